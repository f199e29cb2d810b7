//! Whose libraries may run: those that came with the installation or were built in this checkout, and those that the
//! user permitted, by hash, in their own configuration. Nothing that a workspace holds is asked, since a workspace may
//! come by mail.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};
use huibian_config as config;
use huibian_contract::CarrierKind;
use huibian_diagnostic::{Code as Fault, Diagnostic, Location, Result, Source};
use serde::{Deserialize, Serialize};

use crate::PluginFolder;
use crate::code::Code;

/// Names another folder for the user's configuration.
const CONFIG_DIR: &str = "HUIBIAN_CONFIG_DIR";

/// Where libraries lie that need no permission.
#[derive(Clone, Debug, Default)]
pub struct Own {
    /// The plugins of the installation.
    pub installed: Option<PathBuf>,
    /// Where libraries are built: the executable's own folder.
    pub built: Vec<PathBuf>,
}

impl Own {
    /// Whether a library was built in this checkout.
    pub fn is_built_here(&self, path: &Path) -> bool {
        self.built.iter().any(|folder| path.parent() == Some(folder))
    }

    /// Whether a file came with the installation, or was built in this checkout.
    pub fn holds(&self, path: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        let installed = self.installed.as_deref().and_then(real);
        self.is_built_here(path)
            || real(path).zip(installed).is_some_and(|(path, installed)| path.starts_with(installed))
    }
}

/// What the user permitted.
#[derive(Debug)]
pub struct Trust {
    path: PathBuf,
    permitted: Permitted,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Permitted {
    #[serde(default)]
    plugin: Vec<Library>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Library {
    id: String,
    version: String,
    blake3: String,
}

impl Trust {
    /// Reads the user's own configuration; where there is none, nothing is permitted.
    ///
    /// # Errors
    /// W001 to W004 for a file that cannot be used.
    pub fn of_user() -> Result<Self> {
        // A folder that is not named in full would be the workspace's own, once one works there.
        let named = env::var_os(CONFIG_DIR).map(PathBuf::from).filter(|folder| folder.is_absolute());
        let folder = match named {
            Some(folder) => folder,
            None => choose_base_strategy().map(|strategy| strategy.config_dir().join("huibian")).map_err(
                |error| Diagnostic::new(Fault::FileUnreadable).with("path", "~").with_detail("reason", error),
            )?,
        };
        let path = folder.join("trust.toml");
        let permitted = match fs::read_to_string(&path) {
            Ok(text) => config::parse(&Source::new(&path, text))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Permitted::default(),
            Err(error) => return Err(unreadable(&path, &error)),
        };
        Ok(Self { path, permitted })
    }

    /// Where it is kept.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a plugin's code may run.
    ///
    /// # Errors
    /// P014 for a library that is neither the installation's own nor permitted.
    pub fn permit(&self, folder: &PluginFolder, code: &Code, own: &Own) -> Result<()> {
        let id = &folder.manifest.id;
        let is_permitted =
            |library: &Library| library.id == id.as_str() && library.blake3.eq_ignore_ascii_case(&code.hash);
        if folder.manifest.carrier() != CarrierKind::Native
            || own.holds(&code.path)
            || self.permitted.plugin.iter().any(is_permitted)
        {
            return Ok(());
        }
        Err(Diagnostic::new(Fault::NotPermitted)
            .with("id", id)
            .with("path", code.path.display())
            .with("hash", &code.hash)
            .at(Location::file(&code.path)))
    }

    /// Permits a plugin's library as it is now, and keeps that.
    ///
    /// # Errors
    /// O004 when it cannot be kept.
    pub fn add(&mut self, folder: &PluginFolder, code: &Code) -> Result<()> {
        self.permitted.plugin.retain(|library| library.id != folder.manifest.id.as_str());
        self.permitted.plugin.push(Library {
            id: folder.manifest.id.to_string(),
            version: folder.manifest.version.clone(),
            blake3: code.hash.clone(),
        });
        self.permitted.plugin.sort_by(|a, b| a.id.cmp(&b.id));
        self.save()
    }

    /// Takes a permission back; whether there was one.
    ///
    /// # Errors
    /// O004 when that cannot be kept.
    pub fn remove(&mut self, id: &str) -> Result<bool> {
        let before = self.permitted.plugin.len();
        self.permitted.plugin.retain(|library| library.id != id);
        self.save()?;
        Ok(self.permitted.plugin.len() < before)
    }

    fn save(&self) -> Result<()> {
        let failed = |error: std::io::Error| {
            Diagnostic::new(Fault::WriteFailed).with("path", self.path.display()).with("reason", error)
        };
        let text = toml::to_string(&self.permitted)
            .map_err(|error| Diagnostic::new(Fault::Internal).with_detail("reason", error))?;
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(failed)?;
        let file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        fs::write(file.path(), text).map_err(failed)?;
        file.persist(&self.path).map(drop).map_err(|error| failed(error.error))
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> Diagnostic {
    Diagnostic::new(Fault::FileUnreadable)
        .with("path", path.display())
        .with("reason", error)
        .at(Location::file(path))
}
