//! Days and periods in a text that are not the report's: last period's, days to come that are told as past, days that
//! there are not, and words for another length of time, such as 本月 in a quarter's report.

use std::ops::Range;

use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;
use huibian_numeral::Quantity;
use huibian_prose::Found;
use jiff::civil::Date;
use regex::Captures;

use crate::pattern::Pattern;
use huibian_passage::Clause;
use huibian_passage::Passage;

/// Words beside a period that is meant.
const BEFORE: [&str; 15] =
    ["较", "比", "与", "同", "和", "自", "由", "从", "在", "对", "把", "将", "针对", "根据", "按照"];
const AFTER: [&str; 34] = [
    "相比", "以来", "情况", "的", "起", "前", "查出", "发现", "遗留", "未", "结转", "剩余", "以后", "后",
    "底", "至", "启动", "印发", "下发", "出台", "签订", "制定", "修订", "发布", "公布", "立案", "受理",
    "登记", "交办", "动工", "开工", "立项", "签约", "奠基",
];
/// Words that compare, somewhere in the clause.
const COMPARED: [&str; 6] = ["相比", "同期", "环比", "同比", "遗留", "持平"];
/// Words of what became of something since.
const SINCE: [&str; 13] =
    ["本季度", "本期", "本月", "已", "也", "现", "再", "继续", "至今", "仍", "延续", "持续", "全部"];
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
/// Words right before a day on which something was done.
const DONE_ON: [&str; 8] = ["已于", "已在", "已经于", "已经在", "曾于", "早已于", "均于", "刚于"];
/// Words of the report's own time.
const NOW: [&str; 4] = ["本季度", "本期", "本月", "这个季度"];
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
const MEANT: [&str; 12] =
    ["的", "计划", "目标", "任务", "预算", "工作", "总", "安排", "重点", "无休", "不间断", "起"];
/// Words with which even 本年度工作 is what is reported.
const REPORTED: [&str; 4] = ["总结", "报告", "汇报", "如下"];

/// Looks for days and periods.
#[derive(Debug)]
pub struct Dates {
    mentions: Pattern,
    spans: Pattern,
    weekdays: Pattern,
    quarters: Pattern,
}

impl Default for Dates {
    fn default() -> Self {
        let dates =
            "(?:([0-9]{4}年|[去上今]年)的?)?(?:第?([一二三四1-4])季度|([0-9]{1,2})月(?:([0-9]{1,2})日)?)";
        let spans = "([0-9]{1,2})月([0-9]{1,2})日?(?:[0-9]{1,2}时)?(?:起[，,]?)?(?:至|到|—|–|-|～|~)(?:([0-9]{1,2})月)?([0-9]{1,2})日";
        let weekdays =
            "(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日[（(]?(?:星期|周|礼拜)([一二三四五六日天])";
        let quarters =
            "(本|第?[一二三四1-4])季度?[（(，即为是：]{1,2}([0-9]{1,2})月?(?:至|到|—|–|-|～|~)([0-9]{1,2})月";
        let [mentions, spans, weekdays, quarters] = [dates, spans, weekdays, quarters].map(Pattern::of);
        Self { mentions, spans, weekdays, quarters }
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
        if has_month || has_time && text.contains('季') {
            for mention in self.mentions.all(text) {
                let Some(span) = mention.get(0).map(|whole| whole.range()) else { continue };
                let clause = passage.clause_at(span.start);
                match day(&mention, period).or_else(|| month_alone(passage, &mention, clause)) {
                    Some(Err(())) => {
                        found
                            .push((span.clone(), Diagnostic::new(Code::NoSuchDay).with("said", &text[span])));
                    }
                    Some(Ok(_)) if is_figures(passage, clause, &span) => {}
                    Some(Ok(day))
                        if is_of_before(passage, day, &span, clause)
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
        if has_month && text.contains("季") {
            found.extend(self.months(text, period));
        }
        if has_month && text.contains('日') {
            found.extend(self.reversed(text));
            found.extend(self.length(passage));
            found.extend(self.weekday(text, period));
        }
        if let Some(span) = (!passage.signs.lacks(Signs::YEAR))
            .then(|| odd_year(text, period))
            .flatten()
            .filter(|span| found.iter().all(|(known, _)| known.start > span.start || known.end < span.end))
        {
            found.push((span.clone(), other(&span)));
        }
        for span in lengths(passage) {
            let said = other(&span);
            found.push((span, said));
        }
    }
}

impl Dates {
    /// 二季度（7月至9月）.
    fn months<'t>(
        &'t self,
        text: &'t str,
        period: Period,
    ) -> impl Iterator<Item = (Range<usize>, Diagnostic)> + 't {
        let said = self.quarters.all(text);
        said.filter_map(move |said| {
            let number = |group: usize| said.get(group)?.as_str().parse::<i8>().ok();
            let quarter = said.get(1)?.as_str().trim_start_matches('第');
            let own = || digit(quarter).map(|quarter| (as_i8(quarter) * 3 - 2, as_i8(quarter) * 3));
            let months =
                if quarter == "本" { (period.start().month(), period.end().month()) } else { own()? };
            let span = said.get(0)?.range();
            let told = Diagnostic::new(Code::TextOfOtherPeriod)
                .with("said", &text[span.clone()])
                .with("period", period);
            ((number(2)?, number(3)?) != months).then_some((span, told))
        })
    }

    /// 8月25日至8月12日. One over a year's end has no year to go by.
    fn reversed<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Range<usize>, Diagnostic)> + 't {
        let said = self.spans.all(text);
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

