//! Bars of the units right below the first row, a chart a count. Names and numbers stand beside the charts and come from
//! the sheets of figures.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::utility::{quote_sheet_name, row_col_to_cell};
use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartSolidFill, ChartType, Color, Format, Formula, Worksheet, XlsxError,
};

use super::figures::{TOP, displayed_value, place, result};
use super::formula::number_format;
use super::{Sheet, cell_text};
use crate::overview::Overview;

/// The most charts.
const CHARTS: usize = 16;
/// The most bars of a chart; where there are more units, those with the largest figures.
const BARS: usize = 30;
/// The column of the first name; the charts stand left of it.
const BESIDE: u16 = 20;
/// Two charts on the width of a sheet of paper, in percent.
const SCALE: u16 = 60;
/// Pixels of a row and of a column, as a new sheet has them.
const ROW: u32 = 20;
const COLUMN: u32 = 64;

/// Writes the sheet.
pub fn write(overview: &Overview<'_>, sheets: &[Sheet], page: &mut Worksheet) -> Result<(), XlsxError> {
    let children: Vec<usize> = overview.children(0).collect();
    let name = page.name();
    let mut top = 0;
    let mut height = 0;
    let mut breaks = Vec::new();
    let given = |column: &usize| {
        let has = |row: usize| overview.rows[row].cells.get(*column).is_some_and(Option::is_some);
        children.iter().filter(|row| has(**row)).count() > 1
    };
    let charted: Vec<usize> = (0..overview.columns.len()).filter(given).take(CHARTS).collect();
    for (number, column) in charted.iter().copied().enumerate() {
        let Some(sheet) = sheets.iter().find(|sheet| (sheet.first..sheet.end).contains(&column)) else {
            continue;
        };
        let rows = bars(overview, &children, column);
        let at = BESIDE + u16::try_from(number * 2).unwrap_or(0);
        write_numbers(overview, (sheet, column), &rows, page, at)?;
        let last = u32::try_from(rows.len()).unwrap_or(0);
        let mut chart = chart(&name, at, last);
        if number % 2 == 0 {
            top += height;
            breaks.extend((top > 0).then_some(top));
            height = (last * 22 + 90).max(220) / ROW + 1;
        }
        chart.set_width(COLUMN * 9).set_height((height - 1) * ROW);
        page.insert_chart(top, if number % 2 == 0 { 0 } else { 10 }, &chart)?;
    }
    page.set_landscape().set_print_scale(SCALE).set_paper_size(9).set_page_breaks(&breaks)?;
    page.set_print_area(0, 0, (top + height).max(1), BESIDE - 1)?;
    Ok(())
}

/// The rows that are drawn.
fn bars(overview: &Overview<'_>, children: &[usize], column: usize) -> Vec<usize> {
    let value = |row: usize| overview.rows[row].cells.get(column)?.as_ref().map(|cell| cell.value);
    let mut rows: Vec<usize> = children.iter().copied().filter(|row| value(*row).is_some()).collect();
    if rows.len() > BARS {
        rows.sort_by_key(|row| std::cmp::Reverse(value(*row)));
        rows.truncate(BARS);
    }
    rows
}

fn write_numbers(
    overview: &Overview<'_>,
    (sheet, column): (&Sheet, usize),
    rows: &[usize],
    page: &mut Worksheet,
    at: u16,
) -> Result<(), XlsxError> {
    let spec = &overview.columns[column];
    let style = Format::new().set_num_format(number_format(spec));
    page.write_string(0, at, "单位")?;
    page.write_string(0, at + 1, cell_text(&spec.heading()))?;
    for (line, &row) in (1..).zip(rows) {
        page.write_string(line, at, cell_text(&overview.rows[row].name))?;
        let Some(cell) = overview.rows[row].cells[column].as_ref() else { continue };
        let from = row_col_to_cell(TOP + u32::try_from(row).unwrap_or(0), place(sheet, column));
        let formula = format!("={}!{from}", quote_sheet_name(&sheet.name));
        if displayed_value(spec, cell).to_f64().is_some() {
            let formula = Formula::new(formula).set_result(result(spec, cell));
            page.write_formula_with_format(line, at + 1, formula, &style)?;
        }
    }
    Ok(())
}

fn chart(sheet: &str, at: u16, last: u32) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    let plain = ChartFont::new().set_size(9).clone();
    let title = ChartFont::new().set_size(12).clone();
    chart.title().set_name((sheet, 0, at + 1)).set_font(&title);
    chart
        .add_series()
        .set_name((sheet, 0, at + 1))
        .set_categories((sheet, 1, at, last, at))
        .set_values((sheet, 1, at + 1, last, at + 1))
        .set_gap(45)
        .set_format(&mut ChartSolidFill::new().set_color(Color::RGB(0x0041_6A9B)).clone())
        .set_data_label(ChartDataLabel::new().show_value().set_font(&plain));
    chart.legend().set_hidden();
    // Of bars that lie, the vertical axis has the names, and the first name stands on top. Numbers are on the bars.
    chart.y_axis().set_reverse().set_font(&plain).set_major_gridlines(false);
    chart.x_axis().set_hidden(true).set_major_gridlines(false).set_min(0);
    chart
}
