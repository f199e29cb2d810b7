//! Where units' data come from: values with their spots, unit by unit. Must not know plugins' rules, documents and
//! `workspace.toml`.
//!
//! Every reader yields [`values`], before any declaration is consulted. [`text`] reads a file of TOML, [`csv`] and
//! [`workbook`] read sheets of cells; [`columns`] says what each column is, [`cell`] reads a cell as its field wants it,
//! [`finder`] finds the units in the sheets, and [`tables`] keeps them. [`parallel`] goes over many units on several
//! threads.

pub mod cell;
pub mod columns;
pub mod csv;
pub mod date;
pub mod finder;
pub mod folder;
pub mod head;
pub mod hidden;
#[cfg(test)]
mod hostile;
pub mod layout;
pub mod location;
pub mod number;
pub mod parallel;
pub mod sheet;
pub mod tables;
pub mod text;
pub mod values;
pub mod workbook;

pub use head::UnitHead;
pub use values::{Datum, Entries, Key, Locate, Node, Spot, find};
