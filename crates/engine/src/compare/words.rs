//! A report's words as paragraphs, out of a file or before it is written.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use huibian_store::Artifact;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::Side;

/// What words are taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The paragraphs of a Word document.
    Docx,
    /// The lines of Markdown.
    Markdown,
    /// The lines of plain text.
    Text,
}

impl Kind {
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
        let bytes = fs::read(&made.path).ok()?;
        let is_same = blake3::hash(&bytes).to_hex().as_str() == made.blake3;
        is_same.then(|| self.of(&bytes)).flatten()
    }

    /// The words of a file's bytes.
    pub fn of(self, bytes: &[u8]) -> Option<Vec<String>> {
        match self {
            Self::Docx => of_docx(bytes),
            Self::Markdown | Self::Text => {
                let lines = std::str::from_utf8(bytes).ok()?.lines();
                Some(lines.filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
            }
        }
    }
}

fn of_docx(bytes: &[u8]) -> Option<Vec<String>> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut xml = String::new();
    package.by_name("word/document.xml").ok()?.read_to_string(&mut xml).ok()?;
    let mut reader = Reader::from_str(&xml);
    let (mut paragraphs, mut paragraph, mut is_text) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if start.name().as_ref() == "w:t" => is_text = true,
            Event::End(end) if end.name().as_ref() == "w:t" => is_text = false,
            Event::End(end) if end.name().as_ref() == "w:p" && !paragraph.is_empty() => {
                paragraphs.push(std::mem::take(&mut paragraph));
            }
            Event::Text(text) if is_text => paragraph.push_str(&text),
            Event::GeneralRef(entity) if is_text => {
                if let Ok(Some(c)) = entity.resolve_char_ref() {
                    paragraph.push(c);
                } else {
                    paragraph.push_str(quick_xml::escape::resolve_predefined_entity(&entity)?);
                }
            }
            Event::Eof => return Some(paragraphs),
            _ => {}
        }
    }
}
