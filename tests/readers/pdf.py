"""What stands where in PDFs, and what they say.

pdf.py FILE ...   prints {file: {title, shows_title, accessible, outline, fonts, pages: [{lines: [{text, baseline, left, right}], dash, rules}]}} as JSON.
Lengths are in mm from the page's top left corner; `dash` is the top and bottom of the ink below the text area.
"""

import json
import sys

import pymupdf
from page import MM, TEXT_BOTTOM, ink, rules


def measured(page):
    found = {}
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                for c in span["chars"]:
                    if c["c"].strip():
                        y = c["origin"][1]
                        row = next((row for row in found if abs(row - y) < 2), y)
                        found.setdefault(row, []).append(c)
    rows = [(y * MM, sorted(row, key=lambda c: c["origin"][0])) for y, row in sorted(found.items())]
    below = [row for y, row in rows if y > TEXT_BOTTOM]
    return {
        "lines": [{
            "text": "".join(c["c"] for c in row),
            "baseline": y,
            "left": row[0]["origin"][0] * MM,
            "right": row[-1]["bbox"][2] * MM,
        } for y, row in rows],
        "dash": ink(page, below[-1][0]["bbox"]) if below else None,
        "rules": rules(page),
    }


def read(path):
    document = pymupdf.open(path)
    return {
        "title": document.metadata["title"],
        "shows_title": document.xref_get_key(document.pdf_catalog(), "ViewerPreferences/DisplayDocTitle")[1] == "true",
        "accessible": "pdfuaid:part" in document.get_xml_metadata(),
        "outline": [[level, words] for level, words, _ in document.get_toc()],
        "fonts": sorted({font[3] for page in document for font in page.get_fonts()}),
        "pages": [measured(page) for page in document],
    }


print(json.dumps({path: read(path) for path in sys.argv[1:]}, ensure_ascii=False))
