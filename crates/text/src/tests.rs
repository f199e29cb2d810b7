//! Sentences that a careful reader stops at, and those that he does not, by what they say.

use std::sync::Arc;

use huibian_contract::{Period, PluginManifest, UnitId, UnitIdentity};
use huibian_figure::{Counts, Figures, Origin};
use huibian_history::Baseline;
use huibian_unit::{Locations, UnitNames};
use serde_json::json;

use super::*;

const MANIFEST: &str = r#"
    id = "safety"
    version = "1"
    title = "安全"
    contract = 1
    slots = []
    fields.note = { label = "做法", type = "text" }
    fields.plan = { label = "下一步打算", type = "text" }
    fields.sessions_total = { label = "中心组集中学习次数", type = "integer" }
    counts.sessions = { label = "中心组集中学习", measure = "次", also = ["集中学习"] }
    counts.articles = { label = "舆情信息", measure = "篇" }
    counts.hazards = { label = "隐患", measure = "处", also = ["发现隐患"] }
    counts.rectified = { label = "整改", measure = "处", also = ["整改隐患"] }
    counts.rate = { label = "整改率", kind = "ratio", scale = 1, ratio = { num = "rectified", den = "hazards", as = "%" } }
    counts.branches = { label = "特色党支部", measure = "个", over_time = "last" }
    counts.people = { label = "参演人员", measure = "人次" }
    counts.meetings = { label = "研判会", measure = "次" }
    counts.asks = { label = "咨询", measure = "人次", parts = ["ask_phone", "ask_net"] }
    counts.ask_phone = { label = "电话咨询", measure = "人次" }
    counts.ask_net = { label = "网上咨询", measure = "人次" }
    counts.samples = { label = "食品抽检", measure = "批次", ledger = "tests" }
    counts.passed = { label = "抽检合格", measure = "批次" }
    counts.drills = { label = "消防演练", measure = "场" }
    counts.drilled = { label = "演练参加人次", measure = "人次" }
    counts.needs = { label = "收集需求", measure = "条" }
    counts.met = { label = "落实需求", measure = "条" }
    checks.passed = { rule = "passed <= samples", message = "多" }
    checks.met = { rule = "met <= needs", message = "多" }
    counts.town_roads = { label = "乡道里程", measure = "公里" }
    counts.village_roads = { label = "村道里程", measure = "公里" }
    counts.roads = { label = "村道硬化", measure = "公里", kind = "decimal", scale = 2 }
"#;
/// What there is of each count, what there was in the period before, and a year ago.
const FIGURES: [(&str, [i64; 3]); 19] = [
    ("sessions", [3, 4, 3]),
    ("articles", [20, 10, 25]),
    ("hazards", [100, 120, 50]),
    ("rectified", [60, 90, 50]),
    ("rate", [60, 75, 100]),
    ("branches", [9, 9, 9]),
    ("people", [480, 120, 480]),
    ("meetings", [0, 2, 0]),
    ("asks", [700, 600, 500]),
    ("ask_phone", [400, 300, 300]),
    ("ask_net", [300, 300, 200]),
    ("samples", [50, 40, 40]),
    ("passed", [48, 40, 40]),
    ("drills", [4, 3, 3]),
    ("drilled", [124, 90, 90]),
    ("needs", [30, 20, 20]),
    ("town_roads", [42, 42, 42]),
    ("village_roads", [78, 78, 78]),
    ("met", [26, 20, 20]),
];

/// What of them there was in the year so far.
const TO_DATE: [(&str, i64); 4] = [("sessions", 7), ("articles", 30), ("branches", 9), ("meetings", 2)];

/// The codes that are found in a field's text.
fn found_in(field: &str, text: &str) -> Vec<String> {
    found_of(&json!({ field: text }))
}

