//! Two commands at once, in every pair: the second waits, nothing that either does is lost, and no wrong file stays.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::Output;

use crate::office::{Office, said};

const UNITS: usize = 6;

const COMMANDS: [&[&str]; 9] = [
    &["batch"],
    &["assemble", "u1"],
    &["rollup"],
    &["form", "-o", "form.xlsx"],
    &["close", "2023Q2"],
    &["history", "import", "before.csv"],
    &["plugin", "trust", "flood-season", "--yes"],
    &["plugin", "lock"],
    &["plugin", "install", "visits-1.hbplugin", "--add"],
];
/// What stands in for the second of two alike, where there is such a thing that writes to the same place.
const OTHERS: [(&str, &[&str]); 5] = [
    ("assemble", &["assemble", "u2"]),
    ("close", &["close", "2023Q2"]),
    ("history", &["history", "import", "earlier.csv"]),
    ("plugin trust", &["plugin", "trust", "hostile", "--yes"]),
    ("plugin install", &["plugin", "install", "patrols-1.hbplugin", "--add"]),
];

fn second_of(command: &'static [&'static str]) -> &'static [&'static str] {
    let line = command.join(" ");
    OTHERS.iter().find(|(begins, _)| line.starts_with(begins)).map_or(command, |(_, other)| *other)
}

/// An office whose data have changed since its last batch.
fn changed() -> Office {
    let office = Office::with_all(UNITS);
    office.runs(&["batch"]);
    office.give(1000);
    office.runs(&["form", "-o", "before.xlsx"]);
    office
}

/// Runs two commands at once in an office as `ready` is, and looks at what came of it.
fn at_once(ready: &Office, [one, other]: [&[&str]; 2]) {
    let at = format!("{one:?} with {other:?}");
    let office = ready.again();
    let mut running = [one, other].map(|command| office.huibian(command).spawn().unwrap());
    for child in &mut running {
        child.wait().unwrap();
    }
    let outputs = running.map(|child| child.wait_with_output().unwrap());
    // A form that is there may be filled in already: the second of two leaves it.
    let refused = usize::from(one == other && one[0] == "form");
    let is_refused = |output: &&Output| output.status.code() == Some(2);
    assert_eq!(
        outputs.iter().filter(is_refused).count(),
        refused,
        "{at}: {}",
        outputs.each_ref().map(said).concat()
    );
    for output in outputs.iter().filter(|output| !is_refused(output)) {
        assert_eq!(output.status.code(), Some(0), "{at}: {}", said(output));
    }
    office.assert_tidy(&at);
    for command in [one, other] {
        is_done(&office, command, &at);
    }
    // What came of it is what one after the other gives.
    office.run(&["plugin", "lock"]);
    office.run(&["batch"]);
    office.assert_agrees(&at);
    for unit in 1..=UNITS {
        is_new(&office, unit, &at);
    }
}

/// Fails where a command has not done what it was to do.
fn is_done(office: &Office, command: &[&str], at: &str) {
    let is_there = |file: &str| assert!(office.path(file).is_file(), "{file} is lost: {at}");
    let has = |file: &str, text: &str| {
        let found = fs::read_to_string(office.path(file)).unwrap_or_default();
        assert!(found.contains(text), "{file} has no {text}: {at}: {found}");
    };
    match *command {
        ["batch"] => office.assert_agrees(at),
        ["assemble", unit] => {
            is_new(office, unit[1..].parse().unwrap(), at);
            office.assert_agrees(at);
        }
        ["rollup"] => is_there("out/rollup/county.xlsx"),
        ["form", ..] => {
            office.runs(&["form", "-o", "after.xlsx"]);
            let [made, before, after] = ["form", "before", "after"]
                .map(|name| fs::read(office.path(format!("{name}.xlsx"))).unwrap());
            assert!(made == before || made == after, "the form is neither of before nor of after: {at}");
            fs::remove_file(office.path("after.xlsx")).unwrap();
        }
        ["close", ..] => is_there("history/bare/2023Q2.jsonl"),
        ["history", "import", table] => {
            let first = if table == "before.csv" { "2022Q1" } else { "2021Q1" };
            is_there(&format!("history/bare/{first}.jsonl"));
            is_there(&format!("history/bare/{}.jsonl", first.replace("Q1", "Q2")));
        }
        ["plugin", "trust", id, ..] => has("home/.config/huibian/trust.toml", id),
        ["plugin", "lock"] => has("plugins.lock", "works"),
        ["plugin", "install", archive, ..] => {
            let id = archive.split('-').next().unwrap();
            is_there(&format!("plugins/{id}/plugin.toml"));
            has("workspace.toml", id);
        }
        _ => unreachable!("{command:?}"),
    }
}

/// Fails where a unit's report is of the data of before.
fn is_new(office: &Office, unit: usize, at: &str) {
    let report = fs::read_to_string(office.path(format!("out/u{unit}.md"))).unwrap();
    assert!(report.contains(&format!("完工{}项", unit + 1000)), "an old report stays: {at}: {report}");
}

fn every_pair(rounds: usize) -> usize {
    let ready = changed();
    let mut pairs = 0;
    for (first, one) in COMMANDS.into_iter().enumerate() {
        for other in COMMANDS.into_iter().skip(first) {
            let other = if one == other { second_of(other) } else { other };
            (0..rounds).for_each(|_| at_once(&ready, [one, other]));
            pairs += 1;
        }
    }
    pairs
}

#[test]
fn of_two_at_once_nothing_is_lost() {
    every_pair(1);
}

#[test]
#[ignore = "long: cargo xtask long"]
fn of_two_at_once_nothing_is_lost_in_many_rounds() {
    let pairs = every_pair(50);
    println!(
        "long: two commands at once | – | {pairs} pairs of batch, assemble, rollup, form, close, import, trust, lock and install, 50 rounds each: nothing lost, no wrong file"
    );
}

#[test]
fn the_second_says_whom_it_waits_for() {
    let office = Office::with_all(2);
    fs::create_dir_all(office.path("out")).unwrap();
    let lock = fs::File::create(office.path("out/.huibian-lock")).unwrap();
    lock.lock().unwrap();
    fs::write(office.path("out/.huibian-lock"), "huibian batch (4711)\n").unwrap();
    let mut waiting = office.huibian(&["--lang", "zh", "batch"]).spawn().unwrap();
    let mut told = BufReader::new(waiting.stderr.take().unwrap()).lines().map(Result::unwrap);
    let waits = told.any(|line| line.contains("huibian batch (4711) 正在写入 out"));
    assert!(waits, "it says whom it waits for");
    assert!(!office.path("out/manifest.jsonl").exists(), "it waits");
    drop(lock);
    told.for_each(drop);
    assert_eq!(waiting.wait().unwrap().code(), Some(0));
    assert!(office.path("out/manifest.jsonl").exists());
}
