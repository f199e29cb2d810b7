"""Makes the corpus: forty kinds of reports, with what is a field, what is wording, and which column holds which figure.

    python make.py     # needs python-docx, lxml and xlsxwriter; the same bytes each time"""

import calendar
import datetime as dt
import json
import os
import random
import re
import shutil
from decimal import ROUND_HALF_UP, Decimal

import xlsxwriter

from document import Writer
from kinds import KINDS

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = {"T": "title", "S": "addressee", "P": "body", "H": "heading", "U": "second", "R": "run-in", "I": "item", "N": "numbered", "B": "bullet", "G": "sign", "D": "date"}
MORE_UNITS = {"镇": ["竹园镇", "望江镇", "大桥镇", "杏花镇"], "乡": ["雁回乡", "长亭乡", "云岭乡", "菱湖乡"], "街道": ["碧波街道", "明湖街道", "东湖街道", "稻香街道"], "所": ["新街所", "老街所", "站前所"],
              "村": ["茶亭村", "三岔村", "老井村"], "厂": ["供水三厂", "供水四厂"], "队": ["站前队", "学府队"], "学": ["柳湾小学", "茶亭小学"], "站": ["农机站", "林业站"], "办": ["招商办", "武装办"], "en": ["Pinehurst", "Queensway", "Riverton"]}
ORDINAL = "一二三四"


# Periods.

def period_words(period, english):
    found = re.fullmatch(r"(\d{4})Q(\d)|Q(\d)-(\d{4})|(\d{4})H(\d)|(\d{4})-(\d\d)|(\d{4})", period)
    y1, q1, q2, y2, y3, h, y4, m, y5 = found.groups()
    year = int(y1 or y2 or y3 or y4 or y5)
    quarter = q1 or q2
    if quarter:
        first, last = int(quarter) * 3 - 2, int(quarter) * 3
        name = f"Q{quarter} {year}" if english else f"{year}年第{ORDINAL[int(quarter) - 1]}季度"
        following = f"第{ORDINAL[int(quarter) % 4]}季度"
    elif h:
        first, last = int(h) * 6 - 5, int(h) * 6
        name, following = f"{year}年{'上下'[int(h) - 1]}半年", f"{'下上'[int(h) - 1]}半年"
    elif m:
        first = last = int(m)
        name = f"{calendar.month_name[first]} {year}" if english else f"{year}年{first}月"
        following = f"{first % 12 + 1}月"
    else:
        first, last = 1, 12
        name, following = (str(year) if english else f"{year}年"), f"{year + 1}年"
    end = dt.date(year, last, calendar.monthrange(year, last)[1])
    signed = end + dt.timedelta(days=5)
    day = lambda d: f"{d.day} {calendar.month_name[d.month]} {d.year}" if english else f"{d.year}年{d.month}月{d.day}日"
    return {"period": name, "next": following, "asof": f"{end.month}月{end.day}日", "year": str(year), "year_end": f"{end.year}年{end.month}月{end.day}日", "signed": day(signed),
            "_start": dt.date(year, first, 1), "_end": end}


BUILT_IN = {"unit": "unit", "period": "period", "next": "period", "asof": "date", "year": "period", "year_end": "date", "signed": "date"}


# Reading KINDS.

def parse():
    for part in re.split(r"^KIND ", KINDS.strip(), flags=re.M)[1:]:
        lines = [line for line in part.splitlines() if line.strip()]
        name, mode, units, periods, looks, mark = (p.strip() for p in lines[0].split("|"))
        kind = {"name": name, "mode": mode, "units": units.split(), "periods": periods.split(), "looks": set(looks.split()), "mark": mark, "fields": {}, "lines": [], "wb": [], "traps": []}
        if name in ("complaints-en",):
            kind["units"] = ["Parks", "Housing", "Registry"]
        for line in lines[1:]:
            if line.startswith("FIELD "):
                cells = [c.strip() for c in line[6:].split("|")]
                kind["fields"][cells[0]] = {"name": cells[0], "kind": cells[1].rstrip(","), "thousands": cells[1].endswith(","), "measure": cells[2], "values": cells[3], "label": cells[4] if len(cells) > 4 else "", "pair": cells[5] if len(cells) > 5 else None}
            elif line.startswith("WB "):
                kind["wb"] = re.findall(r"(\S+?)=(.*?)(?=\s+\S+=|\s+序号|$)|(序号)", line[3:])
            elif line.startswith("TRAP "):
                kind["traps"] = line[5:].split("；；")
            else:
                kind["lines"].append(line)
        yield kind


