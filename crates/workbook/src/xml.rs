//! A part of XML, event by event. No element and no text is longer than a cell's may be, and the part must be whole.

use std::borrow::Cow;
use std::io::{self, BufRead, ErrorKind, Read};

use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::limits::{Unreadable, XML_RUN};
use crate::package::{Package, Part};

/// A part of XML.
pub(crate) struct Xml<'p, 'b> {
    reader: Reader<Runs<Part<'p, 'b>>>,
    buffer: Vec<u8>,
    depth: usize,
}

/// What comes next.
pub(crate) enum Next<'x> {
    /// An element opens.
    Open(BytesStart<'x>),
    /// An element closes.
    Close(BytesEnd<'x>),
    /// Text.
    Text(Cow<'x, str>),
    /// The end of the part.
    End,
}

impl<'p, 'b> Xml<'p, 'b> {
    /// Opens a part.
    pub fn open(package: &'p mut Package<'b>, name: &str) -> Result<Self, Unreadable> {
        let mut reader = Reader::from_reader(Runs { inner: package.part(name)?, run: 0 });
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, buffer: Vec::new(), depth: 0 })
    }

    /// What comes next.
    pub fn next(&mut self) -> Result<Next<'_>, Unreadable> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer)?;
        Ok(match event {
            Event::Start(start) | Event::Empty(start) => {
                self.depth += 1;
                Next::Open(start)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Next::Close(end)
            }
            Event::Text(text) => Next::Text(text.xml10_content()),
            Event::CData(text) => Next::Text(text.xml10_content()),
            Event::GeneralRef(reference) => Next::Text(Cow::Owned(match reference.resolve_char_ref()? {
                Some(character) => character.to_string(),
                None => {
                    quick_xml::escape::resolve_predefined_entity(&reference).unwrap_or_default().to_owned()
                }
            })),
            Event::Eof if self.depth > 0 => return Err(Unreadable::broken("XML: no end")),
            Event::Eof => Next::End,
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_) => {
                Next::Text(Cow::Borrowed(""))
            }
        })
    }

    /// Every element that opens.
    pub fn each(
        mut self,
        mut see: impl FnMut(&str, &BytesStart<'_>) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        loop {
            match self.next()? {
                Next::Open(start) => see(start.local_name().as_ref(), &start)?,
                Next::End => return Ok(()),
                Next::Close(_) | Next::Text(_) => {}
            }
        }
    }
}

/// An attribute by its name without prefix.
pub(crate) fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = start.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}

/// An attribute that is a number.
pub(crate) fn number(start: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(start, name)?.trim().parse().ok()
}

/// An attribute that says yes.
pub(crate) fn is_set(start: &BytesStart<'_>, name: &str) -> bool {
    attribute(start, name).is_some_and(|text| matches!(text.as_str(), "1" | "true" | "on"))
}

impl From<quick_xml::Error> for Unreadable {
    fn from(error: quick_xml::Error) -> Self {
        match error {
            quick_xml::Error::Io(error) if error.kind() == ErrorKind::FileTooLarge => {
                io::Error::from(ErrorKind::FileTooLarge).into()
            }
            error => Self::broken(error),
        }
    }
}

/// Bytes of XML, which have a `<` often enough.
struct Runs<R> {
    inner: R,
    run: usize,
}

impl<R: BufRead> Read for Runs<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let have = self.fill_buf()?;
        let count = have.len().min(to.len());
        to[..count].copy_from_slice(&have[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Runs<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.run > XML_RUN {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let have = self.inner.fill_buf()?;
        match have.iter().rposition(|byte| *byte == b'<') {
            Some(at) => self.run = have.len() - at,
            None => self.run += have.len(),
        }
        Ok(have)
    }

    fn consume(&mut self, count: usize) {
        self.inner.consume(count);
    }
}
