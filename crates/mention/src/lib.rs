//! What counts and periods are called in free text, which counts are some of which, and the signs by which a text is known to have
//! none of what is looked for. This crate must not know what is said of a count, or what it comes to.

mod labels;
pub mod seasons;
mod signs;
mod when;
mod words;

pub use labels::{Done, Labels, Mention, Named};
pub use signs::{Pairs, Signs};
pub use when::{When, when};
pub use words::Words;
