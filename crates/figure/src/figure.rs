//! A figure: a count's number and what it came from. What is printed of it follows from what is declared of its count.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::ops::Deref;

use huibian_contract::{Aggregation, CountKey, CountKind, CountSpec, RatioSpec, ShownSpec};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};

use crate::counts::{CountIndex, Counts};
use crate::filed::write;
use crate::origin::Origin;

/// Digits after the point of a mean whose count has no scale.
pub const MEAN_DIGITS: u32 = 2;

/// The value of a count and what it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub value: Decimal,
    /// What it came from.
    pub origin: Origin,
}

impl Figure {
    /// A figure of the declared scale, rounded half up; without one, as it is, but for a mean over units, whose digits have no
    /// end.
    pub fn new(spec: &CountSpec, value: Decimal, origin: Origin) -> Self {
        let is_mean = spec.over_units == Aggregation::Average && matches!(origin, Origin::Units { .. });
        let value = match spec.rounded_to().or(is_mean.then_some(MEAN_DIGITS)) {
            Some(scale) => value.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero),
            None => value.normalize(),
        };
        // What rounds to nothing has no sign.
        Self { value: if value.is_zero() { value.abs() } else { value }, origin }
    }
}

/// A ratio's value out of its parts; none over 0.
pub(crate) fn divide(ratio: &RatioSpec, above: Decimal, below: Decimal) -> Option<Decimal> {
    let factor = match ratio.sign.as_str() {
        "%" => Decimal::ONE_HUNDRED,
        "‰" => Decimal::ONE_THOUSAND,
        _ => Decimal::ONE,
    };
    above.checked_div(below)?.checked_mul(factor)
}

/// A number of a count as it is printed: `12`, `98.4`.
#[derive(Clone, Copy, Debug)]
pub struct Digits {
    value: Decimal,
    /// How many follow the point; as many as there are for a whole number, and for one without a scale.
    scale: Option<usize>,
}

impl Digits {
    /// The number itself.
    pub fn value(self) -> Decimal {
        self.value
    }

    /// How many digits follow the point.
    pub fn decimals(self) -> u32 {
        self.scale.and_then(|scale| u32::try_from(scale).ok()).unwrap_or(self.value.scale())
    }

    /// A number of a count.
    pub fn of(spec: &CountSpec, value: Decimal) -> Self {
        let scale = spec.rounded_to().filter(|_| spec.kind != CountKind::Integer);
        Self { value, scale: scale.map(|scale| scale as usize) }
    }

    /// Whether no point is printed.
    pub fn are_whole(self) -> bool {
        self.scale.map_or(self.value.scale() == 0, |scale| scale == 0)
    }
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.are_whole() && self.value.scale() == 0 {
            // What nearly all figures are, printed in a fraction of the time.
            return self.value.mantissa().fmt(f);
        }
        match self.scale {
            Some(scale) => write!(f, "{:.scale$}", self.value),
            None => self.value.fmt(f),
        }
    }
}

/// A number of a count as documents print it: in the measure that it is shown in, rounded half up.
pub fn shown(spec: &CountSpec, value: Decimal) -> Digits {
    let Some(shown) = &spec.shown else { return Digits::of(spec, value) };
    let value =
        in_shown(shown, value).round_dp_with_strategy(shown.scale, RoundingStrategy::MidpointAwayFromZero);
    let value = if value.is_zero() { value.abs() } else { value };
    Digits { value, scale: Some(shown.scale as usize) }
}

/// A number in the measure that its count is shown in.
pub(crate) fn in_shown(shown: &ShownSpec, value: Decimal) -> Decimal {
    value / Decimal::from(shown.divide.get())
}

/// A figure with the count that it is of.
#[derive(Clone, Copy, Debug)]
pub struct CountFigure<'f> {
    /// The place of its count.
    pub index: CountIndex,
    figure: &'f Figure,
    counts: &'f Counts,
    /// What documents print, where it is not what it rounds to by itself.
    shown: Option<Decimal>,
    /// What figures were rounded from, of those of which that is known.
    exact: &'f BTreeMap<CountIndex, Decimal>,
}

impl Deref for CountFigure<'_> {
    type Target = Figure;

    fn deref(&self) -> &Figure {
        self.figure
    }
}

impl<'f> CountFigure<'f> {
    pub(crate) fn new(
        index: CountIndex,
        figure: &'f Figure,
        counts: &'f Counts,
        shown: Option<Decimal>,
        exact: &'f BTreeMap<CountIndex, Decimal>,
    ) -> Self {
        Self { index, figure, counts, shown, exact }
    }

