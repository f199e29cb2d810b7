//! What a plugin's code says of where its counts come from, held against the data it was given: a field that was not filled in,
//! and a row that is not there, are no source.

use huibian_contract::{Message, PluginManifest, Request, Severity, Words};
use huibian_figure::{Origin, Record};

use crate::validate::Contribution;

/// A remark on each count whose source is not there.
pub fn unfounded(manifest: &PluginManifest, request: &Request, contribution: &Contribution) -> Vec<Message> {
    let counts = contribution.counts.iter().filter_map(|(name, figure)| {
        let Origin::Records(records) = &figure.origin else { return None };
        let record = records.iter().find(|record| !is_there(record, manifest, request, contribution))?;
        let label = manifest.counts.get(name).map_or(name.as_str(), |spec| &spec.label);
        let text = Words {
            zh: Some(format!("插件说“{label}”来自 {record}，数据中没有，请联系插件的作者。")),
            en: Some(format!(
                "The plugin says that {label} comes from {record}, which is not in the data; tell its author."
            )),
        };
        Some(Message { severity: Severity::Warning, text, fields: Vec::new() })
    });
    counts.collect()
}

/// Whether a record is in the data, or a count that the plugin gives. What it says in words of its own is left alone.
fn is_there(
    record: &Record,
    manifest: &PluginManifest,
    request: &Request,
    contribution: &Contribution,
) -> bool {
    match record {
        Record::Named(name) if manifest.counts.contains_key(name) => {
            contribution.counts.contains_key(name) || request.data.contains_key(name.as_str())
        }
        Record::Named(name) => request.data.contains_key(name.as_str()),
        Record::Rows(ledger, runs) => {
            let rows =
                request.data.get(ledger.as_str()).and_then(serde_json::Value::as_array).map_or(0, Vec::len);
            runs.iter().all(|(first, last)| first <= last && *last <= rows)
        }
        Record::Text(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huibian_contract::Response;
    use serde_json::json;

    #[test]
    fn a_source_that_is_not_in_the_data_is_told() {
        let manifest: PluginManifest = toml::from_str(
            "id = \"x\"\nversion = \"1\"\ntitle = \"x\"\ncontract = 1\nlibrary = \"x\"\nslots = []\n\
             [fields]\nn = { label = \"次数\", type = \"integer\" }\nl = { label = \"台账\", type = \"ledger\" }\n\
             [counts]\na = { label = \"走访\" }\nb = { label = \"其他\" }",
        )
        .unwrap();
        let said = |from: &str| {
            let request: Request = serde_json::from_value(json!({
                "contract": 1, "period": "2023Q2", "unit": {"id": "yunxi", "name": "云溪镇"},
                "data": {"l": [{}, {}, {}]},
            }))
            .unwrap();
            let response: Response =
                serde_json::from_value(json!({"counts": {"a": {"value": 3, "from": [from]}}})).unwrap();
            let contribution = Contribution::of(&manifest, response, |_| Origin::default()).unwrap();
            unfounded(&manifest, &request, &contribution).len()
        };
        for (from, remarks) in [
            ("l", 0),
            ("l#1-3", 0),
            ("l#1,3", 0),
            ("l#2-4", 1),
            ("l#9", 1),
            ("n", 1),
            ("b", 1),
            ("口头报告", 0),
        ] {
            assert_eq!(said(from), remarks, "{from}");
        }
    }
}
