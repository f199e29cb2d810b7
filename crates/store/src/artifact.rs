//! Files on disk: each appears whole or not at all; those of one unit appear together.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use serde::{Deserialize, Serialize};

use crate::temp_file::TempFile;

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

    /// Puts the file in its place.
    ///
    /// # Errors
    /// O004 when it cannot be put there.
    pub fn place(self) -> Result<Artifact> {
        self.file.place(&self.path).map_err(|error| failed(&self.path, &error))?;
        Ok(Artifact { path: self.path, bytes: self.bytes, blake3: self.hash.finalize().to_hex().to_string() })
    }
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

/// Puts files that belong together in place; where one cannot be, those before it are taken away again.
///
/// # Errors
/// O004 for the file at fault.
pub fn place_all(staged: Vec<Staged>) -> Result<Vec<Artifact>> {
    let mut artifacts: Vec<Artifact> = Vec::with_capacity(staged.len());
    for file in staged {
        match file.place() {
            Ok(artifact) => artifacts.push(artifact),
            Err(fault) => {
                for artifact in &artifacts {
                    let _ = fs::remove_file(&artifact.path);
                }
                return Err(fault);
            }
        }
    }
    Ok(artifacts)
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
        assert!(write(&[first.clone(), taken]).is_err());
        assert!(!first.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    }
}
