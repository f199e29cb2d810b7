"""Holds this half against its base: what an error says is not so, what a legitimate sentence says is so, and no two meet."""
import datetime
import json
import pathlib
from decimal import Decimal

HERE = pathlib.Path(__file__).resolve().parent
PERIODS = ["2023Q3", "2023Q4", "2024Q1", "2024Q2", "2024Q3"]
BASE = {p: {u["id"]: u for u in json.loads((HERE / "base" / f"{p}.json").read_text("utf-8"))} for p in PERIODS}
NUMBERS = {"letters": "letters_total", "online": "online_total", "settled": "settled_total", "receptions": "receptions_total", "repeats": "repeats_total",
           "trainings": "trainings_total", "trained": "trained_total", "lessons": "lessons_total", "roads": "roads", "sown": "sown", "drills": "drills_total",
           "rounds": "rounds_total", "extinguishers": "extinguishers_total"}
LEDGERS = {"letters": "items", "settled": "items", "trainings": "trainings", "trained": "trainings", "lessons": "lessons"}
errors, right = (json.loads((HERE / f"{n}.json").read_text("utf-8")) for n in ("errors", "legitimate"))


def tally(name, period, unit, patch=()):
    for fields in BASE[period][unit]["sections"].values():
        rows = fields.get(LEDGERS.get(name))
        if rows is not None:
            return sum(r["people"] for r in rows) if name == "trained" else sum(1 for r in rows if name != "settled" or r["settled"])
        if NUMBERS[name] in fields:
            changed = [c["set"] for c in patch if c["field"] == NUMBERS[name]]
            return Decimal((changed or [fields[NUMBERS[name]]])[0])
    raise KeyError(name)


def holds(fact, case):
    unit, patch = case["unit"], case["patch"]
    of = lambda name, period: tally(name, period, unit, patch if period == case["period"] else ())
    here = PERIODS.index(case["period"])
    match fact:
        case {"count": name, "period": period, "said": "some"}:
            return of(name, period) > 0
        case {"count": name, "period": period, "said": said}:
            return of(name, period) == Decimal(said)
        case {"to_date": name, "said": said}:
            return sum(of(name, p) for p in PERIODS[2:here + 1]) == said
        case {"at_least": [a, b], "period": period, "said": said}:
            return of(a, period) * 100 >= of(b, period) * said
        case {"fraction": [a, b], "from": low, "to": high}:
            return low <= of(a, case["period"]) / of(b, case["period"]) <= high
        case {"sum": parts, "said": said}:
            return sum(parts) == said
        case {"share": [a, b], "said": said}:
            return round(100 * a / b) == said
        case {"average": [a, b], "said": said}:
            return round(a / b) == said
        case {"change": name, "period": period, "against": against, "said": said}:
            delta = of(name, period) - of(name, against)
            return delta > 0 if said == "up" else delta < 0 if said == "down" else delta == said
        case {"rising": name, "over": n}:
            line = [of(name, p) for p in PERIODS[here - n:here + 1]]
            return all(a < b for a, b in zip(line, line[1:]))
        case {"highest": name}:
            return of(name, case["period"]) == max(of(name, p) for p in PERIODS[2:here + 1])
        case {"weekday": day, "said": said}:
            return datetime.date.fromisoformat(day).weekday() == said
    raise ValueError(fact)


spots = [(c["unit"], c["period"], p["section"], p["field"]) for c in errors + right for p in c["patch"]]
assert len(spots) == len(set(spots)), sorted(s for s in spots if spots.count(s) > 1)
for case in errors:
    assert not any(holds(f, case) for f in case["facts"]) if "facts" in case else True, case["id"]
    assert all(place["unit"] in BASE["2024Q3"] for place in case["place"]), case["id"]
for case in right:
    assert all(holds(f, case) for f in case["facts"]), case["id"]
for case in errors + right:
    for p in case["patch"]:
        fields = BASE[case["period"]][case["unit"]]["sections"][p["section"]]
        assert p["field"] in fields or "sentence" in case and p["field"] in ("practice", "problem", "plan"), (case["id"], p["field"])
        assert "row" not in p or p["column"] in fields[p["field"]][p["row"] - 1], case["id"]
print(len(errors), "errors of", len({c["kind"] for c in errors}), "kinds;", len(right), "sentences; units:", len({c["unit"] for c in errors}))
