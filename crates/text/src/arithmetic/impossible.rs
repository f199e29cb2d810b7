//! Numbers that cannot be: 下降120%, 满意率达103%, 整改-3处.

use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;
use huibian_numeral::Sign;
use huibian_prose::Found;
use rust_decimal::Decimal;

use super::{Said, Told};
use huibian_passage::Passage;

/// What cannot be by more than all there was.
const LESS: [&str; 8] = ["下降了", "下降", "减少了", "减少", "降低了", "降低", "缩减", "回落"];
/// Rates of what is a part of all there is.
const OF_ALL: [&str; 38] = [
    "满意", "合格", "覆盖", "参会", "到会", "出勤", "知晓", "普及", "参与", "入户", "办结", "整改", "回收",
    "达标", "及格", "入学", "参保", "签收", "到岗", "完好", "成活", "就业", "处置", "化解", "成功", "响应",
    "反馈", "通过", "建档", "上线", "安装", "见面", "签订", "巩固", "优良", "排查", "回访", "销号",
];
/// What may stand between such a rate and its number.
const IS: [&str; 12] =
    ["达到", "达", "为", "高达", "均为", "均达", "已", "约", "保持在", "稳定在", "提升至", "提高到"];
/// Measures of what is counted one by one.
const COUNTED: &str = "处户件次人名个家条篇场起项株亩份例";

/// More than all of it.
pub(super) fn beyond(said: Said<'_>) -> Option<Told> {
    let number = said.quantity();
    if number.sign != Sign::Percent || number.value <= Decimal::ONE_HUNDRED {
        return None;
    }
    let mut head = said.head();
    if let Some(word) = LESS.iter().find(|word| head.ends_with(**word)) {
        return said.told("beyond", number.span.start - word.len(), None);
    }
    while let Some(rest) = IS.iter().find_map(|word| head.strip_suffix(word)) {
        head = rest;
    }
    let is_rate = head.strip_suffix('率').is_some_and(|name| OF_ALL.iter().any(|deed| name.ends_with(deed)));
    let is_share = || head.rfind('占').filter(|at| head[*at..].chars().count() <= 8);
    let start = if is_rate { head.char_indices().rev().nth(2).map(|(at, _)| at) } else { is_share() }?;
    said.told("over", said.clause.span.start + start, None)
}

/// Fewer than none: 整改-3处.
pub(super) fn below_zero(passage: &Passage<'_>, found: &mut Found) {
    let text = passage.text;
    if passage.signs.lacks(Signs::MINUS) {
        return;
    }
    for (at, sign) in text.match_indices(['-', '－']) {
        let digits = &text[at + sign.len()..];
        let length = digits.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let mut before = text[..at].chars().rev();
        let (last, second) = (before.next(), before.next());
        let is_word = last.is_some_and(|c| matches!(c, '\u{4E00}'..='\u{9FA5}'));
        let is_range = second.is_some_and(|c| c.is_ascii_digit() || "一二三四五六七八九十第".contains(c));
        let Some(measure) = digits[length..].chars().next().filter(|c| COUNTED.contains(*c)) else {
            continue;
        };
        if length > 0 && is_word && !is_range {
            let span = at..at + sign.len() + length + measure.len_utf8();
            let told = Diagnostic::new(Code::SentenceContradicts)
                .with("said", &text[span.clone()])
                .with("reason", "below")
                .with("found", "");
            found.push((span, told));
        }
    }
}
