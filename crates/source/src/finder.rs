//! Finds in the sheets of a table which is the main one, which are ledgers, what their columns are and where each unit's
//! rows lie. What is wrong with the table as a whole is told here, once; what is wrong with a unit's cells is
//! [`tables`](crate::tables)' to say.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_contract::Period;
#[cfg(test)]
use huibian_contract::PluginManifest;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location};

use crate::absent_columns::absent;
use crate::head::UnitHead;
use crate::ledger_rows::LedgerReader;
use crate::spec::TableOptions;
use crate::tables::{Ledger, Tables};
use crate::unit_rows::{UnitRows, units};
use huibian_sheet::columns::{Column, FieldIndex};
use huibian_sheet::csv::Decided;
use huibian_sheet::heads::is_unit;
use huibian_sheet::layout::{HeaderRows, Heading, Layout};
use huibian_sheet::ledger_columns::LedgerColumn;
use huibian_sheet::odd_cells::{commented, concealed, fractions, struck_out, titled, unseen_zeros};
use huibian_sheet::{MergedRows, Sheet};

/// What was found in a table.
#[derive(Debug)]
pub struct Found {
    /// The table.
    pub tables: Tables,
    /// Its units, in the order of their rows.
    pub heads: Vec<UnitHead>,
    /// What is wrong with the table as a whole.
    pub faults: Faults,
    /// What is odd about it.
    pub remarks: Vec<Diagnostic>,
    /// What was decided for CSV files.
    pub decided: Vec<(PathBuf, Decided)>,
    /// Heads that `[units.columns]` names and none of its sheets has.
    pub unheaded: Vec<String>,
}

/// What was decided for CSV files.
pub(crate) type Decisions = Vec<(PathBuf, Decided)>;

/// Finds the units in sheets that were read already.
#[cfg(test)]
pub(crate) fn of_sheets(
    path: &Path,
    sheets: Vec<Sheet>,
    plugins: &[&PluginManifest],
    wanted: Option<&str>,
) -> Result<Found, Faults> {
    let fields = Arc::new(FieldIndex::new(plugins));
    let options = TableOptions { sheet: wanted.map(str::to_owned), ..TableOptions::default() };
    Finder::new(fields, options, None, sheets, Vec::new()).find(path, Vec::new())
}

/// A sheet, and the ledger that it is.
pub(crate) type LedgerSheet = (usize, usize);

/// What a sheet could be.
pub(crate) struct Surveyed {
    pub(crate) header: Option<HeaderRows>,
    pub(crate) headings: Vec<Heading>,
    /// The ledger that it is, by its keys or its name.
    pub(crate) ledger: Option<usize>,
    /// How many fields it has columns for.
    pub(crate) fields: usize,
}

/// What the file of a sheet is of.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FileOf {
    /// The units; its sheets say themselves what they are.
    Units,
    /// A ledger, which this sheet is.
    Ledger(usize),
    /// A ledger, which another of its sheets is.
    Neither,
}

impl FileOf {
    /// The ledger that a sheet is, as its file says, or as it says itself.
    pub(crate) fn ledger(self, said: impl FnOnce() -> Option<usize>) -> Option<usize> {
        match self {
            Self::Units => said(),
            Self::Ledger(ledger) => Some(ledger),
            Self::Neither => None,
        }
    }
}

/// Finds what each sheet is.
pub(crate) struct Finder {
    pub(crate) fields: Arc<FieldIndex>,
    pub(crate) options: TableOptions,
    pub(crate) period: Option<Period>,
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) merged: Vec<MergedRows>,
    /// What the file of each sheet is of.
    pub(crate) files: Vec<FileOf>,
    /// Whether all units are in it, and not one alone.
    pub(crate) is_of_all: bool,
    pub(crate) faults: Faults,
    pub(crate) remarks: Vec<Diagnostic>,
}

impl Finder {
    pub(crate) fn new(
        fields: Arc<FieldIndex>,
        options: TableOptions,
        period: Option<Period>,
        sheets: Vec<Sheet>,
        remarks: Vec<Diagnostic>,
    ) -> Self {
        let merged = sheets.iter().map(Sheet::merged_by_row).collect();
        let (files, is_of_all) = (vec![FileOf::Units; sheets.len()], false);
        let faults = Faults::new();
        Self { fields, options, period, sheets, merged, files, is_of_all, faults, remarks }
    }

