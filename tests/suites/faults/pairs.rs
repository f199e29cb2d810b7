//! Two commands at once, in every pair: the second waits, nothing that either does is lost, and no wrong file stays.

use std::fs;

use crate::office::{Office, said};

const COMMANDS: [&[&str]; 7] = [
    &["batch"],
    &["rollup"],
    &["close", "2023Q2"],
    &["history", "import", "before.csv"],
    &["plugin", "trust", "flood-season", "--yes"],
    &["plugin", "lock"],
    &["plugin", "install", "visits-1.hbplugin", "--add"],
];
/// What stands in for the second of two alike, where there is such a thing that writes to the same place.
const OTHERS: [(&str, &[&str]); 4] = [
    ("close", &["close", "2023Q2"]),
    ("history", &["history", "import", "earlier.csv"]),
    ("plugin trust", &["plugin", "trust", "hostile", "--yes"]),
    ("plugin install", &["plugin", "install", "patrols-1.hbplugin", "--add"]),
];

fn second_of(command: &'static [&'static str]) -> &'static [&'static str] {
    let line = command.join(" ");
    OTHERS.iter().find(|(begins, _)| line.starts_with(begins)).map_or(command, |(_, other)| *other)
}

/// Runs two commands at once in an office whose data have changed since its last batch, and looks at what came of it.
fn at_once(one: &[&str], other: &[&str]) {
    let at = format!("{one:?} with {other:?}");
    let office = Office::with_all(6);
    office.runs(&["batch"]);
    office.give(1000);
    let mut running = [one, other].map(|command| office.huibian(command).spawn().unwrap());
    for child in &mut running {
        child.wait().unwrap();
    }
    for child in running {
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{at}: {}", said(&output));
    }
    office.assert_tidy(&at);
    for command in [one, other] {
        let is_there = |file: &str| assert!(office.path(file).is_file(), "{file} is lost: {at}");
        let has = |file: &str, text: &str| {
            let found = fs::read_to_string(office.path(file)).unwrap_or_default();
            assert!(found.contains(text), "{file} has no {text}: {at}: {found}");
        };
        match *command {
            ["batch"] => office.assert_agrees(&at),
            ["rollup"] => is_there("out/rollup/county.xlsx"),
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
    // What came of it is what one after the other gives.
    office.run(&["plugin", "lock"]);
    office.run(&["batch"]);
    office.assert_agrees(&at);
    for unit in 1..=6 {
        let report = fs::read_to_string(office.path(format!("out/u{unit}.md"))).unwrap();
        assert!(report.contains(&format!("完工{}项", unit + 1000)), "an old report stays: {at}: {report}");
    }
}

fn every_pair(rounds: usize) -> usize {
    let mut pairs = 0;
    for (first, one) in COMMANDS.into_iter().enumerate() {
        for other in COMMANDS.into_iter().skip(first) {
            let other = if one == other { second_of(other) } else { other };
            (0..rounds).for_each(|_| at_once(one, other));
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
        "long: two commands at once | – | {pairs} pairs of batch, rollup, close, import, trust, lock and install, 50 rounds each: nothing lost, no wrong file"
    );
}

#[test]
fn the_second_says_whom_it_waits_for() {
    let office = Office::with_all(2);
    fs::create_dir_all(office.path("out")).unwrap();
    let lock = fs::File::create(office.path("out/.huibian-lock")).unwrap();
    lock.lock().unwrap();
    fs::write(office.path("out/.huibian-lock"), "huibian batch (4711)\n").unwrap();
    let waiting = office.huibian(&["--lang", "zh", "batch"]).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert!(!office.path("out/manifest.jsonl").exists(), "it waits");
    drop(lock);
    let output = waiting.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("huibian batch (4711) 正在写入 out"), "{}", said(&output));
}
