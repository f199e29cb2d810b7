//! The forms that `[units.cells]` reads: one unit's in a file of its own, or a sheet a unit in a workbook of all. Of several sheets with
//! the same form the period's is one unit's; sheets that say nothing of a period are a unit's each, called after it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Faults, Location};

use crate::finder::{Finder, Found, LedgerSheet};
use crate::form_cells::{FormCells, FormReader, PlacedCell};
use crate::form_totals;
use crate::head::UnitHead;
use crate::main_sheet::is_instruction;
use crate::tables::{Scaled, ScaledAt, Tables, UnitForm};
use huibian_sheet::columns::Column;
use huibian_sheet::csv::Decided;
use huibian_sheet::heads::plain;
use huibian_sheet::likeness::is_total;
use huibian_sheet::line_kind::of_label;
use huibian_sheet::odd_cells::{commented, struck_out, titled, unseen_zeros};
use huibian_sheet::sheet_choice::{Candidate, Choice, NamedPeriod, choose, doubt, named_period};

/// Where the forms of a workbook are.
enum FormSheets {
    /// One form, in these sheets.
    One(Vec<usize>),
    /// A form in each of these.
    Each(Vec<usize>),
}

impl Finder {
    /// Units' own forms, with ledgers in further sheets.
    pub(crate) fn forms(mut self, path: &Path, decided: Vec<(PathBuf, Decided)>) -> Result<Found, Faults> {
        let Some(found) = self.form_sheets(path) else { return Err(self.faults) };
        let is_each = matches!(found, FormSheets::Each(_));
        let scopes: Vec<(UnitHead, Vec<usize>)> = match found {
            FormSheets::One(sheets) => vec![(UnitHead::of_file_name(path), sheets)],
            FormSheets::Each(sheets) => {
                sheets.into_iter().map(|at| (UnitHead::of_sheet(&self.sheets[at]), vec![at])).collect()
            }
        };
        let (mut heads, mut forms, mut used) = (Vec::new(), Vec::new(), Vec::new());
        for (head, within) in scopes {
            let first = within.first().copied().unwrap_or(0);
            let name = Some(head.name.clone()).filter(|name| !is_each || !is_unnamed(name));
            let found = self.form_reader(&within).read(head);
            if is_each && is_total(&found.head.name) {
                continue;
            }
            let sheet = found.sheets.first().copied().unwrap_or(first);
            used.extend(found.sheets.iter().copied());
            let rows = self.form_rows(sheet, &found.cells);
            // Whose the form is, and of when, stands above its values.
            let is_value = |cell: &&PlacedCell| matches!(cell.what, Column::Field(_));
            let values: Vec<PlacedCell> = found.cells.iter().filter(is_value).cloned().collect();
            let above = self.form_rows(sheet, &values).first().copied().unwrap_or(0);
            self.remarks.extend(struck_out(&self.sheets[sheet], above, &rows));
            self.remarks.extend(titled(&self.sheets[sheet], above, self.period));
            let is_value =
                |column: u32| found.cells.iter().any(|cell| cell.at.0 == sheet && cell.at.2 == column);
            self.remarks.extend(unseen_zeros(&self.sheets[sheet], &rows, is_value));
            self.remarks.extend(commented(&self.sheets[sheet], &rows, is_value));
            heads.push(found.head);
            let FormCells { cells, unplaced, faults, .. } = found;
            forms.push(UnitForm { name, sheet, cells, unplaced, faults });
        }
        if is_each {
            self.remarks.extend(self.differing_totals(&forms));
        }
        let ledger_of = |at: usize| self.files[at].ledger(|| self.fields.ledger(&self.sheets[at].name));
        let others = (0..self.sheets.len()).filter(|at| !used.contains(at) && self.sheets[*at].is_visible);
        let ledger_sheets: Vec<LedgerSheet> = others.filter_map(|at| Some((at, ledger_of(at)?))).collect();
        used.extend(ledger_sheets.iter().map(|(at, _)| *at));
        let ledger_sheets = self.ledgers(path, ledger_sheets);
        let mut ledgers = Vec::new();
        for sheet in ledger_sheets {
            ledgers.extend(self.ledger(sheet, &heads));
        }
        let remarks = self.form_remarks(is_each, &forms, &used);
        self.remarks.extend(remarks);
        let factors = self.options.mapping.cells.iter().filter_map(|mapped| {
            let Ok(Column::Field(field)) = self.fields.column(&mapped.key, None) else { return None };
            Some(Scaled { at: ScaledAt::Field(field), factor: mapped.factor?, measure: String::new() })
        });
        let factors = factors.collect();
        let main = forms.first().map_or(0, |form| form.sheet);
        let Self { fields, sheets, merged, faults, remarks, .. } = self;
        let (columns, absent, units, names) = (Vec::new(), Vec::new(), Vec::new(), HashMap::new());
        let tables =
            Tables { sheets, merged, fields, main, columns, factors, absent, ledgers, units, names, forms };
        Ok(Found { tables, heads, faults, remarks, decided, unheaded: Vec::new() })
    }

