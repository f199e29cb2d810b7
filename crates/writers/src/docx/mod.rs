//! `WordprocessingML` (ECMA-376, transitional): one file a part. Parts that are the same for every document are made
//! and deflated once.

mod document;
mod fonts;
pub mod package;
mod parts;
mod signature;
mod styles;
mod title;
mod width;
mod xml;

use huibian_document::{Document, HouseStyle};

pub use package::DocxScratch;
use package::{Entry, Package};

/// Writes documents of one house style.
pub struct DocxWriter {
    style: HouseStyle,
    fixed: Vec<Entry>,
}

impl DocxWriter {
    /// Makes and deflates the parts that every document shares.
    pub fn new(style: &HouseStyle) -> Self {
        let mut scratch = DocxScratch::default();
        let fixed =
            parts::fixed(style).into_iter().map(|(name, xml)| scratch.entry(name, xml.as_bytes())).collect();
        Self { style: style.clone(), fixed }
    }

    /// The document as a package. Entries in fixed order with a fixed date: same document, same bytes.
    pub fn write(&self, document: &Document, scratch: &mut DocxScratch) -> Vec<u8> {
        let mut package = Package::default();
        for entry in &self.fixed {
            package.add(entry);
        }
        package.add(&scratch.entry("docProps/core.xml", parts::core_properties(document).as_bytes()));
        let mut body = std::mem::take(&mut scratch.text);
        document::write(document, &self.style, &mut body);
        package.add(&scratch.entry("word/document.xml", body.as_bytes()));
        scratch.text = body;
        package.finish()
    }
}
