"""Declarations, figures, ledgers, texts of the base."""
import difflib, random
from datetime import date, timedelta
from decimal import Decimal
from lib import *
from words import *

# name, label, measure, level, kind: f flow, s stock, c small and constant, d:N flow decimal of N digits, S:N stock decimal
# ledgers: columns; counts from them
SPEC = {
 "machinery": dict(title="农机服务",
  ledgers={"repairs": ("维修台账", [("number", "编号", "text"), ("received", "送修日期", "date"), ("village", "村", "text"), ("machine", "机具", "text"), ("fee", "维修费", "integer", "元"), ("returned_on", "交还日期", "date")]),
           "trainings": ("培训台账", [("date", "培训日期", "date"), ("place", "地点", "text"), ("subject", "内容", "text"), ("people", "参训人数", "integer", "人次"), ("passed", "合格人数", "integer", "人次")])},
  led=[("repairs", "送修农机", "台", "repairs", None, None), ("returned", "修好交还", "台", "repairs", None, "returned_on"), ("fee", "维修费", "元", "repairs", "fee", None),
       ("trainings", "农机培训", "期", "trainings", None, None), ("trainees", "参训机手", "人次", "trainings", "people", None), ("passed", "考核合格", "人次", "trainings", "passed", None)],
  num=[("tractors", "拖拉机", "台", 240, "s"), ("harvesters", "收割机", "台", 72, "s"), ("planters", "插秧机", "台", 45, "s"),
       ("a_plough", "机耕面积", "亩", 2300, "f"), ("a_sow", "机播面积", "亩", 1450, "f"), ("a_reap", "机收面积", "亩", 1780, "f"),
       ("inspected", "年检农机", "台", 165, "f"), ("plates", "发放牌证", "副", 74, "f"), ("diesel", "作业用油", "吨", 38, "d:1"), ("subsidy", "购机补贴", "万元", 31, "d:2"),
       ("homes", "受益农户", "户", 132, "f"), ("drone", "植保飞防", "亩", 2650, "f"), ("dry", "烘干粮食", "吨", 410, "d:1"), ("hotline", "咨询电话", "次", 210, "f"),
       ("coops", "农机合作社", "家", 7, "c"), ("mechanics", "维修技师", "名", 9, "c"), ("sheds", "机具库房", "间", 10, "c")],
  totals=[("machines", "农机保有量", "台", ["tractors", "harvesters", "planters"], "s", None), ("area", "机械作业", "亩", ["a_plough", "a_sow", "a_reap"], "f", "area_year")],
  rates=[("return_rate", "修复交还率", "returned", "repairs", "returned_given"), ("pass_rate", "考核合格率", "passed", "trainees", "passed_given")]),
 "bus": dict(title="农村客运",
  ledgers={"delays": ("晚点台账", [("number", "编号", "text"), ("date", "晚点日期", "date"), ("stop", "站点", "text"), ("reason", "原因", "text"), ("minutes", "晚点分钟", "integer", "分钟")]),
           "lost": ("失物台账", [("number", "编号", "text"), ("found", "拾获日期", "date"), ("item", "物品", "text"), ("claimed_on", "领回日期", "date")])},
  led=[("delays", "班车晚点", "次", "delays", None, None), ("late", "晚点时长", "分钟", "delays", "minutes", None),
       ("lost", "拾获失物", "件", "lost", None, None), ("claimed", "领回失物", "件", "lost", None, "claimed_on")],
  num=[("p_adult", "普通乘客", "人次", 6400, "f"), ("p_student", "学生乘客", "人次", 2500, "f"), ("p_elder", "老年乘客", "人次", 1700, "f"),
       ("s_roof", "有棚站点", "处", 74, "s"), ("s_pole", "立杆站点", "处", 118, "s"), ("s_hub", "换乘站点", "处", 33, "s"),
       ("trips", "发车班次", "班", 2900, "f"), ("distance", "行驶里程", "公里", 41000, "d:1"), ("income", "票款收入", "万元", 37, "d:2"), ("charge", "充电量", "千瓦时", 18600, "f"),
       ("fuel", "燃油消耗", "升", 5400, "d:1"), ("safety", "车辆安检", "车次", 640, "f"), ("feedback", "乘客意见", "条", 46, "f"), ("hotline", "约车电话", "通", 320, "f"), ("cleaned", "车厢消毒", "车次", 1180, "f"),
       ("spot", "抽查班次", "班", 130, "f"), ("ontime", "准点班次", "班", None, "part"), ("run_days", "运营天数", "天", 86, "o"),
       ("drivers", "客运司机", "名", 13, "c"), ("buses", "营运班车", "辆", 16, "c"), ("lines", "客运线路", "条", 6, "c")],
  totals=[("stops", "候车站点", "处", ["s_roof", "s_pole", "s_hub"], "s", None), ("passengers", "客运量", "人次", ["p_adult", "p_student", "p_elder"], "f", "passengers_year")],
  rates=[("claim_rate", "失物领回率", "claimed", "lost", "claimed_given"), ("ontime_rate", "班次准点率", "ontime", "spot", "ontime_given")]),
 "waste": dict(title="垃圾分类",
  ledgers={"rounds": ("巡检台账", [("date", "巡检日期", "date"), ("point", "投放点", "text"), ("found", "发现问题", "integer", "处"), ("fixed", "整改问题", "integer", "处")]),
           "swaps": ("兑换台账", [("number", "编号", "text"), ("date", "兑换日期", "date"), ("village", "村", "text"), ("homes", "兑换农户", "integer", "户次"), ("points", "兑换积分", "integer", "分")])},
  led=[("rounds", "分类巡检", "次", "rounds", None, None), ("found", "发现问题", "处", "rounds", "found", None), ("fixed", "整改问题", "处", "rounds", "fixed", None),
       ("swaps", "积分兑换", "场", "swaps", None, None), ("swap_homes", "兑换农户", "户次", "swaps", "homes", None), ("points", "兑换积分", "分", "swaps", "points", None)],
  num=[("w_kitchen", "厨余垃圾", "吨", 220, "d:1"), ("w_other", "其他垃圾", "吨", 460, "d:1"), ("w_recycle", "可回收物", "吨", 98, "d:1"),
       ("b_kitchen", "厨余桶", "个", 260, "s"), ("b_other", "灰桶", "个", 330, "s"), ("b_recycle", "回收桶", "个", 150, "s"),
       ("compost", "堆肥产出", "吨", 64, "d:1"), ("haul", "清运里程", "公里", 3900, "d:1"), ("washed", "清洗桶体", "个次", 1900, "f"), ("leaflets", "宣传折页", "份", 2400, "f"),
       ("doors", "入户宣讲", "户次", 870, "f"), ("lessons", "分类课堂", "场", 21, "f"), ("pupils", "课堂听众", "人次", 640, "f"), ("fund", "保洁经费", "万元", 29, "d:2"),
       ("bags", "发放垃圾袋", "卷", 1350, "f"), ("haul_days", "清运天数", "天", 87, "o"), ("trucks", "清运车", "辆", 5, "c"), ("cleaners", "保洁员", "名", 14, "c")],
  totals=[("bins", "分类桶", "个", ["b_kitchen", "b_other", "b_recycle"], "s", None), ("waste", "清运垃圾", "吨", ["w_kitchen", "w_other", "w_recycle"], "d:1", "waste_year")],
  rates=[("fix_rate", "问题整改率", "fixed", "found", "fixed_given")]),
 "elder": dict(title="养老服务",
  ledgers={"visits": ("探访台账", [("number", "编号", "text"), ("date", "探访日期", "date"), ("village", "村", "text"), ("kind", "对象", "text"), ("people", "探访人数", "integer", "人")]),
           "requests": ("需求台账", [("number", "编号", "text"), ("received", "登记日期", "date"), ("village", "村", "text"), ("matter", "事项", "text"), ("met_on", "办结日期", "date")])},
  led=[("visits", "上门探访", "次", "visits", None, None), ("visited", "探访老人", "人", "visits", "people", None),
       ("requests", "服务需求", "件", "requests", None, None), ("met", "办结需求", "件", "requests", None, "met_on")],
  num=[("e_self", "自理老人", "名", 690, "s"), ("e_half", "半失能老人", "名", 124, "s"), ("e_full", "全失能老人", "名", 58, "s"),
       ("s_meal", "助餐服务", "人次", 1450, "f"), ("s_bath", "助浴服务", "人次", 130, "f"), ("s_clean", "助洁服务", "人次", 260, "f"),
       ("bells", "呼叫响应", "次", 84, "f"), ("checkups", "健康体检", "人次", 330, "f"), ("talks", "健康讲座", "场", 21, "f"), ("hearers", "讲座听众", "人次", 520, "f"),
       ("allowance", "高龄津贴", "万元", 33, "d:2"), ("outlay", "运营支出", "万元", 27, "d:2"), ("hours", "陪护时长", "小时", 1260, "d:1"), ("rice", "食堂用米", "公斤", 1900, "f"),
       ("rails", "安装扶手", "米", 340, "d:1"), ("haircuts", "上门理发", "人次", 175, "f"), ("shows", "文娱活动", "场", 34, "f"),
       ("beds", "养老床位", "张", 140, "s"), ("taken", "入住床位", "张", None, "part"), ("meal_days", "食堂开放天数", "天", 85, "o"), ("sites", "养老服务站", "个", 8, "c"), ("carers", "护理员", "名", 12, "c")],
  totals=[("elders", "在册老人", "名", ["e_self", "e_half", "e_full"], "s", None), ("services", "居家服务", "人次", ["s_meal", "s_bath", "s_clean"], "f", "services_year")],
  rates=[("met_rate", "需求办结率", "met", "requests", "met_given"), ("bed_rate", "床位入住率", "taken", "beds", "taken_given")]),
 "market": dict(title="市场监管",
  ledgers={"complaints": ("投诉台账", [("number", "编号", "text"), ("received", "受理日期", "date"), ("village", "村", "text"), ("matter", "事由", "text"), ("refund", "退赔金额", "integer", "元"), ("closed_on", "办结日期", "date")]),
           "samples": ("抽检台账", [("number", "编号", "text"), ("date", "抽检日期", "date"), ("place", "地点", "text"), ("kind", "品类", "text"), ("batches", "抽检批次", "integer", "批"), ("passed", "合格批次", "integer", "批")])},
  led=[("complaints", "消费投诉", "件", "complaints", None, None), ("closed", "办结投诉", "件", "complaints", None, "closed_on"), ("refund", "退赔金额", "元", "complaints", "refund", None),
       ("sampled", "食品抽检", "批", "samples", "batches", None), ("passed", "抽检合格", "批", "samples", "passed", None)],
  num=[("v_shop", "商店检查", "家次", 210, "f"), ("v_eat", "餐饮检查", "家次", 128, "f"), ("v_fair", "集市检查", "家次", 64, "f"),
       ("o_self", "个体户", "家", 520, "s"), ("o_firm", "小微企业", "家", 145, "s"), ("o_coop", "专业合作社", "家", 52, "s"),
       ("scales", "检定衡器", "台", 235, "f"), ("licences", "发放执照", "本", 88, "f"), ("labels", "价签抽查", "张", 1700, "f"), ("fines", "罚没款", "万元", 12, "d:2"),
       ("destroyed", "销毁过期食品", "公斤", 86, "d:1"), ("flyers", "宣传单", "份", 2100, "f"), ("courses", "经营者培训", "场", 22, "f"), ("attendees", "培训经营者", "人次", 410, "f"),
       ("lifts", "检验电梯", "台", 46, "f"), ("rent", "摊位租金", "万元", 26, "d:2"), ("deals", "集市交易额", "万元", 510, "d:1"), ("stalls", "集市摊位", "个", 165, "s"),
       ("fair_days", "开市天数", "天", 80, "o"), ("fairs", "集市", "个", 5, "c"), ("inspectors", "监管员", "名", 9, "c")],
  totals=[("owners", "经营主体", "家", ["o_self", "o_firm", "o_coop"], "s", None), ("visits", "经营检查", "家次", ["v_shop", "v_eat", "v_fair"], "f", "visits_year")],
  rates=[("close_rate", "投诉办结率", "closed", "complaints", "closed_given"), ("passed_rate", "抽检合格率", "passed", "sampled", "passed_given")]),
}
PARTS = {"bus": ("ontime", "spot", 5, 16), "elder": ("taken", "beds", 18, 38)}   # a count that is some less than another
JUMP = {"plates", "subsidy", "drone", "dry", "distance", "income", "charge", "fuel", "washed", "leaflets", "bags", "fund", "compost", "allowance", "outlay", "checkups", "rice", "rails", "labels", "fines", "flyers", "rent", "deals", "trips"}
TEXTS = {"practice": "主要做法", "plan": "下步打算"}

