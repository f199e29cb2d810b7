"""The base data: thirty units over five quarters, two of them (2023Q2, 2023Q3) clean to a careful reader's eye.

Knows how the data hang together; knows nothing of errors."""

import copy
import datetime as dt
import random
from decimal import ROUND_HALF_UP, Decimal

import words

PERIODS = ["2022Q3", "2022Q4", "2023Q1", "2023Q2", "2023Q3"]
FULL = ["2023Q1", "2023Q2", "2023Q3"]
FIRST_MONTH = {"2022Q3": (2022, 7), "2022Q4": (2022, 10), "2023Q1": (2023, 1), "2023Q2": (2023, 4), "2023Q3": (2023, 7)}
SECTIONS = ["theory-study", "propaganda", "position-management", "online-opinion", "safety"]


def level(name):
    return {"镇": "全镇", "乡": "全乡"}.get(name[-1], "街道")


def days(period, count, rng):
    year, month = FIRST_MONTH[period]
    pool = [dt.date(year, m, d) for m in range(month, month + 3) for d in range(2, 28)]
    return [d.isoformat() for d in sorted(rng.sample([d for d in pool if d.weekday() < 5], count))]


def near(base, rng, spread=0.12, least=0):
    return max(least, round(base * (1 + rng.uniform(-spread, spread))))


def moved(value, before, rng, lo, hi, may_equal):
    """`value`, but for a few cases not what it was in the quarter before."""
    if value == before and not may_equal:
        value += rng.choice([-1, 1])
        if not lo <= value <= hi:
            value = before + 1 if before + 1 <= hi else before - 1
    return value


class Unit:
    def __init__(self, number, ident, name):
        rng = random.Random(f"unit {ident}")
        self.id, self.name, self.number = ident, name, number
        stems = random.Random("villages").sample(words.STEMS, len(words.STEMS))
        start = number * 5 % len(stems)
        self.villages = [(stems[(start + i) % len(stems)]) + "村" for i in range(5)]
        self.ledgers = number % 2 == 0                 # the others give numbers
        self.no_online = number in (7, 19)             # these give no online-opinion data
        self.rates = {"sessions": rng.randint(3, 6), "seminars": rng.randint(2, 3), "meetings": rng.randint(2, 4), "articles": rng.randint(12, 48) if not self.ledgers else rng.randint(8, 14),
                      "found": rng.randint(4, 9), "inspections": rng.randint(30, 110) if not self.ledgers else rng.randint(9, 14), "per": rng.randint(2, 4), "drills": rng.randint(2, 4),
                      "people": rng.randint(60, 140), "planned": rng.randint(40, 300)}
        if ident in ("wangjiang", "luming", "xinghua"):  # large ones: figures of four digits
            self.rates["inspections"] = rng.randint(420, 480)
        self.branches = rng.randint(3, 9)
        self.sites = rng.randint(5, 12)
        self.commentators = rng.randint(6, 16)
        self.channels = rng.sample(words.CHANNELS, 4)
        self.data = {}


