//! The manifest of a run: JSON Lines, in unit order, no clock. The first line names the run, each further one a unit.

use std::borrow::Cow;
use std::path::Path;

use huibian_contract::Severity;
use huibian_diagnostic::{Argument, Catalog, Code, Diagnostic, Lang, Place, Result};
use huibian_figure::FigureTable;
use huibian_host::PluginFolder;
use huibian_report::picture::Shown;
use huibian_store::{Artifact, Staged};
use huibian_unit::Finding;
use serde::{Serialize, Serializer};
use serde_json::json;

use crate::outcome::{Outcome, Status};
use crate::rollup::coverage::Coverage;
use crate::workspace::Workspace;

/// A manifest being written. It appears when it is finished, whole.
pub struct Record<'w> {
    /// The workspace's folder, with slashes.
    folder: String,
    plugins: &'w [PluginFolder],
    file: Staged,
    /// Lines that have yet to go to the file.
    waiting: Vec<u8>,
}

/// How many bytes of lines go to the file together.
const TOGETHER: usize = 64 * 1024;

impl<'w> Record<'w> {
    /// Begins the record of a run.
    ///
    /// # Errors
    /// O004 when the file cannot be made.
    pub fn begin(workspace: &'w Workspace) -> Result<Self> {
        Self::begin_at(workspace, &workspace.pattern.manifest())
    }

    /// Begins the record of a run in a file of its own.
    ///
    /// # Errors
    /// O004 when the file cannot be made.
    pub fn begin_at(workspace: &'w Workspace, path: &Path) -> Result<Self> {
        let mut record = Self {
            folder: slashed(&workspace.folder.to_string_lossy()).into_owned(),
            plugins: &workspace.plugins,
            file: Staged::new(path)?,
            waiting: Vec::with_capacity(TOGETHER + TOGETHER / 4),
        };
        let plugins = workspace.plugins.iter().map(|plugin| &plugin.manifest);
        let plugins = plugins.map(|plugin| json!({ "id": plugin.id, "version": plugin.version }));
        record.line(&json!({
            "report": workspace.report, "period": workspace.period, "date": workspace.design.date.to_string(),
            "plugins": plugins.collect::<Vec<_>>(),
        }))?;
        Ok(record)
    }

