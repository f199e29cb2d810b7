//! What a document may hold: a corpus that leaves one of them out is no corpus.

use std::collections::BTreeSet;

use huibian_document::{Block, Document, ImageFormat, Inline, Table, plain_text};

use super::words::{has_rare, has_trap};

/// The elements, and the set of all of them.
macro_rules! elements {
    ($($element:ident,)*) => {
        /// One thing that a document may hold, or one way in which it may hold it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "their names say it")]
        pub enum Element {
            $($element,)*
        }

        impl Element {
            /// Every one.
            pub fn all() -> BTreeSet<Self> {
                BTreeSet::from([$(Self::$element,)*])
            }
        }
    };
}

elements! {
    Serial,
    Secrecy,
    SecrecyTerm,
    Urgency,
    Mark,
    MarkJoint,
    MarkWithoutSuffix,
    Number,
    NoHead,
    HeadWithoutMark,
    OneSigner,
    SeveralSigners,
    Recipients,
    TitleOfOneLine,
    TitleOfTwoLines,
    TitleOfThreeLines,
    TitleOfFourLines,
    TitleBrokenByAuthor,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    RunIn1,
    RunIn2,
    RunIn3,
    RunIn4,
    EmptyParagraph,
    LongParagraph,
    NoBody,
    NumberedList,
    BulletedList,
    Figure,
    FigureWithoutSource,
    FigureOfChange,
    Strong,
    LineBreak,
    Note,
    NoteInTable,
    Table,
    TableWithoutHead,
    TableOfTwoHeadRows,
    TableOverPages,
    TableTurned,
    TablesInARow,
    TableLast,
    CaptionOfTable,
    SpannedColumns,
    SpannedRows,
    EmptyCell,
    Png,
    Jpeg,
    Svg,
    CaptionOfImage,
    PageBreak,
    Contents,
    Trap,
    Rare,
    NoAttachment,
    OneAttachment,
    TwoAttachments,
    ThreeAttachments,
    AttachmentInside,
    Signature,
    NoSignature,
    SeveralSignatories,
    Seal,
    NoteBelow,
    Imprint,
    ImprintWithoutCopies,
    ImprintAfterNotes,
}

impl Element {
    /// Those that a document holds.
    pub fn of(document: &Document) -> BTreeSet<Self> {
        let mut found = Found::default();
        found.head(document);
        found.foot(document);
        found.blocks(&document.blocks);
        for attachment in &document.meta.official.attachments {
            found.blocks(&attachment.blocks);
        }
        found.mark(document.blocks.is_empty(), Self::NoBody);
        let ends = document.blocks.last().is_some_and(|block| matches!(block, Block::Table(_)));
        found.mark(ends, Self::TableLast);
        let notes = found.0.contains(&Self::Note);
        found.mark(document.meta.official.imprint.is_some() && notes, Self::ImprintAfterNotes);
        found.0
    }
}

#[derive(Default)]
struct Found(BTreeSet<Element>);

impl Found {
    fn mark(&mut self, there: bool, element: Element) {
        if there {
            self.0.insert(element);
        }
    }

    fn head(&mut self, document: &Document) {
        let official = &document.meta.official;
        let mark = official.mark.as_ref();
        self.mark(official.serial.is_some(), Element::Serial);
        self.mark(official.secrecy.is_some(), Element::Secrecy);
        let term = official.secrecy.as_ref().is_some_and(|secrecy| secrecy.term.is_some());
        self.mark(term, Element::SecrecyTerm);
        self.mark(official.urgency.is_some(), Element::Urgency);
        self.mark(mark.is_some(), Element::Mark);
        self.mark(mark.is_some_and(|mark| mark.names.len() > 1), Element::MarkJoint);
        self.mark(mark.is_some_and(|mark| mark.suffix.is_empty()), Element::MarkWithoutSuffix);
        self.mark(official.number.is_some(), Element::Number);
        self.mark(!official.has_head(), Element::NoHead);
        self.mark(official.has_head() && mark.is_none(), Element::HeadWithoutMark);
        self.mark(official.signers.len() == 1, Element::OneSigner);
        self.mark(official.signers.len() > 2, Element::SeveralSigners);
        self.mark(!document.meta.recipients.is_empty(), Element::Recipients);
        self.mark(document.meta.title.contains(&Inline::LineBreak), Element::TitleBrokenByAuthor);
        // Twenty hanzi, or some forty letters, make a line.
        let title = plain_text(&document.meta.title);
        let width: usize = title.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        let lines = [
            Element::TitleOfOneLine,
            Element::TitleOfTwoLines,
            Element::TitleOfThreeLines,
            Element::TitleOfFourLines,
        ];
        self.mark(true, lines[(width.saturating_sub(1) / 40).min(3)]);
    }

