"""Declarations, figures, ledgers, texts of the base."""
import difflib, random
from datetime import date, timedelta
from decimal import Decimal
from lib import *
from words import *

# name, label, measure, level, kind: f flow, s stock, c small and constant, d:N flow decimal of N digits, S:N stock decimal
# ledgers: columns; counts from them
SPEC = {
 "veterans": dict(title="退役军人服务",
  ledgers={"visits": ("走访台账", [("number", "编号", "text"), ("date", "走访日期", "date"), ("village", "村", "text"), ("kind", "对象类别", "text"), ("people", "走访人数", "integer", "人"), ("gift", "慰问金", "integer", "元")]),
           "requests": ("诉求台账", [("number", "编号", "text"), ("received", "受理日期", "date"), ("village", "村", "text"), ("matter", "事项", "text"), ("settled_on", "办结日期", "date")])},
  led=[("visits", "走访慰问", "次", "visits", None, None), ("visited", "走访对象", "人", "visits", "people", None), ("gift", "慰问金", "元", "visits", "gift", None),
       ("requests", "受理诉求", "件", "requests", None, None), ("settled", "办结诉求", "件", "requests", None, "settled_on")],
  num=[("conscripts", "义务兵", "名", 410, "s"), ("sergeants", "士官", "名", 152, "s"), ("officers", "军官", "名", 48, "s"),
       ("jobs_firm", "企业用工", "人", 64, "f"), ("jobs_public", "公益岗位", "人", 31, "f"), ("jobs_own", "自主创业", "人", 24, "f"),
       ("trained", "技能培训", "人次", 118, "f"), ("cards", "发放优待证", "张", 173, "f"), ("subsidy", "抚恤补助", "万元", 34, "d:2"),
       ("lectures", "国防宣讲", "场", 17, "f"), ("listeners", "宣讲听众", "人次", 920, "f"), ("stations", "村级服务站", "个", 9, "c"), ("aides", "服务专干", "名", 11, "c")],
  totals=[("veterans", "退役军人", "名", ["conscripts", "sergeants", "officers"], "s", None), ("jobs", "推荐就业", "人", ["jobs_firm", "jobs_public", "jobs_own"], "f", "jobs_year")],
  rates=[("settle_rate", "诉求办结率", "settled", "requests", "settled_given")]),
 "livestock": dict(title="畜牧防疫",
  ledgers={"vaccinations": ("免疫台账", [("number", "编号", "text"), ("date", "免疫日期", "date"), ("village", "村", "text"), ("species", "畜种", "text"), ("heads", "免疫头数", "integer", "头")]),
           "inspections": ("检疫台账", [("number", "编号", "text"), ("date", "检疫日期", "date"), ("place", "地点", "text"), ("heads", "检疫头数", "integer", "头"), ("qualified", "合格头数", "integer", "头")])},
  led=[("vaccinated", "免疫牲畜", "头", "vaccinations", "heads", None), ("quarantined", "检疫牲畜", "头", "inspections", "heads", None), ("qualified", "检疫合格", "头", "inspections", "qualified", None)],
  num=[("stock_pigs", "存栏生猪", "头", 2300, "s"), ("stock_cattle", "存栏牛", "头", 410, "s"), ("stock_sheep", "存栏羊", "头", 980, "s"),
       ("sold_pigs", "出栏生猪", "头", 1240, "f"), ("sold_cattle", "出栏牛", "头", 96, "f"), ("sold_sheep", "出栏羊", "头", 415, "f"),
       ("poultry", "禽类免疫", "羽", 13600, "f"), ("ear", "佩戴耳标", "枚", 1480, "f"), ("disinfected", "消毒圈舍", "平方米", 8700, "f"),
       ("disinfectant", "消毒药液", "公斤", 640, "f"), ("harmless", "无害化处理", "头", 74, "f"), ("manure", "粪污收集", "吨", 190, "d:1"),
       ("dogs", "犬只免疫", "条", 330, "f"), ("farms", "规模养殖场", "家", 8, "c"), ("vets", "防疫员", "名", 7, "c")],
  totals=[("stock", "牲畜存栏", "头", ["stock_pigs", "stock_cattle", "stock_sheep"], "s", None), ("sold", "牲畜出栏", "头", ["sold_pigs", "sold_cattle", "sold_sheep"], "f", "sold_year")],
  rates=[("qualified_rate", "检疫合格率", "qualified", "quarantined", "qualified_given")]),
 "parcels": dict(title="寄递服务",
  ledgers={"complaints": ("投诉台账", [("number", "编号", "text"), ("received", "受理日期", "date"), ("village", "村", "text"), ("matter", "事由", "text"), ("paid", "赔付金额", "integer", "元"), ("closed_on", "办结日期", "date")]),
           "patrols": ("网点检查台账", [("date", "检查日期", "date"), ("station", "网点", "text"), ("found", "发现问题", "integer", "处"), ("fixed", "改正问题", "integer", "处")])},
  led=[("complaints", "寄递投诉", "件", "complaints", None, None), ("closed", "办结投诉", "件", "complaints", None, "closed_on"), ("paid", "赔付金额", "元", "complaints", "paid", None),
       ("patrols", "网点检查", "次", "patrols", None, None), ("found", "发现问题", "处", "patrols", "found", None), ("fixed", "改正问题", "处", "patrols", "fixed", None)],
  num=[("pieces_in", "投递快件", "件", 15200, "f"), ("pieces_out", "收寄快件", "件", 4600, "f"), ("pieces_back", "退回快件", "件", 610, "f"),
       ("route", "邮路行驶里程", "公里", 6200, "d:1"), ("farmgoods", "农产品寄递", "吨", 47, "d:1"), ("lockers", "快递柜", "组", 14, "c"),
       ("boxes", "回收包装", "个", 2350, "f"), ("income", "业务收入", "万元", 39, "d:2"), ("papers", "投递报刊", "份", 7400, "f"),
       ("open_days", "营业天数", "天", 82, "o"), ("couriers", "快递员", "名", 12, "c"), ("stops", "村级服务点", "个", 9, "c")],
  totals=[("pieces", "快件总量", "件", ["pieces_in", "pieces_out", "pieces_back"], "f", "pieces_year")],
  rates=[("close_rate", "投诉办结率", "closed", "complaints", "closed_given")]),
 "landslide": dict(title="地质灾害防治",
  ledgers={"dangers": ("险情台账", [("number", "编号", "text"), ("found", "发现日期", "date"), ("village", "村", "text"), ("kind", "类型", "text"), ("people", "威胁人数", "integer", "人"), ("treated_on", "处置日期", "date")]),
           "drills": ("避险演练台账", [("date", "演练日期", "date"), ("place", "地点", "text"), ("subject", "科目", "text"), ("people", "参加人数", "integer", "人次")])},
  led=[("dangers", "地质险情", "处", "dangers", None, None), ("treated", "处置险情", "处", "dangers", None, "treated_on"), ("threatened", "受威胁群众", "人", "dangers", "people", None),
       ("drills", "避险演练", "场", "drills", None, None), ("drillers", "参演群众", "人次", "drills", "people", None)],
  num=[("slides", "滑坡点", "处", 66, "s"), ("falls", "崩塌点", "处", 33, "s"), ("flows", "泥石流沟", "处", 22, "s"),
       ("p_daily", "日常巡查", "次", 174, "f"), ("p_rain", "雨中巡查", "次", 63, "f"), ("p_joint", "联合巡查", "次", 28, "f"),
       ("monitors", "监测设备", "台", 126, "s"), ("online", "在线设备", "台", None, "part"), ("warnings", "预警信息", "条", 340, "f"), ("moved", "转移避险", "人次", 210, "f"),
       ("cards", "发放明白卡", "张", 2700, "f"), ("fund", "治理资金", "万元", 27, "d:2"), ("rock", "清理土石", "立方米", 830, "d:1"),
       ("walked", "巡查里程", "公里", 940, "d:1"), ("watchers", "群测群防员", "名", 13, "c")],
  totals=[("sites", "隐患点", "处", ["slides", "falls", "flows"], "s", None), ("patrols", "隐患巡查", "次", ["p_daily", "p_rain", "p_joint"], "f", "patrols_year")],
  rates=[("treat_rate", "险情处置率", "treated", "dangers", "treated_given"), ("online_rate", "设备在线率", "online", "monitors", "online_given")]),
 "charity": dict(title="慈善救助",
  ledgers={"gifts": ("捐赠台账", [("number", "编号", "text"), ("date", "捐赠日期", "date"), ("donor", "捐赠方", "text"), ("cash", "捐款", "integer", "元"), ("goods", "捐赠物资", "integer", "件")]),
           "aids": ("救助台账", [("number", "编号", "text"), ("received", "申请日期", "date"), ("village", "村", "text"), ("kind", "类别", "text"), ("amount", "救助金", "integer", "元"), ("granted_on", "发放日期", "date")])},
  led=[("gifts", "接收捐赠", "笔", "gifts", None, None), ("cash", "捐款", "元", "gifts", "cash", None), ("goods", "捐赠物资", "件", "gifts", "goods", None),
       ("aids", "救助申请", "件", "aids", None, None), ("granted", "发放救助", "件", "aids", None, "granted_on"), ("amount", "救助金", "元", "aids", "amount", None)],
  num=[("s_elder", "敬老服务", "人次", 230, "f"), ("s_child", "护童服务", "人次", 145, "f"), ("s_clean", "环境服务", "人次", 82, "f"),
       ("hours", "服务时长", "小时", 1380, "d:1"), ("clothes", "回收衣物", "公斤", 1160, "f"), ("meals", "爱心助餐", "份", 3900, "f"),
       ("volunteers", "注册志愿者", "名", 560, "s"), ("balance", "慈善基金余额", "万元", 41, "S:2"), ("shop_days", "超市开放天数", "天", 80, "o"),
       ("wishes", "点亮微心愿", "个", 93, "f"), ("donation_boxes", "募捐箱", "个", 12, "c"), ("shops", "慈善超市", "个", 3, "c")],
  totals=[("service", "志愿服务", "人次", ["s_elder", "s_child", "s_clean"], "f", "service_year")],
  rates=[("grant_rate", "救助发放率", "granted", "aids", "granted_given")]),
}
TEXTS = {"practice": "主要做法", "plan": "下步打算"}
JUMP = {"listeners", "cards", "poultry", "ear", "manure", "farmgoods", "boxes", "income", "papers", "fund", "rock", "warnings", "meals", "clothes", "hours", "subsidy", "disinfected"}

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
            if kind[0] in "scS" or name in ("online",):
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
                fields[year] = {"label": "今年以来" + label, "type": "integer", "measure": m}
                cnt[year] = {"label": "今年以来" + label, "measure": m, "number": year, "over_time": "last"}
                checks[name + "_within_year"] = {"rule": f"{year} >= {name}", "severity": "error", "message": f"今年以来{label}{{{year}}}{m}，少于本季度的{{{name}}}{m}，请核对。"}
        for name, label, a, b, given in s["rates"]:
            fields[given] = {"label": label, "type": "decimal"}
            cnt[name] = {"label": label, "kind": "ratio", "scale": 1, "ratio": {"num": a, "den": b, "as": "%"}, "number": given}
            checks[f"{a}_within_{b}"] = {"rule": f"{a} <= {b}", "severity": "error", "message": f"{cnt[a]['label']}{{{a}}}{cnt[a]['measure']}，多于{cnt[b]['label']}{{{b}}}{cnt[b]['measure']}，请核对。"}
        if sec == "parcels":
            checks["fixed_within_found"] = {"rule": "fixed <= found", "severity": "error", "message": "改正问题{fixed}处，多于发现问题{found}处，请核对。"}
        if sec == "landslide":
            checks["drills_with_people"] = {"together": ["drills_total", "drillers_total"]}
        if sec == "veterans":
            checks["lectures_with_people"] = {"together": ["lectures_total", "listeners_total"]}
            checks["visits_within_visited"] = {"rule": "visits <= visited", "severity": "warning", "message": "走访{visits}次，只走访{visited}人，请核对。"}
        for t, label in TEXTS.items():
            fields[t] = {"label": label, "type": "text"}
        out[sec] = {"title": s["title"], "fields": fields, "counts": cnt, "checks": checks}
    return out

