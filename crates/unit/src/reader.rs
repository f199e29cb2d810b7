//! Walks what a unit gave and holds every value against its declaration, so that nothing behind this stage meets a
//! wrong type. All that is wrong is noted, each with its place. Where the values come from is the readers' to know.

use std::collections::{BTreeMap, HashMap};

use huibian_config::serde_fault;
use huibian_contract::manifest::Column;
use huibian_contract::text::refused;
use huibian_contract::{
    Absent, CarrierKind, ColumnType, FieldSpec, FieldType, IndexMap, Name, Period, PluginId, PluginManifest,
    Severity, UnitId, UnitIdentity,
};
use huibian_diagnostic::{Argument, Code, Diagnostic, Faults, FieldKey};
use huibian_document::Settings;
use huibian_host::declare::{Unfilled, unfilled};
use huibian_source::{Datum, Entries, Locate, Node, RawLocation, UnitHead, find};
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::ledger::{LedgerRows, plain};
use crate::locations::Locations;
use crate::unit::Unit;
use crate::{below_zero, blanks, order};

/// Walks one unit's values and notes everything that is wrong with them.
pub struct Reader<'s> {
    source: &'s dyn Locate,
    /// Where what is missing is missing.
    fallback: RawLocation,
    /// Ledger rows outside it are noted.
    period: Period,
    wrong: Faults,
    findings: Vec<Diagnostic>,
    places: Locations,
    document: Settings,
    /// Where the rows of ledgers are that refer to others.
    rows: Vec<(Name, Vec<RawLocation>)>,
}

impl<'s> Reader<'s> {
    /// Walks values that `source` locates; what is missing is missing at `fallback`.
    pub fn new(source: &'s dyn Locate, fallback: RawLocation, period: Period) -> Self {
        let (places, document) = (Locations::default(), Settings::default());
        let (wrong, findings, rows) = (Faults::new(), Vec::new(), Vec::new());
        Self { source, fallback, period, wrong, findings, places, document, rows }
    }

    /// All that is wrong.
    pub fn into_faults(self) -> Faults {
        self.wrong
    }

    /// Notes that something is wrong.
    pub fn fail(&mut self, code: Code, location: RawLocation, fill: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.wrong.push(fill(Diagnostic::new(code)).at(self.source.locate(location)));
    }

    /// A whole unit. Who it is goes into `head`.
    pub fn unit(&mut self, file: &Entries<'_>, plugins: &[&PluginManifest], head: &mut UnitHead) -> Unit {
        head.read(file, self.source);
        let (attributes, recipients) = self.about(file);
        let shared = find(file, "shared").and_then(|node| self.table("shared", node));
        let mut data = BTreeMap::new();
        for plugin in plugins {
            let given = find(file, plugin.id.as_str());
            let given = given.or_else(|| plugin.was.iter().find_map(|was| find(file, was.as_str())));
            let table = given.and_then(|node| self.table(plugin.id.as_str(), node));
            if table.is_none() && !plugin.fields.is_empty() {
                if plugin.absent == Absent::Error && given.is_none() {
                    self.fail(Code::SectionAbsent, self.fallback, |d| {
                        d.with("plugin", &plugin.id).with("title", &plugin.title)
                    });
                }
                continue;
            }
            let fields = self.fields(plugin, table, shared);
            self.sources(plugin, &fields, given);
            data.insert(plugin.id.clone(), fields);
        }
        let ids: Vec<&str> = plugins
            .iter()
            .flat_map(|plugin| plugin.was.iter().chain([&plugin.id]))
            .map(PluginId::as_str)
            .collect();
        let known = || ids.iter().copied().chain(["unit", "shared"]);
        for (key, _) in file {
            let name = key.name.as_ref();
            if !known().any(|known| known == name) {
                self.fail(Code::UnknownField, key.location, |d| d.with("key", name).suggest(name, known()));
            }
        }
        let identity = UnitIdentity { id: head.id.clone(), name: head.name.clone(), attributes };
        let document = std::mem::take(&mut self.document);
        let (findings, places) = (self.take_findings(), self.take_places());
        Unit { identity, recipients, document, data, findings, places }
    }

