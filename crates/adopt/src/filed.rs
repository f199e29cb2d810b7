//! The figures of the reports that were given, as a table of earlier periods: they are filed, for later ones to be compared with.

use std::collections::BTreeSet;

use crate::figures::Figures;
use crate::plan::{Mode, Plan};
use crate::says::{Had, PLUGIN};

/// Where the table lies in a workspace.
pub const TABLE: &str = "adopted.csv";

/// A row a unit of each period that reports were given of, a column a count; none where the reports have no figures.
pub fn table(plan: &Plan, had: &[Had], figures: &Figures<'_>) -> Option<String> {
    if plan.mode == Mode::Marks {
        return None;
    }
    let counts: Vec<usize> =
        (0..plan.fields.len()).filter(|field| matches!(had[*field], Had::Count(..))).collect();
    let periods: BTreeSet<String> =
        plan.reports.iter().filter_map(|report| Some(report.own.period?.to_string())).collect();
    let mut rows: Vec<String> = Vec::new();
    for (period, units) in figures.units() {
        for unit in units.iter().filter(|_| periods.contains(&period)) {
            let values: Vec<String> = counts.iter().map(|field| number(figures.text(unit, *field))).collect();
            if values.iter().any(|value| !value.is_empty()) {
                let name = cell(&unit.unit);
                rows.push(format!("{period},{name},{name},{}", values.join(",")));
            }
        }
    }
    let heads: Vec<String> =
        counts.iter().map(|field| format!("{PLUGIN}/{}", plan.fields[*field].name)).collect();
    (!rows.is_empty()).then(|| format!("period,unit,name,{}\n{}\n", heads.join(","), rows.join("\n")))
}

/// A plain number; nothing for what is none.
fn number(text: Option<String>) -> String {
    let text = text.unwrap_or_default();
    let is_plain = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-');
    if is_plain { text } else { String::new() }
}

/// A text as a cell of the table.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
