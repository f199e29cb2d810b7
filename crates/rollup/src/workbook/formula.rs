//! Formulas over the rows below one, and over a ratio's parts. Pure text.

use huibian_contract::Aggregation;
use rust_xlsxwriter::utility::row_col_to_cell;

use crate::overview::{Overview, OverviewColumn, RowKind};

/// A function takes at most 255 arguments.
const ARGUMENTS: usize = 200;
/// A formula has at most 8,192 characters.
const LONGEST: usize = 8000;

/// What stands where a number does not apply.
pub const NOT_APPLICABLE: &str = "—";

/// The count of a parent from the rows right below it, of which the first row stands at `top`. None where it does not
/// add up, or where there are more than a formula can name.
pub fn total(
    overview: &Overview<'_>,
    row: usize,
    column: &OverviewColumn<'_>,
    place: u16,
    top: u32,
    given: bool,
) -> Option<String> {
    let function = match column.spec.over_units {
        Aggregation::Sum => "SUM",
        Aggregation::Max => "MAX",
        Aggregation::Min => "MIN",
        // A mean's weights may stand on another sheet.
        Aggregation::Average | Aggregation::Last | Aggregation::None => return None,
    };
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for child in overview.children(row) {
        let is_unit = overview.end(child) == child + 1;
        match spans.last_mut() {
            Some((_, last)) if is_unit && *last + 1 == child && overview.end(*last) == child => *last = child,
            _ => spans.push((child, child)),
        }
    }
    let cell = |row: usize| row_col_to_cell(top + u32::try_from(row).unwrap_or(u32::MAX), place);
    let spans: Vec<String> = spans
        .into_iter()
        .map(
            |(first, last)| {
                if first == last { cell(first) } else { format!("{}:{}", cell(first), cell(last)) }
            },
        )
        .collect();
    let nested = |function: &str| {
        let parts: Vec<String> = spans.chunks(ARGUMENTS).map(|part| part.join(",")).collect();
        match parts.as_slice() {
            [part] => format!("{function}({part})"),
            parts => {
                let parts: Vec<String> = parts.iter().map(|part| format!("{function}({part})")).collect();
                format!("{function}({})", parts.join(","))
            }
        }
    };
    let formula = if given {
        format!("={}", nested(function))
    } else if spans.len() <= ARGUMENTS {
        format!("=IF({}=0,\"{NOT_APPLICABLE}\",{})", nested("COUNT"), nested(function))
    } else {
        return None;
    };
    (formula.len() < LONGEST).then_some(formula)
}

/// A ratio from its parts' cells, at the count's scale.
pub fn ratio(column: &OverviewColumn<'_>, number: &str, by: &str) -> String {
    let scale = column.spec.rounded_to().unwrap_or_default();
    let quotient = match column.measure() {
        "%" => format!("ROUND({number}/{by},{})", scale + 2),
        "‰" => format!("ROUND({number}/{by}*1000,{scale})"),
        _ => format!("ROUND({number}/{by},{scale})"),
    };
    format!("=IFERROR(IF(OR({number}=\"\",{by}=0),\"{NOT_APPLICABLE}\",{quotient}),\"{NOT_APPLICABLE}\")")
}

/// Whether a unit below a row gave one part of a ratio and not the other: then the parts' sums are over other units than the ratio.
pub fn one_without_the_other(overview: &Overview<'_>, row: usize, parts: [usize; 2]) -> bool {
    units(overview, row).any(|unit| {
        let [number, by] = parts.map(|part| overview.rows[unit].cells.get(part).is_some_and(Option::is_some));
        number != by
    })
}

/// A parent's ratio over the units below it that gave both parts, which stand in these columns. None where a part does not add
/// up, or where there are more units than a formula can name.
pub fn ratio_over_both(
    overview: &Overview<'_>,
    row: usize,
    column: &OverviewColumn<'_>,
    places: [u16; 2],
    top: u32,
) -> Option<String> {
    let (number, by) = column.parts?;
    let adds_up = |part: usize| overview.columns[part].spec.over_units == Aggregation::Sum;
    if !(adds_up(number) && adds_up(by)) {
        return None;
    }
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for unit in units(overview, row) {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == unit => *last = unit,
            _ => spans.push((unit, unit)),
        }
    }
    let cell = |row: usize, place: u16| row_col_to_cell(top + u32::try_from(row).unwrap_or(u32::MAX), place);
    let sum = |of: u16| {
        let sums = spans.iter().map(|(first, last)| {
            let [number, by, of] = [places[0], places[1], of]
                .map(|place| format!("{}:{}", cell(*first, place), cell(*last, place)));
            format!("SUMPRODUCT(ISNUMBER({number})*ISNUMBER({by}),{of})")
        });
        format!("({})", sums.collect::<Vec<_>>().join("+"))
    };
    let formula = ratio(column, &sum(places[0]), &sum(places[1]));
    (formula.len() < LONGEST).then_some(formula)
}

/// The rows of the units below one.
fn units(overview: &Overview<'_>, row: usize) -> impl Iterator<Item = usize> {
    let is_unit = |row: &usize| matches!(overview.rows[*row].kind, RowKind::Unit { .. });
    (row + 1..overview.end(row)).filter(is_unit)
}

/// The digits behind the point as a format has them; none for a count that keeps those of each number.
pub fn digits(column: &OverviewColumn<'_>) -> Option<String> {
    Some(match column.spec.rounded_to()? {
        0 => String::new(),
        scale => format!(".{}", "0".repeat(scale as usize)),
    })
}

/// The format of a count's numbers.
pub fn number_format(column: &OverviewColumn<'_>) -> String {
    let Some(digits) = digits(column) else { return "General".to_owned() };
    match (column.parts, column.measure()) {
        (Some(_), "%") => format!("0{digits}%"),
        (Some(_), "‰") => format!("0{digits}\"‰\""),
        _ => format!("#,##0{digits}"),
    }
}
