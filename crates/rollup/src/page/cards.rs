//! The counts of the page: each with its sum, how many units stand behind it, and a bar for every unit right below.

use huibian_figure::Digits;
use maud::{Markup, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::overview::{Overview, OverviewRow};

/// Bars that stand open; further ones fold away.
const OPEN: usize = 8;
/// The most bars of a count; all figures stand in the table.
const BARS: usize = 40;

/// All counts.
pub fn cards(overview: &Overview<'_>) -> Markup {
    html! {
        h2 { "汇总数据" }
        div .cards #counts {
            @for column in 0..overview.columns.len() { (card(overview, column)) }
        }
    }
}

fn card(overview: &Overview<'_>, column: usize) -> Markup {
    let spec = &overview.columns[column];
    let total = overview.total().cells.get(column).and_then(Option::as_ref);
    let coverage = overview.coverage();
    let rows: Vec<(&OverviewRow, Decimal)> = overview
        .children(0)
        .filter_map(|row| {
            let row = &overview.rows[row];
            Some((row, row.cells.get(column)?.as_ref()?.value))
        })
        .collect();
    let largest = rows.iter().map(|(_, value)| *value).max().unwrap_or_default();
    let bars = |rows: &[(&OverviewRow, Decimal)]| {
        html! {
            @for (row, value) in rows {
                div .bar {
                    span title=(row.name) { (row.name) }
                    span { i style={ "width:" (share(*value, largest)) "%" } {} }
                    span { (digits(overview, column, row)) (short_measure(spec.measure())) }
                }
            }
        }
    };
    html! {
        section .card {
            h3 { (spec.spec.label) }
            @if let Some(cell) = total {
                span .of { "由" (overview.covered[column]) "/" (coverage.units) "个单位汇总" }
                div .sum title=(cell.source) data-source=(cell.source) {
                    (cell.digits(spec.spec)) small { (spec.measure()) }
                }
                @if let Some(told) = compared(overview, column) { p .was { (told) } }
            } @else {
                div .sum { "—" }
            }
            (bars(&rows[..rows.len().min(OPEN)]))
            @if rows.len() > OPEN {
                details {
                    summary { "其余" (rows.len() - OPEN) "个" }
                    (bars(&rows[OPEN..rows.len().min(BARS)]))
                    @if rows.len() > BARS { p { "更多见下表。" } }
                }
            }
        }
    }
}

/// What it was in the period before, and how much more it is now: over the units that the page says.
fn compared(overview: &Overview<'_>, column: usize) -> Option<String> {
    let (total, spec) = (overview.total(), overview.columns[column].spec);
    let change = total.previous.get(column)?.as_ref()?;
    let now = change.now.or(total.cells.get(column)?.as_ref().map(|cell| cell.value))?;
    let (before, measure) = (change.before, spec.measure());
    let printed = |value: Decimal| Digits::of(spec, value).to_string();
    let (points, ways) = match measure {
        "%" => ("个百分点", ["提高", "下降"]),
        "‰" => ("个千分点", ["提高", "下降"]),
        other => (other, ["增加", "减少"]),
    };
    let way = ways[usize::from(now < before)];
    let difference = match now - before {
        none if none.is_zero() => "持平".to_owned(),
        some => format!("{way}{}{points}", printed(some.abs())),
    };
    let now = change.now.map(|now| format!("{}{}{measure}，", overview.now, printed(now)));
    Some(format!("{}{}{}{measure}，{difference}", now.unwrap_or_default(), overview.before, printed(before)))
}

fn digits(overview: &Overview<'_>, column: usize, row: &OverviewRow) -> String {
    let cell = row.cells.get(column).and_then(Option::as_ref);
    cell.map_or_else(String::new, |cell| cell.digits(overview.columns[column].spec).to_string())
}

/// A sign belongs to the number; a measure word stands with the sum already.
fn short_measure(measure: &str) -> &str {
    if matches!(measure, "%" | "‰") { measure } else { "" }
}

/// How much of the largest a number is, in percent with one digit.
fn share(value: Decimal, largest: Decimal) -> String {
    let share = value.checked_div(largest).and_then(|share| (share * Decimal::ONE_HUNDRED).to_f64());
    format!("{:.1}", share.unwrap_or(0.0).clamp(0.0, 100.0))
}
