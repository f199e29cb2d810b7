//! The counts that a report may speak of, each in a place of its own.

use std::ops::Range;

use huibian_contract::{CountKey, CountSpec, IndexMap, Name, PluginId, PluginManifest};
use indexmap::Equivalent;

use crate::families::{Family, families};

/// A count's place among all that are declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountIndex(pub(crate) usize);

impl CountIndex {
    /// How many are before it.
    pub fn place(self) -> usize {
        self.0
    }
}

/// Every declared count: those of the plugins, in the order of the report, and behind them the totals over plugins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    all: IndexMap<CountKey, CountSpec>,
    keys: Vec<CountKey>,
    plugins: IndexMap<PluginId, Range<usize>>,
    /// The ids that plugins had before.
    was: IndexMap<PluginId, Vec<PluginId>>,
    /// The places of counts by the full names that they had before.
    earlier: IndexMap<String, CountIndex>,
    /// The parts of each that is a ratio.
    parts: Vec<Option<[CountIndex; 2]>>,
    /// The count by which each is weighed.
    weights: Vec<Option<CountIndex>>,
    /// Those that documents print in another measure, with their parts.
    families: Vec<Family>,
}

impl Counts {
    /// The counts of these plugins, and totals over them.
    pub fn new<'m>(
        manifests: impl IntoIterator<Item = &'m PluginManifest>,
        totals: impl IntoIterator<Item = (CountKey, CountSpec)>,
    ) -> Self {
        let mut counts = Self::default();
        for manifest in manifests {
            let (first, plugin) = (counts.all.len(), &manifest.id);
            let key = |name: &Name| CountKey { plugin: plugin.clone(), name: name.clone() };
            counts.all.extend(manifest.counts.iter().map(|(name, spec)| (key(name), spec.clone())));
            counts.plugins.insert(plugin.clone(), first..counts.all.len());
            counts.was.insert(plugin.clone(), manifest.was.clone());
        }
        counts.all.extend(totals);
        counts.keys = counts.all.keys().cloned().collect();
        let parts = |(key, spec): (&CountKey, &CountSpec)| {
            let ratio = spec.ratio.as_ref()?;
            let part = |name: &Name| {
                let index = counts.find(key.plugin.as_str(), name.as_str())?;
                counts.spec(index).ratio.is_none().then_some(index)
            };
            Some([part(&ratio.num)?, part(&ratio.den)?])
        };
        counts.parts = counts.all.iter().map(parts).collect();
        let weight = |(key, spec): (&CountKey, &CountSpec)| {
            counts.find(key.plugin.as_str(), spec.weight.as_ref()?.as_str())
        };
        counts.weights = counts.all.iter().map(weight).collect();
        counts.families = families(&counts);
        let indices = (0..counts.all.len()).map(CountIndex);
        let earlier =
            indices.flat_map(|index| counts.earlier_keys(index).into_iter().map(move |key| (key, index)));
        counts.earlier = earlier.map(|(key, index)| (key.full(), index)).collect();
        counts
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The place of a count.
    pub fn find(&self, plugin: &str, name: &str) -> Option<CountIndex> {
        self.all.get_index_of(&Key { plugin, name }).map(CountIndex)
    }

    /// The place of a count by its key.
    pub fn index(&self, key: &CountKey) -> Option<CountIndex> {
        self.all.get_index_of(key).map(CountIndex)
    }

    /// The place of a count by its full name, or one that it had before: `theory-study/sessions`.
    pub fn named(&self, name: &str) -> Option<CountIndex> {
        let (plugin, bare) = name.split_once('/')?;
        self.find(plugin, bare).or_else(|| self.earlier.get(name).copied())
    }

    /// All of them, in order.
    pub fn all(&self) -> impl Iterator<Item = (CountIndex, &CountKey, &CountSpec)> {
        self.all.iter().enumerate().map(|(index, (key, spec))| (CountIndex(index), key, spec))
    }

    /// Those of one plugin, in the order it declares them.
    pub fn of(&self, plugin: &PluginId) -> impl Iterator<Item = (CountIndex, &Name, &CountSpec)> {
        let range = self.plugins.get(plugin).cloned().unwrap_or_default();
        let own = self.all.get_range(range.clone()).into_iter().flatten();
        own.zip(range).map(|((key, spec), index)| (CountIndex(index), &key.name, spec))
    }

    /// Those of all plugins.
    pub fn own(&self) -> impl Iterator<Item = (CountIndex, &CountKey, &CountSpec)> {
        self.all().take(self.of_plugins())
    }

    /// The totals over plugins.
    pub fn totals(&self) -> impl Iterator<Item = (CountIndex, &CountKey, &CountSpec)> {
        self.all().skip(self.of_plugins())
    }

    /// How many are of plugins.
    pub(crate) fn of_plugins(&self) -> usize {
        self.plugins.last().map_or(0, |(_, range)| range.end)
    }

    /// A count's key.
    pub fn key(&self, index: CountIndex) -> &CountKey {
        &self.keys[index.0]
    }

    /// What is declared of a count.
    pub fn spec(&self, index: CountIndex) -> &CountSpec {
        &self.all[index.0]
    }

    /// The keys that a count had before: under its plugin's earlier ids, its own earlier names, or both.
    pub fn earlier_keys(&self, index: CountIndex) -> Vec<CountKey> {
        let (key, spec) = (self.key(index), self.spec(index));
        let plugins = || std::iter::once(&key.plugin).chain(self.was.get(&key.plugin).into_iter().flatten());
        let names = std::iter::once(&key.name).chain(&spec.was);
        let all = names
            .flat_map(|name| plugins().map(|plugin| CountKey { plugin: plugin.clone(), name: name.clone() }));
        all.filter(|earlier| earlier != key).collect()
    }

    /// The count by which one is weighed.
    pub fn weight(&self, index: CountIndex) -> Option<CountIndex> {
        self.weights.get(index.0).copied().flatten()
    }

    /// Those that documents print in another measure, with the counts that are their parts.
    pub(crate) fn families(&self) -> &[Family] {
        &self.families
    }

    /// The counts above and below the line of a ratio.
    pub fn parts(&self, index: CountIndex) -> Option<[CountIndex; 2]> {
        self.parts.get(index.0).copied().flatten()
    }
}

