//! Direction and size of a change, held against history: 较上季度增加10家次, 比上季度下降, 由上季度的8次变为7次.

use std::ops::Range;

use huibian_contract::{Aggregation, Basis, Period};
use huibian_diagnostic::{Argument, Code, Diagnostic};
use huibian_mention::{Mention, Named, Signs};
use huibian_numeral::{Extent, Quantity, Sign};
use huibian_prose::Found;
use regex::Captures;
use rust_decimal::{Decimal, RoundingStrategy};

use super::figures::{is_of_a_part, is_of_a_place};
use crate::pattern::Pattern;
use crate::scope;
use huibian_passage::{Known, Passage, compares};

/// With what a text compares.
const WHEN: &str = "上一季度|上个季度|前一季度|上季度|上季|上一期|上期|上个月|上月|去年同期|上年同期|去年同季度?|上年同季度?|\
    去年第?[一二三四1-4]季度|上年第?[一二三四1-4]季度|第?[一二三四1-4]季度";
const UP: &str = "净增|增加|增长|上升|提高|提升|增多|扩大|攀升|回升|多|增|升";
const DOWN: &str = "净减|减少|下降|降低|回落|缩减|下滑|下跌|锐减|减半|减|降|少";
const SAME: &str = "持平|相同|相当|一样|一致|无变化|没有变化|没有增减|不变";
/// Words right before that, with which it is nearly so.
const NEARLY: [&str; 5] = ["基本", "大体", "大致", "总体", "略"];
/// How often it doubled.
const FOLD: &str = "翻了?一番|翻番|翻了?[两二]番|翻了?三番|翻了?一倍|翻倍|成倍增[加长]";
/// Words of a trend, without what is compared with: the period before.
const TREND: &str = "逐季|持续|稳步|不断|稳中有|大幅|明显|显著|有所|略有|继续|逐步|小幅";
/// Words of a trend over several periods: of these the last step is held against the period before.
const RUN: &str = "连续[两二三四五六七八2-8]个?(?:季度|季|个?月|期)";
/// What a verb speaks of that stands behind it, where that is no count.
const OTHERS: [&str; 14] = [
    "质量", "效果", "实效", "水平", "能力", "力度", "效率", "热情", "意识", "积极", "质效", "频率", "成效",
    "影响",
];
const TO: &str = "增加到|增长到|上升到|提高到|提升到|扩大到|增加至|增长至|上升至|提高至|提升至|增至|升至|升到|增到|减少到|下降到|降低到|\
    减少至|下降至|降低至|减至|降至|降到|减到|变为|变成|变化为";
/// How far before a comparison the count's name may stand in its own clause, in characters.
const NEAR: usize = 16;

/// Looks for changes.
#[derive(Debug)]
pub struct Change {
    compared: Pattern,
    trend: Pattern,
    beside: Pattern,
    times: Pattern,
    moved: Pattern,
    rates: Pattern,
    folds: Pattern,
    net: Pattern,
}

