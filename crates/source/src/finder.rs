//! Finds in the sheets of a table which is the main one, which are ledgers, what their columns are and where each unit's
//! rows lie. What is wrong with the table as a whole is told here, once; what is wrong with a unit's cells is
//! [`tables`](crate::tables)' to say.

use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use blake3::Hasher;
#[cfg(test)]
use huibian_contract::PluginManifest;
use huibian_contract::{Absent, Period};
use huibian_diagnostic::{Argument, Code, Diagnostic, Faults, Location, Result};

use crate::csv::{Decided, unreadable};
use crate::files::Files;
use crate::form_cells::FormReader;
use crate::head::UnitHead;
use crate::ledger_rows::{LedgerReader, passed_over};
use crate::listing::{LedgerFile, UnitFile};
use crate::spec::{SourceSpec, TableOptions};
use crate::tables::{Ledger, Scaled, ScaledAt, Tables};
use crate::unit_rows::{UnitRows, units};
use crate::{csv, workbook};
use huibian_sheet::columns::{
    Column, Field, FieldIndex, LedgerColumn, is_of_other, is_unit, ledger_column, plain, unit_rank,
};
use huibian_sheet::layout::{HeaderRows, Heading, Layout, column_name};
use huibian_sheet::line_kind::{LineKind, of_label};
use huibian_sheet::own_measure::Measured;
use huibian_sheet::sheet_choice::{Candidate, Choice, choose};
use huibian_sheet::{Cell, MergedRows, Sheet};

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
}

/// What was decided for CSV files.
type Decisions = Vec<(PathBuf, Decided)>;

/// A table's sheets, and what each is.
pub struct Survey {
    /// The sheets.
    pub sheets: Vec<Sheet>,
    /// What each of them is.
    pub surveyed: Vec<SurveyedSheet>,
    /// The fields that they were held against.
    pub fields: Arc<FieldIndex>,
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

    /// Reads a workbook, or a CSV file with its ledgers' files. What they hold goes into `hasher`.
    ///
    /// # Errors
    /// D001, D002 and D015 when it cannot be used at all.
    pub fn read(&self, file: &UnitFile, hasher: &mut Hasher) -> Result<Found, Faults> {
        // One file never ends a run, whatever is in it.
        let read = catch_unwind(AssertUnwindSafe(|| self.find(file, hasher)));
        read.unwrap_or_else(|_| Err(unreadable(&file.path, "broken", "?").into()))
    }

    fn find(&self, file: &UnitFile, hasher: &mut Hasher) -> Result<Found, Faults> {
        let (finder, decided) = self.finder(file, hasher)?;
        finder.find(&file.path, decided)
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
        Ok(Survey { surveyed, sheets: finder.sheets, fields: finder.fields })
    }

    /// What a column of a ledger's sheet is of.
    ///
    /// # Errors
    /// D003 and D049, without a place.
    pub fn ledger_column(&self, ledger: &Field, heading: &Heading) -> Result<LedgerColumn> {
        let (fields, mapping) = (&*self.fields, &self.options.mapping);
        LedgerReader { fields, mapping, units: &[] }.column(ledger, heading)
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
                .column(text, None)
                .map_or_else(|fault| fault.code() != Code::UnknownColumn, |_| true)
            || self.fields.ledgers.iter().any(|ledger| is_known(&ledger_column(ledger, text)))
            || self.options.mapping.columns.iter().any(|mapped| plain(&mapped.head) == plain(text))
    }

    fn bytes(&self, path: &Path, hasher: &mut Hasher) -> Result<Vec<u8>> {
        let bytes = self.files.read(path).map_err(|error| match error.kind() {
            ErrorKind::FileTooLarge => unreadable(path, "size", ""),
            _ => unreadable(path, "other", error),
        })?;
        hasher.update(&bytes);
        Ok(bytes)
    }
}

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
type LedgerSheet = (usize, usize);

/// What a sheet could be.
struct Surveyed {
    header: Option<HeaderRows>,
    headings: Vec<Heading>,
    /// The ledger that it is, by its keys or its name.
    ledger: Option<usize>,
    /// How many fields it has columns for.
    fields: usize,
}

/// What the file of a sheet is of.
#[derive(Clone, Copy, Debug)]
enum FileOf {
    /// The units; its sheets say themselves what they are.
    Units,
    /// A ledger, which this sheet is.
    Ledger(usize),
    /// A ledger, which another of its sheets is.
    Neither,
}

