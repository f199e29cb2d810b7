//! The rows of a ledger's sheet by unit, and those that are passed over.

use std::collections::HashMap;

use huibian_contract::{ColumnType, FieldType, IndexMap, Period};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location};

use crate::cell::{Wanted, failed};
use crate::head::UnitHead;
use crate::passed::{PassedRows, no_unit, second_table};
use crate::tables::{Ledger, Scaled, ScaledAt};
use crate::totals::{FigureColumn, adds_up};
use huibian_sheet::columns::{Field, FieldIndex};
use huibian_sheet::date;
use huibian_sheet::heads::{is_of_other, is_surely_unit, is_unit, plain};
use huibian_sheet::layout::{HeaderRows, Heading, Layout};
use huibian_sheet::ledger_columns::{LedgerColumn, ledger_column, ledger_column_in, ledger_measured};
use huibian_sheet::line_kind::{LineKind, Sign, is_ditto, of_label, unit_name};
use huibian_sheet::mapping::Mapping;
use huibian_sheet::nothing::{self, Kept, Said};
use huibian_sheet::number;
use huibian_sheet::odd_cells::partly_struck;
use huibian_sheet::own_measure::Measured;
use huibian_sheet::{Cell, MergedRows, Sheet, under};

/// What a ledger's sheet is read with.
#[derive(Clone, Copy)]
pub struct LedgerReader<'l> {
    /// All fields.
    pub fields: &'l FieldIndex,
    /// What the office calls them.
    pub mapping: &'l Mapping,
    /// The units of the main sheet.
    pub units: &'l [UnitHead],
    /// The period of the data.
    pub period: Option<Period>,
}

/// What was found in a ledger's sheet.
pub struct LedgerRows {
    /// Its rows by unit.
    pub ledger: Ledger,
    /// What its columns are.
    pub layout: Layout<LedgerColumn>,
    /// What is wrong.
    pub faults: Faults,
    /// What is odd.
    pub remarks: Vec<Diagnostic>,
}

impl<'l> LedgerReader<'l> {
    /// One ledger's rows by unit; `None` for a sheet without any.
    ///
    /// # Errors
    /// D002.
    pub fn read(
        self,
        sheets: &'l [Sheet],
        (at, field): (usize, usize),
        merged: &MergedRows,
    ) -> Result<Option<LedgerRows>, Diagnostic> {
        let (sheet, spec) = (&sheets[at], &self.fields.ledgers[field]);
        let names_column = |text: &str| match ledger_column_in(spec, text, self.period) {
            Ok(found) => found != LedgerColumn::Remarks,
            Err(fault) => fault.code() != Code::UnknownColumn,
        };
        let alone = self.units.len() == 1;
        let is_head = |text: &str| {
            let mapped = self.mapped(spec, text);
            is_unit(text)
                || mapped == Some(LedgerColumn::Unit)
                || (alone && (names_column(text) || mapped.is_some()))
        };
        let Some(header) = HeaderRows::find(sheet, merged, self.fields, is_head, names_column) else {
            let fault = Diagnostic::new(Code::NoHeader).with("reason", "header").with("sheet", &sheet.name);
            return if sheet.rows.is_empty() { Ok(None) } else { Err(fault.at(Location::file(&sheet.path))) };
        };
        let headings = header.headings(sheet, merged, self.fields);
        let known = Known::new(self.units);
        let is_sure = headings.iter().any(|heading| !heading.is_measures && is_surely_unit(&heading.label));
        let (mut remarks, first) = (Vec::new(), header.first());
        let layout = header.layout(
            sheet,
            &headings,
            |one| *one != LedgerColumn::Remarks,
            |heading| {
                let found = self.column(spec, heading)?;
                let is_weak = found == LedgerColumn::Unit
                    && !is_surely_unit(&heading.label)
                    && self.mapping.column(heading).is_none();
                let mut units = sheet.rows.iter().skip(first).filter_map(|row| row.text(heading.column));
                if is_weak && (is_sure || !units.any(|text| known.unit(&text).is_some())) {
                    remarks.push(passed_over(sheet, heading, header.first(), false));
                    return Ok(LedgerColumn::Remarks);
                }
                Ok(found)
            },
        );
        let mut rows = self.rows(sheet, spec, merged, &layout, &known);
        let columns: Vec<(u32, String)> = layout
            .columns
            .iter()
            .filter_map(|(at, one)| match one {
                LedgerColumn::Column(name) => Some((*at, name.clone())),
                _ => None,
            })
            .collect();
        let missing = spec.spec.columns.iter().filter(|(name, column)| {
            column.required && columns.iter().all(|(_, known)| known != name.as_str())
        });
        let mut absent = Vec::new();
        for (name, column) in missing {
            absent.push(name.to_string());
            // A column that is not understood may be the one that is missing.
            if layout.faults.is_empty() {
                let fault = Diagnostic::new(Code::ColumnMissing).with("label", &column.label);
                let fault = fault.with("key", format!("{}.{name}", spec.key()));
                rows.faults.push(fault.at(sheet.place(layout.row, 0)));
            }
        }
        remarks.append(&mut rows.remarks);
        let faults = layout.faults.iter().cloned().chain(rows.faults).collect();
        let factors = headings.iter().filter_map(|heading| {
            let (factor, measure) = self.mapping.factor(heading)?;
            Some(Scaled { at: ScaledAt::Column(heading.column), factor, measure })
        });
        let factors = factors.collect();
        let ledger = Ledger { sheet: at, field, columns, factors, absent, rows: rows.by_unit };
        Ok(Some(LedgerRows { ledger, layout, faults, remarks }))
    }

