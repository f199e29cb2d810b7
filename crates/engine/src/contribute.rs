//! Contribute: a plugin is asked for its part in one unit's report. The one stage that runs foreign code.

use huibian_check::Check;
use huibian_contract::{CONTRACT, Request, Response};
use huibian_diagnostic::Result;
use huibian_host::{Contribution, Plugin};
use huibian_unit::Unit;
use serde_json::{Map, Value};

use crate::history::{Baseline, Baselines};
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

/// Asks a plugin for its part; nothing where the unit has no data for it.
///
/// # Errors
/// What the plugin failed on, P101 to P114.
pub fn contribute<'s>(
    section: &'s Section,
    workspace: &Workspace,
    unit: &mut Unit,
    past: &Baseline,
) -> Result<Option<Part<'s>>> {
    let Some(request) = request(section, workspace, unit, past) else { return Ok(None) };
    let contribution = section.plugin.contribute(&request)?;
    Ok(Some(Part { section, fields: request.data, contribution }))
}

/// What a plugin is asked about a unit; nothing where the unit has no data for it.
pub fn request(
    section: &Section,
    workspace: &Workspace,
    unit: &mut Unit,
    past: &Baseline,
) -> Option<Request> {
    let manifest = &section.plugin.folder.manifest;
    let data = unit.data.remove(&manifest.id)?;
    let (previous, dated) = (Baselines::request(past, &manifest.id), manifest.dated());
    let unit = unit.identity.clone();
    Some(Request { contract: CONTRACT, period: workspace.period, unit, data, previous, dated })
}

/// A plugin's part in a unit's report, out of what its code answered.
///
/// # Errors
/// As [`contribute`].
pub fn part(section: &Section, request: Request, answer: Result<Response>) -> Result<Part<'_>> {
    let contribution = section.plugin.complete(&request, answer?)?;
    Ok(Part { section, fields: request.data, contribution })
}
