"""Works out a year's roll-ups from the raw tables alone, and reads what each format says of them.

public_year.py FOLDER   FOLDER has workspace.toml, data/QUARTER.csv as they were filed in the end, and out/QUARTER/rollup/*;
                        prints {FOLDER: {"compared": n, "differ": [what, ...]}} as JSON
"""

import csv
import decimal
import json
import pathlib
import re
import sys
import tomllib

import docx
import lxml.html
import openpyxl

QUARTERS = ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]
# As the table has them: label, measure word, digits after the point.
SUMS = {"检查家次": ("检查", "家次", 0), "隐患处数": ("隐患", "处", 0), "整改处数": ("整改", "处", 0), "投入资金": ("投入", "万元", 2),
        "现有点位": ("点位", "个", 0)}
LONGEST = "最长整改天数"
SENTENCE = re.compile(
    r"检查企业(?P<visits>[\d.]+)家次（(?P<visits_change>[^）]*)），今年以来(?P<visits_year>[\d.]+)家次(?:（[^）]*）)*。"
    r"发现隐患(?P<hazards>[\d.]+)处，整改率(?P<rate>[\d.]+)%（(?P<rate_change>[^）]*)）。"
    r"投入(?P<fund>[\d.]+)万元（(?P<fund_change>[^）]*)），今年以来(?P<fund_year>[\d.]+)万元(?:（[^）]*）)*。"
    r"现有点位(?P<sites>[\d.]+)个（(?P<sites_change>[^）]*)），最长整改(?P<longest>\d+)天。")
CHANGE = re.compile(
    r"(?:除(?P<left>.+?)外的(?P<both>\d+)个单位)?(?:首次填报|与上季度持平|较上季度(?P<way>增加|减少|提高|下降)(?P<by>[\d.]+)"
    r"(?:家次|万元|个百分点|个)(?:，(?:增长|下降)(?P<percent>[\d.]+)%)?)")


def rounded(number, digits):
    return number.quantize(decimal.Decimal(1).scaleb(-digits), decimal.ROUND_HALF_UP)


