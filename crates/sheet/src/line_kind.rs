//! What a row of a table is that is no one's data: a total, a part of one, a line of columns' codes, a note or a signature, a
//! header that stands again. Told by what the row says alone; knows no fields.

use crate::comparison::is_comparison;
use crate::heads::{is_unit, plain, unit_rank};
use crate::{Cell, Row, number};

/// What a row is that is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LineKind {
    /// A sum over rows, whose figures can be held against them.
    Total,
    /// A part of other rows, an average, or a comparison.
    Part,
    /// Codes of the columns: 甲 乙 1 2 3.
    Codes,
    /// A note, a signature, a date of filling in.
    Note,
    /// The header, as it stands again on each printed page.
    Head,
    /// That there is none: 无 where a record would be.
    Nothing,
}

impl LineKind {
    /// The name of the kind, as diagnostics have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Part => "part",
            Self::Codes => "codes",
            Self::Note => "note",
            Self::Head => "head",
            Self::Nothing => "nothing",
        }
    }
}

/// What a text at the head of a row says that the row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// What it says.
    pub kind: LineKind,
    /// Whether nothing else in the row can speak against it, such as a day in a ledger.
    pub is_certain: bool,
}

/// What sums are called.
const TOTALS: &[&str] = &[
    "合计",
    "总计",
    "小计",
    "共计",
    "累计",
    "汇总",
    "总和",
    "总数",
    "合计数",
    "总计数",
    "小计数",
    "累计数",
    "总量",
    "总额",
];
/// What all units together are called where they stand as a row.
const ALL: &[&str] =
    &["全县", "全市", "全区", "全省", "全镇", "全乡", "全国", "全州", "全旗", "全街道", "全系统", "全部"];
const LATIN_TOTALS: &[&str] = &["total", "totals", "subtotal", "sub-total", "grandtotal", "sum", "overall"];
/// What follows a word for a sum without making another word of it.
const TAILS: &[&str] = &["数", "金额", "人数", "户数", "次数", "个数", "件数"];
/// Who filled a table in, and when.
const SIGNATURES: &[&str] = &[
    "填表人",
    "填报人",
    "制表人",
    "制表",
    "填表",
    "审核人",
    "审核",
    "审批人",
    "审批",
    "复核人",
    "复核",
    "核对人",
    "经办人",
    "负责人",
    "单位负责人",
    "主要负责人",
    "分管领导",
    "分管负责人",
    "统计负责人",
    "科室负责人",
    "联系人",
    "联系电话",
    "联系方式",
    "电话",
    "手机",
    "填报日期",
    "填表日期",
    "报送日期",
    "制表日期",
    "报出日期",
    "上报日期",
    "报告日期",
    "填报时间",
    "填表时间",
    "报送时间",
    "制表时间",
    "统计时间",
    "截止日期",
    "截至日期",
    "盖章",
    "单位盖章",
    "公章",
    "签字",
    "签章",
    "签名",
    "单位签章",
    "preparedby",
    "reviewedby",
    "checkedby",
    "approvedby",
    "filledinby",
    "completedby",
    "contact",
    "tel",
    "phone",
    "signature",
    "signedby",
    "填报单位",
    "报送单位",
    "填表单位",
    "制表单位",
    "单位",
];
/// What is said of a table.
const NOTES: &[&str] = &[
    "注",
    "附",
    "附注",
    "备注",
    "说明",
    "填表说明",
    "填报说明",
    "注意",
    "注意事项",
    "数据来源",
    "资料来源",
    "来源",
    "日期",
    "时间",
    "note",
    "notes",
    "remark",
    "remarks",
    "source",
    "date",
    "explanation",
];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";

/// What a text at the head of a row says that the row is.
pub fn of_label(text: &str) -> Option<Sign> {
    of_plain_label(&plain(text).to_lowercase())
}

