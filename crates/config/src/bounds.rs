//! Files that a workspace names lie in it or in the installation, links followed: one that came by mail must not print what
//! lies elsewhere on this computer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Location, Result, Source};

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
