//! What templates may call beside Handlebars' own `if`, `unless` and `each`.

use handlebars::{
    Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason, Renderable,
};
use serde_json::Value;

use crate::dates::{DateForm, written};
use crate::{history, holes, mark, placed};

/// All helpers a template may call.
pub const ALL: [&str; 21] = [
    "if",
    "unless",
    "each",
    "with",
    "count",
    "hanzi",
    "change",
    "previous",
    "last_year",
    "to_date",
    "zero",
    "present",
    "list",
    "date",
    "month_day",
    "enumerate",
    "slot",
    "contents",
    "image",
    "chart",
    "table",
];
/// Helpers that Handlebars brings and templates cannot call; they would shadow columns of the same name.
const NOT_OFFERED: [&str; 13] =
    ["raw", "lookup", "log", "eq", "ne", "gt", "gte", "lt", "lte", "and", "or", "not", "len"];

pub fn register(registry: &mut Handlebars<'static>) {
    registry.register_escape_fn(holes::leave);
    for name in NOT_OFFERED {
        registry.unregister_helper(name);
    }
    history::register(registry);
    placed::register(registry);
    registry.register_helper("count", Box::new(count));
    registry.register_helper("hanzi", Box::new(hanzi));
    registry.register_helper("zero", Box::new(zero));
    registry.register_helper("present", Box::new(present));
    registry.register_helper("list", Box::new(list));
    registry.register_helper("enumerate", Box::new(enumerate));
    registry.register_helper("date", Box::new(date));
    registry.register_helper("month_day", Box::new(month_day));
    registry.register_helper("slot", Box::new(slot));
    registry.register_helper("contents", Box::new(contents));
}

type Registry<'r> = Handlebars<'r>;

pub fn name<'a>(helper: &'a Helper<'_>) -> Result<&'a str, RenderErrorReason> {
    let given = helper.param(0).and_then(|param| param.value().as_str());
    given.ok_or_else(|| RenderErrorReason::Other(format!("{}: a name in quotes", helper.name())))
}

/// The count's value, under its bare name in its own plugin's sections, under its full key elsewhere.
fn value<'c>(context: &'c Context, name: &str) -> Option<&'c Value> {
    value_in(context.data().get("counts")?, context, name)
}

/// A count's value among `counts`.
pub fn value_in<'c>(counts: &'c Value, context: &Context, name: &str) -> Option<&'c Value> {
    counts.get(name).or_else(|| {
        let (plugin, bare) = name.split_once('/')?;
        if own_plugin(context) == plugin { counts.get(bare) } else { None }
    })
}

/// The plugin whose section it is; empty in a report's template.
pub fn own_plugin(context: &Context) -> &str {
    context.data().get("plugin").and_then(Value::as_str).unwrap_or_default()
}

/// The key of a count that a template names.
pub fn full_key(name: &str, context: &Context) -> String {
    if name.contains('/') { name.to_owned() } else { [own_plugin(context), "/", name].concat() }
}

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

fn date(
    helper: &Helper<'_>,
    _: &Registry<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    write_day(helper, true, out)
}

fn month_day(
    helper: &Helper<'_>,
    _: &Registry<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    write_day(helper, false, out)
}

fn write_day(helper: &Helper<'_>, with_year: bool, out: &mut dyn Output) -> HelperResult {
    let form = if helper.param(1).is_some() { DateForm::Hanzi } else { DateForm::Arabic };
    let param = helper.param(0);
    let day = param.and_then(|param| written(param.value().as_str()?, form, with_year));
    let day = day.ok_or_else(|| {
        RenderErrorReason::MissingVariable(param.and_then(|param| param.relative_path()).cloned())
    })?;
    Ok(out.write(&day)?)
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
    let is_present = match history::other_period(helper) {
        Some(basis) => history::past(context, basis, name).is_some(),
        None => value(context, name).is_some(),
    };
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
