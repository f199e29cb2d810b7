//! Forms made ready for the formats of a run: once each, for all units and threads.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use huibian_diagnostic::Result;
use huibian_document::form::{Piece, Pieces};
use huibian_document::{Assembled, Document, Filled, Form};
use huibian_writers::{Prepared, Scratch, Writer, Written};

/// How many forms are kept ready; beyond, all are forgotten and the common ones come back.
const KEPT: usize = 64;

/// Forms that are ready, by their addresses.
#[derive(Default)]
pub struct PreparedForms(RwLock<HashMap<usize, Arc<PreparedForm>>>);

/// A form, ready for each format.
pub struct PreparedForm {
    /// While it is kept its address is no other's.
    _form: Arc<Form>,
    /// All that its documents say.
    words: Pieces,
    /// One for each format, where it is one that takes forms.
    formats: Vec<Option<Prepared>>,
}

impl PreparedForms {
    /// A form made ready, now or before.
    pub fn of(&self, form: &Arc<Form>, writers: &[Box<dyn Writer>]) -> Arc<PreparedForm> {
        let address = Arc::as_ptr(form).addr();
        if let Some(ready) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&address) {
            return ready.clone();
        }
        let ready = Arc::new(PreparedForm {
            _form: form.clone(),
            words: Pieces::of(&words(&form.document)),
            formats: writers.iter().map(|writer| writer.prepare(form)).collect(),
        });
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if all.len() == KEPT {
            all.clear();
        }
        all.insert(address, ready.clone());
        ready
    }
}

impl PreparedForm {
    /// A unit's file in a format, by its number.
    ///
    /// # Errors
    /// What keeps the file from being made.
    pub fn write(
        &self,
        format: usize,
        writer: &dyn Writer,
        filled: &Filled,
        scratch: &mut Scratch,
    ) -> Result<Written> {
        match self.formats.get(format) {
            Some(Some(prepared)) => writer.fill(prepared, filled, scratch),
            _ => writer.write(&filled.document(), scratch),
        }
    }

    fn hash(&self, filled: &Filled) -> String {
        let mut words = String::with_capacity(self.words.constant.len() * 9 / 8);
        for piece in &self.words.pieces {
            match piece {
                Piece::Constant(range) => words.push_str(self.words.text(range)),
                Piece::Hole(hole) => words.push_str(filled.text(*hole)),
                Piece::Own(_) => {}
            }
        }
        huibian_manifest::words(&words)
    }
}

/// What a report says, as one hash; `ready` is its form, where it has one.
pub fn words_hash(assembled: &Assembled, ready: Option<&PreparedForm>) -> String {
    match (assembled, ready) {
        (Assembled::Filled(filled), Some(ready)) => ready.hash(filled),
        (assembled, _) => huibian_manifest::words(&words(&assembled.document())),
    }
}

/// All that a document says. One long text is hashed faster than its pieces.
fn words(document: &Document) -> String {
    let mut words = String::with_capacity(16 * 1024);
    document.for_each_text(&mut |text| {
        // Where a paragraph ends is part of what it says.
        words.push_str(if text.is_empty() { "\0" } else { text });
    });
    words
}
