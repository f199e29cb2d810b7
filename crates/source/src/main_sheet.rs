//! Which of a table's sheets is the main one and which are ledgers, and what is told of the others.

use std::path::Path;

use huibian_diagnostic::{Argument, Code, Diagnostic, Location};

use crate::finder::{FileOf, Finder, LedgerSheet, Surveyed};
use crate::main_columns::is_known;
use huibian_sheet::columns::Field;
use huibian_sheet::heads::plain;
use huibian_sheet::layout::Heading;
use huibian_sheet::ledger_columns::{LedgerColumn, ledger_column};
use huibian_sheet::period_in_name;
use huibian_sheet::sheet_choice::{Candidate, Choice, NamedPeriod, choose, doubt};

impl Finder {
    /// The main sheet. What keeps one from being chosen is told.
    pub(crate) fn main(&mut self, path: &Path, surveyed: &[Surveyed]) -> Option<usize> {
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
        let main = match choice {
            Choice::One(main) => Some(main),
            Choice::Other(main) => {
                let sheet = &self.sheets[main];
                let remark = Diagnostic::new(Code::SheetPeriod).with("sheet", &sheet.name);
                let remark = remark.with("period", self.period_said()).at(Location::file(&sheet.path));
                self.remarks.push(remark);
                Some(main)
            }
            Choice::Unclear(several) => {
                let fault = self.which_sheet(&several).with("reason", "main").at(Location::file(path));
                self.faults.push(fault);
                None
            }
            Choice::None => {
                let known: Vec<String> = self.sheets.iter().map(|sheet| sheet.name.to_string()).collect();
                let is_there = wanted.is_none() || named.is_some();
                let name = wanted.or_else(|| known.first().cloned()).unwrap_or_default();
                let fault = Diagnostic::new(Code::NoHeader).with("sheet", name);
                let fault = if is_there {
                    fault.with("reason", "header")
                } else {
                    fault.with("reason", "missing").with("known", known)
                };
                self.faults.push(fault.at(Location::file(path)));
                None
            }
        };
        self.others(main, surveyed, &with_fields);
        main
    }

    /// That it is not known which of several sheets is meant.
    pub(crate) fn which_sheet(&self, several: &[usize]) -> Diagnostic {
        let names: Vec<String> = several.iter().map(|at| self.sheets[*at].name.to_string()).collect();
        let fault = Diagnostic::new(Code::WhichSheet).with("sheets", names);
        fault.with("period", self.period_said())
    }

    /// The period, as diagnostics have it.
    pub(crate) fn period_said(&self) -> Argument {
        self.period.map_or_else(|| "–".into(), Argument::from)
    }

    /// Tells of sheets that are neither the main one nor a ledger.
    pub(crate) fn others(&mut self, main: Option<usize>, surveyed: &[Surveyed], candidates: &[Candidate]) {
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
                (true, true) if doubt(&name).is_none() => "period",
                (true, _) => "other",
            };
            if sheet.is_visible && !is_instruction(&name) || one.fields > 0 {
                let remark = Diagnostic::new(Code::SheetUnread).with("sheet", name).with("reason", reason);
                self.remarks.push(remark.at(place));
            }
        }
    }

    /// The ledger that most of a sheet's heads are columns of.
    pub(crate) fn like_a_ledger(&self, one: &Surveyed) -> Option<usize> {
        let is_column = |ledger: &Field, heading: &Heading| {
            let found = ledger_column(ledger, &heading.label);
            matches!(found, Ok(LedgerColumn::Column(_))) || found.is_err() && is_known(&found)
        };
        let count = |ledger: &Field| one.headings.iter().filter(|heading| is_column(ledger, heading)).count();
        let counts = self.fields.ledgers.iter().map(count).enumerate();
        let most = counts.filter(|(_, count)| *count > 0 && count * 2 >= one.headings.len());
        most.max_by_key(|(at, count)| (*count, std::cmp::Reverse(*at))).map(|(at, _)| at)
    }

    /// The ledgers' sheets, one a ledger: hidden ones are passed over, and of several the period's is read.
    pub(crate) fn ledgers(&mut self, path: &Path, mut sheets: Vec<LedgerSheet>) -> Vec<LedgerSheet> {
        sheets.sort_unstable_by_key(|(at, field)| (*field, *at));
        let mut ledgers = Vec::new();
        for of_one in sheets.chunk_by(|one, other| one.1 == other.1) {
            let (visible, hidden): (Vec<LedgerSheet>, Vec<LedgerSheet>) =
                of_one.iter().partition(|(at, _)| self.sheets[*at].is_visible);
            let of = |wanted: NamedPeriod| -> Vec<usize> {
                let all = visible.iter().map(|(at, _)| *at);
                all.filter(|at| self.time_of_ledger(path, *at) == wanted).collect()
            };
            let (own, unsaid, other) =
                (of(NamedPeriod::This), of(NamedPeriod::Nothing), of(NamedPeriod::Other));
            let could_be = [&own, &unsaid, &other].into_iter().find(|sheets| !sheets.is_empty());
            let chosen = match could_be.map_or(&[][..], Vec::as_slice) {
                [] => None,
                [one] => Some(*one),
                several => {
                    let label = &self.fields.ledgers[of_one[0].1].spec.label;
                    let fault = self.which_sheet(several).with("reason", "ledger").with("label", label);
                    let place = Location::file(&self.sheets[several[0]].path);
                    self.faults.push(fault.at(place));
                    continue;
                }
            };
            if let Some(sheet) = chosen.filter(|at| other.contains(at)).map(|at| &self.sheets[at]) {
                let remark = Diagnostic::new(Code::SheetPeriod).with("sheet", &sheet.name);
                let remark = remark.with("period", self.period_said()).at(Location::file(&sheet.path));
                self.remarks.push(remark);
            }
            ledgers.extend(chosen.map(|at| (at, of_one[0].1)));
            let passed = visible.iter().filter(|(at, _)| Some(*at) != chosen).map(|one| (one, "period"));
            for ((at, _), reason) in hidden.iter().map(|one| (one, "hidden")).chain(passed) {
                let sheet = &self.sheets[*at];
                let remark = Diagnostic::new(Code::SheetUnread).with("sheet", &sheet.name);
                let remark = remark.with("reason", reason).at(Location::file(&sheet.path));
                self.remarks.extend((!sheet.rows.is_empty()).then_some(remark));
            }
        }
        ledgers.sort_unstable();
        ledgers
    }

    /// Whether the time that a ledger's sheet, or its file beside the table's, is called after is the period.
    fn time_of_ledger(&self, path: &Path, sheet: usize) -> NamedPeriod {
        let sheet_of = &self.sheets[sheet];
        let beside = || {
            let stem = path.file_stem()?.to_str()?;
            sheet_of.path.file_stem()?.to_str()?.strip_prefix(stem)?.strip_prefix('.').map(str::to_owned)
        };
        let name = match self.files[sheet] {
            FileOf::Ledger(_) => beside().unwrap_or_default(),
            FileOf::Units | FileOf::Neither => sheet_of.name.to_string(),
        };
        let said = self.period.zip(period_in_name::parted(&name));
        said.map_or(NamedPeriod::Nothing, |(period, (_, time))| period_in_name::said_of(&time, period))
    }
}

/// Whether a sheet says how the others are filled in.
pub(crate) fn is_instruction(name: &str) -> bool {
    matches!(name, "说明" | "填表说明" | "填报说明")
}
