//! Periods and days as reports write them.

use std::ops::Range;
use std::sync::LazyLock;

use huibian_contract::Period;
use jiff::civil::Date;
use regex::Regex;

/// Which period is meant, seen from the report's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Which {
    /// The report's own.
    This,
    /// The one to come.
    Next,
    /// The one before.
    Last,
}

/// How a period is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PeriodForm {
    /// 2023年第二季度.
    Full,
    /// 第二季度.
    Short,
    /// The year's digits, before the days of a year.
    Year,
}

/// How a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayForm {
    /// 2023年7月5日.
    Full,
    /// 7月5日.
    Short,
    /// 2023-07-05, 2023.7.5.
    Digits,
    /// 5 July 2023.
    English,
    /// 二〇二三年七月五日.
    Hanzi,
    /// 七月五日.
    ShortHanzi,
}

/// A stretch of text that names a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Time {
    /// A period.
    Period(PeriodForm, Vec<Period>),
    /// A day, where its year is said.
    Day(DayForm, Option<Date>, (i8, i8)),
}

const MONTHS: &str = "January|February|March|April|May|June|July|August|September|October|November|December";

struct Patterns {
    day: Regex,
    short_day: Regex,
    digits: Regex,
    english_day: Regex,
    american_day: Regex,
    hanzi: Regex,
    months: Regex,
    short_months: Regex,
    english_months: Regex,
    period: Regex,
    short_period: Regex,
    quarter: Regex,
    month: Regex,
    named: Regex,
    code: Regex,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "written here")]
    let compiled = |pattern: &str| Regex::new(pattern).expect("a pattern compiles");
    Patterns {
        day: compiled(r"^([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日"),
        short_day: compiled(r"^([0-9]{1,2})月([0-9]{1,2})日"),
        digits: compiled(r"^([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})"),
        english_day: compiled(&format!(r"^([0-9]{{1,2}}) ({MONTHS}) ([0-9]{{4}})")),
        american_day: compiled(&format!(r"^({MONTHS}) ([0-9]{{1,2}}), ([0-9]{{4}})")),
        hanzi: compiled(
            r"^(?:([一二][〇○零一二三四五六七八九]{3})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日",
        ),
        months: compiled(
            r"^([0-9]{4}) ?年 ?([0-9]{1,2}) ?月?份? ?(?:—|－|-|–|~|～|至|到) ?([0-9]{1,2}) ?月份?",
        ),
        short_months: compiled(
            r"^([0-9]{1,2}) ?月?份? ?(?:—|－|-|–|~|～|至|到) ?([0-9]{1,2}) ?月份?(?:$|[^0-9份])",
        ),
        english_months: compiled(&format!(r"^({MONTHS})(?: to | ?[–—-] ?)({MONTHS}) ([0-9]{{4}})")),
        period: compiled(
            r"^([0-9]{4}) ?年(?:第?([一二三四1-4])季度|([上下])半年|前三季度|([0-9]{1,2})月份?|度|Q([1-4]))?",
        ),
        short_period: compiled(r"^(?:第?([一二三四])季度|([上下])半年|([0-9]{1,2})月份)"),
        quarter: compiled(r"^(?:([QH][1-4])[ -]?([0-9]{4})|([0-9]{4})[ -]?([QH][1-4]))"),
        month: compiled(&format!(r"^({MONTHS}) ([0-9]{{4}})")),
        named: compiled(
            r"^([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) ([Qq]uarter|[Hh]alf)(?: of| in)? ([0-9]{4})",
        ),
        code: compiled(
            r"(?:^|[^0-9])(([0-9]{4})[-_]?(?:(Q[1-4])|(H[12])|-([0-9]{2}))|(Q[1-4]|H[12])[-_ ]?([0-9]{4})|([0-9]{4}))(?:$|[^0-9])",
        ),
    }
});

