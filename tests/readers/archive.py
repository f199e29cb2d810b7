"""What keeps PDFs from being PDF/A-2b (ISO 19005-2), as far as it can be seen without a validator.

archive.py FILE ...   prints {file: [fault, ...]} as JSON; each fault begins with the clause's number.
"""

import json
import re
import sys

import pymupdf

FORBIDDEN_ACTIONS = re.compile(
    r"/S ?/(Launch|Sound|Movie|ResetForm|ImportData|Hide|SetOCGState|Rendition|Trans|GoTo3DView|JavaScript)\b|/(JS|AA)\b")
FORBIDDEN_ANNOTATIONS = {"/3D", "/Sound", "/Screen", "/Movie"}
DEVICE_SPACES = {"/DeviceRGB": 3, "/DeviceGray": 1, "/DeviceCMYK": 4}


def key(document, xref, path):
    """A value as it is written, or nothing."""
    kind, value = document.xref_get_key(xref, path)
    return None if kind == "null" else value


def reference(value):
    found = re.match(r"(\d+) 0 R", value or "")
    return int(found[1]) if found else None


def intent(document):
    """Components of the output intent's profile, and what is wrong with it."""
    text = key(document, document.pdf_catalog(), "OutputIntents")
    while text and "/DestOutputProfile" not in text and reference(text.strip("[] \n")):
        text = document.xref_object(reference(text.strip("[] \n")))
    if not text:
        return None, ["6.2.3: no output intent"]
    faults = [] if re.search(r"/S ?/GTS_PDFA1\b", text) else ["6.2.3: the output intent is not GTS_PDFA1"]
    profile = re.search(r"/DestOutputProfile (\d+) 0 R", text)
    if not profile:
        return None, [*faults, "6.2.3: no ICC profile"]
    profile = int(profile[1])
    icc = document.xref_stream(profile)
    spaces = {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}
    components = spaces.get(icc[16:20])
    if icc[36:40] != b"acsp" or key(document, profile, "N") != str(components):
        faults.append("6.2.4.2: the ICC profile is broken")
    return components, faults


def metadata(document):
    xmp = document.get_xml_metadata()
    faults = []
    for name, wanted in (("part", "2"), ("conformance", "B")):
        if not re.search(rf"pdfaid:{name}(>|=\"){wanted}[<\"]", xmp):
            faults.append(f"6.6.4: XMP does not say pdfaid:{name} {wanted}")
    title = document.metadata["title"]
    if title and title not in xmp:
        faults.append("6.6.2.3: XMP has another title")
    return faults


def fonts(document):
    faults = []
    for xref in {font[0] for page in document for font in page.get_fonts(full=True)}:
        name, _, kind, program = document.extract_font(xref)
        if not program:
            faults.append(f"6.2.11.4: {name} is not embedded")
        if key(document, xref, "ToUnicode") is None and kind == "Type0":
            faults.append(f"6.2.11.7: {name} does not say what its characters are")
    return faults


def objects(document, components):
    faults = []
    for xref in range(1, document.xref_length()):
        text = document.xref_object(xref)
        is_stream = document.xref_is_stream(xref)
        if is_stream and ("/LZWDecode" in text or "/Crypt" in text or key(document, xref, "F")):
            faults.append(f"6.1.7: object {xref}: a filter or an outside file")
        if found := FORBIDDEN_ACTIONS.search(text):
            faults.append(f"6.5: object {xref}: {found[0]}")
        if key(document, xref, "Subtype") in FORBIDDEN_ANNOTATIONS or key(document, xref, "EF"):
            faults.append(f"6.3.1: object {xref}: {key(document, xref, 'Subtype')}")
        if key(document, xref, "TR") or key(document, xref, "HTP"):
            faults.append(f"6.2.5: object {xref}: a transfer function")
        for space, wanted in DEVICE_SPACES.items():
            if re.search(rf"/(ColorSpace|CS) ?{space}\b", text) and wanted not in (components, 1):
                faults.append(f"6.2.4.3: object {xref}: {space}")
        if key(document, xref, "Type") == "/Annot":
            flags = int(key(document, xref, "F") or 0)
            if key(document, xref, "Subtype") != "/Popup" and (not flags & 4 or flags & 0b100011):
                faults.append(f"6.3.2: object {xref}: an annotation that is not printed")
    return faults


def transparency(document, components):
    """Where something shows through, colours are mixed in a space that is named (6.2.10)."""
    faults = []
    for page in document:
        shows = any(
            (key(document, xref, name) or "1") not in ("1", "1.0", "/Normal", "/None")
            for xref in range(1, document.xref_length()) for name in ("ca", "CA", "BM", "SMask"))
        if shows and components is None and not key(document, page.xref, "Group/CS"):
            faults.append(f"6.2.10: page {page.number + 1}: no space to mix colours in")
    return faults


def faults(path):
    document = pymupdf.open(path)
    components, found = intent(document)
    head = open(path, "rb").read(64)
    if not re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", head):
        found.append("6.1.2: the file's first lines")
    if key(document, -1, "ID") is None:
        found.append("6.1.3: no ID")
    if key(document, -1, "Encrypt") or document.is_encrypted:
        found.append("6.1.3: encrypted")
    if key(document, document.pdf_catalog(), "NeedsRendering"):
        found.append("6.4.2: forms of another kind")
    return found + metadata(document) + fonts(document) + objects(document, components) + \
        transparency(document, components)


print(json.dumps({path: faults(path) for path in sys.argv[1:]}, ensure_ascii=False))
