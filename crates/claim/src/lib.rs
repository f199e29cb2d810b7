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

/// Each look at a sentence.
const LOOKS: [fn(&Sentence<'_, '_>) -> Option<Told>; 15] = [
    words::of_another_quarter,
    words::in_another_measure,
    words::none_inside,
    relation::share,
    relation::sum,
    relation::times,
    order::ranks,
    left::left,
    rows::of_a_kind,
    rows::beyond_a_kind,
    rows::first_day,
    rows::extreme,
    rows::average_days,
    rows::spread,
    average::average,
];

/// Claims that do not hold, where nothing else was found to be wrong.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.mentions.is_empty() && passage.quantities.is_empty() && !passage.text.contains("季度") {
        return;
    }
    let mut start = 0;
    while start < passage.text.len() {
        let sentence = Sentence::at(passage, start);
        start = sentence.span.end;
        for look in LOOKS {
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
