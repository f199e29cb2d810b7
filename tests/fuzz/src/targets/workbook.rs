//! Workbooks: .xlsx, .xlsb, .xls, .ods, and what pretends to be one.

use huibian_workbook::{Unreadable, read};

use crate::packed::packed;

/// Reads every cell.
pub fn run(bytes: &[u8]) {
    match read(&packed(bytes)) {
        Ok(book) => {
            for sheet in &book.sheets {
                for row in &sheet.rows {
                    let columns = row.cells.iter().map(|(column, _)| *column);
                    columns.for_each(|column| drop(row.text(column)));
                }
            }
        }
        // What the reader says of a panic of its own, which it catches.
        Err(Unreadable::Broken(reason)) => assert_ne!(reason, "?", "the reader panicked"),
        Err(_) => {}
    }
}
