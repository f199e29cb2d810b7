//! What is odd about the cells of a sheet without being wrong: hidden ones, struck ones, fractions where percentages should be.

use huibian_diagnostic::{Code, Diagnostic, Location};

use huibian_sheet::columns::{Column, FieldIndex, plain};
use huibian_sheet::layout::{Layout, column_name};
use huibian_sheet::{Cell, Sheet};

/// Tells of hidden rows of data and hidden columns.
pub(crate) fn concealed<C>(
    sheet: &Sheet,
    layout: &Layout<C>,
    is_read: impl Fn(&C) -> bool,
) -> Option<Diagnostic> {
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

/// Tells of cells of data that are struck out. Whether they still hold is not guessed.
pub(crate) fn struck_out(sheet: &Sheet, rows: &[usize]) -> Option<Diagnostic> {
    let struck = |row: &&usize| sheet.struck_rows.binary_search(&sheet.rows[**row].number).is_ok();
    let mut struck = rows.iter().filter(struck).map(|row| sheet.rows[*row].number);
    let first = struck.next()?;
    let rows: Vec<String> =
        [first].into_iter().chain(struck).map(|row| row.saturating_add(1).to_string()).collect();
    let remark = Diagnostic::new(Code::StruckOut).with("sheet", &sheet.name).with("rows", rows);
    Some(remark.at(sheet.place(first, 0)))
}

/// Numbers between 0 and 1 where percentages should be, told of once a column: 0.984 may be 98.4 %.
pub(crate) fn fractions(
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
