//! A part's XML as a tree of elements with the bytes that they stand at, whatever prefix they are written with. What is changed
//! is changed at its bytes, so that all else stays as it was written.

use std::ops::Range;

use huibian_docx::{Unusable, attributes, is_too_much};
use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

/// Elements inside each other beyond which a part is no document's.
const DEEPEST: usize = 200;
/// Elements beyond which a part is no document's.
const MOST: usize = 1_000_000;

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// An element.
pub struct Element<'x> {
    /// The element around it.
    pub parent: Option<usize>,
    /// Its name without prefix; empty for one of another vocabulary than `WordprocessingML`.
    pub name: &'x str,
    /// Its name without prefix, of whichever vocabulary.
    pub local: &'x str,
    /// Its bytes, content included.
    pub range: Range<usize>,
    /// Its content; nothing, at its end, where it is written as empty.
    pub inner: Range<usize>,
    /// The elements right inside it.
    pub children: Vec<usize>,
}

/// A part, read.
pub struct Part<'x> {
    /// Its text.
    pub xml: &'x str,
    /// Its elements, in the order in which they open.
    pub elements: Vec<Element<'x>>,
    /// What elements of `WordprocessingML` are written with: `w:`.
    pub prefix: String,
}

impl<'x> Part<'x> {
    /// Reads a part; `name` is for its faults.
    ///
    /// # Errors
    /// `xml` for what is no XML, `doctype` for what declares a type of document, `elements` for more of it than a document has.
    pub fn read(name: &str, xml: &'x str) -> Result<Self, Unusable> {
        Self::read_within(name, xml, MOST)
    }

    /// Reads what was put together out of a part that was read; how long it may be is said elsewhere.
    ///
    /// # Errors
    /// `xml` for what is no XML.
    pub fn read_made(xml: &'x str) -> Result<Self, Unusable> {
        Self::read_within("", xml, usize::MAX)
    }

    fn read_within(name: &str, xml: &'x str, most: usize) -> Result<Self, Unusable> {
        let broken = || Unusable::new("xml", name);
        let too_much = || Unusable::new("elements", name);
        let mut reader = NsReader::from_str(xml);
        let (mut elements, mut open): (Vec<Element<'x>>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut prefix: Option<String> = None;
        loop {
            let start = position(&reader);
            let (resolved, event) = reader.read_resolved_event().map_err(|_| broken())?;
            let is_word =
                matches!(resolved, ResolveResult::Bound(found) if matches!(found.0, TRANSITIONAL | STRICT));
            if let Event::Start(tag) | Event::Empty(tag) = &event
                && is_too_much(tag)
            {
                return Err(too_much());
            }
            match event {
                Event::Start(tag) => {
                    note_prefix(&mut prefix, is_word, &tag);
                    let at = position(&reader);
                    let element = element(xml, start, at, is_word, open.last().copied());
                    push(&mut elements, element);
                    open.push(elements.len() - 1);
                }
                Event::Empty(tag) => {
                    note_prefix(&mut prefix, is_word, &tag);
                    let at = position(&reader);
                    let mut element = element(xml, start, at, is_word, open.last().copied());
                    element.range.end = at;
                    push(&mut elements, element);
                }
                Event::End(_) => {
                    let Some(index) = open.pop() else { return Err(broken()) };
                    elements[index].range.end = position(&reader);
                    elements[index].inner.end = start;
                }
                Event::Eof if open.is_empty() => break,
                Event::DocType(_) => return Err(Unusable::new("doctype", name)),
                Event::Eof => return Err(broken()),
                _ => {}
            }
            if elements.len() > most || open.len() > DEEPEST {
                return Err(too_much());
            }
        }
        let prefix = prefix.ok_or_else(broken)?;
        Ok(Self { xml, elements, prefix })
    }

    /// An element's own text, tags included.
    pub fn text(&self, index: usize) -> &'x str {
        &self.xml[self.elements[index].range.clone()]
    }

