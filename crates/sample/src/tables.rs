//! Tables as several reports have them: cells that differ, and rows of which each report has its own.

use std::collections::BTreeSet;

use crate::form::{FormRow, Hole, HoleKind, Piece, Reason, Repeat, RepeatedRow};
use crate::measure;
use crate::nature::Setting;
use crate::paper::Passage;
use crate::token::{Own, value};
use crate::weave::Weaver;

type Table = Vec<Vec<Passage>>;

/// Heads of columns whose numbers count rows.
const ORDINALS: &[&str] = &["序号", "编号", "号", "No.", "No", "#", "年份", "年度", "电话", "联系电话"];

/// The rows of tables that stand beside each other.
pub fn rows(tables: &[Option<&Table>], owns: &[Own]) -> Vec<FormRow> {
    let present: Vec<(usize, &Table)> =
        tables.iter().enumerate().filter_map(|(report, table)| Some((report, (*table)?))).collect();
    let Some((_, sample)) = present.first() else { return Vec::new() };
    let head_of = |table: &Table, row: usize, column: usize| {
        (0..row)
            .rev()
            .map(|above| cell(table, above, column))
            .find(|text| !text.is_empty() && value(text).is_none())
    };
    let fixed = |row: &dyn Fn(&Table) -> usize| {
        let at = row(sample);
        let width = present.iter().map(|(_, table)| table[row(table)].len()).max().unwrap_or(0);
        let cells = (0..width).map(|column| {
            let mut texts: Vec<Option<&str>> = vec![None; tables.len()];
            for (report, table) in &present {
                texts[*report] = table[row(table)].get(column).map(|cell| cell.text.as_str());
            }
            let head = head_of(sample, at, column).unwrap_or_default();
            let label = label_of(sample, at, column);
            fixed_cell(owns, texts, &head, &label, column)
        });
        FormRow::Fixed(cells.collect())
    };
    let label = |table: &Table, row: usize| table[row].first().map(|cell| cell.text.trim().to_owned());
    let counts: BTreeSet<usize> = present.iter().map(|(_, table)| table.len()).collect();
    let is_same = counts.len() == 1
        && (0..sample.len())
            .filter(|row| present.iter().all(|(_, table)| label(table, *row) == label(sample, *row)))
            .count()
            * 5
            >= sample.len() * 4;
    if present.len() == 1 || is_same {
        return (0..sample.len()).map(|row| fixed(&|_| row)).collect();
    }
    let shortest = counts.first().copied().unwrap_or(0);
    let says = |table: &Table, row: usize| {
        table[row].iter().map(|cell| cell.text.trim().to_owned()).collect::<Vec<_>>()
    };
    let head = (0..shortest)
        .take_while(|row| present.iter().all(|(_, table)| says(table, *row) == says(sample, *row)))
        .count();
    let tail = (0..shortest - head)
        .take_while(|up| {
            let own = |table: &Table| label(table, table.len() - 1 - up);
            own(sample).is_some_and(|name| !name.is_empty() && value(&name).is_none())
                && present.iter().all(|(_, table)| own(table) == own(sample))
        })
        .count();
    let mut rows: Vec<FormRow> = (0..head).map(|row| fixed(&|_| row)).collect();
    let mut repeated: Vec<Vec<RepeatedRow>> = vec![Vec::new(); tables.len()];
    for (report, table) in &present {
        repeated[*report] = table[head..table.len() - tail].iter().map(|row| whole(row)).collect();
    }
    let heads = (0..sample.iter().map(Vec::len).max().unwrap_or(0))
        .map(|column| head_of(sample, head, column).unwrap_or_default())
        .collect();
    rows.push(FormRow::Repeated(Repeat { heads, rows: repeated, field: 0 }));
    rows.extend((0..tail).rev().map(|up| fixed(&|table| table.len() - 1 - up)));
    rows
}

fn cell(table: &Table, row: usize, column: usize) -> String {
    table.get(row).and_then(|row| row.get(column)).map(|cell| cell.text.trim().to_owned()).unwrap_or_default()
}

/// What the nearest words left of a cell say.
fn label_of(table: &Table, row: usize, column: usize) -> String {
    let left = (0..column).rev().map(|left| cell(table, row, left));
    left.into_iter().find(|text| !text.is_empty() && value(text).is_none()).unwrap_or_default()
}

/// A row whose cells are columns as a whole.
fn whole(row: &[Passage]) -> RepeatedRow {
    RepeatedRow {
        words: vec![String::new(); row.len() + 1],
        texts: row.iter().map(|cell| cell.text.clone()).collect(),
    }
}

fn fixed_cell(owns: &[Own], texts: Vec<Option<&str>>, head: &str, label: &str, column: usize) -> Vec<Piece> {
    let is_ordinal = ORDINALS.contains(&head.trim()) || column == 0 && head.is_empty();
    let given: Vec<&str> = texts.iter().flatten().copied().collect();
    let numbers = given.iter().filter(|text| value(text.trim_end_matches(['%', '％'])).is_some()).count();
    let is_named = !head.is_empty() || !label.is_empty();
    let is_figure = is_named && !is_ordinal && numbers * 2 > given.len();
    if !is_figure {
        let own: Vec<Option<String>> = texts.iter().map(|text| text.map(str::to_owned)).collect();
        let pieces = Weaver { owns, texts, setting: Setting::default() }.pieces();
        // No condition stands within a cell: one that has words in some reports alone is words that differ.
        if pieces.iter().any(|piece| matches!(piece, Piece::Optional(..))) {
            return vec![Piece::Hole(Hole::new(HoleKind::Text, own, Reason::Differs))];
        }
        return pieces;
    }
    let differs = given.iter().any(|text| *text != given[0]);
    let is_rate = given.iter().all(|text| text.ends_with(['%', '％']));
    let named = [measure::in_label(head), measure::in_label(label)].into_iter().find(|word| !word.is_empty());
    let reason = if differs { Reason::Differs } else { Reason::Nature };
    let sign = if is_rate {
        given[0].chars().next_back().map(String::from).unwrap_or_default()
    } else {
        String::new()
    };
    let own = |text: &&str| text[..text.len() - sign.len()].to_owned();
    let kind = if is_rate || named.is_some_and(measure::is_rate) { HoleKind::Rate } else { HoleKind::Number };
    let holes = texts.iter().map(|text| text.as_ref().map(own)).collect();
    let measure = if is_rate { sign.clone() } else { named.unwrap_or_default().to_owned() };
    let mut pieces = vec![Piece::Hole(Hole { measure, ..Hole::new(kind, holes, reason) })];
    crate::form::push_words(&mut pieces, &sign);
    pieces
}
