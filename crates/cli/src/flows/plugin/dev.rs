//! `huibian plugin dev`: a unit's section, shown anew on each change. Each showing is a process of its own, because a
//! loaded library is never unloaded.

use std::path::{Component, Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;

use clap::Args;
use huibian_author::build::build;
use huibian_author::section::section;
use huibian_author::trial::Answer;
use huibian_diagnostic::{Code, Diagnostic, Faults};
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, new_debouncer};

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::Printer;

/// How long a burst of changes may last before it is one change.
const BURST: Duration = Duration::from_millis(200);

/// Which plugin, with whose data.
#[derive(Args)]
pub struct Dev {
    id: String,
    unit: String,
    #[arg(long)]
    once: bool,
}

impl Flow for Dev {
    fn run(self, context: &Context<'_>) -> Ending {
        if !self.once {
            return Ok(watch(context, &self.id)?);
        }
        match show(context, &self.id, &self.unit) {
            Ok(answer) => tell(context.printer, &answer),
            Err(faults) => {
                context.printer.faults(&faults);
                return Ok(End::Faulty);
            }
        }
        Ok(End::Clean)
    }
}

/// Builds the plugin where it has sources, and asks it.
fn show(context: &Context<'_>, id: &str, unit: &str) -> Result<Answer, Faults> {
    let reach = Reach::new(context)?;
    build(&reach.target(id)?)?;
    let workspace = context.load()?;
    let unit = workspace.unit(unit)?;
    section(&workspace, &reach.around()?, id, &unit)
}

fn tell(printer: &Printer, answer: &Answer) {
    for (slot, text) in &answer.sections {
        printer.say(printer.text("dev-slot", &[("slot", slot)]));
        printer.say(&text.markdown);
    }
    if answer.sections.is_empty() {
        printer.say(printer.text("dev-nothing", &[]));
    }
    let counts: Vec<String> =
        answer.counts.iter().map(|(name, digits)| format!("{name} = {digits}")).collect();
    if !counts.is_empty() {
        printer.mention(
            printer.text("dev-counts", &[("counts", &counts.join(&printer.text("list-join", &[])))]),
        );
    }
    for finding in &answer.findings {
        printer.mention(printer.text("dev-finding", &[("finding", &printer.catalog.message(finding))]));
    }
}

/// Shows once, then on each change, until the person ends it.
fn watch(context: &Context<'_>, id: &str) -> Result<End, Diagnostic> {
    let printer = context.printer;
    let workspace = context.folder()?;
    let plugin = Reach::new(context)?.target(id)?;
    let failed =
        |error: &dyn std::fmt::Display| Diagnostic::new(Code::WatchFailed).with_detail("reason", error);
    let (sender, changes) = mpsc::channel();
    let mut debouncer = new_debouncer(BURST, move |result: DebounceEventResult| {
        let _ = sender.send(result);
    })
    .map_err(|error| failed(&error))?;
    let watched = [plugin.path.clone(), workspace.join("wording"), workspace.join("data")];
    for path in watched.iter().filter(|path| path.is_dir()) {
        debouncer.watcher().watch(path, RecursiveMode::Recursive).map_err(|error| failed(&error))?;
    }
    printer.mention(printer.text("dev-watching", &[("path", &printer.here.path(&plugin.path))]));
    again(&failed)?;
    for change in changes {
        let events = change.map_err(|error| failed(&error))?;
        let paths: Vec<PathBuf> = events.into_iter().map(|event| event.path).collect();
        let module = plugin.manifest.module.as_ref().map(|module| plugin.path.join(module));
        let own = |path: &&PathBuf| matters(path, &plugin.path) && Some(*path) != module.as_ref();
        let Some(path) = paths.iter().find(own) else { continue };
        printer.say(printer.text("dev-changed", &[("path", &printer.here.path(path))]));
        again(&failed)?;
    }
    Ok(End::Clean)
}

/// The same command, once, in a process of its own.
fn again(failed: &dyn Fn(&dyn std::fmt::Display) -> Diagnostic) -> Result<(), Diagnostic> {
    let program = std::env::current_exe().map_err(|error| failed(&error))?;
    let arguments = std::env::args_os().skip(1);
    Command::new(program).args(arguments).arg("--once").status().map_err(|error| failed(&error)).map(drop)
}

/// Whether a change is a person's, and not what a build leaves.
fn matters(path: &Path, plugin: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(plugin) else { return true };
    let made = |part: Component<'_>| {
        let name = part.as_os_str().to_string_lossy();
        matches!(&*name, "target" | "lib" | "Cargo.lock") || name.starts_with('.') || name.ends_with('~')
    };
    inside.components().next().is_some() && !inside.components().any(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_build_leaves_is_no_change() {
        let plugin = Path::new("/w/plugins/x");
        for (path, expected) in [
            ("/w/plugins/x/sections/results.hbs", true),
            ("/w/plugins/x/src/lib.rs", true),
            ("/w/data/2023Q2/yunxi.toml", true),
            ("/w/plugins/x", false),
            ("/w/plugins/x/target/release/x.d", false),
            ("/w/plugins/x/lib/t/libx.so", false),
            ("/w/plugins/x/sections/.results.hbs.swp", false),
        ] {
            assert_eq!(matters(Path::new(path), plugin), expected, "{path}");
        }
    }
}
