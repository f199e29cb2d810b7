//! How many lines words take: broken where programs break Chinese text, with the widths that letters have.

use crate::width::{Widths, is_spaced};

/// What may not begin a line, and what may not end one, as Word and LibreOffice have it for Chinese text.
const NEVER_FIRST: &str =
    "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｜｝～￠";
const NEVER_LAST: &str = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥";

/// Words in lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrapped {
    /// How many there are: one at least.
    pub lines: u32,
    /// How wide the last one is, in English metric units.
    pub last: i64,
}

/// The lines of words that stand in a `room`, the first of them so much further in; widths in English metric units. Marks stay
/// inside of the room.
pub fn wrapped(words: &str, widths: Widths, room: i64, indent: i64) -> Wrapped {
    let mut wrap = Wrap::new(widths, room, indent);
    words.chars().for_each(|c| wrap.add(c));
    wrap.done()
}

/// Lines that are being filled.
pub struct Wrap {
    widths: Widths,
    room: i64,
    lines: u32,
    x: i64,
    last: Option<char>,
    /// Where the line may end that is being filled: what stands behind that place begins here.
    end: Option<i64>,
}

impl Wrap {
    /// Nothing yet, so much further in than the room.
    pub fn new(widths: Widths, room: i64, indent: i64) -> Self {
        Self { widths, room, lines: 1, x: indent, last: None, end: None }
    }

    /// One character more.
    pub fn add(&mut self, c: char) {
        let seam = self.widths.seam(self.last, c);
        if self.last.is_some_and(|last| may_part(last, c)) {
            self.end = Some(self.x + seam);
        }
        let advance = self.widths.printed(c);
        self.x += seam;
        if self.x + advance > self.room && c != ' ' && self.last.is_some() {
            self.lines += 1;
            self.x -= self.end.take().unwrap_or(self.x);
        }
        self.x += advance;
        self.last = Some(c);
    }

    /// The lines so far.
    pub fn done(&self) -> Wrapped {
        Wrapped { lines: self.lines, last: self.x }
    }
}

fn may_part(last: char, next: char) -> bool {
    if last.is_ascii() && next.is_ascii() {
        let is_joint = matches!(last, '-' | '/') && next.is_ascii_alphanumeric();
        return next != ' ' && (last == ' ' || is_joint);
    }
    next != ' ' && !NEVER_FIRST.contains(next) && !NEVER_LAST.contains(last)
}

impl Widths {
    /// The space between two characters that meet.
    fn seam(self, last: Option<char>, next: char) -> i64 {
        if last.is_some_and(|last| is_spaced(last, next)) { self.latin_space } else { 0 }
    }

    /// What a character takes of a line, with the widths that Latin letters have in Times.
    fn printed(self, c: char) -> i64 {
        let place = u32::from(c).checked_sub(u32::from(' ')).and_then(|place| usize::try_from(place).ok());
        match place.and_then(|place| THOUSANDTHS.get(place)) {
            Some(width) => self.size * i64::from(*width) / 1000 + self.tracking,
            None => self.size + self.tracking,
        }
    }
}

/// How wide the characters from the space on are in Times, in thousandths of their size.
const THOUSANDTHS: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
    389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
    500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
    278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

#[cfg(test)]
mod tests {
    use crate::width::TEST;

    use super::*;

    /// In lines of ten characters.
    fn lines(words: &str, indent: i64) -> (u32, i64) {
        let wrapped = wrapped(words, TEST, 1000, indent);
        (wrapped.lines, wrapped.last)
    }

    #[test]
    fn a_line_holds_what_its_room_has_place_for() {
        assert_eq!(lines("", 200), (1, 200));
        assert_eq!(lines("各单位按照工作部署", 0), (1, 900));
        assert_eq!(lines("各单位按照工作部署", 200), (2, 100));
        assert_eq!(lines(&"各".repeat(30), 0), (3, 1000));
    }

    #[test]
    fn marks_and_numbers_go_to_the_next_line_with_what_they_belong_to() {
        assert_eq!(lines("各单位按照工作部署各。", 0), (2, 200), "no line begins with a mark");
        assert_eq!(lines("各单位按照工作部署“各”", 0), (2, 300), "none ends with what opens");
        assert_eq!(lines("各单位按照工作部12345次", 0), (2, 250 + 25 + 100), "no number is parted");
        assert_eq!(lines("the report of Yunxi Town", 0), (2, 61 + 50 + 72 + 50), "no word is");
    }
}
