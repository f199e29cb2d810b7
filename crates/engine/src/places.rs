//! Where files are to lie, and what stands in their way.

use std::path::PathBuf;

use huibian_contract::UnitId;
use huibian_diagnostic::Diagnostic;
use huibian_source::UnitRef;
use huibian_store::ensure_takes;
use huibian_unit::{Member, Tree};

use crate::workspace::Workspace;

/// The files that a unit is to have.
pub fn due<'w>(workspace: &'w Workspace, unit: &'w UnitRef) -> impl ExactSizeIterator<Item = PathBuf> {
    let path = |extension| workspace.pattern.path(&unit.head().id, &unit.head().name, extension);
    workspace.formats.iter().map(move |format| path(format.extension()))
}

/// The units that are rolled up where none is named: those with units below them and none above.
pub fn on_top(tree: &Tree) -> impl Iterator<Item = usize> {
    tree.roots().filter(|index| !tree.children(*index).is_empty())
}

/// Whose files could not lie where they are to, of those that are rolled up where none is named, by name; nothing where no run's
/// could.
pub fn obstacles_on_top(workspace: &Workspace, tree: &Tree) -> Vec<(String, Diagnostic)> {
    if workspace.pattern.ensure_takes_files().is_err() {
        return Vec::new();
    }
    obstacles(workspace, tree, on_top(tree)).collect()
}

/// The same of units above others, by their places in the tree.
pub fn obstacles(
    workspace: &Workspace,
    tree: &Tree,
    above: impl Iterator<Item = usize>,
) -> impl Iterator<Item = (String, Diagnostic)> {
    above.filter_map(|index| {
        let Member { id, name, .. } = tree.member(index);
        let fault = parent_files(workspace, id, name).iter().find_map(|path| ensure_takes(path).err())?;
        Some((name.clone(), fault))
    })
}

/// All the files that a parent is to have, its reports first.
fn parent_files(workspace: &Workspace, id: &UnitId, name: &str) -> Vec<PathBuf> {
    let pattern = workspace.pattern.rollup();
    let path = |extension| pattern.path(id, name, extension);
    let reports = workspace.formats.iter().map(|format| beside_page(path(format.extension())));
    reports.chain(["xlsx", "html"].map(path)).collect()
}

/// Those that an earlier run left of a parent; its reports alone, where the others are written.
pub fn left_of(workspace: &Workspace, id: &UnitId, name: &str, reports_alone: bool) -> Vec<PathBuf> {
    let mut files = parent_files(workspace, id, name);
    files.truncate(if reports_alone { workspace.formats.len() } else { files.len() });
    files.retain(|path| path.is_file());
    files
}

/// The page is the parent's `.html`; a report of that format stands beside it.
pub fn beside_page(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|extension| extension == "html") {
        return path.with_extension("report.html");
    }
    path
}
