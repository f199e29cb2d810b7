"""The base: what is declared, and what thirty units filed over five quarters (figures and ledgers; texts are laid by make.py)."""
import calendar
import datetime
from decimal import Decimal, ROUND_HALF_UP

from words import SLOTS, VILLAGE_A, VILLAGE_B

QUARTERS = ["2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1"]
WITH_TEXT = QUARTERS[2:]
TESTED = QUARTERS[3:]
SECTIONS = ["market", "window", "disabled", "forestry", "farming"]
TEXTS = ["practice", "problem", "plan"]


def number(label, measure, type_="integer", **more):
    return dict({"label": label, "type": type_, "measure": measure}, **more)


def column(label, type_="text", **more):
    return dict({"label": label, "type": type_}, **more)


def texts(of):
    return {"practice": {"label": of + "做法", "type": "text"}, "problem": {"label": of + "问题", "type": "text"},
            "plan": {"label": of + "打算", "type": "text"}}


def ledger(label, columns, unique=None):
    field = {"label": label, "type": "ledger"}
    if unique:
        field["unique"] = [unique]
    field["columns"] = columns
    return field


NEED = {"required": True}

# section -> (title, ledgers, plain counts, ledger counts, ratios, checks)
# a plain count: name, label, measure, kind (flow, stock, year), digits, also, parts
PLAIN = {
    "market": [
        ("corrected", "整改问题", "个", "flow", 0, ["完成整改"], None),
        ("complaints", "投诉举报", "件", "flow", 0, ["受理投诉"], ["complaints_goods", "complaints_service", "complaints_price"]),
        ("complaints_goods", "商品类投诉", "件", "flow", 0, ["商品类"], None),
        ("complaints_service", "服务类投诉", "件", "flow", 0, ["服务类"], None),
        ("complaints_price", "价格类投诉", "件", "flow", 0, ["价格类"], None),
        ("complaints_year", "今年以来投诉举报", "件", "year", 0, [], None),
        ("answered", "办结投诉举报", "件", "flow", 0, [], None),
        ("shops", "在册经营主体", "户", "stock", 0, ["在册主体"], ["shops_food", "shops_drug", "shops_other"]),
        ("shops_food", "食品类主体", "户", "stock", 0, ["食品类"], None),
        ("shops_drug", "药械类主体", "户", "stock", 0, ["药械类"], None),
        ("shops_other", "其他类主体", "户", "stock", 0, ["其他类"], None),
        ("refund", "挽回损失", "元", "flow", 0, [], None),
        ("fund", "监管经费", "万元", "flow", 2, [], None),
        ("inspectors", "监管执法人员", "人", "stock", 0, ["执法人员"], None),
    ],
    "window": [
        ("asks", "咨询人次", "人次", "flow", 0, ["咨询"], ["ask_window", "ask_phone", "ask_net"]),
        ("ask_window", "现场咨询", "人次", "flow", 0, ["窗口咨询"], None),
        ("ask_phone", "电话咨询", "人次", "flow", 0, [], None),
        ("ask_net", "网上咨询", "人次", "flow", 0, [], None),
        ("rated", "服务评价", "份", "flow", 0, ["收到评价"], None),
        ("pleased", "满意评价", "份", "flow", 0, ["满意"], None),
        ("affairs", "进驻事项", "项", "stock", 0, [], ["affairs_civil", "affairs_firm", "affairs_farm"]),
        ("affairs_civil", "民生类事项", "项", "stock", 0, ["民生类"], None),
        ("affairs_firm", "涉企类事项", "项", "stock", 0, ["涉企类"], None),
        ("affairs_farm", "涉农类事项", "项", "stock", 0, ["涉农类"], None),
        ("staff", "窗口人员", "人", "stock", 0, [], None),
        ("kiosks", "自助终端", "台", "stock", 0, [], None),
        ("trips", "减少跑动", "人次", "flow", 0, ["减少群众跑动"], None),
        ("fund", "运行经费", "万元", "flow", 2, [], None),
    ],
    "disabled": [
        ("met", "落实需求", "条", "flow", 0, ["已落实"], None),
        ("holders", "持证残疾人", "人", "stock", 0, [], ["limb", "sight", "hearing", "other"]),
        ("limb", "肢体残疾", "人", "stock", 0, [], None),
        ("sight", "视力残疾", "人", "stock", 0, [], None),
        ("hearing", "听力残疾", "人", "stock", 0, [], None),
        ("other", "其他残疾", "人", "stock", 0, [], None),
        ("rehab_year", "今年以来康复服务", "人次", "year", 0, [], None),
        ("jobs", "新增就业", "人", "flow", 0, ["新增残疾人就业"], None),
        ("allowance", "残疾人补贴", "万元", "flow", 2, ["两项补贴"], ["living", "nursing"]),
        ("living", "生活补贴", "万元", "flow", 2, [], None),
        ("nursing", "护理补贴", "万元", "flow", 2, [], None),
        ("volunteers", "助残志愿者", "名", "stock", 0, [], None),
        ("hours", "志愿服务时长", "小时", "flow", 0, ["志愿服务"], None),
        ("ramps", "无障碍改造", "户", "flow", 0, [], None),
    ],
    "forestry": [
        ("forest", "林地", "亩", "stock", 1, ["林地面积"], ["public", "timber", "fruit"]),
        ("public", "公益林", "亩", "stock", 1, [], None),
        ("timber", "用材林", "亩", "stock", 1, [], None),
        ("fruit", "经济林", "亩", "stock", 1, [], None),
        ("checked", "核查造林面积", "亩", "flow", 1, [], None),
        ("alive", "成活面积", "亩", "flow", 1, [], None),
        ("rangers", "护林员", "名", "stock", 0, [], None),
        ("leaflets", "防火宣传单", "份", "flow", 0, ["宣传单"], None),
        ("leaflets_year", "今年以来防火宣传单", "份", "year", 0, [], None),
        ("pests", "病虫害防治", "亩", "flow", 1, ["防治病虫害", "病虫害防治面积"], None),
        ("drills", "防火演练", "场", "flow", 0, [], None),
        ("drill_people", "演练参加人次", "人次", "flow", 0, ["参加演练"], None),
        ("planned", "林业资金安排", "万元", "flow", 2, [], None),
        ("paid", "林业资金支付", "万元", "flow", 2, [], None),
    ],
    "farming": [
        ("sown", "播种面积", "亩", "season", 1, [], ["grain", "oil", "veg"]),
        ("grain", "粮食面积", "亩", "season", 1, [], None),
        ("oil", "油料面积", "亩", "season", 1, [], None),
        ("veg", "蔬菜面积", "亩", "season", 1, [], None),
        ("doses", "畜禽防疫", "头次", "flow", 0, [], None),
        ("doses_year", "今年以来畜禽防疫", "头次", "year", 0, [], None),
        ("tests", "农残检测", "批次", "flow", 0, [], None),
        ("tests_passed", "检测合格", "批次", "flow", 0, [], None),
        ("coops", "合作社", "家", "stock", 0, [], None),
        ("farms", "家庭农场", "家", "stock", 0, [], None),
        ("insured", "农业保险投保", "亩", "flow", 1, ["投保面积"], None),
        ("subsidy", "农机补贴", "万元", "flow", 2, [], None),
        ("sales", "网络销售额", "元", "flow", 0, ["网上销售"], None),
        ("pigs", "生猪存栏", "头", "stock", 0, [], None),
    ],
}

