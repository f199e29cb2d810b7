//! Whether what a document says has room on its pages, what must break for that, and what is alone on a page: told alike for
//! every paged format.

use huibian_diagnostic::{Code, Diagnostic, Result, Severity};
use huibian_document::{Assembled, Block, Document, HouseStyle, Meta, Table, plain_text};
use huibian_layout::pages::{self, WithoutText, page_without_text};
use huibian_layout::{Ends, fit, turns_page};

use crate::docx::recipients_leave_room;
use crate::{Format, ImprintPlace, recipients_are_few, recipients_fill_first_page, with_recipients_moved};

/// How many words a finding names, and how much of each.
const NAMED: usize = 5;
const SHOWN: usize = 40;
/// Of a title and a note, in bytes: with shorter ones, words of the text stand on every page.
const LONG_TITLE: usize = 250;
const LONG_NOTE: usize = 160;

/// What to tell of a document's pages in these formats: of its tables, of words that are longer than a line, of pages without words of
/// the text, of an imprint that is alone on one. Nothing where none of them has pages.
///
/// # Errors
/// O012 for a table that no page has room for.
pub fn check(assembled: &Assembled, style: &HouseStyle, formats: &[Format]) -> Result<Vec<Diagnostic>> {
    if !formats.iter().any(|format| matches!(format.extension(), "docx" | "pdf")) {
        return Ok(Vec::new());
    }
    let mut findings = Vec::from_iter(broken(assembled, style)?);
    findings.extend(without_text(assembled, style, formats));
    if assembled.meta().official.imprint.is_none() && recipients_are_few(assembled) {
        return Ok(findings);
    }
    let document = assembled.document();
    let moved = with_recipients_moved(&document, style);
    findings.extend(recipients_moved(&document, moved.is_some(), style));
    findings.extend(imprint_alone(moved.as_ref().unwrap_or(&document), style, formats));
    Ok(findings)
}

/// Recipients that leave no room for the body on the first page.
fn recipients_moved(document: &Document, are_moved: bool, style: &HouseStyle) -> Option<Diagnostic> {
    let reason = if are_moved { "moved" } else { "none" };
    (are_moved || recipients_fill_first_page(document, style))
        .then(|| Diagnostic::new(Code::RecipientsMoved).with("reason", reason).weighing(Severity::Note))
}

/// Tables and long words.
fn broken(assembled: &Assembled, style: &HouseStyle) -> Result<Option<Diagnostic>> {
    let mut broken = long_words(assembled, style);
    for table in assembled.tables() {
        let fit = fit(table, style);
        if !fit.has_room {
            let fault = Diagnostic::new(Code::TableTooWide).with("table", name(table));
            return Err(fault.with("columns", table.columns().len()));
        }
        broken.extend(fit.broken);
    }
    broken.sort();
    broken.dedup();
    broken.truncate(NAMED);
    for word in &mut broken {
        if let Some((end, _)) = word.char_indices().nth(SHOWN) {
            word.replace_range(end.., "…");
        }
    }
    let finding =
        || Diagnostic::new(Code::BrokenWords).with("words", broken.join(", ")).weighing(Severity::Note);
    Ok((!broken.is_empty()).then(finding))
}

/// An imprint without words of the text on its page.
fn imprint_alone(document: &Document, style: &HouseStyle, formats: &[Format]) -> Option<Diagnostic> {
    let reason = match ImprintPlace::in_document(document, style)? {
        ImprintPlace::Back => "odd",
        ImprintPlace::Leaf => "room",
        ImprintPlace::Pages(_) => "long",
        ImprintPlace::BehindTurned { .. } => "turned",
        ImprintPlace::BelowNotes if formats.iter().any(Format::is_for_word) => "notes",
        ImprintPlace::Text | ImprintPlace::BelowNotes => return None,
    };
    Some(Diagnostic::new(Code::ImprintAlone).with("reason", reason).weighing(Severity::Note))
}