impl Default for Change {
    fn default() -> Self {
        let ways = format!(
            "(?:(?P<fold>{FOLD})|(?P<up>{UP})|(?P<down>{DOWN})|(?P<same>{SAME}))(?P<to>到|至|为)?了?"
        );
        let compared = format!(
            "(?:(?:较|比|与|同|和|跟|相比|相较|对比)(?:于|之)?(?P<when>{WHEN})(?:的?[^，。；！？、\\n]{{0,10}}?(?:相比较|相比|比较|相较|比)|来看)?[，,]?|(?P<bare>同比|环比))\
             (?P<mid>[^，。；！？、\\n0-9０-９]{{0,20}}?){ways}"
        );
        let trend = format!("(?P<mid>)(?:{TREND}|{RUN})(?:保持|实现|呈现?|地)?{ways}");
        let beside = format!(
            "(?P<mid>)(?:(?P<up>多于|高于|超过|大于|超出)|(?P<down>少于|低于|不及|小于))(?P<when>{WHEN})"
        );
        let times = format!("(?:是|为|达到?了?|相当于)(?P<when>{WHEN})的");
        let moved = format!(
            "(?:由|从)(?P<when>{WHEN})?的?(?P<from>[^，。；！？、\\n]{{1,16}}?)(?:{TO})(?:了)?(?:本季度|本月|本期|目前)?的?"
        );
        let rates = format!(
            "(?:(?:较|比)?(?P<when>{WHEN}|同比|环比)的?)?(?:(?P<up>增幅|涨幅|升幅|增长率|增速)|(?P<down>降幅|跌幅|减幅))(?:达到?|为|约|近|超过?)?"
        );
        let folds = format!("(?:{FOLD})");
        let net = "(?P<mid>)(?:(?P<up>净增长?加?)|(?P<down>净减少?))了?".to_owned();
        let [compared, trend, beside, times, moved, rates, folds, net] =
            [compared, trend, beside, times, moved, rates, folds, net].map(Pattern::of);
        Self { compared, trend, beside, times, moved, rates, folds, net }
    }
}

/// Which way a text says that a count went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// So many times what it was.
    Times(u32),
    Up,
    Down,
    Same,
}

impl Change {
    /// Changes that history does not bear out, where the numbers of the sentence do not say so themselves.
    pub fn check(&self, passage: &Passage<'_>, found: &mut Found) {
        if passage.mentions.is_empty() {
            return;
        }
        let mut told = Found::new();
        self.find(passage, &mut told);
        let is_told = |span: &Range<usize>| {
            found.iter().any(|(known, said)| {
                said.code() == Code::SentenceContradicts && known.start < span.end && span.start < known.end
            })
        };
        told.retain(|(span, _)| !is_told(span));
        found.extend(told);
    }

    fn find(&self, passage: &Passage<'_>, found: &mut Found) {
        let text = passage.text;
        // Of what is named in WHEN each has one of these.
        let names_a_time = text.contains(['季', '期', '月']);
        let compares = names_a_time && text.contains(['较', '比', '与', '同', '和', '跟']);
        if compares || text.contains("同比") || text.contains("环比") {
            found.extend(self.compared.all(text).filter_map(|said| compared(passage, &said)));
        }
        if names_a_time && text.contains(['于', '过', '出', '及']) {
            found.extend(self.beside.all(text).filter_map(|said| compared(passage, &said)));
        }
        if text.contains(['由', '从']) && text.contains(['到', '至', '为', '成']) {
            found.extend(self.moved.all(text).filter_map(|said| moved(passage, &said)));
        }
        if !passage.signs.lacks(Signs::FOLD) && (text.contains(['幅', '速']) || text.contains("增长率"))
        {
            found.extend(self.rates.all(text).filter_map(|said| rate_of_change(passage, &said)));
        }
        if names_a_time && text.contains(['是', '为', '达', '于']) {
            found.extend(self.times.all(text).filter_map(|said| times(passage, &said)));
        }
        let is_free = |at: usize, found: &Found| found.iter().all(|(span, _)| !span.contains(&at));
        if text.contains('净') {
            for said in self.net.all(text) {
                let told = net(passage, &said).filter(|(span, _)| is_free(span.start, found));
                found.extend(told);
            }
        }
        if !passage.signs.lacks(Signs::FOLD) && text.contains(['翻', '倍']) {
            for said in self.folds.all(text) {
                let told = doubled(passage, &said).filter(|(span, _)| is_free(span.start, found));
                found.extend(told);
            }
        }
        if !passage.signs.lacks(Signs::TREND) {
            for said in self.trend.all(text) {
                let told = compared(passage, &said).filter(|(span, _)| is_free(span.start, found));
                found.extend(told);
            }
        }
    }
}