LEDGERS = {
    "market": {
        "inspections": ledger("检查台账", {"number": column("编号", **NEED), "date": column("检查日期", "date", **NEED),
                              "shop": column("经营主体", **NEED), "kind": column("类别", **NEED),
                              "problems": column("发现问题", "integer", measure="个")}, "number"),
        "samples": ledger("抽检台账", {"number": column("编号", **NEED), "date": column("抽样日期", "date", **NEED),
                          "goods": column("品种"), "batches": column("抽检批次", "integer", measure="批次"),
                          "passed": column("合格批次", "integer", measure="批次")}, "number"),
    },
    "window": {
        "cases": ledger("办件台账", {"number": column("编号", **NEED), "received": column("受理日期", "date", **NEED),
                        "village": column("村"), "matter": column("事项"), "settled": column("是否办结", "boolean"),
                        "settled_on": column("办结日期", "date")}, "number"),
        "homes": ledger("上门服务台账", {"date": column("日期", "date", **NEED), "village": column("村", **NEED),
                        "staff": column("出动人数", "integer", measure="人"), "matters": column("代办事项", "integer", measure="件")}),
        "reviews": ledger("回访台账", {"case": column("办件编号", required=True, refers="cases.number"),
                          "date": column("回访日期", "date", **NEED), "result": column("回访结果")}),
    },
    "disabled": {
        "visits": ledger("走访台账", {"number": column("编号", **NEED), "date": column("走访日期", "date", **NEED),
                         "village": column("村", **NEED), "households": column("入户", "integer", measure="户"),
                         "needs": column("收集需求", "integer", measure="条")}, "number"),
        "followups": ledger("回头看台账", {"visit": column("走访编号", required=True, refers="visits.number"),
                            "date": column("日期", "date", **NEED), "result": column("结果")}),
        "devices": ledger("辅具发放台账", {"date": column("发放日期", "date", **NEED), "village": column("村"),
                          "device": column("辅具", **NEED), "pieces": column("数量", "integer", measure="件"),
                          "cost": column("金额", "integer", measure="元")}),
        "courses": ledger("康复训练台账", {"number": column("编号", **NEED), "start": column("开始日期", "date", **NEED),
                          "finish": column("结束日期", "date"), "site": column("地点"),
                          "people": column("服务人次", "integer", measure="人次")}, "number"),
    },
    "forestry": {
        "tours": ledger("巡护台账", {"date": column("日期", "date", **NEED), "route": column("路线", **NEED),
                        "length": column("里程", "decimal", measure="公里"), "found": column("发现问题", "integer", measure="处"),
                        "onspot": column("当场处理", "integer", measure="处")}),
        "plantings": ledger("造林台账", {"number": column("编号", **NEED), "start": column("开工日期", "date", **NEED),
                            "finish": column("完工日期", "date"), "place": column("地点"), "species": column("树种"),
                            "area": column("面积", "decimal", measure="亩"), "trees": column("株数", "integer", measure="株")}, "number"),
    },
    "farming": {
        "talks": ledger("农技指导台账", {"date": column("日期", "date", **NEED), "village": column("村", **NEED),
                        "crop": column("作物", **NEED), "experts": column("农技人员", "integer", measure="人"),
                        "learners": column("参加人次", "integer", measure="人次")}),
        "repairs": ledger("农机检修台账", {"number": column("编号", **NEED), "received": column("送修日期", "date", **NEED),
                          "kind": column("机型", **NEED), "owner": column("送修村"), "repaired": column("是否修复", "boolean"),
                          "repaired_on": column("修复日期", "date")}, "number"),
    },
}

