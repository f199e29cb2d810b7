//! Report to document: sections go into their slots, headings and enumerations get their numbers from the house
//! style, counts become figures. Pure.

use huibian_contract::{Aspect, Basis, CountKey, IndexMap};
use huibian_diagnostic::{Argument, Code, Diagnostic, Result};
use huibian_document::form::cut_end;
use huibian_document::table::{Align, Cell, Column, Table};
use huibian_document::{Block, Figure, Heading, HouseStyle, Inline, Laid, ListItem, Paragraph};
use huibian_figure::{CountFigure, Figures};
use huibian_history::Baseline;
use huibian_template::{Block as TemplateBlock, FrontMatter, Inline as Word, Placed, PlacedKind, SlotKind};
use huibian_wordform::{Under, WordContent, WordTemplate};

use crate::comparison::{change, value_at};
use crate::illustrate::Illustrations;
use crate::items::without_none;
use crate::marks::{Marks, Part};
use crate::table::Filled;
use crate::text::Text;
use crate::word::Report;

/// The bytes that a document's own pieces and tables may come to: a ledger of a hundred thousand rows in a Word file's table has
/// half as many.
const MOST_BYTES: usize = 256 << 20;
/// How many a table's cell comes to at least.
const CELL_BYTES: usize = 64;

/// A report, laid out.
pub struct Typeset {
    /// Its title.
    pub title: Vec<Inline>,
    /// Its body.
    pub body: Vec<Block>,
    /// The text of each attachment.
    pub attachments: Vec<Vec<Block>>,
    /// What an office's own Word file is filled with; empty where there is none.
    pub laid: Vec<Laid>,
}

/// Lays a report out. Headings of an attachment are numbered by themselves; its `#` is their first level.
///
/// # Errors
/// T015 unless there is one title, T018 for a count the unit lacks, T030 for one that is too long, T012, T019 and T020.
pub fn typeset(
    report: &Report,
    figures: &Figures,
    past: &Baseline,
    front: &FrontMatter,
    style: &HouseStyle,
    illustrations: &Illustrations,
) -> Result<Typeset> {
    typeset_with(report, (figures, past), front, style, illustrations, None)
}

/// The same, with marks where the unit's figures stand, if there are any.
///
/// # Errors
/// As [`typeset`].
pub fn typeset_with(
    report: &Report,
    (figures, past): (&Figures, &Baseline),
    front: &FrontMatter,
    style: &HouseStyle,
    illustrations: &Illustrations,
    marks: Option<&Marks>,
) -> Result<Typeset> {
    let Report { slots, tables, .. } = report;
    let given = TypesetInput { slots, tables, figures, past, front, style, illustrations, marks };
    let mut setter = Typesetter::new(given, None);
    if let Some(file) = &report.file {
        let laid = setter.lay(&report.body, file).map_err(|fault| report.body.blame(fault))?;
        let WordContent { title, blocks } = file.content(&laid).map_err(|fault| report.body.blame(fault))?;
        return Ok(Typeset { title, body: blocks, attachments: Vec::new(), laid });
    }
    if let Some(levels) = report.settings.contents {
        setter.blocks.push(Block::Contents { levels: levels.get() });
    }
    for block in &*report.body.words.blocks {
        setter.block(block, None, false).map_err(|fault| report.body.blame(fault))?;
    }
    setter.head_alone();
    let body = std::mem::take(&mut setter.blocks);
    let mut attachments = Vec::with_capacity(report.attachments.len());
    for text in &report.attachments {
        setter.numbers = [0; 6];
        for block in &*text.words.blocks {
            setter.block(block, Some(0), false).map_err(|fault| text.blame(fault))?;
        }
        setter.head_alone();
        attachments.push(std::mem::take(&mut setter.blocks));
    }
    let found = setter.titles.len();
    match setter.titles.pop() {
        Some(title) if found == 1 => Ok(Typeset { title, body, attachments, laid: Vec::new() }),
        _ => Err(report.body.blame(Diagnostic::new(Code::TitleCount).with("found", found))),
    }
}

/// Lays out blocks of a report by themselves, as they come out in it, after a run-in heading that waits for them. None where it
/// goes on waiting.
///
/// # Errors
/// T012, T018, T019 and T020.
pub fn typeset_part(
    given: TypesetInput<'_>,
    run_in: Option<Heading>,
    blocks: &[TemplateBlock],
) -> Result<Option<Vec<Block>>> {
    let mut setter = Typesetter::new(given, run_in);
    blocks.iter().try_for_each(|block| setter.block(block, Some(0), false))?;
    Ok(setter.run_in.is_none().then_some(setter.blocks))
}

