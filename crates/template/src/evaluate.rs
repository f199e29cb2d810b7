//! A template evaluated without writing it: the branches that one unit's data take, and the values that go into its holes.
//! Where two units take the same branches, Handlebars writes the same Markdown for both.
//!
//! What is met means here what it means to Handlebars. Whatever cannot be told as Handlebars tells it, an error first of all,
//! is `None`: Handlebars is asked then. This must not know which helpers there are.

use std::sync::Arc;

use handlebars::{JsonRender, JsonTruthy};
use serde_json::Value;

use crate::data::{Data, Seen};
use crate::excess::Amount;
use crate::path::Reference;

/// What a helper does where nothing is written: notes its branch, leaves its values.
pub type Evaluate = fn(&Call, &mut Evaluation<'_>) -> Option<()>;

/// A part of a template that depends on data; plain text does not.
#[derive(Debug)]
pub enum Step {
    /// A value is printed.
    Print(Operand),
    /// A helper is called.
    Call(Call),
    /// A partial stands here.
    Include(Arc<[Step]>),
}

/// A call of a helper.
#[derive(Debug)]
pub struct Call {
    /// The helper's name.
    pub helper: &'static str,
    /// Its code.
    pub evaluate: Evaluate,
    /// What it is about.
    pub subject: Option<Operand>,
    /// Its second argument, a text in quotes.
    pub word: Option<String>,
    /// What it takes by name.
    pub keys: Vec<(String, Operand)>,
    /// What is said where it holds.
    pub then: Option<Vec<Step>>,
    /// What is said otherwise.
    pub otherwise: Option<Vec<Step>>,
}

impl Call {
    /// The text in quotes that the call is about.
    pub fn name(&self) -> Option<&str> {
        match &self.subject.as_ref()?.points {
            Points::Text(Value::String(name)) => Some(name),
            _ => None,
        }
    }

    /// What it takes by a name.
    pub fn key(&self, name: &str) -> Option<&Operand> {
        self.keys.iter().find_map(|(key, operand)| (key == name).then_some(operand))
    }
}

/// A text in quotes, or the name of a value.
#[derive(Debug)]
pub struct Operand {
    /// The name as the template writes it; empty for a text.
    pub shown: String,
    points: Points,
}

#[derive(Debug)]
enum Points {
    Text(Value),
    Value { up: Option<usize>, names: Vec<String> },
    Local { up: usize, name: String },
}

impl Operand {
    pub fn text(text: &str) -> Self {
        Self { shown: String::new(), points: Points::Text(text.into()) }
    }

    pub fn name(shown: &str, reference: Reference<'_>) -> Self {
        let points = match reference {
            Reference::Value { up, names } => {
                Points::Value { up, names: names.into_iter().map(str::to_owned).collect() }
            }
            Reference::Local { up, name } => Points::Local { up, name: name.to_owned() },
        };
        Self { shown: shown.to_owned(), points }
    }
}

/// What an operand stands for.
pub enum Found<'a> {
    /// A value of the data, or a text in quotes.
    There(&'a Value),
    /// What a loop knows of itself.
    Local(Value),
    /// Nothing.
    Missing,
}

impl Found<'_> {
    /// The value; null where it is missing.
    pub fn json(&self) -> &Value {
        match self {
            Self::There(value) => value,
            Self::Local(value) => value,
            Self::Missing => &Value::Null,
        }
    }
}

/// What `this` is, innermost last.
#[derive(Clone, Copy)]
struct Frame<'d> {
    /// Nothing for the data themselves: whoever asks for all of them is answered by Handlebars.
    this: Option<&'d Value>,
    round: Option<Round>,
}

/// A round of a loop.
#[derive(Clone, Copy)]
struct Round {
    index: usize,
    is_last: bool,
}

/// A template under evaluation, for one unit.
pub struct Evaluation<'d> {
    /// All that the template sees.
    pub data: &'d Data<'d>,
    /// Never empty.
    frames: Vec<Frame<'d>>,
    trace: Vec<u32>,
    values: Vec<String>,
    ways: usize,
    withheld: Withheld,
    amount: Amount,
}

/// What a template makes of names that are missing without there being nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withheld {
    /// The first of which it says something as though there were nothing.
    pub told: Option<String>,
    /// Those that it passes over in silence.
    pub passed_over: Vec<String>,
}

/// What an evaluation comes to.
pub struct Evaluated {
    /// What was noted on the way.
    pub trace: Vec<u32>,
    /// The values in the order they are printed.
    pub values: Vec<String>,
    /// How many ways there are of no more rounds through the loops on it.
    pub ways: usize,
    /// What became of names that are missing without there being nothing.
    pub withheld: Withheld,
}

impl<'d> Evaluation<'d> {
    pub fn of(data: &'d Data<'d>) -> Self {
        let frame = Frame { this: None, round: None };
        Self {
            data,
            frames: vec![frame],
            trace: Vec::with_capacity(32),
            values: Vec::with_capacity(16),
            ways: 1,
            withheld: Withheld::default(),
            amount: Amount::default(),
        }
    }

    /// What it comes to.
    pub fn end(self) -> Evaluated {
        let Self { trace, values, ways, withheld, .. } = self;
        Evaluated { trace, values, ways, withheld }
    }

    /// Notes a decision that the Markdown depends on. Those before it say what it is about.
    pub fn note(&mut self, decision: impl Into<u32>) {
        self.trace.push(decision.into());
    }

    /// Notes how many of something there are.
    pub fn note_length(&mut self, length: usize) -> Option<()> {
        self.note(u32::try_from(length).ok()?);
        Some(())
    }

