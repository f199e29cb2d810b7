//! A list of what is wrong as a workbook or as CSV, to send back to those who filled in the form.

use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

/// What a list is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// An Excel workbook.
    Workbook,
    /// CSV in UTF-8, with the mark by which Excel knows it.
    Csv,
}

impl ListKind {
    /// What a file's name says.
    ///
    /// # Errors
    /// O003 for a name that says neither `.xlsx` nor `.csv`.
    pub fn of(path: &Path) -> Result<Self> {
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match extension.as_str() {
            "xlsx" => Ok(Self::Workbook),
            "csv" => Ok(Self::Csv),
            other => Err(unknown_format(path, other, "xlsx, csv", "table")),
        }
    }
}

/// That a file's name says a format in which it is not written.
pub(crate) fn unknown_format(path: &Path, given: &str, known: &str, of: &str) -> Diagnostic {
    let fault = Diagnostic::new(Code::UnknownFormat).with("given", given).with("known", known);
    fault.with("of", of).at(Location::file(path))
}

/// A file of one table. Every cell is text: what begins with = is no formula.
///
/// # Errors
/// R002 where it cannot be made.
pub fn list<const N: usize>(
    kind: ListKind,
    head: [String; N],
    rows: &[[String; N]],
    widths: [f64; N],
) -> Result<Vec<u8>> {
    let failed = |error: &dyn std::fmt::Display| Diagnostic::new(Code::Internal).with_detail("reason", error);
    match kind {
        ListKind::Workbook => book(head, rows, widths).map_err(|error| failed(&error)),
        ListKind::Csv => table(head, rows).map_err(|error| failed(&error)),
    }
}

fn table<const N: usize>(head: [String; N], rows: &[[String; N]]) -> csv::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(head)?;
    for row in rows {
        // A spreadsheet would compute what begins like a formula.
        writer.write_record(row.iter().map(|cell| match cell.chars().next() {
            Some('=' | '+' | '-' | '@') => format!("'{cell}"),
            _ => cell.clone(),
        }))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn book<const N: usize>(
    head: [String; N],
    rows: &[[String; N]],
    widths: [f64; N],
) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let bold = Format::new().set_bold();
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let sheet = book.add_worksheet();
    sheet.set_freeze_panes(1, 0)?;
    for (at, (head, width)) in head.into_iter().zip(widths).enumerate() {
        let at = u16::try_from(at).unwrap_or(u16::MAX);
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, head, &bold)?;
    }
    for (row, cells) in rows.iter().enumerate() {
        let row = u32::try_from(row).unwrap_or(u32::MAX).saturating_add(1);
        for (at, text) in cells.iter().enumerate() {
            sheet.write_string_with_format(row, u16::try_from(at).unwrap_or(u16::MAX), text, &cell)?;
        }
    }
    book.save_to_buffer()
}
