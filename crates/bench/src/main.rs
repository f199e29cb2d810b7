//! Whole-process throughput beside the bare floor, side by side in one run: what assembling costs above what any
//! program must do to put the same document on disk.
//!
//! It must not know how anything is done: what it measures it runs as a program.
//!
//!     huibian-bench [UNITS ...]        default: 100 1000 10000
//!     huibian-bench floor FOLDER DOCX NAMES
//!     huibian-bench pdf [UNITS ...]    with the feature `pdf`

mod floor;
#[cfg(feature = "pdf")]
mod pdf;
mod process;
mod units;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use tempfile::TempDir;

use process::{beside, peak_memory, run};

/// As the program has it, whose time the bare Typst world's is held against.
#[cfg(feature = "pdf")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What the columns hold; documents a second.
const HEADER: &str =
    "| units | 1 thread | 2 threads | 1 thread, isolated | bare floor | 1 thread : floor | memory |";
/// How often each is run; the median stands.
const RUNS: usize = 5;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, folder, document, names] = arguments.as_slice()
        && mode == "floor"
    {
        return floor::write(Path::new(folder), Path::new(document), Path::new(names));
    }
    #[cfg(feature = "pdf")]
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["pdf", ..] => return pdf::compare_all(&arguments[1..]),
        ["bare-pdf", folder, fonts] => return pdf::write_bare(Path::new(folder), Path::new(fonts)),
        _ => {}
    }
    let counts: Result<Vec<u32>, _> = arguments.iter().map(|count| count.parse()).collect();
    let counts = counts.context("huibian-bench [UNITS ...]")?;
    let counts = if counts.is_empty() { vec![100, 1_000, 10_000] } else { counts };
    println!("{HEADER}");
    println!("|---|---|---|---|---|---|");
    // A file system is slow where files were just deleted: what a row wrote stays until all are done.
    counts.into_iter().map(compare).collect::<Result<Vec<TempDir>>>()?;
    Ok(())
}

/// One row of the table. Every run writes into a fresh folder, all of them in the one that is returned.
fn compare(count: u32) -> Result<TempDir> {
    let scratch = tempfile::Builder::new().prefix("huibian-bench-").tempdir()?;
    let workspace = scratch.path().join("workspace");
    let names = units::generate(&workspace, count)?;
    let huibian = beside("huibian")?;
    let batch_with = |jobs: &str, isolation: &str, out: &Path| {
        let mut command = Command::new(&huibian);
        command.args(["batch", "--quiet", "--format", "docx", "--jobs", jobs, "--isolation", isolation]);
        command.arg("--output").arg(out);
        command.args(["--workspace".as_ref(), workspace.as_os_str()]);
        command
    };
    let batch = |jobs: &str, out: &Path| batch_with(jobs, "none", out);
    let sample = scratch.path().join("sample");
    run(&mut batch("1", &sample))?;
    let list = scratch.path().join("names.txt");
    std::fs::write(&list, names.join("\n"))?;
    let document = sample.join(format!("{}.docx", names[0]));
    let floor = |out: &Path| {
        let mut command = Command::new(std::env::current_exe().unwrap_or_default());
        command.arg("floor").args([out, &document, &list]);
        command
    };
    let mut times: [Vec<Duration>; 4] = Default::default();
    for turn in 0..RUNS {
        let out = |name: &str| scratch.path().join(format!("{name}-{turn}"));
        times[0].push(run(&mut batch("1", &out("one")))?);
        times[1].push(run(&mut batch("2", &out("two")))?);
        times[2].push(run(&mut batch_with("1", "process", &out("isolated")))?);
        times[3].push(run(&mut floor(&out("floor")))?);
    }
    let [one, two, isolated, bare] = times.map(|mut times| {
        times.sort();
        times[RUNS / 2]
    });
    let rate = |time: Duration| f64::from(count) / time.as_secs_f64();
    println!(
        "| {count} | {:.0}/s | {:.0}/s | {:.0}/s | {:.0}/s | {:.2} | {} |",
        rate(one),
        rate(two),
        rate(isolated),
        rate(bare),
        bare.as_secs_f64() / one.as_secs_f64(),
        peak_memory(&batch("1", &scratch.path().join("memory")))?,
    );
    Ok(scratch)
}
