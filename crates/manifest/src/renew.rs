//! A record in which units have other lines: what became of them since.

use std::path::Path;

use huibian_config::file;
use huibian_contract::{Period, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Entry, Location, Result};
use huibian_store::{Artifact, settle};
use serde::{Deserialize, Serialize};

use crate::last_run::LastRun;
use crate::line::{Last, Line, Status};
use crate::write::RunManifest;

/// What of a line says whose it is.
#[derive(Default, Deserialize)]
struct Whose<'l> {
    #[serde(borrow, default)]
    unit: Option<&'l str>,
    #[serde(borrow, default)]
    report: Option<&'l str>,
}

impl<'l> Whose<'l> {
    fn of(line: &'l str) -> Self {
        serde_json::from_str(line).unwrap_or_default()
    }

    /// Whether it is the last line, of what concerns several units.
    fn is_last(&self) -> bool {
        self.unit.is_none() && self.report.is_none()
    }
}

/// Puts a unit's line into the record at a path, in place of the one it had or as a further one, where the record is of this report
/// and period. The others stay as they are, and so do files below `folder` that the unit had and that were not made again.
///
/// # Errors
/// W001 when the record cannot be read, O004 when it cannot be written.
pub fn renew(
    path: &Path,
    (report, period): (&str, Period),
    folder: &Path,
    mut line: Line<impl Serialize>,
) -> Result<()> {
    let last = LastRun::open(path).ok().flatten();
    let Some(last) = last.filter(|last| last.report == report && last.period == Some(period)) else {
        return Ok(());
    };
    let is_made = |file: &Artifact| line.artifacts.iter().any(|made| made.path == file.path);
    let left = last.files(&line.unit).into_iter();
    line.earlier = left.filter(|file| !is_made(file) && folder.join(&file.path).is_file()).collect();
    let text = text(path)?;
    let mut again = RunManifest::anew(path)?;
    let mut is_placed = false;
    for had in text.split_inclusive('\n') {
        let whose = Whose::of(had);
        let is_its_own = whose.unit == Some(line.unit.as_str());
        if !is_placed && (is_its_own || whose.is_last()) {
            again.add(&line)?;
            is_placed = true;
        }
        if !is_its_own {
            again.add_sealed(had.as_bytes())?;
        }
    }
    if !is_placed {
        again.add(&line)?;
    }
    settle(path)?;
    again.finish(&Last::default()).map(drop)
}

/// Says in the record at a path that these units failed with a fault, since not all of their files are there. Its last line is
/// `last`.
///
/// # Errors
/// W001 when the record cannot be read, O004 when it cannot be written.
pub fn without(
    path: &Path,
    is_gone: &dyn Fn(&UnitId) -> bool,
    fault: &Entry,
    is_there: &dyn Fn(&Artifact) -> bool,
    last: &Last,
) -> Result<()> {
    let text = text(path)?;
    let mut again = RunManifest::anew(path)?;
    for had in text.split_inclusive('\n').filter(|had| !Whose::of(had).is_last()) {
        let read: Option<Line> = serde_json::from_str(had).ok();
        match read.filter(|line| is_gone(&line.unit)) {
            Some(mut line) => {
                line.status = Status::Failed;
                line.earlier = line.artifacts.drain(..).filter(is_there).collect();
                line.outdated = line.earlier.iter().map(|left| left.path.clone()).collect();
                line.diagnostics.push(fault.clone());
                line.seal = None;
                again.add(&line)?;
            }
            None => again.add_sealed(had.as_bytes())?,
        }
    }
    again.finish(last).map(drop)
}

fn text(path: &Path) -> Result<String> {
    file::text(path).map_err(|error| {
        let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display());
        fault.with("reason", error).at(Location::file(path))
    })
}
