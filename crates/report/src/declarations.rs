//! What templates, tables and charts may speak of.

use huibian_contract::{CountKey, CountSpec, IndexMap};
use huibian_host::PluginFolder;

/// The plugins of a report, and the totals over their counts.
#[derive(Clone, Copy)]
pub struct Declarations<'w> {
    /// The plugins, in the order of the report.
    pub plugins: &'w [PluginFolder],
    /// The counts that the workspace itself declares.
    pub totals: &'w IndexMap<CountKey, CountSpec>,
}

impl<'w> Declarations<'w> {
    /// Every declared count, in the order of the report, and the totals over plugins.
    pub fn counts(self) -> impl Iterator<Item = (CountKey, &'w CountSpec)> {
        let own = self.plugins.iter().flat_map(|plugin| {
            let id = &plugin.manifest.id;
            plugin
                .manifest
                .counts
                .iter()
                .map(move |(name, spec)| (CountKey { plugin: id.clone(), name: name.clone() }, spec))
        });
        own.chain(self.totals.iter().map(|(key, spec)| (key.clone(), spec)))
    }
}