impl FileOf {
    /// The ledger that a sheet is, as its file says, or as it says itself.
    fn ledger(self, said: impl FnOnce() -> Option<usize>) -> Option<usize> {
        match self {
            Self::Units => said(),
            Self::Ledger(ledger) => Some(ledger),
            Self::Neither => None,
        }
    }
}

/// Finds what each sheet is.
struct Finder {
    fields: Arc<FieldIndex>,
    options: TableOptions,
    period: Option<Period>,
    sheets: Vec<Sheet>,
    merged: Vec<MergedRows>,
    /// What the file of each sheet is of.
    files: Vec<FileOf>,
    faults: Faults,
    remarks: Vec<Diagnostic>,
}

impl Finder {
    fn new(
        fields: Arc<FieldIndex>,
        options: TableOptions,
        period: Option<Period>,
        sheets: Vec<Sheet>,
        remarks: Vec<Diagnostic>,
    ) -> Self {
        let merged = sheets.iter().map(Sheet::merged_by_row).collect();
        let files = vec![FileOf::Units; sheets.len()];
        Self { fields, options, period, sheets, merged, files, faults: Faults::new(), remarks }
    }

    fn find(mut self, path: &Path, decided: Vec<(PathBuf, Decided)>) -> Result<Found, Faults> {
        if !self.options.mapping.cells.is_empty() {
            return Ok(self.form(path, decided));
        }
        let surveyed: Vec<Surveyed> = (0..self.sheets.len()).map(|at| self.survey(at)).collect();
        let Some(main) = self.main(path, &surveyed) else { return Err(self.faults) };
        let ledger_sheets = self.ledgers(main, &surveyed);
        let Some(header) = surveyed[main].header else { return Err(self.faults) };
        let layout = self.layout(main, header, &surveyed[main].headings);
        if self.is_of_labels(main, &layout) {
            let sheet = &self.sheets[main];
            let fault = Diagnostic::new(Code::NoHeader).with("sheet", &sheet.name);
            self.faults.push(fault.at(Location::file(&sheet.path)));
            return Err(self.faults);
        }
        self.faults.extend(layout.faults.iter().cloned());
        let UnitRows { rows, heads, faults, remarks } =
            units(&self.sheets[main], &self.merged[main], &layout, &self.fields, &self.options.names);
        self.faults.extend(faults);
        self.remarks.extend(remarks);
        self.concealed(main, &layout, |column| *column != Column::Remarks);
        self.remarks.extend(fractions(&self.sheets[main], &layout, &rows, &self.fields));
        let mut ledgers = Vec::new();
        for (sheet, field) in ledger_sheets {
            ledgers.extend(self.ledger((sheet, field), &heads));
        }
        let absent = self.absent(main, &layout, &ledgers);
        let factors = self.factors(&surveyed[main].headings);
        let columns = layout.columns;
        let Self { fields, sheets, merged, faults, remarks, .. } = self;
        let (units, cells) = (rows, None);
        let tables = Tables { sheets, merged, fields, main, columns, factors, absent, ledgers, units, cells };
        Ok(Found { tables, heads, faults, remarks, decided })
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

    /// A unit's own form, with ledgers in further sheets.
    fn form(mut self, path: &Path, decided: Vec<(PathBuf, Decided)>) -> Found {
        let (sheets, merged, fields) = (&self.sheets, &self.merged, &self.fields);
        let form = FormReader { sheets, merged, fields, mapping: &self.options.mapping }.read(path);
        let main = form.sheets.first().copied().unwrap_or(0);
        let ledger_of = |at: usize| self.files[at].ledger(|| self.fields.ledger(&self.sheets[at].name));
        let others = (0..self.sheets.len()).filter(|at| !form.sheets.contains(at));
        let ledger_sheets: Vec<LedgerSheet> = others.filter_map(|at| Some((at, ledger_of(at)?))).collect();
        self.faults.extend(form.faults);
        let heads = vec![form.head];
        let mut ledgers = Vec::new();
        for sheet in ledger_sheets {
            ledgers.extend(self.ledger(sheet, &heads));
        }
        let factors = self.options.mapping.cells.iter().filter_map(|mapped| {
            let Ok(Column::Field(field)) = self.fields.column(&mapped.key, None) else { return None };
            Some(Scaled { at: ScaledAt::Field(field), factor: mapped.factor?, measure: String::new() })
        });
        let factors = factors.collect();
        let Self { fields, sheets, merged, faults, remarks, .. } = self;
        let (columns, absent, units, cells) = (Vec::new(), Vec::new(), Vec::new(), Some(form.cells));
        let tables = Tables { sheets, merged, fields, main, columns, factors, absent, ledgers, units, cells };
        Found { tables, heads, faults, remarks, decided }
    }

    /// What a sheet could be.
    fn survey(&self, at: usize) -> Surveyed {
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

    fn is_field(&self, text: &str) -> bool {
        let is_code = |found| !matches!(found, Ok(Column::Name | Column::Remarks) | Err(_));
        is_code(self.fields.column(text, None).map_err(|fault| fault.code()))
            || matches!(self.fields.column(text, None), Err(fault) if fault.code() != Code::UnknownColumn)
            || self.options.mapping.columns.iter().any(|mapped| plain(&mapped.head).ends_with(&plain(text)))
    }

    fn is_mapped_unit(&self, text: &str) -> bool {
        let is_unit = |key: &str| matches!(key, "unit.name" | "unit.id" | "unit");
        self.options
            .mapping
            .columns
            .iter()
            .any(|mapped| is_unit(&mapped.key) && plain(&mapped.head) == plain(text))
    }

    /// What a column of the main sheet is of, where its head's measure is the field's own.
    fn column(&self, heading: &Heading, best: u8) -> Result<Column, Diagnostic> {
        let mapping = &self.options.mapping;
        if let Some(mapped) = mapping.column(heading) {
            let found = self.fields.column(&mapped.key, None)?;
            if let Column::Field(at) = found {
                self.fields.measured(at, |of| mapping.measured(heading, of))?;
            }
            return Ok(found);
        }
        let found = self.called(heading, best)?;
        if let Column::Field(at) = found {
            let hold = |of: Measured<'_>| {
                heading.measure.of(of.own).map_or(Ok(()), |said| of.hold(&heading.name(), said))
            };
            self.fields.measured(at, hold)?;
        }
        Ok(found)
    }

    /// What a column of the main sheet is called. Of several that could be the units', those of a lower rank than `best` are not.
    fn called(&self, heading: &Heading, best: u8) -> Result<Column, Diagnostic> {
        let rank = unit_rank(&heading.label);
        if rank.is_some() && heading.is_measures {
            return Ok(Column::Remarks);
        }
        let is_field = |found: &Result<Column, Diagnostic>| match found {
            Ok(found) => matches!(found, Column::Field(_)),
            Err(fault) => fault.code() == Code::MeasureDiffers,
        };
        if let Some(found) = heading.joined().map(|name| self.fields.column(&name, None)).find(is_field) {
            return found;
        }
        if is_of_other(&heading.label) || heading.groups.iter().any(|group| is_of_other(group)) {
            return Ok(Column::Unread);
        }
        let mut grouped = heading.groups.iter().map(|group| self.fields.column(&heading.label, Some(group)));
        let found = grouped.find(is_field).unwrap_or_else(|| self.fields.column(&heading.label, None));
        match found {
            Ok(Column::Name) if rank.is_some_and(|rank| rank < best) => Ok(Column::Remarks),
            Err(fault) if fault.code() == Code::UnknownColumn => self.of_group(heading).ok_or(fault),
            found => found,
        }
    }

    /// What a column is of whose label says nothing of it: 本期 below a field's label is the field, 合计 is a sum.
    fn of_group(&self, heading: &Heading) -> Option<Column> {
        const NOW: [&str; 10] =
            ["本期", "本季", "本季度", "本月", "本年", "数量", "数值", "实际", "本期数", "本季度数"];
        if NOW.contains(&&*plain(&heading.label)) {
            let group = self.fields.column(heading.groups.first()?, None).ok();
            return group.filter(|found| matches!(found, Column::Field(_)));
        }
        let sign = of_label(&heading.label)?;
        matches!(sign.kind, LineKind::Total | LineKind::Part).then_some(Column::Unread)
    }

    /// The main sheet. What keeps one from being chosen is told.
    fn main(&mut self, path: &Path, surveyed: &[Surveyed]) -> Option<usize> {
        let wanted = self.options.sheet.clone();
        let is_wanted =
            |at: &usize| wanted.as_deref().is_some_and(|name| plain(name) == plain(&self.sheets[*at].name));
        let named = (0..surveyed.len()).find(is_wanted);
        let could_be = |at: &usize| {
            let is_main = surveyed[*at].ledger.is_none() && matches!(self.files[*at], FileOf::Units);
            surveyed[*at].header.is_some() && is_main && self.sheets[*at].is_visible
        };
        let candidate = |sheet: usize| Candidate {
            sheet,
            name: self.sheets[sheet].name.to_string(),
            fields: surveyed[sheet].fields,
        };
        let all: Vec<Candidate> = (0..surveyed.len()).filter(could_be).map(candidate).collect();
        let with_fields: Vec<Candidate> = all.iter().filter(|one| one.fields > 0).cloned().collect();
        let choice = if wanted.is_some() {
            named.filter(|at| surveyed[*at].header.is_some()).map_or(Choice::None, Choice::One)
        } else {
            choose(if with_fields.is_empty() { &all } else { &with_fields }, self.period)
        };
        let period = self.period.map_or_else(|| "–".into(), Argument::from);
        let main = match choice {
            Choice::One(main) => Some(main),
            Choice::Other(main) => {
                let sheet = &self.sheets[main];
                let remark =
                    Diagnostic::new(Code::SheetPeriod).with("sheet", &sheet.name).with("period", period);
                self.remarks.push(remark.at(Location::file(&sheet.path)));
                Some(main)
            }
            Choice::Unclear(several) => {
                let sheets: Vec<String> =
                    several.iter().map(|at| self.sheets[*at].name.to_string()).collect();
                let fault = Diagnostic::new(Code::WhichSheet).with("sheets", sheets).with("period", period);
                self.faults.push(fault.at(Location::file(path)));
                None
            }
            Choice::None => {
                let name = wanted.or_else(|| Some(self.sheets.first()?.name.to_string()));
                let fault = Diagnostic::new(Code::NoHeader).with("sheet", name.unwrap_or_default());
                self.faults.push(fault.at(Location::file(path)));
                None
            }
        };
        self.others(main, surveyed, &with_fields);
        main
    }

    /// Tells of sheets that are neither the main one nor a ledger.
    fn others(&mut self, main: Option<usize>, surveyed: &[Surveyed], candidates: &[Candidate]) {
        for (at, one) in surveyed.iter().enumerate() {
            let sheet = &self.sheets[at];
            if main.is_none() || main == Some(at) || one.ledger.is_some() || sheet.rows.is_empty() {
                continue;
            }
            let name = sheet.name.to_string();
            let place = Location::file(&sheet.path);
            let is_like_main = candidates.iter().any(|one| one.sheet == at);
            if sheet.is_visible && !is_like_main && one.header.is_some() {
                let labels = self.fields.ledgers.iter().map(|field| field.spec.label.as_str());
                let fault = Diagnostic::new(Code::StraySheet).with("sheet", &name).suggest(&name, labels);
                if fault.suggestion().is_some() || self.like_a_ledger(one).is_some() {
                    self.faults.push(fault.at(place));
                    continue;
                }
            }
            let reason = match (sheet.is_visible, is_like_main) {
                (false, _) => "hidden",
                (true, true) => "period",
                (true, false) => "other",
            };
            let is_silent = matches!(name.as_str(), "说明" | "填表说明" | "填报说明");
            if sheet.is_visible && !is_silent || one.fields > 0 {
                let remark = Diagnostic::new(Code::SheetUnread).with("sheet", name).with("reason", reason);
                self.remarks.push(remark.at(place));
            }
        }
    }

    /// The ledger that most of a sheet's heads are columns of.
    fn like_a_ledger(&self, one: &Surveyed) -> Option<usize> {
        let is_column = |ledger: &Field, heading: &Heading| {
            let found = ledger_column(ledger, &heading.label);
            matches!(found, Ok(LedgerColumn::Column(_))) || found.is_err() && is_known(&found)
        };
        let count = |ledger: &Field| one.headings.iter().filter(|heading| is_column(ledger, heading)).count();
        let counts = self.fields.ledgers.iter().map(count).enumerate();
        let most = counts.filter(|(_, count)| *count > 0 && count * 2 >= one.headings.len());
        most.max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at))).map(|(at, _)| at)
    }

    /// The ledgers' sheets: of two that are one ledger's, the hidden one is passed over, and the second is a fault.
    fn ledgers(&mut self, main: usize, surveyed: &[Surveyed]) -> Vec<LedgerSheet> {
        let mut ledgers: Vec<LedgerSheet> = Vec::new();
        let is_visible = |at: usize| self.sheets[at].is_visible;
        let others = surveyed.iter().enumerate().filter(|(at, _)| *at != main);
        let mut sheets: Vec<LedgerSheet> = others.filter_map(|(at, one)| Some((at, one.ledger?))).collect();
        sheets.sort_by_key(|(at, _)| (!is_visible(*at), *at));
        for (at, field) in sheets {
            let sheet = &self.sheets[at];
            let place = Location::file(&sheet.path);
            if ledgers.iter().all(|(_, known)| *known != field) {
                if !sheet.is_visible && !sheet.rows.is_empty() {
                    let remark = Diagnostic::new(Code::HiddenCells).with("sheet", &sheet.name);
                    self.remarks.push(remark.with("rows", "–").with("columns", "–").at(place));
                }
                ledgers.push((at, field));
            } else if sheet.is_visible {
                self.faults.push(Diagnostic::new(Code::StraySheet).with("sheet", &sheet.name).at(place));
            } else {
                let remark = Diagnostic::new(Code::SheetUnread).with("sheet", &sheet.name);
                self.remarks.push(remark.with("reason", "hidden").at(place));
            }
        }
        ledgers.sort_unstable();
        ledgers
    }

    /// What the columns of the main sheet are of.
    fn layout(&mut self, main: usize, header: HeaderRows, headings: &[Heading]) -> Layout<Column> {
        let sheet = &self.sheets[main];
        let best = best_rank(headings);
        let is_read = |column: &Column| !matches!(column, Column::Remarks | Column::Unread);
        let mut layout = header.layout(sheet, headings, is_read, |heading| self.column(heading, best));
        let data = &sheet.rows[layout.first.min(sheet.rows.len())..];
        let is_filled = |column: u32| data.iter().any(|row| row.cell(column).is_some());
        for (column, what) in &mut layout.columns {
            if *what == Column::Unread {
                *what = Column::Remarks;
                let heading = headings.iter().find(|heading| heading.column == *column);
                let heading = heading.filter(|heading| is_filled(heading.column));
                self.remarks.extend(heading.map(|heading| passed_over(sheet, heading, layout.first)));
            }
        }
        layout
    }

    /// What the numbers of mapped columns are multiplied by, and what they are measured in.
    fn factors(&self, headings: &[Heading]) -> Vec<Scaled> {
        let scaled = |heading: &Heading| {
            let (factor, measure) = self.options.mapping.factor(heading)?;
            Some(Scaled { at: ScaledAt::Column(heading.column), factor, measure })
        };
        headings.iter().filter_map(scaled).collect()
    }

    /// One ledger's rows by unit.
    fn ledger(&mut self, sheet: LedgerSheet, units: &[UnitHead]) -> Option<Ledger> {
        let reader = LedgerReader { fields: &self.fields, mapping: &self.options.mapping, units };
        let rows = match reader.read(&self.sheets, sheet, &self.merged[sheet.0]) {
            Ok(rows) => rows?,
            Err(fault) => {
                self.faults.push(fault);
                return None;
            }
        };
        self.faults.extend(rows.faults);
        self.remarks.extend(rows.remarks);
        self.concealed(sheet.0, &rows.layout, |column| *column != LedgerColumn::Remarks);
        Some(rows.ledger)
    }

    /// Required fields that have no column although their section has some, and sections that have none.
    fn absent(
        &mut self,
        main: usize,
        layout: &Layout<Column>,
        ledgers: &[Ledger],
    ) -> Vec<(String, Option<String>)> {
        let place = self.sheets[main].place(layout.row, 0);
        let mut absent = Vec::new();
        let mut faults = Faults::new();
        let mapped = |at: usize| layout.columns.iter().any(|(_, one)| *one == Column::Field(at));
        let fields = self.fields.fields.iter().enumerate().map(|(at, field)| (field, mapped(at)));
        let sheets = self.fields.ledgers.iter().enumerate();
        let sheets = sheets.map(|(at, field)| (field, ledgers.iter().any(|ledger| ledger.field == at)));
        let all: Vec<(&Field, bool)> = fields.chain(sheets).collect();
        let shared = |field: &Field| {
            let name = field.spec.from.as_deref().and_then(|from| from.strip_prefix("shared."));
            name.is_some_and(|name| {
                all.iter().any(|(f, there)| *there && f.table == "shared" && f.name == name)
            })
        };
        for plugin in &self.fields.plugins {
            let own = || all.iter().filter(|(field, _)| field.table == plugin.id.as_str());
            if own().all(|(_, there)| !there) {
                if plugin.absent == Absent::Error {
                    let fault = Diagnostic::new(Code::ColumnMissing)
                        .with("label", &plugin.title)
                        .with("key", format!("{}.*", plugin.id));
                    faults.push(fault.at(place.clone()));
                    absent.push((plugin.id.to_string(), None));
                }
                continue;
            }
            for (field, there) in own() {
                if field.spec.required && !there && !shared(field) {
                    let fault = Diagnostic::new(Code::ColumnMissing)
                        .with("label", &field.spec.label)
                        .with("key", field.key());
                    faults.push(fault.at(place.clone()));
                    absent.push((plugin.id.to_string(), Some(field.name.clone())));
                }
            }
        }
        // A column that is not understood may be the one that is missing.
        if layout.faults.is_empty() {
            self.faults.extend(faults);
        }
        absent
    }

    /// Tells of hidden rows of data and hidden columns.
    fn concealed<C>(&mut self, at: usize, layout: &Layout<C>, is_read: impl Fn(&C) -> bool) {
        let sheet = &self.sheets[at];
        let data = &sheet.rows[layout.first.min(sheet.rows.len())..];
        let rows: Vec<String> = sheet
            .hidden_rows
            .iter()
            .filter(|row| data.binary_search_by_key(*row, |one| one.number).is_ok())
            .map(|row| (row + 1).to_string())
            .collect();
        let is_hidden = |column: u32| sheet.hidden_columns.iter().any(|(a, b)| (*a..=*b).contains(&column));
        let columns: Vec<String> = layout
            .columns
            .iter()
            .filter(|(column, what)| is_hidden(*column) && is_read(what))
            .map(|(column, _)| column_name(*column))
            .collect();
        if rows.is_empty() && columns.is_empty() {
            return;
        }
        let listed = |names: &[String]| if names.is_empty() { "–".to_owned() } else { names.join(", ") };
        let remark = Diagnostic::new(Code::HiddenCells)
            .with("sheet", &sheet.name)
            .with("rows", listed(&rows))
            .with("columns", listed(&columns));
        self.remarks.push(remark.at(Location::file(&sheet.path)));
    }
}

