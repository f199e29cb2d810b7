//! The most or the least of a time: 为今年以来最高, 创历史新低, held against the period before and the same one a year ago.

use std::ops::Range;

use huibian_contract::Basis;
use huibian_diagnostic::Diagnostic;
use huibian_mention::Signs;
use huibian_prose::Found;
use regex::Captures;

use super::change::{remark, subject};
use crate::pattern::Pattern;
use huibian_passage::Passage;

/// Looks for extremes.
#[derive(Debug)]
pub struct Extremes(Pattern);

impl Default for Extremes {
    fn default() -> Self {
        let extreme = "(?:(?P<year>今年以来|今年|年内|年初以来)|(?P<ever>历史|历年|近年来?|近[两二三四五]年来?|有记录以来|有统计以来|[去上]年(?:同期|第?[一二三四1-4]季度)?以来))\
             (?:的|同期|单季|各季度?|季度)*(?:(?P<most>最高|最多|新高|最大)|(?P<least>最低|最少|新低|最小))";
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
    if passage.is_plan(passage.clause_at(whole.start)) {
        return None;
    }
    let (mention, _) = subject(passage, whole.start, whole.end, None)?;
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
        [Basis::Previous, Basis::LastYear].into_iter().find(|basis| within(basis) && is_beyond(basis))?;
    Some(remark(passage, named, whole, basis))
}
