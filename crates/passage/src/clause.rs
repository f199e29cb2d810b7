//! A text cut where what is said stops belonging to what stands before.

use huibian_numeral::Quantity;

use std::ops::Range;

/// A part of a sentence between two marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands.
    pub span: Range<usize>,
    /// Where its sentence begins.
    pub sentence: usize,
}

/// Cuts a text. Marks inside numbers are none.
pub fn clauses(text: &str, quantities: &[Quantity]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let (mut start, mut sentence) = (0, 0);
    let mut numbers = quantities.iter().peekable();
    let is_mark = |c: char| matches!(c, '，' | '。' | '；' | '！' | '？' | '、' | '\n' | ',' | ';');
    for (at, mark) in text.char_indices().filter(|(_, c)| is_mark(*c)) {
        while numbers.next_if(|number| number.span.end <= at).is_some() {}
        if numbers.peek().is_some_and(|number| number.span.contains(&at)) {
            continue;
        }
        clauses.push(Clause { span: start..at, sentence });
        start = at + mark.len_utf8();
        if !matches!(mark, '，' | '、' | ',') {
            sentence = start;
        }
    }
    clauses.push(Clause { span: start..text.len(), sentence });
    clauses
}
