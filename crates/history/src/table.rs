//! Counts of filed periods, put together by the rule of each count: what adds up over time is added, of what does not
//! the last stands. Small enough to be kept for every unit of a run.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use huibian_contract::{Aggregation, CountSpec, Period, UnitId};
use huibian_diagnostic::Result;
use huibian_figure::{CountIndex, Counts};
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::archive::{Archive, PeriodParts};
use crate::file;

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

    /// The column of a count.
    pub fn column(&self, index: CountIndex) -> Option<usize> {
        self.places.get(index.place()).copied().flatten()
    }

    fn specs(&self) -> impl Iterator<Item = &CountSpec> {
        self.kept.iter().map(|index| self.counts.spec(*index))
    }

    /// The columns by the full names of their counts.
    fn by_name(&self) -> HashMap<String, usize> {
        self.kept.iter().enumerate().map(|(column, index)| (self.counts.key(*index).full(), column)).collect()
    }
}

/// One count of one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PeriodCell {
    /// What it comes to.
    pub value: Option<Decimal>,
    /// The periods that gave it, a bit each, in order.
    seen: u32,
}

/// The counts of every unit over some periods.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The periods it is made of.
    pub parts: PeriodParts,
    /// Its periods.
    pub known: Arc<[Period]>,
    units: HashMap<UnitId, Box<[PeriodCell]>>,
    /// Prints of free texts, where they are kept.
    texts: Option<HashMap<UnitId, Texts>>,
}

/// Prints of a unit's free texts, by `plugin/field`.
pub type Texts = BTreeMap<String, String>;

#[derive(Deserialize)]
struct FiledCounts {
    unit: UnitId,
    counts: HashMap<String, FiledNumber>,
    #[serde(default)]
    texts: Texts,
}

#[derive(Deserialize)]
struct FiledNumber {
    value: String,
}

impl Table {
    /// Reads the periods of a parts.
    ///
    /// # Errors
    /// W001 and H001.
    pub fn read(archive: &Archive, parts: PeriodParts, columns: &Columns) -> Result<Self> {
        Self { known: parts.all(), parts, ..Self::default() }.filled(archive, columns)
    }

    /// Reads the periods of a parts, with the prints of free texts.
    ///
    /// # Errors
    /// W001 and H001.
    pub fn with_texts(archive: &Archive, parts: PeriodParts, columns: &Columns) -> Result<Self> {
        let (known, texts) = (parts.all(), Some(HashMap::new()));
        Self { parts, known, texts, ..Self::default() }.filled(archive, columns)
    }

    fn filled(self, archive: &Archive, columns: &Columns) -> Result<Self> {
        let mut table = self;
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
                table.add(&path, piece, columns, &names)?;
            }
        }
        Ok(table)
    }

    fn add(
        &mut self,
        path: &Path,
        piece: usize,
        columns: &Columns,
        names: &HashMap<String, usize>,
    ) -> Result<()> {
        file::lines(path, |line: FiledCounts| {
            let empty = || vec![PeriodCell::default(); columns.len()].into_boxed_slice();
            if let Some(texts) = self.texts.as_mut().filter(|_| !line.texts.is_empty()) {
                texts.insert(line.unit.clone(), line.texts);
            }
            let cells = self.units.entry(line.unit).or_insert_with(empty);
            for (key, value) in line.counts {
                let index = names.get(&key).copied();
                let cell = index.and_then(|index| {
                    Some((cells.get_mut(index)?, columns.counts.spec(columns.kept[index])))
                });
                if let (Some((cell, spec)), Ok(value)) = (cell, value.value.parse()) {
                    cell.add(value, piece, spec.over_time);
                }
            }
        })
        .map(drop)
    }

    /// What the counts of some units come to, a column each; no columns where one of the units is not known at all. A
    /// unit that is known and lacks a count has no such section.
    pub fn cells(&self, units: &[UnitId], columns: &Columns) -> Vec<PeriodCell> {
        let known: Option<Vec<&[PeriodCell]>> =
            units.iter().map(|unit| Some(&**self.units.get(unit)?)).collect();
        let Some([first, others @ ..]) = known.as_deref() else { return Vec::new() };
        let mut cells = first.to_vec();
        for other in others {
            for ((cell, other), spec) in cells.iter_mut().zip(*other).zip(columns.specs()) {
                *cell = cell.beside(*other, spec.over_units);
            }
        }
        cells
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
            Aggregation::Sum | Aggregation::Max => self.lacking(cell).next().is_none(),
            Aggregation::None => periods == 1,
        };
        cell.value.filter(|_| is_whole)
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
                    Aggregation::Last | Aggregation::None => None,
                },
                seen: self.seen & other.seen,
            },
        }
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
        _ => Some(then),
    }
}
