//! All units, in parallel, with a record of what became of each. Outcomes stream through in unit order; none is kept.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_manifest::RunManifest;
use huibian_source::UnitHead;
use huibian_source::csv::Decided;
use huibian_source::parallel;
use huibian_writers::Scratch;

use crate::assemble::Assembler;
use crate::check::alike::Alike;
use crate::inputs;
use crate::outcome::{Outcome, Status};
use crate::plan::{Plan, Reuse};
use crate::preflight::{self, Preflight};
use crate::record::{self, Recorder};
use crate::roster::Roster;
use crate::unit::Entry;

/// What a batch did.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Units whose files are there.
    pub done: usize,
    /// Those of them whose files an earlier run wrote and nothing has changed since.
    pub kept: usize,
    /// Units that failed.
    pub failed: usize,
    /// Units whose turn did not come.
    pub not_done: usize,
    /// Whether nothing failed: no unit, and no check.
    pub is_clean: bool,
    /// Remarks on several units at once.
    pub findings: Vec<Diagnostic>,
    /// Files among the data that were passed over.
    pub strays: Vec<PathBuf>,
    /// What was decided for CSV files with all units.
    pub decided: Vec<(PathBuf, Decided)>,
    /// The record of the run; the earlier run's, where there was nothing to do.
    pub manifest: PathBuf,
}

/// A run before it writes anything: its units, and which of them need no work.
pub struct Run {
    roster: Roster,
    plan: Plan,
    jobs: usize,
}

impl Assembler {
    /// Looks at every unit, on `jobs` threads. Files that an earlier run made stand where nothing that went into them has
    /// changed, unless all are to be made `anew`.
    ///
    /// # Errors
    /// What keeps the run from starting: no units (W010), an id twice (U001), one name for two files (O001).
    pub fn run(&self, jobs: usize, anew: bool) -> Result<Run, Vec<Diagnostic>> {
        let roster = Roster::read(&self.workspace, jobs)?;
        let reuse = if anew { Reuse::Nothing } else { Reuse::Files };
        let plan = Plan::new(&self.workspace, &inputs::shared(self, &roster), &roster, jobs, reuse);
        Ok(Run { roster, plan, jobs })
    }

