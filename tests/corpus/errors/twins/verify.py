"""Holds the corpus against itself, from the written files alone: python3 verify.py"""
import calendar
import copy
import datetime
import json
import pathlib
import re
import sys
from collections import Counter
from decimal import Decimal, ROUND_HALF_UP

HERE = pathlib.Path(__file__).parent
PERIODS = ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1"]
CLEAN = PERIODS[3:]
DECL = json.loads((HERE / "declarations.json").read_text(encoding="utf-8"))
BASE = {p: json.loads((HERE / "base" / f"{p}.json").read_text(encoding="utf-8")) for p in PERIODS}
UNITS = [u["id"] for u in BASE["2025Q1"]]
NAMES = {u["id"]: u["name"] for u in BASE["2025Q1"]}
TEXT = ("practice", "problem", "plan")
FEASTS = {"2025Q3": "七夕 中元 立秋 处暑 建军节", "2025Q4": "国庆 中秋 重阳 冬至 立冬 寒衣", "2026Q1": "元旦 春节 元宵 立春 惊蛰 小年 除夕 腊八 植树节"}
ALL_FEASTS = "元旦 春节 元宵 清明 劳动节 端午 七夕 中元 中秋 国庆 重阳 冬至 除夕 小年 腊八 儿童节".split()
problems = []


def wrong(*what):
    problems.append(" ".join(str(w) for w in what))


def dec(x):
    return Decimal(str(x))


def r(x, digits):
    return dec(x).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def pct(a, b):
    return r(dec(a) * 100 / dec(b), 1)


def change(now, before):
    return r((dec(now) - dec(before)) * 100 / dec(before), 1)


def bounds(period):
    y, q = int(period[:4]), int(period[5])
    return datetime.date(y, 3 * q - 2, 1).isoformat(), datetime.date(y, 3 * q, calendar.monthrange(y, 3 * q)[1]).isoformat()


def within(day, period):
    first, last = bounds(period)
    return first <= day <= last


def same(a, b):
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b or a == b
    try:
        return dec(a) == dec(b)
    except Exception:
        return a == b


class Bag(dict):
    __getattr__ = dict.__getitem__


class World:
    def __init__(self, data):
        self.data = {p: {u["id"]: u["sections"] for u in data[p]} for p in PERIODS}

    def counts(self, unit, period, section):
        filed, out = self.data[period][unit][section], Bag()
        for name, c in DECL[section]["counts"].items():
            if c.get("kind") == "ratio":
                continue
            if c.get("ledger") in filed:
                columns = DECL[section]["fields"][c["ledger"]]["columns"]
                day = next((k for k, v in columns.items() if v["type"] == "date"), None)
                rows = [x for x in filed[c["ledger"]] if not day or (x.get(day) and within(x[day], period))]
                if "where" in c:
                    rows = [x for x in rows if x.get(c["where"])]
                out[name] = sum((dec(x[c["sum"]]) for x in rows if c["sum"] in x), Decimal(0)) if "sum" in c else Decimal(len(rows))
            elif filed.get(c["number"]) is not None:
                out[name] = dec(filed[c["number"]])
            else:
                continue
            if not c.get("scale"):
                out[name] = int(out[name])
        return out


def patched(base, entries):
    data = copy.deepcopy(base)
    for e in entries:
        sections = next(u for u in data[e["period"]] if u["id"] == e["unit"])["sections"]
        for p in e["patch"]:
            filed = sections[p["section"]]
            if p["field"] not in DECL[p["section"]]["fields"]:
                wrong(e["id"], "no such field", p["field"])
            if "add" in p:
                filed[p["field"]].append(p["add"])
            elif "remove" in p:
                del filed[p["field"]][p["remove"] - 1]
            elif "row" in p:
                row = filed[p["field"]][p["row"] - 1]
                if p["column"] not in DECL[p["section"]]["fields"][p["field"]]["columns"]:
                    wrong(e["id"], "no such column", p["column"])
                if p["set"] is None:
                    row.pop(p["column"])
                else:
                    if row.get(p["column"]) == p["set"]:
                        wrong(e["id"], "changes nothing")
                    row[p["column"]] = p["set"]
            elif p["set"] is None:
                filed.pop(p["field"])
            else:
                if filed.get(p["field"]) == p["set"]:
                    wrong(e["id"], "changes nothing")
                filed[p["field"]] = p["set"]
    return data


