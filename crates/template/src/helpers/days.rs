//! Days as a report writes them.

use handlebars::{Context, Helper, HelperResult, Output, RenderContext, RenderErrorReason};

use super::context::Registry;
use super::declaration::{Argument, Declaration, Form, ValueKind, Yields};
use crate::dates::{DateForm, written};
use crate::evaluate::{Call, Evaluation};
use crate::holes;

pub const DATE: Declaration = Declaration {
    name: "date",
    form: Form::Inline,
    arguments: &[Argument::Value(ValueKind::Day), Argument::Word("hanzi")],
    keys: &[],
    yields: Yields::Words,
    meaning: ("年月日", "A day with its year"),
    run: Some(date),
    evaluate: date_of,
};

pub const MONTH_DAY: Declaration = Declaration {
    name: "month_day",
    form: Form::Inline,
    arguments: &[Argument::Value(ValueKind::Day), Argument::Word("hanzi")],
    keys: &[],
    yields: Yields::Words,
    meaning: ("月日", "A day without its year"),
    run: Some(month_day),
    evaluate: month_day_of,
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
    let param = helper.param(0);
    let form = form(helper.param(1).is_some());
    let day = param.and_then(|param| written(param.value().as_str()?, form, with_year));
    let day = day.ok_or_else(|| {
        RenderErrorReason::MissingVariable(param.and_then(|param| param.relative_path()).cloned())
    })?;
    Ok(out.write(&holes::leave(&day))?)
}

fn form(in_hanzi: bool) -> DateForm {
    if in_hanzi { DateForm::Hanzi } else { DateForm::Arabic }
}

fn date_of(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    leave_day(call, true, evaluation)
}

fn month_day_of(call: &Call, evaluation: &mut Evaluation<'_>) -> Option<()> {
    leave_day(call, false, evaluation)
}

fn leave_day(call: &Call, with_year: bool, evaluation: &mut Evaluation<'_>) -> Option<()> {
    let found = evaluation.find(call.subject.as_ref()?)?;
    evaluation.leave(written(found.json().as_str()?, form(call.word.is_some()), with_year)?)
}
