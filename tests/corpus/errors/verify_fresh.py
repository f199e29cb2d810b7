"""Holds fresh/ against base/ and seen/: keys, places, facts, and each error's own rule, one at a time and all at once."""
import copy
import datetime
import json
import pathlib
import re
from decimal import Decimal

HERE = pathlib.Path(__file__).resolve().parent
PERIODS = ["2022Q3", "2022Q4", "2023Q1", "2023Q2", "2023Q3"]


def read(path):
    return json.loads((HERE / path).read_text("utf-8"))


BASE = {p: {u["id"]: u for u in read(f"base/{p}.json")} for p in PERIODS}
ERRORS, RIGHT = read("fresh/errors.json"), read("fresh/legitimate.json")
SEEN = read("seen/errors.json") + read("seen/legitimate.json")
TALLIES = {  # name: section, ledger, number
    "sessions": ("theory-study", "sessions", "sessions_total"), "seminars": ("theory-study", "seminars", "seminars_total"),
    "meetings": ("propaganda", "meetings", "meetings_total"), "articles": ("propaganda", "articles", "articles_total"),
    "branches": ("position-management", "branches", "branches_total"), "sites": ("position-management", "sites", "sites_total"),
    "commentators": ("online-opinion", None, "commentators_total"), "found": ("online-opinion", "items", "found_total"),
    "handled": ("online-opinion", "items", "handled_total"), "inspections": ("safety", "inspections", "inspections_total"),
    "hazards": ("safety", "inspections", "hazards_total"), "rectified": ("safety", None, "rectified_total"),
    "major": ("safety", None, "hazards_major"), "minor": ("safety", None, "hazards_minor"),
    "drills": ("safety", None, "drills_total"), "drill_people": ("safety", None, "drill_people"),
}


def tally(data, name, period, unit):
    section, ledger, number = TALLIES[name]
    own = data[period][unit]["sections"][section]
    if ledger and ledger in own:
        rows = own[ledger]
        return sum(r["hazards"] for r in rows) if name == "hazards" else sum(1 for r in rows if name != "handled" or r["handled"])
    return own[number]


def patched(cases):
    data = copy.deepcopy(BASE)
    for c in cases:
        for p in c["patch"]:
            own = data[c["period"]][c["unit"]]["sections"][p["section"]]
            if "row" in p:
                assert p["column"] in own[p["field"]][p["row"] - 1], c["id"]
                own[p["field"]][p["row"] - 1][p["column"]] = p["set"]
            elif "add" in p:
                assert set(p["add"]) == set(own[p["field"]][0]), c["id"]
                own[p["field"]].append(p["add"])
            elif p["set"] is None:
                assert p["field"] in own, c["id"]
                del own[p["field"]]
            else:
                own[p["field"]] = p["set"]
    return data


def holds(fact, data, unit):
    """Whether what is said is so."""
    if "count" in fact:
        n = tally(data, fact["count"], fact["period"], unit)
        return n > 0 if fact["said"] == "more than 0" else n == int(fact["said"])
    if "ratio" in fact or "share" in fact:
        a, b = (tally(data, n, fact["period"], unit) for n in fact.get("ratio") or fact["share"])
        said = Decimal(fact["said"])
        return round(Decimal(100 * a) / b, -said.as_tuple().exponent) == said
    if "to_date" in fact:
        year = [p for p in PERIODS if p[:4] == fact["period"][:4] and p <= fact["period"]]
        return sum(tally(data, fact["to_date"], p, unit) for p in year) == int(fact["said"])
    if "parts" in fact:
        return sum(map(int, fact["parts"])) == int(fact["whole"])
    if "change" in fact:
        then, now = (tally(data, fact["change"], fact[k], unit) for k in ("against", "period"))
        if fact["said"] in ("up", "down"):
            return now > then if fact["said"] == "up" else now < then
        if fact["said"].endswith("%"):
            return abs(Decimal(100 * (now - then)) / then - Decimal(fact["said"][:-1])) <= Decimal("0.5")
        return now - then == int(fact["said"])
    if "left" in fact:
        return tally(data, "hazards", fact["left"], unit) - tally(data, "rectified", fact["left"], unit) == int(fact["said"])
    raise AssertionError(fact)


