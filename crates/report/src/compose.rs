//! Compose: the document out of a typeset report and what the settings say of its unit.

use huibian_contract::UnitIdentity;
use huibian_diagnostic::Result;
use huibian_document::{Document, Meta, Settings};

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
    let around = Placeholders { unit, period: design.period, date: design.date };
    let meta = Meta {
        title: laid.title,
        recipients: recipients.to_vec(),
        signature: Some(signature(settings, &around)?),
        official: official(settings, &around, laid.attachments)?,
        language: design.style.language.clone(),
        subject: format!("{} {}", design.title, design.period),
        creator: unit.name.clone(),
        generator: design.generator.clone(),
    };
    Ok(Document { meta, blocks: laid.body })
}
