//! LibreOffice, where this machine has it: files of one format made of another. It is ended, with all that it started, where
//! it takes too long.
//!
//! It must not know what is done with a file.

mod word;

use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

pub use word::{Unconverted, docx, is_word_file};

/// How long a conversion may take: the first one of a profile takes some seconds, a document of a thousand pages a minute.
const LONGEST: Duration = Duration::from_mins(2);

/// Converts a file that lies in `folder`, where what is made is put, and LibreOffice's own settings.
///
/// # Errors
/// Where it is not here, or was ended for taking too long.
pub fn convert(folder: &Path, given: &Path, format: &str) -> io::Result<ExitStatus> {
    let profile = folder.join("profile").display().to_string().replace('\\', "/");
    let separator = if profile.starts_with('/') { "" } else { "/" };
    let mut soffice = Command::new("soffice");
    soffice
        .arg(format!("-env:UserInstallation=file://{separator}{profile}"))
        .args(["--headless", "--convert-to", format, "--outdir"])
        .arg(folder)
        .arg(given)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut soffice, 0);
    ended(soffice.spawn()?, LONGEST)
}

fn ended(mut child: Child, longest: Duration) -> io::Result<ExitStatus> {
    let late = Instant::now() + longest;
    loop {
        match child.try_wait()? {
            Some(status) => return Ok(status),
            None if Instant::now() < late => sleep(Duration::from_millis(20)),
            None => {
                end(&mut child);
                return Err(io::ErrorKind::TimedOut.into());
            }
        }
    }
}

fn end(child: &mut Child) {
    // What is called soffice is a script that starts the program.
    #[cfg(unix)]
    let _ = rustix::process::kill_process_group(
        rustix::process::Pid::from_child(child),
        rustix::process::Signal::KILL,
    );
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::process::CommandExt;

    #[test]
    fn what_takes_too_long_is_ended_with_what_it_started() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("mark");
        let script = format!("(sleep 2; touch {}) & wait", mark.display());
        let child = Command::new("sh").args(["-c", &script]).process_group(0).spawn().unwrap();
        let fault = ended(child, Duration::from_millis(100)).unwrap_err();
        assert_eq!(fault.kind(), io::ErrorKind::TimedOut);
        sleep(Duration::from_millis(2300));
        assert!(!mark.exists(), "what it started goes on");
    }
}
