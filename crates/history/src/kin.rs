//! The units that a lineage speaks of, whatever they are called by: each a place in a graph of who was whom.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use huibian_contract::{Period, UnitId};

/// A unit as it stands in a filed period.
#[derive(Clone, Debug)]
pub(crate) struct Sighting {
    pub(crate) period: Period,
    /// Its id; nothing where it was missing.
    pub(crate) unit: Option<UnitId>,
    /// What it was called.
    pub(crate) name: String,
}

/// Who was whom.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kin {
    /// By an id or a name.
    nodes: HashMap<String, usize>,
    all: Vec<Someone>,
    chained: Vec<[String; 3]>,
}

/// A unit, under all ids and names that go together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Someone {
    /// What it is called: its latest name, else what it is spoken of by.
    pub(crate) name: String,
    /// What it is spoken of by.
    said: String,
    /// Its ids, the latest last.
    pub(crate) ids: Vec<UnitId>,
    /// Whether it is a unit of the report's period.
    pub(crate) is_now: bool,
    /// Those that it was one step back.
    pub(crate) was: Vec<usize>,
    /// Those that it became at the next step.
    pub(crate) heirs: Vec<usize>,
    /// When it filed, and by what id.
    filed: BTreeMap<Period, UnitId>,
    /// When it filed or was missing.
    there: BTreeSet<Period>,
}

impl Kin {
    /// As it is said who was whom and what names go with what ids, and as units stand in filed periods, in order; `now` are the period and units of the report.
    pub(crate) fn new<'s, 'u>(
        (said, aliases): (&BTreeMap<String, Vec<String>>, &[[String; 2]]),
        seen: impl Iterator<Item = &'s Sighting>,
        now: Option<(Period, impl Iterator<Item = (&'u UnitId, &'u str)>)>,
    ) -> Self {
        let mut kin = Self::default();
        for name in said.iter().flat_map(|(now, was)| was.iter().chain([now])) {
            if !kin.nodes.contains_key(name) {
                kin.nodes.insert(name.clone(), kin.all.len());
                kin.all.push(Someone { name: name.clone(), said: name.clone(), ..Someone::default() });
            }
        }
        for [id, name] in aliases {
            match [id, name].map(|name| kin.node(name)) {
                [Some(one), Some(other)] if one != other => kin.join(one, other),
                [Some(one), None] => drop(kin.nodes.insert(name.clone(), one)),
                [None, Some(one)] => drop(kin.nodes.insert(id.clone(), one)),
                _ => {}
            }
        }
        let seen: Vec<&Sighting> = seen.collect();
        for seen in seen.chunk_by(|one, other| one.period == other.period) {
            let filed = seen.iter().filter_map(|seen| Some((seen.unit.as_ref()?, seen.name.as_str())));
            kin.meet_all(seen[0].period, filed);
            for missing in seen.iter().filter(|seen| seen.unit.is_none()) {
                if let Some(node) = kin.node(&missing.name) {
                    kin.all[node].there.insert(missing.period);
                }
            }
        }
        if let Some((period, units)) = now {
            for node in kin.meet_all(period, units) {
                kin.all[node].is_now = true;
            }
        }
        let edges: BTreeSet<[usize; 2]> = said
            .iter()
            .flat_map(|(now, was)| was.iter().map(move |was| [now, was]))
            .map(|names| names.map(|name| kin.nodes[name]))
            .filter(|[now, was]| now != was)
            .collect();
        kin.link(edges);
        kin.chain(said);
        kin
    }

