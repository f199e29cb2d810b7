//! The reporting period: parsed from `2023Q2` and its like, with its dates, its name and its neighbours.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use jiff::civil::{Date, ISOWeekDate, Weekday, date};
use serde::{Deserialize, Serialize};

/// The period a report covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("pattern" = "^[0-9]{4}(H[12]|T[12]|Q[1-4](-Q[1-4])?|W(0[1-9]|[1-4][0-9]|5[0-3])|-(0[1-9]|1[0-2]))?$"))
)]
pub struct Period {
    year: i16,
    span: Span,
}

/// A day as data have it: `2023-04-05`, or as ISO 8601 has it otherwise.
pub fn day(text: &str) -> Option<Date> {
    // Nearly all are written so, which is read in a fraction of the time.
    plain_day(text).or_else(|| text.parse().ok())
}

fn plain_day(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    if bytes.len() != "2023-04-05".len() || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |part: Range<usize>| {
        let digit = |byte: &u8| byte.is_ascii_digit().then(|| i16::from(byte - b'0'));
        bytes[part].iter().try_fold(0, |number, byte| Some(10 * number + digit(byte)?))
    };
    let small = |part| i8::try_from(number(part)?).ok();
    Date::new(number(0..4)?, small(5..7)?, small(8..10)?).ok()
}

/// Which part of the year, or of the school year that begins in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Span {
    Year,
    Half(i8),
    /// From the first quarter to the second, both included: cumulative where they differ.
    Quarters(i8, i8),
    Month(i8),
    /// A week of ISO 8601, which begins on Monday.
    Week(i8),
    /// The term from September to January, or that from February to August of the year behind.
    Term(i8),
}

/// Text that names no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is no period; write 2023, 2023H1, 2023Q2, 2023Q1-Q3, 2023-06, 2023W10 or 2023T1")]
pub struct InvalidPeriod {
    /// The text as it was given.
    pub given: String,
}

impl Period {
    /// The year, in full; of a school term that in which its school year begins.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The first day.
    pub fn start(self) -> Date {
        match self.span {
            Span::Week(week) => monday(self.year, week).unwrap_or(Date::MIN),
            Span::Term(2) => date(self.year + 1, 2, 1),
            _ => date(self.year, self.months().0, 1),
        }
    }

    /// The last day.
    pub fn end(self) -> Date {
        match self.span {
            Span::Week(_) => self.start().saturating_add(jiff::Span::new().days(6)),
            Span::Term(1) => date(self.year + 1, 1, 31),
            Span::Term(_) => date(self.year + 1, 8, 31),
            _ => date(self.year, self.months().1, 1).last_of_month(),
        }
    }

    /// Whether it begins no sooner than a first period and ends no later than a last one, where there are such.
    pub fn is_between(self, first: Option<Self>, last: Option<Self>) -> bool {
        first.is_none_or(|first| first.start() <= self.start())
            && last.is_none_or(|last| self.end() <= last.end())
    }

    /// Whether no period lies between a first and a last one: the first begins after the last has ended.
    pub fn is_never(first: Option<Self>, last: Option<Self>) -> bool {
        first.zip(last).is_some_and(|(first, last)| last.end() < first.start())
    }

    /// Whether `day` lies in the period, first and last day included.
    pub fn contains(self, day: Date) -> bool {
        self.start() <= day && day <= self.end()
    }

    /// The Chinese name: `2023年第二季度`, `2023年上半年`, `2023年6月`, `2023年度`, `2023年前三季度`, `2023年第10周`,
    /// `2023—2024学年第一学期`.
    pub fn name(self) -> String {
        match self.span {
            Span::Term(_) => format!("{}—{}学年{}", self.year, self.year + 1, self.short_name()),
            _ => format!("{}年{}", self.year, self.short_name()),
        }
    }

    /// The Chinese name without the year: `第二季度`.
    pub fn short_name(self) -> String {
        const DIGITS: [&str; 5] = ["零", "一", "二", "三", "四"];
        let digit = |n: i8| DIGITS[usize::try_from(n).unwrap_or(0)];
        match self.span {
            Span::Year => "度".to_owned(),
            Span::Half(1) => "上半年".to_owned(),
            Span::Half(_) => "下半年".to_owned(),
            Span::Quarters(first, last) if first == last => format!("第{}季度", digit(first)),
            Span::Quarters(1, last) => format!("前{}季度", digit(last)),
            Span::Quarters(first, last) => format!("第{}至第{}季度", digit(first), digit(last)),
            Span::Month(month) => format!("{month}月"),
            Span::Week(week) => format!("第{week}周"),
            Span::Term(term) => format!("第{}学期", digit(term)),
        }
    }

