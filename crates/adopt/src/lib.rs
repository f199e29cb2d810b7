//! From an office's own reports to a workspace.
//!
//! # Steps
//! 1. [`paper`]: what each report says, its lines and tables.
//! 2. `names`: whose it is, and of when.
//! 3. `blocks`, `weave`, [`marks`]: reports laid beside each other; what agrees is wording, what differs a field, in a single
//!    report what is one by its nature, in a form what is marked.
//! 4. `fields`: holes told apart and named. `columns`: the workbook's columns held against them.
//! 5. [`says`], [`conditions`], [`declare`]: how each field is had, when words come in that only some reports have, what holds in all.
//! 6. `template`, `workspace`: the office's own Word file as template, the settings, the plugin and the data.
//!
//! It must not know the terminal or how a workspace is run.

pub mod adoption;
mod align;
mod blocks;
mod columns;
pub mod conditions;
pub mod declare;
mod edit;
mod fields;
pub mod figures;
pub mod form;
mod json;
mod label;
pub mod marks;
mod measure;
mod names;
mod nature;
pub mod paper;
pub mod plan;
mod repeat;
pub mod says;
mod shape;
pub mod sheets;
mod tables;
mod template;
pub mod time;
mod together;
pub mod token;
mod weave;
mod workspace;

use huibian_contract::Period;
use huibian_workbook::Book;

use crate::blocks::Report;
use crate::form::{Body, Form, FormBlock, FormRow, Piece};
use crate::paper::{Block, Paper, Passage};
use crate::plan::{Doubt, DoubtKind, Mode, Plan, Source};
use crate::token::Own;

pub use adoption::{Adoption, GivenReport, Unadopted, adopt};
pub use json::json;

/// Marks beyond which a document is a form to fill in.
const FORM: usize = 2;

/// Decides what is a field and what is wording in reports of one kind, each with its file's name, and what workbooks have of it.
/// `period` is that of reports which do not say theirs.
pub fn plan(papers: &[(String, Paper)], books: &[(String, Book)], period: Option<Period>) -> Plan {
    understood(papers, books, period).0
}

/// The plan, and the tables that it was made from.
fn understood(
    papers: &[(String, Paper)],
    books: &[(String, Book)],
    period: Option<Period>,
) -> (Plan, Vec<sheets::Table>) {
    let mut doubts = Vec::new();
    let known: Vec<String> = books.iter().flat_map(|(_, book)| sheets::names(book)).collect();
    let is_form = |paper: &Paper| paper.passages().map(marks::count).sum::<usize>() >= FORM;
    let mode = match papers {
        [(_, paper)] if is_form(paper) => Mode::Marks,
        [_] => Mode::One,
        _ => Mode::Several,
    };
    let source = |(file, paper): &(String, Paper)| {
        let own = if mode == Mode::Marks { Own::default() } else { names::own(stem(file), paper, &known) };
        let own = Own { period: own.period.or(period), ..own };
        Source { file: file.clone(), own }
    };
    let reports: Vec<Source> = papers.iter().map(source).collect();
    for report in reports.iter().filter(|_| mode != Mode::Marks) {
        let mut doubt =
            |kind| doubts.push(Doubt { kind, subject: report.file.clone(), place: report.file.clone() });
        if report.own.unit.is_none() {
            doubt(DoubtKind::NoUnit);
        }
        if report.own.period.is_none() {
            doubt(DoubtKind::NoPeriod);
        }
    }
    let mut form = match papers {
        [(_, paper)] if mode == Mode::Marks => marked(paper),
        _ => {
            let reports: Vec<Report<'_>> = papers
                .iter()
                .zip(&reports)
                .map(|((_, paper), source)| Report { paper, own: &source.own })
                .collect();
            blocks::form(&reports)
        }
    };
    let fields = fields::fields(&mut form, mode);
    let units: Vec<String> = reports.iter().filter_map(|report| report.own.unit.clone()).collect();
    let tables: Vec<sheets::Table> =
        books.iter().flat_map(|(file, book)| sheets::tables(file, book, &units)).collect();
    let matched = columns::matched(&tables, &fields, &reports, &mut doubts);
    let unlike = if mode == Mode::Several { unlike(&form, papers) } else { Vec::new() };
    (Plan { mode, form, fields, reports, tables: matched, doubts, unlike }, tables)
}

/// Reports of which less than a fifth stands in others too.
fn unlike(form: &Form, papers: &[(String, Paper)]) -> Vec<usize> {
    let said = |paper: &Paper| paper.passages().map(|passage| passage.text.chars().count()).sum::<usize>();
    let in_rows = |repeat: &form::Repeat, report: usize| -> usize {
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
    (0..papers.len()).filter(|report| shared(*report) * 5 < said(&papers[*report].1)).collect()
}

fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The form that marks make.
fn marked(paper: &Paper) -> Form {
    let cell = |passage: &Passage, number: usize| marks::pieces(passage, blocks::setting(paper, number));
    let block = |(number, block): (usize, &Block)| {
        let body = match block {
            Block::Line(line) => Body::Line(cell(line, number)),
            Block::Table(rows) => {
                let row = |row: &Vec<Passage>| -> Vec<Vec<Piece>> {
                    row.iter().map(|one| cell(one, number)).collect()
                };
                Body::Table(rows.iter().map(|one| FormRow::Fixed(row(one))).collect())
            }
        };
        FormBlock { places: vec![Some(number)], moved: vec![false], body }
    };
    Form { blocks: paper.blocks.iter().enumerate().map(block).collect() }
}
