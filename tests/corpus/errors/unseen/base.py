"""The base: thirty units over five quarters, from nothing but words.py and a hash; and what is declared about it."""
import datetime
import hashlib
from decimal import ROUND_HALF_UP, Decimal

from words import (CAUSES, CLAUSES, DRILLS, DUTY, FIGURES, FIRST, HAZARDS, ITEMS, POINTS, REPAIRS, REVIEWS, SCHOOLS, SECOND, SHOPS, STATIONS,
                   TENDING, UNITS)

PERIODS = ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1"]
TESTED = PERIODS[3:]
SECTIONS = ["forestry", "transport", "schools", "food", "water"]


def text(label):
    return {"label": label, "type": "text"}


def integer(label, measure):
    return {"label": label, "type": "integer", "measure": measure}


def decimal(label, measure):
    return {"label": label, "type": "decimal", "measure": measure}


def must(column):
    return {**column, "required": True}


DATE = {"label": "日期", "type": "date", "required": True}
TEXTS = {"practice": text("工作开展情况"), "problem": text("突出问题"), "plan": text("下季度安排")}


def ledger(label, columns, unique=None):
    return {"label": label, "type": "ledger", **({"unique": [unique]} if unique else {}), "columns": columns}


def count(label, measure, number, over_time="sum", **more):
    return {"label": label, "measure": measure, **more, "number": number, "over_time": over_time}