    /// The elements around one, the nearest first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.elements[index].parent, |at| self.elements[*at].parent)
    }

    /// An element right inside another, by its name.
    pub fn child(&self, index: usize, name: &str) -> Option<usize> {
        let children = &self.elements[index].children;
        // Properties come first: a paragraph that has none is not gone through for them.
        let is_first = matches!((self.elements[index].name, name), ("p", "pPr") | ("r", "rPr"));
        let looked_at = if is_first { 1 } else { children.len() };
        children.iter().take(looked_at).copied().find(|child| self.elements[*child].name == name)
    }

    /// All elements inside one, in order.
    pub fn inside(&self, index: usize) -> impl Iterator<Item = usize> {
        let end = self.elements[index].range.end;
        (index + 1..self.elements.len()).take_while(move |at| self.elements[*at].range.start < end)
    }

    /// An attribute of an element by its name without prefix.
    pub fn attribute(&self, index: usize, name: &str) -> Option<String> {
        let element = &self.elements[index];
        let end =
            if element.inner.start == element.range.end { element.range.end } else { element.inner.start };
        let tag = self.xml.get(element.range.start + 1..end)?.trim_end_matches(['>', '/']);
        let length = tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len());
        let tag = BytesStart::from_content(tag, length);
        let found = attributes(&tag).find(|found| found.key.local_name().as_ref() == name)?;
        let value = found.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// The attribute `val` of an element right inside another.
    pub fn value(&self, index: usize, name: &str) -> Option<String> {
        self.attribute(self.child(index, name)?, "val")
    }

    /// Where an attribute goes into an element's tag: right behind its name.
    pub fn behind_name(&self, index: usize) -> usize {
        let start = self.elements[index].range.start + 1;
        let rest = &self.xml[start..];
        start + rest.find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').unwrap_or(rest.len())
    }
}

fn push<'x>(elements: &mut Vec<Element<'x>>, element: Element<'x>) {
    let index = elements.len();
    if let Some(parent) = element.parent {
        elements[parent].children.push(index);
    }
    elements.push(element);
}

fn element(xml: &str, start: usize, at: usize, is_word: bool, parent: Option<usize>) -> Element<'_> {
    let rest = &xml[start + 1..at];
    let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/').unwrap_or(rest.len());
    let local = rest[..end].rsplit(':').next().unwrap_or_default();
    let name = if is_word { local } else { "" };
    Element { parent, name, local, range: start..start, inner: at..at, children: Vec::new() }
}

/// The first element of `WordprocessingML` says how the others are written.
fn note_prefix(prefix: &mut Option<String>, is_word: bool, tag: &BytesStart<'_>) {
    if is_word && prefix.is_none() {
        let written = tag.name().prefix().map(|prefix| format!("{}:", prefix.as_ref()));
        *prefix = Some(written.unwrap_or_default());
    }
}

fn position(reader: &NsReader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_known_by_their_vocabulary_and_not_by_their_prefix() {
        for (xml, prefix) in [
            (format!("<w:document xmlns:w='{TRANSITIONAL}'><w:p a='1' w:b='2'/></w:document>"), "w:"),
            (format!("<x:document xmlns:x='{STRICT}'><x:p a='1' x:b='2'/></x:document>"), "x:"),
            (format!("<document xmlns='{STRICT}' xmlns:w='{STRICT}'><p a='1' w:b='2'/></document>"), ""),
        ] {
            let part = Part::read("document.xml", &xml).unwrap();
            assert_eq!((part.elements[1].name, part.prefix.as_str()), ("p", prefix));
            assert_eq!(part.attribute(1, "b").as_deref(), Some("2"));
            assert_eq!(part.text(1).len(), part.elements[1].range.len());
        }
        assert!(Part::read("document.xml", "<w:p xmlns:w='other'/>").is_err());
        assert!(Part::read("document.xml", "<!DOCTYPE a><w:p/>").is_err());
    }

    /// A document of a long ledger has more elements than any file that is read.
    #[test]
    fn what_is_made_is_read_however_long_it_is() {
        let xml = format!("<w:document xmlns:w='{TRANSITIONAL}'>{}</w:document>", "<w:p/>".repeat(MOST));
        assert!(Part::read("document.xml", &xml).is_err());
        assert_eq!(Part::read_made(&xml).unwrap().elements.len(), MOST + 1);
    }
}
