//! `workspace.toml` as it is written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_contract::text::name as seen;
use huibian_contract::{CheckSpec, CountSpec, IndexMap, Name, Period};
use huibian_diagnostic::{Code, Diagnostic, Location, Result, Source};
use huibian_document::Settings;
use huibian_host::Isolation;
use huibian_source::csv::encoding;
use huibian_source::{Source as UnitSource, Sources, TableOptions, mapping_written};
use serde::Deserialize;

use crate::pdf::PdfBy;

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
    /// Totals across plugins, by name: each an `expr` over `counts['plugin/count']`.
    #[serde(default)]
    pub counts: IndexMap<Name, CountSpec>,
    /// Rules over counts of several plugins, by name.
    #[serde(default)]
    pub checks: IndexMap<Name, CheckSpec>,
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
    /// How units are added up.
    #[serde(default)]
    pub rollup: RollupToml,
    /// Where files go.
    pub output: OutputToml,
}

/// How units are added up.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "schema", schemars(rename = "Rollup"))]
pub struct RollupToml {
    /// What becomes of units that failed a check: their figures are in the sums, and the report says so; they are left out,
    /// and it says so; or nothing is added up.
    pub failed: FailedUnits,
    /// Which units sums of two periods are compared over: those that gave the figure both times, or all of each time.
    pub compare: ComparedUnits,
}

/// What becomes of units that failed a check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FailedUnits {
    /// Their figures are in the sums.
    #[default]
    Include,
    /// Their figures are left out.
    Exclude,
    /// Nothing is added up.
    Stop,
}

/// Which units sums of two periods are compared over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ComparedUnits {
    /// Those that gave the figure both times.
    #[default]
    Same,
    /// All units of each time.
    All,
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
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub parent: Option<toml::Spanned<String>>,
    /// Whom its report is addressed to.
    #[serde(default)]
    pub recipients: Vec<String>,
    /// The units below it, by id or name. One without data is missing; a unit's file may name its parent instead.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub units: Vec<toml::Spanned<String>>,
    /// The first period that this holds for.
    #[serde(default)]
    pub from: Option<Period>,
    /// The last period that this holds for.
    #[serde(default)]
    pub until: Option<Period>,
}

impl ParentToml {
    /// Whether it holds for a period.
    pub fn covers(&self, period: Period) -> bool {
        period.is_between(self.from, self.until)
    }
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
    /// The report's template, in the workspace or the installation.
    pub template: PathBuf,
    /// The house style, in the workspace or the installation.
    pub style: PathBuf,
    /// File formats: `docx`, `html`, `md`, `pdf`, `txt`.
    pub formats: Vec<String>,
    /// Whether a unit's report says at its end which findings were let through, by whom and why.
    #[serde(default)]
    pub accepted_in_notes: bool,
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Units"))]
pub struct UnitsToml {
    /// The folder of the units' data files, a file a unit; `{period}` stands for the period.
    pub data: Option<String>,
    /// What reads `data`, where that is no folder: a source that a program which embeds the engine has added.
    pub source: Option<String>,
    /// The workbook with a row a unit.
    pub workbook: Option<String>,
    /// The workbook's main sheet; by default the first that has a header.
    pub sheet: Option<String>,
    /// The CSV file with a row a unit.
    pub table: Option<String>,
    /// The encoding of CSV files: `utf-8` or `gb18030`; by default decided by what is in them.
    pub encoding: Option<String>,
    /// What parts the values in CSV files: `,`, `;`, `|` or `tab`; by default decided by what is in them.
    pub delimiter: Option<String>,
    /// The units that must give data, by name or id.
    #[serde(default)]
    pub known: Vec<String>,
    /// Who units were before: the name or id of each with the names or ids of those that it was renamed from, put together from
    /// or is a part of. Their history goes on.
    #[serde(default)]
    pub was: IndexMap<String, Vec<String>>,
    /// What the office's own tables call fields: a column's head with the key of its field, as `plugin.field`, of a ledger's
    /// column, as `plugin.ledger.column`, or of the unit, as `unit.name`; `remarks` for one that is not read.
    #[serde(default)]
    pub columns: mapping_written::Columns,
    /// Where the office's own forms, a workbook a unit or a sheet a unit, have the values of fields: the key of a field with its cell.
    #[serde(default)]
    pub cells: mapping_written::Cells,
}

impl UnitsToml {
    /// What is said of tables. `listed` are units that the workspace names elsewhere.
    ///
    /// # Errors
    /// D019.
    pub fn tables<'l>(
        &'l self,
        listed: impl Iterator<Item = &'l String>,
        source: &Arc<Source>,
    ) -> Result<TableOptions> {
        let units = self.known.iter().chain(listed).map(|name| seen(name).into_owned()).collect();
        let mut tables = TableOptions { sheet: self.sheet.clone(), names: units, ..TableOptions::default() };
        if let Some(given) = &self.encoding {
            let wrong = || option("encoding", given, "utf-8, gb18030", source);
            tables.dialect.encoding = Some(encoding(given).ok_or_else(wrong)?);
        }
        if let Some(given) = &self.delimiter {
            let delimiter = match given.as_str() {
                "," => b',',
                ";" => b';',
                "\t" | "tab" => b'\t',
                "|" => b'|',
                _ => {
                    return Err(option("delimiter", given, "\",\", \";\", \"|\", \"tab\"", source));
                }
            };
            tables.dialect.delimiter = Some(delimiter);
        }
        let place_in = |section: &str, key: &str| huibian_config::place_of(source, &["units", section, key]);
        tables.mapping = mapping_written::mapping(&self.columns, &self.cells, &place_in)?;
        Ok(tables)
    }

