//! A number set by a section of a format.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Displayed;
use super::code::{Format, Kind, Part, Section};
use crate::serial;

/// A number as a section shows it.
pub(super) fn number(format: &Format, section: &Section, value: f64) -> Displayed {
    let Some(number) = serial::decimal(value) else {
        // More digits than are kept: whoever reads it refuses it.
        let text: Box<str> = value.to_string().into();
        return Displayed { figure: text.clone(), text };
    };
    let (before, core, after) = around(section);
    let magnitude = number.abs();
    let set = match section.kind {
        Kind::Number => set(section, core, magnitude),
        Kind::Scientific => Some(Set::alike(scientific(core, magnitude), magnitude)),
        Kind::Fraction => Some(Set::alike(fraction(core, magnitude), magnitude)),
        Kind::Literal => None,
        Kind::General | Kind::Date | Kind::Duration | Kind::Text => {
            Some(Set::alike(magnitude.to_string(), magnitude))
        }
    };
    let Some(set) = set else {
        let text = literals(&section.parts);
        let figure = if number.is_zero() { "0".to_owned() } else { text.trim().to_owned() };
        return Displayed { text: text.into(), figure: figure.into() };
    };
    let (before, after) = (literals(before), literals(after));
    let sign = if number.is_sign_negative() && !format.says_negative(section) { "-" } else { "" };
    let text = format!("{sign}{before}{}{after}", set.text);
    let figure = match set.exact {
        // A dash for nothing.
        Some(_) if number.is_zero() && !text.contains(|c: char| c.is_ascii_digit()) => "0".to_owned(),
        // What a person sees is another number's sign.
        Some(_) if !number.is_sign_negative() && before.contains('-') => text.trim().to_owned(),
        Some(exact) => {
            let is_bracketed = before.contains('(') && after.contains(')');
            let plain = |text: &str| text.replace('-', "").trim().to_owned();
            let bare =
                |text: &str| if is_bracketed { plain(&text.replace(['(', ')'], "")) } else { plain(text) };
            let sign = if number.is_sign_negative() { "-" } else { "" };
            format!("{sign}{}{}{}", bare(&before), exact.normalize(), bare(&after))
        }
        None => text.trim().to_owned(),
    };
    Displayed { text: text.into(), figure: figure.into() }
}

/// A text as a section shows it.
pub(super) fn text(section: &Section, text: &str) -> String {
    let shown = |part: &Part| match part {
        Part::Literal(literal) => literal.clone(),
        Part::Text => text.to_owned(),
        _ => String::new(),
    };
    section.parts.iter().map(shown).collect()
}

/// Digits that were set, and the number before it was rounded; none where the digits are parted by other signs.
struct Set {
    text: String,
    exact: Option<Decimal>,
}

impl Set {
    fn alike(text: String, exact: Decimal) -> Self {
        Self { text, exact: Some(exact) }
    }
}

/// What stands before the figure, the figure, and what stands behind it.
fn around(section: &Section) -> (&[Part], &[Part], &[Part]) {
    let is_figure = |part: &Part| !matches!(part, Part::Literal(_) | Part::Text);
    let parts = &section.parts;
    let Some(first) = parts.iter().position(is_figure) else { return (parts, &[], &[]) };
    let last = parts.iter().rposition(is_figure).unwrap_or(first);
    (&parts[..first], &parts[first..=last], &parts[last + 1..])
}

fn literals(parts: &[Part]) -> String {
    parts
        .iter()
        .filter_map(|part| if let Part::Literal(text) = part { Some(text.as_str()) } else { None })
        .collect()
}

fn power(of: u32, exponent: u32) -> Option<Decimal> {
    (0..exponent).try_fold(Decimal::ONE, |product, _| product.checked_mul(Decimal::from(of)))
}

fn digits(parts: &[Part]) -> u32 {
    u32::try_from(parts.iter().filter(|part| matches!(part, Part::Digit(_))).count()).unwrap_or(u32::MAX)
}

