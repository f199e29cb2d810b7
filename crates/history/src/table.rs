//! Counts of filed periods, put together by the rule of each count: what adds up over time is added, of what does not
//! the last stands. Small enough to be kept for every unit of a run.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use huibian_contract::{Aggregation, CountSpec, Period, UnitId};
use huibian_diagnostic::Result;
use huibian_figure::{CountIndex, Counts, MEAN_DIGITS};
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::archive::{Archive, PeriodParts};
use crate::carried::{Carrier, OtherMeasure, carried};
use crate::file::{self, Head, UnitLine};
use crate::lineage::{Lineage, Then};
use crate::lists::Lists;

/// The counts whose values are kept, each in a column, in declared order; ratios are derived, not kept. Behind them stand the
/// parts of each ratio once more, over those periods alone that gave both.
#[derive(Clone, Debug)]
pub struct Columns {
    counts: Arc<Counts>,
    kept: Vec<CountIndex>,
    /// The column of each declared count.
    places: Vec<Option<usize>>,
    /// The columns of a ratio's parts where both are given.
    pairs: BTreeMap<CountIndex, [usize; 2]>,
}

impl Columns {
    /// Columns for those counts that are to be kept.
    pub fn of(counts: &Arc<Counts>, is_kept: impl Fn(&CountSpec) -> bool) -> Self {
        let (mut kept, mut places) = (Vec::new(), Vec::with_capacity(counts.len()));
        for (index, _, spec) in counts.all() {
            places.push(is_kept(spec).then_some(kept.len()));
            kept.extend(is_kept(spec).then_some(index));
        }
        let adds_up = |part: CountIndex| {
            use Aggregation::{Max, Min, Sum};
            places[part.place()].is_some() && matches!(counts.spec(part).over_time, Sum | Max | Min)
        };
        let mut pairs = BTreeMap::new();
        for (index, ..) in counts.all() {
            let Some(parts) = counts.parts(index).filter(|parts| parts.iter().all(|part| adds_up(*part)))
            else {
                continue;
            };
            pairs.insert(index, [kept.len(), kept.len() + 1]);
            kept.extend(parts);
        }
        Self { counts: counts.clone(), kept, places, pairs }
    }

    /// The columns of a ratio's parts over the periods that gave both; none where one of them does not add up over time.
    pub fn pair(&self, ratio: CountIndex) -> Option<[usize; 2]> {
        self.pairs.get(&ratio).copied()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The column of a count.
    pub fn column(&self, index: CountIndex) -> Option<usize> {
        self.places.get(index.place()).copied().flatten()
    }

    /// The counts that are kept, in the order of their columns.
    pub fn kept(&self) -> &[CountIndex] {
        &self.kept
    }

    fn spec(&self, column: usize) -> &CountSpec {
        self.counts.spec(self.kept[column])
    }

    fn specs(&self) -> impl Iterator<Item = &CountSpec> {
        self.kept.iter().map(|index| self.counts.spec(*index))
    }

    /// What was filed of one unit, or of several that are one by now: beside each other in a period, then one period after the
    /// other; a column each, and no columns of nothing.
    pub fn in_turn<'f>(&self, filed: impl IntoIterator<Item = &'f Filed>) -> Vec<PeriodCell> {
        let mut periods: BTreeMap<(u32, u32), Vec<Vec<PeriodCell>>> = BTreeMap::new();
        for filed in filed {
            let order = (filed.periods.trailing_zeros(), filed.periods);
            periods.entry(order).or_default().push(filed.cells.to_vec());
        }
        let joined = |cell: PeriodCell, other, spec: &CountSpec| cell.joined(other, spec.over_units);
        let periods = periods.into_values().map(|units| self.merged(&units, joined));
        let in_turn = periods.reduce(|mut cells, then| {
            for ((cell, then), spec) in cells.iter_mut().zip(then).zip(self.specs()) {
                let is_apart = cell.seen & then.seen == 0;
                *cell = if is_apart { cell.then(then, spec.over_time) } else { joined(*cell, then, spec) };
            }
            cells
        });
        in_turn.unwrap_or_default()
    }

