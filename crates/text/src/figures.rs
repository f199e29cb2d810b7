//! A number beside a count's name that is not the count's; where there is no such count, numbers that differ.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use huibian_contract::Basis;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Mention, Named, When, Words};
use huibian_numeral::{Quantity, Sign};
use huibian_prose::Found;
use rust_decimal::Decimal;

use crate::scope;
use huibian_passage::{Known, Passage};

/// How far behind a count's name its number may stand, in characters.
const AFTER: usize = 12;
/// How far before it.
const BEFORE: usize = 2;
/// Words between a name and a number that make the number another one's.
#[rustfmt::skip]
const ASIDE: [&str; 38] = [
    "较", "比", "增", "减", "降", "升", "由", "从", "同比", "环比", "超额", "其中", "达标", "分数", "近年",
    "标准", "第", "或", "均", "分别", "依次", "中有", "当中", "之中", "里头", "每", "占", "新增", "立行立改", "立整立改", "立查立改", "即查即改",
    "即知即改", "边查边改", "新添", "新配", "时发现", "时查出",
];
static ASIDE_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(ASIDE));
/// Words before a name that make it a part of the count, or another thing.
#[rustfmt::skip]
const PART: [&str; 62] = [
    "新增", "一般", "重大", "较大", "专职", "兼职", "其他", "部分", "剩余", "遗留", "其中", "另有", "未", "类", "级", "支部", "站所", "学校", "社区",
    "小区", "线上", "线下", "专项", "抽查", "新建", "联合", "非", "复查", "交叉", "夜间", "限期", "当场", "立即", "自行", "现场", "重点", "校园", "部分村",
    "个别村", "个别", "片", "月均", "日均", "人均", "户均", "周均", "集镇", "整合", "争取", "批", "首期", "二期", "领域", "行业", "销号", "未整改",
    "未办结", "未完成", "未处置", "未化解", "净增", "净减",
];

/// How far before a rate's name those words may stand, in characters: 重大隐患整改率.
const RATE_BEFORE: usize = 5;

/// What makes a name behind a number a part of something else: 3起事故苗头, 4处隐患中.
const GOES_ON: [&str; 5] = ["中", "苗头", "风险", "隐患", "未"];
/// Words of all that a unit above has, with what such a unit is.
const ABOVE: [(&str, char); 4] = [("全县", '县'), ("全市", '市'), ("全省", '省'), ("全区", '区')];

/// Words that, with 的 before a name, make it some of a count.
const OF_SOME: [&str; 8] = ["其中", "涉及", "有关", "关于", "属于", "来自", "针对", "反映"];

/// Words right before by how much a count has changed.
const DIFFERENCE: [&str; 10] = ["多", "少", "增加", "减少", "增", "减", "增长", "下降", "上升", "回落"];

/// Words right before a number of the first of what is to come, and of as many each.
#[rustfmt::skip]
const FIRST_OF: [&str; 10] = ["首批", "头批", "第一批", "头一批", "新添", "新配", "各配了", "各配", "各派", "各设"];

/// Words of what is left over from before.
pub(super) const LEFT_OVER: [&str; 4] = ["遗留", "结转", "存量", "未销号"];
/// Words of what others found or did, or was done with them, and of the rest.
#[rustfmt::skip]
const FROM_OTHERS: [&str; 44] = [
    "会同", "联合", "协同", "配合", "协助", "邀请", "跨界", "上级", "督导", "交办", "通报", "转来", "转办", "反馈", "移送",
    "省级", "市级", "县级", "剩余", "其余", "余下", "最后", "仍有", "还有", "尚有", "还剩", "尚余", "尚剩", "仍剩", "最大的", "单场", "单次", "单个",
    "单日", "单笔", "带头", "全国", "一天", "一周", "一个月", "一上午", "一下午", "最多的一", "最忙的",
];
/// Words of what is left, right before its number: they tell of what was not done.
pub(super) const REST: [&str; 12] =
    ["剩余", "其余", "余下", "剩下", "还剩", "尚剩", "尚余", "尚有", "仍有", "还有", "仍剩", "剩"];
/// What the names of counts of what was not done begin with.
const UNDONE: [&str; 5] = ["未", "尚未", "待", "逾期", "在办"];
/// Of these the ones that a count's own name may follow.
const WITH_IT: [&str; 4] = ["配合", "协助", "邀请", "协同"];
static FROM_OTHERS_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(FROM_OTHERS));

/// A number that a text gives a count.
struct Stated<'p> {
    quantity: &'p Quantity,
    /// Whether it is of a part of the unit, such as a village.
    is_part: bool,
    value: Decimal,
    end: usize,
    when: Option<When>,
}

