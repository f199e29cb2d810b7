"""A hundred errors of fifty kinds. Each is a function of what its unit filed; None where the figures do not lend themselves to it."""
import datetime
from decimal import Decimal

from base import days_of, half_up, kept

ERRORS = []


def error(kind, section, field, why, *, even=None, quarter=None, back=False, figures=False):
    """`even`: ledgers only, or numbers only; `back`: looks at earlier quarters; `figures`: changes a datum and no text."""
    def add(make):
        ERRORS.append(dict(kind=kind, section=section, field=field, why=why, even=even, quarter=quarter, back=back, figures=figures, make=make))
        return make
    return add


def swapped(value, rng):
    """Two neighbouring digits changed places."""
    text = str(value)
    spots = [i for i in range(len(text) - 1) if text[i].isdigit() and text[i + 1].isdigit() and text[i] != text[i + 1]
             and not (i == 0 and text[1] == "0")]
    if not spots:
        return None
    i = rng.choice(spots)
    return type(value)(text[:i] + text[i + 1] + text[i] + text[i + 2:])


def said(template, claim, right, x, says, at):
    """One number of a sentence."""
    if right is None or x is None or right == x:
        return None
    return dict(right=template.format(right), wrong=template.format(x), at=at,
                facts=[{"says": says.format(x), "claim": claim, "x": x, "right": right}])


def words(right, wrong, claim, value, x, says, at=()):
    return dict(right=right, wrong=wrong, at=list(at), facts=[{"says": says, "claim": claim, "x": x, "right": value}])


def ruled(right, wrong, says, rule):
    """Words, and no number: what holds of the text, and not with the error."""
    return dict(right=right, wrong=wrong, at=[], facts=[{"says": says, "rule": rule}])


def datum(c, field, value, at, *rules):
    return dict(patch=[{"field": field, "set": value}], at=at, facts=[{"rule": r} for r in rules])


def cell(c, ledger, row, column, value, *rules, at=(), more=()):
    patch = {"field": ledger, "row": row + 1, "column": column, "set": value}
    return dict(patch=[patch] + list(more), places=[{"field": ledger, "row": row + 1}, {"field": ledger}], at=list(at),
                facts=[{"rule": r} for r in rules])


# ---- figures -------------------------------------------------------------------------------------------------------

def apart(c, name, value):
    """A count that an error makes is by no chance that of the quarter before or after."""
    return value != c.w[name] and (not c.later or value != c.later[name])


def twice_a_digit(value):
    text = str(value)
    return int(text[:2] + text[1] + text[2:])


@error("digit-too-many", "window", "trips_total", "多敲一位，是历次的十倍", quarter="2026Q1", figures=True, back=True)
def _(c):
    return datum(c, "trips_total", twice_a_digit(c.n.trips), ["trips"], "n.trips < 4 * w.trips", "n.trips < 4 * first.trips")


@error("digit-too-many", "disabled", "hours_total", "多敲一位，是历次的十倍", quarter="2026Q1", figures=True, back=True)
def _(c):
    return datum(c, "hours_total", twice_a_digit(c.n.hours), ["hours"], "n.hours < 4 * w.hours", "n.hours < 4 * first.hours")


@error("digit-missing", "farming", "pigs_total", "漏敲一位，存栏只剩十分之一", quarter="2026Q1", figures=True, back=True)
def _(c):
    return datum(c, "pigs_total", int(str(c.n.pigs)[:2] + str(c.n.pigs)[3:]), ["pigs"], "n.pigs * 4 > w.pigs", "n.pigs * 4 > first.pigs")


@error("digit-missing", "market", "refund_total", "漏敲一位，只有历次的十分之一", quarter="2026Q1", figures=True, back=True)
def _(c):
    return datum(c, "refund_total", int(str(c.n.refund)[:3] + str(c.n.refund)[4:]), ["refund"], "n.refund * 4 > w.refund", "n.refund * 4 > first.refund")


@error("decimal-lost", "farming", "insured_total", "漏了小数点，是历次的十倍", quarter="2026Q1", figures=True, back=True)
def _(c):
    return datum(c, "insured_total", str(c.n.insured).replace(".", ""), ["insured"], "n.insured < 4 * w.insured", "n.insured < 4 * first.insured")


@error("decimal-lost", "market", "fund_total", "漏了小数点，是历次的百倍", quarter="2026Q1", figures=True, back=True)
def _(c):
    return datum(c, "fund_total", str(c.n.fund).replace(".", ""), ["fund"], "n.fund < 4 * w.fund", "n.fund < 4 * first.fund")


@error("unit-mixed", "disabled", "nursing_total", "该填万元，填成了元", figures=True, quarter="2026Q1", back=True)
def _(c):
    return datum(c, "nursing_total", str(int(c.n.nursing * 10000)), ["nursing", "allowance", "living"], "n.nursing < 9 * w.nursing",
                 "n.allowance == n.living + n.nursing")


@error("unit-mixed", "window", "fund_total", "该填万元，填成了元", figures=True, quarter="2026Q1", back=True)
def _(c):
    return datum(c, "fund_total", str(int(c.n.fund * 10000)), ["fund"], "n.fund < 9 * w.fund")


