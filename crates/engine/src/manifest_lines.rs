//! What became of units, as the record of a run has it: with paths below the workspace, and each fault with the plugin that
//! it concerns.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use huibian_contract::PluginId;
use huibian_diagnostic::{Catalog, Diagnostic, Entry, Lang, Result};
use huibian_figure::Figures;
use huibian_host::PluginFolder;
use huibian_manifest::{Head, Last, Line, PictureFile, PluginVersion, RunManifest, VERSION};
use huibian_store::{Artifact, StaleFile, StaleState};

use crate::outcome::Outcome;
use crate::preflight::{Item, Preflight};
use crate::workspace::Workspace;

/// Words what became of a workspace's units for its record.
pub struct ManifestLines<'w> {
    workspace: &'w Workspace,
    /// The workspace's folder, with slashes.
    folder: String,
}

impl<'w> ManifestLines<'w> {
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
            seal: None,
        }
    }

    /// A unit's line.
    pub fn line<'o>(&self, outcome: &'o Outcome) -> Line<&'o Figures> {
        let relative = |path: &PathBuf| PathBuf::from(self.relative(&path.to_string_lossy()));
        let recorded = |artifact: &Artifact| Artifact { path: relative(&artifact.path), ..artifact.clone() };
        let shown = |shown: &PictureFile| PictureFile { path: relative(&shown.path), ..shown.clone() };
        Line {
            unit: outcome.head.id.clone(),
            name: outcome.head.name.clone(),
            parent: outcome.head.parent.clone(),
            status: outcome.status,
            inputs: outcome.inputs.map(|inputs| inputs.to_hex().to_string()),
            coverage: None,
            counts: &outcome.figures,
            facts: outcome.facts.clone(),
            withheld: outcome.withheld.clone(),
            words: outcome.words.clone(),
            number: outcome.number.as_ref().map(|numbered| numbered.number.clone()),
            findings: outcome.findings.iter().map(|finding| self.entry(finding)).collect(),
            diagnostics: outcome.diagnostics.iter().map(|fault| self.entry(fault)).collect(),
            artifacts: outcome.artifacts.iter().map(recorded).collect(),
            pictures: outcome.shown.iter().map(shown).collect(),
            outdated: outcome.outdated.iter().map(relative).collect(),
            earlier: outcome.earlier.iter().map(recorded).collect(),
            seal: None,
        }
    }

    /// Records what became of a unit: anew, or as an earlier run recorded it.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn write(&self, outcome: &Outcome, manifest: &mut RunManifest) -> Result<()> {
        match (&outcome.kept, &outcome.line) {
            (Some(line), _) | (None, Some(line)) => manifest.add_sealed(line),
            (None, None) => manifest.add(&self.line(outcome)),
        }
    }

    /// The last line, of what is no unit's own.
    pub fn last(&self, problems: &Preflight, stale: &[StaleFile]) -> Last {
        let entry = |item: &Item| {
            let unit = Some(item.unit.clone()).filter(|unit| !unit.is_empty());
            Entry { unit, ..self.entry(&item.diagnostic) }
        };
        let is_fault = |item: &&Item| item.diagnostic.fails() && !item.diagnostic.code().is_finding();
        let (faults, remarks): (Vec<&Item>, _) = problems.of_all().partition(is_fault);
        let findings = remarks.into_iter().map(entry).collect();
        let diagnostics = faults.into_iter().map(entry).collect();
        let left = stale.iter().filter(|file| file.state != StaleState::Removed);
        let stale = left.map(|file| Artifact {
            path: self.relative(&file.made.path.to_string_lossy()).into(),
            ..file.made.clone()
        });
        Last { findings, diagnostics, stale: stale.collect(), seal: None }
    }

    /// A fault or a remark, as the record has it.
    pub fn entry(&self, fault: &Diagnostic) -> Entry {
        let entry = Entry::new(&fault.relative_to(&self.workspace.folder), Catalog::of(Lang::Zh));
        let plugin = entry.plugin.or_else(|| plugin_of(&self.workspace.plugins, fault).cloned());
        Entry { plugin, ..entry }
    }

    /// A path below the workspace, with slashes, so that the record is the same on every machine.
    fn relative(&self, path: &str) -> String {
        let path = slashed(path);
        path.strip_prefix(&self.folder).map_or(&*path, |rest| rest.trim_start_matches('/')).to_owned()
    }
}

/// The plugin whose file a fault points at.
fn plugin_of<'w>(plugins: &'w [PluginFolder], fault: &Diagnostic) -> Option<&'w PluginId> {
    let path = fault.location()?.path();
    let worded = |plugin: &&PluginFolder| {
        path.starts_with(&plugin.path) || worded_by(path, plugin.manifest.id.as_str())
    };
    plugins.iter().find(worded).map(|plugin| &plugin.manifest.id)
}

fn slashed(path: &str) -> Cow<'_, str> {
    if path.contains('\\') { path.replace('\\', "/").into() } else { path.into() }
}

/// Whether a file is a workspace's own wording for a plugin: `wording/…/<id>/<slot>.hbs`.
fn worded_by(path: &Path, id: &str) -> bool {
    let folder = path.parent().and_then(Path::file_name);
    folder.is_some_and(|folder| folder == id) && path.extension().is_some_and(|extension| extension == "hbs")
}
