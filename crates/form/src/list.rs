//! A list of what is wrong as a workbook, to send back to those who filled in the form.

use huibian_diagnostic::{Code, Diagnostic, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

/// A workbook of one table. Every cell is text: what begins with = is no formula.
///
/// # Errors
/// R002 where the workbook cannot be made.
pub fn list<const N: usize>(head: [String; N], rows: &[[String; N]], widths: [f64; N]) -> Result<Vec<u8>> {
    let failed = |error: XlsxError| Diagnostic::new(Code::Internal).with_detail("reason", error);
    book(head, rows, widths).map_err(failed)
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