def declarations():
    out = {}
    for sec, s in SPEC.items():
        fields, cnt, checks = {}, {}, {}
        for led, (label, cols) in s["ledgers"].items():
            f = {"label": label, "type": "ledger"}
            if cols[0][0] == "number":
                f["unique"] = ["number"]
            f["columns"] = {}
            for i, c in enumerate(cols):
                d = {"label": c[1], "type": c[2]}
                if i < 3 and c[2] != "integer":
                    d["required"] = True
                if len(c) > 3:
                    d["measure"] = c[3]
                f["columns"][c[0]] = d
            fields[led] = f
        for name, label, m, led, col, where in s["led"]:
            fields[name + "_total"] = {"label": label, "type": "integer", "measure": m}
            c = {"label": label, "measure": m, "ledger": led}
            if col: c["sum"] = col
            if where: c["where"] = f"has({where})"
            c["number"] = name + "_total"
            cnt[name] = c
        def plain(name, label, m, kind):
            dec = kind[0] in "dS" and ":" in kind
            fields[name + "_total"] = {"label": label, "type": "decimal" if dec else "integer", "measure": m}
            c = {"label": label, "measure": m}
            if dec:
                c = {"label": label, "kind": "decimal", "scale": int(kind[2:]), "measure": m}
            c["number"] = name + "_total"
            if kind[0] in "scS" or kind == "part":
                c["over_time"] = "last"
            if kind == "o":
                fields[name + "_total"]["max"] = 92
            if name in JUMP:
                c["jump"] = 4
                c["outlier"] = True
            cnt[name] = c
        for name, label, m, parts, kind, year in s["totals"]:
            plain(name, label, m, kind)
            cnt[name]["parts"] = parts
        for name, label, m, level, kind in s["num"]:
            plain(name, label, m, kind)
        for name, label, m, parts, kind, year in s["totals"]:
            if year:
                fields[year] = {"label": "今年以来" + label, "type": "decimal" if kind[0] == "d" else "integer", "measure": m}
                cnt[year] = {"label": "今年以来" + label, **({"kind": "decimal", "scale": int(kind[2:])} if kind[0] == "d" else {}), "measure": m, "number": year, "over_time": "last"}
                checks[name + "_within_year"] = {"rule": f"{year} >= {name}", "severity": "error", "message": f"今年以来{label}{{{year}}}{m}，少于本季度的{{{name}}}{m}，请核对。"}
        for name, label, a, b, given in s["rates"]:
            fields[given] = {"label": label, "type": "decimal"}
            cnt[name] = {"label": label, "kind": "ratio", "scale": 1, "ratio": {"num": a, "den": b, "as": "%"}, "number": given}
            checks[f"{a}_within_{b}"] = {"rule": f"{a} <= {b}", "severity": "error", "message": f"{cnt[a]['label']}{{{a}}}{cnt[a]['measure']}，多于{cnt[b]['label']}{{{b}}}{cnt[b]['measure']}，请核对。"}
        if sec == "waste":
            checks["lessons_with_people"] = {"together": ["lessons_total", "pupils_total"]}
        if sec == "elder":
            checks["talks_with_people"] = {"together": ["talks_total", "hearers_total"]}
            checks["visits_within_visited"] = {"rule": "visits <= visited", "severity": "warning", "message": "上门探访{visits}次，只探访老人{visited}人，请核对。"}
        if sec == "market":
            checks["courses_with_people"] = {"together": ["courses_total", "attendees_total"]}
        for t, label in TEXTS.items():
            fields[t] = {"label": label, "type": "text"}
        out[sec] = {"title": s["title"], "fields": fields, "counts": cnt, "checks": checks}
    return out

