//! One side of a comparison: a period made afresh from its data, a period as it was filed, or a run as its record has it.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use huibian_contract::{CountKey, IndexMap, Period, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Location, Result, Severity};
use huibian_engine::history::file::{FiledPeriod, examine};
use huibian_engine::history::{Archive, Lists, first_few};
use huibian_engine::outcome::{Outcome, Status};
use huibian_engine::plan::{Plan, Reuse};
use huibian_engine::preflight::{Item, Preflight, Scope};
use huibian_engine::program::Program;
use huibian_engine::run::{self, Reused, draft};
use huibian_figure::Filed;
use huibian_manifest::Line;
use huibian_source::UnitRef;
use huibian_store::Artifact;
use huibian_unit::Roster;
use huibian_writers::{Scratch, Writer};

use crate::Absence;
use crate::closed::Closed;
use crate::words::WordsKind;

/// One side.
pub enum Side {
    /// A period whose reports are made, and not written; one that is closed has the figures that were filed.
    Made(Box<Made>),
    /// A period as it was filed, which has no words, and what keeps its file from being wholly believed.
    Filed(FiledPeriod, Vec<Item>),
    /// A run as its record has it.
    Run(Run),
}

/// A period that is made; of units that stand as a batch left them, what it left.
pub struct Made {
    program: Program,
    roster: Roster,
    plan: Plan,
    reused: Reused,
    closed: Option<Closed>,
    places: HashMap<UnitId, usize>,
    /// What was found of its units so far, and of them as a whole once all are.
    problems: Preflight,
    /// Whether units' texts are held against each other: else the plan knows which are alike.
    compares: bool,
    /// One for each kind of words.
    writers: Vec<(WordsKind, Box<dyn Writer>)>,
}

/// A run's record.
pub struct Run {
    period: Period,
    units: IndexMap<UnitId, RunUnit>,
    /// What keeps its record from being wholly believed, and what it failed on.
    problems: Vec<Item>,
    /// Who gave it no data.
    absent: Vec<String>,
}

/// What became of a unit, and the paragraphs of its report.
type MadeUnit = (Outcome, Option<Vec<String>>);

/// What a side has of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideUnit {
    /// Its name.
    pub name: String,
    /// Whether its report could not be made.
    pub unmade: bool,
    /// What kept it from being made.
    pub faults: Vec<Diagnostic>,
    /// The unit above it, by id or name, where the side knows it.
    pub parent: Option<String>,
    /// Its counts as they are filed.
    pub counts: IndexMap<CountKey, Filed>,
    /// The paragraphs of its report; none where the side has none.
    pub words: Option<Vec<String>>,
    /// What its report says, as one hash, where the side knows it.
    pub words_hash: Option<String>,
}

impl Side {
    /// A period whose reports are made.
    ///
    /// # Errors
    /// What `check` says, where something keeps a run from starting: no units (W010) and faults of the data as a whole.
    pub fn made(program: Program, jobs: usize) -> Result<Self, Box<Preflight>> {
        let run = run::Run::begin(&program, jobs, Reuse::Figures).sound()?;
        let (reused, problems) = (Reused::planned(&run), Preflight::begin(&run));
        let run::Run { roster, plan, .. } = run;
        let compares = !plan.is_nothing_to_do();
        let places = roster.units.iter().enumerate().map(|(at, unit)| (unit.head().id.clone(), at)).collect();
        let (known, appearance) = (&program.workspace.known_formats, program.workspace.appearance());
        let writer =
            |kind: WordsKind| Some((kind, known.find(kind.format()).ok()?.writer(&appearance).ok()?));
        let writers = WordsKind::ALL.into_iter().filter_map(writer).collect();
        let closed = Closed::of(&program.workspace);
        let made = Made { program, roster, plan, reused, closed, places, problems, compares, writers };
        Ok(Self::Made(Box::new(made)))
    }

    /// A period as it was filed; `None` where it was not.
    ///
    /// # Errors
    /// W001, H001.
    pub fn filed(folder: &Path, report: &str, period: Period) -> Result<Option<Self>> {
        let latest = Archive::of(folder, report).latest(period);
        let doubts = |path: &Path| examine(path).into_iter().map(Item::of_all).collect();
        let read = |path: PathBuf| Ok(Self::Filed(FiledPeriod::read(&path)?, doubts(&path)));
        latest.map(read).transpose()
    }

    /// A run, by its record or the folder that holds it; paths in it are below `folder`.
    ///
    /// # Errors
    /// W001 when it cannot be read, R004 when it is no record.
    pub fn run(path: &Path, folder: &Path) -> Result<Self> {
        let path = if path.is_dir() { path.join("manifest.jsonl") } else { path.to_owned() };
        let run = huibian_manifest::Run::read(&path)?;
        let doubt = doubt(&run, &path).map(Item::of_all);
        let faults = |line: &Line| {
            let faults = huibian_manifest::findings(&line.diagnostics, folder).into_iter();
            let item = |diagnostic| Item { unit: line.name.clone(), diagnostic, scope: Scope::Unit };
            faults.map(item).collect::<Vec<_>>()
        };
        let problems = doubt.into_iter().chain(run.lines.iter().flat_map(faults)).collect();
        let absent = absent(&huibian_manifest::findings(&run.last.findings, folder));
        let unit = |line: Line| {
            (line.unit.clone(), RunUnit { beside: path.clone(), below: folder.to_owned(), line })
        };
        let period = run.head.period;
        Ok(Self::Run(Run { period, units: run.lines.into_iter().map(unit).collect(), problems, absent }))
    }

