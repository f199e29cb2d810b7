//! What is wrong, or odd, with units and with all of them together. Only that is kept, so that memory does not grow with the
//! units. [`Preflight::of_data`] looks at data alone, and runs no plugin's code; so does [`Preflight::of_run`] where what is
//! wrong with the units as a whole keeps a run from starting, since reports would only tell what follows from that.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use huibian_check::alike::{NearDuplicates, TextPrint};
use huibian_check::data::noted;
use huibian_check::of_figures::is_of_figures;
use huibian_contract::UnitId;
use huibian_diagnostic::{Code, Diagnostic, Faults, Severity};
use huibian_figure::Figures;
use huibian_history::Departed;
use huibian_report::office::check_complete;
use huibian_report::office::numbering::{Numbers, numbered};
use huibian_source::csv::Decided;
use huibian_source::parallel;
use huibian_source::{UnitHead, UnitRef};
use huibian_store::ensure_takes;
use huibian_unit::Roster;

use crate::history::Archive;
use crate::numbers::{numbered_parent, unknown_ids};
use crate::outcome::{Outcome, Status};
use crate::places::{due, obstacles_on_top};
use crate::run::{NoFiles, Run};
use crate::workspace::Workspace;

/// What going through all units showed.
#[derive(Debug, Default)]
pub struct Preflight {
    /// How many units there are.
    pub units: usize,
    /// What was found: first of the data as a whole, then unit by unit.
    pub items: Vec<Item>,
    /// Whether a run could not make anything at all: of these units, in these formats, or where its files would lie.
    pub is_impossible: bool,
    /// Files that were passed over.
    pub ignored_files: Vec<PathBuf>,
    /// What was decided for CSV files with all units.
    pub decided: Vec<(PathBuf, Decided)>,
    /// Whether rows of the data have no unit that is known, so that some figures are of nobody.
    has_lost_rows: bool,
    /// Texts that units have alike.
    alike: NearDuplicates,
    /// Texts that are yet to be held against others.
    texts: HashMap<UnitId, Vec<TextPrint>>,
    /// The numbers of their documents.
    numbers: Numbers,
    /// Of a period that is closed, and not about to be, what was filed of it.
    pub departed: Option<Departed>,
}

/// One thing that was found.
#[derive(Debug)]
pub struct Item {
    /// The unit's name; empty where it is about the data as a whole.
    pub unit: String,
    /// What it is.
    pub diagnostic: Diagnostic,
    /// Whose it is.
    pub scope: Scope,
}

/// Whose a thing is that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A unit's own: it stands in the unit's outcome.
    Unit,
    /// Nobody's own: of the data as a whole, of several units at once, or of what someone let through.
    Together,
    /// The run's: of formats, fonts, and the record before it.
    Run,
}

/// What a unit's data alone show.
fn data(workspace: &Workspace, unit: &UnitRef) -> Outcome {
    let (head, read) = workspace.read_unit(unit);
    let unit = match read {
        Ok(unit) => unit,
        Err(faults) => return Outcome::new(head, Status::Failed, faults),
    };
    let numbered = numbered(&workspace.design, &unit.identity, &unit.document, &head.place);
    let complete = check_complete(&workspace.design, &unit.document, &head.place);
    let faults: Faults = [numbered.as_ref().err().cloned(), complete.err()].into_iter().flatten().collect();
    let status = if faults.is_empty() { Status::Done } else { Status::Failed };
    let mut findings = noted(unit.findings.clone(), &Figures::default(), |id| unit.data.get(id));
    workspace.accepted.settle(&head.name, &mut findings);
    Outcome {
        prints: workspace.prints_of(&unit),
        number: numbered.ok().flatten(),
        findings,
        ..Outcome::new(head, status, faults)
    }
}

/// Whether a fault says that rows with data are nobody's.
fn loses_rows(code: Code) -> bool {
    use Code::{Ditto, MergedCells, NoUnitInRow, SecondTable, StrangeUnit};
    matches!(code, NoUnitInRow | StrangeUnit | Ditto | MergedCells | SecondTable)
}

