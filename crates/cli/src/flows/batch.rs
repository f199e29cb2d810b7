//! `huibian batch`: every unit's files.

use clap::Args;
use huibian_diagnostic::Diagnostic;
use huibian_diagnostic::listing::{Listing, Made};
use huibian_engine::batch::{Summary, batch};
use huibian_engine::outcome::{Outcome, Status};
use huibian_engine::plan::Reuse;
use huibian_engine::program::Program;
use huibian_engine::run::Run;
use huibian_store::{StaleFile, StaleState};

use super::problems::{of_preflight, or_json, problems, say, show};
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::outcome::{outdated, tell_accepted, tell_files, titles, verdict};
use crate::print::{Printer, Verbosity, tell};
use crate::progress::Progress;
use crate::table::table;

/// Beyond so many units the table has those alone that want a look; the others are not kept.
const MANY: usize = 40;

/// How the run differs from the usual one.
#[derive(Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Batch {
    #[arg(long)]
    force: bool,
    #[arg(long)]
    strict: bool,
    #[arg(long)]
    prune: bool,
    #[arg(long)]
    json: bool,
}

impl Flow for Batch {
    fn run(self, context: &Context<'_>) -> Ending {
        or_json(context, self.json, self.assemble(context))
    }
}

impl Batch {
    fn assemble(&self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let program = context.program()?;
        let reuse = if self.force { Reuse::Nothing } else { Reuse::Files };
        let (_held, interrupt) = context.hold_output_of_run(&program.workspace, "batch")?;
        let run = printer.stage("stage-look", || Run::begin(&program, context.jobs(), reuse));
        let mut progress = Progress::new(printer)?;
        let mut shown = Vec::new();
        let mut on_unit = |outcome: &Outcome, units: usize| {
            progress.unit(outcome, units);
            if units <= MANY || outcome.status != Status::Done || !outcome.findings.is_empty() {
                shown.push(outcome.clone());
            }
        };
        let go = || batch(&run, (self.strict, self.prune), &interrupt, &mut on_unit);
        let ran = printer.stage("stage-assemble", go);
        progress.finish();
        let summary = ran?;
        let told = Told { context, program: &program, summary: &summary, shown: &shown, strict: self.strict };
        if self.json {
            told.as_json();
        } else {
            told.as_text();
        }
        Ok(match &summary {
            Summary { is_stopped: true, problems, .. } if problems.is_impossible => End::Impossible,
            Summary { is_stopped: true, .. } => End::Faulty,
            _ => End::of(summary.is_clean),
        })
    }
}

/// What a batch did, to be told.
struct Told<'b> {
    context: &'b Context<'b>,
    program: &'b Program,
    summary: &'b Summary,
    /// Units that want a look; all of them, where they are few.
    shown: &'b [Outcome],
    strict: bool,
}

