//! `huibian plugin check`: whether a plugin is fit to be handed on.

use clap::Args;
use huibian_author::conformance::{Point, Verdict, check as look};
use huibian_diagnostic::Diagnostic;
use huibian_host::PluginFolder;

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::print::Printer;
use crate::table::table;

/// Which, if not the plugin whose folder this is or all.
#[derive(Args)]
pub struct Check {
    target: Option<String>,
}

impl Flow for Check {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let reach = Reach::new(context)?;
        let (folders, around) = (reach.targets(self.target.as_deref())?, reach.around()?);
        let (mut total, mut failed) = (0, 0);
        for folder in folders {
            let points = look(&folder, &around);
            tell(printer, &folder, &points);
            total += points.len();
            failed += points.iter().filter(|point| point.verdict.failed()).count();
        }
        printer.say(printer.text("conformance-summary", &[("total", &total), ("failed", &failed)]));
        Ok(End::of(failed == 0))
    }
}

fn tell(printer: &Printer, folder: &PluginFolder, points: &[Point]) {
    let manifest = &folder.manifest;
    printer.mention(printer.text(
        "conformance-title",
        &[("title", &manifest.title), ("id", &manifest.id), ("version", &manifest.version)],
    ));
    let label = |point: &Point| printer.text(&format!("conformance-{}", point.name), &[]);
    let rows = points.iter().map(|point| {
        let (verdict, detail) = seen(printer, &point.verdict);
        [label(point), printer.text(verdict, &[]), detail]
    });
    let header = ["point", "result", "detail"].map(|name| printer.text(&format!("column-{name}"), &[]));
    printer.mention(format_args!("{}\n", table(header, rows.collect())));
    let failed: Vec<&Point> = points.iter().filter(|point| point.verdict.failed()).collect();
    for point in &failed {
        if let Verdict::Failed(faults) = &point.verdict {
            printer.faults(faults);
        }
        let remedy = printer.catalog.optional(&format!("conformance-{}", point.name), Some("remedy"));
        let remedy = remedy.unwrap_or_default();
        printer.say(printer.text("conformance-remedy", &[("point", &label(point)), ("remedy", &remedy)]));
    }
    if !failed.is_empty() {
        printer.mention("");
    }
}

/// A verdict in a word, and what there is to say of it.
fn seen(printer: &Printer, verdict: &Verdict) -> (&'static str, String) {
    let message = |fault: &Diagnostic| format!("{}: {}", fault.code(), printer.catalog.message(fault));
    match verdict {
        Verdict::Passed => ("verdict-passed", String::new()),
        Verdict::Refused(fault) => ("verdict-refused", message(fault)),
        Verdict::Size(bytes, limit) => {
            ("verdict-passed", printer.text("detail-size", &[("bytes", bytes), ("limit", limit)]))
        }
        Verdict::Skipped => ("verdict-skipped", String::new()),
        Verdict::Failed(faults) => {
            ("verdict-failed", faults.iter().map(|fault| fault.code().as_str()).collect::<Vec<_>>().join(" "))
        }
        Verdict::Missing(names) => ("verdict-failed", names.join("\n")),
        Verdict::Differs => ("verdict-failed", printer.text("detail-differs", &[])),
    }
}
