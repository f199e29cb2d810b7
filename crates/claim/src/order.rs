//! Which of several counts is the first, the second, the last: 普通乘客居首，学生乘客第二，老年乘客排末; 机耕、机收、机播依次减少.

use rust_decimal::Decimal;

use crate::Told;
use crate::names::Hit;
use crate::sentence::Sentence;

#[rustfmt::skip]
const RANKS: [(&str, Rank); 43] = [
    ("居首", Rank::First), ("最多", Rank::First), ("最大", Rank::First), ("最高", Rank::First), ("第一", Rank::First), ("排头", Rank::First),
    ("打头", Rank::First), ("领先", Rank::First), ("居多", Rank::First), ("领头", Rank::First), ("为首", Rank::First), ("榜首", Rank::First),
    ("首位", Rank::First), ("排在前", Rank::First), ("最长", Rank::First), ("排前", Rank::First), ("头名", Rank::First), ("大头", Rank::First),
    ("第二", Rank::Second), ("其次", Rank::Second), ("次之", Rank::Second), ("居次", Rank::Second), ("居中", Rank::Second),
    ("排二", Rank::Second), ("次席", Rank::Second), ("次位", Rank::Second), ("居二", Rank::Second), ("第三", Rank::Third), ("再次", Rank::Third),
    ("排末", Rank::Last), ("垫底", Rank::Last), ("最少", Rank::Last), ("最小", Rank::Last), ("最低", Rank::Last), ("末位", Rank::Last),
    ("居末", Rank::Last), ("殿后", Rank::Last), ("最后", Rank::Last), ("排尾", Rank::Last), ("末尾", Rank::Last), ("最短", Rank::Last),
    ("末席", Rank::Last), ("居尾", Rank::Last),
];
/// Words of another measure than how many there are.
#[rustfmt::skip]
const OTHERS: [&str; 12] =
    ["增", "降", "幅", "平均", "人均", "户均", "单", "难度", "压力", "一天", "书记", "的一"];
const DOWN: [&str; 6] = ["依次减少", "依次递减", "依次下降", "逐个减少", "依次走低", "一个比一个少"];
const UP: [&str; 6] = ["依次增多", "依次递增", "依次上升", "逐个增多", "依次走高", "一个比一个多"];

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    First,
    Second,
    Third,
    Last,
}

/// Words of ranks.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    RANKS.into_iter().map(|(word, _)| word).chain(DOWN).chain(UP)
}

/// Counts whose ranks are others.
pub(crate) fn ranks(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let is_row = DOWN.iter().chain(&UP).any(|word| sentence.text.contains(word));
    if is_row && sentence.is_of_now() {
        return row(sentence);
    }
    if !sentence.text.contains(['第', '居', '最', '首', '末', '次', '排', '垫', '领', '殿', '大', '打', '头'])
    {
        return None;
    }
    let is_other = OTHERS.iter().any(|word| sentence.text.contains(word));
    (sentence.is_plain() && !is_other).then(|| told(sentence))?
}

/// 机耕、机收、机播依次减少.
fn row(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let at = |words: &[&str]| words.iter().find_map(|word| sentence.text.find(word));
    let (at, is_down) = at(&DOWN).map(|at| (at, true)).or_else(|| Some((at(&UP)?, false)))?;
    let list: Vec<&Hit<'_>> =
        sentence.hits().iter().filter(|hit| hit.span.end <= sentence.span.start + at).collect();
    let two = list.windows(2).find_map(|two| {
        let (one, other) = (sentence.value(two[0].named)?, sentence.value(two[1].named)?);
        let is_alike = two[0].named.measure() == two[1].named.measure();
        let is_wrong = if is_down { one < other } else { one > other };
        (is_alike && is_wrong).then_some((two[0].span.start..two[1].span.end, other))
    });
    two.map(|(span, other)| sentence.told(span, "compared", other))
}

/// Each count with the rank that its part of the sentence gives it.
fn told(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let mut start = sentence.span.start;
    let mut given: Vec<(Rank, &Hit<'_>, Decimal)> = Vec::new();
    for piece in sentence.text.split(['，', '、', '；', '。', '：']) {
        let span = start..start + piece.len();
        start = span.end + '，'.len_utf8();
        let mut hits =
            sentence.hits().iter().filter(|hit| span.start <= hit.span.start && hit.span.end <= span.end);
        // 第一个到站的 tells of no rank.
        let is_rank = |word: &str| {
            piece.match_indices(word).any(|(at, _)| {
                !piece[at + word.len()..]
                    .starts_with(['个', '次', '批', '期', '轮', '场', '名', '件', '站', '天'])
            })
        };
        let ranks: Vec<Rank> =
            RANKS.iter().filter(|(word, _)| is_rank(word)).map(|(_, rank)| *rank).collect();
        let (Some(hit), None, Some(rank)) = (hits.next(), hits.next(), ranks.first()) else { continue };
        if ranks.iter().all(|other| other == rank)
            && let Some(value) = sentence.value(hit.named)
        {
            given.push((*rank, hit, value));
        }
    }
    given.sort_by_key(|(rank, hit, _)| (*rank, hit.span.start));
    let (_, first, _) = given.first()?;
    let parent = sentence.passage.parent(first.named)?;
    let is_sibling = |hit: &Hit<'_>| parent.spec.parts.contains(&hit.named.key.name);
    if !given.iter().all(|(_, hit, _)| is_sibling(hit)) {
        return None;
    }
    let wrong = given.windows(2).find(|two| two[0].0 != two[1].0 && two[0].2 < two[1].2);
    if let Some([(_, one, _), (_, other, value)]) = wrong {
        let (start, end) = (one.span.start.min(other.span.start), one.span.end.max(other.span.end));
        return Some(sentence.told(start..end, "compared", *value));
    }
    // By themselves, among all parts.
    let own = crate::names::own(sentence.passage);
    let values = own.filter(|named| parent.spec.parts.contains(&named.key.name)).map(|it| sentence.value(it));
    let mut values: Vec<Decimal> = values.collect::<Option<_>>()?;
    values.sort();
    let at = |rank: Rank| match rank {
        Rank::First => values.last(),
        Rank::Second => values.iter().rev().nth(1),
        Rank::Third => values.iter().rev().nth(2),
        Rank::Last => values.first(),
    };
    let is_all = values.len() == parent.spec.parts.len() && values.len() > 2;
    let wrong = given.iter().find(|(rank, _, value)| at(*rank).is_some_and(|right| right != value));
    let (rank, hit, _) = wrong.filter(|_| is_all)?;
    Some(sentence.told(hit.span.clone(), "compared", *at(*rank)?))
}
