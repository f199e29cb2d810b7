//! The footnotes of a document.

use huibian_document::{Block, Document, DocumentPart, Inline, plain_text};

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
    match block {
        Block::Heading(heading) => notes_in(&heading.content),
        Block::Paragraph(paragraph) => notes_in(&paragraph.content),
        Block::List(items) => items.iter().flat_map(|item| notes_in(&item.content)).collect(),
        Block::Table(table) => {
            table.rows().iter().flatten().flat_map(|cell| notes_in(&cell.content)).collect()
        }
        Block::Image(image) => notes_in(&image.caption),
        Block::Contents { .. } | Block::PageBreak => Vec::new(),
    }
}

/// What the footnotes of some words say.
pub fn notes_in(inlines: &[Inline]) -> Vec<String> {
    inlines
        .iter()
        .flat_map(|inline| match inline {
            Inline::Note(words) => vec![plain_text(words)],
            Inline::Strong(words) | Inline::Marked(_, words) => notes_in(words),
            _ => Vec::new(),
        })
        .collect()
}
