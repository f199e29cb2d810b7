//! The plugins that `workspace.toml` names, their code read, and where each runs.

use std::sync::Arc;

use huibian_check as check;
use huibian_config::{place_of, serde_fault};
use huibian_contract::{IndexMap, PluginId, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result, Source};
use huibian_host::{Code as PluginCode, Isolation, PluginFolder, PluginSearch};

use super::raw::OptionsToml;

/// The plugins in their order, each with its code, or why that is not there.
pub(super) fn plugins(
    ids: &[String],
    search: &PluginSearch,
    source: &Arc<Source>,
    may_lack_code: bool,
    faults: &mut Faults,
) -> (Vec<PluginFolder>, Vec<Result<Option<PluginCode>>>) {
    let place = || place_of(source, &["plugins"]);
    let (mut plugins, mut codes): (Vec<PluginFolder>, _) = (Vec::new(), Vec::new());
    for id in ids {
        let found = PluginId::new(id)
            .map_err(|error| serde_fault(&error.to_string()))
            .and_then(|id| search.find(&id))
            .and_then(|folder| {
                let code = PluginCode::read(&folder, &search.libraries);
                if !(may_lack_code && code.as_ref().is_err_and(is_not_there)) {
                    code.as_ref().map_err(Clone::clone)?;
                }
                check::compile(&folder)?;
                Ok((folder, code))
            });
        if plugins.iter().any(|plugin| plugin.manifest.id.as_str() == id) {
            faults.push(Diagnostic::new(Code::PluginTwice).with("id", id).at(place()));
            continue;
        }
        match found {
            Ok((folder, code)) => {
                plugins.push(folder);
                codes.push(code);
            }
            Err(fault) => {
                let is_misfit = matches!(fault.code(), Code::BadValue | Code::UnknownKey);
                let file = fault.location().filter(|_| is_misfit).map(Location::path);
                let all = file.map(PluginFolder::misfits).unwrap_or_default();
                faults.extend(if all.is_empty() { fault.or_at(place()).into() } else { all });
            }
        }
    }
    (plugins, codes)
}

/// Whether code has yet to be built, or cannot run in this program.
fn is_not_there(fault: &Diagnostic) -> bool {
    matches!(fault.code(), Code::LibraryMissing | Code::ModuleMissing | Code::NoWasm)
}

/// Where each plugin runs: as the command line says, else its `[options.<id>]`.
pub(super) fn isolation(
    tables: &IndexMap<String, OptionsToml>,
    plugins: &[PluginFolder],
    source: &Arc<Source>,
    all: Option<Isolation>,
    faults: &mut Faults,
) -> Vec<Isolation> {
    let manifests = || plugins.iter().map(|plugin| &plugin.manifest);
    let ids = || {
        manifests()
            .flat_map(|manifest| std::iter::once(&manifest.id).chain(&manifest.was))
            .map(PluginId::as_str)
    };
    // Where a plugin was not found, that is the fault to tell of.
    let unknown = tables.keys().filter(|id| faults.is_empty() && ids().all(|known| known != id.as_str()));
    let unknown: Vec<_> = unknown.map(|id| (id, place_of(source, &["options", id]))).collect();
    faults.extend(unknown.into_iter().map(|(id, place)| {
        let key = format!("options.{id}");
        Diagnostic::new(Code::UnknownKey).with("key", key).suggest(id, ids()).at(place)
    }));
    let set = |manifest: &PluginManifest| {
        let mut ids = std::iter::once(&manifest.id).chain(&manifest.was);
        all.or_else(|| ids.find_map(|id| Some(tables.get(id.as_str())?.isolation))).unwrap_or_default()
    };
    manifests().map(set).collect()
}
