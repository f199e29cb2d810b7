"""Makes the corpus: 200 workbooks in the manner of real ones, each with what a person reads from it.

    python make.py            # everything; LibreOffice (`soffice`) writes the .ods files and some of the .xls

Needs openpyxl, xlsxwriter and xlwt."""

import json
import os
import random
import re
import shutil
import sys
import tempfile

import book as b
import layout
from spell import is_number, text_of
from subjects import LEDGERS, SUBJECTS

HERE = os.path.dirname(os.path.abspath(__file__))

# use | name | traits | spellings | subject:format …   (a variant is a workbook)
SPECS = """
table|plain|title total|number:plain|safety:xlsx petitions:xls places:csv
table|thousands|title caption total serial|number:thousands,two|budget:xlsx rural:xls teams:xlsx
table|numbers-as-text|title serial|number:text,text-comma,spaced text:spaced|petitions:xlsx rural:csv schools:xls
table|full-width|title total|number:wide,ideographic-space date:text-wide|safety:xlsx villages:csv.gb18030 schools:ods
table|measure-in-cells|title|integer:measure,measure-spaced|petitions:xlsx villages:xlsx safety:csv
table|percent-format|title caption serial|%:percent-format,percent-whole,hundred-percent|safety:xlsx budget:xls health:xlsb rural:ods
table|percent-text|title total|%:percent-text,percent-wide|hotline:xlsx petitions:csv teams:xlsx
table|percent-mixed|title|%:percent-format,percent-text,share,plain|safety:xlsx hotline:xls places:xlsx
table|wan-text|title|integer:wan-text|rural:xlsx health:csv
table|wan-format|title|people:wan-format income:wan-trick,thousand-format files:wan-trick funds:wan-yuan-format|rural:xlsx health:xlsx
table|literal-format|title total|integer:literal-format decimal:currency|petitions:xlsx schools:xls villages:xlsb
table|rounded|title|decimal:rounded|schools:xlsx hotline:xls budget:ods
table|float-noise|title total|decimal:noise|budget:xlsx villages:xls teams:csv
table|negatives-format|title caption total|change:brackets-format decimal:brackets-format|budget:xlsx places:xls budget:csv.gb18030
table|negatives-text|title|change:brackets-text,minus-sign,wide-minus growth:minus-sign,wide-minus|budget:xlsx places:csv
table|negatives-red|title|change:red-format growth:plain|budget:xlsx places:xlsx
table|accounting|title caption|decimal:accounting,accounting-zero|budget:xlsx teams:xls
table|zero-hidden|title|integer:zero-hidden,zero|petitions:xlsx disclosure:xls
table|empty-zero-dash|title total notes|integer:blank,zero,dash,spaces|disclosure:xlsx petitions:csv villages:xls disclosure:ods
table|none-words|title|integer:none,slash,to-come,hyphen text:none,dash|disclosure:xlsx petitions:xlsx villages:csv.utf-8-sig
table|nothing-english|title|integer:nil,na,dash,blank|teams:xlsx places:csv
table|about|title|integer:about,more,range,over,with|safety:xlsx rural:csv villages:xlsx
table|or-so-english|title|integer:approx,range,two-in-one|places:xlsx
table|wrong-measure|title total|integer:wrong-measure,hanzi|petitions:xlsx safety:csv
table|two-in-a-cell|title|integer:lines,break-after,two-in-one|petitions:xlsx villages:xlsx
table|formulas|title total serial|number:formula,formula-text,formula-empty text:formula|safety:xlsx budget:xlsx hotline:xlsb
table|formula-errors|title|number:error,formula|safety:xlsx budget:xlsx petitions:xlsb schools:xls
table|dates-formats|title|date:plain,slashes,hanzi-format,dots-format,day-format,time|safety:xlsx schools:xls villages:xlsb rural:ods
table|dates-texts|title serial|date:text,text-dots,text-slashes,text-hanzi,text-digits,text-padded-dots,digits|safety:xlsx villages:csv rural:xls schools:csv.gb18030
table|dates-odd|title|date:two-digit-year,text-weekday,text-time,hanzi,mixed-dots,text-space|safety:xlsx villages:xlsx
table|dates-partial|title|date:no-year,month,range,word,no-such-day,blank|schools:xlsx rural:csv
table|dates-english|title|date:text-english,us-text,uk-format,us-format|places:xlsx teams:csv
table|dates-1904|title d1904|date:plain,hanzi-format,time|safety:xlsx villages:xls places:xlsx
table|dates-before-1950|title|date:ago,ago-serial,serial|schools:xlsx safety:xls
table|yes-no|title|boolean:plain,ticks,checks,spaced,blank|safety:xlsx villages:csv health:xls
table|yes-no-ticks|title|boolean:tick-blank|health:xlsx petitions:xlsx
table|yes-no-cells|title|boolean:cell,digit,digit-text,words|villages:xlsx schools:ods safety:xlsb
table|yes-no-own-words|title|boolean:have,boxes,box-pair,part|schools:xlsx health:xlsx
table|yes-no-english|title|boolean:yes-no,letters|places:xlsx
table|text-breaks|title|text:break,rich,comment texts:lines,blank-lines|hotline:xlsx villages:xlsx budget:csv
table|text-odd|title|text:marks,quotes,rare,equals,indented texts:dun|petitions:xlsx disclosure:csv.gb18030 safety:xls
table|text-numbers|title|text:number,zeros,decimal-format,zeros-format,id-text,id-lost|safety:xlsx places:xlsx
table|lists|title|texts:plain,lines,dun,numbered,semicolons-end,blank|rural:xlsx villages:csv teams:xlsx
table|two-row-head|title head-two total|number:plain|safety:xlsx petitions:xls rural:ods hotline:xlsb places:xlsx
table|two-row-head-same-labels|title head-two serial|number:thousands|petitions:xlsx villages:xlsx
table|two-row-head-unmerged|title head-two group-unmerged|number:plain|safety:csv budget:csv.gb18030
table|three-row-head|title caption head-two head-three serial total sign-line|number:plain|rural:xlsx health:xls
table|measure-row|title measure-row total|number:plain|safety:xlsx health:csv
table|head-two-measure-row|title-two title head-two measure-row code-line|number:thousands|petitions:xlsx
table|code-line|title form-number code-line total|number:plain|disclosure:xlsx safety:xls health:csv.gb18030
table|column-formulas|title formula-line total-top|number:plain|hotline:xlsx petitions:ods
table|caption-lines|title filled-by caption sign-one-cell|number:two|budget:xlsx rural:xls
table|caption-left|caption-left total|number:plain|budget:xlsx
table|heads-broken|title head-breaks head-measure|number:plain|safety:xlsx places:xlsx health:csv
table|heads-spaced|title head-spaces serial total-spaced total|number:plain|health:xlsx schools:xls
table|heads-starred|title head-star remark|number:plain|petitions:xlsx
table|heads-marked|title head-mark notes|number:plain|schools:xlsx
table|heads-invisible|title head-invisible unit-invisible|number:zero-width,nbsp|villages:xlsx safety:csv.utf-8-sig places:xlsx
table|heads-with-measure|title head-measure|number:plain|petitions:xls safety:csv.tab rural:xlsx
table|heads-narrow-measure|title head-narrow-measure|number:plain|schools:csv
table|units-spaced|title unit-spaced total total-colon|number:plain|petitions:xlsx safety:xls
table|units-broken|title unit-break|number:plain|rural:xlsx
table|units-indented|title unit-indented group-rows|number:plain|rural:csv
table|totals-of-all-kinds|title subtotals total total-county|number:plain|safety:xlsx petitions:csv disclosure:xls
table|total-on-top|title total-top total-grand serial|number:plain|hotline:xlsx villages:ods
table|total-under-serial|title serial total total-under-serial notes|number:plain|petitions:xlsx schools:xls
table|total-stale|title total total-stale|number:plain|safety:xlsx villages:csv places:xlsx
table|total-counted|title total total-n of-which average|number:plain|health:xlsx
table|groups|title serial group-rows total|number:plain|safety:xlsx rural:xls places:xlsx
table|comparison-lines|title total last-year|number:plain|budget:xlsx
table|notes|title total notes notes-gap sign-line|number:plain|safety:xlsx places:csv petitions:xls
table|notes-lines|title notes-lines|number:dash|disclosure:xlsx health:csv
table|signatures|title total sign-line|number:plain|rural:xlsx villages:xls
table|blank-rows|title blank-rows blank-above|number:plain|safety:xlsx petitions:csv
table|head-repeated|title repeated-head total|number:plain|safety:xlsx schools:xls
table|regions|title region serial total|number:plain|petitions:xlsx rural:xls
table|unit-last|title unit-last|number:plain|hotline:xlsx villages:csv
table|ranked|title rank remark|number:plain|hotline:xlsx
table|former-columns|title former-columns|number:plain|safety:xlsx petitions:csv
table|hidden-parts|title hidden-row hidden-column|number:plain|safety:xlsx petitions:xlsx
table|hidden-parts-old|title hidden-row|number:plain|rural:xls
table|hidden-sheet|title hidden-first|number:plain|safety:xlsx petitions:xls rural:ods
table|very-hidden-sheet|title very-hidden cover|number:plain|budget:xlsx hotline:xlsb
table|sheet-a-quarter|title quarters|number:plain|safety:xlsx hotline:xls villages:ods places:xlsx
table|cover-chart|title cover chart total|number:plain|hotline:xlsx safety:xlsx
table|empty-sheets|title empty-sheets|number:plain|disclosure:xlsx schools:xls
table|second-table|title second-table total|number:plain|petitions:xlsx
table|column-a-empty|title column-a-empty serial|number:plain|rural:xlsx health:xls
table|merged-figures|title merged-figure|number:plain|safety:xlsx villages:xlsx
table|doubled-unit|title doubled|number:plain|petitions:xlsx safety:csv
table|colours|title colours freeze filter comments|number:thousands text:comment|rural:xlsx health:xlsx
table|scientific|title|integer:scientific decimal:fraction|schools:xlsx
table|currency|title caption|decimal:currency,dollar|places:xlsx
table|factor|title caption factor|number:plain|budget:xlsx rural:csv
table|own-heads|title own-heads total|number:plain|safety:xlsx disclosure:csv.gb18030 places:xls
table|csv-semicolons||number:plain|safety:csv.semicolon places:csv.semicolon
table|csv-bars|title|number:text-comma|teams:csv.bar
table|csv-sep-line|sep-line|number:plain|rural:csv.semicolon
table|csv-quoted|title quote-all|text:break,quotes texts:lines|villages:csv.gb18030 places:csv
table|csv-old-mac|old-mac|number:plain|petitions:csv
table|csv-utf16|utf16|number:plain|safety:csv.tab
table|named-otherwise|title named-xls|number:plain|safety:csv hotline:xlsx
table|web-export|inline no-refs|number:text|disclosure:xlsx hotline:xlsx
table|prefixed|title prefixed total|number:plain|petitions:xlsx
table|phonetic|title phonetic|text:plain|safety:xlsx
ledger|plain|title serial|number:plain date:plain|inspections:xlsx cases:xls works:csv
ledger|merged-units|title serial unit-merged total|date:plain|inspections:xlsx cases:xlsx payments:xls
ledger|unit-once|title serial unit-once|date:text-dots|cases:xlsx visits:csv
ledger|subtotals|title subtotals total|number:plain|payments:xlsx inspections:xls visits:csv.gb18030
ledger|totals|title serial total total-under-serial total-spaced sign-line|number:thousands|payments:xlsx trainings:xls
ledger|stale-total|title serial total total-stale|number:plain|visits:xlsx
ledger|dates|serial mixed-order|date:text,text-dots,text-hanzi,plain,slashes,digits,text-padded-dots|cases:xlsx trainings:csv works:xlsx inspections:ods
ledger|dates-partial|title serial|date:no-year,range,blank,no-year-dots,month|cases:xlsx visits:xlsx
ledger|dates-1904|title d1904|date:plain,hanzi-format|inspections:xlsx
ledger|dates-outside|title serial outside remark|date:plain,text-hanzi|trainings:xlsx cases:csv
ledger|yes-no|title|boolean:ticks,blank,done,digit|cases:xlsx visits:xls inspections:csv
ledger|long-numbers|title serial|account:plain,id-text voucher:plain,zeros|payments:xlsx payments:csv
ledger|texts|title|text:break,quotes,marks,rare,spaced|cases:xlsx trainings:csv.gb18030 works:xlsx
ledger|amounts|title caption total|amount:thousands,currency,text-comma,brackets-format,blank|payments:xlsx payments:xls
ledger|amounts-bad|title caption|amount:error,about,dash,slash,blank,text-comma|payments:xlsx
ledger|empty-rows|title serial blank-rows empty-numbered notes|number:plain|inspections:xlsx visits:xls
ledger|months|title serial month-rows total|number:plain|trainings:xlsx cases:csv
ledger|two-row-head|title head-two serial remark|number:plain|cases:xlsx inspections:xls
ledger|doubled|title serial doubled|number:plain|visits:xlsx inspections:csv
ledger|example-row|title serial example-row|number:plain|trainings:xlsx
ledger|unit-last|title unit-last freeze|number:measure|cases:xlsx
ledger|one-unit|title serial one-unit total total-under-serial|number:plain|inspections:xlsx cases:xls visits:ods payments:xlsx
ledger|one-unit-bare|one-unit remark|date:text-dots boolean:ticks|cases:xlsx trainings:csv
ledger|one-unit-messy|title filled-by serial one-unit blank-rows notes sign-line|date:text,plain,text-hanzi number:text,measure,blank|inspections:xlsx works:xls
ledger|hidden|title serial hidden-first-ledger|number:plain|inspections:xlsx
ledger|formulas|title serial|number:formula,formula-text|payments:xlsx works:xlsb
form|pairs|unit-line|number:plain|safety:xlsx petitions:xls places:xlsx
form|pairs-measures|measure-beside sections|number:thousands %:percent-format|rural:xlsx safety:xls hotline:ods
form|pairs-colon|label-colon wide|number:measure date:text-hanzi boolean:ticks|villages:xlsx schools:xlsx
form|pairs-gaps|unit-line gaps sign-line|number:text,wide,blank|health:xlsx
form|pairs-groups|group-column|number:plain|petitions:xlsx disclosure:xlsx
form|two-across|two-across unit-line notes|number:plain date:text-dots|safety:xlsx schools:xls
form|across|across|number:plain|hotline:xlsx
form|crosstab|crosstab code-line unit-line sign-one-cell|number:plain|budget:xlsx petitions:xls teams:xlsx
form|crosstab-sections|crosstab sections indent|number:thousands %:percent-format|rural:xlsx safety:xlsb
form|crosstab-of-which|crosstab of-which code-line notes|number:blank,dash,zero|disclosure:xlsx health:xlsx
form|bad-cells|unit-line measure-beside|number:error,about,wrong-measure,none|safety:xlsx petitions:xlsx
form|texts|sections wide|text:break texts:lines,numbered boolean:box-pair|villages:xlsx hotline:xlsx
form|csv|measure-beside|number:plain|disclosure:csv places:csv
form|dates|unit-line|date:no-year,word,text-weekday boolean:have|schools:xlsx
form|negatives|crosstab|change:brackets-format,brackets-text growth:minus-sign|budget:xlsx
"""

