//! Statements of none, of all and of the first time, held against the counts: 未发现…, 已全部处置, 首次开展….

use std::ops::Range;
use std::sync::LazyLock;

use huibian_contract::Basis;
use huibian_diagnostic::{Argument, Code, Diagnostic};
use huibian_mention::{Done, Mention, Named, Signs, When, Words};
use huibian_prose::Found;
use rust_decimal::Decimal;

use super::figures;
use huibian_passage::Clause;
use huibian_passage::Passage;

/// Words of none right before a name.
#[rustfmt::skip]
const NONE: [&str; 31] = [
    "未排查出", "没发现", "尚未发现", "暂未发现", "没有查出", "未检查出",
    "未发现", "没有发现", "未出现", "没有出现", "未发生", "没有发生", "没有", "未组织", "未开展", "未召开", "未报送", "未收到", "未接到",
    "未查出", "未进行", "未建", "未配备", "未受理", "未举办", "未举行", "杜绝", "杜绝了", "均无", "零", "无",
];
/// What may stand between those words and the name.
#[rustfmt::skip]
const FILLERS: [&str; 32] = [
    "安全", "各类", "各种", "任何的", "任何", "过", "一起", "一例", "一条", "一处", "一次", "一场", "一个", "一份", "一家", "一批", "一期", "组织",
    "开展", "召开", "举办", "发现", "报送", "收到", "建有", "配备", "受理", "一件", "一户", "一宗", "接到", "接报",
];
/// What may follow a name of which there is none; with more words it is another thing.
#[rustfmt::skip]
const ENDS: [&str; 20] = [
    "情况", "现象", "问题", "的情况", "的现象", "等情况", "线索", "发生", "活动", "工作", "的问题", "等问题", "的发生", "入账", "进账",
    "记录", "的记录", "产生", "开支", "可报",
];
/// Words of none right behind a name.
#[rustfmt::skip]
const NONE_AFTER: [&str; 27] = [
    "为零", "为0", "零发生", "零发现", "零报告", "零记录", "0条", "均为零", "保持零", "未发生", "没有发生", "未出现", "没有出现",
    "没有开展", "未开展", "未能开展", "没有组织", "未组织", "未能组织", "没有举办", "未举办", "未能举办", "一次也没有", "发生数为零",
    "起数为零", "发生起数为零", "发生率为零",
];
/// The same, where nothing follows.
#[rustfmt::skip]
const NONE_AT_LAST: [&str; 10] = [
    "未报送", "没有报送", "未召开", "没有召开", "未举行", "没有举行", "未进行", "没有进行", "未安排", "没有安排",
];
/// How long the rest of a list of what there is none of may be, in characters.
const LISTED: usize = 14;
/// Marks around such words: 实现事故“零发生”.
const QUOTES: [char; 3] = ['“', '”', '"'];
/// Words that make a clause speak of a part of the unit, or of another time.
#[rustfmt::skip]
const OF_A_PART: [&str; 43] = [
    "如遇", "如有", "遇有", "遇到", "必要时", "凡", "期间", "周边", "新增", "部分", "个别", "再次", "复查", "回头看", "节日",
    "节后", "其他", "过去", "以前", "此前", "之前", "往年", "原来", "曾", "若", "如果", "一旦", "村", "社区", "学校", "校园",
    "工地", "景区", "医院", "商场", "线路", "路段", "行业", "领域", "坚决", "力求", "目标", "防止",
];
static OF_A_PART_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(OF_A_PART));
/// Words of all.
const ALL: [&str; 13] =
    ["全部", "全数", "尽数", "样样", "均", "全都", "悉数", "逐一", "件件", "条条", "个个", "一律", "都"];
