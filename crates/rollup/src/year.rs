//! What units above others come to from the year's beginning, who lacks what of it, and whether the units stood elsewhere then.

use std::collections::{BTreeMap, BTreeSet};

use huibian_contract::{Aggregation, Basis, Period, UnitId};
use huibian_figure::{CountIndex, Figure, Figures, Merge, Origin, Pair};
use huibian_history::{Lack, Names, Past, PeriodCell, Table, TableAt, over};
use rust_decimal::Decimal;

use crate::earlier::{Earlier, Values, beside, value};
use crate::groups::{Group, Then, above, groups};

/// What a parent's counts come to from the year's beginning.
pub(crate) struct ToDate {
    pub(crate) figures: Figures,
    pub(crate) lacking: BTreeMap<CountIndex, Vec<Lack>>,
    /// Whether the units stood below others then.
    pub(crate) was_otherwise: bool,
}

/// A parent's year so far.
struct YearToDate {
    sums: Merge,
    /// The units that lack a count in a period, by its place; the report's own is the last.
    lacking: BTreeMap<(CountIndex, usize), Names>,
    /// Those that filed it in another measure, and that.
    otherwise: BTreeMap<(CountIndex, usize), (String, Names)>,
    /// The periods in which any unit gave it.
    gave: BTreeSet<(CountIndex, usize)>,
    moved: bool,
}

/// A group of units, and what it was in each period of a year.
struct GroupYear<'g, 't> {
    table: &'t Table,
    group: &'g Group<'t>,
    /// By the places of the periods; nothing of a group of which nothing is said.
    pasts: Vec<(TableAt<'t>, Past<'g>)>,
}