/// The same of a text that is plain and in small letters.
pub(crate) fn of_plain_label(text: &str) -> Option<Sign> {
    let text = unnumbered(text).trim_matches(|c| "()[]【】“”\"「」『』《》*※-—=.、".contains(c));
    let sign = |kind, is_certain| Some(Sign { kind, is_certain });
    let bare = text.trim_end_matches([':', ',', ';']);
    if bare.is_empty() {
        return None;
    }
    if matches!(bare, "承前页" | "过次页" | "接上页" | "转下页" | "以下空白" | "此处空白")
    {
        return sign(LineKind::Note, true);
    }
    if TOTALS.iter().chain(ALL).chain(LATIN_TOTALS).any(|word| *word == bare)
        || TOTALS.iter().any(|word| is_counted(bare, word))
    {
        return sign(LineKind::Total, true);
    }
    let unmeasured = bare.split_once('(').map_or(bare, |(name, _)| name);
    if bare.starts_with("其中") || bare.starts_with("ofwhich") || is_comparison(unmeasured) {
        return sign(LineKind::Part, true);
    }
    if is_example(bare) {
        return sign(LineKind::Note, true);
    }
    let (head, _) = text.split_once(':').unwrap_or((bare, ""));
    let head = head.split_once('(').map_or(head, |(head, _)| head);
    if SIGNATURES.contains(&head) || (head.is_empty() && text.contains("盖章")) {
        return sign(LineKind::Note, text.contains(':'));
    }
    let is_numbered =
        |rest: &str| rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit() || "①②③④⑤".contains(c));
    let is_note = NOTES.contains(&head)
        || ["注", "附", "附注", "备注", "附件", "附表"]
            .iter()
            .any(|word| head.strip_prefix(word).is_some_and(is_numbered));
    if is_note {
        return sign(LineKind::Note, false);
    }
    let ends = TOTALS[..6].iter().chain(&LATIN_TOTALS[..3]).any(|word| unmeasured.ends_with(word));
    let begins = LATIN_TOTALS.iter().take(5).any(|word| bare.starts_with(word))
        || ALL.iter().any(|all| bare.strip_prefix(all).is_some_and(|rest| TOTALS.contains(&rest)));
    if bare.chars().count() <= LONGEST && (ends || begins) {
        return sign(LineKind::Total, false);
    }
    None
}

/// Whether a row shows how the others are to be filled in.
fn is_example(text: &str) -> bool {
    const EXAMPLES: [&str; 7] = ["例", "示例", "样例", "填写示例", "例如", "example", "e.g"];
    let bracketed = text.split_once(')').map(|(word, _)| word.trim_start_matches('('));
    let parted = text.split_once(':').map(|(word, _)| word);
    [Some(text), bracketed, parted].into_iter().flatten().any(|word| EXAMPLES.contains(&word))
        || ["xx", "××", "○○"].iter().any(|blank| text.starts_with(blank))
        || ["示例", "样例", "填写示例"]
            .iter()
            .any(|word| text.strip_prefix(word).is_some_and(is_kind_of_unit))
}

/// Whether a text is a kind of unit and no unit: 示例镇 is none.
fn is_kind_of_unit(text: &str) -> bool {
    matches!(
        text,
        "镇" | "乡" | "街道" | "乡镇" | "镇街" | "县" | "村" | "社区" | "单位" | "部门" | "局" | "数据"
    )
}

/// A longer text that ends in 合计 is a sentence.
const LONGEST: usize = 16;

/// Whether it is a word for a sum, with what was counted: `合计2个`, `共计(3)`, `合计人数`.
fn is_counted(text: &str, word: &str) -> bool {
    let Some(rest) = text.strip_prefix(word) else { return false };
    rest.starts_with(|c: char| c.is_ascii_digit() || "(:,/ ".contains(c)) || TAILS.contains(&rest)
}

/// What a text sums up, as names are compared: 云溪镇 of 云溪镇合计, nothing of 合计 and of 全县合计.
pub fn summed(text: &str) -> String {
    let text = plain(text);
    let text = unnumbered(&text).trim_matches(|c| "()[]【】*※-—=.、".contains(c));
    let text = text.split_once([':', '(']).map_or(text, |(name, _)| name);
    let of = TOTALS.iter().filter_map(|word| text.strip_suffix(word)).min_by_key(|of| of.len());
    let of = of.unwrap_or_default();
    if ALL.contains(&of) { String::new() } else { of.to_owned() }
}

/// A unit's name without what lists put about it: `1.云溪镇`, `（2）云溪镇`, `云溪镇*`.
pub fn unit_name(text: &str) -> &str {
    let name = text.trim().trim_matches(['*', '※', '▲', '★', '☆', '＊', '\'', '"']).trim();
    let digits = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let bare = name.trim_start_matches(['(', '（']).trim_start_matches(digits);
    let rest = bare.trim_start_matches(['.', '．', '、', ')', '）', ' ', '\u{3000}']);
    let is_numbered = name.starts_with(|c| digits(c) || "(（".contains(c))
        && rest.len() < bare.len()
        && bare.len() < name.len();
    let begins = name.trim_start_matches(['(', '（']).starts_with(digits);
    let is_name = rest.starts_with(|c: char| c.is_alphabetic());
    if is_numbered && begins && is_name { rest } else { name }
}

/// A text without the number that it begins with: `一、合计`, `(二)小计`, `3.合计`.
fn unnumbered(text: &str) -> &str {
    let rest = text.trim_start_matches(|c: char| "(一二三四五六七八九十百".contains(c) || c.is_ascii_digit());
    if rest.len() == text.len() {
        return text;
    }
    rest.strip_prefix(['、', '.', ')']).map_or(text, |rest| rest.trim_start_matches(['、', '.']))
}

