//! `[[example]]` in `plugin.toml`: what a plugin makes of some data, for its own test and for its readers.

use crate::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::id::{CountKey, Name};
use crate::period::Period;

/// One unit's data, and what comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What it shows, in a few words.
    pub name: String,
    /// The reporting period.
    pub period: Period,
    /// What the unit is called; an invented name where it does not matter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The unit's fields, written as in its data file. Whoever runs the example reads them there, with their places.
    #[serde(default)]
    pub data: Map<String, Value>,
    /// Values of other plugins' counts that its sections name: `"theory-study/sessions" = 3`.
    #[serde(default)]
    pub uses: IndexMap<CountKey, Value>,
    /// Every count that comes of it, ratios too; none where it fails.
    #[serde(default)]
    pub counts: IndexMap<Name, Value>,
    /// Every fact that comes of it; not compared where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts: Option<IndexMap<Name, Value>>,
    /// What the clerk is told; not compared where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub findings: Option<ExpectedFindings>,
    /// What is said in a slot, as Markdown or as plain text, a line a paragraph. Other slots are not compared.
    #[serde(default)]
    pub sections: IndexMap<Name, String>,
    /// The code of the diagnostic that it must fail with: `P101`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// What an example expects the clerk to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum ExpectedFindings {
    /// So many remarks.
    Count(usize),
    /// These remarks, in order.
    Texts(Vec<String>),
}
