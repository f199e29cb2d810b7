"""Makes forty further kinds of reports (141-180), with what is a field, what is wording, and which column holds which figure.

    python make_further.py     # needs python-docx, lxml and xlsxwriter; the same bytes each time

Of `make_more.py` it takes how a kind is written to its folder. Its own are further periods and marks, Word files with more of what an
editor leaves behind, and workbooks of further shapes."""

import datetime as dt
import os
import random
import re
import shutil
from decimal import Decimal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

import make_later as later
import make_more as more
from document import text_of
from kinds_further_a import KINDS as SEEN
from kinds_further_b import KINDS as HELD_BACK
from make_unseen import NUMERALS, letter

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "further")
HALVES = {"seen": SEEN, "held-back": HELD_BACK}
BUILT_IN = later.BUILT_IN


# Periods, spelled in further ways; thirds of a month are told as 2024-06B.

def parts_of(period, known=later.parts_of):
    third = re.fullmatch(r"(\d{4})-(\d\d)([ABC])", period)
    return (int(third[1]), int(third[2]) * 3 - 3 + "ABC".index(third[3]) + 1, 36) if third else known(period)


def before(period, known=later.before):
    year, n, of = parts_of(period)
    if of != 36:
        return known(period)
    return f"{year}-{(n - 2) // 3 + 1:02}{'ABC'[(n - 2) % 3]}"


