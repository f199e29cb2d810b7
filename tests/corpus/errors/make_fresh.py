"""A further half of the corpus: fifty planted errors, thirty sentences that are none.

    python make_fresh.py      # writes fresh/errors.json and fresh/legitimate.json anew, to the byte
    python verify_fresh.py    # holds them against base/ and seen/

Keys are those of README.md. Two facts are of forms of their own: `left` (found and not put right at a quarter's end) and `share` (one
count in a hundred of another).
"""
import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
Q2, Q3 = "2023Q2", "2023Q3"
THEORY, NEWS, PLACES, ONLINE, SAFETY = "theory-study", "propaganda", "position-management", "online-opinion", "safety"
BASE = {p: {u["id"]: u for u in json.loads((HERE / "base" / f"{p}.json").read_text("utf-8"))} for p in (Q2, Q3)}


def field(period, unit, section, name):
    return BASE[period][unit]["sections"][section].get(name)


def added(period, unit, section, name, sentence):
    """The field's own text, and the sentence after it."""
    own = field(period, unit, section, name)
    return {"section": section, "field": name, "set": f"{own}。{sentence}" if own else sentence}


def place(unit, section, name, row=None, column=None):
    out = {"unit": unit, "section": section, "field": name}
    if row:
        out["row"] = row
    if column:
        out["column"] = column
    return out


ERRORS, RIGHT = [], []


def case(kind, unit, period, patch, places, why, sentence=None, facts=None):
    one = {"id": f"E{101 + len(ERRORS)}", "kind": kind, "unit": unit, "period": period, "patch": patch, "place": places}
    if sentence:
        one["sentence"] = sentence
    one["why"] = why
    if facts:
        one["facts"] = facts
    ERRORS.append(one)


def says(kind, unit, period, section, name, sentence, why, *facts, more=()):
    case(kind, unit, period, [*more, added(period, unit, section, name, sentence)], [place(unit, section, name)], why, sentence, list(facts))


def right(kind, unit, period, section, name, sentence, *facts, why=None):
    one = {"id": f"L{61 + len(RIGHT):03}", "kind": kind, "unit": unit, "period": period,
           "patch": [added(period, unit, section, name, sentence)], "sentence": sentence, "why": why or kind}
    if facts:
        one["facts"] = list(facts)
    RIGHT.append(one)


def put(section, name, value, row=None, column=None):
    out = {"section": section, "field": name}
    if row:
        out |= {"row": row, "column": column}
    return out | {"set": value}


def count(name, period, said):
    return {"count": name, "period": period, "said": said}


def change(name, period, against, said):
    return {"change": name, "period": period, "against": against, "said": said}


# Figures in texts
says("figure-digits", "bailu", Q3, THEORY, "responsibility", "本季度先后组织理论学习中心组学习5次",
     "the text says 5, the count of 理论学习中心组学习 is 3", count("sessions", Q3, "5"))
says("figure-full-width", "hekou", Q3, SAFETY, "note", "全季检查企业８２家次",
     "the text says 82, the count of 检查 is 72", count("inspections", Q3, "82"))
says("figure-hanzi", "xinghua", Q3, NEWS, "plan", "在报送舆情信息三十五篇的基础上再提质量",
     "the text says 35, the count of 舆情信息 is 25", count("articles", Q3, "35"))
says("figure-wan", "xinqu", Q3, SAFETY, "note", "应急演练参演群众达2.05万人次",
     "the text says 20500, 205 took part", count("drill_people", Q3, "20500"))
says("figure-more-than", "wangjiang", Q3, SAFETY, "note", "检查企业500余家次",
     "the text says more than 500, the count of 检查 is 481", count("inspections", Q3, "500"))
says("rate-in-words", "fengling", Q2, ONLINE, "mechanism", "不良导向信息处置率保持在百分之九十二",
     "6 of 8 are not 92 %", {"ratio": ["handled", "found"], "period": Q2, "said": "92"})
says("rate-digits", "nanpo", Q3, SAFETY, "note", "隐患整改率为89.9%",
     "192 of 194 are not 89.9 %", {"ratio": ["rectified", "hazards"], "period": Q3, "said": "89.9"})
says("figure-before-label", "zhuyuan", Q3, THEORY, "plan", "以6次专题学习研讨为基础，下季度扩大到站所",
     "the text says 6, the count of 专题学习研讨 is 2", count("seminars", Q3, "6"))
says("one-of-several-figures", "wutong", Q3, THEORY, "plan",
     "在召开意识形态分析研判会3次、组织理论学习中心组学习4次、开展专题学习研讨3次的基础上改进方式",
     "the third of three figures: the text says 3, the count of 专题学习研讨 is 1", count("seminars", Q3, "3"))
