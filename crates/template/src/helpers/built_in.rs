//! What Handlebars brings itself: conditions and groups.

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
