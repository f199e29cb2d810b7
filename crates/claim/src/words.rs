//! Words by themselves: a report that names another quarter as its own, a count in another measure, words of none inside a name.

use huibian_contract::Basis;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{When, when};
use huibian_numeral::measure;
use rust_decimal::Decimal;

use crate::Told;
use crate::names::own;
use crate::sentence::Sentence;

/// Words of the report itself.
#[rustfmt::skip]
const OWN: [&str; 18] = [
    "以上", "上述", "本报告", "本篇", "本材料", "本表", "所列", "所报", "现报", "现将", "特此", "到此", "这份", "报送的是", "说的是", "写的是", "讲的是", "报的是",
];
/// Words of what is held against another time.
const AGAINST: [&str; 9] = ["比", "较", "同", "与", "相对", "之后", "以来", "超", "跟"];
/// Words of none that stand inside a name that they part.
#[rustfmt::skip]
pub(crate) const NONE: [&str; 11] =
    ["无一", "没有一", "没一", "从未", "从没", "未曾", "没有发生", "未发生", "未出现", "没有出现", "没有"];

/// 以上是2023年第三季度的情况, in the report of another one.
pub(crate) fn of_another_quarter(sentence: &Sentence<'_, '_>) -> Option<Told> {
    let (period, text) = (sentence.passage.owner.period, sentence.text);
    let at = OWN.iter().filter_map(|word| text.find(word)).min()?;
    let end = text.find("季度").map(|at| at + "季度".len()).filter(|end| *end > at)?;
    let words = &text[at..end];
    let is_other = match when(words, period)? {
        When::Known(basis) => matches!(basis, Basis::Previous | Basis::LastYear),
        When::Other => !words.contains(['至', '到', '—', '-']),
        When::Either => false,
    };
    let is_against = AGAINST.iter().any(|word| words.contains(word)) || sentence.passage.is_plan_field();
    let span = sentence.span.start + at..sentence.span.start + end;
    let told = Diagnostic::new(Code::TextOfOtherPeriod).with("said", words).with("period", period);
    (is_other && !is_against).then_some((span, told))
}

/// 检定衡器290家, of 290台.
pub(crate) fn in_another_measure(sentence: &Sentence<'_, '_>) -> Option<Told> {
    const PEOPLE: [&str; 4] = ["人", "名", "位", "人次"];
    const LOW: u32 = 20;
    let text = sentence.passage.text;
    if sentence.numbers.is_empty() {
        return None;
    }
    sentence.hits().iter().filter(|hit| !hit.is_short).find_map(|hit| {
        let number = sentence.numbers.iter().find(|it| it.span.start >= hit.span.end)?;
        let between = sentence.between(hit.span.end, number.span.start);
        let between = between.trim_end_matches(['共', '达', '了', '有', '为', '合', '计', '总']);
        let (said, own) = (measure(text, number)?, hit.named.measure());
        let is_same = said == own
            || own.is_empty()
            || said.starts_with(own)
            || own.starts_with(said)
            || number.in_measure(text, own).is_some()
            || PEOPLE.contains(&said) && PEOPLE.contains(&own);
        // A low number is a count's by chance.
        let is_it = number.value >= Decimal::from(LOW) && !sentence.text.contains('每');
        let is_own = is_it && sentence.value(hit.named) == Some(number.value) && between.is_empty();
        let end = number.span.end + text[number.span.end..].find(said)? + said.len();
        let told = Diagnostic::new(Code::SentenceContradicts).with("said", &text[hit.span.start..end]);
        (is_own && !is_same && hit.named.spec.shown.is_none() && sentence.is_plain())
            .then(|| (hit.span.start..end, told.with("reason", "measure").with("found", own)))
    })
}

/// 各线班车无一晚点, of 班车晚点 that there were.
pub(crate) fn none_inside(sentence: &Sentence<'_, '_>) -> Option<Told> {
    const HALF: usize = 2 * '一'.len_utf8();
    const NEAR: usize = 3;
    if let Some(told) = none_before(sentence) {
        return Some(told);
    }
    let text = sentence.text;
    if !NONE.iter().any(|word| text.contains(word)) || !sentence.is_plain() {
        return None;
    }
    own(sentence.passage).find_map(|named| {
        let label = named.spec.label.as_str();
        let (thing, deed) = (label.get(..HALF)?, label.get(HALF..).filter(|it| it.len() == HALF)?);
        let value = sentence.value(named).filter(|value| !value.is_zero())?;
        let (none, word) = NONE.iter().find_map(|word| Some((text.find(word)?, *word)))?;
        let rest = &text[none + word.len()..];
        let at = rest.find(deed)?;
        let before = text[..none].rfind(['，', '、']).map_or(0, |at| at + '，'.len_utf8());
        let inside = &rest[..at];
        let is_thing =
            text[before..none].ends_with(thing) || text[before..none].ends_with(&format!("{thing}都"));
        let is_near = inside.chars().count() <= NEAR && !inside.contains(['，', '、']);
        let after = rest[at + deed.len()..].trim_start_matches(['过', '了']);
        let is_whole = after.is_empty() || after.starts_with(['，', '。', '；', '、']);
        let span = sentence.span.start + none..sentence.span.start + none + word.len() + at + deed.len();
        let told = Diagnostic::new(Code::NoneStated)
            .with("key", &named.key)
            .with("said", &text[none..][..span.len()]);
        let told = told.with("count", label).with_digits("found", value).with("measure", named.measure());
        (is_thing && is_near && is_whole).then_some((span, told))
    })
}

/// 没办过农机培训.
fn none_before(sentence: &Sentence<'_, '_>) -> Option<Told> {
    const NOT: [&str; 6] = ["从未", "从没", "没有", "未曾", "未", "没"];
    if !sentence.text.contains('过') || !sentence.text.contains(['未', '没']) {
        return None;
    }
    sentence.hits().iter().filter(|hit| !hit.is_short).find_map(|hit| {
        let value = sentence.value(hit.named).filter(|value| !value.is_zero())?;
        let before = sentence.between(sentence.span.start, hit.span.start).strip_suffix('过')?;
        let head = before.trim_end_matches([
            '办', '开', '搞', '做', '组', '织', '举', '接', '收', '到', '有', '出', '现', '发', '生',
        ]);
        let head = NOT.iter().find_map(|word| head.strip_suffix(word))?;
        let span = sentence.span.start + head.len()..hit.span.end;
        let behind = sentence.between(hit.span.end, sentence.span.end);
        let is_whole = behind.starts_with(['，', '。', '；']) || behind.is_empty();
        let told = Diagnostic::new(Code::NoneStated).with("key", &hit.named.key);
        let told =
            told.with("said", sentence.between(span.start, span.end)).with("count", &hit.named.spec.label);
        let told = told.with_digits("found", value).with("measure", hit.named.measure());
        (is_whole && sentence.is_plain() && !head.ends_with(['村', '校'])).then_some((span, told))
    })
}
