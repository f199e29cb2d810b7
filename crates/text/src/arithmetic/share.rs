//! Shares and rates of two numbers: 45个村民小组中有30个通了自来水，占66.7%; 应到60人，实到48人，到会率80%.

use huibian_contract::Basis;
use huibian_mention::{Named, When};
use huibian_numeral::{Quantity, Sign};
use rust_decimal::Decimal;

use super::{Said, Told, is_exact, is_said};
use crate::figures::{is_of_a_part, is_of_a_place};

/// How far a share may stand behind 占, in characters.
const NEAR: usize = 8;
/// Words of a share that begin their clause: …134家，商贸企业86家，比重为64.2%.
const SHARES: [&str; 6] = ["所占比重", "所占比例", "比重", "比例", "相当于", "份额"];
/// Words of a whole that leave open which it is.
const WHOLES: [&str; 12] =
    ["总数", "总量", "总", "全部", "全镇", "任务数", "任务", "目标", "计划", "应有", "比重", "比例"];
/// Words of what goes with something else, so that shares overlap.
const APART: [&str; 9] = ["党员", "妇女", "岁", "大专", "本科", "以上", "脱贫", "残疾", "少数民族"];
/// What may stand between a rate's name and its number.
const IS: [&str; 9] = ["达到", "达", "为", "仅", "约", "均", "只有", "已", "是"];

/// 网上咨询所占超过一半, 在册主体中，食品类超过八成: of the count that one is declared to be a part of.
pub(super) fn of_parent(said: Said<'_>) -> Option<Told> {
    const BETWEEN: [&str; 22] = [
        "所占", "占比", "占到", "占去", "占了", "占", "比重", "比例", "份额", "的", "已", "约", "达到", "达",
        "为", "仅", "只", "就", "也", "还", "有", "人数",
    ];
    if said.quantity().sign != Sign::Percent || said.is_plan() {
        return None;
    }
    let (passage, end) = (said.passage, said.quantity().span.start);
    let mut own =
        passage.mentions.iter().filter(|it| said.clause.span.start <= it.span.start && it.span.end <= end);
    let mention = own.next_back()?;
    let part = passage.named(mention);
    let parent = passage.parent(part)?;
    let mut between = passage.text.get(mention.span.end..end)?;
    let is_share = between.contains(['占', '比']) || told_in(said, parent);
    // What is more or less than that is no part of it.
    between = [
        "超过",
        "超",
        "不足",
        "不到",
        "将近",
        "接近",
        "近",
        "未达到",
        "未达",
        "过",
        "大",
        "突破",
        "低于",
        "逾",
    ]
    .iter()
    .find_map(|word| between.strip_suffix(word))
    .unwrap_or(between);
    while let Some(rest) = BETWEEN.iter().find_map(|word| between.strip_prefix(word)) {
        between = rest;
    }
    let is_other = !between.is_empty() || own.next_back().is_some();
    let is_own = matches!(passage.when(end), None | Some(When::Known(Basis::Now)));
    let head = passage.text.get(said.clause.span.start..mention.span.start)?;
    if !is_share || is_other || !is_own || is_of_a_part(head, false) || is_of_a_place(head) {
        return None;
    }
    let value = |named| Some(passage.figure(Basis::Now, named)?.value);
    differing(said, value(part)?, value(parent)?, mention.span.start)
}

/// Whether a sentence has begun with what all of it is: 在册主体中，.
fn told_in(said: Said<'_>, whole: &Named) -> bool {
    said.passage.mentions.iter().any(|mention| {
        let after = said.passage.text.get(mention.span.end..said.quantity().span.start);
        said.clause.sentence <= mention.span.start
            && said.passage.named(mention).key == whole.key
            && after.is_some_and(|after| after.starts_with(['中', '里', '当', '内']))
    })
}

/// 占.
pub(super) fn share(said: Said<'_>) -> Option<Told> {
    let head = said.head();
    if said.quantity().sign != Sign::Percent {
        return None;
    }
    let (at, word) = SHARES
        .iter()
        .find_map(|word| head.starts_with(word).then_some((0, *word)))
        .or_else(|| head.rfind('占').map(|at| (at, "占")))?;
    let between = &head[at + word.len()..];
    let part = said.before().last();
    let is_plan = |part: &Quantity| said.passage.is_plan(said.passage.clause_at(part.span.start));
    if between.chars().count() > NEAR + 4 || part.is_some_and(is_plan) {
        return None;
    }
    let start = said.clause.span.start + at;
    // 占全镇人口1万人的12%: the whole stands inside.
    if let [.., part, whole] = said.before()
        && whole.span.start > start
        && part.span.end <= start
        && part.sign == Sign::None
        && whole.sign == Sign::None
        && is_exact(part)
        && is_exact(whole)
    {
        return differing(said, part.value, whole.value, start);
    }
    let named = said
        .passage
        .mentions
        .iter()
        .rfind(|mention| start < mention.span.start && mention.span.end <= said.quantity().span.start);
    let (part, whole) = match (named, part) {
        (Some(mention), part) => {
            let named = said.passage.named(mention);
            let whole = said.passage.figure(Basis::Now, named)?.value;
            let own = part.filter(|part| said.measure_of(part) == Some(named.measure()));
            let part = match own {
                Some(part) => sole(said, part)?.value,
                None => of_count(said, start, named.measure())?,
            };
            (part, whole)
        }
        (None, Some(part)) => {
            if let Some(whole) = whole_count(said, part) {
                return differing(said, part.value, whole, start);
            }
            let whole = whole(said, part)?;
            let of = between.trim_end_matches(['的', '约', '到', '达', '为', '比', '近']);
            let of = WHOLES.iter().fold(of, |of, word| of.trim_start_matches(word).trim_end_matches(word));
            if !of.is_empty() && !said.sentence()[..said.sentence().rfind(word)?].contains(of) {
                return None;
            }
            (part.value, whole.value)
        }
        (None, None) => return None,
    };
    differing(said, part, whole, start)
}

