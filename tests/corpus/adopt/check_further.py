"""Reads `further/` anew, without what wrote it, and says what is not as labelled.

    python check_further.py     # needs openpyxl; -v tells of what may be looked at

What `check_more.py` holds its kinds to is held here too. Besides: which way a comparison goes; that last period's figures are those of
the report before; that the quarter to come follows from the workbook; that sum rows, part sums and means are of the units above; that
no mark of a form is left in wording; that what is in several reports varies in its values and not in its writing alone."""

import glob
import json
import os
import re
import sys
from decimal import Decimal

import openpyxl

import check_more as base

HERE = os.path.dirname(os.path.abspath(__file__))
MARKS = {"〇〇": "〇", "[●]": "●", "（数）": "（(数|单位全称|起止时间|年月日|文字|比例)）", "？？": "？", "underline": " {12}", "____": "_", "( )": r"\( +\)", "〈〉": "[〈〉]", "●●": "●", "XXX": "X", "××": "×", "##": "#"}
LESS = re.compile("减|降|少|下|落|低|down|fewer")
MORE = re.compile("增|升|多|上|高|长|up|more")


def said_by(sample):
    return {s["field"]: s for _, _, segments in base.walk(sample) for s in segments if isinstance(s, dict) and "field" in s}


def before(period):
    for pattern, make in ((r"(\d{4})Q(\d)", lambda y, n: f"{y}Q{n - 1}" if n > 1 else f"{y - 1}Q4"), (r"Q(\d)-(\d{4})", lambda n, y: f"Q{n - 1}-{y}" if n > 1 else f"Q4-{y - 1}"),
                          (r"(\d{4})H(\d)", lambda y, n: f"{y}H{n - 1}" if n > 1 else f"{y - 1}H2"), (r"(\d{4})-(\d\d)", lambda y, n: f"{y}-{n - 1:02}" if n > 1 else f"{y - 1}-12")):
        found = re.fullmatch(pattern, period)
        if found:
            return make(*map(int, found.groups()))
    third = re.fullmatch(r"(\d{4})-(\d\d)([ABC])", period)
    if third and third[3] != "A":
        return f"{third[1]}-{third[2]}{'AB'['BC'.index(third[3])]}"
    return None


