//! What comes of a run where the machine fails it: the table of SECURITY.md, a test a row. Each time the record agrees with the
//! disk, the reports of before stay where none is made, and the next run makes what is missing.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::office::{Form, Office, has, said};

const UNITS: usize = 24;

/// An office with reports, whose data have changed since.
fn changed() -> Office {
    let office = Office::new(UNITS, Form::Toml);
    office.runs(&["batch"]);
    office.give(1000);
    office
}

/// Runs a batch in a shell that first takes something away; how it ended and what it said.
fn without(office: &Office, taken: &str) -> (Option<i32>, String) {
    let script = format!("{taken}; exec \"$0\" \"$@\"");
    let output = office.by_way_of("bash", &["-c", &script], &["--lang", "zh", "batch"]).output().unwrap();
    (output.status.code(), said(&output))
}

/// A further run makes what is missing, and nothing is left lying about.
fn recovers(office: &Office, after: &str) {
    office.runs(&["batch"]);
    office.assert_agrees(after);
    office.assert_tidy(after);
    for unit in 1..=UNITS {
        let report = fs::read_to_string(office.path(format!("out/u{unit}.md"))).unwrap();
        assert!(report.contains(&format!("完工{}项", unit + 1000)), "{report} after {after}");
    }
}

/// A disk of its own, gone when it is dropped; none where this user may not have one.
pub struct Disk(PathBuf);

impl Disk {
    pub fn at(path: PathBuf, size: &str) -> Option<Self> {
        fs::create_dir_all(&path).unwrap();
        let options = format!("size={size}");
        let is_there = has("mount", &["-t", "tmpfs", "-o", &options, "none", path.to_str().unwrap()]);
        is_there.then_some(Self(path))
    }

    /// How many KiB are free.
    pub fn free(&self) -> usize {
        let mut free = Command::new("df");
        let told = free.args(["--output=avail", "-k"]).arg(&self.0).output().unwrap().stdout;
        String::from_utf8(told).unwrap().split_whitespace().last().unwrap().parse().unwrap()
    }