@error("total-not-sum", "window", "ask_phone_total", "分项数字颠倒，与合计对不上", figures=True)
def _(c):
    x = swapped(c.n.ask_phone, c.rng)
    return x and datum(c, "ask_phone_total", x, ["ask_phone", "asks", "ask_window", "ask_net"], "n.asks == n.ask_window + n.ask_phone + n.ask_net")


@error("total-not-sum", "market", "shops_food_total", "补登了几户，合计没有跟着改", figures=True)
def _(c):
    return datum(c, "shops_food_total", c.n.shops_food + c.rng.choice([4, 6, 7, 9]), ["shops_food", "shops", "shops_drug", "shops_other"],
                 "n.shops == n.shops_food + n.shops_drug + n.shops_other")


@error("total-left-over", "market", "complaints_total", "分项是新的，合计还是上季度的", figures=True, back=True)
def _(c):
    if c.w.complaints < c.n.answered or c.w.complaints > c.n.complaints_year or c.later and c.later.complaints == c.w.complaints:
        return None
    return datum(c, "complaints_total", c.w.complaints, ["complaints", "complaints_goods", "complaints_service", "complaints_price", "complaints_year"],
                 "n.complaints == n.complaints_goods + n.complaints_service + n.complaints_price", "n.complaints != w.complaints")


@error("total-left-over", "forestry", "forest_total", "分项是新的，合计还是上季度的", figures=True, back=True)
def _(c):
    return datum(c, "forest_total", str(c.w.forest), ["forest", "public", "timber", "fruit"],
                 "n.forest == n.public + n.timber + n.fruit", "n.forest != w.forest")


@error("part-over-whole", "market", "answered_total", "办结多于受理", figures=True)
def _(c):
    return datum(c, "answered_total", c.n.complaints + c.rng.randint(3, 9), ["answered", "complaints"], "n.answered <= n.complaints")


@error("part-over-whole", "forestry", "paid_total", "支付多于安排", figures=True)
def _(c):
    return datum(c, "paid_total", str(c.n.planned + Decimal(c.rng.randint(210, 630)) / 100), ["paid", "planned"], "n.paid <= n.planned")


@error("rate-given-wrong", "farming", "tests_given", "合格率两位颠倒，与批次不符", figures=True)
def _(c):
    right = c.n.tests_rate
    x = swapped(right, c.rng)
    if not x or abs(x - right) < 1 or x >= 100:
        return None
    return datum(c, "tests_given", str(x), ["tests_rate", "tests", "tests_passed"], "field('tests_given') == pct(n.tests_passed, n.tests)")


@error("rate-given-wrong", "window", "settled_given", "办结率不是这两个数算出来的", figures=True)
def _(c):
    x = c.n.settled_rate - Decimal(c.rng.choice(["2.3", "3.1", "1.8"]))
    return datum(c, "settled_given", str(x), ["settled_rate", "settled", "cases"], "field('settled_given') == pct(n.settled, n.cases)")


@error("year-less", "farming", "doses_year", "累计数比本季度还少", figures=True)
def _(c):
    return datum(c, "doses_year", c.n.doses - c.rng.randint(120, 900), ["doses_year", "doses"], "n.doses_year >= n.doses", "n.doses_year == y('doses')")


@error("year-less", "disabled", "rehab_year", "累计数比本季度还少", figures=True)
def _(c):
    return datum(c, "rehab_year", c.n.rehab - c.rng.randint(17, 60), ["rehab_year", "rehab"], "n.rehab_year >= n.rehab", "n.rehab_year == y('rehab')")


@error("missing-number", "forestry", "pests_total", "历次都报的数漏填", figures=True, quarter="2026Q1")
def _(c):
    return datum(c, "pests_total", None, ["pests"], "given('pests')")


@error("missing-number", "window", "rated_total", "历次都报的数漏填，满意的份数却在", figures=True, quarter="2026Q1")
def _(c):
    return datum(c, "rated_total", None, ["rated", "pleased", "pleased_rate"], "given('rated')")


# ---- ledgers -------------------------------------------------------------------------------------------------------

def other_month(day, quarter):
    """The month's figure typed over: a month that is not of the quarter."""
    month = {10: 1, 11: 1, 12: 2, 1: 7, 2: 12, 3: 8}[int(day[5:7])]
    try:
        return datetime.date(int(day[:4]), month, int(day[8:])).isoformat()
    except ValueError:
        return None


@error("date-outside", "farming", "talks", "月份敲错，日期不在本季度", even=True, figures=True)
def _(c):
    i = c.rng.randrange(2, len(c.rows("talks")) - 1)
    row = c.rows("talks")[i]
    day = other_month(row["date"], c.q)
    if not (apart(c, "lessons", c.n.lessons - 1) and apart(c, "learners", c.n.learners - row["learners"])):
        return None
    return day and cell(c, "talks", i, "date", day, "all(within(r['date']) for r in rows('talks'))")


@error("date-outside", "forestry", "tours", "月份敲错，日期不在本季度", even=True, figures=True)
def _(c):
    i = c.rng.randrange(2, len(c.rows("tours")) - 1)
    row = c.rows("tours")[i]
    day = other_month(row["date"], c.q)
    if not (apart(c, "found", c.n.found - row["found"]) and apart(c, "onspot", c.n.onspot - row["onspot"]) and apart(c, "patrols", c.n.patrols - 1)):
        return None
    return day and cell(c, "tours", i, "date", day, "all(within(r['date']) for r in rows('tours'))")


