//! A document and a house style to bytes: one file or folder a format, each behind [`Writer`], all of them in [`Formats`].
//!
//! It must not know files, the clock, units, plugins or templates. No writer holds a length or a face of its own.

mod docx;
mod formats;
mod html;
pub mod layout;
mod markdown;
mod notes;
pub mod official;
pub mod package;
mod text;
mod writer;
mod xml;

pub use docx::{DocxWriter, PackageParts, Reference, Unusable};
pub use formats::{Appearance, Format, Formats};
pub use html::HtmlWriter;
pub use markdown::{MarkdownWriter, markdown};
pub use notes::Notes;
pub use package::Scratch;
pub use text::{TextWriter, text};
pub use writer::{RareCharacter, Writer, Written};