    /// A command that another thread is just starting holds what this one wrote for a moment, in which the disk is busy.
    pub fn remount(&self, how: &str) {
        let (options, until) = (format!("remount,{how}"), Instant::now() + Duration::from_mins(1));
        while !has("mount", &["-o", &options, self.0.to_str().unwrap()]) {
            assert!(Instant::now() < until, "{} is not mounted anew: {how}", self.0.display());
            sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// A batch into a folder that a person names: on a disk of its own the workspace's would be refused.
fn batch_elsewhere(office: &Office) -> Output {
    let pattern = format!("{}/{{unit.id}}", office.path("out").display());
    office.huibian(&["--lang", "zh", "-o", &pattern, "batch"]).output().unwrap()
}

#[test]
fn on_a_full_disk_the_record_says_what_is_there() {
    for room in [0, 60, 400] {
        let office = Office::new(UNITS, Form::Toml);
        let Some(disk) = Disk::at(office.path("out"), "6m") else { return };
        assert_eq!(batch_elsewhere(&office).status.code(), Some(0));
        office.give(1000);
        let ballast = disk.0.join("manifest.jsonl.ballast");
        fs::write(&ballast, vec![1; disk.free().saturating_sub(room) * 1024]).unwrap();
        let output = batch_elsewhere(&office);
        assert_ne!(output.status.code(), Some(0), "{room} KiB: {}", said(&output));
        assert!(said(&output).contains("磁盘已满"), "{room} KiB: {}", said(&output));
        fs::remove_file(ballast).unwrap();
        office.assert_agrees(&format!("a disk with {room} KiB left"));
        assert_eq!(
            (1..=UNITS).filter(|unit| office.output().contains_key(&format!("u{unit}.md"))).count(),
            UNITS,
            "none is lost"
        );
        assert_eq!(batch_elsewhere(&office).status.code(), Some(0));
        office.assert_agrees("room was made");
    }
}

#[test]
fn where_files_may_not_be_large_nothing_is_lost() {
    let office = changed();
    let before = office.output();
    let (code, told) = without(&office, "trap '' XFSZ; ulimit -f 4");
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("O004"), "{told}");
    assert_eq!(office.output(), before, "reports and record are those of before");
    recovers(&office, "a limit of files' sizes");
}

#[test]
fn a_folder_that_is_read_only_keeps_what_it_has() {
    let office = Office::new(UNITS, Form::Toml);
    let disk = Disk::at(office.path("out"), "16m");
    assert_eq!(batch_elsewhere(&office).status.code(), Some(0));
    let before = office.output();
    let read_only = |is: bool| match &disk {
        Some(disk) => disk.remount(if is { "ro" } else { "rw" }),
        None => fs::set_permissions(
            office.path("out"),
            fs::Permissions::from_mode(if is { 0o555 } else { 0o755 }),
        )
        .unwrap(),
    };
    read_only(true);
    let output = batch_elsewhere(&office);
    assert_eq!(output.status.code(), Some(0), "nothing is to be written: {}", said(&output));
    office.give(1000);
    let output = batch_elsewhere(&office);
    read_only(false);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("O004"), "{}", said(&output));
    assert_eq!(office.output(), before);
    assert_eq!(batch_elsewhere(&office).status.code(), Some(0));
    office.assert_agrees("a read-only disk");
}

#[test]
fn where_the_folder_vanishes_the_record_names_what_is_there() {
    for removed in ["out", "out/u3.md"] {
        let office = Office::new(400, Form::Csv);
        let running = office.huibian(&["--lang", "zh", "batch"]).spawn().unwrap();
        let late = Instant::now() + Duration::from_mins(1);
        while !office.path("out/u9.md").exists() && Instant::now() < late {
            sleep(Duration::from_millis(1));
        }
        let path = office.path(removed);
        let _ = if removed == "out" { fs::remove_dir_all(path) } else { fs::remove_file(path) };
        let output = running.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("写出后又不见了"), "{}", said(&output));
        office.assert_agrees(&format!("{removed} was removed"));
        office.runs(&["batch"]);
        office.assert_agrees("it was made again");
        assert_eq!(office.output().len(), 3 * 400 + 1);
        office.assert_tidy("it was made again");
    }
}

/// An office with reports, where the data of the second half have changed since.
fn changed_in_part() -> Office {
    let office = changed();
    for unit in 1..=UNITS / 2 {
        let changed = format!("built = {}", unit + 1000);
        office.replace(&format!("data/u{unit}.toml"), &changed, &format!("built = {unit}"));
    }
    office
}

/// Units that the record has as done, of which each has the report of its data.
fn done(office: &Office) -> Vec<usize> {
    let record = String::from_utf8(office.output().remove("manifest.jsonl").unwrap()).unwrap();
    let is_done = |line: &Value| line["status"] == "done";
    let lines = record.lines().filter_map(|line| serde_json::from_str(line).ok()).filter(is_done);
    let mut units: Vec<usize> =
        lines.map(|line| line["unit"].as_str().unwrap()[1..].parse().unwrap()).collect();
    units.sort_unstable();
    for unit in &units {
        let built = if *unit > UNITS / 2 { unit + 1000 } else { *unit };
        let report = fs::read_to_string(office.path(format!("out/u{unit}.md"))).unwrap();
        assert!(report.contains(&format!("完工{built}项")), "u{unit} is not done: {report}");
    }
    units
}

#[test]
fn an_interrupted_run_records_what_stands_and_what_does_not() {
    let office = changed_in_part();
    let running = office.huibian(&["batch", "--jobs", "1"]).spawn().unwrap();
    let pid = running.id().to_string();
    let late = Instant::now() + Duration::from_secs(20);
    while !office.path("out/.huibian-lock").exists() && Instant::now() < late {
        sleep(Duration::from_micros(200));
    }
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let told = said(&running.wait_with_output().unwrap());
    office.assert_agrees("an interrupt");
    let done = done(&office);
    assert!(
        (1..=UNITS / 2).all(|unit| done.contains(&unit)),
        "those that stand are recorded so: {done:?}: {told}"
    );
    office.give(1000);
    recovers(&office, "an interrupt");
}

