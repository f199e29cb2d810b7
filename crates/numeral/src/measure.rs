//! Measure words.

use std::sync::LazyLock;

use crate::quantity::{Quantity, Sign, trimmed};
use crate::word::begins;

/// Measure words, by their longest first, that parts and whole are told in.
#[rustfmt::skip]
const MEASURES: [&str; 80] = [
    "平方公里", "平方米", "立方米", "家次", "人次", "场次", "所次", "户次", "期次", "批次", "卷次", "台次", "辆次", "车次", "万元", "亿元", "公里", "万亩", "万吨",
    "公顷", "公斤", "课时", "次", "处", "家", "件", "条", "篇", "名", "人", "个", "场", "起", "项", "户", "元", "期", "份", "例", "部", "支", "批",
    "亩", "所", "节", "具", "吨", "棵", "株", "只", "头", "盏", "座", "台", "辆", "套", "张", "面", "本", "册", "艘", "块", "根", "眼", "卷", "页",
    "间", "米", "袋", "桶", "箱", "盒", "幅", "口", "栋", "幢", "枚", "瓶", "羽", "尾",
];

/// The byte of a word that says most of its first character: the last one.
const TELLING: usize = 2;

/// The measure words by that byte. Of nearly every number of a text it is asked what it is measured in.
static BY_BYTE: LazyLock<[Vec<&'static str>; 256]> = LazyLock::new(|| {
    std::array::from_fn(|byte| {
        MEASURES.into_iter().filter(|measure| usize::from(measure.as_bytes()[TELLING]) == byte).collect()
    })
});

/// The measure word of a number, of those that parts and wholes are told in.
pub fn measure(text: &str, quantity: &Quantity) -> Option<&'static str> {
    if quantity.sign != Sign::None {
        return None;
    }
    let (rest, _) = trimmed(text, quantity.span.end)?;
    let may_be_said = &BY_BYTE[usize::from(*rest.as_bytes().get(TELLING)?)];
    may_be_said
        .iter()
        .copied()
        .filter(|measure| begins(rest, measure))
        .find(|measure| quantity.in_measure(text, measure).is_some_and(|(value, _)| value == quantity.value))
}
