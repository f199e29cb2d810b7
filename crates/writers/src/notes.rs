//! Footnotes gathered on the way, for formats that print them at the end.

use huibian_document::Inline;

/// The notes of a document in order; each is numbered from 1.
#[derive(Default)]
pub struct Notes<'d>(pub Vec<&'d [Inline]>);

impl<'d> Notes<'d> {
    /// Keeps a note and returns its number.
    pub fn keep(&mut self, content: &'d [Inline]) -> usize {
        self.0.push(content);
        self.0.len()
    }
}
