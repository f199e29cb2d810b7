//! What a line must not end inside of: a number with its sign and measure word, a date, a code, a name with a dot in it (GB/T
//! 9704-2012, 7.3.3). Texts stay as they are; whoever sets one keeps these pieces together.

use std::ops::Range;

use crate::width::is_common_hanzi;

/// A code of more characters than these may break: it is no figure that a reader takes in at once.
const LONGEST_CODE: usize = 20;
/// Marks that join the parts of one Latin word, code or number.
const JOINTS: &str = "-+./_:@&'#=?~%,";
/// What a number may end with.
const SIGNS: &str = "%‰％℃°";
/// Between the ends of a range.
const RANGES: &str = "—–～~-至";
/// Dots inside of names.
const DOTS: [char; 4] = ['·', '‧', '・', '•'];
/// Words of more than one character that numbers are measured in, in any order.
const MEASURES: &[&str] = &[
    "平方公里",
    "个百分点",
    "个千分点",
    "立方米",
    "平方米",
    "千瓦时",
    "个工作日",
    "人次",
    "万元",
    "亿元",
    "万人次",
    "万人",
    "万亩",
    "万吨",
    "万户",
    "万家",
    "万件",
    "万次",
    "万平方米",
    "亿人",
    "亿吨",
    "家次",
    "户次",
    "场次",
    "件次",
    "项次",
    "年度",
    "月份",
    "季度",
    "公里",
    "公顷",
    "公斤",
    "千克",
    "千瓦",
    "毫米",
    "厘米",
    "小时",
    "分钟",
    "周年",
    "周岁",
    "万千瓦",
    "百元",
    "千元",
    "百人",
    "千人",
    "百家次",
    "余人",
    "余家",
    "余次",
    "余件",
    "余万元",
    "多人",
    "多家",
    "多次",
    "多万元",
    "个月",
];
/// Characters that follow a number without measuring it.
const NO_MEASURE: &str =
    "的和与及或是在至到以为被把从向对等于共也都并而且但其这那此我你他不无有未已将可能则均由按经";
/// What a Chinese numeral may be measured in.
const NUMERAL_MEASURES: &str =
    "个次项条件户人名家所处场届期批份章节款号年月日季天周倍元亩吨米位轮级类种大村组成岁";
/// Characters that names from other languages are written with.
const TRANSLITERATION: &str = "阿艾爱安奥巴拜班买麦木提合贝本比毕别布才曹达丹德迪地丁顿杜多厄恩尔法凡费弗福夫盖冈格戈古哈海汗罕赫亨胡华霍吉加江焦杰金卡\
    凯坎康柯科克肯孔库拉莱兰朗劳勒雷里利丽莉力列林琳留卢鲁路伦罗洛马玛麦曼梅美门蒙米苗明莫姆木穆拿那纳娜乃南内妮尼涅诺努帕\
    潘培佩彭皮普奇齐恰切琴热仁日荣如茹瑞若撒萨赛桑瑟森沙莎山舍申胜施史舒斯思司苏素孙索塔泰坦汤唐特提田帖廷图吐托瓦万维魏温\
    文翁沃乌吾武伍西希夏肖谢辛新兴休许雪逊雅亚延扬耶叶伊依易英尤于约扎詹珍泽扎旦珠卓孜兹宗祖作措次仁旺嘉央金巴桑卜娅再衣甫玉肉尕尧胜";

/// The pieces of a text that stay on one line, in order, as ranges of bytes.
pub fn kept(text: &str) -> Vec<Range<usize>> {
    let found = pieces(text);
    found.into_iter().filter_map(|(range, kind)| (kind == Kind::Firm).then_some(range)).collect()
}

/// The Latin words and codes of a text that are no such piece: they stay whole where a line has room for them.
pub fn long_words(text: &str) -> Vec<Range<usize>> {
    let found = pieces(text);
    found.into_iter().filter_map(|(range, kind)| (kind == Kind::Word).then_some(range)).collect()
}

/// How much a piece holds together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It never breaks.
    Firm,
    /// It breaks where no line is long enough.
    Word,
}

/// Both kinds, in order.
fn pieces(text: &str) -> Vec<(Range<usize>, Kind)> {
    let reader = Reader { text };
    let mut found: Vec<(Range<usize>, Kind)> = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if !may_begin(c) || at < end {
            continue;
        }
        let Some((range, kind)) = reader.piece(at) else { continue };
        // A name goes back over what stands before its dot.
        while found.last().is_some_and(|(last, _)| last.end > range.start) {
            found.pop();
        }
        end = range.end;
        found.push((range, kind));
    }
    found
}