DECLARATIONS = {
    "forestry": {
        "title": "林业管护",
        "fields": {
            "hazards": ledger("林区隐患台账", {"number": must(text("编号")), "found": {"label": "发现日期", "type": "date", "required": True}, "place": must(text("林班")),
                                         "matter": must(text("隐患")), "fixed": {"label": "是否整改", "type": "boolean"}, "fixed_on": {"label": "整改日期", "type": "date"}}, "number"),
            "tendings": ledger("抚育台账", {"date": DATE, "plot": must(text("地块")), "way": text("方式"), "trees": integer("株数", "株"), "area": decimal("面积", "亩")}),
            "hazards_total": integer("林区隐患处数", "处"), "fixed_total": integer("整改处数", "处"), "rate_given": decimal("填报整改率", "%"),
            "tendings_total": integer("抚育片数", "片"), "trees_total": integer("抚育株数", "株"), "area": decimal("抚育面积", "亩"),
            "patrols_total": integer("巡林次数", "次"), "rangers_total": integer("护林员人数", "名"),
            "seedlings_total": integer("苗木培育株数", "株"), "seed_pine": integer("松类苗木", "株"), "seed_fir": integer("杉类苗木", "株"), "seed_broad": integer("阔叶苗木", "株"),
            "talks_total": integer("防火宣讲场数", "场"), "hearers_total": integer("宣讲听众人次", "人次"),
            "fund_planned": decimal("计划林业资金", "万元"), "fund_paid": decimal("支付林业资金", "万元"), **TEXTS},
        "counts": {
            "hazards": count("林区隐患", "处", "hazards_total", ledger="hazards", also=["森林隐患"]),
            "fixed": count("整改", "处", "fixed_total", ledger="hazards", where="fixed", also=["完成整改"]),
            "fix_rate": {"label": "整改率", "ratio": ["fixed", "hazards"], "as": "%", "scale": 1, "number": "rate_given"},
            "tendings": count("林木抚育", "片", "tendings_total", ledger="tendings"),
            "trees": count("抚育树木", "株", "trees_total", ledger="tendings", sum="trees"),
            "area": count("抚育面积", "亩", "area", ledger="tendings", sum="area", scale=2),
            "patrols": count("巡林", "次", "patrols_total", also=["巡山护林"]),
            "rangers": count("护林员", "名", "rangers_total", "last"),
            "seedlings": count("苗木培育", "株", "seedlings_total", parts=["seed_pine", "seed_fir", "seed_broad"], also=["培育苗木"]),
            "talks": count("防火宣讲", "场", "talks_total"), "hearers": count("宣讲听众", "人次", "hearers_total"),
            "fund_planned": count("计划林业资金", "万元", "fund_planned", scale=2), "fund_paid": count("支付林业资金", "万元", "fund_paid", scale=2)},
        "checks": [{"rule": "fixed <= hazards"}, {"rule": "fund_paid <= fund_planned"}, {"together": ["talks_total", "hearers_total"]},
                   {"history": ["patrols", "fund_planned"]}],
    },
    "transport": {
        "title": "交通运输",
        "fields": {
            "repairs": ledger("道路养护台账", {"number": must(text("编号")), "date": DATE, "road": must(text("路段")), "kind": text("类别"), "cost": integer("费用", "元")}, "number"),
            "checks": ledger("客运检查台账", {"date": DATE, "station": must(text("站点")), "vehicles": integer("检查车辆", "辆次"), "faults": integer("车辆隐患", "处")}),
            "repairs_total": integer("养护处数", "处"), "cost_total": integer("养护费用", "元"), "checks_total": integer("客运检查次数", "次"),
            "vehicles_total": integer("检查车辆辆次", "辆次"), "faults_total": integer("车辆隐患处数", "处"),
            "passengers_total": integer("客运量", "人次"), "pass_bus": integer("公交客运量", "人次"), "pass_coach": integer("班线客运量", "人次"), "pass_custom": integer("定制客运量", "人次"),
            "trips_total": integer("应发班次", "班"), "ontime_total": integer("准点班次", "班"), "ontime_given": decimal("填报准点率", "%"),
            "lines_total": integer("客运线路条数", "条"), "shelters_total": integer("候车亭个数", "个"), "drivers_total": integer("客运驾驶员人数", "名"),
            "length": decimal("农村公路里程", "公里"), **TEXTS},
        "counts": {
            "repairs": count("道路养护", "处", "repairs_total", ledger="repairs", also=["养护道路"]),
            "cost": count("养护费用", "元", "cost_total", ledger="repairs", sum="cost"),
            "checks": count("客运检查", "次", "checks_total", ledger="checks", also=["客运安全检查"]),
            "vehicles": count("检查车辆", "辆次", "vehicles_total", ledger="checks", sum="vehicles"),
            "faults": count("车辆隐患", "处", "faults_total", ledger="checks", sum="faults"),
            "passengers": count("客运量", "人次", "passengers_total", parts=["pass_bus", "pass_coach", "pass_custom"], also=["运送旅客"]),
            "trips": count("客运班次", "班", "trips_total"), "ontime": count("准点班次", "班", "ontime_total"),
            "ontime_rate": {"label": "准点率", "ratio": ["ontime", "trips"], "as": "%", "scale": 1, "number": "ontime_given"},
            "lines": count("客运线路", "条", "lines_total", "last"), "shelters": count("候车亭", "个", "shelters_total", "last"),
            "drivers": count("客运驾驶员", "名", "drivers_total", "last"), "length": count("农村公路", "公里", "length", "last", scale=2)},
        "checks": [{"rule": "ontime <= trips"}, {"history": ["passengers", "trips"]}],
    },
    "schools": {
        "title": "学校教育",
        "fields": {
            "visits": ledger("家访台账", {"date": DATE, "village": must(text("村别")), "families": integer("家访户次", "户次")}),
            "drills": ledger("安全演练台账", {"date": DATE, "school": must(text("学校")), "theme": text("主题"), "people": integer("参加人次", "人次")}),
            "visits_total": integer("家访次数", "次"), "families_total": integer("家访户次", "户次"), "drills_total": integer("演练次数", "次"), "people_total": integer("演练人次", "人次"),
            "pupils_total": integer("在校学生人数", "人"), "pupils_kinder": integer("在园幼儿", "人"), "pupils_primary": integer("小学生", "人"), "pupils_middle": integer("初中生", "人"),
            "boarders_total": integer("寄宿生人数", "人"), "teachers_total": integer("专任教师人数", "名"), "aided_total": integer("受助学生人数", "名"), "aid": decimal("资助金额", "万元"),
            "lessons_total": integer("公开课节数", "节"), "books_total": integer("新增图书册数", "册"), "rounds_total": integer("校园巡查次数", "次"), **TEXTS},
        "counts": {
            "visits": count("家访", "次", "visits_total", ledger="visits", also=["上门家访"]),
            "families": count("家访家庭", "户次", "families_total", ledger="visits", sum="families"),
            "drills": count("安全演练", "次", "drills_total", ledger="drills", also=["应急演练"]),
            "people": count("演练师生", "人次", "people_total", ledger="drills", sum="people"),
            "pupils": count("在校学生", "人", "pupils_total", "last", parts=["pupils_kinder", "pupils_primary", "pupils_middle"]),
            "boarders": count("寄宿生", "人", "boarders_total", "last"), "teachers": count("专任教师", "名", "teachers_total", "last"),
            "aided": count("受助学生", "名", "aided_total"), "aid": count("资助金", "万元", "aid", scale=2), "lessons": count("公开课", "节", "lessons_total"),
            "books": count("新增图书", "册", "books_total"), "rounds": count("校园巡查", "次", "rounds_total")},
        "checks": [{"rule": "boarders <= pupils"}, {"together": ["aided_total", "aid"]}, {"history": ["rounds", "pupils"]}],
    },
    "food": {
        "title": "食品与市场监管",
        "fields": {
            "inspections": ledger("食品检查台账", {"number": must(text("编号")), "date": DATE, "shop": must(text("单位")), "kind": text("类别"), "problems": integer("食品问题", "处")}, "number"),
            "reviews": ledger("复查台账", {"inspection": {"label": "检查编号", "type": "text", "required": True, "refers": "inspections.number"}, "date": {"label": "日期", "type": "date"},
                                       "result": text("结果")}),
            "samples": ledger("食品抽检台账", {"date": DATE, "item": must(text("品种")), "batches": integer("抽检批次", "批次"), "passed": integer("合格批次", "批次")}),
            "inspections_total": integer("食品检查家次", "家次"), "problems_total": integer("食品问题处数", "处"), "batches_total": integer("抽检批次", "批次"),
            "passed_total": integer("合格批次", "批次"), "pass_given": decimal("填报合格率", "%"),
            "shops_total": integer("经营主体户数", "户"), "shops_catering": integer("餐饮户数", "户"), "shops_retail": integer("零售户数", "户"), "shops_service": integer("服务户数", "户"),
            "complaints_total": integer("投诉举报件数", "件"), "settled_total": integer("投诉办结件数", "件"), "recovered": integer("挽回损失金额", "元"),
            "licences_total": integer("食品许可件数", "件"), **TEXTS},
        "counts": {
            "inspections": count("食品检查", "家次", "inspections_total", ledger="inspections", also=["食品安全检查"]),
            "problems": count("食品问题", "处", "problems_total", ledger="inspections", sum="problems"),
            "batches": count("食品抽检", "批次", "batches_total", ledger="samples", sum="batches", also=["抽检食品"]),
            "passed": count("抽检合格", "批次", "passed_total", ledger="samples", sum="passed"),
            "pass_rate": {"label": "合格率", "ratio": ["passed", "batches"], "as": "%", "scale": 1, "number": "pass_given"},
            "shops": count("经营主体", "户", "shops_total", "last", parts=["shops_catering", "shops_retail", "shops_service"]),
            "complaints": count("投诉举报", "件", "complaints_total"), "settled": count("投诉办结", "件", "settled_total"), "recovered": count("挽回损失", "元", "recovered"),
            "licences": count("食品许可", "件", "licences_total")},
        "checks": [{"rule": "passed <= batches"}, {"rule": "settled <= complaints"}, {"history": ["shops", "complaints"]}],
    },
    "water": {
        "title": "农村供水",
        "fields": {
            "bursts": ledger("管网抢修台账", {"number": must(text("编号")), "found": {"label": "发现日期", "type": "date", "required": True}, "place": must(text("地点")), "cause": text("原因"),
                                        "fixed": {"label": "是否修复", "type": "boolean"}, "fixed_on": {"label": "修复日期", "type": "date"}}, "number"),
            "tests": ledger("水质检测台账", {"date": DATE, "point": must(text("采样点")), "items": integer("检测指标", "项")}),
            "bursts_total": integer("管网抢修处数", "处"), "repaired_total": integer("完成修复处数", "处"), "repair_given": decimal("填报修复率", "%"),
            "tests_total": integer("水质检测次数", "次"), "items_total": integer("检测指标项数", "项"), "users_total": integer("供水用户户数", "户"), "meters_total": integer("智能水表只数", "只"),
            "supply": decimal("供水量", "万吨"), "supply_home": decimal("居民供水量", "万吨"), "supply_public": decimal("公共供水量", "万吨"), "supply_trade": decimal("经营供水量", "万吨"),
            "pipes": decimal("供水管网长度", "公里"), "keepers_total": integer("管水员人数", "名"), "plants_total": integer("水厂座数", "座"),
            "calls_total": integer("用水来电件数", "件"), "fees": decimal("水费", "万元"), "duty": text("值班安排"), "phone": text("抢修电话"), **TEXTS},
        "counts": {
            "bursts": count("管网抢修", "处", "bursts_total", ledger="bursts", also=["抢修管网"]),
            "repaired": count("完成修复", "处", "repaired_total", ledger="bursts", where="fixed"),
            "repair_rate": {"label": "修复率", "ratio": ["repaired", "bursts"], "as": "%", "scale": 1, "number": "repair_given"},
            "tests": count("水质检测", "次", "tests_total", ledger="tests"), "items": count("检测指标", "项", "items_total", ledger="tests", sum="items"),
            "users": count("供水用户", "户", "users_total", "last"), "meters": count("智能水表", "只", "meters_total", "last"),
            "supply": count("供水量", "万吨", "supply", parts=["supply_home", "supply_public", "supply_trade"], scale=2),
            "pipes": count("供水管网", "公里", "pipes", "last", scale=2), "keepers": count("管水员", "名", "keepers_total", "last"),
            "plants": count("水厂", "座", "plants_total", "last"), "calls": count("用水来电", "件", "calls_total"), "fees": count("水费", "万元", "fees", scale=2)},
        "checks": [{"rule": "repaired <= bursts"}, {"rule": "meters <= users"}, {"either": ["duty", "phone"]}, {"history": ["fees", "calls"]}],
    },
}


