//! Names that say a time beside what they are of: 本季度走访次数, 投入金额（本期，万元）, 走访台账（一季度）. Knows no fields.

use huibian_contract::Period;

use crate::date;
use crate::heads::plain;
use crate::period_said;
use crate::sheet_choice::{NamedPeriod, named_period};

/// Words for the time that a table is of, whichever it is.
const THIS: [&str; 4] = ["本期", "当期", "报告期", "本报告期"];
/// Words for the time that a table is of, by its months.
const THIS_LONG: [(i8, &[&str]); 4] = [
    (1, &["本月", "当月", "本月度"]),
    (3, &["本季", "本季度", "当季", "当季度"]),
    (6, &["本半年", "本半年度"]),
    (12, &["本年", "本年度", "当年", "今年", "全年"]),
];
/// Words for another time.
const OTHER: [&str; 16] = [
    "上期",
    "上季",
    "上季度",
    "上月",
    "上年",
    "上年度",
    "去年",
    "往年",
    "同期",
    "上年同期",
    "去年同期",
    "累计",
    "本年累计",
    "年初累计",
    "全年累计",
    "历年累计",
];
/// What may follow such a word.
const TAILS: [&str; 7] = ["实际数", "完成数", "发生数", "实际", "完成", "数", "的"];
/// No time is said in more bytes; what is longer is not looked at.
const LONGEST: usize = 120;
/// What may stand between the time and the name.
const BETWEEN: [char; 6] = ['-', '—', '_', '·', ':', '/'];
/// What parts things within brackets.
const PARTS: [char; 3] = [',', ';', '、'];

/// A name without the time that it says in front, behind or in brackets, and that time; both without spaces.
pub fn parted(name: &str) -> Option<(String, String)> {
    let name = plain(name);
    if is_time(&name) {
        return None;
    }
    bracketed(&name).or_else(|| in_front(&name)).or_else(|| behind(&name))
}

/// Whether a time that a name says is a period.
pub fn said_of(time: &str, period: Period) -> NamedPeriod {
    let time = without_tail(time);
    let months = period.end().month() - period.start().month() + 1;
    if THIS.contains(&time) {
        return NamedPeriod::This;
    }
    if OTHER.contains(&time) {
        return NamedPeriod::Other;
    }
    if let Some((long, _)) = THIS_LONG.iter().find(|(_, words)| words.contains(&time)) {
        return match long {
            long if *long == months => NamedPeriod::This,
            // 本年 may be a part of the year, beside that of the year before.
            12 => NamedPeriod::Nothing,
            _ => NamedPeriod::Other,
        };
    }
    if is_day(time) { NamedPeriod::Nothing } else { named_period(time, period) }
}

/// Whether a text says a time that is no day, and nothing else: 本季度, 一季度, 上年同期.
pub fn is_period(text: &str) -> bool {
    let text = plain(text);
    is_time(&text) && !is_day(without_tail(&text))
}

fn bracketed(name: &str) -> Option<(String, String)> {
    let (mut from, mut found) = (0, None);
    while let Some(open) = name[from..].find('(').map(|at| from + at) {
        let close = open + name[open..].find(')')?;
        let within: Vec<&str> = name[open + 1..close].split(PARTS).collect();
        if let Some(time) = within.iter().find(|part| is_time(part)) {
            let rest: Vec<&str> = within.iter().copied().filter(|part| part != time).collect();
            let rest = if rest.is_empty() { String::new() } else { format!("({})", rest.join(",")) };
            let bare = format!("{}{rest}{}", &name[..open], &name[close + 1..]);
            found = (open > 0).then(|| (bare, (*time).to_owned()));
            break;
        }
        from = close + 1;
    }
    found
}

fn in_front(name: &str) -> Option<(String, String)> {
    let ends = name.char_indices().map(|(at, _)| at).rev();
    let end = ends.filter(|at| *at > 0).find(|at| is_time(name[..*at].trim_end_matches(BETWEEN)))?;
    let rest = name[end..].trim_start_matches(BETWEEN);
    (!rest.is_empty()).then(|| (rest.to_owned(), name[..end].trim_end_matches(BETWEEN).to_owned()))
}

fn behind(name: &str) -> Option<(String, String)> {
    let mut starts = name.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
    let start = starts.find(|at| is_time(name[*at..].trim_start_matches(BETWEEN)))?;
    let rest = name[..start].trim_end_matches(BETWEEN);
    (!rest.is_empty()).then(|| (rest.to_owned(), name[start..].trim_start_matches(BETWEEN).to_owned()))
}

fn is_time(text: &str) -> bool {
    let bare = without_tail(text);
    let is_word = || THIS_LONG.iter().any(|(_, words)| words.contains(&bare));
    (1..=LONGEST).contains(&bare.len())
        && (THIS.contains(&bare) || OTHER.contains(&bare) || is_word() || period_said::is_period(bare))
}

fn is_day(time: &str) -> bool {
    time.contains(['日', '号']) || date::parse(time).is_ok()
}

fn without_tail(text: &str) -> &str {
    TAILS.iter().find_map(|tail| text.strip_suffix(tail)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_parted_from_its_time() {
        for (text, name, time) in [
            ("本季度走访次数", "走访次数", "本季度"),
            ("本期数：走访次数（次）", "走访次数(次)", "本期数"),
            ("走访次数-本期", "走访次数", "本期"),
            ("投入金额（本季度）", "投入金额", "本季度"),
            ("投入金额（本期，万元）", "投入金额(万元)", "本期"),
            ("投入金额（万元）（本季度）", "投入金额(万元)", "本季度"),
            ("2023年二季度走访次数", "走访次数", "2023年二季度"),
            ("走访台账（一季度）", "走访台账", "一季度"),
            ("走访台账2023Q2", "走访台账", "2023Q2"),
            ("本年累计走访次数", "走访次数", "本年累计"),
            ("本季度完成投入金额", "投入金额", "本季度完成"),
        ] {
            assert_eq!(parted(text), Some((name.to_owned(), time.to_owned())), "{text}");
        }
        for text in
            ["走访次数", "走访次数（次）", "月报次数", "本季度", "（本季度）", "三会一课次数", "年度考核数"]
        {
            assert_eq!(parted(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_is_the_periods_or_anothers() {
        let quarter: Period = "2023Q2".parse().unwrap();
        for (time, said) in [
            ("本季度", NamedPeriod::This),
            ("本期数", NamedPeriod::This),
            ("二季度", NamedPeriod::This),
            ("4-6月", NamedPeriod::This),
            ("本月", NamedPeriod::Other),
            ("上季度", NamedPeriod::Other),
            ("本年累计", NamedPeriod::Other),
            ("一季度", NamedPeriod::Other),
            ("本年", NamedPeriod::Nothing),
            ("2023年", NamedPeriod::Nothing),
            ("6月30日", NamedPeriod::Nothing),
        ] {
            assert_eq!(said_of(time, quarter), said, "{time}");
        }
        assert_eq!(said_of("本年", "2023".parse().unwrap()), NamedPeriod::This);
        assert_eq!(said_of("当月", "2023-06".parse().unwrap()), NamedPeriod::This);
    }
}