/// 合格率, where 合格 was said of the one number and the other is the whole.
pub(super) fn rate(said: Said<'_>) -> Option<Told> {
    if said.quantity().sign != Sign::Percent || said.is_plan() {
        return None;
    }
    let mut head = said.head();
    while let Some(rest) = IS.iter().find_map(|word| head.strip_suffix(word)) {
        head = rest;
    }
    let name = head.strip_suffix('率')?;
    let deed = name.char_indices().rev().nth(1).map(|(at, _)| &name[at..])?;
    let before = said.sentence().strip_suffix(said.head())?;
    let is_of_count = said.passage.mentions.iter().any(|mention| {
        mention.span.end == said.clause.span.start + head.len()
            && said.passage.figure(Basis::Now, said.passage.named(mention)).is_some()
    });
    let part = said.before().last().filter(|_| !is_of_count && deed.chars().all(|c| before.contains(c)))?;
    let whole = whole(said, part)?;
    differing(said, part.value, whole.value, said.clause.span.start + name.len() - deed.len())
}

/// 一类占45%、二类占35%、三类占25%: more than all of it.
pub(super) fn together(said: Said<'_>) -> Option<Told> {
    let is_share = |quantity: &&Quantity| {
        let clause = said.passage.clause_at(quantity.span.start);
        let head = said.passage.text.get(clause.span.start..quantity.span.start).unwrap_or_default();
        let is_apart = APART.iter().all(|word| !head.contains(word));
        quantity.sign == Sign::Percent
            && is_exact(quantity)
            && is_apart
            && head.trim_end_matches(['比', '约']).ends_with('占')
    };
    if said.at + 1 != said.all.len() || said.quantity().sign != Sign::Percent {
        return None;
    }
    let shares: Vec<&Quantity> = said.all.iter().filter(is_share).collect();
    let is_of_two = shares.len() == 2 && ["男", "女"].iter().all(|it| said.sentence().contains(it));
    let sum = shares.iter().try_fold(Decimal::ZERO, |sum, it| sum.checked_add(it.value))?;
    let of_all = said.all.iter().filter(|it| it.sign == Sign::Percent).count();
    let is_all = shares.len() == of_all && (shares.len() > 2 || is_of_two);
    let start = said.passage.clause_at(shares.first()?.span.start).span.start;
    (is_all && sum > Decimal::from(101)).then(|| said.told("sum", start, Some(sum)))?
}

/// The only other number of the sentence in the part's measure, where it stands before the part and is no less.
fn whole<'p>(said: Said<'p>, part: &Quantity) -> Option<&'p Quantity> {
    let own = said.measure_of(part)?;
    let mut same = said.before().iter().filter(|quantity| said.measure_of(quantity) == Some(own));
    let (whole, second) = (same.next()?, same.next()?);
    let is_pair = same.next().is_none() && second.span == part.span && whole.value >= part.value;
    (is_pair && is_exact(whole) && is_exact(part)).then_some(whole)
}

/// The figure of a count whose name is followed by 中 before the part, which no other number is of: 低保对象中，老年人200人.
fn whole_count(said: Said<'_>, part: &Quantity) -> Option<Decimal> {
    let sentence = said.clause.sentence;
    let is_whole =
        |end: usize| said.passage.text.get(end..part.span.start).is_some_and(|it| it.starts_with("中，"));
    let mention =
        said.passage.mentions.iter().find(|it| it.span.start >= sentence && is_whole(it.span.end))?;
    let named = said.passage.named(mention);
    sole(said, part).filter(|part| said.measure_of(part) == Some(named.measure()))?;
    Some(said.passage.figure(Basis::Now, named)?.value)
}

/// A part whose measure no other number of the sentence has.
fn sole<'p>(said: Said<'_>, part: &'p Quantity) -> Option<&'p Quantity> {
    let own = said.measure_of(part);
    let mut same = said.before().iter().filter(|quantity| said.measure_of(quantity) == own);
    (same.next().is_some() && same.next().is_none() && is_exact(part)).then_some(part)
}

/// The figure of a count that is named right before 占.
fn of_count(said: Said<'_>, start: usize, measure: &str) -> Option<Decimal> {
    let is_right_before = |end: usize| {
        let between = said.passage.text.get(end..start);
        between.is_some_and(|between| ["", "已", "约", "仅"].contains(&between))
    };
    let mentions = &said.passage.mentions;
    // 老年人档案单独存放，占健康档案的三成 goes on about what its sentence began with.
    let leads = || {
        let mut own = mentions.iter().filter(|it| (said.clause.sentence..start).contains(&it.span.start));
        let first = own.next().filter(|first| first.span.start == said.clause.sentence)?;
        (start == said.clause.span.start && own.next().is_none()).then_some(first)
    };
    let mention = mentions.iter().find(|mention| is_right_before(mention.span.end)).or_else(leads)?;
    let named = said.passage.named(mention);
    Some(said.passage.figure(Basis::Now, named).filter(|_| named.measure() == measure)?.value)
}

fn differing(said: Said<'_>, part: Decimal, whole: Decimal, start: usize) -> Option<Told> {
    let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    (!is_said(exact, said.quantity())).then(|| said.told("share", start, Some(exact.round_dp(1))))?
}
