//! Whatever bytes a file holds, it is read or refused: a target for each kind of file that strangers send. A target fails where the
//! code it is of panics, runs out of stack or memory, or takes too long.
//!
//! [`targets`] lists them. Plain tests run what lies in `corpus` and `finds`, and edits of it ([`edits`]); `cargo xtask long` has
//! libFuzzer look for more, guided by which code an input reaches (`main`).
//! It is libFuzzer by itself: bolero, which would drive it, holds `indexmap` at a version that this workspace cannot use.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::missing_panics_doc, reason = "a target may fail")]

pub mod edits;
pub mod packed;
pub mod targets;

mod office;
mod told;

use std::fs;
use std::path::Path;

/// A kind of file.
pub struct Target {
    /// Its name, which is that of its folders in `corpus` and `finds`.
    pub name: &'static str,
    /// Reads bytes as such a file.
    pub run: fn(&[u8]),
}

impl Target {
    /// What is kept of it: inputs that reach much of the code, and those that it once failed for.
    pub fn kept(&self) -> Vec<Vec<u8>> {
        let mut files = Vec::new();
        for folder in ["corpus", "finds"] {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).join(self.name);
            files.extend(fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()));
        }
        files.sort();
        files.iter().map(|file| fs::read(file).unwrap()).collect()
    }
}

/// The target of a name.
pub fn target(name: &str) -> Option<&'static Target> {
    targets::TARGETS.iter().find(|target| target.name == name)
}
