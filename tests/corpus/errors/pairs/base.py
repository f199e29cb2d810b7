"""The base: what is declared, the figures and ledgers of thirty units over five quarters, and their texts."""
import random
from datetime import date, timedelta
from decimal import Decimal, ROUND_HALF_UP

import words

PERIODS = ["2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4"]
TESTED = ["2025Q3", "2025Q4"]
TEXTED = ["2025Q2", "2025Q3", "2025Q4"]
SECTIONS = ["safety", "letters", "roads", "health", "training"]
TEXTS = ["practice", "problem", "plan"]


def num(label, measure):
    return {"label": label, "type": "integer", "measure": measure}


def dec(label, measure):
    return {"label": label, "type": "decimal", "measure": measure}


def col(label, kind="text", required=False, measure=None, refers=None):
    made = {"label": label, "type": kind}
    if required:
        made["required"] = True
    if measure:
        made["measure"] = measure
    if refers:
        made["refers"] = refers
    return made


def ledger(label, columns, unique=None):
    made = {"label": label, "type": "ledger"}
    if unique:
        made["unique"] = unique
    made["columns"] = columns
    return made


def count(label, measure, over="sum", **more):
    return {"label": label, "measure": measure, **more, "over_time": over}


def ratio(label, top, below, number):
    return {"label": label, "ratio": [top, below], "as": "%", "scale": 1, "number": number}


WRITTEN = {
    "practice": {"label": "工作开展情况", "type": "text"},
    "problem": {"label": "突出问题", "type": "text"},
    "plan": {"label": "下季度安排", "type": "text"},
}