    /// Which units were made for it; of a period that is made alone.
    pub fn reused(&self) -> Option<&Reused> {
        match self {
            Self::Made(made) => Some(&made.reused),
            Self::Filed(..) | Self::Run(_) => None,
        }
    }

    /// What was found of it: of a period that is made all that `check` finds but for what stands where files would lie, since none
    /// is written; of a run what kept units from being made; of a record or a filed period, that it is not to be believed.
    pub fn problems(&self) -> &[Item] {
        match self {
            Self::Made(made) => &made.problems.items,
            Self::Filed(_, doubts) => doubts,
            Self::Run(run) => &run.problems,
        }
    }

    /// Holds the units against each other, once all were looked at.
    pub(super) fn conclude(&mut self) {
        if let Self::Made(made) = self {
            made.conclude();
        }
    }

    /// The units, in order, with their names.
    pub fn units(&self) -> Vec<(UnitId, String)> {
        match self {
            Self::Made(made) => made.units(),
            Self::Filed(filed, _) => {
                filed.units.values().map(|line| (line.unit.clone(), line.name.clone())).collect()
            }
            Self::Run(run) => {
                run.units.iter().map(|(id, unit)| (id.clone(), unit.line.name.clone())).collect()
            }
        }
    }

    /// Why it has nothing of a unit of these ids and names; `listed` are those that must give data.
    pub(super) fn absence(&self, names: &[&str], listed: &Lists) -> Absence {
        let is_named = |absent: &[String]| absent.iter().any(|absent| names.contains(&absent.as_str()));
        let (filed, is_absent) = match self {
            Self::Made(made) => match &made.closed {
                Some(closed) => (Some(closed.head()), false),
                None => (None, is_named(&absent(&made.roster.remarks))),
            },
            Self::Filed(filed, _) => (Some(&filed.head), false),
            Self::Run(run) => (None, is_named(&run.absent)),
        };
        let was_due = if is_absent { Some(true) } else { listed.was_due(self.period(), filed, names) };
        was_due.map_or(Absence::Unknown, |due| if due { Absence::Unfiled } else { Absence::NoUnit })
    }

    /// Its period.
    pub(super) fn period(&self) -> Period {
        match self {
            Self::Made(made) => made.program.workspace.period,
            Self::Filed(filed, _) => filed.head.period,
            Self::Run(run) => run.period,
        }
    }

    /// Whether it has words of a kind.
    pub(super) fn has(&self, kind: WordsKind) -> bool {
        match self {
            Self::Made(_) => true,
            Self::Filed(..) => false,
            Self::Run(run) => run.units.values().any(|unit| unit.made(kind).is_some()),
        }
    }

    /// What a unit's report says, as one hash, where a record knows it.
    pub(super) fn words_hash(&self, id: &UnitId) -> Option<String> {
        match self {
            Self::Made(made) => {
                let place = *made.places.get(id)?;
                made.plan.kept(place, &made.roster.units[place], &made.program.workspace)?.words
            }
            Self::Filed(..) => None,
            Self::Run(run) => run.units.get(id)?.line.words.clone(),
        }
    }

    /// What it has of a unit, with words of a kind.
    pub(super) fn side_unit(&mut self, id: &UnitId, kind: Option<WordsKind>) -> Option<SideUnit> {
        match self {
            Self::Made(made) => made.side_unit(id, kind),
            Self::Filed(filed, _) => filed.units.get(id).map(|line| SideUnit {
                name: line.name.clone(),
                counts: line.counts.clone(),
                ..SideUnit::default()
            }),
            Self::Run(run) => run.units.get(id).map(|unit| SideUnit {
                name: unit.line.name.clone(),
                unmade: unit.line.status != Status::Done,
                faults: huibian_manifest::findings(&unit.line.diagnostics, &unit.below),
                parent: unit.line.parent.clone(),
                counts: unit.line.counts.clone(),
                words: kind.and_then(|kind| unit.words(kind)),
                words_hash: unit.line.words.clone(),
            }),
        }
    }
}

/// Who gave no data, as is remarked.
fn absent(remarks: &[Diagnostic]) -> Vec<String> {
    let absent = remarks.iter().filter(|remark| remark.code() == Code::UnitAbsent);
    absent.filter_map(|remark| Some(remark.argument("unit")?.to_string())).collect()
}

