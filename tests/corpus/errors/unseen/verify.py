"""Holds the half against itself, by rules of its own: what make.py and base.py compute is counted anew from the files. python verify.py"""
import collections
import copy
import datetime
import json
import pathlib
import re
from decimal import ROUND_HALF_UP, Decimal

HERE = pathlib.Path(__file__).parent
PERIODS = ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1"]
TESTED = PERIODS[3:]
TEXTS = ("practice", "problem", "plan")
MONTHS = {"1": ("01", "02", "03"), "2": ("04", "05", "06"), "3": ("07", "08", "09"), "4": ("10", "11", "12")}
faults = []


def load(name):
    return json.loads((HERE / name).read_text(encoding="utf-8"))


DECLARED = load("declarations.json")
LISTS = {p: load(f"base/{p}.json") for p in PERIODS}
BASE = {p: {u["id"]: u for u in LISTS[p]} for p in PERIODS}
ERRORS, LEGITIMATE = load("errors.json"), load("legitimate.json")
NAMES = {u["id"]: u["name"] for u in LISTS["2026Q1"]}


def need(holds, *what):
    if not holds:
        faults.append(" ".join(map(str, what)))


def in_quarter(period, date):
    return date[:4] == period[:4] and date[5:7] in MONTHS[period[5]]


def first_date(declared):
    return next((name for name, c in declared["columns"].items() if c["type"] == "date"), None)


def number(x):
    return x if isinstance(x, Decimal) else Decimal(str(x))


def rounded(x, scale):
    return number(x).quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)


def share(part, whole):
    return rounded(number(part) * 100 / number(whole), 1)


def recount(data, unit, period, section):
    """The counts of a section: its rows of the quarter, or the numbers given."""
    fields, result = data[period][unit]["sections"][section], {}
    declared = DECLARED[section]
    for name, c in declared["counts"].items():
        if "ratio" in c:
            continue
        if "ledger" in c and c["ledger"] in fields:
            dated = first_date(declared["fields"][c["ledger"]])
            rows = [r for r in fields[c["ledger"]] if in_quarter(period, r[dated])]
            if "where" in c:
                rows = [r for r in rows if r.get(c["where"]) is True]
            result[name] = sum((number(r[c["sum"]]) for r in rows), Decimal(0)) if "sum" in c else Decimal(len(rows))
        elif fields.get(c["number"]) is not None:
            result[name] = number(fields[c["number"]])
    return result


def alike(rows):
    return len(rows) - len({json.dumps(r, sort_keys=True) for r in rows})


def apply(data, entry):
    fields = data[entry["period"]][entry["unit"]]["sections"]
    for change in entry["patch"]:
        section, field = fields[change["section"]], change["field"]
        if "add" in change:
            section[field].append(change["add"])
        elif "remove" in change:
            del section[field][change["remove"] - 1]
        elif "row" in change:
            need(change["column"] in section[field][change["row"] - 1] or change["column"] in DECLARED[change["section"]]["fields"][field]["columns"], entry["id"], "no such column")
            section[field][change["row"] - 1][change["column"]] = change["set"]
        elif change["set"] is None:
            del section[field]
        else:
            need(field in section, entry["id"], "no such field")
            section[field] = change["set"]


def holds(data, entry, fact, x=None):
    """Whether what is claimed is so, with the data as they are."""
    unit, period, section = entry["unit"], entry["period"], entry["patch"][0]["section"]
    q = PERIODS.index(period)

    def of(p, which=section):
        # What was filed of earlier quarters is the base.
        return recount(data if p == period else BASE, unit, p, which)
    try:
        x = Decimal(x) if x is not None else None
    except ArithmeticError:
        pass
    fields = data[period][unit]["sections"][section]
    known = {
        "x": x, "data": fields, "before": BASE[PERIODS[q - 1]][unit]["sections"][section], "now": of(period), "was": of(PERIODS[q - 1]),
        "ago": of(PERIODS[q - 4]) if q == 4 else None, "of": of, "other": lambda which: of(period, which), "earlier": PERIODS[:q],
        "year": lambda name: sum(of(p)[name] for p in PERIODS if p[:4] == period[:4] and p <= period), "rows": lambda name: fields[name],
        "inside": lambda date: in_quarter(period, date), "month": lambda date: int(date[5:7]), "weekday": lambda *day: datetime.date(*day).isoweekday(),
        "share": share, "rounded": rounded, "number": number, "alike": alike, "names": set(NAMES.values()), "name": NAMES[unit], "text": entry.get("sentence", ""),
        **{k: fact[k] for k in ("other", "village", "day_of") if k in fact and k != "other"}, "abs": abs, "max": max, "min": min, "sum": sum, "all": all, "any": any, "len": len,
    }
    if "other" in fact:
        known["other"] = fact["other"]
    return bool(eval(fact["claim"], {"__builtins__": {}, **known}))


