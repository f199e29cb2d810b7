//! Sentences of a quarter's report at which a careful reader stops (`sentences/stops.txt`), and their look-alikes at which he
//! does not (`sentences/passes.txt`), beside the figures that they speak of.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use huibian_contract::{IndexMap, Name, PluginManifest, UnitId, UnitIdentity};
use huibian_figure::{Counts, Figure, Figures, Origin};
use huibian_history::Baseline;
use huibian_text::{Signs, TextCheck, TextOwner};
use huibian_unit::{Locations, UnitNames};
use rust_decimal::Decimal;
use serde_json::json;

const NEIGHBOURS: [&str; 5] = ["清河镇", "白石镇", "柳河乡", "东岭街道", "团结镇"];

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences").join(file)).unwrap()
}

struct Reader {
    manifest: PluginManifest,
    check: TextCheck,
    now: Figures,
    past: Baseline,
}

impl Reader {
    fn new() -> Self {
        let manifest: PluginManifest = toml::from_str(&read("plugin.toml")).unwrap();
        let counts = Arc::new(Counts::new([&manifest], []));
        let values: BTreeMap<String, [f64; 4]> = toml::from_str(&read("figures.toml")).unwrap();
        let [now, previous, last_year, to_date] = [0, 1, 2, 3].map(|at| {
            let figure = |name: &Name, spec| {
                let value = Decimal::try_from(values.get(name.as_str())?[at]).unwrap();
                Some(Figure::new(spec, value, Origin::default()))
            };
            Figures::derive(
                &counts,
                counts.of(&manifest.id).map(|(_, name, spec)| figure(name, spec)).collect(),
            )
        });
        let mut past = Baseline::none("2024Q2".parse().unwrap());
        (past.previous, past.last_year, past.to_date) = (previous, last_year, to_date);
        let check = TextCheck::new(std::iter::once(&manifest), &counts);
        Self { manifest, check, now, past }
    }

    /// What is told of a text, as codes.
    fn told(&self, text: &str) -> Vec<String> {
        let identity = UnitIdentity {
            id: UnitId::new("qinghe").unwrap(),
            name: NEIGHBOURS[0].to_owned(),
            attributes: IndexMap::default(),
        };
        let owner = TextOwner {
            identity: &identity,
            recipients: &[],
            period: self.past.period,
            names: &UnitNames::new(NEIGHBOURS.into_iter()),
            places: &Locations::default(),
            figures: &self.now,
            past: &self.past,
        };
        let fields = json!({ "practice": text, "elder": 3000, "chronic": 2600, "common": 4400, "patrols": [
            { "day": "2024-04-14", "found": 6, "heard": 12 },
            { "day": "2024-05-09", "found": 3, "heard": 8 },
            { "day": "2024-05-09", "found": 2, "heard": 5 },
            { "day": "2024-06-20", "found": 9, "heard": 30 },
        ] });
        let fields = fields.as_object().unwrap();
        let mut signs = Signs::default();
        let mut found = self.check.findings(owner, &self.manifest, fields, &mut signs);
        found.extend(self.check.across(owner, &[(&self.manifest, fields)], signs));
        found.iter().map(|found| found.code().to_string()).collect()
    }

    /// The sentences of a file, in the groups that it has, of which this many or few are told.
    fn wrong(&self, file: &str, is_right: impl Fn(&[String]) -> bool) -> Vec<String> {
        let text = read(file);
        let sentences = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let told = sentences.map(|sentence| (sentence, self.told(sentence)));
        told.filter(|(_, told)| !is_right(told))
            .map(|(sentence, told)| format!("{sentence} {told:?}"))
            .collect()
    }
}

#[test]
fn a_careful_reader_stops_at_these() {
    let missed = Reader::new().wrong("stops.txt", |told| !told.is_empty());
    assert!(missed.is_empty(), "{}: {missed:#?}", missed.len());
}

#[test]
fn a_careful_reader_passes_these() {
    let remarks = Reader::new().wrong("passes.txt", <[String]>::is_empty);
    assert!(remarks.is_empty(), "{}: {remarks:#?}", remarks.len());
}
