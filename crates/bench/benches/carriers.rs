//! What one call of a plugin costs behind each carrier: the same section as a library in this process and in a child, as
//! a module in the sandbox, and without code. The module comes from `cargo xtask wasm`; without it its rows are left out,
//! and the program says so.

#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use divan::Bencher;
use huibian_contract::Request;
use huibian_host::{Code, Isolation, Plugin, PluginFolder, RunLimits};

fn main() -> ExitCode {
    // The program starts itself as the child that hosts a library.
    if let Some(hosted) = huibian_host::serve() {
        return hosted;
    }
    if module().is_none() {
        eprintln!("no modules: run cargo xtask wasm");
    }
    divan::main();
    ExitCode::SUCCESS
}

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The folder of this build, in which this benchmark lies at `deps`.
fn built() -> PathBuf {
    std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned()
}

fn module() -> Option<Vec<u8>> {
    fs::read(built().join("../wasm/wasm32-unknown-unknown/release/theory_study.wasm")).ok()
}

fn folder() -> PluginFolder {
    PluginFolder::read(&checkout().join("plugins/theory-study")).unwrap()
}

fn load(folder: PluginFolder, isolation: Isolation) -> Plugin {
    let code = Code::read(&folder, &[built()]).unwrap();
    Plugin::load(folder, code, isolation, None, &RunLimits::default()).unwrap()
}

fn native(isolation: Isolation) -> Plugin {
    load(folder(), isolation)
}

/// The plugin's folder with a module in place of its library.
fn wasm(scratch: &Path) -> Option<PluginFolder> {
    let module = module()?;
    let mut folder = folder();
    scratch.clone_into(&mut folder.path);
    folder.manifest.library = None;
    folder.manifest.module = Some("section.wasm".to_owned());
    fs::write(scratch.join("section.wasm"), module).unwrap();
    Some(folder)
}

/// A unit with a ledger of some 4 KB.
fn request() -> Request {
    let row = |day: usize| serde_json::json!({ "date": format!("2023-05-{:02}", day % 28 + 1), "topic": "学习专题与研讨交流", "seminar": day.is_multiple_of(3) });
    let rows: Vec<_> = (0..40).map(row).collect();
    serde_json::from_value(serde_json::json!({
        "contract": 1,
        "period": "2023Q2",
        "unit": { "id": "yunxi", "name": "云溪镇" },
        "data": { "sessions": rows, "seminars": rows, "responsibility": "层层压实责任。" },
    }))
    .unwrap()
}

/// The same section without code.
fn declarative(scratch: &Path) -> PluginFolder {
    let from = checkout().join("plugins/theory-study");
    let mut manifest = fs::read_to_string(from.join("plugin.toml")).unwrap();
    manifest = manifest.replace("library = \"theory_study\"\n", "");
    for count in ["sessions", "seminars"] {
        let source = format!("[counts.{count}]\nledger = \"{count}\"\nnumber = \"{count}_total\"");
        manifest = manifest.replace(&format!("[counts.{count}]"), &source);
    }
    for fact in ["titles", "responsibility", "plan"] {
        let source = format!("[facts.{fact}]\nfield = \"{fact}\"");
        manifest = manifest.replace(&format!("[facts.{fact}]"), &source);
    }
    let folder = scratch.join("theory-study");
    fs::create_dir_all(folder.join("sections")).unwrap();
    fs::write(folder.join("plugin.toml"), manifest).unwrap();
    for section in fs::read_dir(from.join("sections")).unwrap().map(Result::unwrap) {
        fs::copy(section.path(), folder.join("sections").join(section.file_name())).unwrap();
    }
    PluginFolder::read(&folder).unwrap()
}

fn call(bencher: Bencher<'_, '_>, plugin: &Plugin) {
    let request = request();
    bencher.bench(|| plugin.contribute(&request).unwrap());
}

#[divan::bench]
fn call_native_in_process(bencher: Bencher<'_, '_>) {
    call(bencher, &native(Isolation::None));
}

#[divan::bench]
fn call_native_isolated(bencher: Bencher<'_, '_>) {
    call(bencher, &native(Isolation::Process));
}

#[divan::bench]
fn call_declarative(bencher: Bencher<'_, '_>) {
    let scratch = tempfile::tempdir().unwrap();
    call(bencher, &load(declarative(scratch.path()), Isolation::Process));
}

#[divan::bench]
fn call_wasm(bencher: Bencher<'_, '_>) {
    let scratch = tempfile::tempdir().unwrap();
    let Some(folder) = wasm(scratch.path()) else { return };
    call(bencher, &load(folder, Isolation::Process));
}

#[divan::bench]
fn load_wasm(bencher: Bencher<'_, '_>) {
    let scratch = tempfile::tempdir().unwrap();
    let Some(folder) = wasm(scratch.path()) else { return };
    bencher.bench(|| drop(load(folder.clone(), Isolation::Process)));
}
