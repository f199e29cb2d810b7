"""The errors: each with what it wants of its unit and quarter. In texts the base has `right`, the patch has `wrong`."""
from datetime import date, timedelta
from decimal import Decimal
ALL = []

def T(kind, sec, field, text, claim=None, x=None, cond="True", why="", period=None, need=None, untrue=None, more=()):
    ALL.append(dict(kind=kind, sec=sec, field=field, text=text, claim=claim, x=x, cond=cond, why=why, period=period, need=need, untrue=untrue, more=more))

def F(kind, sec, fn, why, period="2026Q2", need=None, cond="True"):
    ALL.append(dict(kind=kind, sec=sec, fn=fn, why=why, period=period, need=need, cond=cond))

def at(sec, field, **k): return dict({"section": sec, "field": field}, **k)
def put(sec, field, x): return at(sec, field, set=x)
def cell(sec, led, row, col, x): return {"section": sec, "field": led, "row": row, "column": col, "set": x}
def swapped(k, d0=1):
    """Two neighbouring digits of a number exchanged, the first pair that differs by two or more, from place d0."""
    s = str(k)
    for i in list(range(d0, len(s) - 1)) + list(range(0, d0)):
        if abs(int(s[i]) - int(s[i + 1])) >= 2 and s[i + 1] != "0":
            return int(s[:i] + s[i + 1] + s[i] + s[i + 2:])
    return k

