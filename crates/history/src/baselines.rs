//! What a run remembers of earlier periods: read once, a few numbers a unit.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use blake3::Hash;
use huibian_contract::{Aggregation, Basis, CountSpec, Period, PluginId, UnitId};
use huibian_diagnostic::Result;
use huibian_figure::{CountIndex, Counts, Figure, Figures, Origin, Pair, balance};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::archive::{Archive, PeriodParts};
use crate::baseline::{Baseline, Lack, Missed, Missing, OtherMeasures};
use crate::carried::{Carrier, OtherMeasure};
use crate::lineage::Lineage;
use crate::names::Names;
use crate::own::OwnPeriod;
use crate::table::{Columns, Filed, PeriodCell, Table};

/// The earlier periods of a report, for every unit.
#[derive(Clone, Debug)]
pub struct Baselines {
    period: Period,
    counts: Arc<Counts>,
    columns: Columns,
    goes_back: bool,
    /// Whether the report's own period is filed.
    pub is_closed: bool,
    previous: Table,
    last_year: Table,
    this_year: Table,
    other_measures: [Arc<OtherMeasures>; 3],
    /// Periods before the report's own, the latest last, as far back as charts go.
    trend: Vec<(Period, Table)>,
    /// The counts that are held against several earlier periods, and those periods, the latest last.
    watched: Columns,
    earlier: Vec<Table>,
    lineage: Lineage,
    /// What of the report's own period was filed in other measures.
    pub own: OwnPeriod,
    /// A hash of all that is filed of periods before, and of the report's own where that was filed in other measures: taken before
    /// any of it was read.
    pub print: Hash,
}

/// How many earlier periods a count is held against.
const WATCHED: usize = 8;

impl Baselines {
    /// Reads what is filed of the periods that `period` is compared with; `counts` are all that are
    /// declared. For charts so many periods before it are read as well as they want to go `back`. What is filed lies in the
    /// workspace, or in a folder `outside` that a person names.
    ///
    /// # Errors
    /// W001, W015 and H001.
    pub fn load(
        (folder, report, outside): (&Path, &str, &[PathBuf]),
        period: Period,
        counts: &Arc<Counts>,
        back: usize,
        lineage: Lineage,
    ) -> Result<Self> {
        let archive = Archive::of(folder, report);
        archive.ensure_within(
            &std::iter::once(folder).chain(outside.iter().map(PathBuf::as_path)).collect::<Vec<_>>(),
        )?;
        let (print, own_file) = (archive.print(period), archive.latest(period));
        let is_closed = own_file.is_some();
        let own_print = own_file.map(|path| Archive::print_of(&[path]));
        let lineage = lineage.seen_in(&archive);
        let columns = Columns::of(counts, |spec| spec.ratio.is_none());
        let parts =
            |period: Option<Period>| period.and_then(|period| archive.parts(period)).unwrap_or_default();
        let read = |parts| Table::read(&archive, parts, &columns, &lineage);
        let watched = Columns::of(counts, |spec| spec.ratio.is_none() && spec.outlier);
        let before = std::iter::successors(period.previous(), |period| period.previous());
        let trend = before.take(back).map(|period| Ok((period, read(parts(Some(period)))?)));
        let mut trend = trend.collect::<Result<Vec<_>>>()?;
        trend.reverse();
        let previous = Table::with_texts(&archive, parts(period.previous()), &columns, &lineage)?;
        let last_year = read(parts(period.last_year()))?;
        let this_year = read(PeriodParts::joined(&archive, period.earlier_in_year()))?;
        let other_measures = [&previous, &last_year, &this_year].map(|table| {
            let of_count = columns.kept().iter().enumerate();
            let of_count =
                of_count.filter_map(|(column, index)| Some((*index, table.other_measure(column)?.clone())));
            Arc::new(of_count.collect())
        });
        // That it cannot be read is told with all that is filed; nothing is compared with it.
        let own = OwnPeriod::read(&archive, period, counts, &Carrier::new(counts)).unwrap_or_default();
        let print = match own_print.filter(|_| !own.is_empty()) {
            Some(own) => blake3::hash(&[*print.as_bytes(), *own.as_bytes()].concat()),
            None => print,
        };
        Ok(Self {
            period,
            own,
            goes_back: archive.goes_back_before(period),
            is_closed,
            previous,
            last_year,
            this_year,
            other_measures,
            earlier: earlier(&archive, period, &watched, &lineage)?,
            watched,
            counts: counts.clone(),
            columns,
            trend,
            lineage,
            print,
        })
    }

