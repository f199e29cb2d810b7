//! By how much of what it was something changed.

use rust_decimal::{Decimal, RoundingStrategy};

/// `now` less `before` as a share of that, in percent, with so many digits after its point, rounded half up; with more of them where
/// what is left of something would be told as nothing. None where there was nothing before, or it does not fit.
pub fn growth(before: Decimal, now: Decimal, digits: u32) -> Option<Decimal> {
    let exact = now.checked_sub(before)?.checked_div(before.abs())?.checked_mul(Decimal::ONE_HUNDRED)?;
    let all = -Decimal::ONE_HUNDRED;
    let rounded = |digits: u32| exact.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    let is_told = |digits: &u32| rounded(*digits) != all || exact == all;
    let digits = (digits..=exact.scale().max(digits)).find(is_told).unwrap_or(digits);
    let mut growth = rounded(digits);
    growth.rescale(digits);
    growth.set_sign_negative(growth.is_sign_negative() && !growth.is_zero());
    Some(growth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_something_is_not_told_as_nothing() {
        let told = |before: &str, now: &str, digits| {
            let growth = growth(before.parse().unwrap(), now.parse().unwrap(), digits);
            growth.map_or("–".to_owned(), |growth| growth.to_string())
        };
        assert_eq!(told("40", "50", 1), "25.0");
        assert_eq!(told("3", "2", 1), "-33.3");
        assert_eq!(told("8", "9", 0), "13");
        assert_eq!(told("-2", "1", 1), "150.0");
        assert_eq!(told("0", "1", 1), "–");
        assert_eq!(told("100000", "0", 1), "-100.0");
        assert_eq!(told("100000", "1", 1), "-99.999");
        assert_eq!(told("100000", "51", 1), "-99.9");
        assert_eq!(told("2500", "1", 0), "-99.96");
        assert_eq!(
            told("2500", "2499", 1),
            "0.0",
            "what is less than the last digit has a sentence of its own"
        );
        assert_eq!(told("1", "100000", 1), "9999900.0");
    }
}
