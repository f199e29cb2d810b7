//! Single values as their kind is declared: texts, numbers, days, yes and no.

use huibian_contract::text::refused;
use huibian_contract::{ColumnType, Name, PluginId};
use huibian_diagnostic::{Argument, Code, FieldKey};
use huibian_source::{Datum, Node, RawLocation};
use serde_json::Value;

use crate::reader::Reader;

/// How many characters a text has at most.
const MOST_OF_TEXT: usize = 100_000;

/// The value that is being read; its key is made only where something is to be said of it.
#[derive(Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub plugin: &'a PluginId,
    pub name: &'a Name,
    /// A row of a ledger, from 1.
    pub row: Option<usize>,
    pub column: Option<&'a Name>,
}

impl From<Asked<'_>> for Argument {
    fn from(Asked { plugin, name, row, column }: Asked<'_>) -> Self {
        FieldKey { row, column: column.cloned(), ..FieldKey::new(plugin, name) }.into()
    }
}

impl Reader<'_> {
    pub(crate) fn texts(
        &mut self,
        path: impl Into<Argument> + Copy,
        label: &str,
        node: &Node<'_>,
    ) -> Vec<String> {
        let Datum::List(items) = &node.datum else {
            self.wrong_type(path, label, "texts", node);
            return Vec::new();
        };
        let texts = items.iter().filter_map(|item| self.scalar(path, label, ColumnType::Text, item));
        texts.filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    pub(crate) fn wrong_type(
        &mut self,
        path: impl Into<Argument> + Copy,
        label: &str,
        expected: &str,
        node: &Node<'_>,
    ) {
        if matches!(node.datum, Datum::Faulty) {
            return;
        }
        let found = display(node);
        self.fail(Code::FieldType, node.location, |d| {
            d.with("field", path).with("label", label).with("expected", expected).with("found", found)
        });
    }

    pub(crate) fn scalar(
        &mut self,
        path: impl Into<Argument> + Copy,
        label: &str,
        kind: ColumnType,
        node: &Node<'_>,
    ) -> Option<Value> {
        let value = match (kind, &node.datum) {
            (ColumnType::Text, Datum::Text(text)) => return self.text((path, label), text, node.location),
            (ColumnType::Boolean, Datum::Boolean(yes)) => Value::Bool(*yes),
            (ColumnType::Date, Datum::Date(date)) => Value::String(date.clone()),
            (ColumnType::Date, Datum::Text(text)) => {
                if text.parse::<jiff::civil::Date>().is_err() {
                    self.fail(Code::BadDate, node.location, |d| {
                        d.with("field", path).with("label", label).with("found", text)
                    });
                    return None;
                }
                Value::String(text.to_string())
            }
            (ColumnType::Integer, Datum::Integer(digits, radix)) => {
                match i64::from_str_radix(digits, *radix) {
                    Ok(number) if number >= 0 => number.into(),
                    Ok(number) => {
                        self.fail(Code::NegativeNumber, node.location, |d| {
                            d.with("field", path).with("label", label).with("found", number)
                        });
                        return None;
                    }
                    Err(_) => {
                        self.wrong_type(path, label, "integer", node);
                        return None;
                    }
                }
            }
            (ColumnType::Decimal, Datum::Integer(digits, _) | Datum::Decimal(digits)) => {
                Value::String(digits.to_string())
            }
            _ => {
                let expected = match kind {
                    ColumnType::Text => "text",
                    ColumnType::Integer => "integer",
                    ColumnType::Decimal => "decimal",
                    ColumnType::Boolean => "boolean",
                    ColumnType::Date => "date",
                };
                self.wrong_type(path, label, expected, node);
                return None;
            }
        };
        Some(value)
    }

    pub(crate) fn text(
        &mut self,
        (path, label): (impl Into<Argument> + Copy, &str),
        text: &str,
        location: RawLocation,
    ) -> Option<Value> {
        if let Some(character) = refused(text) {
            let character = format!("U+{:04X}", u32::from(character));
            self.fail(Code::BadCharacter, location, |d| {
                d.with("field", path).with("label", label).with("character", character)
            });
            return None;
        }
        if text.chars().all(char::is_whitespace) {
            self.fail(Code::EmptyText, location, |d| d.with("field", path).with("label", label));
            return None;
        }
        if text.len() > MOST_OF_TEXT {
            self.too_long((path, label), text, MOST_OF_TEXT, location)?;
        }
        Some(Value::String(text.to_owned()))
    }

    /// U012 for a text of more characters; nothing is given then.
    pub(crate) fn too_long(
        &mut self,
        (path, label): (impl Into<Argument>, &str),
        text: &str,
        most: usize,
        location: RawLocation,
    ) -> Option<()> {
        let found = text.chars().count();
        if found <= most {
            return Some(());
        }
        self.fail(Code::TextTooLong, location, |d| {
            d.with("field", path).with("label", label).with("found", found).with("most", most)
        });
        None
    }
}

/// A value as a diagnostic shows it.
fn display(node: &Node<'_>) -> String {
    match &node.datum {
        Datum::Text(text) => format!("\"{text}\""),
        Datum::Integer(digits, _) | Datum::Decimal(digits) => digits.to_string(),
        Datum::Boolean(yes) => yes.to_string(),
        Datum::Date(time) | Datum::Time(time) => time.clone(),
        Datum::List(_) => "[…]".to_owned(),
        Datum::Table(_) => "{…}".to_owned(),
        Datum::Faulty => String::new(),
    }
}
