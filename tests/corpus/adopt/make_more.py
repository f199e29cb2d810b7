"""Makes forty more kinds of reports (101-140), with what is a field, what is wording, and which column holds which figure.

    python make_more.py     # needs python-docx, lxml and xlsxwriter; the same bytes each time

Of `make_later.py` it takes how kinds are read, values drawn, blocks made and held to be sound. Its own are further periods, days and
marks, Word files with more of what an editor leaves behind, and workbooks of further shapes."""

import calendar
import datetime as dt
import os
import random
import re
import shutil
from decimal import Decimal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

import make_later as later
from kinds_more_a import KINDS as SEEN
from kinds_more_b import KINDS as HELD_BACK
from make_unseen import NUMERALS, Clerk, dump, for_label, for_writer, letter, number_of

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "more")
HALVES = {"seen": SEEN, "held-back": HELD_BACK}
BUILT_IN = later.BUILT_IN
WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")
NOTHING = ("#", "x", "xt", "xn", "xp", "xd", "x0")
AVERAGES = ("分", "℃", "°C", "‰", "分贝", "位", "勒克斯", "兆帕", "元/次", "元/公斤", "元/天", "立方米/亩", "分钟", "厘米", "minutes", "days", "dB")
SUFFIXES = ("图书分馆", "供水站", "航标站", "检验室", "自然村", "园区", "冰场", "茶场", "冷库", "车站", "街道", "社区", "中队", "学校", "分局", "镇", "乡", "站", "馆", "所", "村")


# Periods and days, spelled in further ways. What is put into `later` here is what `values_of` there looks up.

def parts_of(period, known=later.parts_of):
    week = re.fullmatch(r"(\d{4})W(\d\d)", period)
    return (int(week[1]), int(week[2]), 52) if week else known(period)


def before(period, known=later.before):
    year, n, of = parts_of(period)
    return f"{year}W{n - 1:02}" if of == 52 else known(period)


def period_words(kind, period, offset, known=later.period_words):
    year, n, of = parts_of(period)
    style, english = kind["p"], kind["english"]
    if of == 52:
        start = dt.date.fromisocalendar(year, n, 1)
        end = start + dt.timedelta(days=6)
        signed = end + dt.timedelta(days=1 + offset % 3)
        return {"period": f"{year}年第{n}周", "quarter": f"第{n}周", "next": f"第{n + 1}周", "asof": f"{end.month}月{end.day}日", "signed": later.day_words(signed, False, kind["d"]), "_start": start, "_end": end}
    out = known(kind, period, offset)
    end, first = out["_end"], out["_start"].month
    if english:
        spelled = {"ended": f"quarter ended {end.day} {calendar.month_name[end.month]} {year}", "abbr": f"{calendar.month_abbr[first]}–{calendar.month_abbr[end.month]} {year}"}
    else:
        spelled = {"chinese": "".join(NUMERALS[int(c)] for c in str(year)) + f"年第{out['quarter']}", "year-q": f"{year}年度第{out['quarter']}", "days": f"{year}年{first}月1日至{end.month}月{end.day}日",
                   "months": f"{year}年{first}—{end.month}月", "short": f"{year % 100}年{out['quarter']}"}
        if style == "term":
            terms = f"{year - 1}—{year}学年", f"{year}—{year + 1}学年"
            spelled["term"] = terms[n - 1] + f"第{'二一'[n - 1]}学期"
            out["quarter"], out["next"] = f"第{'二一'[n - 1]}学期", f"第{'一二'[n - 1]}学期"
    out["period"] = spelled.get(style, out["period"])
    return out


def day_in_text(day, english, style, known=later.day_in_text):
    if english:
        return {"short": f"{day.day} {calendar.month_abbr[day.month]}", "slash": f"{day.day:02}/{day.month:02}/{day.year}"}.get(style) or known(day, english, style)
    return {"slash": f"{day.year}/{day.month}/{day.day}", "dash": f"{day.year}-{day.month:02}-{day.day:02}"}.get(style) or known(day, english, style)


later.parts_of, later.before, later.period_words, later.day_in_text = parts_of, before, period_words, day_in_text


# Kinds, and what their head in `kinds_more_a.py` adds.

def parse(kinds):
    for kind in later.parse(kinds):
        option = lambda key: next((look.partition(":")[2].split(",") for look in sorted(kind["looks"]) if look.startswith(key + ":")), [])
        kind["commas"] = option("commas")
        kind["suffix"] = next(iter(option("suffix")), None)
        for column in kind["wb"]:
            column["percent_text"] = column["joined_by"] == "%"
            if column["percent_text"]:
                column["joined_by"] = None
        yield kind