KNOWN_UNIT_HEADS = {"单位", "单位名称", "乡镇（街道）", "镇街", "部门", "地区", "名称", "Unit"}
OWN_HEADS = {"inspections": "查企业（家次）", "hazards": "查出问题隐患（处）", "rectified": "已整改（处）", "fines": "行政处罚金额（万元）", "published": "公开信息总数",
             "requests": "依申请件", "answered": "其中：按时答复", "visits": "Footfall", "loans": "Items lent", "cost": "Spend, EUR"}


def parse_spells(text):
    out = {}
    for part in text.split():
        key, hows = part.split(":", 1)
        out[key] = hows.split(",")
    return out


EVERYDAY = {
    "table": ["serial", "total", "total total-spaced", "caption", "filled-by", "sign-line", "notes", "notes notes-gap", "notes-lines", "remark", "freeze", "colours", "head-measure",
              "head-breaks", "subtotals", "group-rows", "blank-rows", "head-two", "code-line", "former-columns", "hidden-row", "cover", "empty-sheets", "column-a-empty",
              "unit-spaced", "total-top", "sign-one-cell", "head-spaces", "repeated-head", "hidden-first", "average total", "of-which total", "total total-county", "last-year total"],
    "ledger": ["serial", "total", "remark", "freeze", "notes", "sign-line", "blank-rows", "head-breaks", "mixed-order", "filled-by", "empty-numbered serial", "unit-merged", "subtotals", "outside"],
    "form": ["sign-line", "notes", "blank-above", "sign-one-cell", "notes-lines", "head-measure"],
}
AGAINST = [{"subtotals", "group-rows"}, {"head-breaks", "head-spaces"}, {"head-breaks", "head-star"}, {"head-breaks", "head-mark"}, {"head-spaces", "head-invisible"}, {"mixed-order", "unit-merged"},
           {"mixed-order", "subtotals"}, {"mixed-order", "unit-once"}, {"subtotals", "unit-once"}, {"subtotals", "unit-merged"}, {"unit-merged", "unit-once"}, {"month-rows", "unit-merged"},
           {"month-rows", "unit-once"}, {"region", "blank-rows"}, {"region", "repeated-head"}, {"region", "group-rows"}, {"merged-figure", "blank-rows"}, {"unit-merged", "blank-rows"},
           {"unit-spaced", "unit-invisible"}, {"unit-spaced", "unit-break"}, {"unit-spaced", "unit-indented"}, {"head-measure", "own-heads"}, {"head-measure", "measure-row"}, {"head-measure", "factor"},
           {"head-measure", "head-narrow-measure"}, {"region", "subtotals"}, {"one-unit", "unit-merged"}, {"one-unit", "subtotals"}, {"one-unit", "mixed-order"}, {"blank-rows", "subtotals"},
           {"hidden-first", "quarters"}, {"second-table", "notes-lines"}, {"sign-line", "sign-one-cell"}, {"caption", "caption-left"}, {"hidden-first", "very-hidden"}, {"sep-line", "filled-by"},
           {"outside", "dates"}, {"total-top", "formula-line"}, {"unit-last", "total-under-serial"}, {"unit-merged", "unit-last"}, {"crosstab", "head-measure"}, {"unit-once", "blank-rows"}]
