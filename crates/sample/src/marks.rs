//! A form to fill in: marks where something goes, and what the words around them say that it is.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::blocks;
use crate::form::{Body, Form, FormBlock, FormRow, Hole, HoleKind, Piece, Reason, push_words};
use crate::measure;
use crate::nature::Setting;
use crate::paper::{Block, Paper, Passage};
use crate::time::{DayForm, PeriodForm, Which};

struct Patterns {
    times: Regex,
    plain: Regex,
    within: Regex,
    bracketed: Regex,
    blanks: Regex,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "written here")]
    let compiled = |pattern: &str| Regex::new(pattern).expect("a pattern compiles");
    let two = r"(?:[Xx]{1,2}|_{2,}|\*{1,2}|#{1,2}|N{1,2}|…+|＿+|△+)";
    let year = format!(r"(?:20{two}|[XxYy]{{4}}|_{{4,}}|…+|＿+)");
    Patterns {
        // XX/XX/20XX, DD/MM/YYYY; Q* 20**, ** quarter of 20**.
        times: compiled(&format!(
            r"(?:{two}|DD|dd)[-/.](?:{two}|MM|mm)[-/.]{year}|{year}[-/.](?:{two}|MM|mm)[-/.](?:{two}|DD|dd)|[QH]{two}[ -]?{year}|{year}[ -]?[QH]{two}|{two} (?:quarter|half)(?: of)? {year}|20{two}"
        )),
        plain: compiled(
            r"_{2,}|＿+|\*+|×+|X+|N+|x+|ｘ+|Ｘ+|○+|〇+|◯+|■+|□+|△+|▲+|▽+|◇+|◆+|●+|☆+|★+|…+|\.{4,}|．{3,}|·{4,}|—{3,}|-{4,}|~{3,}|～{3,}|▁+|﹍+|ˍ+|¯{2,}|＊+|＃{2,}|#{2,}|\?{2,}|？{2,}|待填写?|待补充|待定|TBD|TBC",
        ),
        within: compiled(
            r"\[[a-zA-Z#][a-zA-Z .#/'-]{0,30}\]|<[a-zA-Z#][a-zA-Z .#/'-]{0,30}>|«[a-zA-Z#][a-zA-Z .#/'-]{0,30}»|\{[a-zA-Z#][a-zA-Z .#/'-]{0,30}\}",
        ),
        bracketed: compiled(
            r"（([^（）]{0,60})）|\(([^()]{0,60})\)|【([^【】]{0,60})】|\[([^\[\]]{0,60})\]|<([^<>]{1,60})>|〔([^〔〕]{0,20})〕|［([^［］]{0,60})］|｛([^｛｝]{0,60})｝|〖([^〖〗]{0,60})〗|〈([^〈〉]{0,30})〉|＜([^＜＞]{0,30})＞|\{([^{}]{0,60})\}",
        ),
        blanks: compiled(r"[ \u{3000}]{2,}"),
    }
});

/// What in brackets asks to be filled in.
#[rustfmt::skip]
const ASKS: &[&str] = &[
    "待填", "填写", "填报", "此处", "请填", "待补", "单位名称", "名称", "年度", "日期", "报告期", "季度",
    "数字", "数量", "时间", "填入", "具体", "简要", "简述", "概述", "字以内", "字左右", "写明", "可另附", "附页", "写清", "列明", "列出", "注明", "描述", "说明情况", "逐条", "分条", "不超过", "比例", "金额", "人数", "文字", "insert", "fill in", "enter", "name of", "to be", "here", "date",
    "period", "unit name", "number", "year", "quarter",
];
/// What a place of an office ends with.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "检验室", "化验室", "实验室", "检测室", "办公室", "教研室", "车站", "驿站", "泵站", "电站", "服务站", "管理站", "工作站", "收费站", "加油站",
    "检查站", "救助站", "水文站", "气象站", "兽医站", "派出所", "司法所", "卫生所", "管理所", "财政所", "供电所", "税务所", "交警队",
    "冰场", "雪场", "牧场", "渔场", "市场", "广场", "商场", "工场", "机场", "马场", "球场", "货场", "剧场", "养殖场", "停车场", "水库", "水厂", "电厂",
    "粮库", "仓库", "图书馆", "博物馆", "文化馆", "体育馆", "档案馆", "陵园", "公园", "养老院", "敬老院", "福利院", "幼教园", "法庭", "法院",
    "检察院", "港口", "码头", "口岸", "渡口", "隧道", "路段", "工区", "园区", "校区", "厂区", "库区", "小区", "网格", "食堂", "门店", "分店", "超市",
    "药店", "酒店", "宾馆", "支行", "分行", "银行", "合作社", "协会", "商会", "学会", "居委会", "村委会", "委员", "嘎查", "苏木", "牧区", "灌区",
    "街道", "社区", "中学", "小学", "学校", "幼儿园", "卫生院", "医院", "林场", "农场", "网点", "景区", "片区", "中队", "大队",
    "支队", "分局", "分公司", "项目部", "管理处", "镇", "乡", "县", "区", "市", "局", "村", "中心", "公司", "委员会",
    "支部", "科", "办", "所", "站", "单位", "馆", "厂", "院", "园", "队", "班", "处", "组",
    "室", "场", "店", "港", "矿", "庙", "寺", "旗", "州", "社", "会", "部", "行", "楼",
];
/// Places that are counted as often as they are named.
const COUNTED: &[&str] =
    &["村", "社区", "单位", "所", "站", "科", "办", "馆", "厂", "院", "园", "队", "班", "处", "组"];