# ---- figures; d is the section's data, w those of the quarter before, e the names for claims
F("total-misadded", "livestock", lambda d, w, e: ([put("livestock", "stock_total", d["stock_total"] + 100)], [at("livestock", x + "_total") for x in ("stock", "stock_pigs", "stock_cattle", "stock_sheep")]), "合计的百位多进了一位，比三项之和多100")
F("total-misadded", "charity", lambda d, w, e: ([put("charity", "service_total", d["service_total"] - 10)], [at("charity", x) for x in ("service_total", "s_elder_total", "s_child_total", "s_clean_total", "service_year")]), "合计的十位漏进一位，比三项之和少10")
F("total-omits-part", "veterans", lambda d, w, e: ([put("veterans", "veterans_total", d["conscripts_total"] + d["sergeants_total"])], [at("veterans", x + "_total") for x in ("veterans", "conscripts", "sergeants", "officers")]), "合计只加了义务兵和士官，漏了军官")
F("total-omits-part", "landslide", lambda d, w, e: ([put("landslide", "sites_total", d["slides_total"] + d["flows_total"])], [at("landslide", x + "_total") for x in ("sites", "slides", "falls", "flows")]), "合计漏了崩塌点")
F("part-swapped", "parcels", lambda d, w, e: ([put("parcels", "pieces_out_total", swapped(d["pieces_out_total"]))], [at("parcels", x + "_total") for x in ("pieces_out", "pieces", "pieces_in", "pieces_back")]), "收寄件数相邻两位写颠倒，与总量不合", cond="swapped(n.pieces_out) != n.pieces_out")
F("part-swapped", "livestock", lambda d, w, e: ([put("livestock", "sold_sheep_total", swapped(d["sold_sheep_total"]))], [at("livestock", x + "_total") for x in ("sold_sheep", "sold", "sold_pigs", "sold_cattle")]), "出栏羊相邻两位写颠倒，与出栏合计不合", cond="swapped(n.sold_sheep) != n.sold_sheep")
F("rate-stale", "livestock", lambda d, w, e: ([put("livestock", "qualified_given", w["qualified_given"])], [at("livestock", x) for x in ("qualified_given", "qualified_total", "quarantined_total")]), "合格率是上季度的，没有重算", need="num", cond="abs(n.qualified_rate - w.qualified_rate) >= D('0.3')")
F("rate-stale", "landslide", lambda d, w, e: ([put("landslide", "online_given", w["online_given"])], [at("landslide", x) for x in ("online_given", "online_total", "monitors_total")]), "在线率是上季度的，没有重算", cond="abs(n.online_rate - w.online_rate) >= D('0.6')")
F("done-exceeds", "veterans", lambda d, w, e: ([put("veterans", "settled_total", d["requests_total"] + 3)], [at("veterans", x) for x in ("settled_total", "requests_total", "settled_given")]), "办结的比受理的还多", need="num")
F("done-exceeds", "parcels", lambda d, w, e: ([put("parcels", "fixed_total", d["found_total"] + 4)], [at("parcels", x) for x in ("fixed_total", "found_total")]), "改正的问题比发现的还多", need="num")
F("kilos-for-tons", "livestock", lambda d, w, e: ([put("livestock", "manure_total", str((Decimal(d["manure_total"]) * 1000).quantize(Decimal("0.1"))))], [at("livestock", "manure_total")]), "该填吨，按公斤填了，是历次的千倍")
F("kilos-for-tons", "parcels", lambda d, w, e: ([put("parcels", "farmgoods_total", str((Decimal(d["farmgoods_total"]) * 1000).quantize(Decimal("0.1"))))], [at("parcels", "farmgoods_total")]), "该填吨，按公斤填了，是历次的千倍")
F("year-not-cumulated", "veterans", lambda d, w, e: ([put("veterans", "jobs_year", d["jobs_total"])], [at("veterans", "jobs_year")]), "今年以来只填了本季度，漏了一季度")
F("year-not-cumulated", "landslide", lambda d, w, e: ([put("landslide", "patrols_year", d["patrols_total"])], [at("landslide", "patrols_year")]), "今年以来只填了本季度，漏了一季度")
F("year-keeps-old", "parcels", lambda d, w, e: ([put("parcels", "pieces_year", d["pieces_total"] + w["pieces_total"])], [at("parcels", "pieces_year")]), "一季度的今年以来应等于本季度，把去年四季度也加了进来", period="2026Q1")
F("year-keeps-old", "charity", lambda d, w, e: ([put("charity", "service_year", d["service_total"] + w["service_year"])], [at("charity", "service_year")]), "新的一年没有从头累计，接着去年全年往上加", period="2026Q1")
F("fields-exchanged", "veterans", lambda d, w, e: ([put("veterans", "lectures_total", d["listeners_total"]), put("veterans", "listeners_total", d["lectures_total"])], [at("veterans", "lectures_total"), at("veterans", "listeners_total")]), "场次与人次填反了")
F("fields-exchanged", "landslide", lambda d, w, e: ([put("landslide", "drills_total", d["drillers_total"]), put("landslide", "drillers_total", d["drills_total"])], [at("landslide", "drills_total"), at("landslide", "drillers_total")]), "场次与人次填反了", need="num")
F("field-empty", "parcels", lambda d, w, e: ([put("parcels", "papers_total", None)], [at("parcels", "papers_total")]), "每季度都填的，本季度漏填")
F("field-empty", "charity", lambda d, w, e: ([put("charity", "meals_total", None)], [at("charity", "meals_total")]), "每季度都填的，本季度漏填")
F("block-stale", "landslide", lambda d, w, e: ([put("landslide", x, w[x]) for x in ("p_daily_total", "p_rain_total", "p_joint_total", "patrols_total")] + [put("landslide", "patrols_year", 2 * w["patrols_total"])], [at("landslide", x) for x in ("patrols_total", "p_daily_total", "p_rain_total", "p_joint_total", "patrols_year")]), "巡查的四个数与上季度一个不差，是照抄的")
F("block-stale", "veterans", lambda d, w, e: ([put("veterans", x, w[x]) for x in ("jobs_firm_total", "jobs_public_total", "jobs_own_total", "jobs_total")] + [put("veterans", "jobs_year", 2 * w["jobs_total"])], [at("veterans", x) for x in ("jobs_total", "jobs_firm_total", "jobs_public_total", "jobs_own_total", "jobs_year")]), "推荐就业的四个数与上季度一个不差，是照抄的")
F("days-beyond", "parcels", lambda d, w, e: ([put("parcels", "open_days_total", d["open_days_total"] + 100)], [at("parcels", "open_days_total")]), "一个季度没有这么多天")
F("days-beyond", "charity", lambda d, w, e: ([put("charity", "shop_days_total", 19 + d["shop_days_total"])], [at("charity", "shop_days_total")]), "一个季度没有这么多天", cond="n.shop_days >= 76")

