//! Roll-up: what stands above the units. [`members`] and [`tree`] say who belongs to whom, [`survey`] goes over the units
//! and adds up ([`facts`]), [`parent`] writes the report, the [`workbook`] and the [`page`] of the unit above.
//! No plugin is asked about a parent.

pub mod facts;
pub mod members;
pub mod overview;
mod page;
mod parent;
mod survey;
pub mod tree;
mod workbook;

use std::collections::HashMap;
use std::sync::atomic::AtomicBool;

use huibian_contract::IndexMap;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_manifest::{Coverage, Last, Line, RunManifest};
use huibian_source::UnitHead;
use huibian_store::{Artifact, folded};
use huibian_writers::Scratch;

use crate::assemble::Assembler;
use crate::outcome::{Outcome, Status};
use crate::record::Recorder;
use crate::roster::Roster;
use tree::Tree;

/// What became of a unit above others.
#[derive(Clone, Debug)]
pub struct RolledUp {
    /// Its counts, findings, faults and files.
    pub outcome: Outcome,
    /// How many units stand behind them.
    pub coverage: Coverage,
}

/// What a roll-up did.
#[derive(Clone, Debug)]
pub struct Rollup {
    /// The units above, in order.
    pub parents: Vec<RolledUp>,
    /// Whether nothing was missing and nothing failed: no unit, no check, no parent.
    pub is_clean: bool,
    /// The record of the run.
    pub manifest: Artifact,
}

impl Assembler {
    /// Rolls up one unit, by id or name, or everyone that has units below it and none above. Nothing of the units below
    /// is written. `on_unit` hears of each, in tree order, with the number of units there are.
    ///
    /// # Errors
    /// What keeps the run from starting: no units (W010), an id twice (U001), one name for two files (O001), what is
    /// no tree (G001 to G004), nothing to roll up (W011, G005, G006); R001 when it was interrupted, O004 when the record
    /// cannot be written.
    pub fn roll_up(
        &self,
        unit: Option<&str>,
        jobs: usize,
        interrupt: &AtomicBool,
        on_unit: &mut dyn FnMut(&Outcome, usize),
    ) -> Result<Rollup, Vec<Diagnostic>> {
        let roster = Roster::read(&self.workspace, jobs)?;
        let tree = members::tree(&self.workspace, &roster.units)?;
        let above = self.above(&tree, unit)?;
        let recorder = Recorder::of(&self.workspace);
        let path = self.workspace.pattern.rollup().manifest();
        let mut record = RunManifest::begin(&path, &recorder.head()).map_err(one)?;
        let mut scratch = Scratch::default();
        let (mut parents, mut is_clean) = (Vec::with_capacity(above.len()), true);
        for (index, header) in above {
            let survey = self.survey(&tree, &roster, index, jobs, interrupt, on_unit)?;
            is_clean &= survey.is_clean;
            let rolled = self.write_parent(survey, self.unit_above(&roster, index, &header), &mut scratch);
            let line = recorder.line(rolled.outcome.clone());
            let (coverage, facts) = (Some(rolled.coverage.clone()), IndexMap::default());
            record.add(&Line { coverage, facts, ..line }).map_err(one)?;
            is_clean &= rolled.outcome.is_clean() && rolled.coverage.is_whole();
            parents.push(rolled);
        }
        is_clean &= parents.iter().all(|parent| parent.outcome.status == Status::Done);
        let manifest = record.finish(&Last::default()).map_err(one)?;
        Ok(Rollup { parents, is_clean, manifest })
    }

    /// The units to roll up, with their headers.
    fn above(&self, tree: &Tree, unit: Option<&str>) -> Result<Vec<(usize, UnitHead)>, Vec<Diagnostic>> {
        let has_units = |index: &usize| !tree.children(*index).is_empty();
        let name = |index: usize| tree.member(index).name.as_str();
        let known = || (0..tree.len()).filter(has_units).map(name).collect::<Vec<_>>();
        let chosen: Vec<usize> = match unit {
            None => tree.roots().filter(has_units).collect(),
            Some(unit) => {
                let meant = |index: &usize| tree.member(*index).id.as_str() == unit || name(*index) == unit;
                match (0..tree.len()).find(meant) {
                    Some(index) if has_units(&index) => vec![index],
                    Some(_) => {
                        let fault = Diagnostic::new(Code::NotAParent).with("id", unit);
                        return Err(one(fault.with("known", known())));
                    }
                    None => {
                        let fault = Diagnostic::new(Code::NoUnit).with("id", unit);
                        return Err(one(fault.suggest(unit, known())));
                    }
                }
            }
        };
        if chosen.is_empty() {
            return Err(one(Diagnostic::new(Code::NoParents)));
        }
        let pattern = self.workspace.pattern.rollup();
        let (mut above, mut faults) = (Vec::with_capacity(chosen.len()), Vec::new());
        let mut paths = HashMap::new();
        for index in chosen {
            let tree::Member { id, name, parent, place, .. } = tree.member(index).clone();
            let path = pattern.path(&id, &name, "docx");
            if let Some(first) = paths.insert(folded(&path.to_string_lossy()), id.clone()) {
                let fault = Diagnostic::new(Code::NameCollision).with("first", first).with("second", &id);
                faults.push(fault.with("path", path.display()).at(place.clone()));
            }
            above.push((index, UnitHead { id, name, parent, place }));
        }
        if faults.is_empty() { Ok(above) } else { Err(faults) }
    }
}

fn one(fault: Diagnostic) -> Vec<Diagnostic> {
    vec![fault]
}
