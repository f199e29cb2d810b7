//! The store that a folder of this computer is.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Place, Result};

use crate::artifact::{Artifact, Staged, place_all, stage};
use crate::{File, Stat, Store, Waiting};

/// Files on disk, by their paths.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

impl Store for LocalStore {
    fn set_aside(&self, files: &mut dyn Iterator<Item = File>) -> Result<Box<dyn Waiting>> {
        let staged = files.map(|file| stage(&file.path, &file.bytes)).collect::<Result<_>>()?;
        Ok(Box::new(Beside(staged)))
    }

    fn get(&self, path: &Path) -> Result<Vec<u8>> {
        fs::read(path).map_err(|error| {
            let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display());
            fault.with("reason", error).at(Place::file(path))
        })
    }

    fn stat(&self, path: &Path) -> Option<Stat> {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(Stat { bytes: metadata.len(), modified: metadata.modified().ok() })
    }

    fn list(&self, folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let mut files: Vec<PathBuf> =
            entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
        files.sort();
        files
    }
}

/// Files that wait beside their places.
struct Beside(Vec<Staged>);

impl Waiting for Beside {
    fn place(self: Box<Self>) -> Result<Vec<Artifact>> {
        place_all(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_aside_is_not_seen_until_it_is_placed() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| File { path: folder.path().join(name), bytes: name.as_bytes().to_vec() };
        let mut files = ["b.md", "a.docx"].into_iter().map(file);
        let waiting = LocalStore.set_aside(&mut files).unwrap();
        assert_eq!((LocalStore.list(folder.path()), LocalStore.stat(&file("b.md").path)), (vec![], None));
        assert_eq!(waiting.place().unwrap().len(), 2);
        assert_eq!(LocalStore.list(folder.path()), ["a.docx", "b.md"].map(|name| file(name).path));
        assert_eq!(LocalStore.get(&file("b.md").path).unwrap(), b"b.md");
        assert_eq!(LocalStore.stat(&file("b.md").path).unwrap().bytes, 4);
        drop(LocalStore.set_aside(&mut ["c.md"].into_iter().map(file)).unwrap());
        assert_eq!(LocalStore.list(folder.path()).len(), 2);
    }
}
