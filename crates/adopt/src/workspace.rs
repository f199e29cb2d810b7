//! The files of a workspace that makes the reports: settings, plugin, and the data of the reports that it was made from.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use huibian_sheet::heads::is_of_other;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::conditions::{Condition, When};
use crate::declare::quoted;
use crate::figures::{Figures, UnitOf};
use crate::plan::{FieldKind, Plan};
use crate::says::{Had, PLUGIN, document_date};
use huibian_sample::measure;
use huibian_sample::shape;
use huibian_sample::token::Own;

/// Heads that tables give another meaning.
const TAKEN: &[&str] =
    &["备注", "序号", "单位", "名称", "合计", "部门", "乡镇", "学校", "note", "unit", "name"];

/// What files are made from.
pub struct Files<'f> {
    /// What was understood.
    pub plan: &'f Plan,
    /// How fields are had.
    pub had: &'f [Had],
    /// What comes in under a condition.
    pub conditions: &'f [Condition],
    /// What every unit has.
    pub figures: &'f Figures<'f>,
    /// What the report is called.
    pub title: &'f str,
    /// The template's name below `templates`.
    pub template: &'f str,
}

impl Files<'_> {
    /// Whether units fill in a form each.
    pub fn are_forms(&self) -> bool {
        self.plan.tables.first().is_some_and(|table| table.unit.is_some())
    }

    /// The period that the workspace begins with: the last one.
    pub fn period(&self) -> Option<String> {
        let said =
            self.plan.reports.iter().find_map(|report| report.own.period).map(|period| period.to_string());
        self.figures.units().into_keys().next_back().or(said)
    }

    /// workspace.toml.
    pub fn settings(&self) -> String {
        let mut toml = String::new();
        let period = self.period().unwrap_or_else(|| "2023".to_owned());
        let parsed = period.parse::<huibian_contract::Period>().ok();
        let day = parsed.and_then(|period| {
            let own = document_date(self.plan, Some(period));
            own.or_else(|| period.end().tomorrow().ok())
        });
        let _ = writeln!(
            toml,
            "# 由 huibian adopt 写成；每项决定及其理由见 ADOPTED.md。 Written by `huibian adopt`; ADOPTED.md says why."
        );
        let _ = writeln!(toml, "period = {}", quoted(&period));
        if let Some(day) = day {
            let _ = writeln!(toml, "date = {day}");
        }
        let _ = writeln!(toml, "plugins = [{}]", quoted(PLUGIN));
        let _ = writeln!(
            toml,
            "\n[reports.report]\ntitle = {}\ntemplate = {}\nstyle = \"templates/styles/gbt9704.toml\"\nformats = [\"docx\"]",
            quoted(self.title),
            quoted(&format!("templates/{}", self.template))
        );
        let place = if self.are_forms() {
            "data = \"data/{period}\""
        } else {
            "workbook = \"data/{period}/units.xlsx\""
        };
        let _ = writeln!(toml, "\n[units]\n{place}");
        self.mapping(&mut toml);
        let _ = writeln!(toml, "\n[output]\npattern = \"out/{{report}}/{{period}}/{{unit.name}}\"");
        toml
    }

    fn mapping(&self, toml: &mut String) {
        let section = if self.are_forms() { "cells" } else { "columns" };
        let mut lines: BTreeMap<String, String> = BTreeMap::new();
        let heads = |head: &str| {
            let all =
                self.plan.tables.iter().flat_map(|table| &table.columns).filter(|column| column.head == head);
            all.map(|column| column.group.as_str()).collect::<BTreeSet<&str>>().len()
        };
        for column in self.plan.tables.iter().flat_map(|table| &table.columns) {
            let key = column.field.map(|field| self.key(field));
            let factor = if (column.factor - 1.0).abs() > f64::EPSILON { Some(column.factor) } else { None };
            if self.are_forms() {
                let Some(Some(key)) = key else { continue };
                let factor = factor.map_or_else(String::new, |factor| format!(", factor = {factor}"));
                if key != "unit.name" {
                    lines.insert(quoted(&key), format!("{{ row = {}{factor} }}", quoted(&column.head)));
                }
                continue;
            }
            let is_bare = heads(&column.head) > 1 || measure::is_measure(&column.head);
            let head = if is_bare && !column.group.is_empty() {
                format!("{}·{}", column.group, column.head)
            } else {
                column.head.clone()
            };
            let says = match (key.flatten(), factor) {
                (Some(key), None) => quoted(&key),
                (Some(key), Some(factor)) => format!("{{ field = {}, factor = {factor} }}", quoted(&key)),
                // What a field is called holds it, whatever other columns are matched.
                (None, _) if self.is_label(&head) => continue,
                (None, _) => quoted("remarks"),
            };
            lines.insert(quoted(&head), says);
        }
        if !lines.is_empty() {
            let _ = writeln!(toml, "\n[units.{section}]");
            lines.iter().for_each(|(head, says)| {
                let _ = writeln!(toml, "{head} = {says}");
            });
        }
    }

    /// Whether a field that units fill in is called so.
    fn is_label(&self, head: &str) -> bool {
        self.asked().into_iter().any(|field| self.plan.fields[field].label == head)
    }

    /// What a table's column is of.
    fn key(&self, field: usize) -> Option<String> {
        let name = &self.plan.fields[field].name;
        match &self.had[field] {
            Had::Known(says) if says.starts_with("unit.name") => Some("unit.name".to_owned()),
            Had::Known(_) => None,
            _ => Some(format!("{PLUGIN}.{name}")),
        }
    }

    /// The data of all units of which something is known, by their files.
    ///
    /// # Errors
    /// What keeps a workbook from being written.
    pub fn data(&self) -> Result<Vec<(String, Vec<u8>)>, XlsxError> {
        let mut files = Vec::new();
        for (period, units) in self.figures.units() {
            if self.are_forms() {
                files.extend(
                    units.iter().map(|unit| {
                        (format!("data/{period}/{}.toml", unit.unit), self.unit(unit).into_bytes())
                    }),
                );
            } else {
                files.push((format!("data/{period}/units.xlsx"), self.book(&units)?));
            }
        }
        Ok(files)
    }

    /// The fields that units fill in.
    fn asked(&self) -> Vec<usize> {
        let is_asked = |field: &usize| match &self.had[*field] {
            Had::Known(_) | Had::Sum(..) => false,
            Had::Ratio(..) => self.plan.columns(*field).next().is_some(),
            _ => true,
        };
        (0..self.plan.fields.len()).filter(is_asked).collect()
    }

    /// What of a field a unit fills in.
    fn given(&self, unit: &UnitOf, field: usize) -> Option<String> {
        let text = self.figures.text(unit, field)?;
        Some(match (&self.had[field], &self.plan.fields[field].kind) {
            (Had::Texts(_), FieldKind::List(joiner)) => shape::items(&text, joiner).join("\n"),
            (Had::Swing(swing), _) => swing.number(&text)?,
            (Had::Day(_), _) => {
                let of_table = || Own { period: unit.period.parse().ok(), ..Own::default() };
                let own = unit.report.map_or_else(of_table, |report| self.plan.reports[report].own.clone());
                huibian_sample::token::day(text.trim(), &own).map_or(text, |day| day.to_string())
            }
            _ => text,
        })
    }

    fn rows(&self, field: usize, report: usize) -> Vec<Vec<String>> {
        use huibian_sample::form::{Body, FormRow, Repeat};
        let of = |repeat: &Repeat| -> Vec<Vec<String>> {
            if repeat.field == field {
                repeat.rows[report].iter().map(|row| row.texts.clone()).collect()
            } else {
                Vec::new()
            }
        };
        let blocks = self.plan.form.blocks.iter();
        blocks
            .flat_map(|block| match &block.body {
                Body::Repeated(repeat) => of(repeat),
                Body::Table(rows) => rows
                    .iter()
                    .flat_map(|row| match row {
                        FormRow::Repeated(repeat) => of(repeat),
                        FormRow::Fixed(_) => Vec::new(),
                    })
                    .collect(),
                Body::Line(_) => Vec::new(),
            })
            .collect()
    }

    fn told(&self) -> impl Iterator<Item = &Condition> {
        self.conditions.iter().filter(|condition| condition.when == When::Told)
    }

    fn book(&self, units: &[UnitOf]) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        // The clock is not asked: the same input, the same bytes.
        let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&created));
        let fields = self.asked();
        let plain = || fields.iter().copied().filter(|field| self.had[*field] != Had::Rows);
        let sheet = book.add_worksheet().set_name("数据")?;
        sheet.write_string(0, 0, "单位")?;
        for (column, field) in (1..).zip(plain()) {
            let field = &self.plan.fields[field];
            sheet.write_string(0, column, head(&field.label, &field.name))?;
        }
        let first = u16::try_from(plain().count() + 1).unwrap_or(u16::MAX);
        for (column, condition) in (first..).zip(self.told()) {
            sheet.write_string(0, column, &condition.label)?;
        }
        for (row, unit) in (1..).zip(units) {
            sheet.write_string(row, 0, &unit.unit)?;
            for (column, field) in (1..).zip(plain()) {
                if let Some(text) = self.given(unit, field) {
                    sheet.write_string(row, column, text)?;
                }
            }
            for (column, condition) in (first..).zip(self.told()) {
                if let Some(report) = unit.report {
                    sheet.write_string(row, column, if condition.present[report] { "是" } else { "否" })?;
                }
            }
        }
        for field in fields.iter().filter(|field| self.had[**field] == Had::Rows) {
            let own = &self.plan.fields[*field];
            let sheet = book.add_worksheet().set_name(&own.label)?;
            sheet.write_string(0, 0, "单位")?;
            for (column, head) in (1..).zip(&own.columns) {
                sheet.write_string(0, column, &head.label)?;
            }
            let mut row = 1;
            for unit in units {
                for texts in unit.report.map(|report| self.rows(*field, report)).unwrap_or_default() {
                    sheet.write_string(row, 0, &unit.unit)?;
                    for (column, text) in (1..).zip(texts) {
                        sheet.write_string(row, column, text)?;
                    }
                    row += 1;
                }
            }
        }
        book.save_to_buffer()
    }

    fn unit(&self, unit: &UnitOf) -> String {
        format!("[unit]\nid = {0}\nname = {0}\n\n{1}", quoted(&unit.unit), self.values(unit, PLUGIN))
    }

    /// What a unit fills in, as a table of this name.
    fn values(&self, unit: &UnitOf, table: &str) -> String {
        let mut toml = format!("[{table}]\n");
        let mut ledgers = String::new();
        for field in self.asked() {
            let own = &self.plan.fields[field];
            if self.had[field] == Had::Rows {
                for texts in unit.report.map(|report| self.rows(field, report)).unwrap_or_default() {
                    let _ = writeln!(ledgers, "\n[[{table}.{}]]", own.name);
                    for (column, text) in own.columns.iter().zip(texts) {
                        let _ = writeln!(ledgers, "{} = {}", column.name, quoted(&text));
                    }
                }
                continue;
            }
            let Some(text) = self.given(unit, field) else { continue };
            let value = match &self.had[field] {
                Had::Count(..) | Had::Ratio(..) | Had::Day(_) | Had::Swing(_) => text,
                Had::Texts(_) => format!("[{}]", text.lines().map(quoted).collect::<Vec<_>>().join(", ")),
                _ => quoted(&text),
            };
            let _ = writeln!(toml, "{} = {value}", own.name);
        }
        for condition in self.told() {
            if let Some(report) = unit.report {
                let _ = writeln!(toml, "{} = {}", condition.name, condition.present[report]);
            }
        }
        toml + &ledgers
    }

    /// An example for `plugin test`: what the first unit filled in, and the figures that its report has.
    pub fn example(&self) -> String {
        let units = self.figures.units();
        let all = || units.values().flatten();
        let is_counted = |had: &Had| matches!(had, Had::Count(..) | Had::Ratio(..) | Had::Sum(..));
        let is_whole = |unit: &&UnitOf| {
            let mut counted = (0..self.had.len()).filter(|field| is_counted(&self.had[*field]));
            unit.report.is_some() && counted.all(|field| self.figures.text(unit, field).is_some())
        };
        let first = || all().find(|unit| unit.report.is_some()).or_else(|| all().next());
        let Some(unit) = all().find(is_whole).or_else(first) else {
            return String::new();
        };
        let name = quoted(&format!("{}-{}", unit.unit, unit.period));
        let mut toml = format!(
            "\n[[example]]\nname = {name}\nperiod = {}\n\n{}\n[example.counts]\n",
            quoted(&unit.period),
            self.values(unit, "example.data")
        );
        for (number, field) in
            self.plan.fields.iter().enumerate().filter(|(at, _)| is_counted(&self.had[*at]))
        {
            if let Some(text) = self.figures.text(unit, number) {
                let _ = writeln!(toml, "{} = {}", field.name, quoted(&text));
            }
        }
        for (number, field) in self.plan.fields.iter().enumerate() {
            if let (Had::Swing(swing), Some(text)) = (&self.had[number], self.figures.text(unit, number)) {
                for (name, number) in swing.counts(&field.name, &text) {
                    let _ = writeln!(toml, "{name} = {}", quoted(&number));
                }
            }
        }
        for condition in self.conditions.iter().filter(|condition| condition.when != When::Told) {
            if let Some(report) = unit.report {
                let _ = writeln!(toml, "{} = {}", condition.name, usize::from(!condition.present[report]));
            }
        }
        toml
    }
}

/// What a field's column is headed: its label, or its key where a table takes that for something else.
fn head(label: &str, name: &str) -> String {
    let is_taken = TAKEN.contains(&label.to_lowercase().as_str()) || is_of_other(label);
    if is_taken { format!("{PLUGIN}.{name}") } else { label.to_owned() }
}
