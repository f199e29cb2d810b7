//! The most and the least of a sentence's own numbers: 来访11件、网上16件，来访最多.

use std::ops::Range;

use huibian_contract::Basis;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Mention, Signs, When};
use huibian_numeral::{Quantity, measure};
use huibian_prose::Found;
use rust_decimal::Decimal;

use super::is_exact;
use huibian_passage::Passage;

const MOST: [&str; 4] = ["最多", "最高", "最大", "居首"];
const LEAST: [&str; 3] = ["最少", "最低", "最小"];
/// What may stand between a name and such a word, and the longest name, in characters.
const BETWEEN: [&str; 6] = ["数量", "件数", "占比", "的", "类", "数"];
const NAME: usize = 6;

/// What an order of rank is announced with: from the most down, and from the least up.
const DOWN: [&str; 6] = ["由多到少", "从多到少", "由高到低", "从高到低", "由大到小", "从大到小"];
const UP: [&str; 6] = ["由少到多", "从少到多", "由低到高", "从低到高", "由小到大", "从小到大"];
/// Words that lead from there to the list.
const AS_FOLLOWS: [&str; 4] = ["依次", "：", "分别", "排列"];

/// 由多到少依次为20件、25件、11件: a list that is not in the order that it is said to be in.
pub(super) fn rank(passage: &Passage<'_>, found: &mut Found) {
    let text = passage.text;
    if passage.quantities.len() + passage.mentions.len() < 2 {
        return;
    }
    for (at, to) in text.match_indices('到') {
        // 由多到少: two characters before, and one behind.
        let end = at + 2 * to.len();
        let Some(order) = at.checked_sub(2 * to.len()).and_then(|start| text.get(start..end)) else {
            continue;
        };
        let is_down = DOWN.contains(&order);
        if !is_down && !UP.contains(&order) {
            continue;
        }
        let sentence_end = passage.sentence_end(passage.clause_at(end));
        let from = passage.quantities.partition_point(|quantity| quantity.span.start < end);
        let mut list = passage.quantities[from..]
            .iter()
            .take_while(|quantity| quantity.span.end <= sentence_end)
            .peekable();
        found.extend(named_rank(passage, end..sentence_end, is_down));
        let Some(unit) = list.peek().and_then(|first| measure(text, first)) else { continue };
        let is_told = list
            .peek()
            .is_some_and(|first| AS_FOLLOWS.iter().any(|word| text[end..first.span.start].contains(word)));
        let list: Vec<&Quantity> =
            list.take_while(|it| measure(text, it) == Some(unit) && is_exact(it)).collect();
        let is_wrong = |two: &&[&Quantity]| {
            if is_down { two[0].value < two[1].value } else { two[0].value > two[1].value }
        };
        if let Some([first, second]) = list.windows(2).find(is_wrong).filter(|_| is_told) {
            let span = first.span.start..second.span.end + unit.len();
            let told = Diagnostic::new(Code::SentenceContradicts).with("said", &text[span.clone()]);
            found.push((
                span,
                told.with("reason", "most")
                    .with_digits("found", if is_down { second.value } else { first.value }),
            ));
        }
    }
}

/// 由多到少依次为抢险救援、野外火警: counts that are not in the order that they are said to be in.
fn named_rank(
    passage: &Passage<'_>,
    list: Range<usize>,
    is_down: bool,
) -> Option<(Range<usize>, Diagnostic)> {
    let text = passage.text;
    let mentions =
        passage.mentions.iter().filter(|it| list.start <= it.span.start && it.span.end <= list.end);
    let mentions: Vec<&Mention> = mentions.collect();
    let lead = text.get(list.start..mentions.first()?.span.start)?;
    let is_list = mentions.windows(2).all(|two| {
        text.get(two[0].span.end..two[1].span.start)
            .is_some_and(|between| ["、", "和", "，", "及"].contains(&between))
    });
    let is_plain = is_list
        && AS_FOLLOWS.iter().any(|word| lead.contains(word))
        && matches!(passage.when(list.start), None | Some(When::Known(Basis::Now)));
    let value = |mention: &Mention| Some(passage.figure(Basis::Now, passage.named(mention))?.value);
    let two = mentions.windows(2).filter(|_| is_plain).find_map(|two| {
        let (first, second) = (value(two[0])?, value(two[1])?);
        let is_wrong = if is_down { first < second } else { first > second };
        is_wrong.then_some((two[0].span.start..two[1].span.end, second))
    });
    let (span, second) = two?;
    let told = Diagnostic::new(Code::SentenceContradicts).with("said", &text[span.clone()]);
    Some((span, told.with("reason", "compared").with_digits("found", second.normalize())))
}

/// What others of the sentence are more than, or less.
pub(super) fn check(passage: &Passage<'_>, found: &mut Found) {
    let text = passage.text;
    if passage.quantities.len() < 2 || passage.signs.lacks(Signs::EXTREME) {
        return;
    }
    for (is_most, word) in MOST.map(|word| (true, word)).into_iter().chain(LEAST.map(|word| (false, word))) {
        for (at, _) in text.match_indices(word) {
            let clause = passage.clause_at(at);
            let name = text[clause.span.start..at].trim_start_matches('以');
            let name = BETWEEN.iter().fold(name, |name, word| name.strip_suffix(word).unwrap_or(name));
            let numbers = || {
                passage
                    .quantities
                    .iter()
                    .filter(|it| clause.sentence <= it.span.start && it.span.end <= clause.span.start)
            };
            let of_name = |quantity: &&Quantity| {
                let own = passage.clause_at(quantity.span.start);
                text[own.span.start..quantity.span.start].ends_with(name)
            };
            let is_name = (1..=NAME).contains(&name.chars().count());
            let Some(own) = numbers().find(of_name).filter(|own| is_name && is_exact(own)) else { continue };
            let Some(unit) = measure(text, own) else { continue };
            let same: Vec<&Quantity> =
                numbers().filter(|it| measure(text, it) == Some(unit) && is_exact(it)).collect();
            let sum: Decimal = same.iter().map(|it| it.value).sum();
            let is_beyond = |it: &&&Quantity| {
                let is_whole = same.len() > 2 && it.value + it.value == sum && it.span == same[0].span;
                !is_whole && if is_most { it.value > own.value } else { it.value < own.value }
            };
            if let Some(other) = same.iter().find(is_beyond) {
                let span = clause.span.start..at + word.len();
                let told = Diagnostic::new(Code::SentenceContradicts).with("said", &text[span.clone()]);
                found.push((span, told.with("reason", "most").with_digits("found", other.value)));
            }
        }
    }
}
