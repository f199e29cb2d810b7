//! A hash of the files that a workspace and its plugins consist of, taken before they are read to be used: where one is changed
//! in between, the next run sees another hash.

use std::fs;
use std::path::Path;

use blake3::{Hash, Hasher};
use huibian_config::file::bytes;
use huibian_host::PluginFolder;

/// The hash of the files of a workspace and its installation, of plugins whose `plugin.toml` was read and nothing else, and of
/// one more file that may lie anywhere; `workspace_toml` is what was read of it already.
pub fn of(
    [folder, installation]: [&Path; 2],
    workspace_toml: &str,
    plugins: &[PluginFolder],
    further: Option<&Path>,
) -> Hash {
    let mut parts = Parts::default();
    for root in [folder, installation] {
        parts.files(root, "templates");
    }
    parts.files(folder, "wording");
    parts.text(workspace_toml);
    for plugin in plugins {
        parts.text(plugin.manifest.id.as_str());
        parts.text(&plugin.source.text);
        parts.files(&plugin.path, "sections");
        parts.files(&plugin.path, "tables");
    }
    further.into_iter().for_each(|path| parts.content(&folder.join(path)));
    parts.finish()
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
