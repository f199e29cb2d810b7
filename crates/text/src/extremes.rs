//! The most or the least of a time: 为今年以来最高, 创历史新低, held against the period before and the same one a year ago.

use std::ops::Range;

use huibian_contract::{Aggregation, Basis};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Named, Signs};
use huibian_prose::Found;
use regex::Captures;
use rust_decimal::Decimal;

use super::change::{remark, subject};
use crate::pattern::Pattern;
use huibian_passage::Passage;

/// Words right before an extreme that is not reached.
#[rustfmt::skip]
const NOT: [&str; 12] = ["不上", "不到", "不及", "不是", "并非", "没到", "没有到", "未到", "未达到", "没达到", "低于", "少于"];

/// Looks for extremes.
#[derive(Debug)]
pub struct Extremes(Pattern);

impl Default for Extremes {
    fn default() -> Self {
        let extreme = "(?:(?P<year>今年以来|今年|年内|年初以来|[三四]个季度[^。；]{1,16}?(?:这一季|这季|这个季度|本季度?|第?[三四]季度))|(?P<ever>历史|历年|近年来?|近[两二三四五]年来?|有记录以来|有统计以来|[去上]年(?:同期|第?[一二三四1-4]季度)?以来))\
             (?:的|同期|单季|各季度?|季度)*(?:(?P<most>最高|最多|新高|最大|最长)|(?P<least>最低|最少|新低|最小|最短))";
        Self(Pattern::of(extreme))
    }
}

impl Extremes {
    /// Extremes that history does not bear out.
    pub fn check(&self, passage: &Passage<'_>, found: &mut Found) {
        if passage.mentions.is_empty() || passage.signs.lacks(Signs::EXTREME) {
            return;
        }
        let said = self.0.all(passage.text);
        found.extend(said.filter_map(|said| untrue(passage, &said)));
    }
}

fn untrue(passage: &Passage<'_>, said: &Captures<'_>) -> Option<(Range<usize>, Diagnostic)> {
    let (whole, period) = (said.get(0)?.range(), passage.owner.period);
    let clause = passage.clause_at(whole.start);
    let before = &passage.text[clause.span.start..whole.start];
    // 够不上今年最多的一季.
    if passage.is_plan(clause) || NOT.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    // 四个季度里，文娱活动数这一季最少 names it inside.
    let words = said.name("year").map_or("", |year| year.as_str());
    let inside = passage.mentions.iter().find(|it| whole.contains(&it.span.start));
    let mention = match inside.filter(|_| words.contains("个季度")) {
        Some(inside) => inside,
        None => subject(passage, whole.start, whole.end, None)?.0,
    };
    if NOT.iter().any(|word| words.contains(word)) {
        return None;
    }
    let named = passage.named(mention);
    let now = passage.figure(Basis::Now, named)?.value;
    let is_of_year = period.previous().is_some_and(|previous| previous.year() == period.year());
    let within = |basis: &Basis| match basis {
        Basis::Previous => said.name("ever").is_some() || is_of_year,
        _ => said.name("ever").is_some(),
    };
    let is_beyond = |basis: &Basis| {
        passage.figure(*basis, named).is_some_and(|then| match said.name("most") {
            Some(_) => then.value > now,
            None => then.value < now,
        })
    };
    let basis =
        [Basis::Previous, Basis::LastYear].into_iter().find(|basis| within(basis) && is_beyond(basis));
    if let Some(basis) = basis {
        return Some(remark(passage, named, whole, basis));
    }
    let earlier = earlier_each(passage, named).filter(|_| said.name("year").is_some())?;
    let is_beyond = if said.name("most").is_some() { earlier > now } else { earlier < now };
    let told = Diagnostic::new(Code::SentenceContradicts).with("said", &passage.text[whole.clone()]);
    let told = told.with("reason", "earlier").with_digits("found", earlier.normalize().round_dp(2));
    is_beyond.then_some((whole, told))
}

/// What the quarters of the year before the last one came to, each on an average: of one it is what it came to, and of two one at
/// least was as much.
fn earlier_each(passage: &Passage<'_>, named: &Named) -> Option<Decimal> {
    let period = passage.owner.period;
    let value = |basis| Some(passage.figure(basis, named)?.value);
    let is_quarter =
        period.previous().is_some_and(|previous| previous.start().month() + 3 == period.start().month());
    let earlier = i64::from(period.start().month() - 1) / 3 - 1;
    if !is_quarter || earlier < 1 || named.spec.over_time != Aggregation::Sum || named.spec.ratio.is_some() {
        return None;
    }
    let sum = value(Basis::ToDate)?.checked_sub(value(Basis::Now)?)?.checked_sub(value(Basis::Previous)?)?;
    sum.checked_div(earlier.into())
}