    pub(crate) fn find(mut self, path: &Path, decided: Vec<(PathBuf, Decided)>) -> Result<Found, Faults> {
        if !self.options.mapping.cells.is_empty() {
            return self.forms(path, decided);
        }
        let surveyed: Vec<Surveyed> = (0..self.sheets.len()).map(|at| self.survey(at)).collect();
        let Some(main) = self.main(path, &surveyed) else { return Err(self.faults) };
        let unheaded = self.unheaded(&surveyed);
        let others = surveyed.iter().enumerate().filter(|(at, _)| *at != main);
        let ledger_sheets =
            self.ledgers(path, others.filter_map(|(at, one)| Some((at, one.ledger?))).collect());
        let Some(header) = surveyed[main].header else { return Err(self.faults) };
        let layout = self.layout(main, header, &surveyed[main].headings);
        if self.is_of_labels(main, &layout) {
            let sheet = &self.sheets[main];
            let fault = Diagnostic::new(Code::NoHeader).with("reason", "header").with("sheet", &sheet.name);
            self.faults.push(fault.at(Location::file(&sheet.path)));
            return Err(self.faults);
        }
        self.faults.extend(layout.faults.iter().cloned());
        if layout.faults.iter().any(is_of_units_twice) {
            return Err(self.faults);
        }
        let UnitRows { rows, heads, names, faults, remarks } =
            units(&self.sheets[main], &self.merged[main], &layout, &self.fields, &self.options.names);
        self.faults.extend(faults);
        self.remarks.extend(remarks);
        self.remarks.extend(concealed(&self.sheets[main], &layout, |column| *column != Column::Remarks));
        self.remarks.extend(struck_out(&self.sheets[main], layout.first, &rows));
        self.remarks.extend(titled(&self.sheets[main], layout.first, self.period));
        let is_read =
            |column: u32| layout.columns.iter().any(|(at, what)| *at == column && *what != Column::Remarks);
        self.remarks.extend(unseen_zeros(&self.sheets[main], &rows, is_read));
        self.remarks.extend(commented(&self.sheets[main], &rows, is_read));
        self.remarks.extend(fractions(&self.sheets[main], &layout, &rows, &self.fields));
        let mut ledgers = Vec::new();
        for (sheet, field) in ledger_sheets {
            ledgers.extend(self.ledger((sheet, field), &heads));
        }
        let (absent, faults) = absent(&self.sheets[main], &self.fields, &layout, &ledgers);
        self.faults.extend(faults);
        let factors = self.factors(&surveyed[main].headings);
        let columns = layout.columns;
        let Self { fields, sheets, merged, faults, remarks, .. } = self;
        let (units, forms) = (rows, Vec::new());
        let tables =
            Tables { sheets, merged, fields, main, columns, factors, absent, ledgers, units, names, forms };
        Ok(Found { tables, heads, faults, remarks, decided, unheaded })
    }

    /// Whether most of what stands where units should are labels of fields: a form of labels with their values beside.
    fn is_of_labels(&self, main: usize, layout: &Layout<Column>) -> bool {
        let names = layout.columns.iter().find(|(_, what)| *what == Column::Name).map(|(at, _)| *at);
        let Some(names) = names else { return false };
        let rows = self.sheets[main].rows.iter().skip(layout.first);
        let texts: Vec<String> = rows.filter_map(|row| row.text(names)).collect();
        let labels = texts.iter().filter(|text| self.is_field(text)).count();
        labels > 1 && labels * 2 > texts.len()
    }

    /// What a sheet could be.
    pub(crate) fn survey(&self, at: usize) -> Surveyed {
        let (sheet, merged) = (&self.sheets[at], &self.merged[at]);
        let is_known = |text: &str| self.is_field(text);
        let is_head = |text: &str| is_unit(text) || self.is_mapped_unit(text);
        let header = HeaderRows::find(sheet, merged, &self.fields, is_head, is_known);
        let by_key = header.and_then(|header| header.ledger(sheet, &self.fields));
        let headings = header.map_or_else(Vec::new, |header| header.headings(sheet, merged, &self.fields));
        let is_field = |heading: &&Heading| match self.column(heading, u8::MAX) {
            Ok(column) => matches!(column, Column::Field(_)),
            Err(fault) => fault.code() == Code::MeasureDiffers,
        };
        let fields = headings.iter().filter(is_field).count();
        let ledger = self.files[at].ledger(|| by_key.or_else(|| self.fields.ledger(&sheet.name)));
        Surveyed { header, headings, ledger, fields }
    }

    /// One ledger's rows by unit.
    pub(crate) fn ledger(&mut self, sheet: LedgerSheet, units: &[UnitHead]) -> Option<Ledger> {
        let (fields, mapping, period) = (&*self.fields, &self.options.mapping, self.period);
        let reader = LedgerReader { fields, mapping, units, period };
        let rows = match reader.read(&self.sheets, sheet, &self.merged[sheet.0]) {
            Ok(rows) => rows?,
            Err(fault) => {
                self.faults.push(fault);
                return None;
            }
        };
        self.faults.extend(rows.faults);
        self.remarks.extend(rows.remarks);
        let mut read: Vec<usize> = rows.ledger.rows.values().flatten().copied().collect();
        read.sort_unstable();
        self.remarks.extend(struck_out(&self.sheets[sheet.0], rows.layout.first, &read));
        let is_read = |column: &LedgerColumn| *column != LedgerColumn::Remarks;
        let layout = &rows.layout;
        self.remarks.extend(titled(&self.sheets[sheet.0], layout.first, self.period));
        let is_of = |column: u32| layout.columns.iter().any(|(at, what)| *at == column && is_read(what));
        self.remarks.extend(unseen_zeros(&self.sheets[sheet.0], &read, is_of));
        self.remarks.extend(commented(&self.sheets[sheet.0], &read, is_of));
        self.remarks.extend(concealed(&self.sheets[sheet.0], &rows.layout, is_read));
        Some(rows.ledger)
    }
}

/// Whether a fault says that two columns are of units, so that it is not known who the units are.
fn is_of_units_twice(fault: &Diagnostic) -> bool {
    let head = fault.argument("header").and_then(|head| head.as_str());
    fault.code() == Code::ColumnTwice && head.is_some_and(is_unit)
}