# name, label, measure, ledger, sum column, where, digits, also
KEPT = {
    "market": [("checks", "检查经营主体", "家次", "inspections", None, None, 0, []),
               ("problems", "检查发现问题", "个", "inspections", "problems", None, 0, ["发现问题"]),
               ("samples", "食品抽检", "批次", "samples", "batches", None, 0, ["抽检食品", "抽检"]),
               ("passed", "抽检合格", "批次", "samples", "passed", None, 0, [])],
    "window": [("cases", "受理办件", "件", "cases", None, None, 0, ["办件"]),
               ("settled", "办结办件", "件", "cases", None, "settled", 0, ["办结"]),
               ("homes", "上门服务", "次", "homes", None, None, 0, []),
               ("home_matters", "代办事项", "件", "homes", "matters", None, 0, [])],
    "disabled": [("visits", "走访", "次", "visits", None, None, 0, ["走访残疾人家庭"]),
                 ("households", "入户", "户", "visits", "households", None, 0, []),
                 ("needs", "收集需求", "条", "visits", "needs", None, 0, []),
                 ("pieces", "发放辅具", "件", "devices", "pieces", None, 0, ["辅具"]),
                 ("cost", "辅具金额", "元", "devices", "cost", None, 0, []),
                 ("rehab", "康复服务", "人次", "courses", "people", None, 0, [])],
    "forestry": [("patrols", "巡护", "次", "tours", None, None, 0, []),
                 ("length", "巡护里程", "公里", "tours", "length", None, 1, []),
                 ("found", "巡护发现问题", "处", "tours", "found", None, 0, ["发现问题"]),
                 ("onspot", "当场处理问题", "处", "tours", "onspot", None, 0, ["当场处理"]),
                 ("plots", "造林地块", "块", "plantings", None, None, 0, []),
                 ("area", "造林面积", "亩", "plantings", "area", None, 1, ["造林"]),
                 ("trees", "栽植株数", "株", "plantings", "trees", None, 0, ["栽植"])],
    "farming": [("lessons", "农技指导", "场", "talks", None, None, 0, []),
                ("learners", "农技指导参加人次", "人次", "talks", "learners", None, 0, []),
                ("machines", "检修农机", "台", "repairs", None, None, 0, ["送修农机"]),
                ("repaired", "修复农机", "台", "repairs", None, "repaired", 0, ["修复"])],
}

