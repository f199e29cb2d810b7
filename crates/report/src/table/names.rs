//! What a table may name: counts, and ledgers with their columns.

use huibian_contract::{Basis, CountSpec, FieldSpec, FieldType, IndexMap, Name, PluginId, PluginManifest};
use huibian_expression::{Division, OperandKind, Scope};
use huibian_figure::{CountIndex, Counts};
use huibian_host::PluginFolder;

use crate::declarations::Declarations;

/// A ledger: whose it is, its name and what it declares.
#[derive(Clone, Copy)]
pub struct Ledger<'n> {
    /// The plugin whose field it is.
    pub plugin: &'n PluginId,
    /// The field's name.
    pub name: &'n Name,
    /// Its columns.
    pub spec: &'n FieldSpec,
}

/// The names that one table may use.
#[derive(Clone, Default)]
pub struct Names<'n> {
    /// Counts as tables write them.
    pub counts: IndexMap<String, (CountIndex, &'n CountSpec)>,
    /// Ledgers as tables write them.
    pub ledgers: IndexMap<String, Ledger<'n>>,
}

impl<'n> Names<'n> {
    /// Of the workspace's tables: all counts and ledgers by `plugin/name`, totals over plugins too.
    pub fn of_workspace(declared: Declarations<'n>) -> Self {
        let mut names = Self::default();
        for PluginFolder { manifest, .. } in declared.plugins {
            names.take_ledgers(manifest, |name| format!("{}/{name}", manifest.id));
        }
        names.counts.extend(declared.counts.all().map(|(index, key, spec)| (key.full(), (index, spec))));
        names
    }

    /// Of a plugin's own tables: its own counts and ledgers with and without its id, and the counts that it uses.
    pub fn of_plugin(plugin: &'n PluginFolder, counts: &'n Counts) -> Self {
        let manifest = &plugin.manifest;
        let mut names = Self::default();
        let full = |name: &Name| format!("{}/{name}", manifest.id);
        names.take_ledgers(manifest, ToString::to_string);
        names.take_ledgers(manifest, full);
        let own = || counts.of(&manifest.id);
        names.counts.extend(own().map(|(index, name, spec)| (name.to_string(), (index, spec))));
        names.counts.extend(own().map(|(index, name, spec)| (full(name), (index, spec))));
        for key in &manifest.uses {
            let used = counts.index(key).map(|index| (key.full(), (index, counts.spec(index))));
            names.counts.extend(used);
        }
        names
    }

    fn take_ledgers(&mut self, manifest: &'n PluginManifest, written: impl Fn(&Name) -> String) {
        for (name, spec) in manifest.fields.iter().filter(|(_, spec)| spec.kind == FieldType::Ledger) {
            self.ledgers.insert(written(name), Ledger { plugin: &manifest.id, name, spec });
        }
    }

    /// What an expression may name: `counts['plugin/name']` and such of other periods; bare, the columns of a ledger in
    /// its rows, else a plugin's own counts.
    pub fn scope(&self, ledger: Option<Ledger<'_>>, periods: &[Basis], division: Division) -> Scope {
        let mut scope = Scope { names: IndexMap::default(), division };
        if let Some(ledger) = ledger {
            let columns = ledger.spec.columns.iter();
            scope.names = columns
                .map(|(name, column)| (name.to_string(), OperandKind::of_column(column.kind)))
                .collect();
        } else {
            let bare = self.counts.keys().filter(|name| !name.contains('/'));
            scope.names = bare.map(|name| (name.clone(), OperandKind::Number)).collect();
        }
        let periods = periods.iter().map(|basis| basis.as_str());
        for group in std::iter::once("counts").chain(periods) {
            let keys = self.counts.keys().filter(|name| name.contains('/'));
            scope.group(group, keys.map(|name| (name.clone(), OperandKind::Number)).collect());
        }
        scope
    }
}
