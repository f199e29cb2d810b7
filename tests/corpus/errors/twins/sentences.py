"""Sixty sentences of forty-five kinds that are true, and at which a hasty checker stops."""
from decimal import Decimal

from base import half_up

SENTENCES = []
DIGITS = "零一二三四五六七八九"


def sentence(kind, section, field, why, *, even=None, quarter=None, back=False):
    def add(make):
        SENTENCES.append(dict(kind=kind, section=section, field=field, why=why, even=even, quarter=quarter, back=back, make=make))
        return make
    return add


def tells(template, claim, x, says=None):
    return dict(sentence=template.format(x), facts=[{"says": (says or "{}").format(x), "claim": claim, "x": x}])


def aside(text, beside, claim="True"):
    return dict(sentence=text, facts=[{"beside": beside, "claim": claim, "x": True}])


def spoken(n):
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else ("" if tens == 1 else DIGITS[tens]) + "十") + (DIGITS[ones] if ones or not tens else "")


@sentence("about", "window", "practice", "余：比整数略多")
def _(c):
    return c.n.asks % 10 and tells("咨询{}余人次，句句有回音。", "n.asks // 10 * 10", c.n.asks // 10 * 10, "咨询{}余人次")


@sentence("about", "farming", "practice", "多：比整数略多")
def _(c):
    return c.n.doses % 100 and tells("兽医走村串户，畜禽防疫{}多头次。", "n.doses // 100 * 100", c.n.doses // 100 * 100, "{}多头次")


@sentence("nearly", "forestry", "practice", "近：比整数略少")
def _(c):
    up = -(-c.n.leaflets // 100) * 100
    return 0 < up - c.n.leaflets < 40 and tells("近{}份防火宣传单发到了农家。", "-(-n.leaflets // 100) * 100", up, "近{}份")


@sentence("nearly", "disabled", "practice", "将近：比整数略少")
def _(c):
    up = -(-c.n.hours // 10) * 10
    return 0 < up - c.n.hours < 6 and tells("志愿服务将近{}个小时，换来的是老友般的情分。", "-(-n.hours // 10) * 10", up, "将近{}个小时")


@sentence("last-quarter-said", "market", "problem", "说明是上季度的", back=True)
def _(c):
    return tells("上季度受理的投诉举报为{}件，当时商家配合度也不高。", "w.complaints", c.w.complaints, "上季度受理的投诉举报为{}件")


@sentence("last-quarter-said", "farming", "problem", "说明是上季度的", back=True)
def _(c):
    return tells("上一季度网络销售额为{}元，物流成本偏高的老问题一直存在。", "w.sales", c.w.sales, "上一季度网络销售额为{}元")


@sentence("year-so-far", "disabled", "practice", "是今年以来的", quarter="2025Q4", back=True)
def _(c):
    return tells("今年以来累计提供康复服务{}人次，档案一户一册。", "y('rehab')", c.y("rehab"), "今年以来累计提供康复服务{}人次")


@sentence("year-so-far", "forestry", "practice", "是全年的", quarter="2025Q4", back=True)
def _(c):
    return tells("算上前三个季度，全年共组织防火演练{}场。", "y('drills')", c.y("drills"), "全年共组织防火演练{}场")


@sentence("part-told", "market", "problem", "只说其中一类")
def _(c):
    return tells("单说食品类主体就有{}户，铺面分散。", "n.shops_food", c.n.shops_food, "食品类主体就有{}户")


@sentence("part-told", "window", "practice", "只说其中一类")
def _(c):
    return tells("咨询当中有{}人次是打电话来问的，接线员耐心作答。", "n.ask_phone", c.n.ask_phone, "有{}人次是打电话来问的")


@sentence("plan-number", "disabled", "plan", "是打算，不是做过的")
def _(c):
    x = c.n.visits + 6
    return tells("下一步打算走访残疾人家庭{}次，把新办证的先走到。", "n.visits + 6", x, "打算走访残疾人家庭{}次")


@sentence("plan-number", "forestry", "plan", "是打算，不是做过的")
def _(c):
    x = c.n.drills + 2
    return tells("下季度拟组织防火演练{}场，放在晚间进行。", "n.drills + 2", x, "拟组织防火演练{}场")


@sentence("in-wan", "farming", "practice", "元换成万元说")
def _(c):
    x = half_up(Decimal(c.n.sales) / 10000, 2)
    return tells("村播队伍渐成气候，网络销售额{}万元。", "r(dec(n.sales) / 10000, 2)", x, "网络销售额{}万元")


@sentence("in-wan", "market", "practice", "元换成万元说，四舍五入")
def _(c):
    x = half_up(Decimal(c.n.refund) / 10000, 1)
    return tells("为消费者挽回损失约{}万元，锦旗挂上了墙。", "r(dec(n.refund) / 10000, 1)", x, "约{}万元")


@sentence("partner-unit", "forestry", "practice", "别的乡镇是联防的一方")
def _(c):
    return aside(f"与毗邻的{c.others[3]}签订联防协议，边界火情共同处置。", "别的乡镇是联防的一方")


@sentence("partner-unit", "market", "practice", "别的乡镇是学习的对象")
def _(c):
    return aside(f"赴{c.others[7]}学习集市改造经验，回来就动手画图。", "别的乡镇是学习的对象")


@sentence("none-qualified", "market", "practice", "只说无证经营，不是说没有问题")
def _(c):
    return aside("检查中未发现新增无证经营，整治成果稳住了。", "只说新增无证经营，不是说没有问题")


@sentence("none-qualified", "forestry", "practice", "只说山火，不是说没有问题")
def _(c):
    return aside("重点林区未发生森林火灾，群众上坟也多改用鲜花。", "只说火灾，不是说巡护没有发现问题")


@sentence("change-right", "window", "practice", "与两季度的差相符", back=True)
def _(c):
    x = c.n.trips - c.w.trips
    return x > 0 and tells("减少群众跑动较上季度增加{}人次，预约办理帮了大忙。", "n.trips - w.trips", x, "较上季度增加{}人次")


@sentence("change-right", "disabled", "problem", "与两季度的差相符", back=True)
def _(c):
    x = c.w.pieces - c.n.pieces
    return x > 0 and tells("供货偏紧，发放辅具比上季度少{}件。", "w.pieces - n.pieces", x, "比上季度少{}件")


@sentence("village-part", "disabled", "practice", "是一个村的，不是全部", even=False)
def _(c):
    x = c.n.households // 5
    return tells(f"其中{c.villages[1]}入户{{}}户，门前的路都走熟了。", "n.households // 5", x, "入户{}户")


@sentence("village-part", "farming", "practice", "是一个村的，不是全部", even=False)
def _(c):
    x = c.n.machines // 6
    return tells(f"仅{c.villages[2]}就检修农机{{}}台，师傅干到天黑。", "n.machines // 6", x, "就检修农机{}台")


@sentence("year-ago-right", "market", "practice", "与去年同期的差相符", quarter="2026Q1", back=True)
def _(c):
    x = c.a.complaints - c.n.complaints
    return x > 5 and tells("投诉举报比去年同期减少{}件，商家自律有了起色。", "a.complaints - n.complaints", x, "比去年同期减少{}件")


@sentence("year-ago-right", "farming", "practice", "是去年同期的数", quarter="2026Q1", back=True)
def _(c):
    return tells("去年一季度农残检测为{}批次，今年布点有所调整。", "a.tests", c.a.tests, "去年一季度农残检测为{}批次")


@sentence("spoken-number", "forestry", "practice", "数字用汉字写")
def _(c):
    return tells("{}名护林员人人有责任片，换岗先交图。", "spoken(n.rangers)", spoken(c.n.rangers), "{}名护林员")


@sentence("spoken-number", "window", "practice", "数字用汉字写")
def _(c):
    return tells("自助终端{}台都贴上了大字说明。", "spoken(n.kiosks)", "两" if c.n.kiosks == 2 else spoken(c.n.kiosks), "自助终端{}台") if c.n.kiosks > 2 else None


@sentence("month-ahead", "farming", "plan", "是下季度的月份，打算做", quarter="2026Q1")
def _(c):
    return aside("5月上旬前把育秧大棚的遮阳网装好。", "是打算，月份在后面")


@sentence("month-ahead", "market", "plan", "是明年的月份，打算做", quarter="2025Q4")
def _(c):
    return aside("力争明年2月底前完成农贸市场电路改造。", "是明年的月份")


@sentence("rule-number", "window", "practice", "是时限，不是办了几件")
def _(c):
    return aside("一般办件承诺3个工作日内办结，逾期由主任上门说明。", "3是时限")


@sentence("rule-number", "market", "practice", "是规定的金额，不是挽回的损失")
def _(c):
    return aside("500元以下的消费争议由站点当场调解，不必跑县城。", "500元是调解的界限")


# ---- once each -----------------------------------------------------------------------------------------------------

@sentence("other-measure", "forestry", "practice", "亩换成公顷说")
def _(c):
    x = half_up(c.n.pests / 15, 1)
    return tells("折算下来，病虫害防治面积约{}公顷。", "r(n.pests / 15, 1)", x, "约{}公顷")


@sentence("wide-digits", "farming", "practice", "全角数字")
def _(c):
    x = str(c.n.learners).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    return tells("农技指导参加人次为{}人次，年轻面孔多了。", "wide(n.learners)", x, "{}人次")


@sentence("comma", "disabled", "practice", "千位分隔")
def _(c):
    x = f"{c.n.cost:,}"
    return tells("辅具金额{}元，一笔一笔有签收。", "comma(n.cost)", x, "{}元")


@sentence("one-day", "window", "practice", "是一天的，不是一个季度的")
def _(c):
    return tells("最忙的一天咨询{}人次，工作人员水都没顾上喝。", "n.asks // 12", c.n.asks // 12, "最忙的一天咨询{}人次")


@sentence("target", "market", "plan", "是目标，不是实际的率")
def _(c):
    return aside("以食品抽检合格率不低于98%为目标，倒排批次。", "98%是目标")


@sentence("list-with-more", "farming", "practice", "等：没有列完")
def _(c):
    return aside("油菜、蚕豆、小麦等五种作物都有专人蹲点。", "等：没有列完")


@sentence("points", "farming", "practice", "与两季度的率相差的点数相符", back=True)
def _(c):
    x = c.n.tests_rate - c.w.tests_rate
    return x > 0 and tells("农残检测合格率较上季度提高{}个百分点。", "pct(n.tests_passed, n.tests) - pct(w.tests_passed, w.tests)", x, "提高{}个百分点")


@sentence("fraction", "market", "problem", "约三分之一，算得出来")
def _(c):
    share = Decimal(c.n.complaints_service) / c.n.complaints
    return abs(share - Decimal(1) / 3) < Decimal("0.018") and dict(
        sentence="服务类投诉约占投诉举报的三分之一，取证费时。",
        facts=[{"says": "约占投诉举报的三分之一", "claim": "abs(3 * dec(n.complaints_service) / n.complaints - 1) < dec('0.055')", "x": True}])


@sentence("average-right", "disabled", "practice", "与户数、次数相符")
def _(c):
    x = half_up(Decimal(c.n.households) / c.n.visits, 1)
    return tells("走访平均每次入户{}户，坐下来多聊几句。", "r(dec(n.households) / n.visits, 1)", x, "平均每次入户{}户")


@sentence("times-right", "forestry", "practice", "与两季度的数相符", back=True)
def _(c):
    x = half_up(Decimal(c.n.leaflets) / c.w.leaflets, 1)
    return x >= Decimal("1.2") and tells("防火宣传单发放量是上季度的{}倍。", "r(dec(n.leaflets) / w.leaflets, 1)", x, "上季度的{}倍")


@sentence("most-right", "market", "practice", "确是全年最多的一个季度", quarter="2025Q4", back=True)
def _(c):
    return c.top("refund") and dict(sentence="挽回损失为全年各季度最多。",
                                    facts=[{"says": "为全年各季度最多", "claim": "n.refund == max(each('refund'))", "x": True}])


@sentence("from-to-right", "disabled", "practice", "前后两个数都对", back=True)
def _(c):
    return c.n.jobs > c.w.jobs and dict(
        sentence=f"新增就业由上季度的{c.w.jobs}人增至{c.n.jobs}人。",
        facts=[{"says": f"由上季度的{c.w.jobs}人增至{c.n.jobs}人", "claim": "[w.jobs, n.jobs]", "x": [c.w.jobs, c.n.jobs]}])


@sentence("months-right", "forestry", "practice", "三个月相加是季度数")
def _(c):
    total = c.n.leaflets
    a, b = total * 29 // 100, total * 38 // 100
    m = (10, 11, 12) if c.q[5] == "4" else (1, 2, 3)
    return dict(sentence=f"{m[0]}月、{m[1]}月、{m[2]}月分别发放防火宣传单{a}份、{b}份、{total - a - b}份。",
                facts=[{"says": f"{a}份、{b}份、{total - a - b}份", "claim": "n.leaflets", "x": total}, {"beside": "三数之和", "claim": f"{a} + {b} + {total - a - b} == n.leaflets", "x": True}])


@sentence("carried-over", "window", "practice", "连同结转的", back=True)
def _(c):
    left = c.w.cases - c.w.settled
    x = c.n.cases + left
    return left > 1 and tells(f"连同上季度结转的{left}件，窗口经手办件{{}}件。", "n.cases + w.cases - w.settled", x, "经手办件{}件")


@sentence("over-ninety", "window", "practice", "确实超过九成")
def _(c):
    return c.n.pleased_rate > 92 and dict(sentence="服务评价九成以上为满意。", facts=[{"says": "九成以上为满意", "claim": "10 * n.pleased > 9 * n.rated", "x": True}])


@sentence("two-counts", "forestry", "practice", "两项相加")
def _(c):
    return tells("巡护与防火演练两项合起来共{}场次，山上山下都动了起来。", "n.patrols + n.drills", c.n.patrols + c.n.drills, "共{}场次")


@sentence("idiom", "window", "practice", "成语，不是数")
def _(c):
    return aside("以“零距离、一张笑脸、百分百用心”要求自己，群众少了顾虑。", "零、一、百都不是数")


@sentence("reduplicated", "farming", "practice", "叠词，不是重复")
def _(c):
    return aside("农技员天天看墒情、家家问农资，事事有交代。", "叠词")


@sentence("title-year", "market", "practice", "文件名里的年份")
def _(c):
    return aside("对照《小作坊管理办法（2019年修订）》逐条讲给业主听。", "年份在文件名里")


@sentence("since-year", "disabled", "practice", "从那一年起，不是本季度")
def _(c):
    return aside("自2017年办起助残食堂以来，饭菜热气从未断过。", "从那一年起")


@sentence("county-wide", "forestry", "problem", "是全县的数")
def _(c):
    return aside("连同国有林场在内，全县护林员1260名，待遇标准尚不统一。", "是全县的数")


@sentence("hotline", "market", "practice", "是电话号码")
def _(c):
    return aside("把12315热线印在购物袋上，顾客随手可拨。", "是电话号码")


@sentence("started-before", "farming", "practice", "上季度动工，本季度完工", quarter="2025Q4")
def _(c):
    return aside("8月动工的灌渠清淤于11月中旬收尾，放水顺畅。", "动工在上季度，完工在本季度")


@sentence("range", "forestry", "practice", "每班人数的范围")
def _(c):
    return aside("每班安排3至5名护林员，夜里不留空当。", "是每班的人数")


@sentence("feast-compared", "market", "practice", "拿来比的是去年国庆", quarter="2026Q1")
def _(c):
    return aside("与去年国庆假期相比，春节期间集市秩序平稳。", "国庆是拿来比的")


@sentence("weekday-right", "window", "practice", "那天确是星期三", quarter="2025Q4")
def _(c):
    return aside("12月3日（星期三）试开夜间窗口，反响不错。", "那天确是星期三", "weekday(2025, 12, 3) == 3")


@sentence("all-of-part", "disabled", "practice", "只说其中一部分都落实了")
def _(c):
    return aside("需求中涉及孤独症儿童的已全部落实，其余逐项推进。", "只说其中一部分")


@sentence("order-right", "farming", "practice", "次序确是这样")
def _(c):
    return c.n.grain > c.n.oil > c.n.veg and dict(sentence="播种面积按粮食、油料、蔬菜依次递减。",
                                                  facts=[{"says": "依次递减", "claim": "n.grain > n.oil > n.veg", "x": True}])


@sentence("less-than", "market", "problem", "不到：确实不到")
def _(c):
    up = int(c.n.fund) + 1
    return c.n.fund % 1 and tells("监管经费不到{}万元，快检耗材常要省着用。", "int(n.fund) + 1", up, "不到{}万元")


@sentence("over-half", "farming", "practice", "确实过半")
def _(c):
    return c.n.grain * 2 > c.n.sown * Decimal("1.1") and dict(sentence="粮食面积占播种面积一半以上，口粮田守得住。",
                                              facts=[{"says": "一半以上", "claim": "2 * n.grain > n.sown", "x": True}])
