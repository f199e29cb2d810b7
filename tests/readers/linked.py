"""The pages that tables of contents in .docx files name, and those that their lines lead to as LibreOffice sets them.

linked.py FILE ...   prints {file: {named: [page, ...], pages: [page, ...]}} as JSON, a line of its table of contents an element.
"""

import json
import pathlib
import re
import sys
import tempfile

import docx
import pymupdf
from docx.oxml.ns import qn

from libreoffice import pdfs


def named(path):
    """The number at the end of each line."""
    found = []
    for paragraph in docx.Document(path).element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and re.fullmatch(r"HbContents\d", style.get(qn("w:val"))):
            found.append(int([text.text for text in paragraph.iter(qn("w:t"))][-1]))
    return found


def pages(path):
    """The page that each line leads to; one of several lines is a link of several pieces."""
    found = []
    with pymupdf.open(path) as document:
        for page in document:
            links = [link for link in page.get_links() if link["kind"] == pymupdf.LINK_GOTO]
            for link in sorted(links, key=lambda link: (round(link["from"].y0), link["from"].x0)):
                target = (link["page"], round(link["to"].y), round(link["to"].x))
                if not found or found[-1] != target:
                    found.append(target)
    return [page + 1 for page, _, _ in found]


def main():
    files = [pathlib.Path(path) for path in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as folder:
        made = pdfs(files, pathlib.Path(folder))
        print(json.dumps({str(file): {"named": named(file), "pages": pages(pdf)} for file, pdf in zip(files, made)}))


main()