    /// What a unit filed of a count in earlier periods of the same length, the latest last; nothing of a count that is
    /// not watched.
    pub fn filed(&self, unit: &UnitId, index: CountIndex) -> Vec<Decimal> {
        let Some(column) = self.watched.column(index) else { return Vec::new() };
        let spec = self.counts.spec(index);
        let value = |table: &Table| {
            let (cells, _) = self.cells(table, &[unit], &self.watched);
            let value = table.whole(*cells.get(column)?, spec.over_time)?;
            Some(Figure::new(spec, value, Origin::default()).value)
        };
        self.earlier.iter().filter_map(value).collect()
    }

    /// The print of a text that a unit filed in the period before, by `plugin/field`.
    pub fn text(&self, unit: &UnitId, field: &str) -> Option<&str> {
        if !self.lineage.follows(unit) {
            return self.previous.texts(unit)?.get(field).map(String::as_str);
        }
        let past = self.lineage.past(&[unit], self.previous.each().last()?);
        past.counted().find_map(|unit| self.previous.texts(unit)?.get(field)).map(String::as_str)
    }

    /// A unit's figures in the periods before the report's own; those of one above others, given those that it is the sum
    /// of.
    pub fn trend(&self, units: &[UnitId]) -> Vec<(Period, Figures)> {
        let figures = |table: &Table| match units {
            [unit] => self.figures(table, &self.cells(table, &[unit], &self.columns).0),
            units => self.figures(table, &self.cells_of_all(table, units)),
        };
        let printed = |table: &Table| {
            let mut figures = figures(table);
            balance(&mut figures, &mut []);
            figures
        };
        self.trend.iter().map(|(period, table)| (*period, printed(table))).collect()
    }

    /// The cells of all that some units are the sum of; no columns where one of them is not known at all.
    fn cells_of_all(&self, table: &Table, units: &[UnitId]) -> Vec<PeriodCell> {
        let together = self.lineage.together(units.iter(), &table.each());
        let groups = together.groups.iter().filter(|group| !group.is_empty());
        let cells = groups.map(|group| {
            let units: Vec<&UnitId> = group.iter().map(|unit| &units[*unit]).collect();
            Some(self.cells(table, &units, &self.columns).0).filter(|cells| !cells.is_empty())
        });
        let known: Option<Vec<Vec<PeriodCell>>> = cells.collect();
        let beside = |cell: PeriodCell, other, spec: &CountSpec| cell.beside(other, spec.over_units);
        self.columns.merged(&known.unwrap_or_default(), beside)
    }

    /// Counts that cannot be compared with the period before, a year earlier or in the year so far, since they were filed
    /// in another measure; each once, with the latest of those periods.
    pub(crate) fn not_compared(&self) -> Vec<(CountIndex, Period, OtherMeasure)> {
        let mut found: BTreeMap<CountIndex, (Period, OtherMeasure)> = BTreeMap::new();
        for (column, period, other) in
            [&self.last_year, &self.this_year, &self.previous].into_iter().flat_map(Table::not_converted)
        {
            let known = found.entry(self.columns.kept()[column]).or_insert_with(|| (period, other.clone()));
            if known.0.start() <= period.start() {
                *known = (period, other.clone());
            }
        }
        found.into_iter().map(|(index, (period, other))| (index, period, other)).collect()
    }

    /// All counts that are declared.
    pub(crate) fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The same, to be kept.
    pub(crate) fn shared_counts(&self) -> &Arc<Counts> {
        &self.counts
    }

    /// The report's own period.
    pub fn period(&self) -> Period {
        self.period
    }

    /// Whether any earlier period was ever filed.
    pub fn goes_back(&self) -> bool {
        self.goes_back
    }

