"""Fifty planted errors and thirty sentences that are none, over this half's own base.

    python base.py && python make.py      # writes everything anew, to the byte
    python verify.py                      # holds it against itself

Keys are those of ../README.md. Facts are of the forms that verify.py names.
"""
import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
Q2, Q3 = "2024Q2", "2024Q3"
LETTERS, RURAL, SCHOOLS, FIRE = "petitions", "rural", "schools", "fire"
BASE = {p: {u["id"]: u for u in json.loads((HERE / "base" / f"{p}.json").read_text("utf-8"))} for p in (Q2, Q3)}
ERRORS, RIGHT = [], []


def own(period, unit, section, name):
    return BASE[period][unit]["sections"][section].get(name)


def added(period, unit, section, name, sentence):
    text = own(period, unit, section, name)
    return {"section": section, "field": name, "set": f"{text}。{sentence}" if text else sentence}


def put(section, name, value, row=None, column=None):
    out = {"section": section, "field": name}
    if row:
        out |= {"row": row, "column": column}
    return out | {"set": value}


def at(unit, section, name, row=None, column=None):
    out = {"unit": unit, "section": section, "field": name}
    if row:
        out["row"] = row
    if column:
        out["column"] = column
    return out


def case(kind, unit, period, patch, places, why, **more):
    ERRORS.append({"id": f"E{151 + len(ERRORS)}", "kind": kind, "unit": unit, "period": period, "patch": patch, "place": places, "why": why, **more})


def says(kind, unit, period, section, name, sentence, why, *facts, more=()):
    case(kind, unit, period, [*more, added(period, unit, section, name, sentence)], [at(unit, section, name)], why,
         sentence=sentence, facts=list(facts))


def right(kind, unit, period, section, name, sentence, *facts):
    RIGHT.append({"id": f"L{91 + len(RIGHT):03}", "kind": kind, "unit": unit, "period": period,
                  "patch": [added(period, unit, section, name, sentence)], "sentence": sentence, "why": kind, "facts": list(facts)})


def count(name, said, period=Q3):
    return {"count": name, "period": period, "said": said}


def change(name, said, period=Q3, against=Q2):
    return {"change": name, "period": period, "against": against, "said": said}


# Figures in texts
says("figure-digits", "heping", Q3, LETTERS, "practice", "全季受理信访件16件，件件登记", "11 were taken in", count("letters", 16))
says("figure-hanzi", "fuxing", Q3, RURAL, "plan", "在举办农技培训八期的基础上再添课程", "5 trainings were held", count("trainings", 8))
says("last-quarter's-figure", "linxi", Q3, LETTERS, "practice", "本季度领导接访4次，场场有记录", "3 this quarter, 4 the one before", count("receptions", 4))
says("figure-before-label", "shimen", Q3, SCHOOLS, "practice", "用8节安全教育课讲透防溺水", "6 lessons were given", count("lessons", 8))
says("figure-decimal", "baihe", Q3, RURAL, "practice", "完成村道硬化5.42公里", "the figure is 4.52", count("roads", "5.42"))
says("figure-wan", "guangming", Q3, RURAL, "problem", "播种面积达0.54万亩，管护面广", "it is 4,483 mu", count("sown", 5400))
says("one-of-several-figures", "tangwan", Q3, RURAL, "practice", "举办农技培训5期、培训农民138人次", "183 took part", count("trained", 138))
says("year-to-date", "huxin", Q3, LETTERS, "practice", "今年以来领导接访14次", "three quarters come to 10", {"to_date": "receptions", "period": Q3, "said": 14})
says("rate-in-words", "songfeng", Q3, LETTERS, "practice", "办结率稳定在百分之九十五以上", "13 of 15 are less than 87 %",
     {"at_least": ["settled", "letters"], "period": Q3, "said": 95})
says("parts-in-a-sentence", "huaqiao", Q3, LETTERS, "practice", "受理的19件信访件中，网上11件、来信5件、来访6件", "the parts come to 22",
     {"sum": [11, 5, 6], "said": 19})
