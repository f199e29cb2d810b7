//! Rows of one ledger that refer to those of another.

use std::collections::HashMap;

use huibian_contract::PluginManifest;
use huibian_diagnostic::{Code, Diagnostic};
use serde_json::{Map, Value};

use crate::ledger::plain;
use crate::order;
use crate::reader::Reader;
use crate::scalar::Asked;

impl Reader<'_> {
    /// Cells that refer to what another ledger does not have, and rows dated before what they refer to.
    pub(crate) fn references(&mut self, plugin: &PluginManifest, data: &Map<String, Value>) {
        for (name, column, cells) in std::mem::take(&mut self.referring) {
            let Some(spec) = plugin.fields.get(&name) else { continue };
            let Some(declared) = spec.columns.get(&column) else { continue };
            let Some((ledger, key)) = declared.refers.as_ref().and_then(|it| it.split_once('.')) else {
                continue;
            };
            let rows = |name: &str| data.get(name).and_then(Value::as_array);
            let (Some(referring), Some(others)) = (rows(name.as_str()), rows(ledger)) else { continue };
            let text_of = |row: &Value, column: &str| row.get(column).and_then(Value::as_str).map(plain);
            let numbered = || others.iter().enumerate();
            let known: HashMap<String, usize> =
                numbered().rev().filter_map(|(index, row)| Some((text_of(row, key)?, index))).collect();
            let label = |name: &str| plugin.fields.get(name).map_or("", |spec| spec.label.as_str());
            for (index, (row, location)) in referring.iter().zip(&cells).enumerate() {
                let Some(cell) = text_of(row, column.as_str()) else { continue };
                let path =
                    Asked { plugin: &plugin.id, name: &name, row: Some(index + 1), column: Some(&column) };
                let found = match known.get(&cell) {
                    None => Diagnostic::new(Code::RefersToNothing)
                        .with("column", &declared.label)
                        .with("said", cell),
                    Some(&other) => {
                        let dated = |name: &str, row: &Value| {
                            let (column, _) = order::dated_by(plugin.fields.get(name)?)?;
                            order::date(row.as_object()?, column)
                        };
                        let days = dated(name.as_str(), row).zip(dated(ledger, &others[other]));
                        let Some((day, since)) = days.filter(|(day, since)| day < since) else {
                            continue;
                        };
                        Diagnostic::new(Code::RowTooEarly)
                            .with("date", day.to_string())
                            .with("other", other + 1)
                            .with("since", since.to_string())
                    }
                };
                let found = found.with("field", path).with("label", &spec.label).with("row", index + 1);
                let found = found.with("ledger", label(ledger));
                self.note(found, *location);
            }
        }
    }
}