const NUMBERED: &[&str] = &["馆", "厂", "院", "园", "队", "班", "处", "组"];
/// Labels behind which somebody signs by hand.
#[rustfmt::skip]
const SIGNED: &[&str] = &[
    "人", "签字", "签字）", "签名", "签名）", "签章", "签章）", "盖章", "盖章）", "领导", "审核", "负责", "校长", "院长", "所长", "站长",
    "局长", "主任", "书记", "经办", "会计", "复核", "审批", "校对", "核对", "填表", "制表", "登记", "受理", "签收", "验收", "监督", "联系", "分管", "主管",
    "检查", "记录", "统计", "录入", "审定", "签发", "部长", "处长", "科长", "馆长", "经理", "厂长", "园长", "队长", "组长", "prepared", "checked", "approved", "secretary", "signature", "signed", "signed by", "officer", "manager", "by",
];
#[rustfmt::skip]
const UNIT_LABELS: &[&str] = &[
    "单位", "名称", "学校", "部门", "乡镇", "街道", "（单位）", "村", "站", "所", "unit", "school",
    "department", "branch", "site", "office", "name", "by", "of", "service", "centre", "team", "ward", "district", "council", "station",
    "library", "town", "village", "county", "division", "area", "region", "depot", "pool", "market", "park", "clinic", "hospital", "企业", "公司",
    "社区", "机构", "场所", "馆", "中心", "局", "科室",
];
#[rustfmt::skip]
const PERIOD_LABELS: &[&str] = &[
    "报告期", "期间", "季度", "年度", "学期", "周次", "所属期", "填报期", "统计时段", "统计期", "月份", "时段", "period", "quarter", "year", "month", "return",
    "for",
];
const DAY_LABELS: &[&str] =
    &["日期", "时间", "基准日", "截至", "截止", "日", "date", "signed on", "signed", "on", "dated"];

/// A mark, and what it is for if it tells by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mark {
    range: Range<usize>,
    kind: Option<HoleKind>,
}

/// How many marks a passage has.
pub fn count(passage: &Passage) -> usize {
    marks(passage).len()
}

/// The pieces of a passage of a form.
pub fn pieces(passage: &Passage, setting: Setting) -> Vec<Piece> {
    let text = passage.text.as_str();
    let mut pieces = Vec::new();
    let mut at = 0;
    let marks = compound(text, &marks(passage));
    for (number, mark) in marks.iter().enumerate() {
        push_words(&mut pieces, &text[at..mark.range.start]);
        at = mark.range.end;
        let behind = &text[at..];
        let measure = measure::around(&text[..mark.range.start], behind);
        let kind = mark.kind.clone().unwrap_or_else(|| {
            let is_last = number + 1 == marks.len();
            kind(text, &mark.range, measure, setting, is_last)
        });
        let mut hole = Hole::new(kind, vec![Some(text[mark.range.clone()].to_owned())], Reason::Marked);
        if matches!(hole.kind, HoleKind::Number | HoleKind::Rate) {
            measure.clone_into(&mut hole.measure);
        }
        pieces.push(Piece::Hole(hole));
    }
    push_words(&mut pieces, &text[at..]);
    pieces
}

