//! What `--json` prints, of every command: the diagnostics, what was made, what was rolled up, and what differs.

use huibian_contract::{CountKey, Severity, UnitId};
use serde::Serialize;

use crate::Entry;

/// What `--json` prints: the diagnostics of a run, of `batch`, `rollup` and `diff` what they made, and of `diff` what differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Listing {
    /// How many units were gone through.
    pub units: usize,
    /// How many of the items fail the run.
    pub faults: usize,
    /// How many do not.
    pub remarks: usize,
    /// How many someone let through.
    pub accepted: usize,
    /// Each of them, with the paths as they are from the current folder.
    pub items: Vec<Entry>,
    /// What was made.
    #[serde(flatten)]
    pub made: Made,
    /// `diff`: what both sides come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sums: Option<Sums>,
    /// `diff`: every unit that differs, in the later side's order, then those that are gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differing: Option<Vec<UnitDifference>>,
}

/// What a run made. What it does not count is left out; all of it by `check`, and where no run could be made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Made {
    /// `batch`: units whose files are there; of a run that placed nothing those that stand as an earlier run left them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<usize>,
    /// `batch`: units that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failed: Option<usize>,
    /// `batch`: units whose turn did not come, or whose files were not placed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_done: Option<usize>,
    /// How many units stand as an earlier run left them; of `diff` on either side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<usize>,
    /// `rollup`, `diff`: the names of the units that were made for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<Vec<String>>,
    /// `rollup`: how many units above others were rolled up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parents: Option<usize>,
    /// `rollup`: what became of each of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub above: Option<Vec<Above>>,
    /// `batch`, `rollup`: files that an earlier run made and that lie there still, of units that failed: they were not renewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outdated: Option<Vec<String>>,
    /// `batch`: files that an earlier run made, that are no unit's any more and that lie there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stale: Option<Vec<String>>,
    /// `batch --prune`: those that were removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub removed: Option<Vec<String>>,
    /// Where the record of the run is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manifest: Option<String>,
}

/// What became of a unit above others. Where fewer units reported than there are, the run exits with 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Above {
    /// Its id.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// Whether its report was made.
    pub done: bool,
    /// How many units below it have none below them.
    pub units: usize,
    /// How many of those have their figures in the sums.
    pub reported: usize,
    /// The names of the others.
    pub left_out: Vec<String>,
    /// The names of those that failed a check, whether they are left out for it or not.
    pub unclean: Vec<String>,
    /// Its files.
    pub files: Vec<String>,
}

/// What both sides of a comparison come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sums {
    /// How many units both have.
    pub units: usize,
    /// The counts.
    pub figures: Vec<FigureDifference>,
}

/// What a count was before and is after, as it is printed; nothing where it is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FigureDifference {
    /// Which count: `plugin/count`.
    pub count: CountKey,
    /// What it was.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
    /// After less before, where both are there and of one measure.
    pub difference: Option<String>,
    /// The same in percent of what was before.
    pub growth: Option<String>,
    /// Of a sum, how many units it is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<usize>,
}

/// What differs for one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UnitDifference {
    /// Its id.
    pub unit: UnitId,
    /// Its name; the later one where that has changed. Units that are one on the other side are told together.
    pub name: String,
    /// What it was called before, where that was something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// On which side it is.
    pub presence: Presence,
    /// Why the other side has nothing of it; left out where both have it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub absence: Option<Absence>,
    /// Whether its report could not be made; what kept it from being made is among the items.
    pub unmade: Sides<bool>,
    /// The counts that differ.
    pub figures: Vec<FigureDifference>,
    /// Whether the words differ.
    pub reworded: bool,
    /// The paragraphs of both sides, where they differ and both have any.
    pub words: Option<Sides<Vec<String>>>,
}

/// On which side a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Presence {
    /// On both.
    Both,
    /// On the later one.
    New,
    /// On the earlier one.
    Gone,
}

/// Why one side has nothing of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Absence {
    /// It should have given data there and did not.
    Unfiled,
    /// It was no unit of that time: lists have others for it.
    NoUnit,
    /// No list says.
    Unknown,
}

/// Something of both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sides<T> {
    /// Of the earlier one.
    pub before: T,
    /// Of the later one.
    pub after: T,
}

impl Listing {
    /// Of entries over so many units.
    pub fn new(units: usize, items: Vec<Entry>) -> Self {
        let (accepted, open): (Vec<&Entry>, _) = items.iter().partition(|entry| entry.accepted.is_some());
        let faults = open.iter().filter(|entry| entry.severity == Severity::Error).count();
        let (remarks, accepted) = (open.len() - faults, accepted.len());
        let (made, sums, differing) = (Made::default(), None, None);
        Self { units, faults, remarks, accepted, items, made, sums, differing }
    }
}
