//! What each command does. The engine is called from here and nowhere else.

mod assemble;
pub mod author;
mod batch;
mod check;
mod diff;
mod explain;
mod form;
mod history;
mod lock;
mod new;
mod plugin;
mod preview;
mod problems;
mod reach;
mod rollup;
pub mod style;
mod trust;

pub use assemble::assemble;
pub use batch::batch;
pub use check::check;
pub use diff::diff;
pub use explain::explain;
pub use form::form;
pub use history::{close, history_import};
pub use lock::lock;
pub use new::new;
pub use plugin::{list as plugin_list, show as plugin_show};
pub use preview::preview;
pub use rollup::rollup;
pub use trust::{distrust, trust};

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use huibian_contract::Severity;
use huibian_diagnostic::{Code, Diagnostic, Place};
use huibian_engine::assemble::Assembler;
use huibian_engine::installation::installation;
use huibian_engine::outcome::{Outcome, Status};
use huibian_engine::workspace::{self, Overrides, Workspace};
use huibian_host::locate;
use huibian_source::csv::Decided;

use crate::End;
use crate::arguments::Common;
use crate::named::Named;
use crate::print::{Printer, Titles, Verbosity, tell};

type Faults = Vec<Diagnostic>;

/// The workspace's folder: the one named, or the nearest here or above.
fn folder(common: &Common) -> Result<PathBuf, Diagnostic> {
    match &common.workspace {
        Some(folder) => Ok(folder.clone()),
        None => workspace::find(&std::env::current_dir().unwrap_or_default()),
    }
}

fn load(common: &Common, printer: &Printer) -> Result<Workspace, Faults> {
    load_with(common, printer, &overrides(common))
}

fn load_with(common: &Common, printer: &Printer, overrides: &Overrides) -> Result<Workspace, Faults> {
    let folder = folder(common).map_err(|fault| vec![fault])?;
    let installation = installation().unwrap_or_else(|_| folder.clone());
    let workspace = printer.stage("stage-load", || Workspace::load(&folder, &installation, overrides))?;
    if printer.verbosity >= Verbosity::Verbose {
        tell_places(&workspace, &installation, printer);
    }
    Ok(workspace)
}

/// What the command line says instead of `workspace.toml`.
fn overrides(common: &Common) -> Overrides {
    Overrides {
        report: common.report.clone(),
        period: common.period.clone(),
        date: common.date,
        formats: common.format.clone(),
        output: common.output.clone(),
        isolation: common.isolation.map(Into::into),
        locked: common.locked,
        ..Overrides::default()
    }
}

fn tell_places(workspace: &Workspace, installation: &std::path::Path, printer: &Printer) {
    let tell =
        |id: &str, path: &std::path::Path| printer.detail(&printer.text(id, &[]), printer.here.path(path));
    tell("place-workspace", &workspace.folder.join("workspace.toml"));
    tell("place-installation", installation);
    for (id, path) in Named::read(&workspace.folder).files(&workspace.report) {
        let roots = [workspace.folder.as_path(), installation];
        if let Some(found) = roots.iter().map(|root| root.join(&path)).find(|path| path.is_file()) {
            tell(id, &found);
        }
    }
    for plugin in &workspace.plugins {
        let what = printer.text("place-plugin", &[("id", &plugin.manifest.id)]);
        printer.detail(&what, printer.here.path(&plugin.path));
        if let Ok(Some(library)) = locate(plugin, &workspace.libraries) {
            let what = printer.text("place-library", &[("id", &plugin.manifest.id)]);
            printer.detail(&what, printer.here.path(&library));
        }
    }
}

fn assembler(common: &Common, printer: &Printer) -> Result<Assembler, Faults> {
    let workspace = load(common, printer)?;
    let assembler = printer.stage("stage-plugins", || Assembler::new(workspace))?;
    printer.remarks(&assembler.warnings);
    Ok(assembler)
}

/// How many threads a run has.
fn jobs(common: &Common) -> usize {
    common.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
}

/// Which files were passed over, and how CSV files were read, for those who ask.
fn tell_files(printer: &Printer, ignored_files: &[PathBuf], decided: &[(PathBuf, Decided)]) {
    for (path, how) in decided {
        let delimiter = match how.delimiter {
            b'\t' => "tab".to_owned(),
            delimiter => char::from(delimiter).to_string(),
        };
        let found = format!("{} {} {delimiter}", printer.here.path(path), how.encoding);
        printer.detail(&printer.text("table-decided", &[]), found);
    }
    if printer.verbosity >= Verbosity::Verbose {
        let remark = |path: &PathBuf| {
            let fault = Diagnostic::new(Code::StrayFile).with("path", path.display());
            fault.at(Place::file(path))
        };
        printer.remarks(&ignored_files.iter().map(remark).collect::<Vec<_>>());
    }
}

/// Writes plugins.lock where a workspace has none, and says so. Someone who may not write there may still make reports
/// elsewhere.
fn write_lock(assembler: &Assembler, printer: &Printer) {
    let Some(lock) = &assembler.unlocked else { return };
    match lock.write(&assembler.workspace.folder) {
        Ok(path) => printer.mention(printer.text("lock-first", &[("path", &printer.here.path(&path))])),
        Err(fault) => tell(printer.text("lock-unwritten", &[("fault", &printer.catalog.message(&fault))])),
    }
}

/// Says what kept a run from starting.
fn impossible(printer: &Printer, faults: &[Diagnostic]) -> End {
    printer.faults(faults);
    End::Impossible
}

fn end(clean: bool) -> End {
    if clean { End::Clean } else { End::Faulty }
}

/// How a unit fared and whether its checks did, in a word or two.
pub fn verdict(printer: &Printer, outcome: &Outcome) -> String {
    if outcome.status == Status::Done && !outcome.is_clean() {
        return printer.text("status-unclean", &[]);
    }
    if outcome.kept.is_some() {
        return printer.text("status-kept", &[]);
    }
    status(printer, outcome.status)
}

/// How a unit fared, in a word.
fn status(printer: &Printer, status: Status) -> String {
    let id = match status {
        Status::Done => "status-done",
        Status::Failed => "status-failed",
        Status::NotDone => "status-not-done",
    };
    printer.text(id, &[])
}

/// Says which files of an earlier run a failed unit still has.
fn outdated(printer: &Printer, outcome: &Outcome) {
    for path in &outcome.outdated {
        tell(printer.text("file-outdated", &[("path", &printer.here.path(path))]));
    }
}

/// A flag that Ctrl-C raises; a second one ends the program.
fn interrupt() -> anyhow::Result<Arc<AtomicBool>> {
    let interrupt = Arc::new(AtomicBool::new(false));
    let flag = interrupt.clone();
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(2);
        }
    })?;
    Ok(interrupt)
}

/// How many checks failed, and how many other remarks there are.
fn tally<'o>(outcomes: impl IntoIterator<Item = &'o Outcome>) -> (usize, usize) {
    let findings = outcomes.into_iter().flat_map(|outcome| &outcome.findings);
    findings.fold((0, 0), |(checks, remarks), finding| match finding.severity {
        Severity::Error => (checks + 1, remarks),
        Severity::Warning | Severity::Note => (checks, remarks + 1),
    })
}

/// What the workspace's sections are called.
fn titles(workspace: &Workspace) -> Titles {
    let manifests = workspace.plugins.iter().map(|plugin| &plugin.manifest);
    manifests.map(|manifest| (manifest.id.to_string(), manifest.title.clone())).collect()
}
