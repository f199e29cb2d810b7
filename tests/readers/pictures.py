"""Count the pictures that python-docx finds in .docx files, each with a description.

pictures.py FILE ...   prints {file: number} as JSON.
"""

import json
import sys

import docx


def pictures(path):
    shapes = docx.Document(path).inline_shapes
    return sum(1 for shape in shapes if shape._inline.docPr.get("descr"))


print(json.dumps({path: pictures(path) for path in sys.argv[1:]}))
