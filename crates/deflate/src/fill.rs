//! Filling a form: known bits as they are, distances across holes, the holes' texts.

use crate::bits::Writer;
use crate::form::{Across, Form, Step};
use crate::symbol::FARTHEST;

/// What a package says of a text beside its deflated bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    /// The CRC-32 of the text (ISO-HDLC, as of zip and PNG).
    pub crc32: u32,
    /// The bytes of the text.
    pub length: usize,
}

impl Form {
    /// Appends the text with these texts in its holes, deflated, as one block that is the last.
    ///
    /// None, and nothing is appended, where there are not as many texts as holes.
    pub fn fill(&self, holes: &[&[u8]], out: &mut Vec<u8>) -> Option<Sum> {
        if holes.len() != self.holes() {
            return None;
        }
        let text = self.text(holes);
        // Bytes of holes before each stretch.
        let mut before = Vec::with_capacity(holes.len() + 1);
        let mut filled = 0;
        before.push(0);
        out.reserve(self.words.len() * 8 + self.steps.len() * 12 + text.len() - self.constants.bytes.len());
        let mut writer = Writer::new(out);
        for step in &self.steps {
            match step {
                Step::Known(words, rest) => {
                    writer.put_words(&self.words[words.clone()]);
                    writer.put(*rest);
                }
                Step::Across(across) => self.across(across, filled - before[across.holes], &mut writer),
                Step::Hole => {
                    let hole = holes[before.len() - 1];
                    self.literals(hole, &mut writer);
                    filled += hole.len();
                    before.push(filled);
                }
            }
        }
        writer.finish();
        Some(Sum { crc32: crc32fast::hash(&text), length: text.len() })
    }

    /// The text with these texts in its holes.
    fn text(&self, holes: &[&[u8]]) -> Vec<u8> {
        let bytes = &self.constants.bytes;
        let ends = &self.constants.ends;
        let length = bytes.len() + holes.iter().map(|hole| hole.len()).sum::<usize>();
        let mut text = Vec::with_capacity(length);
        let mut begin = 0;
        for (end, hole) in ends.iter().zip(holes) {
            text.extend_from_slice(&bytes[begin..*end]);
            text.extend_from_slice(hole);
            begin = *end;
        }
        text.extend_from_slice(&bytes[begin..]);
        text
    }

    /// A match across holes; its bytes themselves where the holes are so long that it reaches too far.
    #[inline]
    fn across(&self, across: &Across, between: usize, writer: &mut Writer) {
        let distance = across.apart + between;
        if distance > FARTHEST {
            return self.literals(&self.constants.bytes[across.bytes.clone()], writer);
        }
        writer.put(across.length.then(self.table.distance(distance)));
    }

    /// Bytes that stand for themselves.
    fn literals(&self, bytes: &[u8], writer: &mut Writer) {
        for byte in bytes {
            writer.put(self.table.literal(usize::from(*byte)));
        }
    }
}
