//! A plugin that is ready to contribute.

use huibian_contract::{CarrierKind, Request};
use huibian_diagnostic::{Code, Diagnostic, Result};
use std::path::PathBuf;

use crate::carrier::{Carrier, Declarative, Isolation, native};
use crate::declare::Declared;
use crate::validate::{Contribution, hold, response};
use crate::{PluginFolder, library};

/// A plugin's declaration with its code behind a carrier.
pub struct Plugin {
    /// What it declares.
    pub folder: PluginFolder,
    carrier: Box<dyn Carrier>,
    declared: Declared,
}

/// Looks at what carries a plugin, as files. Runs none of it.
///
/// # Errors
/// What [`library::find`] and [`library::inspect`] find.
pub fn examine(folder: &PluginFolder, libraries: &[PathBuf]) -> Result<()> {
    match folder.manifest.carrier() {
        CarrierKind::Native => library::inspect(folder, &library::find(folder, libraries)?),
        CarrierKind::Declarative => Ok(()),
        CarrierKind::Wasm => Err(not_carried(folder)),
    }
}

impl Plugin {
    /// Examines what carries the plugin, then loads it. A native plugin that is isolated is loaded with its first call.
    ///
    /// # Errors
    /// What [`examine`] and the carrier find.
    pub fn load(folder: PluginFolder, libraries: &[PathBuf], isolation: Isolation) -> Result<Self> {
        examine(&folder, libraries)?;
        let carrier: Box<dyn Carrier> = match folder.manifest.carrier() {
            CarrierKind::Native => {
                let manifest = &folder.manifest;
                native(&manifest.id, &library::find(&folder, libraries)?, &manifest.limits, isolation)?
            }
            CarrierKind::Declarative => Box::new(Declarative),
            CarrierKind::Wasm => return Err(not_carried(&folder)),
        };
        let declared = Declared::compile(&folder)?;
        Ok(Self { folder, carrier, declared })
    }

    /// Calls the plugin for one unit, supplies what its code leaves out and `plugin.toml` declares, and holds the whole
    /// against its manifest.
    ///
    /// # Errors
    /// P101 to P126; U020 and U021 for what is declared.
    pub fn contribute(&self, request: &Request) -> Result<Contribution> {
        let manifest = &self.folder.manifest;
        let bytes = serde_json::to_vec(request)
            .map_err(|error| Diagnostic::new(Code::Internal).with("reason", error))?;
        let mut output = Vec::new();
        self.carrier.call(&bytes, manifest.limits.response_bytes, &mut output)?;
        let mut response = response(manifest, &output)?;
        self.declared.supply(manifest, request, &mut response)?;
        hold(manifest, response)
    }
}

fn not_carried(folder: &PluginFolder) -> Diagnostic {
    Diagnostic::new(Code::PluginManifest).with("reason", "no `library`").at(folder.place(&["id"]))
}
