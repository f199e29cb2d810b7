//! What one call of a plugin costs in the sandbox, beside the same plugin as a library in this process. The modules come
//! from `cargo xtask wasm`; without them the rows are left out, and the program says so.

#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

use divan::Bencher;
use huibian_contract::Request;
use huibian_host::{Plugin, PluginFolder};

fn main() {
    if module().is_none() {
        eprintln!("no modules: run cargo xtask wasm");
    }
    divan::main();
}

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The target folder, in which this benchmark lies at `release/deps`.
fn target() -> PathBuf {
    std::env::current_exe().unwrap().ancestors().nth(3).unwrap().to_owned()
}

fn module() -> Option<Vec<u8>> {
    fs::read(target().join("wasm/wasm32-unknown-unknown/release/theory_study.wasm")).ok()
}

fn folder() -> PluginFolder {
    PluginFolder::read(&checkout().join("plugins/theory-study")).unwrap()
}

fn native() -> Plugin {
    Plugin::load(folder(), &[target().join("release")]).unwrap()
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

#[divan::bench]
fn call_native(bencher: Bencher<'_, '_>) {
    let (plugin, request) = (native(), request());
    bencher.bench(|| plugin.contribute(&request).unwrap());
}

#[divan::bench]
fn call_wasm(bencher: Bencher<'_, '_>) {
    let scratch = tempfile::tempdir().unwrap();
    let Some(folder) = wasm(scratch.path()) else { return };
    let (plugin, request) = (Plugin::load(folder, &[]).unwrap(), request());
    bencher.bench(|| plugin.contribute(&request).unwrap());
}

#[divan::bench]
fn load_wasm(bencher: Bencher<'_, '_>) {
    let scratch = tempfile::tempdir().unwrap();
    let Some(folder) = wasm(scratch.path()) else { return };
    bencher.bench(|| Plugin::load(folder.clone(), &[]).map(|_| ()).unwrap());
}
