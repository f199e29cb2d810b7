"""A workbook as a person sees it, and its writers: .xlsx, .xls, .xlsb, .ods, .csv.

Knows cells, number formats and sheets; knows nothing of units, fields or cases."""

import csv
import datetime as dt
import io
import os
import shutil
import struct
import subprocess
import tempfile
import zipfile
from decimal import ROUND_HALF_UP, Decimal

import xlsxwriter
import xlwt

MADE = dt.datetime(2023, 7, 3, 9, 0, 0)


class Cell:
    """One cell: what is stored, and the number format that it is shown by."""

    def __init__(self, value=None, fmt=None, formula=None, error=None, comment=None, rich=None, link=None):
        self.value, self.fmt, self.formula, self.error = value, fmt, formula, error
        self.comment, self.rich, self.link = comment, rich, link

    @property
    def empty(self):
        return self.value is None and self.error is None and not self.formula


class Sheet:
    def __init__(self, name):
        self.name, self.cells, self.merges = name, {}, []
        self.hidden_rows, self.hidden_columns, self.state = set(), set(), "visible"
        self.freeze, self.chart, self.filter, self.colours = None, False, None, {}

    def put(self, row, column, cell):
        self.cells[(row, column)] = cell if isinstance(cell, Cell) else Cell(cell)

    def merge(self, r1, c1, r2, c2):
        if (r1, c1) != (r2, c2):
            self.merges.append((r1, c1, r2, c2))

    @property
    def size(self):
        rows = [r for r, _ in self.cells] or [0]
        columns = [c for _, c in self.cells] or [0]
        return max(rows), max(columns)


class Book:
    def __init__(self):
        self.sheets, self.date1904 = [], False

    def sheet(self, name):
        self.sheets.append(Sheet(name))
        return self.sheets[-1]


def letters(column):
    out = ""
    while column:
        column, rest = divmod(column - 1, 26)
        out = chr(65 + rest) + out
    return out


def address(row, column):
    return f"{letters(column)}{row}"


# What a number format shows.

def _fixed(value, places, thousands=False):
    number = Decimal(repr(value) if isinstance(value, float) else str(value))
    number = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{number:,}" if thousands else f"{number:f}"


def _accounting(value):
    return "-" if value == 0 else _fixed(value, 2, True)


FORMATS = {
    "0": lambda v: _fixed(v, 0),
    "0.0": lambda v: _fixed(v, 1),
    "0.00": lambda v: _fixed(v, 2),
    "#,##0": lambda v: _fixed(v, 0, True),
    "#,##0.00": lambda v: _fixed(v, 2, True),
    "#,##0.00_);(#,##0.00)": lambda v: f"({_fixed(-v, 2, True)})" if v < 0 else _fixed(v, 2, True),
    "#,##0_);[Red](#,##0)": lambda v: f"({_fixed(-v, 0, True)})" if v < 0 else _fixed(v, 0, True),
    "0.00;[Red]0.00": lambda v: _fixed(abs(v), 2),
    '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ': _accounting,
    "0%": lambda v: _fixed(Decimal(repr(v)) * 100, 0) + "%",
    "0.0%": lambda v: _fixed(Decimal(repr(v)) * 100, 1) + "%",
    "0.00%": lambda v: _fixed(Decimal(repr(v)) * 100, 2) + "%",
    '0"万"': lambda v: _fixed(v, 0) + "万",
    '0.00"万元"': lambda v: _fixed(v, 2) + "万元",
    '0\\.0,"万"': lambda v: _wan(v),
    '0.0,"千"': lambda v: _fixed(Decimal(str(v)) / 1000, 1) + "千",
    "0.00,": lambda v: _fixed(Decimal(str(v)) / 1000, 2),
    '"¥"#,##0.00': lambda v: ("-" if v < 0 else "") + "¥" + _fixed(abs(v), 2, True),
    '"$"#,##0.00': lambda v: ("-" if v < 0 else "") + "$" + _fixed(abs(v), 2, True),
    "00000": lambda v: f"{v:05d}",
    "0.00E+00": lambda v: _scientific(v),
    "# ?/?": lambda v: _fraction(v),
    "0;-0;;@": lambda v: "" if v == 0 else _fixed(v, 0),
    ";;;": lambda v: "",
    "@": lambda v: _general(v),
}

