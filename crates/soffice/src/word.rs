//! Files of other word processors and of older ones, made `.docx`.

use std::fs;
use std::path::Path;

use crate::convert;

/// A file that is of another kind, by its extension, and cannot be made a `.docx` here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unconverted(pub String);

/// Whether a file is one of a word processor's, by its name.
pub fn is_word_file(path: &Path) -> bool {
    const EXTENSIONS: [&str; 11] =
        ["docx", "dotx", "docm", "dotm", "doc", "dot", "wps", "wpt", "rtf", "odt", "ott"];
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    EXTENSIONS.contains(&extension.as_str())
}

/// The file as a `.docx`, which it may be already.
///
/// # Errors
/// [`Unconverted`] where it is not, and cannot be made one here.
pub fn docx(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, Unconverted> {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_other = matches!(extension.as_str(), "odt" | "ott" | "rtf" | "doc" | "dot" | "wps" | "wpt");
    // Many a .doc or .wps is one by its name alone.
    if !is_other || (bytes.starts_with(b"PK") && !matches!(extension.as_str(), "odt" | "ott")) {
        return Ok(bytes);
    }
    converted(&bytes, &extension).ok_or_else(|| Unconverted(format!(".{extension}")))
}

fn converted(bytes: &[u8], extension: &str) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().ok()?;
    let given = folder.path().join(format!("template.{extension}"));
    fs::write(&given, bytes).ok()?;
    convert(folder.path(), &given, "docx").ok()?;
    fs::read(folder.path().join("template.docx")).ok()
}
