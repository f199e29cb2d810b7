//! Counts of the report's period: printed, and asked about.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext, RenderErrorReason};
use huibian_contract::Basis;

use super::context::{Registry, branch, full_key, name, other_period, past, value};
use super::declaration::{Argument, CountUse, Declaration, Form, Presence, Yields};
use crate::mark;

pub const COUNT: Declaration = Declaration {
    name: "count",
    form: Form::Inline,
    arguments: &[Argument::Count(CountUse::NOW)],
    keys: &[],
    yields: Yields::Words,
    meaning: ("统计数字", "A count"),
    run: Some(count),
};

pub const HANZI: Declaration = Declaration {
    name: "hanzi",
    form: Form::Inline,
    arguments: &[Argument::Count(CountUse { whole: true, ..CountUse::NOW })],
    keys: &[],
    yields: Yields::Words,
    meaning: (
        "用汉字写的整数；@index 为循环的序号",
        "A whole number in Chinese numerals; of @index the number of the round",
    ),
    run: Some(hanzi),
};

pub const ZERO: Declaration = Declaration {
    name: "zero",
    form: Form::Block,
    arguments: &[Argument::Count(CountUse::NOW)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("该数为 0 时写这一段", "Its text where the count is 0"),
    run: Some(zero),
};

pub const PRESENT: Declaration = Declaration {
    name: "present",
    form: Form::Block,
    arguments: &[
        Argument::Count(CountUse { presence: Presence::Asked, ..CountUse::NOW }),
        Argument::Period(Basis::OTHERS),
    ],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("该期有这个数时写这一段", "Its text where the count is there in that period"),
    run: Some(present),
};

/// Writes a count's full key between `mark` and the end mark.
fn write_key(mark: char, name: &str, context: &Context, out: &mut dyn Output) -> HelperResult {
    if value(context, name).is_none() {
        return Err(RenderErrorReason::Other(format!("no count {name}")).into());
    }
    let mut marked = String::from(mark);
    marked.push_str(&full_key(name, context));
    marked.push(mark::END);
    Ok(out.write(&marked)?)
}

fn count(
    helper: &Helper<'_>,
    _: &Registry<'_>,
    context: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    write_key(mark::COUNT, name(helper)?, context, out)
}

/// `{{hanzi "sessions"}}`: a count in Chinese numerals. `{{hanzi @index}}`: 一 for the first round of a loop.
fn hanzi(
    helper: &Helper<'_>,
    _: &Registry<'_>,
    context: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    match helper.param(0).and_then(|param| param.value().as_i64()) {
        Some(index) => Ok(out.write(&huibian_document::hanzi(index.saturating_add(1)))?),
        None => write_key(mark::HANZI, name(helper)?, context, out),
    }
}

fn zero<'reg, 'rc>(
    helper: &Helper<'rc>,
    registry: &'reg Registry<'reg>,
    context: &'rc Context,
    render: &mut RenderContext<'reg, 'rc>,
    out: &mut dyn Output,
) -> HelperResult {
    let name = name(helper)?;
    let value = value(context, name).ok_or_else(|| RenderErrorReason::Other(format!("no count {name}")))?;
    let is_zero = value.as_str().is_some_and(|digits| digits.bytes().all(|byte| matches!(byte, b'0' | b'.')));
    branch(is_zero, helper, registry, context, render, out)
}

fn present<'reg, 'rc>(
    helper: &Helper<'rc>,
    registry: &'reg Registry<'reg>,
    context: &'rc Context,
    render: &mut RenderContext<'reg, 'rc>,
    out: &mut dyn Output,
) -> HelperResult {
    let name = name(helper)?;
    let is_present = match other_period(helper) {
        Some(basis) => past(context, basis, name).is_some(),
        None => value(context, name).is_some(),
    };
    branch(is_present, helper, registry, context, render, out)
}