/// What may stand between a word of all and the deed.
#[rustfmt::skip]
const HOW: [&str; 20] = [
    "已", "得到", "完成", "及时", "按时", "依法", "妥善", "予以", "进行", "有效", "按期", "落实", "实现", "做到", "能", "在", "第一时间", "限期",
    "到位", "当场",
];
/// Words of a first time right before a name.
const FIRST: [&str; 7] = ["首次", "第一次", "首度", "首场", "首批", "首轮", "头一回"];
/// The same right behind one.
#[rustfmt::skip]
const FIRST_AFTER: [&str; 14] = ["实现零的突破", "实现了零的突破", "取得零的突破", "迈出第一步", "尚属首次", "属首次", "为首次", "填补空白", "填补了空白", "从无到有", "属头一回", "是头一回", "开了先河", "首开先河"];
/// What of it took place for the first time where the name goes on: 首次开展义诊进厂区.
const ELSEWHERE: [char; 7] = ['进', '走', '在', '到', '向', '于', '下'];
/// Deeds that were done, right before a name.
#[rustfmt::skip]
const DONE: [&str; 19] = [
    "发现的", "查出的", "排查出的", "发现了", "组织了", "开展了", "召开了", "举办了", "报送了", "整改了", "处置了", "建成了", "收到的",
    "接到的", "收到", "接到", "发生", "发生了", "一起",
];

/// The same as they are told without a word of the past.
const DOES: [&str; 8] = ["召开", "组织", "举办", "开展", "报送", "发现", "查出", "进行"];

/// Words of how it went, behind the name of what took place.
#[rustfmt::skip]
const RESULTS: [&str; 24] = [
    "热烈", "收获", "反响", "场场", "爆满", "好评", "成效", "效果", "圆满", "顺利", "踊跃", "扎实", "有声有色", "精彩",
    "座无虚席", "受到", "深受", "氛围", "欢迎", "如期", "有序开展", "有序进行", "取得", "座谈热烈",
];
/// Words that make such a clause one of what is missing, or wanted.
#[rustfmt::skip]
const WANTED: [&str; 22] = [
    "未", "没", "不", "无", "暂", "推迟", "延期", "取消", "提高", "提升", "改进", "增强", "力求", "筹备", "准备", "欠",
    "差", "为了", "一般", "有限", "期待", "历",
];
static RESULT_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(RESULTS));
static WANTED_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(WANTED));

/// What is said of none, all or the first.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    for mention in &passage.mentions {
        let clause = passage.clause_at(mention.span.start);
        let named = passage.named(mention);
        if passage.is_plan(clause) || named.spec.ratio.is_some() {
            continue;
        }
        let before = &passage.text[clause.span.start..mention.span.start];
        let after = passage.text.get(mention.span.end..clause.span.end).unwrap_or_default();
        let heads = heads(before, &FILLERS);
        let name = &passage.text[mention.span.clone()];
        if let Some((start, length)) = none(before, &heads, (name, after)) {
            let span = clause.span.start + start..mention.span.end + length;
            found.extend(of_none(passage, clause, mention, span));
        } else if let Some(first) = FIRST.iter().find_map(|word| preceding(&heads, word))
            && !after.starts_with(ELSEWHERE)
        {
            found.extend(of_first(passage, mention, clause.span.start + first..mention.span.end));
        } else if let Some(word) = FIRST_AFTER.iter().find(|word| after.starts_with(**word)) {
            found.extend(of_first(passage, mention, mention.span.start..mention.span.end + word.len()));
        } else if let Some(done) = DONE.iter().chain(&DOES).find(|word| before.ends_with(*word)) {
            found.extend(of_something(passage, mention, mention.span.start - done.len()..mention.span.end));
        } else if is_zero(passage, mention) && is_told_of(passage, clause, after) {
            found.extend(of_something(passage, mention, mention.span.start..clause.span.end));
        }
    }
    found_none(passage, found);
    if passage.signs.lacks(Signs::DEED) {
        return;
    }
    for done in passage.done() {
        of_all(passage, done, found);
    }
}

