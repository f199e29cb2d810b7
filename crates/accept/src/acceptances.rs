//! What of a report and period people let through, as it lies in the workspace.

use std::collections::{HashMap, HashSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use blake3::{Hash, Hasher};
use huibian_contract::{Period, Words};
use huibian_diagnostic::{Accepted, Code, Diagnostic, Faults, Lang, Location, Result, Severity};
use huibian_store::{Artifact, Staged, portable};

use crate::columns::Column;
use crate::filled_in::{self, FilledRow, Unsaid};
use crate::{id, subject};

/// A finding that someone let through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// What it is called: `K011-543d398bb090dc64`.
    pub finding: String,
    /// The unit's name; empty for what concerns several.
    pub unit: String,
    /// The check, count or field it is about.
    pub subject: String,
    /// What it said.
    pub said: String,
    /// What it is known by wherever its data stand; empty where that is not known.
    pub print: String,
    /// Who, when and why.
    pub accepted: Accepted,
}

impl Acceptance {
    /// What it said. Its words are kept in Chinese alone; in English it is what it is about.
    pub fn words(&self) -> Words {
        let about = if self.subject.is_empty() { &self.finding } else { &self.subject };
        Words { zh: Some(self.said.clone()), en: Some(about.clone()) }
    }
}

/// Everything that is let through of one report and period.
#[derive(Clone, Debug, Default)]
pub struct Acceptances {
    /// Whether reports say what of them is let through.
    pub are_noted: bool,
    /// The workspace.
    folder: PathBuf,
    path: PathBuf,
    all: Vec<Acceptance>,
    /// Where each unit's are, by what the findings are called.
    of_units: HashMap<String, HashMap<String, usize>>,
}

