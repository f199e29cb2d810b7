//! Who the units are, before anything is written: ids that stand twice and files that would share a name end a run.

use std::collections::HashMap;
use std::path::PathBuf;

use huibian_diagnostic::{Code, Diagnostic, Place, Result};

use crate::name::folded;
use crate::parallel;
use crate::unit::Header;
use crate::workspace::Workspace;

/// The units of a run, in the order of their data files.
pub struct Roster {
    /// Each unit's data file, and who it is.
    pub units: Vec<(PathBuf, Header)>,
}

impl Roster {
    /// Reads who the units are, on `jobs` threads.
    ///
    /// # Errors
    /// W010 when there are none, U001 for an id that stands twice, O001 for two files with one name.
    pub fn read(workspace: &Workspace, jobs: usize) -> Result<Self, Vec<Diagnostic>> {
        let files = workspace.unit_files().map_err(|fault| vec![fault])?;
        let mut headers = Vec::with_capacity(files.len());
        let read = |(): &mut (), file: &PathBuf| workspace.read_header(file);
        parallel::in_order(jobs, &files, || (), read, &mut |header| headers.push(header));
        let faults = contradictions(workspace, &headers);
        if faults.is_empty() {
            Ok(Self { units: files.into_iter().zip(headers).collect() })
        } else {
            Err(faults)
        }
    }
}

/// Ids that stand twice, and file names that the file system would take for the same.
pub fn contradictions(workspace: &Workspace, headers: &[Header]) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let mut ids: HashMap<&str, &Place> = HashMap::with_capacity(headers.len());
    let mut paths: HashMap<String, &Header> = HashMap::with_capacity(headers.len());
    for header in headers {
        if let Some(first) = ids.insert(header.id.as_str(), &header.place) {
            let fault = Diagnostic::new(Code::UnitTwice).with("id", &header.id).with("first", first);
            faults.push(fault.at(header.place.clone()));
            continue;
        }
        let Some(format) = workspace.formats.first() else { continue };
        let path = workspace.pattern.path(header, *format);
        if let Some(first) = paths.insert(folded(&path.to_string_lossy()), header) {
            let fault = Diagnostic::new(Code::NameCollision)
                .with("first", &first.id)
                .with("second", &header.id)
                .with("path", path.display());
            faults.push(fault.at(header.place.clone()));
        }
    }
    faults
}
