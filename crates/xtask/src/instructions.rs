//! What a document costs, in instructions of the processor, beside what is recorded, and beside an earlier commit where one is
//! named: `huibian batch` on one thread, with the plugins in the program and its output in memory, counted by callgrind. Both are
//! built here, with one compiler, and run over one workspace, so that no machine's noise is in the figures.
//!
//! The same is counted of a run's start, of a unit of which nothing has changed, and of calls of the system, by strace: what
//! these cost, instructions do not show.
//!
//! They are built as tests are, but for our own crates, which are optimised and have no checks of their own: what others wrote is
//! there already where tests were built before. So the figures are no release's; how they change is.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::{env, fs, io};

use crate::dist;
use crate::instruction_record::{Record, change};

/// Units of the two runs; what one unit costs is their difference over the units between them.
const UNITS: [u64; 2] = [20, 120];
/// What is counted: how it is named, and the options of `batch`. Of the first, starting and a second run are counted as well.
const RUNS: [(&str, &[&str]); 2] = [("docx", &["--format", "docx"]), ("html, md", &["--format", "html,md"])];
const START: &str = "start";
const UNCHANGED: &str = "nothing changed";
const CALLS: &str = "system calls";
/// A document may cost so many hundredths more than before.
const ALLOWED: u64 = 5;
/// How the workspace's own crates are built, and that the others are built as for tests.
const PROFILE: [&str; 5] = [
    "profile.dev.opt-level=1",
    "profile.dev.debug-assertions=false",
    "profile.dev.overflow-checks=false",
    "profile.dev.package.'*'.debug-assertions=true",
    "profile.dev.package.'*'.overflow-checks=true",
];
/// The unit that all those of a run are like.
const EXAMPLE: &str = "data/2023Q2/yunxi.toml";
const EXAMPLE_NAME: &str = "云溪镇";
/// A file system in memory, where there is one.
const MEMORY: &str = "/dev/shm";

type Result<T> = std::result::Result<T, String>;

/// Fails where anything costs more than the record allows, or anything but a start over 5 % more than at the commit named. Where
/// none is named, and the record is of another compiler and cannot be held against, that is the parent.
pub fn compare(arguments: &[String]) -> ExitCode {
    match measured(arguments.first().map(String::as_str)) {
        Ok(faults) if faults.is_empty() => ExitCode::SUCCESS,
        Ok(faults) => {
            faults.iter().for_each(|fault| eprintln!("instructions: {fault}"));
            ExitCode::FAILURE
        }
        Err(reason) => {
            eprintln!("instructions: {reason}");
            ExitCode::FAILURE
        }
    }
}

/// Counts, tells, and returns what is too much.
fn measured(commit: Option<&str>) -> Result<Vec<String>> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let home = target.join("instructions");
    fs::create_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
    let home = home.canonicalize().map_err(|error| format!("{}: {error}", home.display()))?;
    if !succeeds(Command::new("valgrind").arg("--version")) {
        println!("instructions: no valgrind here, nothing is counted (cargo xtask readers installs it)");
        return Ok(Vec::new());
    }
    let here = Path::new(".").canonicalize().map_err(|error| error.to_string())?;
    let record = Record::read()?;
    let commit = commit.or((!record.is_comparable()).then_some("HEAD^"));
    let target = home.parent().unwrap_or(&here).to_owned();
    // Cargo has one name for a crate in both checkouts, and would take what was built of one for the other's, were it not for
    // some setting that differs and changes no code. The commit before comes first: what is built last lies where the next
    // build looks for it.
    let old = commit.map(|commit| build_before(commit, &home, &target)).transpose()?.flatten();
    let new = build((&here, "'line-directives-only'"), &target, &home.join("program"))?;
    let workspaces = UNITS.map(|units| home.join(format!("units-{units}")));
    for (folder, units) in workspaces.iter().zip(UNITS) {
        generate(folder, units).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let before = old.map(|old| costs(&old, &workspaces)).transpose()?.unwrap_or_default();
    let mut faults = Vec::new();
    for (name, now) in costs(&new, &workspaces)? {
        println!("{name}: {now}");
        faults.extend(record.exceeded(&name, now));
        // A start hashes the libraries, which the setting that differs makes larger or smaller.
        let Some((_, before)) = before.iter().find(|(known, _)| *known == name && name != START) else {
            continue;
        };
        println!("{name}: {before} before ({:+.1} %)", change(*before, now));
        if now * 100 > before * (100 + ALLOWED) {
            faults.push(format!("{name}: over {ALLOWED} % more than before"));
        }
    }
    Ok(faults)
}

/// The program of an earlier commit, where that is in the repository.
fn build_before(commit: &str, home: &Path, target: &Path) -> Result<Option<PathBuf>> {
    if !succeeds(Command::new("git").args(["cat-file", "-e", &format!("{commit}^{{commit}}")])) {
        println!("instructions: no commit {commit} here, the record alone is held against");
        return Ok(None);
    }
    let before = home.join("before");
    let _ = fs::remove_dir_all(&before);
    fs::create_dir_all(&before).map_err(|error| format!("{}: {error}", before.display()))?;
    unpack(commit, &before)?;
    build((&before, "0"), target, &home.join("program-before")).map(Some)
}

