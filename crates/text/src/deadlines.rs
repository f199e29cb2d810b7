//! What is planned for a time that is over: 力争在8月底前换完 in the third quarter's report.

use std::ops::Range;

use huibian_contract::Period;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;
use huibian_prose::Found;
use jiff::ToSpan;
use jiff::civil::Date;
use regex::Captures;

use crate::pattern::Pattern;
use huibian_passage::Passage;

/// Words of what is still to be done, and how near before its time they stand, in characters.
const INTENT: [&str; 13] =
    ["力争", "争取", "计划", "拟", "打算", "预计", "确保", "务必", "准备", "将", "力求", "保证", "有望"];
const NEAR: usize = 4;
/// Words right before a time that is told of what is dealt with: 把6月底前的欠账补齐.
const ASIDE: [&str; 6] = ["把", "对", "将", "的", "就", "从"];
/// Words of what was done, or was to be done once.
#[rustfmt::skip]
const OVER: [&str; 22] = [
    "已", "了", "原", "延期", "推迟", "未能", "曾", "当时", "过", "年初", "如期", "完成的", "去年", "上年", "按照", "根据", "明年", "来年",
    "次年", "因", "要求", "虽",
];
/// How many months after the period's end a month without a year may be the next year's.
const AHEAD: i32 = 8;

/// Looks for deadlines.
#[derive(Debug)]
pub struct Deadlines(Pattern);

impl Default for Deadlines {
    fn default() -> Self {
        let deadline = "(?:(?P<year>[0-9]{4})年|(?P<own>[今本]年))?\
             (?:(?P<month>[0-9]{1,2})月份?(?:(?P<day>[0-9]{1,2})日|[上中下]旬|底|末|初)?|第?(?P<quarter>[一二三四1-4])季度|(?P<half>上半年)|(?P<end>年?[底末]))\
             (?:之)?(?P<before>以?前|底前|末前)?";
        Self(Pattern::of(deadline))
    }
}

impl Deadlines {
    /// Plans for what is over.
    pub fn check(&self, passage: &Passage<'_>, found: &mut Found) {
        if passage.signs.lacks(Signs::TIME) && passage.signs.lacks(Signs::YEAR) {
            return;
        }
        let text = passage.text;
        let may_be_a_month = || text.contains('月') && text.bytes().any(|byte| byte.is_ascii_digit());
        let may_be_a_year = || text.contains("年底") || text.contains("年末");
        if !(may_be_a_month() || text.contains('季') || text.contains("上半年") || may_be_a_year()) {
            return;
        }
        for said in self.0.all(passage.text) {
            let Some(span) = said.get(0).map(|whole| whole.range()) else { continue };
            let is_told = found.iter().any(|(known, _)| known.start < span.end && span.start < known.end);
            if !is_told
                && (is_planned(passage, &span, said.name("before").is_some())
                    && last_day(&said, passage.owner.period)
                        .is_some_and(|day| is_over(day, passage.owner.period, has_year(&said)))
                    || is_of_own_quarter(passage, &said, &span))
            {
                let over = Diagnostic::new(Code::PlanOverdue).with("said", &passage.text[span.clone()]);
                found.push((span, over.with("period", passage.owner.period)));
            }
        }
    }
}

/// Whether a clause plans something for a time, which stands there.
fn is_planned(passage: &Passage<'_>, span: &Range<usize>, is_deadline: bool) -> bool {
    let clause = passage.clause_at(span.start);
    let words = &passage.text[clause.sentence..clause.span.end];
    if OVER.iter().any(|word| words.contains(word)) {
        return false;
    }
    let before = &passage.text[clause.span.start..span.start];
    // 拟从8月中旬起, but no 4月开工的项目.
    let behind = &passage.text[span.end..];
    let is_begun = behind.starts_with('起') && !behind.starts_with("起的") || behind.starts_with("开始");
    let before = before.strip_suffix(['从', '自']).filter(|_| is_begun).unwrap_or(before);
    if ASIDE.iter().any(|word| before.ends_with(word)) {
        return false;
    }
    let is_near =
        |word: &str| before.rfind(word).is_some_and(|at| before[at + word.len()..].chars().count() <= NEAR);
    let is_timed = before.ends_with(['在', '于']) || INTENT.iter().any(|word| before.ends_with(word));
    let leads = matches!(before, "" | "在" | "于" | "到");
    let is_own = || passage.is_plan_field() && !passage.text[span.end..clause.span.end].contains('的');
    INTENT.iter().any(|word| is_near(word)) && (is_deadline || is_timed || is_begun)
        || (is_deadline || is_begun) && leads && is_own()
}

/// 三季度拟新设一处, planned in the third quarter's report.
fn is_of_own_quarter(passage: &Passage<'_>, said: &Captures<'_>, span: &Range<usize>) -> bool {
    const TO_DO: [&str; 12] =
        ["拟", "将", "要", "计划", "准备", "打算", "力争", "争取", "重点抓", "着力", "预计", "继续"];
    const NO_PLAN: [&str; 6] = ["拟定", "拟订", "计划的", "计划中", "计划内", "要求"];
    let clause = passage.clause_at(span.start);
    let end = passage.sentence_end(clause);
    let (before, sentence) =
        (&passage.text[clause.span.start..span.start], &passage.text[clause.sentence..end]);
    let after = passage.text[span.end..end].trim_start_matches('，');
    let after =
        ["我镇", "我乡", "全镇", "全乡"].iter().find_map(|own| after.strip_prefix(own)).unwrap_or(after);
    let begins = |words: &[&str]| words.iter().any(|word| after.starts_with(word));
    let is_own = |day: Date| day <= passage.owner.period.end();
    said.name("quarter").is_some()
        && passage.is_plan_field()
        && matches!(before, "" | "在" | "今年")
        && begins(&TO_DO)
        && !begins(&NO_PLAN)
        && !OVER.iter().chain(&["未", "没"]).any(|word| sentence.contains(word))
        && last_day(said, passage.owner.period).is_some_and(is_own)
        && passage.owner.period.end().month() != 12
}

fn has_year(said: &Captures<'_>) -> bool {
    said.name("year").or(said.name("own")).is_some()
}

/// The last day of what a text names.
fn last_day(said: &Captures<'_>, period: Period) -> Option<Date> {
    let number = |part: &str| said.name(part)?.as_str().parse::<i8>().ok();
    let year = said.name("year").and_then(|year| year.as_str().parse().ok()).unwrap_or(period.end().year());
    let quarter = said.name("quarter").map(|quarter| match quarter.as_str() {
        "一" | "1" => 3,
        "二" | "2" => 6,
        "三" | "3" => 9,
        _ => 12,
    });
    // 年底 without its year is of whatever year.
    let year_end = said.name("end").filter(|_| has_year(said)).map(|_| 12);
    let month = number("month").or(quarter).or(said.name("half").map(|_| 6)).or(year_end)?;
    let first = Date::new(year, month, 1).ok()?;
    match number("day") {
        Some(day) => Date::new(year, month, day).ok(),
        None => Some(first.last_of_month()),
    }
}

/// Whether a day lies before the period's last month, in which its report may be written; without a year it may be the next
/// year's.
fn is_over(day: Date, period: Period, has_year: bool) -> bool {
    let end = period.end();
    let next = || day.checked_add(1.year()).ok().zip(end.checked_add(AHEAD.months()).ok());
    // A report of the year's end plans for the next one, but hardly as far ahead as for the months that it is about.
    let is_last = end.month() == 12 && (day < period.start() || period.start().month() == 1);
    day < end.first_of_month() && (has_year || !is_last && next().is_some_and(|(next, latest)| next > latest))
}
