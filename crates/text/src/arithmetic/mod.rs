//! Numbers of a sentence that do not go together: 1122亩、574亩，共1796亩; 45个中有30个，占80%; 8期224人次，平均每期38人次; 由15起减少到22起;
//! 每户500元，20户共1.5万元; 征集15条，采纳18条; 下降120%.

mod average;
mod change;
mod goal;
mod impossible;
mod most;
mod product;
mod share;
mod subset;
mod sum;
mod ways;

use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_numeral::{Extent, Quantity, measure};
use huibian_prose::Found;
use rust_decimal::Decimal;

use huibian_claim::is_said;
use huibian_passage::Clause;
use huibian_passage::Passage;

/// A number, in its sentence.
#[derive(Clone, Copy)]
struct Said<'p> {
    passage: &'p Passage<'p>,
    /// The numbers of its sentence.
    all: &'p [Quantity],
    /// Which of them it is.
    at: usize,
    clause: &'p Clause,
}

/// What is told of a number, and where.
type Told = (Range<usize>, Diagnostic);

/// Each look at a number, the one that says most first.
const LOOKS: [fn(Said<'_>) -> Option<Told>; 20] = [
    sum::sum,
    ways::ways,
    product::product,
    change::direction,
    change::difference,
    change::since,
    change::net,
    change::beside,
    change::grown,
    share::share,
    share::rate,
    share::of_parent,
    average::average,
    subset::exceeding,
    subset::taken,
    subset::rest,
    subset::all,
    goal::missed,
    share::together,
    impossible::beyond,
];

/// Those at a number that is the only one of its sentence.
const LONE: [fn(Said<'_>) -> Option<Told>; 4] =
    [share::share, share::of_parent, average::average, impossible::beyond];

/// Numbers that contradict each other.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    let mut start = 0;
    while let Some(first) = passage.quantities.get(start) {
        let clause = passage.clause_at(first.span.start);
        let end = passage.sentence_end(clause);
        let length = passage.quantities[start..].partition_point(|quantity| quantity.span.start < end).max(1);
        let all = &passage.quantities[start..start + length];
        for at in 0..length {
            let clause = passage.clause_at(all[at].span.start);
            let said = Said { passage, all, at, clause };
            let is_told = |span: &Range<usize>| {
                found.iter().any(|(known, _)| known.start < span.end && span.start < known.end)
            };
            let looks = if length == 1 { &LONE[..] } else { &LOOKS };
            let told = looks.iter().find_map(|look| look(said)).filter(|(span, _)| !is_told(span));
            found.extend(told);
        }
        start += length;
    }
    impossible::below_zero(passage, found);
    most::check(passage, found);
    most::rank(passage, found);
}

impl<'p> Said<'p> {
    fn quantity(&self) -> &'p Quantity {
        &self.all[self.at]
    }

    /// The numbers of the sentence before it.
    fn before(&self) -> &'p [Quantity] {
        &self.all[..self.at]
    }

    /// The words of its clause before it.
    fn head(&self) -> &'p str {
        self.passage.text.get(self.clause.span.start..self.quantity().span.start).unwrap_or_default()
    }

    /// The words of its sentence before it.
    fn sentence(&self) -> &'p str {
        self.passage.text.get(self.clause.sentence..self.quantity().span.start).unwrap_or_default()
    }

    fn measure(&self) -> Option<&'static str> {
        measure(self.passage.text, self.quantity())
    }

    fn measure_of(&self, quantity: &Quantity) -> Option<&'static str> {
        measure(self.passage.text, quantity)
    }

    /// The words between two numbers.
    fn between(&self, first: &Quantity, second: &Quantity) -> &'p str {
        self.passage.text.get(first.span.end..second.span.start).unwrap_or_default()
    }

    /// Whether its clause plans something.
    fn is_plan(&self) -> bool {
        self.passage.is_plan(self.clause)
    }

    /// Where the measure word of the number ends.
    fn end(&self) -> usize {
        let spaces =
            || huibian_numeral::trimmed(self.passage.text, self.quantity().span.end).map(|(_, at)| at);
        self.measure()
            .map_or(self.quantity().span.end, |measure| spaces().unwrap_or_default() + measure.len())
    }

    fn told(&self, reason: &str, start: usize, found: Option<Decimal>) -> Option<Told> {
        let span = start..self.end();
        let told = Diagnostic::new(Code::SentenceContradicts)
            .with("said", self.passage.text.get(span.clone())?)
            .with("reason", reason);
        // An amount is told in the measure that the sentence has.
        let scale = if self.passage.text[span.clone()].ends_with("万元") { 10_000 } else { 1 };
        let found = found.map(|found| found / Decimal::from(scale));
        let found = found.map_or_else(String::new, |found| found.normalize().to_string());
        Some((span, told.with_digits("found", found)))
    }
}

fn is_exact(quantity: &Quantity) -> bool {
    quantity.extent == Extent::Exact
}
