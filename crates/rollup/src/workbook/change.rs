//! The sheet that compares with the period before: for each count what it was, and how much more it is now. What does not
//! compare is empty.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::utility::{quote_sheet_name, row_col_to_cell};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use super::figures::{TOP, place, shown_value};
use super::formula::{digits, number_format};
use super::{Sheet, cell_text, width};
use crate::overview::{Overview, OverviewColumn, OverviewRow};

type Result<T> = std::result::Result<T, XlsxError>;

/// Writes the sheet, its rows where the sheets of figures have them.
pub fn write(overview: &Overview<'_>, sheets: &[Sheet], page: &mut Worksheet) -> Result<()> {
    let head = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Center);
    let head = head.set_border(FormatBorder::Thin).set_background_color(Color::RGB(0x00D9_E2EF));
    let title = format!("{}（较{}）", overview.title, overview.before);
    page.write_string_with_format(0, 0, title, &Format::new().set_bold().set_font_size(15))?;
    let names = overview.rows.iter().map(|row| width(&row.name) + u32::try_from(row.depth * 2).unwrap_or(0));
    page.set_column_width(0, f64::from(names.max().unwrap_or(0).clamp(10, 40) + 2))?;
    let heads = [TOP - 2, TOP - 1];
    page.write_string_with_format(heads[0], 0, "", &head)?;
    for (index, column) in overview.columns.iter().enumerate() {
        let at = at(index);
        page.merge_range(heads[0], at, heads[0], at + 1, &cell_text(&column.heading()), &head)?;
        page.set_column_width(at, 11)?.set_column_width(at + 1, 11)?;
    }
    page.write_string_with_format(heads[1], 0, "单位", &head)?;
    for (index, column) in overview.columns.iter().enumerate() {
        let change = if column.parts.is_some() && column.measure() == "%" {
            "增减（百分点）"
        } else {
            "增减"
        };
        page.write_string_with_format(heads[1], at(index), overview.before, &head)?;
        page.write_string_with_format(heads[1], at(index) + 1, change, &head)?;
    }
    if overview.rows.iter().any(|row| overview.basis(row).is_some()) {
        let last = at(overview.columns.len());
        page.write_string_with_format(heads[1], last, "比较范围", &head)?;
        page.set_column_width(last, 40)?;
    }
    for (index, row) in overview.rows.iter().enumerate() {
        let line = TOP + u32::try_from(index).unwrap_or(u32::MAX - TOP);
        let indent = Format::new().set_indent(u8::try_from(row.depth).unwrap_or(u8::MAX));
        page.write_string_with_format(line, 0, cell_text(&row.name), &indent)?;
        for column in 0..overview.columns.len() {
            compare(overview, sheets, page, (line, column), row)?;
        }
        if let Some(basis) = overview.basis(row) {
            page.write_string(line, at(overview.columns.len()), cell_text(&basis))?;
        }
    }
    page.set_freeze_panes(TOP + 1, 1)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_paper_size(9);
    Ok(())
}

/// Where the column of a count's earlier figure stands; that of the change follows.
fn at(column: usize) -> u16 {
    1 + u16::try_from(column * 2).unwrap_or(u16::MAX - 2)
}

fn compare(
    overview: &Overview<'_>,
    sheets: &[Sheet],
    page: &mut Worksheet,
    (line, index): (u32, usize),
    row: &OverviewRow,
) -> Result<()> {
    let column = &overview.columns[index];
    let Some(change) = row.previous.get(index).and_then(Option::as_ref) else { return Ok(()) };
    let previous = change.before;
    let before = Format::new().set_num_format(number_format(column));
    let value = shown_value(column, previous);
    page.write_number_with_format(line, at(index), value.to_f64().unwrap_or(0.0), &before)?;
    if let Some(now) = change.now {
        let difference = (now - previous).to_f64().unwrap_or(0.0);
        let style = Format::new().set_num_format(signed(column));
        page.write_number_with_format(line, at(index) + 1, difference, &style)?;
        return Ok(());
    }
    let now = row.cells.get(index).and_then(Option::as_ref);
    let sheet = sheets.iter().find(|sheet| (sheet.first..sheet.end).contains(&index));
    let (Some(now), Some(sheet)) = (now, sheet) else { return Ok(()) };
    let now_at = format!("{}!{}", quote_sheet_name(&sheet.name), row_col_to_cell(line, place(sheet, index)));
    let difference = format!("{now_at}-{}", row_col_to_cell(line, at(index)));
    let factor = if column.parts.is_some() && column.measure() == "%" { "*100" } else { "" };
    // A count that keeps its digits has those of both numbers.
    let scale = column.spec.rounded_to().unwrap_or_else(|| now.value.scale().max(previous.scale()));
    let formula = format!("=IFERROR(ROUND(({difference}){factor},{scale}),\"\")");
    let result = (now.value - previous).normalize().to_string();
    let formula = Formula::new(formula).set_result(result);
    page.write_formula_with_format(
        line,
        at(index) + 1,
        formula,
        &Format::new().set_num_format(signed(column)),
    )?;
    Ok(())
}

/// A change with its sign.
fn signed(column: &OverviewColumn<'_>) -> String {
    let Some(digits) = digits(column) else { return "+General;-General;0".to_owned() };
    format!("+#,##0{digits};-#,##0{digits};0{digits}")
}
