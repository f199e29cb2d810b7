"""Holds the corpus against itself, by rules of its own: nothing here comes from make.py."""
import copy, datetime, difflib, itertools, json, os, re, statistics, sys
from decimal import Decimal, ROUND_HALF_UP

HERE = os.path.dirname(os.path.abspath(__file__))
load = lambda name: json.load(open(os.path.join(HERE, name), encoding="utf-8"))
DECL, ERRORS, LEGIT = load("declarations.json"), load("errors.json"), load("legitimate.json")
PERIODS = ["2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2"]
TESTED = PERIODS[3:]
BASE = {p: {u["id"]: u for u in load(f"base/{p}.json")} for p in PERIODS}
WORDS = {"勤俭", "欢喜", "明白"}                                    # unit names that are words
FAULTS = []


def need(ok, *what):
    if not ok:
        FAULTS.append(" ".join(str(w) for w in what))


def bounds(period):
    y, q = int(period[:4]), int(period[5])
    return f"{y}-{3 * q - 2:02}-01", f"{y}-{3 * q:02}-{(31, 30, 30, 31)[q - 1]}"


def within(day, period):
    a, b = bounds(period)
    return a <= day <= b


def value(data, period, unit, section, name):
    """A count, from its ledger where there is one, else from its number; a field by its own name."""
    s = data[period][unit]["sections"][section]
    c = DECL[section]["counts"].get(name)
    if c is None:
        return None if s.get(name) is None else Decimal(str(s[name]))
    if "ratio" in c:
        a, b = (value(data, period, unit, section, x) for x in c["ratio"])
        return None if a is None or not b else (a * 100 / b).quantize(Decimal("0.1"), ROUND_HALF_UP)
    rows = s.get(c.get("ledger"))
    if rows:
        columns = DECL[section]["fields"][c["ledger"]]["columns"]
        first = next(k for k, x in columns.items() if x["type"] == "date")
        rows = [r for r in rows if within(r[first], period) and ("where" not in c or r[c["where"]])]
        return sum((Decimal(str(r[c["sum"]])) for r in rows), Decimal(0)) if "sum" in c else Decimal(len(rows))
    x = s.get(c["number"])
    return None if x is None else Decimal(str(x))


def number(text):
    """What people write: (least, greatest) that it may stand for."""
    t = text.translate(str.maketrans("０１２３４５６７８９", "0123456789")).replace(",", "").replace(" ", "")
    over, near = t.endswith("余"), t.startswith("近")
    t = t.strip("余近").removesuffix("%")
    if t.startswith("百分之"):
        t = t[3:]
    wan, t = (10000 if t.endswith("万") else 1), t.removesuffix("万")
    if re.fullmatch(r"[\d.]+", t):
        v = Decimal(t)
        step = Decimal(1).scaleb(-len(t.split(".")[1])) if "." in t else Decimal(10 if over and t.endswith("0") and wan == 1 else 1)
    else:
        v, one = Decimal(0), 0
        for c in t:
            if c in "十百千":
                v += (one or 1) * {"十": 10, "百": 100, "千": 1000}[c]; one = 0
            else:
                one = "零一二三四五六七八九".index(c)
        v += one
        step = Decimal(10)
    v *= wan
    if over:
        return v, v + step * wan
    if near:
        return v * Decimal("0.96"), v
    return v, v


SHARES = {"一半以上": Decimal("0.5"), "三分之一以上": Decimal(1) / 3}


