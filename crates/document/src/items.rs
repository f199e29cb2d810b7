//! What a unit wrote as items, as the items it meant: its own numbering (一是, 1., ①, (1), 第一,) comes off, the marks at
//! its ends too, and one text that numbers several items is several. Nothing but numbers and marks is lost, and what
//! comes out once stays as it is.
//!
//! This file must not know what items are made of besides text, or how a house style numbers them.

/// What closes an item, and gives way to what stands between items.
pub const END_MARKS: [char; 10] = ['。', '；', '，', '、', ';', ',', ' ', '\u{3000}', '\t', '\n'];

/// What may stand before an item's number inside a text.
const BOUNDARIES: [char; 16] =
    ['。', '；', '，', '、', '：', '！', '？', ';', ',', ':', '!', '?', ' ', '\u{3000}', '\t', '\n'];

/// What stands for having nothing to report.
const NONE: [&str; 14] =
    ["无", "没有", "暂无", "暂时无", "暂没有", "暂时没有", "none", "nil", "n/a", "/", "-", "—", "——", "－"];

/// Numbers beyond are years and figures.
const MOST: u32 = 99;

/// How an item is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// 一是
    Is,
    /// 第一，
    Ordinal,
    /// 其一，
    Of,
    /// 一、
    Hanzi,
    /// 1. or 1、 or 1)
    Arabic,
    /// （1） or (一)
    Brackets,
    /// ①
    Circled,
    /// •
    Bullet,
}

/// An item's number: how it is written, which it is, and how many bytes it takes with the spaces behind it.
#[derive(Clone, Copy, Debug)]
struct Mark {
    style: Style,
    number: u32,
    len: usize,
    /// Whether digits follow that may belong to it: 1、2号楼, 一、二季度.
    is_doubtful: bool,
}

/// Whether a text begins with a number of its own.
pub fn is_numbered(text: &str) -> bool {
    mark(text.trim_start()).is_some()
}

/// Whether an item says that there is nothing to say: 无, 没有, 暂无, none.
pub fn is_none(item: &str) -> bool {
    // Hardly any item begins like one of these.
    let first = item.chars().find(|c| !c.is_whitespace() && !matches!(c, '（' | '('));
    if !first.is_some_and(|c| matches!(c, '无' | '没' | '暂' | 'n' | 'N' | '/' | '-' | '—' | '－')) {
        return false;
    }
    let item = item.trim().trim_end_matches(END_MARKS).trim_end_matches('.');
    let inner = ["（", "("].iter().find_map(|open| item.strip_prefix(open));
    let item = inner.and_then(|inner| inner.strip_suffix(['）', ')'])).unwrap_or(item);
    NONE.iter().any(|none| item.eq_ignore_ascii_case(none))
}

/// The items of a text, each without its number and its end marks.
pub fn items(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    part(text, &mut found);
    found
}

fn part<'t>(text: &'t str, found: &mut Vec<&'t str>) {
    let text = text.trim_start();
    // A number that nothing stands behind is no item.
    if mark(text).is_some_and(|first| text[first.len..].trim_matches(END_MARKS).is_empty()) {
        return;
    }
    let text = text.trim_end_matches(END_MARKS);
    let Some(first) = mark(text) else {
        if !text.is_empty() {
            found.push(text);
        }
        return;
    };
    let cuts = cuts(text, first);
    if first.is_doubtful && cuts.is_empty() {
        found.push(text);
        return;
    }
    let mut start = first.len;
    for (at, next) in cuts {
        part(&text[start..at], found);
        start = at + next.len;
    }
    part(&text[start..], found);
}

/// Where the numbers that follow on the first one stand.
fn cuts(text: &str, first: Mark) -> Vec<(usize, Mark)> {
    let (mut cuts, mut expected) = (Vec::new(), first.number + 1);
    let (mut before, mut skip) = (None, first.len);
    for (at, c) in text.char_indices() {
        let follows = at >= skip && can_begin(first.style, before);
        if let Some(next) = follows.then(|| mark(&text[at..])).flatten()
            && next.style == first.style
            && (next.number == expected || next.style == Style::Bullet)
        {
            cuts.push((at, next));
            (expected, skip) = (next.number + 1, at + next.len);
        }
        before = Some(c);
    }
    cuts
}

/// Whether an item may begin behind a character.
fn can_begin(style: Style, before: Option<char>) -> bool {
    let Some(before) = before else { return true };
    match style {
        // 二是 and ② are nothing else, whatever stands before them.
        Style::Is | Style::Circled => hanzi_digit(before).is_none() && before != '第',
        _ => BOUNDARIES.contains(&before),
    }
}