    /// Takes in who stands in a period: first those whose ids are known, so that a further unit with the name of one is another.
    fn meet_all<'u>(
        &mut self,
        period: Period,
        units: impl Iterator<Item = (&'u UnitId, &'u str)>,
    ) -> Vec<usize> {
        let (known, others): (Vec<_>, Vec<_>) =
            units.partition(|(unit, _)| self.nodes.contains_key(unit.as_str()));
        known.into_iter().chain(others).filter_map(|(unit, name)| self.meet(period, unit, name)).collect()
    }

    /// Takes in that a unit stands in a period under a name.
    fn meet(&mut self, period: Period, unit: &UnitId, name: &str) -> Option<usize> {
        let is_free = |someone: &Someone| someone.filed.get(&period).is_none_or(|known| known == unit);
        let mut places: Vec<usize> =
            [unit.as_str(), name].into_iter().filter_map(|name| self.nodes.get(name).copied()).collect();
        places.dedup();
        places.retain(|place| is_free(&self.all[*place]));
        if let [one, other] = places[..] {
            self.join(one, other);
        }
        let place = *places.first()?;
        self.nodes.entry(unit.to_string()).or_insert(place);
        let someone = &mut self.all[place];
        someone.ids.retain(|id| id != unit);
        someone.ids.push(unit.clone());
        someone.there.insert(period);
        someone.filed.insert(period, unit.clone());
        name.clone_into(&mut someone.name);
        Some(place)
    }

    /// Takes two for the same, unless two ids of theirs stand in one period.
    fn join(&mut self, one: usize, other: usize) {
        let are_apart = |period: &Period| {
            let ids = [one, other].map(|place| self.all[place].filed.get(period));
            ids[0].is_some() && ids[1].is_some() && ids[0] != ids[1]
        };
        if self.all[other].filed.keys().any(are_apart) {
            return;
        }
        let Someone { ids, filed, there, .. } = std::mem::take(&mut self.all[other]);
        let known = &mut self.all[one];
        known.filed.extend(filed);
        known.there.extend(there);
        known.ids.splice(0..0, ids);
        self.nodes.values_mut().filter(|place| **place == other).for_each(|place| *place = one);
    }

    /// Lets those that one was be what it was one step back: none that another of them was.
    fn link(&mut self, edges: BTreeSet<[usize; 2]>) {
        for [now, was] in edges {
            self.all[now].was.push(was);
        }
        let behind: Vec<BTreeSet<usize>> = (0..self.all.len()).map(|one| self.behind([one])).collect();
        for now in 0..self.all.len() {
            let was = std::mem::take(&mut self.all[now].was);
            let is_next = |one: &usize| {
                !was.iter().any(|other| behind[*other].contains(one) && !behind[*one].contains(other))
            };
            let next: Vec<usize> = was.iter().copied().filter(is_next).collect();
            next.iter().for_each(|was| self.all[*was].heirs.push(now));
            self.all[now].was = next;
        }
    }

    /// Reads a list of which one is not said to be put together as a chain of renamings, where one of it was only there when another had
    /// ceased.
    fn chain(&mut self, said: &BTreeMap<String, Vec<String>>) {
        for last in said.keys().map(|name| self.nodes[name]).collect::<BTreeSet<_>>() {
            let was = self.all[last].was.clone();
            let comes_before = |one: usize, other: usize| {
                let [first, second] = [one, other].map(|place| &self.all[place]);
                let is_said = first.heirs != [last] || !second.was.is_empty();
                !is_said && first.ceased_before(second) && !self.all[last].was_there_with(second)
            };
            let mut links = Vec::new();
            for second in &was {
                let before: Vec<usize> =
                    was.iter().copied().filter(|first| comes_before(*first, *second)).collect();
                let nearest =
                    before.iter().filter(|one| !before.iter().any(|other| comes_before(**one, *other)));
                links.extend(nearest.map(|first| [*second, *first]));
            }
            for [second, first] in links {
                self.all[last].was.retain(|was| *was != first);
                self.all[first].heirs.retain(|heir| *heir != last);
                self.all[second].was.push(first);
                self.all[first].heirs.push(second);
                self.chained.push([last, second, first].map(|place| self.all[place].said.clone()));
            }
        }
    }

    /// The one that an id or a name stands for.
    pub(crate) fn node(&self, name: &str) -> Option<usize> {
        self.nodes.get(name).copied()
    }

    /// Someone by their place.
    pub(crate) fn someone(&self, node: usize) -> &Someone {
        &self.all[node]
    }

    /// All that some were, through all steps; they themselves only where they go in a circle.
    pub(crate) fn behind(&self, nodes: impl IntoIterator<Item = usize>) -> BTreeSet<usize> {
        let (mut behind, mut waiting) = (BTreeSet::new(), nodes.into_iter().collect::<Vec<_>>());
        while let Some(node) = waiting.pop() {
            waiting.extend(self.all[node].was.iter().copied().filter(|was| behind.insert(*was)));
        }
        behind
    }

    /// The ids and names of all that one was, asked for by its id or its name.
    pub(crate) fn names_before(&self, unit: [&str; 2]) -> Vec<&str> {
        let Some(node) = unit.into_iter().find_map(|name| self.node(name)) else { return Vec::new() };
        let mut behind = self.behind([node]);
        behind.insert(node);
        let names =
            self.nodes.iter().filter(|(name, node)| behind.contains(node) && !unit.contains(&name.as_str()));
        names.map(|(name, _)| name.as_str()).collect()
    }

    /// The ids and names of some, and of all that they became.
    pub(crate) fn names_after<'n>(&self, names: impl Iterator<Item = &'n str>) -> Vec<&str> {
        let mut waiting: Vec<usize> = names.filter_map(|name| self.node(name)).collect();
        let mut after = BTreeSet::new();
        while let Some(node) = waiting.pop() {
            if after.insert(node) {
                waiting.extend(&self.all[node].heirs);
            }
        }
        let names = self.nodes.iter().filter(|(_, node)| after.contains(node));
        names.map(|(name, _)| name.as_str()).collect()
    }

    /// When one began to be there, or another that it became.
    pub(crate) fn first(&self, node: usize) -> Option<Period> {
        let (mut seen, mut waiting, mut first) = (BTreeSet::from([node]), vec![node], None);
        while let Some(node) = waiting.pop() {
            let own = self.all[node].first();
            first = [first, own].into_iter().flatten().min_by_key(|period| period.start());
            waiting.extend(self.all[node].heirs.iter().copied().filter(|heir| seen.insert(*heir)));
        }
        first
    }

    /// Chains of renamings that are not said, and are read so since the units were never there together: the last of each, who it
    /// was last, and who that was.
    pub(crate) fn chained(&self) -> &[[String; 3]] {
        &self.chained
    }

    /// The names of those that are each said to have been the other, a circle each.
    pub(crate) fn circles(&self) -> Vec<Vec<&str>> {
        let (mut circles, mut known) = (Vec::new(), BTreeSet::<usize>::new());
        for node in 0..self.all.len() {
            let behind = self.behind([node]);
            if !behind.contains(&node) || known.contains(&node) {
                continue;
            }
            let others =
                behind.into_iter().filter(|other| *other != node && self.behind([*other]).contains(&node));
            let circle: Vec<usize> = std::iter::once(node).chain(others).collect();
            known.extend(&circle);
            circles.push(circle.into_iter().map(|node| self.all[node].said.as_str()).collect());
        }
        circles
    }
}

impl Someone {
    fn first(&self) -> Option<Period> {
        self.there.iter().copied().min_by_key(|period| period.start())
    }

    fn last(&self) -> Option<Period> {
        self.there.iter().copied().max_by_key(|period| period.end())
    }

    /// Whether all its periods are over when another's begin.
    fn ceased_before(&self, other: &Self) -> bool {
        self.last().zip(other.first()).is_some_and(|(last, first)| last.end() < first.start())
    }

    /// Whether it was there in another's time, or before.
    fn was_there_with(&self, other: &Self) -> bool {
        self.first().is_some() && !other.ceased_before(self)
    }

    /// Whether both were ever there in one period.
    pub(crate) fn was_beside(&self, other: &Self) -> bool {
        !self.there.is_disjoint(&other.there)
    }

    /// Whether it is there after a period as well.
    pub(crate) fn lasts_beyond(&self, period: Period) -> bool {
        self.there.iter().any(|there| there.start() > period.end())
    }
}
