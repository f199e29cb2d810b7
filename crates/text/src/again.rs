//! More of something than a text said before that there are (全镇网格员36名…。38名网格员每日巡查), or another number of it (这14台作业车辆);
//! another number of a count that a sentence goes on about (检查87家次，12家次全部录入系统).

use std::ops::Range;

use huibian_contract::Basis;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::When;
use huibian_numeral::{Extent, Quantity, Sign, measure};
use huibian_prose::Found;

use crate::figures::{differs, from_others, is_of_a_part, is_of_a_place};
use crate::scope;
use huibian_passage::Passage;

/// Words that say how many there are of all, somewhere before the number in its clause.
const ALL: [&str; 9] = ["全镇", "全街道", "全乡", "全村", "共", "现有", "辖", "总数", "全体"];
/// Words of more than there were, in the clause or before it.
#[rustfmt::skip]
const MORE: [&str; 14] = [
    "新增", "增加", "增至", "增长", "达到", "累计", "今年", "去年", "上季度", "周边", "全县", "计划", "目标", "其他",
];
const PLANS: [&str; 4] = ["将", "拟", "力争", "要求"];
/// How long what is counted is, in characters.
const NOUN: usize = 6;
/// Words right before a number that is the one that was told.
const SAID: [&str; 6] = ["这", "上述", "前述", "以上", "该", "这批"];

/// Words right behind a number that is told to be all there is, and what makes them words of where some took place.
const WHOLLY: [&str; 10] = ["全部", "均", "都已", "都有", "已全部", "全都", "悉数", "逐一", "一律", "无一"];
const WHERE: [&str; 6] = ["在", "由", "为", "是", "来自", "集中"];

/// The first such number of a text, and those of counts.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    of_something(passage, found);
    let told: Found = passage.quantities.iter().filter_map(|it| of_count(passage, it)).collect();
    let is_known = |span: &Range<usize>, found: &Found| {
        found.iter().any(|(known, _)| known.start < span.end && span.start < known.end)
    };
    for (span, told) in told {
        if !is_known(&span, found) {
            found.push((span, told));
        }
    }
}

/// A number without a name that is told to be all of the only count that its sentence named, and is not.
fn of_count(passage: &Passage<'_>, quantity: &Quantity) -> Option<(Range<usize>, Diagnostic)> {
    let clause = passage.clause_at(quantity.span.start);
    let head = &passage.text[clause.span.start..quantity.span.start];
    let is_said = SAID.contains(&head);
    if !(head.is_empty() || is_said) || !is_plain(quantity) || clause.span.start == clause.sentence {
        return None;
    }
    let first = passage.mentions.partition_point(|it| it.span.start < clause.sentence);
    let mut named = passage.mentions[first..].iter().take_while(|it| it.span.end <= clause.span.start);
    let mention = named.next().filter(|_| named.next().is_none())?;
    let named = passage.named(mention);
    let (value, end) = passage.stated(quantity, named).filter(|_| named.spec.ratio.is_none())?;
    let behind = &passage.text[end..passage.clause_at(end).span.end];
    let wholly = WHOLLY.iter().find_map(|word| behind.strip_prefix(word));
    let is_wholly = wholly.is_some_and(|rest| !WHERE.iter().any(|word| rest.starts_with(word)));
    let figure = passage.figure(Basis::Now, named).filter(|figure| figure.value != value)?;
    // 40处，38处已全部整改 tells of some of them.
    let is_some = value < figure.value && passage.done().iter().any(|done| behind.contains(&done.deed));
    let own = measure(passage.text, quantity)?;
    let sentence = clause.sentence..passage.sentence_end(clause);
    let same = passage.quantities.iter().filter(|it| {
        sentence.contains(&it.span.start)
            && it.span != quantity.span
            && measure(passage.text, it) == Some(own)
    });
    let stands_alone =
        same.into_iter().all(|it| it.value == figure.value && it.span.start < quantity.span.start);
    let before = &passage.text[clause.sentence..clause.span.start];
    let is_own = matches!(passage.when(quantity.span.start), None | Some(When::Known(Basis::Now)))
        && !is_of_a_place(before)
        && !is_of_a_part(&passage.text[clause.sentence..mention.span.start], false)
        && from_others(before).next().is_none()
        && !before.starts_with("其中")
        && !scope::is_led(passage, quantity)
        && !passage.is_plan(clause);
    let is_all = is_said || is_wholly;
    (is_all && is_own && stands_alone && !is_some)
        .then(|| (quantity.span.start..end, differs(named, Basis::Now, value, figure)))
}

