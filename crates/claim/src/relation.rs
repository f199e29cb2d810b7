//! Shares, sums and multiples of counts that a sentence names: 清运垃圾中可回收物占15.1%, 助浴、助洁两项合计422人次,
//! 商店检查是集市检查的3.3倍.

use huibian_mention::Named;
use huibian_numeral::{Extent, Quantity, Sign};
use huibian_passage::Passage;
use rust_decimal::Decimal;

use crate::names::Hit;
use crate::sentence::Sentence;
use crate::{Told, is_said_so};

/// Words of more than half, and of less.
const MOST: [&str; 9] =
    ["过半", "大半", "多半", "半数以上", "一半以上", "绝大多数", "绝大部分", "大多数", "大头"];
const FEW: [&str; 6] = ["不到一半", "不足一半", "小半", "不到半数", "不足半数", "少数"];
/// Words that make a share that of something else.
const RATES: [&str; 6] = ["率", "比例尺", "完成", "达标", "满意", "合格"];
/// What joins counts that are added up.
const JOINS: [&str; 11] = ["、", "和", "与", "及", "以及", "连同", "加上", "加", "同", "跟", "，"];
/// Words of their sum.
pub(crate) const SUMS: [&str; 16] = [
    "合计",
    "总计",
    "共计",
    "一共",
    "总共",
    "统共",
    "共",
    "加起来",
    "合起来",
    "相加",
    "加在一起",
    "合在一起",
    "两项",
    "两类",
    "三项",
    "之和",
];
/// What a multiple is told with between what it is of.
const IS: [&str; 8] = ["是", "为", "相当", "达", "有", "等于", "抵", "顶"];

/// Words of more than half, and of less.
pub(crate) fn halves() -> impl Iterator<Item = &'static str> {
    MOST.into_iter().chain(FEW)
}

/// 经营主体里七成上下是个体户: of a count and one or several of its parts.
pub(crate) fn share(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let is_share = sentence.numbers.iter().any(|it| it.sign == Sign::Percent)
        || FEW.iter().chain(&MOST).any(|word| sentence.text.contains(word));
    if !is_share {
        return None;
    }
    let (whole, parts) = of_whole(sentence.hits())?;
    let part: Option<Vec<Decimal>> = parts.iter().map(|part| sentence.value(part)).collect();
    let part: Decimal = part?.iter().sum();
    let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(sentence.value(whole)?)?;
    if !sentence.is_plain() || RATES.iter().any(|word| sentence.text.contains(word)) {
        return None;
    }
    let percents: Vec<&&Quantity> = sentence.numbers.iter().filter(|it| it.sign == Sign::Percent).collect();
    if let [said] = percents[..] {
        let is_so = is_said_so(exact, said, said.extent)
            || said.extent == Extent::Exact && is_said_so(exact, said, sentence.extent(said));
        let end = sentence.hits().iter().map(|hit| hit.span.end).chain([said.span.end]).max()?;
        let start = sentence.hits().first()?.span.start.min(said.span.start);
        return (!is_so).then(|| sentence.told(start..end, "share", exact.round_dp(1)));
    }
    let half = Decimal::from(50);
    let said =
        |words: &[&'static str]| words.iter().find_map(|word| Some((sentence.text.find(word)?, *word)));
    let is_few = said(&FEW).is_some();
    let (at, word) = said(&FEW).or_else(|| said(&MOST))?;
    let at = sentence.span.start + at;
    let is_untrue = if is_few { exact > half } else { exact < half };
    (percents.is_empty() && is_untrue).then(|| sentence.told(at..at + word.len(), "share", exact.round_dp(1)))
}

/// The count that all others of a sentence are parts of, and these.
fn of_whole<'p>(hits: &[Hit<'p>]) -> Option<(&'p Named, Vec<&'p Named>)> {
    let whole = hits.iter().find(|hit| !hit.named.spec.parts.is_empty())?.named;
    let parts: Vec<&'p Named> = hits.iter().map(|hit| hit.named).filter(|it| it.key != whole.key).collect();
    let is_part = |part: &&Named| whole.spec.parts.contains(&part.key.name);
    let is_twice = parts.iter().enumerate().any(|(at, one)| parts[..at].iter().any(|it| it.key == one.key));
    (!parts.is_empty() && parts.iter().all(is_part) && !is_twice).then_some((whole, parts))
}

/// 助浴、助洁两项合计412人次.
pub(crate) fn sum(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let mut numbers = sentence.numbers.iter().filter(|it| it.sign == Sign::None);
    let (said, (start, end, value, sum)) = numbers.find_map(|it| Some((it, several(sentence, it)?)))?;
    let is_so = said.fits(sentence.passage.text, sum, value, end);
    (sentence.is_plain() && !is_so && is_bare(sentence, said)).then(|| sentence.told(start..end, "sum", sum))
}

