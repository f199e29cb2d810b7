//! Who the units are, before anything is made: an id that stands twice ends a run, or costs that unit where each
//! has a file of its own. Knows no output.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use huibian_contract::text::name as seen;
use huibian_contract::{Period, UnitId};
use huibian_diagnostic::{Argument, Code, Diagnostic, Faults, Location, Severity};
use huibian_sheet::columns::FieldIndex;
use huibian_source::csv::Decided;
use huibian_source::{Source, SourceReport, UnitHead, UnitRef};

use crate::members::Parent;
use crate::previous_names::PreviousNames;
use crate::tree::Tree;

/// How many bytes of units' tables are kept as they were made out to learn who the units are: those of a county. What is beyond
/// is made out again, so that ten thousand units take little more room than a thousand.
const KEPT: usize = 2 * 1024 * 1024;
/// How many units a remark names: of a whole list that is not theirs nobody reads all.
const NAMED: usize = 20;
/// Units that gave no data, of which a remark each is made.
const MOST_ABSENT: usize = 10_000;

/// What a roster is read from.
#[derive(Clone, Copy)]
pub struct RosterSpec<'s> {
    /// Where the units are.
    pub source: &'s dyn Source,
    /// The fields that they are asked for.
    pub fields: &'s Arc<FieldIndex>,
    /// The names or ids of the units that must give data; none for those of the period before.
    pub known: &'s [String],
    /// The units above others that have no data of their own.
    pub parents: &'s [Parent],
    /// The period that they report of.
    pub period: Period,
    /// The ids and names of units that are others by now.
    pub earlier: &'s [String],
    /// What units were called before.
    pub previous_names: &'s PreviousNames<'s>,
}

/// The units of a run, in the order of their data.
#[derive(Debug, Default)]
pub struct Roster {
    /// Each unit, with where its data are.
    pub units: Vec<UnitRef>,
    /// What keeps a run from starting.
    pub faults: Faults,
    /// What is odd without being wrong.
    pub remarks: Vec<Diagnostic>,
    /// Files that were passed over.
    pub ignored_files: Vec<PathBuf>,
    /// What was decided for CSV files with all units.
    pub decided: Vec<(PathBuf, Decided)>,
    /// The period that they report of, where that is known.
    period: Option<Period>,
}

impl Roster {
    /// Reads who the units are, on `jobs` threads, and all that keeps a run from starting: what is wrong with the data as a
    /// whole, W010 when there are none, U001 for an id that stands twice where units
    /// have no file each.
    pub fn read(spec: RosterSpec<'_>, jobs: usize) -> Self {
        let mut roster = Self::of_source(spec.source, spec.fields, jobs);
        roster.period = Some(spec.period);
        if roster.units.is_empty() && roster.faults.is_empty() {
            let path = spec.source.path();
            let fault = Diagnostic::new(Code::NoUnits).with("path", path.display());
            roster.faults.push(fault.at(Location::file(path)));
        }
        let twice = twice(&roster.units);
        if spec.source.has_file_each() {
            roster.refuse(twice);
            let mut ids = HashSet::new();
            roster.units.retain(|unit| ids.insert(unit.head().id.clone()));
        } else {
            roster.faults.extend(twice.into_iter().map(|(_, fault)| fault));
        }
        // Where there is no data at all, that is what is to be told.
        if roster.units.is_empty() {
            roster.remarks.retain(|remark| remark.code() != Code::TotalDiffers);
        } else {
            roster.note_absent(spec);
            roster.note_unlisted(spec);
            roster.note_namesakes(spec);
        }
        roster
    }

    /// The roster, where nothing keeps a run from starting.
    ///
    /// # Errors
    /// All that does, and behind it what is odd, which may explain it.
    pub fn sound(self) -> Result<Self, Faults> {
        if self.faults.is_empty() {
            return Ok(self);
        }
        let remarks = self.remarks.into_iter().map(|remark| remark.weighing(Severity::Warning));
        Err(self.faults.into_iter().chain(remarks).collect())
    }

    /// The units of the period before, where its data are there.
    pub fn previous(source: &dyn Source, fields: &Arc<FieldIndex>) -> Vec<UnitRef> {
        source.previous().map_or_else(Vec::new, |previous| Self::of_source(&*previous, fields, 1).units)
    }

    /// A unit, by its id or name.
    ///
    /// # Errors
    /// W010 and W011; what is wrong with the data as a whole, and U001 where another unit has its id.
    pub fn unit(self, id: &str) -> Result<UnitRef, Faults> {
        if self.faults.iter().any(|fault| fault.code() != Code::UnitTwice) {
            return self.sound().and_then(|roster| roster.unit(id));
        }
        let Self { mut units, faults, .. } = self;
        let id = &*seen(id);
        let is_it = |unit: &UnitRef| unit.head().id.as_str() == id || unit.head().name == id;
        let Some(at) = units.iter().position(is_it) else {
            let heads = units.iter().map(UnitRef::head);
            let known: Vec<&str> = heads.flat_map(|head| [head.id.as_str(), &head.name]).collect();
            return Err(Diagnostic::new(Code::NoUnit).with("id", id).suggest(id, known).into());
        };
        let found = units.swap_remove(at);
        let is_twice = units.iter().any(|other| other.head().id == found.head().id);
        if is_twice { Err(faults) } else { Ok(found) }
    }

