//! `huibian plugin check`: whether a plugin is fit to be handed on.

use huibian_author::conformance::{Point, Verdict, check as look};
use huibian_diagnostic::Diagnostic;
use huibian_host::PluginFolder;

use super::targets;
use crate::End;
use crate::arguments::Common;
use crate::flows::reach::Reach;
use crate::flows::{end, impossible};
use crate::print::Printer;
use crate::table::table;

pub fn check(common: &Common, printer: &Printer, named: Option<&str>) -> End {
    let found = Reach::new(common).and_then(|reach| Ok((targets(&reach, named)?, reach.around()?)));
    let (folders, around) = match found {
        Ok(found) => found,
        Err(fault) => return impossible(printer, &[fault]),
    };
    let (mut total, mut failed) = (0, 0);
    for folder in folders {
        let points = look(&folder, &around);
        tell(printer, &folder, &points);
        total += points.len();
        failed += points.iter().filter(|point| point.verdict.failed()).count();
    }
    printer.say(printer.text("conformance-summary", &[("total", &total), ("failed", &failed)]));
    end(failed == 0)
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
