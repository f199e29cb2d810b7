//! Where bytes of files come from. Every source reads through it, so that what is read can be counted or be elsewhere.

use std::fmt::Debug;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

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
        if fs::metadata(path)?.len() > MOST {
            return Err(ErrorKind::FileTooLarge.into());
        }
        fs::read(path)
    }
}
