//! A sheet of figures: units in tree order, a subtotal before what it adds up, a count a column.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use super::formula::{NOT_APPLICABLE, number_format, one_without_the_other, ratio, ratio_over_both, total};
use super::{Sheet, cell_text, width};
use crate::overview::{Overview, OverviewCell, OverviewColumn, OverviewRow, RowKind};

/// The sheet's row of the first unit; above it the title, the coverage, the sections, the counts, the units of each.
pub const TOP: u32 = 5;
/// The sheet's column of the first count.
pub const LEFT: u16 = 2;
/// A workbook's outline is at most so deep.
const OUTLINE: usize = 7;

const HEAD: u32 = 0x00D9_E2EF;
const SUBTOTAL: u32 = 0x00EE_F2F8;
const ABSENT: u32 = 0x00F7_E6E3;

type Result<T> = std::result::Result<T, XlsxError>;

/// Where a column of the overview stands on its sheet.
pub fn place(sheet: &Sheet, column: usize) -> u16 {
    LEFT + u16::try_from(column - sheet.first).unwrap_or(u16::MAX - LEFT)
}

/// Writes the sheet, row by row.
pub fn write(overview: &Overview<'_>, sheet: &Sheet, page: &mut Worksheet) -> Result<()> {
    head(overview, sheet, page)?;
    let styles = Styles::new(&overview.columns[sheet.first..sheet.end]);
    for (index, row) in overview.rows.iter().enumerate() {
        self::row(overview, sheet, page, index, row, &styles)?;
    }
    outline(overview, page)?;
    page.set_freeze_panes(TOP + 1, LEFT)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, TOP - 1)?;
    page.set_paper_size(9);
    Ok(())
}

fn head(overview: &Overview<'_>, sheet: &Sheet, page: &mut Worksheet) -> Result<()> {
    let columns = &overview.columns[sheet.first..sheet.end];
    let names = overview.rows.iter().map(|row| width(&row.name) + u32::try_from(row.depth * 2).unwrap_or(0));
    page.set_column_width(0, f64::from(names.max().unwrap_or(0).clamp(10, 40) + 2))?;
    page.set_column_width(1, 12)?;
    let head = Format::new().set_bold().set_text_wrap().set_background_color(Color::RGB(HEAD));
    let head = head.set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    let head = head.set_border(FormatBorder::Thin);
    page.set_row_height(0, 26)?;
    page.write_string_with_format(0, 0, &overview.title, &Format::new().set_bold().set_font_size(15))?;
    page.write_string(1, 0, overview.coverage().words())?;
    for (row, first) in [(2, ["", ""]), (3, ["单位", "报送情况"])] {
        for (column, text) in (0..).zip(first) {
            page.write_string_with_format(row, column, text, &head)?;
        }
        let mut index = 0;
        while index < columns.len() {
            let column = &columns[index];
            let at = place(sheet, sheet.first + index);
            let widest = (width(&column.spec.label) + 2).clamp(10, 26);
            page.set_column_width(at, f64::from(widest))?;
            if row == 3 {
                page.write_string_with_format(row, at, cell_text(&column.heading_in("\n")), &head)?;
                index += 1;
                continue;
            }
            let id = &column.manifest.id;
            let same = columns[index..].iter().take_while(|other| other.manifest.id == *id).count();
            let end = at + u16::try_from(same - 1).unwrap_or(0);
            if same > 1 {
                page.merge_range(row, at, row, end, &cell_text(&column.manifest.title), &head)?;
            } else {
                page.write_string_with_format(row, at, cell_text(&column.manifest.title), &head)?;
            }
            index += same;
        }
    }
    page.set_row_height(3, 32)?;
    let small = Format::new().set_font_color(Color::Gray).set_align(FormatAlign::Right).set_font_size(9);
    page.write_string_with_format(4, 0, "汇总单位数", &small)?;
    page.write_string_with_format(4, 1, overview.coverage().units.to_string(), &small)?;
    for (index, column) in columns.iter().enumerate() {
        let covered = overview.covered[sheet.first + index];
        let text = if adds_up(column) { covered.to_string() } else { NOT_APPLICABLE.to_owned() };
        page.write_string_with_format(4, place(sheet, sheet.first + index), text, &small)?;
    }
    Ok(())
}

fn adds_up(column: &OverviewColumn<'_>) -> bool {
    use huibian_contract::Aggregation::{Last, None};
    column.parts.is_some() || !matches!(column.spec.over_units, Last | None)
}

/// A unit's cells of each kind of row.
struct Styles {
    plain: Vec<Format>,
    subtotal: Vec<Format>,
    absent: Format,
    names: [Format; 2],
}

