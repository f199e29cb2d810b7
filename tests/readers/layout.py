"""How LibreOffice sets .docx files, measured on its PDF.

layout.py [--png FOLDER] FILE ...   prints {file: [page, ...]} as JSON. Lengths are in mm from the page's top left corner.
    page: {lines: [{text, baseline, left, right}], number: {text, left, right, dash: [top, bottom]} or null, fonts,
           rules: [{top, bottom, left, right, color}]}
The target folder's `readers` (see `cargo xtask readers`) comes in $HUIBIAN_READERS.
"""

import argparse
import collections
import json
import pathlib
import sys
import tempfile

import pymupdf
from libreoffice import pdfs
from page import MM, TEXT_BOTTOM, ink, rules


def rows(page):
    """Characters by baseline; those that are less than 4 points apart stand on one line."""
    found, fonts = {}, collections.Counter()
    flags = pymupdf.TEXTFLAGS_RAWDICT & ~pymupdf.TEXT_PRESERVE_LIGATURES
    spans = (span for block in page.get_text("rawdict", flags=flags)["blocks"]
             for line in block.get("lines", []) for span in line["spans"])
    for span in spans:
        for character in span["chars"]:
            if not character["c"].strip():
                continue
            y = character["origin"][1]
            key = next((row for row in found if abs(row - y) < 4), y)
            found.setdefault(key, []).append(character)
            fonts[f"{span['font']} {span['size']:.1f}"] += 1
    lines = [(y * MM, sorted(row, key=lambda c: c["origin"][0])) for y, row in sorted(found.items())]
    return lines, fonts


def extent(row):
    return {"text": "".join(c["c"] for c in row), "left": row[0]["bbox"][0] * MM, "right": row[-1]["bbox"][2] * MM}


def measured(page):
    lines, fonts = rows(page)
    below = [row for y, row in lines if y > TEXT_BOTTOM]
    number = None
    if below:
        row = [character for line in below for character in line]
        number = extent(row) | {"dash": ink(page, row[0]["bbox"])}
    return {
        "lines": [extent(row) | {"baseline": y} for y, row in lines if y <= TEXT_BOTTOM],
        "number": number,
        "fonts": dict(fonts),
        "rules": rules(page),
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--png", type=pathlib.Path, help="draw every page into this folder")
    arguments.add_argument("--dpi", type=int, default=70)
    arguments.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = arguments.parse_args()
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for file, pdf in zip(arguments.files, pdfs(arguments.files, pathlib.Path(folder))):
            with pymupdf.open(pdf) as document:
                found[str(file)] = [measured(page) for page in document]
                if arguments.png:
                    arguments.png.mkdir(parents=True, exist_ok=True)
                    for number, page in enumerate(document, 1):
                        page.get_pixmap(dpi=arguments.dpi).save(arguments.png / f"{file.stem}-{number}.png")
    json.dump(found, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