    /// What a unit's figures are compared with.
    pub fn of(&self, unit: &UnitId) -> Baseline {
        let cells = |table: &Table| self.cells(table, &[unit], &self.columns);
        let (this_year, missing) = cells(&self.this_year);
        let (previous, last_year) = (cells(&self.previous).0, cells(&self.last_year).0);
        let given = |at: usize, cells: &[PeriodCell]| self.given(&self.other_measures[at], cells);
        let other_measures = [given(0, &previous), given(1, &last_year), given(2, &this_year)];
        Baseline {
            previous: self.figures(&self.previous, &previous),
            last_year: self.figures(&self.last_year, &last_year),
            this_year,
            missing,
            other_measures,
            ..self.of_nobody()
        }
    }

    /// Those of counts in other measures that a unit gave: what it did not give was in none.
    fn given(&self, others: &Arc<OtherMeasures>, cells: &[PeriodCell]) -> Arc<OtherMeasures> {
        let is_given = |index: &CountIndex| {
            let cell = self.columns.column(*index).and_then(|column| cells.get(column));
            cell.is_some_and(PeriodCell::is_given)
        };
        if others.keys().all(is_given) {
            return others.clone();
        }
        let given = others.iter().filter(|(index, _)| is_given(index));
        Arc::new(given.map(|(index, other)| (*index, other.clone())).collect())
    }

    /// What units of now, as one, come to in a table by what they were in each of its periods, and what that lacks.
    fn cells(&self, table: &Table, units: &[&UnitId], columns: &Columns) -> (Vec<PeriodCell>, Missing) {
        let mut missing = Missing::new();
        if let [unit] = units
            && !self.lineage.follows(unit)
        {
            return (table.cells(unit, columns), missing);
        }
        let (mut filed, mut lacking): (Vec<&Filed>, _) = (Vec::new(), Vec::new());
        for then in table.each() {
            let past = self.lineage.past(units, &then);
            for one in past.counted().flat_map(|unit| table.filed_at(unit, then.at)) {
                if !filed.iter().any(|known| std::ptr::eq(*known, one)) {
                    filed.push(one);
                }
            }
            for column in 0..columns.len() {
                let gave = |unit: &UnitId| {
                    table.filed_at(unit, then.at).any(|filed| filed.cell(column).has(then.at))
                };
                let mut missed = Missed::default();
                let given = past.given(&gave);
                let is_given = given.iter().any(|given| given.any);
                for (unit, given) in units.iter().zip(&given) {
                    missed.is_undivided |= !is_given && given.is_undivided;
                    if is_given {
                        given.missing.iter().chain(&given.divided).for_each(|name| missed.units.add(name));
                        (!given.any).then(|| missed.units.add(self.lineage.name(unit)));
                    }
                }
                if missed != Missed::default() {
                    lacking.push((column, then.at));
                    missing.insert((column, then.at), missed);
                }
            }
        }
        let mut cells = columns.in_turn(filed);
        for (column, at) in lacking {
            cells.get_mut(column).into_iter().for_each(|cell| cell.lack(at));
        }
        (cells, missing)
    }

    /// What some units of now, as one, come to at another time, where it is known as a whole.
    pub fn figures_of(&self, table: &Table, units: &[&UnitId]) -> Figures {
        self.figures(table, &self.cells(table, units, &self.columns).0)
    }

    /// Who units were before.
    pub fn lineage(&self) -> &Lineage {
        &self.lineage
    }

    /// Where nobody's figures are known.
    pub fn of_nobody(&self) -> Baseline {
        Baseline {
            period: self.period,
            goes_back: self.goes_back,
            previous: Figures::default(),
            last_year: Figures::default(),
            this_year: Vec::new(),
            missing: Missing::new(),
            to_date: Figures::default(),
            lacking: BTreeMap::new(),
            above: None,
            other_measures: self.other_measures.clone(),
        }
    }

    /// What is filed of another time; from the year's beginning, of its earlier periods.
    pub fn table(&self, basis: Basis) -> Option<&Table> {
        match basis {
            Basis::Now => None,
            Basis::Previous => Some(&self.previous),
            Basis::LastYear => Some(&self.last_year),
            Basis::ToDate => Some(&self.this_year),
        }
    }

    /// Who filed the period before under a name: a unit above others that gave figures of its own then and gives none now is missing.
    pub fn named_before(&self, name: &str) -> Option<&UnitId> {
        self.previous.named(name)
    }

