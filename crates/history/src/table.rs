//! Counts of filed periods, put together by the rule of each count: what adds up over time is added, of what does not
//! the last stands. Small enough to be kept for every unit of a run.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use huibian_contract::{Aggregation, CountSpec, Period, UnitId};
use huibian_diagnostic::Result;
use huibian_figure::{CountIndex, Counts};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Deserialize;

use crate::archive::{Archive, PeriodParts};
use crate::file::{self, UnitLine};
use crate::lineage::Lineage;

/// The counts whose values are kept, each in a column, in declared order; ratios are derived, not kept.
#[derive(Clone, Debug)]
pub struct Columns {
    counts: Arc<Counts>,
    kept: Vec<CountIndex>,
    /// The column of each declared count.
    places: Vec<Option<usize>>,
}

impl Columns {
    /// Columns for those counts that are to be kept.
    pub fn of(counts: &Arc<Counts>, is_kept: impl Fn(&CountSpec) -> bool) -> Self {
        let (mut kept, mut places) = (Vec::new(), Vec::with_capacity(counts.len()));
        for (index, _, spec) in counts.all() {
            places.push(is_kept(spec).then_some(kept.len()));
            kept.extend(is_kept(spec).then_some(index));
        }
        Self { counts: counts.clone(), kept, places }
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

    /// The columns by the full names of their counts, those that they had before among them.
    fn by_name(&self) -> HashMap<String, Named> {
        let mut names = HashMap::new();
        for (column, index) in self.kept.iter().enumerate() {
            for earlier in self.counts.earlier_keys(*index) {
                let own = Some(self.counts.key(*index).full());
                names.insert(earlier.full(), Named { column, own });
            }
        }
        for (column, index) in self.kept.iter().enumerate() {
            names.insert(self.counts.key(*index).full(), Named { column, own: None });
        }
        names
    }
}

/// The column of a name.
struct Named {
    column: usize,
    /// The name that its count has now, where it is another.
    own: Option<String>,
}

/// One count of one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeriodCell {
    /// What it comes to.
    pub value: Option<Decimal>,
    /// The periods that gave it, a bit each, in order.
    seen: u32,
}

/// How a count was filed in another measure, or with other digits, than it has now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherMeasure {
    /// What was printed after its digits then.
    pub measure: String,
    /// Whether its values are converted; else they are left out.
    pub is_converted: bool,
}

/// What a unit filed while it stood below the same units.
#[derive(Clone, Debug)]
pub struct Filed {
    /// What it was called.
    pub name: Arc<str>,
    /// The units it stood below, from the next one up; nothing where its period does not say.
    pub above: Option<Arc<[UnitId]>>,
    cells: Box<[PeriodCell]>,
}

