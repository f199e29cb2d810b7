//! Declared sources, from text to response.

use huibian_config as config;
use huibian_contract::{CountSpec, Fact, Request, Response};
use huibian_diagnostic::{Code, Diagnostic, Location, Result, Source};
use huibian_figure::Filed;
use serde_json::json;

use super::Declared;
use crate::{Contribution, PluginFolder};

const FIELDS: &str = r#"
[fields.items]
label = "台账"
type = "ledger"
columns.topic = { label = "主题", type = "text" }
columns.date = { label = "日期", type = "date" }
columns.seen = { label = "再看", type = "date" }
columns.people = { label = "人数", type = "integer" }
columns.amount = { label = "金额", type = "decimal" }
columns.handled = { label = "已办", type = "boolean" }
[fields.names]
label = "名单"
type = "ledger"
columns.name = { label = "姓名", type = "text" }
[fields.total]
label = "总数"
type = "integer"
[fields.money]
label = "金额"
type = "decimal"
[fields.plan]
label = "打算"
type = "text"
[fields.titles]
label = "篇目"
type = "texts"
"#;

fn compile(folder: &PluginFolder) -> Result<Declared> {
    Declared::compile(&folder.manifest, &folder.places)
}

fn folder(library: &str, declared: &str) -> PluginFolder {
    let head = "id = \"x\"\nversion = \"1\"\ntitle = \"x\"\ncontract = 1\nslots = []\n";
    let source = Source::new("plugin.toml", format!("{head}{library}\n{FIELDS}{declared}"));
    PluginFolder::new("x", config::parse(&source).unwrap(), source)
}

fn request(data: &serde_json::Value) -> Request {
    serde_json::from_value(json!({
        "contract": 1, "period": "2023Q2", "unit": {"id": "yunxi", "name": "云溪镇"}, "data": data,
    }))
    .unwrap()
}

#[allow(clippy::needless_pass_by_value)]
fn supply(declared: &str, data: serde_json::Value) -> Result<Contribution> {
    let folder = folder("", declared);
    let compiled = compile(&folder).unwrap_or_else(|fault| panic!("{declared}: {fault}"));
    let mut contribution = Contribution::default();
    compiled.supply(&folder.manifest, &request(&data), &mut contribution)?;
    Ok(contribution)
}

/// A count's value and where it comes from, as text.
fn shown(contribution: &Contribution, name: &str) -> Option<String> {
    let figure = contribution.counts.get(name)?;
    Some(format!("{} {}", figure.value, Filed::new(&CountSpec::default(), figure).from.join(" ")))
}

fn rows() -> serde_json::Value {
    json!({"items": [
        {"date": "2023-04-01", "topic": "甲", "people": 3, "amount": "1000.50", "handled": true},
        {"date": "2023-07-01", "topic": "乙", "people": 9, "seen": "2023-04-02", "handled": true},
        {"date": "2023-05-01", "topic": "丙", "amount": "0.25"},
        {"date": "2023-06-30", "topic": "甲", "people": 2, "amount": "2000", "handled": false},
        {"topic": "丁", "people": 7, "amount": "5", "handled": true},
    ]})
}

/// A count's value and origin, as text.
#[track_caller]
fn count(declared: &str, data: serde_json::Value) -> Option<String> {
    shown(&supply(&format!("[counts.a]\nlabel = \"甲\"\n{declared}"), data).unwrap(), "a")
}

