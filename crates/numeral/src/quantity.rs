//! Numbers in free text as people write them: `1,945`, `７５`, `4 次`, 四十三, 1.2万, 40余, 百分之九十八.

use std::ops::Range;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::word::{begins, ends};

/// A number that a text states.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Where it stands, from its first digit to where its measure word begins.
    pub span: Range<usize>,
    /// What it comes to.
    pub value: Decimal,
    /// How exactly it is said.
    pub extent: Extent,
    /// What it is of.
    pub sign: Sign,
    /// The number before 万 or 亿, and where that stands: it may belong to the measure word, as in 万元.
    unscaled: Option<(Decimal, usize)>,
}

/// How exactly a number is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// As it stands.
    Exact,
    /// 40余: in the forties.
    More,
    /// 超过40: 41 and more.
    Over,
    /// 近40, 不足40.
    Less,
    /// 未达40: whatever is less.
    Below,
    /// 约40.
    About,
}

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Whatever the measure word says.
    None,
    /// %, 百分之, 成.
    Percent,
    /// ‰, 千分之.
    PerMille,
    /// 个百分点.
    Points,
}

const BEFORE: [(&str, Extent); 18] = [
    ("未达到", Extent::Below),
    ("未达", Extent::Below),
    ("低于", Extent::Below),
    ("不超过", Extent::Below),
    ("未超过", Extent::Below),
    ("超过", Extent::Over),
    ("突破", Extent::Over),
    ("超", Extent::Over),
    ("逾", Extent::Over),
    ("将近", Extent::Less),
    ("接近", Extent::Less),
    ("近", Extent::Less),
    ("不足", Extent::Less),
    ("不到", Extent::Less),
    ("约", Extent::About),
    ("大概", Extent::About),
    ("大致", Extent::About),
    ("约为", Extent::About),
];
/// Words before a round number that stands alone.
const ROUND: [&str; 8] = ["近", "逾", "超", "超过", "突破", "上", "约", "达"];
const AFTER: [(&str, Extent); 6] = [
    ("以上", Extent::Over),
    ("多", Extent::More),
    ("左右", Extent::About),
    ("上下", Extent::About),
    ("以内", Extent::Less),
    ("以下", Extent::Less),
];
/// Measures of one kind, with what each is in the least of them.
const KINDS: [&[(&str, u64)]; 5] = [
    &[("万元", 10_000), ("亿元", 100_000_000), ("百万元", 1_000_000), ("千元", 1_000), ("元", 1)],
    &[("公里", 1_000), ("千米", 1_000), ("米", 1)],
    &[("吨", 1_000), ("公斤", 1), ("千克", 1)],
    &[("公顷", 15), ("亩", 1)],
    &[("人", 1), ("名", 1), ("位", 1)],
];

impl Quantity {
    /// The number in this measure, and where the measure word ends; nothing where the text gives it another one. Money,
    /// lengths, weights and areas in another measure are converted.
    pub fn in_measure(&self, text: &str, measure: &str) -> Option<(Decimal, usize)> {
        let readings = self.unscaled.into_iter().chain([(self.value, self.span.end)]);
        let mut converted = None;
        for (value, at) in readings {
            let (rest, at) = trimmed(text, at)?;
            if !measure.is_empty() && rest.starts_with(measure) {
                return Some((value, at + measure.len()));
            }
            // 44.08吨 of what is counted in 万吨.
            if let Some(base) = measure.strip_prefix('万').filter(|base| rest.starts_with(base)) {
                let said = self.value.checked_div(10_000.into()).map(|value| (value, at + base.len()));
                converted = converted.or(said);
            }
            let kind = || KINDS.iter().find(|kind| kind.iter().any(|(name, _)| *name == measure));
            let Some(kind) = kind() else { continue };
            let to = kind.iter().find(|(name, _)| *name == measure).map(|(_, of)| *of);
            // 人次 are no people.
            let said = kind.iter().find(|(name, _)| rest.starts_with(name) && !rest.starts_with("人次"));
            if let (Some(to), Some((name, from))) = (to, said) {
                let value = value.checked_mul((*from).into()).and_then(|it| it.checked_div(to.into()));
                converted = converted.or(value.map(|value| (value, at + name.len())));
            }
        }
        converted
    }

