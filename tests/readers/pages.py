"""What the pages of .docx files say as LibreOffice sets them, and what those of PDFs say.

pages.py FILE ...   prints {file: [{lines, begins, text, width, height, beyond}, ...]} as JSON, a page an element.
`text` is without any space and in the order in which it was set: cell after cell, page number last as a rule; U+FFFC stands
for the dots and the page of a line in a table of contents. Lengths are in mm; `beyond` is what stands outside of the page.
"""

import json
import pathlib
import re
import sys
import tempfile

import pymupdf

MM = 25.4 / 72
LINE_OF_CONTENTS = re.compile(r"\.{2,}\d+$")
FLAGS = pymupdf.TEXTFLAGS_RAWDICT & ~pymupdf.TEXT_PRESERVE_LIGATURES & ~pymupdf.TEXT_MEDIABOX_CLIP


def join(line, character):
    """Puts a character where it stands in a line: one of a face that stands in for another is set after the rest."""
    x, end, size = character["origin"][0], character["bbox"][2], character["bbox"][2] - character["bbox"][0]
    if abs(line[-1]["origin"][1] - character["origin"][1]) > 0.5:
        return False
    at = sum(1 for other in line if other["origin"][0] <= x)
    if at == len(line):
        line.append(character)
        return True
    before = x - line[at - 1]["bbox"][2] if at else 0
    after = line[at]["origin"][0] - end
    # Two of them may open a line.
    if before < -size / 3 or after < -size / 3 or (at == 0 and after > size * 1.5):
        return False
    line.insert(at, character)
    return True


def read(page):
    characters = [character for block in page.get_text("rawdict", flags=FLAGS)["blocks"]
                  for line in block.get("lines", []) for span in line["spans"] for character in span["chars"]
                  if character["c"].strip()]
    lines = []
    for character in characters:
        if not (lines and join(lines[-1], character)):
            lines.append([character])
    width, height = page.rect.width, page.rect.height
    beyond = [character["c"] for character in characters
              if not (0 <= character["origin"][0] and character["bbox"][2] <= width
                      and 0 <= character["origin"][1] <= height)]
    return {
        "lines": ["".join(character["c"] for character in line) for line in lines],
        "text": "".join(LINE_OF_CONTENTS.sub("\ufffc", "".join(character["c"] for character in line)) for line in lines),
        "begins": [line[0]["origin"][0] * MM for line in lines],
        "width": width * MM,
        "height": height * MM,
        "beyond": "".join(beyond),
    }


def main():
    files = [pathlib.Path(path) for path in sys.argv[1:]]
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        packages = [file for file in files if file.suffix == ".docx"]
        if packages:
            from libreoffice import pdfs
            made = dict(zip(packages, pdfs(packages, pathlib.Path(folder))))
        for file in files:
            with pymupdf.open(made[file] if file.suffix == ".docx" else file) as document:
                found[str(file)] = [read(page) for page in document]
    json.dump(found, sys.stdout, ensure_ascii=False)


main()