says("year-to-date", "jinsui", Q3, THEORY, "responsibility", "前三季度累计组织理论学习中心组学习17次",
     "three quarters come to 14", {"to_date": "sessions", "period": Q3, "said": "17"})
says("parts-in-a-sentence", "yinxing", Q3, ONLINE, "ability_problem", "发现的不良导向信息7条中，已处置5条、正在处置3条",
     "the parts come to more than the whole", {"parts": ["5", "3"], "whole": "7"})
says("none-stated", "shazhou", Q3, SAFETY, "note", "本季度未查出重大隐患",
     "the count of 重大隐患 is 12", count("major", Q3, "0"))
says("all-stated", "bailu", Q3, SAFETY, "note", "查出的隐患已全部整改到位",
     "225 of 239 were put right", count("rectified", Q3, "239"))
says("something-stated-of-nothing", "changting", Q3, THEORY, "responsibility", "专题学习研讨讨论热烈，收获很大",
     "the count of 专题学习研讨 is 0", count("seminars", Q3, "more than 0"), more=[put(THEORY, "seminars_total", 0)])
says("direction-of-change", "liantang", Q3, SAFETY, "note", "应急演练次数比上季度增加",
     "from 4 to 2", change("drills", Q3, Q2, "up"))
says("rate-of-change", "xinqu", Q3, SAFETY, "problem", "检查企业较上季度增长37%，人手更显紧张",
     "from 109 to 113", change("inspections", Q3, Q2, "+37%"))
says("from-to", "donghu", Q3, THEORY, "plan", "专题学习研讨由上季度的2次增加到4次，下季度继续保持",
     "last quarter's count is 3", count("seminars", Q2, "2"))
says("against-last-year", "qingquan", Q3, SAFETY, "note", "检查企业家次同比增加",
     "from 109 a year ago to 95", change("inspections", Q3, "2022Q3", "up"))
says("announced-and-given", "hekou", Q3, NEWS, "plan", "抓好三件事：一是办好专栏，二是培训通讯员",
     "three are announced, two are named")

# What was left in, and what belongs elsewhere
says("placeholder-left", "shuangta", Q3, SAFETY, "plan", "由XX村党支部牵头落实", "XX was to be filled in")
says("placeholder-instruction", "guhuai", Q3, NEWS, "plan", "（此处请补充典型事例）", "an instruction to who fills in the form")
case("placeholder-in-a-row", "yunxi", Q3, [put(NEWS, "articles", "××村小广场亮灯了", 5, "title")],
     [place("yunxi", NEWS, "articles", 5, "title"), place("yunxi", NEWS, "articles", 5)], "×× was to be filled in")
says("word-of-another-period", "shuangta", Q3, NEWS, "new_media_problem", "以上是二季度新媒体工作的不足",
     "the report is of the third quarter")
says("plan-for-the-past", "liulin", Q3, PLACES, "plan", "力争在8月底前换完褪色的展板",
     "what is planned at the quarter's end was to be done a month before it")
says("day-outside-the-period", "nanpo", Q3, THEORY, "responsibility", "10月20日召开的学习交流会效果很好",
     "the day lies after the quarter, and is told as past")
says("no-such-day", "yanhui", Q3, SAFETY, "note", "9月31日查出的问题已经复查", "September has thirty days")
says("word-of-another-level", "liulin", Q3, SAFETY, "note", "我乡抽调骨干组成检查组", "a street office is no township")
says("own-name-misspelt", "shazhou", Q3, NEWS, "plan", "沙州镇每月召开一次宣传工作例会", "the unit is 沙洲镇")
says("another-unit-named", "ziteng", Q3, SAFETY, "note", "金穗镇对沿街店铺逐一登记",
     "it is another unit that is named as one's own")
says("another-unit-short-name", "shiqiao", Q3, ONLINE, "mechanism", "鹿鸣网评员每周碰头一次", "the short name of another unit")
says("institution-by-its-old-name", "songping", Q3, NEWS, "new_media_problem", "县广播电视台本季度采用的稿件不多",
     "beside it the unit says that this station bears another name since January",
     more=[added(Q3, "songping", NEWS, "plan", "继续办好同县融媒体中心（今年1月由县广播电视台更名）合设的专栏")])
LAST = field(Q2, "yanhui", ONLINE, "staff_problem")
case("text-unchanged", "yanhui", Q3, [put(ONLINE, "staff_problem", LAST)], [place("yanhui", ONLINE, "staff_problem")],
     "the text is last quarter's, word for word", LAST, [{"same_as": [Q2, ONLINE, "staff_problem"]}])
THEIRS = field(Q3, "zhuyuan", SAFETY, "plan")
case("text-of-another-unit", "bibo", Q3, [put(SAFETY, "plan", THEIRS)],
     [place("bibo", SAFETY, "plan"), place("zhuyuan", SAFETY, "plan")],
     "another unit has the same text, word for word", THEIRS, [{"same_as_unit": ["zhuyuan", SAFETY, "plan"]}])

