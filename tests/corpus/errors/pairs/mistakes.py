"""A hundred mistakes of fifty kinds, two of each. A mistake is a function of what its unit filed: it gives the sentence as it stands
in the base (or none) and as it stands after the mistake, or the patch of a datum, with the facts for verify.py."""
from decimal import Decimal

from base import DECLARATIONS, VILLAGES, bounds, per_cent, rounded

MISTAKES = []


def mistake(kind, section, field, **needs):
    """needs: ledger (True: keeps one; False: gives numbers), period ("2025Q3", "2025Q4"), data (changes figures), history (looks
    back), also (sections that are looked at, too)."""

    def keep(made):
        MISTAKES.append({"kind": kind, "section": section, "field": field, "make": made, **needs})
        return made

    return keep


def say(says, claim, x):
    return {"says": says, "claim": claim, "x": x}


def rule(holds):
    return {"rule": holds}


def text(right, wrong, why, facts, counts=()):
    return {"right": right, "wrong": wrong, "why": why, "facts": facts, "counts": list(counts)}


def data(patch, why, facts, place):
    return {"patch": patch, "why": why, "facts": facts, "place": place}


HANZI = "零一二三四五六七八九"


def hanzi(number):
    number = int(number)
    if number < 10:
        return HANZI[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return ("" if tens == 1 else HANZI[tens]) + "十" + (HANZI[ones] if ones else "")
    hundreds, rest = divmod(number, 100)
    tail = "" if not rest else ("零" + HANZI[rest] if rest < 10 else HANZI[rest // 10] + "十" + (HANZI[rest % 10] if rest % 10 else ""))
    return HANZI[hundreds] + "百" + tail


def hanzi_rate(rate):
    whole, after = f"{rate:.1f}".split(".")
    return hanzi(int(whole)) + ("点" + HANZI[int(after)] if after != "0" else "")


def wide(number):
    return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))


def wan(number):
    return rounded(Decimal(number) / 10000, 2)


def swap(number, last=True):
    """Two neighbouring digits change places; None where none differ."""
    digits = list(str(number))
    order = range(len(digits) - 2, -1, -1) if last else range(len(digits) - 1)
    for i in order:
        a, b = digits[i], digits[i + 1]
        if a.isdigit() and b.isdigit() and a != b and not (i == 0 and b == "0"):
            digits[i], digits[i + 1] = b, a
            made = "".join(digits)
            return Decimal(made) if "." in made else int(made)
    return None


def far(one, other, share=0.04):
    return abs(Decimal(one) - Decimal(other)) > Decimal(str(share)) * Decimal(other)


def cell(section, field, row, column, value):
    return {"section": section, "field": field, "row": row, "column": column, "set": value}


def of(section, field, row=None, column=None):
    made = {"section": section, "field": field}
    if row:
        made["row"] = row
    if column:
        made["column"] = column
    return made


def at_row(section, field, row, *columns):
    """All the ways to point at a row: its cells, itself, its ledger."""
    return [of(section, field, row, c) for c in columns] + [of(section, field, row), of(section, field)]


# 1 swapped digits
@mistake("swapped-digits", "safety", "practice")
def _(c):
    bad = swap(c.n.hazards)
    return bad and text(f"检查组随身带记录仪，三个月下来排查隐患{c.n.hazards}处，处处拍照建档。", f"检查组随身带记录仪，三个月下来排查隐患{bad}处，处处拍照建档。", "数字颠倒", [say(f"排查隐患{bad}处", "n.hazards", bad)], ["hazards"])


@mistake("swapped-digits", "letters", "practice")
def _(c):
    bad = swap(c.n.disputes, False)
    return bad and far(bad, c.n.disputes) and text(f"村居调委会逐户走访，本季度登记在册的矛盾纠纷为{c.n.disputes}件，一户一档。", f"村居调委会逐户走访，本季度登记在册的矛盾纠纷为{bad}件，一户一档。", "数字颠倒", [say(f"矛盾纠纷为{bad}件", "n.disputes", bad)], ["disputes"])


# 2 one digit too many
@mistake("digit-too-many", "health", "practice")
def _(c):
    bad = int(str(c.n.followups)[:2] + str(c.n.followups)[1:])
    return text(f"家庭医生分片包干，本季度完成慢病随访{c.n.followups}人次。", f"家庭医生分片包干，本季度完成慢病随访{bad}人次。", "多写一位", [say(f"慢病随访{bad}人次", "n.followups", bad)], ["followups"])


@mistake("digit-too-many", "roads", "trees_total", data=True)
def _(c):
    bad = int(str(c.n.trees) + str(c.n.trees)[-1])
    return data([{"section": "roads", "field": "trees_total", "set": bad}], "多写一位，是历次的十倍", [rule("n.trees < 3 * w.trees"), rule("n.trees < 3 * first.trees")], [of("roads", "trees_total")])


# 3 an old figure left standing
@mistake("old-figure", "training", "practice", history=True)
def _(c):
    return far(c.w.posts, c.n.posts) and text(f"用工企业带着需求进村，招聘岗位{c.n.posts}个一次公布。", f"用工企业带着需求进村，招聘岗位{c.w.posts}个一次公布。", "沿用上季度数字", [say(f"招聘岗位{c.w.posts}个", "n.posts", c.w.posts)], ["posts"])


@mistake("old-figure", "letters", "practice", history=True)
def _(c):
    return far(c.w.calls, c.n.calls) and text(f"热线工单当日转、当日签，三个月共接{c.n.calls}件，催办短信同步发出。", f"热线工单当日转、当日签，三个月共接{c.w.calls}件，催办短信同步发出。", "沿用上季度数字", [say(f"共接{c.w.calls}件", "n.calls", c.w.calls)], ["calls"])


# 4 a figure in hanzi
@mistake("hanzi-figure", "roads", "problem")
def _(c):
    bad = c.n.keepers + 10
    return text(f"护路员仅{hanzi(c.n.keepers)}名，白天养路、夜里守灾，人手吃紧。", f"护路员仅{hanzi(bad)}名，白天养路、夜里守灾，人手吃紧。", "与护路员人数不符", [say(f"护路员仅{hanzi(bad)}名", "n.keepers", bad)], ["keepers"])


@mistake("hanzi-figure", "safety", "practice")
def _(c):
    bad = c.n.drills + 3
    return text(f"先后举行应急演练{hanzi(c.n.drills)}场，场场都有讲评，不足之处列单改进。", f"先后举行应急演练{hanzi(bad)}场，场场都有讲评，不足之处列单改进。", "与应急演练场数不符", [say(f"应急演练{hanzi(bad)}场", "n.drills", bad)], ["drills"])


# 5 a figure in 万
@mistake("wan-figure", "safety", "practice")
def _(c):
    bad = swap(wan(c.n.leaflets))
    return bad and far(bad, wan(c.n.leaflets)) and text(f"借助赶集和夜校，宣传资料印发{wan(c.n.leaflets)}万份，家家门上都有提示。", f"借助赶集和夜校，宣传资料印发{bad}万份，家家门上都有提示。", "与宣传资料份数不符", [say(f"{bad}万份", "r(n.leaflets / 10000, 2)", bad)], ["leaflets"])


@mistake("wan-figure", "health", "problem")
def _(c):
    good, bad = rounded(Decimal(c.n.files) / 10000, 1), rounded(Decimal(c.n.files) / 10000 + 1, 1)
    return text(f"健康档案已有{good}万份，纸质旧档补录却还要花不少工夫。", f"健康档案已有{bad}万份，纸质旧档补录却还要花不少工夫。", "与健康档案份数不符", [say(f"{bad}万份", "r(n.files / 10000, 1)", bad)], ["files"])


# 6 a rate in a text
@mistake("rate-in-text", "letters", "practice")
def _(c):
    bad = swap(rounded(c.n.satisfied_rate, 1), False)
    return bad and 60 < bad < 100 and text(f"回访员换位提问，群众满意率为{c.n.satisfied_rate}%，意见随即反馈经办人。", f"回访员换位提问，群众满意率为{bad}%，意见随即反馈经办人。", "与回访满意件数算出的不符", [say(f"满意率为{bad}%", "n.satisfied_rate", bad)], ["satisfied_rate", "satisfied", "revisits"])


@mistake("rate-in-text", "training", "practice")
def _(c):
    bad = c.n.pass_rate - Decimal("5.3")
    return text(f"考核由第三方主持，学员合格率达到百分之{hanzi_rate(c.n.pass_rate)}。", f"考核由第三方主持，学员合格率达到百分之{hanzi_rate(bad)}。", "与合格人数算出的不符", [say(f"百分之{hanzi_rate(bad)}", "n.pass_rate", bad)], ["pass_rate", "passed", "trained"])


# 7 full-width figures
@mistake("full-width-figure", "health", "practice")
def _(c):
    bad = swap(c.n.hearers)
    return bad and text(f"健康讲座走进祠堂和工棚，讲座听众达{wide(c.n.hearers)}人次，提问踊跃。", f"健康讲座走进祠堂和工棚，讲座听众达{wide(bad)}人次，提问踊跃。", "与讲座听众人次不符", [say(f"讲座听众达{wide(bad)}人次", "n.hearers", bad)], ["hearers"])


@mistake("full-width-figure", "roads", "practice")
def _(c):
    bad = c.n.signs + 7
    return text(f"在岔口弯道新增标志牌{wide(c.n.signs)}块，夜间反光清晰。", f"在岔口弯道新增标志牌{wide(bad)}块，夜间反光清晰。", "与新增标志牌块数不符", [say(f"新增标志牌{wide(bad)}块", "n.signs", bad)], ["signs"])


# 8 the figure before its name
@mistake("figure-before-name", "training", "practice")
def _(c):
    bad = c.n.teachers + 5
    return text(f"{c.n.teachers}名培训教师走村串户，把教具背进院坝。", f"{bad}名培训教师走村串户，把教具背进院坝。", "与培训教师人数不符", [say(f"{bad}名培训教师", "n.teachers", bad)], ["teachers"])


@mistake("figure-before-name", "letters", "problem")
def _(c):
    bad = c.n.mediators - 6
    return text(f"名册上有{c.n.mediators}名专兼职调解员，真正学过法律的却不多。", f"名册上有{bad}名专兼职调解员，真正学过法律的却不多。", "与调解员人数不符", [say(f"{bad}名专兼职调解员", "n.mediators", bad)], ["mediators"])


# 9 parts that do not make the total
@mistake("parts-not-total", "letters", "calls_life", data=True)
def _(c):
    bad = swap(c.n.calls_life)
    return bad and data([{"section": "letters", "field": "calls_life", "set": bad}], "三类工单相加不等于总数", [rule("n.calls == n.calls_home + n.calls_road + n.calls_life")], [of("letters", f) for f in ("calls_total", "calls_home", "calls_road", "calls_life")])


@mistake("parts-not-total", "health", "files_elder", data=True)
def _(c):
    bad = c.n.files_elder + 100
    return data([{"section": "health", "field": "files_elder", "set": bad}], "三类档案相加不等于总数", [rule("n.files == n.files_elder + n.files_chronic + n.files_other")], [of("health", f) for f in ("files_total", "files_elder", "files_chronic", "files_other")])


# 10 an old total over new parts
@mistake("old-total-over-new-parts", "training", "placed_total", data=True, history=True)
def _(c):
    return data([{"section": "training", "field": "placed_total", "set": c.w.placed}], "总数仍是上季度的，分项已是本季度的", [rule("n.placed == n.placed_near + n.placed_county + n.placed_away"), rule("n.placed != w.placed")], [of("training", f) for f in ("placed_total", "placed_near", "placed_county", "placed_away")])


@mistake("old-total-over-new-parts", "roads", "length", data=True, history=True)
def _(c):
    return c.w.length > c.n.good and data([{"section": "roads", "field": "length", "set": str(c.w.length)}], "总里程仍是上季度的，分项已是本季度的", [rule("n.length == n.length_county + n.length_town + n.length_village"), rule("n.length != w.length")], [of("roads", f) for f in ("length", "length_county", "length_town", "length_village", "good_given")])


# 11 parts of a sentence
@mistake("parts-in-sentence", "safety", "practice", ledger=False)
def _(c):
    n = c.n.inspections
    a, b = n // 2, n // 4
    d = n - a - b
    said = lambda last: f"安全检查{n}家次，园区{a}家次、街面{b}家次、工地{last}家次，三处各有侧重。"
    return text(said(d), said(d + 2), "三处相加不等于检查家次", [say(f"园区{a}家次、街面{b}家次、工地{d + 2}家次", "n.inspections", n + 2)], ["inspections"])


@mistake("parts-in-sentence", "health", "practice", ledger=False)
def _(c):
    n = c.n.clinics
    a, b = n // 2, n // 3
    d = n - a - b
    said = lambda first: f"义诊共{n}场，按地点分：村居{first}场，学校{b}场，集市{d}场。"
    return n >= 5 and text(said(a), said(a + 1), "分地点相加不等于义诊场数", [say(f"村居{a + 1}场，学校{b}场，集市{d}场", "n.clinics", n + 1)], ["clinics"])


# 12 a part above its whole
@mistake("part-above-whole", "letters", "practice")
def _(c):
    n = c.n.visits
    return text(f"领导接访{n}次，其中上下两级联合接待{n - 3}次。", f"领导接访{n}次，其中上下两级联合接待{n + 3}次。", "其中数大于总数", [say(f"联合接待{n + 3}次", f"{n + 3} <= n.visits", True)], ["visits"])


@mistake("part-above-whole", "training", "practice", ledger=False)
def _(c):
    n = c.n.fairs
    return n > 3 and text(f"举办招聘会{n}场，夜市专场占了{n - 2}场，下班后也能赶来。", f"举办招聘会{n}场，夜市专场占了{n + 2}场，下班后也能赶来。", "其中数大于总数", [say(f"夜市专场占了{n + 2}场", f"{n + 2} <= n.fairs", True)], ["fairs"])


# 13 a share of a sentence
@mistake("share-in-sentence", "roads", "practice")
def _(c):
    k = c.n.found * 3 // 10
    good = per_cent(k, c.n.found)
    bad = good + 11
    return c.n.found > 15 and text(f"巡路登记路面病害{c.n.found}处，属于坑槽的{k}处，占{good}%。", f"巡路登记路面病害{c.n.found}处，属于坑槽的{k}处，占{bad}%。", "占比算错", [say(f"占{bad}%", f"pc({k}, n.found)", bad)], ["found"])


@mistake("share-in-sentence", "safety", "problem")
def _(c):
    good = per_cent(c.n.firms_trade, c.n.firms)
    bad = swap(good, False)
    return bad and far(bad, good, 0.1) and bad < 90 and text(f"在册企业{c.n.firms}家里，商贸企业{c.n.firms_trade}家，比重为{good}%，店小面杂，看管难度大。", f"在册企业{c.n.firms}家里，商贸企业{c.n.firms_trade}家，比重为{bad}%，店小面杂，看管难度大。", "占比算错", [say(f"比重为{bad}%", "pc(n.firms_trade, n.firms)", bad)], ["firms"])


# 14 an average of a sentence
@mistake("average-in-sentence", "health", "practice")
def _(c):
    good = rounded(Decimal(c.n.hearers) / c.n.lectures, 1)
    bad = good + 8
    return text(f"健康讲座{c.n.lectures}场，讲座听众{c.n.hearers}人次，场均{good}人次。", f"健康讲座{c.n.lectures}场，讲座听众{c.n.hearers}人次，场均{bad}人次。", "场均算错", [say(f"场均{bad}人次", "r(n.hearers / n.lectures, 1)", bad)], ["lectures", "hearers"])


@mistake("average-in-sentence", "training", "practice")
def _(c):
    good = rounded(Decimal(c.n.posts) / c.n.fairs, 0)
    bad = good + 60
    return text(f"{c.n.fairs}场招聘会下来，招聘岗位{c.n.posts}个，平均每场约{good}个。", f"{c.n.fairs}场招聘会下来，招聘岗位{c.n.posts}个，平均每场约{bad}个。", "平均每场算错", [say(f"平均每场约{bad}个", "r(n.posts / n.fairs, 0)", bad)], ["fairs", "posts"])


# 15 the direction against last quarter
@mistake("direction-last-quarter", "safety", "practice", history=True)
def _(c):
    up = c.n.fund > c.w.fund
    said = lambda rises: f"安全投入比上季度有所{'增加' if rises else '减少'}，主要因设备添置进度不同。"
    return far(c.n.fund, c.w.fund, 0.06) and text(said(up), said(not up), "增减方向与上季度不符", [say(f"比上季度有所{'减少' if up else '增加'}", f"n.fund {'<' if up else '>'} w.fund", True)], ["fund"])


@mistake("direction-last-quarter", "letters", "problem", history=True)
def _(c):
    up = c.n.disputes > c.w.disputes
    said = lambda rises: f"同上个季度相比，矛盾纠纷数量{'上升' if rises else '回落'}，化解压力随之变化。"
    return far(c.n.disputes, c.w.disputes, 0.06) and text(said(up), said(not up), "升降方向与上季度不符", [say(f"矛盾纠纷数量{'回落' if up else '上升'}", f"n.disputes {'<' if up else '>'} w.disputes", True)], ["disputes"])


# 16 the size against last quarter
@mistake("size-last-quarter", "training", "practice", history=True)
def _(c):
    d = c.n.hours - c.w.hours
    bad = d + 30
    return d > 20 and text(f"培训课时{c.n.hours}课时，较上季度多{d}课时，夜间班占了不小分量。", f"培训课时{c.n.hours}课时，较上季度多{bad}课时，夜间班占了不小分量。", "增加数与上季度不符", [say(f"较上季度多{bad}课时", "n.hours - w.hours", bad)], ["hours"])


@mistake("size-last-quarter", "roads", "practice", history=True)
def _(c):
    good = per_cent(c.n.trees - c.w.trees, c.w.trees)
    bad = good + Decimal("9.4")
    return good > 3 and text(f"趁墒情好抓紧补绿，行道树栽下{c.n.trees}株，环比增长{good}%。", f"趁墒情好抓紧补绿，行道树栽下{c.n.trees}株，环比增长{bad}%。", "增幅与上季度不符", [say(f"环比增长{bad}%", "pc(n.trees - w.trees, w.trees)", bad)], ["trees"])


# 17 the direction against a year ago
@mistake("direction-year-ago", "health", "practice", history=True, period="2025Q4")
def _(c):
    up = c.n.waste > c.a.waste
    said = lambda rises: f"医疗废物日产日清，处置量同比{'增加' if rises else '减少'}，交接联单完整。"
    return far(c.n.waste, c.a.waste, 0.06) and text(said(up), said(not up), "增减方向与去年同期不符", [say(f"处置量同比{'减少' if up else '增加'}", f"n.waste {'<' if up else '>'} a.waste", True)], ["waste"])


@mistake("direction-year-ago", "roads", "problem", history=True, period="2025Q4")
def _(c):
    up = c.n.fund_planned > c.a.fund_planned
    said = lambda rises: f"计划养护资金{'多' if rises else '少'}于去年同期，项目排序需要重新掂量。"
    return far(c.n.fund_planned, c.a.fund_planned, 0.06) and text(said(up), said(not up), "多少与去年同期相反", [say(f"计划养护资金{'少' if up else '多'}于去年同期", f"n.fund_planned {'<' if up else '>'} a.fund_planned", True)], ["fund_planned"])


# 18 the size against a year ago
@mistake("size-year-ago", "safety", "practice", history=True, period="2025Q4")
def _(c):
    good = per_cent(abs(c.n.fines - c.a.fines), c.a.fines)
    word = "上升" if c.n.fines > c.a.fines else "下降"
    bad = swap(good, False)
    return bad and far(bad, good, 0.3) and text(f"依法收缴罚款{c.n.fines}元，同比{word}{good}%。", f"依法收缴罚款{c.n.fines}元，同比{word}{bad}%。", "幅度与去年同期不符", [say(f"同比{word}{bad}%", "pc(abs(n.fines - a.fines), a.fines)", bad)], ["fines"])


@mistake("size-year-ago", "letters", "practice", history=True, period="2025Q4")
def _(c):
    d = c.n.revisits - c.a.revisits
    return d > 5 and text(f"电话回访{c.n.revisits}件，比去年同期多出{d}件，问得更细。", f"电话回访{c.n.revisits}件，比去年同期多出{d + 10}件，问得更细。", "增加数与去年同期不符", [say(f"比去年同期多出{d + 10}件", "n.revisits - a.revisits", d + 10)], ["revisits"])


# 19 most, or so many quarters in a row
@mistake("superlative", "letters", "practice", history=True, period="2025Q4")
def _(c):
    return c.n.aid < max(c.all("aid")[1:]) * Decimal("0.94") and text(f"帮扶资金{c.n.aid}万元及时送到困难家庭。", f"帮扶资金{c.n.aid}万元及时送到困难家庭，为今年以来最多的一个季度。", "今年另有季度更多", [say("为今年以来最多的一个季度", "n.aid > max(earlier('aid'))", True)], ["aid"])


@mistake("superlative", "training", "practice", history=True, period="2025Q4")
def _(c):
    run = c.all("placed")
    return run[-1] > run[-2] and run[-2] < run[-3] and text("新增就业稳中向好，村口招工信息栏天天更新。", "新增就业连续三个季度增加，村口招工信息栏天天更新。", "上季度是减少的", [say("新增就业连续三个季度增加", "rising('placed', 3)", True)], ["placed"])


# 20 the year so far
@mistake("year-so-far", "training", "practice", history=True, period="2025Q4")
def _(c):
    good = c.y("certs")
    bad = swap(good, False)
    return bad and far(bad, good) and text(f"全年学员拿到职业证书{good}本，持证上岗渐成风气。", f"全年学员拿到职业证书{bad}本，持证上岗渐成风气。", "与四个季度合计不符", [say(f"全年学员拿到职业证书{bad}本", "y('certs')", bad)], ["certs"])


@mistake("year-so-far", "health", "practice", history=True, period="2025Q3")
def _(c):
    good = c.y("lectures")
    return text(f"今年前三季度累计举办健康讲座{good}场，乡音主讲很受欢迎。", f"今年前三季度累计举办健康讲座{good + 10}场，乡音主讲很受欢迎。", "与三个季度合计不符", [say(f"健康讲座{good + 10}场", "y('lectures')", good + 10)], ["lectures"])


def outside(period, after):
    """A day just before or after the quarter."""
    from datetime import timedelta
    first, last = bounds(period)
    return (last + timedelta(4) if after else first - timedelta(3)).isoformat()


def day_words(iso):
    return f"{int(iso[5:7])}月{int(iso[8:10])}日"


# 21 a row outside the quarter
@mistake("row-outside-period", "safety", "inspections", ledger=True, data=True)
def _(c):
    rows, referred = c.rows("inspections"), {r["inspection"] for r in c.rows("orders")}
    at = [i for i, r in enumerate(rows) if r["number"] not in referred][0]
    return data([cell("safety", "inspections", at + 1, "date", outside(c.period, False))], "检查日期在报告期之前", [rule("all(start <= x['date'] <= end for x in rows('inspections'))")], at_row("safety", "inspections", at + 1, "date"))


@mistake("row-outside-period", "health", "clinics", ledger=True, data=True)
def _(c):
    at = len(c.rows("clinics"))
    return data([cell("health", "clinics", at, "date", outside(c.period, True))], "义诊日期在报告期之后", [rule("all(start <= x['date'] <= end for x in rows('clinics'))")], at_row("health", "clinics", at, "date"))


# 22 a day outside the quarter
@mistake("day-outside-period", "roads", "practice", period="2025Q4")
def _(c):
    return text("11月14日，路长办在养护站开现场会，本季度的难点路段当场认领。", "8月14日，路长办在养护站开现场会，本季度的难点路段当场认领。", "八月不在四季度", [say("8月14日", "start <= '2025-08-14' <= end", True)])


@mistake("day-outside-period", "training", "practice", period="2025Q3")
def _(c):
    return text("成果展已于9月6日落幕，茶点师傅的手艺引来阵阵掌声。", "成果展已于11月6日落幕，茶点师傅的手艺引来阵阵掌声。", "十一月尚未到来", [say("已于11月6日落幕", "'2025-11-06' <= end", True)])


# 23 a day that there is not
@mistake("impossible-day", "letters", "practice", period="2025Q3", ledger=False)
def _(c):
    return text("9月30日，联村干部在老戏台摆桌听诉，收摊时已近黄昏。", "9月31日，联村干部在老戏台摆桌听诉，收摊时已近黄昏。", "九月没有三十一日", [say("9月31日", "real(2025, 9, 31)", True)])


@mistake("impossible-day", "health", "practice", period="2025Q4")
def _(c):
    return text("截至11月30日，疫苗冷藏设备逐台校验完毕，温控记录齐备。", "截至11月31日，疫苗冷藏设备逐台校验完毕，温控记录齐备。", "十一月没有三十一日", [say("11月31日", "real(2025, 11, 31)", True)])


# 24 the wrong year
@mistake("wrong-year", "safety", "practice", period="2025Q4")
def _(c):
    return text("本季度的联合执法于2025年11月12日启动，消防与供电人员同行。", "本季度的联合执法于2024年11月12日启动，消防与供电人员同行。", "年份写成上年", [say("2024年11月12日", "start <= '2024-11-12' <= end", True)])


@mistake("wrong-year", "training", "classes", ledger=True, data=True)
def _(c):
    at = 2
    row = c.rows("classes")[at - 1]
    return data([cell("training", "classes", at, "start", "2024" + row["start"][4:])], "开班年份写成上年", [rule("all(start <= x['start'] <= end for x in rows('classes'))")], at_row("training", "classes", at, "start", "finish"))


# 25 the words of another quarter
@mistake("wrong-quarter", "roads", "practice", period="2025Q4")
def _(c):
    return text(f"四季度，{c.own}开展公路巡查{c.n.patrols}次，遇雾遇霜加密频次。", f"三季度，{c.own}开展公路巡查{c.n.patrols}次，遇雾遇霜加密频次。", "四季度的报告写作三季度，数字又是本季度的", [say(f"三季度，{c.own}开展公路巡查{c.n.patrols}次", "quarter(3) == start", True)], ["patrols"])


@mistake("wrong-quarter", "health", "plan", period="2025Q3")
def _(c):
    return text("四季度拟新设便民采血点，方便老人就近抽血。", "三季度拟新设便民采血点，方便老人就近抽血。", "三季度已经结束，安排应是四季度的", [say("三季度拟", "quarter(3) > end", True)])


# 26 a row twice
@mistake("row-doubled", "letters", "letters", ledger=True, data=True)
def _(c):
    rows = c.rows("letters")
    return data([{"section": "letters", "field": "letters", "add": dict(rows[3])}], "同一件登记两次", [rule("len({x['number'] for x in rows('letters')}) == len(rows('letters'))")], at_row("letters", "letters", len(rows) + 1, "number") + at_row("letters", "letters", 4, "number")[:2])


@mistake("row-doubled", "roads", "patrols", ledger=True, data=True)
def _(c):
    rows = c.rows("patrols")
    return data([{"section": "roads", "field": "patrols", "add": dict(rows[2])}], "同一次巡查登记两次", [rule("unlike('patrols')")], at_row("roads", "patrols", len(rows) + 1, "date") + at_row("roads", "patrols", 3, "date")[:2])


# 27 what refers to nothing
@mistake("refers-to-nothing", "safety", "orders", ledger=True, data=True)
def _(c):
    row = c.rows("orders")[1]
    bad = row["inspection"][:-3] + "8" + row["inspection"][-2:]
    return data([cell("safety", "orders", 2, "inspection", bad)], "检查台账没有这个编号", [rule("{x['inspection'] for x in rows('orders')} <= {x['number'] for x in rows('inspections')}")], at_row("safety", "orders", 2, "inspection"))


@mistake("refers-to-nothing", "letters", "reviews", ledger=True, data=True)
def _(c):
    row = c.rows("reviews")[2]
    bad = row["letter"].replace("-0", "-9")
    return bad != row["letter"] and data([cell("letters", "reviews", 3, "letter", bad)], "来信来访台账没有这个编号", [rule("{x['letter'] for x in rows('reviews')} <= {x['number'] for x in rows('letters')}")], at_row("letters", "reviews", 3, "letter"))


# 28 a row whose part is above its whole
@mistake("row-part-above-whole", "training", "classes", ledger=True, data=True)
def _(c):
    row = c.rows("classes")[2]
    return data([cell("training", "classes", 3, "passed", row["people"] + 4)], "合格人数多于参训人数", [rule("all(x['passed'] <= x['people'] for x in rows('classes'))")], at_row("training", "classes", 3, "passed", "people"))


@mistake("row-part-above-whole", "health", "screens", ledger=True, data=True)
def _(c):
    row = min(c.rows("screens"), key=lambda r: r["examined"])
    at = c.rows("screens").index(row) + 1
    return data([cell("health", "screens", at, "abnormal", row["examined"] + 6)], "异常人数多于筛查人数", [rule("all(x['abnormal'] <= x['examined'] for x in rows('screens'))")], at_row("health", "screens", at, "abnormal", "examined"))


# 29 a number against its ledger
@mistake("number-against-ledger", "safety", "inspections_total", ledger=True, data=True)
def _(c):
    return data([{"section": "safety", "field": "inspections_total", "set": c.n.inspections + 3}], "填报数与台账行数不符", [rule("field('inspections_total') in (None, len(rows('inspections')))")], [of("safety", "inspections_total"), of("safety", "inspections")])


@mistake("number-against-ledger", "training", "posts_total", ledger=True, data=True)
def _(c):
    bad = swap(c.n.posts)
    return bad and data([{"section": "training", "field": "posts_total", "set": bad}], "填报数与台账合计不符", [rule("field('posts_total') in (None, sum(x['posts'] for x in rows('fairs')))")], [of("training", "posts_total"), of("training", "fairs")])


# 30 what a text says of a row
@mistake("text-against-row", "roads", "practice", ledger=True)
def _(c):
    at = max(range(len(c.rows("patrols"))), key=lambda i: c.rows("patrols")[i]["found"])
    row = c.rows("patrols")[at]
    said = lambda k: f"{day_words(row['date'])}巡查{row['road']}，当天发现病害{k}处，随即报养护班。"
    return text(said(row["found"]), said(row["found"] + 4), "与当天的巡查登记不符", [say(f"当天发现病害{row['found'] + 4}处", f"sum(x['found'] for x in rows('patrols') if x['date'] == '{row['date']}')", row["found"] + 4)], ["found"]) | {"more": at_row("roads", "patrols", at + 1, "found", "date")[:3]}


@mistake("text-against-row", "training", "practice", ledger=True)
def _(c):
    row = c.rows("classes")[0]
    others = [t for t in ("电工", "焊工", "养老护理", "茶叶加工", "家政服务") if t not in [r["trade"] for r in c.rows("classes")]]
    said = lambda trade: f"{day_words(row['start'])}开班的{trade}班来了{row['people']}人，教室座无虚席。"
    return others and text(said(row["trade"]), said(others[0]), "当天开班的是另一个工种", [say(f"{day_words(row['start'])}开班的{others[0]}班", f"[x['trade'] for x in rows('classes') if x['start'] == '{row['start']}'][0]", others[0])], ["classes"]) | {"more": at_row("training", "classes", 1, "trade", "start")[:3]}


# 31 another unit's text
@mistake("copied-text", "roads", "problem")
def _(c):
    return {"copy": "unit", "why": "与另一单位同季度的文字相同", "facts": [rule("text('problem') not in [text_of(u, 'problem') for u in units if u != unit]")]}


@mistake("copied-text", "letters", "plan")
def _(c):
    return {"copy": "unit", "why": "与另一单位同季度的文字相同", "facts": [rule("text('plan') not in [text_of(u, 'plan') for u in units if u != unit]")]}


# 32 last quarter's text
@mistake("last-quarter-text", "training", "problem", history=True)
def _(c):
    return {"copy": "period", "why": "与上季度的文字相同", "facts": [rule("text('problem') != last_text('problem')")]}


@mistake("last-quarter-text", "safety", "practice", history=True)
def _(c):
    return {"copy": "period", "why": "与上季度的文字相同", "facts": [rule("text('practice') != last_text('practice')")]}


# 33 another unit's name
@mistake("another-unit", "health", "practice")
def _(c):
    return text(f"{c.name}把健康小屋开到茶馆隔壁，来量血压的人络绎不绝。", f"{c.other}把健康小屋开到茶馆隔壁，来量血压的人络绎不绝。", "写成另一单位的名称", [say(f"{c.other}把", "name", c.other)])


@mistake("another-unit", "roads", "plan")
def _(c):
    return text(f"下一步，{c.short}将把养护经费向偏远村组倾斜，让好路通到家门口。", f"下一步，{c.other[:2]}将把养护经费向偏远村组倾斜，让好路通到家门口。", "写成另一单位的简称", [say(f"{c.other[:2]}将", "name[:2]", c.other[:2])])


# 34 another kind of place
@mistake("own-kind", "letters", "practice")
def _(c):
    return c.name[-1] in "镇乡" and text(f"{c.own}制定领导包案清单，党委政府负责同志人人有任务。", "我县制定领导包案清单，党委政府负责同志人人有任务。", "乡镇的报告自称我县", [say("我县制定", "own", "我县")])


@mistake("own-kind", "training", "practice")
def _(c):
    bad = c.short + ("乡" if c.name.endswith("镇") else "镇")
    return text(f"{c.name}把技能夜校办成品牌，学员结业后仍常来请教。", f"{bad}把技能夜校办成品牌，学员结业后仍常来请教。", "本单位名称写错", [say(f"{bad}把", "name", bad)])


# 35 what was to be filled in
@mistake("placeholder", "safety", "plan")
def _(c):
    return text("由分管负责同志牵头，抓紧与保险公司商定投保方案。", "由×××同志牵头，抓紧与保险公司商定投保方案。", "姓名没有填", [rule("'×××' not in text('plan')")])


@mistake("placeholder", "health", "problem")
def _(c):
    return text("签约服务仍有空白，外出人员占了多数。", "签约服务仍有空白，目前还有____人没有签约，外出人员占了多数。", "数字没有填", [rule("'____' not in text('problem')")])


# 36 none, where there are some
@mistake("none-against-count", "roads", "practice")
def _(c):
    return c.n.found > 10 and text("巡查时发现的路面病害逐处编号，先急后缓处理。", "经仔细巡查，未发现路面病害，通行秩序良好。", "填报有路面病害", [say("未发现路面病害", "n.found == 0", True)], ["found"])


@mistake("none-against-count", "letters", "problem")
def _(c):
    return text("热线工单集中在饭点前后，接线力量要跟着调整。", "本季度热线工单为零，接线席位略有富余。", "填报有热线工单", [say("热线工单为零", "n.calls == 0", True)], ["calls"])


# 37 all done, where some is left
@mistake("all-done", "safety", "practice")
def _(c):
    return text("所下达的整改通知有专人盯办，多数已经完成整改。", "所下达的整改通知有专人盯办，现已全部完成整改。", "还有没有整改的", [say("全部完成整改", "n.done == n.orders", True)], ["done", "orders"])


@mistake("all-done", "letters", "practice")
def _(c):
    return text("群众来信来访件件有人管，办得了的抓紧办结，办不了的说明原因。", "群众来信来访件件有人管，已悉数办结，没有一件拖过季度末。", "还有没有办结的", [say("已悉数办结", "n.settled == n.letters", True)], ["settled", "letters"])


# 38 a rate over 100
@mistake("rate-over-100", "health", "exam_given", data=True)
def _(c):
    return data([{"section": "health", "field": "exam_given", "set": "1" + str(c.n.exam_rate)[1:].rjust(4, "0")}], "体检率超过百分之百", [rule("D(field('exam_given')) <= 100"), rule("D(field('exam_given')) == pc(n.exams, n.elders)")], [of("health", f) for f in ("exam_given", "exams_total", "elders_total")])


@mistake("rate-over-100", "letters", "practice")
def _(c):
    return text(f"回访由社工承担，满意率{c.n.satisfied_rate}%，差评逐条复盘。", f"回访由社工承担，满意率103.2%，差评逐条复盘。", "满意率超过百分之百", [say("满意率103.2%", "n.satisfied_rate", Decimal("103.2"))], ["satisfied_rate", "satisfied", "revisits"])


# 39 a rate that does not follow
@mistake("rate-not-following", "roads", "good_given", data=True)
def _(c):
    bad = swap(c.n.good_rate, False)
    return bad and 50 < bad < 100 and data([{"section": "roads", "field": "good_given", "set": str(bad)}], "填报的优良路率与里程算出的不符", [rule("D(field('good_given')) == pc(n.good, n.length)")], [of("roads", f) for f in ("good_given", "good", "length")])


@mistake("rate-not-following", "training", "pass_given", ledger=False, data=True)
def _(c):
    bad = c.n.pass_rate + Decimal("4.5")
    return bad < 100 and data([{"section": "training", "field": "pass_given", "set": str(bad)}], "填报的合格率与人数算出的不符", [rule("D(field('pass_given')) == pc(n.passed, n.trained)")], [of("training", f) for f in ("pass_given", "passed_total", "trained_total")])


# 40 ten thousand times too much or too little
@mistake("measure-by-10000", "safety", "fund", data=True)
def _(c):
    return data([{"section": "safety", "field": "fund", "set": str(c.n.fund * 10000)}], "以元填在万元栏", [rule("n.fund < 10 * w.fund"), rule("n.fund < 10 * first.fund")], [of("safety", "fund")])


@mistake("measure-by-10000", "roads", "practice")
def _(c):
    return text(f"按进度支付养护资金{c.n.fund_paid}万元，票据随拨随审。", f"按进度支付养护资金{c.n.fund_paid}元，票据随拨随审。", "万元写成元", [say(f"支付养护资金{c.n.fund_paid}元", "n.fund_paid * 10000", c.n.fund_paid)], ["fund_paid"])


# 41 an end before its beginning
@mistake("end-before-beginning", "roads", "repairs", ledger=True, data=True)
def _(c):
    rows = c.rows("repairs")
    row = rows[-1]
    from datetime import date, timedelta
    bad = (date.fromisoformat(row["start"]) - timedelta(5)).isoformat()
    return data([cell("roads", "repairs", len(rows), "finish", bad)], "完工早于开工", [rule("all(x['start'] <= x['finish'] for x in rows('repairs'))")], at_row("roads", "repairs", len(rows), "finish", "start"))


@mistake("end-before-beginning", "training", "practice", ledger=False)
def _(c):
    month = bounds(c.period)[0].month + 1
    return text(f"农机手集训自{month}月9日起，至{month}月21日止，晚间另加答疑。", f"农机手集训自{month}月21日起，至{month}月9日止，晚间另加答疑。", "结束早于开始", [rule("spans('practice')")])


# 42 empty where something is required
@mistake("empty-required", "health", "hearers_total", data=True)
def _(c):
    return data([{"section": "health", "field": "hearers_total", "set": None}], "有讲座场数，听众人次空着", [rule("(field('lectures_total') is None) == (field('hearers_total') is None)")], [of("health", "hearers_total"), of("health", "lectures_total")])


@mistake("empty-required", "letters", "letters", ledger=True, data=True)
def _(c):
    return data([cell("letters", "letters", 6, "village", None)], "村居必填而空着", [rule("all(x.get('village') for x in rows('letters'))")], at_row("letters", "letters", 6, "village"))


# 43 against another section
@mistake("against-another-section", "training", "practice", also=["safety"])
def _(c):
    n = c.sec("safety").drills
    return text(f"把避险技能编进教材，全季度应急演练{n}场都请学员旁观。", f"把避险技能编进教材，全季度应急演练{n + 4}场都请学员旁观。", "与安全生产一节的演练场数不符", [say(f"应急演练{n + 4}场", "sec('safety').drills", n + 4)]) | {"more": [of("safety", "drills_total")]}


@mistake("against-another-section", "health", "practice", also=["letters"])
def _(c):
    n = c.sec("letters").visits
    made = text(f"乡村医生随队服务，领导接访{n}次都带上药箱。", f"乡村医生随队服务，领导接访{n + 5}次都带上药箱。", "与群众信访一节的接访次数不符", [say(f"领导接访{n + 5}次", "sec('letters').visits", n + 5)])
    return made | {"more": [of("letters", "visits" if c.keeps else "visits_total")]}


# 44 a list of another length
@mistake("list-length", "training", "plan")
def _(c):
    return text("重点办好两件事：一是把实操车间搬近学员，二是把补助申领搬到网上。", "重点办好三件事：一是把实操车间搬近学员，二是把补助申领搬到网上。", "说三件，只列两件", [say("三件事", "listed('plan')", 3)])


@mistake("list-length", "safety", "problem")
def _(c):
    return text("难点集中在三个方面：一是老旧线路改造慢，二是夜间值守人少，三是小作坊流动快。", "难点集中在两个方面：一是老旧线路改造慢，二是夜间值守人少，三是小作坊流动快。", "说两个，列了三个", [say("两个方面", "listed('problem')", 2)])


# 45 a plan for what is past
@mistake("plan-past", "letters", "plan", period="2025Q4")
def _(c):
    return text("力争2月底前，把议事亭的旧桌椅换新，让群众坐得下、谈得拢。", "力争10月底前，把议事亭的旧桌椅换新，让群众坐得下、谈得拢。", "四季度末的安排，十月已过", [say("力争10月底前", "'2025-10-31' > end", True)])


@mistake("plan-past", "roads", "plan", period="2025Q3")
def _(c):
    return text("确保11月中旬前完成急弯标线补划，赶在霜冻之前收尾。", "确保8月中旬前完成急弯标线补划，赶在霜冻之前收尾。", "三季度末的安排，八月已过", [say("确保8月中旬前", "'2025-08-20' > end", True)])


# 46 what is left
@mistake("remainder", "safety", "problem")
def _(c):
    left = c.n.orders - c.n.done
    return text(f"整改通知{c.n.orders}份，完成整改{c.n.done}份，余下{left}份受资金所限。", f"整改通知{c.n.orders}份，完成整改{c.n.done}份，余下{left + 2}份受资金所限。", "余数算错", [say(f"余下{left + 2}份", "n.orders - n.done", left + 2)], ["orders", "done"])


@mistake("remainder", "roads", "practice")
def _(c):
    left = c.n.fund_planned - c.n.fund_paid
    bad = left + Decimal("1.8")
    return text(f"计划养护资金{c.n.fund_planned}万元，支付养护资金{c.n.fund_paid}万元，结余{left}万元转入后续工程。", f"计划养护资金{c.n.fund_planned}万元，支付养护资金{c.n.fund_paid}万元，结余{bad}万元转入后续工程。", "结余算错", [say(f"结余{bad}万元", "n.fund_planned - n.fund_paid", bad)], ["fund_planned", "fund_paid"])


# 47 a text against itself
@mistake("said-twice", "health", "practice")
def _(c):
    said = lambda k: f"卫生院现有救护车5辆，出车登记规范。遇到险情，{k}辆救护车随时可以调用。"
    return text(said(5), said(6), "前说五辆，后说六辆", [say("6辆救护车", "found('救护车([0-9]+)辆')", 6)])


@mistake("said-twice", "roads", "practice")
def _(c):
    said = lambda k: f"养护站共有作业车辆12台，按月保养。雨天里，这{k}台作业车辆分片待命。"
    return text(said(12), said(14), "前说十二台，后说十四台", [say("这14台作业车辆", "found('作业车辆([0-9]+)台')", 14)])


# 48 a text that breaks off
@mistake("broken-off", "letters", "practice")
def _(c):
    return {"end": "综治中心白天有人坐班、晚上有人接话，下一步将继续加大对", "whole": "综治中心白天有人坐班、晚上有人接话，群众不必来回奔波。", "why": "句子没有写完", "facts": [rule("text('practice').endswith('。')")]}


@mistake("broken-off", "roads", "practice")
def _(c):
    return text("对支线道口（含机耕道、便桥接线）逐处设置让行提示。", "对支线道口（含机耕道、便桥接线逐处设置让行提示。", "括号只有一半", [rule("text('practice').count('（') == text('practice').count('）')")])


# 49 figures in another order
@mistake("order-swapped", "roads", "practice")
def _(c):
    a, b, d = c.n.length_county, c.n.length_town, c.n.length_village
    return text(f"县道、乡道、村道里程分别为{a}公里、{b}公里和{d}公里，管养责任到段。", f"县道、乡道、村道里程分别为{b}公里、{a}公里和{d}公里，管养责任到段。", "县道与乡道里程对调", [say(f"分别为{b}公里", "n.length_county", b)], ["length"])


@mistake("order-swapped", "training", "practice")
def _(c):
    a, b, d = c.n.placed_near, c.n.placed_county, c.n.placed_away
    return len({a, b, d}) == 3 and text(f"就近就业、县内就业、外出就业依次为{a}人、{b}人、{d}人，去向清楚。", f"就近就业、县内就业、外出就业依次为{a}人、{d}人、{b}人，去向清楚。", "县内与外出人数对调", [say(f"依次为{a}人、{d}人", "n.placed_county", d)], ["placed"])


# 50 fractions and multiples
@mistake("fraction", "health", "practice")
def _(c):
    return Decimal(c.n.files_elder) / c.n.files < Decimal("0.3") and text("老年人档案单独存放，占健康档案的一部分，取阅方便。", "老年人档案单独存放，占健康档案的二分之一，取阅方便。", "实际不到三成", [say("健康档案的二分之一", "abs(n.files_elder / n.files - D('0.5')) < D('0.05')", True)], ["files"])


@mistake("fraction", "letters", "practice", history=True)
def _(c):
    return Decimal(c.n.calls) / c.w.calls < Decimal("1.4") and text("接线席位延长到晚上，热线工单处理速度加快。", "接线席位延长到晚上，热线工单是上季度的两倍。", "实际相差不多", [say("是上季度的两倍", "abs(n.calls / w.calls - 2) < D('0.1')", True)], ["calls"])


if __name__ == "__main__":
    from collections import Counter
    kinds = Counter(m["kind"] for m in MISTAKES)
    print(len(MISTAKES), len(kinds), {k: v for k, v in kinds.items() if v != 2}, Counter(m["section"] for m in MISTAKES))
