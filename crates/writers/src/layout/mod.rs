//! What every paged format must settle alike: where a title breaks, where a signature stands, which breaks begin a page,
//! and where characters stand in a line.

mod breaks;
mod line;
mod signature;
mod title;
mod width;
mod words;

pub use breaks::{of_attachment, without_idle_breaks};
pub use line::{ABOVE_BASELINE, SQUARE_ABOVE_BASELINE, slack};
pub use signature::insets;
pub use title::balanced;
pub use width::Widths;
