//! Contribute: every plugin is asked for its part in one unit's report. The one stage that runs foreign code.

use huibian_contract::{CONTRACT, Request};
use huibian_diagnostic::Diagnostic;
use huibian_host::{Contribution, Plugin};
use serde_json::{Map, Value};

use crate::check::Check;
use crate::unit::Unit;
use crate::workspace::Workspace;

/// A plugin that is ready to contribute, with its rules compiled.
pub struct Section {
    /// The plugin.
    pub plugin: Plugin,
    /// Its checks.
    pub checks: Vec<Check>,
}

/// What one plugin contributed to one unit's report.
pub struct Part<'s> {
    /// Whose it is.
    pub section: &'s Section,
    /// The fields that the unit gave it.
    pub fields: Map<String, Value>,
    /// Its valid answer.
    pub contribution: Contribution,
}

/// Asks each plugin that the unit has data for, in the order of the report. What a plugin fails on goes to `faults`;
/// the others' parts stand.
pub fn contribute<'s>(
    sections: &'s [Section],
    workspace: &Workspace,
    unit: &mut Unit,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Part<'s>> {
    let mut parts = Vec::with_capacity(sections.len());
    for section in sections {
        let Some(data) = unit.data.remove(&section.plugin.folder.manifest.id) else { continue };
        let request = Request {
            contract: CONTRACT,
            period: workspace.period,
            unit: unit.identity.clone(),
            data,
            previous: Map::new(),
        };
        match section.plugin.contribute(&request) {
            Ok(contribution) => parts.push(Part { section, fields: request.data, contribution }),
            Err(fault) => faults.push(fault),
        }
    }
    parts
}
