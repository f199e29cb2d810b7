//! Which characters a text may hold. The rule is the same for what units fill in, what plugins answer, what a workspace
//! words and what templates say: documents are written in formats that know no controls, and templates keep the
//! noncharacters as marks for themselves.

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
    text.chars().find(|c| !is_allowed(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

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
