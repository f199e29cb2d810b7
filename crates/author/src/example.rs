//! A plugin's examples, run and compared with what they expect.

use huibian_contract::{CountKey, Example, ExpectedFindings, Fact, IndexMap};
use huibian_diagnostic::{Code, Diagnostic, Faults, Result};
use huibian_unit::{ExampleData, read_example};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::section_text::lines;
use crate::trial::{Answer, Trial, unit};

/// What became of one example.
#[derive(Debug)]
pub struct Ran {
    /// Its name.
    pub name: String,
    /// What came of it; what it failed with, where it failed.
    pub answer: Result<Answer, Faults>,
    /// Where that is not what it expects.
    pub differences: Vec<Difference>,
}

/// Where an example and what came of it differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table of the example: `counts`, `facts`, `findings`, `sections.results`, `error`.
    pub part: String,
    /// What the example says, a line a value.
    pub expected: Vec<String>,
    /// What came of it.
    pub actual: Vec<String>,
}

impl Ran {
    /// Whether all is as expected.
    pub fn passed(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Runs every example of a plugin, in order.
pub fn run(trial: &Trial) -> Vec<Ran> {
    let examples = trial.folder().manifest.example.iter().enumerate();
    examples.map(|(index, example)| run_one(trial, index, example)).collect()
}

fn run_one(trial: &Trial, index: usize, example: &Example) -> Ran {
    let answer = read_example(trial.folder(), index, example.period).and_then(
        |ExampleData { data, findings: odd }| {
            let request = Trial::request(example.period, unit(example.unit.as_deref()), data);
            let mut answer = trial.ask(request, &used(example))?;
            answer.findings.splice(0..0, odd);
            Ok(answer)
        },
    );
    let differences = compare(example, &answer);
    Ran { name: example.name.clone(), answer, differences }
}

/// The other plugins' counts that an example gives.
fn used(example: &Example) -> Vec<(CountKey, Decimal)> {
    let number = |(key, value): (&CountKey, &Value)| Some((key.clone(), decimal(&display(value))?));
    example.uses.iter().filter_map(number).collect()
}

fn compare(example: &Example, answer: &Result<Answer, Faults>) -> Vec<Difference> {
    let mut differences = Vec::new();
    let codes = |faults: &[Diagnostic]| faults.iter().map(|fault| fault.code().to_string()).collect();
    let answer = match (answer, &example.error) {
        (Err(faults), expected) => {
            let first = faults.first().map(|fault| fault.code().to_string());
            if first != *expected {
                differences.push(difference("error", expected.iter().cloned().collect(), codes(faults)));
            }
            return differences;
        }
        (Ok(_), Some(expected)) => {
            return vec![difference("error", vec![expected.clone()], Vec::new())];
        }
        (Ok(answer), None) => answer,
    };
    let counts = example.counts.iter().map(|(name, value)| (name.as_str(), display(value)));
    let actual = answer.counts.iter().map(|(name, digits)| (name.as_str(), digits.clone()));
    let (expected, actual): (IndexMap<_, _>, IndexMap<_, _>) = (counts.collect(), actual.collect());
    let same = |(name, digits): (&&str, &String)| {
        actual.get(name).is_some_and(|actual| match (decimal(actual), decimal(digits)) {
            (Some(actual), Some(expected)) => actual == expected,
            _ => actual == digits,
        })
    };
    if expected.len() != actual.len() || !expected.iter().all(same) {
        differences.push(difference("counts", written(&expected), written(&actual)));
    }
    if let Some(facts) = &example.facts {
        let expected: IndexMap<_, _> =
            facts.iter().map(|(name, value)| (name.as_str(), display(value))).collect();
        let actual: IndexMap<_, _> =
            answer.facts.iter().map(|(name, fact)| (name.as_str(), display(&of_fact(fact)))).collect();
        if expected != actual {
            differences.push(difference("facts", written(&expected), written(&actual)));
        }
    }
    match &example.findings {
        Some(ExpectedFindings::Count(count)) if *count != answer.findings.len() => {
            let actual = std::iter::once(answer.findings.len().to_string());
            let actual = actual.chain(answer.remarks()).collect();
            differences.push(difference("findings", vec![count.to_string()], actual));
        }
        Some(ExpectedFindings::Texts(texts)) if *texts != answer.remarks() => {
            differences.push(difference("findings", texts.clone(), answer.remarks()));
        }
        _ => {}
    }
    for (slot, expected) in &example.sections {
        let text = answer.sections.get(slot);
        if text.is_some_and(|text| text.is(expected)) || (text.is_none() && lines(expected).is_empty()) {
            continue;
        }
        let owned = |text: &str| lines(text).into_iter().map(str::to_owned).collect();
        let actual = text.map_or_else(Vec::new, |text| owned(&text.markdown));
        differences.push(difference(&format!("sections.{slot}"), owned(expected), actual));
    }
    differences
}

fn difference(part: &str, expected: Vec<String>, actual: Vec<String>) -> Difference {
    Difference { part: part.to_owned(), expected, actual }
}

/// `name = value`, a line each, in order of their names, so that a difference shows where it is.
fn written(values: &IndexMap<&str, String>) -> Vec<String> {
    let mut lines: Vec<String> = values.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    lines.sort();
    lines
}

/// A value of an example as text. TOML's dates come through serde as a table of one key.
fn display(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(table) if table.len() == 1 => {
            table.values().next().and_then(Value::as_str).unwrap_or_default().to_owned()
        }
        other => other.to_string(),
    }
}

fn of_fact(fact: &Fact) -> Value {
    fact.clone().into()
}

fn decimal(digits: &str) -> Option<Decimal> {
    digits.parse().ok()
}

/// What an example that cannot be blessed has been stopped by.
///
/// # Errors
/// The first fault of an example that failed without expecting to.
pub fn first_fault(ran: &[Ran]) -> Result<()> {
    let unexpected = ran.iter().find(|ran| ran.answer.is_err() && !ran.passed());
    match unexpected.map(|ran| &ran.answer) {
        Some(Err(faults)) => Err(faults.first().cloned().unwrap_or_else(|| Diagnostic::new(Code::Internal))),
        _ => Ok(()),
    }
}
