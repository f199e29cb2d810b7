//! A text taken apart into what can be compared with other texts: names, times, numbers, words.

use std::ops::Range;

use huibian_contract::Period;
use jiff::civil::Date;

use crate::time::{self, DayForm, PeriodForm, Time, Which};

/// What is known of the report that a text stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Whose report it is, as the text calls it.
    pub unit: Option<String>,
    /// The period.
    pub period: Option<Period>,
    /// What tables have of it: a head, and what stands under it.
    pub held: Vec<(String, String)>,
}

/// A piece of text that is not taken apart further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// What a piece of text is, as far as it tells by itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The unit's own name.
    Unit,
    /// A period, as seen from the report's own.
    Period(Which, PeriodForm),
    /// A day.
    Day(DayForm),
    /// A number.
    Number,
    /// Titles in 《》, as many as stand beside each other.
    Titles,
    /// A hanzi, a word in Latin letters, a sign.
    Word(String),
}

impl Kind {
    /// Whether two pieces of this kind may differ and stand for the same.
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Word(_))
    }

    /// Whether it is a sign and no word.
    pub fn is_sign(&self) -> bool {
        matches!(self, Self::Word(word) if !word.starts_with(|c: char| c.is_alphanumeric()))
    }
}

/// Takes a text apart.
pub fn tokens(text: &str, own: &Own) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let (length, kind) = piece(text, at, first, own);
        tokens.push(Token { range: at..at + length, kind });
        at += length;
    }
    tokens
}

fn piece(text: &str, at: usize, first: char, own: &Own) -> (usize, Kind) {
    let rest = &text[at..];
    let unit = own.unit.as_deref().filter(|unit| !unit.is_empty() && rest.starts_with(*unit));
    if let Some(unit) = unit {
        let is_part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let is_latin = unit.is_ascii();
        let before = text[..at].chars().next_back();
        if !(is_latin && (is_part(before) || is_part(rest[unit.len()..].chars().next()))) {
            return (unit.len(), Kind::Unit);
        }
    }
    let is_inside = text[..at].ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_alphabetic());
    if !is_inside && let Some(found) = time_piece(rest, own).or_else(|| year_piece(text, at, own)) {
        return found;
    }
    if let Some(length) = titles(rest, own) {
        return (length, Kind::Titles);
    }
    if first.is_ascii_digit() || ('０'..='９').contains(&first) {
        return (number(rest), Kind::Number);
    }
    if first.is_ascii_alphabetic() {
        let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '\'')).unwrap_or(rest.len());
        // PM2.5, X207: the digits belong to the word.
        let more = rest[length..].strip_prefix('.').map_or(0, |after| {
            let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
            let is_name = rest[..length].ends_with(|c: char| c.is_ascii_digit());
            if is_name && digits > 0 { digits + 1 } else { 0 }
        });
        return (length + more, Kind::Word(rest[..length + more].to_owned()));
    }
    (first.len_utf8(), Kind::Word(first.to_string()))
}

/// How many bytes titles take that say nothing of the unit's own.
fn titles(text: &str, own: &Own) -> Option<usize> {
    let mut length = 0;
    loop {
        let rest = &text[length..];
        let joined = if length > 0 { rest.strip_prefix('、').unwrap_or(rest) } else { rest };
        let Some(inner) = joined.strip_prefix('《') else { break };
        let Some(end) = inner.find('》') else { break };
        length += rest.len() - joined.len() + '《'.len_utf8() + end + '》'.len_utf8();
    }
    let is_own = own.unit.as_deref().is_some_and(|unit| text[..length].contains(unit));
    (length > 0 && !is_own).then_some(length)
}