impl Item {
    /// Of the data as a whole.
    pub fn of_all(diagnostic: Diagnostic) -> Self {
        Self::about(String::new(), diagnostic)
    }

    /// Of a unit, in whose outcome it does not stand.
    pub(crate) fn about(unit: String, diagnostic: Diagnostic) -> Self {
        Self { unit, diagnostic, scope: Scope::Together }
    }

    fn is_of(&self, other: &Self) -> bool {
        self.unit == other.unit && self.diagnostic.fingerprint() == other.diagnostic.fingerprint()
    }
}

impl From<Faults> for Box<Preflight> {
    fn from(faults: Faults) -> Self {
        Preflight::default().ended(faults)
    }
}

impl From<Diagnostic> for Box<Preflight> {
    fn from(fault: Diagnostic) -> Self {
        Preflight::default().ended([fault])
    }
}

impl From<Box<Preflight>> for Faults {
    fn from(preflight: Box<Preflight>) -> Self {
        preflight.items.into_iter().map(|item| item.diagnostic).collect()
    }
}

/// What is odd about a run.
fn of_run(diagnostic: Diagnostic) -> Item {
    Item { scope: Scope::Run, ..remark(diagnostic) }
}

/// What is odd about the data without being wrong.
fn remark(diagnostic: Diagnostic) -> Item {
    Item::of_all(diagnostic.weighing(Severity::Warning))
}

impl Preflight {
    /// Goes through the units' data alone, on `jobs` threads. No plugin's code runs.
    pub fn of_data(workspace: &Workspace, jobs: usize) -> Self {
        let roster = workspace.gather(jobs);
        let mut preflight = Self::of_roster(&roster);
        preflight.look_at_data(workspace, &roster, jobs);
        preflight.conclude(workspace, &roster, Vec::new());
        preflight
    }

    /// Goes through the units' reports: all that is done for them but writing.
    pub fn of_run(run: &Run<'_>) -> Self {
        let workspace = &run.program.workspace;
        let mut preflight = Self::begin(run);
        let left_out = run.program.left_out().map(|id| Diagnostic::new(Code::CodeNotRun).with("id", id));
        let misplaced = run.misplaced();
        preflight.is_impossible |= misplaced.is_some() || !run.program.writes_all_formats();
        if misplaced.is_none() {
            preflight.look_at_places(run);
        }
        let refused = run.program.refusals.iter().cloned().chain(left_out).chain(misplaced);
        preflight.items.extend(refused.map(Item::of_all));
        if run.is_sound() {
            let never = AtomicBool::new(false);
            run.over_all(&NoFiles, &never, &mut |mut outcome| preflight.take(&mut outcome));
        } else {
            preflight.look_at_data(workspace, &run.roster, run.jobs);
        }
        preflight.conclude(workspace, &run.roster, if run.is_sound() { run.alike() } else { Vec::new() });
        preflight
    }

    /// Of a run that these kept from starting, which otherwise weigh less.
    pub(crate) fn stopped_by(run: &Run<'_>, obstacles: Vec<Item>) -> Box<Self> {
        let mut preflight = Self::of_run(run);
        preflight.items.retain(|item| !obstacles.iter().any(|obstacle| obstacle.is_of(item)));
        preflight.items.extend(obstacles);
        Box::new(preflight)
    }

    /// What was found until these faults ended it.
    pub(crate) fn ended(mut self, faults: impl IntoIterator<Item = Diagnostic>) -> Box<Self> {
        self.items.extend(faults.into_iter().map(Item::of_all));
        Box::new(self)
    }

    /// What is known of a run before any unit is made.
    pub fn begin(run: &Run<'_>) -> Self {
        let fonts = &run.program.workspace.font_remarks;
        let warnings = run.program.warnings.iter().filter(|warning| !fonts.contains(warning));
        let mut preflight = Self::of_roster(&run.roster);
        preflight.items.extend(warnings.chain(&run.plan.remark).cloned().map(of_run));
        let Workspace { folder, report, history, .. } = &run.program.workspace;
        preflight.departed = Departed::of(folder, report, history);
        preflight
    }

