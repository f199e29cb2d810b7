//! The sheet that says how each unit stands: missing and failed first, with reasons.

use rust_xlsxwriter::{Color, Format, FormatBorder, Worksheet, XlsxError};

use super::{cell_text, width};
use crate::overview::{Overview, OverviewRow, Standing, Weight};

/// Writes the sheet.
pub fn write(overview: &Overview<'_>, page: &mut Worksheet) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_border(FormatBorder::Thin);
    let head = head.set_background_color(Color::RGB(0x00D9_E2EF));
    let wrapped = Format::new().set_text_wrap();
    let mut units: Vec<(&OverviewRow, Standing)> =
        overview.units().map(|(row, standing, _)| (row, standing)).collect();
    units.sort_by_key(|(_, standing)| *standing);
    let widest = overview.rows.iter().map(|row| width(&row.name)).max().unwrap_or(0).clamp(10, 40) + 2;
    for (column, (text, width)) in
        (0..).zip([("单位", widest), ("上级单位", widest), ("状态", 14), ("原因", 90)])
    {
        page.set_column_width(column, f64::from(width))?;
        page.write_string_with_format(0, column, text, &head)?;
    }
    for (line, (row, standing)) in (1..).zip(units) {
        page.write_string(line, 0, cell_text(&row.name))?;
        let above = row.above.map_or("", |above| overview.rows[above].name.as_str());
        page.write_string(line, 1, cell_text(above))?;
        page.write_string(line, 2, standing.words())?;
        let reasons = match standing {
            Standing::Missing => "没有这个单位的数据".to_owned(),
            _ => cell_text(&reasons(row)),
        };
        page.write_string_with_format(line, 3, reasons, &wrapped)?;
    }
    let last = u32::try_from(overview.units().count()).unwrap_or(u32::MAX);
    page.autofilter(0, 0, last, 3)?;
    page.set_freeze_panes(1, 1)?;
    Ok(())
}

/// Why a unit is not as it should be, and what of it was let through.
fn reasons(row: &OverviewRow) -> String {
    let told = row.remarks.iter().filter(|remark| !matches!(remark.weight, Weight::Warning | Weight::Note));
    let told = told.map(|remark| match &remark.place {
        Some(place) => format!("{}（{place}）", remark.said),
        None => remark.said.clone(),
    });
    told.collect::<Vec<_>>().join("\n")
}
