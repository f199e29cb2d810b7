//! Counts of units added up: of one time, and of the times that it is compared with.

use std::collections::{BTreeMap, BTreeSet};

use huibian_contract::{CountKey, PluginManifest};
use huibian_figure::{Figure, FigureTable, Merge};
use huibian_history::Baseline;

use crate::overview::{Cell, Sources};

/// The counts of all plugins over the units taken in so far.
pub struct Totals<'w> {
    /// Each plugin's, in the order of the report.
    pub merges: Vec<Merge<'w>>,
    manifests: Vec<&'w PluginManifest>,
}

impl<'w> Totals<'w> {
    pub(crate) fn new(manifests: &[&'w PluginManifest]) -> Self {
        let merges = manifests.iter().map(|manifest| Merge::new(manifest)).collect();
        Self { merges, manifests: manifests.to_vec() }
    }

    pub(crate) fn take<'f>(&mut self, figure: impl Fn(&CountKey) -> Option<&'f Figure>) {
        for (merge, manifest) in self.merges.iter_mut().zip(&self.manifests) {
            merge.take(|name| {
                let key = CountKey { plugin: manifest.id.clone(), name: name.clone() };
                figure(&key).map(|figure| figure.value)
            });
        }
    }

    /// The figures of another time that compare with those of `now`.
    pub(crate) fn comparable(&self, now: &Self, units: usize) -> FigureTable {
        let all = self.merges.iter().zip(&now.merges).zip(&self.manifests);
        let figures = all.flat_map(|((then, now), manifest)| {
            let key = |name| CountKey { plugin: manifest.id.clone(), name };
            then.comparable(now, units).into_iter().map(move |(name, figure)| (key(name), figure))
        });
        figures.collect()
    }

    pub(crate) fn cells(&self, units: usize, sources: &mut Sources) -> Vec<Option<Cell>> {
        let mut cells = Vec::new();
        for (merge, manifest) in self.merges.iter().zip(&self.manifests) {
            let figures = merge.figures(units);
            cells.extend(manifest.counts.keys().map(|name| {
                let figure = figures.get(name)?;
                Some(Cell { value: figure.value, source: sources.share(&figure.from.join(", ")) })
            }));
        }
        cells
    }

    /// How many units gave each count, a ratio both its parts.
    pub(crate) fn covered(&self) -> Vec<usize> {
        let all = self.merges.iter().zip(&self.manifests);
        all.flat_map(|(merge, manifest)| {
            manifest.counts.iter().map(|(name, spec)| match &spec.ratio {
                Some(ratio) => merge.coverage(&ratio.num).min(merge.coverage(&ratio.den)),
                None => merge.coverage(name),
            })
        })
        .collect()
    }

    /// What fewer units gave than reported: a whole section where its counts agree, else single counts.
    pub(crate) fn partial(&self, reported: usize) -> Vec<(String, usize)> {
        let mut partial = Vec::new();
        for (merge, manifest) in self.merges.iter().zip(&self.manifests) {
            let counts = manifest.counts.iter().map(|(name, spec)| (spec, merge.coverage(name)));
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
}

/// The totals of a parent, now and at the times that it is compared with.
pub(crate) struct Times<'w> {
    pub(crate) now: Totals<'w>,
    pub(crate) previous: Totals<'w>,
    last_year: Totals<'w>,
    to_date: Totals<'w>,
    /// The periods that some unit's figures of the year lack.
    lacking: BTreeMap<CountKey, BTreeSet<String>>,
}

impl<'w> Times<'w> {
    pub(crate) fn new(manifests: &[&'w PluginManifest]) -> Self {
        let totals = || Totals::new(manifests);
        let (now, previous, last_year, to_date) = (totals(), totals(), totals(), totals());
        Self { now, previous, last_year, to_date, lacking: BTreeMap::new() }
    }

    pub(crate) fn take(&mut self, figures: &FigureTable, past: &Baseline) {
        self.now.take(|key| figures.get(key));
        if past.goes_back {
            self.previous.take(|key| past.previous.get(key));
            self.last_year.take(|key| past.last_year.get(key));
            self.to_date.take(|key| past.to_date.get(key).map(|(figure, _)| figure));
            for (key, (_, lacking)) in past.to_date.iter().filter(|(_, (_, lacking))| !lacking.is_empty()) {
                let known = self.lacking.entry(key.clone()).or_default();
                known.extend(lacking.iter().map(ToString::to_string));
            }
        }
    }

    /// What the parent's figures are compared with.
    pub(crate) fn past(&self, mut past: Baseline, units: usize) -> Baseline {
        past.previous = self.previous.comparable(&self.now, units);
        past.last_year = self.last_year.comparable(&self.now, units);
        let to_date = self.to_date.comparable(&self.now, units).into_iter().map(|(key, figure)| {
            let lacking = self.lacking.get(&key).into_iter().flatten();
            let lacking = lacking.filter_map(|period| period.parse().ok()).collect();
            (key, (figure, lacking))
        });
        past.to_date = to_date.collect();
        past
    }
}
