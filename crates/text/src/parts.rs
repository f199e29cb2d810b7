//! Parts in a sentence that come to more than the whole: 学习6次，其中集体学习5次、交流研讨3次.

use std::cmp::Ordering;
use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_numeral::{Extent, Quantity, measure};
use huibian_prose::Found;
use rust_decimal::Decimal;

use huibian_passage::Passage;

const MARKS: [&str; 4] = ["其中", "包括", "包含", "当中"];
/// How far behind a number 中 may stand, in characters: 36家店铺中.
const LONGEST: usize = 8;
/// What makes 中 a part of another word.
const NO_MIDDLE: &str = "心学旬午央国型小间部期医药共层年途断等毒奖标止秋";
const NO_END: &str = "集初高途命适折水看手年期市城镇会";
/// Words of how far a matter has come: 已处置5条、正在处置3条.
const STATES: [&str; 25] = [
    "已", "正在", "未", "待", "完成", "办结", "处置", "整改", "在办", "其余", "剩余", "余下", "销号", "解决",
    "办理", "推进", "通过", "合格", "清理", "拆除", "取缔", "移交", "转办", "立案", "纠正",
];

/// What one person or household may be beside another: 党员20人、妇女18人 of 36.
#[rustfmt::skip]
const TRAITS: [&str; 18] = [
    "党员", "妇女", "女性", "女职工", "青年", "老年", "老人", "少数民族", "残疾", "低保", "脱贫", "五保",
    "大专", "本科", "退役", "留守", "独居", "交叉",
];

/// Words of what was done with what was counted, which is no part of it, and of other times.
#[rustfmt::skip]
const DEEDS: [&str; 27] = [
    "年初", "年中", "年末", "年底", "下半年", "查出", "发现", "复查", "处罚", "下达", "组织", "开展", "新增",
    "增加", "减少", "退出", "上季度", "去年", "上年", "计划", "其他", "举办", "发放", "同比", "环比", "受理",
    "每",
];
/// Words of what is left of a whole: with it the parts are all of it.
const REST: [&str; 7] = ["其他", "其它", "其余", "剩余", "余下", "剩下", "另外"];
/// What may stand between a whole and the list of its parts.
const LEADS: [&str; 10] = ["，", "：", "（", "里，", "中，", "当中，", "之中，", "里，有", "中，有", "，有"];
/// How long the name of a part in a list may be, in characters.
const ITEM: usize = 8;

/// Wholes that are smaller than their parts.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    let most = passage.quantities.len().saturating_sub(1);
    for (index, whole) in passage.quantities[..most].iter().enumerate() {
        let Some(measure) = measure(passage.text, whole).filter(|_| whole.extent == Extent::Exact) else {
            continue;
        };
        if let Some(at) = mark(passage, whole, measure, index) {
            found.extend(exceeding(passage, (index, measure), at));
        } else {
            found.extend(listed(passage, index, measure));
        }
    }
}

/// Where the parts of a number begin: behind 其中, 包括 or ……中 that stand before any other number of the sentence.
fn mark(passage: &Passage<'_>, whole: &Quantity, measure: &str, index: usize) -> Option<usize> {
    let text = passage.text;
    let start = text[whole.span.end..].find(measure)? + whole.span.end + measure.len();
    let next = passage.quantities.get(index + 1)?.span.start;
    let between = text.get(start..next)?;
    let between = &between[..between.find(['。', '；', '\n', '！', ';']).unwrap_or(between.len())];
    let named = MARKS.iter().filter_map(|mark| Some(between.rfind(mark)? + mark.len())).max();
    let within = || {
        let clause = &between[..between.find(['，', ',', '、', '：']).unwrap_or(between.len())];
        let at = clause.find('中').filter(|at| clause[..*at].chars().count() <= LONGEST)?;
        let after = &between[at + '中'.len_utf8()..];
        let is_word =
            after.starts_with(|c| NO_MIDDLE.contains(c)) || clause[..at].ends_with(|c| NO_END.contains(c));
        (!is_word).then_some(at + '中'.len_utf8())
    };
    named.or_else(within).map(|at| start + at)
}

