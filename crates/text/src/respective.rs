//! Several counts and then their numbers, in their order: 检查、演练分别为86家次、5场.

use huibian_contract::Basis;
use huibian_mention::Mention;

use super::figures::differs;
use super::when::When;
use crate::found::Found;
use crate::passage::Passage;

const RESPECTIVELY: [&str; 3] = ["分别", "依次", "各为"];

/// Numbers that are not their counts'.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.mentions.len() < 2 || passage.quantities.len() < 2 {
        return;
    }
    for (at, _) in RESPECTIVELY.iter().flat_map(|word| passage.text.match_indices(word)) {
        let sentence = passage.clause_at(at).sentence;
        let known = passage.mentions.partition_point(|mention| mention.span.end <= at);
        let listed = listed(passage, &passage.mentions[..known], at);
        let first = passage.quantities.partition_point(|quantity| quantity.span.start < at);
        let numbers = passage.quantities[first..].iter();
        for (mention, quantity) in
            listed.iter().zip(numbers).filter(|(mention, _)| mention.span.start >= sentence)
        {
            let named = passage.named(mention);
            let basis = match passage.when(mention.span.start) {
                None => Basis::Now,
                Some(When::Known(basis)) => basis,
                Some(_) => continue,
            };
            let Some((value, end)) = passage.stated(quantity, named) else { break };
            let Some(figure) = passage.figure(basis, named) else { continue };
            if !quantity.fits(passage.text, figure.value, value, end) {
                found.push((quantity.span.start..end, differs(named, basis, value, figure)));
            }
        }
    }
}

/// The names of one list that ends at a byte.
fn listed<'p>(passage: &Passage<'_>, mentions: &'p [Mention], end: usize) -> &'p [Mention] {
    let mut first = mentions.len();
    let mut next = end;
    while let Some(mention) = first.checked_sub(1).and_then(|before| mentions.get(before)) {
        let between = passage.text.get(mention.span.end..next).unwrap_or("。");
        let is_last = next == end && between.chars().count() <= 2;
        if !is_last && !["、", "和", "与", "及", "以及"].contains(&between) {
            break;
        }
        (first, next) = (first - 1, mention.span.start);
    }
    if mentions.len() - first < 2 { &[] } else { &mentions[first..] }
}