/// Where something is to be filled in.
fn marks(passage: &Passage) -> Vec<Mark> {
    let text = passage.text.as_str();
    let mut marks: Vec<Mark> = Vec::new();
    let mut take = |range: Range<usize>, kind: Option<HoleKind>| {
        let is_new = marks.iter().all(|mark| mark.range.end <= range.start || range.end <= mark.range.start);
        if is_new && !range.is_empty() {
            marks.push(Mark { range, kind });
        }
    };
    passage.underlined.iter().for_each(|range| take(range.clone(), None));
    for found in PATTERNS.times.find_iter(text) {
        let (before, behind) = (&text[..found.start()], &text[found.end()..]);
        let is_apart = !before.ends_with(|c: char| c.is_ascii_alphanumeric())
            && !behind.trim_start().starts_with(['年', '月', '-', '/', '.', '—'])
            && !behind.starts_with(|c: char| c.is_ascii_alphanumeric());
        let is_day = found.as_str().contains(['/', '.']) || found.as_str().matches('-').count() > 1;
        let kind = if is_day {
            HoleKind::Day(DayForm::Full)
        } else {
            HoleKind::Period(Which::This, PeriodForm::Full)
        };
        if is_apart {
            take(found.range(), Some(kind));
        }
    }
    for found in PATTERNS.within.find_iter(text) {
        if let Some(kind) = named(&text[found.range()]) {
            take(found.range(), kind);
        }
    }
    for found in PATTERNS.bracketed.captures_iter(text) {
        let inner = found.iter().skip(1).flatten().next().map_or("", |inner| inner.as_str());
        let range = found.get_match().range();
        if let Some(kind) = bracketed(text, &range, inner) {
            take(range, kind);
        }
    }
    for found in PATTERNS.plain.find_iter(text) {
        if is_mark(text, found.range()) {
            take(found.range(), None);
        }
    }
    for found in PATTERNS.blanks.find_iter(text) {
        let (before, behind) = (&text[..found.start()], &text[found.end()..]);
        let is_label = ["日期", "年龄", "年份"].iter().any(|word| behind.starts_with(word));
        let is_asked = behind.starts_with(['年', '月', '日', '%', '％']) && !is_label
            || behind.starts_with("季度")
            || !measure::at_start(behind).is_empty() && !is_label;
        let label = before.trim_end_matches(['：', ':']).trim_end().to_lowercase();
        let is_signed = SIGNED.iter().any(|word| label.ends_with(word));
        let is_labelled = before.ends_with(['：', ':']) && found.len() > 2 && !is_signed;
        if is_asked && (!before.is_empty() || behind.contains('月')) || is_labelled {
            take(found.range(), None);
        }
    }
    marks.sort_by_key(|mark| mark.range.start);
    marks
}

/// Whether signs that may be a mark are none of a word or a formula.
fn is_mark(text: &str, range: Range<usize>) -> bool {
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let found = &text[range];
    let is_single = found.chars().count() == 1;
    if found.starts_with(LOOSE) || is_single && found.starts_with(BULLETS) {
        return is_asked(before, behind);
    }
    if found.starts_with(['○', '〇', '◯', '□']) {
        // 二〇二四年 is a year, ○季度 a mark.
        let is_numeral = |c: char| "一二三四五六七八九零".contains(c);
        let is_asked = ['年', '月', '日'].iter().any(|sign| behind.starts_with(*sign))
            || behind.starts_with("季度")
            || behind.starts_with("半年")
            || !measure::at_start(behind).is_empty();
        return !before.ends_with(is_numeral) && !behind.starts_with(is_numeral) && (!is_single || is_asked);
    }
    if !found.starts_with(['X', 'x', 'ｘ', 'Ｘ', '×', '*', '#', 'N']) {
        return true;
    }
    let is_word = |c: char| c.is_ascii_alphabetic();
    if found.starts_with(['X', 'x', 'ｘ', 'Ｘ', 'N']) {
        // xx20xx年: the century of what follows.
        let is_century = ["20", "19"].iter().any(|century| {
            behind.strip_prefix(century).is_some_and(|rest| rest.starts_with(['X', 'x', 'ｘ', 'Ｘ', 'N']))
        });
        let is_inside = before.ends_with(is_word)
            || behind.starts_with(|c: char| c.is_ascii_alphanumeric()) && !is_century;
        // 北纬N度 and N/A are none: a number is measured.
        let is_number = !found.starts_with('N') || !measure::at_start(behind).is_empty();
        let is_small = is_single && found.starts_with(['x', 'ｘ', 'Ｘ']);
        let is_asked = behind.starts_with(|c: char| c > '\u{2E80}') || is_century;
        return !is_inside && is_number && (!is_small || is_asked);
    }
    // 3×4 is a product.
    let is_product = before.trim_end().ends_with(|c: char| c.is_ascii_digit())
        && behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
    let is_heading = found.starts_with('#') && before.trim().is_empty();
    !is_product && !is_heading
}

