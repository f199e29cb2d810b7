//! One side of a comparison: a period made afresh from its data, a period as it was filed, or a run as its record has it.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use huibian_contract::{CountKey, IndexMap, Period, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Place, Result};
use huibian_unit::RosterUnit;
use huibian_writers::{Scratch, Writer};
use serde::Deserialize;

use super::words::Kind;
use crate::assemble::Assembler;
use crate::history::Archive;
use crate::history::file::FiledPeriod;
use crate::outcome::Status;

/// One side.
pub enum Side {
    /// A period whose reports are made, and not written.
    Made(Box<Made>),
    /// A period as it was filed, which has no words.
    Filed(FiledPeriod),
    /// A run as its record has it.
    Run(Run),
}

/// A period that is made.
pub struct Made {
    assembler: Assembler,
    units: Vec<RosterUnit>,
    places: HashMap<UnitId, usize>,
    /// One for each kind of words.
    writers: Vec<(Kind, Box<dyn Writer>)>,
}

/// A run's record.
pub struct Run {
    units: IndexMap<UnitId, RunUnit>,
}

/// What a side has of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub name: String,
    /// Whether its report could not be made.
    pub unmade: bool,
    /// Its counts as they are printed.
    pub figures: IndexMap<CountKey, String>,
    /// The paragraphs of its report; none where the side has none.
    pub words: Option<Vec<String>>,
}

impl Side {
    /// A period whose reports are made.
    ///
    /// # Errors
    /// What keeps a run from starting: no units (W010) and faults of the data as a whole.
    pub fn made(assembler: Assembler, jobs: usize) -> Result<Self, Vec<Diagnostic>> {
        let units = assembler.workspace.roster(jobs)?.units;
        let places = units.iter().enumerate().map(|(at, unit)| (unit.head().id.clone(), at)).collect();
        let (known, appearance) = (&assembler.workspace.known_formats, assembler.workspace.appearance());
        let writer = |kind: Kind| Some((kind, known.find(kind.format()).ok()?.writer(&appearance).ok()?));
        let writers = Kind::ALL.into_iter().filter_map(writer).collect();
        Ok(Self::Made(Box::new(Made { assembler, units, places, writers })))
    }

    /// A period as it was filed; `None` where it was not.
    ///
    /// # Errors
    /// W001, H001.
    pub fn filed(folder: &Path, report: &str, period: Period) -> Result<Option<Self>> {
        let latest = Archive::of(folder, report).latest(period);
        latest.map(|path| FiledPeriod::read(&path).map(Self::Filed)).transpose()
    }

    /// A run, by its record or the folder that holds it; paths in it are below `folder`.
    ///
    /// # Errors
    /// W001 when it cannot be read, R004 when it is no record.
    pub fn run(path: &Path, folder: &Path) -> Result<Self> {
        let path = if path.is_dir() { path.join("manifest.jsonl") } else { path.to_owned() };
        let text = fs::read_to_string(&path).map_err(|error| {
            let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display());
            fault.with("reason", error).at(Place::file(path.clone()))
        })?;
        let none = || Diagnostic::new(Code::BadRecord).with("path", path.display());
        let mut units = IndexMap::default();
        for line in text.lines().skip(1) {
            if let Ok(RunLine { unit, told }) = serde_json::from_str::<RunLine>(line) {
                units.insert(unit, RunUnit { beside: path.clone(), below: folder.to_owned(), told });
            } else if serde_json::from_str::<serde::de::IgnoredAny>(line).is_err() {
                return Err(none());
            }
        }
        if text.is_empty() { Err(none()) } else { Ok(Self::Run(Run { units })) }
    }

    /// The units, in order.
    pub fn units(&self) -> Vec<UnitId> {
        match self {
            Self::Made(made) => made.units.iter().map(|unit| unit.head().id.clone()).collect(),
            Self::Filed(filed) => filed.units.keys().cloned().collect(),
            Self::Run(run) => run.units.keys().cloned().collect(),
        }
    }

    /// Whether it has words of a kind.
    pub(super) fn has(&self, kind: Kind) -> bool {
        match self {
            Self::Made(_) => true,
            Self::Filed(_) => false,
            Self::Run(run) => run.units.values().any(|unit| unit.file(kind).is_some()),
        }
    }

    /// What it has of a unit, with words of a kind.
    pub(super) fn told(&self, id: &UnitId, kind: Option<Kind>) -> Option<Told> {
        match self {
            Self::Made(made) => made.told(id, kind),
            Self::Filed(filed) => filed.units.get(id).map(|line| Told {
                name: line.name.clone(),
                unmade: false,
                figures: line
                    .counts
                    .iter()
                    .map(|(key, count)| (key.clone(), format!("{}{}", count.value, count.measure)))
                    .collect(),
                words: None,
            }),
            Self::Run(run) => run.units.get(id).map(|unit| Told {
                name: unit.told.name.clone(),
                unmade: unit.told.status != "done",
                figures: unit
                    .told
                    .counts
                    .iter()
                    .map(|(key, count)| (key.clone(), format!("{}{}", count.value, count.measure)))
                    .collect(),
                words: kind.and_then(|kind| kind.read(&unit.file(kind)?)),
            }),
        }
    }
}

impl Made {
    fn told(&self, id: &UnitId, kind: Option<Kind>) -> Option<Told> {
        let draft = self.assembler.draft(&self.units[*self.places.get(id)?]);
        let figures = draft.outcome.figures.iter();
        let figures =
            figures.map(|(key, figure)| (key.clone(), format!("{}{}", figure.digits, figure.measure)));
        let words = draft.document.as_ref().zip(kind).and_then(|(document, kind)| {
            let (_, writer) = self.writers.iter().find(|(own, _)| *own == kind)?;
            kind.of(&writer.write(document, &mut Scratch::default()).ok()?.bytes)
        });
        let unmade = draft.outcome.status != Status::Done;
        Some(Told { name: draft.outcome.header.name.clone(), unmade, figures: figures.collect(), words })
    }
}

struct RunUnit {
    /// The record, beside which files may lie that were moved along with it.
    beside: PathBuf,
    /// What paths in the record are below.
    below: PathBuf,
    told: RunTold,
}

impl RunUnit {
    /// Its file of a kind: beside the record, else where the record says.
    fn file(&self, kind: Kind) -> Option<PathBuf> {
        let paths = self.told.artifacts.iter().map(|artifact| Path::new(&artifact.path));
        let mut of_kind =
            paths.filter(|path| path.extension().is_some_and(|extension| extension == kind.format()));
        let path = of_kind.next()?;
        let beside = self.beside.with_file_name(path.file_name()?);
        Some(if beside.is_file() { beside } else { self.below.join(path) })
    }
}

#[derive(Deserialize)]
struct RunLine {
    unit: UnitId,
    #[serde(flatten)]
    told: RunTold,
}

#[derive(Deserialize)]
struct RunTold {
    name: String,
    status: String,
    counts: IndexMap<CountKey, RunCount>,
    artifacts: Vec<RunFile>,
}

#[derive(Deserialize)]
struct RunCount {
    value: String,
    measure: String,
}

#[derive(Deserialize)]
struct RunFile {
    path: String,
}