RATES = {"market": [("corrected_rate", "整改率", "corrected", "problems", "corrected_given")],
         "window": [("settled_rate", "办结率", "settled", "cases", "settled_given"),
                    ("pleased_rate", "满意率", "pleased", "rated", "pleased_given")],
         "disabled": [],
         "forestry": [("alive_rate", "成活率", "alive", "checked", "alive_given")],
         "farming": [("tests_rate", "合格率", "tests_passed", "tests", "tests_given")]}

CHECKS = {
    "market": {"corrected_within": ("corrected <= problems", "整改{corrected}个，多于发现{problems}个，请核对。"),
               "passed_within": ("passed <= samples", "合格{passed}批次，多于抽检{samples}批次，请核对。"),
               "year_within": ("complaints <= complaints_year", "今年以来{complaints_year}件，少于本季度{complaints}件，请核对。")},
    "window": {"settled_within": ("settled <= cases", "办结{settled}件，多于受理{cases}件，请核对。"),
               "pleased_within": ("pleased <= rated", "满意{pleased}份，多于评价{rated}份，请核对。")},
    "disabled": {"met_within": ("met <= needs", "落实{met}条，多于收集{needs}条，请核对。")},
    "forestry": {"onspot_within": ("onspot <= found", "当场处理{onspot}处，多于发现{found}处，请核对。"),
                 "alive_within": ("alive <= checked", "成活{alive}亩，多于核查{checked}亩，请核对。")},
    "farming": {"repaired_within": ("repaired <= machines", "修复{repaired}台，多于检修{machines}台，请核对。"),
                "passed_within": ("tests_passed <= tests", "合格{tests_passed}批次，多于检测{tests}批次，请核对。")},
}
TITLES = {"market": "市场监管", "window": "政务服务", "disabled": "残疾人帮扶", "forestry": "林业管护", "farming": "农业生产"}
JUMP = {"market": ["refund", "fund"], "window": ["trips", "fund"], "disabled": ["hours"], "forestry": ["leaflets"],
           "farming": ["pigs", "insured"]}


def field_of(name):
    return name if name.endswith("_year") else name + "_total"


def declarations():
    out = {}
    for section in SECTIONS:
        fields = {k: v for k, v in LEDGERS[section].items()}
        counts = {}
        for name, label, measure, led, total, where, digits, also in KEPT[section]:
            fields[field_of(name)] = number(label, measure, "decimal" if digits else "integer")
            count = {"label": label, "measure": measure}
            if digits:
                count.update(kind="decimal", scale=digits)
            count["ledger"] = led
            if total:
                count["sum"] = total
            if where:
                count["where"] = where
            count["number"] = field_of(name)
            if also:
                count["also"] = also
            counts[name] = count
        for name, label, measure, kind, digits, also, parts in PLAIN[section]:
            fields[field_of(name)] = number(label, measure, "decimal" if digits else "integer")
            count = {"label": label, "measure": measure}
            if digits:
                count.update(kind="decimal", scale=digits)
            count["number"] = field_of(name)
            if also:
                count["also"] = also
            if parts:
                count["parts"] = parts
            if kind != "flow":
                count["over_time"] = "last"
            if name in JUMP[section]:
                count["jump"] = 3
            counts[name] = count
        for name, label, num, den, given in RATES[section]:
            fields[given] = number("填报" + label, "%", "decimal")
            counts[name] = {"label": label, "kind": "ratio", "scale": 1, "ratio": {"num": num, "den": den, "as": "%"}, "number": given}
        fields.update(texts(TITLES[section]))
        checks = {k: {"rule": r, "severity": "error", "message": m} for k, (r, m) in CHECKS[section].items()}
        out[section] = {"title": TITLES[section], "fields": fields, "counts": counts, "checks": checks}
    return out


