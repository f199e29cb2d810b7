//! Built in: what a plugin's code says of where its counts come from, held against the unit's data.

use std::collections::BTreeMap;

use huibian_contract::{CarrierKind, FieldType, Name, Period, PluginManifest, Severity};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_figure::{Figures, Origin, Record};
use huibian_host::declare::{Row, in_period};
use huibian_unit::Locations;
use serde_json::{Map, Value};

/// Counts that are said to come from rows that are not there or do not count.
pub fn findings(
    manifest: &PluginManifest,
    figures: &Figures,
    fields: &Map<String, Value>,
    period: Period,
    places: &Locations,
) -> Vec<Diagnostic> {
    if manifest.carrier() == CarrierKind::Declarative {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut given = Given { manifest, fields, period, counted: BTreeMap::new() };
    for (index, _, spec) in figures.counts().of(&manifest.id) {
        let Some(figure) = figures.get(index) else { continue };
        let Origin::Records(records) = &figure.origin else { continue };
        let untrue = records.iter().find_map(|record| Some((record, record.name(), given.reason(record)?)));
        let Some((source, field, reason)) = untrue else { continue };
        let found = Diagnostic::new(Code::OriginUntrue)
            .with("key", figure.key())
            .with("label", &spec.label)
            .with("said", source.to_string())
            .with("reason", reason)
            .weighing(Severity::Warning);
        findings.push(match places.of(&manifest.id, field).or_else(|| places.first(&manifest.id)) {
            Some(place) => found.at(place.clone()),
            None => found,
        });
    }
    findings
}

/// What a unit gave a plugin.
struct Given<'g> {
    manifest: &'g PluginManifest,
    fields: &'g Map<String, Value>,
    period: Period,
    /// The rows that count of each ledger that was asked for: several counts come from one.
    counted: BTreeMap<&'g Name, Vec<Row<'g>>>,
}

impl Given<'_> {
    /// What is untrue of rows of a ledger; nothing where they count.
    fn reason(&mut self, record: &Record) -> Option<&'static str> {
        let runs = match record {
            Record::Rows(_, runs) => Some(runs),
            Record::Text(text) if text.contains('#') => None,
            Record::Named(_) | Record::Text(_) => return None,
        };
        let Self { manifest, fields, period, counted } = self;
        let (name, spec) = manifest.fields.get_key_value(record.name())?;
        if spec.kind != FieldType::Ledger {
            return None;
        }
        let Some(all) = fields.get(name.as_str()).and_then(Value::as_array) else { return Some("field") };
        let Some(runs) = runs else { return Some("row") };
        let rows = || in_period(fields, *period, name, spec).unwrap_or_default();
        let counted = counted.entry(name).or_insert_with(rows);
        for &(first, last) in runs {
            if first == 0 || first > last || last > all.len() {
                return Some("row");
            }
            let within = counted.iter().filter(|row| first <= row.number && row.number <= last).count();
            if within != last - first + 1 {
                return Some("period");
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_there_and_count() {
        let manifest: PluginManifest = toml::from_str(
            r#"
            id = "x"
            version = "1"
            title = "x"
            contract = 1
            library = "x"
            slots = []
            fields.items = { label = "台账", type = "ledger", columns.day = { label = "日期", type = "date" } }
            "#,
        )
        .unwrap();
        let fields = serde_json::json!({"items": [{"day": "2023-04-01"}, {"day": "2023-07-01"}, {}, {"day": "2023-05-01"}]});
        let Value::Object(fields) = fields else { panic!() };
        let known = |name: &str| Some(manifest.fields.get_key_value(name)?.0);
        let reason = |rows| {
            let record = Record::read(format!("items#{rows}"), known);
            let period = "2023Q2".parse().unwrap();
            Given { manifest: &manifest, fields: &fields, period, counted: BTreeMap::new() }.reason(&record)
        };
        for (rows, expected) in [
            ("1", None),
            ("1,4", None),
            ("1-2", Some("period")),
            ("3", Some("period")),
            ("4-5", Some("row")),
            ("0", Some("row")),
            ("x", Some("row")),
        ] {
            assert_eq!(reason(rows), expected, "{rows}");
        }
    }
}
