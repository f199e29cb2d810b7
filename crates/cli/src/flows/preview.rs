//! `huibian preview`: a unit's report as text, and after it what a check or a plugin has to say.

use clap::Args;
use huibian_engine::draft::Draft;
use huibian_engine::run::draft;
use huibian_writers::text;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::outcome::titles;
use crate::print::tell;

/// Whose.
#[derive(Args)]
pub struct Preview {
    unit: String,
}

impl Flow for Preview {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let program = context.program()?;
        printer.remarks(&program.warnings);
        let unit = program.workspace.unit(&self.unit)?;
        let Draft { outcome, assembled, .. } = printer.stage("stage-assemble", || draft(&program, &unit));
        if let Some(assembled) = assembled {
            printer.say(text(&assembled.document(), &program.workspace.design.style).trim_end());
        }
        printer.faults(&outcome.diagnostics);
        let spoken = outcome.findings.iter().filter(|finding| printer.speaks_of(finding)).count();
        if spoken > 0 {
            tell(format_args!("\n{}", printer.text("preview-findings", &[("count", &spoken)])));
        }
        printer.findings(&outcome.findings, &titles(&program.workspace));
        Ok(End::of(outcome.is_clean()))
    }
}
