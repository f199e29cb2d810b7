//! What templates see: the unit, the period, facts, fields, and counts by name. Their names are declared in `wording`.

use std::collections::HashMap;

use huibian_contract::{CountKey, Fact, IndexMap, Name, Period, PluginId, PluginManifest, UnitIdentity};
use huibian_figure::FigureTable;
use huibian_history::Baseline;
use huibian_template::Data;
use serde_json::{Map, Value, json};

/// What one plugin has to say of a unit.
pub struct SectionInput<'m> {
    /// What it declares.
    pub manifest: &'m PluginManifest,
    /// Its facts.
    pub facts: IndexMap<Name, Fact>,
    /// The fields that the unit gave it.
    pub fields: Map<String, Value>,
}

/// The fields that a unit gave each plugin.
pub fn fields_by_plugin<'p>(sections: &'p [SectionInput<'_>]) -> HashMap<PluginId, &'p Map<String, Value>> {
    sections.iter().map(|section| (section.manifest.id.clone(), &section.fields)).collect()
}

/// What templates see while one unit's report is worded.
pub struct Context(Data);

impl Context {
    /// What every template sees.
    pub fn base(period: Period, unit: &UnitIdentity, is_rollup: bool) -> Self {
        Self(Data::new(json!({
            "rollup": is_rollup,
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
        })))
    }

    /// What templates see now.
    pub fn data(&self) -> &Data {
        &self.0
    }

    /// Shows a plugin's sections what they see beyond what every template does.
    pub fn enter_section(&mut self, section: SectionInput<'_>, figures: &FigureTable, past: &Baseline) {
        let SectionInput { manifest, facts, fields } = section;
        let counts = figures.iter().filter(|(key, _)| key.plugin == manifest.id);
        let own = counts.map(|(key, figure)| (key.name.to_string(), figure.digits.clone().into()));
        let used = manifest.uses.iter().filter_map(|key| Some((key.full(), figures.get(key)?)));
        let used = used.map(|(key, figure)| (key, figure.digits.clone().into()));
        let facts = facts.into_iter().map(|(name, fact)| (name.to_string(), fact.into()));
        self.0.set("counts", Value::Object(own.chain(used).collect()));
        self.0.set("plugin", manifest.id.as_str().into());
        self.0.set("facts", Value::Object(facts.collect()));
        self.0.set("fields", Value::Object(fields));
        self.0.set("past", past.names(|key| name_in(manifest, key)));
    }

    /// Shows the report's own template all counts by their full keys, and which slots are filled.
    pub fn enter_report<'s>(
        &mut self,
        figures: &FigureTable,
        past: &Baseline,
        filled: impl Iterator<Item = &'s String>,
    ) {
        let counts = figures.iter().map(|(key, figure)| (key.full(), figure.digits.clone().into()));
        for own in ["plugin", "facts", "fields"] {
            self.0.set(own, Value::Null);
        }
        self.0.set("counts", Value::Object(counts.collect()));
        self.0.set("past", past.names(|key| Some(key.full())));
        self.0.set("filled", json!(filled.collect::<Vec<_>>()));
    }
}

/// What a plugin's sections call a count; nothing where they may not name it.
fn name_in(manifest: &PluginManifest, key: &CountKey) -> Option<String> {
    if key.plugin == manifest.id {
        return Some(key.name.to_string());
    }
    manifest.uses.contains(key).then(|| key.full())
}
