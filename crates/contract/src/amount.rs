//! A number that an author writes in `plugin.toml`, with all its digits.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A number as it was written: `5`, `0.01`, or `"0.010"`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Amount(#[cfg_attr(feature = "schema", schemars(with = "f64"))] String);

impl Amount {
    /// Its digits, with a point and a minus sign where it has them.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AmountVisitor)
    }
}

struct AmountVisitor;

impl Visitor<'_> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Amount, E> {
        Ok(Amount(number.to_string()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Amount, E> {
        Ok(Amount(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Amount, E> {
        // Exponents begin where no amount of money or people is.
        let is_plain = number.is_finite() && number.abs() < 1e15;
        is_plain.then(|| Amount(number.to_string())).ok_or_else(|| E::custom("a number"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Amount, E> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_number = digits.len() <= 28 && is_digits(whole) && is_digits(fraction);
        is_number.then(|| Amount(text.to_owned())).ok_or_else(|| E::custom("a number"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_keeps_its_digits() {
        for (json, digits) in [("5", "5"), ("0.01", "0.01"), ("-3", "-3"), ("\"0.010\"", "0.010")] {
            assert_eq!(serde_json::from_str::<Amount>(json).unwrap().as_str(), digits);
        }
        for json in ["\"1e5\"", "\"\"", "true", "\"1.\"", "1e300"] {
            assert!(serde_json::from_str::<Amount>(json).is_err(), "{json}");
        }
    }
}
