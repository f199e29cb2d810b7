//! A plugin that is ready to contribute.

use huibian_contract::{CarrierKind, Name, PluginManifest, Request, Response};
use huibian_diagnostic::{Argument, Code as Fault, Diagnostic, Result};
use std::path::{Path, PathBuf};

use crate::carrier::{Carrier, Isolation, native};
use crate::ceilings::RunLimits;
use crate::code::Code;
use crate::declare::Declared;
use crate::private_copy::PrivateCopy;
use crate::turns::{Turn, Turns};
use crate::validate::{Contribution, response};
use crate::{PluginFolder, library};

/// Room for a request of common length, in bytes.
const ROOM: usize = 4 * 1024;

/// A plugin's declaration with its code behind a carrier.
pub struct Plugin {
    /// What it declares.
    pub folder: PluginFolder,
    /// The BLAKE3 hash of its code, in hexadecimal; none where there is no code.
    pub code: Option<String>,
    /// None where there is no code.
    carrier: Option<Box<dyn Carrier>>,
    declared: Declared,
    /// The library that is loaded; it goes with the plugin.
    _copy: Option<PrivateCopy>,
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
/// As [`Code::read`].
pub fn examine(folder: &PluginFolder, libraries: &[PathBuf]) -> Result<()> {
    Code::read(folder, libraries).map(drop)
}

impl Plugin {
    /// Loads code that was examined. A native plugin that is isolated is loaded with its first call, in a child of `host`,
    /// or of this program where none is named.
    ///
    /// # Errors
    /// What the carrier finds, and P030 to P040 for what is declared.
    pub fn load(
        folder: PluginFolder,
        code: Option<Code>,
        isolation: Isolation,
        host: Option<&Path>,
        run: &RunLimits,
    ) -> Result<Self> {
        let declared = Declared::compile(&folder.manifest, &folder.places)?;
        let hash = code.as_ref().map(|code| code.hash.clone());
        let mut copy = None;
        let carrier: Option<Box<dyn Carrier>> = match (folder.manifest.carrier(), code) {
            (CarrierKind::Native, Some(code)) => {
                copy = code.private_copy(&folder)?;
                let path = copy.as_ref().map_or(code.path.as_path(), PrivateCopy::path);
                let PluginManifest { id, limits, .. } = &folder.manifest;
                let native = native(id, path, limits, run, isolation, host)?;
                if isolation == Isolation::None {
                    copy.take().into_iter().for_each(PrivateCopy::keep_for_good);
                }
                Some(native)
            }
            #[cfg(feature = "wasm")]
            (CarrierKind::Wasm, Some(code)) => {
                Some(Box::new(crate::carrier::Wasm::load(&folder, &code.path, &code.bytes, run)?))
            }
            #[cfg(not(feature = "wasm"))]
            (CarrierKind::Wasm, Some(_)) => return Err(no_wasm(&folder)),
            (_, None) | (CarrierKind::Declarative, _) => None,
        };
        Ok(Self { folder, code: hash, carrier, declared, _copy: copy })
    }

    /// Calls the plugin for one unit, supplies what its code leaves out and `plugin.toml` declares, and holds the whole
    /// against its manifest.
    ///
    /// # Errors
    /// P101 to P128; U020 and U021 for what is declared.
    pub fn contribute(&self, request: &Request) -> Result<Contribution> {
        let answer = self.ask(std::slice::from_ref(request), &Turns::default().at(0)).pop();
        self.complete(request, answer.unwrap_or_else(|| Ok(Response::default()))?)
    }

    /// What is left of [`contribute`](Self::contribute) once the plugin's code has answered.
    ///
    /// # Errors
    /// P107 to P114; U020 and U021 for what is declared.
    pub fn complete(&self, request: &Request, response: Response) -> Result<Contribution> {
        let manifest = &self.folder.manifest;
        let origin = |name: &Name| self.declared.origin(manifest, request, name);
        let mut contribution = Contribution::of(manifest, response, origin)?;
        let unfounded = crate::origin::unfounded(manifest, request, &contribution);
        contribution.findings.extend(unfounded);
        self.declared.supply(manifest, request, &mut contribution)?;
        contribution.whole(manifest)
    }

    /// What the plugin's code answers about several units, in their order: nothing where it has none. Each that fails does
    /// so with P101 to P106 or P120 to P128. Others may be asked about further units meanwhile, whose turns come later.
    pub fn ask(&self, requests: &[Request], turn: &Turn<'_>) -> Vec<Result<Response>> {
        let Some(carrier) = self.carrier.as_ref().filter(|_| !requests.is_empty()) else {
            return requests.iter().map(|_| Ok(Response::default())).collect();
        };
        let manifest = &self.folder.manifest;
        let written: Result<Vec<Vec<u8>>> = requests.iter().map(written).collect();
        match written {
            Ok(requests) => {
                let answers = carrier.call(&requests, manifest.limits.response_bytes, turn).into_iter();
                let read = |answer: Result<Vec<u8>>| {
                    response(manifest, &answer.map_err(|fault| in_labels(manifest, fault))?)
                };
                answers.map(read).collect()
            }
            Err(fault) => requests.iter().map(|_| Err(fault.clone())).collect(),
        }
    }
}

/// What a plugin refuses a unit for, in the clerk's words: `{field}` is the label of a field.
fn in_labels(manifest: &PluginManifest, fault: Diagnostic) -> Diagnostic {
    if fault.code() != Fault::PluginRefused {
        return fault;
    }
    let words = match fault.argument("message") {
        Some(Argument::Words(words)) => words.clone(),
        said => said.and_then(Argument::as_str).unwrap_or_default().to_owned().into(),
    };
    let labelled = |text: &str| {
        let fields = manifest.fields.iter();
        fields.fold(text.to_owned(), |text, (name, field)| text.replace(&format!("{{{name}}}"), &field.label))
    };
    let said = words.map(labelled);
    Diagnostic::new(fault.code()).with("id", &manifest.id).with("message", said)
}

/// A request as it goes to a plugin's code.
fn written(request: &Request) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(ROOM);
    serde_json::to_writer(&mut bytes, request)
        .map_err(|error| Diagnostic::new(Fault::Internal).with("reason", error))?;
    Ok(bytes)
}

#[cfg(not(feature = "wasm"))]
fn no_wasm(folder: &PluginFolder) -> Diagnostic {
    Diagnostic::new(Fault::NoWasm).with("id", &folder.manifest.id).at(folder.place(&["module"]))
}
