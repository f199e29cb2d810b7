//! Pictures and charts in reports: files are found, read and looked at here, never outside the folder they belong to, so
//! that typesetting has them at hand and reads nothing.

mod album;
mod file;

pub use album::Album;
pub use file::{Found, Root};
