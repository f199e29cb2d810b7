//! Tables as data: `templates/tables/<id>.toml`, and `tables/<id>.toml` of a plugin, placed by `{{table "id"}}`.
//!
//! # Steps
//! 1. [`Tables::read`]: every file is parsed and held against what it may [name](names), its spans against its columns.
//! 2. [`Tables::resolve`]: what templates place is looked for.
//! 3. [`Tables::fill`]: for one unit, each table that some template places becomes rows of cells.
//!
//! Counts stay figures that can be traced; totals are computed here and never typed.

mod cells;
mod compile;
mod definition;
mod fill;
mod names;
mod raw;
#[cfg(test)]
mod tests;
mod value;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_config::bounds::read_within;
use huibian_config::file::tables_in;
use huibian_contract::{Basis, PluginId};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result, Source};
use huibian_document::Table;
use huibian_figure::{CountIndex, Counts};
use huibian_host::PluginFolder;
use huibian_store::folded;
use huibian_template::{PlacedKind, Use};

use crate::declarations::Declarations;
use definition::{Definition, Group};
pub use fill::{Listed, TableInput};
use names::Names;

/// Where tables lie, in a workspace and in the installation.
const FOLDER: &str = "templates/tables";

/// The tables that templates may place, by id; a plugin's own as `plugin/id`.
#[derive(Default)]
pub struct Tables {
    known: BTreeMap<String, Known>,
    /// Those that some template places.
    placed: BTreeSet<String>,
}

struct Known {
    place: Location,
    /// Whether the installation has it for everyone.
    installed: bool,
    /// Nothing for a file with faults.
    definition: Option<Definition>,
}

/// The tables of one unit's report.
#[derive(Clone, Debug, Default)]
pub struct Filled(HashMap<String, Table>);

impl Filled {
    /// The table of a name as templates place it; nothing where it has no rows that are about such a unit.
    pub fn find(&self, name: &str) -> Option<&Table> {
        resolve(name, |key| self.0.contains_key(key)).and_then(|key| self.0.get(key))
    }
}

/// In a plugin's section a bare name is the plugin's own table, or else the workspace's.
fn resolve(name: &str, is_known: impl Fn(&str) -> bool) -> Option<&str> {
    let bare = name.split_once('/').map(|(_, bare)| bare);
    std::iter::once(name).chain(bare).find(|key| is_known(key))
}

impl Tables {
    /// Reads the tables of the installation, those of the workspace that stand in for them or are its own, and those
    /// that plugins bring along.
    pub fn read(folder: &Path, installation: &Path, declared: Declarations<'_>, faults: &mut Faults) -> Self {
        let mut tables = Self::default();
        let names = Names::of_workspace(declared);
        let mut found: BTreeMap<String, (String, PathBuf, bool)> = BTreeMap::new();
        for (root, installed) in [(installation, true), (folder, false)] {
            for (id, path) in tables_in(&root.join(FOLDER)) {
                let before = found.insert(folded(&id), (id.clone(), path.clone(), installed));
                if let Some((_, first, _)) =
                    before.filter(|(_, first, before)| *before == installed && *first != path)
                {
                    faults.push(twice(&id, &Location::file(first), Location::file(path)));
                }
            }
        }
        for (id, path, installed) in found.into_values() {
            let read = read_within(&path, &[folder, installation]);
            tables.add(id, (&path, read), installed, (&names, None), faults);
        }
        for plugin in declared.plugins {
            tables.read_plugin(plugin, declared.counts, faults);
        }
        tables
    }

    /// Reads the tables that a plugin brings along.
    pub fn read_plugin(&mut self, plugin: &PluginFolder, counts: &Counts, faults: &mut Faults) {
        let names = Names::of_plugin(plugin, counts);
        let id = &plugin.manifest.id;
        for (table, path) in tables_in(&plugin.path.join("tables")) {
            let same = self.known.iter().find(|(known, _)| {
                let known = known
                    .strip_prefix(id.as_str())
                    .and_then(|known| known.strip_prefix('/'))
                    .unwrap_or(known);
                folded(known) == folded(&table)
            });
            if let Some((_, known)) = same.filter(|(_, known)| !known.installed) {
                faults.push(twice(&table, &known.place, Location::file(&path)));
            } else {
                let read = read_within(&path, &[&plugin.path]);
                self.add(format!("{id}/{table}"), (&path, read), false, (&names, Some(id)), faults);
            }
        }
    }

