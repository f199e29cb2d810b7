//! What an earlier run made stands where nothing that went into it has changed: [`ground`] is what all units' reports
//! are made from, a unit's own data are its entry's fingerprint, and [`earlier`] is the record that remembers both.

pub mod earlier;
pub mod ground;

use blake3::Hash;
use huibian_source::parallel;
use huibian_unit::Finding;
use huibian_unit::Roster;
use huibian_unit::RosterUnit;

use crate::workspace::Workspace;
use earlier::{Earlier, Line};

/// Which units of a run need no work, and what each unit's report is made from.
pub struct Plan {
    earlier: Option<Earlier>,
    units: Vec<Planned>,
    is_nothing_to_do: bool,
}

#[derive(Clone, Copy)]
struct Planned {
    inputs: Option<Hash>,
    stands: bool,
}

impl Plan {
    /// Looks at every unit, on `jobs` threads. Where all are to be made anew, nothing stands.
    pub fn new(workspace: &Workspace, ground: &Hash, roster: &Roster, jobs: usize, anew: bool) -> Self {
        let record = workspace.pattern.manifest();
        let earlier = if anew { None } else { Earlier::read(&record, &workspace.folder) };
        let mut units = Vec::with_capacity(roster.units.len());
        let look = |(): &mut (), unit: &RosterUnit| {
            let inputs = unit.fingerprint().map(|own| inputs(ground, &own));
            let line = inputs.and_then(|inputs| earlier.as_ref()?.line(&unit.head().id, &inputs));
            let stands = line.is_some_and(|line| {
                let due = workspace.formats.iter().map(|format| {
                    workspace.pattern.path(&unit.head().id, &unit.head().name, format.extension())
                });
                line.stands(due)
            });
            Planned { inputs, stands }
        };
        parallel::in_order(jobs, &roster.units, || (), look, &mut |planned| units.push(planned));
        let is_nothing_to_do = units.iter().all(|unit: &Planned| unit.stands)
            && earlier.as_ref().is_some_and(|earlier| earlier.len() == units.len());
        Self { earlier, units, is_nothing_to_do }
    }

    /// Whether the earlier run made just what this one would.
    pub fn is_nothing_to_do(&self) -> bool {
        self.is_nothing_to_do
    }

    /// Whether the unit at `index` needs no work.
    pub fn stands(&self, index: usize) -> bool {
        self.units.get(index).is_some_and(|planned| planned.stands)
    }

    /// What the earlier run found of several units at once.
    pub fn findings(&self) -> Vec<Finding> {
        self.earlier.as_ref().map(|earlier| earlier.findings.clone()).unwrap_or_default()
    }

    /// What the report of the unit at `index` is made from; `None` where its data cannot be read.
    pub fn inputs(&self, index: usize) -> Option<Hash> {
        self.units.get(index)?.inputs
    }

    /// What the earlier run recorded of the unit at `index`, where that stands.
    pub fn line(&self, index: usize, unit: &RosterUnit) -> Option<Line> {
        let planned = self.units.get(index).filter(|planned| planned.stands)?;
        self.earlier.as_ref()?.line(&unit.head().id, &planned.inputs?)
    }
}

fn inputs(ground: &Hash, own: &Hash) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(ground.as_bytes()).update(own.as_bytes());
    hasher.finalize()
}