def villages():
    out = {}
    pool = [a + b for a in SURNAMES for b in ENDS]
    rng = random.Random("villages 5")
    rng.shuffle(pool)
    for i, (uid, _) in enumerate(UNITS):
        out[uid] = [v + "村" for v in pool[i * 6:i * 6 + 6]]
    return out

MATTERS = {"repairs": "旋耕机 微耕机 打捆机 抽水泵 喷雾机".split(), "trainings": "田间驾驶 夜间行车 挂接农具 日常保养 故障排除".split(),
           "delays": "堵车 修路 大雾 换胎 等候转车".split(), "lost": "雨伞 布包 保温杯 钥匙串 老花镜 帽子".split(),
           "visits": "独居老人 高龄老人 空巢老人 病后老人".split(), "requests": "代办药品 修理家电 陪同就诊 代缴费用 理发修面".split(),
           "complaints": "短斤少两 货不对板 退换不畅 过期食品 虚标价格".split(), "samples": "豆制品 糕点 食用油 腌菜 熟肉".split()}
CODE = {"repairs": "W", "delays": "D", "lost": "S", "swaps": "H", "visits": "F", "requests": "X", "complaints": "T", "samples": "C"}
DONE = {"repairs": ("received", "returned_on"), "lost": ("found", "claimed_on"), "requests": ("received", "met_on"), "complaints": ("received", "closed_on")}
NROWS = {"repairs": (10, 17), "trainings": (6, 11), "delays": (8, 14), "lost": (10, 17), "rounds": (8, 14), "swaps": (7, 12), "visits": (9, 15), "requests": (10, 17), "complaints": (10, 17), "samples": (7, 12)}

