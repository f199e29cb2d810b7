//! What preflight found, as a person reads it: unit, field, place, problem, remedy.

use huibian_diagnostic::Diagnostic;
use huibian_engine::preflight::{Item, Preflight};
use serde_json::json;

use crate::print::{Printer, Titles};
use crate::table::table;

/// One line of the table, and what it is made from.
pub struct Problem {
    cells: [String; 5],
    diagnostic: Diagnostic,
}

impl Problem {
    /// The columns.
    pub const NAMES: [&str; 5] = ["unit", "field", "place", "problem", "remedy"];

    /// The columns' texts.
    pub fn cells(&self) -> &[String; 5] {
        &self.cells
    }
}

/// The lines of the table.
pub fn problems(printer: &Printer, preflight: &Preflight, titles: &Titles) -> Vec<Problem> {
    preflight.items.iter().map(|item| problem(printer, item, titles)).collect()
}

fn problem(printer: &Printer, item: &Item, titles: &Titles) -> Problem {
    let diagnostic = printer.seen_from_here(&item.diagnostic);
    let place = diagnostic.place().map_or_else(String::new, |place| printer.here.place(place));
    let (message, remedy) = printer.words(&diagnostic);
    let field = if diagnostic.code().is_finding() {
        printer.section(&diagnostic, titles)
    } else {
        subject(printer, &diagnostic)
    };
    Problem { cells: [item.unit.clone(), field, place, message, remedy], diagnostic }
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

/// The table as JSON.
pub fn json(preflight: &Preflight, problems: &[Problem]) -> String {
    let items: Vec<_> = problems
        .iter()
        .map(|problem| {
            let [unit, field, place, text, remedy] = &problem.cells;
            json!({
                "unit": unit, "field": field, "place": place, "code": problem.diagnostic.code(),
                "severity": problem.diagnostic.severity(), "problem": text, "remedy": remedy,
            })
        })
        .collect();
    let faults = preflight.faults();
    json!({ "units": preflight.units, "faults": faults, "remarks": items.len() - faults, "items": items })
        .to_string()
}