    /// The Chinese name as it is often said: `2023年二季度`, `2023-2024学年第一学期`.
    pub fn plain_name(self) -> String {
        match self.span {
            Span::Quarters(..) => self.name().replace('第', ""),
            _ => self.name().replace('—', "-"),
        }
    }

    /// That without the year: `二季度`.
    pub fn plain_short_name(self) -> String {
        match self.span {
            Span::Quarters(..) => self.short_name().replace('第', ""),
            _ => self.short_name(),
        }
    }

    /// The Chinese name by its months: `2023年4—6月`; that of a week or a school term is its name.
    pub fn months_name(self) -> String {
        if matches!(self.span, Span::Week(_) | Span::Term(_)) {
            return self.name();
        }
        let (first, last) = self.months();
        let months = if first == last { first.to_string() } else { format!("{first}—{last}") };
        format!("{}年{months}月", self.year)
    }

    /// The English name: `the second quarter of 2023`, `the first half of 2023`, `June 2023`, `2023`,
    /// `the first three quarters of 2023`, `week 10 of 2023`, `the first term of 2023–2024`.
    pub fn english_name(self) -> String {
        const ORDINALS: [&str; 5] = ["", "first", "second", "third", "fourth"];
        const NUMBERS: [&str; 5] = ["", "one", "two", "three", "four"];
        let of = |words: &[&'static str; 5], n: i8| words[usize::try_from(n).unwrap_or(0)];
        let year = self.year;
        match self.span {
            Span::Year => year.to_string(),
            Span::Half(half) => format!("the {} half of {year}", of(&ORDINALS, half)),
            Span::Quarters(first, last) if first == last => {
                format!("the {} quarter of {year}", of(&ORDINALS, first))
            }
            Span::Quarters(1, last) => format!("the first {} quarters of {year}", of(&NUMBERS, last)),
            Span::Quarters(first, last) => {
                format!("the {} to {} quarters of {year}", of(&ORDINALS, first), of(&ORDINALS, last))
            }
            Span::Month(_) => self.start().strftime("%B %Y").to_string(),
            Span::Week(week) => format!("week {week} of {year}"),
            Span::Term(term) => format!("the {} term of {year}–{}", of(&ORDINALS, term), year + 1),
        }
    }

    /// What English messages call [`previous`](Self::previous): `the quarter before`.
    pub fn english_last(self) -> &'static str {
        match self.span {
            Span::Year => "the year before",
            Span::Half(_) => "the half-year before",
            Span::Quarters(first, last) if first == last => "the quarter before",
            Span::Quarters(..) => "the period before",
            Span::Month(_) => "the month before",
            Span::Week(_) => "the week before",
            Span::Term(_) => "the term before",
        }
    }

