//! What `workspace.toml` names, read without checking it: a listing must work where a run would not.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use huibian_diagnostic::Source;
use serde::Deserialize;

/// The plugins and files that a workspace names; empty where it cannot be read.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Named {
    /// Plugins, in the order of the report.
    pub plugins: Vec<String>,
    reports: BTreeMap<String, Report>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Report {
    template: PathBuf,
    style: PathBuf,
}

impl Named {
    /// Reads `workspace.toml` in a folder.
    pub fn read(folder: &Path) -> Self {
        let path = folder.join("workspace.toml");
        let text = huibian_config::file::text(&path).unwrap_or_default();
        huibian_config::parse(&Source::new(path, text)).unwrap_or_default()
    }

    /// The style of a report, as it is named; of the only one where none is asked for.
    pub fn style(&self, report: Option<&str>) -> Option<PathBuf> {
        let found = match report {
            Some(id) => self.reports.get(id),
            None => self.reports.values().next().filter(|_| self.reports.len() == 1),
        };
        found.map(|report| report.style.clone())
    }

    /// The template and the style of a report, as they are named, with the id of the word for each.
    pub fn files(self, report: &str) -> Vec<(&'static str, PathBuf)> {
        let report = self.reports.into_iter().find(|(id, _)| id == report);
        let files =
            report.map(|(_, report)| [("place-template", report.template), ("place-style", report.style)]);
        files.into_iter().flatten().collect()
    }
}
