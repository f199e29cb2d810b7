//! The words of a document, one after the other, however they are set. Numbers and labels that a house style gives are none
//! of them, nor is what a file of its own says.

use crate::block::{Block, Heading};
use crate::form::gap_of;
use crate::inline::Inline;
use crate::meta::Document;
use crate::parts::DocumentPart;

/// Takes a piece of text.
type Take<'t> = &'t mut dyn FnMut(&str);

impl Document {
    /// All that it says, in one text; a NUL after each paragraph, heading, item and cell.
    pub fn words(&self) -> String {
        let mut words = String::with_capacity(16 * 1024);
        self.for_each_text(&mut |text| push(&mut words, text));
        words
    }

    /// Hands on every piece of text, in the order in which it is read; after each paragraph, heading, item and cell an empty
    /// one.
    pub fn for_each_text(&self, take: Take<'_>) {
        for part in self.parts() {
            match part {
                DocumentPart::Title(title) => inlines(title, take),
                DocumentPart::Recipients(names) => names.iter().for_each(|name| line(name, take)),
                DocumentPart::Body(blocks) => blocks.iter().for_each(|one| block(one, take)),
                DocumentPart::Note(note) => line(note, take),
                DocumentPart::Attachment(_, attachment) => {
                    line(&attachment.title, take);
                    attachment.blocks.iter().for_each(|one| block(one, take));
                }
                DocumentPart::Head(_)
                | DocumentPart::AttachmentList(_)
                | DocumentPart::Signature(_)
                | DocumentPart::Imprint(_) => {}
            }
        }
    }
}

/// Appends a block's part of [`Document::words`].
pub fn push_words(words: &mut String, one: &Block) {
    block(one, &mut |text| push(words, text));
}

/// Where a paragraph ends is part of what it says.
fn push(words: &mut String, text: &str) {
    words.push_str(if text.is_empty() { "\0" } else { text });
}

fn block(block: &Block, take: Take<'_>) {
    match block {
        // How many blocks stand there is not known here.
        Block::Paragraph(gap) if gap_of(block).is_some() => pieces(&gap.content, take),
        Block::Heading(Heading { content, .. }) => inlines(content, take),
        Block::Paragraph(paragraph) => {
            if let Some(heading) = &paragraph.run_in {
                inlines(&heading.content, take);
            }
            inlines(&paragraph.content, take);
        }
        Block::List(items) => items.iter().for_each(|item| inlines(&item.content, take)),
        Block::Table(table) => {
            inlines(&table.caption, take);
            table.rows().iter().flatten().for_each(|cell| inlines(&cell.content, take));
        }
        Block::Image(image) => {
            line(&image.alt, take);
            inlines(&image.caption, take);
        }
        Block::Contents { .. } | Block::PageBreak => {}
    }
}

fn inlines(content: &[Inline], take: Take<'_>) {
    pieces(content, take);
    take("");
}

fn pieces(content: &[Inline], take: Take<'_>) {
    for inline in content {
        match inline {
            Inline::Text(words) => take(words),
            Inline::Strong(content) | Inline::Marked(_, content) | Inline::Note(content) => {
                pieces(content, take);
            }
            Inline::Figure(figure) => {
                take(&figure.digits);
                take(&figure.measure);
            }
            Inline::LineBreak => take("\n"),
        }
    }
}

fn line(text: &str, take: Take<'_>) {
    take(text);
    take("");
}
