//! Words and marks that stand twice in a row: 加强加强管理, 提高了了, 。。.

use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;

use crate::found::Found;
use crate::writing::Writing;

/// Single words that do not stand twice, and where they do.
const WORDS: [&str; 15] =
    ["的", "了", "在", "是", "和", "与", "及", "要", "将", "被", "把", "为", "并", "镇", "们"];
const BY_RIGHT: [&str; 6] = ["的的确", "的的士", "不了了", "是是非", "和和气", "得了了"];
/// Marks that do not follow each other, and one that does not follow itself.
const MARKS: [&str; 6] = ["，", "。", "；", "：", "、", "！"];
const EACH_OTHER: usize = 5;
/// Words of two characters that are told twice by right, or are parts of other words.
const PAIRS: [&str; 25] = [
    "研究", "讨论", "商量", "了解", "学习", "体会", "考虑", "尝试", "锻炼", "琢磨", "打听", "活动", "中小",
    "委常", "宣传", "检查", "努力", "认识", "介绍", "清楚", "比较", "来往", "审批", "审核", "登记",
];
/// What pairs begin with that are each of several: 一件一件.
const EACH: &str = "一二两三四五六七八九十几每逐再越边又";
/// A character of Chinese, in bytes.
const WIDTH: usize = 3;

/// Two marks that do not follow each other.
pub fn marks() -> impl Iterator<Item = String> {
    let marks = || MARKS[..EACH_OTHER].iter();
    marks().flat_map(move |first| marks().map(move |second| [*first, second].concat()))
}

/// The first of a text.
pub fn check(writing: &Writing<'_>, found: &mut Found) {
    if writing.signs.lacks(Signs::TWICE) && writing.signs.lacks(Signs::MARKS) {
        return;
    }
    if let Some((span, said)) = first(writing.text) {
        found.push((span, Diagnostic::new(Code::SentenceTwice).with("said", said)));
    }
}

/// Where something stands twice, and what it is.
fn first(text: &str) -> Option<(Range<usize>, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at + 2 * WIDTH <= bytes.len() {
        if bytes[at] >> 4 != 0xE {
            at += if bytes[at] < 0x80 { 1 } else { text[at..].chars().next().map_or(1, char::len_utf8) };
            continue;
        }
        // The last byte of a character says most.
        let is_again = |width: usize| {
            bytes.get(at + WIDTH + width - 1) == Some(&bytes[at + WIDTH - 1])
                && bytes.get(at..at + width) == bytes.get(at + width..at + 2 * width)
        };
        if is_again(WIDTH) && is_slip(text, at) {
            return Some((at..at + 2 * WIDTH, &text[at..at + WIDTH]));
        }
        if bytes[at + 2 * WIDTH - 1] != bytes[at + WIDTH - 1] && is_again(2 * WIDTH) && is_pair(text, at) {
            return Some((at..at + 4 * WIDTH, &text[at..at + 2 * WIDTH]));
        }
        // 4-character words: 压实责任压实责任.
        if is_again(4 * WIDTH) && is_words(&text[at..at + 4 * WIDTH]) {
            return Some((at..at + 8 * WIDTH, &text[at..at + 4 * WIDTH]));
        }
        let is_mark =
            |at: usize| text.get(at..at + WIDTH).is_some_and(|mark| MARKS[..EACH_OTHER].contains(&mark));
        if matches!(bytes[at], 0xE3 | 0xEF) && is_mark(at) && is_mark(at + WIDTH) {
            return Some((at..at + 2 * WIDTH, &text[at..at + 2 * WIDTH]));
        }
        at += WIDTH;
    }
    None
}

/// A word or a mark that is not told twice.
fn is_slip(text: &str, at: usize) -> bool {
    let said = &text[at..at + WIDTH];
    let is_whole = |word: &str| {
        let begins = word.find(said).unwrap_or_default();
        at.checked_sub(begins).and_then(|start| text.get(start..)).is_some_and(|rest| rest.starts_with(word))
    };
    (WORDS.contains(&said) || MARKS.contains(&said)) && !BY_RIGHT.iter().any(|word| is_whole(word))
}

fn is_words(said: &str) -> bool {
    said.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FA5}'))
}

/// A word of two characters.
fn is_pair(text: &str, at: usize) -> bool {
    let said = &text[at..at + 2 * WIDTH];
    is_words(said) && !PAIRS.contains(&said) && !said.starts_with(|c| EACH.contains(c))
}
