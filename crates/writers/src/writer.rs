//! The one interface of all output formats. It must know none of them.

use huibian_diagnostic::{Diagnostic, Result};
use huibian_document::{Document, Filled, Form};

use crate::package::Scratch;
use crate::prepared::Prepared;

/// Documents of one house style to files of one format. Whatever all documents share is made once, with the writer.
pub trait Writer: Send + Sync {
    /// The document as a file. Same document, same bytes. `scratch` is the calling thread's own.
    ///
    /// # Errors
    /// What keeps a file of this format from being made.
    fn write(&self, document: &Document, scratch: &mut Scratch) -> Result<Written>;

    /// What of a form comes out the same in every unit's file, made ready once. None where this format, or this form, has
    /// each document written by itself.
    fn prepare(&self, _: &Form) -> Option<Prepared> {
        None
    }

    /// The file of a unit whose form was made ready: what [`write`](Self::write) makes of its document, part by part.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    fn fill(&self, _: &Prepared, filled: &Filled, scratch: &mut Scratch) -> Result<Written> {
        self.write(&filled.document(), scratch)
    }

    /// What to tell before a run, of faces that this machine lacks say.
    fn remarks(&self) -> &[Diagnostic] {
        &[]
    }
}

/// A document as a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that the face meant for them lacks; empty for formats that set no type.
    pub rare: Vec<RareCharacter>,
}

/// A character that the face meant for it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RareCharacter {
    /// The character.
    pub character: char,
    /// The face it was taken from; none where no face has it, and something else is printed.
    pub face: Option<String>,
}

impl From<Vec<u8>> for Written {
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, rare: Vec::new() }
    }
}

impl From<String> for Written {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}
