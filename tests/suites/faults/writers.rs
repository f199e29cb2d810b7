//! Every command that writes something, where the machine fails it: what it writes is as it was or as it was to be, and the same
//! command afterwards makes it so.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::thread;

use huibian_tests::corpus::random::Random;
use huibian_tests::{copy, word};
use serde_json::Value;

use crate::office::{Files, Office, collect, said};
use crate::outcomes::Disk;

const SEED: u64 = 20_230_705;
const CHECK: &str =
    "\n[checks.many]\nrule = \"built > 100\"\nseverity = \"error\"\nmessage = \"完工太少。\"\n";

/// A command, and what is done before it.
struct Deed {
    name: &'static str,
    /// Prepares an office, and says what the command is.
    prepare: fn(&Office) -> Vec<String>,
}

const DEEDS: [Deed; 19] = [
    Deed { name: "batch", prepare: |_| words("batch") },
    Deed {
        name: "batch after a change",
        prepare: |office| {
            office.runs(&["batch"]);
            office.give(1000);
            words("batch")
        },
    },
    Deed { name: "batch --strict", prepare: |_| words("batch --strict") },
    Deed { name: "assemble", prepare: |_| words("assemble u1") },
    Deed { name: "rollup", prepare: |_| words("rollup") },
    Deed { name: "close", prepare: |_| words("close 2023Q2") },
    Deed {
        name: "close --amend",
        prepare: |office| {
            office.runs(&["close", "2023Q2"]);
            office.give(1000);
            words("close 2023Q2 --amend")
        },
    },
    Deed { name: "history import", prepare: |_| words("history import before.csv") },
    Deed { name: "form", prepare: |_| words("form -o form.xlsx") },
    Deed {
        name: "map",
        prepare: |office| {
            office.write("labels.csv", "单位,某某镇1\n完工,12\n");
            words("map labels.csv --write")
        },
    },
    Deed {
        name: "accept",
        prepare: |office| {
            let plugin = fs::read_to_string(office.path("plugins/works/plugin.toml")).unwrap();
            office.write("plugins/works/plugin.toml", &(plugin + CHECK));
            let found: Value = serde_json::from_slice(&office.run(&["check", "--json"]).stdout).unwrap();
            let items = found["items"].as_array().unwrap().iter();
            let found =
                items.clone().find(|item| item["unit"] == "某某镇1").unwrap_or_else(|| panic!("{found}"));
            let id = format!("K001-{}", found["fingerprint"].as_str().unwrap());
            words(&format!("accept {id} --reason 属实 --by 张三 --on 2023-07-06"))
        },
    },
    Deed { name: "new", prepare: |_| words("new further") },
    Deed {
        name: "adopt",
        prepare: |office| {
            let report = word::docx(
                "= 云溪镇2023年第一季度工作情况报告\n本季度检查企业45家次。\n云溪镇人民政府\n2023年4月5日",
            );
            fs::write(office.path("云溪镇-2023Q1.docx"), report).unwrap();
            words("adopt --to adopted 云溪镇-2023Q1.docx")
        },
    },
    Deed {
        name: "tags --draft",
        prepare: |office| {
            fs::write(office.path("ours.docx"), word::docx("= {{unit.nam}}报告\n正文。")).unwrap();
            words("tags ours.docx --draft draft.docx")
        },
    },
    Deed { name: "plugin new", prepare: |_| words("plugin new visits --kind declarative") },
    Deed { name: "plugin pack", prepare: |_| words("plugin pack works -o works.hbplugin") },
    Deed {
        name: "plugin install",
        prepare: |office| {
            office.runs(&["plugin", "install", "visits-1.hbplugin"]);
            words("plugin install visits-2.hbplugin --replace")
        },
    },
    Deed { name: "plugin trust", prepare: |_| words("plugin trust flood-season --yes") },
    Deed { name: "plugin lock", prepare: |_| words("plugin lock") },
];

fn words(command: &str) -> Vec<String> {
    command.split(' ').map(str::to_owned).collect()
}

/// A deed that may be done again and again, each time in a copy of the office as it was before.
struct Ready {
    name: &'static str,
    office: Office,
    command: Vec<String>,
    /// How the command ends where nothing is wrong, and what there is then.
    exit: Option<i32>,
    before: Files,
    after: Files,
}

