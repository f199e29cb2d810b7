//! Where in a unit's data a figure comes from.

use huibian_contract::{CountKey, PluginId};
use huibian_diagnostic::Location;
use huibian_figure::Figures;
use huibian_unit::Locations;

/// A ratio's part, or a total's, may itself be computed from others.
const DEEPEST: usize = 8;

/// The place of the first field that a count, or a field, is in the end taken from. Another plugin's count goes by its
/// full key.
pub fn of(name: &str, plugin: &PluginId, figures: &Figures, places: &Locations) -> Option<Location> {
    follow(name, plugin, figures, places, 0)
}

fn follow(
    name: &str,
    plugin: &PluginId,
    figures: &Figures,
    places: &Locations,
    depth: usize,
) -> Option<Location> {
    let name = name.strip_prefix("counts.").unwrap_or(name);
    if let Ok(CountKey { plugin, name }) = name.parse::<CountKey>() {
        return follow(name.as_str(), &plugin, figures, places, depth);
    }
    let Some(figure) = figures.named(plugin.as_str(), name).filter(|_| depth < DEEPEST) else {
        return places.of(plugin, name.strip_prefix("fields.").unwrap_or(name)).cloned();
    };
    let sources = figure.names();
    let own = sources.iter().find_map(|source| places.of(plugin, source));
    let mut others = sources.iter().filter(|source| **source != name);
    own.cloned().or_else(|| others.find_map(|source| follow(source, plugin, figures, places, depth + 1)))
}
