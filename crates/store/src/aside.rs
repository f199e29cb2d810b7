//! A run's files kept aside, on disk, until all of them may be placed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use huibian_diagnostic::Result;
use tempfile::{Builder, TempDir};

use crate::Store;
use crate::artifact::{Artifact, failed, stage};

/// Files of many units, whole, and not yet in their places. Dropped, they leave nothing.
pub struct Aside {
    folder: TempDir,
    next: AtomicUsize,
    /// Where each lies, and where it is to lie.
    moves: Mutex<Vec<(PathBuf, PathBuf)>>,
}

impl Aside {
    /// A folder for files that are to lie near `path`: in the nearest folder above it that is there, so that they need not
    /// be copied. Nothing else is made before they are placed.
    ///
    /// # Errors
    /// O004 when it cannot be made.
    pub fn near(path: &Path) -> Result<Self> {
        let there = path.ancestors().skip(1).find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
        let folder = Builder::new().prefix(".huibian-").tempdir_in(there);
        let folder = folder.map_err(|error| failed(there, &error))?;
        Ok(Self { folder, next: AtomicUsize::new(0), moves: Mutex::default() })
    }

    /// Where the record of the run is to be written, which is placed after all else.
    pub fn manifest(&self) -> PathBuf {
        self.folder.path().join("manifest.jsonl")
    }

    /// Puts all in their places, the record of the run last; where one cannot be, those before it are taken away again.
    ///
    /// # Errors
    /// O004 for the file at fault.
    pub fn place(self, manifest: &Path) -> Result<()> {
        let written = self.manifest();
        let mut moves = self.moves.into_inner().unwrap_or_else(PoisonError::into_inner);
        moves.push((written, manifest.to_owned()));
        for (placed, (from, to)) in moves.iter().enumerate() {
            if let Err(fault) = place(from, to) {
                for (_, path) in &moves[..placed] {
                    let _ = fs::remove_file(path);
                }
                return Err(fault);
            }
        }
        Ok(())
    }
}

impl Store for Aside {
    /// The files as they will be once they are placed.
    fn put_together(&self, files: &mut dyn Iterator<Item = (PathBuf, Vec<u8>)>) -> Result<Vec<Artifact>> {
        let (mut artifacts, mut moves) = (Vec::new(), Vec::new());
        for (path, bytes) in files {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let here = stage(&self.folder.path().join(number.to_string()), &bytes)?.place()?;
            moves.push((here.path, path.clone()));
            artifacts.push(Artifact { path, bytes: here.bytes, blake3: here.blake3 });
        }
        self.moves.lock().unwrap_or_else(PoisonError::into_inner).extend(moves);
        Ok(artifacts)
    }
}

/// Moves a file; where it would have to leave its file system, another one with the same bytes is placed.
fn place(from: &Path, to: &Path) -> Result<()> {
    let folder = to.parent().unwrap_or(Path::new("."));
    let moved = fs::create_dir_all(folder).and_then(|()| fs::rename(from, to));
    moved.or_else(|_| {
        let bytes = fs::read(from).map_err(|error| failed(to, &error))?;
        stage(to, &bytes)?.place().map(drop)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(folder: &Path) -> impl Iterator<Item = (PathBuf, Vec<u8>)> {
        ["a/云溪镇.md", "b/云溪镇.md"].map(|name| (folder.join("out").join(name), b"x".to_vec())).into_iter()
    }

    #[test]
    fn nothing_is_there_before_all_is_placed_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let manifest = folder.path().join("out/manifest.jsonl");
        let aside = Aside::near(&manifest).unwrap();
        let artifacts = aside.put_together(&mut files(folder.path())).unwrap();
        assert!(!folder.path().join("out").exists());
        fs::write(aside.manifest(), "{}").unwrap();
        aside.place(&manifest).unwrap();
        assert!(artifacts.iter().all(|artifact| artifact.path.is_file()) && manifest.is_file());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn where_one_cannot_be_placed_none_is() {
        let folder = tempfile::tempdir().unwrap();
        let manifest = folder.path().join("out/manifest.jsonl");
        let aside = Aside::near(&manifest).unwrap();
        aside.put_together(&mut files(folder.path())).unwrap();
        fs::write(aside.manifest(), "{}").unwrap();
        fs::create_dir_all(folder.path().join("out/b/云溪镇.md/in the way")).unwrap();
        assert!(aside.place(&manifest).is_err());
        assert!(!folder.path().join("out/a/云溪镇.md").exists() && !manifest.exists());
        let aside = Aside::near(&manifest).unwrap();
        aside.put_together(&mut files(folder.path())).unwrap();
        drop(aside);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
