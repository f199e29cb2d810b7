//! Files that a workspace names lie in it or in the installation, links followed: one that came by mail must not print what
//! lies elsewhere on this computer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Location, Result, Source, closest};

use crate::file::read;

/// Whether a file lies in one of the folders. One that is not there is told of by whoever reads it.
pub fn is_within(path: &Path, folders: &[&Path]) -> bool {
    let Ok(found) = path.canonicalize() else { return true };
    folders.iter().any(|folder| folder.canonicalize().is_ok_and(|folder| found.starts_with(folder)))
}

/// A file of the workspace, or else of the installation; one that is neither's, as if the workspace had it.
///
/// # Errors
/// W015.
pub fn find(path: &Path, roots: [&Path; 2]) -> Result<PathBuf> {
    let found = roots.map(|root| root.join(path)).into_iter().find(|path| path.is_file());
    let found = found.unwrap_or_else(|| roots[0].join(path));
    ensure_within(&found, &roots)?;
    Ok(found)
}

/// What a file of these folders that is not there is probably meant to be: one that is called alike, in the folder that it names or
/// in one that is called alike.
pub fn called_alike(path: &Path, roots: [&Path; 2]) -> Option<String> {
    let folder = path.parent()?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let nearest = |of: &Path, found: Vec<PathBuf>| {
        let names: Vec<String> = found.iter().map(|path| name(path)).collect();
        let nearest = closest(&name(of), names.iter().map(String::as_str))?;
        found.iter().find(|path| name(path) == nearest).cloned()
    };
    let is_there = roots.iter().any(|root| root.join(folder).is_dir());
    let folder = if is_there {
        folder.to_owned()
    } else {
        nearest(folder, within(folder.parent()?, roots, Path::is_dir))?
    };
    nearest(path, within(&folder, roots, Path::is_file)).map(|path| path.display().to_string())
}

/// What of a kind stands in a folder of these, by its path from them.
fn within(folder: &Path, roots: [&Path; 2], is_one: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = roots.iter().flat_map(|root| std::fs::read_dir(root.join(folder)).into_iter().flatten());
    let mut found: Vec<_> = entries
        .flatten()
        .filter(|entry| is_one(&entry.path()))
        .map(|entry| folder.join(entry.file_name()))
        .collect();
    found.sort();
    found
}

/// Makes sure that a file lies in one of the folders.
///
/// # Errors
/// W015.
pub fn ensure_within(path: &Path, folders: &[&Path]) -> Result<()> {
    if is_within(path, folders) {
        return Ok(());
    }
    Err(Diagnostic::new(Code::FileOutside).with("path", path.display()))
}

/// Reads a text file that lies in one of the folders.
///
/// # Errors
/// W015, and W001 when it cannot be read.
pub fn read_within(path: &Path, folders: &[&Path]) -> Result<Arc<Source>> {
    ensure_within(path, folders).map_err(|fault| fault.at(Location::file(path)))?;
    read(path)
}