    /// The word a report uses for itself: `本季度`, `本月`, `本半年`, `本年度`, `本期` for a cumulative period.
    pub fn this(self) -> &'static str {
        match self.span {
            Span::Year => "本年度",
            Span::Half(_) => "本半年",
            Span::Quarters(first, last) if first == last => "本季度",
            Span::Quarters(..) => "本期",
            Span::Month(_) => "本月",
            Span::Week(_) => "本周",
            Span::Term(_) => "本学期",
        }
    }

    /// The word a report uses for the period to come: `下季度`, `下月`, `下半年`, `下年度`, `下期`.
    pub fn next(self) -> &'static str {
        match self.span {
            Span::Year => "下年度",
            Span::Half(1) => "下半年",
            Span::Half(_) | Span::Quarters(..) if !matches!(self.span, Span::Quarters(a, b) if a == b) => {
                "下期"
            }
            Span::Month(_) => "下月",
            Span::Week(_) => "下周",
            Span::Term(_) => "下学期",
            _ => "下季度",
        }
    }

    /// The word a report uses for [`previous`](Self::previous): `上季度`, `上月`, `上半年`, `上年下半年`, `上年度`,
    /// `上期`.
    pub fn last(self) -> &'static str {
        match self.span {
            Span::Year => "上年度",
            Span::Half(1) => "上年下半年",
            Span::Half(_) => "上半年",
            Span::Quarters(first, last) if first == last => "上季度",
            Span::Quarters(..) => "上期",
            Span::Month(_) => "上月",
            Span::Week(_) => "上周",
            Span::Term(_) => "上学期",
        }
    }

    /// The word a report uses for [`last_year`](Self::last_year): `上年同期`, `上年度`.
    pub fn same_last_year(self) -> &'static str {
        if self.span == Span::Year { "上年度" } else { "上年同期" }
    }

    /// The ways to put this period together out of shorter ones, the longest parts first; none for a month, a week
    /// or a school term.
    pub fn divisions(self) -> Vec<Vec<Self>> {
        if matches!(self.span, Span::Week(_) | Span::Term(_)) {
            return Vec::new();
        }
        let year = self.year;
        let of = |span| Self { year, span };
        let (first, last) = self.months();
        let quarters = || (first / 3 + 1..=last / 3).map(|quarter| of(Span::Quarters(quarter, quarter)));
        let mut divisions = Vec::new();
        if self.span == Span::Year || self.span == Span::Quarters(1, 4) {
            divisions.push(vec![of(Span::Half(1)), of(Span::Half(2))]);
        }
        if last - first > 2 {
            divisions.push(quarters().collect());
        }
        if last > first {
            divisions.push((first..=last).map(|month| of(Span::Month(month))).collect());
        }
        divisions
    }

    /// The periods of the same length earlier in the same year; none for a year or a cumulative period.
    pub fn earlier_in_year(self) -> Vec<Self> {
        let before: Vec<Span> = match self.span {
            Span::Half(half) => (1..half).map(Span::Half).collect(),
            Span::Quarters(first, last) if first == last => {
                (1..first).map(|quarter| Span::Quarters(quarter, quarter)).collect()
            }
            Span::Month(month) => (1..month).map(Span::Month).collect(),
            Span::Week(week) => (1..week).map(Span::Week).collect(),
            Span::Term(term) => (1..term).map(Span::Term).collect(),
            Span::Year | Span::Quarters(..) => Vec::new(),
        };
        before.into_iter().map(|span| Self { span, ..self }).collect()
    }

    /// The period of the same length before this one. A cumulative period is followed by a longer one, so its
    /// predecessor is the one a quarter shorter, and none before the first.
    pub fn previous(self) -> Option<Self> {
        let (year, span) = match self.span {
            Span::Year => (self.year - 1, Span::Year),
            Span::Half(1) => (self.year - 1, Span::Half(2)),
            Span::Half(_) => (self.year, Span::Half(1)),
            Span::Quarters(1, 1) => (self.year - 1, Span::Quarters(4, 4)),
            Span::Quarters(first, last) if first == last => (self.year, Span::Quarters(first - 1, last - 1)),
            Span::Quarters(first, last) => (self.year, Span::Quarters(first, last - 1)),
            Span::Month(1) => (self.year - 1, Span::Month(12)),
            Span::Month(month) => (self.year, Span::Month(month - 1)),
            Span::Week(_) => week_of(self.start().yesterday().ok()?),
            Span::Term(1) => (self.year - 1, Span::Term(2)),
            Span::Term(_) => (self.year, Span::Term(1)),
        };
        (year >= 1).then_some(Self { year, span })
    }

    /// The period of the same length after this one; none behind a cumulative one.
    pub fn following(self) -> Option<Self> {
        let (year, span) = match self.span {
            Span::Year => (self.year + 1, Span::Year),
            Span::Half(1) => (self.year, Span::Half(2)),
            Span::Half(_) => (self.year + 1, Span::Half(1)),
            Span::Quarters(4, 4) => (self.year + 1, Span::Quarters(1, 1)),
            Span::Quarters(first, last) if first == last => (self.year, Span::Quarters(first + 1, last + 1)),
            Span::Quarters(..) => return None,
            Span::Month(12) => (self.year + 1, Span::Month(1)),
            Span::Month(month) => (self.year, Span::Month(month + 1)),
            Span::Week(_) => week_of(self.end().tomorrow().ok()?),
            Span::Term(1) => (self.year, Span::Term(2)),
            Span::Term(_) => (self.year + 1, Span::Term(1)),
        };
        (year <= 9999).then_some(Self { year, span })
    }

    /// The same period a year earlier; none for a week that the year before does not have.
    pub fn last_year(self) -> Option<Self> {
        let is_there = match self.span {
            Span::Week(week) => monday(self.year - 1, week).is_some(),
            _ => true,
        };
        (self.year > 1 && is_there).then_some(Self { year: self.year - 1, ..self })
    }

    /// The first and the last month, 1 to 12.
    fn months(self) -> (i8, i8) {
        match self.span {
            Span::Year => (1, 12),
            Span::Half(half) => (half * 6 - 5, half * 6),
            Span::Quarters(first, last) => (first * 3 - 2, last * 3),
            Span::Month(month) => (month, month),
            Span::Week(_) => (self.start().month(), self.end().month()),
            Span::Term(1) => (9, 1),
            Span::Term(_) => (2, 8),
        }
    }
}

