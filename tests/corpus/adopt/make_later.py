"""Makes forty more kinds of reports (61-100), with what is a field, what is wording, and which column holds which figure.

    python make_later.py     # needs python-docx, lxml and xlsxwriter; the same bytes each time

Of `make_unseen.py` it takes what is alike: messy Word files, days, merges of tables, how kind.json is written."""

import calendar
import datetime as dt
import os
import random
import re
import shutil
from decimal import ROUND_HALF_UP, Decimal

import xlsxwriter

from kinds_later_a import KINDS as SEEN
from kinds_later_b import KINDS as HELD_BACK
from make_unseen import NUMERALS, TYPES, WIDE, Clerk, before, columns_of, day_words, dump, for_label, for_writer, holds, joined, letter, names_in, number_of, parts_of, pool_of, span

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "later")
HALVES = {"seen": SEEN, "held-back": HELD_BACK}
BUILT_IN = {"unit": "unit", "period": "period", "quarter": "period", "next": "period", "asof": "date", "signed": "date"}
ORDINAL = "一二三四"
COLUMN = re.compile(r"([\w#]+?)(?:\*(\d+)|/(\d+)|(%)|(±)|(~)|@(.))?")
REMARKS = ["", "", "已核对", "数据为初步统计", "含村级上报数", "无", "负责人已签字", "另附明细"]
CLERKS = ["方小满", "季云舟", "柏青", "冉秋禾", "宁远", "舒以安", "乔未", "苗一舟", "Ada Finch", "Joel Marsh", "Tess Brook", "Ned Holm", "Ivy Crane"]


# Periods.

def year_ago(period):
    year = parts_of(period)[0]
    return period.replace(str(year), str(year - 1))


def short_of(n, of, year):
    return f"{ORDINAL[n - 1]}季度" if of == 4 else f"{'上下'[n - 1]}半年" if of == 2 else f"{n}月" if of == 12 else f"{year}年"


def period_words(kind, period, offset):
    year, n, of = parts_of(period)
    english, style = kind["english"], kind["p"]
    first, last = (n - 1) * 12 // of + 1, n * 12 // of
    following = n % of + 1
    end = dt.date(year, last, calendar.monthrange(year, last)[1])
    if english:
        months = f"{calendar.month_name[first]} to {calendar.month_name[last]} {year}"
        ordinal = ("first", "second", "third", "fourth")[(n - 1) % 4]
        names = {4: {"months": months, "ordinal": f"{ordinal} quarter of {year}"}.get(style, f"Q{n} {year}"), 2: f"H{n} {year}", 12: f"{calendar.month_name[n]} {year}", 1: str(year)}
        quarter, then = f"Q{n}", f"Q{following}"
    else:
        quarter = short_of(n, of, year)
        then = ("第" if of == 4 and style in ("q1", "bare1") else "") + short_of(following, of, year + 1)
        quarters = {"q1": f"{year}年第{quarter}", "q2": f"{year}年{quarter}", "month": f"{year}年{first}—{last}月", "hyphen": f"{year}年{first}-{last}月", "to": f"{year}年{first}月至{last}月",
                    "cum": f"{year}年1—{last}月", "bare": quarter, "bare1": "第" + quarter, "bare-month": f"{first}—{last}月", "Q": f"{year}年Q{n}", "paren": f"{year}年第{quarter}"}
        names = {4: quarters.get(style, ""), 2: quarter if style == "bare" else f"{year}年{quarter}", 12: f"{n}月份" if style == "bare" else f"{year}年{n}月", 1: f"{year}年" if style == "plain" else f"{year}年度"}
    asof = day_words(end, True, "") if english else f"{end.year}年{end.month}月{end.day}日" if "asof-year" in kind["looks"] else f"{end.month}月{end.day}日"
    signed = end + dt.timedelta(days=offset)
    printed = {"slash": f"{signed.day:02}/{signed.month:02}/{signed.year}", "short": f"{signed.day} {calendar.month_abbr[signed.month]} {signed.year}"}.get(kind["d"]) or day_words(signed, english, kind["d"])
    return {"period": names[of], "quarter": quarter, "next": then, "asof": asof, "signed": printed, "_start": dt.date(year, first, 1), "_end": end}


