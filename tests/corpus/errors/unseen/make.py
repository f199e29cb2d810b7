"""Writes base/, declarations.json, errors.json and legitimate.json anew, to the byte: python make.py"""
import json
import pathlib
from decimal import Decimal

from base import DECLARATIONS, PERIODS, SECTIONS, bounds, build, day, percent, rounded
from words import MISSPELT, UNITS

HERE = pathlib.Path(__file__).parent
DATA = build()
NAMES = dict(UNITS)
Q4, Q1 = "2025Q4", "2026Q1"
HANZI = "零一二三四五六七八九"


def hanzi(number):
    tens, ones = divmod(number, 10)
    return HANZI[number] if tens == 0 else ("" if tens == 1 else HANZI[tens]) + "十" + (HANZI[ones] if ones else "")


def swapped(digits):
    """Two neighbouring digits the wrong way round, the later ones first."""
    for i in range(len(digits) - 2, 0, -1):
        if "." not in digits[i:i + 2] and digits[i] != digits[i + 1]:
            return digits[:i] + digits[i + 1] + digits[i] + digits[i + 2:]
    return None


class At:
    """A section of a unit in a quarter: its data, its counts, those of other quarters."""

    def __init__(self, unit, section, period):
        self.unit, self.section, self.period = unit, section, period
        self.data = DATA[period][unit][section]
        self.name = NAMES[unit]
        self.place = [u for u, _ in UNITS].index(unit)
        self.ledgers = self.place % 2 == 0
        self.q = PERIODS.index(period)

    def of(self, period):
        data, result = DATA[period][self.unit][self.section], {}
        for name, c in DECLARATIONS[self.section]["counts"].items():
            if "ratio" in c:
                continue
            if c.get("ledger") in data:
                rows = [r for r in data[c["ledger"]] if "where" not in c or r.get(c["where"])]
                result[name] = sum(Decimal(r[c["sum"]]) for r in rows) if "sum" in c else Decimal(len(rows))
            else:
                result[name] = Decimal(data[c["number"]])
        return result

    @property
    def now(self):
        return self.of(self.period)

    @property
    def was(self):
        return self.of(PERIODS[self.q - 1])

    @property
    def ago(self):
        return self.of(PERIODS[self.q - 4])

    @property
    def plain(self):
        """No figures in its texts, and all three of them there."""
        return all(f in self.data and not any(c.isdigit() for c in self.data[f]) for f in ("practice", "problem", "plan"))

    def source(self, name):
        """The fields that a count comes from."""
        c = DECLARATIONS[self.section]["counts"][name]
        return c["ledger"] if c.get("ledger") in self.data else c["number"]

    @property
    def we(self):
        return {"镇": "我镇", "乡": "我乡"}.get(self.name[-1], "本街道")

    @property
    def committee(self):
        return self.name + ("党工委" if self.name.endswith("街道") else "党委")

    def neighbour(self, steps, kind="镇"):
        """The name of another unit of a kind."""
        others = [name for _, name in UNITS if name.endswith(kind) and name != self.name]
        return others[(self.place + steps) % len(others)]


USED, TIMES, TURN = set(), {}, [0]


def pick(section, period, ledgers=None, so=lambda a: True, fit=True):
    """The next unit whose section nothing touches yet, and where it may be done."""
    TURN[0] += 1
    start = TURN[0] * 11 % len(UNITS)
    order = [UNITS[(start + i) % len(UNITS)][0] for i in range(len(UNITS))]
    for most in (2, 3, 4):
        for unit in order:
            a = At(unit, section, period)
            if ((unit, section) not in USED and TIMES.get(unit, 0) < most and (ledgers is None or a.ledgers == ledgers)
                    and (not fit or a.plain) and so(a)):
                USED.add((unit, section))
                TIMES[unit] = TIMES.get(unit, 0) + 1
                return a
    raise SystemExit(f"no place for {section} {period}")


ERRORS, LEGITIMATE = [], []


def put(to, letter, kind, a, patch, why, facts, place=None, sentence=None):
    entry = {"id": f"{letter}{len(to) + 1:02}", "kind": kind, "unit": a.unit, "period": a.period, "patch": patch}
    if place is not None:
        entry["place"] = place
    if sentence:
        entry["sentence"] = sentence
    to.append({**entry, "why": why, "facts": facts})


def cell(a, field, row=None, column=None, to=None):
    return {"section": a.section, "field": field, **({"row": row} if row else {}), **({"column": column} if column else {}), "set": to}


def spots(a, *where):
    """Places: a field, or (ledger, row, column), which stands for the row as well."""
    result = []
    for w in where:
        if isinstance(w, str):
            result.append({"section": a.section, "field": w})
        else:
            ledger, row, *columns = w
            result += [{"section": a.section, "field": ledger, "row": row, "column": c} for c in columns]
            result.append({"section": a.section, "field": ledger, "row": row})
    return result


