//! What of a form comes out the same in every unit's file, made ready once for a format.

use huibian_document::Filled;
use huibian_document::form::{Hole, Piece, Pieces};

use crate::package::Entry;

/// A form made ready for one format, by the format's own writer.
pub struct Prepared(pub(crate) Vec<PreparedPart>);

/// A part of a file.
pub(crate) struct PreparedPart {
    /// Its name in its package; empty for a file that is no package.
    pub name: String,
    /// Its text, cut where it differs from unit to unit.
    pub pieces: Pieces,
    /// Where nothing differs: the part, deflated.
    pub entry: Option<Entry>,
}

impl Prepared {
    /// A file that is one text.
    pub(crate) fn text(marked: &str) -> Self {
        Self(vec![PreparedPart::open("", marked)])
    }

    /// The text of a file that is one, each unit's text written by `put`.
    pub(crate) fn fill(&self, filled: &Filled, put: impl Fn(&mut String, &str)) -> String {
        let Some(part) = self.0.first() else { return String::new() };
        let mut text = String::with_capacity(part.pieces.constant.len() * 9 / 8);
        part.fill(&mut text, |text, piece| {
            if let Piece::Hole(hole) = piece {
                put(text, filled.text(*hole));
            }
        });
        text
    }

    /// The pieces of a file that is one text.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &Pieces> {
        self.0.iter().map(|part| &part.pieces)
    }
}

impl PreparedPart {
    /// A part of which nothing differs.
    pub fn ready(entry: Entry) -> Self {
        Self { name: entry.name().to_owned(), pieces: Pieces::default(), entry: Some(entry) }
    }

    /// A part with marks.
    pub fn open(name: &str, marked: &str) -> Self {
        Self { name: name.to_owned(), pieces: Pieces::of(marked), entry: None }
    }

    /// Appends the text; `put` writes what is not constant.
    pub fn fill(&self, text: &mut String, mut put: impl FnMut(&mut String, &Piece)) {
        for piece in &self.pieces.pieces {
            match piece {
                Piece::Constant(range) => text.push_str(self.pieces.text(range)),
                piece => put(text, piece),
            }
        }
    }
}

/// Each hole with the constant text right before it and right after it; nothing where another hole is.
pub(crate) fn around(pieces: &Pieces) -> impl Iterator<Item = (&str, Hole, &str)> {
    let text = |index: Option<usize>| match index.and_then(|index| pieces.pieces.get(index)) {
        Some(Piece::Constant(range)) => pieces.text(range),
        _ => "",
    };
    pieces.pieces.iter().enumerate().filter_map(move |(index, piece)| match piece {
        Piece::Hole(hole) => Some((text(index.checked_sub(1)), *hole, text(Some(index + 1)))),
        _ => None,
    })
}
