//! A folder that is new, filled with files: all of them, or none and the folder as it was.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Result};

use crate::artifact::{Artifact, write_all};

/// Writes files below a folder in which nothing lies yet.
///
/// # Errors
/// W012 where something does, O004 for the file at fault.
pub fn fill(folder: &Path, files: impl Iterator<Item = (PathBuf, Vec<u8>)>) -> Result<Vec<Artifact>> {
    if fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Diagnostic::new(Code::FolderNotEmpty).with("path", folder.display()));
    }
    let was_there = folder.exists();
    write_all(files).inspect_err(|_| {
        remove_empty(folder);
        if was_there {
            let _ = fs::create_dir(folder);
        }
    })
}

/// Removes a folder in which there is no file, with those below it.
fn remove_empty(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_empty(&entry.path());
        }
    }
    let _ = fs::remove_dir(folder);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn all_files_or_the_folder_as_it_was() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("new");
        let files = |last: &str| {
            ["a/b/c", last].map(|name| (folder.join(name), b"x".to_vec())).into_iter().collect::<Vec<_>>()
        };
        // No folder can be made where a name is too long.
        let too_long = format!("d/{}/e", "n".repeat(300));
        for was_there in [false, true] {
            if was_there {
                fs::create_dir(&folder).unwrap();
            }
            assert_eq!(fill(&folder, files(&too_long).into_iter()).unwrap_err().code(), Code::WriteFailed);
            assert_eq!(folder.exists(), was_there);
            assert!(!was_there || fs::read_dir(&folder).unwrap().next().is_none());
        }
        assert_eq!(fill(&folder, files("d/e").into_iter()).unwrap().len(), 2);
        assert_eq!(fill(&folder, files("f").into_iter()).unwrap_err().code(), Code::FolderNotEmpty);
    }
}