def is_day(text):
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def within(day, period):
    return is_day(day) and f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}" == period


def parts_fit(s):
    total = sum(r["hazards"] for r in s["inspections"]) if "inspections" in s else s["hazards_total"]
    return s["hazards_major"] + s["hazards_minor"] == total


def rate_fits(s):
    total = sum(r["hazards"] for r in s["inspections"]) if "inspections" in s else s["hazards_total"]
    return abs(Decimal(s["rate_given"]) - Decimal(100 * s["rectified_total"]) / total) <= Decimal("0.05")


def near_history(data, unit, period, section, name, factor):
    past = [Decimal(BASE[p][unit]["sections"][section][TALLIES[name][2] if name in TALLIES else name]) for p in PERIODS if p < period]
    now = Decimal(data[period][unit]["sections"][section][TALLIES[name][2] if name in TALLIES else name])
    return min(past) / factor < now < max(past) * factor


NAMES = {u["name"]: i for i, u in BASE["2023Q3"].items()}
SHORT = {re.sub("(镇|乡|街道)$", "", n): i for n, i in NAMES.items()}
# Of each kind that no fact tells: whether all is well. It is so in the base, and not with the error.
RULES = {
    "placeholder-left": lambda t, **_: "XX" not in t,
    "placeholder-instruction": lambda t, **_: "请补充" not in t,
    "word-of-another-period": lambda t, **_: "二季度" not in t,
    "plan-for-the-past": lambda t, **_: "8月底前" not in t,
    "day-outside-the-period": lambda t, **_: not re.search("1[0-2]月", t),
    "no-such-day": lambda t, **_: "9月31日" not in t,
    "word-of-another-level": lambda t, c, **_: not re.search("[我全]乡", t) or BASE[c["period"]][c["unit"]]["name"].endswith("乡"),
    "own-name-misspelt": lambda t, c, **_: not re.search("沙.镇", t) or BASE[c["period"]][c["unit"]]["name"] in t,
    "another-unit-named": lambda t, c, **_: not any(n in t for n, i in NAMES.items() if i != c["unit"]),
    "another-unit-short-name": lambda t, c, **_: not any(n in t for n, i in SHORT.items() if i != c["unit"]),
    "announced-and-given": lambda t, **_: "三件事" not in t or "三是" in t,
    "institution-by-its-old-name": lambda t, **_: "县广播电视台" not in t,
    "placeholder-in-a-row": lambda s, **_: not any("×" in r["title"] for r in s["articles"]),
    "row-outside-period": lambda s, c, **_: all(within(r["date"], c["period"]) for r in s["meetings"]),
    "row-doubled": lambda s, **_: len({r["name"] for r in s["branches"]}) == len(s["branches"]),
    "refers-to-nothing": lambda s, **_: {r["inspection"] for r in s["reviews"]} <= {r["number"] for r in s["inspections"]},
    "row-before-its-cause": lambda s, **_: all(i["date"] <= r["date"] for r in s["reviews"] for i in s["inspections"]
                                               if i["number"] == r["inspection"]),
    "number-given-twice": lambda s, **_: len({r["number"] for r in s["inspections"]}) == len(s["inspections"]),
    "part-over-whole": lambda s, **_: s["rectified_total"] <= s["hazards_total"],
    "parts-do-not-add-up": lambda s, **_: parts_fit(s),
    "rate-given-wrong": lambda s, **_: rate_fits(s),
    "rate-over-a-hundred": lambda s, **_: Decimal(s["rate_given"]) <= 100,
    "negative-given": lambda s, **_: Decimal(s["fund_paid"]) >= 0,
    "spent-over-planned": lambda s, **_: Decimal(s["fund_paid"]) <= Decimal(s["fund_planned"]),
    "measure-mistaken": lambda d, c, **_: near_history(d, c["unit"], c["period"], "safety", "fund_planned", 1000),
    "far-above-history": lambda d, c, **_: near_history(d, c["unit"], c["period"], "propaganda", "articles", 5),
    "far-below-history": lambda d, c, **_: near_history(d, c["unit"], c["period"], "propaganda", "articles", 5),
    "one-of-two-missing": lambda s, **_: ("fund_planned" in s) == ("fund_paid" in s),
    "neither-of-two": lambda s, **_: "contact" in s or "duty" in s,
    "people-without-an-event": lambda s, **_: s["drills_total"] > 0 or not s["drill_people"],
}


