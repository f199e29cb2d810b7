//! Batch: every unit's files, with a record of what became of each and of what is wrong with several of them at once.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_manifest::{RunManifest, without};
use huibian_store::{Artifact, Aside, LocalStore, Settling, StaleFile, Store, settle};

use crate::files::Files;
use crate::manifest_lines::ManifestLines;
use crate::outcome::{Outcome, Status};
use crate::places::due;
use crate::preflight::{Item, Preflight};
use crate::run::Run;
use crate::workspace::Workspace;

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
    /// Whether nothing is wrong: no unit, no check, nothing of all together.
    pub is_clean: bool,
    /// What is wrong, or odd, with the units that were made and with all of them together.
    pub problems: Preflight,
    /// Whether nothing was written because something is wrong: with the units as a whole, or, where that was asked for, at all.
    pub is_stopped: bool,
    /// Files that an earlier run made and that are no unit's any more.
    pub stale: Vec<StaleFile>,
    /// The record of the run; the earlier run's, where there was nothing to do.
    pub manifest: PathBuf,
}

/// Makes every unit of a run. `on_unit` hears of each as it is done, in unit order, with the number of units there are. An
/// interrupt lets what is being written finish, and records the rest as not done. A `strict` one keeps files aside until
/// all units are made, and places none of them where there is a fault or a remark. Where something is wrong with the units as a
/// whole, or no file could lie where it is to, none is made, and what `check` says is said. One that prunes removes what an earlier run
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
    if !run.is_sound() || run.misplaced().is_some() {
        return Ok(Summary::of(Preflight::of_run(run), run.program.workspace.pattern.manifest()).stopped());
    }
    let workspace = &run.program.workspace;
    let (lines, path) = (ManifestLines::of(workspace), workspace.pattern.manifest());
    let aside = strict.then(|| Aside::near(&path)).transpose()?;
    let is_due = !run.plan.is_nothing_to_do();
    let record = aside.as_ref().map_or(path.clone(), Aside::manifest);
    let mut manifest = is_due.then(|| RunManifest::begin(&record, &lines.head())).transpose()?;
    let settling = is_due.then(|| Settling::beside(&record));
    let store: &dyn Store = aside.as_ref().map_or(&LocalStore, |aside| aside);
    let files = Files { program: run.program, store, lines: is_due.then_some(&lines) };
    let mut summary = Summary::of(Preflight::begin(run), path.clone());
    summary.stale = run.plan.stale(workspace, &run.roster);
    let units = run.roster.units.len();
    manifest.as_mut().map_or(Ok(()), |manifest| manifest.reserve(units))?;
    let (mut unwritten, mut full, mut done) = (None, None, Vec::with_capacity(units));
    run.over_all(&files, interrupt, &mut |mut outcome| {
        done.push(outcome.status == Status::Done);
        if outcome.status != Status::Done {
            outcome.outdated = files.outdated(&outcome);
            outcome.earlier = run.plan.left(&outcome.head.id, &workspace.folder);
        }
        summary.keep_named(&outcome, workspace);
        summary.count(&outcome);
        summary.problems.take(&mut outcome);
        on_unit(&outcome, units);
        let Some(manifest) = &mut manifest else { return };
        if let Err(fault) = lines.write(&outcome, manifest) {
            unwritten.get_or_insert(fault);
        } else if let Err(fault) = manifest.reserve(units - done.len()) {
            // No more is made than the record has room for.
            interrupt.store(true, Ordering::Relaxed);
            full.get_or_insert(fault);
        }
    });
    summary.problems.conclude(workspace, &run.roster, run.alike());
    summary.is_clean &= summary.problems.faults() == 0;
    if let Some(fault) = unwritten {
        return Err(fault);
    }
    if strict && summary.problems.open().next().is_some() {
        return Ok(summary.stopped());
    }
    if prune && summary.not_done == 0 {
        summary.stale.iter_mut().for_each(StaleFile::remove);
    }
    let last = lines.last(&summary.problems, &summary.stale);
    if manifest.is_none() && !run.plan.ends_with(&last) {
        manifest = Some(again(run, &lines, &record)?);
    }
    if let Some(manifest) = manifest {
        settling.map_or_else(|| settle(&record), Settling::finish)?;
        // One that vanished is made again for the record, which says what became of the units.
        let _ = record.parent().map(fs::create_dir_all);
        manifest.finish(&last)?;
        aside.map_or(Ok(()), |aside| aside.place(&path))?;
        verify(run, done, &lines, &mut summary)?;
    }
    full.map_or(Ok(summary), Err)
}

/// The record of an earlier run, all of whose units stand, as far as its last line.
fn again(run: &Run<'_>, lines: &ManifestLines<'_>, record: &Path) -> Result<RunManifest> {
    let mut manifest = RunManifest::begin(record, &lines.head())?;
    for (index, unit) in run.roster.units.iter().enumerate() {
        run.plan.line(index, unit).map_or(Ok(()), |line| manifest.add_sealed(&line))?;
    }
    Ok(manifest)
}

/// Sees that every file lies in its place that the record, which lies in its own, names: of units whose files are gone it then says
/// so.
fn verify(
    run: &Run<'_>,
    mut done: Vec<bool>,
    lines: &ManifestLines<'_>,
    summary: &mut Summary,
) -> Result<()> {
    let workspace = &run.program.workspace;
    loop {
        let units = run.roster.units.iter().zip(&mut done).filter(|(_, done)| **done);
        let (mut gone, mut first) = (HashSet::new(), None);
        for (unit, done) in units {
            let Some(path) = due(workspace, unit).find(|path| !path.is_file()) else { continue };
            *done = false;
            gone.insert(unit.head().id.clone());
            first.get_or_insert(path);
        }
        let Some(first) = first else { return Ok(()) };
        let fault = Diagnostic::new(Code::FilesGone).with("count", gone.len()).with("path", first.display());
        let entry = lines.entry(&fault);
        (summary.done, summary.failed) = (summary.done - gone.len(), summary.failed + gone.len());
        summary.is_clean = false;
        summary.problems.items.push(Item::of_all(fault));
        // Where the record is gone with them it names nothing.
        if summary.manifest.is_file() {
            let is_there = |made: &Artifact| workspace.folder.join(&made.path).is_file();
            let last = lines.last(&summary.problems, &summary.stale);
            without(&summary.manifest, &|unit| gone.contains(unit), &entry, &is_there, &last)?;
        }
    }
}

impl Summary {
    /// Takes out of what is no unit's any more the files that the record names of this unit: those that are due, by whichever path,
    /// and those that are left of it where it failed.
    fn keep_named(&mut self, outcome: &Outcome, workspace: &Workspace) {
        let path = |extension| workspace.pattern.path(&outcome.head.id, &outcome.head.name, extension);
        let due = workspace.formats.iter().map(|format| path(format.extension()));
        let left = outcome.earlier.iter().map(|made| workspace.folder.join(&made.path));
        StaleFile::leave(&mut self.stale, due.chain(left));
    }

    fn of(problems: Preflight, manifest: PathBuf) -> Self {
        Self {
            done: 0,
            kept: 0,
            failed: 0,
            not_done: 0,
            is_clean: true,
            problems,
            is_stopped: false,
            stale: Vec::new(),
            manifest,
        }
    }

    /// Of a run that placed nothing: those units are done that stand as an earlier run left them.
    fn stopped(self) -> Self {
        let (done, units) = (self.kept, self.problems.units);
        let not_done = units - done - self.failed;
        Self { done, not_done, is_clean: false, is_stopped: true, stale: Vec::new(), ..self }
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
