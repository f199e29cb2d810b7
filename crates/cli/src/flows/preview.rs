//! `huibian preview`: a unit's report as text, and after it what a check or a plugin has to say.

use super::{assembler, end, impossible, titles};
use crate::End;
use crate::arguments::Common;
use crate::print::{Printer, tell};

pub fn preview(common: &Common, printer: &Printer, unit: &str) -> End {
    let assembler = match assembler(common, printer) {
        Ok(assembler) => assembler,
        Err(faults) => return impossible(printer, &faults),
    };
    let unit = match assembler.unit(unit) {
        Ok(unit) => unit,
        Err(faults) => return impossible(printer, &faults),
    };
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
    end(outcome.is_clean())
}