/// 巡护中未发现任何问题, where 发现问题 is a count's name: words of none inside it.
fn found_none(passage: &Passage<'_>, found: &mut Found) {
    const DEEDS: [&str; 4] = ["发现", "查出", "接到", "收到"];
    const INSIDE: [&str; 9] = ["过任何", "过一", "任何一", "任何", "一个", "一处", "一起", "一件", "一条"];
    if passage.signs.lacks(Signs::NAME) || passage.signs.lacks(Signs::NOT) {
        return;
    }
    for (at, deed) in DEEDS.iter().flat_map(|deed| passage.text.match_indices(deed)) {
        let rest = &passage.text[at + deed.len()..];
        let Some(noun) = INSIDE.iter().find_map(|word| rest.strip_prefix(word)) else { continue };
        let clause = passage.clause_at(at);
        let before = &passage.text[clause.span.start..at];
        let not = ["没有", "未", "没"].iter().find_map(|word| before.strip_suffix(word));
        let noun = noun.trim_start_matches(['个', '处', '起', '件', '条']);
        let noun = &noun[..noun.find(['，', '。', '；', '！']).unwrap_or(noun.len())];
        let is_told = |named: &&Named| {
            let own = named.key.plugin == passage.manifest.id;
            let mut names = std::iter::once(&named.spec.label).chain(&named.spec.also);
            own && !noun.is_empty()
                && names.any(|name| name.strip_suffix(noun).is_some_and(|it| it.ends_with(deed)))
        };
        let count = not.and_then(|_| passage.counts().iter().position(|named| is_told(&named)));
        if let (Some(not), Some(count)) = (not, count.filter(|_| !passage.is_plan(clause))) {
            let mention = Mention {
                span: at..passage.text.len() - rest.len() + (rest.find(noun).unwrap_or(0) + noun.len()),
                count,
            };
            let span = clause.span.start + not.len()..mention.span.end;
            let told = of_none(passage, clause, &mention, span);
            let is_known = |at: usize| found.iter().any(|(known, _)| known.contains(&at));
            found.extend(told.filter(|(span, _)| !is_known(span.end - 1)));
        }
    }
}

/// Where words of none begin that are said of the name between these words, and how far behind the name they end.
fn none(before: &str, heads: &[&str], (name, after): (&str, &str)) -> Option<(usize, usize)> {
    let quoted = after.trim_start_matches(QUOTES);
    // 投诉举报一件也没有收到.
    let none_of_it = || {
        let rest = quoted.strip_prefix(['一', '半'])?.trim_start_matches(|c| !"也都未没".contains(c));
        let is_short = quoted.len() - rest.len() <= "一批次".len();
        let rest = rest.strip_prefix(['也', '都'])?;
        (is_short && rest.starts_with(['没', '未', '无'])).then_some((before.len(), after.len()))
    };
    if let Some(at) = none_of_it() {
        return Some(at);
    }
    // 为零 of 均为零 is not all of it.
    let word = NONE_AFTER.iter().filter(|word| quoted.starts_with(**word)).max_by_key(|word| word.len());
    let word = word.or_else(|| NONE_AT_LAST.iter().find(|word| quoted == **word));
    if let Some(word) = word {
        return Some((before.len(), after.len() - quoted.len() + word.len()));
    }
    // 事故和投诉均未发生.
    let is_list = after.starts_with(['和', '与', '及', '、']) && after.chars().count() <= LISTED;
    if is_list && ["均未发生", "均未出现", "均为零", "都没有发生"].iter().any(|word| after.ends_with(word))
    {
        return Some((before.len(), after.len()));
    }
    let is_whole = after.is_empty() || ENDS.contains(&after) || after.starts_with('（');
    // The deed may be a part of the name: 未 and 发现隐患.
    let is_deed = DOES.iter().chain(&["出现", "发生", "收到", "接到"]).any(|deed| name.starts_with(deed));
    let not = || ["未", "没有", "没"].iter().find_map(|word| before.strip_suffix(word)).filter(|_| is_deed);
    let at = NONE.iter().find_map(|word| preceding(heads, word)).or_else(|| not().map(str::len));
    let at = at.filter(|_| is_whole)?;
    // 有无, 无论, 并无 and the like are other words.
    (!before[..at].ends_with(['有', '是'])).then_some((at, 0))
}

