"""Change Word files in place as an office would, through python-docx.

restyle.py FILE ...   body text (公文正文, where it is there) 18 points; 30 mm on the left; a header with words and a picture,
                      another on the first page.
"""

import io
import json
import struct
import sys
import zlib

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Mm, Pt


def picture():
    """A red square, as PNG."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\xff\0\0" * 4 for _ in range(4)))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def restyle(path):
    document = docx.Document(path)
    names = [style.name for style in document.styles]
    if "公文正文" not in names:
        document.styles.add_style("公文正文", WD_STYLE_TYPE.PARAGRAPH)
    document.styles["公文正文"].font.size = Pt(18)
    section = document.sections[-1]
    section.left_margin = Mm(30)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "首页页眉"
    paragraph = section.header.paragraphs[0]
    paragraph.text = "云溪镇人民政府"
    paragraph.style = document.styles["公文正文"]
    paragraph.add_run().add_picture(picture(), width=Mm(4))
    document.save(path)


for path in sys.argv[1:]:
    restyle(path)
print(json.dumps({path: True for path in sys.argv[1:]}))
