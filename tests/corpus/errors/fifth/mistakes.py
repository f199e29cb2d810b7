"""The errors, two of a kind. `claim` is what is true and `x` what is written, both over the names of lib.env; `rule` holds in the base."""
import copy
from datetime import date, timedelta
from decimal import Decimal
from lib import START, PERIODS, end

ALL = []
def E(kind, sec, field, text, why, claim=None, x=None, rule="", more="", cond="True", need=None, period=None, beside=None):
    e = dict(kind=kind, sec=sec, field=field, text=text, why=why, claim=claim, x=x, untrue=rule, more=more.split(), need=need, period=period)
    e["cond"] = " and ".join(f"({c})" for c in (cond, rule or "True", f"str({claim}) != str({x})" if claim else "True"))
    if beside: e["beside"] = beside
    ALL.append(e)
def F(kind, sec, fn, why, need=None, period=None, cond="True"):
    ALL.append(dict(kind=kind, sec=sec, fn=fn, why=why, need=need, period=period, cond=cond, text=""))
def put(sec, field, to, row=None, column=None):
    p = {"section": sec, "field": field}
    if row: p.update(row=row, column=column)
    return {**p, "set": to}
def at(sec, field, row=None, column=None):
    p = {"section": sec, "field": field}
    if row: p["row"] = row
    if column: p["column"] = column
    return p

