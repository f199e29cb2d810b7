"""Sixty sentences that are true, and at which a hasty checker stops: fifteen kinds twice, thirty once. `facts` as with the mistakes,
but that what is said (`x`) is what is; `beside` says of what no field tells why the sentence bears on none."""
from datetime import date
from decimal import Decimal

from base import per_cent, rounded
from mistakes import day_words, hanzi, hanzi_rate, say, wan, wide

SENTENCES = []
WEEKDAYS = "一二三四五六日"


def sentence(kind, section, field, **needs):
    def keep(made):
        SENTENCES.append({"kind": kind, "section": section, "field": field, "make": made, **needs})
        return made

    return keep


def true(words, why, *facts):
    return {"sentence": words, "why": why, "facts": list(facts)}


def beside(says, why):
    return {"says": says, "beside": why}


# --- kinds that come twice
@sentence("about", "safety", "practice")
def _(c):
    low = c.n.inspections // 10 * 10
    return low >= 30 and 1 <= c.n.inspections - low <= 6 and true(f"三个月里，安全检查{low}余家次，足迹到了每条街巷。", "余：比整数略多", say(f"{low}余家次", "n.inspections // 10 * 10", low))


@sentence("about", "health", "practice")
def _(c):
    high = (c.n.followups // 100 + 1) * 100
    return high - c.n.followups <= 40 and high != c.n.followups and true(f"慢病随访近{high}人次，家门口就能问医生。", "近：比整数略少", say(f"近{high}人次", "(n.followups // 100 + 1) * 100", high))


@sentence("last-quarter-said", "letters", "practice", history=True)
def _(c):
    return true(f"回头看，上季度热线工单为{c.w.calls}件，当时的积件已经清完。", "说明是上季度的", say(f"上季度热线工单为{c.w.calls}件", "w.calls", c.w.calls))


@sentence("last-quarter-said", "training", "problem", history=True)
def _(c):
    return true(f"上季度招聘岗位{c.w.posts}个，有些岗位至今没有招满。", "说明是上季度的", say(f"上季度招聘岗位{c.w.posts}个", "w.posts", c.w.posts))


@sentence("hanzi-right", "roads", "practice")
def _(c):
    return true(f"{hanzi(c.n.keepers)}名护路员人手一本巡路手账，记得密密麻麻。", "汉字数字相符", say(f"{hanzi(c.n.keepers)}名护路员", "n.keepers", c.n.keepers))


@sentence("hanzi-right", "letters", "problem")
def _(c):
    return true(f"调解员共{hanzi(c.n.mediators)}名，近半数是村组长兼着。", "汉字数字相符", say(f"调解员共{hanzi(c.n.mediators)}名", "n.mediators", c.n.mediators))


@sentence("part-of-a-place", "health", "practice", ledger=False)
def _(c):
    k = min(2, c.n.clinics - 1)
    return true(f"在{c.villages[0]}举办义诊{k}场，老人搬着板凳来听。", "只说一个村的", say(f"在{c.villages[0]}举办义诊{k}场", f"{k} <= n.clinics", True) | {"part": True})


@sentence("part-of-a-place", "safety", "practice", ledger=False)
def _(c):
    k = max(3, c.n.inspections // 6)
    return true(f"单就{c.villages[1]}来说，安全检查有{k}家次，多为沿街小店。", "只说一个村的", say(f"安全检查有{k}家次", f"{k} <= n.inspections", True) | {"part": True})


@sentence("plan-number", "roads", "plan")
def _(c):
    return true(f"下季度力争公路巡查达到{c.n.patrols + 7}次，雾天另行加密。", "是下季度的打算", beside(f"达到{c.n.patrols + 7}次", "下季度的打算，不是本季度的数"))


@sentence("plan-number", "training", "plan")
def _(c):
    return true(f"计划举办培训班{c.n.classes + 2}期，把养老护理排在前面。", "是下季度的打算", beside(f"培训班{c.n.classes + 2}期", "下季度的打算，不是本季度的数"))


@sentence("year-so-far-right", "letters", "practice", history=True, period="2025Q4")
def _(c):
    return true(f"全年累计排查矛盾纠纷{c.y('disputes')}件，逐件留有卷宗。", "四个季度合计", say(f"全年累计排查矛盾纠纷{c.y('disputes')}件", "y('disputes')", c.y("disputes")))


@sentence("year-so-far-right", "health", "practice", history=True, period="2025Q3")
def _(c):
    return true(f"前三季度慢病随访共{c.y('followups')}人次，随访本换了新封皮。", "三个季度合计", say(f"前三季度慢病随访共{c.y('followups')}人次", "y('followups')", c.y("followups")))


@sentence("growth-right", "roads", "practice", history=True)
def _(c):
    good = per_cent(abs(c.n.trees - c.w.trees), c.w.trees)
    word = "增长" if c.n.trees > c.w.trees else "下降"
    return true(f"行道树补植数量比上季度{word}{good}%，成活情况还要看来年。", "幅度算得出", say(f"比上季度{word}{good}%", "pc(abs(n.trees - w.trees), w.trees)", good), say(word, f"n.trees {'>' if word == '增长' else '<'} w.trees", True))


@sentence("growth-right", "training", "practice", history=True, period="2025Q4")
def _(c):
    d = abs(c.n.hours - c.a.hours)
    word = "多" if c.n.hours > c.a.hours else "少"
    return true(f"培训课时比去年同期{word}{d}课时，夜校的安排有所调整。", "差数算得出", say(f"比去年同期{word}{d}课时", "abs(n.hours - a.hours)", d), say(word, f"n.hours {'>' if word == '多' else '<'} a.hours", True))


@sentence("share-right", "safety", "problem")
def _(c):
    good = per_cent(c.n.firms_building, c.n.firms)
    return true(f"建筑企业占在册企业的{good}%，数量不多，风险却高。", "占比算得出", say(f"{good}%", "pc(n.firms_building, n.firms)", good))


@sentence("share-right", "letters", "practice")
def _(c):
    good = per_cent(c.n.calls_life, c.n.calls)
    return true(f"民生类工单占热线工单的{good}%，灯不亮、水不通的较常见。", "占比算得出", say(f"{good}%", "pc(n.calls_life, n.calls)", good))


@sentence("other-measure", "health", "practice")
def _(c):
    tons = rounded(c.n.waste / 1000, 2)
    return true(f"医疗废物折合{tons}吨，均由有资质的单位清运。", "公斤换成吨", say(f"{tons}吨", "r(n.waste / 1000, 2)", tons))


@sentence("other-measure", "roads", "practice")
def _(c):
    cost = rounded(Decimal(c.n.cost) / 10000, 2)
    return true(f"修补费用合{cost}万元，村级公示栏已张贴明细。", "元换成万元", say(f"{cost}万元", "r(n.cost / 10000, 2)", cost))


@sentence("remainder-right", "letters", "problem")
def _(c):
    left = c.n.letters - c.n.settled
    return true(f"信访事项{c.n.letters}件，信访办结{c.n.settled}件，其余{left}件仍在办理期限以内。", "差数相符", say(f"其余{left}件", "n.letters - n.settled", left))


@sentence("remainder-right", "training", "problem")
def _(c):
    left = c.n.passed - c.n.certs
    return true(f"培训合格{c.n.passed}人，已领职业证书{c.n.certs}本，另有{left}人的证书还在制作。", "差数相符", say(f"另有{left}人", "n.passed - n.certs", left))


@sentence("carried-over", "safety", "practice")
def _(c):
    months = {"2025Q3": "6月", "2025Q4": "9月"}[c.period]
    return true(f"{months}底移交过来的3份旧通知，也在本季度逐一销号。", "上季度结转的，不在本季度下达之列", beside(f"{months}底移交过来的3份", "上季度结转，不计入本季度"))


@sentence("carried-over", "letters", "practice")
def _(c):
    return true("上年结转的4件老案，有2件谈妥签字。", "上年结转，不在本季度受理之列", beside("上年结转的4件老案，有2件谈妥", "上年结转，不计入本季度"))


@sentence("next-quarter-day", "roads", "plan", period="2025Q4")
def _(c):
    return true("2026年3月15日前，完成便桥栏杆加固，赶在春耕之前让农机过得去。", "下季度的日子", say("2026年3月15日前", "'2026-03-15' > end", True))


@sentence("next-quarter-day", "health", "plan", period="2025Q3")
def _(c):
    return true("11月20日前后组织一次血压计校准，各卫生室轮流送检。", "下季度的日子", say("11月20日前后", "'2025-11-20' > end", True))


@sentence("joint-work", "training", "practice")
def _(c):
    return true(f"与相邻的{c.other}共用师资，隔周换班上课，两地学员互有往来。", "与别的单位联办", beside(c.other, "联办的单位"))


@sentence("joint-work", "safety", "practice")
def _(c):
    return true(f"会同{c.other}消防站在交界路段开展联勤演示，两边的志愿者都到了场。", "与别的单位联办", beside(c.other, "联办的单位"))


@sentence("range-of-years", "health", "plan")
def _(c):
    return true("对照2021—2025年慢性病防治规划查漏补缺，把欠账逐项还上。", "规划的年限", beside("2021—2025年", "规划的名称"))


@sentence("range-of-years", "roads", "plan")
def _(c):
    return true("围绕2026—2030年路网规划提前摸排，听取沿线群众想法。", "规划的年限", beside("2026—2030年", "规划的名称"))


@sentence("wide-right", "health", "practice")
def _(c):
    return true(f"走进工地的健康讲座也算在内，听众合计{wide(c.n.hearers)}人次。", "全角数字相符", say(f"{wide(c.n.hearers)}人次", "n.hearers", c.n.hearers))


@sentence("wide-right", "safety", "practice")
def _(c):
    return true(f"应急演练共{wide(c.n.drills)}场，夜间场次另配照明。", "全角数字相符", say(f"共{wide(c.n.drills)}场", "n.drills", c.n.drills))


# --- kinds that come once
@sentence("wan-right", "safety", "practice")
def _(c):
    return true(f"宣传资料共发{wan(c.n.leaflets)}万份，方言版更受欢迎。", "万份相符", say(f"{wan(c.n.leaflets)}万份", "r(n.leaflets / 10000, 2)", wan(c.n.leaflets)))


@sentence("rate-in-words-right", "training", "practice")
def _(c):
    return true(f"合格率为百分之{hanzi_rate(c.n.pass_rate)}，补考安排在周末。", "百分之几相符", say(f"百分之{hanzi_rate(c.n.pass_rate)}", "n.pass_rate", c.n.pass_rate))


@sentence("points-right", "letters", "practice", history=True)
def _(c):
    d = abs(c.n.satisfied_rate - c.w.satisfied_rate)
    word = "提高" if c.n.satisfied_rate > c.w.satisfied_rate else "降低"
    return d >= 1 and true(f"回访满意率比上季度{word}{d}个百分点。", "两个比率之差", say(f"{word}{d}个百分点", "abs(n.satisfied_rate - w.satisfied_rate)", d), say(word, f"n.satisfied_rate {'>' if word == '提高' else '<'} w.satisfied_rate", True))


@sentence("average-right", "training", "practice")
def _(c):
    good = rounded(Decimal(c.n.trained) / c.n.classes, 1)
    return true(f"培训班{c.n.classes}期，参训学员{c.n.trained}人次，平均每期{good}人次。", "平均数算得出", say(f"平均每期{good}人次", "r(n.trained / n.classes, 1)", good))


@sentence("fraction-right", "health", "problem")
def _(c):
    share = Decimal(c.n.files_chronic) / c.n.files
    for k, word in ((4, "四分之一"), (5, "五分之一"), (6, "六分之一")):
        if abs(share - Decimal(1) / k) < Decimal("0.008"):
            return true(f"慢性病档案约占健康档案的{word}，更新起来颇费工夫。", "约数相符", say(f"约占健康档案的{word}", f"abs(n.files_chronic / n.files - D(1) / {k}) < D('0.01')", True))
    return None


@sentence("none-new", "roads", "practice")
def _(c):
    return true("复查中未发现新增塌方点，警示桩可以撤回仓库。", "只说没有新增", beside("未发现新增塌方点", "只说新增的塌方点，不说路面病害"))


@sentence("all-of-a-part", "safety", "practice")
def _(c):
    return true("其中涉及学校周边的整改事项已全部销号，家长代表到场看过。", "只说一部分", beside("涉及学校周边的整改事项已全部销号", "只说学校周边的"))


@sentence("first-of-another-thing", "training", "practice")
def _(c):
    return true("首次引入虚拟焊接机，新手练手不费焊条。", "首次的是设备", beside("首次引入虚拟焊接机", "不是任何一项数"))


@sentence("document-number", "letters", "practice")
def _(c):
    return true("按照县信联发〔2025〕17号文件要求，接待登记改用统一格式。", "文号", beside("〔2025〕17号", "文号"))


@sentence("article-of-law", "safety", "practice")
def _(c):
    return true("逐条对照安全生产法第三十八条，说明哪些工艺设备已经淘汰。", "法条", beside("第三十八条", "法条"))


@sentence("another-thing-counted", "safety", "practice")
def _(c):
    return true("新购防烟面罩120只、安全绳46条，存放在微型消防站。", "别的东西", beside("防烟面罩120只、安全绳46条", "没有这样的数"))


@sentence("whole-county", "roads", "practice")
def _(c):
    return true("全县养护现场会在邻近乡镇举行，到会126人，作了经验交流。", "全县的会", beside("到会126人", "全县会议的人数"))


@sentence("one-day", "letters", "practice", ledger=True)
def _(c):
    row = max(c.rows("visits"), key=lambda r: r["people"])
    return true(f"{day_words(row['date'])}一天就接待群众{row['people']}人次，加开了一张桌子。", "只说一天，与登记相符", say(f"接待群众{row['people']}人次", f"sum(x['people'] for x in rows('visits') if x['date'] == '{row['date']}')", row["people"]))


@sentence("row-ranking-right", "training", "practice", ledger=True)
def _(c):
    rows = sorted(c.rows("classes"), key=lambda r: -r["people"])
    return rows[0]["people"] > rows[1]["people"] and true(f"人气高的要数{day_words(rows[0]['start'])}开班的{rows[0]['trade']}班，来了{rows[0]['people']}人，居各班之首。", "与登记相符", say(f"来了{rows[0]['people']}人，居各班之首", "max(x['people'] for x in rows('classes'))", rows[0]["people"]))


@sentence("idiom", "letters", "practice")
def _(c):
    return true("接访干部无一例外挂牌上岗，做到一件一件谈、天天有回音。", "成语与叠词", beside("无一例外", "成语"))


@sentence("numbers-in-names", "roads", "practice")
def _(c):
    return true("S207线3号涵洞旁新装凸面镜，弯道对向来车一眼能见。", "名称里的数字", beside("S207线3号涵洞", "名称"))


@sentence("standing-rule", "roads", "problem")
def _(c):
    return true("按规定每条村道每月巡看不少于2次，偏远支线执行起来仍有折扣。", "规定的次数", beside("每月巡看不少于2次", "规定，不是本季度的数"))


@sentence("in-order-right", "roads", "practice")
def _(c):
    a, b, d = c.n.length_county, c.n.length_town, c.n.length_village
    return true(f"村道、乡道、县道分别为{d}公里、{b}公里、{a}公里，路况各有差别。", "次序倒着说，数字对应", say(f"分别为{d}公里", "n.length_village", d), say(f"{b}公里", "n.length_town", b), say(f"、{a}公里，", "n.length_county", a))


@sentence("duration-right", "training", "practice", period="2025Q4")
def _(c):
    return true("外出研学自10月27日至10月31日，历时5天，回来各写一篇心得。", "头尾都算，共五天", say("历时5天", "31 - 27 + 1", 5))


@sentence("weekday-right", "health", "practice", period="2025Q4")
def _(c):
    day = date(2025, 11, 19)
    word = WEEKDAYS[day.weekday()]
    return true(f"11月19日（星期{word}）上午，妇幼专干在文化礼堂讲科学喂养。", "星期相符", say(f"星期{word}", "weekday(2025, 11, 19)", word))


@sentence("over-the-edge", "roads", "practice", period="2025Q4")
def _(c):
    return true("9月29日至10月8日节日保畅期间，护路员轮班值守，本季度的头一周路况平稳。", "跨着季度的假期", say("9月29日至10月8日", "'2025-09-29' < start <= '2025-10-08'", True))


@sentence("streak-right", "letters", "practice", history=True, period="2025Q4")
def _(c):
    run = c.all("calls")
    return run[-1] > run[-2] > run[-3] and true("热线工单连续两个季度增加，与新小区交付有关。", "历史如此", say("热线工单连续两个季度增加", "rising('calls', 2)", True))


@sentence("most-right", "health", "practice", history=True, period="2025Q4")
def _(c):
    run = c.all("waste")
    return run[-1] > max(run[1:-1]) and true("医疗废物处置量为今年各季度最多，暂存间作了扩容。", "历史如此", say("为今年各季度最多", "n.waste > max(earlier('waste'))", True))


@sentence("other-section-right", "training", "practice", also=["roads"])
def _(c):
    n = c.sec("roads").keepers
    return true(f"面向农村公路一线加开急救课，护路员{n}名分批来听。", "与农村公路一节相符", say(f"护路员{n}名", "sec('roads').keepers", n))


@sentence("two-counts-together", "safety", "practice")
def _(c):
    return true(f"安全检查和应急演练合计{c.n.inspections + c.n.drills}次，台账分开记。", "两项之和", say(f"合计{c.n.inspections + c.n.drills}次", "n.inspections + n.drills", c.n.inspections + c.n.drills))


@sentence("from-to-right", "safety", "practice", history=True)
def _(c):
    return c.n.players != c.w.players and true(f"参演人员由上季度的{c.w.players}人次{'增加' if c.n.players > c.w.players else '减少'}到{c.n.players}人次。", "两头都相符", say(f"上季度的{c.w.players}人次", "w.players", c.w.players), say(f"到{c.n.players}人次", "n.players", c.n.players))


@sentence("what-others-say", "health", "practice")
def _(c):
    return true("有位老人笑着说：“我活了八十岁，家门口看病还是头一回。”", "群众的话", beside("八十岁", "群众的话"))


@sentence("time-of-day", "health", "practice")
def _(c):
    return true("预防接种门诊改为8时30分至17时连续开放，午间不断人。", "钟点", beside("8时30分至17时", "钟点"))


@sentence("list-with-others", "health", "practice")
def _(c):
    return true("邀请中医科、眼科、口腔科等5个科室轮流下村，病历当天归档。", "等：不一定列全", beside("等5个科室", "只列了一部分"))


@sentence("so-many-per-place", "roads", "problem", period="2025Q4")
def _(c):
    good = rounded(c.n.length / c.n.keepers, 2)
    return true(f"摊到每名护路员头上约有{good}公里路，巡看一遍不容易。", "里程除以人数", say(f"约有{good}公里", "r(n.length / n.keepers, 2)", good))


if __name__ == "__main__":
    from collections import Counter
    kinds = Counter(m["kind"] for m in SENTENCES)
    print(len(SENTENCES), len(kinds), Counter(kinds.values()), Counter(m["section"] for m in SENTENCES))