    /// Refuses units, by their ids, each for what is said of it.
    pub fn refuse(&mut self, faults: Vec<(UnitId, Diagnostic)>) {
        if faults.is_empty() {
            return;
        }
        // Two units of one name that are refused for it are told of.
        let is_told = |remark: &Diagnostic| {
            let name = remark.argument("name").filter(|_| remark.code() == Code::Namesakes);
            name.is_some_and(|name| faults.iter().any(|(_, fault)| fault.argument("name") == Some(name)))
        };
        self.remarks.retain(|remark| !is_told(remark));
        let mut by_id: HashMap<UnitId, Faults> = HashMap::new();
        faults.into_iter().for_each(|(id, fault)| by_id.entry(id).or_default().push(fault));
        let units = std::mem::take(&mut self.units).into_iter();
        let refused = units.map(|unit| match by_id.get(&unit.head().id) {
            Some(faults) => unit.refused(faults.clone()),
            None => unit,
        });
        self.units = refused.collect();
    }

    fn of_source(source: &dyn Source, fields: &Arc<FieldIndex>, jobs: usize) -> Self {
        let (mut units, mut kept) = (Vec::new(), 0);
        let mut take = |mut unit: UnitRef| {
            kept += unit.kept_bytes();
            if kept > KEPT {
                unit.forget();
            }
            units.push(unit);
        };
        let SourceReport { faults, remarks, ignored_files, decided } = source.units(fields, jobs, &mut take);
        Self { units, faults, remarks, ignored_files, decided, period: None }
    }

    /// Remarks on units that a parent lists and that gave no data, but for those that are told of already. The tree's first
    /// `parents` members have no data of their own.
    pub fn absent_members(&self, tree: &Tree, parents: usize) -> Vec<Diagnostic> {
        let absent = self.remarks.iter().filter(|remark| remark.code() == Code::UnitAbsent);
        let told: HashSet<&str> = absent.filter_map(|remark| remark.argument("unit")?.as_str()).collect();
        // Members without data stand behind those with.
        let members = (parents + self.units.len()..tree.len()).map(|index| tree.member(index));
        told_of(
            members
                .filter(|member| !told.contains(member.name.as_str()))
                .map(|member| self.gave_nothing(&member.name, "parents").at(member.place.clone())),
        )
    }

    /// That a unit gave no data, and where it is listed.
    fn gave_nothing(&self, unit: &str, listed: &str) -> Diagnostic {
        let remark = Diagnostic::new(Code::UnitAbsent).with("unit", unit);
        let remark = self.period.into_iter().fold(remark, |remark, period| remark.with("period", period));
        remark.with("listed", listed)
    }

    /// Remarks on units that should have given data and did not, wherever they are listed.
    pub fn absent(&self, tree: &Tree, parents: usize) -> Vec<Diagnostic> {
        let known = self.remarks.iter().filter(|remark| remark.code() == Code::UnitAbsent).cloned();
        let all = known.chain(self.absent_members(tree, parents));
        all.map(|absent| absent.weighing(Severity::Warning)).collect()
    }

    /// Remarks on units that are known and gave no data.
    fn note_absent(&mut self, spec: RosterSpec<'_>) {
        let known = known(spec);
        if known.is_empty() {
            return;
        }
        let listed = if spec.known.is_empty() { "previous" } else { "known" };
        let mut there = HashSet::with_capacity(self.units.len() * 3);
        for unit in &self.units {
            there.extend([unit.head().id.to_string(), unit.head().name.clone()]);
            there.extend(unit.alias().map(|alias| seen(&alias).into_owned()));
        }
        let called = |was: &'_ String| spec.previous_names.of(was).map(str::to_owned);
        let earlier: HashSet<String> =
            spec.earlier.iter().flat_map(|was| [Some(was.clone()), called(was)]).flatten().collect();
        // Who it was, and is no unit beside it, may have given data in its stead.
        let stands_in = |was: &String| there.contains(was) && !known.contains(was);
        let is_there = |unit: &str| {
            there.contains(&*seen(unit)) || spec.previous_names.before(unit).iter().any(stands_in)
        };
        let absent = known.iter().filter(|unit| !is_there(unit)).filter_map(|unit| {
            let name = spec.previous_names.of(unit).unwrap_or(unit);
            let is_earlier = earlier.contains(unit.as_str()) || earlier.contains(name);
            let remark = || self.gave_nothing(name, listed).at(Location::file(spec.source.path()));
            (!is_earlier).then(remark)
        });
        let absent = told_of(absent);
        self.remarks.extend(absent);
    }

