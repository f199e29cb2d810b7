//! Documents out of an office's own Word file: its parts as they are, but for those that its tags fill.

use std::sync::Arc;

use huibian_document::form::has_mark;
use huibian_document::{Document, Form};
use huibian_wordform::{Filled, WordTemplate};

use crate::package::{Entry, Package, Scratch};
use crate::prepared::{Prepared, PreparedPart};

/// A file whose constant parts are deflated once.
pub struct Own {
    template: Arc<WordTemplate>,
    /// The list of all parts first.
    constant: Vec<Entry>,
}

impl Own {
    /// Makes a file ready.
    pub fn new(template: Arc<WordTemplate>) -> Self {
        let mut scratch = Scratch::default();
        let mut parts: Vec<(&str, &[u8])> = template.constant().collect();
        parts.sort_by_key(|(name, _)| !WordTemplate::is_list(name));
        let constant = parts.into_iter().map(|(name, bytes)| scratch.entry(name, bytes)).collect();
        Self { template, constant }
    }

    /// A document as a package.
    pub fn package(&self, document: &Document, scratch: &mut Scratch) -> Vec<u8> {
        let mut package = Package::default();
        let pictures = self.template.picture_parts(&document.laid);
        let filled = self.template.filled(&document.laid);
        for (name, bytes) in &pictures {
            package.add(&scratch.entry(name, bytes));
        }
        let is_kept = |entry: &&Entry| {
            pictures.iter().all(|(name, _)| name != entry.name()) && is_constant(entry, &filled)
        };
        self.constant.iter().filter(is_kept).for_each(|entry| package.add(entry));
        for part in filled {
            package.add(&scratch.entry(part.name, part.xml.as_bytes()));
        }
        package.finish()
    }

    /// What of a form is the same in every document; none where it has pictures, which are a unit's own.
    pub fn prepare(&self, form: &Form) -> Option<Prepared> {
        if !self.template.picture_parts(&form.document.laid).is_empty() {
            return None;
        }
        let mut scratch = Scratch::default();
        let filled = self.template.filled(&form.document.laid);
        let constant = self.constant.iter().filter(|entry| is_constant(entry, &filled));
        let mut parts: Vec<PreparedPart> = constant.cloned().map(PreparedPart::Ready).collect();
        for part in filled {
            parts.push(if has_mark(&part.xml) {
                PreparedPart::open(part.name, &part.xml)
            } else {
                PreparedPart::Ready(scratch.entry(part.name, part.xml.as_bytes()))
            });
        }
        Some(Prepared::package(parts))
    }

    /// Whether a form's parts come out as they do where the document is written by itself.
    pub fn is_filled(&self, texts: &[(&str, String)], document: &Document) -> bool {
        let written = self.template.filled(&document.laid);
        texts.iter().all(|(name, xml)| written.iter().any(|part| part.name == *name && part.xml == *xml))
    }
}

/// Whether a constant part is not filled.
fn is_constant(entry: &Entry, filled: &[Filled<'_>]) -> bool {
    filled.iter().all(|part| part.name != entry.name())
}
