//! A document and a house style to bytes. One file a format; no writer holds a length or face of its own.

mod docx;
mod html;
pub mod layout;
mod markdown;
mod notes;
pub mod official;
mod text;
mod xml;

pub use docx::{DocxScratch, DocxWriter, PackageParts, Reference, Unusable, package};
pub use html::HtmlWriter;
pub use markdown::markdown;
pub use notes::Notes;
pub use text::text;
