//! What every paged format must settle alike: where a title breaks, where a signature stands, and which breaks begin a page.

mod breaks;
mod signature;
mod title;
mod width;
mod words;

pub use breaks::{of_attachment, without_idle_breaks};
pub use signature::insets;
pub use title::balanced;
pub use width::Widths;
