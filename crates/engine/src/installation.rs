//! Where the program is installed, with its plugins and templates, and where it was built.

use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_host::Own;

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

/// Where libraries lie that run without the user's permission: those of the installation, and those built here. A workspace
/// that is its own installation has none, whatever it looks like: it may have come by mail.
pub fn own(installation: &Path, workspace: Option<&Path>) -> Own {
    let real = |path: &Path| path.canonicalize().ok();
    let is_other = workspace.and_then(real) != real(installation);
    Own { installed: is_other.then(|| installation.join("plugins")), built: built().into_iter().collect() }
}

/// The folder that the running program was built into, where cargo did. One that merely holds the program, and a library
/// beside it, is not such a one.
pub fn built() -> Option<PathBuf> {
    program_folder().filter(|folder| folder.join(".fingerprint").is_dir())
}

/// The folder of the running program; of cargo's examples and tests, which lie a folder deeper, that of all that is built.
pub fn program_folder() -> Option<PathBuf> {
    let executable = std::env::current_exe().ok()?;
    let folder = executable.parent()?;
    let is_deeper = folder.ends_with("examples") || folder.ends_with("deps");
    let above = folder.parent().filter(|above| is_deeper && above.join(".fingerprint").is_dir());
    Some(above.unwrap_or(folder).to_owned())
}