    /// Records what became of a unit.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn unit(&mut self, outcome: &Outcome) -> Result<()> {
        match &outcome.kept {
            Some(line) => {
                self.waiting.extend_from_slice(line.as_bytes());
                self.write_beyond(TOGETHER)
            }
            None => self.outcome(outcome, None),
        }
    }

    /// Records what became of a unit above others.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn parent(&mut self, outcome: &Outcome, coverage: &Coverage) -> Result<()> {
        self.outcome(outcome, Some(coverage))
    }

    fn outcome(&mut self, outcome: &Outcome, coverage: Option<&Coverage>) -> Result<()> {
        let place = |place: &Place| self.relative(&place.to_string());
        let findings = outcome.findings.iter().map(|finding| self.remark(finding));
        let diagnostics = outcome.diagnostics.iter().map(|fault| Fault {
            code: fault.code().as_str(),
            place: fault.place().map(place),
            message: Catalog::of(Lang::Zh).message(fault),
            plugin: self.plugin_of(fault),
        });
        let artifacts = outcome.artifacts.iter().map(|artifact| File {
            path: self.relative(&artifact.path.to_string_lossy()),
            bytes: artifact.bytes,
            blake3: &artifact.blake3,
        });
        let line = Line {
            unit: outcome.header.id.as_str(),
            name: &outcome.header.name,
            status: match outcome.status {
                Status::Done => "done",
                Status::Failed => "failed",
                Status::NotDone => "not-done",
            },
            inputs: outcome.inputs.map(|inputs| inputs.to_hex().to_string()),
            coverage,
            counts: Counts(&outcome.figures),
            findings: findings.collect(),
            diagnostics: diagnostics.collect(),
            artifacts: artifacts.collect(),
            pictures: outcome
                .shown
                .iter()
                .map(|shown| Shown {
                    path: self.relative(&shown.path.to_string_lossy()).into(),
                    blake3: shown.blake3.clone(),
                })
                .collect(),
            outdated: outcome.outdated.iter().map(|path| self.relative(&path.to_string_lossy())).collect(),
        };
        self.line(&line)
    }

    /// Records, after the units, what concerns several of them; no line where there is nothing.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn run(&mut self, findings: &[Finding]) -> Result<()> {
        if findings.is_empty() {
            return Ok(());
        }
        let findings: Vec<_> = findings.iter().map(|finding| self.remark(finding)).collect();
        let line = serde_json::to_value(findings)
            .map_err(|error| Diagnostic::new(Code::Internal).with("reason", error))?;
        self.line(&json!({ "findings": line }))
    }

    fn remark<'o>(&self, finding: &'o Finding) -> Remark<'o> {
        Remark {
            severity: finding.severity,
            plugin: &finding.plugin,
            check: &finding.check,
            text: &finding.text,
            place: finding.place.as_ref().map(|place| self.relative(&place.to_string())),
        }
    }

    /// Puts the record in its place.
    ///
    /// # Errors
    /// O004 when it cannot be put there.
    pub fn finish(mut self) -> Result<Artifact> {
        self.write_beyond(0)?;
        self.file.place()
    }

    /// The plugin that a fault concerns: the one it names, or whose file it points at.
    fn plugin_of(&self, fault: &Diagnostic) -> Option<&'w str> {
        let named = |(name, value): &(Cow<'static, str>, Argument)| match &**name {
            "id" | "plugin" => Some(value.to_string()),
            "field" => value.to_string().split_once('.').map(|(plugin, _)| plugin.to_owned()),
            _ => None,
        };
        let named: Vec<String> = fault.arguments().iter().filter_map(named).collect();
        let path = fault.place().map(Place::path);
        let ids = self.plugins.iter().map(|plugin| (plugin, plugin.manifest.id.as_str()));
        let mut concerned = ids.filter(|(plugin, id)| {
            let worded = |path: &Path| path.starts_with(&plugin.path) || worded_by(path, id);
            named.iter().any(|named| named == id) || path.is_some_and(worded)
        });
        concerned.next().map(|(_, id)| id)
    }

    fn line(&mut self, line: &impl Serialize) -> Result<()> {
        serde_json::to_writer(&mut self.waiting, line)
            .map_err(|error| Diagnostic::new(Code::Internal).with("reason", error))?;
        self.waiting.push(b'\n');
        self.write_beyond(TOGETHER)
    }

    /// Writes the lines that wait, where they are more than so many bytes.
    fn write_beyond(&mut self, bytes: usize) -> Result<()> {
        if self.waiting.len() > bytes {
            self.file.write(&self.waiting)?;
            self.waiting.clear();
        }
        Ok(())
    }

    /// A path below the workspace, with slashes, so that the record is the same on every machine.
    fn relative(&self, path: &str) -> String {
        let path = slashed(path);
        path.strip_prefix(&self.folder).map_or(&*path, |rest| rest.trim_start_matches('/')).to_owned()
    }
}

fn slashed(path: &str) -> Cow<'_, str> {
    if path.contains('\\') { path.replace('\\', "/").into() } else { path.into() }
}

/// Whether a file is a workspace's own wording for a plugin: `wording/…/<id>/<slot>.hbs`.
fn worded_by(path: &Path, id: &str) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    folder.is_some_and(|folder| folder == id) && path.extension().is_some_and(|extension| extension == "hbs")
}

#[derive(Serialize)]
struct Line<'o> {
    unit: &'o str,
    name: &'o str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    inputs: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<&'o Coverage>,
    counts: Counts<'o>,
    findings: Vec<Remark<'o>>,
    diagnostics: Vec<Fault<'o>>,
    artifacts: Vec<File<'o>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pictures: Vec<Shown>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    outdated: Vec<String>,
}

/// Figures by their full key.
struct Counts<'o>(&'o FigureTable);

impl Serialize for Counts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let counts = self.0.iter().map(|(key, figure)| {
            (key, Count { value: &figure.digits, measure: &figure.measure, from: &figure.from })
        });
        serializer.collect_map(counts)
    }
}

#[derive(Serialize)]
struct Count<'o> {
    value: &'o str,
    measure: &'o str,
    from: &'o [String],
}

#[derive(Serialize)]
struct Remark<'o> {
    severity: Severity,
    plugin: &'o str,
    check: &'o str,
    text: &'o str,
    place: Option<String>,
}

#[derive(Serialize)]
struct Fault<'o> {
    code: &'static str,
    place: Option<String>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    plugin: Option<&'o str>,
}

#[derive(Serialize)]
struct File<'o> {
    path: String,
    bytes: usize,
    blake3: &'o str,
}
