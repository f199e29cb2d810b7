//! A folder that vanishes under a command that writes into it: the command is stopped behind single calls of the system, by strace,
//! the folder is removed, and it goes on. It says so or had placed all it had to, what it records is there, and the same command
//! once more makes what it was to make.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::{Duration, Instant};

use huibian_tests::corpus::random::Random;
use huibian_tests::word;
use serde_json::Value;

use crate::office::{Files, Form, Office, collect, has, said};
use crate::steps::calls;

const SEED: u64 = 20_230_705;
/// The calls that change what others see, or take what is written to.
const CALLS: [&str; 12] = [
    "mkdir",
    "mkdirat",
    "linkat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "rmdir",
    "ftruncate",
    "fallocate",
    "flock",
    "fdatasync",
];

/// A command, and what of its work vanishes: a folder, or a file.
struct Vanishing {
    command: &'static [&'static str],
    what: &'static str,
    prepare: fn(&Office),
}

const fn vanishing(command: &'static [&'static str], what: &'static str) -> Vanishing {
    Vanishing { command, what, prepare: |_| {} }
}

const VANISHING: [Vanishing; 17] = [
    vanishing(&["batch", "--jobs", "1"], "out"),
    vanishing(&["batch", "--strict", "--jobs", "1"], "out"),
    vanishing(&["assemble", "u1"], "out"),
    Vanishing { command: &["batch", "--jobs", "1"], what: "out/u1.docx", prepare: changed },
    Vanishing { command: &["assemble", "u1"], what: "out/u1.docx", prepare: changed },
    Vanishing { command: &["assemble", "u1"], what: "out", prepare: changed },
    vanishing(&["rollup"], "out"),
    vanishing(&["rollup"], "out/rollup/county.docx"),
    vanishing(&["close", "2023Q2"], "history"),
    vanishing(&["history", "import", "before.csv"], "history"),
    vanishing(&["form", "-o", "given/form.xlsx"], "given"),
    vanishing(&["new", "further"], "further"),
    Vanishing {
        command: &["adopt", "--to", "adopted", "云溪镇-2023Q1.docx"],
        what: "adopted",
        prepare: |office| {
            let report =
                "= 云溪镇2023年第一季度工作情况报告\n本季度检查企业45家次。\n云溪镇人民政府\n2023年4月5日";
            fs::write(office.path("云溪镇-2023Q1.docx"), word::docx(report)).unwrap();
        },
    },
    vanishing(&["plugin", "new", "visits", "--kind", "declarative"], "plugins/visits"),
    vanishing(&["plugin", "pack", "works", "-o", "given/works.hbplugin"], "given"),
    vanishing(&["plugin", "install", "visits-2.hbplugin"], "plugins/visits"),
    vanishing(&["plugin", "trust", "flood-season", "--yes"], "home/.config"),
];

fn changed(office: &Office) {
    office.runs(&["batch"]);
    office.give(1000);
}

impl Vanishing {
    fn office(&self) -> Office {
        let is_given = ["import", "install", "trust"].iter().any(|what| self.command.contains(what));
        let office = if is_given { Office::with_all(3) } else { Office::new(3, Form::Toml) };
        for library in ["hostile", "flood-season"].iter().filter(|_| !self.command.contains(&"trust")) {
            let _ = fs::remove_dir_all(office.path("plugins").join(library));
        }
        if self.what == "given" {
            fs::create_dir(office.path("given")).unwrap();
        }
        (self.prepare)(&office);
        office
    }

    /// What of its work lies where it vanishes; files of a moment aside, and other units' where it makes one.
    fn made(&self, office: &Office) -> Files {
        let (mut files, path) = (Files::new(), office.path(self.what));
        if path.is_dir() {
            collect(&path, "", &mut files);
        } else if let Ok(bytes) = fs::read(path) {
            files.insert(String::new(), bytes);
        }
        files.retain(|name, _| !name.split('/').any(|part| part.starts_with('.') && part != ".config"));
        if let ["assemble", unit] = self.command {
            files.retain(|name, _| name.is_empty() || name.starts_with(&format!("{unit}.")));
        }
        files
    }

    /// Runs the command, stopped behind a call while its work vanishes, and whether it had let go of all by then; nothing where it
    /// makes the call less often.
    fn run(&self, office: &Office, call: &str, time: usize) -> Option<(Output, bool)> {
        let trace = office.path("trace");
        let stop = format!("inject={call}:signal=SIGSTOP:when={time}");
        let strace = ["-f", "-o", trace.to_str().unwrap(), "-e", &format!("trace={call}"), "-e", &stop];
        let command = [&["--lang", "zh"], self.command].concat();
        let mut running = office.by_way_of("strace", &strace, &command).spawn().unwrap();
        let late = Instant::now() + Duration::from_mins(2);
        let stopped = || {
            let told = fs::read_to_string(&trace).unwrap_or_default();
            let lines = told.lines().filter(|line| line.contains("--- stopped by SIGSTOP"));
            lines.filter_map(|line| Some(line.split(' ').next()?.to_owned())).collect::<Vec<_>>()
        };
        let (mut had_let_go, mut gone_on) = (None, 0);
        while running.try_wait().unwrap().is_none() {
            assert!(Instant::now() < late, "{:?} neither stops nor ends", self.command);
            // Each thread counts its own calls, and may stop as well.
            for thread in stopped().into_iter().skip(gone_on) {
                had_let_go.get_or_insert_with(|| {
                    let is_held = office.output().keys().any(|name| name.ends_with(".huibian-lock"));
                    remove(&office.path(self.what));
                    ["unlink", "rmdir"].contains(&call) && !is_held
                });
                let _ = Command::new("kill").args(["-CONT", &thread]).status();
                gone_on += 1;
            }
            sleep(Duration::from_millis(1));
        }
        let output = running.wait_with_output().unwrap();
        fs::remove_file(trace).unwrap();
        Some((output, had_let_go?))
    }

