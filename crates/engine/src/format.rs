//! The file formats a report can be written in.

use huibian_diagnostic::{Code, Diagnostic, Result};

/// A file format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `WordprocessingML`.
    Docx,
    /// `CommonMark`.
    Markdown,
    /// One page of HTML that stands alone.
    Html,
    /// PDF.
    Pdf,
    /// Plain text.
    Text,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Docx, Self::Html, Self::Markdown, Self::Pdf, Self::Text];

    /// The extension of its files, which is also its name.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Text => "txt",
        }
    }

    /// The format of that name.
    ///
    /// # Errors
    /// O003 when there is none.
    pub fn parse(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|format| format.extension() == name).ok_or_else(|| {
            let known = Self::ALL.map(Self::extension);
            Diagnostic::new(Code::UnknownFormat)
                .with("given", name)
                .with("known", known.join(", "))
                .suggest(name, known)
        })
    }
}
