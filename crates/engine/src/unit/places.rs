//! Where a unit's fields stand, so that whatever is found about one can point at it.

use huibian_contract::{Name, PluginId};
use huibian_diagnostic::Place;

/// The place of each field that a unit gave.
#[derive(Clone, Debug, Default)]
pub struct Places(Vec<(PluginId, Name, Place)>);

impl Places {
    /// Notes where a field stands.
    pub fn note(&mut self, plugin: &PluginId, field: &Name, place: Place) {
        self.0.push((plugin.clone(), field.clone(), place));
    }

    /// Where a field stands.
    pub fn of(&self, plugin: &PluginId, field: &str) -> Option<&Place> {
        let found = |(of, name, _): &&(PluginId, Name, Place)| of == plugin && name.as_str() == field;
        self.0.iter().find(found).map(|(_, _, place)| place)
    }
}
