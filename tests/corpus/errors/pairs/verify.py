"""Holds the corpus against itself, from the written files alone: the base is clean, each mistake makes untrue what it says (alone, and
with all of its half), each legitimate sentence is true."""
import copy
import json
import re
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

HERE = Path(__file__).parent
PERIODS = ["2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4"]
TESTED = PERIODS[3:]
TEXTS = ["practice", "problem", "plan"]


def load_base(here):
    return {p: {u["id"]: u for u in json.loads((here / "base" / f"{p}.json").read_text(encoding="utf-8"))} for p in PERIODS}


DECLARED = json.loads((HERE / "declarations.json").read_text(encoding="utf-8")) if (HERE / "declarations.json").exists() else {}


def edges(period):
    year, quarter = int(period[:4]), int(period[5])
    after = date(year + 1, 1, 1) if quarter == 4 else date(year, quarter * 3 + 1, 1)
    return date(year, quarter * 3 - 2, 1).isoformat(), (after - timedelta(1)).isoformat()


def r(value, scale):
    return Decimal(value).quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)


def pc(top, below):
    return r(Decimal(top) * 100 / Decimal(below), 1)


def real(year, month, day):
    try:
        date(year, month, day)
        return True
    except ValueError:
        return False


def shown(value):
    if isinstance(value, Decimal) and value.as_tuple().exponent == 0:
        return int(value)
    return format(value, "f") if isinstance(value, Decimal) else value


def first_day_column(declared):
    return next((c for c, d in declared["columns"].items() if d["type"] == "date"), None)


def recount(declared, data, period):
    """Every count of a section from what was filed."""
    start, end = edges(period)
    made = {}
    for name, count in declared["counts"].items():
        if "ratio" in count:
            continue
        rows = data.get(count.get("ledger"))
        if rows is not None:
            day = first_day_column(declared["fields"][count["ledger"]])
            rows = [x for x in rows if x.get(day) and start <= x[day] <= end]
            if "where" in count:
                rows = [x for x in rows if x.get(count["where"])]
            made[name] = sum((Decimal(x[count["sum"]]) for x in rows), Decimal(0)) if "sum" in count else Decimal(len(rows))
        elif data.get(count["number"]) is not None:
            made[name] = Decimal(data[count["number"]])
        for part in count.get("parts", []):
            if data.get(part) is not None:
                made[part] = Decimal(data[part])
    for name, count in declared["counts"].items():
        if "ratio" in count:
            top, below = (made.get(c) for c in count["ratio"])
            if top is not None and below:
                made[name] = pc(top, below)
    return made


class Names:
    def __init__(self, values):
        self.__dict__.update(values)


