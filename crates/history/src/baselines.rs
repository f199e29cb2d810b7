//! What a run remembers of earlier periods: read once, a few numbers a unit.

use std::path::Path;

use huibian_contract::{Aggregation, CountKey, CountSpec, IndexMap, Name, Period, PluginId, UnitId};
use huibian_diagnostic::Result;
use huibian_figure::{Figure, FigureTable, quotient};
use rust_decimal::Decimal;

use crate::archive::{Archive, PeriodParts};
use crate::baseline::Baseline;
use crate::table::{Columns, Table};

/// The earlier periods of a report, for every unit.
#[derive(Clone, Debug)]
pub struct Baselines {
    period: Period,
    /// Every declared count, ratios among them.
    specs: IndexMap<CountKey, CountSpec>,
    columns: Columns,
    goes_back: bool,
    previous: Table,
    last_year: Table,
    this_year: Table,
    /// Periods before the report's own, the latest last, as far back as charts go.
    trend: Vec<(Period, Table)>,
    /// The counts that are held against several earlier periods, and those periods, the latest last.
    watched: Columns,
    earlier: Vec<Table>,
}

/// How many earlier periods a count is held against.
const WATCHED: usize = 8;

impl Baselines {
    /// Reads what is filed of the periods that `period` is compared with; `specs` are all declared counts, in the order of
    /// the report.
    ///
    /// # Errors
    /// W001 and H001.
    pub fn load(
        folder: &Path,
        report: &str,
        period: Period,
        specs: IndexMap<CountKey, CountSpec>,
    ) -> Result<Self> {
        let archive = Archive::of(folder, report);
        let columns: Columns = specs.clone().into_iter().filter(|(_, spec)| spec.ratio.is_none()).collect();
        let parts =
            |period: Option<Period>| period.and_then(|period| archive.parts(period)).unwrap_or_default();
        let read = |parts| Table::read(&archive, parts, &columns);
        let watched: Columns = columns
            .iter()
            .filter(|(_, spec)| spec.outlier)
            .map(|(key, spec)| (key.clone(), spec.clone()))
            .collect();
        Ok(Self {
            period,
            goes_back: archive.goes_back_before(period),
            previous: Table::with_texts(&archive, parts(period.previous()), &columns)?,
            last_year: read(parts(period.last_year()))?,
            this_year: read(PeriodParts::joined(&archive, period.earlier_in_year()))?,
            earlier: earlier(&archive, period, &watched)?,
            watched,
            specs,
            columns,
            trend: Vec::new(),
        })
    }

    /// What a unit filed of a count in earlier periods of the same length, the latest last; nothing of a count that is
    /// not watched.
    pub fn filed(&self, unit: &UnitId, key: &CountKey) -> Vec<Decimal> {
        let Some((column, _, spec)) = self.watched.get_full(key) else { return Vec::new() };
        let value = |table: &Table| {
            let cells = table.cells(std::slice::from_ref(unit), &self.watched);
            table.whole(*cells.get(column)?, spec.over_time)
        };
        self.earlier.iter().filter_map(value).collect()
    }

    /// The print of a text that a unit filed in the period before, by `plugin/field`.
    pub fn text(&self, unit: &UnitId, field: &str) -> Option<&str> {
        self.previous.texts(unit)?.get(field).map(String::as_str)
    }

    /// Reads so many periods before the report's own as well, for charts.
    ///
    /// # Errors
    /// W001 and H001.
    pub fn back(mut self, folder: &Path, report: &str, periods: usize) -> Result<Self> {
        let filed = Archive::of(folder, report);
        let before = std::iter::successors(self.period.previous(), |period| period.previous());
        for period in before.take(periods) {
            let table = Table::read(&filed, filed.parts(period).unwrap_or_default(), &self.columns)?;
            self.trend.insert(0, (period, table));
        }
        Ok(self)
    }

    /// A unit's figures in the periods before the report's own; those of one above others, given those that it is the sum
    /// of.
    pub fn trend(&self, units: &[UnitId]) -> Vec<(Period, FigureTable)> {
        self.trend.iter().map(|(period, table)| (*period, self.figures(table, units))).collect()
    }

    /// Whether any earlier period was ever filed.
    pub fn goes_back(&self) -> bool {
        self.goes_back
    }