/// The number at the beginning of a text, if there is one.
fn mark(text: &str) -> Option<Mark> {
    let first = text.chars().next()?;
    if let Some(number) = circled(first) {
        let rest = &text[first.len_utf8()..];
        // ①号楼 is a name.
        return (!rest.starts_with('号')).then(|| marked(Style::Circled, number, text, after_mark(rest)));
    }
    if matches!(first, '•' | '●' | '▪' | '■' | '◆' | '◇' | '·') {
        return Some(marked(Style::Bullet, 0, text, &text[first.len_utf8()..]));
    }
    // A stroke is one where a space parts it from the words.
    if matches!(first, '-' | '–' | '—' | '*' | '+')
        && text[first.len_utf8()..].starts_with([' ', '\u{3000}', '\t'])
    {
        return Some(marked(Style::Bullet, 0, text, &text[first.len_utf8()..]));
    }
    match first {
        '（' | '(' => {
            let (number, rest) = number(&text[first.len_utf8()..])?;
            let rest = rest.strip_prefix(['）', ')'])?;
            Some(marked(Style::Brackets, number, text, after_mark(rest)))
        }
        '第' => {
            let (number, rest) = number(&text[first.len_utf8()..])?;
            let rest = rest.strip_prefix(['，', '、', ',', '：', ':'])?;
            Some(marked(Style::Ordinal, number, text, rest))
        }
        '其' => {
            let (number, rest) = hanzi(&text[first.len_utf8()..])?;
            let rest = rest.strip_prefix(['，', '、', ',', '：', ':', '是'])?;
            Some(marked(Style::Of, number, text, rest))
        }
        _ => plain(text),
    }
}

/// 一是, 一、 and 1.
fn plain(text: &str) -> Option<Mark> {
    if let Some((number, rest)) = hanzi(text) {
        if let Some(rest) = rest.strip_prefix('是') {
            let rest = rest.strip_prefix(['：', ':', '，', ',']).unwrap_or(rest);
            return Some(marked(Style::Is, number, text, rest));
        }
        let rest = rest.strip_prefix(['、', '.', '．'])?;
        let is_doubtful = rest.chars().next().is_some_and(|c| hanzi_digit(c).is_some());
        return Some(Mark { is_doubtful, ..marked(Style::Hanzi, number, text, rest) });
    }
    let (number, rest) = arabic(text)?;
    let mark = rest.chars().next()?;
    let rest = &rest[mark.len_utf8()..];
    let has_digits = rest.chars().next().is_some_and(|c| c.is_ascii_digit() || fullwidth(c).is_some());
    let is_year =
        rest.len() > 4 && rest.as_bytes()[..4].iter().all(u8::is_ascii_digit) && rest[4..].starts_with('年');
    match mark {
        // 1.5公里 is a figure.
        '.' | '．' if has_digits && !is_year => None,
        '、' | '.' | '．' | ')' | '）' => {
            let is_doubtful = has_digits && !is_year;
            Some(Mark { is_doubtful, ..marked(Style::Arabic, number, text, rest) })
        }
        _ => None,
    }
}

fn marked(style: Style, number: u32, text: &str, rest: &str) -> Mark {
    Mark { style, number, len: text.len() - rest.trim_start().len(), is_doubtful: false }
}

/// What may stand behind a number that is whole without it.
fn after_mark(rest: &str) -> &str {
    rest.strip_prefix(['、', '．', '，']).unwrap_or(rest)
}

/// A number in either script, and what follows.
fn number(text: &str) -> Option<(u32, &str)> {
    hanzi(text).or_else(|| arabic(text))
}

fn arabic(text: &str) -> Option<(u32, &str)> {
    let digit = |c: char| c.to_digit(10).or_else(|| fullwidth(c));
    let rest = text.trim_start_matches(|c| digit(c).is_some());
    let digits = &text[..text.len() - rest.len()];
    let number = digits.chars().filter_map(digit).try_fold(0_u32, |number, digit| {
        number.checked_mul(10)?.checked_add(digit).filter(|number| *number <= MOST)
    })?;
    (number > 0).then_some((number, rest))
}

/// 一 to 九十九.
fn hanzi(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|c| hanzi_digit(c).is_some());
    let mut digits = text[..text.len() - rest.len()].chars().filter_map(hanzi_digit);
    let number = match (digits.next()?, digits.next(), digits.next(), digits.next()) {
        (one, None, ..) => one,
        (10, Some(one), None, _) if one < 10 => 10 + one,
        (tens, Some(10), None, _) if tens < 10 => tens * 10,
        (tens, Some(10), Some(one), None) if tens < 10 && one < 10 => tens * 10 + one,
        _ => return None,
    };
    Some((number, rest))
}

fn hanzi_digit(c: char) -> Option<u32> {
    "一二三四五六七八九十".chars().zip(1..).find(|(digit, _)| *digit == c).map(|(_, value)| value)
}

fn fullwidth(c: char) -> Option<u32> {
    ('０'..='９').contains(&c).then(|| u32::from(c) - u32::from('０'))
}

