//! Which plugins there are, with or without a workspace. Runs no plugin's code.

use std::path::PathBuf;

use huibian_contract::PluginId;
use huibian_diagnostic::{Argument, Code, Diagnostic};
use huibian_engine::author::trial::Surroundings;
use huibian_engine::installation::installation;
use huibian_host::{PluginFolder, PluginSearch, examine, locate};

use super::folder;
use crate::arguments::Common;
use crate::named::Named;

/// The plugins within reach: the workspace's, where there is one, then the installation's.
pub struct Reach {
    search: PluginSearch,
    /// The workspace's folder, where there is one.
    pub workspace: Option<PathBuf>,
    /// What the workspace names, in its order.
    pub used: Vec<String>,
}

impl Reach {
    /// What is within reach from here.
    ///
    /// # Errors
    /// W005 where a workspace is named that is none.
    pub fn new(common: &Common) -> Result<Self, Diagnostic> {
        let workspace = match folder(common) {
            Ok(folder) if folder.join("workspace.toml").is_file() => Some(folder),
            Ok(folder) => return Err(Diagnostic::new(Code::NoWorkspace).with("path", folder.display())),
            Err(_) => None,
        };
        let roots: Vec<PathBuf> = workspace.iter().cloned().chain(installation()).collect();
        let libraries = std::env::current_exe().ok().and_then(|path| path.parent().map(PathBuf::from));
        let mut folders: Vec<PathBuf> = roots.iter().map(|root| root.join("plugins")).collect();
        folders.dedup();
        Ok(Self {
            search: PluginSearch { folders, libraries: libraries.into_iter().collect() },
            used: workspace.as_ref().map_or_else(Vec::new, |folder| Named::read(folder).plugins),
            workspace,
        })
    }

    /// Where built libraries lie beside the plugins' own.
    pub fn libraries(&self) -> &[PathBuf] {
        &self.search.libraries
    }

    /// Every id: those in use first, in the report's order.
    pub fn ids(&self) -> Vec<String> {
        let others = self.search.known().into_iter().map(|id| id.to_string());
        let others = others.filter(|id| !self.used.contains(id));
        self.used.iter().cloned().chain(others).collect()
    }

    /// A plugin, in use or not.
    ///
    /// # Errors
    /// P001 where there is none, and what is wrong with `plugin.toml`.
    pub fn find(&self, id: &str) -> Result<PluginFolder, Diagnostic> {
        if let Ok(id) = PluginId::new(id) {
            return self.search.find(&id);
        }
        let known = self.search.known();
        Err(Diagnostic::new(Code::PluginMissing)
            .with("id", id)
            .with("searched", Argument::list(&self.search.folders))
            .suggest(id, known.iter().map(PluginId::as_str)))
    }

    /// What a plugin finds beside itself when it is tried alone.
    ///
    /// # Errors
    /// W013 where the program stands alone.
    pub fn around(&self) -> Result<Surroundings, Diagnostic> {
        Ok(Surroundings {
            search: self.search.clone(),
            installation: installation()?,
            workspace: self.workspace.clone(),
        })
    }

    /// The plugin's library or module, as far as its files tell; `None` for one without code.
    ///
    /// # Errors
    /// P004 to P008 and P050 to P055 where the plugin could not run.
    pub fn library(&self, folder: &PluginFolder) -> Result<Option<PathBuf>, Diagnostic> {
        examine(folder, &self.search.libraries)?;
        locate(folder, &self.search.libraries)
    }
}
