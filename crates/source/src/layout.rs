//! Where a sheet's header is, and what each of its columns is.

use std::collections::BTreeSet;

use huibian_diagnostic::{Code, Diagnostic, Faults};

use crate::columns::{FieldIndex, is_unit};
use crate::sheet::{Cell, Row, Sheet};

/// How far down a header may stand.
const DEEPEST: u32 = 20;

/// A sheet's header.
#[derive(Clone, Copy, Debug)]
pub struct HeaderRows {
    /// The row of labels, as an index of the sheet's rows.
    labels: Option<usize>,
    /// The row of keys, which decides where it is there.
    keys: Option<usize>,
}

/// A sheet's columns, and the faults of its header.
#[derive(Debug)]
pub struct Layout<C> {
    /// What each column is of.
    pub columns: Vec<(u32, C)>,
    /// Index of the first row of data.
    pub first: usize,
    /// The row that a missing column is missing from.
    pub row: u32,
    /// What is wrong.
    pub faults: Faults,
}

fn texts(row: &Row) -> impl Iterator<Item = &str> {
    row.cells
        .iter()
        .filter_map(|(_, cell)| if let Cell::Text(text) = cell { Some(text.as_ref()) } else { None })
}

impl HeaderRows {
    /// The header of a sheet: a row of keys, or a row of labels of which `is_head` is one.
    pub fn find(sheet: &Sheet, fields: &FieldIndex, is_head: impl Fn(&str) -> bool) -> Option<Self> {
        let top = || sheet.rows.iter().enumerate().take_while(|(_, row)| row.number < DEEPEST);
        let is_keys = |row: &Row| texts(row).any(|text| fields.is_key(text) && is_unit(text));
        let all_keys =
            |row: &Row| texts(row).filter(|text| fields.is_key(text)).count() * 2 > row.cells.len();
        let keys = top().find(|(_, row)| is_keys(row) && all_keys(row)).map(|(at, _)| at);
        let labels = top().take(keys.unwrap_or(usize::MAX)).find(|(_, row)| texts(row).any(&is_head));
        let labels = labels.map(|(at, _)| at);
        (keys.is_some() || labels.is_some()).then_some(Self { labels, keys })
    }

    /// The ledger that the keys name.
    pub fn ledger(&self, sheet: &Sheet, fields: &FieldIndex) -> Option<usize> {
        texts(&sheet.rows[self.keys?]).find_map(|text| fields.ledger_of_key(text))
    }

    /// What each column is of, as `resolve` says of its header and of what stands above it.
    pub fn layout<C: PartialEq>(
        &self,
        sheet: &Sheet,
        is_single: impl Fn(&C) -> bool,
        resolve: impl Fn(&str, Option<&str>) -> Result<C, Diagnostic>,
    ) -> Layout<C> {
        let first = self.keys.max(self.labels).map_or(0, |at| at + 1);
        let shown = self.labels.or(self.keys).unwrap_or(0);
        let row = sheet.rows[shown].number;
        let band = shown.checked_sub(1).map(|at| &sheet.rows[at]).filter(|band| band.number + 1 == row);
        let filled: BTreeSet<u32> =
            sheet.rows[first..].iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column)).collect();
        let heads = [self.keys, self.labels].into_iter().flatten().map(|at| &sheet.rows[at]);
        let from_top = heads.clone().flat_map(|row| row.cells.iter().map(|(column, _)| *column));
        let all: BTreeSet<u32> = from_top.chain(filled.iter().copied()).collect();
        let mut layout = Layout { columns: Vec::new(), first, row, faults: Faults::new() };
        for column in all {
            let Some(header) = heads.clone().find_map(|row| row.text(column)) else {
                let fault = Diagnostic::new(Code::NamelessColumn);
                layout.faults.push(fault.at(sheet.place(row, column)));
                continue;
            };
            let above = band.and_then(|band| {
                let before = band.cells.iter().rev().find(|(at, _)| *at <= column);
                before.map(|(_, cell)| cell.shown())
            });
            match resolve(&header, above.as_deref()) {
                Ok(one) => {
                    let twice = layout.columns.iter().find(|(_, other)| *other == one && is_single(&one));
                    if let Some((first, _)) = twice {
                        let fault = Diagnostic::new(Code::ColumnTwice)
                            .with("header", header)
                            .with("first", sheet.place(row, *first).within().trim_start_matches([':', ' ']));
                        layout.faults.push(fault.at(sheet.place(row, column)));
                    } else {
                        layout.columns.push((column, one));
                    }
                }
                Err(fault) if filled.contains(&column) => {
                    layout.faults.push(fault.at(sheet.place(row, column)));
                }
                Err(_) => {}
            }
        }
        layout
    }
}