def old_year(c, ledger, i):
    day = "2025" + c.rows(ledger)[i]["date"][4:]
    return cell(c, ledger, i, "date", day, f"all(within(r['date']) for r in rows('{ledger}'))")


@error("old-year", "market", "samples", "年初顺手写了旧年份", even=True, quarter="2026Q1", figures=True)
def _(c):
    return old_year(c, "samples", 1)


@error("old-year", "disabled", "devices", "年初顺手写了旧年份", even=True, quarter="2026Q1", figures=True)
def _(c):
    return old_year(c, "devices", c.rng.randrange(0, 4))


def row_twice(c, ledger):
    rows = c.rows(ledger)
    i = c.rng.randrange(1, len(rows) - 1)
    after = kept(c.section, {k: v + ([rows[i]] if k == ledger else []) for k, v in c.data.items() if isinstance(v, list)})
    if not all(apart(c, k, after[k]) or after[k] == c.n[k] for k in after):
        return None
    return dict(patch=[{"field": ledger, "add": dict(rows[i])}], at=[],
                places=[{"field": ledger, "row": i + 1}, {"field": ledger, "row": len(rows) + 1}, {"field": ledger}],
                facts=[{"rule": f"distinct(rows('{ledger}'))"}])


@error("row-doubled", "window", "homes", "同一行登了两遍", even=True, figures=True)
def _(c):
    return row_twice(c, "homes")


@error("row-doubled", "forestry", "tours", "同一行登了两遍", even=True, figures=True)
def _(c):
    return row_twice(c, "tours")


def number_twice(c, ledger):
    rows = c.rows(ledger)
    i = c.rng.randrange(2, len(rows))
    out = cell(c, ledger, i, "number", rows[i - 1]["number"], f"distinct([r['number'] for r in rows('{ledger}')])")
    out["places"].insert(1, {"field": ledger, "row": i})
    return out


@error("number-doubled", "forestry", "plantings", "两行一个编号", even=True, figures=True)
def _(c):
    return number_twice(c, "plantings")


@error("number-doubled", "farming", "repairs", "两行一个编号", even=True, figures=True)
def _(c):
    return number_twice(c, "repairs")


@error("kind-missing", "market", "inspections", "这一行没有填类别", even=True, figures=True)
def _(c):
    return cell(c, "inspections", c.rng.randrange(1, len(c.rows("inspections")) - 1), "kind", None, "all(r.get('kind') for r in rows('inspections'))")


@error("kind-missing", "farming", "repairs", "这一行没有填机型", even=True, figures=True)
def _(c):
    return cell(c, "repairs", c.rng.randrange(1, len(c.rows("repairs")) - 1), "kind", None, "all(r.get('kind') for r in rows('repairs'))")


def beyond(number, count, by):
    return number[:-3] + f"{count + by:03d}"


@error("refers-nothing", "window", "reviews", "回访的办件在台账里没有", even=True, figures=True)
def _(c):
    if len(c.rows("reviews")) < 3:
        return None
    return cell(c, "reviews", 1, "case", beyond(c.rows("reviews")[1]["case"], len(c.rows("cases")), 6),
                "all(r['case'] in [s['number'] for s in rows('cases')] for r in rows('reviews'))")


@error("refers-nothing", "disabled", "followups", "回头看的走访在台账里没有", even=True, figures=True)
def _(c):
    if len(c.rows("followups")) < 3:
        return None
    return cell(c, "followups", 2, "visit", beyond(c.rows("followups")[2]["visit"], len(c.rows("visits")), 11),
                "all(r['visit'] in [s['number'] for s in rows('visits')] for r in rows('followups'))")


def end_before(c, ledger, start, end, days, used=()):
    rows = c.rows(ledger)
    first = days_of(c.q)[0]
    spots = [i for i, r in enumerate(rows) if r.get(end) and r.get("number") not in used
             and datetime.date.fromisoformat(r[start]) - datetime.timedelta(days) >= first]
    if not spots:
        return None
    i = c.rng.choice(spots)
    day = (datetime.date.fromisoformat(rows[i][start]) - datetime.timedelta(days)).isoformat()
    return cell(c, ledger, i, end, day, f"all(r['{start}'] <= r['{end}'] for r in rows('{ledger}') if r.get('{end}'))")


@error("settled-before", "window", "cases", "还没受理就办结了", even=True, figures=True)
def _(c):
    return end_before(c, "cases", "received", "settled_on", 9, [r["case"] for r in c.rows("reviews")])


@error("settled-before", "farming", "repairs", "还没送修就修好了", even=True, figures=True)
def _(c):
    return end_before(c, "repairs", "received", "repaired_on", 6)


@error("finish-before-start", "forestry", "plantings", "完工早于开工", even=True, figures=True)
def _(c):
    return end_before(c, "plantings", "start", "finish", 7)


@error("finish-before-start", "disabled", "courses", "结束早于开始", even=True, figures=True)
def _(c):
    return end_before(c, "courses", "start", "finish", 4)


@error("flag-against-date", "window", "cases", "写未办结，却有办结日期", even=True, figures=True)
def _(c):
    seen = [r["case"] for r in c.rows("reviews")]
    spots = [i for i, r in enumerate(c.rows("cases")) if r["settled"] and r["number"] not in seen]
    return spots and cell(c, "cases", c.rng.choice(spots), "settled", False, "all(bool(r.get('settled_on')) == r['settled'] for r in rows('cases'))",
                          at=["settled_rate"])


