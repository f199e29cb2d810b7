//! About where a document ends: lines are counted as they would come out, page by page. Programs differ in a line here and
//! there, so that nothing may depend on more than this.

use huibian_document::form::gap_of;
use huibian_document::style::ParagraphStyle;
use huibian_document::{
    Block, Document, DocumentPart, Filled, HouseStyle, Inline, Length, ListItem, Listed, Official, plain_text,
};

use super::head::LINES_ABOVE;
use huibian_layout::{
    Widths, fit, heads_turned_table, of_attachment, row_heights, turns_page, without_idle_breaks,
};

/// Of a last paragraph, in bytes: with a shorter one, words of the text stand on every page. A page has 22 lines of 28 hanzi, or of 56
/// letters.
const LONG_END: usize = 800;

/// A page without words of the body, at the body's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithoutText {
    /// The one that the last paragraph leaves, which goes to the next as a whole. Word divides it, LibreOffice does not.
    Left,
    /// That of what stands below the body.
    Below,
}

/// Goes down the pages.
pub struct Pen<'s> {
    style: &'s HouseStyle,
    /// The page, from 1.
    page: u32,
    /// From the top of its text.
    y: Length,
    /// The levels of the headings that a table of contents lists.
    listed: Vec<u8>,
    /// The page of each heading.
    headings: Vec<u32>,
    /// Whether the body's last block goes to the next page, for what stands below it not to be alone there.
    is_moved: bool,
    /// Whether words of the body that are no heading stand on the page so far.
    has_text: bool,
    /// What stands on a page without words of the body, of what the text's end leaves or has below it.
    without_text: Option<WithoutText>,
    /// The page of the last footnote's sign, and how far down it stands there.
    last_note: Option<(u32, Length)>,
}

impl<'s> Pen<'s> {
    /// Where a document ends.
    pub fn after(document: &Document, style: &'s HouseStyle) -> Self {
        let listed: Vec<u8> = document.listed().into_iter().map(Listed::level).collect();
        let mut pen = Self::new(style, listed.clone(), false);
        if pen.flows(document) {
            return pen;
        }
        let mut pen = Self::new(style, listed, true);
        if !pen.document(document) {
            pen.without_text = Some(WithoutText::Below);
        }
        pen
    }

    fn new(style: &'s HouseStyle, listed: Vec<u8>, is_moved: bool) -> Self {
        Self {
            style,
            listed,
            page: 1,
            y: Length::default(),
            headings: Vec::new(),
            is_moved,
            has_text: false,
            without_text: None,
            last_note: None,
        }
    }

    /// Whether words of the body stand on the first page below such a head, title and recipients: a heading and a line, or two lines.
    pub fn shows_body(
        official: &Official,
        title: &[Inline],
        recipients: &[String],
        style: &'s HouseStyle,
    ) -> bool {
        let mut pen = Self::new(style, Vec::new(), false);
        if official.has_head() {
            pen.part(DocumentPart::Head(official));
        }
        pen.part(DocumentPart::Title(title));
        pen.part(DocumentPart::Recipients(recipients));
        pen.page == 1 && pen.has_room(2)
    }

    /// Goes over a document; whether its end needs nothing that keeps it together. A long one has a line to spare: LibreOffice moves
    /// all of a paragraph that is kept with the next.
    fn flows(&mut self, document: &Document) -> bool {
        self.document(document) && (self.has_room(1) || !has_long_end(&document.blocks, None))
    }

    /// Goes over a document; whether what stands below its body is on the page where that ends.
    fn document(&mut self, document: &Document) -> bool {
        let mut body_end = None;
        let mut is_together = true;
        for part in document.parts() {
            self.part(part);
            match part {
                // A document that is addressed to nobody has the line to spare.
                DocumentPart::Title(_) if document.meta.recipients.is_empty() => {
                    self.text("", &self.style.paragraphs.recipients, 0);
                }
                DocumentPart::Body(_) => body_end = Some(self.page),
                DocumentPart::Signature(_) | DocumentPart::Note(_) => {
                    is_together &= body_end.is_none_or(|page| page == self.page);
                }
                _ => {}
            }
        }
        is_together
    }

