//! Batch: every unit's files, with a record of what became of each and of what is wrong with several of them at once.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use huibian_diagnostic::{Diagnostic, Result};
use huibian_manifest::RunManifest;
use huibian_store::{Aside, LocalStore, StaleFile, Store};

use crate::files::Files;
use crate::manifest_lines::ManifestLines;
use crate::outcome::{Outcome, Status};
use crate::preflight::Preflight;
use crate::run::Run;

/// What a batch did.
#[derive(Debug)]
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
    /// What is wrong, or odd, with the units that were made and with all of them together.
    pub problems: Preflight,
    /// Whether nothing was written because something is wrong, as was asked for.
    pub is_stopped: bool,
    /// Files that an earlier run made and that are no unit's any more.
    pub stale: Vec<StaleFile>,
    /// The record of the run; the earlier run's, where there was nothing to do.
    pub manifest: PathBuf,
}

/// Makes every unit of a run. `on_unit` hears of each as it is done, in unit order, with the number of units there are. An
/// interrupt lets what is being written finish, and records the rest as not done. A `strict` one keeps files aside until
/// all units are made, and places none of them where there is a fault or a remark. One that prunes removes what an earlier run
/// made and is no unit's any more.
///
/// # Errors
/// O004 when the record, or what is kept aside, cannot be written.
pub fn batch(
    run: &Run<'_>,
    (strict, prune): (bool, bool),
    interrupt: &AtomicBool,
    on_unit: &mut dyn FnMut(&Outcome, usize),
) -> Result<Summary> {
    let workspace = &run.program.workspace;
    let (lines, path) = (ManifestLines::of(workspace), workspace.pattern.manifest());
    let aside = strict.then(|| Aside::near(&path)).transpose()?;
    let is_due = !run.plan.is_nothing_to_do();
    let begin = || RunManifest::begin(&aside.as_ref().map_or(path.clone(), Aside::manifest), &lines.head());
    let mut manifest = is_due.then(begin).transpose()?;
    let store: &dyn Store = match &aside {
        Some(aside) => aside,
        None => &LocalStore,
    };
    let files = Files { program: run.program, store, compares: is_due || strict };
    let mut summary = Summary::of(Preflight::of_roster(&run.roster), path.clone());
    summary.stale = run.plan.stale(workspace, &run.roster);
    let mut unwritten = None;
    run.over_all(&files, interrupt, &mut |mut outcome| {
        summary.count(&outcome);
        summary.problems.take(&mut outcome);
        on_unit(&outcome, run.roster.units.len());
        if let Some(manifest) = &mut manifest
            && let Err(fault) = lines.write(outcome, manifest)
        {
            unwritten.get_or_insert(fault);
        }
    });
    let last = summary.problems.conclude(workspace, &run.roster);
    if strict {
        summary.problems.look_at_design(workspace);
    }
    summary.problems.look_at_accepted(workspace);
    if strict {
        summary.is_stopped = summary.problems.open().next().is_some();
    }
    if let Some(fault) = unwritten {
        return Err(fault);
    }
    if summary.is_stopped {
        return Ok(summary);
    }
    if prune && summary.not_done == 0 {
        summary.stale.iter_mut().for_each(StaleFile::remove);
    }
    summary.findings = match manifest {
        Some(manifest) => {
            manifest.finish(&lines.last(&last, &summary.stale))?;
            aside.map_or(Ok(()), |aside| aside.place(&path))?;
            last.findings
        }
        None => huibian_manifest::findings(&run.plan.last().findings, &workspace.folder),
    };
    Ok(summary)
}

impl Summary {
    fn of(problems: Preflight, manifest: PathBuf) -> Self {
        Self {
            done: 0,
            kept: 0,
            failed: 0,
            not_done: 0,
            is_clean: true,
            findings: Vec::new(),
            problems,
            is_stopped: false,
            stale: Vec::new(),
            manifest,
        }
    }

    fn count(&mut self, outcome: &Outcome) {
        match outcome.status {
            Status::Done => self.done += 1,
            Status::Failed => self.failed += 1,
            Status::NotDone => self.not_done += 1,
        }
        self.kept += usize::from(outcome.kept.is_some());
        self.is_clean &= outcome.is_clean();
    }
}
