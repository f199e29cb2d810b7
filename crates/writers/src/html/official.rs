//! The parts of an official document.

use std::fmt::Write;

use huibian_document::official::{Attachment, Imprint, IssuerMark, Official, Serial};
use huibian_document::parts::numbered;
use huibian_document::{Block, DocumentPart, Signature};

use super::blocks;
use super::body::Body;
use huibian_layout::{
    SealedRows, Widths, heads_turned_table, insets, of_attachment, turns_page, without_idle_breaks,
};

/// One part of a document.
pub fn write<'d>(body: &mut Body<'d, '_>, part: DocumentPart<'d>, creator: &str) {
    let words = &body.style.words;
    match part {
        DocumentPart::Head(official) => head(body, official),
        DocumentPart::Title(title) => body.title("h1", "title", title, creator),
        DocumentPart::Recipients(recipients) => {
            if let Some(names) = words.recipients(recipients) {
                body.element("p", "recipients", |body| body.words(&names));
            }
        }
        DocumentPart::Body(blocks) => {
            text(body, without_idle_breaks(blocks, body.style));
        }
        DocumentPart::AttachmentList(list) => attachment_list(body, list),
        DocumentPart::Signature(signature) => signed(body, signature),
        DocumentPart::Note(note) => body.element("p", "note", |body| body.words(&words.note(note))),
        DocumentPart::Attachment(number, attachment) => attached(body, &words.attachment(number), attachment),
        // On paper it ends the document.
        DocumentPart::Imprint(found) => {
            body.footnotes();
            imprint(body, found);
        }
    }
}

/// The body. Headings of a table that turns the page stand on that page.
fn text<'d>(body: &mut Body<'d, '_>, mut blocks: impl Iterator<Item = &'d Block> + Clone) {
    let mut is_turned = false;
    while let Some(block) = blocks.next() {
        let heads_turned = heads_turned_table(block, blocks.clone(), body.style);
        if heads_turned && !is_turned {
            body.html.push_str("<div class=\"landscape\">\n");
        }
        blocks::write(body, block);
        if is_turned && !heads_turned {
            body.html.push_str("</div>\n");
        }
        is_turned = heads_turned;
    }
}

/// 版头.
fn head(body: &mut Body<'_, '_>, parts: &Official) {
    let words = &body.style.words;
    body.html.push_str("<header>\n<div class=\"above\">\n");
    for (class, line) in [
        ("serial", parts.serial.map(Serial::digits)),
        ("secrecy", parts.secrecy.as_ref().map(|secrecy| words.secrecy(secrecy))),
        ("urgency", parts.urgency.map(|urgency| urgency.name().to_owned())),
    ] {
        if let Some(line) = line {
            body.element("p", class, |body| body.text(&line));
        }
    }
    body.html.push_str("</div>\n");
    if let Some(mark) = &parts.mark {
        issuers(body, mark);
    }
    number(body, parts);
    if parts.mark.is_some() {
        body.html.push_str("<hr class=\"red-rule\">\n");
    }
    body.html.push_str("</header>\n");
}

