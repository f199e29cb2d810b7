//! Closing a period: its figures are assembled anew from its data, held against their checks, and filed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use huibian_contract::{CountKey, IndexMap};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_source::parallel;

use super::file::{Filed, FiledPeriod, Head, Line, PluginVersion};
use super::shelf::Shelf;
use crate::assemble::Assembler;
use crate::outcome::Outcome;
use crate::roster::Roster;
use crate::unit::Entry;

/// How a period is closed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Closing {
    /// Units that failed are left out; without it they keep the period from being closed.
    pub partial: bool,
    /// A period that is filed with other figures gets a further version; without it, it stays as it is.
    pub amend: bool,
}

/// What became of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Its file.
    pub path: PathBuf,
    /// Its version.
    pub version: u32,
    /// Whether the file is new; not where the same figures were filed already.
    pub is_new: bool,
    /// How many units it has.
    pub units: usize,
    /// How many units were left out.
    pub left_out: usize,
    /// What differs from the version before.
    pub changes: Vec<Amended>,
}

/// A count that differs from the version before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// The unit's name.
    pub unit: String,
    /// The count.
    pub key: CountKey,
    /// What it was.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
}

impl Assembler {
    /// Files the counts of the workspace's period, on `jobs` threads. `on_unit` hears of each unit, in unit order.
    ///
    /// # Errors
    /// H002 where units fail or a check of severity error does, H003 where other figures are filed already; beside
    /// those, W010, U001, O001, W001, H001 and O004.
    pub fn close(
        &self,
        closing: Closing,
        jobs: usize,
        on_unit: &mut dyn FnMut(&Outcome),
    ) -> Result<Closed, Vec<Diagnostic>> {
        let workspace = &self.workspace;
        let roster = Roster::read(workspace, jobs)?;
        workspace.know_units(&roster);
        let (mut units, mut without, mut failed) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut take = |outcome: Outcome| {
            on_unit(&outcome);
            if outcome.is_clean() {
                let line = line(&outcome);
                units.insert(line.unit.clone(), line);
            } else {
                failed.push(outcome.header.name.clone());
                without.push(outcome.header.id);
            }
        };
        let assemble = |(): &mut (), unit: &Entry| self.draft(unit).outcome;
        parallel::in_order(jobs, &roster.units, || (), assemble, &mut take);
        if !failed.is_empty() && !closing.partial {
            return Err(vec![
                Diagnostic::new(Code::NotClosed)
                    .with("period", workspace.period)
                    .with("count", failed.len())
                    .with("units", some(&failed)),
            ]);
        }
        let plugins = workspace.plugins.iter().map(|plugin| PluginVersion {
            id: plugin.manifest.id.to_string(),
            version: plugin.manifest.version.clone(),
        });
        let head = Head {
            report: workspace.report.clone(),
            period: workspace.period,
            version: 1,
            plugins: plugins.collect(),
            without,
            removed: Vec::new(),
        };
        file(&workspace.folder, FiledPeriod { head, units }, closing.amend).map_err(|fault| vec![fault])
    }
}

/// Puts a period on its shelf, as a first version or as an amendment.
///
/// # Errors
/// H003 where other figures are filed already and they are not to be amended; W001, H001, O004.
pub fn file(workspace: &Path, mut period: FiledPeriod, amend: bool) -> Result<Closed> {
    let shelf = Shelf::of(workspace, &period.head.report);
    let mut closed = Closed {
        path: PathBuf::new(),
        version: 1,
        is_new: true,
        units: period.units.len(),
        left_out: period.head.without.len(),
        changes: Vec::new(),
    };
    if let Some((path, version)) = shelf.latest(period.head.period).zip(shelf.version(period.head.period)) {
        closed.changes = compare(&FiledPeriod::read(&path)?, &mut period);
        if closed.changes.is_empty() {
            return Ok(Closed { path, version, is_new: false, ..closed });
        }
        if !amend {
            let shown: Vec<String> = closed.changes.iter().map(Amended::shown).collect();
            return Err(Diagnostic::new(Code::FiledOtherwise)
                .with("period", period.head.period)
                .with("count", closed.changes.len())
                .with("changes", some(&shown))
                .at(huibian_diagnostic::Place::file(path)));
        }
        closed.version = version + 1;
    }
    period.head.version = closed.version;
    closed.path = shelf.path(period.head.period, closed.version);
    period.write(&closed.path)?;
    Ok(closed)
}

/// What differs, count by count; noted in the period's own lines too.
fn compare(before: &FiledPeriod, after: &mut FiledPeriod) -> Vec<Amended> {
    let mut changes = Vec::new();
    let nothing = IndexMap::default();
    for (id, line) in &mut after.units {
        let filed = before.units.get(id).map_or(&nothing, |line| &line.counts);
        let value = |counts: &IndexMap<CountKey, Filed>, key: &CountKey| {
            counts.get(key).map(|count| count.value.clone())
        };
        let keys = line.counts.keys().chain(filed.keys().filter(|key| !line.counts.contains_key(*key)));
        let differing = keys.filter_map(|key| {
            let (was, is) = (value(filed, key), value(&line.counts, key));
            let change = || Amended {
                unit: line.name.clone(),
                key: key.clone(),
                before: was.clone(),
                after: is.clone(),
            };
            (was != is).then(change)
        });
        let differing: Vec<Amended> = differing.collect();
        line.before = differing.iter().map(|change| (change.key.clone(), change.before.clone())).collect();
        changes.extend(differing);
    }
    for (id, line) in before.units.iter().filter(|(id, _)| !after.units.contains_key(*id)) {
        after.head.removed.push(id.clone());
        changes.extend(line.counts.iter().map(|(key, count)| Amended {
            unit: line.name.clone(),
            key: key.clone(),
            before: Some(count.value.clone()),
            after: None,
        }));
    }
    changes
}

impl Amended {
    /// `云溪镇 theory-study/sessions 3→4`.
    pub fn shown(&self) -> String {
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
        format!("{} {} {}→{}", self.unit, self.key, value(&self.before), value(&self.after))
    }
}

fn line(outcome: &Outcome) -> Line {
    let counts = outcome.figures.iter().map(|(key, figure)| {
        let (value, measure, from) = (figure.digits.clone(), figure.measure.clone(), figure.from.clone());
        (key.clone(), Filed { value, measure, from })
    });
    Line {
        unit: outcome.header.id.clone(),
        name: outcome.header.name.clone(),
        counts: counts.collect(),
        before: IndexMap::default(),
    }
}

/// The first few of many, joined.
fn some(items: &[String]) -> String {
    const SHOWN: usize = 10;
    let more = if items.len() > SHOWN { "…" } else { "" };
    format!("{}{more}", items.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join("、"))
}
