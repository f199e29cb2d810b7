//! What preflight found, as a person reads it: unit, field, place, problem, remedy.

use std::path::Path;

use huibian_accept::id;
use huibian_diagnostic::{Diagnostic, Entry, Listing};
use huibian_engine::preflight::{Item, Preflight};

use crate::context::Context;
use crate::end::{End, Ending, Stopped};
use crate::print::{Printer, Titles};
use crate::table::table;

/// One line of the table.
pub struct Problem {
    cells: [String; 5],
    /// What people let it through by; nothing of what cannot be.
    finding: String,
}

impl Problem {
    /// The columns.
    pub const NAMES: [&str; 5] = ["unit", "field", "place", "problem", "remedy"];

    /// The columns' texts.
    pub fn cells(&self) -> &[String; 5] {
        &self.cells
    }

    /// The same with cells for why, who and when, and what it is let through by.
    pub fn to_fill_in(&self) -> [String; 9] {
        let [unit, field, place, problem, remedy] = self.cells.clone();
        let empty = String::new;
        [unit, field, place, problem, remedy, empty(), empty(), empty(), self.finding.clone()]
    }
}

/// The lines of the table: what nobody has let through. `root` is the workspace's folder.
pub fn problems(printer: &Printer, preflight: &Preflight, titles: &Titles, root: &Path) -> Vec<Problem> {
    preflight.open().map(|item| problem(printer, item, titles, root)).collect()
}

fn problem(printer: &Printer, item: &Item, titles: &Titles, root: &Path) -> Problem {
    let diagnostic = printer.seen_from_here(&item.diagnostic);
    let place = diagnostic.location().map_or_else(String::new, |place| printer.here.place(place));
    let (message, remedy) = printer.words(&diagnostic);
    let field = if diagnostic.code().is_finding() {
        printer.section(&diagnostic, titles)
    } else {
        subject(printer, &diagnostic)
    };
    let finding = Some(&item.diagnostic).filter(|found| found.may_be_accepted()).map(|found| id(found, root));
    let message = printer.text("problem-coded", &[("problem", &message), ("code", &diagnostic.code())]);
    let cells = [item.unit.clone(), field, place, message, remedy];
    Problem { cells, finding: finding.unwrap_or_default() }
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

/// What a fault is about.
fn subject(printer: &Printer, fault: &Diagnostic) -> String {
    let names = ["label", "header", "title", "field", "key"];
    let found = names.iter().find_map(|name| fault.argument(name));
    found.map(|value| printer.catalog.argument(value)).unwrap_or_default()
}

/// What `--json` prints of several diagnostics, each with the unit it concerns. `root` is the workspace's folder.
pub fn listing<'i>(
    context: &Context<'_>,
    root: &Path,
    units: usize,
    found: impl IntoIterator<Item = &'i Item>,
) -> Listing {
    let entry = |fault: &Diagnostic, unit: &str| context.printer.entry(fault, unit, root);
    let mut items: Vec<Entry> = found.into_iter().map(|item| entry(&item.diagnostic, &item.unit)).collect();
    items.extend(context.told.borrow().iter().map(|told| entry(told, "")));
    Listing::new(units, items)
}

/// Prints it.
pub fn say(printer: &Printer, listing: &Listing) {
    printer.say(serde_json::to_value(listing).unwrap_or_default());
}

/// What preflight found, as `--json` prints it.
pub fn of_preflight(context: &Context<'_>, root: &Path, preflight: &Preflight) -> Listing {
    listing(context, root, preflight.units, &preflight.items)
}

/// How a command ended that prints as JSON, where that `is_asked` for, what kept it from being done, too.
pub fn or_json(context: &Context<'_>, is_asked: bool, ended: Ending) -> Ending {
    let preflight = match ended {
        Err(Stopped::Faults(faults)) if is_asked => faults.into(),
        Err(Stopped::Found(preflight, _)) if is_asked => preflight,
        ended => return ended,
    };
    say(context.printer, &of_preflight(context, &context.folder().unwrap_or_default(), &preflight));
    Ok(End::Impossible)
}
