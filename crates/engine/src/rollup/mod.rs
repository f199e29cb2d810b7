//! Roll-up: what stands above the units. [`survey`] goes over the units, [`parent`] writes the report, the workbook and the page of the unit above. Sums are `huibian-rollup`'s. No plugin is asked
//! about a parent.

mod parent;
mod survey;

use std::collections::HashMap;
use std::sync::atomic::AtomicBool;

use huibian_contract::IndexMap;
use huibian_diagnostic::{Code, Diagnostic, Faults, Result};
use huibian_manifest::{Coverage, Head, Line, RunManifest};
use huibian_source::UnitHead;
use huibian_store::{Artifact, ensure_takes, folded, settle};
use huibian_unit::{Member, Tree};
use huibian_writers::Scratch;

use crate::manifest_lines::ManifestLines;
use crate::outcome::Outcome;
use crate::places::{obstacles, on_top};
use crate::plan::Reuse;
use crate::preflight::{Item, Preflight, Scope};
use crate::program::Program;
use crate::run::{Reused, Run};
use crate::workspace::Workspace;
use parent::{parent_unit, write_parent};
use survey::survey;

/// What became of a unit above others.
#[derive(Clone, Debug)]
pub struct RolledUp {
    /// Its counts, findings, faults and files.
    pub outcome: Outcome,
    /// How many units stand behind them.
    pub coverage: Coverage,
}

/// What a roll-up did.
#[derive(Debug)]
pub struct Rollup {
    /// The units above, in order.
    pub parents: Vec<RolledUp>,
    /// Whether nothing was missing and nothing failed: no unit, no check, no parent, nothing of all together.
    pub is_clean: bool,
    /// The record of the run.
    pub manifest: Artifact,
    /// Which units were made for it.
    pub reused: Reused,
    /// What is wrong, or odd, with the data as a whole, with units, and with those above them.
    pub problems: Preflight,
}

/// Rolls up one unit, by id or name, or everyone that has units below it and none above: the figures of the batch before
/// it, and those of units whose line in its record does not hold. Nothing of the units below is written. `on_unit` hears of
/// each, in tree order, with the number of units there are.
///
/// # Errors
/// What `check` says, where something keeps the run from starting: no units (W010), an id twice (U001), one name for two files
/// (O001), what is no tree (G001 to G004), something where files are to lie (O004). Nothing to roll up (W011, G005, G006). What was
/// found until it was interrupted (R001) or a check failed (G007).
pub fn roll_up(
    program: &Program,
    unit: Option<&str>,
    jobs: usize,
    interrupt: &AtomicBool,
    on_unit: &mut dyn FnMut(&Outcome, usize),
) -> Result<Rollup, Box<Preflight>> {
    let workspace = &program.workspace;
    let run = Run::begin(program, jobs, Reuse::Figures).sound()?;
    let Ok(tree) = workspace.tree(&run.roster.units) else { return Err(Box::new(Preflight::of_run(&run))) };
    let above = above(program, &tree, unit)?;
    let obstacles = match run.misplaced() {
        Some(fault) => vec![Item::of_all(fault)],
        None => obstacles_above(workspace, &tree, above.iter().map(|(index, _)| *index)),
    };
    if !obstacles.is_empty() {
        return Err(Preflight::stopped_by(&run, obstacles));
    }
    let below: usize = above.iter().map(|(index, _)| tree.walk(*index).len()).sum();
    // What the batch found of texts may be of units that stand elsewhere.
    let run = if below < tree.len() { run.comparing() } else { run };
    let (mut scratch, mut reused) = (Scratch::default(), Reused::default());
    let (mut problems, mut is_clean) = (Preflight::begin(&run), true);
    let mut surveys = Vec::with_capacity(above.len());
    for (index, head) in above {
        let mut take = |outcome: &Outcome, units: usize| {
            reused.count(outcome);
            problems.take_unordered(outcome);
            on_unit(outcome, units);
        };
        let (surveyed, all_clean) = match survey(&run, &tree, index, interrupt, &mut take) {
            Ok(surveyed) => surveyed,
            Err(faults) => return Err(problems.ended(faults)),
        };
        is_clean &= all_clean;
        surveys.push((surveyed, parent_unit(workspace, &run.roster, index, &head)));
    }
    problems.conclude(workspace, &run.roster, run.alike());
    // A parent's own outcome says what its number lacks.
    problems
        .items
        .retain(|item| item.scope == Scope::Unit || item.diagnostic.code() != Code::NumberIncomplete);
    let together = problems.of_all().filter(|item| item.scope == Scope::Together);
    let together: Vec<Diagnostic> = together.map(|item| item.diagnostic.clone()).collect();
    let surveys = surveys.into_iter();
    let write = |(surveyed, above)| write_parent(program, surveyed, above, &together, &mut scratch);
    let mut parents: Vec<RolledUp> = surveys.map(write).collect();
    let found = parents.iter().flat_map(|RolledUp { outcome, .. }| {
        outcome.findings.iter().map(|found| (outcome.head.name.as_str(), found))
    });
    let void = workspace.accepted.no_longer(found);
    problems.items.extend(void.into_iter().map(|(unit, void)| Item::about(unit, void)));
    parents.iter().for_each(|parent| problems.take_unordered(&parent.outcome));
    is_clean &= problems.faults() == 0;
    is_clean &=
        parents.iter().all(|RolledUp { outcome, coverage }| outcome.is_clean() && coverage.is_whole());
    let mut manifest = record(workspace, &parents, &problems, &reused)?;
    let gone: Vec<Item> = parents.iter_mut().filter_map(|parent| gone(&mut parent.outcome)).collect();
    if !gone.is_empty() {
        is_clean = false;
        problems.items.extend(gone);
        manifest = record(workspace, &parents, &problems, &reused)?;
    }
    Ok(Rollup { parents, is_clean, manifest, reused, problems })
}

