//! What units above others are compared with: their sums of earlier times, over those who stood below them then, and what of
//! them compares with now.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use huibian_contract::{Aggregation, Basis, UnitId};
use huibian_figure::{CountIndex, Counts, Figures, Merge, Origin};
use huibian_history::{Above, Apart, Baseline, Baselines, Compared, Table};
use rust_decimal::Decimal;

use crate::groups::{Group, Then, above, groups};
use crate::overview::OverviewRow;
use crate::year::ToDate;

/// What is known of the past of units above others.
pub(crate) struct Earlier<'w> {
    pub(crate) history: &'w Baselines,
    pub(crate) counts: &'w Arc<Counts>,
    pub(crate) rows: &'w [OverviewRow],
    /// Of each row that reports: its figures now, and those of the period before and of a year earlier.
    pub(crate) values: &'w [Option<[Values; 3]>],
    /// The sums of each row that is a parent's.
    pub(crate) totals: &'w [Option<Merge>],
    /// How many units are below each of those.
    pub(crate) units: &'w [usize],
    /// Units that report and stand below none of the rows.
    pub(crate) elsewhere: &'w HashSet<UnitId>,
    /// Whether all units of each time are compared, and not those of both.
    pub(crate) takes_all: bool,
}

/// The numbers of a unit's counts, by their places; none where nothing is known.
pub(crate) type Values = Box<[Option<Decimal>]>;

/// A unit's numbers, as they were before they were rounded.
pub(crate) fn values(figures: &Figures) -> Values {
    let counts = figures.counts().all();
    if figures.is_empty() {
        Values::default()
    } else {
        counts.map(|(index, ..)| figures.exact(index)).collect()
    }
}

pub(crate) fn value(values: &Values, index: CountIndex) -> Option<Decimal> {
    values.get(index.place()).copied().flatten()
}

/// What a count comes to over two units.
pub(crate) fn beside(over_units: Aggregation, one: Decimal, other: Decimal) -> Option<Decimal> {
    match over_units {
        Aggregation::Sum => one.checked_add(other),
        Aggregation::Max => Some(one.max(other)),
        Aggregation::Min => Some(one.min(other)),
        Aggregation::Average | Aggregation::Last | Aggregation::None => None,
    }
}

/// The sums of one time, and those of units that go together.
struct Sums {
    all: Merge,
    now: Merge,
    before: Merge,
    apart: BTreeMap<CountIndex, Apart>,
    /// Units that have a figure of then and are not in the sum of all, and those that are in that alone.
    unlisted: BTreeMap<CountIndex, Apart>,
}