def villages():
    out = {}
    pool = [a + b for a in SURNAMES for b in ENDS]
    rng = random.Random("villages")
    rng.shuffle(pool)
    for i, (uid, _) in enumerate(UNITS):
        out[uid] = [v + "村" for v in pool[i * 6:i * 6 + 6]]
    return out

MATTERS = {"requests": "优待证办理 医疗报销 社保接续 住房修缮 就业安置".split(), "complaints": "派送延误 包裹破损 错投他人 资费争议 态度生硬".split(),
           "dangers": "滑坡 崩塌 泥石流 地面塌陷".split(), "aids": "大病救助 助学救助 火灾救助 临时救助".split(),
           "visits": "现役军人家属 优抚对象 困难退役军人 立功军人家庭".split(), "vaccinations": "猪 牛 羊".split(),
           "drills": "夜间转移 暴雨撤离 临灾预警 伤员搬运 学校疏散".split()}
CODE = {"visits": "Z", "requests": "S", "vaccinations": "M", "inspections": "J", "complaints": "T", "dangers": "X", "gifts": "K", "aids": "B"}
DONE = {"requests": ("received", "settled_on"), "complaints": ("received", "closed_on"), "dangers": ("found", "treated_on"), "aids": ("received", "granted_on")}
NROWS = {"visits": (9, 15), "requests": (11, 18), "vaccinations": (9, 14), "inspections": (6, 11), "complaints": (10, 17), "patrols": (8, 13), "dangers": (9, 15), "drills": (6, 11), "gifts": (8, 13), "aids": (10, 16)}