def check_form(entry, fact):
    form, x = fact.get("form"), fact.get("x")
    if form is None:
        return
    need(form in entry["sentence"], entry["id"], "does not say", form)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", x or ""):
        need([int(v) for v in re.findall(r"\d+", form)] == [int(x[5:7]), int(x[8:])], entry["id"], form, x)
    elif re.search(r"\d", form):
        need(Decimal(re.search(r"\d+(\.\d+)?", form)[0]) == Decimal(x), entry["id"], form, x)
    else:
        digits = {c: i for i, c in enumerate("零一二三四五六七八九")}
        if m := re.match(r"([一二三四五六七八九]?)十([一二三四五六七八九]?)", form):
            need((digits.get(m[1], 1) or 1) * 10 + digits.get(m[2], 0) == int(x), entry["id"], form, x)
        elif m := re.match(r"([一二三四五六七八九])分之([一二三四五六七八九])", form):
            need(Decimal(digits[m[2]]) / digits[m[1]] == Decimal(x), entry["id"], form, x)
        else:
            need(digits.get(form[0]) == int(x) if form[0] in digits else form[0] == "星", entry["id"], form, x)


# The base, and that its last two quarters are clean.
def clean():
    order = [u["id"] for u in LISTS[PERIODS[0]]]
    need(len(order) == len(set(order)) == len(set(NAMES.values())) == 30, "thirty units")
    short = {u: re.sub("(镇|乡|街道)$", "", n) for u, n in NAMES.items()}
    texts = collections.Counter()
    for p in PERIODS:
        need([u["id"] for u in LISTS[p]] == order, p, "other units")
        once = collections.defaultdict(list)
        for place, u in enumerate(order):
            need(list(BASE[p][u]["sections"]) == list(DECLARED), p, u, "sections")
            for section, fields in BASE[p][u]["sections"].items():
                where, declared = f"{p} {u} {section}", DECLARED[section]
                ledgers = {f for f, d in declared["fields"].items() if d["type"] == "ledger"}
                kept = place % 2 == 0 and p >= "2025Q3"
                need(set(fields) <= set(declared["fields"]), where, "unknown fields")
                need((set(fields) & ledgers) == (ledgers if kept else set()), where, "ledgers")
                if p < "2025Q3":
                    need(not set(fields) & set(TEXTS), where, "texts")
                now = recount(BASE, u, p, section)
                rated = {n for n, c in declared["counts"].items() if "ratio" in c}
                need(set(now) | rated == set(declared["counts"]), where, "a count is missing")
                for n, c in declared["counts"].items():
                    if c.get("ledger"):
                        need((c["number"] in fields) != kept, where, c["number"])
                    if "parts" in c:
                        need(now[n] == sum(number(fields[f]) for f in c["parts"]), where, n, "is not its parts")
                    if "ratio" in c:
                        part, whole = (now[i] for i in c["ratio"])
                        need(whole > 0 and rounded(part * 100 / whole, c["scale"]) == number(fields[c["number"]]) <= 100, where, n)
                for f, d in declared["fields"].items():
                    if f in fields and d["type"] in ("integer", "decimal"):
                        need(number(fields[f]) >= 0 and isinstance(fields[f], int if d["type"] == "integer" else str), where, f)
                        if d["type"] == "decimal" and d["measure"] != "%":
                            once[section, f].append(fields[f])
                for f in ledgers & set(fields):
                    check_ledger(where, p, fields, f, declared["fields"][f], short, u)
                check_rules(where, declared, fields, now)
                check_past(where, p, u, section, declared, now)
                for f in TEXTS:
                    if f in fields:
                        texts[fields[f]] += 1
                        check_text(where, f, fields[f], declared, now, short, u)
                for f in set(fields) & {"duty"}:
                    old = BASE[PERIODS[PERIODS.index(p) - 1]][u]["sections"][section].get(f)
                    need(old != fields[f], where, f, "is as it was")
        for (section, f), values in once.items():
            if f in ("length", "pipes"):
                need(len(set(values)) == len(values), p, section, f, "two units have the same")
        if p in TESTED:
            check_likeness(p)
    need(max(texts.values()) == 1, "a text is there twice")
    figures = collections.Counter(t.split("。")[1] for t in texts if "。" in t)
    need(max(figures.values()) == 1, "two texts have the same figures", figures.most_common(1))


