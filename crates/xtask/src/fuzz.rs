//! The targets of `tests/fuzz`, each driven by libFuzzer for a while: built with marks on every branch, so that inputs which reach
//! further are kept and edited on. What it finds lies in `target/fuzz/finds`, what it has learnt in `target/fuzz/corpus`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const TARGET: &str = env!("XTASK_TARGET");
const SEED: u32 = 20_230_705;
const MINUTES: u64 = 15;
/// An input may take so many seconds, and so many MiB.
const MOST: [&str; 2] = ["-timeout=20", "-rss_limit_mb=2048"];
/// What marks the branches; a stable compiler takes all of it.
const MARKED: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                      -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
                      -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Drives each target, or those that are named, for as many minutes as are said. A row for each, and whether nothing was found.
pub fn run(arguments: &[String]) -> (Vec<String>, bool) {
    let minutes = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(MINUTES);
    let is_asked = |name: &String| {
        let mut named = arguments.iter().filter(|argument| argument.parse::<u64>().is_err()).peekable();
        named.peek().is_none() || named.any(|argument| argument == name)
    };
    if !build() {
        return (Vec::new(), false);
    }
    let driven: Vec<_> = targets().filter(is_asked).map(|name| drive(&name, minutes)).collect();
    let is_sound = driven.iter().all(|(_, is_sound)| *is_sound);
    (driven.into_iter().map(|(row, _)| row).collect(), is_sound)
}

fn build() -> bool {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--package", "huibian-fuzz", "--bin", "huibian-fuzz", "--profile", "fuzz"]);
    build.args(["--target", TARGET, "--target-dir"]).arg(folder()).env("RUSTFLAGS", MARKED);
    build.status().is_ok_and(|status| status.success())
}

/// The targets, by the folders of what is kept of them.
fn targets() -> impl Iterator<Item = String> {
    let folders = fs::read_dir(kept("corpus")).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names.into_iter()
}

/// Drives a target: its row, and whether nothing was found.
fn drive(name: &str, minutes: u64) -> (String, bool) {
    let (learnt, finds) = (folder().join("corpus").join(name), folder().join("finds"));
    let given = ["corpus", "finds"].map(|folder| kept(folder).join(name));
    for folder in [&learnt, &finds] {
        let _ = fs::create_dir_all(folder);
    }
    let mut driven = Command::new(folder().join(TARGET).join("fuzz/huibian-fuzz"));
    driven.env("HUIBIAN_FUZZ", name).env("HUIBIAN_CONFIG_DIR", folder().join("config"));
    driven.arg(&learnt).args(given.iter().filter(|folder| folder.is_dir()));
    driven.args(MOST).arg(format!("-seed={SEED}")).arg(format!("-max_total_time={}", minutes * 60));
    driven.arg(format!("-artifact_prefix={}/{name}-", finds.display())).arg("-print_final_stats=1");
    // Files of a moment need no disk.
    if Path::new("/dev/shm").is_dir() {
        driven.env("TMPDIR", "/dev/shm");
    }
    let said = driven.stdin(Stdio::null()).output();
    let (text, is_sound) = said.map_or((String::new(), false), |output| {
        (String::from_utf8_lossy(&output.stderr).into_owned(), output.status.success())
    });
    if !is_sound {
        println!("{text}");
    }
    let inputs = text.lines().find_map(|line| line.split_once("number_of_executed_units:"));
    let inputs = inputs.map_or("?", |(_, inputs)| inputs.trim());
    let found = if is_sound { "no find" } else { "a find, in target/fuzz/finds" };
    (format!("fuzz {name} | {SEED} | {inputs} inputs in {minutes} minutes: {found}"), is_sound)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz")
}

fn kept(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz").join(folder)
}
