//! What units above others are compared with: their sums of earlier times, over those who stood below them then, and what of
//! them compares with now.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use huibian_contract::{Aggregation, Basis, Period, UnitId};
use huibian_figure::{CountIndex, Counts, Figure, Figures, Merge, Origin, Pair};
use huibian_history::{Above, Apart, Baseline, Baselines, Compared, Lack, Names, PeriodCell, Table, over};
use rust_decimal::Decimal;

use crate::groups::{Group, above, groups};
use crate::overview::OverviewRow;

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

fn value(values: &Values, index: CountIndex) -> Option<Decimal> {
    values.get(index.place()).copied().flatten()
}

/// What a count comes to over two units.
fn beside(over_units: Aggregation, one: Decimal, other: Decimal) -> Option<Decimal> {
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
    /// Of which groups the units are that go together, as a print.
    prints: BTreeMap<CountIndex, u64>,
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
            for (number, group) in (1..).zip(groups(self.rows, self.history.lineage(), table)) {
                let then: Vec<Figures> =
                    group.then.iter().map(|then| self.history.filed_figures(table, then.filed)).collect();
                for (then, figures) in group.then.iter().zip(&then) {
                    for parent in &then.above {
                        sums[*parent].iter_mut().for_each(|sums| sums.all.take(figures));
                    }
                }
                self.compare(&group, &then, (number, place), &mut sums);
            }
        }
        let finished = |(row, sums): (usize, Option<Sums>)| {
            let total = self.totals[row].as_ref()?;
            Some(sums?.finish(total, self.units[row], self.takes_all))
        };
        sums.into_iter().enumerate().map(finished).collect()
    }

    /// Adds up what of a group compares, and names what does not.
    fn compare(
        &self,
        group: &Group<'_>,
        then: &[Figures],
        (number, place): (u64, usize),
        sums: &mut [Option<Sums>],
    ) {
        // Of one unit its own past counts, whatever it was called; of several what they filed.
        let then: Vec<Values> = then.iter().map(values).collect();
        let before: Vec<&Values> = match group.rows.as_slice() {
            [row] => self.values[*row].iter().map(|values| &values[place]).collect(),
            _ => then.iter().collect(),
        };
        let now: Vec<Option<&Values>> = group.rows.iter().map(|row| self.now(*row)).collect();
        // Who gives a mean's part without its weight gives nothing to it.
        let gave = |values: &Values, index| {
            let weight = self.counts.weight(index);
            value(values, index).is_some() && weight.is_none_or(|weight| value(values, weight).is_some())
        };
        let given =
            |units: &[&Values], index| !units.is_empty() && units.iter().all(|values| gave(values, index));
        for parent in group.parents(self.rows) {
            let Some(sums) = sums[parent].as_mut() else { continue };
            let is_there = group.is_below(parent, self.rows) && group.was_below(parent);
            let all_now: Option<Vec<&Values>> = now.iter().copied().collect();
            let mut same = Vec::new();
            for (index, ..) in self.counts.own().filter(|(.., spec)| spec.ratio.is_none()) {
                let goes_together = is_there
                    && all_now.as_ref().is_some_and(|now| given(now, index))
                    && given(&before, index);
                if goes_together {
                    same.push(index);
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
            let units = group.rows.len();
            for index in &same {
                sums.apart.entry(*index).or_default().both += units;
                let print = sums.prints.entry(*index).or_default();
                *print = print.wrapping_add(number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
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

    /// The numbers of a row's unit now, where it reports.
    fn now(&self, row: usize) -> Option<&Values> {
        self.values[row].as_ref().map(|[now, ..]| now)
    }

    /// What counts come to from the year's beginning, what that lacks, and whether the units stood elsewhere then.
    fn to_date(&self) -> Vec<Option<ToDate>> {
        let empty = |totals: &Option<Merge>| {
            totals.as_ref().map(|_| YearToDate {
                sums: Merge::new(self.counts),
                lacking: BTreeMap::new(),
                otherwise: BTreeMap::new(),
                gave: BTreeSet::new(),
                moved: false,
            })
        };
        let mut sums: Vec<Option<YearToDate>> = self.totals.iter().map(empty).collect();
        let Some(table) = self.history.table(Basis::ToDate) else {
            return sums.into_iter().map(|_| None).collect();
        };
        for group in groups(self.rows, self.history.lineage(), table) {
            for parent in group.parents(self.rows) {
                if let Some(sums) = sums[parent].as_mut() {
                    self.add_year(table, &group, parent, sums);
                }
            }
        }
        let finish = |sums: Option<YearToDate>| {
            let year = sums?;
            let mut lacks: BTreeMap<CountIndex, Vec<Lack>> = BTreeMap::new();
            let mut values = vec![None; self.counts.len()];
            for (index, _, spec) in self.counts.own() {
                let figure = year.sums.merged(index, 0);
                values[index.place()] = figure.map(|Figure { value, origin }| match spec.over_units {
                    Aggregation::Average => Figure::new(spec, value, origin).value,
                    _ => value,
                });
                if matches!(spec.over_time, Aggregation::Sum | Aggregation::Max | Aggregation::Min)
                    && values[index.place()].is_some()
                {
                    let told = year.lacks(index, table, self.history.period());
                    if !told.is_empty() {
                        lacks.insert(index, told);
                    }
                }
            }
            let moved = year.moved;
            let figures = self.history.to_date(&values, |ratio, _| year.sums.pair(ratio), &mut lacks);
            Some(ToDate { figures, lacking: lacks, was_otherwise: moved })
        };
        sums.into_iter().map(finish).collect()
    }

    /// Adds a group's year to what stands above it.
    fn add_year(&self, table: &Table, group: &Group<'_>, parent: usize, year: &mut YearToDate) {
        let here = |row: &&usize| above(self.rows, **row).any(|row| row == parent);
        let now: Vec<&Values> = group.rows.iter().filter(here).filter_map(|row| self.now(*row)).collect();
        let is_here = group.rows.iter().any(|row| here(&row));
        let was_here = group.then.iter().any(|then| then.above.contains(&parent));
        let was_elsewhere = group.then.iter().any(|then| !then.above.contains(&parent));
        let has_left = group.then.iter().any(|then| self.elsewhere.contains(then.unit));
        year.moved |=
            is_here && was_elsewhere || was_here && !is_here && (has_left || !group.rows.is_empty());
        let name = group.rows.first().map(|row| self.rows[*row].name.as_str());
        let name = name.or_else(|| group.then.first().map(|then| &*then.filed.name)).unwrap_or_default();
        let mut figures = Figures::of(self.counts);
        for (index, _, spec) in self.counts.own() {
            let Some(column) = self.history.columns().column(index) else { continue };
            let cells = || group.then.iter().map(|then| (then, then.filed.cell(column)));
            let below = cells().filter(|(then, _)| then.above.contains(&parent)).map(|(_, cell)| cell);
            let filed = below.fold(PeriodCell::default(), |sum, cell| sum.then(cell, spec.over_time));
            let merged = now.iter().filter_map(|now| value(now, index)).fold(None, |sum, value| match sum {
                None => Some(value),
                Some(sum) => beside(spec.over_units, sum, value),
            });
            let value = match (merged, spec.over_time) {
                (_, Aggregation::None) | (None, Aggregation::Last) => None,
                (Some(now), over_time) => over(over_time, filed.value, now),
                (None, _) => filed.value,
            };
            let Some(value) = value else { continue };
            figures.set(index, value, Origin::default());
            for at in 0..table.known.len() {
                let was_elsewhere = || group.kin.iter().any(|filed| filed.cell(column).has(at));
                if cells().any(|(_, cell)| cell.has(at)) || was_elsewhere() {
                    year.gave.insert((index, at));
                    let gave_here = cells().any(|(then, cell)| then.above.contains(&parent) && cell.has(at));
                    for row in group.rows.iter().filter(|_| gave_here) {
                        let missing = table.missing(self.history.lineage(), &self.rows[*row].id, column, at);
                        if !missing.is_empty() {
                            let lacking = year.lacking.entry((index, at)).or_default();
                            *lacking = lacking.and(&missing);
                        }
                    }
                    continue;
                }
                let other = cells().find_map(|(_, cell)| table.otherwise(cell, column, at));
                match other {
                    Some(other) => {
                        let otherwise = year.otherwise.entry((index, at));
                        otherwise.or_insert_with(|| (other.measure.clone(), Names::default())).1.add(name);
                    }
                    None => year.lacking.entry((index, at)).or_default().add(name),
                }
            }
            let left = has_left || !group.rows.is_empty() && !is_here;
            if merged.is_none() && !left {
                year.lacking.entry((index, table.parts.periods.len())).or_default().add(name);
            }
        }
        year.sums.take_with(&figures, |ratio, sums| match self.history.columns().pair(ratio) {
            Some(columns) => self.pair_to_date(ratio, columns, group, parent, &now),
            None => sums,
        });
    }

    /// A ratio's parts over the periods of a group's year that gave both, and over its units that do now.
    fn pair_to_date(
        &self,
        ratio: CountIndex,
        columns: [usize; 2],
        group: &Group<'_>,
        parent: usize,
        now: &[&Values],
    ) -> Option<Pair> {
        let parts = self.counts.parts(ratio)?;
        let specs = parts.map(|part| self.counts.spec(part));
        let below = || group.then.iter().filter(|then| then.above.contains(&parent));
        let filed = [0, 1].map(|at| {
            below().fold(PeriodCell::default(), |sum, then| {
                sum.then(then.filed.cell(columns[at]), specs[at].over_time)
            })
        });
        let both = now.iter().filter_map(|now| Some([value(now, parts[0])?, value(now, parts[1])?]));
        let now = both.reduce(|sum, given| {
            [0, 1].map(|at| beside(specs[at].over_units, sum[at], given[at]).unwrap_or(sum[at]))
        });
        self.history.pair_to_date(parts, filed, now.map(|[above, below]| (above, below)))
    }
}

/// What a parent's counts come to from the year's beginning.
struct ToDate {
    figures: Figures,
    lacking: BTreeMap<CountIndex, Vec<Lack>>,
    /// Whether the units stood below others then.
    was_otherwise: bool,
}

/// A parent's year so far.
struct YearToDate {
    sums: Merge,
    /// The units that lack a count in a period, by its place.
    lacking: BTreeMap<(CountIndex, usize), Names>,
    /// Those that filed it in another measure, and that.
    otherwise: BTreeMap<(CountIndex, usize), (String, Names)>,
    /// The periods in which any unit gave it.
    gave: BTreeSet<(CountIndex, usize)>,
    moved: bool,
}

impl YearToDate {
    /// What a count lacks, in the order of the periods, the report's own the last.
    fn lacks(&self, index: CountIndex, table: &Table, own: Period) -> Vec<Lack> {
        let mut lacks = Vec::new();
        for (at, period) in table.known.iter().copied().chain([own]).enumerate() {
            let place = (index, at);
            let unfiled = table.parts.periods.get(at).is_some_and(|(_, filed)| !filed);
            if let Some((measure, units)) = self.otherwise.get(&place) {
                // Where nobody filed it in the present one all are meant.
                let units = if self.gave.contains(&place) { units.clone() } else { Names::default() };
                lacks.push(Lack { period, units, measure: Some(measure.clone()) });
            }
            if unfiled {
                lacks.push(Lack { period, units: Names::default(), measure: None });
            } else if let Some(units) = self.lacking.get(&place) {
                lacks.push(Lack { period, units: units.clone(), measure: None });
            }
        }
        lacks
    }
}

impl Sums {
    fn new(counts: &Arc<Counts>) -> Self {
        let merge = || Merge::new(counts);
        let (apart, prints) = (BTreeMap::new(), BTreeMap::new());
        Self { all: merge(), now: merge(), before: merge(), apart, prints }
    }

    /// The figures of all that filed, and what compares with `total`.
    fn finish(self, total: &Merge, units: usize, takes_all: bool) -> (Figures, Compared) {
        let Self { all, now, before, mut apart, prints } = self;
        let all_then = all.figures(units);
        apart.retain(|_, apart| !(apart.now.is_empty() && apart.before.is_empty()));
        let counts = total.counts();
        // A ratio compares where both its parts are over the same units.
        let mut unlike = Vec::new();
        for (index, ..) in counts.all() {
            let Some([above, below]) = counts.parts(index) else { continue };
            if prints.get(&above) == prints.get(&below) {
                apart.get(&above).cloned().into_iter().for_each(|is| drop(apart.insert(index, is)));
            } else if !takes_all {
                unlike.push(index);
            }
        }
        let (mut now, mut before) = if takes_all {
            (total.figures(units), all_then.clone())
        } else {
            (now.figures(units), before.figures(units))
        };
        for index in unlike {
            now.remove(index);
            before.remove(index);
        }
        (all_then, Compared { now, before, apart })
    }
}
