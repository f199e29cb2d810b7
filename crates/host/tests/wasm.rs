//! The sandbox from outside: a module that answers, a module for every fault, and modules broken at random.

#![cfg(feature = "wasm")]
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use huibian_contract::{CONTRACT, Period, Request, UnitId, UnitIdentity};
use huibian_diagnostic::{Catalog, Code, Diagnostic, Lang};
use huibian_figure::{Origin, Record};
use huibian_host::{Code as Carried, Isolation, Plugin, PluginFolder, RunLimits, Turns, examine};
use proptest::prelude::*;

const MANIFEST: &str = r#"
id = "flood-season"
version = "0.1.0"
title = "防汛工作"
contract = 1
module = "flood.wasm"
slots = []
counts.patrols = { label = "巡堤查险", required = true }
counts.hazards = { label = "险情", required = true }
limits = { response_bytes = 1000, memory_mib = 4, fuel = 1000000 }
"#;

const ANSWERS: &str = include_str!("../../../tests/fixtures/wasm/answers.wat");

/// A plugin's folder around a module.
fn load(folder: PluginFolder) -> Result<Plugin, Diagnostic> {
    let code = Carried::read(&folder, &[])?;
    Plugin::load(folder, code, Isolation::None, None, &RunLimits::default())
}

fn folder(at: &Path, module: &[u8]) -> PluginFolder {
    let path = at.join("flood-season");
    fs::create_dir_all(&path).unwrap();
    fs::write(path.join("plugin.toml"), MANIFEST).unwrap();
    fs::write(path.join("flood.wasm"), module).unwrap();
    PluginFolder::read(&path).unwrap()
}

fn request() -> Request {
    let unit = UnitIdentity {
        id: UnitId::new("yunxi").unwrap(),
        name: "云溪镇".to_owned(),
        attributes: <_>::default(),
    };
    let period: Period = "2023Q2".parse().unwrap();
    let data = serde_json::json!({ "patrols_total": 12 }).as_object().unwrap().clone();
    Request { contract: CONTRACT, period, unit, data, previous: <_>::default(), dated: <_>::default() }
}

/// Examines, loads and calls a module once.
fn run(module: &[u8]) -> Result<huibian_host::Contribution, Diagnostic> {
    let scratch = tempfile::tempdir().unwrap();
    load(folder(scratch.path(), module))?.contribute(&request())
}

/// A module with the three imports, a memory of two pages and the given body of `huibian_call`.
fn calling(body: &str) -> Vec<u8> {
    let text = format!(
        r#"(module
            (import "huibian_v1" "input_read" (func $input_read (param i32)))
            (import "huibian_v1" "output_write" (func $output_write (param i32 i32)))
            (import "huibian_v1" "panic_message" (func $panic_message (param i32 i32)))
            (type $nothing (func))
            (table 4 funcref)
            (memory (export "memory") 2)
            (data (i32.const 0) "half way")
            (func $deep (call $deep))
            (func (export "huibian_call") (param $op i32) (param $len i32) (result i32) {body}))"#
    );
    wat::parse_str(text).unwrap()
}

#[test]
fn a_module_answers() {
    let contribution = run(&wat::parse_str(ANSWERS).unwrap()).unwrap();
    assert_eq!(contribution.counts["patrols"].value, 12.into());
    let origin = Origin::of(Record::Text("patrols_total".to_owned()));
    assert_eq!(contribution.counts["patrols"].origin, origin);
    assert_eq!(contribution.counts["hazards"].value, 0.into());
}

#[test]
fn the_request_is_what_a_module_reads() {
    let echoes = calling(
        "(call $input_read (i32.const 65536)) (call $output_write (i32.const 65536) (local.get $len)) (i32.const 1)",
    );
    let fault = run(&echoes).expect_err("status 1 refuses");
    let expected = serde_json::to_string(&request()).unwrap();
    assert_eq!(fault.argument("message").unwrap().to_string(), expected);
}

#[test]
fn every_call_begins_anew() {
    // Remembers having been called; a second call in the same memory would break off.
    let remembers = calling(
        "(if (i32.load (i32.const 100)) (then unreachable)) (i32.store (i32.const 100) (i32.const 1)) (i32.const 1)",
    );
    let scratch = tempfile::tempdir().unwrap();
    let plugin = load(folder(scratch.path(), &remembers)).unwrap();
    for _ in 0..3 {
        assert_eq!(plugin.contribute(&request()).expect_err("status 1").code(), Code::PluginRefused);
    }
}

