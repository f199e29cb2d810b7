//! What a cell beside or above a table says of the time that its figures are of: 2023年二季度, 统计时间：2023年1—3月. Knows no sheets.

use huibian_contract::Period;
use jiff::civil::Date;

use crate::date;
use crate::heads::plain;
use crate::sheet_choice::{NamedPeriod, named_period};

/// What stands before such a time.
const LABELS: [&str; 14] = [
    "统计时间",
    "统计时段",
    "统计期间",
    "统计区间",
    "统计周期",
    "统计期",
    "报告期",
    "报告期间",
    "所属期",
    "所属时期",
    "数据期间",
    "起止时间",
    "时间范围",
    "reportingperiod",
];

/// Whether a text names a period or a day, and nothing else.
pub fn is_period(text: &str) -> bool {
    is_plain_period(&plain(text).to_lowercase())
}

/// The same of a text that is plain and in small letters.
pub(crate) fn is_plain_period(text: &str) -> bool {
    const NUMERALS: &str = "〇零一二三四五六七八九十第上下半全前年度月份季日号qh.-—–~至到/";
    let is_made_so = text.chars().all(|c| c.is_ascii_digit() || NUMERALS.contains(c));
    let is_counted =
        text.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十上下半全".contains(c));
    let is_named = text.contains(['年', '月', '季', 'q', 'h']) && !text.starts_with(['月', '年']);
    (is_made_so && is_counted && is_named) || (is_counted && date::parse(text).is_ok())
}

/// What a cell says of a period, where it says nothing else. A single day is no period.
pub fn of_cell(text: &str, period: Period) -> NamedPeriod {
    let text = plain(text);
    let said = match text.split_once(':') {
        Some((label, said)) if LABELS.contains(&label.to_lowercase().as_str()) => said,
        _ if is_period(&text) => &text,
        _ => return NamedPeriod::Nothing,
    };
    match days(said) {
        Some((first, last)) if period.contains(first) && period.contains(last) => NamedPeriod::This,
        Some(_) => NamedPeriod::Other,
        None if date::parse(said).is_ok() || said.contains(['日', '号']) => NamedPeriod::Nothing,
        None => named_period(said, period),
    }
}

/// The first and the last day: 2023年1月1日至3月31日.
fn days(text: &str) -> Option<(Date, Date)> {
    let (first, last) = text.split_once(['至', '到', '—', '–', '~']).or_else(|| text.split_once('-'))?;
    let first = date::parse(first).ok()?;
    let last = last.trim_start_matches(['—', '–', '-']);
    let of_year = |year: String| date::parse(&(year + last)).ok();
    let last = date::parse(last).ok();
    Some((
        first,
        last.or_else(|| of_year(format!("{}年", first.year())))
            .or_else(|| of_year(format!("{}.", first.year())))?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_no_name() {
        for text in [
            "2023年二季度",
            "2023年第二季度",
            "二季度",
            "2023Q2",
            "6月",
            "2023年4—6月",
            "2023年6月30日",
            "2023-06-30",
            "上半年",
        ] {
            assert!(is_period(text), "{text}");
        }
        for text in
            ["云溪镇", "八一", "三", "2023", "年丰乡", "HQ", "月亮湾社区", "第一中学", "12", "二十里铺镇"]
        {
            assert!(!is_period(text), "{text}");
        }
    }

    #[test]
    fn a_cell_says_which_period() {
        let quarter: Period = "2023Q2".parse().unwrap();
        for (text, said) in [
            ("统计时间：2023年1月1日至3月31日", NamedPeriod::Other),
            ("统计期间：2023.1.1—2023.3.31", NamedPeriod::Other),
            ("报告期：2023年一季度", NamedPeriod::Other),
            ("2022年第二季度", NamedPeriod::Other),
            ("一季度", NamedPeriod::Other),
            ("2022年", NamedPeriod::Other),
            ("统计时间：2023年4月1日至6月30日", NamedPeriod::This),
            ("统计时间：2023年4月1日—2023年6月30日", NamedPeriod::This),
            ("2023年4—6月", NamedPeriod::This),
            ("2023年", NamedPeriod::Nothing),
            ("2023年3月31日", NamedPeriod::Nothing),
            ("填报日期：2023年3月31日", NamedPeriod::Nothing),
            ("统计时间：截至2023年3月31日", NamedPeriod::Nothing),
            ("云溪镇", NamedPeriod::Nothing),
        ] {
            assert_eq!(of_cell(text, quarter), said, "{text}");
        }
    }
}