/// Numbers between 0 and 1 where percentages should be, told of once a column: 0.984 may be 98.4 %.
fn fractions(sheet: &Sheet, layout: &Layout<Column>, rows: &[usize], fields: &FieldIndex) -> Vec<Diagnostic> {
    let is_fraction =
        |cell: &Cell| cell.display().trim().parse::<f64>().is_ok_and(|number| number > 0.0 && number < 1.0);
    let of_column = |(column, what): &(u32, Column)| {
        let Column::Field(at) = what else { return None };
        let spec = &fields.fields[*at].spec;
        let cells = rows.iter().map(|row| &sheet.rows[*row]);
        let mut found = cells.filter(|row| row.cell(*column).is_some_and(is_fraction));
        let first = found.next().filter(|_| plain(&spec.measure) == "%")?;
        let numbers: Vec<String> =
            [first].into_iter().chain(found).map(|row| row.number.saturating_add(1).to_string()).collect();
        let fault = Diagnostic::new(Code::FractionForPercent).with("label", &spec.label);
        let fault = fault.with("found", first.text(*column).unwrap_or_default()).with("rows", numbers);
        Some(fault.at(sheet.place(first.number, *column)))
    };
    layout.columns.iter().filter_map(of_column).collect()
}

/// Whether a head is one of a ledger's, though its measure may be another.
fn is_known(found: &Result<LedgerColumn>) -> bool {
    found.as_ref().map_or_else(|fault| fault.code() != Code::UnknownColumn, |_| true)
}

/// How well the best head of a column of units says so.
fn best_rank(headings: &[Heading]) -> u8 {
    let ranks = headings.iter().filter(|heading| !heading.is_measures);
    ranks.filter_map(|heading| unit_rank(&heading.label)).max().unwrap_or(0)
}