ONLY_XLSX = {"chart", "inline", "no-refs", "prefixed", "phonetic", "filter", "comments", "named-xls", "own-heads", "colours"}


def enrich(spec, number):
    """What stands in most workbooks beside that for which the case was made; and other formats than .xlsx."""
    rng = random.Random(f"enrich {number}")
    traits = spec["traits"]
    for more in rng.sample(EVERYDAY[spec["use"]], rng.choice([0, 1, 1, 2, 2, 3] if spec["use"] != "form" else [0, 0, 1])):
        wanted = traits | set(more.split())
        if any(pair <= wanted for pair in AGAINST) or spec["name"].startswith("csv") and "hidden-first" in more:
            continue
        if spec["format"].startswith("csv") and set(more.split()) & {"hidden-first", "cover", "empty-sheets", "hidden-row", "freeze", "colours", "unit-merged"}:
            continue
        traits = wanted
    spells = {how for hows in spec["spells"].values() for how in hows}
    form = spec["format"]
    if form == "xlsx" and not traits & ONLY_XLSX and not spells & {"rich", "link", "comment", "wan-trick", "thousand-format", "fraction", "scientific", "id-lost", "formula-text"}:
        form = rng.choices(["xlsx", "xls", "ods", "xlsb"], [60, 22, 11, 7])[0]
    return dict(spec, traits=traits, format=form)


