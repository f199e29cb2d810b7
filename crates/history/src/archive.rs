//! The folder in which a report's periods are filed: which there are, and in which versions.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use blake3::{Hash, Hasher};
use huibian_config::bounds::ensure_within;
use huibian_config::file::bytes;
use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result};
use huibian_store::{Held, OnWait, ensure_inside, mend, portable};

use crate::file::{Named, examine, lines};
use crate::together::complete;

/// The filed periods of one report.
#[derive(Clone, Debug)]
pub struct Archive {
    folder: PathBuf,
    latest: BTreeMap<Period, u32>,
    /// What may lie elsewhere: the folder itself, and files that are links.
    links: Vec<PathBuf>,
}

/// Filed periods that together make up one, and what is missing of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeriodParts {
    /// The periods, in order; each with whether it is filed.
    pub periods: Vec<(Period, bool)>,
}

impl Archive {
    /// Looks through the folder of a report. Files of other names are none of its own.
    pub fn of(workspace: &Path, report: &str) -> Self {
        let folder = workspace.join("history").join(portable(report));
        mend(&folder);
        complete(&folder);
        let (mut latest, mut links) = (BTreeMap::new(), vec![folder.clone()]);
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            let Some((period, version)) = name.to_str().and_then(read_name) else { continue };
            if entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
                links.push(entry.path());
            }
            let known = latest.entry(period).or_insert(version);
            *known = version.max(*known);
        }
        Self { folder, latest, links }
    }

    /// Makes sure that it lies in one of these folders, links followed.
    ///
    /// # Errors
    /// W015.
    pub fn ensure_within(&self, folders: &[&Path]) -> Result<()> {
        let within =
            |path: &PathBuf| ensure_within(path, folders).map_err(|fault| fault.at(Location::file(path)));
        self.links.iter().try_for_each(within)
    }

    /// A hash of what is filed of periods that began before this one.
    pub fn print(&self, period: Period) -> Hash {
        Self::print_of(&self.before(period))
    }

    /// A hash of filed periods.
    pub fn print_of(paths: &[PathBuf]) -> Hash {
        let mut hasher = Hasher::new();
        for path in paths {
            let content = bytes(path).unwrap_or_default();
            for part in [path.file_name().unwrap_or_default().as_encoded_bytes(), &content] {
                hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
            }
        }
        hasher.finalize()
    }

    /// The number of a period's latest version; none where it is not filed.
    pub fn version(&self, period: Period) -> Option<u32> {
        self.latest.get(&period).copied()
    }

    /// Where a version of a period lies.
    pub fn path(&self, period: Period, version: u32) -> PathBuf {
        let version = if version == 1 { String::new() } else { format!(".{version}") };
        self.folder.join(format!("{period}{version}.jsonl"))
    }

    /// Where the latest version of a period lies.
    pub fn latest(&self, period: Period) -> Option<PathBuf> {
        self.version(period).map(|version| self.path(period, version))
    }

    /// Where the latest versions of periods lie that began before this one, the earliest first.
    pub fn before(&self, period: Period) -> Vec<PathBuf> {
        let before = self.filed().into_iter().filter(|(filed, _)| filed.start() < period.start());
        before.map(|(_, path)| path).collect()
    }

    /// What units were called in the latest period that they filed, of those that began before this one, by their ids.
    pub fn names_before(&self, period: Period) -> HashMap<String, String> {
        let mut names = HashMap::new();
        for path in self.before(period) {
            // A filed period that cannot be read is told of where its figures are asked for.
            let _ = lines(&path, |Named { unit, name }| drop(names.insert(unit.to_string(), name)));
        }
        names
    }

    /// All periods, the earliest first, and where the latest version of each lies.
    pub fn filed(&self) -> Vec<(Period, PathBuf)> {
        let mut filed: Vec<(&Period, &u32)> = self.latest.iter().collect();
        filed.sort_by_key(|(period, _)| period.start());
        filed.into_iter().map(|(period, version)| (*period, self.path(*period, *version))).collect()
    }

    /// What is wrong with the periods as they are filed, whether they are needed or not: W001 and H001, H006 and H007.
    pub fn damages(&self) -> Faults {
        let mut faults = Faults::new();
        match fs::read_dir(&self.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                let fault = Diagnostic::new(Code::FileUnreadable).with("path", self.folder.display());
                faults.push(fault.with("reason", error).at(Location::file(&self.folder)));
            }
            _ => {}
        }
        let all = self.latest.iter().map(|(period, version)| self.path(*period, *version));
        all.for_each(|path| faults.extend(examine(&path)));
        faults
    }

    /// Whether a period that began before this one is filed.
    pub fn goes_back_before(&self, period: Period) -> bool {
        self.latest.keys().any(|filed| filed.start() < period.start())
    }

    /// The filed periods that `period` is made up of: itself, or the division that lacks least; the coarsest of
    /// those that lack alike. Nothing where none of it is filed.
    pub fn parts(&self, period: Period) -> Option<PeriodParts> {
        if self.latest.contains_key(&period) {
            return Some(PeriodParts { periods: vec![(period, true)] });
        }
        let mut best: Option<PeriodParts> = None;
        for division in period.divisions() {
            let mut periods = Vec::new();
            for part in division {
                match self.parts(part) {
                    Some(parts) => periods.extend(parts.periods),
                    None => periods.push((part, false)),
                }
            }
            let candidate = PeriodParts { periods };
            let is_filed = candidate.periods.iter().any(|(_, filed)| *filed);
            if is_filed && best.as_ref().is_none_or(|best| candidate.lacking() < best.lacking()) {
                best = Some(candidate);
            }
        }
        best
    }
}