# Rows of ledgers
case("row-outside-period", "pingchou", Q3, [put(NEWS, "meetings", "2023-10-11", 3, "date")],
     [place("pingchou", NEWS, "meetings", 3)], "the day lies after the quarter")
case("row-doubled", "beitan", Q3, [{"section": PLACES, "field": "branches", "add": {"name": "三岔村党支部"}}],
     [place("beitan", PLACES, "branches", 10), place("beitan", PLACES, "branches", 3)], "the last row repeats the third")
case("refers-to-nothing", "ziteng", Q2, [put(SAFETY, "reviews", "AJ232-019", 3, "inspection")],
     [place("ziteng", SAFETY, "reviews", 3, "inspection"), place("ziteng", SAFETY, "reviews", 3)], "no inspection has this number")
case("row-before-its-cause", "bibo", Q3, [put(SAFETY, "reviews", "2023-07-04", 2, "date")],
     [place("bibo", SAFETY, "reviews", 2, "date"), place("bibo", SAFETY, "reviews", 2), place("bibo", SAFETY, "inspections", 3)],
     "the review stands ten days before its inspection")
case("number-given-twice", "donghu", Q3, [put(SAFETY, "inspections", "AJ233-011", 12, "number")],
     [place("donghu", SAFETY, "inspections", 12, "number"), place("donghu", SAFETY, "inspections", 12),
      place("donghu", SAFETY, "inspections", 11)], "two inspections bear one number")

# Figures of the form
case("part-over-whole", "qinghe", Q3, [put(SAFETY, "rectified_total", 119)],
     [place("qinghe", SAFETY, "rectified_total"), place("qinghe", SAFETY, "hazards_total")], "more were put right than found")
case("parts-do-not-add-up", "changting", Q2, [put(SAFETY, "hazards_major", 27)],
     [place("changting", SAFETY, n) for n in ("hazards_major", "hazards_minor", "hazards_total")], "the parts come to eight more")
case("rate-given-wrong", "hekou", Q2, [put(SAFETY, "rate_given", "91.9")], [place("hekou", SAFETY, "rate_given")],
     "the rate does not follow from its parts: 213 of 215")
case("rate-over-a-hundred", "guhuai", Q3, [put(SAFETY, "rate_given", "106.2")], [place("guhuai", SAFETY, "rate_given")],
     "no more can be put right than was found")
case("negative-given", "liulin", Q3, [put(SAFETY, "fund_paid", "-39.54")], [place("liulin", SAFETY, "fund_paid")],
     "less than nothing cannot be paid")
case("spent-over-planned", "wutong", Q3, [put(SAFETY, "fund_paid", "254.84")],
     [place("wutong", SAFETY, "fund_paid"), place("wutong", SAFETY, "fund_planned")], "more was paid than planned")
case("measure-mistaken", "jinsui", Q3, [put(SAFETY, "fund_planned", "2345800"), put(SAFETY, "fund_paid", "1501300")],
     [place("jinsui", SAFETY, "fund_planned"), place("jinsui", SAFETY, "fund_paid")],
     "元 where 万元 are asked for: ten thousand times what stood there in four quarters")
case("far-above-history", "luming", Q3, [put(NEWS, "articles_total", 380)], [place("luming", NEWS, "articles_total")],
     "ten times what this unit files")
case("far-below-history", "wangjiang", Q3, [put(NEWS, "articles_total", 3)], [place("wangjiang", NEWS, "articles_total")],
     "a tenth of what this unit files")
case("one-of-two-missing", "yudai", Q3, [put(SAFETY, "fund_planned", None)],
     [place("yudai", SAFETY, "fund_planned"), place("yudai", SAFETY, "fund_paid")], "what was paid is given, what was planned is not")
case("neither-of-two", "qingquan", Q2, [put(SAFETY, "contact", None)],
     [place("qingquan", SAFETY, "contact"), place("qingquan", SAFETY, "duty")],
     "every unit names its duty room or a telephone, this one neither")
case("people-without-an-event", "fengling", Q3, [put(SAFETY, "drills_total", 0)],
     [place("fengling", SAFETY, "drills_total"), place("fengling", SAFETY, "drill_people")], "311 took part in no drill")

# Sentences that are right
right("a neighbour in a plan", "yunxi", Q3, THEORY, "plan", "下季度同莲塘乡合办一次读书交流")
right("a neighbour compared", "qinghe", Q3, NEWS, "new_media_problem", "与玉带街道的公众号相比，更新还不够勤")
right("a title with a numeral", "liulin", Q3, THEORY, "plan", "学习《办好群众身边十件实事工作方案》，逐条对照落实")
right("a true change", "hekou", Q3, THEORY, "responsibility", "理论学习中心组学习8次，比上季度多1次",
      count("sessions", Q3, "8"), change("sessions", Q3, Q2, "+1"))
