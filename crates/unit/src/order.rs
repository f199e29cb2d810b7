//! Dates of a ledger's rows that stand in the wrong order: a review before its inspection, an end before its beginning.

use huibian_contract::manifest::Column;
use huibian_contract::{ColumnType, FieldSpec, Name, day};
use jiff::civil::Date;
use serde_json::{Map, Value};

/// Words of a column that says when something began, and when it ended.
const BEGINS: [&str; 41] = [
    "开始", "起始", "开工", "启动", "受理", "收到", "登记", "立案", "交办", "发现", "检查", "巡查", "申请",
    "报名", "签订", "送修", "报修", "送检", "借出", "领用", "入院", "派出", "开班", "开课", "开营", "开馆",
    "动工", "上报", "接警", "报警", "送达", "投诉", "起火", "停水", "停电", "出发", "签到", "start", "begin",
    "opened", "received",
];
#[rustfmt::skip]
const ENDS: [&str; 43] = [
    "结束", "终止", "完成", "完工", "竣工", "办结", "结案", "整改", "复查", "验收", "销号", "答复", "反馈", "回访", "归还", "到期", "期限", "修复",
    "修好", "处置", "化解", "解决", "落实", "支付", "拨付", "取证", "出院", "结班", "结业", "结课", "闭馆", "批复", "扑灭", "恢复", "消除", "返回",
    "回复", "签退", "end", "finish", "closed", "completed", "settled",
];
/// Words of what is only meant to be: it may have been meant before.
const MEANT: [&str; 6] = ["计划", "预计", "拟", "应", "planned", "expected"];

/// The column that a ledger's rows are dated by.
pub fn dated_by(spec: &FieldSpec) -> Option<(&Name, &Column)> {
    let (name, column) = spec.columns.iter().find(|(_, column)| column.kind == ColumnType::Date)?;
    let is_said = |word: &&str| column.label.contains(*word);
    (!MEANT.iter().chain(&["期限", "截止", "到期"]).any(is_said)).then_some((name, column))
}

/// The date in a column of a row.
pub fn date(row: &Map<String, Value>, column: &Name) -> Option<Date> {
    day(row.get(column.as_str())?.as_str()?)
}

/// A row that ended before it began.
pub struct Reversed<'s> {
    /// The column that says when it ended, by name.
    pub name: &'s Name,
    /// The same.
    pub end: &'s Column,
    /// What it says.
    pub day: Date,
    /// The column that says when it began.
    pub begin: &'s Column,
    /// What that says.
    pub since: Date,
}

/// What a row says that ended before it began; nothing of one that did not.
pub fn reversed<'s>(spec: &'s FieldSpec, row: &Map<String, Value>) -> Option<Reversed<'s>> {
    if spec.columns.values().filter(|column| column.kind == ColumnType::Date).count() < 2 {
        return None;
    }
    let of = |words: &'static [&'static str]| {
        spec.columns.iter().filter(move |(_, column)| {
            let label = column.label.to_lowercase();
            column.kind == ColumnType::Date
                && words.iter().any(|word| label.contains(word))
                && !MEANT.iter().any(|word| label.contains(word))
        })
    };
    let days = |words: &'static [&'static str]| {
        of(words).filter_map(|(name, column)| Some((name, column, date(row, name)?)))
    };
    let (first, begin, since) = days(&BEGINS).next()?;
    let (name, end, day) = days(&ENDS).find(|(name, _, day)| *name != first && *day < since)?;
    Some(Reversed { name, end, day, begin, since })
}

/// How many other rows must stand in one order.
const OTHERS: usize = 6;

