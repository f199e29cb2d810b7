//! Days and periods in a text that are not the report's: last period's, days to come that are told as past, days that
//! there are not, and words for another length of time, such as 本月 in a quarter's report.

use std::ops::Range;

use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic};
use jiff::civil::Date;
use regex::{Captures, Regex};

use super::Found;
use super::clause::Clause;
use super::passage::Passage;
use super::signs::Signs;

/// Words beside a period that is meant.
const BEFORE: [&str; 15] =
    ["较", "比", "与", "同", "和", "自", "由", "从", "在", "对", "把", "将", "针对", "根据", "按照"];
const AFTER: [&str; 16] = [
    "相比", "以来", "情况", "的", "起", "前", "查出", "发现", "遗留", "未", "结转", "剩余", "以后", "后",
    "底", "至",
];
/// Words that compare, somewhere in the clause.
const COMPARED: [&str; 6] = ["相比", "同期", "环比", "同比", "遗留", "持平"];
/// Words of what became of something since.
const SINCE: [&str; 10] = ["本季度", "本期", "本月", "已", "也", "现", "再", "继续", "至今", "仍"];
/// Words of what is over.
const PAST: [&str; 7] = ["了", "已", "完成", "曾", "现将", "过", "圆满"];
/// Words of how it went, with which what is to come is told as past: 10月20日召开的学习交流会效果很好.
const WENT: [&str; 12] = [
    "效果很好",
    "效果明显",
    "效果良好",
    "反响",
    "热烈",
    "好评",
    "收获",
    "成效明显",
    "顺利",
    "取得",
    "受到",
    "参加人数",
];
/// Words for other lengths of time than the report's, by the letter of the period's kind.
const LENGTHS: [(char, &[&str]); 4] = [
    ('M', &["本季度", "本季", "全季", "本半年", "本年度", "全年", "本周"]),
    ('Q', &["本月份", "本月", "当月", "本周", "本半年", "本年度", "全年"]),
    ('H', &["本月份", "本月", "当月", "本周", "本季度", "本季", "本年度", "全年"]),
    ('Y', &["本月份", "本月", "当月", "本周", "本季度", "本季", "本半年"]),
];
/// What these begin with.
const LENGTH_BEGIN: [char; 3] = ['本', '当', '全'];
/// What may stand behind 全年 that is no statement about the year.
const MEANT: [&str; 9] = ["的", "计划", "目标", "任务", "预算", "工作", "总", "安排", "重点"];

/// Looks for days and periods.
#[derive(Debug)]
pub struct Dates {
    mentions: Option<Regex>,
    spans: Option<Regex>,
    weekdays: Option<Regex>,
}

impl Default for Dates {
    fn default() -> Self {
        let dates = "(?:([0-9]{4})年)?(?:第?([一二三四1-4])季度|([0-9]{1,2})月(?:([0-9]{1,2})日)?)";
        let spans = "([0-9]{1,2})月([0-9]{1,2})日?(?:至|到|—|–|-|～|~)(?:([0-9]{1,2})月)?([0-9]{1,2})日";
        let weekdays =
            "(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日[（(]?(?:星期|周|礼拜)([一二三四五六日天])";
        let [mentions, spans, weekdays] = [dates, spans, weekdays].map(|pattern| Regex::new(pattern).ok());
        Self { mentions, spans, weekdays }
    }
}

