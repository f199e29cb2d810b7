//! Walks what a unit gave and holds every value against its declaration, so that nothing behind this stage meets a
//! wrong type. All that is wrong is noted, each with its place. Where the values come from is the readers' to know.
//! Who the unit is stands in `identity`, rows of ledgers in `ledger_reader` and `references`, single values in `scalar`.

use std::collections::BTreeMap;

use huibian_contract::{
    Absent, CarrierKind, ColumnType, FieldSpec, FieldType, Name, Period, PluginId, PluginManifest, Severity,
    UnitIdentity,
};
use huibian_diagnostic::{Code, Diagnostic, Faults};
use huibian_document::Settings;
use huibian_host::declare::{Unfilled, unfilled};
use huibian_source::{Datum, Entries, Locate, Node, RawLocation, UnitHead, find};
use serde_json::{Map, Value};

use crate::below_zero;
use crate::locations::Locations;
use crate::scalar::Asked;
use crate::unit::Unit;

/// Faults of one unit that are told.
const MOST_FAULTS: usize = 1_000;
/// Remarks about one unit that are told.
const MOST_FINDINGS: usize = 10_000;

/// Walks one unit's values and notes everything that is wrong with them.
pub struct Reader<'s> {
    pub(crate) source: &'s dyn Locate,
    /// Where what is missing is missing.
    pub(crate) fallback: RawLocation,
    /// Ledger rows outside it are noted.
    pub(crate) period: Period,
    wrong: Faults,
    findings: Vec<Diagnostic>,
    /// How many of either are not told.
    untold: (usize, usize),
    pub(crate) places: Locations,
    pub(crate) document: Settings,
    /// Where the cells of ledgers are that refer to others: the ledger, the column and its cells.
    pub(crate) referring: Vec<(Name, Name, Vec<RawLocation>)>,
}

impl<'s> Reader<'s> {
    /// Walks values that `source` locates; what is missing is missing at `fallback`.
    pub fn new(source: &'s dyn Locate, fallback: RawLocation, period: Period) -> Self {
        let (places, document) = (Locations::default(), Settings::default());
        let (wrong, findings, untold, referring) = (Faults::new(), Vec::new(), (0, 0), Vec::new());
        Self { source, fallback, period, wrong, findings, untold, places, document, referring }
    }

    /// All that is wrong, as far as it is told.
    pub fn into_faults(mut self) -> Faults {
        self.wrong.extend(self.more(MOST_FAULTS, self.untold.0));
        self.wrong
    }

    /// Notes that something is wrong.
    pub fn fail(&mut self, code: Code, location: RawLocation, fill: impl FnOnce(Diagnostic) -> Diagnostic) {
        if self.wrong.len() < MOST_FAULTS {
            self.refuse(fill(Diagnostic::new(code)), location);
        } else {
            self.untold.0 += 1;
        }
    }

    /// Notes a fault that is found once at most.
    pub(crate) fn refuse(&mut self, fault: Diagnostic, location: RawLocation) {
        self.wrong.push(fault.at(self.source.locate(location)));
    }

    /// Notes what is odd without being wrong.
    pub(crate) fn note(&mut self, finding: Diagnostic, location: RawLocation) {
        let place = self.source.locate(location);
        self.keep(finding.weighing(Severity::Warning).at(place));
    }

    /// As [`Self::note`], of what has its place.
    pub(crate) fn keep(&mut self, finding: Diagnostic) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        } else {
            self.untold.1 += 1;
        }
    }

    /// That there is more than is told.
    fn more(&self, told: usize, untold: usize) -> Option<Diagnostic> {
        let more = Diagnostic::new(Code::MoreFaults).with("told", told).with("more", untold);
        (untold > 0).then(|| more.at(self.source.locate(self.fallback).whole_file()))
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
                    let is_of_table = matches!(self.fallback, RawLocation::Cell(..));
                    self.fail(Code::SectionAbsent, self.fallback, |d| {
                        let given = if is_of_table { "table" } else { "file" };
                        d.with("plugin", &plugin.id).with("title", &plugin.title).with("given", given)
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

    pub(crate) fn table<'n, 'i>(&mut self, key: &str, node: &'n Node<'i>) -> Option<&'n Entries<'i>> {
        let Datum::Table(table) = &node.datum else {
            self.wrong_type(key, key, "table", node);
            return None;
        };
        Some(table)
    }

    /// What is odd without being wrong, so far.
    pub fn take_findings(&mut self) -> Vec<Diagnostic> {
        let more = self.more(MOST_FINDINGS, self.untold.1);
        self.findings.extend(more.map(|more| more.weighing(Severity::Warning)));
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
                    let missing = d.with("of", "field").with("plugin", &plugin.id);
                    missing.with("field", name).with("label", &spec.label)
                }),
                None => {}
            }
        }
        self.references(plugin, &data);
        data
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
}
