//! PDF of the same report: ours on one thread and on two, a bare warm Typst world, and LibreOffice, in turns.
//!
//!     huibian-bench pdf [UNITS ...]    default: 100 1000; needs the readers' faces (cargo xtask readers)
//!     huibian-bench bare-pdf FOLDER FONTS

mod bare;
mod warm;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::process::{beside, peak_memory, run};
use crate::units;

pub use bare::write as write_bare;

const HEADER: &str = "| units | 1 thread | 2 threads | 2 threads : 1 | bare Typst, 1 thread | 1 thread : bare | typesetter : bare, warm | LibreOffice, one call | \
                      LibreOffice, a call each | memory, 1 and 2 threads |";
/// How often each is run; the median stands.
const RUNS: usize = 3;
/// LibreOffice leaves out, and says nothing, what goes beyond some 250 files.
const FILES_A_CALL: usize = 100;
/// As many documents tell how long a call for one takes.
const CALLS: usize = 5;

/// The table.
pub fn compare_all(counts: &[String]) -> Result<()> {
    let counts: Result<Vec<u32>, _> = counts.iter().map(|count| count.parse()).collect();
    let counts = counts.context("huibian-bench pdf [UNITS ...]")?;
    let counts = if counts.is_empty() { vec![100, 1_000] } else { counts };
    println!("{HEADER}");
    println!("|---|---|---|---|---|---|---|---|---|---|");
    counts.into_iter().try_for_each(compare)
}

fn compare(count: u32) -> Result<()> {
    let scratch = tempfile::Builder::new().prefix("huibian-bench-").tempdir()?;
    let workspace = scratch.path().join("workspace");
    let names = units::generate(&workspace, count)?;
    let fonts = fonts()?;
    units::make_different(&workspace, &names)?;
    units::set_in_free_faces(&workspace, &fonts)?;
    let huibian = beside("huibian")?;
    let batch = |formats: &str, jobs: &str, out: &Path| {
        let mut command = Command::new(&huibian);
        command.args(["batch", "--quiet", "--format", formats, "--jobs", jobs, "--isolation", "none"]);
        command.arg("--output").arg(out);
        command.args(["--workspace".as_ref(), workspace.as_os_str()]);
        command
    };
    let others = scratch.path().join("others");
    run(&mut batch("docx,md", "2", &others))?;
    let bare = || {
        let mut command = Command::new(std::env::current_exe().unwrap_or_default());
        command.arg("bare-pdf").args([&others, &fonts]);
        command
    };
    let mut times: [Vec<Duration>; 3] = Default::default();
    for turn in 0..RUNS {
        let out = |name: &str| scratch.path().join(format!("{name}-{turn}"));
        times[0].push(run(&mut batch("pdf", "1", &out("one")))?);
        times[1].push(run(&mut batch("pdf", "2", &out("two")))?);
        times[2].push(run(&mut bare())?);
    }
    let [one, two, bare] = times.map(|mut times| {
        times.sort();
        times[RUNS / 2]
    });
    let rate = |time: Duration| f64::from(count) / time.as_secs_f64();
    let files: Vec<PathBuf> = names.iter().map(|name| others.join(format!("{name}.docx"))).collect();
    let office = LibreOffice { home: scratch.path(), faces: &fonts };
    let (together, alone) =
        (office.rate(&files, FILES_A_CALL), office.rate(&files[..CALLS.min(files.len())], 1));
    let [ours, world] = warm::rates(&workspace, &others, &fonts)?;
    let memory =
        |jobs: &str| peak_memory(&batch("pdf", jobs, &scratch.path().join(format!("memory-{jobs}"))));
    println!(
        "| {count} | {:.0}/s | {:.0}/s | {:.2} | {:.0}/s | {:.2} | {:.2} | {together} | {alone} | {}, {} |",
        rate(one),
        rate(two),
        one.as_secs_f64() / two.as_secs_f64(),
        rate(bare),
        bare.as_secs_f64() / one.as_secs_f64(),
        ours / world,
        memory("1")?,
        memory("2")?,
    );
    Ok(())
}

/// The free faces, beside the build.
fn fonts() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).unwrap_or(&program);
    let fonts = target.join("readers/fonts");
    fonts.canonicalize().context("the free faces are not installed: cargo xtask readers")
}

struct LibreOffice<'p> {
    home: &'p Path,
    faces: &'p Path,
}

impl LibreOffice<'_> {
    /// Documents a second, where it is installed.
    fn rate(&self, files: &[PathBuf], a_call: usize) -> String {
        // The first call makes the profile.
        let found = self.convert(&files[..1]).and_then(|_| {
            files.chunks(a_call).try_fold(Duration::ZERO, |sum, files| Ok(sum + self.convert(files)?))
        });
        let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
        found
            .map_or_else(|_| "–".to_owned(), |time| format!("{:.1}/s", f64::from(count) / time.as_secs_f64()))
    }

    fn convert(&self, files: &[PathBuf]) -> Result<Duration> {
        let mut command = Command::new("soffice");
        command
            .arg(format!("-env:UserInstallation=file://{}", self.home.join("profile").display()))
            .args(["--headless", "--convert-to", "pdf", "--outdir"])
            .arg(self.home.join("office"))
            .args(files)
            .env("FONTCONFIG_FILE", self.faces.with_file_name("fonts.conf"))
            .stdin(Stdio::null());
        run(&mut command)
    }
}
