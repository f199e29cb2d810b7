//! What stands on a line of its own and is no words: `{{image "…"}}`, `{{chart "…"}}`. A helper leaves a mark; which
//! file or chart it is, and what is said of it, travels beside Markdown like data.

use handlebars::{
    Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderError, RenderErrorReason,
};
use huibian_diagnostic::Place;
use serde::{Deserialize, Serialize};

use crate::helpers::own_plugin;
use crate::{holes, mark};

/// Helpers that want a line of their own.
pub const HELPERS: [&str; 2] = ["image", "chart"];

/// What a template places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlacedKind {
    /// A picture out of a file.
    Image,
    /// A chart of counts.
    Chart,
}

/// A picture or a chart in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed {
    /// Which of them.
    pub kind: PlacedKind,
    /// The picture's file, or the chart's id.
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

/// A picture or a chart that a template itself names, to be looked for before anything is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Which of them.
    pub kind: PlacedKind,
    /// The picture's file, or the chart's id.
    pub name: String,
    /// Where it is named.
    pub place: Place,
}

pub fn register(registry: &mut Handlebars<'static>) {
    registry.register_helper("image", Box::new(leave));
    registry.register_helper("chart", Box::new(leave));
}

fn leave(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    context: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let kind = if helper.name() == "image" { PlacedKind::Image } else { PlacedKind::Chart };
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
    let placed = Placed {
        kind,
        name: name.to_owned(),
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
