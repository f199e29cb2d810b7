//! What a sentence begins with holds for all that it counts: a place, a month, a plan, others' work. 东风村检查企业8家次，发现隐患11处.

use huibian_contract::Basis;
use huibian_mention::{Mention, When, when};
use huibian_numeral::Quantity;

use crate::figures::from_others;
use huibian_passage::Clause;
use huibian_passage::{Passage, comparison};

/// Words that tell of the whole unit, or of the whole period, again.
#[rustfmt::skip]
const WHOLE: [&str; 20] = [
    "全镇", "全乡", "全街道", "全县", "我镇", "我乡", "我街道", "我县", "本镇", "本季度", "全季", "三个月", "共", "累计", "总", "合计", "已", "目前",
    "截至", "今年以来",
];
/// Ends of a place's name that a sentence begins with, and how far from its beginning they stand, in characters.
const PLACES: [&str; 12] =
    ["村", "社区", "园区", "开发区", "片区", "居委会", "工地", "化工厂", "有限公司", "学校", "小学", "集镇"];
const NAME: usize = 8;
/// What makes the end of a place's name a part of another word: 村级, 村集体.
const WORDS: [&str; 11] = ["道", "级", "集体", "民", "庄", "务", "规", "容", "居", "屯", "镇"];
/// Words of what is yet to be, and of what was asked for.
const PLANS: [&str; 12] =
    ["下季度", "下一季度", "下一步", "下月", "下半年", "明年", "来年", "拟", "目标", "任务", "计划", "打算"];
/// What stands between a number of some and its deed: 有3处隐患尚未整改到位.
const LEFT: [&str; 12] = [
    "尚未",
    "正在",
    "未整改",
    "未办结",
    "仍在",
    "还在",
    "挂牌",
    "待整改",
    "未到位",
    "未完成",
    "实行",
    "移交",
];

/// Whether a number of a later clause is of what the sentence began with, and of no whole.
pub fn is_led(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    let clause = passage.clause_at(quantity.span.start);
    is_led_to(passage, clause, quantity.span.start)
}

/// The same of what stands at a byte of a clause.
pub fn is_led_to(passage: &Passage<'_>, clause: &Clause, at: usize) -> bool {
    let led = &passage.text[clause.sentence..clause.span.start];
    let own = &passage.text[clause.span.start..at];
    if led.is_empty() || WHOLE.iter().any(|word| own.contains(word)) {
        return false;
    }
    // What began a list goes on: 其中餐饮行业检查企业12家次，发现隐患33处.
    let first = led.split(['，', '、']).next().unwrap_or_default();
    let is_whole = || WHOLE.iter().any(|word| led.contains(word));
    (begins_with_a_place(first)
        || begins_with_a_month(first)
        || first.ends_with("期间")
        || first.starts_with("其中")
        || PLANS.iter().any(|word| first.contains(word))
        || from_others(first).next().is_some())
        && !is_whole()
}

/// 东风村检查, 其中餐饮行业检查, 有3处隐患尚未整改: some of it, by the words of the clause itself.
pub fn is_of_some(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    let clause = passage.clause_at(quantity.span.start);
    let own = &passage.text[clause.span.start..quantity.span.start];
    let behind = &passage.text[quantity.span.end..clause.span.end];
    let is_left = || ["有", "仍有", "尚有", "还有", "对", ""].contains(&own.trim_start_matches("目前"));
    !WHOLE.iter().any(|word| own.contains(word))
        && (clause.span.start == clause.sentence && begins_with_a_place(own)
            || is_left() && LEFT.iter().any(|word| behind.contains(word))
            || own.starts_with("其中") && passage.when(quantity.span.start) != Some(When::Either))
}

/// Whether what a change is told of was so at another time than the report's own, of which no more is known than what it came to:
/// 上季度10篇，较去年同期减少15篇. The year so far is compared with as much of the last one.
pub fn is_of_another_time(passage: &Passage<'_>, mention: &Mention, change: usize, basis: Basis) -> bool {
    let number = passage.quantity_in(mention.span.end..change.max(mention.span.end));
    let at = number.map_or(change, |number| number.span.start);
    let clause = passage.clause_at(if number.is_some() { at } else { mention.span.start.min(change) });
    let own = &passage.text[clause.span.start..at];
    let at = clause.span.start + comparison(own).unwrap_or(own.len());
    let led = passage.text[clause.sentence..clause.span.start].trim_end_matches(['，', ',']);
    // What stands before a clause tells the time of a number; of a change where it is nothing else: 上季度，较去年同期减少.
    let time = if number.is_some() || led.ends_with(['度', '期', '月', '年']) {
        passage.when(at)
    } else {
        when(&passage.text[clause.span.start..at], passage.owner.period)
    };
    let now = passage.figure(Basis::Now, passage.named(mention)).map(|now| now.value);
    match time {
        None | Some(When::Known(Basis::Now)) => false,
        Some(When::Known(Basis::ToDate)) => basis == Basis::LastYear,
        Some(When::Either) => {
            basis == Basis::LastYear && number.is_none_or(|number| Some(number.value) != now)
        }
        Some(_) => true,
    }
}

/// 东风村, 经济开发区, 某化工厂; 到东风村 begins with none.
fn begins_with_a_place(words: &str) -> bool {
    PLACES.iter().any(|place| {
        words.find(place).is_some_and(|at| {
            let (name, after) = (&words[..at], &words[at + place.len()..]);
            let length = name.chars().count();
            (1..=NAME).contains(&length)
                && !name.contains([
                    '到', '在', '对', '向', '各', '全', '每', '为', '由', '深', '赴', '进', '农', '乡',
                ])
                && !WORDS.iter().any(|word| after.starts_with(word))
        })
    })
}

/// 4月份, 4月，, 5月12日.
fn begins_with_a_month(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < words.len() && rest.starts_with('月')
}
