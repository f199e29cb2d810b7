//! Counts that documents print in another measure and that add up: totals with their parts, and those with theirs. Found once, where
//! counts are declared.

use std::ops::Range;

use crate::counts::{CountIndex, Counts};

/// A count that is shown in another measure, with all that are parts of it, in columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Family {
    /// The counts that have no parts. None is what a total has beyond its parts, behind them: it is a part as well.
    pub(crate) columns: Vec<Option<CountIndex>>,
    /// The totals with the columns that they are the sum of, the inner ones first.
    pub(crate) totals: Vec<(CountIndex, Range<usize>)>,
}

/// All families: each count is in one of them, below one total alone.
pub(crate) fn families(counts: &Counts) -> Vec<Family> {
    let is_shown =
        |index: CountIndex| counts.spec(index).shown.is_some() && counts.spec(index).ratio.is_none();
    let shown: Vec<CountIndex> =
        counts.own().map(|(index, ..)| index).filter(|index| is_shown(*index)).collect();
    let parts: Vec<CountIndex> = shown.iter().flat_map(|index| parts_of(counts, *index)).collect();
    let (parted, tops): (Vec<CountIndex>, Vec<_>) =
        shown.into_iter().partition(|index| parts.contains(index));
    let mut placed = Vec::new();
    let mut families = Vec::new();
    // What is a part of itself begins somewhere too.
    for top in tops.into_iter().chain(parted) {
        if !placed.contains(&top) {
            placed.push(top);
            let mut family = Family::default();
            family.add(counts, top, &mut placed);
            families.push(family);
        }
    }
    families
}

/// The parts of a count that are shown as it is.
fn parts_of(counts: &Counts, total: CountIndex) -> Vec<CountIndex> {
    let (key, spec) = (counts.key(total), counts.spec(total));
    let alike =
        |part: &CountIndex| counts.spec(*part).shown == spec.shown && counts.spec(*part).ratio.is_none();
    let parts = spec.parts.iter().filter_map(|part| counts.find(key.plugin.as_str(), part.as_str()));
    parts.filter(alike).collect()
}

impl Family {
    fn add(&mut self, counts: &Counts, total: CountIndex, placed: &mut Vec<CountIndex>) {
        let start = self.columns.len();
        for part in parts_of(counts, total) {
            if placed.contains(&part) {
                continue;
            }
            placed.push(part);
            if parts_of(counts, part).is_empty() {
                self.columns.push(Some(part));
            } else {
                self.add(counts, part, placed);
            }
        }
        self.columns.push(None);
        self.totals.push((total, start..self.columns.len()));
    }

    /// All its counts.
    pub(crate) fn counts(&self) -> impl Iterator<Item = CountIndex> + '_ {
        self.columns.iter().copied().flatten().chain(self.totals.iter().map(|(total, _)| *total))
    }

    /// The columns that inner totals are the sum of.
    pub(crate) fn groups(&self) -> Vec<Range<usize>> {
        let inner = &self.totals[..self.totals.len().saturating_sub(1)];
        inner.iter().map(|(_, columns)| columns.clone()).collect()
    }
}
