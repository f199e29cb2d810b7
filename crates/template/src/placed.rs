//! What stands on a line of its own and is no words: `{{image "…"}}`, `{{chart "…"}}`, `{{table "…"}}`. A helper leaves a mark; which
//! file or chart it is, and what is said of it, travels beside Markdown like data.

use handlebars::{
    Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderError, RenderErrorReason,
};
use huibian_diagnostic::Place;
use serde::{Deserialize, Serialize};

use crate::helpers::{full_key, own_plugin};
use crate::{holes, mark};

/// Helpers that want a line of their own.
pub const HELPERS: [&str; 3] = ["image", "chart", "table"];

/// What a template places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlacedKind {
    /// A picture out of a file.
    Image,
    /// A chart of counts.
    Chart,
    /// A table that a file of its own describes.
    Table,
}

/// A picture, a chart or a table in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Which of them.
    pub kind: PlacedKind,
    /// The picture's file, or the chart's or table's id; a table's in a plugin's section as `plugin/id`.
    pub name: String,
    /// The value that `name` was taken from: `fields.photo`; empty where the template itself names the file.
    pub value: String,
    /// The plugin whose section names it; empty for the report's template.
    pub plugin: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// What stands below it; empty for nothing.
    pub caption: String,
    /// How wide it stands on the page; empty for as wide as it is.
    pub width: String,
}

/// A picture, a chart or a table that a template itself names, to be looked for before anything is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Which of them.
    pub kind: PlacedKind,
    /// The picture's file, or the chart's or table's id; a table's in a plugin's section as `plugin/id`.
    pub name: String,
    /// Where it is named.
    pub place: Place,
}

pub fn register(registry: &mut Handlebars<'static>) {
    registry.register_helper("image", Box::new(leave));
    registry.register_helper("chart", Box::new(leave));
    registry.register_helper("table", Box::new(leave));
}

fn leave(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
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
