//! The fields of a form told apart and named: what stands in several places is one field.

use std::collections::{HashMap, HashSet};

use crate::label;
use crate::plan::{Field, FieldColumn, FieldKind, Mode};
use huibian_sample::form::{Body, Form, FormRow, Hole, HoleKind, Piece, Reason, Repeat};
use huibian_sample::measure;
use huibian_sample::time::{self, PeriodForm, Which};
use huibian_sample::token::value;

/// Heads of a column that counts rows.
const ORDINALS: &[&str] = &["序号", "编号", "号", "No.", "No", "#"];

/// The fields of a form, in the order in which they are first told; every hole knows its own.
pub fn fields(form: &mut Form, mode: Mode) -> Vec<Field> {
    let mut registry = Registry { fields: Vec::new(), mode, heading: String::new(), alike: HashMap::new() };
    let blocks = form.blocks.len();
    for (number, block) in form.blocks.iter_mut().enumerate() {
        match &mut block.body {
            Body::Line(pieces) => {
                let is_last = number + 1 == blocks;
                registry.passage(pieces, "", is_last);
                if let [Piece::Words(words)] = pieces.as_slice()
                    && words.chars().count() < 24
                {
                    registry.heading.clone_from(words);
                }
            }
            Body::Repeated(repeat) => registry.repeat(repeat),
            Body::Table(rows) => registry.table(rows),
        }
    }
    registry.name();
    registry.fields
}

struct Registry {
    fields: Vec<Field>,
    mode: Mode,
    heading: String,
    /// The fields that a hole may show, by what they and it must have in common.
    alike: HashMap<Vec<Option<String>>, Vec<usize>>,
}

impl Registry {
    fn table(&mut self, rows: &mut [FormRow]) {
        let mut heads: Vec<String> = Vec::new();
        for row in rows {
            match row {
                FormRow::Repeated(repeat) => self.repeat(repeat),
                FormRow::Fixed(cells) => {
                    let said = |pieces: &Vec<Piece>| match pieces.as_slice() {
                        [Piece::Words(words)] => words.trim().to_owned(),
                        _ => String::new(),
                    };
                    let own: Vec<String> = cells.iter().map(said).collect();
                    let label = own.first().cloned().unwrap_or_default();
                    for (column, cell) in cells.iter_mut().enumerate() {
                        let head = heads.get(column).filter(|_| column > 0);
                        let beside = own[..column].iter().skip(1).rev().find(|text| {
                            !text.is_empty() && value(text).is_none() && !measure::is_measure(text)
                        });
                        let named = [Some(&label), beside, head]
                            .into_iter()
                            .flatten()
                            .filter(|text| !text.is_empty());
                        let named = named.cloned().collect::<Vec<String>>().join("·");
                        self.passage(cell, named.trim_matches('·'), false);
                    }
                    if own.iter().filter(|text| !text.is_empty()).count() * 2 > own.len() {
                        let is_head = own.iter().skip(1).all(|text| !text.is_empty());
                        if is_head || heads.is_empty() {
                            heads = own;
                        }
                    }
                }
            }
        }
    }

    fn repeat(&mut self, repeat: &mut Repeat) {
        let width = repeat.rows.iter().flatten().map(|row| row.texts.len()).max().unwrap_or(0);
        let column = |at: usize| {
            let texts = || repeat.rows.iter().flatten().filter_map(|row| row.texts.get(at));
            let is_number = texts().count() > 0 && texts().all(|text| value(text).is_some());
            let label = repeat.heads.get(at).filter(|head| !head.is_empty()).cloned();
            let is_ordinal = at == 0
                && label.as_deref().is_none_or(|head| ORDINALS.contains(&head.trim()))
                && repeat.rows.iter().all(|rows| {
                    rows.iter().zip(1..).all(|(row, number)| {
                        row.texts.first().and_then(|text| value(text)) == Some(f64::from(number))
                    })
                });
            let fallback = match (is_ordinal, is_number) {
                // What is called 序号 in a table is passed over where that is read.
                (true, _) => "项次",
                (_, true) => "数",
                _ => "名称",
            };
            FieldColumn {
                name: format!("column_{}", at + 1),
                label: label.filter(|_| !is_ordinal).unwrap_or_else(|| fallback.to_owned()),
                is_number,
                is_ordinal,
            }
        };
        repeat.field = self.fields.len();
        let mut columns: Vec<FieldColumn> = (0..width).map(column).collect();
        let mut labels = Taken::default();
        for column in &mut columns {
            if !labels.take(&column.label) {
                column.label = labels.numbered(&column.label, "", 2);
            }
        }
        let label = if self.heading.is_empty() { "明细".to_owned() } else { label::short(&self.heading) };
        let texts = vec![None; repeat.rows.len()];
        let context = (self.heading.clone(), String::new());
        self.fields.push(Field {
            name: String::new(),
            label,
            found_as: String::new(),
            kind: FieldKind::Rows,
            measure: String::new(),
            is_measured: false,
            pair: None,
            columns,
            texts,
            reason: Reason::Differs,
            context,
        });
    }