    /// The `[unit]` table: attributes and recipients. Who the unit is was read by its head; what is wrong there is told.
    fn about(&mut self, file: &Entries<'_>) -> (IndexMap<String, String>, Vec<String>) {
        let mut attributes = IndexMap::default();
        let mut recipients = Vec::new();
        let Some((key, node)) = file.iter().find(|(key, _)| key.name == "unit") else {
            self.fail(Code::NameMissing, self.fallback, |d| d);
            return (attributes, recipients);
        };
        let Some(table) = self.table("unit", node) else { return (attributes, recipients) };
        let location = key.location;
        let mut named = false;
        for (key, value) in table {
            match key.name.as_ref() {
                "id" => {
                    if let Some(Value::String(id)) = self.scalar("unit.id", "id", ColumnType::Text, value)
                        && let Err(error) = UnitId::new(&id)
                    {
                        self.fail(Code::BadUnitId, value.location, |d| d.with("given", error.given));
                    }
                }
                "name" => named = self.scalar("unit.name", "name", ColumnType::Text, value).is_some(),
                "parent" => {
                    self.scalar("unit.parent", "parent", ColumnType::Text, value);
                }
                "document" => self.document(value),
                "recipients" => recipients = self.texts("unit.recipients", "recipients", value),
                "attributes" => {
                    for (key, value) in self.table("unit.attributes", value).into_iter().flatten() {
                        let name = key.name.as_ref();
                        if let Some(Value::String(text)) = self.scalar(name, name, ColumnType::Text, value) {
                            attributes.insert(name.to_owned(), text);
                        }
                    }
                }
                other => {
                    let known = ["id", "name", "parent", "recipients", "attributes", "document"];
                    self.fail(Code::UnknownField, key.location, |d| {
                        d.with("key", other).suggest(other, known)
                    });
                }
            }
        }
        if !named {
            self.fail(Code::NameMissing, location, |d| d);
        }
        (attributes, recipients)
    }

    /// What the unit sets of its official document.
    fn document(&mut self, node: &Node<'_>) {
        if self.table("unit.document", node).is_none() {
            return;
        }
        match Settings::deserialize(settled(node)) {
            Ok(settings) => self.document = settings,
            Err(error) => {
                self.wrong.push(serde_fault(error.message()).at(self.source.locate(node.location)));
            }
        }
    }

    fn table<'n, 'i>(&mut self, key: &str, node: &'n Node<'i>) -> Option<&'n Entries<'i>> {
        let Datum::Table(table) = &node.datum else {
            self.wrong_type(key, key, "table", node);
            return None;
        };
        Some(table)
    }

