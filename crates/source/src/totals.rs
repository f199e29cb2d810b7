//! The figures of a table's own totals held against what its rows come to. A sub-total may be of the rows above it, or of
//! those below it, up to the next one. Knows no units.

use std::collections::HashMap;

use huibian_diagnostic::{Code, Diagnostic};
use rust_decimal::Decimal;

use crate::cell::Wanted;
use crate::{Datum, RawLocation};
use huibian_sheet::Sheet;
use huibian_sheet::line_kind::{counted, summed};
use huibian_sheet::period_said::is_period;

/// A column of figures.
#[derive(Clone, Copy, Debug)]
pub struct FigureColumn<'f> {
    /// Its number, from 0.
    pub column: u32,
    /// How its cells are read.
    pub wanted: Wanted<'f>,
}

/// A row of totals.
#[derive(Clone, Debug)]
pub struct TotalRow {
    /// Index of the row.
    pub row: usize,
    /// The column in which it says so.
    pub column: u32,
    /// What it says.
    pub name: String,
}

/// What adds up in a column: labels and measures of rates are left out.
pub fn adds_up(label: &str, measure: &str) -> bool {
    const RATES: [&str; 10] = ["率", "比例", "占比", "比重", "平均", "人均", "均值", "百分", "排名", "名次"];
    !RATES.iter().any(|word| label.contains(word))
        && !matches!(measure, "%" | "‰" | "％" | "个百分点" | "百分点")
}

/// The rows of data that a total may be of, by their indices.
#[derive(Clone, Copy, Debug)]
pub struct Summed<'s> {
    /// All of them.
    pub data: &'s [usize],
    /// Those of one unit, by its name as it is compared.
    pub of_units: &'s HashMap<String, Vec<usize>>,
}

/// The totals that differ from what rows come to. One of a time of its own is held against nothing.
pub fn differing(
    sheet: &Sheet,
    figures: &[FigureColumn<'_>],
    Summed { data, of_units }: Summed<'_>,
    totals: &[TotalRow],
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (at, total) in totals.iter().enumerate() {
        let of = summed(&total.name);
        if is_period(&of) {
            continue;
        }
        let data = of_units.get(&of).map_or(data, Vec::as_slice);
        let before = at.checked_sub(1).map(|at| totals[at].row);
        let after = totals.get(at + 1).map(|next| next.row);
        let spans: [Vec<usize>; 4] = [
            data.iter()
                .copied()
                .filter(|row| *row < total.row && before.is_none_or(|before| *row > before))
                .collect(),
            data.iter()
                .copied()
                .filter(|row| *row > total.row && after.is_none_or(|after| *row < after))
                .collect(),
            data.iter().copied().filter(|row| *row < total.row).collect(),
            data.to_vec(),
        ];
        let spans = if of_units.contains_key(&of) {
            [data.to_vec(), Vec::new(), Vec::new(), Vec::new()]
        } else {
            spans
        };
        let of_all = !total.name.contains("小计") && !total.name.to_lowercase().contains("sub");
        let mut sums = Vec::new();
        for figure in figures {
            let Ok(all) = sum(sheet, figure, data) else { continue };
            let parts = spans.iter().filter(|rows| !rows.is_empty());
            let candidates: Vec<Option<Decimal>> =
                parts.filter_map(|rows| sum(sheet, figure, rows).ok()).collect();
            sums.extend(candidates.iter().copied());
            let Some(stated) = number(sheet, figure, total.row) else { continue };
            if candidates.contains(&Some(stated)) || (stated.is_zero() && candidates.contains(&None)) {
                continue;
            }
            let ours = if of_all { all } else { candidates.first().copied().flatten() };
            let fault = Diagnostic::new(Code::TotalDiffers)
                .with("of", "rows")
                .with("name", &total.name)
                .with("label", figure.wanted.label);
            let fault = fault.with_digits("stated", stated);
            let fault = match ours {
                Some(ours) => fault.with_digits("ours", ours.normalize()),
                None => fault.with("ours", "–"),
            };
            found.push(fault.at(sheet.place(sheet.rows[total.row].number, figure.column)));
        }
        let Some(count) = counted(&total.name).map(Decimal::from) else { continue };
        let rows = spans.iter().map(|rows| Some(Decimal::from(rows.len())));
        if !rows.chain(sums).any(|one| one == Some(count)) {
            let fault = Diagnostic::new(Code::TotalDiffers)
                .with("of", "rows")
                .with("name", &total.name)
                .with("label", &sheet.name);
            let fault = fault.with_digits("stated", count).with_digits("ours", data.len());
            found.push(fault.at(sheet.place(sheet.rows[total.row].number, total.column)));
        }
    }
    found
}

/// A cell that cannot be read, which is told of by itself.
struct Unread;

/// What a column comes to over rows: none where no row gives any.
fn sum(sheet: &Sheet, figure: &FigureColumn<'_>, rows: &[usize]) -> Result<Option<Decimal>, Unread> {
    let mut sum = None;
    for row in rows {
        if sheet.rows[*row].cell(figure.column).is_some() {
            let number = number(sheet, figure, *row).ok_or(Unread)?;
            sum = Some(sum.unwrap_or(Decimal::ZERO).checked_add(number).ok_or(Unread)?);
        }
    }
    Ok(sum)
}

/// The number in a row.
pub fn number(sheet: &Sheet, figure: &FigureColumn<'_>, row: usize) -> Option<Decimal> {
    let cell = sheet.rows[row].cell(figure.column)?;
    match figure.wanted.read(cell, sheet.is_1904, RawLocation::Span(0, 0)).ok()? {
        Datum::Integer(digits, 10) | Datum::Decimal(digits) => digits.parse().ok(),
        _ => None,
    }
}

/// Whether a row has figures alone, and each of them is what the rows above come to: a total that does not say so.
pub fn is_unsaid(sheet: &Sheet, figures: &[FigureColumn<'_>], data: &[usize], row: usize) -> bool {
    let is_figure = |column: u32| figures.iter().find(|figure| figure.column == column);
    let cells = &sheet.rows[row].cells;
    // Among rows of figures alone, one that comes to what stands above it is a row like any other.
    let is_worded = |at: &usize| sheet.rows[*at].cells.iter().any(|(column, _)| is_figure(*column).is_none());
    data.len() > 1
        && data.iter().all(is_worded)
        && !cells.is_empty()
        && cells.iter().all(|(column, _)| {
            is_figure(*column).is_some_and(|figure| {
                let stated = number(sheet, figure, row);
                stated.is_some() && sum(sheet, figure, data).ok().flatten() == stated
            })
        })
}