/// Signs that as often stand for what is left out or for a pause: they are marks where something is asked for.
const LOOSE: &[char] = &['…', '—', '-', '~', '～', '·', '.', '．', '△', '▽', '¯'];
/// Signs that begin an item where they stand alone.
const BULLETS: &[char] = &['■', '▲', '◇', '◆', '●', '☆', '★', '＊'];

/// Whether words around signs ask for something: a measure word or a part of a day behind them, a label before them, a name's end.
fn is_asked(before: &str, behind: &str) -> bool {
    let rest = behind.trim_start();
    let is_labelled = before.trim_end().ends_with(['：', ':']);
    let is_part =
        ["年", "月", "日", "季度", "半年", "周", "学期", "/", "-"].iter().any(|word| rest.starts_with(word));
    let is_placed = !place(rest).is_empty();
    let is_measured = !measure::around(before, behind).is_empty();
    let is_behind_part = before.trim_end().ends_with(['年', '月', '第', '/']) || before.ends_with("20");
    is_labelled || is_part || is_placed || is_measured || is_behind_part || rest.starts_with(['%', '％'])
}

/// What a word or two in square or pointed brackets ask for: none where it is no more than a remark.
#[expect(clippy::option_option, reason = "whether it asks, and what it says of it")]
fn named(text: &str) -> Option<Option<HoleKind>> {
    let said = text.trim_matches(['[', ']', '<', '>', '«', '»', '{', '}']).trim().to_lowercase();
    if matches!(said.as_str(), "sic" | "sic!") || said.split(' ').count() > 3 {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|word| said.split(' ').any(|own| own == *word));
    Some(if has(&["unit", "office", "department", "school", "branch", "site", "district", "town", "team"]) {
        Some(HoleKind::Unit)
    } else if has(&["period", "quarter", "year", "month"]) {
        Some(HoleKind::Period(Which::This, PeriodForm::Full))
    } else if has(&["date", "day"]) {
        Some(HoleKind::Day(DayForm::Full))
    } else {
        None
    })
}

/// What brackets ask for: none where they ask for nothing, and then whether they tell what.
#[expect(clippy::option_option, reason = "whether it asks, and what it says of it")]
fn bracketed(text: &str, range: &Range<usize>, inner: &str) -> Option<Option<HoleKind>> {
    let said = inner.trim().to_lowercase();
    let marked = |c: char| "_＿*×X○〇■.…△□·－ \u{3000}".contains(c);
    if said.is_empty() || said.chars().all(marked) {
        return Some(None);
    }
    let is_label = text[range.end..].starts_with(['：', ':']);
    let asks = ASKS.iter().any(|word| said.contains(word)) && said.chars().count() <= 30;
    let is_length = said.contains('字') || said.contains("word");
    if !asks || is_label || said.chars().any(|c| c.is_ascii_digit()) && !is_length {
        return None;
    }
    let is_square = text[range.clone()].starts_with(['【', '[', '<', '［', '｛', '〖', '＜', '{']);
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    let kind = if has(&["单位", "unit", "office", "department", "学校", "乡镇"]) && !has(&["填写单位负责"])
    {
        Some(HoleKind::Unit)
    } else if has(&["报告期", "年度", "季度", "期间", "月份", "period", "quarter", "year"]) {
        Some(HoleKind::Period(Which::This, PeriodForm::Full))
    } else if has(&["日期", "年月日", "date"]) {
        Some(HoleKind::Day(DayForm::Full))
    } else {
        None
    };
    let is_plain = kind.is_some()
        || is_square
        || has(&[
            "待填",
            "填写",
            "此处",
            "请填",
            "待补",
            "数",
            "填入",
            "简要",
            "简述",
            "概述",
            "字以内",
            "字左右",
            "写明",
            "可另附",
            "附页",
            "写清",
            "列明",
            "列出",
            "逐条",
            "分条",
            "fill",
            "insert",
            "enter",
            "here",
        ]);
    is_plain.then_some(kind)
}