    /// 6月1日至10日，历时15天.
    fn length<'t>(
        &'t self,
        passage: &'t Passage<'_>,
    ) -> impl Iterator<Item = (Range<usize>, Diagnostic)> + 't {
        const LASTING: [&str; 5] = ["历时", "为期", "持续", "共", "连续"];
        let said = self.spans.all(passage.text);
        said.filter_map(|said| {
            let number = |group: usize| said.get(group)?.as_str().parse::<i8>().ok();
            let (month, day, last) = (number(1)?, number(2)?, number(4)?);
            let year = passage.owner.period.year();
            let (from, to) =
                (Date::new(year, month, day).ok()?, Date::new(year, number(3).unwrap_or(month), last).ok()?);
            let days = from.until(to).ok()?.get_days() + 1;
            let end = said.get(0)?.end();
            let rest = sentence_from(passage.text, end);
            let number = passage.quantity_in(end..end + rest.len())?;
            let before = &passage.text[end..number.span.start];
            let is_lasting = LASTING.iter().any(|word| before.ends_with(word));
            let said = number.value;
            let is_so = said == days.into() || said == (days - 1).into();
            let span = said_days(passage.text, number)?;
            let told = Diagnostic::new(Code::SentenceContradicts)
                .with("said", &passage.text[span.clone()])
                .with("reason", "difference")
                .with_digits("found", days);
            (is_lasting && !is_so && days > 1).then_some((span, told))
        })
    }

    /// 7月15日（星期五), which is another day of the week.
    fn weekday<'t>(
        &'t self,
        text: &'t str,
        period: Period,
    ) -> impl Iterator<Item = (Range<usize>, Diagnostic)> + 't {
        const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
        let said = self.weekdays.all(text);
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
    let has_digits =
        mention.get(1).is_some_and(|year| year.as_str().starts_with(|c: char| c.is_ascii_digit()));
    let year = year(mention, period);
    match (number(2), number(3), number(4)) {
        (Some(quarter), ..) => {
            Some(Date::new(year.unwrap_or(period.year()), as_i8(quarter * 3), 1).map_err(|_| ()))
        }
        (None, Some(month), day) if has_digits || day.is_some() => {
            let date = Date::new(year.unwrap_or(period.year()), as_i8(month), as_i8(day.unwrap_or(1)));
            // February's last day hangs on the year, which a text need not say.
            Some(date.map_err(|_| ()))
                .filter(|date| date.is_ok() || year.is_some() || (month, day) != (2, Some(29)))
        }
        (None, Some(month), None) if month == 0 || month > 12 => Some(Err(())),
        _ => None,
    }
}