/// What a word compares with, where figures of it are kept.
fn basis(when: &str, period: Period) -> Option<Basis> {
    let quarter = |number: usize| {
        let is = |period: Option<Period>| {
            period.is_some_and(|period| period.to_string().ends_with(&format!("Q{number}")))
        };
        is(period.previous()).then_some(Basis::Previous)
    };
    match when {
        "同比" => Some(Basis::LastYear),
        // 去年一季度 is the same one a year ago, or none that is known.
        when if when.starts_with(['去', '上'])
            && when.contains('年')
            && when.ends_with("季度")
            && !when.contains('同') =>
        {
            let name = period.to_string();
            let own = name.chars().last().filter(|_| name.contains('Q') && !name.contains('-'))?;
            let is_own = |(said, digit)| when.contains(said) && own == digit || when.contains(own);
            "一二三四".chars().zip("1234".chars()).any(is_own).then_some(Basis::LastYear)
        }
        when if when.starts_with("去年") || when.starts_with("上年") => Some(Basis::LastYear),
        "上一期" | "上期" | "环比" => Some(Basis::Previous),
        when if when.ends_with('月') => period.to_string().contains('-').then_some(Basis::Previous),
        when if when.starts_with(['上', '前']) => {
            period.to_string().contains('Q').then_some(Basis::Previous)
        }
        when => {
            let number = when.trim_start_matches('第').chars().next()?;
            quarter(
                1 + "一二三四"
                    .chars()
                    .position(|c| c == number)
                    .or_else(|| "1234".chars().position(|c| c == number))?,
            )
        }
    }
}

/// How many characters may stand between what is compared with and how it went, where no count does.
const BETWEEN: usize = 6;

fn compared(passage: &Passage<'_>, said: &Captures<'_>) -> Option<(Range<usize>, Diagnostic)> {
    let group = |name| said.name(name);
    let (whole, mid, period) = (said.get(0)?, said.name("mid")?, passage.owner.period);
    let clause = passage.clause_at(whole.end());
    if passage.is_plan(clause) || passage.is_plan(passage.clause_at(whole.start())) || group("to").is_some() {
        return None;
    }
    let word = group("when").or(group("bare")).map(|word| word.as_str());
    let basis = basis(word.unwrap_or("环比"), period)?;
    let way = match (group("fold"), group("up"), group("down")) {
        (Some(fold), ..) if fold.as_str().contains(['两', '二']) => Way::Times(4),
        (Some(fold), ..) if fold.as_str().contains('三') => Way::Times(8),
        (Some(_), ..) => Way::Times(2),
        (_, Some(_), _) => Way::Up,
        (_, _, Some(_)) => Way::Down,
        _ => Way::Same,
    };
    let after = &passage.text[whole.end()..clause.span.end];
    let amount = passage.quantity_in(whole.end()..clause.span.end).filter(|quantity| {
        passage.text[whole.end()..quantity.span.start].chars().count() <= 4
            && matches!(way, Way::Up | Way::Down)
    });
    // A trend that is told of nothing else ends its clause, or is told with its size.
    let is_trend = word.is_none();
    let ends = ["", "的趋势", "趋势", "的态势", "态势", "的势头", "势头", "的", "的良好态势"];
    if amount.is_none()
        && (OTHERS.iter().any(|other| after.starts_with(other)) || is_trend && !ends.contains(&after))
    {
        return None;
    }
    let inside = passage.mentions.iter().rfind(|it| mid.start() <= it.span.start && it.span.end <= mid.end());
    let gap = inside.map_or(mid.range(), |mention| mention.span.end..mid.end());
    if passage.text[gap].chars().count() > BETWEEN {
        return None;
    }
    let (mention, has_its_measure) = match inside {
        Some(mention) => (mention, amount.is_none_or(|amount| fits(passage, amount, mention))),
        None => subject(passage, whole.start(), whole.end(), amount)?,
    };
    if scope::is_of_another_time(passage, mention, whole.start(), basis) {
        return None;
    }
    let gap = &passage.text[mention.span.end.min(whole.start())..whole.start()];
    if is_trend && gap.chars().filter(|c| !c.is_ascii_digit()).count() > BETWEEN {
        return None;
    }
    // 集中学习的质量较上季度提升 is not about how many there were.
    let between = passage.text.get(mention.span.end..whole.start()).unwrap_or_default();
    if OTHERS.iter().any(|other| between.contains(other)) {
        return None;
    }
    let named = passage.named(mention);
    let own = &passage.text[passage.clause_at(mention.span.start).span.start..mention.span.start];
    if is_of_a_part(own, named.spec.ratio.is_some()) || is_of_a_place(own) {
        return None;
    }
    let (now, before) = (passage.figure(Basis::Now, named)?, passage.figure(basis, named)?);
    let difference = now.value.checked_sub(before.value)?;
    // As documents print them, which is what the program's own sentences say.
    let shown = now.shown.checked_sub(before.shown)?;
    let is_over = passage.text[whole.end()..].starts_with(['多', '有']);
    let is_so = match way {
        Way::Up if is_run(whole.as_str()) && !has_risen(passage, named, now.value, before.value) => false,
        // 翻了一番多: more than that, and less than the next.
        Way::Times(times) if is_over => {
            let least = before.value.saturating_mul(times.into());
            least <= now.value && now.value <= least.saturating_mul(Decimal::TWO)
        }
        Way::Times(times) => is_times(now.exact, before.exact, times.into()),
        Way::Up => difference > Decimal::ZERO || shown > Decimal::ZERO,
        Way::Down => difference < Decimal::ZERO || shown < Decimal::ZERO,
        // 基本持平: as good as the same.
        Way::Same if NEARLY.iter().any(|word| mid.as_str().ends_with(word)) => {
            difference.abs() <= before.value.abs() * Decimal::new(15, 2)
        }
        Way::Same => difference.is_zero() || shown.is_zero(),
    };
    let is_amount = amount
        .filter(|_| has_its_measure)
        .is_none_or(|amount| is_of_size(passage, named, amount, now, before));
    let is_halved = said.name("down").is_none_or(|down| down.as_str() != "减半")
        || is_times(before.value, now.value, Decimal::TWO);
    if is_so && is_amount && is_halved {
        return None;
    }
    let end = amount
        .map_or(whole.end(), |amount| passage.stated(amount, named).map_or(amount.span.end, |(_, end)| end));
    Some(remark(passage, named, whole.start()..end, basis))
}