/// Joint issuers stand below one another, what follows their names beside them all.
fn issuers(body: &mut Body<'_, '_>, mark: &IssuerMark) {
    let longest = mark.names.iter().map(|name| name.chars().count()).max().unwrap_or_default();
    let suffix = mark.suffix.chars().count();
    let class = if mark.names.len() > 1 { "mark joint" } else { "mark" };
    let _ = write!(body.html, r#"<div class="{class}" style="--characters:{}"><div>"#, longest + suffix + 1);
    for name in &mark.names {
        body.html.push_str("<p>");
        body.text(name);
        body.html.push_str("</p>");
    }
    body.html.push_str("</div>");
    if !mark.suffix.is_empty() {
        body.html.push_str("<p>");
        body.text(&mark.suffix);
        body.html.push_str("</p>");
    }
    body.html.push_str("</div>\n");
}

fn number(body: &mut Body<'_, '_>, parts: &Official) {
    let words = &body.style.words;
    let number = parts.number.as_ref().map(|number| words.number(number)).unwrap_or_default();
    if parts.signers.is_empty() {
        if !number.is_empty() {
            body.element("p", "number", |body| body.text(&number));
        }
        return;
    }
    body.element("p", "number upward", |body| {
        body.html.push_str("<span>");
        body.text(&number);
        body.html.push_str("</span><span>");
        body.text(&words.signers);
        body.html.push_str("<span class=\"signer\">");
        for (line, names) in parts.signers.chunks(body.style.head.signers_a_line.max(1)).enumerate() {
            body.html.push_str(if line == 0 { "" } else { "<br>" });
            for (at, name) in names.iter().enumerate() {
                body.html.push_str(if at == 0 { "" } else { "　" });
                body.whole(name);
            }
        }
        body.html.push_str("</span></span>");
    });
}

/// 附件说明: numbers stand below one another, and so do the lines of a title.
fn attachment_list(body: &mut Body<'_, '_>, attachments: &[Attachment]) {
    let words = &body.style.words;
    body.html.push_str("<div class=\"attachments\">\n");
    for (place, (number, attachment)) in numbered(attachments).enumerate() {
        let label = if place == 0 { words.attachments.as_str() } else { "" };
        body.html.push_str("<p>");
        for part in [label, &words.attachment_number(number), &attachment.title] {
            body.html.push_str("<span>");
            body.words(part);
            body.html.push_str("</span>");
        }
        body.html.push_str("</p>\n");
    }
    body.html.push_str("</div>\n");
}

fn signed(body: &mut Body<'_, '_>, signature: &Signature) {
    let style = body.style;
    let date = style.words.signed(signature);
    let widths = Widths::new(style.paragraphs.signatory.size, &style.text);
    let width = |text: &str| widths.hundredths(widths.of(text));
    let names: Vec<i64> = signature.names().map(width).collect();
    let line = widths.hundredths(style.text_width().emu());
    body.html.push_str(if signature.seal {
        "<footer class=\"signature sealed\">\n"
    } else {
        "<footer class=\"signature\">\n"
    });
    let inset = if signature.has_rows() {
        rows(body, signature, &SealedRows::of(&names, width(&date), style))
    } else {
        let mut insets = insets(&names, width(&date), line, signature.seal, &style.signature).into_iter();
        for (name, inset) in signature.names().zip(insets.by_ref()) {
            let _ = write!(body.html, r#"<p class="signatory" style="--inset:{inset}">"#);
            body.text(name);
            body.html.push_str("</p>\n");
        }
        insets.next().unwrap_or_default()
    };
    let _ =
        write!(body.html, r#"<p class="date" style="--inset:{inset}"><time datetime="{}">"#, signature.date);
    body.text(&date);
    body.html.push_str("</time></p>\n</footer>\n");
}

/// Rows of those who sign, each below the middle of its seal; how far 成文日期 stands in.
fn rows(body: &mut Body<'_, '_>, signature: &Signature, found: &SealedRows) -> i64 {
    let mut names = signature.names();
    for (at, (count, inset, pitch)) in found.spans().enumerate() {
        let blank = if at == 0 { 0 } else { found.blank };
        let _ = write!(
            body.html,
            r#"<p class="signatory row" style="--inset:{inset};--pitch:{pitch};--blank:{blank}">"#
        );
        for name in names.by_ref().take(count) {
            body.html.push_str("<span>");
            body.text(name);
            body.html.push_str("</span>");
        }
        body.html.push_str("</p>\n");
    }
    found.date
}

fn attached<'d>(body: &mut Body<'d, '_>, label: &str, attachment: &'d Attachment) {
    let mut blocks = of_attachment(&attachment.blocks, body.style).peekable();
    body.html.push_str("<section class=\"attachment\">\n");
    // A table that turns the page has the attachment's label and title on it.
    let turned = blocks.next_if(|block| turns_page(block, body.style));
    if turned.is_some() {
        body.html.push_str("<div class=\"landscape\">\n");
    }
    body.element("p", "attachment_label", |body| body.text(label));
    body.html.push_str("<h2 class=\"attachment_title\"");
    body.listed_id();
    body.html.push('>');
    body.words(&attachment.title);
    body.html.push_str("</h2>\n");
    if let Some(table) = turned {
        blocks::write(body, table);
        body.html.push_str("</div>\n");
    }
    text(body, blocks);
    body.html.push_str("</section>\n");
}

fn imprint(body: &mut Body<'_, '_>, imprint: &Imprint) {
    let words = &body.style.words;
    body.html.push_str("<footer class=\"imprint\">\n");
    if let Some(copies) = words.copies(imprint) {
        body.element("p", "copies", |body| body.words(&copies));
    }
    body.element("p", "printed", |body| {
        body.html.push_str("<span>");
        body.words(&imprint.printer);
        body.html.push_str("</span><span>");
        body.words(&words.printed(imprint));
        body.html.push_str("</span>");
    });
    body.html.push_str("</footer>\n");
}
