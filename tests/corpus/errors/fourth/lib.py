"""What a section's data come to, by the declarations: shared by make.py and verify.py."""
from decimal import Decimal, ROUND_HALF_UP
from datetime import date
from types import SimpleNamespace
PERIODS = ["2025Q2", "2025Q3", "2025Q4", "2026Q1", "2026Q2"]
START = {"2025Q2": date(2025, 4, 1), "2025Q3": date(2025, 7, 1), "2025Q4": date(2025, 10, 1), "2026Q1": date(2026, 1, 1),
         "2026Q2": date(2026, 4, 1), "2026Q3": date(2026, 7, 1)}

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

def show(x):
    return str(x)

def hanzi(k):
    d = "零一二三四五六七八九"
    if k < 10: return d[k]
    if k < 100: return ("" if k < 20 else d[k // 10]) + "十" + (d[k % 10] if k % 10 else "")
    h = d[k // 100] + "百"
    r = k % 100
    return h + ("" if not r else "零" + d[r] if r < 10 else d[r // 10] + "十" + (d[r % 10] if r % 10 else ""))

def day(s):
    d = date.fromisoformat(s)
    return f"{d.month}月{d.day}日"

def env(decls, base, unit, sec, p):
    """Names for the claims: n this quarter, w the one before, a a year ago, q3 and q4 of 2025, L(ledger), o(section) of now."""
    def at(q, s=sec):
        return SimpleNamespace(**counts(decls[s], base[q][unit]["sections"][s])) if q in base else None
    i = PERIODS.index(p)
    data = base[p][unit]["sections"][sec]
    n, w = at(p), at(PERIODS[i - 1])
    a = at(PERIODS[i - 4]) if i >= 4 else None
    def y(x):
        return getattr(n, x) + (getattr(w, x) if p == "2026Q2" else 0)
    def gap(r, a, b):
        return (date.fromisoformat(r[b]) - date.fromisoformat(r[a])).days
    def first(rows):
        return max(rows)
    return dict(n=n, w=w, a=a, q3=at("2025Q3"), q4=at("2025Q4"), y=y, L=lambda l: data.get(l, []), o=lambda s: at(p, s), gap=gap,
                rnd=rnd, rate=rate, D=Decimal, hanzi=hanzi, len=len, sum=sum, max=max, min=min, set=set, sorted=sorted, abs=abs,
                int=int, day=day, prev=[at(q) for q in PERIODS[:i]], str=str, any=any, all=all, round=round)
