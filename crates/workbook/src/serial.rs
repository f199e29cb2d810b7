//! Numbers and days as spreadsheets keep them.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

/// How far the days of a workbook that counts from 1904 are behind.
pub const SINCE_1904: f64 = 1462.0;

/// A spreadsheet's number, to the fifteen digits that a spreadsheet keeps; `None` where it cannot be kept exactly.
pub fn decimal(value: f64) -> Option<Decimal> {
    if !value.is_finite() || value.abs() >= 1e15 {
        return None;
    }
    if value.abs() < 1e-12 {
        return (value == 0.0).then_some(Decimal::ZERO);
    }
    Decimal::from_scientific(&format!("{value:.14e}")).map(|number| number.normalize()).ok()
}

/// A number as it is shown without a format.
pub fn plain(value: f64) -> String {
    decimal(value).map_or_else(|| value.to_string(), |number| number.to_string())
}

/// The day of a serial number that counts from 1900. The spreadsheets' 29 February 1900 is none.
pub fn day(serial: f64) -> Option<Date> {
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation)] // below three million
    let whole = serial.floor() as i64;
    let start = match whole {
        ..60 => date(1899, 12, 31),
        60 => return None,
        _ => date(1899, 12, 30),
    };
    start.checked_add(whole.days()).ok()
}

/// The serial number of a day, from 1 March 1900 on.
pub fn of_day(day: Date) -> Option<f64> {
    let days = (day - date(1899, 12, 30)).get_days();
    (days > 60).then(|| f64::from(days))
}

/// A day, or a time of the day, as a person reads it.
pub fn shown(serial: f64) -> String {
    const MINUTES: f64 = 24.0 * 60.0;
    if let Some(day) = day(serial) {
        return day.to_string();
    }
    if !(0.0..1.0).contains(&serial) {
        return serial.to_string();
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // below a day's minutes
    let minutes = (serial * MINUTES).round() as u32;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_all_years_but_for_the_one_that_was_none() {
        for (serial, day_of) in [
            (1.0, Some(date(1900, 1, 1))),
            (59.0, Some(date(1900, 2, 28))),
            (60.0, None),
            (61.0, Some(date(1900, 3, 1))),
            (7_855.0, Some(date(1921, 7, 3))),
            (18_172.5, Some(date(1949, 10, 1))),
            (45_021.75, Some(date(2023, 4, 5))),
            (2_958_465.0, Some(date(9999, 12, 31))),
            (2_958_466.0, None),
            (0.5, None),
            (-1.0, None),
            (f64::NAN, None),
        ] {
            assert_eq!(day(serial), day_of, "{serial}");
        }
        assert_eq!([shown(0.5), shown(45_021.75), shown(-1.0)], ["12:00", "2023-04-05", "-1"]);
    }

    #[test]
    fn numbers_have_fifteen_digits() {
        assert_eq!(plain(0.1 + 0.2), "0.3");
        assert_eq!(plain(9_007_199_254_740_993.0), "9007199254740992");
        assert_eq!(decimal(9_007_199_254_740_993.0), None);
        assert_eq!(decimal(-12.5), Some(Decimal::new(-125, 1)));
    }
}