# ---- ledgers
def last(d, led): return len(d[led])
F("row-next-quarter", "landslide", lambda d, w, e: ([cell("landslide", "drills", last(d, "drills"), "date", d["drills"][-1]["date"].replace("-06-", "-07-").replace("-05-", "-07-"))], [at("landslide", "drills", row=last(d, "drills"), column="date"), at("landslide", "drills", row=last(d, "drills")), at("landslide", "drills")]), "演练日期还没有到，月份写错", need="led", cond="L('drills')[-1]['date'][5:7] == '06' and L('drills')[-1]['date'][8:] != '31'")
F("row-next-quarter", "parcels", lambda d, w, e: ([cell("parcels", "patrols", last(d, "patrols"), "date", d["patrols"][-1]["date"].replace("-06-", "-09-"))], [at("parcels", "patrols", row=last(d, "patrols"), column="date"), at("parcels", "patrols", row=last(d, "patrols")), at("parcels", "patrols")]), "检查日期在下个季度，6写成了9", need="led", cond="L('patrols')[-1]['date'][5:7] == '06'")
F("row-wrong-year", "veterans", lambda d, w, e: ([cell("veterans", "visits", 4, "date", "2025" + d["visits"][3]["date"][4:])], [at("veterans", "visits", row=4, column="date"), at("veterans", "visits", row=4), at("veterans", "visits")]), "年份写成了去年，不在本季度", need="led")
F("row-wrong-year", "livestock", lambda d, w, e: ([cell("livestock", "inspections", 2, "date", "2025" + d["inspections"][1]["date"][4:])], [at("livestock", "inspections", row=2, column="date"), at("livestock", "inspections", row=2), at("livestock", "inspections"), at("livestock", "qualified_given")]), "年份写成了去年，不在本季度", need="led", period="2026Q1")
def before(sec, led, a, b):
    def fn(d, w, e):
        for i, r in enumerate(d[led]):
            if b in r and r[a][8:] >= "12":
                new = (date.fromisoformat(r[a]) - timedelta(6)).isoformat()
                return [cell(sec, led, i + 1, b, new)], [at(sec, led, row=i + 1, column=b), at(sec, led, row=i + 1, column=a), at(sec, led, row=i + 1)]
    return fn
F("settled-before", "charity", before("charity", "aids", "received", "granted_on"), "救助金发放在前，申请在后", need="led")
F("settled-before", "landslide", before("landslide", "dangers", "found", "treated_on"), "处置在前，发现在后", need="led", period="2026Q1")
def twice(sec, led, k, extra=()):
    def fn(d, w, e):
        m = len(d[led])
        return [at(sec, led, add=dict(d[led][k - 1]))], [at(sec, led, row=m + 1), at(sec, led, row=k), at(sec, led)] + [at(sec, x) for x in extra]
    return fn
F("row-twice", "landslide", twice("landslide", "drills", 3), "同一场演练登记了两遍，日期地点科目人数都一样", need="led")
F("row-twice", "parcels", twice("parcels", "patrols", 5), "同一次检查登记了两遍", need="led", period="2026Q1")
def reused(sec, led, k):
    return lambda d, w, e: ([cell(sec, led, k, "number", d[led][k - 2]["number"])], [at(sec, led, row=k, column="number"), at(sec, led, row=k), at(sec, led, row=k - 1, column="number"), at(sec, led, row=k - 1), at(sec, led)])
