//! The order of the work, the same for every command: who the units are, what of an earlier run stands, and for each unit
//! that is due read → contribute → derive → word → illustrate → typeset. What is done with a unit then is the [`End`]'s:
//! its files are written, or put aside, or its figures alone are wanted. Outcomes stream through in unit order.
//!
//! This file must not know formats of files, rules of counts, or which command runs.

use std::sync::atomic::{AtomicBool, Ordering};

use huibian_diagnostic::{Code, Diagnostic};
use huibian_host::{Turn, Turns};
use huibian_source::{UnitHead, UnitRef, parallel};
use huibian_unit::Roster;
use huibian_writers::Scratch;

use crate::contribute::Section;
use crate::draft::Draft;
use crate::inputs;
use crate::outcome::{Outcome, Status};
use crate::plan::{Plan, Reuse};
use crate::preflight::Preflight;
use crate::program::Program;
use crate::workspace::Workspace;

/// A run before any unit is made: its units, and which of them need no work.
pub struct Run<'p> {
    /// What makes the reports.
    pub program: &'p Program,
    /// Who the units are, and what is wrong with them as a whole.
    pub roster: Roster,
    /// What of an earlier run stands.
    pub plan: Plan,
    /// Whether units that stand are read again, so that their texts are held against others'.
    compares: bool,
    /// On how many threads it is made.
    pub jobs: usize,
}

/// Which units were made for a run, and how many stood as the batch before it left them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reused {
    /// The names of those that were made.
    pub made: Vec<String>,
    /// How many were not.
    pub kept: usize,
}

impl Reused {
    /// Of a run that makes no more than it must: who is made for it follows from its plan.
    pub fn planned(run: &Run<'_>) -> Self {
        let units = run.roster.units.iter().enumerate();
        let made: Vec<String> = units
            .filter(|(index, _)| !run.plan.stands(*index))
            .map(|(_, unit)| unit.head().name.clone())
            .collect();
        Self { kept: run.roster.units.len() - made.len(), made }
    }

    /// Takes in what became of a unit.
    pub fn count(&mut self, outcome: &Outcome) {
        match outcome.kept {
            Some(_) => self.kept += 1,
            None => self.made.push(outcome.head.name.clone()),
        }
    }
}

/// What is done with units once they are known.
pub trait End: Sync {
    /// What becomes of a unit whose report is typeset, or which has failed.
    fn made(&self, draft: Draft<'_>, _: &mut Scratch) -> Outcome {
        draft.outcome
    }

    /// What becomes of a unit that was made, once all that is found of it by itself is known.
    fn settled(&self, outcome: Outcome) -> Outcome {
        outcome
    }
}

/// Nothing is written: figures, findings and faults are what is asked for.
pub struct NoFiles;

impl End for NoFiles {}

impl<'p> Run<'p> {
    /// Reads who the units are and what of an earlier run stands, on `jobs` threads.
    pub fn begin(program: &'p Program, jobs: usize, reuse: Reuse) -> Self {
        let workspace = &program.workspace;
        let roster = workspace.gather(jobs);
        let plan = match reuse {
            Reuse::Never => Plan::nothing(workspace),
            reuse => Plan::new(workspace, &inputs::shared(program, &roster), &roster, jobs, reuse),
        };
        // Of the same units the earlier run knows which texts are alike.
        let compares = !plan.is_nothing_to_do();
        Self { program, roster, plan, compares, jobs }
    }

    /// The run, in which all texts are held against each other, whatever the earlier run knows of them.
    #[must_use]
    pub fn comparing(self) -> Self {
        Self { compares: true, ..self }
    }

    /// What the earlier run found of texts that units have alike, where this one does not hold them against each other.
    pub fn alike(&self) -> Vec<Diagnostic> {
        if self.compares { Vec::new() } else { self.plan.alike(&self.program.workspace.folder) }
    }

    /// Whether nothing keeps it from starting.
    pub fn is_sound(&self) -> bool {
        self.roster.faults.is_empty()
    }

    /// What keeps its files, whoever's they are, from lying where they are to.
    pub fn misplaced(&self) -> Option<Diagnostic> {
        self.program.workspace.pattern.ensure_takes_files().err()
    }

    /// The run, where nothing keeps it from starting.
    ///
    /// # Errors
    /// What `check` says of it, where there are no units (W010), an id stands twice (U001), two files have one name (O001), or
    /// something is wrong with a table that holds all units.
    pub fn sound(self) -> Result<Self, Box<Preflight>> {
        if self.is_sound() { Ok(self) } else { Err(Box::new(Preflight::of_run(&self))) }
    }

    /// Goes over all units. `take` is handed what became of each, in unit order.
    pub fn over_all(&self, end: &dyn End, interrupt: &AtomicBool, take: &mut dyn FnMut(Outcome)) {
        let all: Vec<usize> = (0..self.roster.units.len()).collect();
        self.over(&all, end, interrupt, &mut |_, outcome| take(outcome));
    }

    /// Goes over some units, by their places in the roster. `take` is handed what became of each, in the order in which they
    /// are named. An interrupt lets those be finished that are begun; the others are not done.
    pub fn over(
        &self,
        units: &[usize],
        end: &dyn End,
        interrupt: &AtomicBool,
        take: &mut dyn FnMut(usize, Outcome),
    ) {
        let chunks = units.chunks(chunk_size(units.len(), self.jobs)).enumerate();
        let chunks: Vec<(usize, &[usize])> = chunks.collect();
        let asking = Asking::of(self.program);
        let work = |scratch: &mut Scratch, (place, chunk): &(usize, &[usize])| {
            let turns = asking.turns(*place);
            if interrupt.load(Ordering::Relaxed) {
                return chunk.iter().map(|unit| self.left(*unit)).collect();
            }
            self.renew(chunk, end, turns, scratch)
        };
        let mut next = units.iter();
        let mut take_all = |outcomes: Vec<Outcome>| {
            outcomes.into_iter().zip(&mut next).for_each(|(outcome, unit)| take(*unit, outcome));
        };
        parallel::in_order(self.jobs, &chunks, Scratch::default, work, &mut take_all);
    }