class World:
    """The data of all quarters, with or without patches."""

    def __init__(self, data, patches=()):
        self.data = copy.deepcopy(data) if patches else data
        for entry in patches:
            for patch in entry["patch"]:
                self.apply(entry["period"], entry["unit"], patch)
        self.counted = {}

    def apply(self, period, unit, patch):
        section = self.data[period][unit]["sections"][patch["section"]]
        field = patch["field"]
        if "add" in patch:
            section[field].append(patch["add"])
        elif "row" in patch:
            row = section[field][patch["row"] - 1]
            row.pop(patch["column"], None) if patch["set"] is None else row.__setitem__(patch["column"], patch["set"])
        elif patch["set"] is None:
            section.pop(field)
        else:
            section[field] = patch["set"]

    def section(self, period, unit, section):
        return self.data[period][unit]["sections"][section]

    def counts(self, period, unit, section):
        key = period, unit, section
        if key not in self.counted:
            self.counted[key] = recount(DECLARED[section], self.section(period, unit, section), period)
        return self.counted[key]

    def evaluate(self, claim, unit, section, period, field):
        at = PERIODS.index(period)
        data = self.section(period, unit, section)
        name = self.data[period][unit]["name"]
        past = lambda count: [self.counts(p, unit, section)[count] for p in PERIODS[: at + 1]]
        year = lambda count: [self.counts(p, unit, section)[count] for p in PERIODS[: at + 1] if p[:4] == period[:4]]
        start, end = edges(period)
        marks = "一二三四五六七八九"

        def listed(of):
            return next(n for n in range(9) if f"{marks[n]}是" not in data[of])

        def rising(count, times):
            run = past(count)
            return len(run) > times and all(run[-k] > run[-k - 1] for k in range(1, times + 1))

        def unlike(ledger):
            rows = [json.dumps(x, sort_keys=True) for x in data[ledger]]
            return len(set(rows)) == len(rows)

        def spans(of):
            found = re.findall(r"自(\d+)月(\d+)日起?，?至(\d+)月(\d+)日", data[of])
            return all((int(a), int(b)) <= (int(c), int(d)) for a, b, c, d in found) and bool(found)

        known = {
            "n": Names(self.counts(period, unit, section)),
            "w": Names(self.counts(PERIODS[at - 1], unit, section)),
            "first": Names(self.counts(PERIODS[0], unit, section)),
            "sec": lambda s: Names(self.counts(period, unit, s)),
            "y": lambda c: sum(year(c)),
            "earlier": lambda c: year(c)[:-1],
            "rising": rising,
            "rows": lambda ledger: data[ledger],
            "unlike": unlike,
            "spans": spans,
            "listed": listed,
            "field": lambda f: data.get(f),
            "text": lambda f: data[f],
            "text_of": lambda u, f: self.section(period, u, section)[f],
            "last_text": lambda f: self.section(PERIODS[at - 1], unit, section)[f],
            "found": lambda pattern: Decimal(re.search(pattern, data[field]).group(1)),
            "units": list(self.data[period]),
            "unit": unit,
            "name": name,
            "own": own(name),
            "start": start,
            "end": end,
            "quarter": lambda q: edges(f"{period[:4]}Q{q}")[0],
            "weekday": lambda *day: "一二三四五六日"[date(*day).weekday()],
            "pc": pc,
            "r": r,
            "real": real,
            "D": Decimal,
        }
        if at >= 4:
            known["a"] = Names(self.counts(PERIODS[at - 4], unit, section))
        return eval(claim, {"__builtins__": {"abs": abs, "all": all, "len": len, "max": max, "min": min, "sum": sum}, **known})


def own(name):
    return "本街道" if name.endswith("街道") else "我" + name[-1]


def same(one, other):
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    try:
        return Decimal(str(one)) == Decimal(str(other))
    except ArithmeticError:
        return one == other


FAULTS = []


def ask(holds, *words):
    if not holds:
        FAULTS.append(" ".join(str(w) for w in words))


# --- what is filed holds together

ORDERED = {"orders": [("issued", "done_on")], "letters": [("received", "settled_on")], "repairs": [("start", "finish")], "classes": [("start", "finish")]}
BELOW = {"classes": [("passed", "people")], "screens": [("abnormal", "examined")], "visits": [("matters", "people")]}


def hold_figures(world, skip=()):
    """Sums, rates, rules, ledgers of every section but those in `skip`."""
    for period in PERIODS:
        start, end = edges(period)
        for unit in world.data[period]:
            for section, declared in DECLARED.items():
                if (unit, section, period) in skip:
                    continue
                where = (period, unit, section)
                data, counts = world.section(period, unit, section), world.counts(period, unit, section)
                ask(set(data) <= set(declared["fields"]), *where, "unknown field", set(data) - set(declared["fields"]))
                for name, count in declared["counts"].items():
                    ask(name in counts, *where, name, "missing")
                    if "parts" in count:
                        ask(counts[name] == sum(counts[p] for p in count["parts"]), *where, name, "is not its parts")
                    if "ratio" in count:
                        ask(counts[name] < 100, *where, name, "is 100 or more")
                        given = data.get(count["number"])
                        ask(given is None or Decimal(given) == counts[name], *where, name, "given otherwise")
                    if "ledger" in count:
                        ask((count["ledger"] in data) != (count["number"] in data), *where, name, "ledger and number")
                for check in declared["checks"]:
                    if "rule" in check:
                        low, high = check["rule"].split(" <= ")
                        ask(counts[low] <= counts[high], *where, check)
                    if "together" in check:
                        ask(len({data.get(f) is None for f in check["together"]}) == 1, *where, check)
                    if "either" in check:
                        ask(any(data.get(f) for f in check["either"]), *where, check)
                for field, kind in declared["fields"].items():
                    if kind["type"] == "ledger" and field in data:
                        hold_ledger(where, field, kind, data, start, end)
                    elif kind["type"] in ("integer", "decimal") and field in data:
                        ask(Decimal(data[field]) > 0, *where, field, "is not above 0")


