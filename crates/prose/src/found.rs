//! What looks find.

use std::ops::Range;

use huibian_diagnostic::Diagnostic;

/// What is found in a text, and where in it.
pub type Found = Vec<(Range<usize>, Diagnostic)>;
