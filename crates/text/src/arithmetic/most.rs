//! The most and the least of a sentence's own numbers: 来访11件、网上16件，来访最多.

use huibian_diagnostic::{Code, Diagnostic};
use huibian_numeral::{Quantity, measure};
use rust_decimal::Decimal;

use super::is_exact;
use crate::found::Found;
use crate::passage::Passage;
use crate::signs::Signs;

const MOST: [&str; 4] = ["最多", "最高", "最大", "居首"];
const LEAST: [&str; 3] = ["最少", "最低", "最小"];
/// What may stand between a name and such a word, and the longest name, in characters.
const BETWEEN: [&str; 6] = ["数量", "件数", "占比", "的", "类", "数"];
const NAME: usize = 6;

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