    /// What is odd without being wrong, so far.
    pub fn take_findings(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.findings)
    }

    /// Where the fields read so far stand.
    pub fn take_places(&mut self) -> Locations {
        std::mem::take(&mut self.places)
    }

    /// One plugin's table, each field as its plugin declares it.
    pub fn fields(
        &mut self,
        plugin: &PluginManifest,
        table: Option<&Entries<'_>>,
        shared: Option<&Entries<'_>>,
    ) -> Map<String, Value> {
        let mut data = Map::new();
        for (key, _) in table.into_iter().flatten() {
            let name = key.name.as_ref();
            let was = || plugin.fields.values().any(|spec| spec.was.iter().any(|was| was.as_str() == name));
            if !plugin.fields.contains_key(name) && !was() {
                let known = plugin.fields.keys().map(Name::as_str);
                self.fail(Code::UnknownField, key.location, |d| d.with("key", name).suggest(name, known));
            }
        }
        for (name, spec) in &plugin.fields {
            let own = table.and_then(|table| {
                let was = || spec.was.iter().find_map(|was| find(table, was.as_str()));
                find(table, name.as_str()).or_else(was)
            });
            let from = spec.from.as_deref().and_then(|from| find(shared?, from.strip_prefix("shared.")?));
            match own.or(from) {
                Some(node) => {
                    if let Some(value) = self.field(plugin, name, spec, node) {
                        self.places.note(&plugin.id, name, self.source.locate(node.location));
                        data.insert(name.to_string(), value);
                    }
                }
                None if spec.required => self.fail(Code::FieldMissing, self.fallback, |d| {
                    d.with("plugin", &plugin.id).with("field", name).with("label", &spec.label)
                }),
                None => {}
            }
        }
        self.references(plugin, &data);
        data
    }

    /// Cells that refer to what another ledger does not have, and rows dated before what they refer to.
    fn references(&mut self, plugin: &PluginManifest, data: &Map<String, Value>) {
        for (name, locations) in std::mem::take(&mut self.rows) {
            let Some(spec) = plugin.fields.get(&name) else { continue };
            for (column, declared) in &spec.columns {
                let Some((ledger, key)) = declared.refers.as_ref().and_then(|it| it.split_once('.')) else {
                    continue;
                };
                let rows = |name: &str| data.get(name).and_then(Value::as_array);
                let (Some(referring), Some(others)) = (rows(name.as_str()), rows(ledger)) else { continue };
                let text_of = |row: &Value, column: &str| row.get(column).and_then(Value::as_str).map(plain);
                let numbered = || others.iter().enumerate();
                let known: HashMap<String, usize> =
                    numbered().rev().filter_map(|(index, row)| Some((text_of(row, key)?, index))).collect();
                let label = |name: &str| plugin.fields.get(name).map_or("", |spec| spec.label.as_str());
                for (index, (row, location)) in referring.iter().zip(&locations).enumerate() {
                    let Some(cell) = text_of(row, column.as_str()) else { continue };
                    let path =
                        Asked { plugin: &plugin.id, name: &name, row: Some(index + 1), column: Some(column) };
                    let found = match known.get(&cell) {
                        None => Diagnostic::new(Code::RefersToNothing)
                            .with("column", &declared.label)
                            .with("said", cell),
                        Some(&other) => {
                            let dated = |name: &str, row: &Value| {
                                let (column, _) = order::dated_by(plugin.fields.get(name)?)?;
                                order::date(row.as_object()?, column)
                            };
                            let days = dated(name.as_str(), row).zip(dated(ledger, &others[other]));
                            let Some((day, since)) = days.filter(|(day, since)| day < since) else {
                                continue;
                            };
                            Diagnostic::new(Code::RowTooEarly)
                                .with("date", day.to_string())
                                .with("other", other + 1)
                                .with("since", since.to_string())
                        }
                    };
                    let found = found.with("field", path).with("label", &spec.label).with("row", index + 1);
                    let found = found.with("ledger", label(ledger)).weighing(Severity::Warning);
                    self.findings.push(found.at(self.source.locate(*location)));
                }
            }
        }
    }

    /// What a plugin without code will not find. Another's code may do without.
    fn sources(&mut self, plugin: &PluginManifest, fields: &Map<String, Value>, table: Option<&Node<'_>>) {
        if plugin.carrier() != CarrierKind::Declarative {
            return;
        }
        let written = |field: &str| match table.map(|node| &node.datum) {
            Some(Datum::Table(table)) => find(table, field).is_some(),
            _ => false,
        };
        // A value that is wrong is not missing as well.
        let missing = unfilled(plugin, |field| fields.contains_key(field) || written(field));
        let location = table.map_or(self.fallback, |node| node.location);
        for Unfilled { name, label, sources } in missing {
            self.fail(Code::SourceMissing, location, |d| {
                d.with("label", label).with("name", name).with("sources", sources)
            });
        }
    }

    fn field(
        &mut self,
        plugin: &PluginManifest,
        name: &Name,
        spec: &FieldSpec,
        node: &Node<'_>,
    ) -> Option<Value> {
        let path = Asked { plugin: &plugin.id, name, row: None, column: None };
        let scalar = match spec.kind {
            FieldType::Ledger => return self.ledger(plugin, path, spec, node),
            FieldType::Texts => return Some(self.texts(path, &spec.label, node).into()),
            FieldType::Text => ColumnType::Text,
            FieldType::Integer => ColumnType::Integer,
            FieldType::Decimal => ColumnType::Decimal,
            FieldType::Boolean => ColumnType::Boolean,
            FieldType::Date => ColumnType::Date,
        };
        let value = self.scalar(path, &spec.label, scalar, node)?;
        if spec.kind == FieldType::Decimal && !below_zero::is_allowed(plugin, name, spec) {
            self.note_below_zero(path, (&spec.label, &spec.measure), &value, node.location);
        }
        Some(value)
    }

    /// A number below 0 of what cannot be less than none.
    fn note_below_zero(
        &mut self,
        path: Asked<'_>,
        (label, measure): (&str, &str),
        value: &Value,
        location: RawLocation,
    ) {
        let given = value.as_str().filter(|given| {
            given.starts_with('-') && given.contains(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
        });
        let Some(given) = given.filter(|_| !below_zero::is_signed(label)) else { return };
        let found = Diagnostic::new(Code::BelowZero)
            .with("field", path)
            .with("label", label)
            .with("given", given)
            .with("measure", measure)
            .weighing(Severity::Warning);
        self.findings.push(found.at(self.source.locate(location)));
    }

    fn texts(&mut self, path: impl Into<Argument> + Copy, label: &str, node: &Node<'_>) -> Vec<String> {
        let Datum::List(items) = &node.datum else {
            self.wrong_type(path, label, "texts", node);
            return Vec::new();
        };
        let texts = items.iter().filter_map(|item| self.scalar(path, label, ColumnType::Text, item));
        texts.filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    fn ledger(
        &mut self,
        plugin: &PluginManifest,
        path: Asked<'_>,
        spec: &FieldSpec,
        node: &Node<'_>,
    ) -> Option<Value> {
        let Datum::List(rows) = &node.datum else {
            self.wrong_type(path, &spec.label, "ledger", node);
            return None;
        };
        let mut ledger = Vec::with_capacity(rows.len());
        let mut noted = LedgerRows::of(spec, self.source);
        let mut locations = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let path = Asked { row: Some(index + 1), ..path };
            let Datum::Table(cells) = &row.datum else {
                self.wrong_type(path, &spec.label, "table", row);
                continue;
            };
            if noted.is_total(&ledger, cells, row.location) {
                continue;
            }
            let mut record = Map::new();
            for (key, value) in cells {
                let name = key.name.as_ref();
                let Some((declared, column)) = spec.columns.get_key_value(name) else {
                    let known = spec.columns.keys().map(Name::as_str);
                    self.fail(Code::UnknownField, key.location, |d| d.with("key", name).suggest(name, known));
                    continue;
                };
                let cell = Asked { column: Some(declared), ..path };
                let Some(read) = self.scalar(cell, &column.label, column.kind, value) else { continue };
                if let (ColumnType::Text, Some(text)) = (column.kind, read.as_str()) {
                    self.note_blank(cell, (spec, column), text, value.location);
                }
                if column.kind == ColumnType::Decimal {
                    self.note_below_zero(cell, (&column.label, ""), &read, value.location);
                }
                record.insert(name.to_owned(), read);
            }
            for (name, column) in spec.columns.iter().filter(|(_, column)| column.required) {
                if find(cells, name.as_str()).is_none() {
                    self.fail(Code::FieldMissing, row.location, |d| {
                        d.with("plugin", &plugin.id).with("field", name).with("label", &column.label)
                    });
                }
            }
            self.note_date_outside(path, spec, &record, row.location);
            self.note_parts(path, spec, &record, row.location);
            self.note_order(path, spec, &record, row.location);
            noted.take(index + 1, &record, row.location);
            locations.push(row.location);
            ledger.push(Value::Object(record));
        }
        self.findings.extend(noted.remarks());
        if spec.columns.values().any(|column| column.refers.is_some()) {
            self.rows.push((path.name.clone(), locations));
        }
        Some(Value::Array(ledger))
    }

    /// A cell with a placeholder that was to be filled in.
    fn note_blank(
        &mut self,
        path: Asked<'_>,
        (spec, column): (&FieldSpec, &Column),
        text: &str,
        location: RawLocation,
    ) {
        // A head's own words say nothing.
        let at = match Some(text).filter(|text| blanks::may_be_in_cell(text)).and_then(blanks::find) {
            Some(at) => at,
            None if text == column.label => 0..text.len(),
            None => return,
        };
        let label = format!("{}（{}）", spec.label, column.label);
        let found = Diagnostic::new(Code::BlankLeft).with("field", path).with("label", label);
        let found = found.with("said", &text[at]).weighing(Severity::Warning);
        self.findings.push(found.at(self.source.locate(location)));
    }

    /// Totals of a row that are not the sum of their parts. Where a part is missing it may be the rest.
    fn note_parts(
        &mut self,
        path: Asked<'_>,
        spec: &FieldSpec,
        row: &Map<String, Value>,
        location: RawLocation,
    ) {
        for (name, column) in spec.columns.iter().filter(|(_, column)| !column.parts.is_empty()) {
            let number = |name: &Name| match row.get(name.as_str())? {
                Value::Number(number) => number.as_i64().map(Decimal::from),
                Value::String(digits) => digits.parse().ok(),
                _ => None,
            };
            let values: Vec<Decimal> = column.parts.iter().filter_map(number).collect();
            let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value));
            let (Some(total), Some(sum)) = (number(name), sum.filter(|_| !values.is_empty())) else {
                continue;
            };
            let Some(difference) = sum.checked_sub(total) else { continue };
            let tolerance = column.tolerance.as_ref().and_then(|amount| amount.as_str().parse().ok());
            let is_whole = values.len() == column.parts.len();
            if difference.abs() <= tolerance.unwrap_or_default() || !is_whole && difference < Decimal::ZERO {
                continue;
            }
            let scale = values.iter().chain([&total]).map(Decimal::scale).max().unwrap_or_default();
            let rounding = Decimal::new(1, scale) * Decimal::from(values.len() + 1) / Decimal::TWO;
            let reason = match difference {
                near if scale > 0 && near.abs() <= rounding => "rounding",
                rest if rest < Decimal::ZERO => "rest",
                _ => "over",
            };
            let added: Vec<String> = values.iter().map(|value| value.normalize().to_string()).collect();
            let found = Diagnostic::new(Code::PartsDiffer)
                .with("key", Asked { column: Some(name), ..path })
                .with("label", format!("{}（{}）", spec.label, column.label))
                .with_digits("total", total.normalize())
                .with_digits("sum", sum.normalize())
                .with("measure", "")
                .with("parts", added.join("+"))
                .with("reason", reason)
                .with_digits("rest", difference.abs().normalize())
                .weighing(Severity::Warning);
            self.findings.push(found.at(self.source.locate(location)));
        }
    }

    /// A row that ends before it begins.
    fn note_order(
        &mut self,
        path: Asked<'_>,
        spec: &FieldSpec,
        row: &Map<String, Value>,
        location: RawLocation,
    ) {
        let Some(reversed) = order::reversed(spec, row) else { return };
        let found = Diagnostic::new(Code::RowEndsEarly)
            .with("field", Asked { column: Some(reversed.name), ..path })
            .with("label", &spec.label)
            .with("row", path.row.unwrap_or_default())
            .with("column", &reversed.end.label)
            .with("date", reversed.day.to_string())
            .with("begin", &reversed.begin.label)
            .with("since", reversed.since.to_string())
            .weighing(Severity::Warning);
        self.findings.push(found.at(self.source.locate(location)));
    }

    /// A row dated outside the period, or without a day, is not counted, and the clerk is told.
    fn note_date_outside(
        &mut self,
        path: Asked<'_>,
        spec: &FieldSpec,
        row: &Map<String, Value>,
        location: RawLocation,
    ) {
        let dated = spec.columns.iter().find(|(_, column)| column.kind == ColumnType::Date);
        let Some((column, declared)) = dated else { return };
        let date = row.get(column.as_str()).and_then(|date| date.as_str()?.parse().ok());
        let (Some(date), period) = (date, self.period) else {
            // One that is required is missed already.
            if !declared.required {
                let found = Diagnostic::new(Code::RowUndated)
                    .with("field", Asked { column: Some(column), ..path })
                    .with("label", &spec.label)
                    .with("row", path.row.unwrap_or_default())
                    .with("column", &declared.label)
                    .weighing(Severity::Warning);
                self.findings.push(found.at(self.source.locate(location)));
            }
            return;
        };
        if period.contains(date) {
            return;
        }
        let found = Diagnostic::new(Code::DateOutside)
            .with("field", Asked { column: Some(column), ..path })
            .with("label", &spec.label)
            .with("row", path.row.unwrap_or_default())
            .with("date", date.to_string())
            .with("period", period)
            .weighing(Severity::Warning);
        self.findings.push(found.at(self.source.locate(location)));
    }

    fn wrong_type(&mut self, path: impl Into<Argument> + Copy, label: &str, expected: &str, node: &Node<'_>) {
        if matches!(node.datum, Datum::Faulty) {
            return;
        }
        let found = display(node);
        self.fail(Code::FieldType, node.location, |d| {
            d.with("field", path).with("label", label).with("expected", expected).with("found", found)
        });
    }

    fn scalar(
        &mut self,
        path: impl Into<Argument> + Copy,
        label: &str,
        kind: ColumnType,
        node: &Node<'_>,
    ) -> Option<Value> {
        let value = match (kind, &node.datum) {
            (ColumnType::Text, Datum::Text(text)) => return self.text(path, text, node.location),
            (ColumnType::Boolean, Datum::Boolean(yes)) => Value::Bool(*yes),
            (ColumnType::Date, Datum::Date(date)) => Value::String(date.clone()),
            (ColumnType::Date, Datum::Text(text)) => {
                if text.parse::<jiff::civil::Date>().is_err() {
                    self.fail(Code::BadDate, node.location, |d| d.with("field", path).with("found", text));
                    return None;
                }
                Value::String(text.to_string())
            }
            (ColumnType::Integer, Datum::Integer(digits, radix)) => {
                match i64::from_str_radix(digits, *radix) {
                    Ok(number) if number >= 0 => number.into(),
                    Ok(number) => {
                        self.fail(Code::NegativeNumber, node.location, |d| {
                            d.with("field", path).with("found", number)
                        });
                        return None;
                    }
                    Err(_) => {
                        self.wrong_type(path, label, "integer", node);
                        return None;
                    }
                }
            }
            (ColumnType::Decimal, Datum::Integer(digits, _) | Datum::Decimal(digits)) => {
                Value::String(digits.to_string())
            }
            _ => {
                let expected = match kind {
                    ColumnType::Text => "text",
                    ColumnType::Integer => "integer",
                    ColumnType::Decimal => "decimal",
                    ColumnType::Boolean => "boolean",
                    ColumnType::Date => "date",
                };
                self.wrong_type(path, label, expected, node);
                return None;
            }
        };
        Some(value)
    }

    fn text(&mut self, path: impl Into<Argument> + Copy, text: &str, location: RawLocation) -> Option<Value> {
        if let Some(character) = refused(text) {
            let character = format!("U+{:04X}", u32::from(character));
            self.fail(Code::BadCharacter, location, |d| d.with("field", path).with("character", character));
            return None;
        }
        if text.trim().is_empty() {
            self.fail(Code::EmptyText, location, |d| d.with("field", path));
            return None;
        }
        Some(Value::String(text.to_owned()))
    }
}

