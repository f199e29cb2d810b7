//! What templates say of a count and earlier periods. A helper leaves a mark with the count's key; the words come from
//! the house style once the figures are known.

use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext};
use huibian_contract::{Aspect, Basis, CountKey};
use serde_json::Value;

use crate::helpers::{full_key, name, value_in};
use crate::mark;

/// What stands between the marks before a change's period.
const CHANGE: &str = "change-";

/// Reads what stands between the marks.
pub fn read(text: &str) -> Option<(Basis, Aspect, CountKey)> {
    let (name, key) = text.split_once('@')?;
    let (aspect, basis) = match name.strip_prefix(CHANGE) {
        Some(basis) => (Aspect::Change, basis),
        None => (Aspect::Value, name),
    };
    Some((Basis::named(basis, Basis::OTHERS)?, aspect, key.parse().ok()?))
}

/// The count's value in another period.
pub fn past<'c>(context: &'c Context, basis: Basis, name: &str) -> Option<&'c Value> {
    value_in(context.data().get("past")?.get(basis.as_str())?, context, name)
}

pub fn register(registry: &mut Handlebars<'static>) {
    registry.register_helper("change", Box::new(tell));
    registry.register_helper("previous", Box::new(tell));
    registry.register_helper("last_year", Box::new(tell));
    registry.register_helper("to_date", Box::new(tell));
}

fn tell(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    context: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let (prefix, basis) = match Basis::named(helper.name(), Basis::OTHERS) {
        Some(basis) => ("", basis),
        None => (CHANGE, other_period(helper).unwrap_or(Basis::Previous)),
    };
    let key = full_key(name(helper)?, context);
    Ok(out.write(&format!("{}{prefix}{basis}@{key}{}", mark::PAST, mark::END))?)
}

/// The period that a helper's second argument names.
pub fn other_period(helper: &Helper<'_>) -> Option<Basis> {
    Basis::named(helper.param(1)?.value().as_str()?, Basis::OTHERS)
}
