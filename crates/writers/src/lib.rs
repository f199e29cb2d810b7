//! A document and a house style to bytes. One file a format; no writer holds a length or face of its own.

mod docx;
mod markdown;
mod notes;
mod official;
mod text;

pub use docx::{DocxScratch, DocxWriter, package};
pub use markdown::markdown;
pub use text::text;