/// What stands before a name, and before the fillers right before that, of which there may be two.
fn heads<'b>(before: &'b str, fillers: &[&str]) -> Vec<&'b str> {
    let without = |rest: &&'b str| fillers.iter().find_map(|filler| rest.strip_suffix(filler));
    std::iter::successors(Some(before), without).take(3).collect()
}

/// Where a word stands at the end of one of these.
fn preceding(heads: &[&str], word: &str) -> Option<usize> {
    heads.iter().find_map(|head| head.strip_suffix(word)).map(str::len)
}

/// A time other than the period, or a part of the unit.
fn is_of_a_part(passage: &Passage<'_>, clause: &Clause, at: usize) -> bool {
    let before = &passage.text[clause.span.start..at];
    OF_A_PART_WORDS.any(before)
        || !matches!(passage.when(at), None | Some(When::Known(Basis::Now | Basis::ToDate) | When::Either))
}

/// What was left over, or came from others.
fn is_of_others(passage: &Passage<'_>, clause: &Clause, at: usize) -> bool {
    let sentence = &passage.text[clause.sentence..at];
    // 列单交办，条条都已落实: by whoever found it.
    let ends =
        |word: &str| ["，", "、", "；", "后"].iter().any(|mark| sentence.contains(&format!("{word}{mark}")));
    let is_own = ["交办", "转办", "移送", "通报", "反馈"].iter().any(|word| ends(word));
    figures::from_others(sentence).next().is_some() && !is_own
        || figures::LEFT_OVER.iter().any(|word| sentence.contains(word))
}

fn of_none(
    passage: &Passage<'_>,
    clause: &Clause,
    mention: &Mention,
    span: Range<usize>,
) -> Option<(Range<usize>, Diagnostic)> {
    let named = passage.named(mention);
    let figure = passage.figure(Basis::Now, named).filter(|figure| !figure.value.is_zero())?;
    if is_of_a_part(passage, clause, span.start) || is_of_others(passage, clause, span.start) {
        return None;
    }
    let said =
        Diagnostic::new(Code::NoneStated).with("key", &named.key).with("said", &passage.text[span.clone()]);
    let said = said
        .with("count", &named.spec.label)
        .with_digits("found", figure.digits())
        .with("measure", named.measure());
    Some((span, said))
}

fn of_first(
    passage: &Passage<'_>,
    mention: &Mention,
    span: Range<usize>,
) -> Option<(Range<usize>, Diagnostic)> {
    let named = passage.named(mention);
    let figure = passage.figure(Basis::Previous, named).filter(|figure| !figure.value.is_zero())?;
    let said = Diagnostic::new(Code::FirstStated)
        .with("key", &named.key)
        .with("said", &passage.text[span.clone()])
        .with("count", &named.spec.label)
        .with_digits("found", figure.digits())
        .with("measure", named.measure())
        .with("earlier", Argument::PeriodBefore(passage.owner.period));
    Some((span, said))
}

fn of_something(
    passage: &Passage<'_>,
    mention: &Mention,
    span: Range<usize>,
) -> Option<(Range<usize>, Diagnostic)> {
    let named = passage.named(mention);
    let start = span.start;
    passage.figure(Basis::Now, named).filter(|figure| figure.value.is_zero())?;
    let clause = passage.clause_at(start);
    // 未组织…, 不召开…: none.
    let before = &passage.text[clause.span.start..start];
    let is_denied = before.ends_with(['未', '不', '没', '无', '能']) || before.ends_with("没有");
    if is_denied
        || is_of_a_part(passage, clause, start)
        || !matches!(passage.when(start), None | Some(When::Known(Basis::Now)))
    {
        return None;
    }
    let said =
        Diagnostic::new(Code::SomeStated).with("key", &named.key).with("said", &passage.text[span.clone()]);
    Some((span, said.with("count", &named.spec.label).with("measure", named.measure())))
}

