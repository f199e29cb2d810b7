//! What every paged format must settle alike: where a title breaks, where a signature stands, and where
//! characters stand in a line.

mod line;
mod signature;
mod title;
mod width;

pub use line::{ABOVE_BASELINE, SQUARE_ABOVE_BASELINE, slack};
pub use signature::insets;
pub use title::balanced;
pub use width::Widths;
