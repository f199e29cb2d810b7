//! Placeholders that were to be filled in: ××, ____, （ ）, 【单位名称】, 待填.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

/// What no text has that was filled in.
const BLANKS: [&str; 17] = [
    // Stars, crosses and X in the place of characters.
    r"[×✕╳✖*＊]{2,}|(?:[^A-Za-z0-9]|^)(?P<a>[XxＸｘ]{2,})(?:[^A-Za-z0-9]|$)",
    // One of them before a measure or a part of a date.
    r"(?:[^A-Za-z0-9×]|^)(?P<b>[×XxＸｘNnOＯ＊*〇○●△▲□■◯])[ \u{3000}\t]*(?:年|月|日|次|名|个|家|处|条|篇|人|件|元|万元|场|起|项|户|%|同志|镇|乡|村|书记)",
    r"_{2,}|＿{2,}|﹍{2,}|\u{2026}{4,}|\.{6,}|-{4,}",
    r"[□■◻▢]|〓",
    r"[（(][ \u{3000}\t]*[）)]|【[ \u{3000}\t]*】|\[[ \u{3000}\t]*\]|〔[ \u{3000}\t]*〕|《[ \u{3000}\t]*》|“[ \u{3000}\t]*”|‘[ \u{3000}\t]*’|「[ \u{3000}\t]*」",
    r"[【\[〔｛{<＜（(][^】\]〕｝}>＞）)]{0,12}(?:名称|姓名|填写|填报|此处|单位名|日期|时间|地点|数字|数量|内容|标题|电话|补充|待填|待补|待定|待核|占位|请填|请输入)[^】\]〕｝}>＞）)]{0,6}[】\]〕｝}>＞）)]",
    r"待填写?|待补充?(?:$|[，。；！）)])|待核实后填|待更新(?:$|[，。；！）)])|此处填写?|在此填写|请填写|请在此|请输入|此处插入|（略）|\(略\)|[〔【\[][^〕】\]]{1,8}略[〕】\]]|(?:数据|数字|数额|金额|人数|情况)(?:尚|还)?(?:有)?待(?:核实|核定|统计|汇总|确认|补充)(?:$|[，。；！）)])",
    r"(?:TODO|todo|TBD|tbd|TBC|FIXME|XXX|Lorem)",
    r"\{\{|\}\}|\$\{|<[A-Za-z_/][^>]*>",
    r"(?:^|[，。；])(?:年|月|日)[ \u{3000}\t]*(?:日|月)|[ \u{3000}]{1,}年[ \u{3000}]{1,}月|\u{3000}{2,}|年[ \u{3000}]+月|月[ \u{3000}]+日|[\u{4E00}-\u{9FA5}] (?:次|家|处|条|篇|件|元|万元|场|户)(?:$|[，。；])|[ \u{3000}]{2,}(?:次|名|个|家|处|条|篇|人|件|元|万元|场)",
    r"某某(?:村|社区|路|单位|企业|公司|同志|部门|学校)|由某某同志|某年|某月|某日|某次|某人|某单位|某部门|甲单位|张三|李四|王五",
    r"#(?:REF|N/A|VALUE|DIV/0|NAME\?|NULL|NUM)!?",
    r"^[ \u{3000}]*(?:示例|样例|测试|待录入?|待补录|暂定|待定|待核实?|待确认|待完善|待上?报|待更新|暂缺|略|未填|空|[Xx]{2,}|[Tt]ext)[。.]?[ \u{3000}]*$",
    // What who filled in was told, and what a reader asked.
    r"[（(【][^（()）【】，。]{0,12}(?:字以内|字左右|选填|必填|可删|二选一|可另附页|存疑|核实一下|再核|请核|需核|领导审定|此处修改|待修改|待改)[^（()）【】，。]{0,6}[）)】]|〔[^〕]{0,6}领导审定〕|[（(][?？]+[）)]|^示例[:：]|^(?:同上|同前|见上)(?:期|季度|月|年)?[。]?$",
    // What programs leave.
    r"\u{FFFD}|锟斤拷|烫烫烫|&(?:nbsp|amp|lt|gt|quot);|\\[nrt]|[^A-Za-z](?:NaN|null|undefined)(?:[^A-Za-z]|$)|[0-9]E\+[0-9]",
    r"[（(][0-9]{2,4}字[）)]|[【\[][^】\]]{0,8}(?:图片|照片|插图|截图|二维码)[^】\]]{0,4}[】\]]|由同志|第[ \u{3000}]+(?:次|届|季度)|第次会议|[达到为约] +[%％]",
    r"？{2,}|\?{2,}|见(?:附件|附?表|附?图)[□×XxＸ]|（(?:人数|数量|金额|次数|姓名|日期|时间|单位|地点|名称)）",
];

