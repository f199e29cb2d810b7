//! What became of a plugin in the last run, as the run's record has it. Runs nothing.

use std::path::Path;

use huibian_diagnostic::{Entry, Result};
use huibian_manifest::Run;

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

/// Reads the record of the last run; nothing where there was none.
///
/// # Errors
/// W001 when it cannot be read, R004 when it is no record.
pub fn history(record: &Path, id: &str) -> Result<Option<History>> {
    if !record.exists() {
        return Ok(None);
    }
    let Run { head, lines, last, .. } = Run::read(record)?;
    let version = head.plugins.into_iter().find(|plugin| plugin.id.as_str() == id);
    let mut history = History {
        report: head.report,
        period: head.period.to_string(),
        version: version.map(|plugin| plugin.version),
        units: lines.len(),
        contributed: 0,
        failures: Vec::new(),
        findings: (0, 0),
    };
    for line in lines {
        history.contributed += usize::from(line.counts.keys().any(|key| key.plugin.as_str() == id));
        history.count(&line.findings, id);
        let fault = line.diagnostics.into_iter().find(|fault| is_of(fault, id));
        history.failures.extend(fault.map(|fault| Failure { unit: line.name, fault }));
    }
    history.count(&last.findings, id);
    Ok(Some(history))
}

impl History {
    fn count(&mut self, remarks: &[Entry], id: &str) {
        for remark in remarks.iter().filter(|remark| is_of(remark, id)) {
            self.findings.0 += 1;
            self.findings.1 += usize::from(remark.diagnostic().fails());
        }
    }
}

fn is_of(entry: &Entry, id: &str) -> bool {
    entry.plugin.as_ref().is_some_and(|plugin| plugin.as_str() == id)
}
