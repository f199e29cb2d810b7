//! What one plugin says for one unit of a workspace, without the rest of the report.

use huibian_diagnostic::{Code, Diagnostic, Faults, Result};
use huibian_engine::contribute::{Section, contribute};
use huibian_engine::derive::derive;
use huibian_engine::workspace::Workspace;
use huibian_host::PluginFolder;
use huibian_source::UnitRef;

use crate::trial::{Answer, Surroundings, answer, checks, load};

/// Asks the plugin, and those whose counts it uses, for one unit, and words its sections as the workspace has them.
///
/// # Errors
/// P075 where the workspace does not name the plugin; what is wrong with the unit, the plugin or its sections.
pub fn section(
    workspace: &Workspace,
    around: &Surroundings,
    id: &str,
    unit: &UnitRef,
) -> Result<Answer, Faults> {
    let named = |id: &str| workspace.plugins.iter().find(|plugin| plugin.manifest.id.as_str() == id);
    let Some(own) = named(id) else {
        return Err(Diagnostic::new(Code::PluginUnused).with("id", id).into());
    };
    let mut needed: Vec<&PluginFolder> = vec![own];
    for key in &own.manifest.uses {
        let other = named(key.plugin.as_str());
        needed.extend(other.filter(|other| needed.iter().all(|one| one.manifest.id != other.manifest.id)));
    }
    let mut sections = Vec::with_capacity(needed.len());
    for folder in needed {
        let plugin = load(folder.clone(), around)?;
        let checks = checks(folder)?;
        sections.push(Section { plugin, checks });
    }
    let (_, unit) = workspace.read_unit(unit);
    let mut unit = unit?;
    let mut earlier = workspace.history.of(&unit.identity.id);
    let (mut parts, mut faults) = (Vec::new(), Faults::new());
    for section in &sections {
        match contribute(section, workspace, &mut unit, &earlier) {
            Ok(part) => parts.extend(part),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let (figures, findings) =
        derive(&mut parts, (&workspace.counts, None), workspace.period, &unit.places, &earlier);
    workspace.history.add_up(&figures, &mut earlier);
    let odd = unit
        .findings
        .iter()
        .chain(&findings)
        .filter(|finding| finding.plugin().is_some_and(|of| of.as_str() == id));
    let findings = odd.cloned().collect();
    if parts.first().is_none_or(|part| part.section.plugin.folder.manifest.id.as_str() != id) {
        return Ok(Answer { findings, ..Answer::default() });
    }
    let part = parts.swap_remove(0);
    let worded = answer(
        (&workspace.design.templates, &workspace.design.tables),
        &workspace.design.style,
        (&earlier, &unit.identity),
        part,
        &figures,
        findings,
    );
    worded.map_err(Faults::from)
}
