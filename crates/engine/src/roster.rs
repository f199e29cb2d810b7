//! Who the units are, before anything is written: ids that stand twice and files that would share a name end a run.

use std::collections::HashMap;
use std::path::PathBuf;

use huibian_diagnostic::{Code, Diagnostic, Result};

use crate::name::folded;
use crate::parallel;
use crate::unit::Entry;
use crate::workspace::Workspace;

/// The units of a run, in the order of their data.
pub struct Roster {
    /// Each unit, with where its data are.
    pub units: Vec<Entry>,
}

impl Roster {
    /// Reads who the units are, on `jobs` threads.
    ///
    /// # Errors
    /// W010 when there are none, U001 for an id that stands twice, O001 for two files with one name.
    pub fn read(workspace: &Workspace, jobs: usize) -> Result<Self, Vec<Diagnostic>> {
        let files = workspace.unit_files().map_err(|fault| vec![fault])?;
        let mut units = Vec::with_capacity(files.len());
        let read = |(): &mut (), file: &PathBuf| Entry::of_file(file);
        parallel::in_order(jobs, &files, || (), read, &mut |entry| units.push(entry));
        let faults = contradictions(workspace, &units);
        if faults.is_empty() { Ok(Self { units }) } else { Err(faults) }
    }
}

/// Ids that stand twice, and file names that the file system would take for the same.
pub fn contradictions(workspace: &Workspace, units: &[Entry]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut ids: HashMap<&str, &Entry> = HashMap::with_capacity(units.len());
    let mut paths: HashMap<String, &Entry> = HashMap::with_capacity(units.len());
    for unit in units {
        let header = &unit.header;
        if let Some(first) = ids.insert(header.id.as_str(), unit) {
            let first = &first.header.place;
            let fault = Diagnostic::new(Code::UnitTwice).with("id", &header.id).with("first", first);
            faults.push(fault.at(unit.told().place));
            continue;
        }
        let Some(format) = workspace.formats.first() else { continue };
        let path = workspace.pattern.path(header, *format);
        if let Some(first) = paths.insert(folded(&path.to_string_lossy()), unit) {
            let fault = Diagnostic::new(Code::NameCollision)
                .with("first", &first.header.id)
                .with("second", &header.id)
                .with("path", path.display());
            faults.push(fault.at(unit.told().place));
        }
    }
    faults
}
