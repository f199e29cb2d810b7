//! The blocks of a report that are typeset for each unit although the rest of it is not: those that place a table or compare
//! with other periods, and those whose values have several lines or none, or are items that a unit numbered itself. Which
//! they are depends on the wording, and on what the caller found of a unit's values.

use huibian_contract::IndexMap;
use huibian_document::form::{Filled, Gap, GapKind, gap_mark, gap_of, without_end};
use huibian_document::items::{is_none, is_numbered};
use huibian_document::{Block, Document, Heading};
use huibian_template::{Block as TemplateBlock, FrontMatter, Inline as Word, PlacedKind, SlotKind};

use crate::text::Text;
use crate::typeset::{TypesetInput, typeset_part};
use crate::word::Report;

/// A block of a report's texts, as its template says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BlockAt {
    /// Which text, in the order of [`Report::texts`].
    pub text: usize,
    /// Which of its blocks.
    pub block: usize,
}

/// A block that is typeset for each unit.
pub struct Own {
    at: BlockAt,
    holds: GapKind,
    /// The slots whose items stand in it.
    slots: Vec<String>,
    /// The run-in heading that waits for it, with marks.
    run_in: Option<Heading>,
}

/// The blocks of a report that are each unit's own, those of `troubled` among them. None where no form of such reports is made: a
/// heading or a footnote is a unit's own.
pub fn find(report: &Report, front: &FrontMatter, troubled: &[BlockAt]) -> Option<Vec<Own>> {
    let mut search = Search { front, troubled, open: Vec::new(), found: Vec::new() };
    let mut number = 0;
    for (slot, texts) in &report.slots {
        let spec = front.slots.get(slot.as_str());
        for text in texts {
            number += 1;
            match spec {
                Some(spec) if spec.kind == SlotKind::Sections => search.text(text, number, spec.run_in)?,
                _ => search.items(text, number, slot),
            }
        }
    }
    search.text(&report.body, 0, false)?;
    for text in &report.attachments {
        number += 1;
        search.text(text, number, false)?;
    }
    Some(search.found)
}

struct Search<'r> {
    front: &'r FrontMatter,
    troubled: &'r [BlockAt],
    /// The slots of items of which some are each unit's own.
    open: Vec<&'r str>,
    found: Vec<Own>,
}

impl<'r> Search<'r> {
    /// Items are typeset where their slot stands.
    fn items(&mut self, text: &Text, number: usize, slot: &'r str) {
        let troubled = self.troubled;
        let is_troubled = |block| troubled.contains(&BlockAt { text: number, block });
        let mut blocks = text.words.blocks.iter().enumerate();
        if blocks.any(|(block, said)| is_troubled(block) || !is_steady(said)) {
            self.open.push(slot);
        }
    }

    fn text(&mut self, text: &Text, number: usize, run_in_slot: bool) -> Option<()> {
        let mut before = None;
        for (block, said) in text.words.blocks.iter().enumerate() {
            let at = BlockAt { text: number, block };
            let is_troubled = self.troubled.contains(&at);
            let open = self.open.as_slice();
            let is_open =
                any_of(said, &|word| matches!(word, Word::Slot(slot) if open.contains(&slot.as_str())));
            if let TemplateBlock::Heading { content, run_in, .. } = said {
                if before.is_some() || is_troubled || is_open || !content.iter().all(is_steady_word) {
                    return None;
                }
                // What closes a run-in heading depends on its words.
                let has_own = any(content, &|word| is_data(word) || is_figure(word));
                before = Some(content).filter(|_| (*run_in || run_in_slot) && has_own);
                continue;
            }
            let heading = before.take();
            if self.holds_sections(said) || !(is_troubled || is_open || heading.is_some() || !is_steady(said))
            {
                continue;
            }
            if any_of(said, &|word| matches!(word, Word::Note(_))) {
                return None;
            }
            let has_figures = heading.is_some_and(|words| any(words, &is_figure));
            self.found.push(Own { at, holds: kind(said, has_figures), slots: slots(said), run_in: None });
        }
        before.is_none().then_some(())
    }

    fn holds_sections(&self, said: &TemplateBlock) -> bool {
        let TemplateBlock::Paragraph(words) = said else { return false };
        let [Word::Slot(slot)] = words.as_slice() else { return false };
        self.front.slots.get(slot).is_some_and(|spec| spec.kind == SlotKind::Sections)
    }
}

fn kind(said: &TemplateBlock, has_figures: bool) -> GapKind {
    let is_table = matches!(said, TemplateBlock::Table { .. } | TemplateBlock::Placed(_));
    if is_table || any_of(said, &|word| *word == Word::Placed) {
        GapKind::Tables
    } else if has_figures || any_of(said, &is_figure) {
        GapKind::Figures
    } else {
        GapKind::Words
    }
}

fn slots(said: &TemplateBlock) -> Vec<String> {
    let mut slots = Vec::new();
    for words in words(said) {
        let names = words.iter().filter_map(|word| match word {
            Word::Slot(slot) => Some(slot.clone()),
            _ => None,
        });
        slots.extend(names);
    }
    slots
}

