//! Sandboxed plugins through the built program: one made from text, which runs anywhere, and the project's own plugins,
//! whose modules `cargo xtask wasm` builds, beside the same plugins as libraries.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use huibian_tests::without_inputs;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const ANSWERS: &str = include_str!("../fixtures/wasm/answers.wat");

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The folder of this build: the program lies in it.
fn build() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.parent().and_then(Path::parent).unwrap().to_owned()
}

fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

/// A copy of the repository's workspace with the flood season's section added, for one unit.
struct Workspace(tempfile::TempDir);

impl Workspace {
    fn new() -> Self {
        let workspace = Self(tempfile::tempdir().unwrap());
        for part in ["workspace.toml", "data", "templates", "plugins"] {
            copy(&root().join(part), &workspace.path(part));
        }
        copy(&root().join("tests/plugins/flood-season"), &workspace.path("plugins/flood-season"));
        workspace.edit("workspace.toml", "\"online-opinion\"]", "\"online-opinion\", \"flood-season\"]");
        let data = fs::read_to_string(workspace.path("data/2023Q2/yunxi.toml")).unwrap();
        let data = data + "\n[flood-season]\npatrols_total = 12\nhazards_total = 0\n";
        fs::write(workspace.path("data/2023Q2/yunxi.toml"), data).unwrap();
        workspace
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(self.path(file), text.replacen(from, to, 1)).unwrap();
    }

    /// Makes a plugin one that a module carries.
    fn carry(&self, plugin: &str, module: &[u8]) {
        let library = plugin.replace('-', "_");
        self.edit(
            &format!("plugins/{plugin}/plugin.toml"),
            &format!("library = \"{library}\""),
            "module = \"section.wasm\"",
        );
        fs::write(self.path(&format!("plugins/{plugin}/section.wasm")), module).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let program = build().join(format!("huibian{}", std::env::consts::EXE_SUFFIX));
        Command::new(program).current_dir(self.0.path()).args(arguments).output().unwrap()
    }

    fn batch(&self) -> (Option<i32>, String) {
        let output = self.run(&["--lang", "zh", "batch"]);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }

    fn files(&self) -> Vec<(String, Vec<u8>)> {
        let entries = fs::read_dir(self.path("out/ideology/2023Q2")).unwrap().map(Result::unwrap);
        let mut files: Vec<_> = entries
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect();
        files.sort();
        files
    }
}

#[test]
fn a_module_made_from_text_joins_the_report() {
    let workspace = Workspace::new();
    workspace.carry("flood-season", &wat::parse_str(ANSWERS).unwrap());
    let output = workspace.run(&["--lang", "zh", "preview", "云溪镇"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("（五）扎实做好防汛工作。本季度组织巡堤查险12次，未发现险情。"), "{said}");
    let output = workspace.run(&["--lang", "zh", "plugin", "show", "flood-season"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("section.wasm"));
}

#[test]
fn a_module_without_end_costs_its_unit_and_no_other() {
    let workspace = Workspace::new();
    let endless = ANSWERS.replace("(call $input_read (i32.const 65536))", "(loop (br 0))");
    workspace.carry("flood-season", &wat::parse_str(endless).unwrap());
    let manifest = "plugins/flood-season/plugin.toml";
    workspace.edit(
        manifest,
        "[fields.patrols_total]",
        "limits = { fuel = 1000000 }\n\n[fields.patrols_total]",
    );
    let (status, said) = workspace.batch();
    assert_eq!(status, Some(1), "{said}");
    assert!(said.contains("P131") && said.contains("flood-season") && said.contains("limits.fuel"), "{said}");
    let files = workspace.files();
    assert_eq!(files.iter().filter(|(name, _)| name.contains(".docx")).count(), 6);
}

#[test]
fn a_module_that_wants_files_is_refused_before_the_run() {
    let workspace = Workspace::new();
    let reaching = ANSWERS.replace("huibian_v1\" \"input_read", "wasi_snapshot_preview1\" \"path_open");
    workspace.carry("flood-season", &wat::parse_str(reaching).unwrap());
    for command in [&["--lang", "zh", "check"][..], &["--lang", "zh", "batch"]] {
        let output = workspace.run(command);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("P052") && said.contains("wasi_snapshot_preview1.path_open"), "{said}");
    }
    assert!(!workspace.path("out").exists());
}

#[test]
fn one_source_gives_the_same_bytes_as_library_and_as_module() {
    let modules = build().parent().unwrap().join("wasm/wasm32-unknown-unknown/release");
    if !modules.is_dir() {
        let said = "NOT TESTED: the plugins as WebAssembly modules; `cargo xtask wasm` builds them";
        assert!(std::env::var_os("CI").is_none(), "{said}");
        eprintln!("{said}");
        return;
    }
    let (native, wasm) = (Workspace::new(), Workspace::new());
    for plugin in ["theory-study", "propaganda", "position-management", "online-opinion", "flood-season"] {
        let module = modules.join(format!("{}.wasm", plugin.replace('-', "_")));
        wasm.carry(plugin, &fs::read(module).unwrap());
    }
    for workspace in [&native, &wasm] {
        let (status, said) = workspace.batch();
        assert_eq!(status, Some(0), "{said}");
    }
    let (native, wasm) = (native.files(), wasm.files());
    assert_eq!(native.len(), wasm.len());
    assert!(native.len() > 6);
    for ((name, expected), (_, found)) in native.iter().zip(&wasm) {
        let same = match name.as_str() {
            "manifest.jsonl" => without_inputs(expected) == without_inputs(found),
            _ => expected == found,
        };
        assert!(same, "{name} differs");
    }
}
