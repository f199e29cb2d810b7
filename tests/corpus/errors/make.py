"""Makes the corpus of planted errors and of legitimate sentences over the base data.

    python make.py     # writes base/, declarations.json, seen/ and held-back/; the same bytes each time"""

import json
import os
import random
import shutil

import base
import words

HERE = os.path.dirname(os.path.abspath(__file__))
DIGITS = "零一二三四五六七八九"
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

LABELS = {"sessions": ("theory-study", "理论学习中心组学习", "次"), "seminars": ("theory-study", "专题学习研讨", "次"), "meetings": ("propaganda", "意识形态分析研判会", "次"),
          "articles": ("propaganda", "舆情信息", "篇"), "branches": ("position-management", "特色党支部", "个"), "sites": ("position-management", "宣传阵地", "处"),
          "commentators": ("online-opinion", "网评员", "名"), "found": ("online-opinion", "不良导向信息", "条"), "handled": ("online-opinion", "应急处置", "条"),
          "inspections": ("safety", "检查", "家次"), "hazards": ("safety", "隐患", "处"), "rectified": ("safety", "整改", "处"), "drills": ("safety", "应急演练", "次"),
          "drill_people": ("safety", "参演人员", "人次")}


def hanzi(n):
    out, zero = "", False
    for power, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, n = divmod(n, power)
        if digit:
            out += ("零" if zero and out else "") + (("" if digit == 1 and power == 10 and not out else DIGITS[digit]) + sign)
            zero = False
        else:
            zero = True
    return out or "零"


class Corpus:
    def __init__(self):
        self.units = base.build()
        self.by_id = {u.id: u for u in self.units}
        self.errors, self.fine = [], []
        self.taken, self.fine_taken, self.figures, self.lent, self.asked, self.turn = set(), set(), set(), set(), [], 0

    def counts(self, unit, period):
        return unit.data[period]["counts"]

    def fields(self, unit, period, section):
        return unit.data[period]["sections"].get(section)

    def pick(self, section, field, period, want, data, facts, fine):
        """The next unit for which the field is free, and nothing else bears on the figures that are spoken of."""
        taken, figures = (self.fine_taken, set()) if fine else (self.taken, self.figures)
        for _ in range(len(self.units)):
            unit = self.units[self.turn % len(self.units)]
            self.turn += 7
            spot = (unit.id, period, section)
            if self.fields(unit, period, section) is None or (*spot, field) in taken:
                continue
            if data and spot in figures or facts and (*spot, "data") in figures:
                continue
            if want(unit):
                taken.add((*spot, field))
                if data or facts:
                    figures.add(spot)
                if data:
                    figures.add((*spot, "data"))
                return unit
        raise LookupError(f"no unit for {section}.{field} in {period}")

    def suits(self, section, period, want):
        return sum(1 for u in self.units if self.fields(u, period, section) is not None and want(u))

    def text(self, kind, section, field, sentence, why, want=lambda u: True, period="2023Q2", fact=None, replace=False, fine=False):
        self.asked.append((self.suits(section, period, want), len(self.asked), fine, lambda: self.make_text(kind, section, field, sentence, why, want, period, fact, replace, fine)))

    def make_text(self, kind, section, field, sentence, why, want, period, fact, replace, fine):
        unit = self.pick(section, field, period, want, False, fact is not None, fine)
        words_ = sentence(unit) if callable(sentence) else sentence
        old = self.fields(unit, period, section).get(field)
        value = words_ if replace or not old else f"{old}。{words_}"
        entry = {"kind": kind, "unit": unit.id, "period": period, "patch": [{"section": section, "field": field, "set": value}],
                 "place": [{"unit": unit.id, "section": section, "field": field}], "sentence": words_, "why": why(unit) if callable(why) else why}
        if fact:
            entry["facts"] = fact(unit)
            for said in entry["facts"]:
                if "same_as_unit" in said:
                    entry["place"].append(dict(zip(("unit", "section", "field"), said["same_as_unit"])))
        if fine:
            entry.pop("place")
        return entry

    def data(self, kind, section, field, patch, place, why, want=lambda u: True, period="2023Q2", facts=None):
        self.asked.append((self.suits(section, period, want) / 2, len(self.asked), False, lambda: self.make_data(kind, section, field, patch, place, why, want, period, facts)))

    def make_data(self, kind, section, field, patch, place, why, want, period, facts):
        unit = self.pick(section, field, period, want, True, True, False)
        held = self.fields(unit, period, section)
        entry = {"kind": kind, "unit": unit.id, "period": period, "patch": patch(unit, held), "place": [{"unit": unit.id, "section": section, **p} for p in place(unit, held)],
                 "why": why(unit, held) if callable(why) else why}
        for part in entry["patch"]:
            self.taken.add((unit.id, period, part["section"], part["field"]))
        if facts:
            entry["facts"] = facts(unit, held)
        return entry

    def settle(self):
        """Those that suit the fewest units first; kept in the order in which they were asked for."""
        made = {order: (fine, make()) for _, order, fine, make in sorted(self.asked, key=lambda a: a[:2])}
        for order in sorted(made):
            fine, entry = made[order]
            (self.fine if fine else self.errors).append(entry)


