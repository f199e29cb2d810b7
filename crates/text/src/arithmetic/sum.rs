//! Numbers and what they are said to come to: 种粮1122亩、种经济作物574亩，两项共1696亩.

use huibian_mention::Signs;
use huibian_numeral::{Quantity, Sign};
use rust_decimal::Decimal;

use super::{Said, Told};

/// Words of a sum that begin their clause.
const SUMS: [&str; 19] = [
    "共计",
    "合计",
    "总计",
    "一共",
    "总共",
    "两项共",
    "两项合计",
    "三项共",
    "三项合计",
    "两者共",
    "两者合计",
    "三者共",
    "加起来共",
    "加起来",
    "合起来共",
    "全长",
    "总长",
    "总面积",
    "共",
];
/// Words of a wider whole than what the sentence tells.
const WIDER: [&str; 11] =
    ["其中", "包括", "今年", "全年", "累计", "以来", "上半年", "等", "上季度", "去年", "另"];
/// Measures in which unlike things are added up: 手册300册、折页500张，合计800份.
const OF_ANY: [&str; 6] = ["份", "件", "项", "个", "人", "处"];

pub(super) fn sum(said: Said<'_>) -> Option<Told> {
    if said.passage.signs.lacks(Signs::SUM) {
        return None;
    }
    let (text, whole, own) = (said.passage.text, said.quantity(), said.measure()?);
    let clause = said.clause.span.clone();
    let words = text.get(said.clause.sentence..clause.end)?;
    if !is_sum(said)
        || !super::is_exact(whole)
        || WIDER.iter().any(|word| words.contains(word))
        || said.is_plan()
    {
        return None;
    }
    let same: Vec<&Quantity> =
        said.before().iter().filter(|part| said.measure_of(part) == Some(own)).collect();
    let parts = if same.is_empty() && OF_ANY.contains(&own) { listed(said)? } else { same };
    let is_exact = parts.len() > 1 && parts.iter().all(|part| super::is_exact(part));
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))?;
    (is_exact && sum != whole.value).then(|| said.told("sum", clause.start, Some(sum)))?
}

/// 共, or 共投入 and 总投入 of what was said to be 投入 before.
fn is_sum(said: Said<'_>) -> bool {
    let head = said.head();
    let of_deed = || {
        let deed = ["共计", "合计", "总共", "共", "总"].iter().find_map(|word| head.strip_prefix(word));
        let before = said.sentence().strip_suffix(head).unwrap_or_default();
        deed.is_some_and(|deed| (2..=3).contains(&deed.chars().count()) && before.contains(deed))
    };
    SUMS.contains(&head) || of_deed() || is_of_several(head)
}

/// 三组共, 两村合计.
fn is_of_several(head: &str) -> bool {
    let several = ["合计", "共计", "总计", "一共", "共"].iter().find_map(|word| head.strip_suffix(word));
    several.is_some_and(|several| {
        several.starts_with(['两', '三', '四', '五', '六', '七', '八', '九', '十'])
            && several.chars().count() <= 4
    })
}

/// All numbers before, where they are one list.
fn listed(said: Said<'_>) -> Option<Vec<&Quantity>> {
    let before = said.before();
    let is_list = before.windows(2).all(|two| {
        let between = said.between(&two[0], &two[1]);
        between.contains('、') && !between.contains(['，', ','])
    });
    let is_counted = |quantity: &Quantity| {
        quantity.sign == Sign::None && said.measure_of(quantity).is_none_or(|it| !it.contains('元'))
    };
    (is_list && before.iter().all(is_counted)).then(|| before.iter().collect())
}