/// A page without words of the text, and why: the first one below a high head or before a table that turns the page, that of a
/// signature, a note or a list of attachments, or the one before it.
fn without_text(assembled: &Assembled, style: &HouseStyle, formats: &[Format]) -> Option<Diagnostic> {
    let meta = assembled.meta();
    let ends = Ends::of_meta(meta);
    let has_turned = assembled.tables().any(|table| style.turns(table));
    let may_end_apart = ends.keep_body()
        && formats.iter().any(Format::is_for_word)
        && (has_long_end(assembled)
            || meta.official.note.as_ref().is_some_and(|note| note.len() > LONG_NOTE));
    // Hardly any document needs to be looked at.
    if !(has_turned || has_high_head(meta) || may_end_apart) {
        return None;
    }
    let document = assembled.document();
    let reason = if has_turned && begins_turned(&document, style) {
        "first"
    } else if has_turned && ends_turned(&document, style) {
        "table"
    } else if has_high_head(meta) && !recipients_leave_room(&document, style) {
        "head"
    } else {
        match may_end_apart.then(|| page_without_text(&document, style)).flatten()? {
            WithoutText::Left => "paragraph",
            WithoutText::Below => "below",
        }
    };
    Some(Diagnostic::new(Code::WithoutText).with("reason", reason).weighing(Severity::Note))
}

/// Whether a head has so many issuers or signers, or a title so many lines, that little room may be left on the first page.
fn has_high_head(meta: &Meta) -> bool {
    let issuers = meta.official.mark.as_ref().map_or(0, |mark| mark.names.len());
    issuers > 2 || meta.official.signers.len() > 4 || plain_text(&meta.title).len() > LONG_TITLE
}

fn begins_turned(document: &Document, style: &HouseStyle) -> bool {
    let first = document.blocks.iter().find(|block| !matches!(block, Block::Heading(_) | Block::PageBreak));
    first.is_some_and(|block| turns_page(block, style))
}

/// Whether what stands below the text is behind a table that ends it and turns the page.
fn ends_turned(document: &Document, style: &HouseStyle) -> bool {
    let meta = &document.meta;
    let stands_below = Ends::of_meta(meta).keep_body() || !meta.official.attachments.is_empty();
    let last = document.blocks.iter().rfind(|block| **block != Block::PageBreak);
    stands_below && last.is_some_and(|block| turns_page(block, style))
}

/// Whether a text ends with a paragraph that its last page may not have room for.
fn has_long_end(assembled: &Assembled) -> bool {
    match assembled {
        Assembled::Whole(document) => pages::has_long_end(&document.blocks, None),
        Assembled::Filled(filled) => pages::has_long_end(&filled.form.document.blocks, Some(filled)),
    }
}

/// The words of what a unit says itself that no line of the body has room for. What templates say is the same for all.
fn long_words(assembled: &Assembled, style: &HouseStyle) -> Vec<String> {
    let body = &style.paragraphs.body;
    let most = usize::try_from(2 * style.text_width().emu() / body.size.emu().max(1)).unwrap_or(usize::MAX);
    let mut found = Vec::new();
    let mut look = |text: &str| {
        // Hardly any text has so many letters without a space or a hanzi between them.
        if text.len() > most && text.as_bytes().split(|b| !b.is_ascii_graphic()).any(|run| run.len() > most) {
            let words = huibian_layout::long_words(text).into_iter().map(|range| &text[range]);
            found.extend(words.filter(|word| word.len() > most).map(str::to_owned));
        }
    };
    match assembled {
        Assembled::Whole(document) => document.for_each_text(&mut look),
        Assembled::Filled(filled) => filled.texts.iter().for_each(|text| look(text)),
    }
    found
}

/// What a table is called, or what its head says.
fn name(table: &Table) -> String {
    if !table.caption.is_empty() {
        return plain_text(&table.caption);
    }
    let head = table.rows().first().into_iter().flatten().take(3);
    head.map(|cell| plain_text(&cell.content)).collect::<Vec<_>>().join(" | ")
}
