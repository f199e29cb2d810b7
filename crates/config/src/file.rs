//! A text file with its path, as diagnostics show it.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Location, Result, Source};

/// A text file as it stands, line ends made one.
///
/// # Errors
/// W001 when it cannot be read.
pub fn read(path: &Path) -> Result<Arc<Source>> {
    let text = fs::read_to_string(path).map_err(|error| {
        Diagnostic::new(Code::FileUnreadable)
            .with("path", path.display())
            .with("reason", error)
            .at(Location::file(path))
    })?;
    Ok(Source::new(path, text.replace("\r\n", "\n")))
}