/// Marks that make one field together: a day, a period, a place.
fn compound(text: &str, marks: &[Mark]) -> Vec<Mark> {
    let mut joined: Vec<Mark> = Vec::new();
    let mut at = 0;
    while let Some(first) = marks.get(at) {
        let gap = |from: usize| {
            let (left, right) = (marks.get(from)?, marks.get(from + 1)?);
            Some(text[left.range.end..right.range.start].trim())
        };
        let ends = |number: usize, word: &str| {
            let end = marks.get(number)?.range.end;
            let behind = &text[end..];
            let blank = behind.len() - behind.trim_start().len();
            behind.trim_start().starts_with(word).then_some(end + blank + word.len())
        };
        // 20XX: the century is the mark's.
        let start =
            ["20", "19", "二〇", "二○"].iter().find(|century| text[..first.range.start].ends_with(**century));
        let start = first.range.start - start.map_or(0, |century| century.len());
        let slashed = || {
            let is_day =
                ["/", "-", ".", "．"].iter().any(|sign| gap(at) == Some(sign) && gap(at + 1) == Some(sign));
            Some((3, marks.get(at + 2)?.range.end, HoleKind::Day(DayForm::Full))).filter(|_| is_day)
        };
        let full_day = || {
            let is_day = gap(at) == Some("年") && gap(at + 1) == Some("月");
            Some((3, ends(at + 2, "日").filter(|_| is_day)?, HoleKind::Day(DayForm::Full)))
        };
        let short_day = || {
            Some((2, ends(at + 1, "日").filter(|_| gap(at) == Some("月"))?, HoleKind::Day(DayForm::Short)))
        };
        let this = || HoleKind::Period(Which::This, PeriodForm::Full);
        let quarter = || {
            let is_part = matches!(gap(at), Some("年第" | "年" | "年度第" | "年度" | "学年第" | "—" | "-"));
            let end = ["季度", "月份", "月", "周", "学期"].iter().find_map(|word| ends(at + 1, word));
            Some((2, end.filter(|_| is_part)?, this()))
        };
        let months = || {
            let is_span = gap(at) == Some("年")
                && gap(at + 1).is_some_and(|gap| {
                    matches!(
                        gap.trim_start_matches('月').trim(),
                        "—" | "－" | "-" | "–" | "~" | "～" | "至" | "到"
                    )
                });
            Some((3, ends(at + 2, "月份").or_else(|| ends(at + 2, "月")).filter(|_| is_span)?, this()))
        };
        let half = || {
            let is_part = gap(at) == Some("年");
            let marked = || Some((2, ends(at + 1, "半年").filter(|_| is_part)?, this()));
            let written = || Some((1, ends(at, "年上半年").or_else(|| ends(at, "年下半年"))?, this()));
            marked().or_else(written)
        };
        let year = || Some((1, ends(at, "年度").or_else(|| ends(at, "年"))?, this()));
        let alone = || {
            let is_part = text[..start].ends_with('第');
            let end = ["季度", "周", "学期"].iter().find_map(|word| ends(at, word));
            Some((
                1,
                end.filter(|_| is_part || text[..start].is_empty())?,
                HoleKind::Period(Which::This, PeriodForm::Short),
            ))
        };
        let found = if first.kind.is_some() {
            None
        } else {
            full_day()
                .or_else(slashed)
                .or_else(months)
                .or_else(quarter)
                .or_else(short_day)
                .or_else(half)
                .or_else(year)
                .or_else(alone)
        };
        let Some((count, end, kind)) = found else {
            joined.push(first.clone());
            at += 1;
            continue;
        };
        let is_short = matches!(kind, HoleKind::Period(_, PeriodForm::Short));
        let ordinal = if is_short && text[..start].ends_with('第') { '第'.len_utf8() } else { 0 };
        joined.push(Mark { range: start - ordinal..end, kind: Some(kind) });
        at += count;
    }
    spans(text, joined).into_iter().map(|mark| with_place(text, mark)).collect()
}

/// 20××年×月×日至×月×日: a period that is told by its first and its last day.
fn spans(text: &str, marks: Vec<Mark>) -> Vec<Mark> {
    let mut whole: Vec<Mark> = Vec::new();
    for mark in marks {
        let is_day = |mark: &Mark| matches!(mark.kind, Some(HoleKind::Day(_)));
        if let Some(first) = whole.last_mut()
            && is_day(first)
            && is_day(&mark)
            && matches!(
                text[first.range.end..mark.range.start].trim(),
                "至" | "到" | "—" | "－" | "-" | "–" | "~" | "～"
            )
        {
            first.range.end = mark.range.end;
            first.kind = Some(HoleKind::Period(Which::This, PeriodForm::Full));
            continue;
        }
        whole.push(mark);
    }
    whole
}