    /// What was filed of units that go together, as rows of a sum: each by itself in one period, else one row over their periods.
    pub fn rows(&self, filed: &[&Filed]) -> Vec<Vec<PeriodCell>> {
        match filed {
            [] => Vec::new(),
            [first, others @ ..] if others.iter().all(|other| other.periods == first.periods) => {
                filed.iter().map(|filed| filed.cells.to_vec()).collect()
            }
            filed => vec![self.in_turn(filed.iter().copied())],
        }
    }

    /// What several units' cells come to as one, a column each. `put` puts two together; a mean of several is as heavy as they
    /// are.
    pub(crate) fn merged(
        &self,
        units: &[Vec<PeriodCell>],
        put: impl Fn(PeriodCell, PeriodCell, &CountSpec) -> PeriodCell,
    ) -> Vec<PeriodCell> {
        let merged = |column: usize| {
            let spec = self.spec(column);
            let cell = units.iter().map(|cells| cells[column]).reduce(|one, other| put(one, other, spec))?;
            let is_mean = spec.over_units == Aggregation::Average && cell.value.is_none();
            let value = if is_mean { self.mean(units, column) } else { cell.value };
            Some(PeriodCell { value, ..cell })
        };
        (0..self.len()).filter_map(merged).collect()
    }

    /// The mean of what units gave in a column; none where one of those has no weight.
    fn mean(&self, units: &[Vec<PeriodCell>], column: usize) -> Option<Decimal> {
        let weights = self.column(self.counts.weight(self.kept[column])?)?;
        let (mut sum, mut weight) = (Decimal::ZERO, Decimal::ZERO);
        for cells in units {
            let (Some(value), heavy) = (cells[column].value, cells[weights].value) else { continue };
            sum = sum.checked_add(value.checked_mul(heavy?)?)?;
            weight = weight.checked_add(heavy?)?;
        }
        let mean = sum.checked_div(weight)?;
        Some(if self.spec(column).rounded_to().is_some() { mean } else { mean.round_dp(MEAN_DIGITS) })
    }

    /// Their counts by all names that they had.
    fn carrier(&self) -> Carrier {
        Carrier::of(&self.counts, &self.kept)
    }
}

/// One count of one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeriodCell {
    /// What it comes to.
    pub value: Option<Decimal>,
    /// The periods that gave it, a bit each, in order.
    seen: u32,
    /// The periods that gave it in another measure, by which it is not known.
    otherwise: u32,
}

/// What a unit filed while it stood below the same units.
#[derive(Clone, Debug)]
pub struct Filed {
    /// What it was called.
    pub name: Arc<str>,
    /// The units it stood below, from the next one up; nothing where its period does not say.
    pub above: Option<Arc<[UnitId]>>,
    /// The periods in which it filed, a bit each: one alone of a unit that is, or became, another.
    periods: u32,
    cells: Box<[PeriodCell]>,
}

/// The counts of every unit over some periods.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The periods it is made of.
    pub parts: PeriodParts,
    /// Its periods.
    pub known: Arc<[Period]>,
    /// What is filed of each of them as a whole, by its place.
    heads: BTreeMap<usize, Head>,
    /// More than once where a unit was moved in between.
    units: HashMap<UnitId, Vec<Filed>>,
    /// Prints of free texts, where they are kept.
    texts: Option<HashMap<UnitId, Texts>>,
    /// Columns of counts that were filed in another measure, and in which of its periods.
    other_measures: BTreeMap<(usize, usize), OtherMeasure>,
    /// What was read of units above others before, for those that stand below the same.
    chains: HashSet<Arc<[UnitId]>>,
}

/// Prints of a unit's free texts, by `plugin/field`.
pub type Texts = BTreeMap<String, String>;

#[derive(Deserialize)]
struct FiledCounts {
    unit: UnitId,
    #[serde(default)]
    name: String,
    #[serde(default)]
    above: Option<Vec<UnitId>>,
    counts: HashMap<String, FiledNumber>,
    #[serde(default)]
    texts: Texts,
}

impl UnitLine for FiledCounts {
    fn unit(&self) -> &str {
        self.unit.as_str()
    }
}

#[derive(Deserialize)]
struct FiledNumber {
    value: String,
    #[serde(default)]
    measure: Option<String>,
}