says("sum-in-a-sentence", "sancha", Q3, RURAL, "practice", "种粮1122亩、种经济作物574亩，两项共1796亩", "the two come to 1,696", {"sum": [1122, 574], "said": 1796})
says("share-in-a-sentence", "shuangfeng", Q3, RURAL, "practice", "45个村民小组中有30个通了自来水，占80%", "30 of 45 are two thirds",
     {"share": [30, 45], "said": 80})
says("average-in-a-sentence", "meiling", Q3, RURAL, "practice", "8期农技培训共224人次，平均每期38人次", "224 by 8 is 28", {"average": [224, 8], "said": 38})

# Statements
says("none-stated", "nianpan", Q3, LETTERS, "problem", "本季度无重复信访", "there were 2", count("repeats", 0))
says("all-stated", "baihe", Q2, LETTERS, "practice", "信访件已悉数办结", "11 of 13 were settled", count("settled", 13, Q2))
says("something-stated-of-nothing", "lianhua", Q3, RURAL, "problem", "农技培训场场爆满，场地显得紧张", "there was no training", count("trainings", "some"),
     more=[put(RURAL, "trainings_total", 0), put(RURAL, "trained_total", 0)])
says("direction-of-change", "daokou", Q3, FIRE, "practice", "消防演练场次比上季度有所减少", "from 3 to 4", change("drills", "down"))
says("rate-of-change", "chaoyang", Q3, LETTERS, "problem", "信访件环比下降四成，基础还不牢", "from 18 to 20", change("letters", "down"))
says("against-last-year", "tuanjie", Q3, FIRE, "problem", "消防巡查次数多于去年同期，人手更紧", "from 77 a year ago to 59", change("rounds", "up", Q3, "2023Q3"))
says("trend-over-quarters", "qiaotou", Q3, RURAL, "plan", "播种面积连续三个季度扩大，要配足农机", "it fell this quarter", {"rising": "sown", "over": 3})
says("the-most-this-year", "longtan", Q3, LETTERS, "problem", "信访件数为今年以来最高，压力不小", "it was higher the quarter before", {"highest": "letters"})
says("impossible-change", "xishan", Q3, FIRE, "problem", "火情虽同比下降120%，仍不可松劲", "nothing falls by more than all of it")
says("direction-against-own-figures", "yongan", Q3, LETTERS, "problem", "邻里纠纷由15起减少到22起，仍要用力", "22 is more than 15")
says("announced-and-given", "chayuan", Q3, SCHOOLS, "practice", "做到四个坚持：坚持早发现、坚持早报告、坚持早处置", "four are announced, three are named")
says("numbering-skips", "wanfu", Q3, SCHOOLS, "practice", "一是加高围墙，三是更换门锁", "the second is missing")

# What was left in, and what belongs elsewhere
says("placeholder-left", "matou", Q3, SCHOOLS, "plan", "拟于×月×日召开家长会", "the day was to be filled in")
says("spreadsheet-error-in-text", "yanzi", Q3, FIRE, "practice", "发放宣传单#REF!份", "a broken reference of a workbook")
says("sentence-twice", "xinglong", Q3, RURAL, "problem", "建后管护经费没有着落，缺少专人。建后管护经费没有着落，缺少专人", "the sentence was pasted twice")
says("unfinished-sentence", "gulou", Q3, RURAL, "problem", "今后一段时间，还要着力解决以下", "the sentence breaks off")
says("word-of-another-year", "linxi", Q3, FIRE, "practice", "现将2023年第三季度消防工作情况汇报如下", "the report is of 2024")
says("plan-for-the-past", "baishu", Q3, SCHOOLS, "plan", "计划6月中旬前完成围墙加固", "the quarter ended in September")
says("day-outside-the-period", "heping", Q3, FIRE, "practice", "5月16日组织了一次拉网式排查", "the day is of last quarter")
says("weekday-of-another-day", "tangwan", Q3, LETTERS, "practice", "7月15日（星期五）集中接访", "15 July 2024 is a Monday", {"weekday": "2024-07-15", "said": 4})
says("range-reversed", "shuangfeng", Q3, FIRE, "problem", "8月25日至8月12日集中排查时人手吃紧", "it ends before it begins")
says("no-such-day", "qiaotou", Q3, LETTERS, "plan", "11月31日前清完积案", "November has thirty days")
says("word-of-another-level", "fuxing", Q3, FIRE, "practice", "全街道党员下沉到楼栋", "the unit is a town")
says("own-name-misspelt", "daokou", Q3, LETTERS, "plan", "度口镇将继续推行包案制", "the unit is 渡口镇")
says("another-unit-named", "sancha", Q3, SCHOOLS, "practice", "莲花镇各学校签订了责任书", "another unit's name where one's own belongs")
says("another-unit-short-name", "wanfu", Q3, FIRE, "problem", "梅岭义务消防队年龄偏大", "the short name of another unit")
THEIRS = own(Q3, "songfeng", RURAL, "plan")
case("text-of-another-unit", "nianpan", Q3, [put(RURAL, "plan", THEIRS)], [at("nianpan", RURAL, "plan"), at("songfeng", RURAL, "plan")],
     "another unit's text, word for word", sentence=THEIRS, facts=[])