def holds(fact, entry, data):
    """Whether what is said is so, in these data."""
    unit, period, sentence = entry["unit"], entry["period"], entry.get("sentence", "")
    section = entry["patch"][0]["section"]
    s = data[period][unit]["sections"][section]
    t = PERIODS.index(period)
    get = lambda name, p=period: value(data, p, unit, section, name)
    says = fact["says"]
    if "form" in fact:
        need(fact["form"] in sentence or fact["form"] == "近90%" and "接近九成" in sentence, entry["id"], "form is not in the sentence")
    if sentence and "count" in fact:
        c = DECL[section]["counts"][fact["count"]]
        need(any(n in sentence for n in [c["label"], *c.get("also", [])]), entry["id"], "names no count")
    if says == "change" and "way" in fact:
        need(any(w in sentence for w in {"up": ("增", "多于", "高于"), "down": ("减少",), "doubled": ("翻了一番",)}[fact["way"]]), entry["id"], "says no such change")
        need({"last": "上季度", "ago": "去年同期"}[fact["than"]] in sentence, entry["id"], "says no such time")
    if says == "count":
        got = {"last": lambda: get(fact["count"], PERIODS[t - 1]), "year": lambda: sum(get(fact["count"], p) for p in PERIODS if p[:4] == period[:4] and p <= period)}
        x = got.get(fact.get("of"), lambda: get(fact["count"]))()
        low, high = number(fact["form"])
        return x is not None and low <= x <= high
    if says == "money":
        x = get(fact["count"]) * (10000 if DECL[section]["counts"][fact["count"]]["measure"] == "万元" else 1)
        need(fact["form"] + fact["unit"] in sentence, entry["id"], "amount is not in the sentence")
        return Decimal(fact["form"]) * (10000 if fact["unit"] == "万元" else 1) == x
    if says == "none":
        return get(fact["count"]) == 0
    if says == "all":
        return get(fact["num"]) == get(fact["den"])
    if says == "change":
        old = get(fact["count"], PERIODS[t - 1 if fact["than"] == "last" else t - 4])
        now = get(fact["count"])
        ok = {"up": now > old, "down": now < old, "doubled": now >= old * Decimal("1.9")}[fact["way"]]
        if "by" in fact:
            need(fact["by"] in sentence, entry["id"]); ok = ok and abs(now - old) == int(fact["by"])
        if "percent" in fact:
            need(fact["percent"] + "%" in sentence, entry["id"])
            ok = ok and (abs(now - old) * 100 / old).quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal(fact["percent"])
        return ok
    if says == "filled in":
        return not re.search(r"××|__|（\s*）|待补|【", sentence)
    if says == "quarter":
        need(f"第{'一二三四'[fact['quarter'] - 1]}季度" in sentence, entry["id"])
        return int(period[5]) == fact["quarter"]
    if says == "due":
        y, m = fact["month"].split("-")
        need(f"{y}年{int(m)}月" in sentence, entry["id"])
        return fact["month"] > bounds(period)[1][:7]
    if says == "level":
        need("我" + fact["kind"] in sentence, entry["id"])
        return data[period][unit]["name"].endswith(fact["kind"])
    if says == "own name":
        need(fact["name"] in sentence, entry["id"])
        others = [u["name"] for u in data[period].values() if u["id"] != unit]
        need(any(n.startswith(fact["name"]) for n in others) or sum(a != b for a, b in zip(fact["name"], data[period][unit]["name"])) == 1, entry["id"], "no name nearby")
        return data[period][unit]["name"].startswith(fact["name"])
    if says == "with":
        return f"与{fact['name']}联合" in sentence and fact["name"] in [u["name"] for u in data[period].values() if u["id"] != unit]
    if says == "new text":
        return s[fact["field"]] != data[PERIODS[t - 1]][unit]["sections"][section][fact["field"]]
    if says == "own text":
        return all(difflib.SequenceMatcher(None, s[fact["field"]], u["sections"][section].get(fact["field"], "")).ratio() < .85 for k, u in data[period].items() if k != unit)
    if says == "sum":
        found = [int(x) for x in re.findall(r"\d+(?=个)", sentence)]
        need(found == [*fact["parts"], fact["total"]], entry["id"], "other figures in the sentence")
        return sum(fact["parts"]) == fact["total"]
    if says == "share":
        x = get(fact["num"]) / get(fact["den"])
        if fact["form"] in SHARES:
            return x > SHARES[fact["form"]]
        return (x * 100).quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal(fact["form"][:-1])
    if says == "average":
        x, (low, high) = get(fact["num"]) / get(fact["den"]), number(fact["form"])
        return low < x < high if high > low else abs(x - low) < 1
    if says in ("month", "rows", "greatest", "day"):
        rows = s[fact["ledger"]]
        if says == "month":
            return sum(int(r[fact["column"]][5:7]) == fact["month"] for r in rows) == int(fact["form"])
        if says == "rows":
            return sum(r[fact["column"]] == fact["is"] for r in rows) == int(fact["form"])
        if says == "greatest":
            return max(r[fact["column"]] for r in rows) == int(fact["form"])
        d = datetime.date.fromisoformat(fact["date"])
        return (f"{d.month}月{d.day}日（{fact['weekday']}）" in sentence and fact["village"] in sentence and fact["weekday"] == "星期" + "一二三四五六日"[d.weekday()]
                and any(r[fact["column"]] == fact["date"] and r["village"] == fact["village"] for r in rows))
    if says == "left over":
        p = PERIODS[t - 1]
        return "上季度遗留" in sentence and get(fact["den"], p) - get(fact["num"], p) == int(fact["form"])
    if says == "plan":
        return fact["word"] in sentence
    if says == "slogan":
        return fact["word"] in sentence and all(m.group() in fact["word"] for m in re.finditer(r"\d+", sentence))
    if says == "no figure":
        labels = [n for x in DECL.values() for c in x["counts"].values() for n in [c["label"], *c.get("also", [])]]
        return not re.search(r"\d", sentence) and not any(n in sentence for n in labels)
    # of data
    if says == "parts":
        return sum(get(x) for x in fact["parts"]) == get(fact["total"])
    if says == "rate":
        a, b = get(fact["num"]), get(fact["den"])
        return (a * 100 / b).quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal(s[fact["rate"]])
    if says == "rows differ":
        rows = [json.dumps(r, sort_keys=True) for r in s[fact["ledger"]]]
        return len(rows) == len(set(rows))
    if says == "rows in period":
        return all(within(r[fact["column"]], period) for r in s[fact["ledger"]])
    if says == "refers":
        to = {r[fact["key"]]: r for r in s[fact["to"]]}
        return all(r[fact["column"]] in to and ("after" not in fact or r["date"] >= to[r[fact["column"]]][fact["after"]]) for r in s[fact["ledger"]])
    if says == "order":
        return all(r[fact["first"]] <= r.get(fact["then"], "9") for r in s[fact["ledger"]])
    if says == "flag":
        return all(r[fact["flag"]] == (fact["day"] in r) for r in s[fact["ledger"]])
    if says == "ledger":
        return fact["number"] not in s or s[fact["number"]] == len(s[fact["ledger"]])
    if says == "at most":
        return get(fact["less"]) <= get(fact["more"])
    if says == "given":
        return fact["field"] in s
    if says == "together":
        return len({bool(s.get(f)) for f in fact["fields"]}) == 1
    if says == "either":
        return any(s.get(f) for f in fact["fields"])
    if says == "near history":
        x, old = get(fact["count"]), statistics.median(get(fact["count"], p) for p in PERIODS[:t])
        return old / 2 < x < old * 2
    if says == "not as last":
        return get(fact["count"]) != get(fact["count"], PERIODS[t - 1])
    raise SystemExit(f"no rule for {says}")


