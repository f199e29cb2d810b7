//! Documents that are alike but for some texts and blocks: one document with marks where these stand, and those of one unit. A
//! mark is made of noncharacters, which no data may hold: it passes through a writer as words do, and comes out where they
//! would.
//!
//! This must not know what the texts are, nor what is written around them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::block::{Block, Heading, Paragraph};
use crate::inline::Inline;
use crate::items::END_MARKS;
use crate::meta::{Document, Laid, Meta};
use crate::official::{Attachment, Official};
use crate::table::Table;
use crate::texts::push_words;

/// Before a mark's name.
const OPEN: char = '\u{FDE0}';
/// After it.
const CLOSE: char = '\u{FDE1}';
/// After the name of a text that gives its own end marks away.
const CLOSE_CUT: char = '\u{FDE2}';

/// What many units' documents have in common: a document with marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The document. Its numbers, labels and order are those of every unit.
    pub document: Document,
}

/// A place of a form where a unit's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hole {
    /// Which of the unit's texts.
    pub number: usize,
    /// Whether the text's own end marks give way.
    pub is_cut: bool,
}

/// A place of a form where blocks stand that are a unit's own: how many, and of which kinds, is different from unit to unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Which of the unit's sequences of blocks.
    pub number: usize,
    /// What may be among them.
    pub holds: GapKind,
}

/// What may be among the blocks of a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// Words alone.
    Words,
    /// Figures among words.
    Figures,
    /// Tables and figures.
    Tables,
}

impl GapKind {
    const NAMES: [(Self, &str); 3] =
        [(Self::Words, "words"), (Self::Figures, "figures"), (Self::Tables, "tables")];
}

/// A unit's document: a form, its texts and its blocks.
#[derive(Clone, Debug)]
pub struct Filled {
    /// What it has in common with others.
    pub form: Arc<Form>,
    /// What stands in the holes, by their numbers.
    pub texts: Vec<String>,
    /// What stands in the gaps, by their numbers.
    pub gaps: Vec<Vec<Block>>,
}

/// A unit's document, however it was come by.
#[derive(Clone, Debug)]
pub enum Assembled {
    /// Typeset by itself.
    Whole(Box<Document>),
    /// Typeset before, for other units; this one's texts go in.
    Filled(Filled),
}

/// A piece of a text with marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What is the same in every document, by its place in [`Pieces::constant`].
    Constant(Range<usize>),
    /// A unit's text.
    Hole(Hole),
    /// A unit's blocks.
    Gap(Gap),
    /// What a writer made out by itself, under a name of its own.
    Own(String),
}

/// A text with marks, cut at them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pieces {
    /// All that is no mark, one after the other.
    pub constant: String,
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
}

/// The mark of a unit's text.
pub fn mark(number: usize) -> String {
    own_mark(&number.to_string())
}

/// The mark of what a writer makes out by itself; its name is no number.
pub fn own_mark(name: &str) -> String {
    let mut mark = String::with_capacity(name.len() + 6);
    mark.push(OPEN);
    mark.push_str(name);
    mark.push(CLOSE);
    mark
}

/// The mark of a gap: a paragraph that says nothing else stands where a unit's own blocks do.
pub fn gap_mark(gap: Gap) -> String {
    let name = GapKind::NAMES.iter().find(|(kind, _)| *kind == gap.holds).map_or("", |(_, name)| name);
    own_mark(&format!("{name} {}", gap.number))
}

/// The gap that a block of a form stands for, if it stands for one.
pub fn gap_of(block: &Block) -> Option<Gap> {
    let Block::Paragraph(Paragraph { content, .. }) = block else { return None };
    let [Inline::Text(text)] = content.as_slice() else { return None };
    gap_named(text.strip_prefix(OPEN)?.strip_suffix(CLOSE)?)
}

fn gap_named(name: &str) -> Option<Gap> {
    let (kind, number) = name.split_once(' ')?;
    let (holds, _) = GapKind::NAMES.into_iter().find(|(_, known)| *known == kind)?;
    Some(Gap { number: number.parse().ok()?, holds })
}

/// Whether there is a mark in a text.
pub fn has_mark(text: &str) -> bool {
    text.contains(OPEN)
}