/// How many rows a total says that it is of: `合计：2个` is of 2.
pub fn counted(text: &str) -> Option<u64> {
    let text = plain(text);
    let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let is_whole = digits[end..].chars().count() <= 2 && !digits[end..].contains(['万', '元', '%', '.']);
    digits[..end].parse().ok().filter(|_| is_whole)
}

/// Whether a text says that it is what stands above it.
pub fn is_ditto(text: &str) -> bool {
    const DITTO: [&str; 12] =
        ["同上", "仝上", "同前", "同左", "〃", "″", "''", "\"", "”", "“", "々", "ditto"];
    DITTO.contains(&plain(text).to_lowercase().as_str())
}

/// Whether a row is the header of a further table: it names the column of units anew, among texts alone.
pub fn is_second_head(row: &Row, units: u32) -> bool {
    // In a CSV file a number is text as well.
    let is_text = |cell: &Cell| matches!(cell, Cell::Text(text) if number::parse(text, "").is_err());
    row.cells.len() > 1
        && row.cells.iter().all(|(_, cell)| is_text(cell))
        && row.text(units).is_some_and(|text| {
            // 单位（盖章） below a table is who signs it, 填报单位： who filled it in.
            !text.contains(['章', ':', '：']) && unit_rank(&text).is_some_and(|rank| rank > 1)
        })
}

/// Whether a text is a sentence rather than a name.
pub fn is_sentence(text: &str) -> bool {
    const LONG: usize = 24;
    let text = text.trim();
    let has = |signs: &[char]| text.contains(signs);
    text.ends_with(['。', '；', ';', '：', ':'])
        || has(&['。', '：'])
        || (text.chars().count() > LONG && has(&['，', ',', '、']))
}

/// Whether a row has strokes alone, where it would say something.
pub fn is_struck_through(row: &Row) -> bool {
    let is_stroke = |cell: &Cell| {
        let text = plain(&cell.display());
        !text.is_empty() && text.chars().all(|c| "-—–―－/\\…·_".contains(c))
    };
    row.cells.len() > 1 && row.cells.iter().all(|(_, cell)| is_stroke(cell))
}

/// Whether a row has codes of columns alone: letters or stems, and numbers that count on from one another.
pub fn is_codes(row: &Row, next: Option<&Row>) -> bool {
    let mut before: Option<i64> = None;
    let (mut words, mut numbers) = (0, 0);
    for (_, cell) in &row.cells {
        match code(cell) {
            Some(Code::Word) => words += 1,
            Some(Code::Number(number)) => {
                let follows =
                    before.map_or(number == 1 || number == words + 1, |before| number == before + 1);
                if !follows {
                    return false;
                }
                before = Some(number);
                numbers += 1;
            }
            None => return false,
        }
    }
    let next_is_word =
        || next.and_then(|row| row.cells.first()).is_some_and(|(_, cell)| code(cell) == Some(Code::Word));
    numbers + words > 2 && numbers > 1 || (numbers + words >= 2 && words > 0 && !next_is_word())
}

#[derive(PartialEq)]
enum Code {
    Word,
    Number(i64),
}

fn code(cell: &Cell) -> Option<Code> {
    let text = plain(&cell.display()).to_lowercase();
    let text = text.trim_matches(['(', ')', '栏', '列', '[', ']', '<', '>']);
    let mut characters = text.chars();
    let one = characters.next().filter(|_| characters.next().is_none());
    if one.is_some_and(|c| STEMS.contains(c) || c.is_ascii_lowercase() || "-—/".contains(c))
        || matches!(
            text,
            "次" | "" | "栏次" | "代码" | "序号" | "编号" | "行次" | "列次" | "指标代码" | "code"
        )
    {
        return Some(Code::Word);
    }
    if let Some(number) = one.and_then(|c| "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".chars().position(|one| one == c))
    {
        return Some(Code::Number(i64::try_from(number).ok()? + 1));
    }
    // 3=1+2 says what the third column is worked out from.
    let number = text.split_once('=').map_or(text, |(number, _)| number);
    number.parse().ok().map(Code::Number)
}

