"""Sheets as offices lay them out, with what a person reads from them: tables, ledgers and forms."""

import datetime as dt
import random
from decimal import Decimal

from book import Book, Cell, Sheet, address, letters, shown
from spell import is_number, text_of, write
from subjects import LISTS, WORDS

ENGLISH = {"places", "teams", "works"}


def value_of(field, rng, period=(4, 6)):
    kind = field["kind"]
    if kind == "integer":
        value = rng.randint(field["lo"], field["hi"])
        return Decimal(value)
    if kind == "decimal":
        scale = field["scale"] or 0
        step = 10 ** scale
        return Decimal(rng.randint(field["lo"] * step, field["hi"] * step)) / step
    if kind == "boolean":
        return rng.random() < 0.7
    if kind == "date":
        return dt.date(2023, rng.randint(*period), rng.randint(1, 28))
    if kind == "texts":
        return rng.sample(LISTS[field["name"]], rng.randint(2, 4))
    words = WORDS.get(field["name"]) or ["6222" + str(rng.randint(10**14, 10**15 - 1)) for _ in range(3)]
    return rng.choice(words)


class Placer:
    """Spreads a case's spellings over the cells so that each of them occurs."""

    def __init__(self, spells, rng):
        self.blanks = random.Random(str(sorted(spells.items())))
        self.spells, self.rng, self.left = spells, rng, {k: list(v) for k, v in spells.items() if isinstance(v, list)}

    def pick(self, field):
        """How the field's next cell is written; one in forty is left empty, as everywhere."""
        how = self.spelt(field)
        return "blank" if self.blanks.random() < 0.025 and how == "plain" else how

    def spelt(self, field):
        for key in (field["name"], "%" if field["measure"] == "%" else None, field["kind"], "number" if field["kind"] in ("integer", "decimal") and field["measure"] != "%" else None):
            if key and key in self.spells:
                if self.spells.get("always"):
                    return self.rng.choice(self.spells[key])
                if self.left[key] and self.rng.random() < 0.6:
                    return self.left[key].pop(0)
                return self.rng.choice(self.spells[key]) if self.rng.random() < 0.25 else "plain"
        return "plain"


def cell_truth(sheet, row, column, cell, truth):
    sheet.put(row, column, cell)
    return {"cell": address(row, column), "shown": shown(cell), **truth}


def put_text(sheet, row, column, text, **more):
    sheet.put(row, column, Cell(text, **more))


def measured(field):
    return f"{field['label']}（{field['measure']}）" if field["measure"] else field["label"]


def head_text(field, traits, english):
    label = field["label"]
    if "head-measure" in traits and field["measure"]:
        label = f"{label} ({field['measure']})" if english else f"{label}（{field['measure']}）"
    if "head-narrow-measure" in traits and field["measure"]:
        label = f"{label}({field['measure']})"
    if "head-breaks" in traits:
        half = len(label) // 2
        label = label.replace(" ", "\n", 1) if english else label[:half] + "\n" + label[half:]
    if "head-spaces" in traits and not english and len(label) <= 5:
        label = " ".join(label)
    if "head-star" in traits:
        label = "*" + label
    if "head-mark" in traits:
        label = label + "①"
    if "head-invisible" in traits:
        label = label[:1] + "\u200b" + label[1:]
    return label


def unit_text(unit, traits, rng, english):
    if "unit-spaced" in traits and not english:
        return " ".join(unit[:2]) + unit[2:] if rng.random() < 0.5 else unit + " "
    if "unit-invisible" in traits:
        return rng.choice([unit + "\u200b", "\ufeff" + unit, unit[:1] + "\u200b" + unit[1:]])
    if "unit-break" in traits and not english:
        return unit[:2] + "\n" + unit[2:]
    if "unit-indented" in traits:
        return "\u3000" + unit
    return unit


