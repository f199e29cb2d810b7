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

/// What units were called in earlier periods, through all steps.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    /// By the id or name of a unit, who it was.
    was: BTreeMap<String, Was>,
    /// The ids and names that are someone's earlier ones.
    earlier: Vec<String>,
    /// Who of those are units still, and what ids go with the names of units.
    now: OnceLock<Now>,
}

/// The ids or names of those that a unit was; none is its own.
#[derive(Clone, Debug, Default)]
struct Was {
    /// One step back: none that another of them was.
    next: Vec<String>,
    /// Through all steps.
    all: Vec<String>,
}

#[derive(Clone, Debug, Default)]
struct Now {
    ids: HashSet<UnitId>,
    /// Who bears an id or a name that is spoken of.
    named: HashMap<String, UnitId>,
    /// By what id or name a unit stands in `was`.
    called: HashMap<UnitId, String>,
}

impl Lineage {
    /// By the id or name of each, the ids or names of those that it was.
    pub fn new(was: impl IntoIterator<Item = (String, Vec<String>)>) -> Self {
        let said: BTreeMap<String, Vec<String>> = was.into_iter().collect();
        let all: BTreeMap<&str, Vec<&str>> =
            said.keys().map(|name| (name.as_str(), steps(&said, name))).collect();
        let is_behind = |was: &str, other: &str| all.get(other).is_some_and(|all| all.contains(&was));
        let of = |(name, was): (&String, &Vec<String>)| {
            let others = || was.iter().filter(|was| *was != name);
            let is_next =
                |one: &&String| !others().any(|other| is_behind(one, other) && !is_behind(other, one));
            let next = others().filter(is_next).cloned().collect();
            (name.clone(), Was { next, all: all[name.as_str()].iter().map(ToString::to_string).collect() })
        };
        let was: BTreeMap<String, Was> = said.iter().map(of).collect();
        let earlier = was.values().flat_map(|was| &was.next).cloned().collect();
        Self { earlier, was, now: OnceLock::new() }
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
            let (mut now, spoken_of) = (Now::default(), self.names());
            for (id, name) in units {
                now.ids.insert(id.clone());
                for called in [id.as_str(), name].into_iter().filter(|called| spoken_of.contains(called)) {
                    now.named.insert(called.to_owned(), id.clone());
                    if self.was.contains_key(called) {
                        now.called.insert(id.clone(), called.to_owned());
                    }
                }
            }
            now
        });
    }

    /// The ids and names that it speaks of, of now and of before.
    pub fn names(&self) -> BTreeSet<&str> {
        self.was.iter().flat_map(|(now, was)| was.all.iter().chain([now])).map(String::as_str).collect()
    }

    /// The ids and names that are someone's earlier ones.
    pub fn earlier(&self) -> &[String] {
        &self.earlier
    }

    /// The ids and names that a unit had before.
    pub fn of(&self, unit: &UnitId) -> &[String] {
        self.was(self.called(unit)).map_or(&[], |was| &was.all)
    }

    fn was(&self, name: &str) -> Option<&Was> {
        self.was.get(name)
    }

    fn next(&self, name: &str) -> &[String] {
        self.was(name).map_or(&[], |was| &was.next)
    }

    /// By what id or name a unit stands here.
    fn called<'l>(&'l self, unit: &'l UnitId) -> &'l str {
        self.now.get().and_then(|now| now.called.get(unit)).map_or(unit.as_str(), String::as_str)
    }

    fn is_unit(&self, unit: &UnitId) -> bool {
        self.now.get().is_some_and(|now| now.ids.contains(unit))
    }

    /// Who bears an id or a name: in a table, else now.
    fn who<'l>(&'l self, table: &'l impl Then, name: &str) -> Option<&'l UnitId> {
        table.named(name).or_else(|| self.now.get()?.named.get(name))
    }

    /// Those of a table that a unit was: itself, where it filed; those it took in; and where it did not file yet, the one it
    /// was a part of.
    pub fn in_table(&self, table: &impl Then, unit: &UnitId) -> Vec<UnitId> {
        let filed = table.knows(unit);
        let mut known: Vec<UnitId> = filed.then(|| unit.clone()).into_iter().collect();
        let (mut waiting, mut seen) = (vec![self.called(unit)], BTreeSet::new());
        while let Some(name) = waiting.pop() {
            for was in self.next(name) {
                let who = self.who(table, was);
                if who == Some(unit) || filed && who.is_some_and(|who| self.is_unit(who)) || !seen.insert(was)
                {
                    continue;
                }
                known.extend(table.named(was).filter(|was| !known.contains(was)).cloned());
                waiting.push(was);
            }
        }
        known
    }

    /// Of those that a unit was, who gave nothing while others did.
    pub fn missing(&self, unit: &UnitId, gave: &impl Fn(&str) -> bool) -> Vec<&str> {
        let mut missing = Vec::new();
        let any = self.any_gave(self.called(unit), gave, &mut BTreeMap::new(), &mut missing);
        if any { missing } else { Vec::new() }
    }

    /// Whether any gave that a name stands for, and who did not.
    fn any_gave<'l>(
        &'l self,
        name: &str,
        gave: &impl Fn(&str) -> bool,
        known: &mut BTreeMap<&'l str, bool>,
        missing: &mut Vec<&'l str>,
    ) -> bool {
        let mut any = false;
        for was in self.next(name) {
            let is_known = known.get(was.as_str()).copied();
            let has_given = is_known.unwrap_or_else(|| {
                known.insert(was, false);
                let mut behind = Vec::new();
                let has_given = gave(was) || self.any_gave(was, gave, known, &mut behind);
                missing.extend(if has_given { behind } else { vec![was.as_str()] });
                known.insert(was, has_given);
                has_given
            });
            any |= has_given;
        }
        any
    }

    /// Whether a unit, or one that it was, was put together of several.
    pub fn is_put_together(&self, unit: &UnitId) -> bool {
        let is_several = |name: &str| self.next(name).len() > 1;
        is_several(self.called(unit)) || self.of(unit).iter().any(|was| is_several(was))
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

    /// The same, where nobody else was any of them: halves of a unit have no past of their own, whether both report or one.
    pub fn alone_in_table(&self, table: &impl Then, unit: &UnitId) -> Vec<UnitId> {
        let known = self.in_table(table, unit);
        if self.was.is_empty() {
            return known;
        }
        let of = self.of(unit);
        let is_meant = |was: &String| table.named(was).is_some_and(|was| was != unit && known.contains(was));
        let is_between =
            |was: &&String| is_meant(was) || self.was(was).is_some_and(|was| was.all.iter().any(is_meant));
        let is_own = |heir: &str| self.who(table, heir) == Some(unit) || of.iter().any(|was| was == heir);
        let is_shared = |was: &String| {
            let who = self.who(table, was);
            let lasts = who.is_some_and(|who| who != unit && self.is_unit(who));
            lasts || self.heirs(table, was).any(|heir| heir != self.called(unit) && !is_own(heir))
        };
        let is_part = known.len() > 1 && known.contains(unit) && self.heirs_of(table, unit).next().is_some();
        if of.iter().filter(is_between).any(is_shared) || is_part || self.is_divided(table, unit) {
            return Vec::new();
        }
        known
    }

    /// Whether a part of a unit has become another since.
    fn is_divided(&self, table: &impl Then, unit: &UnitId) -> bool {
        self.is_unit(unit) && self.heirs_of(table, unit).any(|heir| table.named(heir).is_none())
    }

    /// What the units of now are called that a unit became beside itself.
    fn heirs_of<'l>(&'l self, table: &'l impl Then, unit: &'l UnitId) -> impl Iterator<Item = &'l str> {
        let is_meant = move |was: &String| self.who(table, was) == Some(unit);
        let heirs = self.was.iter().filter(move |(_, was)| was.all.iter().any(is_meant));
        let now = move |heir: &str| self.now.get().and_then(|now| now.named.get(heir));
        heirs.map(|(heir, _)| heir.as_str()).filter(move |heir| now(heir).is_some_and(|heir| heir != unit))
    }

    /// What those are called, of now or not, that one became at the next step.
    fn heirs<'l>(&'l self, table: &'l impl Then, one: &'l str) -> impl Iterator<Item = &'l str> {
        let known = table.named(one);
        let is_meant = move |was: &String| was == one || known.is_some() && table.named(was) == known;
        let heirs = self.was.iter().filter(move |(_, was)| was.next.iter().any(is_meant));
        heirs.map(|(heir, _)| heir.as_str())
    }
}

/// All that a unit was, step by step; a circle is followed once.
fn steps<'s>(said: &'s BTreeMap<String, Vec<String>>, unit: &str) -> Vec<&'s str> {
    let mut all: Vec<&str> = Vec::new();
    let mut seen = HashSet::from([unit]);
    let mut waiting = said.get_key_value(unit).map(|(unit, _)| unit.as_str()).into_iter().collect::<Vec<_>>();
    while let Some(name) = waiting.pop() {
        for was in said.get(name).into_iter().flatten() {
            if seen.insert(was) {
                all.push(was);
                waiting.push(was);
            }
        }
    }
    all
}
