//! What carries a plugin's code, read once: what is examined, permitted and locked is what runs.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};
use huibian_contract::CarrierKind;
use huibian_diagnostic::{Code as Fault, Diagnostic, Location, Result};
use tempfile::NamedTempFile;

use crate::{PluginFolder, library, locate};

/// A library or a module, examined and in memory. Nothing of it has run.
pub struct Code {
    /// Where it lies.
    pub path: PathBuf,
    /// The BLAKE3 hash of its bytes, in hexadecimal.
    pub hash: String,
    pub(crate) bytes: Vec<u8>,
}

impl Code {
    /// Finds, reads and examines a plugin's code; none for a plugin without.
    ///
    /// # Errors
    /// P004 to P008 for a library, P050 to P055 for a module.
    pub fn read(folder: &PluginFolder, libraries: &[PathBuf]) -> Result<Option<Self>> {
        let Some(path) = locate(folder, libraries)? else { return Ok(None) };
        let bytes = fs::read(&path).map_err(|error| broken(folder, &path, &error))?;
        match folder.manifest.carrier() {
            CarrierKind::Native => library::inspect(folder, &path, &bytes)?,
            #[cfg(feature = "wasm")]
            CarrierKind::Wasm => crate::module::inspect(folder, &path, &bytes)?,
            #[cfg(not(feature = "wasm"))]
            CarrierKind::Wasm => {}
            CarrierKind::Declarative => {}
        }
        let hash = blake3::hash(&bytes).to_hex().to_string();
        Ok(Some(Self { path, hash, bytes }))
    }

    /// A copy that nobody else writes to, so that the file may be replaced while the program runs: in the folder for
    /// temporary files, or in the user's cache where programs may not run from there. Where they may run from neither,
    /// there is none, and the file itself must serve.
    ///
    /// # Errors
    /// P005 when the copy cannot be written.
    pub(crate) fn private_copy(&self, folder: &PluginFolder) -> Result<Option<NamedTempFile>> {
        let Some(place) = places().find(|place| place.is_dir() && !forbids_programs(place)) else {
            return Ok(None);
        };
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let copy = tempfile::Builder::new().prefix("huibian-").suffix(&*name).tempfile_in(place);
        let written = copy.and_then(|copy| fs::write(copy.path(), &self.bytes).map(|()| copy));
        written.map(Some).map_err(|error| broken(folder, &self.path, &error))
    }
}

/// Where a private copy may lie.
fn places() -> impl Iterator<Item = PathBuf> {
    let cache = choose_base_strategy().ok().map(|strategy| strategy.cache_dir().join("huibian"));
    std::iter::once(std::env::temp_dir()).chain(cache.inspect(|cache| drop(fs::create_dir_all(cache))))
}

/// Whether a file system refuses to run what lies on it.
#[cfg(unix)]
fn forbids_programs(folder: &Path) -> bool {
    rustix::fs::statvfs(folder)
        .is_ok_and(|system| system.f_flag.contains(rustix::fs::StatVfsMountFlags::NOEXEC))
}

#[cfg(not(unix))]
fn forbids_programs(_: &Path) -> bool {
    false
}

fn broken(folder: &PluginFolder, path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(Fault::LibraryBroken)
        .with("id", &folder.manifest.id)
        .with("path", path.display())
        .with("reason", error)
        .at(Location::file(path))
}
