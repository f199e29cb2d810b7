//! XML: how a part begins, and text in it.

use std::borrow::Cow;

/// What every part of a package begins with.
pub const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
/// The namespace of `WordprocessingML`, as an attribute.
pub const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// Appends text with the five signs escaped; what XML forbids becomes U+FFFD (it is refused long before).
pub fn push(xml: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = find(rest, may_be_special, is_special) {
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

/// Where a character of a kind stands first. Few bytes begin one, and hanzi none: long text is gone over with hardly any
/// of it decoded.
fn find(text: &str, may_begin: impl Fn(u8) -> bool, is: impl Fn(char) -> bool) -> Option<usize> {
    const HANZI: std::ops::RangeInclusive<u8> = 0xE3..=0xEE;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            byte if HANZI.contains(byte) => 3,
            byte if may_begin(*byte) => {
                let character = text[at..].chars().next()?;
                if is(character) {
                    return Some(at);
                }
                character.len_utf8()
            }
            _ => 1,
        };
    }
    None
}

fn is_special(c: char) -> bool {
    matches!(c, '&' | '<' | '>' | '"' | '\'' | '\u{FFFE}' | '\u{FFFF}') || c.is_control()
}

/// The first byte of any special character, none of which begins as hanzi do: C2 begins the controls beyond ASCII, EF the noncharacters.
fn may_be_special(byte: u8) -> bool {
    byte < b' ' || matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'' | 0x7F | 0xC2 | 0xEF)
}

/// Text, escaped.
pub fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    push(&mut xml, text);
    xml
}

/// A part whose words stand in no sections of characters (CDATA), which few programs write, but as all others do.
pub fn without_sections(part: &str) -> Cow<'_, str> {
    const BEGINS: &str = "<![CDATA[";
    const ENDS: &str = "]]>";
    let (mut plain, mut rest) = (String::new(), part);
    while let Some((before, section)) = rest.split_once(BEGINS) {
        let Some((words, behind)) = section.split_once(ENDS) else { break };
        plain.push_str(before);
        push(&mut plain, words);
        rest = behind;
    }
    if plain.is_empty() {
        return part.into();
    }
    plain.push_str(rest);
    plain.into()
}

/// A part with more at the end of its root, which may be written as empty.
pub fn with_last(part: &str, more: &str) -> String {
    if let Some(at) = part.rfind("</") {
        return [&part[..at], more, &part[at..]].concat();
    }
    let Some(end) = part.rfind("/>") else { return part.to_owned() };
    let start = part[..end].rfind('<').map_or(0, |start| start + 1);
    let name = part[start..end].split(|c: char| c.is_ascii_whitespace()).next().unwrap_or_default();
    [&part[..end], ">", more, "</", name, ">", &part[end + 2..]].concat()
}

/// Whether a text has a character that the Latin face would take for itself.
pub fn has_ambiguous(text: &str) -> bool {
    find(text, |byte| matches!(byte, 0xC2 | 0xC3 | 0xE2), is_ambiguous).is_some()
}

/// Whether East Asian and Latin faces both hold the character, so that a program takes the Latin one unless the run
/// says otherwise (ECMA-376-1, 17.3.2.26): quotes, dashes, dots and signs such as × and №.
fn is_ambiguous(c: char) -> bool {
    matches!(c, '\u{A1}' | '\u{A4}' | '\u{A7}' | '\u{A8}' | '\u{AA}' | '\u{AD}' | '\u{AF}'..='\u{B4}' | '\u{B6}'..='\u{BA}'
        | '\u{BC}'..='\u{BF}' | '\u{D7}' | '\u{F7}' | '\u{2010}'..='\u{2BFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_found_that_is_looked_for() {
        for c in '\0'..=char::MAX {
            let text = format!("云a{c}");
            assert_eq!(find(&text, may_be_special, is_special), is_special(c).then_some(4), "{c:?}");
            assert_eq!(has_ambiguous(&text), is_ambiguous(c), "{c:?}");
        }
    }

    #[test]
    fn more_goes_into_a_root_that_is_written_as_empty() {
        assert_eq!(with_last("<a><b/></a>\n", "<c/>"), "<a><b/><c/></a>\n");
        assert_eq!(
            with_last("<?xml version='1.0'?><w:a b='/>'/>", "<c/>"),
            "<?xml version='1.0'?><w:a b='/>'><c/></w:a>"
        );
        assert_eq!(with_last("", "<c/>"), "");
    }

    #[test]
    fn sections_of_characters_are_words_like_others() {
        assert_eq!(without_sections("<a><![CDATA[1<2]]>3<![CDATA[&]]></a>"), "<a>1&lt;23&amp;</a>");
        for as_it_is in ["<a>1</a>", "<a><![CDATA[1</a>"] {
            assert_eq!(without_sections(as_it_is), as_it_is);
        }
    }

    #[test]
    fn signs_are_escaped_between_plain_text() {
        assert_eq!(escaped("云<溪>&\"'\t镇\u{1}"), "云&lt;溪&gt;&amp;&quot;&apos; 镇\u{FFFD}");
    }
}