impl Table {
    /// Reads the periods of a parts.
    ///
    /// # Errors
    /// W001 and H001.
    pub fn read(archive: &Archive, parts: PeriodParts, columns: &Columns, lineage: &Lineage) -> Result<Self> {
        Self { known: parts.all(), parts, ..Self::default() }.filled(archive, columns, lineage)
    }

    /// Reads the periods of a parts, with the prints of free texts.
    ///
    /// # Errors
    /// W001 and H001.
    pub fn with_texts(
        archive: &Archive,
        parts: PeriodParts,
        columns: &Columns,
        lineage: &Lineage,
    ) -> Result<Self> {
        let (known, texts) = (parts.all(), Some(HashMap::new()));
        Self { parts, known, texts, ..Self::default() }.filled(archive, columns, lineage)
    }

    fn filled(self, archive: &Archive, columns: &Columns, lineage: &Lineage) -> Result<Self> {
        let mut table = self;
        let carrier = columns.carrier();
        let filed: Vec<(usize, Period)> = table
            .parts
            .periods
            .iter()
            .enumerate()
            .filter_map(|(index, (period, filed))| filed.then_some((index, *period)))
            .collect();
        for (piece, period) in filed {
            if let Some(path) = archive.latest(period) {
                table.add(&path, piece, columns, (&carrier, lineage))?;
            }
        }
        Ok(table)
    }

    fn add(
        &mut self,
        path: &Path,
        piece: usize,
        columns: &Columns,
        (carrier, lineage): (&Carrier, &Lineage),
    ) -> Result<()> {
        let head = file::lines(path, |line: FiledCounts| {
            let stands_alone = lineage.is_seen(&line.unit);
            if let Some(texts) = self.texts.as_mut().filter(|_| !line.texts.is_empty()) {
                texts.insert(line.unit.clone(), line.texts);
            }
            let above = line.above.map(|above| self.chain(above));
            let entries = self.units.entry(line.unit).or_default();
            let place = entries.iter().position(|entry| entry.above == above && !stands_alone);
            let place = place.unwrap_or(entries.len());
            if place == entries.len() {
                let cells = vec![PeriodCell::default(); columns.len()].into_boxed_slice();
                entries.push(Filed { name: line.name.as_str().into(), above, periods: 0, cells });
            }
            let Some(Filed { cells, periods, .. }) = entries.get_mut(place) else { return };
            *periods |= 1 << piece;
            let mut given = vec![None; columns.len()];
            for (key, number) in &line.counts {
                let index = carrier.count(key, |own| line.counts.contains_key(own));
                let Some(column) = index.and_then(|index| columns.column(index)) else { continue };
                let (Some(cell), spec) = (cells.get_mut(column), columns.spec(column)) else { continue };
                let (value, other) = carried(&number.value, number.measure.as_deref(), spec);
                match value {
                    Some(value) => {
                        given[column] = Some(value);
                        cell.add(value, piece, spec.over_time);
                    }
                    None => cell.otherwise |= u32::from(other.is_some()) << piece,
                }
                if let Some(other) = other {
                    let known = self.other_measures.entry((column, piece)).or_insert_with(|| other.clone());
                    if !other.is_converted {
                        *known = other;
                    }
                }
            }
            for (ratio, pair) in &columns.pairs {
                let parts = columns.counts.parts(*ratio).map(|parts| parts.map(|part| columns.column(part)));
                let both = parts.and_then(|[above, below]| Some([given[above?]?, given[below?]?]));
                for (column, value) in pair.iter().zip(both.into_iter().flatten()) {
                    cells[*column].add(value, piece, columns.spec(*column).over_time);
                }
            }
        })?;
        self.heads.insert(piece, head);
        Ok(())
    }

    /// The one copy of the units above others.
    fn chain(&mut self, above: Vec<UnitId>) -> Arc<[UnitId]> {
        if let Some(known) = self.chains.get(above.as_slice()) {
            return known.clone();
        }
        let chain: Arc<[UnitId]> = above.into();
        self.chains.insert(chain.clone());
        chain
    }

