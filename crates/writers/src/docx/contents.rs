//! 目录: a field that Word renews, with what it showed last: each heading, and the page that its bookmark is on.

use std::fmt::Write;

use huibian_document::{Block, Document, Heading, HouseStyle, plain_text};
use huibian_docx::xml;

use super::body::{Body, heading_bookmark};
use super::styles;

/// Whether run-in headings have entries of their own in a table of contents.
pub fn has_entries(document: &Document, style: &HouseStyle) -> bool {
    let runs_in = |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.run_in.is_some());
    let attached = document.meta.official.attachments.iter().flat_map(|attachment| &attachment.blocks);
    !style.run_in_outline && document.blocks.iter().chain(attached).any(runs_in)
}

/// The levels and words of what a document's table of contents lists.
pub fn listed(document: &Document) -> Vec<(u8, String)> {
    document.listed().into_iter().map(|listed| (listed.level(), listed.words())).collect()
}

/// What keeps a run-in heading in the table of contents when it is renewed: a field that shows nothing where it stands.
pub fn entry(body: &mut Body<'_>, heading: &Heading) {
    if body.listed.is_empty() {
        return;
    }
    let words = heading.label.clone() + &plain_text(&heading.content);
    let words = xml::escaped(&words.replace('\\', "\\\\").replace('"', "\\\""));
    let _ = write!(
        body.xml,
        concat!(
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TC "{}" \f C \l {} "#,
            r#"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#,
        ),
        words, heading.level
    );
}

/// The field and its lines.
pub fn write(body: &mut Body<'_>, levels: u8) {
    body.needs.styles = true;
    let style = body.style;
    body.spaced((styles::CONTENTS_TITLE, &style.paragraphs.contents_title), "", |body| {
        body.run(&style.words.contents, None);
    });
    let listed = std::mem::take(&mut body.listed);
    let shown: Vec<_> = (1..).zip(&listed).filter(|(_, (level, _))| *level <= levels).collect();
    let last = shown.len().saturating_sub(1);
    // LibreOffice takes what [`entry`] says for a level deeper, and would drop it where that is one too deep.
    let is_free = listed.iter().all(|(level, _)| *level != levels + 1);
    let outline = if body.has_entries && is_free { levels + 1 } else { levels };
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    for (index, (number, (level, words))) in shown.into_iter().enumerate() {
        body.paragraph(&format!("{}{level}", styles::CONTENTS), "", |body| {
            if index == 0 {
                // Word renews it when it opens the document; others show what stands here.
                body.xml.push_str(r#"<w:r><w:fldChar w:fldCharType="begin" w:dirty="1"/></w:r>"#);
                let _ = write!(
                    body.xml,
                    r#"<w:r><w:instrText xml:space="preserve"> TOC \o "1-{outline}" \h \z \u \f C \l 1-{levels} </w:instrText></w:r>"#
                );
                body.xml.push_str(&field("separate"));
            }
            let name = heading_bookmark(number);
            let _ = write!(body.xml, r#"<w:hyperlink w:anchor="{name}" w:history="1">"#);
            body.run(words, None);
            body.tab();
            body.xml.push_str(&field("begin"));
            let _ = write!(
                body.xml,
                r#"<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \h </w:instrText></w:r>"#
            );
            body.xml.push_str(&field("separate"));
            let _ = write!(body.xml, "<w:r><w:t>{}</w:t></w:r>", body.pages.get(number - 1).unwrap_or(&1));
            body.xml.push_str(&field("end"));
            body.xml.push_str("</w:hyperlink>");
            if index == last {
                body.xml.push_str(&field("end"));
            }
        });
    }
    body.listed = listed;
    body.blank(styles::BODY, style.paragraphs.contents.blank_after);
}
