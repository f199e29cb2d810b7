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

/// The file that carries a plugin's code: its library or its module; `None` where there is no code.
///
/// # Errors
/// What [`library::find`] and its like in `module` find.
pub fn locate(folder: &PluginFolder, libraries: &[PathBuf]) -> Result<Option<PathBuf>> {
    match folder.manifest.carrier() {
        CarrierKind::Native => library::find(folder, libraries).map(Some),
        #[cfg(feature = "wasm")]
        CarrierKind::Wasm => crate::module::find(folder).map(Some),
        #[cfg(not(feature = "wasm"))]
        CarrierKind::Wasm => Err(no_wasm(folder)),
        CarrierKind::Declarative => Ok(None),
    }
}

/// Looks at what carries a plugin, as files. Runs none of it.
///
/// # Errors
/// What [`library::find`], [`library::inspect`] and their like in `module` find.
pub fn examine(folder: &PluginFolder, libraries: &[PathBuf]) -> Result<()> {
    match folder.manifest.carrier() {
        CarrierKind::Native => library::inspect(folder, &library::find(folder, libraries)?),
        #[cfg(feature = "wasm")]
        CarrierKind::Wasm => crate::module::inspect(folder, &crate::module::find(folder)?),
        #[cfg(not(feature = "wasm"))]
        CarrierKind::Wasm => Err(no_wasm(folder)),
        CarrierKind::Declarative => Ok(()),
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
            #[cfg(feature = "wasm")]
            CarrierKind::Wasm => {
                Box::new(crate::carrier::Wasm::load(&folder, &crate::module::find(&folder)?)?)
            }
            #[cfg(not(feature = "wasm"))]
            CarrierKind::Wasm => return Err(no_wasm(&folder)),
            CarrierKind::Declarative => Box::new(Declarative),
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

#[cfg(not(feature = "wasm"))]
fn no_wasm(folder: &PluginFolder) -> Diagnostic {
    Diagnostic::new(Code::NoWasm).with("id", &folder.manifest.id).at(folder.place(&["module"]))
}