/// What a text has where something was to be filled in: its first placeholder.
pub fn find(text: &str) -> Option<Range<usize>> {
    static ALL: OnceLock<Option<Regex>> = OnceLock::new();
    if !may_be_in(text) {
        return None;
    }
    let all = ALL.get_or_init(|| {
        let all: Vec<String> = BLANKS.iter().map(|blank| format!("(?:{blank})")).collect();
        Regex::new(&all.join("|")).ok()
    });
    let found = all.as_ref()?.captures_iter(text);
    let mut found = found.filter_map(|blank| blank.name("a").or(blank.name("b")).or(blank.get(0)));
    // 月月 is each month.
    let is_each = |said: &str| ["月月", "日日"].iter().any(|each| said.ends_with(each));
    let at = found.find(|at| !is_emphasis(text, at.as_str(), at.range()) && !is_each(at.as_str()))?;
    let said = at.as_str().trim_matches(['，', '。', '；']);
    let start = at.start() + at.as_str().find(said).filter(|_| !said.is_empty()).unwrap_or_default();
    Some(start..start + if said.is_empty() { at.len() } else { said.len() })
}

/// Characters that may say so beside some others.
#[rustfmt::skip]
const BESIDE: [char; 40] = [
    '年', '月', '日', '三', '四', '五', '上', '前', '同', '次', '）', ')', '》', '”', '’', '」', '.', '-', '（', '(', '写', '报', '填', '补',
    '核', '更', '录', '确', '完', '修', '改', '统', '汇', '定', '缺', '略', '空', '处', '例', '试',
];
/// Characters that may say so wherever they stand in a text, though not in a cell.
#[rustfmt::skip]
const ALONE: [char; 20] = [
    ' ', '\u{3000}', '\t', 'O', 'Ｏ', 'E', '锟', '烫', '\u{FFFD}', '\\', '&', 'L', 'n', '甲', '〇', '○', '●', '△', '▲', '◯',
];
/// Characters that may say so wherever they stand.
#[rustfmt::skip]
const SIGNS: [char; 37] = [
    '某', '×', '✕', '╳', '✖', '*', '＊', 'X', 'x', 'Ｘ', 'ｘ', '_', '＿', '﹍', '…', '□', '■', '◻', '▢', '〓', 'T', 't', 'F', 'N', '{',
    '}', '$', '<', '>', '#', '？', '?', '【', '[', '〔', '｛', '＜',
];
/// Characters that may say so wherever they stand in a cell; in a text beside some others.
const OF_WORDS: [char; 9] = ['待', '填', '略', '缺', '空', '此', '例', '测', '暂'];
/// Of each placeholder in brackets a part.
#[rustfmt::skip]
const ENCLOSED: [&str; 28] = [
    "名", "填", "此处", "单位", "日期", "时间", "地点", "数字", "数量", "内容", "标题", "电话", "补", "待", "占位", "输入", "略", "字", "删",
    "选", "附页", "疑", "核", "审定", "改", "人数", "金额", "次数",
];
/// How far behind an opening bracket such a part ends, in characters.
const INSIDE: usize = 18;
/// All that may in a text: most of one is none of them.
static IN_TEXT: Characters = Characters::of(&[&BESIDE, &ALONE, &SIGNS, &['此', '输']]);
static IN_CELL: Characters = Characters::of(&[&SIGNS, &OF_WORDS]);

