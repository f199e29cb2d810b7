//! Which count is said to be the larger, and which of all parts of one to be the largest, held against the figures: 蔬菜面积大于油料面积,
//! 三种咨询渠道中以电话咨询居首.

use std::ops::Range;
use std::sync::LazyLock;

use huibian_contract::{Basis, Name};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Mention, Named, Signs, When, Words};
use huibian_prose::Found;
use rust_decimal::Decimal;

use super::figures::is_of_a_place;
use huibian_passage::Passage;

/// Words of the most, and of the least.
#[rustfmt::skip]
const MOST: [&str; 12] = [
    "最多", "最大", "最高", "居首", "居多", "首位", "第一位", "居第一", "排第一", "占大头", "列第一", "位居榜首",
];
const LEAST: [&str; 7] = ["最少", "最小", "最低", "末位", "垫底", "居末", "最后一位"];
static EXTREMES: LazyLock<Words> = LazyLock::new(|| Words::seldom(MOST.into_iter().chain(LEAST)));
/// What may stand between a part's name and such a word.
#[rustfmt::skip]
const BETWEEN: [&str; 32] = [
    "所占", "占比", "比重", "份额", "数量", "件数", "人数", "户数", "面积", "规模", "事项", "总量", "的", "类", "数", "量", "占", "为",
    "是", "以", "仍", "依然", "依旧", "始终", "也", "均", "都", "排在", "排", "列", "位", "在",
];
/// Words of another measure than how many there are, and of one of several.
const OTHERS: [&str; 14] =
    ["增", "降", "升", "减", "幅", "同比", "环比", "平均", "人均", "户均", "单", "难度", "压力", "一天"];

/// What stands between two counts of which the one is more, or less.
const MORE: [&str; 12] =
    ["大于", "多于", "高于", "超过", "多过", "超出", "大过", "高过", "远超", "略多于", "略高于", "明显多于"];
const LESS: [&str; 9] = ["小于", "少于", "低于", "不及", "不如", "不足", "略少于", "略低于", "明显少于"];

/// What is not more, or less, than what it is held against, and parts that are not the largest, or the smallest.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    for two in passage.mentions.windows(2) {
        found.extend(misordered(passage, &two[0], &two[1]));
    }
    if passage.signs.lacks(Signs::EXTREME) && passage.signs.lacks(Signs::RANK) {
        return;
    }
    if !passage.counts().iter().any(|named| has_parts(passage, named)) {
        return;
    }
    for (word, at) in EXTREMES.all(passage.text) {
        let is_most = word < MOST.len();
        let length = MOST.iter().chain(&LEAST).nth(word).map_or(0, |word| word.len());
        let Some((span, told)) = untrue(passage, at..at + length, is_most) else { continue };
        if !found.iter().any(|(known, _)| known.start < span.end && span.start < known.end) {
            found.push((span, told));
        }
    }
}

/// 蔬菜面积大于油料面积, 蔬菜面积比油料面积大, where it is not.
fn misordered(
    passage: &Passage<'_>,
    first: &Mention,
    second: &Mention,
) -> Option<(Range<usize>, Diagnostic)> {
    let text = passage.text;
    let (between, after) = (text.get(first.span.end..second.span.start)?, &text[second.span.end..]);
    let between = between.trim_start_matches(['要', '的', '数', '已', '仍', '也']);
    let (is_more, end) = match between {
        "比" => {
            let word = after.chars().next().filter(|word| "多大高少小低".contains(*word))?;
            ("多大高".contains(word), second.span.end + word.len_utf8())
        }
        _ if MORE.contains(&between) => (true, second.span.end),
        _ if LESS.contains(&between) => (false, second.span.end),
        _ => return None,
    };
    let (one, other) = (passage.named(first), passage.named(second));
    let value = |named| Some(passage.figure(Basis::Now, named)?.value);
    let (own, of) = (value(one)?, value(other)?);
    let clause = passage.clause_at(first.span.start);
    let is_other = one.measure() != other.measure()
        || text[end..].starts_with('的')
        || passage.is_plan(clause)
        || is_of_a_place(&text[clause.sentence..first.span.start])
        || OTHERS.iter().any(|word| passage.words(clause).contains(word))
        || !matches!(passage.when(first.span.start), None | Some(When::Known(Basis::Now)));
    let is_so = if is_more { own > of } else { own < of };
    let span = first.span.start..end;
    let told = || {
        let told = Diagnostic::new(Code::SentenceContradicts).with("said", &text[span.clone()]);
        told.with("reason", "compared").with_digits("found", of.normalize())
    };
    (!is_other && !is_so).then(|| (span.clone(), told()))
}