impl Ready {
    fn new(deed: &Deed) -> Self {
        let office = Office::with_all(3);
        fs::remove_dir_all(office.path("plugins/hostile")).unwrap();
        if !["plugin trust", "plugin lock"].contains(&deed.name) {
            fs::remove_dir_all(office.path("plugins/flood-season")).unwrap();
        }
        let command = (deed.prepare)(&office);
        let mut ready =
            Self { name: deed.name, office, command, exit: None, before: Files::new(), after: Files::new() };
        let scratch = tempfile::tempdir().unwrap();
        let place = ready.place(scratch.path());
        let before = place.seen();
        let output = place.run(|_| {});
        let (exit, after) = (output.status.code(), place.seen());
        assert!(before != after, "{} does nothing: {}", deed.name, said(&output));
        assert!(exit == Some(0) || deed.name == "tags --draft", "{}: {}", deed.name, said(&output));
        (ready.exit, ready.before, ready.after) = (exit, before, after);
        ready
    }

    /// Whether it makes reports of units, of which some may be made and others not.
    fn is_run(&self) -> bool {
        ["batch", "assemble", "rollup"].iter().any(|run| self.name.starts_with(run))
    }

    /// A copy of the office.
    fn place(&self, folder: &Path) -> Place<'_> {
        copy(&self.office.path(""), folder);
        Place { ready: self, folder: folder.to_owned() }
    }
}

/// A copy of an office, on whatever disk.
struct Place<'r> {
    ready: &'r Ready,
    folder: PathBuf,
}

impl Place<'_> {
    /// What others see.
    fn seen(&self) -> Files {
        let mut files = Files::new();
        collect(&self.folder, "", &mut files);
        files.retain(|name, _| {
            !name.split('/').any(|part| part.starts_with('.') && part != ".config") && name != "ballast"
        });
        files
    }

    /// Runs the command in a shell that first takes something away.
    fn run_without(&self, taken: &str) -> Output {
        let script = format!("{taken}; exec \"$0\" \"$@\"");
        let command = self.ready.office.by_way_of("bash", &["-c", &script], &self.arguments());
        self.here(command).output().unwrap()
    }

    /// Runs the command, changed as is said.
    fn run(&self, change: impl FnOnce(&mut Command)) -> Output {
        let mut command = self.here(self.ready.office.huibian(&self.arguments()));
        change(&mut command);
        command.output().unwrap()
    }

    fn arguments(&self) -> Vec<&str> {
        ["--lang", "zh"].into_iter().chain(self.ready.command.iter().map(String::as_str)).collect()
    }

    fn here(&self, mut command: Command) -> Command {
        command.current_dir(&self.folder);
        command.env("HOME", self.folder.join("home")).env("TMPDIR", self.folder.join("tmp"));
        command
    }

    /// What is left after a fault is as it was or as it was to be, and the same command again makes it so. A run over units may
    /// have made some of them.
    fn recovers(&self, fault: &str, output: &Output) {
        let Ready { name, exit, before, after, .. } = self.ready;
        let (told, left, is_run) = (said(output), self.seen(), self.ready.is_run());
        let changed: Vec<&String> = left.keys().filter(|name| left.get(*name) != before.get(*name)).collect();
        assert!(is_run || left == *before || left == *after, "{name}: {fault}: {changed:?}: {told}");
        if left != *after {
            let again = self.run(|_| {});
            assert_eq!(again.status.code(), *exit, "{name} again after {fault}: {}", said(&again));
        }
        let left = self.seen();
        let differs: Vec<&String> = left.keys().filter(|name| left.get(*name) != after.get(*name)).collect();
        assert!(left == *after, "{name}: not as it was to be after {fault}: {differs:?}: {told}");
    }
}

/// What the machine may lack, which need not keep a command from its work.
const SCARCE: [&str; 6] = [
    "ulimit -n 9",
    "ulimit -n 14",
    "ulimit -v 60000",
    "ulimit -v 300000",
    "trap '' XFSZ; ulimit -f 0",
    "trap '' XFSZ; ulimit -f 4",
];

/// Where a home is said to be.
const HOMES: [&str; 2] = ["/dev/null", "/proc/nowhere"];

/// So many KiB are left on a disk.
const ROOM: [usize; 3] = [0, 8, 40];

