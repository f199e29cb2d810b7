//! Counts of many units as one: each by its own `over_units`, with how many units gave it. Ratios are left to
//! [`Figures::derive_with`], which makes them anew from their parts, merged over the units that gave both.

use std::collections::BTreeMap;
use std::sync::Arc;

use huibian_contract::{Aggregation, CountKind, CountSpec};
use rust_decimal::Decimal;

use crate::counts::{CountIndex, Counts};
use crate::figure::Figure;
use crate::figures::{Figures, Pair};
use crate::origin::Origin;

/// The counts of all plugins over the units taken in so far. Its size does not grow with the units.
#[derive(Clone, Debug)]
pub struct Merge {
    counts: Arc<Counts>,
    /// Totals over plugins are none: they are derived anew.
    merged: Vec<Option<Merged>>,
    /// What stands above and below the line of each ratio, over the units that gave both.
    pairs: BTreeMap<CountIndex, [Merged; 2]>,
}

/// A count over the units taken in so far.
#[derive(Clone, Copy, Debug)]
struct Merged {
    /// Of a mean, the sum of the parts as heavy as they are.
    value: Decimal,
    /// Of a mean, how heavy they are together.
    weight: Decimal,
    /// How many units gave it.
    units: usize,
}

impl Merge {
    /// Nothing taken in yet.
    pub fn new(counts: &Arc<Counts>) -> Self {
        Self { counts: counts.clone(), merged: vec![None; counts.of_plugins()], pairs: BTreeMap::new() }
    }

    /// Takes in the figures of one unit. A count whose sum would not fit is left out of the coverage, and so is a mean's
    /// part without its weight.
    pub fn take(&mut self, figures: &Figures) {
        self.take_with(figures, |_, parts| parts);
    }

    /// The same; `pair` says what stands above and below the line of a ratio, of its place and of what its parts come to by
    /// themselves.
    pub fn take_with(
        &mut self,
        figures: &Figures,
        mut pair: impl FnMut(CountIndex, Option<Pair>) -> Option<Pair>,
    ) {
        let counts = self.counts.clone();
        for (index, _, spec) in counts.own().filter(|(.., spec)| adds_up(spec)) {
            let Some(given) = self.part(figures, index, spec) else { continue };
            let place = &mut self.merged[index.0];
            match *place {
                None => *place = Some(given),
                Some(known) => *place = known.and(given, spec).or(Some(known)),
            }
        }
        for (index, ..) in counts.own() {
            let Some(places) = counts.parts(index) else { continue };
            let [above, below] = places.map(|part| figures.exact(part));
            let Some(given) = pair(index, above.zip(below).map(|(above, below)| [above, below])) else {
                continue;
            };
            let weighed = |at: usize| {
                let spec = counts.spec(places[at]);
                adds_up(spec).then_some(())?;
                self.weighed(figures, places[at], spec, given[at])
            };
            let Some(given) = weighed(0).zip(weighed(1)) else { continue };
            let Some([above, below]) = self.pairs.get(&index).copied() else {
                self.pairs.insert(index, [given.0, given.1]);
                continue;
            };
            let [above_spec, below_spec] = places.map(|part| counts.spec(part));
            if let Some((above, below)) = above.and(given.0, above_spec).zip(below.and(given.1, below_spec)) {
                self.pairs.insert(index, [above, below]);
            }
        }
    }

    /// What one unit gives of a count.
    fn part(&self, figures: &Figures, index: CountIndex, spec: &CountSpec) -> Option<Merged> {
        self.weighed(figures, index, spec, figures.exact(index)?)
    }

    /// A number of one unit, as heavy as it is there.
    fn weighed(
        &self,
        figures: &Figures,
        index: CountIndex,
        spec: &CountSpec,
        value: Decimal,
    ) -> Option<Merged> {
        if spec.over_units != Aggregation::Average {
            return Some(Merged { value, weight: Decimal::ZERO, units: 1 });
        }
        let weight = figures.value(self.counts.weight(index)?)?;
        Some(Merged { value: value.checked_mul(weight)?, weight, units: 1 })
    }

    /// The counts that are merged.
    pub fn counts(&self) -> &Arc<Counts> {
        &self.counts
    }