def titles(sheet, row, width, name, traits, english, measure):
    """Lines above the head; the row after them."""
    if "form-number" in traits:
        put_text(sheet, row, width, "表    号：云统03表")
        put_text(sheet, row + 1, width, "制定机关：某某县统计局")
        put_text(sheet, row + 2, width, "有效期至：2024年1月")
        row += 3
    if "title" in traits or "title-two" in traits:
        put_text(sheet, row, 1, f"{name}, Q2 2023" if english else f"2023年第二季度{name}统计表")
        sheet.merge(row, 1, row, width)
        row += 1
    if "title-two" in traits:
        put_text(sheet, row, 1, "(provisional)" if english else "（2023年4月—6月）")
        sheet.merge(row, 1, row, width)
        row += 1
    if "filled-by" in traits:
        put_text(sheet, row, 1, "Filled in by: Central Office        Date: 3 July 2023" if english else "填报单位：某某县综合办公室        填报日期：2023年7月3日")
        row += 1
    if "caption" in traits:
        put_text(sheet, row, width, f"Unit: {measure}" if english else f"单位：{measure}")
        row += 1
    if "caption-left" in traits:
        put_text(sheet, row, 1, f"单位：{measure}")
        row += 1
    if "blank-above" in traits:
        row += 1
    return row


def notes(sheet, row, width, traits, english, passed):
    if "notes-gap" in traits:
        row += 1
    if "sign-line" in traits:
        put_text(sheet, row, 1, "Prepared by: A. Clerk" if english else "填表人：某某")
        put_text(sheet, row, min(3, width), "Checked by: B. Clerk" if english else "审核人：某某")
        put_text(sheet, row, min(5, width), "Date: 2023-07-03" if english else "联系电话：0000-1234567")
        passed.append({"row": row, "why": "signatures"})
        row += 1
    if "sign-one-cell" in traits:
        put_text(sheet, row, 1, "单位负责人：某某      统计负责人：某某      填表人：某某      报出日期：2023年7月3日")
        sheet.merge(row, 1, row, width)
        passed.append({"row": row, "why": "signatures"})
        row += 1
    if "notes" in traits:
        put_text(sheet, row, 1, "Note: figures are provisional." if english else "注：1.数据截至2023年6月30日。2.以上数据由各单位填报。")
        passed.append({"row": row, "why": "note"})
        row += 1
    if "notes-lines" in traits:
        for line in (["Source: service returns.", "1) Closed sites are left out."] if english else ["说明：", "1.本表按季度填报。", "2.“—”表示没有此项业务。"]):
            put_text(sheet, row, 1, line)
            passed.append({"row": row, "why": "note"})
            row += 1
    return row