def check(folder):
    kind, told, notes, cells = base.check(folder)
    fields = {f["name"]: f for f in kind["fields"]}
    every = kind["samples"] + kind.get("next", [])
    # Of a range, the measure stands behind the second figure.
    for sample in kind["samples"]:
        for _, _, segments in base.walk(sample):
            for first, dash, second in zip(segments, segments[1:], segments[2:]):
                if dash == "—" and isinstance(first, dict) and isinstance(second, dict) and fields[second["field"]].get("measure"):
                    told = [line for line in told if line != f"{first['field']} has no measure"]
    # In a table the measure stands in the row, or in the head of the column.
    for sample in every:
        for block, r, segments in base.walk(sample):
            for s in segments:
                measure = fields[s["field"]].get("measure") if r is not None and isinstance(s, dict) and s.get("field") in fields else None
                if measure and fields[s["field"]]["kind"] in ("figure", "rate") and measure not in "".join(base.text(x) for c in block["rows"][r] + block["rows"][0] for x in c):
                    told.append(f"{s['field']}: {measure} is not in its row")
    if kind["mode"] == "marks":
        pattern = MARKS[kind["mark"]]
        told = [line for line in told if not line.startswith("a mark in wording")]
        for sample in kind["samples"]:
            for _, _, segments in base.walk(sample):
                for s in segments:
                    words = base.text(s)
                    if isinstance(s, str) and re.search(pattern, words.replace("《“司机之家”", "")) and not re.search("：\\s+$|站长|负责|填报日期|日期：$|Date: $", words):
                        told.append(f"a mark in wording: {words!r}")
                    if isinstance(s, dict) and not s["text"].strip() and kind["mark"] != "underline":
                        told.append(f"{s['field']} is nothing")
    columns = {e["field"] for book in kind["workbooks"] for e in book.get("columns", book.get("cells")) if e["field"]}
    by = {(s["unit"], s["period"]): said_by(s) for s in every if "unit" in s}
    pairs = [(by[unit, before(period)], now) for (unit, period), now in by.items() if before(period) and (unit, before(period)) in by]
    derived, last = set(), set()
    for name, field in fields.items():
        if field["kind"] == "comparison":
            for now in by.values():
                if name in now:
                    words = now[name]["text"]
                    if words in ("持平", "unchanged"):
                        continue
                    amount = re.search(r"\d[\d.,]*", words)
                    around = words.replace(field.get("measure", "\0"), "")
                    if not amount or bool(LESS.search(around)) == bool(MORE.search(around.replace("下", ""))) and not re.search("增|减|多|少", around):
                        told.append(f"{name}: {words}")
            for other, of in fields.items():
                if pairs and of["kind"] in ("figure", "rate") and all(name in b and other in a and other in b for a, b in pairs) and all(follows(a[other]["text"], b[other]["text"], b[name]["text"]) for a, b in pairs):
                    derived.add(name)
            if name not in derived and name not in columns:
                told.append(f"{name} follows from nothing")
        if name.endswith("_was") and pairs:
            of = [o for o in fields if o != name and fields[o]["kind"] == "figure" and all(o in a and name in b and base.number(a[o]["text"]) == base.number(b[name]["text"]) for a, b in pairs)]
            last.add(name)
            if len(of) != 1:
                told.append(f"{name} is last period's {of}")
        if field["kind"] in ("figure", "rate", "date", "text", "list") and name not in columns and name not in base.MAY_STAY:
            told.append(f"{name} is in no column")
        if kind["mode"] == "several" and field["kind"] in ("figure", "rate"):
            values = {base.number(now[name]["text"]) for (_, period), now in by.items() if name in now and period in {s["period"] for s in kind["samples"]}}
            if len(values) < 2:
                told.append(f"{name} is the same in all")
    for sample in kind.get("next", []):
        for name in said_by(sample):
            top = name.partition(".")[0]
            if top not in columns and top not in base.MAY_STAY and top not in derived:
                told.append(f"next: {name} is not to be had from the workbook")
    if kind.get("next") and (len(kind["samples"]), len(kind["next"])) != (15, 5):
        told.append("not three quarters of five units, and one to come")
    # Sums, part sums and means.
    for book in kind["workbooks"]:
        if "columns" not in book:
            continue
        sheet = openpyxl.load_workbook(os.path.join(folder, book["file"]), data_only=True)[book["sheet"]]
        at = next(e["column"] for e in book["columns"] if e["field"] == "unit")
        rows, sums = sorted(book["rows"].values()), 0
        part = []
        for r in range(book["head_row"] + 1, sheet.max_row + 1):
            label = sheet[f"{at}{r}"].value
            if r in rows:
                part.append(r)
                continue
            of = {"合计": rows, "全县": rows, "总  计": rows, "Total": rows, "小计": part, "Part": part, "平均": rows, "Mean": rows}.get(label)
            if not of:
                continue
            for e in book["columns"]:
                value = sheet[f"{e['column']}{r}"].value
                if e["field"] and e["field"] != "unit" and value is not None:
                    total = sum(base.number(str(sheet[f"{e['column']}{n}"].value)) for n in of) / (len(of) if label in ("平均", "Mean") else 1)
                    sums += 1
                    if abs(total - Decimal(str(value))) > Decimal("0.0051" if label in ("平均", "Mean") else "1e-6"):
                        told.append(f"{book['file']} {e['column']}{r}: {value} of {label}, {total}")
            if label in ("小计", "Part"):
                part = []
        cells += sums
    return kind, sorted(set(told)), notes, cells


def follows(was, now, said):
    was, now = base.number(was), base.number(now)
    amount = re.search(r"\d[\d.,]*", said)
    amount = base.number(amount[0]) if amount else Decimal(0)
    share = (abs(now - was) * 100 / was).quantize(Decimal("0.1"), "ROUND_HALF_UP") if was else None
    if amount and bool(LESS.search(said)) != (now < was):
        return False
    return amount in (abs(now - was), share)


def main():
    bad = total = 0
    mix = {}
    for folder in sorted(glob.glob(os.path.join(HERE, "further", "*", "*"))):
        kind, told, notes, cells = check(folder)
        half = os.path.basename(os.path.dirname(folder))
        for key in (kind["mode"], *(["next"] if kind.get("next") else []), *(["en"] if kind["language"] == "en" else [])):
            mix[half, key] = mix.get((half, key), 0) + 1
        total += cells
        bad += bool(told)
        if told or "-v" in sys.argv and notes:
            print(os.path.relpath(folder, HERE))
            for line in told[:12]:
                print("   FAULT", line)
            for line in notes if "-v" in sys.argv else []:
                print("   note", line)
    wanted = {"several": 10, "next": 2, "one": 4, "marks": 6, "en": 3}
    if mix != {(half, key): n for half in ("seen", "held-back") for key, n in wanted.items()}:
        bad += 1
        print("the mix is", mix)
    print(f"{total} cells; {bad} kinds with faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
