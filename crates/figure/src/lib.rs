//! Figures: the value of a count, how it is printed and where it came from; ratios, sums over units, rounding.
//!
//! The counts of a report have places ([`Counts`]), which are looked for once, where something is compiled that names them. A
//! unit's figures are a slice by these places ([`Figures`]).
//!
//! This crate must not know plugins' code, units' data or any file: it is handed declarations and numbers.

mod balance;
mod counts;
mod families;
mod figure;
mod figures;
mod filed;
mod growth;
mod merge;
mod origin;
mod shown;

pub use balance::{Balanced, balanced};
pub use counts::{CountIndex, Counts};
pub use figure::{CountFigure, Digits, Figure, MEAN_DIGITS, shown};
pub use figures::{Figures, Pair};
pub use filed::Filed;
pub use growth::growth;
pub use merge::Merge;
pub use origin::{Origin, Record};
pub use shown::{Moved, balance, balance_beside};