    fn part(&mut self, part: DocumentPart<'_>) {
        let style = self.style;
        let paragraphs = &style.paragraphs;
        match part {
            DocumentPart::Head(official) => self.head(official),
            DocumentPart::Title(words) => self.text(&plain_text(words), &paragraphs.title, 0),
            DocumentPart::Recipients(recipients) => {
                let names = style.words.recipients(recipients).unwrap_or_default();
                self.text(&names, &paragraphs.recipients, 0);
            }
            DocumentPart::Body(blocks) => self.body(blocks),
            DocumentPart::AttachmentList(attachments) => {
                self.blank(paragraphs.attachments.blank_before);
                for attachment in attachments {
                    self.lines(&attachment.title, paragraphs.attachments.size, style.text.line, 600);
                }
            }
            DocumentPart::Signature(signature) => {
                self.blank(if signature.seal { style.signature.seal_blank } else { 0 });
                let joint = u32::try_from(signature.joint.len()).unwrap_or(0);
                self.blank(paragraphs.signatory.blank_before + 2 + joint);
            }
            DocumentPart::Note(note) => self.text(note, &paragraphs.note, 200),
            DocumentPart::Attachment(_, attachment) => {
                self.new_page();
                self.headings.push(self.page);
                self.text("", &paragraphs.attachment_label, 0);
                self.text(&attachment.title, &paragraphs.attachment_title, 0);
                let (mut blocks, style) = (of_attachment(&attachment.blocks, style).peekable(), self.style);
                if blocks.next_if(|block| turns_page(block, style)).is_some() {
                    self.new_page();
                }
                blocks.for_each(|block| self.block(block));
            }
            // It stands at the bottom of the page, wherever the rest ends.
            DocumentPart::Imprint(_) => {}
        }
    }

    /// The page of each heading, in order.
    pub fn headings(&self) -> &[u32] {
        &self.headings
    }

    /// A page without words of the body, where there is one at its end.
    pub fn without_text(&self) -> Option<WithoutText> {
        self.without_text
    }

    /// Whether it stopped on a page with an odd number.
    pub fn is_odd(&self) -> bool {
        self.page % 2 == 1
    }

    /// Whether the page that it stopped on may have footnotes at its bottom: signs that stand within so many lines of the end of
    /// the page before may come to be on this one.
    pub fn may_end_with_notes(&self, lines: u32) -> bool {
        self.last_note.is_some_and(|(page, y)| {
            let end = self.style.text_height() - self.style.text.line.times(lines.into(), 1);
            page >= self.page || (page + 1 == self.page && y > end)
        })
    }

    /// Whether so many lines are free below.
    pub fn has_room(&self, lines: u32) -> bool {
        self.y + self.style.text.line.times(lines.into(), 1) <= self.style.text_height()
    }

    fn head(&mut self, official: &Official) {
        let head = &self.style.head;
        let Some(mark) = &official.mark else { return self.blank(3 + head.title_blank_without_rule) };
        let line = self.style.text.line;
        let mark_line = self.style.paragraphs.mark.line.unwrap_or(line);
        let names = i64::try_from(mark.names.len()).unwrap_or(1);
        self.down(line.times(LINES_ABOVE, 1));
        self.down(head.mark_top - line.times(LINES_ABOVE, 1));
        self.down(mark_line.times(names, 1));
        let signers = official.signers.len().div_ceil(head.signers_a_line.max(1));
        let number = signers.max(usize::from(official.number.is_some()));
        self.blank(self.style.paragraphs.number.blank_before + u32::try_from(number).unwrap_or(1));
        self.down(head.rule_gap);
        self.blank(head.title_blank);
    }