/// Whether there is a mark in the words of `inlines`.
pub fn have_marks(inlines: &[Inline]) -> bool {
    inlines.iter().any(|inline| match inline {
        Inline::Text(text) => has_mark(text),
        Inline::Strong(content) | Inline::Marked(_, content) | Inline::Note(content) => have_marks(content),
        Inline::Figure(figure) => has_mark(&figure.digits),
        Inline::LineBreak => false,
    })
}

/// Takes away the marks that end an item of an enumeration. Where a unit's text comes to stand last, it gives away its own.
pub fn cut_end(text: &mut String) {
    text.truncate(text.trim_end_matches(END_MARKS).len());
    if text.ends_with(CLOSE) {
        text.pop();
        text.push(CLOSE_CUT);
    }
}

/// A text without the marks that end it.
pub fn without_end(text: &str) -> &str {
    text.trim_end_matches(END_MARKS)
}

impl Pieces {
    /// Cuts a text at its marks.
    pub fn of(marked: &str) -> Self {
        let mut pieces = Self::default();
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once(OPEN) {
            let Some(end) = after.find([CLOSE, CLOSE_CUT]) else { break };
            pieces.constant(before);
            let (name, tail) = after.split_at(end);
            let is_cut = tail.starts_with(CLOSE_CUT);
            pieces.pieces.push(match (name.parse(), gap_named(name)) {
                (Ok(number), _) => Piece::Hole(Hole { number, is_cut }),
                (_, Some(gap)) => Piece::Gap(gap),
                _ => Piece::Own(name.to_owned()),
            });
            rest = &tail[CLOSE.len_utf8()..];
        }
        pieces.constant(rest);
        pieces
    }

    fn constant(&mut self, text: &str) {
        if !text.is_empty() {
            let start = self.constant.len();
            self.constant.push_str(text);
            self.pieces.push(Piece::Constant(start..self.constant.len()));
        }
    }

    /// The constant text of a piece that has one.
    pub fn text(&self, range: &Range<usize>) -> &str {
        &self.constant[range.clone()]
    }

    /// The text with a unit's own in it, its blocks as [`Document::words`] has them.
    pub fn filled(&self, filled: &Filled) -> String {
        let mut text = String::with_capacity(self.constant.len() * 9 / 8);
        for piece in &self.pieces {
            match piece {
                Piece::Constant(range) => text.push_str(self.text(range)),
                Piece::Hole(hole) => text.push_str(filled.text(*hole)),
                Piece::Gap(gap) => filled.gap(*gap).iter().for_each(|block| push_words(&mut text, block)),
                Piece::Own(_) => {}
            }
        }
        text
    }

    /// Whether there is nothing but constant text.
    pub fn is_constant(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Constant(_)))
    }
}

impl Filled {
    /// What stands in a hole.
    pub fn text(&self, hole: Hole) -> &str {
        let text = self.texts.get(hole.number).map_or("", String::as_str);
        if hole.is_cut { without_end(text) } else { text }
    }

    /// What stands in a gap.
    pub fn gap(&self, gap: Gap) -> &[Block] {
        self.gaps.get(gap.number).map_or(&[], Vec::as_slice)
    }

    /// Whether an attachment of the form has no text once its gaps are closed: it is a document of its own then, which the form
    /// has not.
    pub fn has_empty_attachment(&self) -> bool {
        let is_empty = |block: &Block| gap_of(block).is_some_and(|gap| self.gap(gap).is_empty());
        let mut attachments = self.form.document.meta.official.attachments.iter();
        attachments.any(|known| !known.blocks.is_empty() && known.blocks.iter().all(is_empty))
    }

