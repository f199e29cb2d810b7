//! Averages: 8期培训共224人次，平均每期28人次; 12名网格员共巡查360次，人均30次.

use huibian_contract::{Aggregation, Basis};
use huibian_mention::{Named, Signs, When};
use huibian_numeral::Quantity;
use rust_decimal::Decimal;

use super::{Said, Told, is_exact, is_said};
use crate::figures::is_of_a_place;

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
    if said.passage.signs.lacks(Signs::AVERAGE) {
        return None;
    }
    let head = said.head().trim_end_matches(['约', '近', '达', '为', '有']);
    if let Some(told) = monthly(said, head) {
        return Some(told);
    }
    match of_numbers(said, head) {
        Some((exact, start)) => (!is_said(exact, said.quantity()))
            .then(|| said.told("average", start, Some(exact.round_dp(1))))?,
        None => of_counts(said, head),
    }
}

/// What two numbers of the sentence come to, and where the words begin: 8期培训共224人次，平均每期28人次.
fn of_numbers(said: Said<'_>, head: &str) -> Option<(Decimal, usize)> {
    let (text, own) = (said.passage.text, said.measure()?);
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
    Some((whole.value.checked_div(number.value)?, said.clause.span.start + start))
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

/// 平均每场义诊有群众247人次: of two counts, of which the whole may be told of by the other's name alone: 农技指导场场有人，
/// 平均每场40人次.
fn of_counts(said: Said<'_>, head: &str) -> Option<Told> {
    let (start, each) = of_each(head).or_else(|| Some((0, vec![led_to(said, head)?])))?;
    let (passage, at) = (said.passage, said.clause.span.start + start);
    let end = said.quantity().span.start;
    let is_each = |named: &Named| {
        let measure = named.measure();
        let short = measure.strip_suffix('次').unwrap_or(measure);
        let is_one = |measure: &str| !measure.is_empty() && each.iter().any(|each| each.starts_with(measure));
        named.spec.ratio.is_none() && (is_one(measure) || is_one(short))
    };
    let mentions = || {
        let inside = passage.mentions.iter();
        let inside = inside.filter(|it| said.clause.sentence <= it.span.start && it.span.end <= end);
        inside.map(|mention| passage.named(mention))
    };
    let number = mentions().find(|named| is_each(named))?;
    let is_whole = |named: &Named| {
        named.key != number.key
            && named.spec.ratio.is_none()
            && !named.spec.label.starts_with("今年")
            && value_in(said, named).is_some()
    };
    let own = || passage.counts().iter().filter(|named| named.key.plugin == number.key.plugin);
    let is_of_ledger = |named: &&Named| {
        named.spec.ledger == number.spec.ledger && named.spec.sum.is_some() && is_whole(named)
    };
    let is_of_name = |named: &&Named| is_whole(named) && is_alike(&named.spec.label, &number.spec.label);
    let whole = sole(mentions().filter(|named| is_whole(named)))
        .or_else(|| number.spec.ledger.as_ref().and_then(|_| sole(own().filter(is_of_ledger))))
        .or_else(|| sole(own().filter(is_of_name)))?;
    let (_, measured) = value_in(said, whole)?;
    let value = |named: &Named| Some(passage.figure(Basis::Now, named)?.value);
    let exact = value(whole)?.checked_div(value(number)?)?;
    let is_so = is_said(exact, said.quantity())
        || said.quantity().fits(passage.text, exact, said.quantity().value, measured);
    let is_own = matches!(passage.when(end), None | Some(When::Known(Basis::Now)));
    let is_part = is_of_a_place(&passage.text[said.clause.sentence..end])
        || said.sentence().contains("其中")
        || passage.is_planned(said.clause, end) && !head.contains("平均") && !head.contains('均');
    (!is_so && is_own && !is_part).then(|| said.told("average", at, Some(exact.round_dp(1))))?
}

/// The number in a count's measure; people may be told one by one where they are counted by how often they came.
fn value_in(said: Said<'_>, named: &Named) -> Option<(Decimal, usize)> {
    let is_people = |measure: &str| ["人", "名", "人次"].contains(&measure);
    let own = || said.measure().filter(|own| is_people(own) && is_people(named.measure()));
    let people = || own().map(|_| (said.quantity().value, said.end()));
    said.passage.stated(said.quantity(), named).or_else(people)
}

/// The only one of some counts, however often it is named.
fn sole<'n>(mut counts: impl Iterator<Item = &'n Named>) -> Option<&'n Named> {
    let first = counts.next()?;
    counts.all(|other| other.key == first.key).then_some(first)
}

/// Whether two names have two characters in a row in common.
fn is_alike(one: &str, other: &str) -> bool {
    let characters: Vec<char> = other.chars().collect();
    characters.windows(2).any(|two| one.contains(two.iter().collect::<String>().as_str()))
}

/// Where the words of an average begin, and with what may follow 每: 平均每场, 场均, and 每次巡护平均.
fn of_each(head: &str) -> Option<(usize, Vec<&str>)> {
    if let Some(at) = head.rfind("平均每") {
        return Some((at, vec![head[at + "平均每".len()..].trim_start_matches('个')]));
    }
    let in_one = EACH.iter().find_map(|(word, each)| Some((head.rfind(word)?, each.to_vec())));
    in_one.or_else(|| {
        let at = head.rfind('每').filter(|at| head[*at..].contains("平均"))?;
        Some((at, vec![head[at + '每'.len_utf8()..].trim_start_matches('个')]))
    })
}

/// What each is where the words of an average stand by themselves: 平均下来，一场演练有84人次.
fn led_to<'p>(said: Said<'p>, head: &'p str) -> Option<&'p str> {
    const LED: [&str; 6] = ["平均下来", "平均算来", "平均算下来", "算平均", "平均来看", "平均计算"];
    let led = &said.passage.text[said.clause.sentence..said.clause.span.start];
    let is_led = LED.iter().any(|word| led.trim_end_matches(['，', '：']).ends_with(word));
    head.strip_prefix(['一', '每']).filter(|_| is_led).map(|each| each.trim_start_matches('个'))
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