/// Whether a piece may begin with the character, or be told by it.
fn may_begin(c: char) -> bool {
    if is_common_hanzi(c) {
        return c == '第' || is_numeral(c);
    }
    c.is_ascii_alphanumeric() || is_sign(c) || c == '〇' || DOTS.contains(&c)
}

/// Whether a number may begin with it.
fn is_sign(c: char) -> bool {
    matches!(c, '+' | '-' | '−' | '±' | '¥' | '￥' | '$')
}

/// Looks at a text by places in bytes.
struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn at(&self, place: usize) -> Option<char> {
        self.text[place..].chars().next()
    }

    fn before(&self, place: usize) -> Option<char> {
        self.text[..place].chars().next_back()
    }

    /// The place of the next character.
    fn after(&self, place: usize) -> usize {
        place + self.at(place).map_or(0, char::len_utf8)
    }

    fn is(&self, place: usize, is_so: impl Fn(char) -> bool) -> bool {
        self.at(place).is_some_and(is_so)
    }

    /// The place behind all characters that are so.
    fn behind(&self, place: usize, is_so: impl Fn(char) -> bool) -> usize {
        let rest = &self.text[place..];
        place + rest.find(|c| !is_so(c)).unwrap_or(rest.len())
    }

    fn piece(&self, at: usize) -> Option<(Range<usize>, Kind)> {
        let c = self.at(at)?;
        if DOTS.contains(&c) {
            return self.name(at).map(|name| (name, Kind::Firm));
        }
        let first = if c == '第' { self.after(at) } else { at };
        if let Some((end, kind)) = self.figure(first) {
            return Some((at..end, kind));
        }
        self.numeral(first, c == '第').map(|end| (at..end, Kind::Firm))
    }

    /// A number, code or Latin word that begins here.
    fn figure(&self, at: usize) -> Option<(usize, Kind)> {
        let c = self.at(at)?;
        let is_signed = || is_sign(c) && self.is(self.after(at), |c| c.is_ascii_digit());
        if !c.is_ascii_alphanumeric() && !is_signed() {
            return None;
        }
        let mut end = self.after(at);
        while self.is(end, |c| c.is_ascii_alphanumeric()) || self.joins(end) {
            end += 1;
        }
        let word = &self.text.as_bytes()[at..end];
        let has_letter = word.iter().any(u8::is_ascii_alphabetic);
        let has_digit = word.iter().any(u8::is_ascii_digit);
        end = self.behind(end, |c| SIGNS.contains(c));
        if has_letter {
            let is_firm = has_digit && self.text[at..end].chars().count() <= LONGEST_CODE;
            return Some((end, if is_firm { Kind::Firm } else { Kind::Word }));
        }
        Some((self.measured(end), Kind::Firm))
    }

    /// Whether a mark goes on with what is before it.
    fn joins(&self, at: usize) -> bool {
        match self.at(at) {
            Some(',') => {
                self.before(at).is_some_and(|c| c.is_ascii_digit()) && self.is(at + 1, |c| c.is_ascii_digit())
            }
            Some(c) if JOINTS.contains(c) => {
                let behind = self.behind(at + 1, |c| JOINTS.contains(c));
                self.is(behind, |c| c.is_ascii_alphanumeric())
            }
            _ => false,
        }
    }

    /// Where a number ends that has been read to here, with what it measures; a range or a date goes on.
    fn measured(&self, mut end: usize) -> usize {
        let dash = |at| if self.is(at, |c| RANGES.contains(c)) { self.after(at) } else { at };
        let next = dash(dash(end));
        if next > end && self.is(next, |c| c.is_ascii_digit()) {
            return self.figure(next).map_or(end, |(end, _)| end);
        }
        let of_one = || if self.is(end, measures) { self.after(end) } else { end };
        end = self.measure(end).unwrap_or_else(of_one);
        let is_of_date = self.before(end).is_some_and(|c| "年月日时点分".contains(c));
        match self.figure(end) {
            Some((more, Kind::Firm)) if is_of_date => more,
            _ => end,
        }
    }

    /// A numeral of hanzi with what it measures.
    fn numeral(&self, at: usize, is_ordinal: bool) -> Option<usize> {
        let end = self.behind(at, is_numeral);
        if end == at {
            return None;
        }
        let of_one = || self.is(end, |c| NUMERAL_MEASURES.contains(c)).then(|| self.after(end));
        let measured = self.measure(end).or_else(of_one);
        measured.or(is_ordinal.then_some(end))
    }

    /// Where a measure word of several characters ends that stands here.
    fn measure(&self, at: usize) -> Option<usize> {
        if !self.is(at, begins_measure) {
            return None;
        }
        let rest = &self.text[at..];
        // The last byte of a character says most.
        let last = |text: &str| text.as_bytes().get('次'.len_utf8() - 1).copied();
        let words = MEASURES.iter().filter(|word| last(word) == last(rest));
        let words = words.filter(|word| rest.starts_with(**word));
        words.map(|word| at + word.len()).max()
    }

    /// A name around a dot.
    fn name(&self, dot: usize) -> Option<Range<usize>> {
        const MOST: usize = 8;
        let is_letter = |c: char| is_hanzi(c) || c.is_ascii_alphabetic();
        let goes_on = |c: &char| TRANSLITERATION.contains(*c) || c.is_ascii_alphabetic() || DOTS.contains(c);
        let length = |characters: &mut dyn Iterator<Item = char>, most| -> usize {
            characters.take_while(goes_on).take(most).map(char::len_utf8).sum()
        };
        let (last, first) = (self.before(dot)?, self.after(dot));
        if !is_letter(last) || !self.is(first, is_letter) {
            return None;
        }
        let start = dot - last.len_utf8();
        let start = start - length(&mut self.text[..start].chars().rev(), MOST - 1);
        let end = self.after(first);
        let end = end + length(&mut self.text[end..].chars(), 3 * MOST - 2);
        // A dot at its end belongs to what follows.
        let name = self.text[start..end].trim_end_matches(DOTS);
        Some(start..start + name.len())
    }
}

