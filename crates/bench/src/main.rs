//! Whole-process throughput beside the bare floor, side by side in one run: what assembling costs above what any
//! program must do to put the same document on disk.
//!
//! It must not know how anything is done: what it measures it runs as a program.
//!
//!     huibian-bench [UNITS ...]             default: 100 1000 10000
//!     huibian-bench peers FOLDER            beside other tools on their own workload
//!     huibian-bench units FOLDER COUNT      the workspace that is measured, to measure it otherwise
//!     huibian-bench pdf [UNITS ...]         with the feature `pdf`

#[cfg(feature = "pdf")]
mod pdf;
mod peers;
mod process;
mod units;
mod whole_runs;

use std::path::Path;

use anyhow::{Context, Result};

/// As the program has it, whose time the bare Typst world's is held against.
#[cfg(feature = "pdf")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["peers", folder] => peers::compare(Path::new(folder)),
        ["units", folder, count] => {
            units::generate(Path::new(folder), count.parse().context("huibian-bench units FOLDER COUNT")?)?;
            Ok(())
        }
        #[cfg(feature = "pdf")]
        ["pdf", ..] => pdf::compare_all(&arguments[1..]),
        #[cfg(feature = "pdf")]
        ["bare-pdf", folder, fonts] => pdf::write_bare(Path::new(folder), Path::new(fonts)),
        [] => whole_runs::compare_all(&[100, 1_000, 10_000]),
        counts => {
            let counts: Result<Vec<u32>, _> = counts.iter().map(|count| count.parse()).collect();
            whole_runs::compare_all(&counts.context("huibian-bench [UNITS ...]")?)
        }
    }
}
