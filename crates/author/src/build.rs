//! A plugin's code, built by cargo in the plugin's folder and put where the host looks for it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use huibian_contract::CarrierKind;
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_host::{Code as CarriedCode, PluginFolder, Trust, library};
use serde::Deserialize;

/// What cargo says of each thing it built, as far as it matters here.
#[derive(Deserialize)]
struct Built {
    reason: String,
    #[serde(default)]
    manifest_path: PathBuf,
    #[serde(default)]
    filenames: Vec<PathBuf>,
}

/// Builds the plugin for this system, or as a module, and returns where its code now lies; nothing where it has none of
/// its own to build. Cargo's own messages go to standard error.
///
/// # Errors
/// P072 when cargo fails or makes nothing that fits; O004 when the code cannot be put in its place.
pub fn build(folder: &PluginFolder) -> Result<Option<PathBuf>> {
    let manifest = folder.path.join("Cargo.toml");
    let place = match (folder.manifest.carrier(), &folder.manifest.module) {
        (CarrierKind::Declarative, _) => return Ok(None),
        (CarrierKind::Wasm, Some(module)) => folder.path.join(module),
        _ => folder.path.join("lib").join(library::TARGET),
    };
    if !manifest.is_file() {
        return Ok(None);
    }
    let is_module = folder.manifest.carrier() == CarrierKind::Wasm;
    let wasm = ["--target", "wasm32-unknown-unknown"];
    let wasm = if is_module { &wasm[..] } else { &[] };
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let output = Command::new(cargo)
        .args(["build", "--release", "--message-format=json-render-diagnostics", "--manifest-path"])
        .arg(&manifest)
        .args(wasm)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| failed(folder, &error))?;
    if !output.status.success() {
        return Err(failed(folder, &output.status));
    }
    let suffix = if is_module { ".wasm" } else { std::env::consts::DLL_SUFFIX };
    let found = artifact_of(&output.stdout, &manifest, suffix);
    let found = found.ok_or_else(|| failed(folder, &format_args!("{suffix}: -")))?;
    let place = if is_module { place } else { place.join(found.file_name().unwrap_or_default()) };
    let bytes = fs::read(&found).map_err(|error| failed(folder, &error))?;
    huibian_store::write_all(std::iter::once((place.clone(), bytes)))?;
    // Building has already run whatever the plugin's author wrote: running the result asks no more of the user. What
    // cannot run is told when it is asked to.
    if let (false, Ok(Some(code))) = (is_module, CarriedCode::read(folder, &[])) {
        Trust::of_user()?.add(folder, &code, &mut |_, _| {})?;
    }
    Ok(Some(place))
}

/// The library that cargo made of the plugin's own package.
fn artifact_of(messages: &[u8], manifest: &Path, suffix: &str) -> Option<PathBuf> {
    let own = manifest.canonicalize().ok()?;
    let messages = messages.split(|byte| *byte == b'\n');
    let built = messages.filter_map(|line| serde_json::from_slice::<Built>(line).ok());
    let mut built = built.filter(|built| {
        built.reason == "compiler-artifact"
            && built.manifest_path.canonicalize().is_ok_and(|manifest| manifest == own)
    });
    built.find_map(|built| built.filenames.into_iter().find(|file| file.to_string_lossy().ends_with(suffix)))
}

fn failed(folder: &PluginFolder, reason: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::new(Code::BuildFailed)
        .with("id", &folder.manifest.id)
        .with_detail("reason", reason)
        .at(Location::file(folder.path.join("Cargo.toml")))
}
