//! The elements of a part with where they stand, so that what is taken is taken as it is written.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};

use crate::unusable::Unusable;
use crate::xml::escaped;

/// Elements inside each other beyond which a part is no document's.
const DEEPEST: usize = 200;
/// Elements beyond which a part is no document's: a hundred pages have some hundred thousand.
const MOST: usize = 1_000_000;
/// Attributes beyond which an element is no document's: those that have the most are roots, which declare some forty prefixes. Who
/// parses a part holds each of an element's against all others.
const MOST_ATTRIBUTES: usize = 300;
/// Bytes of an opening tag beyond which it is no document's: what Word keeps in an attribute of a shape (`o:gfxdata`) is less. Each
/// reader of a part makes a copy of it.
const LONGEST: usize = 4 << 20;
/// Bytes of an opening tag below which it has few attributes.
const SHORT: usize = 500;

/// An element.
pub struct Element<'x> {
    /// How many elements it is in.
    pub depth: usize,
    /// The opening tag.
    pub tag: BytesStart<'x>,
    /// Its bytes, content included.
    pub range: Range<usize>,
    /// Its content.
    pub inner: Range<usize>,
}

/// That a part cannot be taken. What a reader says of it is in one language alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// It is no sound XML.
    Unsound,
    /// It declares a type of document, with what that may draw on or repeat.
    Declared,
    /// It has more elements or attributes, longer ones, or more of them in each other, than a document has.
    TooMuch,
}

impl Broken {
    /// The same of a part, by its name.
    pub fn of(self, part: &str) -> Unusable {
        let reason = match self {
            Self::Unsound => "xml",
            Self::Declared => "doctype",
            Self::TooMuch => "elements",
        };
        Unusable::new(reason, part)
    }
}

impl Element<'_> {
    /// Its name, prefix included.
    pub fn name(&self) -> String {
        self.tag.name().as_ref().to_owned()
    }

    /// Its name without prefix.
    pub fn local_name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    /// An attribute by its name without prefix.
    pub fn local_attribute(&self, name: &str) -> Option<String> {
        value(&attributes(&self.tag).find(|found| found.key.local_name().as_ref() == name)?)
    }

    /// An attribute by its name, prefix included.
    pub fn attribute(&self, name: &str) -> Option<String> {
        attribute(&self.tag, name)
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    value(&attributes(tag).find(|found| found.key.as_ref() == name)?)
}

/// The attributes of an element, each once gone over: that no two have one name is seen to by [`are_sound`].
pub fn attributes<'t>(tag: &'t BytesStart<'_>) -> impl Iterator<Item = Attribute<'t>> {
    let mut attributes = tag.attributes();
    attributes.with_checks(false);
    attributes.flatten()
}

/// Whether an element's attributes are written as they should be, and no two have one name.
fn are_sound(tag: &BytesStart<'_>) -> bool {
    // Few are held against each other sooner than they are kept.
    if tag.len() < SHORT {
        return tag.attributes().all(|found| found.is_ok());
    }
    let mut names = HashSet::new();
    tag.attributes().with_checks(false).all(|found| found.is_ok_and(|found| names.insert(found.key)))
}

/// What an attribute says; nothing where it refers to what is not there.
pub fn value(attribute: &Attribute<'_>) -> Option<String> {
    let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok()?;
    Some(value.into_owned())
}

/// Every element of a whole part that goes into a document as it stands.
pub fn read_part(xml: &str) -> Result<Vec<Element<'_>>, Broken> {
    let elements = read(xml)?;
    well_formed(xml)?;
    Ok(elements)
}

/// Holds a part against XML 1.0 and its namespaces. The reader of events lets much pass that a program which
/// opens the document does not: attributes that touch, words outside the root, prefixes that nothing declares.
pub fn well_formed(xml: &str) -> Result<(), Broken> {
    // The parser passes over numbers that are no character's; in remarks and such they are none.
    let mut numbers =
        xml.match_indices("&#").filter_map(|(at, sign)| xml[at + sign.len()..].split(';').next());
    let is_character = |number: &str| {
        let found = match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        found.is_ok_and(|code| char::from_u32(code).is_some())
    };
    if !xml.contains("<!") && !numbers.all(is_character) {
        return Err(Broken::Unsound);
    }
    roxmltree::Document::parse(xml).map(|_| ()).map_err(|_| Broken::Unsound)
}