/// Whether nothing but words of a sum stands before a number: 两样合计检修12台 tells of something else.
fn is_bare(sentence: &Sentence<'_, '_>, number: &Quantity) -> bool {
    #[rustfmt::skip]
    const WORDS: [&str; 22] = [
        "合计", "总计", "共计", "一共", "总共", "统共", "加起来", "合起来", "相加", "加在一起", "合在一起", "两项", "两类", "三项", "三类", "两样", "三样",
        "两者", "三者", "之和", "的数", "共",
    ];
    let Some(last) = sentence.hits().iter().rfind(|hit| hit.span.end <= number.span.start) else {
        return false;
    };
    let head = sentence.between(last.span.end, number.span.start);
    let head = WORDS.iter().fold(head.to_owned(), |head, word| head.replace(word, ""));
    let rest =
        head.trim_matches(['，', '有', '为', '达', '了', '的', '是', '约', '计', '总', '数', '已', '：']);
    sentence.hits().iter().any(|hit| hit.named.spec.label.contains(rest))
}

/// Whether a number is told of several counts together, so that it is none of one of them.
pub fn is_sum_of_several(passage: &Passage<'_>, number: &Quantity) -> bool {
    let start = passage.clause_at(number.span.start).sentence;
    let has_sum = SUMS.iter().any(|word| passage.text[start..number.span.start].contains(word));
    has_sum && several(&Sentence::at(passage, start), number).is_some()
}

/// Where counts begin that a number adds up, where it ends, its value in their measure, and what they come to.
fn several(sentence: &Sentence<'_, '_>, number: &Quantity) -> Option<(usize, usize, Decimal, Decimal)> {
    let head = sentence.between(sentence.span.start, number.span.start);
    if !SUMS.iter().any(|word| head.contains(word)) {
        return None;
    }
    let mut before: Vec<&Hit<'_>> =
        sentence.hits().iter().filter(|hit| hit.span.end <= number.span.start).collect();
    let mut last = *before.last()?;
    // 电话、网上两类咨询共 ends with what they are parts of.
    if let [.., part, whole] = before[..]
        && whole.named.spec.parts.contains(&part.named.key.name)
        && sentence.between(part.span.end, whole.span.start).starts_with(['两', '三', '这', '几'])
    {
        before.pop();
        last = part;
    }
    let is_joined = |two: &&[&Hit<'_>]| {
        let between = sentence.between(two[0].span.end, two[1].span.start);
        JOINS.contains(&between)
    };
    let joined = before.windows(2).rev().take_while(is_joined).count();
    let own = &before[before.len() - 1 - joined..];
    let measure = last.named.measure();
    let is_alike = own.iter().all(|hit| hit.named.measure() == measure);
    let is_of_whole =
        own.iter().any(|hit| own.iter().any(|part| hit.named.spec.parts.contains(&part.named.key.name)));
    let head = sentence.between(last.span.end, number.span.start);
    let is_sum = SUMS.iter().any(|word| head.contains(word)) && !head.contains(['0', '1', '2', '；']);
    let (value, end) = number.in_measure(sentence.passage.text, measure)?;
    let sum: Option<Vec<Decimal>> = own.iter().map(|hit| sentence.value(hit.named)).collect();
    (joined > 0 && is_alike && !is_of_whole && is_sum).then_some((
        own[0].span.start,
        end,
        value,
        sum?.iter().sum(),
    ))
}

/// 商店检查是集市检查的4.8倍.
pub(crate) fn times(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let text = sentence.passage.text;
    let said = sentence.numbers.iter().find(|it| text[it.span.end..].starts_with('倍'))?;
    let [one, other] = sentence.hits() else { return None };
    let (between, after) =
        (sentence.between(one.span.end, other.span.start), sentence.between(other.span.end, said.span.start));
    let is_alike = one.named.measure() == other.named.measure();
    let exact = sentence.value(one.named)?.checked_div(sentence.value(other.named)?)?;
    let is = |exact| is_said_so(exact, said, sentence.extent(said)) || is_said_so(exact, said, said.extent);
    let is_of = IS.iter().any(|word| between.contains(word)) && after.starts_with('的');
    let is_more = between.ends_with('比') && after.contains(['多', '高', '大']);
    let is_so = if is_more { is(exact) || is(exact - Decimal::ONE) } else { is(exact) };
    let end = said.span.end + '倍'.len_utf8();
    (sentence.is_plain() && is_alike && (is_of || is_more) && after.chars().count() < 6 && !is_so)
        .then(|| sentence.told(one.span.start..end, "times", exact.round_dp(1)))
}
