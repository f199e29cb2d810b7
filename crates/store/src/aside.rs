//! A run's files kept aside, on disk, until all of them may be placed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use huibian_diagnostic::Result;
use tempfile::{Builder, TempDir};

use crate::Store;
use crate::artifact::{Artifact, failed, stage};
use crate::durable::settle;
use crate::exchange::exchange;
use crate::held::missing;
use crate::pattern::ensure_takes;
use crate::temp_file::{PREFIX, Placed, TempFile};

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
        let folder = Builder::new().prefix(PREFIX).tempdir_in(there);
        let folder = folder.map_err(|error| failed(there, &error))?;
        Ok(Self { folder, next: AtomicUsize::new(0), moves: Mutex::default() })
    }

    /// Where the record of the run is to be written, which is placed after all else.
    pub fn manifest(&self) -> PathBuf {
        self.folder.path().join("manifest.jsonl")
    }

    /// Puts all in their places, the record of the run last; where one cannot be, what lay in the places of those before it lies
    /// there again.
    ///
    /// # Errors
    /// O004 for the file at fault.
    pub fn place(self, manifest: &Path) -> Result<()> {
        let written = self.manifest();
        settle(&written)?;
        let mut moves = self.moves.into_inner().unwrap_or_else(PoisonError::into_inner);
        moves.push((written, manifest.to_owned()));
        let mut placed = Vec::with_capacity(moves.len());
        for (from, to) in &moves {
            match place(from, to) {
                Ok(how) => placed.push((how, from, to)),
                Err(fault) => {
                    placed.into_iter().rev().for_each(|(how, from, to)| how.undo(from, to));
                    return Err(fault);
                }
            }
        }
        Ok(())
    }
}

/// How a file came into its place.
enum How {
    /// Nothing lay there; the folders that were made for it, the outermost first.
    New(Vec<PathBuf>),
    /// What lay there lies aside in its stead.
    Exchanged,
    /// As a copy, since its place is on another file system.
    Copied(Placed),
}

impl How {
    /// Puts back what was there before.
    fn undo(self, from: &Path, to: &Path) {
        let _ = match self {
            Self::New(made) => fs::remove_file(to).map(|()| take_away(&made)),
            Self::Exchanged => exchange(from, to),
            Self::Copied(placed) => {
                placed.undo();
                Ok(())
            }
        };
    }
}

impl Store for Aside {
    /// The files as they will be once they are placed; O004 as well where one could not be.
    fn put_together(&self, files: &mut dyn Iterator<Item = (PathBuf, Vec<u8>)>) -> Result<Vec<Artifact>> {
        let (mut artifacts, mut moves) = (Vec::new(), Vec::new());
        for (path, bytes) in files {
            ensure_takes(&path)?;
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let here = stage(&self.folder.path().join(number.to_string()), &bytes)?.place()?;
            moves.push((here.path, path.clone()));
            artifacts.push(Artifact { path, bytes: here.bytes, blake3: here.blake3 });
        }
        self.moves.lock().unwrap_or_else(PoisonError::into_inner).extend(moves);
        Ok(artifacts)
    }
}

/// Takes away folders that nothing lies in.
fn take_away(made: &[PathBuf]) {
    for folder in made.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

/// Moves a file; where it would have to leave its file system, another one with the same bytes is placed.
fn place(from: &Path, to: &Path) -> Result<How> {
    let moved = move_to(from, to);
    moved.map_err(|error| failed(to, &error))
}

fn move_to(from: &Path, to: &Path) -> io::Result<How> {
    let there = fs::symlink_metadata(to);
    if there.as_ref().is_ok_and(fs::Metadata::is_dir) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let moved = if there.is_ok() {
        exchange(from, to).map(|()| How::Exchanged)
    } else {
        let folder = to.parent().unwrap_or(Path::new("."));
        let made = missing(folder);
        let moved = fs::create_dir_all(folder).and_then(|()| fs::rename(from, to));
        moved.inspect_err(|_| take_away(&made)).map(|()| How::New(made))
    };
    match moved {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let file = TempFile::new(to.parent().unwrap_or(Path::new(".")))?;
            io::copy(&mut fs::File::open(from)?, &mut file.as_file())?;
            file.place_keeping(to).map(How::Copied)
        }
        moved => moved,
    }
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
        let in_the_way = folder.path().join("out/b/云溪镇.md/in the way");
        fs::create_dir_all(&in_the_way).unwrap();
        assert!(aside.put_together(&mut files(folder.path())).is_err(), "it is seen before it is placed");
        assert!(aside.place(&manifest).is_err());
        assert!(!folder.path().join("out/a").exists() && !manifest.exists());
        let aside = Aside::near(&manifest).unwrap();
        fs::remove_dir_all(folder.path().join("out")).unwrap();
        aside.put_together(&mut files(folder.path())).unwrap();
        fs::create_dir_all(&in_the_way).unwrap();
        fs::write(aside.manifest(), "{}").unwrap();
        for file in ["out/a/云溪镇.md", "out/manifest.jsonl"] {
            fs::create_dir_all(folder.path().join("out/a")).unwrap();
            fs::write(folder.path().join(file), "of before").unwrap();
        }
        assert!(aside.place(&manifest).is_err());
        assert_eq!(fs::read_to_string(folder.path().join("out/a/云溪镇.md")).unwrap(), "of before");
        assert_eq!(fs::read_dir(folder.path().join("out")).unwrap().count(), 3);
        fs::remove_dir_all(folder.path().join("out")).unwrap();
        let aside = Aside::near(&manifest).unwrap();
        aside.put_together(&mut files(folder.path())).unwrap();
        drop(aside);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
