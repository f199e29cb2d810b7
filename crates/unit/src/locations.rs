//! Where a unit's fields stand, so that whatever is found about one can point at it.

use huibian_contract::{Name, PluginId};
use huibian_diagnostic::Location;

/// The place of each field that a unit gave, by plugin.
#[derive(Clone, Debug, Default)]
pub struct Locations(Vec<(PluginId, Vec<(Name, Location)>)>);

impl Locations {
    /// Notes where a field stands.
    pub fn note(&mut self, plugin: &PluginId, field: &Name, place: Location) {
        let noted = (field.clone(), place);
        match self.0.iter_mut().find(|(of, _)| of == plugin) {
            Some((_, fields)) => fields.push(noted),
            None => self.0.push((plugin.clone(), vec![noted])),
        }
    }

    /// Where a text is written in quotes, in the file that a plugin's fields stand in.
    pub fn naming(&self, plugin: &PluginId, text: &str) -> Option<Location> {
        let (_, fields) = self.0.iter().find(|(of, _)| of == plugin)?;
        fields.iter().find_map(|(_, place)| place.quoting(text))
    }

    /// Where the first of a plugin's fields stands.
    pub fn first(&self, plugin: &PluginId) -> Option<&Location> {
        let (_, fields) = self.0.iter().find(|(of, _)| of == plugin)?;
        fields.first().map(|(_, place)| place)
    }

    /// Where a field stands.
    pub fn of(&self, plugin: &PluginId, field: &str) -> Option<&Location> {
        let (_, fields) = self.0.iter().find(|(of, _)| of == plugin)?;
        fields.iter().find(|(name, _)| name.as_str() == field).map(|(_, place)| place)
    }
}
