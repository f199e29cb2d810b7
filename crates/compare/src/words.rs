//! A report's words as paragraphs, out of a file or before it is written.

use std::path::Path;

use huibian_store::Artifact;

use crate::side::Side;

/// What words are taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsKind {
    /// The paragraphs of a Word document.
    Docx,
    /// The lines of Markdown.
    Markdown,
    /// The lines of plain text.
    Text,
}

impl WordsKind {
    /// All, the one that tells most first.
    pub const ALL: [Self; 3] = [Self::Docx, Self::Markdown, Self::Text];

    /// The format of its files.
    pub fn format(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// The first that both sides have.
    pub fn common(before: &Side, after: &Side) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| before.has(*kind) && after.has(*kind))
    }

    /// Whether a file is of this kind.
    pub fn is_of(self, path: &Path) -> bool {
        path.extension().is_some_and(|extension| extension == self.format())
    }

    /// The words of a file that a run wrote; none where it is another one now.
    pub fn read_made(self, made: &Artifact) -> Option<Vec<String>> {
        let bytes = huibian_config::file::bytes(&made.path).ok()?;
        let is_same = blake3::hash(&bytes).to_hex().as_str() == made.blake3;
        is_same.then(|| self.of(&bytes)).flatten()
    }

    /// The words of a file's bytes.
    pub fn of(self, bytes: &[u8]) -> Option<Vec<String>> {
        match self {
            Self::Docx => huibian_docx::of_document(bytes).ok(),
            Self::Markdown | Self::Text => {
                let lines = std::str::from_utf8(bytes).ok()?.lines();
                Some(lines.filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
            }
        }
    }
}