def specs():
    """Two hundred: a variant of each by lot, and of the others as many as are wanted."""
    every = list(variants())
    rng = random.Random(200)
    by_name = {}
    for i, spec in enumerate(every):
        by_name.setdefault((spec["use"], spec["name"]), []).append(i)
    chosen = {rng.choice(indexes) for indexes in by_name.values()}
    spare = [i for i in range(len(every)) if i not in chosen]
    chosen |= set(rng.sample(spare, 200 - len(chosen)))
    return [enrich(every[i], i) for i in sorted(chosen)]


def variants():
    for line in SPECS.strip().splitlines():
        use, name, traits, spells, forms = line.split("|")
        for index, variant in enumerate(forms.split()):
            subject, form = variant.split(":")
            yield {"use": use, "name": name, "traits": set(traits.split()), "spells": parse_spells(spells), "subject": subject, "format": form, "variant": index}


def fields_for(spec, rng):
    title, units, heads, fields = SUBJECTS[spec["subject"]]
    fields = [dict(f) for f in fields]
    if spec["variant"] % 2 and len(fields) > 6 and not spec["spells"].keys() & {f["name"] for f in fields}:
        drop = rng.randrange(len(fields))
        if fields[drop]["kind"] in ("integer",):
            fields.pop(drop)
    return title, units, heads, fields


