//! Which period words speak of.

use std::sync::LazyLock;

use huibian_contract::{Basis, Period};

use crate::words::Words;

/// The period that a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The report's own, or another that figures are known of.
    Known(Basis),
    /// Added up, which may be of the period or of the year so far.
    Either,
    /// Another one, or a part of the period.
    Other,
}

/// Words for a period, with what they mean.
const WORDS: [(&str, When); 70] = [
    ("本季度", When::Known(Basis::Now)),
    ("本月", When::Known(Basis::Now)),
    ("本期", When::Known(Basis::Now)),
    ("本年", When::Known(Basis::Now)),
    ("全季", When::Known(Basis::Now)),
    ("目前", When::Known(Basis::Now)),
    ("上一季度", When::Known(Basis::Previous)),
    ("上个季度", When::Known(Basis::Previous)),
    ("上季度", When::Known(Basis::Previous)),
    ("上季", When::Known(Basis::Previous)),
    ("上个月", When::Known(Basis::Previous)),
    ("上月", When::Known(Basis::Previous)),
    ("上期", When::Known(Basis::Previous)),
    ("去年同期", When::Known(Basis::LastYear)),
    ("上年同期", When::Known(Basis::LastYear)),
    ("今年以来", When::Known(Basis::ToDate)),
    ("年初以来", When::Known(Basis::ToDate)),
    ("年初至今", When::Known(Basis::ToDate)),
    ("今年累计", When::Known(Basis::ToDate)),
    ("今年已", When::Known(Basis::ToDate)),
    ("今年", When::Either),
    ("截至目前", When::Either),
    ("截止目前", When::Either),
    ("到目前为止", When::Either),
    ("去年", When::Other),
    ("上年", When::Other),
    ("往年", When::Other),
    ("历年", When::Other),
    ("近年", When::Other),
    ("此前", When::Other),
    ("以往", When::Other),
    ("过去", When::Other),
    ("上旬", When::Other),
    ("中旬", When::Other),
    ("下旬", When::Other),
    ("期间", When::Other),
    ("当天", When::Other),
    ("当日", When::Other),
    ("成立以来", When::Other),
    ("汛期", When::Other),
    ("暑期", When::Other),
    ("暑假", When::Other),
    ("寒假", When::Other),
    ("假期", When::Other),
    ("节前", When::Other),
    ("节后", When::Other),
    ("春节", When::Other),
    ("国庆", When::Other),
    ("中秋", When::Other),
    ("端午", When::Other),
    ("清明", When::Other),
    ("元旦", When::Other),
    ("农忙", When::Other),
    ("春耕", When::Other),
    ("三夏", When::Other),
    ("秋收", When::Other),
    ("活动月", When::Other),
    ("宣传月", When::Other),
    ("活动周", When::Other),
    ("宣传周", When::Other),
    ("开学", When::Other),
    ("春季", When::Other),
    ("夏季", When::Other),
    ("秋季", When::Other),
    ("冬季", When::Other),
    ("植树节", When::Other),
    ("近两年", When::Other),
    ("近三年", When::Other),
    ("近五年", When::Other),
    ("前期", When::Other),
];
static PERIOD_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(WORDS.map(|(word, _)| word)));
const NUMERALS: [char; 4] = ['一', '二', '三', '四'];

/// The period that words of a report of another one speak of: the last that they name, or nothing.
pub fn when(words: &str, period: Period) -> Option<When> {
    let mut last: Option<(usize, When)> = None;
    let mut take = |at: usize, when: When| {
        if last.is_none_or(|(known, _)| known <= at) {
            last = Some((at, when));
        }
    };
    // Of words that begin in one place the longest.
    let found = PERIOD_WORDS.all(words).map(|(word, at)| (at, WORDS[word]));
    if let Some((at, (_, when))) = found.max_by_key(|(at, (word, _))| (*at, word.len())) {
        take(at, when);
    }
    for (at, _) in words.match_indices("季度") {
        if let Some(when) = quarter(&words[..at], period) {
            take(at, when);
        }
    }
    for word in ["上半年", "前三季度", "前两季度", "两个季度合", "两个季度共", "全年"]
    {
        if let Some(at) = words.rfind(word) {
            take(at + if word == "全年" { 0 } else { "上半".len() }, so_far(word, period));
        }
    }
    for (at, _) in words.match_indices('月') {
        if let Some(when) = month(&words[..at], &words[at..], period) {
            take(at, when);
        }
    }
    for (at, _) in words.match_indices('年') {
        if let Some(when) = year(&words[..at], period) {
            take(at, when);
        }
    }
    last.map(|(_, when)| when).or_else(|| words.contains("累计").then_some(When::Either))
}

