"""What a section's data come to, by the declarations: shared by make.py and verify.py."""
from decimal import Decimal, ROUND_HALF_UP
from datetime import date
from types import SimpleNamespace
PERIODS = ["2023Q4", "2024Q1", "2024Q2", "2024Q3", "2024Q4"]
TESTED = PERIODS[3:]
START = {"2023Q4": date(2023, 10, 1), "2024Q1": date(2024, 1, 1), "2024Q2": date(2024, 4, 1), "2024Q3": date(2024, 7, 1),
         "2024Q4": date(2024, 10, 1), "2025Q1": date(2025, 1, 1)}

def end(p):
    q = list(START)
    return START[q[q.index(p) + 1]]

def rnd(x, scale=0):
    return Decimal(x).quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)

def rate(a, b, scale=1):
    return rnd(Decimal(a) * 100 / Decimal(b), scale)

def value(x):
    return Decimal(x) if isinstance(x, str) else x

def counts(decl, data):
    """Every count of a section: from its ledger, or the number."""
    out = {}
    for name, c in decl["counts"].items():
        if c.get("kind") == "ratio":
            continue
        led = c.get("ledger")
        if led and led in data:
            rows = data[led]
            if "where" in c:
                col = c["where"][4:-1]
                rows = [r for r in rows if col in r]
            out[name] = sum(r[c["sum"]] for r in rows) if "sum" in c else len(rows)
        else:
            out[name] = value(data.get(c["number"]))
    for name, c in decl["counts"].items():
        if c.get("kind") == "ratio":
            r = c["ratio"]
            a, b = out.get(r["num"]), out.get(r["den"])
            out[name] = rate(a, b) if a is not None and b else None
    return out

def hanzi(k):
    d = "零一二三四五六七八九"
    if k < 10: return d[k]
    return ("" if k < 20 else d[k // 10]) + "十" + (d[k % 10] if k % 10 else "")

def day(s):
    d = date.fromisoformat(s)
    return f"{d.month}月{d.day}日"

def swapped(k):
    """The number with two neighbouring digits in each other's place, the last that differ."""
    s = str(k)
    for i in range(len(s) - 1, 1, -1):
        if s[i] != s[i - 1]:
            return int(s[:i - 1] + s[i] + s[i - 1] + s[i + 1:])
    return k

def env(decls, base, unit, sec, p):
    """Names for the claims: n this quarter, w the one before, a a year ago, q1 and q2 of 2024, y(count) the year so far, L(ledger) its
    rows, prev the quarters before, m1 the rows of the quarter's first month."""
    def at(q, s=sec):
        return SimpleNamespace(**counts(decls[s], base[q][unit]["sections"][s]))
    i = PERIODS.index(p)
    data = base[p][unit]["sections"][sec]
    prev = [at(q) for q in PERIODS[:i]]
    def y(x):
        return sum(getattr(at(q), x) for q in PERIODS[1:i + 1])
    def gap(r, a, b):
        return (date.fromisoformat(r[b]) - date.fromisoformat(r[a])).days
    def m1(led, col):
        return [r for r in data.get(led, []) if date.fromisoformat(r[col]).month == START[p].month]
    return dict(n=at(p), w=prev[-1], a=prev[i - 4] if i >= 4 else None, q1=at("2024Q1"), q2=at("2024Q2"), y=y, L=lambda l: data.get(l, []),
                gap=gap, m1=m1, month=START[p].month, rnd=rnd, rate=rate, D=Decimal, hanzi=hanzi, swapped=swapped, day=day, prev=prev)