def period_words(kind, period, offset, known=later.period_words):
    year, n, of = parts_of(period)
    style, english = kind["p"], kind["english"]
    if of == 36:
        month, third = (n - 1) // 3 + 1, (n - 1) % 3
        start = dt.date(year, month, 1 + 10 * third)
        end = start + dt.timedelta(days=9) if third < 2 else (dt.date(year, month, 28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
        signed = end + dt.timedelta(days=1 + offset % 2)
        return {"period": f"{year}年{month}月{'上中下'[third]}旬", "quarter": f"{'上中下'[third]}旬", "next": f"{'中下上'[third]}旬", "asof": f"{end.month}月{end.day}日", "signed": later.day_words(signed, False, kind["d"]), "_start": start, "_end": end}
    out = known(kind, period, offset)
    end, first = out["_end"], out["_start"].month
    if english:
        spelled = {"three": f"three months to {end.day} {end:%B} {year}", "number": f"Quarter {n} of {year}"}
    else:
        spelled = {"since": f"{year}年{first}至{end.month}月", "dotted": f"{year}.{first}-{end.month}", "month-said": f"{year}年{n}月份", "chinese-month": "".join(NUMERALS[int(c)] for c in str(year)) + f"年{later.chinese(n)}月"}
        if style == "digit":
            spelled["digit"] = f"{year}年{n}季度"
            out["quarter"], out["next"] = f"{n}季度", f"{n % of + 1}季度"
    out["period"] = spelled.get(style, out["period"])
    return out


for module in (later, more):
    module.parts_of, module.before, module.period_words = parts_of, before, period_words


# Marks.

def marks(kind, known=more.marks):
    units, style, english = kind["units"], kind["mark"], kind["english"]
    suffix = "" if english else kind["suffix"] or next((s for s in more.SUFFIXES if all(u.endswith(s) for u in units)), "")
    of = parts_of(kind["periods"][0])[2]
    if style == "underline":
        return known(kind)

    def of_name(name, field):
        what = BUILT_IN.get(name) or field["kind"]
        if style == "（数）":
            return {"unit": "（单位全称）", "period": "（起止时间）", "date": "（年月日）", "text": "（文字）", "rate": "（比例）"}.get(what, "（数）"), False
        if style == "〈〉":
            return {"unit": "〈单位〉", "period": "〈时段〉", "date": "〈日期〉", "text": "〈说明〉"}.get(what, "〈数〉"), False
        if style == "[●]":
            return {"period": "[●]年[●]月", "date": "[●]年[●]月[●]日" if name == "signed" else "[●]月[●]日", "unit": "[●]" + suffix}.get(what, "[●]"), False
        if style == "____":
            return {"unit": "_" * 24, "period": "_" * 18, "date": "____/____/______", "text": "_" * 48}.get(what, "_" * 8), False
        if style == "##":
            return {"unit": "####", "period": "Q# 20##", "date": "##/##/20##", "text": "########"}.get(what, "##"), False
        year, one, two = {"〇〇": ("20〇〇", "〇", "〇〇"), "？？": ("20？？", "？", "？？"), "( )": ("(    )", "(  )", "(    )"), "●●": ("20●●", "●", "●●"), "XXX": ("XXXX", "XX", "XXX"), "××": ("20××", "×", "××")}[style]
        if what == "text":
            return {"( )": "(" + " " * 30 + ")", "XXX": "XXXXXXXXXX"}.get(style, "（逐条列出，限200字）"), False
        if what == "unit":
            return two + suffix, False
        if what == "period":
            return f"{year}年" + {4: ("第" if kind["p"] == "q1" else "") + f"{one}季度", 2: f"{one}半年", 12: f"{one}月", 1: "度"}[of], False
        if what == "date":
            return f"{year}年{one}月{one}日" if name == "signed" else f"{one}月{one}日", False
        return two, False

    return of_name


# Word files.

class Editor(more.Editor):
    """What else an editor leaves: figures that are highlighted, letters spaced, editing permissions, a paragraph moved from where it was."""

    def run(self, paragraph, text, *about, **also):
        run = super().run(paragraph, text, *about, **also)
        properties = run._r.get_or_add_rPr()
        if "highlight" in self.looks and re.search(r"\d", text) and self.rng.random() < 0.5:
            mark = OxmlElement("w:highlight")
            mark.set(qn("w:val"), "yellow")
            properties.append(mark)
        if "kern" in self.looks and self.rng.random() < 0.3:
            for tag, value in (("w:spacing", self.rng.choice(["-2", "4", "6"])), ("w:kern", "0")):
                mark = OxmlElement(tag)
                mark.set(qn("w:val"), value)
                properties.append(mark)
        if "perms" in self.looks and self.rng.random() < 0.1 and run._r.getparent().tag == qn("w:p"):
            self.bookmarks += 1
            for tag, put in (("w:permStart", run._r.addprevious), ("w:permEnd", run._r.addnext)):
                mark = OxmlElement(tag)
                mark.set(qn("w:id"), str(9000 + self.bookmarks))
                if tag == "w:permStart":
                    mark.set(qn("w:edGrp"), "everyone")
                put(mark)
        order = {qn("w:" + tag): n for n, tag in enumerate("rStyle rFonts b i color spacing kern sz highlight u lang rPrChange".split())}
        properties[:] = sorted(properties, key=lambda element: order.get(element.tag, 7))
        return run

    def block(self, block):
        moved = "moves" in self.looks and block["type"] in ("body", "bullet") and self.rng.random() < 0.2
        if moved:
            self.left_behind(text_of(block["segments"]))
        made = super().block(block)
        if moved:
            for run in self.body.findall(qn("w:p"))[-1].findall(qn("w:r")):
                here = self.about("w:moveTo")
                run.addprevious(here)
                here.append(run)
        return made

    def about(self, tag):
        element = OxmlElement(tag)
        self.bookmarks += 1
        for key, value in (("w:id", str(7000 + self.bookmarks)), ("w:author", "Office"), ("w:date", "2024-07-03T10:00:00Z")):
            element.set(qn(key), value)
        return element

    def left_behind(self, words):
        """Where the paragraph stood before it was moved: its words are no text any more."""
        paragraph = self.made.add_paragraph()
        properties = OxmlElement("w:rPr")
        properties.append(self.about("w:moveFrom"))
        paragraph._p.get_or_add_pPr().append(properties)
        gone, run, text = self.about("w:moveFrom"), OxmlElement("w:r"), OxmlElement("w:t")
        text.text = words
        run.append(text)
        gone.append(run)
        paragraph._p.append(gone)


# Workbooks.

class Ledger(more.Ledger):
    """Besides what `make_more` has: the number of the annex above the title, a line of the measures, sums of bands, means, units with the county
    before their names or numbered, an empty row between head and units, notes of several lines."""

    def name_of(self, unit, i):
        looks = self.kind["wblooks"]
        county = next((look.partition(":")[2] for look in looks if look.startswith("county:")), "")
        if "counted" in looks:
            return f"{i + 1}.{unit}"
        return county + (more.short(unit) if "short" in looks else unit)

    def rows(self, name, period, values, units):
        kind, columns, looks = self.kind, self.kind["wb"], self.kind["wblooks"]
        english, at = kind["english"], 1 if "colb" in looks else 0
        rng = random.Random(f"further {kind['name']} {period} sheet")
        sheet = self.book.add_worksheet(name)
        row, last = 0, at + len(columns) - 1
        said = values[units[0], period]["period"]
        if "annex" in looks:
            sheet.write_string(row, at, "Annex A" if english else "附件2")
            row += 1
        if "title" in looks:
            sheet.merge_range(row, at, row, last, f"Returns of all units, {said}" if english else f"{said}情况统计表", self.title)
            row += 1
        elif "titleonly" in looks:
            sheet.write_string(row, at, "Returns of all units" if english else "有关情况统计表", self.title)
            row += 1
        if "madeline" in looks:
            sheet.write_string(row, at, f"For {said}" if english else f"填报时段：{said}")
            sheet.write_string(row, at + len(columns) // 2, "Form 7" if english else "表号：综统7表")
            sheet.write_string(row, last, "Draft" if english else "制表机关：综合科")
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
        if "emptyrow" in looks:
            row += 1
        rows, half = {}, (len(units) + 1) // 2
        for i, unit in enumerate(units):
            if "subtotals" in looks and i == half:
                row += 1
                self.total(sheet, row, at, units[:half], period, values, "Part" if english else "小计")
            row += 1
            rows[unit] = row + 1
            for n, column in enumerate(columns):
                if more.of_nothing(column["field"]):
                    self.nothing(sheet, row, at + n, column["field"], i, rng, values[unit, period])
                elif column["field"] == "unit":
                    sheet.write_string(row, at + n, self.name_of(unit, i), self.plain)
                else:
                    self.put(sheet, row, at + n, column, values[unit, period], "textnum" in looks and i == 1)
        if "subtotals" in looks:
            row += 1
            self.total(sheet, row, at, units[half:], period, values, "Part" if english else "小计")
        if "total" in looks:
            row += 1
            self.total(sheet, row, at, units, period, values)
        if "mean" in looks:
            row += 1
            self.total(sheet, row, at, units, period, values, "Mean" if english else "平均", len(units))
        if "notes" in looks:
            for n, words in enumerate(("Notes", "1. Leave no cell empty.", "2. Money before tax.") if english else ("填表说明：", "1.本表由各单位填报，主管科室汇总；", "2.“合计”栏由系统生成，请勿改动。")):
                sheet.write_string(row + 2 + n, at, words)
        if "signline" in looks:
            sheet.write_string(row + 6, at, "Signed:" if english else "单位负责人：")
            sheet.write_string(row + 6, at + 4, "Date:" if english else "报出日期：")
        sheet.set_column(at, last, 12)
        if "freeze" in looks:
            sheet.freeze_panes(head_row, at + 1)
        marked = []
        for n, column in enumerate(columns):
            entry = {"column": letter(at + n), **({"group": column["group"]} if column["group"] else {}), "head": column["head"], "field": None if more.of_nothing(column["field"]) else column["field"]}
            marked.append({**entry, **later.extra(column)})
        called = {unit: self.name_of(unit, i) for i, unit in enumerate(units)}
        names = {"names": called} if any(k != v for k, v in called.items()) else {}
        return {"period": period, "sheet": name, "head_row": head_row, "columns": marked, "rows": rows, **names}

    def total(self, sheet, row, at, units, period, values, label=None, among=1):
        kind = self.kind
        place = next(n for n, c in enumerate(kind["wb"]) if c["field"] == "unit")
        sheet.write_string(row, at + place, label or ("Total" if kind["english"] else ("合计", "全县", "总  计")[int(kind["id"]) % 3]), self.head)
        for n, column in enumerate(kind["wb"]):
            field = kind["fields"].get(column["field"])
            if field and field["kind"] == "figure" and "/" not in field["values"] and (among > 1 or "/" not in field["measure"] and field["measure"] not in more.AVERAGES):
                total = sum(Decimal(repr(later.cell_of(column, values[u, period], kind))) for u in units) / among
                total = total.quantize(Decimal("0.01")) if among > 1 else total
                sheet.write_number(row, at + n, int(total) if total == int(total) else float(total), self.plain)


more.OUT, more.marks, more.Editor, more.Ledger = OUT, marks, Editor, Ledger


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    for half, kinds in HALVES.items():
        for kind in more.parse(kinds):
            print(half, kind["id"], kind["name"], *more.write(kind, half))


if __name__ == "__main__":
    main()
