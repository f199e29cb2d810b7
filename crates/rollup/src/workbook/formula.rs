//! Formulas over the rows below one, and over a ratio's parts. Pure text.

use huibian_contract::Aggregation;
use rust_xlsxwriter::utility::row_col_to_cell;

use crate::overview::{Overview, OverviewColumn};

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
