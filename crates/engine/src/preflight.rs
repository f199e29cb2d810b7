//! Preflight: all units are gone through before anything is written, and what is wrong is gathered. Only what is wrong is
//! kept, so that memory does not grow with the units. Without an [`Assembler`] no plugin's code runs.

use std::path::PathBuf;

use huibian_diagnostic::{Code, Diagnostic, Severity};
use huibian_report::office::check_complete;
use huibian_report::office::numbering::{Numbered, Numbers, numbered};
use huibian_source::csv::Decided;
use huibian_source::parallel;

use crate::assemble::Assembler;
use crate::check::alike::{Alike, Print};
use crate::numbers::{numbered_parent, unknown_ids};
use crate::outcome::Outcome;
use crate::rollup;
use crate::roster::Roster;
use crate::unit::Entry;
use crate::workspace::Workspace;

/// What going through all units showed.
#[derive(Debug, Default)]
pub struct Preflight {
    /// How many units there are.
    pub units: usize,
    /// What was found: first of the data as a whole, then unit by unit.
    pub items: Vec<Item>,
    /// Files that were passed over.
    pub strays: Vec<PathBuf>,
    /// What was decided for CSV files with all units.
    pub decided: Vec<(PathBuf, Decided)>,
    /// Texts that units have alike.
    alike: Alike,
    /// The numbers of their documents.
    numbers: Numbers,
}

/// One thing that was found.
#[derive(Debug)]
pub struct Item {
    /// The unit's name; empty where it is about the data as a whole.
    pub unit: String,
    /// What it is.
    pub diagnostic: Diagnostic,
}

/// What going through a unit showed.
#[derive(Default)]
pub(crate) struct Read {
    name: String,
    faults: Vec<Diagnostic>,
    findings: Vec<Diagnostic>,
    prints: Vec<Print>,
    number: Option<Numbered>,
}

/// What a unit's data alone show.
pub(crate) fn data(workspace: &Workspace, unit: &Entry) -> Read {
    match workspace.read_unit(unit) {
        (header, Ok(unit)) => {
            let prints = workspace.prints_of(&unit);
            let numbered = numbered(&workspace.design, &unit.identity, &unit.document, &header.place);
            let complete = check_complete(&workspace.design, &unit.document, &header.place);
            let faults = [numbered.as_ref().err().cloned(), complete.err()].into_iter().flatten().collect();
            let number = numbered.ok().flatten();
            Read { name: header.name, faults, findings: unit.findings, prints, number }
        }
        (header, Err(faults)) => Read { name: header.name, faults, ..Read::default() },
    }
}

/// Whether two say the same, maybe of different places.
fn is_alike(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.code() == other.code() && one.arguments() == other.arguments()
}

fn of_data(diagnostic: Diagnostic) -> Item {
    Item { unit: String::new(), diagnostic }
}

/// What is odd about the data without being wrong.
fn remark(diagnostic: Diagnostic) -> Item {
    of_data(diagnostic.weighing(Severity::Warning))
}

impl Preflight {
    /// Goes through the units' data on `jobs` threads; with an assembler also through their reports, all but writing.
    pub fn new(workspace: &Workspace, assembler: Option<&Assembler>, jobs: usize) -> Self {
        let roster = Roster::gather(workspace, jobs);
        let mut preflight = Self::of_roster(&roster);
        let units: Vec<&Entry> = roster.units.iter().collect();
        preflight.read(&units, jobs, |unit| match assembler {
            Some(assembler) => {
                let draft = assembler.draft(unit);
                let number = draft.numbered(workspace);
                let Outcome { header, diagnostics, findings, prints, .. } = draft.outcome;
                Read { name: header.name, faults: diagnostics, findings, prints, number }
            }
            None => data(workspace, unit),
        });
        let alike = preflight.alike.findings(&workspace.plugins);
        preflight.items.extend(alike.into_iter().map(of_data));
        preflight.look_at_tree(workspace, &roster);
        preflight.look_at_numbers(workspace, &roster);
        // Where PDFs are made they are told before the run.
        if assembler.is_none() || !workspace.makes_pdf() {
            let remarks = workspace.font_remarks.iter().cloned();
            preflight.items.extend(remarks.map(remark));
        }
        preflight.items.extend(workspace.design.tables.unused().into_iter().map(remark));
        Self { strays: roster.strays, decided: roster.decided, ..preflight }
    }