DATES = {
    "yyyy-mm-dd": "{0.year}-{0.month:02}-{0.day:02}",
    "yyyy/m/d": "{0.year}/{0.month}/{0.day}",
    "yyyy.mm.dd": "{0.year}.{0.month:02}.{0.day:02}",
    'yyyy"年"m"月"d"日"': "{0.year}年{0.month}月{0.day}日",
    'm"月"d"日"': "{0.month}月{0.day}日",
    'yyyy"年"m"月"': "{0.year}年{0.month}月",
    "mm/dd/yyyy": "{0.month:02}/{0.day:02}/{0.year}",
    "dd/mm/yyyy": "{0.day:02}/{0.month:02}/{0.year}",
    "yyyy-mm-dd hh:mm": "{0.year}-{0.month:02}-{0.day:02} {0.hour:02}:{0.minute:02}",
}


def _wan(value):
    tenths = _fixed(Decimal(str(value)) / 1000, 0)
    return f"{tenths[:-1] or '0'}.{tenths[-1]}万"


def _scientific(value):
    return f"{Decimal(str(value)):.2E}".replace("E+", "E+0") if abs(value) < 1e10 else f"{Decimal(str(value)):.2E}"


def _fraction(value):
    from fractions import Fraction
    part = Fraction(value).limit_denominator(9)
    whole, rest = divmod(part.numerator, part.denominator)
    if not rest:
        return f"{whole}"
    return (f"{whole} " if whole else "") + f"{rest}/{part.denominator}"


def _general(value):
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        if abs(value) >= 10**11:
            return f"{Decimal(value):.5E}".replace("E+", "E+")
        return str(value)
    if isinstance(value, float):
        text = repr(round(value, 9))
        return text[:-2] if text.endswith(".0") else text
    return str(value)


def shown(cell):
    """The text that stands in the cell on the screen."""
    if cell is None or cell.empty:
        return ""
    if cell.error:
        return cell.error
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (dt.date, dt.datetime)):
        return DATES[cell.fmt].format(value)
    if isinstance(value, bool):
        return _general(value)
    if cell.fmt in DATES:
        return DATES[cell.fmt].format(dt.datetime(1899, 12, 30) + dt.timedelta(days=value))
    if cell.fmt in FORMATS:
        return FORMATS[cell.fmt](value)
    if cell.fmt:                        # 0"次" and the like
        return _fixed(value, 0) + cell.fmt[2:-1]
    return _general(value)


def serial(value, date1904=False):
    base = dt.datetime(1904, 1, 1) if date1904 else dt.datetime(1899, 12, 30)
    if not isinstance(value, dt.datetime):
        value = dt.datetime(value.year, value.month, value.day)
    delta = value - base
    days = delta.days + delta.seconds / 86400
    return days


# .xlsx

ERROR_CODES = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#NUM!": 0x24, "#N/A": 0x2A}


