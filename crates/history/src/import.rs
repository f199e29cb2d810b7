//! Earlier periods from a table that was kept elsewhere: a row a unit, a column a count.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use huibian_config::read;
use huibian_contract::{CountKind, Period, Severity, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result, Source};
use huibian_figure::{CountIndex, Counts, Figure, Filed, Origin, Record};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::archive::Archive;
use crate::file::{FiledPeriod, FiledUnit};
use crate::filing::{Closed, file_periods};
use crate::put_over::put_over;

/// What a table's column holds.
enum Column {
    Period,
    Unit,
    Name,
    Count(CountIndex),
}

/// Names of the columns that are no counts.
const PERIOD: [&str; 2] = ["period", "报告期"];
const UNIT: [&str; 2] = ["unit", "单位"];
const NAME: [&str; 2] = ["name", "单位名称"];

/// Whose earlier periods are imported.
pub struct Importer<'w> {
    /// The folder that has `history/`.
    pub folder: &'w Path,
    /// The report's id.
    pub report: &'w str,
    /// The counts that are declared.
    pub counts: &'w Arc<Counts>,
    /// The units of the period that is worked on, by id and name.
    pub units: Vec<(UnitId, String)>,
}

/// What was imported.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Each period, and what became of it.
    pub periods: Vec<(Period, Closed)>,
    /// Rates that do not follow from their parts. They are not filed.
    pub findings: Vec<Diagnostic>,
}

impl Importer<'_> {
    /// Files the counts of a CSV table. What it does not give stays as it is filed. `period` is that of rows without one.
    ///
    /// # Errors
    /// W001, H004 for each cell that cannot be used; H001, H003 and O004. Nothing is filed then.
    pub fn import(&self, path: &Path, period: Option<Period>, amend: bool) -> Result<Imported, Faults> {
        let source = read(path)?;
        let mut table =
            Table { importer: self, source: &source, faults: Faults::new(), findings: Vec::new() };
        let periods = table.periods(period);
        if !table.faults.is_empty() {
            return Err(table.faults);
        }
        let findings = table.findings;
        let names: Vec<Period> = periods.keys().copied().collect();
        let archive = Archive::of(self.folder, self.report);
        let over = |(period, units)| put_over(&archive, (self.report, period), units, self.counts);
        let merged = periods.into_iter().map(over);
        let merged = merged.collect::<Result<Vec<FiledPeriod>>>()?;
        let closed = file_periods(self.folder, self.report, merged, amend)?;
        Ok(Imported { periods: names.into_iter().zip(closed).collect(), findings })
    }
}

/// The counts that a head of a column names, by their keys and their labels.
fn named(counts: &Counts) -> HashMap<String, Vec<CountIndex>> {
    let mut named: HashMap<String, Vec<CountIndex>> = HashMap::new();
    for (index, key, spec) in counts.own() {
        let (key, label) = (key.full(), spec.label.clone());
        if key != label {
            named.entry(label).or_default().push(index);
        }
        named.entry(key).or_default().push(index);
    }
    named
}

struct Table<'w> {
    importer: &'w Importer<'w>,
    source: &'w Arc<Source>,
    faults: Faults,
    findings: Vec<Diagnostic>,
}

