//! Numbers of a sentence that do not go together: 1122亩、574亩，共1796亩; 45个中有30个，占80%; 8期224人次，平均每期38人次; 由15起减少到22起;
//! 下降120%.

use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use rust_decimal::{Decimal, RoundingStrategy};

use super::Found;
use super::numeral::{Extent, Quantity, Sign};
use super::parts::measure;
use super::passage::Passage;

/// Words of a sum that stand before it and begin their clause.
const SUMS: [&str; 12] = [
    "共计",
    "合计",
    "总计",
    "一共",
    "两项共",
    "两项合计",
    "三项共",
    "三项合计",
    "两者共",
    "加起来共",
    "加起来",
    "共",
];
/// Words of a wider whole than what the sentence tells.
const WIDER: [&str; 10] = ["其中", "包括", "今年", "全年", "累计", "以来", "上半年", "等", "上季度", "去年"];
/// How far a share may stand behind 占, and a direction behind its number, in characters.
const NEAR: usize = 8;
const UP: [&str; 11] = [
    "增加到",
    "增至",
    "增加至",
    "增长到",
    "增长至",
    "上升到",
    "上升至",
    "升至",
    "提高到",
    "提高至",
    "扩大到",
];
const DOWN: [&str; 10] =
    ["减少到", "减至", "减少至", "下降到", "下降至", "降至", "降低到", "降低至", "压减到", "压减至"];
/// What cannot be by more than all there was.
const LESS: [&str; 8] = ["下降了", "下降", "减少了", "减少", "降低了", "降低", "缩减", "回落"];

/// Numbers that contradict each other.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    for (index, quantity) in passage.quantities.iter().enumerate() {
        if quantity.extent == Extent::Exact || quantity.extent == Extent::About {
            let clause = passage.clause_at(quantity.span.start);
            let sentence = clause.sentence;
            let first = passage.quantities[..index].partition_point(|before| before.span.start < sentence);
            let before = &passage.quantities[first..index];
            let told = match quantity.sign {
                Sign::None => sum(passage, before, quantity).or_else(|| direction(passage, before, quantity)),
                Sign::Percent => beyond(passage, quantity).or_else(|| share(passage, before, quantity)),
                Sign::PerMille | Sign::Points => None,
            };
            let told = told.filter(|_| !passage.is_plan(clause));
            found.extend(told.or_else(|| average(passage, before, quantity)));
        }
    }
}

type Told = (Range<usize>, Diagnostic);

fn told(passage: &Passage<'_>, reason: &str, span: Range<usize>, found: Option<Decimal>) -> Told {
    let said = &passage.text[span.clone()];
    let told = Diagnostic::new(Code::SentenceContradicts).with("said", said).with("reason", reason);
    let found = found.map_or_else(String::new, |found| found.normalize().to_string());
    (span, told.with_digits("found", found))
}

fn end(text: &str, quantity: &Quantity) -> usize {
    quantity.span.end + measure(text, quantity).map_or(0, str::len)
}

/// 种粮1122亩、种经济作物574亩，两项共1696亩.
fn sum(passage: &Passage<'_>, before: &[Quantity], whole: &Quantity) -> Option<Told> {
    let text = passage.text;
    let clause = passage.clause_at(whole.span.start).span.clone();
    let head = &text[clause.start..whole.span.start];
    if !SUMS.contains(&head)
        || whole.extent != Extent::Exact
        || WIDER.iter().any(|word| text[..clause.end].contains(word))
    {
        return None;
    }
    let own = measure(text, whole)?;
    let parts: Vec<&Quantity> = before.iter().filter(|part| measure(text, part) == Some(own)).collect();
    let is_exact = parts.len() > 1 && parts.iter().all(|part| part.extent == Extent::Exact);
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))?;
    (is_exact && sum != whole.value)
        .then(|| told(passage, "sum", clause.start..whole.span.end + own.len(), Some(sum)))
}

