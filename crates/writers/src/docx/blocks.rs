//! The blocks of a document as paragraphs, tables and drawings.

use huibian_document::form::{Gap, GapKind, gap_of};
use huibian_document::{Block, Inline, ListItem, Paragraph};

use super::body::{After, Body};
use super::form::Own;
use super::{contents, picture, styles, table};
use crate::layout::balanced;

/// Blocks; a table that ends them is followed by an empty line, which a section cannot do without.
pub fn write<'d>(body: &mut Body<'_>, blocks: impl Iterator<Item = &'d Block>) {
    body.after = After::Other;
    for block in blocks {
        match gap_of(block) {
            Some(gap) if body.is_form => self::gap(body, gap),
            _ => self::block(body, block),
        }
    }
    close(body);
}

/// The empty line behind a table.
fn close(body: &mut Body<'_>) {
    match std::mem::take(&mut body.after) {
        After::Gap => body.xml.push_str(&Own::Line.mark()),
        After::Table => body.blank(styles::BODY, 1),
        After::Turned | After::Other => {}
    }
}

/// Where a unit's own blocks go.
fn gap(body: &mut Body<'_>, gap: Gap) {
    let after_table = (body.after != After::Gap).then_some(body.after == After::Table);
    let begins = gap.holds != GapKind::Words && !body.is_renumbered;
    let numbers = begins.then(|| std::mem::take(&mut body.numbers));
    body.is_renumbered |= begins;
    body.needs.styles |= gap.holds == GapKind::Tables;
    body.after = After::Gap;
    body.xml.push_str(&Own::Gap { number: gap.number, after_table, numbers }.mark());
}

/// What stands in a gap.
pub fn write_own(body: &mut Body<'_>, blocks: &[Block]) {
    blocks.iter().for_each(|block| self::block(body, block));
}

/// A title in lines of like width.
pub fn broken(body: &Body<'_>, words: &[Inline], creator: &str) -> Vec<Inline> {
    let style = body.style;
    let widths = body.widths(style.paragraphs.title.size);
    balanced(words, style.text_width().emu(), widths, creator, &style.title_breaks)
}

fn block(body: &mut Body<'_>, block: &Block) {
    let before = std::mem::take(&mut body.after);
    match block {
        Block::Heading(heading) => {
            let id = format!("{}{}", styles::HEADING, heading.level);
            body.paragraph(&id, "", |body| body.listed(|body| body.heading(heading, None)));
        }
        Block::Paragraph(paragraph) => self::paragraph(body, paragraph),
        Block::List(items) => list(body, items),
        Block::Table(table) => {
            // A table on a page of its own begins with the end of the page before.
            let turns = body.style.turns(table);
            match before {
                After::Gap => body.xml.push_str(&Own::Line.mark()),
                After::Table if !turns => body.paragraph(styles::BODY, "", |_| {}),
                _ => {}
            }
            table::write(body, table, before == After::Turned);
            body.after = if turns { After::Turned } else { After::Table };
        }
        Block::Image(image) => {
            body.needs.styles = true;
            body.paragraph(styles::IMAGE, "", |body| picture::write(body, image));
            if !image.caption.is_empty() {
                body.paragraph(styles::IMAGE_CAPTION, "", |body| body.inlines(&image.caption, None));
            }
        }
        Block::Contents { levels } => contents::write(body, *levels),
        // A break in a line of its own would leave an empty page behind one that is full.
        Block::PageBreak => body.paragraph(styles::PAGE_BREAK, "", |_| {}),
    }
}

fn paragraph(body: &mut Body<'_>, paragraph: &Paragraph) {
    let Some(heading) = &paragraph.run_in else {
        return body.paragraph(styles::BODY, "", |body| body.inlines(&paragraph.content, None));
    };
    let end = body.style.run_in_end_of(paragraph);
    if body.style.run_in_outline {
        // A style separator: the heading's paragraph ends, and goes on in the same line (ECMA-376-1, 17.3.2.36).
        let id = format!("{}{}", styles::HEADING, heading.level);
        body.paragraph(&id, "<w:rPr><w:vanish/><w:specVanish/></w:rPr>", |body| {
            body.listed(|body| body.heading(heading, None));
            body.run(end, None);
        });
        return body.paragraph(styles::BODY, "", |body| body.inlines(&paragraph.content, None));
    }
    body.paragraph(styles::BODY, "", |body| {
        let face = format!("{}{}", styles::RUN_IN, heading.level);
        body.listed(|body| body.heading(heading, Some(&face)));
        body.run(end, Some(&face));
        body.inlines(&paragraph.content, None);
    });
}

fn list(body: &mut Body<'_>, items: &[ListItem]) {
    for item in items {
        body.paragraph(styles::BODY, "", |body| {
            body.run(&item.label, None);
            body.inlines(&item.content, None);
        });
    }
}