def declared(fields):
    return [{k: f[k] for k in ("name", "label", "kind", "measure") if f.get(k)} for f in fields]


def build(spec, number):
    """The book and the case of one spec."""
    rng = random.Random(f"{number}:{spec['name']}:{spec['subject']}")
    made = b.Book()
    traits = spec["traits"]
    if "d1904" in traits:
        made.date1904 = True
    case = {"use": spec["use"], "traits": sorted(traits), "spellings": sorted({h for hs in spec["spells"].values() for h in hs} - {"plain"}), "period": "2023Q2"}
    other, tables, mapping = [], [], {}
    english = spec["subject"] in layout.ENGLISH
    if spec["use"] == "table":
        title, pool, heads, fields = fields_for(spec, rng)
        count = rng.randint(5, 9)
        units = rng.sample(pool, min(count, len(pool)))
        unit_head = heads[spec["variant"] % len(heads)] if "own-heads" not in traits else heads[1]
        main = "Q2" if english else rng.choice(["Sheet1", "汇总表", "二季度", "统计表"])
        if "quarters" in traits:
            main = "Q2" if english else "二季度"
        if "cover" in traits:
            sheet = made.sheet("Cover" if english else "封面")
            sheet.put(3, 2, title)
            sheet.put(5, 2, "2023年7月")
            other.append({"sheet": sheet.name, "why": "cover"})
        for trait, state in (("hidden-first", "hidden"), ("very-hidden", "veryHidden")):
            if trait in traits:
                sheet = made.sheet("一季度" if not english else "Q1")
                sheet.state = state
                layout.table(spec["subject"], title.replace("第二", "第一"), units, unit_head, fields, {"title"}, {}, random.Random(number + 7), sheet)
                other.append({"sheet": sheet.name, "why": "hidden, of another period"})
        names = []
        if "quarters" in traits:
            names = ["Q1", "Q2", "Q3"] if english else ["一季度", "二季度", "三季度"]
            names = names if spec["variant"] % 2 == 0 else names[:2]
        for name in names or [main]:
            sheet = made.sheet(name)
            wanted = name == main
            local_fields = fields
            if "same-labels" in spec["name"]:
                short = {"letters": "件数", "letter_people": "人次", "visits": "批数", "visitors": "人次", "closed": "件数", "funds": "数量", "members": "数量", "meetings": "数量"}
                local_fields = [dict(f, label=short.get(f["name"], f["label"])) for f in fields]
            if "own-heads" in traits:
                local_fields = [dict(f, label=OWN_HEADS.get(f["name"], f["label"])) for f in fields]
            if "factor" in traits:
                local_fields = [dict(f, measure="元", lo=f["lo"] * 10000, hi=f["hi"] * 10000, label=f["label"] + "（元）", scale=0) if f["measure"] == "万元" else f for f in fields]
            found = layout.table(spec["subject"], title, units, unit_head, local_fields, traits, spec["spells"], rng if wanted else random.Random(number + len(name)), sheet)
            if wanted:
                tables.append(found)
                if "factor" in traits:
                    for head in found["columns"]:
                        field = next((f for f in fields if f["name"] == head.get("field")), None)
                        if field and field["measure"] == "万元":
                            head["factor"] = "0.0001"
                            mapping["·".join(head["head"])] = {"field": field["name"], "factor": "0.0001"}
                            from decimal import Decimal
                            for row in found["rows"]:
                                truth = row["values"][field["name"]]
                                truth["in_field"] = text_of(Decimal(truth["number"]) / 10000)
                for head in found["columns"]:
                    if head["role"] == "unit" and head["head"][0] not in KNOWN_UNIT_HEADS:
                        mapping[head["head"][0]] = {"unit": True}
                    elif head.get("field") and ("own-heads" in traits or "same-labels" in spec["name"] or traits & {"head-star", "head-mark"}):
                        label = next(f["label"] for f in fields if f["name"] == head["field"])
                        if head["head"][-1] != label:
                            mapping["·".join(head["head"])] = {"field": head["field"]}
            else:
                other.append({"sheet": name, "why": "of another period"})
        if "chart" in traits:
            sheet = made.sheet("Chart" if english else "图表")
            sheet.chart = True
            other.append({"sheet": sheet.name, "why": "chart"})
        if "empty-sheets" in traits:
            for name in ("Sheet2", "Sheet3"):
                made.sheet(name)
                other.append({"sheet": name, "why": "empty"})
        case["fields"] = declared(fields)
        case["known"] = units
        if "doubled" in traits:
            case["may_refuse_file"] = "a unit stands twice"
    elif spec["use"] == "ledger":
        label, pool, unit_head, plain_head, fields = LEDGERS[spec["subject"]]
        fields = [dict(f) for f in fields]
        units = rng.sample(pool, rng.randint(3, 5))
        if spec["variant"] % 2:
            unit_head = plain_head
        one = "one-unit" in traits
        if "hidden-first-ledger" in traits:
            sheet = made.sheet(label + "（作废）")
            sheet.state = "hidden"
            layout.ledger(spec["subject"], label, units, unit_head, fields, {"serial"}, {}, random.Random(number + 3), sheet)
            other.append({"sheet": sheet.name, "why": "hidden, no longer valid"})
        bare = "bare" in spec["name"]
        if not bare and not spec["format"].startswith("csv"):
            sheet = made.sheet("Units" if english else "各单位")
            head = "Unit" if english else "单位"
            sheet.put(1, 1, head)
            rows = []
            for row, unit in enumerate(units[:1] if one else units, 2):
                sheet.put(row, 1, unit)
                rows.append({"row": row, "unit": unit, "unit_cell": b.address(row, 1), "unit_shown": unit, "values": {}})
            tables.append({"sheet": sheet.name, "role": "units", "head_rows": [1], "columns": [{"column": "A", "head": [head], "role": "unit"}], "rows": rows, "not_data": []})
        elif bare:
            case["may_refuse_file"] = "a ledger alone, without a table of the unit"
        sheet = made.sheet(label)
        found = layout.ledger(spec["subject"], label, units, unit_head, fields, traits, spec["spells"], rng, sheet, units[0] if one else None, many=rng.randint(2, 4))
        tables.append(found)
        if "example-row" in traits:
            case["may_refuse_file"] = "the example's unit is none of the known ones"
        unit_column = next((h["head"][0] for h in found["columns"] if h["role"] == "unit"), None)
        if unit_column and unit_column not in KNOWN_UNIT_HEADS:
            mapping[unit_column] = {"unit": True}
        case["fields"] = []
        case["ledger"] = {"name": spec["subject"], "label": label, "columns": declared(fields)}
        case["known"] = [units[0]] if one else units
    else:
        title, pool, heads, fields = SUBJECTS[spec["subject"]]
        fields = [dict(f) for f in fields]
        unit = rng.choice(pool)
        sheet = made.sheet("Return" if english else rng.choice(["填报表", "Sheet1", "基本情况表"]))
        found = layout.form(spec["subject"], title, unit, fields, traits, spec["spells"], rng, sheet)
        tables.append(found)
        case["fields"] = declared(fields)
        case["known"] = [unit]
        case["cells"] = found.pop("places")
    case["tables"], case["other_sheets"] = tables, other
    if mapping:
        case["columns"] = mapping
    return made, case