def ledger(rng, led, idx, vs, p):
    k = rng.randint(*NROWS[led])
    d0, d1 = START[p], end(p)
    days = sorted(rng.sample(range((d1 - d0).days - (3 if led in DONE else 0)), k))
    rows = []
    for i, dd in enumerate(days):
        r = {}
        d = d0 + timedelta(dd)
        if led in CODE:
            r["number"] = f"{CODE[led]}{p[2:4]}{p[5]}{idx:02d}-{i + 1:03d}"
        r[DONE[led][0] if led in DONE else "date"] = d.isoformat()
        v = rng.choice(vs[:5])
        kind = rng.choice(MATTERS[led]) if led in MATTERS else None
        if led == "repairs": r.update(village=v, machine=kind, fee=rng.randint(8, 46) * 10)
        if led == "trainings": r.update(place=v + rng.choice(["晒场", "机棚"]), subject=kind, people=rng.randint(18, 52)); r["passed"] = r["people"] - rng.choice([0, 1, 1, 2, 3, 4])
        if led == "delays": r.update(stop=v, reason=kind, minutes=rng.randint(6, 38))
        if led == "lost": r.update(item=kind)
        if led == "rounds": r.update(point=v + rng.choice(["东头", "西头", "校门口"]), found=rng.randint(2, 7)); r["fixed"] = r["found"] - rng.choice([0, 0, 1])
        if led == "swaps": r.update(village=v, homes=rng.randint(14, 48)); r["points"] = r["homes"] * rng.randint(18, 42)
        if led == "visits": r.update(village=v, kind=kind, people=rng.randint(2, 7))
        if led == "requests": r.update(village=v, matter=kind)
        if led == "complaints": r.update(village=v, matter=kind, refund=rng.choice([15, 25, 40, 55, 80, 110, 160]))
        if led == "samples": r.update(place=v + rng.choice(["集市", "小店", "作坊"]), kind=kind, batches=rng.randint(6, 19)); r["passed"] = r["batches"] - rng.choice([0, 0, 1, 1, 2])
        if led in DONE and rng.random() < .85:
            f = d + timedelta(rng.randint(2, 14))
            if f < d1:
                r[DONE[led][1]] = f.isoformat()
        rows.append(r)
    return rows