@error("flag-against-date", "farming", "repairs", "写未修复，却有修复日期", even=True, figures=True)
def _(c):
    spots = [i for i, r in enumerate(c.rows("repairs")) if not r["repaired"]]
    if not spots:
        return None
    i = c.rng.choice(spots)
    day = datetime.date.fromisoformat(c.rows("repairs")[i]["received"]) + datetime.timedelta(3)
    if day > days_of(c.q)[1]:
        return None
    return cell(c, "repairs", i, "repaired_on", day.isoformat(), "all(bool(r.get('repaired_on')) == r['repaired'] for r in rows('repairs'))")


@error("row-part-over", "market", "samples", "这一行合格的比抽的还多", even=True, figures=True)
def _(c):
    i = c.rng.randrange(len(c.rows("samples")))
    out = cell(c, "samples", i, "passed", c.rows("samples")[i]["batches"] + 2, "all(r['passed'] <= r['batches'] for r in rows('samples'))")
    return out if sum(r["passed"] for j, r in enumerate(c.rows("samples")) if j != i) + c.rows("samples")[i]["batches"] + 2 <= c.n.samples else None


@error("row-part-over", "forestry", "tours", "这一行处理的比发现的还多", even=True, figures=True)
def _(c):
    spots = [i for i, r in enumerate(c.rows("tours")) if r["found"] == 1]
    if not spots:
        return None
    i = c.rng.choice(spots)
    if c.n.onspot - c.rows("tours")[i]["onspot"] + 3 > c.n.found:
        return None
    return cell(c, "tours", i, "onspot", 3, "all(r['onspot'] <= r['found'] for r in rows('tours'))")


@error("row-outlier", "forestry", "plantings", "这一行多敲一个零：每亩七八百株，别的地块七八十株", quarter="2026Q1", even=True, figures=True)
def _(c):
    i = c.rng.randrange(len(c.rows("plantings")))
    return cell(c, "plantings", i, "trees", c.rows("plantings")[i]["trees"] * 10,
                "all(60 * dec(r['area']) < r['trees'] < 120 * dec(r['area']) for r in rows('plantings'))")


@error("row-outlier", "disabled", "devices", "这一行多敲一个零：同样的辅具别的行只要十分之一", quarter="2026Q1", even=True, figures=True)
def _(c):
    rows = c.rows("devices")
    spots = [i for i, r in enumerate(rows) if sum(s["device"] == r["device"] for s in rows) > 1]
    i = c.rng.choice(spots)
    return cell(c, "devices", i, "cost", rows[i]["cost"] * 10,
                "len({(r['device'], r['cost'] // r['pieces']) for r in rows('devices')}) == len({r['device'] for r in rows('devices')})")


@error("cell-placeholder", "farming", "talks", "作物没有填，占位还在", even=True, figures=True)
def _(c):
    return cell(c, "talks", c.rng.randrange(len(c.rows("talks"))), "crop", "（待填）", "all('待' not in r['crop'] for r in rows('talks'))")


@error("cell-placeholder", "market", "inspections", "店名没有填，占位还在", even=True, figures=True)
def _(c):
    i = c.rng.randrange(len(c.rows("inspections")))
    return cell(c, "inspections", i, "shop", "×××" + c.rows("inspections")[i]["shop"][-2:], "all('×' not in r['shop'] for r in rows('inspections'))")


# ---- numbers in texts ----------------------------------------------------------------------------------------------

def one_digit(value, rng):
    """The last digit but one typed over."""
    text = str(value)
    i = len(text) - 2
    return int(text[:i] + str((int(text[i]) + rng.choice([2, 3, 4, 6])) % 10) + text[i + 1:]) if len(text) > 2 else None


@error("text-against-count", "disabled", "practice", "与所报时长不符")
def _(c):
    return said("志愿者陪护、代购、打扫样样都做，志愿服务累计{}小时，谁家有难处都留了记号。", "n.hours", c.n.hours, one_digit(c.n.hours, c.rng), "{}小时", ["hours"])


@error("text-against-count", "market", "problem", "与所报户数不符")
def _(c):
    return said("监管对象点多面广，在册经营主体就有{}户，难以做到户户常走。", "n.shops", c.n.shops, one_digit(c.n.shops, c.rng), "{}户", ["shops"])


@error("swapped-digits", "farming", "practice", "数字颠倒")
def _(c):
    return said("把课堂搬到地头，先后有{}人次听了农技指导，不懂的当面问到懂。", "n.learners", c.n.learners, swapped(c.n.learners, c.rng), "{}人次", ["learners"])


@error("swapped-digits", "forestry", "practice", "数字颠倒")
def _(c):
    return said("进村入户讲防火，{}份防火宣传单送到群众手里，外来承包户也没有落下。", "n.leaflets", c.n.leaflets, swapped(c.n.leaflets, c.rng), "{}份", ["leaflets"])


@error("last-quarter-number", "window", "practice", "是上季度的数字", back=True)
def _(c):
    return said("大厅、电话、网上三头并进，本季度接受咨询{}人次，答复口径保持一致。", "n.asks", c.n.asks, c.w.asks, "咨询{}人次", ["asks"])


