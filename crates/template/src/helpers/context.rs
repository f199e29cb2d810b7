//! What helpers read of their call and of the data: names of counts, their values, the plugin whose section it is.

use handlebars::{
    Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason, Renderable,
};
use huibian_contract::Basis;
use serde_json::Value;

pub type Registry<'r> = Handlebars<'r>;

pub fn name<'a>(helper: &'a Helper<'_>) -> Result<&'a str, RenderErrorReason> {
    let given = helper.param(0).and_then(|param| param.value().as_str());
    given.ok_or_else(|| RenderErrorReason::Other(format!("{}: a name in quotes", helper.name())))
}

/// The count's value, under its bare name in its own plugin's sections, under its full key elsewhere.
pub fn value<'d>(data: &'d Value, name: &str) -> Option<&'d Value> {
    value_in(data.get("counts")?, data, name)
}

/// A count's value among `counts`.
fn value_in<'d>(counts: &'d Value, data: &Value, name: &str) -> Option<&'d Value> {
    counts.get(name).or_else(|| {
        let (plugin, bare) = name.split_once('/')?;
        if own_plugin(data) == plugin { counts.get(bare) } else { None }
    })
}

/// The count's value in another period.
pub fn past<'d>(data: &'d Value, basis: Basis, name: &str) -> Option<&'d Value> {
    value_in(data.get("past")?.get(basis.as_str())?, data, name)
}

/// The text in quotes that is a helper's second argument.
pub fn word<'a>(helper: &'a Helper<'_>) -> Option<&'a str> {
    helper.param(1)?.value().as_str()
}

/// The period that such a text names.
pub fn other_period(word: Option<&str>) -> Option<Basis> {
    Basis::named(word?, Basis::OTHERS)
}

/// The plugin whose section it is; empty in a report's template.
pub fn own_plugin(data: &Value) -> &str {
    data.get("plugin").and_then(Value::as_str).unwrap_or_default()
}

/// The key of a count that a template names.
pub fn full_key(name: &str, data: &Value) -> String {
    if name.contains('/') { name.to_owned() } else { [own_plugin(data), "/", name].concat() }
}

/// Writes one of a block's branches.
pub fn branch<'reg, 'rc>(
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