def data_error(kind, a, patch, place, why, says, claim):
    put(ERRORS, "U", kind, a, patch, why, [{"says": says, "claim": claim}], place)


def said(to, letter, kind, a, field, sentence, why, says, claim, also=(), **values):
    fact = {"says": says, "claim": claim, **{k: str(v) for k, v in values.items()}}
    text = a.data[field] + "。" + sentence
    place = spots(a, field, *also) if to is ERRORS else None
    put(to, letter, kind, a, [cell(a, field, to=text)], why, [fact], place, sentence)


def wrong(kind, a, sentence, why, says, claim, field="practice", also=(), **values):
    said(ERRORS, "U", kind, a, field, sentence, why, says, claim, also, **values)


def fine(kind, a, sentence, why, says, claim, field="practice", **values):
    said(LEGITIMATE, "V", kind, a, field, sentence, why, says, claim, **values)


def whole(value):
    return int(value) if value == int(value) else value


def errors():
    # What is filled in.
    a = pick("transport", Q1, so=lambda a: swapped(str(a.data["passengers_total"])))
    data_error("total-unlike-its-parts", a, [cell(a, "passengers_total", to=int(swapped(str(a.data["passengers_total"]))))],
               spots(a, "passengers_total", "pass_bus", "pass_coach", "pass_custom"), "客运量里两位数字写颠倒，与公交、班线、定制三项之和不符", "a sum",
               "data['passengers_total'] == data['pass_bus'] + data['pass_coach'] + data['pass_custom']")
    a = pick("food", Q4, so=lambda a: a.data["pass_given"][1] > a.data["pass_given"][3])
    g = a.data["pass_given"]
    data_error("rate-that-does-not-follow", a, [cell(a, "pass_given", to=g[0] + g[3] + "." + g[1])],
               spots(a, "pass_given", a.source("passed"), a.source("batches")), "填报的合格率整数位与小数位写颠倒，不等于合格批次除以抽检批次", "a rate",
               "number(data['pass_given']) == share(now['passed'], now['batches'])")
    a = pick("schools", Q4, True)
    last = len(a.data["visits"])
    data_error("row-outside-the-quarter", a, [cell(a, "visits", last, "date", "2026-01" + a.data["visits"][-1]["date"][7:])],
               spots(a, ("visits", last, "date"), "visits"), "台账最后一行的日期在下一年一月，不在本季度", "days of rows", "all(inside(r['date']) for r in rows('visits'))")
    a = pick("water", Q1, True)
    last = len(a.data["tests"])
    data_error("row-entered-twice", a, [{"section": "water", "field": "tests", "add": a.data["tests"][1]}],
               spots(a, ("tests", 2, "date", "point", "items"), ("tests", last + 1, "date", "point", "items"), "tests"), "同一次检测登记了两行，日期、采样点、指标都一样",
               "rows that are the same", "alike(rows('tests')) == 0")

    def slip(a):
        for i, r in enumerate(a.data["hazards"]):
            if r["fixed"] and r["found"][5:7] == r["fixed_on"][5:7] == "11":
                return i, r["fixed_on"].replace("-11-", "-10-")
    a = pick("forestry", Q4, True, lambda a: slip(a))
    i, to = slip(a)
    data_error("mended-before-it-was-found", a, [cell(a, "hazards", i + 1, "fixed_on", to)], spots(a, ("hazards", i + 1, "fixed_on", "found"), "hazards"),
               "整改日期的月份写错，比发现日期还早", "an order of days", "all(r['fixed_on'] >= r['found'] for r in rows('hazards') if r.get('fixed_on'))")

    def nowhere(a):
        there = {r["number"] for r in a.data["inspections"]}
        for i, r in enumerate(a.data["reviews"]):
            other = swapped(r["inspection"])
            if r["inspection"][-2:] != other[-2:] and r["inspection"][:-2] == other[:-2] and other not in there:
                return i, other
    a = pick("food", Q1, True, lambda a: nowhere(a))
    i, to = nowhere(a)
    data_error("reference-to-nothing", a, [cell(a, "reviews", i + 1, "inspection", to)], spots(a, ("reviews", i + 1, "inspection"), "reviews"),
               "复查台账里的检查编号末两位写颠倒，检查台账没有这个编号", "numbers that are referred to",
               "all(r['inspection'] in [i['number'] for i in rows('inspections')] for r in rows('reviews'))")
    a = pick("schools", Q1)
    data_error("part-beyond-its-whole", a, [cell(a, "boarders_total", to=a.data["boarders_total"] * 10 + 4)], spots(a, "boarders_total", "pupils_total"),
               "寄宿生人数多打了一位，比在校学生还多", "a part and its whole", "now['boarders'] <= now['pupils']")
    a = pick("forestry", Q4)
    data_error("yuan-for-wan", a, [cell(a, "fund_paid", to=str(int(Decimal(a.data["fund_paid"]) * 10000)))], spots(a, "fund_paid", "fund_planned"),
               "支付资金按元填，栏目的单位是万元", "an amount within another", "now['fund_paid'] <= now['fund_planned']")
    a = pick("schools", Q1, False)
    data_error("ten-times-the-usual", a, [cell(a, "rounds_total", to=a.data["rounds_total"] * 10)], spots(a, "rounds_total"),
               "校园巡查次数末尾多打一个零，是往常各季度的十倍", "a number beside its past", "now['rounds'] < 2 * max(of(p)['rounds'] for p in earlier)")
    a = pick("forestry", Q1)
    data_error("took-part-in-nothing", a, [cell(a, "talks_total", to=0)], spots(a, "talks_total", "hearers_total"), "宣讲填了零场，听众却有人次",
               "who takes part", "now['talks'] > 0 or now['hearers'] == 0")
    a = pick("water", Q4)
    before, fields = DATA["2025Q3"][a.unit]["water"], ["supply", "supply_home", "supply_public", "supply_trade"]
    data_error("figures-carried-over", a, [cell(a, f, to=before[f]) for f in fields], spots(a, *fields), "供水量的总数和三项分数与上季度一字不差，是照抄上季度的",
               "what is not what it was", "data['supply'] != before['supply']")
    a = pick("food", Q4, True, lambda a: a.data["samples"][2]["passed"] == a.data["samples"][2]["batches"] and a.now["passed"] + 1 < a.now["batches"])
    row = a.data["samples"][2]
    data_error("row-with-more-passed-than-taken", a, [cell(a, "samples", 3, "passed", row["batches"] + 1),
                                                      cell(a, "pass_given", to=percent(a.now["passed"] + 1, a.now["batches"]))],
               spots(a, ("samples", 3, "passed", "batches"), "samples"), "第3行的合格批次多于抽检批次", "a part and its whole, in rows",
               "all(r['passed'] <= r['batches'] for r in rows('samples'))")

    def open_row(a):
        for i, r in enumerate(a.data["bursts"]):
            if not r["fixed"] and r["found"] < "2026-03-20":
                return i, str(bounds(a.period)[1].replace(day=25))
    a = pick("water", Q1, True, lambda a: open_row(a))
    i, to = open_row(a)
    data_error("not-mended-but-dated", a, [cell(a, "bursts", i + 1, "fixed_on", to)], spots(a, ("bursts", i + 1, "fixed_on", "fixed"), "bursts"),
               "这一行“是否修复”填否，却填了修复日期", "yes or no, and the day", "all(r['fixed'] for r in rows('bursts') if r.get('fixed_on'))")
    a = pick("schools", Q4, True)
    other = a.neighbour(7)
    data_error("neighbour-in-a-ledger", a, [cell(a, "drills", 3, "school", other + a.data["drills"][2]["school"])], spots(a, ("drills", 3, "school"), "drills"),
               "演练台账里登记的是外镇的学校", "whose school", "not any(n in r['school'] for r in rows('drills') for n in names if n != name)")
    # What the figures do not bear out.
    a = pick("food", Q1, so=lambda a: a.now["complaints"] > 40)
    c = int(a.now["complaints"])
    low = c // 5
    second = (c - low) // 2 + 3
    first = c - low - second
    wrong("order-of-rank", a, f"投诉举报按数量由多到少依次为：食品质量{first}件、价格标示{second}件、售后服务{low}件", "说由多到少，第二项却比第一项多", "an order",
          f"{first} >= {second} >= {low}")
    a = pick("transport", Q4, True)
    k = int(a.now["checks"])
    wrong("number-unlike-the-ledger", a, f"组织交警、运管人员上站上车，全季客运检查{k + 2}次，对带病车辆当场叫停", f"台账登记{k}行，不是{k + 2}次", "a count", "now['checks'] == x",
          also=["checks"], x=k + 2, right=k, form=f"{k + 2}次")
    a = pick("schools", Q1, True)
    k = int(a.now["visits"])
    wrong("number-in-hanzi", a, f"班主任利用傍晚和周末进村入户，本季度上门家访{hanzi(k + 3)}次", f"台账登记家访{k}次", "a count", "now['visits'] == x",
          also=["visits"], x=k + 3, right=k, form=f"{hanzi(k + 3)}次")
    a = pick("schools", Q4, so=lambda a: Decimal("0.26") < a.now["boarders"] / a.now["pupils"] < Decimal("0.36"))
    wrong("tenths", a, "外出务工家庭多，寄宿生已占到在校学生的六成", "寄宿生只占在校学生三成上下", "a share in tenths", "abs(now['boarders'] * 10 / now['pupils'] - x) < 1", field="problem",
          also=["boarders_total", "pupils_total"], x=6, right=3, form="六成")
    a = pick("water", Q1, so=lambda a: Decimal("0.3") < a.now["meters"] / a.now["users"] < Decimal("0.4"))
    wrong("fraction", a, "改造以来，四分之三的供水用户装上了智能水表", "装智能水表的刚过三分之一", "a share", "abs(now['meters'] / now['users'] - number(x)) < 0.07",
          also=["meters_total", "users_total"], x="0.75", right="0.35", form="四分之三")
    a = pick("transport", Q1, so=lambda a: a.now["passengers"] > a.was["passengers"])
    wrong("times", a, "学生返校、务工返程叠加，客运量是上季度的2倍", "客运量比上季度只多一点，远不到两倍", "times", "abs(now['passengers'] / was['passengers'] - number(x)) < 0.15",
          also=["passengers_total"], x=2, right=1, form="2倍")

    def rate(a, part, total, of):
        return Decimal(percent(of[part], of[total]))

    def gain(a, part, total):
        return rate(a, part, total, a.now) - rate(a, part, total, a.was)
    a = pick("food", Q4, so=lambda a: gain(a, "passed", "batches") >= 1)
    d = gain(a, "passed", "batches")
    wrong("percentage-points", a, f"从抽检结果看，合格率较上季度提高{d + 3}个百分点", f"两个季度的合格率只差{d}个百分点", "points between rates",
          "share(now['passed'], now['batches']) - share(was['passed'], was['batches']) == x", also=["pass_given"], x=d + 3, right=d, form=f"{d + 3}个百分点")

    def growth(a, name, than):
        return Decimal(rounded((a.now[name] - than[name]) * 100 / than[name], 1))
    a = pick("forestry", Q1, so=lambda a: 6 < growth(a, "area", a.was) < 60)
    d = growth(a, "area", a.was)
    wrong("size-of-a-change", a, f"各林场集中用工，抚育面积环比增长{d + 10}%", f"增长了，但只有{d}%", "a change in percent", "share(now['area'] - was['area'], was['area']) == x",
          also=[a.source("area")], x=d + 10, right=d, form=f"{d + 10}%")
    a = pick("food", Q1, so=lambda a: a.now["complaints"] - a.was["complaints"] >= 4)
    wrong("direction-of-a-change", a, "经过源头治理，投诉举报件数较上季度明显回落", "投诉举报比上季度多", "a direction", "now['complaints'] < was['complaints']", also=["complaints_total"])
    a = pick("transport", Q4)
    short, right = (sum(int(a.of(p)["repairs"]) for p in ps) for ps in (PERIODS[1:4], PERIODS[:4]))
    wrong("sum-of-the-year", a, f"1至12月累计完成道路养护{short}处", f"四个季度相加是{right}处，漏加了一季度", "a sum of the year", "year('repairs') == x",
          also=[a.source("repairs")], x=short, right=right, form=f"{short}处")
    a = pick("forestry", Q1, so=lambda a: a.ago["patrols"] - a.now["patrols"] >= 8)
    d = int(a.ago["patrols"] - a.now["patrols"])
    wrong("change-on-the-year", a, f"巡林次数同比增加{d}次，进山口基本做到有人看", f"比上年一季度少了{d}次", "a change on the year", "now['patrols'] - ago['patrols'] == x",
          also=["patrols_total"], x=d, right=-d, form=f"增加{d}次")
    a = pick("schools", Q1, False)
    d = int(rounded(a.now["people"] / a.now["drills"], 0))
    wrong("average-of-counts", a, f"安全演练贴近实战，平均每次有{d + 30}名师生参加", f"演练人次除以次数约{d}", "an average", "abs(now['people'] / now['drills'] - x) <= 1",
          also=["people_total", "drills_total"], x=d + 30, right=d, form=f"{d + 30}名")
    a = pick("water", Q4)
    wrong("none-of-what-there-is", a, "管网总体运行平稳，整个季度没有出现一起管网抢修", "本季度有管网抢修", "none", "now['bursts'] == 0", also=[a.source("bursts")])
    a = pick("forestry", Q4, so=lambda a: 2 <= a.now["hazards"] - a.now["fixed"])
    wrong("all-of-what-was-done-in-part", a, "对查出的林区隐患逐一交办，目前均已整改销号", "还有林区隐患没有整改", "all", "now['fixed'] == now['hazards']",
          also=[a.source("fixed"), "rate_given"])
    a = pick("schools", Q4, True)
    ranked = sorted(a.data["drills"], key=lambda r: -r["people"])
    r, top = ranked[2], ranked[0]
    d = day(r["date"])
    wrong("most-of-the-rows", a, f"其中参加人数最多的是{d.month}月{d.day}日在{r['school']}开展的{r['theme']}演练", f"台账里人数最多的是{top['date']}那一次", "the most among rows",
          "max(rows('drills'), key=lambda r: r['people'])['date'] == x", also=["drills"], x=r["date"], right=top["date"], form=f"{d.month}月{d.day}日")
    a = pick("food", Q4, so=lambda a: a.now["batches"] + 6 <= max(a.of(p)["batches"] for p in PERIODS[:3]))
    wrong("highest-of-the-year", a, "临近年末加大力度，食品抽检批次为今年以来最高", "前几个季度有比本季度高的", "the most of a time",
          "all(now['batches'] > of(p)['batches'] for p in earlier)", also=[a.source("batches")])
    a = pick("water", Q1, so=lambda a: abs(a.now["calls"] - a.was["calls"]) >= 5)
    w, k = int(a.was["calls"]), int(a.now["calls"])
    wrong("number-of-last-quarter", a, f"热线席位不断岗，本季度接听用水来电{w}件，件件有回音", f"{w}件是上季度的数，本季度是{k}件", "a count", "now['calls'] == x",
          also=["calls_total"], x=w, right=k, form=f"{w}件")
    a = pick("forestry", Q1, fit=False, so=lambda a: any(c.isdigit() for c in DATA[Q4][a.unit]["forestry"]["practice"]) and "plan" in a.data)
    data_error("text-carried-over", a, [cell(a, "practice", to=DATA[Q4][a.unit]["forestry"]["practice"])], spots(a, "practice"), "整段照搬上季度的文字，数字也是上季度的",
               "a text that is not what it was", "data['practice'] != before['practice']")
    a = pick("forestry", Q4)
    wrong("lacks-what-it-has", a, "目前尚未配备护林员，巡山全靠村干部兼顾", "填报有护林员", "none", "now['rangers'] == 0", field="problem", also=["rangers_total"])
    a = pick("water", Q4)
    s = a.data["supply"]
    wrong("wan-left-out", a, f"全季供水量{s}吨，较好满足了日常用水", "栏目的单位是万吨，句子里丢了“万”字", "an amount", "now['supply'] * 10000 == number(x)",
          also=["supply"], x=s, right=whole(Decimal(s) * 10000), form=f"{s}吨")
    a = pick("food", Q1, so=lambda a: a.now["recovered"] % 10)
    v = rounded(a.now["recovered"] / 1000, 2)
    wrong("point-of-an-amount", a, f"调解员不厌其烦，帮助消费者挽回损失{v}万元", "元换成万元时小数点错了一位，大了十倍", "an amount", "rounded(now['recovered'] / 10000, 2) == number(x)",
          also=["recovered"], x=v, right=rounded(a.now["recovered"] / 10000, 2), form=f"{v}万元")
    a = pick("forestry", Q1, so=lambda a: 150 < a.now["seedlings"] % 1000 < 800)
    v = (int(a.now["seedlings"]) // 1000 + 1) * 1000
    wrong("mark-not-reached", a, f"苗圃满负荷运转，苗木培育突破{v}株", f"苗木培育不到{v}株", "a mark that is passed", "now['seedlings'] > x", also=["seedlings_total"],
          x=v, right=v - 1000, form=f"突破{v}株")
    a = pick("food", Q4, True)
    k = sum(r["kind"] == "餐饮" for r in a.data["inspections"])
    wrong("number-of-a-kind-of-rows", a, f"后厨是检查重点，所查单位中餐饮类有{k + 2}家次", f"台账里类别为餐饮的是{k}行", "rows of a kind",
          "sum(r['kind'] == '餐饮' for r in rows('inspections')) == x", also=["inspections"], x=k + 2, right=k, form=f"{k + 2}家次")

    def months(a):
        return [sum(day(r["date"]).month == m for r in a.data["checks"]) for m in (1, 2, 3)]
    a = pick("transport", Q1, True, lambda a: months(a)[0] != months(a)[2] and min(months(a)) > 0)
    one, mid, three = months(a)
    wrong("months-of-rows", a, f"1月、2月、3月分别开展客运检查{three}次、{mid}次、{one}次", "首尾两个月的次数与台账对调了", "rows by month",
          f"[sum(month(r['date']) == m for r in rows('checks')) for m in (1, 2, 3)] == [{three}, {mid}, {one}]", also=["checks"])
    a = pick("water", Q1, so=lambda a: (a.unit, "food") not in USED)
    USED.add((a.unit, "food"))
    k = int(At(a.unit, "food", Q1).now["inspections"])
    wrong("number-of-another-section", a, f"管水员随同食品检查{k + 4}家次，顺带查看商户用水设施", f"市场监管一节填的食品检查是{k}家次", "a count of another section",
          "other('food')['inspections'] == x", x=k + 4, right=k, form=f"{k + 4}家次")
    # What does not go together by itself.
    a = pick("food", Q4)
    wrong("shares-beyond-the-whole", a, "投诉举报来源中，电话占48%、窗口占27%、网络占35%", "三项比例相加是110%", "shares", "48 + 27 + 35 == x", x=100, right=110)
    a = pick("forestry", Q4)
    wrong("rate-of-attendance", a, "召开护林工作例会，应到46人，实到42人，到会率95.3%", "42除以46是91.3%", "a rate in a sentence", "share(42, 46) == x", x="95.3", right="91.3",
          form="95.3%")
    a = pick("water", Q4)
    wrong("sum-in-a-sentence", a, "趁停泵检修换下机械表27只、远传表15只，共计46只", "27加15是42", "a sum in a sentence", "27 + 15 == x", x=46, right=42, form="46只")
    a = pick("transport", Q4)
    wrong("fewer-items-than-announced", a, "下季度抓好三件事：一是补齐路口标线，二是清理边沟杂物", "说三件事，只列了两件", "items", "text.count('是补') + text.count('是清') == x", field="plan",
          x=3, right=2, form="三件事")
    a = pick("schools", Q1)
    wrong("day-of-the-week", a, "3月12日（星期五）邀请消防员进校讲课", "2026年3月12日是星期四", "a day of the week", "weekday(2026, 3, 12) == x", x=5, right=4, form="星期五")
    a = pick("transport", Q1)
    wrong("more-than-all", a, "随车发放问卷，乘客满意率达到103.5%", "满意率不会超过百分之百", "a share", "103.5 <= 100")
    a = pick("food", Q1)
    wrong("placeholder", a, "快检室试剂缺口较大，已向____申请补充", "横线上该填的单位没有填", "a placeholder", "'____' not in text", field="problem")
    a = pick("transport", Q4)
    other = a.neighbour(5)
    wrong("neighbours-name", a, f"{other}党委把班线优化列为民生实事，主要负责同志多次到站点现场办公", "抄了别镇的材料，镇名没有改", "whose name",
          "not any(n in text for n in names if n != name)")
    a = pick("water", Q1, so=lambda a: a.name in MISSPELT)
    wrong("own-name-misspelt", a, f"{MISSPELT[a.name]}坚持先修后算，用户报修不过夜", "本单位的名称写了错字", "one's own name", "name in text")
    a = pick("schools", Q4, so=lambda a: a.name.endswith("镇"))
    k = int(a.now["teachers"])
    wrong("county-for-town", a, f"我县现有专任教师{k}名，学科结构不够合理", "这是本镇的数，不是全县的，层级写错", "whose level", "'县' not in text", field="problem")
    a = pick("transport", Q1)
    wrong("months-of-the-quarter", a, "本季度（10月至12月）路面病害处置及时", "一季度是1月至3月", "the quarter's months", "text.count('1月至3月') == 1")


def legitimate():
    a = pick("forestry", Q1)
    other = a.neighbour(3)
    fine("joint-work", a, f"与{other}在毗邻林区开展联防巡查", "与邻镇共同做的事", "with another", "other in names and other != name and other in text", other=other)
    a = pick("water", Q1, so=lambda a: a.was["bursts"] - a.was["repaired"] > 0)
    k = int(a.was["bursts"] - a.was["repaired"])
    fine("carried-over", a, f"上季度未修复的{k}处管网已于1月中旬接通", "说的是上季度留下来的", "left over", "was['bursts'] - was['repaired'] == x", x=k, form=f"{k}处")
    a = pick("schools", Q4, True)
    v = a.data["visits"][0]["village"]
    k = sum(r["village"] == v for r in a.data["visits"])
    fine("part-of-a-count", a, f"其中在{v}家访{k}次，重点看望留守儿童", "说的是一个村的", "rows of a village", "sum(r['village'] == village for r in rows('visits')) == x",
         x=k, village=v, form=f"{k}次")
    a = pick("schools", Q1)
    s = percent(a.now["boarders"], a.now["pupils"])
    fine("share", a, f"寄宿生占在校学生的{s}%，晚间管理压力不小", "比例算得对", "a share", "share(now['boarders'], now['pupils']) == x", field="problem", x=s, form=f"{s}%")
    a = pick("forestry", Q4, so=lambda a: 20 < a.now["trees"] % 100 < 60)
    v = int(a.now["trees"]) // 100 * 100
    fine("a-little-more", a, f"抚育树木{v}余株，密度趋于合理", "约数，实数略多", "a round number", "0 < now['trees'] - x < 100", x=v, form=f"{v}余株")
    a = pick("transport", Q1, so=lambda a: 600 < a.now["passengers"] % 1000 < 980)
    v = (int(a.now["passengers"]) // 1000 + 1) * 1000
    fine("nearly", a, f"全季客运量近{v}人次，没有一起滞留", "约数，实数略少", "a round number", "0 < x - now['passengers'] < 500", x=v, form=f"近{v}人次")

    def near(a):
        tenth = a.now["meters"] * 10 / a.now["users"]
        return abs(tenth - round(tenth)) < Decimal("0.12")
    a = pick("water", Q4, so=near)
    k = round(a.now["meters"] * 10 / a.now["users"])
    fine("about-so-many-tenths", a, f"约{HANZI[k]}成供水用户用上了智能水表", "约数，比例相近", "a share in tenths", "abs(now['meters'] * 10 / now['users'] - x) < 0.15", x=k, form=f"{HANZI[k]}成")
    a = pick("food", Q4)
    fine("target-for-next-quarter", a, "下季度拟完成食品检查25家次、食品抽检70批次", "是下季度的打算", "a plan", "'拟' in text", field="plan")
    a = pick("food", Q1)
    fine("telephone-number", a, "群众发现线索可拨打12315，窗口全天24小时留人", "是电话号码和值班时间", "a telephone number", "'12315' in text")
    a = pick("schools", Q4)
    fine("number-of-a-paper", a, "按照县教发〔2025〕23号文件要求，课后服务自愿报名", "是文号", "a paper's number", "'〔2025〕' in text")
    a = pick("water", Q4)
    fine("years-long-past", a, "老水厂建于1987年，2009年换过一次滤料，产水能力有限", "说的是过去的年份", "years", "1987 < 2009 < 2025", field="problem")
    a = pick("food", Q4)
    fine("name-of-a-rule", a, "对照《餐饮服务食品安全操作规范》第七章逐条讲解", "是规范的名称和章次", "a rule", "'《' in text and '》' in text")
    a = pick("transport", Q4)
    fine("quoted-name", a, "以“四好农村路”创建为抓手，带动路域环境整治", "是专门的叫法", "a quoted name", "'“四好农村路”' in text")
    a = pick("forestry", Q4)
    fine("idiom-with-a-number", a, "防火宣传三令五申，护林队伍一丝不苟", "成语里的数字", "an idiom", "'三令五申' in text")
    a = pick("water", Q1)
    fine("range", a, "每处漏点现场作业一般需要3至6小时", "是一个范围", "a range", "3 < 6")
    a = pick("forestry", Q1)
    fine("so-much-each", a, "给每户林缘住户送去明白纸2份、警示贴1张", "说的是每户", "so much each", "'每户' in text")
    a = pick("transport", Q1, so=lambda a: not a.name.endswith("街道"))
    fine("wider-whole", a, f"全县今年拟新建候车亭86个，其中{a.we}3个", "是全县的打算和其中的一份", "a part of a wider whole", "3 < 86", field="plan")
    a = pick("schools", Q1, so=lambda a: 1 <= a.now["visits"] - a.was["visits"] <= 4)
    d = int(a.now["visits"] - a.was["visits"])
    fine("change-that-is-right", a, f"家访次数比上季度增加{d}次", "与上季度相比确实如此", "a change", "now['visits'] - was['visits'] == x", x=d, form=f"增加{d}次")
    a = pick("food", Q4)
    total = sum(int(a.of(p)["complaints"]) for p in PERIODS[:4])
    fine("sum-of-the-year-that-is-right", a, f"今年以来累计受理投诉举报{total}件", "四个季度相加正是此数", "a sum of the year", "year('complaints') == x", x=total, form=f"{total}件")
    a = pick("transport", Q1, so=lambda a: 0 < growth_of(a, "passengers") < 12)
    g = growth_of(a, "passengers")
    fine("change-on-the-year-that-is-right", a, f"客运量同比增长{g}%，农村客运保持平稳", "与上年同季相比确实如此", "a change on the year",
         "share(now['passengers'] - ago['passengers'], ago['passengers']) == x", x=g, form=f"{g}%")
    a = pick("schools", Q4)
    d = int(rounded(a.now["people"] / a.now["drills"], 0))
    fine("average-that-is-right", a, f"安全演练场均参加约{d}人次", "演练人次除以次数约是此数", "an average", "abs(now['people'] / now['drills'] - x) <= 1", x=d, form=f"约{d}人次")
    a = pick("transport", Q4, True, lambda a: len({r["vehicles"] for r in a.data["checks"]}) == len(a.data["checks"]))
    top = max(a.data["checks"], key=lambda r: r["vehicles"])
    d = day(top["date"])
    fine("most-of-the-rows-that-is-right", a, f"查车最多的一天是{d.month}月{d.day}日，当天检查{top['vehicles']}辆次", "台账里正是这一天最多", "the most among rows",
         "max(rows('checks'), key=lambda r: r['vehicles'])['date'] == day_of and max(r['vehicles'] for r in rows('checks')) == x", x=top["vehicles"], day_of=top["date"],
         form=f"{top['vehicles']}辆次")
    a = pick("food", Q1)
    fine("figure-of-others", a, "据市局通报，全市上年抽检合格率为97.6%", "是全市的数", "a figure of others", "text.startswith('据市局通报')")
    a = pick("water", Q1)
    fine("measure-of-a-thing", a, "更换DN110管道320米，埋深均不小于0.8米", "是规格和工程量", "a specification", "'DN110' in text")
    a = pick("forestry", Q1)
    k = int(a.was["trees"])
    fine("last-quarters-as-such", a, f"上季度抚育树木{k}株，长势已逐块查看", "说明是上季度的数", "a count of last quarter", "was['trees'] == x", x=k, form=f"{k}株")
    a = pick("schools", Q1)
    fine("day-of-the-week-that-is-right", a, "3月11日（星期三）请交警进校讲交通安全", "2026年3月11日正是星期三", "a day of the week", "weekday(2026, 3, 11) == x", x=3, form="星期三")
    a = pick("transport", Q4)
    fine("fares", a, "班线票价维持2元，1.2米以下儿童免票", "是票价和标准", "a fare", "'2元' in text")
    a = pick("transport", Q1)
    k = a.data["pass_bus"] + a.data["pass_coach"]
    fine("two-parts-together", a, f"公交与班线合计运送{k}人次，其余为定制客运", "两项相加正是此数", "a sum of parts", "data['pass_bus'] + data['pass_coach'] == x", x=k, form=f"{k}人次")

    def up(a):
        return Decimal(percent(a.now["ontime"], a.now["trips"])) - Decimal(percent(a.was["ontime"], a.was["trips"]))
    a = pick("transport", Q4, so=lambda a: up(a) > Decimal("0.5"))
    fine("points-that-are-right", a, f"准点率比上季度提高{up(a)}个百分点", "两个季度的准点率正差此数", "points between rates",
         "share(now['ontime'], now['trips']) - share(was['ontime'], was['trips']) == x", x=up(a), form=f"{up(a)}个百分点")
    a = pick("schools", Q4)
    other = a.neighbour(2, "街道")
    fine("visit-to-others", a, f"组织骨干教师赴{other}听课交流", "是到别处学习", "with another", "other in names and other != name and other in text", other=other)


def growth_of(a, name):
    return Decimal(rounded((a.now[name] - a.ago[name]) * 100 / a.ago[name], 1))


def lines(items):
    return "[\n" + ",\n".join(json.dumps(i, ensure_ascii=False) for i in items) + "\n]\n"


def declared():
    """As declarations.json has them: a field, a count, a check a line."""
    out = []
    for section, d in DECLARATIONS.items():
        parts = [f'  "title": {json.dumps(d["title"], ensure_ascii=False)}']
        for key in ("fields", "counts"):
            inner = ",\n".join(f"   {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in d[key].items())
            parts.append(f'  "{key}": {{\n{inner}\n  }}')
        inner = ",\n".join(f"   {json.dumps(c, ensure_ascii=False)}" for c in d["checks"])
        parts.append(f'  "checks": [\n{inner}\n  ]')
        out.append(f' "{section}": {{\n' + ",\n".join(parts) + "\n }")
    return "{\n" + ",\n".join(out) + "\n}\n"


def tidy(name, c):
    """Keys in the order of the other halves: label, measure, source, number, also, over_time."""
    order = ["label", "measure", "scale", "parts", "ledger", "where", "sum", "ratio", "as", "number", "also", "over_time"]
    return {k: c[k] for k in sorted(c, key=order.index)} if "ratio" not in c else c


def write(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())


if __name__ == "__main__":
    for d in DECLARATIONS.values():
        d["counts"] = {k: tidy(k, c) for k, c in d["counts"].items()}
    assert list(DECLARATIONS) == SECTIONS
    errors()
    legitimate()
    for period in PERIODS:
        write(HERE / "base" / f"{period}.json", lines({"id": u, "name": name, "parent": "xian", "sections": DATA[period][u]} for u, name in UNITS))
    write(HERE / "declarations.json", declared())
    write(HERE / "errors.json", lines(ERRORS))
    write(HERE / "legitimate.json", lines(LEGITIMATE))