/// The codes that are found in a unit's texts.
fn found_of(fields: &Value) -> Vec<String> {
    let manifest: PluginManifest = toml::from_str(MANIFEST).unwrap();
    let counts = Arc::new(Counts::new([&manifest], []));
    let figures = |at: usize| {
        let mut figures = Figures::of(&counts);
        figures.set(
            counts.find("safety", "roads").unwrap(),
            rust_decimal::Decimal::new(452, 2),
            Origin::default(),
        );
        for (name, values) in FIGURES {
            figures.set(counts.find("safety", name).unwrap(), values[at].into(), Origin::default());
        }
        figures
    };
    let period: Period = "2023Q2".parse().unwrap();
    let mut past = Baseline::none(period);
    (past.previous, past.last_year) = (figures(1), figures(2));
    past.to_date = Figures::of(&counts);
    for (name, value) in TO_DATE {
        past.to_date.set(counts.find("safety", name).unwrap(), value.into(), Origin::default());
    }
    let identity = UnitIdentity {
        id: UnitId::new("wangjiang").unwrap(),
        name: "望江镇".to_owned(),
        attributes: huibian_contract::IndexMap::default(),
    };
    let names = UnitNames::new(["望江镇", "莲塘乡", "石桥镇", "团结乡", "和平镇", "码头镇"].into_iter());
    let now = figures(0);
    let owner = TextOwner {
        identity: &identity,
        recipients: &[],
        period,
        names: &names,
        places: &Locations::default(),
        figures: &now,
        past: &past,
    };
    let check = TextCheck::new(std::iter::once(&manifest), &counts);
    let fields = fields.as_object().unwrap();
    let mut found = check.findings(owner, &manifest, fields);
    found.extend(check.across(owner, &[(&manifest, fields)]));
    found.iter().map(|found| found.code().to_string()).collect()
}

/// Each text is told by this code, and by no other.
fn told(code: &str, texts: &[&str]) {
    hold(texts, &|found| found == [code]);
}

/// Nothing is told of any of these.
fn quiet(texts: &[&str]) {
    hold(texts, &<[String]>::is_empty);
}

