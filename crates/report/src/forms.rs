//! Reports of one shape are typeset once: their form is kept, and a unit's texts and its [own blocks](crate::gaps) go into it.
//! Whether a report takes that way is decided here alone, by [`Forms::filled`].
//!
//! Two reports have one shape where their templates' blocks are the same ones, slot by slot, and the same of them are each
//! unit's own. A form depends on the shape, the settings and the design alone, never on the unit for which it was made first:
//! any unit's files are the same, however many were made before it. A report is typeset by itself where it places charts or
//! pictures, where a heading or a footnote is a unit's own in more than its texts, or where its loops make its shape a rare one.

use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use huibian_contract::UnitIdentity;
use huibian_diagnostic::Result;
use huibian_document::form::{self, Filled, Form, Hole, Piece, Pieces, have_marks, without_end};
use huibian_document::settings::NumberSettings;
use huibian_document::{Block, Document, Settings};
use huibian_figure::Figures;
use huibian_history::Baseline;
use huibian_template::one_line;

use crate::compose::{compose, compose_with};
use crate::design::Design;
use crate::gaps::{self, BlockAt, Own};
use crate::illustrate::Illustrations;
use crate::marks::{Marks, Part};
use crate::office::{Placeholders, sequence};
use crate::text::Text;
use crate::typeset::{TypesetInput, in_hanzi, typeset, typeset_with};
use crate::word::Report;

/// How many shapes are kept; beyond, all are forgotten and the common ones come back.
const KEPT: usize = 64;

/// A report that is one of more ways through its loops has a shape that few others have: to make a form costs as much as four
/// reports.
const COMMON: usize = KEPT;

/// The forms of a design's reports, by their shapes; none for a shape that is typeset by itself.
#[derive(Default)]
pub struct Forms {
    kept: RwLock<HashMap<Shape, Kept, foldhash::fast::RandomState>>,
    filled: AtomicUsize,
    alone: AtomicUsize,
}

/// What reports of one form have in common.
#[derive(PartialEq, Eq)]
struct Shape {
    /// The addresses of the blocks of a report's texts, slot by slot, and how many it is addressed to.
    addresses: Vec<usize>,
    /// The blocks that are each unit's own because of their values.
    own: Vec<BlockAt>,
    /// The settings of a unit that has some of its own, but for its document's number.
    settings: Option<Box<Settings>>,
}

impl Hash for Shape {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.addresses, &self.own).hash(state);
    }
}

/// A shape's form. While it is kept its blocks are, so that their addresses are no others'.
struct Kept {
    form: Option<Arc<ReportForm>>,
    _texts: Vec<Text>,
}

/// A form, and what of a unit stands in its holes and gaps.
struct ReportForm {
    form: Arc<Form>,
    /// Of each of its templates' values, whether it stands in the hole of its number. One that does not is in a gap.
    values: Vec<bool>,
    parts: Vec<Part>,
    /// The holes whose texts give their end marks away.
    cut: Vec<usize>,
    /// The holes that items begin with.
    first: Vec<usize>,
    /// What stands in the gaps.
    own: Vec<Own>,
}