impl Dates {
    /// Days and words of another time.
    pub fn check(&self, passage: &Passage<'_>, found: &mut Found) {
        let (text, period) = (passage.text, passage.owner.period);
        let other = |span: &Range<usize>| {
            Diagnostic::new(Code::TextOfOtherPeriod).with("said", &text[span.clone()]).with("period", period)
        };
        let has_time = !passage.signs.lacks(Signs::TIME);
        let has_month = has_time && !passage.signs.lacks(Signs::DIGIT) && text.contains('月');
        if let Some(dates) = self.mentions.as_ref().filter(|_| has_month || has_time && text.contains('季'))
        {
            for mention in dates.captures_iter(text) {
                let Some(span) = mention.get(0).map(|whole| whole.range()) else { continue };
                let clause = passage.clause_at(span.start);
                match day(&mention, period) {
                    Some(Err(())) => {
                        found
                            .push((span.clone(), Diagnostic::new(Code::NoSuchDay).with("said", &text[span])));
                    }
                    Some(Ok(day))
                        if is_of_before(text, period, day, &span, passage.words(clause))
                            && !goes_on_to_now(text, clause.sentence, span.end, period) =>
                    {
                        found.push((span.clone(), other(&span)));
                    }
                    Some(Ok(day)) if is_to_come(passage, day, &span, clause) => {
                        found.push((span.clone(), other(&span)));
                    }
                    _ => {}
                }
            }
        }
        if has_month && text.contains('日') {
            found.extend(self.reversed(text));
            found.extend(self.weekday(text, period));
        }
        for span in lengths(passage) {
            let said = other(&span);
            found.push((span, said));
        }
    }
}

impl Dates {
    /// 8月25日至8月12日. One over a year's end has no year to go by.
    fn reversed<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Range<usize>, Diagnostic)> + 't {
        let said = self.spans.iter().flat_map(move |spans| spans.captures_iter(text));
        said.filter_map(move |said| {
            let number = |group: usize| said.get(group)?.as_str().parse::<i8>().ok();
            let (month, day, last) = (number(1)?, number(2)?, number(4)?);
            let until = number(3).unwrap_or(month);
            let is_over_year = until < month && month - until > 6;
            let span = said.get(0)?.range();
            let told = Diagnostic::new(Code::SentenceContradicts)
                .with("said", &text[span.clone()])
                .with("reason", "range")
                .with("found", "");
            ((until, last) < (month, day) && !is_over_year).then_some((span, told))
        })
    }

    /// 7月15日（星期五), which is another day of the week.
    fn weekday<'t>(
        &'t self,
        text: &'t str,
        period: Period,
    ) -> impl Iterator<Item = (Range<usize>, Diagnostic)> + 't {
        const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
        let said = self.weekdays.iter().flat_map(move |weekdays| weekdays.captures_iter(text));
        said.filter_map(move |said| {
            let number = |group: usize| said.get(group)?.as_str().parse::<i16>().ok();
            let date =
                Date::new(number(1).unwrap_or(period.end().year()), as_i8(number(2)?), as_i8(number(3)?));
            let given = said.get(4)?.as_str().replace('天', "日");
            let day = DAYS[usize::try_from(date.ok()?.weekday().to_monday_zero_offset()).ok()?];
            let span = said.get(0)?.range();
            let told = Diagnostic::new(Code::SentenceContradicts)
                .with("said", &text[span.clone()])
                .with("reason", "weekday")
                .with("found", format!("星期{day}"));
            (given != day).then_some((span, told))
        })
    }
}

/// The first day of what a text mentions, or that there is none; nothing for what is no day, such as 5月 alone.
fn day(mention: &Captures<'_>, period: Period) -> Option<Result<Date, ()>> {
    let number = |group: usize| mention.get(group).and_then(|part| digit(part.as_str()));
    let year = number(1);
    match (number(2), number(3), number(4)) {
        (Some(quarter), ..) => {
            Some(Date::new(year.unwrap_or(period.year()), as_i8(quarter * 3), 1).map_err(|_| ()))
        }
        (None, Some(month), day) if year.is_some() || day.is_some() => {
            let date = Date::new(year.unwrap_or(period.year()), as_i8(month), as_i8(day.unwrap_or(1)));
            // February's last day hangs on the year, which a text need not say.
            Some(date.map_err(|_| ()))
                .filter(|date| date.is_ok() || year.is_some() || (month, day) != (2, Some(29)))
        }
        (None, Some(month), None) if month == 0 || month > 12 => Some(Err(())),
        _ => None,
    }
}

