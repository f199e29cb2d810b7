"""Reads every document and workbook back and holds it against its labels.

    python verify.py     # needs lxml and openpyxl

Documents are read from their XML, runs joined as a reader sees them (insertions in, deletions out), without the library that wrote
them. What is held: every block's text; that wording is the same in all reports of a kind; that every field varies between the reports
it was labelled from; that a figure is followed (or led) by its measure word; that wording that looks like a field is wording; that
every labelled column holds, in the row of a report's unit, what the report says; that rates and sums follow."""

import datetime as dt
import glob
import json
import os
import re
import sys
import zipfile
from decimal import Decimal

import openpyxl
from lxml import etree

HERE = os.path.dirname(os.path.abspath(__file__))
NARROW = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraph_text(p):
    out = []
    for node in p.iter():
        if any(a.tag in (W + "del", W + "moveFrom") for a in node.iterancestors()):
            continue
        if node.tag == W + "t":
            out.append(node.text or "")
        elif node.tag == W + "tab" and node.getparent().tag == W + "r":
            out.append("\t")
        elif node.tag == W + "br":
            out.append("\n")
    return "".join(out)


def document(path):
    """Paragraphs as texts, tables as rows of texts, in order."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        runs = len(list(root.iter(W + "r")))
    out = []
    for node in root.find(W + "body"):
        if node.tag == W + "p":
            out.append(paragraph_text(node))
        elif node.tag == W + "tbl":
            out.append([["\n".join(paragraph_text(p) for p in cell.findall(W + "p")) for cell in row.findall(W + "tc")] for row in node.findall(W + "tr")])
    return out, runs


def said(segments):
    return "".join(s if isinstance(s, str) else s["text"] for s in segments)


def all_segments(block):
    if block["type"] == "table":
        for row in block["rows"]:
            yield from row
    else:
        yield block["segments"]


def skeleton(block):
    """The wording, with a hole for each field."""
    return json.dumps([[s if isinstance(s, str) else {"field": s["field"]} if "field" in s else s["text"] for s in segments if isinstance(s, str) or "when" not in s] for segments in all_segments(block)], ensure_ascii=False)


def spellings(day, english):
    if english:
        return [f"{day.day} {day:%B} {day.year}", f"{day.day} {day:%b}", f"{day.day} {day:%b} {day.year}", f"{day:%d/%m/%Y}"]
    count = lambda n: "〇一二三四五六七八九"[n] if n < 10 else ("" if n < 20 else "〇一二三"[n // 10]) + "十" + ("〇一二三四五六七八九"[n % 10] if n % 10 else "")
    return [f"{day.month}月{day.day}日", f"{day.year}年{day.month}月{day.day}日", f"{day.month}.{day.day}", f"{day.year}.{day.month}.{day.day}", f"{day.year}/{day.month}/{day.day}", f"{day:%Y-%m-%d}", f"{count(day.month)}月{count(day.day)}日"]


def check(folder):
    with open(os.path.join(folder, "kind.json"), encoding="utf-8") as text:
        kind = json.load(text)
    told = []
    fields = {f["name"]: f for f in kind["fields"]}
    english = kind["language"] == "en"
    runs = spans = 0
    values, wording, seen_blocks = {}, [], {}
    for sample in kind["samples"] + kind.get("next", []):
        read, n = document(os.path.join(folder, sample["file"]))
        runs += n
        read = [b for b in read if b != ""]
        made = [[[said(c) for c in row] for row in b["rows"]] if b["type"] == "table" else said(b["segments"]) for b in sample["blocks"]]
        if read != made:
            told.append(f"{sample['file']}: " + next((f"{a!r} is labelled {b!r}" for a, b in zip(read, made) if a != b), "another number of blocks"))
        for block in sample["blocks"]:
            if not block.get("repeats"):
                seen_blocks.setdefault(skeleton(block), []).append(sample["file"])
            for segments in all_segments(block):
                for i, segment in enumerate(segments):
                    if isinstance(segment, str):
                        wording.append(segment)
                        continue
                    if "field" not in segment:
                        wording.append(segment["text"])
                        continue
                    spans += 1
                    name = segment["field"].partition(".")[0]
                    if name not in fields:
                        told.append(f"{sample['file']}: no field {name}")
                        continue
                    if sample in kind["samples"]:
                        values.setdefault(segment["field"], []).append(segment["text"])
                    measure = fields[name].get("measure")
                    if measure and fields[name]["kind"] in ("figure", "rate") and block["type"] != "table":
                        after, before = said(segments[i + 1:]), said(segments[:i])
                        if not re.sub(r"^(余|多)", "", after.lstrip()).startswith(measure) and not before.rstrip().endswith(measure):
                            told.append(f"{sample['file']}: {name} stands without {measure}: …{before[-6:]}[{segment['text']}]{after[:6]}…")
    joined = "\x00".join(wording)
    for trap in kind["wording_that_looks_like_fields"]:
        if trap not in joined:
            told.append(f"{trap!r} is no wording")
    for name in fields:
        if not any(k.partition(".")[0] == name for k in values):
            told.append(f"{name} stands in no sample")
    filled = [s for s in kind["samples"] if "unit" in s]
    if kind["mode"] == "several":
        always = {k: set(v) for k, v in seen_blocks.items()}
        files = {s["file"] for s in kind["samples"]}
        for key, where in always.items():
            sometimes = any(skeleton(b) == key and (b.get("when") or b["type"] == "table") for s in filled for b in s["blocks"])
            if not files <= where and not sometimes:
                told.append(f"wording differs: {key[:80]} is in {len(where & files)} of {len(files)}")
        inline = {s["when"] for sample in filled for b in sample["blocks"] for segments in all_segments(b) for s in segments if isinstance(s, dict) and "when" in s}
        for when in inline:
            have = sum(1 for sample in filled if any(isinstance(s, dict) and s.get("when") == when for b in sample["blocks"] for segments in all_segments(b) for s in segments))
            if not 0 < have < len(filled):
                told.append(f"<<{when}>> is in {have} of {len(filled)}")
        whens = {b["when"] for s in filled for b in s["blocks"] if b.get("when")}
        for when in whens:
            have = sum(1 for s in filled if any(b.get("when") == when for b in s["blocks"]))
            if not 0 < have < len(filled):
                told.append(f"?{when} is in {have} of {len(filled)}")
        for name, all_values in values.items():
            if len(set(all_values)) < 2 and name not in ("next", "asof", "signed", "period", "quarter", "year", "unit"):
                told.append(f"{name} is {all_values[0]!r} in every sample")
    # Workbooks.
    cells = 0
    for book in kind["workbooks"]:
        sheet = openpyxl.load_workbook(os.path.join(folder, book["file"]), data_only=True)[book["sheet"]]
        for column in book.get("columns", []):
            head = sheet[f"{column['column']}{book['head_row']}"].value
            if head is None and "group" not in column:
                head = sheet[f"{column['column']}{book['head_row'] - 1}"].value
            if head != column["head"]:
                told.append(f"{book['file']} {column}: another head, {head!r}")
        for cell in book.get("cells", []):
            if cell["label"] not in [c.value for c in sheet[cell["cell"][1:]][:ord(cell["cell"][0]) - ord("A")]]:
                told.append(f"{book['file']} {cell}: another label")
        for sample in kind["samples"] + kind.get("next", []):
            if sample.get("period") != book["period"] or book.get("unit", sample["unit"]) != sample["unit"]:
                continue
            there = {s["field"]: s["text"] for block in sample["blocks"] for segments in all_segments(block) for s in segments if not isinstance(s, str) and "field" in s}
            for column in book.get("columns", book.get("cells")):
                name, place = column["field"], column.get("cell") or f"{column['column']}{book['rows'][sample['unit']]}"
                if name is None or name not in there:
                    continue
                value = sheet[place].value
                cells += 1
                if name == "unit" and "names" in book:
                    same = value == book["names"][there[name]]
                elif isinstance(value, dt.datetime):
                    same = there[name] in spellings(value, english)
                elif isinstance(value, str) and fields[name]["kind"] == "date":
                    same = there[name] in spellings(dt.date(*(int(n) for n in value.split("."))), english)
                elif isinstance(value, str) and "joined_by" in column:
                    same = value.split(column["joined_by"]) == next(s["items"] for block in sample["blocks"] for segments in all_segments(block) for s in segments if not isinstance(s, str) and s.get("field") == name)
                elif isinstance(value, str) and fields[name]["kind"] == "rate":
                    # A percent as a text.
                    same = value.removesuffix("%") == there[name].translate(NARROW)
                elif isinstance(value, str):
                    same = value in (there[name], there[name].translate(NARROW)) or value.replace("、", "") == there[name]
                elif fields[name]["kind"] == "comparison":
                    # A change as a number with its sign.
                    number = Decimal(repr(value))
                    amount = re.search(r"\d[\d,.]*", there[name])
                    less = re.search("减|降|少|落|滑|缩|down|fewer|less|lower|^[-−]", there[name])
                    same = (Decimal(amount[0].replace(",", "")) if amount else 0) == abs(number) and (number < 0) == bool(less)
                else:
                    number = Decimal(repr(value)) * Decimal(column.get("factor", "1")) * (100 if column.get("percent") else 1)
                    same = abs(number - Decimal(there[name].translate(NARROW).replace(",", ""))) < Decimal("1e-9")
                if not same:
                    told.append(f"{book['file']} {place} ({name}): {value!r} against {there[name]!r} in {sample['file']}")
    return kind, told, runs, spans, cells


def main():
    total = {"documents": 0, "spans": 0, "cells": 0, "runs": 0, "characters": 0}
    bad = 0
    modes = {}
    kinds_of_fields = {}
    for folder in sorted(folder for part in ("seen", "held-back", "unseen", "later/seen", "later/held-back", "more/seen", "more/held-back", "further/seen", "further/held-back") for folder in glob.glob(os.path.join(HERE, part, "*"))):
        kind, told, runs, spans, cells = check(folder)
        total["documents"] += len(kind["samples"]) + len(kind.get("next", []))
        total["runs"] += runs
        total["spans"] += spans
        total["cells"] += cells
        modes[kind["mode"], kind["language"]] = modes.get((kind["mode"], kind["language"]), 0) + 1
        for field in kind["fields"]:
            kinds_of_fields[field["kind"]] = kinds_of_fields.get(field["kind"], 0) + 1
        if told:
            bad += 1
            print(os.path.relpath(folder, HERE))
            for fault in told[:10]:
                print("   ", fault)
    print(f"{sum(modes.values())} kinds {modes}; {total['documents']} documents, {total['runs']} runs, {total['spans']} spans of fields, {total['cells']} cells held against reports; {bad} kinds with faults")
    print("fields:", kinds_of_fields)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
