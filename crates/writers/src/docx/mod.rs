//! `WordprocessingML` (ECMA-376, transitional): one file a part. Parts that are the same for every document are made
//! and deflated once.

mod attachments;
mod blocks;
mod body;
mod contents;
mod document;
mod estimate;
mod fonts;
mod head;
mod imprint;
mod media;
mod notes;
mod parts;
mod picture;
mod section;
mod signature;
mod styles;
mod stylesheet;
mod table;

use huibian_diagnostic::Result;
use huibian_document::{Document, HouseStyle};
use huibian_docx::{Frame, Reference};

use crate::package::{Entry, Package, Scratch};
use crate::writer::{Writer, Written};

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
}

impl DocxWriter {
    /// Makes and deflates the parts that every document shares.
    pub fn new(style: &HouseStyle) -> Self {
        Self::like(style, None)
    }

    /// The same, with the styles, pages, headers and footers of a reference where there is one.
    pub fn like(style: &HouseStyle, reference: Option<&Reference>) -> Self {
        let mut style = style.clone();
        style.page = reference.map_or(style.page, |reference| reference.page().clone());
        let own = stylesheet::all(&style);
        let frame = reference.map(|reference| reference.frame(&own, &style.paragraphs.body.name));
        let mut scratch = Scratch::default();
        let fixed = parts::fixed(&style, frame.as_ref());
        let fixed = fixed.into_iter().map(|(name, xml)| scratch.entry(name, xml.as_bytes())).collect();
        let all = frame.as_ref().map_or(&own, |frame| &frame.styles);
        let styles = scratch.entry(STYLES, all.as_bytes());
        let taken = frame.iter().flat_map(|frame| &frame.taken);
        let framed = taken.map(|part| scratch.entry(&part.name, &part.bytes)).collect();
        Self { style, fixed, styles, frame, framed }
    }

    /// The document as a package. Entries in fixed order with a fixed date: same document, same bytes.
    pub fn package(&self, document: &Document, scratch: &mut Scratch) -> Vec<u8> {
        let mut body = std::mem::take(&mut scratch.text);
        let needs = document::write(document, &self.style, self.frame.as_ref(), &mut body);
        let mut package = Package::default();
        if needs.more() {
            let more = parts::more(&self.style, &needs, self.frame.as_ref());
            let more: Vec<Entry> = more.iter().map(|(name, bytes)| scratch.entry(name, bytes)).collect();
            for entry in &self.fixed {
                let own = more.iter().chain([&self.styles]).find(|own| own.name() == entry.name());
                package.add(own.unwrap_or(entry));
            }
            let known = |entry: &&Entry| self.fixed.iter().all(|fixed| fixed.name() != entry.name());
            more.iter().filter(known).for_each(|entry| package.add(entry));
        } else {
            self.fixed.iter().for_each(|entry| package.add(entry));
        }
        self.framed.iter().for_each(|entry| package.add(entry));
        package.add(&scratch.entry("docProps/core.xml", parts::core_properties(document).as_bytes()));
        package.add(&scratch.entry("word/document.xml", body.as_bytes()));
        scratch.text = body;
        package.finish()
    }
}

impl Writer for DocxWriter {
    fn write(&self, document: &Document, scratch: &mut Scratch) -> Result<Written> {
        Ok(self.package(document, scratch).into())
    }
}

const STYLES: &str = "word/styles.xml";