def settle(case, spec, made):
    """What the file's format changes in what a person reads: only what is shown is left in a .csv."""
    if not spec["format"].startswith("csv"):
        return
    for table in case["tables"]:
        for row in table["rows"]:
            for name, truth in row["values"].items():
                if "number" in truth:
                    if truth.get("explained", "").startswith("the accounting"):
                        truth.pop("number"), truth.pop("explained")
                        truth["ambiguous"] = {"why": "- for 0, by the accounting format", "readings": [{"number": "0"}, {"missing": True}]}
                        continue
                    if "shown_number" in truth:
                        truth["number"] = truth.pop("shown_number")
                    if truth["shown"].startswith("(") and truth["shown"].endswith(")"):
                        truth["ambiguous"] = {"why": "brackets for a negative figure, as text", "readings": [{"number": truth.pop("number")}]}
                elif "date" in truth and truth.get("explained", "").startswith(("the stored", "the format")):
                    if "年" not in truth["shown"] and "月" in truth["shown"]:
                        truth.pop("date")
                        truth["refuse"] = "no whole day: " + truth["shown"]
                    else:
                        first, second, year = (int(p) for p in truth["shown"].split("/"))
                        readings = {f"{year}-{m:02}-{d:02}" for m, d in ((first, second), (second, first)) if m <= 12}
                        readings.add(truth.pop("date"))
                        truth["ambiguous"] = {"why": "day and month in either order", "readings": [{"date": d} for d in sorted(readings)]}
                    truth.pop("explained")
                elif truth.get("ambiguous", {}).get("why", "").startswith("a serial"):
                    pass
        for passed in table["not_data"]:
            if passed["why"] in ("total", "subtotal"):
                pass
        # A cell under a merged range is an empty cell in a .csv.
        for row in table["rows"]:
            if row.get("unit_from") == "merged":
                row["unit_from"] = "above"
                row["unit_ambiguous"] = "the unit stands once, above its rows"


