//! `huibian check`: what is wrong, without writing a report.

use std::path::Path;

use huibian_engine::form::list::list;
use huibian_engine::preflight::Preflight;
use huibian_store::Staged;

use super::problems::{Problem, json, problems};
use super::{Faults, assembler, end, impossible, jobs, load, tell_files, titles};
use crate::End;
use crate::arguments::{CheckOptions, Common};
use crate::print::{Printer, Titles};
use crate::table::table;

pub fn check(common: &Common, printer: &Printer, options: &CheckOptions) -> End {
    let say = |count: usize, units: usize| {
        let id = if count == 0 { "check-clean" } else { "check-faulty" };
        printer.say(printer.text(id, &[("count", &count), ("units", &units)]));
    };
    let (preflight, titles) = match examine(common, printer, options.run) {
        Ok(examined) => examined,
        Err(faults) if options.json => {
            let preflight = Preflight::of_faults(faults);
            printer.say(json(&preflight, &problems(printer, &preflight, &Titles::new())));
            return End::Impossible;
        }
        Err(faults) => {
            let end = impossible(printer, &faults);
            say(faults.len(), 0);
            return end;
        }
    };
    tell_files(printer, &preflight.ignored_files, &preflight.decided);
    let problems = problems(printer, &preflight, &titles);
    if let Some(path) = &options.table
        && let Err(faults) = write(printer, path, &problems)
    {
        return impossible(printer, &faults);
    }
    let faults = preflight.faults();
    if options.json {
        printer.say(json(&preflight, &problems));
    } else {
        printer.faults(&preflight.with_text());
        show(printer, &problems);
        if let Some(path) = &options.table {
            printer.mention(printer.text("check-table", &[("path", &printer.here.path(path))]));
        }
        let remarks = problems.len() - faults;
        if remarks > 0 {
            printer.mention(printer.text("check-remarks", &[("count", &remarks)]));
        }
        say(faults, preflight.units);
    }
    end(faults == 0 && (problems.is_empty() || !options.strict))
}

/// Goes through all units: their data, or with `run` also their reports.
fn examine(common: &Common, printer: &Printer, run: bool) -> Result<(Preflight, Titles), Faults> {
    if run {
        let assembler = assembler(common, printer)?;
        let workspace = &assembler.workspace;
        let go = || Preflight::new(workspace, Some(&assembler), jobs(common));
        return Ok((printer.stage("stage-check", go), titles(workspace)));
    }
    let workspace = load(common, printer)?;
    let go = || Preflight::new(&workspace, None, jobs(common));
    Ok((printer.stage("stage-check", go), titles(&workspace)))
}

/// Prints the table of problems.
pub fn show(printer: &Printer, problems: &[Problem]) {
    if problems.is_empty() {
        return;
    }
    let head = Problem::NAMES.map(|name| printer.text(&format!("column-{name}"), &[]));
    let rows = problems.iter().map(|problem| problem.cells().clone()).collect();
    printer.say(format_args!("{}\n", table(head, rows)));
}

/// Writes the table of problems as a workbook.
fn write(printer: &Printer, path: &Path, problems: &[Problem]) -> Result<(), Faults> {
    let head = Problem::NAMES.map(|name| printer.text(&format!("column-{name}"), &[]));
    let rows: Vec<[String; 5]> = problems.iter().map(|problem| problem.cells().clone()).collect();
    let made = list(head, &rows, [16.0, 28.0, 36.0, 60.0, 50.0]).and_then(|bytes| {
        let mut file = Staged::new(path)?;
        file.write(&bytes)?;
        file.place()
    });
    made.map(drop).map_err(|fault| vec![fault])
}
