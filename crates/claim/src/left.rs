//! What is told to be left of a count, beside what was done with it: 送修农机里尚有7台等配件，未交还.

use huibian_contract::Name;
use huibian_mention::{Done, Named};
use huibian_numeral::{Extent, Quantity, Sign};
use rust_decimal::Decimal;

use crate::Told;
use crate::names::own;
use crate::sentence::Sentence;

/// Words of a rest right before its number.
#[rustfmt::skip]
const REST: [&str; 20] = [
    "还剩下", "还剩", "剩下", "剩余", "剩", "余下", "其余", "还余", "尚余", "尚有", "还有", "仍有", "尚剩", "仍剩", "另有", "还差", "只差", "有", "里", "中",
];
/// Words of what was not done.
pub(crate) const NOT: [&str; 9] = ["没", "未", "待", "等", "还在", "不曾", "不能", "没能", "空"];
/// How far behind those a deed may stand, in characters.
const NEAR: usize = 4;
/// Words of some of it, or of another time.
const OTHERS: [&str; 12] =
    ["村", "社区", "往年", "本月", "当天", "超期", "逾期", "因", "历史", "个月", "工地", "每"];

/// What may stand before the name of a whole that makes it none of another kind: 重大隐患 are some of 隐患.
#[rustfmt::skip]
const LEADS: [&str; 21] = [
    "截至目前", "截至季末", "截至期末", "本季度", "本季", "本期", "目前", "季末", "期末", "全镇", "全乡", "全县", "全季", "我镇", "现", "登记的", "上报的",
    "查出的", "发现的", "，", "：",
];

/// Whether nothing before the name of a whole makes it one of another kind.
fn is_unqualified(mut lead: &str) -> bool {
    while let Some(shorter) = LEADS.iter().find_map(|word| lead.strip_suffix(word)) {
        lead = shorter;
    }
    lead.is_empty()
}

/// A rest that is not what the counts leave.
pub(crate) fn left(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let text = sentence.passage.text;
    if !NOT.iter().any(|word| sentence.text.contains(word))
        || !sentence.is_plain()
        || OTHERS.iter().any(|word| sentence.text.contains(word))
    {
        return None;
    }
    let said = sentence.numbers.iter().find(|said| {
        let head = sentence.between(sentence.span.start, said.span.start);
        said.sign == Sign::None
            && said.extent == Extent::Exact
            && REST.iter().any(|word| head.ends_with(word))
    })?;
    let counts: Vec<(&Named, &Named)> = sentence.passage.done().iter().map(|it| pair(sentence, it)).collect();
    let told = counts.into_iter().filter_map(|(part, whole)| {
        let (value, end) = said.in_measure(text, whole.measure())?;
        let is_whole = is_named(sentence, whole, said);
        let (whole_value, part_value) = (sentence.value(whole)?, sentence.value(part)?);
        let left = whole_value.checked_sub(part_value).filter(|left| *left >= Decimal::ZERO)?;
        let mut others = sentence.numbers.iter().filter(|it| it.span != said.span);
        let is_theirs = others.all(|it| [whole_value, part_value].contains(&it.value));
        let head = sentence.between(sentence.span.start, said.span.start);
        let is_bare = head.ends_with(['有', '里', '中'])
            && !REST[..REST.len() - 3].iter().any(|word| head.ends_with(word));
        let is_led =
            sentence.hits().iter().any(|hit| hit.named.key == whole.key && hit.span.end <= said.span.start);
        (is_whole && (is_led || !is_bare) && is_theirs && is_undone(sentence, said, part, whole))
            .then(|| (said.fits(text, left, value, end), left, end))
    });
    let told: Vec<_> = told.collect();
    let (_, left, end) = told.first().filter(|_| told.iter().all(|(is_so, ..)| !is_so))?;
    Some(sentence.told(said.span.start..*end, "left", *left))
}

fn pair<'p>(sentence: &Sentence<'_, 'p>, done: &Done) -> (&'p Named, &'p Named) {
    (&sentence.passage.counts()[done.part], &sentence.passage.counts()[done.whole])
}

/// Whether a sentence names a count of its own section, or what that is of.
fn is_named(sentence: &Sentence<'_, '_>, whole: &Named, said: &Quantity) -> bool {
    if whole.key.plugin != sentence.passage.manifest.id {
        return false;
    }
    let lead = |end: usize| sentence.between(sentence.span.start, end);
    if let Some(hit) = sentence.hits().iter().find(|hit| hit.named.key == whole.key) {
        return hit.span.start > said.span.start || is_unqualified(lead(hit.span.start));
    }
    let label = &whole.spec.label;
    let thing = label.char_indices().nth_back(1).map_or("", |(at, _)| &label[at..]);
    let named: Vec<&Name> =
        own(sentence.passage).filter(|it| it.spec.label.ends_with(thing)).map(|it| &it.key.name).collect();
    let behind = sentence.between(said.span.end, sentence.span.end);
    let head = sentence.between(sentence.span.start, said.span.start);
    // Two counts of one thing: what there is of it, and what was done with it.
    let is_head = || {
        let before = head.rsplit_once(thing).map(|(before, _)| before);
        before.is_some_and(|before| is_unqualified(before.trim_end_matches(|c| label.contains(c))))
    };
    named.len() <= 2 && (behind.contains(thing) || is_head()) && thing.chars().count() > 1
}

/// Whether a deed is told not to be done behind the number: by a character that the part's name has alone.
fn is_undone(sentence: &Sentence<'_, '_>, said: &Quantity, part: &Named, whole: &Named) -> bool {
    let behind = sentence.between(said.span.end, sentence.span.end);
    let deeds: Vec<char> = part.spec.label.chars().filter(|c| !whole.spec.label.contains(*c)).collect();
    // 25张还空着.
    let is_empty = behind.contains('空') && part.spec.label.contains(['住', '用', '租']);
    is_empty
        || NOT.iter().any(|word| {
            behind
                .match_indices(word)
                .any(|(at, _)| behind[at + word.len()..].chars().take(NEAR).any(|c| deeds.contains(&c)))
        })
}