    fn body(&mut self, blocks: &[Block]) {
        let mut blocks = without_idle_breaks(blocks, self.style).peekable();
        while let Some(block) = blocks.next() {
            match block {
                Block::List(items) if self.is_moved && blocks.peek().is_none() => {
                    let (last, others) = items.split_at(items.len().saturating_sub(1));
                    others.iter().for_each(|item| self.item(item));
                    self.has_text |= !others.is_empty();
                    self.leave();
                    last.iter().for_each(|item| self.item(item));
                }
                Block::Table(_) => self.block(block),
                // It goes to the page of its table.
                Block::Heading(_) if heads_turned_table(block, blocks.clone(), self.style) => {
                    let is_new = self.y == Length::default();
                    self.headings.push(if is_new { self.page } else { self.page + 1 });
                }
                _ => {
                    if self.is_moved && blocks.peek().is_none() {
                        self.leave();
                    }
                    self.block(block);
                }
            }
            self.has_text |= !matches!(block, Block::Heading(_) | Block::PageBreak);
        }
    }

    /// The last of the body goes to the next page.
    fn leave(&mut self) {
        if !self.has_text && self.y > Length::default() {
            self.without_text = Some(WithoutText::Left);
        }
        self.new_page();
    }

    fn block(&mut self, block: &Block) {
        self.words(block);
        let notes = notes(block);
        if !notes.is_empty() {
            self.last_note = Some((self.page, self.y));
            notes.iter().for_each(|note| self.text(note, &self.style.paragraphs.footnote, 0));
        }
    }

    fn words(&mut self, block: &Block) {
        let paragraphs = &self.style.paragraphs;
        let indent = i64::from(self.style.text.indent_hundredths);
        match block {
            Block::Heading(heading) => {
                let words = heading.label.clone() + &plain_text(&heading.content);
                let styled = self.style.headings.get(usize::from(heading.level.max(1)) - 1);
                match styled.map(|styled| styled.paragraph(&paragraphs.body)) {
                    Some(styled) => self.text(&words, &styled, indent),
                    None => self.text(&words, &paragraphs.body, indent),
                }
                self.headings.push(self.page);
            }
            Block::Paragraph(paragraph) => {
                if paragraph.run_in.is_some() {
                    // It opens the paragraph's first line.
                    let fits = self.has_room(1);
                    self.headings.push(if fits { self.page } else { self.page + 1 });
                }
                let mut words = String::new();
                if let Some(heading) = &paragraph.run_in {
                    words.push_str(&heading.label);
                    words.push_str(&plain_text(&heading.content));
                    words.push_str(self.style.run_in_end_of(paragraph));
                }
                words.push_str(&plain_text(&paragraph.content));
                self.text(&words, &paragraphs.body, indent);
            }
            Block::List(items) => items.iter().for_each(|item| self.item(item)),
            Block::Table(table) if self.style.turns(table) => {
                if self.y > Length::default() {
                    self.new_page();
                }
                self.new_page();
            }
            Block::Table(table) => {
                self.caption(&table.caption, &paragraphs.table_caption);
                for row in row_heights(table, &fit(table, self.style), self.style) {
                    self.down(row);
                }
            }
            Block::Image(image) => {
                self.down(image.height);
                self.caption(&image.caption, &paragraphs.image_caption);
            }
            Block::Contents { levels } => self.blank(2 + self.lines_of_contents(*levels)),
            Block::PageBreak => self.new_page(),
        }
    }

    fn item(&mut self, item: &ListItem) {
        let words = item.label.clone() + &plain_text(&item.content);
        self.text(&words, &self.style.paragraphs.body, i64::from(self.style.text.indent_hundredths));
    }

    fn lines_of_contents(&self, levels: u8) -> u32 {
        let lines = self.listed.iter().filter(|level| **level <= levels).count();
        u32::try_from(lines).unwrap_or(u32::MAX)
    }