/// How many reports were made of forms, and how many were typeset by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ways {
    /// Of forms.
    pub filled: usize,
    /// By themselves.
    pub alone: usize,
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
    /// A report as its form and what is the unit's own.
    ///
    /// # Errors
    /// The report with its values in their holes, where it is to be typeset by itself.
    pub fn filled(
        &self,
        design: &Design,
        mut report: Report,
        owner: Owner<'_>,
    ) -> std::result::Result<Filled, Box<Report>> {
        let found = self.find(design, &report, owner);
        let way = if found.is_some() { &self.filled } else { &self.alone };
        way.fetch_add(1, Ordering::Relaxed);
        found.ok_or_else(|| {
            report.fill();
            Box::new(report)
        })
    }

    /// How many reports took each way so far.
    pub fn ways(&self) -> Ways {
        let [filled, alone] = [&self.filled, &self.alone].map(|way| way.load(Ordering::Relaxed));
        Ways { filled, alone }
    }

    fn find(&self, design: &Design, report: &Report, owner: Owner<'_>) -> Option<Filled> {
        let ways = report.texts().fold(1, |ways: usize, text| ways.saturating_mul(text.words.ways.max(1)));
        if ways > COMMON {
            return None;
        }
        let form = self.form(design, report, owner, Vec::new())?;
        let filled = match form.filled(design, report, owner) {
            Ok(filled) => filled,
            Err(troubled) => {
                let own = blocks_of(report, &troubled)?;
                self.form(design, report, owner, own)?.filled(design, report, owner).ok()?
            }
        };
        debug_assert_eq!(
            Some(filled.document()),
            typeset_anew(design, report, owner),
            "a form is its reports'"
        );
        Some(filled)
    }

    /// The form of a report in which these blocks are the unit's own because of their values.
    fn form(
        &self,
        design: &Design,
        report: &Report,
        owner: Owner<'_>,
        own: Vec<BlockAt>,
    ) -> Option<Arc<ReportForm>> {
        let shape = Shape::of(report, owner, own);
        if let Some(kept) = self.kept.read().unwrap_or_else(PoisonError::into_inner).get(&shape) {
            return kept.form.clone();
        }
        let form = match gaps::find(report, &design.front, &shape.own) {
            // An office's own file has no gaps. What is wrong with this unit's report says nothing of the next one's.
            Some(own) if own.is_empty() || report.file.is_none() => {
                Some(Arc::new(ReportForm::make(design, report, owner, own)?))
            }
            _ => None,
        };
        let form = form.filter(|form| !is_open(&form.form.document));
        let kept = Kept { form: form.clone(), _texts: report.texts().cloned().collect() };
        let mut all = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if all.len() == KEPT {
            all.clear();
        }
        all.insert(shape, kept);
        form
    }
}

impl Shape {
    fn of(report: &Report, owner: Owner<'_>, own: Vec<BlockAt>) -> Self {
        let address = |text: &Text| text.words.blocks.as_ptr() as usize;
        let mut addresses = vec![owner.recipients.len(), address(&report.body)];
        for (slot, texts) in &report.slots {
            // A slot's name, so that no texts of two slots are taken for those of one.
            addresses.push(texts.len());
            addresses.extend(slot.bytes().map(usize::from));
            addresses.extend(texts.iter().map(address));
        }
        addresses.extend(report.attachments.iter().map(address));
        let settings = report.has_own_settings.then(|| Box::new(unnumbered(&report.settings)));
        Self { addresses, own, settings }
    }
}

/// Settings without the number that a unit's document has within the year.
fn unnumbered(settings: &Settings) -> Settings {
    let number = settings.number.clone().map(|number| NumberSettings { sequence: None, ..number });
    Settings { number, ..settings.clone() }
}

