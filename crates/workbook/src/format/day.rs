//! A day or a time set by a section of a format, as programs in Chinese show it.

use jiff::civil::Date;

use super::code::{LONG_DAY, Numerals, Part, Section};
use crate::serial;

const SECONDS: i64 = 24 * 60 * 60;
const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// What is shown of a day and a time.
struct Moment {
    day: Option<Date>,
    hour: i64,
    minute: i64,
    second: i64,
    /// Whether hours are counted to twelve.
    is_halved: bool,
    numerals: Option<Numerals>,
}

/// A serial number as a section shows it; nothing where programs show it in several ways.
pub(super) fn shown(section: &Section, value: f64) -> Option<String> {
    if !(0.0..2_958_466.0).contains(&value) || section.numerals == Some(Numerals::Other) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation)] // below three million days
    let seconds = (value * 86_400.0).round() as i64;
    let (days, left) = (seconds / SECONDS, seconds % SECONDS);
    let moment = Moment {
        day: serial::day(f64::from(i32::try_from(days).ok()?)),
        hour: left / 3600,
        minute: left / 60 % 60,
        second: left % 60,
        is_halved: section.parts.iter().any(|part| matches!(part, Part::Half(..))),
        numerals: section.numerals,
    };
    if section.parts.contains(&Part::Clock(LONG_DAY, 1)) {
        let day = moment.day?;
        return Some(format!("{}年{}月{}日", day.year(), day.month(), day.day()));
    }
    let mut text = String::new();
    let mut before = None;
    for (at, part) in section.parts.iter().enumerate() {
        match part {
            Part::Literal(literal) => text.push_str(literal),
            Part::Point => text.push('.'),
            Part::Slash => text.push('/'),
            Part::Half(first, second) => text.push_str(if moment.hour < 12 { first } else { second }),
            Part::Clock(letter, count) => {
                let after = section.parts[at + 1..].iter().find_map(|part| match part {
                    Part::Clock(letter, _) => Some(*letter),
                    _ => None,
                });
                let is_minute = *letter == 'm' && (before == Some('h') || after == Some('s'));
                text.push_str(&moment.part(if is_minute { 'n' } else { *letter }, *count)?);
                before = Some(*letter);
            }
            Part::Digit(_) | Part::Exponent | Part::Text | Part::General => return None,
        }
    }
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

impl Moment {
    /// What a letter stands for that stands so often; `n` is the minute.
    fn part(&self, letter: char, count: usize) -> Option<String> {
        let number = |number: i64| self.number(number, count);
        match (letter, count) {
            ('y', 3..) | ('e', _) => Some(self.year(i64::from(self.day?.year()))),
            ('y', _) => Some(self.year(i64::from(self.day?.year()) % 100)),
            ('m', 1 | 2) => Some(number(i64::from(self.day?.month()))),
            ('d', 1 | 2) => Some(number(i64::from(self.day?.day()))),
            ('a', 3 | 4) => {
                let at = usize::try_from(self.day?.weekday().to_monday_zero_offset()).ok()?;
                let name = *WEEKDAYS.get(at)?;
                Some(if count == 4 { format!("星期{name}") } else { name.to_owned() })
            }
            ('h', 1 | 2) if self.is_halved => Some(number((self.hour + 11) % 12 + 1)),
            ('h', 1 | 2) => Some(number(self.hour)),
            ('n', 1 | 2) => Some(number(self.minute)),
            ('s', 1 | 2) => Some(number(self.second)),
            // Months and weekdays by their names are in the language of the machine.
            _ => None,
        }
    }

    fn year(&self, year: i64) -> String {
        if self.numerals.is_none() {
            return format!("{year:02}");
        }
        year.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
    }

    fn number(&self, number: i64, width: usize) -> String {
        let Ok(digit) = usize::try_from(number % 10) else { return number.to_string() };
        let ones = if digit == 0 { "" } else { DIGITS[digit] };
        match (self.numerals, number) {
            (None, _) => format!("{number:0width$}"),
            (Some(_), 0) => DIGITS[0].to_owned(),
            (Some(_), 1..10) => ones.to_owned(),
            (Some(_), 10..20) => format!("十{ones}"),
            (Some(_), _) => format!("{}十{ones}", DIGITS[usize::try_from(number / 10).unwrap_or(0) % 10]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Format;

    #[test]
    fn days_and_times_as_people_see_them() {
        for (code, value, shown) in [
            ("yyyy/m/d", 45_021.0, Some("2023/4/5")),
            ("yyyy-mm-dd", 45_021.0, Some("2023-04-05")),
            ("yyyy\"年\"m\"月\"d\"日\";@", 45_231.0, Some("2023年11月1日")),
            ("[$-804]yyyy\"年\"m\"月\"", 45_021.0, Some("2023年4月")),
            ("m\"月\"d\"日\"", 45_021.0, Some("4月5日")),
            ("yy.m.d", 45_021.0, Some("23.4.5")),
            ("yyyy.mm.dd", 45_021.0, Some("2023.04.05")),
            ("e\"年\"m\"月\"", 45_021.0, Some("2023年4月")),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 45_231.0, Some("二〇二三年十一月一日")),
            ("[DBNum1]m\"月\"d\"日\"", 45_006.0, Some("三月二十一日")),
            ("[DBNum2]yyyy\"年\"", 45_021.0, None),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", 45_021.0, Some("2023年4月5日")),
            ("aaaa", 45_021.0, Some("星期三")),
            ("yyyy/m/d aaa", 45_021.0, Some("2023/4/5 三")),
            ("h:mm", 0.375, Some("9:00")),
            ("yyyy/m/d h:mm", 45_021.5, Some("2023/4/5 12:00")),
            ("上午/下午h\"时\"mm\"分\"", 45_021.625, Some("下午3时00分")),
            ("h:mm AM/PM", 0.0, Some("12:00 AM")),
            ("mm:ss", 0.5 + 61.0 / 86_400.0, Some("01:01")),
            ("d-mmm-yy", 45_021.0, None),
            ("dddd", 45_021.0, None),
            ("ss.00", 0.5, None),
            ("yyyy/m/d", 60.0, None),
            ("yyyy/m/d", 0.5, None),
        ] {
            assert_eq!(Format::parse(code).day(value).as_deref(), shown, "{code} of {value}");
        }
    }
}
