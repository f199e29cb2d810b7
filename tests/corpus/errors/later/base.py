"""The base of this half: thirty units over five quarters, clean to a careful reader's eye.

    python base.py      # writes base/PERIOD.json anew, to the byte
"""
import datetime as dt
import json
import pathlib
import random

import words

HERE = pathlib.Path(__file__).resolve().parent
PERIODS = ["2023Q3", "2023Q4", "2024Q1", "2024Q2", "2024Q3"]
FULL = PERIODS[2:]
FIRST = {"2023Q3": (2023, 7), "2023Q4": (2023, 10), "2024Q1": (2024, 1), "2024Q2": (2024, 4), "2024Q3": (2024, 7)}


def days(period, count, rng):
    year, month = FIRST[period]
    pool = [dt.date(year, m, d) for m in range(month, month + 3) for d in range(2, 28)]
    return [d.isoformat() for d in sorted(rng.sample([d for d in pool if d.weekday() < 5], count))]


def step(rng, base, before, low, spread=0.2):
    """A quarter's flow: near its base and never what it was the quarter before."""
    value = max(low, round(base * (1 + rng.uniform(-spread, spread))))
    return value + 1 if value == before else value


def percent(part, whole):
    return f"{(part * 1000 // whole + (part * 1000 % whole * 2 >= whole)) / 10:.1f}"


def figures(number, period, rng, last):
    """What a unit's figures of a quarter are."""
    own = random.Random(f"own {number}")
    was = last or {}
    out = {}
    flows = {"online": own.randint(4, 9), "letter": own.randint(2, 4), "visit": own.randint(3, 6), "receptions": own.randint(3, 6), "repeats": own.randint(1, 3),
             "trainings": own.randint(3, 6), "toilets": own.randint(22, 90), "checks": own.randint(8, 14), "lessons": own.randint(4, 8), "rounds": own.randint(30, 80),
             "drills": own.randint(2, 5), "projects": own.randint(3, 5)}
    for name, base in flows.items():
        out[name] = step(rng, base, was.get(name), 1)
    out["letters"] = out["online"] + out["letter"] + out["visit"]
    if out["letters"] == was.get("letters"):
        out["online"], out["letters"] = out["online"] + 1, out["letters"] + 1
    out["settled"] = out["letters"] - rng.choice([1, 2, 2, 3])
    if out["settled"] == was.get("settled"):
        out["settled"] -= 1
    out["visitors"] = out["receptions"] * own.randint(3, 6) + rng.randint(0, 2)
    if out["visitors"] == was.get("visitors"):
        out["visitors"] += 1
    grain, cash = own.randint(900, 4000), own.randint(200, 800)
    out["grain"], out["cash"] = step(rng, grain, was.get("grain"), 100, 0.05), step(rng, cash, was.get("cash"), 50, 0.05)
    out["sown"] = out["grain"] + out["cash"]
    out["income"] = f"{own.randint(60, 400) * (1 + rng.uniform(-0.08, 0.08)):.2f}"
    planned = own.randint(80, 300) * (1 + rng.uniform(-0.06, 0.06))
    out["fund_planned"] = f"{planned:.2f}"
    out["fund_paid"] = f"{planned * rng.randint(55, 95) / 100:.2f}"
    out["roads"] = f"{own.randint(12, 60) / 10 + rng.randint(0, 9) / 100 + 0.01:.2f}"
    if out["roads"] == was.get("roads"):
        out["roads"] = f"{float(out['roads']) + 0.01:.2f}"
    year = own.randint(600, 2400)
    term = year if period < "2024Q3" else round(year * 1.03) + 1
    out["students"], out["boarders"], out["teachers"], out["schools"] = term, term // 4, term // 14, own.randint(3, 6)
    out["shops"], out["extinguishers"] = own.randint(60, 300) + PERIODS.index(period) * own.randint(1, 3), own.randint(120, 500) + PERIODS.index(period) * own.randint(2, 9)
    out["participants"] = out["drills"] * own.randint(40, 90) + rng.randint(1, 30)
    if out["participants"] == was.get("participants"):
        out["participants"] += 1
    return out


