//! Where bytes of files come from. Every source reads through it, so that what is read can be counted or be elsewhere.

use std::fmt::Debug;
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_config::bounds::is_within;
use huibian_config::file::open;
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
}

/// Files on this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        let mut file = open(path)?;
        let length = file.metadata()?.len();
        let mut bytes = Vec::with_capacity(usize::try_from(length.min(MOST)).unwrap_or_default() + 1);
        // Room for one byte more, so that the end shows itself there. A file may grow while it is read.
        if length > MOST || (&mut file).take(MOST + 1).read_to_end(&mut bytes)? as u64 > MOST {
            return Err(ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
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
        if fs::symlink_metadata(path).is_ok_and(|file| file.is_symlink()) && !is_within(path, &roots()) {
            return Err(NoFile::Outside.into());
        }
        self.files.read(path)
    }
}
