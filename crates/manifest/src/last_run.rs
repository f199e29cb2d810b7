//! The record of the last run, asked for one unit at a time: where each line begins is kept, the lines are not.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use blake3::Hash;
use huibian_config::file::read_exact_at;
use huibian_contract::{Period, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_store::Artifact;
use huibian_store::seal::is_sealed;
use serde::Deserialize;

use crate::line::{Glance, Head, Last, VERSION};

/// A record that can be asked what became of a unit.
pub struct LastRun {
    file: File,
    /// The id of its report.
    pub report: String,
    /// Its reporting period.
    pub period: Option<Period>,
    lines: HashMap<UnitId, Span>,
    count: usize,
    /// What was found of several units at once.
    pub last: Last,
}

#[derive(Clone, Copy)]
struct Span {
    start: u64,
    length: usize,
    /// What the unit was made from; none where it was not made.
    made_from: Option<Hash>,
}

/// What of a line says where it belongs.
#[derive(Deserialize)]
struct Address<'l> {
    /// Empty in the line of what concerns several units.
    #[serde(default)]
    unit: &'l str,
    #[serde(default)]
    status: &'l str,
    inputs: Option<&'l str>,
}

/// What of the first line says which run it was.
#[derive(Deserialize)]
struct Run {
    #[serde(default)]
    version: u32,
    #[serde(default)]
    report: String,
    period: Option<Period>,
}

/// The first line of a record: which run it was. `None` where there is no record.
pub fn head(path: &Path) -> Option<Head> {
    let mut reader = open(path)?;
    let mut first = Vec::new();
    reader.read_until(b'\n', &mut first).ok()?;
    serde_json::from_slice(&first).ok()
}

impl LastRun {
    /// Opens a record; `None` where there is none.
    ///
    /// # Errors
    /// R005 where it was written by another version of the program, which knew it otherwise, or is damaged: nothing can be built
    /// on it.
    pub fn open(path: &Path) -> Result<Option<Self>> {
        let Some(mut reader) = open(path) else { return Ok(None) };
        let other = |when: &str, place| {
            Diagnostic::new(Code::OtherRecord).with("when", when).with("path", path.display()).at(place)
        };
        let damaged = |line| other("damaged", Location::position(&path.into(), line, 1));
        let mut first = Vec::new();
        let read = reader.read_until(b'\n', &mut first);
        let version = serde_json::from_slice::<Run>(&first);
        let (Ok(length), Ok(version)) = (read, version) else { return Err(damaged(1)) };
        if version.version != VERSION {
            let when = if version.version > VERSION { "later" } else { "earlier" };
            return Err(other(when, Location::file(path)));
        }
        let Run { report, period, .. } = version;
        let mut number = 1;
        let run = Self::index(reader, length as u64, &mut number);
        run.map(|run| Some(Self { report, period, ..run })).ok_or_else(|| damaged(number))
    }

    /// Goes over the units' lines, the first of which begins at `start` and follows the line of that `number`; `None` where one is
    /// no line of a record's.
    fn index(mut reader: BufReader<File>, mut start: u64, number: &mut u32) -> Option<Self> {
        let (mut lines, mut count, mut last, mut line) = (HashMap::new(), 0, Last::default(), Vec::new());
        while let length @ 1.. = reader.read_until(b'\n', &mut line).ok()? {
            *number += 1;
            let address: Address<'_> = serde_json::from_slice(&line).ok()?;
            count += usize::from(!address.unit.is_empty());
            if address.unit.is_empty() {
                // What several units have in common is found anew only where all of them are.
                last = serde_json::from_slice(&line).ok().filter(|_| is_sealed(&line))?;
            } else if is_sealed(&line)
                // A line that was edited is as good as none.
                && let Ok(id) = UnitId::new(address.unit)
            {
                let inputs = address.inputs.and_then(|inputs| Hash::from_hex(inputs).ok());
                let made_from = inputs.filter(|_| address.status == "done");
                if lines.insert(id, Span { start, length, made_from }).is_some() {
                    return None;
                }
            }
            start += length as u64;
            line.clear();
        }
        let (report, period) = (String::new(), None);
        Some(Self { file: reader.into_inner(), report, period, lines, count, last })
    }

    /// How many units it is of.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether it is of no unit.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The line of a unit that was made, and from the same `inputs`, its end included. A unit that failed has none: what it
    /// failed on may have been the machine.
    pub fn line(&self, unit: &UnitId, inputs: &Hash) -> Option<Vec<u8>> {
        self.text(*self.lines.get(unit).filter(|span| span.made_from == Some(*inputs))?)
    }