impl Table<'_> {
    fn periods(&mut self, given: Option<Period>) -> BTreeMap<Period, BTreeMap<UnitId, FiledUnit>> {
        let mut periods: BTreeMap<Period, BTreeMap<UnitId, FiledUnit>> = BTreeMap::new();
        let text = self.source.text.trim_start_matches('\u{FEFF}');
        let head = text.lines().next().unwrap_or_default();
        let delimiter = if head.contains('\t') { b'\t' } else { b',' };
        let mut reader =
            csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
        let header = match reader.headers() {
            Ok(header) => header.clone(),
            Err(error) => {
                self.fail("row", &error.to_string(), 1, "");
                return periods;
            }
        };
        let counts = named(self.importer.counts);
        let columns: Vec<Option<Column>> =
            header.iter().map(|name| self.column(name.trim(), &counts)).collect();
        if !columns.iter().any(|column| matches!(column, Some(Column::Unit))) {
            self.fail("no-unit", UNIT[1], 1, "");
        }
        if !self.faults.is_empty() {
            return periods;
        }
        let known = self.known_units();
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    self.fail("row", &error.to_string(), line, "");
                    continue;
                }
            };
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let number = record.position().map_or(1, csv::Position::line);
            let Some((period, line)) = self.row(&columns, &record, number, &known, given) else { continue };
            let id = line.unit.clone();
            if periods.entry(period).or_default().insert(id.clone(), line).is_some() {
                self.fail("twice", id.as_str(), number, "");
            }
        }
        periods
    }

    fn column(&mut self, name: &str, named: &HashMap<String, Vec<CountIndex>>) -> Option<Column> {
        for (names, column) in [(PERIOD, Column::Period), (UNIT, Column::Unit), (NAME, Column::Name)] {
            if names.contains(&name) {
                return Some(column);
            }
        }
        let found = named.get(name).map_or(&[][..], Vec::as_slice);
        if let [one] = found {
            return Some(Column::Count(*one));
        }
        let known: Vec<String> = self.importer.counts.own().map(|(_, key, _)| key.full()).collect();
        let reason = if found.is_empty() { "column" } else { "ambiguous" };
        let fault = self.fault(reason, name, 1, name);
        self.faults.push(fault.suggest(name, known.iter().map(String::as_str)));
        None
    }

    /// The units of the workspace's period, by id and by name.
    fn known_units(&self) -> BTreeMap<String, (UnitId, String)> {
        let units = self.importer.units.iter().cloned();
        units.flat_map(|unit| [(unit.0.to_string(), unit.clone()), (unit.1.clone(), unit)]).collect()
    }

    fn row(
        &mut self,
        columns: &[Option<Column>],
        record: &csv::StringRecord,
        number: u64,
        known: &BTreeMap<String, (UnitId, String)>,
        given: Option<Period>,
    ) -> Option<(Period, FiledUnit)> {
        let cell = |wanted: fn(&Column) -> bool| {
            let index = columns.iter().position(|column| column.as_ref().is_some_and(wanted))?;
            record.get(index).map(str::trim).filter(|cell| !cell.is_empty())
        };
        let period = match cell(|column| matches!(column, Column::Period)) {
            Some(text) => text.parse().map_err(|_| self.fail("period", text, number, text)).ok()?,
            None => given.or_else(|| {
                self.fail("no-period", PERIOD[1], number, "");
                None
            })?,
        };
        let Some(unit) = cell(|column| matches!(column, Column::Unit)) else {
            self.fail("no-unit", UNIT[1], number, "");
            return None;
        };
        let name = cell(|column| matches!(column, Column::Name));
        let (unit, name) = match (known.get(unit), name, UnitId::new(unit)) {
            (Some((id, known)), name, _) => (id.clone(), name.unwrap_or(known).to_owned()),
            (None, Some(name), Ok(id)) => (id, name.to_owned()),
            _ => {
                let fault = self.fault("unit", unit, number, unit);
                self.faults.push(fault.suggest(unit, known.keys().map(String::as_str)));
                return None;
            }
        };
        let mut line = FiledUnit::new(unit, name);
        let mut rates = Vec::new();
        for (column, text) in columns.iter().zip(record.iter()) {
            let (Some(Column::Count(index)), text) = (column, text.trim()) else { continue };
            let spec = self.importer.counts.spec(*index);
            if text.is_empty() {
                continue;
            }
            let digits = text.strip_suffix(['%', '‰']).filter(|_| spec.ratio.is_some()).unwrap_or(text);
            let value = digits.parse::<Decimal>().ok().filter(|value| {
                spec.kind == CountKind::Decimal || !value.is_sign_negative() || value.is_zero()
            });
            let Some(value) = value.filter(|value| spec.kind != CountKind::Integer || value.is_integer())
            else {
                self.fail("number", text, number, text);
                continue;
            };
            if spec.ratio.is_some() {
                rates.push((*index, value, text.to_owned()));
            } else {
                let file = self.source.path.file_name().unwrap_or_default().to_string_lossy();
                let origin = Origin::of(Record::Text(format!("{file}:{number}")));
                let filed = Filed::new(spec, &Figure::new(spec, value, origin));
                line.counts.insert(self.importer.counts.key(*index).clone(), filed);
            }
        }
        line.derive_ratios(self.importer.counts);
        for (index, given, text) in rates {
            self.verify_rate(&line, index, given, (number, &text));
        }
        Some((period, line))
    }

    /// A rate that the table gives beside its parts must follow from them.
    fn verify_rate(&mut self, line: &FiledUnit, index: CountIndex, given: Decimal, at: (u64, &str)) {
        let (key, spec) = (self.importer.counts.key(index), self.importer.counts.spec(index));
        let Some(filed) = line.counts.get(key) else { return };
        let Ok(derived) = filed.value.parse::<Decimal>() else { return };
        let said = given.normalize().scale();
        let scale = spec.rounded_to().map_or(said, |scale| said.min(scale));
        if derived.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero) == given.normalize()
        {
            return;
        }
        let found = Diagnostic::new(Code::FiledRateDiffers)
            .with("key", key)
            .with("unit", &line.name)
            .with("label", &spec.label)
            .with_digits("given", given)
            .with("measure", &filed.measure)
            .with_digits("computed", &filed.value)
            .weighing(Severity::Warning);
        self.findings.push(found.at(self.place(at.0, at.1)));
    }

    fn fail(&mut self, reason: &str, found: &str, line: u64, text: &str) {
        let fault = self.fault(reason, found, line, text);
        self.faults.push(fault);
    }

    fn fault(&self, reason: &str, found: &str, line: u64, text: &str) -> Diagnostic {
        let fault = Diagnostic::new(Code::BadImport).with("reason", reason).with("found", found);
        fault.at(self.place(line, text))
    }

    /// Where a cell stands: its text in its line, or the line.
    fn place(&self, line: u64, text: &str) -> Location {
        let line = usize::try_from(line).unwrap_or(1);
        let place = Location::line(self.source, line, 1);
        let found = place.text_and_span().and_then(|(whole, span)| {
            let start = span.start + whole.get(span.clone())?.find(text).filter(|_| !text.is_empty())?;
            Some(start..start + text.len())
        });
        found.map_or_else(|| place.clone(), |span| Location::span(self.source, span))
    }
}
