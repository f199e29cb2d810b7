//! Where the settings stand that hold for every unit: in the head of the report's template, which goes first, and in
//! `workspace.toml`.

use std::collections::HashMap;
use std::sync::Arc;

use huibian_diagnostic::{Place, Source};
use toml::de::{DeArray, DeTable, DeValue};

/// The places of settings, by their keys below `document`.
#[derive(Clone, Debug, Default)]
pub struct Declared(HashMap<Vec<String>, Setting>);

/// The places of one setting.
#[derive(Clone, Debug)]
struct Setting {
    key: Place,
    value: Place,
}

impl Declared {
    /// The settings of the head of the report's template, where it has one, and of `workspace.toml`.
    pub fn of(head: Option<&Arc<Source>>, workspace: &Arc<Source>) -> Self {
        let mut declared = Self::default();
        for source in head.into_iter().chain([workspace]) {
            let Ok(file) = DeTable::parse(&source.text) else { continue };
            if let Some(DeValue::Table(document)) = file.get_ref().get("document").map(toml::Spanned::get_ref)
            {
                declared.note(document, &[], source);
            }
        }
        declared
    }

    /// The value of a setting.
    pub fn value(&self, keys: &[&str]) -> Option<Place> {
        Some(self.setting(keys)?.value.clone())
    }

    /// The key of a setting.
    pub fn key(&self, keys: &[&str]) -> Option<Place> {
        Some(self.setting(keys)?.key.clone())
    }

    fn setting(&self, keys: &[&str]) -> Option<&Setting> {
        let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        self.0.get(&keys)
    }

    /// Notes the settings of a list's tables; the key of an item is its number, from 0.
    fn note_items(&mut self, items: &DeArray<'_>, above: &[String], source: &Arc<Source>) {
        for (index, item) in items.iter().enumerate() {
            if let DeValue::Table(inner) = item.get_ref() {
                let mut keys = above.to_owned();
                keys.push(index.to_string());
                self.note(inner, &keys, source);
            }
        }
    }

    /// Notes the settings of a table; one that is known already is the nearer one.
    fn note(&mut self, table: &DeTable<'_>, above: &[String], source: &Arc<Source>) {
        for (key, value) in table {
            let mut keys = above.to_owned();
            keys.push(key.get_ref().to_string());
            match value.get_ref() {
                DeValue::Table(inner) => self.note(inner, &keys, source),
                DeValue::Array(items) => self.note_items(items, &keys, source),
                _ => {}
            }
            let place = |span| Place::span(source, span);
            let setting = Setting { key: place(key.span()), value: place(value.span()) };
            self.0.entry(keys).or_insert(setting);
        }
    }
}