/// Whether a number may be measured in it.
fn measures(c: char) -> bool {
    is_hanzi(c) && !NO_MEASURE.contains(c)
}

/// Whether a measure word of several characters begins with it.
fn begins_measure(c: char) -> bool {
    "平个立千人万亿家户场件项年月季公毫厘小分周百余多".contains(c)
}

fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '零' | '〇'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '两'
    )
}

fn is_hanzi(c: char) -> bool {
    !c.is_ascii() && c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        kept(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_number_keeps_its_sign_and_its_measure_word() {
        for (text, expected) in [
            ("检查1234次，整改-1,234.56万元", vec!["1234次", "-1,234.56万元"]),
            ("增长96.4%，提高3.2个百分点", vec!["96.4%", "3.2个百分点"]),
            ("共5个和6的", vec!["5个", "6"]),
            ("G320国道K1234+560至K1240+100段", vec!["G320", "K1234+560", "K1240+100"]),
            ("COVID-19防控", vec!["COVID-19"]),
            ("电话0571-12345678转2", vec!["0571-12345678转", "2"]),
            (
                "二十大、第十九届、第二季度、十四届五次",
                vec!["二十大", "第十九届", "第二季度", "十四届", "五次"],
            ),
            ("没有数", vec![]),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn every_measure_word_is_found_by_its_first_character() {
        assert!(MEASURES.iter().all(|word| word.starts_with(begins_measure)));
    }

    #[test]
    fn a_date_and_a_range_are_one_piece() {
        for (text, expected) in [
            ("截至2023年6月30日，", vec!["2023年6月30日"]),
            ("2023年1—6月份财政", vec!["2023年1—6月份"]),
            ("（2021—2035年）", vec!["2021—2035年"]),
            ("2023-06-30至2023/7/1", vec!["2023-06-30至2023/7/1"]),
            ("2023年度工作", vec!["2023年度"]),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_with_a_dot_is_one_piece() {
        for (text, expected) in [
            ("任命阿依古丽·买买提为队长", vec!["阿依古丽·买买提"]),
            ("买买提·阿卜杜拉同志", vec!["买买提·阿卜杜拉"]),
            ("努尔艾合买提·吐尔逊同志", vec!["努尔艾合买提·吐尔逊"]),
            ("卡尔·亨利希·马克思著", vec!["卡尔·亨利希·马克思"]),
            ("·一项", vec!["一项"]),
        ] {
            assert_eq!(all(text), expected, "{text}");
        }
    }

    #[test]
    fn long_codes_and_words_may_break() {
        let text = "见https://example.gov.cn/a_b?id=12345678901234567890。Inspections，X91330000MA27U0XXXX91330000。";
        let words: Vec<&str> = long_words(text).into_iter().map(|range| &text[range]).collect();
        let expected = [
            "https://example.gov.cn/a_b?id=12345678901234567890",
            "Inspections",
            "X91330000MA27U0XXXX91330000",
        ];
        assert_eq!(words, expected);
        assert_eq!(all(text), Vec::<&str>::new());
    }
}
