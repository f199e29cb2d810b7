//! Two figures of one count: by how much they differ, in the count's measure and as growth.

use huibian_contract::CountKey;
use rust_decimal::{Decimal, RoundingStrategy};

/// A figure as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The number, where the digits are one.
    pub value: Option<Decimal>,
    /// The digits: `98.4`.
    pub digits: String,
    /// What stands behind them: `次`, `%`.
    pub measure: String,
}

impl Printed {
    /// Digits and their measure.
    pub fn new(digits: &str, measure: &str) -> Self {
        Self { value: digits.parse().ok(), digits: digits.to_owned(), measure: measure.to_owned() }
    }
}

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
    /// After less before, with as many digits as the finer of them: none where one is missing, or where they are counted in
    /// different measures.
    pub fn difference(&self) -> Option<Decimal> {
        let (before, after) = (self.before.as_ref()?, self.after.as_ref()?);
        let (was, is) = (before.value?, after.value?);
        (before.measure == after.measure).then(|| is.checked_sub(was)).flatten()
    }

    /// The difference as a share of what was before, in percent with one digit: none where there was nothing before, and of
    /// rates, which differ by points.
    pub fn growth(&self) -> Option<Decimal> {
        if self.is_rate() {
            return None;
        }
        let was = self.before.as_ref()?.value?;
        let share = self.difference()?.checked_div(was.abs())?.checked_mul(Decimal::ONE_HUNDRED)?;
        let mut share = share.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        share.rescale(1);
        Some(share)
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
        let printed =
            |given: Option<(&str, &str)>| given.map(|(digits, measure)| Printed::new(digits, measure));
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
}
