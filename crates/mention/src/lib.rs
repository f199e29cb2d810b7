//! What counts are called in free text, which of them are some of which, and the signs by which a text is known to have none of
//! what is looked for. This crate must not know what is said of a count, or what it comes to.

mod labels;
mod signs;
mod words;

pub use labels::{Done, Labels, Mention, Named};
pub use signs::{Pairs, Signs};
pub use words::Words;