def hold_ledger(where, field, kind, data, start, end):
    rows = data[field]
    day = first_day_column(kind)
    for row in rows:
        ask(set(row) <= set(kind["columns"]), *where, field, "unknown column")
        for name, column in kind["columns"].items():
            ask(not column.get("required") or row.get(name) not in (None, ""), *where, field, name, "empty")
            if "refers" in column:
                ledger, key = column["refers"].split(".")
                target = [x for x in data[ledger] if x[key] == row[name]]
                ask(len(target) == 1, *where, field, name, "refers to nothing")
                ask(all(x[first_day_column(DECLARED[where[2]]["fields"][ledger])] <= row[day] for x in target), *where, field, "before what it refers to")
            if column["type"] == "date" and row.get(name):
                ask(start <= row[name] <= end, *where, field, name, row[name], "outside")
        for low, high in ORDERED.get(field, []):
            ask(row.get(high) is None or row[low] <= row[high], *where, field, high, "before", low)
        for low, high in BELOW.get(field, []):
            ask(row[low] <= row[high], *where, field, low, "above", high)
        if "done" in row or "settled" in row:
            done = row.get("done", row.get("settled"))
            ask(done == bool(row.get("done_on") or row.get("settled_on")), *where, field, "day without being done")
    for key in kind.get("unique", []):
        ask(len({x[key] for x in rows}) == len(rows), *where, field, key, "twice")
    bare = [tuple(str(v) for k, v in x.items() if k not in kind.get("unique", [])) for x in rows]
    ask(len(set(bare)) == len(bare), *where, field, "row twice")


def hold_movement(world):
    """No sum is what it was the quarter before, nor twice as much or half."""
    for before, period in zip(PERIODS, PERIODS[1:]):
        for unit in world.data[period]:
            for section, declared in DECLARED.items():
                now, was = world.counts(period, unit, section), world.counts(before, unit, section)
                for name, count in declared["counts"].items():
                    if count.get("over_time") == "sum" or "parts" in count:
                        ask(now[name] != was[name], period, unit, section, name, "is what it was")
                    if count.get("over_time") == "sum" and now[name] >= 20:
                        ask(Decimal("0.3") < now[name] / was[name] < 3, period, unit, section, name, "leaps")


# --- texts

WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
PLACE_HOLDERS = re.compile(r"×|_|待补充|待填|（\s*）|\bNaN|【|&")
SEASONS = {"2025Q2": ["入夏", "汛前", "初夏", "暑期", "主汛期", "高温"], "2025Q3": ["盛夏", "主汛期", "暑期", "秋冬", "国庆", "岁末"], "2025Q4": ["入冬", "岁末", "秋冬", "春节", "开春", "元宵", "春耕"]}
ALL_SEASONS = {w for words in SEASONS.values() for w in words} | {"春季", "夏收", "秋收", "中秋", "端午", "清明"}
PART_LABELS = {"calls_home": "住房类", "calls_road": "交通类", "calls_life": "民生类", "length_county": "县道", "length_town": "乡道", "length_village": "村道"}
PEOPLE_COUNTED = {"health": {"people": ["义诊群众"]}}