@error("last-quarter-number", "farming", "problem", "是上季度的数字", back=True)
def _(c):
    return said("防疫任务重，本季度光畜禽防疫就做了{}头次，兽医人手吃紧。", "n.doses", c.n.doses, c.w.doses, "{}头次", ["doses"])


@error("unit-in-text", "disabled", "practice", "万元写成了元")
def _(c):
    v = c.n.allowance
    return words(f"按月核对名册，残疾人补贴{v}万元足额打卡到户。", f"按月核对名册，残疾人补贴{v}元足额打卡到户。",
                 "n.allowance * 10000", v * 10000, v, f"残疾人补贴{v}元", ["allowance"])


@error("unit-in-text", "forestry", "practice", "亩写成了公顷")
def _(c):
    v = c.n.pests
    return words(f"抢在虫口上升前统一施药，防治病虫害{v}亩，药械由镇村统配。", f"抢在虫口上升前统一施药，防治病虫害{v}公顷，药械由镇村统配。",
                 "n.pests / 15", v / 15, v, f"防治病虫害{v}公顷", ["pests"])


@error("direction", "market", "practice", "实际增加，写成减少", back=True)
def _(c):
    if c.n.complaints < c.w.complaints * Decimal("1.1"):
        return None
    return words("消费者维权意识提高，与上季度相比投诉举报有所增加，调解员随到随办。", "源头治理初见成效，与上季度相比投诉举报有所减少，调解员随到随办。",
                 "'增加' if n.complaints > w.complaints else '减少'", "增加", "减少", "投诉举报有所减少", ["complaints"])


@error("direction", "forestry", "problem", "实际下降，写成上升", back=True)
def _(c):
    if c.n.pests > c.w.pests * Decimal("0.92"):
        return None
    return words("受资金所限，病虫害防治面积比上季度有所下降，个别林班还要补防。", "虫情点多面广，病虫害防治面积比上季度有所上升，个别林班还要补防。",
                 "'下降' if n.pests < w.pests else '上升'", "下降", "上升", "防治面积比上季度有所上升", ["pests"])


def change(now, before):
    return half_up((Decimal(now) - Decimal(before)) * 100 / Decimal(before), 1)


@error("percent-change", "farming", "practice", "增幅与两季度的数算不出来", back=True)
def _(c):
    right = change(c.n.sales, c.w.sales)
    if right < 9:
        return None
    return said("直播间搬进果园菜地，网络销售额环比增长{}%，回头客多了起来。", "change(n.sales, w.sales)", right,
                right + Decimal(c.rng.choice(["8.4", "11.2", "9.7"])), "环比增长{}%", ["sales"])


@error("percent-change", "disabled", "problem", "降幅与两季度的数算不出来", back=True)
def _(c):
    right = -change(c.n.hours, c.w.hours)
    if right < 8:
        return None
    return said("志愿者多为在外务工者，志愿服务时长较上季度下降{}%，陪护常常排不开。", "-change(n.hours, w.hours)", right,
                right + Decimal(c.rng.choice(["7.6", "12.5", "9.3"])), "下降{}%", ["hours"])


@error("difference", "window", "practice", "与两季度的差不符", back=True)
def _(c):
    right = c.n.trips - c.w.trips
    if right < 40:
        return None
    return said("材料能共享的不再要，减少群众跑动比上季度多出{}人次，好评随之而来。", "n.trips - w.trips", right,
                right + c.rng.choice([21, 34, -17]), "多出{}人次", ["trips"])


@error("difference", "market", "problem", "与两季度的差不符", back=True)
def _(c):
    right = c.w.refund - c.n.refund
    if right < 2500:
        return None
    return said("预付卡纠纷执行难，挽回损失比上季度少了{}元，仍有消费者在等退款。", "w.refund - n.refund", right,
                right + c.rng.choice([1300, 2400, 900]), "少了{}元", ["refund"])


@error("rate-in-text", "forestry", "practice", "成活率不是这两个数算出来的")
def _(c):
    right = c.n.alive_rate
    return said("苗木栽后有人浇、有人扶，逐块核查下来成活率达{}%。", "pct(n.alive, n.checked)", right, right + Decimal(c.rng.choice(["2.4", "3.2", "1.9"])),
                "成活率达{}%", ["alive_rate", "alive", "checked"])


@error("rate-in-text", "market", "practice", "合格率不是这两个数算出来的")
def _(c):
    right = half_up(Decimal(c.n.passed) * 100 / c.n.samples, 1)
    x = right - Decimal(c.rng.choice(["2.7", "3.4", "4.1"]))
    return said("抽检向群众吃得多的品种倾斜，食品抽检合格率为{}%，结果按批公示。", "pct(n.passed, n.samples)", right, x, "食品抽检合格率为{}%", ["passed", "samples"])


@error("parts-in-text", "window", "practice", "三类相加不是总项数")
def _(c):
    t = "大厅进驻事项" + str(c.n.affairs) + "项，民生类" + str(c.n.affairs_civil) + "项、涉企类{}项、涉农类" + str(c.n.affairs_farm) + "项，一窗都能受理。"
    return said(t, "n.affairs - n.affairs_civil - n.affairs_farm", c.n.affairs_firm, c.n.affairs_firm + c.rng.choice([3, 4, -5]), "涉企类{}项", ["affairs", "affairs_firm", "affairs_civil", "affairs_farm"])


