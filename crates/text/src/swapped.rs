//! A number with two digits of a count's swapped, in a sentence that has a part of the count's name: 先后有527人次听了农技指导, of 572.

use std::ops::Range;

use huibian_contract::Basis;
use huibian_diagnostic::Diagnostic;
use huibian_mention::{Named, Signs, When};
use huibian_numeral::{Extent, Quantity, Sign, measure};
use huibian_prose::Found;
use rust_decimal::Decimal;

use super::figures::{differs, from_others, is_of_a_place};
use huibian_passage::Passage;

/// Below this two digits are swapped by chance.
const LEAST: i64 = 100;

/// Numbers that are a count's but for the order of two digits.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.signs.lacks(Signs::DIGIT) {
        return;
    }
    for quantity in passage.quantities.iter().filter(|it| it.value >= LEAST.into()) {
        let is_told = found.iter().any(|(known, _)| known.contains(&quantity.span.start));
        let is_plain = quantity.extent == Extent::Exact && quantity.sign == Sign::None;
        if let Some(own) = measure(passage.text, quantity).filter(|_| is_plain && !is_told) {
            found.extend(of_count(passage, quantity, own));
        }
    }
}

fn of_count(passage: &Passage<'_>, quantity: &Quantity, own: &str) -> Option<(Range<usize>, Diagnostic)> {
    let clause = passage.clause_at(quantity.span.start);
    let sentence = &passage.text[clause.sentence..passage.sentence_end(clause)];
    let figure = |named: &Named| passage.figure(Basis::Now, named).filter(|_| named.measure() == own);
    let counts = || passage.counts().iter().filter(|named| named.key.plugin == passage.manifest.id);
    let (named, known) = counts().find_map(|named| {
        let known = figure(named).filter(|known| is_swapped(known.value, quantity.value))?;
        is_partly_named(sentence, named.spec.label.trim_end_matches(own)).then_some((named, known))
    })?;
    let is_another = counts().any(|named| figure(named).is_some_and(|it| it.value == quantity.value));
    let before = &passage.text[clause.sentence..quantity.span.start];
    let is_own = matches!(passage.when(quantity.span.start), None | Some(When::Known(Basis::Now)));
    let is_other = is_another
        || passage.is_planned(clause, quantity.span.start)
        || from_others(before).next().is_some()
        || is_of_a_place(before);
    let end = quantity.span.end + passage.text[quantity.span.end..].find(own)? + own.len();
    (is_own && !is_other)
        .then(|| (quantity.span.start..end, differs(named, Basis::Now, quantity.value, known)))
}

/// Whether two neighbouring digits of the one stand the other way in the other.
fn is_swapped(one: Decimal, other: Decimal) -> bool {
    let (one, other) = (one.normalize().to_string(), other.normalize().to_string());
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let Some(at) = one.iter().zip(other).position(|(a, b)| a != b) else { return false };
    let rest = |digits: &[u8]| digits.get(at + 2..).map(<[u8]>::to_vec);
    one.len() == other.len()
        && one.get(at + 1) == other.get(at)
        && one.get(at) == other.get(at + 1)
        && rest(one) == rest(other)
}

/// Whether two characters of a name that follow each other stand in a sentence.
fn is_partly_named(sentence: &str, name: &str) -> bool {
    name.char_indices()
        .zip(name.char_indices().skip(2).map(|(at, _)| at).chain([name.len()]))
        .any(|((start, _), end)| sentence.contains(&name[start..end]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_are_swapped() {
        for (one, other, is) in [
            (572, 527, true),
            (1272, 2172, true),
            (572, 572, false),
            (572, 275, false),
            (572, 5720, false),
            (1234, 2143, false),
        ] {
            assert_eq!(is_swapped(one.into(), other.into()), is, "{one} {other}");
        }
    }
}