# figures in a text
E("digits-swapped", "bus", "practice", "刮风下雨也照开，发车班次合计{}班。", "班次的两位数字写颠倒了", "n.trips", "swapped(n.trips)", more="trips_total")
E("digits-swapped", "market", "practice", "价签抽查{}张，字小的请店家重写。", "张数的两位数字写颠倒了", "f'{n.labels:,}'", "f'{swapped(n.labels):,}'", cond="n.labels > 1000", more="labels_total")
E("hanzi-numeral", "elder", "practice", "健康讲座办了{}场，凳子不够又去借。", "汉字写的场数比填报多两场", "hanzi(n.talks)", "hanzi(n.talks + 2)", more="talks_total")
E("hanzi-numeral", "machinery", "practice", "机具库房现有{}间，雨前都上去看过瓦。", "汉字写的间数多了一间", "hanzi(n.sheds)", "hanzi(n.sheds + 1)", more="sheds_total")
E("in-wan", "bus", "practice", "夜里谷段插上枪，充电量{}万千瓦时。", "折成万的数与填报不符", "rnd(D(n.charge) / 10000, 2)", "rnd(D(n.charge) / 10000, 2) + D('0.18')", more="charge_total")
E("in-wan", "machinery", "practice", "机手轮班，机械作业折{}万亩。", "折成万时小数点错了一位", "rnd(D(n.area) / 10000, 2)", "rnd(D(n.area) / 1000, 2)", more="area_total")
E("bound-false", "waste", "practice", "保洁员边收边讲，入户宣讲超过{}户次。", "实际没有超过所说的数", "n.doors // 100 * 100", "n.doors // 100 * 100 + 100", cond="n.doors % 100 > 5", more="doors_total")
E("bound-false", "elder", "practice", "剩饭少了，食堂用米不到{}公斤。", "实际已在所说的数之上", "n.rice // 100 * 100 + 100", "n.rice // 100 * 100", cond="n.rice % 100 > 20", more="rice_total")
E("none-said", "bus", "practice", ("班车偶有晚点，到站时司机都作了说明。", "各线班车无一晚点，站牌信息随改随贴。"), "晚点有数，不是没有", rule="n.delays > 0", more="delays_total delays late_total")
E("none-said", "market", "practice", ("以劝导为主，罚没款如数上缴。", "以劝导为主，没有罚没款入账。"), "填报了罚没款", rule="n.fines > 0", more="fines_total")
E("all-done-said", "elder", "practice", ("登记的服务需求大半办结，余下的转到下季。", "登记的服务需求件件办结，没有拖欠。"), "办结的少于登记的", rule="n.met < n.requests", more="met_total requests_total requests met_given")
E("all-done-said", "waste", "practice", ("巡检发现问题多数改了，少数还在跟。", "巡检发现问题当季全部整改到位。"), "整改的少于发现的", rule="n.fixed < n.found", more="fixed_total found_total rounds fixed_given")
E("remainder", "bus", "practice", "本季拾获失物中还有{}件没人领回。", "未领件数与拾获、领回之差不符", "n.lost - n.claimed", "n.lost - n.claimed + 2", more="lost_total claimed_total lost")
E("remainder", "machinery", "practice", "本季送修农机里尚有{}台等配件，未交还。", "未交还台数与送修、交还之差不符", "n.repairs - n.returned", "n.repairs - n.returned + 3", more="repairs_total returned_total repairs")
# changes
E("direction", "market", "practice", ("检定衡器比上季度少了，复检的居多。", "检定衡器比上季度多了，复检的居多。"), "实为减少", rule="n.scales < w.scales", cond="n.scales * 100 < w.scales * 97", more="scales_total")
E("direction", "waste", "practice", ("堆肥产出较上季度上升，翻堆勤了些。", "堆肥产出较上季度回落，翻堆晚了些。"), "实为上升", rule="n.compost > w.compost", cond="n.compost * 100 > w.compost * 103", more="compost_total")
E("change-size", "elder", "practice", "人手匀开后，居家服务比上季度增加{}人次。", "增加的人次算错", "n.services - w.services", "n.services - w.services + 20", cond="n.services > w.services + 15", more="services_total")
E("change-size", "bus", "practice", "熟客看表就来，约车电话较上季度少接{}通。", "减少的通数算错", "w.hotline - n.hotline", "w.hotline - n.hotline + 9", cond="n.hotline + 12 < w.hotline", more="hotline_total")
E("change-percent", "machinery", "practice", "烘干粮食环比增长{}%。", "增幅除以了本季的数", "rnd((n.dry - w.dry) * 100 / w.dry, 1)", "rnd((n.dry - w.dry) * 100 / n.dry, 1)", cond="n.dry > w.dry and (n.dry - w.dry) ** 2 * 100 > n.dry * w.dry * D('0.8')", more="dry_total")
E("change-percent", "market", "practice", "开店的热乎劲过了，发放执照比上季度下降{}%。", "降幅多算了十个百分点", "rnd(D(w.licences - n.licences) * 100 / w.licences, 1)", "rnd(D(w.licences - n.licences) * 100 / w.licences, 1) + 10", cond="n.licences + 3 < w.licences", more="licences_total")
E("year-ago", "waste", "practice", ("清洗桶体不及去年同期多，水省了些。", "清洗桶体多于去年同期，桶身见亮。"), "比上年四季度少", rule="n.washed < a.washed", cond="n.washed * 100 < a.washed * 97", period="2024Q4", more="washed_total")
E("year-ago", "elder", "practice", "健康体检较上年四季度多{}人次。", "所说的差是与上季度的差", "n.checkups - a.checkups", "n.checkups - w.checkups", cond="n.checkups > a.checkups + 8 and n.checkups > w.checkups + 4", period="2024Q4", more="checkups_total")
E("last-quarter-figure", "elder", "practice", "推子剪刀带上门，本季上门理发{}人次。", "抄了上季度的数", "n.haircuts", "w.haircuts", more="haircuts_total")
E("last-quarter-figure", "machinery", "practice", "值班的人接咨询电话{}次，问配件的多。", "抄了上季度的数", "n.hotline", "w.hotline", more="hotline_total")
# period, level
E("period-level", "machinery", "practice", "今年以来机械作业{}亩，旱地也下了机。", "今年以来写成了单季的数", "y('area')", "n.area", more="area_year area_total")
E("period-level", "bus", "practice", "本季度客运量{}人次，赶集日最挤。", "本季度写成了今年以来的数", "n.passengers", "n.passengers_year", more="passengers_total passengers_year")
E("part-for-whole", "elder", "practice", "居家服务总共{}人次，饭菜、洗浴、保洁都算在内。", "总数写成了助餐一项", "n.services", "n.s_meal", more="services_total s_meal_total")
E("part-for-whole", "waste", "practice", "其他垃圾{}吨，装车前再拣过一遍。", "其他垃圾写成了清运总量", "n.w_other", "n.waste", more="w_other_total waste_total")
E("sum-of-two", "elder", "practice", "助浴、助洁两项合计{}人次。", "两项之和加错", "n.s_bath + n.s_clean", "n.s_bath + n.s_clean - 10", more="s_bath_total s_clean_total")
E("sum-of-two", "market", "practice", "小微企业连同专业合作社，共有{}家。", "两数之和加错", "n.o_firm + n.o_coop", "n.o_firm + n.o_coop + 7", more="o_firm_total o_coop_total")
E("breakdown", "market", "practice", "三头都跑到：{}。", "餐饮检查与填报不符，分项之和对不上总数", "f'经营检查{n.visits}家次，其中商店{n.v_shop}家次、餐饮{n.v_eat}家次、集市{n.v_fair}家次'", "f'经营检查{n.visits}家次，其中商店{n.v_shop}家次、餐饮{n.v_eat + 10}家次、集市{n.v_fair}家次'", more="visits_total v_shop_total v_eat_total v_fair_total")
E("breakdown", "bus", "practice", "候车的地方点过数，{}。", "换乘站点多写，三项之和大于总数", "f'有棚站点{n.s_roof}处，立杆站点{n.s_pole}处，换乘站点{n.s_hub}处，共{n.stops}处'", "f'有棚站点{n.s_roof}处，立杆站点{n.s_pole}处，换乘站点{n.s_hub + 5}处，共{n.stops}处'", more="stops_total s_roof_total s_pole_total s_hub_total")
# shares, rates, averages, ranks
E("share", "bus", "practice", "学生乘客占客运量的{}%，放学那趟坐满。", "占比除以了普通乘客", "rate(n.p_student, n.passengers)", "rate(n.p_student, n.p_adult)", more="p_student_total passengers_total p_adult_total")
E("share", "waste", "practice", "清运垃圾中可回收物占{}%。", "占比多算了六个百分点", "rate(n.w_recycle, n.waste)", "rate(n.w_recycle, n.waste) + 6", more="w_recycle_total waste_total")
E("fraction", "elder", "practice", ("居家服务的大头是助餐服务，灶上最忙。", "居家服务里助餐服务不到三成，灶上不算忙。"), "助餐服务远过三成", rule="n.s_meal * 10 > n.services * 4", more="s_meal_total services_total")
E("fraction", "market", "practice", ("经营主体里七成上下是个体户。", "经营主体里个体户只占一半左右。"), "个体户约占七成", rule="n.o_self * 100 > n.owners * 66", more="o_self_total owners_total")
E("rate-said", "machinery", "practice", "催件催得紧，修复交还率{}%。", "写成了未交还的比率", "n.return_rate", "100 - n.return_rate", more="returned_given returned_total repairs_total repairs")
E("rate-said", "elder", "practice", "院里的床位入住率为{}%，留了几张应急。", "比率少写了四个百分点", "n.bed_rate", "n.bed_rate - 4", more="taken_given taken_total beds_total")
E("average", "elder", "practice", "健康讲座场均听众{}人次。", "平均数算错", "rnd(D(n.hearers) / n.talks)", "rnd(D(n.hearers) / n.talks) + 9", more="talks_total hearers_total")
E("average", "bus", "practice", "按运营天数算，平均每天发车{}班。", "平均数算错", "rnd(D(n.trips) / n.run_days, 1)", "rnd(D(n.trips) / n.run_days, 1) + 8", more="trips_total run_days_total")
E("times", "market", "practice", "商店检查是集市检查的{}倍。", "倍数算错", "rnd(D(n.v_shop) / n.v_fair, 1)", "rnd(D(n.v_shop) / n.v_fair, 1) + D('1.5')", more="v_shop_total v_fair_total")
E("times", "machinery", "practice", "拖拉机台数相当于插秧机的{}倍。", "倍数是与收割机相比的", "rnd(D(n.tractors) / n.planters, 1)", "rnd(D(n.tractors) / n.harvesters, 1)", more="tractors_total planters_total harvesters_total")
E("order", "waste", "practice", ("清运垃圾数其他垃圾最多，厨余垃圾次之，可回收物最少。", "清运垃圾数厨余垃圾最多，其他垃圾次之，可回收物最少。"), "前两名颠倒", rule="n.w_other > n.w_kitchen > n.w_recycle", more="w_other_total w_kitchen_total w_recycle_total")
E("order", "bus", "practice", ("三类乘客里，普通乘客居首，学生乘客第二，老年乘客排末。", "三类乘客里，普通乘客居首，老年乘客第二，学生乘客排末。"), "后两名颠倒", rule="n.p_adult > n.p_student > n.p_elder", more="p_adult_total p_student_total p_elder_total")
E("record", "machinery", "practice", ("购机补贴够不上今年最多的一季，手续倒快了。", "购机补贴为今年以来单季最高，手续也快了。"), "今年先前有更高的季度", rule="n.subsidy < max(q1.subsidy, q2.subsidy)", cond="n.subsidy * 100 < max(q1.subsidy, q2.subsidy) * 97", more="subsidy_total")
E("record", "elder", "practice", ("今年四个季度里，文娱活动并非这一季最少。", "今年四个季度里，文娱活动数这一季最少。"), "先前有更少的季度", rule="n.shows > min(q1.shows, q2.shows, w.shows)", cond="n.shows > min(q1.shows, q2.shows, w.shows) + 3", period="2024Q4", more="shows_total")
# rows of ledgers, in a text
E("row-extreme", "bus", "practice", "晚点最久的一回是{}分钟。", "台账里没有这样久的", "max(r['minutes'] for r in L('delays'))", "max(r['minutes'] for r in L('delays')) + 15", need="led", more="delays")
E("row-extreme", "waste", "practice", "积分兑换最热闹的一场换去{}分。", "台账里另有一场更多", "max(r['points'] for r in L('swaps'))", "sorted(r['points'] for r in L('swaps'))[-2]", need="led", more="swaps")
E("row-date", "machinery", "practice", "最末一期农机培训开在{}。", "台账里后面还有一期", "day(max(r['date'] for r in L('trainings')))", "day(sorted(r['date'] for r in L('trainings'))[-2])", need="led", more="trainings")
E("row-date", "market", "practice", "{}开出本季头一单食品抽检。", "台账里更早还有一单", "day(min(r['date'] for r in L('samples')))", "day(sorted(r['date'] for r in L('samples'))[1])", need="led", more="samples")
E("village-count", "elder", "practice", "上门探访走了{}个村。", "台账里的村没有这么多", "len(set(r['village'] for r in L('visits')))", "len(set(r['village'] for r in L('visits'))) + 2", need="led", more="visits")
E("village-count", "market", "practice", "消费投诉只涉及{}个村，都不远。", "台账里的村多一个", "hanzi(len(set(r['village'] for r in L('complaints'))))", "hanzi(len(set(r['village'] for r in L('complaints'))) - 1)", need="led", cond="len(set(r['village'] for r in L('complaints'))) > 3", more="complaints")
E("rows-of-kind", "machinery", "practice", "送修农机里旋耕机有{}台，多是刀片松脱。", "台账里旋耕机没有这么多", "sum(r['machine'] == '旋耕机' for r in L('repairs'))", "sum(r['machine'] == '旋耕机' for r in L('repairs')) + 2", need="led", cond="sum(r['machine'] == '旋耕机' for r in L('repairs')) > 1", more="repairs")
E("rows-of-kind", "elder", "practice", "服务需求中要代办药品的{}件。", "台账里代办药品的多一件", "sum(r['matter'] == '代办药品' for r in L('requests'))", "sum(r['matter'] == '代办药品' for r in L('requests')) - 1", need="led", cond="sum(r['matter'] == '代办药品' for r in L('requests')) > 2", more="requests")
E("days-taken", "market", "practice", "办结投诉中，耗时最长的一件用了{}天。", "台账里没有用这么多天的", "max(gap(r, 'received', 'closed_on') for r in L('complaints') if 'closed_on' in r)", "max(gap(r, 'received', 'closed_on') for r in L('complaints') if 'closed_on' in r) + 6", need="led", more="complaints")
E("days-taken", "bus", "practice", "领回失物的，从拾获到领走平均{}天。", "平均天数算错", "rnd(D(sum(gap(r, 'found', 'claimed_on') for r in L('lost') if 'claimed_on' in r)) / n.claimed, 1)", "rnd(D(sum(gap(r, 'found', 'claimed_on') for r in L('lost') if 'claimed_on' in r)) / n.claimed, 1) + 3", need="led", more="lost")
# dates and names of a report
E("wrong-quarter-named", "market", "practice", ("本季度（10月至12月）的单据按旬对账。", "本季度（7月至9月）的单据按旬对账。"), "括号里是上季度的月份", period="2024Q4")
E("wrong-quarter-named", "elder", "practice", ("以上是2024年第三季度的情况。", "以上是2023年第三季度的情况。"), "年份写成上年", period="2024Q3")
E("plan-over", "machinery", "plan", ("打算在明年2月底前把库房顶棚修完。", "打算在今年11月底前把库房顶棚修完。"), "打算的日子已在本季度里过去", period="2024Q4")
E("plan-over", "bus", "plan", ("拟从10月中旬起增开赶集班车。", "拟从8月中旬起增开赶集班车。"), "打算的日子已在本季度里过去", period="2024Q3")
E("wrong-measure", "market", "practice", ("检定衡器{n.scales}台，不准的贴了停用签。", "检定衡器{n.scales}家，不准的贴了停用签。"), "衡器以台计，写成了家", more="scales_total")
E("wrong-measure", "waste", "practice", ("发放垃圾袋{n.bags}卷，凭本子领。", "发放垃圾袋{n.bags}吨，凭本子领。"), "垃圾袋以卷计，写成了吨", more="bags_total")
E("placeholder", "elder", "practice", ("高龄津贴按月打到卡上。", "高龄津贴××万元，按月打到卡上。"), "数字没有填，留着叉")
E("placeholder", "bus", "plan", ("与学校商定加班车的时刻。", "与学校商定加班车的时刻（此处待补充）。"), "留着待补的批注")
E("other-town", "waste", "practice", ("{name}的桶点都刷了编号。", "{nb}的桶点都刷了编号。"), "把本单位写成了别的乡镇")
E("other-town", "market", "plan", ("{name}将把集市日历提早张贴。", "{nb}将把集市日历提早张贴。"), "把本单位写成了别的乡镇")
E("copied-from-other", "elder", "practice", "COPY-OTHER", "整段与另一乡镇的一字不差，村名也是人家的")
E("copied-from-other", "machinery", "plan", "COPY-OTHER", "整段与另一乡镇的一字不差")
E("copied-from-last", "bus", "practice", "COPY-LAST", "整段照抄上季度")
E("copied-from-last", "waste", "plan", "COPY-LAST", "整段照抄上季度")
E("two-texts", "bus", "plan", ("新摆的18把长椅列入巡修单。", "新摆的16把长椅列入巡修单。"), "两段文字里长椅的数不同", beside=("practice", "在背阴的站点新摆长椅18把。"), more="practice")
E("two-texts", "elder", "practice", ("食堂新添保温箱14个。", "食堂新添保温箱24个。"), "两段文字里保温箱的数不同", beside=("plan", "给新添的14个保温箱编上号。"), more="plan")