@error("parts-in-text", "disabled", "problem", "各类相加不是总人数")
def _(c):
    t = "服务对象差别大，持证残疾人" + str(c.n.holders) + "人里，肢体" + str(c.n.limb) + "人、视力" + str(c.n.sight) + "人、听力{}人、其他" + str(c.n.other) + "人，需求各不相同。"
    x = swapped(c.n.hearing, c.rng)
    return said(t, "n.holders - n.limb - n.sight - n.other", c.n.hearing, x, "听力{}人", ["holders", "hearing", "limb", "sight", "other"])


def months(c, total, shares):
    first, second = total * shares[0] // 100, total * shares[1] // 100
    m = {"4": (10, 11, 12), "1": (1, 2, 3)}[c.q[5]]
    return m, first, second, total - first - second


@error("months-sum", "market", "practice", "三个月相加不是季度数")
def _(c):
    m, a, b, d = months(c, c.n.complaints, (31, 36))
    t = f"逐月看，{m[0]}月受理投诉举报{a}件、{m[1]}月{b}件、{m[2]}月{{}}件，三个月共{c.n.complaints}件，件件有答复。"
    return said(t, f"n.complaints - {a} - {b}", d, d + c.rng.choice([5, 8, -6]), f"{m[2]}月{{}}件", ["complaints"])


@error("months-sum", "farming", "practice", "三个月相加不是季度数", even=False)
def _(c):
    m, a, b, d = months(c, c.n.machines, (28, 33))
    t = f"农机手随叫随到，{m[0]}月、{m[1]}月、{m[2]}月依次检修农机{{}}台、{b}台、{d}台，全季度{c.n.machines}台。"
    return said(t, f"n.machines - {b} - {d}", a, a + c.rng.choice([4, 7, -5]), "依次检修农机{}台", ["machines"])


@error("share", "market", "problem", "占四成多，写成七成多")
def _(c):
    share = Decimal(c.n.shops_food) / c.n.shops
    if not Decimal("0.41") < share < Decimal("0.49"):
        return None
    return words("食品类主体占在册经营主体的四成多，夫妻小店居多，管理底子薄。", "食品类主体占在册经营主体的七成多，夫妻小店居多，管理底子薄。",
                 "10 * n.shops_food // n.shops", 4, 7, "占在册经营主体的七成多", ["shops_food", "shops"])


@error("share", "window", "problem", "占不到四成，写成过半")
def _(c):
    share = Decimal(c.n.ask_net) / c.n.asks
    if not share < Decimal("0.36"):
        return None
    return words("群众仍习惯当面问、打电话问，网上咨询所占不到一半，引导还要加把劲。", "群众问事的习惯变了，网上咨询所占超过一半，后台人手还要加把劲。",
                 "2 * n.ask_net > n.asks", False, True, "网上咨询所占超过一半", ["ask_net", "asks"])


@error("average", "farming", "practice", "场均人次与两个数不符")
def _(c):
    right = int(half_up(Decimal(c.n.learners) / c.n.lessons, 0))
    return said("农技指导场场有人捧场，平均每场{}人次，提问常常排起队。", "int(r(dec(n.learners) / n.lessons, 0))", right, right + c.rng.choice([9, 12, 14]), "平均每场{}人次",
                ["learners", "lessons"])


@error("average", "forestry", "practice", "次均里程与两个数不符")
def _(c):
    right = half_up(c.n.length / c.n.patrols, 1)
    return said("护林员脚步不停，平均每次巡护{}公里，山头沟口都有足迹。", "r(n.length / n.patrols, 1)", right, right + Decimal(c.rng.choice(["3.3", "4.2", "5.1"])),
                "平均每次巡护{}公里", ["length", "patrols"])


@error("year-in-text", "forestry", "practice", "漏加了本季度", quarter="2025Q4", back=True)
def _(c):
    right = c.y("leaflets")
    return said("防火宣传一刻不松，今年以来累计发放防火宣传单{}份，重点人群反复讲。", "y('leaflets')", right, right - c.n.leaflets, "累计发放防火宣传单{}份",
                ["leaflets_year", "leaflets"])


@error("year-in-text", "window", "practice", "不是四个季度之和", quarter="2025Q4", back=True)
def _(c):
    right = c.y("trips")
    return said("回头看这一年，全年累计减少群众跑动{}人次，省下的是工夫和路费。", "y('trips')", right, swapped(right, c.rng), "全年累计减少群众跑动{}人次", ["trips"])


@error("none-found", "forestry", "practice", "所报巡护发现了问题")
def _(c):
    return words("护林员早晚各走一遭，巡护中发现的问题随手拍照上报。", "护林员早晚各走一遭，巡护中未发现问题，林区平稳。", "n.found > 0", True, False, "巡护中未发现问题", ["found"])


@error("none-found", "farming", "practice", "所报检测有不合格的")
def _(c):
    return words("农残检测坚持随采随检，不合格的批次都追到了地块。", "农残检测坚持随采随检，没有一个批次不合格。", "n.tests > n.tests_passed", True, False,
                 "没有一个批次不合格", ["tests", "tests_passed", "tests_rate"])