/// The first day of a week, where the year has it.
fn monday(year: i16, week: i8) -> Option<Date> {
    ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date)
}

/// The week that a day is in.
fn week_of(day: Date) -> (i16, Span) {
    let week = day.iso_week_date();
    (week.year(), Span::Week(week.week()))
}

impl FromStr for Period {
    type Err = InvalidPeriod;

    fn from_str(text: &str) -> Result<Self, InvalidPeriod> {
        parse(text).ok_or_else(|| InvalidPeriod { given: text.to_owned() })
    }
}

fn parse(text: &str) -> Option<Period> {
    if !text.is_ascii() || text.len() < 4 {
        return None;
    }
    let (year, rest) = text.split_at(4);
    let year: i16 = number(year)?;
    let in_range = |n: i8, most: i8| (1..=most).contains(&n).then_some(n);
    let span = if rest.is_empty() {
        Span::Year
    } else if let Some(half) = rest.strip_prefix('H') {
        Span::Half(in_range(number(half)?, 2)?)
    } else if let Some(quarters) = rest.strip_prefix('Q') {
        let (first, last) = quarters.split_once("-Q").unwrap_or((quarters, quarters));
        let (first, last) = (in_range(number(first)?, 4)?, in_range(number(last)?, 4)?);
        if first > last || (quarters.len() > 1 && first == last) {
            return None;
        }
        Span::Quarters(first, last)
    } else if let Some(week) = rest.strip_prefix('W').filter(|week| week.len() == 2) {
        let week = number(week)?;
        monday(year, week)?;
        Span::Week(week)
    } else if let Some(term) = rest.strip_prefix('T') {
        // The last ends in the year behind.
        let term = (year < 9999).then_some(term)?;
        Span::Term(in_range(number(term)?, 2)?)
    } else {
        let month = rest.strip_prefix('-').filter(|month| month.len() == 2)?;
        Span::Month(in_range(number(month)?, 12)?)
    };
    (year >= 1).then_some(Period { year, span })
}

/// Digits only: `parse` alone would take a sign.
fn number<N: FromStr>(text: &str) -> Option<N> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        match self.span {
            Span::Year => Ok(()),
            Span::Half(half) => write!(f, "H{half}"),
            Span::Quarters(first, last) if first == last => write!(f, "Q{first}"),
            Span::Quarters(first, last) => write!(f, "Q{first}-Q{last}"),
            Span::Month(month) => write!(f, "-{month:02}"),
            Span::Week(week) => write!(f, "W{week:02}"),
            Span::Term(term) => write!(f, "T{term}"),
        }
    }
}

impl TryFrom<String> for Period {
    type Error = InvalidPeriod;
    fn try_from(text: String) -> Result<Self, InvalidPeriod> {
        text.parse()
    }
}

