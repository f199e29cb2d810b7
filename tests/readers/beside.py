"""Pages of .docx files as LibreOffice sets them, to be held against each other.

beside.py FILE ...   prints {file: [page, ...]} as JSON. A page is what layout.py measures, and `squares`: how dark each square
of 5 mm is, 0 for black and 255 for white, row by row.
The target folder's `readers` (see `cargo xtask readers`) comes in $HUIBIAN_READERS.
"""

import json
import pathlib
import sys
import tempfile

import pymupdf
from layout import measured
from libreoffice import pdfs
from page import MM

# A square is 2 to the power of this many pixels wide.
HALVINGS, SQUARE = 4, 5


def squares(page):
    zoom = MM * 2 ** HALVINGS / SQUARE
    pixels = page.get_pixmap(matrix=pymupdf.Matrix(zoom, zoom), colorspace=pymupdf.csGRAY)
    pixels.shrink(HALVINGS)
    return list(pixels.samples)


def main():
    files = [pathlib.Path(path) for path in sys.argv[1:]]
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for file, pdf in zip(files, pdfs(files, pathlib.Path(folder))):
            with pymupdf.open(pdf) as document:
                found[str(file)] = [measured(page) | {"squares": squares(page)} for page in document]
    json.dump(found, sys.stdout, ensure_ascii=False)


main()
