//! What a command writes to is held while it does, so that of two at once the second waits; and it lies where the workspace
//! may have it.

use std::path::Path;

use huibian_diagnostic::Result;
use huibian_store::{Held, OnWait, ensure_inside, portable};

use crate::workspace::Workspace;

/// The folder that a run's reports and their record go to.
///
/// # Errors
/// O013 where it lies outside the workspace and no person said so, O004 where it cannot be made.
pub fn output(workspace: &Workspace, command: &str, on_wait: OnWait<'_>) -> Result<Held> {
    let pattern = &workspace.pattern;
    pattern.ensure_inside(&pattern.manifest())?;
    pattern.ensure_inside(&pattern.rollup().manifest())?;
    Held::take(pattern.folder(), command, on_wait)
}

/// The folder that a report's periods are filed in.
///
/// # Errors
/// As [`output`].
pub fn history(workspace: &Workspace, command: &str, on_wait: OnWait<'_>) -> Result<Held> {
    let folder = workspace.folder.join("history").join(portable(&workspace.report));
    ensure_inside(&folder, &workspace.folder)?;
    Held::take(&folder, command, on_wait)
}

/// What lies in a workspace beside its reports and periods: `workspace.toml`, its plugins and their lock, what is let through.
/// `within` is the folder of it that is written to.
///
/// # Errors
/// As [`output`].
pub fn workspace(folder: &Path, within: &str, command: &str, on_wait: OnWait<'_>) -> Result<Held> {
    ensure_inside(&folder.join(within), folder)?;
    Held::take(folder, command, on_wait)
}
