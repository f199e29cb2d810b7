//! Finds in the sheets of a table which is the main one, which are ledgers, what their columns are and where each unit's
//! rows lie. What is wrong with the table as a whole is told here, once; what is wrong with a unit's cells is
//! [`tables`](crate::tables)' to say.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use blake3::Hasher;
#[cfg(test)]
use huibian_contract::PluginManifest;
use huibian_contract::{Absent, IndexMap, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Faults, Place, Result};

use crate::columns::{Column, Field, FieldIndex, LedgerColumn, is_unit, ledger_column, plain};
use crate::csv::{Decided, unreadable};
use crate::files::Files;
use crate::head::{UnitHead, id_of};
use crate::layout::{HeaderRows, Layout};
use crate::listing::{LedgerFile, UnitFile};
use crate::location::{Location, TableOptions};
use crate::sheet::{MergedRows, Sheet, under};
use crate::tables::{Ledger, Tables};
use crate::{csv, workbook};

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

/// What tables are read with.
#[derive(Debug)]
pub struct TableReader {
    options: TableOptions,
    fields: Arc<FieldIndex>,
    files: Arc<dyn Files>,
}

impl TableReader {
    /// As a source's place says.
    pub fn new(at: &Location, fields: &Arc<FieldIndex>) -> Self {
        Self { options: at.tables.clone(), fields: fields.clone(), files: at.files.clone() }
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
        let path = &file.path;
        let (mut remarks, mut decided) = (Vec::new(), Vec::new());
        let mut sheets = Vec::new();
        let bytes = self.bytes(path, hasher)?;
        let is_book = workbook::is_workbook(path, &bytes);
        if is_book {
            sheets = workbook::read(path, &bytes)?;
        } else {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let (sheet, how) = csv::read(path, &bytes, &name, self.options.dialect)?;
            sheets.push(sheet);
            decided.push((path.to_owned(), how));
            for LedgerFile { path: beside, name } in &file.ledgers {
                if self.fields.ledger(name).is_none() {
                    let fault = Diagnostic::new(Code::StrayFile).with("path", beside.display());
                    remarks.push(fault.at(Place::file(beside.clone())));
                    continue;
                }
                hasher.update(name.as_bytes());
                let bytes = self.bytes(beside, hasher)?;
                let (sheet, how) = csv::read(beside, &bytes, name, self.options.dialect)?;
                sheets.push(sheet);
                decided.push((beside.clone(), how));
            }
        }
        let wanted = self.options.sheet.as_deref().filter(|_| is_book);
        Finder { fields: self.fields.clone(), sheets, faults: Faults::new(), remarks }
            .find(path, wanted, decided)
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
    let finder = Finder { fields, sheets, faults: Faults::new(), remarks: Vec::new() };
    finder.find(path, wanted, Vec::new())
}

/// A sheet, and the ledger that it is.
type LedgerSheet = (usize, usize);

/// Finds what each sheet is.
struct Finder {
    fields: Arc<FieldIndex>,
    sheets: Vec<Sheet>,
    faults: Faults,
    remarks: Vec<Diagnostic>,
}

impl Finder {
    fn find(
        mut self,
        path: &Path,
        wanted: Option<&str>,
        decided: Vec<(PathBuf, Decided)>,
    ) -> Result<Found, Faults> {
        let (main, ledger_sheets) = self.sort(wanted);
        let Some((main, header)) = main else {
            let name = wanted.map(str::to_owned).or_else(|| Some(self.sheets.first()?.name.to_string()));
            let fault = Diagnostic::new(Code::NoHeader).with("sheet", name.unwrap_or_default());
            self.faults.push(fault.at(Place::file(path)));
            return Err(self.faults);
        };
        let merged: Vec<_> = self.sheets.iter().map(Sheet::merged_by_row).collect();
        let layout = header.layout(
            &self.sheets[main],
            |column| *column != Column::Remarks,
            |text, band| self.fields.column(text, band),
        );
        self.faults.extend(layout.faults.iter().cloned());
        let (units, heads) = self.units(main, &layout, &merged[main]);
        self.concealed(main, &layout, |column| *column != Column::Remarks);
        let mut ledgers = Vec::new();
        for (sheet, field) in ledger_sheets {
            ledgers.extend(self.ledger(sheet, field, &heads, &merged[sheet]));
        }
        let absent = self.absent(main, &layout, &ledgers);
        let columns = layout.columns;
        let Self { fields, sheets, faults, remarks } = self;
        let tables = Tables { sheets, merged, fields, main, columns, absent, ledgers, units };
        Ok(Found { tables, heads, faults, remarks, decided })
    }

