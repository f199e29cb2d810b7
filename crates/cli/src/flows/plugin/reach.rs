//! Which plugins there are, with or without a workspace. Runs no plugin's code.

use std::path::{Path, PathBuf};

use huibian_author::trial::Surroundings;
use huibian_contract::PluginId;
use huibian_diagnostic::{Argument, Code, Diagnostic};
use huibian_engine::installation::{installation, program_folder};
use huibian_host::{PluginFolder, PluginSearch, examine, locate};

use crate::context::Context;
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
    pub fn new(context: &Context<'_>) -> Result<Self, Diagnostic> {
        let workspace = match context.folder() {
            Ok(folder) if folder.join("workspace.toml").is_file() => Some(folder),
            Ok(folder) => return Err(Diagnostic::new(Code::NoWorkspace).with("path", folder.display())),
            Err(_) => None,
        };
        let roots: Vec<PathBuf> = workspace.iter().cloned().chain(installation()).collect();
        let mut folders: Vec<PathBuf> = roots.iter().map(|root| root.join("plugins")).collect();
        folders.dedup();
        Ok(Self {
            search: PluginSearch { folders, libraries: program_folder().into_iter().collect() },
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
    /// The plugins that are meant: the one named by id or path; else the one whose folder this is; else all within reach.
    ///
    /// # Errors
    /// As [`Reach::find`].
    pub fn targets(&self, named: Option<&str>) -> Result<Vec<PluginFolder>, Diagnostic> {
        if let Some(named) = named {
            return self.target(named).map(|folder| vec![folder]);
        }
        if Path::new("plugin.toml").is_file() {
            return self.target(".").map(|folder| vec![folder]);
        }
        self.ids().iter().map(|id| self.find(id)).collect()
    }

    /// A plugin by its id, or by the path of its folder; one whose folder this is goes by its id too.
    ///
    /// # Errors
    /// As [`Reach::find`].
    pub fn target(&self, named: &str) -> Result<PluginFolder, Diagnostic> {
        let is_path = named.contains(['/', '\\']) || matches!(named, "." | "..");
        let there = Path::new(named).join("plugin.toml").is_file();
        if is_path || (there && self.find(named).is_err()) {
            return PluginFolder::read(&absolute(Path::new(named)));
        }
        self.find(named).or_else(|fault| {
            let here = PluginFolder::read(&absolute(Path::new("."))).ok();
            here.filter(|folder| folder.manifest.id.as_str() == named).ok_or(fault)
        })
    }
}

/// A path with the name of its last folder, which is a plugin's id.
fn absolute(path: &Path) -> PathBuf {
    let joined = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    joined.components().fold(PathBuf::new(), |mut whole, part| {
        if part == std::path::Component::ParentDir {
            whole.pop();
        } else if part != std::path::Component::CurDir {
            whole.push(part);
        }
        whole
    })
}
