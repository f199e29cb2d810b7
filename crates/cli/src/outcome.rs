//! What became of units, in words: how each fared, its findings' number, the files that were passed over.

use std::collections::BTreeMap;
use std::path::PathBuf;

use huibian_diagnostic::{Accepted, Code, Diagnostic, Location};
use huibian_engine::outcome::{Outcome, Status};
use huibian_engine::preflight::{Item, Preflight, Scope};
use huibian_engine::run::Reused;
use huibian_engine::workspace::Workspace;
use huibian_source::csv::Decided;

use crate::print::{Printer, Titles, Verbosity, tell};

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
pub fn status(printer: &Printer, status: Status) -> String {
    let id = match status {
        Status::Done => "status-done",
        Status::Failed => "status-failed",
        Status::NotDone => "status-not-done",
    };
    printer.text(id, &[])
}

/// Says which files of an earlier run a failed unit still has.
pub fn outdated(printer: &Printer, outcome: &Outcome) {
    for path in &outcome.outdated {
        tell(printer.text("file-outdated", &[("path", &printer.here.path(path))]));
    }
}

/// How many checks failed, and how many other remarks there are.
pub fn tally<'o>(outcomes: impl IntoIterator<Item = &'o Outcome>) -> (usize, usize) {
    let findings = outcomes.into_iter().flat_map(|outcome| &outcome.findings);
    let findings = findings.filter(|finding| finding.accepted().is_none());
    findings.fold(
        (0, 0),
        |(checks, remarks), finding| {
            if finding.fails() { (checks + 1, remarks) } else { (checks, remarks + 1) }
        },
    )
}

/// What the workspace's sections are called.
pub fn titles(workspace: &Workspace) -> Titles {
    let manifests = workspace.plugins.iter().map(|plugin| &plugin.manifest);
    manifests.map(|manifest| (manifest.id.to_string(), manifest.title.clone())).collect()
}

/// Which files were passed over, and how CSV files were read, for those who ask.
pub fn tell_files(printer: &Printer, ignored_files: &[PathBuf], decided: &[(PathBuf, Decided)]) {
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
            fault.at(Location::file(path))
        };
        printer.remarks(&ignored_files.iter().map(remark).collect::<Vec<_>>());
    }
}

/// Tells all that was found and that nobody has let through: what is no unit's own, then unit by unit.
pub fn tell_found<'i>(printer: &Printer, items: impl IntoIterator<Item = &'i Item>, titles: &Titles) {
    let open = items.into_iter().filter(|item| item.diagnostic.accepted().is_none());
    let (of_units, of_all): (Vec<&Item>, Vec<&Item>) = open.partition(|item| item.scope == Scope::Unit);
    tell_alike(printer, &of_all, titles);
    for of_unit in of_units.chunk_by(|one, next| one.unit == next.unit) {
        if of_unit.iter().any(|item| printer.speaks_of(&item.diagnostic)) {
            tell(format_args!("\n{}", printer.text("batch-unit", &[("unit", &of_unit[0].unit)])));
            tell_alike(printer, of_unit, titles);
        }
    }
}

/// Tells faults, then findings, then remarks.
fn tell_alike(printer: &Printer, items: &[&Item], titles: &Titles) {
    let told = |is_told: fn(&Diagnostic) -> bool| -> Vec<Diagnostic> {
        let all = items.iter().map(|item| &item.diagnostic);
        all.filter(|found| is_told(found)).cloned().collect()
    };
    printer.faults(&told(|found| found.fails() && !found.code().is_finding()));
    printer.findings(&told(|found| found.code().is_finding()), titles);
    printer.remarks(&told(|found| !found.fails() && !found.code().is_finding()));
}

/// Says how much was let through, by whom and when.
pub fn tell_accepted(printer: &Printer, preflight: &Preflight) {
    let mut who: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for Accepted { by, on, .. } in preflight.items.iter().filter_map(|item| item.diagnostic.accepted()) {
        *who.entry((on, by)).or_default() += 1;
    }
    let count: usize = who.values().sum();
    if count > 0 {
        let parts = who.iter().map(|((on, by), count)| {
            printer.text("accepted-by", &[("count", count), ("by", by), ("on", on)])
        });
        let who = parts.collect::<Vec<_>>().join(&printer.text("name-join", &[]));
        printer.mention(printer.text("accepted-some", &[("count", &count), ("who", &who)]));
    }
}

/// How many names are told before the rest is only counted.
const NAMED: usize = 10;

/// Says which units were made for a run that goes by the record of the batch before it.
pub fn tell_reused(printer: &Printer, reused: &Reused) {
    let Reused { made, kept } = reused;
    if made.is_empty() && *kept == 0 {
        return;
    }
    let shown = made.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>();
    let (names, more) = (shown.join(&printer.text("name-join", &[])), made.len() - shown.len());
    let names = match more {
        0 => names,
        more => printer.text("name-more", &[("names", &names), ("more", &more)]),
    };
    let id = match (made.len(), kept) {
        (0, _) => "reused-all",
        (_, 0) => "reused-none",
        _ => "reused-some",
    };
    printer.mention(printer.text(id, &[("kept", kept), ("made", &made.len()), ("names", &names)]));
}
