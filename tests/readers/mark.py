"""How far down the first page of PDFs something red begins, in mm from its upper edge.

mark.py FILE ...   prints {file: mm} as JSON; null where nothing is red.
"""

import json
import sys

import pymupdf

DOTS_A_MM = 10


def top(path):
    with pymupdf.open(path) as document:
        drawn = document[0].get_pixmap(dpi=round(25.4 * DOTS_A_MM))
    for row in range(drawn.height):
        start = row * drawn.stride
        dots = drawn.samples[start:start + drawn.width * drawn.n]
        if any(red > 150 and green < 100 and blue < 100
               for red, green, blue in zip(dots[::drawn.n], dots[1::drawn.n], dots[2::drawn.n])):
            return row / DOTS_A_MM
    return None


print(json.dumps({path: top(path) for path in sys.argv[1:]}))