/// Numbers that are not what they are said to be.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if passage.quantities.is_empty() || passage.mentions.is_empty() {
        return;
    }
    let mut stated: BTreeMap<usize, Vec<Stated<'_>>> = BTreeMap::new();
    for quantity in &passage.quantities {
        let clause = passage.clause_at(quantity.span.start);
        if passage.is_planned(clause, quantity.span.start) {
            continue;
        }
        // How many more or fewer there were is a change's to say.
        if DIFFERENCE.iter().any(|word| passage.text[..quantity.span.start].ends_with(word)) {
            continue;
        }
        // What is told of those left over is told of them on.
        let sentence = &passage.text[clause.sentence..quantity.span.start];
        let own = &passage.text[clause.span.start..quantity.span.start];
        if LEFT_OVER.iter().any(|word| sentence.contains(word)) {
            continue;
        }
        let Some((mention, value, end)) = owner(passage, quantity) else { continue };
        // 豆制品 of all samples, and two counts together, are told of by other looks.
        if huibian_claim::is_of_a_kind(passage, mention, quantity)
            || huibian_claim::is_sum_of_several(passage, quantity)
            || huibian_claim::is_of_one_row(own)
            || huibian_claim::is_of_each(sentence)
            || is_inside(passage, mention, quantity)
            || FIRST_OF.iter().any(|word| own.ends_with(word))
        {
            continue;
        }
        // 会同…检查3家次, but 配合网评员16名, and 尚有13处未整改 of what is counted so.
        let is_undone = is_undone(&passage.text[mention.span.clone()]);
        let is_with = |word: usize, at: usize| {
            let end = clause.span.start + at + FROM_OTHERS[word].len();
            let is_own = end == mention.span.start && WITH_IT.contains(&FROM_OTHERS[word]);
            !(is_own || is_undone && REST.contains(&FROM_OTHERS[word]))
        };
        if from_others(own).any(|(word, at)| is_with(word, at)) || is_above(passage, own) || is_more(own) {
            continue;
        }
        let when = passage.when(quantity.span.start);
        if is_one_of_several(passage.text, quantity, when) {
            continue;
        }
        let is_part = is_of_a_place(own) || is_of_one(&passage.text[clause.sentence..clause.span.start]);
        stated.entry(mention.count).or_default().push(Stated { quantity, is_part, value, end, when });
    }
    for (count, stated) in stated {
        of_count(passage, count, &stated, found);
    }
}

/// 养老床位里25张还空着: some of them.
fn is_inside(passage: &Passage<'_>, mention: &Mention, quantity: &Quantity) -> bool {
    const INSIDE: [&str; 8] = ["里", "中", "内", "里有", "里还有", "里头有", "当中", "里的"];
    let between = passage.text.get(mention.span.end..quantity.span.start);
    let figure = passage.figure(Basis::Now, passage.named(mention));
    between.is_some_and(|between| INSIDE.contains(&between))
        && figure.is_some_and(|figure| quantity.value < figure.value)
}

/// Where a text tells of what others found or did; 配合度 tells of none.
pub(super) fn from_others(text: &str) -> impl Iterator<Item = (usize, usize)> {
    FROM_OTHERS_WORDS
        .all(text)
        .filter(|(word, at)| !text[at + FROM_OTHERS[*word].len()..].starts_with(['度', '默']))
}

/// Whether a name is that of a count of what was not done.
fn is_undone(name: &str) -> bool {
    UNDONE.iter().any(|word| name.starts_with(word))
}