    fn mapped(self, ledger: &Field, text: &str) -> Option<LedgerColumn> {
        let mapped = self.mapping.columns.iter().find(|mapped| plain(&mapped.head) == plain(text))?;
        ledger_column(ledger, &mapped.key).ok()
    }

    /// What a column is of.
    ///
    /// # Errors
    /// D003 and D049, without a place.
    pub fn column(self, ledger: &Field, heading: &Heading) -> Result<LedgerColumn, Diagnostic> {
        if let Some(found) =
            self.mapping.column(heading).and_then(|mapped| ledger_column(ledger, &mapped.key).ok())
        {
            ledger_measured(ledger, &found, |of| self.mapping.measured(heading, of))?;
            return Ok(found);
        }
        let is_column = |found: &Result<LedgerColumn, Diagnostic>| match found {
            Ok(found) => matches!(found, LedgerColumn::Column(_)),
            Err(fault) => fault.code() == Code::MeasureDiffers,
        };
        let joined = heading.joined().map(|name| ledger_column(ledger, &name)).find(is_column);
        let found = joined.unwrap_or_else(|| ledger_column_in(ledger, &heading.label, self.period))?;
        if found == LedgerColumn::Unit && heading.is_measures {
            return Ok(LedgerColumn::Remarks);
        }
        let hold = |of: Measured<'_>| {
            heading.measure.of(of.own).map_or(Ok(()), |said| of.hold(&heading.name(), said))
        };
        ledger_measured(ledger, &found, hold)?;
        Ok(found)
    }

    fn rows(
        self,
        sheet: &Sheet,
        spec: &Field,
        merged: &MergedRows,
        layout: &Layout<LedgerColumn>,
        known: &Known,
    ) -> Rows {
        let column_of = |wanted: &LedgerColumn| {
            layout.columns.iter().find(|(_, one)| one == wanted).map(|(column, _)| *column)
        };
        let unit_column = column_of(&LedgerColumn::Unit);
        let columns = record_columns(layout, spec);
        let of = |at: u32| columns.iter().find(|column| column.at == at);
        let is_column = |at: u32| of(at).is_some();
        let mut passed = PassedRows::of(sheet, (layout.last, layout.first), figures(layout, spec));
        let is_word =
            |one: &&RecordColumn<'_>| one.kind == ColumnType::Text && !nothing::is_question(one.label);
        // Without a word that has to be given a row is at fault.
        let mut words = columns.iter().filter(is_word).peekable();
        let is_worded = words.peek().is_some() && words.all(|one| !one.is_required);
        let kept = Kept { name: &spec.spec.label, is_worded };
        let mut rows = Rows::default();
        let mut nameless = Vec::new();
        let mut unknown: IndexMap<String, (Location, usize)> = IndexMap::default();
        for (index, row) in sheet.rows.iter().enumerate().skip(layout.first) {
            let is_dated = || {
                columns
                    .iter()
                    .any(|column| column.kind == ColumnType::Date && row.cell(column.at).is_some_and(is_day))
            };
            // A row with a day is what it says it is: something that happened.
            let holds = |sign: Sign, _: u32, text: &str| {
                let is_said = sign.kind != LineKind::Note
                    || sign.is_certain
                    || plain(text).contains(':')
                    || plain(text).starts_with('注');
                is_said && (sign.is_certain || !is_dated())
            };
            if unit_column.is_some_and(|column| passed.is_further_head(row, column)) {
                rows.faults.push(second_table(sheet, row, unit_column.unwrap_or_default()));
                break;
            }
            if passed.takes(index, holds) {
                continue;
            }
            let Some((first, _)) = row.cells.iter().find(|(at, _)| is_column(*at)) else { continue };
            let given = row.cells.iter().filter_map(|(at, cell)| Some((of(*at)?.label, of(*at)?.said(cell))));
            if nothing::is_nothing(kept, given) {
                let said = unit_column.map_or(Some(0), |column| known.unit(&row.text(column)?));
                if let Some(unit) = said {
                    rows.by_unit.entry(unit).or_default();
                }
                let mut texts = row.cells.iter().filter(|(at, cell)| {
                    of(*at).is_some_and(|column| matches!(column.said(cell), Said::Text(_)))
                });
                passed.pass(LineKind::Nothing, index, texts.next().map_or(*first, |(at, _)| *at));
                continue;
            }
            let Some(unit_column) = unit_column else {
                if !passed.takes_unsaid(index) {
                    rows.by_unit.entry(0).or_default().push(index);
                    passed.data.push(index);
                }
                continue;
            };
            let place = sheet.place(row.number, unit_column);
            let failed = row.cell(unit_column).and_then(|cell| failed(cell, "单位", "unit"));
            let struck = || partly_struck(sheet, (row.number, unit_column), ("单位", "unit"));
            if let Some(fault) = failed.or_else(struck) {
                rows.faults.push(fault.at(place));
                passed.data.push(index);
                continue;
            }
            if let Some(text) = row.text(unit_column).filter(|text| is_ditto(text)) {
                let fault = Diagnostic::new(Code::Ditto).with("label", "单位").with("field", "unit");
                rows.faults.push(fault.with("found", text).at(place));
                passed.data.push(index);
                continue;
            }
            let merged_with = || {
                let range =
                    under(merged, row.number, unit_column).filter(|range| range.first.1 == unit_column)?;
                let at = sheet.rows.binary_search_by_key(&range.first.0, |row| row.number).ok()?;
                sheet.rows[at].text(unit_column)
            };
            match row.text(unit_column).or_else(merged_with) {
                None if passed.takes_unsaid(index) => continue,
                None => match under(merged, row.number, unit_column) {
                    Some(range) => {
                        let fault = Diagnostic::new(Code::MergedCells).with("range", range.name());
                        rows.faults.push(fault.at(place));
                    }
                    None => nameless.push((row.number, *first)),
                },
                Some(text) => match known.unit(&text) {
                    Some(unit) => rows.by_unit.entry(unit).or_default().push(index),
                    None => unknown.entry(text).or_insert((place, 0)).1 += 1,
                },
            }
            passed.data.push(index);
        }
        rows.faults.extend(no_unit(sheet, &nameless));
        for (name, (place, count)) in unknown {
            let fault = Diagnostic::new(Code::StrangeUnit).with("unit", &name).with("rows", count);
            let names = self.units.iter().map(|unit| unit.name.as_str());
            rows.faults.push(fault.suggest(&name, names).at(place));
        }
        rows.remarks = passed.remarks(&self.by_name(&rows.by_unit));
        rows
    }

    /// Rows by their units' names, as names are compared.
    fn by_name(self, by_unit: &HashMap<usize, Vec<usize>>) -> HashMap<String, Vec<usize>> {
        by_unit.iter().map(|(unit, rows)| (plain(&self.units[*unit].name), rows.clone())).collect()
    }
}

