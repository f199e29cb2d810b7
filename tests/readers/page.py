"""What stands on a page of a PDF beside its words. Lengths are in mm from the page's top left corner."""

import pymupdf

MM = 25.4 / 72
# The text area of GB/T 9704-2012, 5.2.1: what stands below it is the page number.
TEXT_BOTTOM = 297 - 35
DPI = 1200
# In points: what is thicker or shorter is no rule.
THICKEST, SHORTEST = 4, 100


def ink(page, box):
    """Top and bottom of what is dark inside `box`: a dash is far thinner than its character's box."""
    pixels = page.get_pixmap(dpi=DPI, clip=pymupdf.Rect(box), colorspace=pymupdf.csGRAY)
    dark = [y for y in range(pixels.height)
            if min(pixels.samples[y * pixels.stride:y * pixels.stride + pixels.width]) < 128]
    return [box[1] * MM + y * 25.4 / DPI for y in (dark[0], dark[-1] + 1)] if dark else None


def rules(page):
    """Horizontal rules from top to bottom, with their red, green and blue."""
    found = []
    for drawing in page.get_drawings():
        stroked = "s" in drawing["type"]
        half = (drawing["width"] or 0) / 2 if stroked else 0
        box = drawing["rect"]
        top, bottom = box.y0 - half, box.y1 + half
        if bottom - top < THICKEST and box.width > SHORTEST:
            color = drawing["color"] if stroked else drawing["fill"]
            found.append({"top": top * MM, "bottom": bottom * MM, "left": box.x0 * MM, "right": box.x1 * MM,
                          "color": color and list(color)})
    return sorted(found, key=lambda rule: rule["top"])
