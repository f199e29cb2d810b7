"""Holds what was written against itself, from the written files alone: python3 verify.py (-v says what each patch makes untrue)."""
import copy, json, os, re, sys
from collections import Counter
from decimal import Decimal
from lib import *
HERE = os.path.dirname(os.path.abspath(__file__))
load = lambda f: json.load(open(os.path.join(HERE, f), encoding="utf-8"))
D = load("declarations.json")
base = {p: {u["id"]: u for u in load(f"base/{p}.json")} for p in PERIODS}
bad = []
def no(*a): bad.append(" ".join(map(str, a)))
DAYS = [("received", "returned_on"), ("found", "claimed_on"), ("received", "met_on"), ("received", "closed_on")]
MORE = [("people", "passed"), ("batches", "passed"), ("found", "fixed")]
DONE = [("repairs", "returned"), ("trainees", "passed"), ("lost", "claimed"), ("spot", "ontime"), ("found", "fixed"), ("requests", "met"), ("beds", "taken"), ("visited", "visits"), ("complaints", "closed"), ("sampled", "passed")]

def faults(sec, p, d, before, year_before):
    """What is wrong with the figures of a section; `before` are its data of the quarters before, the nearest last."""
    out, decl = [], D[sec]
    n = counts(decl, d)
    hist = [counts(decl, b) for b in before]
    for k, c in decl["counts"].items():
        x = n.get(k)
        if c.get("kind") == "ratio":
            if x is not None and d.get(c["number"]) != str(x): out.append(f"rate {k}")
            continue
        if x is None:
            out.append(f"missing {k}"); continue
        if "parts" in c and x != sum(n[q] or 0 for q in c["parts"]): out.append(f"sum {k}")
        if x > decl["fields"][c["number"]].get("max", x): out.append(f"max {k}")
        if c.get("ledger") in d and c["number"] in d and d[c["number"]] != x: out.append(f"ledger and number {k}")
        past = [h[k] for h in hist if h.get(k) is not None]
        if p in TESTED and past and not k.endswith("_year"):
            if x > 4 * max(past) or x * 4 < min(past): out.append(f"beyond fourfold {k}")
            if x == past[-1] and (c.get("over_time") != "last" or x >= 20): out.append(f"unchanged {k}")
        if k.endswith("_year"):
            whole = k[:-5]
            want = n[whole] if p == "2024Q1" else n[whole] + hist[-1][k] if p != "2023Q4" else None
            if want is not None and x != want or x < n[whole]: out.append(f"year {k}")
    for a, b in DONE:
        if a in n and b in n and None not in (n[a], n[b]) and n[b] > n[a]: out.append(f"more {b} than {a}")
    for led, f in decl["fields"].items():
        if f["type"] != "ledger" or led not in d: continue
        cols = f["columns"]
        dates = [k for k, c in cols.items() if c["type"] == "date"]
        seen, nums = set(), set()
        for i, r in enumerate(d[led], 1):
            for k in r:
                if k not in cols: out.append(f"column {k}")
            for k, c in cols.items():
                if c.get("required") and not r.get(k): out.append(f"cell missing {led} {i}")
            for k in dates:
                if k in r and not START[p].isoformat() <= r[k] < end(p).isoformat(): out.append(f"outside {led} {i} {k}")
            for a, b in DAYS:
                if a in r and b in r and r[b] < r[a]: out.append(f"before {led} {i}")
            for a, b in MORE:
                if a in r and b in r and r[b] > r[a]: out.append(f"row more {led} {i}")
            if r.get("number") in nums: out.append(f"number twice {led} {i}")
            if "number" in r: nums.add(r["number"])
            t = json.dumps({k: v for k, v in r.items() if k != "number"}, sort_keys=True)
            if t in seen: out.append(f"row twice {led} {i}")
            seen.add(t)
    for k in d:
        if k not in decl["fields"]: out.append(f"field {k}")
    return out

def of(b, u, sec, p):
    i = PERIODS.index(p)
    return faults(sec, p, b[p][u]["sections"][sec], [b[q][u]["sections"][sec] for q in PERIODS[:i]], None)

# the base
for p in PERIODS:
    if len(base[p]) != 30: no(p, "units")
    every = Counter()
    for u in base[p]:
        for sec in D:
            for x in of(base, u, sec, p): no("base", p, u, sec, x)
            d = base[p][u]["sections"][sec]
            for t in ("practice", "plan"):
                if (t in d) != (p >= "2024Q2"): no("text", p, u, sec, t)
                if t in d: every[sec, t, d[t]] += 1
            led = [k for k, f in D[sec]["fields"].items() if f["type"] == "ledger"]
            for k in led:
                if (k in d) != (list(base[p]).index(u) % 2 == 0 and p >= "2024Q2"): no("ledger", p, u, k)
    for k, c in every.items():
        if c > 1: no("text twice", p, k)
for i in (3, 4):
    for u in base[PERIODS[i]]:
        for sec in D:
            for t in ("practice", "plan"):
                a, b = (base[PERIODS[j]][u]["sections"][sec][t] for j in (i, i - 1))
                if set(a.split("。")) & set(b.split("。")) - {""}: no("kept", u, sec, t)
villages = lambda u: set(re.findall(r"[\u4e00-\u9fff]家[塬坞垅碛埠汊峁埂]村", json.dumps(base["2024Q2"][u], ensure_ascii=False)))
VILL = {u: villages(u) for u in base["2024Q2"]}
for p in PERIODS[2:]:
    for u in base[p]:
        for sec in D:
            for t in ("practice", "plan"):
                for v in re.findall(r"[\u4e00-\u9fff]家[塬坞垅碛埠汊峁埂]村", base[p][u]["sections"][sec][t]):
                    if any(v in VILL[o] for o in VILL if o != u): no("village", p, u, v)