/// Whether a trend is told of three periods, or more.
fn is_run(said: &str) -> bool {
    said.strip_prefix("连续").is_some_and(|run| !run.starts_with(['两', '二', '2']))
}

/// Whether each of three periods may have been more than the one before: what the year came to before these two is no more than
/// as often the period before.
fn has_risen(passage: &Passage<'_>, named: &Named, now: Decimal, before: Decimal) -> bool {
    let period = passage.owner.period;
    let earlier = period.earlier_in_year().len().saturating_sub(1);
    let to_date = passage.figure(Basis::ToDate, named).filter(|_| named.spec.over_time == Aggregation::Sum);
    to_date.is_none_or(|year| earlier == 0 || year.value - now - before < before * Decimal::from(earlier))
}

/// Whether a number is so many times another one, more or less.
fn is_times(now: Decimal, before: Decimal, times: Decimal) -> bool {
    let said = before.saturating_mul(times);
    (now - said).abs() <= said.abs() * Decimal::new(15, 2)
}

/// 是上季度的2倍, 为去年同期的八成.
fn times(passage: &Passage<'_>, said: &Captures<'_>) -> Option<(Range<usize>, Diagnostic)> {
    let whole = said.get(0)?;
    let clause = passage.clause_at(whole.start());
    let amount = passage.quantity_in(whole.end()..clause.span.end)?;
    let (is_near, is_fold) =
        (amount.span.start == whole.end(), passage.text[amount.span.end..].starts_with('倍'));
    let share = match amount.sign {
        Sign::None if is_fold => amount.value,
        Sign::Percent => amount.value.checked_div(Decimal::ONE_HUNDRED)?,
        _ => return None,
    };
    let basis = basis(said.name("when")?.as_str(), passage.owner.period)?;
    let (mention, _) = subject(passage, whole.start(), whole.end(), None)?;
    if scope::is_of_another_time(passage, mention, whole.start(), basis) {
        return None;
    }
    let named = passage.named(mention);
    let (now, before) = (passage.figure(Basis::Now, named)?, passage.figure(basis, named)?);
    let exact = now.exact.checked_div(before.exact)?;
    let (exact, said) = if is_fold { (exact, share) } else { (exact * Decimal::ONE_HUNDRED, amount.value) };
    let is_so = match amount.extent {
        Extent::Exact => {
            exact.round_dp_with_strategy(said.scale(), RoundingStrategy::MidpointAwayFromZero) == said
        }
        Extent::More | Extent::Over => exact >= said,
        Extent::Less | Extent::Below => exact <= said,
        Extent::About => (exact - said).abs() <= said * Decimal::new(1, 1),
    };
    let span = whole.start()..amount.span.end + if is_fold { '倍'.len_utf8() } else { 0 };
    (is_near && !is_so && !passage.is_plan(clause) && named.spec.ratio.is_none())
        .then(|| remark(passage, named, span, basis))
}