/// 45个村民小组中有30个通了自来水，占66.7%.
fn share(passage: &Passage<'_>, before: &[Quantity], said: &Quantity) -> Option<Told> {
    let text = passage.text;
    let clause = passage.clause_at(said.span.start).span.clone();
    let head = &text[clause.start..said.span.start];
    let at = head.rfind('占')?;
    let between = &head[at + '占'.len_utf8()..];
    let part = before.last()?;
    let own = measure(text, part).filter(|_| between.chars().count() <= NEAR)?;
    let of_measure: Vec<&Quantity> =
        before.iter().filter(|quantity| measure(text, quantity) == Some(own)).collect();
    let named = passage
        .mentions
        .iter()
        .rfind(|mention| clause.start + at < mention.span.start && mention.span.end <= said.span.start);
    let whole = match (of_measure.as_slice(), named) {
        ([_], Some(mention)) => {
            let named = passage.named(mention);
            passage
                .figure(huibian_contract::Basis::Now, named.index)
                .filter(|_| named.measure() == own)?
                .value
        }
        ([whole, _], None) if before.len() == 2 && text[whole.span.end..part.span.start].contains('中') => {
            whole.value
        }
        _ => return None,
    };
    let exact = part.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    let is_all_exact = before.iter().all(|quantity| quantity.extent == Extent::Exact);
    (is_all_exact && !is_said(exact, said))
        .then(|| told(passage, "share", clause.start + at..said.span.end, Some(exact.round_dp(1))))
}

/// 8期培训共224人次，平均每期28人次.
fn average(passage: &Passage<'_>, before: &[Quantity], said: &Quantity) -> Option<Told> {
    let text = passage.text;
    let clause = passage.clause_at(said.span.start).span.clone();
    let head = text[clause.start..said.span.start].trim_end_matches(['约', '近', '达', '为']);
    let (average, each) = head.rsplit_once('每')?;
    // 每 makes a clause one of a rule elsewhere.
    if average != "平均" || each.is_empty() {
        return None;
    }
    let own = measure(text, said)?;
    let mut wholes = before.iter().filter(|quantity| measure(text, quantity) == Some(own));
    let mut numbers = before.iter().filter(|quantity| text[quantity.span.end..].starts_with(each));
    let (whole, number) = (wholes.next()?, numbers.next()?);
    if wholes.next().is_some() || numbers.next().is_some() {
        return None;
    }
    let is_exact = whole.extent == Extent::Exact && number.extent == Extent::Exact;
    let exact = whole.value.checked_div(number.value).filter(|_| is_exact)?;
    let start = clause.start + average.len() - "平均".len();
    (!is_said(exact, said)).then(|| told(passage, "average", start..end(text, said), Some(exact.round_dp(1))))
}

/// 由15起减少到22起.
fn direction(passage: &Passage<'_>, before: &[Quantity], now: &Quantity) -> Option<Told> {
    let text = passage.text;
    let was = before.last().filter(|was| was.span.start >= passage.clause_at(now.span.start).span.start)?;
    let head = text[..was.span.start].trim_end_matches(|c| !matches!(c, '由' | '从' | '，' | '。'));
    let between = &text[was.span.end..now.span.start];
    let between = between.trim_end_matches(['了', '的']);
    let is_from = head.ends_with(['由', '从']) && text[head.len()..was.span.start].chars().count() <= NEAR;
    let is = |words: &[&str]| words.iter().any(|word| between.ends_with(word));
    let is_one_measure = measure(text, was) == measure(text, now);
    let is_wrong = is(&UP) && now.value < was.value || is(&DOWN) && now.value > was.value;
    let is_exact = was.extent == Extent::Exact && now.extent == Extent::Exact && was.sign == now.sign;
    (is_from && is_one_measure && is_wrong && is_exact)
        .then(|| told(passage, "direction", head.len() - '由'.len_utf8()..end(text, now), None))
}

/// 下降120%: nothing falls by more than all of it.
fn beyond(passage: &Passage<'_>, said: &Quantity) -> Option<Told> {
    let before = &passage.text[..said.span.start];
    let word = LESS.iter().find(|word| before.ends_with(**word))?;
    (said.value > Decimal::ONE_HUNDRED)
        .then(|| told(passage, "beyond", said.span.start - word.len()..said.span.end, None))
}

/// Whether a number that was rounded, or cut off, says an exact one.
fn is_said(exact: Decimal, said: &Quantity) -> bool {
    let scale = said.value.scale();
    let rounded = |strategy| exact.round_dp_with_strategy(scale, strategy) == said.value;
    match said.extent {
        Extent::About => (exact - said.value).abs() <= (said.value * Decimal::new(5, 2)).max(Decimal::ONE),
        _ => rounded(RoundingStrategy::MidpointAwayFromZero) || rounded(RoundingStrategy::ToZero),
    }
}
