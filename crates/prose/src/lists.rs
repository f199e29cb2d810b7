//! Lists of single words beside the number that they are said to have: 落实三项制度：值班、报告、巡查; 红、黄、蓝三色.

use huibian_diagnostic::{Code, Diagnostic};
use huibian_numeral::Quantity;

use crate::found::Found;
use crate::series::{differ, is_of_some};
use crate::writing::Writing;

/// What a list is announced in.
const MEASURES: [&str; 14] =
    ["个", "件", "项", "点", "条", "种", "类", "步", "招", "本", "张", "支", "道", "套"];
/// What a list is summed up in.
const SUMMED: [&str; 17] = [
    "色", "组", "类", "级", "方", "项", "天", "种", "个", "部门", "家", "人", "名", "户", "处", "样", "大类",
];
/// How long what is announced may be, in characters, and an item.
const NOUN: usize = 8;
const ITEM: usize = 10;

/// 三项制度：值班制度、报告制度、巡查制度, which ends its sentence.
pub fn announced(writing: &Writing<'_>, announced: &Quantity, found: &mut Found) {
    let text = writing.text;
    let rest = &text[announced.span.end..];
    let Some(noun) = MEASURES.iter().find_map(|measure| rest.strip_prefix(measure)) else { return };
    let Some((noun, list)) = noun.split_once(['：', ':', '（', '(']) else { return };
    if noun.chars().count() > NOUN || noun.contains(['，', '、', '。', '；']) || is_of_some(text, announced)
    {
        return;
    }
    let is_bracket = list.split(['。', '；']).next().is_some_and(|list| list.contains(['）', ')']));
    let ends: &[char] = if is_bracket { &['）', ')'] } else { &['。', '；', '！', '\n', ';'] };
    let list = &list[..list.find(ends).unwrap_or(list.len())];
    // 三个方面的问题：人手少；经费缺.
    let rest = noun_rest(text, list);
    let is_of_clauses = !is_bracket
        && !list.contains('、')
        && rest.contains('；')
        && noun.contains("方面")
        && !rest.starts_with('一');
    let list = if is_of_clauses { rest } else { list };
    let items: Vec<&str> = list.split(if is_of_clauses { '；' } else { '、' }).collect();
    let is_plain = |item: &&str| !item.is_empty() && item.chars().count() <= ITEM && !item.contains('：');
    if items.len() < 2
        || list.contains(['，', ',', '等', '…'])
        || !is_of_clauses && list.contains('；')
        || !items.iter().all(is_plain)
    {
        return;
    }
    // The last item may be two.
    let joined = items.last().map_or(0, |item| item.matches(['和', '与', '及']).count());
    if (items.len()..=items.len() + joined).all(|given| announced.value != given.into()) {
        let start = announced.span.start;
        let end = list.as_ptr() as usize - text.as_ptr() as usize + list.len();
        differ(announced, items.len(), start..end, found);
    }
}

/// A list up to its sentence's end, over its semicolons.
fn noun_rest<'t>(text: &'t str, list: &str) -> &'t str {
    let start = list.as_ptr() as usize - text.as_ptr() as usize;
    let rest = &text[start..];
    rest[..rest.find(['。', '\n']).unwrap_or(rest.len())].trim_end_matches('；')
}

/// What ends a list.
fn is_end(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | '\n' | '（' | '）' | '“' | '”' | ',' | ';')
}

/// 供水、供电、供水: one thing twice in a list.
pub fn repeated(writing: &Writing<'_>, found: &mut Found) {
    if writing.text.matches('、').count() < 2 {
        return;
    }
    let mut start = 0;
    for list in writing.text.split(is_end) {
        let items: Vec<&str> = list.split('、').collect();
        let again = (1..items.len()).find(|at| {
            let (item, is_last) = (items[*at], at + 1 == items.len());
            let word = if is_last { item.split(['等', '的', '问']).next().unwrap_or(item) } else { item };
            items.len() > 2
                && word.chars().count() > 1
                && (items[1..*at].contains(&word) || items[0].ends_with(word) && *at > 1)
        });
        let from = list.as_ptr() as usize - writing.text.as_ptr() as usize;
        start = start.max(from);
        if let Some(at) = again {
            let begin = start + items[..at].iter().map(|item| item.len() + '、'.len_utf8()).sum::<usize>();
            let span = begin..begin + items[at].len();
            let said = &writing.text[span.clone()];
            found.push((span, Diagnostic::new(Code::SentenceTwice).with("said", said)));
            return;
        }
    }
}

/// 红、黄、蓝三色: words as long as each other right before the number.
pub fn summed(writing: &Writing<'_>, sum: &Quantity, found: &mut Found) {
    let text = writing.text;
    if !SUMMED.iter().any(|measure| text[sum.span.end..].starts_with(measure)) {
        return;
    }
    let before = &text[..sum.span.start];
    let list = &before
        [before.rfind(['，', '。', '；', '：', '！', '\n']).map_or(0, |at| at + 3).min(before.len())..];
    let list = list.strip_suffix('共').unwrap_or(list);
    let items: Vec<&str> = list.split('、').collect();
    // 甲、乙、丙等2家: more than there are.
    if let Some(last) = items.last().and_then(|last| last.strip_suffix('等')) {
        let is_list = items.len() > 2 && !last.is_empty() && list.matches('等').count() == 1;
        if is_list && sum.value < items.len().into() {
            differ(sum, items.len(), sum.span.start - list.len()..sum.span.end, found);
        }
        return;
    }
    let [first, others @ ..] = items.as_slice() else { return };
    let Some(end) = others.last().filter(|_| others.len() > 1) else { return };
    let is_alike = |item: &&str| item.len() == end.len() && item.chars().count() <= 4;
    if others.iter().all(is_alike) && !end.is_empty() && first.len() >= end.len() && !end.ends_with('等') {
        differ(sum, items.len(), sum.span.start - list.len()..sum.span.end, found);
    }
}
