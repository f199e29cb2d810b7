//! Sentences that a careful reader stops at, and those that he does not, by what they say.

use std::sync::Arc;

use huibian_contract::{PluginManifest, UnitId, UnitIdentity};
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
"#;
/// What there is of each count, what there was in the period before, and a year ago.
const FIGURES: [(&str, [i64; 3]); 8] = [
    ("sessions", [3, 4, 3]),
    ("articles", [20, 10, 25]),
    ("hazards", [100, 120, 50]),
    ("rectified", [60, 90, 50]),
    ("rate", [60, 75, 100]),
    ("branches", [9, 9, 9]),
    ("people", [480, 120, 480]),
    ("meetings", [0, 2, 0]),
];

/// The codes that are found in a field's text.
fn found_in(field: &str, text: &str) -> Vec<String> {
    let manifest: PluginManifest = toml::from_str(MANIFEST).unwrap();
    let counts = Arc::new(Counts::new([&manifest], []));
    let figures = |at: usize| {
        let mut figures = Figures::of(&counts);
        for (name, values) in FIGURES {
            figures.set(counts.find("safety", name).unwrap(), values[at].into(), Origin::default());
        }
        figures
    };
    let period: Period = "2023Q2".parse().unwrap();
    let mut past = Baseline::none(period);
    (past.previous, past.last_year) = (figures(1), figures(2));
    let identity = UnitIdentity {
        id: UnitId::new("wangjiang").unwrap(),
        name: "望江镇".to_owned(),
        attributes: huibian_contract::IndexMap::default(),
    };
    let names = UnitNames::new(["望江镇", "莲塘乡", "石桥镇"].into_iter());
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
    let fields = json!({ field: text });
    let found = check.findings(owner, &manifest, fields.as_object().unwrap());
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
