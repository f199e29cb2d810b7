//! A number beside a count's name that is not the count's; where there is no such count, numbers that differ.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use huibian_contract::Basis;
use huibian_diagnostic::{Code, Diagnostic};
use rust_decimal::Decimal;

use super::Found;
use super::labels::Mention;
use super::numeral::Quantity;
use super::passage::Passage;
use super::when::When;
use super::words::Words;

/// How far behind a count's name its number may stand, in characters.
const AFTER: usize = 12;
/// How far before it.
const BEFORE: usize = 2;
/// Words between a name and a number that make the number another one's.
const ASIDE: [&str; 19] = [
    "较", "比", "增", "减", "降", "升", "由", "从", "同比", "环比", "超额", "其中", "达标", "分数", "近年",
    "标准", "第", "或", "人均",
];
static ASIDE_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(ASIDE));
/// Words before a name that make it a part of the count, or another thing.
const PART: [&str; 30] = [
    "新增", "一般", "重大", "较大", "专职", "兼职", "其他", "部分", "剩余", "遗留", "其中", "另有", "未",
    "类", "级", "支部", "站所", "学校", "社区", "小区", "线上", "线下", "专项", "抽查", "新建", "联合", "非",
    "复查", "交叉", "夜间",
];

/// Words that, with 的 before a name, make it some of a count.
const OF_SOME: [&str; 8] = ["其中", "涉及", "有关", "关于", "属于", "来自", "针对", "反映"];

/// Words right before by how much a count has changed.
const DIFFERENCE: [&str; 10] = ["多", "少", "增加", "减少", "增", "减", "增长", "下降", "上升", "回落"];

/// Words of what is left over from before.
const LEFT_OVER: [&str; 4] = ["遗留", "结转", "存量", "未销号"];

/// A number that a text gives a count.
struct Stated<'p> {
    quantity: &'p Quantity,
    value: Decimal,
    end: usize,
    when: Option<When>,
}

/// Numbers that are not what they are said to be.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.quantities.is_empty() || passage.mentions.is_empty() {
        return;
    }
    let mut stated: BTreeMap<usize, Vec<Stated<'_>>> = BTreeMap::new();
    for quantity in &passage.quantities {
        let clause = passage.clause_at(quantity.span.start);
        if passage.is_planned(clause, quantity.span.start)
            || is_of_a_place(&passage.text[clause.span.start..quantity.span.start])
        {
            continue;
        }
        // How many more or fewer there were is a change's to say.
        if DIFFERENCE.iter().any(|word| passage.text[..quantity.span.start].ends_with(word)) {
            continue;
        }
        // What is told of those left over is told of them on.
        let sentence = &passage.text[clause.sentence..quantity.span.start];
        if LEFT_OVER.iter().any(|word| sentence.contains(word)) {
            continue;
        }
        let Some((mention, value, end)) = owner(passage, quantity) else { continue };
        let when = passage.when(quantity.span.start);
        if is_one_of_several(passage.text, quantity, when) {
            continue;
        }
        stated.entry(mention.count).or_default().push(Stated { quantity, value, end, when });
    }
    for (count, stated) in stated {
        of_count(passage, count, &stated, found);
    }
}

/// What a text says of one count.
fn of_count(passage: &Passage<'_>, count: usize, stated: &[Stated<'_>], found: &mut Found) {
    let named = &passage.counts()[count];
    let now = passage.figure(Basis::Now, named.index).map(|figure| figure.value);
    let Some(now) = now else {
        let own = |it: &&Stated<'_>| matches!(it.when, None | Some(When::Known(Basis::Now)));
        let mut own = stated.iter().filter(own);
        if let Some(first) = own.next()
            && let Some(other) = own.find(|other| other.value != first.value)
        {
            let differ = Diagnostic::new(Code::NumbersDiffer)
                .with("key", &named.key)
                .with("count", &named.spec.label)
                .with_digits("first", first.value)
                .with_digits("second", other.value)
                .with("measure", named.measure());
            found.push((other.quantity.span.start..other.end, differ));
        }
        return;
    };
    // A text may tell the parts of a count one by one.
    let sum = stated.iter().try_fold(Decimal::ZERO, |sum, it| sum.checked_add(it.value));
    if stated.len() > 1 && sum == Some(now) {
        return;
    }
    for Stated { quantity, value, end, when } in stated {
        let known = |basis| passage.figure(basis, named.index);
        let fits =
            |basis| known(basis).is_none_or(|figure| quantity.fits(passage.text, figure.value, *value, *end));
        let basis = match when {
            Some(When::Known(basis)) => *basis,
            Some(When::Either) if known(Basis::ToDate).is_some() && fits(Basis::ToDate) => continue,
            None | Some(When::Either) => Basis::Now,
            Some(When::Other) => continue,
        };
        if let Some(figure) = known(basis).filter(|_| !fits(basis)) {
            let differs = Diagnostic::new(Code::NumberDiffers)
                .with("key", &named.key)
                .with("count", &named.spec.label)
                .with("basis", basis.as_str())
                .with_digits("said", value)
                .with_digits("found", figure.digits())
                .with("measure", named.measure());
            found.push((quantity.span.start..*end, differs));
        }
    }
}

