//! Several counts and then their numbers, in their order: 检查、演练分别为86家次、5场.

use huibian_contract::Basis;
use huibian_mention::{Mention, Named, When};
use huibian_prose::Found;

use super::figures::differs;
use huibian_passage::Passage;

const RESPECTIVELY: [&str; 3] = ["分别", "依次", "各为"];

/// Numbers that are not their counts'.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.mentions.is_empty() || passage.quantities.len() < 2 {
        return;
    }
    for (at, _) in RESPECTIVELY.iter().flat_map(|word| passage.text.match_indices(word)) {
        let sentence = passage.clause_at(at).sentence;
        let known = passage.mentions.partition_point(|mention| mention.span.end <= at);
        let mentions = &passage.mentions[..known];
        let mut listed: Vec<(usize, &Named)> = listed(passage, mentions, at)
            .iter()
            .map(|mention| (mention.span.start, passage.named(mention)))
            .collect();
        if let Some(last) = mentions.last().filter(|_| listed.is_empty()) {
            listed = of_one_end(passage, last, sentence, at).unwrap_or_default();
        }
        let first = passage.quantities.partition_point(|quantity| quantity.span.start < at);
        let numbers = passage.quantities[first..].iter();
        for ((start, named), quantity) in
            listed.into_iter().zip(numbers).filter(|((start, _), _)| *start >= sentence)
        {
            let basis = match passage.when(start) {
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

/// 县道、乡道、村道里程: names of which the last has what all of them end in.
fn of_one_end<'p>(
    passage: &Passage<'p>,
    last: &Mention,
    sentence: usize,
    end: usize,
) -> Option<Vec<(usize, &'p Named)>> {
    let text = passage.text;
    let is_near = text.get(last.span.end..end)?.chars().count() <= 2;
    let heads = text.get(sentence..last.span.start)?.strip_suffix(['、', '和', '与', '及'])?;
    let heads = &heads[heads.rfind(['，', '：', '；']).map_or(0, |at| at + '，'.len_utf8())..];
    let heads: Vec<&str> = heads.split(['、', '和', '与', '及']).collect();
    let own = passage.named(last);
    let name = &text[last.span.clone()];
    let counts = || passage.counts().iter().filter(|named| named.key.plugin == own.key.plugin);
    let of = |end: &str| -> Option<Vec<(usize, &'p Named)>> {
        let of_head = |head: &&str| counts().find(|named| named.spec.label.strip_prefix(*head) == Some(end));
        let all: Option<Vec<_>> = heads.iter().map(of_head).collect();
        Some(all?.into_iter().chain([own]).map(|named| (last.span.start, named)).collect())
    };
    let ends = name.char_indices().skip(1).filter(|_| is_near);
    ends.map(|(at, _)| &name[at..]).find_map(of)
}
