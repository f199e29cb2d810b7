//! 主送机关 that leave no room for the body on the first page go to 版记 (GB/T 9704-2012, 7.3.2).

use huibian_document::{Assembled, Document, Filled, HouseStyle, Inline, Official};
use huibian_layout::pages::Pen;

/// Names that take less than two lines, in bytes, leave room below any head: nothing is laid out for them.
const FEW: usize = 150;

/// A document whose recipients stand in its imprint; none where they stand above the body.
pub fn moved(document: &Document, style: &HouseStyle) -> Option<Document> {
    if !fill_first_page(document, style) || !can_move(&document.meta.official, style) {
        return None;
    }
    let mut moved = document.clone();
    let recipients = std::mem::take(&mut moved.meta.recipients);
    moved.meta.official.imprint.as_mut()?.recipients = recipients;
    Some(moved)
}

/// Whether a document's recipients leave no room for its body on the first page.
pub fn fill_first_page(document: &Document, style: &HouseStyle) -> bool {
    let meta = &document.meta;
    fill(&meta.official, &meta.title, &meta.recipients, style)
}

/// Whether a document's first page has room for its body; recipients that alone leave none are told by themselves.
pub fn leave_room(document: &Document, style: &HouseStyle) -> bool {
    let meta = &document.meta;
    let few = if are_few(&meta.recipients) { meta.recipients.as_slice() } else { &[] };
    Pen::shows_body(&meta.official, &meta.title, few, style)
}

/// Whether a document has no more recipients than leave room below any head.
pub fn are_few_in(assembled: &Assembled) -> bool {
    match assembled {
        Assembled::Whole(document) => are_few(&document.meta.recipients),
        Assembled::Filled(filled) => are_few(&names(filled)),
    }
}

/// Whether those of a filled form go to its imprint.
pub fn are_moved(filled: &Filled, style: &HouseStyle) -> bool {
    let meta = &filled.form.document.meta;
    if meta.recipients.is_empty() || !can_move(&meta.official, style) {
        return false;
    }
    let names = names(filled);
    !are_few(&names) && fill(&filled.official(), &filled.inlines(&meta.title), &names, style)
}

fn names(filled: &Filled) -> Vec<String> {
    let names = filled.form.document.meta.recipients.iter();
    names.map(|name| filled.fill(name).into_owned()).collect()
}

fn can_move(official: &Official, style: &HouseStyle) -> bool {
    official.imprint.is_some() && style.words.recipients_in_imprint.is_some()
}

fn are_few(recipients: &[String]) -> bool {
    recipients.iter().map(String::len).sum::<usize>() < FEW
}

fn fill(official: &Official, title: &[Inline], recipients: &[String], style: &HouseStyle) -> bool {
    !are_few(recipients)
        && !Pen::shows_body(official, title, recipients, style)
        && Pen::shows_body(official, title, &[], style)
}