/// *镇: the mark and what the place is make its name.
fn with_place(text: &str, mark: Mark) -> Mark {
    if mark.kind.is_some() {
        return mark;
    }
    let (before, behind) = (&text[..mark.range.start], &text[mark.range.end..]);
    // 单位：○○文化站: the whole word behind the mark.
    let run = behind.find(|c: char| !('\u{4E00}'..='\u{9FFF}').contains(&c)).unwrap_or(behind.len());
    let is_name = (2..=6).contains(&behind[..run].chars().count())
        && PLACES.iter().any(|place| behind[..run].ends_with(place));
    if before.ends_with(['：', ':']) && is_name {
        return Mark { range: mark.range.start..mark.range.end + run, kind: Some(HoleKind::Unit) };
    }
    // 《……社区20××年》: the word between the mark and the period behind it.
    let is_title =
        before.trim().is_empty() && behind[run..].trim_start().starts_with(|c: char| !c.is_alphabetic());
    if is_title && is_name && behind.len() > run {
        return Mark { range: mark.range.start..mark.range.end + run, kind: Some(HoleKind::Unit) };
    }
    let known = PLACES.iter().filter(|place| behind.starts_with(**place) && !is_single_place(place));
    let known = known.max_by_key(|place| place.len()).copied().unwrap_or_default();
    let place = if before.trim().is_empty() { place(behind) } else { known };
    if place.is_empty() {
        return mark;
    }
    let rest = &behind[place.len()..];
    let is_clause_start = before.trim().is_empty() || before.ends_with(['。', '，', '：', '；', '将', '由']);
    // 覆盖**村: a figure; **村2023年: a name.
    let is_start = before.trim().is_empty() || before.ends_with('：');
    let is_counted = COUNTED.contains(&place)
        && (rest.is_empty()
            || rest.starts_with(['，', '、', '。', '；'])
            || !is_start && NUMBERED.contains(&place))
        && !before.ends_with('：');
    if !is_clause_start || is_counted && !before.trim().is_empty() {
        return mark;
    }
    Mark { range: mark.range.start..mark.range.end + place.len(), kind: Some(HoleKind::Unit) }
}

/// The place that a text begins with, as 供水站 in 供水站抄表; nothing where there is none.
fn place(text: &str) -> &str {
    let known = PLACES.iter().filter(|place| text.starts_with(**place) && !is_single_place(place));
    let known = known.max_by_key(|place| place.len()).map_or(0, |place| place.len());
    let is_hanzi = |c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c);
    let start: Vec<(usize, char)> = text.char_indices().take_while(|(_, c)| is_hanzi(*c)).take(5).collect();
    let ends = start.iter().skip(1).find(|(_, c)| "站所局镇乡村室院馆园场库厂队校店港矿旗".contains(*c));
    let ended = ends.map_or(0, |(at, last)| at + last.len_utf8());
    &text[..if known > 0 { known } else { ended }]
}

/// Whether a word is a place only where it ends a name: 会 begins 会议, and 部 begins 部门.
fn is_single_place(word: &str) -> bool {
    ["室", "场", "店", "港", "矿", "庙", "寺", "旗", "州", "社", "会", "部", "行", "楼"].contains(&word)
}