/// A commit's files, without a checkout of it; as new as they are here, so that nothing built of others is taken for theirs.
fn unpack(commit: &str, folder: &Path) -> Result<()> {
    let mut archive = Command::new("git")
        .args(["archive", commit])
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("git archive: {error}"))?;
    let files = archive.stdout.take().ok_or("git archive says nothing")?;
    run(Command::new("tar").arg("-xm").arg("-C").arg(folder).stdin(files))?;
    archive.wait().map_err(|error| format!("git archive: {error}")).map(|_| ())
}

/// A workspace of so many units, in the report that benchmarks make.
fn generate(folder: &Path, units: u64) -> io::Result<()> {
    let _ = fs::remove_dir_all(folder);
    let data = folder.join("data/2023Q2");
    fs::create_dir_all(&data)?;
    fs::create_dir_all(folder.join("templates"))?;
    fs::copy("workspace.toml", folder.join("workspace.toml"))?;
    fs::copy("crates/bench/report/ideology.hbs", folder.join("templates/ideology.hbs"))?;
    let example = fs::read_to_string(EXAMPLE)?;
    for unit in 0..units {
        let text = example.replacen(EXAMPLE_NAME, &format!("清河{unit}镇"), 1);
        fs::write(data.join(format!("unit-{unit:06}.toml")), text)?;
    }
    Ok(())
}

/// Builds program and plugins of a checkout and lays them out in a folder.
fn build((checkout, debug): (&Path, &str), target: &Path, folder: &Path) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.arg("build").current_dir(checkout);
    PROFILE.iter().for_each(|setting| {
        cargo.args(["--config", setting]);
    });
    cargo.arg("--config").arg(format!("profile.dev.debug={debug}"));
    run(cargo.arg("--target-dir").arg(target))?;
    dist::lay_out(checkout, &target.join("debug"), folder)
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder.join("huibian"))
}

/// What a program costs, by what is counted: of a unit, but for a run's start.
fn costs(program: &Path, workspaces: &[PathBuf; 2]) -> Result<Vec<(String, u64)>> {
    let mut costs = Vec::new();
    let each = |[few, many]: [u64; 2]| many.saturating_sub(few) / (UNITS[1] - UNITS[0]);
    for (place, (name, options)) in RUNS.into_iter().enumerate() {
        let runs = if place == 0 { 2 } else { 1 };
        let counted = |meter| counted(meter, program, workspaces, options, runs);
        let instructions = counted(Meter::Instructions)?;
        costs.push((name.to_owned(), each(instructions[0])));
        if place == 0 {
            costs.push((
                START.to_owned(),
                instructions[0][0].saturating_sub(UNITS[0] * each(instructions[0])),
            ));
            costs.push((UNCHANGED.to_owned(), each(instructions[1])));
            if !succeeds(Command::new("strace").arg("--version")) {
                println!("instructions: no strace here, calls of the system are not counted");
                continue;
            }
            let calls = counted(Meter::Calls)?;
            costs.push((format!("{name}, {CALLS}"), each(calls[0])));
            costs.push((format!("{UNCHANGED}, {CALLS}"), each(calls[1])));
        }
    }
    Ok(costs)
}

/// Counts so many runs in a row into one folder, over few units and over many: by the run, then by the workspace.
fn counted(
    meter: Meter,
    program: &Path,
    workspaces: &[PathBuf; 2],
    options: &[&str],
    runs: usize,
) -> Result<Vec<[u64; 2]>> {
    let memory = Path::new(MEMORY);
    let scratch = if memory.is_dir() { memory.to_owned() } else { env::temp_dir() };
    let out = scratch.join(format!("huibian-instructions-{}", std::process::id()));
    let mut counted = vec![[0; 2]; runs];
    for (place, workspace) in workspaces.iter().enumerate() {
        let _ = fs::remove_dir_all(&out);
        for run in &mut counted {
            let mut command = meter.command();
            command.arg(program).args(["batch", "--jobs", "1", "--isolation", "none"]).args(options);
            command.arg("--output").arg(&out).arg("--workspace").arg(workspace);
            run[place] = meter.read(&mut command)?;
        }
    }
    let _ = fs::remove_dir_all(&out);
    Ok(counted)
}

/// What counts.
#[derive(Clone, Copy)]
enum Meter {
    Instructions,
    Calls,
}

impl Meter {
    fn command(self) -> Command {
        match self {
            Self::Instructions => {
                let mut valgrind = Command::new("valgrind");
                valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
                valgrind
            }
            Self::Calls => {
                let mut strace = Command::new("strace");
                strace.args(["--follow-forks", "--summary-only"]);
                strace
            }
        }
    }

    /// Runs a program under it, and says what it counted.
    fn read(self, command: &mut Command) -> Result<u64> {
        let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("{command:?}: {}\n{said}", output.status));
        }
        let number = |text: &str| text.trim().replace(',', "").parse().ok();
        let after = |head: &str| said.lines().find_map(|line| number(line.split_once(head)?.1));
        let counted = match self {
            Self::Instructions => {
                after("I   refs:").or_else(|| after("I refs:")).or_else(|| after("Collected :"))
            }
            // The fourth column, before the errors, of the line of all calls.
            Self::Calls => said
                .lines()
                .rev()
                .find(|line| line.ends_with(" total"))
                .and_then(|line| number(line.split_whitespace().nth(3)?)),
        };
        counted.ok_or_else(|| format!("{command:?} counts nothing:\n{said}"))
    }
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