    fn caption(&mut self, words: &[Inline], style: &ParagraphStyle) {
        if !words.is_empty() {
            self.text(&plain_text(words), style, 0);
        }
    }

    fn text(&mut self, words: &str, style: &ParagraphStyle, indent: i64) {
        self.blank(style.blank_before);
        self.lines(words, style.size, style.line.unwrap_or(self.style.text.line), indent);
        self.blank(style.blank_after);
    }

    fn lines(&mut self, words: &str, size: Length, line: Length, indent: i64) {
        let widths = Widths::new(size, &self.style.text);
        let width = widths.of(words) + size.times(indent, 100).emu();
        // Whole characters stand on a line.
        let character = widths.of("字").max(1);
        let room = (self.style.text_width().emu() / character * character).max(1);
        for _ in 0..((width + room - 1) / room).max(1) {
            self.down(line);
        }
    }

    fn blank(&mut self, lines: u32) {
        for _ in 0..lines {
            self.down(self.style.text.line);
        }
    }

    fn down(&mut self, height: Length) {
        if self.y + height > self.style.text_height() {
            self.new_page();
        }
        self.y = self.y + height;
    }

    fn new_page(&mut self) {
        self.page += 1;
        self.y = Length::default();
        self.has_text = false;
    }
}

/// Whether a body's last lines must be kept with what stands below it.
pub fn must_keep_end(document: &Document, style: &HouseStyle) -> bool {
    !has_long_end(&document.blocks, None) || !Pen::new(style, Vec::new(), false).flows(document)
}

/// Whether a text ends with a paragraph of many lines, or hardly has any other; of a form, as it is filled.
pub fn has_long_end(blocks: &[Block], filled: Option<&Filled>) -> bool {
    let own = blocks.last().and_then(gap_of).zip(filled).map(|(gap, filled)| filled.gap(gap));
    let is_text = |block: &&Block| !matches!(block, Block::Heading(_));
    let count = |block| match gap_of(block).zip(filled) {
        Some((gap, filled)) => filled.gap(gap).iter().filter(is_text).count(),
        None => usize::from(is_text(&block)),
    };
    let is_only = blocks.iter().map(count).sum::<usize>() < 2;
    let Some(Block::Paragraph(last)) = own.map_or(blocks.last(), <[Block]>::last) else { return is_only };
    let length = match filled {
        Some(filled) if own.is_none() => plain_text(&filled.inlines(&last.content)).len(),
        _ => plain_text(&last.content).len(),
    };
    is_only || length > LONG_END
}

/// The page without words of the body at a document's end, where there is one.
pub fn page_without_text(document: &Document, style: &HouseStyle) -> Option<WithoutText> {
    Pen::after(document, style).without_text()
}

/// Whether a document has footnotes.
pub fn has_notes(document: &Document) -> bool {
    document.parts().any(|part| match part {
        DocumentPart::Body(blocks) => blocks.iter().any(|block| !notes(block).is_empty()),
        DocumentPart::Attachment(_, attachment) => {
            attachment.blocks.iter().any(|block| !notes(block).is_empty())
        }
        _ => false,
    })
}

/// What the footnotes of a block say.
fn notes(block: &Block) -> Vec<String> {
    fn of(inlines: &[Inline], found: &mut Vec<String>) {
        for inline in inlines {
            match inline {
                Inline::Note(words) => found.push(plain_text(words)),
                Inline::Strong(words) | Inline::Marked(_, words) => of(words, found),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    match block {
        Block::Heading(heading) => of(&heading.content, &mut found),
        Block::Paragraph(paragraph) => of(&paragraph.content, &mut found),
        Block::List(items) => items.iter().for_each(|item| of(&item.content, &mut found)),
        Block::Table(table) => {
            table.rows().iter().flatten().for_each(|cell| of(&cell.content, &mut found));
        }
        Block::Image(image) => of(&image.caption, &mut found),
        Block::Contents { .. } | Block::PageBreak => {}
    }
    found
}