    /// Notes words that become part of the Markdown.
    pub fn note_words(&mut self, words: &str) -> Option<()> {
        self.note_length(words.len())?;
        self.trace.extend(words.bytes().map(u32::from));
        Some(())
    }

    /// Keeps a value for its hole.
    pub fn leave(&mut self, value: String) -> Option<()> {
        self.amount.add_bytes(value.len()).ok()?;
        self.values.push(value);
        Some(())
    }

    /// Goes through a template, or a branch of one.
    pub fn run(&mut self, steps: &[Step]) -> Option<()> {
        for step in steps {
            match step {
                Step::Print(operand) => {
                    let value = match self.find(operand)? {
                        Found::Missing => return None,
                        found => found.json().render(),
                    };
                    self.leave(value)?;
                }
                Step::Call(call) => (call.evaluate)(call, self)?,
                Step::Include(partial) => {
                    let here = self.frames.last().copied()?;
                    self.within(here, partial)?;
                }
            }
        }
        Some(())
    }

    /// Notes that what a call is about is missing, and what the template says then.
    pub fn missing(&mut self, call: &Call, said: Option<&Vec<Step>>) {
        if self.data.withheld().is_empty() {
            return;
        }
        let name = call.subject.as_ref().and_then(|subject| self.full_name(subject));
        let Some(name) = name.filter(|name| self.data.withheld().contains(name)) else { return };
        match said {
            Some(steps) if !ask_for_rollup(steps) => {
                self.withheld.told.get_or_insert(name);
            }
            _ => self.withheld.passed_over.push(name),
        }
    }

    /// A name from the top, or a text in quotes.
    fn full_name(&self, operand: &Operand) -> Option<String> {
        match &operand.points {
            Points::Text(text) => text.as_str().map(str::to_owned),
            Points::Value { up: Some(up), .. } if self.frame(*up)?.this.is_some() => None,
            Points::Value { names, .. } => Some(names.join(".")),
            Points::Local { .. } => None,
        }
    }

    /// Goes into one of a call's branches.
    pub fn branch(&mut self, first: bool, call: &Call) -> Option<()> {
        self.note(first);
        if self.frames.last()?.round.is_some() {
            self.ways = self.ways.saturating_mul(2);
        }
        self.run(if first { &call.then } else { &call.otherwise }.as_deref().unwrap_or_default())
    }

    /// Goes through a branch once for each item.
    pub fn rounds(&mut self, items: &'d [Value], steps: &[Step]) -> Option<()> {
        self.amount.add_rounds(items.len()).ok()?;
        self.note_length(items.len())?;
        self.ways = self.ways.saturating_mul(items.len() + 1);
        for (index, this) in items.iter().enumerate() {
            let round = Round { index, is_last: index + 1 == items.len() };
            self.within(Frame { this: Some(this), round: Some(round) }, steps)?;
        }
        Some(())
    }

    /// Goes through a branch where `this` is a group; a loop's own names are those of the loop around.
    pub fn inside(&mut self, group: &'d Value, steps: &[Step]) -> Option<()> {
        let round = self.frames.last()?.round;
        self.within(Frame { this: Some(group), round }, steps)
    }

    fn within(&mut self, frame: Frame<'d>, steps: &[Step]) -> Option<()> {
        self.frames.push(frame);
        self.run(steps)?;
        self.frames.pop();
        Some(())
    }

    /// What an operand stands for.
    pub fn find<'a>(&self, operand: &'a Operand) -> Option<Found<'a>>
    where
        'd: 'a,
    {
        match &operand.points {
            Points::Text(text) => Some(Found::There(text)),
            Points::Value { .. } => self.value(operand),
            Points::Local { up, name } => Some(self.local(*up, name)),
        }
    }

    /// The value of the data that an operand names.
    pub fn value(&self, operand: &Operand) -> Option<Found<'d>> {
        let Points::Value { up, names } = &operand.points else { return None };
        let start = match up {
            Some(up) => self.frame(*up)?.this,
            None => None,
        };
        let (mut value, names) = match (start, names.split_first()) {
            (Some(start), _) => (start, names.as_slice()),
            (None, Some((first, rest))) => match self.data.group(first) {
                Some(group) => (group, rest),
                None if self.data.is_aside(first) => return None,
                None => return Some(Found::Missing),
            },
            (None, None) => return None,
        };
        for name in names {
            let inside = match value {
                Value::Object(group) => group.get(name),
                // Handlebars fails where a list is asked for a name.
                Value::Array(items) => items.get(name.parse::<usize>().ok()?),
                _ => None,
            };
            let Some(inside) = inside else { return Some(Found::Missing) };
            value = inside;
        }
        Some(Found::There(value))
    }

    fn local(&self, up: usize, name: &str) -> Found<'static> {
        let Some(round) = self.frame(up).and_then(|frame| frame.round) else { return Found::Missing };
        match name {
            "index" => Found::Local(round.index.into()),
            "first" => Found::Local((round.index == 0).into()),
            "last" => Found::Local(round.is_last.into()),
            _ => Found::Missing,
        }
    }

    fn frame(&self, up: usize) -> Option<&Frame<'d>> {
        self.frames.iter().nth_back(up)
    }
}

/// Whether what is said depends on the report being of units below.
fn ask_for_rollup(steps: &[Step]) -> bool {
    let asks = |call: &Call| call.subject.as_ref().is_some_and(|subject| subject.shown == ROLLUP);
    steps.iter().any(|step| matches!(step, Step::Call(call) if asks(call)))
}

/// What templates ask whether a report is of units below.
const ROLLUP: &str = "rollup";

/// Whether a value counts as true in a question.
pub fn holds(value: &Value) -> bool {
    value.is_truthy(false)
}