def splits(values):
    """`template/name：values/name：values` or `name：values/…`."""
    head, *rest = values.split("/")
    if "：" in head and "{" not in head:
        head, rest = None, [head] + rest
    return head, {r.split("：", 1)[0]: r.split("：", 1)[1] for r in rest}


def draw(spec, rng):
    found = re.fullmatch(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)", spec)
    if not found:
        return rng.choice(spec.split("；；"))
    low, high = found.groups()
    places = len(low.partition(".")[2])
    if not places:
        return str(rng.randint(int(low), int(high)))
    step = 10 ** places
    number = rng.randint(int(Decimal(low) * step), int(Decimal(high) * step))
    if number % 10 == 0:
        number += 3
    return f"{Decimal(number) / step:.{places}f}"


def values_of(kind, unit, period, english, turn):
    """What one unit reports of one period, as printed."""
    rng = random.Random(f"{kind['name']} {unit} {period}")
    for _ in range(200):
        out = {"unit": unit, **period_words(period, english)}
        fine = True
        for name, field in kind["fields"].items():
            spec = field["values"]
            if field["kind"] in ("figure", "rate") and spec.startswith("<"):
                whole = int(out[spec[1:]].replace(",", ""))
                out[name] = str(rng.randint(max(1, whole * 7 // 10), max(1, whole - 1)))
            elif field["kind"] == "figure" and spec.startswith("="):
                total = eval(re.sub(r"[a-z_]+", lambda m: out[m.group()], spec[1:]))
                fine = fine and total > 0
                out[name] = str(total)
            elif field["kind"] == "rate" and "/" in spec:
                parts, places = spec.split(":")
                num, den = (Decimal(out[p]) for p in parts.split("/"))
                out[name] = str((num * 100 / den).quantize(Decimal(1).scaleb(-int(places)), rounding=ROUND_HALF_UP))
                fine = fine and num <= den
            elif field["kind"] == "text":
                pool = spec.split("；；")
                out[name] = pool[turn % len(pool)]
            elif field["kind"] == "list":
                pool = spec.split("；；")
                out[name] = rng.sample(pool, rng.randint(2, min(4, len(pool))))
            elif field["kind"] == "rows":
                _, columns = splits(spec)
                key = next(iter(columns))
                names = rng.sample(columns[key].split("；；"), rng.randint(2, 4))
                out[name] = [{key: n, **{c: draw(v, rng) for c, v in columns.items() if c != key}} for n in names]
            elif field["kind"] == "listline":
                head, columns = splits(spec)
                key = next(iter(columns))
                names = rng.sample(columns[key].split("；；"), rng.randint(2, 4))
                out[name] = [{key: n, **{c: draw(v, rng) for c, v in columns.items() if c != key}} for n in names]
            elif field["kind"] == "comparison":
                out[name] = rng.choice(["增加", "减少"]) + draw(spec, rng) + field["measure"]
            elif field["kind"] == "date":
                day = out["_start"] + dt.timedelta(days=rng.randrange((out["_end"] - out["_start"]).days))
                out[name], out["_" + name] = (f"{day.day} {calendar.month_name[day.month]} {day.year}" if english else f"{day.month}月{day.day}日"), day
            else:
                out[name] = draw(spec, rng)
            if field["thousands"]:
                out[name] = f"{int(out[name]):,}"
        figures = [out[n] for n, f in kind["fields"].items() if f["kind"] in ("figure", "rate")]
        if fine and (kind["mode"] != "one" or len(set(figures)) == len(figures)):
            return out
    raise ValueError(kind["name"])


# Marks.

def marks(kind, english):
    """Something to fill in, for each name."""
    style, turn = kind["mark"], [0]
    mixed = ["*", "××", "____", "（ ）", "XX"]
    suffix = next((s for s in ("街道", "镇", "乡", "所", "小学", "科") if all(u.endswith(s) for u in kind["units"])), "")
    annual, monthly = bool(re.fullmatch(r"\d{4}", kind["periods"][0])), "-" in kind["periods"][0] and not kind["periods"][0].startswith("Q")
    half = "H" in kind["periods"][0]

    def of(name, field):
        what = BUILT_IN.get(name) or field["kind"]
        mark = style
        if style == "mixed":
            turn[0] += 1
            mark = mixed[turn[0] % len(mixed)] if what in ("figure", "rate") else "XX"
        if mark == "[english]":
            return {"unit": "[unit]", "period": "[period]", "date": "[date]", "rate": "[rate]"}.get(what, "[number]"), False
        if english:
            return {"unit": "________", "period": "____", "date": "________"}.get(what, "____"), False
        if mark == "underline":
            if what == "date":
                return "      年    月    日", False
            return " " * (14 if what == "unit" else 6), True
        one = {"××": "×", "XX": "X", "____": "__", "×××": "×××", "*": "*", "（　）": "（　）", "（ ）": "（ ）", "待填": "待填", "N": "X"}[mark]
        two = {"__": "____", "×": "××", "X": "XX"}.get(one, one)
        if mark == "待填":
            return {"unit": "（单位名称）", "period": "（年度）", "date": "（日期）", "text": "（此处填写打算，不超过100字）"}.get(what, "（待填）"), False
        if what == "unit":
            return (two if mark != "____" else "________") + suffix, False
        if what == "period":
            year = {"×": "××××", "×××": "××××", "X": "20XX", "__": "____"}.get(one, one)
            return f"{year}年" + ("" if annual else f"{one}月" if monthly else f"{one}半年" if half else "第×季度" if one.startswith("×") else f"第{one}季度"), False
        if what == "date":
            year = {"×": "××××", "×××": "××××", "X": "20XX", "__": "____"}.get(one, one)
            one = "×" if one == "×××" else one
            return (f"{one}月{one}日" if name == "asof" else f"{year}年{one}月{one}日"), False
        if mark == "N" and what in ("figure", "rate"):
            return "N", False
        return two, False

    return of


# Blocks: paragraphs and tables of segments; a segment is wording (a text), or a field with the text that stands there.

def segments(template, values, kind, mark):
    """Those of a template; `<<expression|words>>` stands where the expression holds."""
    out = []
    for n, part in enumerate(re.split(r"<<(.*?)>>", template)):
        if n % 2 == 0:
            out += plain_segments(part, values, kind, mark)
            continue
        when, words = part.split("|", 1)
        if mark or holds(when, values):
            out += [{**({"text": s} if isinstance(s, str) else s), "when": when} for s in plain_segments(words, values, kind, mark)]
    return out


def plain_segments(template, values, kind, mark):
    out = []
    for piece in re.split(r"(\{[^}]+\})", template):
        if not piece:
            continue
        found = re.fullmatch(r"\{([a-z_]+)(?::(.*))?\}", piece)
        if not found:
            out.append(piece)
            continue
        name, joiner = found.groups()
        field = kind["fields"].get(name)
        if mark:
            text, underlined = mark(name, field)
            out.append({"field": name, "text": text, **({"underlined": True} if underlined else {})})
            continue
        value = values[name]
        if isinstance(value, list):
            text = (joiner or "").join(value)
            out.append({"field": name, "text": text, "items": value, "joined_by": joiner or ""})
        else:
            out.append({"field": name, "text": value})
    return out


def holds(expression, values):
    name, sign, number = re.fullmatch(r"([a-z_]+)([<>=])(.+)", expression).groups()
    value, number = Decimal(values[name].replace(",", "")), Decimal(number)
    return {"<": value < number, ">": value > number, "=": value == number}[sign]


def blocks_of(kind, values, mark):
    out, table = [], None
    for line in kind["lines"]:
        when = None
        if line.startswith("?"):
            when, line = line[1:].split(" ", 1)
            if not mark and not holds(when, values):
                continue
        code, _, text = line.partition(" ")
        if code in ("TH", "TD", "TR"):
            if code == "TH":
                table = {"type": "table", "rows": [], "repeats": {}}
                out.append(table)
            if code == "TR":
                name, text = text.split(" | ", 1)
                for n, item in enumerate(values[name]):
                    table["repeats"][str(len(table["rows"]))] = name
                    table["rows"].append([[{"field": f"{name}.{c.strip()[1:-1]}", "text": item[c.strip()[1:-1]]}] for c in text.split("|")])
                continue
            table["rows"].append([segments(c.strip(), values, kind, mark) for c in text.split("|")])
            continue
        if code == "L":
            name = text.strip()
            head, columns = splits(kind["fields"][name]["values"])
            for item in values[name]:
                made = []
                for piece in re.split(r"(\{[^}]+\})", head):
                    if piece:
                        made.append({"field": f"{name}.{piece[1:-1]}", "text": item[piece[1:-1]]} if piece.startswith("{") else piece)
                out.append({"type": "item", "repeats": name, "segments": made})
            continue
        block = {"type": TYPES[code], "segments": segments(text if code != "P" or not line.startswith("P     ") else line[2:], values, kind, mark)}
        if when:
            block["when"] = when
        out.append(block)
    return out


# The workbook.

def column_letter(n):
    return chr(65 + n)


def parts(key):
    """A column's field, what the report's figure is multiplied by there, and whether it is formatted as a percent."""
    name, _, times = key.rstrip("%").partition("*")
    return name, times or None, key.endswith("%")


def put(page, row, column, kind, values, key, looks, rng):
    name, factor, percent = parts(key)
    if name == "x":
        page.write_number(row, column, rng.randint(1001, 1999))
    elif name == "remark":
        if rng.random() < 0.3:
            page.write_string(row, column, "已核")
    elif "_" + name in values:
        page.write_datetime(row, column, dt.datetime.combine(values["_" + name], dt.time()), looks["day"])
    elif isinstance(values[name], list):
        page.write_string(row, column, "、".join(values[name]))
    elif name == "unit" or kind["fields"][name]["kind"] == "text":
        page.write_string(row, column, values[name])
    else:
        number = Decimal(values[name].replace(",", "")) * Decimal(factor or 1)
        page.write_number(row, column, float(number / 100 if percent else number), looks["percent"] if percent else None)


def open_book(path):
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": dt.datetime(2023, 7, 3, 9)})
    return book, {"percent": book.add_format({"num_format": "0.0%"}), "day": book.add_format({"num_format": "yyyy-mm-dd"})}


def told(key, **where):
    name, factor, percent = parts(key)
    out = {**where, "field": None if name in ("x", "remark") else name}
    if factor:
        out["factor"] = f"{Decimal(1) / Decimal(factor):f}"
    if percent:
        out["percent"] = True
    return out


def table_sheet(book, looks, name, kind, rows, english, rng):
    """A row a unit. Gives what each column holds. `rows`: unit -> values."""
    page = book.add_worksheet(name)
    top, two = 0, "wb:two-rows" in kind["looks"]
    if rng.random() < 0.6 or two:
        period = next(iter(rows.values()))["period"]
        page.merge_range(0, 0, 0, len(kind["wb"]) - 1, f"{period} — returns" if english else f"{period}各单位数据汇总表")
        top = 1
    last = top + (1 if two else 0)
    columns = []
    middle = (len(kind["wb"]) + 1) // 2
    for n, (key, head, serial) in enumerate(kind["wb"]):
        column = {"column": column_letter(n), "head": "序号", "field": None} if serial else told(key, column=column_letter(n), head=head)
        if two and not serial and column["field"] != "unit":
            column["group"] = "基本情况" if n < middle else "办理情况"
            page.write_string(last, n, head)
        elif two:
            page.merge_range(top, n, last, n, head)
        else:
            page.write_string(top, n, column["head"])
        columns.append(column)
    if two:
        for group in ("基本情况", "办理情况"):
            spans = [n for n, c in enumerate(columns) if c.get("group") == group]
            page.merge_range(top, spans[0], top, spans[-1], group)
    line, where = last + 1, {}
    for number, (unit, values) in enumerate(rows.items(), 1):
        where[unit] = line + 1
        for n, (key, _, serial) in enumerate(kind["wb"]):
            if serial:
                page.write_number(line, n, number)
            else:
                put(page, line, n, kind, values, key, looks, rng)
        line += 1
    if rng.random() < 0.5:
        for n, (key, _, serial) in enumerate(kind["wb"]):
            field_name, factor, _ = parts(key) if not serial else ("", None, False)
            field = kind["fields"].get(field_name)
            if field_name == "unit":
                page.write_string(line, n, "Total" if english else "合计")
            elif field and field["kind"] == "figure" and not factor:
                page.write_number(line, n, float(sum(Decimal(v[field_name].replace(",", "")) for v in rows.values())))
    return {"sheet": name, "head_row": last + 1, "columns": columns, "rows": where}


def workbooks(kind, everyone, following, folder, english):
    """The workbooks beside the reports, in the shape that this kind's office uses."""
    out = []
    names = (["Sheet1", "汇总", "数据"] if not english else ["Data"])
    shape = next((l for l in kind["looks"] if l.startswith("wb:")), "")
    rng = random.Random(kind["name"])
    name = rng.choice(names)
    if shape == "wb:forms":
        for period, rows in everyone.items():
            for unit, values in rows.items():
                file = f"forms/{unit}-{period}.xlsx"
                os.makedirs(os.path.join(folder, "forms"), exist_ok=True)
                book, looks = open_book(os.path.join(folder, file))
                page = book.add_worksheet("填报表")
                page.merge_range(0, 0, 0, 2, f"{values['period']}数据填报表")
                cells, line = [], 1
                for key, head, serial in kind["wb"]:
                    if not serial:
                        page.write_string(line, 0, head)
                        put(page, line, 1, kind, values, key, looks, rng)
                        cells.append(told(key, cell=f"B{line + 1}", label=head))
                        line += 1
                page.write_string(line, 0, "填表人：某某")
                book.close()
                out.append({"file": file, "period": period, "unit": unit, "sheet": "填报表", "cells": cells})
        return out
    if shape == "wb:sheets":
        book, looks = open_book(os.path.join(folder, "all.xlsx"))
        for period, rows in everyone.items():
            sheet = next(iter(rows.values()))["period"].partition("年")[2]
            out.append({"file": "all.xlsx", "period": period, **table_sheet(book, looks, sheet, kind, rows, english, rng)})
        book.close()
        return out
    for period, rows in everyone.items():
        book, looks = open_book(os.path.join(folder, f"{period}.xlsx"))
        out.append({"file": f"{period}.xlsx", "period": period, **table_sheet(book, looks, name, kind, rows, english, random.Random(kind["name"])), **({"next": True} if period in following else {})})
        book.close()
    return out


def more_units(kind, english):
    if english:
        pool = MORE_UNITS["en"]
    else:
        pool = next((v for k, v in MORE_UNITS.items() if kind["units"][0].endswith(k)), ["招商服务中心", "林业工作站", "信息中心"])
    return [u for u in pool if u not in kind["units"]]


# A kind.

def rearranged(kind, blocks, number, count):
    """What a clerk moved or dropped in one of the reports."""
    for look in kind["looks"]:
        what, _, where = look.partition(":")
        if what == "moved" and number == count - 1:
            a, b = map(int, where.split(","))
            blocks[a], blocks[b] = dict(blocks[b], moved=True), dict(blocks[a], moved=True)
        elif what == "dropped":
            if number == 1:
                blocks.pop(int(where))
            else:
                blocks[int(where)]["when"] = "unknown"
    return blocks


def english_of(kind):
    return "latin-only" in kind["looks"]


def make(kind, number, folder):
    english = english_of(kind)
    os.makedirs(os.path.join(folder, "samples"))
    mode = kind["mode"]
    label = {"id": f"{number:02d}", "name": kind["name"], "mode": mode, "language": "en" if english else "zh", "looks": sorted(kind["looks"]), "mark": kind["mark"] if mode == "marks" else None}
    used = set(re.findall(r"\{([a-z_]+)", "\n".join(kind["lines"])))
    label["fields"] = [{"name": n, "kind": k} for n, k in BUILT_IN.items() if n in used]
    for field in kind["fields"].values():
        entry = {"name": field["name"], "kind": {"listline": "rows"}.get(field["kind"], field["kind"])}
        if field["measure"]:
            entry["measure"] = field["measure"]
        if field["pair"]:
            entry["pair"] = field["pair"]
        if field["kind"] in ("rows", "listline"):
            entry["columns"] = list(splits(field["values"])[1])
        label["fields"].append(entry)
    label["wording_that_looks_like_fields"] = kind["traps"]
    everyone = {}
    turn = 0
    header = {"safety": "内部资料", "budget": "财政预算", "fire": "存档", "library": "Library Service"}.get(kind["name"])
    periods = list(kind["periods"])
    following = []
    if kind["mark"] == "next":
        following = ["2023Q3"]
    samples, nexts = [], []
    for period in periods + following:
        rows = {}
        for unit in kind["units"] + ([] if following else more_units(kind, english)[:3]):
            rows[unit] = values_of(kind, unit, period, english, turn)
            turn += 1
        everyone[period] = rows
        if mode == "marks":
            continue
        for unit in kind["units"]:
            values = rows[unit]
            blocks = rearranged(kind, blocks_of(kind, values, None), len(samples), len(kind["units"]) * len(periods))
            place = "next" if period in following else "samples"
            os.makedirs(os.path.join(folder, place), exist_ok=True)
            file = f"{place}/{unit}-{period}.docx"
            Writer(kind["looks"], f"{kind['name']} {unit} {period}").save(os.path.join(folder, file), blocks, header, "footer" if "rsid" in kind["looks"] else None)
            (nexts if period in following else samples).append({"file": file, "unit": unit, "period": period, "blocks": [plain(b) for b in blocks], **({"header": header} if header else {})})
    if mode == "marks":
        blocks = blocks_of(kind, everyone[periods[0]][kind["units"][0]], marks(kind, english))
        Writer(kind["looks"], kind["name"]).save(os.path.join(folder, "samples", "form.docx"), blocks, header, "footer")
        samples.append({"file": "samples/form.docx", "blocks": [plain(b) for b in blocks]})
    label["samples"] = samples
    label["workbooks"] = workbooks(kind, everyone, following, folder, english)
    if nexts:
        label["next"] = nexts
    dump(label, os.path.join(folder, "kind.json"))


def plain(block):
    out = {"type": block["type"]}
    for key in ("when", "repeats", "moved"):
        if block.get(key):
            out[key] = block[key]
    if block["type"] == "table":
        out["rows"] = block["rows"]
    else:
        out["segments"] = block["segments"]
    return out


def dump(label, path):
    flat = lambda v: json.dumps(v, ensure_ascii=False)
    lines = ["{"]
    for key, value in label.items():
        end = "," if key != list(label)[-1] else ""
        if key in ("samples", "next"):
            lines.append(f' "{key}": [')
            for n, sample in enumerate(value):
                lines.append("  {" + ", ".join(f'"{k}": {flat(v)}' for k, v in sample.items() if k != "blocks") + ', "blocks": [')
                lines += [f"   {flat(b)}{',' if i < len(sample['blocks']) - 1 else ''}" for i, b in enumerate(sample["blocks"])]
                lines.append("  ]}" + ("," if n < len(value) - 1 else ""))
            lines.append(f" ]{end}")
        elif key in ("fields", "workbooks"):
            lines.append(f' "{key}": [')
            lines += [f"  {flat(v)}{',' if i < len(value) - 1 else ''}" for i, v in enumerate(value)]
            lines.append(f" ]{end}")
        else:
            lines.append(f' "{key}": {flat(value)}{end}')
    lines.append("}")
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


def main():
    kinds = list(parse())
    rng = random.Random(20230706)
    held = set()
    groups = {}
    for n, kind in enumerate(kinds):
        groups.setdefault((kind["mode"], english_of(kind)) if kind["mark"] != "next" else "next", []).append(n)
    odd = []
    for group in groups.values():
        group = rng.sample(group, len(group))
        held |= set(group[: len(group) // 2])
        odd += group[-1:] if len(group) % 2 else []
    held |= set(rng.sample(odd, len(kinds) // 2 - len(held)))
    for side in ("seen", "held-back"):
        shutil.rmtree(os.path.join(HERE, side), ignore_errors=True)
    for n, kind in enumerate(kinds):
        make(kind, n + 1, os.path.join(HERE, "held-back" if n in held else "seen", f"{n + 1:02d}-{kind['name']}"))
    print(len(kinds), "kinds,", len(held), "held back")


if __name__ == "__main__":
    main()
