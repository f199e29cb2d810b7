//! Footnotes: what stands at the end of a Markdown text goes to where it is referred to.

use crate::markdown::{Block, Inline};

/// Puts what each footnote says in place of its number.
pub fn place(blocks: &mut [Block], said: &[Vec<Inline>]) {
    for block in blocks {
        match block {
            Block::Heading { content, .. } | Block::Paragraph(content) => in_words(content, said),
            Block::Enumeration { items, tail } => {
                items.iter_mut().for_each(|item| in_words(item, said));
                in_words(tail, said);
            }
            Block::List { items, .. } => items.iter_mut().for_each(|item| in_words(item, said)),
            Block::Table { rows, .. } => rows.iter_mut().flatten().for_each(|cell| in_words(cell, said)),
            Block::Placed(_) | Block::PageBreak => {}
        }
    }
}

fn in_words(words: &mut [Inline], said: &[Vec<Inline>]) {
    for word in words {
        match word {
            Inline::NoteReference(index) => {
                *word = Inline::Note(said.get(*index).cloned().unwrap_or_default());
            }
            Inline::Strong(content) => in_words(content, said),
            _ => {}
        }
    }
}