/// The counts of every unit over some periods.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The periods it is made of.
    pub parts: PeriodParts,
    /// Its periods.
    pub known: Arc<[Period]>,
    /// More than once where a unit was moved in between.
    units: HashMap<UnitId, Vec<Filed>>,
    /// Prints of free texts, where they are kept.
    texts: Option<HashMap<UnitId, Texts>>,
    /// Columns of counts that were filed in another measure.
    pub(crate) other_measures: BTreeMap<usize, OtherMeasure>,
    /// The ids of those that are asked for by an id or a name that they had.
    named: HashMap<String, UnitId>,
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
        let wanted = lineage.names();
        let names = columns.by_name();
        let filed: Vec<(usize, Period)> = table
            .parts
            .periods
            .iter()
            .enumerate()
            .filter_map(|(index, (period, filed))| filed.then_some((index, *period)))
            .collect();
        for (piece, period) in filed {
            if let Some(path) = archive.latest(period) {
                table.add(&path, piece, columns, (&names, &wanted))?;
            }
        }
        Ok(table)
    }

    fn add(
        &mut self,
        path: &Path,
        piece: usize,
        columns: &Columns,
        (names, wanted): (&HashMap<String, Named>, &BTreeSet<&str>),
    ) -> Result<()> {
        file::lines(path, |line: FiledCounts| {
            for name in [line.unit.as_str(), &line.name] {
                if wanted.contains(name) {
                    self.named.insert(name.to_owned(), line.unit.clone());
                }
            }
            if let Some(texts) = self.texts.as_mut().filter(|_| !line.texts.is_empty()) {
                texts.insert(line.unit.clone(), line.texts);
            }
            let above = line.above.map(|above| self.chain(above));
            let entries = self.units.entry(line.unit).or_default();
            let place = entries.iter().position(|entry| entry.above == above).unwrap_or(entries.len());
            if place == entries.len() {
                let cells = vec![PeriodCell::default(); columns.len()].into_boxed_slice();
                entries.push(Filed { name: line.name.as_str().into(), above, cells });
            }
            let Some(Filed { cells, .. }) = entries.get_mut(place) else { return };
            for (key, number) in &line.counts {
                let Some(Named { column, own }) = names.get(key) else { continue };
                // What is filed under its own name stands beside what another had under that one.
                if own.as_ref().is_some_and(|own| line.counts.contains_key(own)) {
                    continue;
                }
                let column = *column;
                let (Some(cell), spec) = (cells.get_mut(column), columns.spec(column)) else { continue };
                let (value, other) = number.read(spec);
                if let Some(other) = other {
                    self.other_measures.insert(column, other);
                }
                if let Some(value) = value {
                    cell.add(value, piece, spec.over_time);
                }
            }
        })
        .map(drop)
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

    /// What the counts of some units come to, a column each; no columns where one of the units is not known at all. A
    /// unit that is known and lacks a count has no such section.
    pub fn cells(&self, units: &[UnitId], columns: &Columns) -> Vec<PeriodCell> {
        let known: Option<Vec<Vec<PeriodCell>>> = units.iter().map(|unit| self.own(unit, columns)).collect();
        let Some(mut known) = known.map(Vec::into_iter) else { return Vec::new() };
        let Some(mut cells) = known.next() else { return Vec::new() };
        for other in known {
            for ((cell, other), spec) in cells.iter_mut().zip(other).zip(columns.specs()) {
                *cell = cell.beside(other, spec.over_units);
            }
        }
        cells
    }

    /// What a unit filed, wherever it stood.
    fn own(&self, unit: &UnitId, columns: &Columns) -> Option<Vec<PeriodCell>> {
        let (first, others) = self.units.get(unit)?.split_first()?;
        let mut cells = first.cells.to_vec();
        for other in others {
            for ((cell, other), spec) in cells.iter_mut().zip(&other.cells).zip(columns.specs()) {
                *cell = cell.then(*other, spec.over_time);
            }
        }
        Some(cells)
    }

    /// Everyone that filed, in order of their ids, and what they did while they stood below the same units.
    pub fn filed(&self) -> impl Iterator<Item = (&UnitId, &Filed)> {
        let mut units: Vec<&UnitId> = self.units.keys().collect();
        units.sort();
        units.into_iter().flat_map(|unit| self.units[unit].iter().map(move |filed| (unit, filed)))
    }

    /// Who bore an id or a name, where anyone asks for it.
    pub fn named(&self, name: &str) -> Option<&UnitId> {
        self.named.get(name)
    }

    /// What a unit filed, and what those did that it was then; one after the other, or beside each other.
    pub fn cells_of(&self, units: &[UnitId], columns: &Columns) -> Vec<PeriodCell> {
        let mut known = units.iter().filter_map(|unit| self.own(unit, columns));
        let Some(mut cells) = known.next() else { return Vec::new() };
        for other in known {
            for ((cell, other), spec) in cells.iter_mut().zip(other).zip(columns.specs()) {
                let is_apart = cell.seen & other.seen == 0;
                *cell = if is_apart {
                    cell.then(other, spec.over_time)
                } else {
                    cell.joined(other, spec.over_units)
                };
            }
        }
        cells
    }

    /// Whether a unit filed anything.
    pub fn knows(&self, unit: &UnitId) -> bool {
        self.units.contains_key(unit)
    }

    /// The prints of a unit's free texts.
    pub fn texts(&self, unit: &UnitId) -> Option<&Texts> {
        self.texts.as_ref()?.get(unit)
    }

    /// The periods that a cell lacks.
    pub fn lacking(&self, cell: PeriodCell) -> impl Iterator<Item = Period> + '_ {
        let periods = self.parts.periods.iter().enumerate();
        periods.filter(move |(index, _)| cell.seen & (1 << index) == 0).map(|(_, (period, _))| *period)
    }

    /// A cell's value, where nothing that it hangs on is missing.
    pub fn whole(&self, cell: PeriodCell, over_time: Aggregation) -> Option<Decimal> {
        let periods = self.parts.periods.len();
        let is_whole = match over_time {
            Aggregation::Last => periods > 0 && cell.seen & (1 << (periods - 1)) != 0,
            Aggregation::Sum | Aggregation::Max | Aggregation::Min => self.lacking(cell).next().is_none(),
            Aggregation::Average | Aggregation::None => periods == 1,
        };
        cell.value.filter(|_| is_whole)
    }

    /// Whether all periods that the table is made of are filed.
    pub fn is_whole(&self) -> bool {
        !self.parts.periods.is_empty() && self.parts.periods.iter().all(|(_, filed)| *filed)
    }
}

