//! The packages under `crates/`: where their code begins and which of each other they use. Reads `Cargo.toml` alone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::tree::{Source, Sources};

/// A package of the workspace.
pub struct Package {
    /// Its folder's name, by which it is known in ARCHITECTURE.md.
    pub name: String,
    /// Its folder, from the workspace's.
    pub folder: PathBuf,
    /// Where its library, programs and build script begin.
    pub roots: Vec<PathBuf>,
    /// The packages it is built with.
    pub uses: BTreeSet<String>,
    /// The packages that its tests alone are built with.
    pub tests_use: BTreeSet<String>,
}

/// Reads the packages of a workspace, by name.
///
/// # Errors
/// A file that cannot be read or understood.
pub fn packages(workspace: &Path) -> Result<Vec<Package>, String> {
    let manifest = read_toml(&workspace.join("Cargo.toml"))?;
    let shared = manifest.get("workspace").and_then(|it| it.get("dependencies")?.as_table());
    let folders: BTreeMap<&str, &Path> = shared
        .into_iter()
        .flatten()
        .filter_map(|(name, said)| Some((name.as_str(), Path::new(said.get("path")?.as_str()?))))
        .collect();
    let mut packages = Vec::new();
    for entry in std::fs::read_dir(workspace.join("crates")).map_err(|error| error.to_string())? {
        let name = entry.map_err(|error| error.to_string())?.file_name().to_string_lossy().into_owned();
        let path = workspace.join("crates").join(&name).join("Cargo.toml");
        if path.is_file() {
            packages.push(package(workspace, name, &read_toml(&path)?, &folders));
        }
    }
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(packages)
}

/// Reads and parses the code of a package, tests with it, by paths from the workspace's folder.
///
/// # Errors
/// A file that cannot be read or parsed.
pub fn sources(workspace: &Path, package: &Package) -> Result<Sources, String> {
    let mut sources = Sources::new();
    for root in &package.roots {
        match root.parent().filter(|folder| *folder != package.folder) {
            Some(folder) => read_folder(workspace, folder, &mut sources)?,
            None => read(workspace, root, &mut sources)?,
        }
    }
    Ok(sources)
}

fn package(workspace: &Path, name: String, manifest: &Table, folders: &BTreeMap<&str, &Path>) -> Package {
    let folder = Path::new("crates").join(&name);
    let mut uses = BTreeSet::new();
    let mut tests_use = BTreeSet::new();
    let platforms = manifest.get("target").and_then(Value::as_table).into_iter().flatten();
    let tables = platforms.filter_map(|(_, platform)| platform.as_table());
    for table in std::iter::once(manifest).chain(tables) {
        take(table, "dependencies", folders, &mut uses);
        take(table, "build-dependencies", folders, &mut uses);
        take(table, "dev-dependencies", folders, &mut tests_use);
    }
    tests_use = tests_use.difference(&uses).filter(|used| **used != name).cloned().collect();
    let roots = roots(workspace, &folder, manifest);
    Package { name, folder, roots, uses, tests_use }
}

fn take(table: &Table, kind: &str, folders: &BTreeMap<&str, &Path>, uses: &mut BTreeSet<String>) {
    for (name, said) in table.get(kind).and_then(Value::as_table).into_iter().flatten() {
        let own = said.get("path").and_then(Value::as_str).map(Path::new);
        let shared = said.get("workspace").and_then(|_| folders.get(name.as_str()).copied());
        if let Some(folder) = own.or(shared).and_then(Path::file_name) {
            uses.insert(folder.to_string_lossy().into_owned());
        }
    }
}

fn roots(workspace: &Path, folder: &Path, manifest: &Table) -> Vec<PathBuf> {
    let programs = manifest.get("bin").and_then(Value::as_array).into_iter().flatten();
    let named = programs.chain(manifest.get("lib")).filter_map(|target| target.get("path")?.as_str());
    let usual = ["src/lib.rs", "src/main.rs", "build.rs"];
    let all: BTreeSet<PathBuf> = named.chain(usual).map(|path| folder.join(path)).collect();
    let inner = workspace.join(folder).join("src/bin");
    let inner = std::fs::read_dir(inner).into_iter().flatten().flatten();
    let inner = inner.map(|entry| folder.join("src/bin").join(entry.file_name()));
    all.into_iter()
        .chain(inner.map(|path| if path.extension().is_some() { path } else { path.join("main.rs") }))
        .filter(|path| workspace.join(path).is_file())
        .collect()
}

fn read_folder(workspace: &Path, folder: &Path, sources: &mut Sources) -> Result<(), String> {
    let Ok(entries) = std::fs::read_dir(workspace.join(folder)) else { return Ok(()) };
    for entry in entries.flatten() {
        let path = folder.join(entry.file_name());
        if sources.contains_key(&path) {
            continue;
        }
        if entry.path().is_dir() {
            read_folder(workspace, &path, sources)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            read(workspace, &path, sources)?;
        }
    }
    Ok(())
}

fn read(workspace: &Path, path: &Path, sources: &mut Sources) -> Result<(), String> {
    let text = std::fs::read_to_string(workspace.join(path))
        .map_err(|error| format!("{}: {error}", path.display()))?;
    sources.insert(path.to_owned(), Source::parse(path, &text)?);
    Ok(())
}

fn read_toml(path: &Path) -> Result<Table, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.parse().map_err(|error| format!("{}: {error}", path.display()))
}
