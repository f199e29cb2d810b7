//! What units of now were in one earlier period: itself where it filed by its own name, those that it was or took in, and what of them
//! belongs to others as well.

use std::collections::{BTreeMap, BTreeSet};

use huibian_contract::{Period, UnitId};

use crate::kin::Kin;
use crate::lineage::Then;

/// What some units of now were in a period, as one.
#[derive(Debug)]
pub struct Past<'l> {
    kin: &'l Kin,
    period: Period,
    units: Vec<Unit>,
    roles: BTreeMap<usize, Role>,
}

#[derive(Debug)]
enum Unit {
    /// Of which nothing is said.
    Plain {
        unit: UnitId,
        filed: bool,
    },
    Followed(usize),
}

/// What one was in the period, and whom it is made of.
#[derive(Debug, Default)]
struct Role {
    /// By what id it filed.
    filed: Option<UnitId>,
    /// Whether a part of it belongs to others by now.
    is_divided: bool,
    was: Vec<usize>,
}

/// Of one unit of now, who gave a number of an earlier period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given<'l> {
    /// Whether it, or any that it was, gave it, and that belongs to no other.
    pub any: bool,
    /// Whether it gave it by its own name, and a part of it belongs to others by now.
    pub is_undivided: bool,
    /// Who of those that it was gave it, a part of which belongs to others by now.
    pub divided: Vec<&'l str>,
    /// Who of those that it was gave nothing while others did.
    pub missing: Vec<&'l str>,
}

impl<'l> Past<'l> {
    pub(crate) fn of(kin: &'l Kin, units: &[&UnitId], then: &impl Then) -> Self {
        let mut past = Self { kin, period: then.period(), units: Vec::new(), roles: BTreeMap::new() };
        for unit in units {
            past.units.push(match kin.node(unit.as_str()) {
                Some(node) => Unit::Followed(node),
                None => Unit::Plain { unit: (*unit).clone(), filed: then.knows(unit) },
            });
        }
        let ids: BTreeMap<usize, &UnitId> =
            units.iter().filter_map(|unit| Some((kin.node(unit.as_str())?, *unit))).collect();
        let own: BTreeSet<usize> = ids.keys().copied().collect();
        let mut all = kin.behind(own.iter().copied());
        all.extend(&own);
        let whose = Whose { own, all };
        let mut waiting: Vec<(usize, bool)> = whose.own.iter().map(|node| (*node, false)).collect();
        while let Some((node, of_divided)) = waiting.pop() {
            if past.roles.get(&node).is_some_and(|known| known.is_divided || !of_divided) {
                continue;
            }
            // By its own id first, where it has one.
            let ids = ids.get(&node).copied().into_iter().chain(kin.someone(node).ids.iter().rev());
            let filed = ids.into_iter().find(|unit| then.knows(unit)).cloned();
            let is_divided = of_divided || past.is_divided(node, &whose);
            let is_there = past.has_come(node);
            let is_part = |was: &usize| is_there && past.has_been_divided(*was, node);
            let was: Vec<usize> = kin.someone(node).was.iter().copied().filter(|was| !is_part(was)).collect();
            waiting.extend(was.iter().map(|was| (*was, is_divided && !whose.own.contains(was))));
            past.roles.insert(node, Role { filed, is_divided, was });
        }
        past
    }

    /// Whether a part of what one was in the period belongs to others by now.
    fn is_divided(&self, node: usize, whose: &Whose) -> bool {
        if whose.own.contains(&node) {
            return whose.others(self.kin, node).any(|heir| self.is_to_come(heir));
        }
        self.kin.someone(node).is_now || whose.others(self.kin, node).next().is_some()
    }

    /// Whether one of which another unit had a part had been divided by the period: who was there then had its part already.
    fn has_been_divided(&self, node: usize, heir: usize) -> bool {
        let one = self.kin.someone(node);
        let is_divided = one.is_now || one.heirs.iter().any(|other| *other != heir);
        is_divided && !one.heirs.iter().any(|heir| self.is_to_come(*heir))
    }

