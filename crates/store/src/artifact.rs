//! Files on disk: each appears whole or not at all; those of one unit appear together.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use huibian_config::file::Opened;
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use serde::{Deserialize, Serialize};

use crate::durable::is_wanted;
use crate::temp_file::{Placed, TempFile};

/// A file that a run wrote.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Artifact {
    /// Where it lies.
    pub path: PathBuf,
    /// How many bytes it has.
    pub bytes: usize,
    /// The BLAKE3 hash of its bytes, in hexadecimal.
    pub blake3: String,
}

impl Artifact {
    /// Whether just these bytes lie at a path.
    pub fn lies_at(&self, path: &Path) -> bool {
        let length = self.bytes as u64;
        let read = || Opened::seen_at(path)?.bytes(length);
        fs::symlink_metadata(path).is_ok_and(|file| file.is_file() && file.len() == length)
            && read().is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == self.blake3)
    }
}

/// A file that is written beside its place, and waits to be put there. Dropped, it leaves nothing.
pub struct Staged {
    file: TempFile,
    path: PathBuf,
    bytes: usize,
    hash: blake3::Hasher,
}

impl Staged {
    /// An empty file that will lie at `path`; its folder is made.
    ///
    /// # Errors
    /// O004 when the folder or the file cannot be made.
    pub fn new(path: &Path) -> Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file = TempFile::new(folder).or_else(|_| {
            fs::create_dir_all(folder)?;
            TempFile::new(folder)
        });
        let file = file.map_err(|error| failed(path, &error))?;
        Ok(Self { file, path: path.to_owned(), bytes: 0, hash: blake3::Hasher::new() })
    }

    /// Appends bytes.
    ///
    /// # Errors
    /// O004 when they cannot be written.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.as_file().write_all(bytes).map_err(|error| failed(&self.path, &error))?;
        self.bytes += bytes.len();
        self.hash.update(bytes);
        Ok(())
    }

    /// Makes sure that so many bytes can be written, where the system can; nothing is there of them before they are.
    ///
    /// # Errors
    /// O004 when there is no room for them.
    pub fn reserve(&self, bytes: u64) -> Result<()> {
        reserve(self.file.as_file(), bytes).map_err(|error| failed(&self.path, &error))
    }

    /// Gives back what was reserved beyond what was written, and makes sure that what was written outlasts a power failure.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn settle(&self) -> Result<()> {
        let (file, length) = (self.file.as_file(), self.bytes as u64);
        // The same length again would be taken for no change.
        let trimmed = file.set_len(length + 1).and_then(|()| file.set_len(length));
        let settled = trimmed.and_then(|()| if is_wanted() { file.sync_data() } else { Ok(()) });
        settled.map_err(|error| failed(&self.path, &error))
    }

    /// Puts the file in its place.
    ///
    /// # Errors
    /// O004 when it cannot be put there.
    pub fn place(self) -> Result<Artifact> {
        self.put(TempFile::place).map(|(artifact, ())| artifact)
    }

    /// Puts the file in its place, where nothing may lie.
    ///
    /// # Errors
    /// O004 when it cannot be put there, or something lies there.
    pub fn place_new(self) -> Result<Artifact> {
        self.put(TempFile::place_new).map(|(artifact, ())| artifact)
    }

    fn put<P>(self, put: impl FnOnce(TempFile, &Path) -> std::io::Result<P>) -> Result<(Artifact, P)> {
        #[cfg(not(target_os = "linux"))]
        self.settle()?;
        let placed = put(self.file, &self.path).map_err(|error| failed(&self.path, &error))?;
        let blake3 = self.hash.finalize().to_hex().to_string();
        Ok((Artifact { path: self.path, bytes: self.bytes, blake3 }, placed))
    }
}

#[cfg(target_os = "linux")]
fn reserve(file: &fs::File, bytes: u64) -> std::io::Result<()> {
    use rustix::fs::{FallocateFlags, fallocate};
    match fallocate(file, FallocateFlags::KEEP_SIZE, 0, bytes.max(1)).map_err(std::io::Error::from) {
        // Where a file system knows no reservation there is none.
        Err(error) if error.kind() == std::io::ErrorKind::Unsupported => Ok(()),
        reserved => reserved,
    }
}