DECLARATIONS = {
    "safety": {
        "title": "安全生产",
        "fields": {
            "inspections": ledger("安全检查台账", {"number": col("编号", required=True), "date": col("日期", "date", True), "enterprise": col("企业", required=True), "kind": col("行业"), "hazards": col("发现隐患", "integer", measure="处")}, ["number"]),
            "orders": ledger("整改通知台账", {"number": col("编号", required=True), "issued": col("下达日期", "date", True), "inspection": col("检查编号", required=True, refers="inspections.number"), "matter": col("事项"), "done": col("是否整改", "boolean"), "done_on": col("整改日期", "date")}, ["number"]),
            "inspections_total": num("安全检查家次", "家次"),
            "hazards_total": num("安全隐患处数", "处"),
            "orders_total": num("整改通知份数", "份"),
            "done_total": num("完成整改份数", "份"),
            "done_given": dec("填报整改率", "%"),
            "drills_total": num("应急演练场数", "场"),
            "players_total": num("参演人次", "人次"),
            "firms_total": num("在册企业家数", "家"),
            "firms_industry": num("工贸企业", "家"),
            "firms_trade": num("商贸企业", "家"),
            "firms_building": num("建筑企业", "家"),
            "wardens_total": num("安全员人数", "名"),
            "leaflets_total": num("宣传资料份数", "份"),
            "fines": num("罚款金额", "元"),
            "fund": dec("安全投入", "万元"),
            **WRITTEN,
        },
        "counts": {
            "inspections": count("安全检查", "家次", ledger="inspections", number="inspections_total", also=["检查企业"]),
            "hazards": count("安全隐患", "处", ledger="inspections", sum="hazards", number="hazards_total", also=["排查隐患", "发现隐患"]),
            "orders": count("整改通知", "份", ledger="orders", number="orders_total"),
            "done": count("完成整改", "份", ledger="orders", where="done", number="done_total"),
            "done_rate": ratio("整改率", "done", "orders", "done_given"),
            "drills": count("应急演练", "场", number="drills_total"),
            "players": count("参演人员", "人次", number="players_total"),
            "firms": count("在册企业", "家", "last", parts=["firms_industry", "firms_trade", "firms_building"], number="firms_total"),
            "wardens": count("安全员", "名", "last", number="wardens_total"),
            "leaflets": count("宣传资料", "份", number="leaflets_total"),
            "fines": count("罚款", "元", number="fines"),
            "fund": count("安全投入", "万元", scale=2, number="fund"),
        },
        "checks": [{"rule": "done <= orders"}, {"together": ["drills_total", "players_total"]}, {"history": ["leaflets", "fund"]}],
    },
    "letters": {
        "title": "群众信访",
        "fields": {
            "letters": ledger("来信来访台账", {"number": col("编号", required=True), "received": col("收到日期", "date", True), "village": col("村居", required=True), "matter": col("诉求"), "settled": col("是否办结", "boolean"), "settled_on": col("办结日期", "date")}, ["number"]),
            "visits": ledger("领导接访台账", {"date": col("日期", "date", True), "place": col("地点", required=True), "people": col("接待群众", "integer", measure="人次"), "matters": col("受理事项", "integer", measure="件")}),
            "reviews": ledger("信访复核台账", {"letter": col("信访编号", required=True, refers="letters.number"), "date": col("复核日期", "date"), "result": col("复核意见")}),
            "letters_total": num("信访事项件数", "件"),
            "settled_total": num("信访办结件数", "件"),
            "settle_given": dec("填报办结率", "%"),
            "visits_total": num("领导接访次数", "次"),
            "people_total": num("接待群众人次", "人次"),
            "calls_total": num("热线工单件数", "件"),
            "calls_home": num("住房类工单", "件"),
            "calls_road": num("交通类工单", "件"),
            "calls_life": num("民生类工单", "件"),
            "disputes_total": num("矛盾纠纷件数", "件"),
            "mediated_total": num("调解成功件数", "件"),
            "revisits_total": num("电话回访件数", "件"),
            "satisfied_total": num("回访满意件数", "件"),
            "satisfied_given": dec("填报满意率", "%"),
            "mediators_total": num("调解员人数", "名"),
            "aid": dec("帮扶资金", "万元"),
            **WRITTEN,
        },
        "counts": {
            "letters": count("信访事项", "件", ledger="letters", number="letters_total", also=["群众来信来访"]),
            "settled": count("信访办结", "件", ledger="letters", where="settled", number="settled_total"),
            "settle_rate": ratio("办结率", "settled", "letters", "settle_given"),
            "visits": count("领导接访", "次", ledger="visits", number="visits_total"),
            "people": count("接待群众", "人次", ledger="visits", sum="people", number="people_total"),
            "calls": count("热线工单", "件", parts=["calls_home", "calls_road", "calls_life"], number="calls_total"),
            "disputes": count("矛盾纠纷", "件", number="disputes_total", also=["排查矛盾纠纷"]),
            "mediated": count("调解成功", "件", number="mediated_total"),
            "revisits": count("电话回访", "件", number="revisits_total"),
            "satisfied": count("回访满意", "件", number="satisfied_total"),
            "satisfied_rate": ratio("满意率", "satisfied", "revisits", "satisfied_given"),
            "mediators": count("调解员", "名", "last", number="mediators_total"),
            "aid": count("帮扶资金", "万元", scale=2, number="aid"),
        },
        "checks": [{"rule": "settled <= letters"}, {"rule": "mediated <= disputes"}, {"rule": "satisfied <= revisits"}, {"history": ["calls", "disputes"]}],
    },
    "roads": {
        "title": "农村公路",
        "fields": {
            "repairs": ledger("路面修补台账", {"number": col("编号", required=True), "start": col("开工日期", "date", True), "finish": col("完工日期", "date"), "road": col("路段", required=True), "kind": col("病害"), "area": col("面积", "decimal", measure="平方米"), "cost": col("费用", "integer", measure="元")}, ["number"]),
            "patrols": ledger("公路巡查台账", {"date": col("日期", "date", True), "road": col("路线", required=True), "length": col("巡查里程", "decimal", measure="公里"), "found": col("发现病害", "integer", measure="处")}),
            "repairs_total": num("路面修补处数", "处"),
            "area": dec("修补面积", "平方米"),
            "cost_total": num("修补费用", "元"),
            "patrols_total": num("公路巡查次数", "次"),
            "patrol_length": dec("巡查里程", "公里"),
            "found_total": num("路面病害处数", "处"),
            "length": dec("农村公路里程", "公里"),
            "length_county": dec("县道里程", "公里"),
            "length_town": dec("乡道里程", "公里"),
            "length_village": dec("村道里程", "公里"),
            "good": dec("优良路里程", "公里"),
            "good_given": dec("填报优良路率", "%"),
            "keepers_total": num("护路员人数", "名"),
            "bridges_total": num("公路桥梁座数", "座"),
            "signs_total": num("新增标志牌块数", "块"),
            "trees_total": num("补植行道树株数", "株"),
            "fund_planned": dec("计划养护资金", "万元"),
            "fund_paid": dec("支付养护资金", "万元"),
            **WRITTEN,
        },
        "counts": {
            "repairs": count("路面修补", "处", ledger="repairs", number="repairs_total", also=["修补路面"]),
            "area": count("修补面积", "平方米", scale=1, ledger="repairs", sum="area", number="area"),
            "cost": count("修补费用", "元", ledger="repairs", sum="cost", number="cost_total"),
            "patrols": count("公路巡查", "次", ledger="patrols", number="patrols_total", also=["巡查公路"]),
            "patrol_length": count("巡查里程", "公里", scale=1, ledger="patrols", sum="length", number="patrol_length"),
            "found": count("路面病害", "处", ledger="patrols", sum="found", number="found_total", also=["发现病害"]),
            "length": count("农村公路", "公里", "last", scale=2, parts=["length_county", "length_town", "length_village"], number="length"),
            "good": count("优良路", "公里", "last", scale=2, number="good"),
            "good_rate": ratio("优良路率", "good", "length", "good_given"),
            "keepers": count("护路员", "名", "last", number="keepers_total"),
            "bridges": count("公路桥梁", "座", "last", number="bridges_total"),
            "signs": count("标志牌", "块", number="signs_total", also=["新增标志牌"]),
            "trees": count("行道树", "株", number="trees_total", also=["补植行道树"]),
            "fund_planned": count("计划养护资金", "万元", scale=2, number="fund_planned"),
            "fund_paid": count("支付养护资金", "万元", scale=2, number="fund_paid"),
        },
        "checks": [{"rule": "fund_paid <= fund_planned"}, {"rule": "good <= length"}, {"history": ["trees", "fund_planned"]}],
    },
    "health": {
        "title": "公共卫生",
        "fields": {
            "clinics": ledger("义诊台账", {"date": col("日期", "date", True), "village": col("地点", required=True), "doctors": col("医务人员", "integer", measure="名"), "people": col("服务群众", "integer", measure="人次")}),
            "shots": ledger("疫苗接种台账", {"date": col("日期", "date", True), "point": col("接种点", required=True), "vaccine": col("疫苗", required=True), "doses": col("接种剂次", "integer", measure="剂次")}),
            "screens": ledger("健康筛查台账", {"date": col("日期", "date", True), "site": col("地点", required=True), "examined": col("筛查人数", "integer", measure="人"), "abnormal": col("异常人数", "integer", measure="人")}),
            "clinics_total": num("义诊场数", "场"),
            "people_total": num("义诊群众人次", "人次"),
            "doses_total": num("疫苗接种剂次", "剂次"),
            "screened_total": num("健康筛查人数", "人"),
            "abnormal_total": num("筛查异常人数", "人"),
            "files_total": num("健康档案份数", "份"),
            "files_elder": num("老年人档案", "份"),
            "files_chronic": num("慢性病档案", "份"),
            "files_other": num("其他档案", "份"),
            "elders_total": num("在册老年人人数", "人"),
            "exams_total": num("老年人体检人数", "人"),
            "exam_given": dec("填报体检率", "%"),
            "followups_total": num("慢病随访人次", "人次"),
            "lectures_total": num("健康讲座场数", "场"),
            "hearers_total": num("讲座听众人次", "人次"),
            "doctors_total": num("家庭医生人数", "名"),
            "rooms_total": num("村卫生室所数", "所"),
            "waste": dec("医疗废物", "公斤"),
            "fund": dec("公卫经费", "万元"),
            "duty": {"label": "值班安排", "type": "text"},
            "phone": {"label": "值班电话", "type": "text"},
            **WRITTEN,
        },
        "counts": {
            "clinics": count("义诊", "场", ledger="clinics", number="clinics_total"),
            "people": count("义诊群众", "人次", ledger="clinics", sum="people", number="people_total"),
            "doses": count("疫苗接种", "剂次", ledger="shots", sum="doses", number="doses_total", also=["接种疫苗"]),
            "screened": count("健康筛查", "人", ledger="screens", sum="examined", number="screened_total"),
            "abnormal": count("筛查异常", "人", ledger="screens", sum="abnormal", number="abnormal_total"),
            "files": count("健康档案", "份", "last", parts=["files_elder", "files_chronic", "files_other"], number="files_total"),
            "elders": count("在册老年人", "人", "last", number="elders_total"),
            "exams": count("老年人体检", "人", number="exams_total"),
            "exam_rate": ratio("体检率", "exams", "elders", "exam_given"),
            "followups": count("慢病随访", "人次", number="followups_total"),
            "lectures": count("健康讲座", "场", number="lectures_total"),
            "hearers": count("讲座听众", "人次", number="hearers_total"),
            "doctors": count("家庭医生", "名", "last", number="doctors_total"),
            "rooms": count("村卫生室", "所", "last", number="rooms_total"),
            "waste": count("医疗废物", "公斤", scale=1, number="waste"),
            "fund": count("公卫经费", "万元", scale=2, number="fund"),
        },
        "checks": [{"rule": "exams <= elders"}, {"rule": "abnormal <= screened"}, {"together": ["lectures_total", "hearers_total"]}, {"either": ["duty", "phone"]}, {"history": ["followups", "waste"]}],
    },
    "training": {
        "title": "技能培训",
        "fields": {
            "classes": ledger("培训班台账", {"number": col("编号", required=True), "start": col("开班日期", "date", True), "finish": col("结业日期", "date"), "trade": col("工种", required=True), "people": col("参训人数", "integer", measure="人次"), "passed": col("合格人数", "integer", measure="人")}, ["number"]),
            "fairs": ledger("招聘会台账", {"date": col("日期", "date", True), "place": col("地点", required=True), "firms": col("参会企业", "integer", measure="家次"), "posts": col("提供岗位", "integer", measure="个")}),
            "classes_total": num("培训班期数", "期"),
            "trained_total": num("参训学员人次", "人次"),
            "passed_total": num("培训合格人数", "人"),
            "pass_given": dec("填报合格率", "%"),
            "certs_total": num("职业证书本数", "本"),
            "fairs_total": num("招聘会场数", "场"),
            "firms_total": num("参会企业家次", "家次"),
            "posts_total": num("招聘岗位个数", "个"),
            "placed_total": num("新增就业人数", "人"),
            "placed_near": num("就近就业", "人"),
            "placed_county": num("县内就业", "人"),
            "placed_away": num("外出就业", "人"),
            "hours_total": num("培训课时", "课时"),
            "teachers_total": num("培训教师人数", "名"),
            "bases_total": num("实训基地个数", "个"),
            "subsidy": dec("培训补贴", "万元"),
            **WRITTEN,
        },
        "counts": {
            "classes": count("培训班", "期", ledger="classes", number="classes_total"),
            "trained": count("参训学员", "人次", ledger="classes", sum="people", number="trained_total"),
            "passed": count("培训合格", "人", ledger="classes", sum="passed", number="passed_total"),
            "pass_rate": ratio("合格率", "passed", "trained", "pass_given"),
            "certs": count("职业证书", "本", number="certs_total"),
            "fairs": count("招聘会", "场", ledger="fairs", number="fairs_total"),
            "firms": count("参会企业", "家次", ledger="fairs", sum="firms", number="firms_total"),
            "posts": count("招聘岗位", "个", ledger="fairs", sum="posts", number="posts_total"),
            "placed": count("新增就业", "人", parts=["placed_near", "placed_county", "placed_away"], number="placed_total"),
            "hours": count("培训课时", "课时", number="hours_total"),
            "teachers": count("培训教师", "名", "last", number="teachers_total"),
            "bases": count("实训基地", "个", "last", number="bases_total"),
            "subsidy": count("培训补贴", "万元", scale=2, number="subsidy"),
        },
        "checks": [{"rule": "passed <= trained"}, {"rule": "certs <= passed"}, {"history": ["placed", "hours"]}],
    },
}