def days_of(quarter):
    year, q = int(quarter[:4]), int(quarter[5])
    first = datetime.date(year, 3 * q - 2, 1)
    last = datetime.date(year, 3 * q, calendar.monthrange(year, 3 * q)[1])
    return first, last


def half_up(value, digits):
    return Decimal(value).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def villages(rng):
    names = [a + b + "村" for a in VILLAGE_A for b in VILLAGE_B]
    rng.shuffle(names)
    return [names[5 * i:5 * i + 5] for i in range(30)]


PRICE = {"轮椅": (460, 540), "助听器": (1180, 1320), "腋杖": (85, 99), "防褥疮坐垫": (210, 250), "盲杖": (52, 60), "护理床": (1520, 1680)}
KIND_OF = {"小馆": "餐饮", "面馆": "餐饮", "粮油店": "食品", "糕点铺": "食品", "药房": "药械", "医疗器械店": "药械", "百货": "日用", "文具店": "日用"}
SURNAME = ["顺意", "福来", "惠民", "好运", "家和", "永兴", "迎春", "百顺", "万客", "四季", "口福", "安康", "德和", "聚源"]


def some_days(rng, quarter, count, early=0):
    first, last = days_of(quarter)
    span = (last - first).days - early
    return [first + datetime.timedelta(d) for d in sorted(rng.sample(range(span + 1), count))]


