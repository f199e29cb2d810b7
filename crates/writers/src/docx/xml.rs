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
