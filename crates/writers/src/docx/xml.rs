//! Text in XML.

/// Appends text with the five signs escaped; what XML forbids becomes U+FFFD (it is refused long before).
pub fn push(xml: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\'' => xml.push_str("&apos;"),
            '\t' | '\n' => xml.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => xml.push('\u{FFFD}'),
            c => xml.push(c),
        }
    }
}

/// Text, escaped.
pub fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    push(&mut xml, text);
    xml
}

/// Whether East Asian and Latin faces both hold the character, so that a program takes the Latin one unless the run
/// says otherwise (ECMA-376-1, 17.3.2.26): quotes, dashes, dots and signs such as × and №.
pub fn is_ambiguous(c: char) -> bool {
    matches!(c, '\u{A1}' | '\u{A4}' | '\u{A7}' | '\u{A8}' | '\u{AA}' | '\u{AD}' | '\u{AF}'..='\u{B4}' | '\u{B6}'..='\u{BA}'
        | '\u{BC}'..='\u{BF}' | '\u{D7}' | '\u{F7}' | '\u{2010}'..='\u{2BFF}')
}
