//! A sheet of cells as it was read: only cells that hold something, in order.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use huibian_diagnostic::{Place, cell_name};

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
}

/// A row that holds something.
#[derive(Debug, Default)]
pub struct Row {
    /// Its number, from 0.
    pub number: u32,
    /// Its cells from the left, with their columns from 0.
    pub cells: Vec<(u32, Cell)>,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text with something in it.
    Text(Box<str>),
    /// A number.
    Number(f64),
    /// A day, as a serial number.
    Day(f64),
    /// A day or a time as ISO 8601 has it.
    Iso(Box<str>),
    /// Yes or no.
    Boolean(bool),
    /// What a formula came to that failed.
    Error(Box<str>),
    /// A formula that was never computed.
    Pending,
}

/// A rectangle of cells, rows and columns from 0, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// First row and column.
    pub first: (u32, u32),
    /// Last row and column.
    pub last: (u32, u32),
}

/// The merged ranges that reach into a row.
pub type MergedRows = HashMap<u32, Vec<Range>>;

impl Row {
    /// The cell of a column.
    pub fn cell(&self, column: u32) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[at].1)
    }

    /// The text of a column's cell, trimmed; numbers as they are shown.
    pub fn text(&self, column: u32) -> Option<String> {
        self.cell(column).map(Cell::shown)
    }
}

impl Cell {
    /// The cell as a person sees it.
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => {
                crate::number::of_float(*number).map_or(number.to_string(), |n| n.to_string())
            }
            Self::Day(serial) => {
                crate::date::of_serial(*serial, false).map_or(serial.to_string(), |day| day.to_string())
            }
            Self::Iso(text) | Self::Error(text) => text.to_string(),
            Self::Boolean(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
            Self::Pending => String::new(),
        }
    }
}

impl Range {
    /// The range as spreadsheets write it: `B4:B6`.
    pub fn name(self) -> String {
        let (first, last) = (self.first, self.last);
        format!("{}:{}", cell_name(first.0, first.1), cell_name(last.0, last.1))
    }

    fn covers(self, row: u32, column: u32) -> bool {
        (self.first.0..=self.last.0).contains(&row) && (self.first.1..=self.last.1).contains(&column)
    }
}

impl Sheet {
    /// The place of a cell: its name, or in a text file its line and the number of its column.
    pub fn place(&self, row: u32, column: u32) -> Place {
        if self.is_text {
            Place::position(&self.path, row.saturating_add(1), column.saturating_add(1))
        } else {
            Place::cell(&self.path, &self.name, row, column)
        }
    }

    /// How many bytes of memory its cells take, more or less.
    pub fn bytes(&self) -> usize {
        let text = |cell: &Cell| match cell {
            Cell::Text(text) | Cell::Iso(text) | Cell::Error(text) => text.len(),
            _ => 0,
        };
        let cells = |row: &Row| -> usize {
            row.cells.iter().map(|(_, cell)| size_of::<(u32, Cell)>() + text(cell)).sum()
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
