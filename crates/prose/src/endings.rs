//! Texts that break off, marks that are opened and never closed, and sentences that a text has twice.

use std::collections::HashSet;
use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;

use crate::found::Found;
use crate::writing::Writing;

/// Marks after which something has to follow, and words.
const OPEN_MARKS: [char; 8] = ['，', '、', '：', '（', '《', '“', ',', ':'];
#[rustfmt::skip]
const OPEN_WORDS: [&str; 41] = [
    "以下", "包括", "以及", "和", "与", "由于", "通过", "根据", "按照", "关于", "其中", "例如", "比如", "把", "被", "并且",
    "但是", "因为", "从而", "对于", "围绕", "主要有", "原因是", "问题是", "做法是", "一是", "二是", "三是", "将", "对", "向",
    "并", "让", "使", "由", "及", "或", "为了", "进一步", "不断", "针对",
];
const PAIRS: [(char, char); 6] =
    [('（', '）'), ('《', '》'), ('“', '”'), ('【', '】'), ('(', ')'), ('「', '」')];
/// The shortest sentence that is not twice there by right, in characters.
const SHORTEST: usize = 8;

/// What a text lacks at an end, and what it has twice.
pub fn check(writing: &Writing<'_>, found: &mut Found) {
    let text = writing.text.trim_end();
    let opens = !writing.signs.lacks(Signs::ENCLOSED);
    let broken = breaks_off(text).or_else(|| opens.then(|| unclosed(text))?);
    found.extend(broken.map(|span| {
        let said = &text[span.clone()];
        (span, Diagnostic::new(Code::TextUnfinished).with("said", said))
    }));
    if writing.signs.lacks(Signs::END) {
        return;
    }
    let mut known = HashSet::new();
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '；', '！', '\n']) {
        let span = start..start + sentence.len();
        start = span.end;
        let words = sentence.trim().trim_end_matches(['。', '；', '！']);
        if words.len() < text.len() && words.chars().count() >= SHORTEST && !known.insert(words) {
            found.push((span, Diagnostic::new(Code::SentenceTwice).with("said", words)));
            return;
        }
    }
}

/// Whether one of those words ends so.
fn ends_open_words(c: char) -> bool {
    "下括及和与于过据照中如把被且是为而绕有将对向并让使由或了步断".contains(c)
}

fn breaks_off(text: &str) -> Option<Range<usize>> {
    let length = text.chars().next_back().filter(|c| OPEN_MARKS.contains(c)).map(char::len_utf8);
    let word = || {
        if !text.ends_with(ends_open_words) {
            return None;
        }
        let word = OPEN_WORDS.iter().find(|word| text.ends_with(**word))?;
        // 方案如下 and 情况如下 end as they are meant to where a list follows.
        (!is_whole(&text[..text.len() - word.len()], word)).then_some(word.len())
    };
    length.or_else(word).map(|length| text.len() - length..text.len())
}

/// 中和, 参与, 总和: longer words that end so.
fn is_whole(before: &str, word: &str) -> bool {
    match word {
        "和" => {
            before.ends_with(['总', '缓', '温', '平', '祥', '饱', '调', '谐', '共', '中', '柔', '劝'])
                || before.is_empty()
        }
        "与" => before.ends_with(['参', '给', '赋', '授']),
        "把" => before.ends_with(['火', '拖', '一', '车', '扫']),
        "以下" => {
            before.ends_with(|c: char| "岁级元日年月天个次人亩米度分%".contains(c) || c.is_ascii_digit())
        }
        "将" => {
            before.ends_with(['干', '大', '名', '健', '虎', '麻', '闯', '老', '小', '良', '猛', '悍', '部'])
        }
        "对" => before.ends_with([
            '核', '应', '校', '比', '查', '反', '面', '结', '派', '绝', '相', '配', '一', '作', '不', '敌',
            '针', '匹', '成', '答',
        ]),
        "向" => before.ends_with([
            '方', '去', '取', '趋', '走', '志', '意', '动', '导', '倾', '定', '双', '单', '流', '朝', '投',
            '风', '横', '纵', '转', '面', '航',
        ]),
        "并" => before.ends_with(['合', '兼', '吞', '撤', '归']),
        "让" => before.ends_with(['转', '礼', '避', '谦', '忍', '退', '出', '相', '推']),
        "使" => before.ends_with(['行', '驱', '出', '大', '天', '指', '促', '役', '迫', '假', '即']),
        "由" => before.ends_with(['理', '自', '缘', '事', '来', '案', '因', '根']),
        "及" => before.ends_with([
            '普', '涉', '波', '危', '触', '顾', '兼', '提', '不', '遍', '殃', '企', '料', '论', '累', '可',
            '惠',
        ]),
        "或" => before.is_empty(),
        "进一步" => before.ends_with(['更', '的']),
        "围绕" | "包括" => before.ends_with(['不', '的']),
        _ => false,
    }
}

/// A mark that opens and does not close, or closes and was not opened.
fn unclosed(text: &str) -> Option<Range<usize>> {
    // For each pair how many are open, and the last that was opened.
    let mut open = [(0_usize, 0); PAIRS.len()];
    let is_mark =
        |c: char| matches!(c, '（' | '）' | '《' | '》' | '“' | '”' | '【' | '】' | '(' | ')' | '「' | '」');
    for (at, c) in text.char_indices().filter(|(_, c)| is_mark(*c)) {
        for ((opens, closes), (depth, last)) in PAIRS.iter().zip(&mut open) {
            if c == *opens {
                (*depth, *last) = (*depth + 1, at);
            } else if c == *closes && *depth > 0 {
                *depth -= 1;
            } else if c == *closes && !closes_an_item(&text[..at], c) {
                let from = text[..at].char_indices().rev().nth(NEAR / 2).map_or(0, |(from, _)| from);
                return Some(from..at + c.len_utf8());
            }
        }
    }
    let (_, last) = open.into_iter().find(|(depth, _)| *depth > 0)?;
    let rest = text[last..].chars().take(NEAR).map(char::len_utf8).sum::<usize>();
    Some(last..last + rest)
}

/// 1） and 一）, which close nothing.
fn closes_an_item(before: &str, close: char) -> bool {
    let is_bracket = matches!(close, '）' | ')');
    is_bracket && before.ends_with(|c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c))
}

const NEAR: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_break_off_are_told_by_their_ends() {
        assert!(OPEN_WORDS.iter().all(|word| word.ends_with(ends_open_words)));
        assert!(PAIRS.iter().all(|(open, close)| unclosed(&format!("一{open}")).is_some()
            && unclosed(&format!("一，{close}")).is_some()));
    }
}
