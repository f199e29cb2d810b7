//! Where bytes of files come from. Every source reads through it, so that what is read can be counted or be elsewhere.

use std::fmt::Debug;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
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
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        if length > MOST {
            return Err(ErrorKind::FileTooLarge.into());
        }
        // Room for one byte more, so that the end shows itself there. A file may grow while it is read.
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default() + 1);
        file.take(MOST).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}