/// Whether a text has a character that some placeholder cannot do without, next to what it stands beside there.
fn may_be_in(text: &str) -> bool {
    const BLANKS: [char; 3] = [' ', '\u{3000}', '\t'];
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        let is_one = IN_TEXT.may_have(c)
            && match c {
                '年' | '月' | '日' => {
                    BLANKS.contains(&before) || matches!(before, '\n' | '，' | '。' | '；')
                }
                '三' => before == '张',
                '四' => before == '李',
                '五' => before == '王',
                '上' => matches!(before, '同' | '见' | '待'),
                '前' => matches!(before, '同' | '见'),
                '同' => before == '由',
                '次' => before == '第',
                '）' | ')' | '》' | '”' | '’' | '」' => opens(before),
                '.' | '-' => before == c,
                '（' | '(' => has_a_part_inside(&text[at + c.len_utf8()..]),
                '写' => before == '填',
                '报' => matches!(before, '填' | '待'),
                '填' => matches!(before, '请' | '待' | '选' | '必' | '未' | '处'),
                '补' | '核' | '更' | '录' | '确' | '完' | '修' | '改' | '统' | '汇' => {
                    before == '待'
                }
                '定' => matches!(before, '待' | '暂'),
                '缺' => before == '暂',
                '略' | '空' => before == '\n' || BLANKS.contains(&before),
                '处' => before == '此',
                '此' => before == '在',
                '例' => matches!(before, '示' | '样'),
                '试' => before == '测',
                '输' => before == '请',
                _ => ALONE.contains(&c) || SIGNS.contains(&c),
            };
        if is_one {
            return true;
        }
        before = c;
    }
    false
}

/// Whether what begins behind an opening bracket may be a placeholder that is enclosed.
fn has_a_part_inside(text: &str) -> bool {
    let end = text.char_indices().take(INSIDE).find(|(_, c)| "】]〕｝}>＞）)".contains(*c));
    let end = end.or_else(|| text.char_indices().nth(INSIDE)).map_or(text.len(), |(end, _)| end);
    ENCLOSED.iter().any(|part| text[..end].contains(part))
}

fn opens(mark: char) -> bool {
    matches!(mark, '（' | '(' | '《' | '“' | '‘' | '「')
}

/// Whether it is worth the while to look for a placeholder in a cell: most have none of these. Names of people are none there.
pub fn may_be_in_cell(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars() {
        let is_sign = IN_CELL.may_have(c) && (SIGNS.contains(&c) || OF_WORDS.contains(&c));
        let is_empty =
            opens(before) && (c.is_whitespace() || matches!(c, '）' | ')' | '》' | '”' | '’' | '」'));
        if is_sign || is_empty || c == '.' && before == '.' || c == '-' && before == '-' {
            return true;
        }
        before = c;
    }
    false
}

/// Some characters by their last bits: whatever is none of these is found to be none at once.
struct Characters([bool; 1 << BITS]);

const BITS: usize = 12;

impl Characters {
    const fn of(lists: &[&[char]]) -> Self {
        let mut all = [false; 1 << BITS];
        let mut list = 0;
        while list < lists.len() {
            let mut at = 0;
            while at < lists[list].len() {
                all[last_bits(lists[list][at])] = true;
                at += 1;
            }
            list += 1;
        }
        Self(all)
    }

    fn may_have(&self, c: char) -> bool {
        self.0[last_bits(c)]
    }
}

const fn last_bits(c: char) -> usize {
    c as usize & ((1 << BITS) - 1)
}

