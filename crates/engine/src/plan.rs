//! Which units of a run need no work: what an earlier run made stands where nothing that went into it has changed. What all
//! units' reports are made from is one hash ([`inputs`](crate::inputs)), a unit's own data are its entry's fingerprint, and
//! the record of the earlier run remembers both, and the hashes of the files that were made. No time is asked.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use blake3::Hash;
use huibian_contract::UnitId;
use huibian_diagnostic::Diagnostic;
use huibian_manifest::{Glance, Last, LastRun, PictureFile};
use huibian_source::UnitRef;
use huibian_source::parallel;
use huibian_store::{Artifact, StaleFile, folded};
use huibian_unit::Roster;

use crate::outcome::Outcome;
use crate::places::due;
use crate::workspace::Workspace;

/// What of an earlier run is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reuse {
    /// Nothing, and what units are made from is not asked either.
    Never,
    /// Nothing: all units are made anew.
    Nothing,
    /// Figures and what else was recorded of units; their files may lie there or not.
    Figures,
    /// Files that nobody has touched since.
    Files,
}

/// Which units of a run need no work, and what each unit's report is made from.
#[derive(Default)]
pub struct Plan {
    reads_figures: bool,
    last: Option<LastRun>,
    units: Vec<Planned>,
    is_nothing_to_do: bool,
    /// That there is a record and it cannot be built upon, where that is so.
    pub remark: Option<Diagnostic>,
}

#[derive(Clone, Copy)]
struct Planned {
    inputs: Option<Hash>,
    stands: bool,
}

impl Plan {
    /// Nothing stands, and nothing is recorded; what is odd about the record is told all the same.
    pub fn nothing(workspace: &Workspace) -> Self {
        Self { remark: LastRun::open(&workspace.pattern.manifest()).err(), ..Self::default() }
    }

    /// Looks at every unit, on `jobs` threads. `shared` is the hash of what all are made from.
    pub fn new(workspace: &Workspace, shared: &Hash, roster: &Roster, jobs: usize, reuse: Reuse) -> Self {
        let (last, remark) = match LastRun::open(&workspace.pattern.manifest()) {
            Ok(last) => (last, None),
            Err(remark) => (None, Some(remark)),
        };
        let mut units = Vec::with_capacity(roster.units.len());
        let look = |unit: &UnitRef| {
            let accepted = workspace.accepted.print_of(&unit.head().name);
            let inputs = unit.fingerprint().map(|own| inputs(shared, &own, accepted.as_ref()));
            let reused = last.as_ref().filter(|_| reuse != Reuse::Nothing);
            let stands = reused.zip(inputs).and_then(|(last, inputs)| {
                let line = last.line(&unit.head().id, &inputs)?;
                let glance = glance(&line)?;
                let due = || due(workspace, unit);
                let lie_there = || lie_there(&glance.artifacts, due(), workspace);
                Some(
                    has_its_pictures(&glance.pictures, workspace) && (reuse == Reuse::Figures || lie_there()),
                )
            });
            Planned { inputs, stands: stands == Some(true) }
        };
        parallel::many_in_order(jobs, &roster.units, look, &mut |planned| units.push(planned));
        let is_nothing_to_do = units.iter().all(|unit: &Planned| unit.stands)
            && last.as_ref().is_some_and(|last| last.len() == units.len());
        // Those of a closed period are held against what was filed.
        let reads_figures = reuse == Reuse::Figures || workspace.history.is_closed;
        Self { reads_figures, last, units, is_nothing_to_do, remark }
    }

    /// Whether the earlier run made just the units that this one would.
    pub fn is_nothing_to_do(&self) -> bool {
        self.is_nothing_to_do
    }

    /// Whether the unit at `index` needs no work.
    pub fn stands(&self, index: usize) -> bool {
        self.units.get(index).is_some_and(|planned| planned.stands)
    }

    /// The findings that the earlier run had of several units at once. `folder` is the workspace's.
    pub fn alike(&self, folder: &Path) -> Vec<Diagnostic> {
        let recorded = self.last.as_ref().map_or(&[][..], |run| &run.last.findings);
        let mut found = huibian_manifest::findings(recorded, folder);
        found.retain(|found| found.code().is_finding());
        found
    }

