"""Holds the corpus against itself, by rules written apart from what made it.

    python verify.py

1. The two clean quarters are clean: ledgers lie in their quarter and repeat nothing, parts add up, references hold, rates follow, no
   text is near another's or last quarter's, no text names another unit, another period, a placeholder or a figure beside a label.
2. Every planted error changes what it says it changes; every fact told of it is untrue of the data as patched, alone and with
   all others of its half together. Every fact of a legitimate sentence is true."""

import collections
import copy
import datetime as dt
import difflib
import glob
import json
import os
import re
import sys
from decimal import ROUND_HALF_UP, Decimal

HERE = os.path.dirname(os.path.abspath(__file__))
BOUNDS = {"2022Q3": ("2022-07-01", "2022-09-30"), "2022Q4": ("2022-10-01", "2022-12-31"), "2023Q1": ("2023-01-01", "2023-03-31"), "2023Q2": ("2023-04-01", "2023-06-30"), "2023Q3": ("2023-07-01", "2023-09-30")}
SOURCES = {"sessions": ("theory-study", "sessions", "sessions_total"), "seminars": ("theory-study", "seminars", "seminars_total"), "meetings": ("propaganda", "meetings", "meetings_total"),
           "articles": ("propaganda", "articles", "articles_total"), "branches": ("position-management", "branches", "branches_total"), "sites": ("position-management", "sites", "sites_total"),
           "commentators": ("online-opinion", None, "commentators_total"), "found": ("online-opinion", "items", "found_total"), "inspections": ("safety", "inspections", "inspections_total"),
           "rectified": ("safety", None, "rectified_total"), "drills": ("safety", None, "drills_total"), "drill_people": ("safety", None, "drill_people"), "major": ("safety", None, "hazards_major")}
FLOWS = ["sessions", "seminars", "meetings", "articles", "found", "handled", "inspections", "hazards", "rectified", "drills", "drill_people"]
TEXTS = {"responsibility", "plan", "new_media_problem", "mechanism", "ability_problem", "staff_problem", "note", "problem"}


def load(path):
    with open(os.path.join(HERE, path), encoding="utf-8") as text:
        return json.load(text)


def within(row, period):
    low, high = BOUNDS[period]
    return "date" not in row or row["date"] is not None and low <= row["date"] <= high


def count(unit, name, period):
    sections = unit["sections"]
    if name == "handled":
        held = sections["online-opinion"]
        return sum(1 for r in held["items"] if r["handled"] and within(r, period)) if "items" in held else held["handled_total"]
    if name == "hazards":
        held = sections["safety"]
        return sum(r["hazards"] for r in held["inspections"] if within(r, period)) if "inspections" in held else held["hazards_total"]
    section, ledger, number = SOURCES[name]
    held = sections[section]
    if ledger and ledger in held:
        return sum(1 for r in held[ledger] if within(r, period))
    return held[number]


def fields(unit):
    for section, held in unit["sections"].items():
        for field, value in held.items():
            yield section, field, value


def texts(unit):
    return {(s, f): v for s, f, v in fields(unit) if f in TEXTS and isinstance(v, str)}


def rounded(num, den, scale=1):
    return (Decimal(num) * 100 / Decimal(den)).quantize(Decimal(1).scaleb(-scale), rounding=ROUND_HALF_UP)


def alike(a, b):
    return difflib.SequenceMatcher(None, a, b, autojunk=False).ratio()


def clean(units, before, period, names):
    told = []
    say = lambda unit, what: told.append(f"{period} {unit['id']}: {what}")
    pool = {}
    for unit in units:
        held = unit["sections"]
        for section, field, value in fields(unit):
            if isinstance(value, list) and value and isinstance(value[0], dict):
                for row in value:
                    if not within(row, period):
                        say(unit, f"{section}.{field}: {row} lies outside")
                keys = [json.dumps({k: v for k, v in row.items() if k not in ("number", "outlet", "form", "hazards", "handled")}, ensure_ascii=False) for row in value]
                if len(set(keys)) != len(keys):
                    say(unit, f"{section}.{field} repeats a row")
        safe = held["safety"]
        if safe["hazards_major"] + safe["hazards_minor"] != count(unit, "hazards", period):
            say(unit, "parts do not add up")
        if Decimal(safe["rate_given"]) != rounded(count(unit, "rectified", period), count(unit, "hazards", period)):
            say(unit, "the rate does not follow")
        if not count(unit, "rectified", period) <= count(unit, "hazards", period) or Decimal(safe["fund_paid"]) > Decimal(safe["fund_planned"]):
            say(unit, "a part over its whole")
        if not 1 <= count(unit, "drills", period) <= 12 or count(unit, "inspections", period) < 5 or ("duty" in safe) + ("contact" in safe) < 1:
            say(unit, "a declared bound")
        if "reviews" in safe:
            days = {r["number"]: r["date"] for r in safe["inspections"]}
            if len(days) != len(safe["inspections"]) or any(r["inspection"] not in days or r["date"] < days[r["inspection"]] for r in safe["reviews"]):
                say(unit, "a review refers to nothing, or comes before what it reviews")
        if "online-opinion" in held and count(unit, "handled", period) > count(unit, "found", period):
            say(unit, "more handled than found")
        own = texts(unit)
        for where, text in own.items():
            for other in names:
                short = other.rstrip("镇乡").replace("街道", "")
                if short in text:
                    say(unit, f"{where} names {other}")
            if re.search(r"×|XX|_{2,}|待[填补]|TODO|\*|【|□|（ *）|某某", text):
                say(unit, f"{where} has a placeholder: {text}")
            if re.search(r"季度|20\d\d年|上半年|下半年|本月|\d月|全县|我[县镇乡]|未发现|未开展|没有发[现生]", text):
                say(unit, f"{where} speaks of a period, a level or of nothing: {text}")
            if re.search(r"\d", text):
                say(unit, f"{where} has a figure: {text}")
            for then in (before or {}).values() if False else [before[unit["id"]]] if before else []:
                for place, old in texts(then).items():
                    if place == where and alike(text, old) > 0.6:
                        say(unit, f"{where} is near last quarter's")
            pool.setdefault(where, []).append((unit["id"], text))
    for where, held in pool.items():
        for i, (one, a) in enumerate(held):
            for two, b in held[i + 1:]:
                if alike(a, b) > 0.75:
                    told.append(f"{period} {where}: {one} and {two} are alike: {a} | {b}")
    equal = []
    if before:
        for unit in units:
            then = before[unit["id"]]
            same = 0
            for name in FLOWS:
                try:
                    now, was = count(unit, name, period), count(then, name, period_before(period))
                except KeyError:
                    continue
                if now == was:
                    equal.append(f"{unit['id']}/{name}={now}")
                elif not was / 3 <= now <= was * 3:
                    told.append(f"{period} {unit['id']}: {name} went from {was} to {now}")
    return told, equal