impl Acceptances {
    /// Reads what is let through; nothing where no file says so.
    ///
    /// # Errors
    /// W001 where the file cannot be read, and what is wrong with its rows.
    pub fn read(folder: &Path, report: &str, period: Period) -> Result<Self, Faults> {
        let path = folder.join("accepted").join(portable(report)).join(format!("{period}.csv"));
        let rows = match huibian_config::file::bytes(&path) {
            Ok(bytes) => filled_in::read(&path, &bytes, &Unsaid::default())?,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => {
                let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display());
                return Err(fault.with("reason", error).at(Location::file(path)).into());
            }
        };
        let mut read = Self { folder: folder.to_owned(), path, ..Self::default() };
        rows.into_iter().map(Acceptance::from).for_each(|acceptance| read.put(acceptance));
        Ok(read)
    }

    /// Whether nothing is let through.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Each of them, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Acceptance> {
        self.all.iter()
    }

    /// What a finding of the workspace is called.
    pub fn id(&self, finding: &Diagnostic) -> String {
        id(finding, &self.folder)
    }

    /// What a finding of the workspace is known by wherever its data stand.
    pub fn print(&self, finding: &Diagnostic) -> String {
        finding.relative_to(&self.folder).fingerprint_without_place()
    }

    /// Marks which of a unit's findings are let through; `unit` is empty for those of several units. One whose data have moved,
    /// such as by a row above them, is known by the rest, where that is true of it alone.
    pub fn settle(&self, unit: &str, findings: &mut [Diagnostic]) {
        let Some(known) = self.of_units.get(unit) else {
            findings.iter_mut().for_each(|finding| finding.set_accepted(None));
            return;
        };
        let prints: Vec<String> = findings.iter().map(|finding| self.print(finding)).collect();
        for (finding, print) in findings.iter_mut().zip(&prints) {
            let is_one = || prints.iter().filter(|other| *other == print).count() == 1;
            let moved = || known.values().find(|at| self.all[**at].print == *print).filter(|_| is_one());
            let at = known.get(&self.id(finding)).or_else(moved).filter(|_| finding.may_be_accepted());
            finding.set_accepted(at.map(|at| self.all[*at].accepted.clone()));
        }
    }

    /// What was found that it lets through.
    pub fn held<'d>(
        &self,
        one: &Acceptance,
        mut found: impl Iterator<Item = (&'d str, &'d Diagnostic)>,
    ) -> Option<&'d Diagnostic> {
        let is_held = |(unit, finding): &(&str, &Diagnostic)| {
            *unit == one.unit
                && finding.accepted().is_some()
                && (self.id(finding) == one.finding || self.print(finding) == one.print)
        };
        found.find(is_held).map(|(_, finding)| finding)
    }

    /// A hash of what is let through of a unit; none where nothing is.
    pub fn print_of(&self, unit: &str) -> Option<Hash> {
        let mut ids: Vec<(&String, &usize)> = self.of_units.get(unit)?.iter().collect();
        ids.sort();
        let mut hasher = Hasher::new();
        for (id, at) in ids {
            let Accepted { reason, by, on } = &self.all[*at].accepted;
            for text in [id, reason, by, on] {
                hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
            }
        }
        (hasher.count() > 0).then(|| hasher.finalize())
    }

    /// What was let through and is so no more, since its data have changed: the same is found again, of other data, or of several
    /// rows that are alike. Each with its unit. `found` is all that a run found.
    pub fn no_longer<'d>(
        &self,
        found: impl Iterator<Item = (&'d str, &'d Diagnostic)>,
    ) -> Vec<(String, Diagnostic)> {
        if self.is_empty() {
            return Vec::new();
        }
        let (mut held, mut open) = (HashSet::new(), HashSet::new());
        for (unit, finding) in found {
            if finding.accepted().is_some() {
                held.extend([(unit, self.id(finding)), (unit, self.print(finding))]);
            } else {
                let code = finding.code().as_str();
                open.extend([(unit, code, subject(finding)), (unit, code, self.print(finding))]);
            }
        }
        let is_void = |one: &&Acceptance| {
            let code = one.finding.split('-').next().unwrap_or_default();
            [&one.finding, &one.print].iter().all(|by| !held.contains(&(one.unit.as_str(), (*by).clone())))
                && [&one.subject, &one.print]
                    .iter()
                    .any(|by| open.contains(&(one.unit.as_str(), code, (*by).clone())))
        };
        let told = |one: &Acceptance| {
            let void = Diagnostic::new(Code::AcceptedBefore)
                .with("unit", &one.unit)
                .with("finding", &one.finding)
                .with("by", &one.accepted.by)
                .with("on", &one.accepted.on)
                .with("said", one.words());
            (one.unit.clone(), void.weighing(Severity::Warning))
        };
        self.all.iter().filter(is_void).map(told).collect()
    }

    /// Lets a finding through, or lets it through otherwise.
    pub fn put(&mut self, acceptance: Acceptance) {
        let of_unit = self.of_units.entry(acceptance.unit.clone()).or_default();
        let at = *of_unit.entry(acceptance.finding.clone()).or_insert(self.all.len());
        if at < self.all.len() {
            self.all[at] = acceptance;
        } else {
            self.all.push(acceptance);
        }
    }

    /// Lets what goes by this name through no more of a unit; returns how many there were.
    pub fn withdraw(&mut self, finding: &str, unit: &str) -> usize {
        let before = self.all.len();
        let stays = |one: &Acceptance| one.finding != finding || one.unit != unit;
        let kept: Vec<Acceptance> = std::mem::take(&mut self.all).into_iter().filter(stays).collect();
        self.of_units.clear();
        kept.into_iter().for_each(|one| self.put(one));
        before - self.all.len()
    }

    /// Writes the file: UTF-8 with the mark by which a spreadsheet knows it.
    ///
    /// # Errors
    /// O004.
    pub fn write(&self) -> Result<Artifact> {
        let failed = |error: csv::Error| Diagnostic::new(Code::Internal).with_detail("reason", error);
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{FEFF}".as_bytes().to_vec());
        writer.write_record(Column::KEPT.map(|column| column.head(Lang::Zh))).map_err(failed)?;
        for one in &self.all {
            let Accepted { reason, by, on } = &one.accepted;
            // A number in hexadecimal digits could read as another one.
            let print = format!("#{}", one.print);
            let cells = [&one.finding, &one.unit, &one.subject, &one.said, reason, by, on, &print];
            writer.write_record(cells.map(|cell| guarded(cell))).map_err(failed)?;
        }
        let bytes = writer.into_inner().map_err(|error| failed(error.into_error().into()))?;
        let mut file = Staged::new(&self.path)?;
        file.write(&bytes)?;
        file.place()
    }
}