/// What reports are laid out from.
#[derive(Clone, Copy)]
pub struct TypesetInput<'s> {
    /// What plugins gave each slot.
    pub slots: &'s IndexMap<String, Vec<Text>>,
    /// The tables that templates place.
    pub tables: &'s Filled,
    /// Every count that may be printed.
    pub figures: &'s Figures,
    /// The figures of other times.
    pub past: &'s Baseline,
    /// How each slot is filled.
    pub front: &'s FrontMatter,
    /// The house style.
    pub style: &'s HouseStyle,
    /// Pictures and charts.
    pub illustrations: &'s Illustrations,
    /// What stands for the unit's own figures.
    pub marks: Option<&'s Marks>,
}

struct Typesetter<'s> {
    given: TypesetInput<'s>,
    numbers: [u32; 6],
    /// The level of the heading that the report is under.
    level: u8,
    /// A run-in heading that waits for its paragraph.
    run_in: Option<Heading>,
    blocks: Vec<Block>,
    titles: Vec<Vec<Inline>>,
    /// How many bytes there may still be.
    room: usize,
}

impl<'s> Typesetter<'s> {
    fn new(given: TypesetInput<'s>, run_in: Option<Heading>) -> Self {
        Self { given, numbers: [0; 6], level: 0, run_in, blocks: vec![], titles: vec![], room: MOST_BYTES }
    }

    /// Takes what comes into the document from the room there is; loops may repeat it without end.
    fn take_room(&mut self, bytes: usize) -> Result<()> {
        self.room = self.room.checked_sub(bytes).ok_or_else(|| {
            Diagnostic::new(Code::EndlessText).with("reason", "text").with("most", MOST_BYTES >> 20)
        })?;
        Ok(())
    }

