//! Which units of now are which of an earlier time.

use std::collections::{BTreeSet, HashMap};

use huibian_contract::UnitId;
use huibian_history::{Filed, Table};

use crate::overview::{OverviewRow, RowKind};

/// Units of now and those of then that are the same: one and one as a rule.
#[derive(Debug, Default)]
pub(crate) struct Group<'t> {
    /// The rows of those of now.
    pub(crate) rows: Vec<usize>,
    /// What those of then filed.
    pub(crate) then: Vec<Then<'t>>,
}

/// What a unit filed while it stood below the same units.
#[derive(Debug)]
pub(crate) struct Then<'t> {
    pub(crate) filed: &'t Filed,
    /// The rows of the units it stood below.
    pub(crate) above: BTreeSet<usize>,
}

/// All units in groups: those of now in the order of their rows, then those that are no more.
pub(crate) fn groups<'t>(rows: &[OverviewRow], table: &'t Table) -> Vec<Group<'t>> {
    let places: HashMap<&UnitId, usize> = rows.iter().enumerate().map(|(at, row)| (&row.id, at)).collect();
    let mut groups: Vec<Group<'t>> = Vec::with_capacity(rows.len());
    let mut owners: HashMap<&UnitId, usize> = HashMap::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        if matches!(row.kind, RowKind::Unit { .. }) {
            owners.insert(&row.id, groups.len());
            groups.push(Group { rows: vec![at], then: Vec::new() });
        }
    }
    for (unit, filed) in table.filed() {
        let above = match &filed.above {
            Some(above) => above.iter().filter_map(|above| places.get(above).copied()).collect(),
            None => places.get(unit).map(|row| above(rows, *row).collect()).unwrap_or_default(),
        };
        let then = Then { filed, above };
        match owners.get(unit) {
            Some(group) => groups[*group].then.push(then),
            None if then.above.is_empty() => {}
            None => {
                owners.insert(unit, groups.len());
                groups.push(Group { rows: Vec::new(), then: vec![then] });
            }
        }
    }
    groups
}

/// The rows above one, the next first.
pub(crate) fn above(rows: &[OverviewRow], row: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(rows[row].above, |above| rows[*above].above)
}

impl Group<'_> {
    /// The rows of units that stand above any of it, now or then.
    pub(crate) fn parents(&self, rows: &[OverviewRow]) -> BTreeSet<usize> {
        let now = self.rows.iter().flat_map(|row| above(rows, *row));
        now.chain(self.then.iter().flat_map(|then| then.above.iter().copied())).collect()
    }

    /// Whether all of it stands below a row now.
    pub(crate) fn is_below(&self, parent: usize, rows: &[OverviewRow]) -> bool {
        !self.rows.is_empty() && self.rows.iter().all(|row| above(rows, *row).any(|above| above == parent))
    }

    /// Whether all of it stood below a row then.
    pub(crate) fn was_below(&self, parent: usize) -> bool {
        !self.then.is_empty() && self.then.iter().all(|then| then.above.contains(&parent))
    }
}
