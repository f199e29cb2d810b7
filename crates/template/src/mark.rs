//! Marks that travel through Markdown as text: Unicode noncharacters, which are for use inside a program and which
//! CommonMark takes for neither space nor punctuation: those of [`MARKS`](huibian_contract::text::MARKS). Data that holds
//! one is refused where it is read.

use huibian_contract::{Aspect, Basis, CountKey};

/// Before a count's key.
pub const COUNT: char = '\u{FDD0}';
/// Before a slot's name.
pub const SLOT: char = '\u{FDD1}';
/// After a key or name.
pub const END: char = '\u{FDD2}';
/// Before the number of a value that goes here.
pub const DATA: char = '\u{FDD3}';
/// Strong text begins or ends.
pub const STRONG: char = '\u{FDD4}';
/// The list that follows is an enumeration in one sentence.
pub const ENUMERATION: char = '\u{FDD5}';
/// The enumeration ends; what follows joins its paragraph.
pub const ENUMERATION_END: char = '\u{FDD6}';
/// Where `{{contents}}` stands, until the slot around puts its own mark there.
pub const CONTENTS: char = '\u{FDD7}';
/// Before the key of a count that is printed in Chinese numerals.
pub const HANZI: char = '\u{FDD8}';
/// Before what is said of a count and earlier periods, and its key.
pub const PAST: char = '\u{FDDA}';
/// Before the number of a footnote that is said here.
pub const NOTE: char = '\u{FDDB}';
/// Before the hole of what stands on a line of its own and is no words.
pub const PLACED: char = '\u{FDDE}';
/// Before the number of a constant piece of a Word file.
pub const PIECE: char = '\u{FDDC}';
/// After a partial that stands alone on its line: keeps Handlebars from taking the line's end away with the tag.
pub const LINE_END: char = '\u{FDD9}';

/// What stands before a change's period.
const CHANGE: &str = "change-";

/// The mark of a count in another period, or of how it differs from an earlier one.
pub fn compared(aspect: Aspect, basis: Basis, key: &str) -> String {
    let prefix = if aspect == Aspect::Change { CHANGE } else { "" };
    format!("{PAST}{prefix}{basis}@{key}{END}")
}

/// Reads what stands in such a mark.
pub fn read_compared(text: &str) -> Option<(Basis, Aspect, CountKey)> {
    let (name, key) = text.split_once('@')?;
    let (aspect, basis) = match name.strip_prefix(CHANGE) {
        Some(basis) => (Aspect::Change, basis),
        None => (Aspect::Value, name),
    };
    Some((Basis::named(basis, Basis::OTHERS)?, aspect, key.parse().ok()?))
}

/// Where `**` begins or ends strong text: everywhere but in a line of asterisks alone, with which a page ends.
pub fn strong(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let ends_page = words.len() > 2 && words.bytes().all(|byte| byte == b'*');
        if !ends_page {
            found.extend(line.match_indices("**").map(|(at, _)| start + at));
        }
        start += line.len();
    }
    found
}
