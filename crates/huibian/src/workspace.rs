//! An open workspace, and what can be done with it: what the commands of the command line do, without their printing.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use huibian_contract::Period;
use huibian_diagnostic::{Diagnostic, Faults};
use huibian_document::Document;
use huibian_engine::batch::{Summary, batch};
use huibian_engine::draft::Draft;
use huibian_engine::files::assemble;
use huibian_engine::history::close::{Closing, close};
use huibian_engine::outcome::Outcome;
use huibian_engine::plan::Reuse;
use huibian_engine::preflight::Preflight;
use huibian_engine::program::Program;
use huibian_engine::rollup::{Rollup, roll_up};
use huibian_engine::run::{Run, draft};
use huibian_history::Closed;
use huibian_store::Held;

use crate::events::{Events, Progress};
use crate::opening::Opening;

/// A workspace with its plugins ready. It may be shared between threads, and be asked again and again: data are read anew
/// each time, what `workspace.toml` names is not.
pub struct Workspace {
    pub(crate) program: Program,
    pub(crate) jobs: usize,
}

/// Who holds folders that this crate writes to, as others that wait hear it.
const NAME: &str = "library";

/// How a run differs from the usual one.
#[derive(Clone, Copy, Debug, Default)]
pub struct How {
    /// Makes all units anew, also those of which nothing has changed.
    pub force: bool,
    /// Writes nothing at all where anything is wrong or odd.
    pub strict: bool,
}

impl Workspace {
    /// Opens a workspace as its `workspace.toml` says.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, Faults> {
        Self::at(folder).open()
    }

    /// A workspace of which more is to be said before it is opened.
    pub fn at(folder: impl AsRef<Path>) -> Opening {
        Opening::at(folder.as_ref())
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        &self.program.workspace.folder
    }

    /// The reporting period.
    pub fn period(&self) -> Period {
        self.program.workspace.period
    }

    /// Makes every report that is due, and the record of the run.
    ///
    /// # Errors
    /// A record that cannot be written. What keeps the run from starting is among the problems of the summary, which then
    /// says that it was stopped.
    pub fn run(&self, events: &mut dyn Events) -> Result<Summary, Faults> {
        self.run_with(How::default(), events)
    }

    /// The same, where it differs from the usual run.
    ///
    /// # Errors
    /// As [`Self::run`].
    pub fn run_with(&self, how: How, events: &mut dyn Events) -> Result<Summary, Faults> {
        let _held = self.hold_for_run(events)?;
        let reuse = if how.force { Reuse::Nothing } else { Reuse::Files };
        let run = Run::begin(&self.program, self.jobs, reuse);
        run.plan.remark.iter().for_each(|remark| events.remark(remark));
        let summary = heard(events, |stopped, on_unit| batch(&run, (how.strict, false), stopped, on_unit))?;
        Ok(summary)
    }

    /// What is wrong, or odd, with all units: their reports are made, and nothing is written.
    pub fn check(&self) -> Preflight {
        Preflight::of_run(&Run::begin(&self.program, self.jobs, Reuse::Never))
    }

    /// Makes one unit's files, and says so in the record of the last run. The unit goes by its id or name.
    ///
    /// # Errors
    /// W010 and W011 where there is none, O004 where the record cannot be written. What is wrong with the unit stands in its
    /// outcome.
    pub fn assemble(&self, unit: &str) -> Result<Outcome, Faults> {
        let unit = self.program.workspace.unit(unit)?;
        let _held = self.program.workspace.pattern.hold(NAME, &mut |_, _| {})?;
        Ok(assemble(&self.program, &unit)?)
    }

    /// Makes one unit's document and writes nothing; `None` where the unit has failed.
    ///
    /// # Errors
    /// W010 and W011 where there is no such unit. What is wrong with it stands in its outcome.
    pub fn preview(&self, unit: &str) -> Result<(Outcome, Option<Document>), Faults> {
        let unit = self.program.workspace.unit(unit)?;
        let Draft { outcome, assembled, .. } = draft(&self.program, &unit);
        Ok((outcome, assembled.map(|assembled| assembled.document().into_owned())))
    }

    /// Makes the files of a unit above others, or of everyone that has units below it and none above.
    ///
    /// # Errors
    /// All that was found, where something keeps the roll-up from starting, or it was stopped (R001); a record that cannot be
    /// written.
    pub fn roll_up(&self, unit: Option<&str>, events: &mut dyn Events) -> Result<Rollup, Faults> {
        let _held = self.hold_for_run(events)?;
        let rolled =
            heard(events, |stopped, on_unit| roll_up(&self.program, unit, self.jobs, stopped, on_unit))?;
        Ok(rolled)
    }

    /// Files what the period came to.
    ///
    /// # Errors
    /// All that was found, where something keeps it from being closed: H002 where units or checks fail, H003 where other figures are filed.
    pub fn close(&self, closing: Closing) -> Result<Closed, Faults> {
        let _held =
            huibian_history::hold(self.folder(), &self.program.workspace.report, NAME, &mut |_, _| {})?;
        Ok(close(&self.program, closing, self.jobs)?.closed)
    }

    /// Writes `plugins.lock` where the workspace has none, and says where. From then on other plugins are refused.
    ///
    /// # Errors
    /// O004 where it cannot be written.
    pub fn lock_plugins(&self) -> Result<Option<PathBuf>, Diagnostic> {
        let Some(lock) = &self.program.unlocked else { return Ok(None) };
        let _held = Held::take_within(self.folder(), "", NAME, &mut |_, _| {})?;
        lock.write(self.folder()).map(Some)
    }

    /// Holds the folder that reports go to: two that write to it, in this program or in others, take turns. What is odd about it,
    /// or about the program, is told.
    fn hold_for_run(&self, events: &mut dyn Events) -> Result<Option<Held>, Diagnostic> {
        self.program.warnings.iter().for_each(|warning| events.remark(warning));
        let held = self.program.workspace.pattern.hold_for_run(NAME, &mut |_, _| {})?;
        held.iter().filter_map(Held::remark).for_each(|remark| events.remark(&remark));
        Ok(held)
    }
}

/// Does work of which a program hears, and which it may stop.
fn heard<T>(
    events: &mut dyn Events,
    work: impl FnOnce(&AtomicBool, &mut dyn FnMut(&Outcome, usize)) -> T,
) -> T {
    let stopped = AtomicBool::new(!events.goes_on());
    let mut done = 0;
    work(&stopped, &mut |outcome, units| {
        done += 1;
        events.unit(outcome, Progress { done, units });
        if !events.goes_on() {
            stopped.store(true, Ordering::Relaxed);
        }
    })
}
