//! Who units were before: units that were renamed, put together or divided carry what was filed of them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::OnceLock;

use huibian_contract::UnitId;

/// Who the units were at an earlier time.
pub trait Then {
    /// Whether a unit was there.
    fn knows(&self, unit: &UnitId) -> bool;
    /// Who bore an id or a name.
    fn named(&self, name: &str) -> Option<&UnitId>;
}

/// Units of now that go together, since they were the same of an earlier time.
#[derive(Clone, Debug, Default)]
pub struct Together {
    /// The units of now of each group, by their places; none of a group that became a part of another.
    pub groups: Vec<Vec<usize>>,
    /// The group of each unit, of now and of then.
    pub owners: HashMap<UnitId, usize>,
}

/// What units were called in earlier periods.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    /// By the id or name of a unit, the ids or names of those that it was.
    was: BTreeMap<String, Vec<String>>,
    /// The ids and names that are someone's earlier ones.
    earlier: Vec<String>,
    /// Who of those are units still, and what ids go with the names of units.
    now: OnceLock<Now>,
}

#[derive(Clone, Debug, Default)]
struct Now {
    ids: HashSet<UnitId>,
    /// What those that bear a name in `was` were, by their ids.
    was: BTreeMap<UnitId, Vec<String>>,
    /// Those names.
    called: HashSet<String>,
}

impl Lineage {
    /// By the id or name of each, the ids or names of those that it was.
    pub fn new(was: impl IntoIterator<Item = (String, Vec<String>)>) -> Self {
        let was: BTreeMap<String, Vec<String>> = was.into_iter().collect();
        Self { earlier: was.values().flatten().cloned().collect(), was, now: OnceLock::new() }
    }

    /// The same of other units of now, yet to be settled.
    #[must_use]
    pub fn afresh(&self) -> Self {
        Self { now: OnceLock::new(), ..self.clone() }
    }

    /// Takes in who the units are now, by id and name; the first time counts.
    pub fn settle<'u>(&self, units: impl Iterator<Item = (&'u UnitId, &'u str)>) {
        if self.was.is_empty() {
            return;
        }
        self.now.get_or_init(|| {
            let mut now = Now::default();
            for (id, name) in units {
                now.ids.insert(id.clone());
                let known = self.was.get_key_value(name).or_else(|| self.was.get_key_value(id.as_str()));
                if let Some((called, was)) = known {
                    now.was.insert(id.clone(), was.clone());
                    now.called.insert(called.clone());
                }
            }
            now
        });
    }

    /// The ids and names that it speaks of, of now and of before.
    pub fn names(&self) -> BTreeSet<&str> {
        self.was.iter().flat_map(|(now, was)| was.iter().chain([now])).map(String::as_str).collect()
    }

    /// The ids and names that are someone's earlier ones.
    pub fn earlier(&self) -> &[String] {
        &self.earlier
    }

    /// The ids and names that a unit had before.
    pub fn of(&self, unit: &UnitId) -> &[String] {
        let by_name = self.now.get().and_then(|now| now.was.get(unit));
        by_name.or_else(|| self.was.get(unit.as_str())).map_or(&[], Vec::as_slice)
    }

    fn is_unit(&self, unit: &UnitId) -> bool {
        self.now.get().is_some_and(|now| now.ids.contains(unit))
    }

    /// Those of a table that a unit was: itself, where it filed; those it took in; and where it did not file yet, the one it
    /// was a part of.
    pub fn in_table(&self, table: &impl Then, unit: &UnitId) -> Vec<UnitId> {
        let filed = table.knows(unit);
        let mut known: Vec<UnitId> = filed.then(|| unit.clone()).into_iter().collect();
        for was in self.of(unit).iter().filter_map(|was| table.named(was)) {
            if *was != *unit && !known.contains(was) && (!filed || !self.is_unit(was)) {
                known.push(was.clone());
            }
        }
        known
    }

    /// Which units of now go together, since they were the same of an earlier time: each by itself as a rule.
    pub fn together<'u>(&self, units: impl Iterator<Item = &'u UnitId>, table: &impl Then) -> Together {
        let mut together = Together::default();
        for (at, unit) in units.enumerate() {
            let was = self.in_table(table, unit);
            let known: BTreeSet<usize> =
                was.iter().filter_map(|was| together.owners.get(was).copied()).collect();
            let group = known.first().copied().unwrap_or(together.groups.len());
            if known.is_empty() {
                together.groups.push(Vec::new());
            }
            for other in known.into_iter().skip(1) {
                let others = std::mem::take(&mut together.groups[other]);
                together.groups[group].extend(others);
                together
                    .owners
                    .values_mut()
                    .filter(|owner| **owner == other)
                    .for_each(|owner| *owner = group);
            }
            together.groups[group].push(at);
            together.owners.extend(was.into_iter().chain([unit.clone()]).map(|unit| (unit, group)));
        }
        together
    }

    /// The same, where nobody else was any of them: halves of a unit have no past of their own.
    pub fn alone_in_table(&self, table: &impl Then, unit: &UnitId) -> Vec<UnitId> {
        let known = self.in_table(table, unit);
        if self.was.is_empty() {
            return known;
        }
        let is_shared = |id: &UnitId| {
            let heirs = self.heirs(table, id).count() + usize::from(self.is_unit(id));
            heirs > 1
        };
        if known.iter().any(is_shared) && known.as_slice() != [unit.clone()] || self.is_divided(table, unit) {
            return Vec::new();
        }
        known
    }

    /// Whether a part of a unit has become another since.
    fn is_divided(&self, table: &impl Then, unit: &UnitId) -> bool {
        self.is_unit(unit) && self.heirs(table, unit).any(|heir| table.named(heir).is_none())
    }

    /// What the units of now are called that were one of a table.
    fn heirs<'l>(&'l self, table: &'l impl Then, unit: &'l UnitId) -> impl Iterator<Item = &'l str> {
        let is_heir = move |was: &[String]| was.iter().any(|was| table.named(was) == Some(unit));
        let heirs = self.was.iter().filter(move |(_, was)| is_heir(was));
        let is_there = move |called: &str| self.now.get().is_some_and(|now| now.called.contains(called));
        heirs.map(|(called, _)| called.as_str()).filter(move |called| is_there(called))
    }
}
