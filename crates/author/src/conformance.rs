//! What every plugin must stand before it is handed on: its declaration holds together, its sections compile, and its
//! code answers hostile data the same way every time.

use huibian_contract::{CountKey, CountSpec, Name, Period};
use huibian_diagnostic::{Code, Diagnostic, Faults, Result};
use huibian_figure::Filed;
use huibian_host::{Contribution, PluginFolder};
use huibian_unit::{ExampleData, read_example};
use rust_decimal::Decimal;
use serde_json::json;

use crate::example::{self, Ran};
use crate::input::Input;
use crate::trial::{self, Surroundings, Trial, unit};

/// One thing that was looked at. `name` is the id of its text.
#[derive(Debug)]
pub struct Point {
    /// `sections`, `input-empty`.
    pub name: &'static str,
    /// What was seen.
    pub verdict: Verdict,
}

/// What was seen.
#[derive(Debug)]
pub enum Verdict {
    /// All is well.
    Passed,
    /// The plugin refused the data with a message, as it may.
    Refused(Diagnostic),
    /// The largest answer, in bytes, and how large it may be.
    Size(usize, usize),
    /// It could not be looked at because of what failed before.
    Skipped,
    /// Something is wrong.
    Failed(Faults),
    /// These names are wanting.
    Missing(Vec<String>),
    /// Two answers that should be the same are not.
    Differs,
}

impl Verdict {
    /// Whether the plugin must be mended.
    pub fn failed(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::Missing(_) | Self::Differs)
    }
}

/// Looks at everything. Where the code cannot be loaded, what needs it is skipped.
pub fn check(folder: &PluginFolder, around: &Surroundings) -> Vec<Point> {
    let mut points = vec![
        Point { name: "names", verdict: unless_missing(unknown_names(folder)) },
        Point { name: "carrier", verdict: of(trial::can_run(folder, around)) },
        Point { name: "sections", verdict: of_all(trial::wording(folder, &folder.path, around).map(drop)) },
        Point { name: "rules", verdict: of(trial::checks(folder).map(drop)) },
    ];
    let ready = points.iter().all(|point| !point.verdict.failed());
    let trial = ready.then(|| Trial::prepare(folder.clone(), around));
    let mut add = |name, verdict| points.push(Point { name, verdict });
    let trial = match trial {
        Some(Ok(trial)) => trial,
        Some(Err(faults)) => {
            add("load", Verdict::Failed(faults));
            return points;
        }
        None => {
            add("load", Verdict::Skipped);
            return points;
        }
    };
    add("load", Verdict::Passed);
    let ran = example::run(&trial);
    add("examples", examples(folder, &ran));
    add("counts", unless_missing(silent_counts(&trial, &ran)));
    let requests = Requests { trial: &trial };
    for input in Input::ALONE {
        add(name(input), requests.alone(input));
    }
    add(name(Input::UnknownKeys), requests.same(Input::UnknownKeys, Input::Plain, |a| Some(a.clone())));
    // What a plugin words from rows outside the period is its own affair; that it counts none is not.
    let counts = |answer: &Contribution| {
        let counts = answer.counts.iter().map(|(name, count)| (name.clone(), count.value));
        Some(counts.collect::<Vec<_>>())
    };
    add(name(Input::OutsideRows), requests.same(Input::OutsideRows, Input::EmptyLedgers, counts));
    add("repeated", requests.repeated(&trial));
    add(
        "reloaded",
        match trial::load(folder.clone(), around) {
            Ok(plugin) => requests.compare(|request| plugin.contribute(request)),
            Err(fault) => Verdict::Failed(fault.into()),
        },
    );
    add("size", requests.size());
    points
}

fn name(input: Input) -> &'static str {
    match input {
        Input::Plain => "input-plain",
        Input::Empty => "input-empty",
        Input::Required => "input-required",
        Input::UnknownKeys => "input-unknown-keys",
        Input::HugeText => "input-huge-text",
        Input::Signs => "input-signs",
        Input::Zero | Input::EmptyLedgers => "input-zero",
        Input::LargeNumbers => "input-large-numbers",
        Input::OutsideRows => "input-outside-rows",
    }
}

fn of(result: Result<()>) -> Verdict {
    of_all(result.map_err(Faults::from))
}

fn of_all(result: Result<(), Faults>) -> Verdict {
    result.map_or_else(Verdict::Failed, |()| Verdict::Passed)
}

fn unless_missing(names: Vec<String>) -> Verdict {
    if names.is_empty() { Verdict::Passed } else { Verdict::Missing(names) }
}

/// What examples name and `plugin.toml` does not declare.
fn unknown_names(folder: &PluginFolder) -> Vec<String> {
    let manifest = &folder.manifest;
    let mut unknown = Vec::new();
    for example in &manifest.example {
        let mut note = |part: &str, name: &dyn std::fmt::Display| {
            unknown.push(format!("{}: {part}.{name}", example.name));
        };
        for name in example.counts.keys().filter(|name| !manifest.counts.contains_key(*name)) {
            note("counts", name);
        }
        for name in example.facts.iter().flat_map(|facts| facts.keys()) {
            if !manifest.facts.contains_key(name) {
                note("facts", name);
            }
        }
        for name in example.sections.keys().filter(|name| !manifest.slots.contains(*name)) {
            note("sections", name);
        }
        for key in example.uses.keys().filter(|key| !manifest.uses.contains(key)) {
            note("uses", key);
        }
    }
    unknown
}

