//! Where the program is installed, with its plugins and templates.

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

/// Where libraries lie that run without the user's permission. A workspace around the program is no installation, whatever
/// it looks like: it may have come by mail.
pub fn own(workspace: Option<&Path>) -> Own {
    let executable = std::env::current_exe().ok();
    let real = |path: &Path| path.canonicalize().ok();
    let is_other = |folder: &PathBuf| workspace.and_then(real) != real(folder);
    Own {
        installed: installation().ok().filter(is_other).map(|folder| folder.join("plugins")),
        built: executable
            .and_then(|path| path.parent().map(Path::to_owned))
            .filter(|folder| is_built(folder))
            .into_iter()
            .collect(),
    }
}

/// Whether cargo builds into a folder. One that merely holds the program, and a library beside it, is not such a one.
fn is_built(folder: &Path) -> bool {
    folder.join(".fingerprint").is_dir()
}