/// 普法宣讲场次翻番, of no time that is named: of neither.
fn doubled(passage: &Passage<'_>, said: &Captures<'_>) -> Option<(Range<usize>, Diagnostic)> {
    let whole = said.get(0)?.range();
    let clause = passage.clause_at(whole.start);
    let own = &passage.text[clause.sentence..whole.start];
    let is_named = ["比", "较", "季度", "年", "月"].iter().any(|word| own.contains(word));
    let (mention, _) = subject(passage, whole.start, whole.end, None)?;
    let named = passage.named(mention);
    let now = passage.figure(Basis::Now, named)?.value;
    let bases = [Basis::Previous, Basis::LastYear];
    let known: Vec<Decimal> =
        bases.iter().filter_map(|basis| Some(passage.figure(*basis, named)?.value)).collect();
    let is_so = known
        .iter()
        .any(|before| is_times(now, *before, Decimal::TWO) || now > before.saturating_mul(Decimal::TWO));
    (!is_named && !known.is_empty() && !is_so && !passage.is_plan(clause))
        .then(|| remark(passage, named, whole, Basis::Previous))
}

/// 低保家庭净增20户, of no time that is named: than in the period before. What the sentence counts before is what there is now.
fn net(passage: &Passage<'_>, said: &Captures<'_>) -> Option<(Range<usize>, Diagnostic)> {
    let whole = said.get(0)?;
    let clause = passage.clause_at(whole.start());
    let own = &passage.text[clause.span.start..whole.start()];
    let is_of_time = ["年", "以来", "累计", "月"].iter().any(|word| own.contains(word));
    let (mention, _) = subject(passage, whole.start(), whole.end(), None)?;
    let now = passage.figure(Basis::Now, passage.named(mention))?.value;
    let before = clause.sentence..whole.start();
    let mut numbers = passage.quantities.iter().filter(|it| before.contains(&it.span.start));
    let is_now = numbers.all(|it| it.value == now);
    let is_led = scope::is_led_to(passage, clause, whole.start());
    compared(passage, said).filter(|_| !is_of_time && is_now && !is_led)
}

