//! What a ledger's row says that cannot be: more of a part than of its whole, and a day for what is said not to be done.

use huibian_contract::manifest::Column;
use huibian_contract::{ColumnType, FieldSpec, Name};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::order::date;

/// Words of a column that counts all who took part, or all that was looked at.
#[rustfmt::skip]
const WHOLES: [&str; 24] = [
    "筛查", "检查", "体检", "受检", "抽检", "抽查", "送检", "抽样", "检测", "应到", "应参加", "应试", "参训", "受训", "参加", "参考", "报名", "培训",
    "申请", "申报", "受理", "收到", "发放", "接种",
];
/// Words of a column that counts some of these.
const PARTS: [&str; 18] = [
    "异常", "阳性", "合格", "通过", "及格", "达标", "优秀", "取证", "拿证", "结业", "缺席", "缺勤", "实到",
    "录用", "收回", "回收", "采纳", "办结",
];
/// The same of what was found, or asked for, and what was done with it.
const FOUND: [&str; 6] = ["发现", "查出", "收集", "征集", "接到", "排查"];
#[rustfmt::skip]
const DEALT_WITH: [&str; 19] = [
    "当场", "整改", "处置", "处理", "销号", "消除", "化解", "落实", "解决", "采纳", "立行立改", "改正", "修复", "纠正", "排除", "治理", "办结", "修好",
    "完成",
];
/// What ends the name of a column of numbers: of two that count alike it is the same.
const COUNTED: [&str; 16] = [
    "人次", "人数", "批次", "户数", "件数", "份数", "家次", "家数", "次数", "处数", "场次", "个数", "台数",
    "辆次", "数量", "数",
];

/// A column, by name.
type Named<'s> = (&'s Name, &'s Column);

/// The columns of a ledger that bear on each other so.
#[derive(Default)]
pub struct Parted<'s> {
    /// A whole, and its parts.
    parts: Vec<(Named<'s>, Vec<Named<'s>>)>,
    /// What says whether something is done, and when.
    done: Vec<(Named<'s>, Named<'s>)>,
}

/// A part that is more than its whole.
pub struct Exceeding<'s> {
    /// The part's column.
    pub part: Named<'s>,
    /// What it says.
    pub given: Decimal,
    /// The whole's column.
    pub whole: Named<'s>,
    /// What that says.
    pub most: Decimal,
}

/// A day on which something was done of which the row says that it was not.
pub struct Undone<'s> {
    /// The day's column.
    pub column: Named<'s>,
    /// The day.
    pub day: Date,
    /// The column that says no.
    pub flag: Named<'s>,
}

impl<'s> Parted<'s> {
    /// The columns of this ledger: of a whole there is one, and its parts count alike.
    pub fn of(spec: &'s FieldSpec) -> Self {
        let numbers = |words: &'static [&'static str]| {
            spec.columns.iter().filter(move |(_, column)| {
                matches!(column.kind, ColumnType::Integer | ColumnType::Decimal)
                    && words.iter().any(|word| column.label.starts_with(word))
            })
        };
        let alike = |part: &Column, whole: &Column| {
            let own = counted(&part.label);
            own == counted(&whole.label) && (own.is_some() || part.measure == whole.measure)
        };
        let of = |wholes: &'static [&'static str], parts: &'static [&'static str]| {
            let mut wholes = numbers(wholes);
            let whole = wholes.next().filter(|_| wholes.next().is_none())?;
            let is_part = |(name, part): &Named<'s>| *name != whole.0 && alike(part, whole.1);
            Some((whole, numbers(parts).filter(is_part).collect::<Vec<_>>()))
        };
        let parts = [of(&WHOLES, &PARTS), of(&FOUND, &DEALT_WITH)].into_iter().flatten();
        let parts = parts.filter(|(_, parts)| !parts.is_empty()).collect();
        let flags = spec.columns.iter().filter(|(_, column)| column.kind == ColumnType::Boolean);
        let done = flags.filter_map(|flag| {
            let deed = ["是否已", "是否", "已"].iter().find_map(|word| flag.1.label.strip_prefix(word))?;
            Some((flag, spec.columns.iter().find(|(_, column)| is_day_of(column, deed))?))
        });
        Self { parts, done: done.collect() }
    }

    /// The part of a row that is more than its whole.
    pub fn exceeding(&self, row: &Map<String, Value>) -> Option<Exceeding<'s>> {
        self.parts.iter().find_map(|(whole, parts)| {
            let most = number(row, whole.0)?;
            parts.iter().find_map(|part| {
                let given = number(row, part.0).filter(|given| *given > most)?;
                Some(Exceeding { part: *part, given, whole: *whole, most })
            })
        })
    }

    /// 是否整改 is no, and there is a 整改日期.
    pub fn undone(&self, row: &Map<String, Value>) -> Option<Undone<'s>> {
        let mut not =
            self.done.iter().filter(|(flag, _)| row.get(flag.0.as_str()) == Some(&Value::Bool(false)));
        not.find_map(|(flag, column)| {
            Some(Undone { column: *column, day: date(row, column.0)?, flag: *flag })
        })
    }
}

