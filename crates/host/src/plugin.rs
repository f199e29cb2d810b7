//! A plugin that is ready to contribute.

use huibian_contract::Request;
use huibian_diagnostic::{Code, Diagnostic, Result};
use std::path::PathBuf;

use crate::carrier::{Carrier, Native};
use crate::validate::{Contribution, validate};
use crate::{PluginFolder, library};

/// A plugin's declaration with its code behind a carrier.
pub struct Plugin {
    /// What it declares.
    pub folder: PluginFolder,
    carrier: Box<dyn Carrier>,
}

impl Plugin {
    /// Inspects the plugin's library, then loads it.
    ///
    /// # Errors
    /// What [`library::find`], [`library::inspect`] and the carrier find.
    pub fn load(folder: PluginFolder, libraries: &[PathBuf]) -> Result<Self> {
        let path = library::find(&folder, libraries)?;
        library::inspect(&folder, &path)?;
        let carrier = Box::new(Native::load(&folder.manifest.id, &path)?);
        Ok(Self { folder, carrier })
    }

    /// Calls the plugin for one unit and holds its answer against its manifest.
    ///
    /// # Errors
    /// P101 to P114.
    pub fn contribute(&self, request: &Request) -> Result<Contribution> {
        let manifest = &self.folder.manifest;
        let bytes = serde_json::to_vec(request)
            .map_err(|error| Diagnostic::new(Code::Internal).with("reason", error))?;
        let mut output = Vec::new();
        self.carrier.call(&bytes, manifest.limits.response_bytes, &mut output)?;
        validate(manifest, &output)
    }
}
