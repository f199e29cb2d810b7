//! What plugins give a report's slots.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext, Renderable};
use serde_json::Value;

use super::context::{Registry, branch, name};
use super::declaration::{Argument, Declaration, Form, Yields};
use crate::data::Seen;
use crate::evaluate::{Call, Evaluation};
use crate::mark;

pub const SLOT: Declaration = Declaration {
    name: "slot",
    form: Form::Either,
    arguments: &[Argument::Slot],
    keys: &[],
    yields: Yields::Slot,
    meaning: ("各插件放入该位置的内容", "What plugins give the slot"),
    run: Some(slot),
    evaluate: if_filled,
};

pub const CONTENTS: Declaration = Declaration {
    name: "contents",
    form: Form::Inline,
    arguments: &[],
    keys: &[],
    yields: Yields::SlotContents,
    meaning: ("外层 slot 的内容所在之处", "Where what the slot around it is given goes"),
    run: Some(contents),
    evaluate: place_only,
};

/// `{{slot "x"}}` places a slot; `{{#slot "x"}}…{{contents}}…{{else}}…{{/slot}}` says more around it, or instead.
fn slot<'reg, 'rc>(
    helper: &Helper<'rc>,
    registry: &'reg Registry<'reg>,
    context: &'rc Context,
    render: &mut RenderContext<'reg, 'rc>,
    out: &mut dyn Output,
) -> HelperResult {
    let name = name(helper)?;
    let place = format!("{}{name}{}", mark::SLOT, mark::END);
    match (is_filled(name, context), helper.template()) {
        (true, Some(template)) => {
            let around = template.renders(registry, context, render)?;
            out.write(&around.replace(mark::CONTENTS, &place))?;
        }
        (true, None) => out.write(&place)?,
        (false, _) => branch(false, helper, registry, context, render, out)?,
    }
    Ok(())
}

/// `{{contents}}`: where the slot around goes.
fn contents(
    _: &Helper<'_>,
    _: &Registry<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    Ok(out.write(mark::CONTENTS.encode_utf8(&mut [0; 4]))?)
}

fn is_filled(slot: &str, seen: &impl Seen) -> bool {
    let filled = seen.group("filled").and_then(Value::as_array);
    filled.is_some_and(|filled| filled.iter().any(|name| name == slot))
}

fn if_filled(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    let is_filled = is_filled(call.name()?, evaluation.data);
    if !is_filled {
        evaluation.missing(call, call.otherwise.as_ref());
    }
    evaluation.branch(is_filled, call)
}

/// It takes nothing, and the template itself says where it stands.
fn place_only(call: &Call, _: &mut Evaluation<'_>) -> Option<()> {
    call.subject.is_none().then_some(())
}