impl Ready {
    fn on_a_full_disk(&self, room: usize) {
        let scratch = tempfile::tempdir().unwrap();
        let Some(disk) = Disk::at(scratch.path().join("disk"), "64m") else { return };
        let place = self.place(&scratch.path().join("disk"));
        let ballast = place.folder.join("ballast");
        fs::write(&ballast, vec![1; disk.free().saturating_sub(room) * 1024]).unwrap();
        let output = place.run(|_| {});
        fs::remove_file(&ballast).unwrap();
        if room == 0 {
            let (exit, told) = (output.status.code(), said(&output));
            let is_told = exit == Some(2) || exit == Some(1) && self.is_run();
            assert!(is_told && told.contains("磁盘已满"), "{}: {exit:?} {told}", self.name);
        }
        place.recovers(&format!("a disk with {room} KiB left"), &output);
    }

    fn on_a_read_only_disk(&self) {
        let scratch = tempfile::tempdir().unwrap();
        let Some(disk) = Disk::at(scratch.path().join("disk"), "64m") else { return };
        let place = self.place(&scratch.path().join("disk"));
        disk.remount("ro");
        let output = place.run(|_| {});
        disk.remount("rw");
        let (exit, told) = (output.status.code(), said(&output));
        assert!(exit == Some(2) && told.contains("O004"), "{}: {exit:?} {told}", self.name);
        assert!(place.seen() == self.before, "{}: {told}", self.name);
        place.recovers("a read-only disk", &output);
    }

    fn where_there_is_little(&self, taken: &str) {
        let scratch = tempfile::tempdir().unwrap();
        let place = self.place(scratch.path());
        place.recovers(taken, &place.run_without(taken));
    }

    fn without_a_home(&self, home: &str) {
        let scratch = tempfile::tempdir().unwrap();
        let place = self.place(scratch.path());
        let output = place.run(|command| {
            command.env("HOME", home).env("TMPDIR", "/nowhere/at/all");
        });
        let (exit, told) = (output.status.code(), said(&output));
        if self.name == "plugin trust" {
            assert!(exit == Some(2) && told.contains("O004"), "{}: {exit:?} {told}", self.name);
        } else {
            assert_eq!(exit, self.exit, "{} without a home: {told}", self.name);
            assert!(place.seen() == self.after, "{} without a home: {told}", self.name);
        }
    }

    fn without_a_reader(&self) {
        let scratch = tempfile::tempdir().unwrap();
        let place = self.place(scratch.path());
        let mut running = place.here(self.office.huibian(&place.arguments())).spawn().unwrap();
        drop((running.stdout.take(), running.stderr.take()));
        assert_eq!(running.wait().unwrap().code(), self.exit, "{} without a reader", self.name);
        assert!(place.seen() == self.after, "{} without a reader", self.name);
    }
}

/// Fails each command in each way, or in so many hundredths of those of which not each is tried every time; how often.
fn failed(hundredths: usize) -> usize {
    let all = |deeds: &[Deed]| {
        let (mut random, mut times) = (Random::new(SEED), 0);
        let mut is_due = |is_always: bool| {
            let is_due = is_always || random.happens(hundredths);
            times += usize::from(is_due);
            is_due
        };
        for ready in deeds.iter().map(Ready::new) {
            ROOM.iter().filter(|room| is_due(**room == 0)).for_each(|room| ready.on_a_full_disk(*room));
            SCARCE.iter().filter(|_| is_due(false)).for_each(|taken| ready.where_there_is_little(taken));
            HOMES
                .iter()
                .filter(|home| is_due(**home == HOMES[0]))
                .for_each(|home| ready.without_a_home(home));
            for fault in [Ready::on_a_read_only_disk, Ready::without_a_reader] {
                if is_due(true) {
                    fault(&ready);
                }
            }
        }
        times
    };
    let (some, others) = DEEDS.split_at(DEEDS.len() / 2);
    thread::scope(|scope| {
        let some = scope.spawn(|| all(some));
        all(others) + some.join().unwrap()
    })
}

#[test]
fn no_command_loses_anything_where_the_machine_fails_it() {
    failed(10);
}

#[test]
#[ignore = "long: cargo xtask long"]
fn no_command_loses_anything_however_the_machine_fails_it() {
    let times = failed(100);
    println!(
        "long: commands that the machine fails | – | {} commands, {times} faults: full and read-only disks, few descriptors, little memory, small files, no home, no folder for temporary files, a closed pipe: old or new each time, and made by the next",
        DEEDS.len()
    );
}
