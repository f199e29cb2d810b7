//! What a sentence claims of how counts, and the rows of ledgers, stand to each other. [`check`] cuts a text into sentences and looks
//! at each: [`relation`] (shares, sums, multiples), [`order`], [`left`], [`average`], [`rows`] and [`words`]; [`all_rows`] and [`thing`]
//! read texts in their own way. This crate must not know how figures came about, nor the other looks at a text.

mod all_rows;
mod average;
mod left;
mod names;
mod order;
mod relation;
mod rows;
mod sentence;
mod thing;
mod words;

use std::ops::Range;

use huibian_diagnostic::Diagnostic;
use huibian_mention::Signs;
use huibian_numeral::{Extent, Quantity, Sign};
use huibian_passage::Passage;
use huibian_prose::Found;
use rust_decimal::{Decimal, RoundingStrategy};

use sentence::Sentence;

pub use all_rows::check as check_all_rows;
pub use average::is_of_each;
pub use relation::is_sum_of_several;
pub use rows::{is_of_a_kind, is_of_one_row};
pub use thing::{Thing, things};

/// What is told, and where.
type Told = (Range<usize>, Diagnostic);

/// What a look does with a sentence.
type Look = fn(&Sentence<'_, '_>) -> Option<Told>;

/// Each look at a sentence, with what a text has that it may find something in: a number or none, and a sign of each of these.
const LOOKS: [(Look, bool, &[Signs]); 15] = [
    (words::of_another_quarter, false, &[Signs::QUARTER]),
    (words::in_another_measure, true, &[Signs::NAME]),
    (words::none_inside, false, &[Signs::NOT]),
    (relation::share, false, &[Signs::HALF.or(Signs::NUMERAL)]),
    (relation::sum, true, &[Signs::SUM.or(Signs::TOGETHER)]),
    (relation::times, true, &[Signs::FOLD]),
    (order::ranks, false, &[Signs::RANKED]),
    (left::left, true, &[Signs::NOT.or(Signs::WAITING).or(Signs::UNDONE)]),
    (rows::of_a_kind, true, &[Signs::NAME]),
    (rows::beyond_a_kind, true, &[]),
    (rows::first_day, false, &[Signs::FIRST, Signs::DIGIT, Signs::TIME]),
    (rows::extreme, true, &[Signs::MOST]),
    (rows::average_days, true, &[Signs::AVERAGED]),
    (rows::spread, true, &[]),
    (average::average, true, &[Signs::AVERAGED]),
];

/// The words that [`check`] looks for, by the sign that a text has of them.
pub fn words<'w>() -> impl Iterator<Item = (Signs, &'w str)> {
    let quarter = std::iter::once((Signs::QUARTER, "季度"));
    let most = rows::extremes().chain(all_rows::extremes()).map(|word| (Signs::MOST, word));
    let first = rows::first_and_last().map(|word| (Signs::FIRST, word));
    let half = relation::halves().map(|word| (Signs::HALF, word));
    let together = relation::SUMS.into_iter().map(|word| (Signs::TOGETHER, word));
    let averaged = average::words().map(|word| (Signs::AVERAGED, word));
    let undone = left::NOT.into_iter().map(|word| (Signs::UNDONE, word));
    let ranked = order::words().map(|word| (Signs::RANKED, word));
    quarter.chain(most).chain(first).chain(half).chain(together).chain(averaged).chain(undone).chain(ranked)
}

/// Claims that do not hold, where nothing else was found to be wrong.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    let has_number = !passage.quantities.is_empty();
    if passage.mentions.is_empty() && !has_number && passage.signs.lacks(Signs::QUARTER) {
        return;
    }
    let may_find = |(_, number, signs): &&(Look, bool, &[Signs])| {
        (has_number || !number) && signs.iter().all(|sign| !passage.signs.lacks(*sign))
    };
    let looks: Vec<Look> = LOOKS.iter().filter(may_find).map(|(look, ..)| *look).collect();
    let mut start = 0;
    while start < passage.text.len() && !looks.is_empty() {
        let sentence = Sentence::at(passage, start);
        start = sentence.span.end;
        for look in &looks {
            let told = look(&sentence).filter(|(span, _)| {
                found.iter().all(|(known, _)| known.end <= span.start || span.end <= known.start)
            });
            found.extend(told);
        }
    }
}

/// Whether a number that was rounded, or cut off, says an exact one.
pub fn is_said(exact: Decimal, said: &Quantity) -> bool {
    is_said_so(exact, said, said.extent)
}

/// The same of a number that is said to be about so much, or more, or less.
fn is_said_so(exact: Decimal, said: &Quantity, extent: Extent) -> bool {
    let scale = said.value.scale();
    let rounded = |strategy| exact.round_dp_with_strategy(scale, strategy) == said.value;
    match extent {
        // 三分之一 and 四成 are said of what is some points off.
        Extent::About if said.sign == Sign::Percent => {
            (exact - said.value).abs() <= (said.value * Decimal::new(1, 1)).max(Decimal::from(4))
        }
        Extent::About => (exact - said.value).abs() <= (said.value * Decimal::new(5, 2)).max(Decimal::ONE),
        Extent::Exact => rounded(RoundingStrategy::MidpointAwayFromZero) || rounded(RoundingStrategy::ToZero),
        Extent::More | Extent::Over => exact >= said.value,
        Extent::Less | Extent::Below => exact <= said.value,
    }
}

#[cfg(test)]
mod tests {
    use huibian_mention::Pairs;

    use super::*;

    /// The signs of a text, as looks are given them.
    fn signs(text: &str) -> Signs {
        Signs::of(text, &Pairs::of(words()))
    }

    #[test]
    fn a_text_with_a_word_that_a_look_begins_with_has_its_sign() {
        let together = Signs::SUM.or(Signs::TOGETHER);
        let undone = Signs::NOT.or(Signs::WAITING).or(Signs::UNDONE);
        for (sign, word) in words() {
            let sign = match sign {
                Signs::TOGETHER => together,
                Signs::UNDONE => undone,
                other => other,
            };
            assert!(!signs(&format!("本镇{word}，")).lacks(sign), "{word}");
            assert!(signs("检查商店，走访农户").lacks(sign), "{word}");
        }
        for word in words::NONE {
            assert!(!signs(word).lacks(Signs::NOT), "{word}");
        }
    }
}
