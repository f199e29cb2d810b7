//! Tests that take long: those that are marked `#[ignore]`, run whole, and what they say of themselves written into
//! `tests/long.md`. A test says it in a line `long: NAME | SEED | RESULT`. And fuzzing, a row a target.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use crate::{PLAIN, fuzz, licences};

const HEAD: &str = "# Long tests\n\nWhat `cargo xtask long` came to when it was last run. A seed makes the same data on every machine; \
                    seconds and memory are the machine's.\n\n| test | seed | result |\n| --- | --- | --- |\n";

/// What is built without what writes PDF, and that alone, each with its own set of features.
const WITHOUT_PDF: [&str; 3] = ["--workspace", PLAIN[0], PLAIN[1]];
const PDF: [&str; 6] =
    ["--package", "huibian-cli", "--package", "huibian-pdf", "--features", "huibian-cli/pdf"];

/// Runs them, those alone whose names hold what is asked for, and then fuzzes each kind of file; `fuzz` as the first argument
/// fuzzes only, `pdf` runs those of PDF only. The file keeps the lines of the others.
pub fn run(arguments: &[String]) -> ExitCode {
    let (mut said, mut is_sound) = (Vec::new(), true);
    let done = match arguments.split_first() {
        None => vec![licences::deny(), test(&WITHOUT_PDF, &[]), test(&PDF, &[]), fuzz::run(&[])],
        Some((first, names)) if first == "pdf" => vec![test(&PDF, names)],
        Some((first, targets)) if first == "fuzz" => vec![fuzz::run(targets)],
        Some(_) => vec![test(&WITHOUT_PDF, arguments)],
    };
    for (rows, is_passed) in done {
        said.extend(rows);
        is_sound &= is_passed;
    }
    let name = |row: &str| row.split('|').next().unwrap_or_default().trim().to_owned();
    let mut rows = known();
    rows.retain(|row| said.iter().all(|said| name(row) != name(said)));
    rows.extend(said);
    rows.sort();
    let table: Vec<String> = rows.iter().map(|row| format!("| {row} |\n")).collect();
    let is_written = fs::write(path(), format!("{HEAD}{}", table.concat())).is_ok();
    if is_written && is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs the tests of these packages that take long: what they say of themselves, and whether they pass.
fn test(packages: &[&str], names: &[String]) -> (Vec<String>, bool) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let build =
        Command::new(&cargo).arg("build").args(packages).args(["--lib", "--bins", "--examples"]).status();
    if !build.is_ok_and(|status| status.success()) {
        return (Vec::new(), false);
    }
    let child = Command::new(&cargo)
        .arg("test")
        .args(packages)
        .args(["--tests", "--no-fail-fast", "--", "--ignored", "--nocapture"])
        .args(names)
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else { return (Vec::new(), false) };
    let mut rows = Vec::new();
    for line in
        child.stdout.take().into_iter().flat_map(|out| BufReader::new(out).lines()).map_while(Result::ok)
    {
        println!("{line}");
        rows.extend(line.split_once("long: ").map(|(_, said)| said.trim().to_owned()));
    }
    (rows, child.wait().is_ok_and(|status| status.success()))
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
