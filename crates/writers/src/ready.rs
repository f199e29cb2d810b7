//! Forms made ready for the formats of a run: once each, for all units and threads. It must know no format.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use huibian_diagnostic::Result;
use huibian_document::form::Pieces;
use huibian_document::{Assembled, Filled, Form};

use crate::package::Scratch;
use crate::prepared::Prepared;
use crate::writer::{Writer, Written};

/// How many forms are kept ready; beyond, all are forgotten and the common ones come back.
const KEPT: usize = 64;

/// Forms that are ready, by their addresses.
#[derive(Default)]
pub struct ReadyForms(RwLock<HashMap<usize, Arc<ReadyForm>>>);

/// A form, ready for each format.
struct ReadyForm {
    /// While it is kept its address is no other's.
    _form: Arc<Form>,
    /// All that its documents say.
    words: Pieces,
    /// One for each format, where it is one that takes forms.
    formats: Vec<Option<Prepared>>,
}

/// A unit's document with its form, where it has one.
pub struct Ready<'a> {
    assembled: &'a Assembled,
    form: Option<(&'a Filled, Arc<ReadyForm>)>,
}

impl ReadyForms {
    /// A document with its form made ready, now or before.
    pub fn of<'a>(&self, assembled: &'a Assembled, writers: &[Box<dyn Writer>]) -> Ready<'a> {
        let form = match assembled {
            Assembled::Filled(filled) => Some((filled, self.form(&filled.form, writers))),
            Assembled::Whole(_) => None,
        };
        Ready { assembled, form }
    }

    fn form(&self, form: &Arc<Form>, writers: &[Box<dyn Writer>]) -> Arc<ReadyForm> {
        let address = Arc::as_ptr(form).addr();
        if let Some(ready) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&address) {
            return ready.clone();
        }
        let ready = Arc::new(ReadyForm {
            _form: form.clone(),
            words: Pieces::of(&form.document.words()),
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

impl Ready<'_> {
    /// Its file in a format, by the format's number.
    ///
    /// # Errors
    /// What keeps the file from being made.
    pub fn write(&self, format: usize, writer: &dyn Writer, scratch: &mut Scratch) -> Result<Written> {
        if let Some((filled, form)) = &self.form
            && let Some(Some(prepared)) = form.formats.get(format)
        {
            return writer.fill(prepared, filled, scratch);
        }
        writer.write(&self.assembled.document(), scratch)
    }

    /// All that it says.
    pub fn words(&self) -> String {
        match &self.form {
            Some((filled, form)) => form.words.filled(filled),
            None => self.assembled.document().words(),
        }
    }
}
