//! The parts of an official document as lines of text, for formats that have no places on a page.

use huibian_document::official::{Attachment, Imprint, Official, Serial};
use huibian_document::parts::numbered;
use huibian_document::style::Words;

/// What stands above the title, one line each.
pub fn head(official: &Official, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(official.serial.map(Serial::digits));
    lines.extend(official.secrecy.as_ref().map(|secrecy| words.secrecy(secrecy)));
    lines.extend(official.urgency.map(|urgency| urgency.name().to_owned()));
    lines.extend(official.mark.as_ref().map(|mark| format!("{}{}", mark.names.join("　"), mark.suffix)));
    let number = official.number.as_ref().map(|number| words.number(number)).unwrap_or_default();
    let signers = official.signers.join("　");
    let signers = if signers.is_empty() { signers } else { format!("{}{signers}", words.signers) };
    let line = [number, signers].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　");
    lines.extend((!line.is_empty()).then_some(line));
    lines
}

/// 附件说明, one line each.
pub fn attachments(attachments: &[Attachment], words: &Words) -> Vec<String> {
    let line = |(number, attachment): (Option<usize>, &Attachment)| {
        let label = if number.is_none_or(|number| number == 1) { words.attachments.as_str() } else { "" };
        format!("{label}{}{}", words.attachment_number(number), attachment.title)
    };
    numbered(attachments).map(line).collect()
}

/// 版记, one line each.
pub fn imprint(imprint: &Imprint, words: &Words) -> Vec<String> {
    let mut lines: Vec<String> = words.copies(imprint).into_iter().collect();
    lines.push(format!("{}　{}", imprint.printer, words.printed(imprint)));
    lines
}
