//! From one number to another: 由15起减少到22起; 由3人增加到8人，增加了6人.

use huibian_contract::Basis;
use huibian_mention::Mention;
use huibian_numeral::{Quantity, Sign};
use rust_decimal::Decimal;

use super::{Said, Told, is_exact, is_said};

/// How far 由 may stand before its number, in characters.
const NEAR: usize = 8;
#[rustfmt::skip]
const UP: [&str; 14] = [
    "增加到", "增至", "增加至", "增长到", "增长至", "上升到", "上升至", "升至", "提高到", "提高至", "扩大到", "扩大至", "发展到", "提升到",
];
const DOWN: [&str; 10] =
    ["减少到", "减至", "减少至", "下降到", "下降至", "降至", "降低到", "降低至", "压减到", "压减至"];
/// Words of a difference right before it.
#[rustfmt::skip]
const BY: [&str; 16] = [
    "增加了", "减少了", "增长了", "下降了", "提高了", "降低了", "净增", "净减", "增加", "减少", "增长", "下降", "提高", "降低", "多了", "少了",
];

/// 由15起减少到22起.
pub(super) fn direction(said: Said<'_>) -> Option<Told> {
    let text = said.passage.text;
    let now = said.quantity();
    let was = said.before().last().filter(|was| was.span.start >= said.clause.span.start)?;
    let head = text[..was.span.start].trim_end_matches(|c| !matches!(c, '由' | '从' | '，' | '。'));
    let is_from = head.ends_with(['由', '从']) && text[head.len()..was.span.start].chars().count() <= NEAR;
    let (up, down) = (is_moved(said, was, now, &UP), is_moved(said, was, now, &DOWN));
    let is_wrong = up && now.value < was.value || down && now.value > was.value;
    let is_exact = is_exact(was) && is_exact(now) && was.sign == now.sign;
    (is_from && said.measure_of(was) == said.measure() && is_wrong && is_exact && !said.is_plan())
        .then(|| said.told("direction", head.len() - '由'.len_utf8(), None))?
}

/// Words of then and of now, in the clauses of two numbers.
const THEN: [&str; 8] = ["上季度", "去年", "上年", "同期", "上月", "原来", "此前", "往年"];
const NOW: [&str; 7] = ["本季度", "今年", "现在", "目前", "本月", "现有", "如今"];
/// What makes 比 a comparison with another time than two numbers that stand side by side.
const OTHER_TIME: [&str; 8] = ["上", "去", "同期", "计划", "年", "季", "月", "原"];

/// 增加了6人, behind 由3人增加到8人 or 上季度3人，本季度8人; 甲村比乙村多3件.
pub(super) fn difference(said: Said<'_>) -> Option<Told> {
    let head = said.head().trim_end_matches(['约', '近']);
    let [.., was, now] = said.before() else { return None };
    let is_known = is_exact(was)
        && is_exact(now)
        && was.sign == now.sign
        && said.measure_of(was) == said.measure_of(now);
    if !is_known || said.is_plan() {
        return None;
    }
    let beside = || Some(head.strip_suffix(['多', '少'])?.rsplit_once('比')?.1);
    let word = BY.iter().find(|word| head.ends_with(**word));
    let (word, is_moved) = match (word, beside()) {
        (Some(word), _) => (*word, is_moved(said, was, now, &UP) || is_moved(said, was, now, &DOWN)),
        (None, Some(other))
            if said.before().len() == 2 && !OTHER_TIME.iter().any(|it| other.contains(it)) =>
        {
            ("", false)
        }
        _ => return None,
    };
    if !word.is_empty() && !is_moved && !is_then_and_now(said, was, now) {
        return None;
    }
    let start = said.clause.span.start + head.len() - word.len();
    let goes_up = word.contains(['增', '提', '多']);
    if !word.is_empty() && (goes_up && now.value < was.value || !goes_up && now.value > was.value) {
        return said.told("direction", start, None);
    }
    let exact = (now.value - was.value).abs();
    let (exact, reason) = match said.quantity().sign {
        Sign::Percent if was.sign == Sign::None => {
            (exact.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(was.value)?, "share")
        }
        Sign::Points if was.sign == Sign::Percent => (exact, "difference"),
        Sign::None if said.measure().is_some() && said.measure() == said.measure_of(was) => {
            (exact, "difference")
        }
        _ => return None,
    };
    (!is_said(exact, said.quantity())).then(|| said.told(reason, start, Some(exact.round_dp(1))))?
}

