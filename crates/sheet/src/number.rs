//! Numbers as people type them into cells: `１２`, `1,234`, `3万5千`, `12次`. What is not exact is refused, never guessed.

use std::borrow::Cow;

use huibian_contract::text::is_invisible;
use rust_decimal::Decimal;

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNumber {
    /// It ends in another measure word than the field's own.
    Measure,
    /// It is a percentage: 98.6% may be 98.6 or 0.986.
    Percent,
    /// Its commas do not stand at the thousands.
    Separator,
    /// It comes to no whole number.
    Inexact,
    /// It has more digits than can be kept.
    Large,
    /// It is something else.
    Other,
}

impl NoNumber {
    /// The name of the reason, as diagnostics have it.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Measure => "measure",
            Self::Percent => "percent",
            Self::Separator => "separator",
            Self::Inexact => "inexact",
            Self::Large => "large",
            Self::Other => "other",
        }
    }
}

/// Full-width forms of ASCII become ASCII, and characters that no one sees are dropped. Other compatibility forms stay:
/// `5³` is not 53.
pub fn half_width(text: &str) -> String {
    text.chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            '\u{3000}' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => ' ',
            _ => c,
        })
        .collect()
}

/// A number, which may end in the field's measure word.
///
/// # Errors
/// What it is instead.
pub fn parse(text: &str, measure: &str) -> Result<Decimal, NoNumber> {
    let text = half_width(text);
    let text = without_currency(text.trim(), measure)?;
    let text = text.as_ref();
    if measure.starts_with(['百', '千', '万', '亿']) && text.ends_with(['百', '千', '万', '亿']) {
        // 3万 in 万元 may be three of them, or three times ten thousand.
        return Err(NoNumber::Measure);
    }
    let own = if measure.is_empty() { None } else { text.strip_suffix(half_width(measure).as_str()) };
    match (own.map(|text| compound(text.trim())), compound(text)) {
        (Some(Ok(number)), _) | (_, Ok(number)) => Ok(number),
        (None, Err(NoNumber::Other)) => Err(ending(text, measure)),
        (Some(Err(reason)), _) | (None, Err(reason)) => Err(reason),
    }
}

/// Signs of currencies, and the measures that they are signs of.
const CURRENCIES: [(&str, &[&str]); 8] = [
    ("HK$", &["港元", "港币"]),
    ("US$", &["美元"]),
    ("RMB", &["元", "人民币", ""]),
    ("CNY", &["元", "人民币", ""]),
    ("¥", &["元", "人民币", ""]),
    ("$", &["美元"]),
    ("€", &["欧元"]),
    ("£", &["英镑"]),
];

/// A number without the sign of its currency. A field that does not say what it counts takes that of the yuan.
///
/// # Errors
/// [`NoNumber::Measure`] where the field is measured in another one, in thousands of it, or in none.
fn without_currency<'t>(text: &'t str, measure: &str) -> Result<Cow<'t, str>, NoNumber> {
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Ok(Cow::Borrowed(text));
    }
    let text = if text.contains('￥') { Cow::Owned(text.replace('￥', "¥")) } else { Cow::Borrowed(text) };
    let (sign, rest) = text.strip_prefix('-').map_or(("", &*text), |rest| ("-", rest));
    let of = CURRENCIES.iter().find_map(|(sign, of)| {
        let rest = rest.strip_prefix(sign).or_else(|| rest.strip_suffix(sign))?;
        Some((rest.trim(), of.contains(&measure)))
    });
    match of {
        None => Ok(text),
        Some((rest, true)) => Ok(Cow::Owned(format!("{sign}{rest}"))),
        Some((_, false)) if measure.is_empty() => Err(NoNumber::Other),
        Some((_, false)) => Err(NoNumber::Measure),
    }
}

/// What a text that begins like a number ends in.
fn ending(text: &str, measure: &str) -> NoNumber {
    const VAGUE: [&str; 9] = ["余", "多", "许", "几", "来", "左右", "以上", "以下", "上下"];
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || ".,-万千百亿".contains(c)).trim();
    match rest {
        "%" | "‰" => NoNumber::Percent,
        _ if rest.is_empty() || VAGUE.iter().any(|word| rest.starts_with(word) || rest.ends_with(word)) => {
            NoNumber::Other
        }
        _ if rest.len() < text.len() && !measure.is_empty() && rest.chars().all(char::is_alphabetic) => {
            NoNumber::Measure
        }
        _ => NoNumber::Other,
    }
}

