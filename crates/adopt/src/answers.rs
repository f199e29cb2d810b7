//! What a person said of what is uncertain, as a file keeps it, and what becomes of a form and its fields by it.

use std::collections::BTreeMap;
use std::fmt::Write;

use huibian_sample::form::{Body, Form, FormRow, Piece, Repeat, push_words};
use huibian_sample::token::Own;
use serde::Deserialize;

use crate::declare::quoted;
use crate::plan::{Doubt, Field};

/// What was said, by what it is about.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct Answers {
    /// Of reports, by their files' names without folders.
    pub reports: BTreeMap<String, ReportAnswer>,
    /// Of fields, by what they would be called by themselves.
    pub fields: BTreeMap<String, FieldAnswer>,
    /// What was understood when the file was written, by name: by that names stay when the form has changed.
    pub understood: BTreeMap<String, Understood>,
}

/// A field, or a condition, as it was understood.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct Understood {
    /// What it would be called by itself.
    pub called: String,
    /// What it is.
    pub kind: String,
    /// The word beside its figure.
    pub measure: String,
    /// The words before it.
    pub before: String,
    /// The words behind it.
    pub behind: String,
    /// Whether the form has it no more.
    pub gone: bool,
}

/// What was said of a report.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct ReportAnswer {
    /// Whose it is.
    pub unit: Option<String>,
    /// Of when.
    pub period: Option<String>,
}

/// What was said of a field.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields, default)]
pub struct FieldAnswer {
    /// What it is called.
    pub label: Option<String>,
    /// Which field it is the same as.
    pub same: Option<String>,
    /// Whether it is none but wording.
    pub wording: Option<bool>,
    /// The head of the column that holds it; empty where none does.
    pub column: Option<String>,
}

impl Answers {
    /// As a file keeps them.
    pub fn toml(&self) -> String {
        let mut toml = String::new();
        let line = |key: &str, said: Option<String>| {
            said.map_or_else(String::new, |said| format!("{key} = {said}\n"))
        };
        for (file, said) in &self.reports {
            let _ = write!(
                toml,
                "\n[reports.{}]\n{}{}",
                quoted(file),
                line("unit", said.unit.as_deref().map(quoted)),
                line("period", said.period.as_deref().map(quoted))
            );
        }
        for (label, said) in &self.fields {
            let _ = write!(
                toml,
                "\n[fields.{}]\n{}{}{}{}",
                quoted(label),
                line("label", said.label.as_deref().map(quoted)),
                line("same", said.same.as_deref().map(quoted)),
                line("wording", said.wording.map(|is| is.to_string())),
                line("column", said.column.as_deref().map(quoted))
            );
        }
        for (name, own) in &self.understood {
            let gone = if own.gone { "gone = true\n" } else { "" };
            let words: Vec<String> = [
                ("called", &own.called),
                ("kind", &own.kind),
                ("measure", &own.measure),
                ("before", &own.before),
                ("behind", &own.behind),
            ]
            .iter()
            .filter(|(_, words)| !words.is_empty())
            .map(|(key, words)| format!("{key} = {}\n", quoted(words)))
            .collect();
            let _ = write!(toml, "\n[understood.{}]\n{}{gone}", quoted(name), words.concat());
        }
        toml
    }

    /// What is known of a report once what was said of it counts.
    pub(crate) fn own(&self, file: &str, own: Own) -> Own {
        let Some(said) = self.reports.get(base_name(file)) else { return own };
        Own {
            unit: said.unit.clone().or(own.unit),
            period: said.period.as_deref().and_then(|period| period.parse().ok()).or(own.period),
            held: own.held,
        }
    }

    /// The head of the column that a field was said to be held by.
    pub(crate) fn column(&self, field: &Field) -> Option<&str> {
        self.fields.get(&field.found_as)?.column.as_deref()
    }

