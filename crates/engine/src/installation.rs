//! Where the program is installed, with its plugins and templates.

use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Result};

/// The folder of the installation: the executable's, or in development the checkout above it.
///
/// # Errors
/// W013 when neither has plugins and templates.
pub fn installation() -> Result<PathBuf> {
    let executable = std::env::current_exe().unwrap_or_default();
    let is_whole = |folder: &&Path| folder.join("plugins").is_dir() && folder.join("templates").is_dir();
    let found = executable.ancestors().skip(1).find(is_whole);
    found
        .map(Path::to_owned)
        .ok_or_else(|| Diagnostic::new(Code::NoInstallation).with("path", executable.display()))
}
