"""Reads `more/` anew, without what wrote it and without verify.py, and says what is not as labelled.

    python check_more.py     # needs openpyxl"""

import datetime as dt
import glob
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from decimal import Decimal, ROUND_HALF_UP

import openpyxl

HERE = os.path.dirname(os.path.abspath(__file__))
NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NARROW = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
MAY_STAY = {"unit": "unit", "period": "period", "quarter": "period", "next": "period", "asof": "date", "signed": "date"}


def words(node):
    """A paragraph's text, what was struck out left out."""
    tag = node.tag.removeprefix(NS)
    if tag in ("del", "moveFrom", "pPr", "rPr", "instrText"):
        return ""
    if tag == "t":
        return node.text or ""
    if tag == "tab":
        return "\t"
    if tag == "br":
        return "\n"
    return "".join(words(child) for child in node)


def read(path):
    body = ET.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(NS + "body")
    out = []
    for node in body:
        if node.tag == NS + "p":
            text = words(node)
            if text:
                out.append(text)
        elif node.tag == NS + "tbl":
            out.append([["\n".join(words(p) for p in cell.findall(NS + "p")) for cell in row.findall(NS + "tc")] for row in node.findall(NS + "tr")])
    return out


def text(segment):
    return segment if isinstance(segment, str) else segment["text"]


def bare(segments, conditional=False):
    """Wording with holes; what is not in every report left out."""
    out = ""
    for s in segments:
        if isinstance(s, str):
            out += s
        elif "when" in s and not conditional:
            out += ""
        else:
            out += "{" + s["field"] + "}" if "field" in s else s["text"]
    return out


def number(said):
    return Decimal(said.translate(NARROW).replace(",", ""))


def walk(sample):
    for block in sample["blocks"]:
        if block["type"] == "table":
            for r, row in enumerate(block["rows"]):
                for cell in row:
                    yield block, r, cell
        else:
            yield block, None, block["segments"]


