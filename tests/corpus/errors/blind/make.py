"""Writes base/, declarations.json, errors.json and legitimate.json, to the byte."""
import json, os
from base import *

HERE = os.path.dirname(os.path.abspath(__file__))
T, I, D = "text", "integer", "decimal"


def field(label, kind, measure=None):
    return {"label": label, "type": kind} | ({"measure": measure} if measure else {})


def ledger(label, columns, unique=None):
    cols = {k: {"label": v[0], "type": v[1]} | ({"required": True} if "!" in v[2:] else {}) | next(({"refers": x} for x in v[2:] if "." in x), {})
            | next(({"measure": x} for x in v[2:] if x != "!" and "." not in x), {}) for k, v in columns.items()}
    return {"label": label, "type": "ledger"} | ({"unique": [unique]} if unique else {}) | {"columns": cols}


WORDS = {"practice": field("工作开展情况", T), "problem": field("突出问题", T), "plan": field("下季度安排", T)}


def count(label, measure, number, also=(), over="sum", **more):
    return {"label": label, "measure": measure} | more | {"number": number} | ({"also": list(also)} if also else {}) | {"over_time": over}


DECLARATIONS = {
 "culture": {"title": "文化服务", "fields": {
   "events": ledger("活动台账", {"date": ("日期", "date", "!"), "name": ("活动", T, "!"), "venue": ("地点", T), "audience": ("观众", I, "人次")}),
   "events_total": field("活动场次", I, "场"), "audience_total": field("观众人次", I, "人次"), "lent_total": field("借阅册次", I, "册次"),
   "lent_adult": field("成人借阅册次", I, "册次"), "lent_child": field("少儿借阅册次", I, "册次"), "teams_total": field("文艺队支数", I, "支"),
   "venues_total": field("场馆个数", I, "个"), "trainings_total": field("艺术培训期数", I, "期"), "trainees_total": field("参训人次", I, "人次"),
   "films_total": field("电影场次", I, "场")} | WORDS,
  "counts": {
   "events": count("文化活动", "场", "events_total", ["文艺活动", "文化惠民活动"], ledger="events"),
   "audience": count("活动观众", "人次", "audience_total", ["观看群众"], ledger="events", sum="audience"),
   "lent": count("图书借阅", "册次", "lent_total", ["借阅图书"], parts=["lent_adult", "lent_child"]),
   "lent_child": count("少儿借阅", "册次", "lent_child"),
   "teams": count("文艺队伍", "支", "teams_total", over="last"), "venues": count("文化场馆", "个", "venues_total", over="last"),
   "trainings": count("艺术培训", "期", "trainings_total"), "trainees": count("参训学员", "人次", "trainees_total"),
   "films": count("放映电影", "场", "films_total", ["电影放映"], max=25)},
  "checks": [{"together": ["trainings_total", "trainees_total"]}, {"history": ["audience", "lent"]}]},
 "health": {"title": "卫生健康", "fields": {
   "clinics": ledger("义诊台账", {"number": ("编号", T, "!"), "date": ("日期", "date", "!"), "village": ("地点", T, "!"), "people": ("就诊人次", I, "人次")}, "number"),
   "returns": ledger("回访台账", {"clinic": ("义诊编号", T, "!", "clinics.number"), "date": ("日期", "date"), "result": ("结果", T)}),
   "clinics_total": field("义诊场次", I, "场"), "patients_total": field("就诊人次", I, "人次"), "files_total": field("健康档案份数", I, "份"),
   "used_total": field("动态使用份数", I, "份"), "use_rate_given": field("填报动态使用率", D, "%"), "followed_total": field("随访人次", I, "人次"),
   "follow_hyper": field("高血压随访人次", I, "人次"), "follow_diabetes": field("糖尿病随访人次", I, "人次"), "follow_elder": field("高龄老人随访人次", I, "人次"),
   "doctors_total": field("家庭医生人数", I, "名"), "contracted_total": field("签约居民人数", I, "人"), "lectures_total": field("健康讲座场次", I, "场"),
   "listeners_total": field("听讲人次", I, "人次"), "doses_total": field("接种剂次", I, "剂次")} | WORDS,
  "counts": {
   "clinics": count("义诊", "场", "clinics_total", ["义诊活动", "下乡义诊"], ledger="clinics"),
   "patients": count("就诊群众", "人次", "patients_total", ["义诊群众"], ledger="clinics", sum="people"),
   "files": count("健康档案", "份", "files_total", over="last"), "used": count("动态使用", "份", "used_total", over="last"),
   "use_rate": {"label": "动态使用率", "ratio": ["used", "files"], "as": "%", "scale": 1, "number": "use_rate_given"},
   "followed": count("慢病随访", "人次", "followed_total", ["随访慢病患者"], parts=["follow_hyper", "follow_diabetes", "follow_elder"]),
   "doctors": count("家庭医生", "名", "doctors_total", over="last"), "contracted": count("签约居民", "人", "contracted_total", over="last"),
   "lectures": count("健康讲座", "场", "lectures_total"), "listeners": count("听讲群众", "人次", "listeners_total"),
   "doses": count("接种疫苗", "剂次", "doses_total", ["疫苗接种"])},
  "checks": [{"rule": "used <= files"}, {"rule": "doctors <= contracted"}, {"together": ["lectures_total", "listeners_total"]}, {"history": ["patients", "doses"]}]},
 "rivers": {"title": "河湖管护", "fields": {
   "problems": ledger("河湖问题台账", {"number": ("编号", T, "!"), "found": ("发现日期", "date", "!"), "river": ("河段", T, "!"), "matter": ("问题", T, "!"),
                                "fixed": ("是否整改", "boolean"), "fixed_on": ("整改日期", "date")}, "number"),
   "cleanups": ledger("清漂台账", {"date": ("日期", "date", "!"), "river": ("河段", T, "!"), "tonnes": ("清理垃圾", D, "吨")}),
   "patrols_total": field("巡河次数", I, "次"), "problems_total": field("河湖问题处数", I, "处"), "fixed_total": field("整改处数", I, "处"),
   "rate_given": field("填报整改率", D, "%"), "cleanups_total": field("清漂次数", I, "次"), "rubbish": field("清理垃圾吨数", D, "吨"),
   "length": field("管护河长", D, "公里"), "keepers_total": field("护河员人数", I, "名"), "signs_total": field("公示牌块数", I, "块"),
   "fund_planned": field("计划管护资金", D, "万元"), "fund_paid": field("支付管护资金", D, "万元")} | WORDS,
  "counts": {
   "patrols": count("巡河", "次", "patrols_total", ["河长巡河"]),
   "problems": count("河湖问题", "处", "problems_total", ["涉河问题"], ledger="problems"),
   "fixed": count("整改", "处", "fixed_total", ["完成整改"], ledger="problems", where="fixed"),
   "fix_rate": {"label": "整改率", "ratio": ["fixed", "problems"], "as": "%", "scale": 1, "number": "rate_given"},
   "cleanups": count("清漂行动", "次", "cleanups_total", ledger="cleanups"),
   "rubbish": count("清理垃圾", "吨", "rubbish", ["打捞垃圾"], ledger="cleanups", sum="tonnes", scale=2),
   "length": count("管护河长", "公里", "length", over="last", scale=2), "keepers": count("护河员", "名", "keepers_total", over="last"),
   "signs": count("公示牌", "块", "signs_total", over="last"), "fund_planned": count("计划管护资金", "万元", "fund_planned", over="last", scale=2),
   "fund_paid": count("支付管护资金", "万元", "fund_paid", over="last", scale=2)},
  "checks": [{"rule": "fixed <= problems"}, {"rule": "fund_paid <= fund_planned"}, {"history": ["patrols", "fund_planned"]}]},
 "aid": {"title": "社会救助", "fields": {
   "grants": ledger("临时救助台账", {"number": ("编号", T, "!"), "date": ("日期", "date", "!"), "village": ("村别", T, "!"), "reason": ("事由", T), "amount": ("金额", I, "元")}, "number"),
   "grants_total": field("临时救助人次", I, "人次"), "amount_total": field("临时救助金额", I, "元"), "households_total": field("低保户数", I, "户"),
   "persons_total": field("低保人数", I, "人"), "persons_elder": field("低保老年人", I, "人"), "persons_minor": field("低保未成年人", I, "人"),
   "persons_other": field("低保其他人员", I, "人"), "cash": field("低保金额", D, "万元"), "visits_total": field("走访户次", I, "户次"),
   "meals_total": field("助餐人次", I, "人次"), "canteens_total": field("助餐点个数", I, "个"), "assistants_total": field("协理员人数", I, "名"),
   "calls_total": field("求助来电件数", I, "件"), "duty": field("值班安排", T), "phone": field("救助热线", T)} | WORDS,
  "counts": {
   "grants": count("临时救助", "人次", "grants_total", ledger="grants"), "amount": count("临时救助金", "元", "amount_total", ledger="grants", sum="amount"),
   "households": count("低保家庭", "户", "households_total", over="last"),
   "persons": count("低保对象", "人", "persons_total", over="last", parts=["persons_elder", "persons_minor", "persons_other"]),
   "cash": count("低保金", "万元", "cash", scale=2), "visits": count("走访困难群众", "户次", "visits_total", ["入户走访"]),
   "meals": count("老年助餐", "人次", "meals_total"), "canteens": count("助餐点", "个", "canteens_total", over="last"),
   "assistants": count("救助协理员", "名", "assistants_total", over="last"), "calls": count("求助来电", "件", "calls_total")},
  "checks": [{"rule": "households <= persons"}, {"either": ["duty", "phone"]}, {"history": ["cash", "visits", "meals"]}]},
}

