//! Averages: 8期培训共224人次，平均每期28人次; 12名网格员共巡查360次，人均30次.

use huibian_contract::{Aggregation, Basis};
use huibian_numeral::Quantity;

use super::{Said, Told, is_exact, is_said};
use crate::labels::{Mention, Named};
use crate::signs::Signs;

/// Averages in one word, with what they are of.
const EACH: [(&str, &[&str]); 9] = [
    ("场均", &["场", "场次"]),
    ("人均", &["人", "名", "位"]),
    ("户均", &["户"]),
    ("村均", &["个村", "村"]),
    ("次均", &["次"]),
    ("期均", &["期"]),
    ("家均", &["家"]),
    ("组均", &["个组", "组"]),
    ("校均", &["所", "所学校"]),
];

pub(super) fn average(said: Said<'_>) -> Option<Told> {
    let text = said.passage.text;
    if said.passage.signs.lacks(Signs::AVERAGE) {
        return None;
    }
    let own = said.measure()?;
    let head = said.head().trim_end_matches(['约', '近', '达', '为', '有']);
    if let Some(told) = monthly(said, head) {
        return Some(told);
    }
    if let Some(told) = of_counts(said, head) {
        return Some(told);
    }
    let (start, each) = each(head)?;
    let of = |number: &&Quantity| {
        let after = &text[number.span.end..];
        let after = after.strip_prefix('个').unwrap_or(after);
        number.span != said.quantity().span
            && each.iter().any(|each| after.starts_with(each.trim_start_matches('个')))
    };
    let mut numbers = said.all.iter().filter(of);
    let number = numbers.next()?;
    let is_whole = |it: &&Quantity| {
        said.measure_of(it).is_some_and(|measure| measure.starts_with(own)) && it.span != number.span
    };
    let mut wholes = said.before().iter().filter(is_whole);
    let whole = wholes.next()?;
    if numbers.next().is_some() || wholes.next().is_some() || !is_exact(whole) || !is_exact(number) {
        return None;
    }
    let exact = whole.value.checked_div(number.value)?;
    let start = said.clause.span.start + start;
    (!is_said(exact, said.quantity())).then(|| said.told("average", start, Some(exact.round_dp(1))))?
}

/// 月均检查29家次: of a count, by the months of the period.
fn monthly(said: Said<'_>, head: &str) -> Option<Told> {
    let start = ["月均", "平均每月", "每月平均"].iter().filter_map(|word| head.rfind(word)).max()?;
    let from = said.clause.span.start + start;
    let mention = said.passage.mentions.iter().rfind(|mention| {
        said.clause.span.start <= mention.span.start && mention.span.end <= said.quantity().span.start
    })?;
    let named = said.passage.named(mention);
    let period = said.passage.owner.period;
    let months = i64::from(period.end().month()) - i64::from(period.start().month()) + 1;
    let (value, end) = said.passage.stated(said.quantity(), named)?;
    let whole = said.passage.figure(Basis::Now, named).filter(|_| named.spec.ratio.is_none())?.value;
    let exact = whole.checked_div(months.into())?;
    let is_so = is_said(exact, said.quantity()) || said.quantity().fits(said.passage.text, exact, value, end);
    let is_near = named.spec.over_time == Aggregation::Sum && said.passage.when(from).is_none();
    (is_near && !is_so)
        .then(|| said.told("average", from.min(mention.span.start), Some(exact.round_dp(1))))?
}

/// 平均每场义诊有群众247人次: of two counts.
fn of_counts(said: Said<'_>, head: &str) -> Option<Told> {
    let at = said.clause.span.start + head.rfind("平均每")?;
    let from = at + "平均每".len();
    let inside =
        |mention: &&Mention| from <= mention.span.start && mention.span.end <= said.quantity().span.start;
    let mut mentions = said.passage.mentions.iter().filter(inside);
    let (number, whole) = (mentions.next()?, mentions.next()?);
    let [number_of, whole_of] = [number, whole].map(|mention| said.passage.named(mention));
    let is_each = said.passage.text.get(from..number.span.start) == Some(number_of.measure());
    let (_, end) = said.passage.stated(said.quantity(), whole_of).filter(|_| is_each)?;
    let value = |named: &Named| Some(said.passage.figure(Basis::Now, named)?.value);
    let exact = value(whole_of)?.checked_div(value(number_of)?)?;
    let is_so = is_said(exact, said.quantity())
        || said.quantity().fits(said.passage.text, exact, said.quantity().value, end);
    (!is_so && said.passage.when(at).is_none()).then(|| said.told("average", at, Some(exact.round_dp(1))))?
}

/// Where the words of an average begin, and what each is.
fn each(head: &str) -> Option<(usize, Vec<&str>)> {
    if let Some((word, each)) = EACH.iter().find(|(word, _)| head.ends_with(word)) {
        return Some((head.len() - word.len(), each.to_vec()));
    }
    let (before, each) = head.rsplit_once('每')?;
    // 每 makes a clause one of a rule elsewhere.
    let start = before.strip_suffix("平均").filter(|_| (1..=3).contains(&each.chars().count()))?;
    Some((start.len(), vec![each.trim_start_matches('个')]))
}
