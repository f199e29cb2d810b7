//! 附件说明 below the body, and 附件 on pages of their own (GB/T 9704-2012, 7.3.4 and 7.3.7).

use huibian_document::official::Attachment;
use huibian_document::parts::numbered;
use huibian_document::{HouseStyle, Inline};

use super::body::{After, Body};
use super::form::Own;
use super::{blocks, section, styles};
use huibian_layout::{Above, of_attachment, turns_page};

/// 附件说明: the attachments' titles, the first behind the label, the others below it. They stay with what follows where `is_kept`
/// says so.
pub fn list(body: &mut Body<'_>, attachments: &[Attachment], is_kept: bool) {
    body.needs.styles = true;
    let style = body.style;
    let kept = if is_kept { blocks::KEPT } else { "" };
    let blank = |body: &mut Body<'_>, lines| {
        (0..lines).for_each(|_| body.paragraph(styles::BODY, kept, |_| {}));
    };
    blank(body, style.paragraphs.attachments.blank_before);
    for (number, attachment) in numbered(attachments) {
        let (id, is_first) = match number {
            None => (styles::ATTACHMENT_ONLY, true),
            Some(1) => (styles::ATTACHMENT_FIRST, true),
            Some(_) => (styles::ATTACHMENT_NEXT, false),
        };
        let number = style.words.attachment_number(number);
        body.paragraph(id, kept, |body| {
            if is_first {
                body.run(&style.words.attachments, None);
            }
            if !number.is_empty() {
                body.run(&number, None);
                body.tab();
            }
            body.run(&attachment.title, None);
        });
    }
    blank(body, style.paragraphs.attachments.blank_after);
}

/// 附件: each begins a new page.
pub fn write(body: &mut Body<'_>, number: Option<usize>, attachment: &Attachment, creator: &str) {
    let style = body.style;
    let paragraphs = &style.paragraphs;
    let label = style.words.attachment(number);
    let mut blocks = of_attachment(&attachment.blocks, style).peekable();
    // A table that turns the page has the attachment's label and title on it.
    let is_turned = blocks.peek().is_some_and(|block| turns_page(block, style));
    if is_turned {
        section::end(body, section::SectionKind::Plain);
    }
    body.spaced((styles::ATTACHMENT_LABEL, &paragraphs.attachment_label), "", |body| body.run(&label, None));
    body.spaced((styles::ATTACHMENT_TITLE, &paragraphs.attachment_title), "", |body| {
        if body.is_form {
            body.xml.push_str(&Own::AttachmentTitle(number.map_or(0, |number| number - 1)).mark());
        } else {
            body.listed(|body| title(body, &attachment.title, creator));
        }
    });
    let before = if is_turned { After::Turned } else { After::Other };
    body.above = Above::title();
    blocks::write(body, blocks, before, false);
    body.above = Above::default();
}

/// The title, in lines of like width.
pub fn title(body: &mut Body<'_>, words: &str, creator: &str) {
    let title = blocks::broken(body, &[Inline::Text(words.to_owned())], creator);
    body.inlines(&title, None);
}

/// The indents of the three kinds of line: an only attachment, the first of several, the others.
pub fn indents(style: &HouseStyle) -> [(&'static str, String); 3] {
    let rules = &style.attachments;
    let size = style.paragraphs.attachments.size;
    let widths = huibian_layout::Widths::new(size, &style.text);
    let label = widths.hundredths(widths.of(&style.words.attachments));
    let start = rules.indent_hundredths + label;
    let ind = |left: i64, hanging: i64| {
        format!(
            r#"<w:ind w:leftChars="{left}" w:left="{}" w:hangingChars="{hanging}" w:hanging="{}"/>"#,
            size.times(left, 100).twips(),
            size.times(hanging, 100).twips()
        )
    };
    [
        (styles::ATTACHMENT_ONLY, ind(start, label)),
        (styles::ATTACHMENT_FIRST, ind(start + rules.number_hundredths, label + rules.number_hundredths)),
        (styles::ATTACHMENT_NEXT, ind(start + rules.number_hundredths, rules.number_hundredths)),
    ]
}