    /// Takes in the holes of a passage.
    fn passage(&mut self, pieces: &mut [Piece], head: &str, is_last: bool) {
        let mut before = String::new();
        let mut last: Option<(usize, usize)> = None;
        for at in 0..pieces.len() {
            let behind = match pieces.get(at + 1) {
                Some(Piece::Words(words)) => words.clone(),
                _ => String::new(),
            };
            match &mut pieces[at] {
                Piece::Words(words) => before.push_str(words),
                Piece::Optional(inner, _) => self.passage(inner, head, false),
                Piece::Hole(hole) => {
                    let between = match last {
                        Some((end, partner)) => {
                            before[end..].trim_start_matches(self.fields[partner].measure.as_str())
                        }
                        None => before.as_str(),
                    };
                    let is_pair = last.is_some() && matches!(between, "" | "、" | "（" | "(" | "，共" | " ");
                    let named =
                        last.filter(|_| is_pair).map(|(_, partner)| self.fields[partner].label.clone());
                    let own = if !head.is_empty() {
                        head
                    } else if let Some(named) = &named {
                        named
                    } else {
                        between
                    };
                    let own = own.to_owned();
                    hole.field = self.field(hole, &own, &behind, is_last);
                    // 28批56人次: figures with nothing but the measure between them are told together.
                    if let Some((end, partner)) = last {
                        let are_figures = [partner, hole.field]
                            .iter()
                            .all(|one| self.fields[*one].kind == FieldKind::Figure);
                        if is_pair && are_figures && end < before.len() && partner != hole.field {
                            self.fields[hole.field].pair = Some(partner);
                            self.fields[partner].pair = Some(hole.field);
                        }
                    }
                    last = Some((before.len(), hole.field));
                }
            }
        }
    }

    fn field(&mut self, hole: &Hole, before: &str, behind: &str, is_last: bool) -> usize {
        let kind = match &hole.kind {
            HoleKind::Unit => FieldKind::Unit,
            HoleKind::Period(which, form) => FieldKind::Period(*which, *form),
            HoleKind::Day(form) => FieldKind::Day(*form),
            HoleKind::Number => FieldKind::Figure,
            HoleKind::Rate => FieldKind::Rate,
            HoleKind::Text => FieldKind::Text,
            HoleKind::Comparison => FieldKind::Comparison,
            HoleKind::List(joiner) => FieldKind::List(joiner.clone()),
        };
        let is_latin =
            hole.texts.iter().flatten().all(|text| text.is_ascii()) && before.is_ascii() && behind.is_ascii();
        let label = match kind {
            FieldKind::Unit => if is_latin { "Unit" } else { "单位" }.to_owned(),
            FieldKind::Period(Which::This, _) => if is_latin { "Period" } else { "报告期" }.to_owned(),
            FieldKind::Period(Which::Next, _) => if is_latin { "Next period" } else { "下一期" }.to_owned(),
            FieldKind::Period(Which::Last, _) => if is_latin { "Last period" } else { "上一期" }.to_owned(),
            FieldKind::Day(_) if is_last => label::SIGNED.to_owned(),
            FieldKind::Text | FieldKind::List(_) => label::of_text(before, behind, &self.heading),
            _ => label::of_figure(before, behind, &hole.measure),
        };
        let is_measured = !hole.measure.is_empty() && behind.starts_with(hole.measure.as_str());
        let common = self.common(&kind, hole, &label);
        let alike = self.alike.get(&common).into_iter().flatten();
        let mut known = alike.filter(|field| self.is_same(&self.fields[**field], &kind, hole, &label));
        if let Some(known) = known.next().copied() {
            for (own, text) in self.fields[known].texts.iter_mut().zip(&hole.texts) {
                if own.is_none() {
                    own.clone_from(text);
                }
            }
            self.fields[known].is_measured &= is_measured;
            return known;
        }
        let clause = |text: &str| text.chars().take(24).collect::<String>();
        let length = if is_latin { 60 } else { 24 };
        let tail: String = before.chars().rev().take(length).collect::<Vec<_>>().into_iter().rev().collect();
        self.alike.entry(common).or_default().push(self.fields.len());
        self.fields.push(Field {
            name: String::new(),
            label,
            found_as: String::new(),
            kind,
            measure: hole.measure.clone(),
            is_measured,
            pair: None,
            columns: Vec::new(),
            texts: hole.texts.clone(),
            reason: hole.reason,
            context: (tail, clause(behind)),
        });
        self.fields.len() - 1
    }