own = {(x["patch"][0]["section"], x["unit"], x["period"]) for h in ("seen", "held-back") for f in ("errors", "legitimate") for x in load(f"{h}/{f}.json")}
for p in PERIODS[2:]:
    for u in base[p]:
        for sec in D:
            d = base[p][u]["sections"][sec]
            said = re.findall(r"\d+(?:\.\d+)?", d["practice"] + d["plan"])
            if (sec, u, p) not in own and set(said) - {str(x) for x in counts(D[sec], d).values()}: no("figure", p, u, sec, said)

def patched(b, e):
    b = {**b, e["period"]: {**b[e["period"]], e["unit"]: copy.deepcopy(b[e["period"]][e["unit"]])}}
    for x in e["patch"]:
        d = b[e["period"]][e["unit"]]["sections"][x["section"]]
        f = x["field"]
        if x["section"] not in D or f not in D[x["section"]]["fields"]: no(e["id"], "field", f)
        if "add" in x: d[f].append(x["add"])
        elif "remove" in x: del d[f][x["remove"] - 1]
        elif "row" in x:
            if d[f][x["row"] - 1].get(x["column"]) == x["set"]: no(e["id"], "changes nothing")
            d[f][x["row"] - 1][x["column"]] = x["set"]
        elif x["set"] is None: del d[f]
        else:
            if d.get(f) == x["set"]: no(e["id"], "changes nothing")
            d[f] = x["set"]
    return b

touched, kinds = set(), Counter()
for half in ("seen", "held-back"):
    errs, legs = load(f"{half}/errors.json"), load(f"{half}/legitimate.json")
    if len(errs) != 50 or len(legs) != 30 or len({e["kind"] for e in errs}) != 50: no(half, "how many")
    al = base
    for e in errs + legs: al = patched(al, e)
    for e in errs + legs:
        kinds[e["kind"]] += 1
        sec, u, p = e["patch"][0]["section"], e["unit"], e["period"]
        if (sec, u, p) in touched: no(e["id"], "touched twice")
        touched.add((sec, u, p))
        if p not in PERIODS[3:]: no(e["id"], p)
        b = patched(base, e)
        d0, d1 = base[p][u]["sections"][sec], b[p][u]["sections"][sec]
        f = e["facts"][0]
        v = env(D, base, u, sec, p)
        found = [x for x in of(b, u, sec, p)]
        if of(al, u, sec, p) != found: no(e["id"], "not alone", of(al, u, sec, p), found)
        if "claim" in f and str(eval(f["claim"], env(D, al, u, sec, p))) != f.get("right", f["x"]): no(e["id"], "not so with all others")
        if "rule" in f and not eval(f["rule"], env(D, al, u, sec, p)): no(e["id"], "not so with all others")
        field = e["patch"][0]["field"]
        istext = D[sec]["fields"][field]["type"] == "text"
        tell = ""
        if "sentence" in e:
            if d1[field] != d0[field] + e["sentence"]: no(e["id"], "sentence")
            if re.search(r"\d", d0["practice"] + d0["plan"]): no(e["id"], "other figures")
            if "claim" in f and (str(eval(f["claim"], v)) != f["x"] or f["x"] not in e["sentence"]): no(e["id"], "not true")
            if "rule" in f and not eval(f["rule"], v): no(e["id"], "not true")
            if found: no(e["id"], found)
        elif not istext:
            tell = "; ".join(found)
            rows = [x for x in e["patch"] if "row" in x]
            if e["kind"] == "row-cell-huge":
                col, k = rows[0]["column"], field
                most = max(sum(r[col] for r in base[q][u]["sections"][sec].get(k, [])) for q in PERIODS)
                if rows[0]["set"] <= most: no(e["id"], "not more than all")
            elif not found: no(e["id"], "nothing wrong")
            for x in e["place"]:
                if x["field"] not in d1 and not any(y["field"] == x["field"] for y in e["patch"]): no(e["id"], "place", x)
        else:
            if found: no(e["id"], found)
            if "instead_of" in f:
                if not d0[field].endswith(f["instead_of"]) or f["instead_of"] in d1[field]: no(e["id"], "instead_of")
                tell = d1[field][len(d0[field]) - len(f["instead_of"]):]
                other = d0["plan" if field == "practice" else "practice"]
                if e["kind"] != "two-texts" and re.search(r"\d", other + d0[field][:-len(f["instead_of"])]): no(e["id"], "other figures")
                if "claim" in f:
                    if str(eval(f["claim"], v)) != f["right"] or f["right"] == f["x"] or f["x"] not in d1[field]: no(e["id"], "claim")
                if "rule" in f and not eval(f["rule"], v): no(e["id"], "rule")
                if e["kind"] == "bound-false":
                    k, true = int(f["x"]), v["n"].doors if sec == "waste" else v["n"].rice
                    if (true > k) if "超过" in tell else (true < k): no(e["id"], "not untrue")
            elif "copy" in f:
                o, q = f["copy"]
                t = base[q][o]["sections"][sec][field]
                if t != d1[field]: no(e["id"], "no copy")
                if re.search(r"\d", t): no(e["id"], "figures copied")
                if (sec, o, q) in touched and (o, q) != (u, p): no(e["id"], "source touched")
            else: no(e["id"], "no fact")
        if "-v" in sys.argv: print(e["id"], u, p, sec, field, "|", tell or e.get("sentence", ""), "|", e["why"], "|", f.get("instead_of", ""))
if any(c != 2 for c in kinds.values()) or len(kinds) != 80: no("kinds", {k: c for k, c in kinds.items() if c != 2}, len(kinds))
for x in bad: print(x)
print("faults:", len(bad))
sys.exit(bool(bad))