    /// A text of the form with its marks filled.
    pub fn fill<'t>(&self, marked: &'t str) -> Cow<'t, str> {
        if !has_mark(marked) {
            return marked.into();
        }
        Pieces::of(marked).filled(self).into()
    }

    /// Words of the form with their marks filled.
    pub fn inlines(&self, marked: &[Inline]) -> Vec<Inline> {
        let mut filled = marked.to_vec();
        for_each_in(&mut filled, &mut |text| self.fill_in(text));
        filled
    }

    /// The official parts, but for what attachments say.
    pub fn official(&self) -> Official {
        let official = &self.form.document.meta.official;
        let attachments = official.attachments.iter();
        let attachments =
            attachments.map(|known| Attachment { title: known.title.clone(), blocks: Vec::new() });
        let mut official = Official { attachments: attachments.collect(), ..official.clone() };
        for_each_of_official(&mut official, &mut |text| self.fill_in(text));
        official
    }

    /// The unit's document.
    pub fn document(&self) -> Document {
        let mut document = self.form.document.clone();
        let attachments =
            document.meta.official.attachments.iter_mut().map(|attachment| &mut attachment.blocks);
        for blocks in attachments.chain([&mut document.blocks]) {
            self.close_gaps(blocks);
        }
        document.for_each_text_mut(&mut |text| self.fill_in(text));
        document
    }

    fn close_gaps(&self, blocks: &mut Vec<Block>) {
        if blocks.iter().any(|block| gap_of(block).is_some()) {
            let own = |block: Block| match gap_of(&block) {
                Some(gap) => self.gap(gap).to_vec(),
                None => vec![block],
            };
            *blocks = std::mem::take(blocks).into_iter().flat_map(own).collect();
        }
    }

    fn fill_in(&self, text: &mut String) {
        if has_mark(text) {
            let filled = self.fill(text).into_owned();
            *text = filled;
        }
    }
}

impl Assembled {
    /// The document.
    pub fn document(&self) -> Cow<'_, Document> {
        match self {
            Self::Whole(document) => Cow::Borrowed(document),
            Self::Filled(filled) => Cow::Owned(filled.document()),
        }
    }

    /// What stands around its body; of a filled form with marks where the unit's texts go.
    pub fn meta(&self) -> &Meta {
        match self {
            Self::Whole(document) => &document.meta,
            Self::Filled(filled) => &filled.form.document.meta,
        }
    }

    /// Its tables, in no order.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        let (document, own) = match self {
            Self::Whole(document) => (&**document, &[][..]),
            Self::Filled(filled) => (&filled.form.document, filled.gaps.as_slice()),
        };
        let attachments = document.meta.official.attachments.iter().map(|attachment| &attachment.blocks);
        let blocks = attachments.chain([&document.blocks]).chain(own).flatten();
        blocks.filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The same with a block behind its body.
    #[must_use]
    pub fn with(self, block: Block) -> Self {
        let mut document = self.document().into_owned();
        document.blocks.push(block);
        Self::Whole(Box::new(document))
    }
}

/// Takes a text that is to be changed.
type Change<'c> = &'c mut dyn FnMut(&mut String);

impl Document {
    /// Hands on every text in which a unit's own may stand, to be changed.
    pub fn for_each_text_mut(&mut self, change: Change<'_>) {
        let meta = &mut self.meta;
        for_each_in(&mut meta.title, change);
        meta.recipients.iter_mut().for_each(&mut *change);
        if let Some(signature) = &mut meta.signature {
            change(&mut signature.name);
            signature.joint.iter_mut().for_each(&mut *change);
        }
        [&mut meta.subject, &mut meta.creator, &mut meta.generator].into_iter().for_each(&mut *change);
        for_each_of_official(&mut meta.official, change);
        self.blocks.iter_mut().for_each(|block| for_each_of_block(block, change));
        for laid in &mut self.laid {
            match laid {
                Laid::Words(words) => for_each_in(words, change),
                Laid::Blocks(blocks) => {
                    blocks.iter_mut().for_each(|block| for_each_of_block(block, change));
                }
                Laid::Piece(_) | Laid::Break => {}
            }
        }
    }
}

fn for_each_of_official(official: &mut Official, change: Change<'_>) {
    if let Some(secrecy) = &mut official.secrecy {
        secrecy.term.iter_mut().for_each(&mut *change);
    }
    if let Some(mark) = &mut official.mark {
        mark.names.iter_mut().for_each(&mut *change);
    }
    if let Some(number) = &mut official.number {
        change(&mut number.code);
        change(&mut number.sequence);
    }
    official.signers.iter_mut().chain(&mut official.note).for_each(&mut *change);
    if let Some(imprint) = &mut official.imprint {
        imprint.copies_to.iter_mut().for_each(&mut *change);
        change(&mut imprint.printer);
    }
    for attachment in &mut official.attachments {
        change(&mut attachment.title);
        attachment.blocks.iter_mut().for_each(|block| for_each_of_block(block, change));
    }
}

