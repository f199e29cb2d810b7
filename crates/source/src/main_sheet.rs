//! Which of a table's sheets is the main one and which are ledgers, and what is told of the others.

use std::path::Path;

use huibian_diagnostic::{Argument, Code, Diagnostic, Location};

use crate::finder::{FileOf, Finder, LedgerSheet, Surveyed};
use crate::main_columns::is_known;
use huibian_sheet::columns::{Field, LedgerColumn, ledger_column, plain};
use huibian_sheet::layout::Heading;
use huibian_sheet::sheet_choice::{Candidate, Choice, choose, doubt};

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
                let fault = self.which_sheet(&several).at(Location::file(path));
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
        Diagnostic::new(Code::WhichSheet).with("sheets", names).with("period", self.period_said())
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

    /// The ledgers' sheets: hidden ones are passed over, and of two that are one ledger's the second is a fault.
    pub(crate) fn ledgers(&mut self, main: usize, surveyed: &[Surveyed]) -> Vec<LedgerSheet> {
        let mut ledgers: Vec<LedgerSheet> = Vec::new();
        let others = surveyed.iter().enumerate().filter(|(at, _)| *at != main);
        let sheets: Vec<LedgerSheet> = others.filter_map(|(at, one)| Some((at, one.ledger?))).collect();
        for (at, field) in sheets {
            let sheet = &self.sheets[at];
            let place = Location::file(&sheet.path);
            if !sheet.is_visible {
                let remark = Diagnostic::new(Code::SheetUnread).with("sheet", &sheet.name);
                let remark = remark.with("reason", "hidden").at(place);
                self.remarks.extend((!sheet.rows.is_empty()).then_some(remark));
            } else if ledgers.iter().all(|(_, known)| *known != field) {
                ledgers.push((at, field));
            } else {
                self.faults.push(Diagnostic::new(Code::StraySheet).with("sheet", &sheet.name).at(place));
            }
        }
        ledgers.sort_unstable();
        ledgers
    }
}

/// Whether a sheet says how the others are filled in.
pub(crate) fn is_instruction(name: &str) -> bool {
    matches!(name, "说明" | "填表说明" | "填报说明")
}
