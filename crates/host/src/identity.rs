//! Whether the manifest inside a library or a module is the one beside it.

use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Location, Result};

use crate::PluginFolder;

/// Holds the id and version of an embedded manifest against the folder's.
///
/// # Errors
/// P008 when they differ.
pub fn compare(folder: &PluginFolder, path: &Path, embedded: &[u8]) -> Result<()> {
    let embedded = String::from_utf8_lossy(embedded);
    let (inside, outside) = (identity(embedded.trim_end_matches('\0')), identity(&folder.source.text));
    if inside == outside {
        return Ok(());
    }
    let shown = |identity: Option<(String, String)>| {
        identity.map_or_else(|| "–".to_owned(), |(id, version)| format!("{id} {version}"))
    };
    Err(Diagnostic::new(Code::ManifestDiffers)
        .with("id", &folder.manifest.id)
        .with("path", path.display())
        .with("what", "id, version")
        .with("folder", shown(outside))
        .with("library", shown(inside))
        .at(Location::file(path)))
}

fn identity(text: &str) -> Option<(String, String)> {
    let table: toml::Table = toml::from_str(text).ok()?;
    Some((table.get("id")?.as_str()?.to_owned(), table.get("version")?.as_str()?.to_owned()))
}