def put_file(made, spec, folder, stem, later):
    form = spec["format"]
    traits = spec["traits"]
    kind, _, way = form.partition(".")
    name = f"{stem}.{kind}"
    path = os.path.join(folder, name)
    if kind == "csv":
        encoding = {"gb18030": "gb18030", "utf-8-sig": "utf-8-sig"}.get(way, "utf-16" if "utf16" in traits else "utf-8")
        delimiter = {"semicolon": ";", "tab": "\t", "bar": "|"}.get(way, ",")
        ending = "\r" if "old-mac" in traits else ("\n" if way in ("tab", "bar") else "\r\n")
        b.write_csv(next(s for s in made.sheets if s.state == "visible" and not s.chart), path, encoding, delimiter, ending, "sep=;\r\n" if "sep-line" in traits else None, "quote-all" in traits)
    elif kind == "xls":
        if any(c.formula and not c.error for s in made.sheets for c in s.cells.values()) or any(c.error and c.formula for s in made.sheets for c in s.cells.values()):
            later.append((path, "xls"))
            b.write_xlsx(made, path[:-3] + "xlsx")
        else:
            b.write_xls(made, path)
    elif kind == "ods":
        later.append((path, "ods"))
        b.write_xlsx(made, path[:-3] + "xlsx")
    elif kind == "xlsb":
        b.write_xlsb(made, path)
    else:
        b.write_xlsx(made, path)
        reshape(path, traits)
    if "named-xls" in traits:
        os.rename(path, os.path.join(folder, f"{stem}.xls"))
        name = f"{stem}.xls"
    return name


def reshape(path, traits):
    """The same content as other programs write it."""
    import zipfile
    from lxml import etree
    ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    q = lambda tag: f"{{{ns}}}{tag}"
    if not traits & {"inline", "no-refs", "prefixed", "phonetic"}:
        return
    with zipfile.ZipFile(path) as package:
        strings = [si for si in etree.fromstring(package.read("xl/sharedStrings.xml"))]

    def change(name, data):
        if "phonetic" in traits and name == "xl/sharedStrings.xml":
            root = etree.fromstring(data)
            for si in root:
                run = etree.SubElement(si, q("rPh"), sb="0", eb="1")
                etree.SubElement(run, q("t")).text = "yin"
                etree.SubElement(si, q("phoneticPr"), fontId="1")
            return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        if not re.match(r"xl/worksheets/sheet\d+\.xml$", name):
            return data
        root = etree.fromstring(data)
        if "inline" in traits:
            for cell in root.iter(q("c")):
                if cell.get("t") == "s":
                    text = "".join(strings[int(cell.findtext(q("v")))].itertext())
                    cell.set("t", "inlineStr")
                    for child in list(cell):
                        cell.remove(child)
                    held = etree.SubElement(etree.SubElement(cell, q("is")), q("t"))
                    held.text = text
                    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if "no-refs" in traits:
            for row in root.iter(q("row")):
                cells = {c.get("r"): c for c in row}
                number = row.get("r")
                columns = max((layout_column(ref) for ref in cells), default=0)
                for child in list(row):
                    row.remove(child)
                for column in range(1, columns + 1):
                    cell = cells.get(b.address(column=column, row=int(number)), etree.Element(q("c")))
                    cell.attrib.pop("r", None)
                    row.append(cell)
                row.attrib.pop("spans", None)
        body = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        if "prefixed" in traits:
            text = body.decode()
            text = re.sub(r"<(/?)([A-Za-z]+)(?=[\s>/])", r"<\1x:\2", text)
            text = text.replace(f'xmlns="{ns}"', f'xmlns:x="{ns}"')
            body = text.encode()
        return body

    b.rewrite_zip(path, change)


