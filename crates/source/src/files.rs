//! Where bytes of files come from. Every source reads through it, so that what is read can be counted or be elsewhere.

use std::fmt::Debug;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_config::bounds::is_within;
use huibian_config::file::Opened;
use huibian_diagnostic::NoFile;

/// Bytes of a file that is read at all.
const MOST: u64 = 256 << 20;

/// Reads whole files.
pub trait Files: Debug + Send + Sync {
    /// What is in a file.
    ///
    /// # Errors
    /// When it cannot be read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// What is in a file that was just seen to be a regular one and no link.
    ///
    /// # Errors
    /// When it cannot be read.
    fn read_seen(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.read(path)
    }
}

/// Files on this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        Opened::at(path)?.bytes(MOST)
    }

    fn read_seen(&self, path: &Path) -> io::Result<Vec<u8>> {
        Opened::seen_at(path)?.bytes(MOST)
    }
}

/// Files of which none that is a link leads out of some folders.
#[derive(Debug)]
pub struct Bounded {
    /// What reads them.
    pub files: Arc<dyn Files>,
    /// The folders.
    pub roots: Vec<PathBuf>,
}

impl Files for Bounded {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let roots = || self.roots.iter().map(PathBuf::as_path).collect::<Vec<_>>();
        match fs::symlink_metadata(path) {
            Ok(file) if file.is_symlink() && !is_within(path, &roots()) => Err(NoFile::Outside.into()),
            Ok(file) if file.is_file() => self.files.read_seen(path),
            _ => self.files.read(path),
        }
    }
}
