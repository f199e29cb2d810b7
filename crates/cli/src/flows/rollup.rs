//! `huibian rollup`: the report, the workbook and the page of the units above others.

use clap::Args;
use huibian_diagnostic::listing::{Above, Listing, Made};
use huibian_engine::outcome::{Outcome, Status};
use huibian_engine::rollup::{RolledUp, roll_up};

use super::problems::{listing, or_json, say};
use crate::context::Context;
use crate::end::{End, Ending, Stopped};
use crate::flow::Flow;
use crate::outcome::{outdated, tell_found, tell_reused, titles, verdict};
use crate::print::Printer;
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
        let mut on_unit = |outcome: &Outcome, units: usize| progress.unit(outcome, units);
        let (unit, jobs) = (self.unit.as_deref(), context.jobs());
        let go = || roll_up(&program, unit, jobs, &interrupt, &mut on_unit);
        let ran = printer.stage("stage-rollup", go);
        progress.finish();
        let rollup = ran.map_err(|found| Stopped::found(found, &program.workspace))?;
        if self.json {
            let units = rollup.reused.made.len() + rollup.reused.kept;
            let listing = listing(context, &program.workspace.folder, units, &rollup.problems.items);
            let left = rollup.parents.iter().flat_map(|parent| &parent.outcome.outdated);
            let made = Made {
                parents: Some(rollup.parents.len()),
                above: Some(rollup.parents.iter().map(|parent| above(printer, parent)).collect()),
                made: Some(rollup.reused.made.clone()),
                kept: Some(rollup.reused.kept),
                manifest: Some(printer.here.path(&rollup.manifest.path)),
                outdated: Some(left.map(|path| printer.here.path(path)).collect()),
                ..Made::default()
            };
            say(printer, &Listing { made, ..listing });
            return Ok(End::of(rollup.is_clean));
        }
        tell_found(printer, &rollup.problems.items, &titles(&program.workspace));
        rollup.parents.iter().for_each(|parent| outdated(printer, &parent.outcome));
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