impl From<Period> for String {
    fn from(period: Period) -> String {
        period.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_read_as_jiff_reads_it() {
        for text in [
            "2023-04-05",
            "2024-02-29",
            "0000-01-01",
            "9999-12-31",
            "2023-02-29",
            "2023-13-01",
            "2023-00-01",
            "2023-1-01",
            "20230405",
            "2023-04-05T08:00:00",
            "2023-04-0x",
            "+2023-04-05",
            "2023年4月5日",
            "",
        ] {
            assert_eq!(day(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn names_and_dates() {
        for (text, name, start, end) in [
            ("2023Q2", "2023年第二季度", date(2023, 4, 1), date(2023, 6, 30)),
            ("2023H1", "2023年上半年", date(2023, 1, 1), date(2023, 6, 30)),
            ("2024-02", "2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
            ("2023", "2023年度", date(2023, 1, 1), date(2023, 12, 31)),
            ("2023Q1-Q3", "2023年前三季度", date(2023, 1, 1), date(2023, 9, 30)),
            ("2023Q2-Q3", "2023年第二至第三季度", date(2023, 4, 1), date(2023, 9, 30)),
            ("2024W10", "2024年第10周", date(2024, 3, 4), date(2024, 3, 10)),
            ("2025W01", "2025年第1周", date(2024, 12, 30), date(2025, 1, 5)),
            ("2023T1", "2023—2024学年第一学期", date(2023, 9, 1), date(2024, 1, 31)),
            ("2023T2", "2023—2024学年第二学期", date(2024, 2, 1), date(2024, 8, 31)),
        ] {
            let period = period(text);
            assert_eq!((period.name().as_str(), period.start(), period.end()), (name, start, end));
        }
    }

    #[test]
    fn english_names() {
        for (text, name) in [
            ("2023Q2", "the second quarter of 2023"),
            ("2023H1", "the first half of 2023"),
            ("2024-02", "February 2024"),
            ("2023", "2023"),
            ("2023Q1-Q3", "the first three quarters of 2023"),
            ("2023Q2-Q3", "the second to third quarters of 2023"),
            ("2024W10", "week 10 of 2024"),
            ("2023T1", "the first term of 2023–2024"),
        ] {
            assert_eq!(period(text).english_name(), name);
        }
    }

    #[test]
    fn neighbours() {
        for (text, previous) in [
            ("2023Q1", "2022Q4"),
            ("2023Q3", "2023Q2"),
            ("2023H1", "2022H2"),
            ("2023-01", "2022-12"),
            ("2023", "2022"),
            ("2023Q1-Q3", "2023Q1-Q2"),
            ("2024W10", "2024W09"),
            ("2021W01", "2020W53"),
            ("2023T1", "2022T2"),
        ] {
            assert_eq!(period(text).previous(), Some(period(previous)), "{text}");
        }
        assert_eq!(period("2023Q2").last_year(), Some(period("2022Q2")));
        assert_eq!(period("2020W53").last_year(), None);
        assert_eq!(period("2020W53").following(), Some(period("2021W01")));
        assert_eq!(period("2023T2").following(), Some(period("2024T1")));
    }

    #[test]
    fn what_a_report_calls_its_periods() {
        for (text, this, next) in [
            ("2023Q2", "本季度", "下季度"),
            ("2023H1", "本半年", "下半年"),
            ("2023H2", "本半年", "下期"),
            ("2023-06", "本月", "下月"),
            ("2023", "本年度", "下年度"),
            ("2023Q1-Q3", "本期", "下期"),
        ] {
            assert_eq!((period(text).this(), period(text).next()), (this, next), "{text}");
        }
        for (text, last, same_last_year) in [
            ("2023Q1", "上季度", "上年同期"),
            ("2023H1", "上年下半年", "上年同期"),
            ("2023H2", "上半年", "上年同期"),
            ("2023-06", "上月", "上年同期"),
            ("2023", "上年度", "上年度"),
            ("2023Q1-Q3", "上期", "上年同期"),
        ] {
            assert_eq!(
                (period(text).last(), period(text).same_last_year()),
                (last, same_last_year),
                "{text}"
            );
        }
    }

    #[test]
    fn what_a_period_is_made_of() {
        let shown =
            |periods: Vec<Period>| periods.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let divisions = |text| period(text).divisions().into_iter().map(shown).collect::<Vec<_>>();
        assert_eq!(divisions("2023Q1-Q3")[0], "2023Q1 2023Q2 2023Q3");
        assert_eq!(divisions("2023")[..2], ["2023H1 2023H2", "2023Q1 2023Q2 2023Q3 2023Q4"]);
        assert_eq!(divisions("2023H2")[0], "2023Q3 2023Q4");
        assert_eq!(divisions("2023Q2"), ["2023-04 2023-05 2023-06"]);
        assert_eq!(divisions("2023-06"), Vec::<String>::new());
        for (text, earlier) in [
            ("2023Q3", "2023Q1 2023Q2"),
            ("2023Q1", ""),
            ("2023H2", "2023H1"),
            ("2023-03", "2023-01 2023-02"),
            ("2023", ""),
            ("2023Q1-Q2", ""),
        ] {
            assert_eq!(shown(period(text).earlier_in_year()), earlier, "{text}");
        }
    }

    #[test]
    fn what_is_no_period() {
        for text in [
            "",
            "23Q2",
            "2023Q5",
            "2023Q0",
            "2023H3",
            "2023-13",
            "2023-6",
            "2023Q3-Q1",
            "2023Q2-Q2",
            "2023Q+1",
            "2023W53",
            "2023W1",
            "2023T3",
            "二〇二三",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_period_that_reads_back_or_an_error(text in "(19|20)[0-9]{2}(H[0-3]|T[0-3]|Q[0-5](-Q[0-5])?|W[0-5][0-9]|-[01][0-9])?") {
            if let Ok(period) = text.parse::<Period>() {
                prop_assert_eq!(period.to_string(), text);
                prop_assert!(period.start() <= period.end());
                prop_assert!(period.previous().is_none_or(|p| p.start() < period.start() || p.end() < period.end()));
            }
        }
    }
}
