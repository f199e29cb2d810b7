//! Values of a TOML text: of one that is written as most are [straight from it](crate::plain_text).

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::{Date, Datetime};

use crate::{Datum, Entries, Key, Node, RawLocation, plain_text};

/// Hands on a text's values in order.
///
/// # Errors
/// What is wrong with a text that is no TOML.
pub fn read<R>(text: &str, take: impl FnOnce(&Entries<'_>) -> R) -> Result<R, toml::de::Error> {
    if let Some(plain) = plain_text::entries(text) {
        debug_assert!(plain == entries(DeTable::parse(text)?.get_ref()), "a text is read alike both ways");
        return Ok(take(&plain));
    }
    let file = DeTable::parse(text)?;
    Ok(take(&entries(file.get_ref())))
}

/// A table's values in order.
pub fn entries<'t>(table: &'t DeTable<'_>) -> Vec<(Key<'t>, Node<'t>)> {
    let key = |key: &'t Spanned<_>| -> Key<'t> {
        let name: &Cow<'t, str> = Spanned::get_ref(key);
        Key { name: Cow::Borrowed(name.as_ref()), location: location(&key.span()) }
    };
    table.iter().map(|(name, value)| (key(name), node(value))).collect()
}

/// A value.
pub fn node<'t>(value: &'t Spanned<DeValue<'_>>) -> Node<'t> {
    let datum = match value.get_ref() {
        DeValue::String(text) => Datum::Text(Cow::Borrowed(text.as_ref())),
        DeValue::Integer(number) => Datum::Integer(Cow::Borrowed(number.as_str()), number.radix()),
        DeValue::Float(number) => Datum::Decimal(Cow::Borrowed(number.as_str())),
        DeValue::Boolean(yes) => Datum::Boolean(*yes),
        DeValue::Datetime(time) => datetime(*time),
        DeValue::Array(items) => Datum::List(items.iter().map(node).collect()),
        DeValue::Table(table) => Datum::Table(entries(table)),
    };
    Node { datum, location: location(&value.span()) }
}

/// A day, or a time.
pub(crate) fn datetime(time: Datetime) -> Datum<'static> {
    match time {
        Datetime { date: Some(date), time: None, .. } => Datum::Date(day(date)),
        time => Datum::Time(time.to_string()),
    }
}

/// A day as TOML writes it. Ledgers have one in each row.
fn day(Date { year, month, day }: Date) -> String {
    let (month, day) = (u16::from(month), u16::from(day));
    let places =
        [(year, 1000), (year, 100), (year, 10), (year, 1), (month, 10), (month, 1), (day, 10), (day, 1)];
    let mut text = String::with_capacity("2023-04-05".len());
    for (index, (number, place)) in places.into_iter().enumerate() {
        text.push_str(if matches!(index, 4 | 6) { "-" } else { "" });
        text.extend(char::from_digit(u32::from(number / place % 10), 10));
    }
    text
}

fn location(span: &std::ops::Range<usize>) -> RawLocation {
    RawLocation::Span(span.start, span.end)
}
