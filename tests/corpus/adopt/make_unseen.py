"""Makes twenty more kinds of reports (41-60), with what is a field, what is wording, and which column holds which figure.

    python make_unseen.py     # needs python-docx, lxml and xlsxwriter; the same bytes each time; document.py stands beside it"""

import calendar
import datetime as dt
import json
import os
import random
import re
import shutil
from decimal import ROUND_HALF_UP, Decimal

import xlsxwriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from document import Writer
from kinds_unseen import KINDS

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "unseen")
TYPES = {"T": "title", "S": "addressee", "P": "body", "H": "heading", "U": "second", "R": "run-in", "I": "item", "N": "numbered", "B": "bullet", "G": "sign", "D": "date"}
BUILT_IN = {"unit": "unit", "period": "period", "next": "period", "asof": "date", "signed": "date"}
NUMERALS = "〇一二三四五六七八九"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


# Word files, a little messier.

class Clerk(Writer):
    """Faces that change from run to run, tags of an old Word around numbers, content controls, runs with nothing in them."""

    def run(self, paragraph, text, face, size, bold=False, underline=False, colour=None):
        if "empty-runs" in self.looks and self.rng.random() < 0.15:
            paragraph.add_run().bold = True
        run = super().run(paragraph, text, face, size, bold, underline, colour)
        if "faces" in self.looks and face and self.rng.random() < 0.4:
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), self.rng.choice(["仿宋", "宋体", "仿宋_GB2312", "等线"]))
            if self.rng.random() < 0.4:
                run.font.size = Pt(self.rng.choice([15.5, 16, 16, 15]))
            if self.rng.random() < 0.4:
                run.font.color.rgb = RGBColor(0, 0, 0)
        if "smarttag" in self.looks and re.search(r"\d", text) and self.rng.random() < 0.5:
            tag = OxmlElement("w:smartTag")
            tag.set(qn("w:uri"), "urn:schemas-microsoft-com:office:smarttags")
            tag.set(qn("w:element"), self.rng.choice(["chmetcnv", "chsdate"]))
            run._r.addprevious(tag)
            tag.append(run._r)
        elif "sdt" in self.looks and self.rng.random() < 0.12:
            control, inner = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
            properties = OxmlElement("w:sdtPr")
            self.bookmarks += 1
            number = OxmlElement("w:id")
            number.set(qn("w:val"), str(70000 + self.bookmarks))
            properties.append(number)
            run._r.addprevious(control)
            control.append(properties)
            control.append(inner)
            inner.append(run._r)
        return run


# Periods and days.