def apply(data, entry):
    for p in entry["patch"]:
        s = data[entry["period"]][entry["unit"]]["sections"][p["section"]]
        if "add" in p:
            s[p["field"]].append(copy.deepcopy(p["add"]))
        elif "remove" in p:
            del s[p["field"]][p["remove"] - 1]
        elif "row" in p:
            row = s[p["field"]][p["row"] - 1]
            need(row.get(p["column"]) != p["set"], entry["id"], "changes nothing")
            row[p["column"]] = p["set"]
        elif p["set"] is None:
            need(p["field"] in s, entry["id"], "takes away nothing")
            s.pop(p["field"], None)
        else:
            need(s.get(p["field"]) != p["set"], entry["id"], "changes nothing")
            s[p["field"]] = p["set"]


def clean():
    ids = [list(BASE[p]) for p in PERIODS]
    need(all(x == ids[0] for x in ids) and len(ids[0]) == 30, "units differ between periods")
    names = [u["name"] for u in BASE[PERIODS[0]].values()]
    need(len(set(names)) == 30 and len({n[:2] for n in names}) == 30, "names are not distinct")
    decimals = {}
    for (t, p), (i, u) in itertools.product(enumerate(PERIODS), enumerate(ids[0])):
        need(BASE[p][u]["name"] == names[i] and BASE[p][u]["parent"] == "xian", p, u, "name")
        need(set(BASE[p][u]["sections"]) == set(DECL), p, u, "sections")
        for section, d in DECL.items():
            s, where = BASE[p][u]["sections"][section], (p, u, section)
            shapes(t, i, p, s, d, where)
            for name, c in d["counts"].items():
                x = value(BASE, p, u, section, name)
                need(x is not None and x >= 0, *where, name, "is missing")
                need(x <= c.get("max", 10 ** 9), *where, name, "beyond its bound")
                if "ratio" in c and c.get("number"):
                    need(Decimal(s[c["number"]]) == x, *where, name, "rate does not follow")
                if "parts" in c:
                    need(sum(s[f] for f in c["parts"]) == x, *where, name, "parts")
                if c.get("scale") and c.get("over_time") == "sum":
                    need(decimals.setdefault((section, name, x), where) == where, *where, name, "decimal occurs twice")
                if t and "ratio" not in c:
                    old = value(BASE, PERIODS[t - 1], u, section, name)
                    if c["over_time"] == "sum" and (old or x):
                        need(x != old, *where, name, "as the quarter before", x)
                    if c["over_time"] == "last" and x < 60 and not c.get("scale"):
                        need(0 <= x - old <= 1, *where, name, "places and people seldom change", old, x)
                    elif x < 60 and not c.get("scale"):
                        need(abs(x - old) <= 10, *where, name, "far from the quarter before", old, x)
                    if x > 60 or c.get("scale"):
                        mid = statistics.median(value(BASE, q, u, section, name) for q in PERIODS[:t])
                        need(mid * Decimal("0.75") < x < mid * Decimal("1.25"), *where, name, "far from history", x, mid)
            if t:
                for f in d["fields"]:
                    if f.endswith(("_adult", "_child", "_hyper", "_diabetes", "_elder", "_minor", "_other")):
                        need(s[f] != BASE[PERIODS[t - 1]][u]["sections"][section][f], *where, f, "as the quarter before")
            for check in d["checks"]:
                if "rule" in check:
                    a, b = check["rule"].split(" <= ")
                    need(value(BASE, p, u, section, a) <= value(BASE, p, u, section, b), *where, check["rule"])
                if "together" in check:
                    need(len({bool(s.get(f)) for f in check["together"]}) == 1, *where, check)
                if "either" in check:
                    need(any(s.get(f) for f in check["either"]), *where, check)
            texts(t, u, p, section, s, where, names)
    for p, section, f in itertools.product(PERIODS[2:], DECL, ["practice", "problem", "plan"]):
        all_ = [set(u["sections"][section][f].split("。")[0].split("，")) for u in BASE[p].values() if f in u["sections"][section]]
        need(all(len(a & b) < 2 for a, b in itertools.combinations(all_, 2)), p, section, f, "texts share more than one clause")


