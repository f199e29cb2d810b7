//! All units, in parallel, with a manifest of what became of each: JSON Lines, in unit order, no clock.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_writers::DocxScratch;
use indexmap::IndexMap;
use serde_json::{Value, json};

use crate::artifact::{self, Artifact};
use crate::assemble::{Assembler, Outcome, Status};
use crate::name::folded;
use crate::unit::Header;
use crate::workspace::twice;

/// What a batch did.
pub struct Summary {
    /// Every unit, in order.
    pub outcomes: Vec<Outcome>,
    /// The record of the run.
    pub manifest: Artifact,
}

impl Assembler {
    /// Assembles every unit on `jobs` threads. `on_unit` hears of each as it is done, in unit order.
    ///
    /// # Errors
    /// What keeps the run from starting: no units (W010), an id twice (U001), one name for two files (O001).
    pub fn batch(
        &self,
        jobs: usize,
        interrupt: &AtomicBool,
        on_unit: &mut dyn FnMut(&Outcome),
    ) -> Result<Summary, Vec<Diagnostic>> {
        let files = self.workspace.unit_files().map_err(|fault| vec![fault])?;
        let headers = self.headers(&files)?;
        let outcomes = self.run(&files, &headers, jobs, interrupt, on_unit);
        let mut lines = json!({
            "report": self.workspace.report,
            "period": self.workspace.period,
            "plugins": self.workspace.plugins.iter()
                .map(|plugin| json!({ "id": plugin.manifest.id, "version": plugin.manifest.version }))
                .collect::<Vec<_>>(),
        })
        .to_string();
        for outcome in &outcomes {
            let _ = write!(lines, "\n{}", self.record(outcome));
        }
        lines.push('\n');
        let manifest =
            artifact::write(&self.manifest_path(), lines.as_bytes()).map_err(|fault| vec![fault])?;
        Ok(Summary { outcomes, manifest })
    }

    fn manifest_path(&self) -> PathBuf {
        let Some(file) = self.workspace.pattern.rsplit_once('/') else {
            return self.workspace.folder.join("manifest.jsonl");
        };
        let folder = file.0.split("{unit").next().unwrap_or_default();
        let folder = folder
            .replace("{report}", &self.workspace.report)
            .replace("{period}", &self.workspace.period.to_string());
        self.workspace.folder.join(folder).join("manifest.jsonl")
    }

    /// Who the units are, before anything is written.
    fn headers(&self, files: &[PathBuf]) -> Result<Vec<Option<Header>>, Vec<Diagnostic>> {
        let mut faults = Vec::new();
        let mut seen = IndexMap::new();
        let mut paths: BTreeMap<String, String> = BTreeMap::new();
        let mut headers = Vec::with_capacity(files.len());
        for file in files {
            let header = self.workspace.read_unit(file).ok().map(|(header, _)| header);
            if let Some(header) = &header {
                faults.extend(twice(&mut seen, header));
                for format in &self.workspace.formats {
                    let path = self.path(header, *format);
                    if let Some(first) = paths.insert(folded(&path.to_string_lossy()), header.id.to_string())
                    {
                        if first != header.id.as_str() {
                            faults.push(
                                Diagnostic::new(Code::NameCollision)
                                    .with("first", first)
                                    .with("second", &header.id)
                                    .with("path", path.display())
                                    .at(header.place.clone()),
                            );
                        }
                    }
                }
            }
            headers.push(header);
        }
        if faults.is_empty() { Ok(headers) } else { Err(faults) }
    }