    fn add(
        &mut self,
        id: String,
        (path, read): (&Path, Result<Arc<Source>>),
        installed: bool,
        (names, plugin): (&Names<'_>, Option<&PluginId>),
        faults: &mut Faults,
    ) {
        let compiled = read.map_err(Faults::from).and_then(|source| compile::compile(&source, names, plugin));
        let definition = compiled.map_err(|found| faults.extend(found)).ok();
        self.known.insert(id, Known { place: Location::file(path), installed, definition });
    }

    /// Looks for what templates place: T040 for a table that there is none of.
    pub fn resolve(&mut self, uses: &[Use], faults: &mut Faults) {
        for used in uses.iter().filter(|used| used.kind == PlacedKind::Table) {
            if let Some(key) = resolve(&used.name, |key| self.known.contains_key(key)) {
                self.placed.insert(key.to_owned());
                continue;
            }
            let written = used.place.text_and_span().map(|(text, span)| &text[span]);
            let written = written.unwrap_or(&used.name);
            let own = used.name.split_once('/').map(|(plugin, _)| plugin);
            let known: Vec<&str> = self.known.keys().filter_map(|key| seen_as(key, own)).collect();
            let list = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
            let fault = Diagnostic::new(Code::UnknownTable).with("name", written).with("known", list);
            faults.push(fault.suggest(written, known).at(used.place.clone()));
        }
    }

    /// The workspace's and the plugins' tables that no template places: T046.
    pub fn unused(&self) -> Vec<Diagnostic> {
        let unused = self.known.iter().filter(|(id, known)| !known.installed && !self.placed.contains(*id));
        unused
            .map(|(id, known)| Diagnostic::new(Code::TableUnused).with("id", id).at(known.place.clone()))
            .collect()
    }

    /// Whether some table that is placed has a row a unit.
    pub fn ask_for_units(&self) -> bool {
        self.groups().any(|(_, group)| group.rows.of_units().is_some())
    }

    /// Whether some table that is placed says what a count comes to at another time.
    pub fn tell(&self, basis: Basis) -> bool {
        self.printed(basis).next().is_some()
    }

    /// The counts that tables which are placed print at a time, each with whether it is of units in rows of their own, and of the
    /// report's unit.
    pub fn printed(&self, basis: Basis) -> impl Iterator<Item = (CountIndex, bool, bool)> + '_ {
        self.groups().flat_map(move |(table, group)| {
            let is_of_units = group.rows.of_units().is_some();
            let is_own = !is_of_units || table.total.is_some() || group.total.is_some();
            let indices =
                group.rows.patterns().iter().flatten().filter_map(move |cell| cell.content.count_at(basis));
            indices.map(move |index| (index, is_of_units, is_own))
        })
    }

    /// The groups of rows of tables that are placed.
    fn groups(&self) -> impl Iterator<Item = (&Definition, &Group)> {
        self.definitions().flat_map(|(_, table)| table.groups.iter().map(move |group| (table, group)))
    }

    fn definitions(&self) -> impl Iterator<Item = (&String, &Definition)> {
        let placed = self.known.iter().filter(|(id, _)| self.placed.contains(*id));
        placed.filter_map(|(id, known)| Some((id, known.definition.as_ref()?)))
    }

    /// The tables that templates place, for one unit.
    ///
    /// # Errors
    /// T013 for a number that grows beyond what there is room for.
    pub fn fill<'g>(&self, given: impl FnOnce() -> TableInput<'g>) -> Result<Filled> {
        let mut filled = Filled::default();
        if self.placed.is_empty() {
            return Ok(filled);
        }
        let given = given();
        for (id, definition) in self.definitions() {
            let table = definition.fill(&given).map_err(|fault| fault.or_at(self.known[id].place.clone()))?;
            filled.0.extend(table.map(|table| (id.clone(), table)));
        }
        Ok(filled)
    }
}

/// A table's id as a template of `own` plugin writes it; nothing for another plugin's.
fn seen_as<'k>(key: &'k str, own: Option<&str>) -> Option<&'k str> {
    match (key.split_once('/'), own) {
        (Some((plugin, bare)), Some(own)) => (plugin == own).then_some(bare),
        _ => Some(key),
    }
}

fn twice(id: &str, first: &Location, place: Location) -> Diagnostic {
    Diagnostic::new(Code::TableTwice).with("id", id).with("first", first).at(place)
}

/// The JSON Schema of a table's file.
#[cfg(feature = "schema")]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(raw::TableToml)
}