F("number-reused", "livestock", reused("livestock", "vaccinations", 6), "两条免疫记录同一个编号", need="led")
F("number-reused", "charity", reused("charity", "gifts", 4), "两笔捐赠同一个编号", need="led", period="2026Q1")
F("row-more-passed", "livestock", lambda d, w, e: ([cell("livestock", "inspections", 3, "qualified", d["inspections"][2]["heads"] + 6)], [at("livestock", "inspections", row=3, column="qualified"), at("livestock", "inspections", row=3, column="heads"), at("livestock", "inspections", row=3), at("livestock", "qualified_given")]), "这一批合格的比检疫的还多", need="led")
F("row-more-passed", "parcels", lambda d, w, e: ([cell("parcels", "patrols", 2, "fixed", d["patrols"][1]["found"] + 3)], [at("parcels", "patrols", row=2, column="fixed"), at("parcels", "patrols", row=2, column="found"), at("parcels", "patrols", row=2)]), "这一次改正的比发现的还多", need="led")
F("row-cell-huge", "veterans", lambda d, w, e: ([cell("veterans", "visits", 5, "gift", d["visits"][4]["gift"] * 100)], [at("veterans", "visits", row=5, column="gift"), at("veterans", "visits", row=5), at("veterans", "visits")]), "一次走访的慰问金多了两个零，比历次全季度还多", need="led")
F("row-cell-huge", "charity", lambda d, w, e: ([cell("charity", "gifts", 3, "goods", d["gifts"][2]["goods"] * 100)], [at("charity", "gifts", row=3, column="goods"), at("charity", "gifts", row=3), at("charity", "gifts")]), "一笔物资多了两个零，比历次全季度还多", need="led")
F("ledger-and-number", "veterans", lambda d, w, e: ([put("veterans", "requests_total", len(d["requests"]) + 2)], [at("veterans", "requests_total"), at("veterans", "requests")]), "台账的条数与另填的件数不一", need="led")
F("ledger-and-number", "charity", lambda d, w, e: ([put("charity", "cash_total", sum(r["cash"] for r in d["gifts"]) + 1000)], [at("charity", "cash_total"), at("charity", "gifts")]), "台账捐款加起来与另填的数差1000元", need="led", period="2026Q1")

# ---- texts that only the ledger's rows gainsay
T("kind-count", "veterans", "practice", "受理的诉求里，医疗报销一类有{}件，由专干陪同跑医保窗口。", "sum(r['matter'] == '医疗报销' for r in L('requests'))", "sum(r['matter'] == '医疗报销' for r in L('requests')) + 3", "sum(r['matter'] == '医疗报销' for r in L('requests')) >= 2", "台账里医疗报销没有这么多件", need="led", more=["requests"])
T("kind-count", "landslide", "practice", "台账所记险情中，滑坡类{}处，均拉起警戒线。", "sum(r['kind'] == '滑坡' for r in L('dangers'))", "sum(r['kind'] == '滑坡' for r in L('dangers')) - 2", "sum(r['kind'] == '滑坡' for r in L('dangers')) >= 4", "台账里滑坡比这多", need="led", more=["dangers"])
T("row-floor", "landslide", "practice", "组织得法，各场避险演练参加的都不下{}人。", "min(r['people'] for r in L('drills'))", "min(r['people'] for r in L('drills')) + 15", "sum(r['people'] < min(x['people'] for x in L('drills')) + 15 for r in L('drills')) >= 2", "台账里有几场没有到这个人数", need="led", more=["drills"])
T("row-floor", "livestock", "practice", "检疫员随叫随到，每批检疫头数都在{}头以上。", "min(r['heads'] for r in L('inspections')) - 1", "min(r['heads'] for r in L('inspections')) + 20", "sum(r['heads'] < min(x['heads'] for x in L('inspections')) + 20 for r in L('inspections')) >= 2", "台账里有几批没有到这个头数", need="led", more=["inspections"])
T("within-days", "parcels", "practice", "凡办结的投诉，从受理到办结没有一件超过{}天。", "max(gap(r, 'received', 'closed_on') for r in L('complaints') if 'closed_on' in r)", "max(gap(r, 'received', 'closed_on') for r in L('complaints') if 'closed_on' in r) - 5", "max(gap(r, 'received', 'closed_on') for r in L('complaints') if 'closed_on' in r) >= 11", "台账里有用时更长的", need="led", more=["complaints"])
T("within-days", "charity", "practice", "已发放的救助，最久的一件从申请到发放用了{}天。", "max(gap(r, 'received', 'granted_on') for r in L('aids') if 'granted_on' in r)", "max(gap(r, 'received', 'granted_on') for r in L('aids') if 'granted_on' in r) - 6", "max(gap(r, 'received', 'granted_on') for r in L('aids') if 'granted_on' in r) >= 12", "台账里有更久的", need="led", more=["aids"])
T("village-count", "veterans", "practice", "本季度走访慰问到过{}个村，路远的搭便车去。", "len(set(r['village'] for r in L('visits')))", "len(set(r['village'] for r in L('visits'))) - 2", "len(set(r['village'] for r in L('visits'))) >= 4", "台账里走访的村比这多两个", need="led", more=["visits"])
T("village-count", "landslide", "practice", "登记在册的险情分布在{}个村，图上逐一标注。", "len(set(r['village'] for r in L('dangers')))", "len(set(r['village'] for r in L('dangers'))) + 2", "len(set(r['village'] for r in L('dangers'))) >= 3", "台账里没有这么多村", need="led", more=["dangers"])
T("top-row", "charity", "practice", "单笔捐款数额最大的是{}，站里回赠了锦旗。", "max(L('gifts'), key=lambda r: r['cash'])['donor']", "sorted(L('gifts'), key=lambda r: r['cash'])[-3]['donor']", "sorted(r['cash'] for r in L('gifts'))[-1] > sorted(r['cash'] for r in L('gifts'))[-2] and sorted(L('gifts'), key=lambda r: r['cash'])[-3]['donor'] not in [r['donor'] for r in sorted(L('gifts'), key=lambda r: r['cash'])[-2:]]", "台账里捐款最多的是另一家", need="led", more=["gifts"])
T("top-row", "landslide", "practice", "人数最多的一场避险演练放在{}，连邻近学校也来观摩。", "max(L('drills'), key=lambda r: r['people'])['place']", "min(L('drills'), key=lambda r: r['people'])['place']", "sorted(r['people'] for r in L('drills'))[-1] >= sorted(r['people'] for r in L('drills'))[-2] + 4 and min(L('drills'), key=lambda r: r['people'])['place'] != max(L('drills'), key=lambda r: r['people'])['place']", "台账里人数最多的一场在别的村", need="led", more=["drills"])