/// ①, ⑴, ⒈, ❶, ㈠ and ㊀.
fn circled(c: char) -> Option<u32> {
    let runs = [('①', '⑳'), ('⑴', '⒇'), ('⒈', '⒛'), ('❶', '❿'), ('➀', '➉'), ('㈠', '㈩'), ('㊀', '㊉')];
    let (first, _) = runs.into_iter().find(|(first, last)| (*first..=*last).contains(&c))?;
    Some(u32::from(c) - u32::from(first) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_and_end_marks_come_off() {
        for (text, expected) in [
            ("检查力量不足。", &["检查力量不足"][..]),
            ("一是人员少；二是设备旧", &["人员少", "设备旧"]),
            ("一是人员少，二是设备旧。", &["人员少", "设备旧"]),
            ("一是人员少二是设备旧", &["人员少", "设备旧"]),
            ("1.人员少\n2.设备旧", &["人员少", "设备旧"]),
            ("1、人员少；2、设备旧；", &["人员少", "设备旧"]),
            ("１．人员少 ２．设备旧", &["人员少", "设备旧"]),
            ("①人员少②设备旧", &["人员少", "设备旧"]),
            ("(1) 人员少; (2) 设备旧;", &["人员少", "设备旧"]),
            ("（一）人员少。（二）设备旧。", &["人员少", "设备旧"]),
            ("第一，人员少。第二，设备旧。", &["人员少", "设备旧"]),
            ("其一，人员少；其二，设备旧", &["人员少", "设备旧"]),
            ("• 人员少\n• 设备旧", &["人员少", "设备旧"]),
            ("- 人员少\n- 设备旧", &["人员少", "设备旧"]),
            ("* 人员少\n* 设备旧", &["人员少", "设备旧"]),
            ("3、", &[]),
            ("三是", &[]),
            ("（2）", &[]),
            ("1.（1）人员少；（2）设备旧\n2.经费紧", &["人员少", "设备旧", "经费紧"]),
            ("2)设备旧", &["设备旧"]),
            ("1.2023年以来人员少", &["2023年以来人员少"]),
            ("1、2号楼漏水；2、3号楼漏水", &["2号楼漏水", "3号楼漏水"]),
            ("十一是经费紧", &["经费紧"]),
            ("", &[]),
            ("1.\n2.", &[]),
        ] {
            assert_eq!(items(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_number_of_an_item_stays() {
        for text in [
            "1.5公里道路破损",
            "2.0版系统未上线",
            "1、2号楼漏水",
            "1、2号楼漏水；3、4号楼漏水",
            "一、二季度均未完成",
            "2023年以来人员少",
            "（2023）1号文件未落实",
            "3个村未报",
            "一些村未报",
            "第一季度未报",
            "①号楼漏水",
            "统一是难点",
            "110、119联动不畅",
            "-5度以下未巡",
            "人员少 - 设备旧",
            "3.15活动未开展",
            "人员少；设备旧",
            "人员少2.设备旧",
        ] {
            assert_eq!(items(text), [text], "{text}");
        }
    }

    #[test]
    fn nothing_to_say_is_known_in_its_forms() {
        for text in ["无", "无。", " 没有 ", "暂无；", "None", "none.", "N/A", "（无）", "/", "—"]
        {
            assert!(is_none(text), "{text}");
        }
        for text in ["无人值守", "没有问题反映渠道", "暂无资金来源", ""] {
            assert!(!is_none(text), "{text}");
        }
    }

    /// Texts in which numbers, marks and words meet in all ways.
    fn texts() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "一是",
            "二是",
            "三是",
            "1.",
            "2.",
            "3.",
            "1、",
            "2、",
            "①",
            "②",
            "（1）",
            "(2)",
            "（一）",
            "第一，",
            "第二，",
            "其一，",
            "一、",
            "二、",
            "• ",
            "；",
            "。",
            "，",
            "、",
            "\n",
            " ",
            "人员少",
            "设备旧",
            "5公里",
            "2023年",
            "二季度",
            "10",
            "无",
            "号",
        ]);
        prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_comes_out_once_stays_as_it_is(text in texts()) {
            for item in items(&text) {
                prop_assert_eq!(items(item), [item], "of {:?}", text);
            }
        }

        #[test]
        fn nothing_but_numbers_and_marks_is_lost(text in texts()) {
            let kept = items(&text);
            let mut rest = text.as_str();
            let mut lost = String::new();
            for item in &kept {
                let at = rest.find(item).unwrap();
                lost.push_str(&rest[..at]);
                rest = &rest[at + item.len()..];
            }
            lost.push_str(rest);
            let is_mark = |c: char| {
                END_MARKS.contains(&c) || c.is_ascii_digit() || hanzi_digit(c).is_some() || circled(c).is_some()
                    || "是第其.．（）()：:•".contains(c)
            };
            prop_assert!(lost.chars().all(is_mark), "{:?} of {:?}", lost, text);
        }

        #[test]
        fn what_has_no_marks_is_left_alone(text in "[\u{4E00}-\u{4FFF}a-z]{1,12}") {
            prop_assume!(mark(&text).is_none());
            prop_assert_eq!(items(&text), [text.as_str()]);
            prop_assert!(!is_numbered(&text));
        }
    }
}
