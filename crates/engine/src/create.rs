//! A new workspace that runs at once, copied from the installation.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_config::file::bytes;
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_store::fill;

/// What a workspace starts from. Plugins stay in the installation, where every workspace finds them.
const PARTS: [&str; 3] = ["workspace.toml", "data", "templates"];

/// Makes a workspace in `folder` and returns the files it has.
///
/// # Errors
/// W012 when the folder is there and not empty, W001 when a file of the installation cannot be read, O004 when one cannot be
/// written.
pub fn create(folder: &Path, installation: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for part in PARTS {
        let from = installation.join(part);
        read(&from, &folder.join(part), &mut files).map_err(|error| {
            let fault = Diagnostic::new(Code::FileUnreadable).with("path", from.display());
            fault.with("reason", error).at(Location::file(&from))
        })?;
    }
    Ok(fill(folder, files.into_iter())?.into_iter().map(|file| file.path).collect())
}

/// A file, or those of a folder, with where each goes.
fn read(from: &Path, to: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) -> std::io::Result<()> {
    if from.is_dir() {
        let mut entries = fs::read_dir(from)?.collect::<std::io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        return entries.iter().try_for_each(|entry| read(&entry.path(), &to.join(entry.file_name()), files));
    }
    files.push((to.to_owned(), bytes(from)?));
    Ok(())
}
