//! `huibian history import`: counts of earlier periods out of a table.

use std::path::PathBuf;

use clap::Args;
use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_engine::history::import;
use huibian_engine::workspace::Overrides;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::flows::close::{end_of, tell};
use crate::outcome::titles;

/// Out of which file.
#[derive(Args)]
pub struct Import {
    file: PathBuf,
    #[arg(long)]
    amend: bool,
}

impl Flow for Import {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let workspace = context.load_with(&Overrides { period: None, ..context.overrides() })?;
        let period = context.common.period.as_ref().map(|given| {
            given.parse::<Period>().map_err(|_| Diagnostic::new(Code::BadPeriod).with("given", given))
        });
        let _held = context.hold_history(&workspace, "history import")?;
        Ok(match import::import(&workspace, &self.file, period.transpose()?, self.amend) {
            Ok(imported) => {
                printer.findings(&imported.findings, &titles(&workspace));
                for (period, closed) in &imported.periods {
                    tell(printer, &period.to_string(), closed, &workspace);
                }
                End::Clean
            }
            Err(faults) => {
                printer.faults(&faults);
                end_of(faults.iter())
            }
        })
    }
}
