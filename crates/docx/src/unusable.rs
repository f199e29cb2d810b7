//! Why a Word file cannot serve as a reference.

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}: {detail}")]
pub struct Unusable {
    /// A word for the reason: `ole`, `zip`, `twice`, `locked`, `large`, `document`, `body`, `lacking`, `encoding`, `xml`, `doctype`,
    /// `elements`, `macro`, `external`, `chunk`, `link`, `field`, `field-parted`, `field-named`, `field-open`, `part`, `dangling`,
    /// `path`.
    pub reason: &'static str,
    /// The part or the relationship at fault; never words, which would be those of a library in its own language.
    pub detail: String,
}

impl Unusable {
    /// For a reason.
    pub fn new(reason: &'static str, detail: impl Into<String>) -> Self {
        Self { reason, detail: detail.into() }
    }
}