/// The value that is being read; its key is made only where something is to be said of it.
#[derive(Clone, Copy)]
struct Asked<'a> {
    plugin: &'a PluginId,
    name: &'a Name,
    /// A row of a ledger, from 1.
    row: Option<usize>,
    column: Option<&'a Name>,
}

impl From<Asked<'_>> for Argument {
    fn from(Asked { plugin, name, row, column }: Asked<'_>) -> Self {
        FieldKey { row, column: column.cloned(), ..FieldKey::new(plugin, name) }.into()
    }
}

/// A value as a diagnostic shows it.
fn display(node: &Node<'_>) -> String {
    match &node.datum {
        Datum::Text(text) => format!("\"{text}\""),
        Datum::Integer(digits, _) | Datum::Decimal(digits) => digits.to_string(),
        Datum::Boolean(yes) => yes.to_string(),
        Datum::Date(time) | Datum::Time(time) => time.clone(),
        Datum::List(_) => "[…]".to_owned(),
        Datum::Table(_) => "{…}".to_owned(),
        Datum::Faulty => String::new(),
    }
}

/// A value as TOML knows it.
fn settled(node: &Node<'_>) -> toml::Value {
    match &node.datum {
        Datum::Text(text) => toml::Value::String(text.to_string()),
        Datum::Integer(digits, radix) => i64::from_str_radix(digits, *radix)
            .map_or_else(|_| toml::Value::String(digits.to_string()), toml::Value::Integer),
        Datum::Decimal(digits) => {
            digits.parse().map_or_else(|_| toml::Value::String(digits.to_string()), toml::Value::Float)
        }
        Datum::Boolean(yes) => toml::Value::Boolean(*yes),
        Datum::Date(time) | Datum::Time(time) => {
            time.parse().map_or_else(|_| toml::Value::String(time.clone()), toml::Value::Datetime)
        }
        Datum::List(items) => items.iter().map(settled).collect::<Vec<_>>().into(),
        Datum::Table(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.name.to_string(), settled(value)));
            toml::Value::Table(entries.collect())
        }
        Datum::Faulty => toml::Value::String(String::new()),
    }
}
