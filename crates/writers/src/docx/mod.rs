//! `WordprocessingML` (ECMA-376, transitional): one file a part. Parts that are the same for every document are made
//! and deflated once.

mod attachments;
mod blocks;
mod body;
mod contents;
mod document;
mod fonts;
mod form;
mod head;
mod imprint;
mod lists;
mod media;
mod notes;
mod own;
mod parts;
mod picture;
mod recipients;
mod section;
mod signature;
mod styles;
mod stylesheet;
mod table;

use std::borrow::Cow;
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::form::has_mark;
use huibian_document::{Document, Filled, Form, HouseStyle};
use huibian_docx::{Frame, Reference};
use huibian_wordform::WordTemplate;

use crate::package::{Entry, Package, Scratch};
use crate::prepared::{Prepared, PreparedPart};
use crate::writer::{Writer, Written};
use body::Needs;
use form::Unit;
pub use imprint::ImprintPlace;
use own::Own;
pub use recipients::{
    are_few_in as recipients_are_few, fill_first_page as recipients_fill_first_page,
    leave_room as recipients_leave_room, moved as with_recipients_moved,
};

/// Writes documents of one house style.
pub struct DocxWriter {
    style: HouseStyle,
    fixed: Vec<Entry>,
    /// word/styles.xml with every style, which documents get that use more than a plain report does.
    styles: Entry,
    /// What an office's own Word file gives.
    frame: Option<Frame>,
    /// The parts of that which are the same in every document.
    framed: Vec<Entry>,
    /// An office's own Word file that documents are made from.
    own: Option<Own>,
    remarks: Vec<Diagnostic>,
}

impl DocxWriter {
    /// Makes and deflates the parts that every document shares.
    pub fn new(style: &HouseStyle) -> Self {
        Self::like(style, None)
    }

    /// The same, with the styles, pages, headers and footers of a reference where there is one.
    pub fn like(style: &HouseStyle, reference: Option<&Reference>) -> Self {
        let mut style = style.clone();
        if let Some(reference) = reference {
            style.page = reference.page(&style.page);
        }
        let own = stylesheet::all(&style);
        let frame = reference.map(|reference| reference.frame(&own, &style.paragraphs.body.name));
        let mut scratch = Scratch::default();
        let fixed = parts::fixed(&style, frame.as_ref());
        let fixed = fixed.into_iter().map(|(name, xml)| scratch.entry(name, xml.as_bytes())).collect();
        let all = frame.as_ref().map_or(&own, |frame| &frame.styles);
        let styles = scratch.entry(STYLES, all.as_bytes());
        let taken = frame.iter().flat_map(|frame| &frame.taken);
        let framed = taken.map(|part| scratch.entry(&part.name, &part.bytes)).collect();
        let lacking = reference.map(|reference| reference.lacking(&own)).unwrap_or_default();
        let remark = |name| Diagnostic::new(Code::ReferenceStyle).with("style", name);
        let braces = reference.map(Reference::braces).unwrap_or_default();
        let as_it_stands = |words| Diagnostic::new(Code::ReferenceBraces).with("words", words);
        let remarks = lacking.into_iter().map(remark).chain(braces.into_iter().map(as_it_stands)).collect();
        Self { style, fixed, styles, frame, framed, own: None, remarks }
    }

    /// The same for documents that are made from an office's own Word file, where there is one.
    #[must_use]
    pub fn filling(self, template: Option<&Arc<WordTemplate>>) -> Self {
        Self { own: template.map(|template| Own::new(template.clone())), ..self }
    }

    /// The office's own file, for a document that is laid into it.
    fn own(&self, document: &Document) -> Option<&Own> {
        self.own.as_ref().filter(|_| !document.laid.is_empty())
    }

    /// The document as a package. Entries in fixed order with a fixed date: same document, same bytes.
    pub fn package(&self, document: &Document, scratch: &mut Scratch) -> Vec<u8> {
        if let Some(own) = self.own(document) {
            return own.package(document, scratch);
        }
        let mut body = std::mem::take(&mut scratch.text);
        let needs = document::write(document, &self.style, self.frame.as_ref(), &mut body);
        let mut package = Package::default();
        for part in self.parts(document, &needs, &body) {
            match part {
                Part::Ready(entry) => package.add(entry),
                Part::New(name, bytes) => package.add(&scratch.entry(&name, &bytes)),
            }
        }
        scratch.text = body;
        package.finish()
    }