    /// Whether a figure may be said so. `value` is the number in the figure's measure, which ends at `end`.
    pub fn fits(&self, text: &str, figure: Decimal, value: Decimal, end: usize) -> bool {
        let after = text.get(end..).unwrap_or_default();
        let extent = AFTER.iter().find(|(word, _)| after.starts_with(word)).map(|(_, extent)| *extent);
        let place = place_of(value);
        match extent.filter(|_| self.extent == Extent::Exact).unwrap_or(self.extent) {
            Extent::Exact if self.unscaled.is_some() && place > Decimal::ONE => {
                rounded(figure, place) == value || figure == value
            }
            // 0.28吨 of 278.2公斤 was rounded in its own measure.
            Extent::Exact if value != self.value && self.unscaled.is_none_or(|(said, _)| said != value) => {
                let own = value.checked_div(self.value).and_then(|factor| figure.checked_div(factor));
                own.is_some_and(|own| agrees(own, self.value))
            }
            Extent::Exact => agrees(figure, value),
            Extent::More => figure >= value && figure <= value + place,
            Extent::Over => {
                let most = (place * Decimal::from(4)).max(value * Decimal::new(3, 1));
                figure >= value && figure <= value + most
            }
            Extent::Less => {
                figure <= value && figure >= value - place.min((value * Decimal::new(3, 1)).max(Decimal::ONE))
            }
            Extent::Below => figure <= value,
            Extent::About => (figure - value).abs() <= place.max(value * Decimal::new(1, 1)),
        }
    }
}

/// A number that was rounded further than the figure says the same.
pub fn agrees(figure: Decimal, stated: Decimal) -> bool {
    figure.round_dp_with_strategy(stated.scale(), RoundingStrategy::MidpointAwayFromZero) == stated
}

fn rounded(figure: Decimal, place: Decimal) -> Decimal {
    let places = figure.checked_div(place).unwrap_or(figure);
    places.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * place
}

/// What the last digit that is not 0 counts: 10 for 40, 1 for 43.
fn place_of(value: Decimal) -> Decimal {
    let (mut place, ten) = (Decimal::ONE, Decimal::TEN);
    if value.is_zero() || value.scale() > 0 && !value.normalize().scale().eq(&0) {
        return Decimal::new(1, value.normalize().scale());
    }
    while (value % (place * ten)).is_zero() && place < value {
        place *= ten;
    }
    place
}

/// The text from a place on without spaces before it, and where that begins.
#[inline]
pub fn trimmed(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = text.get(at..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{3000}', '\u{A0}']);
    Some((trimmed, at + rest.len() - trimmed.len()))
}

/// Every number of a text. Ordinals, codes, telephone numbers and ranges are none.
pub fn quantities(text: &str) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut before = None;
    // Most of a text begins no number.
    while let Some(passed) = text[at..].find(may_begin) {
        before = text[at..at + passed].chars().next_back().or(before);
        at += passed;
        let Some(c) = text[at..].chars().next() else { break };
        if let Some(half) = half(text, at) {
            before = Some('半');
            at = half.span.end;
            found.push(half);
            continue;
        }
        let is_word = || ["百分点", "千分点", "十分", "一共"].iter().any(|word| begins(&text[at..], word));
        // 近千, 上万: the round number alone.
        let is_round = matches!(c, '千' | '万') && ROUND.iter().any(|word| text[..at].ends_with(word));
        if !starts(c) && !is_round && !text[at..].starts_with("千分之")
            || is_word()
            || is_no_capital(text, at)
        {
            before = Some(c);
            at += c.len_utf8();
            continue;
        }
        let read = read(text, at);
        // Of a run that is no number no part is one.
        let run = || text[at..].chars().take_while(|c| starts(*c)).map(char::len_utf8).sum::<usize>();
        let end = read.as_ref().map_or_else(|| at + run().max(c.len_utf8()), |(_, end)| *end);
        // 数十, 几百: nobody says how many.
        let is_vague = |c: char| {
            "数几".contains(c) && matches!(text[at..].chars().next(), Some('十' | '百' | '千' | '万'))
        };
        let is_part = |c: char| c.is_ascii_alphabetic() || "第-—–~～至到/号.．".contains(c) || is_vague(c);
        let follows = text[end..].chars().next();
        let goes_on = follows.is_some_and(|c| {
            c.is_ascii_alphabetic()
                || "-—–~～/至到".contains(c) && text[end..].chars().nth(1).is_some_and(starts)
        });
        if let Some((quantity, _)) = read
            && !before.is_some_and(is_part_of_run(text, at, is_part))
            && !goes_on
        {
            found.push(quantity);
        }
        before = text[..end].chars().next_back();
        at = end;
    }
    found
}

