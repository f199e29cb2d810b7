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

/// How long a sentence is at most, in bytes, before the next mark ends it: looks read it to its end for each of its numbers, and
/// nobody writes longer ones.
const LONGEST: usize = 3_000;

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
        if !matches!(mark, '，' | '、' | ',') || start - sentence > LONGEST {
            sentence = start;
        }
    }
    clauses.push(Clause { span: start..text.len(), sentence });
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_without_end_is_cut() {
        let part = "检查企业12家，";
        let found = clauses(&part.repeat(1_000), &[]);
        let sentences: std::collections::BTreeSet<usize> =
            found.iter().map(|clause| clause.sentence).collect();
        let longest = sentences.iter().zip(sentences.iter().skip(1)).map(|(one, next)| next - one).max();
        assert!(longest.unwrap() <= LONGEST + part.len(), "{longest:?}");
        assert_eq!(clauses(&part.repeat(100), &[]).last().unwrap().sentence, 0);
    }
}
