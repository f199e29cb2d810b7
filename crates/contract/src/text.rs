//! Which characters a text may hold. The rule is the same for what units fill in, what plugins answer, what a workspace
//! words and what templates say: documents are written in formats that know no controls, and templates keep the
//! noncharacters as marks for themselves.

use std::borrow::Cow;
use std::ops::RangeInclusive;

/// Unicode noncharacters that templates use as marks. Data that could hold one could be taken for a mark.
pub const MARKS: RangeInclusive<char> = '\u{FDD0}'..='\u{FDEF}';

/// Whether a text of any number of lines may hold the character: no control but a tab and the ends of lines, and no
/// noncharacter.
pub fn is_allowed(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t') || is_allowed_in_line(c)
}

/// Whether a text that is one line may hold the character: no control at all, and no noncharacter.
pub fn is_allowed_in_line(c: char) -> bool {
    !c.is_control() && !MARKS.contains(&c) && !matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// The first character that no text may hold.
pub fn refused(text: &str) -> Option<char> {
    // Of printable ASCII and of hanzi, which is all of most texts, there are no other bytes.
    // All are looked at, which a processor does for many at once.
    let is_other = |byte: u8| !matches!(byte, b' '..=b'~' | 0x80..=0xBF | 0xE3..=0xE9);
    if !text.bytes().fold(false, |found, byte| found | is_other(byte)) {
        return None;
    }
    text.chars().find(|c| !is_allowed(*c))
}

/// Whether the character takes no room and says nothing in a name, a head or a number: zero-width ones, marks of byte
/// order and of direction, soft hyphens.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
    )
}

/// A name as it is printed and compared: without characters that no one sees, without spaces at its ends and between
/// characters of which one is Chinese, and with single spaces between the others.
pub fn name(text: &str) -> Cow<'_, str> {
    let is_clean = |c: char| !is_invisible(c) && (c == ' ' || !c.is_whitespace());
    if !text.contains(' ') && text.chars().all(is_clean) {
        return Cow::Borrowed(text);
    }
    let mut name = String::with_capacity(text.len());
    let mut is_apart = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        if c.is_whitespace() {
            is_apart = !name.is_empty();
            continue;
        }
        let needs_space = |before: char| !is_hanzi(before) && !is_hanzi(c);
        if is_apart && name.chars().next_back().is_some_and(needs_space) {
            name.push(' ');
        }
        is_apart = false;
        name.push(c);
    }
    Cow::Owned(name)
}

/// Whether it is a Chinese character, or a sign as wide as one.
fn is_hanzi(c: char) -> bool {
    matches!(
        c,
        '\u{2E80}'..='\u{303F}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FF00}'..='\u{FFEF}'
            | '\u{20000}'..='\u{3FFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_is_seen_of_it() {
        for (text, seen) in [
            ("云溪镇", "云溪镇"),
            ("云溪镇\u{200B}", "云溪镇"),
            ("\u{FEFF}云\u{AD}溪镇\u{202C}", "云溪镇"),
            ("云 溪\u{3000}镇 ", "云溪镇"),
            ("云溪\u{A0}镇\n", "云溪镇"),
            (" North  Hill\u{A0}Town", "North Hill Town"),
            ("A 区", "A区"),
            ("Bắc  Đông", "Bắc Đông"),
            ("", ""),
        ] {
            assert_eq!(name(text), seen, "{text:?}");
        }
    }

    #[test]
    fn controls_and_noncharacters_are_refused_and_all_else_is_text() {
        for c in ['云', 'a', ' ', '\u{3000}', '😀', '\u{FEFF}', '\u{FFFD}', '\u{E000}'] {
            assert!(is_allowed(c) && is_allowed_in_line(c), "{c:?}");
        }
        for c in ['\n', '\r', '\t'] {
            assert!(is_allowed(c) && !is_allowed_in_line(c), "{c:?}");
        }
        for c in ['\0', '\u{7}', '\u{7F}', '\u{85}', '\u{FDD0}', '\u{FDEF}', '\u{FFFE}', '\u{FFFF}'] {
            assert!(!is_allowed(c) && !is_allowed_in_line(c), "{c:?}");
        }
        assert_eq!(refused("云溪镇\n\u{FDD1}"), Some('\u{FDD1}'));
    }
}
