//! Sums over a tree of units: what those below one came to, as an [`Overview`](overview::Overview), a [`workbook`] and a
//! [`page`]. Units are handed in one by one ([`survey`]); their figures are kept, and nothing else of them.
//!
//! This crate must not know how a unit's figures are made, who the units are, or where files lie.

mod balance;
mod earlier;
pub mod facts;
mod groups;
mod note;
pub mod overview;
pub mod page;
mod rounding_note;
mod sums;
pub mod survey;
pub mod workbook;
mod year;

pub use balance::balance;
pub use note::note_of_before;
pub use rounding_note::{Balanced, Rounding, rounding_note};
pub use survey::{Survey, SurveySpec, Surveyed, Walked};
