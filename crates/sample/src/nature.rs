//! What a single report tells of its own fields: nothing differs there, so that a field is one by its nature.
//!
//! Figures with their measure words, rates, days, the unit and the period are; ordinals, articles, numbers of documents and
//! telephones, thresholds, targets and what is quoted are wording.

use crate::form::{HoleKind, Reason};
use crate::measure;
use crate::time::{DayForm, Which};
use crate::token::{Kind, Own, Token, day, value};

/// Where in a report a passage stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// Among what is planned: figures there are targets.
    pub is_plan: bool,
    /// At the report's end: who signs, and the day.
    pub is_end: bool,
    /// The report's title.
    pub is_title: bool,
}

/// What makes a number behind it a threshold, a target or a name.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "第", "不超过", "不低于", "不少于", "不高于", "不得超过", "不得低于", "不得少于", "至少", "最多", "限载",
    "限", "每", "每月", "每周", "每年", "每日", "力争", "达到或超过", "超过或等于", "上限", "下限", "单笔",
    "单价", "满", "未满", "年满", "不足", "定额", "人均面积", "面积不小于",
];
/// What makes a number behind it a name, where no word measures it: 附件3, 电话12345, and 接听电话229个 is none.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "电话", "电话：", "热线", "热线：", "邮编", "邮编：", "编号", "代码", "型号", "国道", "省道", "县道", "GB", "GB/T ",
    "附件", "表", "图", "拨打", "请拨", "致电",
];
/// What makes a number before it one.
#[rustfmt::skip]
const BEHIND: &[&str] = &[
    "以上", "以下", "以内", "以外", "之内", "内", "标准", "红线", "底线", "目标", "及以上", "及以下", "起",
    "为限", "免", "值班", "值守", "工作制", "在线", "畅通", "制度", "机制", "工程", "行动",
];
/// What a number is of that is a name.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "号", "线", "级", "版", "条例", "路", "楼", "室", "层", "款", "章", "类", "型", "时", "点", "世纪",
    "年代", "周年", "届", "期", "条规定",
];
#[rustfmt::skip]
const LATIN_BEFORE: &[&str] = &[
    "rule", "stage", "table", "section", "article", "no", "no.", "para.", "para", "paragraph", "phase", "form",
    "room", "chapter", "level", "act", "code", "annex", "page", "within", "maximum", "minimum", "least", "most",
    "phone", "tel", "than", "class", "type", "schedule", "policy", "figure",
    "above", "below", "exceeding", "exceed", "exceeds", "bylaw", "byelaw", "dial", "call", "order", "notice",
    "circular", "item", "clause", "regulation", "appendix", "part", "band", "grade", "tier", "route", "platform", "lane", "floor", "volume", "version",
    "iso", "en", "bs",
];
/// Words of a sentence in English that says what is to be done.
const RULES: &[&str] = &["must", "shall", "should", "may", "cannot"];
const LATIN_BEHIND: &[&str] =
    &["am", "pm", "a.m", "p.m", "working", "or", "by", "act", "regulations", "rules", "standard"];

/// What a piece of a single report is; none for wording.
pub fn nature(
    text: &str,
    tokens: &[Token],
    at: usize,
    own: &Own,
    setting: Setting,
) -> Option<(HoleKind, Reason)> {
    let token = &tokens[at];
    match &token.kind {
        Kind::Word(_) | Kind::Titles => None,
        Kind::Unit => Some((HoleKind::Unit, Reason::Known)),
        Kind::Period(which, form) => {
            // What is planned for a whole year is a target rather than a period to come.
            let is_target = *which != Which::This && is_quoted(text, token.range.start);
            (!is_target).then_some((HoleKind::Period(*which, *form), Reason::Known))
        }
        Kind::Day(form) => {
            let is_field = is_day(text, token, own, setting) || is_held(text, token, own);
            is_field.then_some((HoleKind::Day(*form), Reason::Nature))
        }
        Kind::Number => {
            if is_held_day(text, token, own) {
                return Some((HoleKind::Day(DayForm::Digits), Reason::Nature));
            }
            let kind = figure(text, token, setting).or_else(|| held_figure(text, token, own))?;
            Some((kind, Reason::Nature))
        }
    }
}

/// Whether a day is the report's own although all reports have the same: its end, or that of the signature.
pub fn is_day_of_report(text: &str, token: &Token, own: &Own, setting: Setting) -> bool {
    let Kind::Day(form) = token.kind else { return false };
    let is_alone = text.trim() == &text[token.range.clone()];
    if is_alone
        && setting.is_end
        && !matches!(form, DayForm::Short | DayForm::ShortHanzi | DayForm::ShortEnglish)
    {
        return true;
    }
    let named = day(&text[token.range.clone()], own);
    let is_end = own.period.is_some_and(|period| named == Some(period.end()));
    let before = &text[..token.range.start];
    is_end && (before.ends_with("截至") || !before.ends_with(['至', '—', '-', '到']))
}

