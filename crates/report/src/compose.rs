//! Compose: the document out of a typeset report and what the settings say of its unit.

use huibian_contract::UnitIdentity;
use huibian_diagnostic::Result;
use huibian_document::{Document, Inline, Meta, Official, Settings};

use crate::design::Design;
use crate::office::{Placeholders, official, signature};
use crate::typeset::Typeset;

/// The document with its body laid out.
///
/// # Errors
/// E001, E002 and E007.
pub fn compose(
    design: &Design,
    unit: &UnitIdentity,
    recipients: &[String],
    settings: &Settings,
    laid: Typeset,
) -> Result<Document> {
    let around = Placeholders { unit, period: design.period, date: design.date, marks: None };
    compose_with(design, &around, recipients.to_vec(), settings, laid)
}

/// The same, with what the places of settings stand for.
///
/// # Errors
/// As [`compose`].
pub fn compose_with(
    design: &Design,
    around: &Placeholders<'_>,
    recipients: Vec<String>,
    settings: &Settings,
    laid: Typeset,
) -> Result<Document> {
    // A file of the office's own has all that stands around the text.
    let is_own = !laid.laid.is_empty();
    let signature = if is_own { None } else { Some(signature(settings, around)?) };
    let meta = Meta {
        title: if is_own && laid.title.is_empty() {
            vec![Inline::Text(design.title.clone())]
        } else {
            laid.title
        },
        recipients: if is_own { Vec::new() } else { recipients },
        signature,
        official: if is_own { Official::default() } else { official(settings, around, laid.attachments)? },
        language: design.style.language.clone(),
        subject: format!("{} {}", design.title, design.period),
        creator: around.name(),
        generator: design.generator.clone(),
    };
    Ok(Document { meta, blocks: laid.body, laid: laid.laid })
}
