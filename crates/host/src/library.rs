//! A plugin's library, looked at as a file: which one serves this system, which ABI it speaks, and whether the
//! manifest inside it is the one beside it. Nothing here runs any of it.

use std::path::{Path, PathBuf};

use huibian_contract::abi;
use huibian_diagnostic::{Argument, Code, Diagnostic, Location, Result};
use object::{Object, ObjectSection};

use crate::{PluginFolder, identity};

/// The target triple this program was built for; libraries of a distribution lie in folders of that name.
pub const TARGET: &str = env!("HUIBIAN_TARGET");

/// The library that serves this system: the plugin's own, or a built one in `more`.
///
/// # Errors
/// P004 when there is none.
pub fn find(folder: &PluginFolder, more: &[PathBuf]) -> Result<PathBuf> {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    let library = folder.manifest.library.as_deref().unwrap_or_default();
    let file = format!("{DLL_PREFIX}{library}{DLL_SUFFIX}");
    let own = folder.path.join("lib").join(TARGET);
    let candidates: Vec<PathBuf> =
        std::iter::once(&own).chain(more).map(|folder| folder.join(&file)).collect();
    candidates.iter().find(|path| path.is_file()).cloned().ok_or_else(|| {
        Diagnostic::new(Code::LibraryMissing)
            .with("id", &folder.manifest.id)
            .with("searched", Argument::list(&candidates))
            .at(folder.place(&["library"]))
    })
}

/// Checks the library's ABI and the manifest inside it.
///
/// # Errors
/// P005 when it is no library, P006 when it speaks another ABI, P008 when the manifests differ.
pub fn inspect(folder: &PluginFolder, path: &Path, bytes: &[u8]) -> Result<()> {
    let id = &folder.manifest.id;
    let broken = |_: object::Error| {
        Diagnostic::new(Code::LibraryBroken)
            .with("id", id)
            .with("path", path.display())
            .with("reason", "file")
            .at(Location::file(path))
    };
    let library = object::File::parse(bytes).map_err(broken)?;
    let exports = library.exports().map_err(broken)?;
    let mut spoken = Vec::new();
    for export in exports {
        let export = export.map_err(broken)?;
        let name = export.name();
        let name = String::from_utf8_lossy(name.name().unwrap_or_default());
        let name = name.trim_start_matches('_');
        if name.starts_with(abi::SYMBOL_PREFIX) {
            spoken.push(name.to_owned());
        }
    }
    if !spoken.iter().any(|symbol| symbol == abi::SYMBOL) {
        let found = if spoken.is_empty() { "–".to_owned() } else { spoken.join(", ") };
        return Err(Diagnostic::new(Code::WrongAbi)
            .with("id", id)
            .with("path", path.display())
            .with("found", found)
            .with("expected", abi::SYMBOL)
            .at(Location::file(path)));
    }
    let section =
        library.section_by_name(abi::MANIFEST_SECTION).or_else(|| library.section_by_name("__hbplug"));
    match section.and_then(|section| section.data().ok()) {
        Some(embedded) => identity::compare(folder, path, embedded),
        None => Ok(()),
    }
}