/// What stands where files of units above others, or their record, are to lie.
fn obstacles_above(workspace: &Workspace, tree: &Tree, above: impl Iterator<Item = usize>) -> Vec<Item> {
    let of_units = obstacles(workspace, tree, above).map(|(unit, fault)| Item::about(unit, fault));
    let record = ensure_takes(&workspace.pattern.rollup().manifest()).err().map(Item::of_all);
    of_units.chain(record).collect()
}

/// What is told of a parent whose files vanished.
fn gone(parent: &mut Outcome) -> Option<Item> {
    let fault = parent.verify()?;
    Some(Item { unit: parent.head.name.clone(), diagnostic: fault, scope: Scope::Unit })
}

/// Writes the record of a roll-up.
fn record(
    workspace: &Workspace,
    parents: &[RolledUp],
    problems: &Preflight,
    reused: &Reused,
) -> Result<Artifact> {
    let lines = ManifestLines::of(workspace);
    let head = Head { made: Some(reused.made.len()), kept: Some(reused.kept), ..lines.head() };
    let mut manifest = RunManifest::begin(&workspace.pattern.rollup().manifest(), &head)?;
    for RolledUp { outcome, coverage } in parents {
        let (coverage, facts) = (Some(coverage.clone()), IndexMap::default());
        manifest.add(&Line { coverage, facts, ..lines.line(outcome) })?;
    }
    settle(&workspace.pattern.rollup().manifest())?;
    manifest.finish(&lines.last(problems, &[]))
}

/// The units to roll up, with their headers.
fn above(program: &Program, tree: &Tree, unit: Option<&str>) -> Result<Vec<(usize, UnitHead)>, Faults> {
    let has_units = |index: &usize| !tree.children(*index).is_empty();
    let name = |index: usize| tree.member(index).name.as_str();
    let known = || (0..tree.len()).filter(has_units).map(name).collect::<Vec<_>>();
    let chosen: Vec<usize> = match unit {
        None => on_top(tree).collect(),
        Some(unit) => {
            let meant = |index: &usize| tree.member(*index).id.as_str() == unit || name(*index) == unit;
            match (0..tree.len()).find(meant) {
                Some(index) if has_units(&index) => vec![index],
                Some(_) => {
                    let fault = Diagnostic::new(Code::NotAParent).with("id", unit);
                    return Err(fault.with("known", known()).into());
                }
                None => {
                    let fault = Diagnostic::new(Code::NoUnit).with("id", unit);
                    return Err(fault.suggest(unit, known()).into());
                }
            }
        }
    };
    if chosen.is_empty() {
        return Err(Diagnostic::new(Code::NoParents).into());
    }
    let pattern = program.workspace.pattern.rollup();
    let (mut above, mut faults) = (Vec::with_capacity(chosen.len()), Faults::new());
    let mut paths = HashMap::new();
    for index in chosen {
        let Member { id, name, parent, place, .. } = tree.member(index).clone();
        let path = pattern.path(&id, &name, "docx");
        if let Some(first) = paths.insert(folded(&path.to_string_lossy()), id.clone()) {
            let fault = Diagnostic::new(Code::NameCollision)
                .with("reason", "name")
                .with("first", first)
                .with("second", &id);
            faults.push(fault.with("path", path.display()).at(place.clone()));
        }
        above.push((index, UnitHead { id, name, parent, place }));
    }
    if faults.is_empty() { Ok(above) } else { Err(faults) }
}
