//! An archive of a plugin, unpacked into a workspace: held against its own list first, in place all at once.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use huibian_contract::PluginId;
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_host::PluginFolder;
use huibian_store::{exchange, portable, settle};
use toml_edit::{DocumentMut, Item};
use zip::ZipArchive;

use crate::archive::{LIST, Listing, below, relative};

/// The largest file that an archive may hold, in bytes, and all of them together.
const LARGEST: u64 = 1 << 30;

/// What an installation did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// The plugin.
    pub id: PluginId,
    /// What people call it.
    pub title: String,
    /// Its version.
    pub version: String,
    /// Where it lies now.
    pub folder: PathBuf,
    /// Whether the very same was there before.
    pub was_there: bool,
}

/// Unpacks an archive into `plugins`. Nothing is put in place before every file is known to be as the list says.
///
/// # Errors
/// P073 for the archive, P074 where another one is there, what [`PluginFolder::read`] finds, O004 when it cannot be
/// written.
pub fn install(file: &Path, plugins: &Path, replacing: bool) -> Result<Installed> {
    let archive = Archive { path: file };
    let mut zip = archive.open()?;
    let listing = archive.listing(&mut zip)?;
    let written = |error: std::io::Error| {
        Diagnostic::new(Code::WriteFailed).with("path", plugins.display()).with("reason", error)
    };
    fs::create_dir_all(plugins).map_err(written)?;
    let staging = tempfile::Builder::new().prefix(".huibian-").tempdir_in(plugins).map_err(written)?;
    let staged = staging.path().join(listing.id.as_str());
    archive.unpack(&mut zip, &listing, &staged)?;
    let plugin = PluginFolder::read(&staged)?;
    if plugin.manifest.id != listing.id || plugin.manifest.version != listing.version {
        return Err(archive.bad("differs", "plugin.toml"));
    }
    let folder = plugins.join(listing.id.as_str());
    let installed = Installed {
        id: listing.id.clone(),
        title: plugin.manifest.title.clone(),
        version: listing.version.clone(),
        was_there: folder.exists() && is_same(&folder, &listing),
        folder,
    };
    if installed.was_there {
        return Ok(installed);
    }
    make_room(&installed, replacing)?;
    settle(&staged)?;
    // What was there lies aside then, and goes with it.
    let placed = if fs::symlink_metadata(&installed.folder).is_ok() {
        exchange(&staged, &installed.folder)
    } else {
        fs::rename(&staged, &installed.folder)
    };
    placed.map_err(written)?;
    Ok(installed)
}

/// Whether what is there may go.
///
/// # Errors
/// P074 where it may not.
fn make_room(offered: &Installed, replacing: bool) -> Result<()> {
    if !offered.folder.exists() {
        return Ok(());
    }
    let there = PluginFolder::read(&offered.folder).ok().map(|plugin| plugin.manifest.version);
    // A folder with sources is somebody's work.
    let reason = if offered.folder.join("Cargo.toml").exists() {
        "sources"
    } else if replacing {
        return Ok(());
    } else if there.as_ref() == Some(&offered.version) {
        "changed"
    } else {
        "version"
    };
    Err(Diagnostic::new(Code::PluginThere)
        .with("id", &offered.id)
        .with("installed", there.unwrap_or_else(|| "–".to_owned()))
        .with("offered", &offered.version)
        .with("reason", reason)
        .at(Location::file(&offered.folder)))
}

/// Whether a folder holds what a list says, and nothing else.
fn is_same(folder: &Path, listing: &Listing) -> bool {
    let files = below(folder);
    files.len() == listing.files.len()
        && files.iter().all(|path| {
            let listed = listing.files.get(&relative(folder, path));
            let hash =
                huibian_config::file::bytes(path).map(|bytes| blake3::hash(&bytes).to_hex().to_string()).ok();
            listed.is_some_and(|entry| Some(&entry.blake3) == hash.as_ref())
        })
}

struct Archive<'a> {
    path: &'a Path,
}