    fn run(
        &self,
        files: &[PathBuf],
        headers: &[Option<Header>],
        jobs: usize,
        interrupt: &AtomicBool,
        on_unit: &mut dyn FnMut(&Outcome),
    ) -> Vec<Outcome> {
        let next = AtomicUsize::new(0);
        let (send, receive) = mpsc::channel();
        std::thread::scope(|scope| {
            for _ in 0..jobs.clamp(1, files.len().max(1)) {
                let (send, next) = (send.clone(), &next);
                scope.spawn(move || {
                    let mut scratch = DocxScratch::default();
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(file) = files.get(index) else { break };
                        let outcome = match headers.get(index).cloned().flatten() {
                            Some(header) if interrupt.load(Ordering::Relaxed) => Outcome::new(
                                header,
                                Status::NotDone,
                                vec![Diagnostic::new(Code::Interrupted)],
                            ),
                            _ => self.assemble(file, &mut scratch),
                        };
                        if send.send((index, outcome)).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(send);
            in_order(&receive, on_unit)
        })
    }

    /// One line of the manifest.
    fn record(&self, outcome: &Outcome) -> Value {
        let status = match outcome.status {
            Status::Done => "done",
            Status::Failed => "failed",
            Status::NotDone => "not-done",
        };
        let counts = outcome.figures.iter().map(|(key, figure)| {
            (
                key.to_string(),
                json!({ "value": figure.digits, "measure": figure.measure, "from": figure.from }),
            )
        });
        let findings = outcome.findings.iter().map(|finding| {
            json!({
                "severity": finding.severity, "plugin": finding.plugin, "check": finding.check,
                "text": finding.text, "place": finding.place.as_ref().map(|place| self.relative(&place.to_string())),
            })
        });
        let diagnostics = outcome.diagnostics.iter().map(|fault| {
            json!({
                "code": fault.code().as_str(),
                "place": fault.place().map(|place| self.relative(&place.to_string())),
                "message": huibian_diagnostic::Catalog::of(huibian_diagnostic::Lang::Zh).message(fault),
            })
        });
        let artifacts = outcome.artifacts.iter().map(|artifact| {
            json!({
                "path": self.relative(&artifact.path.to_string_lossy()),
                "bytes": artifact.bytes, "blake3": artifact.blake3,
            })
        });
        json!({
            "unit": outcome.header.id, "name": outcome.header.name, "status": status,
            "counts": counts.collect::<serde_json::Map<_, _>>(),
            "findings": findings.collect::<Vec<_>>(),
            "diagnostics": diagnostics.collect::<Vec<_>>(),
            "artifacts": artifacts.collect::<Vec<_>>(),
        })
    }

    /// A path below the workspace, with slashes, so that the record is the same on every machine.
    fn relative(&self, path: &str) -> String {
        let folder = self.workspace.folder.to_string_lossy().replace('\\', "/");
        let path = path.replace('\\', "/");
        path.strip_prefix(&folder).map_or(path.as_str(), |rest| rest.trim_start_matches('/')).to_owned()
    }

    /// The data file of a unit, by the unit's id.
    ///
    /// # Errors
    /// W010 and W011.
    pub fn file_of(&self, id: &str) -> Result<PathBuf> {
        let mut known = Vec::new();
        for file in self.workspace.unit_files()? {
            let header = self.workspace.read_unit(&file)?.0;
            if header.id.as_str() == id || header.name == id {
                return Ok(file);
            }
            known.push(header.id.to_string());
        }
        Err(Diagnostic::new(Code::NoUnit).with("id", id).suggest(id, known.iter().map(String::as_str)))
    }
}

/// Hands results on in their order, whichever order they come in.
fn in_order(receive: &mpsc::Receiver<(usize, Outcome)>, on_unit: &mut dyn FnMut(&Outcome)) -> Vec<Outcome> {
    let mut waiting = BTreeMap::new();
    let mut outcomes = Vec::new();
    for (index, outcome) in receive {
        waiting.insert(index, outcome);
        while let Some(outcome) = waiting.remove(&outcomes.len()) {
            on_unit(&outcome);
            outcomes.push(outcome);
        }
    }
    outcomes
}

/// The folder of the installation: the executable's, or in development the checkout above it.
///
/// # Errors
/// W013 when neither has plugins and templates.
pub fn installation() -> Result<PathBuf> {
    let executable = std::env::current_exe().unwrap_or_default();
    let is_whole = |folder: &&Path| folder.join("plugins").is_dir() && folder.join("templates").is_dir();
    let found = executable.ancestors().skip(1).find(is_whole);
    found
        .map(Path::to_owned)
        .ok_or_else(|| Diagnostic::new(Code::NoInstallation).with("path", executable.display()))
}