def ledger(rng, led, idx, vs, p):
    k = rng.randint(*NROWS[led])
    d0, d1 = START[p], end(p)
    days = sorted(rng.sample(range((d1 - d0).days - (3 if led in DONE else 0)), k))
    rows = []
    donors = rng.sample(DONORS, min(k, 12)) + rng.sample(DONORS, 3)
    for i, dd in enumerate(days):
        r = {}
        d = d0 + timedelta(dd)
        if led in CODE:
            r["number"] = f"{CODE[led]}{p[2:4]}{p[5]}{idx:02d}-{i + 1:03d}"
        r[DONE[led][0] if led in DONE else "date"] = d.isoformat()
        v = rng.choice(vs[:5])
        if led in ("inspections",): r["place"] = v + rng.choice(["屠宰点", "养殖场", "交易点"])
        elif led == "patrols": r["station"] = v + rng.choice(["服务点", "代办点"])
        elif led == "drills": r["place"] = v
        elif led == "gifts": r["donor"] = donors[i]
        else: r["village"] = v
        if led in ("visits",): r["kind"] = rng.choice(MATTERS[led]); r["people"] = rng.randint(2, 7); r["gift"] = r["people"] * rng.choice([200, 300, 400])
        if led == "requests": r["matter"] = rng.choice(MATTERS[led])
        if led == "complaints": r["matter"] = rng.choice(MATTERS[led]); r["paid"] = rng.choice([20, 30, 45, 60, 85, 120, 150])
        if led == "vaccinations": r["species"] = rng.choice(MATTERS[led]); r["heads"] = rng.randint(46, 128)
        if led == "inspections": r["heads"] = rng.randint(38, 116); r["qualified"] = r["heads"] - rng.choice([0, 1, 1, 2, 2, 3, 4])
        if led == "patrols": r["found"] = rng.randint(2, 6); r["fixed"] = r["found"] - rng.choice([0, 0, 1])
        if led == "dangers": r["kind"] = rng.choice(MATTERS[led]); r["people"] = rng.randint(6, 34)
        if led == "drills": r["subject"] = rng.choice(MATTERS[led]); r["people"] = rng.randint(34, 96)
        if led == "gifts": r["cash"] = rng.randint(12, 68) * 100; r["goods"] = rng.randint(10, 48)
        if led == "aids": r["kind"] = rng.choice(MATTERS[led]); r["amount"] = rng.randint(8, 34) * 100
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
    rng = random.Random("figures " + uid)
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
                    x = rng.randint(level - 8, 90)
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
                elif x in past[-4:]: continue
                elif kind != "o" and not fits(x, past, tested, kind[0] in "sS"): continue
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
                if sec == "landslide":
                    vals["online"] = vals["monitors"] - rng.randint(4, 15)
                    x = rate(vals["online"], vals["monitors"])
                    h = hist.setdefault("online", [])
                    good &= not h or h[-1] != vals["online"] and hist["online_given"][-1] != x
                    h.append(vals["online"]); hist.setdefault("online_given", []).append(x)
                    cand["online_given"] = x
                for name, label, m, parts, kind, year in s["totals"]:
                    tot = sum(vals[q] for q in parts)
                    good &= fits(tot, hist.get(name, []), qi >= 3, kind == "f" or kind == "s")
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
                    if qi == 0: hist[year] = [int(vals[name] * Decimal(rng.randint(185, 215)) / 100)]
                    elif p == "2026Q1": hist[year].append(vals[name])
                    else: hist[year].append(hist[year][-1] + vals[name])
                    data[year] = hist[year][-1]
            for name, *_ in s["num"]:
                data[name + "_total"] = vals[name]
            for name, label, a, b, given in s["rates"]:
                data[given] = cand[given]
            out[p][sec] = {k: str(v) if isinstance(v, Decimal) else v for k, v in data.items()}
    return out

TAILS = "站长牵头 方案先征求意见 进展张榜告知 经费按程序报批 做法成熟再推开 村里派人配合 材料同步归档 时间与村里商定 专干跟到底 过程留影备查 边干边改 有关站所搭把手".split()

def alike(a, b):
    m = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return m.quick_ratio() > .68 and m.ratio() > .68

def texts(vill):
    """Two sentences a text; no two texts of a field have the same two, none has one of its own last quarter's, none is much like another's."""
    rng = random.Random("texts 4")
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