/// A spreadsheet would compute what begins like a formula.
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() }
}

impl From<FilledRow> for Acceptance {
    fn from(row: FilledRow) -> Self {
        let FilledRow { finding, unit, subject, said, print, accepted, .. } = row;
        Self { finding, unit, subject, said, print, accepted }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(value: &str) -> Diagnostic {
        let plugin: huibian_contract::PluginId = "safety".parse().unwrap();
        let found = Diagnostic::new(Code::CheckFailed).with("plugin", &plugin).with("check", "within");
        found.with("message", "请核对").with_data(&value)
    }

    fn accepted() -> Accepted {
        Accepted {
            reason: "=已核实，\"属实\"\n见附件".into(), by: "张三".into(), on: "2023-07-06".into()
        }
    }

    #[test]
    fn what_is_let_through_is_read_as_it_was_written_and_holds_for_its_data() {
        let folder = tempfile::tempdir().unwrap();
        let period: Period = "2023Q2".parse().unwrap();
        let mut all = Acceptances::read(folder.path(), "r", period).unwrap();
        assert!(all.is_empty() && all.print_of("云溪镇").is_none());
        let id = all.id(&finding("3"));
        let subject = subject(&finding("3"));
        assert_eq!(subject, "safety/within");
        let one = Acceptance {
            finding: id.clone(),
            unit: "云溪镇".into(),
            subject,
            said: "请核对".into(),
            print: all.print(&finding("3")),
            accepted: accepted(),
        };
        all.put(one.clone());
        let path = all.write().unwrap().path;
        assert_eq!(path, folder.path().join("accepted/r/2023Q2.csv"));
        let mut read = Acceptances::read(folder.path(), "r", period).unwrap();
        assert_eq!(read.iter().collect::<Vec<_>>(), [&one]);
        assert_eq!(read.print_of("云溪镇"), all.print_of("云溪镇"));
        let mut findings = [finding("3"), finding("4")];
        read.settle("云溪镇", &mut findings);
        assert_eq!(findings.each_ref().map(Diagnostic::fails), [false, true]);
        assert!(read.no_longer(findings.iter().map(|it| ("云溪镇", it))).is_empty());
        // Of other data it is told that it does not hold; where nothing is found there is nothing to say.
        let changed = [finding("4")];
        let void = read.no_longer(changed.iter().map(|it| ("云溪镇", it)));
        assert_eq!((void[0].0.as_str(), void[0].1.code()), ("云溪镇", Code::AcceptedBefore));
        assert_eq!(void[0].1.severity(), Severity::Warning);
        assert!(read.no_longer(std::iter::empty()).is_empty());
        let mut elsewhere = [finding("3")];
        read.settle("青禾镇", &mut elsewhere);
        assert!(elsewhere[0].fails(), "another unit's");
        // A row above it moves it; two that are alike are not told apart.
        let at = |finding: Diagnostic, line: u32| {
            let path: std::sync::Arc<Path> = Path::new("data/a.toml").into();
            finding.at(Location::position(&path, line, 1))
        };
        let mut moved = [at(finding("3"), 9)];
        read.settle("云溪镇", &mut moved);
        assert!(!moved[0].fails());
        assert!(read.no_longer(moved.iter().map(|it| ("云溪镇", it))).is_empty());
        let mut alike = [at(finding("3"), 9), at(finding("3"), 12)];
        read.settle("云溪镇", &mut alike);
        assert!(alike.iter().all(Diagnostic::fails));
        assert_eq!(read.withdraw(&id, "青禾镇"), 0);
        assert_eq!((read.withdraw(&id, "云溪镇"), read.withdraw(&id, "云溪镇")), (1, 0));
        read.settle("云溪镇", &mut findings);
        assert!(findings[0].fails());
    }

    #[test]
    fn a_fault_is_never_let_through() {
        let fault = Diagnostic::new(Code::FieldMissing);
        let mut all = Acceptances::default();
        let finding = all.id(&fault);
        all.put(Acceptance {
            finding,
            unit: "甲".into(),
            subject: String::new(),
            said: String::new(),
            print: String::new(),
            accepted: accepted(),
        });
        let mut faults = [fault];
        all.settle("甲", &mut faults);
        assert!(faults[0].fails());
    }
}
