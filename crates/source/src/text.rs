//! Values of a TOML text.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::{Datum, Key, Node, RawLocation};

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
        DeValue::Datetime(date) if date.time.is_none() => Datum::Date(date.to_string()),
        DeValue::Datetime(time) => Datum::Time(time.to_string()),
        DeValue::Array(items) => Datum::List(items.iter().map(node).collect()),
        DeValue::Table(table) => Datum::Table(entries(table)),
    };
    Node { datum, location: location(&value.span()) }
}

fn location(span: &std::ops::Range<usize>) -> RawLocation {
    RawLocation::Span(span.start, span.end)
}
