//! Processes that a plugin started and that left its process group: they end with the child that hosts it. A child takes in what its
//! own descendants leave behind, so that all are below it as long as it lives; where it died before them they are known by what
//! stands in their environment. On systems without `/proc` the group alone is ended.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use rustix::process::{Pid, Signal, kill_process};

use super::HOSTED;

/// So often is looked for what was started while others were ended.
const ROUNDS: usize = 8;

static STARTED: AtomicU32 = AtomicU32::new(0);

/// A word that no other child of any program has.
pub fn word() -> String {
    format!("{}.{}", std::process::id(), STARTED.fetch_add(1, Ordering::Relaxed))
}

/// Has this process take in what its descendants leave behind.
pub fn take_in() {
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_child_subreaper(Some(rustix::process::getpid()));
}

/// Ends all that is below a child that is there and starts nothing more.
pub fn end_below(child: Pid) {
    end(|| below(child));
}

/// Ends all that has the word of a child that is gone.
pub fn end_marked(word: &str) {
    let mark = format!("{HOSTED}={word}");
    end(|| {
        let has_mark = |process: &Pid| {
            let environment = fs::read(file(*process, "environ")).unwrap_or_default();
            environment.split(|byte| *byte == 0).any(|variable| variable == mark.as_bytes())
        };
        processes().filter(has_mark).collect()
    });
}

fn end(left: impl Fn() -> Vec<Pid>) {
    for _ in 0..ROUNDS {
        let left = left();
        if left.is_empty() {
            break;
        }
        for process in left {
            let _ = kill_process(process, Signal::KILL);
        }
    }
}

/// All that descends from a process and has not ended.
fn below(process: Pid) -> Vec<Pid> {
    let parents: Vec<(Pid, Pid)> = processes().filter_map(|one| Some((one, parent(one)?))).collect();
    let mut found = vec![process];
    let mut at = 0;
    while let Some(above) = found.get(at).copied() {
        found.extend(parents.iter().filter(|(_, parent)| *parent == above).map(|(one, _)| *one));
        at += 1;
    }
    found.split_off(1)
}

fn processes() -> impl Iterator<Item = Pid> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    entries.filter_map(|entry| Pid::from_raw(entry.file_name().to_str()?.parse().ok()?))
}

/// The parent of a process; none of one that has ended and is only still listed.
fn parent(process: Pid) -> Option<Pid> {
    let stat = fs::read_to_string(file(process, "stat")).ok()?;
    let mut fields = stat.rsplit_once(") ")?.1.split(' ');
    let state = fields.next()?;
    Pid::from_raw(fields.next()?.parse().ok()?).filter(|_| state != "Z")
}

fn file(process: Pid, name: &str) -> PathBuf {
    PathBuf::from(format!("/proc/{}/{name}", process.as_raw_nonzero()))
}
