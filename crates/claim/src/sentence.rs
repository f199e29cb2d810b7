//! A sentence, with its numbers and the counts that it names.

use std::cell::OnceCell;
use std::ops::Range;

use huibian_contract::Basis;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Named, When};
use huibian_numeral::{Extent, Quantity, Sign};
use huibian_passage::Passage;
use rust_decimal::Decimal;

use crate::Told;
use crate::names::{Hit, hits};
use crate::rows::Rows;

/// Words of how much something changed, which no number of the report's own period is.
#[rustfmt::skip]
const CHANGES: [&str; 20] = [
    "同比", "环比", "增长", "增加", "增幅", "下降", "降低", "降幅", "减少", "回落", "上升", "提高", "较上", "比上", "较去", "比去", "上季", "去年", "上年",
    "同期",
];
/// Words of some of what is counted.
#[rustfmt::skip]
const SOME: [&str; 22] = [
    "其中", "遗留", "结转", "月份", "月里", "上旬", "中旬", "下旬", "头一个月", "计划", "打算", "明年", "下季", "目标", "任务", "要求", "规定", "力争",
    "争取", "拟", "将", "如果",
];
/// Words that make a number about so much.
const ABOUT: [&str; 8] = ["约", "大概", "左右", "上下", "近", "差不多", "将近", "大致"];

/// A sentence of a text.
pub(crate) struct Sentence<'l, 'p> {
    pub passage: &'l Passage<'p>,
    pub span: Range<usize>,
    pub text: &'p str,
    /// Its numbers.
    pub numbers: Vec<&'l Quantity>,
    /// The counts that it names; most looks never ask.
    hits: OnceCell<Vec<Hit<'p>>>,
    rows: OnceCell<Option<Rows<'p>>>,
    is_of_now: OnceCell<bool>,
    is_plain: OnceCell<bool>,
}

impl<'l, 'p> Sentence<'l, 'p> {
    /// The one that begins at a byte.
    pub fn at(passage: &'l Passage<'p>, start: usize) -> Self {
        let span = start..passage.sentence_end(passage.clause_at(start));
        let text = &passage.text[span.clone()];
        let before = |at: usize| passage.quantities.partition_point(|it| it.span.start < at);
        let numbers = passage.quantities[before(span.start)..before(span.end)].iter().collect();
        Self {
            passage,
            text,
            numbers,
            hits: OnceCell::new(),
            rows: OnceCell::new(),
            is_of_now: OnceCell::new(),
            is_plain: OnceCell::new(),
            span,
        }
    }

    /// The counts that it names.
    pub fn hits(&self) -> &[Hit<'p>] {
        self.hits.get_or_init(|| hits(self.passage, self.span.clone()))
    }

    /// The rows of the only ledger that it names.
    pub fn rows(&self) -> Option<&Rows<'p>> {
        self.rows.get_or_init(|| Rows::named_in(self.passage, self.text)).as_ref()
    }

    /// Whether it tells of what was so in the report's own period, of all there was.
    pub fn is_plain(&self) -> bool {
        let is_change = || CHANGES.iter().any(|word| self.text.contains(word));
        *self.is_plain.get_or_init(|| self.is_of_now() && !is_change())
    }

    /// The same, where it may tell of changes.
    pub fn is_of_now(&self) -> bool {
        *self.is_of_now.get_or_init(|| {
            let text = self.text.replace("三个月里", "");
            let is_some = SOME.iter().any(|word| text.contains(word));
            !self.passage.is_plan_field() && !is_some && !self.is_of_a_place() && self.is_now()
        })
    }

    /// Whether it names a village, which what it tells may be of.
    fn is_of_a_place(&self) -> bool {
        let is_place = |(at, _): (usize, &str)| {
            let at = self.span.start + at;
            let is_name = self.hits().iter().any(|hit| hit.span.contains(&at));
            !is_name
                && !self.passage.text[..at]
                    .ends_with(['个', '各', '农', '乡', '全', '进', '到', '每', '入', '下', '跨', '驻'])
        };
        self.text.match_indices('村').chain(self.text.match_indices("社区")).any(is_place)
    }

    /// Whether it names no other time.
    fn is_now(&self) -> bool {
        let words = self.text.trim_end_matches(['。', '；', '！', '\n', '？', ';']);
        let at = self.span.start + words.len();
        matches!(self.passage.when(at), None | Some(When::Known(Basis::Now)))
    }

    pub fn value(&self, named: &Named) -> Option<Decimal> {
        Some(self.passage.figure(Basis::Now, named)?.value)
    }

    /// What stands between two bytes of the text.
    pub fn between(&self, start: usize, end: usize) -> &'p str {
        self.passage.text.get(start..end).unwrap_or_default()
    }

    /// How exact a number is by itself and by the words of its sentence.
    pub fn extent(&self, number: &Quantity) -> Extent {
        let is_about = || ABOUT.iter().any(|word| self.text.contains(word));
        if number.extent == Extent::Exact && is_about() { Extent::About } else { number.extent }
    }

    /// Its only number without a sign.
    pub fn sole_plain(&self) -> Option<&'l Quantity> {
        // 一 of 最久的一回 is none.
        let is_number =
            |it: &&&Quantity| it.sign == Sign::None && &self.passage.text[it.span.clone()] != "一";
        let mut plain = self.numbers.iter().filter(is_number);
        plain.next().filter(|_| plain.next().is_none()).copied()
    }

    pub fn told(&self, span: Range<usize>, reason: &str, found: Decimal) -> Told {
        let said =
            Diagnostic::new(Code::SentenceContradicts).with("said", self.between(span.start, span.end));
        (span, said.with("reason", reason).with_digits("found", found.normalize()))
    }
}
