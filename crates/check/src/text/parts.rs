//! Parts in a sentence that come to more than the whole: 学习6次，其中集体学习5次、交流研讨3次.

use huibian_diagnostic::{Code, Diagnostic};
use rust_decimal::Decimal;

use super::Found;
use super::numeral::{Extent, Quantity, Sign};
use super::passage::Passage;

const PARTS: &str = "其中";
/// Measure words, by their longest first, that parts and whole are told in.
const MEASURES: [&str; 26] = [
    "家次", "人次", "场次", "万元", "亿元", "次", "处", "家", "件", "条", "篇", "名", "人", "个", "场", "起",
    "项", "户", "元", "期", "份", "期次", "例", "部", "支", "批",
];

/// Wholes that are smaller than their parts.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    for (at, _) in passage.text.match_indices(PARTS) {
        let after = at + PARTS.len();
        let rest = &passage.text[after..];
        let end = after + rest.find(['。', '；', '\n', '！', ';']).unwrap_or(rest.len());
        let before = passage.quantities.partition_point(|quantity| quantity.span.end <= at);
        let Some(whole) = before.checked_sub(1).and_then(|index| passage.quantities.get(index)) else {
            continue;
        };
        let Some(measure) = measure(passage.text, whole) else { continue };
        let sentence = passage.clause_at(at).sentence;
        if whole.span.start < sentence || whole.extent != Extent::Exact {
            continue;
        }
        let parts: Vec<&Quantity> =
            passage.quantities[before..].iter().take_while(|quantity| quantity.span.end <= end).collect();
        let is_part = |part: &&&Quantity| {
            part.extent == Extent::Exact && self::measure(passage.text, part) == Some(measure)
        };
        let own: Vec<&&Quantity> = parts.iter().filter(is_part).collect();
        let sum = own.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
        // A part that has parts of its own would count twice.
        let is_nested =
            passage.text[after..end].contains(PARTS) || passage.text[after..end].contains(['（', '(']);
        let largest = own.iter().map(|part| part.value).max();
        let sum = if is_nested { largest } else { sum };
        if let (Some(sum), Some(last)) = (sum.filter(|sum| *sum > whole.value), own.last()) {
            let exceed = Diagnostic::new(Code::PartsExceed)
                .with_digits("whole", whole.value)
                .with_digits("sum", sum)
                .with("measure", measure);
            found.push((whole.span.start..last.span.end + measure.len(), exceed));
        }
    }
}

fn measure(text: &str, quantity: &Quantity) -> Option<&'static str> {
    if quantity.sign != Sign::None {
        return None;
    }
    MEASURES
        .into_iter()
        .find(|measure| quantity.in_measure(text, measure).is_some_and(|(value, _)| value == quantity.value))
}