/// A quarter by its number: 一季度, 第2季度.
fn quarter(before: &str, period: Period) -> Option<When> {
    let last = before.chars().next_back()?;
    let rest = before.trim_end_matches(last);
    // 上一季度 names none by its number.
    if before.ends_with('前') || rest.ends_with(['前', '上', '下', '这', '每', '同']) {
        return None;
    }
    let number = NUMERALS.iter().position(|c| *c == last).or_else(|| "1234".find(last))? + 1;
    let year = year_of(rest.trim_end_matches('第'), period);
    let is = |period: Option<Period>| {
        period.is_some_and(|period| {
            let name = period.to_string();
            let is_of_year = year.is_none_or(|year| year == period.year());
            name.ends_with(&format!("Q{number}")) && !name.contains('-') && is_of_year
        })
    };
    // 一至四季度.
    let from = rest.trim_end_matches(['至', '到', '—', '-', '–', '～', '~']);
    let is_from_first = from.len() < rest.len() && from.trim_end_matches("季度").ends_with(['一', '1']);
    Some(if is_from_first {
        if is(Some(period)) { When::Known(Basis::ToDate) } else { When::Other }
    } else if is(Some(period)) {
        When::Known(Basis::Now)
    } else if is(period.previous()) {
        When::Known(Basis::Previous)
    } else if year.is_some() && is(period.last_year()) {
        When::Known(Basis::LastYear)
    } else {
        When::Other
    })
}

/// The year that is named right before a quarter: 去年, 2025年.
fn year_of(before: &str, period: Period) -> Option<i16> {
    let before = before.strip_suffix('年')?;
    match before.chars().next_back()? {
        '今' | '本' => Some(period.year()),
        '去' | '上' => Some(period.year() - 1),
        '前' => Some(period.year() - 2),
        _ => before.get(before.len().checked_sub(4)?..)?.parse().ok(),
    }
}

/// A year by its number: the report's own may be the year so far.
fn year(before: &str, period: Period) -> Option<When> {
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let number = before[before.len() - digits..].parse::<i16>().ok().filter(|_| digits == 4)?;
    let is_own = number == period.year() && !before[..before.len() - digits].ends_with('自');
    Some(if is_own { When::Either } else { When::Other })
}

/// A month by its number: 6月 is a part of the period, 1至6月 or 截至6月底 may be all the year so far.
fn month(before: &str, after: &str, period: Period) -> Option<When> {
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let rest = before.trim_end_matches(is_digit);
    let number = &before[rest.len()..];
    if number.is_empty() {
        return None;
    }
    if number.parse() != Ok(period.end().month()) {
        return Some(When::Other);
    }
    let from = rest.trim_end_matches(['至', '到', '—', '-', '–', '～', '~']);
    let from = from.strip_suffix('月').unwrap_or(from);
    let is_from_january = from.len() < rest.len() && from.ends_with('1') && !from.ends_with("11");
    let is_up_to = ["截至", "截止", "截止到", "截至到"].iter().any(|word| rest.ends_with(word))
        && ["月底", "月末", "月30日", "月31日"].iter().any(|end| after.starts_with(end));
    Some(match () {
        () if is_from_january => When::Known(Basis::ToDate),
        () if is_up_to => When::Either,
        () => When::Other,
    })
}

/// The year so far, where the period is the last of what the word says.
fn so_far(word: &str, period: Period) -> When {
    let name = period.to_string();
    let is_end = match word {
        "上半年" | "前两季度" | "两个季度合" | "两个季度共" => {
            name.ends_with("Q2") || name.ends_with("-06")
        }
        "全年" => period.end().month() == 12,
        _ => name.ends_with("Q3") || name.ends_with("-09"),
    };
    match name.as_str() {
        name if word == "上半年" && name.ends_with("H1") => When::Known(Basis::Now),
        name if word == "全年" && name.len() == 4 => When::Known(Basis::Now),
        _ if is_end => When::Known(Basis::ToDate),
        _ => When::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_periods() {
        let named = |words: &str| when(words, "2023Q2".parse().unwrap());
        for (words, is) in [
            ("本季度共检查", Some(When::Known(Basis::Now))),
            ("二季度", Some(When::Known(Basis::Now))),
            ("一季度查出的", Some(When::Known(Basis::Previous))),
            ("上一季度", Some(When::Known(Basis::Previous))),
            ("一至二季度", Some(When::Known(Basis::ToDate))),
            ("1季度到2季度", Some(When::Known(Basis::ToDate))),
            ("一到三季度", Some(When::Other)),
            ("由上季度的8次变为本季度的", Some(When::Known(Basis::Now))),
            ("今年以来累计召开", Some(When::Known(Basis::ToDate))),
            ("累计召开", Some(When::Either)),
            ("上半年共组织", Some(When::Known(Basis::ToDate))),
            ("前三季度", Some(When::Other)),
            ("两个季度合起来", Some(When::Known(Basis::ToDate))),
            ("5月", Some(When::Other)),
            ("6月", Some(When::Other)),
            ("截至6月底", Some(When::Either)),
            ("截止6月30日", Some(When::Either)),
            ("截至5月底", Some(When::Other)),
            ("1至6月", Some(When::Known(Basis::ToDate))),
            ("1月—6月", Some(When::Known(Basis::ToDate))),
            ("4至6月", Some(When::Other)),
            ("今年共组织", Some(When::Either)),
            ("今年一季度", Some(When::Known(Basis::Previous))),
            ("去年同期", Some(When::Known(Basis::LastYear))),
            ("去年二季度", Some(When::Known(Basis::LastYear))),
            ("2022年第2季度", Some(When::Known(Basis::LastYear))),
            ("2023年二季度", Some(When::Known(Basis::Now))),
            ("去年一季度", Some(When::Other)),
            ("汛期检查", Some(When::Other)),
            ("全年共检查", Some(When::Other)),
            ("共检查", None),
        ] {
            assert_eq!(named(words), is, "{words}");
        }
    }
}