/// What a text says of one count.
fn of_count(passage: &Passage<'_>, count: usize, stated: &[Stated<'_>], found: &mut Found) {
    let named = &passage.counts()[count];
    let now = passage.figure(Basis::Now, named).map(|figure| figure.value);
    let Some(now) = now else {
        let own = |it: &&Stated<'_>| !it.is_part && matches!(it.when, None | Some(When::Known(Basis::Now)));
        let mut own = stated.iter().filter(own);
        if let Some(first) = own.next()
            && let Some(other) = own.find(|other| other.value != first.value)
        {
            let differ = Diagnostic::new(Code::NumbersDiffer)
                .with("key", &named.key)
                .with("count", &named.spec.label)
                .with_digits("first", first.value)
                .with_digits("second", other.value)
                .with("measure", named.measure());
            found.push((other.quantity.span.start..other.end, differ));
        }
        return;
    };
    // A text may tell the parts of a count one by one.
    let sum = stated.iter().try_fold(Decimal::ZERO, |sum, it| sum.checked_add(it.value));
    if stated.len() > 1 && sum == Some(now) {
        return;
    }
    for Stated { quantity, value, end, when, .. } in stated.iter().filter(|it| !it.is_part) {
        let known = |basis| passage.figure(basis, named);
        let fits = |basis| {
            let is = |figure: Decimal| quantity.fits(passage.text, figure, *value, *end);
            known(basis).is_none_or(|figure| is(figure.value) || is(figure.shown))
        };
        let basis = match when {
            Some(When::Known(basis)) => *basis,
            Some(When::Either) if known(Basis::ToDate).is_some() && fits(Basis::ToDate) => continue,
            None | Some(When::Either) => Basis::Now,
            Some(When::Other) => continue,
        };
        let is_of_some = || !is_undone(&named.spec.label) && scope::is_of_some(passage, quantity);
        let is_scoped = || scope::is_led(passage, quantity) || is_of_some();
        if let Some(figure) = known(basis).filter(|_| !fits(basis) && !is_scoped()) {
            found.push((quantity.span.start..*end, differs(named, basis, *value, figure)));
        }
    }
}

/// A number that is said of a count, and is not the count's.
pub(super) fn differs(named: &Named, basis: Basis, said: Decimal, found: Known) -> Diagnostic {
    Diagnostic::new(Code::NumberDiffers)
        .with("key", &named.key)
        .with("count", &named.spec.label)
        .with("basis", basis.as_str())
        .with_digits("said", said)
        .with_digits("found", found.digits())
        .with("measure", named.measure())
}

/// The count that a number belongs to: that whose name follows at once, or else the last that is named before.
fn owner<'p>(passage: &'p Passage<'_>, quantity: &Quantity) -> Option<(&'p Mention, Decimal, usize)> {
    let clause = passage.clause_at(quantity.span.start).span.clone();
    let inside = |mention: &&Mention| clause.start <= mention.span.start && mention.span.end <= clause.end;
    let first = passage.mentions.partition_point(|mention| mention.span.end <= clause.start);
    let mentions =
        || passage.mentions[first..].iter().take_while(|it| it.span.start < clause.end).filter(inside);
    let with_value = |mention: &'p Mention| {
        let named = passage.named(mention);
        let (value, end) =
            passage.stated(quantity, named).or_else(|| measured_before(passage, quantity, mention, named))?;
        Some((mention, value, end))
    };
    let follows = mentions().find(|mention| mention.span.start >= quantity.span.end).and_then(with_value);
    let is_near = |(mention, _, end): &(&Mention, Decimal, usize)| {
        let between = passage.text.get(*end..mention.span.start);
        let all = |between: &'p str| between.strip_prefix("专兼职").unwrap_or(between);
        between.map(all).is_some_and(|between| {
            between.chars().count() <= BEFORE && !ASIDE_WORDS.any(between) && !between.contains('未')
        }) && !carried_over(passage, quantity)
            && !GOES_ON.iter().any(|word| passage.text[mention.span.end..].starts_with(word))
    };
    let told_before = || {
        named_before(passage, quantity, &clause)
            .or_else(|| told_of(passage, quantity, &clause))
            .or_else(|| of_then(passage, quantity))
    };
    follows.filter(is_near).or_else(told_before).or_else(|| {
        let (mention, value, end) = mentions()
            .filter(|mention| mention.span.end <= quantity.span.start)
            .last()
            .and_then(with_value)?;
        let between = passage.text.get(mention.span.end..quantity.span.start)?;
        // 普法宣讲进学校6场次.
        let is_inside = between.starts_with('进') && !between.starts_with("进行");
        let is_aside = is_inside || ASIDE_WORDS.any(between);
        let is_first = passage
            .quantity_in(mention.span.end..clause.end)
            .is_some_and(|first| first.span == quantity.span || between.contains(['（', '(']));
        let before = &passage.text[clause.start..mention.span.start];
        // 剩余未办结事项 are all of them.
        let rest = || REST.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        let before = if is_undone(&passage.text[mention.span.clone()]) { rest() } else { before };
        // 其中涉及供水的不良导向信息1条: some of them.
        let is_qualified = before.ends_with('的') && OF_SOME.iter().any(|word| before.contains(word));
        let is_part = is_qualified
            || before.starts_with("其中") && !before.starts_with("其中本季度")
            || lists_parts(&passage.text[passage.clause_at(clause.start).sentence..clause.start])
            || is_of_a_part(before, passage.named(mention).spec.ratio.is_some())
            || is_summed(before, between);
        (between.chars().count() <= AFTER && !is_aside && is_first && !is_part)
            .then_some((mention, value, end))
    })
}