    /// What a hole has in common with the field that it shows, if any: its texts, in a single report its label as well. Whose
    /// report it is, and of when, is one field whatever is said.
    fn common(&self, kind: &FieldKind, hole: &Hole, label: &str) -> Vec<Option<String>> {
        if matches!(kind, FieldKind::Unit | FieldKind::Period(..)) {
            return Vec::new();
        }
        let own = (self.mode == Mode::One).then(|| Some(label.to_owned()));
        hole.texts.iter().cloned().chain(own).collect()
    }

    /// Whether a hole shows a field that is known.
    fn is_same(&self, field: &Field, kind: &FieldKind, hole: &Hole, label: &str) -> bool {
        match kind {
            FieldKind::Period(..) => {
                // The second quarter, and the year up to its end.
                let both = field.texts.iter().zip(&hole.texts);
                let mut both = both.filter_map(|(own, text)| Some((own.as_ref()?, text.as_ref()?)));
                let is_same = |(own, text): (&String, &String)| {
                    own == text || time::periods(own) == time::periods(text)
                };
                return field.kind == *kind && both.all(is_same);
            }
            FieldKind::Unit => return field.kind == *kind,
            _ if self.mode == Mode::Marks => return false,
            _ => {}
        }
        if field.kind != *kind || field.measure != hole.measure {
            return false;
        }
        let both = || {
            field
                .texts
                .iter()
                .zip(&hole.texts)
                .filter_map(|(own, text)| Some((own.as_ref()?, text.as_ref()?)))
        };
        if both().count() == 0 || !both().all(|(own, text)| own == text) {
            return false;
        }
        if self.mode == Mode::One {
            return field.label == label;
        }
        if field.texts.len() != both().count() {
            return false;
        }
        let mut distinct: Vec<&String> = both().map(|(own, _)| own).collect();
        distinct.sort();
        distinct.dedup();
        let is_large =
            both().any(|(own, _)| value(own).is_some_and(|value| value >= 20.0) || own.chars().count() > 3);
        distinct.len() > 1 && (both().count() > 2 || is_large) || field.label == label
    }

    /// Gives each field a name of its own.
    fn name(&mut self) {
        let (mut names, mut labels) = (Taken::default(), Taken::default());
        for field in &mut self.fields {
            let base = match &field.kind {
                FieldKind::Unit => "unit".to_owned(),
                FieldKind::Period(Which::This, PeriodForm::Year) => "year".to_owned(),
                FieldKind::Period(Which::This, PeriodForm::Full) => "period".to_owned(),
                FieldKind::Period(Which::This, PeriodForm::Short) => "period_short".to_owned(),
                FieldKind::Period(Which::Next, _) => "next_period".to_owned(),
                FieldKind::Period(Which::Last, _) => "last_period".to_owned(),
                kind => match label::slug(&field.label) {
                    Some(slug) => slug,
                    None => match kind {
                        FieldKind::Day(_) => "day".to_owned(),
                        FieldKind::Figure => "figure".to_owned(),
                        kind => kind.name().to_owned(),
                    },
                },
            };
            let is_numbered =
                matches!(base.as_str(), "day" | "figure" | "rate" | "text" | "list" | "rows" | "comparison");
            field.name = if is_numbered {
                names.numbered(&base, "_", 1)
            } else if names.take(&base) {
                base
            } else {
                names.numbered(&base, "_", 2)
            };
            let measured = format!("{}（{}）", field.label, field.measure);
            if labels.has(&field.label) && !field.measure.is_empty() {
                field.label = measured;
            }
            if !labels.take(&field.label) {
                field.label = labels.numbered(&field.label, "", 2);
            }
            field.found_as.clone_from(&field.label);
        }
    }
}

/// Names that are taken, and how far those with a number have come.
#[derive(Default)]
struct Taken {
    names: HashSet<String>,
    last: HashMap<String, usize>,
}

impl Taken {
    fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Takes a name; whether it was free.
    fn take(&mut self, name: &str) -> bool {
        self.names.insert(name.to_owned())
    }

    /// Takes the first free name with a number from `first` on.
    fn numbered(&mut self, base: &str, between: &str, first: usize) -> String {
        let mut number = self.last.get(base).map_or(first, |last| last + 1);
        while !self.names.insert(format!("{base}{between}{number}")) {
            number += 1;
        }
        self.last.insert(base.to_owned(), number);
        format!("{base}{between}{number}")
    }
}
