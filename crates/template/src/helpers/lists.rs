//! Texts joined, and items in one sentence.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext, RenderErrorReason};
use serde_json::Value;

use super::context::{Registry, branch};
use super::declaration::{Argument, Declaration, Form, ValueKind, Yields};
use crate::{holes, mark};

pub const LIST: Declaration = Declaration {
    name: "list",
    form: Form::Inline,
    arguments: &[Argument::Value(ValueKind::Texts)],
    keys: &[],
    yields: Yields::Words,
    meaning: ("用顿号连起来的各项", "The texts, joined with 、"),
    run: Some(list),
};

pub const ENUMERATE: Declaration = Declaration {
    name: "enumerate",
    form: Form::Block,
    arguments: &[],
    keys: &[],
    yields: Yields::Enumeration,
    meaning: ("其中各项写成一是、二是", "Its items in one sentence: 一是, 二是"),
    run: Some(enumerate),
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
    let mut before: Option<&str> = None;
    for text in texts.iter().filter_map(Value::as_str) {
        let adjacent = before.is_some_and(|b| b.ends_with(['》', '”']) && text.starts_with(['《', '“']));
        if before.is_some() && !adjacent {
            out.write("、")?;
        }
        out.write(&holes::leave(text))?;
        before = Some(text);
    }
    Ok(())
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
