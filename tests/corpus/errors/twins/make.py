"""Writes everything anew, to the byte: python3 make.py"""
import datetime
import itertools
import json
import pathlib
import random
import re
from decimal import Decimal

import base
import mistakes
import sentences
import words

HERE = pathlib.Path(__file__).parent
SEED = 1726


class Counts(dict):
    def __getattr__(self, name):
        return self[name]


class Case:
    """What an error or a sentence may look at."""

    def __init__(self, world, unit, quarter, section, seed):
        at = base.QUARTERS.index(quarter)
        self.q, self.section = quarter, section
        self.name = words.UNITS[unit][1]
        self.villages = world["villages"][unit]
        self.all = [Counts(world["counts"][unit][q][section]) for q in base.QUARTERS]
        self.n, self.w, self.first = self.all[at], self.all[at - 1], self.all[0]
        self.a = self.all[at - 4] if at >= 4 else None
        self.later = self.all[at + 1] if at + 1 < len(self.all) else None
        self.at = at
        self.data = world["data"][unit][quarter][section]
        self.others = [n for i, (_, n) in enumerate(words.UNITS) if i != unit]
        self.rng = random.Random(f"{SEED}/{seed}/{unit}/{quarter}")
        self.rng.shuffle(self.others)

    def rows(self, ledger):
        return self.data[ledger]

    def y(self, name):
        return sum(c[name] for q, c in zip(base.QUARTERS[:self.at + 1], self.all) if q[:4] == self.q[:4])

    def top(self, name):
        year = [c[name] for c in self.all[:self.at + 1]]
        return max(year) == year[-1] and year.count(year[-1]) == 1


def attempt(item, world, unit, quarter):
    if item["quarter"] and item["quarter"] != quarter:
        return None
    if item["even"] is not None and item["even"] != (unit % 2 == 0):
        return None
    return item["make"](Case(world, unit, quarter, item["section"], item["id"])) or None


def assign(world, rng):
    """Each error and each sentence gets its unit and its quarter."""
    items = []
    for what, source in (("error", mistakes.ERRORS), ("sentence", sentences.SENTENCES)):
        seen = {}
        for entry in source:
            seen[entry["kind"]] = seen.get(entry["kind"], 0) + 1
            items.append(dict(entry, what=what, id=f"{entry['kind']}-{seen[entry['kind']]}"))
    for item in items:
        item.setdefault("figures", False)
        item["can"] = [(u, q) for u in range(30) for q in base.TESTED if attempt(item, world, u, q)]
        if not item["can"]:
            raise SystemExit("nowhere: " + item["id"])
    order = sorted(items, key=lambda i: (len(i["can"]), i["id"]))
    taken, load, of_kind, per_quarter = {}, {}, {}, {}
    for item in order:
        best = None
        for u, q in sorted(item["can"], key=lambda _: rng.random()):
            s = item["section"]
            if (u, s, q) in taken or u in of_kind.get((item["what"], item["kind"]), ()):
                continue
            other = taken.get((u, s, [x for x in base.TESTED if x != q][0]))
            if other:
                early, late = (item, other) if q == "2025Q4" else (other, item)
                if early["figures"] and late["back"]:
                    continue
                if "copied" in (early.get("mark"), late.get("mark")) or item["kind"] == "text-last-quarter":
                    continue
            cost = (load.get(u, 0) + 2 * (per_quarter.get(q, 0) > 82), rng.random())
            if best is None or cost < best[0]:
                best = (cost, u, q)
        if not best:
            raise SystemExit("no room: " + item["id"])
        _, u, q = best
        item.update(unit=u, at=q, got=attempt(item, world, u, q))
        if item["kind"] == "text-last-quarter":
            item["mark"] = "copied"
            taken[(u, item["section"], "2025Q4")] = dict(item, figures=False)
        taken[(u, item["section"], q)] = item
        load[u] = load.get(u, 0) + 1
        per_quarter[q] = per_quarter.get(q, 0) + 1
        of_kind.setdefault((item["what"], item["kind"]), set()).add(u)
    return items, taken


def fill(template, rng, section, villages):
    slots = words.SLOTS[section]
    return re.sub(r"\{(\w+)\}", lambda m: rng.choice(villages) if m[1] == "v" else rng.choice(slots[m[1]]), template)


def number_of(expression, counts):
    return str(eval(expression, {"n": counts}))