    /// A unit whose turn does not come: as it stands, or not done.
    fn left(&self, unit: usize) -> Outcome {
        let entry = &self.roster.units[unit];
        self.plan.kept(unit, entry, &self.program.workspace).unwrap_or_else(|| not_done(entry.head()))
    }

    /// Makes those of a chunk's units that do not stand.
    fn renew(
        &self,
        chunk: &[usize],
        end: &dyn End,
        turns: Vec<Turn<'_>>,
        scratch: &mut Scratch,
    ) -> Vec<Outcome> {
        let entry = |unit: usize| &self.roster.units[unit];
        let kept = |unit: &usize| {
            let workspace = &self.program.workspace;
            let outcome = self.plan.kept(*unit, entry(*unit), workspace)?;
            Some(if self.compares { outcome.compared(workspace, entry(*unit)) } else { outcome })
        };
        let mut outcomes: Vec<Option<Outcome>> = chunk.iter().map(kept).collect();
        let due = chunk.iter().zip(&outcomes).filter(|(_, outcome)| outcome.is_none());
        let due: Vec<&UnitRef> = due.map(|(unit, _)| entry(*unit)).collect();
        let mut made = drafts(self.program, &due, turns).into_iter().map(|draft| end.made(draft, scratch));
        for (unit, outcome) in chunk.iter().zip(&mut outcomes).filter(|(_, outcome)| outcome.is_none()) {
            *outcome = made.next().map(|made| {
                let mut outcome = Outcome { inputs: self.plan.inputs(*unit), ..made };
                // What was found while it was written.
                self.program.workspace.accepted.settle(&outcome.head.name, &mut outcome.findings);
                end.settled(outcome)
            });
        }
        outcomes.into_iter().flatten().collect()
    }
}

/// In which order plugins are asked about the units of a run.
struct Asking(Vec<Turns>);

impl Asking {
    fn of(program: &Program) -> Self {
        Self(program.sections.iter().map(|_| Turns::default()).collect())
    }

    /// A turn at each plugin, for those at a place among the units.
    fn turns(&self, place: usize) -> Vec<Turn<'_>> {
        self.0.iter().map(|turns| turns.at(place)).collect()
    }
}

/// Some units' reports, typeset. Each stage goes over all of them before the next begins: its code stays at hand in the
/// processor, which makes a batch faster than unit by unit.
fn drafts<'p>(program: &'p Program, units: &[&UnitRef], turns: Vec<Turn<'_>>) -> Vec<Draft<'p>> {
    let mut drafts: Vec<Draft<'p>> = units.iter().map(|unit| Draft::read(&program.workspace, unit)).collect();
    for (section, turn) in program.sections.iter().zip(turns) {
        contribute(section, &program.workspace, &mut drafts, turn);
    }
    compose(&program.workspace, &mut drafts);
    each(&mut drafts, |draft| draft.fit(&program.workspace));
    drafts
}

/// One unit's report, typeset.
pub fn draft<'p>(program: &'p Program, unit: &UnitRef) -> Draft<'p> {
    let asking = Asking::of(program);
    let draft = drafts(program, &[unit], asking.turns(0)).pop();
    draft.unwrap_or_else(|| Draft::read(&program.workspace, unit))
}

/// Asks a plugin about all drafts at once, whose turn this is.
pub fn contribute<'p>(section: &'p Section, workspace: &Workspace, drafts: &mut [Draft<'p>], turn: Turn<'_>) {
    let (mut asked, mut requests) = (Vec::with_capacity(drafts.len()), Vec::with_capacity(drafts.len()));
    for (place, draft) in drafts.iter_mut().enumerate() {
        draft.step(|draft| {
            let request = draft.request(section, workspace);
            asked.extend(request.is_some().then_some(place));
            requests.extend(request);
        });
    }
    let answers = section.plugin.ask(&requests, &turn);
    drop(turn);
    for ((place, request), answer) in asked.into_iter().zip(requests).zip(answers) {
        drafts[place].step(|draft| draft.contribute(section, request, answer));
    }
}

/// The stages after the plugins: all that is done for a unit above others, whose parts are merged.
pub fn compose(workspace: &Workspace, drafts: &mut [Draft<'_>]) {
    each(drafts, |draft| draft.derive(workspace));
    each(drafts, |draft| draft.word(workspace));
    each(drafts, |draft| draft.illustrate(workspace));
    each(drafts, |draft| draft.typeset(workspace));
    each(drafts, |draft| draft.tell_balanced(workspace));
    if workspace.accepted.are_noted {
        each(drafts, Draft::tell_accepted);
    }
}

fn each<'p>(drafts: &mut [Draft<'p>], stage: impl Fn(&mut Draft<'p>)) {
    drafts.iter_mut().for_each(|draft| draft.step(&stage));
}

/// How many units go through the stages together: enough to keep each stage's code at hand, few enough that their data
/// stay in the processor's cache, that every thread has its share and that an interrupt is soon heard.
fn chunk_size(units: usize, jobs: usize) -> usize {
    const MOST: usize = 24;
    (units / jobs.max(1) / 4).clamp(1, MOST)
}

fn not_done(head: &UnitHead) -> Outcome {
    Outcome::new(head.clone(), Status::NotDone, Diagnostic::new(Code::Interrupted).into())
}