# figures of fields
def S(x): return str(x) if isinstance(x, Decimal) else x
def num(d, f): return Decimal(d[f]) if isinstance(d[f], str) else d[f]
def change(sec, field, to, more=()):
    """One field anew; `to` of its number, the data, and those of last quarter."""
    def fn(d, last, e):
        if field not in d: return None
        x = to(num(d, field), d, last)
        if x is None or S(x) == d[field]: return None
        return [put(sec, field, S(x))], [at(sec, field)] + [at(sec, m) for m in more if m in d]
    return fn
def swap(sec, f, g, more=()):
    def fn(d, last, e):
        if f not in d or g not in d or d[f] == d[g]: return None
        return [put(sec, f, d[g]), put(sec, g, d[f])], [at(sec, m) for m in (f, g, *more) if m in d]
    return fn
F("total-misadded", "machinery", change("machinery", "machines_total", lambda x, d, l: x - 10, ["tractors_total", "harvesters_total", "planters_total"]), "合计比三项之和少10")
F("total-misadded", "waste", change("waste", "waste_total", lambda x, d, l: x + Decimal("20.0"), ["w_kitchen_total", "w_other_total", "w_recycle_total", "waste_year"]), "合计比三项之和多20")
F("fields-swapped", "elder", swap("elder", "requests_total", "met_total", ["met_given"]), "登记与办结填反，办结多于登记", need="num")
F("fields-swapped", "bus", swap("bus", "charge_total", "trips_total"), "充电量与发车班次填反，都与以往相去几倍", cond="n.charge > 5 * n.trips and n.charge < 9 * n.trips")
F("yuan-for-wan", "elder", change("elder", "allowance_total", lambda x, d, l: (x * 10000).quantize(Decimal("0.01"))), "万元的栏里填了元")
F("yuan-for-wan", "waste", change("waste", "fund_total", lambda x, d, l: (x * 10000).quantize(Decimal("0.01"))), "万元的栏里填了元")
def double(x, d, l):
    s = str(x)
    return int(s[0] + s)