    /// How many units gave a count, of a ratio both its parts.
    pub fn coverage(&self, index: CountIndex) -> usize {
        match self.pairs.get(&index) {
            Some([above, _]) => above.units,
            None => self.merged.get(index.0).and_then(Option::as_ref).map_or(0, |merged| merged.units),
        }
    }

    /// A merged count, not rounded yet, with its coverage among so many `units` as its origin; no mean of units that weigh
    /// nothing together.
    pub fn merged(&self, index: CountIndex, units: usize) -> Option<Figure> {
        let merged = (*self.merged.get(index.0)?)?;
        let value = merged.value(self.counts.spec(index))?;
        Some(Figure { value, origin: Origin::Units { gave: merged.units, all: units } })
    }

    /// What stands above and below the line of a ratio, over the units that gave both.
    pub fn pair(&self, index: CountIndex) -> Option<Pair> {
        let ([above, below], places) = (self.pairs.get(&index)?, self.counts.parts(index)?);
        let [above_spec, below_spec] = places.map(|part| self.counts.spec(part));
        Some([above.value(above_spec)?, below.value(below_spec)?])
    }

    /// The merged counts, and the ratios that follow from them: where a part is over more units than the ratio, with how many
    /// those are.
    pub fn figures(&self, units: usize) -> Figures {
        let places = (0..self.merged.len()).map(CountIndex);
        let merged = places.map(|index| self.merged(index, units)).collect();
        Figures::derive_with(&self.counts, merged, |index, parts, _| {
            let gave = self.coverage(index);
            let is_of_parts = parts.iter().all(|part| self.coverage(*part) == gave);
            let origin = if is_of_parts { Origin::Parts } else { Origin::Units { gave, all: units } };
            (self.pair(index), origin)
        })
    }
}

impl Merged {
    /// This and what another unit gave; none where it does not fit.
    fn and(self, given: Self, spec: &CountSpec) -> Option<Self> {
        let value = match spec.over_units {
            Aggregation::Max => self.value.max(given.value),
            Aggregation::Min => self.value.min(given.value),
            _ => self.value.checked_add(given.value)?,
        };
        Some(Self { value, weight: self.weight.checked_add(given.weight)?, units: self.units + 1 })
    }

    fn value(self, spec: &CountSpec) -> Option<Decimal> {
        match spec.over_units {
            Aggregation::Average => self.value.checked_div(self.weight),
            _ => Some(self.value),
        }
    }
}

fn adds_up(spec: &CountSpec) -> bool {
    spec.kind != CountKind::Ratio && !matches!(spec.over_units, Aggregation::Last | Aggregation::None)
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

    #[test]
    fn a_mean_is_as_heavy_as_its_units_and_the_smallest_stands() {
        let manifest: huibian_contract::PluginManifest = toml::from_str(
            r#"
            id = "work"
            version = "0.1.0"
            title = "工作"
            contract = 1
            slots = []
            [counts]
            people = { label = "人数", measure = "人" }
            days = { label = "人均天数", kind = "decimal", scale = 2, over_units = "average", weight = "people" }
            least = { label = "最少", over_units = "min" }
            "#,
        )
        .unwrap();
        let counts = Arc::new(Counts::new([&manifest], []));
        let index = |name: &str| counts.find("work", name).unwrap();
        let mut merge = Merge::new(&counts);
        // Three people at 2.5 days and one at 0.1: 7.6 / 4, where the mean of means would be 1.3.
        for unit in [
            &[("people", "3"), ("days", "2.5"), ("least", "4")][..],
            &[("people", "1"), ("days", "0.1"), ("least", "2")],
            &[("days", "9")],
        ] {
            let mut figures = Figures::of(&counts);
            unit.iter().for_each(|(name, value)| {
                figures.set(index(name), value.parse().unwrap(), Origin::default());
            });
            merge.take(&figures);
        }
        let figures = merge.figures(3);
        let digits = |name: &str| figures.get(index(name)).map(|figure| figure.digits().to_string());
        assert_eq!((digits("days").as_deref(), digits("least").as_deref()), (Some("1.90"), Some("2")));
        assert_eq!(
            figures.get(index("days")).unwrap().source(),
            "units 2/3",
            "who weighs nothing known is left out"
        );
        let nobody = Merge::new(&counts);
        assert_eq!(nobody.figures(1).len(), 0);
    }
}
