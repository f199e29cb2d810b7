//! Workbooks as sheets: .xlsx, and .xls, .xlsb and .ods as far as the reader crate has them. By what a file holds, not by
//! its name.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use calamine::{Data, DataRef, Ods, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx, XlsxError};
use huibian_diagnostic::{Diagnostic, Result};

use crate::csv::unreadable;
use crate::hidden::{Hidden, hidden};
use crate::sheet::{Cell, Range, Row, Sheet};

type Bytes = Cursor<Vec<u8>>;

/// Reads every sheet of a workbook out of its bytes.
///
/// # Errors
/// D001 when it cannot be read.
pub fn read(path: &Path, bytes: Vec<u8>) -> Result<Vec<Sheet>> {
    if bytes.starts_with(b"PK") {
        let concealed = hidden(&bytes);
        return match Xlsx::new(Cursor::new(bytes.clone())) {
            Ok(book) => xlsx(path, book, &concealed),
            Err(error) => match (Ods::new(Cursor::new(bytes.clone())), Xlsb::new(Cursor::new(bytes))) {
                (Ok(book), _) => other(path, book),
                (_, Ok(book)) => other(path, book),
                _ => Err(unreadable(path, "format", error)),
            },
        };
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        if matches!(Xlsx::new(Cursor::new(bytes.clone())), Err(XlsxError::Password)) {
            return Err(unreadable(path, "password", ""));
        }
        return match Xls::new(Cursor::new(bytes)) {
            Ok(book) => other(path, book),
            Err(error) => Err(unreadable(path, "format", error)),
        };
    }
    Err(unreadable(path, "format", "zip / OLE"))
}

fn empty(path: &Path, name: &str, is_visible: bool) -> Sheet {
    Sheet {
        path: Arc::from(path),
        name: Arc::from(name),
        is_text: false,
        is_visible,
        is_1904: false,
        rows: Vec::new(),
        merged: Vec::new(),
        hidden_rows: Vec::new(),
        hidden_columns: Vec::new(),
    }
}

fn xlsx(path: &Path, mut book: Xlsx<Bytes>, concealed: &[(String, Hidden)]) -> Result<Vec<Sheet>> {
    let failed = |error: XlsxError| -> Diagnostic { unreadable(path, "other", error) };
    let listed = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for listed in listed.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut sheet = empty(path, &listed.name, listed.visible == SheetVisible::Visible);
        sheet.is_1904 = book.has_1904_epoch();
        let merged = book.merge_cells_by_sheet_name(&listed.name).map_err(failed)?;
        sheet.merged = merged.iter().map(|range| Range { first: range.start, last: range.end }).collect();
        if let Some((_, hidden)) = concealed.iter().find(|(name, _)| *name == listed.name) {
            sheet.hidden_rows.clone_from(&hidden.rows);
            sheet.hidden_columns.clone_from(&hidden.columns);
        }
        let mut cells = book.worksheet_cells_reader(&listed.name).map_err(failed)?;
        while let Some(record) = cells.next_cell_with_formula_metadata().map_err(failed)? {
            let cell = match (record.value, record.formula.is_some()) {
                (DataRef::Empty, true) => Some(Cell::Pending),
                (value, _) => cell(Data::from(value)),
            };
            if let Some(cell) = cell {
                put(&mut sheet, record.pos, cell);
            }
        }
        sheets.push(in_order(sheet));
    }
    Ok(sheets)
}

fn other<R>(path: &Path, mut book: R) -> Result<Vec<Sheet>>
where
    R: Reader<Bytes>,
    R::Error: std::fmt::Display,
{
    let listed = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for listed in listed {
        let mut sheet = empty(path, &listed.name, listed.visible == SheetVisible::Visible);
        let range = book.worksheet_range(&listed.name);
        let range = range.map_err(|error| unreadable(path, "other", error))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let at = (u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX));
            if let Some(cell) = cell(data.clone()) {
                put(&mut sheet, (top.saturating_add(at.0), left.saturating_add(at.1)), cell);
            }
        }
        sheets.push(in_order(sheet));
    }
    Ok(sheets)
}

/// What a cell holds; nothing for blanks.
fn cell(data: Data) -> Option<Cell> {
    Some(match data {
        Data::Empty => return None,
        Data::String(text) if text.trim().is_empty() => return None,
        Data::String(text) => Cell::Text(text.into()),
        #[allow(clippy::cast_precision_loss)] // no format of workbooks holds more than a double
        Data::Int(number) => Cell::Number(number as f64),
        Data::Float(number) => Cell::Number(number),
        Data::Bool(yes) => Cell::Boolean(yes),
        Data::DateTime(day) if day.is_duration() => Cell::Iso(format!("{} d", day.as_f64()).into()),
        Data::DateTime(day) => Cell::Day(day.as_f64()),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Iso(text.into()),
        Data::Error(error) => Cell::Error(error.to_string().into()),
    })
}

fn put(sheet: &mut Sheet, (row, column): (u32, u32), cell: Cell) {
    match sheet.rows.last_mut() {
        Some(last) if last.number == row => last.cells.push((column, cell)),
        _ => sheet.rows.push(Row { number: row, cells: vec![(column, cell)] }),
    }
}

/// Writers need not keep rows and cells in order, nor write each once; of two the first stands.
fn in_order(mut sheet: Sheet) -> Sheet {
    sheet.rows.sort_by_key(|row| row.number);
    sheet.rows.dedup_by(|later, earlier| {
        let same = later.number == earlier.number;
        if same {
            earlier.cells.append(&mut later.cells);
        }
        same
    });
    for row in &mut sheet.rows {
        row.cells.sort_by_key(|(column, _)| *column);
        row.cells.dedup_by_key(|(column, _)| *column);
    }
    sheet
}
