//! The counts that a template may name, looked for in a unit's figures where it names them.

use huibian_contract::{Basis, CountKey, PluginManifest};
use huibian_figure::{Figure, FigureTable};
use huibian_history::Baseline;
use huibian_template::Counts;
use indexmap::Equivalent;
use serde_json::{Map, Value};

/// A unit's counts, by the names that a template has for them.
pub struct NamedCounts<'c> {
    /// The plugin whose section it is: its own counts are named bare, beside them those that it uses. Nothing for the
    /// report's own template, which may name all by their full keys.
    pub section: Option<&'c PluginManifest>,
    /// The figures of the report's period.
    pub figures: &'c FigureTable,
    /// Those of other periods.
    pub past: &'c Baseline,
}

impl NamedCounts<'_> {
    /// What a template calls a count; nothing where it may not name it.
    fn name(&self, key: &CountKey) -> Option<String> {
        match self.section {
            Some(manifest) if key.plugin == manifest.id => Some(key.name.to_string()),
            Some(manifest) => manifest.uses.contains(key).then(|| key.full()),
            None => Some(key.full()),
        }
    }

    fn may_name(&self, key: Key<'_>) -> bool {
        self.section.is_none_or(|manifest| {
            manifest.id.as_str() == key.plugin || manifest.uses.iter().any(|used| key.equivalent(used))
        })
    }
}

impl Counts for NamedCounts<'_> {
    fn digits(&self, basis: Basis, name: &str) -> Option<&str> {
        let key = match name.split_once('/') {
            Some((plugin, name)) => Key { plugin, name },
            None => Key { plugin: self.section?.id.as_str(), name },
        };
        let figure = match basis {
            Basis::Now => self.figures.get(&key),
            Basis::Previous => self.past.previous.get(&key),
            Basis::LastYear => self.past.last_year.get(&key),
            Basis::ToDate => self.past.to_date.get(&key).map(|(figure, _)| figure),
        };
        figure.filter(|_| self.may_name(key)).map(|figure| figure.digits.as_str())
    }

    fn all(&self, basis: Basis) -> Map<String, Value> {
        let named =
            |(key, figure): (&CountKey, &Figure)| Some((self.name(key)?, figure.digits.clone().into()));
        match basis {
            Basis::Now => self.figures.iter().filter_map(named).collect(),
            Basis::Previous => self.past.previous.iter().filter_map(named).collect(),
            Basis::LastYear => self.past.last_year.iter().filter_map(named).collect(),
            Basis::ToDate => {
                self.past.to_date.iter().map(|(key, (figure, _))| (key, figure)).filter_map(named).collect()
            }
        }
    }
}

/// A count's key where none need be made: tables are looked into by it.
#[derive(Clone, Copy, Hash)]
struct Key<'a> {
    plugin: &'a str,
    name: &'a str,
}

impl Equivalent<CountKey> for Key<'_> {
    fn equivalent(&self, key: &CountKey) -> bool {
        key.plugin.as_str() == self.plugin && key.name.as_str() == self.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huibian_contract::Period;
    use rust_decimal::Decimal;

    /// One count under a number of its own in each period.
    fn counts(keys: &[&str]) -> (FigureTable, Baseline) {
        let figure = |digits: &str| Figure {
            value: Decimal::ZERO,
            digits: digits.to_owned(),
            measure: String::new(),
            from: Vec::new(),
        };
        let table = |digits: &str| -> FigureTable {
            keys.iter().map(|key| (key.parse().unwrap(), figure(digits))).collect()
        };
        let mut past = Baseline::none("2023Q2".parse::<Period>().unwrap());
        (past.previous, past.last_year) = (table("2"), table("3"));
        past.to_date = table("4").into_iter().map(|(key, figure)| (key, (figure, Vec::new()))).collect();
        (table("1"), past)
    }

    #[test]
    fn what_is_asked_for_is_what_all_have() {
        let (figures, past) =
            counts(&["theory-study/sessions", "online-opinion/found", "propaganda/articles"]);
        let manifest: PluginManifest = toml::from_str(
            "id = \"theory-study\"\nversion = \"0.1.0\"\ntitle = \"学习\"\ncontract = 1\nslots = []\nuses = [\"propaganda/articles\"]",
        )
        .unwrap();
        for (section, named) in [
            (Some(&manifest), &["sessions", "propaganda/articles"][..]),
            (None, &["theory-study/sessions", "online-opinion/found", "propaganda/articles"]),
        ] {
            let counts = NamedCounts { section, figures: &figures, past: &past };
            for (basis, digits) in
                [(Basis::Now, "1"), (Basis::Previous, "2"), (Basis::LastYear, "3"), (Basis::ToDate, "4")]
            {
                let all = counts.all(basis);
                assert_eq!(all.keys().collect::<Vec<_>>().len(), named.len());
                for name in named {
                    assert_eq!(counts.digits(basis, name), Some(digits), "{name}");
                    assert_eq!(all[*name], digits);
                }
                for name in ["articles", "found", "propaganda/none"] {
                    assert_eq!(counts.digits(basis, name), None, "{name}");
                }
            }
        }
        let counts = NamedCounts { section: Some(&manifest), figures: &figures, past: &past };
        assert_eq!(counts.digits(Basis::Now, "theory-study/sessions"), Some("1"));
        assert_eq!(counts.digits(Basis::Now, "online-opinion/found"), None);
    }
}