# ---- texts against figures
T("stale-number", "livestock", "practice", "本季度佩戴耳标{}枚，补标的另册登记。", "n.ear", "w.ear", "abs(n.ear - w.ear) > 60", "文中还是上季度的数", more=["ear_total"])
T("stale-number", "parcels", "practice", "全季投递报刊{}份，雨天也没有压件。", "n.papers", "w.papers", "abs(n.papers - w.papers) > 200", "文中还是上季度的数", more=["papers_total"])
T("measure-dropped", "landslide", "practice", ("本季度到位治理资金{n.fund}万元，先用在险段。", "本季度到位治理资金{n.fund}元，先用在险段。"), why="万元写成了元", more=["fund_total"], untrue="n.fund > 1")
T("measure-dropped", "parcels", "practice", ("站点业务收入{n.income}万元，按约定分成。", "站点业务收入{n.income}元，按约定分成。"), why="万元写成了元", more=["income_total"], untrue="n.income > 1")
T("direction", "charity", "practice", ("回收衣物的分量比上季度增加，分拣间添了帮手。", "回收衣物的分量比上季度减少，分拣间匀出了人手。"), cond="n.clothes > w.clothes * D('1.07')", untrue="n.clothes > w.clothes", why="回收衣物其实增加了", more=["clothes_total"])
T("direction", "livestock", "practice", ("禽类免疫羽数较上季度回落，与出笼早有关。", "禽类免疫羽数较上季度攀升，与补栏早有关。"), cond="n.poultry < w.poultry * D('0.93')", untrue="n.poultry < w.poultry", why="禽类免疫其实少了", more=["poultry_total"])
T("change-size", "veterans", "practice", "发放优待证比上季度多了{}张，照片由站里代拍。", "n.cards - w.cards", "n.cards - w.cards + 17", "n.cards - w.cards >= 8", "多出的张数与两季度之差不合", more=["cards_total"])
T("change-size", "landslide", "practice", "发出预警信息比上季度少{}条，漏报的没有增加。", "w.warnings - n.warnings", "w.warnings - n.warnings + 30", "w.warnings - n.warnings >= 12", "减少的条数与两季度之差不合", more=["warnings_total"])
T("year-ago", "parcels", "practice", "去年同期回收包装{}个，今年换了更厚的纸箱。", "a.boxes", "w.boxes", "abs(a.boxes - w.boxes) > 80", "把今年一季度的数当成了去年同期", "2026Q2", more=["boxes_total"])
T("year-ago", "charity", "practice", ("爱心助餐份数同比有所增加，配送路线随之调整。", "爱心助餐份数同比有所下降，配送路线随之调整。"), cond="n.meals > a.meals * D('1.06')", untrue="n.meals > a.meals", period="2026Q2", why="同比其实增加了", more=["meals_total"])
T("exceeds", "landslide", "practice", "发放明白卡突破{}张，外来工棚也贴到了。", "n.cards // 500 * 500", "n.cards // 500 * 500 + 500", "80 < n.cards % 500 < 420", "没有到这个数", more=["cards_total"])
T("exceeds", "veterans", "practice", "国防宣讲的听众超过了{}人次，后排加了板凳。", "n.listeners // 100 * 100", "n.listeners // 100 * 100 + 100", "10 < n.listeners % 100 < 80", "没有到这个数", more=["listeners_total"])
T("majority", "livestock", "practice", ("存栏里生猪占了一半以上，防疫药品备得最足。", "存栏里羊占了一半以上，防疫药品备得最足。"), cond="n.stock_pigs * 100 > n.stock * 54", untrue="n.stock_sheep * 2 < n.stock", why="过半的是生猪，羊不到一半", more=["stock_sheep_total", "stock_total", "stock_pigs_total"])
T("majority", "charity", "practice", ("志愿服务人次中，敬老服务占四成多，队员熟门熟路。", "志愿服务人次中，敬老服务占八成多，队员熟门熟路。"), cond="D('0.41') <= D(n.s_elder) / n.service < D('0.49')", untrue="n.s_elder * 2 < n.service", why="敬老服务不到一半，更没有八成", more=["s_elder_total", "service_total"])
T("largest-part", "landslide", "practice", ("在册隐患点以滑坡点最多，雨前先看它们。", "在册隐患点以泥石流沟最多，雨前先看它们。"), cond="n.slides > n.falls + 8 and n.slides > n.flows + 8", untrue="n.flows < n.slides", why="最多的是滑坡点", more=["flows_total", "slides_total", "sites_total"])
T("largest-part", "veterans", "practice", ("推荐就业的去向中，企业用工人数居首，师傅结对带班。", "推荐就业的去向中，自主创业人数居首，师傅结对带班。"), cond="n.jobs_firm > n.jobs_own + 8 and n.jobs_firm > n.jobs_public + 8", untrue="n.jobs_own < n.jobs_firm", why="居首的是企业用工", more=["jobs_own_total", "jobs_firm_total", "jobs_total"])
T("gap", "livestock", "practice", "算下来，出栏生猪比出栏羊多{}头，屠宰点忙的是猪。", "n.sold_pigs - n.sold_sheep", "n.sold_pigs - n.sold_sheep - 60", "n.sold_pigs - n.sold_sheep > 200", "两数相减不是这个数", more=["sold_pigs_total", "sold_sheep_total"])
T("gap", "parcels", "practice", "投递快件比收寄快件多出{}件，回程车常空着半边。", "n.pieces_in - n.pieces_out", "n.pieces_in - n.pieces_out + 900", "n.pieces_in - n.pieces_out > 2000", "两数相减不是这个数", more=["pieces_in_total", "pieces_out_total"])
T("remainder", "veterans", "practice", "还有{}件诉求没有办结，已约好上门时间。", "n.requests - n.settled", "n.requests - n.settled + 2", "n.requests - n.settled >= 2", "受理减办结不是这个数", need="num", more=["requests_total", "settled_total"])
T("remainder", "landslide", "practice", "尚余{}处地质险情等待处置，夜里有人守着。", "n.dangers - n.treated", "n.dangers - n.treated - 2", "n.dangers - n.treated >= 4", "险情减已处置不是这个数", need="num", more=["dangers_total", "treated_total"])
T("average", "landslide", "practice", "平均下来，一场避险演练约有{}人次参加。", "rnd(D(n.drillers) / n.drills)", "rnd(D(n.drillers) / n.drills) + 18", "n.drills >= 6", "人次除以场次不是这个数", need="num", more=["drillers_total", "drills_total"])
T("average", "veterans", "practice", "国防宣讲平均每场约{}人次来听，年轻面孔多了。", "rnd(D(n.listeners) / n.lectures)", "rnd(D(n.listeners) / n.lectures) - 16", "n.lectures >= 8", "人次除以场次不是这个数", more=["listeners_total", "lectures_total"])
T("all-done", "parcels", "practice", ("受理的寄递投诉多数办结，没办完的挂在墙上。", "受理的寄递投诉已悉数办结，结果挂在墙上。"), cond="n.closed * 2 > n.complaints + 1 and n.closed <= n.complaints - 2", untrue="n.closed < n.complaints", why="还有投诉没有办结", more=["closed_total", "complaints", "complaints_total", "closed_given"])
T("all-done", "charity", "practice", ("提出的救助申请大半已经发放，缺件的在补材料。", "提出的救助申请件件都已发放，不再有人等着。"), cond="n.granted * 2 > n.aids + 1 and n.granted <= n.aids - 2", untrue="n.granted < n.aids", why="还有申请没有发放", more=["granted_total", "aids", "aids_total", "granted_given"])
T("none-stated", "parcels", "practice", ("寄递投诉由站长亲自回电，语气平和。", "本季度没有接到寄递投诉，客户语气平和。"), untrue="n.complaints > 0", why="本季度有投诉", more=["complaints", "complaints_total"])
T("none-stated", "landslide", "practice", ("地质险情逐处挂牌，责任人写在牌上。", "本季度辖区未发生地质险情，责任人都松了口气。"), untrue="n.dangers > 0", why="本季度有险情", more=["dangers", "dangers_total"])
T("highest", "livestock", "practice", ("粪污收集改走新路，车不进村心。", "粪污收集吨数创下去年二季度以来新高，车不进村心。"), cond="max(p.manure for p in prev) > n.manure * D('1.06')", untrue="max(p.manure for p in prev) > n.manure", period="2026Q2", why="以前有收得更多的季度", more=["manure_total"])
T("highest", "parcels", "practice", ("邮路行驶里程按车记账，油票附在后面。", "邮路行驶里程为去年二季度以来最少，油票附在后面。"), cond="min(p.route for p in prev) < n.route * D('0.94')", untrue="min(p.route for p in prev) < n.route", period="2026Q2", why="以前有更少的季度", more=["route_total"])
T("in-a-row", "veterans", "practice", ("技能培训照单开课，缺什么讲什么。", "技能培训人次连续三个季度上升，缺什么讲什么。"), cond="n.trained < w.trained * D('0.95')", untrue="n.trained < w.trained", period="2026Q2", why="本季度少于上季度，谈不上连升", more=["trained_total"])
T("in-a-row", "charity", "practice", ("服务时长由队长逐条核对，虚报的划掉。", "服务时长已连续两个季度回落，队长正逐条核对。"), cond="n.hours > w.hours * D('1.05')", untrue="n.hours > w.hours", period="2026Q2", why="本季度多于上季度，谈不上连降", more=["hours_total"])
T("points-of-rate", "landslide", "practice", "设备在线率比上季度提高{}个百分点，换下的旧电池统一回收。", "n.online_rate - w.online_rate", "n.online_rate - w.online_rate + D('3.1')", "n.online_rate - w.online_rate >= D('0.8')", "两季度之差不是这么多", more=["online_given", "online_total", "monitors_total"])
T("points-of-rate", "livestock", "practice", "检疫合格率比上季度下降{}个百分点，不合格的当场隔离。", "w.qualified_rate - n.qualified_rate", "w.qualified_rate - n.qualified_rate + D('2.4')", "w.qualified_rate - n.qualified_rate >= D('0.3')", "两季度之差不是这么多", more=["qualified_given", "qualified_total", "quarantined_total", "inspections"])
T("held-level", "veterans", "practice", ("抚恤补助按月打卡，名单先由站里核对。", "抚恤补助金额与上季度持平，名单先由站里核对。"), cond="abs(n.subsidy - w.subsidy) > w.subsidy * D('0.1')", untrue="n.subsidy != w.subsidy", why="与上季度差了一成多，不是持平", more=["subsidy_total"])
T("held-level", "charity", "practice", ("点亮微心愿靠邻里认领，卡片换得勤。", "点亮微心愿的个数同上季度一样，卡片换得勤。"), cond="abs(n.wishes - w.wishes) > 9", untrue="n.wishes != w.wishes", why="与上季度差得多，不一样", more=["wishes_total"])