    /// What a unit filed, wherever it stood, a column each; no columns where it is not known at all.
    pub(crate) fn cells(&self, unit: &UnitId, columns: &Columns) -> Vec<PeriodCell> {
        match self.filed_by(unit) {
            [filed] => filed.cells.to_vec(),
            filed => columns.in_turn(filed),
        }
    }

    /// Everyone that filed, in order of their ids, and what they did while they stood below the same units.
    pub fn filed(&self) -> impl Iterator<Item = (&UnitId, &Filed)> {
        let mut units: Vec<&UnitId> = self.units.keys().collect();
        units.sort();
        units.into_iter().flat_map(|unit| self.units[unit].iter().map(move |filed| (unit, filed)))
    }

    /// Who filed under a name.
    pub fn named(&self, name: &str) -> Option<&UnitId> {
        let mut filed =
            self.units.iter().flat_map(|(unit, filed)| filed.iter().map(move |filed| (unit, filed)));
        filed.find(|(_, filed)| &*filed.name == name).map(|(unit, _)| unit)
    }

    /// What a unit filed in a period, by its place: where it stood then.
    pub fn filed_at(&self, unit: &UnitId, period: usize) -> impl Iterator<Item = &Filed> {
        self.filed_by(unit).iter().filter(move |filed| filed.periods & (1 << period) != 0)
    }

    fn filed_by(&self, unit: &UnitId) -> &[Filed] {
        self.units.get(unit).map_or(&[], Vec::as_slice)
    }

    /// Its periods that are filed, each with who the units were then.
    pub fn each(&self) -> Vec<TableAt<'_>> {
        let filed = self.parts.periods.iter().enumerate().filter(|(_, (_, filed))| *filed);
        filed.map(|(at, (period, _))| TableAt { table: self, at, period: *period }).collect()
    }

    /// Whether a unit, by its ids and names, that did not give a count in a period, by its place, should have; what nobody says is taken so.
    pub fn was_due(&self, listed: &Lists, period: usize, names: &[&str]) -> bool {
        let filed = |unit: UnitId| self.filed_at(&unit, period).next().is_some();
        if names.iter().any(|name| UnitId::new(name).is_ok_and(filed)) {
            return true;
        }
        let at = self.known.get(period).copied();
        at.and_then(|at| listed.was_due(at, self.heads.get(&period), names)).unwrap_or(true)
    }

    /// The prints of a unit's free texts.
    pub fn texts(&self, unit: &UnitId) -> Option<&Texts> {
        self.texts.as_ref()?.get(unit)
    }

    /// How a column was filed in another measure: in its periods that are not converted, else in those that are.
    pub fn other_measure(&self, column: usize) -> Option<&OtherMeasure> {
        let all = || self.other_measures.range((column, 0)..(column + 1, 0)).map(|(_, other)| other);
        all().find(|other| !other.is_converted).or_else(|| all().next())
    }

    /// The columns that were filed in another measure and are not converted, with the periods.
    pub(crate) fn not_converted(&self) -> impl Iterator<Item = (usize, Period, &OtherMeasure)> {
        let others = self.other_measures.iter().filter(|(_, other)| !other.is_converted);
        others.filter_map(|((column, at), other)| Some((*column, *self.known.get(*at)?, other)))
    }

    /// In which measure a cell was filed in a period, by its place, where it is not known for that.
    pub fn otherwise(&self, cell: PeriodCell, column: usize, period: usize) -> Option<&OtherMeasure> {
        let is_otherwise = cell.otherwise & (1 << period) != 0 && !cell.has(period);
        self.other_measures.get(&(column, period)).filter(|_| is_otherwise)
    }

    /// The periods that a cell lacks, with their places.
    pub fn lacking(&self, cell: PeriodCell) -> impl Iterator<Item = (usize, Period)> + '_ {
        let periods = self.known.iter().copied().enumerate();
        periods.filter(move |(at, _)| !cell.has(*at))
    }

    /// A cell's value, where nothing that it hangs on is missing.
    pub fn whole(&self, cell: PeriodCell, over_time: Aggregation) -> Option<Decimal> {
        let periods = self.parts.periods.len();
        let is_whole = match over_time {
            Aggregation::Last => periods > 0 && cell.seen & (1 << (periods - 1)) != 0,
            Aggregation::Sum | Aggregation::Max | Aggregation::Min => self.lacking(cell).next().is_none(),
            Aggregation::Average | Aggregation::None => periods == 1 && self.lacking(cell).next().is_none(),
        };
        cell.value.filter(|_| is_whole)
    }

    /// Whether all periods that the table is made of are filed.
    pub fn is_whole(&self) -> bool {
        !self.parts.periods.is_empty() && self.parts.periods.iter().all(|(_, filed)| *filed)
    }
}

