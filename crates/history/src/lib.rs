//! What earlier periods came to, as filed.
//!
//! `history/<report>/<period>.jsonl` has one line a unit ([`file`]); an amended period is a further file beside it,
//! `<period>.2.jsonl` ([`Archive`]). A run reads what it needs of them once ([`Memory`]), and each unit gets its own earlier
//! figures ([`Past`]). [`file_period`] puts a period there.
//!
//! This crate must not know the workspace, plugins or documents: it is handed declared counts and the ids of units.

mod archive;
pub mod file;
mod filing;
mod memory;
mod past;
mod table;

pub use archive::{Archive, PeriodParts};
pub use filing::{Amended, Closed, file_period, first_few};
pub use memory::Memory;
pub use past::Past;
