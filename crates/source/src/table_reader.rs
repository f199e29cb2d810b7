//! Reads the files of a table, workbooks and CSV files with the ledgers beside them, into sheets, in which the
//! [finder](crate::finder) finds what they say. No file ends a run, whatever is in it.

use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use blake3::Hasher;
use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result};

use crate::files::Files;
use crate::finder::{Decisions, FileOf, Finder, Found, Surveyed};
use crate::ledger_rows::LedgerReader;
use crate::listing::{LedgerFile, UnitFile};
use crate::main_columns::{best_rank, is_known};
use crate::spec::{SourceSpec, TableOptions};
use crate::workbook;
use huibian_sheet::Sheet;
use huibian_sheet::columns::{Column, Field, FieldIndex};
use huibian_sheet::csv;
use huibian_sheet::csv::unreadable;
use huibian_sheet::heads::{is_unit, plain};
use huibian_sheet::layout::Heading;
use huibian_sheet::ledger_columns::{LedgerColumn, ledger_column};

/// A table's sheets, and what each is.
pub struct Survey {
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// What each of them is.
    pub surveyed: Vec<SurveyedSheet>,
    /// The fields that they were held against.
    pub fields: Arc<FieldIndex>,
    /// The period of the data.
    pub period: Option<Period>,
}

/// What a sheet is.
pub struct SurveyedSheet {
    /// Index of the first row below its header; none where it has no header.
    pub first: Option<usize>,
    /// What its header says.
    pub headings: Vec<Heading>,
    /// The ledger that it is.
    pub ledger: Option<usize>,
    /// How many fields it has columns for.
    pub fields: usize,
    /// What each column would be of in a main sheet.
    pub columns: Vec<(u32, Result<Column>)>,
}

/// Whose data a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// One unit's.
    OneUnit,
    /// All units'.
    AllUnits,
}

/// What tables are read with.
#[derive(Debug)]
pub struct TableReader {
    options: TableOptions,
    period: Option<Period>,
    fields: Arc<FieldIndex>,
    files: Arc<dyn Files>,
}

impl TableReader {
    /// As a source's place says.
    pub fn new(at: &SourceSpec, fields: &Arc<FieldIndex>) -> Self {
        Self {
            options: at.tables.clone(),
            period: at.period,
            fields: fields.clone(),
            files: at.files.clone(),
        }
    }

    /// Reads a workbook, or a CSV file with its ledgers' files, of one unit or of all. What they hold goes into `hasher`.
    ///
    /// # Errors
    /// D001, D002 and D015 when it cannot be used at all.
    pub fn read(&self, file: &UnitFile, holds: Holds, hasher: &mut Hasher) -> Result<Found, Faults> {
        // One file never ends a run, whatever is in it.
        let read = catch_unwind(AssertUnwindSafe(|| self.find(file, holds, hasher)));
        read.unwrap_or_else(|_| Err(unreadable(&file.path, "broken", "?").into()))
    }

    fn find(&self, file: &UnitFile, holds: Holds, hasher: &mut Hasher) -> Result<Found, Faults> {
        let (finder, decided) = self.finder(file, hasher)?;
        Finder { is_of_all: holds == Holds::AllUnits, ..finder }.find(&file.path, decided)
    }

    /// What its sheets and their heads are, whether or not a unit could be read from them.
    ///
    /// # Errors
    /// D001 and D015 when it cannot be read at all.
    pub fn survey(&self, file: &UnitFile, hasher: &mut Hasher) -> Result<Survey, Faults> {
        let (finder, _) = self.finder(file, hasher)?;
        let surveyed = (0..finder.sheets.len()).map(|at| finder.survey(at));
        let surveyed = surveyed.map(|one| {
            let best = best_rank(&one.headings);
            let column = |heading: &Heading| (heading.column, finder.column(heading, best));
            let columns = one.headings.iter().map(column).collect();
            let first = one.header.map(|header| header.first());
            let like = || finder.like_a_ledger(&one).filter(|_| one.fields == 0);
            let ledger = one.ledger.or_else(like);
            let Surveyed { headings, fields, .. } = one;
            SurveyedSheet { first, headings, ledger, fields, columns }
        });
        let surveyed = surveyed.collect();
        Ok(Survey { surveyed, sheets: finder.sheets, fields: finder.fields, period: finder.period })
    }

