//! `huibian rollup`: the report, the workbook and the page of the units above others.

use clap::Args;
use huibian_diagnostic::Diagnostic;
use huibian_diagnostic::listing::{Above, Listing, Made};
use huibian_engine::outcome::{Outcome, Status};
use huibian_engine::preflight::Preflight;
use huibian_engine::rollup::{RolledUp, roll_up};

use super::problems::{listing, of_all, of_outcomes, or_json, say};
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
        let titles = titles(&program.workspace);
        let root = &program.workspace.folder;
        let rollup = match ran {
            Ok(rollup) => rollup,
            Err(faults) if self.json => {
                let found = of_outcomes(shown.iter()).chain(faults.iter().map(|fault| ("", fault)));
                say(printer, &listing(context, root, units, found));
                return Ok(End::Impossible);
            }
            Err(faults) => {
                tell_units(printer, shown.iter(), &titles);
                return Err(faults.into());
            }
        };
        let outcomes = || shown.iter().chain(rollup.parents.iter().map(|parent| &parent.outcome));
        if self.json {
            let found = of_outcomes(outcomes()).chain(of_all(&rollup.problems));
            let made = Made {
                parents: Some(rollup.parents.len()),
                above: Some(rollup.parents.iter().map(|parent| above(printer, parent)).collect()),
                made: Some(rollup.reused.made.clone()),
                kept: Some(rollup.reused.kept),
                manifest: Some(printer.here.path(&rollup.manifest.path)),
                ..Made::default()
            };
            say(printer, &Listing { made, ..listing(context, root, units, found) });
            return Ok(End::of(rollup.is_clean));
        }
        tell_together(printer, &rollup.problems, &titles);
        tell_units(printer, outcomes(), &titles);
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

/// Tells what is wrong, or odd, with units by themselves.
fn tell_units<'o>(printer: &Printer, outcomes: impl Iterator<Item = &'o Outcome>, titles: &Titles) {
    let is_told = |outcome: &&Outcome| {
        !outcome.diagnostics.is_empty() || outcome.findings.iter().any(|found| printer.speaks_of(found))
    };
    for outcome in outcomes.filter(is_told) {
        tell(format_args!("\n{}", printer.text("batch-unit", &[("unit", &outcome.head.name)])));
        printer.faults(&outcome.diagnostics);
        printer.findings(&outcome.findings, titles);
    }
}

/// What became of a parent, as `--json` prints it.
fn above(printer: &Printer, RolledUp { outcome, coverage }: &RolledUp) -> Above {
    Above {
        unit: outcome.head.id.clone(),
        name: outcome.head.name.clone(),
        done: outcome.status == Status::Done,
        units: coverage.units,
        reported: coverage.reported,
        left_out: coverage.left_out.clone(),
        unclean: coverage.unclean.clone(),
        files: files(printer, outcome),
    }
}

fn files(printer: &Printer, outcome: &Outcome) -> Vec<String> {
    outcome.artifacts.iter().map(|artifact| printer.here.path(&artifact.path)).collect()
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
    [
        outcome.head.name.clone(),
        verdict(printer, outcome),
        coverage.short(),
        outcome.figures.len().to_string(),
        files(printer, outcome).join("\n"),
    ]
}
