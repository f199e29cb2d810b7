//! Two texts of a section that give one thing different numbers: 现有21个村级代办点 and 给全部19个村级代办点.

use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_numeral::{Extent, Quantity, Sign, measure};
use rust_decimal::Decimal;

use huibian_passage::Passage;

/// Words right before a number of all that there are.
#[rustfmt::skip]
const ALL: [&str; 25] = [
    "全部", "现有", "共有", "总共", "一共", "共设", "共", "所有", "全镇", "全乡", "全街道", "目前有", "辖区", "设有", "下辖", "建有",
    "全域", "全县", "全区", "全境", "境内", "辖内", "已有", "已建成", "拥有",
];
/// Words that may lead to such a number, where it begins what is said.
const LEADS: [&str; 10] = ["", "给", "由", "把", "对", "为", "向", "让", "使", "将"];
/// Words of some of them, and of other times.
#[rustfmt::skip]
const SOME: [&str; 22] = [
    "其中", "部分", "新增", "新建", "增设", "再", "另", "首批", "试点", "还有", "仍有", "尚有", "去年", "上季度", "计划", "拟", "不少于", "至少",
    "每", "前", "剩余", "其余",
];
/// Words of what there is, inside the name of a thing, and what the name of one ends in that stays as it is.
const HAVING: [&str; 7] = ["目前有", "现有", "共有", "设有", "拥有", "在编", "在岗"];
#[rustfmt::skip]
const THINGS: [&str; 24] = [
    "面积", "队员", "全长", "总长", "长度", "库容", "容量", "编制", "床位", "座位", "工位", "车位", "员工", "成员", "站员", "专干", "网格员", "管理员",
    "护林员", "保洁员", "藏书", "机位", "仓位", "总面积",
];
/// Words of what is to become of it.
const PLANNED: [&str; 12] =
    ["扩大", "扩建", "增加", "增至", "达到", "减少", "其中", "新", "改造后", "扩至", "上升", "下降"];
/// How long the name of a thing is at least, in characters.
const LONG: usize = 5;
/// How long what is counted is at least, in characters.
const NOUN: usize = 3;

/// A number of all that there are of something.
pub struct Told<'t> {
    value: Decimal,
    measure: &'static str,
    /// What stands behind its measure word.
    noun: &'t str,
    /// What stands before it, the measured thing of a name that is no count's: 分拣大棚面积.
    before: Option<String>,
    /// Where it stands in its text.
    pub span: Range<usize>,
    is_all: bool,
}

/// The numbers of a text that are told of all there are of something that is no count.
pub fn told<'t>(passage: &Passage<'t>) -> Vec<Told<'t>> {
    let told = |quantity| one(passage, quantity).or_else(|| standing(passage, quantity));
    passage.quantities.iter().filter_map(told).collect()
}

/// 应急分队现有队员28名, 分拣大棚面积230平方米: of a thing that stands, named right before its number.
fn standing<'t>(passage: &Passage<'t>, quantity: &Quantity) -> Option<Told<'t>> {
    let is_plain = quantity.extent == Extent::Exact && quantity.sign == Sign::None;
    let text = passage.text;
    let measure = measure(text, quantity).filter(|_| is_plain)?;
    let clause = passage.clause_at(quantity.span.start);
    let head = &text[clause.span.start..quantity.span.start];
    let end = text[quantity.span.end..].find(measure)? + quantity.span.end + measure.len();
    if !text[end..clause.span.end].is_empty() {
        return None;
    }
    let is_some =
        || SOME.iter().chain(&PLANNED).any(|word| text[clause.sentence..clause.span.end].contains(word));
    let is_count = || passage.mentions.iter().any(|it| clause.span.contains(&it.span.start));
    let head = head.trim_end_matches(['共', '有', '为', '达', '约', '是']);
    let is_all = HAVING.iter().any(|word| head.contains(word));
    let mut name = head.to_owned();
    HAVING.iter().for_each(|word| name = name.replace(word, ""));
    let is_thing = THINGS.iter().any(|word| name.ends_with(word)) && name.chars().count() >= LONG;
    (is_thing && !is_some() && !is_count()).then_some(Told {
        value: quantity.value,
        measure,
        noun: "",
        before: Some(name),
        span: quantity.span.start..end,
        is_all,
    })
}

fn one<'t>(passage: &Passage<'t>, quantity: &Quantity) -> Option<Told<'t>> {
    let is_plain = quantity.extent == Extent::Exact && quantity.sign == Sign::None;
    let text = passage.text;
    let measure = measure(text, quantity).filter(|_| is_plain && quantity.value > Decimal::ONE)?;
    let end = text[quantity.span.end..].find(measure)? + quantity.span.end + measure.len();
    let noun = &text[end..];
    let noun = &noun[..noun.find(|c: char| !matches!(c, '\u{4E00}'..='\u{9FA5}')).unwrap_or(noun.len())];
    let clause = passage.clause_at(quantity.span.start);
    let head = &text[clause.span.start..quantity.span.start];
    let is_all = ALL.iter().any(|word| head.ends_with(word));
    let is_told = is_all || LEADS.contains(&head);
    let is_some = || SOME.iter().any(|word| text[clause.sentence..quantity.span.start].contains(word));
    let is_long = noun.chars().count() >= NOUN;
    (is_told && is_long && !is_some()).then_some(Told {
        value: quantity.value,
        measure,
        noun,
        before: None,
        span: quantity.span.start..end,
        is_all,
    })
}

/// What is odd about a number beside those of texts before.
pub fn differing(text: &str, own: &Told<'_>, before: &[Told<'_>]) -> Option<Diagnostic> {
    let is_same = |other: &&Told<'_>| {
        if let (Some(own_name), Some(name)) = (&own.before, &other.before) {
            let (longer, shorter) =
                if own_name.len() > name.len() { (own_name, name) } else { (name, own_name) };
            return other.measure == own.measure && longer.ends_with(shorter.as_str());
        }
        if own.before.is_some() || other.before.is_some() {
            return false;
        }
        let common = own.noun.chars().zip(other.noun.chars()).take_while(|(a, b)| a == b).count();
        let least = if own.is_all || other.is_all { NOUN } else { NOUN + 1 };
        other.measure == own.measure && common >= least
    };
    let is_other = |other: &&Told<'_>| match (own.is_all, other.is_all) {
        _ if own.before.is_some() => own.value != other.value,
        (true, false) => other.value > own.value,
        (false, true) => own.value > other.value,
        _ => own.value != other.value,
    };
    let other = before.iter().filter(is_same).find(is_other)?;
    let said = Diagnostic::new(Code::SentenceContradicts).with("said", &text[own.span.clone()]);
    Some(said.with("reason", "again").with_digits("found", other.value))
}