@error("all-done", "window", "practice", "所报办件没有都办结")
def _(c):
    return words("台账专人盯办，本季度受理的办件大多已经办结。", "台账专人盯办，本季度受理的办件已全部办结。", "n.settled == n.cases", False, True, "办件已全部办结",
                 ["settled", "cases", "settled_rate"])


@error("all-done", "disabled", "practice", "所报需求没有都落实")
def _(c):
    return words("收集到的需求列单交办，多数有了着落。", "收集到的需求列单交办，条条都已落实到位。", "n.met == n.needs", False, True, "条条都已落实到位", ["met", "needs"])


@error("from-to", "farming", "problem", "前后两个数写反了", back=True)
def _(c):
    if c.n.tests < c.w.tests + 12:
        return None
    return words(f"检测任务加重，农残检测由上季度的{c.w.tests}批次增加到{c.n.tests}批次，人员还是老班底。",
                 f"检测任务加重，农残检测由上季度的{c.n.tests}批次增加到{c.w.tests}批次，人员还是老班底。",
                 "[w.tests, n.tests]", [c.w.tests, c.n.tests], [c.n.tests, c.w.tests], f"由上季度的{c.n.tests}批次增加到{c.w.tests}批次", ["tests"])


@error("from-to", "disabled", "practice", "上季度的数不对", back=True)
def _(c):
    if c.n.ramps < c.w.ramps + 2:
        return None
    t = "坡道、扶手、闪光门铃因户而设，无障碍改造从上季度的{}户扩大到" + str(c.n.ramps) + "户。"
    x = c.w.ramps - 3 if c.w.ramps > 6 else None
    return said(t, "w.ramps", c.w.ramps, x, "从上季度的{}户", ["ramps"])


@error("year-ago", "forestry", "practice", "比去年同期少，写成多", quarter="2026Q1", back=True)
def _(c):
    if c.n.leaflets > c.a.leaflets * Decimal("0.93"):
        return None
    return words("宣传方式更多改用短信和广播，防火宣传单发放量低于去年同期。", "宣传方式兼用短信和广播，防火宣传单发放量高于去年同期。",
                 "'低' if n.leaflets < a.leaflets else '高'", "低", "高", "发放量高于去年同期", ["leaflets"])


@error("year-ago", "window", "practice", "与去年同期的差不符", quarter="2026Q1", back=True)
def _(c):
    right = c.n.asks - c.a.asks
    if right < 25:
        return None
    return said("返乡群众办事集中，咨询人次同比增加{}人次，大厅加开了潮汐窗口。", "n.asks - a.asks", right, right + c.rng.choice([30, 45, 52]), "同比增加{}人次", ["asks"])


@error("largest-part", "window", "problem", "最多的不是电话")
def _(c):
    top = sorted([c.n.ask_window, c.n.ask_phone, c.n.ask_net])
    if c.n.ask_window != top[2] or top[2] < top[1] + 30:
        return None
    return words("三种咨询渠道中以现场咨询居首，集市日排队明显。", "三种咨询渠道中以电话咨询居首，集市日占线明显。",
                 "max(['ask_window', 'ask_phone', 'ask_net'], key=lambda k: n[k])", "ask_window", "ask_phone", "以电话咨询居首", ["ask_window", "ask_phone", "ask_net"])


@error("largest-part", "farming", "practice", "蔬菜面积并不比油料多")
def _(c):
    if c.n.veg > c.n.oil * Decimal("0.9"):
        return None
    return words("田块安排因地制宜，油料面积大于蔬菜面积，茬口衔接有序。", "田块安排因地制宜，蔬菜面积大于油料面积，茬口衔接有序。",
                 "n.oil > n.veg", True, False, "蔬菜面积大于油料面积", ["oil", "veg"])


@error("two-texts", "disabled", "problem", "做法里说的是另一个数")
def _(c):
    a = c.rng.randint(5, 9)
    out = said("全域{}处助残驿站分布不匀，偏远自然村享受不到。", "said_in('practice', r'(\\d+)处助残驿站')", a, a + c.rng.choice([2, 3]), "{}处助残驿站", [])
    out.update(also={"practice": f"全域{a}处助残驿站都配了轮椅和药箱，随到随用。"}, places=[{"field": "problem"}, {"field": "practice"}])
    return out


@error("two-texts", "window", "plan", "问题里说的是另一个数")
def _(c):
    a = c.rng.randint(14, 26)
    out = said("给全部{}个村级代办点换上统一标牌，亮明事项清单。", "said_in('problem', r'(\\d+)个村级代办点')", a, a - c.rng.choice([2, 4, 5]), "{}个村级代办点", [])
    out.update(also={"problem": f"现有{a}个村级代办点门头样式杂，群众不易辨认。"}, places=[{"field": "plan"}, {"field": "problem"}])
    return out


# ---- words in texts ------------------------------------------------------------------------------------------------

@error("other-unit", "market", "plan", "别的乡镇的名字")
def _(c):
    x = c.rng.choice(c.others)
    return ruled(f"结合{c.name}集市实际，重新划定摊位，推行亮证经营。", f"结合{x}集市实际，重新划定摊位，推行亮证经营。", x, "own_names(text('plan'))")