/// The blocks that values stand in, by the values' numbers; none where there is no number, or where one is no value's.
fn blocks_of(report: &Report, numbers: &[usize]) -> Option<Vec<BlockAt>> {
    let mut found: Vec<BlockAt> = Vec::new();
    for number in numbers {
        let mut index = *number;
        let (text, said) = report.texts().enumerate().find(|(_, text)| {
            let values = text.words.values.len();
            let is_here = index < values;
            index = if is_here { index } else { index - values };
            is_here
        })?;
        let at = BlockAt { text, block: gaps::block_of(said, index)? };
        if !found.contains(&at) {
            found.push(at);
        }
    }
    (!found.is_empty()).then_some(found)
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
    /// Typesets a report with marks where texts and blocks of the unit go. None where the report cannot be typeset.
    fn make(design: &Design, report: &Report, owner: Owner<'_>, mut own: Vec<Own>) -> Option<Self> {
        let mut marked = report.clone();
        gaps::leave(&mut marked, &own);
        let (mut values, mut first) = (0, Vec::new());
        for text in marked.texts_mut() {
            first.extend(gaps::first_holes(text).map(|index| values + index));
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
        let mut holes = Vec::new();
        document.for_each_text_mut(&mut |text| holes.extend(holes_of(text)));
        let cut = holes.iter().filter(|hole| hole.is_cut).map(|hole| hole.number).collect();
        let mut stands = vec![false; values];
        for hole in &holes {
            stands.get_mut(hole.number).into_iter().for_each(|stands| *stands = true);
        }
        gaps::settle(&mut document, &mut own);
        let form = Arc::new(Form { document });
        Some(Self { form, values: stands, parts: marks.into_parts(), cut, first, own })
    }

    /// The unit's document.
    ///
    /// # Errors
    /// The values that would change more than their holes; none where something else would.
    fn filled(
        &self,
        design: &Design,
        report: &Report,
        owner: Owner<'_>,
    ) -> std::result::Result<Filled, Vec<usize>> {
        let texts = self.texts(report, owner)?;
        let mut filled = Filled { form: self.form.clone(), texts, gaps: Vec::new() };
        if !self.own.is_empty() {
            let nothing = Illustrations::default();
            let given = TypesetInput {
                slots: &report.slots,
                tables: &report.tables,
                figures: owner.figures,
                past: owner.past,
                front: &design.front,
                style: &design.style,
                illustrations: &nothing,
                marks: None,
            };
            let gaps: Option<_> = self.own.iter().map(|own| own.blocks(report, given, &filled)).collect();
            filled.gaps = gaps.ok_or_else(Vec::new)?;
            if filled.has_empty_attachment() {
                return Err(Vec::new());
            }
        }
        Ok(filled)
    }

    fn texts(&self, report: &Report, owner: Owner<'_>) -> std::result::Result<Vec<String>, Vec<usize>> {
        let (mut texts, mut troubled) =
            (Vec::with_capacity(self.values.len() + self.parts.len()), Vec::new());
        let values = report.texts().flat_map(|text| &text.words.values);
        for ((number, stands), value) in self.values.iter().enumerate().zip(values) {
            let line = if *stands { one_line(value) } else { Some(String::new()) };
            troubled.extend(line.is_none().then_some(number));
            texts.push(line.unwrap_or_default());
        }
        if texts.len() != self.values.len() {
            return Err(Vec::new());
        }
        for part in &self.parts {
            texts.push(owner.text(part, &report.settings).ok_or_else(Vec::new)?);
        }
        let text = |number: usize| texts.get(number).map_or("", String::as_str);
        troubled.extend(self.cut.iter().filter(|number| without_end(text(**number)).is_empty()));
        troubled.extend(self.first.iter().filter(|number| gaps::may_be_more(text(**number))));
        if troubled.is_empty() { Ok(texts) } else { Err(troubled) }
    }
}

fn holes_of(text: &str) -> Vec<Hole> {
    let hole = |piece| match piece {
        Piece::Hole(hole) => Some(hole),
        _ => None,
    };
    if form::has_mark(text) {
        Pieces::of(text).pieces.into_iter().filter_map(hole).collect()
    } else {
        Vec::new()
    }
}

impl Owner<'_> {
    fn text(&self, part: &Part, settings: &Settings) -> Option<String> {
        let Self { unit, recipients, figures, .. } = *self;
        let text = match part {
            Part::Sequence => sequence(settings.number.as_ref()?, unit)?,
            Part::Name => unit.name.clone(),
            Part::Recipient(index) => recipients.get(*index)?.clone(),
            Part::Place(place) if place == "unit.id" => unit.id.to_string(),
            Part::Place(place) => unit.attributes.get(place.strip_prefix("unit.attributes.")?)?.clone(),
            Part::Digits(index) => figures.get(*index)?.shown().to_string(),
            Part::Hanzi(index) => in_hanzi(figures.get(*index)?),
            // Where a plugin named no records there are none.
            Part::Source(index) => return figures.get(*index).map(|figure| figure.source()),
        };
        (!text.is_empty()).then_some(text)
    }
}