/// From before the folder is held an interrupt leaves all in order; here it comes as the folder is taken.
#[test]
fn a_run_that_is_interrupted_before_its_first_unit_records_those_that_stand() {
    if !has("strace", &["-qq", "-o", "/dev/null", "true"]) {
        return;
    }
    for command in [["batch"].as_slice(), &["batch", "--json"]] {
        let office = changed_in_part();
        let inject =
            ["-f", "-qq", "-o", "/dev/null", "-e", "trace=flock", "-e", "inject=flock:signal=SIGINT:when=1"];
        let output = office.by_way_of("strace", &inject, command).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        office.assert_agrees("an interrupt before the first unit");
        office.assert_tidy("an interrupt before the first unit");
        assert_eq!(done(&office), (1..=UNITS / 2).collect::<Vec<_>>());
        office.give(1000);
        recovers(&office, "an interrupt before the first unit");
    }
}

/// Who waits has begun nothing, and is let go at once.
#[test]
fn one_that_waits_for_another_is_ended_by_an_interrupt() {
    let office = changed();
    let lock = fs::File::create(office.path("out/.huibian-lock")).unwrap();
    lock.lock().unwrap();
    let mut waiting = office.huibian(&["--lang", "zh", "batch"]).spawn().unwrap();
    let mut told = BufReader::new(waiting.stderr.take().unwrap()).lines().map(Result::unwrap);
    assert!(told.any(|line| line.contains("正在写入 out")), "it waits");
    assert!(Command::new("kill").args(["-INT", &waiting.id().to_string()]).status().unwrap().success());
    assert_eq!(waiting.wait().unwrap().code(), Some(2));
    drop(lock);
    fs::remove_file(office.path("out/.huibian-lock")).unwrap();
    recovers(&office, "an interrupt while it waits");
}

#[test]
fn few_descriptors_and_little_memory_leave_what_the_next_run_mends() {
    for taken in ["ulimit -n 9", "ulimit -n 14", "ulimit -v 60000", "ulimit -v 300000"] {
        let office = changed();
        let (_, told) = without(&office, taken);
        let is_cut_off = office.path("out/.huibian-lock").exists();
        if !is_cut_off {
            office.assert_agrees(&format!("{taken}: {told}"));
        }
        recovers(&office, taken);
    }
}

#[test]
fn without_a_home_or_a_place_for_temporary_files_reports_are_made() {
    for home in [None, Some("/nowhere/at/all"), Some("/dev/null")] {
        let office = changed();
        let mut command = office.huibian(&["batch"]);
        command.env("TMPDIR", "/nowhere/at/all").env_remove("HOME").envs(home.map(|home| ("HOME", home)));
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{home:?}: {}", said(&output));
        office.assert_agrees(&format!("home {home:?}"));
        recovers(&office, "no home");
    }
}

/// Where a permission cannot be kept there is none.
#[test]
fn without_a_home_nothing_is_permitted() {
    for home in ["/proc/nowhere", "/dev/null"] {
        let office = Office::with_all(1);
        let run = |arguments: &[&str]| office.huibian(arguments).env("HOME", home).output().unwrap();
        let permitted = run(&["plugin", "trust", "flood-season", "--yes"]);
        assert_eq!(permitted.status.code(), Some(2), "{home}: {}", said(&permitted));
        assert!(said(&permitted).contains("O004"), "{home}: {}", said(&permitted));
        let output = run(&["batch"]);
        assert_eq!(output.status.code(), Some(0), "{home}: {}", said(&output));
    }
}

#[test]
fn where_nobody_reads_the_work_is_done_all_the_same() {
    let office = changed();
    let mut running = office.huibian(&["batch", "-v"]).spawn().unwrap();
    drop((running.stdout.take(), running.stderr.take()));
    assert_eq!(running.wait().unwrap().code(), Some(0));
    office.assert_agrees("a closed pipe");
    office.assert_tidy("a closed pipe");
    let full = office
        .huibian(&["batch"])
        .stdout(fs::File::options().write(true).open("/dev/full").unwrap())
        .output()
        .unwrap();
    assert_eq!(full.status.code(), Some(2), "who takes no more is told of: {}", said(&full));
    recovers(&office, "a closed pipe");
}