/// The year that a text says, 去年 among them.
fn year(mention: &Captures<'_>, period: Period) -> Option<i16> {
    match mention.get(1)?.as_str().trim_end_matches('年') {
        "去" | "上" => Some(period.year() - 1),
        "今" => Some(period.year()),
        digits => digits.parse().ok(),
    }
}

/// The first day of a month that begins a clause in which something was done: 8月组织了夏季演练.
fn month_alone(passage: &Passage<'_>, mention: &Captures<'_>, clause: &Clause) -> Option<Result<Date, ()>> {
    let span = mention.get(0)?.range();
    let month = mention.get(3)?.as_str().parse().ok()?;
    let behind = &passage.text[span.end..clause.span.end];
    let next = sentence_from(passage.text, clause.span.end).trim_start_matches('，');
    let behind = if behind.is_empty() { next.split('，').next().unwrap_or_default() } else { behind };
    let is_up_to = || ["截至", "截止"].iter().any(|word| passage.text[..span.start].ends_with(word));
    let is_told = is_up_to() && behind.starts_with(['底', '末'])
        || span.start == clause.span.start && behind.contains('了') && !behind.contains(['的', '至', '到']);
    is_told.then(|| Date::new(passage.owner.period.year(), month, 1).map_err(|_| ()))
}

/// 一季度义诊5场: a quarter's figure, which is held against that quarter.
fn is_figures(passage: &Passage<'_>, clause: &Clause, span: &Range<usize>) -> bool {
    let is_quarter = passage.text[span.clone()].ends_with("季度");
    let is_inside = |at: &Range<usize>| clause.span.start <= at.start && at.end <= clause.span.end;
    is_quarter
        && passage.mentions.iter().any(|mention| is_inside(&mention.span))
        && passage
            .quantities
            .iter()
            .any(|quantity| quantity.span.start >= span.end && is_inside(&quantity.span))
}

/// 一季度收到12件，二季度收到15件: the sentence goes on to its own quarter.
fn goes_on_to_now(text: &str, sentence: usize, from: usize, period: Period) -> bool {
    let end = from + text[from..].find(['。', '；', '\n']).unwrap_or(text.len() - from);
    let quarter = (period.end().month() + 2) / 3;
    let own = ['一', '二', '三', '四'].get(usize::try_from(quarter - 1).unwrap_or_default());
    let rest = &text[from..end];
    // What was done on a day is not what another period's figures are.
    if text[..from].ends_with('日') && !rest.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let is_own =
        |own: &char| rest.contains(&format!("{own}季度")) || rest.contains(&format!("{quarter}季度"));
    !text[sentence..end].contains("如下") && (rest.contains("本季度") || own.is_some_and(is_own))
}

/// A day in the period before, or in the same one a year earlier, that nothing compares with.
fn is_of_before(passage: &Passage<'_>, day: Date, span: &Range<usize>, clause: &Clause) -> bool {
    let (text, words, period) = (passage.text, passage.words(clause), passage.owner.period);
    let is_past =
        [period.previous(), period.last_year()].into_iter().flatten().any(|past| past.contains(day));
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let said_so = text[span.clone()].starts_with(['去', '上']);
    let is_meant = said_so
        || BEFORE.iter().any(|word| before.ends_with(word) && !matches!(*word, "在" | "对" | "把" | "将"))
        || AFTER.iter().any(|word| after.starts_with(word))
        || COMPARED.iter().any(|word| words.contains(word));
    // 3月28日登记的一件也已办结 tells of what became of it since.
    let behind = &after[..after.find(['，', '。', '；', '\n']).unwrap_or(after.len())];
    let is_followed_up = || {
        behind.find('的').is_some_and(|at| {
            behind[..at].chars().count() <= 6 && SINCE.iter().any(|word| behind[at..].contains(word))
        })
    };
    // 本季度的联合执法于2024年11月12日启动.
    let is_now = || {
        let own = &text[clause.sentence..span.start];
        let is_told = own.ends_with(['于', '在', '，']) || NOW.iter().any(|word| own.ends_with(word));
        is_told
            && NOW.iter().any(|word| own.contains(word))
            && text[span.clone()].ends_with('日')
            && !behind.contains('的')
            && !["以来", "起", "以后", "前", "底", "至", "情况", "相比"]
                .iter()
                .any(|word| after.starts_with(word))
            && !COMPARED.iter().any(|word| own.contains(word))
    };
    // What is reported of it here is what this report is about.
    let is_reported = || {
        words.contains("如下")
            || clause.sentence == clause.span.start && sentence_from(text, span.end).contains("如下")
    };
    is_past && (!(is_meant || is_followed_up()) || is_reported() || is_now())
}

