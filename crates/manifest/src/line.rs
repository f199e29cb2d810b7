//! What a record's lines hold. A field that is new since a record was written has a default, so that older records can
//! still be read; whether one may be built upon is said by its version.

use std::path::PathBuf;

use huibian_config::file::bytes;
use huibian_contract::{CountKey, Fact, IndexMap, Name, Period, PluginId, UnitId};
use huibian_diagnostic::Entry;
use huibian_figure::Filed;
use huibian_store::Artifact;
use serde::{Deserialize, Serialize};

use crate::coverage::Coverage;

/// The version of this schema. A record without one was written before there were versions.
pub const VERSION: u32 = 3;

/// The first line: which run it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Head {
    /// [`VERSION`] of the program that wrote it; 0 where it does not say.
    #[serde(default)]
    pub version: u32,
    /// The report's id.
    pub report: String,
    /// The reporting period.
    pub period: Period,
    /// The date that the documents bear: `2023-07-05`.
    pub date: String,
    /// The plugins that took part, in the order of the report.
    pub plugins: Vec<PluginVersion>,
    /// In a roll-up: how many units were made for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<usize>,
    /// In a roll-up: how many units were taken from the record of the batch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<usize>,
    /// An XXH3 hash over the rest of the line: a line that was edited is not built upon. The writer sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
}

/// A plugin as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PluginVersion {
    /// Its id.
    pub id: PluginId,
    /// Its version.
    pub version: String,
}

/// How a unit fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its report is made.
    Done,
    /// Something was wrong; no file is written.
    Failed,
    /// The run was interrupted before its turn.
    NotDone,
}

/// What became of one unit. Paths are below the workspace's folder, with slashes, so that the record is the same on every
/// machine.
// Its counts are read as they were printed, and written from a unit's figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Line"))]
pub struct Line<C = IndexMap<CountKey, Filed>> {
    /// The unit's id.
    pub unit: UnitId,
    /// The unit's name.
    pub name: String,
    /// The unit above it, by id or name, where its data say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// How it fared.
    pub status: Status,
    /// The hash of all that its report is made from; none where its data could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inputs: Option<String>,
    /// How many units stand behind the figures of one above others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<Coverage>,
    /// Its counts by their full key.
    pub counts: C,
    /// What of its facts is merged above it, by plugin.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "IndexMap<String, IndexMap<String, serde_json::Value>>"))]
    pub facts: IndexMap<PluginId, IndexMap<Name, Fact>>,
    /// What it gave and what has no value above it, by plugin: `facts.held`, `fields.plan`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "IndexMap<String, Vec<String>>"))]
    pub withheld: IndexMap<PluginId, Vec<String>>,
    /// The hash of what its report says, however it is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// The 发文字号 of its document, as it is printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Remarks on its content.
    pub findings: Vec<Entry>,
    /// What was wrong.
    pub diagnostics: Vec<Entry>,
    /// Its files.
    pub artifacts: Vec<Artifact>,
    /// Pictures of its own that its report shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<PictureFile>,
    /// Files of an earlier run that still lie where this one, having failed, wrote none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outdated: Vec<PathBuf>,
    /// The same files as the earlier run recorded them, so that they can be taken away once they are nobody's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Artifact>,
    /// An XXH3 hash over the rest of the line: a line that was edited is not built upon. The writer sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
}

/// The last line: what was found of several units at once, and of the data as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Last {
    /// Remarks.
    pub findings: Vec<Entry>,
    /// What is wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<Entry>,
    /// Files of earlier runs, of units that are no more or bear another name, and that still lie there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stale: Vec<Artifact>,
    /// An XXH3 hash over the rest of the line: a line that was edited is not built upon. The writer sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
}

impl Last {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty() && self.diagnostics.is_empty() && self.stale.is_empty()
    }
}

/// A file of a unit's own that its report shows: where one has changed, the report is made anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PictureFile {
    /// The file; in a record from the workspace's folder.
    pub path: PathBuf,
    /// The hash of its bytes.
    pub blake3: String,
}

impl PictureFile {
    /// Whether the file still is what it was.
    pub fn is_same(&self) -> bool {
        bytes(&self.path).is_ok_and(|shown| blake3::hash(&shown).to_hex().as_str() == self.blake3)
    }
}

/// What of a [`Line`] says whether its files stand. Of a unit that stands no more is read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Glance {
    /// As in [`Line`].
    #[serde(default)]
    pub number: Option<String>,
    /// As in [`Line`].
    pub findings: Vec<Entry>,
    /// As in [`Line`].
    pub artifacts: Vec<Artifact>,
    /// As in [`Line`].
    #[serde(default)]
    pub pictures: Vec<PictureFile>,
    /// As in [`Line`].
    #[serde(default)]
    pub earlier: Vec<Artifact>,
}

/// Any of a record's lines, for its JSON Schema.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)] // a shape, never a value
pub enum AnyLine {
    /// The first line.
    Head(Head),
    /// A unit's.
    Unit(Box<Line>),
    /// The last line.
    Last(Last),
}
