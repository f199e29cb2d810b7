//! Days as reports write them.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

/// How a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DayForm {
    /// 2023年7月5日.
    Full,
    /// 7月5日.
    Short,
    /// 2023-07-05, 2023.7.5, 05/07/2023.
    Digits,
    /// 5 July 2023.
    English,
    /// 二〇二三年七月五日.
    Hanzi,
    /// 七月五日.
    ShortHanzi,
    /// 5 July.
    ShortEnglish,
}

/// The names of months in English, and what people make of them.
pub(crate) const MONTH: &str = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec";

struct Patterns {
    full: Regex,
    short: Regex,
    digits: Regex,
    reversed: Regex,
    english: Regex,
    american: Regex,
    hanzi: Regex,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "written here")]
    let compiled = |pattern: &str| Regex::new(pattern).expect("a pattern compiles");
    let ordinal = "(?:st|nd|rd|th)?";
    Patterns {
        full: compiled(r"^([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日"),
        short: compiled(r"^([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日"),
        digits: compiled(r"^([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})"),
        reversed: compiled(r"^([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})"),
        english: compiled(&format!(
            r"^([0-9]{{1,2}}){ordinal} (?:of )?({MONTH})\.?(?:,? ([0-9]{{4}}))?(?:$|[^0-9A-Za-z])"
        )),
        american: compiled(&format!(
            r"^({MONTH})\.? ([0-9]{{1,2}}){ordinal}(?:, ([0-9]{{4}}))(?:$|[^0-9A-Za-z])"
        )),
        hanzi: compiled(
            r"^(?:([一二][〇○零一二三四五六七八九]{3})年)?([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日",
        ),
    }
});

/// A day: how many bytes name it, how, which it is where its year is said, its month and its day.
pub(crate) type Named = (usize, DayForm, Option<Date>, (i8, i8));

/// The day that a text begins with.
pub(crate) fn at_start(text: &str) -> Option<Named> {
    let patterns = &*PATTERNS;
    let number = |found: Option<regex::Match<'_>>| found.and_then(|found| found.as_str().parse::<i16>().ok());
    let small = |found: Option<regex::Match<'_>>| found.and_then(|found| found.as_str().parse::<i8>().ok());
    // Without its year it may be the 29th of February.
    let of = |length: usize, form: DayForm, year: Option<i16>, (month, day): (i8, i8)| {
        let date = Date::new(year.unwrap_or(2024), month, day).ok()?;
        Some((length, form, year.map(|_| date), (month, day)))
    };
    if let Some(found) = patterns.hanzi.captures(text) {
        let year = match found.get(1) {
            Some(year) => Some(digits(year.as_str())?.parse().ok()?),
            None => None,
        };
        let form = if year.is_some() { DayForm::Hanzi } else { DayForm::ShortHanzi };
        return of(found[0].len(), form, year, (hanzi(&found[2])?, hanzi(&found[3])?));
    }
    if let Some(found) = patterns.full.captures(text) {
        let parts = (small(found.get(2))?, small(found.get(3))?);
        return of(found[0].len(), DayForm::Full, number(found.get(1)), parts);
    }
    if let Some(found) = patterns.short.captures(text) {
        return of(found[0].len(), DayForm::Short, None, (small(found.get(1))?, small(found.get(2))?));
    }
    if let Some(found) = patterns.digits.captures(text) {
        let parts = (small(found.get(2))?, small(found.get(3))?);
        return of(found[0].len(), DayForm::Digits, number(found.get(1)), parts);
    }
    if let Some(found) = patterns.reversed.captures(text) {
        // 03/07/2024 is the third of July; 07/13/2024 can be no other than the thirteenth.
        let (first, second) = (small(found.get(1))?, small(found.get(2))?);
        let parts = if second > 12 { (first, second) } else { (second, first) };
        return of(found[0].len(), DayForm::Digits, number(found.get(3)), parts);
    }
    for (pattern, day_at, month_at) in [(&patterns.english, 1, 2), (&patterns.american, 2, 1)] {
        if let Some(found) = pattern.captures(text) {
            let parts = (month(&found[month_at])?, small(found.get(day_at))?);
            let year = number(found.get(3));
            let end = found.get(3).or(found.get(month_at))?.end();
            let form = if year.is_some() { DayForm::English } else { DayForm::ShortEnglish };
            return of(end, form, year, parts);
        }
    }
    None
}

/// A month by its name in English, from 1.
pub(crate) fn month(name: &str) -> Option<i8> {
    let at = MONTH.split('|').take(12).position(|month| month.starts_with(&name[..name.len().min(3)]))?;
    i8::try_from(at + 1).ok()
}

/// A number up to 31 as hanzi.
pub(crate) fn hanzi(text: &str) -> Option<i8> {
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

/// A year of four hanzi as digits.
pub(crate) fn digits(year: &str) -> Option<String> {
    let digit = |c: char| match c {
        '○' | '零' => Some(0),
        _ => "〇一二三四五六七八九".chars().position(|one| one == c),
    };
    let all: Option<String> = year.chars().map(|c| digit(c).map(|digit| digit.to_string())).collect();
    all.filter(|digits| digits.len() == 4)
}
