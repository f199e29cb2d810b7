//! The sources that the program comes with: a file each, and a row of the table below. They know nothing of each other.

pub mod folder;
pub mod table;

use crate::sources::Sources;

impl Default for Sources {
    /// The kinds of this crate. A further one is a file with its [`Source`](crate::Source), its `mod` above and a row here.
    fn default() -> Self {
        Self::none()
            .with("folder", |at| Box::new(folder::Folder::at(at)))
            .with("workbook", |at| Box::new(table::TableFile::at(at)))
            .with("csv", |at| Box::new(table::TableFile::at(at)))
    }
}
