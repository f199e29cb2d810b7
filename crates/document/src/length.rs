//! A length on paper, written with its unit and converted without drift.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A length. Held in English metric units (1/914400 inch), in which points, millimetres and twips are all whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Length(i64);

const PER_POINT: i64 = 12_700;
const PER_MILLIMETRE: i64 = 36_000;
const PER_CENTIMETRE: i64 = 360_000;
const PER_INCH: i64 = 914_400;
const PER_TWIP: i64 = 635;

/// A length that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a length: write a number and a unit (pt, mm, cm or in), such as \"28.95pt\"")]
pub struct InvalidLength(String);

impl Length {
    /// The length in twentieths of a point, rounded to the nearest.
    pub fn twips(self) -> i64 {
        rounded(self.0, PER_TWIP)
    }

    /// The length in half-points, rounded to the nearest.
    pub fn half_points(self) -> i64 {
        rounded(self.0, PER_POINT / 2)
    }

    /// A length of so many English metric units.
    pub const fn from_emu(emu: i64) -> Self {
        Self(emu)
    }

    /// The length in English metric units.
    pub fn emu(self) -> i64 {
        self.0
    }

    /// `count` times the length, divided into `parts`: `text_width.times(2, 28)` is two cells of 28.
    #[must_use]
    pub fn times(self, count: i64, parts: i64) -> Self {
        Self(rounded(self.0 * count, parts.max(1)))
    }
}

impl std::ops::Sub for Length {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl std::ops::Add for Length {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

/// `value / unit`, halves away from zero.
fn rounded(value: i64, unit: i64) -> i64 {
    (value + value.signum() * (unit / 2)) / unit
}

impl FromStr for Length {
    type Err = InvalidLength;
    fn from_str(text: &str) -> Result<Self, InvalidLength> {
        let units = [("pt", PER_POINT), ("mm", PER_MILLIMETRE), ("cm", PER_CENTIMETRE), ("in", PER_INCH)];
        units
            .iter()
            .find_map(|(unit, scale)| decimal(text.strip_suffix(unit)?.trim_end(), *scale))
            .map(Self)
            .ok_or_else(|| InvalidLength(text.to_owned()))
    }
}

/// A decimal number of units of `scale`, in whole units of one.
fn decimal(text: &str, scale: i64) -> Option<i64> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number =
        |part: &str| !part.is_empty() && part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let mut parts = 1;
    for _ in fraction.bytes() {
        parts *= 10;
    }
    let value = whole.parse::<i64>().ok()? * scale + rounded(fraction.parse::<i64>().ok()? * scale, parts);
    Some(if negative { -value } else { value })
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unit, scale) =
            if self.0 % PER_MILLIMETRE == 0 { ("mm", PER_MILLIMETRE) } else { ("pt", PER_POINT) };
        let sign = if self.0 < 0 { "-" } else { "" };
        let micros = rounded(self.0.abs() * 1_000_000, scale);
        let number = format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000);
        write!(f, "{sign}{}{unit}", number.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl TryFrom<String> for Length {
    type Error = InvalidLength;
    fn try_from(text: String) -> Result<Self, InvalidLength> {
        text.parse()
    }
}

impl From<Length> for String {
    fn from(length: Length) -> String {
        length.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(text: &str) -> Length {
        text.parse().unwrap()
    }

    #[test]
    fn converts_to_the_measured_values() {
        assert_eq!(length("28.95pt").twips(), 579);
        assert_eq!(length("-0.3pt").twips(), -6);
        assert_eq!(length("210mm").twips(), 11906);
        assert_eq!(length("37mm").twips(), 2098);
        assert_eq!(length("22pt").half_points(), 44);
        assert_eq!(length("1cm"), length("10mm"));
        assert_eq!(length("1in"), length("72pt"));
        assert_eq!(length("156mm").times(2, 28).twips(), 632);
    }

    #[test]
    fn reads_back_what_it_prints() {
        for text in ["28.95pt", "-0.3pt", "37mm", "0mm", "79.4pt"] {
            assert_eq!(length(text).to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_length() {
        for text in ["", "pt", "12", "1e3pt", "1.2.3mm", "twelve pt", "1234567mm", ".5pt", "--1pt"] {
            assert!(text.parse::<Length>().is_err(), "{text}");
        }
    }
}
