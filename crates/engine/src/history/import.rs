//! Earlier periods of a workspace from a table that was kept elsewhere.

use std::path::Path;

use huibian_contract::Period;
use huibian_diagnostic::Faults;
use huibian_history::{Imported, Importer};
use huibian_source::UnitRef;

use crate::workspace::Workspace;

/// Files the counts of a CSV table, whose units are known by those of the workspace's period.
///
/// # Errors
/// As [`Importer::import`].
pub fn import(
    workspace: &Workspace,
    path: &Path,
    period: Option<Period>,
    amend: bool,
) -> Result<Imported, Faults> {
    let roster = workspace.gather(1);
    let units = roster.units.iter().map(UnitRef::head).map(|head| (head.id.clone(), head.name.clone()));
    let Workspace { folder, report, counts, .. } = workspace;
    Importer { folder, report, counts, units: units.collect() }.import(path, period, amend)
}