@error("other-unit", "disabled", "practice", "别的乡镇的名字")
def _(c):
    x = c.rng.choice(c.others)
    return ruled(f"{c.name}残联把年度心愿晒在公开栏上，认领一件、销号一件。", f"{x}残联把年度心愿晒在公开栏上，认领一件、销号一件。", x, "own_names(text('practice'))")


@error("quarter-left", "forestry", "practice", "是上一份报告的季度", quarter="2025Q4")
def _(c):
    return ruled("四季度，我们把林长会议开到了山头，问题在现场拍板。", "三季度，我们把林长会议开到了山头，问题在现场拍板。", "三季度", "quarters_fit(text('practice'))")


@error("quarter-left", "farming", "practice", "是上一份报告的季度", quarter="2026Q1")
def _(c):
    return ruled("2026年第一季度农业生产总体平稳，田管、备耕有条不紊。", "2025年第四季度农业生产总体平稳，田管、备耕有条不紊。", "2025年第四季度", "quarters_fit(text('practice'))")


@error("placeholder-text", "farming", "plan", "占位没有替换")
def _(c):
    v = c.villages[0]
    return dict(right=f"依托{v}连片田块，建设高标准农田示范点。", wrong="依托XX村连片田块，建设高标准农田示范点。", at=[], facts=[{"says": "XX村", "rule": "'XX' not in text('plan')"}])


@error("placeholder-text", "window", "problem", "括号里的提示没有删")
def _(c):
    return dict(right="部分群众对电子证照不信任，仍要求出具纸质证明。", wrong="部分群众对电子证照不信任，（此处补充具体事例）仍要求出具纸质证明。", at=[],
                facts=[{"says": "（此处补充具体事例）", "rule": "'此处' not in text('problem')"}])


@error("day-impossible", "market", "practice", "没有这一天", quarter="2025Q4")
def _(c):
    return ruled("11月30日，农贸市场检测室向群众开放，消费者边看边问。", "11月31日，农贸市场检测室向群众开放，消费者边看边问。", "11月31日", "days_exist(text('practice'))")


@error("day-impossible", "forestry", "practice", "没有这一天", quarter="2026Q1")
def _(c):
    return ruled("2月27日，护林员在山口集中检修风机，水带一并晾晒。", "2月30日，护林员在山口集中检修风机，水带一并晾晒。", "2月30日", "days_exist(text('practice'))")


@error("day-outside", "disabled", "practice", "不是本季度的日子", quarter="2025Q4")
def _(c):
    return ruled("10月23日，邀请眼科医生进村义诊，视力障碍群众就近看了病。", "8月23日，邀请眼科医生进村义诊，视力障碍群众就近看了病。", "8月23日", "days_within(text('practice'))")


@error("day-outside", "farming", "practice", "日子还没有到，写成做过了", quarter="2026Q1")
def _(c):
    return ruled("3月12日，在示范田开了现场会，育秧要领当场演示。", "5月12日，在示范田开了现场会，育秧要领当场演示。", "5月12日", "days_within(text('practice'))")


@error("plan-past", "forestry", "plan", "打算的月份早已过去", quarter="2025Q4")
def _(c):
    return ruled("加快防火通道修整，力争明年3月底前贯通。", "加快防火通道修整，力争今年9月底前贯通。", "力争今年9月底前贯通", "plans_ahead(text('plan'))")


@error("plan-past", "market", "plan", "打算的月份早已过去", quarter="2026Q1")
def _(c):
    return ruled("改造农贸市场检测室，确保6月底前投入使用。", "改造农贸市场检测室，确保1月底前投入使用。", "确保1月底前投入使用", "plans_ahead(text('plan'))")


@error("list-short", "window", "plan", "说三件，只列两件")
def _(c):
    return ruled("着力办好两件事：一是把夜间自助区建起来，二是把代办队伍稳下来。", "着力办好三件事：一是把夜间自助区建起来，二是把代办队伍稳下来。", "三件事", "lists_agree(text('plan'))")


@error("list-short", "farming", "practice", "说四个到位，只有三个")
def _(c):
    return ruled("田间管理讲三个到位：良种到位、农资到位、人员到位。", "田间管理讲四个到位：良种到位、农资到位、人员到位。", "四个到位", "lists_agree(text('practice'))")


def copied(c, field):
    """The field as it was filed the quarter before; make.py sees to it that it can be copied."""
    return dict(copy=field, at=[], facts=[{"rule": f"text('{field}') != before('{field}')"}])


@error("text-last-quarter", "market", "problem", "整段是上季度的原文", quarter="2026Q1", back=True)
def _(c):
    return copied(c, "problem")


@error("text-last-quarter", "disabled", "plan", "整段是上季度的原文", quarter="2026Q1", back=True)
def _(c):
    return copied(c, "plan")


@error("season", "window", "practice", "不是本季度的节日", quarter="2026Q1")
def _(c):
    return ruled("春节假期窗口不打烊，值班人员照常办理急事。", "国庆假期窗口不打烊，值班人员照常办理急事。", "国庆假期窗口不打烊", "feasts_fit(text('practice'))")


@error("season", "disabled", "practice", "不是本季度的节日", quarter="2025Q4")
def _(c):
    return ruled("重阳节当天给年长的残疾人送去热腾腾的米糕。", "端午节当天给年长的残疾人送去热腾腾的粽子。", "端午节当天", "feasts_fit(text('practice'))")
