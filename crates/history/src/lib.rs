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
mod carried;
mod departed;
pub mod file;
mod filing;
mod import;
mod kin;
mod lineage;
mod lists;
mod measures;
mod names;
mod own;
mod past;
mod put_over;
mod table;
mod together;

pub use archive::{Archive, PeriodParts, hold};
pub use baseline::{Above, Apart, Baseline, Compared, Lack};
pub use baselines::Baselines;
pub use carried::{Carried, Carrier, OtherMeasure};
pub use departed::Departed;
pub use filing::{Amended, Closed, file_periods, first_few};
pub use import::{Imported, Importer};
pub use lineage::{Lineage, Then, Together};
pub use lists::Lists;
pub use names::Names;
pub use own::OwnPeriod;
pub use past::{Given, Past};
pub use put_over::put_over;
pub use table::{Columns, Filed, PeriodCell, Table, TableAt, over};