/// Every element, in the order in which they open.
pub fn read(xml: &str) -> Result<Vec<Element<'_>>, Broken> {
    let mut reader = Reader::from_str(xml);
    let (mut elements, mut open): (Vec<Element<'_>>, Vec<usize>) = (Vec::new(), Vec::new());
    loop {
        if elements.len() > MOST {
            return Err(Broken::TooMuch);
        }
        let start = position(&reader);
        match reader.read_event().map_err(|_| Broken::Unsound)? {
            Event::Start(tag) | Event::Empty(tag) if is_too_much(&tag) => return Err(Broken::TooMuch),
            Event::Start(tag) | Event::Empty(tag) if !are_sound(&tag) => return Err(Broken::Unsound),
            Event::Start(tag) => {
                let inner = position(&reader);
                elements.push(Element { depth: open.len(), tag, range: start..start, inner: inner..inner });
                open.push(elements.len() - 1);
                if open.len() > DEEPEST {
                    return Err(Broken::TooMuch);
                }
            }
            Event::Empty(tag) => {
                let end = position(&reader);
                elements.push(Element { depth: open.len(), tag, range: start..end, inner: end..end });
            }
            Event::End(_) => {
                let Some(index) = open.pop() else { return Err(Broken::Unsound) };
                elements[index].range.end = position(&reader);
                elements[index].inner.end = start;
            }
            Event::Eof if open.is_empty() => return Ok(elements),
            Event::DocType(_) => return Err(Broken::Declared),
            Event::Eof => return Err(Broken::Unsound),
            _ => {}
        }
    }
}

/// Whether an element has more attributes, or longer ones, than any of a document.
pub fn is_too_much(tag: &BytesStart<'_>) -> bool {
    // The shortest is a space, a letter and `=""`.
    let may_have_many = tag.len() > MOST_ATTRIBUTES * 5;
    tag.len() > LONGEST || may_have_many && tag.attributes().with_checks(false).count() > MOST_ATTRIBUTES
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// The words inside an element, spelled out.
pub fn text(inner: &str) -> String {
    let mut reader = Reader::from_str(inner);
    let mut words = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Text(text)) => words += &text.xml10_content(),
            Ok(Event::CData(text)) => words += &text.xml10_content(),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(character)) => words.push(character),
                _ => words += predefined(&reference.xml10_content()),
            },
            Ok(Event::Eof) | Err(_) => return words,
            Ok(_) => {}
        }
    }
}

fn predefined(name: &str) -> &'static str {
    quick_xml::escape::resolve_predefined_entity(name).unwrap_or_default()
}

/// Whether a part has a switch, and that is on.
pub fn switch(xml: &str, name: &str) -> Result<bool, Unusable> {
    let elements = read(xml).map_err(|broken| broken.of("settings.xml"))?;
    let found = elements.iter().find(|element| element.name() == name);
    Ok(found.is_some_and(|element| is_on(element)))
}

/// Whether a switch is on.
pub fn is_on(element: &Element<'_>) -> bool {
    let value = element.attribute("w:val");
    value.is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off"))
}

/// A part in which styles have other ids.
pub fn renamed(xml: &str, ids: &BTreeMap<String, String>) -> String {
    const NAMES: [&str; 8] = [
        "w:basedOn",
        "w:next",
        "w:link",
        "w:pStyle",
        "w:rStyle",
        "w:tblStyle",
        "w:styleLink",
        "w:numStyleLink",
    ];
    let Ok(elements) = read(xml) else { return xml.to_owned() };
    let (mut written, mut at) = (String::with_capacity(xml.len()), 0);
    for element in &elements {
        let name = element.name();
        let key = match name.as_str() {
            "w:style" => "w:styleId",
            name if NAMES.contains(&name) => "w:val",
            _ => continue,
        };
        let Some(id) = element.attribute(key).and_then(|id| ids.get(&id)) else { continue };
        let is_empty = element.inner.is_empty() && element.inner.end == element.range.end;
        let tag_end = if is_empty { element.range.end } else { element.inner.start };
        written.push_str(&xml[at..element.range.start]);
        let _ = write!(written, "<{name}");
        for found in attributes(&element.tag) {
            let kept = value(&found).unwrap_or_default();
            let value = if found.key.as_ref() == key { id } else { &kept };
            let _ = write!(written, r#" {}="{}""#, found.key.as_ref(), escaped(value));
        }
        written.push_str(if is_empty { "/>" } else { ">" });
        at = tag_end;
    }
    written + &xml[at..]
}

#[cfg(test)]
mod tests {
    use super::{read, read_part};

    #[test]
    fn a_part_that_no_word_processor_opens_is_broken_though_its_tags_match() {
        assert!(
            read_part("<?xml version='1.0'?><a xmlns:b='urn:b'><b:c d='1' e='&amp;'>甲</b:c></a>").is_ok()
        );
        for xml in [
            "<a b='1'c='2'/>",
            "甲<a/>",
            "<a/>甲",
            "<a/><a/>",
            "<a b='<'/>",
            "<a>\u{1}</a>",
            "<a>&nothing;</a>",
            "<a>&#x110000;</a>",
            "<a>&#xD800;</a>",
            "<b:a/>",
            "<a b:c='1'/>",
            "<a><!-- -- --></a>",
        ] {
            assert!(read(xml).is_ok(), "{xml}");
            assert!(read_part(xml).is_err(), "{xml}");
        }
    }
}