impl PeriodParts {
    /// All of them, filed or not.
    pub fn all(&self) -> Arc<[Period]> {
        self.periods.iter().map(|(period, _)| *period).collect()
    }

    /// Puts periods together one after the other.
    pub fn joined(archive: &Archive, periods: impl IntoIterator<Item = Period>) -> Self {
        let periods = periods.into_iter().flat_map(|period| match archive.parts(period) {
            Some(parts) => parts.periods,
            None => vec![(period, false)],
        });
        Self { periods: periods.collect() }
    }

    /// How many months of it are not filed.
    fn lacking(&self) -> usize {
        let months = |period: Period| {
            let days = period.start().until(period.end()).map_or(0, |span| span.get_days());
            usize::try_from(days).unwrap_or(0)
        };
        self.periods.iter().filter(|(_, filed)| !filed).map(|(period, _)| months(*period)).sum()
    }
}

/// Holds the folder that a report's periods are filed in.
///
/// # Errors
/// O013 where it lies outside the workspace, O004 where it cannot be made.
pub fn hold(workspace: &Path, report: &str, command: &str, on_wait: OnWait<'_>) -> Result<Held> {
    let folder = workspace.join("history").join(portable(report));
    ensure_inside(&folder, workspace)?;
    Held::take(&folder, command, on_wait)
}

/// `2023Q1.jsonl` and `2023Q1.2.jsonl`.
fn read_name(name: &str) -> Option<(Period, u32)> {
    let stem = name.strip_suffix(".jsonl")?;
    match stem.split_once('.') {
        None => Some((stem.parse().ok()?, 1)),
        Some((period, version)) => {
            let number: u32 = version.parse().ok()?;
            (number > 1 && number.to_string() == version).then_some((period.parse().ok()?, number))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(filed: &[&str], period: &str) -> Option<String> {
        let folder = tempfile::tempdir().unwrap();
        let history = folder.path().join("history/r");
        fs::create_dir_all(&history).unwrap();
        for name in filed {
            fs::write(history.join(name), "").unwrap();
        }
        let parts = Archive::of(folder.path(), "r").parts(period.parse().unwrap())?;
        let piece = |(period, filed): &(Period, bool)| format!("{period}{}", if *filed { "" } else { "?" });
        Some(parts.periods.iter().map(piece).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_period_is_made_of_what_is_filed() {
        assert_eq!(parts(&["2023Q1.jsonl"], "2023Q1").unwrap(), "2023Q1");
        assert_eq!(parts(&["2023Q1.jsonl", "2023Q3.jsonl"], "2023Q1-Q3").unwrap(), "2023Q1 2023Q2? 2023Q3");
        assert_eq!(
            parts(&["2022H1.jsonl", "2022Q3.jsonl", "2022Q4.2.jsonl"], "2022").unwrap(),
            "2022H1 2022Q3 2022Q4"
        );
        assert_eq!(parts(&["2022.jsonl", "2022Q3.jsonl"], "2022").unwrap(), "2022");
        assert_eq!(parts(&["2023-04.jsonl", "2023-05.jsonl"], "2023Q2").unwrap(), "2023-04 2023-05 2023-06?");
        assert_eq!(
            parts(&["2023Q1.txt", "2023Q9.jsonl", "2023Q1.1.jsonl", "2023Q1.02.jsonl"], "2023Q1"),
            None
        );
    }

    #[test]
    fn the_latest_version_counts() {
        let folder = tempfile::tempdir().unwrap();
        let history = folder.path().join("history/r");
        fs::create_dir_all(&history).unwrap();
        for name in ["2023Q1.jsonl", "2023Q1.10.jsonl", "2023Q1.9.jsonl"] {
            fs::write(history.join(name), "").unwrap();
        }
        let archive = Archive::of(folder.path(), "r");
        let period: Period = "2023Q1".parse().unwrap();
        assert_eq!(archive.latest(period).unwrap(), history.join("2023Q1.10.jsonl"));
        assert!(archive.goes_back_before("2023Q2".parse().unwrap()) && !archive.goes_back_before(period));
    }
}