#[test]
fn counts_come_from_the_rows_of_the_period() {
    for (declared, expected) in [
        ("ledger = \"items\"", "3 items#1,3-4"),
        ("ledger = \"items\"\nwhere = \"handled\"", "1 items#1"),
        ("ledger = \"items\"\nwhere = \"!handled\"", "1 items#4"),
        ("ledger = \"items\"\nwhere = \"amount > 1000\"", "2 items#1,4"),
        ("ledger = \"items\"\nwhere = \"people < 3\"", "1 items#4"),
        ("ledger = \"items\"\nwhere = \"people / 0 > 1\"", "0 items"),
        ("ledger = \"items\"\nwhere = \"date >= '2023-05-01'\"", "2 items#3-4"),
        ("ledger = \"items\"\nsum = \"people\"", "5 items#1,3-4"),
        ("ledger = \"items\"\nsum = \"people\"\nwhere = \"topic == '甲'\"", "5 items#1,4"),
        ("kind = \"decimal\"\nscale = 1\nledger = \"items\"\nsum = \"amount\"", "3000.8 items#1,3-4"),
        ("expr = \"size(items) + size(items.filter(i, has(i.handled) && i.handled))\"", "4 items#1,3-4"),
    ] {
        assert_eq!(count(declared, rows()).as_deref(), Some(expected), "{declared}");
    }
    let no_people = json!({"items": [{"date": "2023-04-01", "topic": "甲"}], "total": 3});
    let declared = "ledger = \"items\"\nsum = \"people\"";
    assert_eq!(count(declared, no_people.clone()), None, "a sum over nothing is missing");
    let with_number = format!("{declared}\nnumber = \"total\"");
    assert_eq!(count(&with_number, no_people).as_deref(), Some("3 total"));
    assert_eq!(count(declared, json!({"items": []})).as_deref(), Some("0 items"), "of no rows it is 0");
    let kinds = "ledger = \"items\"\nwhere = \"topic != '甲'\"";
    let nameless = json!({"items": [{"date": "2023-04-01"}, {"date": "2023-04-02", "topic": "乙"}]});
    assert_eq!(count(kinds, nameless).as_deref(), Some("1 items#2"), "what is missing is not unlike");
    let undated = json!({"names": [{"name": "甲"}, {"name": "乙"}]});
    assert_eq!(count("ledger = \"names\"", undated).as_deref(), Some("2 names#1-2"));
    assert_eq!(count("ledger = \"names\"", json!({"names": []})).as_deref(), Some("0 names"));
}

#[test]
fn a_number_serves_where_there_is_no_ledger() {
    let declared = "measure = \"次\"\nledger = \"items\"\nnumber = \"total\"";
    assert_eq!(count(declared, json!({"total": 7})).as_deref(), Some("7 total"));
    assert_eq!(count(declared, json!({})), None, "missing is never 0");
    let decimal = "kind = \"decimal\"\nscale = 2\nnumber = \"money\"";
    assert_eq!(count(decimal, json!({"money": "12.345"})).as_deref(), Some("12.35 money"));

    let mut both = rows();
    both["total"] = json!(3);
    let declared = format!("[counts.a]\nlabel = \"甲\"\n{declared}");
    assert!(supply(&declared, both.clone()).unwrap().findings.is_empty());
    both["total"] = json!(4);
    let response = supply(&declared, both).unwrap();
    let texts: Vec<_> = response.findings.iter().map(|finding| finding.text.zh()).collect();
    assert_eq!(texts, ["总数填报为4，台账为3次，已按台账计数。"]);
}

#[test]
fn expressions_name_fields_and_counts_in_any_order() {
    let declared = r#"
[counts.c]
label = "丙"
expr = "b - a"
[counts.b]
label = "乙"
expr = "a * 2 + fields.total"
[counts.a]
label = "甲"
number = "total"
[counts.wan]
label = "万元"
kind = "decimal"
scale = 2
expr = "money / 10000"
[counts.total]
label = "总数"
expr = "fields.total"
"#;
    let response = supply(declared, json!({"total": 4, "money": "123450"})).unwrap();
    let value = |name: &str| shown(&response, name).unwrap();
    assert_eq!((value("b").as_str(), value("c").as_str()), ("12 a total", "8 b a"));
    assert_eq!(value("wan"), "12.35 money", "half up: 12.345");
    assert_eq!(value("total"), "4 total", "a field behind a count of its name");
    assert!(supply(declared, json!({})).unwrap().counts.is_empty());
}

