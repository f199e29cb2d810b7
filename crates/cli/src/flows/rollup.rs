//! `huibian rollup`: the report, the workbook and the page of the units above others.

use clap::Args;
use huibian_diagnostic::{Diagnostic, Made};
use huibian_engine::outcome::Outcome;
use huibian_engine::preflight::Preflight;
use huibian_engine::rollup::{RolledUp, roll_up};

use super::problems::{json, of_all, of_outcomes, or_json};
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::outcome::{tell_reused, titles, verdict};
use crate::print::{Printer, Titles, tell};
use crate::progress::Progress;
use crate::table::table;

/// For which unit, if not for all that have others below them.
#[derive(Args)]
pub struct Rollup {
    unit: Option<String>,
    #[arg(long)]
    json: bool,
}

impl Flow for Rollup {
    fn run(self, context: &Context<'_>) -> Ending {
        or_json(context, self.json, self.roll_up(context))
    }
}

impl Rollup {
    fn roll_up(&self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let program = context.program()?;
        context.write_lock(&program, self.json);
        let (_held, interrupt) = context.hold_output_of_run(&program.workspace, "rollup")?;
        let mut progress = Progress::new(printer)?;
        let (mut units, mut shown) = (0, Vec::new());
        let mut on_unit = |outcome: &Outcome, all: usize| {
            units = all;
            progress.unit(outcome, all);
            if !outcome.is_clean() || !outcome.findings.is_empty() {
                shown.push(outcome.clone());
            }
        };
        let (unit, jobs) = (self.unit.as_deref(), context.jobs());
        let go = || roll_up(&program, unit, jobs, &interrupt, &mut on_unit);
        let ran = printer.stage("stage-rollup", go);
        progress.finish();
        let rollup = ran?;
        let outcomes = || shown.iter().chain(rollup.parents.iter().map(|parent| &parent.outcome));
        if self.json {
            let found = of_outcomes(outcomes()).chain(of_all(&rollup.problems));
            let made = Made {
                parents: Some(rollup.parents.len()),
                made: Some(rollup.reused.made.clone()),
                kept: Some(rollup.reused.kept),
                manifest: Some(printer.here.path(&rollup.manifest.path)),
                ..Made::default()
            };
            printer.say(json(context, &program.workspace.folder, units, found, made));
            return Ok(End::of(rollup.is_clean));
        }
        let titles = titles(&program.workspace);
        tell_together(printer, &rollup.problems, &titles);
        for outcome in outcomes() {
            if !outcome.diagnostics.is_empty()
                || outcome.findings.iter().any(|found| printer.speaks_of(found))
            {
                tell(format_args!("\n{}", printer.text("batch-unit", &[("unit", &outcome.head.name)])));
                printer.faults(&outcome.diagnostics);
                printer.findings(&outcome.findings, &titles);
            }
        }
        let header = ["unit", "status", "coverage", "counts", "file"];
        let header = header.map(|name| printer.text(&format!("column-{name}"), &[]));
        let rows = rollup.parents.iter().map(|parent| row(printer, parent)).collect();
        printer.mention(format_args!("\n{}\n", table(header, rows)));
        let manifest = printer.here.path(&rollup.manifest.path);
        printer.mention(printer.text("batch-manifest", &[("path", &manifest)]));
        tell_reused(printer, &rollup.reused);
        for RolledUp { outcome, coverage } in &rollup.parents {
            printer.say(printer.text(
                "rollup-summary",
                &[("unit", &outcome.head.name), ("units", &coverage.units), ("reported", &coverage.reported)],
            ));
        }
        Ok(End::of(rollup.is_clean))
    }
}

/// Tells what is no unit's own: faults, findings, remarks.
fn tell_together(printer: &Printer, problems: &Preflight, titles: &Titles) {
    let told = |is_told: fn(&Diagnostic) -> bool| -> Vec<Diagnostic> {
        let all = problems.of_all().map(|item| &item.diagnostic);
        all.filter(|found| found.accepted().is_none() && is_told(found)).cloned().collect()
    };
    printer.faults(&told(|found| found.fails() && !found.code().is_finding()));
    printer.findings(&told(|found| found.code().is_finding()), titles);
    printer.remarks(&told(|found| !found.fails() && !found.code().is_finding()));
}

/// A parent's row of the table.
fn row(printer: &Printer, parent: &RolledUp) -> [String; 5] {
    let RolledUp { outcome, coverage } = parent;
    let files: Vec<String> =
        outcome.artifacts.iter().map(|artifact| printer.here.path(&artifact.path)).collect();
    [
        outcome.head.name.clone(),
        verdict(printer, outcome),
        coverage.short(),
        outcome.figures.len().to_string(),
        files.join("\n"),
    ]
}
