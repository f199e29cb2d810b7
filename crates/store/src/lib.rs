//! Where bytes go: each file whole or not at all, files that belong together all or none of them, under names that every
//! system can hold.
//!
//! This crate must not know what the bytes are: no format, no report, no unit beyond its id and name.

mod artifact;
mod aside;
mod bounds;
mod durable;
mod exchange;
mod held;
mod link;
mod local;
mod name;
mod new_folder;
mod pattern;
pub mod seal;
mod stale;
mod temp_file;

use std::path::PathBuf;

use huibian_diagnostic::Result;

pub use artifact::{Artifact, Staged, ensure_there, place_all, stage, write_all};
pub use aside::Aside;
pub use bounds::ensure_inside;
pub use durable::{Settling, settle};
pub use exchange::exchange;
pub use held::{Held, OnWait, mend};
pub use link::link;
pub use local::LocalStore;
pub use name::{folded, portable};
pub use new_folder::fill;
pub use pattern::{OutputPattern, ensure_takes};
pub use stale::{StaleFile, StaleState};

/// Where the files of a run go.
pub trait Store: Send + Sync {
    /// Takes in files that belong together, by their paths: all of them, or none.
    ///
    /// # Errors
    /// O004 for the file at fault.
    fn put_together(&self, files: &mut dyn Iterator<Item = (PathBuf, Vec<u8>)>) -> Result<Vec<Artifact>>;
}