def values_of(kind, unit, period, salt, turn):
    out = later.values_of(kind, unit, period, salt, turn)
    for name in kind["commas"]:
        out[name] = f"{Decimal(out[name]):,}"
    for name, field in kind["fields"].items():
        # In English a measure that is a word stands apart: up 1.3 per cent.
        if field["kind"] == "comparison" and kind["english"] and field["measure"][:1].isalpha():
            out[name] = out[name].replace(field["measure"], " " + field["measure"])
    return out


# Marks.

def marks(kind):
    units, style, english = kind["units"], kind["mark"], kind["english"]
    suffix = "" if english else kind["suffix"] or next((s for s in SUFFIXES if all(u.endswith(s) for u in units)), "")
    of = parts_of(kind["periods"][0])[2]

    def of_name(name, field):
        what = BUILT_IN.get(name) or field["kind"]
        if style == "填":
            return {"unit": "【填写单位全称】", "period": "【填写报告期】", "date": "【填写日期】", "text": "【填写文字】", "rate": "【填写比例】"}.get(what, "【填写数字】"), False
        if style == "……":
            return {"unit": "……" + suffix, "period": "……年……" + {4: "季度", 2: "半年", 12: "月", 1: ""}[of], "date": "……年……月……日", "text": "………………"}.get(what, "……"), False
        if style == "underline":
            return {"date": ("      年    月    日", False), "unit": (" " * 20, True), "period": (" " * 16, True), "text": (" " * 40, True)}.get(what, (" " * 10, True))
        if style == "....":
            return {"unit": "." * 20, "period": "." * 16, "date": "...../...../.....", "text": "." * 40}.get(what, "." * 8), False
        if style == "<>":
            return {"unit": "<name of kennels>", "period": "<period>", "date": "<date>", "text": "<text>"}.get(what, "<no.>"), False
        year, one, two = {"△△": ("20△△", "△", "△△"), "＿＿": ("＿＿＿＿", "＿＿", "＿＿＿"), "［　］": ("［　　］", "［　］", "［　　］"), "■■": ("20■■", "■", "■■"), "〔　〕": ("20〔　〕", "〔　〕", "〔　　〕"), "＊＊": ("20＊＊", "＊", "＊＊"), "XX": ("20XX", "X", "XX")}[style]
        if what == "text":
            return {"＿＿": "＿" * 20, "XX": "（可另附页）", "＊＊": "＊＊＊＊＊＊"}.get(style, "（写明主要情况，不超过150字）"), False
        if what == "unit":
            return two + suffix, False
        if what == "period":
            short = {4: f"{one}季度", 2: f"{one}半年", 12: f"{one}月", 1: ""}[of]
            if kind["p"] == "days":
                return f"{year}年{one}月{one}日至{one}月{one}日", False
            if kind["p"] in ("month", "months"):
                return f"{year}年{one}—{one}月", False
            return f"{year}年{'第' if kind['p'] == 'q1' and of == 4 else ''}{short}" if of != 1 else f"{year}年度", False
        if what == "date":
            if name != "signed":
                return f"{one}月{one}日", False
            return {"dots": f"{year}.{one}.{one}", "spaced": f"{year} 年 {one} 月 {one} 日"}.get(kind["d"], f"{year}年{one}月{one}日"), False
        return two, False

    return of_name


# Word files.

class Editor(Clerk):
    """What else an editor leaves: languages, page breaks of the last rendering, tracked formats, links, a paragraph struck out."""

    def run(self, paragraph, text, *about, **more):
        run = super().run(paragraph, text, *about, **more)
        properties = run._r.get_or_add_rPr()
        if "lang" in self.looks and self.rng.random() < 0.5:
            lang = OxmlElement("w:lang")
            lang.set(qn("w:val" if text.isascii() else "w:eastAsia"), "en-US" if text.isascii() else "zh-CN")
            properties.append(lang)
        if "reformatted" in self.looks and self.rng.random() < 0.15:
            change = OxmlElement("w:rPrChange")
            self.bookmarks += 1
            for key, value in (("w:id", str(3000 + self.bookmarks)), ("w:author", "Office"), ("w:date", "2024-04-09T10:00:00Z")):
                change.set(qn(key), value)
            change.append(OxmlElement("w:rPr"))
            properties.append(change)
        if "pages" in self.looks and self.rng.random() < 0.06:
            properties.addnext(OxmlElement("w:lastRenderedPageBreak"))
        if "links" in self.looks and re.search(r"www\.|@", text) and run._r.getparent().tag == qn("w:p"):
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), "_top")
            run._r.addprevious(link)
            link.append(run._r)
        return run

    def block(self, block):
        if "struck" in self.looks and block["type"] in ("body", "item", "heading") and self.rng.random() < 0.2:
            paragraph = self.made.add_paragraph()
            about = (("w:author", "Office"), ("w:date", "2024-04-09T10:00:00Z"))
            gone, mark = OxmlElement("w:del"), OxmlElement("w:del")
            for element in (gone, mark):
                self.bookmarks += 1
                element.set(qn("w:id"), str(5000 + self.bookmarks))
                for key, value in about:
                    element.set(qn(key), value)
            properties = OxmlElement("w:rPr")
            properties.append(mark)
            paragraph._p.get_or_add_pPr().append(properties)
            run, text = OxmlElement("w:r"), OxmlElement("w:delText")
            text.text = "This line is not needed any more." if "latin-only" in self.looks else "此段与上期重复，删去。"
            run.append(text)
            gone.append(run)
            paragraph._p.append(gone)
        return super().block(block)


