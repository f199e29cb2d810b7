//! House styles as files: a style over those that it inherits from, every fault with its place, and each value with the file
//! that says it.
//!
//! This crate must not know documents beyond their style, nor any format that they are written in.

mod faces;
mod faults;
mod file;
mod library;
mod page;
mod remarks;
mod schema;
mod text;
mod values;

pub use file::StyleFile;
pub use library::{ListedStyle, StyleLibrary};
pub use page::reference;
pub use remarks::remarks;
pub use schema::schema;
pub use values::StyleValue;