/// 舆情信息20篇，上季度10篇，增长50%: what there is, and behind it what there was.
pub(super) fn since(said: Said<'_>) -> Option<Told> {
    /// How long the words of a time may go on before its number, in characters: 上季度仅为10篇.
    const REST: usize = 4;
    let head = said.head().trim_end_matches(['约', '近', '了']);
    let word = BY.iter().find(|word| head == **word)?;
    let [.., now, was] = said.before() else { return None };
    let passage = said.passage;
    let own = said.measure_of(now)?;
    let head_of = |quantity: &Quantity| {
        let clause = passage.clause_at(quantity.span.start);
        passage.text.get(clause.span.start..quantity.span.start).unwrap_or_default()
    };
    let of_then =
        THEN.iter().find_map(|then| head_of(was).trim_start_matches(['而', '，']).strip_prefix(then));
    let is_then = of_then.is_some_and(|rest| rest.chars().count() <= REST)
        && !THEN.iter().any(|then| head_of(now).contains(then));
    let is_next = |first: &Quantity, second: usize, between: &str| {
        let words = passage.text.get(first.span.end..second).and_then(|words| words.strip_prefix(own));
        words.is_some_and(|words| words.trim_start_matches(['，', '；']) == between)
    };
    let is_told = is_then
        && is_next(now, was.span.start, head_of(was))
        && is_next(was, said.clause.span.start, "")
        && [now, was].iter().all(|it| is_exact(it) && said.measure_of(it) == Some(own))
        && !said.is_plan();
    if !is_told {
        return None;
    }
    let start = said.clause.span.start;
    if word.contains(['增', '提', '多']) != (now.value > was.value) && now.value != was.value {
        return said.told("direction", start, None);
    }
    let difference = (now.value - was.value).abs();
    let (exact, reason) = match said.quantity().sign {
        Sign::Percent if now.sign == Sign::None => {
            (difference.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(was.value)?, "share")
        }
        Sign::None if said.measure() == Some(own) => (difference, "difference"),
        _ => return None,
    };
    (!is_said(exact, said.quantity())).then(|| said.told(reason, start, Some(exact.round_dp(1))))?
}

/// 新增60户、退出13户，净增47户: what came in, and what went out.
pub(super) fn net(said: Said<'_>) -> Option<Told> {
    const IN: [&str; 6] = ["新增", "新纳入", "增加", "新建", "新注册", "新设"];
    const OUT: [&str; 7] = ["退出", "减少", "注销", "销号", "取消", "核减", "关停"];
    let word = ["净增加", "净增", "净减少", "净减"].iter().find(|word| said.head().ends_with(**word))?;
    let [.., first, second] = said.before() else { return None };
    let numbers = [first, second, said.quantity()];
    if numbers.iter().any(|it| said.measure_of(it) != said.measure() || !is_exact(it)) || said.is_plan() {
        return None;
    }
    let is = |quantity: &Quantity, words: &[&str]| {
        let own = said.passage.words(said.passage.clause_at(quantity.span.start));
        words.iter().any(|word| own.contains(word))
    };
    let change = if is(first, &IN) && is(second, &OUT) {
        first.value.checked_sub(second.value)
    } else if is(first, &OUT) && is(second, &IN) {
        second.value.checked_sub(first.value)
    } else {
        None
    }?;
    let start = said.clause.span.start + said.head().len() - word.len();
    if change.is_sign_negative() == word.starts_with("净增") && !change.is_zero() {
        return said.told("direction", start, None);
    }
    (change.abs() != said.quantity().value).then(|| said.told("difference", start, Some(change.abs())))?
}