def fits(x, past, tested, loose=False):
    """Not what it was, and, in a tested quarter, within what was before (with a little room)."""
    if past and x == past[-1]: return False
    if tested and past:
        lo, hi = min(past), max(past)
        room = Decimal("0.12") if loose else Decimal("0.03")
        return Decimal(lo) * (1 - room) <= x <= Decimal(hi) * (1 + room)
    return True

def figures(idx, uid, vs):
    rng = random.Random("fifth " + uid)
    size = Decimal(rng.randint(78, 128)) / 100
    out = {p: {} for p in PERIODS}
    for sec, s in SPEC.items():
        hist = {}
        mult = {}
        def draw(name, level, kind, qi):
            tested = qi >= 3
            past = hist.setdefault(name, [])
            if name not in mult:
                own = Decimal(rng.randint(85, 118)) / 100
                sp = [Decimal("0.84"), Decimal("1.0"), Decimal("1.17")] if kind[0] in "fd" else [Decimal("0.98"), Decimal("1.0"), Decimal("1.02")]
                rng.shuffle(sp)
                mult[name] = (level * size * own, sp)
            lev, sp = mult[name]
            for t in range(4000):
                if kind == "c":
                    x = past[-1] if past else max(3, int(level * Decimal(rng.randint(80, 120)) / 100))
                    past.append(x); return x
                if kind == "o":
                    x = rng.randint(level - 7, 91)
                elif kind == "s":
                    k = max(4, int(lev * Decimal("0.02")))
                    x = int(lev) + rng.randint(-k, k)
                elif qi < 3:
                    x = lev * sp[qi] * Decimal(rng.randint(9700, 10300)) / 10000
                elif kind[0] in "fd":
                    x = lev * Decimal(rng.randint(8500, 11600)) / 10000
                else:
                    x = lev * Decimal(rng.randint(980, 1020)) / 1000
                if kind[0] in "dS": x = rnd(x, int(kind[2:]))
                elif kind != "o": x = int(x)
                if kind[0] in "dS" and str(x)[-1] == "0": continue
                if kind[0] == "s" and x < 20 and past and x == past[-1]: pass
                elif x in past[-2 if level < 60 else -4:]: continue
                elif kind != "o" and not fits(x, past, tested, kind[0] in "sS" or level < 60): continue
                past.append(x); return x
            raise SystemExit(f"no {name}")
        for qi, p in enumerate(PERIODS):
            for attempt in range(5000):
                data, cand, ok = {}, {}, True
                for led in s["ledgers"]:
                    data[led] = ledger(rng, led, idx, vs, p)
                for name, label, m, led, col, where in s["led"]:
                    rows = [r for r in data[led] if not where or where in r]
                    cand[name] = sum(r[col] for r in rows) if col else len(rows)
                    ok &= fits(cand[name], hist.get(name, []), qi >= 3, True)
                for name, label, a, b, given in s["rates"]:
                    if a in cand:
                        ok &= cand[a] < cand[b]
                        x = rate(cand[a], cand[b])
                        ok &= not hist.get(given) or x != hist[given][-1]
                        cand[given] = x
                if ok: break
            else:
                raise SystemExit(f"no rows {uid} {sec} {p}")
            for k, x in cand.items(): hist.setdefault(k, []).append(x)
            keeps = idx % 2 == 0 and qi >= 2
            if not keeps:
                data = {name + "_total": cand[name] for name, *_ in s["led"]}
            vals = {}
            for t in range(300):
                saved = {k: list(v) for k, v in hist.items()}
                for name, label, m, level, kind in s["num"]:
                    if kind != "part": vals[name] = draw(name, level, kind, qi)
                good = True
                if sec in PARTS:
                    part, whole, lo, hi = PARTS[sec]
                    vals[part] = vals[whole] - rng.randint(lo, hi)
                    x = rate(vals[part], vals[whole])
                    h, given = hist.setdefault(part, []), hist.setdefault(part + "_given", [])
                    good &= not h or h[-1] != vals[part] and given[-1] != x
                    h.append(vals[part]); given.append(x)
                    cand[part + "_given"] = x
                for name, label, m, parts, kind, year in s["totals"]:
                    tot = sum(vals[q] for q in parts)
                    good &= fits(tot, hist.get(name, []), qi >= 3, True)
                    vals[name] = tot
                if good: break
                hist.clear(); hist.update(saved)
            else:
                raise SystemExit(f"no totals {uid} {sec} {p}")
            for name, label, m, parts, kind, year in s["totals"]:
                hist.setdefault(name, []).append(vals[name])
            for name, label, m, parts, kind, year in s["totals"]:
                data[name + "_total"] = vals[name]
                for q in parts: data[q + "_total"] = vals[q]
                if year:
                    if qi == 0: hist[year] = [rnd(vals[name] * Decimal(rng.randint(375, 425)) / 100, int(kind[2:])) if kind[0] == "d" else int(vals[name] * Decimal(rng.randint(375, 425)) / 100)]
                    elif p == "2024Q1": hist[year].append(vals[name])
                    else: hist[year].append(hist[year][-1] + vals[name])
                    data[year] = hist[year][-1]
            for name, *_ in s["num"]:
                data[name + "_total"] = vals[name]
            for name, label, a, b, given in s["rates"]:
                data[given] = cand[given]
            out[p][sec] = {k: str(v) if isinstance(v, Decimal) else v for k, v in data.items()}
    return out