/// 增幅达17%, 同比降幅为5%: where no time is named either may be meant.
fn rate_of_change(passage: &Passage<'_>, said: &Captures<'_>) -> Option<(Range<usize>, Diagnostic)> {
    let whole = said.get(0)?;
    let clause = passage.clause_at(whole.start());
    let amount = passage.quantity_in(whole.end()..clause.span.end)?;
    if amount.sign != Sign::Percent || amount.span.start != whole.end() || passage.is_plan(clause) {
        return None;
    }
    let (mention, _) = subject(passage, whole.start(), whole.end(), Some(amount))?;
    let named = passage.named(mention);
    let now = passage.figure(Basis::Now, named)?;
    let bases = match said.name("when") {
        Some(when) => vec![basis(when.as_str(), passage.owner.period)?],
        None => vec![Basis::Previous, Basis::LastYear],
    };
    if scope::is_of_another_time(passage, mention, whole.start(), *bases.last()?) {
        return None;
    }
    let known = |basis: &Basis| passage.figure(*basis, named);
    let is_so = |before: Known| {
        let is_more = now.exact > before.exact;
        is_more == said.name("up").is_some()
            && now.exact != before.exact
            && is_of_size(passage, named, amount, now, before)
    };
    let (first, is_known) = (*bases.first()?, bases.iter().any(|basis| known(basis).is_some()));
    (is_known && named.spec.ratio.is_none() && !bases.iter().filter_map(known).any(is_so))
        .then(|| remark(passage, named, whole.start()..amount.span.end, first))
}

/// Whether an amount may be one of a count.
fn fits(passage: &Passage<'_>, amount: &Quantity, mention: &Mention) -> bool {
    amount.sign != Sign::None
        || passage.stated(amount, passage.named(mention)).is_some()
        || passage.text[amount.span.end..].starts_with('倍')
}

/// What a change is told of: the name right behind it, or before it in its clause, or in the clause before.
pub(super) fn subject<'p>(
    passage: &'p Passage<'_>,
    start: usize,
    end: usize,
    amount: Option<&Quantity>,
) -> Option<(&'p Mention, bool)> {
    let clause = passage.clause_at(start);
    let fits = |mention: &Mention| amount.is_none_or(|amount| fits(passage, amount, mention));
    let behind = passage
        .mentions
        .iter()
        .find(|mention| mention.span.start >= end && mention.span.end <= clause.span.end);
    let is_close = |mention: &&Mention| passage.text[end..mention.span.start].chars().count() <= 2;
    if let Some(mention) = behind.filter(is_close) {
        return Some((mention, fits(mention)));
    }
    let index = passage.mentions.partition_point(|mention| mention.span.end <= start);
    let before = passage.mentions.get(index.checked_sub(1)?)?;
    let between = &passage.text[before.span.end..start];
    let is_own = before.span.start >= clause.span.start && between.chars().count() <= NEAR;
    // In a clause of its own it goes on about what was counted just before, and so do further ones.
    let goes_on = || {
        let mut clauses = between.split(['，', ',']);
        before.span.start >= clause.sentence
            && passage.text[clause.span.start..start].trim().is_empty()
            && clauses.next_back().is_some_and(|_| clauses.next().is_some())
            && clauses.all(is_comparison)
    };
    (is_own || goes_on()).then(|| fits(before).then_some((before, true)))?
}

/// Whether a clause compares what was counted before it: 环比增加1次.
fn is_comparison(clause: &str) -> bool {
    const FIRST: [char; 6] = ['较', '比', '与', '同', '和', '跟'];
    let is_named = ["同比", "环比"].iter().any(|word| clause.starts_with(word));
    is_named || clause.starts_with(FIRST) && compares(clause)
}