/// Why a column is passed over, as diagnostics have it.
fn unread(heading: &Heading, is_past: bool) -> &'static str {
    let all = || heading.groups.iter().chain([&heading.label]);
    if is_past || all().any(|text| is_of_other(text)) {
        "other"
    } else if all().any(|text| of_label(text).is_some_and(|sign| sign.kind == LineKind::Total)) {
        "sum"
    } else {
        "aside"
    }
}

/// That a column was passed over, of another period or not.
pub fn passed_over(sheet: &Sheet, heading: &Heading, first: usize, is_past: bool) -> Diagnostic {
    let row = first.checked_sub(1).and_then(|at| sheet.rows.get(at)).map_or(0, |row| row.number);
    let fault = Diagnostic::new(Code::ColumnUnread).with("header", heading.name());
    fault.with("reason", unread(heading, is_past)).at(sheet.place(row, heading.column))
}

#[derive(Default)]
struct Rows {
    by_unit: HashMap<usize, Vec<usize>>,
    faults: Faults,
    remarks: Vec<Diagnostic>,
}

/// A column of a ledger's records.
struct RecordColumn<'f> {
    at: u32,
    label: &'f str,
    measure: &'f str,
    kind: ColumnType,
    is_required: bool,
}

impl RecordColumn<'_> {
    /// What a cell says, as far as a row may say that there is none.
    fn said<'c>(&self, cell: &'c Cell) -> Said<'c> {
        let is_number = matches!(self.kind, ColumnType::Integer | ColumnType::Decimal);
        match cell {
            Cell::Number(number) | Cell::Formatted(number, _) if *number == 0.0 => match self.kind {
                ColumnType::Text => Said::Text("0"),
                _ => Said::Zero,
            },
            Cell::Text(text) if is_number && number::parse(text, self.measure).is_ok_and(|n| n.is_zero()) => {
                Said::Zero
            }
            Cell::Text(text) if nothing::could_be(text) && date::parse(text).is_err() => Said::Text(text),
            cell if self.kind == ColumnType::Date && is_day(cell) => Said::Day,
            _ => Said::Something,
        }
    }
}

