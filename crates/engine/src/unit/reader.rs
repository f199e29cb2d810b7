//! Walks a unit's data file and holds every value against its declaration, so that nothing behind this stage meets a
//! wrong type. All that is wrong is noted, each with its place.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::sync::Arc;

use huibian_contract::{
    Absent, CarrierKind, ColumnType, FieldSpec, FieldType, Period, PluginManifest, Severity, UnitId,
    UnitIdentity,
};
use huibian_diagnostic::{Code, Diagnostic, Place, Source};
use huibian_document::Settings;
use huibian_host::declare::{Unfilled, unfilled};
use indexmap::IndexMap;
use serde::Deserialize;
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Header, Unit};
use crate::finding::Finding;

/// Walks one file and notes everything that is wrong with it.
pub struct Reader<'s> {
    source: &'s Arc<Source>,
    /// Ledger rows outside it are noted; none where only the header is read.
    period: Option<Period>,
    wrong: Vec<Diagnostic>,
    findings: Vec<Finding>,
    document: Settings,
}

type Span = std::ops::Range<usize>;
type Node<'i> = Spanned<DeValue<'i>>;

impl<'s> Reader<'s> {
    pub fn new(source: &'s Arc<Source>, period: Option<Period>) -> Self {
        Self { source, period, wrong: Vec::new(), findings: Vec::new(), document: Settings::default() }
    }

    pub fn into_faults(self) -> Vec<Diagnostic> {
        self.wrong
    }

    pub fn fail(&mut self, code: Code, span: Span, fill: impl FnOnce(Diagnostic) -> Diagnostic) {
        self.wrong.push(fill(Diagnostic::new(code)).at(Place::span(self.source, span)));
    }

    pub fn unit(&mut self, file: &DeTable<'_>, plugins: &[&PluginManifest], header: &mut Header) -> Unit {
        let (attributes, recipients) = self.header(file, header);
        let shared = file.get("shared").and_then(|node| self.table("shared", node));
        let mut data = BTreeMap::new();
        for plugin in plugins {
            let table = file.get(plugin.id.as_str()).and_then(|node| self.table(plugin.id.as_str(), node));
            if table.is_none() && !plugin.fields.is_empty() {
                if plugin.absent == Absent::Error && !file.contains_key(plugin.id.as_str()) {
                    self.fail(Code::SectionAbsent, 0..0, |d| {
                        d.with("plugin", &plugin.id).with("title", &plugin.title)
                    });
                }
                continue;
            }
            let fields = self.fields(plugin, table, shared);
            self.sources(plugin, &fields, file.get(plugin.id.as_str()));
            data.insert(plugin.id.clone(), fields);
        }
        let known = || plugins.iter().map(|plugin| plugin.id.as_str()).chain(["unit", "shared"]);
        for key in file.keys() {
            let name = key.get_ref().as_ref();
            if !known().any(|known| known == name) {
                self.fail(Code::UnknownField, key.span(), |d| d.with("key", name).suggest(name, known()));
            }
        }
        let identity = UnitIdentity { id: header.id.clone(), name: header.name.clone(), attributes };
        let document = std::mem::take(&mut self.document);
        Unit { identity, recipients, document, data, findings: self.take_findings() }
    }