def layout_column(ref):
    value = 0
    for letter in re.match(r"[A-Z]+", ref).group():
        value = value * 26 + ord(letter) - 64
    return value


def dump(case, path):
    """One line a row, so that a difference can be read."""
    def flat(value):
        return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    lines = ["{"]
    keys = list(case)
    for key in keys:
        end = "," if key != keys[-1] else ""
        if key != "tables":
            lines.append(f' "{key}": {flat(case[key])}{end}')
            continue
        lines.append(' "tables": [')
        for n, table in enumerate(case["tables"]):
            lines.append("  {")
            inner = list(table)
            for k in inner:
                comma = "," if k != inner[-1] else ""
                if k in ("rows", "columns", "not_data") and table[k]:
                    lines.append(f'   "{k}": [')
                    lines += [f"    {flat(item)}{',' if i < len(table[k]) - 1 else ''}" for i, item in enumerate(table[k])]
                    lines.append(f"   ]{comma}")
                else:
                    lines.append(f'   "{k}": {flat(table[k])}{comma}')
            lines.append("  }" + ("," if n < len(case["tables"]) - 1 else ""))
        lines.append(f" ]{end}")
    lines.append("}")
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


def main():
    wanted = specs()
    print(len(wanted), "workbooks")
    half = set(random.Random(20230703).sample(range(len(wanted)), len(wanted) // 2))
    for name in ("seen", "held-back"):
        shutil.rmtree(os.path.join(HERE, name), ignore_errors=True)
    later = []
    for number, spec in enumerate(wanted):
        side = "held-back" if number in half else "seen"
        folder = os.path.join(HERE, side, f"{number + 1:03d}-{spec['use']}-{spec['name']}-{spec['subject']}-{spec['format'].replace('.', '-')}")
        os.makedirs(folder)
        made, case = build(spec, number)
        alone = spec["use"] == "form" or "one-unit" in spec["traits"]
        settle(case, spec, made)
        kind = spec["format"].partition(".")[0]
        stem = case["known"][0] if alone else "units"
        if spec["use"] == "ledger" and kind == "csv":
            case["main_file"] = f"{stem}.csv"
            if "bare" not in spec["name"]:
                with open(os.path.join(folder, case["main_file"]), "w", encoding="utf-8", newline="") as out:
                    out.write("\n".join(["Unit" if spec["subject"] in layout.ENGLISH else "单位", *case["known"]]) + "\n")
            stem = f"{stem}.{case['ledger']['label']}"
        file = put_file(made, spec, folder, stem, later)
        units = {"known": case["known"]}
        if alone:
            units = {"data": "."}
        elif kind == "csv":
            units = {"table": "units.csv" if spec["use"] == "ledger" else file, **units}
        else:
            units = {"workbook": file, **units}
        if "quarters" in spec["traits"]:
            units["sheet"] = case["tables"][0]["sheet"]
        case = {"id": f"{number + 1:03d}", "file": file, "use": case.pop("use"), "units": units, **case}
        case.pop("known")
        if "utf16" in spec["traits"]:
            case["may_refuse_file"] = "UTF-16, which the documentation does not name"
        dump(case, os.path.join(folder, "case.json"))
    for kind in ("xls", "ods"):
        with tempfile.TemporaryDirectory() as out:
            todo = [path for path, k in later if k == kind]
            names = {}
            for n, path in enumerate(todo):
                source = os.path.join(out, f"in{n}.xlsx")
                os.rename(path[:-len(kind)] + "xlsx", source)
                names[f"in{n}.{kind}"] = path
            b.convert([os.path.join(out, f"in{n}.xlsx") for n in range(len(todo))], kind, os.path.join(out, "out"))
            for name, path in names.items():
                shutil.move(os.path.join(out, "out", name), path)
                if kind == "ods":
                    b.rewrite_zip(path, lambda n, d: re.sub(rb"<(dc:date|meta:creation-date|meta:editing-duration)>[^<]*</\1>", b"", d) if n == "meta.xml" else d)


if __name__ == "__main__":
    main()
