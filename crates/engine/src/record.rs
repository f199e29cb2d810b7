//! What became of units, as the record of a run has it: with paths below the workspace, and each fault with the plugin that
//! it concerns.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use huibian_diagnostic::{Argument, Catalog, Diagnostic, Lang, Place};
use huibian_host::PluginFolder;
use huibian_manifest::{Fault, Head, Last, Line, PluginVersion, Remark, Shown, VERSION};
use huibian_store::Artifact;
use huibian_unit::Finding;

use crate::outcome::Outcome;
use crate::workspace::Workspace;

/// Words what became of a workspace's units for its record.
pub struct Recorder<'w> {
    workspace: &'w Workspace,
    /// The workspace's folder, with slashes.
    folder: String,
}

impl<'w> Recorder<'w> {
    /// For a workspace's runs.
    pub fn of(workspace: &'w Workspace) -> Self {
        Self { workspace, folder: slashed(&workspace.folder.to_string_lossy()).into_owned() }
    }

    /// The first line.
    pub fn head(&self) -> Head {
        let plugins = self.workspace.plugins.iter().map(|plugin| PluginVersion {
            id: plugin.manifest.id.clone(),
            version: plugin.manifest.version.clone(),
        });
        Head {
            version: VERSION,
            report: self.workspace.report.clone(),
            period: self.workspace.period,
            date: self.workspace.design.date.to_string(),
            plugins: plugins.collect(),
            made: None,
            kept: None,
        }
    }

    /// A unit's line.
    pub fn line(&self, outcome: Outcome) -> Line {
        let relative = |path: PathBuf| PathBuf::from(self.relative(&path.to_string_lossy()));
        Line {
            unit: outcome.header.id,
            name: outcome.header.name,
            parent: outcome.header.parent,
            status: outcome.status,
            inputs: outcome.inputs.map(|inputs| inputs.to_hex().to_string()),
            coverage: None,
            counts: outcome.figures,
            facts: outcome.facts,
            words: None,
            findings: outcome.findings.into_iter().map(|finding| self.remark(finding)).collect(),
            diagnostics: outcome.diagnostics.iter().map(|fault| self.fault(fault)).collect(),
            artifacts: outcome
                .artifacts
                .into_iter()
                .map(|artifact| Artifact { path: relative(artifact.path), ..artifact })
                .collect(),
            pictures: outcome
                .shown
                .into_iter()
                .map(|shown| Shown { path: relative(shown.path), ..shown })
                .collect(),
            outdated: outcome.outdated.into_iter().map(relative).collect(),
        }
    }

    /// The last line, of what concerns several units.
    pub fn last(&self, findings: &[Finding]) -> Last {
        let findings = findings.iter().map(|finding| self.remark(finding.clone())).collect();
        Last { findings, diagnostics: Vec::new() }
    }

    fn remark(&self, finding: Finding) -> Remark {
        let Finding { severity, plugin, check, text, place } = finding;
        Remark { severity, plugin, check, text, place: place.map(|place| self.relative(&place.to_string())) }
    }

    fn fault(&self, fault: &Diagnostic) -> Fault {
        Fault {
            code: fault.code().as_str().to_owned(),
            place: fault.place().map(|place| self.relative(&place.to_string())),
            message: Catalog::of(Lang::Zh).message(fault),
            plugin: plugin_of(&self.workspace.plugins, fault).map(str::to_owned),
        }
    }

    /// A path below the workspace, with slashes, so that the record is the same on every machine.
    fn relative(&self, path: &str) -> String {
        let path = slashed(path);
        path.strip_prefix(&self.folder).map_or(&*path, |rest| rest.trim_start_matches('/')).to_owned()
    }
}

/// Remarks as a record has them, of a workspace in `folder`.
pub fn findings(remarks: Vec<Remark>, folder: &Path) -> Vec<Finding> {
    let finding = |Remark { severity, plugin, check, text, place }| Finding {
        severity,
        plugin,
        check,
        text,
        place: place.map(|place| Place::file(folder.join(place))),
    };
    remarks.into_iter().map(finding).collect()
}

/// Files as a record has them, of a workspace in `folder`.
pub fn artifacts(artifacts: Vec<Artifact>, folder: &Path) -> Vec<Artifact> {
    let whole = |artifact: Artifact| Artifact { path: folder.join(&artifact.path), ..artifact };
    artifacts.into_iter().map(whole).collect()
}

/// Pictures as a record has them, of a workspace in `folder`.
pub fn pictures(pictures: &[Shown], folder: &Path) -> Vec<Shown> {
    let whole = |shown: &Shown| Shown { path: folder.join(&shown.path), ..shown.clone() };
    pictures.iter().map(whole).collect()
}

/// The plugin that a fault concerns: the one it names, or whose file it points at.
fn plugin_of<'w>(plugins: &'w [PluginFolder], fault: &Diagnostic) -> Option<&'w str> {
    let named = |(name, value): &(Cow<'static, str>, Argument)| match &**name {
        "id" | "plugin" => Some(value.to_string()),
        "field" => value.to_string().split_once('.').map(|(plugin, _)| plugin.to_owned()),
        _ => None,
    };
    let named: Vec<String> = fault.arguments().iter().filter_map(named).collect();
    let path = fault.place().map(Place::path);
    let ids = plugins.iter().map(|plugin| (plugin, plugin.manifest.id.as_str()));
    let mut concerned = ids.filter(|(plugin, id)| {
        let worded = |path: &Path| path.starts_with(&plugin.path) || worded_by(path, id);
        named.iter().any(|named| named == id) || path.is_some_and(worded)
    });
    concerned.next().map(|(_, id)| id)
}

fn slashed(path: &str) -> Cow<'_, str> {
    if path.contains('\\') { path.replace('\\', "/").into() } else { path.into() }
}

/// Whether a file is a workspace's own wording for a plugin: `wording/…/<id>/<slot>.hbs`.
fn worded_by(path: &Path, id: &str) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    folder.is_some_and(|folder| folder == id) && path.extension().is_some_and(|extension| extension == "hbs")
}
