//! What carries a plugin's code, read once: what is examined, permitted and locked is what runs.

use std::path::{Path, PathBuf};

use huibian_contract::CarrierKind;
use huibian_diagnostic::{Code as Fault, Diagnostic, Location, Result};

use crate::private_copy::PrivateCopy;
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
        let bytes = huibian_config::file::bytes(&path).map_err(|error| broken(folder, &path, &error))?;
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

    /// A copy that nobody else writes to, so that the file may be replaced while the program runs.
    ///
    /// # Errors
    /// P005 when the copy cannot be written.
    pub(crate) fn private_copy(&self, folder: &PluginFolder) -> Result<Option<PrivateCopy>> {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        PrivateCopy::of(&self.bytes, &name).map_err(|error| broken(folder, &self.path, &error))
    }
}

fn broken(folder: &PluginFolder, path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(Fault::LibraryBroken)
        .with("id", &folder.manifest.id)
        .with("path", path.display())
        .with("reason", "copy")
        .with("detail", error)
        .at(Location::file(path))
}