/// 由卫生院牵头的义诊，三个月里办了5场: a name that ends the clause before, and the only number of one that has no name.
fn named_before<'p>(
    passage: &'p Passage<'_>,
    quantity: &Quantity,
    clause: &Range<usize>,
) -> Option<(&'p Mention, Decimal, usize)> {
    let before = passage.mentions.partition_point(|mention| mention.span.start < clause.start);
    let mention = passage.mentions.get(before.checked_sub(1)?)?;
    let is_named = passage.mentions.get(before).is_some_and(|next| next.span.start < clause.end);
    let first = passage.quantity_in(clause.clone())?;
    let is_told = passage.text.get(mention.span.end..clause.start) == Some("，");
    let own = &passage.text[passage.clause_at(mention.span.start).span.start..mention.span.start];
    let named = passage.named(mention);
    if !is_told || is_named || first.span != quantity.span || is_of_a_part(own, named.spec.ratio.is_some()) {
        return None;
    }
    let head = &passage.text[clause.start..quantity.span.start];
    let (value, end) = passage
        .stated(quantity, named)
        .filter(|_| head.chars().count() <= AFTER && !ASIDE_WORDS.any(head))?;
    Some((mention, value, end))
}

/// 检查96家次，实现全覆盖（上季度为80家次）, or 比上季度的80家次增加…: what there was then of what the sentence told before, in
/// the same measure and as it is.
fn of_then<'p>(passage: &'p Passage<'_>, quantity: &Quantity) -> Option<(&'p Mention, Decimal, usize)> {
    #[rustfmt::skip]
    const THEN: [&str; 10] = [
        "上一季度", "上个季度", "上季度", "去年同期", "上年同期", "去年同季度", "上期", "上个月", "上月", "同期",
    ];
    const IS: [&str; 8] = ["", "为", "是", "仅", "共", "仅为", "有", "的"];
    let clause = passage.clause_at(quantity.span.start);
    let own = passage.text.get(clause.span.start..quantity.span.start)?;
    let then = own.rsplit(['（', '(']).next()?;
    let is = THEN.iter().find_map(|word| then.trim_start_matches(['比', '较']).strip_prefix(word))?;
    let before = clause.sentence..quantity.span.start - then.len();
    let measure = |it: &Quantity| huibian_numeral::measure(passage.text, it);
    let mut told = passage.quantities.iter().filter(|it| before.contains(&it.span.start));
    let told = told.rfind(|it| measure(it) == measure(quantity)).filter(|_| IS.contains(&is))?;
    let (mention, now, _) = owner(passage, told)?;
    let named = passage.named(mention);
    let (value, end) = passage.stated(quantity, named)?;
    let is_so = passage.figure(Basis::Now, named).is_some_and(|figure| figure.value == now);
    is_so.then_some((mention, value, end))
}

/// 热线工单当日转、当日签，三个月共接267件: what a sentence begins with, and its only number, which is told to be all of it.
fn told_of<'p>(
    passage: &'p Passage<'_>,
    quantity: &Quantity,
    clause: &Range<usize>,
) -> Option<(&'p Mention, Decimal, usize)> {
    const OF_ALL: [&str; 6] = ["总共", "一共", "共计", "合计", "总计", "共"];
    const TIMES: [&str; 9] =
        ["三个月里", "三个月来", "三个月", "全季度", "全季", "本季度", "一个季度", "季内", "本期"];
    const DEEDS: [&str; 24] = [
        "", "接", "接到", "接听", "收到", "受理", "办", "办了", "开展", "组织", "举办", "完成", "发放",
        "排查", "检查", "巡查", "有", "达", "为", "收", "开", "做", "跑", "走访",
    ];
    let sentence = passage.clause_at(clause.start).sentence;
    let first = passage.mentions.partition_point(|mention| mention.span.start < sentence);
    let mention = passage.mentions.get(first)?;
    let is_sole = passage.mentions.get(first + 1).is_none_or(|next| next.span.start >= clause.end);
    let leads = mention.span.end < clause.start
        && TIMES
            .iter()
            .chain(&[""])
            .any(|time| passage.text.get(sentence..mention.span.start) == Some(*time));
    let head = &passage.text[clause.start..quantity.span.start];
    let head = TIMES.iter().find_map(|time| head.strip_prefix(time)).unwrap_or(head);
    let first = passage.quantity_in(quantity.span.start - head.len()..clause.end)?;
    let is_first = first.span == quantity.span && passage.quantity_in(sentence..clause.start).is_none();
    if !leads || !is_sole || !is_first {
        return None;
    }
    let deed = OF_ALL.iter().find_map(|word| head.strip_prefix(word))?;
    let (value, end) = passage.stated(quantity, passage.named(mention)).filter(|_| DEEDS.contains(&deed))?;
    Some((mention, value, end))
}

