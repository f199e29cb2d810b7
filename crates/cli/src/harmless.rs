//! What a terminal is told. Names, texts and paths are strangers', and a terminal does what control characters say: of those none
//! goes through, but for the colours that the program itself prints. What stands in their place, `\u001b`, is the same character to
//! who reads JSON or TOML.

use std::borrow::Cow;
use std::fmt::Write;

/// A text as it may be told; colours are let through where there are any.
pub fn harmless(text: &str, coloured: bool) -> Cow<'_, str> {
    if text.bytes().all(is_plain) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let colour = if coloured { colour(rest) } else { 0 };
        let taken = colour.max(c.len_utf8());
        if colour > 0 || !is_refused(c) {
            shown.push_str(&rest[..taken]);
        } else {
            let _ = write!(shown, "\\u{:04x}", u32::from(c));
        }
        rest = &rest[taken..];
    }
    shown.into()
}

/// Whether a byte is no part of any character that is refused; most texts have none else.
fn is_plain(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\t' | b' '..=b'~' | 0x80..=0xC1 | 0xC3..=0xD7 | 0xD9..=0xE1 | 0xE3..=0xFF)
}

/// Controls, and marks that turn the direction of what is read.
fn is_refused(c: char) -> bool {
    let turns =
        matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && !matches!(c, '\n' | '\t'))
}

/// How long the colour is that a text begins with; 0 for anything else that an escape may begin.
fn colour(text: &str) -> usize {
    let Some(rest) = text.strip_prefix("\u{1b}[") else { return 0 };
    let Some(end) = rest.find(|c: char| !c.is_ascii_digit() && c != ';') else { return 0 };
    // Bold, dim, italic, underlined and their ends, and colours of letters; nothing that hides them.
    let is_harmless =
        |number: &str| matches!(number.parse::<u8>().unwrap_or(0), 0..=4 | 22..=24 | 30..=37 | 39 | 90..=97);
    if rest[end..].starts_with('m') && rest[..end].split(';').all(is_harmless) { 2 + end + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_told_no_control() {
        for (text, plain) in [
            ("云溪镇：“5”次\n\ta", "云溪镇：“5”次\n\ta"),
            ("a\u{1b}[31mb\u{1b}]0;c\u{7}", "a\\u001b[31mb\\u001b]0;c\\u0007"),
            ("云\u{202e}溪\0\r\u{9b}2J", "云\\u202e溪\\u0000\\u000d\\u009b2J"),
        ] {
            assert_eq!(harmless(text, false), plain);
        }
        assert_eq!(
            harmless("\u{1b}[1m\u{1b}[91ma\u{1b}[0m\u{1b}[8mb", true),
            "\u{1b}[1m\u{1b}[91ma\u{1b}[0m\\u001b[8mb"
        );
        assert_eq!(harmless("\u{1b}[38;5;1ma\u{1b}[", true), "\\u001b[38;5;1ma\\u001b[");
    }
}