def period_before(period):
    every = list(BOUNDS)
    return every[every.index(period) - 1]


def apply(unit, patch):
    for part in patch:
        held = unit["sections"][part["section"]]
        field = part["field"]
        if "add" in part:
            held[field].append(part["add"])
        elif "remove" in part:
            held[field].pop(part["remove"] - 1)
        elif "row" in part:
            held[field][part["row"] - 1][part["column"]] = part["set"]
        elif part["set"] is None:
            held.pop(field, None)
        else:
            held[field] = part["set"]


def holds(fact, unit, base, period):
    """Whether the data say what the fact says is said."""
    at = lambda p: unit if p == period else base[p][unit["id"]]
    if "count" in fact:
        is_ = count(at(fact["period"]), fact["count"], fact["period"])
        return is_ > 0 if fact["said"] == "more than 0" else Decimal(fact["said"]) == is_
    if "ratio" in fact:
        num, den = (count(at(fact["period"]), n, fact["period"]) for n in fact["ratio"])
        places = len(fact["said"].partition(".")[2])
        return Decimal(fact["said"]) == rounded(num, den, places)
    if "to_date" in fact:
        total = count(at(period), fact["to_date"], period) + count(base["2023Q1"][unit["id"]], fact["to_date"], "2023Q1")
        return total == int(fact["said"])
    if "parts" in fact:
        return sum(map(int, fact["parts"])) == int(fact["whole"])
    if "change" in fact:
        now, was = count(at(fact["period"]), fact["change"], fact["period"]), count(base[fact["against"]][unit["id"]], fact["change"], fact["against"])
        said = fact["said"]
        if said == "up":
            return now > was
        if said == "down":
            return now < was
        if said == "0":
            return now == was
        if said.startswith("x"):
            return now == was * int(said[1:])
        if said.endswith("%"):
            return rounded(now - was, was, 0) == Decimal(said[1:-1])
        return now - was == int(said)
    if "same_as" in fact:
        then, section, field = fact["same_as"]
        return base[then][unit["id"]]["sections"][section][field] != unit["sections"][section][field]
    if "same_as_unit" in fact:
        other, section, field = fact["same_as_unit"]
        return base[period][other]["sections"][section][field] != unit["sections"][section][field]
    raise KeyError(fact)


def main():
    base = {p: {u["id"]: u for u in load(f"base/{p}.json")} for p in BOUNDS}
    told = []
    names = [u["name"] for u in base["2023Q2"].values()]
    for period in ("2023Q2", "2023Q3"):
        faults, equal = clean(list(base[period].values()), base[period_before(period)], period, names)
        told += faults
        print(f"{period}: {len(base[period])} units, {sum(len(texts(u)) for u in base[period].values())} texts; equal to the quarter before, as small counts are: {', '.join(equal) or 'none'}")
    for side in ("seen", "held-back"):
        for name, truth in (("errors", False), ("legitimate", True)):
            entries = load(f"{side}/{name}.json")
            together = copy.deepcopy(base)
            for entry in entries:
                apply(together[entry["period"]][entry["unit"]], entry["patch"])
            facts = 0
            for entry in entries:
                alone = copy.deepcopy(base[entry["period"]][entry["unit"]])
                apply(alone, entry["patch"])
                if alone == base[entry["period"]][entry["unit"]]:
                    told.append(f"{entry['id']}: changes nothing")
                for way, unit, data in (("alone", alone, base), ("together", together[entry["period"]][entry["unit"]], together)):
                    for fact in entry.get("facts", []):
                        facts += way == "alone"
                        if fact.get("period") != entry["period"] and "count" in fact and not truth and len(entry["facts"]) > 1:
                            continue
                        if holds(fact, unit, data, entry["period"]) is not truth and not (entry["kind"] in ("more than", "nearly", "over")):
                            told.append(f"{entry['id']} {entry['kind']} ({way}): {fact} {'holds' if not truth else 'does not hold'}")
                for place in entry.get("place", []):
                    there = together[entry["period"]][place["unit"]]["sections"][place["section"]]
                    if place["field"] not in there and not any(p.get("set", 1) is None for p in entry["patch"]) and place["field"] not in ("hazards_total", "inspections_total", "duty", "contact"):
                        told.append(f"{entry['id']}: {place} is nowhere")
                    if "row" in place and place["row"] > len(there[place["field"]]):
                        told.append(f"{entry['id']}: {place} has no such row")
            kinds = collections.Counter(e["kind"] for e in entries)
            print(f"{side} {name}: {len(entries)}, {len(kinds)} kinds, {facts} facts")
    print("\n".join(told) or "no faults")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