def bounds(period):
    year, quarter = int(period[:4]), int(period[5])
    first = date(year, 3 * quarter - 2, 1)
    after = date(year + quarter // 4, 3 * quarter % 12 + 1, 1)
    return first, after - timedelta(1)


def rounded(value, scale):
    return Decimal(value).quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)


def per_cent(top, below):
    return rounded(Decimal(top) * 100 / Decimal(below), 1)


def keeps_ledgers(index, period):
    return index % 2 == 0 and period in TEXTED


def name_villages():
    """Five to a unit, each name once."""
    made = [a + b + "村" for a in words.VILLAGE_FIRST for b in words.VILLAGE_SECOND]
    random.Random("villages").shuffle(made)
    return [made[i * 5 : i * 5 + 5] for i in range(len(words.UNITS))]


VILLAGES = name_villages()
FIRM_KINDS = ["木器厂", "粮油店", "农机站", "酒坊", "建材行", "家具厂", "制衣坊", "豆制品坊", "竹编社", "餐馆"]
TRADE_OF = {"木器厂": "工贸", "粮油店": "商贸", "农机站": "工贸", "酒坊": "工贸", "建材行": "商贸", "家具厂": "工贸", "制衣坊": "工贸", "豆制品坊": "工贸", "竹编社": "工贸", "餐馆": "商贸"}
VACCINES = ["流感疫苗", "乙肝疫苗", "百白破疫苗", "水痘疫苗", "肺炎疫苗", "麻腮风疫苗"]
CRAFTS = words.SLOTS["training"]["craft"]


