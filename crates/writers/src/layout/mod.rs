//! What every paged format must settle alike: where a title breaks, and where a signature stands.

mod signature;
mod title;
mod width;
mod words;

pub use signature::insets;
pub use title::balanced;
pub use width::Widths;