    /// Where the units are.
    ///
    /// # Errors
    /// D019 and D020.
    pub fn source(
        &self,
        tables: TableOptions,
        folder: &Path,
        period: Period,
        sources: &Sources,
        source: &Arc<Source>,
    ) -> Result<Box<dyn UnitSource>> {
        let data = self.source.as_deref().unwrap_or("folder");
        let named = [(data, &self.data), ("workbook", &self.workbook), ("csv", &self.table)];
        let mut given = named.into_iter().filter_map(|(kind, path)| Some((kind, path.as_ref()?)));
        let unclear =
            |key: &[&str]| Diagnostic::new(Code::UnitsSource).at(huibian_config::place_of(source, key));
        let (Some((kind, pattern)), None) = (given.next(), given.next()) else {
            return Err(unclear(&["units"]));
        };
        if self.source.is_some() && self.data.is_none() {
            return Err(unclear(&["units", "source"]));
        }
        if !self.cells.is_empty() && self.data.is_none() && self.workbook.is_none() {
            return Err(option("cells", kind, "data, workbook", source));
        }
        if let Some(sheet) = self.sheet.as_ref().filter(|_| kind == "csv") {
            return Err(option("sheet", sheet, "workbook, data", source));
        }
        sources.open(kind, (folder, pattern), period, tables).ok_or_else(|| {
            let known: Vec<&str> = sources.names().collect();
            option("source", kind, &known.join(", "), source)
        })
    }
}

/// That an option of `[units]` says what it cannot.
fn option(key: &str, given: &str, known: &str, source: &Arc<Source>) -> Diagnostic {
    let fault = Diagnostic::new(Code::TableOption).with("key", key).with("given", given);
    fault.with("known", known).at(huibian_config::place_of(source, &["units", key]))
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "Output"))]
pub struct OutputToml {
    /// Names of output files without extension: `out/{report}/{period}/{unit.name}`.
    pub pattern: String,
    /// An office's own Word file, whose styles, page set-up, headers and footers documents get. It may lie outside the
    /// workspace.
    pub reference: Option<PathBuf>,
    /// What makes PDFs: the program itself where it was built for that, or LibreOffice out of the `.docx`.
    #[serde(default)]
    pub pdf: PdfBy,
    /// Folders with faces for PDFs, beside those of the system.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<PathBuf>"))]
    pub fonts: Vec<toml::Spanned<PathBuf>>,
    /// Whether PDFs conform to PDF/A-2b, for the archive. LibreOffice's do not.
    #[serde(default)]
    pub archive: bool,
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
    let file = Location::file(source.path.clone());
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
