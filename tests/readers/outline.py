"""What pandoc makes of .docx files: their headings, and how many lists' items, tables and footnotes there are.

outline.py FILE ...   prints {file: {headings: [[level, words], ...], items, tables, notes}} as JSON.
"""

import json
import subprocess
import sys


def plain(inlines):
    said = []
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            said.append(content)
        elif kind in ("Strong", "Emph", "SmallCaps", "Superscript", "Underline"):
            said.append(plain(content))
        elif kind in ("Span", "Link", "Quoted"):
            said.append(plain(content[1]))
    return "".join("".join(said).split())


def outline(path):
    made = subprocess.run(["pandoc", "--from", "docx", "--to", "json", path], check=True, capture_output=True)
    found = {"headings": [], "items": 0, "tables": 0, "notes": 0}

    def walk(part):
        if isinstance(part, list):
            for element in part:
                walk(element)
        elif isinstance(part, dict):
            kind, content = part.get("t"), part.get("c")
            if kind == "Header":
                found["headings"].append([content[0], plain(content[2])])
            elif kind == "BulletList":
                found["items"] += len(content)
            elif kind == "OrderedList":
                found["items"] += len(content[1])
            elif kind == "Table":
                found["tables"] += 1
            elif kind == "Note":
                found["notes"] += 1
            walk(content)

    walk(json.loads(made.stdout)["blocks"])
    return found


print(json.dumps({path: outline(path) for path in sys.argv[1:]}, ensure_ascii=False))
