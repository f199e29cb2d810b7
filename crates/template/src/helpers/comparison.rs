//! Counts of other periods. A helper leaves a mark with the count's key; the words come from the house style once the
//! figures are known.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext};
use huibian_contract::{Aspect, Basis};

use super::context::{Registry, name, other_period, word};
use super::declaration::{Argument, CountUse, Declaration, Form, Presence, Yields};
use crate::data::Seen;
use crate::evaluate::{Call, Evaluation};
use crate::mark;

pub const CHANGE: Declaration = Declaration {
    name: "change",
    form: Form::Inline,
    arguments: &[
        Argument::Count(CountUse { presence: Presence::RequiredNow, ..CountUse::NOW }),
        Argument::Period(Basis::EARLIER),
    ],
    keys: &[],
    yields: Yields::Words,
    meaning: (
        "与上期或上年同期相比的变化",
        "How a count differs from the period before, or from the same one a year earlier",
    ),
    run: Some(compare),
    evaluate: words_only,
};

pub const PREVIOUS: Declaration = Declaration {
    name: "previous",
    form: Form::Inline,
    arguments: &[Argument::Count(CountUse { basis: Basis::Previous, ..CountUse::NOW })],
    keys: &[],
    yields: Yields::Words,
    meaning: ("上期的数", "The count in the period before"),
    run: Some(compare),
    evaluate: words_only,
};

pub const LAST_YEAR: Declaration = Declaration {
    name: "last_year",
    form: Form::Inline,
    arguments: &[Argument::Count(CountUse { basis: Basis::LastYear, ..CountUse::NOW })],
    keys: &[],
    yields: Yields::Words,
    meaning: ("上年同期的数", "The count in the same period a year earlier"),
    run: Some(compare),
    evaluate: words_only,
};

pub const TO_DATE: Declaration = Declaration {
    name: "to_date",
    form: Form::Inline,
    arguments: &[Argument::Count(CountUse { basis: Basis::ToDate, ..CountUse::NOW })],
    keys: &[],
    yields: Yields::Words,
    meaning: ("今年以来的累计数", "The count from the year's beginning"),
    run: Some(compare),
    evaluate: words_only,
};

fn compare(
    helper: &Helper<'_>,
    _: &Registry<'_>,
    context: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let (aspect, basis) = match Basis::named(helper.name(), Basis::OTHERS) {
        Some(basis) => (Aspect::Value, basis),
        None => (Aspect::Change, other_period(word(helper)).unwrap_or(Basis::Previous)),
    };
    Ok(out.write(&mark::compared(aspect, basis, &context.key(name(helper)?)))?)
}

/// The template itself says which count it is.
fn words_only(call: &Call, _: &mut Evaluation<'_>) -> Option<()> {
    call.name().map(|_| ())
}
