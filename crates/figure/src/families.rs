//! Counts that documents print in another measure and that add up: totals with their parts. Found once, where counts are declared.

use crate::counts::{CountIndex, Counts};

/// A count that is shown in another measure, and the counts that are its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Family {
    pub(crate) total: CountIndex,
    pub(crate) parts: Vec<CountIndex>,
}

/// Totals with their parts, and counts that are neither.
pub(crate) fn families(counts: &Counts) -> Vec<Family> {
    let is_shown =
        |index: CountIndex| counts.spec(index).shown.is_some() && counts.spec(index).ratio.is_none();
    let parts = |index: CountIndex| -> Vec<CountIndex> {
        let (key, spec) = (counts.key(index), counts.spec(index));
        let alike = |part: &CountIndex| counts.spec(*part).shown == spec.shown;
        let parts = spec.parts.iter().filter_map(|part| counts.find(key.plugin.as_str(), part.as_str()));
        parts.filter(alike).collect()
    };
    let shown: Vec<CountIndex> =
        counts.own().map(|(index, ..)| index).filter(|index| is_shown(*index)).collect();
    let mut families: Vec<Family> =
        shown.iter().map(|total| Family { total: *total, parts: parts(*total) }).collect();
    let mut claimed: Vec<CountIndex> = Vec::new();
    for family in &mut families {
        // A count is balanced with one total alone.
        family.parts.retain(|part| !claimed.contains(part));
        claimed.extend(&family.parts);
    }
    families.retain(|family| !claimed.contains(&family.total));
    families
}
