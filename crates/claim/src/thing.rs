//! Two texts of a section that give one thing, which is no count, two numbers: 新摆长椅18把, and 新摆的16把长椅.

use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_numeral::{Extent, Sign};
use huibian_passage::Passage;
use rust_decimal::Decimal;

/// How far from a number its thing may stand, in characters.
const NEAR: usize = 8;
/// How many of a text are held against those of others.
const MOST: usize = 200;
/// Words of some of it, of more of it, and of other times.
#[rustfmt::skip]
const OTHERS: [&str; 22] = [
    "其中", "再", "另", "还要", "每", "各", "去年", "上季", "上年", "计划", "拟", "将", "打算", "争取", "第", "约", "至少", "不少于", "其余", "剩", "余下",
    "准备",
];

/// A number of things.
pub struct Thing {
    value: Decimal,
    /// What stands behind the number, of which the first character is what it is counted in.
    measure: char,
    before: Vec<char>,
    behind: Vec<char>,
    span: Range<usize>,
}

/// The numbers of a text that are of things and of no count.
pub fn things(passage: &Passage<'_>) -> Vec<Thing> {
    let text = passage.text;
    let of = |number: &huibian_numeral::Quantity| {
        let clause = passage.clause_at(number.span.start);
        let words = &text[clause.span.clone()];
        let is_plain = number.sign == Sign::None && number.extent == Extent::Exact;
        let first = passage.mentions.partition_point(|it| it.span.start < clause.span.start);
        let is_count = passage.mentions.get(first).is_some_and(|it| it.span.start < clause.span.end);
        let is_hanzi = |c: &char| matches!(c, '\u{4E00}'..='\u{9FA5}');
        let mut behind = text[number.span.end..clause.span.end].chars().take_while(is_hanzi);
        let measure = behind.next().filter(|c| !"年月日天时分点号元次平米公亩吨".contains(*c))?;
        if !is_plain || is_count || OTHERS.iter().any(|word| words.contains(word)) {
            return None;
        }
        let before: Vec<char> = text[clause.span.start..number.span.start]
            .chars()
            .rev()
            .take_while(is_hanzi)
            .take(NEAR)
            .collect();
        let behind: Vec<char> = behind.take(NEAR).collect();
        let span = number.span.start..number.span.end + measure.len_utf8();
        Some(Thing { value: number.value, measure, before: before.into_iter().rev().collect(), behind, span })
    };
    passage.quantities.iter().filter_map(of).take(MOST).collect()
}

impl Thing {
    /// Where it stands in its text.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// What is odd about it beside things of texts before.
    pub fn differing(&self, text: &str, before: &[Self]) -> Option<Diagnostic> {
        let other = before.iter().find(|other| other.value != self.value && self.is_same(other))?;
        let said = Diagnostic::new(Code::SentenceContradicts).with("said", text.get(self.span.clone())?);
        Some(said.with("reason", "again").with_digits("found", other.value))
    }

    /// Whether both tell of one thing that they name with two characters, and of one deed or state of it.
    fn is_same(&self, other: &Self) -> bool {
        // One of them is told of as known: 新摆的16把长椅.
        let is_known = |thing: &Self| {
            thing.before.last().is_some_and(|c| "的这那".contains(*c)) && thing.behind.len() > 1
        };
        if self.measure != other.measure || !is_known(self) && !is_known(other) {
            return false;
        }
        let Some(noun) = self.noun(other).or_else(|| other.noun(self)) else { return false };
        let deeds = |thing: &Self| -> Vec<char> {
            let all = thing.before.iter().chain(&thing.behind);
            all.copied()
                .filter(|c| !noun.contains(c) && !"的了在把给有是里个这那上下中和与".contains(*c))
                .collect()
        };
        let own = deeds(self);
        deeds(other).iter().filter(|c| own.contains(c)).count() > 0
    }

    /// What both are of: the last characters before one number are the first behind the other, or both stand in one place.
    fn noun(&self, other: &Self) -> Option<Vec<char>> {
        let own: Vec<char> = self.before.iter().copied().filter(|c| !"共有了".contains(*c)).collect();
        let across = (2..=4).find_map(|length| {
            let (end, begin) = (own.get(own.len().checked_sub(length)?..)?, other.behind.get(..length)?);
            (end == begin).then(|| end.to_vec())
        });
        let begin = || self.behind.get(..2).filter(|begin| other.behind.starts_with(begin));
        across.or_else(|| begin().map(<[char]>::to_vec))
    }
}