def labels_of(section, name):
    declared = DECLARED[section]
    if name in declared["counts"]:
        count = declared["counts"][name]
        return [count["label"], *count.get("also", [])]
    return [PART_LABELS.get(name) or declared["fields"][name]["label"]]


def measure_of(section, name):
    declared = DECLARED[section]
    count = declared["counts"].get(name)
    if count:
        return "%" if "ratio" in count else count["measure"]
    return declared["fields"][name]["measure"]


DERIVED = {
    "safety": [("份", "n['orders'] - n['done']", "未完成整改")],
    "letters": [("件", "n['disputes'] - n['mediated']", "没有谈拢")],
    "roads": [("万元", "n['fund_planned'] - n['fund_paid']", "未支付")],
    "training": [("人", "n['trained'] - n['passed']", "没有合格")],
    "health": [],
}


def hold_number(world, where, field, part, found, carrier):
    """One number of a base text: the one of its measure whose name stands nearest before it (or right after it) has to be it."""
    period, unit, section = where
    number = Decimal(found.group(1))
    now = world.counts(period, unit, section)
    was = world.counts(PERIODS[PERIODS.index(period) - 1], unit, section)
    tail = part[found.end():]
    head = part[: found.start()]
    if re.match(r"月", tail) or re.match(r"日|年", tail):
        return
    if field == "plan" and re.search(r"计划|拟", head):
        ask(re.match(r"家次|场|次|件|块|人次|期|人", tail), *where, field, found.group(0), "of no measure in a plan")
        return
    for measure, claim, words in DERIVED[section]:
        if words in tail and tail.startswith(measure) and re.search(r"尚有$|还有$|中有$", head):
            ask(number == eval(claim, {"n": now}), *where, field, number, "left over otherwise")
            return
    names = [n for n in now if tail.startswith(measure_of(section, n))]
    longest = max((len(measure_of(section, n)) for n in names), default=0)
    best = None
    for name in names:
        if len(measure_of(section, name)) < longest:
            continue
        for label in labels_of(section, name):
            at = head.rfind(label)
            if at >= 0 and (best is None or (at + len(label), len(label)) > best[0]):
                best = ((at + len(label), len(label)), name)
    if best is None:
        ask(carrier, *where, field, found.group(0), "belongs to nothing:", part)
        return
    values = was if re.search(r"上季度(为|的)?$", re.split(r"，|、", head)[-1].rstrip()) or head.endswith("上季度") else now
    ask(number == values[best[1]] or carrier, *where, field, number, "is not", best[1], values[best[1]])


def grams(text):
    return {text[i : i + 4] for i in range(len(text) - 3)}


