//! Days as a report writes them.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext, RenderErrorReason};

use super::context::Registry;
use super::declaration::{Argument, Declaration, Form, ValueKind, Yields};
use crate::dates::{DateForm, written};

pub const DATE: Declaration = Declaration {
    name: "date",
    form: Form::Inline,
    arguments: &[Argument::Value(ValueKind::Day), Argument::Word("hanzi")],
    keys: &[],
    yields: Yields::Words,
    meaning: ("年月日", "A day with its year"),
    run: Some(date),
};

pub const MONTH_DAY: Declaration = Declaration {
    name: "month_day",
    form: Form::Inline,
    arguments: &[Argument::Value(ValueKind::Day), Argument::Word("hanzi")],
    keys: &[],
    yields: Yields::Words,
    meaning: ("月日", "A day without its year"),
    run: Some(month_day),
};

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
