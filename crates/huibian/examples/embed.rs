//! A program that embeds huibian: makes the reports of a workspace and tells of each unit.
//!
//!     cargo run -p huibian --example embed -- path/to/workspace

use std::process::ExitCode;

use huibian::{Catalog, Diagnostic, Events, Faults, Lang, Outcome, Progress, Summary, Workspace};

/// Prints what it hears.
struct Printed;

impl Events for Printed {
    fn remark(&mut self, remark: &Diagnostic) {
        println!("{}", sentence(remark));
    }

    fn unit(&mut self, unit: &Outcome, Progress { done, units }: Progress) {
        println!("{done}/{units} {} {:?}, {} files", unit.head.name, unit.status, unit.artifacts.len());
        unit.diagnostics.iter().chain(&unit.findings).for_each(|found| println!("  {}", sentence(found)));
    }
}

fn main() -> ExitCode {
    // Plugins' code runs in children of this program: this is how such a child begins.
    if let Some(end) = huibian::serve_plugins() {
        return end;
    }
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    match make(&folder) {
        Ok(summary) => {
            // Nothing was begun, and no unit was told of.
            let untold = if summary.is_stopped { &summary.problems.items[..] } else { &[] };
            untold.iter().for_each(|problem| println!("{}", sentence(&problem.diagnostic)));
            println!("{} made, {} of them before, {} failed", summary.done, summary.kept, summary.failed);
            ExitCode::from(u8::from(!summary.is_clean))
        }
        Err(faults) => {
            faults.iter().for_each(|fault| println!("{}", sentence(fault)));
            ExitCode::from(2)
        }
    }
}

fn make(folder: &str) -> Result<Summary, Faults> {
    Workspace::at(folder).formats(["md"]).open()?.run(&mut Printed)
}

fn sentence(diagnostic: &Diagnostic) -> String {
    format!("{} {}", diagnostic.code(), Catalog::of(Lang::En).message(diagnostic))
}
