//! Periods and days as reports write them.

use std::ops::Range;
use std::sync::LazyLock;

use huibian_contract::Period;
use jiff::civil::Date;
use regex::Regex;

pub use crate::day::DayForm;
use crate::day::{self, MONTH};

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

/// A stretch of text that names a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Time {
    /// A period.
    Period(PeriodForm, Vec<Period>),
    /// A day, where its year is said.
    Day(DayForm, Option<Date>, (i8, i8)),
}

struct Patterns {
    months: Regex,
    short_months: Regex,
    english_months: Regex,
    period: Regex,
    short_period: Regex,
    quarter: Regex,
    month: Regex,
    named: Regex,
    brief: Regex,
    days: Regex,
    year_long: Regex,
    term: Regex,
    season: Regex,
    english_term: Regex,
    week: Regex,
    ended: Regex,
    code: Regex,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "written here")]
    let compiled = |pattern: &str| Regex::new(pattern).expect("a pattern compiles");
    Patterns {
        brief: compiled(r"^[0-9]{2}年(?:第?[一二三四1-4]季度|[上下]半年|前三季度|[0-9]{1,2}月份)"),
        days: compiled(
            r"^([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?1 ?日 ?(?:至|到|—|－|-|–|~|～) ?(?:([0-9]{4}) ?年 ?)?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日",
        ),
        year_long: compiled(r"^([0-9]{4})年1月1日至(?:[0-9]{4}年)?12月31日"),
        months: compiled(
            r"^([0-9]{4}) ?年度? ?([0-9]{1,2}) ?月?份? ?(?:—|－|-|–|~|～|至|到) ?([0-9]{1,2}) ?月份?",
        ),
        short_months: compiled(
            r"^([0-9]{1,2}) ?月?份? ?(?:—|－|-|–|~|～|至|到) ?([0-9]{1,2}) ?月份?(?:$|[^0-9份])",
        ),
        english_months: compiled(&format!(r"^({MONTH})(?: to | ?[–—-] ?)({MONTH}) ([0-9]{{4}})")),
        period: compiled(
            r"^([0-9]{4}) ?年(?:度? ?(?:第?([一二三四1-4])季度|([上下])半年|前三季度|([0-9]{1,2}|十[一二]?|[一二三四五六七八九])月份?|第 ?([0-9]{1,2}) ?周|Q([1-4]))|度)?",
        ),
        short_period: compiled(
            r"^(?:第?([一二三四])季度|([上下])半年|([0-9]{1,2})月份|第 ?([0-9]{1,2}) ?周)",
        ),
        term: compiled(
            r"^(?:([0-9]{4})(?: ?[-—－–~～/至] ?([0-9]{2,4}))? ?学年度? ?)?(?:第([一二])学期|([上下])学期)",
        ),
        season: compiled(r"^([0-9]{4}) ?年? ?([春秋])季?学期"),
        english_term: compiled(
            r"^([Aa]utumn|[Ff]all|[Ss]pring|[Ff]irst|[Ss]econd) (?:[Tt]erm|[Ss]emester)(?: of)? ([0-9]{4})(?:[-–/]([0-9]{2,4}))?",
        ),
        week: compiled(r"^[Ww]eek ([0-9]{1,2})(?:,| of)? ([0-9]{4})"),
        ended: compiled(
            r"^(?:[Qq]uarter|[Hh]alf[- ]year|[Yy]ear|[Mm]onth|[Ww]eek|[Tt]hree months|[Ss]ix months|[Tt]welve months) (?:ended|ending|to)(?: on)? ",
        ),
        quarter: compiled(r"^(?:([QH][1-4])[ -]?([0-9]{4})|([0-9]{4})[ -]?([QH][1-4]))"),
        month: compiled(&format!(r"^({MONTH}) ([0-9]{{4}})")),
        named: compiled(
            r"^([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth) ([Qq]uarter|[Hh]alf)(?: of| in)? ([0-9]{4})",
        ),
        code: compiled(
            r"(?:^|[^0-9])(([0-9]{4})[-_]?(?:(Q[1-4])|(H[12]|W[0-9]{2}|T[12])|-([0-9]{2}))|(Q[1-4]|H[12])[-_ ]?([0-9]{4})|([0-9]{4}))(?:$|[^0-9])",
        ),
    }
});

