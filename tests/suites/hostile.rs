//! Bad plugins: each costs the section it serves, by name, and nothing else.
//!
//! `cargo xtask test` builds the program and the plugins first.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::time::{Duration, Instant};

use huibian_tests::bare::{Bare, library_file, library_folder};
use huibian_tests::target;

/// What waits for nothing is done in so long a time, also where others have the processor.
const SOON: Duration = Duration::from_mins(1);

/// An act, the code it costs, and what the message says in Chinese.
type Act = (&'static str, &'static str, &'static str);

/// Acts that end the process they run in, or never end.
const RUINOUS: [Act; 7] = [
    ("segv", "P120", "SIGSEGV"),
    ("abort", "P120", "SIGABRT"),
    ("overflow", "P120", "overflowed its stack"),
    ("oom", "P124", "上限 128 MiB"),
    ("exit0", "P121", "退出码 0"),
    ("hang", "P122", "2 秒"),
    ("garbage", "P123", "通信"),
];

/// Acts that a process survives.
const HARMLESS: [Act; 18] = [
    ("panic", "P102", "half way"),
    ("panic-drop", "P102", "没有说明原因"),
    ("refuse", "P101", "缺少台账"),
    ("oversize", "P104", "65536"),
    ("status", "P103", "77"),
    ("unknown-op", "P103", "2"),
    ("not-utf8", "P105", "UTF-8"),
    ("not-json", "P106", "EOF"),
    ("empty", "P106", "EOF"),
    ("undeclared", "P107", "act"),
    ("nan", "P106", "expected value"),
    ("nan-text", "P108", "NaN"),
    ("wrong-kind", "P108", "many"),
    ("negative", "P108", "-1"),
    ("missing", "P109", "acts"),
    ("undeclared-fact", "P110", "other"),
    ("fact-type", "P111", "note"),
    ("character", "P114", "U+0007"),
];

const GOOD: &str = "patrols_total = 12\nhazards_total = 3";

fn hostile() -> Bare {
    Bare::new(&["hostile", "flood-season"])
}

fn plant(bare: &Bare, unit: &str, act: &str) {
    bare.unit(unit, &[("hostile", &format!("act = \"{act}\"")), ("flood-season", GOOD)]);
}

/// Every act among good units: the bad unit fails by name, all other figures stand.
fn each_act_costs_its_own_section(acts: &[Act], arguments: &[&str]) {
    let bare = hostile();
    // A good unit after each bad one, so that no three failures stand in a row.
    for (number, (act, ..)) in acts.iter().enumerate() {
        plant(&bare, &format!("u{number:02}-{act}"), act);
        plant(&bare, &format!("u{number:02}-{act}-then"), "fine");
    }
    let batch = bare.batch(&[&["--jobs", "1"], arguments].concat());
    assert_eq!(batch.exit, Some(1), "{}", batch.said);
    assert_eq!(batch.units.len(), 2 * acts.len());
    for (unit, found) in &batch.units {
        assert_eq!(found.count("flood-season/patrols"), Some("12"), "{unit}");
        assert_eq!(found.count("flood-season/hazards"), Some("3"), "{unit}");
        let act = unit.split_once('-').unwrap().1;
        if let Some(act) = act.strip_suffix("-then") {
            assert_eq!(found.codes(), [""; 0], "after {act}: {}", found.messages());
            assert_eq!(found.count("hostile/acts"), Some("1"), "after {act}");
            continue;
        }
        let (_, code, says) = acts.iter().find(|(known, ..)| *known == act).unwrap();
        let message = found.messages();
        assert_eq!(found.codes(), [*code], "{act}: {message}");
        assert!(message.contains("hostile") && message.contains(says), "{act}: {message}");
        assert_eq!(found.count("hostile/acts"), None, "{act}");
        assert!(!bare.path(format!("out/{unit}.md")).exists(), "{act}");
    }
}

#[test]
fn isolated_every_act_costs_its_own_section() {
    each_act_costs_its_own_section(&RUINOUS, &[]);
    each_act_costs_its_own_section(&HARMLESS, &[]);
}

/// What a plugin starts in a session of its own, out of its process group, is gone with the run.
#[cfg(target_os = "linux")]
#[test]
fn what_a_plugin_leaves_running_ends_with_it() {
    let running_in = |folder: &std::path::Path| -> Vec<String> {
        let processes = fs::read_dir("/proc").unwrap().map(|entry| entry.unwrap().path());
        let is_there =
            |path: &std::path::PathBuf| fs::read_link(path.join("cwd")).is_ok_and(|cwd| cwd == *folder);
        processes
            .filter(is_there)
            .map(|path| fs::read_to_string(path.join("cmdline")).unwrap_or_default())
            .collect()
    };
    for (act, exit) in [("leave", 0), ("leave-and-abort", 1)] {
        let bare = hostile();
        let folder = fs::canonicalize(bare.path("")).unwrap();
        plant(&bare, "a", act);
        plant(&bare, "b", "fine");
        let batch = bare.batch(&["--jobs", "1"]);
        assert_eq!(batch.exit, Some(exit), "{act}: {}", batch.said);
        // What is killed may take a moment to end, where others have the processor.
        let late = Instant::now() + SOON;
        while !running_in(&folder).is_empty() && Instant::now() < late {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(running_in(&folder), [""; 0], "{act}");
    }
}

#[test]
fn in_process_what_can_be_survived_is() {
    each_act_costs_its_own_section(&HARMLESS, &["--isolation", "none"]);
}

#[test]
fn the_remedy_is_told_in_both_languages() {
    for (lang, act, says) in [
        ("zh", "segv", ["错误[P120]", "hostile", "SIGSEGV", "交给插件作者"]),
        ("en", "segv", ["error[P120]", "hostile", "SIGSEGV", "the plugin's author"]),
        ("zh", "exit0", ["错误[P121]", "hostile", "退出码 0", "交给插件作者"]),
        ("en", "exit0", ["error[P121]", "hostile", "exit code 0", "the plugin's author"]),
        ("zh", "hang", ["错误[P122]", "hostile", "2 秒", "limits.seconds"]),
        ("en", "hang", ["error[P122]", "hostile", "2 s", "limits.seconds"]),
        ("zh", "garbage", ["错误[P123]", "hostile", "通信", "联系插件作者"]),
        ("en", "garbage", ["error[P123]", "hostile", "channel", "the plugin's author"]),
        ("zh", "oom", ["错误[P124]", "hostile", "128 MiB", "limits.memory_mib"]),
        ("en", "oom", ["error[P124]", "hostile", "128 MiB", "limits.memory_mib"]),
    ] {
        let bare = hostile();
        plant(&bare, "a", act);
        let output = bare.run(&["--lang", lang, "assemble", "a"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{act}: {said}");
        for says in says {
            assert!(said.contains(says), "{lang} {act}: no {says} in {said}");
        }
    }
}

#[test]
fn what_a_plugin_prints_is_kept_from_the_protocol_and_from_standard_output() {
    let bare = hostile();
    plant(&bare, "a", "stdout");
    plant(&bare, "b", "stderr");
    plant(&bare, "c", "fine");
    let batch = bare.batch(&[]);
    assert_eq!(batch.exit, Some(0), "{}", batch.said);
    assert!(!batch.said.contains("噪声"));
    assert!(batch.units.values().all(|unit| unit.count("hostile/acts") == Some("1")));
    let preview = bare.run(&["preview", "a"]);
    assert!(!String::from_utf8_lossy(&preview.stdout).contains("噪声"));
}

#[test]
fn a_plugin_that_fails_three_times_in_a_row_is_set_aside_at_the_same_unit_on_any_number_of_threads() {
    let bare = hostile();
    for number in 0..4 {
        plant(&bare, &format!("a{number}"), if number == 2 { "fine" } else { "segv" });
    }
    for number in 4..20 {
        // Those after it would be made.
        plant(&bare, &format!("b{number:02}"), if number < 10 { "hang" } else { "fine" });
    }
    let mut records = Vec::new();
    for jobs in ["1", "2", "4"] {
        let start = Instant::now();
        let batch = bare.batch(&["--jobs", jobs, "--force"]);
        // Two hangs of two seconds each follow the crash; then nothing is waited for.
        assert!(start.elapsed() < SOON, "{jobs}: {:?}", start.elapsed());
        let codes: Vec<String> = batch.units.values().map(|unit| unit.codes().join(" ")).collect();
        let expected = [&["P120", "P120", "", "P120", "P122", "P122"][..], &["P125"; 14]].concat();
        assert_eq!(codes, expected, "{jobs} jobs");
        let message = batch.units["b19"].messages();
        assert!(message.contains("连续 3 次") && message.contains("P120 SIGSEGV"), "{message}");
        assert!(batch.units.values().all(|unit| unit.count("flood-season/patrols") == Some("12")));
        assert_eq!(batch.exit, Some(1));
        records.push(fs::read_to_string(bare.path("out/manifest.jsonl")).unwrap());
    }
    assert!(records.iter().all(|record| *record == records[0]), "{records:#?}");
}

#[test]
fn what_a_plugin_said_last_is_told_alike_each_time() {
    let bare = hostile();
    plant(&bare, "a", "overflow");
    let records = [(); 2].map(|()| {
        bare.batch(&["--force"]);
        fs::read_to_string(bare.path("out/manifest.jsonl")).unwrap()
    });
    assert!(records[0].contains("overflowed its stack") && records[0] == records[1], "{records:#?}");
}

/// It answers each time, but so late that a run of many units would take hours.
#[test]
fn a_plugin_that_takes_nearly_its_whole_time_each_call_is_set_aside() {
    for jobs in ["1", "2"] {
        let bare = hostile();
        bare.write("config/trust.toml", "[limits]\nrun_seconds = 1\n");
        for number in 0..40 {
            plant(&bare, &format!("u{number:02}"), "slow");
        }
        let start = Instant::now();
        let batch = bare.batch(&["--jobs", jobs]);
        assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
        assert_eq!(batch.exit, Some(1), "{}", batch.said);
        let made = batch.units.values().filter(|unit| unit.codes().is_empty()).count();
        assert!((1..=4).contains(&made), "{made}");
        for (unit, found) in batch.units.iter().filter(|(_, unit)| !unit.codes().is_empty()) {
            assert_eq!(found.codes(), ["P128"], "{unit}");
            let message = found.messages();
            assert!(message.contains("hostile") && message.contains("1 秒"), "{message}");
            assert_eq!(found.count("flood-season/patrols"), Some("12"), "{unit}");
        }
        assert!(batch.said.contains("run_seconds") && batch.said.contains("trust.toml"), "{}", batch.said);
    }
}

#[test]
fn a_thousand_units_go_on_whatever_is_planted() {
    let bare = hostile();
    for number in 0..1000 {
        plant(&bare, &format!("u{number:04}"), "fine");
    }
    for acts in [&RUINOUS[..], &HARMLESS[..]] {
        let planted: Vec<(usize, Act)> =
            acts.iter().enumerate().map(|(n, act)| (n * 50 + 25, *act)).collect();
        for (number, (act, ..)) in &planted {
            plant(&bare, &format!("u{number:04}"), act);
        }
        let start = Instant::now();
        let batch = bare.batch(&["--jobs", "2"]);
        assert!(start.elapsed() < 3 * SOON, "{:?}", start.elapsed());
        assert_eq!((batch.exit, batch.units.len()), (Some(1), 1000), "{}", batch.said);
        for (number, unit) in batch.units.values().enumerate() {
            let code = planted.iter().find(|(planted, _)| *planted == number).map(|(_, (_, code, _))| *code);
            let message = unit.messages();
            assert_eq!(unit.codes(), code.into_iter().collect::<Vec<_>>(), "unit {number}: {message}");
            assert_eq!(unit.count("flood-season/patrols"), Some("12"), "unit {number}");
            assert_eq!(unit.count("hostile/acts"), code.is_none().then_some("1"), "unit {number}");
        }
        for (number, _) in &planted {
            plant(&bare, &format!("u{number:04}"), "fine");
        }
    }
}

#[test]
fn isolation_is_chosen_for_a_plugin_and_misnaming_one_is_told() {
    let bare = Bare::new(&["hostile"]);
    bare.unit("a", &[("hostile", "act = \"exit0\"")]);
    let isolated = bare.run(&["assemble", "a"]);
    assert_eq!(isolated.status.code(), Some(1));
    // In process `exit(0)` ends the program, which is how one sees where the plugin ran.
    let workspace = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    bare.write("workspace.toml", format!("{workspace}\n[options.hostile]\nisolation = \"none\"\n"));
    assert_eq!(bare.run(&["assemble", "a"]).status.code(), Some(0));
    assert_eq!(bare.run(&["assemble", "a", "--isolation", "process"]).status.code(), Some(1));
    bare.write("workspace.toml", format!("{workspace}\n[options.hostil]\nisolation = \"none\"\n"));
    let said = bare.run(&["--lang", "en", "check"]).stderr;
    let said = String::from_utf8_lossy(&said);
    assert!(said.contains("W003") && said.contains("options.hostil") && said.contains("hostile"), "{said}");
    bare.write("workspace.toml", format!("{workspace}\n[options.hostile]\nisolation = \"maybe\"\n"));
    let said = bare.run(&["--lang", "en", "check"]).stderr;
    assert!(String::from_utf8_lossy(&said).contains("W004"), "{}", String::from_utf8_lossy(&said));
}

#[cfg(target_os = "linux")]
#[test]
fn no_child_outlives_a_program_that_is_killed() {
    let bare = hostile();
    // Long enough for the program to be killed first.
    bare.replace("plugins/hostile/plugin.toml", "seconds = 2", "seconds = 60");
    plant(&bare, "a", "hang");
    let mut program = bare.command(&["assemble", "a"]);
    let mut program = program.stderr(std::process::Stdio::null()).spawn().unwrap();
    let children = || {
        let entries = fs::read_dir("/proc").unwrap().flatten().map(|entry| entry.path());
        let here = bare.path("").to_string_lossy().trim_end_matches('/').to_owned();
        let is_ours = |path: &std::path::Path| {
            let command = fs::read(path.join("cmdline")).unwrap_or_default();
            let folder = fs::read_link(path.join("cwd")).unwrap_or_default();
            String::from_utf8_lossy(&command).contains("plugin-host") && folder.to_string_lossy() == here
        };
        entries.filter(|path| is_ours(path)).count()
    };
    let wait = |wanted: fn(usize) -> bool| {
        let end = Instant::now() + Duration::from_secs(20);
        while !wanted(children()) && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(20));
        }
        children()
    };
    assert!(wait(|count| count > 0) > 0, "a child was started");
    program.kill().unwrap();
    program.wait().unwrap();
    assert_eq!(wait(|count| count == 0), 0);
}

/// A library changed on its way to the workspace, the code that `check` finds, and what it says.
#[test]
fn a_library_or_manifest_that_is_not_what_it_should_be_is_found_before_it_runs() {
    type Change = fn(&Bare, Vec<u8>) -> Vec<u8>;
    fn renamed(bytes: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
        assert_eq!(from.len(), to.len());
        let mut changed = bytes;
        let mut found = 0;
        for at in 0..changed.len() - from.len() {
            if &changed[at..at + from.len()] == from.as_bytes() {
                changed[at..at + from.len()].copy_from_slice(to.as_bytes());
                found += 1;
            }
        }
        assert!(found > 0, "{from} does not occur");
        changed
    }
    let cases: [(&str, &str, &str, Change); 9] = [
        ("truncated", "P005", "hostile", |_, bytes| bytes[..bytes.len() / 2].to_vec()),
        ("empty", "P005", "hostile", |_, _| Vec::new()),
        ("text", "P005", "hostile", |_, _| b"#!/bin/sh\n".to_vec()),
        ("an old ABI", "P006", "huibian_plugin_v0", |_, bytes| {
            renamed(bytes, "huibian_plugin_v1", "huibian_plugin_v0")
        }),
        ("a future ABI", "P006", "huibian_plugin_v9", |_, bytes| {
            renamed(bytes, "huibian_plugin_v1", "huibian_plugin_v9")
        }),
        ("no symbol", "P006", "huibian_plugin_v1", |_, bytes| {
            renamed(bytes, "huibian_plugin_v1", "another_plugin_v1")
        }),
        ("another version inside", "P008", "0.1.0", |bare, bytes| {
            bare.replace("plugins/hostile/plugin.toml", "0.1.0", "0.2.0");
            bytes
        }),
        ("another id inside", "P008", "hostels", |_, bytes| {
            renamed(bytes, "id = \"hostile\"", "id = \"hostels\"")
        }),
        ("a future contract", "P007", "99", |bare, bytes| {
            bare.replace("plugins/hostile/plugin.toml", "contract = 1", "contract = 99");
            bytes
        }),
    ];
    let built = fs::read(target().join(library_file("hostile"))).unwrap();
    for (what, code, says, change) in cases {
        let bare = hostile();
        plant(&bare, "a", "fine");
        let bytes = change(&bare, built.clone());
        bare.write(library_folder().as_path(), b"");
        fs::remove_file(bare.path(library_folder())).unwrap();
        let own = std::path::Path::new("plugins/hostile").join(library_folder());
        bare.write(own.join(library_file("hostile")), bytes);
        for command in ["check", "batch"] {
            let output = bare.run(&["--lang", "en", command]);
            let said = String::from_utf8_lossy(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{what}: {said}");
            assert!(said.contains(&format!("error[{code}]")) && said.contains(says), "{what}: {said}");
            assert!(said.contains("hostile"), "{what}: {said}");
        }
    }
}

#[test]
fn listing_showing_and_looking_at_data_run_no_plugin_code() {
    let bare = Bare::new(&["constructor"]);
    bare.unit("a", &[("constructor", "act = \"fine\"")]);
    let run = |arguments: &[&str]| {
        let trace = bare.path("loaded.txt");
        let output = bare.command(arguments).env("HUIBIAN_TEST_CONSTRUCTOR", &trace).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let ran = trace.exists();
        let _ = fs::remove_file(trace);
        ran
    };
    assert!(!run(&["plugin", "list"]));
    assert!(!run(&["plugin", "show", "constructor"]));
    assert!(!run(&["check", "--data-only"]));
    assert!(run(&["check"]), "it says what batch would");
    assert!(run(&["preview", "a"]), "the constructor works");
    assert!(run(&["preview", "a", "--isolation", "none"]), "the constructor works");
}
