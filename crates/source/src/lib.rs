//! Where units' data come from: values with their locations, unit by unit. Must not know plugins' rules, documents and
//! `workspace.toml`.
//!
//! A [`Source`] says who its units are, and each [`UnitRef`] gives its [`values`] when its turn comes, before any
//! declaration is consulted. [`sources`] knows them by name; [`kinds`] lists those of this crate, a file for each. [`text_file`] and
//! [`table_file`] are units with a file of their own, [`rows`] those in a table, [`given`] those that were
//! read already.
//!
//! [`text`] reads TOML (most of it by `plain_text`), [`csv`] and [`workbook`] give sheets of cells; [`table_reader`] reads the files of a table, [`finder`] finds
//! the units in its sheets (`main_sheet`, `main_columns`, `ledger_rows`, `form_sheets`), [`cell`] reads a cell as its field wants it,
//! and [`tables`] keeps them. [`parallel`] goes over
//! many units on several threads.

pub(crate) mod absent_columns;
pub mod cell;
pub(crate) mod doubtful_units;
pub mod files;
pub mod finder;
pub(crate) mod folder_remarks;
pub(crate) mod folder_totals;
pub(crate) mod form_cells;
pub(crate) mod form_sheets;
pub(crate) mod form_totals;
pub mod given;
pub mod head;
#[cfg(test)]
mod hostile;
pub mod kinds;
pub(crate) mod ledger_rows;
pub mod listing;
pub(crate) mod main_columns;
pub(crate) mod main_sheet;
pub mod mapping_written;
pub mod parallel;
pub(crate) mod passed;
pub(crate) mod plain_text;
pub mod read_once;
pub mod rows;
pub mod source;
pub mod sources;
pub mod spec;
pub mod table_file;
pub mod table_reader;
pub mod tables;
pub mod text;
pub mod text_file;
pub(crate) mod totals;
pub mod understanding;
pub(crate) mod unit_rows;
pub(crate) mod unread_files;
pub mod values;
pub mod workbook;

pub use files::{Disk, Files};
pub use given::GivenValues;
pub use head::{MOST_OF_NAME, UnitHead};
pub use huibian_sheet::{columns, csv};
pub use read_once::ReadOnce;
pub use source::{Source, SourceReport, UnitData, UnitRef, Values};
pub use sources::{Open, Sources};
pub use spec::{SourceSpec, TableOptions};
pub use values::{Datum, Entries, Key, Locate, Node, RawLocation, find};