    /// Whether one was there by the period.
    fn has_come(&self, node: usize) -> bool {
        self.kin.first(node).is_some_and(|first| first.start() <= self.period.end())
    }

    /// Whether one began to be there after the period.
    fn is_to_come(&self, node: usize) -> bool {
        self.kin.first(node).is_some_and(|first| first.start() > self.period.end())
    }

    /// Those that filed in the period what belongs to these alone, each once.
    pub fn counted(&self) -> impl Iterator<Item = &UnitId> {
        let plain = self.units.iter().filter_map(|unit| match unit {
            Unit::Plain { unit, filed: true } => Some(unit),
            _ => None,
        });
        plain
            .chain(self.roles.values().filter(|role| !role.is_divided).filter_map(|role| role.filed.as_ref()))
    }

    /// The same, and those of which others have a part.
    pub fn filed(&self) -> impl Iterator<Item = &UnitId> {
        self.counted()
            .chain(self.roles.values().filter(|role| role.is_divided).filter_map(|role| role.filed.as_ref()))
    }

    /// Whether any that filed in the period is in part others' by now.
    pub fn is_of_others(&self) -> bool {
        self.roles.values().any(|role| role.is_divided && role.filed.is_some())
    }

    /// What is known of a number, by who gave it then: of each of the units.
    pub fn given(&self, gave: &impl Fn(&UnitId) -> bool) -> Vec<Given<'l>> {
        let (mut known, mut all) = (BTreeMap::new(), Vec::with_capacity(self.units.len()));
        for unit in &self.units {
            let mut given = Given::default();
            match unit {
                Unit::Plain { unit, filed } => given.any = *filed && gave(unit),
                Unit::Followed(node) => {
                    given.any = self.look(*node, gave, &mut known, &mut given);
                    let role = &self.roles[node];
                    given.is_undivided = role.is_divided && role.filed.as_ref().is_some_and(gave);
                }
            }
            all.push(given);
        }
        all
    }

    /// Whether one, or any that it was, gave a number that counts; notes who of them did not where others did, and who is divided.
    fn look(
        &self,
        node: usize,
        gave: &impl Fn(&UnitId) -> bool,
        known: &mut BTreeMap<usize, Option<bool>>,
        given: &mut Given<'l>,
    ) -> bool {
        if let Some(known) = known.get(&node) {
            return known.unwrap_or(false);
        }
        known.insert(node, None);
        let Role { filed, is_divided, was } = &self.roles[&node];
        let (gave_it, name) =
            (filed.as_ref().is_some_and(gave), |node: usize| self.kin.someone(node).name.as_str());
        let (mut any, mut without) = (gave_it && !is_divided, Vec::new());
        if gave_it && *is_divided {
            given.divided.push(name(node));
        }
        let mut behind = Given::default();
        // Who goes in a circle is looked at once.
        for was in was.iter().filter(|was| known.get(was) != Some(&None)).collect::<Vec<_>>() {
            let divided = behind.divided.len();
            if self.look(*was, gave, known, &mut behind) {
                any = true;
            } else if behind.divided.len() == divided {
                without.push(*was);
            }
        }
        if any {
            // Who filed itself lacks one that it took in only while both were there.
            let is_lacking = |was: &usize| {
                let [one, other] = [*was, node].map(|node| self.kin.someone(node));
                let is_there = one.lasts_beyond(self.period) && one.was_beside(other);
                filed.is_none() || self.roles[was].filed.is_some() || is_there
            };
            let without =
                without.into_iter().filter(is_lacking).chain((filed.is_some() && !gave_it).then_some(node));
            given.missing.extend(behind.missing.into_iter().chain(without.map(name)));
        }
        given.divided.extend(behind.divided);
        known.insert(node, Some(any));
        any
    }
}

/// The units that are asked for, and all that they were.
struct Whose {
    own: BTreeSet<usize>,
    all: BTreeSet<usize>,
}

impl Whose {
    /// What else one became.
    fn others<'k>(&'k self, kin: &'k Kin, node: usize) -> impl Iterator<Item = usize> + 'k {
        kin.someone(node).heirs.iter().copied().filter(|heir| !self.all.contains(heir))
    }
}
