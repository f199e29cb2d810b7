//! Lists in a sentence: as many as were announced (抓好三件事：一是…，二是…), and none passed over (一是…，三是…).

use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;
use huibian_numeral::{Extent, Quantity, Sign};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::found::Found;
use crate::lists;
use crate::writing::Writing;

/// The numerals of 一是, （一） and 第一，, and of ①; 1. has digits.
const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const CIRCLED: [char; 10] = ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩'];
/// What begins a list that has none of the characters of most.
pub const FIRST: [&str; 3] = ["一要", "1.", "1．"];
/// What a list is announced in.
const MEASURES: [&str; 14] =
    ["个", "件", "项", "点", "条", "方面", "大", "种", "类", "步", "招", "举措", "道", "手"];
/// How much may stand between an announcement and its list, in characters.
const NEAR: usize = 14;
/// The longest word that each item of a list repeats, in characters: 四个坚持：坚持…、坚持….
const WORD: usize = 4;
/// Words that make a number no announcement of all there is.
const SOME: [&str; 5] = ["其中", "之一", "等", "第", "前"];

/// An item of a list.
struct Item {
    number: usize,
    style: usize,
    span: Range<usize>,
}

/// Lists that do not have what they should.
pub fn check(writing: &Writing<'_>, found: &mut Found) {
    if !writing.signs.lacks(Signs::LISTED) {
        lists::repeated(writing, found);
    }
    let has_items = !writing.signs.lacks(Signs::ITEM) || !writing.signs.lacks(Signs::ITEMS);
    let items = if has_items { items(writing.text) } else { Vec::new() };
    let mut rest = &items[..];
    while let Some(first) = rest.first() {
        let follows = |at: &usize| {
            let (item, before) = (&rest[*at], &rest[*at - 1]);
            item.style == first.style && item.number > 1 && item.number >= before.number
        };
        let length = 1 + (1..rest.len()).take_while(follows).count();
        of_list(writing, &rest[..length], found);
        rest = &rest[length..];
    }
    for quantity in writing.quantities.iter().filter(|it| is_announcement(it)) {
        let known = found.len();
        of_repeated(writing, quantity, found);
        if found.len() == known {
            lists::announced(writing, quantity, found);
            lists::summed(writing, quantity, found);
        }
    }
}

fn of_list(writing: &Writing<'_>, items: &[Item], found: &mut Found) {
    let (Some(first), Some(last)) = (items.first(), items.last()) else { return };
    let missing = (1..).zip(items).find(|(number, item)| *number != item.number);
    if let Some((number, item)) = missing.filter(|_| items.len() > 1 && first.number == 1) {
        let said = &writing.text[item.span.clone()];
        let skips = Diagnostic::new(Code::SeriesSkips).with("number", number).with("said", said);
        found.push((item.span.clone(), skips));
        return;
    }
    let sentence =
        writing.text[..first.span.start].trim_end_matches('（').rfind(['。', '；', '！', '？', '\n', ';']);
    let sentence = sentence.unwrap_or_default();
    let before = writing.quantities.partition_point(|quantity| quantity.span.end <= first.span.start);
    let announced = before.checked_sub(1).and_then(|index| writing.quantities.get(index));
    let Some(announced) = announced.filter(|it| it.span.start >= sentence && is_announcement(it)) else {
        return;
    };
    let between = writing.text[announced.span.end..first.span.start].trim_end_matches(['（', '(', '第']);
    let is_near = between.chars().count() <= NEAR && between.ends_with(['：', ':', '，', ',', '。']);
    let is_of_list = MEASURES.iter().any(|measure| between.starts_with(measure));
    if items.len() > 1 && is_near && is_of_list && !is_of_some(writing.text, announced) {
        differ(announced, items.len(), announced.span.start..last.span.end, found);
    }
}

/// 四个坚持：坚持早发现、坚持早报告、坚持早处置.
fn of_repeated(writing: &Writing<'_>, announced: &Quantity, found: &mut Found) {
    const MARKS: [char; 3] = ['“', '”', '"'];
    let text = writing.text;
    let Some(rest) = text[announced.span.end..].strip_prefix('个') else { return };
    let Some((word, list)) = rest.split_once(['：', ':']) else { return };
    let word = word.trim_matches(MARKS);
    let list = &list[..list.find(['。', '\n', '！']).unwrap_or(list.len())];
    let first = &list[..list.find(['、', '，', '；', ',', ';']).unwrap_or(list.len())];
    let repeats = list.trim_start_matches(MARKS).starts_with(word) || first.ends_with(word);
    let given = list.matches(word).count();
    if (2..=WORD).contains(&word.chars().count())
        && repeats
        && given > 1
        && !list.contains('等')
        && !is_of_some(text, announced)
    {
        let end = announced.span.end + '个'.len_utf8() + rest.find(list).unwrap_or_default() + list.len();
        differ(announced, given, announced.span.start..end, found);
    }
}

fn is_announcement(quantity: &Quantity) -> bool {
    quantity.extent == Extent::Exact
        && quantity.sign == Sign::None
        && quantity.value > Decimal::ONE
        && quantity.value <= Decimal::TEN
}

pub(crate) fn is_of_some(text: &str, announced: &Quantity) -> bool {
    SOME.iter().any(|word| text[..announced.span.start].ends_with(word))
}

pub(crate) fn differ(announced: &Quantity, given: usize, span: Range<usize>, found: &mut Found) {
    if announced.value.to_usize() != Some(given) {
        let differs = Diagnostic::new(Code::SeriesDiffers);
        found.push((span, differs.with_digits("announced", announced.value).with("given", given)));
    }
}

/// The items of all lists of a text, in order: 一是, （一）, 第一， and ①, where a clause begins.
fn items(text: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut before = '。';
    for (at, c) in text.char_indices() {
        let begins = matches!(
            before,
            '，' | '。' | '；' | '：' | '！' | '、' | '\n' | ',' | ';' | ':' | ' ' | '（' | '(' | '第'
        );
        let here = || {
            let rest = &text[at + c.len_utf8()..];
            let numeral = NUMERALS.iter().position(|numeral| *numeral == c).map(|index| index + 1);
            let circled = CIRCLED.iter().position(|numeral| *numeral == c).map(|index| index + 1);
            let (number, style, length) = match (numeral, circled) {
                (_, Some(number)) => (number, 0, 0),
                (Some(number), _) if before == '第' && rest.starts_with(['，', '、', ',']) => {
                    (number, 1, 0)
                }
                (Some(number), _) if matches!(before, '（' | '(') && rest.starts_with(['）', ')']) => {
                    (number, 2, 0)
                }
                (Some(number), _) if rest.starts_with('是') => (number, 3, '是'.len_utf8()),
                (Some(number), _) if rest.starts_with('要') => (number, 5, '要'.len_utf8()),
                _ if rest.starts_with(['.', '．'])
                    && !rest[1..].starts_with(|c: char| c.is_ascii_digit()) =>
                {
                    (c.to_digit(10).filter(|digit| *digit > 0)? as usize, 4, 0)
                }
                _ => return None,
            };
            Some(Item { number, style, span: at..at + c.len_utf8() + length })
        };
        if begins {
            items.extend(here());
        }
        before = c;
    }
    items
}