/// The time that a text begins with, and how many bytes name it.
pub fn at_start(text: &str) -> Option<(usize, Time)> {
    let first = text.chars().next()?;
    if !(first.is_ascii_digit()
        || first.is_ascii_uppercase()
        || "第一二三四五六七八九十上下春秋fsthqymwa".contains(first))
    {
        return None;
    }
    if let Some(year) = year_of_days(text) {
        return Some((4, Time::Period(PeriodForm::Year, vec![year])));
    }
    if let Some((length, period)) = of_days(text) {
        return Some((length, Time::Period(PeriodForm::Full, vec![period])));
    }
    if let Some((length, form, date, parts)) = day::at_start(text) {
        return Some((length, Time::Day(form, date, parts)));
    }
    let (length, form, codes) = period(text)?;
    let periods: Vec<Period> = codes.iter().filter_map(|code| code.parse().ok()).collect();
    (!periods.is_empty()).then_some((length, Time::Period(form, periods)))
}

/// The year of 2023年1月1日至12月31日.
fn year_of_days(text: &str) -> Option<Period> {
    let found = PATTERNS.year_long.captures(text)?;
    found[1].parse().ok()
}

/// A period that is told by its first and its last day: 2023年7月1日至9月30日.
fn of_days(text: &str) -> Option<(usize, Period)> {
    let found = PATTERNS.days.captures(text)?;
    if found.get(3).is_some_and(|year| year.as_str() != &found[1]) {
        return None;
    }
    let months = (found[2].parse().ok()?, found[4].parse().ok()?);
    let part = if months.0 == months.1 { format!("-{:02}", months.0) } else { of_months(months)?.to_owned() };
    let period: Period = format!("{}{part}", &found[1]).parse().ok()?;
    let last: i8 = found[5].parse().ok()?;
    (period.end().day() == last).then(|| (found[0].len(), period))
}

