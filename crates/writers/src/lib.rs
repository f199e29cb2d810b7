//! A document and a house style to bytes. One file a format; no writer holds a length or face of its own.

mod docx;
mod markdown;
mod notes;
mod text;

pub use docx::{DocxScratch, DocxWriter, package};
pub use markdown::markdown;
pub use text::text;

use huibian_document::Signature;

/// 成文日期 as it is printed: year in full, no leading zeros (GB/T 9704-2012, 7.3.5.4).
fn date_words(signature: &Signature) -> String {
    let date = signature.date;
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}
