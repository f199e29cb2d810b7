//! The document's blocks as the elements that mean them.

use std::fmt::Write;

use huibian_document::{Block, Heading, ListItem};

use super::body::Body;
use super::{picture, table};

pub fn write<'d>(body: &mut Body<'d, '_>, block: &'d Block) {
    match block {
        Block::Heading(heading) => {
            let tag = format!("h{}", outline(heading));
            let _ = write!(body.html, r#"<{tag} class="heading{}""#, heading.level);
            body.heading(heading);
            let _ = writeln!(body.html, "</{tag}>");
        }
        Block::Paragraph(paragraph) => body.element("p", "body", |body| {
            if let Some(heading) = &paragraph.run_in {
                let (level, outline) = (heading.level, outline(heading));
                let _ = write!(
                    body.html,
                    r#"<span class="run-in{level}" role="heading" aria-level="{outline}""#,
                );
                body.heading(heading);
                body.text(body.style.run_in_end_of(paragraph));
                body.html.push_str("</span>");
            }
            body.inlines(&paragraph.content);
        }),
        Block::List(items) => list(body, items),
        Block::Table(table) => table::write(body, table),
        Block::Image(image) => picture::write(body, image),
        Block::Contents { levels } => contents(body, *levels),
        Block::PageBreak => body.html.push_str("<hr class=\"page-break\">\n"),
    }
}

/// Labels are text of the document, so that they are copied and read aloud with it.
fn list<'d>(body: &mut Body<'d, '_>, items: &'d [ListItem]) {
    body.html.push_str("<ul role=\"list\">\n");
    for item in items {
        body.element("li", "body", |body| {
            body.text(&item.label);
            body.inlines(&item.content);
        });
    }
    body.html.push_str("</ul>\n");
}

fn contents(body: &mut Body<'_, '_>, levels: u8) {
    body.html.push_str("<nav>\n");
    body.element("p", "contents_title", |body| body.text(&body.style.words.contents));
    let listed = std::mem::take(&mut body.listed);
    for (number, listed) in (1..).zip(&listed).filter(|(_, listed)| listed.level() <= levels) {
        body.element("p", &format!("contents level{}", listed.level()), |body| {
            let _ = write!(body.html, "<a href=\"#heading-{number}\">");
            body.words(&listed.words());
            body.html.push_str("</a>");
        });
    }
    body.listed = listed;
    body.html.push_str("</nav>\n");
}

/// The level of a heading in the page, whose first is the title.
fn outline(heading: &Heading) -> u8 {
    const DEEPEST: u8 = 6;
    (heading.level + 1).min(DEEPEST)
}
