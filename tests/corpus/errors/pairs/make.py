"""Writes the corpus: base/, declarations.json, seen/ and held-back/. Everything is drawn by seeds, to the byte."""
import json
import random
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import base
import words
from base import PERIODS, SECTIONS, TESTED, TEXTED, TEXTS
from mistakes import MISTAKES
from sentences import SENTENCES

HERE = Path(__file__).parent
IDS = [unit for unit, _ in words.UNITS]


class Seen:
    """A section's counts by name."""

    def __init__(self, values):
        self.__dict__.update(values)


class Context:
    """What a mistake or a sentence may look at: one unit's section in a quarter, with its past."""

    def __init__(self, values, filed, index, section, period, other):
        self._values, self._filed, self._at = values, filed, (index, section, period)
        self.index, self.section, self.period = index, section, period
        self.name = words.UNITS[index][1]
        self.short = self.name[:2]
        self.own = base.own(self.name)
        self.other = words.UNITS[other][1]
        self.villages = base.VILLAGES[index]
        self.keeps = base.keeps_ledgers(index, period)
        place = PERIODS.index(period)
        self.n = Seen(values[period, index, section])
        self.w = Seen(values[PERIODS[place - 1], index, section])
        self.a = Seen(values[PERIODS[place - 4], index, section]) if place >= 4 else None

    def sec(self, section):
        return Seen(self._values[self.period, self.index, section])

    def all(self, name):
        """The count in all quarters up to this."""
        return [self._values[p, self.index, self.section][name] for p in PERIODS if p <= self.period]

    def y(self, name):
        return sum(self._values[p, self.index, self.section][name] for p in PERIODS if p <= self.period and p[:4] == self.period[:4])

    def rows(self, ledger):
        return self._filed[self.period][self.index]["sections"][self.section][ledger]


def places_of(section, names, keeps):
    """Where a finding about counts may point: what they are counted from."""
    declared = base.DECLARATIONS[section]["counts"]
    made = []
    for name in names:
        count = declared[name]
        both = count.get("ratio", [])
        if keeps and ("ledger" in count or (both and all("ledger" in declared[b] for b in both))):
            fields = [count["ledger"]] if "ledger" in count else [declared[b]["ledger"] for b in both]
        else:
            fields = [count["number"], *count.get("parts", [])]
        made += [{"section": section, "field": f} for f in fields]
    return made


def assign(values, filed):
    """A unit and a quarter for each mistake and sentence; no section of a unit in a quarter twice."""
    taken, dirty, looks = set(), set(), set()
    load = defaultdict(int)
    placed = {}
    entries = [("mistake", n, m) for n, m in enumerate(MISTAKES)] + [("sentence", n, s) for n, s in enumerate(SENTENCES)]
    order = sorted(entries, key=lambda e: (not e[2].get("ledger") , not e[2].get("data"), not e[2].get("history"), "period" not in e[2], e[0], e[1]))
    used = defaultdict(set)
    for sort, number, entry in order:
        rng = random.Random(f"place {sort} {number}")
        candidates = [(p, i) for p in TESTED for i in range(len(IDS))]
        rng.shuffle(candidates)
        candidates.sort(key=lambda c: load[c[1]])
        for period, index in candidates:
            section = entry["section"]
            if entry.get("period", period) != period or index in used[entry["kind"]]:
                continue
            if "ledger" in entry and base.keeps_ledgers(index, period) != entry["ledger"]:
                continue
            needed = {(index, s, period) for s in [section, *entry.get("also", [])]}
            other = rng.choice([i for i in range(len(IDS)) if i != index])
            probe = entry["make"](Context(values, filed, index, section, period, other))
            if not probe:
                continue
            if probe.get("copy") == "unit":
                needed.add((other, section, period))
            if probe.get("copy") == "period" and period == "2025Q4":
                needed.add((index, section, "2025Q3"))
            if needed & taken:
                continue
            back = entry.get("history") or entry.get("data")
            if back and any((index, s) in dirty for s in [section]):
                continue
            if entry.get("data") and period == "2025Q3":
                if (index, section, "2025Q4") in looks:
                    continue
                dirty.add((index, section))
            if back:
                looks.add((index, section, period))
            taken |= needed
            load[index] += 1
            used[entry["kind"]].add(index)
            placed[sort, number] = (period, index, other, probe)
            break
        else:
            raise SystemExit(f"no place for {sort} {number} {entry['kind']}")
    return placed, taken, dirty


