//! `huibian batch`: every unit's files.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use huibian_engine::assemble::{Outcome, Status};

use super::{assembler, end, impossible, tally, titles, verdict};
use crate::End;
use crate::arguments::Common;
use crate::print::Printer;
use crate::progress::Progress;
use crate::table::table;

/// Beyond so many units the table has those alone that want a look.
const MANY: usize = 40;

pub fn batch(common: &Common, printer: &Printer) -> anyhow::Result<End> {
    let assembler = match assembler(common, printer) {
        Ok(assembler) => assembler,
        Err(faults) => return Ok(impossible(printer, &faults)),
    };
    let interrupt = Arc::new(AtomicBool::new(false));
    let flag = interrupt.clone();
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(2);
        }
    })?;
    let jobs = common.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    let units = assembler.workspace.unit_files().map_or(0, |files| files.len());
    let mut progress = Progress::new(printer, units)?;
    let ran = printer
        .stage("stage-assemble", || assembler.batch(jobs, &interrupt, &mut |outcome| progress.unit(outcome)));
    progress.finish();
    let summary = match ran {
        Ok(summary) => summary,
        Err(faults) => return Ok(impossible(printer, &faults)),
    };
    let titles = titles(&assembler.workspace);
    for outcome in summary.outcomes.iter().filter(|outcome| has_remarks(printer, outcome)) {
        eprintln!("\n{}", printer.text("batch-unit", &[("unit", &outcome.header.name)]));
        printer.faults(&outcome.diagnostics);
        printer.findings(&outcome.findings, &titles);
    }
    let rows = rows(printer, &summary.outcomes);
    if !rows.is_empty() {
        let header = ["unit", "status", "counts", "findings", "file"];
        let header = header.map(|name| printer.text(&format!("column-{name}"), &[]));
        printer.mention(format_args!("\n{}\n", table(header, rows)));
    }
    let manifest = printer.here.path(&summary.manifest.path);
    printer.mention(printer.text("batch-manifest", &[("path", &manifest)]));
    let count = |status| summary.outcomes.iter().filter(|outcome| outcome.status == status).count();
    let (done, failed, waiting) = (count(Status::Done), count(Status::Failed), count(Status::NotDone));
    let (checks, remarks) = tally(&summary.outcomes);
    printer.say(printer.text(
        "batch-summary",
        &[
            ("done", &done),
            ("failed", &failed),
            ("waiting", &waiting),
            ("checks", &checks),
            ("findings", &remarks),
        ],
    ));
    Ok(end(summary.outcomes.iter().all(Outcome::is_clean)))
}

/// Whether anything will be printed about a unit.
fn has_remarks(printer: &Printer, outcome: &Outcome) -> bool {
    !outcome.diagnostics.is_empty() || outcome.findings.iter().any(|finding| printer.speaks_of(finding))
}

/// The units of a batch; where there are many, those that want a look.
fn rows(printer: &Printer, outcomes: &[Outcome]) -> Vec<[String; 5]> {
    let all = outcomes.len() <= MANY;
    let wants_a_look =
        |outcome: &&Outcome| all || outcome.status != Status::Done || !outcome.findings.is_empty();
    let row = |outcome: &Outcome| {
        let codes: Vec<&str> = outcome.diagnostics.iter().map(|fault| fault.code().as_str()).collect();
        let files: Vec<String> =
            outcome.artifacts.iter().map(|artifact| printer.here.path(&artifact.path)).collect();
        [
            outcome.header.name.clone(),
            [verdict(printer, outcome), codes.join(" ")].join(" ").trim_end().to_owned(),
            outcome.figures.len().to_string(),
            outcome.findings.len().to_string(),
            files.join("\n"),
        ]
    };
    outcomes.iter().filter(wants_a_look).map(row).collect()
}
