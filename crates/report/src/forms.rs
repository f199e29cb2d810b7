//! Reports of one shape are typeset once: their form is kept, and a unit's texts go into it. Whether a report takes that way
//! is decided here alone, by [`Forms::filled`].
//!
//! Two reports have one shape where their templates' blocks are the same ones, slot by slot. A form depends on the shape and
//! the design alone, never on the unit for which it was made first: any unit's document is the same, however many were made
//! before it. A report is typeset by itself where it places tables, charts or pictures, compares with other periods, has a
//! number or settings of its own, or where a value has no line, several, or what could be an item's number.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use huibian_contract::UnitIdentity;
use huibian_diagnostic::Result;
use huibian_document::form::{self, Filled, Form, have_marks, without_end};
use huibian_document::items::{is_none, is_numbered};
use huibian_document::{Block, Document};
use huibian_figure::Figures;
use huibian_history::Baseline;
use huibian_template::{Block as TemplateBlock, Inline as Word, one_line};

use crate::compose::{compose, compose_with};
use crate::design::Design;
use crate::illustrate::Illustrations;
use crate::marks::{Marks, Part};
use crate::office::Placeholders;
use crate::text::Text;
use crate::typeset::{in_hanzi, typeset, typeset_with};
use crate::word::Report;

/// How many shapes are kept; beyond, all are forgotten and the common ones come back.
const KEPT: usize = 64;

/// The forms of a design's reports, by their shapes; none for a shape that is typeset by itself.
#[derive(Default)]
pub struct Forms(RwLock<HashMap<Shape, Kept, foldhash::fast::RandomState>>);

/// The addresses of the blocks of a report's texts, slot by slot, and how many it is addressed to.
type Shape = Vec<usize>;

/// A shape's form. While it is kept its blocks are, so that their addresses are no others'.
struct Kept {
    form: Option<Arc<ReportForm>>,
    _texts: Vec<Text>,
}

/// A form, and what of a unit stands in its holes.
struct ReportForm {
    form: Arc<Form>,
    /// How many values its templates have; theirs are the first holes.
    values: usize,
    parts: Vec<Part>,
    /// The holes whose texts give their end marks away.
    cut: Vec<usize>,
    /// The holes that items begin with.
    first: Vec<usize>,
}

/// Whose report it is.
#[derive(Clone, Copy)]
pub struct Owner<'u> {
    /// The unit.
    pub unit: &'u UnitIdentity,
    /// Whom its document is addressed to.
    pub recipients: &'u [String],
    /// Its figures.
    pub figures: &'u Figures,
    /// Its figures of other times.
    pub past: &'u Baseline,
}

impl Forms {
    /// A report as its form and the unit's texts.
    ///
    /// # Errors
    /// The report with its values in their holes, where it is to be typeset by itself.
    pub fn filled(
        &self,
        design: &Design,
        mut report: Report,
        owner: Owner<'_>,
    ) -> std::result::Result<Filled, Box<Report>> {
        self.find(design, &report, owner).ok_or_else(|| {
            report.fill();
            Box::new(report)
        })
    }

    fn find(&self, design: &Design, report: &Report, owner: Owner<'_>) -> Option<Filled> {
        if report.has_own_settings || report.settings.number.is_some() {
            return None;
        }
        let form = self.form(design, report, owner)?;
        let filled = Filled { form: form.form.clone(), texts: form.texts(report, owner)? };
        debug_assert_eq!(
            Some(filled.document()),
            typeset_anew(design, report, owner),
            "a form is its reports'"
        );
        Some(filled)
    }

    fn form(&self, design: &Design, report: &Report, owner: Owner<'_>) -> Option<Arc<ReportForm>> {
        let shape = shape(report, owner);
        if let Some(kept) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&shape) {
            return kept.form.clone();
        }
        let form = if report.texts().all(is_steady) {
            // What is wrong with this unit's report says nothing of the next one's.
            Some(Arc::new(ReportForm::make(design, report, owner)?))
        } else {
            None
        };
        let form = form.filter(|form| !is_open(&form.form.document));
        let kept = Kept { form: form.clone(), _texts: report.texts().cloned().collect() };
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if all.len() == KEPT {
            all.clear();
        }
        all.insert(shape, kept);
        form
    }
}

/// A report that is typeset by itself: its values are in their holes.
///
/// # Errors
/// As [`typeset`] and [`compose`].
pub fn typeset_alone(
    design: &Design,
    report: &Report,
    owner: Owner<'_>,
    illustrations: &Illustrations,
) -> Result<Document> {
    let Owner { unit, recipients, figures, past } = owner;
    let laid = typeset(report, figures, past, &design.front, &design.style, illustrations)?;
    compose(design, unit, recipients, &report.settings, laid)
}

/// The same of a report that is not filled yet and places nothing.
fn typeset_anew(design: &Design, report: &Report, owner: Owner<'_>) -> Option<Document> {
    let mut report = report.clone();
    report.fill();
    typeset_alone(design, &report, owner, &Illustrations::default()).ok()
}

fn shape(report: &Report, owner: Owner<'_>) -> Shape {
    let address = |text: &Text| text.words.blocks.as_ptr() as usize;
    let mut shape = vec![owner.recipients.len(), address(&report.body)];
    for (slot, texts) in &report.slots {
        // A slot's name, so that no texts of two slots are taken for those of one.
        shape.push(texts.len());
        shape.extend(slot.bytes().map(usize::from));
        shape.extend(texts.iter().map(address));
    }
    shape.extend(report.attachments.iter().map(address));
    shape
}