def hold_texts(world, carriers):
    names = {u: d["name"] for u, d in world.data["2025Q4"].items()}
    villages = defaultdict(set)
    seen = {}
    figures = Counter()
    for period in PERIODS[2:]:
        start, end = edges(period)
        months = {int(start[5:7]) + k for k in range(3)}
        ahead = {(int(start[5:7]) + 2 + k) % 12 + 1 for k in range(3)}
        for section in DECLARED:
            for field in TEXTS:
                near = []
                for unit in world.data[period]:
                    where = period, unit, section
                    text = world.section(*where)[field]
                    carrier = carriers.get((*where, field))
                    ask(text not in seen, *where, field, "stands in", seen.get(text))
                    seen[text] = where
                    ask(text.endswith(("。", "”")) and text.count("（") == text.count("）") and text.count("“") == text.count("”"), *where, field, "marks")
                    ask(not PLACE_HOLDERS.search(text), *where, field, "placeholder")
                    ask(not re.search(r"([^\d]{2,})\1|，，|。。", text), *where, field, "doubled", text)
                    for other, name in names.items():
                        ask(other == unit or (name not in text and name[:2] not in text), *where, field, "names", name)
                    ask(not re.search(r"我县|我市|本县", text), *where, field, "another kind of place")
                    mine = own(names[unit])
                    ask(all(w == mine for w in re.findall(r"我[镇乡]|本街道", text)), *where, field, "own name")
                    villages[unit] |= set(re.findall(r"[东西南北上前后石竹松柳杏梅][坝垌圩沟塬岔堡寨冲涧垭陇]村", text))
                    for season in ALL_SEASONS:
                        ask(season not in text or season in SEASONS[period] or season in ("岁末",) and field == "plan", *where, field, season)
                    for month in re.findall(r"(?<!\d)(\d{1,2})月", text.translate(WIDE)):
                        ask(int(month) in (ahead if field == "plan" else months), *where, field, month, "月")
                    whole = text
                    for part in re.split(r"(?<=。)", text):
                        flat = part.translate(WIDE)
                        for found in re.finditer(r"(\d+(?:\.\d+)?)", flat):
                            hold_number(world, where, field, flat, found, bool(carrier and part and part.rstrip("。") in carrier or carrier and carrier in part))
                    if re.search(r"\d(?!\d*月[初中下上])", re.sub(r"\d+月", "", whole.translate(WIDE))) or carrier and re.search(r"[一二三四五六七八九十]+[名场%]|百分之", carrier):
                        figures[period] += 1
                    now = grams(text)
                    for other, g in near:
                        share = len(now & g) / min(len(now), len(g))
                        ask(share < 0.7, *where, field, "is nearly", other, round(share, 2))
                    near.append((unit, now))
    for one in villages:
        for other in villages:
            ask(one == other or not villages[one] & villages[other], one, other, "share a village")
    for period in PERIODS[2:]:
        for unit in world.data[period]:
            for section in DECLARED:
                for field in TEXTS:
                    now = grams(world.section(period, unit, section)[field])
                    for before in PERIODS[2 : PERIODS.index(period)]:
                        was = grams(world.section(before, unit, section)[field])
                        ask(len(now & was) / min(len(now), len(was)) < 0.7, period, unit, section, field, "is nearly that of", before)
    return {p: round(figures[p] / (len(DECLARED) * 90 / 1), 3) for p in PERIODS[2:]}


# --- mistakes and sentences


def renderings(value):
    """A value as people write it."""
    if isinstance(value, (bool, type(None))):
        return []
    text = str(shown(value))
    made = {text, text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))}
    if re.fullmatch(r"\d+(\.\d+)?", text):
        digits = "零一二三四五六七八九"
        whole, _, after = text.partition(".")
        number = int(whole)
        if number < 100:
            tens, ones = divmod(number, 10)
            words = (digits[number] if number < 10 else ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else ""))
            made.add(words + (f"点{digits[int(after)]}" if after.strip("0") and len(after) == 1 else ""))
            if number == 2:
                made.add("两")
        if Decimal(text) % 10 == 0 and Decimal(text) >= 10000 or "." in text:
            made.add(format((Decimal(text) / 10000).normalize(), "f") + "万")
        if after and not after.strip("0"):
            made.add(whole)
    return made


def touched(entry):
    return {(entry["unit"], p["section"], entry["period"]) for p in entry["patch"]}


def hold_place(entry, base):
    for place in entry["place"]:
        declared = DECLARED[place["section"]]["fields"]
        ask(place["field"] in declared, entry["id"], "no field", place)
        data = base.section(entry["period"], entry["unit"], place["section"])
        written = {p["field"] for p in entry["patch"]}
        ask(place["field"] in data or place["field"] in written, entry["id"], "nothing filed at", place)
        if "row" in place:
            more = sum("add" in p for p in entry["patch"])
            ask(1 <= place["row"] <= len(data[place["field"]]) + more, entry["id"], "no row", place)
        if "column" in place:
            ask(place["column"] in declared[place["field"]]["columns"], entry["id"], "no column", place)
    for patch in entry["patch"]:
        ask(any(p["section"] == patch["section"] and p["field"] == patch["field"] for p in entry["place"]), entry["id"], "place leaves out the patch")


