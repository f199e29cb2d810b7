//! Counts of many units as one: each by its own `over_units`, with how many units gave it. Ratios are left to
//! [`derive`], which makes them anew from the merged parts.

use huibian_contract::{Aggregation, CountKind, CountSpec, IndexMap, Name, PluginManifest};
use rust_decimal::Decimal;

use crate::derive::{Count, Figures, derive};

/// The counts of one plugin over the units taken in so far. Its size does not grow with the units.
pub struct Merge<'m> {
    manifest: &'m PluginManifest,
    counts: IndexMap<&'m Name, (Decimal, usize)>,
}

impl<'m> Merge<'m> {
    /// Nothing taken in yet.
    pub fn new(manifest: &'m PluginManifest) -> Self {
        Self { manifest, counts: IndexMap::default() }
    }

    /// Takes in the counts of one unit. A count whose sum would not fit is left out of the coverage.
    pub fn take(&mut self, value: impl Fn(&Name) -> Option<Decimal>) {
        for (name, spec) in &self.manifest.counts {
            let Some(given) = Some(name).filter(|_| adds_up(spec)).and_then(&value) else { continue };
            let Some((value, units)) = self.counts.get_mut(name) else {
                self.counts.insert(name, (given, 1));
                continue;
            };
            let merged = match spec.over_units {
                Aggregation::Max => Some((*value).max(given)),
                _ => value.checked_add(given),
            };
            if let Some(merged) = merged {
                (*value, *units) = (merged, *units + 1);
            }
        }
    }

    /// How many units gave a count.
    pub fn coverage(&self, name: &Name) -> usize {
        self.counts.get(name).map_or(0, |(_, units)| *units)
    }

    /// The merged counts, each with its coverage among so many `units` as its source.
    pub fn counts(&self, units: usize) -> IndexMap<Name, Count> {
        let count = |(value, covered): &(Decimal, usize)| Count {
            value: *value,
            from: vec![format!("units {covered}/{units}")],
        };
        self.counts.iter().map(|(name, merged)| ((*name).clone(), count(merged))).collect()
    }

    /// The figures of another time that compare with those of `now`: as many units gave each count then.
    pub fn comparable(&self, now: &Self, units: usize) -> Figures {
        let mut counts = self.counts(units);
        counts.retain(|name, _| self.coverage(name) == now.coverage(name));
        derive(self.manifest, &counts)
    }

    /// The merged counts, and the ratios that follow from them.
    pub fn figures(&self, units: usize) -> Figures {
        derive(self.manifest, &self.counts(units))
    }
}

fn adds_up(spec: &CountSpec) -> bool {
    spec.kind != CountKind::Ratio && matches!(spec.over_units, Aggregation::Sum | Aggregation::Max)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"
        id = "online-opinion"
        version = "0.1.0"
        title = "网络舆情"
        contract = 1
        slots = []
        [counts]
        found = { kind = "integer", label = "发现", measure = "条" }
        handled = { kind = "integer", label = "处置", measure = "条" }
        longest = { kind = "integer", label = "最长", measure = "天", over_units = "max" }
        rank = { kind = "integer", label = "名次", measure = "名", over_units = "none" }
        rate = { kind = "ratio", label = "处置率", scale = 1, ratio = { num = "handled", den = "found", as = "%" } }
    "#;

    #[test]
    fn counts_merge_by_their_rule_and_a_rate_follows_from_merged_parts() {
        let manifest: PluginManifest = toml::from_str(MANIFEST).unwrap();
        let name = |text: &str| Name::new(text).unwrap();
        let unit = |counts: &[(&'static str, i64)]| {
            let counts: Vec<_> = counts.to_vec();
            move |name: &Name| Some(counts.iter().find(|(key, _)| *key == name.as_str())?.1.into())
        };
        let mut merge = Merge::new(&manifest);
        merge.take(unit(&[("found", 1), ("handled", 1), ("longest", 3), ("rank", 1), ("rate", 100)]));
        merge.take(unit(&[("found", 9), ("handled", 4), ("longest", 2), ("rank", 2), ("rate", 44)]));
        merge.take(unit(&[]));
        let figures = merge.figures(3);
        let digits = |key: &str| figures.get(&name(key)).map(|figure| figure.digits.as_str());
        assert_eq!(
            (digits("found"), digits("handled"), digits("longest")),
            (Some("10"), Some("5"), Some("3"))
        );
        assert_eq!(digits("rate"), Some("50.0"), "not the mean of 100 and 44.4");
        assert_eq!(digits("rank"), None);
        assert_eq!(figures[&name("found")].from, ["units 2/3"]);
        assert_eq!((merge.coverage(&name("found")), merge.coverage(&name("rank"))), (2, 0));
    }
}