/// 过半, 大半, 近半 and 半数以上, in percent; 大半年 and 近半个月 are times.
fn half(text: &str, at: usize) -> Option<Quantity> {
    const BEFORE: [(&str, Extent); 5] = [
        ("过", Extent::Over),
        ("超", Extent::Over),
        ("大", Extent::Over),
        ("近", Extent::Less),
        ("不足", Extent::Less),
    ];
    let rest = text[at..].strip_prefix('半')?;
    let before = BEFORE.iter().find(|(word, _)| text[..at].ends_with(word));
    let (_, extent) = before.or_else(|| rest.starts_with("数以上").then_some(&BEFORE[0]))?;
    let is_time = rest.starts_with(['年', '月', '天', '日', '小', '个', '季', '载', '程', '夜']);
    let end = at + '半'.len_utf8();
    let value = Decimal::from(50);
    (!is_time).then_some(Quantity {
        span: at..end,
        value,
        extent: *extent,
        sign: Sign::Percent,
        unscaled: None,
    })
}

/// Whether the character before a number makes it a part of something else; 至 and 到 only between numbers,
/// 号 not in 销号13处.
fn is_part_of_run(text: &str, at: usize, is_part: impl Fn(char) -> bool) -> impl FnOnce(char) -> bool {
    let second = text[..at].chars().rev().nth(1);
    move |c| match c {
        '至' | '到' => second.is_some_and(|c| c.is_ascii_digit()),
        '号' => second != Some('销'),
        c => is_part(c),
    }
}

fn starts(c: char) -> bool {
    digit(c).is_some() || hanzi(c).is_some() || matches!(c, '十' | '拾' | '百' | '廿')
}

/// Whether a number, or a round one that stands alone, may begin so.
fn may_begin(c: char) -> bool {
    matches!(
        c,
        '0'..='9' | '０'..='９' | '〇' | '零' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '廿' | '半'
    ) || is_capital(c)
}

/// An Arabic digit, of either width.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(u32::from(c) - u32::from('0')),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => None,
    }
}

fn hanzi(c: char) -> Option<u64> {
    match c {
        '〇' | '零' => Some(0),
        '一' | '壹' => Some(1),
        '二' | '两' | '贰' => Some(2),
        '三' | '叁' => Some(3),
        '四' | '肆' => Some(4),
        '五' | '伍' => Some(5),
        '六' | '陆' => Some(6),
        '七' | '柒' => Some(7),
        '八' | '捌' => Some(8),
        '九' | '玖' => Some(9),
        _ => None,
    }
}

fn unit(c: char) -> Option<u64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1_000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

/// A numeral as amounts are written, so that nobody changes it.
fn is_capital(c: char) -> bool {
    matches!(c, '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖' | '拾' | '佰' | '仟')
}