    /// The main sheet with its header, and the ledgers' sheets. The rest is told of.
    fn sort(&mut self, wanted: Option<&str>) -> (Option<(usize, HeaderRows)>, Vec<LedgerSheet>) {
        let (mut main, mut ledgers, mut rest) = (None, Vec::new(), Vec::new());
        for (at, sheet) in self.sheets.iter().enumerate() {
            let header = HeaderRows::find(sheet, &self.fields, is_unit);
            let by_key = header.and_then(|header| header.ledger(sheet, &self.fields));
            let is_wanted = wanted.is_some_and(|wanted| plain(wanted) == plain(&sheet.name));
            if let Some(field) = by_key.or_else(|| self.fields.ledger(&sheet.name)).filter(|_| !is_wanted) {
                ledgers.push((at, field));
            } else if let (Some(header), true) = (header, main.is_none() && (is_wanted || wanted.is_none())) {
                main = Some((at, header));
            } else if !sheet.rows.is_empty() && sheet.is_visible {
                rest.push((at, header.is_some()));
            }
        }
        for (at, has_units) in rest {
            let sheet = &self.sheets[at];
            let name = sheet.name.to_string();
            let place = Place::file(sheet.path.to_path_buf());
            if has_units {
                let labels = self.fields.ledgers.iter().map(|field| field.spec.label.as_str());
                let fault = Diagnostic::new(Code::StraySheet).with("sheet", &name).suggest(&name, labels);
                self.faults.push(fault.at(place));
            } else if !matches!(name.as_str(), "说明" | "填表说明" | "填报说明") {
                self.remarks.push(Diagnostic::new(Code::SheetUnread).with("sheet", name).at(place));
            }
        }
        (main, ledgers)
    }

    /// The rows that are units'.
    fn units(
        &mut self,
        main: usize,
        layout: &Layout<Column>,
        merged: &MergedRows,
    ) -> (Vec<usize>, Vec<UnitHead>) {
        let sheet = &self.sheets[main];
        let column =
            |wanted: &Column| layout.columns.iter().find(|(_, one)| one == wanted).map(|(at, _)| *at);
        let (name_column, id_column) = (column(&Column::Name), column(&Column::Id));
        let mapped =
            |at: &u32| layout.columns.iter().any(|(one, what)| one == at && *what != Column::Remarks);
        let (mut units, mut heads) = (Vec::new(), Vec::new());
        for (at, row) in sheet.rows.iter().enumerate().skip(layout.first) {
            let text = |column: Option<u32>| column.and_then(|column| row.text(column));
            let (name, id) = (text(name_column), text(id_column));
            let place = name_column.filter(|_| name.is_some()).or(id_column).or(name_column).unwrap_or(0);
            let Some(shown) = name.clone().or_else(|| id.clone()) else {
                if let Some((first, _)) = row.cells.iter().find(|(at, _)| mapped(at)) {
                    let fault = match under(merged, row.number, place) {
                        Some(range) => Diagnostic::new(Code::MergedCells)
                            .with("range", range.name())
                            .at(sheet.place(row.number, place)),
                        None => Diagnostic::new(Code::NoUnitInRow).at(sheet.place(row.number, *first)),
                    };
                    self.faults.push(fault);
                }
                continue;
            };
            if matches!(plain(&shown).as_str(), "合计" | "总计" | "小计" | "汇总") {
                let remark = Diagnostic::new(Code::TotalsRow).with("name", &shown);
                self.remarks.push(remark.at(sheet.place(row.number, place)));
                continue;
            }
            let given = id.as_deref().and_then(|id| UnitId::new(id).ok());
            let head = UnitHead {
                id: given.unwrap_or_else(|| id_of(&shown)),
                name: shown,
                parent: text(column(&Column::Parent)),
                place: sheet.place(row.number, id_column.filter(|_| id.is_some()).unwrap_or(place)),
            };
            units.push(at);
            heads.push(head);
        }
        (units, heads)
    }