    /// Takes away the fields that were said to be wording or the same as others, and calls the rest what they are called.
    pub(crate) fn settle(&self, form: &mut Form, fields: &mut Vec<Field>, doubts: &mut Vec<Doubt>) {
        let place = |label: &String| fields.iter().position(|field| field.found_as == *label);
        let mut becomes: Vec<Becomes> = (0..fields.len()).map(Becomes::Field).collect();
        for (label, said) in &self.fields {
            let Some(at) = place(label) else {
                doubts.push(Doubt::unfit(label, ""));
                continue;
            };
            if said.wording == Some(true) && fields[at].is_one() {
                becomes[at] = Becomes::Words;
            } else if let Some(other) = said.same.as_ref().and_then(place)
                && other != at
                && fields[other].kind == fields[at].kind
            {
                becomes[at] = Becomes::Field(other);
            }
        }
        for at in 0..becomes.len() {
            becomes[at] = last(&becomes, at);
        }
        for at in 0..fields.len() {
            if let Becomes::Field(other) = becomes[at]
                && other != at
            {
                let texts = fields[at].texts.clone();
                for (own, text) in fields[other].texts.iter_mut().zip(texts) {
                    if own.is_none() {
                        *own = text;
                    }
                }
            }
        }
        let is_kept: Vec<bool> =
            becomes.iter().enumerate().map(|(at, becomes)| *becomes == Becomes::Field(at)).collect();
        let number = |at: usize| is_kept[..at].iter().filter(|is_kept| **is_kept).count();
        let settled: Vec<Becomes> = becomes
            .iter()
            .map(|becomes| match becomes {
                Becomes::Field(at) => Becomes::Field(number(*at)),
                Becomes::Words => Becomes::Words,
            })
            .collect();
        let base = form.base();
        for block in &mut form.blocks {
            let report = if block.places.get(base).is_some_and(Option::is_some) {
                base
            } else {
                block.places.iter().position(Option::is_some).unwrap_or(base)
            };
            match &mut block.body {
                Body::Line(pieces) => settle_pieces(pieces, &settled, report),
                Body::Repeated(repeat) => settle_repeat(repeat, &settled),
                Body::Table(rows) => rows.iter_mut().for_each(|row| match row {
                    FormRow::Fixed(cells) => {
                        cells.iter_mut().for_each(|cell| settle_pieces(cell, &settled, report));
                    }
                    FormRow::Repeated(repeat) => settle_repeat(repeat, &settled),
                }),
            }
        }
        for field in fields.iter_mut() {
            field.pair = field.pair.and_then(|pair| match settled[pair] {
                Becomes::Field(at) => Some(at),
                Becomes::Words => None,
            });
        }
        let mut keep = is_kept.into_iter();
        fields.retain(|_| keep.next().unwrap_or(false));
        self.name(fields);
    }

    fn name(&self, fields: &mut [Field]) {
        for at in 0..fields.len() {
            let said = self.fields.get(&fields[at].found_as).and_then(|said| said.label.clone());
            let Some(label) = said.filter(|label| !label.trim().is_empty()) else { continue };
            let is_taken = |label: &str| {
                fields.iter().enumerate().any(|(other, field)| other != at && field.label == label)
            };
            let mut own = label.clone();
            let mut number = 1;
            while is_taken(&own) {
                number += 1;
                own = format!("{label}{number}");
            }
            fields[at].label = own;
        }
    }
}

/// What becomes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Becomes {
    /// It is this one.
    Field(usize),
    /// It is wording.
    Words,
}

/// What a field is at last, where it is the same as one that is the same as another; of a circle itself.
fn last(becomes: &[Becomes], at: usize) -> Becomes {
    let mut now = at;
    for _ in 0..becomes.len() {
        match becomes[now] {
            Becomes::Words => return Becomes::Words,
            Becomes::Field(next) if next == now => return Becomes::Field(now),
            Becomes::Field(next) => now = next,
        }
    }
    Becomes::Field(at)
}

fn settle_repeat(repeat: &mut Repeat, settled: &[Becomes]) {
    if let Becomes::Field(at) = settled[repeat.field] {
        repeat.field = at;
    }
}

fn settle_pieces(pieces: &mut Vec<Piece>, settled: &[Becomes], report: usize) {
    let mut made: Vec<Piece> = Vec::new();
    for piece in std::mem::take(pieces) {
        match piece {
            Piece::Words(words) => push_words(&mut made, &words),
            Piece::Optional(mut inner, present) => {
                let report =
                    if present[report] { Some(report) } else { present.iter().position(|present| *present) };
                settle_pieces(&mut inner, settled, report.unwrap_or_default());
                made.push(Piece::Optional(inner, present));
            }
            Piece::Hole(mut hole) => match settled[hole.field] {
                Becomes::Words => push_words(&mut made, hole.texts[report].as_deref().unwrap_or_default()),
                Becomes::Field(at) => {
                    hole.field = at;
                    made.push(Piece::Hole(hole));
                }
            },
        }
    }
    *pieces = made;
}

/// A file's name without its folders.
pub fn base_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}