def ledgers(rng, index, quarter, places, price):
    """Every ledger of a unit in a quarter."""
    tag = quarter[2:4] + quarter[5] + "%02d" % (index + 1)
    iso = lambda d: d.isoformat()
    last = days_of(quarter)[1]
    out = {s: {} for s in SECTIONS}
    rows, used = [], set()
    for i, day in enumerate(some_days(rng, quarter, rng.randint(12, 20))):
        while True:
            tail = rng.choice(list(KIND_OF))
            shop = rng.choice(places)[:-1] + rng.choice(SURNAME) + tail
            if shop not in used:
                used.add(shop)
                break
        rows.append({"number": f"J{tag}-{i + 1:03d}", "date": iso(day), "shop": shop, "kind": KIND_OF[tail],
                     "problems": rng.choice([0, 0, 1, 1, 2, 2, 3, 4])})
    out["market"]["inspections"] = rows
    goods = rng.sample(SLOTS["market"]["goods"], 9)
    rows = []
    for i, day in enumerate(some_days(rng, quarter, rng.randint(6, 9))):
        batches = rng.randint(4, 12)
        rows.append({"number": f"C{tag}-{i + 1:03d}", "date": iso(day), "goods": goods[i], "batches": batches,
                     "passed": batches - rng.choice([0, 0, 0, 1, 1])})
    if all(r["batches"] == r["passed"] for r in rows):
        rows[0]["passed"] -= 1
    out["market"]["samples"] = rows

    rows = []
    for i, day in enumerate(some_days(rng, quarter, rng.randint(15, 23))):
        row = {"number": f"B{tag}-{i + 1:03d}", "received": iso(day), "village": rng.choice(places), "matter": rng.choice(SLOTS["window"]["matter"])}
        done = day + datetime.timedelta(rng.randint(1, 12))
        if done <= last and rng.random() < .93:
            row.update(settled=True, settled_on=iso(done))
        else:
            row["settled"] = False
        rows.append(row)
    out["window"]["cases"] = rows
    rows = [{"date": iso(day), "village": rng.choice(places), "staff": rng.randint(2, 4), "matters": rng.randint(2, 9)}
            for day in some_days(rng, quarter, rng.randint(6, 11))]
    out["window"]["homes"] = rows
    rows = []
    for case in out["window"]["cases"]:
        if case["settled"] and rng.random() < .4:
            day = datetime.date.fromisoformat(case["settled_on"]) + datetime.timedelta(rng.randint(1, 6))
            if day <= last:
                rows.append({"case": case["number"], "date": iso(day), "result": rng.choice(["满意", "满意", "基本满意", "建议再简化"])})
    out["window"]["reviews"] = rows

    rows = []
    for i, day in enumerate(some_days(rng, quarter, rng.randint(9, 14))):
        households = rng.randint(3, 9)
        rows.append({"number": f"Z{tag}-{i + 1:03d}", "date": iso(day), "village": rng.choice(places), "households": households,
                     "needs": rng.randint(2, households + 2)})
    out["disabled"]["visits"] = rows
    out["disabled"]["followups"] = []
    for visit in rows:
        if rng.random() < .5:
            day = datetime.date.fromisoformat(visit["date"]) + datetime.timedelta(rng.randint(5, 20))
            if day <= last:
                out["disabled"]["followups"].append({"visit": visit["number"], "date": iso(day),
                                                     "result": rng.choice(["已解决", "正在办", "需再跟进"])})
    devices = list(price)
    rows = []
    for i, day in enumerate(some_days(rng, quarter, rng.randint(8, 11))):
        device = devices[i % 4] if i < 8 else rng.choice(devices)
        pieces = rng.randint(2, 9)
        rows.append({"date": iso(day), "village": rng.choice(places), "device": device, "pieces": pieces, "cost": pieces * price[device]})
    out["disabled"]["devices"] = rows
    rows = []
    for i, day in enumerate(some_days(rng, quarter, rng.randint(6, 9), early=8)):
        rows.append({"number": f"K{tag}-{i + 1:03d}", "start": iso(day), "finish": iso(day + datetime.timedelta(rng.randint(2, 7))),
                     "site": rng.choice(places) + rng.choice(["卫生室", "文化礼堂", "日间照料间"]), "people": rng.randint(9, 34)})
    out["disabled"]["courses"] = rows

    rows = []
    for day in some_days(rng, quarter, rng.randint(12, 19)):
        found = rng.choice([0, 1, 1, 2, 3, 4])
        rows.append({"date": iso(day), "route": rng.choice(places) + rng.choice(["后山线", "水库线", "林道线"]),
                     "length": str(half_up(Decimal(rng.randint(35, 168)) / 10, 1)), "found": found, "onspot": rng.randint(max(0, found - 2), found)})
    if sum(r["onspot"] for r in rows) >= sum(r["found"] for r in rows) - 1:
        rows[0]["found"] += 3
    out["forestry"]["tours"] = rows
    rows = []
    for i, day in enumerate(some_days(rng, quarter, rng.randint(6, 10), early=12)):
        area = half_up(Decimal(rng.randint(61, 289)) / 10, 1)
        rows.append({"number": f"L{tag}-{i + 1:03d}", "start": iso(day), "finish": iso(day + datetime.timedelta(rng.randint(3, 11))),
                     "place": rng.choice(places) + rng.choice(["北坡", "南坡", "荒坡", "岭脚"]), "species": rng.choice(SLOTS["forestry"]["tree"]),
                     "area": str(area), "trees": int(area * rng.randint(74, 92))})
    out["forestry"]["plantings"] = rows

    rows = [{"date": iso(day), "village": rng.choice(places), "crop": rng.choice(SLOTS["farming"]["crop"]), "experts": rng.randint(1, 4),
             "learners": rng.randint(16, 58)} for day in some_days(rng, quarter, rng.randint(7, 12))]
    out["farming"]["talks"] = rows
    rows = []
    for i, day in enumerate(some_days(rng, quarter, rng.randint(11, 17))):
        row = {"number": f"N{tag}-{i + 1:03d}", "received": iso(day), "kind": rng.choice(SLOTS["farming"]["machine"]), "owner": rng.choice(places)}
        done = day + datetime.timedelta(rng.randint(1, 9))
        if done <= last and rng.random() < .88 and i != 3:
            row.update(repaired=True, repaired_on=iso(done))
        else:
            row["repaired"] = False
        rows.append(row)
    out["farming"]["repairs"] = rows
    return out