fn hold(texts: &[&str], is_right: &dyn Fn(&[String]) -> bool) {
    let found = texts.iter().map(|text| (text, found_in("note", text)));
    let wrong: Vec<_> = found.filter(|(_, found)| !is_right(found)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_direction_of_a_change() {
    told(
        "K017",
        &[
            "中心组集中学习次数较上季度有所增加",
            "中心组集中学习次数比上季度增长，效果良好",
            "舆情信息报送量比上季度下降",
            "与上季度相比，舆情信息有所减少",
            "舆情信息同比增长",
            "隐患数量较一季度呈上升趋势",
            "隐患持续增加",
            "舆情信息数量逐季下降",
            "特色党支部个数较上季度增多",
        ],
    );
    quiet(&[
        "中心组集中学习次数较上季度有所减少",
        "与上季度相比，舆情信息大幅增加",
        "舆情信息同比下降",
        "隐患明显减少",
        "舆情信息稳步增长",
        "中心组集中学习较上季度提升了质量",
        "中心组集中学习不断提高实效",
        "特色党支部个数与上季度持平",
        "下季度舆情信息力争较本季度增加",
    ]);
}

#[test]
fn the_size_of_a_change() {
    told(
        "K017",
        &[
            "舆情信息较上季度增加5篇",
            "舆情信息较上季度增长85%",
            "舆情信息比上季度多报送12篇",
            "参演人员较上季度翻了一番",
            "舆情信息较上季度翻两番",
            "舆情信息是上季度的3倍",
            "隐患为去年同期的一点五倍",
            "中心组集中学习由上季度的8次变为本季度的3次",
            "舆情信息从10篇增加到30篇",
            "中心组集中学习次数与上季度持平",
            "舆情信息较上季度减半",
        ],
    );
    quiet(&[
        "舆情信息较上季度增加10篇",
        "舆情信息较上季度增长100%",
        "舆情信息较上季度翻了一番",
        "参演人员较上季度翻两番",
        "舆情信息是上季度的2倍",
        "隐患为去年同期的两倍",
        "隐患较上季度下降约17%",
        "舆情信息从10篇增加到20篇",
        "中心组集中学习由上季度的4次变为3次",
    ]);
}

#[test]
fn figures_as_people_write_them() {
    told(
        "K011",
        &[
            "本季度集中学习四次",
            "已报送舆情信息三十余篇",
            "参演人员1.2万人次",
            "组织应急演练，参演人员近千人次",
            "隐患整改率百分之七十",
            "隐患整改率达到九成五",
            "报送舆情信息超过34篇，居全县前列",
            "依托13个特色党支部开展活动",
            "舆情信息经办公室审核后报送14篇",
            "全季共发现隐患1,200处",
            "全季共发现隐患１２０处",
            "共发现隐患 120 处",
        ],
    );
    quiet(&[
        "本季度集中学习三次",
        "已报送舆情信息二十篇",
        "参演人员四百余人次",
        "参演人员近500人次",
        "隐患整改率百分之六十",
        "隐患整改率达到六成",
        "报送舆情信息超过18篇",
        "依托9个特色党支部开展活动",
        "上季度报送舆情信息10篇",
        "其中涉及供水的隐患3处，当日整改",
        "建立隐患排查制度2处公示",
        "完善舆情信息报送机制3篇一审",
        "每月报送舆情信息不少于5篇",
    ]);
}

#[test]
fn a_plan_may_say_what_is_not_yet_so_and_builds_on_what_is() {
    for text in ["报送舆情信息30篇", "组织集中学习5次", "年内新建特色党支部2个"] {
        assert!(found_in("plan", text).is_empty(), "{text}");
    }
    for text in
        ["依托13个特色党支部开展活动", "舆情信息经办公室审核后报送14篇", "巩固报送舆情信息四十三篇的成果"]
    {
        assert_eq!(found_in("plan", text), ["K011"], "{text}");
    }
}

#[test]
fn a_plan_is_for_what_is_to_come() {
    for text in
        ["二季度拟新设采血点一处", "第二季度，将补划标线", "二季度我镇要抓好防汛", "2季度重点抓好防汛"]
    {
        assert_eq!(found_in("plan", text), ["K039"], "{text}");
    }
    for text in [
        "三季度拟新设采血点一处",
        "二季度拟定的方案继续落实",
        "二季度计划未完成的接着做",
        "二季度将满一年的站点重新评估，已列入清单",
    ] {
        assert!(found_in("plan", text).is_empty(), "{text}");
    }
}

#[test]
fn statements_of_none_of_all_and_of_the_first_time() {
    told("K018", &["本季度未发现隐患", "隐患零发生", "没有发现任何隐患", "全季无隐患"]);
    told("K019", &["发现的隐患已全部整改", "隐患均已整改到位", "对隐患逐一落实整改"]);
    told("K020", &["召开研判会梳理重点", "会同站所组织研判会", "组织了研判会"]);
    told("K021", &["首次开展集中学习", "第一次组织集中学习"]);
    quiet(&[
        "未发现新增隐患",
        "未召开研判会",
        "没有组织研判会",
        "管理无死角",
        "过去没有隐患台账，现在逐处登记",
        "隐患整改后及时销号",
        "如发现隐患立即报告",
    ]);
}

#[test]
fn none_and_all_by_names_that_are_told_otherwise() {
    told("K018", &["舆情信息一篇也没有报送", "整个季度未组织过一场消防演练", "检查中未发现任何隐患"]);
    told(
        "K019",
        &[
            "食品抽检中没有一个批次不合格",
            "食品抽检全部合格，群众放心",
            "食品抽检批批合格",
            "收集到的需求列单交办，条条都已落实到位",
            "收集需求全数落实",
        ],
    );
    quiet(&[
        "食品抽检不合格的批次已下架",
        "收集到的需求列单交办，多数有了着落",
        "需求中涉及老人的已全部落实，其余逐项推进",
        "上级交办的需求已全部落实",
        "舆情信息一篇接一篇",
    ]);
}

#[test]
fn shares_of_what_a_count_is_a_part_of() {
    told(
        "K046",
        &["网上咨询所占超过一半", "网上咨询占比过半", "电话咨询占比达70%", "咨询中，网上咨询占了大半"],
    );
    quiet(&["网上咨询所占不到一半", "电话咨询占比过半", "电话咨询占比达57.1%", "南垭村网上咨询占比过半"]);
}

#[test]
fn averages_of_counts() {
    told(
        "K046",
        &["消防演练贴近实战，平均每场40人次", "消防演练场均参加40人次", "每场消防演练平均有40人参加"],
    );
    quiet(&["消防演练贴近实战，平均每场31人次", "消防演练场均参加31人次", "南垭村消防演练平均每场40人次"]);
}

#[test]
fn the_largest_part() {
    told("K046", &["几种咨询渠道中以网上咨询居首", "网上咨询最多", "人数最多的是网上咨询", "电话咨询最少"]);
    quiet(&[
        "几种咨询渠道中以电话咨询居首",
        "电话咨询最多",
        "网上咨询增幅最大",
        "网上咨询最多的一天接待30人次",
        "南垭村网上咨询最多",
    ]);
}

#[test]
fn months_come_to_the_whole() {
    told(
        "K046",
        &[
            "咨询4月200人次，5月250人次，6月240人次",
            "咨询4月、5月、6月分别为200人次、250人次和240人次",
            "发放手册共700册，4月200册、5月250册、6月240册",
        ],
    );
    quiet(&[
        "咨询4月200人次，5月250人次，6月250人次",
        "咨询4月、5月、6月分别为200人次、250人次和250人次",
        "发放手册共700册，4月200册、5月250册、6月250册",
        "咨询4月200人次，5月250人次",
    ]);
}

#[test]
fn rates_that_no_count_is() {
    told("K011", &["抽检合格率为90.0%", "需求落实率61%"]);
    quiet(&["抽检合格率为96.0%", "需求落实率86.7%"]);
}

#[test]
fn one_thing_has_one_number_in_two_texts() {
    let both = |note: &str, plan: &str| found_of(&json!({ "note": note, "plan": plan }));
    for (note, plan) in [
        ("现有21个村级代办点门头样式杂", "给全部19个村级代办点换上统一标牌"),
        ("全镇18名村级网格员分片包干", "18名村级网格员一个不少，全部16名村级网格员都培训"),
        ("21个村级代办点门头样式杂", "给19个村级代办点换上统一标牌"),
    ] {
        assert_eq!(both(note, plan), ["K046"], "{note} {plan}");
    }
    for (note, plan) in [
        ("现有21个村级代办点门头样式杂", "给全部21个村级代办点换上统一标牌"),
        ("现有21个村级代办点门头样式杂", "先给3个村级代办点换上统一标牌"),
        ("现有21个村级代办点门头样式杂", "再建24个村级代办点"),
        ("现有21个村级代办点门头样式杂", "给全部19个村级活动室换上统一标牌"),
    ] {
        assert_eq!(both(note, plan), [""; 0], "{note} {plan}");
    }
}

#[test]
fn seasons_of_other_times_that_begin_what_is_said() {
    told(
        "K010",
        &[
            "国庆假期窗口不打烊",
            "春节前后，窗口加号放号",
            "重阳当天，志愿者上门理发",
            "隆冬时节，班子成员住村",
        ],
    );
    quiet(&["端午假期窗口不打烊", "清明前后，窗口加号", "把国庆期间的经验用起来", "自春节以来窗口不打烊"]);
    assert_eq!(found_in("plan", "国庆假期窗口不打烊"), [""; 0]);
}

#[test]
fn plans_for_the_end_of_a_year_that_is_over() {
    for (plan, told) in [
        ("2022年底前完成选址", true),
        ("2022年年底前完成选址", true),
        ("2023年底前完成选址", false),
        ("年底前完成选址", false),
    ] {
        assert_eq!(found_in("plan", plan).contains(&"K039".to_owned()), told, "{plan}");
    }
}

#[test]
fn parts_behind_a_colon() {
    told("K022", &["义诊共17场，按地点分：村居9场，学校5场，集市4场"]);
    told("K046", &["义诊共17场，按地点分：村居7场，学校5场，集市4场"]);
    quiet(&["义诊共17场，按地点分：村居8场，学校5场，集市4场", "义诊共17场：村居7场，学校5场"]);
}

#[test]
fn what_is_of_one_day_or_of_another_year() {
    told("K017", &["与去年二季度比，舆情信息增加8篇"]);
    told("K011", &["一至二季度集中学习9次", "19个特色党支部开展活动"]);
    quiet(&[
        "与去年二季度比，舆情信息减少5篇",
        "一至二季度集中学习7次",
        "最忙的一天咨询61人次",
        "下季度拟报送舆情信息30篇、组织集中学习9次",
        "建房审批审批环节多",
        "4月起，月月有人值守",
    ]);
}

#[test]
fn other_units_and_other_times() {
    told(
        "K009",
        &[
            "莲塘乡领导班子带头学",
            "结合莲塘实际改进宣传",
            "石桥值守人员轮流带班",
            "立足石桥特色打造品牌",
            "在莲塘召开现场会",
            "动员莲塘各村清理河道",
        ],
    );
    told("K026", &["望江乡班子成员分工负责", "忘江镇班子成员分工负责"]);
    told("K025", &["我县高度重视", "我乡店铺分布零散"]);
    told(
        "K010",
        &["本月共开展排查", "现将第一季度情况报告如下", "7月12日召开了交流会", "3月28日对店铺作了检查"],
    );
    told("K024", &["6月31日发布了图解", "4月31日的检查没有复查", "2023年2月30日组织了活动"]);
    quiet(&[
        "会同石桥镇对交界处开展检查",
        "到莲塘乡参观学习",
        "学习石桥经验",
        "把望江老街连成一线",
        "在全镇推广",
        "第三季度围绕秋收组织学习",
        "5月19日组织了疏散",
    ]);
}

#[test]
fn what_was_to_be_filled_in() {
    told(
        "K023",
        &[
            "由××同志负责",
            "TODO：补充栏目名称",
            "邀请***授课",
            "待补充",
            "组织到【单位名称】参观",
            "共____次",
        ],
    );
    quiet(&["更换3×5米展板", "公布12345热线", "通读《农家百问》", "检查表（含电子表）"]);
}

#[test]
fn parts_and_wholes() {
    told("K022", &["检查店铺36家，其中餐饮18家、旅馆20家", "登记线索6条，其中甲类5条、乙类3条"]);
    quiet(&["检查店铺36家，其中餐饮18家、旅馆8家", "登记线索6条，其中甲类5条"]);
}

#[test]
fn what_a_careful_reader_passes() {
    quiet(&[
        "参演人员数百人次，秩序良好",
        "参演人员上百人次",
        "集中学习按月安排，人人有笔记",
        "集中学习的质量较上季度明显提升",
        "舆情信息质量稳步提升",
        "把隐患消除在萌芽，群众满意度不断提高",
        "隐患排查不留死角",
        "隐患整改率较上季度有所下降，主要是老旧线路更换周期长",
        "受汛期影响，集中学习次数较上季度少1次",
        "其中用电隐患30处",
        "对上季度遗留的30处隐患挂牌督办，已完成整改20处",
        "一季度查出的隐患全部挂账销号",
        "6月份报送舆情信息8篇",
        "4月、5月、6月分别集中学习1次",
        "每名网评员联系2个村",
        "邀请县里专家讲课2次",
        "邻近的莲塘乡派员观摩",
        "与石桥镇共建联防队",
        "学习石桥镇的做法",
        "研判会制度已经上墙",
        "如遇突发情况立即召开研判会",
        "力争三季度召开研判会2次",
        "向全县推广望江经验",
        "县委宣传部来镇指导2次",
        "比去年同期少5篇舆情信息",
        "隐患同比翻了一番",
        "特色党支部保持在9个",
        "特色党支部数量没有变化",
        "全镇9个特色党支部全部达标",
        "参演人员是上季度的4倍",
        "舆情信息环比增长一倍",
        "隐患由120处降至100处",
    ]);
}

#[test]
fn what_a_careful_reader_stops_at() {
    told(
        "K017",
        &[
            "比去年同期多5篇舆情信息",
            "隐患环比翻了一番",
            "隐患由120处降至80处",
            "参演人员是上季度的3倍",
            "舆情信息环比下降",
        ],
    );
    told(
        "K011",
        &[
            "特色党支部保持在8个",
            "全镇10个特色党支部全部达标",
            "上季度报送舆情信息12篇",
            "参演人员达上千人次",
        ],
    );
    told("K009", &["莲塘乡党委高度重视", "推动石桥各村整治"]);
    told("K010", &["第一季度，我镇扎实开展工作", "2022年5月召开了现场会"]);
    told("K025", &["本县实际情况复杂"]);
}

#[test]
fn parts_of_a_whole_in_other_words() {
    told(
        "K022",
        &[
            "登记线索7条中，已处置5条、正在处置3条",
            "36家店铺中，餐饮18家、旅馆20家",
            "检查店铺36家，包括餐饮18家、旅馆20家",
            "19件来信中有25件已办结",
            "接到求助9起，当中走失5起、纠纷6起",
        ],
    );
    quiet(&[
        "登记线索7条中，已处置5条、正在处置2条",
        "36家店铺中已整改30家，餐饮类20家",
        "检查店铺36家，其中已整改30家、餐饮20家",
        "12个村中有5个村换了展板，另有3个镇直单位参加，接待8个外地团队",
        "开展5次集中整治，清理8次",
        "3个村中心小学共有5个班",
        "5名网评员中途更换，先后有8名参加",
        "上半年5次，年中3次、年末7次",
        "培训36人，其中党员20人、妇女18人",
        "走访120户，其中低保80户、残疾60户",
    ]);
}

#[test]
fn what_never_took_place_cannot_have_gone_well() {
    told(
        "K020",
        &[
            "研判会讨论热烈",
            "研判会开得扎实",
            "研判会已如期召开",
            "研判会先后举办三场",
            "研判会反响很好，各村都来",
        ],
    );
    quiet(&[
        "研判会效果有待提高",
        "研判会尚未召开",
        "研判会因农忙推迟，已另行安排",
        "为了研判会取得实效，先摸清底数",
        "研判会一旦召开即报",
        "上季度研判会讨论热烈",
        "研判会制度已经上墙",
        "研判会暂未组织",
        "本季度没有召开研判会，计划下季度补上",
        "筹备研判会，力求取得实效",
    ]);
}

#[test]
fn lists_have_what_is_announced_and_pass_nothing_over() {
    told(
        "K037",
        &[
            "抓好三件事：一是办好专栏，二是培训通讯员",
            "主要做了以下四个方面的工作：一是抓早；二是抓小；三是抓细",
            "存在两个问题：（一）人手少；（二）设备旧；（三）经费缺",
            "突出3个重点，一是抓学习；二是抓宣传",
            "做到四个坚持：坚持早发现、坚持早报告、坚持早处置",
            "落实三个到位：责任到位、措施到位",
        ],
    );
    told(
        "K038",
        &["一是加强领导，三是压实责任", "（一）查隐患；（三）抓整改", "一是抓早；二是抓小；二是抓细"],
    );
    quiet(&[
        "抓好三件事：一是办好专栏，二是培训通讯员，三是评好稿",
        "三件事中先办两件：一是办好专栏，二是培训通讯员",
        "一是办好专栏，二是培训通讯员",
        "推广“三个一”做法：一是一月一课，二是一周一讲",
        "标准统一是关键，唯一是要坚持",
        "坚持三个不放过：原因未查清不放过、责任未落实不放过、整改未到位不放过",
        "走访三个社区：集镇社区、新街社区等",
        "对照通知第（二）项和第（五）项整改",
        "第一、第二季度各排查一遍",
        "分三个阶段推进：动员阶段、排查阶段、整改阶段",
        "一是抓学习，包括两项：一是读书，二是交流",
        "从两个方面入手，一是查，二是改。再就是回头看",
    ]);
}

#[test]
fn plans_for_a_time_that_is_over() {
    for text in [
        "力争在4月底前换完褪色的展板",
        "计划4月中旬前完成清淤",
        "拟于5月中旬召开现场会",
        "确保5月20日前全部换新",
        "争取2023年3月前见效",
    ] {
        assert_eq!(found_in("note", text), ["K039"], "{text}");
        assert_eq!(found_in("plan", text), ["K039"], "{text}");
    }
    assert_eq!(found_in("plan", "5月底前换完展板"), ["K039"]);
    for text in [
        "力争6月底前完成",
        "力争8月底前换完",
        "计划明年3月前完成",
        "按照年初计划，5月底前清淤到位",
        "原计划5月底前完成，因雨延期",
        "已于5月底前完成",
        "对5月底前查出的欠账逐一销号",
        "争取把4月份的台账补齐",
        "将4月查出的问题逐一销号",
        "力争三季度见效",
        "落实县里5月底前报送的要求",
        "力争1月底前见效",
    ] {
        assert!(found_in("plan", text).is_empty(), "{text} {:?}", found_in("plan", text));
    }
}

#[test]
fn what_is_to_come_is_not_told_as_past() {
    told("K010", &["7月20日召开的交流会效果很好", "7月3日举办的培训深受好评，反响热烈"]);
    quiet(&["7月20日召开的全县大会将部署秋收", "迎接7月20日召开的现场会", "为7月8日开幕的书展准备展品"]);
}

#[test]
fn figures_of_a_time_that_is_named() {
    told(
        "K011",
        &["今年集中学习9次", "1至6月集中学习8次", "去年同期报送舆情信息20篇", "截至6月底，集中学习5次"],
    );
    quiet(&[
        "截至6月底，今年集中学习已组织7次",
        "今年集中学习7次",
        "1至6月集中学习7次",
        "1月—6月报送舆情信息30篇",
        "去年同期报送舆情信息25篇",
        "截至6月底，特色党支部9个",
        "汛期发现隐患30处",
        "春节前后报送舆情信息4篇",
        "截至5月底，集中学习2次",
    ]);
}

#[test]
fn an_institution_goes_by_one_name() {
    for (note, plan) in [
        ("县融媒体中心（今年1月由县广播电视台更名）来镇指导", "请县广播电视台的记者讲课"),
        ("县农业技术站已更名为县农业服务中心", "与县农业技术站合办夜校"),
        ("联系县融媒体中心（原县广播电视台）", "县广播电视台采用的稿件不多"),
    ] {
        assert_eq!(found_of(&json!({ "note": note, "plan": plan })), ["K040"], "{note}");
    }
    for (note, plan) in [
        ("县融媒体中心（今年1月由县广播电视台更名）来镇指导", "请县融媒体中心的记者讲课"),
        ("县融媒体中心（今年1月由县广播电视台更名）来镇指导", "整理原县广播电视台的旧磁带"),
        ("县农业技术站拟更名为县农业服务中心", "与县农业技术站合办夜校"),
        ("联系老支书（原村委会主任）", "村委会主任带头"),
        ("文化站更名为文化中心", "把文化站的书搬来"),
    ] {
        assert!(found_of(&json!({ "note": note, "plan": plan })).is_empty(), "{note}");
    }
}

#[test]
fn numbers_of_a_sentence_go_together() {
    told(
        "K046",
        &[
            "种粮1122亩、种菜574亩，两项共1796亩",
            "甲组查了12家、乙组查了9家，共计31家",
            "45个村民小组中有30个通了自来水，占80%",
            "8期夜校共224人次，平均每期38人次",
            "纠纷由15起减少到22起",
            "住户从40户增加到31户",
            "火情同比下降120%",
            "8月25日至8月12日排查",
            "5月20日至15日开展宣传",
            "5月15日（星期五）集中接访",
            "2023年6月1日（周三）开班",
            "重大问题36处，占隐患的16%",
        ],
    );
    quiet(&[
        "种粮1122亩、种菜574亩，两项共1696亩",
        "甲组查了12家、乙组查了9家，今年共40家",
        "甲组查了12家、乙组查了9家，全镇共查40家",
        "45个村民小组中有30个通了自来水，占66.7%",
        "45个村民小组中有30个通了自来水，约占七成",
        "8期夜校共224人次，平均每期28人次",
        "5期夜校187人次，平均每期约37人次",
        "纠纷由22起减少到15起",
        "产量是五年前的120%",
        "8月12日至8月25日排查",
        "5月15日（星期一）集中接访",
        "重大问题16处，占隐患的16%",
        "村民占40%，居民占60%",
        "参加12人、旁听9人，共商3件事",
    ]);
}

#[test]
fn texts_end_and_say_a_sentence_once() {
    told(
        "K047",
        &[
            "今后还要着力解决以下",
            "逐户登记，逐户走访，",
            "主要做法：",
            "学习《农家百问",
            "推行“一户一档做法",
            "发放资料（含图册",
        ],
    );
    told(
        "K048",
        &["管护经费没有着落。缺少专人。管护经费没有着落", "逐户登记造册并张榜；组织复查；逐户登记造册并张榜"],
    );
    quiet(&[
        "力求平和",
        "三十五岁以下",
        "群众积极参与",
        "学习《农家百问》（第二版）",
        "推行“一户一档”；逐户走访；",
        "做到早发现。做到早报告。做到早处置。",
        "1）查隐患；2）抓整改",
    ]);
}

#[test]
fn personal_numbers_stay_out() {
    told("K049", &["为来访群众（身份证号110000199001010000）代办手续", "身份证11000019900101000X已核对"]);
    quiet(&["举报电话0000-7654321", "账号622200001234567890已停用", "统一社会信用代码91110000MA00000000"]);
}

#[test]
fn the_most_and_the_least_and_trends() {
    told(
        "K017",
        &[
            "隐患数量为今年以来最多",
            "集中学习次数创今年新高",
            "舆情信息为近年最多",
            "舆情信息为历史最低",
            "隐患连续三个季度增加",
            "舆情信息连续两个季度下降",
            "舆情信息多于去年同期",
            "隐患少于去年同期",
        ],
    );
    quiet(&[
        "舆情信息为今年以来最多",
        "隐患数量为今年以来最少",
        "舆情信息连续三个季度增加",
        "舆情信息少于去年同期",
        "隐患多于去年同期",
        "参演人员为近年来最多",
        "力争舆情信息创历史新高",
    ]);
}

#[test]
fn words_that_are_names_and_days_that_are_followed_up() {
    quiet(&[
        "团结群众、依靠群众做好工作",
        "引导双方和平协商",
        "在码头设点宣传",
        "3月28日登记的一件老案也已答复",
        "2月28日交办的事项本季度办结",
        "一季度收到来信12件，二季度收到15件",
        "第一季度拜访8户，本季度拜访9户",
        "宣传活动贯穿全年",
    ]);
    told("K009", &["团结各村清理河道", "团结党委高度重视"]);
    told("K010", &["3月28日开展的检查很全面"]);
    told("K011", &["完成村道硬化5.42公里", "实施村道硬化四公里"]);
    quiet(&["完成村道硬化4.52公里", "石桥村村道硬化1公里"]);
}

#[test]
fn one_count_is_held_against_another() {
    told(
        "K046",
        &["网上咨询多于电话咨询", "网上咨询比电话咨询多", "电话咨询不及网上咨询", "电话咨询数低于网上咨询"],
    );
    quiet(&[
        "电话咨询多于网上咨询",
        "网上咨询比电话咨询少",
        "力争网上咨询超过电话咨询",
        "网上咨询增幅高于电话咨询",
        "隐患多于研判会",
        "石桥村网上咨询多于电话咨询",
        "电话咨询和网上咨询合计700人次",
    ]);
}

#[test]
fn parts_with_the_rest_are_all_of_a_whole() {
    told(
        "K046",
        &["住户480户里，平房168户、楼房79户、其他154户", "住户480户，其中平房168户、楼房79户、其他154户"],
    );
    told("K022", &["住户480户里，平房268户、楼房79户、其他154户"]);
    quiet(&[
        "住户480户里，平房168户、楼房79户、其他233户",
        "住户480户，其中平房168户、楼房79户",
        "住户480户，其中平房168户、楼房79户、其他233户",
    ]);
}

#[test]
fn two_digits_that_are_swapped() {
    told("K011", &["先后有142人次到场演练", "现场演练共来了142人次"]);
    quiet(&[
        "先后有142人次到场听课",
        "先后有124人次到场演练",
        "计划组织142人次演练",
        "去年有142人次参加演练",
    ]);
}

#[test]
fn names_of_one_end_and_then_their_numbers() {
    told("K011", &["乡道、村道里程分别为42公里和48公里", "乡道和村道里程依次是42公里、87公里"]);
    quiet(&["乡道、村道里程分别为42公里和78公里", "小路、村道里程分别为42公里和78公里"]);
}

#[test]
fn quarters_of_another_year() {
    told("K011", &["2022年二季度舆情信息20篇"]);
    quiet(&["去年二季度舆情信息25篇", "2022年二季度舆情信息25篇", "去年一季度舆情信息31篇"]);
}

#[test]
fn a_plan_for_a_month_of_this_year_that_is_over() {
    let told = |text: &str| found_in("plan", text) == ["K039"];
    assert!(told("力争今年4月底前贯通") && told("力争今年一季度前完成"));
    assert!(!told("力争今年9月底前贯通") && !told("力争今年年底前贯通"));
}

#[test]
fn what_a_sentence_begins_with_holds_for_all_that_it_counts() {
    quiet(&[
        "东风村集中学习8次，发现隐患11处",
        "经济开发区集中学习2次，发现隐患9处，报送舆情信息3篇",
        "5月份集中学习1次，发现隐患61处",
        "其中餐饮行业集中学习1次，发现隐患33处",
        "下季度计划集中学习7次，发现隐患200处",
        "安全生产月期间，集中学习1次，发现隐患70处",
        "有3处隐患尚未整改到位",
        "对3处隐患实行挂牌督办",
        "某化工厂存在隐患3处",
    ]);
    told(
        "K011",
        &["到东风村宣讲，发现隐患70处", "东风村交流经验，全镇发现隐患70处", "发现隐患70处，涉及东风村"],
    );
}

#[test]
fn a_change_and_its_rate_go_together() {
    told("K046", &["舆情信息20篇，较上季度增加10篇，增长50%", "收到12件，比去年同期减少4件，下降33.3%"]);
    quiet(&["舆情信息20篇，较上季度增加10篇，增长100%", "收到12件，比去年同期减少4件，下降25%"]);
}

#[test]
fn hazards_of_whatever_kind_are_hazards() {
    told("K018", &["未发现安全隐患", "没有发现各类安全隐患", "未排查出隐患"]);
    quiet(&["未发现新增隐患"]);
}