fn is_zero(passage: &Passage<'_>, mention: &Mention) -> bool {
    let figure = passage.figure(Basis::Now, passage.named(mention));
    figure.is_some_and(|figure| figure.value.is_zero())
}

/// Whether a clause tells how something went that it names, or that it took place: 研讨讨论热烈, 研讨已如期举行.
fn is_told_of(passage: &Passage<'_>, clause: &Clause, after: &str) -> bool {
    const TOOK_PLACE: [&str; 6] = ["召开", "举行", "举办", "开展", "组织", "进行"];
    const ALREADY: [&str; 8] = ["已", "按期", "先后", "陆续", "逐月", "按月", "集中", "分批"];
    let took_place = || {
        let deed = TOOK_PLACE.iter().find_map(|deed| after.find(deed).map(|at| (at, at + deed.len())));
        deed.is_some_and(|(at, end)| {
            ALREADY.iter().any(|word| after[..at].contains(word)) || after[end..].starts_with('了')
        })
    };
    (RESULT_WORDS.any(after) || took_place()) && !WANTED_WORDS.any(passage.words(clause))
}

/// Where 100% or 百分之百 begins that stands right before a deed.
fn whole(before: &str) -> Option<usize> {
    const WHOLE: [&str; 6] = ["100%", "100％", "百分之百", "百分百", "100%得到", "100%完成"];
    WHOLE.iter().find_map(|word| before.strip_suffix(word)).map(str::len)
}

/// 尚未全部整改, 没有全部整改.
fn is_not(before: &str) -> bool {
    ["未", "未能", "没有", "没能", "不能", "难以", "并非", "不是"].iter().any(|word| before.ends_with(word))
}

/// 隐患整改完毕: what there is of it, all of it.
fn is_completed(passage: &Passage<'_>, at: usize, deed: &str, all: &Named) -> bool {
    let is_over = ["完毕", "清零"].iter().any(|word| passage.text[at + deed.len()..].starts_with(word));
    let is_right_before = |mention: &Mention| mention.span.end == at && passage.named(mention).key == all.key;
    is_over && passage.mentions.iter().any(is_right_before)
}

/// 没有一个批次不合格: where words of none begin that are said of what is not done.
fn none_undone(before: &str) -> Option<usize> {
    const NONE: [&str; 9] =
        ["没有", "没发现", "没有发现", "未发现", "未检出", "没有出现", "未出现", "无", "零"];
    let before = before.strip_suffix('不')?;
    let one = before.rsplit_once('一').filter(|(_, each)| (1..=3).contains(&each.chars().count()));
    let starts = |before: &str| NONE.iter().find_map(|word| before.strip_suffix(word)).map(str::len);
    starts(one.map_or(before, |(before, _)| before)).or_else(|| starts(before))
}

/// 份份满意, 台台修复: where a measure word stands twice right before a deed.
fn each(head: &str) -> Option<usize> {
    const MEASURES: &str = "件条个户台份处宗桩项起批户次场家样事人";
    let mut last = head.char_indices().rev();
    let ((_, second), (at, first)) = (last.next()?, last.next()?);
    (first == second && MEASURES.contains(first)).then_some(at)
}

/// Whether a sentence tells of a count by a name, also with 的 between what was done and to what: 收集到的需求.
fn tells_of(sentence: &str, named: &Named) -> bool {
    if !sentence.contains('的') {
        return false;
    }
    let bare = sentence.replace("到的", "").replace("出的", "").replace('的', "");
    let mut called = std::iter::once(&named.spec.label).chain(&named.spec.also);
    called.any(|name| bare.contains(name.as_str()) || is_parted(sentence, name))
}