    /// One ledger's rows by unit.
    fn ledger(&mut self, at: usize, field: usize, units: &[UnitHead], merged: &MergedRows) -> Option<Ledger> {
        let (sheet, spec) = (&self.sheets[at], &self.fields.ledgers[field]);
        let names_column =
            |text: &str| !matches!(ledger_column(spec, text), Err(_) | Ok(LedgerColumn::Remarks));
        let alone = units.len() == 1;
        let header =
            HeaderRows::find(sheet, &self.fields, |text| is_unit(text) || (alone && names_column(text)));
        let Some(header) = header else {
            if !sheet.rows.is_empty() {
                let fault = Diagnostic::new(Code::NoHeader).with("sheet", &sheet.name);
                self.faults.push(fault.at(Place::file(sheet.path.to_path_buf())));
            }
            return None;
        };
        let layout =
            header.layout(sheet, |one| *one != LedgerColumn::Remarks, |text, _| ledger_column(spec, text));
        let mut faults = layout.faults.clone();
        let unit_column =
            layout.columns.iter().find(|(_, one)| *one == LedgerColumn::Unit).map(|(column, _)| *column);
        let columns: Vec<(u32, String)> =
            layout
                .columns
                .iter()
                .filter_map(|(at, one)| {
                    if let LedgerColumn::Column(name) = one { Some((*at, name.clone())) } else { None }
                })
                .collect();
        let missing = spec.spec.columns.iter().filter(|(name, column)| {
            column.required && columns.iter().all(|(_, known)| known != name.as_str())
        });
        let missing: Vec<(String, String)> =
            missing.map(|(name, column)| (name.to_string(), column.label.clone())).collect();
        for (name, label) in &missing {
            let fault = Diagnostic::new(Code::ColumnMissing)
                .with("label", label)
                .with("key", format!("{}.{name}", spec.key()));
            faults.push(fault.at(sheet.place(layout.row, 0)));
        }
        let known = Known::new(units);
        let mut rows: HashMap<usize, Vec<usize>> = HashMap::new();
        let mut unknown: IndexMap<String, (Place, usize)> = IndexMap::default();
        for (index, row) in sheet.rows.iter().enumerate().skip(layout.first) {
            let Some((first, _)) = row.cells.iter().find(|(at, _)| columns.iter().any(|(one, _)| one == at))
            else {
                continue;
            };
            let Some(unit_column) = unit_column else {
                rows.entry(0).or_default().push(index);
                continue;
            };
            let place = sheet.place(row.number, unit_column);
            match row.text(unit_column) {
                None => faults.push(match under(merged, row.number, unit_column) {
                    Some(range) => Diagnostic::new(Code::MergedCells).with("range", range.name()).at(place),
                    None => Diagnostic::new(Code::NoUnitInRow).at(sheet.place(row.number, *first)),
                }),
                Some(text) => match known.unit(&text) {
                    Some(unit) => rows.entry(unit).or_default().push(index),
                    None => unknown.entry(text).or_insert((place, 0)).1 += 1,
                },
            }
        }
        for (name, (place, rows)) in unknown {
            let fault = Diagnostic::new(Code::StrangeUnit).with("unit", &name).with("rows", rows);
            let names = units.iter().map(|unit| unit.name.as_str());
            faults.push(fault.suggest(&name, names).at(place));
        }
        self.faults.extend(faults);
        self.concealed(at, &layout, |column| *column != LedgerColumn::Remarks);
        let absent = missing.into_iter().map(|(name, _)| name).collect();
        Some(Ledger { sheet: at, field, columns, absent, rows })
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
                    self.faults.push(fault.at(place.clone()));
                    absent.push((plugin.id.to_string(), None));
                }
                continue;
            }
            for (field, there) in own() {
                if field.spec.required && !there && !shared(field) {
                    let fault = Diagnostic::new(Code::ColumnMissing)
                        .with("label", &field.spec.label)
                        .with("key", field.key());
                    self.faults.push(fault.at(place.clone()));
                    absent.push((plugin.id.to_string(), Some(field.name.clone())));
                }
            }
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
            .map(|(column, _)| huibian_diagnostic::cell_name(0, *column).trim_end_matches('1').to_owned())
            .collect();
        if rows.is_empty() && columns.is_empty() {
            return;
        }
        let listed = |names: &[String]| if names.is_empty() { "–".to_owned() } else { names.join(", ") };
        let remark = Diagnostic::new(Code::HiddenCells)
            .with("sheet", &sheet.name)
            .with("rows", listed(&rows))
            .with("columns", listed(&columns));
        self.remarks.push(remark.at(Place::file(sheet.path.to_path_buf())));
    }
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
        self.0.get(&plain(text)).copied().flatten()
    }
}