/// The only row of which the days of two columns stand in another order than in all others, where no words say which is first.
pub fn unlike<'s>(spec: &'s FieldSpec, rows: &[Value]) -> Option<(usize, Reversed<'s>)> {
    if rows.len() <= OTHERS {
        return None;
    }
    let is_day = |column: &Column| {
        column.kind == ColumnType::Date && !MEANT.iter().any(|word| column.label.contains(word))
    };
    let days: Vec<_> = spec.columns.iter().filter(|(_, column)| is_day(column)).collect();
    let pairs = days
        .iter()
        .enumerate()
        .flat_map(|(at, first)| days[at + 1..].iter().map(move |other| (first, other)));
    pairs.flat_map(|(one, other)| [(one, other), (other, one)]).find_map(|((first, begin), (name, end))| {
        let ordered = rows.iter().enumerate().filter_map(|(at, row)| {
            let row = row.as_object()?;
            let (since, day) = (date(row, first)?, date(row, name)?);
            (since != day).then_some((at, since, day))
        });
        let (against, with): (Vec<_>, Vec<_>) = ordered.partition(|(_, since, day)| day < since);
        let [(at, since, day)] = against[..] else { return None };
        let is_told = reversed(spec, rows[at].as_object()?).is_some();
        let told = || Reversed { name, end, day, begin, since };
        (with.len() >= OTHERS && !is_told).then(|| (at, told()))
    })
}

#[cfg(test)]
mod tests {
    use huibian_contract::PluginManifest;

    use super::*;

    fn ledger(columns: &str) -> FieldSpec {
        let text = format!(
            "id = \"x\"\nversion = \"1\"\ntitle = \"x\"\ncontract = 1\nslots = []\n\
             [fields.items]\nlabel = \"台账\"\ntype = \"ledger\"\n[fields.items.columns]\n{columns}"
        );
        let manifest: PluginManifest = toml::from_str(&text).unwrap();
        manifest.fields.values().next().unwrap().clone()
    }

    #[test]
    fn a_row_ends_after_it_begins() {
        for (columns, is_told) in [
            (
                "a = { label = \"受理日期\", type = \"date\" }\nb = { label = \"办结日期\", type = \"date\" }",
                true,
            ),
            (
                "b = { label = \"整改完成日期\", type = \"date\" }\na = { label = \"检查日期\", type = \"date\" }",
                true,
            ),
            (
                "a = { label = \"Received\", type = \"date\" }\nb = { label = \"Closed\", type = \"date\" }",
                true,
            ),
            (
                "a = { label = \"日期\", type = \"date\" }\nb = { label = \"办结日期\", type = \"date\" }",
                false,
            ),
            (
                "a = { label = \"检查日期\", type = \"date\" }\nb = { label = \"上次检查日期\", type = \"date\" }",
                false,
            ),
            (
                "a = { label = \"登记日期\", type = \"date\" }\nb = { label = \"计划完成日期\", type = \"date\" }",
                false,
            ),
        ] {
            let row = serde_json::json!({ "a": "2023-05-10", "b": "2023-05-09" });
            assert_eq!(reversed(&ledger(columns), row.as_object().unwrap()).is_some(), is_told, "{columns}");
            let row = serde_json::json!({ "a": "2023-05-10", "b": "2023-05-10" });
            assert!(reversed(&ledger(columns), row.as_object().unwrap()).is_none(), "{columns}");
        }
    }

    #[test]
    fn a_row_whose_days_stand_unlike_all_others_is_found() {
        let columns =
            "a = { label = \"送去日期\", type = \"date\" }\nb = { label = \"取回日期\", type = \"date\" }";
        let spec = ledger(columns);
        let row = |a: usize, b: usize| serde_json::json!({ "a": format!("2023-05-{a:02}"), "b": format!("2023-05-{b:02}") });
        let mut rows: Vec<Value> = (1..=6).map(|at| row(at, at + at % 3 + 1)).collect();
        assert!(unlike(&spec, &rows).is_none());
        rows.push(row(20, 18));
        let (at, found) = unlike(&spec, &rows).unwrap();
        assert_eq!((at, found.end.label.as_str(), found.begin.label.as_str()), (6, "取回日期", "送去日期"));
        rows.push(row(20, 18));
        assert!(unlike(&spec, &rows).is_none(), "two of them are no slip");
        assert!(unlike(&spec, &rows[2..7]).is_none(), "too few say the order");
    }

    #[test]
    fn rows_are_dated_by_the_first_day_unless_it_is_a_deadline() {
        let of = |label: &str| {
            let spec = ledger(&format!("a = {{ label = \"{label}\", type = \"date\" }}"));
            dated_by(&spec).is_some()
        };
        assert!(of("日期") && of("检查日期") && !of("整改期限") && !of("计划完成日期"));
    }
}
