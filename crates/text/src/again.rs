//! More of something than a text said before that there are (全镇网格员36名…。38名网格员每日巡查), or another number of it (这14台作业车辆).

use huibian_diagnostic::{Code, Diagnostic};
use huibian_numeral::{Extent, Quantity, Sign, measure};

use crate::found::Found;
use crate::passage::Passage;

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

/// The first such number of a text.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
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