fn record_columns<'f>(layout: &Layout<LedgerColumn>, ledger: &'f Field) -> Vec<RecordColumn<'f>> {
    let column = |(at, what): &(u32, LedgerColumn)| {
        let LedgerColumn::Column(name) = what else { return None };
        let spec = ledger.spec.columns.get(name.as_str())?;
        let (label, measure) = (spec.label.as_str(), spec.measure.as_str());
        Some(RecordColumn { at: *at, label, measure, kind: spec.kind, is_required: spec.required })
    };
    layout.columns.iter().filter_map(column).collect()
}

fn is_day(cell: &Cell) -> bool {
    match cell {
        Cell::Day(..) | Cell::Iso(_) | Cell::Number(_) | Cell::Formatted(..) => true,
        Cell::Text(text) => date::parse(text).is_ok(),
        _ => false,
    }
}

/// The columns of figures that add up over rows.
fn figures<'f>(layout: &Layout<LedgerColumn>, ledger: &'f Field) -> Vec<FigureColumn<'f>> {
    let figure = |(column, what): &(u32, LedgerColumn)| {
        let LedgerColumn::Column(name) = what else { return None };
        let spec = ledger.spec.columns.get(name.as_str())?;
        let is_number = matches!(spec.kind, ColumnType::Integer | ColumnType::Decimal);
        let wanted = Wanted {
            field: &ledger.name,
            label: &spec.label,
            measure: &spec.measure,
            kind: FieldType::Decimal,
        };
        (is_number && adds_up(&spec.label, &spec.measure)).then_some(FigureColumn { column: *column, wanted })
    };
    layout.columns.iter().filter_map(figure).collect()
}

/// Units by what a ledger calls them.
struct Known(HashMap<String, Option<usize>>);

impl Known {
    fn new(units: &[UnitHead]) -> Self {
        let mut known: HashMap<String, Option<usize>> = HashMap::new();
        for (at, unit) in units.iter().enumerate() {
            known.insert(plain(unit.id.as_str()), Some(at));
        }
        let mut names: HashMap<String, Option<usize>> = HashMap::new();
        for (at, unit) in units.iter().enumerate() {
            // A name that two units have says nothing.
            names.entry(plain(&unit.name)).and_modify(|one| *one = None).or_insert(Some(at));
        }
        known.extend(names);
        Self(known)
    }

    fn unit(&self, text: &str) -> Option<usize> {
        let known = self.0.get(&plain(text)).or_else(|| self.0.get(&plain(unit_name(text))));
        known.copied().flatten()
    }
}
