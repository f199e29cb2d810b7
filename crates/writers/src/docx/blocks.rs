//! The blocks of a document as paragraphs, tables and drawings.

use huibian_document::form::{Gap, GapKind, gap_of};
use huibian_document::{Block, Inline, ListItem, Paragraph};

use super::body::Body;
use super::form::Own;
use super::{contents, picture, styles, table};
use crate::layout::balanced;

/// Blocks; a table that ends them is followed by an empty line, which a section cannot do without.
pub fn write<'d>(body: &mut Body<'_>, blocks: impl Iterator<Item = &'d Block>) {
    body.after_turned = false;
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
    if std::mem::take(&mut body.after_gap) {
        body.xml.push_str(&Own::Line.mark());
    } else if std::mem::take(&mut body.after_table) {
        body.blank(styles::BODY, 1);
    }
}

/// Where a unit's own blocks go.
fn gap(body: &mut Body<'_>, gap: Gap) {
    let after_table = if body.after_gap { None } else { Some(std::mem::take(&mut body.after_table)) };
    let begins = gap.holds != GapKind::Words && !body.is_renumbered;
    let numbers = begins.then(|| std::mem::take(&mut body.numbers));
    body.is_renumbered |= begins;
    body.needs.styles |= gap.holds == GapKind::Tables;
    body.after_gap = true;
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
    let was_gap = std::mem::take(&mut body.after_gap);
    let was_table = std::mem::take(&mut body.after_table);
    let was_turned = std::mem::take(&mut body.after_turned);
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
            if was_gap {
                body.xml.push_str(&Own::Line.mark());
            } else if was_table && !turns {
                body.paragraph(styles::BODY, "", |_| {});
            }
            table::write(body, table, was_turned);
            (body.after_table, body.after_turned) = (!turns, turns);
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
