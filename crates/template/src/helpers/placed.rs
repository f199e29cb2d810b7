//! Pictures, charts and tables, each on a line of its own. A helper leaves a mark; which it is, and what is said of it,
//! travels beside Markdown like data.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext, RenderError, RenderErrorReason};

use super::context::{Registry, full_key, own_plugin};
use super::declaration::{Argument, Declaration, Form, Key, Yields};
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
};

pub const CHART: Declaration = Declaration {
    name: "chart",
    form: Form::Inline,
    arguments: &[Argument::Name { or_value: false }],
    keys: &[],
    yields: Yields::Placed(PlacedKind::Chart),
    meaning: ("统计图", "A chart"),
    run: Some(leave),
};

pub const TABLE: Declaration = Declaration {
    name: "table",
    form: Form::Inline,
    arguments: &[Argument::Name { or_value: false }],
    keys: &[],
    yields: Yields::Placed(PlacedKind::Table),
    meaning: ("表格", "A table"),
    run: Some(leave),
};

fn leave(
    helper: &Helper<'_>,
    _: &Registry<'_>,
    context: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let kind = match helper.name() {
        "image" => PlacedKind::Image,
        "chart" => PlacedKind::Chart,
        _ => PlacedKind::Table,
    };
    let missing = |name: Option<&String>| RenderErrorReason::MissingVariable(name.cloned());
    let first = helper.param(0);
    let value = first.and_then(|param| param.relative_path()).cloned();
    let name = first.and_then(|param| param.value().as_str()).ok_or_else(|| missing(value.as_ref()))?;
    let said = |key: &str| match helper.hash_get(key) {
        None => Ok(String::new()),
        Some(given) => match given.value().as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(RenderError::from(missing(given.relative_path()))),
        },
    };
    let name = match kind {
        PlacedKind::Table => full_key(name, context).trim_start_matches('/').to_owned(),
        _ => name.to_owned(),
    };
    let placed = Placed {
        kind,
        name,
        value: value.unwrap_or_default(),
        plugin: own_plugin(context).to_owned(),
        alt: said("alt")?,
        caption: said("caption")?,
        width: said("width")?,
    };
    let written = serde_json::to_string(&placed).map_err(RenderErrorReason::from)?;
    let hole = holes::leave(&written);
    Ok(out.write(&format!("\n\n{}{hole}\n\n", mark::PLACED))?)
}
