//! What preflight found, as a person reads it: unit, field, place, problem, remedy.

use huibian_contract::Severity;
use huibian_diagnostic::{Argument, Diagnostic, Place};
use huibian_engine::preflight::{Matter, Preflight};
use serde_json::json;

use crate::print::{Printer, Titles};
use crate::table::table;

/// One line of the table.
pub struct Problem {
    cells: [String; 5],
    code: String,
    severity: &'static str,
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
    let items = preflight.items.iter().map(|item| {
        let place = |place: Option<&Place>| {
            place.map_or_else(String::new, |place| printer.here.text(&place.to_string()))
        };
        let unit = item.unit.clone();
        match &item.matter {
            Matter::Fault(fault) | Matter::Remark(fault) => {
                let fault = &printer.seen_from_here(fault);
                let (message, remedy) = printer.words(fault);
                Problem {
                    cells: [unit, field(fault), place(fault.place()), message, remedy],
                    code: fault.code().to_string(),
                    severity: if item.matter.is_fault() { "error" } else { "warning" },
                }
            }
            Matter::Finding(finding) => Problem {
                cells: [
                    unit,
                    titles.get(&finding.plugin).unwrap_or(&finding.plugin).clone(),
                    place(finding.place.as_ref()),
                    finding.text.clone(),
                    String::new(),
                ],
                code: finding.check.clone(),
                severity: match finding.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                    Severity::Note => "note",
                },
            },
        }
    });
    items.collect()
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
fn field(fault: &Diagnostic) -> String {
    let names = ["label", "header", "title", "field", "key"];
    names.iter().find_map(|name| fault.argument(name)).map(Argument::to_string).unwrap_or_default()
}

/// The table as JSON.
pub fn json(preflight: &Preflight, problems: &[Problem]) -> String {
    let items: Vec<_> = problems
        .iter()
        .map(|problem| {
            let [unit, field, place, text, remedy] = &problem.cells;
            json!({
                "unit": unit, "field": field, "place": place, "code": problem.code,
                "severity": problem.severity, "problem": text, "remedy": remedy,
            })
        })
        .collect();
    let faults = preflight.faults();
    json!({ "units": preflight.units, "faults": faults, "remarks": items.len() - faults, "items": items })
        .to_string()
}
