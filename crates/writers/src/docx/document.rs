//! word/document.xml, written in one pass: head, title, body, signature, attachments, imprint.

use std::borrow::Cow;

use huibian_document::form::has_mark;
use huibian_document::official::Imprint;
use huibian_document::{Document, DocumentPart, HouseStyle, Inline};
use huibian_docx::Frame;

use super::body::{After, Body, Needs};
use super::form::Own;
use super::{attachments, blocks, contents, head, imprint, lists, recipients, section, signature, styles};
use huibian_layout::pages::{Pen, must_keep_end};
use huibian_layout::{Ends, without_idle_breaks};

/// Writes the part into `xml`, whose room is used again from document to document; returns what else the package needs.
pub fn write(document: &Document, style: &HouseStyle, frame: Option<&Frame>, xml: &mut String) -> Needs {
    xml.clear();
    let moved = recipients::moved(document, style);
    write_into(Body::new(xml, style, frame), moved.as_ref().unwrap_or(document))
}

/// Writes a form's part, with marks.
pub fn write_form(document: &Document, style: &HouseStyle, frame: Option<&Frame>, xml: &mut String) -> Needs {
    let mut body = Body::new(xml, style, frame);
    body.is_form = true;
    write_into(body, document)
}

fn write_into(mut body: Body<'_>, document: &Document) -> Needs {
    body.xml.push_str(concat!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
        r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#,
    ));
    body.listed = contents::listed(document);
    if !body.listed.is_empty() {
        body.has_entries = contents::has_entries(document, body.style);
        body.pages = Pen::after(document, body.style).headings().to_vec();
    }
    let ends = Ends::of(document);
    // A form is not filled with a long end.
    let is_kept = ends.keep_body() && (body.is_form || must_keep_end(document, body.style));
    for part in document.parts() {
        write_part(&mut body, part, &document.meta.creator, (ends, is_kept));
    }
    let has_notes = !body.needs.notes.is_empty();
    let style = body.style;
    body.needs.lists = body.frame.is_none() && lists::has_any(document);
    body.needs.styles |= body.needs.lists;
    body.needs.unnumbered = body.frame.is_none() && imprint::may_be_unnumbered(document, style);
    match &document.meta.official.imprint {
        Some(_) if body.is_form => {
            body.needs.styles = true;
            body.xml.push_str(&Own::Imprint { has_notes }.mark());
        }
        imprint => end(&mut body, imprint.as_ref(), has_notes, || Cow::Borrowed(document)),
    }
    body.xml.push_str("</w:body></w:document>");
    body.needs
}

/// 版记 and the last section.
pub fn end<'d>(
    body: &mut Body<'_>,
    imprint: Option<&Imprint>,
    has_notes: bool,
    document: impl FnOnce() -> Cow<'d, Document>,
) {
    let last = match imprint {
        Some(imprint) => imprint::write(body, imprint, has_notes, document),
        None => section::SectionKind::Plain,
    };
    section::write(body, last);
}

/// The title's words, in lines of like width.
pub fn title(body: &mut Body<'_>, words: &[Inline], creator: &str) {
    let title = blocks::broken(body, words, creator);
    body.inlines(&title, None);
}

fn write_part(body: &mut Body<'_>, part: DocumentPart<'_>, creator: &str, (ends, is_kept): (Ends, bool)) {
    let style = body.style;
    let paragraphs = &style.paragraphs;
    match part {
        DocumentPart::Head(official) if body.is_form && head::depends(official, has_mark) => {
            body.needs.styles = true;
            body.xml.push_str(&Own::Head.mark());
        }
        DocumentPart::Head(official) => head::write(body, official),
        // Where its lines break depends on the unit's name, be it said there or not.
        DocumentPart::Title(_) if body.is_form => {
            body.spaced((styles::TITLE, &paragraphs.title), "", |body| {
                body.xml.push_str(&Own::Title.mark());
            });
        }
        DocumentPart::Title(words) => {
            body.spaced((styles::TITLE, &paragraphs.title), "", |body| title(body, words, creator));
        }
        DocumentPart::Recipients(recipients) => {
            if let Some(names) = style.words.recipients(recipients) {
                body.spaced((styles::RECIPIENTS, &paragraphs.recipients), "", |body| body.run(&names, None));
            }
        }
        DocumentPart::Body(found) => {
            blocks::write(body, without_idle_breaks(found, style), After::Other, is_kept);
        }
        DocumentPart::AttachmentList(list) => attachments::list(body, list, ends.keep_body()),
        DocumentPart::Signature(signature) => signature::write(body, signature, ends.has_note),
        DocumentPart::Note(note) => {
            body.needs.styles = true;
            body.spaced((styles::NOTE, &paragraphs.note), "", |body| body.run(&style.words.note(note), None));
        }
        DocumentPart::Attachment(number, attachment) => attachments::write(body, number, attachment, creator),
        DocumentPart::Imprint(_) => {}
    }
}
