"""The base: thirty units over five quarters. Figures vary, but never so that a reader would stop."""
import datetime, random
from words import *

PERIODS = ["2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2"]
TESTED = PERIODS[3:]
SECTIONS = ["culture", "health", "rivers", "aid"]
HOLIDAYS = [("01-01", "01-01"), ("01-28", "02-04"), ("04-04", "04-05"), ("05-01", "05-05"), ("06-02", "06-02"), ("10-01", "10-07")]
FIELDS = ["practice", "problem", "plan"]


def span(period):
    y, q = int(period[:4]), int(period[5])
    first = datetime.date(y, 3 * q - 2, 1)
    return first, (datetime.date(y + q // 4, 3 * q % 12 + 1, 1) - datetime.timedelta(1))


def workdays(period):
    a, b = span(period)
    all_days = [a + datetime.timedelta(i) for i in range((b - a).days + 1)]
    return [d for d in all_days if d.weekday() < 5 and not any(x <= f"{d:%m-%d}" <= y for x, y in HOLIDAYS)]


def percent(num, den):
    x = (num * 2000 + den) // (2 * den)                        # tenths of a percent, half up
    return f"{x // 10}.{x % 10}"


def names_figures(i, s):
    """Whether a unit writes its figures into the text of a section, too."""
    return (i + 7 * s) % 4 == 0


SPREAD = [[-7, 3, -3, 0, 6], [5, -6, 1, -3, 4], [2, -4, 6, -2, -6], [-5, 0, 4, 7, 2], [6, 1, -6, -3, 3], [0, 7, -2, 4, -5]]
STEPS = [[0, 2, -1, 1, -2], [1, -1, 2, 0, -2], [-2, 1, 0, 2, -1], [2, 0, -2, -1, 1], [-1, 1, -2, 2, 0], [0, -2, 1, -1, 2]]
USED = {}


def series(r, level, key=None, scale=0):
    """Five values about a level, no two alike; decimals occur once in a field over all units."""
    p = r.choice(SPREAD)
    if not scale and level < 25:
        return [level + d for d in r.choice(STEPS)]
    if not scale and level < 80:
        return [level + 2 * d for d in r.choice(STEPS)]
    out = []
    for k in range(5):
        while True:
            v = level * (1 + p[k] / 100 + r.uniform(-.008, .008))
            v = round(v * 10 ** scale)
            seen = USED.setdefault(key, set())
            if v in out or scale and v in seen:
                continue
            seen.add(v)
            out.append(v)
            break
    return [f"{v // 10 ** scale}.{v % 10 ** scale:0{scale}}" for v in out] if scale else out


def slow(r, level):
    """Headcounts and places: seldom changed."""
    k = r.choice([1, 2, 3, 9, 9])
    return [level + (t >= k) for t in range(5)]


def drift(r, level):
    """Stocks: a little different each quarter."""
    out = [level]
    while len(out) < 5:
        v = out[-1] + r.choice([-3, -2, -1, 1, 2, 3, 4, 5])
        if v not in out:
            out.append(v)
    return out


def divide(r, total, n, low):
    cuts = [low] * n
    rest = total - low * n
    w = [r.uniform(.5, 1.5) for _ in range(n)]
    got = [int(rest * x / sum(w)) for x in w]
    got[-1] += rest - sum(got)
    return [a + b for a, b in zip(cuts, got)]


def days(r, period, n):
    return [str(d) for d in sorted(r.sample(workdays(period)[2:-3], n))]


def figures(i, r):
    q = lambda level: series(r, level)
    out = {}
    events = q(r.randint(6, 9)); audience = series(r, r.randint(620, 1380))
    lent = series(r, r.randint(700, 2400)); share = r.uniform(.3, .42)
    none = i in (7, 20)
    adult, child = parts(r, lent, [1 - share, share])
    out["culture"] = {"events_total": events, "audience_total": audience, "lent_total": lent, "lent_adult": adult, "lent_child": child,
                      "teams_total": slow(r, r.randint(4, 11)), "venues_total": slow(r, r.randint(3, 8)),
                      "trainings_total": [0] * 5 if none else q(r.randint(4, 6)), "trainees_total": [0] * 5 if none else series(r, r.randint(90, 260)),
                      "films_total": q(r.randint(8, 13))}
    files = drift(r, r.randint(6200, 14800)); used = []
    for f in files:
        used.append(int(f * r.uniform(.84, .895)))
    assert len(set(used)) == 5
    followed = series(r, r.randint(340, 880))
    h, d, e = parts(r, followed, [.45, .21, .34])
    out["health"] = {"clinics_total": q(r.randint(6, 11)), "patients_total": series(r, r.randint(310, 720)), "files_total": files, "used_total": used,
                     "use_rate_given": [percent(a, b) for a, b in zip(used, files)], "followed_total": followed, "follow_hyper": h, "follow_diabetes": d,
                     "follow_elder": e, "doctors_total": slow(r, r.randint(9, 19)), "contracted_total": drift(r, r.randint(2300, 5200)),
                     "lectures_total": q(r.randint(5, 8)), "listeners_total": series(r, r.randint(160, 420)), "doses_total": series(r, r.randint(1100, 2600))}
    problems = q(r.randint(9, 14)); fixed = []
    for p in problems:
        fixed.append(r.choice([x for x in (p - 1, p - 2, p - 2, p - 3) if x not in fixed[-1:]]))
    planned = series(r, r.uniform(38, 96), "planned", 2)
    out["rivers"] = {"patrols_total": series(r, r.randint(84, 230)), "problems_total": problems, "fixed_total": fixed,
                     "rate_given": [percent(a, b) for a, b in zip(fixed, problems)], "cleanups_total": q(r.randint(6, 9)),
                     "rubbish": series(r, r.uniform(22, 64), "rubbish", 2), "length": [series(r, r.uniform(9, 31), "length", 2)[0]] * 5,
                     "keepers_total": slow(r, r.randint(12, 28)), "signs_total": slow(r, r.randint(21, 48)), "fund_planned": planned,
                     "fund_paid": [f"{int(float(p) * r.uniform(77, 93)) / 100:.2f}" for p in planned]}
    persons = drift(r, r.randint(310, 760))
    e, m, o = parts(r, persons, [.42, .17, .41])
    out["aid"] = {"grants_total": q(r.randint(9, 14)), "amount_total": [100 * v for v in series(r, r.randint(140, 260))], "households_total": drift(r, r.randint(170, 290)),
                  "persons_total": persons, "persons_elder": e, "persons_minor": m, "persons_other": o, "cash": series(r, r.uniform(34, 88), "cash", 2),
                  "visits_total": series(r, r.randint(310, 690)), "meals_total": series(r, r.randint(8300, 15600)), "canteens_total": slow(r, r.randint(3, 7)),
                  "assistants_total": slow(r, r.randint(6, 13)), "calls_total": series(r, r.randint(28, 66))}
    return out


def parts(r, totals, shares):
    """Parts of each total, none alike in two quarters."""
    cols = [[] for _ in shares]
    for t in totals:
        while True:
            got = [int(t * s * r.uniform(.95, 1.05)) for s in shares[:-1]]
            got.append(t - sum(got))
            if all(v not in c for v, c in zip(got, cols)):
                break
        for v, c in zip(got, cols):
            c.append(v)
    return cols


def ledgers(i, t, r, f):
    """The ledgers in place of the numbers that they come to."""
    period, tag = PERIODS[t], PERIODS[t][2:4] + PERIODS[t][5]
    villages = [STEMS[i * 4 + k] + "村" for k in range(4)]
    c, h, v, a = (f[s] for s in SECTIONS)
    n, total = c.pop("events_total"), c.pop("audience_total")
    names = r.sample(EVENTS, n)
    c["events"] = [{"date": d, "name": x, "venue": r.choice(villages) + "文化广场" if r.random() < .7 else "集镇文化站", "audience": p}
                   for d, x, p in zip(days(r, period, n), names, divide(r, total, n, 30))]
    n, total = h.pop("clinics_total"), h.pop("patients_total")
    h["clinics"] = [{"number": f"YZ{tag}{k + 1:02}", "date": d, "village": villages[k % 4], "people": p}
                    for k, (d, p) in enumerate(zip(days(r, period, n), divide(r, total, n, 15)))]
    late = str(span(period)[1] - datetime.timedelta(4))
    h["returns"] = [{"clinic": x["number"], "date": after(r, x["date"], late), "result": RESULTS[(k + t) % 6]} for k, x in enumerate(r.sample(h["clinics"][:-1], 3))]
    h["returns"].sort(key=lambda x: x["clinic"])
    n, fixed = v.pop("problems_total"), v.pop("fixed_total")
    still = set(r.sample(range(n // 2, n), n - fixed))
    found = days(r, period, n)
    v["problems"] = []
    for k, d in enumerate(found):
        row = {"number": f"HH{tag}{k + 1:02}", "found": d, "river": villages[k % 4][:2] + "河段", "matter": MATTERS[(k + i + t) % 8], "fixed": k not in still}
        if k not in still:
            row["fixed_on"] = after(r, d, str(span(period)[1]))
        v["problems"].append(row)
    n, total = v.pop("cleanups_total"), round(float(v.pop("rubbish")) * 100)
    v["cleanups"] = [{"date": d, "river": villages[k % 4][:2] + "河段", "tonnes": f"{x // 100}.{x % 100:02}"}
                     for k, (d, x) in enumerate(zip(days(r, period, n), divide(r, total, n, 90)))]
    n, total = a.pop("grants_total"), a.pop("amount_total") // 100
    a["grants"] = [{"number": f"JZ{tag}{k + 1:02}", "date": d, "village": villages[k % 4], "reason": REASONS[(k * 5 + i + t) % 6], "amount": 100 * x}
                   for k, (d, x) in enumerate(zip(days(r, period, n), divide(r, total, n, 4)))]


def after(r, day, last):
    d = datetime.date.fromisoformat(day) + datetime.timedelta(r.randint(2, 12))
    while d.weekday() > 4:
        d += datetime.timedelta(1)
    return min(str(d), last)


def comma(n):
    return f"{n:,}"


def told(i, t, s, f):
    """Figures in a text, as the unit is used to writing them."""
    k = i // 4 % 4
    g = f[s]
    if s == "culture":
        return [f"本季度举办文化活动{g['events_total']}场，活动观众{g['audience_total']}人次",
                f"图书借阅{comma(g['lent_total'])}册次，其中少儿借阅{g['lent_child']}册次", f"放映电影{g['films_total']}场，现有文艺队伍{g['teams_total']}支",
                f"图书借阅{g['lent_total']}册次，放映电影 {g['films_total']} 场"][k]
    if s == "health":
        return [f"本季度开展义诊{g['clinics_total']}场，就诊群众{g['patients_total']}人次", f"现有家庭医生{g['doctors_total']}名，签约居民{comma(g['contracted_total'])}人",
                f"随访慢病患者{g['followed_total']}人次，接种疫苗{g['doses_total']}剂次", f"健康档案{g['files_total']}份，动态使用率{g['use_rate_given']}%"][k]
    if s == "rivers":
        return [f"本季度发现河湖问题{g['problems_total']}处，完成整改{g['fixed_total']}处", f"河长巡河{g['patrols_total']}次，清理垃圾{g['rubbish']}吨",
                f"巡河{g['patrols_total']}次，现有护河员{g['keepers_total']}名", f"支付管护资金{g['fund_paid']}万元，设有公示牌{g['signs_total']}块"][k]
    return [f"本季度实施临时救助{g['grants_total']}人次，走访困难群众{g['visits_total']}户次", f"发放低保金{g['cash']}万元，走访困难群众{g['visits_total']}户次",
            f"老年助餐{comma(g['meals_total'])}人次，受理求助来电{g['calls_total']}件", f"现有低保家庭{g['households_total']}户、低保对象{g['persons_total']}人"][k]


def texts(units):
    """Three clauses each; in a quarter no two texts share more than one, and a unit shares none with its quarter before."""
    r = random.Random(2025)
    for s, name in enumerate(SECTIONS):
        for field in FIELDS:
            before, bank = {}, TEXT[name, field]
            for t in (2, 3, 4):
                pairs, now = set(), {}
                for i in range(30):
                    while True:
                        c = [r.randrange(11) for _ in range(3)]
                        p = {(0, c[0], c[1]), (1, c[1], c[2]), (2, c[0], c[2])}
                        if not p & pairs and not any(a == b for a, b in zip(c, before.get(i, [None] * 3))):
                            break
                    pairs |= p
                    now[i] = c
                    if field != "practice" and r.random() < .12:
                        continue
                    yield i, t, s, name, field, "，".join(b[x] for b, x in zip(bank, c))
                before = now


def build():
    USED.clear()
    out = {p: [] for p in PERIODS}
    whole = {}
    for i, (key, name) in enumerate(UNITS):
        r = random.Random(1000 + i)
        f = figures(i, r)
        for t, p in enumerate(PERIODS):
            one = {s: {k: v[t] for k, v in f[s].items()} for s in SECTIONS}
            whole[i, t] = {s: dict(one[s]) for s in SECTIONS}
            if t > 1 and i % 2 == 0:
                ledgers(i, t, r, one)
            one["aid"]["phone" if i % 3 == 1 else "duty"] = f"0000-88012{i:02}" if i % 3 == 1 else DUTY[i % 4]
            out[p].append({"id": key, "name": name, "parent": "xian", "sections": one})
    for i, t, s, name, field, text in texts(out):
        if field == "practice" and names_figures(i, s):
            text += "。" + told(i, t, name, whole[i, t])
        out[PERIODS[t]][i]["sections"][name][field] = text
    return out, whole