class Life:
    """What a unit's section goes by all year; each quarter moves a little from it."""

    def __init__(self, index, section):
        self.rng = random.Random(f"life {index} {section}")
        self.index = index
        self.base = {}

    def around(self, key, low, high, spread=0.16):
        if key not in self.base:
            self.base[key] = self.rng.randint(low, high)
        middle = self.base[key]
        return max(1, round(middle * self.rng.uniform(1 - spread, 1 + spread)))

    def amount(self, key, low, high, scale, spread=0.16):
        return Decimal(self.around(key, low * 10**scale, high * 10**scale, spread)).scaleb(-scale)

    def stock(self, key, low, high, step):
        if key not in self.base:
            self.base[key] = self.rng.randint(low, high)
        self.base[key] = max(2, self.base[key] + self.rng.choice(step))
        return self.base[key]

    def days(self, period, many):
        first, last = bounds(period)
        span = (last - first).days + 1
        return [first + timedelta(d) for d in sorted(self.rng.sample(range(span), many))]


def later(rng, day, most, period):
    """A day after `day`, still of the period."""
    return min(day + timedelta(rng.randint(1, most)), bounds(period)[1])


def numbered(letter, index, period, place):
    return f"{letter}{period[2:4]}{period[5]}{index + 1:02d}-{place + 1:03d}"


