//! What a person says on the command line, or a program that this one is a part of, goes before what `workspace.toml` says.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_config::{place_of, read};
use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic, Faults, Result, Source};
use huibian_host::Isolation;
use huibian_source::Sources;
use huibian_store::OutputPattern;
use huibian_writers::{Format, Formats};
use jiff::civil::Date;

use super::note;
use super::raw::{OutputToml, ReportToml, WorkspaceToml, choose};
use crate::pdf::{self, PdfOptions};

/// What the command line says instead of `workspace.toml`, and what a program brings that this one is a part of.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Which report.
    pub report: Option<String>,
    /// Which period.
    pub period: Option<String>,
    /// Which date the documents bear.
    pub date: Option<Date>,
    /// Which formats; none for the report's own.
    pub formats: Vec<String>,
    /// Where output goes: a pattern of names.
    pub output: Option<String>,
    /// Where native plugins run, all of them.
    pub isolation: Option<Isolation>,
    /// A huibian program whose children host native plugins; none for this program.
    pub plugin_host: Option<PathBuf>,
    /// The name and version of a program that this one is a part of: what another one made, it makes anew.
    pub program: Option<String>,
    /// Whether plugins.lock must name every plugin.
    pub locked: bool,
    /// Whether plugins are taken whose code is not there.
    pub may_lack_code: bool,
    /// Folders outside the workspace that data and earlier periods may lie in: a person says so, never the workspace.
    pub outside: Vec<PathBuf>,
    /// Another template than the report's own; one that lies in the workspace.
    pub template: Option<PathBuf>,
    /// The formats that there are beside PDF: the built-in ones, and others that a program adds.
    pub known_formats: Formats,
    /// The sources of units that there are: the built-in ones, and others that a program adds.
    pub sources: Sources,
}

/// Where the record of a run lies, known even where a plugin or a template keeps the workspace from being loaded.
///
/// # Errors
/// What is wrong with `workspace.toml` itself: W and O codes.
pub fn record_of(folder: &Path, overrides: &Overrides) -> Result<PathBuf> {
    let source = read(&folder.join("workspace.toml"))?;
    let raw: WorkspaceToml = huibian_config::parse(&source)?;
    let given = overrides.period.as_ref().unwrap_or(&raw.period);
    let period = given.parse().map_err(|_| Diagnostic::new(Code::BadPeriod).with("given", given))?;
    let (id, _) = choose(&raw.reports, overrides.report.as_deref(), &source)?;
    Ok(pattern(&raw, overrides, folder, (id, period), &source)?.manifest())
}

/// The reporting period: a person's, or the workspace's.
pub(super) fn period(raw: &WorkspaceToml, overrides: &Overrides, source: &Arc<Source>) -> Result<Period> {
    let given = overrides.period.as_ref().unwrap_or(&raw.period);
    given.parse().map_err(|_| {
        let fault = Diagnostic::new(Code::BadPeriod).with("given", given);
        if overrides.period.is_some() { fault } else { fault.at(place_of(source, &["period"])) }
    })
}

/// What could be written. How PDFs are made is the workspace's to say.
pub(super) fn known_formats(output: &OutputToml, overrides: &Overrides, folder: &Path) -> Formats {
    let fonts = output.fonts.iter().map(|fonts| folder.join(fonts.get_ref())).collect();
    let pdf = PdfOptions { by: output.pdf, fonts, archive: output.archive };
    overrides.known_formats.clone().with(pdf::format(&pdf))
}

/// What to write: what the command line says, else what the report does.
pub(super) fn formats(
    (id, report): (&str, &ReportToml),
    overrides: &Overrides,
    known: &Formats,
    source: &Arc<Source>,
    faults: &mut Faults,
) -> Vec<Format> {
    let place = || place_of(source, &["reports", id, "formats"]);
    let find = |name: &String| known.find(name).cloned();
    if !overrides.formats.is_empty() {
        return overrides.formats.iter().filter_map(|name| note(find(name), faults)).collect();
    }
    if report.formats.is_empty() {
        faults.push(Diagnostic::new(Code::NoFormat).with("known", known.names()).at(place()));
    }
    let of_report = |name: &String| note(find(name).map_err(|fault| fault.at(place())), faults);
    report.formats.iter().filter_map(of_report).collect()
}

/// The folders below a workspace's that it reads from; its own is none.
fn read_from(raw: &WorkspaceToml) -> Vec<PathBuf> {
    let named = raw.reports.values().flat_map(|report| [&report.template, &report.style]);
    let named = named.filter_map(|file| Path::new(file).parent()).map(Path::to_owned);
    let own = ["templates", "plugins", "wording", "history", "accepted"].map(PathBuf::from);
    // What of the path is the same for every period.
    let data = raw.units.data.iter().map(|data| match data.split_once('{') {
        Some((fixed, _)) => PathBuf::from(fixed.rsplit_once('/').map_or("", |(folder, _)| folder)),
        None => PathBuf::from(data),
    });
    own.into_iter().chain(named).chain(data).filter(|folder| folder.components().next().is_some()).collect()
}

/// Names of output files: a person's, or the workspace's.
pub(super) fn pattern(
    raw: &WorkspaceToml,
    overrides: &Overrides,
    folder: &Path,
    (report, period): (&str, Period),
    source: &Arc<Source>,
) -> Result<OutputPattern> {
    let period = period.to_string();
    match &overrides.output {
        Some(given) => OutputPattern::of_person(given, folder, report, &period),
        None => OutputPattern::of_workspace(&raw.output.pattern, folder, report, &period)
            .and_then(|pattern| pattern.ensure_apart(&raw.output.pattern, &read_from(raw)))
            .map_err(|fault| fault.at(place_of(source, &["output", "pattern"]))),
    }
}