def shapes(t, i, p, s, d, where):
    kinds = {"integer": int, "text": str, "ledger": list, "decimal": str, "date": str, "boolean": bool}
    has_ledger = {c["ledger"] for c in d["counts"].values() if "ledger" in c}
    for f, x in s.items():
        need(f in d["fields"] and type(x) is kinds[d["fields"][f]["type"]], *where, f, "shape")
    for f, x in d["fields"].items():
        number_of = [c for c in d["counts"].values() if c["number"] == f and "ledger" in c]
        if x["type"] == "ledger":
            need((f in s) == (t > 1 and i % 2 == 0), *where, f, "ledger")
        elif x["type"] in ("integer", "decimal"):
            need((f in s) != bool(number_of and t > 1 and i % 2 == 0), *where, f, "number")
        elif f in ("practice", "problem", "plan"):
            need(t > 1 or f not in s, *where, f, "text in a quarter of figures")
    for f in has_ledger | {f for f, x in d["fields"].items() if x["type"] == "ledger"}:
        rows, columns = s.get(f, []), d["fields"][f]["columns"]
        plain = [json.dumps(r, sort_keys=True, ensure_ascii=False) for r in rows]
        need(len(plain) == len(set(plain)), *where, f, "row twice")
        for key in d["fields"][f].get("unique", []):
            need(len({r[key] for r in rows}) == len(rows), *where, f, "not unique")
            bare = [json.dumps({k: v for k, v in r.items() if k != key}, sort_keys=True) for r in rows]
            need(len(bare) == len(set(bare)), *where, f, "row twice but for its number")
        for r in rows:
            need(set(r) <= set(columns) and all(k in r for k, c in columns.items() if c.get("required")), *where, f, "columns")
            for k, c in columns.items():
                if k in r:
                    need(type(r[k]) is kinds[c["type"]], *where, f, k, "cell")
                    if c["type"] == "date":
                        need(str(datetime.date.fromisoformat(r[k])) == r[k] and within(r[k], p), *where, f, "day")
                if "refers" in c:
                    ledger, key = c["refers"].split(".")
                    to = [x for x in s[ledger] if x[key] == r[k]]
                    need(len(to) == 1 and to[0]["date"] < r["date"], *where, f, "refers", r)
            if "fixed" in r:
                need(r["fixed"] == ("fixed_on" in r) and r["found"] <= r.get("fixed_on", "9"), *where, f, "settled", r)
        days = [next(r[k] for k, c in columns.items() if c["type"] == "date") for r in rows]
        need(f == "returns" or days == sorted(days), *where, f, "order of days")


