//! The roster of a workspace: its units as its source has them, who they were before, and where their files would go.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::num::NonZero;
use std::thread::available_parallelism;

use huibian_contract::UnitId;
use huibian_diagnostic::{Code, Diagnostic, Faults};
use huibian_history::Archive;
use huibian_source::{UnitHead, UnitRef};
use huibian_store::folded;
use huibian_unit::{PreviousNames, Roster, RosterSpec, Tree, UnitNames, roster::known, tree};

use crate::workspace::Workspace;

impl Workspace {
    /// Reads who the units are, on `jobs` threads.
    ///
    /// # Errors
    /// W010 when there are none, U001 for an id that stands twice and O001 for two files with one name, both where units
    /// have no file each, and what is wrong with the data as a whole.
    pub fn roster(&self, jobs: usize) -> Result<Roster, Faults> {
        self.gather(jobs).sound()
    }

    /// Reads who the units are, and all that keeps a run from starting. From here on every unit's name is known.
    pub fn gather(&self, jobs: usize) -> Roster {
        let mut roster = self.read_roster(jobs);
        roster.faults.extend(self.at_counts(self.history.measure_faults()));
        let collisions = self.collisions(&roster.units);
        if self.units.has_file_each() {
            // Neither of two with one name has it.
            roster.refuse(collisions.into_iter().flatten().collect());
        } else {
            roster.faults.extend(collisions.into_iter().map(|[_, (_, fault)]| fault));
        }
        roster
    }

    fn read_roster(&self, jobs: usize) -> Roster {
        let previous_names = self.previous_names();
        let roster = Roster::read(self.roster_spec(&previous_names), jobs);
        let heads = roster.units.iter().map(UnitRef::head);
        self.history.lineage().settle(self.period, heads.map(|head| (&head.id, head.name.as_str())));
        self.names.get_or_init(|| UnitNames::of(roster.units.iter().map(UnitRef::head)));
        roster
    }

    /// A unit, by its id or name.
    ///
    /// # Errors
    /// W010 and W011; what is wrong with the data as a whole, U001 and O001 among it where units have no file each. Where they
    /// have, a unit whose id or file name another has is found, and fails with that.
    pub fn unit(&self, id: &str) -> Result<UnitRef, Faults> {
        self.gather(available_parallelism().map_or(1, NonZero::get)).unit(id).map_err(|faults| {
            let is_parent = |head: &UnitHead| head.id.as_str() == id || head.name == id;
            let is_unknown = faults.iter().any(|fault| fault.code() == Code::NoUnit);
            if is_unknown && self.parents.iter().any(|parent| is_parent(&parent.head)) {
                return Diagnostic::new(Code::NoUnit).with("id", id).with("kind", "parent").into();
            }
            faults
        })
    }

    /// The units of the period before, where the workspace has its data.
    pub fn previous_units(&self) -> Vec<UnitRef> {
        Roster::previous(&*self.units, &self.fields)
    }

    /// The units that must give data: those that the workspace names, else those of the period before.
    pub(crate) fn known_units(&self) -> Vec<String> {
        known(self.roster_spec(&self.previous_names()))
    }

    /// Who is above whom.
    ///
    /// # Errors
    /// All of them: G001 to G004.
    pub fn tree(&self, units: &[UnitRef]) -> Result<Tree, Faults> {
        tree(&self.parents, units, &self.previous_names())
    }

    fn roster_spec<'s>(&'s self, previous_names: &'s PreviousNames<'s>) -> RosterSpec<'s> {
        let (source, fields, period) = (&*self.units, &self.fields, self.period);
        let (known, parents, earlier) = (&self.known, &self.parents, self.history.lineage().earlier());
        RosterSpec { source, fields, known, parents, period, earlier, previous_names }
    }

    fn previous_names(&self) -> PreviousNames<'_> {
        let before = |name: &str| self.history.lineage().names_before(name);
        let filed = || Archive::of(&self.folder, &self.report).names_before(self.period);
        PreviousNames::new(before, &*self.units, &self.fields, filed)
    }

    /// File names that the file system would take for the same: what is said of each of the two. Units with an id that stands
    /// twice have a fault already.
    fn collisions(&self, units: &[UnitRef]) -> Vec<[(UnitId, Diagnostic); 2]> {
        let Some(format) = self.formats.first() else { return Vec::new() };
        let mut collisions = Vec::new();
        let mut ids: HashSet<&str> = HashSet::with_capacity(units.len());
        let name = |unit: &UnitRef| folded(&self.pattern.name(&unit.head().id, &unit.head().name));
        // By the hashes of the names, the next number where two names have one: the names of all units take much room.
        let mut known: HashMap<u64, &UnitRef> = HashMap::with_capacity(units.len());
        for unit in units.iter().filter(|unit| ids.insert(unit.head().id.as_str())) {
            let (head, own) = (unit.head(), name(unit));
            let mut hasher = DefaultHasher::new();
            own.hash(&mut hasher);
            let mut key = hasher.finish();
            while let Some(first) = known.get(&key) {
                if name(first) == own {
                    let path = self.pattern.path(&head.id, &head.name, format.extension());
                    let is_double = first.head().name == head.name;
                    let fault = Diagnostic::new(Code::NameCollision)
                        .with("reason", if is_double { "double" } else { "name" })
                        .with("name", &head.name)
                        .with("first", &first.head().id)
                        .with("second", &head.id)
                        .with("path", path.display());
                    let said = |of: &UnitRef| (of.head().id.clone(), fault.clone().at(of.place()));
                    collisions.push([*first, unit].map(said));
                    break;
                }
                key = key.wrapping_add(1);
            }
            known.insert(key, unit);
        }
        collisions
    }
}
