//! Runs that are killed at any moment: each file is the old one or the new one, and the next run mends what is half done, says
//! so, and leaves nothing lying about.

use std::thread::sleep;
use std::time::{Duration, Instant};

use huibian_tests::corpus::random::Random;

use crate::office::{Files, Form, Office, said};

const SEED: u64 = 20_230_705;
const UNITS: usize = 24;

/// A command that is killed, and the state it is killed in.
#[derive(Clone, Copy, Debug)]
struct Case {
    form: Form,
    command: &'static [&'static str],
    /// Whether a run was made before, of other data.
    is_changed: bool,
}

const CASES: [Case; 9] = [
    Case { form: Form::Toml, command: &["batch"], is_changed: false },
    Case { form: Form::Csv, command: &["batch"], is_changed: false },
    Case { form: Form::Workbook, command: &["batch"], is_changed: false },
    Case { form: Form::Toml, command: &["batch"], is_changed: true },
    Case { form: Form::Csv, command: &["batch"], is_changed: true },
    Case { form: Form::Workbook, command: &["batch"], is_changed: true },
    Case { form: Form::Toml, command: &["batch", "--strict"], is_changed: true },
    Case { form: Form::Toml, command: &["rollup"], is_changed: true },
    Case { form: Form::Csv, command: &["form", "-o", "form.xlsx"], is_changed: false },
];

impl Case {
    /// An office in which the command is about to run.
    fn office(self) -> Office {
        let office = Office::new(UNITS, self.form);
        if self.is_changed {
            office.runs(&["batch"]);
            office.runs(&["rollup"]);
            office.give(1000);
        }
        office
    }

    /// Kills it some times, at random moments; how often something was half done.
    fn kill(self, times: usize, random: &mut Random) -> usize {
        let office = self.office();
        let before = office.files();
        let began = Instant::now();
        office.runs(self.command);
        let (whole, after) = (began.elapsed(), office.files());
        let mut half = 0;
        for _ in 0..times {
            let office = self.office();
            let moment = whole.mul_f64(f64::from(u32::try_from(random.below(1100)).unwrap()) / 1000.0);
            let mut child = office.huibian(self.command).spawn().unwrap();
            sleep(moment);
            let _ = child.kill();
            child.wait().unwrap();
            half += usize::from(self.is_mended(&office, &before, &after, moment));
        }
        half
    }

    /// Looks at what a kill left, and at what the next run makes of it. Whether some of a unit's files were new and some old.
    fn is_mended(self, office: &Office, before: &Files, after: &Files, moment: Duration) -> bool {
        let at = format!("{self:?} killed after {moment:?}");
        let cut = office.files();
        for (name, bytes) in cut
            .iter()
            .filter(|(name, _)| !name.split('/').any(|part| part.starts_with('.') && part != ".config"))
        {
            let is_whole = [before, after].iter().any(|files| files.get(name) == Some(bytes));
            assert!(is_whole, "{name} is neither old nor new: {at}");
        }
        let state = |name: &str| match cut.get(name) {
            there if there == after.get(name) => Some(true),
            there if there == before.get(name) => Some(false),
            _ => None,
        };
        let is_half = (1..=UNITS).any(|unit| {
            let files = ["docx", "html", "md"].map(|format| state(&format!("out/u{unit}.{format}")));
            files.contains(&Some(true)) && files.contains(&Some(false))
        });
        if self.command[0] == "form" && cut.contains_key("form.xlsx") {
            return false;
        }
        let output = office.run(self.command);
        let told = said(&output);
        assert_eq!(output.status.code(), Some(0), "{told}: {at}");
        assert!(!is_half || told.contains("R006"), "half done, and unmentioned: {at}: {told}");
        office.assert_tidy(&at);
        let mended = office.files();
        let differing: Vec<&String> = after
            .iter()
            .filter(|(name, bytes)| mended.get(*name) != Some(bytes))
            .map(|(name, _)| name)
            .collect();
        assert!(differing.is_empty(), "{differing:?} are not as they should be: {at}");
        assert_eq!(mended.len(), after.len(), "{:?}: {at}", mended.keys());
        is_half
    }
}

fn killed(times: usize) -> (usize, usize) {
    let mut random = Random::new(SEED);
    let half = CASES.iter().map(|case| case.kill(times, &mut random)).sum();
    (times * CASES.len(), half)
}

#[test]
fn a_run_that_is_killed_is_mended_by_the_next() {
    killed(3);
}

#[test]
#[ignore = "long: cargo xtask long"]
fn many_runs_that_are_killed_are_mended_by_the_next() {
    let (kills, half) = killed(34);
    println!(
        "long: killed at random moments | {SEED} | {kills} kills of batch, rollup and form: {half} left a unit half done, each said and mended; nothing left lying about"
    );
}
