//! The record of an earlier run, asked for one unit at a time: where each line begins is kept, the lines are not.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use blake3::Hash;
use huibian_contract::{Severity, UnitId};
use huibian_diagnostic::Place;
use huibian_report::picture::Shown;
use huibian_store::Artifact;
use huibian_unit::Finding;
use serde::Deserialize;

/// A record that can be asked what became of a unit.
pub struct Earlier {
    file: Mutex<File>,
    folder: PathBuf,
    written: SystemTime,
    lines: HashMap<UnitId, Span>,
    count: usize,
    /// What was found of several units at once.
    pub findings: Vec<Finding>,
}

#[derive(Clone, Copy)]
struct Span {
    start: u64,
    length: usize,
    inputs: Hash,
}

/// What was recorded of a unit whose files were made.
pub struct Line {
    /// The line as it stands in the record, its end included.
    pub text: String,
    /// Remarks on the unit's report.
    pub findings: Vec<Finding>,
    /// Its files.
    pub artifacts: Vec<Artifact>,
    pictures: Vec<Shown>,
    written: SystemTime,
}

impl Earlier {
    /// Reads a record of files made below `folder`; `None` where there is none that can be used.
    pub fn read(path: &Path, folder: &Path) -> Option<Self> {
        let file = File::open(path).ok()?;
        let written = file.metadata().ok()?.modified().ok()?;
        let (mut reader, mut start, mut line) = (BufReader::new(file), 0, Vec::new());
        let (mut lines, mut count, mut findings) = (HashMap::new(), 0, Vec::new());
        while let length @ 1.. = reader.read_until(b'\n', &mut line).ok()? {
            // The first line names the run.
            if start > 0 {
                let head: Head<'_> = serde_json::from_slice(&line).ok()?;
                count += usize::from(!head.unit.is_empty());
                if head.unit.is_empty() {
                    let body: Body = serde_json::from_slice(&line).ok()?;
                    findings.extend(body.findings.into_iter().map(|remark| remark.finding(folder)));
                } else if head.status == "done"
                    && let (Ok(id), Some(Ok(inputs))) =
                        (UnitId::new(head.unit), head.inputs.map(Hash::from_hex))
                {
                    lines.insert(id, Span { start, length, inputs });
                }
            }
            start += length as u64;
            line.clear();
        }
        let (file, folder) = (Mutex::new(reader.into_inner()), folder.to_owned());
        Some(Self { file, folder, written, lines, count, findings })
    }

    /// How many units it is of.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether it is of no unit.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// What was recorded of a unit that was made from the same `inputs`.
    pub fn line(&self, unit: &UnitId, inputs: &Hash) -> Option<Line> {
        let span = self.lines.get(unit).filter(|span| span.inputs == *inputs)?;
        let mut text = vec![0; span.length];
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(span.start)).and_then(|_| file.read_exact(&mut text)).ok()?;
        drop(file);
        let text = String::from_utf8(text).ok()?;
        let body: Body = serde_json::from_str(&text).ok()?;
        let findings = body.findings.into_iter().map(|remark| remark.finding(&self.folder));
        let artifacts = body.artifacts.into_iter().map(|mut artifact| {
            artifact.path = self.folder.join(artifact.path);
            artifact
        });
        let pictures = body.pictures.into_iter().map(|mut shown| {
            shown.path = self.folder.join(shown.path);
            shown
        });
        let (findings, artifacts, pictures) = (findings.collect(), artifacts.collect(), pictures.collect());
        Some(Line { text, findings, artifacts, pictures, written: self.written })
    }
}

impl Line {
    /// Whether the files are those that are `due`, nobody has touched them since, and the pictures in them are the same.
    pub fn stands(&self, due: impl ExactSizeIterator<Item = PathBuf>) -> bool {
        let untouched = |artifact: &Artifact| {
            fs::metadata(&artifact.path).is_ok_and(|file| {
                file.len() == artifact.bytes as u64 && file.modified().is_ok_and(|time| time <= self.written)
            })
        };
        due.len() == self.artifacts.len()
            && due.zip(&self.artifacts).all(|(due, made)| due == made.path && untouched(made))
            && self.pictures.iter().all(Shown::is_same)
    }
}

#[derive(Deserialize)]
struct Head<'l> {
    /// Empty in the line of what concerns several units.
    #[serde(default)]
    unit: &'l str,
    #[serde(default)]
    status: &'l str,
    inputs: Option<&'l str>,
}

#[derive(Deserialize)]
struct Body {
    findings: Vec<Remark>,
    #[serde(default)]
    artifacts: Vec<Artifact>,
    #[serde(default)]
    pictures: Vec<Shown>,
}

impl Remark {
    fn finding(self, folder: &Path) -> Finding {
        let Self { severity, plugin, check, text, place } = self;
        Finding { severity, plugin, check, text, place: place.map(|place| Place::file(folder.join(place))) }
    }
}

#[derive(Deserialize)]
struct Remark {
    severity: Severity,
    plugin: String,
    check: String,
    text: String,
    place: Option<String>,
}
