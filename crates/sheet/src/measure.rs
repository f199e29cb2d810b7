//! What figures are measured in: what a head says of it, and how much of one measure is one of another. Knows no fields.

use rust_decimal::Decimal;

use crate::heads::plain;

/// What things are counted in, without powers of ten.
const WORDS: &[&str] = &[
    "个",
    "次",
    "人",
    "人次",
    "户",
    "件",
    "条",
    "篇",
    "场",
    "场次",
    "项",
    "家",
    "家次",
    "所",
    "处",
    "辆",
    "台",
    "套",
    "份",
    "期",
    "名",
    "座",
    "块",
    "元",
    "亩",
    "公顷",
    "吨",
    "公斤",
    "公里",
    "米",
    "平方米",
    "平方公里",
    "%",
    "‰",
    "天",
    "小时",
    "分钟",
    "分",
    "宗",
    "起",
    "例",
    "批",
    "批次",
    "趟",
    "遍",
    "张",
    "部",
    "本",
    "册",
    "支",
    "株",
    "棵",
    "头",
    "只",
    "间",
    "栋",
    "幢",
    "艘",
    "位",
    "门",
    "课时",
    "学时",
    "克",
    "斤",
    "立方米",
    "瓦时",
    "美元",
    "欧元",
    "港元",
    "英镑",
    "个百分点",
    "百分点",
    "岁",
    "封",
    "枚",
];

/// What is another word for so many of a measure.
const SAME: &[(&str, i64, i64, &str)] = &[
    ("公里", 1000, 1, "米"),
    ("公斤", 1000, 1, "克"),
    ("斤", 500, 1, "克"),
    ("吨", 1_000_000, 1, "克"),
    ("公顷", 10_000, 1, "平方米"),
    ("平方公里", 1_000_000, 1, "平方米"),
    ("㎡", 1, 1, "平方米"),
    ("m²", 1, 1, "平方米"),
    ("km", 1000, 1, "米"),
    ("kg", 1000, 1, "克"),
    ("‰", 1, 10, "%"),
    ("百分点", 1, 1, "个百分点"),
    ("小时", 60, 1, "分钟"),
    ("人民币", 1, 1, "元"),
    ("人民币元", 1, 1, "元"),
    ("圆", 1, 1, "元"),
    ("yuan", 1, 1, "元"),
    ("CNY", 1, 1, "元"),
    ("RMB", 1, 1, "元"),
    ("¥", 1, 1, "元"),
];

/// How a measure stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ratio {
    /// They are one.
    Same,
    /// So many of the second are one of the first.
    Factor(Decimal),
    /// They measure different things.
    Other,
}

/// What a table says that a column's figures are measured in, beside its label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Stated {
    /// Nothing.
    #[default]
    Nothing,
    /// This, below the label.
    Column(String),
    /// One of these, above a group of columns or the table.
    Table(Vec<String>),
}

impl Stated {
    /// What it says of figures that a field has in a measure of its own. Of a whole table's measures those count that come to it;
    /// of two of them the one that is not the field's own, since it is not said which columns are in it.
    pub fn of(&self, own: &str) -> Option<&str> {
        match self {
            Self::Nothing => None,
            Self::Column(said) => Some(said),
            Self::Table(all) => {
                let other = all.iter().find(|said| matches!(ratio(said, own), Ratio::Factor(_)));
                other.or_else(|| all.iter().find(|said| ratio(said, own) == Ratio::Same)).map(String::as_str)
            }
        }
    }

    /// With what a whole table says beside that; what a column says of itself stands.
    #[must_use]
    pub fn or_table(self, said: impl IntoIterator<Item = String>) -> Self {
        let mut all: Vec<String> = match self {
            Self::Column(_) => return self,
            Self::Table(all) => all,
            Self::Nothing => Vec::new(),
        };
        all.extend(said);
        if all.is_empty() { Self::Nothing } else { Self::Table(all) }
    }
}

/// Whether a text is a word for what something is measured in.
pub fn is_measure(text: &str) -> bool {
    let text = plain(text);
    let text = text.trim_matches(['(', ')']);
    let (_, base) = powers(text);
    !text.is_empty() && (is_word(text) || is_word(base) || (base.is_empty() && text != "十" && text != "百"))
}

fn is_word(text: &str) -> bool {
    WORDS.contains(&text) || SAME.iter().any(|(word, ..)| *word == text)
}

/// What a head says of its figures beside their name: `投入金额（万元）` is 投入金额 in 万元. `is_known` says of a text that is
/// no common measure whether it is one all the same.
pub fn parted(head: &str, is_known: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let head = plain(head);
    let bracketed = [('(', ')'), ('[', ']'), ('【', '】'), ('〔', '〕')]
        .iter()
        .find_map(|(open, close)| head.strip_suffix(*close)?.rsplit_once(*open));
    let percent = || head.strip_suffix('%').map(|name| (name, "%"));
    let (name, measure) = bracketed.or_else(|| head.rsplit_once(['/', ':', ','])).or_else(percent)?;
    let measure = bare(measure);
    (!name.is_empty() && (is_measure(measure) || is_known(measure)))
        .then(|| (name.trim_end_matches([':', ',']).to_owned(), measure.to_owned()))
}

