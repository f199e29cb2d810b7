"""The lines of tables of contents in .docx files, as they stand there and once LibreOffice has renewed them.

contents.py FILE ...   prints {file: {stands: [words, ...], renewed: [words, ...]}} as JSON, without spaces, dots and page numbers.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import docx
from docx.oxml.ns import qn
from lxml import etree

from libreoffice import environment

HERE = pathlib.Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"



def stands(path):
    found = []
    for paragraph in docx.Document(path).element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and re.fullmatch(r"HbContents\d", style.get(qn("w:val"))):
            words = []
            for part in paragraph.iter(qn("w:t"), qn("w:tab")):
                if part.tag == qn("w:tab"):
                    break
                words.append(part.text or "")
            found.append("".join("".join(words).split()))
    return found


def said(element):
    """Words of a line before its dots."""
    words = [element.text or ""]
    for child in element:
        if child.tag == TEXT + "tab":
            return "".join(words), True
        inner, ends = said(child)
        words.append(inner)
        if ends:
            return "".join(words), True
        words.append(child.tail or "")
    return "".join(words), False


def renewed(path):
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("content.xml"))
    lines = (line for body in root.iter(TEXT + "index-body") for line in body.iter(TEXT + "p"))
    return ["".join(said(line)[0].split()) for line in lines]


def main():
    files = [pathlib.Path(path) for path in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        copies = []
        for number, file in enumerate(files):
            copies.append(folder / f"{number:03}.docx")
            copies[-1].write_bytes(file.read_bytes())
        pipe = f"contents{os.getpid()}"
        office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
             f"--accept=pipe,name={pipe};urp;"],
            env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            subprocess.run([SYSTEM_PYTHON, HERE / "renew.py", pipe, *copies], check=True, timeout=600)
            office.wait(timeout=60)
        finally:
            office.kill()
        found = {str(file): {"stands": stands(file), "renewed": renewed(f"{copy}.odt")}
                 for file, copy in zip(files, copies)}
    print(json.dumps(found, ensure_ascii=False))


main()