def check_ledger(where, p, fields, f, declared, short, u):
    rows = fields[f]
    need(rows and alike(rows) == 0, where, f, "rows that are alike")
    for r in rows:
        need(set(r) <= set(declared["columns"]), where, f, r)
        for c, d in declared["columns"].items():
            need(c in r or not d.get("required"), where, f, c, "is missing")
            if d["type"] == "date" and r.get(c):
                need(in_quarter(p, r[c]), where, f, r[c])
            if d["type"] == "text" and c in r:
                need(r[c] and not any(s in r[c] for s in short.values()), where, f, r[c])
            if "refers" in d:
                ledger, column = d["refers"].split(".")
                back = [i for i in fields[ledger] if i[column] == r[c]]
                need(len(back) == 1 and back[0]["date"] <= r["date"], where, f, r)
        if "fixed_on" in declared["columns"]:
            need(bool(r["fixed"]) == ("fixed_on" in r) and r.get("fixed_on", "9") >= r["found"], where, f, r)
        if "passed" in r:
            need(r["passed"] <= r["batches"], where, f, r)
    for c in declared.get("unique", []):
        need(len({r[c] for r in rows}) == len(rows), where, f, c, "is not unique")


def check_rules(where, declared, fields, now):
    for c in declared["checks"]:
        if "rule" in c:
            small, great = c["rule"].split(" <= ")
            need(now[small] <= now[great], where, c["rule"])
        if "together" in c:
            need(len({number(fields[f]) > 0 for f in c["together"]}) == 1, where, c)
        if "either" in c:
            need(any(fields.get(f) for f in c["either"]), where, c)


def check_past(where, p, u, section, declared, now):
    q = PERIODS.index(p)
    for back in (1, 4):
        if q >= back:
            old = recount(BASE, u, PERIODS[q - back], section)
            for n, c in declared["counts"].items():
                if c.get("over_time") == "sum":
                    need(now[n] != old[n], where, n, "is what it was")
                    if back == 1 and p in TESTED and any(n in k.get("history", []) for k in declared["checks"]):
                        need(Decimal("0.8") < now[n] / old[n] < Decimal("1.25"), where, n, "leaps")
    if p in TESTED:
        for n in {n for k in declared["checks"] for n in k.get("history", [])}:
            past = [recount(BASE, u, o, section)[n] for o in PERIODS[:q]]
            mean = sum(past) / len(past)
            need(abs(now[n] - mean) < mean * Decimal("0.13"), where, n, "is far from its past")


def check_text(where, f, text, declared, now, short, u):
    need(not any(s in text for o, s in short.items()), where, f, "names a unit")
    need(not re.search(r"[×_（）]|待补|，，|。。", text), where, f, text)
    left = text
    for n, c in declared["counts"].items():
        if "ratio" not in c:
            for m in re.finditer(re.escape(c["label"]) + r"(\d+(?:\.\d+)?)(人次|家次|户次|辆次|批次|万吨|万元|\D)", text):
                need(Decimal(m[1]) == now[n] and m[2] == c["measure"], where, f, m[0])
                left = left.replace(m[0], "")
    need(not re.search(r"\d", left), where, f, "a figure that is of nothing:", left)