/// Digits in their places.
fn set(section: &Section, core: &[Part], magnitude: Decimal) -> Option<Set> {
    let scaled = magnitude.checked_mul(power(100, section.percents)?)?;
    let scaled = scaled.checked_div(power(1000, section.thousands)?)?;
    let point = core.iter().position(|part| *part == Part::Point);
    let (whole, rest) = core.split_at(point.unwrap_or(core.len()));
    let places = digits(rest).min(20);
    let rounded = scaled.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let text = format!("{rounded:.*}", places as usize);
    let (integer, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let shown =
        placed(whole, integer.trim_start_matches('0'), section.is_grouped) + &decimal_places(rest, decimals);
    let parted: Vec<(usize, &str)> = core
        .iter()
        .enumerate()
        .filter_map(|(at, part)| if let Part::Literal(text) = part { Some((at, text.trim())) } else { None })
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let exact = match parted.as_slice() {
        [] => Some(scaled),
        // A point that is drawn, not set: 12.3万 for 123456.
        [(at, ".")] if point.is_none() => scaled.checked_div(power(10, digits(&whole[*at..]))?),
        _ => None,
    };
    Some(Set { text: shown, exact })
}

/// An integer's digits, from the right, where a format has places for them; the first place takes what is left.
fn placed(whole: &[Part], integer: &str, is_grouped: bool) -> String {
    let mut left: Vec<char> = integer.chars().collect();
    let first = whole.iter().position(|part| matches!(part, Part::Digit(_)));
    let (mut reversed, mut count) = (String::new(), 0);
    let mut put = |reversed: &mut String, digit: char| {
        if is_grouped && count > 0 && count % 3 == 0 {
            reversed.push(',');
        }
        count += 1;
        reversed.push(digit);
    };
    for (at, part) in whole.iter().enumerate().rev() {
        match part {
            Part::Digit(kind) => {
                match (left.pop(), kind) {
                    (Some(digit), _) => put(&mut reversed, digit),
                    (None, '0') => put(&mut reversed, '0'),
                    (None, '?') => reversed.push(' '),
                    (None, _) => {}
                }
                while Some(at) == first
                    && let Some(digit) = left.pop()
                {
                    put(&mut reversed, digit);
                }
            }
            Part::Literal(text) => reversed.extend(text.chars().rev()),
            _ => {}
        }
    }
    // A number below one that has no place before its point.
    reversed.extend(left.iter().rev());
    reversed.chars().rev().collect()
}

fn decimal_places(rest: &[Part], decimals: &str) -> String {
    let mut left = decimals.chars();
    let mut text = String::new();
    for part in rest {
        match part {
            Part::Point => text.push('.'),
            Part::Digit(kind) => {
                let is_over = left.as_str().chars().all(|c| c == '0');
                match (left.next(), kind) {
                    (_, '#') if is_over => {}
                    (_, '?') if is_over => text.push(' '),
                    (digit, _) => text.push(digit.unwrap_or('0')),
                }
            }
            Part::Literal(literal) => text.push_str(literal),
            _ => {}
        }
    }
    text
}

fn scientific(core: &[Part], magnitude: Decimal) -> String {
    let mantissa = core.iter().take_while(|part| **part != Part::Exponent);
    let places =
        mantissa.skip_while(|part| **part != Part::Point).filter(|part| matches!(part, Part::Digit(_)));
    let value: f64 = magnitude.to_string().parse().unwrap_or_default();
    let text = format!("{value:.*e}", places.count().min(20));
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    format!("{mantissa}E{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
}

/// The nearest fraction whose parts have as many digits as there are places.
fn fraction(core: &[Part], magnitude: Decimal) -> String {
    let below = core.iter().skip_while(|part| **part != Part::Slash);
    let places = below.filter(|part| matches!(part, Part::Digit(_))).count().clamp(1, 3);
    let most = 10_i64.pow(u32::try_from(places).unwrap_or(1)) - 1;
    let whole = magnitude.trunc();
    let rest = magnitude - whole;
    let nearest = (1..=most).map(|lower| {
        let upper = (rest * Decimal::from(lower)).round();
        ((upper / Decimal::from(lower) - rest).abs(), upper, lower)
    });
    let Some((_, upper, lower)) = nearest.min_by(|a, b| a.0.cmp(&b.0)) else { return magnitude.to_string() };
    match (whole.is_zero(), upper.is_zero()) {
        (_, true) => whole.to_string(),
        (true, false) => format!("{upper}/{lower}"),
        (false, false) => format!("{whole} {upper}/{lower}"),
    }
}
