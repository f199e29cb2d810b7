//! `huibian close`: filing the counts of a period.

use clap::Args;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_engine::history::{Closing, Filing, close};
use huibian_engine::program::Program;
use huibian_engine::workspace::{Overrides, Workspace};
use huibian_history::{Amended, Closed};

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::outcome::{tell_found, tell_reused, titles};
use crate::print::Printer;

/// Which period, and how.
#[derive(Args)]
pub struct Close {
    period: String,
    #[arg(long)]
    partial: bool,
    #[arg(long)]
    amend: bool,
}

impl Flow for Close {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let closing = Closing { partial: self.partial, amend: self.amend };
        let overrides = Overrides { period: Some(self.period.clone()), ..context.overrides() };
        let workspace = context.load_with(&overrides)?;
        let program = printer.stage("stage-plugins", || Program::new(workspace))?;
        let _held = context.hold_history(&program.workspace, "close")?;
        let jobs = context.jobs();
        let titles = titles(&program.workspace);
        Ok(match printer.stage("stage-assemble", || close(&program, closing, jobs)) {
            Ok(Filing { closed, reused, problems }) => {
                tell_found(printer, &problems.items, &titles);
                tell_reused(printer, &reused);
                tell(printer, &self.period, &closed, &program.workspace);
                End::of(closed.left_out == 0 && problems.faults_of_all().next().is_none())
            }
            Err(problems) => {
                tell_found(printer, &problems.items, &titles);
                end_of(problems.faults_of_all())
            }
        })
    }
}

/// What became of a period, and what differs from the version before.
pub fn tell(printer: &Printer, period: &str, closed: &Closed, workspace: &Workspace) {
    let label = |change: &Amended| {
        let plugin = workspace.plugins.iter().find(|plugin| plugin.manifest.id == change.key.plugin);
        let spec = plugin.and_then(|plugin| plugin.manifest.counts.get(&change.key.name));
        spec.map_or_else(|| change.key.to_string(), |spec| spec.label.clone())
    };
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| printer.text("close-nothing", &[]));
    for change in &closed.changes {
        let (before, after) = (value(&change.before), value(&change.after));
        printer.mention(printer.text(
            "close-change",
            &[("unit", &change.unit), ("label", &label(change)), ("before", &before), ("after", &after)],
        ));
    }
    let id = match (closed.is_new, closed.version) {
        (false, _) => "close-same",
        (true, 1) => "close-done",
        (true, _) => "close-amended",
    };
    let path = printer.here.path(&closed.path);
    printer.say(printer.text(
        id,
        &[
            ("period", &period),
            ("path", &path),
            ("units", &closed.units),
            ("without", &closed.left_out),
            ("absent", &closed.absent),
            ("version", &closed.version),
            ("changes", &closed.changes.len()),
        ],
    ));
}

/// What keeps a period from being filed is about its units or its figures, unless it is about the run.
pub fn end_of<'d>(mut faults: impl Iterator<Item = &'d Diagnostic>) -> End {
    let of_content = |fault: &Diagnostic| {
        use Code::{BadImport, FiledOtherwise, NotClosed, NumberTwice};
        matches!(fault.code(), NotClosed | FiledOtherwise | BadImport | NumberTwice)
    };
    if faults.all(of_content) { End::Faulty } else { End::Impossible }
}