    fn foot(&mut self, document: &Document) {
        let official = &document.meta.official;
        let counts = [
            Element::NoAttachment,
            Element::OneAttachment,
            Element::TwoAttachments,
            Element::ThreeAttachments,
        ];
        self.mark(true, counts[official.attachments.len()]);
        let inside = official.attachments.iter().any(|attachment| !attachment.blocks.is_empty());
        self.mark(inside, Element::AttachmentInside);
        let signature = document.meta.signature.as_ref();
        self.mark(signature.is_some(), Element::Signature);
        self.mark(signature.is_none(), Element::NoSignature);
        self.mark(signature.is_some_and(|signed| !signed.joint.is_empty()), Element::SeveralSignatories);
        self.mark(signature.is_some_and(|signed| signed.seal), Element::Seal);
        self.mark(official.note.is_some(), Element::NoteBelow);
        self.mark(official.imprint.is_some(), Element::Imprint);
        let copies = official.imprint.as_ref().is_some_and(|imprint| imprint.copies_to.is_empty());
        self.mark(copies, Element::ImprintWithoutCopies);
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let upright = |block: &Block| matches!(block, Block::Table(table) if !table.landscape);
        self.mark(blocks.windows(2).any(|two| two.iter().all(upright)), Element::TablesInARow);
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let levels = [Element::Heading1, Element::Heading2, Element::Heading3, Element::Heading4];
                    self.mark(true, levels[usize::from(heading.level) - 1]);
                    self.inlines(&heading.content);
                }
                Block::Paragraph(paragraph) => {
                    if let Some(heading) = &paragraph.run_in {
                        let levels = [Element::RunIn1, Element::RunIn2, Element::RunIn3, Element::RunIn4];
                        self.mark(true, levels[usize::from(heading.level) - 1]);
                        self.inlines(&heading.content);
                    }
                    let length = plain_text(&paragraph.content).chars().count();
                    self.mark(length == 0, Element::EmptyParagraph);
                    self.mark(length > 1000, Element::LongParagraph);
                    self.inlines(&paragraph.content);
                }
                Block::List(items) => {
                    let numbered = items.iter().all(|item| item.label.contains(char::is_numeric));
                    self.mark(true, if numbered { Element::NumberedList } else { Element::BulletedList });
                    items.iter().for_each(|item| self.inlines(&item.content));
                }
                Block::Table(table) => self.table(table),
                Block::Image(image) => {
                    let format = match image.format {
                        ImageFormat::Png => Element::Png,
                        ImageFormat::Jpeg => Element::Jpeg,
                        ImageFormat::Svg => Element::Svg,
                    };
                    self.mark(true, format);
                    self.mark(!image.caption.is_empty(), Element::CaptionOfImage);
                }
                Block::Contents { .. } => self.mark(true, Element::Contents),
                Block::PageBreak => self.mark(true, Element::PageBreak),
            }
        }
    }

    fn table(&mut self, table: &Table) {
        self.mark(true, Element::Table);
        self.mark(table.head_rows() == 0, Element::TableWithoutHead);
        self.mark(table.head_rows() == 2, Element::TableOfTwoHeadRows);
        self.mark(table.rows().len() > 40, Element::TableOverPages);
        self.mark(table.landscape, Element::TableTurned);
        self.mark(!table.caption.is_empty(), Element::CaptionOfTable);
        for cell in table.rows().iter().flatten() {
            self.mark(cell.columns > 1, Element::SpannedColumns);
            self.mark(cell.rows > 1, Element::SpannedRows);
            self.mark(cell.content.is_empty(), Element::EmptyCell);
            let noted = cell.content.iter().any(|inline| matches!(inline, Inline::Note(_)));
            self.mark(noted, Element::NoteInTable);
            self.inlines(&cell.content);
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => {
                    self.mark(has_trap(text), Element::Trap);
                    self.mark(has_rare(text), Element::Rare);
                }
                Inline::Strong(content) => {
                    self.mark(true, Element::Strong);
                    self.inlines(content);
                }
                Inline::Figure(figure) => {
                    self.mark(true, Element::Figure);
                    self.mark(figure.source.is_empty(), Element::FigureWithoutSource);
                    self.mark(figure.aspect.as_str() == "change", Element::FigureOfChange);
                }
                Inline::Marked(_, content) => self.inlines(content),
                Inline::Note(content) => {
                    self.mark(true, Element::Note);
                    self.inlines(content);
                }
                Inline::LineBreak => self.mark(true, Element::LineBreak),
            }
        }
    }
}
