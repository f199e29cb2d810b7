//! From an office's own reports to a workspace.
//!
//! # Steps
//! 1. [`plan`]: whose reports they are, and what they have in common (crate `sample`).
//! 2. `fields`: what differs told apart and named. `columns`: the workbook's columns held against it.
//! 3. [`questions`], [`answers`]: what is uncertain, and what a person said of it.
//! 4. [`says`], [`conditions`], [`declare`]: how each field is had, when words come in that only some reports have, what holds in all.
//! 5. `template`, `workspace`, [`filed`]: the office's own Word file as template, the settings, the plugin, the data, and what is
//!    filed of earlier periods. [`again`]: what there is already of a workspace.
//!
//! It must not know the terminal or how a workspace is run.

pub mod adoption;
pub mod again;
pub mod answers;
mod columns;
pub mod conditions;
pub mod declare;
mod edit;
mod fields;
pub mod figures;
pub mod filed;
mod json;
mod label;
pub mod plan;
pub mod questions;
pub mod says;
pub mod sheets;
pub mod swing;
mod template;
mod workspace;

use huibian_contract::Period;
use huibian_sample::blocks::{self, Report};
use huibian_sample::paper::Paper;
use huibian_sample::token::Own;
use huibian_sample::unlike::unlike;
use huibian_sample::{marks, names};
use huibian_workbook::Book;

use crate::answers::{Answers, FieldAnswer};
use crate::plan::{Doubt, DoubtKind, Field, FieldKind, Mode, Plan, Source, TablePlan};

pub use adoption::{Adoption, GivenReport, Unadopted, adopt};
pub use json::json;

/// Marks beyond which a document is a form to fill in.
const FORM: usize = 2;

/// Decides what is a field and what is wording in reports of one kind, each with its file's name, and what workbooks have of it.
/// `period` is that of reports which do not say theirs; what a person said of what is uncertain is in `answers`.
pub fn plan(
    papers: &[(String, Paper)],
    books: &[(String, Book)],
    period: Option<Period>,
    answers: &Answers,
) -> Plan {
    understood(papers, books, period, answers).0
}

/// The plan, and the tables that it was made from.
fn understood(
    papers: &[(String, Paper)],
    books: &[(String, Book)],
    period: Option<Period>,
    answers: &Answers,
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
        let own = answers.own(file, own);
        let unit = own.unit.filter(|unit| names::is_name(unit));
        let own = Own { unit, period: own.period.or(period), ..Own::default() };
        Source { file: file.clone(), own, short: None }
    };
    let mut reports: Vec<Source> = papers.iter().map(source).collect();
    for report in reports.iter().filter(|_| mode != Mode::Marks) {
        let mut doubt = |kind| doubts.push(Doubt::of_file(kind, &report.file));
        if report.own.unit.is_none() {
            doubt(DoubtKind::NoUnit);
        }
        if report.own.period.is_none() {
            doubt(DoubtKind::NoPeriod);
        }
    }
    let mut units: Vec<String> = reports.iter().filter_map(|report| report.own.unit.clone()).collect();
    let shorts: Vec<String> = units
        .iter()
        .flat_map(|unit| names::shorter(unit))
        .filter(|short| known.iter().any(|one| one == short))
        .map(str::to_owned)
        .collect();
    units.extend(shorts);
    let mut tables: Vec<sheets::Table> = Vec::new();
    for (file, book) in books {
        let found = sheets::tables(file, book, &units);
        if found.is_empty() {
            doubts.push(Doubt::of_file(DoubtKind::NoTable, file));
        }
        tables.extend(found);
    }
    name_units(&mut reports, &mut tables);
    if mode == Mode::One {
        hold(&mut reports, &tables);
    }
    let mut form = match papers {
        [(_, paper)] if mode == Mode::Marks => marks::form(paper),
        _ => {
            let reports: Vec<Report<'_>> = papers
                .iter()
                .zip(&reports)
                .map(|((_, paper), source)| Report { paper, own: &source.own })
                .collect();
            blocks::form(&reports)
        }
    };
    let mut fields = fields::fields(&mut form, mode);
    columns::with_days(&tables, &reports, &mut fields);
    answers.settle(&mut form, &mut fields, &mut doubts);
    let before = doubts.len();
    let mut matched = columns::matched(&tables, &fields, &reports, answers, &mut doubts);
    let claims = claims(mode, &fields, &matched, answers);
    if !claims.is_empty() {
        doubts.truncate(before);
        doubts.extend(claims.iter().map(|label| Doubt {
            kind: DoubtKind::AsWording,
            subject: label.clone(),
            place: String::new(),
            choices: Vec::new(),
        }));
        let is_wording =
            |label: String| (label, FieldAnswer { wording: Some(true), ..FieldAnswer::default() });
        let claims = Answers { fields: claims.into_iter().map(is_wording).collect(), ..Answers::default() };
        claims.settle(&mut form, &mut fields, &mut Vec::new());
        matched = columns::matched(&tables, &fields, &reports, answers, &mut doubts);
    }
    let is_empty = |table: &&TablePlan| {
        let held = table.columns.iter().filter_map(|column| column.field);
        held.filter(|field| fields[*field].is_one()).count() == 0
    };
    for table in matched.iter().filter(is_empty) {
        doubts.push(Doubt::of_file(DoubtKind::Foreign, &table.file));
    }
    let unlike = if mode == Mode::Several {
        unlike(&form, &papers.iter().map(|(_, paper)| paper).collect::<Vec<_>>())
    } else {
        Vec::new()
    };
    (Plan { mode, form, fields, reports, tables: matched, doubts, unlike }, tables)
}