/// A plain number, or parts such as `3万5千` in falling order.
fn compound(text: &str) -> Result<Decimal, NoNumber> {
    const POWERS: [(char, i64); 4] = [('亿', 100_000_000), ('万', 10_000), ('千', 1000), ('百', 100)];
    let (negative, mut rest) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut sum = Decimal::ZERO;
    let mut allowed = POWERS.as_slice();
    if !rest.contains(|c| POWERS.iter().any(|(power, _)| *power == c)) {
        sum = plain(rest)?;
        rest = "";
    }
    while !rest.is_empty() {
        let end = rest.find(|c| POWERS.iter().any(|(power, _)| *power == c)).ok_or(NoNumber::Other)?;
        let character = rest[end..].chars().next().unwrap_or_default();
        let at = allowed.iter().position(|(power, _)| *power == character).ok_or(NoNumber::Other)?;
        let part = plain(rest[..end].trim())?.checked_mul(Decimal::from(allowed[at].1));
        sum = part.and_then(|part| sum.checked_add(part)).ok_or(NoNumber::Large)?;
        allowed = &allowed[at + 1..];
        rest = rest[end + character.len_utf8()..].trim();
    }
    if negative {
        sum.set_sign_negative(true);
    }
    Ok(sum.normalize())
}

/// Digits, with commas at the thousands and a point.
fn plain(text: &str) -> Result<Decimal, NoNumber> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if fraction.is_some_and(|fraction| !digits(fraction)) {
        return Err(NoNumber::Other);
    }
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    if !digits(first) || !whole.split(',').all(digits) {
        return Err(NoNumber::Other);
    }
    if whole.contains(',') && (first.len() > 3 || groups.any(|group| group.len() != 3)) {
        return Err(NoNumber::Separator);
    }
    let text = text.replace(',', "");
    if text.len() > 28 {
        return Err(NoNumber::Large);
    }
    text.parse().map_err(|_| NoNumber::Large)
}

/// A spreadsheet's number, to the fifteen digits that a spreadsheet shows.
///
/// # Errors
/// [`NoNumber::Large`] where it cannot be kept.
pub fn of_float(value: f64) -> Result<Decimal, NoNumber> {
    huibian_workbook::serial::decimal(value).ok_or(NoNumber::Large)
}

