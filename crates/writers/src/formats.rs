//! Output formats by name. It must know none of them: those of this crate are in the table of its root, and a program that
//! uses it adds its own with [`Formats::with`].

use std::fmt;
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::HouseStyle;
use huibian_docx::Reference;
use huibian_wordform::WordTemplate;

use crate::writer::Writer;

/// What the documents of a run look like.
#[derive(Clone, Copy)]
pub struct Appearance<'a> {
    /// The typography.
    pub style: &'a HouseStyle,
    /// An office's own Word file that documents are to look like, where there is one.
    pub reference: Option<&'a Reference>,
    /// An office's own Word file that documents are made from, where there is one.
    pub template: Option<&'a Arc<WordTemplate>>,
}

/// An output format: its name, and how its writers are made.
#[derive(Clone)]
pub struct Format {
    extension: &'static str,
    is_for_word: bool,
    make: Arc<Make>,
}

type Make = dyn Fn(&Appearance<'_>) -> Result<Box<dyn Writer>> + Send + Sync;

impl Format {
    /// A format. The extension of its files is also its name: in `formats` of workspace.toml, and for `--format`.
    pub fn new(
        extension: &'static str,
        make: impl Fn(&Appearance<'_>) -> Result<Box<dyn Writer>> + Send + Sync + 'static,
    ) -> Self {
        Self { extension, is_for_word: false, make: Arc::new(make) }
    }

    /// The same, whose files pass through a word processor: drawings come to it as pixels.
    #[must_use]
    pub fn for_word(self) -> Self {
        Self { is_for_word: true, ..self }
    }

    /// The extension of its files, which is also its name.
    pub fn extension(&self) -> &'static str {
        self.extension
    }

    /// Whether its files pass through a word processor.
    pub fn is_for_word(&self) -> bool {
        self.is_for_word
    }

    /// A writer of documents that look so.
    ///
    /// # Errors
    /// What keeps the format from being written here: none of this crate's own formats has any.
    pub fn writer(&self, appearance: &Appearance<'_>) -> Result<Box<dyn Writer>> {
        (self.make)(appearance)
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.extension).finish()
    }
}

/// The formats that there are, in the order of their names.
#[derive(Clone, Debug)]
pub struct Formats(Vec<Format>);

impl Formats {
    /// No formats.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// The same and one more, which takes the place of one of its name.
    #[must_use]
    pub fn with(mut self, format: Format) -> Self {
        match self.0.binary_search_by_key(&format.extension, Format::extension) {
            Ok(at) => self.0[at] = format,
            Err(at) => self.0.insert(at, format),
        }
        self
    }

    /// The format of a name.
    ///
    /// # Errors
    /// O003 when there is none.
    pub fn find(&self, name: &str) -> Result<&Format> {
        self.0.iter().find(|format| format.extension == name).ok_or_else(|| {
            let fault = Diagnostic::new(Code::UnknownFormat).with("given", name);
            fault.with("known", self.names()).suggest(name, self.0.iter().map(Format::extension))
        })
    }

    /// The names of all, as a message lists them: `docx, html, md, txt`.
    pub fn names(&self) -> String {
        self.0.iter().map(Format::extension).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use huibian_document::Document;

    use super::*;
    use crate::package::Scratch;
    use crate::writer::Written;

    struct Length;

    impl Writer for Length {
        fn write(&self, document: &Document, _: &mut Scratch) -> Result<Written> {
            Ok(document.blocks.len().to_string().into())
        }
    }

    #[test]
    fn a_format_from_outside_stands_among_the_others() {
        let formats = Formats::default().with(Format::new("len", |_| Ok(Box::new(Length))));
        let mut names: Vec<String> = Formats::default().names().split(", ").map(str::to_owned).collect();
        names.push("len".to_owned());
        names.sort();
        assert_eq!(formats.names(), names.join(", "));
        assert_eq!(formats.find("len").unwrap().extension(), "len");
        assert!(formats.find("docx").unwrap().is_for_word());
        let fault = formats.find("dock").unwrap_err();
        assert_eq!((fault.code(), fault.suggestion()), (Code::UnknownFormat, Some("docx")));
    }

    #[test]
    fn a_format_takes_the_place_of_one_of_its_name() {
        let formats = Formats::default().with(Format::new("html", |_| Ok(Box::new(Length))));
        assert_eq!(formats.names(), Formats::default().names());
    }
}
