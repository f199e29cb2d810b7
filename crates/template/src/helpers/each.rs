//! Loops. Handlebars has its own, which go round however often; these are counted.

use handlebars::{
    BlockContext, Context, Helper, HelperResult, Output, PathAndJson, RenderContext, RenderErrorReason,
    Renderable,
};
use serde_json::Value;

use super::context::Registry;
use super::declaration::{Argument, Declaration, Form, ValueKind, Yields};
use crate::evaluate::{Call, Evaluation, Found};
use crate::excess::Excess;
use crate::holes;

pub const EACH: Declaration = Declaration {
    name: "each",
    form: Form::Block,
    arguments: &[Argument::Value(ValueKind::List)],
    keys: &[],
    yields: Yields::Branch,
    meaning: ("逐项写一遍", "Its text once for each item"),
    run: Some(each),
    evaluate: go_through,
};

fn each<'reg, 'rc>(
    helper: &Helper<'rc>,
    registry: &'reg Registry<'reg>,
    context: &'rc Context,
    render: &mut RenderContext<'reg, 'rc>,
    out: &mut dyn Output,
) -> HelperResult {
    let list = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("each", 0))?;
    let Some(body) = helper.template() else { return Ok(()) };
    let items = items(list.value()).filter(|items| !items.is_empty() || helper.inverse().is_none());
    let Some(items) = items else {
        return match helper.inverse() {
            Some(otherwise) => otherwise.render(registry, context, render, out),
            None => Err(RenderErrorReason::MissingVariable(list.relative_path().cloned()).into()),
        };
    };
    count(items.len())?;
    render.push_block(block(list));
    let end = items.len();
    for (index, (name, item)) in items.into_iter().enumerate() {
        count(0)?;
        if let Some(block) = render.block_mut() {
            block.set_local_var("first", (index == 0).into());
            block.set_local_var("last", (index + 1 == end).into());
            block.set_local_var("index", index.into());
            match list.context_path() {
                Some(path) => *block.base_path_mut() = path.iter().cloned().chain([name]).collect(),
                None => block.set_base_value(item.clone()),
            }
        }
        body.render(registry, context, render, out)?;
    }
    render.pop_block();
    Ok(())
}

/// The items of a list, or the values of a group, by the names that lead to them.
fn items(value: &Value) -> Option<Vec<(String, &Value)>> {
    match value {
        Value::Array(items) => {
            Some(items.iter().enumerate().map(|(index, item)| (index.to_string(), item)).collect())
        }
        Value::Object(group) => Some(group.iter().map(|(name, item)| (name.clone(), item)).collect()),
        _ => None,
    }
}

/// Where names begin in a round.
fn block<'rc>(list: &PathAndJson<'rc>) -> BlockContext<'rc> {
    let mut block = BlockContext::new();
    match list.context_path() {
        Some(path) => block.base_path_mut().clone_from(path),
        None => block.set_base_value(list.value().clone()),
    }
    block
}

fn count(rounds: usize) -> Result<(), RenderErrorReason> {
    holes::add_rounds(rounds).map_err(|excess: Excess| RenderErrorReason::NestedError(Box::new(excess)))
}

fn go_through(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
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
