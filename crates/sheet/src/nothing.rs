//! Rows of a ledger that say that there is none: 无 where a record would be, with or without the day on which it was said.

use crate::heads::plain;

/// What a cell of such a row holds, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'c> {
    /// A text.
    Text(&'c str),
    /// The number 0.
    Zero,
    /// A day.
    Day,
    /// Anything else, which is something.
    Something,
}

/// Words for none that leave open whether they answer a question.
const NONE: [&str; 16] = [
    "无",
    "没有",
    "暂无",
    "无此项",
    "无此类情况",
    "零",
    "〇",
    "0",
    "none",
    "nil",
    "n/a",
    "na",
    "不涉及",
    "未涉及",
    "不适用",
    "无涉及",
];
/// Words for none that say so of the whole row.
const NO_RECORD: [&str; 8] =
    ["未开展", "未发生", "没有发生", "没有开展", "未组织", "零报告", "无相关情况", "无相关工作"];
/// What stands before them.
const TIMES: [&str; 9] =
    ["本季度内", "本季度", "本报告期", "本季", "本期", "本月", "本年度", "本年", "截至目前"];
/// What says of an activity that there was none.
const NO: [&str; 8] = ["未开展", "没有开展", "未进行", "未组织", "没有", "没", "无", "未"];
/// Activities that any ledger may be of.
const ACTIVITIES: [&str; 8] = ["活动", "记录", "事项", "安排", "发生", "相关事项", "相关活动", "数据"];
const STROKES: [&str; 7] = ["-", "--", "—", "——", "/", "\\", "*"];
/// What a column asks for where 无 is an answer: a row with a day that found no problems is a row.
const QUESTIONS: [&str; 16] = [
    "问题", "隐患", "不足", "困难", "备注", "说明", "意见", "建议", "诉求", "伤亡", "损失", "结果", "异常",
    "投诉", "情况", "违",
];

/// A ledger, as far as its rows may say that there is none.
#[derive(Clone, Copy, Debug)]
pub struct Kept<'l> {
    /// What it is called.
    pub name: &'l str,
    /// Whether its rows say in words what they are of, so that a day and a 0 alone are of nothing.
    pub is_worded: bool,
}

/// Whether an empty cell of a column with that label is an answer.
pub fn is_question(label: &str) -> bool {
    QUESTIONS.iter().any(|question| label.contains(question))
}

/// Whether the cells of a row, each with its column's label, say together that there is none.
pub fn is_nothing<'c>(ledger: Kept<'_>, cells: impl Iterator<Item = (&'c str, Said<'c>)>) -> bool {
    let (mut is_said, mut is_dated, mut is_answer) = (false, false, false);
    let (mut has_words, mut is_blank) = (false, false);
    for (label, said) in cells {
        let is_question = is_question(label);
        is_blank = true;
        has_words |= matches!(said, Said::Text(_));
        match said {
            Said::Something => return false,
            Said::Zero => {}
            Said::Day => is_dated = true,
            Said::Text(text) if !could_be(text) => return false,
            Said::Text(text) => {
                let text = plain(text).to_lowercase();
                let bare = text.trim_matches(|c| "()[]【】。.;!".contains(c));
                let after = TIMES.iter().find_map(|time| bare.strip_prefix(time));
                let rest = after.unwrap_or(bare);
                if NO_RECORD.contains(&rest)
                    || after.is_some() && NONE.contains(&rest)
                    || is_no_activity(ledger.name, rest)
                {
                    is_said = true;
                } else if NONE.contains(&bare) {
                    is_said = true;
                    is_answer |= is_question;
                } else if STROKES.contains(&bare) {
                    is_said |= !is_question;
                } else {
                    return false;
                }
            }
        }
    }
    (is_said && !(is_dated && is_answer)) || (ledger.is_worded && is_blank && !has_words)
}

