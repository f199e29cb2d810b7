//! Where styles lie: in the workspace, and in the installation.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Code, Diagnostic, Faults, Result};

use crate::file::{STYLES, StyleFile};

/// The places where styles are looked for.
pub struct StyleLibrary {
    folders: Vec<PathBuf>,
    installation: PathBuf,
}

/// A style that lies there.
pub struct ListedStyle {
    /// Its file's name without `.toml`.
    pub id: String,
    /// Its file.
    pub path: PathBuf,
}

impl StyleLibrary {
    /// The styles of a workspace, where there is one, and of the installation.
    pub fn new(workspace: Option<&Path>, installation: &Path) -> Self {
        let roots = workspace.into_iter().chain([installation]);
        let folders = roots.map(|root| root.join(STYLES)).collect();
        Self { folders, installation: installation.to_owned() }
    }

    /// All of them by name; one of the workspace hides the installation's of the same name.
    pub fn list(&self) -> Vec<ListedStyle> {
        let mut list: Vec<ListedStyle> = Vec::new();
        for folder in &self.folders {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
            for path in entries.filter(|path| path.extension().is_some_and(|extension| extension == "toml")) {
                let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                if list.iter().all(|known| known.id != id) {
                    list.push(ListedStyle { id, path });
                }
            }
        }
        list.sort_by(|one, other| one.id.cmp(&other.id));
        list
    }

    /// The file of a style: a path that ends in `.toml`, or the name of one that is here.
    ///
    /// # Errors
    /// S008.
    pub fn find(&self, name: &str) -> Result<PathBuf> {
        let is_path = Path::new(name).extension().is_some_and(|extension| extension == "toml");
        if is_path {
            return Ok(PathBuf::from(name));
        }
        let list = self.list();
        if let Some(found) = list.iter().find(|style| style.id == name) {
            return Ok(found.path.clone());
        }
        let known: Vec<&str> = list.iter().map(|style| style.id.as_str()).collect();
        let listed = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        Err(Diagnostic::new(Code::NoStyle).with("name", name).with("known", listed).suggest(name, known))
    }

    /// Reads a style.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn read(&self, path: &Path) -> Result<StyleFile, Faults> {
        StyleFile::read(path, &self.installation)
    }
}
