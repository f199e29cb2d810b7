//! One free text, cut up once for all that looks at it: its clauses, its numbers, the counts that it names, and the figures
//! that those have. This crate must not know what anything looks for.

mod clause;
mod ledger;
mod owner;
mod passage;

pub use clause::Clause;
pub use ledger::{Ledger, told_of};
pub use owner::TextOwner;
pub use passage::{Known, Passage, compares, comparison};