def check_likeness(p):
    """No two texts of a quarter have two clauses in common; nor a text with that of the quarter before."""
    seen = collections.defaultdict(list)
    before = PERIODS[PERIODS.index(p) - 1]
    for u in BASE[p]:
        for section, fields in BASE[p][u]["sections"].items():
            for f in TEXTS:
                if f in fields:
                    clauses = set(re.split("[，。]", fields[f].split("。")[0]))
                    old = set(re.split("[，。]", BASE[before][u]["sections"][section].get(f, "")))
                    need(not clauses & old, p, u, section, f, "as the quarter before")
                    for other in seen[section, f]:
                        need(len(clauses & other) < 2, p, u, section, f, "like another's")
                    seen[section, f].append(clauses)


def check_entry(entry, error):
    where = entry["id"]
    need(entry["period"] in TESTED and entry["unit"] in NAMES and entry["why"] and entry["facts"], where, "shape")
    need(len({c["section"] for c in entry["patch"]}) == 1, where, "more than one section")
    alone = copy.deepcopy(BASE)
    apply(alone, entry)
    need(alone != BASE, where, "changes nothing")
    if "sentence" in entry:
        change = entry["patch"][0]
        old = BASE[entry["period"]][entry["unit"]]["sections"][change["section"]][change["field"]]
        need(len(entry["patch"]) == 1 and change["set"] == old + "。" + entry["sentence"], where, "the field's own text")
        need(not re.search(r"\d", old), where, "stands beside figures")
    for fact in entry["facts"]:
        check_form(entry, fact)
        for data in (alone, ALL):
            need(holds(data, entry, fact, fact.get("x")) is not error, where, fact["claim"], "is not as it is said to be")
        if error and "right" in fact:
            need(holds(alone, entry, fact, fact["right"]), where, fact["claim"], "is not right with", fact["right"])
        if error and "sentence" not in entry:
            need(holds(BASE, entry, fact), where, fact["claim"], "was not so before")
    if error:
        need(entry["place"], where, "no place")
        for place in entry["place"]:
            fields = alone[entry["period"]][entry["unit"]]["sections"][place["section"]]
            need(place["section"] == entry["patch"][0]["section"] and place["field"] in fields, where, place)
            if "row" in place:
                need(1 <= place["row"] <= len(fields[place["field"]]), where, place)
                need(place.get("column", "date") in DECLARED[place["section"]]["fields"][place["field"]]["columns"] or "column" not in place, where, place)
        spots = {(c["section"], c["field"]) for c in entry["patch"]}
        need(spots & {(s["section"], s["field"]) for s in entry["place"]}, where, "does not point at what was changed")


ALL = copy.deepcopy(BASE)
for entry in ERRORS + LEGITIMATE:
    apply(ALL, entry)

clean()
need([e["id"] for e in ERRORS] == [f"U{i:02}" for i in range(1, 51)], "fifty errors")
need([e["id"] for e in LEGITIMATE] == [f"V{i:02}" for i in range(1, 31)], "thirty sentences")
need(len({e["kind"] for e in ERRORS}) >= 40, "forty kinds")
touched = collections.Counter((e["unit"], e["patch"][0]["section"]) for e in ERRORS + LEGITIMATE)
need(max(touched.values()) == 1, "a section is touched twice", touched.most_common(1))
for e in ERRORS:
    check_entry(e, True)
for e in LEGITIMATE:
    need("place" not in e and e.get("sentence"), e["id"], "shape")
    check_entry(e, False)
for e in ERRORS + LEGITIMATE:
    for fact in e["facts"]:
        if which := re.search(r"other\('(\w+)'\)", fact["claim"]):
            need((e["unit"], which[1]) not in touched, e["id"], "leans on a section that is changed")

for f in faults:
    print(f)
by = collections.Counter(e["patch"][0]["section"] for e in ERRORS + LEGITIMATE)
print(f"{len(ERRORS)} errors of {len({e['kind'] for e in ERRORS})} kinds, {len(LEGITIMATE)} sentences of {len({e['kind'] for e in LEGITIMATE})};",
      ", ".join(f"{s} {n}" for s, n in by.items()), "" if faults else "- all holds")
raise SystemExit(1 if faults else 0)
