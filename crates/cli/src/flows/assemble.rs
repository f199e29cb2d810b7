//! `huibian assemble`: one unit's files.

use clap::Args;
use huibian_engine::files::assemble;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::outcome::{outdated, status, tally, titles};

/// Whose.
#[derive(Args)]
pub struct Assemble {
    unit: String,
}

impl Flow for Assemble {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let program = context.program()?;
        printer.remarks(&program.warnings);
        context.write_lock(&program, false);
        let _held = context.hold_output(&program.workspace, "assemble")?;
        let unit = program.workspace.unit(&self.unit)?;
        let outcome = printer.stage("stage-assemble", || assemble(&program, &unit))?;
        printer.faults(&outcome.diagnostics);
        printer.findings(&outcome.findings, &titles(&program.workspace));
        outdated(printer, &outcome);
        for artifact in &outcome.artifacts {
            printer.mention(printer.here.path(&artifact.path));
        }
        let (checks, remarks) = tally([&outcome]);
        printer.say(printer.text(
            "assemble-summary",
            &[
                ("unit", &outcome.head.name),
                ("status", &status(printer, outcome.status)),
                ("files", &outcome.artifacts.len()),
                ("checks", &checks),
                ("findings", &remarks),
            ],
        ));
        Ok(End::of(outcome.is_clean()))
    }
}
