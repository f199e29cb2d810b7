//! `workspace.toml` as it is written.

use std::path::PathBuf;
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Place, Result, Source};
use huibian_host::Isolation;
use indexmap::IndexMap;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkspaceToml {
    pub period: String,
    pub date: Option<toml::value::Datetime>,
    pub plugins: Vec<String>,
    #[serde(default)]
    pub options: IndexMap<String, OptionsToml>,
    pub reports: IndexMap<String, ReportToml>,
    pub units: UnitsToml,
    pub output: OutputToml,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionsToml {
    #[serde(default)]
    pub isolation: Isolation,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportToml {
    pub title: String,
    pub template: PathBuf,
    pub style: PathBuf,
    pub formats: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitsToml {
    pub data: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutputToml {
    pub pattern: String,
}

/// The report that was asked for, or the only one.
///
/// # Errors
/// W007 and W008.
pub fn choose<'r>(
    reports: &'r IndexMap<String, ReportToml>,
    wanted: Option<&str>,
    source: &Arc<Source>,
) -> Result<(&'r String, &'r ReportToml)> {
    let known = || reports.keys().cloned().collect::<Vec<_>>().join(", ");
    let file = Place::file(source.path.clone());
    match (wanted, reports.len()) {
        (Some(id), _) => reports.get_key_value(id).ok_or_else(|| {
            let ids = reports.keys().map(String::as_str);
            Diagnostic::new(Code::NoReport).with("id", id).with("known", known()).suggest(id, ids).at(file)
        }),
        (None, 1) => {
            reports.first().ok_or_else(|| Diagnostic::new(Code::NoReport).with("id", "").with("known", ""))
        }
        (None, 0) => Err(Diagnostic::new(Code::NoReport).with("id", "–").with("known", "–").at(file)),
        (None, _) => Err(Diagnostic::new(Code::WhichReport).with("known", known()).at(file)),
    }
}