def lay(world, taken, rng):
    """The texts of every quarter that has any."""
    used_before = {}
    for quarter in base.WITH_TEXT:
        lines = set()
        for section, field in itertools.product(base.SECTIONS, base.TEXTS):
            bank, pairs = words.BANK[section][field], set()
            for unit in range(30):
                size = 3 if field == "practice" else 2
                for tries in itertools.count():
                    pick = rng.sample(range(len(bank)), size)
                    mine = {tuple(sorted(p)) for p in itertools.combinations(pick, 2)}
                    if set(pick) & used_before.get((unit, section, field), set()) or mine & pairs and tries < 4000:
                        continue
                    if mine & pairs:
                        raise SystemExit("texts too near")
                    break
                pairs |= mine
                used_before[(unit, section, field)] = set(pick)
                parts = []
                for k in pick:
                    for _ in range(60):
                        line = fill(bank[k], rng, section, world["villages"][unit])
                        if line not in lines:
                            break
                    lines.add(line)
                    parts.append(line)
                if field == "practice" and rng.random() < .22:
                    parts[0] = rng.choice(words.SEASON[quarter]) + "，" + parts[0]
                item = taken.get((unit, section, quarter))
                host = None
                if item and item["what"] == "error" and item["at"] == quarter:
                    if item["field"] == field:
                        host = item["got"].get("right")
                    host = item["got"].get("also", {}).get(field, host)
                share = {"practice": .95, "problem": .6, "plan": .55}[field]
                if host:
                    parts.insert(rng.randint(1, len(parts)), host)
                elif not item and rng.random() < (share if quarter in base.TESTED else .3):
                    line = rng.choice(words.FIGURES[section][field])
                    counts = Counts(world["counts"][unit][quarter][section])

                    def value(m):
                        if m[1].startswith("plan "):
                            v = counts[m[1][5:]]
                            return str(int(v) // 10 * 10 + 30 if v > 100 else int(v) + rng.randint(2, 5))
                        return number_of(m[1], counts)
                    parts.insert(rng.choice([0, len(parts)]), re.sub(r"\{([^}]+)\}", value, line))
                world["data"][unit][quarter][section][field] = "".join(parts)


def places_of(item, even):
    out = []
    section = item["section"]
    got = item["got"]
    if not item["figures"] and "places" not in got:
        out.append({"section": section, "field": item["field"]})
    out += [dict({"section": section}, **p) for p in got.get("places", [])]
    ledgers = {row[0]: row[3] for row in base.KEPT[section]}
    rates = {row[0]: row[4] for row in base.RATES[section]}
    for name in got.get("at", []):
        field = rates.get(name) or (ledgers[name] if even and name in ledgers else base.field_of(name))
        if {"section": section, "field": field} not in out:
            out.append({"section": section, "field": field})
    return out


def plain(value):
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, (list, tuple)) else value


def finish(items, world):
    for item in items:
        unit, quarter, section, got = item["unit"], item["at"], item["section"], item["got"]
        data = world["data"][unit][quarter][section]
        out = {"id": item["id"], "kind": item["kind"], "unit": words.UNITS[unit][0], "period": quarter}
        if item["what"] == "sentence":
            out["patch"] = [{"section": section, "field": item["field"], "set": data[item["field"]] + got["sentence"]}]
            out["sentence"] = got["sentence"]
        elif "right" in got:
            assert data[item["field"]].count(got["right"]) == 1, item["id"]
            out["patch"] = [{"section": section, "field": item["field"], "set": data[item["field"]].replace(got["right"], got["wrong"])}]
            got["facts"][0]["instead_of"] = got["right"]
        elif "copy" in got:
            out["patch"] = [{"section": section, "field": got["copy"], "set": world["data"][unit]["2025Q4"][section][got["copy"]]}]
        else:
            out["patch"] = [dict({"section": section}, **p) for p in got["patch"]]
        if item["what"] == "error":
            out["place"] = places_of(item, unit % 2 == 0)
        out["why"] = item["why"]
        out["facts"] = got["facts"]
        item["out"] = plain(out)


def draw(items, rng):
    halves = {"seen": {"errors": [], "legitimate": []}, "held-back": {"errors": [], "legitimate": []}}
    kinds = {}
    for item in items:
        kinds.setdefault((item["what"], item["kind"]), []).append(item)
    alone = [k for k in kinds if len(kinds[k]) == 1]
    chosen = set(rng.sample(alone, len(alone) // 2))
    for key, pair in kinds.items():
        name = "errors" if key[0] == "error" else "legitimate"
        if len(pair) == 1:
            halves["seen" if key in chosen else "held-back"][name].append(pair[0]["out"])
            continue
        turn = rng.random() < .5
        for half, item in zip(("seen", "held-back"), pair if turn else pair[::-1]):
            halves[half][name].append(item["out"])
    for half in ("seen", "held-back"):
        (HERE / half).mkdir(exist_ok=True)
        for name, entries in halves[half].items():
            text = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
            (HERE / half / (name + ".json")).write_text(text, encoding="utf-8")


def main():
    rng = random.Random(SEED)
    world = {"villages": base.villages(rng), "data": [], "counts": []}
    for unit in range(30):
        filed = base.figures(random.Random(f"{SEED}/figures/{unit}"), unit, world["villages"][unit])
        world["data"].append({q: filed[q][0] for q in base.QUARTERS})
        world["counts"].append({q: filed[q][1] for q in base.QUARTERS})
    items, taken = assign(world, random.Random(f"{SEED}/assign"))
    lay(world, taken, random.Random(f"{SEED}/texts"))
    finish(items, world)
    (HERE / "base").mkdir(exist_ok=True)
    for quarter in base.QUARTERS:
        lines = [json.dumps({"id": i, "name": n, "parent": "xian", "sections": world["data"][u][quarter]}, ensure_ascii=False)
                 for u, (i, n) in enumerate(words.UNITS)]
        (HERE / "base" / (quarter + ".json")).write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    (HERE / "declarations.json").write_text(json.dumps(base.declarations(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    draw(items, random.Random(f"{SEED}/halves"))


if __name__ == "__main__":
    main()
