//! The words of a document, a paragraph each.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::links::document;
use crate::package::package;
use crate::stories::part_text;
use crate::transitional;
use crate::unusable::Unusable;

/// The paragraphs of a Word document that say something, out of a package's bytes.
///
/// # Errors
/// [`Unusable`] for what is no Word document.
pub fn of_document(bytes: &[u8]) -> Result<Vec<String>, Unusable> {
    let parts = package(bytes)?;
    let name = document(&parts)?;
    let xml = part_text(&parts, &name)?;
    let rewritten = transitional::part(xml);
    paragraphs(rewritten.as_deref().unwrap_or(xml)).ok_or_else(|| Unusable::new("xml", name))
}

/// The paragraphs of a document part that say something; `None` where it is no XML.
fn paragraphs(xml: &str) -> Option<Vec<String>> {
    let mut reader = Reader::from_str(xml);
    let (mut paragraphs, mut paragraph, mut is_text) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if start.name().as_ref() == "w:t" => is_text = true,
            Event::End(end) if end.name().as_ref() == "w:t" => is_text = false,
            Event::End(end) if end.name().as_ref() == "w:p" && !paragraph.is_empty() => {
                paragraphs.push(std::mem::take(&mut paragraph));
            }
            Event::Text(text) if is_text => paragraph.push_str(&text),
            Event::GeneralRef(entity) if is_text => {
                if let Ok(Some(c)) = entity.resolve_char_ref() {
                    paragraph.push(c);
                } else {
                    paragraph.push_str(quick_xml::escape::resolve_predefined_entity(&entity)?);
                }
            }
            Event::Eof => return Some(paragraphs),
            _ => {}
        }
    }
}