fn is_day(text: &str, token: &Token, own: &Own, setting: Setting) -> bool {
    if is_day_of_report(text, token, own, setting) {
        return true;
    }
    if setting.is_plan || is_quoted(text, token.range.start) {
        return false;
    }
    let (before, behind) = (&text[..token.range.start], &text[token.range.end..]);
    // 12月4日宪法日: a day of the calendar.
    let name: String = behind.chars().take(8).take_while(|c| !"，。、；,;.".contains(*c)).collect();
    let is_calendar = name.find('日').is_some_and(|at| at > 0) && !name.contains(['至', '到']);
    if is_calendar || before.ends_with("每年") || behind.starts_with(['前', '起', '至', '底']) {
        return false;
    }
    let named = day(&text[token.range.clone()], own);
    match (named, own.period) {
        (Some(named), Some(period)) => period.contains(named),
        (Some(_), None) => setting.is_end,
        _ => false,
    }
}

/// Whether a number is part of a name, of a telephone's number or of a range.
fn is_inside(before: &str, digits: &str, behind: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let is_grouped = before.strip_suffix(' ').is_some_and(|rest| rest.ends_with(is_digit))
        || behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(is_digit));
    before.ends_with(|c: char| c.is_ascii_alphanumeric() || "-—–~.〔[#№/".contains(c))
        || behind.starts_with(|c: char| c.is_ascii_alphabetic() || "-—–~〕]#/＝=".contains(c))
            && !is_measured(behind)
        || digits.len() > 1 && digits.starts_with('0') && !digits.contains('.')
        || is_grouped
}

/// Whether letters right behind a number measure it: 201GB, 12km; 5G and 4A are names.
fn is_measured(behind: &str) -> bool {
    let measure = measure::at_start(behind);
    !behind.starts_with(' ') && measure::is_plain(measure) && !matches!(measure, "L" | "h" | "g" | "l")
}

/// Whether a table has a number or a day under a head that the words around it name.
fn is_held(text: &str, token: &Token, own: &Own) -> bool {
    let digits = &text[token.range.clone()];
    let ends = ['，', '。', '；', '：', ',', ';', '.'];
    let before = text[..token.range.start].rsplit(ends).next().unwrap_or_default();
    let behind = text[token.range.end..].split(ends).next().unwrap_or_default();
    let is_same = |given: &str| match token.kind {
        Kind::Day(_) => day(given, own).is_some_and(|one| Some(one) == day(digits, own)),
        _ => value(given).is_some_and(|one| one >= 10.0 && Some(one) == value(digits)),
    };
    let is_named = |head: &str| {
        let head: Vec<char> = head.chars().filter(|c| c.is_alphanumeric()).collect();
        head.windows(2)
            .any(|two| [before, behind].iter().any(|words| words.contains(&two.iter().collect::<String>())))
    };
    !is_quoted(text, token.range.start)
        && own.held.iter().any(|(head, given)| is_same(given.trim()) && is_named(head))
}

/// Whether a number with a point is a day that a table has: 8.8 beside 红榜日期 2024-08-08.
fn is_held_day(text: &str, token: &Token, own: &Own) -> bool {
    let said = &text[token.range.clone()];
    let behind = &text[token.range.end..];
    let named = day(said, own).filter(|_| measure::at_start(behind).is_empty() && !said.contains(','));
    let is_head =
        |head: &str| ["日", "时间", "date", "Date", "day", " on"].iter().any(|word| head.contains(word));
    named.is_some()
        && own.held.iter().any(|(head, given)| {
            is_head(head) && value(given.trim()).is_none() && day(given.trim(), own) == named
        })
}

fn held_figure(text: &str, token: &Token, own: &Own) -> Option<HoleKind> {
    let (before, behind) = (&text[..token.range.start], &text[token.range.end..]);
    if is_inside(before, &text[token.range.clone()], behind) || !is_held(text, token, own) {
        return None;
    }
    Some(if measure::is_rate(measure::at_start(behind)) { HoleKind::Rate } else { HoleKind::Number })
}

