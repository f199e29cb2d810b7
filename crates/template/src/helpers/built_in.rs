//! What Handlebars brings itself: conditions, loops and groups.

use serde_json::Value;

use super::declaration::{Argument, Declaration, Form, ValueKind, Yields};
use crate::evaluate::{Call, Evaluation, Found, holds};

pub const IF: Declaration = Declaration {
    name: "if",
    form: Form::Block,
    arguments: &[Argument::Value(ValueKind::Condition)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("该值存在、为真、不空时写这一段", "Its text where the value is there, true and not empty"),
    run: None,
    evaluate: when,
};

pub const UNLESS: Declaration = Declaration {
    name: "unless",
    form: Form::Block,
    arguments: &[Argument::Value(ValueKind::Condition)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("该值缺失、为假、为空时写这一段", "Its text where the value is missing, false or empty"),
    run: None,
    evaluate: unless,
};

pub const EACH: Declaration = Declaration {
    name: "each",
    form: Form::Block,
    arguments: &[Argument::Value(ValueKind::List)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("逐项写一遍", "Its text once for each item"),
    run: None,
    evaluate: each,
};

pub const WITH: Declaration = Declaration {
    name: "with",
    form: Form::Block,
    arguments: &[Argument::Value(ValueKind::Group)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("其中的名称从该组起算", "Begins names in the group"),
    run: None,
    evaluate: with,
};

fn when(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    let found = evaluation.find(call.subject.as_ref()?)?;
    if matches!(found, Found::Missing) {
        evaluation.missing(call, call.otherwise.as_ref());
    }
    let is_so = holds(found.json());
    evaluation.branch(is_so, call)
}

fn unless(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    let found = evaluation.find(call.subject.as_ref()?)?;
    if matches!(found, Found::Missing) {
        evaluation.missing(call, call.then.as_ref());
    }
    let is_so = holds(found.json());
    evaluation.branch(!is_so, call)
}

fn each(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    let body = call.then.as_ref()?;
    match evaluation.value(call.subject.as_ref()?)? {
        Found::There(Value::Array(items)) if !items.is_empty() || call.otherwise.is_none() => {
            evaluation.rounds(items, body)
        }
        Found::There(Value::Object(_)) => None,
        _ => {
            evaluation.missing(call, call.otherwise.as_ref());
            evaluation.note(false);
            evaluation.run(call.otherwise.as_ref()?)
        }
    }
}

fn with(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    match evaluation.value(call.subject.as_ref()?)? {
        Found::There(group) if holds(group) => {
            evaluation.note(true);
            evaluation.inside(group, call.then.as_ref()?)
        }
        _ => {
            evaluation.missing(call, call.otherwise.as_ref());
            evaluation.note(false);
            evaluation.run(call.otherwise.as_ref()?)
        }
    }
}
