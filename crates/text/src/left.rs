//! What is said to be left, beside what the counts leave: 尚有13处未整改, where all but three were put right.

use huibian_contract::Basis;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Done, Signs, When};
use huibian_numeral::{Extent, Quantity, Sign};
use huibian_prose::Found;
use rust_decimal::Decimal;

use crate::figures::{LEFT_OVER, REST, from_others};
use crate::scope;
use huibian_passage::Passage;

/// Words right before what was not done.
const NOT: [&str; 9] = ["尚未", "还未", "仍未", "未能", "未完成", "没有", "等待", "待", "未"];
/// How long the name of what is counted may be that stands in between, in characters: 3处隐患未整改.
const NOUN: usize = 4;
/// What may stand before 尚有 that makes it no part of all there is.
#[rustfmt::skip]
const LEADS: [&str; 20] = [
    "截至目前", "截至季末", "截至期末", "目前", "现", "季末", "期末", "全镇", "全乡", "全县", "共", "仅", "只", "中", "里", "内", "的", "查出", "发现",
    "排查出",
];

/// Numbers of what is left that are not.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.signs.lacks(Signs::DEED) {
        return;
    }
    for quantity in &passage.quantities {
        let told = passage.done().iter().filter_map(|done| Some((done, end(passage, done, quantity)?)));
        let mut told: Vec<(&Done, usize)> = told.collect();
        // What several plugins count so is the speaking one's own, or what the sentence names.
        if told.len() > 1 {
            let clause = passage.clause_at(quantity.span.start);
            let is_named = |done: &Done| {
                passage.mentions.iter().any(|it| it.count == done.whole && it.span.start >= clause.sentence)
            };
            // 6件诉求没有办结 names it behind the number; without a name it is of the text's own section.
            let is_behind = |done: &Done| {
                let noun = &passage.text[quantity.span.end..clause.span.end];
                let label = passage.counts()[done.whole].spec.label.as_str();
                label.char_indices().nth_back(1).is_some_and(|(at, _)| noun.contains(&label[at..]))
            };
            let is_own = |done: &Done| passage.counts()[done.whole].key.plugin == passage.manifest.id;
            told.retain(|(done, _)| is_named(done) || is_own(done) && is_behind(done));
        }
        let [(done, end)] = told[..] else { continue };
        let (Some(left), Some((value, measured))) =
            (left(passage, done, quantity), in_measure(passage, done, quantity))
        else {
            continue;
        };
        if !quantity.fits(passage.text, left, value, measured) && is_of_all(passage, done, quantity) {
            let start = rest(passage, quantity).map_or(quantity.span.start, |(at, _)| at);
            let said = Diagnostic::new(Code::SentenceContradicts).with("said", &passage.text[start..end]);
            found.push((start..end, said.with("reason", "left").with_digits("found", left.normalize())));
        }
    }
}

/// Where a statement ends that so many were not done.
fn end(passage: &Passage<'_>, done: &Done, quantity: &Quantity) -> Option<usize> {
    let is_plain = quantity.extent == Extent::Exact && quantity.sign == Sign::None;
    rest(passage, quantity).filter(|_| is_plain)?;
    let (_, measured) = in_measure(passage, done, quantity)?;
    let clause = passage.clause_at(quantity.span.start);
    let behind = passage.text.get(measured..clause.span.end)?;
    let at = behind.find(done.deed.as_str())?;
    let noun = NOT.iter().find_map(|word| behind[..at].strip_suffix(word))?;
    let is_noun = noun.chars().count() <= NOUN && !noun.contains(['因', '已', '被']);
    is_noun.then_some(measured + at + done.deed.len())
}

/// A number in the measure of what is counted, and where that ends.
fn in_measure(passage: &Passage<'_>, done: &Done, quantity: &Quantity) -> Option<(Decimal, usize)> {
    quantity.in_measure(passage.text, passage.counts()[done.whole].measure())
}

/// Where the word of a rest stands right before a number, and what stands before that in its clause.
fn rest<'p>(passage: &'p Passage<'_>, quantity: &Quantity) -> Option<(usize, &'p str)> {
    let start = passage.clause_at(quantity.span.start).span.start;
    let head = passage.text.get(start..quantity.span.start)?;
    let lead = REST.iter().find_map(|word| head.strip_suffix(word))?;
    Some((start + lead.len(), lead))
}

/// How many are left by the counts.
fn left(passage: &Passage<'_>, done: &Done, quantity: &Quantity) -> Option<Decimal> {
    let value = |count: usize| Some(passage.figure(Basis::Now, &passage.counts()[count])?.value);
    let (whole, part) = (value(done.whole)?, value(done.part)?);
    // Of other numbers that the sentence tells, the rest is theirs.
    let clause = passage.clause_at(quantity.span.start);
    let sentence = clause.sentence..passage.sentence_end(clause);
    let others = passage.quantities.iter().filter(|it| sentence.contains(&it.span.start));
    let mut others = others
        .filter(|it| it.span != quantity.span)
        .filter_map(|it| Some((it.span.start, in_measure(passage, done, it)?.0)));
    let is_counts = others.all(|(at, value)| at < quantity.span.start && [whole, part].contains(&value));
    whole.checked_sub(part).filter(|left| *left >= Decimal::ZERO && is_counts)
}

/// Whether it is told of all there is, of this period.
fn is_of_all(passage: &Passage<'_>, done: &Done, quantity: &Quantity) -> bool {
    let clause = passage.clause_at(quantity.span.start);
    let Some((_, mut lead)) = rest(passage, quantity) else { return false };
    let names = [done.whole, done.part].map(|of| &passage.counts()[of].spec);
    let names = || names.iter().flat_map(|spec| std::iter::once(&spec.label).chain(&spec.also));
    while let Some(rest) = LEADS
        .iter()
        .find_map(|word| lead.strip_suffix(word))
        .or_else(|| names().find_map(|name| lead.strip_suffix(name.as_str())))
    {
        lead = rest;
    }
    let before = &passage.text[clause.sentence..clause.span.start];
    let is_now = matches!(passage.when(quantity.span.start), None | Some(When::Known(Basis::Now)));
    lead.is_empty()
        && is_now
        && !LEFT_OVER.iter().any(|word| before.contains(word))
        && from_others(before).next().is_none()
        && !scope::is_led(passage, quantity)
        && !passage.is_plan(clause)
}
