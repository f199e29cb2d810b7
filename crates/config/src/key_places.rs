//! Where the keys of a table stand that several files may set, the nearer file first.

use std::collections::HashMap;
use std::sync::Arc;

use huibian_diagnostic::{Location, Source};
use toml::de::{DeArray, DeTable, DeValue};

/// The places of settings, by their keys below one table.
#[derive(Clone, Debug, Default)]
pub struct KeyPlaces(HashMap<Vec<String>, Setting>);

/// The places of one setting.
#[derive(Clone, Debug)]
struct Setting {
    key: Location,
    value: Location,
}

impl KeyPlaces {
    /// The settings of a top-level table, in the files that may have it; what an earlier file says goes first.
    pub fn below<'s>(table: &str, sources: impl IntoIterator<Item = &'s Arc<Source>>) -> Self {
        let mut places = Self::default();
        for source in sources {
            let Ok(file) = DeTable::parse(&source.text) else { continue };
            if let Some(DeValue::Table(found)) = file.get_ref().get(table).map(toml::Spanned::get_ref) {
                places.note(found, &[], source);
            }
        }
        places
    }

    /// The value of a setting.
    pub fn value(&self, keys: &[&str]) -> Option<Location> {
        Some(self.setting(keys)?.value.clone())
    }

    /// The key of a setting.
    pub fn key(&self, keys: &[&str]) -> Option<Location> {
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
            let place = |span| Location::span(source, span);
            let setting = Setting { key: place(key.span()), value: place(value.span()) };
            self.0.entry(keys).or_insert(setting);
        }
    }
}