class Year:
    def __init__(self, folder):
        self.folder = folder
        declared = tomllib.loads((folder / "workspace.toml").read_text(encoding="utf-8"))
        self.above = {parent["name"]: parent["id"] for parent in declared["parents"]}
        self.city = next(parent["name"] for parent in declared["parents"] if "parent" not in parent)
        self.was = declared["units"]["was"]
        self.quarters = [self.table(folder / "data" / f"{quarter}.csv") for quarter in QUARTERS]
        self.compared, self.differ = 0, []

    @staticmethod
    def table(path):
        with open(path, encoding="utf-8", newline="") as file:
            return {row["单位"]: row for row in csv.DictReader(file)}

    def below(self, at, parent):
        return [row for row in self.quarters[at].values() if parent in (self.city, row["上级单位"])]

    def sum(self, at, parent, column):
        return sum((decimal.Decimal(row[column]) for row in self.below(at, parent)), decimal.Decimal(0))

    def together(self, at, parent):
        """Names now and then that are compared below a parent, and the names that are not: families of units that became another."""
        now, then = self.quarters[at], self.quarters[at - 1]
        families = []
        for name in now:
            members = {("now", name)} | ({("then", name)} if name in then else set())
            members |= {("then", old) for old in self.was.get(name, []) if old in then and name not in then}
            joined = [family for family in families if family & members]
            for family in joined:
                families.remove(family)
                members |= family
            families.append(members)
        known = set().union(*families)
        families += [{("then", name)} for name in then if ("then", name) not in known]
        names = ([], [])
        left = set()
        for family in families:
            rows = [(time, (now if time == "now" else then)[name]) for time, name in family]
            here = [parent in (self.city, row["上级单位"]) for _, row in rows]
            if all(here) and {time for time, _ in rows} == {"now", "then"}:
                for time, row in rows:
                    names[time == "then"].append(row["单位"])
            else:
                left |= {row["单位"] for (_, row), is_here in zip(rows, here) if is_here}
        return names[0], names[1], left

    def hold(self, what, said, is_so):
        self.compared += 1
        if str(said) != str(is_so):
            self.differ.append(f"{what}: {said}, not {is_so}")

    def change(self, what, said, at, parent, measure):
        """Holds 较上季度增加3家次，增长2.5% against what two quarters come to over the units that go together."""
        found = CHANGE.fullmatch(said)
        if not found:
            self.differ.append(f"{what}: {said}")
            return
        if at == 0:
            self.hold(what, said, "首次填报")
            return
        names_now, names_then, left = self.together(at, parent)
        self.hold(f"{what} over how many", found["both"] or len(names_now), len(names_now))
        self.hold(f"{what} without whom", sorted((found["left"] or "").split("、")), sorted(left or {""}))
        now, then = (sum((measure(quarter[name]) for name in names), start=decimal.Decimal(0)) for quarter, names in
                     [(self.quarters[at], names_now), (self.quarters[at - 1], names_then)])
        digits = -now.as_tuple().exponent
        difference = now - then
        self.hold(f"{what} by how much", found["by"] or "0", f"{abs(difference):.{digits}f}")
        if difference:
            self.hold(f"{what} which way", found["way"], "增加" if difference > 0 else "减少")
            percent = rounded(abs(difference) * 100 / then, 1)
            self.hold(f"{what} in percent", found["percent"] or "0", f"{percent.normalize():f}")

    def rates(self, what, said, at, parent):
        found = CHANGE.fullmatch(said)
        if not found or at == 0:
            self.hold(what, said, "首次填报")
            return
        names_now, names_then, _ = self.together(at, parent)

        def rate(quarter, names):
            fixed, all_of_them = (sum(decimal.Decimal(quarter[name][of]) for name in names) for of in ["整改处数", "隐患处数"])
            return rounded(fixed * 100 / all_of_them, 1)

        points = rate(self.quarters[at], names_now) - rate(self.quarters[at - 1], names_then)
        self.hold(f"{what} by how much", found["by"] or "0.0", abs(points))
        if points:
            self.hold(f"{what} which way", found["way"], "提高" if points > 0 else "下降")

    def sentence(self, what, text, at, parent):
        text = re.sub(r"[\\\s]", "", text)
        found = SENTENCE.search(text)
        if not found:
            self.differ.append(f"{what}: no such sentence")
            return
        total = {column: self.sum(at, parent, column) for column in SUMS}
        self.hold(f"{what} visits", found["visits"], total["检查家次"])
        self.hold(f"{what} hazards", found["hazards"], total["隐患处数"])
        self.hold(f"{what} rate", found["rate"], rounded(total["整改处数"] * 100 / total["隐患处数"], 1))
        self.hold(f"{what} fund", found["fund"], total["投入资金"])
        self.hold(f"{what} sites", found["sites"], total["现有点位"])
        self.hold(f"{what} longest", found["longest"], max(int(row[LONGEST]) for row in self.below(at, parent)))
        for name, column in [("visits_year", "检查家次"), ("fund_year", "投入资金")]:
            year = sum(self.sum(quarter, parent, column) for quarter in range(at + 1))
            self.hold(f"{what} {name}", found[name], year)
        for name, column in [("visits", "检查家次"), ("fund", "投入资金"), ("sites", "现有点位")]:
            self.change(f"{what} {name}", found[f"{name}_change"], at, parent, lambda row: decimal.Decimal(row[column]))
        self.rates(f"{what} rate", found["rate_change"], at, parent)

    def numbers(self, at, names):
        rows = [self.quarters[at][name] for name in names]
        sums = [sum(decimal.Decimal(row[column]) for row in rows) for column in SUMS]
        return [*sums, decimal.Decimal(max(int(row[LONGEST]) for row in rows)), rounded(sums[2] * 100 / sums[1], 1)]

    def rows(self, at, parent):
        """What tables have a row of: each unit below, and those above them."""
        units = {row["单位"]: [row["单位"]] for row in self.below(at, parent)}
        parents = [name for name in self.above if parent in (self.city, name)]
        return units, {name: [row["单位"] for row in self.below(at, name)] for name in parents}

    def workbook(self, what, path, at, parent):
        sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
        rows = {row[0]: row for row in sheet.iter_rows(values_only=True) if row[0]}
        units, parents = self.rows(at, parent)
        for name, names in {**units, **parents}.items():
            said = [decimal.Decimal(str(cell)) for cell in rows[name][2:9]]
            # A rate is a share there, which its format shows in percent.
            said[-1] *= 100
            for one, other in zip(said, self.numbers(at, names), strict=True):
                self.hold(f"{what} {name}", f"{one.normalize():f}", f"{other.normalize():f}")

    def page(self, what, path, at, parent):
        root = lxml.html.fromstring(path.read_bytes())
        units, parents = self.rows(at, parent)
        tables = {}
        for table in root.iter("table"):
            for row in table.iter("tr"):
                head = row.find("th")
                cells = [cell.text_content().strip() for cell in row.findall("td")]
                if head is not None and cells:
                    tables[table.get("id"), head.text_content().strip()] = cells
        every = [row["单位"] for row in self.below(at, parent)]
        for name, names in {**units, "合计": every}.items():
            cells = tables["units", name]
            for said, other in zip(cells[-7:] if name == "合计" else cells[3:10], self.numbers(at, names), strict=True):
                self.hold(f"{what} {name}", said.rstrip("%"), other)


def main():
    folder = pathlib.Path(sys.argv[1])
    year = Year(folder)
    for at, quarter in enumerate(QUARTERS):
        for parent, identity in year.above.items():
            file = folder / "out" / quarter / "rollup" / identity
            text = file.with_suffix(".md").read_text(encoding="utf-8")
            year.sentence(f"{quarter} {parent} md", text, at, parent)
            text = "".join(paragraph.text for paragraph in docx.Document(file.with_suffix(".docx")).paragraphs)
            year.sentence(f"{quarter} {parent} docx", text, at, parent)
            year.workbook(f"{quarter} {parent} xlsx", file.with_suffix(".xlsx"), at, parent)
            year.page(f"{quarter} {parent} html", file.with_suffix(".html"), at, parent)
    json.dump({str(folder): {"compared": year.compared, "differ": year.differ}}, sys.stdout, ensure_ascii=False)


main()
