//! Pictures and charts in reports: files are found, read and looked at here, never outside the folder they belong to, so
//! that typesetting has them at hand and reads nothing.

mod album;
mod file;

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use album::Album;
pub use file::{Found, Root};

/// A file of a unit's own that its report shows: where one has changed, the report is made anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The file; in a record from the workspace's folder.
    pub path: PathBuf,
    /// The hash of its bytes.
    pub blake3: String,
}

impl Shown {
    /// Whether the file still is what it was.
    pub fn is_same(&self) -> bool {
        fs::read(&self.path).is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == self.blake3)
    }
}