/// Whether a change came to what is said of it.
fn is_of_size(passage: &Passage<'_>, named: &Named, amount: &Quantity, now: Known, before: Known) -> bool {
    let difference = (now.exact - before.exact).abs();
    // As the report has it, which takes one printed figure from the other: from 96.9% to 93.0% are 3.9 points.
    let printed = (now.value - before.value).abs();
    let shown = (now.shown - before.shown).abs();
    let near = |exact: Option<Decimal>, said: Decimal| {
        exact.is_none_or(|exact| match amount.extent {
            Extent::Exact => {
                let round = |strategy| exact.round_dp_with_strategy(said.scale(), strategy);
                round(RoundingStrategy::MidpointAwayFromZero) == said
                    || round(RoundingStrategy::ToZero) == said
            }
            Extent::More | Extent::Over => exact >= said,
            Extent::Less | Extent::Below => exact <= said,
            Extent::About => (exact - said).abs() <= said * Decimal::new(1, 1),
        })
    };
    let is_fold = passage.text[amount.span.end..].starts_with('倍');
    let share = |times: u32| difference.checked_mul(times.into()).and_then(|it| it.checked_div(before.exact));
    match amount.sign {
        Sign::Points => {
            named.spec.ratio.is_none() || [difference, printed].iter().any(|it| near(Some(*it), amount.value))
        }
        Sign::Percent if named.spec.ratio.is_none() => near(share(100), amount.value),
        Sign::PerMille if named.spec.ratio.is_none() => near(share(1000), amount.value),
        Sign::Percent | Sign::PerMille => true,
        // Of a whole number of times a quarter of one is not told.
        Sign::None if is_fold && amount.value.scale() == 0 && amount.extent == Extent::Exact => {
            share(1).is_none_or(|exact| (exact - amount.value).abs() <= Decimal::new(25, 2))
        }
        Sign::None if is_fold => near(share(1), amount.value),
        Sign::None => passage.stated(amount, named).is_none_or(|(value, end)| {
            [difference, printed, shown].iter().any(|it| amount.fits(passage.text, *it, value, end))
        }),
    }
}

fn moved(passage: &Passage<'_>, said: &Captures<'_>) -> Option<(Range<usize>, Diagnostic)> {
    let (whole, from) = (said.get(0)?, said.name("from")?);
    let clause = passage.clause_at(whole.start());
    let basis = match said.name("when") {
        Some(when) => basis(when.as_str(), passage.owner.period)?,
        None => Basis::Previous,
    };
    let index = passage.mentions.partition_point(|mention| mention.span.end <= whole.start());
    let mention = passage.mentions.get(index.checked_sub(1)?)?;
    let named = passage.named(mention);
    if mention.span.start < clause.sentence || passage.is_plan(clause) {
        return None;
    }
    let first = passage.quantity_in(from.start()..from.end() + 1)?;
    let second = passage.quantity_in(whole.end()..clause.span.end)?;
    let ((was, was_end), (is, is_end)) = (passage.stated(first, named)?, passage.stated(second, named)?);
    let fits = |basis, quantity: &Quantity, value, end| {
        passage
            .figure(basis, named)
            .is_none_or(|figure| quantity.fits(passage.text, figure.value, value, end))
    };
    if fits(basis, first, was, was_end) && fits(Basis::Now, second, is, is_end) {
        return None;
    }
    Some(remark(passage, named, whole.start()..is_end, basis))
}

pub(super) fn remark(
    passage: &Passage<'_>,
    named: &Named,
    span: Range<usize>,
    basis: Basis,
) -> (Range<usize>, Diagnostic) {
    let digits =
        |basis| passage.figure(basis, named).map_or_else(|| "–".to_owned(), |it| it.digits().to_string());
    let differs = Diagnostic::new(Code::ChangeDiffers)
        .with("key", &named.key)
        .with("count", &named.spec.label)
        .with("said", &passage.text[span.clone()])
        .with_digits("before", digits(basis))
        .with_digits("now", digits(Basis::Now))
        .with("measure", named.measure())
        .with("basis", basis.as_str())
        .with("earlier", Argument::PeriodBefore(passage.owner.period));
    (span, differs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use huibian_mention::Pairs;

    #[test]
    fn each_word_has_a_character_that_is_asked_for_before_it_is_looked_for() {
        for word in WHEN.split('|') {
            assert!(word.contains(['季', '期', '月']), "{word}");
        }
        for word in TO.split('|') {
            assert!(word.contains(['到', '至', '为', '成']), "{word}");
        }
        for word in TREND.split('|').chain([RUN]) {
            assert!(!Signs::of(word, &Pairs::of([])).lacks(Signs::TREND), "{word}");
        }
    }
}