def chinese(n):
    return NUMERALS[n] if n < 10 else ("" if n < 20 else NUMERALS[n // 10]) + "十" + (NUMERALS[n % 10] if n % 10 else "")


def day_in_text(day, english, style):
    if english:
        return day_words(day, True, "")
    return {"full": f"{day.year}年{day.month}月{day.day}日", "dots": f"{day.month}.{day.day}", "chinese": f"{chinese(day.month)}月{chinese(day.day)}日", "year-dots": f"{day.year}.{day.month}.{day.day}"}.get(style, f"{day.month}月{day.day}日")


# Reading KINDS: as `kinds_unseen.py` says, and what the head of `kinds_later_a.py` adds.

def parse(kinds):
    for part in re.split(r"^KIND ", kinds.strip(), flags=re.M)[1:]:
        lines = [line.rstrip() for line in part.splitlines() if line.strip()]
        number, name, mode, units, periods, looks, mark = (p.strip() for p in (lines[0] + " | ").split(" | ")[:7])
        kind = {"id": number, "name": name, "mode": mode, "units": names_in(units), "looks": set(looks.split()), "mark": mark if mode == "marks" else None, "fields": {}, "lines": [], "wb": [], "wblooks": set(), "traps": [], "header": None, "english": name.endswith("-en"), "more": []}
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
                    found = COLUMN.fullmatch(field)
                    kind["wb"].append({"head": head, "group": group or None, "field": found[1], "times": found[2], "parted": found[3], "percent": bool(found[4]), "signed": bool(found[5]), "spelled": bool(found[6]), "joined_by": found[7]})
            elif word == "WBLOOKS":
                kind["wblooks"] = set(rest.split())
            elif word == "HEADER":
                kind["header"] = rest
            elif word == "TRAP":
                kind["traps"] = rest.split("；；")
            else:
                kind["lines"].append(line.replace("\\t", "\t").replace("\\n", "\n"))
        yield kind


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


def values_of(kind, unit, period, salt, turn, compare=True):
    """What one unit reports of one period, as printed."""
    rng = random.Random(f"later {kind['name']} {unit} {period} {salt}")
    out = {"unit": unit, **period_words(kind, period, 6 if kind["next"] else random.Random(f"{unit} {period}").randint(2, 9))}
    for name, field in kind["fields"].items():
        spec, what = field["values"], field["kind"]
        whole = re.fullmatch(r"(\w+)/(\w+):(\d)", spec)
        if what in ("figure", "rate") and whole:
            part = number_of(out[whole[1]]) * (100 if what == "rate" else 1) / number_of(out[whole[2]])
            out[name] = str(part.quantize(Decimal(1).scaleb(-int(whole[3])), rounding=ROUND_HALF_UP))
        elif what == "figure" and re.fullmatch(r"[a-z]\w*([+-][a-z]\w*)+", spec):
            out[name] = str(sum((-1 if sign == "-" else 1) * number_of(out[of]) for sign, of in re.findall(r"([+-]?)([a-z]\w*)", spec)))
        elif what == "figure" and spec.startswith("<"):
            most = int(number_of(out[spec[1:]]))
            out[name] = str(rng.randint(most * 7 // 10, most - 1))
        elif what == "comparison":
            if not compare:
                continue
            percent, since, of, up, down = re.fullmatch(r"(%?)([ΔY])(\w+) (\S+)/(\S+)", spec).groups()
            was = number_of(values_of(kind, unit, before(period) if since == "Δ" else year_ago(period), salt, turn, compare=False)[of])
            change = number_of(out[of]) - was
            if percent:
                change = (change * 100 / was).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
            said = (f"{abs(change):,}" if kind["fields"][of]["thousands"] and not percent else str(abs(change))) + field["measure"]
            turned = up if change > 0 else down
            out[name] = ("unchanged" if kind["english"] else "持平") if not change else f"{said} {turned}" if up == "more" else f"{turned} {said}" if kind["english"] else turned + said
            out["_" + name] = change
        elif spec.startswith("prev:"):
            out[name] = values_of(kind, unit, before(period), salt, turn, compare=False)[spec[5:]] if compare else "0"
        elif what == "text":
            pool = pool_of(spec)
            out[name] = pool[turn % len(pool)]
        elif what == "list":
            pool = pool_of(spec)
            out[name] = rng.sample(pool, rng.randint(1 if "singles" in kind["looks"] else 2, min(5, len(pool))))
        elif what in ("rows", "listline"):
            columns = columns_of(spec)
            key = next(iter(columns))
            out[name] = [{key: n, **{c: draw(v, rng) for c, v in columns.items() if c != key}} for n in rng.sample(pool_of(columns[key]), rng.randint(2, 4))]
        elif what == "date":
            day = out["_start"] + dt.timedelta(days=rng.randrange((out["_end"] - out["_start"]).days))
            out[name], out["_" + name] = day_in_text(day, kind["english"], spec), day
        else:
            out[name] = draw(spec, rng)
        if field["thousands"]:
            out[name] = f"{int(out[name]):,}"
    return out


# Marks.

def marks(kind):
    """Something to fill in, for each name."""
    units, style, english = kind["units"], kind["mark"], kind["english"]
    suffix = "" if english else next((s for s in ("文化站", "林场", "街道", "社区", "中队", "学校", "中心", "公司", "站", "馆", "所", "镇", "乡", "村") if all(u.endswith(s) for u in units)), "")
    of = parts_of(kind["periods"][0])[2]

    def of_name(name, field):
        what = BUILT_IN.get(name) or field["kind"]
        if style == "待填":
            return {"unit": "（单位名称）", "period": "（报告期）", "date": "（日期）", "text": "（文字说明，不超过150字）"}.get(what, "（待填）"), False
        if style == "[ ]":
            return {"unit": "[office]", "period": "[period]", "date": "[date]", "text": "[comments]"}.get(what, "[ ]"), False
        if style == "underline":
            return {"date": ("        年   月   日", False), "unit": (" " * 16, True), "period": (" " * 10, True), "text": (" " * 30, True)}.get(what, (" " * 8, True))
        year, one, two = {"xx": ("20xx", "x", "xx"), "XX": ("20XX", "X", "XX"), "××": ("20××", "×", "××"), "____": ("____", "__", "____"), "（ ）": ("（  ）", "（ ）", "（  ）"), "**": ("20**", "*", "**"), "○○": ("20○○", "○", "○○"), "□□": ("20□□", "□", "□□"), "***": ("****", "*", "***")}[style]
        if what == "text":
            return "（简要说明，100字以内）" if style != "____" else "____" * 6, False
        if english:
            return {"period": f"{one} {year}" if of == 1 else f"Q{one} {year}", "date": f"{two}/{two}/{year}"}.get(what, two), False
        if what == "unit":
            return two + suffix, False
        if what == "period":
            short = {4: f"{one}季度", 2: f"{one}半年", 12: f"{one}月", 1: ""}[of]
            if name == "quarter" or kind["p"] == "bare":
                return short, False
            return {"q1": f"{year}年第{short}", "month": f"{year}年{one}—{one}月", "cum": f"{year}年{one}—{one}月"}.get(kind["p"], f"{year}年{short}") if of == 4 else year + ("年" + short if of != 1 else "年度"), False
        if what == "date":
            return (f"{year}.{one}.{one}" if kind["d"] == "dots" else f"{year}年{one}月{one}日") if name == "signed" else f"{one}月{one}日", False
        return two, False

    return of_name


# Blocks.

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
            items = [None]
            if word == "TR":
                name, _, rest = rest.partition(" | ")
                items = [(name, item) for item in values[name]]
            for i, item in enumerate(items):
                if word == "TR":
                    table.setdefault("repeats", {})[str(len(table["rows"]))] = name
                cells = [c.strip() for c in rest.split(" | ")]
                table["rows"].append([c if c in ("^", "<") else segments_of(c.replace("@", str(i + 1)), values, kind, mark, item) for c in cells])
            continue
        table = None
        if when and not mark and not holds(when, values):
            continue
        if word == "L":
            name, _, rest = rest.partition(" | ")
            for i, item in enumerate(values[name]):
                words = rest.replace("@", str(i + 1))
                if i + 1 == len(values[name]) and not kind["english"]:
                    words = words[:-1] + "。"
                out.append({"type": "item", "repeats": name, "segments": segments_of(words, values, kind, mark, (name, item)), "line": n})
        else:
            out.append({"type": TYPES[word], **({"when": when} if when else {}), "segments": segments_of(rest, values, kind, mark), "line": n})
    for block in out:
        if block["type"] == "table":
            span(block)
        indent = ""
        if "indent-spaces" in kind["looks"] and block["type"] in ("body", "item"):
            indent = "　　" if block["line"] % 3 else "    "
        if "sign-spaces" in kind["looks"] and block["type"] in ("sign", "date"):
            indent = "　" * 7
        if indent:
            first, *others = block["segments"]
            block["segments"] = [indent + first, *others] if isinstance(first, str) else [indent, first, *others]
    return out


# What must hold for the labels to be right.

def sound(kind, values, units):
    """Fields differ where they must, columns cannot be mistaken, conditions are met by some and decided for those to come."""
    reported = [values[u, p] for p in kind["periods"] for u in kind["units"]]
    figures = [n for n, f in kind["fields"].items() if f["kind"] in ("figure", "rate")]
    vectors = [tuple(v[n] for v in reported) for n in figures]
    if len(set(vectors)) != len(vectors) or (kind["mode"] == "one" and len({v[0] for v in vectors}) != len(vectors)):
        return False
    for v in values.values():
        for n in figures:
            whole = re.fullmatch(r"(\w+)/(\w+):\d", kind["fields"][n]["values"])
            if whole and kind["fields"][n]["kind"] == "rate" and number_of(v[whole[1]]) > number_of(v[whole[2]]) or number_of(v[n]) < 0:
                return False
    if kind["mode"] != "several":
        return True
    text = "\n".join(kind["lines"])
    optional = {m[1] for m in re.finditer(r"<<\w+>0\|[^>]*\{(\w+)\}", text)}
    for name, field in kind["fields"].items():
        if field["kind"] in ("rows", "listline"):
            if len({len(v[name]) for v in reported}) < 2:
                return False
            continue
        said = [v[name] if isinstance(v[name], str) else "、".join(v[name]) for v in reported if not (name in optional and v[name] == "0")]
        if len(set(said)) < 2:
            return False
        if field["kind"] in ("text", "comparison", "list"):
            if len({s[0] for s in said}) < 2:
                return False
            if field["kind"] != "comparison" and len({s[-1] for s in said}) < 2:
                return False
        if field["kind"] == "list" and len({len(v[name]) for v in reported}) < 2:
            return False
    for condition in re.findall(r"<<(.+?)\|", text) + re.findall(r"^\?(\S+)", text, flags=re.M):
        have = [v for v in reported if holds(condition, v)]
        if not 1 < len(have) < len(reported) - (len(reported) > 4):
            return False
        name = re.match(r"\w+", condition)[0]
        for p in kind["next"]:
            yes, no = [number_of(v[name]) for v in have], [number_of(v[name]) for v in reported if v not in have]
            for unit in kind["units"]:
                # A value between what was told of and what was not: nobody could say.
                n = number_of(values[unit, p][name])
                if min(yes) > max(no) and max(no) < n < min(yes) or max(yes) < min(no) and max(yes) < n < min(no):
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
    if field and field["kind"] == "comparison" and column["signed"]:
        change = values["_" + column["field"]]
        return int(change) if change == change.to_integral_value() else float(change)
    if field is None or field["kind"] in ("text", "comparison"):
        return text
    if field["kind"] == "list":
        sep = re.search(r"\{" + column["field"] + r":(.*?)\}", "\n".join(kind["lines"]))[1]
        return (column["joined_by"] or sep or "、").join(text)
    if field["kind"] == "date":
        day = values["_" + column["field"]]
        return f"{day.year}.{day.month}.{day.day}" if column["spelled"] else day
    number = number_of(text) * int(column["times"] or 1) / int(column["parted"] or 1)
    if column["percent"]:
        number /= 100
    return int(number) if number == number.to_integral_value() else float(number)


def extra(column):
    out = {}
    if column["times"]:
        out["factor"] = str(Decimal(1) / int(column["times"]))
    if column["parted"]:
        out["factor"] = column["parted"]
    if column["percent"]:
        out["percent"] = True
    if column["joined_by"]:
        out["joined_by"] = column["joined_by"]
    return out


def of_nothing(field):
    return field in ("#", "x", "xt", "xn", "xp")


def short(unit):
    return re.sub(r"(街道|社区|学校|林场|镇|乡|村|所|站|馆|局)$", "", unit)


class Book:
    def __init__(self, path, kind):
        self.kind = kind
        self.book = xlsxwriter.Workbook(path)
        self.book.set_properties({"created": dt.datetime(2024, 4, 8, 9, 0), "author": ""})
        make = self.book.add_format
        self.head, self.plain = make({"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}), make({"border": 1})
        self.day = make({"border": 1, "num_format": "d mmmm yyyy" if kind["english"] else "yyyy/m/d" if int(kind["id"]) % 2 else 'm"月"d"日"'})
        self.comma = make({"border": 1, "num_format": "#,##0"})
        self.title = make({"bold": True, "font_size": 16, "align": "center"})

    def percent(self, values, column):
        places = len(values[column["field"]].partition(".")[2])
        return self.book.add_format({"border": 1, "num_format": "0." + "0" * places + "%" if places else "0%"})

    def put(self, sheet, row, col, column, values, textnum=False):
        value = cell_of(column, values, self.kind)
        field = self.kind["fields"].get(column["field"])
        if isinstance(value, dt.date):
            sheet.write_datetime(row, col, dt.datetime(value.year, value.month, value.day), self.day)
        elif isinstance(value, str):
            sheet.write_string(row, col, value, self.plain)
        elif textnum and not (column["percent"] or column["times"] or column["parted"] or column["signed"]):
            sheet.write_string(row, col, values[column["field"]], self.plain)
        else:
            sheet.write_number(row, col, value, self.percent(values, column) if column["percent"] else self.comma if field and field["thousands"] and isinstance(value, int) else self.plain)

    def nothing(self, sheet, row, col, what, i, rng):
        if what == "#":
            sheet.write_number(row, col, i + 1, self.plain)
        elif what == "x":
            sheet.write_number(row, col, rng.randint(1000, 1999), self.plain)
        elif what == "xp":
            sheet.write_string(row, col, f"0000-{rng.randint(1000000, 9999999)}", self.plain)
        else:
            pool = [n for n in CLERKS if n.isascii() == self.kind["english"]] if what == "xn" else ["", "", "checked", "see note"] if self.kind["english"] else REMARKS
            sheet.write_string(row, col, rng.choice(pool), self.plain)

    def rows(self, name, period, values, units):
        """A sheet, a row a unit; and what it is for kind.json."""
        kind, columns, looks = self.kind, self.kind["wb"], self.kind["wblooks"]
        rng = random.Random(f"later {kind['name']} {period} sheet")
        sheet = self.book.add_worksheet(name)
        row = 0
        said = values[units[0], period]["period"]
        if "title" in looks:
            sheet.merge_range(row, 0, row, len(columns) - 1, f"Returns for {said}" if kind["english"] else f"{said}工作情况统计表", self.title)
            row += 1
        if "unitline" in looks:
            sheet.write_string(row, 0, "填报单位（盖章）：")
            sheet.write_string(row, len(columns) - 2, "单位：件、个、万元")
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
        if "totaltop" in looks:
            row += 1
            self.total(sheet, row, row + 1, units, period, values)
        rows, first = {}, row + 1
        for i, unit in enumerate(units):
            row += 1
            rows[unit] = row + 1
            v = values[unit, period]
            for n, column in enumerate(columns):
                if of_nothing(column["field"]):
                    self.nothing(sheet, row, n, column["field"], i, rng)
                elif column["field"] == "unit" and "short" in looks:
                    sheet.write_string(row, n, short(unit), self.plain)
                else:
                    self.put(sheet, row, n, column, v, "textnum" in looks and i == 1)
        if "total" in looks:
            row += 1
            self.total(sheet, row, first, units, period, values)
        if "note" in looks:
            sheet.write_string(row + 1, 0, "注：各单位须于期末后5日内报送，联系人及电话见通知。")
        if "signline" in looks:
            sheet.write_string(row + 2, 0, "审核人：")
            sheet.write_string(row + 2, 3, "填表人：")
        sheet.set_column(0, len(columns), 12)
        sheet.freeze_panes(head_row, 0)
        marked = []
        for n, column in enumerate(columns):
            entry = {"column": letter(n), **({"group": column["group"]} if column["group"] else {}), "head": column["head"], "field": None if of_nothing(column["field"]) else column["field"]}
            marked.append({**entry, **extra(column)})
        names = {"names": {unit: short(unit) for unit in units}} if "short" in looks else {}
        return {"period": period, "sheet": name, "head_row": head_row, "columns": marked, "rows": rows, **names}

    def total(self, sheet, row, first, units, period, values):
        kind = self.kind
        label = next(n for n, c in enumerate(kind["wb"]) if c["field"] == "unit")
        sheet.write_string(row, label, "Total" if kind["english"] else "合计" if int(kind["id"]) % 2 else "全县合计", self.head)
        for n, column in enumerate(kind["wb"]):
            field = kind["fields"].get(column["field"])
            if field and field["kind"] == "figure" and "/" not in field["values"]:
                numbers = [Decimal(repr(cell_of(column, values[u, period], kind))) for u in units]
                total = sum(numbers)
                total = int(total) if total == int(total) else float(total)
                if "formula" in kind["wblooks"]:
                    sheet.write_formula(row, n, f"=SUM({letter(n)}{first + 1}:{letter(n)}{first + len(units)})", self.plain, total)
                else:
                    sheet.write_number(row, n, total, self.plain)

    def form(self, name, unit, period, values):
        """A form: label, measure, value; or label, value."""
        kind = self.kind
        rng = random.Random(f"later {kind['name']} {unit} {period} form")
        at = 1 if "narrow" in kind["wblooks"] else 2
        sheet = self.book.add_worksheet(name)
        sheet.merge_range(0, 0, 0, at, "Quarterly form" if kind["english"] else "工作数据报送表", self.title)
        sheet.write_string(1, 0, "Period" if kind["english"] else "报告期", self.plain)
        sheet.write_string(1, at, values["period"], self.plain)
        row, cells = 2, []
        for n, column in enumerate(kind["wb"]):
            if n == 5:
                row += 1
            sheet.write_string(row, 0, column["head"], self.plain)
            field = kind["fields"].get(column["field"])
            if at == 2:
                sheet.write_string(row, 1, "" if not field or column["times"] or column["parted"] else field["measure"], self.plain)
            if of_nothing(column["field"]):
                self.nothing(sheet, row, at, column["field"], n, rng)
            else:
                self.put(sheet, row, at, column, values)
            cells.append({"cell": f"{letter(at)}{row + 1}", "label": column["head"], "field": None if of_nothing(column["field"]) else column["field"], **extra(column)})
            row += 1
        sheet.write_string(row + 1, 0, "Signed:" if kind["english"] else "单位负责人：")
        sheet.set_column(0, at, 22)
        return {"period": period, "unit": unit, "sheet": name, "cells": cells}


def workbooks(kind, folder, values, units):
    told, number = [], int(kind["id"])
    periods = kind["periods"] + kind["next"]
    orders = {}
    for period in periods:
        order = list(units)
        if number % 4:
            random.Random(f"later {kind['name']} order" + (period if "reorder" in kind["wblooks"] else "")).shuffle(order)
        orders[period] = order
    if "forms" in kind["wblooks"]:
        os.makedirs(os.path.join(folder, "forms"))
        for period in periods:
            for unit in orders[period]:
                file = f"forms/{unit}-{period}.xlsx"
                book = Book(os.path.join(folder, file), kind)
                told.append({"file": file, **book.form("Sheet1" if number % 2 else "报送表", unit, period, values[unit, period])})
                book.book.close()
    elif "sheets" in kind["wblooks"]:
        file = "returns.xlsx" if kind["english"] else "台账.xlsx"
        book = Book(os.path.join(folder, file), kind)
        for period in periods:
            sheet = period if kind["english"] or number % 2 else values[units[0], period]["period"]
            told.append({"file": file, **book.rows(sheet, period, values, orders[period])})
        book.book.close()
    else:
        for period in periods:
            file = f"{period}.xlsx"
            book = Book(os.path.join(folder, file), kind)
            if "readme" in kind["wblooks"]:
                book.book.add_worksheet("说明").write_string(0, 0, "红色列必填；请勿增删列。")
            told.append({"file": file, **book.rows("Returns" if kind["english"] else ("汇总表", "Sheet1", "统计")[number % 3], period, values, orders[period])})
            book.book.close()
    return told


# Writing it all.

def write(kind, half):
    folder = os.path.join(OUT, half, f"{kind['id']}-{kind['name']}")
    os.makedirs(os.path.join(folder, "samples"))
    units, periods = kind["units"] + kind["more"], kind["periods"] + kind["next"]
    for salt in range(4000):
        values = {(u, p): values_of(kind, u, p, salt, i + j * (len(kind["units"]) + (1 if kind["next"] else 0))) for j, p in enumerate(periods) for i, u in enumerate(units)}
        if sound(kind, values, units):
            break
    else:
        raise ValueError(kind["name"])
    footer = int(kind["id"]) % 4 == 2
    told = {"samples": [], "next": []}

    def report(file, blocks, about):
        writer = Clerk(kind["looks"] | ({"styles"} if "latin-only" in kind["looks"] else set()), f"later {kind['name']} {file}")
        writer.save(os.path.join(folder, file), [for_writer(b) for b in blocks], header=kind["header"], footer=footer)
        return {"file": file, **about, **({"header": kind["header"]} if kind["header"] else {}), "blocks": [for_label(b) for b in blocks]}

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
        if not re.search(r"\{" + name + r"[:}]|^(?:TR|L) " + name + r" \|", text, flags=re.M):
            raise ValueError(f"{kind['name']}: {name} stands nowhere")
        entry = {"name": name, "kind": "rows" if field["kind"] == "listline" else field["kind"]}
        if field["measure"]:
            entry["measure"] = field["measure"]
        if field["pair"]:
            entry["pair"] = field["pair"]
        if field["kind"] in ("rows", "listline"):
            entry["columns"] = list(columns_of(field["values"]))
        fields.append(entry)
    for column in kind["wb"]:
        if not of_nothing(column["field"]) and column["field"] not in kind["fields"] and column["field"] not in BUILT_IN:
            raise ValueError(f"{kind['name']}: no field {column['field']}")
    out = {"id": kind["id"], "name": kind["name"], "mode": kind["mode"], "language": "en" if kind["english"] else "zh", "looks": sorted(look for look in kind["looks"] if ":" not in look),
           "mark": kind["mark"], "fields": fields, "wording_that_looks_like_fields": kind["traps"], "samples": told["samples"], "workbooks": workbooks(kind, folder, values, units)}
    if told["next"]:
        out["next"] = told["next"]
    dump(out, os.path.join(folder, "kind.json"))
    return len(fields), salt


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    for half, kinds in HALVES.items():
        for kind in parse(kinds):
            print(half, kind["id"], kind["name"], *write(kind, half))


if __name__ == "__main__":
    main()
