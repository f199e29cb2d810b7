"""Read workbooks with openpyxl, as they are and as LibreOffice calculates them anew.

workbook.py FILE ...   prints {file: {"charts": n, "sheets": {name: {"cached": rows, "calculated": rows,
                       "formulas": rows, "types": rows}}}} as JSON; `types` has "f" for a formula and "s" for text
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

import openpyxl


def rows(sheet, cell=lambda cell: cell.value):
    return [[cell(one) for one in row] for row in sheet.iter_rows()]


def calculated(path):
    """What the formulas come to. openpyxl saves no results, so that LibreOffice has none to believe."""
    with tempfile.TemporaryDirectory() as folder:
        bare, made = pathlib.Path(folder, "bare.xlsx"), pathlib.Path(folder, "made")
        openpyxl.load_workbook(path).save(bare)
        profile = pathlib.Path(folder, "profile").as_uri()
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx", "--outdir", made, bare],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return openpyxl.load_workbook(made / "bare.xlsx", data_only=True)


def read(path):
    with zipfile.ZipFile(path) as package:
        charts = sum(name.startswith("xl/charts/chart") for name in package.namelist())
    cached, formulas, anew = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path), calculated(path)
    sheets = {
        sheet.title: {
            "cached": rows(cached[sheet.title]),
            "calculated": rows(anew[sheet.title]),
            "formulas": rows(sheet),
            "types": rows(sheet, lambda cell: cell.data_type),
        }
        for sheet in formulas
    }
    return {"charts": charts, "sheets": sheets}


print(json.dumps({path: read(path) for path in sys.argv[1:]}, ensure_ascii=False))
