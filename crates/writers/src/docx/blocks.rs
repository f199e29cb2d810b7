//! The blocks of a document as paragraphs, tables and drawings.

use huibian_document::form::{Gap, GapKind, gap_of};
use huibian_document::{Block, Inline, Paragraph};

use super::body::{After, Body};
use super::form::Own;
use super::section::{self, SectionKind};
use super::{contents, lists, picture, styles, table};
use huibian_layout::{balanced, heads_turned_table};

/// Blocks behind what stands `before` them; a table that ends them is followed by an empty line, which a section cannot do without.
/// The last one stays with what follows where `is_kept` says so. Headings of a table that turns the page stand on that page.
pub fn write<'d>(
    body: &mut Body<'_>,
    blocks: impl Iterator<Item = &'d Block> + Clone,
    before: After,
    is_kept: bool,
) {
    body.after = before;
    let mut blocks = blocks.peekable();
    while let Some(block) = blocks.next() {
        let is_kept = is_kept && blocks.peek().is_none();
        let heads_turned = heads_turned_table(block, blocks.clone(), body.style);
        if heads_turned && body.after != After::Turned {
            section::end(body, SectionKind::Plain);
        }
        match gap_of(block) {
            Some(gap) if body.is_form => self::gap(body, gap, is_kept),
            _ => self::block(body, block, is_kept),
        }
        if heads_turned {
            body.after = After::Turned;
        }
    }
    close(body);
}

/// The empty line behind a table.
fn close(body: &mut Body<'_>) {
    match std::mem::take(&mut body.after) {
        After::Gap => body.xml.push_str(&Own::Line.mark()),
        After::Table => body.blank(styles::BODY, 1),
        After::KeptTable => kept_line(body),
        After::Turned | After::Other => {}
    }
}

/// The same, which stays with what follows.
pub fn kept_line(body: &mut Body<'_>) {
    body.paragraph(styles::BODY, KEPT, |_| {});
}

/// Where a unit's own blocks go.
fn gap(body: &mut Body<'_>, gap: Gap, is_kept: bool) {
    let after_table = (body.after != After::Gap).then_some(body.after == After::Table);
    let begins = gap.holds != GapKind::Words && !body.is_renumbered;
    let numbers = begins.then(|| std::mem::take(&mut body.numbers));
    body.is_renumbered |= begins;
    body.needs.styles |= gap.holds == GapKind::Tables;
    body.after = After::Gap;
    body.xml.push_str(&Own::Gap { number: gap.number, after_table, is_kept, numbers }.mark());
}

/// What stands in a gap.
pub fn write_own(body: &mut Body<'_>, blocks: &[Block], is_kept: bool) {
    for (left, block) in (0..blocks.len()).rev().zip(blocks) {
        self::block(body, block, is_kept && left == 0);
    }
}

/// A title in lines of like width.
pub fn broken(body: &Body<'_>, words: &[Inline], creator: &str) -> Vec<Inline> {
    let style = body.style;
    let widths = body.widths(style.paragraphs.title.size);
    balanced(words, style.text_width().emu(), widths, creator, &style.title_breaks)
}

/// What keeps a paragraph on the page of the next one's first line.
pub const KEPT: &str = "<w:keepNext/>";

fn block(body: &mut Body<'_>, block: &Block, is_kept: bool) {
    let before = std::mem::take(&mut body.after);
    let above = body.above;
    body.above = above.and(block);
    let kept = if is_kept { KEPT } else { "" };
    match block {
        Block::Heading(heading) => {
            let id = format!("{}{}", styles::HEADING, heading.level);
            body.paragraph(&id, "", |body| body.listed(|body| body.heading(heading, None)));
        }
        Block::Paragraph(paragraph) => self::paragraph(body, paragraph, kept),
        Block::List(items) => lists::write(body, items, kept),
        Block::Table(table) => {
            // A table on a page of its own begins with the end of the page before.
            let turns = body.style.turns(table);
            match before {
                After::Gap => body.xml.push_str(&Own::Line.mark()),
                After::Table | After::KeptTable if !turns => body.paragraph(styles::BODY, "", |_| {}),
                _ => {}
            }
            table::write(body, table, before == After::Turned, is_kept && !turns);
            body.after = match (turns, is_kept) {
                (true, _) => After::Turned,
                (false, true) => After::KeptTable,
                (false, false) => After::Table,
            };
        }
        Block::Image(image) => {
            body.needs.styles = true;
            body.paragraph(styles::IMAGE, "", |body| {
                picture::write(body, &above.fit(image, body.style));
            });
            if !image.caption.is_empty() {
                body.paragraph(styles::IMAGE_CAPTION, kept, |body| body.inlines(&image.caption, None));
            }
        }
        Block::Contents { levels } => contents::write(body, *levels),
        // A break in a line of its own would leave an empty page behind one that is full.
        Block::PageBreak => body.paragraph(styles::PAGE_BREAK, "", |_| {}),
    }
}

fn paragraph(body: &mut Body<'_>, paragraph: &Paragraph, kept: &str) {
    let Some(heading) = &paragraph.run_in else {
        return body.paragraph(styles::BODY, kept, |body| body.inlines(&paragraph.content, None));
    };
    let end = body.style.run_in_end_of(paragraph);
    if body.style.run_in_outline {
        // A style separator: the heading's paragraph ends, and goes on in the same line (ECMA-376-1, 17.3.2.36).
        let id = format!("{}{}", styles::HEADING, heading.level);
        body.paragraph(&id, "<w:rPr><w:vanish/><w:specVanish/></w:rPr>", |body| {
            body.listed(|body| body.heading(heading, None));
            body.run(end, None);
        });
        return body.paragraph(styles::BODY, kept, |body| body.inlines(&paragraph.content, None));
    }
    body.paragraph(styles::BODY, kept, |body| {
        let face = format!("{}{}", styles::RUN_IN, heading.level);
        body.listed(|body| body.heading(heading, Some(&face)));
        contents::entry(body, heading);
        body.run(end, Some(&face));
        body.inlines(&paragraph.content, None);
    });
}
