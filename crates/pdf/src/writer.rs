//! Documents to PDF, one after another or on several threads: one library, one set of faces, one module for all of them.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use huibian_document::{Document, HouseStyle, plain_text};
use typst::foundations::{Bytes, Smart};
use typst::syntax::Source;
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::faces::Faces;
use crate::preamble::{families, module};
use crate::source::source;
use crate::world::{Desk, main_source, style_source};

/// What is kept from one document to the next is thrown away after so many: it grows, and no document needs another's.
const KEPT: usize = 16;
/// Layout goes deep.
const STACK: usize = 16 * 1024 * 1024;
/// What stands for a character that no face has.
const LACKING: char = '〓';

/// What a file must conform to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// PDF 1.7.
    #[default]
    Plain,
    /// PDF/A-2b, for the archive.
    Archive,
}

/// A document as a file.
#[derive(Clone, Debug)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that the body's face lacks, and the face that each was taken from; none for those that no face has,
    /// where 〓 is printed.
    pub rare: Vec<(char, Option<String>)>,
}

/// A document that could not be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct PdfError(pub String);

/// Writes documents of one house style.
pub struct PdfWriter {
    style: HouseStyle,
    faces: Faces,
    library: LazyHash<Library>,
    module: Source,
    profile: Profile,
    written: AtomicUsize,
}

impl PdfWriter {
    /// Makes what all documents share.
    ///
    /// # Errors
    /// [`PdfError`] where the style's module cannot be named.
    pub fn new(style: &HouseStyle, faces: Faces, profile: Profile) -> Result<Self, PdfError> {
        let module = style_source(module(style, &faces));
        Ok(Self {
            style: style.clone(),
            library: LazyHash::new(Library::default()),
            module: module.ok_or_else(|| PdfError("no name for the style's module".to_owned()))?,
            faces,
            profile,
            written: AtomicUsize::new(0),
        })
    }

    /// The faces it sets documents in.
    pub fn faces(&self) -> &Faces {
        &self.faces
    }

    /// The document as a file.
    ///
    /// # Errors
    /// [`PdfError`] where Typst cannot set it.
    pub fn write(&self, document: &Document) -> Result<Pdf, PdfError> {
        // A thread of its own for its stack; starting one takes a thousandth of what setting a document does.
        let written = std::thread::scope(|scope| {
            let thread = std::thread::Builder::new().stack_size(STACK);
            let thread = thread
                .spawn_scoped(scope, || self.set(document))
                .map_err(|error| PdfError(error.to_string()))?;
            thread.join().map_err(|_| PdfError("the typesetter panicked".to_owned()))?
        });
        if self.written.fetch_add(1, Ordering::Relaxed) % KEPT == KEPT - 1 {
            comemo::evict(0);
        }
        written
    }

    fn set(&self, document: &Document) -> Result<Pdf, PdfError> {
        let (mut text, pictures) = source(document, &self.style);
        let rare = self.rare(&text);
        for (lacking, _) in rare.iter().filter(|(_, face)| face.is_none()) {
            text = text.replace(*lacking, LACKING.encode_utf8(&mut [0; 4]));
        }
        let desk = Desk {
            library: &self.library,
            faces: &self.faces,
            style: &self.module,
            main: main_source(text).ok_or_else(|| PdfError("no name for the document".to_owned()))?,
            pictures: pictures.iter().map(|picture| Bytes::new(picture.bytes.to_vec())).collect(),
        };
        let laid_out = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| said(&errors))?;
        let bytes = typst_pdf::pdf(&laid_out, &self.options(document)?).map_err(|errors| said(&errors))?;
        Ok(Pdf { bytes, rare })
    }

    /// Identity and dates are the document's own.
    fn options(&self, document: &Document) -> Result<PdfOptions, PdfError> {
        let meta = &document.meta;
        let standards: &[PdfStandard] = match self.profile {
            Profile::Plain => &[],
            Profile::Archive => &[PdfStandard::A_2b],
        };
        let date = meta.signature.as_ref().map(|signature| signature.date.to_string()).unwrap_or_default();
        Ok(PdfOptions {
            ident: Smart::Custom(format!("{}\n{}\n{date}", plain_text(&meta.title), meta.creator)),
            creator: Smart::Custom(Some(meta.generator.clone())),
            standards: PdfStandards::new(standards).map_err(|error| PdfError(error.message().to_string()))?,
            ..PdfOptions::default()
        })
    }

    /// Characters of a source that the faces meant for them lack.
    fn rare(&self, text: &str) -> Vec<(char, Option<String>)> {
        let latin = self.faces.family(&self.style.text.latin);
        let body = &self.style.paragraphs.body.face;
        let seen: BTreeSet<char> = text.chars().filter(|c| !c.is_ascii() && !c.is_whitespace()).collect();
        let found = seen.into_iter().filter_map(|c| {
            let own = [self.faces.family(body), latin];
            if self.faces.first_with(c, own.into_iter()).is_some() {
                return None;
            }
            Some((c, self.faces.first_with(c, families(body, &self.faces)).map(str::to_owned)))
        });
        found.collect()
    }
}

fn said(errors: &[typst::diag::SourceDiagnostic]) -> PdfError {
    let said: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PdfError(said.join("; "))
}
