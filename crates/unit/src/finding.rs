//! What a check or a plugin wants the clerk, or the report's reader, to know about a report's content.

use huibian_contract::Severity;
use huibian_diagnostic::Place;

/// One remark on a report's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it weighs. An error makes the run exit with 1; the report is made all the same.
    pub severity: Severity,
    /// The plugin it concerns.
    pub plugin: String,
    /// The check that failed; empty for what a plugin said.
    pub check: String,
    /// One or two sentences for the clerk.
    pub text: String,
    /// Where in the data, if it is about one place.
    pub place: Option<Place>,
}

impl Finding {
    /// Whether the report must not be sent as it is.
    pub fn fails(&self) -> bool {
        self.severity == Severity::Error
    }
}
