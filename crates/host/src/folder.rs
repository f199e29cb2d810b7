//! A plugin's folder: found by id, read without running anything.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_config::{self as config, Places};
use huibian_contract::{CONTRACT, CountKind, FactMerge, FactType, FieldType, Name, PluginId, PluginManifest};
use huibian_diagnostic::{Argument, Code, Diagnostic, Faults, Location, Result, Source};

use crate::declare::Declared;

/// The most digits after a point: quotients keep them all exact.
const MOST_DIGITS: u32 = 6;

/// A folder with a `plugin.toml` that holds together.
#[derive(Clone, Debug)]
pub struct PluginFolder {
    /// The folder.
    pub path: PathBuf,
    /// What `plugin.toml` declares.
    pub manifest: PluginManifest,
    /// The text of `plugin.toml`.
    pub source: Arc<Source>,
    pub(crate) places: Places,
}

impl PluginFolder {
    /// Reads and checks `plugin.toml`.
    ///
    /// # Errors
    /// W001 to W004 for the file; P002, P003, P007, P010 and P030 to P039 for what it declares.
    pub fn read(path: &Path) -> Result<Self> {
        let file = path.join("plugin.toml");
        let text = config::file::written(&file)?;
        let source = Source::new(file, text);
        let folder = Self::new(path, config::parse(&source)?, source);
        folder.check()?;
        Ok(folder)
    }

    /// A folder of which all that is said is known.
    pub fn new(path: impl Into<PathBuf>, manifest: PluginManifest, source: Arc<Source>) -> Self {
        let places = Places::of(&source);
        Self { path: path.into(), manifest, source, places }
    }

    /// All that keeps a `plugin.toml` from being read, where [`PluginFolder::read`] tells of the first.
    pub fn misfits(file: &Path) -> Faults {
        let Ok(text) = config::file::written(file) else { return Faults::new() };
        config::parse_all::<PluginManifest>(&Source::new(file, text)).err().unwrap_or_default()
    }

    /// Where a key of `plugin.toml` stands.
    pub fn place(&self, keys: &[&str]) -> Location {
        self.places.value(keys)
    }

    /// The template that words a slot.
    pub fn section_path(&self, slot: &Name) -> PathBuf {
        self.path.join("sections").join(format!("{slot}.hbs"))
    }

    fn check(&self) -> Result<()> {
        let manifest = &self.manifest;
        let folder = self.path.file_name().unwrap_or_default().to_string_lossy();
        if folder != manifest.id.as_str() {
            return Err(Diagnostic::new(Code::PluginId)
                .with("id", &manifest.id)
                .with("folder", folder)
                .at(self.place(&["id"])));
        }
        if manifest.contract == 0 || manifest.contract > CONTRACT {
            return Err(Diagnostic::new(Code::WrongContract)
                .with("id", &manifest.id)
                .with("found", manifest.contract)
                .with("expected", CONTRACT)
                .at(self.place(&["contract"])));
        }
        let contradiction = |keys: &[&str], reason: &str| {
            let fault = Diagnostic::new(Code::PluginManifest).with("reason", reason);
            fault.with("name", *keys.last().unwrap_or(&"")).at(self.place(keys))
        };
        if manifest.library.is_some() && manifest.module.is_some() {
            return Err(contradiction(&["module"], "carriers"));
        }
        for (name, field) in &manifest.fields {
            if (field.kind == FieldType::Ledger) == field.columns.is_empty() {
                return Err(contradiction(&["fields", name.as_str()], "columns"));
            }
        }
        for (name, fact) in &manifest.facts {
            let merges = fact.merge.is_some_and(|merge| merge != FactMerge::None);
            if merges && matches!(fact.kind, FactType::Boolean | FactType::Date) {
                return Err(contradiction(&["facts", name.as_str()], "merge"));
            }
        }
        for (name, count) in &manifest.counts {
            let keys = ["counts", name.as_str()];
            if let Some(scale) = count.scale.filter(|scale| *scale > MOST_DIGITS) {
                let fault = contradiction(&keys, "digits");
                return Err(fault.with("found", scale).with("limit", MOST_DIGITS));
            }
            if count.kind == CountKind::Ratio && count.scale.is_none() {
                return Err(contradiction(&keys, "endless"));
            }
            match (&count.ratio, count.kind) {
                (Some(ratio), CountKind::Ratio) => {
                    let unknown = [&ratio.num, &ratio.den]
                        .into_iter()
                        .find(|part| !manifest.counts.contains_key(*part));
                    if let Some(part) = unknown {
                        return Err(contradiction(&keys, "part").with("found", part));
                    }
                }
                (None, CountKind::Integer | CountKind::Decimal) => {}
                _ => {
                    return Err(contradiction(&keys, "ratio"));
                }
            }
        }
        Declared::compile(manifest, &self.places)?;
        match manifest.slots.iter().find(|slot| !self.section_path(slot).is_file()) {
            Some(slot) => Err(Diagnostic::new(Code::SectionMissing)
                .with("id", &manifest.id)
                .with("slot", slot)
                .with("path", self.section_path(slot).display())
                .at(self.place(&["slots"]))),
            None => Ok(()),
        }
    }
}

/// Where plugins and their libraries are looked for. Never the current directory, never `$PATH`.
#[derive(Clone, Debug, Default)]
pub struct PluginSearch {
    /// Folders that hold plugin folders, in the order they are asked.
    pub folders: Vec<PathBuf>,
    /// Further folders with built libraries: the executable's own, in development.
    pub libraries: Vec<PathBuf>,
}

impl PluginSearch {
    /// The first folder of that id. The same plugin may stand in a later one too.
    ///
    /// # Errors
    /// P001 when there is none, W015 when it lies elsewhere, P017 when a later folder holds another version, and what [`PluginFolder::read`] finds.
    pub fn find(&self, id: &PluginId) -> Result<PluginFolder> {
        let candidates: Vec<PathBuf> = self.folders.iter().map(|folder| folder.join(id.as_str())).collect();
        let mut there = candidates.iter().filter(|folder| folder.join("plugin.toml").is_file());
        if let Some(first) = there.next() {
            // A link must not have what lies elsewhere read, and told of where it is no declaration.
            let roots: Vec<&Path> = self.folders.iter().filter_map(|folder| folder.parent()).collect();
            let file = first.join("plugin.toml");
            config::bounds::ensure_within(&file, &roots).map_err(|fault| fault.at(Location::file(&file)))?;
            let found = PluginFolder::read(first)?;
            let is_other = |second: &&PathBuf| {
                let second = PluginFolder::read(second);
                second.is_ok_and(|second| second.manifest.version != found.manifest.version)
            };
            return match there.find(is_other) {
                None => Ok(found),
                Some(second) => Err(Diagnostic::new(Code::TwoPlugins)
                    .with("id", id)
                    .with("first", first.display())
                    .with("second", second.display())
                    .at(found.place(&["version"]))),
            };
        }
        let known = self.known();
        Err(Diagnostic::new(Code::PluginMissing)
            .with("id", id)
            .with("searched", Argument::list(&candidates))
            .suggest(id.as_str(), known.iter().map(PluginId::as_str)))
    }

    /// The ids of all plugins there are, each once.
    pub fn known(&self) -> Vec<PluginId> {
        let entries = self.folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
        let mut ids: Vec<PluginId> = entries
            .filter(|entry| entry.path().join("plugin.toml").is_file())
            .filter_map(|entry| PluginId::new(&entry.file_name().to_string_lossy()).ok())
            .collect();
        ids.sort();
        ids.dedup();
        ids
    }
}