/// Whether such numerals are no number: 陆续, 收拾, 队伍拾级而上. A number has two of them, the second of which is a unit or
/// the first is ten, or one and a measure word.
fn is_no_capital(text: &str, at: usize) -> bool {
    const MEASURES: &str = "处家户件条篇名个场起项期份例批次元";
    let mut two = text[at..].chars();
    let (Some(first), second) = (two.next(), two.next()) else { return false };
    let is_number = match second {
        Some(second) if first == '拾' => hanzi(second).is_some() && is_capital(second),
        Some('拾' | '佰' | '仟' | '万' | '亿') => true,
        // 伍 and 陆 are names of people and villages.
        Some(second) => !matches!(first, '伍' | '陆' | '佰' | '仟') && MEASURES.contains(second),
        None => false,
    };
    is_capital(first) && (!is_number || text[..at].ends_with(['队', '入', '退', '登', '大', '收', '捡']))
}

/// The number that begins here, and where what was read ends; none where it is no plain number.
fn read(text: &str, start: usize) -> Option<(Quantity, usize)> {
    for (head, sign) in [("百分之", Sign::Percent), ("千分之", Sign::PerMille)] {
        if let Some(rest) = text[start..].strip_prefix(head) {
            let from = start + head.len();
            let (value, end) = plain(rest).or_else(|| in_hanzi(rest))?;
            return Some((quantity(text, start, value, from + end, sign), from + end));
        }
    }
    let rest = &text[start..];
    let (value, length) = plain(rest).or_else(|| in_hanzi(rest))?;
    if let Some((value, length)) = fraction(value, rest, length) {
        let mut quantity = quantity(text, start, value, start + length, Sign::Percent);
        if quantity.extent == Extent::Exact {
            let is_more = text[quantity.span.end..].starts_with("以上");
            quantity.extent = if is_more { Extent::Over } else { Extent::About };
        }
        let end = quantity.span.end;
        return Some((quantity, end));
    }
    let mut quantity = quantity(text, start, value, start + length, Sign::None);
    let end = quantity.span.end;
    let (after, at) = trimmed(text, end)?;
    for (mark, sign) in
        [("%", Sign::Percent), ("％", Sign::Percent), ("‰", Sign::PerMille), ("个百分点", Sign::Points)]
    {
        if after.starts_with(mark) {
            quantity.sign = sign;
            quantity.span.end = at + mark.len();
        }
    }
    if after.starts_with('成') && !after.starts_with("成效") && !after.starts_with("成果") {
        in_tenths(text, value, at + "成".len(), &mut quantity)?;
        let end = quantity.span.end;
        return Some((quantity, end));
    }
    Some((quantity, end))
}

/// 三分之二 and 一半, in percent.
fn fraction(below: Decimal, text: &str, length: usize) -> Option<(Decimal, usize)> {
    let rest = &text[length..];
    if rest.starts_with('半') && text.starts_with('一') {
        return Some((Decimal::from(50), length + '半'.len_utf8()));
    }
    let rest = rest.strip_prefix("分之")?;
    let (above, end) = plain(rest).or_else(|| in_hanzi(rest))?;
    let share = above.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(below)?.round_dp(1);
    Some((share, length + "分之".len() + end))
}

/// 九成 is about 90 %, 九成八 is 98 %.
fn in_tenths(text: &str, tenths: Decimal, end: usize, quantity: &mut Quantity) -> Option<()> {
    let next = text[end..].chars().next();
    let digit = next.and_then(|c| hanzi(c).or_else(|| digit(c).map(u64::from)));
    quantity.sign = Sign::Percent;
    quantity.value = tenths.checked_mul(Decimal::TEN)?.checked_add(digit.unwrap_or_default().into())?;
    quantity.span.end = end + next.filter(|_| digit.is_some()).map_or(0, char::len_utf8);
    let more = ['多', '余'].into_iter().find(|more| digit.is_none() && text[end..].starts_with(*more));
    if let Some(more) = more {
        quantity.extent = Extent::More;
        quantity.span.end += more.len_utf8();
    } else if digit.is_none() && quantity.extent == Extent::Exact {
        quantity.extent = Extent::About;
    }
    Some(())
}