    /// Whether a form's parts come out as they do where the document is written by itself.
    fn is_filled(&self, prepared: &Prepared, unit: &Unit<'_>, document: &Document) -> bool {
        if let Some(own) = self.own(document) {
            return own.is_filled(&prepared.texts(|xml, piece| unit.put(xml, piece)), document);
        }
        let mut body = String::new();
        let needs = document::write(document, &self.style, self.frame.as_ref(), &mut body);
        let parts = self.parts(document, &needs, &body);
        prepared.texts(|xml, piece| unit.put(xml, piece)).into_iter().all(|(name, xml)| {
            let is_same = |part: &Part<'_>| matches!(part, Part::New(own, bytes) if own == name && **bytes == *xml.as_bytes());
            parts.iter().any(is_same)
        })
    }

    /// The parts of a document's package, in their order; `body` is word/document.xml.
    fn parts<'p>(&'p self, document: &Document, needs: &Needs, body: &'p str) -> Vec<Part<'p>> {
        let new = |(name, bytes): (String, Vec<u8>)| Part::New(name.into(), bytes.into());
        let mut parts: Vec<Part<'p>> = self.fixed.iter().map(Part::Ready).collect();
        if needs.more() {
            for (name, bytes) in parts::more(&self.style, needs, self.frame.as_ref()) {
                match self.fixed.iter().position(|fixed| fixed.name() == name) {
                    Some(place) => parts[place] = new((name, bytes)),
                    None => parts.push(new((name, bytes))),
                }
            }
            if let Some(place) = self.fixed.iter().position(|fixed| fixed.name() == STYLES) {
                parts[place] = Part::Ready(&self.styles);
            }
        }
        parts.extend(self.framed.iter().map(Part::Ready));
        parts.push(new(("docProps/core.xml".to_owned(), parts::core_properties(document).into_bytes())));
        parts.push(Part::New("word/document.xml".into(), body.as_bytes().into()));
        parts
    }
}

/// A part of a package.
enum Part<'p> {
    /// One that many documents have.
    Ready(&'p Entry),
    /// One that is this document's own.
    New(Cow<'p, str>, Cow<'p, [u8]>),
}

impl Writer for DocxWriter {
    fn remarks(&self) -> &[Diagnostic] {
        &self.remarks
    }

    fn write(&self, document: &Document, scratch: &mut Scratch) -> Result<Written> {
        Ok(self.package(document, scratch).into())
    }

    fn prepare(&self, form: &Form) -> Option<Prepared> {
        if let Some(own) = self.own(&form.document) {
            return own.prepare(form);
        }
        if !form::is_possible(&form.document) {
            return None;
        }
        let (mut body, mut scratch) = (String::new(), Scratch::default());
        let needs = document::write_form(&form.document, &self.style, self.frame.as_ref(), &mut body);
        let prepared = |part: Part<'_>| match part {
            Part::Ready(entry) => PreparedPart::Ready(entry.clone()),
            Part::New(name, bytes) => match std::str::from_utf8(&bytes) {
                Ok(xml) if has_mark(xml) => PreparedPart::open(&name, xml),
                _ => PreparedPart::Ready(scratch.entry(&name, &bytes)),
            },
        };
        let parts = self.parts(&form.document, &needs, &body);
        Some(Prepared::package(parts.into_iter().map(prepared).collect()))
    }

    fn fill(&self, prepared: &Prepared, filled: &Filled, scratch: &mut Scratch) -> Result<Written> {
        if !form::has_room(filled, &self.style) || recipients::are_moved(filled, &self.style) {
            return self.write(&filled.document(), scratch);
        }
        let unit = || Unit::new(&self.style, self.frame.as_ref(), filled);
        debug_assert!(
            self.is_filled(prepared, &unit(), &filled.document()),
            "a form's parts are its document's"
        );
        let unit = unit();
        Ok(prepared.pack(scratch, |xml, piece| unit.put(xml, piece)).into())
    }
}

const STYLES: &str = "word/styles.xml";
