//! Feasts and seasons of another time of the year, told as past: 春节期间走访了 in the third quarter's report.

use std::ops::Range;
use std::sync::LazyLock;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::seasons::{self, BEGINNINGS, SEASONS};
use huibian_mention::{Signs, Words};
use huibian_prose::Found;

use huibian_passage::Passage;

static NAMES: LazyLock<Words> = LazyLock::new(|| Words::seldom(seasons::names()));
/// Words by which it is not this period that is told of.
#[rustfmt::skip]
const MEANT: [&str; 30] = [
    "准备", "谋划", "筹备", "做法", "经验", "延续", "去年", "上年", "今年", "往年", "迎", "为", "备战", "提前",
    "拟", "将", "暂停", "以来", "教训", "遗留", "历年", "上季度", "一季度", "每年", "计划", "自", "距", "下",
    "节前安排", "小学",
];
/// What was done then.
const DEEDS: [&str; 16] = [
    "开展", "组织", "安排", "走访", "举办", "慰问", "值守", "检查", "巡查", "发放", "保持", "未", "实行",
    "加强", "开办", "坚持",
];
/// What may stand between a season and what was done.
#[rustfmt::skip]
const AROUND: [&str; 19] = [
    "期间", "前后", "假期", "当天", "佳节", "节日", "前夕", "时节", "小长假", "长假", "黄金周", "那天", "天里", "节前", "节后", "季节", "节", "里",
    "，",
];
/// Words that may lead to a season which begins what is said.
const LEADS: [&str; 8] = ["", "在", "正值", "时值", "恰逢", "适逢", "逢", "每逢"];

/// 今年入秋以来, before it is autumn.
fn not_begun(passage: &Passage<'_>) -> Option<(Range<usize>, Diagnostic)> {
    let last = passage.owner.period.end().month();
    let may_be = passage.text.contains("以来");
    BEGINNINGS.iter().filter(|(_, month)| may_be && *month > last).find_map(|(name, _)| {
        let said = format!("今年{name}以来");
        let at = passage.text.find(&said)?;
        let told = Diagnostic::new(Code::TextOfOtherPeriod).with("said", &said);
        Some((at..at + said.len(), told.with("period", passage.owner.period)))
    })
}

/// The first of a text.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.signs.lacks(Signs::SEASON) {
        return;
    }
    found.extend(not_begun(passage));
    for (which, at) in NAMES.all(passage.text) {
        let Some((name, first, last)) = SEASONS.get(which).copied() else { continue };
        let clause = passage.clause_at(at);
        let words = passage.words(clause);
        if is_of_period(passage, first, last)
            || passage.is_plan(clause)
            || MEANT.iter().any(|word| words.contains(word))
        {
            continue;
        }
        let rest = &passage.text[at + name.len()..passage.sentence_end(clause)];
        let mut after = rest;
        while let Some(shorter) = AROUND.iter().find_map(|word| after.strip_prefix(word)) {
            after = shorter;
        }
        let own = &passage.text[at..clause.span.end];
        // 植树节当天植树500株 says when the number is of.
        let has_number = || passage.quantity_in(at + name.len()..clause.span.end).is_some();
        let leads = || {
            LEADS.contains(&&passage.text[clause.span.start..at]) && !passage.is_plan_field() && !has_number()
        };
        if after.len() < rest.len()
            && (DEEDS.iter().any(|deed| after.starts_with(deed)) || own.contains('了') || leads())
        {
            let span =
                at..passage.text.len() - rest.len() - (passage.text.len() - passage.sentence_end(clause))
                    + (rest.len() - after.len());
            let said = passage.text[span.clone()].trim_end_matches('，');
            let told = Diagnostic::new(Code::TextOfOtherPeriod).with("said", said);
            found.push((at..at + said.len(), told.with("period", passage.owner.period)));
            return;
        }
    }
}

/// Whether the report's period has one of these months.
fn is_of_period(passage: &Passage<'_>, first: i8, last: i8) -> bool {
    let period = passage.owner.period;
    let is_of_season = |month: i8| {
        if first <= last { (first..=last).contains(&month) } else { month >= first || month <= last }
    };
    (period.start().month()..=period.end().month()).any(is_of_season)
}