def safety(life, index, period):
    rng = life.rng
    more = 1 if index % 2 == 0 else 3
    names = VILLAGES[index]
    rows = []
    for place, day in enumerate(life.days(period, life.around("inspections", 16 * more, 25 * more))):
        kind = rng.choice(FIRM_KINDS)
        rows.append({"number": numbered("A", index, period, place), "date": day, "enterprise": rng.choice(names)[:2] + kind, "kind": TRADE_OF[kind], "hazards": rng.randint(0, 5)})
    orders = []
    chosen = sorted(rng.sample(range(len(rows)), min(len(rows) - 2, life.around("orders", 9 * more, 13 * more))))
    for place, at in enumerate(chosen):
        issued = later(rng, rows[at]["date"], 5, period)
        row = {"number": numbered("Z", index, period, place), "issued": issued, "inspection": rows[at]["number"], "matter": rng.choice(words.SLOTS["safety"]["fault"]), "done": rng.random() < 0.8}
        if row["done"]:
            row["done_on"] = later(rng, issued, 15, period)
        orders.append(row)
    parts = {"firms_industry": life.stock("industry", 25, 70, [-1, 1, 2]), "firms_trade": life.stock("trade", 30, 90, [-2, 1, 3]), "firms_building": life.stock("building", 6, 22, [0, 1, -1])}
    values = {"inspections": len(rows), "hazards": sum(r["hazards"] for r in rows), "orders": len(orders), "done": sum(r["done"] for r in orders), "drills": life.around("drills", 6, 14, 0.3), "firms": sum(parts.values()), **parts, "wardens": life.stock("wardens", 14, 36, [0, 0, 1, -1]), "leaflets": life.around("leaflets", 11000, 29000, 0.14), "fines": life.around("fines", 8000, 60000), "fund": life.amount("fund", 18, 75, 2, 0.14)}
    values["players"] = values["drills"] * life.around("each", 30, 55, 0.12) + rng.randint(1, 25)
    return values, {"inspections": rows, "orders": orders}


def letters(life, index, period):
    rng = life.rng
    more = 1 if index % 2 == 0 else 3
    names = VILLAGES[index]
    rows = []
    for place, day in enumerate(life.days(period, life.around("letters", 15 * more, 24 * more))):
        row = {"number": numbered("X", index, period, place), "received": day, "village": rng.choice(names), "matter": rng.choice(words.SLOTS["letters"]["matter"]), "settled": rng.random() < 0.82}
        if row["settled"]:
            row["settled_on"] = later(rng, day, 25, period)
        rows.append(row)
    visits = []
    for day in life.days(period, life.around("visits", 7 * more, 11 * more, 0.25)):
        people = rng.randint(4, 19)
        visits.append({"date": day, "place": rng.choice(names) + rng.choice(["议事亭", "办公楼", "老戏台"]), "people": people, "matters": rng.randint(1, people - 1)})
    parts = {"calls_home": life.around("home", 40, 110), "calls_road": life.around("road", 35, 120), "calls_life": life.around("life", 60, 170)}
    values = {"letters": len(rows), "settled": sum(r["settled"] for r in rows), "visits": len(visits), "people": sum(r["people"] for r in visits), "calls": sum(parts.values()), **parts, "disputes": life.around("disputes", 60, 160), "revisits": life.around("revisits", 45, 130), "mediators": life.stock("mediators", 22, 60, [0, 1, -1, 2]), "aid": life.amount("aid", 6, 30, 2)}
    values["mediated"] = values["disputes"] - rng.randint(3, 9)
    values["satisfied"] = values["revisits"] - rng.randint(2, 8)
    reviews = []
    for row in sorted(rng.sample([r for r in rows if r["settled"]], 4), key=lambda r: r["number"]):
        reviews.append({"letter": row["number"], "date": later(rng, row["settled_on"], 9, period), "result": rng.choice(["同意办理意见", "补充说明后同意", "群众认可"])})
    return values, {"letters": rows, "visits": visits, "reviews": reviews}


