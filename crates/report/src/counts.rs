//! The counts that a template may name, looked for in a unit's figures where it names them.

use huibian_contract::{Basis, PluginManifest};
use huibian_figure::{CountFigure, Figures};
use huibian_history::Baseline;
use huibian_template::Counts;
use serde_json::{Map, Value};

/// A unit's counts, by the names that a template has for them.
pub struct NamedCounts<'c> {
    /// The plugin whose section it is: its own counts are named bare, beside them those that it uses. Nothing for the
    /// report's own template, which may name all by their full keys.
    pub section: Option<&'c PluginManifest>,
    /// The figures of the report's period.
    pub figures: &'c Figures,
    /// Those of other periods.
    pub past: &'c Baseline,
}

impl<'c> NamedCounts<'c> {
    fn at(&self, basis: Basis) -> &'c Figures {
        self.past.figures(basis).unwrap_or(self.figures)
    }

    /// What a template calls a count; nothing where it may not name it.
    fn name(&self, figure: CountFigure<'_>) -> Option<String> {
        let key = figure.key();
        match self.section {
            Some(manifest) if key.plugin == manifest.id => Some(key.name.to_string()),
            _ => self.may_name(figure).then(|| key.full()),
        }
    }

    fn may_name(&self, figure: CountFigure<'_>) -> bool {
        let key = figure.key();
        self.section.is_none_or(|manifest| manifest.id == key.plugin || manifest.uses.contains(key))
    }
}

impl Counts for NamedCounts<'_> {
    fn is_zero(&self, basis: Basis, name: &str) -> Option<bool> {
        let (plugin, name) = match name.split_once('/') {
            Some((plugin, name)) => (plugin, name),
            None => (self.section?.id.as_str(), name),
        };
        let figure = self.at(basis).named(plugin, name).filter(|figure| self.may_name(*figure))?;
        Some(figure.value.is_zero())
    }

    fn all(&self, basis: Basis) -> Map<String, Value> {
        let named = |figure: CountFigure<'_>| Some((self.name(figure)?, figure.shown().to_string().into()));
        self.at(basis).iter().filter_map(named).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huibian_contract::{CountSpec, Period};
    use huibian_figure::{Counts as Declared, Origin};
    use std::sync::Arc;

    /// One count under a number of its own in each period.
    fn counts(keys: &[&str]) -> (Figures, Baseline) {
        let keys = keys.iter().map(|key| (key.parse().unwrap(), CountSpec::default()));
        let counts = Arc::new(Declared::new([], keys));
        let table = |value: i64| {
            let mut figures = Figures::of(&counts);
            counts.all().for_each(|(index, ..)| figures.set(index, value.into(), Origin::default()));
            figures
        };
        let mut past = Baseline::none("2023Q2".parse::<Period>().unwrap());
        (past.previous, past.last_year, past.to_date) = (table(2), table(3), table(0));
        (table(1), past)
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
                [(Basis::Now, "1"), (Basis::Previous, "2"), (Basis::LastYear, "3"), (Basis::ToDate, "0")]
            {
                let all = counts.all(basis);
                assert_eq!(all.keys().collect::<Vec<_>>().len(), named.len());
                for name in named {
                    assert_eq!(counts.is_zero(basis, name), Some(digits == "0"), "{name}");
                    assert_eq!(all[*name], digits);
                }
                for name in ["articles", "found", "propaganda/none"] {
                    assert_eq!(counts.is_zero(basis, name), None, "{name}");
                }
            }
        }
        let counts = NamedCounts { section: Some(&manifest), figures: &figures, past: &past };
        assert_eq!(counts.is_zero(Basis::Now, "theory-study/sessions"), Some(false));
        assert_eq!(counts.is_zero(Basis::Now, "online-opinion/found"), None);
    }
}
