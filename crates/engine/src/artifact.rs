//! Files on disk: each appears whole, by atomic rename, or not at all.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Place, Result};
use serde::Serialize;

/// A file that a run wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Artifact {
    /// Where it lies.
    pub path: PathBuf,
    /// How many bytes it has.
    pub bytes: usize,
    /// The BLAKE3 hash of its bytes, in hexadecimal.
    pub blake3: String,
}

/// Writes `bytes` beside `path` and renames them into place.
///
/// # Errors
/// O004 when the folder cannot be made or the file not written; then nothing of it is left.
pub fn write(path: &Path, bytes: &[u8]) -> Result<Artifact> {
    let failed = |error: std::io::Error| {
        Diagnostic::new(Code::WriteFailed)
            .with("path", path.display())
            .with("reason", error)
            .at(Place::file(path))
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::Builder::new().prefix(".huibian-").tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    readable_by_all(file.as_file()).map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    let blake3 = blake3::hash(bytes).to_hex().to_string();
    Ok(Artifact { path: path.to_owned(), bytes: bytes.len(), blake3 })
}

/// Temporary files are private to their owner; a report is not.
#[cfg(unix)]
fn readable_by_all(file: &fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &fs::File) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/云溪镇.md");
        write(&path, b"one").unwrap();
        assert_eq!(write(&path, b"two").unwrap().bytes, 3);
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path().join("a")).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_a_diagnostic() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), "").unwrap();
        let error = write(&folder.path().join("a/b.md"), b"").unwrap_err();
        assert_eq!(error.code(), Code::WriteFailed);
    }
}