# Workbooks.

def of_nothing(field):
    return field in NOTHING


def short(unit):
    return re.sub(r"(图书分馆|供水站|管理处|派出所|自然村|街道|社区|学校|小学|渡口|车站|镇|乡|村|所|站|馆|局)$", "", unit)


class Ledger(later.Book):
    """Besides what `make_later` has: a table that begins at B, a note above its head, a line with the period, bands between the units,
    a sheet of remarks or of old figures, percents as texts, a form with two labels in a row."""

    def put(self, sheet, row, col, column, values, textnum=False):
        if column["percent_text"]:
            sheet.write_string(row, col, values[column["field"]] + "%", self.plain)
        else:
            super().put(sheet, row, col, column, values, textnum)

    def nothing(self, sheet, row, col, what, i, rng, values=None):
        if what == "xd":
            end = values["_end"]
            day = end + dt.timedelta(days=1) if rng.random() < 0.6 else end
            sheet.write_datetime(row, col, dt.datetime(day.year, day.month, day.day), self.day)
        elif what == "x0":
            sheet.write_blank(row, col, None, self.plain)
        else:
            super().nothing(sheet, row, col, what, i, rng)

    def rows(self, name, period, values, units):
        kind, columns, looks = self.kind, self.kind["wb"], self.kind["wblooks"]
        english, at = kind["english"], 1 if "colb" in looks else 0
        rng = random.Random(f"more {kind['name']} {period} sheet")
        sheet = self.book.add_worksheet(name)
        row, last = 0, at + len(columns) - 1
        said = values[units[0], period]["period"]
        if "title" in looks:
            sheet.merge_range(row, at, row, last, f"Figures from the units, {said}" if english else f"各单位{said}业务数据汇总", self.title)
            row += 1
        elif "titleonly" in looks:
            sheet.write_string(row, at, "Summary of returns" if english else "业务数据汇总表", self.title)
            row += 1
        if "periodline" in looks:
            sheet.write_string(row, at, f"Period: {said}" if english else f"统计期：{said}")
            sheet.write_string(row, last, "Unaudited" if english else "制表：综合股")
            row += 1
        if "notetop" in looks:
            sheet.merge_range(row, at, row, last, "Please fill in every column; leave none blank." if english else "填报说明：如无数据请填0，不得空项；小数保留位数与上期一致。", self.plain)
            row += 1
        if "gap" in looks:
            row += 1
        grouped = any(c["group"] for c in columns)
        if grouped:
            n = 0
            while n < len(columns):
                group, end = columns[n]["group"], n
                while group and end + 1 < len(columns) and columns[end + 1]["group"] == group:
                    end += 1
                if not group:
                    sheet.merge_range(row, at + n, row + 1, at + n, columns[n]["head"], self.head)
                elif end > n:
                    sheet.merge_range(row, at + n, row, at + end, group, self.head)
                else:
                    sheet.write_string(row, at + n, group, self.head)
                n = end + 1
            row += 1
        for n, column in enumerate(columns):
            if not grouped or column["group"]:
                sheet.write_string(row, at + n, column["head"], self.head)
        head_row = row + 1
        if "totaltop" in looks:
            row += 1
            self.total(sheet, row, at, units, period, values)
        rows = {}
        for i, unit in enumerate(units):
            if "bands" in looks and i in (0, (len(units) + 1) // 2):
                row += 1
                band = ("North", "South")[bool(i)] if english else ("一、东片", "二、西片")[bool(i)]
                sheet.merge_range(row, at, row, last, band, self.plain)
            row += 1
            rows[unit] = row + 1
            for n, column in enumerate(columns):
                if of_nothing(column["field"]):
                    self.nothing(sheet, row, at + n, column["field"], i, rng, values[unit, period])
                elif column["field"] == "unit" and "short" in looks:
                    sheet.write_string(row, at + n, short(unit), self.plain)
                else:
                    self.put(sheet, row, at + n, column, values[unit, period], "textnum" in looks and i == 1)
        if "total" in looks:
            row += 1
            self.total(sheet, row, at, units, period, values)
        if "note" in looks:
            sheet.write_string(row + 2, at, "Note: figures are those known at the end of the period." if english else "注：1.数据截至期末；2.由各单位填报，综合股汇总。")
        if "signline" in looks:
            sheet.write_string(row + 3, at, "负责人：")
            sheet.write_string(row + 3, at + 3, "复核：")
            sheet.write_string(row + 3, at + 5, "制表：")
        sheet.set_column(at, last, 11)
        if at:
            sheet.set_column(0, 0, 2)
        if "freeze" in looks:
            sheet.freeze_panes(head_row, at + 1)
        marked = []
        for n, column in enumerate(columns):
            entry = {"column": letter(at + n), **({"group": column["group"]} if column["group"] else {}), "head": column["head"], "field": None if of_nothing(column["field"]) else column["field"]}
            marked.append({**entry, **later.extra(column)})
        names = {"names": {unit: short(unit) for unit in units}} if "short" in looks else {}
        return {"period": period, "sheet": name, "head_row": head_row, "columns": marked, "rows": rows, **names}

    def total(self, sheet, row, at, units, period, values):
        kind = self.kind
        label = next(n for n, c in enumerate(kind["wb"]) if c["field"] == "unit")
        sheet.write_string(row, at + label, "All" if kind["english"] else "合  计" if int(kind["id"]) % 2 else "总计", self.head)
        for n, column in enumerate(kind["wb"]):
            field = kind["fields"].get(column["field"])
            if field and field["kind"] == "figure" and "/" not in field["values"] and field["measure"] not in AVERAGES:
                total = sum(Decimal(repr(later.cell_of(column, values[u, period], kind))) for u in units)
                sheet.write_number(row, at + n, int(total) if total == int(total) else float(total), self.plain)

    def old(self, units):
        """Last year's figures of something else, and remarks: sheets that feed nothing."""
        rng = random.Random(f"more {self.kind['name']} old")
        sheet = self.book.add_worksheet("Archive" if self.kind["english"] else "往年（勿动）")
        for n, head in enumerate(("Unit", "2019", "2020") if self.kind["english"] else ("单位", "2019年", "2020年")):
            sheet.write_string(0, n, head, self.head)
        for i, unit in enumerate(units):
            sheet.write_string(i + 1, 0, unit, self.plain)
            for n in (1, 2):
                sheet.write_number(i + 1, n, rng.randint(2000, 2999), self.plain)

    def form(self, name, unit, period, values):
        """A form a unit: label and value; with `pairs` two of them in a row; with `measures` the measure between them."""
        kind, looks = self.kind, self.kind["wblooks"]
        rng = random.Random(f"more {kind['name']} {unit} {period} form")
        sheet = self.book.add_worksheet(name)
        step = 3 if "measures" in looks else 2
        wide = 2 if "pairs" in looks else 1
        sheet.merge_range(0, 0, 0, step * wide - 1, "Return" if kind["english"] else "数据采集表", self.title)
        sheet.write_string(1, 0, "Period" if kind["english"] else "所属期", self.plain)
        sheet.write_string(1, step - 1, values["period"], self.plain)
        row, cells = 2, []
        for n, column in enumerate(kind["wb"]):
            at = step * (n % wide)
            if n and n % wide == 0:
                row += 1
            sheet.write_string(row, at, column["head"], self.plain)
            field = kind["fields"].get(column["field"])
            if step == 3:
                sheet.write_string(row, at + 1, "—" if not field or column["times"] or column["parted"] or not field["measure"] else field["measure"], self.plain)
            if of_nothing(column["field"]):
                self.nothing(sheet, row, at + step - 1, column["field"], n, rng, values)
            else:
                self.put(sheet, row, at + step - 1, column, values)
            cells.append({"cell": f"{letter(at + step - 1)}{row + 1}", "label": column["head"], "field": None if of_nothing(column["field"]) else column["field"], **later.extra(column)})
        sheet.write_string(row + 2, 0, "Signed:" if kind["english"] else "填报人签字：")
        sheet.set_column(0, step * wide - 1, 18)
        return {"period": period, "unit": unit, "sheet": name, "cells": cells}


def workbooks(kind, folder, values, units):
    told, number, looks = [], int(kind["id"]), kind["wblooks"]
    periods, english = kind["periods"] + kind["next"], kind["english"]
    orders = {}
    for period in periods:
        orders[period] = list(units)
        if number % 3:
            random.Random(f"more {kind['name']} order" + (period if "reorder" in looks else "")).shuffle(orders[period])
    named = lambda period: values[units[0], period]["period"]
    if "forms" in looks:
        os.makedirs(os.path.join(folder, "forms"))
        for period in periods:
            for unit in orders[period]:
                file = f"forms/{unit}{'' if 'joined' in looks else '-'}{period}.xlsx"
                book = Ledger(os.path.join(folder, file), kind)
                told.append({"file": file, **book.form("Form" if english else "采集表" if number % 2 else "Sheet1", unit, period, values[unit, period])})
                book.book.close()
    elif "sheets" in looks:
        file = "figures.xlsx" if english else "业务台账.xlsx"
        book = Ledger(os.path.join(folder, file), kind)
        for period in periods:
            told.append({"file": file, **book.rows(period if english or number % 2 and parts_of(period)[2] != 52 else named(period), period, values, orders[period])})
        if "old" in looks:
            book.old(units)
        book.book.close()
    else:
        for period in periods:
            file = f"{named(period)}汇总.xlsx" if "named" in looks else f"{period}.xlsx"
            book = Ledger(os.path.join(folder, file), kind)
            if "readme" in looks:
                book.book.add_worksheet("填报须知").write_string(0, 0, "黄色单元格必填，其余由公式或人工补充。")
            told.append({"file": file, **book.rows("Summary" if english else ("Sheet1", "汇总", "数据表")[number % 3], period, values, orders[period])})
            if "old" in looks:
                book.old(units)
            book.book.close()
    return told


# Writing it all.

def write(kind, half):
    folder = os.path.join(OUT, half, f"{kind['id']}-{kind['name']}")
    os.makedirs(os.path.join(folder, "samples"))
    units, periods = kind["units"] + kind["more"], kind["periods"] + kind["next"]
    for salt in range(6000):
        values = {(u, p): values_of(kind, u, p, salt, i + j * (len(kind["units"]) + (1 if kind["next"] else 0))) for j, p in enumerate(periods) for i, u in enumerate(units)}
        if later.sound(kind, values, units):
            break
    else:
        raise ValueError(kind["name"])
    told = {"samples": [], "next": []}

    def report(file, blocks, about):
        writer = Editor(kind["looks"] | ({"styles"} if "latin-only" in kind["looks"] else set()), f"more {kind['name']} {file}")
        writer.save(os.path.join(folder, file), [for_writer(b) for b in blocks], header=kind["header"], footer=int(kind["id"]) % 3 == 1)
        return {"file": file, **about, **({"header": kind["header"]} if kind["header"] else {}), "blocks": [for_label(b) for b in blocks]}

    if kind["mode"] == "marks":
        told["samples"].append(report("samples/form.docx", later.blocks_of(kind, {}, marks(kind)), {}))
    else:
        turns = [(u, p) for p in kind["periods"] for u in kind["units"]]
        for n, (unit, period) in enumerate(turns):
            said = dict(values[unit, period])
            if n == 2:
                wide = [f for f in kind["fields"] if kind["fields"][f]["kind"] in ("figure", "rate")] if kind["wide"] == "all" else kind["wide"].split(",") if kind["wide"] else []
                said.update({f: said[f].translate(WIDE) for f in wide})
            blocks = later.blocks_of(kind, said, None)
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
                told["next"].append(report(f"next/{unit}-{period}.docx", later.blocks_of(kind, values[unit, period], None), {"unit": unit, "period": period}))
    text = "\n".join(kind["lines"])
    fields = [{"name": n, "kind": k} for n, k in BUILT_IN.items() if re.search(r"\{" + n + r"\}", text)]
    for name, field in kind["fields"].items():
        if not re.search(r"\{" + name + r"[:}]|^(?:TR|L) " + name + r" \|", text, flags=re.M):
            raise ValueError(f"{kind['name']}: {name} stands nowhere")
        entry = {"name": name, "kind": "rows" if field["kind"] == "listline" else field["kind"]}
        for key in ("measure", "pair"):
            if field[key]:
                entry[key] = field[key]
        if field["kind"] in ("rows", "listline"):
            entry["columns"] = list(later.columns_of(field["values"]))
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