def roads(life, index, period):
    rng = life.rng
    more = 1 if index % 2 == 0 else 2
    names = VILLAGES[index]
    rows = []
    for place, day in enumerate(life.days(period, life.around("repairs", 9 * more, 14 * more, 0.22))):
        from_, to = rng.sample(names, 2)
        area = Decimal(rng.randint(80, 900)) / 10
        rows.append({"number": numbered("L", index, period, place), "start": day, "finish": later(rng, day, 6, period), "road": f"{from_[:2]}至{to[:2]}", "kind": rng.choice(words.SLOTS["roads"]["ill"]), "area": area, "cost": int(area * rng.randint(55, 95))})
    patrols = []
    for day in life.days(period, life.around("patrols", 11 * more, 18 * more, 0.2)):
        patrols.append({"date": day, "road": rng.choice(names)[:2] + "线", "length": Decimal(rng.randint(41, 189)) / 10, "found": rng.randint(0, 6)})
    for key, low, high in (("county", 900, 2600), ("town", 1500, 4200), ("village", 3000, 8800)):
        if key not in life.base:
            life.base[key] = rng.randint(low, high)
        life.base[key] += rng.randint(3, 46) if key != "county" else rng.choice([0, 3, 8])
    parts = {"length_" + key: Decimal(life.base[key]).scaleb(-2) for key in ("county", "town", "village")}
    length = sum(parts.values())
    planned = life.amount("planned", 24, 90, 2, 0.13)
    values = {"repairs": len(rows), "area": sum(r["area"] for r in rows), "cost": sum(r["cost"] for r in rows), "patrols": len(patrols), "patrol_length": sum(r["length"] for r in patrols), "found": sum(r["found"] for r in patrols), "length": length, **parts, "good": rounded(length * rng.randint(840, 955) / 1000, 2), "keepers": life.stock("keepers", 18, 46, [0, 1, -1]), "bridges": life.stock("bridges", 5, 19, [0, 0, 0, 1]), "signs": life.around("signs", 21, 66, 0.25), "trees": life.around("trees", 320, 1900, 0.14), "fund_planned": planned, "fund_paid": rounded(planned * rng.randint(780, 960) / 1000, 2)}
    return values, {"repairs": rows, "patrols": patrols}


