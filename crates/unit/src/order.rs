//! Dates of a ledger's rows that stand in the wrong order: a review before its inspection, an end before its beginning.

use huibian_contract::manifest::Column;
use huibian_contract::{ColumnType, FieldSpec, Name, day};
use jiff::civil::Date;
use serde_json::{Map, Value};

/// Words of a column that says when something began, and when it ended.
const BEGINS: [&str; 19] = [
    "开始", "起始", "开工", "启动", "受理", "收到", "登记", "立案", "交办", "发现", "检查", "巡查", "申请",
    "报名", "签订", "start", "begin", "opened", "received",
];
const ENDS: [&str; 22] = [
    "结束",
    "终止",
    "完成",
    "完工",
    "竣工",
    "办结",
    "结案",
    "整改",
    "复查",
    "验收",
    "销号",
    "答复",
    "反馈",
    "回访",
    "归还",
    "到期",
    "期限",
    "end",
    "finish",
    "closed",
    "completed",
    "settled",
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
    fn rows_are_dated_by_the_first_day_unless_it_is_a_deadline() {
        let of = |label: &str| {
            let spec = ledger(&format!("a = {{ label = \"{label}\", type = \"date\" }}"));
            dated_by(&spec).is_some()
        };
        assert!(of("日期") && of("检查日期") && !of("整改期限") && !of("计划完成日期"));
    }
}
