//! Reports that have next to nothing in common with the others.

use crate::form::{self, Body, Form, FormBlock, FormRow, Repeat};
use crate::paper::Paper;

/// Reports of which less than a fifth stands in others too.
pub fn unlike(form: &Form, papers: &[&Paper]) -> Vec<usize> {
    let said = |paper: &Paper| paper.passages().map(|passage| passage.text.chars().count()).sum::<usize>();
    let in_rows = |repeat: &Repeat, report: usize| -> usize {
        repeat.rows[report].iter().flat_map(|row| &row.texts).map(|text| text.chars().count()).sum()
    };
    let in_row = |row: &FormRow, report: usize| -> usize {
        match row {
            FormRow::Fixed(cells) => cells.iter().map(|cell| form::shared(cell, report)).sum(),
            FormRow::Repeated(repeat) => in_rows(repeat, report),
        }
    };
    let shared = |report: usize| -> usize {
        let is_shared =
            |block: &&FormBlock| block.places[report].is_some() && block.places.iter().flatten().count() > 1;
        let in_block = |block: &FormBlock| match &block.body {
            Body::Line(pieces) => form::shared(pieces, report),
            Body::Table(rows) => rows.iter().map(|row| in_row(row, report)).sum(),
            Body::Repeated(repeat) => in_rows(repeat, report),
        };
        form.blocks.iter().filter(is_shared).map(in_block).sum()
    };
    (0..papers.len()).filter(|report| shared(*report) * 5 < said(papers[*report])).collect()
}