def write_xlsx(book, path):
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    if book.date1904:
        options["date_1904"] = True
    out = xlsxwriter.Workbook(path, options)
    out.set_properties({"created": MADE, "author": ""})
    formats = {}

    def style(fmt, wrap=False, colour=None, head=False):
        key = (fmt, wrap, colour)
        if key not in formats:
            props = {}
            if fmt:
                props["num_format"] = fmt
            if wrap:
                props["text_wrap"] = True
            if colour:
                props["bg_color"] = colour
            formats[key] = out.add_format(props) if props else None
        return formats[key]

    first_visible = None
    for sheet in book.sheets:
        if sheet.chart:
            chart = out.add_chart({"type": "column"})
            data = book.sheets[0].name
            chart.add_series({"name": "图", "values": [data, 4, 2, 8, 2]})
            page = out.add_chartsheet(sheet.name)
            page.set_chart(chart)
            continue
        page = out.add_worksheet(sheet.name)
        if sheet.state == "hidden":
            page.hide()
        elif sheet.state == "veryHidden":
            page.very_hidden()
        elif first_visible is None:
            first_visible = page
            page.activate()
            page.set_first_sheet()
        if sheet.freeze:
            page.freeze_panes(*sheet.freeze)
        covered = {}
        for r1, c1, r2, c2 in sheet.merges:
            page.merge_range(r1 - 1, c1 - 1, r2 - 1, c2 - 1, "")
            covered[(r1, c1)] = True
        for (row, column), cell in sorted(sheet.cells.items()):
            r, c = row - 1, column - 1
            value = cell.value
            wrap = isinstance(value, str) and "\n" in value
            look = style(cell.fmt, wrap, sheet.colours.get((row, column)))
            if cell.formula and cell.error:
                page.write_formula(r, c, cell.formula, look, cell.error)
            elif cell.formula:
                result = value
                if isinstance(value, bool):
                    result = value
                elif isinstance(value, (dt.date, dt.datetime)):
                    result = serial(value, book.date1904)
                page.write_formula(r, c, cell.formula, look, "" if result is None else result)
            elif cell.error:
                page.write_formula(r, c, {"#N/A": "=NA()", "#DIV/0!": "=1/0"}.get(cell.error, "=#REF!+1"), look, cell.error)
            elif value is None:
                if look is not None:
                    page.write_blank(r, c, None, look)
            elif cell.rich:
                bold = out.add_format({"bold": True})
                page.write_rich_string(r, c, *[part for text in cell.rich for part in ((bold, text) if text is cell.rich[0] else (text,))])
            elif cell.link:
                page.write_url(r, c, cell.link, look, value)
            elif isinstance(value, bool):
                page.write_boolean(r, c, value, look)
            elif isinstance(value, (dt.date, dt.datetime)):
                page.write_number(r, c, serial(value, book.date1904), look)
            elif isinstance(value, (int, float)):
                page.write_number(r, c, value, look)
            elif isinstance(value, str):
                page.write_string(r, c, value, look)
            if cell.comment:
                page.write_comment(r, c, cell.comment, {"author": ""})
        for row in sheet.hidden_rows:
            page.set_row(row - 1, None, None, {"hidden": True})
        for column in sheet.hidden_columns:
            page.set_column(column - 1, column - 1, None, None, {"hidden": True})
        if sheet.filter:
            page.autofilter(*sheet.filter)
    out.close()


def rewrite_zip(path, change=lambda name, data: data):
    """Every part through `change`, with fixed times; a part for which it gives None is left out."""
    with zipfile.ZipFile(path) as old:
        parts = [(info.filename, info.compress_type, change(info.filename, old.read(info))) for info in old.infolist()]
    with zipfile.ZipFile(path, "w") as new:
        for name, how, data in parts:
            if data is not None:
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = how
                new.writestr(info, data)


# .xls by xlwt

def write_xls(book, path):
    out = xlwt.Workbook(encoding="utf-8")
    out.dates_1904 = 1 if book.date1904 else 0
    styles = {}

    def style(fmt):
        if fmt not in styles:
            made = xlwt.XFStyle()
            if fmt:
                made.num_format_str = fmt
            styles[fmt] = made
        return styles[fmt]

    for number, sheet in enumerate(book.sheets):
        page = out.add_sheet(sheet.name, cell_overwrite_ok=True)
        page.visibility = {"visible": 0, "hidden": 1, "veryHidden": 2}[sheet.state]
        if sheet.freeze:
            page.set_panes_frozen(True)
            page.set_horz_split_pos(sheet.freeze[0])
            page.set_vert_split_pos(sheet.freeze[1])
        merged = {(r1, c1): (r1, c1, r2, c2) for r1, c1, r2, c2 in sheet.merges}
        for (row, column), cell in sorted(sheet.cells.items()):
            value = cell.value
            if cell.error:
                page.row(row - 1).set_cell_error(column - 1, ERROR_CODES[cell.error], style(cell.fmt))
                continue
            if isinstance(value, (dt.date, dt.datetime)):
                value = serial(value, book.date1904)
            if value is None:
                if cell.fmt:
                    page.write(row - 1, column - 1, None, style(cell.fmt))
                continue
            if (row, column) in merged:
                r1, c1, r2, c2 = merged[(row, column)]
                page.write_merge(r1 - 1, r2 - 1, c1 - 1, c2 - 1, value, style(cell.fmt))
            else:
                page.write(row - 1, column - 1, value, style(cell.fmt))
        for row in sheet.hidden_rows:
            page.row(row - 1).hidden = True
        for column in sheet.hidden_columns:
            page.col(column - 1).hidden = True
    out.active_sheet = next(i for i, s in enumerate(book.sheets) if s.state == "visible")
    out.save(path)


# .xlsb, record by record

def _record(kind, data=b""):
    head = bytes([kind & 0x7F]) if kind < 0x80 else bytes([(kind & 0x7F) | 0x80, kind >> 7])
    size, length = b"", len(data)
    while True:
        byte = length & 0x7F
        length >>= 7
        size += bytes([byte | (0x80 if length else 0)])
        if not length:
            break
    return head + size + data