def build():
    c = Corpus()
    q = lambda u, p="2023Q2": c.counts(u, p)
    prev = lambda u: c.counts(u, "2023Q1")

    def wrong(kind, name, form, field, delta, why="the figure beside the label is not the count", want=lambda u: True, said=None):
        section = LABELS[name][0]
        number = lambda n: n + delta
        c.text(kind, section, field, lambda u: form(number(q(u)[name]), u), lambda u: f"{why}: the text says {said(q(u)[name]) if said else number(q(u)[name])}, the count of {LABELS[name][1]} is {q(u)[name]}",
               want=want, fact=lambda u: [{"count": name, "period": "2023Q2", "said": str(said(q(u)[name]) if said else number(q(u)[name]))}])

    def right(about, name, form, field, want=lambda u: True, said=None, more=None):
        section = LABELS[name][0]
        c.text(about, section, field, lambda u: form(q(u)[name], u), "the figure is the count", want=want, fine=True,
               fact=lambda u: [{"count": name, "period": "2023Q2", "said": str(said(q(u)[name]) if said else q(u)[name])}])

    # Figures against counts, in every spelling.
    wrong("figure-digits", "sessions", lambda n, u: f"本季度共组织理论学习中心组学习{n}次", "responsibility", 2)
    wrong("figure-digits", "articles", lambda n, u: f"在报送舆情信息{n}篇的基础上再加力", "plan", -3)
    wrong("figure-digits", "commentators", lambda n, u: f"现有网评员{n}名，分工到人", "mechanism", 4)
    wrong("figure-full-width", "seminars", lambda n, u: f"已开展专题学习研讨{str(n).translate(WIDE)}次", "responsibility", 2)
    wrong("figure-full-width", "inspections", lambda n, u: f"本季度检查企业{str(n).translate(WIDE)}家次", "note", 11)
    wrong("figure-spaced", "sessions", lambda n, u: f"理论学习中心组学习 {n} 次已全部完成", "responsibility", 1)
    wrong("figure-spaced", "found", lambda n, u: f"发现不良导向信息 {n} 条，逐条登记", "mechanism", 3)
    wrong("figure-hanzi", "sessions", lambda n, u: f"本季度组织理论学习中心组学习{hanzi(n)}次", "responsibility", 2)
    wrong("figure-hanzi", "articles", lambda n, u: f"巩固报送舆情信息{hanzi(n)}篇的成果", "plan", 5)
    wrong("figure-hanzi", "sites", lambda n, u: f"对{hanzi(n)}处宣传阵地逐处建档", "plan", 3)
    wrong("figure-thousands", "hazards", lambda n, u: f"全季共发现隐患{n:,}处", "note", 137, want=lambda u: q(u)["hazards"] > 1000)
    wrong("figure-thousands", "rectified", lambda n, u: f"尚有部分未完成，已整改{n:,}处", "problem", 101, want=lambda u: q(u)["rectified"] > 1000)
    c.text("figure-wan", "safety", "note", "组织应急演练，参演人员1.2万人次", lambda u: f"the text says 12000, the count of 参演人员 is {q(u)['drill_people']}", want=lambda u: q(u)["drill_people"] < 900,
           fact=lambda u: [{"count": "drill_people", "period": "2023Q2", "said": "12000"}])
    c.text("figure-wan", "safety", "plan", "在发现隐患1万处的基础上继续深挖", lambda u: f"the text says 10000, the count of 隐患 is {q(u)['hazards']}", want=lambda u: q(u)["hazards"] < 2000,
           fact=lambda u: [{"count": "hazards", "period": "2023Q2", "said": "10000"}])
    wrong("figure-more-than", "articles", lambda n, u: f"已报送舆情信息{(n // 10 + 2) * 10}余篇", "plan", 0, said=lambda n: (n // 10 + 2) * 10)
    wrong("figure-more-than", "inspections", lambda n, u: f"累计检查企业{(n // 10 + 3) * 10}余家次", "note", 0, said=lambda n: (n // 10 + 3) * 10, want=lambda u: q(u)["inspections"] < 200)
    wrong("figure-over-or-nearly", "articles", lambda n, u: f"报送舆情信息超过{n + 8}篇，居全县前列", "new_media_problem", 0, said=lambda n: n + 8)
    wrong("figure-over-or-nearly", "sites", lambda n, u: f"近{n + 18}处宣传阵地要分期更新", "plan", 0, said=lambda n: n + 18)
    c.text("rate-in-words", "online-opinion", "mechanism", "本季度处置率达到百分之九十八", lambda u: f"{q(u)['handled']} of {q(u)['found']} are not 98 %", want=lambda u: q(u)["handled"] * 100 < 92 * q(u)["found"],
           fact=lambda u: [{"ratio": ["handled", "found"], "period": "2023Q2", "said": "98"}])
    c.text("rate-in-words", "safety", "note", "隐患整改率百分之六十", lambda u: f"{q(u)['rectified']} of {q(u)['hazards']} are not 60 %", fact=lambda u: [{"ratio": ["rectified", "hazards"], "period": "2023Q2", "said": "60"}])
    c.text("rate-digits", "safety", "note", "隐患整改率为71.5%", lambda u: f"{q(u)['rectified']} of {q(u)['hazards']} are not 71.5 %", fact=lambda u: [{"ratio": ["rectified", "hazards"], "period": "2023Q2", "said": "71.5"}])
    c.text("rate-digits", "online-opinion", "mechanism", "应急处置及时，处置率为99.2%", lambda u: f"{q(u)['handled']} of {q(u)['found']} are not 99.2 %", want=lambda u: q(u)["handled"] < q(u)["found"],
           fact=lambda u: [{"ratio": ["handled", "found"], "period": "2023Q2", "said": "99.2"}])
    wrong("figure-before-label", "sessions", lambda n, u: f"用{n}次理论学习中心组学习带动站所学习", "responsibility", 3)
    wrong("figure-before-label", "branches", lambda n, u: f"依托{n}个特色党支部开展活动", "plan", 4)
    wrong("figure-before-label", "found", lambda n, u: f"先后对{n}条不良导向信息作了登记", "mechanism", 2)
    wrong("figure-short-label", "sessions", lambda n, u: f"中心组学习{n}次，人人发言", "responsibility", 2)
    wrong("figure-short-label", "meetings", lambda n, u: f"在召开研判会{n}次之后再排重点", "plan", 3)
    wrong("figure-other-name", "inspections", lambda n, u: f"检查生产经营单位{n}家次", "note", 14)
    wrong("figure-other-name", "drill_people", lambda n, u: f"演练参加人数{n}人次", "plan", 60)
    wrong("figure-words-between", "sessions", lambda n, u: f"理论学习中心组围绕农时安排的集中学习先后开展{n}次", "responsibility", 2)
    wrong("figure-words-between", "articles", lambda n, u: f"舆情信息经办公室审核后报送{n}篇", "plan", 6)
    c.text("figure-in-another-section", "theory-study", "plan", lambda u: f"把学习成果写成稿件，已报送舆情信息{q(u)['articles'] + 9}篇", lambda u: f"the count of 舆情信息 is {q(u)['articles']}",
           fact=lambda u: [{"count": "articles", "period": "2023Q2", "said": str(q(u)["articles"] + 9)}])
    c.text("figure-in-another-section", "position-management", "plan", lambda u: f"配合网评员{q(u)['commentators'] + 5}名做好导读", lambda u: f"the count of 网评员 is {q(u)['commentators']}", want=lambda u: not u.no_online,
           fact=lambda u: [{"count": "commentators", "period": "2023Q2", "said": str(q(u)["commentators"] + 5)}])
    c.text("year-to-date", "propaganda", "plan", lambda u: f"今年以来累计召开意识形态分析研判会{q(u)['meetings'] + prev(u)['meetings'] + 3}次", lambda u: f"two quarters come to {q(u)['meetings'] + prev(u)['meetings']}",
           fact=lambda u: [{"to_date": "meetings", "period": "2023Q2", "said": str(q(u)["meetings"] + prev(u)["meetings"] + 3)}])
    c.text("year-to-date", "theory-study", "responsibility", lambda u: f"上半年共组织理论学习中心组学习{q(u)['sessions'] + prev(u)['sessions'] - 2}次", lambda u: f"two quarters come to {q(u)['sessions'] + prev(u)['sessions']}",
           fact=lambda u: [{"to_date": "sessions", "period": "2023Q2", "said": str(q(u)["sessions"] + prev(u)["sessions"] - 2)}])
    c.text("parts-in-a-sentence", "theory-study", "responsibility", lambda u: f"理论学习中心组学习{q(u)['sessions']}次，其中集体学习{q(u)['sessions'] - 1}次、交流研讨3次", "the parts come to more than the whole",
           fact=lambda u: [{"parts": [str(q(u)["sessions"] - 1), "3"], "whole": str(q(u)["sessions"])}])
    c.text("parts-in-a-sentence", "safety", "note", lambda u: f"发现隐患{q(u)['hazards']}处，其中用电{q(u)['hazards'] // 2}处、消防{q(u)['hazards'] // 2}处、其他20处", "the parts come to more than the whole",
           fact=lambda u: [{"parts": [str(q(u)["hazards"] // 2)] * 2 + ["20"], "whole": str(q(u)["hazards"])}])

    # Statements of none, and of something where there was none.
    c.text("none-stated", "online-opinion", "mechanism", "本季度未发现不良导向信息", lambda u: f"the count of 不良导向信息 is {q(u)['found']}", fact=lambda u: [{"count": "found", "period": "2023Q2", "said": "0"}])
    c.text("none-stated", "propaganda", "plan", "本季度未召开意识形态分析研判会，下季度补上", lambda u: f"the count is {q(u)['meetings']}", fact=lambda u: [{"count": "meetings", "period": "2023Q2", "said": "0"}])
    c.text("none-stated", "safety", "note", "检查中没有发现隐患", lambda u: f"the count of 隐患 is {q(u)['hazards']}", fact=lambda u: [{"count": "hazards", "period": "2023Q2", "said": "0"}])
    c.text("none-other-words", "online-opinion", "mechanism", "不良导向信息零发生", lambda u: f"the count is {q(u)['found']}", fact=lambda u: [{"count": "found", "period": "2023Q2", "said": "0"}])
    c.text("none-other-words", "safety", "problem", "应急演练尚未开展", lambda u: f"the count of 应急演练 is {q(u)['drills']}", fact=lambda u: [{"count": "drills", "period": "2023Q2", "said": "0"}])
    c.text("all-stated", "online-opinion", "mechanism", "发现的不良导向信息已全部处置", lambda u: f"{q(u)['handled']} of {q(u)['found']} were handled", want=lambda u: q(u)["handled"] < q(u)["found"],
           fact=lambda u: [{"count": "handled", "period": "2023Q2", "said": str(q(u)["found"])}])
    c.text("all-stated", "safety", "note", "隐患全部整改到位", lambda u: f"{q(u)['rectified']} of {q(u)['hazards']} were put right", fact=lambda u: [{"count": "rectified", "period": "2023Q2", "said": str(q(u)["hazards"])}])

    def zero(section, fields, extra):
        return lambda u, held: [{"section": section, "field": f, "set": v} for f, v in fields.items()] + extra(u, held)

    add = lambda section, field, sentence: (lambda u, held: [{"section": section, "field": field, "set": f"{held[field]}。{sentence}" if held.get(field) else sentence}])
    c.data("something-stated-of-nothing", "online-opinion", "mechanism", zero("online-opinion", {"found_total": 0, "handled_total": 0}, add("online-opinion", "mechanism", "对发现的不良导向信息均及时处置")),
           lambda u, h: [{"field": "mechanism"}], "the count of 不良导向信息 is 0", want=lambda u: not u.ledgers, facts=lambda u, h: [{"count": "found", "period": "2023Q2", "said": "more than 0"}])
    c.data("something-stated-of-nothing", "propaganda", "plan", zero("propaganda", {"meetings_total": 0}, add("propaganda", "plan", "会同站所召开意识形态分析研判会梳理重点")),
           lambda u, h: [{"field": "plan"}, {"field": "meetings_total"}], "the count of 意识形态分析研判会 is 0", want=lambda u: not u.ledgers, facts=lambda u, h: [{"count": "meetings", "period": "2023Q2", "said": "more than 0"}])

    # Changes.
    up = lambda name: (lambda u: q(u)[name] > prev(u)[name])
    down = lambda name: (lambda u: q(u)[name] < prev(u)[name])
    change = lambda name, said: (lambda u: [{"change": name, "period": "2023Q2", "against": "2023Q1", "said": said(u)}])
    c.text("direction-of-change", "theory-study", "responsibility", "理论学习中心组学习次数较上季度有所增加", lambda u: f"from {prev(u)['sessions']} to {q(u)['sessions']}", want=down("sessions"), fact=change("sessions", lambda u: "up"))
    c.text("direction-of-change", "propaganda", "new_media_problem", "舆情信息报送量比上季度下降", lambda u: f"from {prev(u)['articles']} to {q(u)['articles']}", want=up("articles"), fact=change("articles", lambda u: "down"))
    c.text("direction-of-change", "safety", "note", "发现隐患数较上季度减少", lambda u: f"from {prev(u)['hazards']} to {q(u)['hazards']}", want=up("hazards"), fact=change("hazards", lambda u: "down"))
    c.text("size-of-change", "propaganda", "plan", lambda u: f"舆情信息较上季度增加{q(u)['articles'] - prev(u)['articles'] + 4}篇", lambda u: f"from {prev(u)['articles']} to {q(u)['articles']}", want=up("articles"),
           fact=change("articles", lambda u: f"+{q(u)['articles'] - prev(u)['articles'] + 4}"))
    c.text("size-of-change", "safety", "note", lambda u: f"检查企业较上季度减少{prev(u)['inspections'] - q(u)['inspections'] + 6}家次", lambda u: f"from {prev(u)['inspections']} to {q(u)['inspections']}", want=down("inspections"),
           fact=change("inspections", lambda u: f"-{prev(u)['inspections'] - q(u)['inspections'] + 6}"))
    c.text("rate-of-change", "propaganda", "new_media_problem", "舆情信息较上季度增长85%", lambda u: f"from {prev(u)['articles']} to {q(u)['articles']}", want=up("articles"), fact=change("articles", lambda u: "+85%"))
    c.text("rate-of-change", "safety", "note", "应急演练参演人员较上季度翻了两番", lambda u: f"from {prev(u)['drill_people']} to {q(u)['drill_people']}", want=lambda u: q(u)["drill_people"] < 2 * prev(u)["drill_people"], fact=change("drill_people", lambda u: "x4"))
    c.text("no-change-stated", "theory-study", "responsibility", "专题学习研讨次数与上季度持平", lambda u: f"from {prev(u)['seminars']} to {q(u)['seminars']}", want=lambda u: q(u)["seminars"] != prev(u)["seminars"], fact=change("seminars", lambda u: "0"))
    c.text("no-change-stated", "online-opinion", "ability_problem", "不良导向信息条数与上季度相同", lambda u: f"from {prev(u)['found']} to {q(u)['found']}", want=lambda u: q(u)["found"] != prev(u)["found"], fact=change("found", lambda u: "0"))
    c.text("from-to", "theory-study", "responsibility", lambda u: f"理论学习中心组学习由上季度的{prev(u)['sessions'] + 2}次变为本季度的{q(u)['sessions']}次", lambda u: f"last quarter's count is {prev(u)['sessions']}",
           fact=lambda u: [{"count": "sessions", "period": "2023Q1", "said": str(prev(u)["sessions"] + 2)}])
    c.text("from-to", "safety", "note", lambda u: f"应急演练从{prev(u)['drills']}次增加到{q(u)['drills'] + 2}次", lambda u: f"this quarter's count is {q(u)['drills']}", fact=lambda u: [{"count": "drills", "period": "2023Q2", "said": str(q(u)["drills"] + 2)}])
    c.text("first-time-stated", "theory-study", "plan", "在首次开展专题学习研讨的基础上总结经验", lambda u: f"last quarter's count is {prev(u)['seminars']}", fact=lambda u: [{"count": "seminars", "period": "2023Q1", "said": "0"}])

    # Left in.
    for mark, section, field, sentence in (("××", "theory-study", "responsibility", "由××同志负责催学"), ("XX", "propaganda", "plan", "请XX部门支持设备"), ("____", "online-opinion", "mechanism", "每周研判____次"),
                                           ("（ ）", "safety", "note", "检查企业（ ）家"), ("待填", "position-management", "plan", "更换展板（数量待填）"), ("【】", "theory-study", "plan", "组织到【单位名称】参观"),
                                           ("…", "safety", "plan", "此处补充具体措施"), ("TODO", "propaganda", "plan", "TODO：补充栏目名称"), ("*", "online-opinion", "plan", "邀请***授课"), ("□", "safety", "problem", "详见附件□")):
        c.text("placeholder-left", section, field, sentence, f"{mark} was to be filled in")
    c.data("placeholder-in-a-ledger", "theory-study", "sessions", lambda u, h: [{"section": "theory-study", "field": "sessions", "row": 2, "column": "topic", "set": "待补充"}],
           lambda u, h: [{"field": "sessions", "row": 2, "column": "topic"}], "the row's topic was to be filled in", want=lambda u: u.ledgers)

    # Another period, another level.
    c.text("word-of-another-period", "theory-study", "responsibility", "现将第一季度学习情况报告如下", "the report is of the second quarter")
    c.text("word-of-another-period", "safety", "note", "现将2022年第二季度检查情况小结如下", "the year is last year's")
    c.text("word-of-another-period", "propaganda", "plan", "本月继续做好信息报送", "the report is of a quarter, not of a month")
    c.text("word-of-another-period", "online-opinion", "mechanism", "本年度机制运行平稳，全年未断档", "the quarter's report speaks of the whole year")
    c.text("day-outside-the-period", "theory-study", "responsibility", "7月12日召开了学习交流会", "the day lies after the quarter, and is told as past")
    c.text("day-outside-the-period", "safety", "note", "3月28日对集镇店铺作了检查", "the day lies before the quarter")
    c.text("no-such-day", "propaganda", "new_media_problem", "6月31日发布的图解反响一般", "June has thirty days")
    c.text("no-such-day", "safety", "problem", "4月31日的检查没有复查", "April has thirty days")
    c.text("word-of-another-level", "theory-study", "responsibility", "我县高度重视学习安排", "a town does not speak for the county", want=lambda u: u.name.endswith("镇"))
    c.text("word-of-another-level", "safety", "problem", "我镇店铺分布零散", "a street office is no town", want=lambda u: u.name.endswith("街道"))
    c.text("word-of-another-level", "position-management", "plan", "在我乡各村添置书架", "a town is no township", want=lambda u: u.name.endswith("镇"))

    # Names.
    typos = {"qinghe": "清禾镇", "yunxi": "云西镇", "qingquan": "青泉镇", "songping": "松平镇", "yinxing": "银杏乡", "zhuyuan": "竹圆镇", "bailu": "白露乡", "liulin": "柳林街到", "wangjiang": "望江乡", "luming": "鹿呜镇"}
    for kind, section, field, ident in (("own-name-misspelt", "theory-study", "responsibility", "qinghe"), ("own-name-misspelt", "safety", "note", "songping"), ("own-name-misspelt", "propaganda", "plan", "bailu"),
                                        ("own-name-of-another-kind", "safety", "plan", "wangjiang"), ("own-name-of-another-kind", "position-management", "plan", "yinxing")):
        c.text(kind, section, field, f"{typos[ident]}班子成员分工负责", f"the unit is {c.by_id[ident].name}", want=lambda u, i=ident: u.id == i)
    c.text("another-unit-named", "theory-study", "responsibility", lambda u: f"{c.units[(u.number + 4) % 30].name}领导班子带头学", "it is another unit that is named as one's own")
    c.text("another-unit-named", "safety", "note", lambda u: f"{c.units[(u.number + 9) % 30].name}对辖区店铺逐户登记", "it is another unit that is named as one's own")
    c.text("another-unit-short-name", "propaganda", "plan", lambda u: f"结合{c.units[(u.number + 6) % 30].name.rstrip('镇乡').replace('街道', '')}实际改进宣传", "the short name of another unit")
    c.text("another-unit-short-name", "online-opinion", "mechanism", lambda u: f"{c.units[(u.number + 11) % 30].name.rstrip('镇乡').replace('街道', '')}值守人员轮流带班", "the short name of another unit")

    # Texts not written anew.
    old = lambda section, field: (lambda u: c.fields(u, "2023Q1", section)[field])
    both = lambda section, field: (lambda u: field in (c.fields(u, "2023Q1", section) or {}) and field in c.fields(u, "2023Q2", section))
    for section, field in (("theory-study", "responsibility"), ("online-opinion", "mechanism"), ("safety", "problem")):
        c.text("text-unchanged", section, field, old(section, field), "the text is last quarter's, word for word", want=both(section, field), replace=True, fact=lambda u, s=section, f=field: [{"same_as": ["2023Q1", s, f]}])
    for section, field in (("propaganda", "plan"), ("safety", "note")):
        c.text("text-hardly-changed", section, field, lambda u, s=section, f=field: old(s, f)(u).replace("，", "；", 1) + "。", "the text is last quarter's but for its marks", want=both(section, field), replace=True)
    def other(u, section, field):
        """The nearest unit with a text there that nothing else changes."""
        for o in c.units[u.number + 1:] + c.units[:u.number]:
            spot = (o.id, "2023Q2", section, field)
            if field in (c.fields(o, "2023Q2", section) or {}) and (spot not in c.taken or spot in c.lent):
                c.taken.add(spot)
                c.lent.add(spot)
                return o

    for section, field in (("safety", "plan"), ("theory-study", "plan")):
        c.text("text-of-another-unit", section, field, lambda u, s=section, f=field: c.fields(other(u, s, f), "2023Q2", s)[f], "another unit has the same text, word for word", replace=True,
               fact=lambda u, s=section, f=field: [{"same_as_unit": [other(u, s, f).id, s, f]}])

    # Figures filled in.
    ledger = lambda u: u.ledgers
    plain = lambda u: not u.ledgers
    c.data("ledger-against-number", "propaganda", "articles_total", lambda u, h: [{"section": "propaganda", "field": "articles_total", "set": len(h["articles"]) + 3}], lambda u, h: [{"field": "articles_total"}, {"field": "articles"}],
           "the ledger has three rows fewer", want=ledger)
    c.data("ledger-against-number", "position-management", "sites_total", lambda u, h: [{"section": "position-management", "field": "sites_total", "set": len(h["sites"]) - 1}], lambda u, h: [{"field": "sites_total"}, {"field": "sites"}],
           "the roster has one row more", want=ledger)
    c.data("row-outside-period", "theory-study", "sessions", lambda u, h: [{"section": "theory-study", "field": "sessions", "row": 1, "column": "date", "set": "2023-03-29"}], lambda u, h: [{"field": "sessions", "row": 1}], "the day lies before the quarter", want=ledger)
    c.data("row-outside-period", "online-opinion", "items", lambda u, h: [{"section": "online-opinion", "field": "items", "row": len(h["items"]), "column": "date", "set": "2023-07-03"}], lambda u, h: [{"field": "items", "row": len(h["items"])}], "the day lies after the quarter", want=ledger)
    c.data("row-of-another-year", "propaganda", "meetings", lambda u, h: [{"section": "propaganda", "field": "meetings", "row": 1, "column": "date", "set": "2022" + h["meetings"][0]["date"][4:]}], lambda u, h: [{"field": "meetings", "row": 1}], "the year is last year's", want=ledger)
    c.data("row-doubled", "propaganda", "articles", lambda u, h: [{"section": "propaganda", "field": "articles", "add": dict(h["articles"][1])}], lambda u, h: [{"field": "articles", "row": len(h["articles"]) + 1}, {"field": "articles", "row": 2}], "the last row repeats the second", want=ledger)
    c.data("row-doubled", "online-opinion", "items", lambda u, h: [{"section": "online-opinion", "field": "items", "add": dict(h["items"][0])}], lambda u, h: [{"field": "items", "row": len(h["items"]) + 1}, {"field": "items", "row": 1}], "the last row repeats the first", want=ledger)
    c.data("row-doubled-otherwise-spelt", "theory-study", "sessions", lambda u, h: [{"section": "theory-study", "field": "sessions", "add": dict(h["sessions"][0], topic=" " + h["sessions"][0]["topic"].replace("《", "〈").replace("》", "〉").replace("〈", "《").replace("〉", "》") + "\u3000")}],
           lambda u, h: [{"field": "sessions", "row": len(h["sessions"]) + 1}, {"field": "sessions", "row": 1}], "the last row repeats the first, but for spaces", want=ledger)
    c.data("row-without-day", "propaganda", "meetings", lambda u, h: [{"section": "propaganda", "field": "meetings", "row": 1, "column": "date", "set": None}], lambda u, h: [{"field": "meetings", "row": 1, "column": "date"}], "a row without its day", want=ledger)
    c.data("no-such-day-in-a-row", "theory-study", "seminars", lambda u, h: [{"section": "theory-study", "field": "seminars", "row": 1, "column": "date", "set": "2023-06-31"}], lambda u, h: [{"field": "seminars", "row": 1, "column": "date"}], "June has thirty days", want=ledger)
    c.data("part-over-whole", "online-opinion", "handled_total", lambda u, h: [{"section": "online-opinion", "field": "handled_total", "set": h["found_total"] + 2}], lambda u, h: [{"field": "handled_total"}, {"field": "found_total"}], "more were handled than found", want=plain)
    c.data("part-over-whole", "safety", "rectified_total", lambda u, h: [{"section": "safety", "field": "rectified_total", "set": h["hazards_total"] + 5}, {"section": "safety", "field": "rate_given", "set": base.rate(h["hazards_total"] + 5, h["hazards_total"])}],
           lambda u, h: [{"field": "rectified_total"}, {"field": "hazards_total"}], "more were put right than found", want=plain)
    c.data("parts-do-not-add-up", "safety", "hazards_major", lambda u, h: [{"section": "safety", "field": "hazards_major", "set": h["hazards_major"] + 4}], lambda u, h: [{"field": f} for f in ("hazards_major", "hazards_minor", "hazards_total")], "the parts come to four more", want=plain)
    c.data("parts-do-not-add-up", "safety", "hazards_minor", lambda u, h: [{"section": "safety", "field": "hazards_minor", "set": h["hazards_minor"] - 10}], lambda u, h: [{"field": f} for f in ("hazards_major", "hazards_minor", "hazards_total")], "the parts come to ten fewer", want=plain)
    c.data("digits-swapped", "safety", "hazards_minor", lambda u, h: [{"section": "safety", "field": "hazards_minor", "set": swapped(h["hazards_minor"])}], lambda u, h: [{"field": f} for f in ("hazards_major", "hazards_minor", "hazards_total")], "two digits stand in the wrong order, and the parts do not add up",
           want=lambda u: plain(u) and swapped(c.fields(u, "2023Q2", "safety")["hazards_minor"]) != c.fields(u, "2023Q2", "safety")["hazards_minor"])
    c.data("rate-given-wrong", "safety", "rate_given", lambda u, h: [{"section": "safety", "field": "rate_given", "set": str(round(float(h["rate_given"]) + 0.4, 1))}], lambda u, h: [{"field": "rate_given"}], "the rate does not follow from its parts", want=plain)
    c.data("rate-given-wrong", "safety", "rate_given", lambda u, h: [{"section": "safety", "field": "rate_given", "set": "88.8"}], lambda u, h: [{"field": "rate_given"}], "the rate does not follow from its parts", want=lambda u: plain(u) and c.fields(u, "2023Q2", "safety")["rate_given"] != "88.8")
    c.data("over-the-most", "safety", "drills_total", lambda u, h: [{"section": "safety", "field": "drills_total", "set": 33}], lambda u, h: [{"field": "drills_total"}], "declared: at most 12 in a quarter")
    c.data("under-the-least", "safety", "inspections_total", lambda u, h: [{"section": "safety", "field": "inspections_total", "set": 2}], lambda u, h: [{"field": "inspections_total"}], "declared: at least 5 in a quarter", want=plain)
    c.data("one-without-the-other", "safety", "drill_people", lambda u, h: [{"section": "safety", "field": "drill_people", "set": None}], lambda u, h: [{"field": "drill_people"}, {"field": "drills_total"}], "declared: drills and their people are given together")
    c.data("neither-given", "safety", "contact", lambda u, h: [{"section": "safety", "field": "contact", "set": None}], lambda u, h: [{"field": "contact"}, {"field": "duty"}], "declared: either a duty room or a telephone", want=lambda u: u.number % 3 != 0)
    c.data("spent-over-planned", "safety", "fund_paid", lambda u, h: [{"section": "safety", "field": "fund_paid", "set": str(round(float(h["fund_planned"]) + 3.2, 2))}], lambda u, h: [{"field": "fund_paid"}, {"field": "fund_planned"}], "more was paid than planned")
    c.data("refers-to-nothing", "safety", "reviews", lambda u, h: [{"section": "safety", "field": "reviews", "row": 2, "column": "inspection", "set": "AJ232-099"}], lambda u, h: [{"field": "reviews", "row": 2, "column": "inspection"}, {"field": "reviews", "row": 2}], "no inspection has this number", want=ledger)
    c.data("refers-to-nothing", "safety", "reviews", lambda u, h: [{"section": "safety", "field": "inspections", "remove": int(h["reviews"][0]["inspection"][-3:])}] + resum(h, int(h["reviews"][0]["inspection"][-3:])),
           lambda u, h: [{"field": "reviews", "row": 1, "column": "inspection"}, {"field": "reviews", "row": 1}], "the inspection that the first review names is gone", want=ledger)
    c.data("number-doubled", "safety", "inspections", lambda u, h: [{"section": "safety", "field": "inspections", "row": 3, "column": "number", "set": h["inspections"][4]["number"]}],
           lambda u, h: [{"field": "inspections", "row": 3}, {"field": "inspections", "row": 5}, {"field": "inspections", "row": 3, "column": "number"}, {"field": "inspections", "row": 5, "column": "number"}], "two inspections have one number",
           want=lambda u: ledger(u) and c.fields(u, "2023Q2", "safety")["inspections"][2]["number"] not in [r["inspection"] for r in c.fields(u, "2023Q2", "safety")["reviews"]])

    # Against the unit's own history: four earlier quarters.
    p = "2023Q3"
    c.data("far-above-history", "propaganda", "articles_total", lambda u, h: [{"section": "propaganda", "field": "articles_total", "set": h["articles_total"] * 10}], lambda u, h: [{"field": "articles_total"}], "ten times what this unit files", want=plain, period=p)
    c.data("far-above-history", "online-opinion", "commentators_total", lambda u, h: [{"section": "online-opinion", "field": "commentators_total", "set": h["commentators_total"] * 10 + 1}], lambda u, h: [{"field": "commentators_total"}], "ten times what this unit has had", period=p)
    c.data("far-below-history", "safety", "inspections_total", lambda u, h: [{"section": "safety", "field": "inspections_total", "set": max(5, h["inspections_total"] // 10)}], lambda u, h: [{"field": "inspections_total"}], "a tenth of what this unit files",
           want=lambda u: plain(u) and c.fields(u, p, "safety")["inspections_total"] > 60, period=p)
    c.data("far-below-history", "position-management", "branches_total", lambda u, h: [{"section": "position-management", "field": "branches_total", "set": 0}], lambda u, h: [{"field": "branches_total"}], "the unit has had several for a year",
           want=lambda u: plain(u) and c.fields(u, p, "position-management")["branches_total"] >= 5, period=p)
    c.data("another-measure", "safety", "fund_planned", lambda u, h: [{"section": "safety", "field": "fund_planned", "set": str(int(float(h["fund_planned"]) * 10000))}], lambda u, h: [{"field": "fund_planned"}], "in 元 where 万元 is asked: ten thousand times what it was", period=p)
    c.data("all-figures-unchanged", "safety", "inspections_total", lambda u, h: [{"section": "safety", "field": f, "set": c.fields(u, "2023Q2", "safety").get(f)} for f in ("inspections_total", "hazards_total", "hazards_major", "hazards_minor", "rectified_total", "rate_given", "fund_planned", "fund_paid", "drills_total", "drill_people")],
           lambda u, h: [{"field": f} for f in ("inspections_total", "hazards_total", "rectified_total", "drills_total", "drill_people")], "every figure is last quarter's", want=plain, period=p)
    c.data("large-figure-unchanged", "propaganda", "articles_total", lambda u, h: [{"section": "propaganda", "field": "articles_total", "set": c.fields(u, "2023Q2", "propaganda")["articles_total"]}], lambda u, h: [{"field": "articles_total"}],
           "a large figure is last quarter's to the unit", want=lambda u: plain(u) and c.fields(u, "2023Q2", "propaganda")["articles_total"] > 30, period=p)

    legitimate(c, right, q, prev)
    c.settle()
    return c


def swapped(n):
    text = str(n)
    return int(text[:-2] + text[-1] + text[-2]) if len(text) > 1 else n


def resum(held, row):
    gone = held["inspections"][row - 1]["hazards"]
    total = held["hazards_major"] + held["hazards_minor"] - gone
    fixed = min(held["rectified_total"], total)
    return [{"section": "safety", "field": "hazards_minor", "set": held["hazards_minor"] - gone}, {"section": "safety", "field": "rectified_total", "set": fixed}, {"section": "safety", "field": "rate_given", "set": base.rate(fixed, total)}]


def legitimate(c, right, q, prev):
    """Sentences that must draw no remark."""
    plain = lambda about, section, field, sentence, want=lambda u: True, fact=None, why="": c.text(about, section, field, sentence, why or about, want=want, fine=True, fact=fact)
    right("digits", "sessions", lambda n, u: f"本季度共组织理论学习中心组学习{n}次", "responsibility")
    right("digits", "commentators", lambda n, u: f"现有网评员{n}名，分工到人", "mechanism")
    right("full width", "seminars", lambda n, u: f"已开展专题学习研讨{str(n).translate(WIDE)}次", "responsibility")
    right("spaced", "found", lambda n, u: f"发现不良导向信息 {n} 条，逐条登记", "mechanism")
    right("hanzi numeral", "sessions", lambda n, u: f"理论学习中心组学习{hanzi(n)}次，次次有记录", "responsibility")
    right("hanzi numeral", "articles", lambda n, u: f"报送舆情信息{hanzi(n)}篇，还要再加力", "plan")
    right("hanzi 两", "seminars", lambda n, u: "组织了两次专题学习研讨", "responsibility", want=lambda u: q(u)["seminars"] == 2)
    right("thousands", "hazards", lambda n, u: f"全季共发现隐患{n:,}处", "note", want=lambda u: q(u)["hazards"] > 1000)
    right("more than", "articles", lambda n, u: f"已报送舆情信息{n // 10 * 10}余篇", "plan", want=lambda u: q(u)["articles"] > 20 and q(u)["articles"] % 10, said=lambda n: n)
    right("more than", "inspections", lambda n, u: f"检查企业{n // 10 * 10}多家次", "note", want=lambda u: q(u)["inspections"] % 10 and q(u)["inspections"] > 20)
    right("nearly", "drill_people", lambda n, u: f"近{(n // 10 + 1) * 10}人次参演", "note")
    right("over", "articles", lambda n, u: f"报送舆情信息超过{n - 1}篇", "new_media_problem")
    right("figure before the label", "branches", lambda n, u: f"依托{n}个特色党支部开展活动", "plan")
    right("short form of the label", "meetings", lambda n, u: f"研判会开了{n}次，议题还要再集中", "plan")
    plain("rate in words", "online-opinion", "mechanism", "处置率达到百分之百", want=lambda u: q(u)["handled"] == q(u)["found"], fact=lambda u: [{"ratio": ["handled", "found"], "period": "2023Q2", "said": "100"}])
    plain("rate in digits", "safety", "note", lambda u: f"隐患整改率为{base.rate(q(u)['rectified'], q(u)['hazards'])}%", fact=lambda u: [{"ratio": ["rectified", "hazards"], "period": "2023Q2", "said": base.rate(q(u)["rectified"], q(u)["hazards"])}])
    plain("rate rounded", "safety", "note", lambda u: f"整改率{round(q(u)['rectified'] * 100 / q(u)['hazards'])}%左右", fact=lambda u: [{"ratio": ["rectified", "hazards"], "period": "2023Q2", "said": str(round(q(u)["rectified"] * 100 / q(u)["hazards"]))}])
    plain("whole and parts", "theory-study", "responsibility", lambda u: f"理论学习中心组学习{q(u)['sessions']}次，其中集体学习{q(u)['sessions'] - 1}次、交流研讨1次", fact=lambda u: [{"parts": [str(q(u)["sessions"] - 1), "1"], "whole": str(q(u)["sessions"])}])
    plain("a part", "safety", "note", lambda u: f"其中重大隐患{q(u)['major']}处，已挂牌", fact=lambda u: [{"count": "major", "period": "2023Q2", "said": str(q(u)["major"])}])
    plain("a part", "propaganda", "plan", "其中被县融媒体中心采用3篇", want=lambda u: q(u)["articles"] > 6)
    plain("a part", "online-opinion", "mechanism", "其中涉及供水的不良导向信息1条，当日说明", want=lambda u: q(u)["found"] > 2)
    plain("by month", "safety", "note", lambda u: f"应急演练4月1次、5月1次、6月{q(u)['drills'] - 2}次", want=lambda u: q(u)["drills"] > 2, fact=lambda u: [{"parts": ["1", "1", str(q(u)["drills"] - 2)], "whole": str(q(u)["drills"])}])
    plain("year to date", "propaganda", "plan", lambda u: f"今年以来累计召开意识形态分析研判会{q(u)['meetings'] + prev(u)['meetings']}次", fact=lambda u: [{"to_date": "meetings", "period": "2023Q2", "said": str(q(u)["meetings"] + prev(u)["meetings"])}])
    plain("half year", "theory-study", "responsibility", lambda u: f"上半年共组织理论学习中心组学习{q(u)['sessions'] + prev(u)['sessions']}次", fact=lambda u: [{"to_date": "sessions", "period": "2023Q2", "said": str(q(u)["sessions"] + prev(u)["sessions"])}])
    up = lambda name: (lambda u: q(u)[name] > prev(u)[name])
    change = lambda name, said: (lambda u: [{"change": name, "period": "2023Q2", "against": "2023Q1", "said": said(u)}])
    plain("a true change", "propaganda", "plan", lambda u: f"舆情信息较上季度增加{q(u)['articles'] - prev(u)['articles']}篇", want=up("articles"), fact=change("articles", lambda u: f"+{q(u)['articles'] - prev(u)['articles']}"))
    plain("a true change", "safety", "note", "发现隐患数比上季度有所下降", want=lambda u: q(u)["hazards"] < prev(u)["hazards"], fact=change("hazards", lambda u: "down"))
    plain("a true change", "safety", "note", lambda u: f"应急演练由上季度的{prev(u)['drills']}次增加到{q(u)['drills']}次", want=up("drills"), fact=lambda u: [{"count": "drills", "period": "2023Q1", "said": str(prev(u)["drills"])}, {"count": "drills", "period": "2023Q2", "said": str(q(u)["drills"])}])
    plain("truly unchanged", "position-management", "plan", "特色党支部个数与上季度持平", want=lambda u: q(u)["branches"] == prev(u)["branches"], fact=change("branches", lambda u: "0"))
    plain("last quarter's figure named", "theory-study", "responsibility", lambda u: f"上季度专题学习研讨{prev(u)['seminars']}次，本季度{q(u)['seminars']}次", fact=lambda u: [{"count": "seminars", "period": "2023Q1", "said": str(prev(u)["seminars"])}, {"count": "seminars", "period": "2023Q2", "said": str(q(u)["seminars"])}])
    plain("carried over", "online-opinion", "mechanism", "上季度遗留的1条信息也已答复")
    plain("carried over", "safety", "problem", "一季度查出的3处隐患本季度完成整改")
    plain("carried over", "safety", "note", "对去年底挂牌的2处老隐患作了回访")
    plain("a plan's figure", "theory-study", "plan", "下季度计划组织理论学习中心组学习8次")
    plain("a plan's figure", "theory-study", "plan", "力争全年组织学习不少于24次")
    plain("a plan's figure", "propaganda", "plan", "每月至少报送舆情信息5篇")
    plain("a plan's figure", "online-opinion", "plan", "三季度再选配网评员2名")
    plain("a plan's figure", "position-management", "plan", "年内新建宣传阵地1处")
    plain("a rule's figure", "online-opinion", "mechanism", "接报后2小时内核实，24小时内答复")
    plain("a rule's figure", "safety", "note", "执行双人检查、一店一表、三日一报")
    plain("none of another thing", "online-opinion", "mechanism", "未发生因误传引起的群体事件")
    plain("none of another thing", "safety", "note", "本季度未发生生产安全事故")
    plain("none with a qualifier", "safety", "note", "未发现新增重大火灾隐患")
    plain("none in an idiom", "position-management", "plan", "做到管理无死角、服务零距离")
    plain("none before, some now", "propaganda", "new_media_problem", "过去没有专人拍摄，现在由站所轮流承担")
    plain("a neighbour in joint work", "theory-study", "responsibility", lambda u: f"与{c.units[(u.number + 3) % 30].name}联合举办学习交流会")
    plain("a neighbour in joint work", "safety", "note", lambda u: f"会同{c.units[(u.number + 8) % 30].name}对交界处的砖厂开展联合检查")
    plain("a neighbour visited", "position-management", "plan", lambda u: f"到{c.units[(u.number + 13) % 30].name}参观文化礼堂，学习开放办法")
    plain("the county above", "theory-study", "plan", "按照全县统一部署安排学习")
    plain("the county above", "propaganda", "plan", "主动对接县融媒体中心，争取县里支持")
    plain("own name", "safety", "note", lambda u: f"{u.name}成立检查组，分片检查")
    plain("own short name", "position-management", "plan", lambda u: f"把{u.name.rstrip('镇乡').replace('街道', '')}老街的阵地连成一线")
    plain("own level", "safety", "plan", lambda u: f"在{base.level(u.name)}推广一店一页台账")
    plain("the next quarter", "theory-study", "plan", "第三季度围绕秋收组织学习")
    plain("the next quarter", "safety", "plan", "7月起开展高温时段检查")
    plain("the period itself", "propaganda", "new_media_problem", "二季度的稿件以图文为主")
    plain("a day of the period", "safety", "note", "5月19日组织了消防疏散")
    plain("a document number", "theory-study", "responsibility", "对照县里〔2023〕5号文件逐条落实")
    plain("a telephone", "online-opinion", "mechanism", "公布12345热线和值班电话0000-1234567")
    plain("a multiplication sign", "position-management", "plan", "更换3×5米展板")
    plain("brackets", "safety", "note", "逐户发放检查表（含电子表），当面讲解（必要时入户）")
    plain("unnamed persons", "online-opinion", "mechanism", "对某网友的提问，由站所当面说明")
    plain("a title with a numeral", "theory-study", "responsibility", "通读《农家百问》并交流心得")
    plain("stars of quality", "position-management", "plan", "争创五星级农家书屋")


def declarations():
    """The fifth section, as a code-free plugin would declare it; and what `also` names the counts of the others go by."""
    return {
        "safety": {
            "title": "安全生产", "fields": {
                "inspections": {"label": "检查台账", "type": "ledger", "unique": ["number"], "columns": {"number": {"label": "编号", "type": "text", "required": True}, "date": {"label": "日期", "type": "date", "required": True},
                                "enterprise": {"label": "企业", "type": "text", "required": True}, "hazards": {"label": "发现隐患", "type": "integer", "measure": "处"}}},
                "reviews": {"label": "复查台账", "type": "ledger", "columns": {"inspection": {"label": "检查编号", "type": "text", "required": True, "refers": "inspections.number"}, "date": {"label": "日期", "type": "date"}, "result": {"label": "结果", "type": "text"}}},
                "inspections_total": {"label": "检查家次", "type": "integer", "measure": "家次"}, "hazards_total": {"label": "隐患处数", "type": "integer", "measure": "处"},
                "hazards_major": {"label": "重大隐患", "type": "integer", "measure": "处"}, "hazards_minor": {"label": "一般隐患", "type": "integer", "measure": "处"},
                "rectified_total": {"label": "整改处数", "type": "integer", "measure": "处"}, "rate_given": {"label": "填报整改率", "type": "decimal", "measure": "%"},
                "fund_planned": {"label": "计划资金", "type": "decimal", "measure": "万元"}, "fund_paid": {"label": "支付资金", "type": "decimal", "measure": "万元"},
                "drills_total": {"label": "应急演练次数", "type": "integer", "measure": "次"}, "drill_people": {"label": "参演人次", "type": "integer", "measure": "人次"},
                "duty": {"label": "值班安排", "type": "text"}, "contact": {"label": "联系电话", "type": "text"},
                "note": {"label": "主要做法", "type": "text"}, "problem": {"label": "存在问题", "type": "text"}, "plan": {"label": "下一步打算", "type": "text"}},
            "counts": {
                "inspections": {"label": "检查", "measure": "家次", "ledger": "inspections", "number": "inspections_total", "also": ["检查企业", "检查生产经营单位"], "over_time": "sum"},
                "hazards": {"label": "隐患", "measure": "处", "ledger": "inspections", "sum": "hazards", "number": "hazards_total", "parts": ["hazards_major", "hazards_minor"], "also": ["发现隐患", "安全隐患"], "over_time": "sum"},
                "major": {"label": "重大隐患", "measure": "处", "number": "hazards_major", "over_time": "sum"}, "rectified": {"label": "整改", "measure": "处", "number": "rectified_total", "also": ["完成整改", "整改隐患"], "over_time": "sum"},
                "rectification_rate": {"label": "整改率", "ratio": ["rectified", "hazards"], "as": "%", "scale": 1, "number": "rate_given"},
                "drills": {"label": "应急演练", "measure": "次", "number": "drills_total", "max": 12, "over_time": "sum"}, "drill_people": {"label": "参演人员", "measure": "人次", "number": "drill_people", "also": ["演练参加人数", "参演"], "over_time": "sum"},
                "fund_planned": {"label": "计划资金", "measure": "万元", "number": "fund_planned", "scale": 2, "over_time": "last"}, "fund_paid": {"label": "支付资金", "measure": "万元", "number": "fund_paid", "scale": 2, "over_time": "last"}},
            "checks": [
                {"rule": "rectified <= hazards"}, {"rule": "fund_paid <= fund_planned"}, {"count": "inspections", "min": 5}, {"together": ["drills_total", "drill_people"]}, {"either": ["duty", "contact"]},
                {"history": ["inspections", "hazards", "drill_people", "fund_planned"], "note": "far from the unit's own history"}]},
        "history": {"propaganda": ["articles"], "position-management": ["branches", "sites"], "online-opinion": ["commentators"]},
        "also": {"theory-study": {"sessions": ["中心组学习", "理论学习中心组集中学习"]}, "propaganda": {"meetings": ["研判会", "分析研判会"]}},
    }


def write(path, value, lines=False):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        if lines:
            out.write("[\n" + ",\n".join(json.dumps(v, ensure_ascii=False) for v in value) + "\n]\n")
        else:
            json.dump(value, out, ensure_ascii=False, indent=1)
            out.write("\n")


def lot(entries, wanted, rng):
    """As many as are wanted: one of each kind, and of the others by lot."""
    first, rest, kinds = [], [], set()
    for n, entry in enumerate(entries):
        (rest if entry["kind"] in kinds else first).append(n)
        kinds.add(entry["kind"])
    chosen = sorted(first + rng.sample(rest, wanted - len(first)))
    return [entries[n] for n in chosen]


def half(entries, rng):
    """Half of each kind; of those that are left over, as many as make up the half."""
    by_kind = {}
    for entry in entries:
        by_kind.setdefault(entry["kind"], []).append(entry)
    held, odd = [], []
    for kind in by_kind.values():
        kind = rng.sample(kind, len(kind))
        held += kind[: len(kind) // 2]
        odd += kind[-1:] if len(kind) % 2 else []
    return held + rng.sample(odd, len(entries) // 2 - len(held))


def main():
    c = build()
    for folder in ("base", "seen", "held-back"):
        shutil.rmtree(os.path.join(HERE, folder), ignore_errors=True)
    for period in base.PERIODS:
        lines = [{"id": u.id, "name": u.name, "parent": "xian", "sections": u.data[period]["sections"]} for u in c.units]
        write(os.path.join(HERE, "base", f"{period}.json"), lines, lines=True)
    write(os.path.join(HERE, "declarations.json"), declarations())
    rng = random.Random(20230705)
    for name, entries, wanted in (("errors", c.errors, 100), ("legitimate", c.fine, 60)):
        entries = lot(entries, wanted, rng)
        for n, entry in enumerate(entries, 1):
            entry["id"] = f"{name[0].upper()}{n:03d}"
        ids = {e["id"] for e in half(entries, rng)}
        for side in ("seen", "held-back"):
            part = [{"id": e["id"], **e} for e in entries if (e["id"] in ids) == (side == "held-back")]
            write(os.path.join(HERE, side, f"{name}.json"), part, lines=True)
        print(name, len(entries), "of", len({e["kind"] for e in entries}), "kinds;", len(ids), "held back")


if __name__ == "__main__":
    main()
