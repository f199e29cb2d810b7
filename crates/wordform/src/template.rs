//! A Word file read as a template: as text that templates are checked as, a paragraph a line, and as constant pieces with tags
//! between them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};
use huibian_docx::{PackageParts, Unusable, open_circles, package, stories};

use crate::builder::Builder;
use crate::cut::Around;
use crate::draft::take_away_remarks;
use crate::notes::Kind;
use crate::rounds::Loops;
use crate::styles::Styles;

/// A Word file that documents are made from.
pub struct WordTemplate {
    /// The words of its paragraphs, one a line, with their tags: what is checked, and where faults point to.
    pub source: Arc<Source>,
    /// Its constant pieces by their numbers, between marks, and its tags: what runs.
    pub marked: String,
    /// The slots that it places.
    pub slots: Vec<SlotUse>,
    /// The file as it is.
    pub bytes: Vec<u8>,
    /// What is wrong with it, T026, and hides nothing else that is: braces that are none of a tag.
    pub faults: Faults,
    pub(crate) pieces: Vec<Piece>,
    /// The parts that have tags, and the document.
    pub(crate) parts: Vec<OpenPart>,
    /// All other parts.
    pub(crate) constant: PackageParts,
    /// The names of headers and footers.
    pub(crate) headers: BTreeSet<String>,
    /// Which of the parts have notes that are numbered as the document refers to them.
    pub(crate) notes: Vec<(&'static Kind, usize)>,
    /// The loops, where something in them may name a bookmark of theirs.
    pub(crate) loops: Option<Loops>,
    /// What the document's links lead to, by their ids.
    pub(crate) links: BTreeMap<String, String>,
    /// What of the document other formats show otherwise.
    pub(crate) shapes: Vec<&'static str>,
    pub(crate) has_comments: bool,
    pub(crate) has_changes: bool,
    pub(crate) styles: Styles,
}

/// A file that cannot be a template.
#[derive(Debug)]
pub struct Refused {
    /// What is wrong with it: T026 for a file that cannot be one, T001 for tags that do not go together.
    pub faults: Faults,
    /// Its words, where they can be read.
    pub words: Option<Words>,
}

impl From<Diagnostic> for Refused {
    fn from(fault: Diagnostic) -> Self {
        Self { faults: fault.into(), words: None }
    }
}

/// The words of a file that cannot be a template, the names in which can be checked all the same.
#[derive(Debug)]
pub struct Words {
    /// All of them, a paragraph a line.
    pub source: Arc<Source>,
    /// Those that go together, each where it stands.
    pub sound: String,
    /// The slots that they name.
    pub slots: Vec<SlotUse>,
}

/// A slot that a file places.
#[derive(Debug)]
pub struct SlotUse {
    /// Its name.
    pub name: String,
    /// Whether it stands alone in its paragraph, for sections; else it is items amid words.
    pub is_block: bool,
    /// Where it is named.
    pub place: Location,
}

/// A piece that is the same in every document.
pub(crate) struct Piece {
    /// Its part.
    pub part: usize,
    /// XML, no element of which need begin and end in it.
    pub xml: String,
    /// What stands around what follows.
    pub around: Around,
    /// The heading that what follows stands under.
    pub under: Under,
}

/// A heading of a file that something stands under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Under {
    /// Its level; 0 for none.
    pub level: u8,
    /// Which it is of the file's; 0 for none.
    pub heading: usize,
}

/// A part that differs from document to document.
pub(crate) struct OpenPart {
    /// Its name in the package.
    pub name: String,
    /// What its elements are written with: `w:`.
    pub prefix: String,
    /// Whether anything in it may be said not at all, or several times, and what is left is to be mended.
    pub is_uneven: bool,
}

impl WordTemplate {
    /// Reads a file that lies at `path`.
    ///
    /// # Errors
    /// [`Refused`], with all that can be told. A file of which no more is wrong than its `faults` is read.
    pub fn read(path: &Path, bytes: &[u8]) -> Result<Self, Refused> {
        let unusable = |fault: Unusable| Refused::from(unusable(path, &fault));
        let mut parts = package(bytes).map_err(unusable)?;
        let found = stories(&parts).map_err(unusable)?;
        take_away_remarks(&mut parts, &found).map_err(unusable)?;
        name_as_document(&mut parts);
        found.styles.iter().for_each(|styles| open_circles(&mut parts, styles));
        let styles = Styles::of(&parts, &found).map_err(unusable)?;
        let template = Builder::build(path, &parts, &found, styles)?;
        Ok(Self { bytes: bytes.to_vec(), ..template })
    }
}

impl WordTemplate {
    /// How many bytes a piece puts into a document.
    pub fn piece_bytes(&self, piece: usize) -> usize {
        self.pieces.get(piece).map_or(0, |piece| piece.xml.len())
    }

    /// The heading that stands above what follows a piece.
    pub fn under(&self, piece: usize) -> Under {
        self.pieces.get(piece).map(|piece| piece.under).unwrap_or_default()
    }
}

/// What kinds of Word file say of their document's part: a template (.dotx), one that may have macros (.docm), both (.dotm).
const OTHER_KINDS: [&str; 3] = [
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
];
const DOCUMENT: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// What is made is a document, whatever kind of file it is made from: Word opens no other kind that is named `.docx`.
fn name_as_document(parts: &mut PackageParts) {
    const TYPES: &str = "[Content_Types].xml";
    let Some(types) = parts.get(TYPES).and_then(|bytes| std::str::from_utf8(bytes).ok()) else { return };
    if let Some(kind) = OTHER_KINDS.iter().find(|kind| types.contains(**kind)) {
        let types = types.replace(kind, DOCUMENT).into_bytes();
        parts.insert(TYPES.to_owned(), types);
    }
}

/// A fault of the file as a whole.
pub(crate) fn unusable(path: &Path, fault: &Unusable) -> Diagnostic {
    let found = Diagnostic::new(Code::WordTemplate).with("path", path.display()).with("reason", fault.reason);
    found.with("detail", fault.detail.clone()).at(Location::file(path))
}