/// What a mark is for, by the words around it.
fn kind(text: &str, range: &Range<usize>, measure: &str, setting: Setting, is_last: bool) -> HoleKind {
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    if measure::is_rate(measure) || behind.trim_start().starts_with(['%', '％']) {
        return HoleKind::Rate;
    }
    let clause = before.rsplit(['，', '。', '；', ';', '\n']).next().unwrap_or_default();
    let is_labelled = before.trim_end().ends_with(['：', ':']);
    let label = clause.trim_end().trim_end_matches(['：', ':']).trim_end().to_lowercase();
    let said = |words: &[&str]| {
        words.iter().any(|word| {
            let rest = label.strip_suffix(word);
            rest.is_some_and(|rest| !word.is_ascii() || rest.is_empty() || rest.ends_with(' '))
        })
    };
    let is_latin = !text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let inner = text[range.clone()].to_lowercase();
    if ["no.", "number", "figure", "#", "数字", "数量", "数值"].iter().any(|word| inner.contains(word))
    {
        return HoleKind::Number;
    }
    if setting.is_title && is_latin {
        let is_period = said(PERIOD_LABELS) && !is_labelled;
        return if is_period || !is_last && !is_labelled {
            HoleKind::Period(Which::This, PeriodForm::Full)
        } else {
            HoleKind::Unit
        };
    }
    if !measure.is_empty() && !is_labelled && !setting.is_title {
        return HoleKind::Number;
    }
    if is_labelled || is_latin {
        if said(DAY_LABELS) {
            return HoleKind::Day(DayForm::Full);
        }
        if said(PERIOD_LABELS) && (is_labelled || setting.is_title) {
            return HoleKind::Period(Which::This, PeriodForm::Full);
        }
        if said(UNIT_LABELS) && (is_labelled || setting.is_title || setting.is_end) {
            return HoleKind::Unit;
        }
    }
    let rest = behind.trim();
    let is_signature = setting.is_end
        && before.trim().is_empty()
        && (rest.is_empty() || rest.starts_with("（盖章") || rest.starts_with("（公章"))
        && !text[range.clone()].contains(|c: char| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    if setting.is_title || is_signature {
        return HoleKind::Unit;
    }
    if !measure.is_empty() {
        return HoleKind::Number;
    }
    let goes_on =
        behind.trim_start().starts_with([',', ';', '.']) && (!is_labelled || !is_told_in_words(&label));
    if is_latin && is_labelled && behind.trim().is_empty() && is_counted(&label) {
        return HoleKind::Number;
    }
    if is_latin && (goes_on || behind.starts_with([' ', ')']) && !is_labelled) {
        return HoleKind::Number;
    }
    HoleKind::Text
}

/// Whether what a label in English asks for is told in words.
fn is_told_in_words(label: &str) -> bool {
    const WORDS: &[&str] = &[
        "remark",
        "comment",
        "note",
        "detail",
        "reason",
        "problem",
        "difficult",
        "action",
        "plan",
        "description",
        "explanation",
        "name",
        "title",
        "issue",
        "summary",
        "cause",
        "matter",
        "other",
        "address",
        "observation",
        "finding",
    ];
    WORDS.iter().any(|word| label.contains(word))
}

/// Whether what a label in English asks for is a number: number of visits, calls received.
fn is_counted(label: &str) -> bool {
    const WORDS: &[&str] = &["number", "total", "count", "amount", "no. of", "how many", "sum"];
    let said = label.rsplit(['.', ';']).next().unwrap_or(label).trim();
    let first = said.split(' ').next().unwrap_or_default();
    let is_plural = first.len() > 3
        && first.ends_with('s')
        && !first.ends_with("ss")
        && first.chars().all(char::is_alphabetic);
    !is_told_in_words(said) && (is_plural || WORDS.iter().any(|word| said.contains(word)))
}

/// The form that marks make.
pub fn form(paper: &Paper) -> Form {
    let settings = blocks::settings(paper);
    let cell = |passage: &Passage, number: usize| pieces(passage, settings[number]);
    let block = |(number, block): (usize, &Block)| {
        let body = match block {
            Block::Line(line) => Body::Line(cell(line, number)),
            Block::Table(rows) => {
                let row = |at: usize| -> Vec<Vec<Piece>> {
                    // Nobody signs in a cell, and none is the title.
                    let setting = Setting { is_end: false, is_title: false, ..settings[number] };
                    let own =
                        |(column, one): (usize, &Passage)| in_cell(pieces(one, setting), rows, at, column);
                    rows[at].iter().enumerate().map(own).collect()
                };
                Body::Table((0..rows.len()).map(|at| FormRow::Fixed(row(at))).collect())
            }
        };
        FormBlock { places: vec![Some(number)], moved: vec![false], body }
    };
    let mut form = Form { blocks: paper.blocks.iter().enumerate().map(block).collect() };
    with_units(&mut form);
    form
}

/// Heads of columns of numbers.
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "数量", "数值", "数据", "数", "合计", "金额", "件数", "次数", "人数", "完成数", "本期", "本季", "本季度", "本月", "本年", "number", "total",
    "figure", "count", "value", "amount",
];

/// A mark that fills its cell is a number where the head says so, or a measure word stands beside it.
fn in_cell(mut pieces: Vec<Piece>, rows: &[Vec<Passage>], row: usize, column: usize) -> Vec<Piece> {
    let said = |row: usize, column: usize| {
        rows.get(row).and_then(|row| row.get(column)).map_or("", |cell| cell.text.trim())
    };
    if let [Piece::Hole(hole)] = pieces.as_mut_slice()
        && hole.kind == HoleKind::Text
    {
        let head = said(0, column);
        let mut beside = (0..column).rev().map(|left| said(row, left)).filter(|text| !text.is_empty());
        let label = beside.clone().next().map_or("", measure::in_label);
        let named = beside.find(|text| measure::is_measure(text)).unwrap_or_default();
        let measure = [named, measure::in_label(head), label].into_iter().find(|word| !word.is_empty());
        let is_number = NUMBERS.contains(&head.to_lowercase().as_str());
        let label = (0..column).rev().map(|left| said(row, left)).find(|text| !text.is_empty());
        let asks = |words: &[&str]| label.is_some_and(|label| words.iter().any(|word| label.ends_with(word)));
        if measure.is_none() && asks(UNIT_LABELS) {
            hole.kind = HoleKind::Unit;
        } else if measure.is_some() || is_number {
            let is_rate = measure.is_some_and(measure::is_rate);
            hole.kind = if is_rate { HoleKind::Rate } else { HoleKind::Number };
            measure.unwrap_or_default().clone_into(&mut hole.measure);
        }
    }
    pieces
}

