//! Built in: what a plugin's code says of where its counts come from, held against the unit's data.

use huibian_contract::{CarrierKind, CountKey, FieldType, Name, Period, PluginManifest, Severity};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_figure::FigureTable;
use huibian_host::declare::in_period;
use huibian_unit::Places;
use serde_json::{Map, Value};

/// Counts that are said to come from rows that are not there or do not count.
pub fn findings(
    manifest: &PluginManifest,
    figures: &FigureTable,
    fields: &Map<String, Value>,
    period: Period,
    places: &Places,
) -> Vec<Diagnostic> {
    if manifest.carrier() == CarrierKind::Declarative {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for (name, spec) in &manifest.counts {
        let key = CountKey { plugin: manifest.id.clone(), name: name.clone() };
        let Some(figure) = figures.get(&key) else { continue };
        let untrue = figure.from.iter().find_map(|source| {
            let (field, rows) = source.split_once('#')?;
            Some((source, field, reason(manifest, fields, period, field, rows)?))
        });
        let Some((source, field, reason)) = untrue else { continue };
        let found = Diagnostic::new(Code::OriginUntrue)
            .with("key", &key)
            .with("label", &spec.label)
            .with("said", source)
            .with("reason", reason)
            .weighing(Severity::Warning);
        findings.push(match places.of(&manifest.id, field).or_else(|| places.first(&manifest.id)) {
            Some(place) => found.at(place.clone()),
            None => found,
        });
    }
    findings
}

/// What is untrue of rows of a ledger, `1-3,5`; nothing where they count.
fn reason(
    manifest: &PluginManifest,
    fields: &Map<String, Value>,
    period: Period,
    field: &str,
    rows: &str,
) -> Option<&'static str> {
    let name = Name::new(field).ok()?;
    let spec = manifest.fields.get(&name).filter(|spec| spec.kind == FieldType::Ledger)?;
    let Some(all) = fields.get(field).and_then(Value::as_array) else { return Some("field") };
    let counted = in_period(fields, period, &name, spec).unwrap_or_default();
    for run in rows.split(',') {
        let (first, last) = run.split_once('-').unwrap_or((run, run));
        let (Ok(first), Ok(last)) = (first.parse::<usize>(), last.parse::<usize>()) else {
            return Some("row");
        };
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
        let reason = |rows| reason(&manifest, &fields, "2023Q2".parse().unwrap(), "items", rows);
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
