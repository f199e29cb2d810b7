//! How wide a text comes out, in English metric units: ASCII takes half a character, all else a whole one.

use huibian_document::{Length, style::Text};

/// What characters of one size add to a line.
#[derive(Clone, Copy)]
pub struct Widths {
    pub(crate) size: i64,
    pub(crate) tracking: i64,
    pub(crate) latin_space: i64,
}

impl Widths {
    /// For type of `size` with the tracking and spaces of `text`.
    pub fn new(size: Length, text: &Text) -> Self {
        let latin_space = size.times(text.latin_space_hundredths, 100).emu();
        Self { size: size.emu(), tracking: text.tracking.emu(), latin_space }
    }

    /// The width of one line.
    pub fn of(self, text: &str) -> i64 {
        let mut last = None;
        text.chars().map(|c| self.advance(last.replace(c), c)).sum()
    }

    /// What `c` adds to a line that ends with `last`.
    pub fn advance(self, last: Option<char>, c: char) -> i64 {
        let own = self.tracking + if c.is_ascii() { self.size / 2 } else { self.size };
        if last.is_some_and(|last| is_spaced(last, c)) { own + self.latin_space } else { own }
    }

    /// A width in hundredths of a character, tracking aside.
    pub fn hundredths(self, width: i64) -> i64 {
        width * 100 / self.size.max(1)
    }
}

/// Whether a line has some space between two characters: a hanzi, and a letter or digit that is none.
pub fn is_spaced(before: char, after: char) -> bool {
    (is_latin(before) && is_hanzi(after)) || (is_latin(after) && is_hanzi(before))
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// A hanzi of the first and largest block, which needs no looking up.
pub fn is_common_hanzi(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FA5}')
}

fn is_hanzi(c: char) -> bool {
    is_common_hanzi(c) || (!c.is_ascii() && c.is_alphabetic())
}

/// Widths in hundredths of a character.
#[cfg(test)]
pub const TEST: Widths = Widths { size: 100, tracking: 0, latin_space: 25 };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_half_as_wide_and_stand_off() {
        assert_eq!(TEST.of("云溪镇"), 300);
        assert_eq!(TEST.of("2023年7月5日"), 725);
        assert_eq!(TEST.of("（5）"), 250);
        assert_eq!(Widths { tracking: -2, ..TEST }.of("2023年7月5日"), 725 - 18);
    }
}