def alike(a, b):
    m = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return m.quick_ratio() > .68 and m.ratio() > .68

def texts(vill):
    """Two sentences a text; no two texts of a field have the same two, none has one of its own last quarter's, none is much like another's."""
    rng = random.Random("texts 5")
    out = {}
    for (sec, field), bank in BANK.items():
        bank = bank.split("\n")
        used, last, near = set(), {}, []
        for p in PERIODS[2:]:
            for uid, _ in UNITS:
                for t in range(20000):
                    pair = tuple(rng.sample(range(len(bank)), 2))
                    if frozenset(pair) in used or set(pair) & set(last.get(uid, ())): continue
                    vs, said = rng.sample(vill[uid], 2), []
                    tails = rng.sample(TAILS, 2)
                    for i, k in enumerate(pair):
                        s = bank[k]
                        if "|" in s:
                            head, ends = s.rsplit("，", 1)
                            s = head + "，" + rng.choice(ends.split("|"))
                        else:
                            s += "，" + tails[i]
                        said.append(s + "。")
                    bare = "".join(said)
                    if any(alike(bare, b) for b in near[-29:]): continue
                    break
                else: raise SystemExit("no texts")
                used.add(frozenset(pair)); last[uid] = pair; near.append(bare)
                out[p, uid, sec, field] = "".join(x.replace("{v}", v) for x, v in zip(said, vs))
    return out