fn examples(folder: &PluginFolder, ran: &[Ran]) -> Verdict {
    if ran.is_empty() {
        return Verdict::Failed(Diagnostic::new(Code::NoExample).with("id", &folder.manifest.id).into());
    }
    let wrong = ran.iter().filter(|ran| !ran.passed()).map(|ran| ran.name.clone());
    unless_missing(wrong.collect())
}

/// Declared counts that no example produces.
fn silent_counts(trial: &Trial, ran: &[Ran]) -> Vec<String> {
    let produced = |name: &&Name| {
        ran.iter().any(|ran| ran.answer.as_ref().is_ok_and(|answer| answer.counts.contains_key(*name)))
    };
    let counts = trial.folder().manifest.counts.keys();
    counts.filter(|name| !produced(name)).map(ToString::to_string).collect()
}

/// Requests of made-up data.
struct Requests<'t> {
    trial: &'t Trial,
}

impl Requests<'_> {
    fn period(&self) -> Period {
        let examples = self.trial.folder().manifest.example.iter();
        let first = examples.map(|example| example.period).next();
        let Some(period) = first.or_else(|| "2023Q2".parse().ok()) else { unreachable!("it is a period") };
        period
    }

    fn request(&self, input: Input) -> huibian_contract::Request {
        let data = input.data(&self.trial.folder().manifest, self.period());
        Trial::request(self.period(), unit(None), data)
    }

    /// An answer that the rules allow, or a refusal that says why.
    fn alone(&self, input: Input) -> Verdict {
        match self.trial.ask(self.request(input), &self.used()) {
            Ok(_) => Verdict::Passed,
            Err(fault) if refused(&fault) => Verdict::Refused(fault),
            Err(fault) => Verdict::Failed(fault.into()),
        }
    }

    /// Other plugins' counts are all there, and small.
    fn used(&self) -> Vec<(CountKey, Decimal)> {
        self.trial.folder().manifest.uses.iter().map(|key| (key.clone(), Decimal::ONE)).collect()
    }

    /// Whether two ways to fill the fields come to the same, as far as `part` tells.
    fn same<P: PartialEq>(
        &self,
        input: Input,
        other: Input,
        part: impl Fn(&Contribution) -> Option<P>,
    ) -> Verdict {
        let answer = |input| self.trial.contribute(&self.request(input));
        match (answer(input), answer(other)) {
            (Ok(one), Ok(two)) if part(&one) == part(&two) => Verdict::Passed,
            (Err(one), Err(two)) if one == two && refused(&one) => Verdict::Refused(one),
            (Err(fault), Ok(_)) if !refused(&fault) => Verdict::Failed(fault.into()),
            _ => Verdict::Differs,
        }
    }

    fn repeated(&self, trial: &Trial) -> Verdict {
        self.compare(|request| trial.contribute(request))
    }

    /// Whether each request has the same answer a second time.
    fn compare(&self, again: impl Fn(&huibian_contract::Request) -> Result<Contribution>) -> Verdict {
        for request in self.all() {
            if self.trial.contribute(&request) != again(&request) {
                return Verdict::Differs;
            }
        }
        Verdict::Passed
    }

    /// Every request there is: of the examples, and of made-up data.
    fn all(&self) -> Vec<huibian_contract::Request> {
        let examples = self.trial.folder().manifest.example.iter().enumerate();
        let examples = examples.filter_map(|(index, example)| {
            let ExampleData { data, .. } = read_example(self.trial.folder(), index, example.period).ok()?;
            Some(Trial::request(example.period, unit(example.unit.as_deref()), data))
        });
        examples.chain(Input::ALONE.map(|input| self.request(input))).collect()
    }

    /// The largest answer, written as the contract has it.
    fn size(&self) -> Verdict {
        let limit = self.trial.folder().manifest.limits.response_bytes;
        let mut largest = 0;
        for request in self.all() {
            match self.trial.contribute(&request) {
                Ok(answer) => {
                    let counts = answer.counts.iter().map(|(name, count)| {
                        let Filed { from, .. } = Filed::new(&CountSpec::default(), count);
                        (name.to_string(), json!({ "value": count.value, "from": from }))
                    });
                    let counts: serde_json::Map<_, _> = counts.collect();
                    let written = json!({
                        "counts": counts, "facts": answer.facts, "findings": answer.findings,
                    });
                    largest = largest.max(written.to_string().len());
                }
                Err(fault) if fault.code() == Code::ResponseTooLarge => {
                    return Verdict::Failed(fault.into());
                }
                Err(_) => {}
            }
        }
        Verdict::Size(largest, limit)
    }
}

/// Whether the data was refused, with a reason: by the plugin, or for what `plugin.toml` demands of it.
fn refused(fault: &Diagnostic) -> bool {
    let says_why = fault.argument("message").is_some_and(|message| !message.to_string().trim().is_empty());
    let by_plugin = fault.code() == Code::PluginRefused && says_why;
    by_plugin || fault.code().as_str().starts_with('U')
}
