//! The sheet of what was found of all units: what weighs most first, with its place and a way to its file.

use rust_xlsxwriter::{Color, Format, FormatBorder, Url, Worksheet, XlsxError};

use super::{cell_text, width};
use crate::overview::Overview;

/// A sheet takes no more links.
const LINKS: usize = 60_000;

/// Writes the sheet.
pub fn write(overview: &Overview<'_>, page: &mut Worksheet) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_border(FormatBorder::Thin);
    let head = head.set_background_color(Color::RGB(0x00D9_E2EF));
    let wrapped = Format::new().set_text_wrap();
    let widest = overview.rows.iter().map(|row| width(&row.name)).max().unwrap_or(0).clamp(10, 40) + 2;
    for (column, (text, width)) in (0..).zip([("轻重", 10), ("单位", widest), ("问题", 90), ("位置", 40)])
    {
        page.set_column_width(column, f64::from(width))?;
        page.write_string_with_format(0, column, text, &head)?;
    }
    let mut last = 0;
    for (line, (number, (row, remark))) in (1..).zip(overview.remarks().enumerate()) {
        page.write_string(line, 0, remark.weight.words())?;
        page.write_string(line, 1, cell_text(&row.name))?;
        page.write_string_with_format(line, 2, cell_text(&remark.said), &wrapped)?;
        let place = cell_text(remark.place.as_deref().unwrap_or_default());
        match remark.link.as_ref().filter(|_| number < LINKS) {
            Some(link) => {
                page.write_url(line, 3, Url::new(format!("file:///{link}")).set_text(place))?;
            }
            None => {
                page.write_string(line, 3, place)?;
            }
        }
        last = line;
    }
    page.autofilter(0, 0, last, 3)?;
    page.set_freeze_panes(1, 1)?;
    Ok(())
}