/// Whether a row says again what the header says.
pub fn is_head_again(row: &Row, head: &Row) -> bool {
    let mut same = 0;
    for (column, cell) in &row.cells {
        if head.text(*column).is_some_and(|text| plain(&text) == plain(&cell.display())) {
            same += 1;
        }
    }
    same * 2 > row.cells.len()
        && row.cells.iter().any(|(_, cell)| matches!(cell, Cell::Text(text) if is_unit(text)))
        || (same > 1 && same == row.cells.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Option<LineKind> {
        of_label(text).map(|sign| sign.kind)
    }

    #[test]
    fn rows_that_are_no_ones_by_what_they_say() {
        for text in [
            "合计",
            "合 计",
            "合计：",
            "合计：2个",
            "合计（2个）",
            "总　计",
            "小计",
            "共计3项",
            "全县合计",
            "全县",
            "乡镇小计",
            "本月累计",
            "一、合计",
            "（二）小计",
            "Total",
            "Grand Total",
            "Sub-total",
            "合计\u{200B}",
            "“合计”",
            "【合计】",
            "County total",
            "合计人数",
            "乡镇小计（5个）",
            "总量",
        ] {
            assert_eq!(kind(text), Some(LineKind::Total), "{text}");
        }
        for text in [
            "其中：城区",
            "其中",
            "平均",
            "同比增长",
            "上年同期",
            "去年同期数",
            "增减率%",
            "目标任务",
            "排名",
            "最大值",
            "占全县比重（%）",
            "比上季度增减",
            "年度目标",
            "全县平均",
            "完成率（%）",
            "Average",
        ] {
            assert_eq!(kind(text), Some(LineKind::Part), "{text}");
        }
        for text in [
            "填表人：某某",
            "审核人（签字）：",
            "联系电话：",
            "填报日期：2023年7月1日",
            "注：1. 含电话走访",
            "注1：同上",
            "说明：略",
            "备注：无",
            "单位（盖章）：",
            "Prepared by: A",
            "Note: none",
            "※ 注：略",
            "附件2",
            "数据来源：年报",
            "单位负责人：",
            "例：某某镇",
            "（示例）云溪镇",
            "示例镇",
            "承前页",
            "XX镇",
            "××街道",
        ] {
            assert_eq!(kind(text), Some(LineKind::Note), "{text}");
        }
        for text in [
            "云溪镇",
            "合计村",
            "总计划局",
            "注溪镇",
            "小计坝村",
            "全州县",
            "计划科",
            "目标管理办公室",
            "平均乡",
            "上年村",
            "全年计生办",
            "示例镇南村",
            "Summit Town",
            "说明书编制组",
            "电话局",
            "一",
            "",
        ] {
            assert_eq!(kind(text), None, "{text}");
        }
    }

    #[test]
    fn a_total_says_what_it_is_of() {
        for (text, of) in [
            ("合计", ""),
            ("全县合计", ""),
            ("合计（2个）", ""),
            ("云溪镇合计", "云溪镇"),
            ("（一）云溪镇小计：", "云溪镇"),
            ("4月份合计数", "4月份"),
            ("Total", ""),
        ] {
            assert_eq!(summed(text), of, "{text}");
        }
    }

    #[test]
    fn ditto_is_said_in_many_ways() {
        assert!(is_ditto("同 上") && is_ditto("〃") && is_ditto("Ditto") && !is_ditto("同上级"));
    }

    #[test]
    fn names_are_known_without_the_numbers_of_lists() {
        for text in [
            "云溪镇",
            "1.云溪镇",
            "2、云溪镇",
            "（3）云溪镇",
            "４．云溪镇",
            "5) 云溪镇",
            "云溪镇*",
            " 12. 云溪镇 ",
        ] {
            assert_eq!(unit_name(text), "云溪镇", "{text}");
        }
        for text in [
            "101社区",
            "1.5公里村",
            "（城区）云溪镇",
            "一、乡镇",
            "3",
            "2023年",
            "东岭乡（含集镇）",
            "No.1 Town",
        ] {
            assert_eq!(unit_name(text), text, "{text}");
        }
    }

    #[test]
    fn how_many_a_total_says_that_it_counts() {
        for (text, count) in
            [("合计：2个", Some(2)), ("共计（12）", Some(12)), ("合计", None), ("合计30.5万元", None)]
        {
            assert_eq!(counted(text), count, "{text}");
        }
    }

    #[test]
    fn codes_of_columns_count_on() {
        let row = |texts: &[&str]| {
            let cell = |(at, text): (usize, &&str)| {
                let cell = text.parse().map_or_else(|_| Cell::Text((*text).into()), Cell::Number);
                (u32::try_from(at).unwrap(), cell)
            };
            Row { number: 0, cells: texts.iter().enumerate().map(cell).collect() }
        };
        for texts in [
            &["甲", "1", "2", "3"][..],
            &["甲", "乙", "1", "2"],
            &["A", "B", "1"],
            &["栏次", "1", "2", "3=1+2"],
            &["—", "①", "②"],
            &["甲", "1"],
            &["1", "2", "3"],
        ] {
            assert!(is_codes(&row(texts), Some(&row(&["云溪镇", "3"]))), "{texts:?}");
        }
        for texts in [&["甲", "5"][..], &["甲", "1", "3"], &["云溪镇", "1", "2"], &["甲"], &["1"]] {
            assert!(!is_codes(&row(texts), Some(&row(&["云溪镇", "3"]))), "{texts:?}");
        }
        assert!(!is_codes(&row(&["甲", "1"]), Some(&row(&["乙", "2"]))), "names of rows");
    }
}
