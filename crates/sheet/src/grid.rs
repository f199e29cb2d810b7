//! A sheet of cells as it was read: only cells that hold something, in order.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use huibian_diagnostic::Location;
pub use huibian_workbook::{Cell, Range, Row};

/// One sheet, or one CSV file.
#[derive(Debug)]
pub struct Sheet {
    /// The file.
    pub path: Arc<Path>,
    /// The sheet's name; a CSV file's stem.
    pub name: Arc<str>,
    /// Whether it is a text file, whose places are lines.
    pub is_text: bool,
    /// Whether a person sees it.
    pub is_visible: bool,
    /// Whether its serial dates count from 1904.
    pub is_1904: bool,
    /// Rows that hold something, from above.
    pub rows: Vec<Row>,
    /// Merged ranges.
    pub merged: Vec<Range>,
    /// Hidden rows, from 0.
    pub hidden_rows: Vec<u32>,
    /// Hidden columns, first and last, from 0.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Rows with cells that are struck out, from 0.
    pub struck_rows: Vec<u32>,
    /// Cells of whose text a part is struck out, rows and columns from 0, in order.
    pub struck_parts: Vec<(u32, u32)>,
    /// Cells with the number 0 for which a format shows a dash or nothing, so that they hold nothing, in order.
    pub unseen_zeros: Vec<(u32, u32)>,
    /// Cells with a comment, in order.
    pub commented: Vec<(u32, u32)>,
}

/// The merged ranges that reach into a row.
pub type MergedRows = HashMap<u32, Vec<Range>>;

impl Sheet {
    /// The place of a cell: its name, or in a text file its line and the number of its column.
    pub fn place(&self, row: u32, column: u32) -> Location {
        if self.is_text {
            Location::position(&self.path, row.saturating_add(1), column.saturating_add(1))
        } else {
            Location::cell(&self.path, &self.name, row, column)
        }
    }

    /// Whether a part of a cell's text is struck out.
    pub fn is_partly_struck(&self, row: u32, column: u32) -> bool {
        self.struck_parts.binary_search(&(row, column)).is_ok()
    }

    /// How many bytes of memory its cells take, more or less.
    pub fn bytes(&self) -> usize {
        let cells = |row: &Row| -> usize {
            row.cells.iter().map(|(_, cell)| size_of::<(u32, Cell)>() + cell.bytes()).sum()
        };
        self.rows.iter().map(|row| size_of::<Row>() + cells(row)).sum()
    }

    /// The merged ranges that reach into each row that holds something.
    pub fn merged_by_row(&self) -> MergedRows {
        let mut by_row = MergedRows::new();
        for range in &self.merged {
            let from = self.rows.partition_point(|row| row.number < range.first.0);
            for row in self.rows[from..].iter().take_while(|row| row.number <= range.last.0) {
                by_row.entry(row.number).or_default().push(*range);
            }
        }
        by_row
    }
}

/// The merged range that a cell lies under; a range's value belongs to its first cell.
pub fn under(merged: &MergedRows, row: u32, column: u32) -> Option<Range> {
    let ranges = merged.get(&row)?;
    ranges.iter().copied().find(|range| range.covers(row, column) && range.first != (row, column))
}
