//! A new workspace that runs at once, copied from the installation.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Location, Result};

/// What a workspace starts from. Plugins stay in the installation, where every workspace finds them.
const PARTS: [&str; 3] = ["workspace.toml", "data", "templates"];

/// Makes a workspace in `folder` and returns the files it has.
///
/// # Errors
/// W012 when the folder is there and not empty, O004 when a file cannot be written.
pub fn create(folder: &Path, installation: &Path) -> Result<Vec<PathBuf>> {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Diagnostic::new(Code::FolderNotEmpty).with("path", folder.display()));
    }
    let mut files = Vec::new();
    for part in PARTS {
        copy(&installation.join(part), &folder.join(part), &mut files).map_err(|error| {
            Diagnostic::new(Code::WriteFailed)
                .with("path", folder.join(part).display())
                .with("reason", error)
                .at(Location::file(folder.join(part)))
        })?;
    }
    Ok(files)
}

fn copy(from: &Path, to: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if from.is_dir() {
        let mut entries = fs::read_dir(from)?.collect::<std::io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        return entries.iter().try_for_each(|entry| copy(&entry.path(), &to.join(entry.file_name()), files));
    }
    fs::create_dir_all(to.parent().unwrap_or(Path::new(".")))?;
    fs::copy(from, to)?;
    files.push(to.to_owned());
    Ok(())
}
