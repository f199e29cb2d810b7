//! House styles as files: a style over those that it inherits from, every fault with its place, and each value with the file
//! that says it.

mod faces;
mod faults;
mod file;
mod page;
mod remarks;
mod schema;
mod shelf;
mod text;
mod values;

pub use file::StyleFile;
pub use page::reference;
pub use remarks::remarks;
pub use schema::schema;
pub use shelf::{Shelf, Shelved};
pub use values::StyleValue;

/// Where styles lie in a workspace and in an installation.
pub const STYLES: &str = "templates/styles";
