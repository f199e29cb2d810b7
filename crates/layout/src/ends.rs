//! What stands below the body and must not be alone on a page (GB/T 9704-2012, 7.3.5): the last lines of the body go with it.

use huibian_document::{Document, Meta};

/// What a document ends with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// 署名 and 成文日期.
    pub has_signature: bool,
    /// 附注.
    pub has_note: bool,
}

impl Ends {
    /// What stands below a document's body.
    pub fn of(document: &Document) -> Self {
        Self::of_meta(&document.meta)
    }

    /// The same, of what stands around the body.
    pub fn of_meta(meta: &Meta) -> Self {
        Self { has_signature: meta.signature.is_some(), has_note: meta.official.note.is_some() }
    }

    /// Whether the body's last lines stay with what follows.
    pub fn keep_body(self) -> bool {
        self.has_signature || self.has_note
    }
}