impl Styles {
    fn new(columns: &[OverviewColumn<'_>]) -> Self {
        let bordered = Format::new().set_border(FormatBorder::Hair).set_align(FormatAlign::Right);
        let plain = |column: &OverviewColumn<'_>| bordered.clone().set_num_format(number_format(column));
        let bold = |format: Format| format.set_bold().set_background_color(Color::RGB(SUBTOTAL));
        let name = Format::new().set_border(FormatBorder::Hair);
        Self {
            plain: columns.iter().map(plain).collect(),
            subtotal: columns.iter().map(plain).map(bold).collect(),
            absent: name.clone().set_background_color(Color::RGB(ABSENT)),
            names: [name.clone(), bold(name)],
        }
    }
}

fn row(
    overview: &Overview<'_>,
    sheet: &Sheet,
    page: &mut Worksheet,
    index: usize,
    row: &OverviewRow,
    styles: &Styles,
) -> Result<()> {
    let line = TOP + u32::try_from(index).unwrap_or(u32::MAX - TOP);
    let (standing, name, is_parent) = match &row.kind {
        RowKind::Parent { coverage, .. } => (coverage.short(), &styles.names[1], true),
        RowKind::Unit { standing, .. } if standing.reported() => {
            (standing.words().to_owned(), &styles.names[0], false)
        }
        RowKind::Unit { standing, .. } => (standing.words().to_owned(), &styles.absent, false),
    };
    let indented = name.clone().set_indent(u8::try_from(row.depth).unwrap_or(u8::MAX));
    page.write_string_with_format(line, 0, cell_text(&row.name), &indented)?;
    page.write_string_with_format(line, 1, standing, name)?;
    for number in sheet.first..sheet.end {
        let column = &overview.columns[number];
        let (at, style) = (place(sheet, number), number - sheet.first);
        let style = if is_parent { &styles.subtotal[style] } else { &styles.plain[style] };
        let cell = row.cells.get(number).and_then(Option::as_ref);
        let formula = match column.parts {
            _ if row.cells.is_empty() => None,
            Some((num, den)) => {
                let part = |part: usize| row_col_to_cell(line, place(sheet, part));
                if is_parent && one_without_the_other(overview, index, [num, den]) {
                    ratio_over_both(overview, index, column, [num, den].map(|part| place(sheet, part)), TOP)
                } else {
                    Some(ratio(column, &part(num), &part(den)))
                }
            }
            None if is_parent => total(overview, index, column, at, TOP, cell.is_some()),
            None => None,
        };
        match (formula, cell) {
            (Some(formula), cell) => {
                let result = cell.map_or_else(|| NOT_APPLICABLE.to_owned(), |cell| result(column, cell));
                page.write_formula_with_format(line, at, Formula::new(formula).set_result(result), style)?;
            }
            (None, Some(cell)) => {
                let value = displayed_value(column, cell).to_f64().unwrap_or(0.0);
                page.write_number_with_format(line, at, value, style)?;
            }
            (None, None) if !is_parent && row.cells.is_empty() => {
                page.write_blank(line, at, &styles.absent)?;
            }
            (None, None) => {
                page.write_blank(line, at, style)?;
            }
        }
    }
    Ok(())
}

/// A figure as its cell holds it: 98.4% is 0.984.
pub fn displayed_value(column: &OverviewColumn<'_>, cell: &OverviewCell) -> Decimal {
    shown_value(column, cell.value)
}

/// A number as its cell holds it.
pub fn shown_value(column: &OverviewColumn<'_>, value: Decimal) -> Decimal {
    match (column.parts, column.measure()) {
        (Some(_), "%") => value / Decimal::ONE_HUNDRED,
        _ => value,
    }
}

/// The result that a formula bears until it is calculated anew.
pub fn result(column: &OverviewColumn<'_>, cell: &OverviewCell) -> String {
    displayed_value(column, cell).normalize().to_string()
}

/// What is below a subtotal folds away beneath it.
fn outline(overview: &Overview<'_>, page: &mut Worksheet) -> Result<()> {
    page.group_symbols_above(true);
    for (index, row) in overview.rows.iter().enumerate().skip(1) {
        if let RowKind::Parent { end, .. } = row.kind
            && row.depth <= OUTLINE
            && end > index + 1
        {
            let line = |row: usize| TOP + u32::try_from(row).unwrap_or(u32::MAX - TOP);
            page.group_rows(line(index + 1), line(end - 1))?;
        }
    }
    Ok(())
}
