//! What a document costs, in instructions of the processor, beside the commit before: `huibian batch` on one thread, with
//! the plugins in the program and its output in memory, counted by callgrind. Both are built here, with one compiler,
//! and run over one workspace, so that no machine's noise is in the figures.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs};

use crate::dist;

/// Units of the two runs; what one unit costs is their difference over the units between them.
const UNITS: [u64; 2] = [20, 120];
/// What is counted: how it is named, and the options of `batch`.
const RUNS: [(&str, &[&str]); 2] = [("docx", &["--format", "docx"]), ("html, md", &["--format", "html,md"])];
/// A document may cost so many hundredths more than before.
const ALLOWED: u64 = 5;
/// A file system in memory, where there is one.
const MEMORY: &str = "/dev/shm";

type Result<T> = std::result::Result<T, String>;

/// Fails where a document costs over 5 % more than at the commit named, which is the parent where none is named.
pub fn compare(arguments: &[String]) -> ExitCode {
    let commit = arguments.first().map_or("HEAD^", String::as_str);
    match measured(commit) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            eprintln!("instructions: a document costs over {ALLOWED} % more than at {commit}");
            ExitCode::FAILURE
        }
        Err(reason) => {
            eprintln!("instructions: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn measured(commit: &str) -> Result<bool> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let home = target.join("instructions");
    fs::create_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
    let home = home.canonicalize().map_err(|error| format!("{}: {error}", home.display()))?;
    if !succeeds(Command::new("git").args(["cat-file", "-e", &format!("{commit}^{{commit}}")])) {
        println!("instructions: no commit {commit} here, nothing to hold against");
        return Ok(true);
    }
    if !succeeds(Command::new("valgrind").arg("--version")) {
        println!("instructions: no valgrind here, nothing is counted (cargo xtask readers installs it)");
        return Ok(true);
    }
    let here = Path::new(".").canonicalize().map_err(|error| error.to_string())?;
    let before = home.join("before");
    fs::create_dir_all(&before).map_err(|error| format!("{}: {error}", before.display()))?;
    unpack(commit, &before)?;
    let target = home.parent().unwrap_or(&here).to_owned();
    let programs = [(&before, "program-before"), (&here, "program")]
        .map(|(checkout, name)| build(checkout, &target, &home.join(name)));
    let [old, new] = programs;
    let (old, new) = (old?, new?);
    run(Command::new("cargo").args([
        "build",
        "--release",
        "--package",
        "huibian-bench",
        "--bin",
        "huibian-bench",
    ]))?;
    let workspaces = UNITS.map(|units| home.join(format!("units-{units}")));
    for (folder, units) in workspaces.iter().zip(UNITS) {
        let _ = fs::remove_dir_all(folder);
        run(Command::new(target.join("release/huibian-bench"))
            .arg("units")
            .arg(folder)
            .arg(units.to_string()))?;
    }
    let mut held = true;
    for (name, options) in RUNS {
        let (before, now) = (per_unit(&old, &workspaces, options)?, per_unit(&new, &workspaces, options)?);
        println!("{name}: {now} instructions a unit, {before} at {commit} ({:+.1} %)", change(before, now));
        held &= now * 100 <= before * (100 + ALLOWED);
    }
    Ok(held)
}

#[allow(clippy::cast_precision_loss)]
fn change(before: u64, now: u64) -> f64 {
    (now as f64 / before as f64 - 1.0) * 100.0
}

/// A commit's files, without a checkout of it.
fn unpack(commit: &str, folder: &Path) -> Result<()> {
    let mut archive = Command::new("git")
        .args(["archive", commit])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("git archive: {error}"))?;
    let files = archive.stdout.take().ok_or("git archive says nothing")?;
    run(Command::new("tar").arg("-x").arg("-C").arg(folder).stdin(files))?;
    archive.wait().map_err(|error| format!("git archive: {error}")).map(|_| ())
}

/// Builds program and plugins of a checkout, without what a batch in Word does not need, and lays them out in a folder.
fn build(checkout: &Path, target: &Path, folder: &Path) -> Result<PathBuf> {
    // Crates of two checkouts have one name in a target folder, and their files' times say nothing of which is which: what the
    // other checkout left would be taken for this one's.
    let mut cargo = Command::new("cargo");
    let clean = ["clean", "--quiet", "--release", "--workspace", "--target-dir"];
    run(cargo.args(clean).arg(target).current_dir(checkout))?;
    let mut cargo = Command::new("cargo");
    run(cargo
        .args(["build", "--release", "--no-default-features", "--target-dir"])
        .arg(target)
        .current_dir(checkout))?;
    dist::lay_out(checkout, &target.join("release"), folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder.join("huibian"))
}

fn per_unit(program: &Path, workspaces: &[PathBuf; 2], options: &[&str]) -> Result<u64> {
    let few = count(program, &workspaces[0], options)?;
    let many = count(program, &workspaces[1], options)?;
    Ok(many.saturating_sub(few) / (UNITS[1] - UNITS[0]))
}

fn count(program: &Path, workspace: &Path, options: &[&str]) -> Result<u64> {
    let memory = Path::new(MEMORY);
    let scratch = if memory.is_dir() { memory.to_owned() } else { env::temp_dir() };
    let out = scratch.join(format!("huibian-instructions-{}", std::process::id()));
    let _ = fs::remove_dir_all(&out);
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program);
    valgrind.args(["batch", "--jobs", "1", "--isolation", "none"]).args(options);
    valgrind.arg("--output").arg(&out).arg("--workspace").arg(workspace);
    let output = valgrind.output().map_err(|error| format!("valgrind: {error}"))?;
    let _ = fs::remove_dir_all(&out);
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{valgrind:?}: {}\n{said}", output.status));
    }
    said.lines()
        .find_map(|line| line.split_once("I   refs:").or_else(|| line.split_once("I refs:")))
        .or_else(|| said.lines().find_map(|line| line.split_once("Collected :")))
        .and_then(|(_, count)| count.trim().replace(',', "").parse().ok())
        .ok_or_else(|| format!("valgrind counts nothing:\n{said}"))
}

fn run(command: &mut Command) -> Result<()> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?} ended with {status}")),
        Err(error) => Err(format!("{command:?} could not run: {error}")),
    }
}

fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
