//! `huibian preview`: a unit's report as text, and after it what a check or a plugin has to say.

use clap::Args;

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
        let assembler = context.assembler()?;
        let unit = assembler.unit(&self.unit)?;
        let (words, outcome) = printer.stage("stage-assemble", || assembler.preview(&unit));
        if let Some(words) = words {
            printer.say(words.trim_end());
        }
        printer.faults(&outcome.diagnostics);
        let spoken = outcome.findings.iter().filter(|finding| printer.speaks_of(finding)).count();
        if spoken > 0 {
            tell(format_args!("\n{}", printer.text("preview-findings", &[("count", &spoken)])));
        }
        printer.findings(&outcome.findings, &titles(&assembler.workspace));
        Ok(End::of(outcome.is_clean()))
    }
}
