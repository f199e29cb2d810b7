"""Reports as Word files, as clerks keep them: runs split at odd places, direct formatting, tables, lists.

Knows blocks and segments; knows nothing of kinds of reports."""

import io
import random
import zipfile
from copy import deepcopy

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

FACES = {"title": "方正小标宋简体", "heading": "黑体", "second": "楷体_GB2312", "body": "仿宋_GB2312"}


def text_of(segments):
    return "".join(s if isinstance(s, str) else s["text"] for s in segments)


def template():
    """python-docx's own beginning, without what makes it large."""
    made = Document()
    styles = made.styles.element
    keep = {"Normal", "Heading 1", "Heading 2", "Title", "List Number", "List Bullet", "List Paragraph", "Table Grid", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer"}
    for style in list(styles.findall(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in {k for k in keep} | {k.lower() for k in keep}:
            styles.remove(style)
    latent = styles.find(qn("w:latentStyles"))
    if latent is not None:
        styles.remove(latent)
    return made


class Writer:
    def __init__(self, looks, seed):
        self.rng = random.Random(seed)
        self.looks = looks
        self.made = template()
        self.body = self.made.element.body
        self.bookmarks = 0

    def run(self, paragraph, text, face, size, bold=False, underline=False, colour=None):
        for n, line in enumerate(text.split("\n")):
            run = paragraph.add_run()
            if n:
                run.add_break()
            for m, part in enumerate(line.split("\t")):
                if m:
                    run.add_tab()
                if part:
                    element = OxmlElement("w:t")
                    element.text = part
                    element.set(qn("xml:space"), "preserve")
                    run._r.append(element)
            if size:
                run.font.size = Pt(size)
            if bold:
                run.bold = True
            if underline:
                run.underline = True
            if face:
                fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
                fonts.set(qn("w:eastAsia"), face)
                fonts.set(qn("w:ascii"), "Times New Roman" if "latin" in self.looks else face)
                if self.rng.random() < 0.3:
                    fonts.set(qn("w:hint"), "eastAsia")
            if "rsid" in self.looks:
                run._r.set(qn("w:rsidR"), f"00{self.rng.randrange(16**6):06X}")
        return run

    def pieces(self, text):
        """`text` as runs: whole, or broken where an editor happened to."""
        if "messy" not in self.looks or len(text) < 4:
            return [text]
        cuts = sorted(self.rng.sample(range(1, len(text)), min(len(text) - 1, self.rng.choice([0, 1, 2, 3, 5]))))
        return [text[a:b] for a, b in zip([0] + cuts, cuts + [len(text)])]

    def fill(self, paragraph, segments, face, size, bold=False):
        segments = list(segments)
        if "merged-runs" in self.looks or "messy" in self.looks and self.rng.random() < 0.5:
            segments = ["".join(s if isinstance(s, str) else s["text"] for s in segments)] if not any(isinstance(s, dict) and s.get("underlined") for s in segments) else segments
        for segment in segments:
            text = segment if isinstance(segment, str) else segment["text"]
            if not text:
                continue
            marked = isinstance(segment, dict) and segment.get("underlined")
            coloured = isinstance(segment, dict) and "coloured" in self.looks
            for piece in self.pieces(text):
                run = self.run(paragraph, piece, face, size, bold or (coloured and self.rng.random() < 0.5), underline=bool(marked))
                if "proof" in self.looks and self.rng.random() < 0.2:
                    mark = OxmlElement("w:proofErr")
                    mark.set(qn("w:type"), "spellStart")
                    run._r.addprevious(mark)
                if "bookmarks" in self.looks and self.rng.random() < 0.1:
                    self.bookmarks += 1
                    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
                        mark = OxmlElement(tag)
                        mark.set(qn("w:id"), str(self.bookmarks))
                        if tag == "w:bookmarkStart":
                            mark.set(qn("w:name"), f"OLE_LINK{self.bookmarks}")
                        run._r.addnext(mark)
                if "tracked" in self.looks and isinstance(segment, dict) and self.rng.random() < 0.4 and not marked:
                    self.track(run)

    def track(self, run):
        """The run as an insertion, beside a deletion that is no text any more."""
        ins, gone = OxmlElement("w:ins"), OxmlElement("w:del")
        for n, mark in enumerate((ins, gone)):
            self.bookmarks += 1
            mark.set(qn("w:id"), str(1000 + self.bookmarks))
            mark.set(qn("w:author"), "Office")
            mark.set(qn("w:date"), "2023-07-04T09:00:00Z")
        run._r.addprevious(gone)
        run._r.addprevious(ins)
        ins.append(run._r)
        old = OxmlElement("w:r")
        text = OxmlElement("w:delText")
        text.text = "0"
        old.append(text)
        gone.append(old)

    def block(self, block):
        kind = block["type"]
        if kind == "table":
            return self.table(block)
        styled = "styles" in self.looks
        names = {"title": "Title", "heading": "Heading 1", "second": "Heading 2", "numbered": "List Number", "bullet": "List Bullet"}
        name = names.get(kind) if styled or kind in ("numbered", "bullet") else None
        paragraph = self.made.add_paragraph(style=name)
        face = FACES.get(kind, FACES["body"]) if "latin-only" not in self.looks else None
        size = {"title": 22}.get(kind, 16 if "latin-only" not in self.looks else 11)
        if "styles" in self.looks and "plain-runs" in self.looks:
            face = size = None
        if kind == "title":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif kind in ("sign", "date"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif kind in ("body", "heading", "second", "item", "run-in") and "indent-spaces" not in self.looks and "latin-only" not in self.looks:
            paragraph.paragraph_format.first_line_indent = Pt(32)
        if "spacing" in self.looks:
            paragraph.paragraph_format.line_spacing = Pt(self.rng.choice([28, 28, 28.95]))
        segments = block["segments"]
        if kind == "run-in":
            head = segments[0]
            cut = head.index("。") + 1 if isinstance(head, str) and "。" in head else 0
            if cut:
                self.fill(paragraph, [head[:cut]], FACES["second"] if face else None, size)
                segments = [head[cut:]] + segments[1:]
        self.fill(paragraph, segments, face, size, bold=kind == "heading" and "bold" in self.looks)

    def table(self, block):
        rows = block["rows"]
        width = max(len(r) for r in rows)
        table = self.made.add_table(rows=len(rows), cols=width, style="Table Grid")
        for r, cells in enumerate(rows):
            for c, segments in enumerate(cells):
                if segments is None:
                    continue
                paragraph = table.cell(r, c).paragraphs[0]
                self.fill(paragraph, segments, "仿宋_GB2312" if "latin-only" not in self.looks else None, 12)
        for r1, c1, r2, c2 in block.get("merges", []):
            table.cell(r1, c1).merge(table.cell(r2, c2))
            # What merging leaves behind: empty paragraphs of the cells that went.
            cell = table.cell(r1, c1)
            for paragraph in cell.paragraphs[1:]:
                if not paragraph.text:
                    paragraph._p.getparent().remove(paragraph._p)

    def save(self, path, blocks, header=None, footer=None):
        if header:
            self.made.sections[0].header.paragraphs[0].text = header
        if footer:
            paragraph = self.made.sections[0].footer.paragraphs[0]
            paragraph.add_run("— ")
            for kind in ("begin", None, "end"):
                run = paragraph.add_run()
                if kind:
                    char = OxmlElement("w:fldChar")
                    char.set(qn("w:fldCharType"), kind)
                    run._r.append(char)
                else:
                    code = OxmlElement("w:instrText")
                    code.text = " PAGE "
                    run._r.append(code)
            paragraph.add_run(" —")
        for block in blocks:
            if "blank-lines" in self.looks and block["type"] in ("heading", "sign"):
                self.made.add_paragraph()
            self.block(block)
        core = self.made.core_properties
        core.author, core.title, core.comments = "", "", ""
        import datetime
        core.created = core.modified = datetime.datetime(2023, 7, 5, 9, 0)
        out = io.BytesIO()
        self.made.save(out)
        squeeze(out, path)


def squeeze(data, path):
    """Without the thumbnail and what points at it, at fixed times."""
    with zipfile.ZipFile(data) as old:
        parts = {i.filename: old.read(i) for i in old.infolist()}
    parts.pop("docProps/thumbnail.jpeg", None)
    parts.pop("word/stylesWithEffects.xml", None)
    parts.pop("customXml/item1.xml", None)
    for name in [n for n in parts if n.startswith("customXml/")]:
        parts.pop(name)
    import re
    for name in ("_rels/.rels", "word/_rels/document.xml.rels"):
        parts[name] = re.sub(rb"<Relationship [^>]*(thumbnail|stylesWithEffects|customXml)[^>]*/>", b"", parts[name])
    parts["[Content_Types].xml"] = re.sub(rb"<(Override|Default) [^>]*(stylesWithEffects|customXml|jpeg)[^>]*/>", b"", parts["[Content_Types].xml"])
    with zipfile.ZipFile(path, "w") as new:
        for name, body in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, body, compresslevel=9)