/// A number with the words around it, 万 and 余 among them.
fn quantity(text: &str, start: usize, value: Decimal, end: usize, sign: Sign) -> Quantity {
    let before = &text[..start];
    let extent = BEFORE.iter().find(|(word, _)| ends(before, word)).map(|(_, extent)| *extent);
    let is_upward = before.ends_with('上') && text[start..].starts_with(['百', '千', '万']);
    let extent = extent.or(is_upward.then_some(Extent::Over));
    let mut quantity =
        Quantity { span: start..end, value, extent: extent.unwrap_or(Extent::Exact), sign, unscaled: None };
    loop {
        let Some((rest, at)) = trimmed(text, quantity.span.end) else { return quantity };
        let Some(next) = rest.chars().next() else { return quantity };
        match next {
            '余' | '多' => quantity.extent = Extent::More,
            '万' | '亿' | '千' | '百' if quantity.unscaled.is_none() && sign == Sign::None => {
                let times = unit(next).unwrap_or(1).into();
                let Some(value) = quantity.value.checked_mul(times) else { return quantity };
                quantity.unscaled = Some((quantity.value, at));
                quantity.value = value.normalize();
                // 1万3千.
                if let Some((rest, length)) =
                    thousands(&text[at + next.len_utf8()..]).filter(|_| next == '万')
                {
                    quantity.value += rest;
                    quantity.unscaled = None;
                    quantity.span.end = at + next.len_utf8() + length;
                    continue;
                }
            }
            _ => return quantity,
        }
        quantity.span.end = at + next.len_utf8();
    }
}

/// The thousands behind 万, and how long they are.
fn thousands(text: &str) -> Option<(Decimal, usize)> {
    let (number, length) = plain(text)?;
    let rest = text[length..].strip_prefix('千')?;
    (!rest.starts_with('元')).then_some((number.checked_mul(1_000.into())?, length + '千'.len_utf8()))
}

/// Digits of either width, with marks between thousands and a decimal point.
fn plain(text: &str) -> Option<(Decimal, usize)> {
    let mut digits = String::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let following = || text[at + c.len_utf8()..].chars().map_while(digit).count();
        match (digit(c), c) {
            (Some(value), _) => digits.extend(char::from_digit(value, 10)),
            (None, ',' | '，' | ' ' | '\u{A0}' | '\u{2009}')
                if !digits.is_empty() && !digits.contains('.') && following() == 3 => {}
            (None, '.' | '．') if !digits.is_empty() && !digits.contains('.') && following() > 0 => {
                digits.push('.');
            }
            _ => break,
        }
        end = at + c.len_utf8();
    }
    Some((digits.parse().ok()?, end)).filter(|_| !digits.is_empty() && digits.len() <= 20)
}