def build():
    units = [Unit(n, i, name) for n, (i, name) in enumerate(words.UNITS)]
    equal_left = {"2023Q2": 5, "2023Q3": 5}
    equal_rng = random.Random("equal")
    for period in PERIODS:
        before = PERIODS[PERIODS.index(period) - 1] if period != PERIODS[0] else None
        latin = {}
        for key in words.CLAUSES:
            combos = [(a, b, (a + b) % 7) for a in range(7) for b in range(7)]
            random.Random(f"{key} {period}").shuffle(combos)
            latin[key] = combos
        for unit in units:
            rng = random.Random(f"{unit.id} {period}")
            last = unit.data.get(before)
            full = period in FULL
            counts = {}
            for name, lo, hi, spread in (("sessions", 2, 9, 0.35), ("seminars", 1, 6, 0.5), ("meetings", 2, 7, 0.4), ("articles", 5, 80, 0.15), ("found", 4, 14, 0.25), ("drills", 2, 6, 0.35)):
                value = min(hi, max(lo, near(unit.rates[name], rng, spread)))
                if last:
                    may = False
                    if equal_left.get(period) and name in ("sessions", "seminars", "meetings") and value == last["counts"][name] and equal_rng.random() < 0.35:
                        may, equal_left[period] = True, equal_left[period] - 1
                    value = moved(value, last["counts"][name], rng, lo, hi, may)
                counts[name] = value
            counts["handled"] = counts["found"] - rng.choice([0, 1, 1, 2])
            if last and counts["handled"] == last["counts"]["handled"]:
                counts["handled"] += -1 if counts["handled"] == counts["found"] or last["counts"]["handled"] == counts["found"] else 1
            counts["inspections"] = near(unit.rates["inspections"], rng, 0.12)
            counts["branches"] = unit.branches if not last else last["counts"]["branches"] + (1 if rng.random() < 0.08 else 0)
            counts["sites"] = unit.sites if not last else last["counts"]["sites"] + (1 if rng.random() < 0.12 else 0)
            counts["commentators"] = unit.commentators if not last else last["counts"]["commentators"] + rng.choice([0, 0, 0, 1, -1])
            if last and counts["inspections"] == last["counts"]["inspections"]:
                counts["inspections"] += 1
            data = {s: {} for s in SECTIONS}
            if unit.no_online:
                data.pop("online-opinion")
            ledgers = unit.ledgers and full

            def village():
                return rng.choice(unit.villages)

            study = data["theory-study"]
            if ledgers:
                titles = rng.sample(words.TITLES, counts["sessions"])
                study["sessions"] = [{"date": d, "topic": t, "form": rng.choice(["集体学习", "交流研讨"])} for d, t in zip(days(period, counts["sessions"], rng), titles)]
                study["seminars"] = [{"date": d, "topic": t} for d, t in zip(days(period, counts["seminars"], rng), rng.sample(words.SEMINAR_TOPICS, counts["seminars"]))]
                study["titles"] = titles
            else:
                study["sessions_total"], study["seminars_total"] = counts["sessions"], counts["seminars"]
                if full and unit.number % 3:
                    study["titles"] = rng.sample(words.TITLES, rng.randint(2, 4))
            work = data["propaganda"]
            if ledgers:
                work["meetings"] = [{"date": d, "topic": t} for d, t in zip(days(period, counts["meetings"], rng), rng.sample(words.MEETING_TOPICS, counts["meetings"]))]
                subjects = [t.format(v=v) for t, v in zip(rng.sample(words.ARTICLES, min(counts["articles"], len(words.ARTICLES))), [unit.villages[i % 5] for i in range(40)])]
                work["articles"] = [{"date": d, "title": t, "outlet": rng.choice(words.OUTLETS)} for d, t in zip(days(period, counts["articles"], rng), subjects)]
            else:
                work["meetings_total"], work["articles_total"] = counts["meetings"], counts["articles"]
            if full:
                channels = list(unit.channels)
                if unit.id not in ("hekou", "donghu", "yanhui"):       # three units use the same channels all year
                    channels = rng.sample(words.CHANNELS, 4)
                work["channels"] = channels
            place = data["position-management"]
            if ledgers:
                place["branches"] = [{"name": f"{v}党支部"} for v in (unit.villages + [f"{s}社区" for s in ("集镇", "新街", "河滨", "站前", "老街", "学府")])[:counts["branches"]]]
                names = [n.format(v=v) for v in unit.villages for n in words.SITE_NAMES[:4]]
                place["sites"] = [{"name": n, "kind": "场所"} for n in random.Random(unit.id).sample(names, len(names))[:counts["sites"]]]
            else:
                place["branches_total"], place["sites_total"] = counts["branches"], counts["sites"]
            if full:
                place["activities"] = rng.sample(words.ACTIVITIES, rng.randint(2, 4))
            online = data.get("online-opinion")
            if online is not None:
                online["commentators_total"] = counts["commentators"]
                if ledgers:
                    matters = [t.format(v=unit.villages[i % 5]) for i, t in enumerate(rng.sample(words.SUMMARIES, counts["found"]))]
                    undone = set(rng.sample(range(counts["found"]), counts["found"] - counts["handled"]))
                    online["items"] = [{"date": d, "summary": s, "handled": i not in undone} for i, (d, s) in enumerate(zip(days(period, counts["found"], rng), matters))]
                else:
                    online["found_total"], online["handled_total"] = counts["found"], counts["handled"]
            safe = data["safety"]
            if ledgers:
                rows = []
                for n, d in enumerate(days(period, counts["inspections"], rng), 1):
                    rows.append({"number": f"AJ{period[2:4]}{period[-1]}-{n:03d}", "date": d, "enterprise": words.ENTERPRISES[(n * 3 + unit.number) % len(words.ENTERPRISES)], "hazards": rng.randint(1, 5)})
                safe["inspections"] = rows
                counts["hazards"] = sum(r["hazards"] for r in rows)
                fixed = rng.sample(rows, min(len(rows), 4))
                later = sorted(fixed, key=lambda r: r["number"])
                ends = days(period, len(later), rng)
                safe["reviews"] = [{"inspection": r["number"], "date": max(d, r["date"]), "result": rng.choice(["已改好", "正在更换线路", "通道已清出", "灭火器已更换"])} for d, r in zip(ends, later)]
            else:
                counts["hazards"] = counts["inspections"] * unit.rates["per"] + rng.randint(0, 9)
                safe["inspections_total"] = counts["inspections"]
                safe["hazards_total"] = counts["hazards"]
            if last and counts["hazards"] == last["counts"]["hazards"]:
                if ledgers:
                    safe["inspections"][0]["hazards"] += 1
                else:
                    safe["hazards_total"] += 1
                counts["hazards"] += 1
            counts["rectified"] = counts["hazards"] - rng.randint(1, max(1, counts["hazards"] // 12))
            if last and counts["rectified"] == last["counts"].get("rectified"):
                counts["rectified"] -= 1
            counts["major"] = max(1, counts["hazards"] // 9)
            if last and counts["major"] == last["counts"].get("major"):
                counts["major"] += 1
            counts["minor"] = counts["hazards"] - counts["major"]
            safe.update(rectified_total=counts["rectified"], hazards_major=counts["major"], hazards_minor=counts["minor"], rate_given=rate(counts["rectified"], counts["hazards"]))
            planned = Decimal(unit.rates["planned"]) + Decimal(rng.randint(0, 99)) / 100
            safe.update(fund_planned=str(planned), fund_paid=str((planned * Decimal(rng.randint(55, 95)) / 100).quantize(Decimal("0.01"))))
            counts["drill_people"] = counts["drills"] * unit.rates["people"] + rng.randint(1, 30)
            safe.update(drills_total=counts["drills"], drill_people=counts["drill_people"])
            if unit.number % 3 == 0:
                safe["duty"] = "值班室昼夜有人"
            else:
                safe["contact"] = f"0000-12345{unit.number:02d}"
            if full:
                for order, (key, pools) in enumerate(words.CLAUSES.items()):
                    section, field = key
                    if section not in data or (unit.number * 5 + order * 7) % 10 < 2:
                        continue
                    used = unit.data[before].get("chosen", {}).get(key, (9, 9, 9)) if before else (9, 9, 9)
                    spot = next(c for c in latin[key] if all(x != y for x, y in zip(c, used)))
                    latin[key].remove(spot)
                    unit.data.setdefault("chosen", {})[(period, key)] = spot
                    v, w = rng.sample(unit.villages, 2)
                    parts = [pool[i].format(v=v, w=w, lv=level(unit.name)) for pool, i in zip(pools, spot)]
                    data[section][field] = "，".join(parts)
            unit.data[period] = {"counts": counts, "sections": data, "chosen": {k[1]: s for k, s in unit.data.get("chosen", {}).items() if k[0] == period}}
    return units


def rate(num, den):
    return str((Decimal(num) * 100 / Decimal(den)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))
