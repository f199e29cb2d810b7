"""Fill in a form as a person would, through openpyxl.

fill.py FORM DATA OUT [--mess] [--csv ENCODING]   fills FORM with the units' TOML files of the folder DATA and saves it as OUT;
                                                  with --csv as units.csv and its ledgers beside it, OUT being a folder
fill.py --plant BOOK                              changes BOOK as the JSON on standard input says: a list of
                                                  {sheet, cell, value | merge | hide | rename | delete}
"""

import argparse
import csv
import datetime
import itertools
import json
import pathlib
import sys
import tomllib

import openpyxl

LABELS, KEYS, DATA = 2, 3, 4
FULL = str.maketrans("0123456789", "０１２３４５６７８９")


def columns(sheet):
    return {sheet.cell(KEYS, at).value: at for at in range(1, sheet.max_column + 1) if sheet.cell(KEYS, at).value}


class Hand:
    """How a person writes values: neatly, or each in another way."""

    def __init__(self, mess, texts):
        self.turn = itertools.count()
        self.mess = mess
        self.texts = texts

    def write(self, value, label):
        turn = next(self.turn)
        if isinstance(value, bool):
            ways = ["是" if value else "否", "√" if value else "×", "TRUE" if value else "FALSE"]
            return ways[turn % 3] if self.mess else ways[0]
        if isinstance(value, int):
            measure = label.split("（")[1].rstrip("）*") if "（" in label else ""
            ways = [value, str(value).translate(FULL), f" {value}　", f"{value}{measure}", f"{value:,}"]
            return ways[turn % 5] if self.mess else value
        if isinstance(value, datetime.date):
            serial = (value - datetime.date(1899, 12, 30)).days
            ways = [value, f"{value.year}.{value.month}.{value.day}", f"{value.year}年{value.month}月{value.day}日",
                    f"{value.year}/{value.month}/{value.day} 0:00", value.strftime("%Y%m%d")]
            ways.append(ways[1] if self.texts else serial)
            return ways[turn % 6] if self.mess else value
        if isinstance(value, list):
            return "\n".join(value)
        return f"  {value} " if self.mess and turn % 3 == 0 else value


def put(sheet, row, at, value):
    cell = sheet.cell(row, at)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def fill(book, folder, hand, mess):
    main = book["填报表"]
    keys = columns(main)
    ledgers = {}
    for sheet in book:
        for key, at in columns(sheet).items():
            if key.count(".") == 2 and not key.startswith("unit."):
                plugin, field, column = key.split(".")
                ledgers.setdefault((plugin, field), (sheet, {}))[1][column] = at
    free = {sheet.title: DATA for sheet, _ in ledgers.values()}
    for row in range(DATA, main.max_row + 1):
        unit = tomllib.loads((folder / f"{main.cell(row, keys['unit.id']).value}.toml").read_text("utf-8"))
        name = unit.pop("unit")["name"]
        for plugin, fields in unit.items():
            for field, value in fields.items():
                if (plugin, field) in ledgers:
                    sheet, at = ledgers[plugin, field]
                    for record in value:
                        put(sheet, free[sheet.title], 1, f" {name}" if mess else name)
                        for column, cell in record.items():
                            label = sheet.cell(LABELS, at[column]).value
                            put(sheet, free[sheet.title], at[column], hand.write(cell, label))
                        free[sheet.title] += 2 if mess and next(hand.turn) % 4 == 0 else 1
                else:
                    at = keys[f"{plugin}.{field}"]
                    put(main, row, at, hand.write(value, main.cell(LABELS, at).value))
    if mess:
        last = main.max_row + 2
        main.cell(last, keys["unit.name"]).value = "合计"
        main.cell(last, 4).value = f"=SUM(D{DATA}:D{last - 2})"
        main.cell(LABELS, main.max_column + 1).value = "备注"
        main.cell(DATA, main.max_column).value = "已核对"
        main.cell(last + 3, 7).value = "   "
        main.row_dimensions[DATA + 1].hidden = True


def shown(value):
    if isinstance(value, datetime.datetime):
        return value.strftime("%Y/%m/%d")
    return "" if value is None else str(value)


def save_csv(book, folder, encoding):
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in book:
        if sheet.title == "说明":
            continue
        name = "units.csv" if sheet.title == "填报表" else f"units.{sheet.title}.csv"
        with open(folder / name, "w", newline="", encoding=encoding) as file:
            csv.writer(file).writerows([shown(value) for value in row] for row in sheet.iter_rows(values_only=True))


def plant(book, changes):
    for change in changes:
        sheet = book[change["sheet"]]
        if "value" in change:
            value = change["value"]
            if isinstance(value, dict):
                value = datetime.datetime.fromisoformat(value["date"])
            sheet[change["cell"]].value = value
            if isinstance(value, str) and not value.startswith("="):
                sheet[change["cell"]].data_type = "e" if value.startswith("#") else "s"
        if "merge" in change:
            sheet.merge_cells(change["merge"])
        if "hide" in change:
            sheet.column_dimensions[change["hide"]].hidden = True
        if "rename" in change:
            sheet.title = change["rename"]
        if "delete" in change:
            sheet.delete_rows(change["delete"])


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--mess", action="store_true")
    arguments.add_argument("--csv")
    arguments.add_argument("--plant", type=pathlib.Path)
    arguments.add_argument("paths", nargs="*", type=pathlib.Path)
    arguments = arguments.parse_args()
    if arguments.plant:
        book = openpyxl.load_workbook(arguments.plant)
        plant(book, json.load(sys.stdin))
        book.save(arguments.plant)
        return
    form, data, out = arguments.paths
    book = openpyxl.load_workbook(form)
    fill(book, data, Hand(arguments.mess, bool(arguments.csv)), arguments.mess)
    out.parent.mkdir(parents=True, exist_ok=True)
    if arguments.csv:
        save_csv(book, out, arguments.csv)
    else:
        book.save(out)


main()
