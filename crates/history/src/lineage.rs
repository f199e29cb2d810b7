//! Who units were before: units that were renamed, put together or divided carry what was filed of them. A name is followed through
//! all that was ever filed under it, whatever it was said by: an id or a name.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use huibian_config::place_of;
use huibian_contract::{Period, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Severity, Source};

use crate::archive::Archive;
use crate::file::{Named, lines};
use crate::kin::{Kin, Sighting};
use crate::lists::Lists;
use crate::past::Past;

/// Who the units of an earlier period were.
pub trait Then {
    /// The period.
    fn period(&self) -> Period;
    /// Whether a unit filed then.
    fn knows(&self, unit: &UnitId) -> bool;
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
    /// By the id or name of a unit, the ids or names of those that it was.
    said: BTreeMap<String, Vec<String>>,
    /// The ids and names that it speaks of, of now and of before.
    names: BTreeSet<String>,
    /// Those that are someone's earlier ones, or of no units of the report's period.
    earlier: Vec<String>,
    /// Ids and names of units that have no data of their own.
    aliases: Vec<[String; 2]>,
    /// Where those stand in what was filed, in the order of the periods.
    seen: Vec<Sighting>,
    /// The ids that go with those.
    ids: HashSet<UnitId>,
    kin: OnceLock<Kin>,
    /// The same, whoever the units of the report's period are.
    kin_of_filed: OnceLock<Kin>,
    /// Where it is said, under `[units.was]`.
    source: Option<Arc<Source>>,
    /// Who must give data in which periods.
    pub listed: Lists,
}

impl Lineage {
    /// By the id or name of each, the ids or names of those that it was.
    pub fn new(was: impl IntoIterator<Item = (String, Vec<String>)>) -> Self {
        let said: BTreeMap<String, Vec<String>> = was.into_iter().collect();
        let names = said.iter().flat_map(|(now, was)| was.iter().chain([now])).cloned().collect();
        let pairs = said.iter().flat_map(|(now, was)| was.iter().map(move |was| (now, was)));
        let earlier = pairs.filter(|(now, was)| now != was).map(|(_, was)| was.clone()).collect();
        Self { said, names, earlier, ..Self::default() }
    }

    /// With what names go with what ids, of units that have no data of their own.
    #[must_use]
    pub fn with_names(self, aliases: impl IntoIterator<Item = [String; 2]>) -> Self {
        Self { aliases: aliases.into_iter().collect(), ..self }
    }

    /// With who must give data in which periods; who is listed, and not for `now`, is no unit of that.
    #[must_use]
    pub fn with_lists(mut self, listed: Lists, now: Period) -> Self {
        self.earlier.extend(listed.others(now));
        Self { listed, ..self }
    }

    /// As a file says it.
    #[must_use]
    pub fn said_in(self, source: &Arc<Source>) -> Self {
        Self { source: Some(source.clone()), ..self }
    }

    /// With what was filed of those that it speaks of. What cannot be read is told of with all that is filed.
    #[must_use]
    pub(crate) fn seen_in(mut self, archive: &Archive) -> Self {
        if self.said.is_empty() {
            return self;
        }
        let filed = archive.filed();
        let mut known = 0;
        // Once more with the ids that go with names: they may have had others.
        while known == 0 || known < self.ids.len() {
            known = self.ids.len();
            self.seen.clear();
            for (period, path) in &filed {
                let head = lines(path, |Named { unit, name }| {
                    let is_said = self.is_said(unit.as_str()) || self.is_said(&name);
                    if is_said || self.ids.contains(&unit) {
                        self.ids.insert(unit.clone());
                        self.seen.push(Sighting { period: *period, unit: Some(unit), name });
                    }
                });
                let Ok(head) = head else { continue };
                let missing = head.without.into_iter().map(|unit| unit.to_string()).chain(head.absent);
                self.seen.extend(missing.map(|name| Sighting { period: *period, unit: None, name }));
            }
            if self.ids.iter().all(|id| self.is_said(id.as_str())) {
                break;
            }
        }
        self
    }

    fn is_said(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Whether what a unit filed is asked for by the period.
    pub(crate) fn is_seen(&self, unit: &UnitId) -> bool {
        self.ids.contains(unit)
    }

    /// Takes in who the units are in the report's period, by id and name; the first time counts.
    pub fn settle<'u>(&self, period: Period, units: impl Iterator<Item = (&'u UnitId, &'u str)>) {
        if !self.said.is_empty() {
            let before = self.seen.iter().filter(|seen| seen.period.start() < period.start());
            self.kin.get_or_init(|| {
                Kin::new((&self.said, &self.aliases), before, Some((period, self.met(units))))
            });
        }
    }

