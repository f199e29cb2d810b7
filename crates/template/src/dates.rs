//! Days as a report writes them, out of `2023-04-05`.

use huibian_document::hanzi;
use jiff::civil::Date;

/// How a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateForm {
    /// `2023年4月5日`: no leading zeros (GB/T 9704-2012, 7.3.5.4).
    Arabic,
    /// `二〇二三年四月五日`.
    Hanzi,
}

/// `day` with or without its year; `None` where it is no day.
pub fn written(day: &str, form: DateForm, with_year: bool) -> Option<String> {
    let day: Date = day.parse().ok()?;
    let (year, month, date) = match form {
        DateForm::Arabic => (day.year().to_string(), day.month().to_string(), day.day().to_string()),
        DateForm::Hanzi => (digit_by_digit(day.year()), hanzi(day.month().into()), hanzi(day.day().into())),
    };
    let year = if with_year { format!("{year}年") } else { String::new() };
    Some(format!("{year}{month}月{date}日"))
}

/// A year is read digit by digit, its zero as 〇.
fn digit_by_digit(year: i16) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    year.to_string().bytes().map(|digit| DIGITS[usize::from(digit.wrapping_sub(b'0')) % 10]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_no_leading_zeros() {
        assert_eq!(written("2023-04-05", DateForm::Arabic, true).unwrap(), "2023年4月5日");
        assert_eq!(written("2023-04-05", DateForm::Arabic, false).unwrap(), "4月5日");
        assert_eq!(written("2023-04-05", DateForm::Hanzi, true).unwrap(), "二〇二三年四月五日");
        assert_eq!(written("2020-12-31", DateForm::Hanzi, true).unwrap(), "二〇二〇年十二月三十一日");
        assert_eq!(written("2023-10-20", DateForm::Hanzi, false).unwrap(), "十月二十日");
        assert_eq!(written("2023-02-30", DateForm::Arabic, true), None);
        assert_eq!(written("昨天", DateForm::Arabic, true), None);
    }
}