def hold_mistake(entry, base, alone, together):
    at = entry["unit"], entry["patch"][0]["section"], entry["period"], entry["patch"][0]["field"]
    ask(len(entry["patch"]) == 1, entry["id"], "more than one change")
    patch = entry["patch"][0]
    text = patch["set"] if isinstance(patch.get("set"), str) and at[3] in TEXTS else None
    before = base.section(at[2], at[0], at[1]).get(at[3])
    ask(alone.section(at[2], at[0], at[1]).get(at[3]) != before or "row" in patch or "add" in patch, entry["id"], "changes nothing")
    ask(entry["facts"], entry["id"], "no facts")
    for fact in entry["facts"]:
        if "rule" in fact:
            ask(base.evaluate(fact["rule"], *at) is True, entry["id"], "untrue in the base:", fact["rule"])
            for world in (alone, together):
                ask(world.evaluate(fact["rule"], *at) is False, entry["id"], "still true:", fact["rule"])
            continue
        ask(text and fact["says"] in text and fact["says"] not in before, entry["id"], "does not say", fact["says"])
        for world in (base, alone, together):
            truth = world.evaluate(fact["claim"], *at)
            ask(same(shown(truth), fact["right"]), entry["id"], "right is", truth)
            ask(not same(shown(truth), fact["x"]), entry["id"], "is true after all")
    if text:
        for fact in entry["facts"][:1]:
            if "instead_of" in fact:
                good = fact["instead_of"]
                ask(before.count(good) == 1, entry["id"], "the base does not have its sentence")
                forms = renderings(fact.get("right"))
                ask(not forms or any(f in good for f in forms), entry["id"], "the base's sentence is not right:", good, fact.get("right"))
                rest = before.replace(good, "")
                ask(sum(1 for _ in rest) < len(before) and all(p in text for p in rest.split("。") if p), entry["id"], "changes more than its sentence")


def hold_sentence(entry, base, alone, together):
    patch = entry["patch"][0]
    at = entry["unit"], patch["section"], entry["period"], patch["field"]
    before = base.section(at[2], at[0], at[1])[at[3]]
    ask(patch["set"] == before + entry["sentence"] and entry["sentence"].endswith(("。", "”")), entry["id"], "is not added to the text")
    ask(entry["facts"], entry["id"], "no facts")
    names = {d["name"] for d in base.data[at[2]].values()}
    bare = entry["sentence"].translate(WIDE)
    for fact in entry["facts"]:
        ask(fact["says"] in entry["sentence"], entry["id"], "does not say", fact["says"])
        said = fact["says"].translate(WIDE)
        bare = bare.replace(said, "")
        if "claim" in fact:
            for world in (base, alone, together):
                truth = world.evaluate(fact["claim"], *at)
                ask(same(shown(truth), fact["x"]), entry["id"], "is untrue:", fact["claim"], truth)
            if not isinstance(fact["x"], bool) and any(ch.isdigit() for ch in said):
                ask(any(f in entry["sentence"] for f in renderings(Decimal(str(fact["x"])))), entry["id"], "says another number")
        else:
            ask(fact.get("beside"), entry["id"], "neither claim nor beside")
    # What numbers are left must be those of the section's counts, by name, or of days.
    now = base.counts(at[2], at[0], at[1])
    for found in re.finditer(r"\d+(?:\.\d+)?", bare):
        tail = bare[found.end():]
        if re.match(r"月|日|年", tail):
            continue
        held = [n for n in now if now[n] == Decimal(found.group(0)) and tail.startswith(measure_of(at[1], n)) and any(l in bare for l in labels_of(at[1], n))]
        ask(held, entry["id"], "a number of its own:", found.group(0))
    for name in names:
        ask(name not in entry["sentence"] or any(name in f["says"] for f in entry["facts"]), entry["id"], "names", name)


