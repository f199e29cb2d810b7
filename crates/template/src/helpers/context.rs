//! What helpers read of their call and of the data: names of counts, their values, the plugin whose section it is.

use handlebars::{
    Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason, Renderable,
};
use huibian_contract::Basis;

pub type Registry<'r> = Handlebars<'r>;

pub fn name<'a>(helper: &'a Helper<'_>) -> Result<&'a str, RenderErrorReason> {
    let given = helper.param(0).and_then(|param| param.value().as_str());
    given.ok_or_else(|| RenderErrorReason::Other(format!("{}: a name in quotes", helper.name())))
}

/// The text in quotes that is a helper's second argument.
pub fn word<'a>(helper: &'a Helper<'_>) -> Option<&'a str> {
    helper.param(1)?.value().as_str()
}

/// The period that such a text names.
pub fn other_period(word: Option<&str>) -> Option<Basis> {
    Basis::named(word?, Basis::OTHERS)
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