/// Whether a column says when something was done.
fn is_day_of(column: &Column, deed: &str) -> bool {
    let day = ["日期", "时间"].iter().find_map(|word| column.label.strip_suffix(word));
    column.kind == ColumnType::Date && day.is_some_and(|day| day.trim_start_matches("完成") == deed)
}

fn counted(label: &str) -> Option<&'static str> {
    COUNTED.into_iter().find(|word| label.ends_with(word))
}

/// The number in a column of a row, whole or with a point; nothing where there is none.
pub fn number(row: &Map<String, Value>, name: &Name) -> Option<Decimal> {
    match row.get(name.as_str())? {
        Value::Number(number) => number.to_string().parse().ok(),
        Value::String(number) => number.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use huibian_contract::PluginManifest;

    use super::*;

    fn ledger(columns: &[(&str, &str)]) -> FieldSpec {
        let mut text = "id = \"x\"\nversion = \"1\"\ntitle = \"x\"\ncontract = 1\nslots = []\n\
             [fields.items]\nlabel = \"台账\"\ntype = \"ledger\"\n"
            .to_owned();
        for (at, (label, kind)) in columns.iter().enumerate() {
            let _ = writeln!(text, "columns.c{at} = {{ label = \"{label}\", type = \"{kind}\" }}");
        }
        let manifest: PluginManifest = toml::from_str(&text).unwrap();
        manifest.fields.values().next().unwrap().clone()
    }

    #[test]
    fn a_part_is_no_more_than_its_whole() {
        for (whole, part, is_told) in [
            ("筛查人数", "异常人数", true),
            ("抽检批次", "合格批次", true),
            ("参训人数", "取证人数", true),
            ("应到人数", "实到人数", true),
            ("发放份数", "收回份数", true),
            ("发现处数", "当场处理处数", true),
            ("发现问题", "整改问题", true),
            ("收集需求", "落实需求", true),
            ("发现问题", "改正问题", true),
            ("排查隐患", "治理隐患", true),
            ("发现问题", "处置人数", false),
            ("检查家次", "发现隐患", false),
            ("检查家次", "合格人数", false),
            ("参训人数", "合格率", false),
            ("计划人数", "实到人数", false),
        ] {
            let spec = ledger(&[(whole, "integer"), (part, "integer")]);
            let row = |part: u32| serde_json::json!({ "c0": 12, "c1": part });
            let is_told_of = |part| Parted::of(&spec).exceeding(row(part).as_object().unwrap()).is_some();
            assert_eq!((is_told_of(13), is_told_of(12)), (is_told, false), "{whole} {part}");
        }
    }

    #[test]
    fn what_is_not_done_has_no_day() {
        for (flag, day, is_told) in [
            ("是否整改", "整改日期", true),
            ("是否办结", "办结日期", true),
            ("是否已修复", "完成修复时间", true),
            ("是否整改", "检查日期", false),
            ("是否重点", "整改日期", false),
        ] {
            let spec = ledger(&[(flag, "boolean"), (day, "date")]);
            let is_told_of = |flag: bool, day: &str| {
                let row = serde_json::json!({ "c0": flag, "c1": day });
                Parted::of(&spec).undone(row.as_object().unwrap()).is_some()
            };
            assert_eq!(is_told_of(false, "2023-05-10"), is_told, "{flag} {day}");
            assert!(!is_told_of(true, "2023-05-10") && !is_told_of(false, ""));
        }
    }
}
