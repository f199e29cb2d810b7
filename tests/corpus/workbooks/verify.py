"""Reads the made files back, twice, and holds both readings against the truth in case.json.

    python verify.py          # needs openpyxl, xlrd, pyxlsb, odfpy, and LibreOffice (`soffice`)

One reading is what the file stores (openpyxl, xlrd, pyxlsb, odfpy); the other is what the screen shows (LibreOffice, every sheet to
text "as shown"; for .csv the text itself). Neither uses what made the files. What the readers are known to see differently is listed
in EXPLAINED and counted in the report; anything else is a fault, and the exit code is 1."""

import collections
import csv
import datetime as dt
import glob
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from decimal import Decimal, InvalidOperation

HERE = os.path.dirname(os.path.abspath(__file__))

EXPLAINED = {
    "colour": "red alone says that the figure is negative",
    "accounting": "the accounting format shows 0 as -",
    "powers": "a format of powers of ten shows three digits of the figure",
    "fraction": "shown as a fraction",
    "format of a day": "the format leaves out the year or changes the order; the stored day settles it",
    "no formats": "pyxlsb gives no number formats: percent and days are left to the other reading",
    "digits": "LibreOffice shows a number of 18 digits whole, Excel in powers of ten",
    "error of another name": "LibreOffice computes a failed formula anew and words the failure its own way",
    "text for a stored number": "a text field that holds a number: what the format shows is the text",
    "General width": "General shows ten digits, more are stored",
}
used = collections.Counter()


# What a person makes of a text on the screen.

INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\ufeff\u2060\u00ad"))


def tidy(text):
    return unicodedata.normalize("NFKC", text.translate(INVISIBLE)).strip()