/// The time that a text begins with, and how many bytes name it.
pub fn at_start(text: &str) -> Option<(usize, Time)> {
    let patterns = &*PATTERNS;
    let number = |found: Option<regex::Match<'_>>| found.and_then(|found| found.as_str().parse::<i16>().ok());
    let small = |found: Option<regex::Match<'_>>| found.and_then(|found| found.as_str().parse::<i8>().ok());
    let first = text.chars().next()?;
    if !(first.is_ascii_digit()
        || first.is_ascii_uppercase()
        || "第一二三四五六七八九十上下fst".contains(first))
    {
        return None;
    }
    if let Some(found) = patterns.hanzi.captures(text) {
        let (month, day) = (hanzi(&found[2])?, hanzi(&found[3])?);
        let year = found.get(1).map(|year| digits(year.as_str()));
        let date = Date::new(year.as_ref().map_or(Some(2024), |year| year.parse().ok())?, month, day).ok()?;
        let form = if year.is_some() { DayForm::Hanzi } else { DayForm::ShortHanzi };
        return Some((found[0].len(), Time::Day(form, year.map(|_| date), (month, day))));
    }
    if let Some(found) = patterns.day.captures(text) {
        let (month, day) = (small(found.get(2))?, small(found.get(3))?);
        let year = number(found.get(1))?;
        if (month, day) == (1, 1)
            && text[found[0].len()..].starts_with("至")
            && is_year_long(&text[found[0].len()..])
        {
            return Some((4, Time::Period(PeriodForm::Year, vec![format!("{year:04}").parse().ok()?])));
        }
        let date = Date::new(year, month, day).ok()?;
        return Some((found[0].len(), Time::Day(DayForm::Full, Some(date), (month, day))));
    }
    if let Some(found) = patterns.short_day.captures(text) {
        let (month, day) = (small(found.get(1))?, small(found.get(2))?);
        Date::new(2024, month, day).ok()?;
        return Some((found[0].len(), Time::Day(DayForm::Short, None, (month, day))));
    }
    if let Some(found) = patterns.digits.captures(text) {
        let (month, day) = (small(found.get(2))?, small(found.get(3))?);
        let date = Date::new(number(found.get(1))?, month, day).ok()?;
        return Some((found[0].len(), Time::Day(DayForm::Digits, Some(date), (month, day))));
    }
    let month_number = |name: &str| {
        let at = MONTHS.split('|').position(|month| month == name)?;
        i8::try_from(at + 1).ok()
    };
    for (pattern, day, month) in [(&patterns.english_day, 1, 2), (&patterns.american_day, 2, 1)] {
        if let Some(found) = pattern.captures(text) {
            let (month, day) = (month_number(&found[month])?, small(found.get(day))?);
            let date = Date::new(number(found.get(3))?, month, day).ok()?;
            return Some((found[0].len(), Time::Day(DayForm::English, Some(date), (month, day))));
        }
    }
    let (length, form, codes) = period(text)?;
    let periods: Vec<Period> = codes.iter().filter_map(|code| code.parse().ok()).collect();
    (!periods.is_empty()).then_some((length, Time::Period(form, periods)))
}

/// A number up to 31 as hanzi.
fn hanzi(text: &str) -> Option<i8> {
    const DIGITS: &str = "一二三四五六七八九";
    let digit = |c: char| DIGITS.chars().position(|one| one == c).and_then(|at| i8::try_from(at + 1).ok());
    match text.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens.chars().next()?)? };
            let ones = if ones.is_empty() { 0 } else { digit(ones.chars().next()?)? };
            Some(tens * 10 + ones)
        }
        None if text.chars().count() == 1 => digit(text.chars().next()?),
        None => None,
    }
}

/// A year in hanzi as digits.
fn digits(year: &str) -> String {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|one| one == c).unwrap_or(0);
    year.chars().map(|c| digit(c).to_string()).collect()
}

/// Whether 至12月31日 follows.
fn is_year_long(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| c == '至' || c.is_ascii_digit() || c == '年' || c == ' ');
    rest.starts_with("月31日") || rest.contains("月31日") && rest.len() < "2023年12月31日".len()
}