# ---- what holds of texts -------------------------------------------------------------------------------------------

HAN = {"两": 2, "三": 3, "四": 4, "五": 5}
QUARTER_HAN = {"一": 1, "二": 2, "三": 3, "四": 4}


def days(text):
    return [(int(a), int(b)) for a, b in re.findall(r"(?<!\d)(\d{1,2})月(\d{1,2})日", text)]


def environment(world, unit, period, section):
    at = PERIODS.index(period)
    year = int(period[:4])
    hist = [world.counts(unit, p, section) for p in PERIODS[:at + 1]]
    filed = world.data[period][unit][section]

    def due(text):
        found = re.findall(r"(明年|今年)?(\d+)月底前", text)
        return [(year + (w == "明年"), int(m)) for w, m in found]

    def lists_agree(text):
        for word, count in re.findall(r"([两三四五])件(?:事)：([^。]*)。", text):
            if len(re.findall(r"[一二三四五]是", count)) != HAN[word]:
                return False
        for word, thing, count in re.findall(r"([两三四五])个(到位)：([^。]*)。", text):
            if count.count(thing) != HAN[word]:
                return False
        return True

    def quarters_fit(text):
        for y, q in re.findall(r"(?:(\d{4})年)?第?([一二三四])季度", text):
            if QUARTER_HAN[q] != int(period[5]) or (y and int(y) != year):
                return False
        return True

    def spoken(n):
        tens, ones = divmod(n, 10)
        return ("" if tens == 0 else ("" if tens == 1 else "零一二三四五六七八九"[tens]) + "十") + ("零一二三四五六七八九"[ones] if ones or not tens else "")

    return dict(
        n=hist[-1], w=hist[-2], a=hist[at - 4] if at >= 4 else None, first=hist[0], dec=dec, r=r, pct=pct, change=change,
        y=lambda name: sum(h[name] for h, p in zip(hist, PERIODS) if p[:4] == period[:4]), each=lambda name: [h[name] for h in hist if name in h],
        sec=lambda s: world.counts(unit, period, s), rows=lambda l: filed[l], text=lambda f: filed[f],
        before=lambda f: world.data[PERIODS[at - 1]][unit][section][f], given=lambda name: name in hist[-1],
        field=lambda f: dec(filed[f]), within=lambda d: within(d, period), distinct=lambda xs: len({json.dumps(x, sort_keys=True) for x in xs}) == len(xs),
        said_in=lambda f, pattern: int(re.search(pattern, filed[f])[1]), own_names=lambda t: not any(n in t for n in NAMES.values() if n != NAMES[unit]),
        quarters_fit=quarters_fit, lists_agree=lists_agree, plans_ahead=lambda t: all(d > (year, 3 * int(period[5])) for d in due(t)),
        days_exist=lambda t: all(d <= calendar.monthrange(year, m)[1] for m, d in days(t)),
        days_within=lambda t: all(3 * int(period[5]) - 2 <= m <= 3 * int(period[5]) for m, _ in days(t)),
        feasts_fit=lambda t: all(f in FEASTS[period] for f in ALL_FEASTS if f in t), spoken=spoken, comma=lambda n: f"{n:,}",
        wide=lambda n: str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９")), weekday=lambda *d: datetime.date(*d).isoweekday())


def value(expression, env):
    return eval(expression, dict(env))


# ---- the base is clean ---------------------------------------------------------------------------------------------

MORE = {"market": ["answered <= complaints", "complaints <= complaints_year"], "disabled": ["rehab <= rehab_year", "households >= visits"],
        "forestry": ["paid < planned", "leaflets <= leaflets_year", "60 * area < trees < 120 * area", "drill_people > drills"],
        "farming": ["doses <= doses_year", "learners > lessons"], "window": ["rated <= asks", "home_matters > homes"]}
ROWS = {"samples": "0 <= x['passed'] <= x['batches'] > 0", "tours": "0 <= x['onspot'] <= x['found'] and dec(x['length']) > 0",
        "plantings": "60 * dec(x['area']) < x['trees'] < 120 * dec(x['area'])", "cases": "x['settled'] == ('settled_on' in x)",
        "repairs": "x['repaired'] == ('repaired_on' in x)", "devices": "x['cost'] % x['pieces'] == 0"}


def faults(world, periods=CLEAN, units=UNITS):
    """All that does not hold of figures and ledgers: (unit, period, section, what)."""
    out = set()
    for period in periods:
        at = PERIODS.index(period)
        for unit in units:
            for section, d in DECL.items():
                filed = world.data[period][unit][section]
                say = lambda *w: out.add((unit, period, section, " ".join(map(str, w))))
                n = world.counts(unit, period, section)
                for name, c in d["counts"].items():
                    if c.get("kind") == "ratio":
                        num, den = c["ratio"]["num"], c["ratio"]["den"]
                        if num in n and den in n and dec(filed[c["number"]]) != pct(n[num], n[den]):
                            say("rate", name)
                        continue
                    if name not in n:
                        say("missing", name)
                        continue
                    if n[name] < 0:
                        say("negative", name)
                    if "parts" in c and all(p in n for p in c["parts"]) and n[name] != sum(n[p] for p in c["parts"]):
                        say("sum", name)
                    if at:
                        before = world.counts(unit, PERIODS[at - 1], section)
                        if name in before:
                            if (c.get("over_time") != "last" or n[name] >= 20) and before[name] == n[name]:
                                say("as before", name)
                            if not name.endswith("_year") and n[name] > 9 and not before[name] * 4 > n[name]:
                                say("far more", name)
                            if before[name] > 9 and not n[name] * 4 > before[name] and not name.endswith("_year"):
                                say("far less", name)
                    if name.endswith("_year"):
                        total = sum(world.counts(unit, p, section).get(name[:-5], 0) for p in PERIODS[:at + 1] if p[:4] == period[:4])
                        if total != n[name]:
                            say("year", name)
                for rule in [c["rule"] for c in d["checks"].values()] + MORE[section]:
                    try:
                        if not eval(rule, {}, n):
                            say("rule", rule)
                    except NameError:
                        pass
                for key, f in d["fields"].items():
                    if f["type"] != "ledger" or key not in filed:
                        continue
                    rows = filed[key]
                    dates = [k for k, c in f["columns"].items() if c["type"] == "date"]
                    if len({json.dumps(x, sort_keys=True) for x in rows}) != len(rows):
                        say("twice", key)
                    for u in f.get("unique", []):
                        if len({x[u] for x in rows}) != len(rows):
                            say("unique", key)
                    if key == "devices" and len({(x["device"], x["cost"] // x["pieces"]) for x in rows}) != len({x["device"] for x in rows}):
                        say("price", key)
                    for x in rows:
                        for k, c in f["columns"].items():
                            if c.get("required") and not x.get(k):
                                say("empty", key, k)
                            if c["type"] == "text" and re.search("待[填补]|×|XX|（）", str(x.get(k, ""))):
                                say("placeholder", key)
                        if not all(within(x[k], period) for k in dates if k in x and (k in ("date", "received", "start") or True)):
                            say("outside", key)
                        got = [x[k] for k in dates if k in x]
                        if got != sorted(got):
                            say("order", key)
                        for k, c in f["columns"].items():
                            if "refers" in c:
                                led, col = c["refers"].split(".")
                                to = [z for z in filed[led] if z[col] == x[k]]
                                first = next(q for q, cc in d["fields"][led]["columns"].items() if cc["type"] == "date")
                                if not to or to[0][first] > x[dates[0]] or to[0].get("settled_on", "") > x[dates[0]]:
                                    say("refers", key)
                        if key in ROWS and not eval(ROWS[key], {"x": x, "dec": dec}):
                            say("row", key)
    return out


# Figures of the base's texts: what may stand there, and what it has to be; {} is a number, {?} one that is only planned.
SENTENCES = {
    "market": [("本季度检查经营主体{}家次，发现问题{}个，整改{}个。", ["n.checks", "n.problems", "n.corrected"]),
               ("食品抽检{}批次，合格{}批次。", ["n.samples", "n.passed"]),
               ("受理投诉举报{}件，其中商品类{}件、服务类{}件、价格类{}件。", ["n.complaints", "n.complaints_goods", "n.complaints_service", "n.complaints_price"]),
               ("帮助消费者挽回损失{}元。", ["n.refund"]), ("发现的{}个问题中，还有{}个没有整改到位。", ["n.problems", "n.problems - n.corrected"]),
               ("在册经营主体{}户，监管执法人员只有{}人。", ["n.shops", "n.inspectors"]),
               ("下季度计划检查经营主体{?}家次。", []), ("拟抽检食品{?}批次，向日常消费多的品种倾斜。", [])],
    "window": [("本季度受理办件{}件，办结{}件，办结率{}%。", ["n.cases", "n.settled", "pct(n.settled, n.cases)"]),
               ("接受咨询{}人次，其中现场{}人次、电话{}人次、网上{}人次。", ["n.asks", "n.ask_window", "n.ask_phone", "n.ask_net"]),
               ("上门服务{}次，代办事项{}件。", ["n.homes", "n.home_matters"]), ("收到服务评价{}份，满意{}份。", ["n.rated", "n.pleased"]),
               ("办件中尚有{}件没有办结。", ["n.cases - n.settled"]), ("窗口人员{}人，要应对{}项进驻事项。", ["n.staff", "n.affairs"]),
               ("下季度计划上门服务{?}次。", []), ("力争下季度减少群众跑动{?}人次。", [])],
    "disabled": [("本季度走访{}次，入户{}户，收集需求{}条。", ["n.visits", "n.households", "n.needs"]), ("发放辅具{}件，折合金额{}元。", ["n.pieces", "n.cost"]),
                 ("提供康复服务{}人次，新增就业{}人。", ["n.rehab", "n.jobs"]),
                 ("发放残疾人补贴{}万元，其中生活补贴{}万元、护理补贴{}万元。", ["n.allowance", "n.living", "n.nursing"]),
                 ("收集到的需求里，有{}条暂未落实。", ["n.needs - n.met"]), ("持证残疾人{}人，助残志愿者仅{}名。", ["n.holders", "n.volunteers"]),
                 ("下季度计划走访{?}次。", []), ("拟完成无障碍改造{?}户。", [])],
    "forestry": [("本季度巡护{}次，里程{}公里，发现问题{}处，当场处理{}处。", ["n.patrols", "n.length", "n.found", "n.onspot"]),
                 ("造林{}块，面积{}亩，栽植{}株。", ["n.plots", "n.area", "n.trees"]),
                 ("发放防火宣传单{}份，组织防火演练{}场，参加{}人次。", ["n.leaflets", "n.drills", "n.drill_people"]),
                 ("核查造林面积{}亩，成活{}亩，成活率{}%。", ["n.checked", "n.alive", "pct(n.alive, n.checked)"]),
                 ("林业资金安排{}万元，实际支付{}万元，进度有待加快。", ["n.planned", "n.paid"]), ("林地{}亩，护林员{}名，管护力量偏紧。", ["n.forest", "n.rangers"]),
                 ("下季度计划巡护{?}次。", []), ("拟防治病虫害{?}亩。", [])],
    "farming": [("本季度农技指导{}场，参加{}人次。", ["n.lessons", "n.learners"]), ("检修农机{}台，修复{}台。", ["n.machines", "n.repaired"]),
                ("农残检测{}批次，合格{}批次，合格率{}%。", ["n.tests", "n.tests_passed", "pct(n.tests_passed, n.tests)"]),
                ("播种面积{}亩，其中粮食{}亩、油料{}亩、蔬菜{}亩。", ["n.sown", "n.grain", "n.oil", "n.veg"]),
                ("送修农机还有{}台待修复。", ["n.machines - n.repaired"]), ("合作社{}家、家庭农场{}家，带动能力还不均衡。", ["n.coops", "n.farms"]),
                ("下季度计划开展农技指导{?}场。", []), ("力争农业保险投保{?}亩。", [])],
}
COMPILED = {s: [(re.compile(re.escape(t).replace(r"\{\?\}", r"\d+").replace(r"\{\}", r"(\d+(?:\.\d+)?)")), e) for t, e in v] for s, v in SENTENCES.items()}


def grams(text):
    return {text[i:i + 3] for i in range(len(text) - 2)}


def near(a, b):
    return len(a & b) / min(len(a), len(b))


def texts_clean(errors, touched):
    hosts = {}
    for e in errors:
        f = next((f for f in e["facts"] if "instead_of" in f), None)
        if f:
            hosts[(e["unit"], e["period"], e["patch"][0]["section"])] = f["instead_of"]
    world = World(BASE)
    villages = {}
    for p in PERIODS[2:]:
        for u in UNITS:
            for s in DECL:
                for t in TEXT:
                    for v in re.findall(r"[东西上下大小新老青白石竹松柳杨][泉井陇岙圳埠冈垛塅沿]村", world.data[p][u][s][t]):
                        villages.setdefault(v, set()).add(u)
    for v, us in villages.items():
        if len(us) > 1:
            wrong("a village of two units", v, us)
    with_figures = total = 0
    nearest = 0
    for period in CLEAN:
        for section in DECL:
            for field in TEXT:
                bags = {}
                for unit in UNITS:
                    text = world.data[period][unit][section][field]
                    env = environment(world, unit, period, section)
                    total += 1
                    with_figures += bool(re.search(r"\d", text))
                    bags[unit] = grams(text)
                    old = grams(world.data[PERIODS[PERIODS.index(period) - 1]][unit][section][field])
                    if near(bags[unit], old) > .35:
                        wrong("last quarter's text", unit, period, section, field)
                    for rule in ("own_names", "quarters_fit", "lists_agree", "plans_ahead", "days_exist", "days_within", "feasts_fit"):
                        if not env[rule](text):
                            wrong(rule, unit, period, section, field, text)
                    if not text.endswith("。") or re.search(r"XX|××|待填|待补|此处|（）|__|，，|。。|、、|nan", text):
                        wrong("placeholder or marks", unit, period, section, field)
                    for other in NAMES.values():
                        if other[:-1] in text and other != NAMES[unit]:
                            wrong("another's name", unit, period, text)
                    if text.count("（") != text.count("）") or text.count("“") != text.count("”") or text.count("《") != text.count("》"):
                        wrong("a half bracket", unit, period, section, field)
                    sentences = [x for x in re.split("(?<=。)", text) if x]
                    if len(set(sentences)) != len(sentences):
                        wrong("a sentence twice", unit, period, section, field)
                    rest = text
                    key = (unit, period, section)
                    if key in hosts:
                        rest = rest.replace(hosts[key], "")
                        if re.search(r"\d", rest) and not re.search(r"\d处助残驿站|\d个村级代办点", rest):
                            wrong("other figures beside an error", key, rest)
                        continue
                    if key in touched and re.search(r"\d", rest):
                        wrong("figures in a touched section", key, rest)
                    for pattern, expressions in COMPILED[section]:
                        for m in pattern.finditer(rest):
                            for said, e in zip(m.groups(), expressions):
                                if dec(said) != dec(value(e, env)):
                                    wrong("figure", unit, period, section, field, said, e)
                        rest = pattern.sub("", rest)
                    if re.search(r"\d", rest):
                        wrong("figure not known", unit, period, section, field, rest)
                for i, u in enumerate(UNITS):
                    for v in UNITS[i + 1:]:
                        nearest = max(nearest, near(bags[u], bags[v]))
                        if near(bags[u], bags[v]) > .72:
                            wrong("texts nearly alike", u, v, period, section, field, round(near(bags[u], bags[v]), 2))
    print(f"nearest two texts of a quarter: {nearest:.2f}")
    return with_figures, total


def shape():
    for p in PERIODS:
        if [u["id"] for u in BASE[p]] != UNITS or len(UNITS) != 30 or len(set(NAMES.values())) != 30:
            wrong("units of", p)
        for i, u in enumerate(BASE[p]):
            for s, d in DECL.items():
                filed = u["sections"][s]
                if set(filed) - set(d["fields"]):
                    wrong("not declared", u["id"], p, s, set(filed) - set(d["fields"]))
                has = any(isinstance(v, list) for v in filed.values())
                if has != (i % 2 == 0 and p in PERIODS[2:]):
                    wrong("ledgers", u["id"], p, s)
                if (p in PERIODS[2:]) != all(t in filed for t in TEXT):
                    wrong("texts", u["id"], p, s)
                for name, c in d["counts"].items():
                    if c.get("ledger") in filed and c["number"] in filed:
                        wrong("ledger and number", u["id"], p, s, name)
                for k, v in filed.items():
                    f = d["fields"][k]
                    if f["type"] == "integer" and type(v) is not int or f["type"] == "decimal" and not re.fullmatch(r"\d+\.\d+", v):
                        wrong("type of", u["id"], p, s, k, v)


def check_error(e, alone, together, base):
    section = e["patch"][0]["section"]
    env0 = environment(base, e["unit"], e["period"], section)
    before = base.data[e["period"]][e["unit"]][section]
    if not e["place"] or not e["why"] or not e["facts"]:
        wrong(e["id"], "says too little")
    for place in e["place"]:
        if place["section"] != section or place["field"] not in DECL[section]["fields"]:
            wrong(e["id"], "place", place)
    for label, world in (("alone", alone), ("together", together)):
        env = environment(world, e["unit"], e["period"], section)
        now = world.data[e["period"]][e["unit"]][section]
        for place in e["place"]:
            if place["field"] not in now and place["field"] not in before:
                wrong(e["id"], "place not filed", place)
            if "row" in place and not 1 <= place["row"] <= len(now[place["field"]]):
                wrong(e["id"], "place row", place)
        for f in e["facts"]:
            if "rule" in f:
                if not value(f["rule"], env0):
                    wrong(e["id"], "rule does not hold in the base", f["rule"])
                try:
                    if value(f["rule"], env):
                        wrong(e["id"], label, "rule still holds", f["rule"])
                except AssertionError:
                    pass
            if "claim" in f:
                for which in (env0, env):
                    if not same(value(f["claim"], which), f["right"]):
                        wrong(e["id"], label, f["claim"], value(f["claim"], which), f["right"])
                if same(f["x"], f["right"]):
                    wrong(e["id"], "x is right")
            if "instead_of" in f:
                field = e["patch"][0]["field"]
                old, new = before[field], now[field]
                if old.count(f["instead_of"]) != 1:
                    wrong(e["id"], "instead_of")
                start, end = old.split(f["instead_of"])
                middle = new[len(start):len(new) - len(end)]
                if not (new.startswith(start) and new.endswith(end)) or f["says"] not in middle or f["says"] in f["instead_of"]:
                    wrong(e["id"], "text", f["says"], middle)
                if "claim" in f and not isinstance(f["x"], (bool, list)) and f["right"] not in (True, False) and e["kind"] not in ("share", "largest-part", "direction", "year-ago"):
                    if str(f["x"]) not in f["says"]:
                        wrong(e["id"], "x is not said")
                    if str(f["right"]) not in f["instead_of"] and e["kind"] != "unit-in-text":
                        wrong(e["id"], "right is not said in the base")


def main():
    halves = {h: {k: json.loads((HERE / h / f"{k}.json").read_text(encoding="utf-8")) for k in ("errors", "legitimate")} for h in ("seen", "held-back")}
    errors = [e for h in halves.values() for e in h["errors"]]
    sentences = [e for h in halves.values() for e in h["legitimate"]]
    shape()
    base = World(BASE)
    for f in sorted(faults(base, PERIODS[1:])):
        wrong("base", *f)
    # how many, of which kinds
    kinds = Counter(e["kind"] for e in errors)
    if len(errors) != 100 or len(kinds) != 50 or set(kinds.values()) != {2}:
        wrong("errors", len(errors), len(kinds))
    spoken = Counter(e["kind"] for e in sentences)
    if len(sentences) != 60 or Counter(spoken.values()) != {2: 15, 1: 30}:
        wrong("sentences", len(sentences), Counter(spoken.values()))
    for h in halves.values():
        if len(h["errors"]) != 50 or len({e["kind"] for e in h["errors"]}) != 50 or len(h["legitimate"]) != 30:
            wrong("a half")
    for kind in kinds:
        two = [e for e in errors if e["kind"] == kind]
        if two[0]["unit"] == two[1]["unit"] or two[0]["patch"][0]["section"] == two[1]["patch"][0]["section"]:
            wrong("a pair in one place", kind)
    if len({e["id"] for e in errors + sentences}) != 160:
        wrong("ids")
    touched = Counter((e["unit"], e["period"], e["patch"][0]["section"]) for e in errors + sentences)
    for key, times in touched.items():
        if times > 1:
            wrong("touched twice", key)
    for e in errors + sentences:
        if e["period"] not in CLEAN or e["unit"] not in UNITS or len({p["section"] for p in e["patch"]}) != 1:
            wrong(e["id"], "period, unit or sections")
    figures = [e for e in errors if e["patch"][0]["field"] not in TEXT]
    with_figures, total = texts_clean(errors, touched)
    if not .27 < with_figures / total < .42:
        wrong("texts with figures", with_figures, total)
    # errors: alone, and with all others of the half (and all sentences)
    both = World(patched(BASE, errors + sentences))
    for h in halves.values():
        together = World(patched(BASE, h["errors"] + h["legitimate"]))
        for e in h["errors"]:
            alone = World(patched(BASE, [e]))
            check_error(e, alone, together, base)
            got = faults(alone, CLEAN, [e["unit"]])
            section = e["patch"][0]["section"]
            for f in got:
                if f[:3] != (e["unit"], e["period"], section):
                    wrong(e["id"], "bears on", f)
            if bool(got) != (e in figures):
                wrong(e["id"], "faults", got)
            if len(got) > 1:
                print("  note:", e["id"], "|", "; ".join(sorted(f[3] for f in got)))
        marks = {(e["unit"], e["period"], e["patch"][0]["section"]) for e in h["errors"] if e in figures}
        for f in faults(together):
            if f[:3] not in marks:
                wrong("together", f)
        # sentences: true in the base and beside all errors
        for s in h["legitimate"]:
            p = s["patch"][0]
            old = base.data[s["period"]][s["unit"]][p["section"]][p["field"]]
            if p["set"] != old + s["sentence"] or len(s["patch"]) != 1:
                wrong(s["id"], "is not added")
            if not s["why"] or not s["facts"]:
                wrong(s["id"], "says too little")
            for world in (base, together, both):
                env = environment(world, s["unit"], s["period"], p["section"])
                for f in s["facts"]:
                    if not same(value(f["claim"], env), f["x"]):
                        wrong(s["id"], f["claim"], value(f["claim"], env), f["x"])
            for f in s["facts"]:
                if "says" in f and f["says"] not in s["sentence"]:
                    wrong(s["id"], "not said", f["says"])
    for p in problems:
        print(p)
    print(f"{len(errors)} errors, {len(sentences)} sentences, {with_figures} of {total} texts with figures:", "all holds" if not problems else f"{len(problems)} PROBLEMS")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