/// 检查的家次为九十六: the measure word stands before a number that ends what is said.
fn measured_before(
    passage: &Passage<'_>,
    quantity: &Quantity,
    mention: &Mention,
    named: &Named,
) -> Option<(Decimal, usize)> {
    let measure = Some(named.measure()).filter(|it| !it.is_empty() && named.spec.ratio.is_none())?;
    let between = passage.text.get(mention.span.end..quantity.span.start)?;
    let ends = passage.text[quantity.span.end..].chars().next().is_none_or(|c| "，。；、".contains(c));
    let is_plain = quantity.sign == Sign::None && ends && between.contains(measure);
    is_plain.then_some((quantity.value, quantity.span.end))
}

/// Whether parts are being listed where a sentence has come to: …，其中食品类3家、.
fn lists_parts(sentence: &str) -> bool {
    sentence.ends_with('、')
        && sentence.rsplit(['，', ',']).next().is_some_and(|list| list.starts_with("其中"))
}

/// Whether the words before a name make it a part of the count; before a rate's name they may stand further off.
pub(super) fn is_of_a_part(before: &str, is_rate: bool) -> bool {
    let from = before.char_indices().rev().nth(RATE_BEFORE - 1).map_or(0, |(at, _)| at);
    PART.iter().any(|part| before.ends_with(part) || is_rate && before[from..].contains(part))
}

/// 文书档案和会计档案合计4593卷: a sum of two.
fn is_summed(before: &str, between: &str) -> bool {
    let is_second = before.ends_with(['和', '与', '及', '、']);
    is_second && ["合计", "共", "总计", "加起来", "之和"].iter().any(|word| between.contains(word))
}

/// 全县植树20万株, by a town.
fn is_above(passage: &Passage<'_>, own: &str) -> bool {
    ABOVE.iter().any(|(word, kind)| own.contains(word) && !passage.owner.identity.name.ends_with(*kind))
}

/// 比上季度多发生事故2起: a difference.
fn is_more(own: &str) -> bool {
    own.find(['比', '较']).is_some_and(|at| own[at..].contains(['多', '少', '增', '减']))
}

/// 一季度查出的3处隐患: some of another period's, not all of them.
fn carried_over(passage: &Passage<'_>, quantity: &Quantity) -> bool {
    let clause = passage.clause_at(quantity.span.start);
    let before = &passage.text[clause.span.start..quantity.span.start];
    let is_past =
        !matches!(passage.when(quantity.span.start), None | Some(When::Known(Basis::Now | Basis::ToDate)));
    before.ends_with('的')
        && (is_past || ["遗留的", "剩余的", "新增的", "其他的"].iter().any(|it| before.ends_with(it)))
}

/// 某某村检查5家次, 东片检查5家次: a part of the unit. 村道硬化 names none.
pub(super) fn is_of_a_place(before: &str) -> bool {
    let districts = before.match_indices('片').map(|(at, _)| &before[..at]);
    let mut districts = districts.map(|name| name.strip_suffix('部').unwrap_or(name));
    districts.any(|name| name.ends_with(['东', '西', '南', '北', '中'])) || is_of_a_village(before)
}

fn is_of_a_village(before: &str) -> bool {
    before.match_indices('村').any(|(at, village)| {
        let (name, after) = (&before[..at], &before[at + village.len()..]);
        let is_all = ["各", "全", "农", "乡", "每", "行政"].iter().any(|all| name.ends_with(all));
        let is_named = name.ends_with(|c| matches!(c, '\u{4E00}'..='\u{9FA5}'));
        let is_word = after.starts_with(|c| "道级集民庄务规容居屯镇".contains(c));
        is_named && !is_all && !is_word
    })
}

/// 单就南垭村来说，: what follows is told of it alone.
fn is_of_one(before: &str) -> bool {
    ["来说，", "而言，", "来看，", "为例，", "来讲，"].iter().any(|word| before.ends_with(word))
        && is_of_a_place(before)
}

/// 一次 alone is one of several, unless it is said of the whole period.
fn is_one_of_several(text: &str, quantity: &Quantity, when: Option<When>) -> bool {
    text[quantity.span.clone()].starts_with('一') && quantity.value == Decimal::ONE && when.is_none()
}
