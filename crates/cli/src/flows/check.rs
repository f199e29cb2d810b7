//! `huibian check`: what is wrong, without writing anything.

use super::{end, impossible, load};
use crate::End;
use crate::arguments::Common;
use crate::print::Printer;

pub fn check(common: &Common, printer: &Printer) -> End {
    let say = |count: usize, units: usize| {
        let id = if count == 0 { "check-clean" } else { "check-faulty" };
        printer.say(printer.text(id, &[("count", &count), ("units", &units)]));
    };
    let workspace = match load(common, printer) {
        Ok(workspace) => workspace,
        Err(faults) => {
            let end = impossible(printer, &faults);
            say(faults.len(), 0);
            return end;
        }
    };
    let faults = printer.stage("stage-check", || workspace.check_units());
    printer.faults(&faults);
    say(faults.len(), workspace.unit_files().map_or(0, |files| files.len()));
    end(faults.is_empty())
}
