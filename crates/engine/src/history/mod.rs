//! What earlier periods came to: filed by [`close`] and [`import`], and what the next period compares with.
//!
//! # Files
//! `history/<report>/<period>.jsonl`, one line a unit ([`file`]); an amended period is a further file beside it,
//! `<period>.2.jsonl` ([`shelf`]). A run reads what it needs of them once ([`memory`]), and each unit gets its own
//! earlier figures ([`past`]), which [`comparison`] puts into words.

pub mod close;
pub mod comparison;
pub mod file;
pub mod import;
pub mod memory;
pub mod past;
pub mod shelf;
mod table;

pub use close::{Closed, Closing};
pub use memory::Memory;
pub use past::Past;
pub use shelf::Shelf;
