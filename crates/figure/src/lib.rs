//! Figures: the value of a count, how it is printed and where it came from; ratios, sums over units, rounding.
//!
//! This crate must not know plugins' code, units' data or any file: it is handed declarations and numbers.

mod derive;
mod figure;
mod merge;

pub use derive::{Count, Figures, derive, quotient};
pub use figure::{Figure, FigureTable};
pub use merge::Merge;