impl Told<'_> {
    fn as_json(&self) {
        let (Self { context, program, summary, .. }, printer) = (self, self.context.printer);
        let root = &program.workspace.folder;
        let counted = Made {
            done: Some(summary.done),
            failed: Some(summary.failed),
            not_done: Some(summary.not_done),
            kept: Some(summary.kept),
            ..Made::default()
        };
        let listing = of_preflight(context, root, &summary.problems);
        if summary.is_stopped {
            return say(printer, &Listing { made: counted, ..listing });
        }
        context.write_lock(program, true);
        let outdated = self.shown.iter().flat_map(|outcome| &outcome.outdated);
        let files = |is_wanted: fn(StaleState) -> bool| {
            let files = summary.stale.iter().filter(move |file| is_wanted(file.state));
            files.map(|file| printer.here.path(&file.made.path)).collect()
        };
        let made = Made {
            outdated: Some(outdated.map(|path| printer.here.path(path)).collect()),
            stale: Some(files(|state| state != StaleState::Removed)),
            removed: Some(files(|state| state == StaleState::Removed)),
            manifest: Some(printer.here.path(&summary.manifest)),
            ..counted
        };
        say(printer, &Listing { made, ..listing });
    }

    fn as_text(&self) {
        let (Self { context, program, summary, shown, strict }, printer) = (self, self.context.printer);
        let titles = titles(&program.workspace);
        let problems = problems(printer, &summary.problems, &titles, &program.workspace.folder);
        tell_files(printer, &summary.problems.ignored_files, &summary.problems.decided);
        if summary.is_stopped {
            printer.faults(&summary.problems.with_text());
            show(printer, &problems);
            let id = if *strict { "strict-stopped" } else { "batch-stopped" };
            printer.say(printer.text(id, &[("count", &problems.len())]));
            return;
        }
        let faults: Vec<Diagnostic> = summary.problems.faults_of_all().cloned().collect();
        if printer.verbosity == Verbosity::Quiet {
            printer.faults(&faults);
        } else if !problems.is_empty() {
            show(printer, &problems);
            printer.say(printer.text("batch-problems", &[("count", &problems.len())]));
        }
        context.write_lock(program, false);
        for outcome in shown.iter().filter(|outcome| has_remarks(printer, outcome)) {
            tell(format_args!("\n{}", printer.text("batch-unit", &[("unit", &outcome.head.name)])));
            printer.faults(&outcome.diagnostics);
            printer.findings(&outcome.findings, &titles);
            outdated(printer, outcome);
        }
        let together = summary.problems.of_all().map(|item| item.diagnostic.clone());
        let findings: Vec<Diagnostic> = together.filter(|found| found.code().is_finding()).collect();
        printer.findings(&findings, &titles);
        let (checks, remarks) = counted(summary);
        let rows: Vec<[String; 5]> = shown.iter().map(|outcome| row(printer, outcome)).collect();
        if !rows.is_empty() {
            let header = ["unit", "status", "counts", "findings", "file"];
            let header = header.map(|name| printer.text(&format!("column-{name}"), &[]));
            printer.mention(format_args!("\n{}\n", table(header, rows)));
        }
        tell_stale(printer, &summary.stale);
        tell_accepted(printer, &summary.problems);
        let manifest = printer.here.path(&summary.manifest);
        printer.mention(printer.text("batch-manifest", &[("path", &manifest)]));
        if summary.kept > 0 {
            let nothing = summary.kept == summary.done && summary.failed + summary.not_done == 0;
            let id = if nothing { "batch-all-kept" } else { "batch-kept" };
            printer.mention(printer.text(id, &[("kept", &summary.kept)]));
        }
        if !faults.is_empty() {
            printer.say(printer.text("batch-faulty", &[("count", &faults.len())]));
        }
        printer.say(printer.text(
            "batch-summary",
            &[
                ("done", &summary.done),
                ("failed", &summary.failed),
                ("waiting", &summary.not_done),
                ("checks", &checks),
                ("findings", &remarks),
            ],
        ));
    }
}

/// How many checks failed, and how many remarks there are: on units, on several at once, and on the data as a whole.
fn counted(summary: &Summary) -> (usize, usize) {
    let all = || summary.problems.items.iter().map(|item| &item.diagnostic);
    let checks = all().filter(|found| found.fails() && found.code().is_finding()).count();
    (checks, all().filter(|found| !found.fails() && found.accepted().is_none()).count())
}

/// Tells of files that are no unit's any more, and what became of them.
fn tell_stale(printer: &Printer, stale: &[StaleFile]) {
    let all = [
        (StaleState::Left, "batch-stale"),
        (StaleState::Removed, "batch-pruned"),
        (StaleState::Changed, "batch-stale-changed"),
        (StaleState::Stuck, "batch-stale-stuck"),
    ];
    for (state, id) in all {
        let of_state = stale.iter().filter(|file| file.state == state);
        let paths: Vec<String> = of_state.map(|file| printer.here.path(&file.made.path)).collect();
        if !paths.is_empty() {
            printer.say(printer.text(id, &[("count", &paths.len()), ("paths", &paths.join(", "))]));
        }
    }
}

/// Whether anything will be printed about a unit.
fn has_remarks(printer: &Printer, outcome: &Outcome) -> bool {
    !outcome.diagnostics.is_empty() || outcome.findings.iter().any(|finding| printer.speaks_of(finding))
}

/// A unit's row of the table.
fn row(printer: &Printer, outcome: &Outcome) -> [String; 5] {
    let codes: Vec<&str> = outcome.diagnostics.iter().map(|fault| fault.code().as_str()).collect();
    let files: Vec<String> =
        outcome.artifacts.iter().map(|artifact| printer.here.path(&artifact.path)).collect();
    [
        outcome.head.name.clone(),
        [verdict(printer, outcome), codes.join(" ")].join(" ").trim_end().to_owned(),
        if outcome.kept.is_some() { "–".to_owned() } else { outcome.figures.len().to_string() },
        outcome.findings.iter().filter(|finding| finding.accepted().is_none()).count().to_string(),
        files.join("\n"),
    ]
}
