//! All units, in parallel, with a record of what became of each. Outcomes stream through in unit order; none is kept.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_writers::DocxScratch;

use crate::artifact::Artifact;
use crate::assemble::Assembler;
use crate::ingest::csv::Decided;
use crate::outcome::{Outcome, Status};
use crate::parallel;
use crate::record::Record;
use crate::roster::Roster;
use crate::unit::{Entry, Header};

/// What a batch did.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Units whose files are written.
    pub done: usize,
    /// Units that failed.
    pub failed: usize,
    /// Units whose turn did not come.
    pub not_done: usize,
    /// Whether nothing failed: no unit, and no check.
    pub is_clean: bool,
    /// What is odd about the data as a whole.
    pub remarks: Vec<Diagnostic>,
    /// Files among the data that were passed over.
    pub strays: Vec<PathBuf>,
    /// What was decided for CSV files with all units.
    pub decided: Vec<(PathBuf, Decided)>,
    /// The record of the run.
    pub manifest: Artifact,
}

impl Assembler {
    /// Assembles every unit on `jobs` threads. `on_unit` hears of each as it is done, in unit order, with the number
    /// of units there are. An interrupt lets what is being written finish, and records the rest as not done.
    ///
    /// # Errors
    /// What keeps the run from starting: no units (W010), an id twice (U001), one name for two files (O001); O004 when
    /// the record cannot be written.
    pub fn batch(
        &self,
        jobs: usize,
        interrupt: &AtomicBool,
        on_unit: &mut dyn FnMut(&Outcome, usize),
    ) -> Result<Summary, Vec<Diagnostic>> {
        let roster = Roster::read(&self.workspace, jobs)?;
        let mut record = Record::begin(&self.workspace).map_err(|fault| vec![fault])?;
        let (mut done, mut failed, mut not_done, mut is_clean) = (0, 0, 0, true);
        let mut unrecorded = Vec::new();
        let chunks: Vec<&[Entry]> = roster.units.chunks(chunk_size(roster.units.len(), jobs)).collect();
        let assemble = |scratch: &mut DocxScratch, chunk: &&[Entry]| {
            if interrupt.load(Ordering::Relaxed) {
                return chunk.iter().map(|unit| not_done_yet(&unit.header)).collect();
            }
            self.assemble(chunk, scratch)
        };
        let mut take = |outcomes: Vec<Outcome>| {
            for outcome in outcomes {
                match outcome.status {
                    Status::Done => done += 1,
                    Status::Failed => failed += 1,
                    Status::NotDone => not_done += 1,
                }
                is_clean &= outcome.is_clean();
                unrecorded.extend(record.unit(&outcome).err());
                on_unit(&outcome, roster.units.len());
            }
        };
        parallel::in_order(jobs, &chunks, DocxScratch::default, assemble, &mut take);
        if !unrecorded.is_empty() {
            unrecorded.truncate(1);
            return Err(unrecorded);
        }
        let manifest = record.finish().map_err(|fault| vec![fault])?;
        let Roster { remarks, strays, decided, .. } = roster;
        Ok(Summary { done, failed, not_done, is_clean, remarks, strays, decided, manifest })
    }

    /// A unit, as [`Workspace::unit`](crate::workspace::Workspace::unit) finds it.
    ///
    /// # Errors
    /// W010 and W011; what is wrong with a table that holds all units.
    pub fn unit(&self, id: &str) -> Result<Entry, Vec<Diagnostic>> {
        self.workspace.unit(id)
    }
}

/// How many units go through the stages together: enough to keep each stage's code at hand, few enough that every
/// thread has its share and an interrupt is soon heard.
fn chunk_size(units: usize, jobs: usize) -> usize {
    const MOST: usize = 32;
    (units / jobs.max(1) / 4).clamp(1, MOST)
}

fn not_done_yet(header: &Header) -> Outcome {
    Outcome::new(header.clone(), Status::NotDone, vec![Diagnostic::new(Code::Interrupted)])
}
