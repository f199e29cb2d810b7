//! Days as people type them into cells, and as spreadsheets count them.

use huibian_workbook::serial;
use jiff::civil::Date;

use crate::number::half_width;

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDate {
    /// It has no year.
    Year,
    /// Its year has two digits.
    Short,
    /// It has a year and a month alone.
    Day,
    /// It is something else, or a day that no calendar has.
    Other,
}

impl NoDate {
    /// The name of the reason, as diagnostics have it.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Short => "short",
            Self::Day => "day",
            Self::Other => "other",
        }
    }
}

/// A day: `2023-04-05`, `2023.4.5`, `2023/4/5`, `2023年4月5日`, `20230405`, with a time after it or without; `二〇二三年四月五日`.
///
/// # Errors
/// What it is instead.
pub fn parse(text: &str) -> Result<Date, NoDate> {
    let text = half_width(text);
    let text = without_time(text.trim());
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(day) = of_hanzi(&text) {
        return Ok(day);
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if text.len() == 8 && digits(&text) {
        return day(&text[..4], &text[4..6], &text[6..]);
    }
    let body = text.strip_suffix(['日', '号']);
    let is_worded = text.contains('月');
    if let Some(month) = text.strip_suffix('月')
        && month
            .split_once('年')
            .is_some_and(|(year, month)| year.len() == 4 && digits(year) && digits(month))
    {
        return Err(NoDate::Day);
    }
    let body = match (body, is_worded) {
        (Some(body), true) => body,
        (None, false) => text.as_str(),
        _ => return Err(NoDate::Other),
    };
    let parts: Vec<&str> = if is_worded {
        body.split(['年', '月']).collect()
    } else {
        let Some(separator) = body.chars().find(|c| "-./".contains(*c)) else { return Err(NoDate::Other) };
        body.split(separator).collect()
    };
    if !parts.iter().all(|part| digits(part)) {
        return Err(NoDate::Other);
    }
    match parts.as_slice() {
        [year, month, day_of_month] if year.len() == 4 => day(year, month, day_of_month),
        [first, _, last] if first.len() == 2 && last.len() < 4 => Err(NoDate::Short),
        [year, _] if year.len() == 4 => Err(NoDate::Day),
        [_, _] => Err(NoDate::Year),
        _ => Err(NoDate::Other),
    }
}

/// A day in words: `二〇二三年四月五日`.
fn of_hanzi(text: &str) -> Option<Date> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let digit = |c: char| match c {
        '零' | '○' | 'Ｏ' => Some(0),
        c => DIGITS.chars().position(|one| one == c).and_then(|at| i16::try_from(at).ok()),
    };
    let number = |text: &str| {
        let (tens, ones) = text.split_once('十').unwrap_or(("〇", text));
        let one = |text: &str, empty| match text.chars().count() {
            0 => Some(empty),
            1 => digit(text.chars().next()?),
            _ => None,
        };
        i8::try_from(one(tens, 1)? * 10 + one(ones, 0)?).ok()
    };
    let (year, rest) = text.split_once('年')?;
    let (month, day) = rest.split_once('月')?;
    let day = day.strip_suffix(['日', '号'])?;
    if year.chars().count() != 4 || month.is_empty() || day.is_empty() {
        return None;
    }
    let year = year.chars().try_fold(0_i16, |year, c| Some(year * 10 + digit(c)?))?;
    Date::new(year, number(month)?, number(day)?).ok()
}

/// A day and a time, cut to the day.
fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((day, time))
            if time.trim_start().starts_with(|c: char| c.is_ascii_digit()) && time.contains(':') =>
        {
            day
        }
        _ => text,
    }
}

fn day(year: &str, month: &str, day: &str) -> Result<Date, NoDate> {
    let number = |text: &str| text.parse::<i16>().map_err(|_| NoDate::Other);
    let small = |text: &str| text.parse::<i8>().map_err(|_| NoDate::Other);
    Date::new(number(year)?, small(month)?, small(day)?).map_err(|_| NoDate::Other)
}

/// The day of a serial number that is not shown as a day, where it is one of our time: 1950 to 2100. Workbooks that began
/// on a Mac count from 1904.
pub fn of_serial(number: f64, is_1904: bool) -> Option<Date> {
    let day = serial::day(if is_1904 { number + serial::SINCE_1904 } else { number })?;
    (1950..=2100).contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_as_people_type_them() {
        for text in [
            "2023-04-05",
            "2023.4.5",
            "2023/4/5",
            "2023年4月5日",
            "2023 年 4 月 5 日",
            "２０２３．４．５",
            "2023年4月5号",
            "20230405",
            "2023-04-05 00:00:00",
            "2023/4/5 9:30",
            "2023-04-05T09:30:00",
            "二〇二三年四月五日",
            "二○二三年 四月五日",
            "二零二三年四月五号",
        ] {
            assert_eq!(parse(text), Ok(date(2023, 4, 5)), "{text}");
        }
        for (text, reason) in [
            ("4月5日", NoDate::Year),
            ("4.5", NoDate::Year),
            ("23.4.5", NoDate::Short),
            ("2023.4", NoDate::Day),
            ("05/04/2023", NoDate::Other),
            ("2023-02-30", NoDate::Other),
            ("2023年4月", NoDate::Day),
            ("2023.4-5", NoDate::Other),
            ("4月初", NoDate::Other),
            ("45021", NoDate::Other),
            ("2023.4.5.6", NoDate::Other),
            ("二〇二三年四月", NoDate::Other),
            ("二〇二三年二月三十日", NoDate::Other),
            ("二三年四月五日", NoDate::Other),
            ("", NoDate::Other),
        ] {
            assert_eq!(parse(text), Err(reason), "{text}");
        }
        for (text, month, day) in [("十月十日", 10, 10), ("十二月三十一日", 12, 31), ("一月二十日", 1, 20)]
        {
            assert_eq!(parse(&format!("二〇二三年{text}")), Ok(date(2023, month, day)), "{text}");
        }
    }

    #[test]
    fn serials_of_both_epochs() {
        assert_eq!(of_serial(45021.0, false), Some(date(2023, 4, 5)));
        assert_eq!(of_serial(45021.75, false), Some(date(2023, 4, 5)));
        assert_eq!(of_serial(43559.0, true), Some(date(2023, 4, 5)));
        assert_eq!(of_serial(12.0, false), None, "a count typed into a date's column");
        assert_eq!(of_serial(20_230_405.0, false), None);
        assert_eq!(of_serial(f64::NAN, false), None);
    }

    proptest! {
        #[test]
        fn a_day_reads_back_in_every_form(days in 0_i64..50_000, form in 0..4) {
            let day = date(1955, 1, 1).checked_add(days.days()).unwrap();
            let (year, month, of_month) = (day.year(), day.month(), day.day());
            let text = match form {
                0 => day.to_string(),
                1 => format!("{year}.{month}.{of_month}"),
                2 => format!("{year}/{month}/{of_month}"),
                _ => format!("{year}年{month}月{of_month}日"),
            };
            prop_assert_eq!(parse(&text), Ok(day));
            let serial = (day - date(1899, 12, 30)).get_days();
            prop_assert_eq!(of_serial(f64::from(serial), false), Some(day));
        }

        #[test]
        fn no_text_panics(text in "[0-9０-９年月日号./: T\\-]{0,20}") {
            let _ = parse(&text);
        }
    }
}