    /// Whether the last line of the earlier run's record says the same.
    pub fn ends_with(&self, last: &Last) -> bool {
        self.last.as_ref().is_some_and(|run| *last == Last { seal: None, ..run.last.clone() })
    }

    /// Files that an earlier run of this report and period made, and that are no unit's any more: its own is no more, or bears
    /// another name.
    pub fn stale(&self, workspace: &Workspace, roster: &Roster) -> Vec<StaleFile> {
        let is_same = |run: &&LastRun| run.report == workspace.report && run.period == Some(workspace.period);
        let Some(last) = self.last.as_ref().filter(is_same) else { return Vec::new() };
        let indices: HashMap<&UnitId, usize> =
            roster.units.iter().enumerate().map(|(at, unit)| (&unit.head().id, at)).collect();
        let made = last.made(&|id| indices.get(id).is_none_or(|at| !self.stands(*at)));
        if made.is_empty() {
            return Vec::new();
        }
        let of_unit = |unit: &UnitRef| {
            let path = workspace.pattern.path(&unit.head().id, &unit.head().name, "x");
            folded(&path.with_extension("").to_string_lossy())
        };
        let due: HashSet<String> = roster.units.iter().map(of_unit).collect();
        let stale = made.into_iter().filter_map(|(_, made)| {
            let path = workspace.folder.join(&made.path);
            let is_due = due.contains(&folded(&path.with_extension("").to_string_lossy()));
            // A record may come along with a workspace: what it names elsewhere was never made here.
            let is_ours = !is_due && workspace.pattern.ensure_inside(&path).is_ok();
            is_ours.then(|| StaleFile::of(Artifact { path, ..made })).flatten()
        });
        stale.collect()
    }

    /// The files of a unit that the earlier run made, or knew to be left, and that lie there.
    pub fn left(&self, unit: &UnitId, folder: &Path) -> Vec<Artifact> {
        self.last.as_ref().map(|last| last.left(unit, folder)).unwrap_or_default()
    }

    /// What the report of the unit at `index` is made from; `None` where its data cannot be read.
    pub fn inputs(&self, index: usize) -> Option<Hash> {
        self.units.get(index)?.inputs
    }

    /// The line of the unit at `index` in the earlier run's record, where what that made stands.
    pub fn line(&self, index: usize, unit: &UnitRef) -> Option<Vec<u8>> {
        let planned = self.units.get(index).filter(|planned| planned.stands)?;
        self.last.as_ref()?.line(&unit.head().id, &planned.inputs?)
    }

    /// The unit at `index` as an earlier run left it, where that stands.
    pub fn kept(&self, index: usize, unit: &UnitRef, workspace: &Workspace) -> Option<Outcome> {
        let text = self.line(index, unit)?;
        let head = unit.head().clone();
        if self.reads_figures {
            let line = serde_json::from_slice(&text).ok()?;
            return Some(Outcome::recorded(head, text, line, workspace));
        }
        let glance = glance(&text)?;
        Some(Outcome::kept(head, text, glance, workspace))
    }
}

fn glance(line: &[u8]) -> Option<Glance> {
    serde_json::from_slice(line).ok()
}

/// Whether the files are those that are due, byte for byte as they were made.
fn lie_there(made: &[Artifact], due: impl ExactSizeIterator<Item = PathBuf>, workspace: &Workspace) -> bool {
    due.len() == made.len()
        && due.zip(made).all(|(due, made)| due == workspace.folder.join(&made.path) && made.lies_at(&due))
}

/// Whether the pictures of a unit's own are those that its report shows.
fn has_its_pictures(pictures: &[PictureFile], workspace: &Workspace) -> bool {
    huibian_manifest::pictures(pictures, &workspace.folder).iter().all(PictureFile::is_same)
}

fn inputs(shared: &Hash, own: &Hash, accepted: Option<&Hash>) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(shared.as_bytes()).update(own.as_bytes());
    accepted.map(|accepted| hasher.update(accepted.as_bytes()));
    hasher.finalize()
}