/// `**重点**` at the beginning of a clause, or the end of one: marks of emphasis.
fn is_emphasis(text: &str, said: &str, at: Range<usize>) -> bool {
    const MARKS: [char; 8] = ['，', '。', '；', '、', '：', '《', '“', '\n'];
    let (before, after) = (&text[..at.start], &text[at.end..]);
    let opens = |before: &str| before.is_empty() || before.ends_with(MARKS);
    said == "**"
        && (opens(before) && after.contains(said)
            || before.rfind(said).is_some_and(|begin| opens(&before[..begin])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_to_be_filled_in_is_found_and_words_are_not() {
        for text in [
            "由××同志负责",
            "组织到【单位名称】参观",
            "检查XX家",
            "共____次",
            "召开（ ）会议",
            "参加X名",
            "时间：  年  月  日",
            "待填",
            "详见附件□",
            "由**负责",
            "N次",
            "TODO",
            "由某单位牵头",
            "{{name}}",
            "（填写数字）",
            "待定",
            "邀请***授课",
            "某某村村道",
            "由某某同志负责",
        ] {
            assert!(find(text).is_some(), "{text}");
        }
        for text in [
            "争创五星级农家书屋",
            "检查表（含电子表），（必要时入户）",
            "通读《农家百问》",
            "公布12345热线和值班电话0000-1234567",
            "某某木器行",
            "有待补充完善",
            "Excel表格",
            "3×4米展板",
            "待核实后上报",
            "监测能力不足，缺少资金，此类情况有待改进",
            "村（社区）负责人",
            "做到“三清”",
            "在全镇推广一店一页台账",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn no_placeholder_is_passed_over() {
        let all: Vec<String> = BLANKS.iter().map(|blank| format!("(?:{blank})")).collect();
        let all = Regex::new(&all.join("|")).unwrap();
        // Every character that the patterns name beside every other, alone and within a text.
        let mut characters: Vec<char> =
            BLANKS.concat().chars().filter(|c| !"\\?:|{}^$+*".contains(*c)).collect();
        characters.extend(['\u{3000}', '\u{2026}', ' ', '\t', '{', '}', '?', '*', '$', '|', '/', '家']);
        characters.sort_unstable();
        characters.dedup();
        let look = |text: &str| assert!(!all.is_match(text) || may_be_in(text), "{text:?}");
        for a in &characters {
            for b in &characters {
                look(&format!("{a}{b}"));
                look(&format!("共{a}{b}家"));
                look(&format!("{a}\u{3000}{b}"));
            }
        }
        for blank in BLANKS.iter().flat_map(|blank| blank.split(['|', '(', ')'])) {
            let text: String = blank.chars().filter(|c| !"\\?:^$+*{}[]".contains(*c)).collect();
            for text in [
                text.clone(),
                format!("由{text}牵头"),
                format!("（{text}）"),
                format!("（一至十二，共有十个左右{text}的）"),
                format!("(一至十二，共有十个左右{text}的)"),
                format!("，{text}。"),
            ] {
                look(&text);
            }
        }
        for text in [
            "......",
            "共------家",
            "…………",
            "待补",
            "张三",
            "甲单位",
            "请输入",
            "TBC",
            "在此填写",
            "＜名称＞",
            "见附件X",
        ] {
            assert!(all.is_match(text) && may_be_in(text), "{text}");
        }
    }

    #[test]
    fn a_cell_that_has_a_placeholder_is_looked_at() {
        for cell in [
            "待补充",
            "××村",
            "（ ）",
            "《》",
            "待定",
            "____",
            "XX",
            "示例",
            "N次",
            "【名称】",
            "…………",
            "TODO",
            "#N/A",
        ] {
            assert!(may_be_in_cell(cell) && find(cell).is_some(), "{cell}");
        }
        for cell in ["《农家百问》", "集体学习", "县融媒体中心（新）", "AJ232-001", "张三"]
        {
            assert!(!may_be_in_cell(cell), "{cell}");
        }
    }
}
