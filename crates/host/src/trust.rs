//! Whose libraries may run: those that came with the installation or were built in this checkout, and those that the
//! user permitted, by hash, in their own configuration. What a plugin's code may use up is said there as well. Nothing that a
//! workspace holds is asked, since a workspace may come by mail.

use std::env;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};
use huibian_config as config;
use huibian_contract::CarrierKind;
use huibian_diagnostic::{Code as Fault, Diagnostic, Location, Result, Source};
use huibian_store::{Held, OnWait, stage};
use serde::{Deserialize, Serialize};

use crate::PluginFolder;
use crate::ceilings::{Ceilings, RunLimits};
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
#[derive(Debug, Default)]
pub struct Trust {
    path: PathBuf,
    permitted: Permitted,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Permitted {
    #[serde(default, skip_serializing_if = "Ceilings::is_default")]
    limits: Ceilings,
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
        let own = || choose_base_strategy().ok().map(|strategy| strategy.config_dir().join("huibian"));
        // Who has no home has permitted nothing.
        let Some(folder) = named.or_else(own) else { return Ok(Self::default()) };
        let path = folder.join("trust.toml");
        let permitted = read(&path)?;
        Ok(Self { path, permitted })
    }

    /// Where it is kept.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether a plugin's code may run.
    ///
    /// # Errors
    /// P019 where it asks for more than code may use up; P014 for a library that is neither the installation's own nor permitted.
    pub fn permit(&self, folder: &PluginFolder, code: &Code, own: &Own) -> Result<()> {
        self.permitted.limits.hold(folder, &self.path)?;
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

    /// What a plugin's code may take in a run as a whole.
    pub fn run_limits(&self) -> RunLimits {
        self.permitted.limits.of_run(&self.path)
    }

    /// Permits a plugin's library as it is now, and keeps that.
    ///
    /// # Errors
    /// O004 when it cannot be kept.
    pub fn add(&mut self, folder: &PluginFolder, code: &Code, on_wait: OnWait<'_>) -> Result<()> {
        self.change(on_wait, |libraries| {
            libraries.retain(|library| library.id != folder.manifest.id.as_str());
            libraries.push(Library {
                id: folder.manifest.id.to_string(),
                version: folder.manifest.version.clone(),
                blake3: code.hash.clone(),
            });
            libraries.sort_by(|a, b| a.id.cmp(&b.id));
        })
    }

    /// Takes a permission back; whether there was one.
    ///
    /// # Errors
    /// O004 when that cannot be kept.
    pub fn remove(&mut self, id: &str, on_wait: OnWait<'_>) -> Result<bool> {
        let mut was_there = false;
        self.change(on_wait, |libraries| {
            let before = libraries.len();
            libraries.retain(|library| library.id != id);
            was_there = libraries.len() < before;
        })?;
        Ok(was_there)
    }

    /// Changes what is kept: as it is now, whoever has changed it since it was read.
    fn change(&mut self, on_wait: OnWait<'_>, change: impl FnOnce(&mut Vec<Library>)) -> Result<()> {
        let Some(folder) = self.path.parent() else {
            let missing = io::Error::from(ErrorKind::NotFound);
            return Err(Diagnostic::new(Fault::WriteFailed).with("path", "~").with("reason", missing));
        };
        let _held = Held::take(folder, "plugin trust", on_wait)?;
        self.permitted = read(&self.path)?;
        change(&mut self.permitted.plugin);
        let text = toml::to_string(&self.permitted)
            .map_err(|error| Diagnostic::new(Fault::Internal).with_detail("reason", error))?;
        let file = stage(&self.path, text.as_bytes())?;
        file.settle()?;
        file.place().map(drop)
    }
}

/// What a file permits; nothing where there is none.
fn read(path: &Path) -> Result<Permitted> {
    match config::file::text(path) {
        Ok(text) => config::parse(&Source::new(path, text)),
        // A user whose home is no folder has permitted nothing either.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(Permitted::default())
        }
        Err(error) => {
            let fault = Diagnostic::new(Fault::FileUnreadable).with("path", path.display());
            Err(fault.with("reason", error).at(Location::file(path)))
        }
    }
}
