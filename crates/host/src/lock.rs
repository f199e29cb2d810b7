//! `plugins.lock` beside `workspace.toml`: the plugins that a workspace's reports were made with, by hash. Where it is,
//! another plugin with code from elsewhere under the same name is refused; one without code, or of the installation, is taken
//! over. Libraries that are built in this checkout change with every build and are left out, their plugins with them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use huibian_contract::CarrierKind;
use huibian_diagnostic::{Code as Fault, Diagnostic, Faults, Location, Result, Source};
use serde::{Deserialize, Serialize};

use crate::{Code, Own, PluginFolder, library};

const FILE: &str = "plugins.lock";
const HEAD: &str = "# 由 huibian 生成，请勿手改；插件更新后运行 huibian plugin lock。\n\
                    # Written by huibian, not by hand; after a plugin's update run huibian plugin lock.\n\n";

/// The plugins of a workspace as a lock names them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    #[serde(default)]
    plugin: Vec<Locked>,
    /// The plugins whose code came from elsewhere: neither with the installation nor from this checkout.
    #[serde(skip)]
    guarded: BTreeSet<String>,
}

/// What holding plugins against a lock came to.
#[derive(Debug, Default)]
pub struct Verdict {
    /// P015 for each plugin that is another one, P016 for each that the lock does not name.
    pub refused: Faults,
    /// The ids of those that differ and may, and how: `new` or `changed`.
    pub taken_over: Vec<(String, &'static str)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Locked {
    id: String,
    version: String,
    /// The hash of `plugin.toml`, the sections and the tables.
    files: String,
    /// The hash of the code, by what it runs on: a target triple, or `wasm`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    code: BTreeMap<String, String>,
}

impl Lock {
    /// The lock of these plugins, as they are.
    ///
    /// # Errors
    /// W001 for a section that cannot be read.
    pub fn of<'p>(
        plugins: impl IntoIterator<Item = (&'p PluginFolder, Option<&'p Code>)>,
        own: &Own,
    ) -> Result<Self> {
        let mut lock = Self::default();
        for (folder, code) in plugins {
            if code.is_some_and(|code| own.is_built_here(&code.path)) {
                continue;
            }
            if code.is_some_and(|code| !own.holds(&code.path)) {
                lock.guarded.insert(folder.manifest.id.to_string());
            }
            let runs_on = match folder.manifest.carrier() {
                CarrierKind::Wasm => "wasm",
                CarrierKind::Native | CarrierKind::Declarative => library::TARGET,
            };
            lock.plugin.push(Locked {
                id: folder.manifest.id.to_string(),
                version: folder.manifest.version.clone(),
                files: files(folder)?,
                code: code.map(|code| (runs_on.to_owned(), code.hash.clone())).into_iter().collect(),
            });
        }
        lock.plugin.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(lock)
    }

    /// Reads a workspace's lock; none where there is none.
    ///
    /// # Errors
    /// W001 to W004.
    pub fn read(workspace: &Path) -> Result<Option<Self>> {
        let path = path(workspace);
        if !path.exists() {
            return Ok(None);
        }
        let source: std::sync::Arc<Source> = huibian_config::read(&path)?;
        huibian_config::parse(&source).map(Some)
    }

    /// Whether a workspace has one.
    pub fn is_in(workspace: &Path) -> bool {
        path(workspace).exists()
    }

    /// Whether it names no plugin.
    pub fn is_empty(&self) -> bool {
        self.plugin.is_empty()
    }

    /// Holds the plugins as they are against this lock. What has no code, or came with the installation, may differ, unless
    /// it `is_strict`.
    pub fn verify(&self, found: &Self, workspace: &Path, is_strict: bool) -> Verdict {
        let mut verdict = Verdict::default();
        for plugin in &found.plugin {
            let Some(difference) = self.difference(plugin) else { continue };
            if is_strict || found.guarded.contains(&plugin.id) {
                verdict.refused.push(difference.at(Location::file(path(workspace))));
            } else {
                let kind = if difference.code() == Fault::NotLocked { "new" } else { "changed" };
                verdict.taken_over.push((plugin.id.clone(), kind));
            }
        }
        verdict
    }

