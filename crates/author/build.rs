//! Gathers the SDK's sources with manifests of their own, so that a new plugin can bring the SDK along and builds
//! anywhere. Paths, texts: `FILES` in `sdk.rs`.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

type Fallible<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Fallible {
    let crates = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("..").canonicalize()?;
    let root: Table = fs::read_to_string(crates.join("../Cargo.toml"))?.parse()?;
    let workspace = root.get("workspace").and_then(Value::as_table).ok_or("no workspace")?;
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut list = String::from("pub const FILES: &[(&str, &str)] = &[\n");
    for (name, folder) in [("huibian-contract", "contract"), ("huibian-plugin", "plugin")] {
        let folder = crates.join(folder);
        let manifest = out.join(format!("{name}.toml"));
        let written = standing_alone(&fs::read_to_string(folder.join("Cargo.toml"))?.parse()?, workspace)?;
        fs::write(&manifest, written)?;
        add(&mut list, &format!("sdk/{name}/Cargo.toml"), &manifest)?;
        add_folder(&mut list, &format!("sdk/{name}/src"), &folder.join("src"))?;
        add_folder(&mut list, "sdk/include", &folder.join("include"))?;
        println!("cargo:rerun-if-changed={}", folder.display());
    }
    list.push_str("];\n");
    let package = workspace.get("package").and_then(Value::as_table).ok_or("no package")?;
    for (constant, key) in [("EDITION", "edition"), ("RUST", "rust-version")] {
        let value = package.get(key).and_then(Value::as_str).ok_or(key)?;
        writeln!(list, "pub const {constant}: &str = {value:?};")?;
    }
    fs::write(out.join("sdk.rs"), list)?;
    println!("cargo:rerun-if-changed={}", crates.join("../Cargo.toml").display());
    println!("cargo:rerun-if-changed=build.rs");
    Ok(())
}

fn add(list: &mut String, name: &str, path: &Path) -> Fallible {
    writeln!(list, "    ({name:?}, include_str!({:?})),", path.to_str().ok_or("a path is not UTF-8")?)?;
    Ok(())
}

fn add_folder(list: &mut String, name: &str, folder: &Path) -> Fallible {
    if !folder.is_dir() {
        return Ok(());
    }
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Fallible<_>>()?;
    paths.sort();
    for path in paths {
        let file = path.file_name().and_then(|name| name.to_str()).ok_or("a name is not UTF-8")?;
        let name = format!("{name}/{file}");
        if path.is_dir() { add_folder(list, &name, &path)? } else { add(list, &name, &path)? }
    }
    Ok(())
}

/// A manifest that takes nothing from a workspace: versions in place, the sister crate beside it, no tests, no lints.
fn standing_alone(manifest: &Table, workspace: &Table) -> Fallible<String> {
    let table =
        |table: &Table, key: &str| table.get(key).and_then(Value::as_table).cloned().unwrap_or_default();
    let (shared, versions) = (table(workspace, "package"), table(workspace, "dependencies"));
    let mut package = table(manifest, "package");
    for (key, value) in &mut package {
        if value.get("workspace").is_some() {
            *value = shared.get(key).ok_or("a key that the workspace lacks")?.clone();
        }
    }
    let mut dependencies = Table::new();
    for (name, own) in table(manifest, "dependencies") {
        if own.get("optional").and_then(Value::as_bool) == Some(true) {
            continue;
        }
        let mut whole = match versions.get(&name) {
            Some(Value::Table(whole)) => whole.clone(),
            Some(version) => Table::from_iter([("version".to_owned(), version.clone())]),
            None => Table::new(),
        };
        if whole.contains_key("path") {
            whole.insert("path".to_owned(), format!("../{name}").into());
        }
        for (key, value) in own.as_table().into_iter().flatten().filter(|(key, _)| *key != "workspace") {
            whole.insert(key.clone(), value.clone());
        }
        dependencies.insert(name, whole.into());
    }
    // The names alone: what a feature would bring along is not here.
    let features: Table =
        table(manifest, "features").into_iter().map(|(name, _)| (name, Value::Array(Vec::new()))).collect();
    let alone = Table::from_iter([
        ("package".to_owned(), package.into()),
        ("features".to_owned(), features.into()),
        ("dependencies".to_owned(), dependencies.into()),
    ]);
    Ok(toml::to_string(&alone)?)
}
