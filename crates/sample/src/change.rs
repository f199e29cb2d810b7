//! How a figure has changed, as people write it: 增加12件, 下降0.31个百分点, 持平, up 3.2%, 12 more.

use crate::measure;

/// Words for more.
#[rustfmt::skip]
const UP: &[&str] = &[
    "增加", "上升", "增长", "提高", "提升", "回升", "上涨", "攀升", "扩大", "增多", "净增", "递增", "上浮", "上调", "新增", "增", "升",
    "涨", "多", "increased by", "an increase of", "a rise of", "increase of", "rise of", "rose by", "grew by", "up by", "up",
    "rose", "grew", "risen", "gained", "higher by", "plus", "+", "＋", "多出", "净增加",
];
/// Words for less.
#[rustfmt::skip]
const DOWN: &[&str] = &[
    "减少", "下降", "降低", "回落", "下滑", "下跌", "缩小", "缩减", "压减", "减低", "净减", "递减", "下浮", "下调", "减", "降", "跌", "少",
    "decreased by", "a decrease of", "a fall of", "decrease of", "fall of", "fell by", "dropped by", "down by", "down",
    "fell", "dropped", "fallen", "lost", "lower by", "minus", "-", "−", "－", "净减少",
];
/// Words behind a figure for more and less.
const MORE: &[&str] = &["more", "higher", "up", "additional"];
const LESS: &[&str] = &["fewer", "less", "lower", "down"];
/// Words for neither.
#[rustfmt::skip]
const SAME: &[&str] = &[
    "持平", "基本持平", "保持不变", "无变化", "不变", "unchanged", "no change", "level", "flat", "the same", "stable",
];

/// A change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'t> {
    /// 1 for more, -1 for less, 0 for neither.
    pub sign: i8,
    /// The figure as it is written; nothing where there is none.
    pub number: &'t str,
    /// What stands before the figure.
    pub before: &'t str,
    /// What stands behind it.
    pub behind: &'t str,
    /// The word that measures it.
    pub measure: &'t str,
}

impl Change<'_> {
    /// The figure with its sign.
    pub fn value(&self) -> Option<f64> {
        if self.sign == 0 {
            return Some(0.0);
        }
        Some(crate::token::value(self.number)? * f64::from(self.sign))
    }
}

/// Whether a text is no more than a word for one of them.
pub fn is_direction(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_suffix('了').unwrap_or(text);
    [UP, DOWN, MORE, LESS].iter().any(|words| words.contains(&text))
}

/// Whether a text is no more than a word that stands behind a figure.
pub fn is_behind(text: &str) -> bool {
    [MORE, LESS].iter().any(|words| words.contains(&text.trim()))
}

/// The change that a text is.
pub fn read(text: &str) -> Option<Change<'_>> {
    let trimmed = text.trim();
    if SAME.contains(&trimmed) {
        return Some(Change { sign: 0, number: "", before: trimmed, behind: "", measure: "" });
    }
    let digits =
        |rest: &str| rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(rest.len());
    for (sign, words) in [(1, UP), (-1, DOWN)] {
        let Some(word) =
            words.iter().filter(|word| trimmed.starts_with(**word)).max_by_key(|word| word.len())
        else {
            continue;
        };
        let rest = &trimmed[word.len()..];
        let bare = rest.strip_prefix('了').unwrap_or(rest).trim_start();
        let start = trimmed.len() - bare.len();
        let end = start + digits(bare);
        let behind = &trimmed[end..];
        let measure = measure::at_start(behind);
        let is_whole = behind.trim() == measure;
        return (end > start && is_whole).then_some(Change {
            sign,
            number: &trimmed[start..end],
            before: &trimmed[..start],
            behind,
            measure,
        });
    }
    let end = digits(trimmed);
    let behind = &trimmed[end..];
    let measure = measure::at_start(behind);
    let word = behind.trim_start().strip_prefix(measure)?.trim();
    let sign = if MORE.contains(&word) { 1 } else { -1 };
    (end > 0 && is_behind(word)).then_some(Change {
        sign,
        number: &trimmed[..end],
        before: "",
        behind,
        measure,
    })
}

/// The word at a text's end that says which way the figure behind it went, where the text says what it is compared with.
pub fn opening(text: &str) -> Option<&str> {
    if let Some(english) = english_opening(text) {
        return Some(english);
    }
    let bare = text.trim_end();
    let bare = bare.strip_suffix('了').unwrap_or(bare);
    let clause = |before: &str| {
        let clause =
            before.rsplit(['，', '。', '；', '：', '（', '）', '、']).next().unwrap_or_default().trim_end();
        let last = before
            .trim_end()
            .strip_suffix('，')
            .map(|rest| rest.rsplit(['，', '。', '；', '：', '（']).next().unwrap_or_default());
        [Some(clause), last].into_iter().flatten().any(|clause| {
            let is_short = clause.chars().count() <= 14 && !clause.contains(|c: char| c.is_ascii_digit());
            clause.ends_with("同比") || clause.ends_with("环比") || is_short && is_compared(clause)
        })
    };
    let word = [UP, DOWN].into_iter().flatten().filter(|word| bare.ends_with(**word) && !word.is_ascii());
    let word = word.max_by_key(|word| word.len())?;
    let start = bare.len() - word.len();
    clause(&bare[..start]).then(|| &text[start..])
}

/// up, down and the like at a text's end, with the blank behind.
fn english_opening(text: &str) -> Option<&str> {
    const OTHERS: &[&str] = &["gained", "lost", "minus", "plus"];
    let bare = text.strip_suffix(' ')?;
    let words = [UP, DOWN].into_iter().flatten().filter(|word| {
        let is_whole = || !bare[..bare.len() - word.len()].ends_with(|c: char| c.is_alphanumeric());
        word.is_ascii() && word.len() > 1 && !OTHERS.contains(word) && bare.ends_with(**word) && is_whole()
    });
    words.max_by_key(|word| word.len()).map(|word| &text[bare.len() - word.len()..])
}

/// Whether words say what a figure is held against.
fn is_compared(clause: &str) -> bool {
    const THAN: &[&str] =
        &["较", "比上", "比去", "比前", "比同", "比年", "比今", "比一", "比二", "比三", "比四"];
    THAN.iter().any(|word| clause.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_read_as_written() {
        for (text, expected) in [
            ("增加12件", Some((1, "12", "件"))),
            ("下滑0.31个百分点", Some((-1, "0.31", "个百分点"))),
            ("多了3户", Some((1, "3", "户"))),
            ("基本持平", Some((0, "", ""))),
            ("up 3.2%", Some((1, "3.2", "%"))),
            ("1,708 fewer", Some((-1, "1,708", ""))),
            ("12 km more", Some((1, "12", "km"))),
            ("增加人手", None),
            ("12 visits", None),
            ("+12人次", Some((1, "12", "人次"))),
            ("−3.5%", Some((-1, "3.5", "%"))),
        ] {
            let found = read(text).map(|change| (change.sign, change.number, change.measure));
            assert_eq!(found, expected, "{text}");
        }
        assert_eq!(opening("办理85件，同比增长"), Some("增长"));
        assert_eq!(opening("比上季度下降了"), Some("下降了"));
        assert_eq!(opening("入户走访、新增"), None);
    }
}
