//! What templates see: the unit, the period, facts, fields, and counts by name. Their names are declared in `wording`.

use std::collections::HashMap;

use huibian_contract::{Fact, IndexMap, Name, Period, PluginId, PluginManifest, UnitIdentity};
use huibian_figure::Figures;
use huibian_history::Baseline;
use huibian_template::{Data, Shared};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::counts::NamedCounts;

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

/// What templates call the report's period: the same for every unit.
#[derive(Clone, Debug)]
pub struct PeriodNames(Shared);

impl PeriodNames {
    /// The names of a period.
    pub fn of(period: Period) -> Self {
        Self(Shared::new(json!({
            "id": period.to_string(),
            "name": period.name(),
            "current": period.this(),
            "next": period.next(),
            "short": period.short_name(),
            "next_short": period.following().map_or_else(|| period.next().to_owned(), Period::short_name),
            "months": period.months_name(),
            "plain": period.plain_name(),
            "plain_short": period.plain_short_name(),
            "next_plain": period.following().map_or_else(|| period.next().to_owned(), Period::plain_short_name),
            "year": period.year().to_string(),
            "start": period.start().to_string(),
            "end": period.end().to_string(),
        })))
    }
}

/// What all plugins have to say of a unit, by their ids: for a report's template that has no sections of theirs.
#[derive(Default)]
pub struct AllPlugins {
    facts: Map<String, Value>,
    fields: Map<String, Value>,
}

impl AllPlugins {
    /// Takes in what one plugin has to say.
    pub fn take(&mut self, section: &SectionInput<'_>) {
        let id = section.manifest.id.to_string();
        let facts = section.facts.iter().map(|(name, fact)| (name.to_string(), fact.clone().into()));
        self.facts.insert(id.clone(), Value::Object(facts.collect()));
        self.fields.insert(id, Value::Object(section.fields.clone()));
    }
}

/// What templates see while one unit's report is worded.
pub struct Context<'c>(Data<'c>);

impl<'c> Context<'c> {
    /// What every template sees.
    pub fn base(period: &'c PeriodNames, unit: &UnitIdentity, is_rollup: bool) -> Self {
        let mut data = Data::default();
        data.set("rollup", is_rollup.into());
        data.set("unit", json!(unit));
        data.share("period", &period.0);
        Self(data)
    }

    /// What templates see now.
    pub fn data(&self) -> &Data<'c> {
        &self.0
    }

    /// Says of names without a value that there is something they could stand for.
    pub fn withhold(&mut self, names: impl IntoIterator<Item = String>) {
        self.0.withhold(names);
    }

    /// Shows a plugin's sections what they see beyond what every template does.
    pub fn enter_section(&mut self, section: SectionInput<'c>, figures: &'c Figures, past: &'c Baseline) {
        let SectionInput { manifest, facts, fields } = section;
        let facts = facts.into_iter().map(|(name, fact)| (name.to_string(), fact.into()));
        self.0.set("plugin", manifest.id.as_str().into());
        self.0.set("facts", Value::Object(facts.collect()));
        self.0.set("fields", Value::Object(fields));
        self.0.set_counts(NamedCounts { section: Some(manifest), figures, past });
    }

    /// Shows the report's own template the facts and fields of all plugins, each under its plugin's id, and what stands around
    /// the text of a document.
    pub fn show_all(&mut self, all: AllPlugins, date: Date, recipients: &[String]) {
        self.0.set("document", json!({ "date": date.to_string(), "recipients": recipients }));
        self.0.set("facts", Value::Object(all.facts));
        self.0.set("fields", Value::Object(all.fields));
    }

    /// Shows the report's own template all counts by their full keys, and which slots are filled.
    pub fn enter_report<'s>(
        &mut self,
        figures: &'c Figures,
        past: &'c Baseline,
        filled: impl Iterator<Item = &'s String>,
    ) {
        for own in ["plugin", "facts", "fields"] {
            self.0.set(own, Value::Null);
        }
        self.0.set("filled", json!(filled.collect::<Vec<_>>()));
        self.0.set_counts(NamedCounts { section: None, figures, past });
    }
}
