//! Commands that are killed before single calls of the system, by strace: what they change is as it was or as it was to be, also
//! to a command that only reads, and the same command once more makes it so.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::thread;

use huibian_tests::corpus::random::Random;

use crate::office::{Files, Office, has, said};

const SEED: u64 = 20_230_705;
/// The calls that change what others see.
const CHANGING: [&str; 18] = [
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "rmdir",
    "write",
    "pwrite64",
    "ftruncate",
    "fallocate",
    "flock",
    "fsync",
    "fdatasync",
    "syncfs",
];

/// What is done before a command that is to be killed.
type Prepare = fn(&Office);

const COMMANDS: [(&[&str], Prepare); 6] = [
    (&["close", "2023Q2"], |_| {}),
    (&["close", "2023Q2", "--amend"], |office| {
        office.runs(&["close", "2023Q2"]);
        office.give(1000);
    }),
    (&["history", "import", "before.csv"], |_| {}),
    (&["plugin", "install", "visits-2.hbplugin", "--replace"], |office| {
        office.runs(&["plugin", "install", "visits-1.hbplugin"]);
    }),
    (&["plugin", "trust", "flood-season", "--yes"], |office| {
        office.write_home("trust.toml", "[[plugin]]\nid = \"other\"\nversion = \"1\"\nblake3 = \"00\"\n");
    }),
    (&["plugin", "lock"], |_| {}),
];

fn office(prepare: Prepare) -> Office {
    let office = Office::with_all(4);
    prepare(&office);
    office
}

/// What others see.
fn seen(office: &Office) -> Files {
    let mut files = office.files();
    files.retain(|name, _| !name.split('/').any(|part| part.starts_with('.') && part != ".config"));
    files
}

/// The calls that a command makes, and how many times the thread makes each that makes it most: what strace counts by.
pub fn calls(office: &Office, command: &[&str]) -> BTreeMap<String, usize> {
    let trace = office.path("calls");
    let strace = ["-f", "-qq", "-o", trace.to_str().unwrap()];
    let output = office.by_way_of("strace", &strace, command).output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", said(&output));
    let mut counts = BTreeMap::new();
    for line in fs::read_to_string(trace).unwrap().lines() {
        let Some((thread, call)) = line.split_once(' ') else { continue };
        let Some((name, _)) = call.trim_start().split_once('(') else { continue };
        if name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            *counts.entry((name.to_owned(), thread.to_owned())).or_insert(0) += 1;
        }
    }
    counts.into_iter().fold(BTreeMap::new(), |mut most, ((name, _), count)| {
        let known = most.entry(name).or_insert(0);
        *known = count.max(*known);
        most
    })
}

/// Kills commands before those of their calls that are due; how often.
fn killed(commands: &[(&[&str], Prepare)], is_due: &mut dyn FnMut(&str) -> bool) -> usize {
    let mut kills = 0;
    for (command, prepare) in commands {
        let ready = office(*prepare);
        let before = seen(&ready);
        let whole = ready.again();
        whole.runs(command);
        let after = seen(&whole);
        for (call, count) in calls(&ready.again(), command) {
            for time in (1..=count).filter(|_| is_due(&call)) {
                let office = ready.again();
                let (trace, kill) =
                    (format!("trace={call}"), format!("inject={call}:signal=SIGKILL:when={time}"));
                let strace = ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &kill];
                let output = office.by_way_of("strace", &strace, command).output().unwrap();
                // A call that a thread makes now and then is not always made.
                assert!(output.status.signal().is_some() || output.status.success(), "{}", said(&output));
                kills += usize::from(output.status.signal().is_some());
                let at = format!("{command:?} killed before {call} {time} of {count}");
                // It looks at all there is, and finishes what was begun.
                office.run(&["check"]);
                let left = seen(&office);
                assert!(left == before || left == after, "neither old nor new: {at}: {:?}", left.keys());
                office.runs(command);
                office.assert_tidy(&at);
                assert!(seen(&office) == after, "not as it was to be: {at}");
            }
        }
    }
    kills
}

#[test]
fn a_command_that_is_killed_before_a_change_leaves_the_old_or_the_new() {
    if has("strace", &["-qq", "-o", "/dev/null", "true"]) {
        let mut random = Random::new(SEED);
        killed(&COMMANDS, &mut |call| CHANGING.contains(&call) && random.happens(10));
    }
}

#[test]
#[ignore = "long: cargo xtask long"]
fn a_command_that_is_killed_before_any_call_leaves_the_old_or_the_new() {
    if has("strace", &["-qq", "-o", "/dev/null", "true"]) {
        let (some, others) = COMMANDS.split_at(2);
        let kills = thread::scope(|scope| {
            let some = scope.spawn(|| killed(some, &mut |_| true));
            killed(others, &mut |_| true) + some.join().unwrap()
        });
        println!(
            "long: killed before calls of the system | – | {kills} kills of close, import, install, trust and lock, one before each call: old or new each time"
        );
    }
}

#[test]
fn a_command_that_cannot_write_leaves_the_old() {
    for (command, prepare) in COMMANDS {
        let office = office(prepare);
        let before = seen(&office);
        let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"";
        let output = office.by_way_of("bash", &["-c", script], command).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command:?}: {}", said(&output));
        assert!(seen(&office) == before, "{command:?}: {:?}", seen(&office).keys());
        office.runs(command);
        office.assert_tidy(&format!("{command:?} could not write"));
    }
}

/// The trust of a user survives a file of theirs that cannot be read.
#[test]
fn a_permission_is_not_written_over_what_cannot_be_read() {
    let office = Office::with_all(1);
    office.write_home("trust.toml", "not TOML");
    let output = office.run(&["plugin", "trust", "flood-season", "--yes"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert_eq!(fs::read_to_string(office.path("home/.config/huibian/trust.toml")).unwrap(), "not TOML");
}
