//! Some of what there was, which are more than there was: 征集建议15条，采纳18条.

use huibian_numeral::{Quantity, Sign};

use super::{Said, Told, is_exact};

/// What all of it came by.
#[rustfmt::skip]
const ALL: [&str; 22] = [
    "收到", "征集", "受理", "接到", "抽检", "抽查", "受训", "应到", "应参加", "应参训", "报名", "申报", "发放",
    "登记", "排查", "梳理", "上报", "推荐", "送检", "应训", "发出", "接收",
];
/// What became of some of it.
#[rustfmt::skip]
const SOME: [&str; 20] = [
    "采纳", "合格", "实到", "实际参加", "实参加", "收回", "回收", "通过", "办结", "答复", "录用", "采用",
    "入选", "获批", "出席", "实训", "实际到", "不合格", "达标", "解决",
];
/// Words that bring in what there was before.
const MORE: [&str; 10] = ["累计", "上季度", "往年", "结转", "含", "连同", "加上", "去年", "遗留", "以前"];

pub(super) fn exceeding(said: Said<'_>) -> Option<Told> {
    let part = Some(said.quantity()).filter(|part| part.sign == Sign::None)?;
    let whole = said.before().last()?;
    let own = said.measure()?;
    if part.value <= whole.value
        || said.measure_of(whole) != Some(own)
        || !is_exact(whole)
        || !is_exact(part)
        || said.is_plan()
    {
        return None;
    }
    let first = said.passage.clause_at(whole.span.start);
    let is = |words: &[&str], told: &str| words.iter().any(|word| told.contains(word));
    let of_whole = said.passage.words(first);
    let of_part = said.passage.words(said.clause);
    let is_apart = first.span != said.clause.span && !is(&SOME, of_whole) && !is(&ALL, of_part);
    let is_more = is(&MORE, said.sentence()) || is(&MORE, of_part);
    let is_figure = |quantity: &Quantity| {
        said.passage.mentions.iter().any(|mention| {
            let clause = said.passage.clause_at(quantity.span.start);
            clause.span.start <= mention.span.start && mention.span.end <= quantity.span.start
        })
    };
    (is_apart
        && is(&ALL, of_whole)
        && is(&SOME, of_part)
        && !is_more
        && !(is_figure(whole) && is_figure(part)))
    .then(|| said.told("more", said.clause.span.start, Some(whole.value)))?
}

/// 招聘会11场，夜市专场占了13场: of the number before, more than that.
pub(super) fn taken(said: Said<'_>) -> Option<Told> {
    const OF_IT: [&str; 9] = ["占了", "占去", "占到", "就占", "就有", "就办了", "就占了", "独占", "就达"];
    let part = Some(said.quantity()).filter(|part| part.sign == Sign::None && is_exact(part))?;
    let whole = said.before().last().filter(|whole| is_exact(whole) && part.value > whole.value)?;
    let is_of_it = OF_IT.iter().any(|word| said.head().ends_with(word))
        && said.measure()? == said.measure_of(whole)?
        && !MORE.iter().any(|word| said.sentence().contains(word))
        && !said.is_plan();
    is_of_it.then(|| said.told("more", said.clause.span.start, Some(whole.value)))?
}

/// What is left, beside what was done: 应到30人，实到28人，请假3人.
pub(super) fn rest(said: Said<'_>) -> Option<Told> {
    #[rustfmt::skip]
    const REST: [&str; 22] = [
        "尚余", "剩余", "余下", "请假", "缺席", "不合格", "待办", "在办", "未", "尚有", "还剩", "结余", "节余",
        "结存", "余额", "剩下", "尚欠", "尚差", "还差", "差额", "缺口", "其余",
    ];
    let [.., whole, part] = said.before() else { return None };
    let own = said.measure()?;
    let head = said.head();
    let is_rest = REST.iter().any(|word| head.starts_with(word)) && head.chars().count() <= 6;
    let is_own = |quantity: &Quantity| said.measure_of(quantity) == Some(own) && is_exact(quantity);
    if !is_rest || !is_own(whole) || !is_own(part) || !is_exact(said.quantity()) || said.is_plan() {
        return None;
    }
    let is_apart =
        said.passage.clause_at(whole.span.start).span != said.passage.clause_at(part.span.start).span;
    let rest = whole.value - part.value;
    let is_of_part = rest.is_sign_positive() && is_apart && !said.sentence().contains("其中");
    (is_of_part && rest != said.quantity().value)
        .then(|| said.told("difference", said.clause.span.start, Some(rest)))?
}

/// 检查86家次，76家次检查记录全部上传: all of them, and there were more. What is told apart by other words, as 76户困难群众 are, is others.
pub(super) fn all(said: Said<'_>) -> Option<Told> {
    const ALL: [&str; 6] = ["全部", "全数", "悉数", "全都", "尽数", "一个不漏"];
    /// What is kept of each that is counted.
    const KEPT: [&str; 8] = ["记录", "结果", "资料", "信息", "数据", "情况", "台账", "档案"];
    let part = Some(said.quantity()).filter(|part| part.sign == Sign::None && is_exact(part))?;
    let whole = said.before().last().filter(|whole| is_exact(whole) && part.value < whole.value)?;
    let passage = said.passage;
    let is_own = said.measure()? == said.measure_of(whole)?
        && said.between(whole, part).strip_prefix(said.measure()?) == Some("，")
        && !said.sentence().contains("其中")
        && !said.is_plan();
    if !is_own || said.at + 1 < said.all.len() {
        return None;
    }
    let rest = passage.text.get(said.end()..passage.sentence_end(said.clause))?;
    let (at, word) = ALL.iter().filter_map(|word| Some((rest.find(word)?, *word))).min()?;
    let of_whole = passage.words(passage.clause_at(whole.span.start));
    let thing = rest[..at].trim_end_matches(['，', '已', '均']);
    let thing = KEPT.iter().find_map(|kept| thing.strip_suffix(kept)).unwrap_or(thing);
    let (mut span, told) = said.told("all", said.clause.span.start, Some(whole.value))?;
    span.end = said.end() + at + word.len();
    of_whole.contains(thing.trim_matches('的')).then_some((span, told))
}
