//! Preflight: all units are gone through before anything is written, and what is wrong is gathered. Only what is wrong is
//! kept, so that memory does not grow with the units. Without an [`Assembler`] no plugin's code runs.

use std::path::PathBuf;

use huibian_contract::Severity;
use huibian_diagnostic::Diagnostic;

use crate::assemble::Assembler;
use crate::finding::Finding;
use crate::ingest::csv::Decided;
use crate::parallel;
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
}

/// One thing that was found.
#[derive(Debug)]
pub struct Item {
    /// The unit's name; empty where it is about the data as a whole.
    pub unit: String,
    /// What it is.
    pub matter: Matter,
}

/// A fault, a remark on the data, or a remark on a report's content.
#[derive(Debug)]
pub enum Matter {
    /// What keeps a report from being made.
    Fault(Diagnostic),
    /// What is odd about the data.
    Remark(Diagnostic),
    /// What a check or a plugin says.
    Finding(Finding),
}

impl Matter {
    /// Whether the report cannot be sent, or made at all.
    pub fn is_fault(&self) -> bool {
        match self {
            Self::Fault(_) => true,
            Self::Remark(_) => false,
            Self::Finding(finding) => finding.severity == Severity::Error,
        }
    }
}

impl Preflight {
    /// Goes through the units' data on `jobs` threads; with an assembler also through their reports, all but writing.
    pub fn new(workspace: &Workspace, assembler: Option<&Assembler>, jobs: usize) -> Self {
        let roster = Roster::gather(workspace, jobs);
        let of_data = |matter| Item { unit: String::new(), matter };
        let faults = roster.faults.into_iter().map(Matter::Fault);
        let remarks = roster.remarks.into_iter().map(Matter::Remark);
        let mut items: Vec<Item> = faults.chain(remarks).map(of_data).collect();
        let read = |(): &mut (), unit: &Entry| match assembler {
            Some(assembler) => {
                let outcome = assembler.draft(unit).outcome;
                (outcome.header.name, outcome.diagnostics, outcome.findings)
            }
            None => match workspace.read_unit(unit) {
                (header, Ok(unit)) => (header.name, Vec::new(), unit.findings),
                (header, Err(faults)) => (header.name, faults, Vec::new()),
            },
        };
        let mut take = |(name, faults, findings): (String, Vec<Diagnostic>, Vec<Finding>)| {
            let matters =
                faults.into_iter().map(Matter::Fault).chain(findings.into_iter().map(Matter::Finding));
            items.extend(matters.map(|matter| Item { unit: name.clone(), matter }));
        };
        parallel::in_order(jobs, &roster.units, || (), read, &mut take);
        let tree = rollup::members::tree(&workspace.parents, &roster.units);
        items.extend(tree.err().into_iter().flatten().map(Matter::Fault).map(of_data));
        Self { units: roster.units.len(), items, strays: roster.strays, decided: roster.decided }
    }

    /// What kept the units from being gone through at all.
    pub fn of_faults(faults: Vec<Diagnostic>) -> Self {
        let item = |fault| Item { unit: String::new(), matter: Matter::Fault(fault) };
        Self { items: faults.into_iter().map(item).collect(), ..Self::default() }
    }

    /// The faults that stand in a text, of which lines can be shown.
    pub fn with_text(&self) -> Vec<Diagnostic> {
        let faults = self.items.iter().filter_map(|item| match &item.matter {
            Matter::Fault(fault) => Some(fault),
            _ => None,
        });
        faults
            .filter(|fault| fault.place().is_some_and(|place| place.text_and_span().is_some()))
            .cloned()
            .collect()
    }

    /// How many faults and failed checks there are.
    pub fn faults(&self) -> usize {
        self.items.iter().filter(|item| item.matter.is_fault()).count()
    }
}