def health(life, index, period):
    rng = life.rng
    more = 1 if index % 2 == 0 else 2
    names = VILLAGES[index]
    clinics = [{"date": day, "village": rng.choice(names), "doctors": rng.randint(3, 9), "people": rng.randint(28, 96)} for day in life.days(period, life.around("clinics", 6 * more, 10 * more, 0.3))]
    shots = [{"date": day, "point": rng.choice(names) + "卫生室", "vaccine": rng.choice(VACCINES), "doses": rng.randint(24, 130)} for day in life.days(period, life.around("shots", 7 * more, 11 * more))]
    screens = []
    for day in life.days(period, life.around("screens", 6 * more, 9 * more)):
        examined = rng.randint(31, 120)
        screens.append({"date": day, "site": rng.choice(names) + "文化礼堂", "examined": examined, "abnormal": rng.randint(2, examined // 6)})
    parts = {"files_elder": life.stock("elder", 1900, 5200, [6, 13, 21, 34]), "files_chronic": life.stock("chronic", 1300, 3900, [5, 11, 17, 26]), "files_other": life.stock("other", 5600, 16000, [-23, 19, 44, 71])}
    elders = life.stock("elders", 1500, 4700, [-7, 9, 14, 23])
    values = {"clinics": len(clinics), "people": sum(r["people"] for r in clinics), "doses": sum(r["doses"] for r in shots), "screened": sum(r["examined"] for r in screens), "abnormal": sum(r["abnormal"] for r in screens), "files": sum(parts.values()), **parts, "elders": elders, "exams": round(elders * rng.uniform(0.61, 0.89)), "followups": life.around("followups", 420, 1900, 0.14), "lectures": life.around("lectures", 6, 15, 0.3), "doctors": life.stock("doctors", 11, 32, [0, 0, 1, -1]), "rooms": life.stock("rooms", 5, 16, [0, 0, 0, 1]), "waste": life.amount("waste", 130, 690, 1, 0.13), "fund": life.amount("fund", 14, 60, 2)}
    values["hearers"] = values["lectures"] * life.around("each", 28, 50, 0.12) + rng.randint(1, 23)
    return values, {"clinics": clinics, "shots": shots, "screens": screens}


def training(life, index, period):
    rng = life.rng
    more = 1 if index % 2 == 0 else 2
    names = VILLAGES[index]
    rows = []
    for place, day in enumerate(life.days(period, life.around("classes", 6 * more, 9 * more, 0.3))):
        people = rng.randint(24, 58)
        rows.append({"number": numbered("P", index, period, place), "start": day, "finish": later(rng, day, 12, period), "trade": rng.choice(CRAFTS), "people": people, "passed": people - rng.randint(1, 7)})
    fairs = [{"date": day, "place": rng.choice(names) + rng.choice(["广场", "礼堂"]), "firms": rng.randint(8, 31), "posts": rng.randint(90, 420)} for day in life.days(period, life.around("fairs", 5 * more, 7 * more, 0.3))]
    parts = {"placed_near": life.around("near", 60, 160), "placed_county": life.around("county", 70, 190), "placed_away": life.around("away", 40, 140)}
    passed = sum(r["passed"] for r in rows)
    values = {"classes": len(rows), "trained": sum(r["people"] for r in rows), "passed": passed, "certs": passed - rng.randint(9, 40), "fairs": len(fairs), "firms": sum(r["firms"] for r in fairs), "posts": sum(r["posts"] for r in fairs), "placed": sum(parts.values()), **parts, "hours": life.around("hours", 260, 980, 0.14), "teachers": life.stock("teachers", 9, 27, [0, 1, -1]), "bases": life.stock("bases", 3, 9, [0, 0, 1]), "subsidy": life.amount("subsidy", 7, 34, 2)}
    return values, {"classes": rows, "fairs": fairs}


MAKERS = {"safety": safety, "letters": letters, "roads": roads, "health": health, "training": training}


def right(section, values, ledgers, before):
    """Whether a quarter will do: no sum as it was, nothing done in full, no two rows alike."""
    counts = DECLARATIONS[section]["counts"]
    if before:
        for name, declared in counts.items():
            moving = declared.get("over_time") == "sum" or "parts" in declared or name == "length" or name == "good" or name == "elders"
            if moving and "ratio" not in declared and values[name] == before[name]:
                return False
            for part in declared.get("parts", []):
                if values[part] == before[part] and values[part] >= 20 and part != "length_county":
                    return False
    for top, below in (("done", "orders"), ("settled", "letters"), ("passed", "trained"), ("exams", "elders")):
        if top in values and below in values and not 2 <= values[below] - values[top]:
            return False
    for rows in ledgers.values():
        seen = [tuple(str(v) for k, v in row.items() if k != "number") for row in rows]
        if len(set(seen)) < len(seen):
            return False
    return True


def figures():
    """`values[period, index, section]`: every count; `ledgers[...]`: the rows, also of those who give only numbers."""
    values, ledgers = {}, {}
    for index in range(len(words.UNITS)):
        for section in SECTIONS:
            life = Life(index, section)
            before = None
            for period in PERIODS:
                for _ in range(2000):
                    kept = dict(life.base)
                    found, rows = MAKERS[section](life, index, period)
                    if right(section, found, rows, before):
                        break
                    life.base = kept if kept else life.base
                else:
                    raise SystemExit(f"no quarter found: {index} {section} {period}")
                for name, declared in DECLARATIONS[section]["counts"].items():
                    if "ratio" in declared:
                        found[name] = per_cent(found[declared["ratio"][0]], found[declared["ratio"][1]])
                values[period, index, section] = before = found
                ledgers[period, index, section] = rows
    return values, ledgers


def written(value):
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return value


def fields_of(section, index, period, values, ledgers):
    """The section's fields as a unit files them, without texts."""
    made = {}
    counts = DECLARATIONS[section]["counts"]
    keeps = keeps_ledgers(index, period)
    if keeps:
        for name, rows in ledgers.items():
            made[name] = [{k: written(v) for k, v in row.items()} for row in rows]
    for name, declared in counts.items():
        if keeps and "ledger" in declared:
            continue
        if keeps and "ratio" in declared and all("ledger" in counts[c] for c in declared["ratio"]):
            continue
        made[declared["number"]] = written(values[name])
        for part in declared.get("parts", []):
            made[part] = written(values[part])
    if section == "health":
        made["phone"] = f"0000-53{index * 137 + 10211:05d}"
    return made


def grams(text, size=4):
    return {text[i : i + size] for i in range(len(text) - size + 1)}


def alike(one, other):
    return len(one & other) / max(1, min(len(one), len(other)))


def own(name):
    return "本街道" if name.endswith("街道") else "我" + name[-1]


def texts(values, carriers, quiet, dirty):
    """`texts[period, index, section, field]`. `carriers` are sentences that stand in a text of the base (and whether at its end), `quiet` the texts that
    have no other figures, `dirty` the sections whose last quarter will be changed, so that nothing is compared with it."""
    made = {}
    for section in SECTIONS:
        for field in TEXTS:
            bank = words.SENTENCES[section][field]
            figures_bank = words.FIGURES[section][field]
            used = {}
            stored = {}
            for period in TEXTED:
                for index, (_, name) in enumerate(words.UNITS):
                    rng = random.Random(f"text {period} {index} {section} {field}")
                    slot = (period, index, section, field)
                    for attempt in range(3000):
                        open_ = [n for n in range(len(bank)) if n not in used.get(index, [])]
                        many = 3 if field == "practice" else 2
                        if len(open_) < many:
                            open_ = list(range(len(bank)))
                        chosen = rng.sample(open_, many)
                        sentences = []
                        for n in chosen:
                            filled = {k: rng.choice(v) for k, v in words.SLOTS[section].items()}
                            sentences.append(bank[n].format(v=rng.choice(VILLAGES[index]), own=own(name), s=rng.choice(words.SEASON[period]), a=rng.choice(words.AHEAD[period]), m=rng.choice(words.MONTHS[period]), am=rng.choice(words.AHEAD_MONTHS[period]), **filled))
                        plain = "".join(sentences)
                        own_grams = grams(plain)
                        if "春节前后" in plain and "元宵" in plain:
                            continue
                        near = lambda other: (0.5 if field == "practice" else 0.6) if other[0] == period or other[1] == index else 0.75
                        if all(alike(own_grams, g) < near(other) for other, g in stored.items()):
                            break
                    else:
                        raise SystemExit(f"no text found for {slot}")
                    stored[slot] = own_grams
                    used.setdefault(index, []).extend(chosen)
                    odds = {"practice": 0.6, "problem": 0.3, "plan": 0.22}[field]
                    if slot in carriers:
                        carrier, last = carriers[slot]
                        sentences.insert(len(sentences) if last else rng.choice([1, len(sentences)]), carrier)
                    elif slot not in quiet and rng.random() < odds:
                        can = [f for f in figures_bank if "was." not in f or (period != "2025Q2" and (index, section) not in dirty)]
                        sentences.insert(rng.choice([0, 1, len(sentences)]), figure(rng, rng.choice(can), values, slot))
                    made[slot] = "".join(sentences)
    return made


class Was:
    def __init__(self, values):
        self.__dict__.update(values)


# What plans with figures are about: a large count and a small one.
PLANNED = {"safety": ("inspections", "drills"), "letters": ("revisits", "visits"), "roads": ("patrols", "signs"), "health": ("followups", "clinics"), "training": ("placed", "classes")}


def figure(rng, template, values, slot):
    period, index, section, _ = slot
    now = values[period, index, section]
    before = values[PERIODS[PERIODS.index(period) - 1], index, section]
    more = {}
    if section == "safety":
        more["left"] = now["orders"] - now["done"]
    if section == "letters":
        more["unmediated"] = now["disputes"] - now["mediated"]
    if section == "roads":
        more["unpaid"] = now["fund_planned"] - now["fund_paid"]
    if section == "training":
        more["failed"] = now["trained"] - now["passed"]
    many, few = PLANNED[section]
    aim = round(now[many] * rng.uniform(1.04, 1.15)) + 1
    aim = aim if aim < 200 else aim // 10 * 10
    return template.format(was=Was(before), aim=aim, few=now[few] + rng.randint(1, 3), **more, **now)