    /// The columns of its tables.
    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What was filed comes to, where the periods of a table are whole; with the parts of each ratio over the periods that gave both.
    pub fn filed_figures(
        &self,
        table: &Table,
        cells: &[PeriodCell],
    ) -> (Figures, BTreeMap<CountIndex, Pair>) {
        let last = table.known.len().checked_sub(1);
        let value = |index: CountIndex, column: usize| {
            let cell = cells.get(column)?;
            let is_whole = match self.counts.spec(index).over_time {
                Aggregation::Last => last.is_some_and(|last| cell.has(last)),
                Aggregation::Sum | Aggregation::Max | Aggregation::Min => table.is_whole(),
                Aggregation::Average | Aggregation::None => last == Some(0),
            };
            cell.value.filter(|_| is_whole)
        };
        let (mut figures, mut pairs) = (Figures::of(&self.counts), BTreeMap::new());
        for (index, _, spec) in self.counts.all() {
            if let Some(value) = self.columns.column(index).and_then(|column| value(index, column)) {
                figures.set(index, value, Origin::Periods(table.known.clone()));
            }
            let parts =
                spec.ratio.as_ref().and_then(|_| self.counts.parts(index).zip(self.columns.pair(index)));
            if let Some(([above, below], columns)) = parts {
                let both = value(above, columns[0]).zip(value(below, columns[1]));
                pairs.extend(both.map(|(above, below)| (index, [above, below])));
            }
        }
        (figures, pairs)
    }

    /// The counts of one plugin in the period before, as a request carries them.
    pub fn request(past: &Baseline, plugin: &PluginId) -> serde_json::Map<String, serde_json::Value> {
        let figures = &past.previous;
        let own = figures.counts().of(plugin).filter_map(|(index, name, _)| {
            let figure = figures.get(index)?;
            let whole = figure.value.to_i64().filter(|_| figure.digits().are_whole());
            Some((name.to_string(), whole.map_or_else(|| figure.digits().to_string().into(), Into::into)))
        });
        own.collect()
    }

    /// Adds what the figures of the report's period come to from the year's beginning. What is filed stays, whether the unit
    /// gives the count now or not.
    pub fn add_up(&self, figures: &Figures, past: &mut Baseline) {
        let table = &self.this_year;
        let (cells, missing) = (std::mem::take(&mut past.this_year), std::mem::take(&mut past.missing));
        let mut sums = vec![None; self.counts.len()];
        for (index, _, spec) in self.counts.all().filter(|(.., spec)| spec.over_time != Aggregation::None) {
            let Some(column) = self.columns.column(index) else { continue };
            let (cell, now) = (cells.get(column).copied().unwrap_or_default(), figures.value(index));
            let value = match (now, spec.over_time) {
                (Some(now), over_time) => crate::table::over(over_time, cell.value, now),
                (None, Aggregation::Last) => None,
                (None, _) => cell.value,
            };
            let Some(value) = value else { continue };
            let earlier = table.lacking(cell).map(|(at, period)| {
                let measure = table.otherwise(cell, column, at).map(|other| other.measure.clone());
                let Missed { units, is_undivided } = missing.get(&(column, at)).cloned().unwrap_or_default();
                Lack { period, units, measure, is_undivided }
            });
            let lacking: Vec<Lack> = match spec.over_time {
                Aggregation::Last => Vec::new(),
                _ => earlier.chain(now.is_none().then(|| Lack::of_all(self.period))).collect(),
            };
            sums[index.place()] = Some(value);
            if !lacking.is_empty() {
                past.lacking.insert(index, lacking);
            }
        }
        let pair = |ratio: CountIndex, parts: [CountIndex; 2]| {
            let Some(columns) = self.columns.pair(ratio) else {
                let [above, below] = parts.map(|part| sums[part.place()]);
                return Some([above?, below?]);
            };
            let cells = columns.map(|column| cells.get(column).copied().unwrap_or_default());
            let now = parts.map(|part| figures.value(part));
            self.pair_to_date(parts, cells, now[0].zip(now[1]))
        };
        past.to_date = self.to_date(&sums, pair, &mut past.lacking);
    }

