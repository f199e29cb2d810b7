//! What one side has of a unit, or of several units that are one on the other side.

use std::collections::HashSet;

use huibian_contract::{CountKey, IndexMap, UnitId};
use huibian_diagnostic::Diagnostic;
use huibian_figure::{CountIndex, Counts, Figures, Merge};
use huibian_history::{Carried, Carrier};

use crate::figures::Printed;
use crate::side::SideUnit;

/// Units of one side.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    pub(crate) ids: Vec<UnitId>,
    pub(crate) names: Vec<String>,
    pub(crate) unmade: bool,
    /// Whether a part of it lacks on the other side, so that nothing compares.
    pub(crate) is_partial: bool,
    pub(crate) faults: Vec<Diagnostic>,
    /// The units above them, by id or name.
    pub(crate) parents: Vec<String>,
    /// Each unit's figures in the measures of now.
    pub(crate) figures: Vec<Figures>,
    /// What they come to.
    pub(crate) printed: IndexMap<CountKey, Printed>,
    /// Counts of which there is a part alone.
    pub(crate) partial: HashSet<CountKey>,
    pub(crate) words: Option<Vec<String>>,
    pub(crate) words_hash: Option<String>,
}

impl Part {
    /// Of these units; `is_plain` where one goes with one.
    pub(crate) fn of(
        units: Vec<(UnitId, SideUnit)>,
        (carrier, counts): (&Carrier, &Counts),
        is_plain: bool,
    ) -> Self {
        let mut part = Self::default();
        let mut others = Vec::new();
        for (id, unit) in units {
            let Carried { figures, others: left } = carrier.carry(&unit.counts);
            part.ids.push(id);
            part.names.push(unit.name);
            part.unmade |= unit.unmade;
            part.faults.extend(unit.faults);
            part.parents.extend(unit.parent);
            part.figures.push(figures);
            others.extend(left);
            (part.words, part.words_hash) = (unit.words, unit.words_hash);
        }
        if !is_plain {
            part.add_up(counts);
            part.partial.extend(others.into_iter().map(|(key, _)| key));
        } else if let [figures] = part.figures.as_slice() {
            let all = figures.iter().map(|figure| (figure.key().clone(), Printed::of(figure)));
            part.printed = all.collect();
            part.printed.extend(others.into_iter().map(|(key, filed)| {
                let is_no_more = counts.index(&key).is_none();
                (key, Printed::filed(&filed, is_no_more))
            }));
        }
        part
    }

    /// What several units come to; of what some of them alone gave, nothing.
    fn add_up(&mut self, counts: &Counts) {
        let Some(first) = self.figures.first() else { return };
        let mut merge = Merge::new(first.counts());
        self.figures.iter().for_each(|figures| merge.take(figures));
        let sums = merge.figures(self.figures.len());
        for (index, key, _) in counts.own() {
            let is_whole = self.gave(index, counts);
            if let Some(figure) = sums.get(index).filter(|_| is_whole) {
                self.printed.insert(key.clone(), Printed::of(figure));
            } else if self.figures.iter().any(|figures| figures.get(index).is_some()) {
                self.partial.insert(key.clone());
            }
        }
    }

    /// Whether all its units gave a count, of a ratio both its parts.
    pub(crate) fn gave(&self, index: CountIndex, counts: &Counts) -> bool {
        let gave = |index| self.figures.iter().all(|figures| figures.get(index).is_some());
        !self.figures.is_empty()
            && counts.parts(index).map_or_else(|| gave(index), |parts| parts.into_iter().all(gave))
    }

    /// What they are called together.
    pub(crate) fn name(&self) -> String {
        self.names.join("、")
    }
}
