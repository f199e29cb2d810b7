//! A document and a house style to bytes: one file or folder a format, each behind [`Writer`], all of them in [`Formats`].
//!
//! It must not know files, the clock, units, plugins or templates. No writer holds a length or a face of its own.

mod docx;
pub mod fitting;
mod formats;
mod html;
mod markdown;
mod notes;
pub mod official;
pub mod package;
mod prepared;
mod ready;
mod text;
mod writer;

pub use docx::{
    DocxWriter, ImprintPlace, recipients_are_few, recipients_fill_first_page, with_recipients_moved,
};
pub use formats::{Appearance, Format, Formats};
pub use html::HtmlWriter;
pub use markdown::{MarkdownWriter, markdown};
pub use notes::Notes;
pub use package::Scratch;
pub use prepared::Prepared;
pub use ready::{Ready, ReadyForms};
pub use text::{TextWriter, text};
pub use writer::{RareCharacter, Writer, Written};

impl Default for Formats {
    /// The formats of this crate. A further one is a file with its [`Writer`], its `mod` above and a row here.
    fn default() -> Self {
        Self::none()
            .with(
                Format::new("docx", |appearance| {
                    let writer = DocxWriter::like(appearance.style, appearance.reference);
                    Ok(Box::new(writer.filling(appearance.template)))
                })
                .for_word(),
            )
            .with(Format::new("html", |appearance| Ok(Box::new(HtmlWriter::new(appearance.style)))))
            .with(Format::new("md", |appearance| Ok(Box::new(MarkdownWriter::new(appearance.style)))))
            .with(Format::new("txt", |appearance| Ok(Box::new(TextWriter::new(appearance.style)))))
    }
}