/// The count that a number belongs to: that whose name follows at once, or else the last that is named before.
fn owner<'p>(passage: &'p Passage<'_>, quantity: &Quantity) -> Option<(&'p Mention, Decimal, usize)> {
    let clause = passage.clause_at(quantity.span.start).span.clone();
    let inside = |mention: &&Mention| clause.start <= mention.span.start && mention.span.end <= clause.end;
    let first = passage.mentions.partition_point(|mention| mention.span.end <= clause.start);
    let mentions =
        || passage.mentions[first..].iter().take_while(|it| it.span.start < clause.end).filter(inside);
    let with_value = |mention: &'p Mention| {
        let (value, end) = passage.stated(quantity, passage.named(mention))?;
        Some((mention, value, end))
    };
    let follows = mentions().find(|mention| mention.span.start >= quantity.span.end).and_then(with_value);
    let is_near = |(mention, _, end): &(&Mention, Decimal, usize)| {
        let between = passage.text.get(*end..mention.span.start);
        between.is_some_and(|between| between.chars().count() <= BEFORE && !ASIDE_WORDS.any(between))
            && !carried_over(passage, quantity)
    };
    follows.filter(is_near).or_else(|| {
        let (mention, value, end) = mentions()
            .filter(|mention| mention.span.end <= quantity.span.start)
            .last()
            .and_then(with_value)?;
        let between = passage.text.get(mention.span.end..quantity.span.start)?;
        let is_aside = ASIDE_WORDS.any(between);
        let is_first = passage
            .quantity_in(mention.span.end..clause.end)
            .is_some_and(|first| first.span == quantity.span || between.contains(['（', '(']));
        let before = &passage.text[clause.start..mention.span.start];
        // 其中涉及供水的不良导向信息1条: some of them.
        let is_qualified = before.ends_with('的') && OF_SOME.iter().any(|word| before.contains(word));
        let is_part =
            is_qualified || before.starts_with("其中") || PART.iter().any(|part| before.ends_with(part));
        (between.chars().count() <= AFTER && !is_aside && is_first && !is_part)
            .then_some((mention, value, end))
    })
}

/// 一季度查出的3处隐患: some of another period's, not all of them.
fn carried_over(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    let clause = passage.clause_at(quantity.span.start);
    let before = &passage.text[clause.span.start..quantity.span.start];
    let is_past =
        !matches!(passage.when(quantity.span.start), None | Some(When::Known(Basis::Now | Basis::ToDate)));
    before.ends_with('的')
        && (is_past || ["遗留的", "剩余的", "新增的", "其他的"].iter().any(|it| before.ends_with(it)))
}

/// 某某村检查5家次: a part of the unit. 村道硬化 names none.
fn is_of_a_place(before: &str) -> bool {
    before.match_indices('村').any(|(at, village)| {
        let (name, after) = (&before[..at], &before[at + village.len()..]);
        let is_all = ["各", "全", "农", "乡", "每", "行政"].iter().any(|all| name.ends_with(all));
        let is_named = name.ends_with(|c| matches!(c, '\u{4E00}'..='\u{9FA5}'));
        let is_word = after.starts_with(|c| "道级集民庄务规容居屯镇".contains(c));
        is_named && !is_all && !is_word
    })
}

/// 一次 alone is one of several, unless it is said of the whole period.
fn is_one_of_several(text: &str, quantity: &Quantity, when: Option<When>) -> bool {
    text[quantity.span.clone()].starts_with('一') && quantity.value == Decimal::ONE && when.is_none()
}
