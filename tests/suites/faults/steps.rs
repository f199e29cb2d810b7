//! Commands that are killed before single calls of the system, by strace: what they change is as it was or as it was to be, also
//! to a command that only reads, and the same command once more makes it so.

use std::fs;
use std::os::unix::process::ExitStatusExt;

use huibian_tests::corpus::random::Random;

use crate::office::{Files, Office, has, said};

const SEED: u64 = 20_230_705;
/// The calls that change what others see. A mark before each, since not every machine has all of them.
const CHANGING: &str = "?rename,?renameat,?renameat2,?link,?linkat,?unlink,?unlinkat,?mkdir,?mkdirat,?rmdir,?write,?pwrite64,\
                        ?ftruncate,?fallocate,?flock,?fsync,?fdatasync,?syncfs";

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

/// Kills each command before every call of some kinds for which `is_due`; how often.
fn killed(calls: &str, is_due: &mut dyn FnMut() -> bool) -> usize {
    let mut kills = 0;
    for (command, prepare) in COMMANDS {
        let whole = office(prepare);
        let before = seen(&whole);
        whole.runs(command);
        let after = seen(&whole);
        for call in 1.. {
            if !is_due() {
                if call > 4000 {
                    break;
                }
                continue;
            }
            let office = office(prepare);
            let (trace, kill) =
                (format!("trace={calls}"), format!("inject={calls}:signal=SIGKILL:when={call}"));
            let strace = ["-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &kill];
            let output = office.by_way_of("strace", &strace, command).output().unwrap();
            if output.status.signal().is_none() {
                assert!(output.status.success(), "{command:?}: {}", said(&output));
                break;
            }
            kills += 1;
            let at = format!("{command:?} killed before call {call} of {calls}");
            // It looks at all there is, and finishes what was begun.
            office.run(&["check"]);
            let left = seen(&office);
            assert!(left == before || left == after, "neither old nor new: {at}: {:?}", left.keys());
            office.runs(command);
            office.assert_tidy(&at);
            assert!(seen(&office) == after, "not as it was to be: {at}");
        }
    }
    kills
}

#[test]
fn a_command_that_is_killed_before_a_change_leaves_the_old_or_the_new() {
    if has("strace", &["-qq", "-o", "/dev/null", "true"]) {
        let mut random = Random::new(SEED);
        killed(CHANGING, &mut || random.happens(10));
    }
}

#[test]
#[ignore = "long: cargo xtask long"]
fn a_command_that_is_killed_before_any_call_leaves_the_old_or_the_new() {
    if has("strace", &["-qq", "-o", "/dev/null", "true"]) {
        let mut random = Random::new(SEED);
        let changing = killed(CHANGING, &mut || true);
        let all = killed("all", &mut || random.happens(4));
        println!(
            "long: killed before calls of the system | {SEED} | {changing} kills of close, import, install, trust and lock, one before each call that changes anything, and {all} before others: old or new each time"
        );
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
