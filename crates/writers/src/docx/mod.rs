//! `WordprocessingML` (ECMA-376, transitional): one file a part. Parts that are the same for every document are made
//! and deflated once.

mod attachments;
mod body;
mod contents;
mod document;
mod estimate;
mod fonts;
mod head;
mod imprint;
mod media;
mod notes;
pub mod package;
mod parts;
mod section;
mod signature;
mod styles;
mod table;

use huibian_document::{Document, HouseStyle};

pub use package::DocxScratch;
use package::{Entry, Package};

/// Writes documents of one house style.
pub struct DocxWriter {
    style: HouseStyle,
    fixed: Vec<Entry>,
    /// word/styles.xml with every style, which documents get that use more than a plain report does.
    styles: Entry,
}

impl DocxWriter {
    /// Makes and deflates the parts that every document shares.
    pub fn new(style: &HouseStyle) -> Self {
        let mut scratch = DocxScratch::default();
        let fixed =
            parts::fixed(style).into_iter().map(|(name, xml)| scratch.entry(name, xml.as_bytes())).collect();
        let styles = scratch.entry(STYLES, styles::all(style).as_bytes());
        Self { style: style.clone(), fixed, styles }
    }

    /// The document as a package. Entries in fixed order with a fixed date: same document, same bytes.
    pub fn write(&self, document: &Document, scratch: &mut DocxScratch) -> Vec<u8> {
        let mut body = std::mem::take(&mut scratch.text);
        let needs = document::write(document, &self.style, &mut body);
        let mut package = Package::default();
        if needs.more() {
            let more = parts::more(&self.style, &needs);
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
        package.add(&scratch.entry("docProps/core.xml", parts::core_properties(document).as_bytes()));
        package.add(&scratch.entry("word/document.xml", body.as_bytes()));
        scratch.text = body;
        package.finish()
    }
}

const STYLES: &str = "word/styles.xml";