    /// Asks about units below one that bear one name, where their ids are in no list: one may have given its data twice.
    fn note_namesakes(&mut self, spec: RosterSpec<'_>) {
        let below = spec.parents.iter().flat_map(Parent::units);
        let listed: HashSet<&str> = spec.known.iter().map(String::as_str).chain(below).collect();
        let mut first: HashMap<(&str, Option<&str>), &UnitHead> = HashMap::with_capacity(self.units.len());
        let mut remarks = Vec::new();
        for head in self.units.iter().map(UnitRef::head).filter(|head| !listed.contains(head.id.as_str())) {
            let called = (head.name.as_str(), head.parent.as_deref());
            if let Some(other) = first.insert(called, head).filter(|other| other.id != head.id) {
                let remark = Diagnostic::new(Code::Namesakes).with("name", &head.name);
                remarks.push(remark.with("first", &other.place).at(head.place.clone()));
            }
        }
        self.remarks.extend(remarks);
    }

    /// Asks about units that stand in no list, where the workspace has one: they are neither known, nor below a parent, nor
    /// above others.
    fn note_unlisted(&mut self, spec: RosterSpec<'_>) {
        let below = spec.parents.iter().flat_map(Parent::units);
        let mut listed: HashSet<&str> = spec.known.iter().map(String::as_str).chain(below).collect();
        if listed.is_empty() {
            return;
        }
        listed.extend(spec.parents.iter().map(|parent| parent.head.name.as_str()));
        let heads = || self.units.iter().map(UnitRef::head);
        let there: HashSet<&str> = heads().flat_map(|head| [head.id.as_str(), head.name.as_str()]).collect();
        let without = listed.iter().filter(|unit| !there.contains(**unit));
        let before: Vec<String> = without.flat_map(|unit| spec.previous_names.before(unit)).collect();
        listed.extend(before.iter().map(String::as_str));
        let above: HashSet<&str> = heads().filter_map(|head| head.parent.as_deref()).collect();
        let is_listed = |unit: &&UnitRef| {
            let alias = unit.alias().is_some_and(|alias| listed.contains(&*seen(&alias)));
            alias || is_among(unit.head(), &listed) || is_among(unit.head(), &above)
        };
        let unlisted = self.units.iter().filter(|unit| unit.head().parent.is_none() && !is_listed(unit));
        let unlisted: Vec<&UnitHead> = unlisted.map(UnitRef::head).collect();
        let Some(first) = unlisted.first() else { return };
        let named = unlisted.iter().take(NAMED).map(|head| head.name.as_str());
        let remark = Diagnostic::new(Code::UnitUnlisted)
            .with("units", Argument::list(named))
            .with("count", unlisted.len())
            .with("all", if unlisted.len() > NAMED { "no" } else { "yes" });
        let remark = match unlisted.as_slice() {
            [unit] => remark.suggest(&unit.name, listed.iter().copied()),
            _ => remark,
        };
        self.remarks.push(remark.at(first.place.clone()));
    }
}

/// Whether a unit goes by one of these names, or ids.
fn is_among(head: &UnitHead, names: &HashSet<&str>) -> bool {
    names.contains(head.id.as_str()) || names.contains(head.name.as_str())
}

/// Remarks as far as they are told, and how many more there are.
fn told_of(remarks: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut remarks = remarks.fuse();
    let mut told: Vec<Diagnostic> = remarks.by_ref().take(MOST_ABSENT).collect();
    let untold = remarks.count();
    if untold > 0 {
        let more = Diagnostic::new(Code::MoreFaults).with("told", told.len()).with("more", untold);
        let place = told.first().and_then(Diagnostic::location).map(Location::whole_file);
        told.push(place.into_iter().fold(more, Diagnostic::at));
    }
    told
}

/// The units that must give data: those that are named, else those of the period before.
pub fn known(spec: RosterSpec<'_>) -> Vec<String> {
    if !spec.known.is_empty() {
        return spec.known.to_vec();
    }
    spec.source.previous().map_or_else(Vec::new, |previous| previous.unit_names(spec.fields))
}

/// Ids that stand twice.
fn twice(units: &[UnitRef]) -> Vec<(UnitId, Diagnostic)> {
    let mut faults = Vec::new();
    let mut ids: HashMap<&str, &UnitRef> = HashMap::with_capacity(units.len());
    for unit in units {
        let id = &unit.head().id;
        if let Some(first) = ids.insert(id.as_str(), unit) {
            let is_double = first.head().name == unit.head().name;
            let fault =
                Diagnostic::new(Code::UnitTwice).with("reason", if is_double { "double" } else { "id" });
            let fault =
                fault.with("id", id).with("name", &unit.head().name).with("first", &first.head().place);
            faults.push((id.clone(), fault.at(unit.place())));
        }
    }
    faults
}