def well(c, data):
    """Whether the place of an error is in order in these data."""
    at = c["place"][0]
    s = data[c["period"]][at["unit"]]["sections"][at["section"]]
    if c["kind"] in RULES:
        text = s.get(at["field"]) if isinstance(s.get(at["field"], ""), str) else ""
        return RULES[c["kind"]](s=s, t=text or "", c=c, d=data)
    text = s.get(at["field"]) or ""
    for fact in c["facts"]:
        if "same_as" in fact:
            p, section, name = fact["same_as"]
            return text != data[p][c["unit"]]["sections"][section][name]
        if "same_as_unit" in fact:
            other, section, name = fact["same_as_unit"]
            return text != data[c["period"]][other]["sections"][section][name]
    return c["sentence"] not in text or all(holds(f, data, c["unit"]) for f in c["facts"])


def spots(c):
    return {(c["unit"], c["period"], p["section"], p["field"]) for p in c["patch"]}


def verify():
    assert (len(ERRORS), len(RIGHT)) == (50, 30)
    assert [c["id"] for c in ERRORS] == [f"E{n}" for n in range(101, 151)]
    assert [c["id"] for c in RIGHT] == [f"L{n:03}" for n in range(61, 91)]
    assert len({c["kind"] for c in ERRORS}) >= 35
    assert {c["unit"] for c in ERRORS} == {c["unit"] for c in RIGHT} == set(BASE["2023Q3"])
    taken = set().union(*map(spots, SEEN))
    for c in ERRORS + RIGHT:
        assert c["why"] and c["patch"] and c["period"] in PERIODS[-2:], c["id"]
        assert not spots(c) & taken, c["id"]
        taken |= spots(c)
        kept = patched([c])
        for p in c["patch"]:
            own = BASE[c["period"]][c["unit"]]["sections"][p["section"]].get(p["field"])
            if isinstance(p.get("set"), str) and "row" not in p and c.get("sentence") and p["set"] != c["sentence"] and p["field"] != "rate_given":
                assert own and p["set"].startswith(own + "。"), c["id"]
        if "sentence" in c:
            assert any(p.get("set", "") == c["sentence"] or str(p.get("set")).endswith("。" + c["sentence"]) for p in c["patch"]), c["id"]
        for at in c.get("place", []):
            own = kept[c["period"]][at["unit"]]["sections"][at["section"]]
            before = BASE[c["period"]][at["unit"]]["sections"][at["section"]]
            assert at["field"] in own or at["field"] in before or c["kind"] == "neither-of-two", c["id"]
            if "row" in at:
                assert 1 <= at["row"] <= len(own[at["field"]]), c["id"]
                assert at.get("column", "date") in own[at["field"]][at["row"] - 1] or "column" not in at, c["id"]
    clean, every, sentences = patched([]), patched(ERRORS + RIGHT), patched(RIGHT)
    for c in ERRORS:
        assert c["place"] and set(c) <= {"id", "kind", "unit", "period", "patch", "place", "sentence", "why", "facts"}
        assert well(c, clean), c["id"]
        assert well(c, sentences), c["id"]
        assert not well(c, patched([c])), c["id"]
        assert not well(c, patched(ERRORS)), c["id"]
        assert not well(c, every), c["id"]
    for c in RIGHT:
        for data in (sentences, every):
            assert all(holds(f, data, c["unit"]) for f in c.get("facts", [])), c["id"]
    print(f"{len(ERRORS)} errors of {len({c['kind'] for c in ERRORS})} kinds, {len(RIGHT)} sentences: all hold")


if __name__ == "__main__":
    verify()