/// 一季度收到12件，二季度收到15件: the sentence goes on to its own quarter.
fn goes_on_to_now(text: &str, sentence: usize, from: usize, period: Period) -> bool {
    let end = from + text[from..].find(['。', '；', '\n']).unwrap_or(text.len() - from);
    let quarter = (period.end().month() + 2) / 3;
    let own = ['一', '二', '三', '四'].get(usize::try_from(quarter - 1).unwrap_or_default());
    let rest = &text[from..end];
    let is_own =
        |own: &char| rest.contains(&format!("{own}季度")) || rest.contains(&format!("{quarter}季度"));
    !text[sentence..end].contains("如下") && (rest.contains("本季度") || own.is_some_and(is_own))
}

/// A day in the period before, or in the same one a year earlier, that nothing compares with.
fn is_of_before(text: &str, period: Period, day: Date, span: &Range<usize>, words: &str) -> bool {
    let is_past =
        [period.previous(), period.last_year()].into_iter().flatten().any(|past| past.contains(day));
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let is_meant = BEFORE[..6].iter().chain(&["由", "从"]).any(|word| before.ends_with(word))
        || AFTER.iter().any(|word| after.starts_with(word))
        || COMPARED.iter().any(|word| words.contains(word));
    // 3月28日登记的一件也已办结 tells of what became of it since.
    let behind = &after[..after.find(['，', '。', '；', '\n']).unwrap_or(after.len())];
    let is_followed_up = || {
        behind.find('的').is_some_and(|at| {
            behind[..at].chars().count() <= 6 && SINCE.iter().any(|word| behind[at..].contains(word))
        })
    };
    // What is reported of it here is what this report is about.
    is_past && (!(is_meant || is_followed_up()) || words.contains("如下"))
}

/// A day after the period that is told as past.
fn is_to_come(passage: &Passage<'_>, day: Date, span: &Range<usize>, clause: &Clause) -> bool {
    let period = passage.owner.period;
    let after = &passage.text[span.end..clause.span.end];
    let is_meant = BEFORE.iter().any(|word| passage.text[..span.start].ends_with(word))
        || after.starts_with(['前', '底', '起']);
    let is_past = || PAST.iter().chain(&WENT).any(|word| after.contains(word));
    day > period.end() && is_past() && !is_meant && !passage.is_plan(clause)
}

/// Words for other lengths of time.
fn lengths(passage: &Passage<'_>) -> Vec<Range<usize>> {
    if passage.signs.lacks(Signs::LENGTH) {
        return Vec::new();
    }
    let period = passage.owner.period.to_string();
    let kind = match &period {
        name if name.contains('Q') && !name[name.find('Q').unwrap_or(0)..].contains('-') => 'Q',
        name if name.contains('H') => 'H',
        name if name.len() == 7 => 'M',
        name if name.len() == 4 => 'Y',
        _ => return Vec::new(),
    };
    let words = || LENGTHS.iter().filter(|(of, _)| *of == kind).flat_map(|(_, words)| words.iter());
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in passage.text.match_indices(LENGTH_BEGIN) {
        for word in words().filter(|word| passage.text[at..].starts_with(**word)) {
            let (before, after) = (&passage.text[..at], &passage.text[at + word.len()..]);
            let is_other = word.ends_with('季') && after.starts_with('度')
                || word.ends_with('月') && after.starts_with('份');
            let is_meant = before.ends_with(['按', '对', '为', '穿'])
                || MEANT.iter().any(|meant| after.starts_with(meant));
            let is_year_meant = word.starts_with("全年") && is_meant;
            if !(is_other || is_year_meant || passage.is_plan(passage.clause_at(at))) {
                found.push(at..at + word.len());
            }
        }
    }
    // 本年度…，全年…: once is enough.
    found.truncate(1);
    found
}

fn digit(text: &str) -> Option<i16> {
    match text {
        "一" => Some(1),
        "二" => Some(2),
        "三" => Some(3),
        "四" => Some(4),
        digits => digits.parse().ok(),
    }
}

fn as_i8(number: i16) -> i8 {
    i8::try_from(number).unwrap_or_default()
}
