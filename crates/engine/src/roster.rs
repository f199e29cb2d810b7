//! Who the units are, before anything is written: ids that stand twice and files that would share a name end a run.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Place, Result};
use huibian_source::columns::FieldIndex;
use huibian_source::csv::Decided;
use huibian_source::finder;
use huibian_source::folder::{Files, UnitFile, files, ledgers_beside};
use huibian_source::location::{SourceKind, UnitSource};
use huibian_source::parallel;
use huibian_store::folded;

use crate::former::Former;
use crate::unit::Entry;
use crate::workspace::Workspace;

/// How many bytes of units' texts are kept until the units' turn comes; what is beyond is read again.
const KEPT: usize = 16 * 1024 * 1024;

/// The units of a run, in the order of their data.
#[derive(Default)]
pub struct Roster {
    /// Each unit, with where its data are.
    pub units: Vec<Entry>,
    /// What keeps a run from starting.
    pub faults: Vec<Diagnostic>,
    /// What is odd without being wrong.
    pub remarks: Vec<Diagnostic>,
    /// Files that were passed over.
    pub strays: Vec<PathBuf>,
    /// What was decided for CSV files with all units.
    pub decided: Vec<(PathBuf, Decided)>,
}

impl Roster {
    /// Reads who the units are, on `jobs` threads.
    ///
    /// # Errors
    /// W010 when there are none, U001 for an id that stands twice, O001 for two files with one name, and what is wrong
    /// with a table that holds all units.
    pub fn read(workspace: &Workspace, jobs: usize) -> Result<Self, Vec<Diagnostic>> {
        let roster = Self::gather(workspace, jobs);
        if roster.faults.is_empty() { Ok(roster) } else { Err(roster.faults) }
    }

    /// Reads who the units are, and all that keeps a run from starting.
    pub fn gather(workspace: &Workspace, jobs: usize) -> Self {
        let mut roster = Self::of_source(workspace, &workspace.units, jobs);
        if roster.units.is_empty() && roster.faults.is_empty() {
            let path = workspace.units.path.display();
            roster.faults.push(Diagnostic::new(Code::NoUnits).with("path", path));
        }
        roster.faults.extend(contradictions(workspace, &roster.units));
        roster.missing(workspace);
        roster
    }

    /// The units in the order of their data, one after the other where each has a file of its own.
    ///
    /// # Errors
    /// W010 when there are none, and what is wrong with a table that holds all units.
    pub fn entries(workspace: &Workspace) -> Result<Box<dyn Iterator<Item = Entry> + '_>, Vec<Diagnostic>> {
        if workspace.units.kind != SourceKind::Folder {
            return Ok(Box::new(Self::read(workspace, 1)?.units.into_iter()));
        }
        let plugins = workspace.manifests();
        let files = files(&workspace.units.path, &FieldIndex::new(&plugins)).units;
        if files.is_empty() {
            let path = workspace.units.path.display();
            return Err(vec![Diagnostic::new(Code::NoUnits).with("path", path)]);
        }
        Ok(Box::new(files.into_iter().map(move |file| Entry::of_any(file, &workspace.units, &plugins))))
    }

    fn of_source(workspace: &Workspace, source: &UnitSource, jobs: usize) -> Self {
        let plugins = workspace.manifests();
        let mut roster = Self::default();
        if source.kind == SourceKind::Folder {
            let Files { units, ignored_files } = files(&source.path, &FieldIndex::new(&plugins));
            roster.strays = ignored_files;
            let read = |(): &mut (), file: &UnitFile| Entry::of_any(file.clone(), source, &plugins);
            roster.units.reserve(units.len());
            let mut kept = 0;
            let mut take = |mut entry: Entry| {
                kept += entry.text_bytes();
                if kept > KEPT {
                    entry.forget_text();
                }
                roster.units.push(entry);
            };
            parallel::in_order(jobs, &units, || (), read, &mut take);
            return roster;
        }
        if !source.path.is_file() {
            return roster;
        }
        let ledgers =
            if source.kind == SourceKind::Table { ledgers_beside(&source.path) } else { Vec::new() };
        match finder::read(&source.path, &ledgers, source, &plugins) {
            Ok(found) => {
                let tables = Arc::new(found.tables);
                let headers = found.headers.into_iter().enumerate();
                roster.units = headers.map(|(at, header)| Entry::of_rows(header, &tables, at)).collect();
                roster.faults = found.faults;
                roster.remarks = found.remarks;
                roster.decided = found.decided;
            }
            Err(faults) => roster.faults = faults,
        }
        roster
    }

    /// The units of the period before, where the workspace has its data.
    pub fn before(workspace: &Workspace) -> Vec<Entry> {
        workspace.units.before().map_or_else(Vec::new, |before| Self::of_source(workspace, &before, 1).units)
    }

    /// The units that must give data: those that the workspace names, else those of the period before. In a folder they
    /// are known by their files' names; nothing is read.
    pub(crate) fn known(workspace: &Workspace) -> Vec<String> {
        if !workspace.units.known.is_empty() {
            return workspace.units.known.clone();
        }
        let Some(before) = workspace.units.before() else { return Vec::new() };
        if before.kind == SourceKind::Folder {
            let catalogue = FieldIndex::new(&workspace.manifests());
            return files(&before.path, &catalogue).units.iter().map(|file| stem(&file.path)).collect();
        }
        Self::of_source(workspace, &before, 1).units.into_iter().map(|unit| unit.header.name).collect()
    }

    /// Remarks on units that are known and gave no data.
    fn missing(&mut self, workspace: &Workspace) {
        let known = Self::known(workspace);
        if known.is_empty() {
            return;
        }
        let mut there = HashSet::with_capacity(self.units.len() * 3);
        for unit in &self.units {
            there.extend([unit.header.id.to_string(), unit.header.name.clone(), stem(unit.path())]);
        }
        let former = Former::of(workspace);
        for unit in known.into_iter().filter(|unit| !there.contains(unit)) {
            let name = former.name(&unit).unwrap_or(&unit);
            let remark = Diagnostic::new(Code::UnitAbsent).with("unit", name);
            self.remarks.push(remark.at(Place::file(workspace.units.path.clone())));
        }
    }
}

/// A file's name without its ending.
pub(crate) fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
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
        let path = workspace.pattern.path(&header.id, &header.name, format.extension());
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
