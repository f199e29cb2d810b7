//! Sentences that a careful reader stops at, and those that he does not, by what they say.

mod change;
mod claims;
mod figures;
mod none;
mod parts;
mod reader;
mod rows;
mod times;
mod writing;

use std::sync::Arc;

use huibian_contract::{Period, PluginManifest, UnitId, UnitIdentity};
use huibian_diagnostic::{Catalog, Lang};
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
    fields.tests = { label = "抽检台账", type = "ledger", columns.date = { label = "日期", type = "date" }, columns.kind = { label = "品种", type = "text" } }
    fields.visits = { label = "走访台账", type = "ledger", columns.date = { label = "走访日期", type = "date" }, columns.village = { label = "村", type = "text" }, columns.people = { label = "走访人数", type = "integer", measure = "人" }, columns.settled = { label = "办结日期", type = "date" } }
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
    counts.faults = { label = "报修故障", measure = "起" }
    counts.mended = { label = "修复故障", measure = "起" }
    counts.undone = { label = "未办结事项", measure = "件" }
    checks.mended = { rule = "mended <= faults", message = "多" }
    checks.passed = { rule = "passed <= samples", message = "多" }
    checks.met = { rule = "met <= needs", message = "多" }
    counts.town_roads = { label = "乡道里程", measure = "公里" }
    counts.village_roads = { label = "村道里程", measure = "公里" }
    counts.money = { label = "投入", measure = "元", shown = { measure = "万元", divide = 10000, scale = 2 } }
    counts.pay = { label = "津贴", measure = "元", shown = { measure = "万元", divide = 10000, scale = 2 } }
    counts.roads = { label = "村道硬化", measure = "公里", kind = "decimal", scale = 2 }
"#;
/// What there is of each count, what there was in the period before, and a year ago.
const FIGURES: [(&str, [i64; 3]); 24] = [
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
    ("faults", [12, 10, 10]),
    ("mended", [9, 10, 10]),
    ("undone", [3, 3, 3]),
    ("money", [48_420, 48_264, 48_264]),
    ("pay", [20_010, 20_000, 20_000]),
];

/// What of them there was in the year so far.
const TO_DATE: [(&str, i64); 4] = [("sessions", 7), ("articles", 30), ("branches", 9), ("meetings", 2)];

/// The codes that are found in a field's text.
fn found_in(field: &str, text: &str) -> Vec<String> {
    found_of(&json!({ field: text }))
}

/// What is said of a text, in Chinese.
fn messages(text: &str) -> Vec<String> {
    let found = findings(&json!({ "note": text }));
    found.iter().map(|found| Catalog::of(Lang::Zh).message(found)).collect()
}

/// The codes that are found in a unit's texts.
fn found_of(fields: &Value) -> Vec<String> {
    findings(fields).iter().map(|found| found.code().to_string()).collect()
}

fn findings(fields: &Value) -> Vec<Diagnostic> {
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
    let mut signs = Signs::default();
    let mut found = check.findings(owner, &manifest, fields, &mut signs);
    found.extend(check.across(owner, &[(&manifest, fields)], signs));
    found
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
