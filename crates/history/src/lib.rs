//! What earlier periods came to, as filed.
//!
//! `history/<report>/<period>.jsonl` has one line a unit ([`file`]); an amended period is a further file beside it,
//! `<period>.2.jsonl` ([`Archive`]). A run reads what it needs of them once ([`Baselines`]), and each unit gets its own earlier
//! figures ([`Baseline`]). [`file_periods`] puts periods there.
//!
//! This crate must not know the workspace, plugins or documents: it is handed declared counts and the ids of units.

mod archive;
mod baseline;
mod baselines;
pub mod file;
mod filing;
mod lineage;
mod names;
mod put_over;
mod table;
mod together;

pub use archive::{Archive, PeriodParts, hold};
pub use baseline::{Above, Apart, Baseline, Compared, Lack};
pub use baselines::Baselines;
pub use filing::{Amended, Closed, file_periods, first_few};
pub use lineage::Lineage;
pub use names::Names;
pub use put_over::put_over;
pub use table::{Columns, Filed, OtherMeasure, PeriodCell, Table, over};
