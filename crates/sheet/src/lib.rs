//! What a sheet of cells says, of a workbook or of a CSV text: where its head is and what its columns are of, which rows are no one's data, and numbers and
//! days as people write them. Must not know files, units and values.

mod called;
pub mod columns;
mod comparison;
pub mod csv;
pub mod date;
mod grid;
pub mod heads;
pub mod layout;
pub mod ledger_columns;
pub mod likeness;
pub mod line_kind;
pub mod mapping;
pub mod measure;
pub mod measure_lines;
pub mod nothing;
pub mod number;
pub mod odd_cells;
pub mod own_measure;
pub mod period_in_name;
pub mod period_said;
pub mod quotes;
pub mod sheet_choice;
pub mod sums;

pub use grid::{Cell, MergedRows, Range, Row, Sheet, under};