says("personal-number-left", "guangming", Q3, LETTERS, "practice", "为来访群众张某某（身份证号110000199001010000）代办手续",
     "a person's identity number has no place in a report")

# Rows of ledgers
case("number-given-twice", "gulou", Q3, [put(LETTERS, "items", "XF24308", 9, "number")],
     [at("gulou", LETTERS, "items", 9), at("gulou", LETTERS, "items", 8)], "two matters bear one number")
case("row-doubled", "gulou", Q3, [{"section": SCHOOLS, "field": "lessons", "add": {"date": "2024-08-14", "topic": "网络安全", "school": "希望小学"}}],
     [at("gulou", SCHOOLS, "lessons", 6), at("gulou", SCHOOLS, "lessons", 3)], "the last row repeats the third")
case("placeholder-in-a-row", "baishu", Q3, [put(RURAL, "projects", "某某村村道", 4, "name")],
     [at("baishu", RURAL, "projects", 4)], "the village was to be filled in")

# Figures of the form
case("part-over-whole", "shimen", Q3, [put(SCHOOLS, "boarders_total", 2550)], [at("shimen", SCHOOLS, "boarders_total"), at("shimen", SCHOOLS, "students_total")],
     "more boarders than pupils")
case("figures-swapped", "lianhua", Q3, [put(SCHOOLS, "students_total", own(Q3, "lianhua", SCHOOLS, "teachers_total")),
                                        put(SCHOOLS, "teachers_total", own(Q3, "lianhua", SCHOOLS, "students_total"))],
     [at("lianhua", SCHOOLS, "students_total"), at("lianhua", SCHOOLS, "teachers_total")], "pupils and teachers have changed places")
case("measure-mistaken", "songfeng", Q3, [put(RURAL, "income", "2092600")], [at("songfeng", RURAL, "income")], "元 where 万元 are asked for")
case("far-above-history", "chaoyang", Q3, [put(FIRE, "rounds_total", 480)], [at("chaoyang", FIRE, "rounds_total")], "ten times what this unit files")
case("one-without-the-other", "hongqiao", Q3, [put(LETTERS, "visitors_total", None)],
     [at("hongqiao", LETTERS, "visitors_total"), at("hongqiao", LETTERS, "receptions_total")], "receptions are given, those received are not")
case("parts-do-not-add-up", "hongqiao", Q3, [put(RURAL, "cash", (own(Q3, "hongqiao", RURAL, "cash") or 0) + 90)],
     [at("hongqiao", RURAL, n) for n in ("sown", "grain", "cash")], "the parts come to 90 mu more")

