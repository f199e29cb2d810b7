//! Chinese numerals, as headings and enumerations count with them.

use chinese_number::{ChineseCase, ChineseCountMethod, ChineseVariant, NumberToChinese};

/// `number` in simplified Chinese numerals: 10 is 十, 12 is 十二, 110 is 一百一十.
///
/// Numbers too large for the numerals (beyond 10^20, which an `i64` never reaches) stay in Arabic digits.
pub fn hanzi(number: i64) -> String {
    number
        .to_chinese(ChineseVariant::Simple, ChineseCase::Lower, ChineseCountMethod::TenThousand)
        .unwrap_or_else(|_| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::hanzi;

    #[test]
    fn counts_as_headings_do() {
        let cases = [
            (0, "零"),
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (21, "二十一"),
            (100, "一百"),
            (110, "一百一十"),
            (10_000, "一万"),
        ];
        for (number, words) in cases {
            assert_eq!(hanzi(number), words);
        }
    }
}
