//! That a person looked at what was found and let it through.

use serde::{Deserialize, Serialize};

/// Who let something through, when, and why it is right as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Accepted {
    /// Why it is right as it is.
    pub reason: String,
    /// Who says so.
    pub by: String,
    /// The day: `2023-07-06`.
    pub on: String,
}
