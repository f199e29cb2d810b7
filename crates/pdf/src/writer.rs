//! Documents to PDF, one after another or on several threads: one library, one set of faces, one module for all of them.

use std::collections::{BTreeSet, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use huibian_document::{Document, HouseStyle, plain_text};
use huibian_writers::with_recipients_moved;
use rayon::{ThreadPool, ThreadPoolBuilder};
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

/// What Typst keeps from one document to the next grows. After so many documents, all that was of no use since the last time
/// is thrown away: the style's module and the plans of shaping stay, the documents' own words go.
const KEPT: usize = 2;
const UNUSED: usize = 1;
/// Layout goes deep.
const STACK: usize = 16 * 1024 * 1024;
/// What stands for a character that no face has.
const LACKING: char = '〓';

/// What a file must conform to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// PDF 1.7, and PDF/UA-1 where the document lets it.
    #[default]
    Plain,
    /// PDF/A-2b, for the archive, and PDF/UA-1 where the document lets it.
    Archive,
}

impl Profile {
    /// What a file is to conform to, and what where the document keeps it from PDF/UA-1, which programs that read aloud ask for: by
    /// a level of headings that is passed over, and by few others.
    fn standards(self) -> (&'static [PdfStandard], &'static [PdfStandard]) {
        match self {
            Self::Plain => (&[PdfStandard::Ua_1], &[]),
            Self::Archive => (&[PdfStandard::A_2b, PdfStandard::Ua_1], &[PdfStandard::A_2b]),
        }
    }
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
    /// The module for documents with characters that not every face of the style has. Long lists of faces cost a tenth of
    /// the time, and few documents need them.
    full: Source,
    /// The characters that every face of the style has.
    common: HashSet<u32>,
    profile: Profile,
    /// The characters of the body's faces.
    usual: HashSet<u32>,
    written: AtomicUsize,
    /// Threads that set documents and have none at the moment.
    idle: Mutex<Vec<ThreadPool>>,
}

impl PdfWriter {
    /// Makes what all documents share.
    ///
    /// # Errors
    /// [`PdfError`] where the style's module cannot be named.
    pub fn new(style: &HouseStyle, faces: Faces, profile: Profile) -> Result<Self, PdfError> {
        let named = |rest| {
            let module = style_source(module(style, &faces, rest));
            module.ok_or_else(|| PdfError("no name for the style's module".to_owned()))
        };
        let (module, full) = (named(false)?, named(true)?);
        let usual = [faces.family(&style.paragraphs.body.face), faces.family(&style.text.latin)];
        let usual = faces.characters(&usual);
        Ok(Self {
            usual,
            style: style.clone(),
            library: LazyHash::new(Library::default()),
            module,
            full,
            common: faces.common(&style.text.latin),
            faces,
            profile,
            written: AtomicUsize::new(0),
            idle: Mutex::default(),
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
        let thread = self.thread()?;
        let written = thread.install(|| catch_unwind(AssertUnwindSafe(|| self.set(document))));
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(thread);
        if self.written.fetch_add(1, Ordering::Relaxed) % KEPT == KEPT - 1 {
            comemo::evict(UNUSED);
        }
        written.map_err(|_| PdfError("the typesetter panicked".to_owned()))?
    }

    /// A thread for one document. Typst and what writes its files hand parts of their work to the pool that they run in:
    /// in one for all documents each would wait for the others' parts.
    fn thread(&self) -> Result<ThreadPool, PdfError> {
        if let Some(thread) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop() {
            return Ok(thread);
        }
        let pool = ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build();
        pool.map_err(|error| PdfError(error.to_string()))
    }

    fn set(&self, document: &Document) -> Result<Pdf, PdfError> {
        let moved = with_recipients_moved(document, &self.style);
        let document = moved.as_ref().unwrap_or(document);
        let (mut text, pictures) = source(document, &self.style);
        let seen: BTreeSet<char> = text.chars().filter(|c| !c.is_ascii() && !c.is_whitespace()).collect();
        let is_common = seen.iter().all(|c| self.common.contains(&u32::from(*c)));
        let rare = if is_common { Vec::new() } else { self.rare(seen) };
        for (lacking, _) in rare.iter().filter(|(_, face)| face.is_none()) {
            text = text.replace(*lacking, LACKING.encode_utf8(&mut [0; 4]));
        }
        let desk = Desk {
            library: &self.library,
            faces: &self.faces,
            style: if is_common { &self.module } else { &self.full },
            main: main_source(text).ok_or_else(|| PdfError("no name for the document".to_owned()))?,
            pictures: pictures.iter().map(|picture| Bytes::new(picture.bytes.to_vec())).collect(),
        };
        let laid_out = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| said(&errors))?;
        let file = |standards: &[PdfStandard]| {
            typst_pdf::pdf(&laid_out, &options(document, standards)?).map_err(|errors| said(&errors))
        };
        let (standards, alone) = self.profile.standards();
        let bytes = file(standards).or_else(|_| file(alone))?;
        Ok(Pdf { bytes, rare })
    }

    /// Characters that the body's faces lack.
    fn rare(&self, seen: BTreeSet<char>) -> Vec<(char, Option<String>)> {
        let body = &self.style.paragraphs.body.face;
        let rare = seen.into_iter().filter(|c| !self.usual.contains(&u32::from(*c)));
        let stand_in = |c| self.faces.first_with(c, families(body, &self.faces)).map(str::to_owned);
        rare.map(|c| (c, stand_in(c))).collect()
    }
}

/// Identity and dates are the document's own.
fn options(document: &Document, standards: &[PdfStandard]) -> Result<PdfOptions, PdfError> {
    let meta = &document.meta;
    let date = meta.signature.as_ref().map(|signature| signature.date.to_string()).unwrap_or_default();
    Ok(PdfOptions {
        ident: Smart::Custom(format!("{}\n{}\n{date}", plain_text(&meta.title), meta.creator)),
        creator: Smart::Custom(Some(meta.generator.clone())),
        standards: PdfStandards::new(standards).map_err(|error| PdfError(error.message().to_string()))?,
        ..PdfOptions::default()
    })
}

fn said(errors: &[typst::diag::SourceDiagnostic]) -> PdfError {
    let said: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PdfError(said.join("; "))
}
