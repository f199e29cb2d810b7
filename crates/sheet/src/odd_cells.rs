//! What is odd about the cells of a sheet without being wrong: hidden ones, struck ones, titles of another period, zeros that no one
//! sees, fractions where percentages should be.

use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic, Location};

use crate::columns::{Column, FieldIndex};
use crate::heads::plain;
use crate::layout::{Layout, column_name};
use crate::period_said::of_cell;
use crate::sheet_choice::{NamedPeriod, titled_period};
use crate::{Cell, Row, Sheet};

/// Tells of hidden rows of data and hidden columns.
pub fn concealed<C>(sheet: &Sheet, layout: &Layout<C>, is_read: impl Fn(&C) -> bool) -> Option<Diagnostic> {
    let data = &sheet.rows[layout.first.min(sheet.rows.len())..];
    let rows: Vec<String> = sheet
        .hidden_rows
        .iter()
        .filter(|row| data.binary_search_by_key(*row, |one| one.number).is_ok())
        .map(|row| (row + 1).to_string())
        .collect();
    let is_hidden = |column: u32| sheet.hidden_columns.iter().any(|(a, b)| (*a..=*b).contains(&column));
    let columns: Vec<String> = layout
        .columns
        .iter()
        .filter(|(column, what)| is_hidden(*column) && is_read(what))
        .map(|(column, _)| column_name(*column))
        .collect();
    if rows.is_empty() && columns.is_empty() {
        return None;
    }
    let listed = |names: &[String]| if names.is_empty() { "–".to_owned() } else { names.join(", ") };
    let remark = Diagnostic::new(Code::HiddenCells)
        .with("sheet", &sheet.name)
        .with("rows", listed(&rows))
        .with("columns", listed(&columns));
    Some(remark.at(Location::file(&sheet.path)))
}

/// Tells of cells that are struck out in rows of data, or in the header and above it. Whether they still hold is not guessed.
pub fn struck_out(sheet: &Sheet, first: usize, rows: &[usize]) -> Option<Diagnostic> {
    let head = 0..first.min(sheet.rows.len());
    let is_partly = |row: usize| sheet.struck_parts.iter().any(|(at, _)| *at == sheet.rows[row].number);
    let is_struck = |row: &usize| {
        let number = sheet.rows[*row].number;
        sheet.struck_rows.binary_search(&number).is_ok() || (*row < first && is_partly(*row))
    };
    let mut struck = head.chain(rows.iter().copied()).filter(is_struck).map(|row| sheet.rows[row].number);
    let first = struck.next()?;
    let rows: Vec<String> =
        [first].into_iter().chain(struck).map(|row| row.saturating_add(1).to_string()).collect();
    let remark = Diagnostic::new(Code::StruckOut).with("sheet", &sheet.name).with("rows", rows);
    Some(remark.at(sheet.place(first, 0)))
}

/// Tells of a title, or of another cell above a table's rows, that says another period.
pub fn titled(sheet: &Sheet, first: usize, period: Option<Period>) -> Option<Diagnostic> {
    let period = period?;
    let texts = |row: &Row| -> Vec<(u32, String)> {
        let text = |(column, cell): &(u32, Cell)| match cell {
            Cell::Text(text) => Some((*column, text.to_string())),
            _ => None,
        };
        row.cells.iter().filter_map(text).collect()
    };
    let title = sheet.rows[..first.min(sheet.rows.len())].iter().find_map(|row| {
        let texts = texts(row);
        if let ([(column, text)], 1) = (texts.as_slice(), row.cells.len())
            && titled_period(text, period) == NamedPeriod::Other
        {
            return Some((row.number, *column, text.clone()));
        }
        // Where several times stand beside each other, they are heads.
        let mut times = texts.iter().filter(|(_, text)| of_cell(text, period) != NamedPeriod::Nothing);
        let (column, text) = times.next().filter(|(_, text)| of_cell(text, period) == NamedPeriod::Other)?;
        times.next().is_none().then(|| (row.number, *column, text.clone()))
    });
    let (row, column, text) = title?;
    let remark = Diagnostic::new(Code::TitlePeriod).with("title", short(text.trim())).with("period", period);
    Some(remark.at(sheet.place(row, column)))
}

