//! What a document ends with, and whether the lines above must stay with it.

use huibian_document::form::gap_of;
use huibian_document::{Block, Document, Filled, HouseStyle, plain_text};

use super::pen::Pen;

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

/// Whether a body's last lines must be kept with what stands below it.
pub fn must_keep_end(document: &Document, style: &HouseStyle) -> bool {
    !has_long_end(&document.blocks, None) || !Pen::flows(document, style)
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
    let last = match own.map_or(blocks.last(), <[Block]>::last) {
        Some(Block::Paragraph(last)) => last,
        // Its last row alone is kept.
        Some(Block::Table(table)) => return is_only && table.rows().len() < table.head_rows() + 2,
        _ => return is_only,
    };
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