    /// The number that it was rounded from: of what one figure is of another, more is true than what is printed.
    pub fn exact(&self) -> Decimal {
        self.exact.get(&self.index).copied().unwrap_or(self.figure.value)
    }

    /// The count's key.
    pub fn key(&self) -> &'f CountKey {
        self.counts.key(self.index)
    }

    /// What is declared of the count.
    pub fn spec(&self) -> &'f CountSpec {
        self.counts.spec(self.index)
    }

    /// The number as it is printed: `12`, `98.4`.
    pub fn digits(&self) -> Digits {
        Digits::of(self.spec(), self.value)
    }

    /// What is printed after it: `次`, `%`.
    pub fn measure(&self) -> &'f str {
        self.spec().measure()
    }

    /// The number with what is printed after it.
    pub fn printed(&self) -> String {
        format!("{}{}", self.digits(), self.measure())
    }

    /// The number as documents print it: in the measure that its count is shown in, rounded half up or, where parts and their
    /// total have to add up, as they do.
    pub fn shown(&self) -> Digits {
        match self.shown {
            Some(value) => {
                Digits { value, scale: self.spec().shown.as_ref().map(|shown| shown.scale as usize) }
            }
            None => shown(self.spec(), self.value),
        }
    }

    /// What documents print after it.
    pub fn shown_measure(&self) -> &'f str {
        self.spec().shown_measure()
    }

    /// What it came from, each told by itself: `sessions#1-12`.
    pub fn sources(&self) -> impl Iterator<Item = impl fmt::Display + use<'f>> + Clone + use<'f> {
        self.figure.origin.all(self.spec())
    }

    /// What it came from, as a reader is told.
    pub fn source(&self) -> String {
        self.source_by(", ")
    }

    /// The same, with something else between.
    pub fn source_by(&self, separator: &str) -> String {
        let mut source = String::new();
        for part in self.sources() {
            if !source.is_empty() {
                source.push_str(separator);
            }
            let _ = write!(source, "{part}");
        }
        source
    }

    /// The fields and counts that it names as its origin.
    pub fn names(&self) -> Vec<&'f str> {
        match &self.figure.origin {
            Origin::Records(records) => records.iter().map(crate::Record::name).collect(),
            Origin::Parts => {
                self.spec().ratio.iter().flat_map(|ratio| [ratio.num.as_str(), ratio.den.as_str()]).collect()
            }
            Origin::Units { .. } | Origin::Periods(_) => Vec::new(),
        }
    }
}

/// As records and filed periods have it: `{ "value": "98.4", "measure": "%", "from": ["handled", "found"] }`.
impl Serialize for CountFigure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write(serializer, self.digits(), self.measure(), self.sources())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use huibian_contract::PluginManifest;

    pub fn manifest(id: &str) -> PluginManifest {
        let text = r#"
            version = "0.1.0"
            title = "网络舆情"
            contract = 1
            slots = []
            [counts]
            found = { kind = "integer", label = "发现", measure = "条" }
            handled = { kind = "integer", label = "处置", measure = "条" }
            longest = { kind = "integer", label = "最长", measure = "天", over_units = "max" }
            rank = { kind = "integer", label = "名次", measure = "名", over_units = "none" }
            money = { kind = "decimal", label = "金额", scale = 2 }
            rate = { kind = "ratio", label = "处置率", scale = 1, ratio = { num = "handled", den = "found", as = "%" } }
        "#;
        toml::from_str(&format!("id = \"{id}\"\n{text}")).unwrap()
    }

    #[test]
    fn a_number_is_printed_at_its_counts_scale() {
        let spec = |kind, scale| CountSpec { kind, scale, ..CountSpec::default() };
        for (kind, scale, value, digits) in [
            (CountKind::Integer, None, "12", "12"),
            (CountKind::Decimal, Some(2), "2.5", "2.50"),
            (CountKind::Decimal, Some(0), "2.5", "3"),
            (CountKind::Decimal, None, "2.5", "2.5"),
            (CountKind::Decimal, None, "-3.00450", "-3.0045"),
            (CountKind::Decimal, None, "2.00", "2"),
            (CountKind::Decimal, Some(1), "-0.04", "0.0"),
            (CountKind::Ratio, Some(1), "6.25", "6.3"),
            (CountKind::Decimal, Some(2), "9999999999999999999999999999", "9999999999999999999999999999.00"),
        ] {
            let spec = spec(kind, scale);
            let figure = Figure::new(&spec, value.parse().unwrap(), Origin::default());
            assert_eq!(Digits::of(&spec, figure.value).to_string(), digits);
        }
    }
}
