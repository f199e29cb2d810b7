//! A part with words as it is read, before it is cut.

use std::ops::Range;

use huibian_docx::Unusable;

use crate::paragraph::{Paragraph, paragraphs};
use crate::part::Part;
use crate::tag::{Does, Tag, Unclosed, by_paragraph, tags};

/// A part with words.
pub struct Story<'x> {
    /// Its name in the package.
    pub name: &'x str,
    /// Its elements.
    pub part: Part<'x>,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
    /// Its tags.
    pub tags: Vec<Tag>,
    /// Their numbers by the paragraphs, in the order of the words.
    pub by_paragraph: Vec<Vec<usize>>,
    /// Its braces that do not close.
    pub unclosed: Vec<Unclosed>,
}

/// Tags beyond which a part is no document's.
const MOST_TAGS: usize = 100_000;

impl<'x> Story<'x> {
    /// Reads a part.
    ///
    /// # Errors
    /// `xml`, `elements`.
    pub fn read(name: &'x str, xml: &'x str) -> Result<Self, Unusable> {
        let part = Part::read(name, xml)?;
        let paragraphs = paragraphs(&part);
        let (tags, unclosed) = tags(&paragraphs);
        if tags.len() > MOST_TAGS {
            return Err(Unusable::new("elements", name));
        }
        let by_paragraph = by_paragraph(&tags, paragraphs.len());
        Ok(Self { name, part, paragraphs, tags, by_paragraph, unclosed })
    }

    /// Whether anything in it may be said not at all, or several times.
    pub fn has_blocks(&self) -> bool {
        self.tags.iter().any(|tag| !matches!(tag.does, Does::Value | Does::Comment))
    }

    /// The numbers of the tags that stand in an element.
    pub fn tags_in(&self, element: usize) -> Range<usize> {
        let range = &self.part.elements[element].range;
        let before = |byte: usize| self.tags.partition_point(|tag| tag.start < byte);
        before(range.start)..before(range.end)
    }

    /// The numbers of the paragraphs that stand in an element.
    pub fn paragraphs_in(&self, element: usize) -> Range<usize> {
        let range = &self.part.elements[element].range;
        let start = |paragraph: &Paragraph| self.part.elements[paragraph.element].range.start;
        let before = |byte: usize| self.paragraphs.partition_point(|paragraph| start(paragraph) < byte);
        before(range.start)..before(range.end)
    }
}
