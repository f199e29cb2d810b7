//! `huibian close` and `huibian history import`: filing the counts of a period.

use std::path::Path;

use huibian_diagnostic::Code;
use huibian_engine::assemble::Assembler;
use huibian_engine::history::{Closing, import};
use huibian_engine::outcome::Outcome;
use huibian_engine::workspace::{Overrides, Workspace};
use huibian_history::Closed;
use huibian_unit::Finding;

use super::{end, impossible, jobs, load_with, overrides, titles};
use crate::End;
use crate::arguments::Common;
use crate::print::{self, Printer};

pub fn close(common: &Common, printer: &Printer, period: &str, closing: Closing) -> End {
    let overrides = Overrides { period: Some(period.to_owned()), ..overrides(common) };
    let assembler = load_with(common, printer, &overrides)
        .and_then(|workspace| printer.stage("stage-plugins", || Assembler::new(workspace)));
    let assembler = match assembler {
        Ok(assembler) => assembler,
        Err(faults) => return impossible(printer, &faults),
    };
    let jobs = jobs(common);
    let titles = titles(&assembler.workspace);
    let mut on_unit = |outcome: &Outcome| {
        if outcome.is_clean() {
            return;
        }
        print::tell(format_args!("\n{}", printer.text("batch-unit", &[("unit", &outcome.header.name)])));
        printer.faults(&outcome.diagnostics);
        let failed: Vec<Finding> =
            outcome.findings.iter().filter(|finding| finding.fails()).cloned().collect();
        printer.findings(&failed, &titles);
    };
    match printer.stage("stage-assemble", || assembler.close(closing, jobs, &mut on_unit)) {
        Ok(closed) => {
            tell(printer, period, &closed, &assembler.workspace);
            end(closed.left_out == 0)
        }
        Err(faults) => refused(printer, &faults),
    }
}

pub fn history_import(common: &Common, printer: &Printer, file: &Path, amend: bool) -> End {
    let workspace = match load_with(common, printer, &Overrides { period: None, ..overrides(common) }) {
        Ok(workspace) => workspace,
        Err(faults) => return impossible(printer, &faults),
    };
    let period = match common.period.as_ref().map(|given| given.parse()) {
        Some(Err(_)) => {
            let fault = huibian_diagnostic::Diagnostic::new(Code::BadPeriod);
            let given = common.period.clone().unwrap_or_default();
            return impossible(printer, &[fault.with("given", given)]);
        }
        Some(Ok(period)) => Some(period),
        None => None,
    };
    match import::import(&workspace, file, period, amend) {
        Ok(imported) => {
            printer.findings(&imported.findings, &titles(&workspace));
            for (period, closed) in &imported.periods {
                tell(printer, &period.to_string(), closed, &workspace);
            }
            End::Clean
        }
        Err(faults) => refused(printer, &faults),
    }
}

/// What became of a period, and what differs from the version before.
fn tell(printer: &Printer, period: &str, closed: &Closed, workspace: &Workspace) {
    let label = |change: &huibian_history::Amended| {
        let plugin = workspace.plugins.iter().find(|plugin| plugin.manifest.id == change.key.plugin);
        let spec = plugin.and_then(|plugin| plugin.manifest.counts.get(&change.key.name));
        spec.map_or_else(|| change.key.to_string(), |spec| spec.label.clone())
    };
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| printer.text("close-nothing", &[]));
    for change in &closed.changes {
        let (before, after) = (value(&change.before), value(&change.after));
        printer.mention(printer.text(
            "close-change",
            &[("unit", &change.unit), ("label", &label(change)), ("before", &before), ("after", &after)],
        ));
    }
    let id = match (closed.is_new, closed.version) {
        (false, _) => "close-same",
        (true, 1) => "close-done",
        (true, _) => "close-amended",
    };
    let path = printer.here.path(&closed.path);
    printer.say(printer.text(
        id,
        &[
            ("period", &period),
            ("path", &path),
            ("units", &closed.units),
            ("without", &closed.left_out),
            ("version", &closed.version),
            ("changes", &closed.changes.len()),
        ],
    ));
}

/// What keeps a period from being filed is about its units or its figures, unless it is about the run.
fn refused(printer: &Printer, faults: &[huibian_diagnostic::Diagnostic]) -> End {
    let of_content = |fault: &huibian_diagnostic::Diagnostic| {
        matches!(fault.code(), Code::NotClosed | Code::FiledOtherwise | Code::BadImport)
    };
    printer.faults(faults);
    if faults.iter().all(of_content) { End::Faulty } else { End::Impossible }
}
