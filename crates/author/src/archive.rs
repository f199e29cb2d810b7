//! A plugin in one file, to hand on: a zip with fixed dates and a list of what is in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use huibian_contract::{CarrierKind, PluginId};
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_host::{PluginFolder, library};
use huibian_store::Artifact;
use serde::{Deserialize, Serialize};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::trial::Surroundings;

/// The list of what an archive holds; it stands first.
pub const LIST: &str = "hbplugin.json";

/// What an archive says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The plugin.
    pub id: PluginId,
    /// Its version.
    pub version: String,
    /// The contract it speaks.
    pub contract: u32,
    /// Its files, by path.
    pub files: BTreeMap<String, Entry>,
}

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// How many bytes it has.
    pub bytes: u64,
    /// The BLAKE3 hash of its bytes, in hexadecimal.
    pub blake3: String,
}

/// Packs a plugin: its declaration, its sections, its code for every system that there is, and what it says of itself.
/// Sources stay behind. The same folder makes the same bytes. `to` is a file; by default it is named after the plugin.
///
/// # Errors
/// P004 where a native plugin has no library at all, W001 for a file that cannot be read, O004 for the archive.
pub fn pack(folder: &PluginFolder, around: &Surroundings, to: Option<&Path>) -> Result<(Artifact, Listing)> {
    let files = gather(folder, around)?;
    let manifest = &folder.manifest;
    let entry = |(path, bytes): (&String, &Vec<u8>)| {
        let blake3 = blake3::hash(bytes).to_hex().to_string();
        (path.clone(), Entry { bytes: bytes.len() as u64, blake3 })
    };
    let listing = Listing {
        id: manifest.id.clone(),
        version: manifest.version.clone(),
        contract: manifest.contract,
        files: files.iter().map(entry).collect(),
    };
    let name = format!("{}-{}.hbplugin", manifest.id, huibian_store::portable(&manifest.version));
    let path = to.map_or_else(|| PathBuf::from(name), Path::to_owned);
    let bytes = zipped(&listing, &files).map_err(|error| {
        Diagnostic::new(Code::WriteFailed).with("path", path.display()).with("reason", error)
    })?;
    let mut written = huibian_store::write_all(std::iter::once((path, bytes)))?;
    let artifact = written.pop().ok_or_else(|| Diagnostic::new(Code::Internal))?;
    Ok((artifact, listing))
}

fn zipped(listing: &Listing, files: &BTreeMap<String, Vec<u8>>) -> std::io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(LIST, options)?;
    archive.write_all(&serde_json::to_vec_pretty(listing)?)?;
    for (path, bytes) in files {
        archive.start_file(path.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// What goes into an archive, by path.
fn gather(folder: &PluginFolder, around: &Surroundings) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let root = &folder.path;
    add(&mut files, "plugin.toml", &root.join("plugin.toml"))?;
    for path in ["sections", "tables"].iter().flat_map(|folder| below(&root.join(folder))) {
        let name = relative(root, &path);
        add(&mut files, &name, &path)?;
    }
    for name in ["README.md", "LICENSE", "LICENSE-MIT", "LICENSE-APACHE"] {
        if root.join(name).is_file() {
            add(&mut files, name, &root.join(name))?;
        }
    }
    match (folder.manifest.carrier(), &folder.manifest.module) {
        (CarrierKind::Native, _) => {
            for path in below(&root.join("lib")) {
                let name = relative(root, &path);
                if name.split('/').count() == 3 && is_library(&path, folder) {
                    add(&mut files, &name, &path)?;
                }
            }
            // In development the library lies beside the program; P004 stands where there is none at all.
            let own = library::find(folder, &around.search.libraries);
            match own {
                Ok(path) => {
                    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    add(&mut files, &format!("lib/{}/{file}", library::TARGET), &path)?;
                }
                Err(fault) if !files.keys().any(|name| name.starts_with("lib/")) => return Err(fault),
                Err(_) => {}
            }
        }
        (CarrierKind::Wasm, Some(module)) => add(&mut files, module, &root.join(module))?,
        _ => {}
    }
    Ok(files)
}

/// Whether a file is the plugin's library, as some system names it.
fn is_library(path: &Path, folder: &PluginFolder) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let library = folder.manifest.library.as_deref().unwrap_or_default();
    [("lib", ".so"), ("lib", ".dylib"), ("", ".dll")]
        .iter()
        .any(|(prefix, suffix)| name == format!("{prefix}{library}{suffix}"))
}

fn add(files: &mut BTreeMap<String, Vec<u8>>, name: &str, path: &Path) -> Result<()> {
    let bytes = huibian_config::file::bytes(path).map_err(|error| {
        Diagnostic::new(Code::FileUnreadable)
            .with("path", path.display())
            .with("reason", error)
            .at(Location::file(path))
    })?;
    files.insert(name.to_owned(), bytes);
    Ok(())
}

/// Every file below a folder; none where there is no folder. What hides behind a dot stays behind.
pub(crate) fn below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.')) {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files.extend(below(&entry.path())),
            Ok(kind) if kind.is_file() => files.push(entry.path()),
            _ => {}
        }
    }
    files.sort();
    files
}

/// A path below a folder, with slashes.
pub(crate) fn relative(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