/// The year of a year's report in English: 2023 alone.
fn year_piece(text: &str, at: usize, own: &Own) -> Option<(usize, Kind)> {
    let year = own.period.filter(|period| period.to_string().len() == 4)?.to_string();
    let behind = text[at..].strip_prefix(year.as_str())?;
    let is_latin = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
    let is_alone = text[..at].chars().next_back().is_none_or(|c| c == ' ')
        && (behind.is_empty()
            || behind.starts_with(is_latin) && !behind.starts_with(['-', '/', '.'])
            || behind == ".");
    is_alone.then_some((year.len(), Kind::Period(Which::This, PeriodForm::Full)))
}

fn time_piece(rest: &str, own: &Own) -> Option<(usize, Kind)> {
    match time::at_start(rest)? {
        (length, Time::Day(form, ..)) => Some((length, Kind::Day(form))),
        (length, Time::Period(form, periods)) => {
            let period = own.period?;
            let same_year = |which: Which| form == PeriodForm::Short && which == Which::This;
            let named: Vec<Period> = match form {
                // Of years to come and gone only those beside the report's own are meant.
                PeriodForm::Short => {
                    periods.into_iter().filter(|one| (one.year() - period.year()).abs() < 2).collect()
                }
                PeriodForm::Full | PeriodForm::Year => periods,
            };
            let which = time::which(period, &named)?;
            if same_year(which) && !named.contains(&period) {
                return None;
            }
            Some((length, Kind::Period(which, form)))
        }
    }
}

/// How many bytes a number takes: `1,234`, `12.5`.
fn number(text: &str) -> usize {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let mut length = text.find(|c: char| !is_digit(c)).unwrap_or(text.len());
    loop {
        let rest = &text[length..];
        let Some(sign) = rest.chars().next().filter(|c| matches!(c, '.' | ',' | '．' | '，')) else {
            break;
        };
        let after = &rest[sign.len_utf8()..];
        let digits = after.find(|c: char| !is_digit(c)).unwrap_or(after.len());
        let is_group = matches!(sign, ',') && after[..digits].chars().count() == 3;
        let is_point = matches!(sign, '.' | '．') && digits > 0 && !text[..length].contains(['.', '．']);
        if !is_group && !is_point {
            break;
        }
        length += sign.len_utf8() + digits;
    }
    length
}

/// A number as it is written, as a number.
pub fn value(text: &str) -> Option<f64> {
    let plain: String = text
        .chars()
        .filter(|c| *c != ',')
        .map(|c| {
            if ('０'..='９').contains(&c) { char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c) } else { c }
        })
        .map(|c| if c == '．' { '.' } else { c })
        .collect();
    plain.trim().parse().ok()
}

/// The day that a text names.
pub fn day(text: &str, own: &Own) -> Option<Date> {
    // Within the period, where that goes over the year's end.
    let of_period = |month: i8, day: i8| {
        let period = own.period?;
        let named = |year: i16| Date::new(year, month, day).ok();
        let within = [period.start().year(), period.end().year()].into_iter().filter_map(named);
        within.clone().find(|day| period.contains(*day)).or_else(|| named(period.year()))
    };
    let Some(time) = time::at_start(text) else {
        // 8.8 is the eighth of August where it is known to be a day.
        let (month, day) = text.split_once(['.', '/', '-'])?;
        return of_period(month.parse().ok()?, day.parse().ok()?);
    };
    match time {
        (_, Time::Day(_, Some(date), _)) => Some(date),
        (_, Time::Day(_, None, (month, day))) => of_period(month, day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart_at_what_may_differ() {
        let own = Own { unit: Some("云溪镇".to_owned()), period: "2023Q1".parse().ok(), ..Own::default() };
        let text = "云溪镇2023年第一季度PM2.5降3,893.5%，第二季度、2035年、7月5日";
        let open: Vec<&str> = tokens(text, &own)
            .iter()
            .filter(|one| one.kind.is_open())
            .map(|one| &text[one.range.clone()])
            .collect();
        assert_eq!(open, ["云溪镇", "2023年第一季度", "3,893.5", "第二季度", "2035", "7月5日"]);
        let joined: String = tokens(text, &own).iter().map(|one| &text[one.range.clone()]).collect();
        assert_eq!(joined, text);
    }
}
