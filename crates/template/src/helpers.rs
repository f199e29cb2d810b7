//! What templates may call beside Handlebars' own `if`, `unless` and `each`.

use handlebars::{
    Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason, Renderable,
};
use serde_json::Value;

use crate::mark;

/// The helpers that take a count's name.
pub const OF_COUNTS: [&str; 3] = ["count", "zero", "present"];
/// All helpers a template may call.
pub const ALL: [&str; 9] = ["if", "unless", "each", "count", "zero", "present", "list", "enumerate", "slot"];

pub fn register(registry: &mut Handlebars<'static>) {
    registry.register_escape_fn(escape);
    registry.register_helper("count", Box::new(count));
    registry.register_helper("zero", Box::new(zero));
    registry.register_helper("present", Box::new(present));
    registry.register_helper("list", Box::new(list));
    registry.register_helper("enumerate", Box::new(enumerate));
    registry.register_helper("slot", Box::new(slot));
}

/// Data as Markdown that reads back as the same text: every ASCII sign with a backslash, a newline as a mark.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !escaped.is_empty() {
            escaped.push(mark::PARAGRAPH);
        }
        for c in line.chars() {
            match c {
                '\t' => escaped.push(' '),
                c => {
                    if c.is_ascii_punctuation() {
                        escaped.push('\\');
                    }
                    escaped.push(c);
                }
            }
        }
    }
    escaped
}

type Registry<'r> = Handlebars<'r>;

fn name<'a>(helper: &'a Helper<'_>) -> Result<&'a str, RenderErrorReason> {
    let given = helper.param(0).and_then(|param| param.value().as_str());
    given.ok_or_else(|| RenderErrorReason::Other(format!("{}: a name in quotes", helper.name())))
}

/// The count's value, under its bare name in its own plugin's sections, under its full key elsewhere.
fn value<'c>(context: &'c Context, name: &str) -> Option<&'c Value> {
    context.data().get("counts")?.get(name)
}

fn count(
    helper: &Helper<'_>,
    _: &Registry<'_>,
    context: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let name = name(helper)?;
    if value(context, name).is_none() {
        return Err(RenderErrorReason::Other(format!("no count {name}")).into());
    }
    out.write(&mark::COUNT.to_string())?;
    if !name.contains('/') {
        let plugin = context.data().get("plugin").and_then(Value::as_str).unwrap_or_default();
        out.write(plugin)?;
        out.write("/")?;
    }
    out.write(name)?;
    out.write(&mark::END.to_string())?;
    Ok(())
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
    let is_present = value(context, name(helper)?).is_some();
    branch(is_present, helper, registry, context, render, out)
}

fn branch<'reg, 'rc>(
    first: bool,
    helper: &Helper<'rc>,
    registry: &'reg Registry<'reg>,
    context: &'rc Context,
    render: &mut RenderContext<'reg, 'rc>,
    out: &mut dyn Output,
) -> HelperResult {
    match if first { helper.template() } else { helper.inverse() } {
        Some(template) => template.render(registry, context, render, out),
        None => Ok(()),
    }
}

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
        out.write(&escape(text))?;
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
    let filled = context.data().get("filled").and_then(Value::as_array);
    let filled = filled.is_some_and(|filled| filled.iter().any(|slot| slot == name));
    match (filled, helper.template()) {
        (true, Some(template)) => {
            let around = template.renders(registry, context, render)?;
            out.write(&around.replace(CONTENTS, &place))?;
        }
        (true, None) => out.write(&place)?,
        (false, _) => branch(false, helper, registry, context, render, out)?,
    }
    Ok(())
}

/// What `{{contents}}` becomes before a template is compiled, for the slot around it to replace.
pub const CONTENTS: &str = "\u{FDD7}";