    /// What is said holds, and the same command again makes all that it was to make.
    fn holds(&self, office: &Office, whole: &Files, (output, had_let_go): &(Output, bool), at: &str) {
        let (exit, told) = (output.status.code(), said(output));
        assert!(matches!(exit, Some(0..=2)) && !told.contains("panicked"), "{at}: {exit:?} {told}");
        let made = self.made(office);
        let is_told = ["O004", "O014", "W001", "W010"].iter().any(|code| told.contains(code));
        assert!(exit == Some(0) || is_told, "{at}: {exit:?} {told}");
        // It vanished once all was placed, or before anything was.
        let is_whole = made == *whole || made.is_empty();
        let differs: Vec<_> = whole.keys().filter(|name| whole.get(*name) != made.get(*name)).collect();
        assert!(exit != Some(0) || is_whole, "{at}: {differs:?} of {:?} {told}", made.keys());
        let out = office.path("out");
        // A file that someone takes away once all is done is theirs.
        for record in ["manifest.jsonl", "rollup/manifest.jsonl"].iter().filter(|_| !had_let_go) {
            agrees(office, &out.join(record), at);
        }
        let mut again = office.run(self.command);
        if said(&again).contains("W012") {
            // What was written once it had vanished makes a folder that is not empty, which is told: it is moved away.
            remove(&office.path(self.what));
            again = office.run(self.command);
        }
        assert_eq!(again.status.code(), Some(0), "again after {at}: {}", said(&again));
        let made = self.made(office);
        let differs: Vec<_> = whole.keys().filter(|name| whole.get(*name) != made.get(*name)).collect();
        assert!(made == *whole, "not as it was to be after {at}: {differs:?} {}", said(&again));
        office.assert_tidy(at);
    }
}

fn remove(path: &Path) {
    // What is being written to it may come between.
    while path.exists() {
        let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    }
}

/// Fails where a record names as made what is not there.
fn agrees(office: &Office, record: &Path, at: &str) {
    let Ok(record) = fs::read_to_string(record) else { return };
    for line in record.lines().skip(1).filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        for made in line["artifacts"].as_array().into_iter().flatten() {
            let bytes = fs::read(office.path(made["path"].as_str().unwrap()));
            let hash = bytes.map(|bytes| blake3::hash(&bytes).to_hex().to_string());
            assert_eq!(hash.ok().as_deref(), made["blake3"].as_str(), "{made} after {at}");
        }
    }
}

/// Has it vanish behind those calls that are due; how often.
fn vanished(is_due: &mut dyn FnMut() -> bool) -> usize {
    let mut times = 0;
    for vanishing in &VANISHING {
        let ready = vanishing.office();
        let whole = ready.again();
        whole.runs(vanishing.command);
        let whole = vanishing.made(&whole);
        assert!(!whole.is_empty(), "{:?} makes no {}", vanishing.command, vanishing.what);
        let calls = calls(&ready.again(), vanishing.command);
        for (call, count) in calls.iter().filter(|(call, _)| CALLS.contains(&call.as_str())) {
            for time in (1..=*count).filter(|_| is_due()) {
                let office = ready.again();
                let Some(met) = vanishing.run(&office, call, time) else { continue };
                times += 1;
                let at = format!("{:?}: {} vanishes behind {call} {time}", vanishing.command, vanishing.what);
                vanishing.holds(&office, &whole, &met, &at);
            }
        }
    }
    times
}

#[test]
fn where_a_folder_vanishes_a_command_says_so_or_had_done_its_work() {
    if has("strace", &["-qq", "-o", "/dev/null", "true"]) {
        let mut random = Random::new(SEED);
        vanished(&mut || random.happens(10));
    }
}

#[test]
#[ignore = "long: cargo xtask long"]
fn wherever_a_folder_vanishes_a_command_says_so_or_had_done_its_work() {
    if has("strace", &["-qq", "-o", "/dev/null", "true"]) {
        let times = vanished(&mut || true);
        println!(
            "long: folders that vanish | – | {} commands, {times} times, one behind each call that changes something: said or done, no record of what is not there, and made by the next",
            VANISHING.len()
        );
    }
}