impl Filed {
    /// What a column holds.
    pub fn cell(&self, column: usize) -> PeriodCell {
        self.cells.get(column).copied().unwrap_or_default()
    }
}

impl FiledNumber {
    /// The number in the measure that its count has now, and how it was filed where that was another.
    fn read(&self, spec: &CountSpec) -> (Option<Decimal>, Option<OtherMeasure>) {
        let value: Option<Decimal> = self.value.parse().ok();
        let decimals = self.value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let measure = self.measure.as_deref().unwrap_or(spec.measure());
        let is_of_scale = |scale: u32| u32::try_from(decimals).is_ok_and(|decimals| decimals == scale);
        if measure == spec.measure() && spec.rounded_to().is_none_or(is_of_scale) {
            return (value, None);
        }
        let factor = spec.factor.get(measure).and_then(|factor| factor.as_str().parse::<Decimal>().ok());
        let converted = value.zip(factor).and_then(|(value, factor)| value.checked_mul(factor));
        let other = OtherMeasure { measure: measure.to_owned(), is_converted: converted.is_some() };
        let rounded = |value: Decimal| match spec.rounded_to() {
            Some(scale) => value.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero),
            None => value.normalize(),
        };
        (converted.map(rounded), Some(other))
    }
}

impl PeriodCell {
    /// This unit's and another's, as they stand above both.
    fn beside(self, other: Self, over_units: Aggregation) -> Self {
        match (self.value, other.value) {
            (_, None) => self,
            (None, _) => other,
            (Some(one), Some(other_one)) => Self {
                value: match over_units {
                    Aggregation::Sum => one.checked_add(other_one),
                    Aggregation::Max => Some(one.max(other_one)),
                    Aggregation::Min => Some(one.min(other_one)),
                    Aggregation::Average | Aggregation::Last | Aggregation::None => None,
                },
                seen: self.seen & other.seen,
            },
        }
    }

    /// What two units filed that are one by now.
    fn joined(self, other: Self, over_units: Aggregation) -> Self {
        Self { seen: self.seen | other.seen, ..self.beside(other, over_units) }
    }

    /// What a unit filed in some periods, and what it did in others.
    #[must_use]
    pub fn then(self, other: Self, over_time: Aggregation) -> Self {
        let (Some(_), Some(value)) = (self.value, other.value) else {
            return if self.value.is_some() { self } else { other };
        };
        let is_later = other.seen.leading_zeros() < self.seen.leading_zeros();
        let value = match over_time {
            Aggregation::Sum | Aggregation::Max | Aggregation::Min => over(over_time, self.value, value),
            _ if is_later => other.value,
            _ => self.value,
        };
        Self { value, seen: self.seen | other.seen }
    }

    /// Whether a period, by its place among those of the table, gave it.
    pub fn has(self, period: usize) -> bool {
        self.seen & (1 << period) != 0
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
