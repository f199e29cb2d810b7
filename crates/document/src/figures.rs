//! The counts that a document prints, wherever they stand.

use crate::block::{Block, Heading};
use crate::inline::{Figure, Inline};
use crate::meta::Document;

impl Document {
    /// Its figures, those of attachments included, each with whether it stands in a table.
    pub fn figures(&self) -> Vec<(&Figure, bool)> {
        let mut found = Vec::new();
        in_line(&self.meta.title, false, &mut found);
        let attachments = self.meta.official.attachments.iter().flat_map(|attachment| &attachment.blocks);
        for block in self.blocks.iter().chain(attachments) {
            in_block(block, &mut found);
        }
        found
    }
}

fn in_block<'d>(block: &'d Block, found: &mut Vec<(&'d Figure, bool)>) {
    match block {
        Block::Heading(Heading { content, .. }) => in_line(content, false, found),
        Block::Paragraph(paragraph) => {
            if let Some(heading) = &paragraph.run_in {
                in_line(&heading.content, false, found);
            }
            in_line(&paragraph.content, false, found);
        }
        Block::List(items) => items.iter().for_each(|item| in_line(&item.content, false, found)),
        Block::Table(table) => {
            in_line(&table.caption, false, found);
            table.rows().iter().flatten().for_each(|cell| in_line(&cell.content, true, found));
        }
        Block::Image(image) => in_line(&image.caption, false, found),
        Block::Contents { .. } | Block::PageBreak => {}
    }
}

fn in_line<'d>(content: &'d [Inline], is_table: bool, found: &mut Vec<(&'d Figure, bool)>) {
    for inline in content {
        match inline {
            Inline::Figure(figure) => found.push((figure, is_table)),
            Inline::Strong(content) | Inline::Marked(_, content) | Inline::Note(content) => {
                in_line(content, is_table, found);
            }
            Inline::Text(_) | Inline::LineBreak => {}
        }
    }
}
