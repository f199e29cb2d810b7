//! Words that stand beside a figure and say what it counts in.

/// Measure words; of two that fit the longer is meant.
#[rustfmt::skip]
const CHINESE: &[&str] = &[
    "个百分点", "个工作日", "万平方米", "万立方米", "平方公里", "万千瓦时", "平方米", "立方米", "万人次", "千瓦时", "家次",
    "人次", "场次", "批次", "件次", "户次", "班次", "车次", "台次", "艘次", "期次", "点次", "项次", "站次",
    "例次", "人天", "人份", "万元", "亿元", "千元", "百元", "万人", "万户", "万亩", "万吨", "万件", "万个",
    "万份", "万条", "万株", "万头", "万只", "万册", "万张", "公顷", "公斤", "千克", "公里", "千米", "厘米",
    "毫米", "毫克", "小时", "课时", "学时", "分钟", "平米", "立方", "工日", "工作日", "架次", "航次", "剂次", "标箱", "美元", "次", "处", "件",
    "个", "名", "人", "户", "元", "吨", "斤", "克", "亩", "米", "场", "篇", "条", "项", "份", "台", "辆", "座",
    "块", "张", "页", "卷", "册", "本", "部", "套", "批", "家", "所", "间", "栋", "幢", "天", "日", "岁", "例",
    "起", "宗", "头", "只", "羽", "株", "棵", "盏", "口", "眼", "支", "期", "届", "组", "队", "位", "度", "倍",
    "面", "幅", "瓶", "箱", "袋", "盒", "包", "桶", "根", "片", "段", "道", "门", "则", "封", "票", "单", "笔",
    "轮", "遍", "趟", "节", "堂", "站", "点", "床", "对", "双", "层", "种", "类", "把", "艘", "架", "列", "升",
    "匹", "尾", "颗", "粒", "枚", "基", "剂", "孔", "级", "分", "周", "年", "月", "村", "镇",
];
#[rustfmt::skip]
const LATIN: &[&str] = &[
    "kWh", "MWh", "m³", "m²", "m3", "m2", "km", "kg", "GBP", "EUR", "USD", "tonnes", "tons", "hectares",
    "acres", "litres", "miles", "hours", "minutes", "days", "weeks", "months", "years", "metres", "m", "cm", "mm",
    "ha", "t", "g", "l",
];
/// What stands before an amount.
const BEFORE: &[&str] =
    &["EUR", "USD", "GBP", "CNY", "RMB", "JPY", "HKD", "AUD", "CAD", "€", "$", "£", "¥", "￥"];
/// Measure words that as often end a word that is none: 年, 级, 点.
#[rustfmt::skip]
const RARE: &[&str] = &[
    "级", "分", "周", "年", "月", "村", "镇", "日", "度", "点", "单", "类", "种", "期", "届", "面", "口", "段",
    "层",
];

/// The measure word that a text begins with; `""` where there is none.
pub fn at_start(text: &str) -> &str {
    if let Some(sign) = text.chars().next().filter(|c| "%％‰".contains(*c)) {
        return &text[..sign.len_utf8()];
    }
    let text = text.strip_prefix(['余', '多']).unwrap_or(text);
    let trimmed = text.strip_prefix(' ').unwrap_or(text);
    // 62 处: some set a space between; 第 3 年 is none.
    let is_meant = |word: &str| trimmed.len() == text.len() || !RARE.contains(&word);
    if let Some(found) = CHINESE.iter().find(|word| trimmed.starts_with(**word) && is_meant(word)) {
        return &trimmed[..found.len()];
    }
    let ends = |word: &str| !trimmed[word.len()..].starts_with(|c: char| c.is_alphanumeric());
    let found = LATIN.iter().find(|word| trimmed.starts_with(**word) && ends(word));
    found.map_or("", |word| &trimmed[..word.len()])
}

/// The currency that a text ends with; `""` where there is none.
pub fn at_end(text: &str) -> &str {
    let trimmed = text.strip_suffix(' ').unwrap_or(text);
    let is_word = |word: &str| {
        word.is_ascii()
            && word.len() > 1
            && trimmed[..trimmed.len() - word.len()].ends_with(char::is_alphanumeric)
    };
    let found = BEFORE.iter().find(|word| trimmed.ends_with(**word) && !is_word(word));
    found.map_or("", |word| &trimmed[trimmed.len() - word.len()..])
}

/// The measure word of a number between two texts: behind it, else a currency before it.
pub fn around<'t>(before: &'t str, behind: &'t str) -> &'t str {
    let found = at_start(behind);
    if found.is_empty() { at_end(before) } else { found }
}

/// Whether a word measures.
pub fn is_measure(word: &str) -> bool {
    matches!(word, "%" | "％" | "‰") || [CHINESE, LATIN, BEFORE].iter().any(|words| words.contains(&word))
}

/// Whether a word measures and seldom means anything else behind a number.
pub fn is_plain(word: &str) -> bool {
    is_measure(word) && !RARE.contains(&word)
}

/// Whether it is a sign of a rate.
pub fn is_rate(word: &str) -> bool {
    matches!(word, "%" | "％" | "‰")
}

/// The measure word that a head or label names: 检查企业（家次）, 件数, Avg days.
pub fn in_label(label: &str) -> &str {
    let label = label.trim();
    let inner = label.strip_suffix([')', '）']).and_then(|rest| rest.rsplit(['(', '（']).next());
    if let Some(inner) = inner {
        return if is_measure(inner.trim()) { inner.trim() } else { "" };
    }
    let stem = label.strip_suffix('数').unwrap_or(label);
    let is_named =
        |word: &&&str| stem.ends_with(**word) && (stem.len() < label.len() || word.chars().count() > 1);
    let found = CHINESE.iter().find(is_named);
    if let Some(found) = found {
        return &stem[stem.len() - found.len()..];
    }
    let last = label.rsplit(' ').next().unwrap_or_default();
    if is_measure(last) { last } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_measures() {
        for (text, expected) in [
            ("人次，", "人次"),
            ("人。", "人"),
            ("万元", "万元"),
            ("%。", "%"),
            (" kWh of", "kWh"),
            ("企业", ""),
            ("余件", "件"),
            (" m of road", "m"),
            (" men", ""),
        ] {
            assert_eq!(at_start(text), expected, "{text}");
        }
        for (before, behind, expected) in
            [("cost EUR ", ";", "EUR"), ("给予￥", "补助", "￥"), ("EUR ", " t", "t"), ("NEUR ", "", "")]
        {
            assert_eq!(around(before, behind), expected, "{before}");
        }
        for (label, expected) in [
            ("检查企业（家次）", "家次"),
            ("件数", "件"),
            ("整改率(%)", "%"),
            ("巡河人次", "人次"),
            ("备注", ""),
        ] {
            assert_eq!(in_label(label), expected, "{label}");
        }
    }
}
