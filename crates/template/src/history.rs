//! What templates say of a count and earlier periods. A helper leaves a mark with the count's key; the words come from
//! the house style once the figures are known.

use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext};
use huibian_contract::CountKey;
use serde_json::Value;

use crate::helpers::{full_key, name, value_in};
use crate::mark;

/// The period that a figure is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The one before.
    Previous,
    /// The same one a year earlier.
    LastYear,
}

impl Basis {
    /// The name that templates have for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Previous => "previous",
            Self::LastYear => "last_year",
        }
    }

    pub(crate) fn read(name: &str) -> Option<Self> {
        [Self::Previous, Self::LastYear].into_iter().find(|basis| basis.as_str() == name)
    }
}

/// What is said of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// `{{previous "x"}}`, `{{last_year "x"}}`: what it was.
    Earlier(Basis),
    /// `{{change "x"}}`: how it differs.
    Change(Basis),
    /// `{{to_date "x"}}`: what it comes to from the year's beginning.
    ToDate,
}

const TELLINGS: [(&str, Telling); 5] = [
    ("previous", Telling::Earlier(Basis::Previous)),
    ("last_year", Telling::Earlier(Basis::LastYear)),
    ("change-previous", Telling::Change(Basis::Previous)),
    ("change-last_year", Telling::Change(Basis::LastYear)),
    ("to_date", Telling::ToDate),
];

impl Telling {
    fn name(self) -> &'static str {
        TELLINGS.iter().find(|(_, telling)| *telling == self).map_or("", |(name, _)| name)
    }

    /// Reads what stands between the marks.
    pub(crate) fn read(text: &str) -> Option<(Self, CountKey)> {
        let (name, key) = text.split_once('@')?;
        let telling = TELLINGS.iter().find(|(known, _)| *known == name)?.1;
        Some((telling, key.parse().ok()?))
    }
}

/// The names under which data hold counts of other periods.
pub const PERIODS: [&str; 3] = ["previous", "last_year", "to_date"];

/// The count's value in another period.
pub fn past<'c>(context: &'c Context, period: &str, name: &str) -> Option<&'c Value> {
    value_in(context.data().get("past")?.get(period)?, context, name)
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
    let telling = match helper.name() {
        "previous" => Telling::Earlier(Basis::Previous),
        "last_year" => Telling::Earlier(Basis::LastYear),
        "to_date" => Telling::ToDate,
        _ => {
            let given = helper.param(1).and_then(|param| param.value().as_str());
            Telling::Change(given.and_then(Basis::read).unwrap_or(Basis::Previous))
        }
    };
    let key = full_key(name(helper)?, context);
    Ok(out.write(&format!("{}{}@{key}{}", mark::PAST, telling.name(), mark::END))?)
}