    /// What is odd about the record of an earlier run.
    pub fn remark<'r>(&self, run: &'r Run) -> Option<&'r Diagnostic> {
        run.plan.remark.as_ref()
    }

    /// What is wrong with the data of the units that are to be made, and with the data as a whole. Nothing is written,
    /// no plugin is called.
    pub fn preflight(&self, run: &Run) -> Preflight {
        let is_due = |index: &usize| !run.plan.stands(*index);
        let due: Vec<&Entry> =
            (0..run.roster.units.len()).filter(is_due).map(|index| &run.roster.units[index]).collect();
        let mut preflight = Preflight::of_roster(&run.roster);
        preflight.read(&due, run.jobs, |unit| preflight::data(&self.workspace, unit));
        preflight.look_at_tree(&self.workspace, &run.roster);
        preflight.look_at_numbers(&self.workspace, &run.roster);
        preflight
    }

    /// Assembles every unit of a run. `on_unit` hears of each as it is done, in unit order, with the number of units
    /// there are. An interrupt lets what is being written finish, and records the rest as not done.
    ///
    /// # Errors
    /// O004 when the record cannot be written.
    pub fn batch(
        &self,
        run: Run,
        interrupt: &AtomicBool,
        on_unit: &mut dyn FnMut(&Outcome, usize),
    ) -> Result<Summary, Vec<Diagnostic>> {
        let Run { roster, plan, jobs } = run;
        let recorder = Recorder::of(&self.workspace);
        let begin = || RunManifest::begin(&self.workspace.pattern.manifest(), &recorder.head());
        let record = (!plan.is_nothing_to_do()).then(begin);
        let mut record = record.transpose().map_err(|fault| vec![fault])?;
        let (mut done, mut kept, mut failed, mut not_done, mut is_clean) = (0, 0, 0, 0, true);
        let mut unrecorded = Vec::new();
        let mut alike = Alike::default();
        self.workspace.know_units(&roster);
        let size = chunk_size(roster.units.len(), jobs);
        let chunks: Vec<(usize, &[Entry])> =
            roster.units.chunks(size).enumerate().map(|(index, chunk)| (index * size, chunk)).collect();
        let assemble = |scratch: &mut Scratch, (first, chunk): &(usize, &[Entry])| {
            if interrupt.load(Ordering::Relaxed) {
                return chunk.iter().map(|unit| not_done_yet(&unit.header)).collect();
            }
            self.renew(chunk, *first, &plan, scratch)
        };
        let mut take = |outcomes: Vec<Outcome>| {
            for mut outcome in outcomes {
                alike.take(&outcome.header.name, std::mem::take(&mut outcome.prints));
                match outcome.status {
                    Status::Done => done += 1,
                    Status::Failed => failed += 1,
                    Status::NotDone => not_done += 1,
                }
                kept += usize::from(outcome.kept.is_some());
                is_clean &= outcome.is_clean();
                on_unit(&outcome, roster.units.len());
                let Some(record) = &mut record else { continue };
                let written = match &outcome.kept {
                    Some(line) => record.add_again(line),
                    None => record.add(&recorder.line(outcome)),
                };
                unrecorded.extend(written.err());
            }
        };
        parallel::in_order(jobs, &chunks, Scratch::default, assemble, &mut take);
        if !unrecorded.is_empty() {
            unrecorded.truncate(1);
            return Err(unrecorded);
        }
        let (findings, manifest) = if let Some(record) = record {
            let findings = alike.findings(&self.workspace.plugins);
            let finished = record.finish(&recorder.last(&findings));
            (findings, finished.map_err(|fault| vec![fault])?.path)
        } else {
            let findings = record::findings(&plan.last().findings, &self.workspace.folder);
            (findings, self.workspace.pattern.manifest())
        };
        let Roster { strays, decided, .. } = roster;
        Ok(Summary { done, kept, failed, not_done, is_clean, findings, strays, decided, manifest })
    }

    /// Assembles those of a chunk's units whose earlier files do not stand; the chunk begins at `first` in the roster.
    fn renew(&self, chunk: &[Entry], first: usize, plan: &Plan, scratch: &mut Scratch) -> Vec<Outcome> {
        let kept = |(index, unit): (usize, &Entry)| {
            let mut outcome = plan.kept(first + index, unit, &self.workspace)?;
            // Its text is still compared with that of units which are made anew.
            if !plan.is_nothing_to_do() {
                outcome.prints = self.workspace.prints(unit);
            }
            Some(outcome)
        };
        let mut outcomes: Vec<Option<Outcome>> = chunk.iter().enumerate().map(kept).collect();
        let due: Vec<usize> = (0..chunk.len()).filter(|index| outcomes[*index].is_none()).collect();
        let units: Vec<&Entry> = due.iter().map(|index| &chunk[*index]).collect();
        for (index, mut outcome) in due.into_iter().zip(self.assemble(&units, scratch)) {
            outcome.inputs = plan.inputs(first + index);
            outcomes[index] = Some(outcome);
        }
        outcomes.into_iter().flatten().collect()
    }

    /// A unit, as [`Workspace::unit`](crate::workspace::Workspace::unit) finds it.
    ///
    /// # Errors
    /// W010 and W011; what is wrong with a table that holds all units.
    pub fn unit(&self, id: &str) -> Result<Entry, Vec<Diagnostic>> {
        self.workspace.unit(id)
    }
}

/// How many units go through the stages together: enough to keep each stage's code at hand, few enough that their data
/// stay in the processor's cache, that every thread has its share and that an interrupt is soon heard.
fn chunk_size(units: usize, jobs: usize) -> usize {
    const MOST: usize = 24;
    (units / jobs.max(1) / 4).clamp(1, MOST)
}

fn not_done_yet(header: &UnitHead) -> Outcome {
    Outcome::new(header.clone(), Status::NotDone, vec![Diagnostic::new(Code::Interrupted)])
}