# ---- texts by themselves
T("list-short", "charity", "plan", ("重点办好三件事：一是添置轮椅，二是清查票据，三是走访独居老人。", "重点办好三件事：一是添置轮椅，二是走访独居老人。"), why="说三件，只列了两件")
T("list-short", "livestock", "practice", ("防疫物资做到“三个到位”：药品到位、器械到位、冷链到位。", "防疫物资做到“四个到位”：药品到位、器械到位、冷链到位。"), why="说四个，只列了三个")
T("calendar", "veterans", "practice", ("6月30日收工时，站里把走访照片归了档。", "6月31日收工时，站里把走访照片归了档。"), period="2026Q2", why="6月没有31日")
T("calendar", "parcels", "practice", ("5月13日（星期三）起，服务点延长一小时关门。", "5月13日（星期五）起，服务点延长一小时关门。"), period="2026Q2", why="这一天是星期三")
T("season", "landslide", "practice", ("今年入夏以来，值班电话改为双人接听。", "今年入秋以来，值班电话改为双人接听。"), period="2026Q2", why="二季度还没有入秋")
T("season", "charity", "practice", ("春节前，志愿者给独居老人送去手写春联与年糕。", "国庆假期里，志愿者给独居老人送去手写贺卡与年糕。"), period="2026Q1", why="一季度没有国庆")
T("own-name", "veterans", "practice", ("{name}退役军人服务站把茶水间也腾出来接访。", "{mis}退役军人服务站把茶水间也腾出来接访。"), why="本单位名称写错一个字", cond="mis")
T("own-name", "charity", "practice", ("{name}慈善工作站的门牌换成了夜光的。", "{other}慈善工作站的门牌换成了夜光的。"), why="本单位是街道，写成了镇", cond="other")
T("copied-unit", "livestock", "practice", "COPY-UNIT", why="与另一个单位的文字一字不差，村名也是人家的")
T("copied-unit", "parcels", "practice", "COPY-UNIT-VILLAGES", why="照搬另一个单位的文字，只换了村名")
T("copied-last", "charity", "practice", "COPY-LAST", why="与上季度的文字一字不差")
T("copied-last", "landslide", "practice", "COPY-LAST", why="与上季度的文字一字不差")
T("two-texts", "landslide", "practice", ("应急分队现有队员26名，年纪都不大。", "应急分队现有队员28名，年纪都不大。"), why="同一份材料里，下步打算说应急分队队员26名", more=["plan"])
ALL[-1]["beside"] = ("plan", "应急分队队员26名，轮流到县里受训。")
T("two-texts", "parcels", "practice", ("分拣大棚面积320平方米，传送带贴墙布置。", "分拣大棚面积230平方米，传送带贴墙布置。"), why="同一份材料里，下步打算说大棚面积320平方米", more=["plan"])
ALL[-1]["beside"] = ("plan", "分拣大棚面积320平方米，夏天拟加装风扇。")
T("plan-past", "livestock", "plan", ("力争8月底前完成收集点冷柜扩容。", "力争4月底前完成收集点冷柜扩容。"), period="2026Q2", why="这是二季度末的材料，4月早已过去")
T("plan-past", "veterans", "plan", ("拟于5月上旬前完成服务站坡道改造。", "拟于1月上旬前完成服务站坡道改造。"), period="2026Q1", why="这是一季度末的材料，1月上旬早已过去")
