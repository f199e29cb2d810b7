//! Programs run from outside: how long they take and how much memory they hold. Knows nothing of what they do.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// Runs a program to its end, no terminal before it, and says how long it took.
///
/// # Errors
/// Where it fails, with what it said.
pub fn run(command: &mut Command) -> Result<Duration> {
    let start = Instant::now();
    let output = command.stdout(Stdio::null()).stderr(Stdio::piped()).output()?;
    let taken = start.elapsed();
    if !output.status.success() {
        bail!("{command:?}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(taken)
}

/// The time in the middle.
pub fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The most memory a run held, where GNU time tells.
///
/// # Errors
/// Where what it says is no text.
pub fn peak_memory(command: &Command) -> Result<String> {
    let Ok(output) = Command::new("/usr/bin/time")
        .arg("-f%M")
        .arg(command.get_program())
        .args(command.get_args())
        .stdout(Stdio::null())
        .output()
    else {
        return Ok("–".to_owned());
    };
    let said = String::from_utf8(output.stderr)?;
    let kilobytes = said.lines().last().and_then(|line| line.trim().parse::<f64>().ok());
    Ok(kilobytes.map_or_else(|| "–".to_owned(), |kilobytes| format!("{:.0} MiB", kilobytes / 1024.0)))
}

/// A program of the same build.
///
/// # Errors
/// Where it is not built.
pub fn beside(name: &str) -> Result<PathBuf> {
    let folder = std::env::current_exe()?.parent().map(Path::to_owned).unwrap_or_default();
    let program = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        bail!("{} is not built; run cargo xtask bench", program.display());
    }
    Ok(program)
}