/// It answers each time, but after so many steps that a run of many units would take hours.
#[test]
fn a_module_that_is_dear_at_every_unit_is_set_aside() {
    const DEAR: &str = "(result i32) (local $left i32) (local.set $left (i32.const 100000000))
        (loop (br_if 0 (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))";
    let run = RunLimits { fuel: 0, ..RunLimits::default() };
    let scratch = tempfile::tempdir().unwrap();
    let load = |module: &str| {
        let at = folder(scratch.path(), &wat::parse_str(module).unwrap()).path;
        let text = MANIFEST.replace("fuel = 1000000", "fuel = 1000000000");
        fs::write(at.join("plugin.toml"), text).unwrap();
        let folder = PluginFolder::read(&at).unwrap();
        let code = Carried::read(&folder, &[]).unwrap();
        Plugin::load(folder, code, Isolation::None, None, &run).unwrap()
    };
    let cheap = load(ANSWERS);
    assert!((0..9).all(|_| cheap.contribute(&request()).is_ok()));
    let dear = load(&ANSWERS.replace("(result i32)", DEAR));
    assert!(dear.contribute(&request()).is_ok());
    let fault = dear.contribute(&request()).expect_err("each call may take 100,000,000 steps");
    assert_eq!(fault.code(), Code::PluginRunBudget, "{fault}");
    assert!(fault.to_string().contains("flood-season"), "{fault}");
    assert!(Catalog::of(Lang::En).help(&fault).is_some_and(|help| help.contains("run_fuel")), "{fault}");
    // Whoever asks first, the first unit in order has its answer.
    let (dear, turns) = (load(&ANSWERS.replace("(result i32)", DEAR)), Turns::default());
    let answered = std::thread::scope(|scope| {
        let ask = |place: usize| {
            let (dear, turn) = (&dear, turns.at(place));
            scope.spawn(move || {
                std::thread::sleep(Duration::from_millis(20 * (3 - place as u64)));
                dear.ask(&[request()], &turn).pop().unwrap().is_ok()
            })
        };
        [0, 1, 2, 3].map(ask).map(|asked| asked.join().unwrap())
    });
    assert_eq!(answered, [true, false, false, false]);
}

#[test]
fn every_fault_of_a_call_has_its_name() {
    let write = |len: &str| format!("(call $output_write (i32.const 0) (i32.const {len})) (i32.const 0)");
    for (body, code, said) in [
        ("unreachable".to_owned(), Code::ModuleTrapped, "gave up by itself"),
        ("(i32.load (i32.const -4))".to_owned(), Code::ModuleTrapped, "outside its memory"),
        ("(i32.div_u (i32.const 1) (i32.const 0))".to_owned(), Code::ModuleTrapped, "divided by 0"),
        ("(i32.trunc_f32_u (f32.const 1e30))".to_owned(), Code::ModuleTrapped, "out of range"),
        ("(call $deep) (i32.const 0)".to_owned(), Code::ModuleTrapped, "too deep"),
        (
            "(call_indirect (type $nothing) (i32.const 1)) (i32.const 0)".to_owned(),
            Code::ModuleTrapped,
            "not there",
        ),
        ("(loop (br 0)) (i32.const 0)".to_owned(), Code::ModuleFuel, "more than 1000000 steps"),
        ("(memory.grow (i32.const 1000))".to_owned(), Code::ModuleOutOfMemory, "more than 4 MiB"),
        (write("1001"), Code::ResponseTooLarge, "1000 bytes"),
        (write("131073"), Code::ModulePointer, "output_write"),
        (write("-1"), Code::ModuleFuel, "more than 1000000 steps"),
        ("(call $input_read (i32.const 131071)) (i32.const 0)".to_owned(), Code::ModulePointer, "input_read"),
        (
            "(call $panic_message (i32.const -1) (i32.const 9)) (i32.const 0)".to_owned(),
            Code::ModulePointer,
            "panic_message",
        ),
        (
            "(call $panic_message (i32.const 0) (i32.const 8)) unreachable".to_owned(),
            Code::PluginPanicked,
            "half way",
        ),
        (write("8"), Code::ResponseMalformed, "malformed"),
        ("(i32.const 0)".to_owned(), Code::ResponseMalformed, "malformed"),
        ("(i32.const 2)".to_owned(), Code::PluginStatus, "status 2"),
        ("(i32.const -7)".to_owned(), Code::PluginStatus, "status -7"),
    ] {
        let fault = run(&calling(&body)).expect_err(&body);
        assert_eq!(fault.code(), code, "{body}: {fault}");
        assert!(fault.to_string().contains(said), "{body}: {fault}");
        assert!(Catalog::of(Lang::Zh).message(&fault).contains("flood-season"), "{body}");
        assert!(Catalog::of(Lang::Zh).help(&fault).is_some(), "{body}: no remedy");
    }
}

#[test]
fn every_fault_of_a_module_is_found_without_running_it() {
    const CALL: &str = r#"(func (export "huibian_call") (param i32 i32) (result i32) (i32.const 0))"#;
    const MEMORY: &str = r#"(memory (export "memory") 1)"#;
    let both = format!("{MEMORY}{CALL}");
    for (text, code, said) in [
        (
            format!(r#"(import "wasi_snapshot_preview1" "fd_write" (func (param i32))) {both}"#),
            Code::ModuleImports,
            "wasi_snapshot_preview1.fd_write",
        ),
        (format!(r#"(import "env" "memory" (memory 1)) {CALL}"#), Code::ModuleImports, "env.memory"),
        (format!(r#"(import "huibian_v1" "clock" (func)) {both}"#), Code::ModuleImports, "huibian_v1.clock"),
        (
            format!(r#"(import "huibian_v1" "input_read" (func (param i64))) {both}"#),
            Code::ModuleImports,
            "huibian_v1.input_read",
        ),
        (
            format!(r#"(import "huibian_v0" "input_read" (func (param i32))) {both}"#),
            Code::WrongAbi,
            "huibian_v0, not huibian_v1",
        ),
        (
            format!(r#"(import "huibian_v9" "input_read" (func (param i32))) {both}"#),
            Code::WrongAbi,
            "huibian_v9",
        ),
        (MEMORY.to_owned(), Code::ModuleExports, "huibian_call"),
        (CALL.to_owned(), Code::ModuleExports, "memory"),
        (
            format!(r#"{MEMORY}(func (export "huibian_call") (param i32) (result i32) (i32.const 0))"#),
            Code::ModuleExports,
            "huibian_call(i32, i32) -> i32",
        ),
        (format!(r#"(memory (export "memory") i64 1) {CALL}"#), Code::ModuleBroken, "does not know"),
        (format!(r#"(memory (export "memory") 65) {CALL}"#), Code::ModuleMemory, "5 MiB"),
        (
            format!(r#"{both}(@custom ".hbplug" "id = \"flood-season\"\nversion = \"0.2.0\"")"#),
            Code::ManifestDiffers,
            "flood-season 0.2.0 inside",
        ),
    ] {
        let module = wat::parse_str(format!("(module {text})")).unwrap();
        let scratch = tempfile::tempdir().unwrap();
        let fault = examine(&folder(scratch.path(), &module), &[]).expect_err(&text);
        assert_eq!(fault.code(), code, "{text}: {fault}");
        assert!(fault.to_string().contains(said), "{text}: {fault}");
        assert!(Catalog::of(Lang::Zh).help(&fault).is_some(), "{text}: no remedy");
    }
}

#[test]
fn a_file_that_is_no_module_is_refused_by_name() {
    let whole = wat::parse_str(ANSWERS).unwrap();
    for bytes in [&b""[..], b"\x7fELF", b"(module)", &whole[..whole.len() / 2], &whole[..whole.len() - 1]] {
        assert_eq!(run(bytes).expect_err("no module").code(), Code::ModuleBroken);
    }
    let scratch = tempfile::tempdir().unwrap();
    let mut folder = folder(scratch.path(), &whole);
    for (module, code) in [
        ("gone.wasm", Code::ModuleMissing),
        ("../flood-season/flood.wasm", Code::PluginManifest),
        ("/flood.wasm", Code::PluginManifest),
        (".", Code::PluginManifest),
        ("", Code::ModuleMissing),
    ] {
        folder.manifest.module = Some(module.to_owned());
        assert_eq!(examine(&folder, &[]).expect_err(module).code(), code, "{module}");
    }
}

#[test]
fn a_good_manifest_inside_is_accepted_and_a_start_function_counts_as_the_module_s_own() {
    let answers = ANSWERS.trim_end().strip_suffix(')').unwrap();
    let module = format!(r#"{answers}(@custom ".hbplug" "id = \"flood-season\"\nversion = \"0.1.0\"\00"))"#);
    run(&wat::parse_str(module).unwrap()).unwrap();
    let module = format!("{answers}(func $s (loop (br 0))) (start $s))");
    let fault = run(&wat::parse_str(module).unwrap()).expect_err("a start function without an end");
    assert_eq!(fault.code(), Code::ModuleFuel);
}

#[test]
fn a_module_that_reads_for_ever_costs_no_more_time_than_one_that_counts() {
    let started = Instant::now();
    let fault = run(&calling("(loop (call $input_read (i32.const 65536)) (br 0)) (i32.const 0)"));
    assert_eq!(fault.expect_err("endless").code(), Code::ModuleFuel);
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// Whatever the bytes, loading and calling end with an answer or a diagnostic.
    #[test]
    fn broken_modules_never_break_the_host(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in prop::option::weighted(0.1, any::<prop::sample::Index>()),
    ) {
        let mut module = calling(
            "(call $input_read (i32.const 65536)) (call $output_write (i32.const 65536) (local.get $len)) \
             (drop (memory.grow (i32.const 1))) (i32.store (i32.const 8) (local.get $op)) \
             (loop (br_if 0 (i32.eqz (local.get $len)))) (call $panic_message (i32.const 0) (i32.const 8)) (i32.const 1)",
        );
        for (index, byte) in changes {
            let at = index.index(module.len());
            module[at] = byte;
        }
        if let Some(cut) = cut {
            module.truncate(cut.index(module.len()));
        }
        if let Err(fault) = run(&module) {
            prop_assert_ne!(fault.code(), Code::Internal);
        }
    }
}