impl Earlier<'_> {
    /// What each parent's figures are compared with; nothing of rows that are no parent's.
    pub(crate) fn of_all(&self) -> Vec<Option<Baseline>> {
        let mut previous = self.compared(Basis::Previous, 1);
        let mut last_year = self.compared(Basis::LastYear, 2);
        let mut to_date = self.to_date();
        let baseline = |row: usize| {
            self.totals[row].as_ref()?;
            let mut past = self.history.of_nobody();
            let (all, previous) = previous[row].take()?;
            past.previous = all;
            let (all, last_year) = last_year[row].take()?;
            past.last_year = all;
            let ToDate { figures, lacking, was_otherwise } = to_date[row].take()?;
            (past.to_date, past.lacking) = (figures, lacking);
            let takes_all = self.takes_all;
            past.above = Some(Box::new(Above { takes_all, previous, last_year, was_otherwise }));
            Some(past)
        };
        (0..self.rows.len()).map(baseline).collect()
    }

    /// The figures of all that filed at another time, and what compares.
    fn compared(&self, basis: Basis, place: usize) -> Vec<Option<(Figures, Compared)>> {
        let is_parent = |totals: &Option<Merge>| totals.as_ref().map(|_| Sums::new(self.counts));
        let mut sums: Vec<Option<Sums>> = self.totals.iter().map(is_parent).collect();
        if let Some(table) = self.history.table(basis) {
            for group in groups(self.rows, self.history.lineage(), table) {
                for parent in group.parents(self.rows) {
                    let Some(sums) = sums[parent].as_mut() else { continue };
                    for cells in self.history.columns().rows(&group.filed_below(parent)) {
                        let (figures, pairs) = self.history.filed_figures(table, &cells);
                        sums.all.take_with(&figures, |ratio, parts| {
                            let pair = self.history.columns().pair(ratio);
                            pair.map_or(parts, |_| pairs.get(&ratio).copied())
                        });
                    }
                }
                self.compare(&group, table, place, &mut sums);
            }
        }
        let finished = |(row, sums): (usize, Option<Sums>)| {
            let total = self.totals[row].as_ref()?;
            Some(sums?.finish(total, self.units[row], self.takes_all))
        };
        sums.into_iter().enumerate().map(finished).collect()
    }

    /// Adds up what of a group compares, and names what does not.
    fn compare(&self, group: &Group<'_>, table: &Table, place: usize, sums: &mut [Option<Sums>]) {
        // Of one unit its own past counts, whatever it was called; of several what they filed.
        let filed = |then: &Then<'_>| values(&self.history.filed_figures(table, then.filed.cells()).0);
        let then: Vec<Values> = group.then.iter().map(filed).collect();
        let several: Values;
        let before: Vec<&Values> = match group.rows.as_slice() {
            [] => Vec::new(),
            [row] => self.values[*row].iter().map(|values| &values[place]).collect(),
            rows => {
                let units: Vec<&UnitId> = rows.iter().map(|row| &self.rows[*row].id).collect();
                several = values(&self.history.figures_of(table, &units));
                vec![&several]
            }
        };
        let now: Vec<Option<&Values>> = group.rows.iter().map(|row| self.now(*row)).collect();
        // Who gives a mean's part without its weight gives nothing to it, nor who gives one part of a rate.
        let gave_it = |values: &Values, index| {
            let weight = self.counts.weight(index);
            value(values, index).is_some() && weight.is_none_or(|weight| value(values, weight).is_some())
        };
        let gave = |values: &Values, index| match self.counts.parts(index) {
            Some(parts) => parts.into_iter().all(|part| gave_it(values, part)),
            None => gave_it(values, index),
        };
        let given =
            |units: &[&Values], index| !units.is_empty() && units.iter().all(|values| gave(values, index));
        for parent in group.parents(self.rows) {
            let Some(sums) = sums[parent].as_mut() else { continue };
            let is_there = group.is_below(parent, self.rows) && group.was_below(parent);
            let all_now: Option<Vec<&Values>> = now.iter().copied().collect();
            let mut same = Vec::new();
            for (index, _, spec) in self.counts.own() {
                let is_rate = spec.ratio.is_some();
                if !is_rate {
                    self.note_unlisted(group, &then, (parent, place, index), &mut sums.unlisted);
                }
                let goes_together = is_there
                    && all_now.as_ref().is_some_and(|now| given(now, index))
                    && given(&before, index);
                if goes_together {
                    sums.apart.entry(index).or_default().both += group.rows.len();
                    // What is above and below the line of a rate is added up as it is.
                    same.extend((!is_rate).then_some(index));
                    continue;
                }
                let mut apart = Apart::default();
                for row in group.rows.iter().filter(|row| above(self.rows, **row).any(|row| row == parent)) {
                    if self.now(*row).is_some_and(|now| gave(now, index)) {
                        apart.now.add(&self.rows[*row].name);
                    }
                }
                // Who is named by what it is called now is not named by what it was called then as well.
                for (then, values) in group.then.iter().zip(&then).filter(|_| apart.now.is_empty()) {
                    if then.above.contains(&parent) && gave(values, index) {
                        apart.before.add(group.called(self.rows, then));
                    }
                }
                if apart != Apart::default() {
                    let known = sums.apart.entry(index).or_default();
                    (known.now, known.before) = (known.now.and(&apart.now), known.before.and(&apart.before));
                }
            }
            let only = |values: &Values| {
                let mut kept = Figures::of(self.counts);
                for index in &same {
                    value(values, *index)
                        .into_iter()
                        .for_each(|value| kept.set(*index, value, Origin::default()));
                }
                kept
            };
            all_now.iter().flatten().for_each(|values| sums.now.take(&only(values)));
            before.iter().for_each(|values| sums.before.take(&only(values)));
        }
    }

    /// Notes who of a group has a figure of then in its row and not in the sum of all above it, or in that alone.
    fn note_unlisted(
        &self,
        group: &Group<'_>,
        then: &[Values],
        (parent, place, index): (usize, usize, CountIndex),
        unlisted: &mut BTreeMap<CountIndex, Apart>,
    ) {
        let has_past = |row: &&usize| {
            let past = self.values[**row].as_ref().map(|values| &values[place]);
            above(self.rows, **row).any(|row| row == parent)
                && past.is_some_and(|past| value(past, index).is_some())
        };
        let rows: Vec<&usize> = group.rows.iter().filter(has_past).collect();
        let gave = group.then.iter().zip(then).filter(|(_, values)| value(values, index).is_some());
        let (below, elsewhere): (Vec<&Then<'_>>, Vec<&Then<'_>>) =
            gave.map(|(then, _)| then).partition(|then| then.above.contains(&parent));
        let are_same = matches!(rows[..], [_]) && elsewhere.is_empty() && !below.is_empty();
        if are_same || rows.is_empty() && below.is_empty() {
            return;
        }
        let known = unlisted.entry(index).or_default();
        rows.iter().for_each(|row| known.now.add(&self.rows[**row].name));
        let names: BTreeSet<&str> = below.iter().map(|then| &*then.name).collect();
        names.into_iter().for_each(|name| known.before.add(name));
    }

    /// Whether a unit of then, or one that it became, reports and stands below none of the rows.
    pub(crate) fn is_elsewhere(&self, unit: &UnitId) -> bool {
        let is_there = |name: &&str| UnitId::new(name).is_ok_and(|unit| self.elsewhere.contains(&unit));
        self.elsewhere.contains(unit)
            || self.history.lineage().names_after(std::iter::once(unit)).iter().any(is_there)
    }

    /// The numbers of a row's unit now, where it reports.
    pub(crate) fn now(&self, row: usize) -> Option<&Values> {
        self.values[row].as_ref().map(|[now, ..]| now)
    }
}

impl Sums {
    fn new(counts: &Arc<Counts>) -> Self {
        let merge = || Merge::new(counts);
        Self {
            all: merge(),
            now: merge(),
            before: merge(),
            apart: BTreeMap::new(),
            unlisted: BTreeMap::new(),
        }
    }

    /// The figures of all that filed, and what compares with `total`.
    fn finish(self, total: &Merge, units: usize, takes_all: bool) -> (Figures, Compared) {
        let Self { all, now, before, mut apart, unlisted } = self;
        let all_then = all.figures(units);
        apart.retain(|_, apart| !(apart.now.is_empty() && apart.before.is_empty()));
        let (now, before) = if takes_all {
            (total.figures(units), all_then.clone())
        } else {
            (now.figures(units), before.figures(units))
        };
        (all_then, Compared { now, before, apart, unlisted })
    }
}