# Sentences that are right
right("a neighbour in joint work", "hongqiao", Q3, FIRE, "practice", "与白鹤镇共同巡查界河两岸的木材市场")
right("a neighbour visited", "nianpan", Q3, RURAL, "practice", "组织种植户到茶园乡观摩茶叶采制")
right("an ordinary word that is a unit's name", "matou", Q3, LETTERS, "plan", "团结群众、依靠群众，把劝和工作做在前头")
right("an ordinary word that is a unit's name", "baishu", Q3, LETTERS, "plan", "引导双方和平协商，不伤邻里情分")
right("an ordinary word that is a unit's name", "guangming", Q3, RURAL, "practice", "请老把式当先生，助力乡村复兴")
right("carried over", "daokou", Q3, RURAL, "problem", "上季度转来的2个小项目因雨延期，已补签手续")
right("a plan's figure", "huxin", Q3, RURAL, "plan", "四季度拟举办农技培训7期")
right("a target", "shimen", Q3, LETTERS, "plan", "力争全年办结率达到95%以上")
right("a document quoted", "songfeng", Q3, SCHOOLS, "plan", "落实《关于开展校园安全“百日攻坚”的通知》，逐校过关")
right("a true sum", "huaqiao", Q3, RURAL, "practice", "种粮1315亩、种经济作物666亩，共1981亩", {"sum": [1315, 666], "said": 1981}, count("sown", 1981))
right("a true share", "xishan", Q3, RURAL, "problem", "20个居民小组中有15个通了管道气，占75%，余下的地势较高", {"share": [15, 20], "said": 75})
right("a true average", "fuxing", Q3, RURAL, "problem", "5期农技培训187人次，平均每期约37人次，名额不够", {"average": [187, 5], "said": 37}, count("trained", 187))
right("a weekday", "lianhua", Q3, LETTERS, "practice", "7月15日（星期一）集中接访，当日收件当日分办", {"weekday": "2024-07-15", "said": 0})
right("a range of days", "yongan", Q3, FIRE, "practice", "8月12日至25日开展电动车集中整治")
right("as many as announced", "meiling", Q3, SCHOOLS, "practice", "坚持三个不放过：隐患未查清不放过、整改未到位不放过、责任未落实不放过")
right("since an earlier year", "yanzi", Q3, FIRE, "problem", "义务队自2021年组建以来装备没有换过")
right("another year's figure, said to be so", "shimen", Q3, LETTERS, "problem", "去年同期受理信访件14件，今年虽减为12件，难度却大了",
      count("letters", 14, "2023Q3"), count("letters", 12))
right("a true trend", "chayuan", Q3, FIRE, "practice", "灭火器数量连续三个季度增加", {"rising": "extinguishers", "over": 3})
right("a telephone", "chaoyang", Q3, FIRE, "practice", "公布举报电话0000-7654327，24小时有人接听")
right("a standard's figures", "linxi", Q3, FIRE, "problem", "按每50平方米配1具灭火器的标准，老街尚有差距")
right("a slogan with numerals", "xinglong", Q3, LETTERS, "plan", "推广“三先四早”工作法，做到小事不出村、大事不出镇")
right("a true fraction", "tangwan", Q3, LETTERS, "plan", "网上信访已近半数，下步把答复写得更好懂", {"fraction": ["online", "letters"], "from": 0.4, "to": 0.5})
right("none of another thing", "wanfu", Q3, RURAL, "practice", "全镇没有一处新增撂荒地")
right("beyond a hundred", "sancha", Q3, RURAL, "problem", "橘子产量是五年前的120%，销路却没跟上")
right("a leap day", "heping", Q2, LETTERS, "practice", "2月29日登记的一件老案也在本季度答复")
right("a later day in a plan", "gulou", Q3, SCHOOLS, "plan", "11月30日前把门窗检修一遍")
right("half a year", "qiaotou", Q2, SCHOOLS, "practice", "上半年共上安全教育课11节", {"to_date": "lessons", "period": Q2, "said": 11})
right("a county beyond", "longtan", Q3, FIRE, "practice", "同邻县三河镇签订联防协议，互通警情")
right("three that sound alike", "tuanjie", Q3, LETTERS, "practice", "早发现、早报告、早处置，把矛盾解在萌芽")
right("a true change", "heping", Q3, LETTERS, "problem", "信访件较上季度少3件，但复杂的多了", change("letters", -3))


def write(name, cases):
    text = "[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases) + "\n]\n"
    (HERE / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    write("errors.json", ERRORS)
    write("legitimate.json", RIGHT)
