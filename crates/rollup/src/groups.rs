//! Which units of now are which of an earlier time.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use huibian_contract::UnitId;
use huibian_history::{Filed, Lineage, Table, Together};
use huibian_unit::own_name;

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
    pub(crate) unit: &'t UnitId,
    pub(crate) filed: &'t Filed,
    /// What it was called; figures of a unit above others that are its own by their name there.
    pub(crate) name: Cow<'t, str>,
    /// The rows of the units it stood below.
    pub(crate) above: BTreeSet<usize>,
}

/// All units in groups: those of now in the order of their rows, then those that are no more.
pub(crate) fn groups<'t>(rows: &[OverviewRow], lineage: &Lineage, table: &'t Table) -> Vec<Group<'t>> {
    let is_unit = |row: &OverviewRow| matches!(row.kind, RowKind::Unit { .. });
    let places = |units: bool| -> HashMap<&str, usize> {
        let meant = rows.iter().enumerate().filter(|(_, row)| is_unit(row) == units);
        meant.map(|(at, row)| (row.id.as_str(), at)).collect()
    };
    let (units, mut parents) = (places(true), places(false));
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !is_unit(row)) {
        for was in lineage.of(&row.id, &row.name) {
            parents.entry(was).or_insert(at);
        }
    }
    let parent_names: HashSet<&str> = rows.iter().filter(|row| !is_unit(row)).map(|row| &*row.name).collect();
    let at: Vec<usize> = (0..rows.len()).filter(|at| is_unit(&rows[*at])).collect();
    let together = lineage.together(at.iter().map(|at| &rows[*at].id), &table.each());
    let Together { groups, mut owners } = together;
    let rows_of = |group: Vec<usize>| group.into_iter().map(|place| at[place]).collect();
    let mut groups: Vec<Group<'t>> =
        groups.into_iter().map(|group| Group { rows: rows_of(group), ..Group::default() }).collect();
    for (unit, filed) in table.filed() {
        let above = match &filed.above {
            Some(above) => above.iter().filter_map(|above| parents.get(above.as_str()).copied()).collect(),
            None => units.get(unit.as_str()).map(|row| above(rows, *row).collect()).unwrap_or_default(),
        };
        let owner = owners.get(unit).copied();
        let is_own = parent_names.contains(&*filed.name);
        let name = if is_own { own_name(&filed.name).into() } else { Cow::Borrowed(&*filed.name) };
        let then = Then { unit, filed, name, above };
        match owner {
            Some(group) => groups[group].then.push(then),
            None if then.above.is_empty() => {}
            None => {
                owners.insert(unit.clone(), groups.len());
                groups.push(Group { then: vec![then], ..Group::default() });
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

    /// What one of then is called now: its own name, where it is one unit still; else what it was called.
    pub(crate) fn called<'n>(&'n self, rows: &'n [OverviewRow], then: &'n Then<'_>) -> &'n str {
        match self.rows.as_slice() {
            [row] if self.then.iter().all(|other| other.unit == then.unit) => &rows[*row].name,
            _ => &then.name,
        }
    }

    /// What of it stood below a row then.
    pub(crate) fn filed_below(&self, parent: usize) -> Vec<&Filed> {
        let below = self.then.iter().filter(|then| then.above.contains(&parent));
        below.map(|then| then.filed).collect()
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
