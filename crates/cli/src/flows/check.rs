//! `huibian check`: what is wrong, without writing a report.

use std::path::{Path, PathBuf};

use clap::Args;
use huibian_diagnostic::Faults;
use huibian_engine::plan::Reuse;
use huibian_engine::preflight::Preflight;
use huibian_engine::program::Program;
use huibian_engine::run::Run;
use huibian_engine::workspace::{Overrides, Workspace};
use huibian_form::list;
use huibian_store::Staged;

use super::problems::{self, Problem, of_preflight, or_json, problems, show};
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::outcome::{tell_accepted, tell_files, titles};
use crate::print::Printer;

/// What is looked at, and how it is told.
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag")]
pub struct Check {
    #[arg(long)]
    json: bool,
    #[arg(long)]
    table: Option<PathBuf>,
    #[arg(long)]
    data_only: bool,
    /// What was once asked for, and is now what is done.
    #[arg(long, hide = true, conflicts_with = "data_only")]
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
        let (preflight, titles, root) = match examine(context, self.data_only) {
            Ok((preflight, workspace)) => (preflight, titles(&workspace), workspace.folder),
            Err(faults) if self.json => return or_json(context, true, Err(faults.into())),
            Err(faults) => {
                printer.faults(&faults);
                say(faults.len(), 0);
                return Ok(End::Impossible);
            }
        };
        tell_files(printer, &preflight.ignored_files, &preflight.decided);
        let problems = problems(printer, &preflight, &titles, &root);
        if let Some(path) = &self.table {
            write(printer, path, &problems)?;
        }
        let faults = preflight.faults();
        if self.json {
            problems::say(printer, &of_preflight(context, &context.folder()?, &preflight));
        } else {
            printer.faults(&preflight.with_text());
            show(printer, &problems);
            if let Some(path) = &self.table {
                printer.mention(printer.text("check-table", &[("path", &printer.here.path(path))]));
            }
            tell_accepted(printer, &preflight);
            let remarks = problems.len() - faults;
            if remarks > 0 {
                printer.mention(printer.text("check-remarks", &[("count", &remarks)]));
            }
            if remarks > 0 && faults == 0 {
                printer.say(printer.text("check-reminded", &[("units", &preflight.units)]));
            } else {
                say(faults, preflight.units);
            }
        }
        if preflight.is_impossible {
            return Ok(End::Impossible);
        }
        Ok(End::of(faults == 0 && (problems.is_empty() || !self.strict)))
    }
}

/// Goes through all units: their reports, all but writing, or their data alone.
///
/// # Errors
/// What keeps them from being gone through.
pub fn examine(context: &Context<'_>, data_only: bool) -> Result<(Preflight, Workspace), Faults> {
    let printer = context.printer;
    let overrides = Overrides { may_lack_code: true, ..context.overrides() };
    let workspace = context.load_with(&overrides)?;
    if data_only {
        let go = || Preflight::of_data(&workspace, context.jobs());
        let preflight = printer.stage("stage-check", go);
        return Ok((preflight, workspace));
    }
    let program = printer.stage("stage-plugins", || Program::as_far_as_permitted(workspace))?;
    let go = || Preflight::of_run(&Run::begin(&program, context.jobs(), Reuse::Never));
    let preflight = printer.stage("stage-check", go);
    Ok((preflight, program.workspace))
}

/// Writes the table of problems, as a workbook or as CSV by the file's name, with columns to fill in for those that are right as
/// they are.
fn write(printer: &Printer, path: &Path, problems: &[Problem]) -> Result<(), Faults> {
    let format = list::ListKind::of(path)?;
    let names = ["unit", "field", "place", "problem", "remedy", "reason", "by", "on", "finding"];
    let head = names.map(|name| printer.text(&format!("column-{name}"), &[]));
    let rows: Vec<[String; 9]> = problems.iter().map(Problem::to_fill_in).collect();
    let widths = [16.0, 28.0, 36.0, 60.0, 50.0, 36.0, 12.0, 14.0, 26.0];
    let made = list::list(format, head, &rows, widths).and_then(|bytes| {
        let mut file = Staged::new(path)?;
        file.write(&bytes)?;
        file.place()
    });
    made.map(drop).map_err(Faults::from)
}
