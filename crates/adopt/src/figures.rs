//! What each report has of each field: by its own words, else by the workbook.

use std::collections::{BTreeMap, HashMap, HashSet};

use huibian_contract::Period;

use crate::plan::{FieldKind, Mode, Plan};
use crate::says::Had;
use crate::sheets::{Given, Table, TableRow};
use huibian_sample::token::value;

/// What the reports and the workbooks have.
pub struct Figures<'f> {
    plan: &'f Plan,
    tables: &'f [Table],
    /// Of each table the row of each unit.
    rows: Vec<HashMap<&'f str, usize>>,
    /// How fields are had.
    pub had: &'f [Had],
}

/// A unit in a period, as a report or a row has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnitOf {
    /// The period, as it is written.
    pub period: String,
    /// The order in which it was met.
    pub number: usize,
    /// The unit's name.
    pub unit: String,
    /// The report, where there is one.
    pub report: Option<usize>,
}

impl<'f> Figures<'f> {
    /// Of a plan and the tables that it was made from.
    pub fn new(plan: &'f Plan, tables: &'f [Table], had: &'f [Had]) -> Self {
        let row = |(at, row): (usize, &'f TableRow)| (row.unit.as_str(), at);
        // Of two rows of one unit it is the first.
        let rows =
            tables.iter().map(|table| table.rows.iter().enumerate().rev().map(row).collect()).collect();
        Self { plan, tables, rows, had }
    }

    /// A figure of a report.
    pub fn value(&self, report: usize, field: usize) -> Option<f64> {
        let own = &self.plan.reports[report].own;
        let unit = UnitOf {
            period: own.period?.to_string(),
            number: 0,
            unit: self.plan.reports[report].unit()?.to_owned(),
            report: Some(report),
        };
        value(&self.text(&unit, field)?)
    }

    /// What a unit has of a field.
    pub fn text(&self, unit: &UnitOf, field: usize) -> Option<String> {
        let is_marked = self.plan.mode == Mode::Marks;
        let own = unit
            .report
            .filter(|_| !is_marked)
            .and_then(|report| self.plan.fields[field].texts.get(report)?.clone());
        own.filter(|text| !text.is_empty()).or_else(|| self.in_tables(unit, field))
    }

    fn in_tables(&self, unit: &UnitOf, field: usize) -> Option<String> {
        for ((table, plan), rows) in self.tables.iter().zip(&self.plan.tables).zip(&self.rows) {
            if table.period.is_some_and(|period| period.to_string() != unit.period) {
                continue;
            }
            let Some(row) = rows.get(unit.unit.as_str()).map(|row| &table.rows[*row]) else { continue };
            let Some(at) = plan.columns.iter().position(|column| column.field == Some(field)) else {
                continue;
            };
            if let Some(given) = &row.cells[at] {
                return Some(self.written(given, plan.columns[at].factor, field));
            }
        }
        None
    }

    /// A cell as the reports write it.
    fn written(&self, given: &Given, factor: f64, field: usize) -> String {
        let at = field;
        let field = &self.plan.fields[field];
        match (&field.kind, given.number) {
            (FieldKind::Figure | FieldKind::Rate, Some(number)) => {
                let scaled = number * factor;
                match self.had[at] {
                    Had::Count(digits, _) | Had::Sum(_, digits, _) | Had::Ratio(_, _, digits, _) => {
                        format!("{scaled:.digits$}")
                    }
                    _ => format!("{scaled:.6}").trim_end_matches('0').trim_end_matches('.').to_owned(),
                }
            }
            _ => given.text.clone(),
        }
    }

    /// All units by their periods: those of the reports, and those of which workbooks alone have rows.
    pub fn units(&self) -> BTreeMap<String, Vec<UnitOf>> {
        let mut units: BTreeMap<String, Vec<UnitOf>> = BTreeMap::new();
        let mut known: HashSet<(Period, String)> = HashSet::new();
        let mut take = |period: Option<Period>, unit: &str, report: Option<usize>| {
            let Some(period) = period else { return };
            let of = units.entry(period.to_string()).or_default();
            if known.insert((period, unit.to_owned())) {
                of.push(UnitOf {
                    period: period.to_string(),
                    number: of.len(),
                    unit: unit.to_owned(),
                    report,
                });
            }
        };
        for (number, report) in self.plan.reports.iter().enumerate() {
            if let Some(unit) = report.unit() {
                take(report.own.period, unit, Some(number));
            }
        }
        let own = self.plan.reports.iter().find_map(|report| report.own.period);
        for table in self.tables {
            table.rows.iter().for_each(|row| take(table.period.or(own), &row.unit, None));
        }
        units
    }
}
