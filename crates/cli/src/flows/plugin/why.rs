//! `huibian plugin why`: what became of a plugin in the last run, whether it can run now, and what to do.

use clap::Args;
use huibian_author::history::{History, history};
use huibian_author::trial::{Surroundings, can_run, checks, wording};
use huibian_diagnostic::Faults;
use huibian_engine::workspace::record_of;
use huibian_host::PluginFolder;

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::Printer;

/// Which.
#[derive(Args)]
pub struct Why {
    id: String,
}

impl Flow for Why {
    fn run(self, context: &Context<'_>) -> Ending {
        let (printer, id) = (context.printer, self.id.as_str());
        let record = record_of(&context.folder()?, &context.overrides())?;
        let past = history(&record, id)?;
        if let Some(past) = &past {
            tell(printer, id, past);
        } else {
            let path = printer.here.path(&record);
            printer.say(printer.text("why-no-run", &[("path", &path)]));
        }
        let calm = past.is_none_or(|past| past.failures.is_empty());
        let reach = Reach::new(context)?;
        let around = reach.around()?;
        let faults = match reach.target(id) {
            Ok(plugin) => wrong(&plugin, &around),
            Err(fault) => fault.into(),
        };
        if faults.is_empty() {
            let used = reach.used.iter().any(|used| used == id);
            printer.say(printer.text(if used { "why-ready" } else { "why-unused" }, &[("id", &id)]));
        } else {
            printer.say(printer.text("why-broken", &[("count", &faults.len())]));
            printer.faults(&faults);
        }
        Ok(End::of(calm && faults.is_empty()))
    }
}

/// What keeps the plugin from running now, as far as its files tell.
fn wrong(plugin: &PluginFolder, around: &Surroundings) -> Faults {
    let mut faults: Faults = can_run(plugin, around).err().into_iter().collect();
    faults.extend(checks(plugin).err());
    let words = around.workspace.as_ref().unwrap_or(&plugin.path);
    faults.extend(wording(plugin, words, around).err().into_iter().flatten());
    faults
}

fn tell(printer: &Printer, id: &str, past: &History) {
    let (report, period) = (&past.report, &past.period);
    let Some(version) = &past.version else {
        printer.say(printer.text("why-absent", &[("id", &id), ("report", report), ("period", period)]));
        return;
    };
    let (findings, checks) = past.findings;
    printer.say(printer.text(
        "why-run",
        &[
            ("report", report),
            ("period", period),
            ("id", &id),
            ("version", version),
            ("units", &past.units),
            ("contributed", &past.contributed),
            ("failed", &past.failures.len()),
            ("findings", &findings),
            ("checks", &checks),
        ],
    ));
    let Some(first) = past.failures.first() else { return };
    let code = first.fault.code;
    // A record of before has the message alone, in Chinese.
    let message = if first.fault.fingerprint.is_empty() {
        first.fault.message.clone()
    } else {
        printer.catalog.message(&first.fault.diagnostic())
    };
    printer.say(printer.text("why-first", &[("unit", &first.unit), ("code", &code), ("message", &message)]));
    if let Some(place) = &first.fault.place {
        printer.say(format_args!("  --> {}", printer.here.place(place)));
    }
    if let Some(help) = printer.catalog.explanation(code) {
        printer.say(printer.text("why-help", &[("help", &help)]));
    }
    let others: Vec<&str> = past.failures.iter().skip(1).map(|failure| failure.unit.as_str()).collect();
    if !others.is_empty() {
        printer
            .mention(printer.text("why-others", &[("units", &others.join(&printer.text("list-join", &[])))]));
    }
}