/// A measure without what says that it is one: `单位：万元`, `以万元计`.
pub(crate) fn bare(text: &str) -> &str {
    let text = text.trim_matches(['(', ')']);
    let text = ["计量单位:", "单位:", "计量单位", "单位", "以"]
        .iter()
        .find_map(|word| text.strip_prefix(word).filter(|rest| !rest.is_empty()))
        .unwrap_or(text);
    text.strip_suffix('计').filter(|rest| !rest.is_empty()).unwrap_or(text)
}

/// How much of `own` one of `said` is.
pub fn ratio(said: &str, own: &str) -> Ratio {
    let (said, own) = (plain(said), plain(own));
    if said == own {
        return Ratio::Same;
    }
    if said.is_empty() || own.is_empty() {
        return Ratio::Other;
    }
    let ((first, one), (second, other)) = (basic(&said), basic(&own));
    // 万 alone is so many of whatever it is.
    if one != other && !one.is_empty() && !other.is_empty() {
        return Ratio::Other;
    }
    let factor = first.checked_div(second).map(|factor| factor.normalize());
    match factor.filter(|factor| factor.checked_mul(second) == Some(first)) {
        Some(factor) if factor == Decimal::ONE => Ratio::Same,
        Some(factor) => Ratio::Factor(factor),
        None => Ratio::Other,
    }
}

/// A measure as so many of what it is made of: 万元 is 10000 元.
fn basic(measure: &str) -> (Decimal, &str) {
    let (power, base) = powers(measure);
    match SAME.iter().find(|(word, ..)| *word == base) {
        Some((_, above, below, base)) => (power * Decimal::from(*above) / Decimal::from(*below), base),
        None => (power, base),
    }
}

/// The power of ten that a measure begins with.
fn powers(measure: &str) -> (Decimal, &str) {
    const POWERS: [(char, i64); 5] =
        [('十', 10), ('百', 100), ('千', 1000), ('万', 10_000), ('亿', 100_000_000)];
    let (mut power, mut base) = (Decimal::ONE, measure);
    while let Some((_, by)) = POWERS.iter().find(|(one, _)| base.starts_with(*one) && !is_word(base)) {
        let Some(next) = power.checked_mul(Decimal::from(*by)) else { break };
        power = next;
        base = &base[base.chars().next().map_or(0, char::len_utf8)..];
    }
    (power, base)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn factor(said: &str, own: &str) -> String {
        match ratio(said, own) {
            Ratio::Same => "same".to_owned(),
            Ratio::Factor(factor) => factor.to_string(),
            Ratio::Other => "other".to_owned(),
        }
    }

    #[test]
    fn measures_of_one_kind_have_a_factor() {
        for (said, own, expected) in [
            ("元", "万元", "0.0001"),
            ("亿元", "万元", "10000"),
            ("千元", "万元", "0.1"),
            ("百万元", "元", "1000000"),
            ("十万元", "万元", "10"),
            ("元", "元", "same"),
            ("人民币元", "元", "same"),
            ("万", "万元", "same"),
            ("万", "次", "10000"),
            ("元", "次", "other"),
            ("百家次", "家次", "100"),
            ("家", "家次", "other"),
            ("公里", "米", "1000"),
            ("千米", "公里", "same"),
            ("斤", "公斤", "0.5"),
            ("吨", "千克", "1000"),
            ("万吨", "吨", "10000"),
            ("平方公里", "公顷", "100"),
            ("‰", "%", "0.1"),
            ("千元", "百家次", "other"),
            ("美元", "元", "other"),
            ("分钟", "小时", "other"),
            ("千万", "亿", "0.1"),
            ("元", "", "other"),
        ] {
            assert_eq!(factor(said, own), expected, "{said} in {own}");
        }
    }

    #[test]
    fn a_head_says_what_its_figures_are_measured_in() {
        let part = |head: &str| parted(head, |_| false);
        for (head, name, measure) in [
            ("投入金额（万元）", "投入金额", "万元"),
            ("投入金额（单位：万元）", "投入金额", "万元"),
            ("投入金额[千元]", "投入金额", "千元"),
            ("投入金额/元", "投入金额", "元"),
            ("投入 金额：万元", "投入金额", "万元"),
            ("学习次数(场)*", "学习次数", "场"),
            ("投入（万）", "投入", "万"),
            ("办结率（%）", "办结率", "%"),
        ] {
            assert_eq!(part(head), Some((name.to_owned(), measure.to_owned())), "{head}");
        }
        for head in ["投入金额", "投入（含自筹）", "（万元）", "学习次数（截至6月底）", "甲/乙", "十", ""]
        {
            assert_eq!(part(head), None, "{head}");
        }
    }
}
