//! How a format shows a number: `0.0%`, `#,##0`, `0!.0,"万"`, `[>=10000]0!.0,"万";0`, `yyyy"年"m"月"`. What is read of it is
//! the text around the figure, and the figure itself before it was rounded.

mod code;
mod day;
mod render;

pub use code::Format;
use code::{Kind, Section};

/// A number as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Displayed {
    /// What a person sees.
    pub text: Box<str>,
    /// The same with every digit, without commas and fill: what a person would type who knew them all.
    pub figure: Box<str>,
}

/// What a format makes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A number as it is.
    Plain,
    /// A number with something to it.
    Formatted,
    /// A day or a time of the day.
    Day,
    /// A length of time.
    Duration,
}

impl Format {
    /// What it makes of a number.
    pub fn meaning(&self, value: f64) -> Meaning {
        match self.section(value).kind {
            Kind::General if self.section(value).parts.len() == 1 => Meaning::Plain,
            Kind::Text => Meaning::Plain,
            Kind::Date => Meaning::Day,
            Kind::Duration => Meaning::Duration,
            _ => Meaning::Formatted,
        }
    }

    /// A number as it is shown. Days are shown as numbers; who reads them asks for their [meaning](Self::meaning) first.
    pub fn display(&self, value: f64) -> Displayed {
        render::number(self, self.section(value), value)
    }

    /// A day or a time as it is shown, as a serial number that counts from 1900; nothing where programs differ in it.
    pub fn day(&self, serial: f64) -> Option<String> {
        day::shown(self.section(serial), serial)
    }

    /// A text as it is shown.
    pub fn text(&self, text: &str) -> Option<String> {
        let section: &Section = self.of_text()?;
        Some(render::text(section, text))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn display(code: &str, value: f64) -> (String, String) {
        let shown = Format::parse(code).display(value);
        (shown.text.trim().to_owned(), shown.figure.into_string())
    }

    #[test]
    fn numbers_as_people_see_them() {
        for (code, value, text, figure) in [
            ("0%", 1.0, "100%", "100%"),
            ("0.0%", 0.984, "98.4%", "98.4%"),
            ("0%", 0.984, "98%", "98.4%"),
            ("0\"万\"", 3.0, "3万", "3万"),
            ("0.0\"万元\"", 1.25, "1.3万元", "1.25万元"),
            ("0!.0,\"万\"", 123_456.0, "12.3万", "12.3456万"),
            ("0\\.0,万", 15_000.0, "1.5万", "1.5万"),
            ("#!.0000\"万\"", 123_456.0, "12.3456万", "12.3456万"),
            ("0\".\"0000", 123_456.0, "12.3456", "12.3456"),
            ("0.00,,", 12_345_678.0, "12.35", "12.345678"),
            ("#,##0,\"千\"", 1_234_567.0, "1,235千", "1234.567千"),
            ("[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0", 25_000.0, "2.5万", "2.5万"),
            ("[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0", 250_000_000.0, "2.50亿", "2.5亿"),
            ("[>=10000]0!.0,\"万\";0", 250.0, "250", "250"),
            ("#,##0.00", 1234.5, "1,234.50", "1234.5"),
            ("00000", 123.0, "00123", "123"),
            ("0.00", -2.5, "-2.50", "-2.5"),
            ("#,##0_);(#,##0)", -1234.0, "(1,234)", "-1234"),
            ("0_ ;[Red]-0\\ ", -3.0, "-3", "-3"),
            ("0;[Red]0", -3.0, "3", "-3"),
            ("_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"??_ ;_ @_ ", 0.0, "-", "0"),
            ("_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", 12.0, "¥12.00", "¥12"),
            ("[$¥-804]#,##0.00", 12.5, "¥12.50", "¥12.5"),
            ("0;-0;\"无\"", 0.0, "无", "0"),
            ("[=1]\"是\";[=0]\"否\"", 1.0, "是", "是"),
            ("# ?/?", 0.5, "1/2", "0.5"),
            ("# ?/?", 2.75, "2 3/4", "2.75"),
            ("0.00E+00", 12345.0, "1.23E+04", "12345"),
            ("G/通用格式\"次\"", 3.0, "3次", "3次"),
            ("General\"人\"", -3.0, "-3人", "-3人"),
            ("0\"年\"00\"月\"00\"日\"", 20_230_405.0, "2023年04月05日", "2023年04月05日"),
            ("000\"-\"0000", 1_234_567.0, "123-4567", "123-4567"),
            ("\"第\"0\"期\"", 3.0, "第3期", "第3期"),
            ("#.##", 0.0, ".", "0"),
            ("###0", 0.0, "0", "0"),
            ("#", 0.0, "", "0"),
            (";;;", 5.0, "", ""),
            ("0‰", 5.0, "5‰", "5‰"),
        ] {
            assert_eq!(display(code, value), (text.to_owned(), figure.to_owned()), "{code} of {value}");
        }
    }

    #[test]
    fn days_and_lengths_of_time_are_told_apart() {
        for (code, meaning) in [
            ("General", Meaning::Plain),
            ("@", Meaning::Plain),
            ("0", Meaning::Formatted),
            ("yyyy/m/d", Meaning::Day),
            ("yyyy\"年\"m\"月\"d\"日\";@", Meaning::Day),
            ("[$-804]yyyy\"年\"", Meaning::Day),
            ("[DBNum1][$-804]m\"月\"d\"日\"", Meaning::Day),
            ("上午/下午h:mm", Meaning::Day),
            ("[h]:mm", Meaning::Duration),
            ("0\"d\"", Meaning::Formatted),
            ("\\d0", Meaning::Formatted),
            ("[Red]0", Meaning::Formatted),
            ("0 kg", Meaning::Formatted),
            ("aaaa", Meaning::Day),
            ("[$-804]e\"年\"m\"月\"", Meaning::Day),
        ] {
            assert_eq!(Format::parse(code).meaning(45_021.0), meaning, "{code}");
        }
    }

    #[test]
    fn texts_are_shown_by_their_own_part() {
        let text = |code: &str| Format::parse(code).text("3");
        assert_eq!(text("@"), None, "as it is");
        assert_eq!(text("0"), None);
        assert_eq!(text("@\"次\"").as_deref(), Some("3次"));
        assert_eq!(text("0;-0;0;\"第\"@").as_deref(), Some("第3"));
        assert_eq!(text(";;;").as_deref(), Some(""));
    }

    proptest! {
        #[test]
        fn no_code_panics(code in "[0#?.,%@;\"!\\\\\\[\\]<>=$万亿ymdhsE+\\-/ _*()\\p{Han}]{0,16}", value in any::<f64>()) {
            let format = Format::parse(&code);
            let _ = (format.meaning(value), format.display(value), format.text("x"));
        }

        #[test]
        fn digits_and_commas_leave_a_number_as_it_is(value in -1_000_000_000_i64..1_000_000_000, places in 0..3_u32) {
            let number = rust_decimal::Decimal::new(value, places).normalize();
            let float: f64 = number.to_string().parse().unwrap();
            for code in ["0", "#,##0.00", "0.000_ ", "#,##0_);[Red]\\(#,##0\\)", "0;-0;0;@"] {
                let figure = Format::parse(code).display(float).figure;
                prop_assert_eq!(figure.parse(), Ok(number), "{}", code);
            }
        }
    }
}