fn untrue(passage: &Passage<'_>, word: Range<usize>, is_most: bool) -> Option<(Range<usize>, Diagnostic)> {
    let clause = passage.clause_at(word.start);
    let own = passage.words(clause);
    let behind = &passage.text[word.end..clause.span.end];
    let wholes = passage.counts().iter().filter(|named| has_parts(passage, named));
    let said = wholes.into_iter().find_map(|whole| {
        let parts = parts(passage, whole)?;
        let at = parts.iter().enumerate().find_map(|(at, (name, stem, _))| {
            let names = || [*name, *stem].into_iter().filter(|name| name.chars().count() > 1);
            let before = names().find_map(|name| {
                let start = passage.text[clause.span.start..word.start].rfind(name)? + clause.span.start;
                is_bare(&passage.text[start + name.len()..word.start]).then_some(start)
            });
            // 最多的是电话咨询.
            let after = || {
                let rest = behind.strip_prefix('的').unwrap_or(behind).strip_prefix('是')?;
                names().any(|name| rest.starts_with(name)).then_some(word.start)
            };
            Some((at, before.or_else(after)?))
        })?;
        Some((parts, at))
    });
    let (parts, (at, start)) = said?;
    let value = parts[at].2;
    let is_beyond = |other: &Decimal| if is_most { *other > value } else { *other < value };
    let other = parts.iter().map(|(_, _, value)| *value).find(is_beyond)?;
    let is_other = OTHERS.iter().any(|word| own.contains(word))
        || behind.starts_with("的") && !behind.starts_with("的是")
        || is_of_a_place(&passage.text[clause.sentence..start])
        || passage.is_plan(clause)
        || !matches!(passage.when(word.start), None | Some(When::Known(Basis::Now)));
    let span = start..word.end;
    let told = || {
        let told = Diagnostic::new(Code::SentenceContradicts).with("said", &passage.text[span.clone()]);
        told.with("reason", "most").with_digits("found", other.normalize())
    };
    (!is_other).then(|| (span.clone(), told()))
}

/// Whether parts of a count of the text's own section could be told apart.
fn has_parts(passage: &Passage<'_>, named: &Named) -> bool {
    named.spec.parts.len() > 1 && named.index.is_some() && named.key.plugin == passage.manifest.id
}

/// The parts of a count, where all are known: what each is called, that without what all of their names end in, and its figure.
fn parts<'p>(passage: &Passage<'p>, whole: &Named) -> Option<Vec<(&'p str, &'p str, Decimal)>> {
    let of = |name: &Name| {
        let mut own = passage.counts().iter().filter(|named| named.key.plugin == whole.key.plugin);
        own.find(|named| named.key.name == *name && named.spec.ratio.is_none())
    };
    let parts: Option<Vec<&Named>> = whole.spec.parts.iter().map(of).collect();
    let parts = parts?;
    let first: Vec<char> = parts.first()?.spec.label.chars().rev().collect();
    let is_shared = |length: &usize| {
        let end: String = first[..*length].iter().rev().collect();
        parts.iter().all(|part| part.spec.label.ends_with(&end))
    };
    let shared = (0..first.len()).rev().find(is_shared).unwrap_or_default();
    let shared: usize = first[..shared].iter().map(|c| c.len_utf8()).sum();
    let told = parts.into_iter().map(|part| {
        let label = part.spec.label.as_str();
        Some((label, &label[..label.len() - shared], passage.figure(Basis::Now, part)?.value))
    });
    told.collect()
}

/// Whether nothing else stands between a name and its word.
fn is_bare(between: &str) -> bool {
    let mut rest = between;
    while let Some(shorter) = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest.is_empty()
}