impl Archive<'_> {
    fn bad(&self, reason: &str, name: &str) -> Diagnostic {
        Diagnostic::new(Code::BadArchive)
            .with("path", self.path.display())
            .with("reason", reason)
            .with("name", name)
            .at(Location::file(self.path))
    }

    fn open(&self) -> Result<ZipArchive<File>> {
        let file = huibian_config::file::open(self.path).map_err(|error| {
            Diagnostic::new(Code::FileUnreadable)
                .with("path", self.path.display())
                .with("reason", error)
                .at(Location::file(self.path))
        })?;
        ZipArchive::new(file).map_err(|_| self.bad("zip", ""))
    }

    fn listing(&self, zip: &mut ZipArchive<File>) -> Result<Listing> {
        let entry = zip.by_name(LIST).map_err(|_| self.bad("list", LIST))?;
        let mut bytes = Vec::new();
        entry.take(1 << 20).read_to_end(&mut bytes).map_err(|_| self.bad("zip", LIST))?;
        let listing: Listing = serde_json::from_slice(&bytes).map_err(|_| self.bad("list", LIST))?;
        match listing.files.keys().find(|name| !stays_inside(name)) {
            Some(name) => Err(self.bad("outside", name)),
            None => Ok(listing),
        }
    }

    /// Writes every file, each held against the list while it is unpacked.
    fn unpack(&self, zip: &mut ZipArchive<File>, listing: &Listing, to: &Path) -> Result<()> {
        let mut room = LARGEST;
        let mut files = Vec::with_capacity(listing.files.len());
        for index in 0..zip.len() {
            let entry = zip.by_index(index).map_err(|_| self.bad("zip", ""))?;
            let name = entry.name().map_err(|_| self.bad("zip", ""))?.into_owned();
            if name == LIST {
                continue;
            }
            if !stays_inside(&name) {
                return Err(self.bad("outside", &name));
            }
            let Some(listed) = listing.files.get(&name).filter(|_| entry.is_file()) else {
                return Err(self.bad("extra", &name));
            };
            room = room.checked_sub(listed.bytes).ok_or_else(|| self.bad("large", &name))?;
            let mut bytes = Vec::new();
            // One byte more than is listed shows that there are more.
            entry.take(listed.bytes + 1).read_to_end(&mut bytes).map_err(|_| self.bad("zip", &name))?;
            if bytes.len() as u64 != listed.bytes || blake3::hash(&bytes).to_hex().as_str() != listed.blake3 {
                return Err(self.bad("hash", &name));
            }
            files.push((to.join(&name), bytes));
        }
        if let Some(name) =
            listing.files.keys().find(|name| !files.iter().any(|(path, _)| *path == to.join(name)))
        {
            return Err(self.bad("missing", name));
        }
        huibian_store::write_all(files.into_iter()).map(drop)
    }
}

/// Whether a path stays in its folder on every system, whatever it is read as.
fn stays_inside(name: &str) -> bool {
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    plain && !name.is_empty() && name.split('/').all(|part| !part.is_empty() && portable(part) == part)
}

/// Adds a plugin to those that `workspace.toml` names, at the end; the rest of the file stays. Whether it was added.
///
/// # Errors
/// W001 and W002 for the file, W004 where `plugins` is no list, O004 when it cannot be written.
pub fn name_in_workspace(workspace: &Path, id: &PluginId) -> Result<bool> {
    let path = workspace.join("workspace.toml");
    let source = huibian_config::read(&path)?;
    let mut file: DocumentMut = source.text.parse().map_err(|error: toml_edit::TomlError| {
        huibian_config::syntax_fault(&source, error.message(), error.span())
    })?;
    let Some(plugins) = file.get_mut("plugins").and_then(Item::as_array_mut) else {
        let given =
            file.get("plugins").map_or_else(|| "–".to_owned(), |given| given.to_string().trim().to_owned());
        let fault = Diagnostic::new(Code::BadValue).with("what", "type").with("expected", "list");
        return Err(fault.with("given", given).at(huibian_config::place_of(&source, &["plugins"])));
    };
    if plugins.iter().any(|named| named.as_str() == Some(id.as_str())) {
        return Ok(false);
    }
    let like = plugins.iter().last().filter(|_| plugins.len() > 1).map(|last| last.decor().clone());
    plugins.push(id.as_str());
    if let (Some(prefix), Some(last)) =
        (like.as_ref().and_then(|like| like.prefix()), plugins.iter_mut().last())
    {
        last.decor_mut().set_prefix(prefix.clone());
    }
    huibian_store::write_all(std::iter::once((path, file.to_string().into_bytes())))?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_leave_the_folder_on_some_system_are_refused() {
        for name in ["plugin.toml", "sections/results.hbs", "lib/x86_64-unknown-linux-gnu/libx.so"] {
            assert!(stays_inside(name), "{name}");
        }
        for name in [
            "",
            "/etc/x",
            "../x",
            "a/../x",
            "a//x",
            "./x",
            "a/.",
            "C:x",
            "C:/x",
            "a\\..\\x",
            "\\\\host\\x",
            "con",
            "a/nul.txt",
            "x.",
            "x ",
            "a\0b",
        ] {
            assert!(!stays_inside(name), "{name:?}");
        }
    }

    #[test]
    fn a_plugin_is_named_once_and_comments_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("workspace.toml");
        let id = PluginId::new("home-visits").unwrap();
        for (before, after) in [
            ("plugins = [\"a\", \"b\"] # 顺序\n", "plugins = [\"a\", \"b\", \"home-visits\"] # 顺序\n"),
            ("plugins = []\n", "plugins = [\"home-visits\"]\n"),
            (
                "plugins = [\n  \"a\",\n  \"b\",\n]\n",
                "plugins = [\n  \"a\",\n  \"b\",\n  \"home-visits\",\n]\n",
            ),
        ] {
            fs::write(&path, before).unwrap();
            assert!(name_in_workspace(folder.path(), &id).unwrap());
            assert_eq!(fs::read_to_string(&path).unwrap(), after);
            assert!(!name_in_workspace(folder.path(), &id).unwrap());
        }
    }
}