impl Earlier<'_> {
    /// Of each parent; nothing of rows that are no parent's.
    pub(crate) fn to_date(&self) -> Vec<Option<ToDate>> {
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
        let lineage = self.history.lineage();
        for group in groups(self.rows, lineage, table) {
            let units: Vec<&UnitId> = group.rows.iter().map(|row| &self.rows[*row].id).collect();
            let periods =
                if units.iter().any(|unit| lineage.follows(unit)) { table.each() } else { Vec::new() };
            let pasts = periods.into_iter().map(|then| (then, lineage.past(&units, &then))).collect();
            let year = GroupYear { table, group: &group, pasts };
            for parent in group.parents(self.rows) {
                if let Some(sums) = sums[parent].as_mut() {
                    self.add_year(&year, parent, sums);
                }
            }
        }
        sums.iter().map(|sums| Some(self.finish_year(table, sums.as_ref()?))).collect()
    }

    fn finish_year(&self, table: &Table, year: &YearToDate) -> ToDate {
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
        let figures = self.history.to_date(&values, |ratio, _| year.sums.pair(ratio), &mut lacks);
        ToDate { figures, lacking: lacks, was_otherwise: year.moved }
    }

    /// Adds a group's year to what stands above it.
    fn add_year(&self, of: &GroupYear<'_, '_>, parent: usize, year: &mut YearToDate) {
        let GroupYear { table, group, .. } = of;
        let here = |row: &&usize| above(self.rows, **row).any(|row| row == parent);
        let now: Vec<&Values> = group.rows.iter().filter(here).filter_map(|row| self.now(*row)).collect();
        let is_here = group.rows.iter().any(|row| here(&row));
        let was_here = group.then.iter().any(|then| then.above.contains(&parent));
        let was_elsewhere = group.then.iter().any(|then| !then.above.contains(&parent));
        let has_left = group.then.iter().any(|then| self.is_elsewhere(then.unit));
        let had_others = of.pasts.iter().any(|(_, past)| past.is_of_others());
        year.moved |= is_here && (was_elsewhere || had_others)
            || was_here && !is_here && (has_left || !group.rows.is_empty());
        let filed = self.history.columns().in_turn(group.filed_below(parent));
        let mut figures = Figures::of(self.counts);
        for (index, _, spec) in self.counts.own() {
            let Some(column) = self.history.columns().column(index) else { continue };
            let before = filed.get(column).copied().unwrap_or_default();
            let merged = now.iter().filter_map(|now| value(now, index)).fold(None, |sum, value| match sum {
                None => Some(value),
                Some(sum) => beside(spec.over_units, sum, value),
            });
            let to_date = match (merged, spec.over_time) {
                (_, Aggregation::None) | (None, Aggregation::Last) => None,
                (Some(now), over_time) => over(over_time, before.value, now),
                (None, _) => before.value,
            };
            let Some(to_date) = to_date else { continue };
            figures.set(index, to_date, Origin::default());
            for at in 0..table.known.len() {
                self.note_lacks(of, parent, (index, column, at), year);
            }
            let own = year.lacking.entry((index, table.known.len())).or_default();
            let silent = |row: &&usize| self.now(**row).and_then(|now| value(now, index)).is_none();
            for row in group.rows.iter().filter(here).filter(silent) {
                own.add(&self.rows[*row].name);
            }
            if group.rows.is_empty() && !has_left && self.is_due_now(group) {
                own.add(self.name(group));
            }
        }
        year.sums.take_with(&figures, |ratio, sums| match self.history.columns().pair(ratio) {
            Some(columns) => self.pair_to_date(
                ratio,
                columns.map(|column| filed.get(column).copied().unwrap_or_default()),
                &now,
            ),
            None => sums,
        });
    }

    /// Notes who of a group lacks a count in a period of the year, as its parent has it.
    fn note_lacks(
        &self,
        of: &GroupYear<'_, '_>,
        parent: usize,
        (index, column, at): (CountIndex, usize, usize),
        year: &mut YearToDate,
    ) {
        let GroupYear { table, group, pasts } = of;
        let here = |row: usize| above(self.rows, row).any(|row| row == parent);
        let cells = || group.then.iter().map(|then| (then, then.filed.cell(column)));
        if !cells().any(|(_, cell)| cell.has(at)) {
            // Who stands elsewhere by now lacks it here as long as it filed here.
            let has_left = !group.rows.is_empty() && !group.rows.iter().any(|row| here(*row))
                || group.then.iter().any(|then| self.is_elsewhere(then.unit));
            let is_below = |then: &&Then<'_>| then.above.contains(&parent);
            if has_left && !group.then.iter().filter(is_below).any(|then| then.filed.goes_beyond(at)) {
                return;
            }
            let other = cells().find_map(|(_, cell)| table.otherwise(cell, column, at));
            let names = match other {
                Some(other) => {
                    let otherwise = year.otherwise.entry((index, at));
                    &mut otherwise.or_insert_with(|| (other.measure.clone(), Names::default())).1
                }
                None => year.lacking.entry((index, at)).or_default(),
            };
            let rows: Vec<usize> = group.rows.iter().copied().filter(|row| here(*row)).collect();
            let is_due = |row: &&usize| other.is_some() || self.was_due(table, at, **row);
            rows.iter().filter(is_due).for_each(|row| names.add(&self.rows[*row].name));
            if rows.is_empty() && (other.is_some() || self.had_to_file(table, at, group)) {
                names.add(self.name(group));
            }
            return;
        }
        year.gave.insert((index, at));
        let Some((_, past)) = pasts.iter().find(|(then, _)| then.at == at) else { return };
        let gave = |unit: &UnitId| table.filed_at(unit, at).any(|filed| filed.cell(column).has(at));
        let gave_here = cells().any(|(then, cell)| then.above.contains(&parent) && cell.has(at));
        let mut lacking = Names::default();
        for (row, given) in group.rows.iter().zip(past.given(&gave)).filter(|(row, _)| here(**row)) {
            if !given.any && given.divided.is_empty() {
                if self.was_due(table, at, *row) {
                    lacking.add_once(&self.rows[*row].name);
                }
            } else if gave_here {
                given.missing.iter().for_each(|name| lacking.add_once(name));
            }
        }
        if !lacking.is_empty() {
            let known = year.lacking.entry((index, at)).or_default();
            *known = known.and_once(&lacking);
        }
    }

    /// Whether a unit of now, or one that it was, was to file in a period, by its place.
    fn was_due(&self, table: &Table, at: usize, row: usize) -> bool {
        let (lineage, row) = (self.history.lineage(), &self.rows[row]);
        let mut names = lineage.of(&row.id, &row.name);
        names.extend([row.id.as_str(), &row.name]);
        table.was_due(&lineage.listed, at, &names)
    }

    /// The same of a group that is no more.
    fn had_to_file(&self, table: &Table, at: usize, group: &Group<'_>) -> bool {
        table.was_due(&self.history.lineage().listed, at, &names_then(group))
    }

    /// Whether units that are no more are listed all the same.
    fn is_due_now(&self, group: &Group<'_>) -> bool {
        let listed = &self.history.lineage().listed;
        listed.has(self.history.period(), &names_then(group)).unwrap_or(true)
    }

    /// What a group is called: as its first unit is now, else as it was.
    fn name<'n>(&'n self, group: &'n Group<'_>) -> &'n str {
        let now = group.rows.first().map(|row| self.rows[*row].name.as_str());
        now.or_else(|| group.then.first().map(|then| &*then.name)).unwrap_or_default()
    }

    /// A ratio's parts over the periods of a group's year that gave both, and over its units that do now.
    fn pair_to_date(&self, ratio: CountIndex, filed: [PeriodCell; 2], now: &[&Values]) -> Option<Pair> {
        let parts = self.counts.parts(ratio)?;
        let specs = parts.map(|part| self.counts.spec(part));
        let both = now.iter().filter_map(|now| Some([value(now, parts[0])?, value(now, parts[1])?]));
        let now = both.reduce(|sum: [Decimal; 2], given| {
            [0, 1].map(|at| beside(specs[at].over_units, sum[at], given[at]).unwrap_or(sum[at]))
        });
        self.history.pair_to_date(parts, filed, now.map(|[above, below]| (above, below)))
    }
}

/// The ids and names of a group's units as they filed.
fn names_then<'n>(group: &'n Group<'_>) -> Vec<&'n str> {
    group.then.iter().flat_map(|then| [then.unit.as_str(), &*then.filed.name]).collect()
}

impl YearToDate {
    /// What a count lacks, in the order of the periods, the report's own the last.
    fn lacks(&self, index: CountIndex, table: &Table, own: Period) -> Vec<Lack> {
        let mut lacks = Vec::new();
        for (at, period) in table.known.iter().copied().chain([own]).enumerate() {
            let place = (index, at);
            let unfiled = table.parts.periods.get(at).is_some_and(|(_, filed)| !filed);
            let lack = |units, measure| Lack { period, units, measure, is_undivided: false };
            if let Some((measure, units)) = self.otherwise.get(&place) {
                // Where nobody filed it in the present one all are meant.
                let units = if self.gave.contains(&place) { units.clone() } else { Names::default() };
                lacks.push(lack(units, Some(measure.clone())));
            }
            if unfiled {
                lacks.push(Lack::of_all(period));
            } else if let Some(units) = self.lacking.get(&place).filter(|units| !units.is_empty()) {
                lacks.push(lack(units.clone(), None));
            }
        }
        lacks
    }
}