/// What the title has in the place of a unit is one where a clause begins with it, too: 20××年度，××公开信息.
fn with_units(form: &mut Form) {
    let unit = form.blocks.iter().find_map(|block| match &block.body {
        Body::Line(pieces) => pieces.iter().find_map(|piece| match piece {
            Piece::Hole(hole) if hole.kind == HoleKind::Unit => hole.texts[0].clone(),
            _ => None,
        }),
        _ => None,
    });
    let Some(unit) = unit else { return };
    let lines = form.blocks.iter_mut().filter_map(|block| match &mut block.body {
        Body::Line(pieces) => Some(pieces),
        _ => None,
    });
    for pieces in lines {
        for at in 0..pieces.len() {
            let begins = match at.checked_sub(1).map(|before| &pieces[before]) {
                None => true,
                Some(Piece::Words(words)) => {
                    let is_behind_period = at < 2
                        || matches!(&pieces[at - 2], Piece::Hole(hole) if matches!(hole.kind, HoleKind::Period(..)));
                    words.ends_with(['，', '。', '将']) && is_behind_period
                }
                Some(Piece::Hole(hole)) => matches!(hole.kind, HoleKind::Period(..)),
                Some(Piece::Optional(..)) => false,
            };
            let follows = matches!(pieces.get(at + 1), Some(Piece::Words(words)) if words.starts_with(char::is_alphabetic));
            let Piece::Hole(hole) = &pieces[at] else { continue };
            let place = hole.texts[0].as_deref().and_then(|text| unit.strip_prefix(text)).map(str::to_owned);
            let Some(place) = place.filter(|_| hole.kind == HoleKind::Text && begins && follows) else {
                continue;
            };
            if let Some(Piece::Words(words)) = pieces.get_mut(at + 1) {
                let Some(rest) = words.strip_prefix(place.as_str()).map(str::to_owned) else { continue };
                *words = rest;
            }
            if let Piece::Hole(hole) = &mut pieces[at] {
                hole.texts = vec![Some(unit.clone())];
                hole.kind = HoleKind::Unit;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, setting: Setting) -> Vec<(String, HoleKind)> {
        let holes = pieces(&Passage::of(text), setting).into_iter().filter_map(|piece| match piece {
            Piece::Hole(hole) => Some((hole.texts[0].clone().unwrap(), hole.kind)),
            _ => None,
        });
        holes.collect()
    }

    #[test]
    fn marks_are_what_the_words_around_them_say() {
        let this = HoleKind::Period(Which::This, PeriodForm::Full);
        let title = Setting { is_title: true, ..Setting::default() };
        assert_eq!(
            found("*镇党建工作*年第*季度小结", title),
            [("*镇".to_owned(), HoleKind::Unit), ("*年第*季度".to_owned(), this.clone())]
        );
        assert_eq!(
            found("（单位名称）（年度）档案工作情况", title),
            [("（单位名称）".to_owned(), HoleKind::Unit), ("（年度）".to_owned(), this)]
        );
        let none = Setting::default();
        assert_eq!(
            found("XX科20XX年X半年培训情况", title).into_iter().map(|one| one.0).collect::<Vec<_>>(),
            ["XX科", "20XX年X半年"]
        );
        assert_eq!(
            found("举办N期，合格率N%；UNESCO、N/A", none).into_iter().map(|one| one.1).collect::<Vec<_>>(),
            [HoleKind::Number, HoleKind::Rate]
        );
        assert_eq!(
            found("Approved [number] ([rate]%) by [unit].", none)
                .into_iter()
                .map(|one| one.1)
                .collect::<Vec<_>>(),
            [HoleKind::Number, HoleKind::Rate, HoleKind::Unit]
        );
        assert_eq!(
            found("检查____次，率*%，20XX年X月X日", none).into_iter().map(|one| one.1).collect::<Vec<_>>(),
            [HoleKind::Number, HoleKind::Rate, HoleKind::Day(DayForm::Full)]
        );
        for text in [
            "清查情况表（文字部分）",
            "学校（单位）：某校",
            "（联系人：组织办，电话：0000-8800001）",
            "3×4",
            "MAX X光片",
        ] {
            assert!(found(text, none).is_empty() || text.contains("X光"), "{text}");
        }
    }
}