    /// A table that a template places.
    fn placed_table(&mut self, name: &str) -> Result<Option<&'s Table>> {
        let found = self.given.tables.find(name);
        let cells = found.map_or(0, |table| table.rows().iter().map(Vec::len).sum());
        self.take_room(cells * CELL_BYTES).map(|()| found)
    }

    /// `under` is the level of the heading that a section's slot stands under: the section's `#` is one below it. The
    /// report itself stands under nothing: its `#` is the title.
    fn block(&mut self, block: &TemplateBlock, under: Option<u8>, run_in_slot: bool) -> Result<()> {
        if !matches!(block, TemplateBlock::Paragraph(_) | TemplateBlock::Enumeration { .. }) {
            self.head_alone();
        }
        match block {
            TemplateBlock::Heading { level: 1, content, .. } if under.is_none() => {
                let title = self.inlines(content)?;
                self.titles.push(title);
            }
            TemplateBlock::Heading { level, run_in, content } => {
                let level = under.map_or(level - 1, |under| under + level);
                let heading = self.heading(level, content)?;
                if under.is_none() {
                    self.level = level;
                }
                if *run_in || run_in_slot {
                    self.run_in = Some(heading);
                } else {
                    self.blocks.push(Block::Heading(heading));
                }
            }
            TemplateBlock::Paragraph(content) => match content.as_slice() {
                [Word::Slot(slot)] if self.kind(slot) == Some(SlotKind::Sections) => self.sections(slot)?,
                _ => {
                    let content = self.inlines(content)?;
                    self.paragraph(content);
                }
            },
            TemplateBlock::Enumeration { items, tail } => {
                let mut content = self.enumeration(&items.iter().collect::<Vec<_>>())?;
                append(&mut content, self.inlines(tail)?);
                self.paragraph(content);
            }
            TemplateBlock::List { ordered, items } => {
                let mut list = Vec::with_capacity(items.len());
                for (number, item) in (1..).zip(items) {
                    let label = self.given.style.list_label(ordered.then_some(number));
                    list.push(ListItem { label, content: self.inlines(item)? });
                }
                self.blocks.push(Block::List(list));
            }
            TemplateBlock::Table { align, rows } => self.table(align, rows)?,
            TemplateBlock::Placed(placed) if placed.kind == PlacedKind::Table => {
                if let Some(table) = self.placed_table(&placed.name)? {
                    self.push_table(table.clone());
                }
            }
            TemplateBlock::Placed(placed) => self.blocks.extend(self.given.illustrations.of(placed)),
            TemplateBlock::PageBreak => self.blocks.push(Block::PageBreak),
        }
        Ok(())
    }

    /// What goes into the office's own file, piece by piece.
    fn lay(&mut self, body: &Text, file: &WordTemplate) -> Result<Vec<Laid>> {
        let (mut laid, mut under): (Vec<Laid>, usize) = Default::default();
        // A text box says the same once more, for programs that know no drawing of the first kind.
        let mut set: Vec<(&str, usize)> = Vec::new();
        for (number, block) in body.words.blocks.iter().enumerate() {
            let TemplateBlock::Paragraph(words) = block else { continue };
            laid.extend((number > 0).then_some(Laid::Break));
            let mut words = words.iter();
            while let Some(word) = words.next() {
                match word {
                    Word::Piece(piece) => {
                        self.take_room(file.piece_bytes(*piece))?;
                        let Under { level, heading } = file.under(*piece);
                        // Sections under another heading are numbered from one again.
                        if heading != 0 && std::mem::replace(&mut under, heading) != heading {
                            self.numbers.iter_mut().skip(level.into()).for_each(|number| *number = 0);
                        }
                        self.level = level;
                        laid.push(Laid::Piece(*piece));
                    }
                    Word::Slot(slot) if self.kind(slot) == Some(SlotKind::Sections) => {
                        if let Some((_, known)) = set.iter().find(|(known, _)| known == slot) {
                            laid.push(laid[*known].clone());
                            continue;
                        }
                        self.sections(slot)?;
                        set.push((slot, laid.len()));
                        laid.push(Laid::Blocks(std::mem::take(&mut self.blocks)));
                    }
                    // Around what is placed alone.
                    Word::LineBreak => {}
                    Word::Placed => {
                        let Some(Word::Text(text)) = words.next() else { continue };
                        if let Ok(placed) = serde_json::from_str::<Placed>(text)
                            && let Some(table) = self.placed_table(&placed.name)?
                        {
                            laid.push(Laid::Blocks(vec![Block::Table(table.clone())]));
                        }
                    }
                    word => {
                        let words = self.inlines(std::slice::from_ref(word));
                        let words = words.map_err(|fault| self.amid_words(fault))?;
                        match laid.last_mut() {
                            Some(Laid::Words(known)) => append(known, words),
                            _ => laid.push(Laid::Words(words)),
                        }
                    }
                }
            }
        }
        Ok(laid)
    }

    /// T026 for a slot that stands amid a Word file's words, where a section is more than a list.
    fn amid_words(&self, fault: Diagnostic) -> Diagnostic {
        let slot =
            fault.argument("slot").and_then(Argument::as_str).filter(|_| fault.code() == Code::ItemsExpected);
        let Some((slot, place)) = slot.and_then(|slot| Some((slot, self.given.front.places.get(slot)?)))
        else {
            return fault;
        };
        let section = fault.location().map(|place| place.path().to_owned()).unwrap_or_default();
        let amid = Diagnostic::new(Code::WordTemplate).with("reason", "amid").with("detail", slot);
        amid.with("path", section).at(place.clone())
    }

    /// A pipe table, whose first row is its head.
    fn table(&mut self, align: &[Align], rows: &[Vec<Vec<Word>>]) -> Result<()> {
        let columns = align.iter().map(|align| Column { align: *align, share: 0 }).collect();
        let mut cells = Vec::with_capacity(rows.len());
        for row in rows {
            let row =
                row.iter().map(|cell| Ok(Cell::new(self.inlines(cell)?))).collect::<Result<Vec<_>>>()?;
            cells.push(row);
        }
        // Markdown gives every row as many cells as the head has.
        let table = Table::new(columns, 1, cells);
        self.push_table(table.map_err(|error| Diagnostic::new(Code::Internal).with_detail("reason", error))?);
        Ok(())
    }

    /// A table, on a page that is turned where it has no room on any other.
    fn push_table(&mut self, mut table: Table) {
        huibian_layout::turn(&mut table, self.given.style);
        self.blocks.push(Block::Table(table));
    }

    /// A run-in heading whose paragraph does not come stands by itself, before what comes instead.
    fn head_alone(&mut self) {
        if self.run_in.is_some() {
            self.paragraph(Vec::new());
        }
    }

    fn kind(&self, slot: &str) -> Option<SlotKind> {
        self.given.front.slots.get(slot).map(|spec| spec.kind)
    }

    fn sections(&mut self, slot: &str) -> Result<()> {
        let run_in = self.given.front.slots.get(slot).is_some_and(|spec| spec.run_in);
        for section in self.given.slots.get(slot).into_iter().flatten() {
            for block in &*section.words.blocks {
                let set = self.block(block, Some(self.level), run_in);
                set.map_err(|fault| section.blame(fault))?;
            }
            self.head_alone();
        }
        Ok(())
    }

    fn heading(&mut self, level: u8, content: &[Word]) -> Result<Heading> {
        let index = usize::from(level).saturating_sub(1);
        if index >= self.given.style.headings.len() {
            return Err(Diagnostic::new(Code::HeadingTooDeep).with("level", level));
        }
        self.numbers[index] += 1;
        self.numbers[index + 1..].fill(0);
        let label = self.given.style.heading_label(level, self.numbers[index]);
        Ok(Heading { level, label, content: self.inlines(content)? })
    }

    fn paragraph(&mut self, content: Vec<Inline>) {
        self.blocks.push(Block::Paragraph(Paragraph { run_in: self.run_in.take(), content }));
    }

    fn inlines(&self, words: &[Word]) -> Result<Vec<Inline>> {
        let (mut inlines, terms) = (Vec::with_capacity(words.len()), &self.given.style.comparison);
        for word in words {
            match word {
                Word::Text(text) => push_text(&mut inlines, text),
                Word::Strong(content) => inlines.push(Inline::Strong(self.inlines(content)?)),
                Word::Note(content) => inlines.push(Inline::Note(self.inlines(content)?)),
                Word::LineBreak => inlines.push(Inline::LineBreak),
                // Holes are filled, and paragraphs parted, before a report is typeset.
                Word::Data(_) | Word::NoteReference(_) | Word::Paragraph | Word::Placed | Word::Piece(_) => {}
                Word::Count(key) => inlines.push(Inline::Figure(self.figure(key, false)?)),
                Word::CountInHanzi(key) => inlines.push(Inline::Figure(self.figure(key, true)?)),
                Word::Compared(basis, Aspect::Value, key) => {
                    append(&mut inlines, value_at(*basis, key, self.given.past, terms)?);
                }
                Word::Compared(basis, _, key) => {
                    append(&mut inlines, change(*basis, key, self.given.figures, self.given.past, terms)?);
                }
                Word::Slot(slot) => append(&mut inlines, self.items(slot)?),
            }
        }
        Ok(inlines)
    }

    fn figure(&self, key: &CountKey, hanzi: bool) -> Result<Figure> {
        let figure = self.given.figures.find(key);
        let figure = figure.ok_or_else(|| Diagnostic::new(Code::CountMissing).with("name", key))?;
        let (index, said) = (figure.index, if hanzi { Part::Hanzi } else { Part::Digits });
        let (digits, source) = match self.given.marks {
            Some(marks) => (marks.of(said(index)), marks.of(Part::Source(index))),
            None if hanzi => (in_hanzi(figure), figure.source()),
            None => (figure.shown().to_string(), figure.source()),
        };
        let measure = figure.shown_measure().to_owned();
        Ok(Figure { key: key.clone(), aspect: Aspect::Value, basis: Basis::Now, digits, measure, source })
    }

    /// All plugins' items for a slot, in one sentence.
    fn items(&self, slot: &str) -> Result<Vec<Inline>> {
        if self.kind(slot) == Some(SlotKind::Sections) {
            return Err(Diagnostic::new(Code::SlotUse).with("slot", slot).with("reason", "beside"));
        }
        let mut all = Vec::new();
        for section in self.given.slots.get(slot).into_iter().flatten() {
            for block in &*section.words.blocks {
                match block {
                    TemplateBlock::List { items, .. } => all.extend(items),
                    _ => return Err(section.blame(Diagnostic::new(Code::ItemsExpected).with("slot", slot))),
                }
            }
        }
        self.enumeration(&without_none(all))
    }

    /// 一是…；二是…。 End marks of the items themselves give way. One item alone has no number.
    fn enumeration(&self, items: &[&Vec<Word>]) -> Result<Vec<Inline>> {
        let rules = &self.given.style.enumeration;
        let mut sentence = Vec::new();
        for (number, item) in (1..).zip(items) {
            if number > 1 {
                push_text(&mut sentence, &rules.separator);
            }
            if items.len() > 1 {
                push_text(&mut sentence, &rules.label(number));
            }
            let mut content = self.inlines(item)?;
            if let Some(Inline::Text(last)) = content.last_mut() {
                cut_end(last);
            }
            append(&mut sentence, content);
        }
        if !items.is_empty() {
            push_text(&mut sentence, &rules.end);
        }
        Ok(sentence)
    }
}

/// Text that follows text is one piece: a person who edits the document finds no seams.
fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    match inlines.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ => inlines.push(Inline::Text(text.to_owned())),
    }
}

fn append(inlines: &mut Vec<Inline>, more: Vec<Inline>) {
    for inline in more {
        match inline {
            Inline::Text(text) => push_text(inlines, &text),
            other => inlines.push(other),
        }
    }
}

/// A figure in Chinese numerals, where it is a whole number.
pub fn in_hanzi(figure: CountFigure<'_>) -> String {
    let digits = figure.shown().to_string();
    match digits.parse() {
        Ok(number) => numeral(number, figure.shown_measure()),
        Err(_) => digits,
    }
}

/// A whole number in Chinese numerals. Two of anything measured is 两.
fn numeral(number: i64, measure: &str) -> String {
    if number == 2 && !measure.is_empty() { "两".to_owned() } else { huibian_document::hanzi(number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_written_in_hanzi() {
        for (number, measure, words) in
            [(0, "次", "零"), (2, "次", "两"), (2, "", "二"), (12, "次", "十二"), (110, "", "一百一十")]
        {
            assert_eq!(numeral(number, measure), words);
        }
    }
}
