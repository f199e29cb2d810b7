//! Counts of many units as one: each by its own `over_units`, with how many units gave it. Ratios are left to
//! [`Figures::derive`], which makes them anew from the merged parts.

use std::sync::Arc;

use huibian_contract::{Aggregation, CountKind, CountSpec};
use rust_decimal::Decimal;

use crate::counts::{CountIndex, Counts};
use crate::figure::Figure;
use crate::figures::Figures;
use crate::origin::Origin;

/// The counts of all plugins over the units taken in so far. Its size does not grow with the units.
#[derive(Clone, Debug)]
pub struct Merge {
    counts: Arc<Counts>,
    /// Each with how many units gave it. Totals over plugins are none: they are derived anew.
    merged: Vec<Option<(Decimal, usize)>>,
}

impl Merge {
    /// Nothing taken in yet.
    pub fn new(counts: &Arc<Counts>) -> Self {
        Self { counts: counts.clone(), merged: vec![None; counts.of_plugins()] }
    }

    /// Takes in the figures of one unit. A count whose sum would not fit is left out of the coverage.
    pub fn take(&mut self, figures: &Figures) {
        for (index, _, spec) in self.counts.own().filter(|(.., spec)| adds_up(spec)) {
            let Some(given) = figures.value(index) else { continue };
            let Some((value, units)) = &mut self.merged[index.0] else {
                self.merged[index.0] = Some((given, 1));
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

    /// The counts that are merged.
    pub fn counts(&self) -> &Arc<Counts> {
        &self.counts
    }

    /// How many units gave a count.
    pub fn coverage(&self, index: CountIndex) -> usize {
        self.merged.get(index.0).and_then(Option::as_ref).map_or(0, |(_, units)| *units)
    }

    /// A merged count with its coverage among so many `units` as its origin.
    pub fn merged(&self, index: CountIndex, units: usize) -> Option<Figure> {
        let (value, gave) = (*self.merged.get(index.0)?)?;
        Some(Figure { value, origin: Origin::Units { gave, all: units } })
    }

    /// The merged counts, and the ratios that follow from them.
    pub fn figures(&self, units: usize) -> Figures {
        let places = (0..self.merged.len()).map(CountIndex);
        Figures::derive(&self.counts, places.map(|index| self.merged(index, units)).collect())
    }
}

fn adds_up(spec: &CountSpec) -> bool {
    spec.kind != CountKind::Ratio && matches!(spec.over_units, Aggregation::Sum | Aggregation::Max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::tests::manifest;

    #[test]
    fn counts_merge_by_their_rule_and_a_rate_follows_from_merged_parts() {
        let total = ("workspace/all".parse().unwrap(), CountSpec::default());
        let counts = Arc::new(Counts::new([&manifest("online-opinion")], [total]));
        let index = |name: &str| counts.find("online-opinion", name).unwrap();
        let unit = |values: &[(&str, i64)]| {
            let mut figures = Figures::of(&counts);
            for (name, value) in values {
                figures.set(index(name), (*value).into(), Origin::default());
            }
            figures.set(counts.named("workspace/all").unwrap(), 1.into(), Origin::default());
            figures
        };
        let mut merge = Merge::new(&counts);
        merge.take(&unit(&[("found", 1), ("handled", 1), ("longest", 3), ("rank", 1), ("rate", 100)]));
        merge.take(&unit(&[("found", 9), ("handled", 4), ("longest", 2), ("rank", 2), ("rate", 44)]));
        merge.take(&unit(&[]));
        merge.take(&Figures::default());
        let figures = merge.figures(3);
        let digits = |name: &str| figures.get(index(name)).map(|figure| figure.digits().to_string());
        let expected =
            [("found", Some("10")), ("handled", Some("5")), ("longest", Some("3")), ("rank", None)];
        for (name, expected) in expected {
            assert_eq!(digits(name).as_deref(), expected, "{name}");
        }
        assert_eq!(digits("rate").as_deref(), Some("50.0"), "not the mean of 100 and 44.4");
        assert_eq!(figures.get(index("found")).unwrap().source(), "units 2/3");
        assert_eq!((merge.coverage(index("found")), merge.coverage(index("rank"))), (2, 0));
        assert!(figures.named("workspace", "all").is_none(), "totals are derived anew");
    }
}