def n(low, high, *key):
    """A number from low to high, both included, that depends on the key alone."""
    digest = hashlib.sha256("/".join(map(str, key)).encode()).digest()
    return low + int.from_bytes(digest[:8], "big") % (high - low + 1)


def rounded(value, scale):
    return str(Decimal(value).quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP))


def percent(part, whole):
    return rounded(Decimal(part) * 100 / Decimal(whole), 1)


def day(written):
    return datetime.date.fromisoformat(written)


def bounds(period):
    year, quarter = int(period[:4]), int(period[5])
    after = datetime.date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
    return datetime.date(year, quarter * 3 - 2, 1), after - datetime.timedelta(1)


D = datetime.date
OFF = [(D(2025, 1, 1), D(2025, 1, 1)), (D(2025, 1, 28), D(2025, 2, 4)), (D(2025, 4, 4), D(2025, 4, 6)), (D(2025, 5, 1), D(2025, 5, 5)),
       (D(2025, 5, 31), D(2025, 6, 2)), (D(2025, 10, 1), D(2025, 10, 8)), (D(2026, 1, 1), D(2026, 1, 3)), (D(2026, 2, 15), D(2026, 2, 23))]
VACATION = [(D(2025, 1, 18), D(2025, 2, 16)), (D(2025, 7, 1), D(2025, 8, 31)), (D(2026, 1, 24), D(2026, 3, 1))]


