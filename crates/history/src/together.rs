//! Several periods filed at one instant: their files wait in a folder that becomes part of the archive by its name alone, and
//! are moved out of it then, by whoever looks into the archive next if need be.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_store::{Artifact, ensure_there, settle};
use tempfile::{Builder, TempDir};

/// The folder whose files are filed, and have yet to be moved into the archive's own.
const FILED: &str = ".filed";

/// Files that are filed together. Dropped, they leave nothing.
pub struct Together {
    folder: PathBuf,
    waiting: TempDir,
}

impl Together {
    /// For files in the folder of this one, which is made where there is none.
    ///
    /// # Errors
    /// O004.
    pub fn beside(path: &Path) -> Result<Self> {
        let folder = path.parent().unwrap_or(Path::new("."));
        let waiting =
            fs::create_dir_all(folder).and_then(|()| Builder::new().prefix(".huibian-").tempdir_in(folder));
        let waiting = waiting.map_err(|error| failed(folder, &error))?;
        Ok(Self { folder: folder.to_owned(), waiting })
    }

    /// Where a file waits.
    pub fn path(&self, path: &Path) -> PathBuf {
        self.waiting.path().join(path.file_name().unwrap_or_default())
    }

    /// Files those that wait, which are these.
    ///
    /// # Errors
    /// O004, and nothing is filed: also where one of them waits no more.
    pub fn place(self, waiting: &[Artifact]) -> Result<()> {
        let filed = self.folder.join(FILED);
        ensure_there(waiting)?;
        settle(self.waiting.path())?;
        fs::rename(self.waiting.path(), &filed).map_err(|error| failed(&filed, &error))?;
        complete(&self.folder);
        Ok(())
    }
}

/// Moves files that are filed into the archive's own folder, where there are any yet to be moved.
pub fn complete(folder: &Path) {
    let filed = folder.join(FILED);
    let Ok(entries) = fs::read_dir(&filed) else { return };
    for entry in entries.flatten() {
        let _ = fs::rename(entry.path(), folder.join(entry.file_name()));
    }
    let _ = fs::remove_dir(filed);
}

fn failed(path: &Path, error: &io::Error) -> Diagnostic {
    let fault = Diagnostic::new(Code::WriteFailed).with("path", path.display());
    fault.with("reason", error).at(Location::file(path))
}

#[cfg(test)]
mod tests {
    use huibian_store::stage;

    use super::*;

    #[test]
    fn files_appear_together_also_where_the_move_was_cut_off() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["2023Q1.jsonl", "2023Q2.jsonl"].map(|name| folder.path().join(name));
        let waiting = || {
            let together = Together::beside(&one).unwrap();
            let files = [&one, &other].map(|path| stage(&together.path(path), b"x").unwrap());
            let files = files.map(|file| file.place_new().unwrap());
            (together, files)
        };
        drop(waiting());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let (together, files) = waiting();
        fs::remove_file(&files[0].path).unwrap();
        assert!(together.place(&files).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "none without the others");
        let (together, files) = waiting();
        together.place(&files).unwrap();
        assert!(one.is_file() && other.is_file());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        fs::create_dir(folder.path().join(FILED)).unwrap();
        fs::rename(&other, folder.path().join(FILED).join("2023Q2.jsonl")).unwrap();
        complete(folder.path());
        assert!(one.is_file() && other.is_file());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
