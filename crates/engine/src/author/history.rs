//! What became of a plugin in the last run, as the run's record has it. Runs nothing.

use std::fs;
use std::path::Path;

use huibian_contract::Severity;
use huibian_diagnostic::{Code, Diagnostic, Entry, Place, Result};
use serde::Deserialize;

/// What the record of a run says of one plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// Which report.
    pub report: String,
    /// Which period.
    pub period: String,
    /// The plugin's version then; nothing where the run did without it.
    pub version: Option<String>,
    /// How many units there were.
    pub units: usize,
    /// How many units it gave counts.
    pub contributed: usize,
    /// The units that failed on it, in unit order.
    pub failures: Vec<Failure>,
    /// How many remarks there were on its content, and how many of them failed a check.
    pub findings: (usize, usize),
}

/// A unit that failed on a plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The unit's name.
    pub unit: String,
    /// What happened, with paths from the workspace's folder.
    pub fault: Entry,
}

#[derive(Deserialize)]
struct Run {
    report: String,
    period: String,
    plugins: Vec<Version>,
}

#[derive(Deserialize)]
struct Version {
    id: String,
    version: String,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    name: String,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    counts: serde_json::Map<String, serde_json::Value>,
    findings: Vec<Entry>,
    #[serde(default)]
    diagnostics: Vec<Entry>,
}

/// Reads the record of the last run; nothing where there was none.
///
/// # Errors
/// W001 when it cannot be read, R004 when it is no record.
pub fn history(record: &Path, id: &str) -> Result<Option<History>> {
    if !record.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(record).map_err(|error| {
        Diagnostic::new(Code::FileUnreadable)
            .with("path", record.display())
            .with("reason", error)
            .at(Place::file(record))
    })?;
    let broken = || Diagnostic::new(Code::BadRecord).with("path", record.display()).at(Place::file(record));
    let mut lines = text.lines();
    let run: Run = lines.next().and_then(|line| serde_json::from_str(line).ok()).ok_or_else(broken)?;
    let mut history = History {
        report: run.report,
        period: run.period,
        version: run.plugins.into_iter().find(|plugin| plugin.id == id).map(|plugin| plugin.version),
        units: 0,
        contributed: 0,
        failures: Vec::new(),
        findings: (0, 0),
    };
    let is_own = |entry: &Entry| entry.plugin.as_ref().is_some_and(|plugin| plugin.as_str() == id);
    for line in lines {
        let line: Line = serde_json::from_str(line).map_err(|_| broken())?;
        history.units += usize::from(line.unit.is_some());
        let own = |key: &String| key.strip_prefix(id).is_some_and(|rest| rest.starts_with('/'));
        history.contributed += usize::from(line.counts.keys().any(own));
        for remark in line.findings.iter().filter(|remark| is_own(remark)) {
            history.findings.0 += 1;
            history.findings.1 += usize::from(remark.severity == Severity::Error);
        }
        let fault = line.diagnostics.into_iter().find(is_own);
        history.failures.extend(fault.map(|fault| Failure { unit: line.name, fault }));
    }
    Ok(Some(history))
}