    /// The same, settled for the units of another period, beside those of an earlier one.
    #[must_use]
    pub fn between<'u>(
        &self,
        (now, units): (Period, impl Iterator<Item = (&'u UnitId, &'u str)>),
        (then, earlier): (Period, impl Iterator<Item = (&'u UnitId, &'u str)>),
    ) -> Self {
        let (mut seen, earlier) = (self.seen.clone(), self.met(earlier));
        seen.retain(|seen| seen.period != then && seen.period.start() < now.start());
        seen.extend(earlier.map(|(unit, name)| Sighting {
            period: then,
            unit: Some(unit.clone()),
            name: name.to_owned(),
        }));
        seen.sort_by_key(|seen| seen.period.start());
        let kin = Kin::new((&self.said, &self.aliases), seen.iter(), Some((now, self.met(units))));
        Self { kin: kin.into(), seen, ..self.clone() }
    }

    /// Those of some units that it may speak of.
    fn met<'u>(
        &self,
        units: impl Iterator<Item = (&'u UnitId, &'u str)>,
    ) -> impl Iterator<Item = (&'u UnitId, &'u str)> {
        units.filter(|(unit, name)| {
            self.is_said(unit.as_str()) || self.is_said(name) || self.ids.contains(*unit)
        })
    }

    fn kin(&self) -> &Kin {
        self.kin.get_or_init(|| {
            Kin::new((&self.said, &self.aliases), self.seen.iter(), None::<(_, std::iter::Empty<_>)>)
        })
    }

    /// The ids and names that a unit, by one of them, had before, or those had that it was; asked before the units are known.
    pub fn names_before(&self, name: &str) -> Vec<String> {
        if self.said.is_empty() {
            return Vec::new();
        }
        let (said, seen) = ((&self.said, self.aliases.as_slice()), self.seen.iter());
        let kin = self.kin_of_filed.get_or_init(|| Kin::new(said, seen, None::<(_, std::iter::Empty<_>)>));
        kin.names_before([name, name]).into_iter().map(str::to_owned).collect()
    }

    /// The ids and names that are someone's earlier ones, or of those that are no units of the report's period.
    pub fn earlier(&self) -> &[String] {
        &self.earlier
    }

    /// The ids and names that a unit had before, or those had that it was; it is asked for by its id and by its name.
    pub fn of(&self, unit: &UnitId, name: &str) -> Vec<&str> {
        if self.said.is_empty() { Vec::new() } else { self.kin().names_before([unit.as_str(), name]) }
    }

    /// The ids and names of some units, and of all that they became; nothing of those of which nothing is said.
    pub fn names_after<'u>(&self, units: impl Iterator<Item = &'u UnitId>) -> Vec<&str> {
        if self.said.is_empty() { Vec::new() } else { self.kin().names_after(units.map(UnitId::as_str)) }
    }

    /// What is told of it: names that go in a circle (W019), and lists that are read as chains of renamings (H009).
    pub fn remarks(&self) -> Vec<Diagnostic> {
        if self.said.is_empty() {
            return Vec::new();
        }
        let circles =
            self.kin().circles().into_iter().map(|names| {
                (names[0], Diagnostic::new(Code::CircleOfNames).with("units", names.join("、")))
            });
        let chains = self.kin().chained().iter().map(|[unit, last, first]| {
            let chain = Diagnostic::new(Code::ReadAsChain).with("unit", unit);
            (unit.as_str(), chain.with("last", last).with("first", first))
        });
        let placed = |(name, remark): (&str, Diagnostic)| {
            let place = self.source.as_ref().map(|source| place_of(source, &["units", "was", name]));
            let remark = remark.weighing(Severity::Warning);
            place.map_or(remark.clone(), |place| remark.at(place))
        };
        circles.chain(chains).map(placed).collect()
    }

    /// What a unit that is followed is called.
    pub(crate) fn name<'l>(&'l self, unit: &'l UnitId) -> &'l str {
        self.kin().node(unit.as_str()).map_or(unit.as_str(), |node| &self.kin().someone(node).name)
    }

    /// Whether anything was said of a unit, or of who it is by now.
    pub fn follows(&self, unit: &UnitId) -> bool {
        !self.said.is_empty() && self.kin().node(unit.as_str()).is_some()
    }

    /// What units of now were in a period, as one.
    pub fn past(&self, units: &[&UnitId], then: &impl Then) -> Past<'_> {
        Past::of(self.kin(), units, then)
    }

    /// Which units of now go together, since they were the same in some of these periods: each by itself as a rule.
    pub fn together<'u>(&self, units: impl Iterator<Item = &'u UnitId>, periods: &[impl Then]) -> Together {
        let mut together = Together::default();
        for (at, unit) in units.enumerate() {
            let mut was = vec![unit.clone()];
            if self.follows(unit) {
                was.extend(
                    periods
                        .iter()
                        .flat_map(|then| self.past(&[unit], then).filed().cloned().collect::<Vec<_>>()),
                );
            }
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
            together.owners.extend(was.into_iter().map(|unit| (unit, group)));
        }
        together
    }
}
