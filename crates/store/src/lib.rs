//! Where bytes go: each file whole or not at all, files that belong together all or none of them, under names that every
//! system can hold.
//!
//! This crate must not know what the bytes are: no format, no report, no unit beyond its id and name.

mod artifact;
mod aside;
mod link;
mod local;
mod name;
mod pattern;
mod temp_file;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use huibian_diagnostic::Result;

pub use artifact::{Artifact, Staged, place_all, stage, write_all};
pub use aside::Aside;
pub use link::link;
pub use local::LocalStore;
pub use name::{folded, portable};
pub use pattern::OutputPattern;

/// A file on its way into a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it is to lie.
    pub path: PathBuf,
    /// What it says.
    pub bytes: Vec<u8>,
}

/// What a store knows of a file without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// How many bytes it has.
    pub bytes: u64,
    /// When it was last changed, where the store knows.
    pub modified: Option<SystemTime>,
}

/// A place for files.
pub trait Store: Send + Sync {
    /// Takes in files that belong together, one after the other. None is seen before [`Waiting::place`].
    ///
    /// # Errors
    /// O004 for the file at fault; then nothing is left of the others either.
    fn set_aside(&self, files: &mut dyn Iterator<Item = File>) -> Result<Box<dyn Waiting>>;

    /// Writes files that belong together: all of them, or none.
    ///
    /// # Errors
    /// O004 for the file at fault.
    fn put_together(&self, files: &mut dyn Iterator<Item = File>) -> Result<Vec<Artifact>> {
        self.set_aside(files)?.place()
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// W001 when it cannot be read.
    fn get(&self, path: &Path) -> Result<Vec<u8>>;

    /// What is known of a file; nothing where there is none.
    fn stat(&self, path: &Path) -> Option<Stat>;

    /// The files right in a folder, by name; none where there is no such folder.
    fn list(&self, folder: &Path) -> Vec<PathBuf>;
}

/// Files that belong together, whole, and not yet in their places. Dropped, they leave nothing.
pub trait Waiting: Send {
    /// Puts them in their places; where one cannot be, those before it are taken away again.
    ///
    /// # Errors
    /// O004 for the file at fault.
    fn place(self: Box<Self>) -> Result<Vec<Artifact>>;
}