    /// The `[unit]` table.
    pub fn header(
        &mut self,
        file: &DeTable<'_>,
        header: &mut Header,
    ) -> (IndexMap<String, String>, Vec<String>) {
        let mut attributes = IndexMap::new();
        let mut recipients = Vec::new();
        let Some((key, node)) = file.get_key_value("unit") else {
            self.fail(Code::NameMissing, 0..0, |d| d);
            return (attributes, recipients);
        };
        let Some(table) = self.table("unit", node) else { return (attributes, recipients) };
        let span = key.span();
        header.place = Place::span(self.source, span.clone());
        let mut named = false;
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "id" => {
                    if let Some(Value::String(id)) = self.scalar("unit.id", "id", ColumnType::Text, value) {
                        header.place = Place::span(self.source, value.span());
                        match UnitId::new(&id) {
                            Ok(id) => header.id = id,
                            Err(error) => {
                                self.fail(Code::BadUnitId, value.span(), |d| d.with("reason", error));
                            }
                        }
                    }
                }
                "name" => {
                    if let Some(Value::String(name)) =
                        self.scalar("unit.name", "name", ColumnType::Text, value)
                    {
                        header.name = name;
                        named = true;
                    }
                }
                "parent" => {
                    if let Some(Value::String(parent)) =
                        self.scalar("unit.parent", "parent", ColumnType::Text, value)
                    {
                        header.parent = Some(parent);
                    }
                }
                "document" => self.document(value),
                "recipients" => recipients = self.texts("unit.recipients", "recipients", value),
                "attributes" => {
                    for (key, value) in self.table("unit.attributes", value).into_iter().flatten() {
                        let name = key.get_ref().as_ref();
                        if let Some(Value::String(text)) = self.scalar(name, name, ColumnType::Text, value) {
                            attributes.insert(name.to_owned(), text);
                        }
                    }
                }
                other => {
                    let known = ["id", "name", "parent", "recipients", "attributes", "document"];
                    self.fail(Code::UnknownField, key.span(), |d| d.with("key", other).suggest(other, known));
                }
            }
        }
        if !named {
            self.fail(Code::NameMissing, span, |d| d);
        }
        (attributes, recipients)
    }

    /// What the unit sets of its official document.
    fn document(&mut self, node: &Node<'_>) {
        let Some(table) = self.table("unit.document", node) else { return };
        let table = Spanned::new(node.span(), table.clone());
        match Settings::deserialize(toml::Deserializer::from(table)) {
            Ok(settings) => self.document = settings,
            Err(error) => {
                let span = error.span().unwrap_or_else(|| node.span());
                self.fail(Code::BadValue, span, |d| d.with("reason", error.message()));
            }
        }
    }

    fn table<'n, 'i>(&mut self, key: &str, node: &'n Node<'i>) -> Option<&'n DeTable<'i>> {
        let DeValue::Table(table) = node.get_ref() else {
            self.wrong_type(key, key, "table", node);
            return None;
        };
        Some(table)
    }

    /// What is odd without being wrong, so far.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        std::mem::take(&mut self.findings)
    }

    /// One plugin's table, each field as its plugin declares it.
    pub fn fields(
        &mut self,
        plugin: &PluginManifest,
        table: Option<&DeTable<'_>>,
        shared: Option<&DeTable<'_>>,
    ) -> Map<String, Value> {
        let mut data = Map::new();
        for (key, _) in table.into_iter().flatten() {
            let name = key.get_ref().as_ref();
            if !plugin.fields.contains_key(name) {
                let known = plugin.fields.keys().map(huibian_contract::Name::as_str);
                self.fail(Code::UnknownField, key.span(), |d| d.with("key", name).suggest(name, known));
            }
        }
        for (name, spec) in &plugin.fields {
            let own = table.and_then(|table| table.get(name.as_str()));
            let from = spec.from.as_deref().and_then(|from| shared?.get(from.strip_prefix("shared.")?));
            match own.or(from) {
                Some(node) => {
                    if let Some(value) = self.field(plugin, name.as_str(), spec, node) {
                        data.insert(name.to_string(), value);
                    }
                }
                None if spec.required => self.fail(Code::FieldMissing, 0..0, |d| {
                    d.with("plugin", &plugin.id).with("field", name).with("label", &spec.label)
                }),
                None => {}
            }
        }
        data
    }

    /// What a plugin without code will not find. Another's code may do without.
    fn sources(&mut self, plugin: &PluginManifest, fields: &Map<String, Value>, table: Option<&Node<'_>>) {
        if plugin.carrier() != CarrierKind::Declarative {
            return;
        }
        let written = |field: &str| match table.map(Spanned::get_ref) {
            Some(DeValue::Table(table)) => table.contains_key(field),
            _ => false,
        };
        // A value that is wrong is not missing as well.
        let missing = unfilled(plugin, |field| fields.contains_key(field) || written(field));
        let span = table.map_or(0..0, Spanned::span);
        for Unfilled { name, label, sources } in missing {
            self.fail(Code::SourceMissing, span.clone(), |d| {
                d.with("label", label).with("name", name).with("sources", sources)
            });
        }
    }

    fn field(
        &mut self,
        plugin: &PluginManifest,
        name: &str,
        spec: &FieldSpec,
        node: &Node<'_>,
    ) -> Option<Value> {
        let path = format_args!("{}.{name}", plugin.id);
        let scalar = match spec.kind {
            FieldType::Ledger => return self.ledger(plugin, path, spec, node),
            FieldType::Texts => return Some(self.texts(path, &spec.label, node).into()),
            FieldType::Text => ColumnType::Text,
            FieldType::Integer => ColumnType::Integer,
            FieldType::Decimal => ColumnType::Decimal,
            FieldType::Boolean => ColumnType::Boolean,
            FieldType::Date => ColumnType::Date,
        };
        self.scalar(path, &spec.label, scalar, node)
    }

    fn texts(&mut self, path: impl Display + Copy, label: &str, node: &Node<'_>) -> Vec<String> {
        let DeValue::Array(items) = node.get_ref() else {
            self.wrong_type(path, label, "texts", node);
            return Vec::new();
        };
        let texts = items.iter().filter_map(|item| self.scalar(path, label, ColumnType::Text, item));
        texts.filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    fn ledger(
        &mut self,
        plugin: &PluginManifest,
        path: impl Display + Copy,
        spec: &FieldSpec,
        node: &Node<'_>,
    ) -> Option<Value> {
        let DeValue::Array(rows) = node.get_ref() else {
            self.wrong_type(path, &spec.label, "ledger", node);
            return None;
        };
        let mut ledger = Vec::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            let DeValue::Table(cells) = row.get_ref() else {
                self.wrong_type(format_args!("{path}#{}", index + 1), &spec.label, "table", row);
                continue;
            };
            let mut record = Map::new();
            for (key, value) in cells {
                let name = key.get_ref().as_ref();
                let Some(column) = spec.columns.get(name) else {
                    let known = spec.columns.keys().map(huibian_contract::Name::as_str);
                    self.fail(Code::UnknownField, key.span(), |d| d.with("key", name).suggest(name, known));
                    continue;
                };
                let cell = format_args!("{path}#{}.{name}", index + 1);
                if let Some(cell) = self.scalar(cell, &column.label, column.kind, value) {
                    record.insert(name.to_owned(), cell);
                }
            }
            for (name, column) in spec.columns.iter().filter(|(_, column)| column.required) {
                if !cells.contains_key(name.as_str()) {
                    self.fail(Code::FieldMissing, row.span(), |d| {
                        d.with("plugin", &plugin.id).with("field", name).with("label", &column.label)
                    });
                }
            }
            self.note_date_outside(plugin, spec, &record, index, row.span());
            ledger.push(Value::Object(record));
        }
        Some(Value::Array(ledger))
    }

    /// A row dated outside the period is not counted, and the clerk is told.
    fn note_date_outside(
        &mut self,
        plugin: &PluginManifest,
        spec: &FieldSpec,
        row: &Map<String, Value>,
        index: usize,
        span: Span,
    ) {
        let dated = spec.columns.iter().find(|(_, column)| column.kind == ColumnType::Date);
        let date = dated.and_then(|(name, _)| row.get(name.as_str())?.as_str()?.parse().ok());
        let (Some(date), Some(period)) = (date, self.period) else { return };
        if period.contains(date) {
            return;
        }
        self.findings.push(Finding {
            severity: Severity::Warning,
            plugin: plugin.id.to_string(),
            check: "date_in_period".to_owned(),
            text: format!("{}第{}行的日期{date}不在{}内，未计入。", spec.label, index + 1, period.name()),
            place: Some(Place::span(self.source, span)),
        });
    }

    fn wrong_type(&mut self, path: impl Display + Copy, label: &str, expected: &str, node: &Node<'_>) {
        let found = shown(node);
        self.fail(Code::FieldType, node.span(), |d| {
            d.with("field", path).with("label", label).with("expected", expected).with("found", found)
        });
    }

    fn scalar(
        &mut self,
        path: impl Display + Copy,
        label: &str,
        kind: ColumnType,
        node: &Node<'_>,
    ) -> Option<Value> {
        let value = match (kind, node.get_ref()) {
            (ColumnType::Text, DeValue::String(text)) => return self.text(path, text, node.span()),
            (ColumnType::Boolean, DeValue::Boolean(yes)) => Value::Bool(*yes),
            (ColumnType::Date, DeValue::Datetime(date)) if date.time.is_none() => {
                Value::String(date.to_string())
            }
            (ColumnType::Date, DeValue::String(text)) => {
                if text.parse::<jiff::civil::Date>().is_err() {
                    self.fail(Code::BadDate, node.span(), |d| d.with("field", path).with("found", text));
                    return None;
                }
                Value::String(text.to_string())
            }
            (ColumnType::Integer, DeValue::Integer(number)) => {
                match i64::from_str_radix(number.as_str(), number.radix()) {
                    Ok(number) if number >= 0 => number.into(),
                    Ok(number) => {
                        self.fail(Code::NegativeNumber, node.span(), |d| {
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
            (ColumnType::Decimal, DeValue::Integer(number)) => Value::String(number.as_str().to_owned()),
            (ColumnType::Decimal, DeValue::Float(number)) => Value::String(number.as_str().to_owned()),
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

    fn text(&mut self, path: impl Display + Copy, text: &str, span: Span) -> Option<Value> {
        if let Some(character) = text.chars().find(|c| is_refused(*c)) {
            let character = format!("U+{:04X}", u32::from(character));
            self.fail(Code::BadCharacter, span, |d| d.with("field", path).with("character", character));
            return None;
        }
        if text.trim().is_empty() {
            self.fail(Code::EmptyText, span, |d| d.with("field", path));
            return None;
        }
        Some(Value::String(text.to_owned()))
    }
}

/// Characters that no document may hold: controls, and the noncharacters that templates use as marks.
fn is_refused(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// A value as a diagnostic shows it.
fn shown(node: &Node<'_>) -> String {
    match node.get_ref() {
        DeValue::String(text) => format!("\"{text}\""),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Float(number) => number.to_string(),
        DeValue::Boolean(yes) => yes.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(_) => "[…]".to_owned(),
        DeValue::Table(_) => "{…}".to_owned(),
    }
}
