//! Lists that Word numbers, where their labels are the house style's (ECMA-376-1, 17.9): word/numbering.xml is the same in every
//! document. Any other labels are text.

use std::fmt::Write;

use huibian_document::style::LabelPattern;
use huibian_document::{Block, Document, HouseStyle, ListItem};
use huibian_docx::xml::{HEAD, W, escaped, has_ambiguous};

use super::body::Body;
use super::form::{HINT, Own};
use super::{styles, stylesheet};

/// How many numbered lists a document may have; further ones have their labels as text.
pub const MOST: usize = 99;
/// The number of bulleted lists; those that are numbered come after it.
const BULLETS: usize = 1;

/// What Word makes of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Ordered,
    Bulleted,
}

fn kind(items: &[ListItem], style: &HouseStyle) -> Option<Kind> {
    let is = |ordered: bool| {
        let mut numbered = (1..).zip(items);
        numbered.all(|(number, item)| item.label == style.list_label(ordered.then_some(number)))
    };
    let found = if is(false) { Some(Kind::Bulleted) } else { is(true).then_some(Kind::Ordered) };
    found.filter(|_| items.iter().all(|item| !item.label.is_empty()))
}

/// Whether blocks have more numbered lists than a document may have.
pub fn are_too_many<'b>(blocks: impl Iterator<Item = &'b Block>, style: &HouseStyle) -> bool {
    let ordered =
        |block: &&Block| matches!(block, Block::List(items) if kind(items, style) == Some(Kind::Ordered));
    blocks.filter(ordered).count() > MOST
}

/// Whether a document has lists that Word is to number.
pub fn has_any(document: &Document) -> bool {
    let attached = document.meta.official.attachments.iter().flat_map(|attachment| &attachment.blocks);
    document.blocks.iter().chain(attached).any(|block| matches!(block, Block::List(_)))
}

/// A list; its last item stays with what follows where `kept` says so.
pub fn write(body: &mut Body<'_>, items: &[ListItem], kept: &str) {
    let mut kind = kind(items, body.style).filter(|_| body.frame.is_none());
    if kind == Some(Kind::Ordered) && !body.is_form {
        body.lists += 1;
        kind = kind.filter(|_| body.lists <= MOST);
    }
    for (index, item) in items.iter().enumerate() {
        let kept = if index + 1 == items.len() { kept } else { "" };
        let (id, number) = match kind {
            None => (styles::BODY, String::new()),
            Some(Kind::Bulleted) => (styles::LIST_BULLET, number(BULLETS)),
            Some(Kind::Ordered) if body.is_form => {
                (styles::LIST_NUMBER, Own::Item { is_first: index == 0 }.mark())
            }
            Some(Kind::Ordered) => (styles::LIST_NUMBER, number(BULLETS + body.lists)),
        };
        body.paragraph(id, &[kept, &number].concat(), |body| {
            if kind.is_none() {
                body.run(&item.label, None);
            }
            body.inlines(&item.content, None);
        });
    }
}

/// The number of an item of the numbered list that is written last.
pub fn item(list: usize) -> String {
    number(BULLETS + list)
}

fn number(number: usize) -> String {
    format!(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>"#)
}

/// word/numbering.xml.
pub fn numbering(style: &HouseStyle) -> String {
    let mut xml = format!("{HEAD}<w:numbering {W}>");
    for (id, pattern) in [(0, &style.lists.bullet), (1, &style.lists.ordered)] {
        let _ = write!(
            xml,
            r#"<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>{}</w:abstractNum>"#,
            level(pattern, style)
        );
    }
    let _ = write!(xml, r#"<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num>"#);
    for list in 1..=MOST {
        let _ = write!(
            xml,
            concat!(
                r#"<w:num w:numId="{}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>"#,
                r#"</w:lvlOverride></w:num>"#
            ),
            BULLETS + list
        );
    }
    xml + "</w:numbering>"
}

/// The one level of a list: its label stands where text begins.
fn level(pattern: &LabelPattern, style: &HouseStyle) -> String {
    let (before, is_hanzi, after) = pattern.parts();
    let format = match is_hanzi {
        None => "bullet",
        Some(true) => "chineseCountingThousand",
        Some(false) => "decimal",
    };
    // A bullet that Latin faces hold as well takes the Chinese one, as in text.
    let hint = if has_ambiguous(before) || has_ambiguous(after) { HINT } else { "" };
    format!(
        concat!(
            r#"<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:suff w:val="nothing"/>"#,
            r#"<w:lvlText w:val="{}{}{}"/><w:lvlJc w:val="left"/><w:pPr>{}</w:pPr>{}</w:lvl>"#
        ),
        format,
        escaped(before),
        if is_hanzi.is_some() { "%1" } else { "" },
        escaped(after),
        stylesheet::indent(style),
        if hint.is_empty() { String::new() } else { format!("<w:rPr>{hint}</w:rPr>") },
    )
}