/// 检查66家次，园区33家次、街面16家次、工地19家次，三处各有侧重: a list right behind the whole, which is told to be all of it or comes
/// to more.
fn listed(passage: &Passage<'_>, index: usize, measure: &'static str) -> Option<(Range<usize>, Diagnostic)> {
    let (text, whole) = (passage.text, &passage.quantities[index]);
    let start = text[whole.span.end..].find(measure)? + whole.span.end + measure.len();
    let rest = text.get(start..)?;
    let led = LEADS.iter().filter_map(|lead| rest.strip_prefix(lead));
    let list = led.min_by_key(|list| list.len())?;
    let led = led_by_way(list);
    let (is_by_way, list) = (led.len() < list.len(), led);
    let start = text.len() - list.len();
    let end = &list[..list.find(['，', '。', '；', '）', '\n', '！', ',', ';']).unwrap_or(list.len())];
    // 共17场，按地点分：村居9场，学校5场，集市4场: whatever stands behind a colon.
    let is_led = text[..start].ends_with('：') && !end.contains('、');
    let mark = if is_led { '，' } else { '、' };
    let list =
        if is_led { &list[..list.find(['。', '；', '\n', '！', ';']).unwrap_or(list.len())] } else { end };
    let items: Vec<&str> = list.split(mark).collect();
    let following = &passage.quantities[index + 1..];
    let own = following.get(..items.len()).filter(|own| own.len() > 1)?;
    let mut at = start;
    let mut has_rest = false;
    for (item, part) in items.iter().zip(own) {
        let name = text.get(at..part.span.start)?;
        // 肢体168人、视力79人、其他154人: what is left is told last.
        has_rest = REST.iter().any(|rest| name.starts_with(rest)) && at + item.len() == start + list.len();
        let is_part = part.extent == Extent::Exact
            && huibian_numeral::measure(text, part) == Some(measure)
            && part.span.end + measure.len() == at + item.len()
            && (1..=ITEM).contains(&name.chars().count())
            && (has_rest || !DEEDS.iter().chain(&STATES).chain(&TRAITS).any(|word| name.contains(word)));
        if !is_part {
            return None;
        }
        at += item.len() + mark.len_utf8();
    }
    let sum = own.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))?;
    let end = start + list.len();
    let after = text.get(end..)?.trim_start_matches(['，', '）']);
    // 三处各有侧重 says that these are all.
    let all = passage.quantity_in(text.len() - after.len()..text.len());
    let is_all = is_by_way
        || has_rest
        || all.is_some_and(|all| {
            all.span.start == text.len() - after.len()
                && all.value == items.len().into()
                && text[all.span.end..].starts_with([
                    '处', '类', '项', '片', '块', '路', '组', '者', '地', '种', '方', '线', '个',
                ])
        });
    let code = match sum.cmp(&whole.value) {
        Ordering::Less if !is_all => return None,
        Ordering::Equal => return None,
        Ordering::Greater => Diagnostic::new(Code::PartsExceed)
            .with_digits("whole", whole.value)
            .with_digits("sum", sum)
            .with("measure", measure),
        Ordering::Less => fewer(&text[whole.span.start..end], sum),
    };
    Some((whole.span.start..end, code))
}

/// A list behind the words that say how it is told: 按地点分：….
fn led_by_way(list: &str) -> &str {
    let led = list.split_once('：').filter(|(way, _)| way.starts_with(['按', '分', '从']));
    led.filter(|(way, _)| way.chars().count() <= ITEM && !way.contains(['，', '。']))
        .map_or(list, |(_, list)| list)
}

/// What is to be said of a whole whose parts begin at a byte.
fn exceeding(
    passage: &Passage<'_>,
    (index, measure): (usize, &'static str),
    at: usize,
) -> Option<(Range<usize>, Diagnostic)> {
    let (text, whole) = (passage.text, &passage.quantities[index]);
    let end = at + text[at..].find(['。', '；', '\n', '！', ';']).unwrap_or(text.len() - at);
    // What there is besides is no part.
    let besides = ["另有", "另外", "此外", "合计", "共计", "另"]
        .iter()
        .filter_map(|word| text[at..end].find(word))
        .min();
    let end = besides.map_or(end, |besides| at + besides);
    let parts = passage.quantities[index + 1..].iter().take_while(|part| part.span.end <= end);
    let is_part = |part: &&Quantity| {
        part.extent == Extent::Exact && huibian_numeral::measure(text, part) == Some(measure)
    };
    let own: Vec<&Quantity> = parts.filter(is_part).collect();
    let sum = own.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    // A part that has parts of its own would count twice, and so would what is told of in two ways.
    let is_nested =
        MARKS.iter().any(|mark| text[at..end].contains(mark)) || text[at..end].contains(['（', '(']);
    let last = own.last()?;
    // 其余65家次 is a part like the others, and with it they are all of it.
    let before = own.iter().rev().nth(1).map(|part| part.span.end + measure.len());
    let name = before.and_then(|before| text.get(before..last.span.start)?.strip_prefix(['、', '，']));
    let has_rest = name.is_some_and(|name| REST.iter().any(|rest| name.starts_with(rest)));
    let others = &own[..own.len() - usize::from(has_rest)];
    let of = |words: &[&str]| others.iter().filter(|part| is_one_of(passage, part, at, words)).count();
    let (states, traits) = (of(&STATES), of(&TRAITS));
    let largest = own.iter().map(|part| part.value).max();
    let is_deed = has_rest && of(&DEEDS) != 0;
    let overlaps = is_nested || is_deed || traits != 0 || states != 0 && states != others.len();
    let sum = if overlaps { largest } else { sum }?;
    let is_all = has_rest && !overlaps && states == 0;
    let span = whole.span.start..last.span.end + measure.len();
    let told = match sum.cmp(&whole.value) {
        Ordering::Greater => Diagnostic::new(Code::PartsExceed)
            .with_digits("whole", whole.value)
            .with_digits("sum", sum)
            .with("measure", measure),
        Ordering::Less if is_all => fewer(&text[span.clone()], sum),
        _ => return None,
    };
    Some((span, told))
}

/// What is to be said of parts that are told to be all, and are fewer than their whole.
fn fewer(said: &str, sum: Decimal) -> Diagnostic {
    Diagnostic::new(Code::SentenceContradicts)
        .with("said", said)
        .with("reason", "sum")
        .with_digits("found", sum)
}

/// Whether a part is told of with one of these words.
fn is_one_of(passage: &Passage<'_>, part: &Quantity, from: usize, words: &[&str]) -> bool {
    let clause = passage.clause_at(part.span.start).span.clone();
    let told = &passage.text[clause.start.max(from)..clause.end];
    words.iter().any(|word| told.contains(word))
}