def table(subject, title, units, unit_head, fields, traits, spells, rng, sheet, region=None):
    """A row a unit. Gives {"head_rows", "columns", "rows", "not_data"}."""
    english = subject in ENGLISH
    placer = Placer(spells, rng)
    left = 2 if "column-a-empty" in traits else 1
    columns = []                        # ("serial"|"unit"|"region"|"former"|"rank"|"remark", field)
    if "serial" in traits:
        columns.append(("serial", None))
    if "region" in traits:
        columns.append(("region", None))
    unit_at = len(columns)
    columns.append(("unit", None))
    if "code" in traits:
        columns.append(("id", None))
    for field in fields:
        columns.append(("field", field))
        if "former-columns" in traits and field["kind"] in ("integer", "decimal") and field["measure"] != "%":
            columns.append(("former", field))
    if "rank" in traits:
        columns.append(("rank", None))
    if "unit-last" in traits:
        columns.append(columns.pop(unit_at))
    if "remark" in traits:
        columns.append(("remark", None))
    width = left + len(columns) - 1
    at = {index: left + index for index in range(len(columns))}
    main_measure = next((f["measure"] for f in fields if f["kind"] == "decimal" and f["measure"] not in ("", "%")), "件")

    row = titles(sheet, 1, width, title, traits, english, main_measure)
    head_top = row
    fixed = {"serial": "No." if english else ("编号" if "serial-other" in traits else "序号"), "unit": unit_head, "region": "Area" if english else "片区", "rank": "Rank" if english else "排名",
             "remark": "Remarks" if english else "备注", "id": "Code" if english else "单位代号"}
    if "head-spaces" in traits and not english:
        fixed["unit"] = " ".join(unit_head) if len(unit_head) <= 3 else unit_head
        fixed["serial"] = "序 号"
    two, three = "head-two" in traits or "head-three" in traits, "head-three" in traits
    depth = 3 if three else 2 if two else 1
    measure_row = "measure-row" in traits
    last_head = head_top + depth - 1 + (1 if measure_row else 0)
    heads = []
    group_start = {}
    for index, (role, field) in enumerate(columns):
        column = at[index]
        if role in fixed:
            put_text(sheet, head_top, column, fixed[role])
            sheet.merge(head_top, column, last_head, column)
            heads.append({"column": letters(column), "head": [fixed[role]], "role": role})
            continue
        label = head_text(field, traits, english) if role == "field" else ("Last quarter" if english else ("上期：" + field["label"] if depth == 1 else "上季度" + field["label"]))
        path = []
        line = head_top
        if three:
            put_text(sheet, line, column, None)
            path.append("Figures" if english else "本季度情况")
            line += 1
        if two:
            path.append(field["group"])
            group_start.setdefault(field["group"], []).append(column)
            line += 1
        path.append(label)
        put_text(sheet, line, column, label)
        if measure_row:
            put_text(sheet, line + 1, column, field["measure"] or ("" if english else "—"))
        heads.append({"column": letters(column), "head": path, "role": role, **({"field": field["name"]} if role == "field" else {"former_of": field["name"]})})
    if three:
        line = [at[i] for i, (role, _) in enumerate(columns) if role in ("field", "former")]
        put_text(sheet, head_top, line[0], "Figures" if english else "本季度情况")
        sheet.merge(head_top, line[0], head_top, line[-1])
        for column in line[1:]:
            sheet.cells.pop((head_top, column), None)
    if two:
        line = head_top + (1 if three else 0)
        for group, spans in group_start.items():
            put_text(sheet, line, spans[0], group)
            if "group-unmerged" not in traits:
                sheet.merge(line, spans[0], line, spans[-1])
    row = last_head + 1
    passed, out = [], []
    if "code-line" in traits:
        for number, (index, (role, _)) in enumerate(enumerate(columns)):
            sign = {"serial": "甲", "unit": "乙" if "serial" in traits else "甲"}.get(role)
            put_text(sheet, row, at[index], sign if sign else number)
        passed.append({"row": row, "why": "code line"})
        row += 1
    if "formula-line" in traits:
        put_text(sheet, row, at[unit_at if "unit-last" not in traits else len(columns) - 1], "栏次")
        for number, (index, (role, _)) in enumerate(((i, c) for i, c in enumerate(columns) if c[0] in ("field", "former")), 1):
            put_text(sheet, row, at[index], f"({number})" if number != 3 else "(3)=(1)-(2)")
        passed.append({"row": row, "why": "code line"})
        row += 1
    first_data = row
    sums = {}

    def add(unit_value, cells):
        for name, truth in cells.items():
            if is_number(truth):
                sums.setdefault(name, []).append(Decimal(truth["number"]))
            elif "missing" not in truth:
                sums.setdefault(name, []).append(None)

    def total_line(row, word, names=None, why="total", stale=False, over=None):
        put_text(sheet, row, at[[i for i, c in enumerate(columns) if c[0] == ("serial" if "total-under-serial" in traits and "serial" in traits else "unit")][0]], word)
        figures, agrees = {}, True
        spoilt = False
        for index, (role, field) in enumerate(columns):
            if role != "field" or field["kind"] not in ("integer", "decimal") or field["measure"] == "%":
                continue
            known = (over or sums).get(field["name"], [])
            if None in known:
                continue
            total = sum(known, Decimal(0))
            if stale and not spoilt and known:
                total += 10
                spoilt = True
            if not known:
                continue
            value = int(total) if total == total.to_integral_value() else float(total)
            sheet.put(row, at[index], Cell(value, formula=f"=SUM({address(first_data, at[index])}:{address(row - 1, at[index])})" if "total-formula" in traits and not stale and over is None and why == "total" and row > first_data and False else None))
            figures[address(row, at[index])] = text_of(total)
        passed.append({"row": row, "why": why, "figures": figures, "agrees": not spoilt})

    order = list(units)
    blocks = [order]
    if "subtotals" in traits or "group-rows" in traits:
        half = max(2, len(order) // 2)
        blocks = [order[:half], order[half:]]
    top_row = None
    if "total-top" in traits:
        top_row = row
        row += 1
    serial = 0
    for block_number, block in enumerate(blocks):
        if "group-rows" in traits:
            put_text(sheet, row, left, ["North" if english else "一、东片", "South" if english else "二、西片"][block_number])
            sheet.merge(row, left, row, width)
            passed.append({"row": row, "why": "group"})
            row += 1
        start = len(out)
        region_at = row
        for position, unit in enumerate(block):
            serial += 1
            if "repeated-head" in traits and serial == 5:
                for index, (role, field) in enumerate(columns):
                    source = sheet.cells.get((last_head, at[index])) or sheet.cells.get((head_top, at[index]))
                    if source:
                        put_text(sheet, row, at[index], source.value)
                passed.append({"row": row, "why": "head repeated"})
                row += 1
            if "blank-rows" in traits and serial in (3, 6):
                row += 1
            entry = {"row": row, "unit": unit}
            values = {}
            for index, (role, field) in enumerate(columns):
                column = at[index]
                if role == "serial":
                    put_text(sheet, row, column, serial if "serial-text" not in traits else f"（{serial}）")
                elif role == "region":
                    if position == 0:
                        put_text(sheet, row, column, (["North", "South"] if english else ["东片", "西片"])[block_number % 2])
                elif role == "unit":
                    text = unit_text(unit, traits, rng, english)
                    put_text(sheet, row, column, text)
                    entry["unit_cell"], entry["unit_shown"] = address(row, column), text
                elif role == "id":
                    put_text(sheet, row, column, f"u{serial:02d}")
                    entry["unit_id"] = f"u{serial:02d}"
                elif role == "rank":
                    put_text(sheet, row, column, len(order) - serial + 1)
                elif role == "remark":
                    if rng.random() < 0.3:
                        put_text(sheet, row, column, "checked" if english else "已核对")
                elif role == "former":
                    value = value_of(field, rng)
                    sheet.put(row, column, Cell(int(value) if value == value.to_integral_value() else float(value)))
                else:
                    value = value_of(field, rng)
                    how = placer.pick(field)
                    if how == "wan-text":
                        value = Decimal(rng.randint(12, 99) * 1000)
                    if how in ("brackets-format", "red-brackets-format", "brackets-text", "minus-sign", "wide-minus", "red-format"):
                        value = -abs(value) if value else Decimal(-3)
                        if how == "red-brackets-format":
                            value = value.to_integral_value()
                    cell, truth = write(field, value, how, rng)
                    values[field["name"]] = cell_truth(sheet, row, column, cell, truth)
            entry["values"] = values
            add(unit, values)
            if "hidden-row" in traits and serial == 4:
                sheet.hidden_rows.add(row)
                entry["hidden"] = True
            out.append(entry)
            row += 1
        if "region" in traits:
            column = at[[i for i, c in enumerate(columns) if c[0] == "region"][0]]
            sheet.merge(region_at, column, row - 1, column)
        if "of-which" in traits and block_number == 0:
            pass
        if "subtotals" in traits:
            part = {}
            for entry in out[start:]:
                for name, truth in entry["values"].items():
                    if is_number(truth):
                        part.setdefault(name, []).append(Decimal(truth["number"]))
                    elif "missing" not in truth:
                        part.setdefault(name, []).append(None)
            total_line(row, "Subtotal" if english else "小计", why="subtotal", over=part)
            row += 1
    if "doubled" in traits:
        twin = out[1]
        for index, (role, field) in enumerate(columns):
            source = sheet.cells.get((twin["row"], at[index]))
            if source:
                sheet.put(row, at[index], source)
        passed.append({"row": row, "why": "doubled", "of": twin["row"], "must_tell": True})
        row += 1
    word = {"total": "Total" if english else "合计"}["total"]
    for trait, other in (("total-spaced", "合    计"), ("total-county", "全县合计"), ("total-colon", "合计："), ("total-grand", "总    计"), ("total-n", f"合计（{len(order)}个）"), ("total-en", "TOTAL")):
        if trait in traits:
            word = other
    if top_row:
        total_line(top_row, word, stale="total-stale" in traits)
    if "total" in traits:
        total_line(row, word, stale="total-stale" in traits)
        row += 1
    if "of-which" in traits:
        put_text(sheet, row, at[unit_at], "其中：街道")
        for index, (role, field) in enumerate(columns):
            if role == "field" and field["kind"] == "integer":
                put_text(sheet, row, at[index], 7)
                break
        passed.append({"row": row, "why": "of which"})
        row += 1
    if "average" in traits:
        put_text(sheet, row, at[unit_at], "Average" if english else "平均")
        for index, (role, field) in enumerate(columns):
            if role == "field" and field["kind"] == "integer":
                put_text(sheet, row, at[index], 33)
        passed.append({"row": row, "why": "average"})
        row += 1
    if "last-year" in traits:
        for word, value in (("上年同期", 31), ("增长（%）", 6.5)):
            put_text(sheet, row, at[unit_at], word)
            for index, (role, field) in enumerate(columns):
                if role == "field" and field["kind"] == "integer":
                    put_text(sheet, row, at[index], value)
            passed.append({"row": row, "why": "comparison"})
            row += 1
    row = notes(sheet, row, width, traits, english, passed)
    if "second-table" in traits:
        row += 2
        put_text(sheet, row, left, "附：分类统计")
        passed.append({"row": row, "why": "second table"})
        put_text(sheet, row + 1, left, "类别")
        put_text(sheet, row + 1, left + 1, "数量")
        passed.append({"row": row + 1, "why": "second table"})
        for extra, (word, value) in enumerate((("街道", 3), ("乡镇", 5))):
            put_text(sheet, row + 2 + extra, left, word)
            put_text(sheet, row + 2 + extra, left + 1, value)
            passed.append({"row": row + 2 + extra, "why": "second table"})
    if "freeze" in traits:
        sheet.freeze = (last_head, at[unit_at])
    if "colours" in traits:
        for entry in out[::2]:
            for index in at:
                sheet.colours[(entry["row"], at[index])] = "#FFF2CC"
    if "filter" in traits and depth == 1:
        sheet.filter = (head_top - 1, left - 1, row - 1, width - 1)
    if "hidden-column" in traits:
        hidden = [i for i, c in enumerate(columns) if c[0] == "field"][1]
        sheet.hidden_columns.add(at[hidden])
    if "merged-figure" in traits:
        index = [i for i, c in enumerate(columns) if c[0] == "field"][0]
        name = columns[index][1]["name"]
        first, second = out[0], out[1]
        if second["row"] == first["row"] + 1:
            sheet.cells.pop((second["row"], at[index]), None)
            sheet.merge(first["row"], at[index], second["row"], at[index])
            value = {k: v for k, v in first["values"][name].items() if k not in ("cell", "shown")}
            second["values"][name] = {"cell": address(second["row"], at[index]), "shown": "", "ambiguous": {"why": f"merged with {address(first['row'], at[index])}", "readings": [{"missing": True}, value]}}
    return {"sheet": sheet.name, "role": "units", "head_rows": list(range(head_top, last_head + 1)), "columns": heads, "rows": out, "not_data": passed,
            **({"hidden_columns": [letters(c) for c in sorted(sheet.hidden_columns)]} if sheet.hidden_columns else {})}


def ledger(kind, label, units, unit_head, fields, traits, spells, rng, sheet, one_unit=None, many=3):
    """A row an item."""
    english = kind in ENGLISH
    placer = Placer(spells, rng)
    columns = []
    if "serial" in traits:
        columns.append(("serial", None))
    if one_unit is None:
        columns.append(("unit", None))
    columns += [("field", f) for f in fields]
    if "unit-last" in traits and one_unit is None:
        columns.append(columns.pop([c[0] for c in columns].index("unit")))
    if "remark" in traits:
        columns.append(("remark", None))
    width = len(columns)
    row = titles(sheet, 1, width, label, traits, english, "元")
    head_row = row
    heads, last = [], row + (1 if "head-two" in traits else 0)
    for column, (role, field) in enumerate(columns, 1):
        text = {"serial": "No." if english else "序号", "unit": unit_head, "remark": "Remarks" if english else "备注"}.get(role) or head_text(field, traits, english)
        if role == "field" and "head-two" in traits:
            group = ("Item" if english else "基本情况") if column <= 3 else ("Result" if english else "办理情况")
            put_text(sheet, row + 1, column, text)
            heads.append({"column": letters(column), "head": [group, text], "role": role, "field": field["name"]})
        else:
            put_text(sheet, row, column, text)
            sheet.merge(row, column, last, column)
            heads.append({"column": letters(column), "head": [text], "role": role, **({"field": field["name"]} if field else {})})
    if "head-two" in traits:
        groups = {}
        for head, column in zip(heads, range(1, width + 1)):
            if len(head["head"]) == 2:
                groups.setdefault(head["head"][0], []).append(column)
        for group, spans in groups.items():
            put_text(sheet, row, spans[0], group)
            sheet.merge(row, spans[0], row, spans[-1])
    row = last + 1
    passed, out = [], []
    if "example-row" in traits:
        for column, (role, field) in enumerate(columns, 1):
            if role == "serial":
                put_text(sheet, row, column, "e.g." if english else "例")
            elif role == "field":
                cell, _ = write(field, value_of(field, rng), "plain", rng)
                sheet.put(row, column, cell)
            elif role == "unit":
                put_text(sheet, row, column, "Sample Town" if english else "某某镇（示例）")
        passed.append({"row": row, "why": "example"})
        row += 1
    serial = 0
    sums = {}
    owners = [one_unit] if one_unit else units
    entries = []
    for unit in owners:
        entries += [(unit, n) for n in range(many if one_unit is None else many * 3)]
    if "mixed-order" in traits:
        rng.shuffle(entries)
    previous, block_start = None, row
    month = 0
    for unit, _ in entries:
        serial += 1
        if "month-rows" in traits and serial in (1, 4, 7):
            month += 1
            put_text(sheet, row, 1, ["April", "May", "June"][month - 1] if english else f"{3 + month}月")
            sheet.merge(row, 1, row, width)
            passed.append({"row": row, "why": "group"})
            row += 1
        if "blank-rows" in traits and serial % 4 == 0:
            row += 1
        if unit != previous and previous is not None and "subtotals" in traits:
            figures = {}
            column = [c[0] for c in columns].index("unit") + 1
            put_text(sheet, row, column, "Subtotal" if english else "小计")
            for at, (role, field) in enumerate(columns, 1):
                if role == "field" and field["kind"] in ("integer", "decimal"):
                    part = [Decimal(e["values"][field["name"]]["number"]) for e in out if e["unit"] == previous and is_number(e["values"][field["name"]])]
                    if any(not is_number(e["values"][field["name"]]) and "missing" not in e["values"][field["name"]] for e in out if e["unit"] == previous) or not part:
                        continue
                    total = sum(part, Decimal(0))
                    put_text(sheet, row, at, int(total) if total == total.to_integral_value() else float(total))
                    figures[address(row, at)] = text_of(total)
            passed.append({"row": row, "why": "subtotal", "figures": figures, "agrees": True})
            row += 1
        entry = {"row": row, "unit": unit}
        values = {}
        for column, (role, field) in enumerate(columns, 1):
            if role == "serial":
                put_text(sheet, row, column, serial)
            elif role == "unit":
                entry["unit_cell"] = address(row, column)
                if "unit-merged" in traits and unit == previous:
                    entry["unit_from"] = "merged"
                    entry["unit_shown"] = ""
                elif "unit-once" in traits and unit == previous:
                    entry["unit_from"] = "above"
                    entry["unit_shown"] = ""
                    entry["unit_ambiguous"] = "the unit stands once, above its rows"
                else:
                    text = unit_text(unit, traits, rng, english)
                    put_text(sheet, row, column, text)
                    entry["unit_shown"] = text
            elif role == "remark":
                if rng.random() < 0.2:
                    put_text(sheet, row, column, "checked" if english else "已归档")
            else:
                period = (4, 6)
                value = value_of(field, rng, period)
                how = placer.pick(field)
                if field["kind"] == "date" and "outside" in traits and serial == 3:
                    value, how = dt.date(2023, 7, 4), "plain"
                cell, truth = write(field, value, how, rng)
                values[field["name"]] = cell_truth(sheet, row, column, cell, truth)
        entry["values"] = values
        if "unit-merged" in traits and one_unit is None:
            column = [c[0] for c in columns].index("unit") + 1
            if unit != previous:
                block_start = row
            elif True:
                sheet.merges = [m for m in sheet.merges if not (m[0] == block_start and m[1] == column and m[3] == column)]
                sheet.merge(block_start, column, row, column)
        for name, truth in values.items():
            if is_number(truth):
                sums.setdefault(name, []).append(Decimal(truth["number"]))
            elif "missing" not in truth:
                sums.setdefault(name, []).append(None)
        out.append(entry)
        previous = unit
        row += 1
    if "doubled" in traits:
        twin = out[2]
        for column, (role, _) in enumerate(columns, 1):
            source = sheet.cells.get((twin["row"], column))
            if source is not None:
                sheet.put(row, column, source if role != "serial" else Cell(serial + 1))
        copy = {"row": row, "unit": twin["unit"], "doubles": twin["row"], "values": {}}
        if "unit_cell" in twin:
            column = [c[0] for c in columns].index("unit") + 1
            copy["unit_cell"], copy["unit_shown"] = address(row, column), shown(sheet.cells.get((row, column)))
        for column, (role, field) in enumerate(columns, 1):
            if role == "field":
                copy["values"][field["name"]] = dict(twin["values"][field["name"]], cell=address(row, column))
        for name, truth in copy["values"].items():
            if is_number(truth):
                sums.setdefault(name, []).append(Decimal(truth["number"]))
            elif "missing" not in truth:
                sums.setdefault(name, []).append(None)
        out.append(copy)
        row += 1
    if "empty-numbered" in traits:
        for extra in range(3):
            put_text(sheet, row, 1, serial + 1 + extra)
            passed.append({"row": row, "why": "numbered and empty"})
            row += 1
    if "total" in traits:
        column = 1 if "total-under-serial" in traits or one_unit else [c[0] for c in columns].index("unit") + 1
        put_text(sheet, row, column, "Total" if english else ("合  计" if "total-spaced" in traits else "合计"))
        figures, stale = {}, "total-stale" in traits
        spoilt = False
        for at, (role, field) in enumerate(columns, 1):
            if role == "field" and field["kind"] in ("integer", "decimal") and at != column:
                known = sums.get(field["name"], [])
                if None in known or not known:
                    continue
                total = sum(known, Decimal(0))
                if stale and not spoilt:
                    total, spoilt = total + 5, True
                put_text(sheet, row, at, int(total) if total == total.to_integral_value() else float(total))
                figures[address(row, at)] = text_of(total)
        passed.append({"row": row, "why": "total", "figures": figures, "agrees": not spoilt})
        row += 1
    notes(sheet, row, width, traits, english, passed)
    if "freeze" in traits:
        sheet.freeze = (last, 1)
    return {"sheet": sheet.name, "role": f"ledger:{kind}", "head_rows": list(range(head_row, last + 1)), "columns": heads, "rows": out, "not_data": passed}


def form(subject, title, unit, fields, traits, spells, rng, sheet):
    """Labels and values of one unit, or a cross-tab of it."""
    english = subject in ENGLISH
    placer = Placer(spells, rng)
    values, passed, cells = {}, [], {}
    row = 1
    put_text(sheet, row, 1, f"{title}, Q2 2023" if english else f"2023年第二季度{title}填报表")
    sheet.merge(row, 1, row, 4)
    passed.append({"row": row, "why": "title"})
    row += 1
    unit_cell = None
    if "unit-line" in traits:
        put_text(sheet, row, 1, f"Unit: {unit}" if english else f"填报单位：{unit}")
        put_text(sheet, row, 4, "Date: 3 July 2023" if english else "填报日期：2023年7月3日")
        unit_cell = address(row, 1)
    else:
        put_text(sheet, row, 1, "Unit" if english else "填报单位")
        put_text(sheet, row, 2, unit)
        if "wide" in traits:
            sheet.merge(row, 2, row, 4)
        unit_cell = address(row, 2)
    row += 1
    if "blank-above" in traits:
        row += 1

    def place(field, r, c):
        value = value_of(field, rng)
        how = placer.pick(field)
        if how in ("brackets-format", "brackets-text", "minus-sign", "wide-minus"):
            value = -abs(value) if value else Decimal(-3)
        cell, truth = write(field, value, how, rng)
        values[field["name"]] = cell_truth(sheet, r, c, cell, truth)

    if "crosstab" in traits:
        heads = ["Item", "Measure", "Code", "This quarter", "Last quarter", "Year to date"] if english else ["指标名称", "计量单位", "代码", "本季度", "上季度", "本年累计"]
        head_row = row
        for column, head in enumerate(heads, 1):
            put_text(sheet, row, column, head)
        passed.append({"row": row, "why": "head"})
        row += 1
        if "code-line" in traits:
            for column, sign in enumerate(["甲", "乙", "丙", 1, 2, 3], 1):
                put_text(sheet, row, column, sign)
            passed.append({"row": row, "why": "code line"})
            row += 1
        shown_groups = set()
        for number, field in enumerate(fields, 1):
            if "sections" in traits and field["group"] not in shown_groups:
                shown_groups.add(field["group"])
                put_text(sheet, row, 1, ("" if english else "一二三四五六"[len(shown_groups) - 1] + "、") + field["group"])
                passed.append({"row": row, "why": "group"})
                row += 1
            label = ("  " if "indent" in traits else "") + ("其中：" if "of-which" in traits and number == 2 and not english else "") + head_text(field, traits, english)
            put_text(sheet, row, 1, label)
            if field["measure"]:
                put_text(sheet, row, 2, field["measure"])
            put_text(sheet, row, 3, f"{number:02d}")
            place(field, row, 4)
            if field["kind"] in ("integer", "decimal"):
                for extra in (5, 6):
                    value = value_of(field, rng)
                    put_text(sheet, row, extra, int(value) if value == value.to_integral_value() else float(value))
            cells[field["name"]] = {"cell": address(row, 4), "row": label.strip(), "column": heads[3]}
            row += 1
    elif "two-across" in traits:
        for left, right in zip(fields[::2], fields[1::2] + [None]):
            for column, field in ((1, left), (3, right)):
                if field is None:
                    continue
                label = head_text(field, traits, english)
                put_text(sheet, row, column, label)
                place(field, row, column + 1)
                cells[field["name"]] = {"cell": address(row, column + 1), "row": label}
            row += 1
    elif "across" in traits:               # labels in a line, values in the line below
        for start in range(0, len(fields), 4):
            part = fields[start:start + 4]
            for column, field in enumerate(part, 1):
                label = head_text(field, traits, english)
                put_text(sheet, row, column, label)
                place(field, row + 1, column)
                cells[field["name"]] = {"cell": address(row + 1, column), "above": label}
            passed.append({"row": row, "why": "labels"})
            row += 2
    else:
        shown_groups = set()
        for field in fields:
            if "sections" in traits and field["group"] not in shown_groups:
                shown_groups.add(field["group"])
                put_text(sheet, row, 1, f"{'一二三四五六'[len(shown_groups) - 1]}、{field['group']}" if not english else field["group"])
                sheet.merge(row, 1, row, 4)
                passed.append({"row": row, "why": "group"})
                row += 1
            label = head_text(field, traits, english)
            if "label-colon" in traits:
                label += ":" if english else "："
            at = 2
            put_text(sheet, row, 1, label)
            if "group-column" in traits:
                put_text(sheet, row, 1, field["group"] if field["group"] not in shown_groups else None)
                shown_groups.add(field["group"])
                put_text(sheet, row, 2, label)
                at = 3
            place(field, row, at)
            if "measure-beside" in traits and field["measure"]:
                put_text(sheet, row, at + 1, field["measure"])
            if "wide" in traits:
                sheet.merge(row, at, row, 4)
            cells[field["name"]] = {"cell": address(row, at), "row": label}
            row += 1
            if "gaps" in traits and rng.random() < 0.4:
                row += 1
    if "group-column" in traits:
        starts = sorted(r for (r, c), cell in sheet.cells.items() if c == 1 and r > 2 and cell.value)
        for first, following in zip(starts, starts[1:] + [row]):
            sheet.merge(first, 1, following - 1, 1)
    notes(sheet, row, 4, traits, english, passed)
    return {"sheet": sheet.name, "role": "form", "unit_cell": unit_cell, "places": cells, "rows": [{"unit": unit, "unit_cell": unit_cell, "values": values}], "not_data": passed}
