//! What Handlebars brings itself: conditions, loops and groups.

use super::declaration::{Argument, Declaration, Form, ValueKind, Yields};

pub const IF: Declaration = Declaration {
    name: "if",
    form: Form::Block,
    arguments: &[Argument::Value(ValueKind::Condition)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("该值存在、为真、不空时写这一段", "Its text where the value is there, true and not empty"),
    run: None,
};

pub const UNLESS: Declaration = Declaration {
    name: "unless",
    form: Form::Block,
    arguments: &[Argument::Value(ValueKind::Condition)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("该值缺失、为假、为空时写这一段", "Its text where the value is missing, false or empty"),
    run: None,
};

pub const EACH: Declaration = Declaration {
    name: "each",
    form: Form::Block,
    arguments: &[Argument::Value(ValueKind::List)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("逐项写一遍", "Its text once for each item"),
    run: None,
};

pub const WITH: Declaration = Declaration {
    name: "with",
    form: Form::Block,
    arguments: &[Argument::Value(ValueKind::Group)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("其中的名称从该组起算", "Begins names in the group"),
    run: None,
};