    /// What units' data show by themselves.
    fn look_at_data(&mut self, workspace: &Workspace, roster: &Roster, jobs: usize) {
        self.departed = None;
        let read = |(): &mut (), unit: &UnitRef| data(workspace, unit);
        let mut take = |mut outcome: Outcome| self.take(&mut outcome);
        parallel::in_order(jobs, &roster.units, || (), read, &mut take);
    }

    /// Whose files could not lie where they are to.
    fn look_at_places(&mut self, run: &Run<'_>) {
        let workspace = &run.program.workspace;
        for unit in &run.roster.units {
            let obstacle = due(workspace, unit).find_map(|path| ensure_takes(&path).err());
            let unit = unit.head().name.clone();
            self.items.extend(obstacle.map(|diagnostic| Item::about(unit, diagnostic)));
        }
    }

    /// What is known of the data as a whole.
    fn of_roster(roster: &Roster) -> Self {
        let faults = roster.faults.iter().cloned().map(Item::of_all);
        let remarks = roster.remarks.iter().cloned().map(remark);
        Self {
            units: roster.units.len(),
            items: faults.chain(remarks).collect(),
            is_impossible: !roster.faults.is_empty(),
            has_lost_rows: roster.faults.iter().any(|fault| loses_rows(fault.code())),
            ignored_files: roster.ignored_files.clone(),
            decided: roster.decided.clone(),
            ..Self::default()
        }
    }

    /// Takes in what became of a unit, in unit order: what must be held against other units, and what is wrong or odd.
    pub(crate) fn take(&mut self, outcome: &mut Outcome) {
        self.alike.take(&outcome.head.name, std::mem::take(&mut outcome.prints));
        self.take_unordered(outcome);
    }

    /// The same in any order, for which units' texts are kept until all are taken in.
    pub fn take_unordered(&mut self, outcome: &Outcome) {
        let UnitHead { id, name, .. } = &outcome.head;
        if !outcome.prints.is_empty() {
            self.texts.insert(id.clone(), outcome.prints.clone());
        }
        // What is found in figures of which some are lost may be nothing but that.
        let is_sure = |found: &&Diagnostic| !(self.has_lost_rows && is_of_figures(found.code()));
        let all = outcome.diagnostics.iter().chain(&outcome.findings).filter(is_sure).cloned();
        let own = all.map(|diagnostic| Item { unit: name.clone(), diagnostic, scope: Scope::Unit });
        self.items.extend(own);
        if let Some(number) = &outcome.number {
            self.numbers.take(&outcome.head.name, number.clone());
        }
        if let Some(departed) = self.departed.as_mut().filter(|_| outcome.status == Status::Done) {
            departed.take(id, name, &outcome.figures.filed());
        }
    }

    /// Holds the units against each other, once all are taken in. `alike` is what an earlier run found of texts that units have
    /// alike, where none were taken in.
    pub fn conclude(&mut self, workspace: &Workspace, roster: &Roster, alike: Vec<Diagnostic>) {
        let mut texts = std::mem::take(&mut self.texts);
        let kept = if texts.is_empty() { &[][..] } else { &roster.units };
        for head in kept.iter().map(UnitRef::head) {
            texts.remove(&head.id).into_iter().for_each(|prints| self.alike.take(&head.name, prints));
        }
        let found = self.alike.findings(&workspace.plugins);
        self.items.extend(found.into_iter().chain(alike).map(Item::of_all));
        self.look_at_tree(workspace, roster);
        self.look_at_numbers(workspace, roster);
        self.look_at_history(workspace, roster);
        self.items.extend(workspace.font_remarks.iter().cloned().map(of_run));
        self.items.extend(workspace.design.tables.unused().into_iter().map(of_run));
        self.look_at_accepted(workspace);
    }

