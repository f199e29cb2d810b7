//! Pictures, charts and tables, each on a line of its own. A helper leaves a mark; which it is, and what is said of it,
//! travels beside Markdown like data.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext, RenderError, RenderErrorReason};

use super::context::Registry;
use super::declaration::{Argument, Declaration, Form, Key, Yields};
use crate::data::Seen;
use crate::evaluate::{Call, Evaluation};
use crate::placed::{Placed, PlacedKind};
use crate::{holes, mark};

pub const IMAGE: Declaration = Declaration {
    name: "image",
    form: Form::Inline,
    arguments: &[Argument::Name { or_value: true }],
    keys: &[
        Key { name: "alt", required: true },
        Key { name: "caption", required: false },
        Key { name: "width", required: false },
    ],
    yields: Yields::Placed(PlacedKind::Image),
    meaning: ("图片", "A picture"),
    run: Some(leave),
    evaluate: leave_placed,
};

pub const CHART: Declaration = Declaration {
    name: "chart",
    form: Form::Inline,
    arguments: &[Argument::Name { or_value: false }],
    keys: &[],
    yields: Yields::Placed(PlacedKind::Chart),
    meaning: ("统计图", "A chart"),
    run: Some(leave),
    evaluate: leave_placed,
};

pub const TABLE: Declaration = Declaration {
    name: "table",
    form: Form::Inline,
    arguments: &[Argument::Name { or_value: false }],
    keys: &[],
    yields: Yields::Placed(PlacedKind::Table),
    meaning: ("表格", "A table"),
    run: Some(leave),
    evaluate: leave_placed,
};

fn leave(
    helper: &Helper<'_>,
    _: &Registry<'_>,
    context: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let missing = |name: Option<&String>| RenderErrorReason::MissingVariable(name.cloned());
    let first = helper.param(0);
    let value = first.and_then(|param| param.relative_path());
    let name = first.and_then(|param| param.value().as_str()).ok_or_else(|| missing(value))?;
    let said = |key: &str| match helper.hash_get(key) {
        None => Ok(String::new()),
        Some(given) => match given.value().as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(RenderError::from(missing(given.relative_path()))),
        },
    };
    let placed = placed(helper.name(), name, value.map_or("", String::as_str), context, said)?;
    let written = serde_json::to_string(&placed).map_err(RenderErrorReason::from)?;
    let hole = holes::leave(&written);
    Ok(out.write(&format!("\n\n{}{hole}\n\n", mark::PLACED))?)
}

/// What a helper places; `value` is the value that `name` was taken from.
fn placed<E>(
    helper: &str,
    name: &str,
    value: &str,
    seen: &impl Seen,
    said: impl Fn(&str) -> Result<String, E>,
) -> Result<Placed, E> {
    let kind = match helper {
        "image" => PlacedKind::Image,
        "chart" => PlacedKind::Chart,
        _ => PlacedKind::Table,
    };
    let name = match kind {
        PlacedKind::Table => seen.key(name).trim_start_matches('/').to_owned(),
        _ => name.to_owned(),
    };
    Ok(Placed {
        kind,
        name,
        value: value.to_owned(),
        plugin: seen.plugin().to_owned(),
        alt: said("alt")?,
        caption: said("caption")?,
        width: said("width")?,
    })
}

fn leave_placed(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    let subject = call.subject.as_ref()?;
    let found = evaluation.find(subject)?;
    let said = |key: &str| {
        let Some(operand) = call.key(key) else { return Ok(String::new()) };
        let found = evaluation.find(operand).ok_or(())?;
        found.json().as_str().map(str::to_owned).ok_or(())
    };
    let name = found.json().as_str()?;
    let placed = placed(call.helper, name, &subject.shown, evaluation.data, said).ok()?;
    evaluation.leave(serde_json::to_string(&placed).ok()?)
}
