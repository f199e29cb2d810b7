//! Configuration files: TOML read into its types with the place of every key, and kept inside the folders that it may name.
//!
//! This crate must not know what any key means: whoever reads a file brings the type, and words what is wrong with a value
//! beyond its type.

pub mod bounds;
pub mod file;
mod key_places;
mod parts;
mod places;
mod serde_error;
mod syntax;
mod toml_text;

pub use file::read;
pub use key_places::KeyPlaces;
pub use parts::Parts;
pub use places::Places;
pub use serde_error::serde_fault;
pub use syntax::syntax_fault;
pub use toml_text::{parse, parse_all, place_of};