def sections(number, ident, period, f, rng, last):
    own = random.Random(f"villages {ident}")
    villages = own.sample(words.VILLAGES, 5)
    ledgers = number % 2 == 0 and period in FULL
    quarter = period[2:4] + period[-1]
    petitions, rural, schools, fire = {}, {}, {}, {}
    f["trained"] = f["trainings"] * own.randint(25, 50) + rng.randint(1, 9)
    f["issues"] = f["checks"] * 2 + rng.randint(0, 4)
    if last and f["issues"] == last["issues"]:
        f["issues"] += 1
    if ledgers:
        matters = [m.format(v=villages[i % 5]) for i, m in enumerate(rng.sample(words.MATTERS * 2, f["letters"]))]
        channels = ["网上"] * f["online"] + ["来信"] * f["letter"] + ["来访"] * f["visit"]
        rng.shuffle(channels)
        undone = set(rng.sample(range(f["letters"]), f["letters"] - f["settled"]))
        rows, seen = [], set()
        for i, (d, m, c) in enumerate(zip(days(period, f["letters"], rng), matters, channels)):
            while m in seen:
                m = rng.choice(words.MATTERS).format(v=rng.choice(villages))
            seen.add(m)
            rows.append({"number": f"XF{quarter}{i + 1:02}", "date": d, "matter": m, "channel": c, "settled": i not in undone})
        petitions["items"] = rows
        heads = rng.sample(words.TRAININGS, min(len(words.TRAININGS), f["trainings"]))
        people = [f["trained"] // len(heads)] * len(heads)
        people[0] += f["trained"] - sum(people)
        rural["trainings"] = [{"date": d, "topic": t, "people": p} for d, t, p in zip(days(period, len(heads), rng), heads, people)]
        works = []
        for i, name in enumerate(rng.sample(words.PROJECTS, f["projects"])):
            start = days(period, 1, rng)[0]
            works.append({"name": f"{villages[i % 5]}{name}", "start": start, "funds": f"{rng.randint(500, 4000) / 100:.2f}", "state": rng.choice(["在建", "招标", "完工"])})
        rural["projects"] = works
        issues = [f["issues"] // f["checks"]] * f["checks"]
        issues[-1] += f["issues"] - sum(issues)
        schools["inspections"] = [{"number": f"JC{quarter}{i + 1:02}", "date": d, "school": words.SCHOOLS[(i + number) % len(words.SCHOOLS)], "issues": n}
                                  for i, (d, n) in enumerate(zip(days(period, f["checks"], rng), issues))]
        picked = sorted(rng.sample(schools["inspections"], 4), key=lambda r: r["number"])
        ends = days(period, 4, rng)
        schools["followups"] = [{"inspection": r["number"], "date": max(d, r["date"]), "result": rng.choice(words.RESULTS)} for r, d in zip(picked, ends)]
        pairs = rng.sample([(t, s) for t in words.LESSONS for s in words.SCHOOLS], f["lessons"])
        schools["lessons"] = [{"date": d, "topic": t, "school": s} for d, (t, s) in zip(days(period, f["lessons"], rng), pairs)]
    else:
        petitions |= {"letters_total": f["letters"], "settled_total": f["settled"]}
        rural |= {"trainings_total": f["trainings"], "trained_total": f["trained"], "projects_total": f["projects"]}
        schools |= {"checks_total": f["checks"], "issues_total": f["issues"], "lessons_total": f["lessons"]}
    f["fixed"] = f["issues"] - rng.randint(1, 3)
    if last and f["fixed"] == last["fixed"]:
        f["fixed"] -= 1
    petitions |= {"online_total": f["online"], "letter_total": f["letter"], "visit_total": f["visit"], "rate_given": percent(f["settled"], f["letters"]),
                  "receptions_total": f["receptions"], "visitors_total": f["visitors"], "repeats_total": f["repeats"]}
    rural |= {"toilets_total": f["toilets"], "roads": f["roads"], "sown": f["sown"], "grain": f["grain"], "cash": f["cash"], "income": f["income"],
              "fund_planned": f["fund_planned"], "fund_paid": f["fund_paid"]}
    schools |= {"schools_total": f["schools"], "students_total": f["students"], "boarders_total": f["boarders"], "teachers_total": f["teachers"], "fixed_total": f["fixed"]}
    fire |= {"rounds_total": f["rounds"], "shops_total": f["shops"], "extinguishers_total": f["extinguishers"], "drills_total": f["drills"], "participants_total": f["participants"]}
    fire |= {"duty": "义务队通宵有人"} if number % 3 == 0 else {"phone": f"0000-765432{number % 10}"}
    return {"petitions": petitions, "rural": rural, "schools": schools, "fire": fire}, villages


def clauses(unit_sections, villages, number, period, taken):
    shift = PERIODS.index(period)
    for order, ((section, field), pools) in enumerate(words.CLAUSES.items()):
        if (number * 3 + order * 7) % 10 < 2:
            continue
        at = taken.setdefault((section, field), 0)
        taken[(section, field)] += 1
        a, b = (at + shift) % 6, (at // 6 + at + 2 * shift) % 6
        spot = (a, b, (a + b + shift) % 6)
        unit_sections[section][field] = "，".join(pool[i].format(v=villages[(number + shift + order) % 5]) for pool, i in zip(pools, spot))


def build():
    last, made = {}, {}
    for period in PERIODS:
        units, taken = [], {}
        for number, (ident, name) in enumerate(words.UNITS):
            rng = random.Random(f"{ident} {period}")
            f = figures(number, period, rng, last.get(ident))
            parts, villages = sections(number, ident, period, f, rng, last.get(ident))
            if period in FULL:
                clauses(parts, villages, number, period, taken)
            last[ident] = f
            units.append({"id": ident, "name": name, "parent": "xian", "sections": parts})
        made[period] = units
    return made


if __name__ == "__main__":
    (HERE / "base").mkdir(exist_ok=True)
    for period, units in build().items():
        text = "[\n" + ",\n".join(json.dumps(u, ensure_ascii=False) for u in units) + "\n]\n"
        (HERE / "base" / f"{period}.json").write_text(text, "utf-8", newline="\n")