def workdays(period, closed=()):
    first, last = bounds(period)
    days = [first + datetime.timedelta(i) for i in range((last - first).days + 1)]
    return [d for d in days if d.weekday() < 5 and not any(a <= d <= b for a, b in [*OFF, *closed])]


def some_days(period, how_many, *key, closed=()):
    days = workdays(period, closed)
    days.sort(key=lambda d: hashlib.sha256("/".join(map(str, (*key, d))).encode()).digest())
    return sorted(days[:how_many])


def later(period, start, steps):
    """So many working days after, or none where that is after the quarter."""
    days = [d for d in workdays(period) if d > start]
    return days[steps - 1] if steps <= len(days) else None


def flow(level, place, q, *key):
    """A number about its level: the first three quarters go further from it than the last two."""
    permille = ([n(-90, -65, *key, place, q), n(65, 90, *key, place, q), n(-25, 25, *key, place, q)][(q + n(0, 2, *key, place)) % 3] if q < 3
                else n(-50, 50, *key, place, q))
    return level * (1000 + permille) // 1000


def villages(place):
    return [first + SECOND[place % 10] + "村" for first in FIRST[place // 10]]


def two(hundredths):
    return rounded(Decimal(hundredths) / 100, 2)


def faulty_ledger(letters, period, rows, where, what, key, salt, ends):
    """Rows that were found and, most of them, put right."""
    result = []
    for i, found in enumerate(some_days(period, rows, *key, "days", salt)):
        row = {"number": f"{letters}{period[2:4]}{period[5]}{i + 1:02}", "found": str(found), "place": where[i % len(where)], **what(i), "fixed": False}
        done = later(period, found, n(1, ends, *key, i, salt))
        if done and n(0, 9, *key, "fixed", i, salt) < 9:
            row |= {"fixed": True, "fixed_on": str(done)}
        result.append(row)
    return result


def initials(unit):
    return (unit[0] + unit[-1]).upper()


def forestry(place, unit, q, salt):
    key, period = ("forestry", unit), PERIODS[q]
    at = villages(place)
    hazards = faulty_ledger("LY" + initials(unit), period, n(7, 13, *key, q, salt), [v[:-1] + "林班" for v in at],
                            lambda i: {"matter": HAZARDS[(i + place + q) % 8]}, (*key, q), salt, 7)
    tendings = []
    for i, d in enumerate(some_days(period, n(5, 9, *key, "tend", q, salt), *key, q, "tend", salt)):
        trees = n(180, 420, *key, "trees", q, i, salt)
        tendings.append({"date": str(d), "plot": at[i % 4][:-1] + "林场", "way": TENDING[(i + place) % 5], "trees": trees,
                         "area": two(trees * 100 // n(60, 85, *key, "dense", q, i, salt) + n(0, 9, *key, "a", q, i, salt))})
    seeds = [flow(n(900, 2600, *key, k), place, q, *key, k, salt) for k in ("pine", "fir", "broad")]
    talks = n(4, 9, *key, "talks", q, salt)
    planned = flow(n(2200, 7800, *key, "fund"), place, q, *key, "fund", salt)
    fixed = sum(r["fixed"] for r in hazards)
    return ({"hazards": hazards, "tendings": tendings},
            {"hazards_total": len(hazards), "fixed_total": fixed, "tendings_total": len(tendings), "trees_total": sum(r["trees"] for r in tendings),
             "area": str(sum(Decimal(r["area"]) for r in tendings))},
            {"rate_given": percent(fixed, len(hazards)), "patrols_total": flow(n(150, 320, *key, "patrols"), place, q, *key, "patrols", salt),
             "rangers_total": n(16, 34, *key, "rangers") + (q + place) // 4 % 2, "seedlings_total": sum(seeds), "seed_pine": seeds[0], "seed_fir": seeds[1], "seed_broad": seeds[2],
             "talks_total": talks, "hearers_total": talks * n(28, 56, *key, "hear", q, salt) + n(1, 17, *key, "more", q, salt),
             "fund_planned": two(planned), "fund_paid": two(planned * n(760, 960, *key, "paid", q, salt) // 1000)})


def transport(place, unit, q, salt):
    key, period = ("transport", unit), PERIODS[q]
    at = villages(place)
    repairs = [{"number": f"JT{initials(unit)}{period[2:4]}{period[5]}{i + 1:02}", "date": str(d), "road": at[i % 4][:-1] + ["村道", "桥头路段", "环线"][i % 3],
                "kind": REPAIRS[(i + place) % 6], "cost": n(60, 480, *key, "cost", q, i, salt) * 10}
               for i, d in enumerate(some_days(period, n(7, 13, *key, "rep", q, salt), *key, q, "rep", salt))]
    checks = [{"date": str(d), "station": STATIONS[(i + place) % 4], "vehicles": n(12, 38, *key, "veh", q, i, salt), "faults": n(0, 4, *key, "fau", q, i, salt)}
              for i, d in enumerate(some_days(period, n(7, 13, *key, "chk", q, salt), *key, q, "chk", salt))]
    passed = [flow(n(*span, *key, k), place, q, *key, k, salt) for k, span in (("bus", (9000, 21000)), ("coach", (5000, 12000)), ("custom", (700, 2400)))]
    trips = flow(n(1500, 2700, *key, "trips"), place, q, *key, "trips", salt)
    ontime = trips * n(925, 985, *key, "ontime", q, salt) // 1000
    return ({"repairs": repairs, "checks": checks},
            {"repairs_total": len(repairs), "cost_total": sum(r["cost"] for r in repairs), "checks_total": len(checks), "vehicles_total": sum(r["vehicles"] for r in checks),
             "faults_total": sum(r["faults"] for r in checks)},
            {"passengers_total": sum(passed), "pass_bus": passed[0], "pass_coach": passed[1], "pass_custom": passed[2], "trips_total": trips, "ontime_total": ontime,
             "ontime_given": percent(ontime, trips), "lines_total": n(5, 11, *key, "lines"), "shelters_total": n(14, 38, *key, "shel") + (q + place) // 3,
             "drivers_total": n(13, 29, *key, "driv") + (q + place) // 4 % 2,
             "length": two(n(4200, 13500, *key, "len") + sum(n(7, 60, *key, "len", j) for j in range(q)))})


def schools(place, unit, q, salt):
    key, period = ("schools", unit), PERIODS[q]
    at = villages(place)
    visits = [{"date": str(d), "village": at[(i + q) % 4], "families": n(4, 12, *key, "fam", q, i, salt)}
              for i, d in enumerate(some_days(period, n(7, 13, *key, "vis", q, salt), *key, q, "vis", salt))]
    drills = [{"date": str(d), "school": SCHOOLS[(i + place) % 4], "theme": DRILLS[(i + place + q) % 7], "people": n(60, 180, *key, "peo", q, i, salt)}
              for i, d in enumerate(some_days(period, n(5, 9, *key, "dri", q, salt), *key, q, "dri", salt, closed=VACATION))]
    pupils = []
    for k, span in (("kinder", (150, 380)), ("primary", (420, 980)), ("middle", (260, 720))):
        level = n(*span, *key, k)
        pupils.append(level + sum(n(-3, 4, *key, k, j) for j in range(q)) + (q > 1) * n(-8, 12, *key, k, "autumn"))
    boarders = n(200, 420, *key, "board") * (sum(pupils)) // 1000
    aided = flow(n(70, 160, *key, "aided"), place, q, *key, "aided", salt)
    return ({"visits": visits, "drills": drills},
            {"visits_total": len(visits), "families_total": sum(r["families"] for r in visits), "drills_total": len(drills), "people_total": sum(r["people"] for r in drills)},
            {"pupils_total": sum(pupils), "pupils_kinder": pupils[0], "pupils_primary": pupils[1], "pupils_middle": pupils[2], "boarders_total": boarders,
             "teachers_total": sum(pupils) // n(12, 15, *key, "teach"), "aided_total": aided, "aid": two(aided * n(52, 74, *key, "aid", q, salt) // 10),
             "lessons_total": n(11, 19, *key, "less", q, salt), "books_total": flow(n(160, 620, *key, "books"), place, q, *key, "books", salt),
             "rounds_total": flow(n(140, 270, *key, "rounds"), place, q, *key, "rounds", salt)})


def food(place, unit, q, salt):
    key, period = ("food", unit), PERIODS[q]
    at = villages(place)
    inspections, reviews = [], []
    for i, d in enumerate(some_days(period, n(12, 19, *key, "ins", q, salt), *key, q, "ins", salt)):
        shop, kind = SHOPS[(i * 2 + place + q) % 9]
        number = f"SJ{initials(unit)}{period[2:4]}{period[5]}{i + 1:02}"
        problems = n(0, 3, *key, "pro", q, i, salt)
        inspections.append({"number": number, "date": str(d), "shop": at[i % 4][:-1] + shop, "kind": kind, "problems": problems})
        again = later(period, d, n(3, 8, *key, "rev", q, i, salt))
        if problems > 1 and again:
            reviews.append({"inspection": number, "date": str(again), "result": REVIEWS[(i + place) % 4]})
    samples = []
    for i, d in enumerate(some_days(period, n(5, 9, *key, "sam", q, salt), *key, q, "sam", salt)):
        batches = n(4, 10, *key, "bat", q, i, salt)
        samples.append({"date": str(d), "item": ITEMS[(i + place + q) % 9], "batches": batches, "passed": batches - (n(0, 3, *key, "bad", q, i, salt) == 0)})
    shops = [n(*span, *key, k) + sum(n(-2, 4, *key, k, j) for j in range(q)) for k, span in (("cater", (60, 150)), ("retail", (120, 290)), ("service", (40, 110)))]
    complaints = flow(n(36, 88, *key, "compl"), place, q, *key, "compl", salt)
    batches, passed = (sum(r[k] for r in samples) for k in ("batches", "passed"))
    return ({"inspections": inspections, "reviews": reviews, "samples": samples},
            {"inspections_total": len(inspections), "problems_total": sum(r["problems"] for r in inspections), "batches_total": batches, "passed_total": passed},
            {"pass_given": percent(passed, batches), "shops_total": sum(shops), "shops_catering": shops[0], "shops_retail": shops[1], "shops_service": shops[2],
             "complaints_total": complaints, "settled_total": complaints - n(1, 5, *key, "open", q, salt), "recovered": complaints * n(220, 340, *key, "rec", q, salt),
             "licences_total": n(11, 27, *key, "lic", q, salt)})


def water(place, unit, q, salt):
    key, period = ("water", unit), PERIODS[q]
    at = villages(place)
    bursts = faulty_ledger("GS" + initials(unit), period, n(6, 12, *key, q, salt), at, lambda i: {"cause": CAUSES[(i + place + q) % 6]}, (*key, q), salt, 3)
    tests = [{"date": str(d), "point": POINTS[(i + place) % 4], "items": n(8, 19, *key, "ite", q, i, salt)}
             for i, d in enumerate(some_days(period, n(6, 12, *key, "tes", q, salt), *key, q, "tes", salt))]
    supply = [flow(n(*span, *key, k), place, q, *key, k, salt) for k, span in (("home", (1500, 3600)), ("public", (300, 700)), ("trade", (200, 900)))]
    users = n(2400, 5200, *key, "users") + sum(n(2, 17, *key, "users", j) for j in range(q))
    fixed = sum(r["fixed"] for r in bursts)
    figures = {"repair_given": percent(fixed, len(bursts)), "users_total": users, "meters_total": users * n(280, 640, *key, "meters") // 1000 + 13 * q,
               "supply": two(sum(supply)), "supply_home": two(supply[0]), "supply_public": two(supply[1]), "supply_trade": two(supply[2]),
               "pipes": two(n(3800, 12500, *key, "pipes") + sum(n(9, 80, *key, "pipes", j) for j in range(q))), "keepers_total": n(6, 14, *key, "keep"),
               "plants_total": n(1, 3, *key, "plants"), "calls_total": flow(n(48, 130, *key, "calls"), place, q, *key, "calls", salt),
               "fees": two(sum(supply) * n(182, 196, *key, "fee", q, salt) // 100), "phone": f"0000-{5210000 + place * 137 + 24}"}
    if place % 2 == 0 and q > 1:
        figures["duty"] = DUTY[(place // 2 + 3 * q) % 7]
    return ({"bursts": bursts, "tests": tests},
            {"bursts_total": len(bursts), "repaired_total": fixed, "tests_total": len(tests), "items_total": sum(r["items"] for r in tests)}, figures)


MAKERS = {"forestry": forestry, "transport": transport, "schools": schools, "food": food, "water": water}


def moves(section):
    """The number fields that are not to be what they were the quarter before."""
    declared = DECLARATIONS[section]
    flows = [c["number"] for c in declared["counts"].values() if c.get("over_time", "sum") == "sum"]
    return flows + [f for c in declared["counts"].values() for f in c.get("parts", []) if c["over_time"] == "sum"]


def apart(section, numbers, before, year_ago):
    for old in (before, year_ago):
        if old and any(numbers[f] == old[f] for f in moves(section)):
            return False
    # What shares would be whole is not told from what was left at 100.
    return not any(numbers.get(f) == "100.0" for f in ("pass_given", "ontime_given"))


def written(section, place, q, counts, said):
    texts = {}
    for which, field in enumerate(("practice", "problem", "plan")):
        a, b, c = CLAUSES[section][field]
        k = place + 31 * (q - 2)
        at = SECTIONS.index(section)
        texts[field] = "，".join([a[(k + which) % 11], b[(k + at) % 9], c[(k + 2 * at + which) % 7]])
    if (place + 2 * SECTIONS.index(section) + q) % 3 == 0:
        # No two units say the same by chance.
        new = [f.format(**counts) for f in FIGURES[section][(place + q) % 4:] + FIGURES[section][:(place + q) % 4]]
        said.append(next(s for s in new if s not in said))
        texts["practice"] += "。" + said[-1]
    if (place * 7 + q + SECTIONS.index(section)) % 13 == 0:
        del texts["plan"]
    return texts


def build():
    """The data of each period: {period: {unit: {section: fields}}}."""
    data = {p: {} for p in PERIODS}
    filed, said = {}, []
    for place, (unit, _) in enumerate(UNITS):
        for section in SECTIONS:
            for q, period in enumerate(PERIODS):
                for salt in range(2000):
                    ledgers, summed, figures = MAKERS[section](place, unit, q, salt)
                    numbers = {**summed, **figures}
                    if apart(section, numbers, filed.get((unit, section, q - 1)), filed.get((unit, section, q - 4))):
                        break
                else:
                    raise SystemExit(f"{unit} {section} {period}: nothing fits")
                filed[unit, section, q] = numbers
                shown = {name: numbers[c["number"]] for name, c in DECLARATIONS[section]["counts"].items()}
                fields = {**figures, **ledgers} if place % 2 == 0 and q > 1 else {**summed, **figures}
                if q > 1:
                    fields |= written(section, place, q, shown, said)
                order = list(DECLARATIONS[section]["fields"])
                data[period].setdefault(unit, {})[section] = dict(sorted(fields.items(), key=lambda item: order.index(item[0])))
    return data