#[test]
fn a_file_that_only_looks_unchanged_is_made_anew() {
    let office = changed();
    office.runs(&["batch"]);
    let (report, record) = (office.path("out/u1.md"), office.path("out/manifest.jsonl"));
    let made = fs::read_to_string(&report).unwrap();
    let time = fs::metadata(&record).unwrap().modified().unwrap();
    fs::write(&report, made.replace("1001", "1009")).unwrap();
    fs::File::options()
        .write(true)
        .open(&report)
        .unwrap()
        .set_modified(time - Duration::from_mins(1))
        .unwrap();
    recovers(&office, "an edit with an old time");
}

#[test]
fn a_failed_write_keeps_the_report_of_before() {
    let office = changed();
    let before = office.output();
    fs::remove_file(office.path("out/u5.md")).unwrap();
    fs::create_dir_all(office.path("out/u5.md/in the way")).unwrap();
    let output = office.run(&["batch"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let after = office.output();
    for format in ["docx", "html"] {
        let name = format!("out/u5.{format}");
        let name = name.trim_start_matches("out/");
        assert_eq!(after.get(name), before.get(name), "{name}");
    }
    office.assert_agrees("a folder in the way");
    fs::remove_dir_all(office.path("out/u5.md")).unwrap();
    recovers(&office, "a folder in the way");
}

#[test]
fn a_unit_that_is_made_by_itself_is_in_the_record() {
    let office = changed();
    office.runs(&["assemble", "u5"]);
    office.assert_agrees("one unit was made");
    // In one format: the others of before are told apart.
    office.runs(&["--format", "md", "assemble", "u6"]);
    office.assert_agrees("one file of a unit was made");
    office.write("data/u25.toml", "[unit]\nname = \"某某镇25\"\n\n[works]\nbuilt = 1\n");
    office.runs(&["assemble", "u25"]);
    office.assert_agrees("a unit was made that is new");
    office.write("data/u7.toml", "[unit]\nname = \"某某镇7\"\n\n[works]\nbuilt = \"x\"\n");
    assert_eq!(office.run(&["assemble", "u7"]).status.code(), Some(1));
    office.assert_agrees("a unit failed");
    office.give(1000);
    recovers(&office, "units that were made by themselves");
}

#[test]
fn a_report_that_failed_and_whose_unit_is_gone_is_told_of() {
    let office = changed();
    office.write("data/u5.toml", "[unit]\nname = \"某某镇5\"\n\n[works]\nbuilt = \"x\"\n");
    assert_eq!(office.run(&["batch"]).status.code(), Some(1));
    office.assert_agrees("a unit that failed");
    fs::remove_file(office.path("data/u5.toml")).unwrap();
    let told = office.runs(&["batch", "--prune"]);
    assert!(told.contains("u5.md"), "{told}");
    assert!(!office.path("out/u5.md").exists() && !office.path("out/u5.docx").exists());
    office.assert_agrees("it was removed");
}

#[test]
fn a_library_of_another_leaves_nothing_and_cannot_be_written_over() {
    let office = Office::with_all(1);
    office.replace("workspace.toml", "plugins = [\"works\"]", "plugins = [\"works\", \"flood-season\"]");
    office.write("data/u1.toml", "[unit]\nname = \"某某镇1\"\n[works]\nbuilt = 1\n[flood-season]\npatrols_total = 12\nhazards_total = 3\n");
    office.runs(&["plugin", "trust", "flood-season", "--yes"]);
    for isolation in ["process", "none"] {
        office.runs(&["batch", "--force", "--isolation", isolation]);
        office.assert_tidy("a run with a library");
    }
    let strace =
        ["-f", "-qq", "-e", "trace=memfd_create,linkat", "-e", "inject=linkat:signal=SIGKILL:when=1"];
    if has("strace", &["-qq", "-o", "/dev/null", "true"]) {
        office.by_way_of("strace", &strace, &["batch", "--force"]).output().unwrap();
        assert_eq!(
            fs::read_dir(office.path("tmp")).unwrap().count(),
            0,
            "a run that was killed leaves no copy"
        );
    }
}