    /// A ratio's parts from the year's beginning, over the periods that gave both: earlier ones, and perhaps the report's own.
    pub fn pair_to_date(
        &self,
        parts: [CountIndex; 2],
        earlier: [PeriodCell; 2],
        now: Option<(Decimal, Decimal)>,
    ) -> Option<Pair> {
        let [above, below] = earlier.map(|cell| cell.value);
        let Some(now) = now else { return Some([above?, below?]) };
        let over_time = |part: usize| self.counts.spec(parts[part]).over_time;
        let over = crate::table::over;
        Some([over(over_time(0), above, now.0)?, over(over_time(1), below, now.1)?])
    }

    /// Figures from the year's beginning out of what counts came to, by their places, with the ratios that follow; `pair` says what
    /// stands above and below the line of one.
    pub fn to_date(
        &self,
        sums: &[Option<Decimal>],
        pair: impl Fn(CountIndex, [CountIndex; 2]) -> Option<Pair>,
        lacking: &mut BTreeMap<CountIndex, Vec<Lack>>,
    ) -> Figures {
        let all: Arc<[Period]> = self.this_year.known.iter().copied().chain([self.period]).collect();
        let places = self.counts.all().map(|(index, ..)| index);
        let sums = places.zip(sums).map(|(index, value)| {
            let origin = Origin::Periods(without(&all, lacking.get(&index).map_or(&[], Vec::as_slice)));
            (*value).map(|value| Figure { value, origin })
        });
        let sums = sums.collect();
        Figures::derive_with(&self.counts, sums, |index, parts, _| {
            let mut both: Vec<Lack> =
                parts.iter().filter_map(|part| lacking.get(part)).flatten().cloned().collect();
            both.sort_by_key(|lack| lack.period.start());
            both.dedup_by(|next, first| {
                let is_same = (next.period, &next.measure, next.is_undivided)
                    == (first.period, &first.measure, first.is_undivided);
                // Who gave one part alone gave nothing to it.
                if is_same {
                    let are_all = first.units.is_empty() || next.units.is_empty();
                    first.units = if are_all { Names::default() } else { first.units.and_once(&next.units) };
                }
                is_same
            });
            let origin = Origin::Periods(without(&all, &both));
            if !both.is_empty() {
                lacking.insert(index, both);
            }
            (pair(index, parts), origin)
        })
    }

    fn figures(&self, table: &Table, cells: &[PeriodCell]) -> Figures {
        if cells.is_empty() {
            return Figures::default();
        }
        let origin = || Origin::Periods(table.known.clone());
        let filed = self.counts.all().map(|(index, _, spec)| {
            let cell = *cells.get(self.columns.column(index)?)?;
            Some(Figure { value: table.whole(cell, spec.over_time)?, origin: origin() })
        });
        let pair = |parts: [CountIndex; 2], columns: [usize; 2]| {
            let whole = |at: usize| {
                let cell = *cells.get(columns[at])?;
                table.whole(cell, self.counts.spec(parts[at]).over_time)
            };
            Some([whole(0)?, whole(1)?])
        };
        Figures::derive_with(&self.counts, filed.collect(), |ratio, parts, sums| {
            let pair = self.columns.pair(ratio).map_or(sums, |columns| pair(parts, columns));
            (pair, origin())
        })
    }
}

/// Periods without those that are lacking altogether.
fn without(all: &Arc<[Period]>, lacking: &[Lack]) -> Arc<[Period]> {
    let lacks = |period: &Period| lacking.iter().any(|lack| lack.period == *period && lack.units.is_empty());
    if !all.iter().any(lacks) {
        return all.clone();
    }
    all.iter().filter(|period| !lacks(period)).copied().collect()
}

/// The periods before one that are filed, as far back as counts are watched.
fn earlier(archive: &Archive, period: Period, watched: &Columns, lineage: &Lineage) -> Result<Vec<Table>> {
    if watched.is_empty() {
        return Ok(Vec::new());
    }
    let before = std::iter::successors(period.previous(), |period| period.previous()).take(WATCHED);
    let mut tables = Vec::new();
    for parts in before.filter_map(|period| archive.parts(period)) {
        tables.insert(0, Table::read(archive, parts, watched, lineage)?);
    }
    Ok(tables)
}
