//! An average of one count by another, both of the text's own section: 按运营天数算，平均每天发车37.3班.

use huibian_mention::Named;
use huibian_numeral::{Extent, Quantity, Sign};
use rust_decimal::Decimal;

use crate::names::{is_partly_in, own};
use crate::sentence::Sentence;
use crate::{Told, is_said_so};

/// Averages in one word, with what they are of.
#[rustfmt::skip]
const EACH: [(&str, &str); 14] = [
    ("日均", "天"), ("天均", "天"), ("场均", "场"), ("人均", "人"), ("户均", "户"), ("期均", "期"), ("车均", "辆"), ("班均", "班"), ("台均", "台"),
    ("次均", "次"), ("件均", "件"), ("家均", "家"), ("亩均", "亩"), ("批均", "批"),
];
/// Words of an average.
const AVERAGE: [&str; 5] = ["平均", "摊下来", "折合", "摊到每", "分到每"];

/// Words of averages.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    AVERAGE.into_iter().chain(EACH.into_iter().map(|(word, _)| word))
}

/// An average that no count of that measure comes to by one that is counted so.
pub(crate) fn average(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let in_one = || sentence.text.contains('均') && EACH.iter().any(|(word, _)| sentence.text.contains(word));
    let is_average = AVERAGE.iter().any(|word| sentence.text.contains(word)) || in_one();
    if !is_average || !sentence.is_plain() {
        return None;
    }
    let said = sentence.sole_plain()?;
    let each = each(sentence, said)?;
    let is_each = |named: &&Named| is_counted(named.measure(), each) && !is_year(named);
    let is_own = |named: &&Named| measured(sentence, said, named).is_some() && !is_year(named);
    let is_told = |named: &&Named| is_partly_in(&named.spec.label, sentence.text);
    let named = || sentence.hits().iter().filter(|hit| !hit.is_short).map(|hit| hit.named);
    let mut wholes: Vec<&Named> = named().filter(is_own).collect();
    if wholes.is_empty() {
        wholes = own(sentence.passage).filter(is_own).filter(is_told).collect();
    }
    // 乘客 are those of all kinds.
    let parent = wholes.first().and_then(|first| sentence.passage.parent(first));
    let is_part = |parent: &&Named| wholes.iter().all(|it| parent.spec.parts.contains(&it.key.name));
    if let Some(parent) = parent.filter(|_| wholes.len() > 1).filter(is_part) {
        wholes = vec![parent];
    }
    let all: Vec<&Named> = own(sentence.passage).filter(is_each).collect();
    let told: Vec<&Named> = all.iter().copied().filter(|named| is_told(named)).collect();
    // 人均 is of those who are named.
    let is_of_people = ["人", "名", "位", "户", "家", "亩"].iter().any(|people| each.starts_with(people));
    if told.is_empty() && is_of_people {
        return None;
    }
    let numbers = if told.is_empty() { all.clone() } else { told };
    let by = |wholes: &[&Named], numbers: &[&Named]| {
        let pairs = wholes.iter().flat_map(|whole| numbers.iter().map(move |number| (*whole, *number)));
        let pairs = pairs.filter(|(whole, number)| whole.key != number.key);
        let exact = pairs.map(|(whole, number)| sentence.value(whole)?.checked_div(sentence.value(number)?));
        exact.flatten().collect::<Vec<Decimal>>()
    };
    let exact = by(&wholes, &numbers);
    // What any two counts come to may be meant.
    let any: Vec<&Named> = own(sentence.passage).filter(is_own).collect();
    let any = by(&any, &all);
    let text = sentence.passage.text;
    let (value, end) = measured(sentence, said, wholes.first()?)?;
    let is_so = |exact: &Decimal| {
        is_said_so(*exact, said, sentence.extent(said)) || said.fits(text, *exact, value, end)
    };
    let nearest = exact.iter().copied().min_by_key(|it| (*it - said.value).abs())?;
    let is_few = numbers.len() <= 2 && wholes.len() <= 2;
    (is_few && !any.iter().any(is_so))
        .then(|| sentence.told(said.span.start..end, "average", nearest.round_dp(1)))
}

/// The number in a count's measure; people may be told one by one.
fn measured(sentence: &Sentence<'_, '_>, said: &Quantity, named: &Named) -> Option<(Decimal, usize)> {
    let text = sentence.passage.text;
    let is_plain = said.sign == Sign::None && matches!(said.extent, Extent::Exact | Extent::About);
    let measure = named.measure();
    let short = measure.strip_suffix('次').filter(|short| !short.is_empty());
    let of = |measure: &str| said.in_measure(text, measure);
    (is_plain && !measure.is_empty()).then(|| of(measure).or_else(|| of(short?)))?
}

/// Whether counts in a measure are what an average is of.
fn is_counted(measure: &str, each: &str) -> bool {
    let people = ["人", "名", "位"];
    // 每个开市日.
    let first = each.split('，').next().unwrap_or(each);
    let is_day = measure == "天" && first.ends_with(['天', '日']);
    !measure.is_empty()
        && (is_day
            || each.starts_with(measure)
            || measure.strip_suffix('次').is_some_and(|short| !short.is_empty() && each.starts_with(short))
            || people.contains(&measure) && people.iter().any(|it| each.starts_with(it))
            || measure == "天" && each.starts_with('日'))
}

fn is_year(named: &Named) -> bool {
    named.spec.label.starts_with("今年")
}

/// Whether a number that stands behind words is told of each of several: 摊到每个开市日，集市交易额5.1万元.
pub fn is_of_each(words: &str) -> bool {
    const EACH: [&str; 7] = ["摊到每", "分到每", "平均到每", "折到每", "平均每", "摊下来", "平均下来"];
    EACH.iter().any(|word| words.contains(word))
}

/// What the number is told of each of.
fn each<'p>(sentence: &Sentence<'_, 'p>, said: &Quantity) -> Option<&'p str> {
    let head = sentence.between(sentence.span.start, said.span.start);
    let in_one = EACH.iter().find(|(word, _)| head.contains(word)).map(|(_, each)| *each);
    let of = |words: &'p str, mark: char| {
        let at = words.rfind(mark)?;
        Some(words[at + mark.len_utf8()..].trim_start_matches('个'))
    };
    in_one.or_else(|| of(head, '每')).or_else(|| {
        let at = head.rfind("一")?;
        head.contains("平均").then(|| head[at + "一".len()..].trim_start_matches('个'))
    })
}