def day_words(day, english, style):
    if english:
        return f"{day.day} {calendar.month_name[day.month]} {day.year}"
    if style == "chinese":
        count = lambda n: NUMERALS[n] if n < 10 else ("" if n < 20 else NUMERALS[n // 10]) + "十" + (NUMERALS[n % 10] if n % 10 else "")
        return "".join(NUMERALS[int(c)] for c in str(day.year)) + f"年{count(day.month)}月{count(day.day)}日"
    return {"dots": f"{day.year}.{day.month}.{day.day}", "dash": f"{day.year}-{day.month:02}-{day.day:02}", "full": f"{day.year}年{day.month:02}月{day.day:02}日",
            "spaced": f"{day.year} 年 {day.month} 月 {day.day} 日"}.get(style, f"{day.year}年{day.month}月{day.day}日")


def parts_of(period):
    """Year, number within the year, how many there are."""
    found = re.fullmatch(r"(\d{4})Q(\d)|Q(\d)-(\d{4})|(\d{4})H(\d)|(\d{4})-(\d\d)|(\d{4})", period)
    y1, q1, q2, y2, y3, h, y4, m, y5 = found.groups()
    return int(y1 or y2 or y3 or y4 or y5), int(q1 or q2 or h or m or 1), 4 if q1 or q2 else 2 if h else 12 if m else 1


def before(period):
    year, n, of = parts_of(period)
    year, n = (year, n - 1) if n > 1 else (year - 1, of)
    return {4: f"Q{n}-{year}" if period.startswith("Q") else f"{year}Q{n}", 2: f"{year}H{n}", 12: f"{year}-{n:02}", 1: str(year)}[of]


def period_words(kind, period, offset):
    year, n, of = parts_of(period)
    english, style, days = kind["english"], kind["p"], kind["d"]
    first, last = (n - 1) * 12 // of + 1, n * 12 // of
    following = n % of + 1
    if of == 4:
        ordinal = "一二三四"
        name = f"Q{n} {year}" if english else {"q1": f"{year}年第{ordinal[n - 1]}季度", "q2": f"{year}年{ordinal[n - 1]}季度", "q3": f"{year}年{first}—{last}月", "month": f"{year}年{first}—{last}月"}[style]
        then = f"第{ordinal[following - 1]}季度" if style == "q1" else f"{ordinal[following - 1]}季度"
    elif of == 2:
        name, then = f"{year}年{'上下'[n - 1]}半年", f"{'上下'[following - 1]}半年"
    elif of == 12:
        name, then = f"{year}年{n}月" + ("份" if days == "dots" else ""), f"{following}月"
    else:
        name, then = (str(year) if english else f"{year}年度"), f"{year + 1}年"
    end = dt.date(year, last, calendar.monthrange(year, last)[1])
    return {"period": name, "next": then, "asof": f"{end.month}月{end.day}日", "signed": day_words(end + dt.timedelta(days=offset), english, days), "_start": dt.date(year, first, 1), "_end": end}


# Reading KINDS.

def names_in(text):
    return [n.strip() for n in text.split(" ; ")] if " ; " in text or re.fullmatch(r"[A-Za-z' ]+", text.strip()) else text.split()


def parse():
    for part in re.split(r"^KIND ", KINDS.strip(), flags=re.M)[1:]:
        lines = [line for line in part.splitlines() if line.strip()]
        number, name, mode, units, periods, looks, mark = (p.strip() for p in (lines[0] + " | ").split(" | ")[:7])
        kind = {"id": number, "name": name, "mode": mode, "units": names_in(units), "looks": set(looks.split()), "mark": mark, "fields": {}, "lines": [], "wb": [], "wblooks": set(), "traps": [], "header": None, "english": name.endswith("-en")}
        every = re.split(r" ; | ", periods)
        kind["periods"] = [p for p in every if not p.startswith("next:")]
        kind["next"] = [p[5:] for p in every if p.startswith("next:")]
        option = lambda key, other: next((look.partition(":")[2] for look in looks.split() if look.startswith(key + ":")), other)
        kind["p"], kind["d"], kind["moved"], kind["dropped"], kind["wide"] = option("p", "q1"), option("d", "plain"), option("moved", ""), option("dropped", ""), option("wide", "")
        for line in lines[1:]:
            word, _, rest = line.partition(" ")
            if word == "MORE":
                kind["more"] = names_in(rest)
            elif word == "FIELD":
                cells = [c.strip() for c in rest.split("|")]
                kind["fields"][cells[0]] = {"name": cells[0], "kind": cells[1].rstrip(","), "thousands": cells[1].endswith(","), "measure": cells[2], "values": cells[3], "pair": cells[4] if len(cells) > 4 else None}
            elif word == "WB":
                for column in rest.split(" | "):
                    head, _, field = column.strip().replace("\\n", "\n").rpartition("=")
                    group, _, head = head.rpartition("//")
                    found = re.fullmatch(r"([\w#]+)(?:\*(\d+)|(%))?", field)
                    kind["wb"].append({"head": head, "group": group or None, "field": found[1], "times": found[2], "percent": bool(found[3])})
            elif word == "WBLOOKS":
                kind["wblooks"] = set(rest.split())
            elif word == "HEADER":
                kind["header"] = rest
            elif word == "TRAP":
                kind["traps"] = rest.split("；；")
            else:
                kind["lines"].append(line)
        kind["values"] = {}
        yield kind


def pool_of(spec):
    return [p.strip() for p in (spec.split("；；") if "；；" in spec else spec.split(" ; "))]


def columns_of(spec):
    return dict(part.split("：", 1) for part in spec.split("/"))


def draw(spec, rng):
    found = re.fullmatch(r"(~?)(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)", spec)
    if not found:
        return rng.choice(pool_of(spec))
    none, low, high = found.groups()
    if none and rng.random() < 0.4:
        return "0"
    places = len(low.partition(".")[2])
    if not places:
        return str(rng.randint(int(low), int(high)))
    number = rng.randint(int(Decimal(low) * 10 ** places), int(Decimal(high) * 10 ** places))
    return f"{Decimal(number + 3 if number % 10 == 0 else number) / 10 ** places:.{places}f}"


def number_of(text):
    return Decimal(text.replace(",", ""))


def values_of(kind, unit, period, salt, turn, compare=True):
    """What one unit reports of one period, as printed."""
    rng = random.Random(f"unseen {kind['name']} {unit} {period} {salt}")
    out = {"unit": unit, **period_words(kind, period, 5 if kind["next"] else random.Random(f"{unit} {period}").randint(2, 9))}
    for name, field in kind["fields"].items():
        spec, what = field["values"], field["kind"]
        whole = re.fullmatch(r"(\w+)/(\w+):(\d)", spec)
        if what in ("figure", "rate") and whole:
            part = number_of(out[whole[1]]) * (100 if what == "rate" else 1) / number_of(out[whole[2]])
            out[name] = str(part.quantize(Decimal(1).scaleb(-int(whole[3])), rounding=ROUND_HALF_UP))
        elif what == "figure" and spec.startswith("<"):
            most = int(number_of(out[spec[1:]]))
            out[name] = str(rng.randint(most * 7 // 10, most - 1))
        elif what == "comparison":
            if not compare:
                continue
            of, up, down = re.fullmatch(r"Δ(\w+) (\w+)/(\w+)", spec).groups()
            was = values_of(kind, unit, before(period), salt, turn, compare=False)
            change = number_of(out[of]) - number_of(was[of])
            said = f"{abs(change):,}" if kind["fields"][of]["thousands"] else str(abs(change))
            out[name] = "持平" if not change else f"{said} {up if change > 0 else down}" if kind["english"] else (up if change > 0 else down) + said + field["measure"]
        elif spec.startswith("prev:"):
            out[name] = values_of(kind, unit, before(period), salt, turn, compare=False)[spec[5:]] if compare else "0"
        elif what == "text":
            pool = pool_of(spec)
            out[name] = pool[turn % len(pool)]
        elif what == "list":
            pool = pool_of(spec)
            out[name] = rng.sample(pool, rng.randint(1 if name == "found" else 2, min(4, len(pool))))
        elif what in ("rows", "listline"):
            columns = columns_of(spec)
            key = next(iter(columns))
            out[name] = [{key: n, **{c: draw(v, rng) for c, v in columns.items() if c != key}} for n in rng.sample(pool_of(columns[key]), rng.randint(2, 4))]
        elif what == "date":
            day = out["_start"] + dt.timedelta(days=rng.randrange((out["_end"] - out["_start"]).days))
            out[name], out["_" + name] = day_words(day, True, "") if kind["english"] else f"{day.month}月{day.day}日", day
        else:
            out[name] = draw(spec, rng)
        if field["thousands"]:
            out[name] = f"{int(out[name]):,}"
    return out


# Marks.

def marks(kind):
    """Something to fill in, for each name."""
    units = kind["units"]
    suffix = "" if kind["english"] else next((s for s in ("网点", "社区", "中队", "站", "馆", "所") if all(u.endswith(s) for u in units)), "")
    _, _, of = parts_of(kind["periods"][0])

    def of_name(name, field):
        what, style = BUILT_IN.get(name) or field["kind"], kind["mark"]
        if style == "[insert]":
            return "[insert " + {"unit": "office", "period": "year", "date": "date", "rate": "percentage"}.get(what, "number") + "]", False
        if style == "underline":
            return {"date": ("      年    月    日", False), "unit": (" " * 14, True), "period": (" " * 12, True)}.get(what, (" " * 6, True))
        year, one, two = {"○○": ("20○○", "○", "○○"), "XX": ("20XX", "X", "XX"), "（　　）": ("（　　）", "（　）", "（　　）"), "【　】": ("20【　】", "【　】", "【　】")}[style]
        if what == "unit":
            return two + suffix, False
        if what == "period":
            return year + {4: f"年第{one}季度" if kind["p"] == "q1" else f"年{one}季度", 2: f"年{one}半年", 12: f"年{one}月", 1: "年度"}[of], False
        if what == "date":
            return f"{year}年{one}月{one}日", False
        if what == "text":
            return "（请填写，不超过200字）", False
        return two, False

    return of_name


# Blocks: paragraphs and tables of segments; a segment is wording (a text), or a field with the text that stands there.

def holds(expression, values):
    name, sign, bound = re.fullmatch(r"(\w+)([<>])([\d.]+)", expression).groups()
    return number_of(values[name]) > Decimal(bound) if sign == ">" else number_of(values[name]) < Decimal(bound)


def joined(segments):
    """Wording beside wording is one, but where other words come in in other reports (None)."""
    out = []
    for segment in segments:
        if segment == "":
            continue
        if isinstance(segment, str) and out and isinstance(out[-1], str):
            out[-1] += segment
        else:
            out.append(segment)
    return [s for s in out if s is not None]


def segments_of(template, values, kind, mark, inside=None):
    out, at = [], 0
    for found in re.finditer(r"<<(.+?)\|(.*?)>>|\{([\w.]+)(?::(.*?))?\}", template):
        out.append(template[at:found.start()])
        at = found.end()
        condition, words, name, sep = found.groups()
        if condition:
            out.append(None)
            if mark or holds(condition, values):
                for segment in segments_of(words, values, kind, mark):
                    out.append({"text": segment, "when": condition} if isinstance(segment, str) else {**segment, "when": condition})
            continue
        if inside:
            out.append({"field": f"{inside[0]}.{name}", "text": inside[1][name]})
        elif mark:
            text, underlined = mark(name, kind["fields"].get(name))
            out.append({"field": name, "text": text, **({"underlined": True} if underlined else {})})
        elif sep is not None:
            out.append({"field": name, "text": sep.join(values[name]), "items": values[name], "joined_by": sep})
        else:
            out.append({"field": name, "text": values[name]})
    out.append(template[at:])
    return joined(out)


def blocks_of(kind, values, mark):
    """The blocks of one report, each with the line it is from."""
    out, table = [], None
    for n, line in enumerate(kind["lines"]):
        when = None
        if line.startswith("?"):
            when, _, line = line[1:].partition(" ")
        word, _, rest = line.partition(" ")
        if word in ("TH", "TD", "TR"):
            if table is None:
                table = {"type": "table", "rows": [], "merges": [], "line": n}
                out.append(table)
            inside = [None]
            if word == "TR":
                name, _, rest = rest.partition(" | ")
                inside = [(name, item) for item in values[name]]
            for item in inside:
                if word == "TR":
                    table.setdefault("repeats", {})[str(len(table["rows"]))] = name
                table["rows"].append([c.strip() if c.strip() in "^<" else segments_of(c.strip(), values, kind, mark, item) for c in rest.split(" | ")])
            continue
        table = None
        if when and not mark and not holds(when, values):
            continue
        if word == "L":
            name, _, rest = rest.partition(" | ")
            for i, item in enumerate(values[name]):
                words = rest.replace("@", str(i + 1))
                if i + 1 == len(values[name]):
                    words = words[:-1] + "。"
                out.append({"type": "item", "repeats": name, "segments": segments_of(words, values, kind, mark, (name, item)), "line": n})
        else:
            block = {"type": TYPES[word], **({"when": when} if when else {}), "segments": segments_of(rest, values, kind, mark), "line": n}
            out.append(block)
    for block in out:
        if block["type"] == "table":
            span(block)
        indent = ""
        if "indent-spaces" in kind["looks"] and block["type"] in ("body", "item"):
            indent = "　　" if block["line"] % 3 else "    "
        if "sign-spaces" in kind["looks"] and block["type"] in ("sign", "date"):
            indent = "　" * 6
        if indent:
            first, *others = block["segments"]
            block["segments"] = [indent + first, *others] if isinstance(first, str) else [indent, first, *others]
    return out


def span(table):
    """`^` and `<` as merges."""
    rows = table["rows"]
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if cell in ("^", "<"):
                continue
            down, right = r, c
            while down + 1 < len(rows) and rows[down + 1][c] == "^":
                down += 1
            while right + 1 < len(row) and row[right + 1] == "<":
                right += 1
            assert down == r or right == c
            if (down, right) != (r, c):
                table["merges"].append((r, c, down, right))


def for_writer(block):
    if block["type"] != "table":
        return block
    return {**block, "rows": [[None if cell in ("^", "<") else cell for cell in row] for row in block["rows"]]}


def for_label(block):
    out = {k: v for k, v in block.items() if k not in ("line", "merges")}
    if block["type"] == "table":
        out["rows"] = [[[] if cell == "^" else cell for cell in row if cell != "<"] for row in block["rows"]]
    return out


# What must hold for the labels to be right.

def sound(kind, values, units, periods):
    """Fields differ where they must, columns cannot be mistaken, conditions are met by some and decided for those to come."""
    reported = [values[u, p] for p in periods for u in kind["units"]]
    figures = [n for n, f in kind["fields"].items() if f["kind"] in ("figure", "rate")]
    vectors = [tuple(v[n] for v in reported) for n in figures]
    if len(set(vectors)) != len(vectors) or (kind["mode"] == "one" and len({v[0] for v in vectors}) != len(vectors)):
        return False
    for v in values.values():
        for n in figures:
            whole = re.fullmatch(r"(\w+)/(\w+):\d", kind["fields"][n]["values"])
            if whole and kind["fields"][n]["kind"] == "rate" and number_of(v[whole[1]]) > number_of(v[whole[2]]):
                return False
    if kind["mode"] != "several":
        return True
    text = "\n".join(kind["lines"])
    optional = {m[1] for m in re.finditer(r"<<\w+>0\|[^>]*\{(\w+)\}", text)}
    for name, field in kind["fields"].items():
        if field["kind"] in ("rows", "listline"):
            continue
        said = [v[name] if isinstance(v[name], str) else "、".join(v[name]) for v in reported if not (name in optional and v[name] == "0")]
        if len(set(said)) < 2:
            return False
        if field["kind"] in ("text", "comparison"):
            if len({s[0] for s in said}) < 2:
                return False
            if field["kind"] == "text" and len({s[-1] for s in said}) < 2:
                return False
    for condition in re.findall(r"<<(.+?)\|", text) + re.findall(r"^\?(\S+)", text, flags=re.M):
        have = [v for v in reported if holds(condition, v)]
        if not 1 < len(have) < len(reported) - (len(reported) > 4):
            return False
        name = re.match(r"\w+", condition)[0]
        least, most = min(number_of(v[name]) for v in have), max(number_of(v[name]) for v in reported if v not in have)
        for p in kind["next"]:
            if any(most < number_of(values[u, p][name]) < least for u in kind["units"]):
                return False
        if kind["next"]:
            # Nothing else tells those that have it from the others.
            for other in figures:
                if other != name:
                    a, b = [number_of(v[other]) for v in have], [number_of(v[other]) for v in reported if v not in have]
                    if min(a) > max(b) or max(a) < min(b):
                        return False
    return True


# Workbooks.

def cell_of(column, values, kind):
    """What the workbook's cell holds."""
    field = kind["fields"].get(column["field"])
    text = values[column["field"]]
    if field is None or field["kind"] in ("text", "comparison"):
        return text
    if field["kind"] == "list":
        sep = re.search(r"\{" + column["field"] + r":(.*?)\}", "\n".join(kind["lines"]))[1]
        return (sep or "、").join(text)
    if field["kind"] == "date":
        return values["_" + column["field"]]
    number = number_of(text)
    if column["times"]:
        number *= int(column["times"])
    if column["percent"]:
        number /= 100
    return int(number) if number == number.to_integral_value() else float(number)


def letter(n):
    return chr(ord("A") + n)


class Book:
    def __init__(self, path, kind):
        self.kind = kind
        self.book = xlsxwriter.Workbook(path)
        self.book.set_properties({"created": dt.datetime(2024, 4, 8, 9, 0), "author": ""})
        make = self.book.add_format
        self.head, self.plain = make({"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}), make({"border": 1})
        self.day = make({"border": 1, "num_format": "d mmmm yyyy" if kind["english"] else 'm"月"d"日"'})
        self.title = make({"bold": True, "font_size": 16, "align": "center"})

    def percent(self, values, column):
        places = len(values[column["field"]].partition(".")[2])
        return self.book.add_format({"border": 1, "num_format": "0." + "0" * places + "%" if places else "0%"})

    def put(self, sheet, row, col, column, values, textnum=False):
        value = cell_of(column, values, self.kind)
        if isinstance(value, dt.date):
            sheet.write_datetime(row, col, dt.datetime(value.year, value.month, value.day), self.day)
        elif isinstance(value, str):
            sheet.write_string(row, col, value, self.plain)
        elif textnum and not column["percent"] and not column["times"]:
            sheet.write_string(row, col, values[column["field"]], self.plain)
        else:
            sheet.write_number(row, col, value, self.percent(values, column) if column["percent"] else self.plain)

    def rows(self, name, period, values, units):
        """A sheet, a row a unit; and what it is for kind.json."""
        kind, columns, looks = self.kind, self.kind["wb"], self.kind["wblooks"]
        rng = random.Random(f"unseen {kind['name']} {period} sheet")
        sheet = self.book.add_worksheet(name)
        row = 0
        if "title" in looks:
            words = f"{values[units[0], period]['period']} return" if kind["english"] else f"{values[units[0], period]['period']}各单位填报情况汇总"
            sheet.merge_range(row, 0, row, len(columns) - 1, words, self.title)
            row += 1
        grouped = any(c["group"] for c in columns)
        if grouped:
            n = 0
            while n < len(columns):
                group, last = columns[n]["group"], n
                while group and last + 1 < len(columns) and columns[last + 1]["group"] == group:
                    last += 1
                if not group:
                    sheet.merge_range(row, n, row + 1, n, columns[n]["head"], self.head)
                elif last > n:
                    sheet.merge_range(row, n, row, last, group, self.head)
                else:
                    sheet.write_string(row, n, group, self.head)
                n = last + 1
            row += 1
        for n, column in enumerate(columns):
            if not grouped or column["group"]:
                sheet.write_string(row, n, column["head"], self.head)
        head_row = row + 1
        told = {"rows": {}}
        first = row + 1
        for i, unit in enumerate(units):
            row += 1
            told["rows"][unit] = row + 1
            v = values[unit, period]
            for n, column in enumerate(columns):
                if column["field"] == "#":
                    sheet.write_number(row, n, i + 1, self.plain)
                elif column["field"] == "x":
                    sheet.write_number(row, n, rng.randint(1000, 1999), self.plain)
                elif column["field"] == "average" and "formula" in looks:
                    of = {c["field"]: letter(m) for m, c in enumerate(columns)}
                    sheet.write_formula(row, n, f"=ROUND({of['hours']}{row + 1}/{of['members']}{row + 1},1)", self.plain, float(v["average"]))
                else:
                    self.put(sheet, row, n, column, v, "textnum" in looks and i == 1)
        if "total" in looks:
            row += 1
            label = next(n for n, c in enumerate(columns) if c["field"] == "unit")
            sheet.write_string(row, label, "Total" if kind["english"] else "合计", self.head)
            for n, column in enumerate(columns):
                field = kind["fields"].get(column["field"])
                if field and field["kind"] == "figure" and "/" not in field["values"] and column["field"] != "rank":
                    numbers = [Decimal(repr(cell_of(column, values[u, period], kind))) for u in units]
                    total = sum(numbers)
                    total = int(total) if total == int(total) else float(total)
                    if "formula" in looks:
                        sheet.write_formula(row, n, f"=SUM({letter(n)}{first + 1}:{letter(n)}{row})", self.plain, total)
                    else:
                        sheet.write_number(row, n, total, self.plain)
        if "note" in looks:
            sheet.write_string(row + 1, 0, "注：本表由各单位于期末后3日内填报，数据以审核后为准。")
        sheet.set_column(0, len(columns), 12)
        sheet.freeze_panes(head_row, 0)
        marked = []
        for n, column in enumerate(columns):
            entry = {"column": letter(n), **({"group": column["group"]} if column["group"] else {}), "head": column["head"], "field": None if column["field"] in ("#", "x") else column["field"]}
            marked.append({**entry, **extra(column)})
        return {"period": period, "sheet": name, "head_row": head_row, "columns": marked, "rows": told["rows"]}

    def form(self, name, unit, period, values):
        """A form: label, measure, value."""
        kind = self.kind
        rng = random.Random(f"unseen {kind['name']} {unit} {period} form")
        sheet = self.book.add_worksheet(name)
        sheet.merge_range(0, 0, 0, 2, "基本数据填报表", self.title)
        sheet.write_string(1, 0, "报告期", self.plain)
        sheet.write_string(1, 2, values["period"], self.plain)
        row, cells = 2, []
        for n, column in enumerate(kind["wb"]):
            if n == 6:
                row += 1
            sheet.write_string(row, 0, column["head"], self.plain)
            field = kind["fields"].get(column["field"])
            sheet.write_string(row, 1, "" if not field or column["times"] else field["measure"], self.plain)
            if column["field"] == "x":
                sheet.write_number(row, 2, rng.randint(1000, 1999), self.plain)
            else:
                self.put(sheet, row, 2, column, values)
            cells.append({"cell": f"C{row + 1}", "label": column["head"], "field": None if column["field"] == "x" else column["field"], **extra(column)})
            row += 1
        sheet.write_string(row + 1, 0, "填表人：")
        sheet.set_column(0, 2, 22)
        return {"period": period, "unit": unit, "sheet": name, "cells": cells}


def extra(column):
    out = {}
    if column["times"]:
        out["factor"] = str(Decimal(1) / int(column["times"]))
    if column["percent"]:
        out["percent"] = True
    return out


def workbooks(kind, folder, values, units):
    told = []
    periods = kind["periods"] + kind["next"]
    order = list(units)
    if int(kind["id"]) % 3 != 0:
        random.Random(f"unseen {kind['name']} order").shuffle(order)
    if "forms" in kind["wblooks"]:
        os.makedirs(os.path.join(folder, "forms"))
        for period in periods:
            for unit in order:
                file = f"forms/{unit}-{period}.xlsx"
                book = Book(os.path.join(folder, file), kind)
                told.append({"file": file, **book.form("填报表", unit, period, values[unit, period])})
                book.book.close()
    elif "sheets" in kind["wblooks"]:
        book = Book(os.path.join(folder, "all.xlsx"), kind)
        for period in periods:
            told.append({"file": "all.xlsx", **book.rows(period, period, values, order)})
        book.book.close()
    else:
        for period in periods:
            file = f"{period}.xlsx"
            book = Book(os.path.join(folder, file), kind)
            if kind["name"] == "street-lights":
                book.book.add_worksheet("填报说明").write_string(0, 0, "请勿改动表头；用电量按抄表数填写。")
            told.append({"file": file, **book.rows("Return" if kind["english"] else "汇总" if int(kind["id"]) % 2 else "Sheet1", period, values, order)})
            book.book.close()
    return told


# Writing it all.

def dump(kind, path):
    """kind.json, a line for what a reader looks for."""
    line = lambda value: json.dumps(value, ensure_ascii=False)

    def samples(of):
        out = []
        for sample in of:
            head = ", ".join(f"{line(k)}: {line(v)}" for k, v in sample.items() if k != "blocks")
            out.append("  {" + head + ', "blocks": [\n   ' + ",\n   ".join(line(b) for b in sample["blocks"]) + "\n  ]}")
        return "[\n" + ",\n".join(out) + "\n ]"

    parts = []
    for key, value in kind.items():
        if key in ("samples", "next"):
            text = samples(value)
        elif key in ("fields", "workbooks"):
            text = "[\n  " + ",\n  ".join(line(v) for v in value) + "\n ]"
        else:
            text = line(value)
        parts.append(f" {line(key)}: {text}")
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("{\n" + ",\n".join(parts) + "\n}\n")


def write(kind):
    folder = os.path.join(OUT, f"{kind['id']}-{kind['name']}")
    os.makedirs(os.path.join(folder, "samples"))
    units, periods = kind["units"] + kind["more"], kind["periods"] + kind["next"]
    for salt in range(5000):
        values = {(u, p): values_of(kind, u, p, salt, (i + j * (len(kind["units"]) + (1 if kind["next"] else 0)))) for j, p in enumerate(periods) for i, u in enumerate(units)}
        if sound(kind, values, units, kind["periods"]):
            break
    else:
        raise ValueError(kind["name"])
    footer = int(kind["id"]) % 4 == 1
    told = {"samples": [], "next": []}

    def report(file, blocks, more):
        clerk = Clerk(kind["looks"], f"unseen {kind['name']} {file}")
        if "latin-only" in kind["looks"]:
            clerk.looks = clerk.looks | {"styles"}
        clerk.save(os.path.join(folder, file), [for_writer(b) for b in blocks], header=kind["header"], footer=footer)
        return {"file": file, **more, **({"header": kind["header"]} if kind["header"] else {}), "blocks": [for_label(b) for b in blocks]}

    if kind["mode"] == "marks":
        told["samples"].append(report("samples/form.docx", blocks_of(kind, {}, marks(kind)), {}))
    else:
        turns = [(u, p) for p in kind["periods"] for u in kind["units"]]
        for n, (unit, period) in enumerate(turns):
            said = dict(values[unit, period])
            if kind["wide"] and n == 2:
                said[kind["wide"]] = said[kind["wide"]].translate(WIDE)
            blocks = blocks_of(kind, said, None)
            if kind["dropped"]:
                if n == 1:
                    blocks = [b for b in blocks if b["line"] != int(kind["dropped"])]
                blocks = [{**b, "when": "unknown"} if b["line"] == int(kind["dropped"]) else b for b in blocks]
            if kind["moved"] and n == len(turns) - 1:
                a, b = (next(i for i, block in enumerate(blocks) if block["line"] == int(m)) for m in kind["moved"].split(","))
                blocks[a], blocks[b] = {**blocks[b], "moved": True}, {**blocks[a], "moved": True}
            told["samples"].append(report(f"samples/{unit}-{period}.docx", blocks, {"unit": unit, "period": period}))
        if kind["next"]:
            os.makedirs(os.path.join(folder, "next"))
        for period in kind["next"]:
            for unit in kind["units"]:
                told["next"].append(report(f"next/{unit}-{period}.docx", blocks_of(kind, values[unit, period], None), {"unit": unit, "period": period}))
    text = "\n".join(kind["lines"])
    fields = [{"name": n, "kind": k} for n, k in BUILT_IN.items() if re.search(r"\{" + n + r"\}", text)]
    for name, field in kind["fields"].items():
        entry = {"name": name, "kind": "rows" if field["kind"] == "listline" else field["kind"]}
        if field["measure"]:
            entry["measure"] = field["measure"]
        if field["pair"]:
            entry["pair"] = field["pair"]
        if field["kind"] in ("rows", "listline"):
            entry["columns"] = list(columns_of(field["values"]))
        fields.append(entry)
    out = {"id": kind["id"], "name": kind["name"], "mode": kind["mode"], "language": "en" if kind["english"] else "zh", "looks": sorted(look for look in kind["looks"] if ":" not in look),
           "mark": kind["mark"] if kind["mode"] == "marks" else None, "fields": fields, "wording_that_looks_like_fields": kind["traps"], "samples": told["samples"], "workbooks": workbooks(kind, folder, values, units)}
    if told["next"]:
        out["next"] = told["next"]
    dump(out, os.path.join(folder, "kind.json"))
    return len(fields), salt


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    for kind in parse():
        if kind["mode"] != "marks":
            kind["mark"] = None
        print(kind["id"], kind["name"], *write(kind))


if __name__ == "__main__":
    main()
