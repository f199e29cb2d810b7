//! The `[unit]` table: attributes, recipients, and what the unit sets of its official document.

use huibian_config::serde_fault;
use huibian_contract::{ColumnType, IndexMap, UnitId};
use huibian_diagnostic::Code;
use huibian_document::Settings;
use huibian_source::{Datum, Entries, MOST_OF_NAME, Node};
use serde::Deserialize;
use serde_json::Value;

use crate::reader::Reader;

impl Reader<'_> {
    /// What a unit is called, or the one above it; whether it is called anything.
    fn name_of_unit(&mut self, path: &'static str, label: &str, node: &Node<'_>) -> bool {
        let name = self.scalar(path, label, ColumnType::Text, node);
        if let Some(Value::String(name)) = &name {
            self.too_long(path, name, MOST_OF_NAME, node.location);
        }
        name.is_some()
    }

    /// The `[unit]` table: attributes and recipients. Who the unit is was read by its head; what is wrong there is told.
    pub(crate) fn about(&mut self, file: &Entries<'_>) -> (IndexMap<String, String>, Vec<String>) {
        let mut attributes = IndexMap::default();
        let mut recipients = Vec::new();
        let Some((key, node)) = file.iter().find(|(key, _)| key.name == "unit") else {
            self.fail(Code::NameMissing, self.fallback, |d| d);
            return (attributes, recipients);
        };
        let Some(table) = self.table("unit", node) else { return (attributes, recipients) };
        let location = key.location;
        let mut named = false;
        for (key, value) in table {
            match key.name.as_ref() {
                "id" => {
                    if let Some(Value::String(id)) = self.scalar("unit.id", "id", ColumnType::Text, value)
                        && let Err(error) = UnitId::new(&id)
                    {
                        self.fail(Code::BadUnitId, value.location, |d| d.with("given", error.given));
                    }
                }
                "name" => named = self.name_of_unit("unit.name", "name", value),
                "parent" => _ = self.name_of_unit("unit.parent", "parent", value),
                "document" => self.document(value),
                "recipients" => recipients = self.texts("unit.recipients", "recipients", value),
                "attributes" => {
                    for (key, value) in self.table("unit.attributes", value).into_iter().flatten() {
                        let name = key.name.as_ref();
                        if let Some(Value::String(text)) = self.scalar(name, name, ColumnType::Text, value) {
                            attributes.insert(name.to_owned(), text);
                        }
                    }
                }
                other => {
                    let known = ["id", "name", "parent", "recipients", "attributes", "document"];
                    self.fail(Code::UnknownField, key.location, |d| {
                        d.with("key", other).suggest(other, known)
                    });
                }
            }
        }
        if !named {
            self.fail(Code::NameMissing, location, |d| d);
        }
        (attributes, recipients)
    }

    /// What the unit sets of its official document.
    pub(crate) fn document(&mut self, node: &Node<'_>) {
        if self.table("unit.document", node).is_none() {
            return;
        }
        match Settings::deserialize(settled(node)) {
            Ok(settings) => self.document = settings,
            Err(error) => {
                self.refuse(serde_fault(error.message()), node.location);
            }
        }
    }
}

/// A value as TOML knows it.
fn settled(node: &Node<'_>) -> toml::Value {
    match &node.datum {
        Datum::Text(text) => toml::Value::String(text.to_string()),
        Datum::Integer(digits, radix) => i64::from_str_radix(digits, *radix)
            .map_or_else(|_| toml::Value::String(digits.to_string()), toml::Value::Integer),
        Datum::Decimal(digits) => {
            digits.parse().map_or_else(|_| toml::Value::String(digits.to_string()), toml::Value::Float)
        }
        Datum::Boolean(yes) => toml::Value::Boolean(*yes),
        Datum::Date(time) | Datum::Time(time) => {
            time.parse().map_or_else(|_| toml::Value::String(time.clone()), toml::Value::Datetime)
        }
        Datum::List(items) => items.iter().map(settled).collect::<Vec<_>>().into(),
        Datum::Table(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.name.to_string(), settled(value)));
            toml::Value::Table(entries.collect())
        }
        Datum::Faulty => toml::Value::String(String::new()),
    }
}