def plain_number(text):
    text = tidy(text).replace("\u2212", "-")
    if not re.fullmatch(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", text):
        return None
    return norm(text.replace(",", ""))


def norm(number):
    text = f"{Decimal(str(number)):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def number_on_screen(text, measure):
    bare = tidy(text)
    negative = re.fullmatch(r"\((.+)\)", bare)
    if negative:
        inner = plain_number(negative.group(1))
        return None if inner is None else norm("-" + inner)
    bare = re.sub(r"^(-?)[¥$]", r"\1", bare)
    scale = Decimal(1)
    if measure and bare.endswith(tidy(measure)):
        bare = bare[: -len(tidy(measure))].strip()
    elif bare.endswith("万"):
        bare, scale = bare[:-1], Decimal(10000)
    elif bare.endswith("千"):
        bare, scale = bare[:-1], Decimal(1000)
    found = plain_number(bare)
    return None if found is None else norm(Decimal(found) * scale)


def day_on_screen(text):
    bare = tidy(text).replace(" ", "")
    bare = re.sub(r"0?9:30(:00)?$", "", bare)
    for pattern in (r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", r"(\d{4})年(\d{1,2})月(\d{1,2})日", r"(\d{4})(\d\d)(\d\d)"):
        found = re.fullmatch(pattern, bare)
        if found:
            try:
                return dt.date(*map(int, found.groups())).isoformat()
            except ValueError:
                return None
    return None


YES = {"是": True, "√": True, "✓": True, "TRUE": True, "true": True, "1": True, "否": False, "×": False, "✗": False, "FALSE": False, "false": False, "0": False}


# The two readings: sheet -> (row, column) -> value.

def spot(address):
    letters_, row = re.fullmatch(r"([A-Z]+)(\d+)", address).groups()
    column = 0
    for letter in letters_:
        column = column * 26 + ord(letter) - 64
    return int(row), column


def screens(cases):
    """What LibreOffice shows of every sheet, by case and sheet."""
    out = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for folder_of, case in cases:
            path = os.path.join(folder_of, case["file"])
            if is_text(path):
                continue
            extension = sniff(path)
            copy = os.path.join(folder, f"c{case['id']}.{extension}")
            shutil.copy(path, copy)
            paths.append(copy)
        into = os.path.join(folder, "out")
        profile = os.path.join(folder, "profile")
        for start in range(0, len(paths), 60):
            subprocess.run(["nice", "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1", "--outdir", into, *paths[start:start + 60]],
                           check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for path in glob.glob(os.path.join(into, "*.csv")):
            number, _, sheet = os.path.basename(path)[1:-4].partition("-")
            with open(path, encoding="utf-8", newline="") as text:
                rows = list(csv.reader(text))
            out.setdefault(number, {})[sheet] = {(r, c): v for r, line in enumerate(rows, 1) for c, v in enumerate(line, 1)}
    return out


def sniff(path):
    with open(path, "rb") as file:
        start = file.read(4)
    if start == b"\xd0\xcf\x11\xe0":
        return "xls"
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
    return "ods" if "content.xml" in names else "xlsb" if "xl/workbook.bin" in names else "xlsx"


def is_text(path):
    with open(path, "rb") as file:
        return file.read(2) not in (b"\xd0\xcf", b"PK")


def text_file(path):
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        body = data.decode("utf-16")
    else:
        try:
            body = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            body = data.decode("gb18030")
    if body.startswith("sep="):
        body = body.split("\n", 1)[1]
    first = body[:2000]
    delimiter = max(",;\t|", key=lambda d: len(max((line.split(d) for line in first.splitlines()), key=len)))
    if body.count("\r") and not body.count("\n"):
        body = body.replace("\r", "\n")
    rows = list(csv.reader(io.StringIO(body, newline=""), delimiter=delimiter))
    return {(r, c): v for r, line in enumerate(rows, 1) for c, v in enumerate(line, 1)}


def stored(path):
    """sheet -> spot -> (value, number format or None)."""
    kind = sniff(path)
    out = {}
    if kind == "xlsx":
        import openpyxl
        with open(path, "rb") as file:
            made = openpyxl.load_workbook(io.BytesIO(file.read()), data_only=True)
        for sheet in made.worksheets:
            out[sheet.title] = {(c.row, c.column): (c.value, c.number_format) for line in sheet.iter_rows() for c in line if c.value is not None}
    elif kind == "xls":
        import xlrd
        made = xlrd.open_workbook(path, formatting_info=True)
        for sheet in made.sheets():
            cells = {}
            for r in range(sheet.nrows):
                for c in range(sheet.ncols):
                    cell = sheet.cell(r, c)
                    fmt = made.format_map[made.xf_list[cell.xf_index].format_key].format_str
                    value = cell.value
                    if cell.ctype in (0, 6):
                        continue
                    if cell.ctype == 3:
                        value = xlrd.xldate.xldate_as_datetime(value, made.datemode)
                    elif cell.ctype == 4:
                        value = bool(value)
                    elif cell.ctype == 5:
                        value = xlrd.error_text_from_code[value]
                    cells[(r + 1, c + 1)] = (value, fmt)
            out[sheet.name] = cells
    elif kind == "xlsb":
        import pyxlsb
        errors = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
        with pyxlsb.open_workbook(path) as made:
            for name in made.sheets:
                with made.get_sheet(name) as sheet:
                    out[name] = {(c.r + 1, c.c + 1): (c.v, "?") for line in sheet.rows() for c in line if c.v is not None}
    else:
        from odf.opendocument import load
        from odf.table import CoveredTableCell, Table, TableCell, TableRow
        from odf.text import P
        from odf import teletype
        made = load(path)
        for sheet in made.spreadsheet.getElementsByType(Table):
            cells, r = {}, 0
            for line in sheet.getElementsByType(TableRow):
                times = int(line.getAttribute("numberrowsrepeated") or 1)
                c = 0
                for cell in line.childNodes:
                    if cell.qname[1] not in ("table-cell", "covered-table-cell"):
                        continue
                    again = int(cell.getAttribute("numbercolumnsrepeated") or 1)
                    kind_of = cell.getAttribute("valuetype")
                    if kind_of and again < 100:
                        value = {"float": lambda: float(cell.getAttribute("value")), "currency": lambda: float(cell.getAttribute("value")), "percentage": lambda: float(cell.getAttribute("value")),
                                 "date": lambda: dt.datetime.fromisoformat(cell.getAttribute("datevalue")), "boolean": lambda: cell.getAttribute("booleanvalue") == "true"}.get(
                                     kind_of, lambda: "\n".join(teletype.extractText(p) for p in cell.getElementsByType(P)))()
                        for n in range(again):
                            cells[(r + 1, c + 1 + n)] = (value, "0%" if kind_of == "percentage" else "ods")
                    c += again
                r += times
            out[sheet.getAttribute("name")] = cells
    return out


# Holding a truth against a reading.

def readings(truth):
    if "ambiguous" in truth:
        return truth["ambiguous"]["readings"]
    return [{k: truth[k] for k in ("number", "date", "yes", "text", "texts", "missing", "refuse") if k in truth}]


def on_screen(truth, kind, measure, text):
    """None where the text on the screen says what the truth says; else what is wrong."""
    bare = tidy(text)
    if "refuse" in truth:
        if truth["refuse"].startswith("the formula failed"):
            if bare.startswith("#") or bare.startswith("Err:"):
                if bare not in truth["refuse"]:
                    used["error of another name"] += 1
                return None
            return "no error is shown"
        if kind in ("integer", "decimal"):
            return "reads as a number" if number_on_screen(text, measure) is not None else None
        if kind == "date":
            return "reads as a day" if day_on_screen(text) is not None else None
        return "reads as yes or no" if bare in YES else None
    if "missing" in truth:
        return None if bare == "" else "is not empty"
    if "number" in truth:
        if truth.get("by_colour"):
            used["colour"] += 1
            return None if number_on_screen(text, measure) == norm(-Decimal(truth["number"])) else "another figure"
        why = truth.get("explained", "")
        if why.startswith("the accounting"):
            used["accounting"] += 1
            return None if bare == "-" else "no -"
        if why.startswith("shown in powers"):
            used["powers"] += 1
            return None if abs(Decimal(bare) - Decimal(truth["number"])) <= abs(Decimal(truth["number"])) / 100 else "another figure"
        if why.startswith("shown as a fraction"):
            used["fraction"] += 1
            whole, _, part = bare.rpartition(" ")
            above, _, below = part.partition("/")
            return None if Decimal(whole or 0) + Decimal(above) / Decimal(below or 1) == Decimal(truth["number"]) else "another figure"
        found = number_on_screen(text, measure)
        if found is None:
            return "no figure"
        wanted = {truth["number"], truth.get("shown_number", truth["number"])}
        if found in wanted or Decimal(found) in {Decimal(w) for w in wanted}:
            return None
        return f"shows {found}"
    if "date" in truth:
        if truth.get("explained"):
            used["format of a day"] += 1
            return None
        return None if day_on_screen(text) == truth["date"] else f"shows {day_on_screen(text)}"
    if "yes" in truth:
        return None if YES.get(bare) is truth["yes"] else "another answer"
    if "texts" in truth:
        parts = [p.strip() for p in re.split(r"\n|；", text) if p.strip()]
        if len(parts) == 1:
            parts = [p for p in text.split("、")]
        return None if parts == truth["texts"] else f"shows {parts}"
    if "text" in truth:
        return None if clean(text) == truth["text"] else f"shows {text!r}"
    if "ambiguous" in truth:
        return None
    return "no truth"


def clean(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").strip().strip("\u3000").strip()


def in_store(truth, kind, measure, held):
    """None where what is stored says what the truth says."""
    value, fmt = held if held else (None, None)
    if isinstance(value, str) and not value.startswith("#"):
        return on_screen({k: v for k, v in truth.items() if k != "explained"}, kind, measure, value)
    if "refuse" in truth:
        if truth["refuse"].startswith("the formula failed"):
            return None if isinstance(value, str) and value in truth["refuse"] or fmt == "?" or fmt == "ods" else f"stores {value!r}"
        return None if isinstance(value, bool) or isinstance(value, (dt.datetime, dt.date)) else f"stores {value!r}"
    if "missing" in truth:
        return None if value is None else f"stores {value!r}"
    if "number" in truth:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return f"stores {value!r}"
        exact = Decimal(repr(value))
        if fmt == "?" and measure == "%":
            used["no formats"] += 1
            return None if Decimal(truth["number"]) in (exact, round(exact * 100, 9)) else f"stores {value!r}"
        if fmt and "%" in fmt:
            exact = round(exact * 100, 9)
        elif fmt == '0"万"':
            exact *= 10000
        wanted = Decimal(truth["number"])
        return None if exact == wanted or abs(exact - wanted) <= abs(wanted) * Decimal("1e-14") else f"stores {value!r}"
    if "date" in truth:
        if isinstance(value, (int, float)):
            if value > 19000000:
                return None if str(int(value)) == truth["date"].replace("-", "") else f"stores {value!r}"
            used["no formats"] += 1
            day = dt.datetime(1899, 12, 30) + dt.timedelta(days=value)
        else:
            day = value
        return None if day is not None and day.strftime("%Y-%m-%d") == truth["date"] else f"stores {value!r}"
    if "yes" in truth:
        return None if isinstance(value, (bool, int, float)) and bool(value) is truth["yes"] else f"stores {value!r}"
    if "text" in truth:
        if isinstance(value, (int, float)):
            used["text for a stored number"] += 1
            return None if norm(repr(value)) == (plain_number(truth["text"].lstrip("0")) or norm("0")) else f"stores {value!r}"
        return f"stores {value!r}"
    if "texts" in truth:
        return f"stores {value!r}"
    return None


def ambiguous_holds(truth, text):
    """A cell in doubt must at least show what it is said to show."""
    return None if tidy(text) == tidy(truth["shown"]) else f"shows {text!r}"


def shows_as_said(truth, text):
    wanted, found = tidy(truth["shown"]), tidy(text)
    if wanted == found:
        return None
    if "refuse" in truth and found.startswith(("#", "Err:")):
        return None
    if "ambiguous" in truth and "18 digits" in truth["ambiguous"]["why"]:
        used["digits"] += 1
        return None
    try:
        if abs(Decimal(wanted.replace(",", "")) - Decimal(found.replace(",", ""))) <= Decimal("1e-6"):
            used["General width"] += 1
            return None
    except InvalidOperation:
        pass
    return f"shows {text!r}, not {truth['shown']!r}"


def check(folder, case, screen_of):
    faults, cells = [], 0
    path = os.path.join(folder, case["file"])
    if is_text(path):
        texts = {None: text_file(path)}
        held = None
    else:
        texts, held = screen_of.get(case["id"], {}), stored(path)
    kinds = {f["name"]: f for f in case["fields"] + case.get("ledger", {}).get("columns", [])}
    for table in case["tables"]:
        screen = texts.get(None) or texts.get(table["sheet"]) or {}
        store = held.get(table["sheet"], {}) if held is not None else None
        if not screen:
            faults.append(f"sheet {table['sheet']} is not there: {sorted(map(str, texts))}")
            continue
        measures = {h.get("field"): h for h in table.get("columns", [])}
        for row in table["rows"]:
            if row.get("unit_cell"):
                text = screen.get(spot(row["unit_cell"]), "")
                squeezed = tidy(text).replace("\n", "").replace(" ", "")
                wanted = row["unit"].replace(" ", "")
                if not row.get("unit_from") and (wanted not in squeezed if table["role"] == "form" else squeezed != wanted):
                    faults.append(f"{row['unit_cell']}: unit {text!r} is not {row['unit']}")
                if row.get("unit_from") and squeezed:
                    faults.append(f"{row['unit_cell']}: {text!r} where nothing was to stand")
            for name, truth in row["values"].items():
                cells += 1
                kind, measure = kinds[name]["kind"], kinds[name].get("measure", "")
                where = spot(truth["cell"])
                text = screen.get(where, "")
                said = shows_as_said(truth, text)
                if said:
                    faults.append(f"{truth['cell']}: {said}")
                wrong = on_screen(truth, kind, measure, text)
                if wrong:
                    faults.append(f"{truth['cell']} ({text!r}) on the screen: {wrong}; truth {readings(truth)}")
                if store is not None:
                    wrong = None if "ambiguous" in truth else in_store(truth, kind, measure, store.get(where))
                    if wrong:
                        faults.append(f"{truth['cell']} ({text!r}) in the file: {wrong}; truth {readings(truth)}")
        # Every row that has anything is a head, a row of data, or named as none.
        if table["role"] != "form":
            known = {r["row"] for r in table["rows"]} | {r["row"] for r in table["not_data"]} | set(table["head_rows"])
            last = max(r for r, _ in screen)
            for number in range(min(table["head_rows"]), last + 1):
                filled = any(tidy(v) for (r, _), v in screen.items() if r == number)
                if filled and number not in known:
                    faults.append(f"row {number} is neither data nor named as none")
                if not filled and number in known - set(table["head_rows"]):
                    faults.append(f"row {number} is empty")
            for head in table["columns"]:
                column = spot(head["column"] + "1")[1]
                seen_head = [tidy(screen.get((r, column), "")).replace("\n", "").replace(" ", "") for r in table["head_rows"]]
                last_part = tidy(head["head"][-1]).replace("\n", "").replace(" ", "")
                if last_part not in seen_head:
                    faults.append(f"column {head['column']}: head {head['head']} is not in {seen_head}")
            # Totals: whether they agree is worked out from what stands on the screen.
            for passed in table["not_data"]:
                if passed["why"] != "total" or not passed.get("figures"):
                    continue
                agrees = True
                for address, figure in passed["figures"].items():
                    column = spot(address)[1]
                    name = next(h["field"] for h in table["columns"] if spot(h["column"] + "1")[1] == column)
                    measure = kinds[name].get("measure", "")
                    total = sum((Decimal(r["values"][name].get("number", "0")) for r in table["rows"]), Decimal(0))
                    shown_total = number_on_screen(screen.get(spot(address), ""), measure)
                    if shown_total is None or Decimal(shown_total) != Decimal(figure):
                        faults.append(f"{address}: the total shows {screen.get(spot(address))!r}, not {figure}")
                    agrees = agrees and total == Decimal(figure)
                if agrees != passed["agrees"]:
                    faults.append(f"row {passed['row']}: the total {'agrees' if agrees else 'does not agree'}")
    return faults, cells


def hidden(path):
    """Sheets and rows that are not to be seen, or None where the reader does not say."""
    kind = sniff(path)
    if kind == "xlsx":
        import openpyxl
        with open(path, "rb") as file:
            made = openpyxl.load_workbook(io.BytesIO(file.read()))
        return {s.title for s in made.worksheets if s.sheet_state != "visible"}, {s.title: {n for n, d in s.row_dimensions.items() if d.hidden} for s in made.worksheets}
    if kind == "xls":
        import xlrd
        made = xlrd.open_workbook(path, formatting_info=True)
        return {s.name for s in made.sheets() if s.visibility}, {s.name: {n + 1 for n, d in s.rowinfo_map.items() if d.hidden} for s in made.sheets()}
    return None


def check_hidden(folder, case):
    path = os.path.join(folder, case["file"])
    found = None if is_text(path) else hidden(path)
    if found is None:
        return []
    sheets, rows = found
    faults = [f"sheet {o['sheet']} is to be seen" for o in case["other_sheets"] if o["why"].startswith("hidden") and o["sheet"] not in sheets]
    for table in case["tables"]:
        if table["sheet"] in sheets:
            faults.append(f"sheet {table['sheet']} is hidden")
        wanted = {r["row"] for r in table["rows"] if r.get("hidden")}
        if rows.get(table["sheet"], set()) != wanted:
            faults.append(f"hidden rows {rows.get(table['sheet'])}, not {wanted}")
    return faults


def main():
    cases = []
    for path in sorted(glob.glob(os.path.join(HERE, "seen", "*", "case.json")) + glob.glob(os.path.join(HERE, "held-back", "*", "case.json"))):
        with open(path, encoding="utf-8") as text:
            cases.append((os.path.dirname(path), json.load(text)))
    screen_of = screens(cases)
    total, bad = 0, 0
    for folder, case in cases:
        faults, cells = check(folder, case, screen_of)
        faults += check_hidden(folder, case)
        total += cells
        if faults:
            bad += 1
            print(os.path.relpath(folder, HERE))
            for fault in faults[:8]:
                print("   ", fault)
            if len(faults) > 8:
                print(f"    and {len(faults) - 8} more")
    print(f"{len(cases)} workbooks, {total} cells; {bad} workbooks with faults")
    for name, times in used.most_common():
        print(f"  {times:4d} {name}: {EXPLAINED[name]}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