BASE, WHOLE = build()
ERRORS, LEGIT, TAKEN = [], [], set()
KEPT = {(7, "culture"), (21, "culture")}                        # for what hangs on a unit's own name or on its having had none
Q1, Q2 = TESTED
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
DIGITS = "零一二三四五六七八九"


def hanzi(n):
    if n < 10:
        return DIGITS[n]
    if n < 20:
        return "十" + (DIGITS[n % 10] if n % 10 else "")
    if n < 100:
        return DIGITS[n // 10] + "十" + (DIGITS[n % 10] if n % 10 else "")
    return DIGITS[n // 100] + "百" + ("" if n % 100 == 0 else "零" + DIGITS[n % 100] if n % 100 < 10 else DIGITS[n % 100 // 10] + "十" + (DIGITS[n % 10] if n % 10 else ""))


class Unit:
    """A unit's section in a quarter, with what it was before."""
    def __init__(self, i, period, section):
        t = PERIODS.index(period)
        self.i, self.period, self.section = i, period, section
        self.id, self.name = UNITS[i]
        self.short = self.name.removesuffix("街道")[:2]
        self.now, self.last = WHOLE[i, t][section], WHOLE[i, t - 1][section]
        self.ago = WHOLE[i, t - 4][section] if t == 4 else None
        self.data = BASE[period][i]["sections"][section]
        self.before = BASE[PERIODS[t - 1]][i]["sections"][section]

    def months(self, name, column, month):
        return sum(int(x[column][5:7]) == month for x in self.data[name])


def pick(section, period, ask=lambda u: True, ledger=None, text=None, own=None):
    """The next unit whose section is free, the least used first."""
    order = sorted(range(30), key=lambda i: (sum(a == i for a, _ in TAKEN), (i * 11 + len(TAKEN)) % 30))
    for i in order:
        if (i, section) in TAKEN or names_figures(i, SECTIONS.index(section)) or ledger is not None and ledger != (i % 2 == 0) or own is not None and i not in own or own is None and (i, section) in KEPT:
            continue
        u = Unit(i, period, section)
        if text and (text not in u.data or text not in u.before):
            continue
        if ask(u):
            TAKEN.add((i, section))
            return u
    raise SystemExit(f"no unit for {section} {period}")


def error(kind, u, patch, place, why, *facts, sentence=None):
    ERRORS.append({"id": f"B{len(ERRORS) + 1:02}", "kind": kind, "unit": u.id, "period": u.period,
                   "patch": [{"section": u.section} | p for p in patch], "place": [{"section": u.section} | p for p in place]}
                  | ({"sentence": sentence} if sentence else {}) | {"why": why, "facts": list(facts)})


def says(kind, u, name, sentence, why, *facts):
    text = u.data[name] + "。" + sentence
    error(kind, u, [{"field": name, "set": text}], [{"field": name}], why, *facts, sentence=sentence)


def right(kind, u, name, sentence, why, *facts):
    LEGIT.append({"id": f"G{len(LEGIT) + 1:02}", "kind": kind, "unit": u.id, "period": u.period,
                  "patch": [{"section": u.section, "field": name, "set": u.data[name] + "。" + sentence}], "sentence": sentence, "why": why, "facts": list(facts)})


def said(count, form, **more):
    return {"says": "count", "count": count, "form": form} | more


def data_errors():
    u = pick("culture", Q2, lambda u: u.now["lent_total"] // 10 % 10 != u.now["lent_total"] // 100 % 10, ledger=False)
    n = list(str(u.now["lent_total"])); n[-2], n[-3] = n[-3], n[-2]
    error("total-unlike-its-parts", u, [{"field": "lent_total", "set": int("".join(n))}], [{"field": "lent_total"}, {"field": "lent_adult"}, {"field": "lent_child"}],
          "借阅册次中两位数字写颠倒，成人与少儿相加不等于总数", {"says": "parts", "total": "lent_total", "parts": ["lent_adult", "lent_child"]})
    u = pick("health", Q1)
    error("rate-that-does-not-follow", u, [{"field": "use_rate_given", "set": f"{float(u.now['use_rate_given']) + 1.8:.1f}"}],
          [{"field": "use_rate_given"}], "填报的动态使用率不等于动态使用份数除以档案份数", {"says": "rate", "rate": "use_rate_given", "num": "used", "den": "files"})
    u = pick("rivers", Q2, ledger=True)
    row = u.data["cleanups"][-1]
    error("row-typed-twice", u, [{"field": "cleanups", "add": row}], [{"field": "cleanups", "row": len(u.data["cleanups"]) + k} for k in (0, 1)] + [{"field": "cleanups"}],
          "最后一行重复登记，日期、河段、吨数都一样", {"says": "rows differ", "ledger": "cleanups"})
    u = pick("culture", Q2, ledger=True)
    row = u.data["events"][2]
    error("row-of-another-year", u, [{"field": "events", "row": 3, "column": "date", "set": "2024" + row["date"][4:]}], [{"field": "events", "row": 3}, {"field": "events"}],
          "第3行的年份写成2024年，不在本季度", {"says": "rows in period", "ledger": "events", "column": "date"})
    u = pick("health", Q2, ledger=True)
    error("refers-to-no-row", u, [{"field": "returns", "row": 2, "column": "clinic", "set": "YZ25289"}], [{"field": "returns", "row": 2}, {"field": "returns"}],
          "回访所记的义诊编号在义诊台账中没有", {"says": "refers", "ledger": "returns", "column": "clinic", "to": "clinics", "key": "number"})
    u = pick("health", Q1, ledger=True)
    row = u.data["returns"][1]
    first = next(x for x in u.data["clinics"] if x["number"] == row["clinic"])["date"]
    early = str(datetime.date.fromisoformat(first) - datetime.timedelta(6))
    error("followed-up-before-it-took-place", u, [{"field": "returns", "row": 2, "column": "date", "set": early}], [{"field": "returns", "row": 2}, {"field": "returns"}],
          "回访日期早于那一场义诊", {"says": "refers", "ledger": "returns", "column": "clinic", "to": "clinics", "key": "number", "after": "date"})
    u = pick("rivers", Q1, ledger=True)
    k = next(k for k, x in enumerate(u.data["problems"]) if x["fixed"] and k > 1)
    early = str(datetime.date.fromisoformat(u.data["problems"][k]["found"]) - datetime.timedelta(3))
    error("put-right-before-it-was-found", u, [{"field": "problems", "row": k + 1, "column": "fixed_on", "set": early}], [{"field": "problems", "row": k + 1}, {"field": "problems"}],
          "整改日期早于发现日期", {"says": "order", "ledger": "problems", "first": "found", "then": "fixed_on"})
    u = pick("rivers", Q2, ledger=True)
    k = next(k for k, x in enumerate(u.data["problems"]) if not x["fixed"])
    late = str(datetime.date.fromisoformat(u.data["problems"][k]["found"]) + datetime.timedelta(3))
    error("not-put-right-and-yet-a-day", u, [{"field": "problems", "row": k + 1, "column": "fixed_on", "set": late}], [{"field": "problems", "row": k + 1}, {"field": "problems"}],
          "“是否整改”为否，却填了整改日期", {"says": "flag", "ledger": "problems", "flag": "fixed", "day": "fixed_on"})
    u = pick("rivers", Q1, ledger=True)
    error("ledger-unlike-the-number", u, [{"field": "cleanups_total", "set": u.now["cleanups_total"] + 2}], [{"field": "cleanups_total"}, {"field": "cleanups"}],
          "所填清漂次数比台账多2次", {"says": "ledger", "ledger": "cleanups", "number": "cleanups_total"})
    u = pick("rivers", Q2, lambda u: float(u.now["fund_paid"]) * 1.2 > float(u.now["fund_planned"]), ledger=False)
    error("paid-beyond-plan", u, [{"field": "fund_paid", "set": f"{float(u.now['fund_planned']) + 6.3:.2f}"}], [{"field": "fund_paid"}, {"field": "fund_planned"}],
          "支付资金多于计划资金", {"says": "at most", "less": "fund_paid", "more": "fund_planned"})
    u = pick("health", Q2, ledger=False)
    error("figure-left-out", u, [{"field": "doses_total", "set": None}], [{"field": "doses_total"}], "接种剂次每季度都报，本季度空着", {"says": "given", "field": "doses_total"})
    u = pick("culture", Q1, lambda u: u.now["trainings_total"] > 2)
    error("people-at-what-did-not-take-place", u, [{"field": "trainings_total", "set": 0}], [{"field": "trainings_total"}, {"field": "trainees_total"}],
          "艺术培训0期，参训却有人次", {"says": "together", "fields": ["trainings_total", "trainees_total"]})
    u = pick("aid", Q1)
    one = "phone" if "phone" in u.data else "duty"
    error("neither-of-two", u, [{"field": one, "set": None}], [{"field": "duty"}, {"field": "phone"}], "值班安排与救助热线须有一项，都没有填", {"says": "either", "fields": ["duty", "phone"]})
    u = pick("aid", Q2)
    error("yuan-in-a-field-of-wan", u, [{"field": "cash", "set": f"{float(u.now['cash']) * 10000:.2f}"}], [{"field": "cash"}], "以万元计的低保金按元填了", {"says": "near history", "count": "cash"})
    u = pick("aid", Q2)
    error("digit-dropped", u, [{"field": "meals_total", "set": u.now["meals_total"] // 10}], [{"field": "meals_total"}], "助餐人次少打一位，只有历次的十分之一", {"says": "near history", "count": "meals"})
    u = pick("rivers", Q1, ledger=False)
    error("figure-copied-from-last-quarter", u, [{"field": "patrols_total", "set": u.last["patrols_total"]}], [{"field": "patrols_total"}],
          "巡河次数与上季度一次不差，是从上季度表上抄来的", {"says": "not as last", "count": "patrols"})
    u = pick("aid", Q1)
    error("two-figures-swapped", u, [{"field": "households_total", "set": u.now["persons_total"]}, {"field": "persons_total", "set": u.now["households_total"]}],
          [{"field": "households_total"}, {"field": "persons_total"}], "低保户数与人数填颠倒，户多于人", {"says": "at most", "less": "households_total", "more": "persons_total"})


def text_errors():
    u = pick("culture", Q1)
    f = str(u.now["films_total"] + 3).translate(WIDE)
    says("figure-in-full-width", u, "practice", f"送电影到院落，本季度放映电影{f}场", "填报的放映场次不是这个数", said("films", f))
    u = pick("health", Q2)
    f = hanzi(u.now["clinics_total"] + 4)
    says("figure-in-hanzi", u, "practice", f"组织医务人员下村，本季度开展义诊{f}场", "义诊场次不是这个数", said("clinics", f))
    u = pick("health", Q1, lambda u: u.now["doses_total"] % 10 != u.now["doses_total"] // 10 % 10)
    n = u.now["doses_total"]; f = comma(n // 100 * 100 + n % 10 * 10 + n // 10 % 10)
    says("figure-with-comma-and-two-digits-swapped", u, "practice", f"本季度接种疫苗{f}剂次，冷链全程有记录", "后两位写颠倒", said("doses", f))
    u = pick("aid", Q2)
    f = f"{u.now['meals_total'] // 1000 + 2}"; f = f"{f[:-1] or 0}.{f[-1]}万余"
    says("figure-in-wan", u, "practice", f"本季度老年助餐{f}人次", "助餐人次达不到这个数", said("meals", f))
    u = pick("aid", Q1)
    f = f"{u.now['visits_total'] // 10 * 10 + 30}余"
    says("more-than-so-many", u, "practice", f"干部下沉一线，本季度共走访困难群众{f}户次", "走访户次不到这个数", said("visits", f))
    u = pick("health", Q1, lambda u: float(u.now["use_rate_given"]) < 89.3)
    says("percent-in-hanzi", u, "practice", "目前健康档案动态使用率已达百分之九十五", "动态使用率不到九成", said("use_rate", "百分之九十五"))
    u = pick("culture", Q2)
    f = str(u.now["events_total"] + 2)
    says("figure-under-another-name", u, "practice", f"本季度共办文化惠民活动{f}场", "文化惠民活动即文化活动，场次不符", said("events", f))
    u = pick("rivers", Q2, lambda u: u.now["keepers_total"] > 14)
    f = str(u.now["keepers_total"] - 3)
    says("figure-before-the-name", u, "practice", f"目前共有{f}名护河员分段包干", "护河员不是这个数", said("keepers", f))
    u = pick("health", Q2, lambda u: abs(u.now["followed_total"] - u.last["followed_total"]) > 15)
    f = str(u.last["followed_total"])
    says("figure-of-last-quarter-as-this", u, "practice", f"本季度随访慢病患者{f}人次，做到随访有记录", "这是上季度的人次", said("followed", f))
    u = pick("aid", Q1)
    says("measure-wrong-in-a-sentence", u, "practice", f"本季度通过银行卡发放低保金{u.now['cash']}元", "应为万元", {"says": "money", "count": "cash", "form": u.now["cash"], "unit": "元"})
    u = pick("rivers", Q1, lambda u: u.now["problems_total"] > 5)
    says("none-where-there-are-some", u, "practice", "本季度各河段未发现河湖问题", "本季度发现了问题", {"says": "none", "count": "problems"})
    u = pick("rivers", Q2, lambda u: u.now["problems_total"] - u.now["fixed_total"] > 1)
    says("all-where-it-is-some", u, "practice", "本季度发现的河湖问题已全部整改到位", "还有问题没有整改", {"says": "all", "num": "fixed", "den": "problems"})
    u = pick("rivers", Q1, lambda u: u.now["patrols_total"] < u.last["patrols_total"] - 5)
    says("more-where-it-is-less", u, "practice", "巡河次数较上季度有所增加", "比上季度少了", {"says": "change", "count": "patrols", "than": "last", "way": "up"})
    u = pick("health", Q2, lambda u: u.now["doses_total"] > u.last["doses_total"] + 30)
    d = u.now["doses_total"] - u.last["doses_total"]
    says("size-of-a-change", u, "practice", f"接种疫苗较上季度增加{d + 40}剂次", "增加的没有这么多", {"says": "change", "count": "doses", "than": "last", "way": "up", "by": str(d + 40)})
    u = pick("aid", Q2, lambda u: u.now["meals_total"] > u.last["meals_total"] * 1.03)
    d = f"{(u.now['meals_total'] / u.last['meals_total'] - 1) * 100 + 10:.1f}"
    says("percent-of-a-change", u, "practice", f"老年助餐人次较上季度增长{d}%", "增幅多写了10个百分点", {"says": "change", "count": "meals", "than": "last", "way": "up", "percent": d})
    u = pick("aid", Q2, lambda u: u.now["visits_total"] < u.ago["visits_total"] - 8)
    says("more-than-a-year-ago", u, "practice", "走访困难群众户次多于去年同期", "比去年同期少", {"says": "change", "count": "visits", "than": "ago", "way": "up"})
    u = pick("rivers", Q1)
    says("placeholder", u, "practice", "共发动志愿者××人次参与净滩", "人次没有填上", {"says": "filled in"})
    u = pick("rivers", Q2, lambda u: "镇" in u.name)
    says("another-quarter-named-as-this", u, "practice", "以上为我镇第一季度河湖管护情况", "这是第二季度的材料", {"says": "quarter", "quarter": 1})
    u = pick("culture", Q2, text="plan")
    says("planned-for-what-is-past", u, "plan", "力争2025年3月底前完成活动室桌椅更新", "期限在本季度之前就过了", {"says": "due", "month": "2025-03"})
    u = pick("culture", Q1, lambda u: "镇" in u.name)
    says("level-above", u, "practice", "我县将继续扶持村级文艺队伍", "乡镇不称我县", {"says": "level", "kind": "县"})
    u = pick("aid", Q2)
    other = UNITS[(u.i + 9) % 30][1]
    says("another-unit-by-name", u, "practice", f"在{other}党委的领导下，助餐点运转平稳", "套用了别处的材料", {"says": "own name", "name": other})
    u = pick("health", Q1)
    other = UNITS[(u.i + 13) % 30][1][:2]
    assert other not in ("勤俭", "欢喜", "明白")
    says("another-unit-by-short-name", u, "practice", f"{other}的家庭医生轮流下村坐诊", "这是别处的地名", {"says": "own name", "name": other})
    u = pick("culture", Q2, own=[21])
    says("own-name-misspelt", u, "practice", "蔑峰乡文化站全年免费开放", "乡名写错一字", {"says": "own name", "name": "蔑峰乡"})
    u = pick("rivers", Q2, text="problem")
    error("text-as-last-quarter", u, [{"field": "problem", "set": u.before["problem"]}], [{"field": "problem"}], "与上季度一字不差", {"says": "new text", "field": "problem"})
    u = pick("aid", Q1)
    j = next(j for j in range(u.i) if not names_figures(j, 3) and j < u.i)
    TAKEN.add((j, "aid"))
    error("text-of-another-unit", u, [{"field": "practice", "set": BASE[Q1][j]["sections"]["aid"]["practice"]}], [{"field": "practice"}], "与另一单位一字不差",
          {"says": "own text", "field": "practice"})
    u = pick("culture", Q1)
    says("sum-in-a-sentence", u, "practice", "文艺骨干自编小戏5个、快板4个、广场舞7个，共18个节目", "5、4、7相加是16", {"says": "sum", "parts": [5, 4, 7], "total": 18})
    u = pick("aid", Q2)
    w = f"{u.now['persons_elder'] / u.now['persons_total'] * 100 + 10:.1f}"
    says("share-in-a-sentence", u, "practice", f"现有低保对象中，老年人{u.now['persons_elder']}人，占{w}%", "占比多算了10个百分点",
         {"says": "share", "num": "persons_elder", "den": "persons_total", "form": w + "%"})
    u = pick("culture", Q1)
    w = str(round(u.now["audience_total"] / u.now["events_total"]) + 40)
    says("average-in-a-sentence", u, "practice", f"平均每场文化活动有观众{w}人次", "观众人次除以场次不是这个数", {"says": "average", "num": "audience", "den": "events", "form": w})
    u = pick("culture", Q2, lambda u: u.months("events", "date", 6) > 0, ledger=True)
    n = u.months("events", "date", 6)
    says("one-month-of-a-ledger", u, "practice", f"文化活动中，6月份举办{n + 2}场", "台账中6月没有这么多场", {"says": "month", "ledger": "events", "column": "date", "month": 6, "form": str(n + 2)})
    u = pick("rivers", Q2)
    w = str(u.now["patrols_total"] + u.last["patrols_total"] + 20)
    says("year-so-far", u, "practice", f"今年以来累计巡河{w}次", "两个季度相加没有这么多", said("patrols", w, of="year"))
    u = pick("health", Q1)
    says("doubled", u, "practice", "接种疫苗剂次较上季度翻了一番", "与上季度相差不大", {"says": "change", "count": "doses", "than": "last", "way": "doubled"})
    u = pick("culture", Q1, lambda u: u.now["lent_child"] * 5 < u.now["lent_total"] * 2.2)
    says("half-and-more", u, "practice", "少儿借阅已占图书借阅的一半以上", "少儿借阅不到一半", {"says": "share", "num": "lent_child", "den": "lent_total", "form": "一半以上"})
    u = pick("health", Q2, ledger=True)
    w = str(max(x["people"] for x in u.data["clinics"]) + 27)
    says("greatest-of-a-ledger", u, "practice", f"就诊群众最多的一场义诊有{w}人次", "台账中没有一场有这么多人次", {"says": "greatest", "ledger": "clinics", "column": "people", "form": w})


def sentences():
    u = pick("rivers", Q2)
    other = UNITS[(u.i + 4) % 30][1]
    right("joint-work", u, "practice", f"与{other}联合清理交界河段漂浮物", "与邻镇共同做的事", {"says": "with", "name": other})
    u = pick("rivers", Q1, lambda u: u.last["problems_total"] - u.last["fixed_total"] > 1)
    n = u.last["problems_total"] - u.last["fixed_total"]
    right("carried-over", u, "practice", f"上季度遗留的{n}处问题已全部销号", "说的是上季度没有整改的", {"says": "left over", "num": "fixed", "den": "problems", "form": str(n)})
    u = pick("culture", Q1, lambda u: 0 < sum(x["venue"] == "集镇文化站" for x in u.data["events"]) < u.now["events_total"], ledger=True)
    n = sum(x["venue"] == "集镇文化站" for x in u.data["events"])
    right("part-of-a-count", u, "practice", f"其中在集镇文化站举办文化活动{n}场", "说的是一部分", {"says": "rows", "ledger": "events", "column": "venue", "is": "集镇文化站", "form": str(n)})
    u = pick("health", Q1, text="plan")
    right("planned-figure", u, "plan", f"下季度计划开展义诊{u.now['clinics_total'] + 3}场", "是计划数", {"says": "plan", "word": "下季度计划"})
    u = pick("health", Q2, text="plan")
    right("target", u, "plan", "力争年底前健康档案动态使用率达到95%", "是目标", {"says": "plan", "word": "力争"})
    u = pick("rivers", Q2)
    right("last-quarter-said-to-be-so", u, "practice", f"上季度巡河{u.last['patrols_total']}次，本季度巡河{u.now['patrols_total']}次", "两个数各属其时",
          said("patrols", str(u.last["patrols_total"]), of="last"), said("patrols", str(u.now["patrols_total"])))
    u = pick("aid", Q2)
    n = u.now["calls_total"] + u.last["calls_total"]
    right("year-so-far", u, "practice", f"今年以来累计受理求助来电{n}件", "两个季度之和", said("calls", str(n), of="year"))
    u = pick("aid", Q2, lambda u: u.now["visits_total"] > u.ago["visits_total"] + 8)
    right("more-than-a-year-ago", u, "practice", "走访困难群众户次高于去年同期", "属实", {"says": "change", "count": "visits", "than": "ago", "way": "up"})
    u = pick("health", Q1, lambda u: 88 <= float(u.now["use_rate_given"]) < 90)
    right("nearly-nine-tenths", u, "practice", "健康档案动态使用率接近九成", "略低于九成", said("use_rate", "近90%"))
    u = pick("aid", Q1, lambda u: 10050 < u.now["meals_total"] and u.now["meals_total"] % 1000 > 50)
    f = f"{u.now['meals_total'] // 1000 / 10:.1f}万余"
    right("figure-in-wan", u, "practice", f"老年助餐{f}人次", "略多于此", said("meals", f))
    u = pick("health", Q2)
    f = hanzi(u.now["lectures_total"])
    right("figure-in-hanzi", u, "practice", f"本季度举办健康讲座{f}场", "数目属实", said("lectures", f))
    u = pick("culture", Q2)
    f = str(u.now["films_total"]).translate(WIDE)
    right("figure-in-full-width", u, "practice", f"本季度放映电影{f}场", "数目属实", said("films", f))
    u = pick("aid", Q1)
    w = percent(u.now["persons_elder"], u.now["persons_total"])
    right("share", u, "practice", f"低保对象中老年人占{w}%", "按填报数算得", {"says": "share", "num": "persons_elder", "den": "persons_total", "form": w + "%"})
    u = pick("culture", Q1, lambda u: u.now["audience_total"] * 10 // u.now["events_total"] % 100 > 15)
    w = hanzi(u.now["audience_total"] // u.now["events_total"] // 10 * 10) + "余"
    right("average", u, "practice", f"平均每场文化活动有观众{w}人次", "按填报数算得", {"says": "average", "num": "audience", "den": "events", "form": w})
    u = pick("health", Q1, lambda u: u.months("clinics", "date", 3) > 0, ledger=True)
    n = u.months("clinics", "date", 3)
    right("one-month-of-a-ledger", u, "practice", f"其中3月份开展义诊{n}场", "台账中3月正是这么多场", {"says": "month", "ledger": "clinics", "column": "date", "month": 3, "form": str(n)})
    u = pick("rivers", Q1)
    right("none-of-something-else", u, "practice", "经排查，未发现新设入河排口", "说的不是河湖问题总数", {"says": "no figure"})
    u = pick("culture", Q2)
    right("word-that-is-a-name", u, "practice", "提倡勤俭办文化，道具尽量自己动手", "勤俭在此不是街道名", {"says": "no figure"})
    u = pick("aid", Q2)
    right("word-that-is-a-name", u, "practice", "不少老人吃得欢喜，家属也放心", "欢喜在此不是镇名", {"says": "no figure"})
    u = pick("health", Q2, ledger=True)
    x = u.data["clinics"][3]
    d = datetime.date.fromisoformat(x["date"])
    right("day-and-weekday", u, "practice", f"{d.month}月{d.day}日（星期{'一二三四五'[d.weekday()]}）在{x['village']}开展义诊", "台账有此一场，星期不错",
          {"says": "day", "ledger": "clinics", "column": "date", "date": x["date"], "village": x["village"], "weekday": "星期" + "一二三四五"[d.weekday()]})
    u = pick("culture", Q1, lambda u: u.now["lent_child"] * 3 > u.now["lent_total"] * 1.02)
    right("a-third-and-more", u, "practice", "少儿借阅占图书借阅的三分之一以上", "按填报数算得", {"says": "share", "num": "lent_child", "den": "lent_total", "form": "三分之一以上"})
    u = pick("culture", Q2)
    right("sum", u, "practice", "文艺骨干自编小戏3个、相声2个、快板6个，共11个节目", "相加属实", {"says": "sum", "parts": [3, 2, 6], "total": 11})
    u = pick("rivers", Q2, text="plan")
    right("due-in-time-to-come", u, "plan", "2025年8月底前完成破损围栏修复", "期限未到", {"says": "due", "month": "2025-08"})
    u = pick("culture", Q1)
    right("the-county-as-a-place", u, "practice", "在全县文化工作会议上作了交流发言", "说的是县里的会", {"says": "no figure"})
    u = pick("aid", Q1)
    f = f"{u.now['amount_total'] / 10000:.2f}"
    right("yuan-told-in-wan", u, "practice", f"本季度发放临时救助金{f}万元", "元换成万元，数目不变", {"says": "money", "count": "amount", "form": f, "unit": "万元"})
    u = pick("health", Q1, lambda u: u.now["doses_total"] % 100 > 80)
    n = (u.now["doses_total"] // 100 + 1) * 100
    right("nearly", u, "practice", f"本季度接种疫苗近{n}剂次", "略少于此", said("doses", f"近{n}"))
    u = pick("rivers", Q1, lambda u: u.now["patrols_total"] < u.last["patrols_total"] - 3)
    d = u.last["patrols_total"] - u.now["patrols_total"]; w = percent(d, u.last["patrols_total"])
    right("change-with-percent", u, "practice", f"受雨雪天气影响，巡河较上季度减少{d}次，下降{w}%", "两个数都属实",
          {"says": "change", "count": "patrols", "than": "last", "way": "down", "by": str(d), "percent": w})
    u = pick("culture", Q2, ledger=True)
    w = str(max(x["audience"] for x in u.data["events"]))
    right("greatest-of-a-ledger", u, "practice", f"观众最多的一场文化活动有{w}人次", "台账最大的一场", {"says": "greatest", "ledger": "events", "column": "audience", "form": w})
    u = pick("aid", Q1)
    right("number-in-a-slogan", u, "practice", "推进“15分钟助餐圈”建设，方便就近用餐", "不是统计数", {"says": "slogan", "word": "“15分钟助餐圈”"})
    u = pick("rivers", Q1)
    right("year-in-the-past", u, "practice", "护河队自2016年组建以来一直坚持周末净滩", "说的是往年", {"says": "slogan", "word": "自2016年"})
    u = pick("culture", Q1, own=[7])
    right("none-where-there-is-none", u, "practice", "因师资外出进修，本季度未举办艺术培训", "填报就是0期", {"says": "none", "count": "trainings"})


def write(name, text):
    os.makedirs(os.path.join(HERE, "base"), exist_ok=True)
    with open(os.path.join(HERE, name), "w", encoding="utf-8", newline="\n") as out:
        out.write(text)


def lines(rows):
    return "[\n" + ",\n".join(json.dumps(x, ensure_ascii=False) for x in rows) + "\n]\n"


def pretty(x, depth=0):
    """A field, a count or a check a line."""
    if depth == 3 or not isinstance(x, (dict, list)):
        return json.dumps(x, ensure_ascii=False)
    pad = " " * (depth + 1)
    if isinstance(x, list):
        return "[\n" + ",\n".join(pad + json.dumps(v, ensure_ascii=False) for v in x) + "\n" + " " * depth + "]"
    return "{\n" + ",\n".join(f"{pad}{json.dumps(k)}: {pretty(v, depth + 1)}" for k, v in x.items()) + "\n" + " " * depth + "}"


if __name__ == "__main__":
    data_errors(); text_errors(); sentences()
    for p in PERIODS:
        write(f"base/{p}.json", lines(BASE[p]))
    write("declarations.json", pretty(DECLARATIONS) + "\n")
    write("errors.json", lines(ERRORS))
    write("legitimate.json", lines(LEGIT))
    print(len(ERRORS), "errors of", len({x["kind"] for x in ERRORS}), "kinds,", len(LEGIT), "sentences")