/// The digits of a whole number.
///
/// # Errors
/// [`NoNumber::Inexact`] and [`NoNumber::Large`].
pub fn whole(value: Decimal) -> Result<String, NoNumber> {
    if !value.is_integer() {
        return Err(NoNumber::Inexact);
    }
    let digits = value.trunc().normalize().to_string();
    digits.parse::<i64>().map(|_| digits).map_err(|_| NoNumber::Large)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, measure: &str) -> Result<String, NoNumber> {
        parse(text, measure).map(|number| number.to_string())
    }

    #[test]
    fn numbers_as_people_type_them() {
        for (text, measure, number) in [
            ("12", "", "12"),
            ("１２", "", "12"),
            (" 12　", "", "12"),
            ("\u{FEFF}1\u{200B}2\u{202F}", "", "12"),
            ("1,234", "", "1234"),
            ("１，２３４", "", "1234"),
            ("12,345,678", "", "12345678"),
            ("1.2万", "", "12000"),
            ("3万5千", "", "35000"),
            ("3 万 5 千", "", "35000"),
            ("1亿2万3千4百", "", "100023400"),
            ("12次", "次", "12"),
            ("12 次", "次", "12"),
            ("1.2万元", "元", "12000"),
            ("1.2万元", "万元", "1.2"),
            ("12.50", "", "12.5"),
            ("0", "", "0"),
            ("-3", "", "-3"),
            ("¥1,234.50", "元", "1234.5"),
            ("￥12", "", "12"),
            ("-¥12", "元", "-12"),
            ("¥ -12", "元", "-12"),
            ("RMB 1,200", "元", "1200"),
            ("12¥", "元", "12"),
            ("$12.50", "美元", "12.5"),
            ("￥1.2万", "元", "12000"),
        ] {
            assert_eq!(read(text, measure).as_deref(), Ok(number), "{text}");
        }
    }

    #[test]
    fn what_is_not_exact_is_refused() {
        for (text, measure, reason) in [
            ("12条", "次", NoNumber::Measure),
            ("5次左右", "次", NoNumber::Other),
            ("3万元以上", "万元", NoNumber::Other),
            ("120000元", "万元", NoNumber::Measure),
            ("3万", "万元", NoNumber::Measure),
            ("5千", "百家次", NoNumber::Measure),
            ("¥12", "万元", NoNumber::Measure),
            ("¥12", "次", NoNumber::Measure),
            ("$12", "元", NoNumber::Measure),
            ("$12", "", NoNumber::Other),
            ("HK$12", "美元", NoNumber::Measure),
            ("¥", "元", NoNumber::Other),
            ("12条", "", NoNumber::Other),
            ("98.6%", "", NoNumber::Percent),
            ("98.6％", "次", NoNumber::Percent),
            ("1,23", "", NoNumber::Separator),
            ("1234,567", "", NoNumber::Separator),
            ("约12", "次", NoNumber::Other),
            ("12余次", "次", NoNumber::Other),
            ("30余", "次", NoNumber::Other),
            ("-", "次", NoNumber::Other),
            ("3万5", "", NoNumber::Other),
            ("5千万", "", NoNumber::Other),
            ("十二", "次", NoNumber::Other),
            ("1 2", "", NoNumber::Other),
            ("5³", "", NoNumber::Other),
            ("1.2E+05", "", NoNumber::Other),
            ("*", "", NoNumber::Other),
            ("/", "次", NoNumber::Other),
            ("无", "次", NoNumber::Other),
            ("次", "次", NoNumber::Other),
            ("", "", NoNumber::Other),
            ("12345678901234567890123456789", "", NoNumber::Large),
        ] {
            assert_eq!(read(text, measure), Err(reason), "{text}");
        }
        assert_eq!(whole(Decimal::new(125, 1)), Err(NoNumber::Inexact));
        assert_eq!(whole(Decimal::MAX), Err(NoNumber::Large));
    }

    #[test]
    fn a_float_is_what_the_spreadsheet_shows() {
        let shown = |value: f64| of_float(value).map(|number| number.to_string());
        assert_eq!(shown(0.1 + 0.2).as_deref(), Ok("0.3"));
        assert_eq!(shown(12.000_000_000_000_002).as_deref(), Ok("12"));
        assert_eq!(shown(-4.5).as_deref(), Ok("-4.5"));
        assert_eq!(shown(f64::NAN), Err(NoNumber::Large));
        assert_eq!(shown(1e300), Err(NoNumber::Large));
    }

    proptest! {
        #[test]
        fn a_number_reads_back_however_it_is_written(number in 0_i64..1_000_000_000_000, full in any::<bool>(), commas in any::<bool>()) {
            let mut text = number.to_string();
            if commas {
                let digits = text.clone();
                text = String::new();
                for (at, digit) in digits.chars().enumerate() {
                    if at > 0 && (digits.len() - at).is_multiple_of(3) {
                        text.push(',');
                    }
                    text.push(digit);
                }
            }
            if full {
                text = text.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
            }
            prop_assert_eq!(parse(&(text + "次"), "次").and_then(whole), Ok(number.to_string()));
        }

        #[test]
        fn no_text_panics_and_none_becomes_zero_silently(text in "[0-9０-９.,，%万千百亿次条 \\-*/a-z①½³约余]{0,12}", measure in "[次条]?") {
            if let Ok(number) = parse(&text, &measure) {
                prop_assert!(half_width(&text).contains(|c: char| c.is_ascii_digit()));
                prop_assert!(!number.is_zero() || !half_width(&text).contains(|c| ('1'..='9').contains(&c)));
            }
        }

        #[test]
        fn any_float_is_kept_or_refused(value in any::<f64>()) {
            if let Ok(number) = of_float(value) {
                let back: f64 = number.to_string().parse().unwrap();
                prop_assert!((back - value).abs() <= value.abs() * 1e-13);
            }
        }
    }
}