/// 报修的管网故障, of what is called 报修故障: the deed, 的, and the thing with what tells it apart.
fn is_parted(sentence: &str, name: &str) -> bool {
    const DEED: usize = 2 * '报'.len_utf8();
    const APART: usize = 4;
    let (Some(deed), Some(thing)) = (name.get(..DEED), name.get(DEED..)) else { return false };
    let rest =
        || sentence.split_once(deed)?.1.split_once('的').filter(|(between, _)| between.len() <= DEED / 2);
    let at = rest().and_then(|(_, rest)| rest.find(thing).map(|at| &rest[..at]));
    thing.chars().count() > 1
        && at.is_some_and(|apart| apart.chars().count() <= APART && !apart.contains(['，', '。', '、', '；']))
}

/// 管网故障已全部修复, of 修复故障 among 管网抢修: what was done turned round, told of nothing but the whole.
fn is_turned(before: &str, part: &Named, whole: &Named, deed: &str) -> bool {
    const DEED: usize = 4;
    let thing = part.spec.label.strip_prefix(deed).filter(|thing| thing.chars().count() > 1);
    let Some((before, how)) = thing.and_then(|thing| before.rsplit_once(thing)) else { return false };
    let (led, apart) = before.rsplit_once('的').unwrap_or(("", before));
    led.chars().count() <= DEED && whole.spec.label.contains(apart) && (how.is_empty() || HOW.contains(&how))
}

/// 已全部处置, where fewer were handled than found.
fn of_all(passage: &Passage<'_>, done: &Done, found: &mut Found) {
    const OF_SOME: [&str; 6] = ["其余", "其他", "涉及", "其中", "当中", "部分"];
    let [part, whole] = [done.part, done.whole].map(|of| &passage.counts()[of]);
    let value = |named| passage.figure(Basis::Now, named).map(|figure| figure.value);
    let (Some(handled), Some(all)) = (value(part), value(whole)) else { return };
    if handled >= all && all > Decimal::ZERO {
        return;
    }
    let deed = done.deed.as_str();
    for (at, _) in passage.text.match_indices(deed) {
        let clause = passage.clause_at(at);
        let before = &passage.text[clause.span.start..at];
        let heads = heads(before, &HOW);
        let start = ALL.iter().find_map(|word| preceding(&heads, word)).or_else(|| self::whole(before));
        let start = start.or_else(|| heads.iter().find_map(|head| each(head)));
        let start = start.or_else(|| is_completed(passage, at, deed, whole).then_some(before.len()));
        let start = start.filter(|start| !is_not(&before[..*start])).or_else(|| none_undone(before));
        let Some(start) = start else { continue };
        let start = clause.span.start + start;
        let sentence = clause.sentence..at;
        let words = &passage.text[sentence.clone()];
        let is_named = passage.mentions.iter().any(|mention| {
            passage.named(mention).key == whole.key
                && sentence.start <= mention.span.start
                && mention.span.end <= sentence.end
                && !figures::is_of_a_part(&passage.text[sentence.start..mention.span.start], false)
        });
        let is_told_of =
            || tells_of(words, whole) || is_turned(&before[..start - clause.span.start], part, whole, deed);
        if !is_named && !is_told_of()
            || OF_SOME.iter().any(|word| words.contains(word))
            || is_of_others(passage, clause, at)
            || passage.is_plan(clause)
            || is_of_a_part(passage, clause, start)
        {
            continue;
        }
        let span = start..at + deed.len();
        // 发现的…均已处置 was told where the name stands; what several counts are done with once.
        let is_told = |(known, told): &(Range<usize>, Diagnostic)| {
            all.is_zero() && told.code() == Code::SomeStated
                || known.end == span.end && told.code() == Code::AllStated
        };
        if found.iter().any(is_told) {
            continue;
        }
        let code = if all.is_zero() { Code::SomeStated } else { Code::AllStated };
        let mut said =
            Diagnostic::new(code).with("key", &whole.key).with("said", &passage.text[span.clone()]);
        said = said.with("count", &whole.spec.label).with("measure", whole.measure());
        if !all.is_zero() {
            said = said
                .with_digits("found", all.normalize())
                .with("part", &part.spec.label)
                .with_digits("done", handled.normalize());
        }
        found.push((span, said));
    }
}
