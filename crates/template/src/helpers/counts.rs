//! Counts of the report's period: printed, and asked about.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext, RenderErrorReason};
use huibian_contract::Basis;

use super::context::{Registry, branch, name, other_period, word};
use super::declaration::{Argument, CountUse, Declaration, Form, Presence, Yields};
use crate::data::Seen;
use crate::evaluate::{Call, Evaluation};
use crate::mark;

pub const COUNT: Declaration = Declaration {
    name: "count",
    form: Form::Inline,
    arguments: &[Argument::Count(CountUse::NOW)],
    keys: &[],
    yields: Yields::Words,
    meaning: ("统计数字", "A count"),
    run: Some(count),
    evaluate: count_of,
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
    evaluate: hanzi_of,
};

pub const ZERO: Declaration = Declaration {
    name: "zero",
    form: Form::Block,
    arguments: &[Argument::Count(CountUse::NOW)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("该数为 0 时写这一段", "Its text where the count is 0"),
    run: Some(zero),
    evaluate: if_zero,
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
    evaluate: if_present,
};

/// Writes a count's full key between `mark` and the end mark.
fn write_key(mark: char, name: &str, context: &Context, out: &mut dyn Output) -> HelperResult {
    if context.is_zero(Basis::Now, name).is_none() {
        return Err(RenderErrorReason::Other(format!("no count {name}")).into());
    }
    let mut marked = String::from(mark);
    marked.push_str(&context.key(name));
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
    let is_zero = context.is_zero(Basis::Now, name);
    let is_zero = is_zero.ok_or_else(|| RenderErrorReason::Other(format!("no count {name}")))?;
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
    branch(is_present(name, word(helper), context), helper, registry, context, render, out)
}

fn is_present(name: &str, period: Option<&str>, seen: &impl Seen) -> bool {
    seen.is_zero(other_period(period).unwrap_or(Basis::Now), name).is_some()
}

/// The template itself says which count it is.
fn count_of(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    evaluation.data.is_zero(Basis::Now, call.name()?).map(|_| ())
}

/// A loop's number becomes words here, and words are Markdown.
fn hanzi_of(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    if call.name().is_some() {
        return count_of(call, evaluation);
    }
    let index = evaluation.find(call.subject.as_ref()?)?.json().as_i64()?;
    evaluation.note_words(&index.to_string())
}

fn if_zero(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    let is_zero = evaluation.data.is_zero(Basis::Now, call.name()?)?;
    evaluation.branch(is_zero, call)
}

fn if_present(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    let is_present = is_present(call.name()?, call.word.as_deref(), evaluation.data);
    evaluation.branch(is_present, call)
}