def texts(t, u, p, section, s, where, names):
    counts = DECL[section]["counts"]
    labels = {n: k for k, c in counts.items() for n in [c["label"], *c.get("also", [])]}
    pattern = "(" + "|".join(sorted(labels, key=len, reverse=True)) + r")\s*([\d,.]+)\s*(" + "|".join(sorted({c.get("measure", "%") for c in counts.values()}, key=len, reverse=True)) + ")"
    for f in ("practice", "problem", "plan"):
        text = s.get(f)
        if text is None:
            continue
        told = list(re.finditer(pattern, text))
        for m in told:
            k = labels[m.group(1)]
            need(Decimal(m.group(2).replace(",", "")) == value(BASE, p, u, section, k) and m.group(3) == counts[k].get("measure", "%"), *where, f, "untrue", m.group())
        need(sum(len(re.findall(r"\d", m.group())) for m in told) == len(re.findall(r"\d", text)), *where, f, "figure that nothing accounts for", text)
        clauses = text.split("。")[0].split("，")
        need(len(clauses) == 3 and len(text.split("。")) == 1 + bool(told), *where, f, "clauses")
        if t > 2:
            old = BASE[PERIODS[t - 1]][u]["sections"][section].get(f, "")
            need(not set(clauses) & set(old.split("。")[0].split("，")), *where, f, "as the quarter before")
        for n in names:
            need(n not in text and (n[:2] not in text or n[:2] in WORDS), *where, f, "names", n)
        need(not re.search(r"未|没有|全部|均已|首次|历史|上季度|本月|全年|去年|同期|我[县市区镇乡]|××|__|待补|（|）|“|”|[二三四五六七八九十百]+[场次处户名支]", text.split("。")[0]), *where, f, "says more than it should", text)


def entries(rows, least, prefix):
    need(len(rows) == least and [e["id"] for e in rows] == [f"{prefix}{k + 1:02}" for k in range(least)], "ids of", prefix)
    for e in rows:
        need(e["period"] in TESTED and e["unit"] in BASE[e["period"]] and e["why"] and e["facts"], e["id"], "entry")
        s = BASE[e["period"]][e["unit"]]["sections"][e["patch"][0]["section"]]
        for p in e["patch"]:
            need(p["section"] == e["patch"][0]["section"] and p["field"] in DECL[p["section"]]["fields"], e["id"], "patch")
        if "sentence" in e:
            need(len(e["patch"]) == 1 and e["patch"][0]["set"] == s[e["patch"][0]["field"]] + "。" + e["sentence"], e["id"], "text before the sentence")
        if prefix == "B":
            need(any(q["field"] in [p["field"] for p in e["patch"]] for q in e["place"]), e["id"], "place")
            need(all(q["field"] in DECL[q["section"]]["fields"] and q["section"] == e["patch"][0]["section"] for q in e["place"]), e["id"], "place")


def main():
    clean()
    entries(ERRORS, 50, "B"); entries(LEGIT, 30, "G")
    kinds = {e["kind"] for e in ERRORS}
    need(len(kinds) >= 40, "kinds", len(kinds))
    touched = [(e["unit"], e["patch"][0]["section"]) for e in ERRORS + LEGIT]
    need(len(touched) == len(set(touched)), "two entries touch one section of a unit")
    need(len({e["sentence"] for e in ERRORS + LEGIT if "sentence" in e}) == sum("sentence" in e for e in ERRORS + LEGIT), "a sentence occurs twice")
    whole = copy.deepcopy(BASE)
    for e in ERRORS + LEGIT:
        apply(whole, e)
    for e in ERRORS:
        one = copy.deepcopy(BASE)
        apply(one, e)
        if "sentence" not in e:
            need(all(holds(f, e, BASE) for f in e["facts"]), e["id"], "is no error of this patch")
        need(not any(holds(f, e, one) for f in e["facts"]), e["id"], "is true alone")
        need(not any(holds(f, e, whole) for f in e["facts"]), e["id"], "is true with the others")
        if "sentence" not in e:                              # and makes nothing else in the unit's texts untrue
            need(not re.search(r"\d", BASE[e["period"]][e["unit"]]["sections"][e["patch"][0]["section"]]["practice"]), e["id"], "figures in its texts")
    for e in LEGIT:
        one = copy.deepcopy(BASE)
        apply(one, e)
        for data in (one, whole):
            need(all(holds(f, e, data) for f in e["facts"]), e["id"], "is untrue")
    for x in FAULTS[:40]:
        print(x)
    if FAULTS:
        sys.exit(f"{len(FAULTS)} faults")
    sentences = sum("sentence" in e for e in ERRORS)
    figures = sum(bool(re.search(r"\d", s.get("practice", ""))) for p in TESTED for u in BASE[p].values() for s in u["sections"].values())
    print(f"30 units, 5 quarters; {' and '.join(TESTED)} are clean, {figures} texts with figures that are so; "
          f"{len(ERRORS)} errors of {len(kinds)} kinds, {sentences} of them in sentences; {len(LEGIT)} sentences that are true")


main()