/// 改厕120户，比计划的100户多20户; 较上年的80户增加20户，达到100户.
pub(super) fn beside(said: Said<'_>) -> Option<Told> {
    const MORE: [&str; 6] = ["多出", "多", "增加了", "增加", "净增", "增"];
    const FEWER: [&str; 6] = ["少了", "少", "减少了", "减少", "净减", "减"];
    let [.., first, second] = said.before() else { return None };
    let own = said.measure()?;
    let numbers = [first, second, said.quantity()];
    if numbers.iter().any(|it| said.measure_of(it) != Some(own) || !is_exact(it))
        || ["力争", "将", "拟"].iter().any(|word| said.sentence().contains(word))
    {
        return None;
    }
    let moved = |between: &str| {
        let is = |words: &[&str]| {
            words.iter().any(|word| between.strip_prefix(own).is_some_and(|rest| rest == *word))
        };
        if is(&MORE) { Some(true) } else { is(&FEWER).then_some(false) }
    };
    let compares = |from: usize, to: usize| {
        said.passage.text.get(from..to).is_some_and(|words| words.contains(['比', '较']))
    };
    let clause_of = |quantity: &Quantity| said.passage.clause_at(quantity.span.start).span.start;
    let (now, was, by, goes_up) = if let Some(up) = moved(said.between(second, said.quantity()))
        && compares(clause_of(second), second.span.start)
        && clause_of(first) < clause_of(second)
    {
        (first, second, said.quantity(), up)
    } else {
        let up =
            moved(said.between(first, second)).filter(|_| compares(clause_of(first), first.span.start))?;
        let is_result = ["达到", "达", "为", "增至", "降至", "减至", "升至"].contains(&said.head());
        is_result.then_some((said.quantity(), first, second, up))?
    };
    let exact = if goes_up { was.value.checked_add(by.value)? } else { was.value.checked_sub(by.value)? };
    (exact != now.value)
        .then(|| said.told("difference", said.clause.span.start, Some((now.value - was.value).abs())))?
}

/// 较上季度增加4家次，增长26.7%: by how much of what there was before.
pub(super) fn grown(said: Said<'_>) -> Option<Told> {
    const GROWN: [&str; 9] = ["增长", "下降", "上升", "增幅", "降幅", "提高", "回落", "增加", "减少"];
    if said.quantity().sign != Sign::Percent || said.is_plan() {
        return None;
    }
    let head = said.head().trim_end_matches(['约', '近', '了', '达', '为', '到']);
    let word = GROWN.iter().find(|word| head.ends_with(**word))?;
    let (by, before) = said.before().split_last()?;
    let passage = said.passage;
    let own = said.measure_of(by).filter(|_| is_exact(by))?;
    let clause = passage.clause_at(by.span.start);
    let by_head = passage.text.get(clause.span.start..by.span.start)?;
    let moved = BY.iter().find(|word| by_head.ends_with(**word))?;
    let then = by_head.find(['比', '较'])?;
    let is_next = passage.text.get(by.span.end..said.clause.span.start)?.trim_start_matches(own);
    // What is held against what, and what there is now.
    let stated = before.iter().rev().find(|it| said.measure_of(it) == Some(own) && is_exact(it));
    let named = || {
        let is_before = |mention: &&Mention| {
            clause.sentence <= mention.span.start && mention.span.end <= clause.span.start + then
        };
        let mention = passage.mentions.iter().rfind(is_before)?;
        let named = passage.named(mention);
        Some(passage.figure(Basis::Now, named).filter(|_| named.measure() == own)?.value)
    };
    let now = stated.map(|it| it.value).or_else(named)?;
    let was = if moved.contains(['增', '多', '提']) {
        now.checked_sub(by.value)?
    } else {
        now.checked_add(by.value)?
    };
    let exact = by.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(was)?;
    let is_told = ["，", "、", ""].contains(&is_next) && exact > Decimal::ZERO;
    let start = said.clause.span.start + head.len() - word.len();
    (is_told && !is_said(exact, said.quantity()))
        .then(|| said.told("share", start, Some(exact.round_dp(1))))?
}

/// 上季度30户，本季度45户.
fn is_then_and_now(said: Said<'_>, was: &Quantity, now: &Quantity) -> bool {
    let is = |quantity: &Quantity, words: &[&str]| {
        let clause = said.passage.clause_at(quantity.span.start);
        let own = said.passage.text.get(clause.span.start..quantity.span.start).unwrap_or_default();
        words.iter().any(|word| own.contains(word))
    };
    is(was, &THEN) && is(now, &NOW)
}

/// Whether these words lead from one number to the other.
fn is_moved(said: Said<'_>, was: &Quantity, now: &Quantity, words: &[&str]) -> bool {
    let between = said.between(was, now).trim_end_matches(['了', '的', '每', '周', '月', '年', '天', '日']);
    words.iter().any(|word| between.ends_with(word))
}