/// That a record was edited, or written by a version that knew it otherwise.
fn doubt(run: &huibian_manifest::Run, path: &Path) -> Option<Diagnostic> {
    let kind = match run.head.version.cmp(&huibian_manifest::VERSION) {
        Ordering::Less => "earlier",
        Ordering::Greater => "later",
        Ordering::Equal if run.edited.is_empty() => return None,
        Ordering::Equal => "edited",
    };
    let doubted = Diagnostic::new(Code::RecordDoubted).with("kind", kind).with("path", path.display());
    let doubted = doubted.with("count", run.edited.len()).with("units", first_few(&run.edited));
    Some(doubted.at(Location::file(path)).weighing(Severity::Warning))
}

impl Made {
    /// Those that there are data of; of a closed period those that were filed.
    fn units(&self) -> Vec<(UnitId, String)> {
        let heads = self.roster.units.iter().map(UnitRef::head);
        let of_data = heads.map(|head| (head.id.clone(), head.name.clone()));
        let Some(closed) = &self.closed else { return of_data.collect() };
        let gone = closed.units().filter(|line| !self.places.contains_key(&line.unit));
        let gone = gone.map(|line| (line.unit.clone(), line.name.clone()));
        of_data.filter(|(id, _)| closed.has(id)).chain(gone).collect()
    }

    fn side_unit(&mut self, id: &UnitId, kind: Option<WordsKind>) -> Option<SideUnit> {
        let made = self.of_data(id, kind);
        match &mut self.closed {
            Some(closed) => closed.side_unit(id, made),
            None => made,
        }
    }

    /// What a unit's data come to.
    fn of_data(&mut self, id: &UnitId, kind: Option<WordsKind>) -> Option<SideUnit> {
        let place = *self.places.get(id)?;
        let unit = &self.roster.units[place];
        let (outcome, words) = self.kept(place, unit, kind).unwrap_or_else(|| self.afresh(unit, kind));
        self.problems.take_unordered(&outcome);
        let mut side = side_unit(&outcome, words);
        self.program.workspace.history.as_filed(id, &mut side.counts);
        Some(side)
    }

    fn conclude(&mut self) {
        let since = self.places.keys().filter(|id| self.closed.as_ref().is_some_and(|it| !it.has(id)));
        for id in since.cloned().collect::<BTreeSet<UnitId>>() {
            self.side_unit(&id, None);
        }
        let workspace = &self.program.workspace;
        let alike = if self.compares { Vec::new() } else { self.plan.alike(&workspace.folder) };
        self.problems.conclude(workspace, &self.roster, alike);
        // No file is written, so that nothing stands in the way of one.
        self.problems.items.retain(|item| item.diagnostic.code() != Code::WriteFailed);
    }

    /// What a batch left of a unit, where that stands and has such words.
    fn kept(&self, place: usize, unit: &UnitRef, kind: Option<WordsKind>) -> Option<MadeUnit> {
        let outcome = self.plan.kept(place, unit, &self.program.workspace)?;
        let words = match kind {
            Some(kind) => {
                Some(kind.read_made(outcome.artifacts.iter().find(|made| kind.is_of(&made.path))?)?)
            }
            None => None,
        };
        let workspace = &self.program.workspace;
        Some((if self.compares { outcome.compared(workspace, unit) } else { outcome }, words))
    }

    fn afresh(&self, unit: &UnitRef, kind: Option<WordsKind>) -> MadeUnit {
        let draft = draft(&self.program, unit);
        let words = draft.assembled.as_ref().zip(kind).and_then(|(assembled, kind)| {
            let (_, writer) = self.writers.iter().find(|(own, _)| *own == kind)?;
            kind.of(&writer.write(&assembled.document(), &mut Scratch::default()).ok()?.bytes)
        });
        let words_hash =
            draft.assembled.as_ref().map(|assembled| huibian_manifest::words(&assembled.document().words()));
        (Outcome { words: words_hash, ..draft.outcome }, words)
    }
}

fn side_unit(outcome: &Outcome, words: Option<Vec<String>>) -> SideUnit {
    let unmade = outcome.status != Status::Done;
    let words_hash = outcome.words.clone();
    SideUnit {
        name: outcome.head.name.clone(),
        unmade,
        faults: outcome.diagnostics.to_vec(),
        parent: outcome.head.parent.clone(),
        counts: outcome.figures.filed(),
        words,
        words_hash,
    }
}

struct RunUnit {
    /// The record, beside which files may lie that were moved along with it.
    beside: PathBuf,
    /// What paths in the record are below.
    below: PathBuf,
    line: Line,
}

impl RunUnit {
    /// The words of its file of a kind, beside the record, else where the record says; none where it is another one now.
    fn words(&self, kind: WordsKind) -> Option<Vec<String>> {
        let made = self.made(kind)?;
        let beside = self.beside.with_file_name(made.path.file_name()?);
        let path = if beside.is_file() { beside } else { self.below.join(&made.path) };
        kind.read_made(&Artifact { path, ..made.clone() })
    }

    /// What is recorded of its file of a kind.
    fn made(&self, kind: WordsKind) -> Option<&Artifact> {
        self.line.artifacts.iter().find(|made| kind.is_of(&made.path))
    }
}