def halves(entries):
    """Of two of a kind one goes to each half; singles are drawn so that both halves are as long."""
    rng = random.Random("halves")
    kinds = defaultdict(list)
    for number, entry in enumerate(entries):
        kinds[entry["kind"]].append(number)
    first = set()
    for numbers in kinds.values():
        if len(numbers) == 2:
            first.add(rng.choice(numbers))
    singles = [n for numbers in kinds.values() if len(numbers) == 1 for n in numbers]
    first |= set(rng.sample(singles, len(singles) // 2))
    return first


def plain(value):
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(value)


def dump(path, rows):
    path.parent.mkdir(exist_ok=True)
    lines = [json.dumps(row, ensure_ascii=False, default=plain) for row in rows]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


def main():
    values, ledgers = base.figures()
    filed = {}
    for period in PERIODS:
        filed[period] = []
        for index, (unit, name) in enumerate(words.UNITS):
            sections = {s: base.fields_of(s, index, period, values[period, index, s], ledgers[period, index, s]) for s in SECTIONS}
            filed[period].append({"id": unit, "name": name, "parent": "xian", "sections": sections})
    placed, taken, dirty = assign(values, filed)

    carriers, quiet = {}, set()
    for (sort, number), (period, index, other, made) in placed.items():
        entry = (MISTAKES if sort == "mistake" else SENTENCES)[number]
        section, field = entry["section"], entry["field"]
        quiet |= {(period, index, section, f) for f in (TEXTS if "patch" in made else [field])}
        if made.get("copy") == "unit":
            quiet.add((period, other, section, field))
        if made.get("right"):
            carriers[period, index, section, field] = (made["right"], False)
        if made.get("whole"):
            carriers[period, index, section, field] = (made["whole"], True)
        if made.get("copy") == "period":
            quiet.add((PERIODS[PERIODS.index(period) - 1], index, section, field))
    texts = base.texts(values, carriers, quiet, dirty)
    for period in TEXTED:
        for index, unit in enumerate(filed[period]):
            for section in SECTIONS:
                for field in TEXTS:
                    unit["sections"][section][field] = texts[period, index, section, field]

    for period in PERIODS:
        dump(HERE / "base" / f"{period}.json", filed[period])
    lines = json.dumps(base.DECLARATIONS, ensure_ascii=False, indent=1)
    (HERE / "declarations.json").write_text(lines + "\n", encoding="utf-8")

    import verify
    clean = verify.World(verify.load_base(HERE))
    for sort, entries, name in (("mistake", MISTAKES, "errors"), ("sentence", SENTENCES, "legitimate")):
        first = halves(entries)
        twice = defaultdict(int)
        out = {"seen": [], "held-back": []}
        for number, entry in enumerate(entries):
            period, index, other, made = placed[sort, number]
            section, field = entry["section"], entry["field"]
            slot = period, index, section, field
            twice[entry["kind"]] += 1
            row = {"id": f"{entry['kind']}-{twice[entry['kind']]}", "kind": entry["kind"], "unit": IDS[index], "period": period}
            facts = [dict(f) for f in made["facts"]]
            if sort == "sentence":
                row["patch"] = [{"section": section, "field": field, "set": texts[slot] + made["sentence"]}]
                row["sentence"] = made["sentence"]
            elif "patch" in made:
                row["patch"] = made["patch"]
                row["place"] = made["place"]
            else:
                if "copy" in made:
                    source = (period, other) if made["copy"] == "unit" else (PERIODS[PERIODS.index(period) - 1], index)
                    new = texts[(*source, section, field)]
                elif "end" in made:
                    new = texts[slot][: -len(made["whole"])] + made["end"]
                    facts[0]["instead_of"] = made["whole"]
                else:
                    assert texts[slot].count(made["right"]) == 1, slot
                    new = texts[slot].replace(made["right"], made["wrong"])
                    facts[0]["instead_of"] = made["right"]
                row["patch"] = [{"section": section, "field": field, "set": new}]
                row["place"] = [{"section": section, "field": field}] + places_of(section, made.get("counts", []), base.keeps_ledgers(index, period)) + made.get("more", [])
            if "place" in row:
                row["place"] = [p for n, p in enumerate(row["place"]) if p not in row["place"][:n]]
            row["why"] = made["why"]
            for fact in facts:
                if "claim" in fact and sort == "mistake":
                    fact["right"] = verify.shown(clean.evaluate(fact["claim"], IDS[index], section, period, field))
            row["facts"] = facts
            out["seen" if number in first else "held-back"].append(row)
        for half, rows in out.items():
            dump(HERE / half / f"{name}.json", rows)


if __name__ == "__main__":
    main()
