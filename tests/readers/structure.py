"""What python-docx finds in .docx files: styles by name, outline, properties, sections, paragraphs.

structure.py FILE ...   prints {file: {styles, properties, sections, odd_even, paragraphs}} as JSON.
"""

import json
import sys

import docx
from docx.oxml.ns import qn


def style(style):
    outline = style.element.find(".//" + qn("w:outlineLvl"))
    faces = style.element.find(".//" + qn("w:rFonts"))
    return {
        "kind": style.type.name.lower(),
        "outline": None if outline is None else int(outline.get(qn("w:val"))),
        "east_asian": None if faces is None else faces.get(qn("w:eastAsia")),
        "size": style.font.size and style.font.size.pt,
        "bold": style.font.bold,
    }


def section(section):
    return {
        "width": section.page_width.mm,
        "height": section.page_height.mm,
        "margins": [side.mm for side in (
            section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)],
        "footer": [paragraph.text for paragraph in section.footer.paragraphs],
        "even_footer": [paragraph.text for paragraph in section.even_page_footer.paragraphs],
        "even_footer_own": not section.even_page_footer.is_linked_to_previous,
    }


def structure(path):
    document = docx.Document(path)
    properties = document.core_properties
    return {
        "styles": {found.name: style(found) for found in document.styles if hasattr(found, "font")},
        "properties": {
            "title": properties.title,
            "subject": properties.subject,
            "creator": properties.author,
            "created": properties.created and properties.created.isoformat(),
            "language": properties.language,
        },
        "sections": [section(found) for found in document.sections],
        "odd_even": document.settings.odd_and_even_pages_header_footer,
        "paragraphs": [{
            "style": paragraph.style.name,
            "text": paragraph.text,
            "direct": [child.tag.split("}")[1] for run in paragraph.runs if run._r.rPr is not None
                       for child in run._r.rPr],
        } for paragraph in document.paragraphs],
    }


def main():
    json.dump({path: structure(path) for path in sys.argv[1:]}, sys.stdout, ensure_ascii=False)


main()