/// One period of a table.
#[derive(Clone, Copy, Debug)]
pub struct TableAt<'t> {
    table: &'t Table,
    /// Its place among those of the table.
    pub at: usize,
    period: Period,
}

impl Then for TableAt<'_> {
    fn period(&self) -> Period {
        self.period
    }

    fn knows(&self, unit: &UnitId) -> bool {
        self.table.filed_at(unit, self.at).next().is_some()
    }
}

impl Filed {
    /// Whether it filed in a period after one, by its place.
    pub fn goes_beyond(&self, period: usize) -> bool {
        self.periods >> period > 1
    }

    /// Its columns.
    pub fn cells(&self) -> &[PeriodCell] {
        &self.cells
    }

    /// What a column holds.
    pub fn cell(&self, column: usize) -> PeriodCell {
        self.cells.get(column).copied().unwrap_or_default()
    }
}

impl PeriodCell {
    /// This unit's and another's, as they stand above both.
    pub(crate) fn beside(self, other: Self, over_units: Aggregation) -> Self {
        let (value, seen) = match (self.value, other.value) {
            (_, None) => (self.value, self.seen),
            (None, _) => (other.value, other.seen),
            (Some(one), Some(other_one)) => {
                let value = match over_units {
                    Aggregation::Sum => one.checked_add(other_one),
                    Aggregation::Max => Some(one.max(other_one)),
                    Aggregation::Min => Some(one.min(other_one)),
                    Aggregation::Average | Aggregation::Last | Aggregation::None => None,
                };
                (value, self.seen & other.seen)
            }
        };
        Self { value, seen, otherwise: self.otherwise | other.otherwise }
    }

    /// What two units filed that are one by now.
    fn joined(self, other: Self, over_units: Aggregation) -> Self {
        Self { seen: self.seen | other.seen, ..self.beside(other, over_units) }
    }

    /// What a unit filed in some periods, and what it did in others.
    #[must_use]
    pub fn then(self, other: Self, over_time: Aggregation) -> Self {
        let otherwise = self.otherwise | other.otherwise;
        let (Some(_), Some(value)) = (self.value, other.value) else {
            return Self { otherwise, ..if self.value.is_some() { self } else { other } };
        };
        let is_later = other.seen.leading_zeros() < self.seen.leading_zeros();
        let value = match over_time {
            Aggregation::Sum | Aggregation::Max | Aggregation::Min => over(over_time, self.value, value),
            _ if is_later => other.value,
            _ => self.value,
        };
        Self { value, seen: self.seen | other.seen, otherwise }
    }

    /// Whether a period, by its place among those of the table, gave it.
    pub fn has(self, period: usize) -> bool {
        self.seen & (1 << period) != 0
    }

    /// Whether any period gave it, in whatever measure.
    pub(crate) fn is_given(&self) -> bool {
        self.value.is_some() || self.otherwise != 0
    }

    /// What it holds of a period is not the whole.
    pub(crate) fn lack(&mut self, period: usize) {
        self.seen &= !(1 << period);
    }

    fn add(&mut self, value: Decimal, piece: usize, over_time: Aggregation) {
        self.value = over(over_time, self.value, value);
        self.seen |= 1 << piece;
    }
}

/// A count over periods: what it came to before, and then.
pub fn over(over_time: Aggregation, before: Option<Decimal>, then: Decimal) -> Option<Decimal> {
    match (over_time, before) {
        (Aggregation::Sum, Some(before)) => before.checked_add(then),
        (Aggregation::Max, Some(before)) => Some(before.max(then)),
        (Aggregation::Min, Some(before)) => Some(before.min(then)),
        _ => Some(then),
    }
}
