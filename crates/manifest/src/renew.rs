//! A record in which one unit has another line: what became of it since.

use std::path::Path;

use huibian_config::file;
use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_store::{Artifact, settle};
use serde::{Deserialize, Serialize};

use crate::last_run::LastRun;
use crate::line::{Last, Line};
use crate::write::RunManifest;

/// What of a line says whose it is.
#[derive(Default, Deserialize)]
struct Whose<'l> {
    #[serde(borrow, default)]
    unit: Option<&'l str>,
    #[serde(borrow, default)]
    report: Option<&'l str>,
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
    let unreadable = |error| {
        let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display());
        fault.with("reason", error).at(Location::file(path))
    };
    let text = file::text(path).map_err(unreadable)?;
    let mut again = RunManifest::anew(path)?;
    let mut is_placed = false;
    for had in text.split_inclusive('\n') {
        let Whose { unit, report } = serde_json::from_str(had).unwrap_or_default();
        let is_its_own = unit == Some(line.unit.as_str());
        let is_last = unit.is_none() && report.is_none();
        if !is_placed && (is_its_own || is_last) {
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