    /// Which remarks on the data as a whole are let through, and what was let through and is so no more.
    fn look_at_accepted(&mut self, workspace: &Workspace) {
        for item in self.items.iter_mut().filter(|item| item.unit.is_empty()) {
            workspace.accepted.settle("", std::slice::from_mut(&mut item.diagnostic));
        }
        if self.has_lost_rows {
            return;
        }
        let found = self.items.iter().map(|item| (item.unit.as_str(), &item.diagnostic));
        let void = workspace.accepted.no_longer(found).into_iter();
        self.items.extend(void.map(|(unit, diagnostic)| Item::about(unit, diagnostic)));
    }

    /// Those that nobody has let through.
    pub fn open(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.diagnostic.accepted().is_none())
    }

    /// What is no unit's own: of the data as a whole, of several units at once, or of what someone let through.
    pub fn of_all(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.scope != Scope::Unit)
    }

    /// What is wrong with periods that are filed; those that this one is compared with are read before anything else.
    fn look_at_history(&mut self, workspace: &Workspace, roster: &Roster) {
        if let Some(mut departed) = self.departed.take() {
            let there: HashSet<&UnitId> = roster.units.iter().map(|unit| &unit.head().id).collect();
            departed.take_gone(|unit| there.contains(unit));
            self.items.extend(departed.told().map(Item::of_all));
        }
        let damages = Archive::of(&workspace.folder, &workspace.report).damages();
        self.items.extend(damages.into_iter().map(Item::of_all));
        let measures = workspace.at_counts(workspace.history.measure_remarks());
        let lineage = workspace.history.lineage().remarks();
        self.items.extend(measures.chain(lineage).map(Item::of_all));
    }

    /// What is wrong with who is above whom, and who is listed there without data.
    fn look_at_tree(&mut self, workspace: &Workspace, roster: &Roster) {
        match workspace.tree(&roster.units) {
            Ok(tree) if roster.faults.is_empty() => {
                let absent = roster.absent_members(&tree, workspace.parents.len());
                let obstacles = obstacles_on_top(workspace, &tree).into_iter();
                self.items.extend(absent.into_iter().map(remark));
                self.items.extend(obstacles.map(|(unit, fault)| Item { unit, ..remark(fault) }));
            }
            Ok(_) => {}
            // Two units of one id cannot stand in a tree; that there are two is told already.
            Err(_) if roster.faults.iter().any(|fault| fault.code() == Code::UnitTwice) => {}
            Err(faults) => self.items.extend(faults.into_iter().map(Item::of_all)),
        }
    }

    /// What is wrong with the numbers of documents as a whole, those of units above others among them.
    fn look_at_numbers(&mut self, workspace: &Workspace, roster: &Roster) {
        for parent in &workspace.parents {
            match numbered_parent(workspace, parent) {
                Ok(Some(number)) => self.numbers.take(&parent.head.name, number),
                Err(fault) if fault.code() == Code::NumberIncomplete => {
                    let unit = parent.head.name.clone();
                    self.items.push(Item { unit, ..remark(fault) });
                }
                Ok(None) | Err(_) => {}
            }
        }
        self.items.extend(self.numbers.twice().into_iter().map(Item::of_all));
        if roster.faults.is_empty() {
            let unknown = unknown_ids(workspace, roster).into_iter();
            self.items.extend(unknown.map(remark));
        }
    }

    /// The faults that stand in a text, of which lines can be shown.
    pub fn with_text(&self) -> Vec<Diagnostic> {
        let all = self.items.iter().map(|item| &item.diagnostic);
        all.filter(|fault| fault.fails() && !fault.code().is_finding())
            .filter(|fault| fault.location().is_some_and(|place| place.text_and_span().is_some()))
            .cloned()
            .collect()
    }

    /// The faults that concern the units as a whole.
    pub fn faults_of_all(&self) -> impl Iterator<Item = &Diagnostic> {
        let of_all = self.of_all().filter(|item| item.unit.is_empty()).map(|item| &item.diagnostic);
        of_all.filter(|fault| fault.fails() && !fault.code().is_finding())
    }

    /// How many faults and failed checks there are.
    pub fn faults(&self) -> usize {
        self.items.iter().filter(|item| item.diagnostic.fails()).count()
    }
}