    /// In what a plugin is not the one that the lock names.
    fn difference(&self, plugin: &Locked) -> Option<Diagnostic> {
        let fault = |code| Diagnostic::new(code).with("id", &plugin.id);
        let locked = self.plugin.iter().find(|locked| locked.id == plugin.id);
        let locked =
            locked.filter(|locked| plugin.code.keys().all(|system| locked.code.contains_key(system)));
        let Some(locked) = locked else { return Some(fault(Fault::NotLocked)) };
        let what = locked.difference(plugin)?;
        let fault = fault(Fault::LockDiffers).with("what", what);
        Some(fault.with("locked", &locked.version).with("found", &plugin.version))
    }

    /// The lock with what is found now in place of what it said; other systems' code of the same version stays.
    #[must_use]
    pub fn renewed(&self, found: Self) -> Self {
        let mut renewed = found;
        for plugin in &mut renewed.plugin {
            let same = |locked: &&Locked| locked.id == plugin.id && locked.version == plugin.version;
            let others = self.plugin.iter().find(same).map(|locked| locked.code.clone());
            for (system, hash) in others.into_iter().flatten() {
                plugin.code.entry(system).or_insert(hash);
            }
        }
        renewed
    }

    /// What is new, changed or gone in `self` against an earlier lock: `id`, and which of the three.
    pub fn changes(&self, earlier: &Self) -> Vec<(String, &'static str)> {
        let known = |lock: &Self, id: &str| lock.plugin.iter().find(|plugin| plugin.id == id).cloned();
        let mut changes: Vec<(String, &'static str)> = Vec::new();
        for plugin in &self.plugin {
            match known(earlier, &plugin.id) {
                None => changes.push((plugin.id.clone(), "new")),
                Some(before) if before != *plugin => changes.push((plugin.id.clone(), "changed")),
                Some(_) => {}
            }
        }
        let gone = earlier.plugin.iter().filter(|plugin| known(self, &plugin.id).is_none());
        changes.extend(gone.map(|plugin| (plugin.id.clone(), "gone")));
        changes
    }

    /// Writes it into the workspace, and returns where.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn write(&self, workspace: &Path) -> Result<PathBuf> {
        let text = toml::to_string(self)
            .map_err(|error| Diagnostic::new(Fault::Internal).with_detail("reason", error))?;
        let path = path(workspace);
        huibian_store::write_all(std::iter::once((path.clone(), format!("{HEAD}{text}").into_bytes())))?;
        Ok(path)
    }
}

impl Locked {
    /// The first thing in which another state of the plugin differs.
    fn difference(&self, found: &Self) -> Option<&'static str> {
        if self.version != found.version {
            return Some("version");
        }
        if found.code.iter().any(|(system, hash)| self.code.get(system) != Some(hash)) {
            return Some("code");
        }
        (self.files != found.files).then_some("files")
    }
}

fn path(workspace: &Path) -> PathBuf {
    workspace.join(FILE)
}

/// One hash over `plugin.toml` and the sections, each with its name.
fn files(folder: &PluginFolder) -> Result<String> {
    let mut hasher = blake3::Hasher::new();
    let mut add = |name: &str, text: &str| {
        for part in [name, text] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
    };
    add("plugin.toml", &folder.source.text);
    for slot in &folder.manifest.slots {
        let path = folder.section_path(slot);
        add(slot.as_str(), &huibian_config::read(&path)?.text);
    }
    for (id, path) in huibian_config::file::tables_in(&folder.path.join("tables")) {
        add(&format!("tables/{id}"), &huibian_config::read(&path)?.text);
    }
    Ok(hasher.finalize().to_hex().to_string())
}