#[cfg(not(target_os = "linux"))]
fn reserve(_: &fs::File, _: u64) -> std::io::Result<()> {
    Ok(())
}

/// Writes files that belong together. Nothing is put in place before all are written.
///
/// # Errors
/// O004 for the file at fault.
pub fn write_all(files: impl Iterator<Item = (PathBuf, Vec<u8>)>) -> Result<Vec<Artifact>> {
    place_all(files.map(|(path, bytes)| stage(&path, &bytes)).collect::<Result<_>>()?)
}

/// A whole file that will lie at `path`.
///
/// # Errors
/// O004 when it cannot be written.
pub fn stage(path: &Path, bytes: &[u8]) -> Result<Staged> {
    let mut staged = Staged::new(path)?;
    staged.write(bytes)?;
    Ok(staged)
}

/// Puts files that belong together in place; where one cannot be, what lay in the places of those before it lies there again.
///
/// # Errors
/// O004 for the file at fault.
pub fn place_all(mut staged: Vec<Staged>) -> Result<Vec<Artifact>> {
    let Some(last) = staged.pop() else { return Ok(Vec::new()) };
    let (mut artifacts, mut placed) =
        (Vec::with_capacity(staged.len() + 1), Vec::with_capacity(staged.len()));
    for file in staged {
        match file.put(TempFile::place_keeping) {
            Ok((artifact, kept)) => {
                artifacts.push(artifact);
                placed.push(kept);
            }
            Err(fault) => {
                placed.into_iter().rev().for_each(Placed::undo);
                return Err(fault);
            }
        }
    }
    match last.place() {
        Ok(artifact) => artifacts.push(artifact),
        Err(fault) => {
            placed.into_iter().rev().for_each(Placed::undo);
            return Err(fault);
        }
    }
    Ok(artifacts)
}

/// Sees that files lie where they were written, once all is done that belongs to them.
///
/// # Errors
/// O004 for the first that is gone.
pub fn ensure_there(written: &[Artifact]) -> Result<()> {
    let gone = written.iter().find(|written| !written.path.is_file());
    gone.map_or(Ok(()), |gone| Err(failed(&gone.path, &std::io::ErrorKind::NotFound.into())))
}

pub(crate) fn failed(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(Code::WriteFailed)
        .with("path", path.display())
        .with("reason", error)
        .at(Location::file(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(paths: &[PathBuf]) -> Result<Vec<Artifact>> {
        write_all(paths.iter().map(|path| (path.clone(), b"two".to_vec())))
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/云溪镇.md");
        write(std::slice::from_ref(&path)).unwrap();
        let written = write(std::slice::from_ref(&path)).unwrap();
        assert_eq!(
            (written[0].bytes, written[0].blake3.as_str()),
            (3, blake3::hash(b"two").to_hex().as_str())
        );
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path().join("a")).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_a_diagnostic() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "").unwrap();
        let error = write(&[folder.path().join("a/b.md")]).unwrap_err();
        assert_eq!(error.code(), Code::WriteFailed);
    }

    #[test]
    fn files_of_one_unit_appear_together_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let (first, taken) = (folder.path().join("u.docx"), folder.path().join("u.md"));
        fs::create_dir_all(taken.join("a folder in the way")).unwrap();
        assert!(write(&[first.clone(), taken.clone()]).is_err());
        assert!(!first.exists());
        assert!(write(&[taken.clone(), first.clone()]).is_err(), "a folder gives way to no file");
        fs::write(&first, "the report of before").unwrap();
        let second = folder.path().join("u.html");
        assert!(write(&[first.clone(), second.clone(), taken]).is_err());
        assert_eq!(fs::read_to_string(&first).unwrap(), "the report of before");
        assert!(!second.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "no temporary file is left");
        write(&[first.clone(), second]).unwrap();
        assert_eq!(fs::read_to_string(&first).unwrap(), "two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "no temporary file is left");
    }

    #[test]
    fn a_new_file_takes_no_place_that_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2023Q2.jsonl");
        stage(&path, b"one").unwrap().place_new().unwrap();
        assert!(stage(&path, b"two").unwrap().place_new().is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
