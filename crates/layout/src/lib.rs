//! What every paged format must settle alike: what no line breaks, where a title does, how wide columns are, where a signature
//! stands, which breaks begin a page, where each page ends, and where characters stand in a line.
//!
//! It must not know formats: writers and the typesetter of reports ask it.

mod breaks;
mod columns;
mod ends;
mod kept;
mod line;
mod mark;
pub mod pages;
mod pictures;
mod seals;
mod signature;
mod title;
mod width;
mod words;
mod wrap;

pub use breaks::{ends_turned, heads_turned_table, of_attachment, turns_page, without_idle_breaks};
pub use columns::{Fit, fit, last_rows, padding, row_heights, turn, whole_rows};
pub use ends::Ends;
pub use kept::{kept, long_words};
pub use line::{ABOVE_BASELINE, SQUARE_ABOVE_BASELINE, slack};
pub use mark::{LINES_ABOVE_MARK, SMALLEST_LINE, mark_size, mark_space, rule_gap};
pub use pictures::Above;
pub use seals::SealedRows;
pub use signature::insets;
pub use title::balanced;
pub use width::{Widths, is_spaced};
pub use wrap::{Wrap, Wrapped, wrapped};