fn for_each_of_block(block: &mut Block, change: Change<'_>) {
    match block {
        Block::Heading(Heading { content, .. }) => for_each_in(content, change),
        Block::Paragraph(paragraph) => {
            if let Some(heading) = &mut paragraph.run_in {
                for_each_in(&mut heading.content, change);
            }
            for_each_in(&mut paragraph.content, change);
        }
        Block::List(items) => items.iter_mut().for_each(|item| for_each_in(&mut item.content, change)),
        Block::Table(table) => table.contents_mut().for_each(|content| for_each_in(content, change)),
        Block::Image(image) => {
            change(&mut image.alt);
            for_each_in(&mut image.caption, change);
        }
        Block::Contents { .. } | Block::PageBreak => {}
    }
}

fn for_each_in(inlines: &mut [Inline], change: Change<'_>) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => change(text),
            Inline::Strong(content) | Inline::Marked(_, content) | Inline::Note(content) => {
                for_each_in(content, change);
            }
            Inline::Figure(figure) => {
                change(&mut figure.digits);
                change(&mut figure.source);
            }
            Inline::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(texts: &[&str]) -> Filled {
        let document = crate::meta::tests::document();
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        Filled { form: Arc::new(Form { document }), texts, gaps: Vec::new() }
    }

    #[test]
    fn a_text_is_cut_at_its_marks() {
        let text = format!("云{}溪{}{}", mark(3), own_mark("title"), mark(12));
        let pieces = Pieces::of(&text);
        assert_eq!(pieces.constant, "云溪");
        let hole = |number| Piece::Hole(Hole { number, is_cut: false });
        let expected =
            [Piece::Constant(0..3), hole(3), Piece::Constant(3..6), Piece::Own("title".to_owned()), hole(12)];
        assert_eq!(pieces.pieces, expected);
        assert!(Pieces::of("云溪").is_constant() && !pieces.is_constant());
        assert!(has_mark(&text) && !has_mark("云溪"));
    }

    #[test]
    fn blocks_of_a_unit_stand_in_its_gaps() {
        let gap = Gap { number: 0, holds: GapKind::Tables };
        let paragraph = |text: &str| {
            let content = vec![Inline::Text(text.to_owned())];
            Block::Paragraph(Paragraph { run_in: None, content })
        };
        let marked = paragraph(&gap_mark(gap));
        assert_eq!((gap_of(&marked), gap_of(&paragraph(&mark(0)))), (Some(gap), None));
        let mut filled = filled(&["云溪镇"]);
        let mut document = filled.form.document.clone();
        document.blocks = vec![paragraph("首"), marked, paragraph(&mark(0))];
        let words = Pieces::of(&document.words());
        filled.form = Arc::new(Form { document });
        for own in [Vec::new(), vec![paragraph("甲"), Block::PageBreak, paragraph("乙")]] {
            filled.gaps = vec![own.clone()];
            let expected: Vec<_> =
                [paragraph("首")].into_iter().chain(own).chain([paragraph("云溪镇")]).collect();
            assert_eq!(filled.document().blocks, expected);
            assert_eq!(words.filled(&filled), filled.document().words());
        }
    }

    #[test]
    fn end_marks_give_way_before_a_text_and_in_it() {
        let filled = filled(&["完成。；", "好"]);
        for (text, expected) in [
            (format!("一{}", mark(0)), "一完成"),
            (format!("一{}。 ", mark(0)), "一完成"),
            (format!("一{}。好", mark(0)), "一完成。；。好"),
            (format!("{}{}", mark(0), mark(1)), "完成。；好"),
        ] {
            let mut text = text;
            cut_end(&mut text);
            assert_eq!(filled.fill(&text), expected);
        }
        let mut text = mark(4);
        cut_end(&mut text);
        let holes = [Hole { number: 1, is_cut: false }, Hole { number: 4, is_cut: true }].map(Piece::Hole);
        assert_eq!(Pieces::of(&format!("{}{text}", mark(1))).pieces, holes);
    }

    #[test]
    fn a_document_is_filled_in_all_its_texts() {
        let mut filled = filled(&["云溪镇"]);
        let mut document = filled.form.document.clone();
        let mut all = 0;
        document.for_each_text_mut(&mut |text| {
            all += 1;
            *text = mark(0);
        });
        filled.form = Arc::new(Form { document });
        let mut found = 0;
        filled.document().for_each_text_mut(&mut |text| found += usize::from(text == "云溪镇"));
        assert!(all > 10 && all == found, "{found} of {all}");
    }
}