def kept(section, filed):
    """The counts that a section's ledgers give."""
    out = {}
    for name, _, _, led, total, where, digits, _ in KEPT[section]:
        rows = [r for r in filed[led] if not where or r.get(where)]
        value = sum((Decimal(str(r[total])) for r in rows), Decimal(0)) if total else Decimal(len(rows))
        out[name] = value if digits else int(value)
    return out


BIG = {"market": {"checks": (58, 120), "problems": (70, 150), "samples": (52, 96), "passed": None},
       "window": {"cases": (260, 620), "settled": None, "homes": (22, 48), "home_matters": (66, 150)},
       "disabled": {"visits": (32, 60), "households": (90, 190), "needs": (74, 160), "pieces": (44, 110), "cost": (12000, 48000), "rehab": (140, 360)},
       "forestry": {"patrols": (62, 130), "length": (520, 1100), "found": (44, 96), "onspot": None, "plots": (15, 28), "area": (240, 520), "trees": None},
       "farming": {"lessons": (22, 44), "learners": (700, 1500), "machines": (64, 140), "repaired": None}}

RANGE = {"complaints_goods": (34, 80), "complaints_service": (22, 60), "complaints_price": (14, 48), "refund": (21000, 88000), "fund": (8, 28),
         "ask_window": (150, 420), "ask_phone": (110, 330), "ask_net": (90, 330), "rated": (120, 290), "trips": (310, 880), "jobs": (7, 22),
         "living": (18, 42), "nursing": (11, 30), "hours": (280, 860), "ramps": (6, 19), "checked": (260, 640), "leaflets": (1600, 8200),
         "pests": (310, 1400), "drills": (3, 9), "drill_people": (130, 420), "planned": (22, 60), "doses": (2400, 8600), "tests": (110, 260),
         "insured": (900, 3600), "subsidy": (6, 31), "sales": (120000, 860000)}
STOCK = {"shops_food": (120, 330), "shops_drug": (14, 46), "shops_other": (90, 310), "inspectors": (7, 16), "affairs_civil": (38, 64),
         "affairs_firm": (22, 44), "affairs_farm": (18, 36), "staff": (9, 19), "kiosks": (2, 7), "limb": (130, 330), "sight": (34, 90),
         "hearing": (30, 88), "other": (60, 170), "volunteers": (24, 66), "public": (6200, 14000), "timber": (4100, 9800), "fruit": (1300, 4200),
         "rangers": (17, 44), "coops": (12, 38), "farms": (22, 76), "pigs": (1300, 6400)}
SOWN = {"grain": (2600, 6800), "oil": (700, 2100), "veg": (600, 2000)}
STILL = {"inspectors", "kiosks", "staff"}


