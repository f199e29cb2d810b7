//! `huibian assemble`: one unit's files.

use huibian_writers::Scratch;

use super::{assembler, end, impossible, outdated, status, tally, titles, write_lock};
use crate::End;
use crate::arguments::Common;
use crate::print::Printer;

pub fn assemble(common: &Common, printer: &Printer, unit: &str) -> End {
    let assembler = match assembler(common, printer) {
        Ok(assembler) => assembler,
        Err(faults) => return impossible(printer, &faults),
    };
    write_lock(&assembler, printer);
    let unit = match assembler.unit(unit) {
        Ok(unit) => unit,
        Err(faults) => return impossible(printer, &faults),
    };
    let outcome = printer.stage("stage-assemble", || assembler.assemble_one(&unit, &mut Scratch::default()));
    printer.faults(&outcome.diagnostics);
    printer.findings(&outcome.findings, &titles(&assembler.workspace));
    outdated(printer, &outcome);
    for artifact in &outcome.artifacts {
        printer.mention(printer.here.path(&artifact.path));
    }
    let (checks, remarks) = tally([&outcome]);
    printer.say(printer.text(
        "assemble-summary",
        &[
            ("unit", &outcome.header.name),
            ("status", &status(printer, outcome.status)),
            ("files", &outcome.artifacts.len()),
            ("checks", &checks),
            ("findings", &remarks),
        ],
    ));
    end(outcome.is_clean())
}