/// Whether a text's blocks are the same in number and kind for every unit that says them.
fn is_steady(text: &Text) -> bool {
    let words = |words: &Vec<Word>| words.iter().all(is_steady_word);
    let item = |item: &Vec<Word>| words(item) && is_steady_item(item);
    text.words.blocks.iter().all(|block| match block {
        TemplateBlock::Heading { content, .. } | TemplateBlock::Paragraph(content) => words(content),
        TemplateBlock::Enumeration { items, tail } => items.iter().all(item) && words(tail),
        TemplateBlock::List { items, .. } => items.iter().all(item),
        TemplateBlock::Table { rows, .. } => rows.iter().flatten().all(words),
        TemplateBlock::Placed(_) => false,
        TemplateBlock::PageBreak => true,
    })
}

/// Whether an item is one item that says something, whatever stands in its holes, as long as no value
/// [begins like a number or like nothing](may_be_more). A few constant words next to a value could make a number with it.
fn is_steady_item(item: &[Word]) -> bool {
    const FEW: usize = 6;
    let is_long = |text: &str| text.trim().chars().count() >= FEW;
    match item {
        [Word::Data(_)] => true,
        [Word::Data(_), Word::Text(text), ..] => is_long(text) || without_end(text).is_empty(),
        [Word::Data(_), ..] => false,
        [Word::Text(text), rest @ ..] => {
            is_long(text) || !rest.iter().any(|word| matches!(word, Word::Data(_)))
        }
        _ => true,
    }
}

/// The values that a text's items begin with.
fn first_holes(text: &Text) -> impl Iterator<Item = usize> {
    let items = text.words.blocks.iter().filter_map(|block| match block {
        TemplateBlock::Enumeration { items, .. } | TemplateBlock::List { items, .. } => Some(items),
        _ => None,
    });
    items.flatten().filter_map(|item| match item.first() {
        Some(Word::Data(index)) => Some(*index),
        _ => None,
    })
}

/// Whether a value, where an item begins with it, may be several items or none.
fn may_be_more(value: &str) -> bool {
    const BEGIN: &str = "一二三四五六七八九十第其（(•●▪■◆◇·/-—－";
    let begins = |c: char| c.is_ascii_digit() || BEGIN.contains(c) || ('①'..='⓿').contains(&c);
    value.starts_with(begins) || is_numbered(value) || is_none(value)
}

fn is_steady_word(word: &Word) -> bool {
    match word {
        Word::Strong(content) | Word::Note(content) => content.iter().all(is_steady_word),
        Word::Placed | Word::Compared(..) => false,
        _ => true,
    }
}

/// Whether what is printed around a unit's text depends on the text: a run-in heading ends with a mark of its own, or is
/// given one.
fn is_open(document: &Document) -> bool {
    let attachments = document.meta.official.attachments.iter().flat_map(|attachment| &attachment.blocks);
    document.blocks.iter().chain(attachments).any(|block| match block {
        Block::Paragraph(paragraph) => {
            paragraph.run_in.as_ref().is_some_and(|heading| have_marks(&heading.content))
        }
        _ => false,
    })
}

impl ReportForm {
    /// Typesets a report with marks where the unit's texts go. None where the report cannot be typeset.
    fn make(design: &Design, report: &Report, owner: Owner<'_>) -> Option<Self> {
        let mut marked = report.clone();
        let (mut values, mut first) = (0, Vec::new());
        for text in marked.texts_mut() {
            first.extend(first_holes(text).map(|index| values + index));
            for value in &mut text.words.values {
                *value = form::mark(values);
                values += 1;
            }
            text.fill();
        }
        let marks = Marks::after(values);
        let Owner { unit, recipients, figures, past } = owner;
        let nothing = Illustrations::default();
        let laid =
            typeset_with(&marked, (figures, past), &design.front, &design.style, &nothing, Some(&marks));
        let around = Placeholders { unit, period: design.period, date: design.date, marks: Some(&marks) };
        let recipients = (0..recipients.len()).map(|index| marks.of(Part::Recipient(index))).collect();
        let mut document = compose_with(design, &around, recipients, &report.settings, laid.ok()?).ok()?;
        let mut cut = Vec::new();
        document.for_each_text_mut(&mut |text| cut.extend(form::cut_holes(text)));
        Some(Self { form: Arc::new(Form { document }), values, parts: marks.into_parts(), cut, first })
    }

    /// The unit's texts; none where one of them would change more than its hole.
    fn texts(&self, report: &Report, owner: Owner<'_>) -> Option<Vec<String>> {
        let mut texts = Vec::with_capacity(self.values + self.parts.len());
        for value in report.texts().flat_map(|text| &text.words.values) {
            texts.push(one_line(value)?);
        }
        if texts.len() != self.values {
            return None;
        }
        for part in &self.parts {
            texts.push(owner.text(part)?);
        }
        let is_left = |number: &usize| texts.get(*number).is_some_and(|text| !without_end(text).is_empty());
        let is_one = |number: &usize| texts.get(*number).is_some_and(|text| !may_be_more(text));
        (self.cut.iter().all(is_left) && self.first.iter().all(is_one)).then_some(texts)
    }
}

impl Owner<'_> {
    fn text(&self, part: &Part) -> Option<String> {
        let Self { unit, recipients, figures, .. } = *self;
        let text = match part {
            Part::Name => unit.name.clone(),
            Part::Recipient(index) => recipients.get(*index)?.clone(),
            Part::Place(place) if place == "unit.id" => unit.id.to_string(),
            Part::Place(place) => unit.attributes.get(place.strip_prefix("unit.attributes.")?)?.clone(),
            Part::Digits(index) => figures.get(*index)?.digits().to_string(),
            Part::Hanzi(index) => in_hanzi(figures.get(*index)?),
            // Where a plugin named no records there are none.
            Part::Source(index) => return figures.get(*index).map(|figure| figure.source()),
        };
        (!text.is_empty()).then_some(text)
    }
}