fn period(text: &str) -> Option<(usize, PeriodForm, Vec<String>)> {
    let patterns = &*PATTERNS;
    let quarter = |digit: &str| {
        match digit {
            "一" | "first" => "1",
            "二" | "second" => "2",
            "三" | "third" => "3",
            "四" | "fourth" => "4",
            _ => digit,
        }
        .to_owned()
    };
    let month_of = |name: &str| MONTHS.split('|').position(|month| month == name).map(|at| at + 1);
    if let Some(found) = patterns.english_months.captures(text) {
        let months = (u8::try_from(month_of(&found[1])?).ok()?, u8::try_from(month_of(&found[2])?).ok()?);
        let code = format!("{}{}", &found[3], of_months(months)?);
        return Some((found[0].len(), PeriodForm::Full, vec![code]));
    }
    if let Some(found) = patterns.months.captures(text) {
        let months = (found[2].parse().ok()?, found[3].parse().ok()?);
        return Some((
            found[0].len(),
            PeriodForm::Full,
            vec![format!("{}{}", &found[1], of_months(months)?)],
        ));
    }
    if let Some(found) = patterns.period.captures(text) {
        let year = &found[1];
        let whole = found[0].len();
        let code = if let Some(digit) = found.get(2).or(found.get(5)) {
            format!("{year}Q{}", quarter(digit.as_str()))
        } else if let Some(half) = found.get(3) {
            format!("{year}H{}", if half.as_str() == "上" { 1 } else { 2 })
        } else if let Some(month) = found.get(4) {
            let month: u8 = month.as_str().parse().ok()?;
            // 2023年12月底 is no month of a report.
            // 2023年4月12日 is a day, 2023年4月12345热线 is April and a number.
            let digits = text[whole..].bytes().take_while(u8::is_ascii_digit).count();
            let is_day = (1..3).contains(&digits) && text[whole + digits..].trim_start().starts_with('日');
            if text[whole..].starts_with(['底', '初', '中', '上', '下']) || is_day {
                return None;
            }
            format!("{year}-{month:02}")
        } else if found[0].ends_with("前三季度") {
            format!("{year}Q1-Q3")
        } else if text[whole..].starts_with(['底', '初', '末']) {
            return None;
        } else {
            year.to_owned()
        };
        return Some((whole, PeriodForm::Full, vec![code]));
    }
    if let Some(found) = patterns.quarter.captures(text) {
        let part = found.get(1).or(found.get(4))?.as_str();
        let year = found.get(2).or(found.get(3))?.as_str();
        return Some((found[0].len(), PeriodForm::Full, vec![format!("{year}{part}")]));
    }
    if let Some(found) = patterns.month.captures(text) {
        let month = MONTHS.split('|').position(|month| month == &found[1])? + 1;
        return Some((found[0].len(), PeriodForm::Full, vec![format!("{}-{month:02}", &found[2])]));
    }
    if let Some(found) = patterns.named.captures(text) {
        let letter = if found[2].eq_ignore_ascii_case("quarter") { 'Q' } else { 'H' };
        return Some((
            found[0].len(),
            PeriodForm::Full,
            vec![format!("{}{letter}{}", &found[3], quarter(&found[1].to_lowercase()))],
        ));
    }
    let of_any_year = |part: &str| (1990..2100).map(|year| format!("{year}{part}")).collect::<Vec<String>>();
    if let Some(found) = patterns.short_months.captures(text) {
        let part = of_months((found[1].parse().ok()?, found[2].parse().ok()?))?;
        let end = found.get(2)?.end();
        let length = end + text[end..].find('月')? + '月'.len_utf8();
        let length = length + if text[length..].starts_with('份') { '份'.len_utf8() } else { 0 };
        return Some((length, PeriodForm::Short, of_any_year(part)));
    }
    let found = patterns.short_period.captures(text)?;
    // Of which year it is follows from the report's own period.
    let part = match (found.get(1), found.get(2), found.get(3)) {
        (Some(digit), ..) => format!("Q{}", quarter(digit.as_str())),
        (_, Some(half), _) => if half.as_str() == "上" { "H1" } else { "H2" }.to_owned(),
        (.., Some(month)) => format!("-{:02}", month.as_str().parse::<u8>().ok()?),
        _ => return None,
    };
    Some((found[0].len(), PeriodForm::Short, of_any_year(&part)))
}

/// The part of a year that these months are, as a period's code ends.
fn of_months((first, last): (u8, u8)) -> Option<&'static str> {
    Some(match (first, last) {
        (1, 12) => "",
        (1, 6) => "H1",
        (7, 12) => "H2",
        (1, 3) => "Q1",
        (4, 6) => "Q2",
        (7, 9) => "Q3",
        (10, 12) => "Q4",
        (1, 9) => "Q1-Q3",
        _ => return None,
    })
}

