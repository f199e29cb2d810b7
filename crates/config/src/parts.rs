//! One hash over texts, files and folders, so that what was made of them can be known by it.

use std::fs;
use std::path::Path;

use blake3::{Hash, Hasher};

use crate::file::bytes;

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

    /// Takes in what is in a file, or that it cannot be read.
    pub fn content(&mut self, path: &Path) {
        match bytes(path) {
            Ok(bytes) => self.bytes(&bytes),
            Err(_) => self.text("none"),
        }
    }

    /// All files of a folder below `root`, in order of their names. Links to folders are not followed: they may lead in a
    /// circle, and what is used of them is hashed as it is used.
    pub fn files(&mut self, root: &Path, folder: &str) {
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