/// A count's key where none need be made: counts are looked for by it.
#[derive(Clone, Copy, Hash)]
struct Key<'a> {
    plugin: &'a str,
    name: &'a str,
}

impl Equivalent<CountKey> for Key<'_> {
    fn equivalent(&self, key: &CountKey) -> bool {
        key.plugin.as_str() == self.plugin && key.name.as_str() == self.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::tests::manifest;

    #[test]
    fn a_count_has_one_place_by_whatever_it_is_named() {
        let (one, other) = (manifest("online-opinion"), manifest("safety"));
        let total: CountKey = "workspace/all".parse().unwrap();
        let counts = Counts::new([&one, &other], [(total.clone(), CountSpec::default())]);
        let index = counts.find("safety", "rate").unwrap();
        assert_eq!(counts.named("safety/rate"), Some(index));
        assert_eq!(counts.index(counts.key(index)), Some(index));
        assert_eq!(counts.key(index).to_string(), "safety/rate");
        let own: Vec<CountIndex> = counts.of(&other.id).map(|(index, ..)| index).collect();
        assert_eq!(own.len(), other.counts.len());
        assert!(own.contains(&index) && counts.of(&one.id).all(|(other, ..)| other < own[0]));
        assert_eq!(
            counts.parts(index),
            Some(["handled", "found"].map(|name| counts.find("safety", name).unwrap()))
        );
        assert_eq!(
            (counts.index(&total).map(|it| it.0), counts.of_plugins()),
            (Some(counts.len() - 1), counts.len() - 1)
        );
        assert_eq!((counts.named("safety"), counts.find("none", "rate")), (None, None));
    }
}