    /// The files that it made, by unit, or knew to be left from before: of those units that are `wanted`, and nobody's.
    pub fn made(&self, wanted: &dyn Fn(&UnitId) -> bool) -> Vec<(Option<UnitId>, Artifact)> {
        let ids = self.lines.keys().filter(|id| wanted(id));
        let mut made: Vec<_> =
            ids.flat_map(|id| self.files(id).into_iter().map(|made| (Some(id.clone()), made))).collect();
        made.extend(self.last.stale.iter().map(|made| (None, made.clone())));
        made.sort_by(|one, other| one.1.path.cmp(&other.1.path));
        made.dedup_by(|one, other| one.1.path == other.1.path);
        made
    }

    /// The same that lie there, below the workspace's `folder`.
    pub fn left(&self, unit: &UnitId, folder: &Path) -> Vec<Artifact> {
        let files = self.files(unit).into_iter();
        let there = files.map(|made| Artifact { path: folder.join(&made.path), ..made });
        there.filter(|made| made.path.is_file()).collect()
    }

    /// The files of a unit that it made, or knew to be left from before.
    pub fn files(&self, unit: &UnitId) -> Vec<Artifact> {
        let read = |span: &Span| -> Option<Glance> { serde_json::from_slice(&self.text(*span)?).ok() };
        let Some(Glance { mut artifacts, earlier, .. }) = self.lines.get(unit).and_then(read) else {
            return Vec::new();
        };
        artifacts.extend(earlier);
        artifacts
    }

    fn text(&self, span: Span) -> Option<Vec<u8>> {
        let mut text = vec![0; span.length];
        read_exact_at(&self.file, &mut text, span.start).ok().map(|()| text)
    }
}

fn open(path: &Path) -> Option<BufReader<File>> {
    huibian_config::file::open(path).ok().map(BufReader::new)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use huibian_store::seal::seal;

    #[test]
    fn a_line_is_found_by_its_unit_and_what_it_was_made_from() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("manifest.jsonl");
        let (one, other) = (blake3::hash(b"1"), blake3::hash(b"2"));
        let line = |unit: &str, status: &str| {
            let earlier = format!("[{{\"path\":\"{unit}.md\",\"bytes\":1,\"blake3\":\"\"}}]");
            let text = format!(
                "{{\"unit\":\"{unit}\",\"status\":\"{status}\",\"inputs\":\"{}\",\"findings\":[],\"artifacts\":[],\"earlier\":{earlier}}}",
                one.to_hex()
            );
            let mut line = text.into_bytes();
            seal(&mut line, 0);
            String::from_utf8(line).unwrap() + "\n"
        };
        let text = format!("{{\"version\":{VERSION}}}\n{}{}", line("a", "done"), line("b", "failed"));
        fs::write(&path, text).unwrap();
        let run = LastRun::open(&path).unwrap().unwrap();
        let id = |id: &str| UnitId::new(id).unwrap();
        assert_eq!(run.line(&id("a"), &one), Some(line("a", "done").into_bytes()));
        assert_eq!((run.line(&id("a"), &other), run.line(&id("b"), &one), run.len()), (None, None, 2));
        assert_eq!(
            run.files(&id("b"))[0].path,
            Path::new("b.md"),
            "it failed, and its file of before is known"
        );
        let edited = line("a", "done").replace("done\",", "done\",\"x\":1,");
        fs::write(&path, format!("{{\"version\":{VERSION}}}\n{edited}")).unwrap();
        assert_eq!(LastRun::open(&path).unwrap().unwrap().line(&id("a"), &one), None, "it was edited");
        let twice = line("a", "done").repeat(2);
        fs::write(&path, format!("{{\"version\":{VERSION}}}\n{twice}")).unwrap();
        let damaged = LastRun::open(&path).err().unwrap();
        assert_eq!(damaged.argument("when").unwrap().as_str(), Some("damaged"), "a unit has one line");
        assert_eq!(damaged.location().unwrap().line_and_column(), Some((3, 1)));
        fs::write(&path, "{}\n").unwrap();
        assert_eq!(LastRun::open(&path).err().unwrap().code(), Code::OtherRecord);
        assert!(LastRun::open(folder.path()).unwrap().is_none());
    }
}
