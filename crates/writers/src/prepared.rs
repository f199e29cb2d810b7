//! What of a form comes out the same in every unit's file, made ready once for a format.

use std::ops::Range;

use huibian_deflate::{Form, Piece as Deflating};
use huibian_document::Filled;
use huibian_document::form::{Hole, Piece, Pieces};

use crate::package::{Entry, Package, Scratch, narrow};

/// A form made ready for one format, by the format's own writer.
pub struct Prepared(Kind);

enum Kind {
    /// A file that is one text.
    Text(Pieces),
    /// A package.
    Package(Vec<PreparedPart>),
}

/// A part of a package.
pub(crate) enum PreparedPart {
    /// One in which nothing differs.
    Ready(Entry),
    /// One that differs from unit to unit.
    Open {
        /// Its name.
        name: String,
        /// Its text, cut where it differs.
        pieces: Pieces,
        /// What it is deflated by.
        form: Form,
    },
}

impl Prepared {
    /// A file that is one text.
    pub(crate) fn text(marked: &str) -> Self {
        Self(Kind::Text(Pieces::of(marked)))
    }

    /// A package of such parts.
    pub(crate) fn package(parts: Vec<PreparedPart>) -> Self {
        Self(Kind::Package(parts))
    }

    /// The text of a file that is one, each unit's text written by `put`; `gaps` is what stands in the gaps.
    pub(crate) fn fill(&self, filled: &Filled, gaps: &[String], put: impl Fn(&mut String, &str)) -> String {
        let Kind::Text(pieces) = &self.0 else { return String::new() };
        let mut text = String::with_capacity(pieces.constant.len() * 9 / 8);
        for piece in &pieces.pieces {
            match piece {
                Piece::Constant(range) => text.push_str(pieces.text(range)),
                Piece::Hole(hole) => put(&mut text, filled.text(*hole)),
                Piece::Gap(gap) => text.push_str(gaps.get(gap.number).map_or("", String::as_str)),
                Piece::Own(_) => {}
            }
        }
        text
    }

    /// The package, with what `put` writes where its parts differ.
    pub(crate) fn pack(&self, scratch: &mut Scratch, put: impl Fn(&mut String, &Piece)) -> Vec<u8> {
        let mut package = Package::with_room(scratch.largest);
        let Kind::Package(parts) = &self.0 else { return package.finish() };
        for part in parts {
            match part {
                PreparedPart::Ready(entry) => package.add(entry),
                PreparedPart::Open { name, pieces, form } => {
                    fill(&mut package, scratch, (name, pieces, form), &put);
                }
            }
        }
        let bytes = package.finish();
        scratch.largest = scratch.largest.max(bytes.len());
        bytes
    }

    /// The parts of a package that differ from unit to unit, by name, with what `put` writes there.
    pub(crate) fn texts(&self, put: impl Fn(&mut String, &Piece)) -> Vec<(&str, String)> {
        let parts = match &self.0 {
            Kind::Text(_) => &[],
            Kind::Package(parts) => parts.as_slice(),
        };
        let text = |part: &'_ PreparedPart| match part {
            PreparedPart::Ready(_) => None,
            PreparedPart::Open { pieces, .. } => {
                let mut text = String::new();
                for piece in &pieces.pieces {
                    match piece {
                        Piece::Constant(range) => text.push_str(pieces.text(range)),
                        piece => put(&mut text, piece),
                    }
                }
                Some(text)
            }
        };
        parts.iter().filter_map(|part| Some((part.name(), text(part)?))).collect()
    }

    /// Each hole of a file that is one text, with the constant text right before it and right after it; nothing where
    /// another hole is.
    pub(crate) fn holes(&self) -> impl Iterator<Item = (&str, Hole, &str)> {
        let pieces = match &self.0 {
            Kind::Text(pieces) => Some(pieces),
            Kind::Package(_) => None,
        };
        pieces.into_iter().flat_map(holes)
    }
}

impl PreparedPart {
    /// Its name.
    fn name(&self) -> &str {
        match self {
            Self::Ready(entry) => entry.name(),
            Self::Open { name, .. } => name,
        }
    }

    /// A part with marks.
    pub fn open(name: &str, marked: &str) -> Self {
        let pieces = Pieces::of(marked);
        let deflating = |piece: &Piece| match piece {
            Piece::Constant(range) => Deflating::Constant(pieces.text(range).as_bytes()),
            _ => Deflating::Hole,
        };
        // Quick: a form may have but one unit.
        let form = Form::quick(&pieces.pieces.iter().map(deflating).collect::<Vec<_>>());
        Self::Open { name: name.to_owned(), pieces, form }
    }
}

/// Appends a part.
fn fill(
    package: &mut Package,
    scratch: &mut Scratch,
    (name, pieces, form): (&str, &Pieces, &Form),
    put: impl Fn(&mut String, &Piece),
) {
    let mut text = std::mem::take(&mut scratch.text);
    text.clear();
    let mut ranges: Vec<Range<usize>> = Vec::with_capacity(form.holes());
    for piece in pieces.pieces.iter().filter(|piece| !matches!(piece, Piece::Constant(_))) {
        let start = text.len();
        put(&mut text, piece);
        ranges.push(start..text.len());
    }
    let holes: Vec<&[u8]> = ranges.into_iter().map(|range| &text.as_bytes()[range]).collect();
    scratch.deflated.clear();
    // There are as many texts as holes.
    if let Some(sum) = form.fill(&holes, &mut scratch.deflated) {
        package.add_deflated(name, &scratch.deflated, (sum.crc32, narrow(sum.length)));
    }
    scratch.text = text;
}

fn holes(pieces: &Pieces) -> impl Iterator<Item = (&str, Hole, &str)> {
    let text = |index: Option<usize>| match index.and_then(|index| pieces.pieces.get(index)) {
        Some(Piece::Constant(range)) => pieces.text(range),
        _ => "",
    };
    pieces.pieces.iter().enumerate().filter_map(move |(index, piece)| match piece {
        Piece::Hole(hole) => Some((text(index.checked_sub(1)), *hole, text(Some(index + 1)))),
        _ => None,
    })
}