/// Tells of cells in which a format shows a dash, or nothing, for the number 0: a person sees none, and none was read.
pub fn unseen_zeros(sheet: &Sheet, rows: &[usize], is_read: impl Fn(u32) -> bool) -> Option<Diagnostic> {
    let numbers: Vec<u32> = rows.iter().map(|row| sheet.rows[*row].number).collect();
    let unseen = sheet.unseen_zeros.iter();
    let mut unseen = unseen.filter(|(row, column)| numbers.contains(row) && is_read(*column));
    let (row, column) = unseen.next()?;
    let mut rows: Vec<String> =
        [*row].into_iter().chain(unseen.map(|(row, _)| *row)).map(|row| (row + 1).to_string()).collect();
    rows.dedup();
    let remark = Diagnostic::new(Code::ZeroUnseen).with("sheet", &sheet.name).with("rows", rows);
    Some(remark.at(sheet.place(*row, *column)))
}

/// Tells of comments on cells of data: one may say that a figure is another.
pub fn commented(sheet: &Sheet, rows: &[usize], is_read: impl Fn(u32) -> bool) -> Option<Diagnostic> {
    let is_data = |row: u32| rows.binary_search_by_key(&row, |at| sheet.rows[*at].number).is_ok();
    let commented = sheet.commented.iter().filter(|(row, column)| is_data(*row) && is_read(*column));
    let cells: Vec<&(u32, u32)> = commented.take(MOST_NAMED).collect();
    let (row, column) = **cells.first()?;
    let name = |(row, column): &&(u32, u32)| format!("{}{}", column_name(*column), row.saturating_add(1));
    let cells: Vec<String> = cells.iter().map(name).collect();
    let remark = Diagnostic::new(Code::Commented).with("sheet", &sheet.name).with("cells", cells);
    Some(remark.at(sheet.place(row, column)))
}

/// So many cells are named.
const MOST_NAMED: usize = 20;

/// That a part of a cell's text is struck out: what is left is no longer what stands there.
pub fn partly_struck(
    sheet: &Sheet,
    (row, column): (u32, u32),
    (label, field): (&str, &str),
) -> Option<Diagnostic> {
    if !sheet.is_partly_struck(row, column) {
        return None;
    }
    let at = sheet.rows.binary_search_by_key(&row, |row| row.number).ok()?;
    let fault = Diagnostic::new(Code::PartlyStruck).with("label", label).with("field", field);
    Some(fault.with("found", short(&sheet.rows[at].text(column)?)))
}

/// Numbers between 0 and 1 where percentages should be, told of once a column: 0.984 may be 98.4 %.
pub fn fractions(
    sheet: &Sheet,
    layout: &Layout<Column>,
    rows: &[usize],
    fields: &FieldIndex,
) -> Vec<Diagnostic> {
    let is_fraction =
        |cell: &Cell| cell.display().trim().parse::<f64>().is_ok_and(|number| number > 0.0 && number < 1.0);
    let of_column = |(column, what): &(u32, Column)| {
        let Column::Field(at) = what else { return None };
        let spec = &fields.fields[*at].spec;
        let cells = rows.iter().map(|row| &sheet.rows[*row]);
        let mut found = cells.filter(|row| row.cell(*column).is_some_and(is_fraction));
        let first = found.next().filter(|_| plain(&spec.measure) == "%")?;
        let numbers: Vec<String> =
            [first].into_iter().chain(found).map(|row| row.number.saturating_add(1).to_string()).collect();
        let fault = Diagnostic::new(Code::FractionForPercent).with("label", &spec.label);
        let fault = fault.with("found", first.text(*column).unwrap_or_default()).with("rows", numbers);
        Some(fault.at(sheet.place(first.number, *column)))
    };
    layout.columns.iter().filter_map(of_column).collect()
}

/// A value as a diagnostic shows it.
pub fn short(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain(['…']).collect()
}