fn of_something(passage: &Passage<'_>, found: &mut Found) {
    let quantities = &passage.quantities;
    if quantities.len() < 2 {
        return;
    }
    for (index, all) in quantities.iter().enumerate() {
        let Some(own) = measure(passage.text, all).filter(|_| is_of_all(passage, all)) else { continue };
        for other in &quantities[index + 1..] {
            let is_said = || SAID.iter().any(|word| passage.text[..other.span.start].ends_with(word));
            let is_other = other.value > all.value || other.value < all.value && is_said();
            let is_more = is_plain(other) && is_other && measure(passage.text, other) == Some(own);
            if is_more && is_same(passage, all, other, own) && !is_told_more(passage, all, other) {
                let span = other.span.start..other.span.end + own.len();
                let told =
                    Diagnostic::new(Code::SentenceContradicts).with("said", &passage.text[span.clone()]);
                found.push((span, told.with("reason", "again").with_digits("found", all.value)));
                return;
            }
        }
    }
}

fn is_plain(quantity: &Quantity) -> bool {
    quantity.extent == Extent::Exact && quantity.sign == Sign::None
}

fn is_of_all(passage: &Passage<'_>, all: &Quantity) -> bool {
    let clause = passage.clause_at(all.span.start);
    let head = &passage.text[clause.span.start..all.span.start];
    is_plain(all)
        && ALL.iter().any(|word| head.contains(word))
        && !MORE.iter().any(|word| head.contains(word))
}

fn is_told_more(passage: &Passage<'_>, all: &Quantity, other: &Quantity) -> bool {
    let between = &passage.text[all.span.end..other.span.start];
    let own = passage.words(passage.clause_at(other.span.start));
    MORE.iter().any(|word| between.contains(word)) || PLANS.iter().any(|word| own.contains(word))
}

/// Whether two numbers count one thing: it stands behind both, or before the one and behind the other.
fn is_same(passage: &Passage<'_>, all: &Quantity, other: &Quantity, own: &str) -> bool {
    let behind = |quantity: &Quantity| {
        let rest = &passage.text[quantity.span.end..];
        let rest = rest.split_once(own).map_or("", |(_, rest)| rest);
        let end = rest.char_indices().nth(NOUN).map_or(rest.len(), |(end, _)| end);
        let noun = &rest[..end];
        &noun[..noun.find(|c: char| !matches!(c, '\u{4E00}'..='\u{9FA5}')).unwrap_or(noun.len())]
    };
    let before = |quantity: &Quantity| {
        let clause = passage.clause_at(quantity.span.start);
        &passage.text[clause.span.start..quantity.span.start]
    };
    let (first, second) = (behind(all), behind(other));
    let common = first.chars().zip(second.chars()).take_while(|(a, b)| a == b).count();
    let is_village = first == "村" || first.starts_with('村') && second.starts_with('村');
    let is_long = |noun: &str| noun.chars().count() > 1;
    let named = (2..=NOUN).any(|length| {
        let noun: String = second.chars().take(length).collect();
        is_long(&noun) && noun.chars().count() == length && before(all).ends_with(&noun)
    });
    let is_last = common > 1 || is_village && common > 0;
    is_last || first.is_empty() && named
}