    /// What a column of a ledger's sheet is of.
    ///
    /// # Errors
    /// D003 and D049, without a place.
    pub fn ledger_column(&self, ledger: &Field, heading: &Heading) -> Result<LedgerColumn> {
        let (fields, mapping, period) = (&*self.fields, &self.options.mapping, self.period);
        LedgerReader { fields, mapping, units: &[], period }.column(ledger, heading)
    }

    fn finder(&self, file: &UnitFile, hasher: &mut Hasher) -> Result<(Finder, Decisions), Faults> {
        let path = &file.path;
        let (mut remarks, mut decided) = (Vec::new(), Vec::new());
        let mut sheets = Vec::new();
        let bytes = self.bytes(path, hasher)?;
        let is_book = workbook::is_workbook(path, &bytes);
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        sheets.extend(self.sheets(path, &bytes, &name, &mut decided)?);
        let mut files = vec![FileOf::Units; sheets.len()];
        for LedgerFile { path: beside, name } in &file.ledgers {
            let Some(ledger) = self.fields.ledger(name) else {
                let fault = Diagnostic::new(Code::StrayFile).with("path", beside.display());
                remarks.push(fault.at(Location::file(beside.clone())));
                continue;
            };
            hasher.update(name.as_bytes());
            let bytes = self.bytes(beside, hasher)?;
            let all = self.sheets(beside, &bytes, name, &mut decided)?;
            // A ledger's workbook has it in the sheet of its name, or in the first that holds anything.
            let is_named = |sheet: &Sheet| self.fields.ledger(&sheet.name) == Some(ledger);
            let is_filled = |sheet: &Sheet| sheet.is_visible && !sheet.rows.is_empty();
            let own = all.iter().position(is_named).or_else(|| all.iter().position(is_filled));
            let of = |at: usize| if own == Some(at) { FileOf::Ledger(ledger) } else { FileOf::Neither };
            files.extend((0..all.len()).map(of));
            sheets.extend(all);
        }
        let mut options = self.options.clone();
        options.sheet = options.sheet.filter(|_| is_book);
        let finder = Finder::new(self.fields.clone(), options, self.period, sheets, remarks);
        Ok((Finder { files, ..finder }, decided))
    }

    /// A file's sheets; a CSV file is one of that name.
    fn sheets(&self, path: &Path, bytes: &[u8], name: &str, decided: &mut Decisions) -> Result<Vec<Sheet>> {
        if workbook::is_workbook(path, bytes) {
            return workbook::read(path, bytes);
        }
        let (sheet, how) = csv::read(path, bytes, name, self.options.dialect, &|text| self.is_head(text))?;
        decided.push((path.to_owned(), how));
        Ok(vec![sheet])
    }

    /// Whether a text could stand in a header.
    fn is_head(&self, text: &str) -> bool {
        is_unit(text)
            || self
                .fields
                .column_in(text, None, self.period)
                .map_or_else(|fault| fault.code() != Code::UnknownColumn, |_| true)
            || self.fields.ledgers.iter().any(|ledger| is_known(&ledger_column(ledger, text)))
            || self.options.mapping.columns.iter().any(|mapped| plain(&mapped.head) == plain(text))
    }

    fn bytes(&self, path: &Path, hasher: &mut Hasher) -> Result<Vec<u8>> {
        let bytes = self.files.read(path).map_err(|error| {
            if error.kind() == ErrorKind::FileTooLarge {
                return unreadable(path, "size", "");
            }
            let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display());
            fault.with("reason", error).at(Location::file(path))
        })?;
        hasher.update(&bytes);
        Ok(bytes)
    }
}
