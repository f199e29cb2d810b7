//! Hazards that are put right at once, and those that are by a day: 187处，立行立改150处、限期整改47处.

use huibian_contract::Basis;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::When;
use huibian_numeral::{Quantity, Sign};
use rust_decimal::Decimal;

use super::{Said, Told, is_exact};

/// Put right at once.
#[rustfmt::skip]
const AT_ONCE: [&str; 10] = [
    "立行立改", "立整立改", "立查立改", "即查即改", "即知即改", "边查边改", "当场整改", "立即整改", "现场整改", "当即整改",
];
/// Put right by a day.
const LATER: [&str; 7] =
    ["限期整改", "限时整改", "限期改正", "挂账整改", "挂牌整改", "列单整改", "列入限期整改"];

/// The last of the two ways, where both come to more than the whole, or to less of one that is told by itself.
pub(super) fn ways(said: Said<'_>) -> Option<Told> {
    let own = said.measure()?;
    let is_same = |it: &Quantity| said.measure_of(it) == Some(own) && is_exact(it) && it.sign == Sign::None;
    let way = |it: &Quantity| {
        let head = head(said, it).trim_end_matches(['的', '了', '有', '共']);
        let is = |words: &[&str]| words.iter().any(|word| head.ends_with(word));
        if is(&AT_ONCE) { Some(true) } else { is(&LATER).then_some(false) }
    };
    let (first, last) = (said.before().last().filter(|it| is_same(it))?, said.quantity());
    let are_both = way(first)? != way(last).filter(|_| is_same(last))?;
    let is_all = said.all.get(said.at + 1).is_none_or(|next| said.measure_of(next) != Some(own));
    if !are_both || !is_all || said.is_plan() {
        return None;
    }
    let sum = first.value.checked_add(last.value)?;
    let told = &said.before()[..said.at - 1];
    let mut told = told.iter().filter(|it| is_same(it));
    let start = said.passage.clause_at(first.span.start).span.start;
    let Some(whole) = told.clone().next_back() else {
        return of_count(said, own, (start, first.span.start), sum);
    };
    let is_told = told.any(|it| it.value == sum);
    let may_be_some = sum < whole.value && (said.sentence().contains("其中") || said.before().len() > 2);
    (!is_told && !may_be_some).then(|| said.told("sum", whole.span.start, Some(sum)))?
}

/// 对隐患立行立改150处、限期整改47处: more than there were, by the count.
fn of_count(said: Said<'_>, own: &str, (start, end): (usize, usize), sum: Decimal) -> Option<Told> {
    let passage = said.passage;
    let mut named = passage.mentions.iter().filter(|it| {
        said.clause.sentence <= it.span.start && it.span.end < end && passage.named(it).measure() == own
    });
    let mention = named.next().filter(|_| named.next().is_none())?;
    let whole = passage.figure(Basis::Now, passage.named(mention))?.value;
    let is_own = matches!(passage.when(said.quantity().span.start), None | Some(When::Known(Basis::Now)));
    let is_led = crate::scope::is_led(passage, said.quantity());
    let told = Diagnostic::new(Code::PartsExceed).with_digits("whole", whole.normalize());
    let told = told.with_digits("sum", sum).with("measure", own);
    (is_own && !is_led && sum > whole).then(|| (start..said.end(), told))
}

/// The words of a number's clause before it.
fn head<'p>(said: Said<'p>, quantity: &Quantity) -> &'p str {
    let clause = said.passage.clause_at(quantity.span.start);
    said.passage.text.get(clause.span.start..quantity.span.start).unwrap_or_default()
}