/// Where a number of days stands.
fn said_days(text: &str, number: &Quantity) -> Option<Range<usize>> {
    let rest = &text[number.span.end..];
    let days = ["天", "日"].iter().find(|days| rest.starts_with(**days))?;
    Some(number.span.start..number.span.end + days.len())
}

/// A year that nobody reports of: 2204年, 20224年.
fn odd_year(text: &str, period: Period) -> Option<Range<usize>> {
    const AHEAD: i64 = 15;
    text.match_indices('年').find_map(|(at, year)| {
        let length = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
        let number = text[at - length..at].parse::<i64>().ok().filter(|_| (4..=5).contains(&length))?;
        let is_odd = number > i64::from(period.year()) + AHEAD && !matches!(number, 2050 | 2060);
        is_odd.then_some(at - length..at + year.len())
    })
}

/// A sentence from a byte of it on.
fn sentence_from(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    &rest[..rest.find(['。', '；', '\n']).unwrap_or(rest.len())]
}

/// A day after the period that is told as past.
fn is_to_come(passage: &Passage<'_>, day: Date, span: &Range<usize>, clause: &Clause) -> bool {
    let period = passage.owner.period;
    if day <= period.end() || passage.is_plan(clause) {
        return false;
    }
    let (before, own) = (&passage.text[..span.start], &passage.text[span.end..clause.span.end]);
    let is_up_to = || {
        let is_since = before.ends_with(['至', '止'])
            && (before.ends_with("截至") || before.ends_with("截止"))
            || own.starts_with("以来");
        is_since
            && !["将", "要", "前", "拟", "须"]
                .iter()
                .any(|word| sentence_from(passage.text, span.end).contains(word))
    };
    let is_meant = BEFORE.iter().any(|word| before.ends_with(word)) || own.starts_with(['前', '底', '起']);
    // 今年第三季度，全镇完成了各项任务 goes on in its next clause.
    let rest = sentence_from(passage.text, span.end);
    let after = if own.is_empty() {
        rest.trim_start_matches('，').split('，').next().unwrap_or_default()
    } else {
        own
    };
    let is_plan = own.is_empty() && ["将", "拟", "计划", "力争"].iter().any(|word| after.contains(word));
    // 成果展已于11月6日落幕.
    let is_done = DONE_ON.iter().any(|word| before.ends_with(word));
    let is_past = || PAST.iter().chain(&WENT).any(|word| after.contains(word));
    is_done || is_up_to() || is_past() && !is_meant && !is_plan
}

/// What words for lengths of time begin with.
pub fn beginnings() -> impl Iterator<Item = &'static str> {
    LENGTHS.iter().flat_map(|(_, words)| words.iter()).filter_map(|word| word.get(..2 * '本'.len_utf8()))
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
            let is_reported =
                || REPORTED.iter().any(|word| passage.words(passage.clause_at(at)).contains(word));
            let is_year_meant = (word.starts_with("全年") || *word == "本年度" && !is_reported())
                && (is_meant || before.ends_with('年'));
            // At the year's end the year is what is reported as well.
            let is_year_over =
                word.contains('年') && !word.contains('半') && passage.owner.period.end().month() == 12;
            let is_from = after.starts_with('起');
            let is_plan = || passage.is_plan(passage.clause_at(at)) && !is_reported();
            if !(is_other || is_year_meant || is_year_over || is_from || is_plan()) {
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
