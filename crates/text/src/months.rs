//! The months of a period told one by one, which come to another number than the whole: 1月36件、2月42件、3月33件，共117件.

use std::ops::Range;

use huibian_contract::{Aggregation, Basis};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;
use huibian_numeral::{Extent, Quantity, measure};
use huibian_prose::Found;
use rust_decimal::Decimal;

use huibian_passage::Passage;

/// How far behind its month a number may stand, in characters.
const NEAR: usize = 12;
/// Words right before the number of all of them.
const ALL: [&str; 8] = ["共计", "合计", "总计", "一共", "总共", "累计", "共", "总数"];

/// Months that do not come to what is said, or to the count that they are of.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.signs.lacks(Signs::TIME) || passage.quantities.len() < 3 {
        return;
    }
    let period = passage.owner.period;
    let months: Vec<i8> = (period.start().month()..=period.end().month()).collect();
    if months.len() < 2 || passage.text.matches('月').count() < months.len() {
        return;
    }
    if let Some((span, sum)) = contradicted(passage, &months)
        && !found.iter().any(|(known, _)| known.start < span.end && span.start < known.end)
    {
        let told = Diagnostic::new(Code::SentenceContradicts).with("said", &passage.text[span.clone()]);
        found.push((span, told.with("reason", "sum").with_digits("found", sum)));
    }
}

fn contradicted(passage: &Passage<'_>, months: &[i8]) -> Option<(Range<usize>, Decimal)> {
    let text = passage.text;
    // Where each month's name ends, one behind the other in a sentence.
    let mut ends = Vec::new();
    let mut from = 0;
    for month in months {
        let name = format!("{month}月");
        let is_whole =
            |at: &usize| !text[..*at].ends_with(|c: char| c.is_ascii_digit() || "至到-—年".contains(c));
        let at = text[from..].match_indices(&name).map(|(at, _)| at + from).find(is_whole)?;
        from = at + name.len();
        ends.push((at, from));
    }
    let (first, last) = (ends.first()?.0, ends.last()?.1);
    let clause = passage.clause_at(first);
    let sentence = clause.sentence..passage.sentence_end(clause);
    if last > sentence.end || passage.is_plan(clause) {
        return None;
    }
    let numbers =
        passage.quantities.iter().filter(|it| sentence.start <= it.span.start && it.span.end <= sentence.end);
    let numbers: Vec<(&Quantity, &str)> = numbers
        .filter_map(|it| Some((it, measure(text, it).filter(|_| it.extent == Extent::Exact)?)))
        .collect();
    let own = of_months(text, &ends, &numbers)?;
    let unit = own.first()?.1;
    if own.iter().any(|(_, measure)| *measure != unit) {
        return None;
    }
    let sum = own.iter().try_fold(Decimal::ZERO, |sum, (it, _)| sum.checked_add(it.value))?;
    let is_all = |(it, measure): &&(&Quantity, &str)| {
        *measure == unit
            && own.iter().all(|(own, _)| own.span != it.span)
            && ALL.iter().any(|word| {
                text[sentence.start..it.span.start].trim_end_matches(['了', '有', '达']).ends_with(word)
            })
    };
    let end = own.last().map(|(it, _)| it.span.end + unit.len())?;
    let whole = if let Some((whole, _)) = numbers.iter().find(is_all) {
        whole.value
    } else {
        let inside = passage.mentions.iter();
        let mut inside =
            inside.filter(|it| sentence.start <= it.span.start && it.span.end <= own[0].0.span.start);
        let named = passage.named(inside.next().filter(|_| inside.next().is_none())?);
        let is_sum = named.spec.over_time == Aggregation::Sum && named.spec.ratio.is_none();
        passage.stated(own[0].0, named).filter(|_| is_sum)?;
        passage.figure(Basis::Now, named)?.value
    };
    (whole != sum).then_some((first..end.max(last), sum))
}

/// The number of each month: right behind its name, or 分别 behind all of them.
fn of_months<'q>(
    text: &str,
    ends: &[(usize, usize)],
    numbers: &[(&'q Quantity, &'q str)],
) -> Option<Vec<(&'q Quantity, &'q str)>> {
    let next = |index: usize| ends.get(index + 1).map_or(text.len(), |(start, _)| *start);
    let behind = |(index, (_, end)): (usize, &(usize, usize))| {
        let number = numbers.iter().find(|(it, _)| *end <= it.span.start && it.span.end <= next(index))?;
        (text[*end..number.0.span.start].chars().count() <= NEAR).then_some(*number)
    };
    let each: Option<Vec<_>> = ends.iter().enumerate().map(behind).collect();
    each.or_else(|| {
        let (_, last) = ends.last()?;
        let rest: Vec<_> =
            numbers.iter().filter(|(it, _)| it.span.start >= *last).take(ends.len()).copied().collect();
        let between = text.get(*last..rest.first()?.0.span.start)?;
        (rest.len() == ends.len() && ["分别", "依次", "各"].iter().any(|word| between.contains(word)))
            .then_some(rest)
    })
}
