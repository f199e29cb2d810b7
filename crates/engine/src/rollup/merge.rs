//! Counts of many units as one: each by its own `over_units`, with how many units gave it. Ratios are left to
//! [`derive`](crate::figure::derive), which makes them anew from the merged parts.

use huibian_contract::{Aggregation, CountKind, CountSpec, Name, PluginManifest};
use huibian_host::{Contribution, Count};
use indexmap::IndexMap;
use rust_decimal::Decimal;

use crate::figure::{Figures, derive};

/// The counts of one plugin over the units taken in so far. Its size does not grow with the units.
pub struct Merge<'m> {
    manifest: &'m PluginManifest,
    counts: IndexMap<&'m Name, (Decimal, usize)>,
}

impl<'m> Merge<'m> {
    /// Nothing taken in yet.
    pub fn new(manifest: &'m PluginManifest) -> Self {
        Self { manifest, counts: IndexMap::new() }
    }

    /// Takes in the figures of one unit. A count whose sum would not fit is left out of the coverage.
    pub fn take(&mut self, figures: &Figures) {
        for (name, spec) in &self.manifest.counts {
            let Some(figure) = figures.get(name).filter(|_| adds_up(spec)) else { continue };
            let Some((value, units)) = self.counts.get_mut(name) else {
                self.counts.insert(name, (figure.value, 1));
                continue;
            };
            let merged = match spec.over_units {
                Aggregation::Max => Some((*value).max(figure.value)),
                _ => value.checked_add(figure.value),
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

    /// The merged counts, and the ratios that follow from them.
    pub fn figures(&self) -> Figures {
        let count = |(value, _): &(Decimal, usize)| Count {
            value: value.to_string(),
            from: vec!["units".to_owned()],
        };
        let counts = self.counts.iter().map(|(name, merged)| ((*name).clone(), count(merged))).collect();
        derive(self.manifest, &Contribution { counts, ..Contribution::default() })
    }
}

fn adds_up(spec: &CountSpec) -> bool {
    spec.kind != CountKind::Ratio && matches!(spec.over_units, Aggregation::Sum | Aggregation::Max)
}
