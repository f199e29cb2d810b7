"""Hold .docx packages against the ECMA-376 transitional schemas and the packaging conventions.

packages.py FILE ...   prints {file: [fault, ...]} as JSON; no faults, an empty list.
"""

import json
import pathlib
import posixpath
import sys
import zipfile

from lxml import etree

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / "schemas"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "[Content_Types].xml"


def content_type_faults(parts):
    """Every part has a content type, and every content type a part (ECMA-376-2, 10.1.2)."""
    root = parts[TYPES]
    named = {override.get("PartName").lstrip("/") for override in root.iter(CONTENT_TYPES + "Override")}
    extensions = {default.get("Extension").lower() for default in root.iter(CONTENT_TYPES + "Default")}
    for name in parts:
        if name not in named and name.rsplit(".", 1)[-1].lower() not in extensions:
            yield f"{name}: no content type"
    for name in named - set(parts):
        yield f"{name}: a content type, but no part"


def relationship_faults(name, root, parts):
    """Every internal relationship leads to a part, and no id stands twice (ECMA-376-2, 9.3)."""
    folder = posixpath.dirname(posixpath.dirname(name))
    ids = [relationship.get("Id") for relationship in root.iter(RELATIONSHIPS + "Relationship")]
    if len(set(ids)) != len(ids):
        yield f"{name}: an id stands twice"
    for relationship in root.iter(RELATIONSHIPS + "Relationship"):
        target = posixpath.normpath(posixpath.join("/" + folder, relationship.get("Target"))).lstrip("/")
        if relationship.get("TargetMode") != "External" and target not in parts:
            yield f"{name}: {target} is missing"


def understood(root):
    """A part as a reader sees it that knows ECMA-376 alone: without what may be ignored (ECMA-376-3, 7.2), in place."""
    ignored = [root.nsmap.get(prefix) for prefix in root.attrib.pop(COMPATIBILITY + "Ignorable", "").split()]
    for choice in list(root.iter(COMPATIBILITY + "AlternateContent")):
        fallback = choice.find(COMPATIBILITY + "Fallback")
        for child in list(fallback) if fallback is not None else []:
            choice.addprevious(child)
        choice.getparent().remove(choice)
    for element in list(root.iter("{*}*")):
        for name in [name for name in element.attrib if etree.QName(name).namespace in ignored]:
            del element.attrib[name]
        if etree.QName(element).namespace in ignored and element.getparent() is not None:
            element.getparent().remove(element)
    return root


def faults(path, schema):
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        if broken := package.testzip():
            yield f"{broken}: checksum"
        if len({name.lower() for name in names}) != len(names):
            yield "a part stands twice"
        contents = {name: package.read(name) for name in names}
    if names[0] != TYPES:
        yield f"{TYPES} is not first, where readers of streams look for it"
    parts = {}
    for name, content in contents.items():
        parts[name] = etree.fromstring(content) if name.endswith((".xml", ".rels")) else None
    yield from content_type_faults(parts)
    for name, root in parts.items():
        if root is None:
            continue
        if not schema.validate(understood(root)):
            yield from (f"{name}: {error.message}" for error in schema.error_log)
        if name.endswith(".rels"):
            yield from relationship_faults(name, root, parts)


def checked(path, schema):
    try:
        return list(faults(path, schema))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
        return [f"{type(error).__name__}: {error}"]


def main():
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "package.xsd"))
    json.dump({path: checked(path, schema) for path in sys.argv[1:]}, sys.stdout, ensure_ascii=False)


main()
