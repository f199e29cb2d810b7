"""What .docx files and web pages say, without any space: python-docx opens the ones, lxml parses the others.

said.py FILE ...   prints {file: {text, notes: [...], alts: [...]}} as JSON.
The sign of a footnote is its number in brackets; a line of a table of contents ends with U+FFFC.
"""

import json
import pathlib
import sys

import docx
import lxml.html
from docx.oxml.ns import qn
from lxml import etree

LINE_OF_CONTENTS = "\ufffc"


def bare(text):
    return "".join(text.split())


def hanzi(number):
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


class Lists:
    """The labels that Word puts before the items of lists."""

    def __init__(self, document):
        self.reached = {}
        self.levels = {}
        for relationship in document.part.rels.values():
            if relationship.reltype.endswith("/numbering"):
                root = etree.fromstring(relationship.target_part.blob)
                levels = {found.get(qn("w:abstractNumId")): found.find(qn("w:lvl"))
                          for found in root.findall(qn("w:abstractNum"))}
                self.levels = {found.get(qn("w:numId")): levels[found.find(qn("w:abstractNumId")).get(qn("w:val"))]
                               for found in root.findall(qn("w:num"))}

    def label(self, paragraph):
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if found is None:
            return ""
        number = found.get(qn("w:val"))
        self.reached[number] = self.reached.get(number, 0) + 1
        level = self.levels[number]
        is_hanzi = level.find(qn("w:numFmt")).get(qn("w:val")).startswith("chinese")
        reached = hanzi(self.reached[number]) if is_hanzi else str(self.reached[number])
        return level.find(qn("w:lvlText")).get(qn("w:val")).replace("%1", reached)


def words(element, lists=None):
    """The text of runs, in order; what a field shows counts, its instruction does not."""
    said = []
    for paragraph in element.iter(qn("w:p")):
        if lists:
            said.append(lists.label(paragraph))
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        listed = style is not None and style.get(qn("w:val")).startswith("HbContents") and \
            style.get(qn("w:val")) != "HbContentsTitle"
        for part in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:footnoteReference")):
            if part.getparent().tag != qn("w:r"):
                continue
            if part.tag == qn("w:t"):
                said.append(part.text or "")
            elif part.tag == qn("w:footnoteReference"):
                said.append(f"[{part.get(qn('w:id'))}]")
            elif listed:
                said.append(LINE_OF_CONTENTS)
                break
    return bare("".join(said))


def package(path):
    document = docx.Document(path)
    notes = []
    for relationship in document.part.rels.values():
        if relationship.reltype.endswith("/footnotes"):
            root = etree.fromstring(relationship.target_part.blob)
            notes = [words(note) for note in root if note.get(qn("w:type")) is None]
    drawings = document.element.body.iter(
        "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    return {
        "text": words(document.element.body, Lists(document)),
        "notes": notes,
        "alts": [bare(drawing.get("descr") or "") for drawing in drawings],
    }


def page(path):
    root = lxml.html.fromstring(pathlib.Path(path).read_bytes())
    article = root.find(".//article")
    for line in article.xpath(".//p[starts-with(@class, 'contents level')]"):
        line.append(etree.Element("span"))
        line[-1].text = LINE_OF_CONTENTS
    notes = []
    for note in article.findall(".//p[@class='footnote']"):
        sign, said = note[0].text, bare(note.text_content())
        assert sign == f"[{len(notes) + 1}]" and said.startswith(sign), said
        notes.append(said[len(sign):])
    for section in article.findall(".//section[@class='footnotes']"):
        section.getparent().remove(section)
    return {
        "text": bare(article.text_content()),
        "notes": notes,
        "alts": [bare(image.get("alt")) for image in article.iter("img")],
    }


def main():
    read = {".docx": package, ".html": page}
    json.dump({path: read[pathlib.Path(path).suffix](path) for path in sys.argv[1:]}, sys.stdout, ensure_ascii=False)


main()
