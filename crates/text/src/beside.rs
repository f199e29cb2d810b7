//! Two counts beside each other: 出栏生猪比出栏羊多677头.

use huibian_contract::Basis;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::When;
use huibian_numeral::Sign;
use huibian_prose::Found;

use huibian_passage::Passage;

/// Words of how the first of them differs, and whether it is more.
const WAYS: [(&str, bool); 6] =
    [("多出", true), ("高出", true), ("多", true), ("高", true), ("少", false), ("低", false)];

/// By how much one is said to be more or less than the other, and is not.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    for pair in passage.mentions.windows(2) {
        let [first, second] = pair else { continue };
        let between = passage.text.get(first.span.end..second.span.start).unwrap_or_default();
        if !matches!(between, "比" | "较" | "，比" | "，较") {
            continue;
        }
        let clause = passage.clause_at(second.span.start);
        let rest = &passage.text[second.span.end..clause.span.end];
        let Some((word, is_more)) = WAYS.iter().find(|(word, _)| rest.starts_with(word)) else { continue };
        let from = second.span.end + word.len();
        let (one, other) = (passage.named(first), passage.named(second));
        let Some(said) = passage.quantity_in(from..clause.span.end) else { continue };
        let is_near = ["", "了"].contains(&&passage.text[from..said.span.start]) && said.sign == Sign::None;
        let value = |named| Some(passage.figure(Basis::Now, named)?.value);
        let (Some((stated, end)), Some(one_is), Some(other_is)) =
            (passage.stated(said, one), value(one), value(other))
        else {
            continue;
        };
        let difference = if *is_more { one_is - other_is } else { other_is - one_is };
        let is_own = matches!(passage.when(first.span.start), None | Some(When::Known(Basis::Now)));
        let is_comparable = one.measure() == other.measure() && first.count != second.count;
        let is_new = found.iter().all(|(known, _)| known.end <= first.span.start || end <= known.start);
        let is_so = said.fits(passage.text, difference, stated, end);
        if is_near && is_own && is_new && is_comparable && !is_so && !passage.is_plan(clause) {
            let span = first.span.start..end;
            let told = Diagnostic::new(Code::SentenceContradicts).with("said", &passage.text[span.clone()]);
            let reason = if difference.is_sign_negative() { "direction" } else { "difference" };
            found.push((span, told.with("reason", reason).with_digits("found", difference.normalize())));
        }
    }
}
