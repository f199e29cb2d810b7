//! Whole runs of `huibian batch`, as users run it, beside the bare floor: on disk and in memory, with cold and warm
//! files, in process and isolated.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;
use rustix::fs::Advice;
use tempfile::TempDir;

use crate::process::{beside, median, peak_memory, run};
use crate::units;

/// How often each is run, in turns; the median stands.
const RUNS: usize = 5;
/// A file system that lies in memory, where there is one.
const MEMORY: &str = "/dev/shm";
/// The options of a run on one thread that loads its plugins into the program.
const IN_PROCESS: [&str; 3] = ["1", "--isolation", "none"];
/// Documents a second, but for the last five columns. The settled floor places each file whole and waits until all are on the disk,
/// as the program does.
const HEADER: &str = "| units | on | 1 thread | 2 threads | isolated | `--quiet` | cold files | nothing changed | bare floor | \
    settled floor | 1 thread : floor | 1 thread : settled | isolated : floor | 2 threads : 1 | memory |";

/// Prints the table, a row for each count of units and each place, and what one unit takes from start to end.
pub fn compare_all(counts: &[u32]) -> Result<()> {
    println!("{HEADER}");
    println!("|{}", "---|".repeat(HEADER.matches('|').count() - 1));
    let places = [("disk", std::env::temp_dir()), ("memory", PathBuf::from(MEMORY))];
    // A file system is slow where files were just deleted: what a row wrote stays until all are done.
    let mut kept = Vec::new();
    for &count in counts {
        for (name, folder) in places.iter().filter(|(_, folder)| folder.is_dir()) {
            kept.push(compare(count, name, folder)?);
        }
    }
    first_document()
}

/// One row. Every run writes into a fresh folder, all of them in the one that is returned.
fn compare(count: u32, place: &str, folder: &Path) -> Result<TempDir> {
    let scratch = tempfile::Builder::new().prefix("huibian-bench-").tempdir_in(folder)?;
    let workspace = scratch.path().join("workspace");
    units::generate(&workspace, count)?;
    let (huibian, bare_floor) = (beside("huibian")?, beside("bare-floor")?);
    let batch = |options: &[&str], out: &Path| {
        let mut command = Command::new(&huibian);
        command.args(["batch", "--format", "docx", "--jobs"]).args(options);
        command.args([OsStr::new("--output"), out.as_os_str(), OsStr::new("--workspace")]).arg(&workspace);
        command
    };
    let floor = |options: &[&str], out: &Path| {
        let mut command = Command::new(&bare_floor);
        command.arg(out).arg(count.to_string()).args(options);
        command
    };
    let mut times: [Vec<Duration>; 8] = Default::default();
    for turn in 0..RUNS {
        let out = |name: &str| scratch.path().join(format!("{name}-{turn}"));
        times[0].push(run(&mut batch(&IN_PROCESS, &out("one")))?);
        times[1].push(run(&mut batch(&["2", "--isolation", "none"], &out("two")))?);
        times[2].push(run(&mut batch(&["1", "--isolation", "process"], &out("isolated")))?);
        times[3].push(run(&mut batch(&["1", "--isolation", "none", "--quiet"], &out("quiet")))?);
        times[5].push(run(&mut batch(&IN_PROCESS, &out("one")))?);
        times[6].push(run(&mut floor(&[], &out("floor")))?);
        times[7].push(run(&mut floor(&["placed", "settled"], &out("settled")))?);
        forget(&workspace)?;
        times[4].push(run(&mut batch(&IN_PROCESS, &out("cold")))?);
    }
    let [one, two, isolated, quiet, cold, unchanged, bare, settled] = times.map(median);
    let rates = [one, two, isolated, quiet, cold, unchanged, bare, settled]
        .map(|time| format!("{:.0}", f64::from(count) / time.as_secs_f64()));
    let ratio = |of: Duration, to: Duration| to.as_secs_f64() / of.as_secs_f64();
    println!(
        "| {count} | {place} | {} | {:.2} | {:.2} | {:.2} | {:.2} | {} |",
        rates.join(" | "),
        ratio(one, bare),
        ratio(one, settled),
        ratio(isolated, bare),
        ratio(two, one),
        peak_memory(&batch(&IN_PROCESS, &scratch.path().join("memory")))?,
    );
    Ok(scratch)
}

/// How long a run of one unit takes from its start to its end.
fn first_document() -> Result<()> {
    const STARTS: usize = 20;
    let scratch = tempfile::Builder::new().prefix("huibian-bench-").tempdir()?;
    let workspace = scratch.path().join("workspace");
    units::generate(&workspace, 1)?;
    let huibian = beside("huibian")?;
    let mut times: [Vec<Duration>; 2] = Default::default();
    for turn in 0..STARTS {
        for (times, isolation) in times.iter_mut().zip(["none", "process"]) {
            let mut command = Command::new(&huibian);
            command.args(["batch", "--format", "docx", "--isolation", isolation, "--output"]);
            command
                .arg(scratch.path().join(format!("{isolation}-{turn}")))
                .arg("--workspace")
                .arg(&workspace);
            times.push(run(&mut command)?);
        }
    }
    let [in_process, isolated] = times.map(|times| median(times).as_secs_f64() * 1_000.0);
    println!("\nOne unit, from start to end: {in_process:.1} ms in process, {isolated:.1} ms isolated");
    Ok(())
}

/// Has the system drop what it keeps of the files below a folder, as if the machine had just been started.
fn forget(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            forget(&path)?;
        } else {
            let file = File::open(path)?;
            file.sync_all()?;
            rustix::fs::fadvise(&file, 0, None, Advice::DontNeed)?;
        }
    }
    Ok(())
}
