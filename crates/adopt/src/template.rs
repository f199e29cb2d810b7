//! The office's own Word file as the template: every field a content control, what is not in all reports under its condition.

use std::ops::Range;

use huibian_docx::{PackageParts, Unusable, package, part_text, stories};
use huibian_wordform::control::ControlMap;

use crate::conditions::{Condition, Spot, When};
use crate::edit::{self, Around, Changes, Edit, Put, Wrap};
use crate::plan::{FieldKind, Plan};
use crate::says::{self, Had, PLUGIN};
use crate::swing::Swing;
use huibian_sample::form::{Body, FormBlock, FormRow, Hole, Piece, Repeat, RepeatedRow};
use huibian_sample::paper::{Block, Paper, Passage};
use huibian_sample::token::{Kind, tokens};

/// What a template is made of.
pub struct Template<'t> {
    /// What was understood.
    pub plan: &'t Plan,
    /// How fields are had.
    pub had: &'t [Had],
    /// The reports' words.
    pub papers: &'t [Paper],
    /// The reports' bytes.
    pub bytes: &'t [Vec<u8>],
    /// When what is not in all reports comes in, by block and by its place among the optional pieces of it.
    pub conditions: &'t [Condition],
}

impl Template<'_> {
    /// The parts of the template.
    ///
    /// # Errors
    /// [`Unusable`] for what is no Word file.
    pub fn word(&self) -> Result<PackageParts, Unusable> {
        let base = self.plan.form.base();
        let mut parts = package(&self.bytes[base])?;
        let name = stories(&parts)?.document;
        let mut map = ControlMap::read(&parts);
        let text = edit::accepted(&name, part_text(&parts, &name)?)?;
        let mut changes = Changes::default();
        // Blocks that the first report lacks come from another one, behind the block before.
        let mut behind: Option<usize> = None;
        for (number, block) in self.plan.form.blocks.iter().enumerate() {
            if let Some(place) = block.places[base] {
                self.block(number, block, base, place, &mut changes);
                behind = last_paragraph(&self.papers[base], block, place, base).or(behind);
            } else if let Some(other) = block.places.iter().position(Option::is_some) {
                let taken = self.taken_from(number, block, other, &mut map)?;
                changes.inserts.push((behind, taken));
            }
        }
        let text = edit::changed(&name, &text, &changes, &mut map)?;
        parts.insert(name.clone(), text.into_bytes());
        self.others(base, &mut parts, &mut map)?;
        map.put(&mut parts, &name);
        Ok(parts)
    }

    /// Headers, footers and notes: the unit's name and the period in them are each report's own.
    fn others(&self, base: usize, parts: &mut PackageParts, map: &mut ControlMap) -> Result<(), Unusable> {
        let own = &self.plan.reports[base].own;
        let end = self.plan.reports[base].short.as_deref().zip(own.unit.as_deref());
        let end = end.map_or("", |(short, unit)| &unit[short.len()..]);
        let says = |kind: &Kind| match kind {
            Kind::Unit => Some(("unit.name".to_owned(), "单位".to_owned())),
            Kind::Period(which, form) => {
                let wanted = FieldKind::Period(*which, *form);
                let field = self.plan.fields.iter().position(|field| field.kind == wanted)?;
                match &self.had[field] {
                    Had::Known(says) if !says.contains("}}") => {
                        Some((says.clone(), self.plan.fields[field].label.clone()))
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        for name in stories(parts)?.others {
            let text = edit::accepted(&name, part_text(parts, &name)?)?;
            let mut changes = Changes::default();
            for (paragraph, words) in edit::words(&name, &text)?.into_iter().enumerate() {
                let found = tokens(&words, own).into_iter().filter_map(|token| {
                    let end = if token.kind == Kind::Unit { end.len() } else { 0 };
                    Some((token.range.start..token.range.end - end, says(&token.kind)?))
                });
                changes.edits.extend(found.map(|(range, (says, label))| Edit {
                    paragraph,
                    range,
                    puts: vec![Put::Control(says, label)],
                }));
            }
            if !changes.edits.is_empty() {
                let text = edit::changed(&name, &text, &changes, map)?;
                parts.insert(name, text.into_bytes());
            }
        }
        Ok(())
    }

    fn taken_from(
        &self,
        number: usize,
        block: &FormBlock,
        other: usize,
        map: &mut ControlMap,
    ) -> Result<String, Unusable> {
        let parts = package(&self.bytes[other])?;
        let name = stories(&parts)?.document;
        let text = edit::accepted(&name, part_text(&parts, &name)?)?;
        let (Some(place), Body::Line(pieces)) = (block.places[other], &block.body) else {
            return Ok(String::new());
        };
        let Some(Block::Line(line)) = self.papers[other].blocks.get(place) else { return Ok(String::new()) };
        let Some((paragraph, _)) = line.paragraphs.first() else { return Ok(String::new()) };
        let edits = self.edits(number, pieces, line, other);
        let condition = self.condition((number, None));
        edit::taken(&name, &text, *paragraph, &edits, condition.as_deref(), map)
    }

    fn condition(&self, spot: Spot) -> Option<String> {
        let condition = self.conditions.iter().find(|condition| condition.spot == spot)?;
        let name = &condition.name;
        Some(match condition.when {
            When::Told => format!("#if fields.{PLUGIN}.{name}"),
            When::Above(..) | When::Below(..) => format!("#zero \"{PLUGIN}/{name}\""),
        })
    }

    fn block(&self, number: usize, block: &FormBlock, base: usize, place: usize, changes: &mut Changes) {
        match (&block.body, &self.papers[base].blocks[place]) {
            (Body::Line(pieces), Block::Line(line)) => {
                changes.edits.extend(self.edits(number, pieces, line, base));
                if let (Some(says), Some((paragraph, _))) =
                    (self.condition((number, None)), line.paragraphs.first())
                {
                    changes.wraps.push(Wrap {
                        paragraph: *paragraph,
                        is_row: false,
                        around: Around::Control(says),
                    });
                }
            }
            (Body::Repeated(repeat), _) => {
                for (at, row) in repeat.rows[base].iter().enumerate() {
                    let Some(Block::Line(line)) = self.papers[base].blocks.get(place + at) else { continue };
                    let Some((paragraph, _)) = line.paragraphs.first() else { continue };
                    if at == 0 {
                        self.row(repeat, row, &[line], changes, false);
                    } else {
                        changes.wraps.push(Wrap {
                            paragraph: *paragraph,
                            is_row: false,
                            around: Around::Gone,
                        });
                    }
                }
            }
            (Body::Table(rows), Block::Table(table)) => self.table(number, rows, table, base, changes),
            _ => {}
        }
    }

    fn table(
        &self,
        number: usize,
        rows: &[FormRow],
        table: &[Vec<Passage>],
        base: usize,
        changes: &mut Changes,
    ) {
        let mut at = 0;
        for row in rows {
            match row {
                FormRow::Fixed(cells) => {
                    for (cell, passage) in cells.iter().zip(table.get(at).into_iter().flatten()) {
                        changes.edits.extend(self.edits(number, cell, passage, base));
                    }
                    at += 1;
                }
                FormRow::Repeated(repeat) => {
                    for (number, row) in repeat.rows[base].iter().enumerate() {
                        let Some(cells) = table.get(at + number) else { continue };
                        if number == 0 {
                            self.row(repeat, row, &cells.iter().collect::<Vec<_>>(), changes, true);
                        } else if let Some((paragraph, _)) =
                            cells.first().and_then(|cell| cell.paragraphs.first())
                        {
                            changes.wraps.push(Wrap {
                                paragraph: *paragraph,
                                is_row: true,
                                around: Around::Gone,
                            });
                        }
                    }
                    at += repeat.rows[base].len();
                }
            }
        }
    }

    /// The first row of a repeat stands for all.
    fn row(
        &self,
        repeat: &Repeat,
        row: &RepeatedRow,
        passages: &[&Passage],
        changes: &mut Changes,
        is_row: bool,
    ) {
        let field = &self.plan.fields[repeat.field];
        let says = format!("#each fields.{PLUGIN}.{}", field.name);
        let Some((first, _)) = passages.first().and_then(|passage| passage.paragraphs.first()) else {
            return;
        };
        changes.wraps.push(Wrap { paragraph: *first, is_row, around: Around::Control(says) });
        let control = |column: usize| {
            let column = &field.columns[column];
            vec![Put::Control(column.name.clone(), column.label.clone())]
        };
        if is_row {
            for (column, passage) in passages.iter().enumerate() {
                if let Some((paragraph, range)) = passage.paragraphs.first() {
                    changes.edits.push(Edit {
                        paragraph: *paragraph,
                        range: 0..range.len(),
                        puts: control(column),
                    });
                }
            }
            return;
        }
        let mut at = row.words.first().map_or(0, String::len);
        for (column, text) in row.texts.iter().enumerate() {
            changes.edits.push(Edit { paragraph: *first, range: at..at + text.len(), puts: control(column) });
            at += text.len() + row.words.get(column + 1).map_or(0, String::len);
        }
        if let (Some((inner, last)), Some(own)) = (ends(repeat), row.words.last()) {
            let says = format!("{{{{#if @last}}}}{last}{{{{else}}}}{inner}{{{{/if}}}}");
            let range = at - own.len()..at;
            changes.edits.push(Edit { paragraph: *first, range, puts: vec![Put::Words(says)] });
        }
    }

    /// What is changed in a passage of a report.
    fn edits(&self, number: usize, pieces: &[Piece], passage: &Passage, report: usize) -> Vec<Edit> {
        let mut worker = Worker { template: self, number, report, at: 0, optional: 0, found: Vec::new() };
        worker.pieces(pieces);
        let changes = worker.found;
        changes.into_iter().filter_map(|(range, puts)| in_paragraph(passage, range, puts)).collect()
    }
}

/// What rows end with, and what the last one of each report does, where that is something else.
fn ends(repeat: &Repeat) -> Option<(&str, &str)> {
    let end = |row: &'_ RepeatedRow| row.words.last().cloned().unwrap_or_default();
    let (mut inner, mut last) = (None, None);
    for rows in &repeat.rows {
        for (number, row) in rows.iter().enumerate() {
            let known = if number + 1 == rows.len() { &mut last } else { &mut inner };
            if *known.get_or_insert(row) != row && end(known.unwrap_or(row)) != end(row) {
                return None;
            }
        }
    }
    let (inner, last) = (inner?.words.last()?, last?.words.last()?);
    (inner != last && !inner.is_empty() && !last.is_empty()).then_some((inner.as_str(), last.as_str()))
}

/// A change of a passage as one of its paragraph.
fn in_paragraph(passage: &Passage, range: Range<usize>, puts: Vec<Put>) -> Option<Edit> {
    let (paragraph, own) =
        passage.paragraphs.iter().find(|(_, own)| own.start <= range.start && range.end <= own.end)?;
    Some(Edit { paragraph: *paragraph, range: range.start - own.start..range.end - own.start, puts })
}

fn last_paragraph(paper: &Paper, block: &FormBlock, place: usize, base: usize) -> Option<usize> {
    let count = match &block.body {
        Body::Repeated(repeat) => repeat.rows[base].len().max(1),
        _ => 1,
    };
    match paper.blocks.get(place + count - 1)? {
        Block::Line(line) => line.paragraphs.last().map(|(paragraph, _)| *paragraph),
        Block::Table(rows) => rows
            .iter()
            .flatten()
            .filter_map(|cell| cell.paragraphs.last())
            .map(|(paragraph, _)| *paragraph)
            .max(),
    }
}

struct Worker<'w> {
    template: &'w Template<'w>,
    number: usize,
    report: usize,
    at: usize,
    optional: usize,
    found: Vec<(Range<usize>, Vec<Put>)>,
}

impl Worker<'_> {
    fn pieces(&mut self, pieces: &[Piece]) {
        let mut skipped = 0;
        for (place, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Words(words) => {
                    self.at += words.len() - skipped;
                    skipped = 0;
                }
                Piece::Hole(hole) => {
                    let length = hole.texts[self.report].as_deref().map_or(0, str::len);
                    let (puts, measure) = self.hole(hole, pieces.get(place + 1));
                    self.found.push((self.at..self.at + length + measure, puts));
                    self.at += length + measure;
                    skipped = measure;
                }
                Piece::Optional(inner, present) => {
                    let spot = (self.number, Some(self.optional));
                    self.optional += 1;
                    let condition = self.template.condition(spot).unwrap_or_default();
                    let end = if condition.starts_with("#if") { "{{/if}}" } else { "{{/zero}}" };
                    let begin = Put::Words(format!("{{{{{condition}}}}}"));
                    if present[self.report] {
                        self.found.push((self.at..self.at, vec![begin]));
                        self.pieces(inner);
                        self.found.push((self.at..self.at, vec![Put::Words(end.to_owned())]));
                    } else {
                        let mut puts = vec![begin];
                        puts.extend(self.anew(inner));
                        puts.push(Put::Words(end.to_owned()));
                        self.found.push((self.at..self.at, puts));
                    }
                }
            }
        }
    }

    /// Pieces that the report does not have, written anew.
    fn anew(&self, pieces: &[Piece]) -> Vec<Put> {
        let mut puts = Vec::new();
        let mut skipped = 0;
        for (place, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Words(words) => {
                    puts.push(Put::Words(words[skipped..].to_owned()));
                    skipped = 0;
                }
                Piece::Hole(hole) => {
                    let (own, measure) = self.hole(hole, pieces.get(place + 1));
                    puts.extend(own);
                    skipped = measure;
                }
                Piece::Optional(inner, _) => puts.extend(self.anew(inner)),
            }
        }
        puts
    }

    /// What stands for a hole, and how many bytes of the words behind it go with it.
    fn hole(&self, hole: &Hole, next: Option<&Piece>) -> (Vec<Put>, usize) {
        let field = &self.template.plan.fields[hole.field];
        let label = field.label.clone();
        let control = |says: String| Put::Control(says, label.clone());
        let name = &field.name;
        let measured = |measure: &str| match next {
            Some(Piece::Words(words)) if words.starts_with(measure) => measure.len(),
            _ => 0,
        };
        let blank = |says: &str, helper: &str| {
            let value = format!("fields.{PLUGIN}.{name}");
            vec![
                Put::Words(format!("{{{{#if {value}}}}}")),
                control(if helper.is_empty() { value.clone() } else { says::asked(helper, &value) }),
                Put::Words(format!("{{{{else}}}}{says}{{{{/if}}}}")),
            ]
        };
        let missing = format!("【待填：{label}】");
        match &self.template.had[hole.field] {
            Had::Known(says) => match says.split_once("}}") {
                Some((says, rest)) => {
                    let words = rest.trim_end_matches("{{").to_owned();
                    (vec![control(says.to_owned()), Put::Words(words)], 0)
                }
                None => (vec![control(says.clone())], 0),
            },
            Had::Count(_, measure) if self.template.plan.is_required(hole.field) => {
                (vec![control(format!("{PLUGIN}/{name}"))], measured(measure))
            }
            Had::Count(_, measure) | Had::Sum(_, _, measure) => {
                (counted(name, control, &missing), measured(measure))
            }
            Had::Ratio(_, _, _, sign) => (counted(name, control, &missing), measured(sign)),
            Had::Swing(swing) => {
                let mut puts = swung(name, &control, swing);
                if !self.template.plan.is_required(hole.field) {
                    puts.insert(0, Put::Words(format!("{{{{#present \"{PLUGIN}/{name}\"}}}}")));
                    puts.push(Put::Words(format!("{{{{else}}}}{missing}{{{{/present}}}}")));
                }
                (puts, 0)
            }
            Had::Day(helper) => (blank(&missing, helper), 0),
            Had::Text => (blank(&missing, ""), 0),
            Had::Texts(joiner) if joiner.is_empty() => (blank(&missing, "list"), 0),
            Had::Texts(joiner) => {
                let value = format!("fields.{PLUGIN}.{name}");
                let words = [
                    Put::Words(format!("{{{{#if {value}}}}}{{{{#each {value}}}}}")),
                    control("this".to_owned()),
                    Put::Words(format!(
                        "{{{{#unless @last}}}}{joiner}{{{{/unless}}}}{{{{/each}}}}{{{{else}}}}{missing}{{{{/if}}}}"
                    )),
                ];
                (words.into(), 0)
            }
            Had::Rows => (Vec::new(), 0),
        }
    }
}

/// A change in words, by its counts.
fn swung(name: &str, control: &impl Fn(String) -> Put, swing: &Swing) -> Vec<Put> {
    let zero = |part: &str| Put::Words(format!("{{{{#zero \"{PLUGIN}/{name}_{part}\"}}}}"));
    let end = || Put::Words("{{/zero}}".to_owned());
    let mut puts = Vec::new();
    for (at, part) in ["more", "less"].into_iter().enumerate() {
        puts.push(zero(part));
        puts.push(Put::Words(swing.before[at].clone()));
        puts.push(control(format!("{PLUGIN}/{name}_size")));
        puts.push(Put::Words(swing.behind[at].clone()));
        puts.push(end());
    }
    puts.extend([zero("same"), Put::Words(swing.same.clone()), end()]);
    puts.retain(|put| !matches!(put, Put::Words(words) if words.is_empty()));
    puts
}

fn counted(name: &str, control: impl Fn(String) -> Put, missing: &str) -> Vec<Put> {
    let key = format!("{PLUGIN}/{name}");
    vec![
        Put::Words(format!("{{{{#present \"{key}\"}}}}")),
        control(key.clone()),
        Put::Words(format!("{{{{else}}}}{missing}{{{{/present}}}}")),
    ]
}
