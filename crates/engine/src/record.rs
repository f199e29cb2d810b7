//! The manifest of a run: JSON Lines, in unit order, no clock. The first line names the run, each further one a unit.

use std::path::Path;

use huibian_diagnostic::{Catalog, Lang, Result};
use serde_json::{Map, Value, json};

use crate::artifact::{Artifact, Staged};
use crate::outcome::{Outcome, Status};
use crate::workspace::Workspace;

/// A manifest being written. It appears when it is finished, whole.
pub struct Record<'w> {
    folder: &'w Path,
    file: Staged,
}

impl<'w> Record<'w> {
    /// Begins the record of a run.
    ///
    /// # Errors
    /// O004 when the file cannot be made.
    pub fn begin(workspace: &'w Workspace) -> Result<Self> {
        let mut record =
            Self { folder: &workspace.folder, file: Staged::new(&workspace.pattern.manifest())? };
        let plugins = workspace.plugins.iter().map(|plugin| &plugin.manifest);
        let plugins = plugins.map(|plugin| json!({ "id": plugin.id, "version": plugin.version }));
        record.line(&json!({
            "report": workspace.report, "period": workspace.period, "date": workspace.date.to_string(),
            "plugins": plugins.collect::<Vec<_>>(),
        }))?;
        Ok(record)
    }

    /// Records what became of a unit.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn unit(&mut self, outcome: &Outcome) -> Result<()> {
        let status = match outcome.status {
            Status::Done => "done",
            Status::Failed => "failed",
            Status::NotDone => "not-done",
        };
        let counts = outcome.figures.iter().map(|(key, figure)| {
            let value = json!({ "value": figure.digits, "measure": figure.measure, "from": figure.from });
            (key.to_string(), value)
        });
        let place = |place: &huibian_diagnostic::Place| self.relative(&place.to_string());
        let findings = outcome.findings.iter().map(|finding| {
            json!({
                "severity": finding.severity, "plugin": finding.plugin, "check": finding.check,
                "text": finding.text, "place": finding.place.as_ref().map(place),
            })
        });
        let diagnostics = outcome.diagnostics.iter().map(|fault| {
            json!({
                "code": fault.code().as_str(), "place": fault.place().map(place),
                "message": Catalog::of(Lang::Zh).message(fault),
            })
        });
        let artifacts = outcome.artifacts.iter().map(|artifact| {
            json!({
                "path": self.relative(&artifact.path.to_string_lossy()),
                "bytes": artifact.bytes, "blake3": artifact.blake3,
            })
        });
        let line = json!({
            "unit": outcome.header.id, "name": outcome.header.name, "status": status,
            "counts": counts.collect::<Map<_, _>>(),
            "findings": findings.collect::<Vec<_>>(),
            "diagnostics": diagnostics.collect::<Vec<_>>(),
            "artifacts": artifacts.collect::<Vec<_>>(),
        });
        self.line(&line)
    }

    /// Puts the record in its place.
    ///
    /// # Errors
    /// O004 when it cannot be put there.
    pub fn finish(self) -> Result<Artifact> {
        self.file.place()
    }

    fn line(&mut self, line: &Value) -> Result<()> {
        self.file.write(format!("{line}\n").as_bytes())
    }

    /// A path below the workspace, with slashes, so that the record is the same on every machine.
    fn relative(&self, path: &str) -> String {
        let folder = self.folder.to_string_lossy().replace('\\', "/");
        let path = path.replace('\\', "/");
        path.strip_prefix(&folder).map_or(path.as_str(), |rest| rest.trim_start_matches('/')).to_owned()
    }
}
