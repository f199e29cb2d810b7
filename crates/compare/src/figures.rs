//! Two figures of one count: by how much they differ, in the count's measure and as growth.

use huibian_contract::CountKey;
use huibian_figure::{CountFigure, Filed, growth};
use rust_decimal::Decimal;

/// A figure as it is printed.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The digits: `98.4`.
    pub digits: String,
    /// What stands behind them: `次`, `%`.
    pub measure: String,
    /// What compares of it.
    number: Option<Number>,
}

/// The number of a figure in the measure of now.
#[derive(Clone, Copy, Debug)]
struct Number {
    /// As it is printed.
    value: Decimal,
    /// What that was rounded from.
    exact: Decimal,
}

impl Printed {
    /// A figure of a count in the measure that it has now.
    pub fn of(figure: CountFigure<'_>) -> Self {
        let number = Number { value: figure.value, exact: figure.exact() };
        let (digits, measure) = (figure.digits().to_string(), figure.measure().to_owned());
        Self { digits, measure, number: Some(number) }
    }

    /// A figure as it was filed, which compares with one of the same measure where its count is `no_more`; else it is in another
    /// measure than that has now.
    pub fn filed(filed: &Filed, no_more: bool) -> Self {
        let value = filed.value.parse().ok().filter(|_| no_more);
        let number = value.map(|value| Number { value, exact: value });
        Self { digits: filed.value.clone(), measure: filed.measure.clone(), number }
    }
}

impl PartialEq for Printed {
    fn eq(&self, other: &Self) -> bool {
        (&self.digits, &self.measure) == (&other.digits, &other.measure)
    }
}

impl Eq for Printed {}

impl std::fmt::Display for Printed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.digits, self.measure)
    }
}

/// What a count was before and is after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureDifference {
    /// Which count.
    pub key: CountKey,
    /// What it was; none where it was missing.
    pub before: Option<Printed>,
    /// What it is.
    pub after: Option<Printed>,
}

impl FigureDifference {
    /// After less before as they are printed, with as many digits as the finer of them: none where one is missing, or where they
    /// are counted in different measures.
    pub fn difference(&self) -> Option<Decimal> {
        let [was, is] = self.numbers()?;
        is.value.checked_sub(was.value)
    }

    /// The difference as a share of what was before, in percent with one digit, of what both were rounded from, but nothing where
    /// they are printed as the same: none where there was nothing before, and of rates, which differ by points.
    pub fn growth(&self) -> Option<Decimal> {
        if self.is_rate() {
            return None;
        }
        let is_same = self.difference()?.is_zero();
        let [was, is] = self.numbers()?.map(|number| if is_same { number.value } else { number.exact });
        growth(was, is, 1)
    }

    fn numbers(&self) -> Option<[Number; 2]> {
        let (before, after) = (self.before.as_ref()?, self.after.as_ref()?);
        (before.measure == after.measure).then_some([before.number?, after.number?])
    }

    /// Whether it is a rate.
    pub fn is_rate(&self) -> bool {
        let figure = self.after.as_ref().or(self.before.as_ref());
        figure.is_some_and(|figure| matches!(figure.measure.as_str(), "%" | "‰"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn display(before: Option<(&str, &str)>, after: Option<(&str, &str)>) -> (String, String) {
        let printed = |given: Option<(&str, &str)>| {
            let (value, measure) = given?;
            let (value, measure) = (value.to_owned(), measure.to_owned());
            Some(Printed::filed(&Filed { value, measure, from: Vec::new() }, true))
        };
        let key = "a/x".parse().unwrap();
        let differs = FigureDifference { key, before: printed(before), after: printed(after) };
        let text = |value: Option<Decimal>| value.map_or("–".to_owned(), |value| value.to_string());
        (text(differs.difference()), text(differs.growth()))
    }

    #[test]
    fn figures_differ_by_their_measure_and_grow_by_what_was_before() {
        for (before, after, difference, growth) in [
            (Some(("40", "次")), Some(("50", "次")), "10", "25.0"),
            (Some(("3", "次")), Some(("2", "次")), "-1", "-33.3"),
            (Some(("1.50", "万元")), Some(("1.5", "万元")), "0.00", "0.0"),
            (Some(("-2", "人")), Some(("1", "人")), "3", "150.0"),
            (Some(("0", "次")), Some(("4", "次")), "4", "–"),
            (Some(("4", "次")), Some(("4", "次")), "0", "0.0"),
            (Some(("90.0", "%")), Some(("95.5", "%")), "5.5", "–"),
            (Some(("2", "万元")), Some(("2", "亿元")), "–", "–"),
            (None, Some(("2", "次")), "–", "–"),
            (Some(("x", "次")), Some(("2", "次")), "–", "–"),
        ] {
            assert_eq!(
                display(before, after),
                (difference.to_owned(), growth.to_owned()),
                "{before:?} {after:?}"
            );
        }
    }

    #[test]
    fn what_is_printed_as_the_same_did_not_grow() {
        let mean = |exact: &str| {
            let number = Number { value: Decimal::new(21, 1), exact: exact.parse().unwrap() };
            Some(Printed { digits: "2.1".to_owned(), measure: "天".to_owned(), number: Some(number) })
        };
        let differs =
            FigureDifference { key: "a/x".parse().unwrap(), before: mean("2.12"), after: mean("2.10") };
        assert_eq!(differs.growth(), Some(Decimal::new(0, 1)), "−0.9% of what both were rounded from");
    }
}
