//! Tests that take long: those that are marked `#[ignore]`, run whole, and what they say of themselves written into
//! `tests/long.md`. A test says it in a line `long: NAME | SEED | RESULT`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use crate::PLAIN;

const HEAD: &str = "# Long tests\n\nWhat `cargo xtask long` came to when it was last run. A seed makes the same data on every machine; \
                    seconds and memory are the machine's.\n\n| test | seed | result |\n| --- | --- | --- |\n";

/// Runs them, those alone whose names hold what is asked for; the file keeps the lines of the others.
pub fn run(arguments: &[String]) -> ExitCode {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let build = Command::new(&cargo).args(["build", "--workspace", PLAIN[0], PLAIN[1]]).status();
    if !build.is_ok_and(|status| status.success()) {
        return ExitCode::FAILURE;
    }
    let test = ["test", "--workspace", PLAIN[0], PLAIN[1], "--tests", "--no-fail-fast", "--"];
    let child = Command::new(&cargo)
        .args(test)
        .args(["--ignored", "--nocapture"])
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else { return ExitCode::FAILURE };
    let mut rows = known();
    for line in
        child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines()).map_while(Result::ok)
    {
        println!("{line}");
        if let Some((_, said)) = line.split_once("long: ") {
            let name = |row: &str| row.split('|').next().unwrap_or_default().trim().to_owned();
            rows.retain(|row| name(row) != name(said));
            rows.push(said.trim().to_owned());
        }
    }
    rows.sort();
    let table: Vec<String> = rows.iter().map(|row| format!("| {row} |\n")).collect();
    let is_written = fs::write(path(), format!("{HEAD}{}", table.concat())).is_ok();
    let is_passed = child.wait().is_ok_and(|status| status.success());
    if is_written && is_passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/long.md")
}

/// The lines that the file has.
fn known() -> Vec<String> {
    let text = fs::read_to_string(path()).unwrap_or_default();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    rows.filter(|row| !row.starts_with("---") && !row.starts_with("test |")).map(str::to_owned).collect()
}