def main():
    data = load_base(HERE)
    base = World(data)
    errors = {h: json.loads((HERE / h / "errors.json").read_text(encoding="utf-8")) for h in ("seen", "held-back")}
    sentences = {h: json.loads((HERE / h / "legitimate.json").read_text(encoding="utf-8")) for h in ("seen", "held-back")}
    carriers = {}
    for entry in sum(errors.values(), []):
        fact = entry["facts"][0]
        if "instead_of" in fact:
            carriers[entry["period"], entry["unit"], entry["patch"][0]["section"], entry["patch"][0]["field"]] = fact["instead_of"]

    ask(len(data["2025Q4"]) == 30 and len({u["name"] for u in data["2025Q4"].values()}) == 30, "units")
    hold_figures(base)
    hold_movement(base)
    shares = hold_texts(base, carriers)
    for period in TESTED:
        ask(0.28 < shares[period] < 0.4, "texts with figures", shares)
    for place, unit in enumerate(data["2025Q4"]):
        for period in PERIODS:
            keeps = "inspections" in base.section(period, unit, "safety")
            ask(keeps == (place % 2 == 0 and period >= "2025Q2"), period, unit, "ledgers")

    slots = Counter(s for h in (*errors.values(), *sentences.values()) for e in h for s in touched(e))
    ask(max(slots.values()) == 1, "touched twice", [s for s, n in slots.items() if n > 1])
    ids = Counter(e["id"] for h in (*errors.values(), *sentences.values()) for e in h)
    ask(all(n == 1 for n in ids.values()), "ids twice")
    for half in errors:
        together = World(data, errors[half])
        for entry in errors[half]:
            ask(entry["period"] in TESTED, entry["id"], "period")
            hold_place(entry, base)
            hold_mistake(entry, base, World(data, [entry]), together)
        hold_figures(together, {s for e in errors[half] for s in touched(e)})
        everything = World(data, sentences[half])
        for entry in sentences[half]:
            ask(entry["period"] in TESTED, entry["id"], "period")
            hold_sentence(entry, base, World(data, [entry]), everything)
        kinds = Counter(e["kind"] for e in errors[half])
        ask(all(n == 1 for n in kinds.values()) and len(kinds) == 50, half, "kinds", kinds)
        # The mistakes of a half leave the rest of the texts as true as they were.
        hold_rest(together, {s for e in errors[half] for s in touched(e)}, carriers)
    both = World(data, sum(sentences.values(), []))
    for entry in sum(sentences.values(), []):
        for fact in entry["facts"]:
            if "claim" in fact:
                p = entry["patch"][0]
                ask(same(shown(both.evaluate(fact["claim"], entry["unit"], p["section"], entry["period"], p["field"])), fact["x"]), entry["id"], "untrue among all")
    pairs = defaultdict(set)
    for entry in sum(errors.values(), []):
        pairs[entry["kind"]].add((entry["unit"]))
    ask(all(len(v) == 2 for v in pairs.values()), "a pair in one unit")

    for fault in FAULTS:
        print(fault)
    print(f"errors {[len(v) for v in errors.values()]} of {len(pairs)} kinds, sentences {[len(v) for v in sentences.values()]} of {len({e['kind'] for v in sentences.values() for e in v})} kinds, texts with figures {shares}")
    print("all holds" if not FAULTS else f"{len(FAULTS)} faults")
    sys.exit(bool(FAULTS))


def hold_rest(world, skip, carriers):
    for period in TESTED:
        for unit in world.data[period]:
            for section in DECLARED:
                if (unit, section, period) in skip:
                    continue
                for field in TEXTS:
                    carrier = carriers.get((period, unit, section, field))
                    text = world.section(period, unit, section)[field].translate(WIDE)
                    for part in re.split(r"(?<=。)", text):
                        for found in re.finditer(r"(\d+(?:\.\d+)?)", part):
                            inside = bool(carrier and part and part.rstrip("。") in carrier.translate(WIDE))
                            hold_number(world, (period, unit, section), field, part, found, inside)


if __name__ == "__main__":
    main()