/// Units that tables call by a part of their names are known by that where it lacks the same end in all reports; else tables are
/// taken to have the whole names.
fn name_units(reports: &mut [Source], tables: &mut [sheets::Table]) {
    let mut ends: Vec<String> = Vec::new();
    let mut shorts: Vec<Option<String>> = Vec::new();
    for report in &*reports {
        let Some(unit) = &report.own.unit else { return };
        let has = |name: &str| tables.iter().flat_map(|table| &table.rows).any(|row| row.unit == name);
        let short = if has(unit) { None } else { names::shorter(unit).find(|short| has(short)) };
        ends.push(short.map_or_else(String::new, |short| unit[short.len()..].to_owned()));
        shorts.push(short.map(str::to_owned));
    }
    ends.sort();
    ends.dedup();
    if ends.len() == 1 {
        reports.iter_mut().zip(shorts).for_each(|(report, short)| report.short = short);
        return;
    }
    for (report, short) in reports.iter().zip(&shorts) {
        let rows = tables.iter_mut().flat_map(|table| &mut table.rows);
        for row in rows.filter(|row| Some(&row.unit) == short.as_ref()) {
            if let Some(unit) = &report.own.unit {
                row.unit.clone_from(unit);
            }
        }
    }
}

/// What tables have of the unit of a report is told to it: what a column has is a field.
fn hold(reports: &mut [Source], tables: &[sheets::Table]) {
    for report in reports {
        let period = report.own.period;
        let rows = tables
            .iter()
            .filter(|table| table.period.is_none() || period.is_none() || table.period == period)
            .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
            .filter(|(_, row)| Some(row.unit.as_str()) == report.unit());
        let held = rows.flat_map(|(table, row)| {
            let cells = table.places.iter().zip(&row.cells);
            cells.filter_map(|(place, cell)| Some((place.head.clone(), cell.as_ref()?.text.clone())))
        });
        report.own.held = held.collect();
    }
}

/// Rates of 100 % in a single report that no column has although tables have its unit: 覆盖率100% is said, and not counted.
fn claims(mode: Mode, fields: &[Field], tables: &[TablePlan], answers: &Answers) -> Vec<String> {
    let is_held = |field: usize| {
        tables.iter().flat_map(|table| &table.columns).any(|column| column.field == Some(field))
    };
    let is_claim = |(number, field): &(usize, &Field)| {
        mode == Mode::One
            && field.kind == FieldKind::Rate
            && field.texts[0].as_deref() == Some("100")
            && !is_held(*number)
            && !answers.fields.contains_key(&field.found_as)
            && tables.iter().flat_map(|table| &table.columns).any(|column| column.agreeing > 0)
    };
    fields.iter().enumerate().filter(is_claim).map(|(_, field)| field.found_as.clone()).collect()
}

fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