#[test]
fn a_decimal_may_be_below_nothing() {
    let declared = "[counts.a]\nlabel = \"甲\"\nkind = \"decimal\"\nscale = 2\nexpr = \"total - 5\"";
    let value = |total: &str| {
        let given = supply(declared, json!({ "total": total })).unwrap();
        given.counts.get("a").map(|figure| figure.value.to_string())
    };
    assert_eq!(value("1.995").as_deref(), Some("-3.01"), "away from nothing: -3.005");
    assert_eq!(value("4.999").as_deref(), Some("0.00"));
}

#[test]
fn what_cannot_be_a_count_says_so() {
    let fault =
        |declared: &str, data| supply(&format!("[counts.a]\nlabel = \"甲\"\n{declared}"), data).unwrap_err();
    let argument = |fault: &Diagnostic, name: &str| fault.argument(name).unwrap().to_string();
    for (expr, reason, found) in [
        ("total - 5", "negative", "-1"),
        ("total * 0.5 + 0.1", "fraction", "2.1"),
        ("total * 10000000000000000000000000000.0 * 10000.0", "failed", "overflow"),
        ("total % 0", "failed", "/ 0"),
    ] {
        let fault = fault(&format!("expr = \"{expr}\""), json!({"total": 4}));
        assert_eq!(
            (fault.code(), argument(&fault, "reason").as_str()),
            (Code::ComputedCount, reason),
            "{expr}"
        );
        assert!(argument(&fault, "found").contains(found), "{expr}: {fault}");
    }
    for (declared, sources) in [
        ("required = true\nledger = \"items\"\nnumber = \"total\"", "台账 (items) / 总数 (total)"),
        ("required = true\nexpr = \"b + 1\"\n[counts.b]\nlabel = \"乙\"\nnumber = \"total\"", "总数 (total)"),
        (
            "expr = \"1\"\n[facts.f]\nlabel = \"己\"\ntype = \"text\"\nfield = \"plan\"\nrequired = true",
            "打算 (plan)",
        ),
    ] {
        let fault = fault(declared, json!({}));
        assert_eq!(fault.code(), Code::SourceMissing, "{declared}");
        assert_eq!(argument(&fault, "sources"), sources);
    }
}

#[test]
fn facts_come_from_fields_and_columns() {
    let declared = r#"
[facts.plan]
label = "打算"
type = "text"
field = "plan"
[facts.titles]
label = "篇目"
type = "texts"
field = "titles"
[facts.topics]
label = "主题"
type = "texts"
ledger = "items"
column = "topic"
"#;
    let mut data = rows();
    data["plan"] = json!("每月一次");
    data["titles"] = json!([]);
    let response = supply(declared, data).unwrap();
    assert_eq!(response.facts["plan"], Fact::Text("每月一次".to_owned()));
    assert_eq!(
        response.facts["topics"],
        Fact::Texts(vec!["甲".to_owned(), "丙".to_owned()]),
        "of the period, once"
    );
    assert_eq!(response.facts.len(), 2, "an empty list is no fact");
}

#[test]
fn what_code_gave_stands_and_a_bare_number_gets_its_origin() {
    let declared = "[counts.a]\nlabel = \"甲\"\nledger = \"items\"\nnumber = \"total\"
[counts.b]\nlabel = \"乙\"\nledger = \"items\"\n[counts.c]\nlabel = \"丙\"\n";
    let folder = folder("library = \"x\"", declared);
    let compiled = compile(&folder).unwrap();
    let response: Response = serde_json::from_value(json!({"counts": {"a": 12}})).unwrap();
    let (manifest, request) = (&folder.manifest, request(&rows()));
    let origin = |name: &_| compiled.origin(manifest, &request, name);
    let mut contribution = Contribution::of(manifest, response, origin).unwrap();
    compiled.supply(manifest, &request, &mut contribution).unwrap();
    assert_eq!(shown(&contribution, "a").as_deref(), Some("12 items"));
    assert_eq!(shown(&contribution, "b").as_deref(), Some("3 items#1,3-4"));
    assert_eq!(shown(&contribution, "c"), None, "code's to give");
}