/// Puts the marks of gaps in the place of blocks that are each unit's own.
pub fn leave(report: &mut Report, own: &[Own]) {
    for (index, text) in report.texts_mut().enumerate() {
        let mut here = (0..).zip(own).filter(|(_, own)| own.at.text == index).peekable();
        if here.peek().is_none() {
            continue;
        }
        let mut blocks = text.words.blocks.to_vec();
        for (number, own) in here {
            let mark = gap_mark(Gap { number, holds: own.holds });
            blocks[own.at.block] = TemplateBlock::Paragraph(vec![Word::Text(mark)]);
        }
        text.words.blocks = blocks.into();
    }
}

/// Takes the run-in headings that wait for gaps out of a form.
pub fn settle(document: &mut Document, own: &mut [Own]) {
    let attachments = document.meta.official.attachments.iter_mut().map(|attachment| &mut attachment.blocks);
    for block in attachments.chain([&mut document.blocks]).flatten() {
        let own = gap_of(block).and_then(|gap| own.get_mut(gap.number));
        if let (Some(own), Block::Paragraph(paragraph)) = (own, block) {
            own.run_in = paragraph.run_in.take();
        }
    }
}

impl Own {
    /// The unit's blocks; none where they would change more than their gap, or cannot be typeset.
    pub fn blocks(&self, report: &Report, given: TypesetInput<'_>, filled: &Filled) -> Option<Vec<Block>> {
        let blocks = report.texts().nth(self.at.text)?.filled_block(self.at.block);
        let is_drawn = |block: &TemplateBlock| matches!(block, TemplateBlock::Placed(placed) if placed.kind != PlacedKind::Table);
        if blocks.iter().any(is_drawn) {
            return None;
        }
        let slots =
            self.slots.iter().filter_map(|slot| Some((slot.clone(), all_filled(report.slots.get(slot)?))));
        let slots: IndexMap<String, Vec<Text>> = slots.collect();
        let said =
            |heading: &Heading| Heading { content: filled.inlines(&heading.content), ..heading.clone() };
        let run_in = self.run_in.as_ref().map(said);
        typeset_part(TypesetInput { slots: &slots, ..given }, run_in, &blocks).ok()?
    }
}

fn all_filled(texts: &[Text]) -> Vec<Text> {
    let mut texts = texts.to_vec();
    texts.iter_mut().for_each(Text::fill);
    texts
}

/// Whether a block is the same in number and kind for every unit that says it.
fn is_steady(block: &TemplateBlock) -> bool {
    let words = |words: &Vec<Word>| words.iter().all(is_steady_word);
    let item = |item: &Vec<Word>| words(item) && is_steady_item(item);
    match block {
        TemplateBlock::Enumeration { items, tail } => items.iter().all(item) && words(tail),
        TemplateBlock::List { items, .. } => items.iter().all(item),
        // How wide its columns are depends on what stands in them.
        TemplateBlock::Table { rows, .. } => {
            !rows.iter().flatten().any(|cell| any(cell, &|word| is_data(word) || is_figure(word)))
        }
        TemplateBlock::Placed(_) => false,
        block => self::words(block).into_iter().all(words),
    }
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
        [Word::Text(text), rest @ ..] => is_long(text) || !rest.iter().any(is_data),
        _ => true,
    }
}

/// The values that a text's items begin with.
pub fn first_holes(text: &Text) -> impl Iterator<Item = usize> {
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
pub fn may_be_more(value: &str) -> bool {
    const BEGIN: &str = "一二三四五六七八九十第其（(•●▪■◆◇·/-—－";
    let begins = |c: char| c.is_ascii_digit() || BEGIN.contains(c) || ('①'..='⓿').contains(&c);
    value.starts_with(begins) || is_numbered(value) || is_none(value)
}

/// The block of a text that a value stands in.
pub fn block_of(text: &Text, value: usize) -> Option<usize> {
    let is_value = |word: &Word| *word == Word::Data(value);
    text.words.blocks.iter().position(|block| any_of(block, &is_value))
}

fn is_steady_word(word: &Word) -> bool {
    match word {
        Word::Strong(content) | Word::Note(content) => content.iter().all(is_steady_word),
        Word::Placed | Word::Compared(..) => false,
        _ => true,
    }
}

fn is_data(word: &Word) -> bool {
    matches!(word, Word::Data(_))
}

fn is_figure(word: &Word) -> bool {
    matches!(word, Word::Count(_) | Word::CountInHanzi(_) | Word::Compared(..) | Word::Slot(_))
}

/// The lines of a block.
fn words(block: &TemplateBlock) -> Vec<&Vec<Word>> {
    match block {
        TemplateBlock::Heading { content, .. } | TemplateBlock::Paragraph(content) => vec![content],
        TemplateBlock::Enumeration { items, tail } => items.iter().chain([tail]).collect(),
        TemplateBlock::List { items, .. } => items.iter().collect(),
        TemplateBlock::Table { rows, .. } => rows.iter().flatten().collect(),
        TemplateBlock::Placed(_) | TemplateBlock::PageBreak => Vec::new(),
    }
}

fn any_of(block: &TemplateBlock, is_so: &dyn Fn(&Word) -> bool) -> bool {
    words(block).into_iter().any(|words| any(words, is_so))
}

fn any(words: &[Word], is_so: &dyn Fn(&Word) -> bool) -> bool {
    words.iter().any(|word| match word {
        Word::Strong(content) | Word::Note(content) => is_so(word) || any(content, is_so),
        word => is_so(word),
    })
}