    /// What a unit's figures are compared with; of one above others, given those that it is the sum of.
    pub fn of(&self, units: &[UnitId]) -> Baseline {
        Baseline {
            period: self.period,
            goes_back: self.goes_back,
            previous: self.figures(&self.previous, units),
            last_year: self.figures(&self.last_year, units),
            this_year: self.this_year.cells(units, &self.columns),
            to_date: IndexMap::default(),
        }
    }

    /// The counts of one plugin in the period before, as a request carries them.
    pub fn request(past: &Baseline, plugin: &PluginId) -> serde_json::Map<String, serde_json::Value> {
        let own = past.previous.iter().filter(|(key, _)| key.plugin == *plugin);
        let value = |digits: &str| match digits.parse::<i64>() {
            Ok(whole) => whole.into(),
            Err(_) => digits.into(),
        };
        own.map(|(key, figure)| (key.name.to_string(), value(&figure.digits))).collect()
    }

    /// Adds what the figures of the report's period come to from the year's beginning.
    pub fn add_up(&self, figures: &FigureTable, past: &mut Baseline) {
        let table = &self.this_year;
        let cells = std::mem::take(&mut past.this_year);
        let sum = |key: &CountKey| {
            let (column, _, spec) = self.columns.get_full(key)?;
            let cell = cells.get(column).copied().unwrap_or_default();
            let value = crate::table::over(spec.over_time, cell.value, figures.get(key)?.value)?;
            let lacking: Vec<Period> = match spec.over_time {
                Aggregation::Last => Vec::new(),
                _ => table.lacking(cell).collect(),
            };
            (spec.over_time != Aggregation::None).then_some((value, lacking))
        };
        for (key, spec) in &self.specs {
            let of = |name: &Name| sum(&CountKey { plugin: key.plugin.clone(), name: name.clone() });
            let (value, mut lacking) = match &spec.ratio {
                None => match sum(key) {
                    Some(summed) => summed,
                    None => continue,
                },
                Some(ratio) => {
                    let value = quotient(ratio, |name| Some(of(name)?.0));
                    let parts = [&ratio.num, &ratio.den].into_iter().filter_map(of);
                    let lacking: Vec<Period> = parts.flat_map(|(_, lacking)| lacking).collect();
                    match value {
                        Some(value) => (value, lacking),
                        None => continue,
                    }
                }
            };
            lacking.sort_by_key(|period| period.start());
            lacking.dedup();
            let mut from: Vec<String> =
                table.parts.periods.iter().map(|(period, _)| period.to_string()).collect();
            from.retain(|period| lacking.iter().all(|missing| missing.to_string() != *period));
            from.push(self.period.to_string());
            past.to_date.insert(key.clone(), (Figure::new(spec, value, from), lacking));
        }
    }

    fn figures(&self, table: &Table, units: &[UnitId]) -> FigureTable {
        let mut figures = FigureTable::default();
        let cells = table.cells(units, &self.columns);
        if cells.is_empty() {
            return figures;
        }
        let from: Vec<String> = table.parts.periods.iter().map(|(period, _)| period.to_string()).collect();
        let value = |key: &CountKey| -> Option<Decimal> {
            let (column, _, spec) = self.columns.get_full(key)?;
            table.whole(*cells.get(column)?, spec.over_time)
        };
        for (key, spec) in &self.specs {
            let part = |name: &Name| value(&CountKey { plugin: key.plugin.clone(), name: name.clone() });
            let value = match &spec.ratio {
                None => value(key),
                Some(ratio) => quotient(ratio, part),
            };
            figures.extend(value.map(|value| (key.clone(), Figure::new(spec, value, from.clone()))));
        }
        figures
    }
}

/// The periods before one that are filed, as far back as counts are watched.
fn earlier(archive: &Archive, period: Period, watched: &Columns) -> Result<Vec<Table>> {
    if watched.is_empty() {
        return Ok(Vec::new());
    }
    let before = std::iter::successors(period.previous(), |period| period.previous()).take(WATCHED);
    let mut tables = Vec::new();
    for parts in before.filter_map(|period| archive.parts(period)) {
        tables.insert(0, Table::read(archive, parts, watched)?);
    }
    Ok(tables)
}