#[test]
fn faults_have_their_place_and_remedy() {
    let fact = "[facts.f]\nlabel = \"f\"\ntype = \"texts\"\n";
    let count = "[counts.a]\nlabel = \"a\"\n";
    for (head, declared, code, at, meant) in [
        (count, "", Code::SourceUse, "[counts.a]", None),
        (count, "ledger = \"itmes\"", Code::UnknownSource, "\"itmes\"", Some("items")),
        (count, "ledger = \"total\"", Code::SourceType, "\"total\"", None),
        (count, "number = \"totl\"", Code::UnknownSource, "\"totl\"", Some("total")),
        (count, "number = \"plan\"", Code::SourceType, "\"plan\"", None),
        (count, "number = \"money\"", Code::SourceType, "\"money\"", None),
        (count, "ledger = \"items\"\nsum = \"peple\"", Code::UnknownSource, "\"peple\"", Some("people")),
        (count, "ledger = \"items\"\nsum = \"topic\"", Code::SourceType, "\"topic\"", None),
        (count, "ledger = \"items\"\nsum = \"amount\"", Code::SourceType, "\"amount\"", None),
        (count, "number = \"total\"\nwhere = \"handled\"", Code::SourceUse, "\"handled\"", None),
        (count, "number = \"total\"\nsum = \"people\"", Code::SourceUse, "\"people\"", None),
        (count, "number = \"total\"\nexpr = \"1\"", Code::SourceUse, "[counts.a]", None),
        (count, "ledger = \"items\"\nwhere = \"handld\"", Code::ExpressionName, "handld", Some("handled")),
        (count, "ledger = \"items\"\nwhere = \"total > 1\"", Code::ExpressionName, "total", None),
        (count, "ledger = \"items\"\nwhere = \"people\"", Code::ExpressionResult, "people", None),
        (count, "expr = \"total > 1\"", Code::ExpressionResult, "total > 1", None),
        (count, "expr = \"total / 2\"", Code::ExpressionDivision, "/", None),
        (count, "expr = \"a + 1\"", Code::ExpressionCycle, "\"a + 1\"", None),
        (count, "expr = \"counts['y/b']\"", Code::ExpressionName, "counts", None),
        (count, "kind = \"ratio\"\nledger = \"items\"", Code::SourceUse, "[counts.a]", None),
        (count, "kind = \"ratio\"\nnumber = \"plan\"", Code::SourceType, "\"plan\"", None),
        (count, "number = \"total\"\nparts = [\"totl\"]", Code::UnknownSource, "[\"totl\"]", Some("total")),
        (count, "number = \"total\"\nparts = [\"plan\"]", Code::SourceType, "[\"plan\"]", None),
        (count, "number = \"total\"\nparts = [\"a\"]", Code::SourceUse, "[\"a\"]", None),
        (fact, "", Code::SourceUse, "[facts.f]", None),
        (fact, "field = \"titels\"", Code::UnknownSource, "\"titels\"", Some("titles")),
        (fact, "field = \"plan\"", Code::SourceType, "\"plan\"", None),
        (fact, "ledger = \"items\"", Code::SourceUse, "[facts.f]", None),
        (fact, "column = \"topic\"", Code::SourceUse, "\"topic\"", None),
        (fact, "ledger = \"items\"\ncolumn = \"people\"", Code::SourceType, "\"people\"", None),
        (fact, "field = \"titles\"\nledger = \"items\"", Code::SourceUse, "[facts.f]", None),
    ] {
        let fault = compile(&folder("", &format!("{head}{declared}"))).expect_err(declared);
        assert_eq!((fault.code(), fault.suggestion()), (code, meant), "{declared}: {fault}");
        let (text, span) = fault.location().and_then(Location::text_and_span).unwrap();
        assert!(text[span.start..].starts_with(at), "{declared}: {fault}");
    }
    let cycle = "[counts.a]\nlabel = \"a\"\nexpr = \"b\"\n[counts.b]\nlabel = \"b\"\nexpr = \"c + 1\"
[counts.c]\nlabel = \"c\"\nexpr = \"b * 2\"\n";
    let fault = compile(&folder("", cycle)).unwrap_err();
    assert_eq!(fault.argument("cycle").unwrap().to_string(), "b → c → b");
}