/// The period that a file's name or a title bears, and where it stands.
pub fn in_name(name: &str) -> Option<(Range<usize>, Period)> {
    let written = name.char_indices().find_map(|(at, _)| match at_start(&name[at..])? {
        (length, Time::Period(PeriodForm::Full, periods)) => Some((at..at + length, *periods.first()?)),
        _ => None,
    });
    if written.is_some() {
        return written;
    }
    let found = PATTERNS.code.captures(name)?;
    let range = found.get(1)?.range();
    let part = |at: usize| found.get(at).map(|found| found.as_str().to_owned());
    let code = match (part(2), part(3).or(part(4)), part(5), part(6), part(7), part(8)) {
        (Some(year), None, Some(month), ..) => format!("{year}-{month}"),
        (Some(year), Some(rest), ..) | (.., Some(rest), Some(year), _) => format!("{year}{rest}"),
        (.., Some(year)) => year,
        _ => return None,
    };
    Some((range, code.parse().ok()?))
}

/// Whether a period is the year up to the end of another: 1—6月 in a report of the second quarter.
pub fn is_to_date(own: Period, named: Period) -> bool {
    let year: Option<Period> = named.year().to_string().parse().ok();
    named.end() == own.end()
        && named.start() < own.start()
        && year.is_some_and(|year| year.start() == named.start())
}

/// The periods that a text may name.
pub fn periods(text: &str) -> Vec<Period> {
    match at_start(text) {
        Some((_, Time::Period(_, periods))) => periods,
        _ => Vec::new(),
    }
}

/// Which of a report's periods is meant.
pub fn which(own: Period, named: &[Period]) -> Option<Which> {
    if named.contains(&own) || named.iter().any(|one| is_to_date(own, *one)) {
        return Some(Which::This);
    }
    if own.following().is_some_and(|next| named.contains(&next)) {
        return Some(Which::Next);
    }
    own.previous().is_some_and(|last| named.contains(&last)).then_some(Which::Last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_and_days_are_read_as_written() {
        for (text, length, code) in [
            ("2023年第二季度工作", "2023年第二季度".len(), "2023Q2"),
            ("2023年上半年", "2023年上半年".len(), "2023H1"),
            ("2021年度", "2021年度".len(), "2021"),
            ("2023年6月，", "2023年6月".len(), "2023-06"),
            ("May 2023", 8, "2023-05"),
            ("Q1 2023", 7, "2023Q1"),
            ("2023年4月12345热线", "2023年4月".len(), "2023-04"),
            ("2024年1月至3月。", "2024年1月至3月".len(), "2024Q1"),
            ("third quarter of 2023 and", 21, "2023Q3"),
            ("April to June 2024,", 18, "2024Q2"),
        ] {
            let Some((found, Time::Period(PeriodForm::Full, periods))) = at_start(text) else {
                panic!("{text}")
            };
            assert_eq!((found, periods[0].to_string()), (length, code.to_owned()), "{text}");
        }
        for (text, length) in [
            ("2023年7月5日", "2023年7月5日".len()),
            ("6月30日累计", "6月30日".len()),
            ("5 July 2023.", 11),
            ("二〇二四年十一月二十三日", "二〇二四年十一月二十三日".len()),
            ("三月十日起", "三月十日".len()),
        ] {
            assert!(matches!(at_start(text), Some((found, Time::Day(..))) if found == length), "{text}");
        }
        assert!(at_start("2023年12月底").is_none());
        for (name, code) in [
            ("云溪镇-2023Q1", "2023Q1"),
            ("Ashford-Q1-2023", "2023Q1"),
            ("Parks-2023-05", "2023-05"),
            ("档案2022", "2022"),
        ] {
            assert_eq!(in_name(name).map(|(_, period)| period.to_string()).as_deref(), Some(code), "{name}");
        }
        let period = |code: &str| code.parse::<Period>().unwrap();
        assert_eq!(which(period("2022Q4"), &[period("2022Q1"), period("2023Q1")]), Some(Which::Next));
    }
}