fn figure(text: &str, token: &Token, setting: Setting) -> Option<HoleKind> {
    let (before, behind) = (&text[..token.range.start], &text[token.range.end..]);
    let digits = &text[token.range.clone()];
    if is_quoted(text, token.range.start) || is_inside(before, digits, behind) || setting.is_plan {
        return None;
    }
    // 1. In the quarter: a line's own number.
    if before.trim().is_empty() && (behind.starts_with(". ") || behind.starts_with(") ")) {
        return None;
    }
    let sentence = before.rsplit(". ").next().unwrap_or_default().rsplit(';').next().unwrap_or_default();
    let is_rule = sentence.split(' ').any(|word| RULES.contains(&word));
    if is_rule {
        return None;
    }
    let lower = before.trim_end().to_lowercase();
    let currency = measure::at_end(before).to_lowercase();
    let lower = lower.strip_suffix(currency.as_str()).unwrap_or(&lower).trim_end();
    let last = lower.rsplit([' ', '(', ',']).next().unwrap_or_default().trim_end_matches(':');
    if BEFORE.iter().any(|word| before.ends_with(word)) || LATIN_BEFORE.contains(&last) {
        return None;
    }
    let next = behind.trim_start().to_lowercase();
    let next = next.split([' ', ',', ';', ':', ')']).next().unwrap_or_default().trim_end_matches('.');
    if behind.starts_with(' ') && LATIN_BEHIND.contains(&next) {
        return None;
    }
    let measure = measure::at_start(behind);
    // 出栏前3天: when something is to be done.
    if before.ends_with('前') && matches!(measure, "天" | "日" | "小时" | "分钟" | "个月" | "个工作日")
    {
        return None;
    }
    if !measure::is_plain(measure) && NUMBERED.iter().any(|word| before.ends_with(word)) {
        return None;
    }
    let rest = behind[measure_end(behind, measure)..].trim_start_matches(['的', '（', '(']);
    if BEHIND.iter().any(|word| rest.starts_with(word))
        || NAMES.iter().any(|word| behind.starts_with(word)) && !measure::is_plain(measure)
    {
        return None;
    }
    // The year of a law, a goal or a plan.
    let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if is_year && (behind.starts_with('年') || measure.is_empty()) {
        return None;
    }
    if measure::is_rate(measure) {
        return Some(HoleKind::Rate);
    }
    if measure::is_plain(measure) {
        // 24小时, 5个工作日: how long something takes that is always so.
        let is_span = matches!(measure, "小时" | "分钟")
            && rest.starts_with(['不', '值', '服', '全', '内', '在', '畅', '响', '专']);
        let is_days = measure == "个" && behind.starts_with("个工作日");
        return (!is_span && !is_days).then_some(HoleKind::Number);
    }
    let is_latin = before.chars().all(|c| c.is_ascii() || !c.is_alphabetic())
        && behind.chars().all(|c| c.is_ascii() || !c.is_alphabetic());
    let is_word = is_latin && behind.starts_with([' ', '.', ',', ';']);
    let is_known = measure::is_measure(measure)
        && matches!(measure, "天" | "日" | "期" | "级" | "村" | "镇" | "度" | "点" | "段" | "口" | "面");
    ((is_latin && is_word && text.chars().any(|c| c.is_ascii_alphabetic())) || is_known && measure == "天")
        .then_some(HoleKind::Number)
}

fn measure_end(behind: &str, measure: &str) -> usize {
    if measure.is_empty() { 0 } else { behind.find(measure).map_or(0, |at| at + measure.len()) }
}

/// Whether a place stands within quotes or a title.
pub fn is_quoted(text: &str, at: usize) -> bool {
    let before = &text[..at];
    [('“', '”'), ('《', '》'), ('〔', '〕'), ('‘', '’'), ('「', '」')].iter().any(|(open, close)| {
        let opened = before.rfind(*open);
        let closed = before.rfind(*close);
        opened.is_some_and(|opened| closed.is_none_or(|closed| closed < opened))
            && text[at..].contains(*close)
    })
}

/// Whether a heading begins what is planned.
pub fn is_plan(heading: &str) -> bool {
    const WORDS: &[&str] = &["下一步", "下步", "打算", "计划", "思路", "安排", "Next", "Plans", "plan"];
    WORDS.iter().any(|word| heading.contains(word)) && heading.chars().count() < 24
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn fields(text: &str, setting: Setting) -> Vec<String> {
        let own = Own { unit: Some("云溪镇".to_owned()), period: "2023Q2".parse().ok(), ..Own::default() };
        let all = tokens(text, &own);
        let found = (0..all.len()).filter(|at| nature(text, &all, *at, &own, setting).is_some());
        found.map(|at| text[all[at].range.clone()].to_owned()).collect()
    }

    #[test]
    fn figures_are_fields_and_names_are_none() {
        let none = Setting::default();
        for (text, expected) in [
            ("截至6月30日，全镇监测对象137户575人，支付率57.6%。", vec!["6月30日", "137", "575", "57.6"]),
            ("依据〔2021〕19号文件第十七条，5万元以下免担保，24小时值守，电话0000-8800001。", vec![]),
            ("C、D级危房37户，首批5月8日开工，12月底前竣工，人均18平方米标准。", vec!["37", "5月8日"]),
            ("第35个月，力争2025年通过；压减不低于5%；单笔20万元以下；“2035年”目标。", vec![]),
            (
                "It had 18,845 visits under Rule 12 of 2019, 9 am to 6 pm; 17.3% were new.",
                vec!["18,845", "17.3"],
            ),
        ] {
            assert_eq!(fields(text, none), expected, "{text}");
        }
        assert!(fields("完成整改30处。", Setting { is_plan: true, ..none }).is_empty());
    }
}