def moved(rng, around, before):
    """A little more than `around`, and not what it was before."""
    while True:
        value = around + rng.randint(0, max(3, around // 30))
        if value != before:
            return value


def figures(rng, index, places):
    """What a unit filed: quarter -> section -> data, without texts."""
    level = {k: rng.randint(*v) for k, v in list(RANGE.items()) + list(SOWN.items())}
    stock = {k: rng.randint(*v) for k, v in STOCK.items()}
    big = {s: {k: rng.randint(*v) for k, v in BIG[s].items() if v} for s in SECTIONS}
    price = {d: rng.randint(*PRICE[d]) for d in rng.sample(list(PRICE), 4)}
    before, out, year = None, {}, {}
    for quarter in QUARTERS:
        if quarter.endswith("Q1"):
            year = {}
        while True:
            led = ledgers(rng, index, quarter, places, price)
            flat = {}
            for s in SECTIONS:
                if index % 2 == 0:
                    got = kept(s, led[s])
                else:
                    got = {}
                    for name, _, _, _, _, _, digits, _ in KEPT[s]:
                        if name in big[s]:
                            value = Decimal(big[s][name]) * Decimal(str(round(rng.uniform(.84, 1.18), 4)))
                            got[name] = half_up(value + Decimal(rng.randint(1, 9)) / 10, 1) if digits else int(value)
                    if s == "market":
                        got["passed"] = got["samples"] - rng.randint(1, 5)
                    if s == "window":
                        got["settled"] = got["cases"] - rng.randint(9, 40)
                    if s == "forestry":
                        got["onspot"] = got["found"] - rng.randint(5, 18)
                        got["trees"] = int(got["area"] * rng.randint(77, 89)) + rng.randint(1, 30)
                    if s == "farming":
                        got["repaired"] = got["machines"] - rng.randint(4, 17)
                flat[s] = got
            for s in SECTIONS:
                got = flat[s]
                for name, _, _, kind, digits, _, parts in PLAIN[s]:
                    if name in RANGE:
                        value = Decimal(level[name]) * Decimal(str(round(rng.uniform(.82, 1.2), 4)))
                        if digits:
                            got[name] = half_up(value, digits) + Decimal(rng.randint(1, 9)).scaleb(-digits)
                        else:
                            got[name] = int(value)
                        if before and got[name] == before[s][name]:
                            got[name] += 1
                    elif name in SOWN:
                        season = {"1": "0.55", "2": "1.05", "3": "0.8", "4": "0.95"}[quarter[5]]
                        got[name] = half_up(Decimal(level[name]) * Decimal(season) * Decimal(str(round(rng.uniform(.93, 1.07), 4))), 1) + Decimal("0.3")
                    elif name in STOCK:
                        if name in STILL:
                            got[name] = stock[name]
                        elif digits:
                            got[name] = half_up(Decimal(stock[name]) + Decimal(rng.randint(3, 690)) / 10, 1)
                        else:
                            got[name] = moved(rng, stock[name], before and before[s][name])
                if s == "market":
                    got["corrected"] = max(1, got["problems"] - rng.randint(2, max(3, got["problems"] // 9)))
                    got["answered"] = None
                if s == "window":
                    got["pleased"] = got["rated"] - rng.randint(4, 16)
                if s == "disabled":
                    got["met"] = got["needs"] - rng.randint(3, max(5, got["needs"] // 8))
                if s == "forestry":
                    got["alive"] = half_up(got["checked"] * Decimal(rng.randint(872, 958)) / 1000, 1)
                    got["paid"] = half_up(got["planned"] * Decimal(rng.randint(760, 965)) / 1000, 2)
                if s == "farming":
                    got["tests_passed"] = got["tests"] - rng.randint(2, 7)
                for name, _, _, _, _, _, parts in PLAIN[s]:
                    if parts:
                        got[name] = sum(got[p] for p in parts)
                if s == "market":
                    got["answered"] = got["complaints"] - rng.randint(3, 14)
                for name, _, num, den, _ in [(r[0], r[1], r[2], r[3], r[4]) for r in RATES[s]]:
                    got[name] = half_up(Decimal(got[num]) * 100 / Decimal(got[den]), 1)
            # nothing that adds up over time may be what it was the quarter before, and no rate either
            fresh = True
            if before:
                for s in SECTIONS:
                    for name, value in flat[s].items():
                        old = before[s].get(name)
                        if name not in STILL and old == value:
                            fresh = False
                        if old is not None and max(old, value) > 9 and not (value <= 3 * old and old <= 3 * value):
                            fresh = False
            if fresh:
                break
        here = {}
        for s in SECTIONS:
            data, got = {}, flat[s]
            with_ledger = index % 2 == 0 and quarter in WITH_TEXT
            if with_ledger:
                data.update(led[s])
            else:
                for name, _, _, _, _, _, digits, _ in KEPT[s]:
                    data[field_of(name)] = str(got[name]) if digits else got[name]
            for name, _, _, kind, digits, _, _ in PLAIN[s]:
                if kind == "year":
                    year[name] = year.get(name, 0) + got[name[:-5]]
                    got[name] = year[name]
                data[field_of(name)] = str(got[name]) if digits else got[name]
            for name, _, _, _, given in RATES[s]:
                data[given] = str(got[name])
            here[s] = data
        before = flat
        out[quarter] = (here, flat)
    return out
