//! Filing periods: their figures are put into the archive, as first versions or as amendments.

use std::path::{Path, PathBuf};

use huibian_contract::{CountKey, IndexMap};
use huibian_diagnostic::{Argument, Code, Diagnostic, Location, Result};
use huibian_figure::Filed;

use crate::archive::Archive;
use crate::file::{FiledPeriod, examine};
use crate::together::Together;

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
    /// How many gave no data.
    pub absent: usize,
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

/// Puts periods of a report into its archive, as first versions or as amendments: all of them or none.
///
/// # Errors
/// H003 where other figures are filed already and they are not to be amended; W001, H001, O004.
pub fn file_periods(
    workspace: &Path,
    report: &str,
    periods: impl IntoIterator<Item = FiledPeriod>,
    amend: bool,
) -> Result<Vec<Closed>> {
    let archive = Archive::of(workspace, report);
    let (mut closed, mut new) = (Vec::new(), Vec::new());
    for mut period in periods {
        let one = compared(&archive, &mut period, amend)?;
        if one.is_new {
            new.push((one.path.clone(), period));
        }
        closed.push(one);
    }
    place(&new)?;
    Ok(closed)
}

/// Puts new files into the archive's folder, at one instant.
fn place(new: &[(PathBuf, FiledPeriod)]) -> Result<()> {
    match new {
        [] => Ok(()),
        [(path, period)] => period.stage(path)?.place_new().map(drop),
        [(first, _), ..] => {
            let together = Together::beside(first)?;
            let wait =
                |(path, period): &(PathBuf, FiledPeriod)| period.stage(&together.path(path))?.place_new();
            let waiting = new.iter().map(wait).collect::<Result<Vec<_>>>()?;
            together.place(&waiting)
        }
    }
}

/// What filing a period comes to, and its version.
fn compared(archive: &Archive, period: &mut FiledPeriod, amend: bool) -> Result<Closed> {
    let mut closed = Closed {
        path: PathBuf::new(),
        version: 1,
        is_new: true,
        units: period.units.len(),
        left_out: period.head.without.len(),
        absent: period.head.absent.len(),
        changes: Vec::new(),
    };
    if let Some((path, version)) = archive.latest(period.head.period).zip(archive.version(period.head.period))
    {
        let before = FiledPeriod::read(&path)?;
        place_as_before(&before, period);
        closed.changes = compare(&before, period);
        // What is let through is no figure: it is filed where one amends, and so is a period whose file was edited.
        let is_otherwise = || accepts_otherwise(&before, period) || !examine(&path).is_empty();
        if closed.changes.is_empty() && !(amend && is_otherwise()) {
            return Ok(Closed { path, version, is_new: false, ..closed });
        }
        if !amend {
            let shown: Vec<String> = closed.changes.iter().map(Amended::display).collect();
            return Err(Diagnostic::new(Code::FiledOtherwise)
                .with("period", period.head.period.to_string())
                .with("count", closed.changes.len())
                .with("changes", first_few(&shown))
                .at(Location::file(path)));
        }
        closed.version = version + 1;
    }
    period.head.version = closed.version;
    closed.path = archive.path(period.head.period, closed.version);
    Ok(closed)
}

/// Lets units that are listed nowhere by now stand below those that they stood below when the period was filed.
fn place_as_before(before: &FiledPeriod, after: &mut FiledPeriod) {
    for (id, line) in &mut after.units {
        let above = before.units.get(id).and_then(|line| line.above.as_ref());
        if line.above.as_ref().is_some_and(Vec::is_empty) {
            line.above = above.or(line.above.as_ref()).cloned();
        }
    }
}

/// Whether other findings are let through.
fn accepts_otherwise(before: &FiledPeriod, after: &FiledPeriod) -> bool {
    let accepted = |period: &FiledPeriod| -> Vec<_> {
        let units = period.units.values().filter(|line| !line.accepted.is_empty());
        units.map(|line| (line.unit.clone(), line.accepted.clone())).collect()
    };
    accepted(before) != accepted(after)
}

/// What differs, count by count; noted in the period's own lines too.
fn compare(before: &FiledPeriod, after: &mut FiledPeriod) -> Vec<Amended> {
    let mut changes = Vec::new();
    let nothing = IndexMap::default();
    for (id, line) in &mut after.units {
        let filed = before.units.get(id).map_or(&nothing, |line| &line.counts);
        let keys = line.counts.keys().chain(filed.keys().filter(|key| !line.counts.contains_key(*key)));
        let differing = keys.filter_map(|key| {
            let (was, is) = (filed.get(key), line.counts.get(key));
            // Where the measure is another one it is told as well.
            let is_measured = was.zip(is).is_some_and(|(was, is)| is_of_other_measure(was, is));
            let told = |filed: &Filed| if is_measured { filed.printed() } else { filed.value.clone() };
            let (before, after) = (was.map(told), is.map(told));
            (before != after).then(|| Amended { unit: line.name.clone(), key: key.clone(), before, after })
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

/// Whether the measure is another one, where both are known.
fn is_of_other_measure(was: &Filed, is: &Filed) -> bool {
    !was.measure.is_empty() && !is.measure.is_empty() && was.measure != is.measure
}

impl Amended {
    /// `云溪镇 theory-study/sessions 3→4`.
    pub fn display(&self) -> String {
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
        format!("{} {} {}→{}", self.unit, self.key, value(&self.before), value(&self.after))
    }
}

/// The first few of many, joined.
pub fn first_few(items: &[String]) -> Argument {
    const SHOWN: usize = 10;
    let more = (items.len() > SHOWN).then_some("…");
    let shown = items.iter().take(SHOWN).map(String::as_str).chain(more);
    Argument::List(shown.map(Argument::from).collect())
}
