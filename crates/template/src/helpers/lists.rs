//! Texts joined, and items in one sentence.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext, RenderErrorReason};
use huibian_document::items::{is_none, items};
use serde_json::Value;

use super::context::{Registry, branch};
use super::declaration::{Argument, Declaration, Form, ValueKind, Yields};
use crate::evaluate::{Call, Evaluation, Found};
use crate::{holes, mark};

pub const LIST: Declaration = Declaration {
    name: "list",
    form: Form::Inline,
    arguments: &[Argument::Value(ValueKind::Texts)],
    keys: &[],
    yields: Yields::Words,
    meaning: ("用顿号连起来的各项", "The texts, joined with 、"),
    run: Some(list),
    evaluate: leave_texts,
};

pub const ENUMERATE: Declaration = Declaration {
    name: "enumerate",
    form: Form::Block,
    arguments: &[],
    keys: &[],
    yields: Yields::Enumeration,
    meaning: ("其中各项写成一是、二是", "Its items in one sentence: 一是, 二是"),
    run: Some(enumerate),
    evaluate: enumerate_items,
};

/// Texts joined with 、, but nothing between adjacent 《》 or “” (GB/T 15834-2011, 4.5.3.5).
fn list(
    helper: &Helper<'_>,
    _: &Registry<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let texts = helper.param(0).and_then(|param| param.value().as_array());
    let texts = texts.ok_or_else(|| RenderErrorReason::Other("list: a list of texts".to_owned()))?;
    for (joint, text) in joined(texts) {
        out.write(joint)?;
        out.write(&holes::leave(text))?;
    }
    Ok(())
}

/// Each text without numbers of its own, and what stands before it. One that says there is none does so alone.
fn joined(texts: &[Value]) -> impl Iterator<Item = (&'static str, &str)> {
    let all = || texts.iter().filter_map(Value::as_str).flat_map(items);
    let are_none = all().all(is_none);
    let said = all().enumerate().filter(move |(at, text)| if are_none { *at == 0 } else { !is_none(text) });
    let mut before: Option<&str> = None;
    said.map(move |(_, text)| {
        let adjacent = before.is_some_and(|b| b.ends_with(['》', '”']) && text.starts_with(['《', '“']));
        let joint = if before.is_some() && !adjacent { "、" } else { "" };
        before = Some(text);
        (joint, text)
    })
}

fn enumerate<'reg, 'rc>(
    helper: &Helper<'rc>,
    registry: &'reg Registry<'reg>,
    context: &'rc Context,
    render: &mut RenderContext<'reg, 'rc>,
    out: &mut dyn Output,
) -> HelperResult {
    out.write(&format!("\n\n{}\n\n", mark::ENUMERATION))?;
    branch(true, helper, registry, context, render, out)?;
    out.write(&format!("\n\n{}", mark::ENUMERATION_END))?;
    Ok(())
}

/// How many texts there are, and between which of them nothing stands, is Markdown; they themselves are values.
fn leave_texts(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    let Found::There(Value::Array(texts)) = evaluation.find(call.subject.as_ref()?)? else { return None };
    for (joint, text) in joined(texts) {
        evaluation.note(2 + u32::from(joint.is_empty()));
        evaluation.leave(text.to_owned())?;
    }
    evaluation.note(false);
    Some(())
}

fn enumerate_items(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    evaluation.branch(true, call)
}
