//! A hash of the files that a workspace and its plugins consist of, taken before they are read to be used: where one is changed
//! in between, the next run sees another hash.

use std::fs;
use std::path::Path;

use blake3::{Hash, Hasher};
use huibian_config::file::bytes;
use huibian_host::PluginFolder;

/// The hash of a workspace's own files, and of those of its plugins, as they were before they were used.
pub struct FilesPrint(Parts);

impl FilesPrint {
    /// Of what is read before plugins are known: `workspace.toml` is what was read of it already.
    pub fn of(folder: &Path, installation: &Path, workspace_toml: &str) -> Self {
        let mut inputs = Parts::default();
        for root in [folder, installation] {
            inputs.files(root, "templates");
        }
        inputs.files(folder, "wording");
        inputs.text(workspace_toml);
        Self(inputs)
    }

    /// Takes in plugins whose `plugin.toml` was read and nothing else.
    pub fn add_plugins(&mut self, plugins: &[PluginFolder]) {
        for plugin in plugins {
            self.0.text(plugin.manifest.id.as_str());
            self.0.text(&plugin.source.text);
            self.0.files(&plugin.path, "sections");
            self.0.files(&plugin.path, "tables");
        }
    }

    /// Takes in a file that lies anywhere.
    pub fn add_file(&mut self, path: &Path) {
        self.0.content(path);
    }

    /// The hash.
    pub fn finish(self) -> Hash {
        self.0.finish()
    }
}

/// Parts that are hashed one after the other, so that none runs into the next.
#[derive(Default)]
pub struct Parts(Hasher);

impl Parts {
    /// Takes in bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }

    /// Takes in a text.
    pub fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn content(&mut self, path: &Path) {
        match bytes(path) {
            Ok(bytes) => self.bytes(&bytes),
            Err(_) => self.text("none"),
        }
    }

    /// All files of a folder below `root`, in order of their names. Links to folders are not followed: they may lead in a
    /// circle, and what is used of them is hashed as it is used.
    fn files(&mut self, root: &Path, folder: &str) {
        let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
        let mut entries: Vec<(String, bool)> = entries
            .map(|entry| {
                let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
                (format!("{folder}/{}", entry.file_name().to_string_lossy()), is_folder)
            })
            .collect();
        entries.sort();
        for (name, is_folder) in entries {
            let path = root.join(&name);
            if is_folder {
                self.files(root, &name);
            } else if path.is_file() {
                self.text(&name);
                self.content(&path);
            }
        }
    }

    /// The hash of all of them.
    pub fn finish(self) -> Hash {
        self.0.finalize()
    }
}
