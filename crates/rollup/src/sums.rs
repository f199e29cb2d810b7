//! Counts of units added up: of one time, and of the times that it is compared with.

use std::collections::BTreeMap;
use std::sync::Arc;

use huibian_contract::{Period, PluginManifest};
use huibian_figure::{CountIndex, Counts, Figures, Merge};
use huibian_history::Baseline;

use crate::overview::OverviewColumn;

/// How many units gave each count, a ratio both its parts.
pub(crate) fn covered(merge: &Merge, columns: &[OverviewColumn<'_>]) -> Vec<usize> {
    let covered = |column: &OverviewColumn<'_>| match merge.counts().parts(column.index) {
        Some([above, below]) => merge.coverage(above).min(merge.coverage(below)),
        None => merge.coverage(column.index),
    };
    columns.iter().map(covered).collect()
}

/// What fewer units gave than reported: a whole section where its counts agree, else single counts.
pub(crate) fn partial(merge: &Merge, manifests: &[&PluginManifest], reported: usize) -> Vec<(String, usize)> {
    let mut partial = Vec::new();
    for manifest in manifests {
        let counts = merge.counts().of(&manifest.id).map(|(index, _, spec)| (spec, merge.coverage(index)));
        let counts: Vec<_> = counts.filter(|(_, covered)| *covered > 0).collect();
        match counts.first() {
            Some(&(_, covered)) if counts.iter().all(|(_, other)| *other == covered) => {
                partial.push((manifest.title.clone(), covered));
            }
            _ => partial.extend(counts.iter().map(|(spec, covered)| (spec.label.clone(), *covered))),
        }
    }
    partial.retain(|(_, covered)| *covered < reported);
    partial
}

/// The totals of a parent, now and at the times that it is compared with.
pub(crate) struct Times {
    pub(crate) now: Merge,
    pub(crate) previous: Merge,
    last_year: Merge,
    to_date: Merge,
    /// The periods that some unit's figures of the year lack.
    lacking: BTreeMap<CountIndex, Vec<Period>>,
}

impl Times {
    pub(crate) fn new(counts: &Arc<Counts>) -> Self {
        let merge = || Merge::new(counts);
        let (now, previous, last_year, to_date) = (merge(), merge(), merge(), merge());
        Self { now, previous, last_year, to_date, lacking: BTreeMap::new() }
    }

    pub(crate) fn take(&mut self, figures: &Figures, past: &Baseline) {
        self.now.take(figures);
        if past.goes_back {
            self.previous.take(&past.previous);
            self.last_year.take(&past.last_year);
            self.to_date.take(&past.to_date);
            for (index, lacking) in &past.lacking {
                let known = self.lacking.entry(*index).or_default();
                known.extend(lacking);
                known.sort_by_key(|period| (period.start(), *period));
                known.dedup();
            }
        }
    }

    /// What the parent's figures are compared with.
    pub(crate) fn past(&self, mut past: Baseline, units: usize) -> Baseline {
        past.previous = self.previous.comparable(&self.now, units);
        past.last_year = self.last_year.comparable(&self.now, units);
        past.to_date = self.to_date.comparable(&self.now, units);
        past.lacking.clone_from(&self.lacking);
        past
    }
}