/// Whether a text says that what a ledger is of was not done: 未走访 in 走访台账.
fn is_no_activity(ledger: &str, text: &str) -> bool {
    const SHORTEST: usize = 2;
    let is_activity = |rest: &str| {
        let rest = rest.trim_end_matches("活动").trim_end_matches("工作").trim_end_matches("情况");
        ACTIVITIES.contains(&rest) || (rest.chars().count() >= SHORTEST && ledger.contains(rest))
    };
    NO.iter().filter_map(|no| text.strip_prefix(no)).any(is_activity)
}

/// Whether it is worth the while to ask whether a text says that there is none.
pub fn could_be(text: &str) -> bool {
    const LONG: usize = 40;
    text.len() < LONG && text.chars().any(is_of_none)
}

/// Whether some word for none, or a stroke, has the character.
#[rustfmt::skip]
fn is_of_none(c: char) -> bool {
    matches!(
        c,
        '无' | '没' | '未' | '零' | '〇' | '不' | '/' | '／' | '-' | '—' | '－' | '*' | '＊' | '\\' | '0' | '０' | 'N' | 'n'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEPT: Kept<'_> = Kept { name: "走访台账", is_worded: false };

    #[test]
    fn a_day_alone_is_of_nothing_where_rows_are_worded() {
        for (is_worded, cells, expected) in [
            (true, &[("日期", Said::Day)][..], true),
            (true, &[("日期", Said::Day), ("户数", Said::Zero)], true),
            (true, &[("户数", Said::Zero)], true),
            (true, &[("日期", Said::Day), ("户数", Said::Something)], false),
            (true, &[("日期", Said::Day), ("事项", Said::Text("看望"))], false),
            (true, &[], false),
            (false, &[("日期", Said::Day), ("户数", Said::Zero)], false),
        ] {
            assert_eq!(is_nothing(Kept { is_worded, ..KEPT }, cells.iter().copied()), expected, "{cells:?}");
        }
    }

    #[test]
    fn nothing_is_said_in_many_ways() {
        let says_so = |texts: &[&str]| is_nothing(KEPT, texts.iter().map(|text| ("事项", Said::Text(text))));
        for texts in [
            &["无"][..],
            &["/", "暂无。", "—"],
            &["N/A"],
            &["本季度 无"],
            &["本月未开展", "0"],
            &["（无）"],
            &["／"],
            &["零"],
            &["0"],
            &["不涉及"],
            &["无走访"],
            &["本季度未走访"],
            &["没有开展走访活动"],
            &["未安排"],
        ] {
            assert!(says_so(texts), "{texts:?}");
        }
        for texts in [
            &["无锡市"][..],
            &["无", "看望"],
            &["无证经营"],
            &["未成年人走访"],
            &["不动产登记"],
            &["无人机走访"],
            &[],
        ] {
            assert!(!says_so(texts), "{texts:?}");
        }
    }

    #[test]
    fn no_word_for_none_is_passed_over() {
        let times = || TIMES.iter().chain([&""]);
        let words = NONE.iter().chain(&NO_RECORD).chain(&NO).chain(&STROKES);
        for word in words.flat_map(|word| times().map(move |time| format!("{time}{word}"))) {
            for text in [word.clone(), format!("　{word}。"), format!("*{word}"), word.to_uppercase()] {
                assert!(could_be(&text), "{text}");
            }
        }
        for text in ["一季度情况分析", "农家书屋添新书", "《统计工作问答》"] {
            assert!(!could_be(text), "{text}");
        }
    }

    #[test]
    fn a_row_with_a_day_says_nothing_unless_it_answers_what_was_found() {
        let row = |label, text| {
            let cells = [("日期", Said::Day), (label, Said::Text(text)), ("户数", Said::Zero)];
            is_nothing(KEPT, cells.into_iter())
        };
        assert!(row("事项", "无") && row("走访内容", "本季度无") && row("发现问题", "本季度未开展"));
        assert!(row("事项", "—") && row("事项", "0") && row("事项", "未走访"));
        assert!(!row("发现问题", "无") && !row("备注", "无") && !row("事项", "看望") && !row("备注", "—"));
    }
}