    /// What is known of the data as a whole.
    pub(crate) fn of_roster(roster: &Roster) -> Self {
        let faults = roster.faults.iter().cloned().map(of_data);
        let remarks = roster.remarks.iter().cloned().map(remark);
        let items = faults.chain(remarks).collect();
        Self { units: roster.units.len(), items, ..Self::default() }
    }

    /// Goes through units, on `jobs` threads.
    pub(crate) fn read(&mut self, units: &[&Entry], jobs: usize, read: impl Fn(&Entry) -> Read + Sync) {
        let mut take = |read: Read| {
            let Read { name, faults, findings, prints, number } = read;
            self.alike.take(&name, prints);
            if let Some(number) = number {
                self.numbers.take(&name, number);
            }
            let all = faults.into_iter().chain(findings);
            self.items.extend(all.map(|diagnostic| Item { unit: name.clone(), diagnostic }));
        };
        parallel::in_order(jobs, units, || (), |(): &mut (), unit: &&Entry| read(unit), &mut take);
    }

    /// What is wrong with who is above whom, and who is listed there without data.
    pub(crate) fn look_at_tree(&mut self, workspace: &Workspace, roster: &Roster) {
        match rollup::members::tree(workspace, &roster.units) {
            Ok(_) if !roster.faults.is_empty() => {}
            Ok(tree) => {
                // Members without data stand behind those with.
                let listed = (workspace.parents.len() + roster.units.len()..tree.len())
                    .map(|index| tree.member(index))
                    .map(|member| (Diagnostic::new(Code::UnitAbsent).with("unit", &member.name), member))
                    .filter(|(absent, _)| !roster.remarks.iter().any(|told| is_alike(told, absent)))
                    .map(|(absent, member)| absent.at(member.place.clone()));
                self.items.extend(listed.map(remark));
            }
            Err(faults) => self.items.extend(faults.into_iter().map(of_data)),
        }
    }

    /// What is wrong with the numbers of documents as a whole, those of units above others among them.
    pub(crate) fn look_at_numbers(&mut self, workspace: &Workspace, roster: &Roster) {
        for parent in &workspace.parents {
            match numbered_parent(workspace, parent) {
                Ok(Some(number)) => self.numbers.take(&parent.header.name, number),
                Err(fault) if fault.code() == Code::NumberIncomplete => {
                    let unit = parent.header.name.clone();
                    self.items.push(Item { unit, ..remark(fault) });
                }
                Ok(None) | Err(_) => {}
            }
        }
        self.items.extend(self.numbers.twice().into_iter().map(of_data));
        if roster.faults.is_empty() {
            let unknown = unknown_ids(workspace, roster).into_iter();
            self.items.extend(unknown.map(remark));
        }
    }

    /// What kept the units from being gone through at all.
    pub fn of_faults(faults: Vec<Diagnostic>) -> Self {
        Self { items: faults.into_iter().map(of_data).collect(), ..Self::default() }
    }

    /// The faults that stand in a text, of which lines can be shown.
    pub fn with_text(&self) -> Vec<Diagnostic> {
        let all = self.items.iter().map(|item| &item.diagnostic);
        all.filter(|fault| fault.fails() && !fault.code().is_finding())
            .filter(|fault| fault.place().is_some_and(|place| place.text_and_span().is_some()))
            .cloned()
            .collect()
    }

    /// How many faults and failed checks there are.
    pub fn faults(&self) -> usize {
        self.items.iter().filter(|item| item.diagnostic.fails()).count()
    }
}
