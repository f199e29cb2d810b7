//! `workspace.toml` as it is written.

use std::path::PathBuf;
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Place, Result, Source};
use huibian_document::Settings;
use huibian_host::Isolation;
use indexmap::IndexMap;
use serde::Deserialize;

/// A workspace: its reports, period, plugins and units.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Workspace"))]
pub struct WorkspaceToml {
    /// The reporting period: `2023Q2`, `2023H1`, `2023-06`, `2023` or `2023Q1-Q3`.
    pub period: String,
    /// The date the documents bear.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub date: Option<toml::value::Datetime>,
    /// The plugins, in the order of the report.
    pub plugins: Vec<String>,
    /// What is set for single plugins, by id.
    #[serde(default)]
    pub options: IndexMap<String, OptionsToml>,
    /// The reports, by id.
    pub reports: IndexMap<String, ReportToml>,
    /// The parts of an official document, for every unit.
    #[serde(default)]
    pub document: Settings,
    /// Where the units are.
    pub units: UnitsToml,
    /// Units above others that have no data of their own.
    #[serde(default)]
    pub parents: Vec<ParentToml>,
    /// Where files go.
    pub output: OutputToml,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Parent"))]
pub struct ParentToml {
    /// The unit's id.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub id: toml::Spanned<String>,
    /// The unit's name, as its report prints it.
    pub name: String,
    /// The unit above it, by id or name.
    pub parent: Option<String>,
    /// Whom its report is addressed to.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// The units below it, by id or name. One without data is missing; a unit's file may name its parent instead.
    #[serde(default)]
    pub units: Vec<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Options"))]
pub struct OptionsToml {
    /// Where a native plugin runs.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("enum" = ["process", "none"])))]
    pub isolation: Isolation,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Report"))]
pub struct ReportToml {
    /// What the report is called.
    pub title: String,
    /// The report's template.
    pub template: PathBuf,
    /// The house style.
    pub style: PathBuf,
    /// File formats: `docx`, `html`, `md`, `txt`.
    pub formats: Vec<String>,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Units"))]
pub struct UnitsToml {
    /// The folder of the units' data files; `{period}` stands for the period.
    pub data: String,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Output"))]
pub struct OutputToml {
    /// Names of output files without extension: `out/{report}/{period}/{unit.name}`.
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
