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
    文翁沃乌吾武伍西希夏肖谢辛新兴休许雪逊雅亚延扬耶叶伊依易英尤于约扎詹珍泽扎旦珠卓孜兹宗祖作措次仁旺嘉央金巴桑";

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

fn pieces(text: &str) -> Vec<(Range<usize>, Kind)> {
    // Most of a text is of neither kind.
    if !text.contains(|c: char| c.is_ascii_alphanumeric() || is_numeral(c) || DOTS.contains(&c)) {
        return Vec::new();
    }
    let reader = Reader { text, characters: text.char_indices().collect() };
    let (mut found, mut at): (Vec<(Range<usize>, Kind)>, usize) = (Vec::new(), 0);
    while at < reader.characters.len() {
        let Some((start, end, kind)) = reader.piece(at) else {
            at += 1;
            continue;
        };
        let range = reader.byte(start)..reader.byte(end);
        // A name goes back over what stands before its dot.
        while found.last().is_some_and(|(last, _)| last.end > range.start) {
            found.pop();
        }
        found.push((range, kind));
        at = end;
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    characters: Vec<(usize, char)>,
}

impl Reader<'_> {
    fn at(&self, index: usize) -> Option<char> {
        self.characters.get(index).map(|(_, c)| *c)
    }

    fn byte(&self, index: usize) -> usize {
        self.characters.get(index).map_or(self.text.len(), |(byte, _)| *byte)
    }

    fn is(&self, index: usize, is_so: impl Fn(char) -> bool) -> bool {
        self.at(index).is_some_and(is_so)
    }

    fn piece(&self, at: usize) -> Option<(usize, usize, Kind)> {
        let c = self.at(at)?;
        // Most of a text.
        if is_common_hanzi(c) && c != '第' && !is_numeral(c) {
            return None;
        }
        if DOTS.contains(&c) {
            return self.name(at);
        }
        let first = if c == '第' { at + 1 } else { at };
        if let Some((end, kind)) = self.figure(first) {
            return Some((at, end, kind));
        }
        self.numeral(first, c == '第').map(|end| (at, end, Kind::Firm))
    }

    /// A number, code or Latin word that begins here.
    fn figure(&self, at: usize) -> Option<(usize, Kind)> {
        let c = self.at(at)?;
        let is_signed = || "+-−±¥￥$".contains(c) && self.is(at + 1, |c| c.is_ascii_digit());
        if !c.is_ascii_alphanumeric() && !is_signed() {
            return None;
        }
        let mut end = at + 1;
        while self.is(end, |c| c.is_ascii_alphanumeric()) || self.joins(end) {
            end += 1;
        }
        let letters = (at..end).filter(|index| self.is(*index, |c| c.is_ascii_alphabetic())).count();
        let has_digit = (at..end).any(|index| self.is(index, |c| c.is_ascii_digit()));
        while self.is(end, |c| SIGNS.contains(c)) {
            end += 1;
        }
        if letters > 0 {
            let is_firm = has_digit && end - at <= LONGEST_CODE;
            return Some((end, if is_firm { Kind::Firm } else { Kind::Word }));
        }
        Some((self.measured(end), Kind::Firm))
    }

    /// Whether a mark goes on with what is before it.
    fn joins(&self, at: usize) -> bool {
        let is_digit = |index| self.is(index, |c| c.is_ascii_digit());
        match self.at(at) {
            Some(',') => is_digit(at - 1) && is_digit(at + 1),
            Some(c) if JOINTS.contains(c) => {
                self.is(at + 1, |c| c.is_ascii_alphanumeric() || JOINTS.contains(c)) && self.goes_on(at + 1)
            }
            _ => false,
        }
    }

    /// Whether marks come to a letter or digit.
    fn goes_on(&self, mut at: usize) -> bool {
        while self.is(at, |c| JOINTS.contains(c)) {
            at += 1;
        }
        self.is(at, |c| c.is_ascii_alphanumeric())
    }

    /// Where a number ends that has been read to here, with what it measures; a range or a date goes on.
    fn measured(&self, mut end: usize) -> usize {
        let dashes = (end..end + 2).take_while(|index| self.is(*index, |c| RANGES.contains(c))).count();
        if dashes > 0 && self.is(end + dashes, |c| c.is_ascii_digit()) {
            return self.figure(end + dashes).map_or(end, |(end, _)| end);
        }
        let of_one = || usize::from(self.is(end, |c| is_hanzi(c) && !NO_MEASURE.contains(c)));
        end += self.measure(end).unwrap_or_else(of_one);
        let is_of_date = self.is(end - 1, |c| "年月日时点分".contains(c));
        match self.figure(end) {
            Some((more, Kind::Firm)) if is_of_date => more,
            _ => end,
        }
    }

    /// A numeral of hanzi with what it measures.
    fn numeral(&self, at: usize, is_ordinal: bool) -> Option<usize> {
        let mut end = at;
        while self.is(end, is_numeral) {
            end += 1;
        }
        if end == at {
            return None;
        }
        let of_one = || self.is(end, |c| NUMERAL_MEASURES.contains(c)).then_some(1);
        let measure = self.measure(end).or_else(of_one);
        (measure.is_some() || is_ordinal).then(|| end + measure.unwrap_or(0))
    }

    /// How many characters a measure word of several has that stands here.
    fn measure(&self, at: usize) -> Option<usize> {
        let rest = &self.text[self.byte(at)..];
        // The last byte of a character says most.
        let last = |text: &str| text.as_bytes().get('次'.len_utf8() - 1).copied();
        let words = MEASURES.iter().filter(|word| last(word) == last(rest));
        let words = words.filter(|word| rest.starts_with(**word));
        words.map(|word| word.chars().count()).max()
    }

    /// A name around a dot.
    fn name(&self, dot: usize) -> Option<(usize, usize, Kind)> {
        const MOST: usize = 8;
        let is_letter = |c: char| is_hanzi(c) || c.is_ascii_alphabetic();
        let goes_on = |c: char| TRANSLITERATION.contains(c) || c.is_ascii_alphabetic() || DOTS.contains(&c);
        let before = dot.checked_sub(1)?;
        if !self.is(before, is_letter) || !self.is(dot + 1, is_letter) {
            return None;
        }
        let mut start = before;
        while start > 0 && dot - start < MOST && self.is(start - 1, goes_on) {
            start -= 1;
        }
        let mut end = dot + 2;
        while end - dot < 3 * MOST && self.is(end, goes_on) {
            end += 1;
        }
        // A dot at its end belongs to what follows.
        while self.is(end - 1, |c| DOTS.contains(&c)) {
            end -= 1;
        }
        Some((start, end, Kind::Firm))
    }
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