def _wide(text):
    units = text.encode("utf-16-le")
    return struct.pack("<I", len(units) // 2) + units


def write_xlsb(book, path):
    built_in = {None: 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10}
    codes, looks, strings = {}, {None: 0}, {}

    def look(fmt):
        if fmt not in looks:
            looks[fmt] = len(looks)
            if fmt not in built_in:
                codes[fmt] = 164 + len(codes)
        return looks[fmt]

    sheets = []
    for sheet in book.sheets:
        rows, columns = sheet.size
        data = _record(129)
        data += _record(148, struct.pack("<IIII", 0, max(rows - 1, 0), 0, max(columns - 1, 0)))
        hidden = sorted(sheet.hidden_columns)
        if hidden:
            data += _record(390)
            for column in hidden:
                data += _record(60, struct.pack("<IIIIH", column - 1, column - 1, 2304, 0, 1))
            data += _record(391)
        data += _record(145)
        for row in range(1, rows + 1):
            cells = sorted((c, cell) for (r, c), cell in sheet.cells.items() if r == row)
            if not cells:
                continue
            flags = 0x10 << 8 if row in sheet.hidden_rows else 0
            spans = struct.pack("<III", 1, cells[0][0] - 1, cells[-1][0] - 1)
            data += _record(0, struct.pack("<IIH", row - 1, 0, 300) + struct.pack("<BBB", 0, (0x10 if row in sheet.hidden_rows else 0), 0) + spans)
            for column, cell in cells:
                start = struct.pack("<II", column - 1, look(cell.fmt))
                value = cell.value
                if isinstance(value, (dt.date, dt.datetime)):
                    value = serial(value, book.date1904)
                code = ERROR_CODES.get(cell.error)
                # A formula's tokens are its own result, as a constant.
                tokens = b"\x1c" + bytes([code]) if cell.error else b"\x1f" + struct.pack("<d", value) if isinstance(value, (int, float)) else b""
                constant = struct.pack("<HI", 0, len(tokens)) + tokens + struct.pack("<I", 0)
                if cell.error and cell.formula:
                    data += _record(11, start + struct.pack("<B", code) + constant)
                elif cell.error:
                    data += _record(3, start + struct.pack("<B", code))
                elif value is None:
                    data += _record(1, start)
                elif isinstance(value, bool):
                    data += _record(4, start + struct.pack("<B", value))
                elif isinstance(value, (int, float)) and cell.formula:
                    data += _record(9, start + struct.pack("<d", value) + constant)
                elif isinstance(value, int) and abs(value) < 2**28:
                    data += _record(2, start + struct.pack("<i", (value << 2) | 2))
                elif isinstance(value, (int, float)):
                    data += _record(5, start + struct.pack("<d", value))
                else:
                    data += _record(7, start + struct.pack("<I", strings.setdefault(value, len(strings))))
        data += _record(146)
        if sheet.merges:
            data += _record(177, struct.pack("<I", len(sheet.merges)))
            for r1, c1, r2, c2 in sheet.merges:
                data += _record(176, struct.pack("<IIII", r1 - 1, r2 - 1, c1 - 1, c2 - 1))
            data += _record(178)
        data += _record(130)
        sheets.append(data)

    styles = _record(278)
    if codes:
        styles += _record(615, struct.pack("<I", len(codes)))
        for fmt, number in codes.items():
            styles += _record(44, struct.pack("<H", number) + _wide(fmt))
        styles += _record(616)
    font = struct.pack("<HHHHBBBB", 220, 0, 400, 0, 0, 2, 0, 0) + b"\x01\x01\x00\x00\x00\x00\x00\xff" + b"\x00" + _wide("Calibri")
    styles += _record(611, struct.pack("<I", 1)) + _record(43, font) + _record(612)
    fill = struct.pack("<I", 0) + b"\x01\x40\x00\x00\x00\x00\x00\xff" + b"\x01\x41\x00\x00\xff\xff\xff\xff" + struct.pack("<I", 0) + b"\x00" * 40 + struct.pack("<I", 0)
    styles += _record(603, struct.pack("<I", 1)) + _record(45, fill) + _record(604)
    side = b"\x00\x00" + b"\x01\x00\x00\x00\x00\x00\x00\x00"
    styles += _record(613, struct.pack("<I", 1)) + _record(46, b"\x00" + side * 5) + _record(614)
    xf = lambda parent, number: struct.pack("<HHHHHBBHBB", parent, number, 0, 0, 0, 0, 0, 0x1010, 0x3F if parent == 0xFFFF else 0x01, 0)
    styles += _record(626, struct.pack("<I", 1)) + _record(47, xf(0xFFFF, 0)) + _record(627)
    styles += _record(617, struct.pack("<I", len(looks)))
    for fmt in looks:
        styles += _record(47, xf(0, built_in.get(fmt, codes.get(fmt, 0))))
    styles += _record(618)
    styles += _record(619, struct.pack("<I", 1)) + _record(48, struct.pack("<IHBB", 0, 1, 0, 0) + _wide("Normal")) + _record(620)
    styles += _record(279)

    shared = _record(159, struct.pack("<II", len(strings), len(strings)))
    for text in strings:
        shared += _record(19, b"\x00" + _wide(text))
    shared += _record(160)
    workbook = _record(131) + _record(153, struct.pack("<II", (1 if book.date1904 else 0), 0) + _wide(""))
    workbook += _record(135) + _record(158, struct.pack("<IIIIIIIB", 0, 0, 20000, 12000, 600, 0, next(i for i, s in enumerate(book.sheets) if s.state == "visible"), 0x78)) + _record(136)
    workbook += _record(143)
    for number, sheet in enumerate(book.sheets, 1):
        state = {"visible": 0, "hidden": 1, "veryHidden": 2}[sheet.state]
        workbook += _record(156, struct.pack("<II", state, number) + _wide(f"rId{number}") + _wide(sheet.name))
    workbook += _record(144) + _record(132)

    ns = "http://schemas.openxmlformats.org"
    count = len(sheets)
    types = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' f'<Types xmlns="{ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>' + "".join(f'<Override PartName="/xl/worksheets/sheet{i}.bin" ContentType="application/vnd.ms-excel.worksheet"/>' for i in range(1, count + 1)) + '<Override PartName="/xl/styles.bin" ContentType="application/vnd.ms-excel.styles"/><Override PartName="/xl/sharedStrings.bin" ContentType="application/vnd.ms-excel.sharedStrings"/></Types>'
    relation = ns + "/officeDocument/2006/relationships"
    root = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="rId1" Type="{relation}/officeDocument" Target="xl/workbook.bin"/></Relationships>'
    inner = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="{ns}/package/2006/relationships">' + "".join(f'<Relationship Id="rId{i}" Type="{relation}/worksheet" Target="worksheets/sheet{i}.bin"/>' for i in range(1, count + 1)) + f'<Relationship Id="rId{count + 1}" Type="{relation}/styles" Target="styles.bin"/><Relationship Id="rId{count + 2}" Type="{relation}/sharedStrings" Target="sharedStrings.bin"/></Relationships>'
    parts = [("[Content_Types].xml", types.encode()), ("_rels/.rels", root.encode()), ("xl/workbook.bin", workbook), ("xl/_rels/workbook.bin.rels", inner.encode()), ("xl/styles.bin", styles), ("xl/sharedStrings.bin", shared)]
    parts += [(f"xl/worksheets/sheet{i}.bin", data) for i, data in enumerate(sheets, 1)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, data)


# .csv: what is shown, as Excel saves it

def grid(sheet):
    rows, columns = sheet.size
    under = {(r, c) for r1, c1, r2, c2 in sheet.merges for r in range(r1, r2 + 1) for c in range(c1, c2 + 1)}
    under -= {(r1, c1) for r1, c1, _, _ in sheet.merges}
    return [[("" if (r, c) in under else shown(sheet.cells.get((r, c)))) for c in range(1, columns + 1)] for r in range(1, rows + 1)]


def write_csv(sheet, path, encoding="utf-8", delimiter=",", ending="\r\n", first=None, quote_all=False):
    text = io.StringIO()
    how = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=delimiter, lineterminator=ending, quoting=how).writerows(grid(sheet))
    body = (first or "") + text.getvalue()
    with open(path, "wb") as out:
        out.write(body.encode(encoding))


# By LibreOffice: for .ods, and .xls with formulas

def convert(paths, kind, folder):
    """Each of `paths` as `kind` in `folder`, in one call."""
    if not paths:
        return
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["nice", "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", kind, "--outdir", folder, *paths],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
