//! `huibian check`: what is wrong, without writing a report.

use std::path::{Path, PathBuf};

use clap::Args;
use huibian_engine::preflight::Preflight;
use huibian_form::list::list;
use huibian_store::Staged;
use serde_json::Value;

use super::problems::{Problem, of_preflight, problems, show, told_in_json};
use crate::context::Context;
use crate::end::{End, Ending, Faults, Stopped};
use crate::flow::Flow;
use crate::outcome::{tell_files, titles};
use crate::print::{Printer, Titles};

/// What is looked at, and how it is told.
#[derive(Args)]
pub struct Check {
    #[arg(long)]
    json: bool,
    #[arg(long)]
    table: Option<PathBuf>,
    #[arg(long)]
    run: bool,
    #[arg(long)]
    strict: bool,
}

impl Flow for Check {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let say = |count: usize, units: usize| {
            let id = if count == 0 { "check-clean" } else { "check-faulty" };
            printer.say(printer.text(id, &[("count", &count), ("units", &units)]));
        };
        let (preflight, titles) = match examine(context, self.run) {
            Ok(examined) => examined,
            Err(faults) if self.json => return told_in_json(context, Stopped::Faults(faults)),
            Err(faults) => {
                printer.faults(&faults);
                say(faults.len(), 0);
                return Ok(End::Impossible);
            }
        };
        tell_files(printer, &preflight.strays, &preflight.decided);
        let problems = problems(printer, &preflight, &titles);
        if let Some(path) = &self.table {
            write(printer, path, &problems)?;
        }
        let faults = preflight.faults();
        if self.json {
            printer.say(Value::from(of_preflight(printer, &context.folder()?, &preflight)));
        } else {
            printer.faults(&preflight.with_text());
            show(printer, &problems);
            if let Some(path) = &self.table {
                printer.mention(printer.text("check-table", &[("path", &printer.here.path(path))]));
            }
            let remarks = problems.len() - faults;
            if remarks > 0 {
                printer.mention(printer.text("check-remarks", &[("count", &remarks)]));
            }
            say(faults, preflight.units);
        }
        Ok(End::of(faults == 0 && (problems.is_empty() || !self.strict)))
    }
}

/// Goes through all units: their data, or with `run` also their reports.
fn examine(context: &Context<'_>, run: bool) -> Result<(Preflight, Titles), Faults> {
    let printer = context.printer;
    if run {
        let assembler = context.assembler()?;
        let workspace = &assembler.workspace;
        let go = || Preflight::new(workspace, Some(&assembler), context.jobs());
        return Ok((printer.stage("stage-check", go), titles(workspace)));
    }
    let workspace = context.load()?;
    let go = || Preflight::new(&workspace, None, context.jobs());
    Ok((printer.stage("stage-check", go), titles(&workspace)))
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
