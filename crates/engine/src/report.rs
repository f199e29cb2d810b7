//! Word: each part's sections and the report around them, rendered from their templates. Nothing is numbered yet.

use std::collections::HashMap;
use std::sync::Arc;

use huibian_contract::{CountKey, Fact, IndexMap, Name, Period, PluginId, PluginManifest, UnitIdentity};
use huibian_diagnostic::{Code, Diagnostic, Place, Result, Source};
use huibian_document::Settings;
use huibian_figure::FigureTable;
use huibian_template::{Block, Data, TemplateSet};
use serde_json::{Map, Value, json};

use crate::contribute::Part;
use crate::history::Past;
use crate::office;
use crate::table::{Filled, Given, Listed};
use crate::unit::Unit;
use crate::wording::REPORT;
use crate::workspace::Workspace;

/// What a template says for a unit.
pub struct Text {
    /// Its blocks.
    pub blocks: Arc<[Block]>,
    /// The template.
    pub template: Option<Arc<Source>>,
}

impl Text {
    /// A template, rendered.
    ///
    /// # Errors
    /// T013, T014 and T023.
    pub fn render(templates: &TemplateSet, name: &str, data: &Data) -> Result<Self> {
        Ok(Self { blocks: templates.render(name, data)?, template: templates.source(name).cloned() })
    }

    /// Says which file a fault is in that only shows when the text is typeset.
    #[must_use]
    pub fn blame(&self, fault: Diagnostic) -> Diagnostic {
        match &self.template {
            Some(template) => fault.or_at(Place::file(template.path.clone())),
            None => fault,
        }
    }
}

/// What a unit's report is made of, worded but not yet numbered.
pub struct Report {
    /// The report template's blocks.
    pub body: Text,
    /// What plugins gave each slot, in the order of the plugins.
    pub slots: IndexMap<String, Vec<Text>>,
    /// What the settings say of the unit's official document.
    pub settings: Settings,
    /// The text of each attachment.
    pub attachments: Vec<Text>,
    /// The tables that templates place.
    pub tables: Filled,
}

/// Words a unit's report; `below` are the units below it, in a roll-up.
///
/// # Errors
/// T013 and T014 from the templates, T017 for a required slot that nobody filled, E003 for an attachment.
pub fn word(
    workspace: &Workspace,
    unit: &Unit,
    parts: Vec<Part<'_>>,
    figures: &FigureTable,
    past: &Past,
    below: Option<&[Listed]>,
) -> Result<Report> {
    let tables = workspace.tables.fill(|| Given {
        unit: &unit.identity,
        period: workspace.period,
        figures,
        past,
        fields: given(&parts, below),
        below,
    })?;
    let front = &workspace.front;
    let mut slots: IndexMap<String, Vec<Text>> = IndexMap::default();
    let mut data = Data::new(common(workspace.period, &unit.identity));
    data.set("rollup", below.is_some().into());
    for part in parts {
        let manifest = &part.section.plugin.folder.manifest;
        let fields = if workspace.asks_for_fields { part.fields } else { Map::new() };
        see(&mut data, manifest, part.contribution.facts, fields, figures, past);
        for slot in &manifest.slots {
            let section = Text::render(&workspace.templates, &format!("{}/{slot}", manifest.id), &data)?;
            if !section.blocks.is_empty() {
                slots.entry(slot.to_string()).or_default().push(section);
            }
        }
    }
    let mut required = front.slots.iter().filter(|(_, spec)| spec.required);
    if let Some((slot, _)) = required.find(|(slot, _)| !slots.contains_key(*slot)) {
        return Err(Diagnostic::new(Code::EmptySlot).with("slot", slot));
    }
    let counts = figures.iter().map(|(key, figure)| (key.full(), figure.digits.clone().into()));
    for own in ["plugin", "facts", "fields"] {
        data.set(own, Value::Null);
    }
    data.set("counts", Value::Object(counts.collect()));
    data.set("past", past.names(|key| Some(key.full())));
    data.set("filled", json!(slots.keys().collect::<Vec<_>>()));
    let body = Text::render(&workspace.templates, REPORT, &data)?;
    let settings = unit.document.clone().over(&workspace.document);
    let attachments = office::word(&settings, &workspace.templates, &data)?;
    Ok(Report { body, slots, settings, attachments, tables })
}

/// The fields that a unit gave each plugin; a unit above others gave none.
pub(crate) fn given<'p>(
    parts: &'p [Part<'_>],
    below: Option<&[Listed]>,
) -> HashMap<PluginId, &'p Map<String, Value>> {
    let parts = parts.iter().filter(|_| below.is_none());
    parts.map(|part| (part.section.plugin.folder.manifest.id.clone(), &part.fields)).collect()
}

/// What a plugin's sections see beyond what every template does.
pub(crate) fn see(
    data: &mut Data,
    manifest: &PluginManifest,
    facts: IndexMap<Name, Fact>,
    fields: Map<String, Value>,
    figures: &FigureTable,
    past: &Past,
) {
    let counts = figures.iter().filter(|(key, _)| key.plugin == manifest.id);
    let own = counts.map(|(key, figure)| (key.name.to_string(), figure.digits.clone().into()));
    let used = manifest.uses.iter().filter_map(|key| Some((key.full(), figures.get(key)?)));
    let used = used.map(|(key, figure)| (key, figure.digits.clone().into()));
    let facts = facts.into_iter().map(|(name, fact)| (name.to_string(), fact.into()));
    data.set("counts", Value::Object(own.chain(used).collect()));
    data.set("plugin", manifest.id.as_str().into());
    data.set("facts", Value::Object(facts.collect()));
    data.set("fields", Value::Object(fields));
    data.set("past", past.names(|key| seen_as(manifest, key)));
}

/// What a plugin's sections call a count; nothing where they may not name it.
fn seen_as(manifest: &PluginManifest, key: &CountKey) -> Option<String> {
    if key.plugin == manifest.id {
        return Some(key.name.to_string());
    }
    manifest.uses.contains(key).then(|| key.full())
}

/// What every template sees.
pub(crate) fn common(period: Period, unit: &UnitIdentity) -> Value {
    json!({
        "rollup": false,
        "unit": unit,
        "period": {
            "id": period.to_string(),
            "name": period.name(),
            "current": period.this(),
            "next": period.next(),
            "year": period.year().to_string(),
            "start": period.start().to_string(),
            "end": period.end().to_string(),
        },
    })
}