F("digit-doubled", "machinery", change("machinery", "plates_total", double), "首位数字打了两遍，比以往多出好几倍")
F("digit-doubled", "elder", change("elder", "checkups_total", double), "首位数字打了两遍，比以往多出好几倍")
F("rate-given", "bus", change("bus", "ontime_given", lambda x, d, l: x - Decimal("3.0"), ["ontime_total", "spot_total"]), "填的准点率与两数之比不符")
F("rate-given", "market", change("market", "closed_given", lambda x, d, l: x - Decimal("6.4"), ["closed_total", "complaints_total", "complaints"]), "填的办结率与两数之比不符")
F("year-not-carried", "elder", change("elder", "services_year", lambda x, d, l: l["services_year"], ["services_total"]), "今年以来的数没有加上本季度")
F("year-not-carried", "market", change("market", "visits_year", lambda x, d, l: d["visits_total"], ["visits_total"]), "今年以来的数只是本季度的")
F("check-broken", "elder", change("elder", "taken_total", lambda x, d, l: d["beds_total"] + 6, ["beds_total", "taken_given"]), "入住的床位多于床位")
F("check-broken", "waste", lambda d, l, e: ([put("waste", "pupils_total", None)], [at("waste", "pupils_total"), at("waste", "lessons_total")]), "有课堂场数而没有听众人次")
F("not-updated", "market", change("market", "labels_total", lambda x, d, l: l["labels_total"]), "与上季度一字不差，没有更新")
F("not-updated", "bus", change("bus", "fuel_total", lambda x, d, l: Decimal(l["fuel_total"])), "与上季度一字不差，没有更新")
# rows of ledgers
def rowset(sec, led, col, to, more=()):
    """One cell anew: the first row from the middle for which `to` has a value."""
    def fn(d, last, e):
        rows = d[led]
        for i in [*range(len(rows) // 2, len(rows)), *range(len(rows) // 2)]:
            x = to(rows[i], rows, i)
            if x is not None:
                return [put(sec, led, x, i + 1, col)], [at(sec, led, i + 1, col), at(sec, led, i + 1)] + [at(sec, m) for m in more if m in d]
    return fn
back = lambda s, k: (date.fromisoformat(s) - timedelta(k)).isoformat()
F("row-out-of-quarter", "bus", rowset("bus", "delays", "date", lambda r, rows, i: back(r["date"], 92)), "晚点的日子在上季度", need="led")
F("row-out-of-quarter", "market", rowset("market", "samples", "date", lambda r, rows, i: "2023" + r["date"][4:]), "年份写成上年", need="led")
def before(start, done, k):
    def to(r, rows, i):
        if done not in r: return None
        s = back(r[start], k)
        return s if s[5:7] == r[start][5:7] else None
    return to
F("row-ends-before", "machinery", rowset("machinery", "repairs", "returned_on", before("received", "returned_on", 4)), "交还在送修之前", need="led")
F("row-ends-before", "market", rowset("market", "complaints", "closed_on", before("received", "closed_on", 7)), "办结在受理之前", need="led")
def twice(sec, led):
    def fn(d, last, e):
        k = len(d[led]) // 2
        x = d[led][k - 1]["number"]
        return [put(sec, led, x, k + 1, "number")], [at(sec, led, k + 1, "number"), at(sec, led, k + 1), at(sec, led, k, "number"), at(sec, led, k)]
    return fn
F("row-number-twice", "elder", twice("elder", "visits"), "两行同一个编号", need="led")
F("row-number-twice", "bus", twice("bus", "lost"), "两行同一个编号", need="led")
F("row-more-passed", "machinery", rowset("machinery", "trainings", "passed", lambda r, rows, i: r["people"] + 3 if r["people"] > r["passed"] else None, ["passed_given"]), "合格的多于参训的", need="led")
F("row-more-passed", "waste", rowset("waste", "rounds", "fixed", lambda r, rows, i: r["found"] + 1 if r["found"] > r["fixed"] else None, ["fixed_given"]), "整改的多于发现的", need="led")
F("row-cell-huge", "bus", rowset("bus", "delays", "minutes", lambda r, rows, i: r["minutes"] * 100), "一次晚点的分钟多出两个零", need="led")
F("row-cell-huge", "machinery", rowset("machinery", "repairs", "fee", lambda r, rows, i: r["fee"] * 100), "一台的维修费多出两个零", need="led")
def again(sec, led, more=()):
    def fn(d, last, e):
        k = len(d[led]) // 2
        r = copy.deepcopy(d[led][k])
        new = len(d[led]) + 1
        if "number" in r: r["number"] = r["number"][:-3] + f"{new:03d}"
        return [{"section": sec, "field": led, "add": r}], [at(sec, led, new), at(sec, led, k + 1)] + [at(sec, m) for m in more if m in d]
    return fn
F("row-entered-twice", "elder", again("elder", "requests", ["met_given"]), "同一件登记了两遍，只换了编号", need="led", cond="True")
F("row-entered-twice", "waste", again("waste", "rounds", ["fixed_given"]), "同一次巡检记了两行", need="led")
