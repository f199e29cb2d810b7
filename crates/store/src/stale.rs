//! Files that an earlier run made and that are no longer due: removed where they still are what it made.

use std::fs;
use std::path::{Path, PathBuf};

use huibian_config::file::bytes;

use crate::artifact::Artifact;

/// A file that an earlier run made and that is no longer due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleFile {
    /// What was made.
    pub made: Artifact,
    /// What became of it.
    pub state: StaleState,
}

/// What became of a file that is no longer due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaleState {
    /// It lies there.
    Left,
    /// It was removed.
    Removed,
    /// It was changed since, and stays.
    Changed,
    /// It could not be removed.
    Stuck,
}

impl StaleFile {
    /// A file that lies there; `None` where there is none.
    pub fn of(made: Artifact) -> Option<Self> {
        let is_file = fs::symlink_metadata(&made.path).is_ok_and(|file| file.is_file());
        is_file.then_some(Self { made, state: StaleState::Left })
    }

    /// Takes those out that are named, by whichever path.
    pub fn leave(stale: &mut Vec<Self>, named: impl Iterator<Item = PathBuf>) {
        if stale.is_empty() {
            return;
        }
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let named: Vec<PathBuf> = named.map(|path| real(&path)).collect();
        stale.retain(|file| !named.contains(&real(&file.made.path)));
    }

    /// Removes it, where its bytes still are those that were made.
    pub fn remove(&mut self) {
        let path: &PathBuf = &self.made.path;
        self.state = match bytes(path) {
            Ok(bytes) if blake3::hash(&bytes).to_hex().as_str() == self.made.blake3 => {
                if fs::remove_file(path).is_ok() { StaleState::Removed } else { StaleState::Stuck }
            }
            Ok(_) => StaleState::Changed,
            Err(_) => StaleState::Stuck,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_stays() {
        let folder = tempfile::tempdir().unwrap();
        let made = |name: &str| {
            let path = folder.path().join(name);
            Artifact { path, bytes: 1, blake3: blake3::hash(b"a").to_hex().to_string() }
        };
        fs::write(folder.path().join("same"), "a").unwrap();
        fs::write(folder.path().join("other"), "b").unwrap();
        assert_eq!(StaleFile::of(made("none")), None);
        for (name, state) in [("same", StaleState::Removed), ("other", StaleState::Changed)] {
            let mut file = StaleFile::of(made(name)).unwrap();
            file.remove();
            assert_eq!(file.state, state);
        }
        assert!(folder.path().join("other").exists() && !folder.path().join("same").exists());
    }
}
