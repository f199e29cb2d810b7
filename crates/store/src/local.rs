//! The store that the disks of this computer are.

use std::path::PathBuf;

use huibian_diagnostic::Result;

use crate::Store;
use crate::artifact::{Artifact, write_all};

/// Files on disk, in their places at once.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStore;

impl Store for LocalStore {
    fn put_together(&self, files: &mut dyn Iterator<Item = (PathBuf, Vec<u8>)>) -> Result<Vec<Artifact>> {
        write_all(files)
    }
}
