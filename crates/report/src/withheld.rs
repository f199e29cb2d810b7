//! What units below gave and what has no value above them: a template that speaks as though nobody had given it says what is
//! not so, and its report is not made.

use std::collections::{BTreeMap, BTreeSet};

use huibian_contract::{IndexMap, PluginId, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic, Location, Result};
use huibian_template::{Data, TemplateSet};

/// What units below gave that has no value above them, by plugin, as its sections name it: `facts.held`.
#[derive(Clone, Debug, Default)]
pub struct Withheld(IndexMap<PluginId, BTreeSet<String>>);

impl Withheld {
    /// Notes what belongs to a plugin.
    pub fn insert(&mut self, plugin: PluginId, names: BTreeSet<String>) {
        self.0.insert(plugin, names);
    }

    /// What the sections of a plugin may ask for in vain.
    pub fn of_section(&self, manifest: &PluginManifest) -> impl Iterator<Item = String> {
        self.0.get(&manifest.id).into_iter().flatten().cloned()
    }
}

/// A value that is withheld, for the fault that says so.
#[derive(Clone)]
struct Value {
    name: String,
    label: String,
}

impl Value {
    fn of(manifest: &PluginManifest, name: &str) -> Self {
        let label = match name.split_once('.') {
            Some(("facts", name)) => manifest.facts.get(name).map(|spec| &spec.label),
            Some((_, name)) => manifest.fields.get(name).map(|spec| &spec.label),
            None => None,
        };
        Self { name: name.to_owned(), label: label.map_or(name, String::as_str).to_owned() }
    }
}

/// What a report's templates ask of what is withheld.
pub struct Asked<'a> {
    withheld: &'a Withheld,
    templates: &'a TemplateSet,
    /// By what the report's own template calls them, `facts.safety.held`; and slots that would say more but for them.
    values: BTreeMap<String, Value>,
}

impl<'a> Asked<'a> {
    /// Nothing asked yet.
    pub fn of(withheld: &'a Withheld, templates: &'a TemplateSet) -> Self {
        Self { withheld, templates, values: BTreeMap::new() }
    }

    /// A section is about to be worded; returns what it passes over in silence.
    ///
    /// # Errors
    /// T028 where it takes for absent what is withheld.
    pub fn section(
        &mut self,
        manifest: &PluginManifest,
        template: &str,
        data: &Data<'_>,
    ) -> Result<Option<String>> {
        let Some(names) = self.withheld.0.get(&manifest.id) else { return Ok(None) };
        let key = |name: &str| {
            let (group, bare) = name.split_once('.')?;
            Some(format!("{group}.{}.{bare}", manifest.id))
        };
        let values = names.iter().filter_map(|name| Some((key(name)?, Value::of(manifest, name))));
        self.values.extend(values);
        let asked = self.templates.withheld(template, data);
        match asked.told {
            Some(name) => Err(self.fault(&Value::of(manifest, &name), template, &name)),
            None => Ok(asked.passed_over.first().and_then(|name| key(name))),
        }
    }

    /// A slot gets nothing from a section that passed over a value.
    pub fn silenced(&mut self, slot: &str, value: &str) {
        if let Some(value) = self.values.get(value).cloned() {
            self.values.entry(slot.to_owned()).or_insert(value);
        }
    }

    /// What the report's own template may ask for in vain.
    pub fn of_report(&self) -> impl Iterator<Item = String> {
        self.values.keys().cloned()
    }

    /// The report's own template is about to be worded.
    ///
    /// # Errors
    /// T028 where it takes for absent what is withheld.
    pub fn report(&self, template: &str, data: &Data<'_>) -> Result<()> {
        let told = self.templates.withheld(template, data).told;
        match told.and_then(|name| Some((self.values.get(&name)?, name))) {
            Some((value, name)) => Err(self.fault(value, template, &name)),
            None => Ok(()),
        }
    }

    /// At the first place where the template names what it asks for.
    fn fault(&self, value: &Value, template: &str, name: &str) -> Diagnostic {
        let fault = Diagnostic::new(Code::WithheldName);
        let fault = fault.with("name", value.name.clone()).with("label", value.label.clone());
        let Some(source) = self.templates.source(template) else { return fault };
        match source.text.find(name) {
            Some(start) => fault.at(Location::span(source, start..start + name.len())),
            None => fault.at(Location::file(source.path.clone())),
        }
    }
}