def check(folder):
    kind = json.load(open(os.path.join(folder, "kind.json"), encoding="utf-8"))
    told, notes = [], []
    fields = {f["name"]: f for f in kind["fields"]}
    every = kind["samples"] + kind.get("next", [])
    for sample in every:
        made = [[["".join(text(s) for s in c) for c in row] for row in b["rows"]] if b["type"] == "table" else "".join(text(s) for s in b["segments"]) for b in sample["blocks"]]
        found = read(os.path.join(folder, sample["file"]))
        if made != found:
            told.append(f"{sample['file']}: text is not the labels'")
        for block, _, segments in walk(sample):
            for s in segments:
                if isinstance(s, dict) and "field" in s and s["field"].partition(".")[0] not in fields:
                    told.append(f"no field {s['field']}")
                if isinstance(s, dict) and "items" in s and s["joined_by"].join(s["items"]) != s["text"]:
                    told.append(f"items of {s['field']} are not its text")
    # Wording is the same, but for what is labelled as in some.
    if kind["mode"] == "several":
        skeletons = []
        for sample in every:
            lines = []
            for block in sample["blocks"]:
                if block.get("when") or block["type"] != "table" and block.get("repeats"):
                    continue
                if block["type"] == "table":
                    lines += ["|".join(bare(c) for c in row) for r, row in enumerate(block["rows"]) if str(r) not in block.get("repeats", {})]
                    lines += sorted({re.sub(r"^\d+", "#", "|".join(bare(c) for c in row)) for r, row in enumerate(block["rows"]) if str(r) in block.get("repeats", {})})
                else:
                    lines.append(bare(block["segments"]))
            skeletons.append((lines, any(b.get("moved") for b in sample["blocks"]), sample["file"]))
        for lines, moved, file in skeletons:
            if Counter(lines) != Counter(skeletons[0][0]) or not moved and lines != skeletons[0][0]:
                told.append(f"{file}: wording differs: {set(lines) ^ set(skeletons[0][0])}")
        # The same condition brings the same words, in some and not all.
        conditional = {}
        for sample in kind["samples"]:
            for block in sample["blocks"]:
                if block.get("when"):
                    conditional.setdefault(block["when"], {}).setdefault(bare(block["segments"], True), set()).add(sample["file"])
                for s_block, _, segments in walk({"blocks": [block]}):
                    here = {}
                    for s in segments:
                        if isinstance(s, dict) and "when" in s:
                            here[s["when"]] = here.get(s["when"], "") + bare([s], True)
                    for when, said in here.items():
                        conditional.setdefault(when, {}).setdefault(said, set()).add(sample["file"])
        for when, ways in conditional.items():
            if len(ways) != 1 or not 0 < len(next(iter(ways.values()))) < len(kind["samples"]):
                told.append(f"{when}: {ways}")
        # Repeated lines: the same words; other numbers of them.
        for name, field in fields.items():
            if field["kind"] == "rows":
                counts, shapes = [], set()
                for sample in kind["samples"]:
                    n = 0
                    for block in sample["blocks"]:
                        if block["type"] == "table":
                            n += sum(1 for of in block.get("repeats", {}).values() if of == name)
                        elif block.get("repeats") == name:
                            n += 1
                            shapes.add(re.sub(r"[；。]$", "", re.sub(r"\d+", "#", bare(block["segments"]))))
                    counts.append(n)
                if len(set(counts)) < 2:
                    told.append(f"{name}: as many everywhere")
                if len(shapes) > 1:
                    told.append(f"{name}: {shapes}")
    # Fields differ.
    values = {}
    for sample in kind["samples"]:
        for _, _, segments in walk(sample):
            for s in segments:
                if isinstance(s, dict) and "field" in s:
                    values.setdefault(s["field"], {}).setdefault(sample["file"], []).append(s["text"])
    for name in fields:
        if not any(v.partition(".")[0] == name for v in values):
            told.append(f"{name} stands nowhere")
    for name, by in values.items():
        for file, said in by.items():
            if "." not in name and len(set(said)) > 1:
                told.append(f"{file}: {name} is told in two ways: {said}")
        if kind["mode"] == "several" and "." not in name and len({s[0] for s in by.values()}) < 2:
            (notes if name in MAY_STAY else told).append(f"{name} is {next(iter(by.values()))[0]!r} in all")
    # Digits in wording.
    loose = set()
    for sample in kind["samples"]:
        for block, _, segments in walk(sample):
            line = "".join(s if isinstance(s, str) else "\x00" if "field" in s else s["text"] for s in segments)
            for trap in sorted(kind["wording_that_looks_like_fields"], key=len, reverse=True):
                line = line.replace(trap, "")
            line = re.sub(r"^[\s　]*[①-⑩]|^[\s　]*（?\d+[.．、）)]?[ 　]?", "", line)
            if re.search(r"[0-9０-９]", line):
                loose.add(line.replace("\x00", "{}"))
    if kind["mode"] == "one" and loose:
        told.append(f"digits in wording: {loose}")
    elif loose:
        notes.append(f"digits in wording beside traps: {loose}")
    # A measure beside each figure; comparisons hold theirs.
    for sample in kind["samples"]:
        for block, _, segments in walk(sample):
            for i, s in enumerate(segments):
                if not isinstance(s, dict) or "field" not in s or "." in s["field"]:
                    continue
                field = fields[s["field"]]
                measure = field.get("measure")
                if field["kind"] == "comparison":
                    if s["text"] not in ("持平", "unchanged") and (measure or "") not in s["text"]:
                        told.append(f"{s['field']}: {s['text']}")
                elif measure and field["kind"] in ("figure", "rate"):
                    after, ahead = "".join(map(text, segments[i + 1:])).lstrip(" "), "".join(map(text, segments[:i])).rstrip(" ")
                    cells = block["type"] == "table"
                    if not re.match("(余|多)?" + re.escape(measure), after) and not ahead.endswith(measure) and not cells:
                        told.append(f"{s['field']}: {measure} is not beside {s['text']}")
                    if re.match(re.escape(measure) + "[次量]", after) and measure in ("人", "件", "批", "治疗"):
                        notes.append(f"{s['field']}: {measure} may be longer: {after[:5]}")
                elif not measure and field["kind"] in ("figure", "rate") and kind["language"] == "zh":
                    told.append(f"{s['field']} has no measure")
    # In a form no mark is wording.
    if kind["mode"] == "marks":
        for sample in kind["samples"]:
            for _, _, segments in walk(sample):
                for i, s in enumerate(segments):
                    if isinstance(s, str) and re.search(r"[△＿■＊]|［|〔[　 ]|X|……|<|[.]{2}|【填写|^[.]", s):
                        told.append(f"a mark in wording: {s!r}")
                    if isinstance(s, dict) and i and isinstance(segments[i - 1], str) and segments[i - 1][-1] == s["text"][0] != " ":
                        told.append(f"a mark runs into wording: {segments[i - 1]!r}")
    # A comparison with the period before follows from the two reports' figures.
    order = sorted({s["period"] for s in every if "period" in s}, key=lambda p: p.split("-")[::-1] if p[0] == "Q" else [p])
    said_by = {(s["unit"], s["period"]): {x["field"]: x["text"] for _, _, g in walk(s) for x in g if isinstance(x, dict) and "field" in x} for s in every if "unit" in s}
    pairs = [(said_by[u, order[i - 1]], now) for (u, p), now in said_by.items() for i in [order.index(p)] if i and (u, order[i - 1]) in said_by]
    for name, field in fields.items():
        if field["kind"] == "comparison" and pairs:
            of = []
            for other, f in fields.items():
                if f["kind"] in ("figure", "rate") and all(other in a and other in b for a, b in pairs):
                    def fits(a, b):
                        was, now = number(a[other]), number(b[other])
                        amount = re.search(r"\d[\d.,]*", b[name])
                        amount = number(amount[0]) if amount else Decimal(0)
                        share = (abs(now - was) * 100 / was).quantize(Decimal("0.1"), ROUND_HALF_UP) if was else None
                        return amount in (abs(now - was), share)
                    if all(fits(a, b) for a, b in pairs):
                        of.append(other)
            notes.append(f"comparison {name} is of {of or 'a year ago'}")
    # Workbooks.
    opened, cells = {}, 0
    derived = set(MAY_STAY)
    for book in kind["workbooks"]:
        path = os.path.join(folder, book["file"])
        opened.setdefault(path, openpyxl.load_workbook(path, data_only=True))
        sheet = opened[path][book["sheet"]]
        entries = book.get("columns") or book["cells"]
        named = [e["field"] for e in entries if e["field"]]
        if len(named) != len(set(named)):
            told.append(f"{book['file']}: a field in two columns")
        if "columns" in book:
            merged = {c.coord.split(":")[0]: c for c in sheet.merged_cells.ranges}
            for e in entries:
                head = sheet[f"{e['column']}{book['head_row']}"].value or sheet[f"{e['column']}{book['head_row'] - 1}"].value
                if head != e["head"]:
                    told.append(f"{book['file']} {e['column']}: head {head!r}")
                if "group" in e:
                    at = openpyxl.utils.column_index_from_string(e["column"])
                    while at and sheet.cell(book["head_row"] - 1, at).value is None:
                        at -= 1
                    if sheet.cell(book["head_row"] - 1, at).value != e["group"]:
                        told.append(f"{book['file']} {e['column']}: group")
            # Columns that feed nothing do not hold what another does.
            for e in entries:
                column = [sheet[f"{e['column']}{r}"].value for r in book["rows"].values()]
                if e["field"] is None and e["head"] not in ("备注",):
                    for other in entries:
                        if other["field"] and [sheet[f"{other['column']}{r}"].value for r in book["rows"].values()] == column:
                            told.append(f"{book['file']}: {e['head']} holds what {other['head']} does")
            short = book.get("names", {})
            unit_column = next(e["column"] for e in entries if e["field"] == "unit")
            for unit, row in book["rows"].items():
                if sheet[f"{unit_column}{row}"].value != short.get(unit, unit):
                    told.append(f"{book['file']} row {row} is not {unit}'s")
            if len(book["rows"]) <= len({s.get("unit") for s in kind["samples"]} - {None}):
                told.append(f"{book['file']}: no more units than reports")
        for sample in every:
            if sample.get("period") != book["period"] or book.get("unit", sample.get("unit")) != sample.get("unit"):
                continue
            there = {}
            for _, _, segments in walk(sample):
                for s in segments:
                    if isinstance(s, dict) and "field" in s:
                        there[s["field"]] = s
            for e in entries:
                name = e["field"]
                if not name or name not in there or name == "unit":
                    continue
                cell = sheet[e["cell"] if "cell" in e else f"{e['column']}{book['rows'][sample['unit']]}"]
                value, said, what = cell.value, there[name]["text"], fields[name]["kind"]
                cells += 1
                if what == "figure" or what == "rate":
                    if isinstance(value, str):
                        good = number(value.rstrip("%")) == number(said)
                    else:
                        good = abs(Decimal(str(value)) * Decimal(e.get("factor", 1)) * (100 if e.get("percent") else 1) - number(said)) < Decimal("1e-9")
                        if bool(e.get("percent")) != ("%" in cell.number_format):
                            told.append(f"{book['file']} {cell.coordinate}: percent?")
                elif what == "comparison" and not isinstance(value, str):
                    amount = re.search(r"[\d.,]+", said)
                    good = abs(Decimal(str(value))) == (number(amount[0]) if amount else 0)
                elif what == "date":
                    digits = [int(n) for n in re.findall(r"\d+", said)]
                    if isinstance(value, str):
                        value = dt.datetime(*map(int, value.split(".")))
                    good = not digits or {value.day}.issubset(digits) and (value.month in digits or kind["language"] == "en" and value.strftime("%b") in said)
                elif what == "list":
                    good = value.split(e.get("joined_by") or there[name]["joined_by"]) == there[name]["items"]
                else:
                    good = value == said
                if not good:
                    told.append(f"{book['file']} {cell.coordinate} {name}: {value!r}, report {said!r}")
            if sample in kind.get("next", []):
                known = set(named) | set(MAY_STAY)
                for name in there:
                    if name not in known:
                        notes.append(f"next: {name} is in no column")
    # Shares and comparisons follow from what they are told of.
    return kind, sorted(set(told)), sorted(set(notes)), cells


def main():
    bad = total = 0
    for folder in sorted(glob.glob(os.path.join(HERE, "more", "*", "*"))):
        kind, told, notes, cells = check(folder)
        total += cells
        bad += bool(told)
        if told or "-v" in sys.argv and notes:
            print(os.path.relpath(folder, HERE))
            for line in told[:12]:
                print("   FAULT", line)
            for line in notes if "-v" in sys.argv else []:
                print("   note", line)
    print(f"{total} cells; {bad} kinds with faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