    /// The figures of forms of totals that differ from what the units' come to.
    fn differing_totals(&self, forms: &[UnitForm]) -> Vec<Diagnostic> {
        let is_units = |at: &usize| forms.iter().any(|form| form.sheet == *at);
        let visible: Vec<usize> = (0..self.sheets.len()).filter(|at| self.sheets[*at].is_visible).collect();
        let others = self.alike(&visible).into_iter().filter(|one| !is_units(&one.sheet));
        let totals = others.filter_map(|one| {
            let within = [one.sheet];
            let form = self.form_reader(&within).read(UnitHead::of_sheet(&self.sheets[one.sheet]));
            let is_of_all = is_total(&one.name) || is_total(&form.head.name);
            is_of_all.then(|| form_totals::differing(&self.sheets, &self.fields, &one.name, &form, forms))
        });
        totals.flatten().collect()
    }

    /// The rows of a sheet that a form's values stand in.
    fn form_rows(&self, sheet: usize, cells: &[PlacedCell]) -> Vec<usize> {
        let of_sheet = cells.iter().filter(|cell| cell.at.0 == sheet);
        let rows = &self.sheets[sheet].rows;
        let mut rows: Vec<usize> = of_sheet
            .filter_map(|cell| rows.binary_search_by_key(&cell.at.1, |row| row.number).ok())
            .collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    fn form_reader<'f>(&'f self, within: &'f [usize]) -> FormReader<'f> {
        let (sheets, merged, fields) = (&self.sheets, &self.merged, &self.fields);
        FormReader { sheets, merged, fields, mapping: &self.options.mapping, within }
    }

    /// The sheets that forms are in; `None` where that is not known, which is told.
    fn form_sheets(&mut self, path: &Path) -> Option<FormSheets> {
        let visible: Vec<usize> = (0..self.sheets.len()).filter(|at| self.sheets[*at].is_visible).collect();
        if let Some(wanted) = &self.options.sheet {
            let named = (0..self.sheets.len()).find(|at| plain(wanted) == plain(&self.sheets[*at].name));
            if named.is_none() {
                let fault = Diagnostic::new(Code::CellUnplaced).with("key", "sheet").with("what", "sheet");
                self.faults.push(fault.with("name", wanted).at(Location::file(path)));
            }
            return named.map(|at| FormSheets::One(vec![at]));
        }
        let candidates = self.alike(&visible);
        if !self.is_of_all && candidates.len() < 2 {
            return Some(FormSheets::One(visible));
        }
        let units: Vec<usize> =
            candidates.iter().filter(|one| self.is_a_units(&one.name)).map(|one| one.sheet).collect();
        // What is in no other sheet may be in one that is no such form.
        let one = |at: usize| {
            let is_form = |other: &usize| candidates.iter().any(|one| one.sheet == *other);
            let others = visible.iter().copied().filter(|other| !is_form(other));
            FormSheets::One([at].into_iter().chain(others).collect())
        };
        match choose(&candidates, self.period) {
            _ if self.is_of_all && units.len() > 1 => Some(FormSheets::Each(units)),
            Choice::One(at) if self.is_of_all && units.contains(&at) => Some(FormSheets::Each(units)),
            Choice::One(at) => Some(one(at)),
            Choice::None => Some(FormSheets::One(visible)),
            Choice::Other(at) => {
                let sheet = &self.sheets[at];
                let remark = Diagnostic::new(Code::SheetPeriod).with("sheet", &sheet.name);
                let remark = remark.with("period", self.period_said()).at(Location::file(&sheet.path));
                self.remarks.push(remark);
                Some(one(at))
            }
            Choice::Unclear(several) => {
                let fault = self.which_sheet(&several).with("reason", "main").at(Location::file(path));
                self.faults.push(fault);
                None
            }
        }
    }

    /// The sheets that have most of the form; in a workbook of all units those of units that are known, too.
    fn alike(&self, visible: &[usize]) -> Vec<Candidate> {
        let open = self.options.mapping.cells.iter().filter(|mapped| mapped.sheet.is_none()).count();
        let names: Vec<String> = self.options.names.iter().map(|name| plain(name)).collect();
        let is_known = |at: usize| self.is_of_all && names.contains(&plain(&self.sheets[at].name));
        let reader = self.form_reader(visible);
        let held = visible.iter().map(|at| (*at, reader.held(*at)));
        let held = held.filter(|(at, held)| held * 2 > open || is_known(*at));
        held.map(|(sheet, fields)| Candidate { sheet, name: self.sheets[sheet].name.to_string(), fields })
            .collect()
    }

    /// Whether a sheet may be called after a unit: not after a period, a sum, or an example.
    fn is_a_units(&self, name: &str) -> bool {
        let bare = plain(name);
        doubt(name).is_none()
            && !bare.ends_with("汇总表")
            && !is_instruction(&bare)
            && of_label(bare.trim_end_matches('表')).is_none()
            && of_label(&bare).is_none()
            && self.period.is_none_or(|period| named_period(name, period) == NamedPeriod::Nothing)
    }

    /// Tells which sheets were read as a unit each, where that is not known, and of those that were not read.
    fn form_remarks(&self, is_each: bool, forms: &[UnitForm], read: &[usize]) -> Vec<Diagnostic> {
        let mut remarks = Vec::new();
        let name = |at: usize| self.sheets[at].name.to_string();
        let is_known =
            |form: &UnitForm| self.options.names.iter().any(|one| plain(one) == plain(&name(form.sheet)));
        if is_each && !forms.iter().all(is_known) {
            let names: Vec<String> = forms.iter().map(|form| name(form.sheet)).collect();
            let remark = Diagnostic::new(Code::SheetsAreUnits).with("sheets", names);
            remarks
                .extend(forms.first().map(|form| remark.at(Location::file(&self.sheets[form.sheet].path))));
        }
        let all: Vec<usize> = (0..self.sheets.len()).collect();
        let alike = self.alike(&all);
        for at in all.into_iter().filter(|at| !read.contains(at)) {
            let sheet = &self.sheets[at];
            let is_form = alike.iter().any(|one| one.sheet == at);
            let is_told = sheet.is_visible && !is_instruction(&sheet.name) || is_form;
            let is_other =
                self.period.is_some_and(|period| named_period(&sheet.name, period) == NamedPeriod::Other);
            let reason = match sheet.is_visible {
                false => "hidden",
                true if is_form && is_other => "period",
                true => "other",
            };
            if is_told && !sheet.rows.is_empty() {
                let remark = Diagnostic::new(Code::SheetUnread).with("sheet", &sheet.name);
                remarks.push(remark.with("reason", reason).at(Location::file(&sheet.path)));
            }
        }
        remarks
    }
}

/// Whether a sheet's name is one that spreadsheets give by themselves, or a number.
fn is_unnamed(name: &str) -> bool {
    let name = plain(name).to_lowercase();
    let bare =
        ["sheet", "工作表", "表格", "表"].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(&name);
    bare.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十()".contains(c))
}