right("an institution with a loaded word", "shiqiao", Q3, ONLINE, "plan", "健全舆情应对机制，宁可备而不用")
right("carried over", "bailu", Q2, SAFETY, "note", "上季度结转的17处隐患本季度全部办结", {"left": "2023Q1", "said": "17"},
      why="228 were found the quarter before and 211 put right")
right("none in an idiom", "wutong", Q3, PLACES, "plan", "开展志愿服务零距离、政策宣讲零门槛活动")
right("an institution with a loaded word", "qingquan", Q3, NEWS, "plan", "组织无偿献血宣传周，发动青年报名")
right("a share in words", "shuangta", Q3, ONLINE, "staff_problem", "网评员中青年约占三分之一，年龄结构还要优化")
right("a share in digits", "fengling", Q3, SAFETY, "note", "重大隐患16处，占隐患总数的11.1%",
      count("major", Q3, "16"), {"share": ["major", "hazards"], "period": Q3, "said": "11.1"})
right("two rates", "donghu", Q3, ONLINE, "ability_problem", "处置率由上季度的80.0%升至83.3%，仍有余地",
      {"ratio": ["handled", "found"], "period": Q2, "said": "80.0"}, {"ratio": ["handled", "found"], "period": Q3, "said": "83.3"})
right("a slogan with a numeral", "songping", Q2, THEORY, "plan", "对照“五个一”学习清单补齐短板")
right("all, and truly", "zhuyuan", Q3, ONLINE, "staff_problem", "10条不良导向信息虽已全部处置，值守人员仍然偏少",
      count("found", Q3, "10"), count("handled", Q3, "10"))
right("a slogan with numerals", "wangjiang", Q3, NEWS, "plan", "落实“一村一品一故事”，做到村村有亮点")
right("from and to", "liantang", Q3, PLACES, "plan", "党支部由4个增加到5个，阵地随之调整",
      count("branches", Q2, "4"), count("branches", Q3, "5"))
right("up to a day", "shazhou", Q2, THEORY, "responsibility", "截至6月底，今年理论学习中心组学习已组织7次",
      {"to_date": "sessions", "period": Q2, "said": "7"})
right("a neighbour in joint work", "yinxing", Q3, SAFETY, "note", "会同云溪镇开展交界水域联合巡查")
right("the period itself", "nanpo", Q3, SAFETY, "problem", "三季度正值汛期，值班压力比平时大")
right("numerals in idioms", "beitan", Q3, ONLINE, "staff_problem", "联络员一身二任，难免顾此失彼")
right("the next period in a plan", "yudai", Q3, THEORY, "plan", "迎接第四季度全县学习检查，提前备好台账")
right("a later day in a plan", "ziteng", Q3, THEORY, "plan", "拟于10月中旬组织一次集中测试")
right("a holiday by its numeral", "changting", Q3, NEWS, "plan", "报道“十一”假期里的值守故事")
right("a rule's figures", "jinsui", Q3, ONLINE, "mechanism", "实行AB角制度，24小时值守，15分钟内接单")
right("about", "xinghua", Q3, SAFETY, "note", "检查企业约460家次", count("inspections", Q3, "458"))
right("a year ago, the same", "bibo", Q3, ONLINE, "ability_problem", "不良导向信息与去年同期同为9条，类型大体相同",
      count("found", "2022Q3", "9"), count("found", Q3, "9"))
right("a true decrease", "guhuai", Q3, ONLINE, "staff_problem", "网评员由17名减至16名，仍够轮值",
      count("commentators", Q2, "17"), count("commentators", Q3, "16"))
right("a title with other years", "yanhui", Q3, THEORY, "plan", "通读《乡村治理三年行动实施方案（2021—2023年）》，分章讨论")
right("since an earlier year", "xinqu", Q3, NEWS, "plan", "身边事专栏自2019年开栏以来从未间断，要继续办好")
right("a part of a count", "pingchou", Q3, ONLINE, "ability_problem", "4条线索中有2条涉及停水和菜价，来源相近",
      count("found", Q3, "4"), {"parts": ["2", "2"], "whole": "4"}, why="two of the four rows are of these")
right("none left out", "luming", Q3, NEWS, "plan", "不设空白村、不留死角，做到无一遗漏")


def write(name, cases):
    text = "[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases) + "\n]\n"
    (HERE / "fresh").mkdir(exist_ok=True)
    (HERE / "fresh" / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    write("errors.json", ERRORS)
    write("legitimate.json", RIGHT)