/// 四十三, 两百, 一百零五, 九十八点五. Digits alone, one after the other, are years or guesses, and none.
fn in_hanzi(text: &str) -> Option<(Decimal, usize)> {
    let (mut total, mut section, mut last, mut end, mut digits) = (0u64, 0u64, None, 0, 0);
    for (at, c) in text.char_indices() {
        match (hanzi(c), unit(c)) {
            (Some(value), _) => {
                if last.is_some_and(|last| last != 0) {
                    return None;
                }
                last = Some(value);
                digits += 1;
            }
            (None, None) if c == '廿' && last.is_none() => section += 20,
            (None, Some(times)) if times >= 10_000 => {
                section += last.take().unwrap_or(0);
                if section == 0 && end > 0 {
                    break;
                }
                section = section.max(1);
                // 万 of what follows may be the measure's.
                if text[at + c.len_utf8()..].starts_with('元') {
                    break;
                }
                total = total.checked_add(section.checked_mul(times)?)?;
                section = 0;
            }
            (None, Some(times)) => {
                section = section.checked_add(last.take().unwrap_or(1).checked_mul(times)?)?;
            }
            _ => break,
        }
        end = at + c.len_utf8();
    }
    let value = total.checked_add(section)?.checked_add(last.unwrap_or(0))?;
    let whole = Decimal::from(value);
    let Some(fraction) = text[end..].strip_prefix('点').filter(|_| end > 0) else {
        return (end > 0 && digits <= 12).then_some((whole, end));
    };
    let fraction: String = fraction
        .chars()
        .map_while(|c| hanzi(c).and_then(|value| char::from_digit(u32::try_from(value).ok()?, 10)))
        .collect();
    if fraction.is_empty() {
        return Some((whole, end));
    }
    let width: usize = text[end + "点".len()..].chars().take(fraction.len()).map(char::len_utf8).sum();
    Some((format!("{whole}.{fraction}").parse().ok()?, end + "点".len() + width))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let shown = |quantity: &Quantity| {
            let extent = match quantity.extent {
                Extent::Exact => "",
                Extent::More | Extent::Over => "+",
                Extent::Less | Extent::Below => "-",
                Extent::About => "~",
            };
            let sign = match quantity.sign {
                Sign::None => "",
                Sign::Percent => "%",
                Sign::PerMille => "‰",
                Sign::Points => "pp",
            };
            format!("{}{extent}{sign}", quantity.value)
        };
        quantities(text).iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            ("检查７５家次", "75"),
            ("整改1,945处，另有2,3处", "1945 2 3"),
            ("整改1，945处", "1945"),
            ("学习 4 次", "4"),
            ("四十三篇、十二处、两次、一百零五件、二十余家", "43 12 2 105 20+"),
            ("1万处，1.2万人次，一万两千人", "10000 12000 12000"),
            ("40余家次，近370人次，超过5次，约3成", "40+ 370- 5+ 30~%"),
            ("达到百分之九十八，百分之百，百分之九十八点五，71.5%，98 ％", "98% 100% 98.5% 71.5% 98%"),
            ("提高3个百分点", "3pp"),
            ("第3次，第三次，AJ232-001，0000-1234567，3—5次，5至8次", ""),
            ("三分之二，近一半，四分之三以上", "66.7~% 50-% 75+%"),
            ("占比过半，占了大半，半数以上，近半；过半年，大半天，近半个月，后半程", "50+% 50+% 50+% 50-%"),
            ("九成八，不到八成，1万3千株，13 000株，廿场，廿五场", "98% 80-% 13000 13000 20 25"),
            ("六成多，三成余", "60+% 30+%"),
            ("近千人次，上万户，千家万户，万家灯火", "1000- 10000+"),
            ("检查数十家次，几百人，三五次，好几十户", ""),
            ("二〇二三年，三四次", ""),
            ("叁拾贰处，壹佰贰拾家，拾伍次，叁佰贰拾捌点伍万元，玖万零叁拾元", "32 120 15 3285000 90030"),
            ("陆续到位，收拾杂物，拾荒，队伍拾级而上，放肆，大陆，贰心，伍家村", ""),
            ("叁处，柒场，销号13处，6号13处", "3 7 13 6"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_figure_may_be_said_less_exactly() {
        for (text, measure, figure, fits) in [
            ("40余家次", "家次", "46", true),
            ("40余家次", "家次", "10", false),
            ("近370人次", "人次", "361", true),
            ("近370人次", "人次", "375", false),
            ("1.2万人次", "人次", "12034", true),
            ("209.32万元", "万元", "209.32", true),
            ("2,093,200元", "万元", "209.32", true),
            ("2093200元", "万元", "209.31", false),
            ("60家次以上", "家次", "64", true),
            ("约60家次", "家次", "64", true),
            ("60家次", "家次", "64", false),
            ("0.28吨", "公斤", "278.2", true),
            ("0.29吨", "公斤", "278.2", false),
        ] {
            let found = quantities(text);
            let (value, end) = found[0].in_measure(text, measure).unwrap();
            assert_eq!(found[0].fits(text, figure.parse().unwrap(), value, end), fits, "{text} {figure}");
        }
        assert_eq!(quantities("5个")[0].in_measure("5个", "次"), None);
    }
}
