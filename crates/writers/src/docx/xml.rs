//! Text in XML.

/// Appends text with the five signs escaped; what XML forbids becomes U+FFFD (it is refused long before).
pub fn push(xml: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
        let (plain, special) = rest.split_at(at);
        xml.push_str(plain);
        let mut characters = special.chars();
        match characters.next() {
            Some('&') => xml.push_str("&amp;"),
            Some('<') => xml.push_str("&lt;"),
            Some('>') => xml.push_str("&gt;"),
            Some('"') => xml.push_str("&quot;"),
            Some('\'') => xml.push_str("&apos;"),
            Some('\t' | '\n') => xml.push(' '),
            _ => xml.push('\u{FFFD}'),
        }
        rest = characters.as_str();
    }
    xml.push_str(rest);
}

fn is_special(c: char) -> bool {
    matches!(c, '&' | '<' | '>' | '"' | '\'' | '\u{FFFE}' | '\u{FFFF}') || c.is_control()
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