/// A period that is written with its year in hanzi: 二〇二三年第四季度.
fn in_hanzi(text: &str) -> Option<(usize, PeriodForm, Vec<String>)> {
    let year: String = text.chars().take(4).collect();
    let rest = text[year.len()..].strip_prefix('年')?;
    let (length, form, codes) = period(&format!("{}年{rest}", day::digits(&year)?))?;
    Some((length - 4 + year.len(), form, codes))
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
    if text.starts_with(['一', '二'])
        && let Some(found) = in_hanzi(text)
    {
        return Some(found);
    }
    if patterns.brief.is_match(text) {
        let (length, form, codes) = period(&format!("20{text}"))?;
        return Some((length - 2, form, codes));
    }
    if let Some(found) = special(text) {
        return Some(found);
    }
    if let Some(found) = patterns.english_months.captures(text) {
        let months = (day::month(&found[1])?, day::month(&found[2])?);
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
        let code = if let Some(digit) = found.get(2).or(found.get(6)) {
            format!("{year}Q{}", quarter(digit.as_str()))
        } else if let Some(half) = found.get(3) {
            format!("{year}H{}", if half.as_str() == "上" { 1 } else { 2 })
        } else if let Some(month) = found.get(4) {
            let month = month.as_str();
            let month: i8 = month.parse().ok().or_else(|| day::hanzi(month))?;
            // 2023年12月底 is no month of a report.
            // 2023年4月12日 is a day, 2023年4月12345热线 is April and a number.
            let digits = text[whole..].bytes().take_while(u8::is_ascii_digit).count();
            let is_day = (1..3).contains(&digits) && text[whole + digits..].trim_start().starts_with('日');
            if text[whole..].starts_with(['底', '初', '中', '上', '下']) || is_day {
                return None;
            }
            format!("{year}-{month:02}")
        } else if let Some(week) = found.get(5) {
            format!("{year}W{:02}", week.as_str().parse::<u8>().ok()?)
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
        let month = day::month(&found[1])?;
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
        _ if let Some(week) = found.get(4) => format!("W{:02}", week.as_str().parse::<u8>().ok()?),
        (Some(digit), ..) => format!("Q{}", quarter(digit.as_str())),
        (_, Some(half), _) => if half.as_str() == "上" { "H1" } else { "H2" }.to_owned(),
        (.., Some(month)) => format!("-{:02}", month.as_str().parse::<u8>().ok()?),
        _ => return None,
    };
    Some((found[0].len(), PeriodForm::Short, of_any_year(&part)))
}

/// School terms, weeks and the periods that are told by their last day in English.
fn special(text: &str) -> Option<(usize, PeriodForm, Vec<String>)> {
    let patterns = &*PATTERNS;
    if let Some(found) = patterns.term.captures(text) {
        let is_first = found.get(3).or(found.get(4)).is_some_and(|term| matches!(term.as_str(), "一" | "上"));
        let term = if is_first { "T1" } else { "T2" };
        return Some(match found.get(1) {
            Some(year) => (found[0].len(), PeriodForm::Full, vec![format!("{}{term}", year.as_str())]),
            None => (
                found[0].len(),
                PeriodForm::Short,
                (1990..2100).map(|year| format!("{year}{term}")).collect(),
            ),
        });
    }
    // The spring's is the second of the school year that began the year before.
    let of_season = |is_spring: bool, year: &str| {
        let year: i16 = year.parse().ok()?;
        Some(if is_spring { format!("{}T2", year - 1) } else { format!("{year}T1") })
    };
    if let Some(found) = patterns.season.captures(text) {
        return Some((found[0].len(), PeriodForm::Full, vec![of_season(&found[2] == "春", &found[1])?]));
    }
    if let Some(found) = patterns.english_term.captures(text) {
        let code = match found[1].to_lowercase().as_str() {
            "first" => format!("{}T1", &found[2]),
            "second" => format!("{}T2", &found[2]),
            "spring" if found.get(3).is_some() => format!("{}T2", &found[2]),
            season => of_season(season == "spring", &found[2])?,
        };
        return Some((found[0].len(), PeriodForm::Full, vec![code]));
    }
    if let Some(found) = patterns.week.captures(text) {
        let week: u8 = found[1].parse().ok()?;
        return Some((found[0].len(), PeriodForm::Full, vec![format!("{}W{week:02}", &found[2])]));
    }
    let opening = patterns.ended.find(text)?;
    let (length, _, date, _) = day::at_start(&text[opening.end()..])?;
    let end = date?;
    let (year, month) = (end.year(), end.month());
    let said = opening.as_str().to_lowercase();
    let code = match said.split_once(' ').map_or(said.as_str(), |(first, _)| first) {
        "quarter" | "three" if month % 3 == 0 => format!("{year}Q{}", month / 3),
        "half" | "half-year" | "six" if month % 6 == 0 => format!("{year}H{}", month / 6),
        "year" | "twelve" if month == 12 => year.to_string(),
        "month" => format!("{year}-{month:02}"),
        "week" => {
            let week = end.iso_week_date();
            format!("{}W{:02}", week.year(), week.week())
        }
        _ => return None,
    };
    (said.starts_with("week") || end == end.last_of_month())
        .then(|| (opening.end() + length, PeriodForm::Full, vec![code]))
}

/// The part of a year that these months are, as a period's code ends.
fn of_months((first, last): (i8, i8)) -> Option<&'static str> {
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
            ("2023年度第一季度", "2023年度第一季度".len(), "2023Q1"),
            ("二〇二三年第四季度", "二〇二三年第四季度".len(), "2023Q4"),
            ("二〇二四年十一月，", "二〇二四年十一月".len(), "2024-11"),
            ("2024年第10周", "2024年第10周".len(), "2024W10"),
            ("2023—2024学年第一学期", "2023—2024学年第一学期".len(), "2023T1"),
            ("2024年春季学期", "2024年春季学期".len(), "2023T2"),
            ("quarter ended 30 June 2024.", 26, "2024Q2"),
            ("week ending 10 March 2024", 25, "2024W10"),
            ("Jun 2024", 8, "2024-06"),
            ("24年一季度", "24年一季度".len(), "2024Q1"),
            ("2023年7月1日至9月30日，", "2023年7月1日至9月30日".len(), "2023Q3"),
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
            ("3 Jan 2024", 10),
            ("27 Jun.", 6),
            ("March 3rd, 2024", 15),
            ("08/07/2024", 10),
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
